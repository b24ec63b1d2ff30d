"""What opens below the times of a talk: when it really began and, once it is over, when it ended."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.moments import QuarterEdit


class TalkTimes(QWidget):
    """Two times on the day of the talk; leaving it keeps what was changed, Esc does not."""

    #: The two times; the second is None while the talk is not over.
    changed = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("When it really began and ended"))
        self._shown: tuple[time, time | None] | None = None
        self.begin = QuarterEdit()
        self.end = QuarterEdit()
        self.begin.setAccessibleName(self.tr("Began at"))
        self.end.setAccessibleName(self.tr("Ended at"))
        self._begin_field = Field(self.tr("Began at"), self.begin)
        self._end_field = Field(self.tr("Ended at"), self.end)
        self.done = plain_button(self.tr("Done"), icon="check")
        fields = QHBoxLayout()
        fields.setSpacing(theme.scaled(12))
        fields.addWidget(self._begin_field, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self._end_field, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        edge = theme.scaled(16)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.scaled(12))
        column.addLayout(fields)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        self.done.clicked.connect(self._on_done)

    def open_below(self, button: QWidget, *, begin: datetime, end: datetime | None) -> None:
        """Ask for the times below a button; without an `end` only for the beginning."""
        self.begin.set_value(begin)
        self.end.set_value(end or begin)
        self._end_field.setVisible(end is not None)
        self.set_error("")
        self._shown = self._values()
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + theme.scaled(4)))
        room = button.screen().availableGeometry()
        self.move(max(room.left(), min(corner.x(), room.right() - self.width())), corner.y())
        self.show()
        self.begin.setFocus(Qt.FocusReason.PopupFocusReason)

    def error(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._end_field.error() or ""

    def set_error(self, text: str) -> None:
        """Say below the end what is wrong, or take that away with an empty text."""
        self._end_field.set_error(text or None)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_done()
        elif event.key() == Qt.Key.Key_Escape:
            self._shown = None
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._hand_over()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line_strong)
        painter.end()

    def _values(self) -> tuple[time, time | None]:
        return self.begin.value(), None if self._end_field.isHidden() else self.end.value()

    def _on_done(self) -> None:
        self._hand_over()
        if not self.error():
            self.close()

    def _hand_over(self) -> None:
        values = self._values()
        if self._shown is not None and values != self._shown:
            self._shown = values
            self.set_error("")
            self.changed.emit(*values)
