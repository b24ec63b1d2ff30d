"""What stays behind of a talk that goes: the mark that takes it out of the calendars in which it stands."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import CalledOff, Conversation, called_off


def call_off(session: Session, talks: Sequence[Conversation]) -> None:
    """Let the calendars in which talks stand hear that these go; once more, when they heard so before.

    Of a group only by the row that was made first: calendars know the whole group by that one.
    """
    groups: dict[uuid.UUID | None, list[uuid.UUID]] = {}
    wanted = {talk.group_id for talk in talks if talk.group_id is not None}
    for group_id, talk_id in session.execute(
        select(Conversation.group_id, Conversation.id).where(Conversation.group_id.in_(wanted))
    ):
        groups.setdefault(group_id, []).append(talk_id)
    ids = [talk.id for talk in talks if talk.exported_on is not None]
    known = {
        told.talk_id: told for told in session.scalars(select(CalledOff).where(CalledOff.talk_id.in_(ids)))
    }
    for talk in talks:
        mark, told = called_off(talk), known.get(talk.id)
        if mark is None or talk.id != min(groups.get(talk.group_id, [talk.id])):
            continue
        if told is None:
            session.add(mark)
        else:
            # It was put back from the bin meanwhile.
            told.starts_at, told.minutes = mark.starts_at, mark.minutes
            told.sequence = max(told.sequence, mark.sequence) + 1
