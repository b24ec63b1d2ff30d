"""What leaves for a calendar: no names unless chosen, and importing it again changes instead of doubling."""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from sqlalchemy import func, select

from tests import factory
from tests.factory import FixedClock
from tests.statements import counted_statements
from wpl_desktop.domain.calendar_events import PRODUCT, CalendarChoice
from wpl_desktop.domain.conversations import CalledOff, Conversation, NotHeldCause
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.series import ConversationSeries, Scope, SeriesRule
from wpl_desktop.exchange.calendar_file import write_calendar
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.calendar_export import CalendarData
from wpl_desktop.services.conversations import ConversationRow, PlanValues
from wpl_desktop.services.demo import make_demo
from wpl_desktop.storage.journal import journal_table
from wpl_desktop.texts import untranslated

MONDAY = datetime(2026, 1, 26, 15, 45)  # noqa: DTZ001  (a wall clock has no zone)
TUESDAY = MONDAY + timedelta(days=1)
WEEK = timedelta(weeks=1)
#: The concern of a talk, who it is with and where it is: nothing of it leaves by itself.
SECRETS = ("Łukasz", "Wójcik", "Zorg", "Concern", "Vlinderboom", "Nadège", "Lokaal")


@dataclass
class OtherCalendar:
    """Somebody's own calendar, which applies a file as RFC 5546 asks; read by a parser that is not ours."""

    entries: dict[str, Any] = field(default_factory=dict[str, Any])

    def take_in(self, data: bytes) -> int:
        """Import a file; tells how many entries became another or are new."""
        changed = 0
        for found in IcsCalendarStream.calendar_from_ics(data.decode()).events:
            known = self.entries.get(found.uid)
            if known is not None and (found.sequence, found.dtstamp) < (known.sequence, known.dtstamp):
                continue
            changed += found != known
            self.entries[found.uid] = found
        return changed

    def moments(self) -> list[datetime]:
        """When the talks are that are not cancelled, as on the wall clock there."""
        return sorted(
            found.dtstart.replace(tzinfo=None)
            for found in self.entries.values()
            if found.status.value == "CONFIRMED"
        )


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A concern talk that is planned for Monday."""
    return factory.add_conversation(
        services, trajectory_id, key="concern_conversation", starts_at=MONDAY, place="Lokaal 3"
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The demo year, in January."""
    _, services = make_demo(tmp_path_factory.mktemp("demo"), clock=FixedClock(), language="nl")
    yield services
    services.close()


def file_of(data: CalendarData) -> bytes:
    target = io.BytesIO()
    write_calendar(
        data.events, zone=data.zone, alarm_minutes=15, product=PRODUCT, translate=untranslated, target=target
    )
    return target.getvalue()


def exported(services: Services) -> bytes:
    """Everything as a file, as it goes to somebody."""
    data = services.calendar_export.everything()
    services.calendar_export.mark_exported(data)
    return file_of(data)


def row_of(services: Services, talk_id: uuid.UUID) -> Conversation:
    with services.database.reading() as session:
        return session.get_one(Conversation, talk_id)


def fresh(services: Services, talk: ConversationRow) -> ConversationRow:
    rows = services.conversations.of_student(talk.trajectory_id)
    return next(row for row in rows if row.id == talk.id)


def move(services: Services, talk: ConversationRow, starts_at: datetime) -> None:
    services.series.reschedule(
        talk.id, version=fresh(services, talk).version, starts_at=starts_at, minutes=talk.minutes
    )


def call_off(services: Services, talk: ConversationRow) -> None:
    services.removal.delete_conversation(fresh(services, talk))


def add_group(services: Services, *names: str) -> list[uuid.UUID]:
    """One return day of several students."""
    group_id = uuid.uuid4()
    ids = [
        factory.add_conversation(
            services, factory.add_student(services, name=name), key="return_day", starts_at=MONDAY
        ).id
        for name in names
    ]
    with services.database.transaction() as session:
        for talk_id in ids:
            session.get_one(Conversation, talk_id).group_id = group_id
    return ids


# What is in it


def test_by_default_nothing_is_in_it_but_the_time(services: Services, talk: ConversationRow) -> None:
    data = services.calendar_export.of_conversation(talk.id)
    (event,) = data.events
    assert (event.starts_at, event.minutes, event.names, event.place) == (MONDAY, 45, (), "")
    assert event.uid == f"{talk.id}@wpl-desktop"
    assert data.zone == "Europe/Brussels"
    text = file_of(data).decode()
    assert [secret for secret in SECRETS if secret.casefold() in text.casefold()] == []
    assert "ATTENDEE" not in text
    assert "ORGANIZER" not in text


