"""The printing page: choose a report and see it as it will be on paper, then save, print or copy it."""

from __future__ import annotations

import uuid
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.report_choices import SubjectName
from wpl_desktop.texts import error_message
from wpl_desktop.ui import background, joint_screen, theme
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.printing import report_reader
from wpl_desktop.ui.printing.all_dialog import AllStudentsDialog
from wpl_desktop.ui.printing.all_reports import AllReports
from wpl_desktop.ui.printing.batch import BatchResult
from wpl_desktop.ui.printing.copy_button import CopyButton
from wpl_desktop.ui.printing.documents import ReportFile
from wpl_desktop.ui.printing.options_panel import OptionsPanel
from wpl_desktop.ui.printing.report_area import ReportArea, at_top
from wpl_desktop.ui.printing.report_output import ReportOutput
from wpl_desktop.ui.printing.report_words import LANGUAGES, facts, format_words, report_title, state_word
from wpl_desktop.ui.printing.selection import ReportState, state_of
from wpl_desktop.ui.printing.work_line import WorkLine
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.finalising import PreparedDocument
    from wpl_desktop.ui.background import Job

# How long to wait before looking again whether a dialog is still open.
_DIALOG_MILLISECONDS: Final = 200
# The room that a sentence in the action bar needs to be read.
LEAST_SENTENCE: Final = 200
# What this page remembers on this computer.
LANGUAGE_KEY: Final = "printing.language"
ZOOM_KEY: Final = "printing.zoom"
FOLDER_KEY: Final = "printing.folder"


