"""How talks come into somebody's calendar: a file with times, and names or places only where one chooses so."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from wpl_desktop.domain.calendar_events import PRODUCT, SUFFIX, CalendarChoice
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.calendar_export import CalendarData
from wpl_desktop.texts import error_message
from wpl_desktop.ui import background, joint_screen
from wpl_desktop.ui.language import clock_time, filled, short_day, translate
from wpl_desktop.ui.sheet_printing import documents_folder, write_file
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import muted_label, section_label
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

WIDTH: Final = 560
#: Of more conversations than this the file is made beside the window: two thousand take a second.
AT_ONCE: Final = 200
ALARM_MINUTES: Final = (0, 5, 10, 15, 30, 60)
_TALK, _SERIES, _EVERYTHING = "talk", "series", "everything"


def ask_for_calendar(parent: QWidget, proposal: Path) -> Path | None:
    """Let the user choose where a calendar file goes; None when nothing is saved."""
    title = QCoreApplication.translate("CalendarDialog", "Save calendar file")
    kinds = QCoreApplication.translate("CalendarDialog", "Calendar files (*.ics)")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not name:
        return None
    file = Path(name)
    return file if file.suffix.lower() == SUFFIX else file.with_name(f"{file.name}{SUFFIX}")


def _file_of(
    data: CalendarData, *, alarm_minutes: int | None, step: Callable[[int, int], None] | None = None
) -> bytes:
    from wpl_desktop.exchange.calendar_file import write_calendar

    file = BytesIO()
    write_calendar(
        data.events,
        zone=data.zone,
        alarm_minutes=alarm_minutes,
        product=PRODUCT,
        translate=translate,
        target=file,
        step=step,
    )
    return file.getvalue()


class CalendarDialog(FormDialog):
    """Saves one talk, its series or everything; it stays open and says where the file is."""

    def __init__(
        self,
        services: Services,
        *,
        conversation_id: uuid.UUID | None = None,
        series_id: uuid.UUID | None = None,
        choose_file: Callable[[QWidget, Path], Path | None] = ask_for_calendar,
        parent: QWidget | None = None,
    ) -> None:
        """Offer a calendar file.

        Args:
            services: of the open profile.
            conversation_id: the talk that one was looking at, if any.
            series_id: the series that one was looking at; else that of the talk.
            choose_file: asks where the file goes.
            parent: what the dialog belongs to.
        """
        super().__init__(parent, width=WIDTH)
        self._services = services
        self._conversation_id = conversation_id
        if series_id is None and conversation_id is not None:
            series_id = services.calendar_export.series_of(conversation_id)
        self._series_id = series_id
        self._choose_file = choose_file
        self._job: background.Job | None = None
        self.setWindowTitle(self.tr("Calendar file"))
        self._make_fields()
        self.primary.setText(self.tr("Save…"))
        self.primary.set_icon("disk")
        self._assemble()
        self.finish()
        self._connect()

    def reject(self) -> None:
        """Leave it; a file that is being made is not made."""
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def said(self) -> str:
        """Where the file was saved; empty before."""
        return self._saved.text()

    # Events

    def accept(self) -> None:
        """Choose a place and write the file there; the dialog stays, to say where it is."""
        self._say_saved("")
        self.set_message("")
        try:
            data = self._data()
        except (DomainError, EnvironmentTrouble) as error:
            self.set_message(error_message(error, translate))
            return
        if not data.events:
            self.set_message(self.tr("There is no conversation yet that a calendar can hold."))
            return
        stem = self.tr("conversations")
        target = self._choose_file(self, documents_folder() / f"{stem}{SUFFIX}")
        if target is not None:
            self._write(data, target)

    # Building

    def _make_fields(self) -> None:
        options = self._options()
        self.what = OptionList(options, name=self.tr("Which conversations?"), value=options[0].value)
        self.with_names = QCheckBox(filled(self.tr("With the call names of {students}")))
        self.readers = Hint(
            filled(
                self.tr(
                    "Whoever can look into this calendar then reads with whom you speak: everybody you share it "
                    "with, and the service that keeps it."
                )
            )
        )
        self.with_place = QCheckBox(self.tr("With the place"))
        wanted = self._services.reminders.minutes()
        self.alarm = SegmentedSwitch(
            [
                (minutes, self.tr("{minutes} min").format(minutes=minutes) if minutes else self.tr("None"))
                for minutes in sorted({*ALARM_MINUTES, wanted})
            ],
            name=self.tr("Warning in the calendar"),
            value=wanted,
            small=True,
        )
        self._saved = Hint("", icon="check")

    def _options(self) -> list[Option]:
        """What may be saved from here; who looks along on the joint screen takes nobody else's times along."""
        options: list[Option] = []
        if self._conversation_id is not None:
            options.append(Option(value=_TALK, title=self.tr("This conversation"), subtitle=self._moment()))
        if self._series_id is not None:
            options.append(
                Option(
                    value=_SERIES,
                    title=self.tr("This series"),
                    subtitle=self.tr("Every conversation of it, also those that were moved"),
                )
            )
        if not (options and joint_screen.is_on()):
            options.append(
                Option(
                    value=_EVERYTHING,
                    title=self.tr("All conversations"),
                    subtitle=filled(self.tr("Of every {student} in this profile")),
                )
            )
        return options

    def _moment(self) -> str:
        """When the talk is; nothing for one that is gone, which saving will say."""
        try:
            event = self._services.calendar_export.of_conversation(
                cast("uuid.UUID", self._conversation_id)
            ).events[0]
        except DomainError:
            return ""
        return f"{short_day(event.starts_at.date())} {clock_time(event.starts_at)}"

    def _assemble(self) -> None:
        self.readers.hide()
        self._saved.hide()
        self.body.addWidget(section_label(self.tr("To your calendar")))
        self.body.addWidget(
            muted_label(
                self.tr(
                    "The file has the time of each conversation, and of the rest only what you choose here. Take it "
                    "in again after a change: your calendar then changes what it has and doubles nothing."
                )
            )
        )
        self.body.addWidget(self.what)
        self.body.addWidget(self.with_names)
        self.body.addWidget(self.readers)
        self.body.addWidget(self.with_place)
        self.body.addWidget(Field(self.tr("Warning in the calendar, before the conversation"), self.alarm))
        self.body.addWidget(self._saved)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.with_names.toggled.connect(self.readers.setVisible)

    # Internals

    def _data(self) -> CalendarData:
        choice = CalendarChoice(
            with_names=self.with_names.isChecked(), with_place=self.with_place.isChecked()
        )
        export = self._services.calendar_export
        if self.what.value() == _TALK and self._conversation_id is not None:
            return export.of_conversation(self._conversation_id, choice=choice)
        if self.what.value() == _SERIES and self._series_id is not None:
            return export.of_series(self._series_id, choice=choice)
        return export.everything(choice=choice)

    def _write(self, data: CalendarData, target: Path) -> None:
        """Make the file, beside the window when that takes longer than one waits for, and keep it."""
        alarm = cast("int | None", self.alarm.value())
        if len(data.events) <= AT_ONCE:
            self._keep(data, target, _file_of(data, alarm_minutes=alarm))
            return
        self.primary.set_available(False, reason=self.tr("The file is being made."))
        self._job = background.run(
            lambda progress: _file_of(data, alarm_minutes=alarm, step=progress.step),
            context=self,
            done=lambda file: self._on_made(data, target, file),
            failed=self._on_not_made,
            progress=lambda done, count: self._say_saved(
                self.tr("The file is being made: {done} of {count} conversations").format(
                    done=done, count=count
                )
            ),
        )

    def _on_made(self, data: CalendarData, target: Path, file: bytes) -> None:
        self._say_saved("")
        self.primary.set_available(True)
        self._keep(data, target, file)

    def _on_not_made(self, error: Exception) -> None:
        self._say_saved("")
        self.primary.set_available(True)
        raise error

    def _keep(self, data: CalendarData, target: Path, file: bytes) -> None:
        try:
            self._services.calendar_export.mark_exported(data)
            write_file(target, file)
        except EnvironmentTrouble as error:
            self.set_message(error_message(error, translate))
        except OSError:
            self.set_message(
                self.tr(
                    "Not saved: you may not write there, the disk is full, or the file is open elsewhere. Choose "
                    "another place."
                )
            )
        else:
            # The folder and the file: a whole path has no place to end a line.
            where = Path(target.parent.name) / target.name
            self._say_saved(self.tr("Saved: {file}").format(file=where))
            self.cancel.setText(self.tr("Close"))

    def _say_saved(self, text: str) -> None:
        self._saved.set_text(text)
        self._saved.setVisible(bool(text))
        if text:
            # It has a place only after it came into the form.
            QTimer.singleShot(0, self, lambda: self.show_field(self._saved))