def test_call_names_and_place_by_choice_and_never_what_kind_of_talk(
    services: Services, talk: ConversationRow
) -> None:
    choice = CalendarChoice(with_names=True, with_place=True)
    data = services.calendar_export.everything(choice=choice)
    (event,) = data.events
    assert (event.names, event.place) == (("Łukasz",), "Lokaal 3")
    text = file_of(data).decode()
    assert "SUMMARY:Conversation with Łukasz\r\n" in text
    assert [secret for secret in ("Wójcik", "Zorg", "Concern", "Nadège") if secret in text] == []


def test_a_calendar_warns_of_what_is_still_to_come_and_not_of_what_was(
    services: Services, talk: ConversationRow
) -> None:
    assert file_of(services.calendar_export.of_conversation(talk.id)).count(b"BEGIN:VALARM") == 1
    services.conversations.hold(fresh(services, talk), summary="")
    assert file_of(services.calendar_export.of_conversation(talk.id)).count(b"BEGIN:VALARM") == 0


def test_a_talk_with_several_students_is_one_event(services: Services) -> None:
    ids = add_group(services, "Anna Een", "Bea Twee", "Cis Drie")
    for data in (
        services.calendar_export.everything(),
        services.calendar_export.of_conversation(ids[1]),
    ):
        (event,) = data.events
        assert event.uid == f"{min(ids)}@wpl-desktop"
        assert set(data.talk_ids) == set(ids)
    named = services.calendar_export.of_conversation(ids[2], choice=CalendarChoice(with_names=True))
    assert sorted(named.events[0].names) == ["Anna", "Bea", "Cis"]


def test_of_a_series_everything_that_is_left_of_it(services: Services, trajectory_id: uuid.UUID) -> None:
    talks = [
        factory.add_conversation(services, trajectory_id, starts_at=TUESDAY + number * WEEK)
        for number in range(4)
    ]
    with services.database.transaction() as session:
        series = ConversationSeries(
            trajectory_id=trajectory_id,
            rule="FREQ=WEEKLY;BYDAY=TU",
            starts_at=TUESDAY,
            minutes=30,
            until=date(2026, 6, 1),
        )
        session.add(series)
        session.flush()
        for talk in talks[:3]:
            session.get_one(Conversation, talk.id).series_id = series.id
    export = services.calendar_export
    assert export.series_of(talks[0].id) == series.id
    assert export.series_of(talks[3].id) is None
    first = export.of_series(series.id)
    assert [event.starts_at for event in first.events] == [TUESDAY + number * WEEK for number in range(3)]
    export.mark_exported(first)
    call_off(services, talks[1])
    again = export.of_series(series.id).events
    assert {event.starts_at: event.cancelled for event in again} == {
        TUESDAY: False,
        TUESDAY + WEEK: True,
        TUESDAY + 2 * WEEK: False,
    }


@pytest.mark.parametrize("number", [0, 1])
def test_of_a_series_of_a_group_everybody_has_what_was_called_off(services: Services, number: int) -> None:
    first, second = (factory.add_student(services, name=name) for name in ("Anna Een", "Bea Twee"))
    kind = next(kind for kind in services.conversations.types() if kind.key == "peer_consultation")
    plan = PlanValues(trajectory_id=first, type_id=kind.id, starts_at=TUESDAY, minutes=75, others=(second,))
    services.series.plan(plan, SeriesRule(weekdays=(2,)), (TUESDAY + 2 * WEEK).date())
    exported(services)
    rows = services.conversations.of_student((first, second)[number])[::-1]
    services.series.call_off(rows[0].id, version=rows[0].version, scope=Scope.ONE)
    assert rows[1].series_id is not None
    events = services.calendar_export.of_series(rows[1].series_id).events
    assert sorted((event.starts_at, event.cancelled) for event in events) == [
        (TUESDAY, True),
        (TUESDAY + WEEK, False),
        (TUESDAY + 2 * WEEK, False),
    ]


