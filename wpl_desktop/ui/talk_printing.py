"""How conversations come on paper: minutes, preparation, and the agendas of a week and a month."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.texts import error_message
from wpl_desktop.ui import background
from wpl_desktop.ui.language import translate, translator_for
from wpl_desktop.ui.report_rendering import writing
from wpl_desktop.ui.sheet_printing import (
    PaperFile,
    SheetDialog,
    ask_for_file,
    ask_for_printer,
    ask_for_upright_printer,
    has_printer,
    offer_sheet,
    paper_file,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from wpl_desktop.services.bundle import Services
    from wpl_desktop.texts import Translate

#: Gathers and writes one sheet, on any thread.
Make = Callable[[str, "Translate"], PaperFile]


def minutes_file(
    services: Services, conversation_id: uuid.UUID, language: str, words: Translate
) -> PaperFile:
    """The minutes of a talk as PDF, as it is at this moment. Raises `DomainError` (`not_found`)."""
    from wpl_desktop.reports.minutes import write_minutes

    data = services.minutes.minutes(conversation_id, language)
    with writing:
        return paper_file(
            lambda target: write_minutes(data, target, translate=words), file_stem=data.head.file_stem
        )


def preparation_file(
    services: Services, conversation_id: uuid.UUID, language: str, words: Translate
) -> PaperFile:
    """The sheet to prepare a talk with, as PDF. Raises `DomainError` (`not_found`)."""
    from wpl_desktop.reports.preparation import write_preparation

    data = services.minutes.preparation(conversation_id, language)
    with writing:
        return paper_file(
            lambda target: write_preparation(data, target, translate=words), file_stem=data.head.file_stem
        )


def week_file(services: Services, day: date, language: str, words: Translate) -> PaperFile:
    """The agenda of the week that a day is in, as PDF."""
    from wpl_desktop.reports.week_agenda import write_week_agenda

    data = services.minutes.week(day, language)
    with writing:
        return paper_file(
            lambda target: write_week_agenda(data, target, translate=words), file_stem=data.head.file_stem
        )


def month_file(services: Services, day: date, language: str, words: Translate) -> PaperFile:
    """The agenda of the month that a day is in, as PDF."""
    from wpl_desktop.reports.month_agenda import write_month_agenda

    data = services.minutes.month(day, language)
    with writing:
        return paper_file(
            lambda target: write_month_agenda(data, target, translate=words), file_stem=data.head.file_stem
        )


class TalkSheetDialog(SheetDialog):
    """A sheet about talks, about to leave; it is made on a worker as soon as its language is known."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        what: str,
        make: Make,
        choose_file: Callable[[QWidget, Path], Path | None] = ask_for_file,
        choose_printer: Callable[[QWidget, str], QPrinter | None] = ask_for_upright_printer,
        knows_printer: Callable[[], bool] = has_printer,
    ) -> None:
        """Offer one sheet.

        Args:
            parent: what the dialog belongs to.
            title: what the sheet is called.
            what: what stands on it, in one sentence.
            make: makes the sheet in a language with the texts of that language, on any thread.
            choose_file: asks where a PDF goes.
            choose_printer: asks for a printer, for a document of this name.
            knows_printer: whether there is a printer to ask for.
        """
        self._make_on_worker = make
        self._made: dict[str, PaperFile] = {}
        self._job: background.Job | None = None
        self._has_printer = knows_printer()
        super().__init__(
            parent,
            title=title,
            what=what,
            make=lambda language: self._made[language],
            choose_file=choose_file,
            choose_printer=choose_printer,
            knows_printer=lambda: self._has_printer,
        )
        self._no_printer = self.print_button.toolTip()
        self.languages.chosen.connect(self._on_language)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._on_language()

    # Slots

    def _on_language(self) -> None:
        """Make the sheet in the language that is chosen, unless it is there already."""
        language = str(self.languages.value())
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._offer(language in self._made)
        if language in self._made:
            return
        make, words = self._make_on_worker, translator_for(language)
        self._job = background.run(
            lambda _progress: make(language, words),
            context=self,
            done=partial(self._on_made, language),
            failed=self._on_failed,
        )

    def _on_made(self, language: str, file: PaperFile) -> None:
        self._job = None
        self._made[language] = file
        self._offer(True)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, DomainError | EnvironmentTrouble):
            raise error
        self._say(error_message(error, translate))

    # Internals

    def _offer(self, is_there: bool) -> None:
        """Let the sheet be saved and printed once it is there."""
        waiting = QCoreApplication.translate("TalkPrinting", "The sheet is being made.")
        self.save_button.set_available(is_there, reason=waiting)
        self.print_button.set_available(
            is_there and self._has_printer, reason=waiting if self._has_printer else self._no_printer
        )


