"""What is due by the clock: talks that begin, what is due today, and times without names."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

import pytest

from tests import factory
from tests.factory import THURSDAY
from tests.statements import counted_statements
from wpl_desktop.domain.conversations import Conversation
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.reminders import Reminder, ReminderKind

TALK = datetime(2026, 1, 22, 16, 0)  # noqa: DTZ001  (a wall clock has no zone)
MINUTE = timedelta(minutes=1)
WEEK = timedelta(weeks=1)


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


def kinds(found: list[Reminder]) -> list[ReminderKind]:
    return [reminder.kind for reminder in found]


@pytest.mark.parametrize(
    ("before", "is_due"),
    [
        (16 * MINUTE, False),
        (15 * MINUTE, True),
        (MINUTE, True),
        (0 * MINUTE, True),
        (-59 * MINUTE, True),
        (-60 * MINUTE, False),
    ],
)
def test_a_talk_is_due_from_some_minutes_before_it_until_it_is_no_news(
    services: Services, trajectory_id: uuid.UUID, before: timedelta, is_due: bool
) -> None:
    talk = factory.add_conversation(services, trajectory_id, starts_at=TALK)
    found = services.reminders.soon(TALK - before)
    wanted = Reminder(kind=ReminderKind.TALK, record_id=talk.id, starts_at=TALK, names=("Łukasz",))
    assert found == ([wanted] if is_due else [])


def test_the_minutes_are_chosen_and_none_is_never(services: Services, trajectory_id: uuid.UUID) -> None:
    factory.add_conversation(services, trajectory_id, starts_at=TALK)
    assert services.reminders.minutes() == 15
    services.reminders.set_minutes(30)
    assert kinds(services.reminders.soon(TALK - 30 * MINUTE)) == [ReminderKind.TALK]
    services.reminders.set_minutes(0)
    assert services.reminders.minutes() == 0
    assert services.reminders.due(TALK) == []
    assert services.reminders.due(TALK - timedelta(hours=5)) == []
    assert services.reminders.upcoming(TALK, TALK + WEEK) == []


def test_choosing_the_minutes_is_not_taken_back(services: Services, trajectory_id: uuid.UUID) -> None:
    services.reminders.set_minutes(30)
    services.history.undo()
    assert services.reminders.minutes() == 30


def test_only_what_is_planned_with_somebody_who_goes_on(services: Services, trajectory_id: uuid.UUID) -> None:
    held = factory.add_conversation(services, trajectory_id, starts_at=TALK)
    services.conversations.hold(held, summary="")
    gone = factory.add_student(services, name="Cis Drie", state=TrajectoryState.CLOSED)
    factory.add_conversation(services, gone, starts_at=TALK)
    assert services.reminders.due(TALK) == []
    assert services.reminders.upcoming(TALK - WEEK, TALK + WEEK) == []


def test_of_a_talk_that_has_begun_nobody_is_reminded(services: Services, trajectory_id: uuid.UUID) -> None:
    talk = factory.add_conversation(services, trajectory_id, starts_at=TALK)
    assert services.reminders.soon(TALK - MINUTE) != []
    services.talks.start(talk.id)
    assert services.reminders.soon(TALK - MINUTE) == []


def test_talks_without_the_owner_are_nobodys_business(services: Services, trajectory_id: uuid.UUID) -> None:
    factory.add_conversation(services, trajectory_id, key="institute_check_in", starts_at=TALK)
    talk = factory.add_conversation(services, trajectory_id, key="return_day", starts_at=TALK)
    assert services.reminders.soon(TALK) == []
    owner = next(
        choice
        for choice in services.conversations.participants(trajectory_id, hat=talk.hat)
        if choice.name == "Griet Vanhaverbeke"
    )
    factory.add_conversation(
        services, trajectory_id, key="return_day", starts_at=TALK, participant_ids=(owner.person_id,)
    )
    assert kinds(services.reminders.soon(TALK)) == [ReminderKind.TALK]


def test_a_talk_with_several_students_is_one_reminder(services: Services, trajectory_id: uuid.UUID) -> None:
    other = factory.add_student(services, name="Bea Twee")
    ids = [factory.add_conversation(services, one, starts_at=TALK).id for one in (trajectory_id, other)]
    with services.database.transaction() as session:
        for talk_id in ids:
            session.get_one(Conversation, talk_id).group_id = uuid.UUID(int=7)
    (found,) = services.reminders.soon(TALK)
    assert sorted(found.names) == ["Bea", "Łukasz"]


def test_today_begins_with_what_comes_later(services: Services, trajectory_id: uuid.UUID) -> None:
    first = factory.add_conversation(services, trajectory_id, starts_at=TALK)
    factory.add_conversation(services, trajectory_id, starts_at=TALK + timedelta(hours=2))
    factory.add_conversation(services, trajectory_id, starts_at=TALK + timedelta(days=1))
    before = factory.add_conversation(services, trajectory_id, starts_at=THURSDAY - WEEK)
    services.conversations.hold(
        before,
        summary="",
        agreements=[
            AgreementValues(party=Party.STUDENT, text="Hulpteken", due_on=date(2026, 1, 22)),
            AgreementValues(party=Party.WORKPLACE, text="Uurrooster", due_on=date(2026, 1, 23)),
        ],
    )
    round_id = factory.add_round(services, trajectory_id, held_on=date(2026, 1, 27), ready_by=THURSDAY.date())
    assert services.reminders.due(THURSDAY) == [
        Reminder(
            kind=ReminderKind.TALKS_TODAY, record_id=first.id, starts_at=TALK, names=("Łukasz",), count=2
        ),
        Reminder(kind=ReminderKind.AGREEMENTS_TODAY, count=1),
        Reminder(kind=ReminderKind.ROUNDS_TODAY, record_id=round_id, names=("Łukasz",), count=1),
    ]
    # What is about to begin is said by itself.
    assert kinds(services.reminders.due(TALK - MINUTE)) == [
        ReminderKind.TALK,
        ReminderKind.TALKS_TODAY,
        ReminderKind.AGREEMENTS_TODAY,
        ReminderKind.ROUNDS_TODAY,
    ]


def test_a_round_is_due_three_working_days_before_unless_it_is_ready(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    # Tuesday, less three working days, is the Thursday of before.
    round_id = factory.add_round(services, trajectory_id, held_on=date(2026, 1, 27))
    assert kinds(services.reminders.today(THURSDAY)) == [ReminderKind.ROUNDS_TODAY]
    assert services.reminders.today(THURSDAY + timedelta(days=1)) == []
    services.evaluations.mark_all_ready(round_id, perspective=Perspective.WORKPLACE)
    assert services.reminders.today(THURSDAY) == []


def test_several_rounds_are_one_reminder_of_nobody(services: Services, trajectory_id: uuid.UUID) -> None:
    for one in (trajectory_id, factory.add_student(services, name="Bea Twee")):
        factory.add_round(services, one, held_on=date(2026, 1, 27))
    (found,) = services.reminders.today(THURSDAY)
    assert (found.record_id, found.names, found.count) == (None, (), 2)


def test_for_a_locked_profile_there_are_times_and_nothing_else(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    talks = [
        factory.add_conversation(services, trajectory_id, starts_at=TALK + number * WEEK)
        for number in range(3)
    ]
    coming = services.reminders.upcoming(TALK, TALK + WEEK)
    assert [(one.talk_id, one.starts_at) for one in coming] == [
        (talk.id, talk.starts_at) for talk in talks[:2]
    ]
    assert "Łukasz" not in repr(coming)
    with counted_statements(services) as statements:
        services.reminders.upcoming(TALK, TALK + WEEK)
    assert [statement for statement in statements if "people.name" in statement] == []


def test_a_look_at_the_clock_asks_as_much_however_many_there_are(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    counts: list[int] = []
    for number in range(1, 3):
        for later in range(2):
            factory.add_conversation(services, trajectory_id, starts_at=TALK + later * number * MINUTE)
        with counted_statements(services) as statements:
            services.reminders.soon(TALK)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 4
