"""What stands in place of the trialogue before the reveal: who is not ready, and the one way on (R5)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.side_by_side import SideBySideView
from wpl_desktop.ui.side_by_side.words import apart_words
from wpl_desktop.ui.widgets.empty_state import EmptyState


class TalkApart(EmptyState):
    """Leads to the reveal; after it, where the own sheet of a strand is open still, to that sheet."""

    open_requested = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", action=self.tr("Put side by side…"), icon="people", parent=parent)
        self._view: SideBySideView | None = None
        self.triggered.connect(self._on_triggered)

    def show_view(self, view: SideBySideView) -> None:
        """Say why nobody's levels are there; nothing where they are."""
        self._view = view
        self.set_text(apart_words(view))
        own = self.tr("To your own sheet")
        self.button.setText(own if view.revealed else self.tr("Put side by side…"))
        self.setVisible(not view.is_open)

    def _on_triggered(self) -> None:
        if self._view is None:
            return
        about: dict[str, object] = {"round_id": self._view.round_id}
        if self._view.revealed:
            sheet = {**about, "perspective": Perspective.WORKPLACE, "strand": self._view.strand}
            self.open_requested.emit("score_sheet", sheet)
        else:
            self.open_requested.emit("reveal_dialog", about)
