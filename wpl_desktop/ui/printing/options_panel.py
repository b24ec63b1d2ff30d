"""The choices beside the preview: which report, for whom, which round, which language, which parts."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Qt, Signal
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

from wpl_desktop.services.report_choices import ReportFormat
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import language
from wpl_desktop.ui.printing.light_list import LightRow
from wpl_desktop.ui.printing.report_words import LANGUAGES, form_title, longest_state, subject_state
from wpl_desktop.ui.printing.selection import (
    Form,
    find_round,
    form_of,
    newest_of_form,
    round_like,
)
from wpl_desktop.ui.printing.student_choice import StudentChoice
from wpl_desktop.ui.widgets.labels import muted_label, small_heading
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

if TYPE_CHECKING:
    from wpl_desktop.services.report_choices import ReportChoice, ReportSubject, SubjectName

WIDTH: Final = 336


ReadSubjects = Callable[[Collection[uuid.UUID]], "Sequence[ReportSubject]"]
"""Gives students with their rounds, by the ids of their trajectories."""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What was chosen. `round_id` is None for a student without a round."""

    trajectory_id: uuid.UUID
    round_id: uuid.UUID | None
    language: str
    include_conditions: bool

    def report_format(self) -> ReportFormat:
        """What is chosen of the copy."""
        return ReportFormat(language=self.language, include_conditions=self.include_conditions)


class OptionsPanel(QScrollArea):
    """The column of choices; the list of students scrolls inside itself."""

    changed = Signal()
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[SubjectName] = []
        self._read: ReadSubjects = _nobody
        self._subject: ReportSubject | None = None
        self._trajectory_id: uuid.UUID | None = None
        self._round_id: uuid.UUID | None = None
        self.what = OptionList(name=self.tr("What"))
        self.who = StudentChoice(name=self.tr("For whom"))
        self.rounds = SegmentedSwitch((), name=self.tr("Round"))
        self.languages = SegmentedSwitch(LANGUAGES, name=self.tr("Language of the report"), value=language())
        self.conditions = QCheckBox(self.tr("Conditions at the workplace"))
        self._conditions_help = muted_label("")
        self._who_heading = small_heading(self.tr("For whom"))
        self._actions = QVBoxLayout()
        self._buttons: list[QWidget] = []
        self._assemble()
        self._connect()

    # What the page tells the panel

    def set_students(self, names: Sequence[SubjectName], *, read: ReadSubjects) -> None:
        """Show these students and read their rounds with `read`; what was chosen stays while it is there."""
        self._read = read
        self.who.list.set_source(self._states_of, longest=longest_state())
        if names != self._names:
            self._names = list(names)
            self.who.set_rows([LightRow(key, name) for key, name in names])
        first = names[0].trajectory_id if names else None
        self._take(self._trajectory_id if self._is_known(self._trajectory_id) else first)
        self._show_choice()

    def add_action(self, button: QAbstractButton) -> None:
        """Put a button under what can be done with the chosen report, in reading order."""
        self._buttons.append(button)
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_list(self, shown: bool) -> None:
        """Show or hide the list of students: on a screen that one of them sees too there is none."""
        self._who_heading.setVisible(shown)
        self.who.setVisible(shown)

    def choose(self, trajectory_id: uuid.UUID, round_id: uuid.UUID | None = None) -> None:
        """Choose a student and a round or else the newest, without a signal; who is not there changes nothing."""
        if self._is_known(trajectory_id):
            self._round_id = round_id
            self._take(trajectory_id)
            self._show_choice()

    def choice(self) -> ReportChoice | None:
        """The report that is chosen; None for a student without a round."""
        return find_round(self._subject, self._round_id)

    def student_name(self) -> str:
        """Who is chosen; empty while there is nobody."""
        return self._subject.name if self._subject is not None else ""

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
        stops: list[QWidget] = self._stops_of(self.what)
        if not self.who.isHidden():
            stops += self.who.tab_stops()
        for group in (self.rounds, self.languages):
            stops += self._stops_of(group)
        return [*stops, self.conditions, *self._buttons]

    @staticmethod
    def _stops_of(group: QWidget) -> list[QWidget]:
        buttons = [button for button in group.findChildren(QAbstractButton) if not button.isHidden()]
        stop = next((button for button in buttons if button.isChecked()), buttons[0] if buttons else None)
        for button in buttons:
            # Qt does this by itself only once the group has had the focus.
            is_stop = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        return [] if stop is None else [stop]

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH), theme.scaled(480))

    # Slots

    def _on_what(self, value: object) -> None:
        student = self._subject
        choice = newest_of_form(student, cast("Form", value)) if student else None
        if choice is not None:
            self._round_id = choice.round_id
            self._choose()

    def _on_who(self, value: object) -> None:
        shown = self.choice()
        self._round_id = None
        self._take(cast("uuid.UUID", value))
        choice = round_like(self._subject, shown) if self._subject else None
        self._round_id = choice.round_id if choice else None
        self._choose()

    def _on_round(self, value: object) -> None:
        self._round_id = cast("uuid.UUID", value)
        self._show_what()
        self.changed.emit()

    def _on_language(self, value: object) -> None:
        self.language_chosen.emit(str(value))
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
        self._column.setContentsMargins(0, 0, 0, theme.scaled(4))
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
            (small_heading(self.tr("What")), self.what),
            (self._who_heading, self.who),
            (small_heading(self.tr("Round and language")), self._switches),
        ):
            if self._column.count():
                self._column.addSpacing(theme.scaled(8))
            self._column.addWidget(heading)
            if isinstance(part, QWidget):
                self._column.addWidget(part, 1 if part is self.who else 0)
            else:
                self._column.addLayout(part)
        self._column.addSpacing(theme.scaled(4))
        self._column.addLayout(conditions)
        self._column.addSpacing(theme.scaled(8))
        self._column.addWidget(small_heading(self.tr("This report")))
        self._actions.setSpacing(theme.scaled(4))
        self._column.addLayout(self._actions)
        self._column.addStretch(0)
        self.setWidget(content)

    def _connect(self) -> None:
        self.what.chosen.connect(self._on_what)
        self.who.chosen.connect(self._on_who)
        self.languages.chosen.connect(self._on_language)
        self.conditions.toggled.connect(self._on_part)

    def _take(self, trajectory_id: uuid.UUID | None) -> None:
        """Read the rounds of the student who is chosen from now on."""
        found = self._read([trajectory_id] if trajectory_id is not None else [])
        self._trajectory_id = trajectory_id
        self._subject = found[0] if found else None
        if self.choice() is None:
            newest = self._subject.newest if self._subject is not None else None
            self._round_id = newest.round_id if newest is not None else None

    def _states_of(self, values: Sequence[object]) -> dict[object, str]:
        subjects = self._read([value for value in values if isinstance(value, uuid.UUID)])
        return {subject.trajectory_id: subject_state(subject) for subject in subjects}

    def _choose(self) -> None:
        self._show_choice()
        self.changed.emit()

    def _is_known(self, trajectory_id: uuid.UUID | None) -> bool:
        return any(name.trajectory_id == trajectory_id for name in self._names)

    def _show_choice(self) -> None:
        self.who.set_value(self._trajectory_id)
        self._show_rounds()
        self._show_what()

    def _show_rounds(self) -> None:
        """A switch has fixed segments: another student's rounds are another switch."""
        student = self._subject
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
        student, choice = self._subject, self.choice()
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


def _nobody(trajectory_ids: Collection[uuid.UUID]) -> Sequence[ReportSubject]:
    del trajectory_ids
    return ()
