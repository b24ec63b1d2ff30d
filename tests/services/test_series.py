"""Series of conversations: planned around holidays, moved in part or whole, called off, and taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.conversations import CalledOff, Conversation, ConversationState, NotHeldCause
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.history import Step, StepKind
from wpl_desktop.domain.series import ConversationSeries, Scope, SeriesRule, monthly_rule
from wpl_desktop.domain.trajectories import BlockPlacement
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues

TUESDAY = datetime(2025, 9, 9, 15, 45)  # noqa: DTZ001  (planned times are local)
WEEKLY = SeriesRule(weekdays=(2,))
YEAR_END = date(2026, 6, 30)
AUTUMN = (date(2025, 10, 27), date(2025, 11, 2))


@pytest.fixture
def trajectory_id(services: Services, clock: FixedClock) -> UUID:
    clock.moment = datetime(2025, 9, 3, 12)  # noqa: DTZ001
    return factory.add_student(services)


def plan_of(services: Services, trajectory_id: UUID, **values: Any) -> PlanValues:
    """A weekly coaching talk with the owner, on a Tuesday at a quarter to four."""
    kind = next(kind for kind in services.conversations.types() if kind.key == "coaching_conversation")
    people = services.conversations.participants(trajectory_id, hat=kind.hat)
    plan = PlanValues(
        trajectory_id=trajectory_id,
        type_id=kind.id,
        starts_at=TUESDAY,
        minutes=30,
        place="Lokaal 3",
        participant_ids=tuple(person.person_id for person in people if person.usual),
    )
    return replace(plan, **values)


def test_a_talk_that_was_not_held_leaves_its_day_free(services: Services, trajectory_id: UUID) -> None:
    services.series.plan(plan_of(services, trajectory_id), WEEKLY, date(2025, 9, 30))
    first, second, *_ = talks(services, trajectory_id)
    services.conversations.mark_not_held(first, cause=NotHeldCause.WORKPLACE)
    reschedule(services, second, days=-7, scope=Scope.LATER)
    assert sorted((row.starts_at.date().day, row.state.value) for row in talks(services, trajectory_id)) == [
        (9, "not_held"),
        (9, "planned"),
        (16, "planned"),
        (23, "planned"),
    ]


def test_undo_names_a_series_where_several_talks_of_it_changed(
    services: Services, trajectory_id: UUID
) -> None:
    several = Step(kind=StepKind.SERIES, student="Łukasz")
    one = Step(kind=StepKind.CONVERSATION, student="Łukasz")
    services.series.plan(plan_of(services, trajectory_id), WEEKLY, date(2025, 10, 7))
    assert services.history.undo() == several
    assert services.history.redo() == several
    first = talks(services, trajectory_id)[0]
    reschedule(services, first, days=1, scope=Scope.ALL)
    assert services.history.undo() == several
    reschedule(services, talks(services, trajectory_id)[0], days=1, scope=Scope.ONE)
    assert services.history.undo() == one
    first = talks(services, trajectory_id)[0]
    services.series.call_off(first.id, version=first.version, scope=Scope.ONE)
    assert services.history.undo() == one
    first = talks(services, trajectory_id)[0]
    services.series.call_off(first.id, version=first.version, scope=Scope.ALL)
    assert services.history.undo() == several


def type_id(services: Services, key: str) -> UUID:
    return next(kind.id for kind in services.conversations.types() if kind.key == key)


def talks(services: Services, trajectory_id: UUID) -> list[ConversationRow]:
    """A student's talks, the first one first."""
    return services.conversations.of_student(trajectory_id)[::-1]


def days(services: Services, trajectory_id: UUID) -> list[date]:
    return [row.starts_at.date() for row in talks(services, trajectory_id)]


def reschedule(services: Services, row: ConversationRow, *, days: int, scope: Scope, **changed: Any) -> None:
    services.series.reschedule(
        row.id,
        version=row.version,
        starts_at=row.starts_at + timedelta(days=days, minutes=changed.get("minutes_later", 0)),
        minutes=changed.get("minutes", row.minutes),
        scope=scope,
    )


