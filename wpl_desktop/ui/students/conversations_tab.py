"""The tab *Conversations*: all of one student's, planned ones on top, each a way to its page."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState, stays_with_mentor
from wpl_desktop.domain.words import capital
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.series import SeriesRow
from wpl_desktop.texts import cause_name, conversation_state_name, hat_name
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.language import chosen, clock_time, day_and_month, day_with_year, translate, weekday_name
from wpl_desktop.ui.series_words import series_words
from wpl_desktop.ui.students.student_tab import StudentTab
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.key_hint import KeyHints
from wpl_desktop.ui.widgets.table import Cell, Column, Row, Table

_LONGEST_NOTE = 160
_WIDTHS = {"when": 140, "with": 184, "state": 144, "action": 88}


class ConversationsTab(StudentTab):
    """A list; Enter, a double click or the word at the end of a row opens the conversation.

    What else can be done with it is in the menu of its row, by mouse or with the key for menus; F2 moves it.
    """

    shows: ClassVar[frozenset[str]] = frozenset(
        {"Conversation", "ConversationParticipant", "ConversationSeries", "Agreement", "Person", "Trajectory"}
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trajectory_id: uuid.UUID | None = None
        self._owner = ""
        self._services: Services | None = None
        self._rows: dict[object, ConversationRow] = {}
        self.table = Table(
            [
                Column(title=self.tr("When"), width=_WIDTHS["when"]),
                Column(title=self.tr("Conversation")),
                Column(title=self.tr("With whom"), width=_WIDTHS["with"], may_hide=True),
                Column(title=self.tr("State"), width=_WIDTHS["state"]),
                Column(title=self.tr("Note"), may_hide=True),
                Column(title="", width=_WIDTHS["action"], kind="action"),
            ],
            name=self.tr("Conversations"),
        )
        self.hints = KeyHints(
            [
                ("Enter", self.tr("open")),
                ("F2", self.tr("move")),
                (self.tr("Shift F10"), self.tr("what else can be done")),
            ]
        )
        self.menu: QMenu | None = None
        self.nothing_yet = EmptyState(
            self.tr(
                "Every conversation comes here, with what was noted and agreed. Begin by planning the first one."
            ),
            action=self.tr("Plan conversation"),
            icon="agenda",
        )
        area = ContentArea(top=16)
        area.body.addWidget(self.table, 1000)
        area.body.addWidget(self.hints)
        area.body.addWidget(self.nothing_yet)
        area.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFocusProxy(self.table)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.row_activated.connect(self._on_activated)
        move = QShortcut(QKeySequence("F2"), self.table)
        move.setContext(Qt.ShortcutContext.WidgetShortcut)
        move.activated.connect(self._on_move)
        self.nothing_yet.triggered.connect(self._on_plan)

    # What the page asks

    def label(self) -> str:
        """The words on the tab."""
        return self.tr("Conversations")

    def load(self, services: Services, trajectory_id: uuid.UUID) -> None:
        """Show the conversations of one student."""
        is_other = trajectory_id != self._trajectory_id
        self._trajectory_id, self._services = trajectory_id, services
        rows = ordered(services.conversations.of_student(trajectory_id))
        agreements = Counter(
            row.conversation_id for row in services.conversations.agreements_of(trajectory_id)
        )
        now = services.clock.local()
        self._owner = services.profile.values().owner_name
        self._rows = {row.id: row for row in rows}
        series = services.series.rows({row.series_id for row in rows if row.series_id is not None})
        self.table.set_rows(
            [
                self._row(
                    row,
                    agreements=agreements[row.id],
                    now=now,
                    series=series.get(row.series_id) if row.series_id is not None else None,
                )
                for row in rows
            ]
        )
        self.table.setVisible(bool(rows))
        self.hints.setVisible(bool(rows))
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

    def _on_move(self) -> None:
        row = self._rows.get(self.table.current_key())
        if row is not None and row.state is ConversationState.PLANNED:
            self._move(row)

    def _on_menu(self, at: QPoint) -> None:
        """What can be done with the current talk, beside the row it is about."""
        row = self._rows.get(self.table.current_key())
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in self._choices(row):
            menu.addAction(text).triggered.connect(act)
        menu.setActiveAction(menu.actions()[0])
        self.menu = menu
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _on_plan(self) -> None:
        self.open_requested.emit("plan_dialog", {"trajectory_id": self._trajectory_id})

    # Internals

    def _choices(self, row: ConversationRow) -> list[tuple[str, Callable[[], None]]]:
        found: list[tuple[str, Callable[[], None]]] = [(self.tr("Open"), lambda: self._on_activated(row.id))]
        if row.state is ConversationState.PLANNED:
            found += [
                (self.tr("It took place…"), lambda: self._hold(row)),
                (self.tr("Did not go ahead…"), lambda: self._not_held(row)),
                (self.tr("Move…"), lambda: self._move(row)),
            ]
        elif row.state is ConversationState.NOT_HELD and row.again_at is None:
            found.append((self.tr("New date…"), lambda: self._plan_instead(row)))
        if not joint_screen.is_on():
            found.append((self.tr("Show in the agenda"), lambda: self._show_in_agenda(row)))
        return found

    def _hold(self, row: ConversationRow) -> None:
        arguments = {"trajectory_id": row.trajectory_id, "conversation": row}
        self.open_requested.emit("hold_dialog", arguments)

    def _not_held(self, row: ConversationRow) -> None:
        self.open_requested.emit("not_held_dialog", {"conversation_id": row.id})

    def _move(self, row: ConversationRow) -> None:
        self.open_requested.emit("plan_dialog", {"trajectory_id": row.trajectory_id, "conversation": row})

    def _plan_instead(self, row: ConversationRow) -> None:
        """Plan a talk of the same kind in the place of one that was not held."""
        arguments: dict[str, object] = {"trajectory_id": row.trajectory_id}
        kind = self._services.overview.kind_of(row.id) if self._services is not None else None
        if kind is not None:
            key, minutes = kind
            arguments |= {"type_key": key, "minutes": minutes, "instead_of": row.id}
        self.open_requested.emit("plan_dialog", arguments)

    def _show_in_agenda(self, row: ConversationRow) -> None:
        self.open_requested.emit("agenda", {"conversation_id": row.id})

    def _fit(self) -> None:
        height = self.table.contents_height()
        self.table.setMaximumHeight(height)
        self.table.setMinimumHeight(min(height, theme.scaled(110)))

    def _row(self, row: ConversationRow, *, agreements: int, now: datetime, series: SeriesRow | None) -> Row:
        # Whose profile this is takes part in nearly all of them.
        people = ", ".join(self.tr("you") if name == self._owner else name for name in row.participants)
        planned = row.state is ConversationState.PLANNED
        return Row(
            key=row.id,
            cells=(
                Cell(text=_day(row.starts_at.date()), second=self._time(row), strong=planned),
                Cell(text=capital(chosen(row.name)), second=_kind(row, series), strong=True),
                Cell(text=people),
                Cell(text=self._state(row, now=now), second=self._after(row, agreements)),
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

    def _after(self, row: ConversationRow, count: int) -> str:
        """The new date of a talk that was not held, else how much was agreed."""
        if row.again_at is not None:
            return self.tr("new date: {day}").format(day=day_and_month(row.again_at.date()))
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


def _kind(row: ConversationRow, series: SeriesRow | None) -> str:
    """Its hat, and the series it is one of."""
    hat = hat_name(row.hat, translate)
    if series is None:
        return hat
    return f"{hat}, {series_words(series.rule, starts_at=series.starts_at)}"


def _waits(row: ConversationRow, *, now: datetime) -> bool:
    """Whether a planned conversation is over and nobody has said yet whether it took place."""
    return row.state is ConversationState.PLANNED and row.starts_at < now


def _day(day: date) -> str:
    return f"{weekday_name(day.isoweekday(), short=True)} {day_with_year(day)}"
