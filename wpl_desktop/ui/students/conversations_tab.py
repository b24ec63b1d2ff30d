"""The tab *Conversations*: all of one student's, planned ones on top, each a way to its page."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState, stays_with_mentor
from wpl_desktop.domain.words import capital
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.texts import cause_name, conversation_state_name, hat_name
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.language import chosen, clock_time, day_with_year, translate, weekday_name
from wpl_desktop.ui.students.student_tab import StudentTab
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.table import Cell, Column, Row, Table

_LONGEST_NOTE = 160
_WIDTHS = {"when": 140, "with": 184, "state": 144, "action": 88}


class ConversationsTab(StudentTab):
    """A list; Enter, a double click or the word at the end of a row opens the conversation."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {"Conversation", "ConversationParticipant", "Agreement", "Person", "Trajectory"}
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trajectory_id: uuid.UUID | None = None
        self._owner = ""
        self.table = Table(
            [
                Column(title=self.tr("When"), width=_WIDTHS["when"]),
                Column(title=self.tr("Conversation")),
                Column(title=self.tr("With whom"), width=_WIDTHS["with"]),
                Column(title=self.tr("State"), width=_WIDTHS["state"]),
                Column(title=self.tr("Note"), may_hide=True),
                Column(title="", width=_WIDTHS["action"], kind="action"),
            ],
            name=self.tr("Conversations"),
        )
        self.nothing_yet = EmptyState(
            self.tr(
                "Every conversation comes here, with what was noted and agreed. Begin by planning the first one."
            ),
            action=self.tr("Plan conversation"),
            icon="agenda",
        )
        area = ContentArea(top=16)
        area.body.addWidget(self.table, 1000)
        area.body.addWidget(self.nothing_yet)
        area.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFocusProxy(self.table)
        self.table.row_activated.connect(self._on_activated)
        self.nothing_yet.triggered.connect(self._on_plan)

    # What the page asks

    def label(self) -> str:
        """The words on the tab."""
        return self.tr("Conversations")

    def load(self, services: Services, trajectory_id: uuid.UUID) -> None:
        """Show the conversations of one student."""
        is_other = trajectory_id != self._trajectory_id
        self._trajectory_id = trajectory_id
        rows = ordered(services.conversations.of_student(trajectory_id))
        agreements = Counter(
            row.conversation_id for row in services.conversations.agreements_of(trajectory_id)
        )
        now = services.clock.local()
        self._owner = services.profile.values().owner_name
        self.table.set_rows([self._row(row, agreements=agreements[row.id], now=now) for row in rows])
        self.table.setVisible(bool(rows))
        self.nothing_yet.setVisible(not rows)
        self.setFocusProxy(self.table if rows else self.nothing_yet.button)
        if is_other and rows:
            self.table.select_key(rows[0].id)
            self.table.scrollToTop()
        self._fit()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Slots

    def _on_activated(self, key: object) -> None:
        self.open_requested.emit("conversation", {"conversation_id": key})

    def _on_plan(self) -> None:
        self.open_requested.emit("plan_dialog", {"trajectory_id": self._trajectory_id})

    # Internals

    def _fit(self) -> None:
        height = self.table.contents_height()
        self.table.setMaximumHeight(height)
        self.table.setMinimumHeight(min(height, theme.scaled(110)))

    def _row(self, row: ConversationRow, *, agreements: int, now: datetime) -> Row:
        # Whose profile this is takes part in nearly all of them.
        people = ", ".join(self.tr("you") if name == self._owner else name for name in row.participants)
        planned = row.state is ConversationState.PLANNED
        return Row(
            key=row.id,
            cells=(
                Cell(text=_day(row.starts_at.date()), second=self._time(row), strong=planned),
                Cell(text=capital(chosen(row.name)), second=hat_name(row.hat, translate), strong=True),
                Cell(text=people),
                Cell(text=self._state(row, now=now), second=self._agreed(row, agreements)),
                Cell(text="", second=note_of(row)),
                Cell(text=self._action(row, now=now)),
            ),
        )

    def _time(self, row: ConversationRow) -> str:
        return self.tr("{time}, {minutes} min").format(time=clock_time(row.starts_at), minutes=row.minutes)

    def _state(self, row: ConversationRow, *, now: datetime) -> str:
        if row.not_held_cause is not None:
            cause = cause_name(row.not_held_cause, translate)
            return self.tr("not held: {cause}").format(cause=cause)
        if _waits(row, now=now):
            return self.tr("not noted yet")
        return conversation_state_name(row.state, translate)

    def _agreed(self, row: ConversationRow, count: int) -> str:
        if count == 1:
            return self.tr("1 agreement")
        return self.tr("{count} agreements").format(count=count) if count else ""

    def _action(self, row: ConversationRow, *, now: datetime) -> str:
        if _waits(row, now=now):
            return self.tr("Fill in")
        return self.tr("Prepare") if row.state is ConversationState.PLANNED else self.tr("Look")


def ordered(rows: Sequence[ConversationRow]) -> list[ConversationRow]:
    """Planned ones first, the earliest on top; then the others, the newest on top."""
    planned = [row for row in rows if row.state is ConversationState.PLANNED]
    others = [row for row in rows if row.state is not ConversationState.PLANNED]
    return [
        *sorted(planned, key=lambda row: row.starts_at),
        *sorted(others, key=lambda row: row.starts_at, reverse=True),
    ]


def note_of(row: ConversationRow) -> str:
    """The first line of the note, unless the student looks along and it stays with the mentor."""
    if joint_screen.is_on() and stays_with_mentor(row.hat):
        return ""
    first = next(iter(row.summary.strip().splitlines()), "")
    return first if len(first) <= _LONGEST_NOTE else first[: _LONGEST_NOTE - 1].rstrip() + "…"


def _waits(row: ConversationRow, *, now: datetime) -> bool:
    """Whether a planned conversation is over and nobody has said yet whether it took place."""
    return row.state is ConversationState.PLANNED and row.starts_at < now


def _day(day: date) -> str:
    return f"{weekday_name(day.isoweekday(), short=True)} {day_with_year(day)}"