def offer_minutes(parent: QWidget, services: Services, conversation_id: uuid.UUID) -> None:
    """Ask in which language, and print the minutes of a talk or save them as PDF."""
    offer_sheet(minutes_dialog(parent, services, conversation_id))


def offer_preparation(parent: QWidget, services: Services, conversation_id: uuid.UUID) -> None:
    """Ask in which language, and print the sheet to prepare a talk with, or save it as PDF."""
    offer_sheet(preparation_dialog(parent, services, conversation_id))


def offer_week(parent: QWidget, services: Services, day: date) -> None:
    """Ask in which language, and print the week that a day is in, or save it as PDF."""
    offer_sheet(week_dialog(parent, services, day))


def offer_month(parent: QWidget, services: Services, day: date) -> None:
    """Ask in which language, and print the month that a day is in, or save it as PDF."""
    offer_sheet(month_dialog(parent, services, day))


def minutes_dialog(parent: QWidget | None, services: Services, conversation_id: uuid.UUID) -> TalkSheetDialog:
    """The dialog in which the minutes are printed or saved."""
    return TalkSheetDialog(
        parent,
        title=QCoreApplication.translate("TalkPrinting", "Minutes of a conversation"),
        what=QCoreApplication.translate(
            "TalkPrinting",
            "A4: before the conversation a sheet to write on, afterwards what was agreed, with room for signatures. "
            "Coaching notes are never on it, and nothing of how somebody is doing.",
        ),
        make=partial(minutes_file, services, conversation_id),
    )


def preparation_dialog(
    parent: QWidget | None, services: Services, conversation_id: uuid.UUID
) -> TalkSheetDialog:
    """The dialog in which the preparation sheet is printed or saved."""
    return TalkSheetDialog(
        parent,
        title=QCoreApplication.translate("TalkPrinting", "Preparing a conversation"),
        what=QCoreApplication.translate(
            "TalkPrinting",
            "A4, one page, for everybody who takes part: when and where, what you talk about, what to bring, which "
            "agreements are open, and room to write.",
        ),
        make=partial(preparation_file, services, conversation_id),
    )


def week_dialog(parent: QWidget | None, services: Services, day: date) -> TalkSheetDialog:
    """The dialog in which the agenda of a week is printed or saved."""
    return TalkSheetDialog(
        parent,
        title=QCoreApplication.translate("TalkPrinting", "Week agenda"),
        what=QCoreApplication.translate(
            "TalkPrinting",
            "A4: the days with their conversations, who is ready for a round, and room to write. Full names are on "
            "it: the paper is yours.",
        ),
        make=partial(week_file, services, day),
    )


def month_dialog(parent: QWidget | None, services: Services, day: date) -> TalkSheetDialog:
    """The dialog in which the agenda of a month is printed or saved."""
    return TalkSheetDialog(
        parent,
        title=QCoreApplication.translate("TalkPrinting", "Month agenda"),
        what=QCoreApplication.translate(
            "TalkPrinting",
            "A4, lying down: the weeks of the month with hours and call names. Days with more than fits are listed "
            "overleaf.",
        ),
        make=partial(month_file, services, day),
        choose_printer=ask_for_printer,
    )
