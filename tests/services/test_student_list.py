"""The students' list in pieces: its order, what is searched, the lines asked for, and their cost."""

import uuid
from datetime import date, datetime, timedelta

import pytest

from tests import factory
from tests.factory import FixedClock
from tests.statements import counted_statements
from wpl_desktop.domain.trajectories import Role, TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.student_list import ListOrder
from wpl_desktop.services.trajectories import RoleValues

RUNNING = TrajectoryState.RUNNING


def names_of(services: Services, keys: list[uuid.UUID]) -> list[str]:
    rows = {row.trajectory_id: row.name for row in services.student_list.rows(keys)}
    return [rows[key] for key in keys]


def test_the_order_is_that_of_a_paper_register(services: Services) -> None:
    for name in ("Zoë Zwart", "Ali Çelik", "Bo Cools", "An de Smet"):
        factory.add_student(services, name=name)
    keys = services.student_list.order(RUNNING)

    assert names_of(services, keys) == ["Ali Çelik", "Bo Cools", "An de Smet", "Zoë Zwart"]
    assert services.student_list.order(RUNNING, ascending=False) == keys[::-1]
    assert keys == [row.trajectory_id for row in services.student_list.names()]


def test_each_state_has_its_own_list_and_count(services: Services) -> None:
    closed = factory.add_student(services, state=TrajectoryState.CLOSED)
    running = factory.add_student(services, name="Zoë Zwart")

    assert services.student_list.order(RUNNING) == [running]
    assert services.student_list.order(TrajectoryState.CLOSED) == [closed]
    assert services.student_list.counts() == {RUNNING: 1, TrajectoryState.CLOSED: 1}


@pytest.mark.parametrize("ascending", [True, False])
def test_who_has_no_conversation_comes_last_either_way(services: Services, ascending: bool) -> None:
    without = factory.add_student(services, name="An Aerts")
    late = factory.add_student(services, name="Bo Baert")
    soon = factory.add_student(services, name="Cis Claes")
    for key, day in ((late, 29), (soon, 26)):
        factory.add_conversation(services, key, starts_at=datetime(2026, 1, day, 15, 45))  # noqa: DTZ001
    keys = services.student_list.order(RUNNING, by=ListOrder.NEXT_CONVERSATION, ascending=ascending)

    assert keys == ([soon, late, without] if ascending else [late, soon, without])


def test_by_class_and_by_last_round_names_decide_within(services: Services) -> None:
    first = factory.add_student(services, name="Zoë Zwart", class_names="L1")
    second = factory.add_student(services, name="An Aerts", class_names="L2")
    third = factory.add_student(services, name="Bo Baert", class_names="l1")
    none = factory.add_student(services, name="Aa Aa", class_names="")
    assert services.student_list.order(RUNNING, by=ListOrder.CLASS) == [third, first, second, none]
    factory.add_round(services, first, number=1)
    factory.add_round(services, second, number=1)
    factory.add_round(services, second, number=2)

    assert services.student_list.order(RUNNING, by=ListOrder.LAST_ROUND) == [first, second, none, third]


def test_a_round_far_ahead_is_not_the_last_round(services: Services, clock: FixedClock) -> None:
    key = factory.add_student(services)
    today = clock.local().date()
    factory.add_round(services, key, number=1, held_on=today)
    factory.add_round(services, key, number=2, held_on=today + timedelta(days=15))
    (row,) = services.student_list.rows([key])
    assert row.last_round is not None
    assert row.last_round.number == 1
    clock.pass_time(days=1)
    (row,) = services.student_list.rows([key])

    assert row.last_round is not None
    assert row.last_round.number == 2


def test_what_is_searched_is_folded_and_has_class_programme_and_mentor(services: Services) -> None:
    key = factory.add_student(
        services,
        name="Łukasz Wójcik",
        second_script="ياسمين",
        people=(RoleValues(role=Role.CLASS_MENTOR, name="Joëlle Mbuyi"),),
    )
    text = services.student_list.search_texts(RUNNING)[key]

    assert all(word in text for word in ("lukasz", "wojcik", "joelle", "l2", "bachelor lager", "ياسمين"))
    assert services.student_list.search_texts(TrajectoryState.CLOSED) == {}


def test_a_talk_of_yesterday_that_nobody_marked_is_not_next(services: Services, clock: FixedClock) -> None:
    key = factory.add_student(services)
    factory.add_conversation(services, key, starts_at=clock.local() - timedelta(days=1))
    (row,) = services.student_list.rows([key])

    assert row.next_conversation is None


def test_a_few_lines_take_as_many_queries_as_many_and_touch_nobody_else(services: Services) -> None:
    keys = [factory.add_student(services, name=f"Student {number:02}") for number in range(12)]
    for key in keys:
        factory.add_conversation(services, key)
        factory.add_round(services, key, held_on=date(2026, 1, 22))
    services.student_list.rows(keys)
    with counted_statements(services) as one:
        rows = services.student_list.rows(keys[:1])
    with counted_statements(services) as twelve:
        services.student_list.rows(keys)

    assert [row.trajectory_id for row in rows] == keys[:1]
    assert len(one) == len(twelve)


def test_the_first_plan_of_a_student_is_found_by_the_student(services: Services) -> None:
    """Through the state, every plan of a thousand students would be read for the dozen in view."""
    key = factory.add_student(services)
    with counted_statements(services) as statements:
        services.student_list.rows([key])
    (plan,) = [text for text in statements if "likely" in text]
    with services.database.engine.connect() as connection:
        values = {f"v{number}": "" for number in range(plan.count("?"))}
        for name in values:
            plan = plan.replace("?", f"'{name}'", 1)
        steps = " ".join(str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {plan}"))

    assert "ix_conversations_trajectory_id" in steps
