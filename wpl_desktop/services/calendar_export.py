"""What a calendar file holds of one talk, a series or everything: times and states, and names only where chosen."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Table, exists, func, or_, select, update
from sqlalchemy.orm import Session

from wpl_desktop.domain.calendar_events import CalendarChoice, CalendarEvent, zone_of
from wpl_desktop.domain.conversations import CalledOff, Conversation, ConversationState
from wpl_desktop.domain.errors import refused
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.talk_rows import StudentName, student_names
from wpl_desktop.storage.database import Database

_NEUTRAL: Final = CalendarChoice()
_PLACE: Final = "@wpl-desktop"
#: SQLite takes 32,766 values in one statement.
_MOST_AT_ONCE: Final = 5_000


@dataclass(frozen=True, kw_only=True)
class CalendarData:
    """The talks of a calendar file and the zone of their times; `talk_ids` are what is known to be out there then."""

    events: tuple[CalendarEvent, ...]
    zone: str
    talk_ids: tuple[uuid.UUID, ...]


class CalendarExport:
    """Gathers talks for a calendar file, and remembers which of them somebody has in a calendar.

    A talk with several students is one event. What was not held, or was called off, is there as cancelled, but only
    when a calendar can have it: nobody gets to see a cancelled talk that never stood there.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_conversation(
        self, conversation_id: uuid.UUID, *, choice: CalendarChoice = _NEUTRAL
    ) -> CalendarData:
        """One talk; also one that was called off. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            group_id = session.scalar(select(Conversation.group_id).where(Conversation.id == conversation_id))
            own = Conversation.id == conversation_id
            wanted = own if group_id is None else or_(own, Conversation.group_id == group_id)
            data = _gathered(session, wanted, CalledOff.talk_id == conversation_id, choice=choice)
            if not data.events:
                raise refused("not_found")
            return data

    def of_series(self, series_id: uuid.UUID, *, choice: CalendarChoice = _NEUTRAL) -> CalendarData:
        """The talks of a series, those that were moved alone too, and what was called off with its students."""
        with self._database.reading() as session:
            own = Conversation.series_id == series_id
            groups = select(Conversation.group_id).where(own, Conversation.group_id.is_not(None))
            wanted = or_(own, Conversation.group_id.in_(groups))
            # Of a group that is gone the mark is that of any one of its students.
            students = select(Conversation.trajectory_id).where(wanted)
            return _gathered(
                session,
                wanted,
                CalledOff.trajectory_id.in_(students),
                choice=choice,
            )

    def everything(self, *, choice: CalendarChoice = _NEUTRAL) -> CalendarData:
        """Every talk of every student; a handful of queries, however many there are."""
        with self._database.reading() as session:
            return _gathered(session, None, None, choice=choice)

    def count(self) -> int:
        """How many talks there are: what `everything` would hold at most, a talk with several students once."""
        with self._database.reading() as session:
            key = func.coalesce(Conversation.group_id, Conversation.id)
            return session.scalar(select(func.count(key.distinct()))) or 0

    def series_of(self, conversation_id: uuid.UUID) -> uuid.UUID | None:
        """The series that a talk belongs to; None when it stands alone or is gone."""
        with self._database.reading() as session:
            return session.scalar(select(Conversation.series_id).where(Conversation.id == conversation_id))

    def mark_exported(self, data: CalendarData) -> None:
        """Remember that these talks may stand in a calendar, before the file is written.

        Nothing that a user did: it is past the journal and the versions, so Ctrl+Z and open forms do not notice.
        """
        today = self._database.clock.local().date()
        table = cast("Table", Conversation.__table__)
        with self._database.transaction(undoable=False) as session:
            for some in _portions(data.talk_ids):
                session.connection().execute(
                    update(table)
                    .where(
                        table.c.id.in_(some),
                        or_(table.c.exported_on.is_(None), table.c.exported_on != today),
                    )
                    .values(exported_on=today)
                )


def _gathered(
    session: Session,
    talks: ColumnElement[bool] | None,
    called_off: ColumnElement[bool] | None,
    *,
    choice: CalendarChoice,
) -> CalendarData:
    """The talks that meet a condition (None: all) and the marks of those that are gone."""
    wanted = select(
        Conversation.id,
        Conversation.trajectory_id,
        Conversation.group_id,
        Conversation.starts_at,
        Conversation.minutes,
        Conversation.place,
        Conversation.state,
        Conversation.sequence,
        Conversation.exported_on,
        Conversation.updated_at,
    ).order_by(Conversation.starts_at, Conversation.id)
    rows = session.execute(wanted if talks is None else wanted.where(talks)).all()
    groups: dict[uuid.UUID, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.group_id or row.id, []).append(row)
    names = student_names(session, {row.trajectory_id for row in rows}) if choice.with_names else {}
    events: list[CalendarEvent] = []
    talk_ids: list[uuid.UUID] = []
    for group in groups.values():
        event = _event(group, names, choice)
        if event is not None:
            events.append(event)
            talk_ids += [row.id for row in group]
    events += _called_off(session, called_off)
    profile = profile_rows(session)[0]
    return CalendarData(
        events=tuple(events),
        zone=zone_of(profile.vocabulary, profile.language),
        talk_ids=tuple(talk_ids),
    )


def _event(
    group: Sequence[Any], names: dict[uuid.UUID, StudentName], choice: CalendarChoice
) -> CalendarEvent | None:
    """One talk of all its students; None for one that was not held and of which no calendar knows.

    It goes by the student whose row was made first, and by the row that was changed last.
    """
    cancelled = all(row.state is ConversationState.NOT_HELD for row in group)
    if cancelled and all(row.exported_on is None for row in group):
        return None
    there = [row for row in group if cancelled or row.state is not ConversationState.NOT_HELD]
    newest = max(there, key=lambda row: (row.sequence, row.updated_at))
    return CalendarEvent(
        uid=_uid(min(row.id for row in group)),
        starts_at=newest.starts_at,
        minutes=newest.minutes,
        sequence=max(row.sequence for row in group),
        cancelled=cancelled,
        planned=any(row.state is ConversationState.PLANNED for row in group),
        changed_at=max(row.updated_at for row in group),
        names=tuple(names[row.trajectory_id].call_name for row in there) if choice.with_names else (),
        place=newest.place if choice.with_place else "",
    )


def _called_off(session: Session, wanted: ColumnElement[bool] | None) -> list[CalendarEvent]:
    """The talks that are gone but stand in calendars; not those that came back since."""
    marks = (
        select(
            CalledOff.talk_id,
            CalledOff.starts_at,
            CalledOff.minutes,
            CalledOff.sequence,
            CalledOff.updated_at,
        )
        .where(~exists().where(Conversation.id == CalledOff.talk_id))
        .order_by(CalledOff.starts_at, CalledOff.talk_id)
    )
    return [
        CalendarEvent(
            uid=_uid(row.talk_id),
            starts_at=row.starts_at,
            minutes=row.minutes,
            sequence=row.sequence,
            cancelled=True,
            changed_at=row.updated_at,
        )
        for row in session.execute(marks if wanted is None else marks.where(wanted))
    ]


def _uid(talk_id: uuid.UUID) -> str:
    return f"{talk_id}{_PLACE}"


def _portions(ids: Sequence[uuid.UUID]) -> list[Sequence[uuid.UUID]]:
    return [ids[start : start + _MOST_AT_ONCE] for start in range(0, len(ids), _MOST_AT_ONCE)]
