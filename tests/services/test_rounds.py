"""Opening rounds, for one student and for several, and changing one before it is final."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests import factory, reveal
from tests.factory import FixedClock
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import (
    NOT_OBSERVED,
    ROUND_OPENS_BEFORE,
    Perspective,
    Round,
    RoundKind,
    Sheet,
    level_mark,
)
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.rounds import RoundValues

S, W, INSTITUTE = Perspective
TODAY = date(2026, 1, 22)


def values_of(**values: object) -> RoundValues:
    return replace(RoundValues(number=1, kind=RoundKind.MIDTERM, held_on=TODAY), **values)  # pyright: ignore[reportArgumentType]


def refusal_of(call: object, *arguments: object) -> DomainError:
    with pytest.raises(DomainError) as refusal:
        call(*arguments)  # type: ignore[operator]
    return refusal.value


def sheets_of(services: Services, round_id: uuid.UUID) -> set[tuple[Perspective, Strand]]:
    with services.database.reading() as session:
        return {
            (sheet.perspective, sheet.strand)
            for sheet in session.query(Sheet).filter(Sheet.round_id == round_id)
        }


class TestOpen:
    """One round of one student."""

    def test_what_was_chosen_is_kept(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        values = values_of(ready_by=date(2026, 1, 20), focus=("C1", "C3"))
        round_id = services.rounds.open(trajectory_id, values)
        assert services.rounds.values(round_id) == values

    def test_without_the_student_the_other_two_take_part(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        round_id = services.rounds.open(trajectory_id, values_of(with_student=False))
        assert services.rounds.of_student(trajectory_id)[0].perspectives == (W, INSTITUTE)
        assert sheets_of(services, round_id) == {(one, strand) for one in (W, INSTITUTE) for strand in Strand}
        assert not services.rounds.values(round_id).with_student

    @pytest.mark.parametrize("institute", ["Hogeschool Scheldestad", ""])
    def test_at_least_two_take_part(self, services: Services, institute: str) -> None:
        trajectory_id = factory.add_student(services, institute=institute, people=())
        wanted = values_of(with_student=False, with_institute=not institute)
        refusal = refusal_of(services.rounds.open, trajectory_id, wanted)
        assert (refusal.code, refusal.field) == ("too_few_perspectives", "with_institute")
        assert services.rounds.of_student(trajectory_id) == []

    def test_nobody_is_ready_after_the_talk(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        refusal = refusal_of(
            services.rounds.open, trajectory_id, values_of(ready_by=TODAY + timedelta(days=1))
        )
        assert (refusal.code, refusal.field) == ("ready_after_talk", "ready_by")
        services.rounds.open(trajectory_id, values_of(ready_by=TODAY))


class TestProposal:
    """What the dialog starts with."""

    def test_the_next_talk_to_evaluate_gives_the_day_and_is_linked(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        factory.add_conversation(services, trajectory_id)
        later, first = (
            factory.add_conversation(
                services, trajectory_id, key="midterm_trialogue", starts_at=datetime.fromisoformat(moment)
            )
            for moment in ("2026-02-12T15:45", "2026-01-29T15:45")
        )
        proposed = services.rounds.new_values(trajectory_id)
        assert (proposed.held_on, proposed.conversation_id) == (date(2026, 1, 29), first.id)
        services.rounds.open(trajectory_id, proposed)
        # That talk has its round now.
        proposed = services.rounds.new_values(trajectory_id)
        assert (proposed.number, proposed.conversation_id) == (2, later.id)

    def test_without_a_talk_it_is_in_two_weeks(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        proposed = services.rounds.new_values(trajectory_id)
        assert (proposed.held_on, proposed.conversation_id) == (TODAY + ROUND_OPENS_BEFORE, None)

    def test_planned_are_the_rounds_that_nobody_began(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        factory.add_round(services, trajectory_id, number=1, held_on=TODAY)
        second = factory.add_round(services, trajectory_id, number=2, held_on=TODAY + timedelta(days=15))
        third = factory.add_round(services, trajectory_id, number=3, held_on=TODAY + timedelta(days=90))
        assert [row.id for row in services.rounds.planned(trajectory_id)] == [second, third]
        services.evaluations.mark_ready(second, perspective=W, strand=Strand.STUDENT_PART)
        assert [row.id for row in services.rounds.planned(trajectory_id)] == [third]


class TestSeveral:
    """The same round for several students, all or none."""

    def test_each_gets_the_next_number_and_who_takes_part_with_them(self, services: Services) -> None:
        first = factory.add_student(services)
        second = factory.add_student(services, name="Zoë Zwart", institute="", people=())
        factory.add_round(services, first, number=2)
        opened = services.rounds.open_many((second, first), values_of(focus=("C1", "C2")))
        [alone] = services.rounds.of_student(second)
        assert [alone.id, services.rounds.of_student(first)[1].id] == opened
        assert (alone.number, alone.perspectives, alone.focus) == (1, (S, W), ("C1", "C2"))
        assert services.rounds.of_student(first)[1].number == 3

    def test_it_is_one_step_that_can_be_undone(self, services: Services) -> None:
        keys = [factory.add_student(services, name=name) for name in ("An Aerts", "Bo Baert")]
        services.rounds.open_many(keys, values_of())
        services.history.undo()
        assert [services.rounds.of_student(key) for key in keys] == [[], []]

    def test_who_is_not_there_on_that_day_is_named_and_nothing_is_opened(self, services: Services) -> None:
        inside = factory.add_student(services, name="An Aerts")
        outside = [
            factory.add_student(services, name=name, ends_on=date(2026, 1, 21))
            for name in ("Cis Claes", "Bo Baert")
        ]
        refusal = refusal_of(services.rounds.open_many, [inside, *outside], values_of())
        assert (refusal.code, refusal.field) == ("outside_trajectories", "held_on")
        assert dict(refusal.values)["names"] == "Bo Baert, Cis Claes"
        assert services.rounds.of_student(inside) == []

    def test_somebody_who_is_gone_stops_it_all(self, services: Services) -> None:
        inside = factory.add_student(services)
        refusal = refusal_of(services.rounds.open_many, [inside, uuid.uuid4()], values_of())
        assert refusal.code == "not_found"
        assert services.rounds.of_student(inside) == []

    def test_the_criteria_that_all_have_are_offered(self, services: Services) -> None:
        keys = [factory.add_student(services, name=name) for name in ("An Aerts", "Bo Baert")]
        assert services.rounds.common_criteria(keys) == services.rounds.criteria_names(keys[0])


class TestChange:
    """Changing a round before it is final."""

    def test_days_kind_focus_and_number(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        round_id = factory.add_round(services, trajectory_id)
        wanted = values_of(
            number=2,
            kind=RoundKind.START,
            held_on=date(2026, 2, 5),
            ready_by=date(2026, 2, 2),
            focus=("C2", "C4"),
        )
        services.rounds.change(round_id, wanted)
        assert services.rounds.values(round_id) == wanted
        services.history.undo()
        assert services.rounds.values(round_id).held_on == TODAY

    def test_what_was_scored_outside_the_new_focus_stays(self, services: Services) -> None:
        round_id = factory.add_round(services, factory.add_student(services))
        factory.score_all(services, round_id, mark=level_mark(2))
        services.rounds.change(round_id, values_of(focus=("C1", "C2")))
        assert (
            len(services.evaluations.sheet(round_id, perspective=W, strand=Strand.STUDENT_PART).scores) == 2
        )
        services.rounds.change(round_id, values_of())
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=Strand.STUDENT_PART)
        assert {view.mark for view in sheet.scores.values()} == {level_mark(2)}

    def test_who_said_nothing_can_leave_and_come_back(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        round_id = factory.add_round(services, trajectory_id)
        services.rounds.change(round_id, values_of(with_institute=False))
        assert services.rounds.of_student(trajectory_id)[0].perspectives == (S, W)
        assert sheets_of(services, round_id) == {(one, strand) for one in (S, W) for strand in Strand}
        services.rounds.change(round_id, values_of())
        assert len(sheets_of(services, round_id)) == 6

    @pytest.mark.parametrize(
        ("perspective", "field"),
        [(S, "with_student"), (INSTITUTE, "with_institute")],
        ids=["student", "institute"],
    )
    @pytest.mark.parametrize("is_ready", [True, False], ids=["ready", "scored"])
    def test_who_said_something_stays(
        self, services: Services, perspective: Perspective, field: str, is_ready: bool
    ) -> None:
        round_id = factory.add_round(services, factory.add_student(services))
        if is_ready:
            services.evaluations.mark_ready(round_id, perspective=perspective, strand=Strand.STUDENT_PART)
        else:
            factory.score_all(services, round_id, perspective=perspective, mark=NOT_OBSERVED)
        refusal = refusal_of(services.rounds.change, round_id, values_of(**{field: False}))
        assert (refusal.code, refusal.field) == ("perspective_has_said", field)
        assert dict(refusal.values)["who"] == perspective.value
        assert len(sheets_of(services, round_id)) == 6

    def test_an_institute_that_left_meanwhile_still_said_what_it_said(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        round_id = factory.add_round(services, trajectory_id)
        factory.score_all(services, round_id, perspective=INSTITUTE)
        detail = services.trajectories.detail(trajectory_id)
        services.trajectories.change_student(detail, replace(detail.values, institute=""))
        later = replace(services.rounds.values(round_id), held_on=TODAY + timedelta(days=3))
        services.rounds.change(round_id, later)
        assert services.rounds.values(round_id) == later
        assert services.rounds.of_student(trajectory_id)[0].perspectives == (S, W, INSTITUTE)
        # A new round has two perspectives (2.3).
        factory.add_round(services, trajectory_id, number=2)
        assert services.rounds.of_student(trajectory_id)[1].perspectives == (S, W)

    def test_refused_as_when_it_was_opened(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        round_id = factory.add_round(services, trajectory_id)
        factory.add_round(services, trajectory_id, number=2)
        for wanted, code in (
            (values_of(number=2), "round_exists"),
            (values_of(held_on=date(2027, 1, 1)), "outside_trajectory"),
            (values_of(ready_by=date(2026, 1, 23)), "ready_after_talk"),
            (values_of(focus=("C1",)), "focus_count"),
            (values_of(with_student=False, with_institute=False), "too_few_perspectives"),
        ):
            assert refusal_of(services.rounds.change, round_id, wanted).code == code
        assert services.rounds.values(round_id) == values_of()

    def test_a_final_round_stays_as_it_is(self, services: Services, clock: FixedClock) -> None:
        round_id = factory.add_round(services, factory.add_student(services))
        reveal.mark_everybody_ready(services, round_id)
        with services.database.transaction(undoable=False) as session:
            session.get_one(Round, round_id).finalised_at = clock.now()
        assert refusal_of(services.rounds.change, round_id, values_of(number=2)).code == "round_final"
        services.rounds.reveal(round_id)
        with services.database.reading() as session:
            assert session.get_one(Round, round_id).revealed_at is None