def test_what_was_held_stays_and_what_was_not_is_cancelled_where_it_stood(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    held, missed, unknown = (
        factory.add_conversation(services, trajectory_id, starts_at=MONDAY + number * WEEK)
        for number in range(3)
    )
    services.conversations.mark_not_held(unknown, cause=NotHeldCause.STUDENT)
    exported(services)
    services.conversations.hold(fresh(services, held), summary="")
    services.conversations.mark_not_held(fresh(services, missed), cause=NotHeldCause.WORKPLACE)
    events = services.calendar_export.everything().events
    assert {event.uid.partition("@")[0]: event.cancelled for event in events} == {
        str(held.id): False,
        str(missed.id): True,
    }


def test_a_talk_that_is_gone_without_a_trace_is_refused(services: Services, talk: ConversationRow) -> None:
    call_off(services, talk)
    with pytest.raises(DomainError) as refusal:
        services.calendar_export.of_conversation(talk.id)
    assert refusal.value.code == "not_found"


# Importing it again


def test_importing_again_changes_nothing(
    services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    other = OtherCalendar()
    first = exported(services)
    assert other.take_in(first) == 1
    clock.pass_time(days=2)
    assert exported(services) == first
    assert other.take_in(first) == 0
    assert other.moments() == [MONDAY]


def test_a_talk_that_moved_moves(services: Services, talk: ConversationRow, clock: FixedClock) -> None:
    other = OtherCalendar()
    old = exported(services)
    other.take_in(old)
    clock.pass_time(minutes=5)
    move(services, talk, TUESDAY)
    assert other.take_in(exported(services)) == 1
    assert other.moments() == [TUESDAY]
    assert [found.sequence for found in other.entries.values()] == [1]
    # An old file that lies about does not bring the old time back.
    other.take_in(old)
    assert other.moments() == [TUESDAY]


def test_a_talk_that_is_called_off_is_cancelled(services: Services, talk: ConversationRow) -> None:
    other = OtherCalendar()
    other.take_in(exported(services))
    call_off(services, talk)
    assert other.take_in(exported(services)) == 1
    assert other.moments() == []
    assert len(other.entries) == 1
    (event,) = services.calendar_export.of_conversation(talk.id).events
    assert event.cancelled


def test_a_group_that_goes_at_once_is_one_entry_that_is_cancelled(services: Services) -> None:
    """Nobody gets to see a cancelled talk that never stood there."""
    ids = add_group(services, "Anna Een", "Bea Twee", "Cis Drie")
    other = OtherCalendar()
    other.take_in(exported(services))
    version = row_of(services, ids[1]).version
    services.series.call_off(ids[1], version=version, scope=Scope.ONE)
    other.take_in(exported(services))
    assert (len(other.entries), other.moments()) == (1, [])
    assert services.history.undo() is not None
    other.take_in(exported(services))
    assert len(other.moments()) == len(other.entries) == 1


def test_a_group_that_loses_one_of_its_students_never_counts_back(services: Services) -> None:
    ids = add_group(services, "Anna Een", "Bea Twee")
    exported(services)
    last = services.conversations.one(max(ids))
    services.conversations.mark_not_held(last, cause=NotHeldCause.STUDENT, whole_group=False)
    [before] = services.calendar_export.everything().events
    services.removal.delete_conversation(services.conversations.one(last.id))
    [after] = services.calendar_export.everything().events
    assert (after.uid, after.cancelled) == (before.uid, False)
    assert after.sequence > before.sequence
    assert services.history.undo() is not None
    [again] = services.calendar_export.everything().events
    assert again.sequence > after.sequence


def test_a_planned_group_that_is_taken_back_is_one_entry_that_is_cancelled(services: Services) -> None:
    first, *others = (
        factory.add_student(services, name=name) for name in ("Anna Een", "Bea Twee", "Cis Drie")
    )
    kind = next(kind for kind in services.conversations.types() if kind.key == "return_day")
    services.conversations.plan(
        PlanValues(trajectory_id=first, type_id=kind.id, starts_at=MONDAY, minutes=360, others=tuple(others))
    )
    other = OtherCalendar()
    other.take_in(exported(services))
    assert services.history.undo() is not None
    other.take_in(exported(services))
    assert (len(other.entries), other.moments()) == (1, [])
    assert services.history.redo() is not None
    other.take_in(exported(services))
    assert (len(other.entries), other.moments()) == (1, [MONDAY])


def test_a_group_of_which_one_after_the_other_goes_is_cancelled(services: Services) -> None:
    add_group(services, "Anna Een", "Bea Twee")
    other = OtherCalendar()
    other.take_in(exported(services))
    for row in services.student_list.names():
        (talk,) = services.conversations.of_student(row.trajectory_id) or [None]
        if talk is not None:
            call_off(services, talk)
    other.take_in(exported(services))
    assert other.moments() == []


# Beside the journal


def test_being_exported_is_no_step_and_no_version(services: Services, talk: ConversationRow) -> None:
    before = row_of(services, talk.id)
    with services.database.reading() as session:
        steps = session.scalar(select(func.count()).select_from(journal_table))
    notices: list[object] = []
    services.subscribe(notices.append)
    exported(services)
    after = row_of(services, talk.id)
    assert after.exported_on == date(2026, 1, 22)
    assert (after.version, after.updated_at, after.sequence) == (
        before.version,
        before.updated_at,
        before.sequence,
    )
    with services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(journal_table)) == steps
    assert notices == []
    # A form that was open meanwhile still fits.
    services.conversations.mark_not_held(talk, cause=NotHeldCause.OTHER)


def test_planning_that_is_taken_back_is_cancelled_where_it_stood(
    services: Services, talk: ConversationRow
) -> None:
    other = OtherCalendar()
    other.take_in(exported(services))
    assert services.history.undo() is not None
    other.take_in(exported(services))
    assert other.moments() == []
    assert services.history.redo() is not None
    other.take_in(exported(services))
    assert other.moments() == [MONDAY]
    assert services.history.undo() is not None
    other.take_in(exported(services))
    assert other.moments() == []


def test_a_move_that_is_taken_back_moves_back(services: Services, talk: ConversationRow) -> None:
    other = OtherCalendar()
    other.take_in(exported(services))
    move(services, talk, TUESDAY)
    other.take_in(exported(services))
    assert services.history.undo() is not None
    other.take_in(exported(services))
    assert other.moments() == [MONDAY]
    assert services.history.redo() is not None
    other.take_in(exported(services))
    assert other.moments() == [TUESDAY]


def test_calling_off_that_is_taken_back_brings_it_back(services: Services, talk: ConversationRow) -> None:
    other = OtherCalendar()
    other.take_in(exported(services))
    for _ in range(2):
        call_off(services, talk)
        other.take_in(exported(services))
        assert other.moments() == []
        assert services.history.undo() is not None
        other.take_in(exported(services))
        assert other.moments() == [MONDAY]


def test_what_stands_in_no_calendar_goes_back_to_what_it_was(
    services: Services, talk: ConversationRow
) -> None:
    move(services, talk, TUESDAY)
    assert row_of(services, talk.id).sequence == 1
    services.history.undo()
    assert (row_of(services, talk.id).sequence, row_of(services, talk.id).starts_at) == (0, MONDAY)
    services.removal.delete_conversation(fresh(services, talk))
    with services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CalledOff)) == 0


