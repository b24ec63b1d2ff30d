"""The table of agreements under their heads: arrows go over agreements and answers, Enter does what one stands on."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from wpl_desktop.services.agreement_board import BoardGroup
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.ui import theme
from wpl_desktop.ui.agreements.board_model import ANSWERS, AnyIndex, BoardModel, Place
from wpl_desktop.ui.agreements.board_painting import EDGE, GAP, BoardDelegate, answer_width
from wpl_desktop.ui.agreements.board_words import Answer, widest_when
from wpl_desktop.ui.widgets.table_view import TableView

LINE_HEIGHT: Final = 56
HEAD_HEIGHT: Final = 44
_WHO: Final = 208
_WHEN: Final = 124
#: The least room for what was agreed; columns fold away before it gets less.
_LEAST_WHAT: Final = 300
#: What a column that is folded away adds to the height of a line.
_FOLDED: Final = 16
#: Icon and padding of a chip, and the gap after it.
_CHIP_EDGES: Final = 50

Source = Callable[[Sequence[uuid.UUID]], Sequence[AgreementLine]]
_DIGITS: Final = {Qt.Key.Key_1: Answer.DONE, Qt.Key.Key_2: Answer.GOES_ON, Qt.Key.Key_3: Answer.LET_GO}


class BoardTable(TableView):
    """The table; lines are asked for when they come into view, never while painting."""

    #: An agreement and what becomes of it.
    answered = Signal(object, object)
    #: An agreement of which the talk is asked for.
    activated_line = Signal(object)
    change_requested = Signal(object)
    line_changed = Signal(object)
    #: Every row together is higher or lower than it was.
    height_changed = Signal()
    #: Letters that are looked for.
    typed = Signal(str)

    def __init__(self, *, name: str, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.board = BoardModel()
        self._source = source
        self.setModel(self.board)
        self.setItemDelegate(BoardDelegate(self, hovered=self.hovered_row))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_groups(self, groups: Sequence[BoardGroup], *, today: date) -> None:
        """Show these groups; the current agreement stays current when it is still there, else its neighbour is."""
        key, row = self.current_key(), max(self.currentIndex().row(), 0)
        column = self.currentIndex().column() if self.currentIndex().isValid() else Place.WHAT
        self.board.set_groups(groups, today=today)
        self._fit_columns()
        self._fit_rows()
        if not groups:
            self.line_changed.emit(None)
            return
        found = self.board.row_of(key) if key is not None else None
        row = min(row, self.board.rowCount() - 1) if found is None else found
        if self.board.key_at(row) is None:
            # A head; below each there is an agreement.
            row += 1
        self._fetch_visible()
        self.setCurrentIndex(self.board.index(row, column))
        if row <= 1:
            # The head above the first agreement is read first.
            self.scrollToTop()
        self.line_changed.emit(self.current_key())

    def forget_lines(self) -> None:
        """Ask for every line again before it is shown."""
        self.board.forget()

    def read_again(self, key: uuid.UUID) -> None:
        """Ask for one line again."""
        self.board.add_lines(self._source([key]))
        self.viewport().update()

    def current_key(self) -> uuid.UUID | None:
        """The agreement of the current row."""
        index = self.currentIndex()
        return self.board.key_at(index.row()) if index.isValid() else None

    def current_line(self) -> AgreementLine | None:
        """What is known of the agreement of the current row."""
        index = self.currentIndex()
        return self.board.line_at(index.row()) if index.isValid() else None

    def below_answer(self, key: uuid.UUID, answer: Answer) -> QPoint:
        """Where a menu of an answer comes, on the screen."""
        row = self.board.row_of(key)
        place = next(place for place, other in ANSWERS.items() if other is answer)
        box = self.visualRect(self.board.index(row or 0, place))
        return self.viewport().mapToGlobal(box.center() + QPoint(-box.width() // 2, theme.scaled(18)))

    def contents_height(self) -> int:
        """The height that shows every row without scrolling."""
        return self.verticalHeader().length() + 2 * self.frameWidth()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = self.current_key()
        if held == Qt.KeyboardModifier.NoModifier and key is not None and self._did(Qt.Key(event.key()), key):
            return
        text = event.text()
        if not held & ~Qt.KeyboardModifier.ShiftModifier and text.isprintable() and text.strip():
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.line_changed.emit(self.board.key_at(current.row()))

    # Internals

    def _did(self, pressed: Qt.Key, key: uuid.UUID) -> bool:
        """Do what a key is for; False when it is for nothing here."""
        answer = ANSWERS.get(Place(self.currentIndex().column()))
        if pressed in _DIGITS:
            self.answered.emit(key, _DIGITS[pressed])
        elif pressed in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and answer is not None:
            self.answered.emit(key, answer)
        elif pressed in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated_line.emit(key)
        elif pressed == Qt.Key.Key_F2:
            self.change_requested.emit(key)
        else:
            return False
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        key, answer = self.board.key_at(index.row()), ANSWERS.get(Place(index.column()))
        if key is not None and answer is not None:
            self.answered.emit(key, answer)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        key = self.board.key_at(index.row())
        # The first click of the two answered already.
        if key is not None and Place(index.column()) not in ANSWERS:
            self.activated_line.emit(key)

    def _fit_columns(self) -> None:
        """What was agreed takes what the others leave; who and when fold away below it where that is too little."""
        room = self.width() - 2 * self.frameWidth() - self._bar_width()
        # Also the frame of the row needs room after the last answer.
        widths = {place: answer_width(place) for place in ANSWERS}
        widths[Place.DONE] += theme.scaled(GAP)
        widths[Place.LET_GO] += theme.scaled(EDGE)
        widths[Place.WHO], widths[Place.WHEN] = theme.scaled(_WHO), self._when_width()
        folded: set[Place] = set()
        for place in (Place.WHO, Place.WHEN):
            if room - sum(widths.values()) >= theme.scaled(_LEAST_WHAT):
                break
            folded.add(place)
            del widths[place]
        if frozenset(folded) != self.board.folded:
            self.board.folded = frozenset(folded)
            self._fit_rows()
        for place in Place:
            self.setColumnHidden(place, place in folded)
        for place, width in widths.items():
            self.setColumnWidth(place, width)
        self.setColumnWidth(Place.WHAT, max(theme.scaled(96), room - sum(widths.values())))

    def _fit_rows(self) -> None:
        height = theme.scaled(LINE_HEIGHT + _FOLDED * len(self.board.folded))
        heads = max(theme.scaled(HEAD_HEIGHT), QFontMetrics(theme.font("strong")).height() + 8)
        down = self.verticalHeader()
        blocked = down.blockSignals(True)
        down.setDefaultSectionSize(height)
        for row in range(self.board.rowCount()):
            wanted = heads if self.board.key_at(row) is None else height
            if down.sectionSize(row) != wanted:
                down.resizeSection(row, wanted)
        down.blockSignals(blocked)
        self.updateGeometries()
        self.height_changed.emit()

    def _when_width(self) -> int:
        wide = QFontMetrics(theme.font("label")).horizontalAdvance(widest_when())
        return max(theme.scaled(_WHEN), wide + theme.scaled(_CHIP_EDGES))

    def _bar_width(self) -> int:
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if self.contents_height() > self.height() else 0

    def _has_unknown(self, first: int, last: int) -> bool:
        return bool(self.board.unknown_keys(first, last))

    def _ask_for(self, first: int, last: int) -> None:
        self.board.add_lines(self._source(self.board.unknown_keys(first, last)))

    def _fetch_visible(self) -> None:
        if self.board.rowCount() == 0:
            return
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height())
        self._fetch(first, self.board.rowCount() - 1 if last < 0 else last)
