"""The box in place of a sheet that may not be seen yet, and why (R5)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy

from wpl_desktop.services.bundle import Services
from wpl_desktop.services.sheets import SheetView
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.evaluations.sheet_words import apart_words, hidden_words
from wpl_desktop.ui.widgets.empty_state import EmptyState


class SheetApart(EmptyState):
    """Shown to who looks along before the reveal, and to the owner where another filled the sheet in here."""

    def __init__(self) -> None:
        super().__init__(apart_words(), action=_back_words(), icon="chevron-left")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_for(self, view: SheetView, *, services: Services) -> bool:
        """Say why a sheet is not here, or disappear; True when the sheet may be shown."""
        looked_at = not joint_screen.may_show(services, student=view.trajectory_id, round_id=view.round_id)
        self.set_text(apart_words() if looked_at else hidden_words(view))
        self.button.setText(
            _back_words() if looked_at else QCoreApplication.translate("ScoreSheetPage", "To your own sheet")
        )
        self.button.set_icon("chevron-left" if looked_at else None)
        self.setVisible(looked_at or view.hidden)
        return not (looked_at or view.hidden)


def _back_words() -> str:
    return QCoreApplication.translate("ScoreSheetPage", "Back")
