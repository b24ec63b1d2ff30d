"""Coaching and evaluation conversations, their agenda and notes, and the agreements that come out of them."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import LocalDateTime, Record
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.words import Words

LONGEST_MINUTES = 8 * 60


class Hat(enum.Enum):
    """What one is doing in a conversation: coaching and evaluating stay apart, and the hat is always shown."""

    COACH = "coach"
    EVALUATE = "evaluate"
    PEERS = "peers"
    PROGRAMME = "programme"
    INSTITUTE = "institute"


#: What is noted while coaching or among supervisors is for the mentor alone.
_OF_THE_MENTOR = frozenset({Hat.COACH, Hat.INSTITUTE})


class ConversationState(enum.Enum):
    """What became of a conversation."""

    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"


class NotHeldCause(enum.Enum):
    """Why a conversation was not held; it bears on C4's workplace part and counts no guilt."""

    WORKPLACE = "workplace"
    STUDENT = "student"
    OTHER = "other"


class AgreementState(enum.Enum):
    """What became of an agreement: open, done, let go, or taken over by a new one."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    CONTINUED = "continued"


class AgreementOutcome(enum.Enum):
    """What a conversation said about an agreement of before: done, it goes on, or let go."""

    DONE = "done"
    GOES_ON = "goes_on"
    DROPPED = "dropped"


class ConversationType(Record):
    """A kind of conversation with its default minutes, hat and preparation; shipped as data.

    `discreet` types (the concern conversation) appear as plain *conversation* in every list.
    """

    __tablename__ = "conversation_types"
    __table_args__ = (UniqueConstraint("key", "edition"),)
    immutable: ClassVar[bool] = True

    key: Mapped[str]
    edition: Mapped[str]
    position: Mapped[int]
    name: Mapped[Words]
    short_name: Mapped[Words]
    minutes: Mapped[int]
    hat: Mapped[Hat]
    participants: Mapped[Words]
    occasion: Mapped[Words]
    method: Mapped[Words]
    preparation: Mapped[Words]
    discreet: Mapped[bool] = mapped_column(default=False)


class AgendaTemplateItem(Record):
    """One line of a type's agenda."""

    __tablename__ = "agenda_template_items"
    immutable: ClassVar[bool] = True

    type_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation_types.id"), index=True)
    position: Mapped[int]
    minutes: Mapped[int]
    title: Mapped[Words]
    wellbeing: Mapped[bool] = mapped_column(default=False)


class Conversation(Record):
    """One talk in one trajectory. `starts_at` is local; `minutes` is its length.

    `summary` is the one note of the two-minute path. It is a coaching note when the hat is `coach` and then
    enters no report (P07). A talk with several students (return day, peer consultation) is one row for each of them
    with the same `group_id`: each keeps only the own take-away, and leaves no trace when another is erased.
    `method` is the key of the method card that lay on the table. `started_at` and `ended_at` are when it really began
    and ended. `instead_of_id` is the talk that was not held and that this one is the new date of. `series_on` is the
    day that the series gave it: another day than that of `starts_at` when it was moved alone. `sequence` is that of
    RFC 5545: one more with each change that a calendar must hear of, once it is `exported_on` a day.
    """

    __tablename__ = "conversations"
    __table_args__ = (
        CheckConstraint("minutes > 0", name="minutes"),
        Index("ix_conversations_state", "state", "starts_at"),
    )

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    type_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation_types.id"))
    hat: Mapped[Hat]
    starts_at: Mapped[datetime] = mapped_column(LocalDateTime(), index=True)
    minutes: Mapped[int]
    place: Mapped[str] = mapped_column(default="")
    group_id: Mapped[uuid.UUID | None] = mapped_column(default=None, index=True)
    state: Mapped[ConversationState] = mapped_column(default=ConversationState.PLANNED)
    not_held_cause: Mapped[NotHeldCause | None] = mapped_column(default=None)
    summary: Mapped[str] = mapped_column(default="")
    method: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    instead_of_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversations.id"), default=None, index=True
    )
    series_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversation_series.id"), default=None, index=True
    )
    series_on: Mapped[date | None] = mapped_column(default=None)
    sequence: Mapped[int] = mapped_column(default=0)
    exported_on: Mapped[date | None] = mapped_column(default=None)

    @property
    def ends_at(self) -> datetime:
        """When the conversation should be over, local."""
        return self.starts_at + timedelta(minutes=self.minutes)


