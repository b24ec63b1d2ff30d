"""What stands in a student's timeline: talks, agreements, steps of rounds, evidence and landmarks."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date, datetime

from wpl_desktop.domain.conversations import AgreementState, ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, RoundKind, Source
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.words import Words


class RoundStep(enum.Enum):
    """What happened to a round on one day; `PLANNED` lies ahead."""

    PLANNED = "planned"
    OPENED = "opened"
    FILLED_IN = "filled_in"
    FINAL = "final"


class Milestone(enum.Enum):
    """A day in the trajectory itself."""

    STARTS = "starts"
    ENDS = "ends"
    NOTICE_GIVEN = "notice_given"
    BLOCK_STARTS = "block_starts"
    BLOCK_ENDS = "block_ends"


@dataclass(frozen=True, kw_only=True)
class Talk:
    """One conversation; `name` is discreet where its type asks for it.

    `note` is what was noted, agenda lines included and wellbeing left out; `report_of` the round it
    belongs to, with its number. `people` are call names, without the student.
    """

    id: uuid.UUID
    on: date
    starts_at: datetime
    minutes: int
    name: Words
    state: ConversationState
    cause: NotHeldCause | None
    hat: Hat
    note: str
    people: tuple[str, ...]
    report_of: tuple[uuid.UUID, int] | None


@dataclass(frozen=True, kw_only=True)
class AgreementStep:
    """An agreement on the day it was made (`state` open) or on the day it was settled."""

    id: uuid.UUID
    on: date
    conversation_id: uuid.UUID | None
    text: str
    party: Party
    owner: str
    due_on: date | None
    state: AgreementState


@dataclass(frozen=True, kw_only=True)
class RoundEvent:
    """One step of a round; `ready` are those who are ready with the student's part."""

    round_id: uuid.UUID
    on: date
    step: RoundStep
    number: int
    kind: RoundKind
    perspectives: tuple[Perspective, ...]
    ready: frozenset[Perspective]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What one perspective wrote with one criterion, evidence line and comment."""

    score_id: uuid.UUID
    round_id: uuid.UUID
    on: date
    code: str
    perspective: Perspective
    strand: Strand
    evidence: str
    comment: str
    source: Source | None


@dataclass(frozen=True, kw_only=True)
class Landmark:
    """A milestone of the trajectory; `name` is that of a block placement."""

    id: uuid.UUID
    on: date
    what: Milestone
    name: str = ""


Entry = Talk | AgreementStep | RoundEvent | Evidence | Landmark


@dataclass(frozen=True, kw_only=True)
class StudentTimeline:
    """One student's time: `planned` soonest first, `past` newest first, and what is open now.

    `waiting` are rounds that have begun, are not final, and in which somebody is not ready.
    """

    trajectory_id: uuid.UUID
    call_name: str
    closed: bool
    today: date
    planned: tuple[Entry, ...]
    past: tuple[Entry, ...]
    open_agreements: tuple[AgreementStep, ...]
    waiting: tuple[RoundEvent, ...]

    @property
    def talks(self) -> tuple[Talk, ...]:
        """The conversations that were held or not held, newest first."""
        return tuple(entry for entry in self.past if isinstance(entry, Talk))

    @property
    def next_talk(self) -> Talk | None:
        """The next planned conversation, of today or later."""
        talks = (entry for entry in self.planned if isinstance(entry, Talk))
        return next((talk for talk in talks if talk.on >= self.today), None)
