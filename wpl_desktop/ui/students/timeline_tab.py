"""The tab *Timeline*: everything that exists of one student, newest first, and what comes next beside it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.people import folded
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.timeline_entries import Entry, StudentTimeline, Talk
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.students.now_panel import WIDTH, NowPanel
from wpl_desktop.ui.students.student_tab import StudentTab
from wpl_desktop.ui.students.timeline_words import (
    Filter,
    is_of,
    key_of,
    rows_of,
    search_text,
    target_of,
)
from wpl_desktop.ui.widgets.chip import FilterChip
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.filter_line import FilterLine
from wpl_desktop.ui.widgets.timeline_layout import TimelineRow
from wpl_desktop.ui.widgets.timeline_view import TimelineView

# Under this width the column goes below the timeline.
_BESIDE_FROM = 1180
# So many plans stand on top; the others unfold.
_MOST_PLANNED = 3
_MORE_KEY = "more"
# Icon, frame and margins of the search field.
_SEARCH_EDGES = 56


class TimelineTab(StudentTab):
    """What happened, filtered by kind and by typed letters; each row opens what it is about."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory",
            "Person",
            "BlockPlacement",
            "Conversation",
            "ConversationParticipant",
            "AgendaItem",
            "Agreement",
            "Round",
            "Sheet",
            "Score",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._timeline: StudentTimeline | None = None
        self._rows: list[tuple[Entry, TimelineRow, str]] = []
        self._entries: dict[object, Entry] = {}
        self._unfolded = False
        self.chips: dict[Filter, FilterChip] = {
            Filter.ALL: FilterChip(self.tr("All")),
            Filter.TALKS: FilterChip(self.tr("Conversations")),
            Filter.AGREEMENTS: FilterChip(self.tr("Agreements")),
            Filter.ROUNDS: FilterChip(self.tr("Evaluations")),
            Filter.EVIDENCE: FilterChip(self.tr("Evidence")),
        }
        self._group = QButtonGroup(self)
        self.search_line = FilterLine()
        self.view = TimelineView(name=self.tr("Timeline"))
        self.nothing_yet = EmptyState(
            self.tr(
                "Conversations, agreements, evaluations and evidence come here by themselves. "
                "Begin with a first conversation."
            ),
            action=self.tr("Plan conversation"),
        )
        self.not_found = EmptyState("", action=self.tr("Show everything"))
        self.panel = NowPanel()
        self._scroll = QScrollArea()
        self._content = ContentArea(top=16, bottom=0)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    # What the page asks

    def label(self) -> str:
        """The words on the tab."""
        return self.tr("Timeline")

    def load(self, services: Services, trajectory_id: uuid.UUID) -> None:
        """Show one student; the filter and the place stay when it is the same student again."""
        other = self._timeline is None or self._timeline.trajectory_id != trajectory_id
        self._services = services
        timeline = services.timeline.of_student(trajectory_id, joint=joint_screen.is_on())
        self._timeline = timeline
        self._rows = [(entry, row, search_text(entry, row)) for entry, row in rows_of(timeline)]
        self._entries = {row.key: entry for entry, row, _ in self._rows}
        invitation = self.tr("Search with {name}").format(name=timeline.call_name)
        self.search_line.setPlaceholderText(invitation)
        self.search_line.setAccessibleName(invitation)
        room = QFontMetrics(theme.font("base")).horizontalAdvance(invitation) + theme.scaled(_SEARCH_EDGES)
        self.search_line.setMinimumWidth(max(theme.scaled(216), room))
        self.panel.show_timeline(timeline)
        if other:
            self._unfolded = False
            self._show_everything()
        else:
            self._show_rows()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Slots

    def _on_filter(self) -> None:
        self._show_rows()

    def _on_passed_on(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self.view, event)

    def _on_focus_search(self) -> None:
        self.search_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_line.selectAll()

    def _on_everything(self) -> None:
        self._show_everything()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_plan(self) -> None:
        if self._timeline is not None:
            self.open_requested.emit("plan_dialog", {"trajectory_id": self._timeline.trajectory_id})

    def _on_activated(self, key: object) -> None:
        if key == _MORE_KEY:
            self._unfolded = True
            self._show_rows()
            return
        entry = self._entries.get(key)
        if entry is None or self._timeline is None:
            return
        target = target_of(entry, trajectory_id=self._timeline.trajectory_id, joint=joint_screen.is_on())
        if target is not None:
            self.open_requested.emit(*target)

    def _on_chip(self, key: object) -> None:
        entry = self._entries.get(key)
        if isinstance(entry, Talk) and entry.report_of is not None:
            self.open_requested.emit("printing", {"round_id": entry.report_of[0]})

    def _on_move(self, conversation_id: object) -> None:
        if self._timeline is None or self._services is None:
            return
        trajectory_id = self._timeline.trajectory_id
        rows = self._services.conversations.of_student(trajectory_id)
        row = next((row for row in rows if row.id == conversation_id), None)
        if row is not None:
            self.open_requested.emit("plan_dialog", {"trajectory_id": trajectory_id, "conversation": row})

    # Internals

    def _assemble(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(theme.scaled(8))
        for number, chip in enumerate(self.chips.values()):
            self._group.addButton(chip, number)
            chips.addWidget(chip)
        chips.addStretch(1)
        self.chips[Filter.ALL].setChecked(True)
        self._tools.setSpacing(theme.scaled(8))
        self._tools.addLayout(chips, 1)
        self._tools.addWidget(self.search_line)
        left = QVBoxLayout()
        left.setSpacing(theme.scaled(8))
        left.addLayout(self._tools)
        left.addWidget(self.nothing_yet)
        left.addWidget(self.not_found)
        left.addWidget(self.view, 1000)
        left.addStretch(1)
        self.nothing_yet.hide()
        self.not_found.hide()
        self._columns.setSpacing(theme.scaled(24))
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.panel)
        self._content.body.addLayout(self._columns, 1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._on_filter)
        self.search_line.textChanged.connect(self._on_filter)
        self.search_line.passed_on.connect(self._on_passed_on)
        self.view.row_activated.connect(self._on_activated)
        self.view.action_clicked.connect(self._on_activated)
        self.view.chip_clicked.connect(self._on_chip)
        self.search_line.take_letters_of(self.view)
        self.nothing_yet.triggered.connect(self._on_plan)
        self.not_found.triggered.connect(self._on_everything)
        self.panel.open_requested.connect(self.open_requested)
        self.panel.move_requested.connect(self._on_move)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_focus_search)

    def _chosen_filter(self) -> Filter:
        return next((one for one, chip in self.chips.items() if chip.isChecked()), Filter.ALL)

    def _show_everything(self) -> None:
        self.chips[Filter.ALL].setChecked(True)
        self.search_line.blockSignals(True)
        self.search_line.clear()
        self.search_line.blockSignals(False)
        self._show_rows()

    def _show_rows(self) -> None:
        wanted = folded(self.search_line.text()).split()
        kind = self._chosen_filter()
        found = [
            row
            for entry, row, text in self._rows
            if is_of(entry, kind) and all(word in text for word in wanted)
        ]
        shown = found if wanted or self._unfolded else self._folded_plans(found)
        self.view.set_rows(shown)
        nothing = not any(
            isinstance(entry, Talk) or key_of(entry)[0].startswith("round") for entry, _, _ in self._rows
        )
        self.nothing_yet.setVisible(nothing and not wanted)
        self.not_found.setVisible(not found and not (nothing and not wanted))
        self.view.setVisible(bool(found))
        if not found:
            self.not_found.set_text(
                self.tr("Nothing found for “{text}”.").format(text=self.search_line.text().strip())
                if wanted
                else self.tr("Nothing of this kind yet.")
            )

    def _folded_plans(self, rows: list[TimelineRow]) -> list[TimelineRow]:
        """The soonest plans and one row for the others: what happened stays in view."""
        ahead = [row for row in rows if row.ahead]
        later = ahead[_MOST_PLANNED:]
        if len(later) < 2:
            return rows
        more = TimelineRow(
            key=_MORE_KEY,
            group=later[0].group,
            day="",
            icon="dots",
            title=self.tr("{count} more planned").format(count=len(later)),
            action=self.tr("Show"),
            ahead=True,
        )
        return [*ahead[:_MOST_PLANNED], more, *(row for row in rows if not row.ahead)]

    def _arrange(self) -> None:
        """The column beside the timeline while there is room, else below it."""
        inner = self.width() - 2 * side_margin(self.width())
        beside = inner >= theme.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if beside:
            self.panel.setFixedWidth(theme.scaled(WIDTH))
        else:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(theme.scaled(720))
        room = inner - (theme.scaled(WIDTH) + theme.scaled(24) if beside else 0)
        chips = sum(chip.sizeHint().width() + theme.scaled(8) for chip in self.chips.values())
        in_line = chips + self.search_line.minimumWidth() + theme.scaled(8) <= room
        self._tools.setDirection(directions.LeftToRight if in_line else directions.TopToBottom)
        self.view.setMinimumHeight(theme.scaled(160 if beside else 320))
