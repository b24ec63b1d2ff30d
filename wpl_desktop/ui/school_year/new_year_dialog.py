"""The step into the next school year: who goes on, whose trajectory closes, and what is not taken over."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.new_school_year import Decision, NextStudent, NextYear
from wpl_desktop.texts import error_message
from wpl_desktop.texts_talks import holiday_set_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import day_with_year, filled, translate
from wpl_desktop.ui.school_year.key_table import KeyTable
from wpl_desktop.ui.school_year.year_words import bounds_words, year_name
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label, small_heading
from wpl_desktop.ui.widgets.switch import SegmentedSwitch
from wpl_desktop.ui.widgets.table import Cell, Column, Row

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

_WIDTH = 720
_ROW_HEIGHT = 56


class DecisionTable(KeyTable):
    """Space or a click turns the decision about a student; ← closes and → goes on."""

    turned = Signal(object)
    chosen = Signal(object, object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        choices = {Qt.Key.Key_Left: Decision.CLOSES, Qt.Key.Key_Right: Decision.GOES_ON}
        if key is not None and event.key() == Qt.Key.Key_Space:
            self.turned.emit(key)
        elif key is not None and event.key() in choices:
            self.chosen.emit(key, choices[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class NewYearDialog(FormDialog):
    """Decides about everybody at once; what it does is one step, also for Ctrl+Z."""

    open_requested = Signal(str, dict)

    def __init__(
        self, services: Services, *, parent: QWidget | None = None, first_year: int | None = None
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self._services = services
        self._steps = services.school_calendar.new_year
        proposed = first_year if first_year is not None else self._steps.proposed_year()
        self._year: NextYear = self._steps.next_year(proposed)
        self._decisions: dict[uuid.UUID, Decision] = {}
        current = services.school_calendar.years.current()
        years = sorted({current, current + 1, proposed})
        self.year_switch = SegmentedSwitch(
            [(year, year_name(year)) for year in years], name=self.tr("School year"), value=proposed
        )
        self.calendar = muted_label("")
        self.heading = small_heading("")
        self.table = DecisionTable(
            (
                Column(title=filled(self.tr("{Student}"))),
                Column(title=self.tr("What happens"), width=240, kind="action"),
            ),
            name=self.tr("Who goes on"),
            row_height=_ROW_HEIGHT,
        )
        self.nobody = muted_label(
            filled(self.tr("No {student} is left from a year before: only the calendar is made."))
        )
        self.all_on = quiet_button(self.tr("Everybody goes on"))
        self.all_closed = quiet_button(self.tr("Close all"))
        self.keep_classes = QCheckBox(filled(self.tr("Who goes on stays in the same {class_word}")))
        self.left = muted_label("")
        self._assemble()
        self.finish()
        self._connect()
        self._show_year()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def accept(self) -> None:
        """Begin the school year; the dialog stays open when something is in the way."""
        self.set_message("")
        try:
            self._steps.begin(
                self._year, self._decisions, keep_classes=self.keep_classes.isChecked(), origin=self
            )
        except (DomainError, EnvironmentTrouble) as error:
            self.set_message(error_message(error, translate))
            return
        super().accept()
        self.open_requested.emit("school_year", {"first_year": self._year.plan.first_year})

    def has_unsaved(self) -> bool:
        """Whether something was decided otherwise than proposed."""
        return any(
            self.decision(student) is not student.proposed
            for student in self._year.students
            if not student.is_there
        )

    # What was decided

    def decision(self, student: NextStudent) -> Decision:
        """What becomes of a student now."""
        if student.is_there:
            return Decision.CLOSES
        return self._decisions.get(student.trajectory_id, student.proposed)

    # Slots

    def _on_year(self, first_year: object) -> None:
        if isinstance(first_year, int):
            self._year = self._steps.next_year(first_year)
            self._show_year()

    def _on_turned(self, key: object) -> None:
        student = self._student(key)
        if student is not None:
            now = self.decision(student)
            self._on_chosen(key, Decision.CLOSES if now is Decision.GOES_ON else Decision.GOES_ON)

    def _on_chosen(self, key: object, decision: object) -> None:
        student = self._student(key)
        if student is not None and isinstance(decision, Decision) and not student.is_there:
            self._decisions[student.trajectory_id] = decision
            self._show_rows()

    def _on_all(self, decision: Decision) -> None:
        for student in self._year.students:
            self._decisions[student.trajectory_id] = decision
        self._show_rows()

    # Internals

    def _student(self, key: object) -> NextStudent | None:
        return next((one for one in self._year.students if one.trajectory_id == key), None)

    def _show_year(self) -> None:
        plan = self._year.plan
        name = year_name(plan.first_year)
        title = self.tr("New school year {year}").format(year=name)
        self.setWindowTitle(title)
        self.primary.setText(self.tr("Begin {year}").format(year=name))
        self.calendar.setText(self._calendar_words())
        self._show_rows()
        self.grow()

    def _calendar_words(self) -> str:
        plan = self._year.plan
        if plan.holiday_set is None:
            return self.tr(
                "Nobody said yet whose holidays count: choose that on the page of the school year."
            )
        sentence = self.tr("Lessons from {days}. Holidays: {set}; look at them on the page of the year.")
        sentence = sentence.format(
            days=bounds_words(plan.starts_on, plan.ends_on),
            set=holiday_set_name(plan.holiday_set, translate),
        )
        if not plan.is_known:
            unknown = self.tr("The holidays of this year are not known yet: fill them in there.")
            return f"{sentence} {unknown}"
        return sentence

    def _show_rows(self) -> None:
        students = self._year.students
        self.table.show_rows([self._row(student) for student in students])
        some = bool(students)
        self.nobody.setVisible(not some)
        self.heading.setVisible(some)
        for widget in (self.all_on, self.all_closed, self.keep_classes):
            widget.setVisible(some)
        going = sum(self.decision(student) is Decision.GOES_ON for student in students)
        self.heading.setText(
            self.tr("{going} go on, {closed} close").format(going=going, closed=len(students) - going)
        )
        count = sum(
            student.open_agreements
            for student in students
            if self.decision(student) is Decision.CLOSES or not student.runs_on
        )
        self.left.setText(
            filled(
                self.tr(
                    "Not taken over: agreements that are still open ({count}) and what is being learned. "
                    "They stay with the old trajectory. The privacy notice is handed over again."
                ),
                count=count,
            )
        )
        self.left.setVisible(some)

    def _row(self, student: NextStudent) -> Row:
        facts = [student.class_names] if student.class_names else []
        if student.phase is not None:
            facts.append(self.tr("phase {phase}").format(phase=student.phase))
        facts.append(self.tr("until {day}").format(day=day_with_year(student.ends_on)))
        return Row(
            key=student.trajectory_id,
            cells=(
                Cell(text=student.name, second=", ".join(facts), strong=True),
                Cell(text=self._outcome(student)),
            ),
        )

    def _outcome(self, student: NextStudent) -> str:
        year = year_name(self._year.plan.first_year)
        if student.is_there:
            return self.tr("Closes: is in {year} already").format(year=year)
        if self.decision(student) is Decision.CLOSES:
            return self.tr("Closes")
        if student.runs_on:
            return self.tr("Goes on as it is")
        return self.tr("Goes on in {year}").format(year=year)

    def _assemble(self) -> None:
        switch = QHBoxLayout()
        switch.addWidget(self.year_switch)
        switch.addStretch(1)
        everybody = QHBoxLayout()
        everybody.setSpacing(theme.scaled(8))
        everybody.addWidget(self.all_on)
        everybody.addWidget(self.all_closed)
        everybody.addStretch(1)
        intro = Label(
            filled(
                self.tr(
                    "Choose for each {student}: a new trajectory with the same people and days, one phase further, "
                    "or close. Space turns the choice."
                )
            )
        )
        self.body.addLayout(switch)
        self.body.addWidget(self.calendar)
        self.body.addWidget(intro)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.table)
        self.body.addWidget(self.nobody)
        self.body.addLayout(everybody)
        self.body.addWidget(self.keep_classes)
        self.body.addWidget(self.left)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.year_switch.chosen.connect(self._on_year)
        self.table.turned.connect(self._on_turned)
        self.table.row_activated.connect(self._on_turned)
        self.table.chosen.connect(self._on_chosen)
        self.all_on.clicked.connect(lambda: self._on_all(Decision.GOES_ON))
        self.all_closed.clicked.connect(lambda: self._on_all(Decision.CLOSES))
