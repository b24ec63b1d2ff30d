"""The page of the students: filter, list, and one student beside or below it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.conversations import AgreementRow, ConversationRow
from wpl_desktop.services.trajectories import StudentRow
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.students.filter_line import FilterLine
from wpl_desktop.ui.students.student_preview import WIDTH, Shown, StudentPreview
from wpl_desktop.ui.students.student_words import matching, table_row
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.key_hint import KeyHints
from wpl_desktop.ui.widgets.switch import SegmentedSwitch
from wpl_desktop.ui.widgets.table import Column, Table

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
            "Conversation",
            "ConversationParticipant",
            "Agreement",
            "Round",
            "Sheet",
            "Profile",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[TrajectoryState, list[StudentRow]] = {state: [] for state in TrajectoryState}
        self._previewed: uuid.UUID | None = None
        self._subtitle = ""
        self._sorting = (NAME, True)
        self.filter_line = FilterLine()
        self.switch = SegmentedSwitch(
            [
                (TrajectoryState.RUNNING, self.tr("Running")),
                (TrajectoryState.CLOSED, self.tr("Closed")),
            ],
            name=filled(self.tr("Which {students}")),
        )
        self.add_button = plain_button(filled(self.tr("Add {student}")), icon="plus")
        self.table = Table(self._columns(), name=filled("{Students}"))
        self.hints = KeyHints(
            [
                ("↑ ↓", self.tr("choose")),
                ("Enter", self.tr("score")),
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
        self.nobody_closed = EmptyState(self.tr("Nobody yet: a trajectory comes here after it is closed."))
        self.not_found = EmptyState("", action=self.tr("Clear filter"))
        self.trouble = MessageLine()
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

    def open(self, **arguments: object) -> None:
        """Choose a student (`student`: the trajectory's id), or begin something `new`."""
        chosen, new = arguments.get("student"), arguments.get("new")
        if isinstance(chosen, uuid.UUID):
            self.refresh()
            self._choose(chosen)
        if new == "student":
            # The frame is still opening this page: the dialog comes on top of it afterwards.
            QTimer.singleShot(0, self, self._on_add)
        elif new == "conversation":
            QTimer.singleShot(0, self, self._on_plan)

    def refresh(self) -> None:
        """Read the list again; a student who was just added becomes the chosen one."""
        known = {row.trajectory_id for rows in self._rows.values() for row in rows}
        services = self._bundle()
        self._rows = {state: services.trajectories.students(state=state) for state in TrajectoryState}
        for state, word in (
            (TrajectoryState.RUNNING, self.tr("Running")),
            (TrajectoryState.CLOSED, self.tr("Closed")),
        ):
            count = len(self._rows[state])
            self.switch.set_text(state, f"{word}   {count}" if count else word)
        self._subtitle = f"{services.profile.values().workplace}, {school_year_of(self._today())}"
        self._previewed = None
        self._show_rows()
        added = [row.trajectory_id for row in self._shown_rows() if row.trajectory_id not in known]
        if known and len(added) == 1:
            self.table.select_key(added[0])
        self.heading_changed.emit()

    def focus_first(self) -> None:
        """The list, or the button that starts it."""
        if self.table.isVisibleTo(self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.nobody.isVisibleTo(self):
            self.nobody.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filter_line.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Letters typed in the list are looked for.
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            text = event.text()
            if held == Qt.KeyboardModifier.NoModifier and text.isprintable() and text.strip():
                self.filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.filter_line.insert(text)
                return True
        return super().eventFilter(watched, event)

    # Slots

    def _on_filter(self) -> None:
        self._show_rows()

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
            self._previewed = None
            self.preview.show_nothing(filled(self.tr("No {student} is chosen.")))
        elif key != self._previewed:
            self._previewed = cast("uuid.UUID", key)
            self._show_preview()

    def _on_sort(self, column: int, ascending: bool) -> None:
        self._sorting = (column, ascending)
        self._show_rows()

    def _on_activated(self, key: object) -> None:
        rounds = self._bundle().evaluations.rounds(cast("uuid.UUID", key))
        if not rounds:
            self.open_requested.emit("round_dialog", {"trajectory_id": key})
            return
        self.open_requested.emit(
            "score_sheet",
            {
                "round_id": rounds[-1].id,
                "perspective": Perspective.WORKPLACE,
                "strand": Strand.STUDENT_PART,
            },
        )

    def _on_add(self) -> None:
        self.open_requested.emit("student_dialog", {})

    def _on_plan(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self.open_requested.emit("plan_dialog", {"trajectory_id": key})
        elif self.nobody.isVisibleTo(self):
            self._on_add()

    def _on_settled(self, row: AgreementRow, state: AgreementState) -> None:
        conversations = self._bundle().conversations
        try:
            conversations.settle(row, state, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._refuse(error)
            return
        self._accept_change()
        if self._previewed is not None:
            self.preview.show_agreements(conversations.agreements_of(self._previewed), settled=row.id)

    def _on_plan_again(self, row: ConversationRow) -> None:
        try:
            self._bundle().conversations.plan_again(row, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._refuse(error)
            return
        self._accept_change()
        self.refresh()

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
            Column(title=filled("{Class_word}, {mentor}"), width=_WIDTHS[CLASS]),
            Column(title=self.tr("Next conversation"), width=_conversation_width(), sortable=True),
            Column(title=self.tr("Last round"), width=_WIDTHS[ROUND]),
        ]

    def _assemble(self) -> None:
        invitation = filled(self.tr("Filter by name, {class_word} or {mentor}"))
        self.filter_line.setPlaceholderText(invitation)
        self.filter_line.setAccessibleName(filled(self.tr("Filter the {students}")))
        room = QFontMetrics(theme.font("base")).horizontalAdvance(invitation) + theme.scaled(_FILTER_EDGES)
        self.filter_line.setMaximumWidth(max(theme.scaled(288), room))
        self.filter_line.setMinimumWidth(theme.scaled(160))
        self.table.set_sorted_by(NAME)
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
        for widget in (self.nobody, self.nobody_closed, self.not_found, self.hints):
            left.addWidget(widget)
        left.addStretch(1)
        self._columns_box.setSpacing(theme.scaled(_COLUMN_GAP))
        self._columns_box.addLayout(left, 1)
        self._columns_box.addWidget(self.preview)
        self._content.body.addLayout(tools)
        self._content.body.addWidget(self.trouble)
        self._content.body.addLayout(self._columns_box, 1)
        self.trouble.hide()
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
        self.switch.chosen.connect(self._on_filter)
        self.add_button.clicked.connect(self._on_add)
        self.nobody.triggered.connect(self._on_add)
        self.not_found.triggered.connect(self._on_clear_filter)
        self.table.row_changed.connect(self._on_row)
        self.table.row_activated.connect(self._on_activated)
        self.table.sort_requested.connect(self._on_sort)
        self.table.installEventFilter(self)
        self.preview.open_requested.connect(self.open_requested)
        self.preview.agreement_settled.connect(self._on_settled)
        self.preview.plan_again_requested.connect(self._on_plan_again)
        for keys, slot in (
            ("Ctrl+F", self._on_focus_filter),
            ("Ctrl+Return", self._on_plan),
            ("Ctrl+Enter", self._on_plan),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _shown_rows(self) -> Sequence[StudentRow]:
        found = matching(self._rows[cast("TrajectoryState", self.switch.value())], self.filter_line.text())
        column, ascending = self._sorting
        if column == CONVERSATION:
            planned = [
                (row.next_conversation.starts_at, number)
                for number, row in enumerate(found)
                if row.next_conversation is not None
            ]
            planned.sort(reverse=not ascending)
            return [
                *(found[number] for _, number in planned),
                *(row for row in found if row.next_conversation is None),
            ]
        return found if ascending else found[::-1]

    def _show_rows(self) -> None:
        rows = self._shown_rows()
        today = self._today()
        closed = self.switch.value() is TrajectoryState.CLOSED
        text = self.filter_line.text().strip()
        self.not_found.set_text(self.tr("Nobody found for “{text}”.").format(text=text))
        self.table.setVisible(bool(rows))
        self.hints.setVisible(bool(rows))
        self.not_found.setVisible(not rows and bool(text))
        self.nobody.setVisible(not rows and not text and not closed)
        self.nobody_closed.setVisible(not rows and not text and closed)
        self.preview.setVisible(bool(rows) or bool(text))
        self.table.set_rows([table_row(row, today=today) for row in rows])
        self._arrange()

    def _show_preview(self) -> None:
        services, trajectory_id = self._bundle(), self._previewed
        if trajectory_id is None:
            return
        self.trouble.hide()
        self.preview.show_student(
            Shown(
                detail=services.trajectories.detail(trajectory_id),
                rounds=services.evaluations.rounds(trajectory_id),
                conversations=services.conversations.of_student(trajectory_id),
                agreements=services.conversations.agreements_of(trajectory_id),
                today=self._today(),
            )
        )
        self._arrange()

    def _choose(self, trajectory_id: uuid.UUID) -> None:
        for state, rows in self._rows.items():
            if any(row.trajectory_id == trajectory_id for row in rows):
                self.switch.set_value(state)
                self.filter_line.clear()
                self._show_rows()
                self.table.select_key(trajectory_id)

    def _accept_change(self) -> None:
        self.trouble.hide()
        self.saved.emit()

    def _refuse(self, error: DomainError | EnvironmentTrouble) -> None:
        # Read again: a tick that was not kept must not stay.
        self.refresh()
        self.trouble.set_text(error_message(error, translate))
        self.trouble.show()

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
