"""The list: every talk on a line, read a page at a time as one scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agenda import AgendaBlock
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda import agenda_access
from wpl_desktop.ui.agenda.agenda_words import block_spoken, block_title, block_words, from_to
from wpl_desktop.ui.agenda.block_painting import block_colours
from wpl_desktop.ui.language import day_and_month, day_in_week
from wpl_desktop.ui.style import rounded_box

Read = Callable[[int, int], Sequence[AgendaBlock]]
"""Gives the talks from a number on, at most so many."""

PAGE: Final = 40
ROW: Final = 44
_DAY: Final = 132
_TIME: Final = 124
_PADDING: Final = 16
_NARROW: Final = 620
#: Pages kept; further ones are read again.
_MOST_PAGES: Final = 40
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaList(QAbstractScrollArea):
    """Talks in their order, grouped by day; only what is on the screen is read."""

    selected_changed = Signal(object)
    opened = Signal(object)
    call_off_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Read | None = None
        self._count = 0
        self._pages: dict[int, Sequence[AgendaBlock]] = {}
        self._current = -1
        agenda_access.install()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(QCoreApplication.translate("AgendaWords", "Conversations"))
        self.verticalScrollBar().setSingleStep(theme.scaled(ROW))

    def set_rows(self, read: Read, *, count: int, current: int) -> None:
        """Show a list of `count` talks, of which number `current` is chosen; the place stays as it is."""
        self._read, self._count = read, count
        self._pages.clear()
        self._current = min(current, count - 1)
        self._fit()
        self._tell()

    def count(self) -> int:
        """How many talks the list has."""
        return self._count

    def current(self) -> AgendaBlock | None:
        """The chosen talk."""
        return self.block(self._current)

    def block(self, number: int) -> AgendaBlock | None:
        """A talk by its number; its page is read when it was not yet."""
        if self._read is None or not 0 <= number < self._count:
            return None
        page = number // PAGE
        if page not in self._pages:
            if len(self._pages) >= _MOST_PAGES:
                farthest = max(self._pages, key=lambda kept: abs(kept - page))
                del self._pages[farthest]
            self._pages[page] = self._read(page * PAGE, PAGE)
        rows = self._pages[page]
        place = number - page * PAGE
        return rows[place] if place < len(rows) else None

    def go_to(self, number: int, *, at_top: bool = False) -> None:
        """Choose a talk and scroll to it."""
        if not self._count:
            return
        self._current = min(max(number, 0), self._count - 1)
        bar, row = self.verticalScrollBar(), self._row_height()
        top, room = self._current * row, self.viewport().height()
        if at_top or top < bar.value():
            bar.setValue(top)
        elif top + row > bar.value() + room:
            bar.setValue(top + row - room)
        block = self.current()
        self.selected_changed.emit(block.id if block is not None else None)
        self._tell()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self.viewport())
        rounded_box(painter, self.viewport().rect(), fill=tokens.surface, line=tokens.line)
        painter.setClipRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        first, last = self._visible()
        for number in range(first, last + 1):
            # Read before, when the list was scrolled to here.
            rows = self._pages.get(number // PAGE, ())
            place = number % PAGE
            if place < len(rows):
                before = self._kept(number - 1)
                new_day = number == first or before is None or _day(before) != _day(rows[place])
                self._paint_row(painter, number, rows[place], with_day=new_day)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        del dx, dy
        self._fetch()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        rows = max(1, self.viewport().height() // self._row_height() - 1)
        targets = {
            int(Qt.Key.Key_Up): self._current - 1,
            int(Qt.Key.Key_Down): self._current + 1,
            int(Qt.Key.Key_PageUp): self._current - rows,
            int(Qt.Key.Key_PageDown): self._current + rows,
            int(Qt.Key.Key_Home): 0,
            int(Qt.Key.Key_End): self._count - 1,
        }
        block = self.current()
        if held == Qt.KeyboardModifier.NoModifier and event.key() in targets:
            self.go_to(targets[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and block is not None:
            self.opened.emit(block.id)
        elif event.key() == Qt.Key.Key_Delete and block is not None:
            self.call_off_requested.emit(block.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position())
        if number is not None:
            self.go_to(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.current()
        if self._number_at(event.position()) is not None and block is not None:
            self.opened.emit(block.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # What is said to who cannot see it: the lines on the screen

    def spoken_count(self) -> int:
        """How many lines are on the screen."""
        first, last = self._visible()
        return last - first + 1

    def spoken(self, number: int) -> str:
        """A line on the screen in words."""
        block = self._kept(self._visible()[0] + number)
        return block_spoken(block) if block is not None else ""

    def spoken_rect(self, number: int) -> QRectF:
        """Where a line is on the viewport."""
        return self._rect(self._visible()[0] + number)

    def spoken_current(self) -> int | None:
        """The number on the screen of the chosen line."""
        first, last = self._visible()
        return self._current - first if first <= self._current <= last else None

    def cursor_words(self) -> str:
        """The chosen talk in words."""
        block = self._kept(self._current)
        return block_spoken(block) if block is not None else ""

    # Internals

    def _tell(self) -> None:
        self.setAccessibleDescription(self.cursor_words())
        agenda_access.tell(self)
        self.viewport().update()

    def _row_height(self) -> int:
        return theme.scaled(ROW)

    def _rect(self, number: int) -> QRectF:
        height = self._row_height()
        top = number * height - self.verticalScrollBar().value()
        return QRectF(1, top, self.viewport().width() - 2, height)

    def _number_at(self, position: QPointF) -> int | None:
        number = int((position.y() + self.verticalScrollBar().value()) // self._row_height())
        return number if 0 <= number < self._count else None

    def _visible(self) -> tuple[int, int]:
        """The first and the last line on the screen."""
        height, top = self._row_height(), self.verticalScrollBar().value()
        return top // height, min(self._count - 1, (top + self.viewport().height()) // height)

    def _kept(self, number: int) -> AgendaBlock | None:
        rows = self._pages.get(number // PAGE, ()) if number >= 0 else ()
        place = number % PAGE
        return rows[place] if place < len(rows) else None

    def _fetch(self) -> None:
        """Read what is on the screen, before it is painted."""
        first, last = self._visible()
        for page in range(first // PAGE, last // PAGE + 1):
            self.block(page * PAGE)
        self.block(self._current)

    def _fit(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(max(room, 1))
        bar.setRange(0, max(0, self._count * self._row_height() - room))
        self._fetch()
        self.viewport().update()

    def _paint_row(self, painter: QPainter, number: int, block: AgendaBlock, *, with_day: bool) -> None:
        tokens = theme.tokens()
        box = self._rect(number)
        is_current = number == self._current
        if is_current:
            painter.fillRect(box, tokens.soft)
        pad, day_width = theme.scaled(_PADDING), theme.scaled(_DAY)
        narrow = box.width() < theme.scaled(_NARROW)
        time_width = theme.scaled(_TIME)
        if with_day:
            if number and not is_current:
                painter.fillRect(QRectF(box.x(), box.top(), box.width(), 1), tokens.line)
            painter.setPen(tokens.on_soft if is_current else tokens.text)
            day = _day(block)
            words = f"{capital(day_in_week(day))} {day_and_month(day).split(' ', 1)[-1]} {day.year}"
            rect = QRectF(box.x() + pad, box.y(), day_width - 8, box.height())
            _write(painter, rect, words, role="secondary_strong")
        elif not is_current:
            left = box.x() + pad + day_width
            painter.fillRect(QRectF(left, box.top(), box.right() - left, 1), tokens.line)
        muted = tokens.on_soft if is_current else tokens.muted
        x = box.x() + pad + day_width
        painter.setPen(muted)
        times = from_to(block.starts_at, block.minutes)
        _write(painter, QRectF(x, box.y(), time_width - 8, box.height()), times, role="secondary")
        x += time_width
        _, bar, _, _ = block_colours(hat=block.hat, state=block.state)
        painter.fillRect(QRectF(x, box.y() + 10, 4, box.height() - 20), bar)
        x += 14
        painter.setPen(tokens.muted if block.state is not ConversationState.PLANNED else tokens.text)
        room = box.right() - pad - x
        title = block_title(block)
        used = _write(
            painter, QRectF(x, box.y(), room * (0.5 if narrow else 0.4), box.height()), title, role="strong"
        )
        gap = theme.scaled(10)
        painter.setPen(muted)
        place = "" if narrow else block.place
        place_width = QFontMetrics(theme.font("secondary")).horizontalAdvance(place)
        place_width = min(place_width, room * 0.3)
        kind = QRectF(x + used + gap, box.y(), room - used - 2 * gap - place_width, box.height())
        _write(painter, kind, block_words(block), role="secondary")
        if place:
            rect = QRectF(box.right() - pad - place_width, box.y(), place_width + 1, box.height())
            _write(painter, rect, place, role="secondary", align=_RIGHT)
        if is_current and self.hasFocus():
            rounded_box(painter, box.adjusted(1, 0, -1, 0), fill=None, line=tokens.accent, width=2, radius=4)


def _day(block: AgendaBlock) -> date:
    return block.starts_at.date()


def _write(
    painter: QPainter, rect: QRectF, text: str, *, role: theme.FontRole, align: Qt.AlignmentFlag = _LEFT
) -> float:
    font = theme.font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(int(rect.width()), 0))
    painter.setFont(font)
    painter.drawText(rect, align, shown)
    return metrics.horizontalAdvance(shown)