class CalledOff(Record):
    """A planned talk that is no longer there but stands in somebody's calendar: what takes it out of it.

    `talk_id` is the id that the talk had, `sequence` the one with which it is cancelled. No words and no names.
    """

    __tablename__ = "called_off"

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    talk_id: Mapped[uuid.UUID] = mapped_column(unique=True)
    starts_at: Mapped[datetime] = mapped_column(LocalDateTime())
    minutes: Mapped[int]
    sequence: Mapped[int]


class ConversationParticipant(Record):
    """Somebody who takes part in a conversation (the student always does)."""

    __tablename__ = "conversation_participants"
    __table_args__ = (UniqueConstraint("conversation_id", "person_id"),)

    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("people.id"), index=True)


class AgendaItem(Record):
    """One line of a conversation's own agenda, with its note.

    What is said about `wellbeing` is never scored, printed or shown on a screen that others see (Y12).
    """

    __tablename__ = "agenda_items"
    __table_args__ = (UniqueConstraint("conversation_id", "position"),)

    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    position: Mapped[int]
    minutes: Mapped[int]
    title: Mapped[Words]
    wellbeing: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    done: Mapped[bool] = mapped_column(default=False)


class Agreement(Record):
    """Who does what by when. Not an appointment.

    `settled_on` is when it stopped being open; `continued_by_id` is the agreement that took over.
    """

    __tablename__ = "agreements"
    __table_args__ = (Index("ix_agreements_state", "state", "due_on"),)

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversations.id"), default=None, index=True
    )
    party: Mapped[Party]
    person_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("people.id"), default=None)
    text: Mapped[str]
    due_on: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[AgreementState] = mapped_column(default=AgreementState.OPEN)
    settled_on: Mapped[date | None] = mapped_column(default=None)
    continued_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("agreements.id"), default=None, index=True
    )


class AgreementReview(Record):
    """What one conversation said about one agreement that was open when it began."""

    __tablename__ = "agreement_reviews"
    __table_args__ = (UniqueConstraint("conversation_id", "agreement_id"),)

    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversations.id"), index=True)
    agreement_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agreements.id"), index=True)
    outcome: Mapped[AgreementOutcome]


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A stretch of somebody's time, local."""

    starts_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        """When the stretch is over, local."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def overlaps(self, other: Slot) -> bool:
        """Whether the two stretches share a minute; touching ends do not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True)
class Clash:
    """A planned conversation that overlaps another for one person; a warning, never a refusal."""

    person: str
    starts_at: datetime
    minutes: int


def touched(conversation: Conversation) -> None:
    """Count a change of time, minutes, place or state: what a calendar must hear of (SEQUENCE of RFC 5545)."""
    conversation.sequence += 1


def called_off(conversation: Conversation) -> CalledOff | None:
    """What takes a talk that goes out of the calendar in which it stands; None when it stands in none."""
    if conversation.exported_on is None:
        return None
    return CalledOff(
        trajectory_id=conversation.trajectory_id,
        talk_id=conversation.id,
        starts_at=conversation.starts_at,
        minutes=conversation.minutes,
        sequence=conversation.sequence + 1,
    )


def stays_with_mentor(hat: Hat) -> bool:
    """Whether what is noted with this hat is for the mentor alone, and not for a screen that the student sees too."""
    return hat in _OF_THE_MENTOR


def check_minutes(minutes: int) -> None:
    """Refuse a conversation without length or longer than a day's work (`minutes_out_of_range`)."""
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise refused("minutes_out_of_range", field="minutes", most=LONGEST_MINUTES)


def check_not_held(state: ConversationState, cause: NotHeldCause | None) -> None:
    """Refuse *not held* without a cause, and a cause without *not held* (`cause_missing`)."""
    if (state is ConversationState.NOT_HELD) != (cause is not None):
        raise refused("cause_missing", field="cause")


def required_text(text: str, *, code: str, field: str) -> str:
    """The text without blanks at its ends; refused with `code` when nothing is left."""
    stripped = text.strip()
    if not stripped:
        raise refused(code, field=field)
    return stripped
