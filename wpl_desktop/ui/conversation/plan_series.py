"""How a conversation comes back: once, every week, every two weeks, each month, or a rule of one's own; until when."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from wpl_desktop.domain.series import MOST_WEEKS, SeriesRule, monthly_rule
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import weekday_name
from wpl_desktop.ui.widgets.chip import FilterChip
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.moments import DayEdit

ONCE, WEEKLY, TWO_WEEKLY, FIRST_OF_MONTH, LAST_OF_MONTH, CUSTOM = range(6)
_NO_END: Final = QDate(2000, 1, 1)
_SCHOOL_DAYS: Final = (1, 2, 3, 4, 5)


class EndEdit(DayEdit):
    """The last day of a series; Delete empties it, which is said to be wrong and never means *for ever*."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setMinimumDate(_NO_END)
        self.setSpecialValueText("–")
        self._proposed = self.value()

    def end(self) -> date | None:
        """The day, None when the field was emptied."""
        return None if self.date() == _NO_END else self.value()

    def propose(self, day: date) -> None:
        """Choose a day by itself; typing in the emptied field starts from it."""
        self._proposed = day
        self.set_value(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.setDate(_NO_END)
            return
        if self.date() == _NO_END and event.text().isdigit():
            self.set_value(self._proposed)
            self.setSelectedSection(self.sectionAt(0))
        super().keyPressEvent(event)


class RepeatFields(QWidget):
    """How often and until when; what is not needed takes no room."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._until_by_hand = False
        self._day = date(2000, 1, 3)
        self.often = QComboBox()
        self.until = EndEdit()
        self.weeks = QSpinBox()
        self.weekdays = [FilterChip(weekday_name(day, short=True)) for day in _SCHOOL_DAYS]
        self._custom = QWidget()
        self._form = FormLayout()
        self._make_fields()
        self._assemble()
        self._connect()
        self._show_what_counts()

    def is_repeated(self) -> bool:
        """Whether there is more than one conversation."""
        return self.often.currentIndex() != ONCE

    def rule(self) -> SeriesRule | None:
        """The rule that was chosen; None: once."""
        weekday = self._day.isoweekday()
        chosen = self.often.currentIndex()
        if chosen == ONCE:
            return None
        if chosen in {FIRST_OF_MONTH, LAST_OF_MONTH}:
            return monthly_rule(weekday, in_month=1 if chosen == FIRST_OF_MONTH else -1)
        if chosen == CUSTOM:
            days = tuple(
                day for day, chip in zip(_SCHOOL_DAYS, self.weekdays, strict=True) if chip.isChecked()
            )
            return SeriesRule(weekdays=days, frequency_weeks=self.weeks.value())
        return SeriesRule(weekdays=(weekday,), frequency_weeks=chosen)

    def set_day(self, day: date) -> None:
        """The day of the first conversation: on that weekday the others come."""
        if day.isoweekday() == self._day.isoweekday():
            self._day = day
            return
        self._day = day
        name = weekday_name(day.isoweekday())
        with self._by_the_program():
            self.often.setItemText(FIRST_OF_MONTH, self.tr("The first {day} of each month").format(day=name))
            self.often.setItemText(LAST_OF_MONTH, self.tr("The last {day} of each month").format(day=name))
            if self.often.currentIndex() != CUSTOM:
                for number, chip in zip(_SCHOOL_DAYS, self.weekdays, strict=True):
                    chip.setChecked(number == day.isoweekday())

    def propose_until(self, day: date) -> None:
        """Fill in the end, unless it was chosen by hand."""
        if not self._until_by_hand:
            with self._by_the_program():
                self.until.propose(day)

    def set_errors(self, errors: dict[str, str]) -> None:
        """Show what is wrong with `until` or the `rule`, at its field."""
        self._form.set_errors({("often" if name == "rule" else name): text for name, text in errors.items()})

    def field(self, name: str) -> Field:
        """A field by name: `often` or `until`."""
        return self._form.field(name)

    # Building

    def _make_fields(self) -> None:
        self.often.addItems(
            [
                self.tr("Once"),
                self.tr("Every week"),
                self.tr("Every two weeks"),
                "",
                "",
                self.tr("Something else…"),
            ]
        )
        self.weeks.setRange(1, MOST_WEEKS)
        self.weeks.setAccessibleName(self.tr("Every how many weeks"))
        for day, chip in zip(_SCHOOL_DAYS, self.weekdays, strict=True):
            chip.setAccessibleName(weekday_name(day))
        self.set_day(date(2000, 1, 4))

    def _assemble(self) -> None:
        self._form.add_fields(
            {
                "often": Field(self.tr("Repeat"), self.often),
                "until": Field(self.tr("Until"), self.until),
            }
        )
        custom = QVBoxLayout(self._custom)
        custom.setContentsMargins(0, 0, 0, 0)
        custom.setSpacing(theme.scaled(8))
        weeks = QHBoxLayout()
        weeks.setSpacing(theme.scaled(8))
        # One sentence around the number, in every language: what stands before and after it.
        weeks.addWidget(Label(self.tr("Every so many weeks:"), role="secondary", wrap=False))
        weeks.addWidget(self.weeks)
        weeks.addStretch(1)
        custom.addLayout(weeks)
        holder = QWidget()
        days = FlowLayout(holder, gap=theme.scaled(8), line_gap=theme.scaled(8))
        for chip in self.weekdays:
            days.addWidget(chip)
        custom.addWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addLayout(self._form)
        column.addWidget(self._custom)

    def _connect(self) -> None:
        self.often.currentIndexChanged.connect(self._on_changed)
        self.until.dateChanged.connect(self._on_until)
        self.weeks.valueChanged.connect(self._on_changed)
        for chip in self.weekdays:
            chip.toggled.connect(self._on_changed)

    # Slots

    def _on_until(self) -> None:
        self._until_by_hand = self._until_by_hand or not self._filling
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_what_counts()
        if not self._filling:
            self.changed.emit()

    # Internals

    def _show_what_counts(self) -> None:
        self._form.field("until").setVisible(self.is_repeated())
        self._custom.setVisible(self.often.currentIndex() == CUSTOM)

    @contextmanager
    def _by_the_program(self) -> Generator[None]:
        self._filling = True
        try:
            yield
        finally:
            self._filling = False
