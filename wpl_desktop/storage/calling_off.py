"""What calendars hear of a talk that goes: it is taken out, or goes on without one of its students."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import CalledOff, Conversation, called_off


def call_off(session: Session, talks: Sequence[Conversation]) -> None:
    """Let the calendars in which talks stand hear that these go; once more, when they heard so before.

    Of a group only by the row that was made first: calendars know the whole group by that one.
    """
    groups = _groups_of(session, talks)
    ids = [talk.id for talk in talks if talk.exported_on is not None]
    known = {
        told.talk_id: told for told in session.scalars(select(CalledOff).where(CalledOff.talk_id.in_(ids)))
    }
    for talk in talks:
        mark, told = called_off(talk), known.get(talk.id)
        if mark is None or talk.id != min((talk.id, *(row.id for row in groups.get(talk.group_id, ())))):
            continue
        if told is None:
            session.add(mark)
        else:
            # It was put back from the bin meanwhile.
            told.starts_at, told.minutes = mark.starts_at, mark.minutes
            told.sequence = max(told.sequence, mark.sequence) + 1


def tell_who_stay(session: Session, talks: Collection[Conversation]) -> None:
    """Let calendars hear that groups go on without these: what they hear of a group never counts back (RFC 5545)."""
    going = {talk.id for talk in talks}
    for group in _groups_of(session, talks).values():
        latest = max(row.sequence for row in group)
        for row in group:
            if row.id not in going and row.exported_on is not None:
                row.sequence = latest + 1


def _groups_of(
    session: Session, talks: Collection[Conversation]
) -> dict[uuid.UUID | None, list[Conversation]]:
    """Every row of the groups that these talks are in."""
    wanted = {talk.group_id for talk in talks if talk.group_id is not None}
    found: dict[uuid.UUID | None, list[Conversation]] = {}
    if wanted:
        for row in session.scalars(select(Conversation).where(Conversation.group_id.in_(wanted))):
            found.setdefault(row.group_id, []).append(row)
    return found
