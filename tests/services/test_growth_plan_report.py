"""Goals in the final report: only when chosen, with the student's knowledge, and nothing else of the plan (6.2: 10)."""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from tests import factory
from tests.factory import FixedClock
from tests.reports.reading import Written
from tests.services.test_growth_plan_silence import WORD, write_plan
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.growth_plans import PlanDay
from wpl_desktop.domain.trajectories import AssessmentMode, Role
from wpl_desktop.reports.evaluation import write_evaluation
from wpl_desktop.reports.evaluation_text import sections, whole_text
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.report_snapshot import reports_in, snapshot_of
from wpl_desktop.services.trajectories import RoleValues
from wpl_desktop.texts import untranslated


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    """A student."""
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    """A final round that is written."""
    found = factory.add_round(services, trajectory_id, kind=RoundKind.FINAL, held_on=date(2026, 1, 22))
    factory.score_all(services, found, comment="Gezien in de klas.")
    return found


@pytest.fixture
def plan_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    """A plan of which the student knows, with the same word in all its texts."""
    return write_plan(services, trajectory_id)


def version_of(services: Services, trajectory_id: uuid.UUID) -> int:
    [row] = services.growth_plans.of_trajectory(trajectory_id)
    return row.version


def choose(services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, *, chosen: bool = True) -> None:
    version = version_of(services, trajectory_id)
    services.growth_plans.set_in_report(plan_id, chosen=chosen, version=version)


def report_of(services: Services, round_id: uuid.UUID) -> EvaluationReport:
    return services.reporting.evaluation_report(round_id, language="en")


def paper(report: EvaluationReport) -> Written:
    target = io.BytesIO()
    missing = write_evaluation(report, target, translate=untranslated)
    return Written(target.getvalue(), missing)


@contextmanager
def same_but(services: Services, round_id: uuid.UUID) -> Iterator[None]:
    """The report is the same, byte by byte, before and after."""
    before = paper(report_of(services, round_id)).data
    yield
    assert paper(report_of(services, round_id)).data == before


def test_not_unless_it_was_chosen(services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID) -> None:
    with same_but(services, round_id):
        write_plan(services, trajectory_id)
    assert report_of(services, round_id).growth_goals == ()


def test_goals_support_and_outcome_and_nothing_else(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, plan_id: uuid.UUID
) -> None:
    choose(services, trajectory_id, plan_id)
    report = report_of(services, round_id)
    [goal] = report.growth_goals
    assert (goal.text, goal.support, goal.outcome_words) == (WORD, WORD, WORD)
    # Goal, support and words of the outcome; facts, columns, consequence, who knows and closing stay out.
    assert whole_text(report, untranslated).count(WORD) == 3
    assert paper(report).text().count(WORD) == 3
    said = " ".join(paper(report).text().split())
    assert "Growth plan here with the student's knowledge" in said
    assert f"Not yet reached on 22/01/2026: {WORD}" in said
    titles = [section.title for section in sections(report, untranslated)]
    assert any(title.endswith(" Growth plan") for title in titles)


def test_taken_out_again(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, plan_id: uuid.UUID
) -> None:
    with same_but(services, round_id):
        choose(services, trajectory_id, plan_id)
        choose(services, trajectory_id, plan_id, chosen=False)
    with same_but(services, round_id):
        choose(services, trajectory_id, plan_id)
        version = version_of(services, trajectory_id)
        services.growth_plans.save_day(plan_id, PlanDay.TOLD_ON, None, version=version)


def test_never_in_a_midterm_report(services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID) -> None:
    midterm = factory.add_round(services, trajectory_id, held_on=date(2026, 1, 22))
    choose(services, trajectory_id, plan_id)
    assert report_of(services, midterm).growth_goals == ()


def test_who_assesses_apart_has_none_of_it(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, plan_id: uuid.UUID
) -> None:
    choose(services, trajectory_id, plan_id)
    detail = services.trajectories.detail(trajectory_id)
    others = tuple(person for person in detail.values.people if person.name != "Griet Vanhaverbeke")
    owner = RoleValues(role=Role.ASSESSOR, name="Griet Vanhaverbeke")
    values = replace(detail.values, assessment_mode=AssessmentMode.SEPARATED, people=(*others, owner))
    services.trajectories.change_student(detail, values)
    assert report_of(services, round_id).growth_goals == ()


def test_a_final_report_stays_as_it_was(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, plan_id: uuid.UUID, clock: FixedClock
) -> None:
    factory.finalise(services, round_id)
    clock.pass_time(hours=1)
    with same_but(services, round_id):
        choose(services, trajectory_id, plan_id)
    assert report_of(services, round_id).growth_goals == ()


def test_a_snapshot_keeps_them_and_one_of_before_has_none(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, plan_id: uuid.UUID
) -> None:
    plain = report_of(services, round_id)
    choose(services, trajectory_id, plan_id)
    report = report_of(services, round_id)
    assert reports_in(snapshot_of([report])) == {"en": report}
    before = snapshot_of([plain]).replace(b'"growth_goals":[],', b"")
    assert b"growth_goals" not in before
    [read] = reports_in(before).values()
    assert read == plain
    assert paper(read).data == paper(plain).data
