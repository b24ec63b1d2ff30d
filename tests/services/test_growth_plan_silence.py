"""The concern track is nowhere but on its own page: no list, search, report, calendar or command knows of it (P17)."""

from __future__ import annotations

import ast
import io
import uuid
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, select

from tests import factory
from tests.factory import PASSPHRASE, Pristine
from tests.reveal import mark_everybody_ready
from wpl_desktop import app
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.growth_plans import GoalDay, GoalOutcome, GoalPart, GrowthPlan, PlanDay, PlanPart
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.reports.evaluation import write_evaluation
from wpl_desktop.reports.evaluation_text import whole_text
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.texts import untranslated

PACKAGE = Path(__file__).parents[2] / "wpl_desktop"
WORD = "Kameleonplan"
#: The final report may have goals in it, when that was chosen (6.2: 10; see test_growth_plan_report.py), and before it
#: is final they are read through for names.
_MAY_LOOK = {"report", "report in English", "report as text", "checklist"}
#: Who may know what a growth plan is.
_KNOW = {
    "domain/growth_plans.py",
    "domain/growth_plan_paper.py",
    "domain/evaluation_report.py",
    "reports/growth_plan.py",
    "services/growth_plans.py",
    "services/growth_plan_views.py",
    "services/growth_plan_paper.py",
    "services/removal.py",
    "services/demo/growth_plans.py",
    "storage/tables.py",
    "texts_talks.py",
}
Doors = dict[str, Callable[[], object]]


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    """A student with talks, an agreement and a final round that was put side by side."""
    found = factory.add_student(services)
    for key, moment in (
        ("concern_conversation", "2026-01-15T15:45"),
        ("coaching_conversation", "2026-01-26T15:45"),
    ):
        starts_at = datetime.fromisoformat(moment)
        factory.add_conversation(services, found, key=key, starts_at=starts_at)
    round_id = factory.add_round(services, found, kind=RoundKind.FINAL, held_on=date(2026, 1, 22))
    factory.score_all(services, round_id, comment="Gezien in de klas.")
    mark_everybody_ready(services, round_id)
    services.rounds.reveal(round_id)
    services.evaluations.save_report_texts(round_id, ReportTexts(strong="Rustig.", advice="Ga zo door."))
    return found


