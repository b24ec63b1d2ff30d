"""The month: six weeks to look at, with who is spoken to on each day, and the bands of the calendars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
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
from wpl_desktop.services.agenda import AgendaDay
from wpl_desktop.services.school_calendar import Band
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda import agenda_access
from wpl_desktop.ui.agenda.agenda_words import band_words, block_title
from wpl_desktop.ui.agenda.block_painting import block_colours
from wpl_desktop.ui.agenda.week_layout import lay_bars
from wpl_desktop.ui.language import clock_time, weekday_and_day, weekday_name
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.tokens import mix

#: So many talks of a day at most are read: there is no room for more on any screen.
MOST_OF_DAY: Final = 12
WEEKS: Final = 6
DAYS: Final = 7
_HEAD: Final = 32
_NUMBER: Final = 26
_LINE: Final = 18
_BAND: Final = 18
_LEAST_ROW: Final = 64
_PADDING: Final = 8
_NO_TALKS: Final = AgendaDay(blocks=(), count=0)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STEPS: Final = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Up): -7,
    int(Qt.Key.Key_Down): 7,
}


def month_days(day: date) -> tuple[date, ...]:
    """The six weeks that hold the month of `day`, from a Monday."""
    first = day.replace(day=1)
    monday = first - timedelta(days=first.weekday())
    return tuple(monday + timedelta(days=number) for number in range(WEEKS * DAYS))


def other_month(day: date, step: int) -> date:
    """The same day of a month further on, the last one where that month is shorter."""
    number = day.year * 12 + day.month - 1 + step
    first = date(number // 12, number % 12 + 1, 1)
    after = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
    return min(first.replace(day=1) + timedelta(days=day.day - 1), after - timedelta(days=1))


class MonthView(QAbstractScrollArea):
    """Six weeks; arrows go over the days, Enter and a click open the week of one."""

    day_chosen = Signal(object)
    day_changed = Signal(object)
    months_requested = Signal(int)
    plan_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[date, ...] = month_days(date(2000, 1, 1))
        self.current = self.days[0]
        self.today = self.days[0]
        self._talks: Mapping[date, AgendaDay] = {}
        self._bands: Sequence[Band] = ()
        agenda_access.install()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(QCoreApplication.translate("AgendaWords", "Month"))

    def set_month(
        self, day: date, *, talks: Mapping[date, AgendaDay], bands: Sequence[Band], now: datetime
    ) -> None:
        """Show the month of a day, which becomes the current one."""
        self.days = month_days(day)
        self.current, self.today = day, now.date()
        self._bands = bands
        self._talks = talks
        self._fit()
        self._tell()

    def cell(self, number: int) -> QRectF:
        """Where a day is on the viewport."""
        width = (self.viewport().width() - 1) / DAYS
        height = self._row_height()
        top = theme.scaled(_HEAD) - self.verticalScrollBar().value()
        return QRectF(number % DAYS * width, top + number // DAYS * height, width, height)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self.viewport())
        rounded_box(painter, self.viewport().rect(), fill=tokens.surface, line=tokens.line)
        painter.save()
        painter.setClipRect(QRectF(self.viewport().rect()).adjusted(1, theme.scaled(_HEAD), -1, -1))
        spans = [(band.starts_on, band.ends_on) for band in self._bands]
        for week in range(WEEKS):
            self._paint_week(painter, week, spans)
        painter.restore()
        self._paint_head(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        del dx, dy
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(self.current + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_chosen.emit(self.current)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.months_requested.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_N:
            self.plan_requested.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            number = self._number_at(event.position())
            if number is not None:
                self.current = self.days[number]
                self.day_chosen.emit(self.current)

    # What is said to who cannot see it

    def spoken_count(self) -> int:
        """How many days there are."""
        return len(self.days)

    def spoken(self, number: int) -> str:
        """A day, and with whom one speaks on it."""
        day = self.days[number]
        talks = self._talks.get(day, _NO_TALKS)
        names = [f"{clock_time(block.starts_at)} {block_title(block)}" for block in talks.blocks]
        if len(names) < talks.count:
            names.append(f"+{talks.count - len(names)}")
        bands = [
            band_words(band, until=False) for band in self._bands if band.starts_on <= day <= band.ends_on
        ]
        return ", ".join([weekday_and_day(day), *bands, *names])

    def spoken_rect(self, number: int) -> QRectF:
        """Where a day is on the viewport."""
        return self.cell(number)

    def spoken_current(self) -> int | None:
        """The number of the current day."""
        return self.days.index(self.current) if self.current in self.days else None

    def cursor_words(self) -> str:
        """The current day in words."""
        number = self.spoken_current()
        return self.spoken(number) if number is not None else ""

    # Internals

    def _go(self, day: date) -> None:
        is_other = (day.year, day.month) != (self.current.year, self.current.month)
        self.current = day
        if is_other:
            self.day_changed.emit(day)
        number = self.spoken_current()
        if number is not None:
            box, bar = self.cell(number), self.verticalScrollBar()
            if box.top() < theme.scaled(_HEAD):
                bar.setValue(round(bar.value() + box.top() - theme.scaled(_HEAD)))
            elif box.bottom() > self.viewport().height():
                bar.setValue(round(bar.value() + box.bottom() - self.viewport().height()))
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.cursor_words())
        agenda_access.tell(self)
        self.viewport().update()

    def _number_at(self, position: QPointF) -> int | None:
        return next((n for n in range(len(self.days)) if self.cell(n).contains(position)), None)

    def _row_height(self) -> float:
        room = self.viewport().height() - theme.scaled(_HEAD) - 1
        return max(room / WEEKS, theme.scaled(_LEAST_ROW))

    def _fit(self) -> None:
        room = self.viewport().height() - theme.scaled(_HEAD)
        self.verticalScrollBar().setPageStep(max(room, 1))
        self.verticalScrollBar().setRange(0, max(0, round(self._row_height() * WEEKS) - room))
        self.viewport().update()

    def viewportSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.scaled(902), theme.scaled(608))

    def _paint_head(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        painter.setFont(theme.font("label_strong"))
        painter.setPen(tokens.muted)
        for number in range(DAYS):
            box = self.cell(number)
            box = QRectF(box.x() + theme.scaled(_PADDING), 0, box.width() - 4, theme.scaled(_HEAD))
            painter.drawText(box, _LEFT, weekday_name(number + 1, short=True))
        painter.fillRect(QRectF(1, theme.scaled(_HEAD) - 1, self.viewport().width() - 2, 1), tokens.line)

    def _paint_week(self, painter: QPainter, week: int, spans: Sequence[tuple[date, date]]) -> None:
        tokens = theme.tokens()
        days = self.days[week * DAYS : (week + 1) * DAYS]
        bars = lay_bars(spans, days)
        height, line = self._row_height(), theme.scaled(_BAND)
        most = 1 if height < theme.scaled(104) else 2
        rows = min(most, max((bar.row for bar in bars), default=-1) + 1)
        for number, day in enumerate(days):
            self._paint_day(painter, week * DAYS + number, day, top=rows * (line + 2))
        for bar in bars:
            if bar.row >= rows:
                continue
            first, last = self.cell(week * DAYS + bar.first), self.cell(week * DAYS + bar.last)
            y = first.top() + theme.scaled(_NUMBER) + bar.row * (line + 2)
            box = QRectF(first.left() + 4, y, last.right() - first.left() - 8, line)
            rounded_box(painter, box, fill=tokens.sunken, line=tokens.line, radius=4)
            painter.setPen(tokens.text)
            _write(
                painter,
                box.adjusted(6, 0, -4, 0),
                band_words(self._bands[bar.key], until=False),
                role="label",
            )

    def _paint_day(self, painter: QPainter, number: int, day: date, *, top: float) -> None:
        tokens = theme.tokens()
        box = self.cell(number)
        inside = day.month == self.days[DAYS].month
        if not inside:
            painter.fillRect(box.adjusted(1, 1, 0, 0), mix(tokens.surface, tokens.sunken, share=0.6))
        if day == self.today:
            painter.fillRect(box.adjusted(1, 1, 0, 0), mix(tokens.surface, tokens.soft, share=0.5))
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), tokens.line)
        if number % DAYS:
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), tokens.line)
        painter.setPen(tokens.text if inside else tokens.muted)
        words = box.adjusted(theme.scaled(_PADDING), 0, -4, 0)
        head = QRectF(words.left(), words.top(), words.width(), theme.scaled(_NUMBER))
        _write(painter, head, str(day.day), role="strong" if day == self.today else "secondary")
        self._paint_names(painter, words, day, top=box.top() + theme.scaled(_NUMBER) + top)
        if day == self.current:
            width = 2 if self.hasFocus() else 1
            rounded_box(
                painter, box.adjusted(2, 2, -1, -1), fill=None, line=tokens.accent, width=width, radius=4
            )

    def _paint_names(self, painter: QPainter, words: QRectF, day: date, *, top: float) -> None:
        tokens = theme.tokens()
        talks = self._talks.get(day, _NO_TALKS)
        line, dot = theme.scaled(_LINE), theme.scaled(6)
        room = max(0, int((words.bottom() - top - 2) // line))
        room = min(room, MOST_OF_DAY + 1)
        shown = talks.blocks if talks.count <= room else talks.blocks[: max(room - 1, 0)]
        y = top
        for block in shown:
            _, bar, _, _ = block_colours(hat=block.hat, state=block.state)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(bar)
            painter.drawEllipse(QRectF(words.left(), y + (line - dot) / 2, dot, dot))
            painter.restore()
            over = block.state is not ConversationState.PLANNED
            painter.setPen(tokens.muted if over else tokens.text)
            font = theme.font("label")
            font.setStrikeOut(block.state is ConversationState.NOT_HELD)
            rect = QRectF(words.left() + dot + 6, y, words.width() - dot - 6, line)
            text = f"{clock_time(block.starts_at)} {block_title(block)}"
            painter.setFont(font)
            shortened = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
            painter.drawText(rect, _LEFT, shortened)
            y += line
        if len(shown) < talks.count:
            painter.setPen(tokens.muted)
            rect = QRectF(words.left(), min(y, words.bottom() - line), words.width(), line)
            _write(painter, rect, f"+{talks.count - len(shown)}", role="label_strong")


def _write(painter: QPainter, rect: QRectF, text: str, *, role: theme.FontRole) -> None:
    font = theme.font(role)
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, _LEFT, shown)
