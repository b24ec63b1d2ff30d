"""What stands above and below a sheet whose owner fills it in on the mentor's laptop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.sheets import SheetView
from wpl_desktop.ui.evaluations.sheet_bar import SheetBar
from wpl_desktop.ui.evaluations.sheet_head import SheetHead
from wpl_desktop.ui.language import filled


class HandedHead(SheetHead):
    """Which part this is, in the reader's own seat; there is no way to another part or another view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strand.hide()

    def _offer(self, view: SheetView) -> None:
        del view
        self.whose.hide()

    def _who_words(self, perspective: Perspective) -> str:
        if self.strand.value() is Strand.WORKPLACE_PART:
            return filled(self.tr("Your view of the {workplace}"))
        if perspective is Perspective.STUDENT:
            return self.tr("Your sheet: about you")
        return filled(self.tr("Your sheet: about the {student}"))

    def _notice_words(self, view: SheetView, *, own_ready: bool) -> str:
        del own_ready
        if view.perspective is Perspective.STUDENT and view.strand is Strand.WORKPLACE_PART:
            return self.tr(
                "This part is kept only when you share it. Until then it is nowhere but on this screen; "
                "at the end you choose who gets it."
            )
        return ""


class HandedBar(SheetBar):
    """Counts at the left; the way back and the next step at the right."""

    back_requested = Signal()
    next_requested = Signal()

    def __init__(self, *, next_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next_words = next_words
        self.preview.setText(self.tr("Back"))
        self.preview.set_icon("chevron-left")
        self.preview_requested.connect(self.back_requested)
        self.ready_requested.connect(self.next_requested)

    def show_gaps(self, gaps: Sequence[str], *, total: int) -> None:
        """Say how many rows have something; what is open may stay open (R12)."""
        self.show_progress(gaps=gaps, total=total, ready_at=None, final=False)
        self.ready.setText(self._next_words)
        self.ready.set_icon("chevron-right")