def write_plan(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    """A plan with the word in each of its texts, a day in each place, and the student told."""
    plans = services.growth_plans
    plan_id = plans.begin(trajectory_id)
    version = 1
    for part in PlanPart:
        version = plans.save_text(plan_id, part, WORD, version=version)
    for day in PlanDay:
        version = plans.save_day(plan_id, day, date(2026, 1, 23), version=version)
    page = plans.page(trajectory_id)
    assert page.plan is not None
    [goal] = page.plan.goals
    version = goal.version
    for part in GoalPart:
        version = plans.save_goal_text(goal.id, part, WORD, version=version)
    version = plans.save_goal_day(goal.id, GoalDay.DUE_ON, date(2026, 1, 23), version=version)
    plans.settle_goal(goal.id, GoalOutcome.NOT_YET, version=version)
    return plan_id


def doors_of(services: Services, trajectory_id: uuid.UUID) -> Doors:
    """Everything that lists, finds, reports or reminds."""
    [round_row] = services.rounds.of_student(trajectory_id)
    round_id = round_row.id
    talks = services.conversations.of_student(trajectory_id)
    talk_id = talks[0].id
    now = services.clock.local()

    def pdf(language: str) -> bytes:
        target = io.BytesIO()
        report = services.reporting.evaluation_report(round_id, language=language)
        write_evaluation(report, target, translate=untranslated)
        return target.getvalue()

    return {
        "report": lambda: pdf("nl"),
        "report in English": lambda: pdf("en"),
        "report as text": lambda: whole_text(
            services.reporting.evaluation_report(round_id, language="nl"), untranslated
        ),
        "choices of reports": services.reporting.choices,
        "growth sheet": lambda: services.paper_sheets.growth(trajectory_id, "nl"),
        "trialogue sheet": lambda: services.paper_sheets.trialogue(round_id, "nl"),
        "minutes": lambda: services.minutes.minutes(talk_id, "nl"),
        "preparation": lambda: services.minutes.preparation(talk_id, "nl"),
        "week on paper": lambda: services.minutes.week(now.date(), "nl"),
        "month on paper": lambda: services.minutes.month(now.date(), "nl"),
        "search": lambda: services.search.find(WORD),
        "search for the name of it": lambda: services.search.find("groeiplan"),
        "students": lambda: services.student_list.rows([trajectory_id]),
        "words of students": lambda: services.student_list.search_texts(TrajectoryState.RUNNING),
        "timeline": lambda: services.timeline.of_student(trajectory_id),
        "timeline on a shared screen": lambda: services.timeline.of_student(trajectory_id, joint=True),
        "talks": lambda: services.conversations.of_student(trajectory_id),
        "a talk": lambda: services.talks.view(talk_id),
        "growth": lambda: services.growth.of_student(trajectory_id, strand=Strand.STUDENT_PART),
        "agenda": lambda: services.agenda.span(date(2026, 1, 1), date(2026, 2, 28)),
        "calendar file": services.calendar_export.everything,
        "reminders": lambda: services.reminders.today(now),
        "suggestions": services.suggestions.current,
        "checklist": lambda: services.finalising.checklist(round_id),
        "student": lambda: services.trajectories.detail(trajectory_id),
        "next talk": services.overview.next_talk,
        "to plan": lambda: services.overview.to_plan(most=9),
        "open agreements": lambda: services.overview.agreements(most=9),
        "waiting rounds": lambda: services.overview.waiting_rounds(most=9),
        "not spoken to": lambda: services.overview.not_spoken(weeks=1, most=9),
        "board of agreements": services.agreement_board.search_texts,
    }


def test_with_and_without_a_plan_everything_else_is_the_same(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    doors = doors_of(services, trajectory_id)
    before = {name: repr(door()) for name, door in doors.items()}
    write_plan(services, trajectory_id)
    after = {name: repr(door()) for name, door in doors.items()}
    assert [name for name in doors if before[name] != after[name]] == []
    assert not any(WORD in text for text in after.values())


def test_nothing_else_reads_its_tables(services: Services, trajectory_id: uuid.UUID) -> None:
    """Also where nothing would be shown today."""
    write_plan(services, trajectory_id)
    doors = doors_of(services, trajectory_id)
    said: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    engine = services.database.engine
    event.listen(engine, "before_cursor_execute", listen)
    readers: set[str] = set()
    try:
        for name, door in doors.items():
            said.clear()
            door()
            if any("growth_plans" in statement or "growth_goals" in statement for statement in said):
                readers.add(name)
    finally:
        event.remove(engine, "before_cursor_execute", listen)
    assert readers - _MAY_LOOK == set()


def test_no_other_module_knows_what_it_is() -> None:
    """The model is imported by its own modules, and by what deletes it with its student."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if any(name.startswith("wpl_desktop.domain.growth_plan") for name in names):
                found.add(file.relative_to(PACKAGE).as_posix())
    assert {path for path in found - _KNOW if not path.startswith("ui/growth_plan/")} == set()


def test_the_commands_say_nothing_of_it(
    pristine: Pristine, data_dir: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    services = pristine.open_in(data_dir)
    trajectory_id = factory.add_student(services)
    moment = datetime.fromisoformat("2026-01-26T15:45")
    factory.add_conversation(services, trajectory_id, key="concern_conversation", starts_at=moment)
    services.close()
    passphrase = tmp_path / "zin.txt"
    passphrase.write_text(PASSPHRASE, encoding="utf-8")

    def said(*arguments: str) -> tuple[int, str, str]:
        code = app.main(["--data-dir", str(data_dir), "--passphrase-file", str(passphrase), *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    def calendar() -> list[str]:
        file = tmp_path / "agenda.ics"
        file.unlink(missing_ok=True)
        assert said("calendar", "--out", str(file))[0] == 0
        lines = file.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if not line.startswith(("DTSTAMP", "LAST-MODIFIED"))]

    calendar()
    before = (said("students"), said("students", "--json"), calendar(), said("check"))
    services = pristine.open_in(data_dir)
    write_plan(services, trajectory_id)
    services.close()
    after = (said("students"), said("students", "--json"), calendar(), said("check"))
    assert before[0][0] == 0
    assert "Wójcik" in before[0][1]
    assert before == after
    services = pristine.open_in(data_dir)
    with services.database.reading() as session:
        assert len(session.scalars(select(GrowthPlan)).all()) == 1
    services.close()
