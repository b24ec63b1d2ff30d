"""The page of the evaluations: students × rounds, who is ready, and what may be worth doing now."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.suggestions import Suggestion
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.round_board import BoardHead, BoardRow
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.rounds.board_suggestions import FIRST, MORE, MOST, SuggestionList
from wpl_desktop.ui.rounds.board_table import BoardTable
from wpl_desktop.ui.rounds.board_words import Step, matching
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.filter_line import FilterLine
from wpl_desktop.ui.widgets.key_hint import KeyHints
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

if TYPE_CHECKING:
    from wpl_desktop.services import Services

# Icon, frame and margins of the filter.
_FILTER_EDGES: Final = 56
_LEAST_FILTER: Final = 160
_MOST_FILTER: Final = 288
# The table never gets lower than this; the page scrolls then.
_LEAST_TABLE: Final = 176
# A page lower than this begins with one suggestion: the board is what one came for.
_ROOM_FOR_THREE: Final = 520


class BoardPage(Page):
    """All students with their rounds. It names several students, so it is never shown on a joint screen (F9)."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory",
            "Person",
            "Conversation",
            "Round",
            "Sheet",
            "Agreed",
            "DismissedSuggestion",
            "Profile",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[uuid.UUID] = []
        self._heads: list[BoardHead] = []
        self._search_texts: Mapping[uuid.UUID, str] | None = None
        self._suggestions: list[Suggestion] = []
        self._unfolded = 0
        self._wanted: uuid.UUID | None = None
        self.suggestions = SuggestionList()
        self.trouble = Hint("", icon="warning")
        self.filter_line = FilterLine()
        self.switch = SegmentedSwitch(
            [(False, self.tr("All")), (True, self.tr("Waiting for somebody"))],
            name=filled(self.tr("Which {students}")),
            value=False,
        )
        self.check_code = plain_button(self.tr("Check a code…"), icon="shield")
        self.open_round = plain_button(self.tr("Open a round…"), icon="plus")
        self.table = BoardTable(
            name=filled(self.tr("Rounds by {student}")),
            names_title=filled("{Student}"),
            source=self._read_rows,
        )
        self.hints = KeyHints(
            [
                ("↑ ↓ ← →", self.tr("choose")),
                ("Enter", self.tr("open round")),
                (self.tr("Shift ↓, Ctrl A"), self.tr("choose several")),
            ]
        )
        self.nobody = EmptyState(
            filled(
                self.tr(
                    "Here you see every {student} with their rounds, and who still has to get ready. "
                    "Begin by adding the first one."
                )
            ),
            action=filled(self.tr("Add {student}")),
            icon="plus",
        )
        self.no_round = EmptyState(
            self.tr(
                "In a round everybody looks at the same criteria, each apart first; then you put the views side by "
                "side. Choose below for whom, and open the first round."
            ),
            action=self.tr("Open a round…"),
            icon="plus",
        )
        self.not_found = EmptyState("", action=self.tr("Clear filter"))
        self.nobody_waits = EmptyState(self.tr("No round waits for anybody."), action=self.tr("Show all"))
        self._scroll = QScrollArea()
        self._content = ContentArea()
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    # What the frame asks

    def title(self) -> str:
        """The word for this page."""
        return self.tr("Evaluations")

    def subtitle(self) -> str:
        """The school year."""
        return school_year_of(self._bundle().clock.local().date())

    def subject(self) -> dict[str, object]:
        key = self.table.current_key()
        return {} if key is None else {"trajectory_id": key}

    def open(self, **arguments: object) -> bool:
        """Show the board, with the row of `trajectory_id` current when there is one; suggestions start folded."""
        wanted = arguments.get("trajectory_id")
        self._wanted = wanted if isinstance(wanted, uuid.UUID) else None
        self._unfolded = 0
        if self._wanted is not None and self._keys and self.table.select_key(self._wanted):
            self._wanted = None
        return False

    def refresh(self) -> None:
        """Read the board again; who was chosen stays chosen."""
        self.trouble.hide()
        self._read_order()
        self._read_suggestions()
        self.table.forget_rows()
        self._show_rows()
        if self._wanted is not None:
            self.table.select_key(self._wanted)
            self._wanted = None
        self.heading_changed.emit()

    def focus_first(self) -> None:
        """The table, or the button that starts it."""
        if self.no_round.isVisibleTo(self):
            self.no_round.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.table.isVisibleTo(self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.nobody.isVisibleTo(self):
            self.nobody.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filter_line.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_suggestions()
        self._arrange()

    # Slots

    def _on_filter(self) -> None:
        self._show_rows()

    def _on_switch(self) -> None:
        self._read_order()
        self._show_rows()

    def _on_show_all(self) -> None:
        self.switch.set_value(False)
        self._on_switch()
        self.focus_first()

    def _on_passed_on(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self.table, event)

    def _on_focus_filter(self) -> None:
        self.filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_line.selectAll()

    def _on_clear_filter(self) -> None:
        self.filter_line.clear()
        self.filter_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cell(self, key: uuid.UUID, number: int | None) -> None:
        """Go to a round; from a name to the student, and where there is no round yet to opening one."""
        if number is None:
            self.open_requested.emit("student", {"trajectory_id": key, "tab": "evaluations"})
            return
        cell = self.table.board.cell(self.table.currentIndex())
        if cell is None:
            self.open_requested.emit("round_dialog", {"trajectory_id": key})
        else:
            self.open_requested.emit("round", {"round_id": cell.round_id})

    def _on_open_round(self) -> None:
        chosen = self.table.chosen_keys()
        if len(chosen) > 1:
            self.open_requested.emit("round_dialog", {"trajectory_ids": tuple(chosen)})
        elif chosen:
            self.open_requested.emit("round_dialog", {"trajectory_id": chosen[0]})

    def _on_chosen(self) -> None:
        """Say for how many a round would be opened."""
        count = len(self.table.chosen_keys()) if self.table.isVisibleTo(self) else 0
        text = self.tr("Open a round for {count}…") if count > 1 else self.tr("Open a round…")
        self.open_round.setText(text.format(count=count))
        self.open_round.setEnabled(count > 0)
        self._arrange()

    def _on_add(self) -> None:
        self.open_requested.emit("student_dialog", {})

    def _on_check_code(self) -> None:
        self.open_requested.emit("code_dialog", {})

    def _on_step(self, step: Step) -> None:
        self.open_requested.emit(step.target, step.arguments)

    def _on_put_away(self, suggestion: Suggestion) -> None:
        shown = [row.suggestion for row in self.suggestions.rows()]
        try:
            self._bundle().suggestions.dismiss(suggestion, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self.trouble.set_text(error_message(error, translate))
            self.trouble.show()
            return
        self.saved.emit()
        self._read_suggestions()
        if not self.suggestions.focus_after(shown.index(suggestion)):
            self.focus_first()

    def _on_more(self) -> None:
        first_new = len(self.suggestions.rows())
        self._unfolded += MORE
        self._read_suggestions()
        rows = self.suggestions.rows()
        if first_new < len(rows):
            rows[first_new].action.setFocus(Qt.FocusReason.OtherFocusReason)

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _assemble(self) -> None:
        invitation = filled(self.tr("Filter by name, {class_word} or {mentor}"))
        self.filter_line.setPlaceholderText(invitation)
        self.filter_line.setAccessibleName(filled(self.tr("Filter the {students}")))
        room = QFontMetrics(theme.font("base")).horizontalAdvance(invitation) + theme.scaled(_FILTER_EDGES)
        self.filter_line.setMaximumWidth(max(theme.scaled(_MOST_FILTER), room))
        self.filter_line.setMinimumWidth(theme.scaled(_LEAST_FILTER))
        self.table.setMinimumHeight(theme.scaled(_LEAST_TABLE))
        left, right = QHBoxLayout(), QHBoxLayout()
        for row in (left, right):
            row.setSpacing(theme.scaled(12))
        left.addWidget(self.filter_line, 10)
        left.addWidget(self.switch)
        left.addStretch(1)
        right.addWidget(self.check_code)
        right.addWidget(self.open_round)
        # On a line of their own the buttons stay as wide as their words.
        right.addStretch(1)
        self._tools.setSpacing(theme.scaled(12))
        self._tools.addLayout(left, 1)
        self._tools.addLayout(right)
        body = self._content.body
        body.addWidget(self.suggestions)
        body.addWidget(self.trouble)
        body.addLayout(self._tools)
        body.addWidget(self.no_round)
        # The table takes what its rows need before the empty room below gets anything.
        body.addWidget(self.table, 1000)
        for widget in (self.nobody, self.not_found, self.nobody_waits, self.hints):
            body.addWidget(widget)
        body.addStretch(1)
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
        self.filter_line.take_letters_of(self.table)
        self.switch.chosen.connect(self._on_switch)
        self.check_code.clicked.connect(self._on_check_code)
        self.open_round.clicked.connect(self._on_open_round)
        self.no_round.triggered.connect(self._on_open_round)
        self.nobody.triggered.connect(self._on_add)
        self.not_found.triggered.connect(self._on_clear_filter)
        self.nobody_waits.triggered.connect(self._on_show_all)
        self.table.cell_activated.connect(self._on_cell)
        self.table.chosen_changed.connect(self._on_chosen)
        self.suggestions.step_requested.connect(self._on_step)
        self.suggestions.put_away.connect(self._on_put_away)
        self.suggestions.more_requested.connect(self._on_more)
        for keys, slot in (
            ("Ctrl+F", self._on_focus_filter),
            ("Ctrl+Return", self._on_open_round),
            ("Ctrl+Enter", self._on_open_round),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _read_order(self) -> None:
        board = self._bundle().round_board
        self._keys = board.order(waiting=self.switch.value() is True)
        self._heads = board.heads()
        self._search_texts = None

    def _read_suggestions(self) -> None:
        self._suggestions = self._bundle().suggestions.current(limit=FIRST + self._unfolded + MOST)
        self._show_suggestions()

    def _show_suggestions(self) -> None:
        first = FIRST if self.height() >= theme.scaled(_ROOM_FOR_THREE) else 1
        self.suggestions.set_suggestions(self._suggestions, shown=first + self._unfolded)

    def _read_rows(self, keys: Sequence[uuid.UUID]) -> list[BoardRow]:
        return self._bundle().round_board.rows(keys)

    def _shown_keys(self) -> list[uuid.UUID]:
        text = self.filter_line.text()
        if not text.strip():
            return self._keys
        if self._search_texts is None:
            self._search_texts = self._bundle().student_list.search_texts(TrajectoryState.RUNNING)
        return matching(self._keys, text, search_texts=self._search_texts)

    def _show_rows(self) -> None:
        keys = self._shown_keys()
        text = self.filter_line.text().strip()
        waiting = self.switch.value() is True
        self.not_found.set_text(self.tr("Nobody found for “{text}”.").format(text=text))
        self.table.setVisible(bool(keys))
        self.hints.setVisible(bool(keys))
        self.no_round.setVisible(bool(keys) and not self._heads)
        self.not_found.setVisible(not keys and bool(text))
        self.nobody_waits.setVisible(not keys and not text and waiting)
        self.nobody.setVisible(not keys and not text and not waiting)
        self.table.show_board(self._heads, keys)
        self.table.setMaximumHeight(max(self.table.contents_height(), theme.scaled(_LEAST_TABLE)))
        self._on_chosen()

    def _arrange(self) -> None:
        """Two lines of tools where they do not fit on one."""
        margins = self._content.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = (
            self.filter_line.maximumWidth()
            + self.switch.sizeHint().width()
            + self.check_code.sizeHint().width()
            + self.open_round.sizeHint().width()
            + 4 * theme.scaled(12)
        )
        beside = QBoxLayout.Direction.LeftToRight if needed <= room else QBoxLayout.Direction.TopToBottom
        self._tools.setDirection(beside)
        self.suggestions.set_width(room)
