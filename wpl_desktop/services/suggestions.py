"""The milestones of the year as quiet suggestions, without those that were dismissed (P17)."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, exists, func, or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_begins, school_year_of
from wpl_desktop.domain.conversations import Conversation, ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import (
    ROUND_OPENS_BEFORE,
    Agreed,
    Mark,
    MarkKind,
    Round,
    RoundKind,
    Sheet,
    level_mark,
    taking_part,
)
from wpl_desktop.domain.suggestions import (
    LONGEST_NOTICE,
    LOWEST_LEVEL,
    TALK_WITHIN,
    DismissedSuggestion,
    Suggestion,
    SuggestionKind,
    asks_for_talk,
    bears_on_conditions,
    is_due,
    ready_day,
    should_open,
    usual_ready_by,
)
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE
from wpl_desktop.services.school_calendar import free_days
from wpl_desktop.services.talk_rows import student_names
from wpl_desktop.storage.database import Database

#: A talk with the student is one of these; a return day or peer consultation is not.
_SPOKEN: Final = (Hat.COACH, Hat.EVALUATE)
#: It was held, or is planned.
_IS_SPOKEN: Final = (Conversation.hat.in_(_SPOKEN), Conversation.state != ConversationState.NOT_HELD)
#: The criterion that talks which were not held bear on (milestone d).
_GUIDANCE: Final = "C4"
_DAY: Final = timedelta(days=1)


class Suggestions:
    """The milestones of the year as quiet suggestions, without those that were dismissed (P17).

    They are read when asked for and kept nowhere: nothing of them is in a report, in search or in the timeline.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, limit: int | None = None) -> list[Suggestion]:
        """What may be worth a look now, the nearest day first, at most `limit`; a handful of queries."""
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            dismissed = {
                (row.trajectory_id, row.kind, row.detail)
                for row in session.execute(
                    select(
                        DismissedSuggestion.trajectory_id,
                        DismissedSuggestion.kind,
                        DismissedSuggestion.detail,
                    )
                )
            }
            found = [
                one
                for one in (
                    *_rounds_to_open(session, today=today),
                    *_not_ready(session, today=today, free=_free(session, today=today)),
                    *_talks_to_plan(session, today=today),
                    *_not_held(session, today=today),
                )
                if (one.trajectory_id, one.kind, one.detail) not in dismissed
            ]
            found.sort(key=lambda one: (_distance(one.day, today), one.kind.value, one.trajectory_id))
            shown = found[:limit]
            names = student_names(session, {one.trajectory_id for one in shown})
        return [replace(one, student=names[one.trajectory_id].name) for one in shown]

    def dismiss(self, suggestion: Suggestion, *, origin: object = None) -> None:
        """Put a suggestion away; it does not come back, unless this is undone."""
        with self._database.transaction(origin=origin) as session:
            known = session.scalar(
                select(
                    exists().where(
                        DismissedSuggestion.trajectory_id == suggestion.trajectory_id,
                        DismissedSuggestion.kind == suggestion.kind,
                        DismissedSuggestion.detail == suggestion.detail,
                    )
                )
            )
            if not known:
                session.add(
                    DismissedSuggestion(
                        trajectory_id=suggestion.trajectory_id,
                        kind=suggestion.kind,
                        detail=suggestion.detail,
                    )
                )


def _distance(day: date | None, today: date) -> int:
    return abs((day - today).days) if day is not None else 0


def _is_running(trajectory_id: Any) -> ColumnElement[bool]:
    # Not a join: the days, not the trajectory, are what the database should go by.
    return exists().where(Trajectory.id == trajectory_id, Trajectory.state == TrajectoryState.RUNNING)


