"""The steps of a round: how far each sheet is, never what stands in it, and nothing that gives silence away (R9)."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from tests import factory
from tests.factory import FixedClock
from tests.reveal import agree, mark_everybody_ready
from tests.statements import counted_statements
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Collected, Perspective, RoundKind, level_mark
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.services.round_steps import RoundStepsView

STUDENT, WORKPLACE, INSTITUTE = Perspective
PART, CONDITIONS = Strand
#: A round always has these reads, whatever stands in it.
MOST_STATEMENTS = 16


@pytest.fixture
def trajectory_id(services: Services) -> UUID:
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: UUID) -> UUID:
    return factory.add_round(services, trajectory_id)


def make_final(services: Services, round_id: UUID) -> None:
    keys = {gap.key: "nog niet nodig" for gap in services.finalising.checklist(round_id).gaps}
    services.finalising.finalise(
        round_id, reasons=keys, names_seen=True, language="nl", render=lambda _report: b"%PDF-"
    )


def set_ready(services: Services, round_id: UUID, perspective: Perspective, *strands: Strand) -> None:
    for strand in strands:
        services.evaluations.mark_ready(round_id, perspective=perspective, strand=strand)


def test_an_unknown_round_is_refused(services: Services) -> None:
    with pytest.raises(DomainError) as refusal:
        services.round_steps.view(uuid4())
    assert refusal.value.code == "not_found"


def test_a_new_round_waits_for_everybody(services: Services, round_id: UUID) -> None:
    view = services.round_steps.view(round_id)

    assert view.perspectives == (STUDENT, WORKPLACE, INSTITUTE)
    assert view.missing == view.perspectives
    assert view.people[WORKPLACE] == "Griet"
    assert view.people[INSTITUTE] == "Nadège"
    assert [(sheet.perspective, sheet.strand) for sheet in view.sheets] == [
        (perspective, strand) for perspective in Perspective for strand in Strand
    ]
    assert not any(sheet.ready or sheet.scored or sheet.collected for sheet in view.sheets)
    assert (view.texts, view.texts_total, view.revealed_on, view.versions) == (0, 3, None, ())


def test_without_an_institute_there_are_two(services: Services) -> None:
    trajectory_id = factory.add_student(services, institute="")
    view = services.round_steps.view(factory.add_round(services, trajectory_id))
    assert view.perspectives == (STUDENT, WORKPLACE)
    assert INSTITUTE not in view.people
    assert len(view.sheets) == 4


def test_progress_counts_only_the_criteria_of_the_round(services: Services, trajectory_id: UUID) -> None:
    round_id = factory.add_round(services, trajectory_id, focus=("C1", "C4", "C7"))
    factory.score_all(services, round_id)

    sheet = services.round_steps.view(round_id).sheet(WORKPLACE, PART)

    assert (sheet.scored, sheet.total) == (3, 3)
    assert not sheet.ready


def test_who_is_ready_is_dated(services: Services, round_id: UUID) -> None:
    set_ready(services, round_id, WORKPLACE, PART)
    view = services.round_steps.view(round_id)
    assert view.sheet(WORKPLACE, PART).ready_on == date(2026, 1, 22)
    assert view.own_ready
    assert view.missing == (STUDENT, INSTITUTE)


def test_how_a_sheet_came_in_is_told(services: Services, round_id: UUID) -> None:
    factory.score_all(services, round_id, perspective=INSTITUTE)
    sheet = services.round_steps.view(round_id).sheet(INSTITUTE, PART)
    assert sheet.collected is Collected.TYPED_FOR
    assert sheet.typed_by == "Griet"
    # R5: it was typed in before the own sheet was ready.
    assert not sheet.blind


def test_r9_the_students_view_of_the_workplace_says_only_whether_it_is_ready(
    services: Services, trajectory_id: UUID
) -> None:
    """A view that was filled in and one that holds nothing look exactly the same."""
    spoken = factory.add_round(services, trajectory_id)
    factory.score_all(services, spoken, perspective=STUDENT, strand=CONDITIONS, mark=level_mark(1))
    silent = factory.add_round(services, trajectory_id, number=2, held_on=date(2026, 2, 5))
    for round_id in (spoken, silent):
        open_sheet = services.round_steps.view(round_id).sheet(STUDENT, CONDITIONS)
        assert not open_sheet.ready
        assert open_sheet.scored is None
        set_ready(services, round_id, STUDENT, CONDITIONS)

    of_spoken, of_silent = (
        services.round_steps.view(round_id).sheet(STUDENT, CONDITIONS) for round_id in (spoken, silent)
    )

    assert of_spoken == of_silent
    assert of_spoken.ready
    assert (of_spoken.scored, of_spoken.ready_on, of_spoken.collected) == (None, None, None)


def test_who_was_late_at_the_reveal_stays_known(
    services: Services, round_id: UUID, clock: FixedClock
) -> None:
    set_ready(services, round_id, WORKPLACE, PART)
    set_ready(services, round_id, STUDENT, PART)
    services.rounds.reveal(round_id, reason="ziek")
    clock.pass_time(hours=1)
    set_ready(services, round_id, INSTITUTE, PART)

    view = services.round_steps.view(round_id)

    assert view.revealed_on == date(2026, 1, 22)
    assert (view.reveal_reason, view.late, view.missing) == ("ziek", (INSTITUTE,), ())


def test_when_everybody_was_ready_nobody_was_late(services: Services, round_id: UUID) -> None:
    mark_everybody_ready(services, round_id)
    services.rounds.reveal(round_id)
    assert services.round_steps.view(round_id).late == ()


def test_what_was_discussed_is_counted_by_strand(services: Services, round_id: UUID) -> None:
    agree(services, round_id, "C1", mark=level_mark(3))
    agree(services, round_id, "C4", positions="ieder een ander beeld")
    assert services.round_steps.view(round_id).discussed == {PART: 2, CONDITIONS: 0}


def test_texts_of_the_final_form_include_the_advice(services: Services, trajectory_id: UUID) -> None:
    round_id = factory.add_round(services, trajectory_id, kind=RoundKind.FINAL)
    services.evaluations.save_report_texts(
        round_id, ReportTexts(strong="vragen", advice=" ", no_response=True)
    )
    view = services.round_steps.view(round_id)
    assert (view.texts, view.texts_total) == (1, 4)
    assert view.no_response
    assert not view.has_response


def test_a_round_far_ahead_says_when_it_opens(services: Services, trajectory_id: UUID) -> None:
    round_id = factory.add_round(services, trajectory_id, held_on=date(2026, 5, 21))
    view = services.round_steps.view(round_id)
    assert not view.begun
    assert view.opens_on == date(2026, 5, 7)
    # Three working days before the talk.
    assert view.ready_by == date(2026, 5, 18)
    assert not view.is_overdue

    set_ready(services, round_id, WORKPLACE, PART)
    assert services.round_steps.view(round_id).begun


def test_versions_are_newest_first_with_what_was_signed(services: Services, round_id: UUID) -> None:
    mark_everybody_ready(services, round_id)
    make_final(services, round_id)
    services.finalising.sign(round_id, party=Party.STUDENT, name="Łukasz", role="", place="Antwerpen")
    first = services.round_steps.view(round_id)
    assert first.current is not None
    assert [one.name for one in first.current.signatures] == ["Łukasz"]
    assert first.read_only

    services.finalising.reopen(round_id, reason="de opleiding vult aan")
    reopened = services.round_steps.view(round_id)
    assert reopened.current is None
    assert not reopened.read_only
    assert reopened.edition == 2
    newest = reopened.versions[0]
    assert newest.reopened_at is not None
    assert (newest.reopened_at.date(), newest.reopen_reason) == (date(2026, 1, 22), "de opleiding vult aan")

    make_final(services, round_id)
    second = services.round_steps.view(round_id)
    assert [version.edition for version in second.versions] == [2, 1]
    # What was signed belongs to the version that was signed.
    assert second.current is not None
    assert second.current.signatures == ()
    assert second.versions[1].signatures == first.current.signatures


def test_a_closed_trajectory_can_only_be_read(
    services: Services, trajectory_id: UUID, round_id: UUID
) -> None:
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(detail, replace(detail.values, state=TrajectoryState.CLOSED))
    view = services.round_steps.view(round_id)
    assert view.closed
    assert view.read_only
    assert not view.final


def test_what_was_typed_in_a_dialog_is_kept_until_it_is_used(services: Services, round_id: UUID) -> None:
    assert services.round_steps.draft(round_id, "reveal") == ""
    services.round_steps.keep_draft(round_id, "reveal", "Nadège is ziek")
    assert services.round_steps.draft(round_id, "reveal") == "Nadège is ziek"
    assert services.round_steps.draft(round_id, "reopen") == ""
    services.round_steps.keep_draft(round_id, "reveal", "")
    assert services.round_steps.draft(round_id, "reveal") == ""


def test_a_full_round_takes_as_many_questions_as_an_empty_one(services: Services, round_id: UUID) -> None:
    with counted_statements(services) as empty:
        services.round_steps.view(round_id)
    for perspective in Perspective:
        factory.score_all(services, round_id, perspective=perspective)
    mark_everybody_ready(services, round_id)
    agree(services, round_id, "C1", mark=level_mark(3))
    make_final(services, round_id)
    with counted_statements(services) as full:
        view: RoundStepsView = services.round_steps.view(round_id)
    assert view.versions
    assert len(full) <= len(empty) <= MOST_STATEMENTS
