"""The agenda: talks of a span of days, of all students, as blocks of columns."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, and_, cast, exists, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.conversations import (
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    Hat,
    NotHeldCause,
)
from wpl_desktop.domain.evaluations import Round
from wpl_desktop.domain.people import Party, Person, folded
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.domain.words import Words
from wpl_desktop.services.conversation_rows import new_dates
from wpl_desktop.services.talk_rows import Talk, talks_of
from wpl_desktop.services.unplanned import Unplanned, unplanned_talks
from wpl_desktop.storage.database import Database

_ONE_DAY = timedelta(days=1)


class AgendaBlock(NamedTuple):
    """One talk as the agenda shows it, a talk with several students once; `name` is short, and discreet where asked.

    `students` are call names in the order of a register; `key` is that of the type, empty for a discreet one.
    `round` is the number of the round that is talked about, when it names the talk.
    """

    id: uuid.UUID
    version: int
    trajectory_id: uuid.UUID
    group_id: uuid.UUID | None
    series_id: uuid.UUID | None
    name: Words
    key: str
    hat: Hat
    starts_at: datetime
    minutes: int
    state: ConversationState
    not_held_cause: NotHeldCause | None
    students: tuple[str, ...]
    place: str
    round: int | None

    @property
    def ends_at(self) -> datetime:
        """When the talk should be over, local."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, kw_only=True)
