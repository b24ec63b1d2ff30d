"""What an evaluation report shows, chosen and worded before paper is involved (6.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Collected,
    Difference,
    Mark,
    Perspective,
    RoundKind,
    Source,
    is_scored,
    under_reservation,
)
from wpl_desktop.domain.finalising import GapKind
from wpl_desktop.domain.growth_plans import GoalOutcome
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Role


def reservations(
    marks: Mapping[Perspective, Mark],
    *,
    agreed: ReportAgreed,
    workplace_part_agreed: Mark,
    workplace_part_by: Mapping[Perspective, Mark],
    expected_level: int,
) -> frozenset[Perspective | None]:
    """R8 for one criterion: whose levels on the student's part carry the mark; None stands for the agreed one.

    `marks` and `agreed` are on the student's part. The criterion stands under reservation by its agreed level
    where anything was agreed, else by any voice's own; a difference that stands has no level, so it never does.
    Then every level below `expected_level` carries the mark, so that one criterion says one thing.
    """
    candidates: dict[Perspective | None, Mark] = {**marks, None: agreed.mark}
    marked = frozenset(
        who
        for who, mark in candidates.items()
        if under_reservation(
            mark,
            workplace_part_agreed=workplace_part_agreed,
            workplace_part_by=workplace_part_by,
            expected_level=expected_level,
        )
    )
    return marked if not agreed.is_settled or None in marked else frozenset()


@dataclass(frozen=True, kw_only=True)
class ReportScore:
    """One perspective's mark on one criterion and strand; texts as typed."""

    mark: Mark = NOT_YET_SCORED
    comment: str = ""
    evidence: str = ""
    source: Source | None = None


@dataclass(frozen=True, kw_only=True)
class ReportAgreed:
    """The agreed mark, or the difference that stands with both positions in words (R6)."""

    mark: Mark = NOT_YET_SCORED
    difference_stands: bool = False
    positions: str = ""
    reason: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether the parties came to an end: a mark, or a difference that stands."""
        return is_scored(self.mark) or self.difference_stands


@dataclass(frozen=True, kw_only=True)
class EarlierRound:
    """The marks of one earlier round on one criterion and strand, for the growth strip."""

    number: int
    marks: Mapping[Perspective, Mark]
    agreed: ReportAgreed


@dataclass(frozen=True, kw_only=True)
class StrandView:
    """One strand of one criterion in this round.

    `scores` has a key for each perspective that takes part. `difference` is the label of R7.
    `under_reservation` is what `reservations` gives (R8).
    `level_text` is the text of the agreed level, empty where none was agreed.
    """

    scores: Mapping[Perspective, ReportScore]
    agreed: ReportAgreed
    earlier: tuple[EarlierRound, ...] = ()
    difference: Difference | None = None
    under_reservation: frozenset[Perspective | None] = frozenset()
    level_text: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportCriterion:
    """One criterion with its two strands, in the order of the set. `in_focus` is False outside a light round."""

    code: str
    name: str
    student_part: StrandView
    workplace_part: StrandView
    reading_hint: str = ""
    in_focus: bool = True


@dataclass(frozen=True, kw_only=True)
class ReportPerson:
    """Somebody named in the heading."""

    role: Role
    name: str


@dataclass(frozen=True, kw_only=True)
class ReportAgreement:
    """Who does what by when; `owner` is a name, or empty when the party is meant."""

    party: Party
    owner: str
    text: str
    due_on: date | None
    state: AgreementState


@dataclass(frozen=True, kw_only=True)
class ReportGoal:
    """One goal of a growth plan that was chosen for the report, with the student's knowledge (6.2: 10)."""

    text: str
    support: str
    outcome: GoalOutcome
    outcome_on: date | None
    outcome_words: str


@dataclass(frozen=True, kw_only=True)
class ReportSheet:
    """How one perspective's sheet was collected; printed when it was not on its own screen or not blind (R5)."""

    perspective: Perspective
    collected: Collected
    collected_on: date | None
    blind: bool
    written_by: str = ""
    written_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReportGap:
    """One gap that was accepted with a reason (R12); `subjects` are codes of criteria or names of texts."""

    kind: GapKind
    perspective: Perspective | None
    strand: Strand | None
    subjects: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What somebody said on the screen instead of with a pen (6.4); `said_at` is local. No qualified signature."""

    name: str
    role: str
    place: str
    said_at: datetime
    refused: bool = False
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """One signature row (6.4): who, in which role, and the sentence above the pen, or what was said on screen."""

    party: Party
    name: str
    role: Role | None
    sentence: str
    statement: Statement | None = None


@dataclass(frozen=True, kw_only=True)
class EvaluationReport:
    """Everything one evaluation report prints; every text is already in `language`.

    `scale` gives for each strand the level words from 1 up (3–5 of them). `perspectives` are those that take
    part; `silent` are those of them that have said nothing at all in this round while others have: they get
    no column, only a line that says so. `earlier_rounds` are the numbers of the rounds before this one, oldest
    first. `printed_at` and the conversation's times are local. `words` is the vocabulary of the profile in
    `language`, for role and place words. `include_conditions` False leaves section 8 out (R10).
    `privacy_complete` False prints a warning (P01).

    A final report has a `code` by which paper and record can be compared, its `gaps` with their reasons, and
    `printed_at` is when it was made final. `revealed_on` is the day of the reveal (R5), `reveal_reason` why it came
    before `late` were ready. `advice_apart` says that the assessor gives the advice apart from this report (0.1).
    `growth_goals` are those of a growth plan, and empty unless it was chosen with the student's knowledge (6.2: 10).
    """

    language: str
    kind: RoundKind
    draft: bool
    demo: bool
    document_number: str
    file_stem: str
    edition: int
    printed_at: datetime
    school_year: str
    round_number: int

    student_name: str
    second_script: str
    student_number: str
    programme: str
    phase: int | None
    workplace: str
    workplace_address: str
    institute: str
    class_names: str
    people: tuple[ReportPerson, ...]
    starts_on: date
    ends_on: date
    weekdays: tuple[int, ...]
    has_blocks: bool
    held_on: date
    conversation_starts_at: datetime | None
    conversation_ends_at: datetime | None
    criteria_edition: str

    status_line: str
    strong: str
    grown: str
    next_step: str
    advice: str
    student_response: str
    no_response: bool

    perspectives: tuple[Perspective, ...]
    scale: Mapping[Strand, tuple[str, ...]]
    expected_level: int
    criteria: tuple[ReportCriterion, ...]
    earlier_rounds: tuple[int, ...]
    sheets: tuple[ReportSheet, ...]
    include_conditions: bool
    agreements: tuple[ReportAgreement, ...]
    signatories: tuple[Signatory, ...]
    privacy_lines: tuple[str, ...]
    privacy_complete: bool
    words: Mapping[str, str] = field(default_factory=dict[str, str])
    silent: tuple[Perspective, ...] = ()
    code: str = ""
    gaps: tuple[ReportGap, ...] = ()
    revealed_on: date | None = None
    reveal_reason: str = ""
    late: tuple[Perspective, ...] = ()
    advice_apart: bool = False
    growth_goals: tuple[ReportGoal, ...] = ()

    @property
    def is_final_form(self) -> bool:
        """Whether the final form is printed (sections 0–14), else the midterm form (0–6, 9, 11, 13)."""
        return self.kind is RoundKind.FINAL

    @property
    def heard(self) -> tuple[Perspective, ...]:
        """The perspectives that are shown: who said something in this round, or all while nobody did."""
        return tuple(perspective for perspective in self.perspectives if perspective not in self.silent)
