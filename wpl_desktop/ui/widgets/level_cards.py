"""Cards with the text of each level; one of them can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.level_square import SMALL, paint_level_square

GAP: Final = 8
SMALLEST_CARD: Final = 160
_SIDE: Final = 10
_TOP: Final = 8
_HEAD_GAP: Final = 6


@dataclass(frozen=True, kw_only=True)
class LevelText:
    """What a card says: the level, its word and its description."""

    level: int
    name: str
    text: str


class LevelCards(QWidget):
    """Cards side by side; the tallest decides, and in a narrow window they stand two by two."""

    picked = Signal(int)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[_LevelCard] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_cards(self, texts: Sequence[LevelText]) -> None:
        """Show these levels; nothing is chosen. Widgets are reused, so this is quick."""
        while len(self._cards) > len(texts):
            card = self._cards.pop()
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < len(texts):
            card = _LevelCard(self)
            card.show()
            self._cards.append(card)
        for card, text in zip(self._cards, texts, strict=True):
            card.set_content(text, count=len(texts))
            self._group.addButton(card, text.level)
        self.set_value(None)
        self.updateGeometry()
        self._arrange()

    def value(self) -> int | None:
        """The chosen level, if any."""
        number = self._group.checkedId()
        return number if number >= 0 else None

    def set_value(self, level: int | None) -> None:
        """Choose a card without a signal; None leaves nothing chosen."""
        self._group.setExclusive(False)
        for card in self._cards:
            card.setChecked(self._group.id(card) == level)
        self._group.setExclusive(True)

    def columns(self) -> int:
        """How many cards stand side by side at the present width."""
        return self._columns(self.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._cards:
            return 0
        columns = self._columns(width)
        rows = -(-len(self._cards) // columns)
        return rows * self._card_height(width) + (rows - 1) * theme.scaled(GAP)

    def sizeHint(self) -> QSize:
        width = theme.scaled(SMALLEST_CARD + GAP) * max(1, len(self._cards))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(SMALLEST_CARD), min(theme.scaled(64), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _columns(self, width: int) -> int:
        count = max(1, len(self._cards))
        room = (width + theme.scaled(GAP)) // theme.scaled(SMALLEST_CARD + GAP)
        if room >= count:
            return count
        # Two by two, not three and one.
        return max(1, min(room, -(-count // 2)))

    def _card_width(self, width: int) -> int:
        columns = self._columns(width)
        return (width - (columns - 1) * theme.scaled(GAP)) // columns

    def _card_height(self, width: int) -> int:
        card_width = self._card_width(width)
        return max(card.heightForWidth(card_width) for card in self._cards)

    def _arrange(self) -> None:
        if not self._cards:
            return
        # Not every container asks for the height that goes with a width: say it in a way all of them hear.
        self.setMinimumHeight(self.heightForWidth(self.width()))
        columns, gap = self._columns(self.width()), theme.scaled(GAP)
        width, height = self._card_width(self.width()), self._card_height(self.width())
        for number, card in enumerate(self._cards):
            row, column = divmod(number, columns)
            card.setGeometry(column * (width + gap), row * (height + gap), width, height)


class _LevelCard(QRadioButton):
    """One card; a radio button to the keyboard and to screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = LevelText(level=1, name="", text="")
        self._count = 1
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_content(self, content: LevelText, *, count: int) -> None:
        self._content = content
        self._count = count
        self.setAccessibleName(f"{content.level} {content.name}")
        self.setAccessibleDescription(content.text)
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._wrapped(width).height()
        return theme.scaled(2 * _TOP) + self._head_height(width) + theme.scaled(_HEAD_GAP) + text

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        chosen = self.isChecked()
        hovered = self.underMouse() and self.isEnabled() and not chosen
        rounded_box(
            painter,
            self.rect(),
            fill=tokens.hover if hovered else tokens.surface,
            line=tokens.accent if chosen else tokens.line,
            width=2 if chosen else 1,
        )
        side, top, square = theme.scaled(_SIDE), theme.scaled(_TOP), theme.scaled(SMALL)
        paint_level_square(
            painter, rect=QRectF(side, top, square, square), value=self._content.level, count=self._count
        )
        if chosen:
            mark = theme.scaled(18)
            box = QRectF(self.width() - side - mark, top + 1, mark, mark)
            icons.paint(painter, "check", rect=box, color=tokens.on_soft)
        painter.setPen(tokens.text)
        painter.setFont(theme.font("secondary_strong"))
        painter.drawText(
            self._name_rect(self.width()),
            int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap),
            self._content.name,
        )
        painter.setFont(theme.font("secondary"))
        body_top = top + self._head_height(self.width()) + theme.scaled(_HEAD_GAP)
        body = QRect(side, body_top, self.width() - 2 * side, self.height() - body_top)
        painter.drawText(body, int(Qt.TextFlag.TextWordWrap), self._content.text)
        painter.end()

    def _name_rect(self, width: int) -> QRect:
        left = theme.scaled(_SIDE) + theme.scaled(SMALL) + theme.scaled(8)
        # Room for the tick also while it is not there: the words must not move when chosen.
        right = theme.scaled(_SIDE) + theme.scaled(18)
        return QRect(left, theme.scaled(_TOP), max(1, width - left - right), self._head_height(width))

    def _head_height(self, width: int) -> int:
        left = theme.scaled(_SIDE) + theme.scaled(SMALL) + theme.scaled(8)
        room = max(1, width - left - theme.scaled(_SIDE) - theme.scaled(18))
        metrics = QFontMetrics(theme.font("secondary_strong"))
        area = metrics.boundingRect(
            QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), self._content.name
        )
        return max(theme.scaled(SMALL), area.height())

    def _wrapped(self, width: int) -> QRect:
        metrics = QFontMetrics(theme.font("secondary"))
        room = QRect(0, 0, max(1, width - 2 * theme.scaled(_SIDE)), 10_000)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._content.text)
