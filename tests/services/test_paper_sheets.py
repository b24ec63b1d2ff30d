"""What the growth sheet and the trialogue sheet may show, and when (R5, R9, R12)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests import factory
from tests.reveal import agree, mark_everybody_ready, reveal
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluation_report import ReportAgreed, ReportScore
from wpl_desktop.domain.evaluations import (
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Difference,
    Perspective,
    RoundKind,
    Score,
    level_mark,
)
from wpl_desktop.services.bundle import Services

PART, WORKPLACE = Strand.STUDENT_PART, Strand.WORKPLACE_PART
LEVELS = ((4, Perspective.STUDENT), (2, Perspective.WORKPLACE), (3, Perspective.INSTITUTE))


@pytest.fixture
def trajectory_id(services: Services) -> UUID:
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: UUID) -> UUID:
    """A round in which all three gave another level on the student's part and are ready."""
    made = factory.add_round(services, trajectory_id)
    for level, perspective in LEVELS:
        factory.score_all(services, made, perspective=perspective, mark=level_mark(level))
    mark_everybody_ready(services, made)
    return made


def ready_with_workplace_part(services: Services, round_id: UUID) -> None:
    for perspective in Perspective:
        services.evaluations.mark_ready(round_id, perspective=perspective, strand=WORKPLACE)


