"""What a day begins with: the next talk, two weeks of talks, open agreements, rounds that wait, who was not heard."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.conversations import (
    Agreement,
    AgreementState,
    Conversation,
    ConversationState,
    ConversationType,
    Hat,
    NotHeldCause,
)
from wpl_desktop.domain.criteria import Criterion, Tip
from wpl_desktop.domain.evaluations import ROUND_OPENS_BEFORE, Round
from wpl_desktop.domain.people import Person, list_order
from wpl_desktop.domain.trajectories import Role, Trajectory, TrajectoryRole, TrajectoryState
from wpl_desktop.domain.words import Words
from wpl_desktop.services.agreement_lines import AgreementLine, agreement_lines
from wpl_desktop.services.conversation_rows import new_dates
from wpl_desktop.services.criteria_rows import default_criteria_set
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.talk_rows import (
    RoundState,
    StudentName,
    Talk,
    round_states,
    student_names,
    talks_of,
)
from wpl_desktop.services.unplanned import Unplanned, talks_without_new_date
from wpl_desktop.storage.database import Database

Listed = TypeVar("Listed")

#: Nobody reads on to the hundredth line, and to count further costs more than it tells.
MOST_COUNTED: Final = 100
#: Earlier talks of this week keep at least so many lines when there is more than fits.
_EARLIER_KEPT: Final = 4
#: Talks in which the mentor was there; a return day or peer consultation is not a talk with the mentor.
_SPOKEN: Final = (Hat.COACH, Hat.EVALUATE)
_TIP_AUDIENCES: Final = ("mentor", "both")


@dataclass(frozen=True, kw_only=True)
class Part(Generic[Listed]):
    """The first lines of a list and how many more there are, counted up to `MOST_COUNTED`."""

    rows: tuple[Listed, ...]
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class Weeks:
    """The talks of this and next week that are shown, with how many lie before and after them.

    `new_dates` are the moments of the talks that came in the place of those that were not held, by the id of these.
    """

    talks: tuple[Talk, ...]
    earlier: int
    later: int
    new_dates: Mapping[uuid.UUID, datetime] = field(default_factory=dict[uuid.UUID, datetime])


@dataclass(frozen=True, kw_only=True)
class WaitingRound:
    """A round that has begun and is not final, with the one of the institute who takes part in it."""

    student: StudentName
    state: RoundState
    institute: str


@dataclass(frozen=True, kw_only=True)
class NotSpoken:
    """A student without a talk for some weeks.

    `last_on` is None when there was none since `starts_on`; `missed_on`, `cause` and `missed_id` are of the newest
    talk after it that was not held.
    """

    student: StudentName
    starts_on: date
    last_on: date | None
    missed_on: date | None
    cause: NotHeldCause | None
    missed_id: uuid.UUID | None = None


@dataclass(frozen=True, kw_only=True)
class TipOfTheDay:
    """One tip for whoever coaches, with the criterion it is about."""

    criterion: Words
    text: Words


class Overview:
    """Reads what the page Today shows: running trajectories only, and never more lines than are asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def states(self) -> frozenset[TrajectoryState]:
        """The states in which there is at least one trajectory; empty without students."""
        with self._database.reading() as session:
            return frozenset(
                state
                for state in TrajectoryState
                if session.scalar(select(exists().where(Trajectory.state == state)))
            )

    def next_talk(self) -> Talk | None:
        """The talk that is going on or was planned earlier today and is not marked yet, else the next planned one.

        Only of talks in which the mentor is: nobody starts a return day or a peer consultation from here.
        """
        now = self._database.clock.local()
        planned = _talks().where(
            Conversation.state == ConversationState.PLANNED, Conversation.hat.in_(_SPOKEN)
        )
        today = datetime.combine(now.date(), time())
        with self._database.reading() as session:
            begun = planned.where(Conversation.starts_at >= today, Conversation.starts_at <= now)
            found = session.scalars(begun.order_by(Conversation.starts_at.desc()).limit(1)).first()
            if found is None:
                coming = planned.where(Conversation.starts_at > now)
                found = session.scalars(coming.order_by(Conversation.starts_at).limit(1)).first()
            return talks_of(session, [found], with_people=True)[0] if found is not None else None

    def weeks(
        self, *, most: int, more_earlier: int = 0, more_later: int = 0, without: uuid.UUID | None = None
    ) -> Weeks:
        """Talks of this and next week in their order: `most` lines, and more before and after when asked.

        A talk with several students is one line. `without` is the talk that is already shown elsewhere.
        """
        today = self._database.clock.local().date()
        monday = today - timedelta(days=today.weekday())
        first, middle, last = (
            datetime.combine(day, time()) for day in (monday, today, monday + timedelta(weeks=2))
        )
        wanted = _talks() if without is None else _talks().where(Conversation.id != without)
        before = wanted.where(Conversation.starts_at >= first, Conversation.starts_at < middle)
        after = wanted.where(Conversation.starts_at >= middle, Conversation.starts_at < last)
        with self._database.reading() as session:
            earlier_ids = _first(
                session, before.order_by(Conversation.starts_at.desc()), most=most + more_earlier
            )
            later_ids = _first(session, after.order_by(Conversation.starts_at), most=most + more_later)
            kept = min(_EARLIER_KEPT, len(earlier_ids))
            later_shown = min(len(later_ids), most - kept + more_later)
            earlier_shown = min(len(earlier_ids), max(kept, most - later_shown) + more_earlier)
            shown = [*earlier_ids[:earlier_shown][::-1], *later_ids[:later_shown]]
            talks = talks_of(session, shown)
            missed = [talk.id for talk in talks if talk.state is ConversationState.NOT_HELD]
            return Weeks(
                talks=tuple(talks),
                new_dates=new_dates(session, missed),
                earlier=_more(earlier_ids, shown=earlier_shown),
                later=_more(later_ids, shown=later_shown),
            )

    def to_plan(self, *, most: int, without: Collection[uuid.UUID] = ()) -> Part[Unplanned]:
        """Talks of before this week that were not held and have no new date, the newest first (section 3).

        Those of this week are in `weeks`. `without` are trajectories of which another line offers the same.
        """
        now = self._database.clock.local()
        monday = now.date() - timedelta(days=now.weekday())
        with self._database.reading() as session:
            found = [
                row
                for row in talks_without_new_date(session, now=now)
                if row.missed_on is not None
                and row.missed_on < monday
                and row.student.trajectory_id not in without
            ]
        return Part(rows=tuple(found[:most]), more=len(found[most:]))

    def kind_of(self, conversation_id: uuid.UUID) -> tuple[str, int] | None:
        """The key of a talk's type and its minutes, with which a new date for it begins; None when it is gone."""
        with self._database.reading() as session:
            row = session.execute(
                select(ConversationType.key, Conversation.minutes)
                .join(Conversation, Conversation.type_id == ConversationType.id)
                .where(Conversation.id == conversation_id)
            ).one_or_none()
            return None if row is None else (row.key, row.minutes)

    def agreements(self, *, most: int, keep: Collection[uuid.UUID] = ()) -> Part[AgreementLine]:
        """Open agreements by date, those without a date last; `keep` stay in the list although they are settled."""
        wanted = select(Agreement.id).where(
            or_(Agreement.state == AgreementState.OPEN, Agreement.id.in_(keep))
            if keep
            else Agreement.state == AgreementState.OPEN,
            _is_running(Agreement.trajectory_id),
        )
        dated = wanted.where(Agreement.due_on.is_not(None)).order_by(Agreement.due_on, Agreement.id)
        undated = wanted.where(Agreement.due_on.is_(None)).order_by(Agreement.id)
        with self._database.reading() as session:
            found = _first(session, dated, most=most)
            if len(found) < most + MOST_COUNTED:
                found += _first(session, undated, most=most - len(found))
            return Part(rows=tuple(agreement_lines(session, found[:most])), more=_more(found, shown=most))

    def agreement(self, agreement_id: uuid.UUID) -> AgreementLine | None:
        """One agreement as it is now, None when it is gone."""
        with self._database.reading() as session:
            return next(iter(agreement_lines(session, [agreement_id])), None)

    def waiting_rounds(self, *, most: int) -> Part[WaitingRound]:
        """The newest round of each student that has begun, unless it is final; the newest first (section 4)."""
        begun_until = self._database.clock.local().date() + ROUND_OPENS_BEFORE
        newer = aliased(Round)
        wanted = select(Round.id).where(
            Round.finalised_at.is_(None),
            Round.held_on <= begun_until,
            _is_running(Round.trajectory_id),
            ~exists().where(
                newer.trajectory_id == Round.trajectory_id,
                newer.number > Round.number,
                newer.held_on <= begun_until,
            ),
        )
        with self._database.reading() as session:
            found = _first(session, wanted.order_by(Round.held_on.desc(), Round.id), most=most)
            states = round_states(session, Round.id.in_(found[:most]))
            ids = {state.trajectory_id for state in states}
            names = student_names(session, ids)
            institute = _institute_people(session, ids)
            rows = [
                WaitingRound(
                    student=names[state.trajectory_id],
                    state=state,
                    institute=institute.get(state.trajectory_id, ""),
                )
                for state in states
            ]
            rows.sort(key=lambda row: list_order(row.student.sort_name, row.student.name))
            rows.sort(key=lambda row: row.state.held_on, reverse=True)
            return Part(rows=tuple(rows), more=_more(found, shown=most))

    def not_spoken(self, *, weeks: int, most: int) -> Part[NotSpoken]:
        """Students who are there and with whom no talk was held for `weeks` weeks, the longest silence first."""
        now = self._database.clock.local()
        since = datetime.combine(now.date() - timedelta(weeks=weeks), time())
        heard = select(Conversation.trajectory_id).where(
            Conversation.state == ConversationState.HELD,
            Conversation.starts_at >= since,
            Conversation.hat.in_(_SPOKEN),
        )
        there = (
            select(Trajectory.id, Trajectory.starts_on)
            .where(
                Trajectory.state == TrajectoryState.RUNNING,
                Trajectory.starts_on < since.date(),
                Trajectory.ends_on >= now.date(),
                Trajectory.id.not_in(heard),
            )
            .order_by(Trajectory.id)
        )
        with self._database.reading() as session:
            silent = list(session.execute(there))
            last = _last_spoken(session, [row.id for row in silent])
            silent.sort(key=lambda row: last.get(row.id) or datetime.combine(row.starts_on, time()))
            shown = silent[:most]
            ids = [row.id for row in shown]
            names = student_names(session, ids)
            missed = _missed(session, {key: last.get(key) for key in ids}, until=now)
            return Part(
                rows=tuple(
                    NotSpoken(
                        student=names[row.id],
                        starts_on=row.starts_on,
                        last_on=last[row.id].date() if row.id in last else None,
                        missed_on=missed[row.id][0] if row.id in missed else None,
                        cause=missed[row.id][1] if row.id in missed else None,
                        missed_id=missed[row.id][2] if row.id in missed else None,
                    )
                    for row in shown
                ),
                more=min(len(silent) - len(shown), MOST_COUNTED),
            )

    def tip_of_the_day(self) -> TipOfTheDay | None:
        """One tip of the criteria that new trajectories get, another one each day."""
        with self._database.reading() as session:
            tips = session.execute(
                select(Criterion.name, Tip.text)
                .join(Criterion, Criterion.id == Tip.criterion_id)
                .where(
                    Criterion.criteria_set_id == default_criteria_set(session),
                    Tip.audience.in_(_TIP_AUDIENCES),
                )
                .order_by(Criterion.position, Tip.position)
            ).all()
        if not tips:
            return None
        name, text = tips[self._database.clock.local().date().toordinal() % len(tips)]
        return TipOfTheDay(criterion=name, text=text)

    def owner_call_name(self) -> str:
        """How one speaks to whoever the profile is of."""
        with self._database.reading() as session:
            return profile_rows(session)[1].call_name


