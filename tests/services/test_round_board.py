"""The board of rounds: who is on it, its heads, the state of each round, and what it costs."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from tests import factory, reveal
from tests.factory import FixedClock
from tests.statements import counted_statements
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NOT_OBSERVED, Perspective, Round, RoundKind, level_mark
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.round_board import BoardCell

TODAY = date(2026, 1, 22)
S, W, INSTITUTE = Perspective


def cell_of(services: Services, key: uuid.UUID, number: int = 1) -> BoardCell:
    [row] = services.round_board.rows([key])
    return row.cells[number]


class TestOrder:
    """Who is on the board."""

    def test_running_students_by_name(self, services: Services) -> None:
        last, first = (factory.add_student(services, name=name) for name in ("Zoë Zwart", "Ali Çelik"))
        factory.add_student(services, name="Bo Cools", state=TrajectoryState.CLOSED)
        assert services.round_board.order() == [first, last]

    def test_last_year_only_as_long_as_a_round_is_open(self, services: Services, clock: FixedClock) -> None:
        key = factory.add_student(services, starts_on=date(2024, 9, 1), ends_on=date(2025, 6, 30))
        factory.add_student(services, name="Later", starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 30))
        assert services.round_board.order() == []
        round_id = factory.add_round(services, key, held_on=date(2025, 6, 3))
        assert services.round_board.order() == [key]
        with services.database.transaction(undoable=False) as session:
            session.get_one(Round, round_id).finalised_at = clock.now()
        assert services.round_board.order() == []

    def test_waiting_are_those_of_whom_somebody_is_not_ready_in_a_round_that_began(
        self, services: Services
    ) -> None:
        waiting, ready, ahead, revealed, _ = (
            factory.add_student(services, name=name) for name in ("An", "Bo", "Cis", "Dré", "Els")
        )
        factory.add_round(services, waiting, held_on=TODAY + timedelta(days=14))
        reveal.mark_everybody_ready(services, factory.add_round(services, ready))
        factory.add_round(services, ahead, held_on=TODAY + timedelta(days=15))
        reveal.reveal(services, factory.add_round(services, revealed))
        assert services.round_board.order(waiting=True) == [waiting]


def test_a_head_for_each_number_with_its_days_and_kind(services: Services) -> None:
    first, second = (factory.add_student(services, name=name) for name in ("An", "Bo"))
    factory.add_round(services, first, kind=RoundKind.START, held_on=date(2025, 10, 13))
    factory.add_round(services, second, kind=RoundKind.START, held_on=date(2025, 10, 23))
    factory.add_round(services, first, number=2, held_on=TODAY)
    factory.add_round(services, second, number=2, kind=RoundKind.FINAL, held_on=TODAY)
    one, two = services.round_board.heads()
    assert (one.number, one.kind, one.first_on, one.last_on) == (
        1,
        RoundKind.START,
        date(2025, 10, 13),
        date(2025, 10, 23),
    )
    assert (two.number, two.kind) == (2, None)


class TestCell:
    """How far one round came."""

    def test_who_is_ready_with_what(self, services: Services) -> None:
        key = factory.add_student(services)
        round_id = factory.add_round(services, key)
        services.evaluations.mark_ready(round_id, perspective=W, strand=Strand.STUDENT_PART)
        services.evaluations.mark_ready(round_id, perspective=W, strand=Strand.WORKPLACE_PART)
        cell = cell_of(services, key)
        assert (cell.ready, cell.ready_with_conditions) == (frozenset({W}), frozenset({W}))
        assert cell.missing == (S, INSTITUTE)
        assert (cell.begun, cell.revealed, cell.final, cell.edition) == (True, False, False, 1)
        assert cell.ready_by == date(2026, 1, 19)

    def test_r9_the_students_silence_about_the_workplace_looks_the_same(self, services: Services) -> None:
        silent, spoke = (factory.add_student(services, name=name) for name in ("An", "Bo"))
        for key in (silent, spoke):
            factory.add_round(services, key)
        services.evaluations.mark_ready(
            cell_of(services, spoke).round_id, perspective=S, strand=Strand.WORKPLACE_PART
        )
        assert cell_of(services, silent).ready_with_conditions == frozenset()
        assert cell_of(services, spoke).ready_with_conditions == frozenset()

    def test_decision_23_begun_two_weeks_before_or_with_the_first_sheet(self, services: Services) -> None:
        key = factory.add_student(services)
        round_id = factory.add_round(services, key, held_on=TODAY + timedelta(days=15))
        assert not cell_of(services, key).begun
        services.evaluations.mark_ready(round_id, perspective=INSTITUTE, strand=Strand.STUDENT_PART)
        assert cell_of(services, key).begun

    def test_how_far_the_talk_is(self, services: Services) -> None:
        key = factory.add_student(services)
        round_id = factory.add_round(services, key, focus=("C1", "C2", "C3"))
        reveal.mark_everybody_ready(services, round_id)
        reveal.reveal(services, round_id)
        reveal.agree(services, round_id, "C1", mark=level_mark(3))
        reveal.agree(services, round_id, "C2", mark=NOT_OBSERVED)
        cell = cell_of(services, key)
        assert (cell.revealed, cell.agreed, cell.criteria) == (True, 2, 3)
        reveal.agree(services, round_id, "C3", positions="elk een ander beeld")
        assert cell_of(services, key).agreed == 3
        # Agreed on before the focus was chosen: kept, and no part of this round.
        reveal.agree(services, round_id, "C9", mark=level_mark(3))
        assert cell_of(services, key).agreed == 3

    def test_final_says_which_version(self, services: Services, clock: FixedClock) -> None:
        key = factory.add_student(services)
        round_id = factory.add_round(services, key)
        with services.database.transaction(undoable=False) as session:
            found = session.get_one(Round, round_id)
            found.finalised_at, found.edition = clock.now(), 2
        cell = cell_of(services, key)
        assert (cell.final, cell.edition) == (True, 2)

    def test_without_an_institute_there_are_two(self, services: Services) -> None:
        key = factory.add_student(services, institute="", people=())
        factory.add_round(services, key)
        assert cell_of(services, key).perspectives == (S, W)


def test_a_few_lines_take_as_many_queries_as_many_and_touch_nobody_else(services: Services) -> None:
    keys = [factory.add_student(services, name=f"Student {number:02}") for number in range(12)]
    for key in keys:
        for number in (1, 2, 3):
            factory.add_round(services, key, number=number)
    services.round_board.rows(keys)
    with counted_statements(services) as one:
        rows = services.round_board.rows(keys[:1])
    with counted_statements(services) as twelve:
        services.round_board.rows(keys)
    assert [row.trajectory_id for row in rows] == keys[:1]
    assert sorted(rows[0].cells) == [1, 2, 3]
    assert len(one) == len(twelve)
