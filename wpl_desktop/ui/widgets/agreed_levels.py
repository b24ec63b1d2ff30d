"""A row of agreed levels, one cell for each criterion, with the words of what occurs in it below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.level_square import paint_level_square

_CELL_HEIGHT: Final = 32
_WIDEST_CELL: Final = 48
_GAP: Final = 4
_LEGEND_SQUARE: Final = 18


@dataclass(frozen=True, kw_only=True)
class LevelCell:
    """One cell: the code above it, a level (number) or a sign, or an icon; `words` say it aloud and in the legend."""

    code: str
    value: int | str | None
    words: str
    icon: str = ""
    name: str = ""


class AgreedLevels(QWidget):
    """The cells with their legend; the legend has only what occurs."""

    def __init__(
        self, cells: Sequence[LevelCell], *, count: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cells = tuple(cells)
        spoken = "; ".join(f"{cell.code} {cell.name}: {_spoken(cell)}" for cell in cells)
        self.setAccessibleName(name)
        self.setAccessibleDescription(spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(_Strip(self.cells, count=count))
        legend = QWidget()
        flow = FlowLayout(legend, gap=theme.scaled(12), line_gap=theme.scaled(4))
        for cell in _once_each(self.cells):
            flow.addWidget(_LegendItem(cell, count=count))
        column.addWidget(legend)

    def legend_words(self) -> list[str]:
        """The words below the cells."""
        return [cell.words for cell in _once_each(self.cells)]


class _Strip(QWidget):
    """The cells, side by side over the width there is."""

    def __init__(self, cells: Sequence[LevelCell], *, count: int) -> None:
        super().__init__()
        self._cells = cells
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = len(self._cells) * (theme.scaled(_CELL_HEIGHT) + theme.scaled(_GAP))
        return QSize(width, self._code_height() + theme.scaled(_CELL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        gap = theme.scaled(_GAP)
        room = (self.width() + gap) / max(1, len(self._cells))
        step = min(room, theme.scaled(_WIDEST_CELL) + gap)
        for number, cell in enumerate(self._cells):
            head = QRectF(number * step, 0, step - gap, self._code_height())
            painter.setFont(theme.font("secondary"))
            painter.setPen(tokens.muted)
            painter.drawText(head, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, cell.code)
            rect = QRectF(number * step, self._code_height(), step - gap, theme.scaled(_CELL_HEIGHT))
            _paint_cell(painter, cell, rect=rect, count=self._count)
        painter.end()

    def _code_height(self) -> int:
        return QFontMetrics(theme.font("secondary")).height() + theme.scaled(2)


class _LegendItem(QWidget):
    """A small square and its word."""

    def __init__(self, cell: LevelCell, *, count: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(8))
        row.addWidget(
            IconMark(cell.icon, tone="amber", size=_LEGEND_SQUARE) if cell.icon else _Square(cell, count)
        )
        row.addWidget(Label(cell.words, role="secondary", tone="muted", wrap=False))


class _Square(QWidget):
    def __init__(self, cell: LevelCell, count: int) -> None:
        super().__init__()
        self._cell = cell
        self._count = count
        self.setFixedSize(theme.scaled(_LEGEND_SQUARE), theme.scaled(_LEGEND_SQUARE))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_level_square(painter, rect=QRectF(self.rect()), value=self._cell.value, count=self._count)
        painter.end()


def _spoken(cell: LevelCell) -> str:
    return f"{cell.value} {cell.words}" if isinstance(cell.value, int) else cell.words


def _once_each(cells: Sequence[LevelCell]) -> list[LevelCell]:
    """One cell for each word that occurs, levels first."""
    found = {cell.words: cell for cell in cells if cell.words}
    return sorted(found.values(), key=lambda cell: (not isinstance(cell.value, int), str(cell.value)))


def _paint_cell(painter: QPainter, cell: LevelCell, *, rect: QRectF, count: int) -> None:
    if not cell.icon:
        paint_level_square(painter, rect=rect, value=cell.value, count=count)
        return
    rounded_box(painter, rect, fill=None, line=theme.tokens().line_strong, radius=4)
    side = theme.scaled(_LEGEND_SQUARE)
    box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    icons.paint(painter, cell.icon, rect=box, color=theme.tokens().amber)
