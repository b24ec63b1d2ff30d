"""The page of the students: filter, list, and one student beside or below it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.student_list import ListOrder
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.students.student_facts import read_shown
from wpl_desktop.ui.students.student_memory import StudentMemory, memory_of
from wpl_desktop.ui.students.student_preview import WIDTH, StudentPreview
from wpl_desktop.ui.students.student_words import matching, table_row
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.filter_line import FilterLine
from wpl_desktop.ui.widgets.key_hint import KeyHints
from wpl_desktop.ui.widgets.switch import SegmentedSwitch
from wpl_desktop.ui.widgets.table import Column, Row, Table

if TYPE_CHECKING:
    from wpl_desktop.services import Services

# Columns of the table; the name takes what is left.
AVATAR, NAME, PROGRAMME, CLASS, CONVERSATION, ROUND = range(6)
_WIDTHS = {AVATAR: 32, PROGRAMME: 136, CLASS: 104, CONVERSATION: 136, ROUND: 130}
# Under this width the panel goes below the list.
_BESIDE_FROM = 1180
_LEAST_NAME = 132
_MOST_ROWS_STACKED = 6
_COLUMN_GAP = 24
# Icon, frame and margins of the filter.
_FILTER_EDGES = 56
# The panel follows once the arrow keys rest: nothing heavy is read for a student who is only passed.
SETTLE_MILLISECONDS: Final = 120
_ORDERS: Final = {
    NAME: ListOrder.NAME,
    CLASS: ListOrder.CLASS,
    CONVERSATION: ListOrder.NEXT_CONVERSATION,
    ROUND: ListOrder.LAST_ROUND,
}


def _conversation_width() -> int:
    """Room for a time and what this installation calls a conversation of all three, as if at 100 %."""
    longest = QFontMetrics(theme.font("secondary")).horizontalAdvance(filled("00:00, {trialogue}"))
    return max(_WIDTHS[CONVERSATION], longest * 100 // theme.scaled(100) + 1)


class StudentsPage(Page):
    """Everybody who is being coached, and what comes next for one of them."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory",
            "Person",
            "Organisation",
            "TrajectoryRole",
            "BlockPlacement",
            "PresencePeriod",
            "Conversation",
            "ConversationParticipant",
            "Round",
            "Sheet",
            "Agreed",
            "Profile",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[uuid.UUID] = []
        self._counts = dict.fromkeys(TrajectoryState, 0)
        self._search_texts: Mapping[uuid.UUID, str] | None = None
        self._subtitle = ""
        self._was_here = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MILLISECONDS)
        self.filter_line = FilterLine()
        self._words = {
            TrajectoryState.RUNNING: self.tr("Running"),
            TrajectoryState.CLOSED: self.tr("Closed"),
        }
        self.switch = SegmentedSwitch(list(self._words.items()), name=filled(self.tr("Which {students}")))
        self.add_button = plain_button(filled(self.tr("Add {student}")), icon="plus")
        self.table = Table(self._columns(), name=filled("{Students}"))
        self.hints = KeyHints(
            [
                ("↑ ↓", self.tr("choose")),
                ("Enter", self.tr("open dossier")),
                ("Ctrl Enter", self.tr("plan conversation")),
            ]
        )
        self.nobody = EmptyState(
            filled(
                self.tr(
                    "Here you see your {students}, with their next conversation and round. "
                    "Begin by adding the first one."
                )
            ),
            action=filled(self.tr("Add {student}")),
            icon="plus",
        )
        self.nobody_running = EmptyState(
            filled(
                self.tr("Every trajectory is closed. Add the next {student}, or look back under “Closed”.")
            ),
            action=filled(self.tr("Add {student}")),
            icon="plus",
        )
        self.nobody_closed = EmptyState(
            self.tr("Nobody yet: a trajectory comes here after it is closed."),
            action=self.tr("Show running"),
        )
        self.not_found = EmptyState("", action=self.tr("Clear filter"))
        self.preview = StudentPreview()
        self._scroll = QScrollArea()
        self._content = ContentArea()
        self._columns_box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    # What the frame asks

    def subject(self) -> dict[str, object]:
        key = self.table.current_key()
        return {} if key is None else {"trajectory_id": key}

    def title(self) -> str:
        """The word for students in this installation."""
        return filled("{Students}")

    def subtitle(self) -> str:
        """The workplace and the school year."""
        return self._subtitle

    def refresh(self) -> None:
        """Read the list again; a student who was just added becomes the chosen one."""
        known = set(self._keys)
        if not self._was_here:
            self._take_up()
        services = self._bundle()
        chosen = self._memory().chosen
        self._counts = services.student_list.counts()
        self._read_order()
        for state, word in self._words.items():
            count = self._counts[state]
            self.switch.set_text(state, f"{word}   {count}" if count else word)
        self._subtitle = f"{services.profile.values().workplace}, {school_year_of(self._today())}"
        self.table.forget_rows()
        shown = self._show_rows()
        added = [key for key in shown if key not in known]
        if known and len(added) == 1:
            chosen = added[0]
        self.table.select_key(chosen)
        self._show_preview()
        self.heading_changed.emit()

    def focus_first(self) -> None:
        """The list, or the button that starts it."""
        if self.table.isVisibleTo(self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for empty in (self.nobody, self.nobody_running):
            if empty.isVisibleTo(self):
                empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.filter_line.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Slots

    def _on_filter(self) -> None:
        self._memory().filter = self.filter_line.text()
        self._show_rows()

    def _on_switch(self, state: object) -> None:
        self._memory().state = cast("TrajectoryState", state)
        self._read_order()
        self._show_rows()

    def _on_show_running(self) -> None:
        self.switch.set_value(TrajectoryState.RUNNING)
        self._on_switch(TrajectoryState.RUNNING)
        self.focus_first()

    def _on_passed_on(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self.table, event)

    def _on_focus_filter(self) -> None:
        self.filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_line.selectAll()

    def _on_clear_filter(self) -> None:
        self.filter_line.clear()
        self.filter_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row(self, key: object) -> None:
        if key is None:
            self._settling.stop()
            self.preview.show_nothing(filled(self.tr("No {student} is chosen.")))
            return
        self._memory().chosen = cast("uuid.UUID", key)
        self._settling.start()

    def _on_sort(self, column: int, ascending: bool) -> None:
        memory = self._memory()
        memory.order, memory.ascending = _ORDERS[column], ascending
        self._read_order()
        self._show_rows()

    def _on_activated(self, key: object) -> None:
        self.open_requested.emit("student", {"trajectory_id": key})

    def _on_add(self) -> None:
        self.open_requested.emit("student_dialog", {})

    def _on_plan(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self.open_requested.emit("plan_dialog", {"trajectory_id": key})
        elif self.nobody.isVisibleTo(self) or self.nobody_running.isVisibleTo(self):
            self._on_add()

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _today(self) -> date:
        return self._bundle().clock.local().date()

    def _columns(self) -> list[Column]:
        return [
            Column(title="", width=_WIDTHS[AVATAR], kind="avatar"),
            Column(title=self.tr("Name"), sortable=True),
            Column(title=self.tr("Programme"), width=_WIDTHS[PROGRAMME]),
            Column(title=filled("{Class_word}, {mentor}"), width=_WIDTHS[CLASS], sortable=True),
            Column(title=self.tr("Next conversation"), width=_conversation_width(), sortable=True),
            Column(title=self.tr("Last round"), width=_WIDTHS[ROUND], sortable=True),
        ]

    def _assemble(self) -> None:
        invitation = filled(self.tr("Filter by name, {class_word} or {mentor}"))
        self.filter_line.setPlaceholderText(invitation)
        self.filter_line.setAccessibleName(filled(self.tr("Filter the {students}")))
        room = QFontMetrics(theme.font("base")).horizontalAdvance(invitation) + theme.scaled(_FILTER_EDGES)
        self.filter_line.setMaximumWidth(max(theme.scaled(288), room))
        self.filter_line.setMinimumWidth(theme.scaled(160))
        self.table.set_source(self._read_rows)
        self.table.setMinimumHeight(theme.scaled(120))
        tools = QHBoxLayout()
        tools.setSpacing(theme.scaled(12))
        tools.addWidget(self.filter_line, 10)
        tools.addWidget(self.switch)
        tools.addStretch(1)
        tools.addWidget(self.add_button)
        left = QVBoxLayout()
        left.setSpacing(theme.scaled(12))
        # The table takes what its rows need before the empty room below gets anything.
        left.addWidget(self.table, 1000)
        for widget in (self.nobody, self.nobody_running, self.nobody_closed, self.not_found, self.hints):
            left.addWidget(widget)
        left.addStretch(1)
        self._columns_box.setSpacing(theme.scaled(_COLUMN_GAP))
        self._columns_box.addLayout(left, 1)
        self._columns_box.addWidget(self.preview)
        self._content.body.addLayout(tools)
        self._content.body.addLayout(self._columns_box, 1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _connect(self) -> None:
        self.filter_line.textChanged.connect(self._on_filter)
        self.filter_line.passed_on.connect(self._on_passed_on)
        self.switch.chosen.connect(self._on_switch)
        self.add_button.clicked.connect(self._on_add)
        self.nobody.triggered.connect(self._on_add)
        self.nobody_running.triggered.connect(self._on_add)
        self.nobody_closed.triggered.connect(self._on_show_running)
        self.not_found.triggered.connect(self._on_clear_filter)
        self.table.row_changed.connect(self._on_row)
        self.table.row_activated.connect(self._on_activated)
        self.table.sort_requested.connect(self._on_sort)
        self.filter_line.take_letters_of(self.table)
        self.preview.open_requested.connect(self.open_requested)
        self._settling.timeout.connect(self._show_preview)
        for keys, slot in (
            ("Ctrl+F", self._on_focus_filter),
            ("Ctrl+Return", self._on_plan),
            ("Ctrl+Enter", self._on_plan),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _memory(self) -> StudentMemory:
        return memory_of(self._bundle().folder)

    def _take_up(self) -> None:
        """Begin where somebody was when the page was last there."""
        self._was_here = True
        memory = self._memory()
        column = next(number for number, order in _ORDERS.items() if order is memory.order)
        self.table.set_sorted_by(column, ascending=memory.ascending)
        self.switch.set_value(memory.state)
        blocked = self.filter_line.blockSignals(True)
        self.filter_line.setText(memory.filter)
        self.filter_line.blockSignals(blocked)

    def _read_order(self) -> None:
        memory = self._memory()
        self._keys = self._bundle().student_list.order(
            memory.state, by=memory.order, ascending=memory.ascending
        )
        self._search_texts = None

    def _read_rows(self, keys: Sequence[object]) -> list[Row]:
        rows = self._bundle().student_list.rows(cast("Sequence[uuid.UUID]", keys))
        today = self._today()
        return [table_row(row, today=today) for row in rows]

    def _shown_keys(self) -> list[uuid.UUID]:
        keys = self._keys
        text = self.filter_line.text()
        if not text.strip():
            return keys
        if self._search_texts is None:
            self._search_texts = self._bundle().student_list.search_texts(self._memory().state)
        return matching(keys, text, search_texts=self._search_texts)

    def _show_rows(self) -> list[uuid.UUID]:
        keys = self._shown_keys()
        closed = self.switch.value() is TrajectoryState.CLOSED
        text = self.filter_line.text().strip()
        empty = not keys and not text
        anybody = any(self._counts.values())
        self.not_found.set_text(self.tr("Nobody found for “{text}”.").format(text=text))
        self.table.setVisible(bool(keys))
        self.hints.setVisible(bool(keys))
        self.not_found.setVisible(not keys and bool(text))
        self.nobody.setVisible(empty and not anybody)
        self.nobody_running.setVisible(empty and anybody and not closed)
        self.nobody_closed.setVisible(empty and anybody and closed)
        self.preview.setVisible(bool(keys) or bool(text))
        self.table.set_keys(keys)
        self._arrange()
        return keys

    def _show_preview(self) -> None:
        self._settling.stop()
        key = self.table.current_key()
        if key is None:
            return
        try:
            shown = read_shown(self._bundle(), cast("uuid.UUID", key))
        except DomainError:
            # Gone since the list was read; the notice of it is on its way.
            self.preview.show_nothing(filled(self.tr("No {student} is chosen.")))
            return
        self.preview.show_student(shown)
        self._arrange()

    def _arrange(self) -> None:
        """Put the panel beside or below the list and give the columns their room."""
        width = self.width() - 2 * side_margin(self.width())
        beside = width >= theme.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._columns_box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        room = width - theme.scaled(WIDTH + _COLUMN_GAP) if beside else width
        for column in (PROGRAMME, CLASS):
            self.table.setColumnHidden(column, False)
        for column in (PROGRAMME, CLASS):
            fixed = sum(
                self.table.columnWidth(other)
                for other in range(ROUND + 1)
                if other != NAME and not self.table.isColumnHidden(other)
            )
            if room - fixed >= theme.scaled(_LEAST_NAME):
                break
            self.table.setColumnHidden(column, True)
        self.preview.show_whole(not beside)
        height = self.table.contents_height()
        self.table.setMaximumHeight(height)
        head = height - self.table.table_model.rowCount() * self._row_height()
        most = head + _MOST_ROWS_STACKED * self._row_height()
        self.table.setMinimumHeight(min(height, theme.scaled(252) if beside else most))

    def _row_height(self) -> int:
        return self.table.verticalHeader().defaultSectionSize()
