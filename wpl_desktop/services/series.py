"""Series of conversations: planning them, moving them, and calling them off."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from wpl_desktop.domain.conversations import (
    Clash,
    Conversation,
    ConversationState,
    Hat,
    Slot,
    check_minutes,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.series import (
    ConversationSeries,
    Scope,
    SeriesRule,
    check_count,
    check_end,
    last_possible_day,
)
from wpl_desktop.domain.trajectories import Period, check_inside_trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.planning import Diary, Reasons, away_on, diary, exam_reasons
from wpl_desktop.services.school_calendar import closed_on
from wpl_desktop.services.series_days import days_of
from wpl_desktop.services.series_moves import (
    call_off_talks,
    is_detached,
    move_one,
    move_series,
    series_day,
    talks_of_series,
)
from wpl_desktop.services.talk_plans import (
    PlanGround,
    PlanValues,
    add_talks,
    change_talk,
    check_plan,
    fill_talks,
    new_talks,
    plan_ground,
)
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database

#: Talks for which the student must be at the workplace: other days are left out of a series.
AT_WORKPLACE = frozenset({Hat.COACH, Hat.EVALUATE})


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """One day that a rule gives: planned, or `skipped` with why; `clashes` per person are no reason to skip."""

    day: date
    starts_at: datetime
    skipped: Words | None = None
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SeriesRow:
    """A series as it is told of: its rule of RFC 5545, when, until when, and how many talks it still has planned."""

    id: uuid.UUID
    trajectory_id: uuid.UUID
    rule: str
    starts_at: datetime
    minutes: int
    until: date


class Series:
    """Plans and changes conversations that come back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last_day(self, trajectory_ids: Sequence[uuid.UUID], first: date) -> date:
        """Until when a series goes of itself: the last school day of the trajectory that ends first.

        At most two school years from `first`.
        """
        with self._database.reading() as session:
            ends = [trajectory_rows(session, trajectory_id)[0].ends_on for trajectory_id in trajectory_ids]
            last = max(first, min(*ends, last_possible_day(first)))
            closed = closed_on(session, first, last)
            while last > first and (last in closed or last.isoweekday() > 5):
                last -= timedelta(days=1)
            return last

    def preview(self, values: PlanValues, rule: SeriesRule, until: date | None) -> list[Occurrence]:
        """Every day of a series with what is skipped and why, and clashes. Raises `DomainError` as `plan` does."""
        return self.preview_many([values], rule, until)[0]

    def preview_many(
        self, several: Sequence[PlanValues], rule: SeriesRule, until: date | None
    ) -> list[list[Occurrence]]:
        """The preview of each of several plans that follow the same rule; a fixed number of queries a plan."""
        with self._database.reading() as session:
            grounds = [plan_ground(session, values.trajectory_ids, values.type_id) for values in several]
            people = {
                person_id
                for values, ground in zip(several, grounds, strict=True)
                for person_id in _people(values, ground)
            }
            first = min(values.starts_at.date() for values in several)
            taken = diary(session, people, first=first, last=check_end(first, until))
            return [
                _occurrences(session, values, ground, rule, until, taken=taken)
                for values, ground in zip(several, grounds, strict=True)
            ]

    def plan(
        self, values: PlanValues, rule: SeriesRule, until: date | None, *, origin: object = None
    ) -> uuid.UUID:
        """Plan a series, from the day of `values` on; gives its id.

        Days on which the school is closed, days of examinations and days without the student are skipped. With
        `others` each student has a series of their own, whose talks are one group a day. Raises `DomainError`:
        `series_without_end`, `series_reversed`, `series_too_long`, `series_too_many`, `series_empty`,
        `series_rule_unknown`, and those of a plan.
        """
        return self.plan_many([values], rule, until, origin=origin)[0]

    def plan_many(
        self,
        several: Sequence[PlanValues],
        rule: SeriesRule | None,
        until: date | None,
        *,
        origin: object = None,
    ) -> list[uuid.UUID]:
        """Plan several in one step, for students one after the other; gives the id of each series.

        Without a rule one talk each, and the ids are those of the talks. Raises `DomainError` as `plan` does.
        """
        with self._database.transaction(origin=origin) as session:
            made: list[uuid.UUID] = []
            for values in several:
                ground = plan_ground(session, values.trajectory_ids, values.type_id)
                if rule is None:
                    check_plan(values, ground.students)
                    made.append(add_talks(session, values, ground)[0].id)
                    continue
                found = _occurrences(session, values, ground, rule, until, taken=Diary(()))
                wanted = [one for one in found if one.skipped is None]
                check_count(len(wanted))
                made.append(_add_series(session, values, ground, wanted, rule=rule.text, until=until))
            return made

    def reschedule(
        self,
        conversation_id: uuid.UUID,
        *,
        version: int,
        starts_at: datetime,
        minutes: int,
        scope: Scope = Scope.ONE,
        origin: object = None,
    ) -> None:
        """Give a planned talk another time or length; a group moves whole, and of a series what `scope` says.

        What was held stays as it is, what was changed alone too unless all move. Raises `DomainError`: `not_found`,
        `changed_meanwhile`, `already_settled`, `minutes_out_of_range`, `outside_trajectory`, `series_day_taken`.
        """
        with self._database.transaction(origin=origin) as session:
            talk = _planned(session, conversation_id, version=version)
            if scope is Scope.ONE or talk.series_id is None:
                move_one(session, talk, starts_at=starts_at, minutes=minutes)
            else:
                move_series(
                    session,
                    talk,
                    starts_at=starts_at,
                    minutes=minutes,
                    scope=scope,
                    today=self._today(),
                )

    def move(self, row: ConversationRow, values: PlanValues, *, scope: Scope, origin: object = None) -> None:
        """Change when, where, with whom and what kind the talks of a series are that `scope` means.

        Raises `DomainError` as `reschedule` does, and `notes_apart`.
        """
        with self._database.transaction(origin=origin) as session:
            talk = _planned(session, row.id, version=row.version)
            moved = move_series(
                session,
                talk,
                starts_at=values.starts_at,
                minutes=values.minutes,
                scope=scope,
                today=self._today(),
            )
            ground = plan_ground(session, [one.trajectory_id for one in moved], values.type_id)
            students = {trajectory.id: person.id for trajectory, person in ground.students}
            for one in moved:
                change_talk(session, one, values, student_id=students[one.trajectory_id], kind=ground.kind)

    def call_off(
        self, conversation_id: uuid.UUID, *, version: int, scope: Scope, origin: object = None
    ) -> None:
        """Delete a planned talk, and of its series what `scope` says; held ones stay. They go into the bin.

        Raises `DomainError`: `not_found`, `changed_meanwhile`, `already_settled`, `round_final`.
        """
        with self._database.transaction(origin=origin) as session:
            talk = _planned(session, conversation_id, version=version)
            call_off_talks(session, talk, scope=scope, today=self._today())

    def scopes(self, conversation_id: uuid.UUID) -> tuple[Scope, ...]:
        """How much of a series a change of this talk may mean; only this one outside a series.

        Raises `DomainError` (`not_found`).
        """
        with self._database.reading() as session:
            talk = session.get(Conversation, conversation_id)
            if talk is None:
                raise refused("not_found")
            if talk.series_id is None or talk.state is not ConversationState.PLANNED:
                return (Scope.ONE,)
            series = session.get_one(ConversationSeries, talk.series_id)
            planned = [
                other
                for other in talks_of_series(session, talk.series_id)
                if other.id != talk.id
                and other.state is ConversationState.PLANNED
                and other.starts_at.date() >= self._today()
            ]
            later = [other for other in planned if series_day(other) >= series_day(talk)]
            found = [Scope.ONE]
            if later:
                found.append(Scope.LATER)
            if len(planned) > len(later) or any(is_detached(other, series) for other in later):
                found.append(Scope.ALL)
            return tuple(found)

    def rows(self, series_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, SeriesRow]:
        """These series by id; what is gone is left out. One query."""
        with self._database.reading() as session:
            return {
                series.id: SeriesRow(
                    id=series.id,
                    trajectory_id=series.trajectory_id,
                    rule=series.rule,
                    starts_at=series.starts_at,
                    minutes=series.minutes,
                    until=series.until,
                )
                for series in session.scalars(
                    select(ConversationSeries).where(ConversationSeries.id.in_(series_ids))
                )
            }

    def _today(self) -> date:
        return self._database.clock.local().date()