class PrintingPage(Page):
    """Choices at the left, the real PDF at the right, what to do with it below."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory", "TrajectoryRole", "BlockPlacement", "Person", "Organisation", "Profile", "Round",
            "Sheet", "Score", "Agreed", "RoundReport", "Conversation", "Agreement", "RoundVersion", "Signature",
        }
    )  # fmt: skip
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[SubjectName] = []
        # Whose report may be shown on a screen that a student sees too.
        self._only: uuid.UUID | None = None
        self._writing: Job | None = None
        # An older version that was asked for: of which round, and which.
        self._asked: tuple[uuid.UUID, int] | None = None
        self._is_empty = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DIALOG_MILLISECONDS)
        self.options = OptionsPanel()
        self.area = ReportArea()
        self.preview = self.area.preview
        self.no_students = EmptyState("", action=filled(self.tr("Add {student}")), icon="plus")
        self.work = WorkLine(self.tr("Coaching notes are never in a report."))
        self.texts_button = Button(self.tr("Texts of the report…"), kind="quiet", icon="edit")
        self.final_button = Button(self.tr("Make final…"), kind="quiet", icon="check")
        self.copy_button = CopyButton()
        self.all_button = Button(filled(self.tr("All {students}…")), icon="people", height=36)
        self.save_button = Button(self.tr("Save as PDF"), icon="file", height=36)
        self.print_button = Button(self.tr("Print"), kind="primary", icon="print", height=36)
        self.output = ReportOutput(self.work, window=self)
        self.all_reports = AllReports(self.work, output=self.output, window=self)
        self._assemble()
        self._connect()
        self._add_shortcuts()

    # What the frame asks

    def subject(self) -> dict[str, object]:
        selection = self.options.selection()
        return {} if selection is None else {"trajectory_id": selection.trajectory_id}

    def place(self) -> dict[str, object]:
        """The report that is chosen."""
        selection = self.options.selection()
        return (
            self.subject()
            if selection is None or selection.round_id is None
            else {"round_id": selection.round_id}
        )

    def title(self) -> str:
        """The title in the top bar."""
        return self.tr("Printing")

    def open(self, **arguments: object) -> bool:
        """With `round_id` the report of that round is chosen, with `trajectory_id` that student's newest one.

        `edition` shows an older version of the round, as it was.
        """
        round_id = cast("uuid.UUID | None", arguments.get("round_id"))
        edition = cast("int | None", arguments.get("edition"))
        trajectory_id = cast("uuid.UUID | None", arguments.get("trajectory_id"))
        if round_id is None and trajectory_id is None:
            return False
        if round_id is not None:
            trajectory_id = self._services().reporting.trajectory_of(round_id)
        self._asked = None if round_id is None or edition is None else (round_id, edition)
        if joint_screen.is_on():
            self._only = trajectory_id
        self._read_students()
        if trajectory_id is not None:
            self.options.choose(trajectory_id, round_id)
        self._load()
        return True

    def recall(self, kept: Callable[[str], str | None]) -> None:
        """Take up what was remembered on this computer: `kept` gives the words under a key, if any."""
        language = kept(LANGUAGE_KEY)
        if language in dict(LANGUAGES):
            self.options.languages.set_value(language)
        self.preview.view.set_zoom_words(kept(ZOOM_KEY) or "")
        folder = kept(FOLDER_KEY)
        if folder:
            self.output.folder = Path(folder)

    def flush(self) -> bool:
        """Stop what reads from the profile: it is about to be closed. What was written stays."""
        self.all_reports.drop()
        self._drop_writing()
        return True

    def refresh(self) -> None:
        """Show the data as they are now; while a dialog is open, once it is closed."""
        if QApplication.activeModalWidget() is not None:
            self._later.start()
            return
        self._later.stop()
        self._read_students()
        self._load()

    def focus_first(self) -> None:
        """The students: whoever prints goes from one to the next."""
        if not self._names:
            self.no_students.button.setFocus()
        elif joint_screen.is_on():
            self.preview.view.setFocus()
        else:
            self.options.who.list.setFocus()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_work_line()

    # Slots

    def _on_choice(self) -> None:
        if not self._is_busy():
            self.work.show_quiet()
        self._load()

    def _on_texts(self) -> None:
        choice = self.options.choice()
        if choice is not None:
            self.open_requested.emit("report_texts", {"round_id": choice.round_id})

    def _on_final(self) -> None:
        choice = self.options.choice()
        if choice is not None:
            self.open_requested.emit("finalise_dialog", {"round_id": choice.round_id})

    def _on_current(self) -> None:
        self._asked = None
        self._load()
        self.preview.view.setFocus()

    def _on_sheet(self) -> None:
        choice = self.options.choice()
        if choice is not None:
            sheet = {"perspective": Perspective.WORKPLACE, "strand": Strand.STUDENT_PART}
            self.open_requested.emit("score_sheet", {"round_id": choice.round_id, **sheet})

    def _on_open_round(self) -> None:
        selection = self.options.selection()
        if selection is not None:
            self.open_requested.emit("round_dialog", {"trajectory_id": selection.trajectory_id})

    def _on_copied(self, title: str) -> None:
        if not self._is_busy():
            self.work.show_done(self.tr("On the clipboard: {section}").format(section=title))

    def _on_save(self) -> None:
        if self.preview.file is not None:
            self.output.save(self.preview.file)

    def _on_print(self) -> None:
        if self.preview.file is not None:
            self.output.print(self.preview.file)

    def _on_all(self) -> None:
        selection, like = self.options.selection(), self.options.choice()
        if selection is None or like is None or self._is_busy():
            return
        chosen = selection.report_format()
        reporting = self._services().reporting
        batch = report_reader.batch_like(like, reporting.subjects(), services=self._services(), chosen=chosen)
        name = report_reader.name_of_all(like, reporting=reporting, chosen=chosen)
        dialog = AllStudentsDialog(
            parent=self,
            report_title=report_title(like),
            format_words=format_words(like, chosen),
            count=sum(wanted.choice is not None for wanted in batch.wanted),
            total=len(batch.wanted),
        )
        dialog.accepted.connect(lambda: self.all_reports.start(batch, dialog.kind(), file_name=name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_all_ended(self, result: BatchResult) -> None:
        self.area.show_results(result)

    def _on_results_closed(self) -> None:
        if not self._is_busy():
            self.work.show_quiet()
        self._load()
        self.preview.view.setFocus()

    # Internals

    def _assemble(self) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(24))
        row.addWidget(self.options)
        row.addWidget(self.area, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(both)
        self._whole.addWidget(at_top(self.no_students))
        area = ContentArea(top=16, bottom=16)
        self._body = area.body
        self._body.addWidget(self._whole, 1)
        for button in (self.texts_button, self.final_button, self.copy_button):
            self.options.add_action(button)
        self._bar = ActionBar()
        self._bar.left.addWidget(self.work)
        for button in (self.all_button, self.save_button, self.print_button):
            self._bar.right.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self._later.timeout.connect(self.refresh)
        self.options.changed.connect(self._on_choice)
        self.no_students.triggered.connect(lambda: self.open_requested.emit("student_dialog", {}))
        self.area.no_round.triggered.connect(self._on_open_round)
        self.area.nothing_yet.triggered.connect(self._on_sheet)
        self.area.results.closed.connect(self._on_results_closed)
        self.area.to_current.clicked.connect(self._on_current)
        self.texts_button.clicked.connect(self._on_texts)
        self.final_button.clicked.connect(self._on_final)
        self.copy_button.copied.connect(self._on_copied)
        self.all_button.clicked.connect(self._on_all)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.output.printing_changed.connect(self._show_buttons)
        self.all_reports.running_changed.connect(self._show_buttons)
        self.all_reports.ended.connect(self._on_all_ended)
        self.all_reports.made_final.connect(self._keep)
        remember = self.remember_requested.emit
        self.options.language_chosen.connect(partial(remember, LANGUAGE_KEY))
        self.output.folder_chosen.connect(partial(remember, FOLDER_KEY))
        self.preview.view.zoom_chosen.connect(partial(remember, ZOOM_KEY))

    def _add_shortcuts(self) -> None:
        self.preview.add_shortcuts(self)
        for keys, button in (("Ctrl+P", self.print_button), ("Ctrl+S", self.save_button)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)

    def _order_tabs(self) -> None:
        """Rows that were made later stand last for Qt: put everything in reading order again."""
        stops: list[QWidget] = [
            *self.options.tab_stops(),
            *self.area.tab_stops(),
            self.work.stop,
            self.all_button,
            self.save_button,
            self.print_button,
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _place_work_line(self) -> None:
        """In the bar, or above it when the buttons leave too little room for a sentence."""
        buttons = (self.all_button, self.save_button, self.print_button)
        needed = sum(button.sizeHint().width() + theme.scaled(12) for button in buttons)
        room = self.width() - 2 * side_margin(self.width()) - needed - theme.scaled(24)
        layout = self._bar.left if room >= theme.scaled(LEAST_SENTENCE) else self._body
        if layout.indexOf(self.work) < 0:
            layout.addWidget(self.work)

    def _services(self) -> Services:
        return cast("Services", self.services)

    def _is_busy(self) -> bool:
        """Whether the line in the bar tells of work that goes on."""
        return self.output.is_printing() or self.all_reports.is_running()

    def _read_students(self) -> None:
        """On a screen that a student sees too, nobody else is even read into the page."""
        alone = joint_screen.is_on()
        reporting = self._services().reporting
        if alone:
            found = reporting.subjects([self._only]) if self._only is not None else []
            self._names = [SubjectName(trajectory_id=each.trajectory_id, name=each.name) for each in found]
        else:
            self._names = reporting.names()
        self.options.set_students(self._names, read=report_reader.subjects_reader(self._services()))
        self.options.show_list(not alone)
        self.all_button.setVisible(not alone)
        self.no_students.button.setVisible(not alone)
        self.no_students.set_text(
            filled(
                self.tr("The {student} sees this screen too. Open a report from the {student}'s own page.")
            )
            if alone
            else filled(self.tr("Here you print reports. Start with a {student}."))
        )
        self._whole.setCurrentIndex(0 if self._names else 1)
        self._bar.setVisible(bool(self._names))

    def _drop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None

    def _load(self) -> None:
        """Read the chosen report and write its PDF on a worker; an older one that is not ready is dropped."""
        self._drop_writing()
        self._order_tabs()
        selection, choice = self.options.selection(), self.options.choice()
        self.area.warning.hide()
        self.copy_button.set_report(None)
        if selection is None or choice is None:
            self._show_no_round()
            return
        self.area.show_preview()
        if self._asked is not None and self._asked[0] != choice.round_id:
            self._asked = None
        version = report_reader.older_version(self._asked, services=self._services())
        edition = version.edition if version is not None else None
        self.area.show_superseded(version)
        self._is_empty = False
        state = state_of(choice) if version is None else ReportState.SUPERSEDED
        key = (choice.round_id, selection.language, edition)
        self.preview.set_heading(report_title(choice), state_word(state))
        self.preview.show_loading(key)
        write = report_reader.writer(
            choice, services=self._services(), chosen=selection.report_format(), edition=edition
        )

        def done(file: ReportFile | None) -> None:
            self._writing = None
            self._is_empty = file is None
            if file is None:
                self.area.show_instead(self.area.nothing_yet)
            else:
                if file.to_keep is not None:
                    self._keep(file.to_keep, file.data)
                self.preview.set_heading(report_title(choice), facts(state, pages=len(file.pages)))
                self.preview.show_file(file, key)
                self.copy_button.set_report(file.report)
                self.area.show_missing(file)
            self._show_buttons()

        self._writing = background.run(write, context=self, done=done, failed=self._on_not_made)
        self._show_buttons()

    def _on_not_made(self, error: Exception) -> None:
        self._writing = None
        is_ours = isinstance(error, DomainError | EnvironmentTrouble)
        self.area.no_report.set_text(
            error_message(error, translate)
            if is_ours
            else self.tr("The report could not be made. Nothing was lost; choose it again, or another one.")
        )
        self.area.show_instead(self.area.no_report)
        self._show_buttons()
        if not is_ours:
            raise error

    def _keep(self, document: PreparedDocument, data: bytes) -> None:
        report_reader.keep_final(document, data, services=self._services(), origin=self)

    def _show_no_round(self) -> None:
        self.area.show_no_round(self.options.student_name(), joint=joint_screen.is_on())
        self._show_buttons()

    def _why_no_change(self) -> str:
        """Why nothing can be written for the round that is shown; empty when it can."""
        if not self.area.superseded.isHidden():
            return self.tr("This is an older version. It stays as it is.")
        return self.tr("In this round nothing has been filled in yet.") if self._is_empty else ""

    def _show_buttons(self) -> None:
        choice = self.options.choice()
        no_round = self.tr("There is no round yet.")
        why_not = no_round if choice is None else self._why_no_change()
        self.texts_button.set_available(not why_not, reason=why_not)
        if choice is not None and choice.final:
            why_not = self.tr("This round is final already.")
        self.final_button.set_available(not why_not, reason=why_not)
        has_file, missing = self.preview.file is not None, no_round
        if choice is not None:
            is_being_made = self.tr("The report is still being made.")
            missing = is_being_made if self._writing is not None else self.tr("There is no report to show.")
        self.copy_button.set_available(has_file, reason=missing)
        self.save_button.set_available(has_file, reason=missing)
        busy = self.tr("Reports are being written.")
        if self.output.is_printing():
            busy = self.tr("It is being printed.")
        is_free = not self._is_busy()
        self.print_button.set_available(has_file and is_free, reason=busy if has_file else missing)
        self.all_button.set_available(choice is not None and is_free, reason=busy if choice else no_round)
