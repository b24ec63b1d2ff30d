"""What the page of a sheet asks and says around it: other sheets, and the words of its levels."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.sheets import SheetView
from wpl_desktop.ui.language import chosen


def is_own_ready(services: Services, view: SheetView) -> bool:
    """Whether the workplace is ready with this strand; always so on its own sheet."""
    if view.perspective is Perspective.WORKPLACE:
        return True
    own = (Perspective.WORKPLACE, view.strand)
    rounds = services.evaluations.rounds(view.trajectory_id)
    return any(found.id == view.round_id and own in found.ready for found in rounds)


def last_heading(view: SheetView) -> str:
    """What stands above the comment of the round before."""
    if view.perspective is Perspective.WORKPLACE:
        words = QCoreApplication.translate("ScoreSheetPage", "Your comment in round {number}")
    else:
        words = QCoreApplication.translate("ScoreSheetPage", "The comment in round {number}")
    return words.format(number=view.last_round)


def apart_words() -> str:
    """Why a sheet is not shown to who looks along (R5)."""
    return QCoreApplication.translate(
        "ScoreSheetPage",
        "First each looks separately. The levels of this round come here once they are put side by side.",
    )


def level_names(view: SheetView) -> tuple[str, ...]:
    """The words of the levels, level 1 first."""
    return tuple(chosen(label) for label in view.level_labels)