@cache
def _talks() -> Select[Any]:
    """Ids of the talks of running trajectories, a talk with several students once.

    Its rows are moved and marked one by one: what is at another moment, or in another state, is a line of its own.
    """
    other, trajectory = aliased(Conversation), aliased(Trajectory)
    first_of_group = (
        select(func.min(other.id))
        .join(trajectory, trajectory.id == other.trajectory_id)
        .where(
            other.group_id == Conversation.group_id,
            other.starts_at == Conversation.starts_at,
            other.state == Conversation.state,
            trajectory.state == TrajectoryState.RUNNING,
        )
        .scalar_subquery()
    )
    return select(Conversation.id).where(
        or_(Conversation.group_id.is_(None), Conversation.id == first_of_group),
        _is_running(Conversation.trajectory_id),
    )


def _is_running(trajectory_id: Any) -> ColumnElement[bool]:
    # Not a join: the order of the list, not the trajectory, is what the database should go by.
    return exists().where(Trajectory.id == trajectory_id, Trajectory.state == TrajectoryState.RUNNING)


def _first(session: Session, ids: Select[Any], *, most: int) -> list[uuid.UUID]:
    """The first `most` ids, and as many more as are counted."""
    return list(session.scalars(ids.limit(most + MOST_COUNTED)))


