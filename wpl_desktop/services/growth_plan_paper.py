"""What a growth plan prints: the plan of one student, or the form to fill in by hand."""

from __future__ import annotations

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.growth_plan_paper import GrowthPlanPaper, PaperGoal, PlanWords, Seer
from wpl_desktop.domain.growth_plans import GrowthPlan
from wpl_desktop.domain.paper_sheets import SheetHead
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import COACHING_ROLES, Role, Trajectory, TrajectoryRole
from wpl_desktop.services.growth_plan_views import PlanView, plan_page
from wpl_desktop.services.hats import is_kept_from_notes
from wpl_desktop.services.report_choices import number_of
from wpl_desktop.services.report_ground import Ground
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database

#: The file is called a sheet: its name stands in print queues and lists of files, where others read it (P21).
_FILES = {"nl": "blad", "en": "sheet"}


def plan_paper(database: Database, plan_id: uuid.UUID, language: str) -> GrowthPlanPaper:
    """A growth plan for paper. Raises `DomainError`: `not_found`, and `notes_apart` when it is the coach's (0.1)."""
    with database.reading() as session:
        plan = session.get(GrowthPlan, plan_id)
        if plan is None:
            raise refused("not_found")
        if is_kept_from_notes(session, plan.trajectory_id):
            raise refused("notes_apart")
        today = database.clock.local().date()
        page = plan_page(session, plan.trajectory_id, plan_id=plan_id, conversation_id=None, today=today)
        return _paper(session, database, plan.trajectory_id, language=language, view=page.plan)


def blank_paper(database: Database, trajectory_id: uuid.UUID, language: str) -> GrowthPlanPaper:
    """The form to fill in by hand, with the student's name (6.5 nr 7). Raises `DomainError` (`not_found`)."""
    with database.reading() as session:
        return _paper(session, database, trajectory_id, language=language, view=None)


def _paper(
    session: Session, database: Database, trajectory_id: uuid.UUID, *, language: str, view: PlanView | None
) -> GrowthPlanPaper:
    trajectory, student = trajectory_rows(session, trajectory_id)
    ground = Ground(session, language=language)
    head = _head(session, ground, trajectory, student=student, database=database)
    return GrowthPlanPaper(
        head=head,
        seers=_seers(session, ground, trajectory, student=student),
        plan=None if view is None else _words(view),
    )


def _words(view: PlanView) -> PlanWords:
    return PlanWords(
        made_on=view.row.made_on,
        talk_on=view.talk_on,
        time_at_start=view.time_at_start,
        facts=view.facts,
        columns=(
            (Party.STUDENT, view.with_student),
            (Party.WORKPLACE, view.with_workplace),
            (Party.INSTITUTE, view.with_institute),
        ),
        goals=tuple(
            PaperGoal(
                text=goal.text,
                support=goal.support,
                due_on=goal.due_on,
                consequence=goal.consequence,
                outcome=goal.outcome,
                outcome_on=goal.outcome_on,
                outcome_words=goal.outcome_words,
            )
            for goal in view.goals
        ),
        informed=view.informed,
        told_on=view.told_on,
        review_on=view.review_on,
        closed_on=view.row.closed_on,
        closing=view.closing,
    )


def _seers(session: Session, ground: Ground, trajectory: Trajectory, *, student: Person) -> tuple[Seer, ...]:
    """The student, the owner or else the first mentor, and the supervisor of the institute."""
    people = session.execute(
        select(TrajectoryRole.role, Person.name)
        .join(Person, Person.id == TrajectoryRole.person_id)
        .where(TrajectoryRole.trajectory_id == trajectory.id)
        .order_by(TrajectoryRole.id)
    ).all()
    mentors = [row.name for row in people if row.role in COACHING_ROLES]
    mentor = ground.owner.name if ground.owner.name in mentors or not mentors else mentors[0]
    supervisors = [row.name for row in people if row.role is Role.INSTITUTE_SUPERVISOR]
    seers = [Seer(party=Party.STUDENT, name=student.name), Seer(party=Party.WORKPLACE, name=mentor)]
    if trajectory.institute_id is not None:
        seers.append(Seer(party=Party.INSTITUTE, name=supervisors[0] if supervisors else ""))
    return tuple(seers)


def _head(
    session: Session, ground: Ground, trajectory: Trajectory, *, student: Person, database: Database
) -> SheetHead:
    year, number = school_year_of(trajectory.starts_on), number_of(session, trajectory.id)
    institute = trajectory.institute_id
    return SheetHead(
        language=ground.language,
        demo=ground.profile.demo,
        document_number=f"P-{year[2:].replace('-', '')}-S{number}",
        file_stem=f"{_FILES[ground.language]}_{year}_S{number}",
        printed_at=database.clock.local().replace(microsecond=0),
        school_year=year,
        student_name=student.name,
        second_script=student.second_script,
        programme=trajectory.programme,
        phase=trajectory.phase,
        workplace=ground.organisation(session, trajectory.workplace_id).name,
        institute=ground.organisation(session, institute).name if institute is not None else "",
        criteria_edition="",
        words=ground.words,
    )
