"""Sheets of paper on a canvas: layout, zoom and scrolling; the pictures come from somebody else."""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from wpl_desktop.ui import theme

if TYPE_CHECKING:
    from wpl_desktop.ui.printing.documents import PageSize

# At 100 % a page is as large as on paper, on a screen of 96 pixels an inch.
PIXELS_PER_POINT: Final = 96 / 72
MARGIN: Final = 16
PAGE_GAP: Final = 24
STEPS: Final = (25, 33, 40, 50, 60, 75, 90, 100, 125, 150, 175, 200)
SMALLEST: Final = 0.15
# Below this zoom a whole page is a picture of a page and not something to read.
SMALLEST_READABLE: Final = 0.35
# Paper is white and its words are grey, whatever the colours of the window.
PAPER: Final = QColor("#FFFFFF")
PAPER_WORDS: Final = QColor("#5B6470")


class Fit(enum.Enum):
    """How the zoom follows the size of the window."""

    # The whole page while it can be read, else its width.
    BEST = "best"
    PAGE = "page"
    WIDTH = "width"


@dataclass(frozen=True)
class SheetLayout:
    """Where the sheets lie on the canvas: rectangles in logical pixels, in rows of one or two."""

    rects: tuple[QRect, ...] = ()
    columns: int = 1
    size: QSize = field(default_factory=lambda: QSize(0, 0))

    def row_top(self, row: int) -> int:
        """The top of a row of sheets; rows beyond the end give the last one."""
        last = max(0, math.ceil(len(self.rects) / self.columns) - 1)
        return self.rects[min(row, last) * self.columns].top()


