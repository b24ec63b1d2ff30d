"""How one goes through the rows of a sheet, of which one is open: by click, by arrow, by a level or by typing."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

from wpl_desktop.domain.evaluations import Mark, MarkKind
from wpl_desktop.services.sheets import CriterionView, ScoreView
from wpl_desktop.ui.evaluations.score_body import ScoreBody
from wpl_desktop.ui.evaluations.score_help import ScoreHelp
from wpl_desktop.ui.evaluations.score_list import ScoreList


class SheetRows:
    """What a widget with rows inherits beside its own kind; what becomes of a change is its own business."""

    body: ScoreBody
    list: ScoreList
    help: ScoreHelp
    _scores: dict[uuid.UUID, ScoreView]
    _open_row: int | None

    # What the widget says itself

    def _criteria(self) -> tuple[CriterionView, ...]:
        """The criteria of the sheet, one for each row."""
        raise NotImplementedError

    def _open(self, number: int | None) -> None:
        """Open a row and close the one before it; None closes it only."""
        raise NotImplementedError

    def _change(self, number: int, score: ScoreView, *, at_once: bool) -> None:
        """Take over what a row became; `at_once` when that is worth keeping now."""
        raise NotImplementedError

    def _update_bar(self) -> None:
        """Show how far the sheet is."""
        raise NotImplementedError

    # Slots

    def _on_head_clicked(self, number: int) -> None:
        if number == self._open_row:
            self._open(None)
        else:
            self._focus_row(number)

    def _on_step(self, step: int) -> None:
        number = 0 if self._open_row is None else self._open_row + step
        if 0 <= number < len(self.list.rows()):
            self._focus_row(number)

    def _on_picked(self, number: int, mark: Mark) -> None:
        self._change(number, replace(self._score(number), mark=mark), at_once=True)
        if number == self._open_row:
            self.body.set_mark(mark)
            self.help.set_mark(mark.kind)
        self._update_bar()

    def _on_level_asked(self, level: int) -> None:
        if self._open_row is None:
            return
        picker = self.list.rows()[self._open_row].picker
        if picker.isEnabled() and level <= picker.count():
            picker.pick(level)

    def _on_typed(self) -> None:
        self._take_texts(at_once=False)

    def _on_source_changed(self) -> None:
        self._take_texts(at_once=True)

    # Internals

    def _connect_rows(self) -> None:
        self.list.row_entered.connect(self._open)
        self.list.head_clicked.connect(self._on_head_clicked)
        self.list.picked.connect(self._on_picked)
        self.list.step_requested.connect(self._on_step)
        self.list.level_typed.connect(self._on_level_asked)
        self.body.level_picked.connect(self._on_level_asked)
        self.body.typed.connect(self._on_typed)
        self.body.source_changed.connect(self._on_source_changed)
        self.help.last_wanted.connect(self.body.add_to_comment)

    def _score(self, number: int) -> ScoreView:
        return self._scores[self._criteria()[number].id]

    def _show_open_row(self, number: int, *, level_names: tuple[str, ...]) -> None:
        criterion, score = self._criteria()[number], self._score(number)
        self.body.load(criterion, score, level_names=level_names)
        self.list.open_at(number)
        self.body.set_tab_order_after(self.list.rows()[number].keyboard_target())
        self.help.set_criterion(criterion)
        self.help.set_mark(score.mark.kind)

    def _focus_row(self, number: int) -> None:
        self.list.rows()[number].keyboard_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._open(number)

    def _gaps(self) -> Sequence[int]:
        """The rows without a mark."""
        return [
            number
            for number in range(len(self._criteria()))
            if self._score(number).mark.kind is MarkKind.NOT_YET_SCORED
        ]

    def _take_texts(self, *, at_once: bool) -> None:
        if self._open_row is None:
            return
        score = replace(
            self._score(self._open_row),
            evidence=self.body.evidence_text(),
            comment=self.body.comment_text(),
            source=self.body.chosen_source(),
        )
        self._change(self._open_row, score, at_once=at_once)
