"""The printing page: choose a report and see it as it will be on paper, then save, print or make it final."""

from __future__ import annotations

import uuid
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.texts import error_message
from wpl_desktop.ui import background, theme
from wpl_desktop.ui.language import filled, translate, translator_for
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.printing.documents import ReportFile, write_report
from wpl_desktop.ui.printing.finalise_dialog import FinaliseDialog
from wpl_desktop.ui.printing.options_panel import OptionsPanel, Selection, form_title, state_word
from wpl_desktop.ui.printing.page_view import Fit
from wpl_desktop.ui.printing.preview import Preview
from wpl_desktop.ui.printing.report_output import ReportOutput
from wpl_desktop.ui.printing.selection import ReportStudent, find_round, form_of, read_state, read_students
from wpl_desktop.ui.printing.work_line import WorkLine
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.reporting import ReportChoice
    from wpl_desktop.ui.background import Job

# How long to wait before looking again whether a dialog is still open.
_DIALOG_MILLISECONDS: Final = 200
# The room that a sentence in the action bar needs to be read.
LEAST_SENTENCE: Final = 200


class PrintingPage(Page):
    """Choices at the left, the real PDF at the right, what to do with it below."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory", "TrajectoryRole", "BlockPlacement", "Person", "Organisation", "Profile", "Round",
            "Sheet", "Score", "Agreed", "RoundReport", "Conversation", "Agreement",
        }
    )  # fmt: skip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._students: list[ReportStudent] = []
        self._writing: Job | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DIALOG_MILLISECONDS)
        self.options = OptionsPanel()
        self.preview = Preview()
        self.warning = Hint("", icon="warning")
        self.no_students = EmptyState(
            filled(self.tr("Here you print reports. Start with a {student}.")),
            action=filled(self.tr("Add {student}")),
            icon="plus",
        )
        self.no_round = EmptyState("", action=self.tr("Open a round…"), icon="evaluations")
        self.no_report = EmptyState("")
        self.work = WorkLine(self.tr("Coaching notes are never in a report."))
        self.texts_button = Button(self.tr("Texts of the report…"), icon="edit", height=36)
        self.final_button = Button(self.tr("Make final…"), icon="check", height=36)
        self.save_button = Button(self.tr("Save as PDF"), icon="file", height=36)
        self.print_button = Button(self.tr("Print"), kind="primary", icon="print", height=36)
        self.output = ReportOutput(self.work, window=self)
        self._assemble()
        self._connect()
        self._add_shortcuts()

    # What the frame asks

    def subject(self) -> dict[str, object]:
        selection = self.options.selection()
        return {} if selection is None else {"trajectory_id": selection.trajectory_id}

    def title(self) -> str:
        """The title in the top bar."""
        return self.tr("Printing")

    def open(self, **arguments: object) -> None:
        """With `round_id` the report of that round is chosen."""
        round_id = arguments.get("round_id")
        if isinstance(round_id, uuid.UUID):
            self._read_students()
            self.options.choose_round(round_id)
            self._load()

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
        (self.options.who if self._students else self.no_students.button).setFocus()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_work_line()

    # Slots

    def _on_choice(self) -> None:
        if not self.output.is_printing():
            self.work.show_quiet()
        self._load()

    def _on_texts(self) -> None:
        choice = self._choice()
        if choice is not None:
            self.open_requested.emit("report_texts", {"round_id": choice.round_id})

    def _on_final(self) -> None:
        choice = self._choice()
        if choice is None:
            return
        dialog = FinaliseDialog(
            self._services(),
            parent=self,
            round_id=choice.round_id,
            student_name=choice.student_name,
            report_title=_report_title(choice),
        )
        dialog.accepted.connect(self._on_finalised)
        dialog.texts_requested.connect(self._on_texts)
        dialog.sheet_requested.connect(self._on_sheet)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_finalised(self) -> None:
        self.saved.emit()
        self.refresh()

    def _on_sheet(self) -> None:
        choice = self._choice()
        if choice is not None:
            sheet = {"perspective": Perspective.WORKPLACE, "strand": Strand.STUDENT_PART}
            self.open_requested.emit("score_sheet", {"round_id": choice.round_id, **sheet})

    def _on_open_round(self) -> None:
        selection = self.options.selection()
        if selection is not None:
            self.open_requested.emit("round_dialog", {"trajectory_id": selection.trajectory_id})

    def _on_save(self) -> None:
        if self.preview.file is not None:
            self.output.save(self.preview.file)

    def _on_print(self) -> None:
        if self.preview.file is not None:
            self.output.print(self.preview.file)

    # Internals

    def _assemble(self) -> None:
        shown = QWidget()
        shown_column = QVBoxLayout(shown)
        shown_column.setContentsMargins(0, 0, 0, 0)
        shown_column.setSpacing(theme.scaled(12))
        shown_column.addWidget(self.warning)
        shown_column.addWidget(self.preview, 1)
        self.warning.hide()
        self._right = QStackedWidget()
        for widget in (shown, _at_top(self.no_round), _at_top(self.no_report)):
            self._right.addWidget(widget)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(24))
        row.addWidget(self.options)
        row.addWidget(self._right, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(both)
        self._whole.addWidget(_at_top(self.no_students))
        area = ContentArea(top=16, bottom=16)
        self._body = area.body
        self._body.addWidget(self._whole, 1)
        self._bar = ActionBar()
        self._bar.left.addWidget(self.work)
        for button in (self.texts_button, self.final_button, self.save_button, self.print_button):
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
        self.no_round.triggered.connect(self._on_open_round)
        self.texts_button.clicked.connect(self._on_texts)
        self.final_button.clicked.connect(self._on_final)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.output.printing_changed.connect(self._show_buttons)

    def _add_shortcuts(self) -> None:
        view = self.preview.view
        for keys, action in (
            ("PgUp", lambda: view.go(-1)),
            ("PgDown", lambda: view.go(1)),
            ("Ctrl++", view.zoom_in),
            ("Ctrl+=", view.zoom_in),
            ("Ctrl+-", view.zoom_out),
            ("Ctrl+0", lambda: view.set_fit(Fit.PAGE)),
            ("Ctrl+P", self.print_button.click),
            ("Ctrl+S", self.save_button.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _order_tabs(self) -> None:
        """Rows that were made later stand last for Qt: put everything in reading order again."""
        stops: list[QWidget] = [
            *self.options.tab_stops(),
            self.no_round.button,
            *self.preview.tab_stops(),
            self.work.stop,
            self.texts_button,
            self.final_button,
            self.save_button,
            self.print_button,
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _place_work_line(self) -> None:
        """In the bar, or above it when the buttons leave too little room for a sentence."""
        buttons = (self.texts_button, self.final_button, self.save_button, self.print_button)
        needed = sum(button.sizeHint().width() + theme.scaled(12) for button in buttons)
        room = self.width() - 2 * side_margin(self.width()) - needed - theme.scaled(24)
        layout = self._bar.left if room >= theme.scaled(LEAST_SENTENCE) else self._body
        if layout.indexOf(self.work) < 0:
            layout.addWidget(self.work)

    def _services(self) -> Services:
        return cast("Services", self.services)

    def _choice(self) -> ReportChoice | None:
        selection = self.options.selection()
        return find_round(self._students, selection.round_id) if selection is not None else None

    def _read_students(self) -> None:
        self._students = read_students(self._services())
        self.options.set_students(self._students)
        self._whole.setCurrentIndex(0 if self._students else 1)
        self._bar.setVisible(bool(self._students))

    def _load(self) -> None:
        """Read the chosen report here and write its PDF on a worker; an older one that is not ready is dropped."""
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        self._order_tabs()
        selection, choice = self.options.selection(), self._choice()
        self.warning.hide()
        if selection is None or choice is None:
            self._show_no_round(selection)
            return
        self._right.setCurrentIndex(0)
        try:
            state = state_word(read_state(self._services(), choice))
            report = self._services().reporting.evaluation_report(
                choice.round_id, language=selection.language, include_conditions=selection.include_conditions
            )
        except (DomainError, EnvironmentTrouble) as error:
            self._show_no_report(error_message(error, translate))
            return
        key = (choice.round_id, selection.language)
        self.preview.set_heading(_report_title(choice), state)
        self.preview.show_loading(key)
        words = translator_for(selection.language)

        def done(file: ReportFile) -> None:
            self._writing = None
            self.preview.set_heading(_report_title(choice), _facts(state, len(file.pages)))
            self.preview.show_file(file, key)
            self._show_missing(file)
            self._show_buttons()

        def failed(error: Exception) -> None:
            self._writing = None
            self._show_no_report(
                self.tr("The report could not be made. Nothing was lost; choose it again, or another one.")
            )
            raise error

        self._writing = background.run(
            lambda progress: write_report(report, translate=words, progress=progress),
            context=self,
            done=done,
            failed=failed,
        )
        self._show_buttons()

    def _show_no_round(self, selection: Selection | None) -> None:
        self.preview.forget()
        student = next(
            (
                found
                for found in self._students
                if selection and found.trajectory_id == selection.trajectory_id
            ),
            None,
        )
        if student is not None:
            self.no_round.set_text(
                self.tr("{name} has no round yet. A report shows one round.").format(name=student.name)
            )
            self._right.setCurrentIndex(1)
        self._show_buttons()

    def _show_no_report(self, text: str) -> None:
        self.preview.forget()
        self.no_report.set_text(text)
        self._right.setCurrentIndex(2)
        self._show_buttons()

    def _show_missing(self, file: ReportFile) -> None:
        """Say which characters stand as a box on the paper, because no font has them."""
        self.warning.setVisible(bool(file.missing))
        if file.missing:
            self.warning.set_text(
                self.tr(
                    "No font here has these characters; the paper shows a box instead: {characters}"
                ).format(characters=", ".join(f"{sign} (U+{ord(sign):04X})" for sign in file.missing))
            )

    def _show_buttons(self) -> None:
        choice = self._choice()
        no_round = self.tr("There is no round yet.")
        self.texts_button.set_available(choice is not None, reason=no_round)
        is_final = choice is not None and choice.final
        self.final_button.set_available(
            choice is not None and not is_final,
            reason=self.tr("This round is final already.") if is_final else no_round,
        )
        has_file = self.preview.file is not None
        waiting = self.tr("The report is still being made.") if choice is not None else no_round
        self.save_button.set_available(has_file, reason=waiting)
        is_printing = self.output.is_printing()
        self.print_button.set_available(
            has_file and not is_printing, reason=self.tr("It is being printed.") if is_printing else waiting
        )


def _at_top(widget: QWidget) -> QWidget:
    """A column with the widget at its top and nothing below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return holder


def _report_title(choice: ReportChoice) -> str:
    text = QCoreApplication.translate("PrintingPage", "{report}, round {number}")
    return text.format(report=form_title(form_of(choice)), number=choice.round_number)


def _facts(state: str, pages: int) -> str:
    return QCoreApplication.translate("PrintingPage", "{state} · A4, {count} pages").format(
        state=state, count=pages
    )
