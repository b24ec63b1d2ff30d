"""Group talks, new dates for what was not held, proposals, warnings with reasons, and what calendars must hear of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.conversations import (
    CalledOff,
    Conversation,
    ConversationState,
    Hat,
    NotHeldCause,
)
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.school_year import LessonHour
from wpl_desktop.domain.series import Scope, SeriesRule
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues

MONDAY = datetime(2026, 2, 2, 15, 45)  # noqa: DTZ001  (planned times are local)


@pytest.fixture
def three(services: Services) -> list[UUID]:
    """Three students who come on the same days."""
    return [
        factory.add_student(services, name=name) for name in ("Łukasz Wójcik", "Zoë Peeters", "Hạnh Nguyễn")
    ]


def group_plan(services: Services, three: list[UUID], key: str = "return_day") -> PlanValues:
    kind = next(kind for kind in services.conversations.types() if kind.key == key)
    return PlanValues(
        trajectory_id=three[0], type_id=kind.id, starts_at=MONDAY, minutes=60, others=tuple(three[1:])
    )


def row_of(services: Services, trajectory_id: UUID) -> ConversationRow:
    return services.conversations.of_student(trajectory_id)[0]


def moments(services: Services, three: list[UUID]) -> list[datetime]:
    return [row_of(services, one).starts_at for one in three]


class TestGroup:
    """One row for each student; they stay together."""

    def test_is_planned_in_one_step(self, services: Services, three: list[UUID]) -> None:
        services.conversations.plan(group_plan(services, three))
        rows = [row_of(services, one) for one in three]
        assert len({row.group_id for row in rows}) == 1
        assert services.conversations.group_members(rows[0]) == tuple(three[1:])
        services.history.undo()
        assert [services.conversations.of_student(one) for one in three] == [[], [], []]

    def test_moves_whole_and_takes_others_in(self, services: Services, three: list[UUID]) -> None:
        plan = group_plan(services, three[:2])
        services.conversations.plan(plan)
        later = replace(plan, starts_at=MONDAY + timedelta(days=1), others=tuple(three[1:]))
        services.conversations.move(row_of(services, three[0]), later)
        assert set(moments(services, three)) == {later.starts_at}
        assert len({row_of(services, one).group_id for one in three}) == 1

    def test_is_held_whole_and_taken_back_whole(self, services: Services, three: list[UUID]) -> None:
        services.conversations.plan(group_plan(services, three))
        services.conversations.hold(row_of(services, three[0]), summary="mijn oogst")
        rows = [row_of(services, one) for one in three]
        assert {row.state for row in rows} == {ConversationState.HELD}
        assert [row.summary for row in rows] == ["mijn oogst", "", ""]
        services.conversations.plan_again(rows[1])
        assert {row_of(services, one).state for one in three} == {ConversationState.PLANNED}

    def test_one_student_was_not_there(self, services: Services, three: list[UUID]) -> None:
        services.conversations.plan(group_plan(services, three))
        services.conversations.mark_not_held(
            row_of(services, three[1]), cause=NotHeldCause.STUDENT, whole_group=False
        )
        services.conversations.hold(row_of(services, three[0]), summary="")
        states = [row_of(services, one).state.value for one in three]
        assert states == ["held", "not_held", "held"]

    def test_a_day_outside_the_trajectory_of_one_is_refused(
        self, services: Services, three: list[UUID]
    ) -> None:
        short = factory.add_student(services, name="Kort Verblijf", ends_on=date(2026, 1, 31))
        with pytest.raises(DomainError) as refusal:
            services.conversations.plan(replace(group_plan(services, three), others=(short,)))
        assert (refusal.value.code, dict(refusal.value.values)["names"]) == (
            "outside_trajectories",
            "Kort Verblijf",
        )

    def test_companions_are_those_of_the_same_institute(self, services: Services, three: list[UUID]) -> None:
        factory.add_student(services, name="Van Elders", institute="Andere hogeschool")
        assert set(services.conversations.companions(three[0], limit=8)) == set(three[1:])


class TestNewDate:
    """Of a talk that was not held."""

    def test_in_the_same_step(self, services: Services, three: list[UUID]) -> None:
        row = factory.add_conversation(services, three[0], starts_at=MONDAY, place="Lokaal 3")
        again = MONDAY + timedelta(days=1)
        new = services.conversations.mark_not_held(row, cause=NotHeldCause.WORKPLACE, again_at=again)
        newest, before = services.conversations.of_student(three[0])
        assert (newest.id, newest.starts_at, newest.instead_of_id) == (new, again, row.id)
        assert (newest.place, newest.participants, newest.minutes) == (
            row.place,
            row.participants,
            row.minutes,
        )
        assert (before.state, before.again_at) == (ConversationState.NOT_HELD, again)
        services.history.undo()
        [only] = services.conversations.of_student(three[0])
        assert only.state is ConversationState.PLANNED

    def test_that_cannot_be_marks_nothing(self, services: Services, three: list[UUID]) -> None:
        row = factory.add_conversation(services, three[0], starts_at=MONDAY)
        with pytest.raises(DomainError, match="outside_trajectory"):
            services.conversations.mark_not_held(
                row, cause=NotHeldCause.OTHER, again_at=MONDAY + timedelta(days=900)
            )
        assert row_of(services, three[0]).state is ConversationState.PLANNED

    def test_for_a_group_links_each_to_their_own(self, services: Services, three: list[UUID]) -> None:
        services.conversations.plan(group_plan(services, three))
        before = {one: row_of(services, one).id for one in three}
        services.conversations.mark_not_held(
            row_of(services, three[0]), cause=NotHeldCause.OTHER, again_at=MONDAY + timedelta(days=2)
        )
        assert {one: row_of(services, one).instead_of_id for one in three} == before

    def test_taking_back_lets_the_new_one_stand_by_itself(
        self, services: Services, three: list[UUID]
    ) -> None:
        row = factory.add_conversation(services, three[0], starts_at=MONDAY)
        services.conversations.mark_not_held(
            row, cause=NotHeldCause.OTHER, again_at=MONDAY + timedelta(days=1)
        )
        services.conversations.plan_again(services.conversations.one(row.id))
        newest, before = services.conversations.of_student(three[0])
        assert (newest.instead_of_id, before.state) == (None, ConversationState.PLANNED)

    def test_only_of_what_was_not_held(self, services: Services, three: list[UUID]) -> None:
        row = factory.add_conversation(services, three[0], starts_at=MONDAY)
        with pytest.raises(DomainError, match="not_not_held"):
            factory.add_conversation(services, three[0], instead_of=row.id)
        with pytest.raises(DomainError, match="not_found"):
            factory.add_conversation(services, three[1], instead_of=row.id)

    def test_a_talk_of_a_final_round_stays_held(self, services: Services, three: list[UUID]) -> None:
        talk = factory.add_conversation(
            services,
            three[0],
            key="midterm_trialogue",
            starts_at=datetime(2026, 1, 22, 12),  # noqa: DTZ001
        )
        round_id = factory.add_round(services, three[0], conversation_id=talk.id)
        services.conversations.hold(talk, summary="")
        factory.finalise(services, round_id)
        with pytest.raises(DomainError, match="round_final"):
            services.conversations.plan_again(services.conversations.one(talk.id))


class TestProposals:
    """One a day, when everybody is there and free."""

    def test_on_days_at_school_outside_own_lessons_and_talks(
        self, services: Services, three: list[UUID]
    ) -> None:
        busy = factory.add_conversation(services, three[1], starts_at=MONDAY)
        with services.database.transaction() as session:
            session.add(LessonHour(weekday=2, from_minute=15 * 60, to_minute=17 * 60, label="L3"))
        found = services.conversations.free_starts(three[0], minutes=30, first=date(2026, 2, 2), limit=3)
        assert found == [
            MONDAY + timedelta(minutes=busy.minutes),
            datetime.fromisoformat("2026-02-03T17:00"),
            datetime.fromisoformat("2026-02-05T15:45"),
        ]

    def test_not_in_a_holiday(self, services: Services, three: list[UUID]) -> None:
        found = services.conversations.free_starts(three[0], minutes=30, first=date(2026, 2, 13), limit=2)
        # The spring half-term is from 16 to 22 February.
        assert [start.date() for start in found] == [date(2026, 2, 23), date(2026, 2, 24)]
        assert services.conversations.free_starts(three[0], minutes=30, first=date(2026, 7, 1)) == []

    def test_a_day_for_all_of_them(self, services: Services, three: list[UUID]) -> None:
        thursday = factory.add_student(services, name="Enkel Donderdag", weekdays=(4,))
        start = services.conversations.suggested_start(three[0], others=(thursday,), minutes=60)
        assert start == datetime.fromisoformat("2026-01-29T15:45")


class TestWarnings:
    """They say why."""

    def test_a_holiday_by_its_name_and_a_day_elsewhere_without(
        self, services: Services, three: list[UUID]
    ) -> None:
        row = factory.add_conversation(services, three[0], starts_at=MONDAY)
        plan = PlanValues(
            trajectory_id=three[0], type_id=row.type_id, starts_at=MONDAY, minutes=30, others=(three[1],)
        )
        elsewhere = replace(plan, starts_at=datetime.fromisoformat("2026-02-04T15:45"))
        assert [one.why for one in services.conversations.warnings(elsewhere).absences] == [None, None]
        holiday = replace(plan, starts_at=datetime.fromisoformat("2026-02-17T15:45"))
        reasons = [one.why or {} for one in services.conversations.warnings(holiday).absences]
        assert ["krokus" in why["nl"].lower() for why in reasons] == [True, True]

    def test_an_own_lesson_where_the_owner_takes_part(self, services: Services, three: list[UUID]) -> None:
        with services.database.transaction() as session:
            session.add(LessonHour(weekday=1, from_minute=15 * 60, to_minute=16 * 60, label="les L3"))
        people = services.conversations.participants(three[0], hat=Hat.COACH)
        owner = next(person.person_id for person in people if person.usual)
        row = factory.add_conversation(services, three[1], starts_at=MONDAY + timedelta(weeks=9))
        plan = PlanValues(trajectory_id=three[0], type_id=row.type_id, starts_at=MONDAY, minutes=30)
        assert services.conversations.warnings(plan).lessons == ()
        [lesson] = services.conversations.warnings(replace(plan, participant_ids=(owner,))).lessons
        assert lesson.label == "les L3"

    def test_a_concern_has_the_supervisor_of_the_institute(
        self, services: Services, three: list[UUID]
    ) -> None:
        people = services.conversations.participants(three[0], hat=Hat.COACH, type_key="concern_conversation")
        assert {one.name for one in people if one.usual} == {"Griet Vanhaverbeke", "Nadège Okonkwo-Maes"}


class TestCalendars:
    """SEQUENCE goes up with each change, and what is gone is called off where it stood."""

    def test_each_change_counts(self, services: Services, clock: FixedClock, three: list[UUID]) -> None:
        row = factory.add_conversation(services, three[0], starts_at=MONDAY)
        assert sequence(services, row) == 0
        services.series.reschedule(row.id, version=row.version, starts_at=MONDAY, minutes=row.minutes)
        assert sequence(services, row) == 0
        services.series.reschedule(row.id, version=row.version, starts_at=MONDAY, minutes=45)
        clock.pass_time(minutes=1)
        services.conversations.mark_not_held(services.conversations.one(row.id), cause=NotHeldCause.OTHER)
        assert sequence(services, row) == 2
        services.conversations.plan_again(services.conversations.one(row.id))
        assert sequence(services, row) == 3

    def test_what_stood_in_a_calendar_is_called_off(self, services: Services, three: list[UUID]) -> None:
        kept, gone = (
            factory.add_conversation(services, three[0], starts_at=MONDAY + timedelta(days=number))
            for number in (0, 1)
        )
        export(services, gone)
        services.removal.delete_conversation(services.conversations.one(gone.id))
        services.removal.delete_conversation(kept)
        [mark] = marks(services)
        assert (mark.talk_id, mark.sequence, mark.trajectory_id) == (gone.id, 1, three[0])
        services.history.undo()
        services.history.undo()
        assert marks(services) == []
        assert services.conversations.one(gone.id).starts_at == gone.starts_at

    def test_a_student_leaves_no_mark(self, services: Services, three: list[UUID]) -> None:
        first, second = (
            factory.add_conversation(services, three[0], starts_at=MONDAY + timedelta(days=number))
            for number in (0, 1)
        )
        export(services, first)
        export(services, second)
        services.removal.delete_conversation(services.conversations.one(first.id))
        services.removal.delete_student(three[0])
        assert marks(services) == []


def sequence(services: Services, row: ConversationRow) -> int:
    with services.database.reading() as session:
        return session.get_one(Conversation, row.id).sequence


def export(services: Services, row: ConversationRow) -> None:
    with services.database.transaction() as session:
        session.get_one(Conversation, row.id).exported_on = date(2026, 1, 22)


def marks(services: Services) -> list[CalledOff]:
    with services.database.reading() as session:
        return list(session.scalars(select(CalledOff)))


class TestGroupSeries:
    """Of students who come together, one of whom does not always: what is planned of them stays together."""

    def plan(self, services: Services, three: list[UUID]) -> list[ConversationRow]:
        """The talks of the first student, by day; the third does not come to the first of them."""
        plan = group_plan(services, three, "peer_consultation")
        services.series.plan(plan, SeriesRule(weekdays=(1,)), MONDAY.date() + timedelta(weeks=7))
        services.removal.delete_conversation(services.conversations.of_student(three[2])[-1])
        return services.conversations.of_student(three[0])[::-1]

    def test_who_was_not_there_once_moves_along(self, services: Services, three: list[UUID]) -> None:
        first = self.plan(services, three)[0]
        services.series.reschedule(
            first.id,
            version=first.version,
            starts_at=MONDAY + timedelta(days=1),
            minutes=45,
            scope=Scope.LATER,
        )
        found = [
            [(row.starts_at, row.minutes) for row in services.conversations.of_student(one)] for one in three
        ]
        assert found[1] == found[0]
        assert found[2] == found[0][:-1]
        # From then on it is one series as before.
        later = services.conversations.of_student(three[2])[-1]
        services.series.reschedule(
            later.id, version=later.version, starts_at=later.starts_at, minutes=60, scope=Scope.LATER
        )
        assert {row.minutes for row in services.conversations.of_student(three[0])[:-1]} == {60}

    def test_who_came_into_one_of_them_later_moves_along(self, services: Services, three: list[UUID]) -> None:
        talks = self.plan(services, three)
        newcomer = factory.add_student(services, name="Amber Cools")
        third = talks[2]
        services.conversations.move(
            third,
            replace(
                group_plan(services, three, "peer_consultation"),
                starts_at=third.starts_at,
                minutes=third.minutes,
                others=(*three[1:], newcomer),
            ),
        )
        first = services.conversations.one(talks[0].id)
        services.series.reschedule(
            first.id,
            version=first.version,
            starts_at=MONDAY + timedelta(days=1),
            minutes=first.minutes,
            scope=Scope.ALL,
        )
        assert row_of(services, newcomer).starts_at == services.conversations.one(third.id).starts_at
        assert row_of(services, newcomer).starts_at == third.starts_at + timedelta(days=1)

    def test_who_was_not_there_once_is_called_off_with_the_others(
        self, services: Services, three: list[UUID]
    ) -> None:
        first = self.plan(services, three)[0]
        services.series.call_off(first.id, version=first.version, scope=Scope.LATER)
        assert [services.conversations.of_student(one) for one in three] == [[], [], []]

    def test_who_comes_after_all_comes_when_the_others_do(
        self, services: Services, three: list[UUID]
    ) -> None:
        services.conversations.plan(group_plan(services, three))
        services.conversations.mark_not_held(
            row_of(services, three[1]), cause=NotHeldCause.STUDENT, whole_group=False
        )
        first = row_of(services, three[0])
        services.series.reschedule(
            first.id, version=first.version, starts_at=MONDAY + timedelta(days=1), minutes=45
        )
        services.conversations.plan_again(row_of(services, three[1]))
        assert set(moments(services, three)) == {MONDAY + timedelta(days=1)}
        assert {row_of(services, one).minutes for one in three} == {45}
