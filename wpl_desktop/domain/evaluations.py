"""Rounds, sheets and scores, and the rules R1–R12 by which three voices are heard and never averaged."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import refused


class Perspective(enum.Enum):
    """Who looks (2.3): each with its own shape ● ■ ▲, never mixed into one."""

    STUDENT = "student"
    WORKPLACE = "workplace"
    INSTITUTE = "institute"


class RoundKind(enum.Enum):
    """What a round is for: a light start, a look half-way, or the final one."""

    START = "start"
    MIDTERM = "midterm"
    FINAL = "final"


class MarkKind(enum.Enum):
    """Four different things: nothing yet, a level, not observed (the observer), no opportunity (the workplace)."""

    NOT_YET_SCORED = "not_yet_scored"
    LEVEL = "level"
    NOT_OBSERVED = "not_observed"
    NO_OPPORTUNITY = "no_opportunity"


class Source(enum.Enum):
    """How the one who scores knows (R1)."""

    OBSERVED = "observed"
    PORTFOLIO = "portfolio"
    CONVERSATION = "conversation"
    TOLD_BY_OTHERS = "told_by_others"


class Collected(enum.Enum):
    """How a sheet came into the profile; printed, because who typed it matters (design warning 7)."""

    OWN_SCREEN = "own_screen"
    PAPER = "paper"
    TYPED_FOR = "typed_for"


class Difference(enum.Enum):
    """R7: how far the levels lie apart. It orders the agenda and decides nothing."""

    UNANIMOUS = "unanimous"
    CLOSE = "close"
    TALK_NEEDED = "talk_needed"


class Round(Record):
    """A moment at which the perspectives score. Empty `focus` means all criteria (R12).

    `perspectives` are the values of `Perspective` that take part. `ready_by` is the day on which everybody should be
    ready; None: three working days before `held_on` (section 4, b). `revealed_at` is the one act after which they
    see each other (R5), `reveal_reason` why it came before all were ready,
    and `late` who was not, as it was at that moment. `finalised_at` ends the draft mark;
    `edition` is the version that is worked on or was made final.
    """

    __tablename__ = "rounds"
    __table_args__ = (UniqueConstraint("trajectory_id", "number"),)

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    number: Mapped[int]
    kind: Mapped[RoundKind]
    held_on: Mapped[date]
    focus: Mapped[list[str]] = mapped_column(default_factory=list[str])
    perspectives: Mapped[list[str]] = mapped_column(default_factory=list[str])
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("conversations.id"), default=None)
    ready_by: Mapped[date | None] = mapped_column(default=None)
    revealed_at: Mapped[datetime | None] = mapped_column(default=None)
    reveal_reason: Mapped[str] = mapped_column(default="")
    late: Mapped[list[str]] = mapped_column(default_factory=list[str])
    finalised_at: Mapped[datetime | None] = mapped_column(default=None)
    edition: Mapped[int] = mapped_column(default=1)


class Sheet(Record):
    """One perspective's view of one strand in one round.

    `blind` is False when it could have been written with another view in sight (R5). `collected` is how it came in,
    on `collected_on`, typed by the person `author_id`; `written_by` and `written_on` are what stands on the paper.
    """

    __tablename__ = "sheets"
    __table_args__ = (UniqueConstraint("round_id", "perspective", "strand"),)

    round_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("rounds.id"), index=True)
    perspective: Mapped[Perspective]
    strand: Mapped[Strand]
    author_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("people.id"), default=None)
    collected: Mapped[Collected] = mapped_column(default=Collected.OWN_SCREEN)
    collected_on: Mapped[date | None] = mapped_column(default=None)
    written_by: Mapped[str] = mapped_column(default="")
    written_on: Mapped[date | None] = mapped_column(default=None)
    blind: Mapped[bool] = mapped_column(default=True)
    ready_at: Mapped[datetime | None] = mapped_column(default=None)


class Score(Record):
    """R1: one criterion on one sheet: a mark with comment, evidence line and source of knowledge."""

    __tablename__ = "scores"
    __table_args__ = (
        UniqueConstraint("sheet_id", "criterion_id"),
        CheckConstraint("(kind = 'level') = (level is not null)", name="level_or_not"),
    )

    sheet_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("sheets.id"), index=True)
    criterion_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria.id"))
    kind: Mapped[MarkKind] = mapped_column(default=MarkKind.NOT_YET_SCORED)
    level: Mapped[int | None] = mapped_column(default=None)
    comment: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
    source: Mapped[Source | None] = mapped_column(default=None)

    @property
    def mark(self) -> Mark:
        """The mark of this score."""
        return Mark(self.kind, self.level)


class Agreed(Record):
    """R6: what the parties agreed on one criterion and strand; agreed, never computed.

    `difference_stands` keeps both positions in words (`positions`) instead of a mark.
    """

    __tablename__ = "agreed"
    __table_args__ = (
        UniqueConstraint("round_id", "criterion_id", "strand"),
        CheckConstraint("(kind = 'level') = (level is not null)", name="level_or_not"),
    )

    round_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("rounds.id"), index=True)
    criterion_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria.id"))
    strand: Mapped[Strand]
    kind: Mapped[MarkKind] = mapped_column(default=MarkKind.NOT_YET_SCORED)
    level: Mapped[int | None] = mapped_column(default=None)
    difference_stands: Mapped[bool] = mapped_column(default=False)
    positions: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")

    @property
    def mark(self) -> Mark:
        """The mark that was agreed; not yet scored while nothing was, or while the difference stands."""
        return Mark(self.kind, self.level)


class RoundReport(Record):
    """What is written once per round for its report (6.2: 3, 11, 12): three sentences, response, advice."""

    __tablename__ = "round_reports"
    __table_args__ = (UniqueConstraint("round_id"),)

    round_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("rounds.id"))
    strong: Mapped[str] = mapped_column(default="")
    grown: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str] = mapped_column(default="")
    advice: Mapped[str] = mapped_column(default="")
    student_response: Mapped[str] = mapped_column(default="")
    no_response: Mapped[bool] = mapped_column(default=False)


@dataclass(frozen=True)
class Mark:
    """What stands in one cell. Only `LEVEL` carries a level; the other three are never a number (R2)."""

    kind: MarkKind = MarkKind.NOT_YET_SCORED
    level: int | None = None

    def __post_init__(self) -> None:
        if (self.kind is MarkKind.LEVEL) != (self.level is not None):
            raise ValueError("a level and only a level has a number")


NOT_YET_SCORED = Mark()
NOT_OBSERVED = Mark(MarkKind.NOT_OBSERVED)
NO_OPPORTUNITY = Mark(MarkKind.NO_OPPORTUNITY)


def level_mark(level: int) -> Mark:
    """The mark that stands for a level."""
    return Mark(MarkKind.LEVEL, level)


def check_mark(mark: Mark, *, strand: Strand, level_count: int) -> None:
    """R1, 2.2: a level is one of the set's; *no opportunity* exists on the student's strand only."""
    if mark.level is not None and not 1 <= mark.level <= level_count:
        raise refused("level_unknown", field="mark", level=mark.level, most=level_count)
    if mark.kind is MarkKind.NO_OPPORTUNITY and strand is Strand.WORKPLACE_PART:
        raise refused("no_opportunity_on_workplace_part", field="mark")


def is_scored(mark: Mark) -> bool:
    """Whether the one who scores has said something, a level or one of the two non-levels."""
    return mark.kind is not MarkKind.NOT_YET_SCORED


def says_something(score: Score, *, strand: Strand, perspective: Perspective) -> bool:
    """Whether a score holds a mark or a text; a view that may be withheld counts from its first level on (R9)."""
    if score.comment.strip() or score.evidence.strip() or score.source is not None:
        return True
    return score.level is not None if _may_be_withheld(strand, perspective) else is_scored(score.mark)


def with_silence_alike(mark: Mark, *, strand: Strand, perspective: Perspective, heard: bool) -> Mark:
    """R9: a mark as others may see it. The student's silence about the workplace is one and the same, withheld or
    never asked for; `heard` is whether the student said anything in the round.
    """
    if not _may_be_withheld(strand, perspective) or mark.level is not None:
        return mark
    return NOT_OBSERVED if heard else NOT_YET_SCORED


def _may_be_withheld(strand: Strand, perspective: Perspective) -> bool:
    """R9: whether silence must be possible here, and must look the same whatever its reason."""
    return strand is Strand.WORKPLACE_PART and perspective is Perspective.STUDENT


def levels_of(marks: Iterable[Mark]) -> list[int]:
    """R2: the levels among the marks; what is no level is left out, never counted as a number."""
    return [mark.level for mark in marks if mark.level is not None]


def asks_for_workplace_part(mark: Mark) -> bool:
    """R2: *no opportunity* on a student's part asks for a look at the workplace's part."""
    return mark.kind is MarkKind.NO_OPPORTUNITY


def may_see(
    *, viewer: Perspective, seen: Perspective, ready: Collection[Perspective], revealed: bool
) -> bool:
    """R5, blind first: one sees one's own; the others only once one's own is ready and the round is revealed."""
    return viewer is seen or (revealed and viewer in ready)


def check_reveal(
    *,
    own: Perspective,
    taking_part: Collection[Perspective],
    ready: Collection[Perspective],
    reason: str,
) -> None:
    """R5: reveal is one act, when all who take part are ready, or the own sheet is and the user gives a reason.

    Refused with `own_not_ready`, or `not_all_ready` with who is missing.
    """
    missing = not_ready(taking_part, ready=ready)
    if own in missing:
        raise refused("own_not_ready")
    if missing and not reason.strip():
        raise refused("not_all_ready", field="reason", who=",".join(one.value for one in missing))


def not_ready(
    taking_part: Iterable[Perspective], *, ready: Collection[Perspective]
) -> tuple[Perspective, ...]:
    """Who takes part and is not ready yet."""
    return tuple(perspective for perspective in taking_part if perspective not in ready)


def may_type_for_other(*, own: Perspective, typed: Perspective, ready: Collection[Perspective]) -> bool:
    """R5 on paper: someone else's sheet counts as blind only if one's own is ready before it is typed in."""
    return typed is own or own in ready


def check_agreed(mark: Mark, *, given: Iterable[Mark], reason: str) -> None:
    """R6: an agreed level lies within the range of the given levels, or a reason is given."""
    levels = levels_of(given)
    if mark.level is None or reason.strip():
        return
    if not levels or not min(levels) <= mark.level <= max(levels):
        raise refused("agreed_outside_range", field="reason")


def difference_of(marks: Iterable[Mark]) -> Difference | None:
    """R7: over levels only; with fewer than two levels there is no label."""
    levels = levels_of(marks)
    if len(levels) < 2:
        return None
    apart = max(levels) - min(levels)
    if apart == 0:
        return Difference.UNANIMOUS
    return Difference.CLOSE if apart == 1 else Difference.TALK_NEEDED


def under_reservation(
    mark: Mark,
    *,
    workplace_part_agreed: Mark,
    workplace_part_by: Mapping[Perspective, Mark],
    expected_level: int,
) -> bool:
    """R8: whether the student's level on a criterion stands under reservation of the workplace's conditions.

    `mark` is on the student's part; it must be a level below `expected_level`. The workplace's part counts by its
    agreed level; where none is agreed, by the workplace's or the institute's own. The student's view alone never
    triggers it: the reservation would give a withheld view away (R9).
    """
    if mark.level is None or mark.level >= expected_level:
        return False
    if workplace_part_agreed.level is not None:
        return workplace_part_agreed.level < expected_level
    own = (
        workplace_part_by.get(seen, NOT_YET_SCORED) for seen in (Perspective.WORKPLACE, Perspective.INSTITUTE)
    )
    return any(level < expected_level for level in levels_of(own))


FEWEST_FOCUS = 2
MOST_FOCUS = 4


def check_focus(focus: list[str], *, known: Collection[str], kind: RoundKind) -> list[str]:
    """R12: none (all criteria) or 2–4 focus criteria, in the set's order; the final round has all."""
    chosen = [code for code in known if code in set(focus)]
    if len(chosen) != len(set(focus)):
        raise refused("focus_unknown", field="focus")
    if chosen and kind is RoundKind.FINAL:
        raise refused("focus_in_final_round", field="focus")
    if chosen and not FEWEST_FOCUS <= len(chosen) <= MOST_FOCUS:
        raise refused("focus_count", field="focus", fewest=FEWEST_FOCUS, most=MOST_FOCUS)
    return chosen


