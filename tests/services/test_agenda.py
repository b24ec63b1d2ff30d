"""What the agenda reads: blocks of a span, pages of the list, one talk, and what has no day yet."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.factory import FixedClock, add_conversation, add_round, add_student, make_services
from tests.statements import counted_statements
from wpl_desktop.domain.conversations import ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.agenda import Wanted
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import PlanValues

NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)
MONDAY, SUNDAY = date(2026, 1, 19), date(2026, 1, 25)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    opened = make_services(tmp_path, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def student(services: Services) -> uuid.UUID:
    return add_student(services)


def group_talk(services: Services, ids: list[uuid.UUID], starts_at: datetime) -> uuid.UUID:
    kind = next(kind for kind in services.conversations.types() if kind.key == "return_day")
    return services.conversations.plan(
        PlanValues(
            trajectory_id=ids[0],
            type_id=kind.id,
            starts_at=starts_at,
            minutes=kind.minutes,
            others=tuple(ids[1:]),
        )
    )


def test_a_span_has_the_talks_of_its_days_in_their_order(services: Services, student: uuid.UUID) -> None:
    late = add_conversation(services, student, starts_at=NOW.replace(hour=16), place="Lokaal L3")
    early = add_conversation(services, student, starts_at=NOW.replace(hour=9))
    add_conversation(services, student, starts_at=NOW + timedelta(days=4))
    sunday = add_conversation(services, student, starts_at=datetime(2026, 1, 25, 23, 45))  # noqa: DTZ001
    blocks = services.agenda.span(MONDAY, SUNDAY)
    assert [block.id for block in blocks] == [early.id, late.id, sunday.id]
    assert blocks[1].students == ("Łukasz",)
    assert blocks[1].place == "Lokaal L3"
    assert blocks[1].ends_at == NOW.replace(hour=16, minute=0) + timedelta(minutes=60)


def test_a_concern_conversation_is_any_conversation(services: Services, student: uuid.UUID) -> None:
    add_conversation(services, student, key="concern_conversation", starts_at=NOW)
    (block,) = services.agenda.span(MONDAY, SUNDAY)
    assert block.name == {"nl": "gesprek", "en": "conversation"}
    assert block.key == ""
    found = services.agenda.detail(block.id)
    assert found is not None
    assert found.talk.name == {"nl": "gesprek", "en": "conversation"}
    kinds = tuple((key, name["nl"]) for key, name in services.agenda.kinds())
    assert services.agenda.count(Wanted(text="zorg", kinds=kinds)) == 0
    assert services.agenda.count(Wanted(text="gesprek", kinds=kinds)) == 1


def test_a_talk_with_several_students_is_one_block(services: Services, student: uuid.UUID) -> None:
    other = add_student(services, name="Zoë Van den Broeck")
    group_talk(services, [student, other], NOW)
    (block,) = services.agenda.span(MONDAY, SUNDAY)
    assert sorted(block.students) == ["Zoë", "Łukasz"]
    assert services.agenda.count() == 1
    found = services.agenda.detail(block.id)
    assert found is not None
    assert set(found.trajectory_ids) == {student, other}
    # Whoever looks for one of them finds it too, once.
    assert services.agenda.count(Wanted(trajectory_id=other)) == 1
    assert services.agenda.count(Wanted(text="zoe")) == 1


def test_what_is_planned_goes_with_a_trajectory_that_is_closed(
    services: Services, student: uuid.UUID
) -> None:
    add_conversation(services, student, starts_at=NOW)
    held = add_conversation(services, student, starts_at=NOW - timedelta(days=1))
    services.conversations.hold(held, summary="")
    detail = services.trajectories.detail(student)
    services.trajectories.change_student(detail, replace(detail.values, state=TrajectoryState.CLOSED))
    assert [block.id for block in services.agenda.span(MONDAY, SUNDAY)] == [held.id]


def test_the_round_that_names_a_talk_stands_on_its_block(services: Services, student: uuid.UUID) -> None:
    talk = add_conversation(services, student, key="midterm_trialogue", starts_at=NOW)
    add_round(services, student, number=1, conversation_id=talk.id)
    (block,) = services.agenda.span(MONDAY, SUNDAY)
    assert block.round == 1


def test_the_list_is_read_in_pages(services: Services, student: uuid.UUID) -> None:
    rows = [add_conversation(services, student, starts_at=NOW + timedelta(days=n)) for n in range(7)]
    assert services.agenda.count() == 7
    assert [block.id for block in services.agenda.page(offset=2, limit=3)] == [row.id for row in rows[2:5]]
    assert [block.id for block in services.agenda.page(offset=6, limit=3)] == [rows[6].id]
    assert services.agenda.number_of(rows[5].id) == 5
    assert services.agenda.number_before(rows[3].starts_at) == 3
    assert services.agenda.number_of(uuid.uuid4()) is None


def test_the_list_is_narrowed(services: Services, student: uuid.UUID) -> None:
    other = add_student(services, name="Zoë Van den Broeck")
    held = add_conversation(services, student, starts_at=NOW - timedelta(days=2), place="Lokaal L3")
    services.conversations.hold(held, summary="")
    trialogue = add_conversation(services, other, key="midterm_trialogue", starts_at=NOW)

    def found(**values: object) -> set[uuid.UUID]:
        wanted = Wanted(**values)  # pyright: ignore[reportArgumentType]
        blocks = services.agenda.page(offset=0, limit=10, wanted=wanted)
        assert len(blocks) == services.agenda.count(wanted)
        return {block.id for block in blocks}

    assert found(states=frozenset({ConversationState.HELD})) == {held.id}
    assert found(hats=frozenset({Hat.EVALUATE})) == {trialogue.id}
    assert found(trajectory_id=other) == {trialogue.id}
    assert found(text="lokaal l3") == {held.id}
    assert found(text="lukasz") == {held.id}
    assert found(text="lukasz 100%") == set()
    kinds = tuple(
        (key, name["en"].replace("{trialogue}", "trialogue")) for key, name in services.agenda.kinds()
    )
    assert found(text="zoe trial", kinds=kinds) == {trialogue.id}


def test_it_asks_the_same_of_the_database_for_one_talk_and_for_many(
    services: Services, student: uuid.UUID
) -> None:
    add_conversation(services, student, starts_at=NOW)
    with counted_statements(services) as few:
        services.agenda.span(MONDAY, SUNDAY)
    for hour in range(8, 18):
        add_conversation(services, student, starts_at=NOW.replace(hour=hour))
    with counted_statements(services) as many:
        assert len(services.agenda.span(MONDAY, SUNDAY)) == 11
    assert len(many) == len(few)


def test_a_talk_that_was_not_held_waits_for_a_new_date(services: Services, student: uuid.UUID) -> None:
    row = add_conversation(services, student, starts_at=NOW - timedelta(days=1))
    services.conversations.mark_not_held(row, cause=NotHeldCause.WORKPLACE)
    rows, more = services.agenda.unplanned(most=5)
    assert more == 0
    assert [(found.instead_of, found.missed_on, found.cause) for found in rows] == [
        (row.id, NOW.date() - timedelta(days=1), NotHeldCause.WORKPLACE)
    ]
    kind = next(k for k in services.conversations.types() if k.key == rows[0].type_key)
    services.conversations.plan(
        PlanValues(
            trajectory_id=student,
            type_id=kind.id,
            starts_at=NOW + timedelta(days=1),
            minutes=30,
            instead_of=row.id,
        )
    )
    assert services.agenda.unplanned(most=5) == ([], 0)


def test_a_student_without_a_next_talk_is_there_once_the_rhythm_has_passed(
    services: Services, student: uuid.UUID
) -> None:
    row = add_conversation(services, student, starts_at=NOW - timedelta(days=10))
    services.conversations.hold(row, summary="")
    assert services.agenda.unplanned(most=5) == ([], 0)
    other = add_student(services, name="Zoë Van den Broeck")
    rows, _ = services.agenda.unplanned(most=5)
    assert [(found.student.trajectory_id, found.last_on) for found in rows] == [(other, None)]
    add_conversation(services, other, starts_at=NOW + timedelta(days=20))
    assert services.agenda.unplanned(most=5) == ([], 0)


def test_only_so_many_are_read_and_the_rest_is_counted(services: Services) -> None:
    for number in range(4):
        add_student(services, name=f"Student Nummer{number}")
    rows, more = services.agenda.unplanned(most=3)
    assert (len(rows), more) == (3, 1)


def test_a_talk_that_is_gone_has_no_detail_and_no_day(services: Services) -> None:
    assert services.agenda.detail(uuid.uuid4()) is None
    assert services.agenda.day_of(uuid.uuid4()) is None
    assert services.agenda.is_empty()


def test_of_a_day_with_many_talks_only_the_first_are_read(services: Services, student: uuid.UUID) -> None:
    morning = NOW - timedelta(days=(NOW.date() - MONDAY).days, hours=6)
    talks = [
        add_conversation(services, student, starts_at=morning + timedelta(hours=number))
        for number in range(4)
    ]
    other = add_conversation(services, student, starts_at=morning + timedelta(days=1))
    days = services.agenda.days(MONDAY, SUNDAY, most=3)
    assert [block.id for block in days[MONDAY].blocks] == [talk.id for talk in talks[:3]]
    assert days[MONDAY].count == 4
    tuesday = days[MONDAY + timedelta(days=1)]
    assert ([block.id for block in tuesday.blocks], tuesday.count) == ([other.id], 1)
    assert len(days) == 2