class TestGrowth:
    def test_r5_a_round_that_was_not_put_side_by_side_is_not_on_it(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        agree(services, round_id, "C1", mark=level_mark(3))
        sheet = services.paper_sheets.growth(trajectory_id, "nl")
        assert (sheet.rounds, sheet.not_yet) == ((), (1,))
        assert all(line.places == () for lines in sheet.lines.values() for line in lines)

    def test_after_the_reveal_marks_and_what_was_agreed_are_there(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        reveal(services, round_id)
        agree(services, round_id, "C1", mark=level_mark(3))
        agree(services, round_id, "C2", positions="Student: vier. Werkplek: twee.")
        sheet = services.paper_sheets.growth(trajectory_id, "nl")
        first, second, *_ = (line.places[0] for line in sheet.lines[PART])
        assert first is not None
        assert second is not None
        assert {one: mark.level for one, mark in first.marks.items()} == {seen: n for n, seen in LEVELS}
        assert first.agreed.mark == level_mark(3)
        assert (second.agreed.difference_stands, second.agreed.positions) == (
            True,
            "Student: vier. Werkplek: twee.",
        )
        assert [found.number for found in sheet.rounds] == [1]
        assert sheet.lines[PART][0].name == "Leren door reflectie"

    def test_the_other_strand_waits_for_the_own_sheet(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        factory.score_all(
            services, round_id, perspective=Perspective.INSTITUTE, strand=WORKPLACE, mark=level_mark(1)
        )
        reveal(services, round_id)
        before = services.paper_sheets.growth(trajectory_id, "nl").lines[WORKPLACE][0].places[0]
        assert before is not None
        assert before.marks == {}
        ready_with_workplace_part(services, round_id)
        after = services.paper_sheets.growth(trajectory_id, "nl").lines[WORKPLACE][0].places[0]
        assert after is not None
        assert after.marks[Perspective.INSTITUTE] == level_mark(1)

    def test_r12_what_is_no_focus_has_no_place_and_a_planned_round_is_not_named(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        light = factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C1", "C4"))
        factory.add_round(
            services, trajectory_id, number=2, held_on=factory.THURSDAY.date() + timedelta(days=60)
        )
        mark_everybody_ready(services, light)
        reveal(services, light)
        sheet = services.paper_sheets.growth(trajectory_id, "en")
        assert [line.code for line in sheet.lines[PART] if line.places[0] is not None] == ["C1", "C4"]
        assert sheet.not_yet == ()

    def test_the_file_is_called_without_a_name(self, services: Services, trajectory_id: UUID) -> None:
        assert services.paper_sheets.growth(trajectory_id, "nl").head.file_stem == "groeiblad_2025-26_S1"
        assert services.paper_sheets.growth(trajectory_id, "en").head.file_stem == "growth-sheet_2025-26_S1"


class TestTrialogue:
    def test_r5_before_the_reveal_it_shows_nobodys_view_and_nothing_agreed(
        self, services: Services, round_id: UUID
    ) -> None:
        agree(services, round_id, "C1", mark=level_mark(3))
        sheet = services.paper_sheets.trialogue(round_id, "nl")
        assert not sheet.is_revealed
        assert sheet.sheets == ()
        for criterion in sheet.criteria:
            for view in (criterion.student_part, criterion.workplace_part):
                assert set(view.scores.values()) == {ReportScore()}
                assert (view.agreed, view.difference, view.under_reservation) == (
                    ReportAgreed(),
                    None,
                    frozenset(),
                )

    def test_after_the_reveal_views_difference_and_agreement_are_there(
        self, services: Services, round_id: UUID
    ) -> None:
        reveal(services, round_id)
        agree(services, round_id, "C1", mark=level_mark(3))
        sheet = services.paper_sheets.trialogue(round_id, "nl")
        first = sheet.criteria[0].student_part
        assert sheet.is_revealed
        assert [score.mark.level for score in first.scores.values()] == [4, 2, 3]
        assert first.difference is Difference.TALK_NEEDED
        assert first.agreed.mark == level_mark(3)
        assert [each.perspective for each in sheet.sheets] == list(Perspective)

    def test_r8_levels_under_reservation_are_marked(self, services: Services, round_id: UUID) -> None:
        factory.score_all(services, round_id, strand=WORKPLACE, mark=level_mark(1))
        ready_with_workplace_part(services, round_id)
        reveal(services, round_id)
        first = services.paper_sheets.trialogue(round_id, "nl").criteria[0].student_part
        assert first.under_reservation == {Perspective.WORKPLACE}

    def test_r8_a_workplace_part_that_is_not_open_yet_marks_nothing(
        self, services: Services, round_id: UUID
    ) -> None:
        factory.score_all(services, round_id, strand=WORKPLACE, mark=level_mark(1))
        reveal(services, round_id)
        sheet = services.paper_sheets.trialogue(round_id, "nl")
        assert sheet.criteria[0].student_part.under_reservation == frozenset()
        assert set(sheet.criteria[0].workplace_part.scores.values()) == {ReportScore()}

    def test_r9_the_students_silence_about_the_workplace_is_one_silence(
        self, services: Services, round_id: UUID
    ) -> None:
        factory.score_all(services, round_id, strand=WORKPLACE, mark=level_mark(3))
        ready_with_workplace_part(services, round_id)
        reveal(services, round_id)
        silent = services.paper_sheets.trialogue(round_id, "nl").criteria[0].workplace_part
        assert silent.scores[Perspective.STUDENT].mark == NOT_OBSERVED

    def test_a_round_that_is_gone_is_refused(self, services: Services, trajectory_id: UUID) -> None:
        with pytest.raises(DomainError, match="not_found"):
            services.paper_sheets.trialogue(trajectory_id, "nl")


class TestStudentView:
    def test_it_shows_what_was_said_and_keeps_nothing(self, services: Services, round_id: UUID) -> None:
        with services.database.reading() as session:
            criterion_id = session.scalars(select(Criterion.id).where(Criterion.code == "C3")).one()
            before = session.scalar(select(func.count()).select_from(Score))
        view = services.paper_sheets.student_view(
            round_id, "nl", said={criterion_id: (level_mark(1), "Te weinig tijd.")}
        )
        said = {line.code: (line.mark, line.comment) for line in view.lines}
        assert said["C3"] == (level_mark(1), "Te weinig tijd.")
        assert said["C1"] == (NOT_YET_SCORED, "")
        assert view.level_words[0] == "Ontbreekt"
        assert view.head.file_stem == "kijk-op-de-werkplek_2025-26_S1_R1"
        with services.database.reading() as session:
            assert session.scalar(select(func.count()).select_from(Score)) == before
