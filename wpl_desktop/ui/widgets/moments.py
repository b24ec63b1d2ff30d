"""Fields for a day and a time."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QDateTimeEdit,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from wpl_desktop.ui import icons, theme

STEP_MINUTES = 15
LAST_MINUTE = 23 * 60 + 59


_CALENDAR_STYLE = """
QCalendarWidget QWidget#qt_calendar_navigationbar { background: palette(alternate-base); }
QCalendarWidget QToolButton { color: palette(text); background: transparent; border: none; padding: 6px; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
"""


class DayEdit(QDateEdit):
    """A day, typed or picked from a calendar; `value` is a `date`."""

    def __init__(self, day: date | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd-MM-yyyy")
        _dress(self.calendarWidget())
        if day is not None:
            self.set_value(day)

    def value(self) -> date:
        """The day chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_value(self, day: date) -> None:
        """Choose a day."""
        self.setDate(QDate(day.year, day.month, day.day))


class QuarterEdit(QTimeEdit):
    """A time on the clock; the arrows go by quarters of an hour, typing by the minute."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")

    def value(self) -> time:
        """The time chosen."""
        chosen = self.time()
        return time(chosen.hour(), chosen.minute())

    def set_value(self, moment: datetime) -> None:
        """Choose the time of a moment."""
        self.setTime(QTime(moment.hour, moment.minute))

    def stepBy(self, steps: int) -> None:
        section = self.currentSection()
        step = 60 if section is QDateTimeEdit.Section.HourSection else STEP_MINUTES
        now = self.time().hour() * 60 + self.time().minute()
        then = now + steps * step
        if 0 <= then <= LAST_MINUTE:
            self.setTime(QTime(then // 60, then % 60))
            self.setSelectedSection(section)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return (
            QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        )


def _dress(calendar: QCalendarWidget) -> None:
    """Week from Monday, quiet week-ends (no red), the program's own arrows."""
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setStyleSheet(_CALENDAR_STYLE)
    quiet = QTextCharFormat()
    quiet.setForeground(theme.tokens().muted)
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, quiet)
    for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icons.icon(icon))