def _planned(session: Session, conversation_id: uuid.UUID, *, version: int) -> Conversation:
    talk = session.get(Conversation, conversation_id)
    if talk is None:
        raise refused("not_found")
    if talk.version != version:
        raise refused("changed_meanwhile")
    if talk.state is not ConversationState.PLANNED:
        raise refused("already_settled")
    return talk


def _people(values: PlanValues, ground: PlanGround) -> set[uuid.UUID]:
    return {*values.participant_ids, *(person.id for _, person in ground.students)}


def _occurrences(
    session: Session,
    values: PlanValues,
    ground: PlanGround,
    rule: SeriesRule,
    until: date | None,
    *,
    taken: Diary,
) -> list[Occurrence]:
    """Every day of a series."""
    first = values.starts_at.date()
    last = check_end(first, until)
    check_minutes(values.minutes)
    trajectories = [trajectory for trajectory, _ in ground.students]
    for trajectory in trajectories:
        check_inside_trajectory(first, trajectory, field="starts_at")
        if last not in Period(starts_on=trajectory.starts_on, ends_on=trajectory.ends_on):
            raise refused(
                "outside_trajectory", field="until", first=trajectory.starts_on, last=trajectory.ends_on
            )
    reasons = _reasons(session, ground, first=first, last=last)
    people = _people(values, ground)
    return [
        _occurrence(day, values, reasons=reasons, taken=taken, people=people)
        for day in days_of(rule.text, first=first, until=last)
    ]


