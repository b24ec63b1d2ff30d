"""What still has to be planned: rows to drag into the week, or to give a moment with a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.services.unplanned import Unplanned
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda.agenda_words import unplanned_words
from wpl_desktop.ui.agenda.week_view import UNPLANNED_MIME
from wpl_desktop.ui.style import FIELD_FRAME_PROPERTY, rounded_box
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class UnplannedRow(QWidget):
    """One talk without a day; Enter or a click asks for proposals, dragging it looks for a place."""

    proposals_requested = Signal(object)
    drag_begun = Signal(object)

    def __init__(self, row: Unplanned, *, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.number = number
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FIELD_FRAME_PROPERTY, True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.name = Label(row.student.name, role="strong")
        self.words = muted_label(unplanned_words(row))
        self.setAccessibleName(f"{row.student.name}. {unplanned_words(row)}")
        self._assemble()

    def mime(self) -> QMimeData:
        """What a drag of this row carries: nothing but its number in this list."""
        data = QMimeData()
        data.setData(UNPLANNED_MIME, QByteArray(str(self.number).encode("ascii")))
        return data

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.proposals_requested.emit(self)
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed
        far = pressed is not None and (event.position() - pressed).manhattanLength()
        if pressed is None or far < QApplication.startDragDistance():
            return
        self._pressed = None
        self.drag_begun.emit(self)
        drag = QDrag(self)
        drag.setMimeData(self.mime())
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(theme.scaled(12), theme.scaled(12)))
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        if self._pressed is not None:
            self._pressed = None
            self.proposals_requested.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        focused = self.hasFocus()
        line = tokens.accent if focused else tokens.line
        rounded_box(painter, self.rect(), fill=tokens.surface, line=line, width=2 if focused else 1)
        painter.end()

    # Internals

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.words)
        row = QHBoxLayout(self)
        edge = theme.scaled(12)
        row.setContentsMargins(theme.scaled(8), edge, edge, edge)
        row.setSpacing(theme.scaled(8))
        row.addWidget(IconMark("grip"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class UnplannedPanel(QWidget):
    """The heading, the rows, and how to give them a moment."""

    proposals_requested = Signal(object)
    drag_begun = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = section_label(self.tr("Still to plan"))
        self.hint = muted_label("")
        self.more = muted_label("")
        self._rows: list[UnplannedRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.scaled(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(self.heading)
        column.addLayout(self._list)
        column.addWidget(self.more)
        column.addWidget(self.hint)

    def rows(self) -> list[UnplannedRow]:
        """The rows from top to bottom."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[Unplanned], *, more: int, proposal: str) -> None:
        """Show what has no day yet, how many more there are, and one moment that is free."""
        if [row.row for row in self._rows] != list(rows):
            focused = next((number for number, row in enumerate(self._rows) if row.hasFocus()), None)
            for row in self._rows:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = [UnplannedRow(row, number=number) for number, row in enumerate(rows)]
            for row in self._rows:
                row.proposals_requested.connect(self.proposals_requested)
                row.drag_begun.connect(self.drag_begun)
                self._list.addWidget(row)
            if focused is not None and self._rows:
                self._rows[min(focused, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.more.setText(self.tr("And {count} more.").format(count=more))
        self.more.setVisible(more > 0)
        how = self.tr("Drag it to a free moment, or press Enter and choose a proposal.")
        self.hint.setText(f"{how} {proposal}".strip())
        self.setVisible(bool(rows))

    def sizeHint(self) -> QSize:
        return super().sizeHint()
