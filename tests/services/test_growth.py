"""Where each perspective stood over the rounds: what may be seen, and nothing computed from it."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from tests import factory
from tests.reveal import agree, mark_everybody_ready, reveal
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Perspective,
    RoundKind,
    level_mark,
)
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.growth import GrowthRound

PART = Strand.STUDENT_PART


@pytest.fixture
def trajectory_id(services: Services) -> UUID:
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: UUID) -> UUID:
    """A round in which all three gave another level and are ready."""
    made = factory.add_round(services, trajectory_id)
    for level, perspective in (
        (4, Perspective.STUDENT),
        (2, Perspective.WORKPLACE),
        (3, Perspective.INSTITUTE),
    ):
        factory.score_all(services, made, perspective=perspective, mark=level_mark(level))
    mark_everybody_ready(services, made)
    return made


def only_round(
    services: Services, trajectory_id: UUID, *, strand: Strand = PART, joint: bool = False
) -> GrowthRound:
    (found,) = services.growth.of_student(trajectory_id, strand=strand, joint=joint).rounds
    return found


def test_before_the_reveal_only_the_own_marks_are_read(
    services: Services, trajectory_id: UUID, round_id: UUID
) -> None:
    found = only_round(services, trajectory_id)

    assert found.cells["C1"].marks == {Perspective.WORKPLACE: level_mark(2)}
    assert found.hidden == {Perspective.STUDENT, Perspective.INSTITUTE}
    assert found.ready == set(Perspective)


def test_on_a_joint_screen_nobodys_marks_are_read_before_the_reveal(
    services: Services, trajectory_id: UUID, round_id: UUID
) -> None:
    found = only_round(services, trajectory_id, joint=True)

    assert found.cells["C1"].marks == {}
    assert found.hidden == set(Perspective)


@pytest.mark.parametrize("joint", [False, True])
def test_after_the_reveal_all_are_there(
    services: Services, trajectory_id: UUID, round_id: UUID, joint: bool
) -> None:
    reveal(services, round_id)
    found = only_round(services, trajectory_id, joint=joint)

    assert {one: mark.level for one, mark in found.cells["C9"].marks.items()} == {
        Perspective.STUDENT: 4,
        Perspective.WORKPLACE: 2,
        Perspective.INSTITUTE: 3,
    }
    assert found.hidden == frozenset()


def test_a_final_round_is_open_to_all(services: Services, trajectory_id: UUID, round_id: UUID) -> None:
    factory.finalise(services, round_id)

    assert set(only_round(services, trajectory_id, joint=True).cells["C1"].marks) == set(Perspective)


def test_what_was_agreed_and_what_stands(services: Services, trajectory_id: UUID, round_id: UUID) -> None:
    reveal(services, round_id)
    agree(services, round_id, "C1", mark=level_mark(3))
    agree(services, round_id, "C4", positions="Student: veel. Werkplek: weinig.")
    agree(services, round_id, "C6", mark=NO_OPPORTUNITY)
    cells = only_round(services, trajectory_id).cells

    assert cells["C1"].agreed == level_mark(3)
    assert (cells["C4"].difference_stands, cells["C4"].positions) == (
        True,
        "Student: veel. Werkplek: weinig.",
    )
    assert cells["C6"].agreed == NO_OPPORTUNITY
    assert cells["C2"].agreed == NOT_YET_SCORED


def test_focus_criteria_leave_the_others_out(services: Services, trajectory_id: UUID) -> None:
    factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C1", "C4"))

    assert set(only_round(services, trajectory_id).cells) == {"C1", "C4"}


def test_a_round_far_ahead_has_not_begun(services: Services, trajectory_id: UUID) -> None:
    ahead = factory.THURSDAY.date() + timedelta(days=15)
    factory.add_round(services, trajectory_id, held_on=ahead)

    assert not only_round(services, trajectory_id).begun


def test_without_an_institute_there_are_two_perspectives(services: Services) -> None:
    trajectory_id = factory.add_student(services, institute="")
    factory.add_round(services, trajectory_id)
    growth = services.growth.of_student(trajectory_id, strand=PART)

    assert growth.perspectives == (Perspective.STUDENT, Perspective.WORKPLACE)


def test_silence_about_the_workplace_looks_the_same_whatever_its_reason(
    services: Services, trajectory_id: UUID, round_id: UUID
) -> None:
    """R9: withheld on one criterion and never asked for on another are one and the same."""
    reveal(services, round_id)
    services.evaluations.mark_ready(round_id, perspective=Perspective.WORKPLACE, strand=Strand.WORKPLACE_PART)
    sheet = services.evaluations.sheet(
        round_id, perspective=Perspective.STUDENT, strand=Strand.WORKPLACE_PART
    )
    services.evaluations.save_score(
        round_id,
        ScoreValues(mark=NOT_OBSERVED),
        perspective=Perspective.STUDENT,
        strand=Strand.WORKPLACE_PART,
        criterion_id=sheet.criteria[0].id,
    )
    cells = only_round(services, trajectory_id, strand=Strand.WORKPLACE_PART).cells

    assert {cells[code].marks[Perspective.STUDENT] for code in ("C1", "C2")} == {NOT_OBSERVED}


def test_a_student_who_said_nothing_at_all_is_not_said_to_have_looked(
    services: Services, trajectory_id: UUID
) -> None:
    round_id = factory.add_round(services, trajectory_id)
    services.evaluations.mark_ready(round_id, perspective=Perspective.WORKPLACE, strand=Strand.WORKPLACE_PART)
    reveal(services, round_id)
    cells = only_round(services, trajectory_id, strand=Strand.WORKPLACE_PART).cells

    assert cells["C1"].marks[Perspective.STUDENT] == NOT_YET_SCORED


def test_the_number_of_queries_does_not_grow_with_rounds(
    services: Services, trajectory_id: UUID, round_id: UUID
) -> None:
    def count() -> int:
        seen: list[str] = []

        def note(*arguments: object) -> None:
            seen.append(str(arguments[2]))

        event.listen(services.database.engine, "before_cursor_execute", note)
        try:
            services.growth.of_student(trajectory_id, strand=PART)
        finally:
            event.remove(services.database.engine, "before_cursor_execute", note)
        return len(seen)

    one = count()
    for number in (2, 3):
        factory.score_all(services, factory.add_round(services, trajectory_id, number=number))

    assert count() == one
