"""The step into the next school year: who goes on gets a new trajectory, who does not is closed."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from wpl_desktop.domain.base import first_year_of
from wpl_desktop.domain.conversations import Agreement, AgreementState
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.school_year import YearPlan
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryRole, TrajectoryState, in_next_year
from wpl_desktop.services.criteria_rows import default_criteria_set
from wpl_desktop.services.school_years import keep, year_row
from wpl_desktop.services.trajectories import HIGHEST_PHASE
from wpl_desktop.services.year_plans import plans_of
from wpl_desktop.storage.database import Database


class Decision(enum.Enum):
    """What becomes of a running trajectory when a new school year begins."""

    GOES_ON = "goes_on"
    CLOSES = "closes"


@dataclass(frozen=True, kw_only=True)
class NextStudent:
    """A running trajectory before a new school year.

    `runs_on`: it lasts into the new year by itself, so going on needs no new one. `is_there`: the student has one in
    the new year already. `open_agreements` stay with the old trajectory.
    """

    trajectory_id: uuid.UUID
    version: int
    name: str
    call_name: str
    class_names: str
    phase: int | None
    ends_on: date
    proposed: Decision
    runs_on: bool
    is_there: bool
    open_agreements: int


@dataclass(frozen=True, kw_only=True)
class NextYear:
    """A new school year as it would be: its calendars and who is to be decided about, by name."""

    plan: YearPlan
    students: tuple[NextStudent, ...]


@dataclass(frozen=True, kw_only=True)
class NewYearDone:
    """What came of it."""

    gone_on: int
    closed: int


class NewSchoolYear:
    """Takes students over into a new school year, as one step for Ctrl+Z."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def proposed_year(self) -> int:
        """The school year that is to begin: the next one, or since August this one while somebody is still behind."""
        current = first_year_of(self._database.clock.local().date())
        with self._database.reading() as session:
            behind = session.scalar(
                select(func.count())
                .select_from(Trajectory)
                .where(
                    Trajectory.state == TrajectoryState.RUNNING,
                    Trajectory.ends_on < plans_of(session, (current,))[0].starts_on,
                )
            )
        return current if behind else current + 1

    def next_year(self, first_year: int) -> NextYear:
        """What a new school year would bring; a fixed number of queries."""
        with self._database.reading() as session:
            plan = plans_of(session, (first_year,))[0]
            return NextYear(plan=plan, students=_students(session, plan))

    def begin(
        self,
        year: NextYear,
        decisions: Mapping[uuid.UUID, Decision],
        *,
        keep_classes: bool = False,
        origin: object = None,
    ) -> NewYearDone:
        """Begin the school year that was shown: close, take over and keep its calendars, all at once.

        `decisions` are by trajectory; one that is not named keeps the proposed one. Agreements that are open and what
        is being learned stay with the old trajectory. Raises `DomainError`: `changed_meanwhile` when one of the
        trajectories changed since, `holiday_set_missing`.
        """
        with self._database.transaction(origin=origin) as session:
            plan = plans_of(session, (year.plan.first_year,))[0]
            if plan.is_kept:
                # The whole step is about the school year, also where its calendars stay as they are.
                flag_modified(year_row(session, plan.first_year), "holiday_set")
            else:
                keep(session, plan)
            present = {student.trajectory_id: student for student in _students(session, plan)}
            criteria_set_id = default_criteria_set(session)
            gone_on = closed = 0
            for shown in year.students:
                student = present.get(shown.trajectory_id)
                if student is None or student.version != shown.version:
                    raise refused("changed_meanwhile")
                decision = decisions.get(shown.trajectory_id, shown.proposed)
                if decision is Decision.GOES_ON and student.runs_on:
                    continue
                old = session.get_one(Trajectory, shown.trajectory_id)
                old.state = TrajectoryState.CLOSED
                if decision is Decision.CLOSES or student.is_there:
                    closed += 1
                    continue
                _take_over(
                    session,
                    old,
                    plan=plan,
                    criteria_set_id=criteria_set_id,
                    class_names=old.class_names if keep_classes else "",
                )
                gone_on += 1
            return NewYearDone(gone_on=gone_on, closed=closed)


def _students(session: Session, plan: YearPlan) -> tuple[NextStudent, ...]:
    """The running trajectories that began before a school year, by name."""
    rows = session.execute(
        select(Trajectory, Person.name, Person.call_name)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Trajectory.state == TrajectoryState.RUNNING)
        .order_by(Person.sort_name, Trajectory.starts_on, Trajectory.id)
    ).all()
    before = [row for row in rows if first_year_of(row[0].starts_on) < plan.first_year]
    there = set(
        session.scalars(
            select(Trajectory.student_id).where(
                Trajectory.starts_on >= date(plan.first_year, 8, 1),
                Trajectory.student_id.in_(row[0].student_id for row in before),
            )
        )
    )
    open_agreements = _open_agreements(session, [row[0].id for row in before])
    return tuple(
        NextStudent(
            trajectory_id=trajectory.id,
            version=trajectory.version,
            name=name,
            call_name=call_name or name,
            class_names=trajectory.class_names,
            phase=trajectory.phase,
            ends_on=trajectory.ends_on,
            # Whoever ends before the new year is done, unless the owner of the profile says otherwise.
            proposed=Decision.GOES_ON if trajectory.ends_on >= plan.starts_on else Decision.CLOSES,
            runs_on=trajectory.ends_on >= plan.starts_on,
            is_there=trajectory.student_id in there,
            open_agreements=open_agreements.get(trajectory.id, 0),
        )
        for trajectory, name, call_name in before
    )


def _open_agreements(session: Session, trajectory_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    rows = session.execute(
        select(Agreement.trajectory_id, func.count())
        .where(Agreement.trajectory_id.in_(trajectory_ids), Agreement.state == AgreementState.OPEN)
        .group_by(Agreement.trajectory_id)
    )
    return {row[0]: row[1] for row in rows}


def _take_over(
    session: Session, old: Trajectory, *, plan: YearPlan, criteria_set_id: uuid.UUID, class_names: str
) -> None:
    """A trajectory in the new year for the same student, with the same people around them."""
    new = Trajectory(
        student_id=old.student_id,
        workplace_id=old.workplace_id,
        institute_id=old.institute_id,
        criteria_set_id=criteria_set_id,
        kind=old.kind,
        programme=old.programme,
        phase=None if old.phase is None else min(old.phase + 1, HIGHEST_PHASE),
        class_names=class_names,
        student_number=old.student_number,
        starts_on=plan.starts_on,
        ends_on=max(in_next_year(old.ends_on, first_year=plan.first_year), plan.starts_on),
        weekdays=list(old.weekdays),
        assessment_mode=old.assessment_mode,
    )
    session.add(new)
    session.flush()
    roles = session.scalars(
        select(TrajectoryRole).where(TrajectoryRole.trajectory_id == old.id).order_by(TrajectoryRole.id)
    )
    session.add_all(
        TrajectoryRole(trajectory_id=new.id, person_id=role.person_id, role=role.role) for role in roles.all()
    )