def lay_out(pages: Sequence[PageSize], *, zoom: float, width: int, most_columns: int) -> SheetLayout:
    """Place sheets in rows, as many side by side as fit in `width` and at most `most_columns`."""
    if not pages:
        return SheetLayout()
    scale = zoom * PIXELS_PER_POINT
    sizes = [QSize(round(page.width * scale), round(page.height * scale)) for page in pages]
    widest = max(size.width() for size in sizes)
    margin, gap = theme.scaled(MARGIN), theme.scaled(PAGE_GAP)
    fitting = (width - 2 * margin + gap) // (widest + gap)
    columns = max(1, min(most_columns, len(pages), fitting))
    content = columns * widest + (columns - 1) * gap
    left = max(margin, (width - content) // 2)
    rects: list[QRect] = []
    top = margin
    for start in range(0, len(sizes), columns):
        row = sizes[start : start + columns]
        rects += [
            QRect(left + number * (widest + gap), top, *size.toTuple()) for number, size in enumerate(row)
        ]
        top += max(size.height() for size in row) + margin
    return SheetLayout(tuple(rects), columns, QSize(content + 2 * margin, top))


def fitting_zoom(pages: Sequence[PageSize], *, fit: Fit, area: QSize) -> float:
    """The zoom at which a page fits in `area`, whole or by its width."""
    margin = 2 * theme.scaled(MARGIN)
    by_width = min((area.width() - margin) / (page.width * PIXELS_PER_POINT) for page in pages)
    by_height = min((area.height() - margin) / (page.height * PIXELS_PER_POINT) for page in pages)
    return max(SMALLEST, by_width if fit is Fit.WIDTH else min(by_width, by_height))


class PageView(QAbstractScrollArea):
    """Shows sheets; asks for a picture of each one that is seen and has none of the right size."""

    pictures_wanted = Signal()
    place_changed = Signal()
    zoom_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[PageSize, ...] = ()
        self._layout = SheetLayout()
        self._pictures: dict[int, QImage] = {}
        self._fit: Fit | None = Fit.BEST
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # The canvas is painted by the box around, so that its round corners stay round.
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    # What is shown

    def set_pages(self, pages: Sequence[PageSize], *, keep_place: bool) -> None:
        """Show other pages; with `keep_place` the old pictures stay until the new ones come."""
        place = self.verticalScrollBar().value() if keep_place else 0
        # A picture of the page that stood here is nearer to the new one than an empty sheet.
        self._pictures = {
            number: _stale(picture)
            for number, picture in self._pictures.items()
            if keep_place and number < len(pages)
        }
        self._pages = tuple(pages)
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._announce()

    def set_picture(self, number: int, picture: QImage) -> None:
        """Put the picture of a page on its sheet; pictures far away are let go."""
        self._pictures[number] = picture
        near = {page + step for page in self.visible_pages() for step in range(-2, 3)}
        self._pictures = {page: kept for page, kept in self._pictures.items() if page in near}
        self.viewport().update()

    def picture(self, number: int) -> QImage | None:
        """The picture on a sheet, if it has one."""
        return self._pictures.get(number)

    def wanted(self) -> list[int]:
        """The pages in view that have no picture of the right size."""
        return [number for number in self.visible_pages() if not self._is_sharp(number)]

    def picture_width(self, number: int) -> int:
        """How many device pixels wide the picture of a page should be."""
        return max(1, round(self._layout.rects[number].width() * self.devicePixelRatioF()))

    def visible_pages(self) -> list[int]:
        """The pages in view, as far as they show more than an edge."""
        view = QRect(0, self.verticalScrollBar().value(), 1, self.viewport().height())
        edge = 2 * theme.scaled(MARGIN)
        found: list[int] = []
        for number, rect in enumerate(self._layout.rects):
            overlap = min(rect.bottom(), view.bottom()) - max(rect.top(), view.top())
            if overlap > min(edge, rect.height() // 2):
                found.append(number)
        return found

    def current_pages(self) -> tuple[int, int] | None:
        """First and last page of the row one is looking at, counted from 0; None without pages."""
        if not self._pages:
            return None
        row = self._current_row()
        first = row * self._layout.columns
        return first, min(first + self._layout.columns, len(self._pages)) - 1

    # Zoom and place

    def zoom_percent(self) -> int:
        """The zoom in whole percents of the size on paper."""
        return round(self._zoom * 100)

    def fit(self) -> Fit | None:
        """How the zoom follows the window; None when it was chosen by hand."""
        return self._fit

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window from now on."""
        self._fit = fit
        self._zoom_around()
        self.zoom_chosen.emit(self.zoom_words())

    def set_zoom(self, percent: int) -> None:
        """Show the pages at this size."""
        self._fit = None
        self._zoom = max(STEPS[0], min(percent, STEPS[-1])) / 100
        self._zoom_around()
        self.zoom_chosen.emit(self.zoom_words())

    def zoom_words(self) -> str:
        """The chosen zoom as it is kept: `best`, `page`, `width` or a percentage."""
        return self._fit.value if self._fit is not None else str(self.zoom_percent())

    def set_zoom_words(self, words: str) -> None:
        """Take up a zoom that was kept; anything else changes nothing."""
        if words in {fit.value for fit in Fit}:
            self.set_fit(Fit(words))
        elif words.isdecimal():
            self.set_zoom(int(words))

    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_zoom(next((step for step in STEPS if step > self.zoom_percent()), STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.zoom_percent()), STEPS[0]))

    def go(self, rows: int) -> None:
        """Go to the row of pages so many further on (negative: back)."""
        if self._pages:
            bar = self.verticalScrollBar()
            row = self._current_row()
            inside = bar.value() > self._row_place(row) + theme.scaled(MARGIN)
            # Back from the middle of a page leads to its top first.
            target = row if rows < 0 and inside else max(0, row + rows)
            bar.setValue(self._row_place(target))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._zoom_around()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.pictures_wanted.emit()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._update_box()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_box()

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802  (a name of Qt)
        del across, down
        self.viewport().update()
        self._announce()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, rect in enumerate(self._layout.rects):
            place = rect.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            if place.intersects(event.rect()):
                self._paint_sheet(painter, number, place)
        painter.end()

    # Internals

    def _paint_sheet(self, painter: QPainter, number: int, place: QRect) -> None:
        picture = self._pictures.get(number)
        painter.fillRect(place, PAPER)
        if picture is not None:
            # A picture has rounded up where a rectangle was rounded: draw it one to one when it is sharp.
            if self._is_sharp(number):
                ratio = self.devicePixelRatioF()
                exact = QRectF(place.x(), place.y(), picture.width() / ratio, picture.height() / ratio)
                painter.drawImage(exact, picture)
            else:
                painter.drawImage(QRectF(place), picture)
        else:
            painter.setFont(theme.font("secondary"))
            painter.setPen(PAPER_WORDS)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tr("loading"))
        painter.setPen(theme.tokens().line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _is_sharp(self, number: int) -> bool:
        picture = self._pictures.get(number)
        return (
            picture is not None
            and picture.text(_STALE) == ""
            and picture.width() == self.picture_width(number)
        )

    def _lay_out(self) -> None:
        area = self.maximumViewportSize()
        if not self._pages:
            self._layout = SheetLayout()
            return
        fit = self._fit
        if fit is Fit.BEST:
            is_readable = fitting_zoom(self._pages, fit=Fit.PAGE, area=area) >= SMALLEST_READABLE
            fit = Fit.PAGE if is_readable else Fit.WIDTH
        if fit is not None:
            self._zoom = fitting_zoom(self._pages, fit=fit, area=area)
        most_columns = 1 if fit is Fit.WIDTH else 2
        self._layout = lay_out(self._pages, zoom=self._zoom, width=area.width(), most_columns=most_columns)
        if self._layout.size.height() > area.height():
            # The scroll bar takes its room; lay out again in what is left.
            left = area.width() - self.verticalScrollBar().sizeHint().width()
            if fit is Fit.WIDTH:
                self._zoom = fitting_zoom(self._pages, fit=fit, area=QSize(left, area.height()))
            self._layout = lay_out(self._pages, zoom=self._zoom, width=left, most_columns=most_columns)
        self._set_bars(area)

    def _set_bars(self, area: QSize) -> None:
        size = self._layout.size
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        is_tall = size.height() > area.height()
        width = area.width() - (down.sizeHint().width() if is_tall else 0)
        down.setPageStep(area.height())
        down.setSingleStep(theme.scaled(40))
        down.setRange(0, max(0, size.height() - area.height()))
        across.setPageStep(width)
        across.setSingleStep(theme.scaled(40))
        across.setRange(0, max(0, size.width() - width))

    def _zoom_around(self) -> None:
        """Lay out again and stay at the row one was looking at."""
        current = self.current_pages()
        self._lay_out()
        if current is not None:
            row = current[0] // self._layout.columns
            self.verticalScrollBar().setValue(self._row_place(row))
        self.viewport().update()
        self._announce()

    def _row_place(self, row: int) -> int:
        return max(0, self._layout.row_top(row) - theme.scaled(MARGIN))

    def _current_row(self) -> int:
        bar = self.verticalScrollBar()
        if bar.value() == bar.maximum() and bar.maximum() > 0:
            return (len(self._pages) - 1) // self._layout.columns
        middle = bar.value() + self.viewport().height() // 3
        tops = [rect.top() for rect in self._layout.rects[:: self._layout.columns]]
        return max((row for row, top in enumerate(tops) if top <= middle), default=0)

    def _announce(self) -> None:
        self.place_changed.emit()
        self.pictures_wanted.emit()

    def _update_box(self) -> None:
        box = self.parentWidget()
        if box is not None:
            box.update()


_STALE: Final = "stale"


def _stale(picture: QImage) -> QImage:
    marked = QImage(picture)
    marked.setText(_STALE, "yes")
    return marked
