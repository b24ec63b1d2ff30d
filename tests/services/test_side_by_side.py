"""The views of a round side by side: who may be seen, what is agreed, and that nothing is ever computed."""

from __future__ import annotations

import uuid

import pytest

from tests import factory
from tests.factory import FixedClock
from tests.statements import counted_statements
from tests.trialogue import (
    CONDITIONS,
    INSTITUTE,
    PART,
    SCORED,
    STUDENT,
    WORKPLACE,
    criterion_of,
    make_final,
    save,
    score,
    scored_round,
    set_ready,
    student_with_levels,
    view_of,
)
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Difference,
    Perspective,
    RoundKind,
    level_mark,
)
from wpl_desktop.domain.trialogue import AgendaGroup
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.side_by_side import AgreedValues


@pytest.fixture
def round_id(services: Services) -> uuid.UUID:
    return scored_round(services)


# Who may be seen


def test_r5_before_the_reveal_there_is_only_ones_own(services: Services) -> None:
    round_id = scored_round(services, revealed=False)
    view = view_of(services, round_id)
    assert not view.revealed
    assert not view.is_open
    assert view.hidden == {STUDENT, INSTITUTE}
    assert all(set(criterion.voices) == {WORKPLACE} for criterion in view.criteria)
    assert {criterion.difference for criterion in view.criteria} == {None}


def test_r5_on_a_joint_screen_not_even_that(services: Services) -> None:
    round_id = scored_round(services, revealed=False)
    view = services.side_by_side.view(round_id, strand=PART, joint=True)
    assert all(not criterion.voices for criterion in view.criteria)
    assert view.hidden == set(Perspective)


def test_r5_it_says_who_is_not_ready(services: Services) -> None:
    round_id = factory.add_round(services, factory.add_student(services))
    services.evaluations.mark_ready(round_id, perspective=WORKPLACE, strand=PART)
    assert view_of(services, round_id).missing == (STUDENT, INSTITUTE)


def test_r5_on_a_strand_that_is_not_ready_the_others_stay_hidden(services: Services) -> None:
    round_id = scored_round(services)
    services.evaluations.mark_ready(round_id, perspective=WORKPLACE, strand=CONDITIONS, ready=False)
    assert view_of(services, round_id).is_open
    view = view_of(services, round_id, CONDITIONS)
    assert view.revealed
    assert view.hidden == {STUDENT, INSTITUTE}
    assert all(set(criterion.voices) == {WORKPLACE} for criterion in view.criteria)


def test_after_the_reveal_everybody_stands_there_with_words_and_names(
    services: Services, round_id: uuid.UUID
) -> None:
    view = view_of(services, round_id)
    c4 = criterion_of(services, round_id, "C4")
    assert view.is_open
    assert view.names == {STUDENT: "Łukasz", WORKPLACE: "Griet", INSTITUTE: "Nadège"}
    assert [mark.level for mark in c4.marks] == [4, 2, 2]
    assert c4.voices[INSTITUTE].said.comment == "institute on C4"
    assert len(c4.level_texts) == len(view.level_labels) == 4


def test_a_round_of_two_has_two_voices(services: Services) -> None:
    trajectory_id = factory.add_student(services, institute="", people=())
    round_id = scored_round(services, trajectory_id, levels={"C1": (1, 3)}, everywhere=(2, 2))
    view = view_of(services, round_id)
    assert view.perspectives == (STUDENT, WORKPLACE)
    assert all(set(criterion.voices) == {STUDENT, WORKPLACE} for criterion in view.criteria)


def test_r9_the_students_silence_about_the_workplace_looks_the_same(services: Services) -> None:
    """Withheld on purpose, and never touched: one and the same sign."""
    withheld, untouched = scored_round(services), scored_round(services)
    for round_id in (withheld, untouched):
        services.evaluations.mark_ready(round_id, perspective=STUDENT, strand=CONDITIONS, ready=False)
    services.evaluations.save_score(
        withheld,
        ScoreValues(mark=NOT_OBSERVED),
        perspective=STUDENT,
        strand=CONDITIONS,
        criterion_id=criterion_of(services, withheld, "C4").id,
    )
    for round_id in (withheld, untouched):
        services.evaluations.mark_ready(round_id, perspective=STUDENT, strand=CONDITIONS)
    voices = [
        criterion_of(services, round_id, "C4", strand=CONDITIONS).voices[STUDENT]
        for round_id in (withheld, untouched)
    ]
    assert voices[0] == voices[1]
    assert voices[0].said.mark == NOT_OBSERVED


# Labels and order


def test_r7_labels_over_levels_only(services: Services, round_id: uuid.UUID) -> None:
    found = {criterion.code: criterion.difference for criterion in view_of(services, round_id).criteria}
    assert found["C4"] is Difference.TALK_NEEDED
    assert found["C2"] is Difference.CLOSE
    assert found["C3"] is Difference.UNANIMOUS
    assert found["C6"] is None


