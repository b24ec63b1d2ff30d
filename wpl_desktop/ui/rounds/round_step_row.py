"""One step of a round on the page: its number or tick, its words, its buttons, and below them what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.rounds.round_content import StepAction, StepContent, StepState
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label

Act = Callable[[StepAction], None]
"""Does what an action asks for."""

#: Under this width the buttons of a step stand below its words.
BESIDE_FROM: Final = 640
MARK: Final = 28
GAP: Final = 16
_PADDING: Final = 10
_BAR: Final = 4
_TICK: Final = 16


def action_button(action: StepAction, act: Act) -> Button:
    """The button of one action; its key is its name, so that the focus finds it again."""
    kind = "primary" if action.primary else "quiet" if action.quiet else "plain"
    button = Button(action.text, kind=kind, icon=action.icon or None)
    button.setObjectName(action.key)
    if action.about:
        button.setAccessibleName(f"{action.text}, {action.about}")
    button.clicked.connect(lambda: act(action))
    return button


def menu_button(text: str, actions: Iterable[StepAction], *, act: Act, about: str, explained: str) -> Button:
    """A button with a menu of actions; `explained` is what a screen reader says besides `about`."""
    made = list(actions)
    button = Button(text, icon="chevron-down", icon_at_end=True)
    button.setObjectName(made[0].key)
    button.setAccessibleName(f"{text}, {about}")
    button.setAccessibleDescription(explained)
    menu = QMenu(button)
    for action in made:
        menu.addAction(_menu_action(menu, action, act))
    button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
    return button


def _menu_action(menu: QMenu, action: StepAction, act: Act) -> QAction:
    line = QAction(icons.icon(action.icon), action.text, menu)
    line.triggered.connect(lambda: act(action))
    return line


def actions_row(buttons: Iterable[Button]) -> QWidget:
    """Buttons side by side that go on below where there is no room."""
    row = QWidget()
    flow = FlowLayout(row, gap=theme.scaled(8), line_gap=theme.scaled(8))
    for button in buttons:
        flow.addWidget(button)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    return row


class StepMark(QWidget):
    """A circle with the number of a step: filled when it is now, with a tick once it is behind."""

    def __init__(self, number: int, state: StepState) -> None:
        super().__init__()
        self._number = number
        self._state = state
        side = theme.scaled(MARK)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        fill, line, text = {
            StepState.DONE: (tokens.soft, tokens.soft, tokens.on_soft),
            StepState.NOW: (tokens.accent, tokens.accent, tokens.on_accent),
            StepState.LATER: (tokens.surface, tokens.line_strong, tokens.muted),
        }[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        painter.setPen(QPen(line, 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawEllipse(box)
        if self._state is StepState.DONE:
            side = theme.scaled(_TICK)
            tick = QRectF(0, 0, side, side)
            tick.moveCenter(box.center())
            icons.paint(painter, "check", rect=tick, color=text)
        else:
            painter.setFont(theme.font("secondary_strong"))
            painter.setPen(text)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class StepPart(QWidget):
    """Something below the words of a step, which is told how wide it will be."""

    def set_room(self, width: int) -> None:
        """Arrange what is inside for `width` pixels."""
        raise NotImplementedError


class StepRow(QWidget):
    """A step in the column: a bar at the edge says which one is now."""

    def __init__(self, content: StepContent, *, act: Act) -> None:
        super().__init__()
        self.content = content
        self._is_now = content.state is StepState.NOW
        later = content.state is StepState.LATER
        self.title = Label(content.title, role="section", tone="muted" if later else "text")
        self.summary = Label(content.summary, role="secondary", tone="muted")
        self.note = Label(content.note, role="secondary")
        self.buttons = [action_button(action, act) for action in content.actions]
        self.body = QVBoxLayout()
        self._parts: list[StepPart] = []
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions = actions_row(self.buttons)
        self._assemble()
        self.setAccessibleName(f"{content.title}, {content.summary}")

    def add(self, part: StepPart) -> None:
        """Put something below the words of this step."""
        self._parts.append(part)
        self.body.addWidget(part)

    def add_beside(self, button: Button) -> None:
        """Put one more button beside the words of this step."""
        self.buttons.append(button)
        layout = self._actions.layout()
        if layout is not None:
            layout.addWidget(button)
        self._actions.show()

    def set_room(self, width: int) -> None:
        """Put the buttons beside the words where `width` pixels allow it, else below, before anything is laid out."""
        wide = width >= theme.scaled(BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        inner = width - theme.scaled(MARK + 3 * GAP)
        for part in self._parts:
            part.set_room(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._is_now:
            return
        painter = QPainter(self)
        painter.fillRect(0, 0, theme.scaled(_BAR), self.height(), theme.tokens().accent)
        painter.end()

    def _assemble(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(theme.scaled(2))
        texts.addWidget(self.title)
        texts.addWidget(self.summary)
        texts.addWidget(self.note)
        self._beside.setSpacing(theme.scaled(12))
        self._beside.addLayout(texts, 1)
        self._beside.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(theme.scaled(12))
        column = QVBoxLayout()
        column.setSpacing(theme.scaled(12))
        column.addLayout(self._beside)
        column.addLayout(self.body)
        row = QHBoxLayout(self)
        edge, padding = theme.scaled(GAP), theme.scaled(_PADDING)
        row.setContentsMargins(edge, padding, edge, padding)
        row.setSpacing(edge)
        row.addWidget(StepMark(self.content.step.value, self.content.state), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        # Now that they have a parent: before, each would be a window of its own for a moment.
        self.summary.setVisible(bool(self.content.summary))
        self.note.setVisible(bool(self.content.note))
        self._actions.setVisible(bool(self.buttons))
