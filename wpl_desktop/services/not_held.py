"""The talks of a school year that were not held, as a fact beside the criterion they bear on (section 4, d)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_begins
from wpl_desktop.domain.conversations import Conversation, ConversationState, NotHeldCause
from wpl_desktop.domain.evaluations import Round


@dataclass(frozen=True, kw_only=True)
class NotHeldTalk:
    """The day of a talk that was not held, and why: a fact, and nobody's fault."""

    on: date
    cause: NotHeldCause


def not_held_this_year(session: Session, scored: Round) -> tuple[NotHeldTalk, ...]:
    """The talks of the student that were not held since the school year of a round began, in order (section 4, d)."""
    first_day = school_year_begins(scored.held_on)
    rows = session.execute(
        select(Conversation.starts_at, Conversation.not_held_cause)
        .where(
            Conversation.trajectory_id == scored.trajectory_id,
            Conversation.state == ConversationState.NOT_HELD,
            Conversation.starts_at >= datetime.combine(first_day, time()),
            Conversation.starts_at < datetime.combine(first_day.replace(year=first_day.year + 1), time()),
        )
        .order_by(Conversation.starts_at)
    )
    return tuple(
        NotHeldTalk(on=row.starts_at.date(), cause=row.not_held_cause or NotHeldCause.OTHER) for row in rows
    )
