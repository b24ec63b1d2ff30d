"""What can be taken back and put back: a step in words, a line of the bin, and for how long."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.words import Words

#: An edit of before that is history (P10), not a slip.
UNDO_WITHIN = timedelta(hours=24)
#: How long what was deleted can be put back; after it the content is gone from the journal too.
BIN_KEEPS = timedelta(days=30)


class StepKind(enum.Enum):
    """What an action was about, in the words of whoever did it."""

    STUDENT = "student"
    CONVERSATION = "conversation"
    SERIES = "series"
    ROUND = "round"
    AGREED = "agreed"
    SCORE = "score"
    SHEET = "sheet"
    REPORT_TEXTS = "report_texts"
    AGREEMENT = "agreement"
    AGENDA = "agenda"
    PHRASE = "phrase"
    SUGGESTION = "suggestion"
    GROWTH_PLAN = "growth_plan"
    SCHOOL_YEAR = "school_year"
    LESSON_HOUR = "lesson_hour"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One action: what it was about, of whom (call name), and for a score on which criterion (code)."""

    kind: StepKind
    student: str = ""
    criterion: str = ""


@dataclass(frozen=True, kw_only=True)
class BinItem:
    """Something that was deleted and can be put back: all that went with it in one action.

    `name` is the type of a conversation, `text` a name or what was agreed, `number` and `round_kind` those of a
    round, `day` when the conversation or round was. `deleted_at` is UTC; `days_left` is at least 1.
    """

    transaction_id: uuid.UUID
    kind: StepKind
    student: str
    deleted_at: datetime
    days_left: int
    name: Words | None = None
    text: str = ""
    number: int | None = None
    round_kind: RoundKind | None = None
    day: date | None = None


def days_left(deleted_at: datetime, *, now: datetime) -> int:
    """For how many days, begun ones counted, the bin still keeps what was deleted; at least 1."""
    return max(1, -((now - BIN_KEEPS - deleted_at) // timedelta(days=1)))