class AgendaDay:
    """One day of a month: its first talks, and how many there are."""

    blocks: tuple[AgendaBlock, ...]
    count: int


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which talks a list shows; what is empty narrows nothing.

    Every word of `text` stands in the name of a student, in the place, or in that of the type; `kinds` says what each
    type is called on the screen, by its id.
    """

    trajectory_id: uuid.UUID | None = None
    states: frozenset[ConversationState] = frozenset()
    hats: frozenset[Hat] = frozenset()
    text: str = ""
    kinds: tuple[tuple[uuid.UUID, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class TalkDetail:
    """One talk with all that stands beside the agenda; `people` of the talk leave out the owner.

    `trajectory_ids` are those of all students who have it. `again_at` is when a talk that was not held is now, local.
    """

    talk: Talk
    version: int
    trajectory_ids: tuple[uuid.UUID, ...]
    type_id: uuid.UUID
    participant_ids: tuple[uuid.UUID, ...]
    place: str
    series_id: uuid.UUID | None
    again_at: datetime | None = None


class Agenda:
    """Reads what the agenda shows: talks of all students, those that are planned only of running trajectories."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def span(self, first: date, last: date) -> list[AgendaBlock]:
        """The talks that start from `first` to `last`, both included, in their order."""
        with self._database.reading() as session:
            return _blocks(session, _ids(Wanted(), session).where(*_between(first, last)))

    def days(self, first: date, last: date, *, most: int) -> dict[date, AgendaDay]:
        """The days from `first` to `last` that have talks, each with at most `most` of them, in their order."""
        with self._database.reading() as session:
            talks = session.execute(
                _ids(Wanted(), session)
                .where(*_between(first, last))
                .with_only_columns(Conversation.starts_at, cast(Conversation.id, Text).label("key"))
                .order_by(Conversation.starts_at, Conversation.id)
            )
            keys: dict[date, list[str]] = {}
            for starts_at, key in talks:
                keys.setdefault(starts_at.date(), []).append(key)
            # Only of what is shown an id is made: a month may have thousands of talks.
            shown = [uuid.UUID(key) for found in keys.values() for key in found[:most]]
            wanted = select(Conversation.id).where(Conversation.id.in_(shown))
            blocks: dict[date, list[AgendaBlock]] = {day: [] for day in keys}
            for block in _blocks(session, wanted):
                blocks[block.starts_at.date()].append(block)
        return {day: AgendaDay(blocks=tuple(blocks[day]), count=len(found)) for day, found in keys.items()}

    def is_empty(self) -> bool:
        """Whether there is no talk at all."""
        with self._database.reading() as session:
            return session.scalar(select(exists().where(Conversation.id.is_not(None)))) is not True

    def count(self, wanted: Wanted | None = None) -> int:
        """How many talks the list has."""
        with self._database.reading() as session:
            return _counted(session, _ids(wanted or Wanted(), session))

    def page(self, *, offset: int, limit: int, wanted: Wanted | None = None) -> list[AgendaBlock]:
        """Talks of the list from number `offset`, counted from 0, the earliest first."""
        with self._database.reading() as session:
            ids = _ids(wanted or Wanted(), session).order_by(Conversation.starts_at, Conversation.id)
            # First the ids alone: of the talks before `offset` nothing else is looked up.
            shown = ids.offset(offset).limit(limit).scalar_subquery()
            return _blocks(session, select(Conversation.id).where(Conversation.id.in_(shown)))

    def number_before(self, moment: datetime, wanted: Wanted | None = None) -> int:
        """How many talks of the list start before `moment`: the number of the first one from then on."""
        with self._database.reading() as session:
            return _counted(session, _ids(wanted or Wanted(), session).where(Conversation.starts_at < moment))

    def number_of(self, conversation_id: uuid.UUID, wanted: Wanted | None = None) -> int | None:
        """The number of a talk in the list, None when it is not in it."""
        with self._database.reading() as session:
            ids = _ids(wanted or Wanted(), session)
            found = session.scalar(ids.with_only_columns(Conversation.starts_at).where(_is(conversation_id)))
            if found is None:
                return None
            before = or_(
                Conversation.starts_at < found,
                and_(Conversation.starts_at == found, Conversation.id < conversation_id),
            )
            return _counted(session, ids.where(before))

    def kinds(self) -> list[tuple[uuid.UUID, Words]]:
        """The types by their short names, a discreet one as any talk: what words in a list are looked for in."""
        with self._database.reading() as session:
            rows = session.execute(
                select(ConversationType.id, ConversationType.short_name).order_by(ConversationType.position)
            )
            return [(row.id, row.short_name) for row in rows]

    def detail(self, conversation_id: uuid.UUID) -> TalkDetail | None:
        """One talk with who takes part in it; None when it is gone."""
        with self._database.reading() as session:
            found = session.execute(
                select(
                    Conversation.version,
                    Conversation.trajectory_id,
                    Conversation.group_id,
                    Conversation.starts_at,
                    Conversation.state,
                    Conversation.type_id,
                    Conversation.place,
                    Conversation.series_id,
                ).where(_is(conversation_id))
            ).first()
            if found is None:
                return None
            together = select(Conversation.trajectory_id).where(
                Conversation.group_id == found.group_id,
                Conversation.starts_at == found.starts_at,
                Conversation.state == found.state,
                Conversation.trajectory_id != found.trajectory_id,
            )
            others = session.scalars(together).all() if found.group_id is not None else ()
            people = session.scalars(
                select(ConversationParticipant.person_id)
                .join(Person, Person.id == ConversationParticipant.person_id)
                .where(
                    ConversationParticipant.conversation_id == conversation_id, Person.party != Party.STUDENT
                )
                .order_by(ConversationParticipant.id)
            )
            return TalkDetail(
                talk=talks_of(session, [conversation_id], with_people=True)[0],
                version=found.version,
                trajectory_ids=(found.trajectory_id, *others),
                type_id=found.type_id,
                participant_ids=tuple(people),
                place=found.place,
                series_id=found.series_id,
                again_at=new_dates(session, [conversation_id]).get(conversation_id)
                if found.state is ConversationState.NOT_HELD
                else None,
            )

    def day_of(self, conversation_id: uuid.UUID) -> date | None:
        """The day of a talk, None when it is gone."""
        with self._database.reading() as session:
            found = session.scalar(select(Conversation.starts_at).where(_is(conversation_id)))
            return found.date() if found is not None else None

    def unplanned(self, *, most: int) -> tuple[list[Unplanned], int]:
        """What still has to be planned, `most` lines, and how many more there are."""
        with self._database.reading() as session:
            found = unplanned_talks(session, now=self._database.clock.local(), most=most)
            return found[:most], max(len(found) - most, 0)


def _is(conversation_id: uuid.UUID) -> ColumnElement[bool]:
    return Conversation.id == conversation_id


