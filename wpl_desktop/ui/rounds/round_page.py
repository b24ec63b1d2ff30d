"""The page of one round: its steps in the order in which a mentor takes them over a year."""

from __future__ import annotations

import uuid
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import initials
from wpl_desktop.services.round_steps import RoundStepsView
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.rounds.round_apart import SheetLines
from wpl_desktop.ui.rounds.round_closing import signature_lines, version_lines
from wpl_desktop.ui.rounds.round_content import HAND_OVER, Step, StepAction, StepState, steps
from wpl_desktop.ui.rounds.round_step_row import BESIDE_FROM, StepRow
from wpl_desktop.ui.rounds.round_words import facts, next_step, round_heading
from wpl_desktop.ui.widgets.buttons import Button, quiet_button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.content import PAGE_MARGIN, ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.labels import muted_label, section_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

_APART_BUTTON = "show_sheets"


class RoundPage(Page):
    """What now, who is ready, and what was decided; the step that is now holds the one button that stands out."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory",
            "Person",
            "TrajectoryRole",
            "Profile",
            "Round",
            "Sheet",
            "Score",
            "Agreed",
            "RoundReport",
            "RoundVersion",
            "Signature",
        }
    )
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._round_id: uuid.UUID | None = None
        self._view: RoundStepsView | None = None
        self._shows_sheets: bool | None = None
        self.now = section_label("")
        self.facts = muted_label("")
        self.change_button = quiet_button(self.tr("Change…"), icon="edit")
        self.code_button = quiet_button(self.tr("Check a code…"), icon="search", muted=True)
        self.steps = ListBox()
        self.rows: dict[Step, StepRow] = {}
        self.gone = EmptyState(
            self.tr("This round is not there any more. It may be in the bin."), action=self.tr("All rounds")
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole = QWidget()
        self._scroll = QScrollArea()
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show the round `round_id`."""
        round_id = cast("uuid.UUID | None", arguments.get("round_id"))
        if round_id is None:
            return False
        if round_id != self._round_id:
            self._shows_sheets = None
            self._scroll.verticalScrollBar().setValue(0)
        self._round_id = round_id
        self.refresh()
        return True

    def title(self) -> str:
        """The student's name."""
        return self._view.student_name if self._view is not None else self.tr("Round")

    def subtitle(self) -> str:
        """Which round."""
        return round_heading(self._view) if self._view is not None else ""

    def initials(self) -> str:
        """Initials for the avatar before the title."""
        if self._view is None:
            return ""
        return initials(self._view.student_name, call_name=self._view.call_name)

    def subject(self) -> dict[str, object]:
        """Whose round it is."""
        return {} if self._view is None else {"trajectory_id": self._view.trajectory_id}

    def place(self) -> dict[str, object]:
        """The round that is shown."""
        return {} if self._round_id is None else {"round_id": self._round_id}

    @property
    def back_target(self) -> str | None:
        """The student, or all rounds where there is no student to go back to."""
        return "student" if self._view is not None else "evaluations"

    @property
    def back_arguments(self) -> dict[str, object]:
        """The student's evaluations."""
        return {**self.subject(), "tab": "evaluations"} if self._view is not None else {}

    def refresh(self) -> None:
        """Read the round again; the focus stays on the button that had it."""
        if self._round_id is None:
            return
        focused = self._focus_name()
        try:
            self._view = self._bundle().round_steps.view(self._round_id)
        except DomainError:
            self._view = None
        self.setUpdatesEnabled(False)
        try:
            self._show()
        finally:
            self.setUpdatesEnabled(True)
        if focused is not None:
            self._focus_again(focused)
        self.heading_changed.emit()

    def focus_first(self) -> None:
        """The button of the step that is now, or the first there is."""
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)
        # A page that is shown for the first time has no places yet.
        QTimer.singleShot(0, self, self._keep_now_in_view)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Slots

    def _act(self, action: StepAction) -> None:
        if action.target == HAND_OVER:
            self.hand_over_requested.emit(action.arguments["round_id"], action.arguments["perspective"])
        else:
            self.open_requested.emit(action.target, dict(action.arguments))

    def _on_change(self) -> None:
        self.open_requested.emit("round_dialog", self.place())

    def _on_code(self) -> None:
        self.open_requested.emit("code_dialog", self.place())

    def _on_show_sheets(self) -> None:
        self._shows_sheets = not self._are_sheets_shown()
        focused = self._focus_name()
        self._show()
        if focused is not None:
            self._focus_again(focused)

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _assemble(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(theme.scaled(2))
        texts.addWidget(self.now)
        texts.addWidget(self.facts)
        self._head.setSpacing(theme.scaled(12))
        self._head.addLayout(texts, 1)
        self._head.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(16))
        column.addLayout(self._head)
        column.addWidget(self.steps)
        column.addWidget(self.code_button, 0, Qt.AlignmentFlag.AlignLeft)
        content = ContentArea(top=16, bottom=16)
        # Its height follows from its width; the least height of narrow lines would be far too much.
        content.setMinimumHeight(1)
        content.body.addWidget(self._whole)
        content.body.addWidget(self.gone)
        content.body.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._on_change)
        self.code_button.clicked.connect(self._on_code)
        self.gone.triggered.connect(lambda: self.open_requested.emit("evaluations", {}))

    def _show(self) -> None:
        view = self._view
        self._whole.setVisible(view is not None)
        self.gone.setVisible(view is None)
        self.steps.clear()
        self.rows = {}
        if view is None:
            return
        joint = joint_screen.is_on()
        self.now.setText(next_step(view))
        self.facts.setText(facts(view))
        self.change_button.setVisible(not view.read_only and not joint)
        # A code leads to whichever student's report has it.
        self.code_button.setVisible(bool(view.versions) and not joint)
        for content in steps(view, joint=joint):
            row = StepRow(content, act=self._act)
            self.rows[content.step] = row
            self._add_body(row, view, joint=joint)
            self.steps.add_row(row)
            row.show()
        self._arrange()
        self._order_keys()

    def _arrange(self) -> None:
        """Say to every part how wide it will be, before it is laid out."""
        room = self.width() - 2 * side_margin(self.width())
        directions = QBoxLayout.Direction
        wide = room >= theme.scaled(BESIDE_FROM)
        self._head.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        for row in self.rows.values():
            row.set_room(room)

    def _add_body(self, row: StepRow, view: RoundStepsView, *, joint: bool) -> None:
        """Below a step: the sheets, the versions, or who signs."""
        step = row.content.step
        if step is Step.APART:
            if row.content.state is not StepState.NOW:
                row.add_beside(self._sheets_button())
            if self._are_sheets_shown():
                row.add(SheetLines(view, act=self._act, joint=joint))
        elif step is Step.FINAL:
            for line in version_lines(view, act=self._act, joint=joint):
                row.add(line)
        elif step is Step.SIGN and view.final:
            for line in signature_lines(view, act=self._act):
                row.add(line)

    def _sheets_button(self) -> Button:
        shown = self._are_sheets_shown()
        text = self.tr("Hide the sheets") if shown else self.tr("Show the sheets")
        button = quiet_button(text, icon="chevron-up" if shown else "chevron-down")
        button.setObjectName(_APART_BUTTON)
        button.clicked.connect(self._on_show_sheets)
        return button

    def _are_sheets_shown(self) -> bool:
        """Always while they are filled in; afterwards when asked for, or while somebody is late."""
        view = self._view
        if view is None:
            return False
        if view.revealed_on is None and not view.read_only and view.missing:
            return True
        if self._shows_sheets is not None:
            return self._shows_sheets
        return bool(view.missing) and not view.read_only

    def _buttons(self) -> list[QPushButton]:
        """What takes the keyboard, in reading order."""
        found: list[QPushButton] = [self.change_button]
        for row in self.rows.values():
            found += row.findChildren(QPushButton)
        return [*found, self.code_button]

    def _order_keys(self) -> None:
        for before, after in pairwise(self._buttons()):
            QWidget.setTabOrder(before, after)

    def _first(self) -> QWidget:
        if self._view is None:
            return self.gone.button
        usable = [button for button in self._buttons() if button.isVisibleTo(self)]
        now = [row for row in self.rows.values() if row.content.state is StepState.NOW]
        inside = [button for button in usable if now and now[0].isAncestorOf(button)]
        main = [button for button in inside if isinstance(button, Button) and button.kind() == "primary"]
        return next(iter([*main, *inside, *usable]), self)

    def _keep_now_in_view(self) -> None:
        """The step that is now as a whole and not only its button, as far as it fits."""
        first = self._first()
        row = next((row for row in self.rows.values() if row.isAncestorOf(first)), None)
        if row is not None:
            self._scroll.ensureWidgetVisible(row, 0, theme.scaled(8))
            self._scroll.ensureWidgetVisible(first, 0, theme.scaled(PAGE_MARGIN))

    def _focus_name(self) -> str | None:
        """The name of the button with the focus on this page, empty for another one; None when it has none."""
        focused = cast("QWidget | None", self.window().focusWidget())
        if focused is None or not self.isAncestorOf(focused):
            return None
        return focused.objectName()

    def _focus_again(self, name: str) -> None:
        same = next((button for button in self._buttons() if name and button.objectName() == name), None)
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name or not self._whole.isVisible():
            self.focus_first()
