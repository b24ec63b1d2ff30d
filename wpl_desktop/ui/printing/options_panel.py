"""The choices beside the preview: which report, for whom, which round, which language, which parts."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.ui import theme
from wpl_desktop.ui.language import language
from wpl_desktop.ui.printing.selection import (
    Form,
    ReportState,
    ReportStudent,
    find_round,
    form_of,
    newest_of_form,
    round_like,
)
from wpl_desktop.ui.widgets.labels import muted_label, small_heading
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

if TYPE_CHECKING:
    from wpl_desktop.services.reporting import ReportChoice

WIDTH = 336
# The names of languages are written in the language itself.
LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What was chosen. `round_id` is None for a student without a round."""

    trajectory_id: uuid.UUID
    round_id: uuid.UUID | None
    language: str
    include_conditions: bool


class OptionsPanel(QScrollArea):
    """The column of choices; scrolls inside itself when there are many students."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._students: list[ReportStudent] = []
        self._trajectory_id: uuid.UUID | None = None
        self._round_id: uuid.UUID | None = None
        self.what = OptionList(name=self.tr("What"))
        self.who = OptionList(name=self.tr("For whom"))
        self.rounds = SegmentedSwitch((), name=self.tr("Round"))
        self.languages = SegmentedSwitch(LANGUAGES, name=self.tr("Language of the report"), value=language())
        self.conditions = QCheckBox(self.tr("Conditions at the workplace"))
        self._conditions_help = muted_label("")
        self._assemble()
        self._connect()

    # What the page tells the panel

    def set_students(self, students: Sequence[ReportStudent]) -> None:
        """Show these students; what was chosen stays chosen as far as it is still there."""
        self._students = list(students)
        student = self._student() or (self._students[0] if self._students else None)
        self._trajectory_id = student.trajectory_id if student else None
        rounds = {choice.round_id for choice in student.rounds} if student else set[uuid.UUID]()
        if student is not None and self._round_id not in rounds:
            choice = round_like(student, None)
            self._round_id = choice.round_id if choice else None
        self._show()

    def choose_round(self, round_id: uuid.UUID) -> None:
        """Choose the report of this round, without a signal; a round that is not there changes nothing."""
        for student in self._students:
            if round_id in {choice.round_id for choice in student.rounds}:
                self._trajectory_id, self._round_id = student.trajectory_id, round_id
                self._show()

    def selection(self) -> Selection | None:
        """What is chosen; None while there is no student."""
        if self._trajectory_id is None:
            return None
        return Selection(
            trajectory_id=self._trajectory_id,
            round_id=self._round_id,
            language=str(self.languages.value()),
            include_conditions=self.conditions.isChecked(),
        )

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, in reading order: one of each group; others after each choice."""
        stops: list[QWidget] = []
        for group in (self.what, self.who, self.rounds, self.languages):
            buttons = [button for button in group.findChildren(QAbstractButton) if not button.isHidden()]
            stop = next((button for button in buttons if button.isChecked()), buttons[0] if buttons else None)
            for button in buttons:
                # Qt does this by itself only once the group has had the focus.
                is_stop = button is stop
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
            if stop is not None:
                stops.append(stop)
        return [*stops, self.conditions]

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH), theme.scaled(480))

    # Slots

    def _on_what(self, value: object) -> None:
        student = self._student()
        choice = newest_of_form(student, cast("Form", value)) if student else None
        if choice is not None:
            self._choose(choice.trajectory_id, choice.round_id)

    def _on_who(self, value: object) -> None:
        shown = self._choice()
        self._trajectory_id = cast("uuid.UUID", value)
        student = self._student()
        choice = round_like(student, shown) if student else None
        self._choose(self._trajectory_id, choice.round_id if choice else None)
        self._show_focused()

    def _show_focused(self) -> None:
        """Arrow keys can lead to a row that is scrolled out of sight."""
        focused = self.who.focusProxy()
        if focused is not None and focused.hasFocus():
            self.ensureWidgetVisible(focused, 0, theme.scaled(24))

    def _on_round(self, value: object) -> None:
        self._round_id = cast("uuid.UUID", value)
        self._show_what()
        self.changed.emit()

    def _on_part(self) -> None:
        self.changed.emit()

    # Internals

    def _assemble(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.conditions.setChecked(True)
        content = QWidget()
        content.setAutoFillBackground(False)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, theme.scaled(8))
        self._column.setSpacing(theme.scaled(8))
        self._switches = QHBoxLayout()
        self._switches.addWidget(self.rounds)
        self._switches.addStretch(1)
        self._switches.addWidget(self.languages)
        conditions = QVBoxLayout()
        conditions.setSpacing(0)
        conditions.addWidget(self.conditions)
        indented = QHBoxLayout()
        indented.setContentsMargins(theme.scaled(30), 0, 0, 0)
        indented.addWidget(self._conditions_help)
        conditions.addLayout(indented)
        for heading, part in (
            (self.tr("What"), self.what),
            (self.tr("For whom"), self.who),
            (self.tr("Round and language"), self._switches),
        ):
            if self._column.count():
                self._column.addSpacing(theme.scaled(8))
            self._column.addWidget(small_heading(heading))
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        self._column.addSpacing(theme.scaled(4))
        self._column.addLayout(conditions)
        self._column.addStretch(1)
        self.setWidget(content)

    def _connect(self) -> None:
        self.what.chosen.connect(self._on_what)
        self.who.chosen.connect(self._on_who)
        self.languages.chosen.connect(self._on_part)
        self.conditions.toggled.connect(self._on_part)

    def _choose(self, trajectory_id: uuid.UUID, round_id: uuid.UUID | None) -> None:
        self._trajectory_id, self._round_id = trajectory_id, round_id
        self.who.set_value(trajectory_id)
        self._show_rounds()
        self._show_what()
        self.changed.emit()

    def _show(self) -> None:
        options = [
            Option(value=student.trajectory_id, title=student.name, trailing=self._state_words(student))
            for student in self._students
        ]
        if options != list(self.who.options()):
            had_focus = self.who.isAncestorOf(self.focusWidget() or self)
            self.who.set_options(options)
            if had_focus:
                self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.who.set_value(self._trajectory_id)
        self._show_rounds()
        self._show_what()

    def _show_rounds(self) -> None:
        """A switch has fixed segments: another student's rounds are another switch."""
        student = self._student()
        rounds = student.rounds if student else ()
        old = self.rounds
        self.rounds = SegmentedSwitch(
            [(choice.round_id, str(choice.round_number)) for choice in rounds],
            name=self.tr("Round"),
            value=self._round_id,
        )
        self.rounds.chosen.connect(self._on_round)
        self._switches.replaceWidget(old, self.rounds)
        self.rounds.setVisible(bool(rounds))
        old.hide()
        old.deleteLater()

    def _show_what(self) -> None:
        student, choice = self._student(), self._choice()
        form = form_of(choice) if choice is not None else None
        reasons = {
            Form.MIDTERM: self.tr("There is no start or midterm round yet."),
            Form.FINAL: self.tr("There is no final round yet."),
        }
        options: list[Option] = []
        for each in Form:
            has_round = student is not None and newest_of_form(student, each) is not None
            options.append(
                Option(
                    value=each,
                    title=form_title(each),
                    enabled=has_round,
                    reason="" if has_round else reasons[each],
                )
            )
        if options != list(self.what.options()):
            self.what.set_options(options)
        self.what.set_value(form)
        self._show_conditions(form)

    def _show_conditions(self, form: Form | None) -> None:
        """R10: the block can be left out; the midterm form does not have it."""
        self.conditions.setEnabled(form is Form.FINAL)
        self._conditions_help.setText(
            self.tr("The midterm report does not have this block.")
            if form is Form.MIDTERM
            else self.tr("As a separate block. Leave it out of copies for others than the three of you.")
        )
        self.conditions.setAccessibleDescription(self._conditions_help.text())

    def _student(self) -> ReportStudent | None:
        return next((found for found in self._students if found.trajectory_id == self._trajectory_id), None)

    def _choice(self) -> ReportChoice | None:
        return find_round(self._students, self._round_id)

    def _state_words(self, student: ReportStudent) -> str:
        if student.newest_state is None:
            return self.tr("no round")
        word = state_word(student.newest_state)
        if len(student.rounds) == 1:
            return word
        return self.tr("round {number} {state}").format(number=student.rounds[-1].round_number, state=word)


def state_word(state: ReportState) -> str:
    """One word for how far a report is."""
    return {
        ReportState.DRAFT: QCoreApplication.translate("OptionsPanel", "draft"),
        ReportState.READY: QCoreApplication.translate("OptionsPanel", "ready"),
        ReportState.FINAL: QCoreApplication.translate("OptionsPanel", "final"),
    }[state]


def form_title(form: Form) -> str:
    """What a report of this form is called."""
    return {
        Form.MIDTERM: QCoreApplication.translate("OptionsPanel", "Midterm report"),
        Form.FINAL: QCoreApplication.translate("OptionsPanel", "Final report"),
    }[form]