def _between(first: date, last: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (
        Conversation.starts_at >= datetime.combine(first, time()),
        Conversation.starts_at < datetime.combine(last + _ONE_DAY, time()),
    )


def _counted(session: Session, ids: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(ids.subquery())) or 0


def _ids(wanted: Wanted, session: Session) -> Select[Any]:
    """The ids of the talks that are wanted, of a talk with several students the first."""
    other = aliased(Conversation)
    first_of_group = (
        select(func.min(other.id))
        .where(
            other.group_id == Conversation.group_id,
            other.starts_at == Conversation.starts_at,
            other.state == Conversation.state,
            *_of_students(other, wanted, session),
        )
        .scalar_subquery()
    )
    shown = select(Conversation.id).where(
        or_(Conversation.group_id.is_(None), Conversation.id == first_of_group),
        *_of_students(Conversation, wanted, session),
    )
    if wanted.states:
        shown = shown.where(Conversation.state.in_(wanted.states))
    if wanted.hats:
        shown = shown.where(Conversation.hat.in_(wanted.hats))
    return shown


def _of_students(talk: Any, wanted: Wanted, session: Session) -> list[ColumnElement[bool]]:
    """What is asked of a row because of its student: running when it is planned, and found by the words."""
    trajectory = aliased(Trajectory)
    running = exists().where(trajectory.id == talk.trajectory_id, trajectory.state == TrajectoryState.RUNNING)
    asked: list[ColumnElement[bool]] = [or_(talk.state != ConversationState.PLANNED, running)]
    if wanted.trajectory_id is not None:
        asked.append(talk.trajectory_id == wanted.trajectory_id)
    words = folded(wanted.text).split()
    if words:
        names = session.execute(
            select(Trajectory.id, Person.name, Person.call_name).join(
                Person, Person.id == Trajectory.student_id
            )
        ).all()
        for word in words:
            students = [row.id for row in names if word in folded(f"{row.name} {row.call_name or ''}")]
            kinds = [kind for kind, name in wanted.kinds if word in folded(name)]
            asked.append(
                or_(
                    talk.trajectory_id.in_(students) if students else false(),
                    talk.type_id.in_(kinds) if kinds else false(),
                    talk.place.icontains(word, autoescape=True),
                )
            )
    return asked


def _blocks(session: Session, ids: Select[Any]) -> list[AgendaBlock]:
    """The blocks of these ids, the earliest first; a handful of queries, however many there are."""
    type_key = cast(ConversationType.id, Text).label("type_key")
    kinds = {
        row.type_key: row
        for row in session.execute(
            select(type_key, ConversationType.key, ConversationType.short_name, ConversationType.discreet)
        )
    }
    # Without the layer that makes records of rows: a full week has hundreds of talks.
    rows = (
        session.connection()
        .execute(
            ids.with_only_columns(
                Conversation.id,
                Conversation.version,
                Conversation.trajectory_id,
                Conversation.group_id,
                Conversation.series_id,
                cast(Conversation.type_id, Text).label("type_key"),
                Conversation.hat,
                Conversation.starts_at,
                Conversation.minutes,
                Conversation.state,
                Conversation.not_held_cause,
                Conversation.place,
                Person.name,
                Person.call_name,
            )
            .join(Trajectory, Trajectory.id == Conversation.trajectory_id)
            .join(Person, Person.id == Trajectory.student_id)
            .order_by(Conversation.starts_at, Conversation.id)
        )
        .all()
    )
    groups = _group_students(session, {row.group_id for row in rows if row.group_id is not None})
    rounds = _rounds(session, [row.id for row in rows if row.hat is Hat.EVALUATE])
    return [
        AgendaBlock(
            id=row.id,
            version=row.version,
            trajectory_id=row.trajectory_id,
            group_id=row.group_id,
            series_id=row.series_id,
            name=kinds[row.type_key].short_name,
            key="" if kinds[row.type_key].discreet else kinds[row.type_key].key,
            hat=row.hat,
            starts_at=row.starts_at,
            minutes=row.minutes,
            state=row.state,
            not_held_cause=row.not_held_cause,
            students=groups.get((row.group_id, row.starts_at, row.state), (row.call_name or row.name,)),
            place=row.place,
            round=rounds.get(row.id),
        )
        for row in rows
    ]


def _group_students(
    session: Session, group_ids: Collection[uuid.UUID]
) -> dict[tuple[uuid.UUID | None, datetime, ConversationState], tuple[str, ...]]:
    """How those who have a talk of these groups at one moment, and in one state, are called."""
    if not group_ids:
        return {}
    rows = session.execute(
        select(
            Conversation.group_id, Conversation.starts_at, Conversation.state, Person.name, Person.call_name
        )
        .join(Trajectory, Trajectory.id == Conversation.trajectory_id)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Conversation.group_id.in_(group_ids))
        .order_by(Person.sort_name, Conversation.id)
    )
    found: dict[tuple[uuid.UUID | None, datetime, ConversationState], list[str]] = {}
    for row in rows:
        found.setdefault((row.group_id, row.starts_at, row.state), []).append(row.call_name or row.name)
    return {key: tuple(names) for key, names in found.items()}


def _rounds(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """The number of the round that names each of these talks."""
    if not ids:
        return {}
    rows = session.execute(select(Round.conversation_id, Round.number).where(Round.conversation_id.in_(ids)))
    return {row.conversation_id: row.number for row in rows if row.conversation_id is not None}