def in_round(codes: Iterable[str], *, focus: Collection[str]) -> list[str]:
    """R12: the criteria that are scored in a round, in their own order."""
    return [code for code in codes if not focus or code in focus]


def gaps(marks: Mapping[str, Mark]) -> list[str]:
    """R12: the criteria on which nothing has been said yet; allowed with a reason."""
    return [code for code, mark in marks.items() if not is_scored(mark)]


def taking_part(perspectives: list[str]) -> tuple[Perspective, ...]:
    """The perspectives of a round in their fixed order (2.3); without an institute there are two."""
    return tuple(perspective for perspective in Perspective if perspective.value in perspectives)


def default_perspectives(*, has_institute: bool) -> list[str]:
    """2.3: a trajectory without an institute has two perspectives; the third column disappears."""
    return [
        perspective.value
        for perspective in Perspective
        if has_institute or perspective is not Perspective.INSTITUTE
    ]


#: A round opens two weeks before its talk (section 4, milestone a).
ROUND_OPENS_BEFORE = timedelta(weeks=2)


def has_begun(held_on: date, *, today: date) -> bool:
    """Whether a round is open by `today`; what is planned further ahead waits for nobody yet (section 4)."""
    return held_on - ROUND_OPENS_BEFORE <= today


def default_round_kind(number: int) -> RoundKind:
    """Three rounds a year: start, half-way, final (glossary 50)."""
    return {1: RoundKind.START, 2: RoundKind.MIDTERM}.get(number, RoundKind.FINAL)
