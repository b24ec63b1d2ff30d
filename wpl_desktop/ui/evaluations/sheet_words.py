"""What the page of a sheet asks and says around it: other sheets, and the words of its levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.sheets import CriterionView, SheetView
from wpl_desktop.texts import cause_name
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import chosen, day_and_month, filled, translate

#: The criterion on which it bears that talks are not held.
COACHING: Final = "coaching_and_guidance"


def is_own_ready(view: SheetView, *, strands: Sequence[Strand] = ()) -> bool:
    """Whether the workplace is ready with the strand of a sheet, or with these; always so on its own sheet."""
    return view.perspective is Perspective.WORKPLACE or view.own_ready >= set(strands or (view.strand,))


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


def hidden_words(view: SheetView) -> str:
    """Why the sheet of somebody who filled it in here themselves is not shown yet (R5)."""
    if view.perspective is Perspective.STUDENT:
        words = QCoreApplication.translate(
            "ScoreSheetPage",
            "{name} filled this in on this computer. It is shown once the views are put side by side.",
        )
        return words.format(name=view.student_name)
    return filled(
        QCoreApplication.translate(
            "ScoreSheetPage",
            "The {institute_supervisor} filled this in on this computer. "
            "It is shown once the views are put side by side.",
        )
    )


def conflict_words(codes: Sequence[str]) -> str:
    """That rows wait for a choice between two texts; empty without any."""
    if not codes:
        return ""
    return QCoreApplication.translate(
        "ScoreSheetPage", "Changed elsewhere too: {codes}. Nothing was overwritten; choose which text stays."
    ).format(codes=", ".join(codes))


def not_held_words(view: SheetView, criterion: CriterionView) -> str:
    """The talks of this year that were not held, where they bear on the workplace's part (section 4, d)."""
    if criterion.key != COACHING or not view.not_held or joint_screen.is_on():
        return ""
    days = ", ".join(
        QCoreApplication.translate("ScoreSheetPage", "{day} ({cause})").format(
            day=day_and_month(talk.on, full=True), cause=cause_name(talk.cause, translate)
        )
        for talk in view.not_held
    )
    return QCoreApplication.translate(
        "ScoreSheetPage", "Conversations that did not go ahead this school year: {days}."
    ).format(days=days)


def writer_of(services: Services, view: SheetView) -> str:
    """Who usually writes a sheet on paper: the person whose view it is; empty when nobody is known."""
    if view.perspective is Perspective.STUDENT:
        return view.student_name
    role = Role.INSTITUTE_SUPERVISOR if view.perspective is Perspective.INSTITUTE else Role.SCHOOL_MENTOR
    people = services.trajectories.detail(view.trajectory_id).values.people
    return next((one.name for one in people if one.role is role), "")


def level_names(view: SheetView) -> tuple[str, ...]:
    """The words of the levels, level 1 first."""
    return tuple(chosen(label) for label in view.level_labels)
