"""The agenda of a conversation as a check list: one line is active, each can be ticked."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.talk_timing import TalkTiming, clock_face
from wpl_desktop.services.talk_views import ItemView
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.clock_face import ClockFace, ItemProgress
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label

_BAR_WIDTH: Final = 4
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaRow(QWidget):
    """One line: a box to tick, the title and the minutes; the active one has a bar, a tint and its own clock."""

    clicked = Signal()

    def __init__(self, item: ItemView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_id = item.id
        self._active = False
        title, minutes = chosen(item.title), self.tr("{minutes} min").format(minutes=item.minutes)
        self.box = QCheckBox()
        self.box.setAccessibleName(f"{title}, {minutes}")
        self._title = Label(title)
        self._minutes = item.minutes
        self._length = length = muted_label(minutes)
        length.setWordWrap(False)
        # Made when a clock runs at this line: most lines never show one.
        self._progress: _LineClock | None = None
        # The box is as high as a finger; the words stand beside its middle.
        self._title.setContentsMargins(0, theme.scaled(6), 0, theme.scaled(6))
        length.setContentsMargins(0, theme.scaled(7), 0, 0)
        words = QHBoxLayout()
        words.setSpacing(theme.scaled(12))
        words.addWidget(self._title, 1)
        words.addWidget(length, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.scaled(12), theme.scaled(4), theme.scaled(12), theme.scaled(4))
        row.setSpacing(theme.scaled(12))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_done(item.done)
        self.set_active(False)

    def title(self) -> str:
        """What the line is about."""
        return self._title.text()

    def is_active(self) -> bool:
        """Whether this is what the conversation is at."""
        return self._active

    def set_done(self, done: bool) -> None:
        """Show the tick, without a signal."""
        self.box.blockSignals(True)
        self.box.setChecked(done)
        self.box.blockSignals(False)
        self._title.set_tone("muted" if done and not self._active else "text")

    def set_active(self, active: bool) -> None:
        """Show whether this is what the conversation is at; only the active line is in the tab order."""
        self._active = active
        self._title.setFont(theme.font("strong" if active else "base"))
        self._title.set_tone("muted" if self.box.isChecked() and not active else "text")
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if active else Qt.FocusPolicy.ClickFocus)
        self.update()

    def show_clock(self, seconds: float | None) -> None:
        """Paint how long the talk is at this line; None: no clock here, only the minutes."""
        if seconds is not None and self._progress is None:
            self._progress = _LineClock(self._minutes)
            self._column.addWidget(self._progress)
        if self._progress is not None:
            self._progress.setVisible(seconds is not None)
            if seconds is not None:
                self._progress.show_seconds(seconds)
        self._length.setVisible(seconds is None)

    def clock(self) -> str:
        """What the clock of this line says; empty without one."""
        shown = self._progress is not None and not self._progress.isHidden()
        return self._progress.words() if shown and self._progress is not None else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._active:
            return
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.soft)
        painter.fillRect(0, 0, theme.scaled(_BAR_WIDTH), self.height(), tokens.accent)
        painter.end()


class _LineClock(QWidget):
    """The 4 px bar of a line and the words below it: `05:12 bezig … van 12 min`."""

    def __init__(self, minutes: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds = minutes * 60
        self._bar = ItemProgress()
        self._face = ClockFace(
            self.tr("{time} going on").format(time="0:00:00"), role="secondary", tone="text"
        )
        whole = muted_label(self.tr("of {minutes} min").format(minutes=minutes))
        whole.setWordWrap(False)
        words = QHBoxLayout()
        words.addWidget(self._face)
        words.addStretch(1)
        words.addWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.scaled(2), 0, theme.scaled(6))
        column.setSpacing(theme.scaled(4))
        column.addWidget(self._bar)
        column.addLayout(words)

    def words(self) -> str:
        """What it says."""
        return self._face.text()

    def show_seconds(self, seconds: float) -> None:
        """Paint how long it lasts; nothing else moves."""
        self._bar.set_part(seconds / self._seconds if self._seconds else 1.0)
        self._face.set_text(self.tr("{time} going on").format(time=clock_face(seconds)))


class AgendaList(QWidget):
    """The lines with their minutes together; ↑ and ↓ go through them, Space ticks, Enter goes to the note."""

    activated = Signal(object)
    note_requested = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AgendaRow] = []
        self._shown: tuple[object, ...] = ()
        self._total = muted_label("")
        self._list = ListBox()
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        title = section_label(self.tr("Agenda"))
        title.setWordWrap(False)
        head.addWidget(title)
        head.addWidget(self._total, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addLayout(head)
        column.addWidget(self._list)

    def total(self) -> str:
        """The minutes of all lines together, in words."""
        return self._total.text()

    def set_items(self, items: Sequence[ItemView], *, enabled: bool) -> bool:
        """Show an agenda; tells whether its lines were made anew."""
        shown = tuple((item.id, chosen(item.title), item.minutes) for item in items)
        is_new = shown != self._shown
        if is_new:
            self._shown = shown
            self._list.clear()
            self.rows = [self._row(item) for item in items]
            total = sum(item.minutes for item in items)
            self._total.setText(self.tr("{minutes} minutes").format(minutes=total))
        for row, item in zip(self.rows, items, strict=True):
            row.set_done(item.done)
            row.box.setEnabled(enabled)
        self.setVisible(bool(items))
        return is_new

    def set_active(self, item_id: uuid.UUID | None) -> None:
        """Mark the line that the conversation is at; None marks none, and the first stays in the tab order."""
        for row in self.rows:
            row.set_active(row.item_id == item_id)
        if self.rows and not any(row.is_active() for row in self.rows):
            self.rows[0].box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_clock(self, timing: TalkTiming | None) -> None:
        """Paint how long the talk is at its line; None: no clock is on."""
        for number, row in enumerate(self.rows, start=1):
            shown = timing is not None and row.is_active() and timing.at == number
            row.show_clock(timing.at_line(number) if shown and timing is not None else None)

    def focus_line(self, item_id: uuid.UUID) -> None:
        """Put the keyboard on a line."""
        for row in self.rows:
            if row.item_id == item_id:
                row.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [row.box for row in self.rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = next((place for place, row in enumerate(self.rows) if row.box is watched), None)
            if number is not None and self._take_key(Qt.Key(event.key()), number):
                return True
        return super().eventFilter(watched, event)

    def _take_key(self, key: Qt.Key, number: int) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.note_requested.emit(self.rows[number].item_id)
            return True
        if key not in _STEPS:
            return False
        wanted = number + _STEPS[key]
        if 0 <= wanted < len(self.rows):
            self.activated.emit(self.rows[wanted].item_id)
            self.focus_line(self.rows[wanted].item_id)
        return True

    def _row(self, item: ItemView) -> AgendaRow:
        row = AgendaRow(item)
        row.box.installEventFilter(self)
        row.box.toggled.connect(partial(self.ticked.emit, item.id))
        row.clicked.connect(lambda: self.note_requested.emit(item.id))
        self._list.add_row(row)
        return row
