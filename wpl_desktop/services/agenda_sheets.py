"""What the agendas of a week and a month print: talks, bands, next week and agreements with a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.conversations import Agreement, AgreementState, Conversation, ConversationType
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.talk_sheets import (
    MonthSheet,
    PaperHead,
    SheetAgreement,
    SheetBand,
    SheetDue,
    SheetTalk,
    WeekSheet,
)
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.domain.words import Words
from wpl_desktop.services.report_ground import Ground
from wpl_desktop.services.school_calendar import Band
from wpl_desktop.services.talk_rows import Talk, talks_of

_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)


def week_sheet(
    session: Session, ground: Ground, *, head: PaperHead, monday: date, bands: Sequence[Band]
) -> WeekSheet:
    """The week from `monday` and what comes in the next one."""
    talks = _talks(session, ground, first=monday, last=monday + 2 * _WEEK - _DAY, full_names=True)
    end = datetime.combine(monday + _WEEK, time.min)
    return WeekSheet(
        head=head,
        owner_name=ground.owner.name,
        workplace=ground.organisation(session, ground.profile.workplace_id).name,
        monday=monday,
        bands=_bands(ground, bands),
        talks=tuple(talk for talk in talks if talk.starts_at < end),
        next_week=tuple(talk for talk in talks if talk.starts_at >= end),
        due=tuple(_due(session, first=monday, last=monday + _WEEK - _DAY)),
    )


def month_sheet(
    session: Session, ground: Ground, *, head: PaperHead, first: date, bands: Sequence[Band]
) -> MonthSheet:
    """The month from `first`, with whole weeks around it."""
    since, until = weeks_of_month(first)
    return MonthSheet(
        head=head,
        owner_name=ground.owner.name,
        workplace=ground.organisation(session, ground.profile.workplace_id).name,
        first=first,
        bands=_bands(ground, bands),
        talks=tuple(_talks(session, ground, first=since, last=until, full_names=False)),
    )


def weeks_of_month(first: date) -> tuple[date, date]:
    """The Monday and the Sunday between which a month lies whole."""
    since = first - timedelta(days=first.weekday())
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - _DAY
    return since, last + timedelta(days=6 - last.weekday())


def _talks(session: Session, ground: Ground, *, first: date, last: date, full_names: bool) -> list[SheetTalk]:
    """The talks of these days in order; a talk with several students is one."""
    rows = session.execute(
        select(Conversation.id, Conversation.group_id, Conversation.place, ConversationType.short_name)
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .where(
            Conversation.starts_at >= datetime.combine(first, time.min),
            Conversation.starts_at < datetime.combine(last + _DAY, time.min),
        )
        .order_by(Conversation.starts_at, Conversation.id)
    ).all()
    talks = talks_of(session, [row.id for row in rows], with_people=full_names)
    found: dict[object, SheetTalk] = {}
    for row, talk in zip(rows, talks, strict=True):
        one = _talk(talk, ground, place=row.place, short_name=row.short_name, full_names=full_names)
        # Who was not there has a state of their own, and so a line of their own.
        key: object = (row.group_id, talk.starts_at, talk.state) if row.group_id else row.id
        found[key] = _together(found[key], one) if key in found else one
    return list(found.values())


def _talk(talk: Talk, ground: Ground, *, place: str, short_name: Words, full_names: bool) -> SheetTalk:
    return SheetTalk(
        starts_at=talk.starts_at,
        minutes=talk.minutes,
        students=(talk.student.name if full_names else talk.student.call_name,),
        name=ground.filled_in(talk.name),
        short_name=ground.filled_in(short_name),
        hat=talk.hat,
        place=place,
        state=talk.state,
        not_held_cause=talk.not_held_cause,
        people=talk.people,
        round_number=talk.round.number if talk.round else None,
        ready=tuple((one, one in talk.round.ready) for one in talk.round.perspectives) if talk.round else (),
    )


def _together(first: SheetTalk, other: SheetTalk) -> SheetTalk:
    """One line for the students of one talk; of each round one cannot tell there who is ready."""
    people = dict.fromkeys((*first.people, *other.people))
    return replace(
        first, students=(*first.students, *other.students), people=tuple(people), round_number=None, ready=()
    )


def _bands(ground: Ground, bands: Sequence[Band]) -> tuple[SheetBand, ...]:
    return tuple(
        SheetBand(
            kind=band.kind,
            name=ground.filled_in(band.name),
            starts_on=band.starts_on,
            ends_on=band.ends_on,
            students=band.students,
        )
        for band in bands
    )


def _due(session: Session, *, first: date, last: date) -> Iterator[SheetDue]:
    """Open agreements of running trajectories that have a day between these, in order of that day.

    What was agreed in a discreet talk is on no paper that lists everybody.
    """
    owner = aliased(Person)
    rows = session.execute(
        select(
            Agreement.party,
            Agreement.text,
            Agreement.due_on,
            owner.name.label("owner"),
            Person.name,
            Person.call_name,
        )
        .join(Trajectory, Trajectory.id == Agreement.trajectory_id)
        .join(Person, Person.id == Trajectory.student_id)
        .outerjoin(owner, owner.id == Agreement.person_id)
        .outerjoin(Conversation, Conversation.id == Agreement.conversation_id)
        .outerjoin(ConversationType, ConversationType.id == Conversation.type_id)
        .where(
            ConversationType.discreet.is_not(True),
            Agreement.state == AgreementState.OPEN,
            Agreement.due_on >= first,
            Agreement.due_on <= last,
            Trajectory.state == TrajectoryState.RUNNING,
        )
        .order_by(Agreement.due_on, Agreement.id)
    )
    for row in rows:
        agreement = SheetAgreement(party=row.party, owner=row.owner or "", text=row.text, due_on=row.due_on)
        yield SheetDue(student=row.call_name or row.name, agreement=agreement)
