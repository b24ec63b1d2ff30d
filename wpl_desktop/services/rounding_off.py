"""Rounding off a talk: held, from when to when, what became of agreements, and what was agreed anew."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.conversations import (
    LONGEST_MINUTES,
    AgreementState,
    Conversation,
    ConversationState,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.services.agreements import (
    AgreementRow,
    AgreementValues,
    new_agreement,
    outcome_of,
    said_on,
    set_review,
    settle_agreement,
)
from wpl_desktop.services.earlier_agreements import check_all_said
from wpl_desktop.services.hats import are_notes_apart
from wpl_desktop.services.talk_timing import forget_timing


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What is said of a talk that was held: its one note, agreements, and from when to when (UTC).

    `settled` has every agreement of before of which it is said what became of it, those that go on (`OPEN`) too.
    Without moments those that were recorded stay, else the planned ones count.
    """

    summary: str
    agreements: Sequence[AgreementValues] = ()
    settled: Sequence[tuple[AgreementRow, AgreementState]] = ()
    started_at: datetime | None = None
    ended_at: datetime | None = None


def round_off(session: Session, conversation: Conversation, closing: Closing, *, clock: Clock) -> None:
    """Mark a planned talk held, for everybody who had it; only the one student's own words are kept.

    Raises `DomainError`: `agreements_unsaid`, `agreement_missing`, `changed_meanwhile`, `ends_before_start`.
    """
    check_all_said(session, conversation, saying={agreement.id for agreement, _ in closing.settled})
    # What the coach noted stays as it is where the one who marks the talk may not see it.
    if not are_notes_apart(session, conversation):
        conversation.summary = closing.summary.strip()
    for talk in _with_the_group(session, conversation):
        talk.state = ConversationState.HELD
        _record_moments(talk, closing, clock=clock)
        forget_timing(session, talk.id)
    on = said_on(conversation, today=clock.local().date())
    for agreement, state in closing.settled:
        settle_agreement(session, agreement, state, on=on)
        set_review(session, conversation.id, agreement.id, outcome_of(state))
    for values in closing.agreements:
        session.add(new_agreement(conversation, values))


def check_moments(started_at: datetime | None, ended_at: datetime | None) -> None:
    """Refuse a talk that ended before it began (`ends_before_start`)."""
    if started_at is not None and ended_at is not None and ended_at < started_at:
        raise refused("ends_before_start", field="ended_at")


def planned_moments(conversation: Conversation) -> tuple[datetime, datetime]:
    """From when to when a talk was planned, in UTC."""
    return utc_of(conversation.starts_at), utc_of(conversation.ends_at)


def utc_of(local: datetime) -> datetime:
    """A wall-clock time of this place as a moment in UTC."""
    return local.astimezone(UTC)


def local_of(moment: datetime) -> datetime:
    """A moment in UTC on the wall clocks of this place."""
    return moment.astimezone().replace(tzinfo=None)


def group_of(session: Session, group_id: uuid.UUID) -> list[Conversation]:
    """The rows of a talk with several students, in the order in which they were made."""
    return list(
        session.scalars(
            select(Conversation).where(Conversation.group_id == group_id).order_by(Conversation.id)
        )
    )


def _with_the_group(session: Session, conversation: Conversation) -> list[Conversation]:
    if conversation.group_id is None:
        return [conversation]
    others = [
        talk
        for talk in group_of(session, conversation.group_id)
        if talk.id != conversation.id and talk.state is ConversationState.PLANNED
    ]
    return [conversation, *others]


def _record_moments(talk: Conversation, closing: Closing, *, clock: Clock) -> None:
    begin, _ = planned_moments(talk)
    now = clock.now()
    started_at, ended_at = closing.started_at or talk.started_at, closing.ended_at or talk.ended_at
    if started_at is None and begin <= now:
        started_at = begin
    if ended_at is None and started_at is not None:
        ended_at = _usual_end(talk, started_at, now=now)
    check_moments(started_at, ended_at)
    talk.started_at, talk.ended_at = started_at, ended_at


def _usual_end(talk: Conversation, started_at: datetime, *, now: datetime) -> datetime:
    """Rounded off while it lasts, or in the hours after it was begun by hand: now; written up later: as planned."""
    planned = started_at + timedelta(minutes=talk.minutes)
    latest = started_at + timedelta(minutes=LONGEST_MINUTES) if talk.started_at is not None else planned
    return now if started_at <= now <= latest else planned
