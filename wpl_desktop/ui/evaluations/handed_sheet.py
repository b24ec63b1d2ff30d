"""One part of a sheet whose owner fills it in on the mentor's laptop: rows, level cards, texts and help."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import CriterionView, ScoreView, SheetView
from wpl_desktop.ui.evaluations.handed_frame import HandedBar, HandedHead
from wpl_desktop.ui.evaluations.score_body import ScoreBody
from wpl_desktop.ui.evaluations.score_help import ScoreHelp
from wpl_desktop.ui.evaluations.score_list import ListScroll, ScoreList
from wpl_desktop.ui.evaluations.score_values import values_of
from wpl_desktop.ui.evaluations.sheet_columns import SheetColumns
from wpl_desktop.ui.evaluations.sheet_rows import SheetRows
from wpl_desktop.ui.evaluations.sheet_trouble import SheetTrouble
from wpl_desktop.ui.evaluations.sheet_words import level_names
from wpl_desktop.ui.widgets.content import ContentArea


class HandedSheet(SheetRows, QWidget):
    """Shows one part and tells each change; what becomes of it is the business of who listens.

    `changed` gives a criterion, its values, and whether that is worth keeping at once.
    """

    changed = Signal(object, object, bool)
    left_text = Signal()
    back_requested = Signal()
    next_requested = Signal()

    def __init__(self, view: SheetView, *, next_words: str, parent: QWidget | None = None) -> None:
        """A part with what is kept of it.

        Args:
            view: the part, of the perspective of who reads.
            next_words: what stands on the button that leads on.
            parent: the widget this one stands in.
        """
        super().__init__(parent)
        self._view = view
        self._scores: dict[uuid.UUID, ScoreView] = dict(view.scores)
        self._first = self.values()
        self._open_row: int | None = None
        self._is_locked = False
        self.head = HandedHead()
        self.body = ScoreBody()
        self.list = ScoreList(self.body)
        self.help = ScoreHelp()
        self.bar = HandedBar(next_words=next_words)
        self.trouble = SheetTrouble()
        self.area = ListScroll(self.list, self.body)
        self.columns = SheetColumns(head=self.head, area=self.area, help_column=self.help)
        self._assemble()
        self._connect()
        self._load()

    def values(self) -> dict[uuid.UUID, ScoreValues]:
        """What stands on each row now."""
        return {criterion_id: values_of(score) for criterion_id, score in self._scores.items()}

    def is_changed(self) -> bool:
        """Whether something was filled in that was not there when the sheet was shown."""
        return self.values() != self._first

    def wipe(self) -> None:
        """Let go of everything that was filled in, on the screen and for undo too."""
        self._scores = {
            key: ScoreView(last=score.last, last_comment=score.last_comment)
            for key, score in self._scores.items()
        }
        for number in range(len(self._view.criteria)):
            self._update_row(number)
        self._open(None)
        if self._view.criteria:
            self._open(0)
        self._update_bar()

    def set_locked(self) -> None:
        """Show what was filled in, only to be read."""
        self._is_locked = True
        for row in self.list.rows():
            row.set_locked(True)
        self.body.set_locked(True)
        self._update_bar()

    def focus_first(self) -> None:
        """Put the keyboard on the open row, else on the first one without a mark."""
        if self._view.criteria:
            gap = next(iter(self._gaps()), 0)
            self._focus_row(self._open_row if self._open_row is not None else gap)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = None if self._open_row is None else self.list.rows()[self._open_row].keyboard_target()
        if event.key() == Qt.Key.Key_Escape and row is not None and self.focusWidget() is not row:
            self.columns.put_help_away()
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # From a row Esc is the wish to leave: the window asks.
            super().keyPressEvent(event)

    # Internals

    def _assemble(self) -> None:
        # Phrases are the mentor's.
        self.body.set_phrases_offered(False)
        for shortcut in self.body.findChildren(QShortcut):
            shortcut.setEnabled(False)
        content = ContentArea(top=16, bottom=4)
        content.body.addWidget(self.columns, 1)
        content.body.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(content, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self._connect_rows()
        self.body.left.connect(self.left_text)
        self.bar.back_requested.connect(self.back_requested)
        self.bar.next_requested.connect(self.next_requested)

    def _load(self) -> None:
        view = self._view
        self.list.set_criteria(view.criteria, strand=view.strand, level_names=level_names(view))
        for number in range(len(view.criteria)):
            self._update_row(number)
        self.head.show_sheet(view, own_ready=True)
        self._update_bar()
        if view.criteria:
            self._open(next(iter(self._gaps()), 0))

    def _criteria(self) -> tuple[CriterionView, ...]:
        return self._view.criteria

    def _open(self, number: int | None) -> None:
        if number == self._open_row:
            return
        self.left_text.emit()
        self._open_row = number
        if number is None:
            self.list.open_at(None)
            return
        self._show_open_row(number, level_names=level_names(self._view))
        heading = self.tr("Your comment in round {number}").format(number=self._view.last_round)
        self.help.set_last(self._score(number).last_comment, heading=heading, may_take=not self._is_locked)
        self.area.keep_open_row_in_view()

    def _change(self, number: int, score: ScoreView, *, at_once: bool) -> None:
        criterion_id = self._view.criteria[number].id
        self._scores[criterion_id] = score
        self.changed.emit(criterion_id, values_of(score), at_once)
        self._update_row(number)

    def _update_row(self, number: int) -> None:
        last = self._view.last_round
        label = "" if last is None else self.tr("round {number}").format(number=last)
        self.list.rows()[number].set_score(self._score(number), last_label=label)

    def _update_bar(self) -> None:
        view = self._view
        self.bar.show_keys(
            levels=len(view.level_labels),
            no_opportunity=view.strand is Strand.STUDENT_PART,
            locked=self._is_locked,
        )
        self.bar.show_gaps([view.criteria[number].code for number in self._gaps()], total=len(view.criteria))
