"""The list of the score sheet: rows with one body among them, and the area it scrolls in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.services.sheets import CriterionView
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.score_row import ScoreRow, name_widths
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.mark_cells import AZERTY_DIGITS
from wpl_desktop.ui.style import rounded_box


class ScoreList(QWidget):
    """The rows in one box; the one body stands below the open row. Signals carry the row, counted from 0."""

    row_entered = Signal(int)
    head_clicked = Signal(int)
    picked = Signal(int, object)
    step_requested = Signal(int)
    level_typed = Signal(int)

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ScoreRow] = []
        self._body = body
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(1)
        self._column.addWidget(body)
        body.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # One signal instead of a filter that sees every event of every row.
            application.focusChanged.connect(self._on_focus_changed)

    def rows(self) -> list[ScoreRow]:
        """The rows from top to bottom."""
        return list(self._rows)

    def set_criteria(
        self, criteria: Sequence[CriterionView], *, strand: Strand, level_names: Sequence[str]
    ) -> None:
        """One row for each criterion, without a mark yet; rows are used again when there are as many."""
        if len(self._rows) != len(criteria):
            self.set_rows([ScoreRow() for _ in criteria])
        names = [chosen(criterion.name) for criterion in criteria]
        widths = name_widths(names)
        for row, criterion, name in zip(self._rows, criteria, names, strict=True):
            row.set_criterion(
                code=criterion.code, name=name, level_names=level_names, strand=strand, name_widths=widths
            )

    def set_rows(self, rows: Sequence[ScoreRow]) -> None:
        """Show these rows, all closed, and let go of the ones before."""
        self.open_at(None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        for number, row in enumerate(self._rows):
            row.head_clicked.connect(partial(self.head_clicked.emit, number))
            row.picked.connect(partial(self.picked.emit, number))
            self._column.insertWidget(number, row)

    def open_rect(self) -> QRect | None:
        """Where the open row stands together with the body; None while all rows are closed."""
        for row in self._rows:
            if row.is_open():
                return row.geometry().united(self._body.geometry()).adjusted(0, 0, 0, 2)
        return None

    def open_at(self, number: int | None) -> None:
        """Move the body below a row, counted from 0; None closes."""
        for index, row in enumerate(self._rows):
            row.set_open(index == number)
        if number is None:
            self._body.hide()
        else:
            if self._column.indexOf(self._body) != self._column.indexOf(self._rows[number]) + 1:
                self._column.removeWidget(self._body)
                self._column.insertWidget(number + 1, self._body)
            self._body.show()
        self.update()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        for number, row in enumerate(self._rows):
            if new is not None and row.keyboard_target() is new:
                self.row_entered.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Escape:
            # The page goes back to the row.
            event.ignore()
        elif typing:
            # In a text every other key is text, also one that the field had no use for.
            event.accept()
        elif event.key() in steps:
            self.step_requested.emit(steps[Qt.Key(event.key())])
        elif event.text() in AZERTY_DIGITS:
            self.level_typed.emit(AZERTY_DIGITS[event.text()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line)
        for row in self._rows[:-1]:
            y = row.geometry().bottom() + 1
            painter.setPen(tokens.soft if row.is_open() else tokens.line)
            painter.drawLine(1, y, self.width() - 2, y)
        if not self._body.isHidden() and not (self._rows and self._rows[-1].is_open()):
            y = self._body.geometry().bottom() + 1
            painter.setPen(tokens.line)
            painter.drawLine(1, y, self.width() - 2, y)
        if self._rows and self._rows[-1].is_open():
            y = self._rows[-1].geometry().bottom() + 1
            painter.fillRect(1, y, self.width() - 2, 1, tokens.soft)
        painter.end()


class ListScroll(QScrollArea):
    """Scrolls the list inside itself when the window is low, and keeps the open row whole."""

    def __init__(self, score_list: ScoreList, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = score_list
        self._body = body
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(score_list)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page shows through below the last row.
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        body.installEventFilter(self)

    def keep_open_row_in_view(self) -> None:
        """Scroll as little as possible, as soon as the layout is up to date."""
        QTimer.singleShot(0, self, self._scroll_to_open_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_open_row_in_view()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Below another row of the same height the body only moves.
        if watched is self._body and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.keep_open_row_in_view()
        return super().eventFilter(watched, event)

    def _scroll_to_open_row(self) -> None:
        rect = self._list.open_rect()
        if rect is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        focused = cast("QWidget | None", self.window().focusWidget())
        if rect.height() > height and focused is not None and self._body.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, theme.scaled(16))
        elif rect.height() > height or rect.top() < bar.value():
            bar.setValue(rect.top())
        elif rect.bottom() > bar.value() + height:
            bar.setValue(rect.bottom() - height)
