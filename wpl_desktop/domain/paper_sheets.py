"""What the growth sheet, the trialogue sheet and a student's own view show, worded before paper is involved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportAgreed, ReportCriterion, ReportSheet
from wpl_desktop.domain.evaluations import Mark, Perspective, RoundKind


@dataclass(frozen=True, kw_only=True)
class SheetHead:
    """What stands at the head and foot of every sheet; texts are in `language`, `printed_at` is local.

    `file_stem` is the name of the file without its ending, and without the student's name (6.3). `words` is the
    vocabulary of the profile, for role and place words.
    """

    language: str
    demo: bool
    document_number: str
    file_stem: str
    printed_at: datetime
    school_year: str
    student_name: str
    second_script: str
    programme: str
    phase: int | None
    workplace: str
    institute: str
    criteria_edition: str
    words: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, kw_only=True)
class SheetRound:
    """One round in the head of a table."""

    number: int
    kind: RoundKind
    held_on: date


@dataclass(frozen=True, kw_only=True)
class GrowthPlace:
    """One criterion in one round: who stood where, and what was agreed, never computed (R6)."""

    marks: Mapping[Perspective, Mark]
    agreed: ReportAgreed


@dataclass(frozen=True, kw_only=True)
class GrowthLine:
    """One criterion over the rounds; None where a light round did not look at it (R12)."""

    code: str
    name: str
    places: tuple[GrowthPlace | None, ...]


@dataclass(frozen=True, kw_only=True)
class GrowthSheet:
    """One student against the own past: both strands, a strip for each criterion and round.

    `rounds`, oldest first, are those that were put side by side; `not_yet` are the numbers of those that have begun
    and were not, of which nothing is here (R5). `scale` gives the level words of a strand from 1 up.
    """

    head: SheetHead
    perspectives: tuple[Perspective, ...]
    scale: Mapping[Strand, tuple[str, ...]]
    rounds: tuple[SheetRound, ...]
    not_yet: tuple[int, ...]
    lines: Mapping[Strand, tuple[GrowthLine, ...]]


@dataclass(frozen=True, kw_only=True)
class TrialogueSheet:
    """One round to talk over: the views beside each other, and room for what is agreed.

    Before the reveal every view is empty, one's own too (R5). `criteria` are those of the round, in their order.
    """

    head: SheetHead
    round: SheetRound
    is_revealed: bool
    perspectives: tuple[Perspective, ...]
    scale: Mapping[Strand, tuple[str, ...]]
    expected_level: int
    criteria: tuple[ReportCriterion, ...]
    sheets: tuple[ReportSheet, ...]


@dataclass(frozen=True, kw_only=True)
class StudentViewLine:
    """What the student says of the workplace on one criterion."""

    code: str
    name: str
    mark: Mark
    comment: str


@dataclass(frozen=True, kw_only=True)
class StudentView:
    """The student's own view of the workplace's part, as a paper for the institute; held in memory only (R9)."""

    head: SheetHead
    round: SheetRound
    level_words: tuple[str, ...]
    lines: tuple[StudentViewLine, ...]
