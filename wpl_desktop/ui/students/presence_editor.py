"""The editor of days that differ from the fixed ones: start-up, light presence, any other stretch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from wpl_desktop.domain.school_year import PeriodKind, YearPlan
from wpl_desktop.services.trajectories import PresenceValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.students.form_editors import Rows, WeekdayPicker
from wpl_desktop.ui.widgets.buttons import IconButton, quiet_button
from wpl_desktop.ui.widgets.moments import DayEdit

EVERY_DAY: Final = (1, 2, 3, 4, 5)


def start_up(plan: YearPlan, *, starts_on: date, ends_on: date) -> PresenceValues:
    """Every day from the start of a trajectory until the academic year begins."""
    last = min(plan.academic_starts_on - timedelta(days=1), ends_on)
    return PresenceValues(
        label=QCoreApplication.translate("PresenceEditor", "Start-up"),
        starts_on=starts_on,
        ends_on=max(last, starts_on),
        weekdays=EVERY_DAY,
    )


def exams(plan: YearPlan, *, starts_on: date, ends_on: date, weekdays: Sequence[int]) -> PresenceValues:
    """One day a week in the first examinations of the institute; without any in the calendar in January."""
    january = date(plan.first_year + 1, 1, 1)
    first, last = january, january.replace(day=31)
    known = [
        period
        for period in plan.periods
        if period.kind is PeriodKind.EXAMS and period.starts_on <= ends_on and period.ends_on >= starts_on
    ]
    if known:
        first, last = known[0].starts_on, known[0].ends_on
    first = min(max(first, starts_on), ends_on)
    return PresenceValues(
        label=QCoreApplication.translate("PresenceEditor", "Examinations"),
        starts_on=first,
        ends_on=max(min(last, ends_on), first),
        weekdays=tuple(weekdays[-1:]),
    )


class PresenceRow(QWidget):
    """One stretch: its name, first and last day, and the days of the week in it; none: not there."""

    def __init__(self, values: PresenceValues) -> None:
        super().__init__()
        self.label = QLineEdit(values.label)
        self.label.setAccessibleName(self.tr("Name of the period"))
        self.label.setPlaceholderText(self.tr("Name"))
        self.first = DayEdit(values.starts_on)
        self.first.setAccessibleName(self.tr("First day"))
        self.last = DayEdit(values.ends_on)
        self.last.setAccessibleName(self.tr("Last day"))
        self.weekdays = WeekdayPicker()
        self.weekdays.set_value(values.weekdays)
        self.weekdays.setAccessibleName(self.tr("Days in this period"))
        self.remove_button = IconButton("close", name=self.tr("Remove this period"))
        above = QHBoxLayout()
        above.setSpacing(theme.scaled(8))
        above.addWidget(self.label, 1)
        above.addWidget(self.first)
        above.addWidget(self.last)
        above.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.scaled(4))
        column.setSpacing(theme.scaled(6))
        column.addLayout(above)
        column.addWidget(self.weekdays)

    def value(self) -> PresenceValues:
        """The stretch as typed."""
        return PresenceValues(
            label=self.label.text(),
            starts_on=self.first.value(),
            ends_on=self.last.value(),
            weekdays=self.weekdays.value(),
        )

    def order(self) -> list[QWidget]:
        """The editors in reading order."""
        return [
            self.label,
            self.first,
            self.last,
            self.remove_button,
            *self.weekdays.chips.values(),
            self.weekdays.weekend_button,
        ]


class PresenceEditor(Rows):
    """The stretches of a student; `proposed` gives those that start from a button of their own."""

    def __init__(
        self, *, proposed: Callable[[str], PresenceValues], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._proposed = proposed
        self._today = today
        self.rows: list[PresenceRow] = []
        self.add_button.setText(self.tr("Add days"))
        self.start_button = quiet_button(self.tr("Start in August"), muted=True)
        self.exams_button = quiet_button(self.tr("Light presence in the examinations"), muted=True)
        self.below.insertWidget(1, self.start_button)
        self.below.insertWidget(2, self.exams_button)
        self.add_button.clicked.connect(self._on_add)
        self.start_button.clicked.connect(lambda: self._on_proposed("start"))
        self.exams_button.clicked.connect(lambda: self._on_proposed("exams"))

    def value(self) -> tuple[PresenceValues, ...]:
        """Every stretch."""
        return tuple(row.value() for row in self.rows)

    def set_value(self, stretches: Sequence[PresenceValues]) -> None:
        """Show these stretches."""
        for row in list(self.rows):
            self._on_remove(row)
        for values in stretches:
            self._add(values)

    def order(self) -> list[QWidget]:
        """The editors in reading order."""
        editors = [editor for row in self.rows for editor in row.order()]
        return [*editors, self.add_button, self.start_button, self.exams_button]

    def _on_add(self) -> None:
        row = self._add(
            PresenceValues(label="", starts_on=self._today, ends_on=self._today, weekdays=EVERY_DAY)
        )
        row.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_proposed(self, key: str) -> None:
        row = self._add(self._proposed(key))
        row.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, values: PresenceValues) -> PresenceRow:
        row = PresenceRow(values)
        row.remove_button.clicked.connect(lambda: self._on_remove(row))
        self.rows.append(row)
        self.box.addWidget(row)
        self.changed.emit()
        return row

    def _on_remove(self, row: PresenceRow) -> None:
        self.rows.remove(row)
        self.drop(row)


class PatternButton(QWidget):
    """A menu of common week patterns beside the days."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = quiet_button(self.tr("Pattern"), icon="chevron-down", muted=True)
        self.menu = QMenu(self)
        for text, weekdays in (
            (self.tr("3 + 2: Monday, Tuesday and Thursday"), (1, 2, 4)),
            (self.tr("LIO, half-time: Monday, Tuesday and Wednesday"), (1, 2, 3)),
            (self.tr("Part-time: Thursday and Friday"), (4, 5)),
            (self.tr("Every day"), EVERY_DAY),
        ):
            action = QAction(text, self.menu)
            action.triggered.connect(lambda _checked=False, days=weekdays: self.chosen.emit(days))
            self.menu.addAction(action)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)