def test_2_3_the_order_of_the_talk(services: Services) -> None:
    trajectory_id = factory.add_student(services)
    first = scored_round(services, trajectory_id, number=1, kind=RoundKind.START)
    save(services, first, "C9", AgreedValues(mark=level_mark(1), reason="she said so"))
    save(services, first, "C8", AgreedValues(mark=level_mark(2)))
    second = scored_round(services, trajectory_id, number=2)
    assert view_of(services, second).agenda == (
        (AgendaGroup.TALK_NEEDED, ("C4",)),
        (AgendaGroup.CLOSE, ("C2",)),
        (AgendaGroup.UNANIMOUS, ("C9", "C8", "C1", "C3", "C5", "C7")),
        (AgendaGroup.ONE_LEVEL, ("C6",)),
    )


def test_r12_a_light_round_has_its_focus_only(services: Services) -> None:
    round_id = scored_round(services, kind=RoundKind.START, focus=("C2", "C4"))
    assert [criterion.code for criterion in view_of(services, round_id).criteria] == ["C2", "C4"]


# What is agreed


@pytest.mark.parametrize("strand", list(Strand))
def test_r6_nothing_is_agreed_beforehand_not_even_where_all_are_equal(
    services: Services, strand: Strand
) -> None:
    round_id = scored_round(services, levels={}, everywhere=(3, 3, 3), strand=strand)
    for criterion in view_of(services, round_id, strand).criteria:
        assert criterion.agreed == AgreedValues()
        assert criterion.version == 0


def test_r6_what_is_agreed_is_kept_as_it_was_said(services: Services, round_id: uuid.UUID) -> None:
    said = AgreedValues(mark=level_mark(3), positions="between the two")
    assert save(services, round_id, "C4", said) == 1
    assert criterion_of(services, round_id, "C4").agreed == said
    assert criterion_of(services, round_id, "C1").agreed == AgreedValues()


def test_r6_a_difference_that_stands_has_words_and_no_mark(services: Services, round_id: uuid.UUID) -> None:
    said = AgreedValues(mark=level_mark(3), difference_stands=True, positions="she: often; we: rarely")
    save(services, round_id, "C4", said)
    agreed = criterion_of(services, round_id, "C4").agreed
    assert agreed == AgreedValues(difference_stands=True, positions="she: often; we: rarely")
    assert agreed.is_discussed


def test_r6_outside_the_range_only_with_a_reason(services: Services, round_id: uuid.UUID) -> None:
    with pytest.raises(DomainError) as refused:
        save(services, round_id, "C4", AgreedValues(mark=level_mark(1), reason=" "))
    assert (refused.value.code, refused.value.field) == ("agreed_outside_range", "reason")
    assert criterion_of(services, round_id, "C4").version == 0
    save(services, round_id, "C4", AgreedValues(mark=level_mark(1), reason="both saw it later"))
    assert criterion_of(services, round_id, "C4").agreed.mark == level_mark(1)


def test_only_levels_of_the_set(services: Services, round_id: uuid.UUID) -> None:
    with pytest.raises(DomainError) as refused:
        save(services, round_id, "C4", AgreedValues(mark=level_mark(5), reason="more than that"))
    assert refused.value.code == "level_unknown"


def test_no_opportunity_exists_on_the_students_part_only(services: Services, round_id: uuid.UUID) -> None:
    save(services, round_id, "C6", AgreedValues(mark=NO_OPPORTUNITY))
    with pytest.raises(DomainError) as refused:
        save(services, round_id, "C6", AgreedValues(mark=NO_OPPORTUNITY), strand=CONDITIONS)
    assert refused.value.code == "no_opportunity_on_workplace_part"


def test_r5_nothing_is_agreed_before_the_reveal(services: Services) -> None:
    round_id = scored_round(services, revealed=False)
    with pytest.raises(DomainError) as refused:
        save(services, round_id, "C4", AgreedValues(mark=level_mark(2)))
    assert refused.value.code == "not_revealed"


def test_a_final_round_is_read_only_and_stays_readable(services: Services, round_id: uuid.UUID) -> None:
    save(services, round_id, "C4", AgreedValues(mark=level_mark(2)))
    make_final(services, round_id)
    with pytest.raises(DomainError) as refused:
        save(services, round_id, "C4", AgreedValues(mark=level_mark(3)))
    assert refused.value.code == "round_final"
    assert view_of(services, round_id).final
    assert criterion_of(services, round_id, "C4").agreed.mark == level_mark(2)


def test_a_second_hand_is_told_and_overwrites_nothing(services: Services, round_id: uuid.UUID) -> None:
    first = save(services, round_id, "C4", AgreedValues(mark=level_mark(2)), expected_version=0)
    second = save(services, round_id, "C4", AgreedValues(mark=level_mark(3)), expected_version=first)
    for seen in (0, first):
        with pytest.raises(DomainError) as refused:
            save(services, round_id, "C4", AgreedValues(mark=level_mark(4)), expected_version=seen)
        assert refused.value.code == "changed_meanwhile"
    found = criterion_of(services, round_id, "C4")
    assert (found.agreed.mark, found.version) == (level_mark(3), second)