def _rounds_to_open(session: Session, *, today: date) -> Iterator[Suggestion]:
    """Milestone a: a talk to evaluate together within two weeks, and no round that names it or lies near it."""
    talks = session.execute(
        select(Conversation.id, Conversation.trajectory_id, Conversation.starts_at).where(
            Conversation.state == ConversationState.PLANNED,
            Conversation.hat == Hat.EVALUATE,
            Conversation.starts_at >= datetime.combine(today, time()),
            Conversation.starts_at < datetime.combine(today + ROUND_OPENS_BEFORE + _DAY, time()),
            Conversation.id.not_in(select(Round.conversation_id).where(Round.conversation_id.is_not(None))),
            _is_running(Conversation.trajectory_id),
        )
    ).all()
    days: dict[uuid.UUID, list[date]] = {}
    for row in session.execute(
        select(Round.trajectory_id, Round.held_on).where(
            Round.trajectory_id.in_({talk.trajectory_id for talk in talks}), Round.conversation_id.is_(None)
        )
    ):
        days.setdefault(row.trajectory_id, []).append(row.held_on)
    for talk in talks:
        talk_on = talk.starts_at.date()
        near = any(abs(day - talk_on) <= ROUND_OPENS_BEFORE for day in days.get(talk.trajectory_id, ()))
        if should_open(talk_on, today=today, has_round=near):
            yield Suggestion(
                kind=SuggestionKind.OPEN_ROUND,
                trajectory_id=talk.trajectory_id,
                student="",
                detail=str(talk.id),
                conversation_id=talk.id,
                day=talk_on,
            )


def _free(session: Session, *, today: date) -> frozenset[date]:
    """The days around today that are no working days because the school is closed."""
    return free_days(session, today - LONGEST_NOTICE, today + LONGEST_NOTICE)


def _not_ready(session: Session, *, today: date, free: Collection[date]) -> Iterator[Suggestion]:
    """Milestone b: who is not ready with the student's part when everybody should be."""
    rows = session.execute(
        select(Round.id, Round.trajectory_id, Round.number, Round.held_on, Round.ready_by, Sheet.perspective)
        .join(Sheet, Sheet.round_id == Round.id)
        .where(
            Round.held_on >= today,
            or_(Round.held_on <= _last_due(today, free=free), Round.ready_by <= today),
            Round.finalised_at.is_(None),
            Round.revealed_at.is_(None),
            Sheet.strand == Strand.STUDENT_PART,
            Sheet.ready_at.is_(None),
            _is_running(Round.trajectory_id),
        )
    ).all()
    missing: dict[uuid.UUID, list[str]] = {}
    for row in rows:
        missing.setdefault(row.id, []).append(row.perspective.value)
    for row in {row.id: row for row in rows}.values():
        ready_by = ready_day(row.ready_by, held_on=row.held_on, free=free)
        if is_due(ready_by, held_on=row.held_on, today=today):
            yield Suggestion(
                kind=SuggestionKind.NOT_READY,
                trajectory_id=row.trajectory_id,
                student="",
                detail=str(row.id),
                round_id=row.id,
                round_number=row.number,
                day=row.held_on,
                missing=taking_part(missing[row.id]),
            )


