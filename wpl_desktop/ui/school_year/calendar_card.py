"""One of the two calendars of a school year: its first and last day, and what is in it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wpl_desktop.domain.school_year import CalendarSide, Stretch, YearPlan
from wpl_desktop.texts_talks import calendar_side_name, period_kind_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, translate, words
from wpl_desktop.ui.school_year.key_table import KeyTable
from wpl_desktop.ui.school_year.year_words import bounds_words, days_words, period_name, plain
from wpl_desktop.ui.widgets.buttons import IconButton, quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label
from wpl_desktop.ui.widgets.table import Cell, Column, Row


class CalendarCard(Card):
    """A list of periods; Enter or a double click changes one, Delete takes it out, and the button adds one."""

    add_requested = Signal()
    bounds_requested = Signal()
    change_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, side: CalendarSide, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.side = side
        self._periods: dict[object, Stretch] = {}
        name = calendar_side_name(side, translate, words())
        self.heading = section_label(name)
        self.bounds = Label(role="secondary", tone="muted", wrap=False)
        self.bounds_button = IconButton(
            "edit", name=self.tr("Change the first and last day: {calendar}").format(calendar=name)
        )
        self.table = KeyTable(
            (
                Column(title=self.tr("Name")),
                Column(title=self.tr("When"), width=168),
                Column(title=self.tr("What"), width=120, may_hide=True),
            ),
            name=self.tr("Calendar: {calendar}").format(calendar=name),
        )
        self.nothing = muted_label(self._teaching())
        self.add_button = quiet_button(self.tr("Add days"), icon="plus")
        self.delete_button = quiet_button(self.tr("Delete"), icon="trash", muted=True)
        self.add_button.setAccessibleName(self.tr("Add days: {calendar}").format(calendar=name))
        self.delete_button.setAccessibleName(self.tr("Delete from: {calendar}").format(calendar=name))
        self._assemble()
        self._connect()

    def show_plan(self, plan: YearPlan) -> None:
        """Show the periods of this calendar in a school year."""
        if self.side is CalendarSide.SCHOOL:
            self.bounds.setText(bounds_words(plan.starts_on, plan.ends_on))
        else:
            self.bounds.setText(bounds_words(plan.academic_starts_on, plan.academic_ends_on))
        own = [period for period in plan.periods if period.side is self.side]
        own.sort(key=lambda period: (period.starts_on, period.ends_on))
        # A computed period has no id: its place in the year tells it from the others.
        self._periods = {period.id or number: period for number, period in enumerate(own)}
        self.table.show_rows([_row(key, period) for key, period in self._periods.items()])
        self.nothing.setVisible(not own)
        self.delete_button.setVisible(bool(own))

    def periods(self) -> list[Stretch]:
        """What the list shows, from top to bottom."""
        return list(self._periods.values())

    def select(self, period_id: object) -> None:
        """Make a period the current one, after it was added or changed."""
        self.table.select_key(period_id)

    # Slots

    def _on_activated(self, key: object) -> None:
        self.change_requested.emit(self._periods[key])

    def _on_delete(self, key: object) -> None:
        self.delete_requested.emit(self._periods[key])

    def _on_delete_button(self) -> None:
        key = cast("object | None", self.table.current_key())
        if key is not None:
            self._on_delete(key)

    # Internals

    def _teaching(self) -> str:
        if self.side is CalendarSide.SCHOOL:
            return self.tr("No days yet. Add holidays and free days: no conversations are proposed on them.")
        return filled(
            self.tr(
                "No days yet. Add examinations and return days: then the agenda knows "
                "when a {student} is not {at_workplace}."
            )
        )

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        self.heading.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.heading, 1)
        head.addWidget(self.bounds, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.bounds_button)
        below = QHBoxLayout()
        below.setSpacing(theme.scaled(8))
        below.addWidget(self.add_button)
        below.addWidget(self.delete_button)
        below.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.table)
        self.column.addWidget(self.nothing)
        self.column.addLayout(below)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.table.row_activated.connect(self._on_activated)
        self.table.delete_requested.connect(self._on_delete)
        self.delete_button.clicked.connect(self._on_delete_button)
        self.add_button.clicked.connect(self.add_requested)
        self.bounds_button.clicked.connect(self.bounds_requested)


def _row(key: object, period: Stretch) -> Row:
    return Row(
        key=key,
        cells=(
            Cell(text=period_name(period), strong=True),
            plain(days_words(period.starts_on, period.ends_on)),
            plain(period_kind_name(period.kind, translate, words())),
        ),
    )