def everything(services: Services) -> list[tuple[object, ...]]:
    """All that planning may change, as values."""
    with services.database.reading() as session:
        rows: list[tuple[object, ...]] = [
            (talk.id, talk.starts_at, talk.minutes, talk.state, talk.series_id, talk.series_on, talk.sequence)
            for talk in session.scalars(select(Conversation))
        ]
        rows += [
            (one.id, one.rule, one.starts_at, one.minutes, one.until)
            for one in session.scalars(select(ConversationSeries))
        ]
        rows += [(one.talk_id, one.sequence) for one in session.scalars(select(CalledOff))]
    return sorted(rows, key=str)


class TestPlanning:
    """One rule, and the days on which nobody is there are left out."""

    def test_every_week_but_for_holidays(self, services: Services, trajectory_id: UUID) -> None:
        series_id = services.series.plan(plan_of(services, trajectory_id), WEEKLY, YEAR_END)
        found = days(services, trajectory_id)
        assert {day.isoweekday() for day in found} == {2}
        assert found[0] == TUESDAY.date()
        assert date(2025, 10, 21) in found
        assert not any(AUTUMN[0] <= day <= AUTUMN[1] for day in found)
        # 11 November is a public holiday, a Tuesday in 2025.
        assert date(2025, 11, 11) not in found
        rows = talks(services, trajectory_id)
        assert {row.series_id for row in rows} == {series_id}
        assert {(row.place, row.minutes, row.participants) for row in rows} == {
            ("Lokaal 3", 30, ("Griet Vanhaverbeke",))
        }

    def test_the_preview_says_why_a_day_is_left_out(self, services: Services, trajectory_id: UUID) -> None:
        found = services.series.preview(plan_of(services, trajectory_id), WEEKLY, YEAR_END)
        reasons = {one.day: one.skipped for one in found}
        assert "herfst" in (reasons[date(2025, 10, 28)] or {})["nl"].lower()
        assert reasons[TUESDAY.date()] is None
        assert len(found) == 43

    def test_a_day_on_which_the_student_is_elsewhere_is_left_out(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        both = SeriesRule(weekdays=(2, 3))
        found = services.series.preview(plan_of(services, trajectory_id), both, date(2025, 9, 30))
        assert {one.day.isoweekday() for one in found if one.skipped} == {3}
        with services.database.transaction() as session:
            session.add(
                BlockPlacement(
                    trajectory_id=trajectory_id, starts_on=date(2025, 9, 15), ends_on=date(2025, 9, 19)
                )
            )
        found = services.series.preview(plan_of(services, trajectory_id), both, date(2025, 9, 30))
        assert date(2025, 9, 17) in {one.day for one in found if one.skipped is None}

    def test_peers_meet_on_a_day_at_the_institute_too(self, services: Services, trajectory_id: UUID) -> None:
        plan = plan_of(services, trajectory_id, type_id=type_id(services, "peer_consultation"))
        found = services.series.preview(plan, SeriesRule(weekdays=(3,)), date(2025, 10, 31))
        assert [one.day for one in found if one.skipped] == [date(2025, 10, 29)]

    def test_every_two_weeks_and_the_last_of_each_month(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        plan = plan_of(services, trajectory_id)
        every_two = services.series.preview(plan, SeriesRule(weekdays=(2,), frequency_weeks=2), YEAR_END)
        assert {(one.day - TUESDAY.date()).days % 14 for one in every_two} == {0}
        monthly = services.series.preview(plan, monthly_rule(2, in_month=-1), date(2025, 12, 31))
        assert [one.day.isoformat() for one in monthly] == [
            "2025-09-30",
            "2025-10-28",
            "2025-11-25",
            "2025-12-30",
        ]

    def test_a_clash_in_the_middle_is_told(self, services: Services, trajectory_id: UUID) -> None:
        other = factory.add_student(services, name="Zoë Van den Broeck")
        factory.add_conversation(services, other, starts_at=TUESDAY + timedelta(weeks=2))
        found = services.series.preview(plan_of(services, trajectory_id), WEEKLY, date(2025, 9, 30))
        assert [len(one.clashes) for one in found] == [0, 0, 1, 0]
        assert found[2].clashes[0].person == "Griet Vanhaverbeke"

    @pytest.mark.parametrize(
        ("until", "rule", "code", "field"),
        [
            (None, WEEKLY, "series_without_end", "until"),
            (date(2025, 9, 8), WEEKLY, "series_reversed", "until"),
            (date(2026, 7, 1), WEEKLY, "outside_trajectory", "until"),
            (date(2027, 8, 1), WEEKLY, "series_too_long", "until"),
            (YEAR_END, SeriesRule(weekdays=()), "series_rule_unknown", "rule"),
            (YEAR_END, SeriesRule(weekdays=(), custom="FREQ=SECONDLY"), "series_rule_unknown", "rule"),
            (date(2025, 9, 10), SeriesRule(weekdays=(3,)), "series_empty", "until"),
        ],
    )
    def test_refusals_keep_nothing(
        self,
        services: Services,
        trajectory_id: UUID,
        until: date | None,
        rule: SeriesRule,
        code: str,
        field: str,
    ) -> None:
        with pytest.raises(DomainError) as refusal:
            services.series.plan(plan_of(services, trajectory_id), rule, until)
        assert (refusal.value.code, refusal.value.field) == (code, field)
        assert everything(services) == []

    def test_too_many_talks_are_refused(self, services: Services, clock: FixedClock) -> None:
        clock.moment = datetime(2025, 9, 3, 12)  # noqa: DTZ001
        long = factory.add_student(services, weekdays=(1, 2, 3, 4, 5), ends_on=date(2027, 7, 31))
        with pytest.raises(DomainError, match="series_too_many"):
            services.series.plan(
                plan_of(services, long), SeriesRule(weekdays=(1, 2, 3, 4, 5)), date(2027, 7, 31)
            )
        assert everything(services) == []

    def test_it_ends_of_itself_on_the_last_school_day(self, services: Services, trajectory_id: UUID) -> None:
        summer = factory.add_student(services, name="Zoë Van den Broeck", ends_on=date(2026, 8, 31))
        assert services.series.last_day([summer], TUESDAY.date()) == YEAR_END
        short = factory.add_student(services, name="Kort", ends_on=date(2025, 11, 2))
        assert services.series.last_day([summer, trajectory_id, short], TUESDAY.date()) == date(2025, 10, 24)

    def test_several_students_in_turn_are_one_step(self, services: Services, trajectory_id: UUID) -> None:
        other = factory.add_student(services, name="Zoë Van den Broeck")
        later = plan_of(services, other, starts_at=TUESDAY + timedelta(minutes=30))
        made = services.series.plan_many([plan_of(services, trajectory_id), later], WEEKLY, YEAR_END)
        assert len(set(made)) == 2
        assert days(services, trajectory_id) == days(services, other)
        services.history.undo()
        assert everything(services) == []

    def test_times_stay_local_over_both_clock_changes(
        self, services: Services, trajectory_id: UUID, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        services.series.plan(plan_of(services, trajectory_id), WEEKLY, YEAR_END)
        before = everything(services)
        for zone in ("Europe/Brussels", "America/New_York"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert everything(services) == before
            assert {row.starts_at.time() for row in talks(services, trajectory_id)} == {TUESDAY.time()}
            shown = services.series.preview(plan_of(services, trajectory_id), WEEKLY, YEAR_END)
            assert [one.day for one in shown if not one.skipped] == days(services, trajectory_id)
        monkeypatch.undo()
        time.tzset()


class TestGroups:
    """Several students in one talk."""

    def test_one_row_each_in_one_group(self, services: Services, trajectory_id: UUID) -> None:
        other = factory.add_student(services, name="Zoë Van den Broeck")
        plan = plan_of(
            services,
            trajectory_id,
            type_id=type_id(services, "peer_consultation"),
            participant_ids=(),
            others=(other,),
        )
        services.series.plan(plan, SeriesRule(weekdays=(2,), frequency_weeks=4), date(2025, 12, 20))
        mine, theirs = talks(services, trajectory_id), talks(services, other)
        assert [row.group_id for row in mine] == [row.group_id for row in theirs]
        assert len({row.group_id for row in mine}) == len(mine) > 1
        assert {row.series_id for row in mine}.isdisjoint(row.series_id for row in theirs)

    @pytest.mark.parametrize("scope", list(Scope))
    def test_moves_and_goes_whole(self, services: Services, trajectory_id: UUID, scope: Scope) -> None:
        other = factory.add_student(services, name="Zoë Van den Broeck")
        plan = plan_of(services, trajectory_id, others=(other,))
        services.series.plan(plan, WEEKLY, date(2025, 10, 20))
        before = days(services, trajectory_id)
        reschedule(services, talks(services, trajectory_id)[2], days=1, scope=scope)
        assert days(services, trajectory_id) == days(services, other) != before
        row = talks(services, trajectory_id)[2]
        services.series.call_off(row.id, version=row.version, scope=scope)
        assert days(services, trajectory_id) == days(services, other)
        assert len(days(services, other)) == {Scope.ONE: 5, Scope.LATER: 2, Scope.ALL: 0}[scope]


class TestMoving:
    """This one, this one and later ones, or all."""

    @pytest.fixture
    def rows(self, services: Services, trajectory_id: UUID) -> list[ConversationRow]:
        """Seven Tuesdays: 9 September to 21 October."""
        services.series.plan(plan_of(services, trajectory_id), WEEKLY, date(2025, 10, 24))
        return talks(services, trajectory_id)

    def test_only_this_one(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        reschedule(services, rows[2], days=2, scope=Scope.ONE)
        assert [day.isoweekday() for day in days(services, trajectory_id)] == [2, 2, 4, 2, 2, 2, 2]

    def test_this_one_and_later_ones(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        reschedule(services, rows[3], days=2, minutes_later=30, scope=Scope.LATER)
        assert [day.isoweekday() for day in days(services, trajectory_id)] == [2, 2, 2, 4, 4, 4, 4]
        found = talks(services, trajectory_id)
        assert {row.starts_at.strftime("%H:%M") for row in found[3:]} == {"16:15"}
        # Each part tells its own rule in words.
        both = services.series.rows({row.series_id for row in found if row.series_id})
        assert {series.rule for series in both.values()} == {"FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TH"}

    def test_all_that_are_planned(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        reschedule(services, rows[3], days=-1, scope=Scope.ALL)
        assert {day.isoweekday() for day in days(services, trajectory_id)} == {1}

    def test_what_was_held_or_not_held_stays(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        services.conversations.hold(rows[0], summary="goed gesprek")
        services.conversations.mark_not_held(rows[4], cause=NotHeldCause.WORKPLACE)
        reschedule(services, rows[2], days=2, scope=Scope.ALL)
        assert [day.isoweekday() for day in days(services, trajectory_id)] == [2, 4, 4, 4, 2, 4, 4]

    def test_what_was_moved_alone_stays_unless_all_move(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        reschedule(services, rows[4], days=2, scope=Scope.ONE)
        reschedule(services, rows[2], days=-1, scope=Scope.LATER)
        assert [day.isoweekday() for day in days(services, trajectory_id)] == [2, 2, 1, 1, 4, 1, 1]
        reschedule(services, talks(services, trajectory_id)[2], days=1, scope=Scope.ALL)
        assert {day.isoweekday() for day in days(services, trajectory_id)} == {2}

    def test_a_talk_that_would_come_in_a_holiday_is_called_off(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        del rows
        with services.database.transaction() as session:
            for talk in session.scalars(select(Conversation)):
                talk.exported_on = date(2025, 9, 3)
        reschedule(services, talks(services, trajectory_id)[0], days=7, scope=Scope.ALL)
        assert days(services, trajectory_id)[-1] == date(2025, 10, 21)
        assert len(days(services, trajectory_id)) == 6
        with services.database.reading() as session:
            [mark] = session.scalars(select(CalledOff))
        assert (mark.starts_at.date(), mark.sequence) == (date(2025, 10, 21), 1)

    def test_another_talk_of_the_series_stands_in_the_way(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        services.conversations.hold(rows[1], summary="")
        before = everything(services)
        with pytest.raises(DomainError, match="series_day_taken"):
            reschedule(services, rows[2], days=-7, scope=Scope.LATER)
        with pytest.raises(DomainError, match="outside_trajectory"):
            reschedule(services, rows[2], days=700, scope=Scope.LATER)
        with pytest.raises(DomainError, match="already_settled"):
            reschedule(services, talks(services, trajectory_id)[1], days=1, scope=Scope.ONE)
        with pytest.raises(DomainError, match="changed_meanwhile"):
            reschedule(services, rows[1], days=1, scope=Scope.ONE)
        assert everything(services) == before

    def test_the_scopes_that_make_a_difference(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        assert services.series.scopes(rows[0].id) == (Scope.ONE, Scope.LATER)
        assert services.series.scopes(rows[3].id) == (Scope.ONE, Scope.LATER, Scope.ALL)
        assert services.series.scopes(rows[-1].id) == (Scope.ONE, Scope.ALL)
        single = factory.add_conversation(services, trajectory_id)
        assert services.series.scopes(single.id) == (Scope.ONE,)

    def test_place_and_people_change_for_what_is_meant(
        self, services: Services, trajectory_id: UUID, rows: list[ConversationRow]
    ) -> None:
        plan = plan_of(
            services, trajectory_id, starts_at=rows[3].starts_at, place="Zolder", participant_ids=()
        )
        services.series.move(rows[3], plan, scope=Scope.LATER)
        found = talks(services, trajectory_id)
        assert [row.place for row in found] == ["Lokaal 3"] * 3 + ["Zolder"] * 4
        assert {row.participants for row in found[3:]} == {()}


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, UUID, FixedClock]]:
    """One profile for many examples: each takes back what it did."""
    clock = FixedClock(datetime(2025, 9, 3, 12))  # noqa: DTZ001
    services = factory.make_services(tmp_path_factory.mktemp("series"), clock=clock)
    yield services, factory.add_student(services, weekdays=(1, 2, 3, 4, 5)), clock
    services.close()


change = st.tuples(
    st.integers(0, 11),
    st.sampled_from(["hold", "not_held", "one", "later", "all", "off"]),
    st.integers(-8, 8),
)


@settings(max_examples=15)
@given(changes=st.lists(change, min_size=1, max_size=5))
def test_whatever_moves_held_talks_stay_and_no_day_comes_twice(
    playground: tuple[Services, UUID, FixedClock], changes: list[tuple[int, str, int]]
) -> None:
    """Held talks never change, no day of a series has two talks, and taking all back gives all back."""
    services, trajectory_id, clock = playground
    empty = everything(services)
    services.series.plan(plan_of(services, trajectory_id), WEEKLY, date(2025, 11, 7))
    states = [everything(services)]
    for number, action, shift in changes:
        rows = [row for row in talks(services, trajectory_id) if row.state is ConversationState.PLANNED]
        if not rows:
            break
        before, settled = everything(services), settled_talks(services)
        # A step of its own: what follows at once on the same field is one step with it.
        clock.pass_time(seconds=30)
        try:
            act(services, rows[number % len(rows)], action, shift)
        except DomainError:
            assert everything(services) == before
            continue
        assert settled <= settled_talks(services)
        if action in {"later", "all"}:
            check_days(services, trajectory_id, before=len(rows))
        if everything(services) != before:
            states.append(everything(services))
    for expected in (*reversed(states[:-1]), empty):
        services.history.undo()
        assert everything(services) == expected


def act(services: Services, row: ConversationRow, action: str, shift: int) -> None:
    if action == "hold":
        services.conversations.hold(row, summary="")
    elif action == "not_held":
        services.conversations.mark_not_held(row, cause=NotHeldCause.STUDENT)
    elif action == "off":
        services.series.call_off(row.id, version=row.version, scope=Scope.ONE)
    else:
        reschedule(services, row, days=shift, scope=Scope(action))


def settled_talks(services: Services) -> set[tuple[object, ...]]:
    """Held and not held ones, with everything of them."""
    return {row for row in everything(services) if len(row) == 7 and row[3] is not ConversationState.PLANNED}


def check_days(services: Services, trajectory_id: UUID, *, before: int) -> None:
    """No planned talk of a series that moved stands on the day of another that moved with it, and none is made."""
    rows = [row for row in talks(services, trajectory_id) if row.state is ConversationState.PLANNED]
    assert len(rows) <= before
    with services.database.reading() as session:
        places = [
            (talk.series_id, talk.series_on)
            for talk in session.scalars(select(Conversation))
            if talk.state is ConversationState.PLANNED and talk.series_on == talk.starts_at.date()
        ]
    assert len(places) == len(set(places))
