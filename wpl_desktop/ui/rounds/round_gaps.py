"""What is still missing in a round, in words, and where each gap is mended."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.finalising import GapKind
from wpl_desktop.domain.words import capital
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE
from wpl_desktop.services.finalising import Gap, NamedOther, NamePlace
from wpl_desktop.texts import strand_name
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import filled, translate, words
from wpl_desktop.ui.rounds.round_words import listed

#: A sentence with more codes than these is no longer read.
_MOST_CODES: Final = 5


def gap_words(gap: Gap) -> str:
    """One gap in a sentence: `De opleiding heeft C3 en C5 niet ingevuld (aandeel student).`"""
    who = "" if gap.perspective is None else capital(_who(gap.perspective))
    part = "" if gap.strand is None else small(strand_name(gap.strand, translate, words()))
    what = _subjects(gap)
    return {
        GapKind.SHEET_NOT_READY: QCoreApplication.translate("RoundGaps", "{who} is not ready."),
        GapKind.NOT_SCORED: QCoreApplication.translate(
            "RoundGaps", "{who} has not filled in {what} ({part})."
        ),
        GapKind.NOT_SIDE_BY_SIDE: QCoreApplication.translate(
            "RoundGaps", "The sheets were not put side by side."
        ),
        GapKind.NOT_AGREED: QCoreApplication.translate(
            "RoundGaps", "Nothing was agreed together on {what} ({part})."
        ),
        GapKind.DIFFERENCE_WITHOUT_WORDS: QCoreApplication.translate(
            "RoundGaps", "The difference stands without words on {what} ({part})."
        ),
        GapKind.TEXT_MISSING: QCoreApplication.translate("RoundGaps", "Not written: {what}."),
    }[gap.kind].format(who=who, what=what, part=part)


def _who(perspective: Perspective) -> str:
    return filled(
        {
            Perspective.STUDENT: QCoreApplication.translate("RoundGaps", "the {student}"),
            Perspective.WORKPLACE: QCoreApplication.translate("RoundGaps", "the workplace"),
            Perspective.INSTITUTE: QCoreApplication.translate("RoundGaps", "the institute"),
        }[perspective]
    )


def small(text: str) -> str:
    """A name inside a sentence: without its capital."""
    return text[:1].lower() + text[1:]


def _subjects(gap: Gap) -> str:
    """The criteria or texts of a gap; many criteria are counted."""
    if gap.kind is GapKind.TEXT_MISSING:
        return listed([text_name(one) for one in gap.subjects])
    if len(gap.subjects) > _MOST_CODES:
        return QCoreApplication.translate("RoundGaps", "{count} criteria").format(count=len(gap.subjects))
    return listed(list(gap.subjects))


def text_name(name: str) -> str:
    """One of the texts of the report, in small letters."""
    return {
        "strong": QCoreApplication.translate("RoundGaps", "what is strong"),
        "grown": QCoreApplication.translate("RoundGaps", "what has grown"),
        "next_step": QCoreApplication.translate("RoundGaps", "the next step"),
        "advice": QCoreApplication.translate("RoundGaps", "the advice"),
        "student_response": filled(QCoreApplication.translate("RoundGaps", "the response of the {student}")),
    }.get(name, name)


def mended_at(gap: Gap, *, round_id: uuid.UUID) -> tuple[str, dict[str, object]]:
    """The page or dialog where a gap is mended, with its arguments; somebody else's sheet from the round's page."""
    about: dict[str, object] = {"round_id": round_id}
    if gap.kind in {GapKind.SHEET_NOT_READY, GapKind.NOT_SCORED}:
        if gap.perspective is not OWN_PERSPECTIVE:
            return "round", about
        strand = gap.strand or Strand.STUDENT_PART
        return "score_sheet", {**about, "perspective": OWN_PERSPECTIVE, "strand": strand}
    if gap.kind is GapKind.NOT_SIDE_BY_SIDE:
        return "reveal_dialog", about
    if gap.kind is GapKind.TEXT_MISSING:
        return "report_texts", about
    return "side_by_side", {**about, "strand": gap.strand or Strand.STUDENT_PART}


def other_names_words(found: Sequence[NamedOther]) -> list[str]:
    """For each place one sentence; the names stay unsaid where who looks along must not read them."""
    names: dict[str, list[str]] = {}
    for one in found:
        names.setdefault(_place_words(one), []).append(one.name)
    if joint_screen.is_on():
        words_of_place = QCoreApplication.translate(
            "RoundGaps", "The name of another {student} stands in {where}."
        )
        return [filled(words_of_place, where=where) for where in names]
    words_of_place = QCoreApplication.translate(
        "RoundGaps", "The name of another {student} stands in {where}: {name}"
    )
    return [
        filled(words_of_place, where=where, name=", ".join(dict.fromkeys(those)))
        for where, those in names.items()
    ]


def _place_words(found: NamedOther) -> str:
    if found.where is NamePlace.TEXT:
        return text_name(found.subject)
    return {
        NamePlace.COMMENT: QCoreApplication.translate("RoundGaps", "the comment on {code}"),
        NamePlace.EVIDENCE: QCoreApplication.translate("RoundGaps", "the evidence for {code}"),
        NamePlace.POSITIONS: QCoreApplication.translate("RoundGaps", "the difference on {code}"),
        NamePlace.AGREED_REASON: QCoreApplication.translate("RoundGaps", "the reason for {code}"),
        NamePlace.AGREEMENT: QCoreApplication.translate("RoundGaps", "an agreement"),
        NamePlace.GROWTH_GOAL: QCoreApplication.translate("RoundGaps", "a goal of the growth plan"),
        NamePlace.REVEAL_REASON: QCoreApplication.translate("RoundGaps", "the reason for not waiting"),
        NamePlace.GAP_REASON: QCoreApplication.translate("RoundGaps", "a reason above"),
    }[found.where].format(code=found.subject)
