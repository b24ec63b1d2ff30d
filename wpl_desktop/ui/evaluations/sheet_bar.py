"""The bar below the score sheet: how far it is, what is still open, the keys, preview and ready."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.language import clock_time, short_day
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.key_hint import KeyHints
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.progress_squares import ProgressSquares

_NAMED_GAPS: Final = 4


class SheetBar(ActionBar):
    """Counts at the left, keys in the middle while there is room, the two buttons at the right."""

    preview_requested = Signal()
    ready_requested = Signal()
    round_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Label(role="section", wrap=False)
        self._squares = ProgressSquares(0)
        self._open = Label(role="secondary", tone="muted", wrap=False)
        self._keys: KeyHints | None = None
        self._key_shape: tuple[int, bool] | None = None
        self.to_round = quiet_button(self.tr("To the round"), height=36)
        self.preview = plain_button(self.tr("Preview"), icon="file", height=36)
        self.ready = primary_button(self.tr("Ready"), icon="check", height=36)
        for widget in (self._count, self._squares, self._open):
            self.left.addWidget(widget)
        self.right.addWidget(self.to_round)
        self.right.addWidget(self.preview)
        self.to_round.hide()
        self.right.addWidget(self.ready)
        self.to_round.clicked.connect(self.round_requested)
        self.preview.clicked.connect(self.preview_requested)
        self.ready.clicked.connect(self.ready_requested)

    def show_progress(
        self,
        *,
        gaps: Sequence[str],
        total: int,
        ready_at: datetime | None,
        final: bool,
        with_round: bool = True,
    ) -> None:
        """Say how many rows have something; gaps are allowed and named quietly (R12).

        Once the sheet is ready the next step is offered, `with_round`: the page of the round.
        """
        done = total - len(gaps)
        self._count.setText(self.tr("{done} of {total}").format(done=done, total=total))
        self._squares.set_progress(done, total=total)
        words = self._gap_words(gaps)
        if ready_at is not None:
            local = ready_at.astimezone()
            since = self.tr("ready since {day}, {time}").format(
                day=short_day(local.date()), time=clock_time(local)
            )
            words = f"{since}; {words}" if words else since
        self._open.setText(words)
        self._open.setToolTip(", ".join(gaps))
        self.to_round.setVisible(with_round and (final or ready_at is not None))
        self.ready.setVisible(not final)
        self.ready.setText(self.tr("Reopen") if ready_at is not None else self.tr("Ready"))
        self.ready.set_kind("plain" if ready_at is not None else "primary")
        self.ready.set_icon("undo" if ready_at is not None else "check")
        self._arrange()

    def show_keys(self, *, levels: int, no_opportunity: bool, locked: bool, with_enter: bool = False) -> None:
        """Show the keys of this sheet; a locked one has only the rows to go through.

        `with_enter`: Enter goes to the next place, as on a sheet of paper.
        """
        shape = (0 if locked else levels, no_opportunity)
        if shape == self._key_shape:
            return
        self._key_shape = shape
        hints = [("↑ ↓", self.tr("row"))]
        if not locked:
            hints += [(f"1 – {levels}", self.tr("level")), ("–", self.tr("not observed"))]
            if no_opportunity:
                hints.append(("x", self.tr("no opportunity")))
        hints.append(("Enter", self.tr("next")) if with_enter else ("Tab", self.tr("comment")))
        if self._keys is not None:
            self.right.removeWidget(self._keys)
            self._keys.deleteLater()
        self._keys = KeyHints(hints)
        self.right.insertWidget(0, self._keys)
        self._arrange()

    def progress_text(self) -> str:
        """How far the sheet is, in words."""
        return self._count.text()

    def open_text(self) -> str:
        """What is still open, or since when the sheet is ready."""
        return self._open.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The counts and the buttons always stay; first the keys make room, then the names of the gaps.
        margins = self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
        gap = theme.scaled(12)
        least = margins.left() + margins.right() + theme.scaled(24)
        for widget in (self._count, self._squares, self.to_round, self.preview, self.ready):
            if not widget.isHidden():
                least += widget.sizeHint().width() + gap
        words = self._open.sizeHint().width() + gap
        if self._keys is not None:
            self._keys.setVisible(least + words + self._keys.sizeHint().width() + gap <= self.width())
        self._open.setVisible(least + words <= self.width())

    def _gap_words(self, gaps: Sequence[str]) -> str:
        if not gaps:
            return ""
        if len(gaps) > _NAMED_GAPS:
            named = ", ".join(gaps[: _NAMED_GAPS - 1])
            return self.tr("still open: {names} and {number} more").format(
                names=named, number=len(gaps) - _NAMED_GAPS + 1
            )
        if len(gaps) == 1:
            return self.tr("still open: {names}").format(names=gaps[0])
        return self.tr("still open: {names} and {last}").format(names=", ".join(gaps[:-1]), last=gaps[-1])