def _more(found: Sequence[uuid.UUID], *, shown: int) -> int:
    """How many of those found are not shown, up to `MOST_COUNTED`."""
    return min(max(len(found) - shown, 0), MOST_COUNTED)


def _institute_people(session: Session, trajectory_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """How one speaks to the supervisor of the institute of each trajectory."""
    rows = session.execute(
        select(TrajectoryRole.trajectory_id, Person.call_name)
        .join(Person, Person.id == TrajectoryRole.person_id)
        .where(
            TrajectoryRole.trajectory_id.in_(trajectory_ids),
            TrajectoryRole.role == Role.INSTITUTE_SUPERVISOR,
        )
        .order_by(TrajectoryRole.id.desc())
    )
    return {row.trajectory_id: row.call_name for row in rows}


def _last_spoken(session: Session, trajectory_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, datetime]:
    """When the mentor and each of these students last spoke."""
    # A case and not a condition: the database would go through all that was ever held instead of these students.
    spoken = case(
        (
            and_(Conversation.state == ConversationState.HELD, Conversation.hat.in_(_SPOKEN)),
            Conversation.starts_at,
        )
    )
    rows = session.execute(
        select(Conversation.trajectory_id, func.max(spoken).label("last_at"))
        .where(Conversation.trajectory_id.in_(trajectory_ids))
        .group_by(Conversation.trajectory_id)
    )
    return {row.trajectory_id: row.last_at for row in rows if row.last_at is not None}


def _missed(
    session: Session, last: dict[uuid.UUID, datetime | None], *, until: datetime
) -> dict[uuid.UUID, tuple[date, NotHeldCause | None, uuid.UUID]]:
    """The newest talk of each student that was not held after the last one that was."""
    rows = session.execute(
        select(
            Conversation.id, Conversation.trajectory_id, Conversation.starts_at, Conversation.not_held_cause
        )
        .where(
            Conversation.trajectory_id.in_(last),
            Conversation.state == ConversationState.NOT_HELD,
            Conversation.hat.in_(_SPOKEN),
            Conversation.starts_at <= until,
        )
        .order_by(Conversation.starts_at)
    )
    found: dict[uuid.UUID, tuple[date, NotHeldCause | None, uuid.UUID]] = {}
    for row in rows:
        spoken_at = last[row.trajectory_id]
        if spoken_at is None or row.starts_at > spoken_at:
            found[row.trajectory_id] = (row.starts_at.date(), row.not_held_cause, row.id)
    return found