def test_the_same_again_writes_nothing(services: Services, round_id: uuid.UUID) -> None:
    assert save(services, round_id, "C4", AgreedValues()) == 0
    kept = save(services, round_id, "C4", AgreedValues(mark=level_mark(2)))
    assert save(services, round_id, "C4", AgreedValues(mark=level_mark(2)), expected_version=kept) == kept


def test_one_strand_leaves_the_other_alone(services: Services, round_id: uuid.UUID) -> None:
    score_id = criterion_of(services, round_id, "C4").id
    save(services, round_id, "C4", AgreedValues(mark=NOT_OBSERVED), strand=CONDITIONS)
    assert criterion_of(services, round_id, "C4").agreed == AgreedValues()
    assert criterion_of(services, round_id, "C4", strand=CONDITIONS).id == score_id


def test_a_choice_is_undone_and_typed_words_are_one_step(
    services: Services, round_id: uuid.UUID, clock: FixedClock
) -> None:
    chosen = AgreedValues(difference_stands=True)
    save(services, round_id, "C4", chosen)
    clock.pass_time(minutes=1)
    for words in ("she", "she: often", "she: often; we: rarely"):
        clock.pass_time(seconds=2)
        save(services, round_id, "C4", AgreedValues(difference_stands=True, positions=words))
    services.history.undo()
    assert criterion_of(services, round_id, "C4").agreed == chosen
    services.history.undo()
    assert criterion_of(services, round_id, "C4").agreed == AgreedValues()


# R8


def test_r8_the_reservation_stands_on_low_levels_and_what_was_agreed(services: Services) -> None:
    round_id = scored_round(services, levels={"C4": (4, 2, 2)}, everywhere=(3, 3, 3))
    set_ready(services, round_id, CONDITIONS, ready=False)
    score(services, round_id, levels={"C4": (4, 1, 3)}, everywhere=(3, 3, 3), strand=CONDITIONS)
    set_ready(services, round_id, CONDITIONS)
    c4 = criterion_of(services, round_id, "C4")
    assert {one: voice.reserved for one, voice in c4.voices.items()} == {
        STUDENT: False,
        WORKPLACE: True,
        INSTITUTE: True,
    }
    assert not c4.agreed_reserved
    save(services, round_id, "C4", AgreedValues(mark=level_mark(2)))
    assert criterion_of(services, round_id, "C4").agreed_reserved
    assert not any(voice.reserved for voice in criterion_of(services, round_id, "C1").voices.values())
    conditions = criterion_of(services, round_id, "C4", strand=CONDITIONS)
    assert not any(voice.reserved for voice in conditions.voices.values())


def test_r8_the_students_view_alone_gives_nothing_away(services: Services) -> None:
    round_id = scored_round(services, levels={}, everywhere=(2, 2, 2))
    set_ready(services, round_id, CONDITIONS, ready=False)
    score(services, round_id, levels={}, everywhere=(1, 3, 3), strand=CONDITIONS)
    set_ready(services, round_id, CONDITIONS)
    c4 = criterion_of(services, round_id, "C4")
    assert not any(voice.reserved for voice in c4.voices.values())


# Other scales, and how often the database is asked


@pytest.mark.parametrize("count", [3, 5])
def test_a_scale_of_another_length(services: Services, count: int) -> None:
    trajectory_id = student_with_levels(services, count)
    round_id = scored_round(services, trajectory_id, levels={"C1": (1, count, 0)}, everywhere=(2, 2, 2))
    view = view_of(services, round_id)
    assert len(view.level_labels) == count
    assert all(len(criterion.level_texts) == count for criterion in view.criteria)
    assert view.agenda[0] == (AgendaGroup.TALK_NEEDED, ("C1",))
    save(services, round_id, "C1", AgreedValues(mark=level_mark(count)))
    with pytest.raises(DomainError) as refused:
        save(services, round_id, "C1", AgreedValues(mark=level_mark(count + 1), reason="more"))
    assert refused.value.code == "level_unknown"


def test_more_criteria_and_rounds_ask_the_database_no_more_often(services: Services) -> None:
    trajectory_id = factory.add_student(services)
    light = scored_round(services, trajectory_id, number=1, kind=RoundKind.START, focus=("C2", "C4"))
    with counted_statements(services) as few:
        view_of(services, light)
    full = scored_round(services, trajectory_id, levels=SCORED, number=2)
    for criterion in view_of(services, full).criteria:
        save(services, full, criterion.code, AgreedValues(difference_stands=True, positions="both"))
    with counted_statements(services) as many:
        view_of(services, full)
    assert len(many) <= len(few)
    assert NOT_YET_SCORED not in {mark for one in view_of(services, full).criteria for mark in one.marks}