# The year


def test_two_other_parsers_read_the_demo_year(demo: Services) -> None:
    data = demo.calendar_export.everything()
    text = file_of(data).decode()
    (first,) = vobject.readComponents(text)
    first.validate()
    second = IcsCalendarStream.calendar_from_ics(text)
    wanted = sorted((event.uid, event.starts_at, event.ends_at) for event in data.events)
    assert len(wanted) > 40
    by_vobject: list[Any] = [(e.uid.value, e.dtstart.value, e.dtend.value) for e in first.vevent_list]
    by_ical: list[Any] = [(e.uid, e.dtstart, e.dtend) for e in second.events]
    for read in (by_vobject, by_ical):
        plain = [(uid, start.replace(tzinfo=None), end.replace(tzinfo=None)) for uid, start, end in read]
        assert sorted(plain) == wanted
    names = {row.call_name for row in demo.student_list.names()}
    assert [name for name in names if name in text] == []


def test_everything_asks_a_handful_however_much_there_is(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    counts: list[int] = []
    for number in range(2):
        for later in range(3):
            factory.add_conversation(services, trajectory_id, starts_at=MONDAY + (3 * number + later) * WEEK)
        with counted_statements(services) as statements:
            services.calendar_export.everything(choice=CalendarChoice(with_names=True))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 6


def test_a_dutch_school_has_its_own_zone(data_dir: Path) -> None:
    services = factory.make_services(data_dir, vocabulary="education_nl")
    assert services.calendar_export.everything().zone == "Europe/Amsterdam"
    services.close()
