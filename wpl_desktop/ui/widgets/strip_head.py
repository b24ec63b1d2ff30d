"""The head above dot strips: name, kind, day and state of each round, its buttons and the numbers of the levels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.strip_content import StripContent, StripRound

#: Within a round: what gave no level, and the strip.
BESIDE: Final = 60
STRIP: Final = 202
#: Before the names of the criteria: the edge, and the room of their codes.
EDGE: Final = 16
CODE: Final = 32
_TOP: Final = 8
_NUMBERS: Final = 20
_BETWEEN: Final = 8


class StripHead(QHeaderView):
    """The head of one half of the table; buttons stand over the rounds and move with them."""

    action_clicked = Signal(object, str)

    def __init__(self, *, content: Callable[[], StripContent], parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._content = content
        self.buttons: dict[tuple[object, str], Button] = {}
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)
        parent.horizontalScrollBar().valueChanged.connect(self.place_buttons)

    def show_rounds(self) -> None:
        """Make the buttons of the rounds there are now; those that stay keep the focus."""
        wanted = {
            (found.key, action.name): action for found in self._content().rounds for action in found.actions
        }
        for key in [key for key in self.buttons if key not in wanted]:
            button = self.buttons.pop(key)
            button.hide()
            button.deleteLater()
        for key, action in wanted.items():
            if key not in self.buttons:
                self.buttons[key] = Button(action.text, kind="quiet", parent=self.viewport())
                self.buttons[key].clicked.connect(partial(self._on_clicked, key))
            button = self.buttons[key]
            button.set_kind("plain" if action.primary else "quiet")
            button.setText(action.text)
            button.setAccessibleName(action.spoken)
        self.place_buttons()

    def buttons_in_order(self) -> list[Button]:
        """The buttons as they are read: round by round."""
        return [
            self.buttons[found.key, action.name]
            for found in self._content().rounds
            for action in found.actions
        ]

    def wanted_height(self) -> int:
        """Title, state with buttons, and the numbers of the levels."""
        line = QFontMetrics(theme.font("strong")).height()
        middle = QFontMetrics(theme.font("secondary")).height()
        buttons = [button.sizeHint().height() for button in self.buttons.values()]
        return theme.scaled(_TOP) + line + max([middle, *buttons]) + theme.scaled(_NUMBERS) + 2

    def least_width(self) -> int:
        """The room that the words and buttons of the widest round take."""
        return max((self._width_of(found) for found in self._content().rounds), default=0)

    def place_buttons(self) -> None:
        """Put every button at the right of its round, where the round is now."""
        top = theme.scaled(_TOP) + QFontMetrics(theme.font("strong")).height()
        for number, found in enumerate(self._content().rounds):
            if number + 1 >= self.count():
                return
            right = self.sectionViewportPosition(number + 1) + self.sectionSize(number + 1)
            for action in reversed(found.actions):
                button = self.buttons.get((found.key, action.name))
                if button is not None:
                    size = button.sizeHint()
                    right -= size.width()
                    button.setGeometry(right, top, size.width(), size.height())
                    # Half a button is none: it comes with its round.
                    button.setVisible(right >= 0 and right + size.width() <= self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The last round's buttons were measured against the width from before.
        self.place_buttons()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tokens = theme.tokens()
        painter.save()
        painter.fillRect(rect, tokens.surface)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        content = self._content()
        if logicalIndex == 0:
            left = rect.x() + theme.scaled(EDGE + CODE)
            bottom = rect.bottom() - theme.scaled(4)
            line = QFontMetrics(theme.font("label_strong")).height()
            painter.setFont(theme.font("label_strong"))
            painter.setPen(tokens.muted)
            painter.drawText(
                QRect(left, bottom - line, rect.right() - left, line),
                Qt.AlignmentFlag.AlignVCenter,
                content.names_title,
            )
        elif logicalIndex <= len(content.rounds):
            self._paint_round(painter, rect, content.rounds[logicalIndex - 1])
        painter.restore()

    # Internals

    def _on_clicked(self, key: tuple[object, str]) -> None:
        self.action_clicked.emit(*key)

    def _width_of(self, found: StripRound) -> int:
        strong = QFontMetrics(theme.font("strong")).horizontalAdvance(found.title)
        small = QFontMetrics(theme.font("secondary"))
        title = theme.scaled(BESIDE + _BETWEEN) + strong + small.horizontalAdvance(found.detail)
        buttons = sum(
            button.sizeHint().width()
            for action in found.actions
            if (button := self.buttons.get((found.key, action.name))) is not None
        )
        # The state may wrap under the title when its buttons leave it too little room.
        state = max((small.horizontalAdvance(word) for word in found.state.split()), default=0)
        return max(title, theme.scaled(BESIDE) + state + buttons) + theme.scaled(_BETWEEN)

    def _paint_round(self, painter: QPainter, rect: QRect, found: StripRound) -> None:
        tokens = theme.tokens()
        content = self._content()
        left, top = rect.x() + theme.scaled(BESIDE), rect.y() + theme.scaled(_TOP)
        strong, small = QFontMetrics(theme.font("strong")), QFontMetrics(theme.font("secondary"))
        painter.setFont(theme.font("strong"))
        painter.setPen(tokens.text)
        painter.drawText(QRect(left, top, rect.right() - left, strong.height()), 0, found.title)
        after = left + strong.horizontalAdvance(found.title) + theme.scaled(_BETWEEN)
        painter.setFont(theme.font("secondary"))
        painter.setPen(tokens.muted)
        line = QRect(after, top, rect.right() - after, strong.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, found.detail)
        numbers_top = rect.bottom() - theme.scaled(_NUMBERS)
        taken = [
            button.x()
            for action in found.actions
            if (button := self.buttons.get((found.key, action.name))) is not None
        ]
        right = min([rect.right(), *taken])
        middle_top = top + strong.height()
        state = QRect(left, middle_top, right - left, numbers_top - middle_top)
        font = theme.font("secondary")
        if small.horizontalAdvance(found.state) > state.width():
            font = theme.font("label")
        painter.setFont(font)
        painter.drawText(
            state, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), found.state
        )
        if not found.begun:
            return
        painter.setFont(theme.font("label"))
        width = theme.scaled(STRIP) / content.level_count
        high = theme.scaled(_NUMBERS) - 2
        for level in range(content.level_count):
            box = QRectF(left + width * level, numbers_top, width, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level + 1))
        box = QRectF(left + theme.scaled(STRIP + 10), numbers_top, rect.right(), high)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, content.agreed_title)