def _last_due(today: date, *, free: Collection[date]) -> date:
    """The last day of a talk for which everybody should usually be ready by today."""
    days = (today + _DAY * number for number in range(LONGEST_NOTICE // _DAY, 0, -1))
    return next((day for day in days if usual_ready_by(day, free=free) <= today), today)


def _talks_to_plan(session: Session, *, today: date) -> Iterator[Suggestion]:
    """Milestone c, of this school year: agreed at 1 on the student's part, and no talk since, nor one planned."""
    spoken_lately = select(Conversation.trajectory_id).where(
        Conversation.starts_at >= datetime.combine(today - TALK_WITHIN, time()),
        Conversation.starts_at < datetime.combine(today + LONGEST_NOTICE, time()),
        *_IS_SPOKEN,
    )
    rounds = {
        row.id: row
        for row in session.execute(
            select(Round.id, Round.trajectory_id, Round.number, Round.held_on).where(
                Round.held_on >= school_year_begins(today),
                Round.held_on < today - TALK_WITHIN,
                Round.kind != RoundKind.FINAL,
                _is_running(Round.trajectory_id),
                # A talk of these weeks is later than any of these rounds, so the rule would say no. Most students
                # have one, and what was agreed with a thousand of them is not even looked at.
                Round.trajectory_id.not_in(spoken_lately),
            )
        )
    }
    agreed = _agreed_at_lowest(session, rounds)
    spoken = _spoken_on(session, {rounds[round_id].trajectory_id for round_id in agreed})
    for round_id, marks in agreed.items():
        found = rounds[round_id]
        codes = asks_for_talk(
            marks, agreed_on=found.held_on, talks_on=spoken.get(found.trajectory_id, ()), today=today
        )
        if codes:
            yield Suggestion(
                kind=SuggestionKind.PLAN_TALK,
                trajectory_id=found.trajectory_id,
                student="",
                detail=str(round_id),
                round_id=round_id,
                round_number=found.number,
                day=found.held_on + TALK_WITHIN,
                criteria=codes,
            )


def _agreed_at_lowest(
    session: Session, round_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, list[tuple[str, Mark]]]:
    """Of these rounds the criteria agreed at 1 on the student's part."""
    agreed: dict[uuid.UUID, list[tuple[str, Mark]]] = {}
    for row in session.execute(
        select(Agreed.round_id, Agreed.level, Criterion.code)
        .join(Criterion, Criterion.id == Agreed.criterion_id)
        .where(
            Agreed.round_id.in_(round_ids),
            Agreed.strand == Strand.STUDENT_PART,
            Agreed.kind == MarkKind.LEVEL,
            Agreed.level == LOWEST_LEVEL,
        )
        .order_by(Criterion.position)
    ):
        agreed.setdefault(row.round_id, []).append((row.code, level_mark(row.level)))
    return agreed


def _spoken_on(session: Session, trajectory_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[date]]:
    """The days of the talks with these students that were held or are planned."""
    found: dict[uuid.UUID, list[date]] = {}
    for trajectory_id, starts_at in session.execute(
        select(Conversation.trajectory_id, Conversation.starts_at).where(
            Conversation.trajectory_id.in_(trajectory_ids), *_IS_SPOKEN
        )
    ):
        found.setdefault(trajectory_id, []).append(starts_at.date())
    return found


def _not_held(session: Session, *, today: date) -> Iterator[Suggestion]:
    """Milestone d: talks of this school year that were not held, with a sheet where that can be weighed."""
    causes: dict[uuid.UUID, list[tuple[NotHeldCause, int]]] = {}
    last: dict[uuid.UUID, date] = {}
    for row in session.execute(
        select(
            Conversation.trajectory_id,
            Conversation.not_held_cause,
            func.count().label("number"),
            func.max(Conversation.starts_at).label("last"),
        )
        .where(
            Conversation.state == ConversationState.NOT_HELD,
            Conversation.starts_at >= datetime.combine(school_year_begins(today), time()),
            Conversation.hat.in_(_SPOKEN),
            _is_running(Conversation.trajectory_id),
        )
        .group_by(Conversation.trajectory_id, Conversation.not_held_cause)
    ):
        causes.setdefault(row.trajectory_id, []).append((row.not_held_cause, row.number))
        last[row.trajectory_id] = max(row.last.date(), last.get(row.trajectory_id, row.last.date()))
    several = {key: rows for key, rows in causes.items() if bears_on_conditions(rows)}
    for row in _open_conditions(session, several):
        yield Suggestion(
            kind=SuggestionKind.NOT_HELD,
            trajectory_id=row.trajectory_id,
            student="",
            detail=school_year_of(today),
            round_id=row.id,
            round_number=row.number,
            day=last[row.trajectory_id],
            criteria=(_GUIDANCE,),
            causes=tuple(
                sorted(several[row.trajectory_id], key=lambda found: list(NotHeldCause).index(found[0]))
            ),
        )


def _open_conditions(
    session: Session, trajectory_ids: Collection[uuid.UUID]
) -> list[Row[uuid.UUID, uuid.UUID, int]]:
    """Of each trajectory the first round in which the workplace still has to say how its own conditions are."""
    rows = session.execute(
        select(Round.id, Round.trajectory_id, Round.number)
        .join(Sheet, Sheet.round_id == Round.id)
        .where(
            Round.trajectory_id.in_(trajectory_ids),
            Round.finalised_at.is_(None),
            Sheet.perspective == OWN_PERSPECTIVE,
            Sheet.strand == Strand.WORKPLACE_PART,
            Sheet.ready_at.is_(None),
        )
        .order_by(Round.number.desc())
    )
    return list({row.trajectory_id: row for row in rows}.values())
