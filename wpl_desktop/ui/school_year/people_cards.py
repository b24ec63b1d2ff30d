"""The lower half of the school year: own lesson hours, and which student is at the workplace on which days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wpl_desktop.services.rhythms import Rhythm
from wpl_desktop.services.school_calendar import LessonHourRow
from wpl_desktop.services.talk_rows import StudentName
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, weekday_name
from wpl_desktop.ui.school_year.key_table import KeyTable
from wpl_desktop.ui.school_year.year_words import bounds_words, hours_words, plain, weekdays_words
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import muted_label, section_label
from wpl_desktop.ui.widgets.table import Cell, Column, Row

_HOUR_HEIGHT: Final = 40
_STUDENT_HEIGHT: Final = 56


class HoursCard(Card):
    """The hours that the owner teaches each week; planning goes around them."""

    add_requested = Signal()
    change_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._hours: dict[object, LessonHourRow] = {}
        title = self.tr("Your lesson hours")
        self.table = KeyTable(
            (
                Column(title=self.tr("Day"), width=112),
                Column(title=self.tr("Hours"), width=120),
                Column(title=self.tr("What")),
            ),
            name=title,
            row_height=_HOUR_HEIGHT,
        )
        self.nothing = muted_label(
            self.tr(
                "None yet. Hours that you teach are hatched in the agenda, and no conversation is proposed."
            )
        )
        self.add_button = quiet_button(self.tr("Add lesson hour"), icon="plus")
        self.delete_button = quiet_button(self.tr("Delete"), icon="trash", muted=True)
        self.delete_button.setAccessibleName(self.tr("Delete lesson hour"))
        below = QHBoxLayout()
        below.setSpacing(theme.scaled(8))
        below.addWidget(self.add_button)
        below.addWidget(self.delete_button)
        below.addStretch(1)
        self.column.addWidget(section_label(title))
        self.column.addWidget(self.table)
        self.column.addWidget(self.nothing)
        self.column.addLayout(below)
        self.table.row_activated.connect(self._on_activated)
        self.table.delete_requested.connect(self._on_delete)
        self.delete_button.clicked.connect(lambda: self._on_delete(self.table.current_key()))
        self.add_button.clicked.connect(self.add_requested)

    def show_hours(self, hours: Sequence[LessonHourRow]) -> None:
        """Show these hours, from Monday on."""
        self._hours = {hour.id: hour for hour in hours}
        self.table.show_rows(
            [
                Row(
                    key=hour.id,
                    cells=(
                        Cell(text=weekday_name(hour.weekday), strong=True),
                        plain(hours_words(hour.from_minute, hour.to_minute)),
                        plain(hour.label),
                    ),
                )
                for hour in hours
            ]
        )
        self.nothing.setVisible(not hours)
        self.delete_button.setVisible(bool(hours))

    def select(self, hour_id: object) -> None:
        """Make an hour the current one."""
        self.table.select_key(hour_id)

    def _on_activated(self, key: object) -> None:
        self.change_requested.emit(self._hours[key])

    def _on_delete(self, key: object) -> None:
        hour = self._hours.get(key)
        if hour is not None:
            self.delete_requested.emit(hour)


class StudentsCard(Card):
    """One line for each running student; Enter opens what can be changed of it."""

    student_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        title = filled(self.tr("Who is {at_workplace} on which days"))
        self.table = KeyTable(
            (
                Column(title=filled(self.tr("{Student}"))),
                Column(title=self.tr("Days"), width=152),
                Column(title=self.tr("Exceptions"), width=120, may_hide=True),
            ),
            name=title,
            row_height=_STUDENT_HEIGHT,
        )
        self.nothing = muted_label(filled(self.tr("No {student} has a trajectory in this school year yet.")))
        self.column.addWidget(section_label(title))
        self.column.addWidget(self.table)
        self.column.addWidget(self.nothing)
        self.table.row_activated.connect(self.student_requested)

    def show_students(self, students: Sequence[tuple[StudentName, Rhythm]]) -> None:
        """Show these students."""
        # A thousand students have a few rhythms among them: their words are made once.
        words = {rhythm: self._words(rhythm) for _, rhythm in students}
        self.table.show_rows([_row(name, words[rhythm]) for name, rhythm in students])
        self.nothing.setVisible(not students)

    def keys(self) -> list[object]:
        """The trajectories in the list, from top to bottom."""
        model = self.table.table_model
        return [model.key_at(number) for number in range(model.rowCount())]

    def _words(self, rhythm: Rhythm) -> tuple[str, Cell, Cell]:
        """From when to when, on which days, and how many exceptions."""
        exceptions = len(rhythm.blocks) + len(rhythm.presence)
        return (
            bounds_words(rhythm.starts_on, rhythm.ends_on),
            plain(weekdays_words(rhythm.weekdays)),
            plain(self._exceptions(exceptions)),
        )

    def _exceptions(self, count: int) -> str:
        if not count:
            return "–"
        if count == 1:
            return self.tr("1 period")
        return self.tr("{count} periods").format(count=count)


def _row(name: StudentName, words: tuple[str, Cell, Cell]) -> Row:
    bounds, *cells = words
    return Row(key=name.trajectory_id, cells=(Cell(text=name.name, second=bounds, strong=True), *cells))