def _reasons(session: Session, ground: PlanGround, *, first: date, last: date) -> Reasons:
    """The days that are skipped: a group comes together as long as one of them is there."""
    if ground.kind.hat not in AT_WORKPLACE:
        return closed_on(session, first, last)
    exams = exam_reasons(session, first=first, last=last)
    away = list(away_on(session, [one for one, _ in ground.students], first=first, last=last).values())
    everybody = {day: why for day, why in away[0].items() if all(day in other for other in away)}
    return {**exams, **everybody}


def _occurrence(
    day: date, values: PlanValues, *, reasons: Reasons, taken: Diary, people: Collection[uuid.UUID]
) -> Occurrence:
    starts_at = datetime.combine(day, values.starts_at.time())
    if day in reasons:
        return Occurrence(day=day, starts_at=starts_at, skipped=reasons[day])
    wanted = Slot(starts_at=starts_at, minutes=values.minutes)
    return Occurrence(day=day, starts_at=starts_at, clashes=taken.clashes(wanted, people=people))


def _add_series(
    session: Session,
    values: PlanValues,
    ground: PlanGround,
    wanted: Sequence[Occurrence],
    *,
    rule: str,
    until: date | None,
) -> uuid.UUID:
    """Make the series of each student and all its talks; gives the id of the first student's."""
    series = {
        trajectory.id: ConversationSeries(
            id=uuid7(),
            trajectory_id=trajectory.id,
            rule=rule,
            starts_at=wanted[0].starts_at,
            minutes=values.minutes,
            until=check_end(values.starts_at.date(), until),
        )
        for trajectory, _ in ground.students
    }
    session.add_all(series.values())
    session.flush()
    talks: list[Conversation] = []
    for one in wanted:
        for talk in new_talks(session, replace(values, starts_at=one.starts_at, instead_of=None), ground):
            talk.series_id, talk.series_on = series[talk.trajectory_id].id, one.day
            talks.append(talk)
    fill_talks(session, values, ground, talks)
    return series[values.trajectory_id].id
