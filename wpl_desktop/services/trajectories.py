"""Students and their trajectories: the list, one student, adding and changing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from wpl_desktop.domain.criteria import CriteriaSet
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import (
    Organisation,
    OrganisationKind,
    Party,
    Person,
    clean_name,
    required_name,
    suggested_call_name,
    suggested_sort_name,
)
from wpl_desktop.domain.trajectories import (
    COACHING_ROLES,
    AssessmentMode,
    BlockPlacement,
    Period,
    PresencePeriod,
    Role,
    Trajectory,
    TrajectoryKind,
    TrajectoryRole,
    TrajectoryState,
    check_period,
    check_weekdays,
    party_of,
)
from wpl_desktop.services.criteria_rows import choose_criteria_set, default_criteria_set
from wpl_desktop.services.hats import check_one_hat
from wpl_desktop.services.people import find_or_add_organisation, find_or_add_person
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.storage.database import Database

HIGHEST_PHASE = 9


@dataclass(frozen=True, kw_only=True)
class RoleValues:
    """Somebody's role in a form: the name as typed."""

    role: Role
    name: str


@dataclass(frozen=True, kw_only=True)
class BlockValues:
    """One block placement in a form."""

    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, kw_only=True)
class PresenceValues:
    """A stretch with another rhythm in a form; without weekdays the student is not there in it."""

    label: str
    starts_on: date
    ends_on: date
    weekdays: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class StudentValues:
    """Everything of one student and trajectory that a form shows and changes.

    Empty `call_name` and `sort_name` are filled with the proposals of `domain.people`. `weekdays` are ISO days.
    `institute` empty means a trajectory without one (two perspectives, 2.3).
    """

    name: str
    call_name: str = ""
    sort_name: str = ""
    second_script: str = ""
    kind: TrajectoryKind = TrajectoryKind.STUDENT
    programme: str = ""
    phase: int | None = None
    class_names: str = ""
    student_number: str = ""
    starts_on: date
    ends_on: date
    weekdays: tuple[int, ...] = ()
    workplace: str
    institute: str = ""
    assessment_mode: AssessmentMode = AssessmentMode.SHARED
    notice_given_on: date | None = None
    state: TrajectoryState = TrajectoryState.RUNNING
    people: tuple[RoleValues, ...] = ()
    blocks: tuple[BlockValues, ...] = ()
    presence: tuple[PresenceValues, ...] = ()
    #: The version of the criteria; None: the one that new trajectories get. A running trajectory keeps its own (R13).
    criteria_set: uuid.UUID | None = None


@dataclass(frozen=True, kw_only=True)
class StudentDetail:
    """One student for a page or a form: the values with the versions that a change must name."""

    trajectory_id: uuid.UUID
    student_id: uuid.UUID
    values: StudentValues
    student_version: int
    trajectory_version: int
    state: TrajectoryState
    criteria_edition: str


class Trajectories:
    """Reads and changes students and their trajectories."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def detail(self, trajectory_id: uuid.UUID) -> StudentDetail:
        """One student. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            trajectory, student = trajectory_rows(session, trajectory_id)
            return StudentDetail(
                trajectory_id=trajectory.id,
                student_id=student.id,
                values=_values(session, trajectory, student),
                student_version=student.version,
                trajectory_version=trajectory.version,
                state=trajectory.state,
                criteria_edition=session.get_one(CriteriaSet, trajectory.criteria_set_id).edition,
            )

    def add_student(self, values: StudentValues, *, origin: object = None) -> uuid.UUID:
        """Add a student with trajectory and people; gives the trajectory's id. Raises `DomainError`."""
        checked = _checked(values)
        with self._database.transaction(origin=origin) as session:
            netherlands = profile_rows(session)[0].vocabulary == "education_nl"
            student = Person(name=checked.name, party=Party.STUDENT)
            _fill_student(student, checked, netherlands=netherlands)
            session.add(student)
            session.flush()
            trajectory = Trajectory(
                student_id=student.id,
                workplace_id=_workplace(session, checked).id,
                criteria_set_id=checked.criteria_set or default_criteria_set(session),
                starts_on=checked.starts_on,
                ends_on=checked.ends_on,
            )
            _fill_trajectory(session, trajectory, checked)
            session.add(trajectory)
            session.flush()
            _set_people(session, trajectory.id, checked, netherlands=netherlands)
            _set_blocks(session, trajectory.id, checked)
            _set_presence(session, trajectory.id, checked)
            return trajectory.id

    def change_student(self, detail: StudentDetail, values: StudentValues, *, origin: object = None) -> None:
        """Change what `detail` showed into `values`; refused (`changed_meanwhile`) when it changed in between."""
        checked = _checked(values)
        with self._database.transaction(origin=origin) as session:
            trajectory, student = trajectory_rows(session, detail.trajectory_id)
            if (student.version, trajectory.version) != (detail.student_version, detail.trajectory_version):
                raise refused("changed_meanwhile")
            if checked.criteria_set is not None:
                choose_criteria_set(session, trajectory, checked.criteria_set)
            netherlands = profile_rows(session)[0].vocabulary == "education_nl"
            _fill_student(student, checked, netherlands=netherlands)
            trajectory.workplace_id = _workplace(session, checked).id
            _fill_trajectory(session, trajectory, checked)
            people_changed = _set_people(session, trajectory.id, checked, netherlands=netherlands)
            blocks_changed = _set_blocks(session, trajectory.id, checked)
            presence_changed = _set_presence(session, trajectory.id, checked)
            if people_changed or blocks_changed or presence_changed:
                # They are part of the form: an older form may not overwrite them either.
                flag_modified(trajectory, "weekdays")

    def new_student_values(self) -> StudentValues:
        """What an empty form starts with: this school year, the own school, the owner as mentor."""
        today = self._database.clock.local().date()
        first_year = today.year if today.month >= 7 else today.year - 1
        with self._database.reading() as session:
            profile, owner, workplace = profile_rows(session)
            newest = session.execute(
                select(Trajectory.programme, Trajectory.weekdays, Organisation.name)
                .outerjoin(Organisation, Organisation.id == Trajectory.institute_id)
                .order_by(Trajectory.created_at.desc())
                .limit(1)
            ).first()
            return StudentValues(
                name="",
                starts_on=date(first_year, 9, 1),
                ends_on=date(first_year + 1, 6, 30),
                weekdays=tuple(newest[1]) if newest else (1, 2, 4),
                programme=newest[0] if newest else "",
                workplace=workplace.name,
                institute=(newest[2] or "") if newest else "",
                people=(RoleValues(role=profile.owner_role, name=owner.name),),
                criteria_set=default_criteria_set(session),
            )


def trajectory_rows(session: Session, trajectory_id: uuid.UUID) -> tuple[Trajectory, Person]:
    """A trajectory with its student. Raises `DomainError` (`not_found`)."""
    row = session.execute(
        select(Trajectory, Person)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Trajectory.id == trajectory_id)
    ).one_or_none()
    if row is None:
        raise refused("not_found")
    return row[0], row[1]


def people_of(session: Session, trajectory_id: uuid.UUID) -> list[tuple[TrajectoryRole, Person]]:
    """The people of a trajectory with their roles, in the order in which they were added."""
    rows = session.execute(
        select(TrajectoryRole, Person)
        .join(Person, Person.id == TrajectoryRole.person_id)
        .where(TrajectoryRole.trajectory_id == trajectory_id)
        .order_by(TrajectoryRole.id)
    )
    return [(row[0], row[1]) for row in rows]


def blocks_of(session: Session, trajectory_id: uuid.UUID) -> list[BlockPlacement]:
    """The block placements of a trajectory, earliest first."""
    return list(
        session.scalars(
            select(BlockPlacement)
            .where(BlockPlacement.trajectory_id == trajectory_id)
            .order_by(BlockPlacement.starts_on)
        )
    )


def presence_of(session: Session, trajectory_id: uuid.UUID) -> list[PresencePeriod]:
    """The stretches of a trajectory with another rhythm, earliest first."""
    return list(
        session.scalars(
            select(PresencePeriod)
            .where(PresencePeriod.trajectory_id == trajectory_id)
            .order_by(PresencePeriod.starts_on, PresencePeriod.id)
        )
    )


def _checked(values: StudentValues) -> StudentValues:
    """The values without blanks too many. Raises `DomainError` with the field that is wrong."""
    period = Period(starts_on=values.starts_on, ends_on=values.ends_on)
    check_period(period)
    for block in values.blocks:
        check_period(Period(starts_on=block.starts_on, ends_on=block.ends_on), within=period, field="blocks")
    for stretch in values.presence:
        days = Period(starts_on=stretch.starts_on, ends_on=stretch.ends_on)
        check_period(days, within=period, field="presence")
    if values.phase is not None and not 1 <= values.phase <= HIGHEST_PHASE:
        raise refused("phase_out_of_range", field="phase")
    return StudentValues(
        name=required_name(values.name, field="name"),
        call_name=clean_name(values.call_name),
        sort_name=clean_name(values.sort_name),
        second_script=clean_name(values.second_script),
        kind=values.kind,
        programme=clean_name(values.programme),
        phase=values.phase,
        class_names=clean_name(values.class_names),
        student_number=clean_name(values.student_number),
        starts_on=values.starts_on,
        ends_on=values.ends_on,
        weekdays=tuple(check_weekdays(list(values.weekdays))),
        workplace=required_name(values.workplace, field="workplace"),
        institute=clean_name(values.institute),
        assessment_mode=values.assessment_mode,
        notice_given_on=values.notice_given_on,
        state=values.state,
        people=tuple(
            RoleValues(role=person.role, name=clean_name(person.name))
            for person in values.people
            if clean_name(person.name)
        ),
        blocks=values.blocks,
        presence=tuple(
            PresenceValues(
                label=clean_name(stretch.label),
                starts_on=stretch.starts_on,
                ends_on=stretch.ends_on,
                weekdays=tuple(check_weekdays(list(stretch.weekdays))),
            )
            for stretch in values.presence
        ),
        criteria_set=values.criteria_set,
    )


def _fill_student(student: Person, values: StudentValues, *, netherlands: bool) -> None:
    student.name = values.name
    student.call_name = values.call_name or suggested_call_name(values.name)
    student.sort_name = values.sort_name or suggested_sort_name(values.name, netherlands=netherlands)
    student.second_script = values.second_script


def _fill_trajectory(session: Session, trajectory: Trajectory, values: StudentValues) -> None:
    institute = None
    if values.institute:
        institute = find_or_add_organisation(session, values.institute, kind=OrganisationKind.INSTITUTE)
    trajectory.institute_id = institute.id if institute else None
    trajectory.kind = values.kind
    trajectory.programme = values.programme
    trajectory.phase = values.phase
    trajectory.class_names = values.class_names
    trajectory.student_number = values.student_number
    trajectory.starts_on = values.starts_on
    trajectory.ends_on = values.ends_on
    trajectory.weekdays = list(values.weekdays)
    trajectory.assessment_mode = values.assessment_mode
    trajectory.notice_given_on = values.notice_given_on
    trajectory.state = values.state


def _workplace(session: Session, values: StudentValues) -> Organisation:
    return find_or_add_organisation(session, values.workplace, kind=OrganisationKind.WORKPLACE)


def _set_people(
    session: Session, trajectory_id: uuid.UUID, values: StudentValues, *, netherlands: bool
) -> bool:
    """Make the people of a trajectory those of the form; tells whether anything changed."""
    _, owner, _ = profile_rows(session)
    wanted = dict.fromkeys(
        (
            # The owner stays one person, also in a role that is usually the institute's.
            owner.id
            if person.name == owner.name
            else find_or_add_person(
                session, person.name, party=party_of(person.role), netherlands=netherlands
            ).id,
            person.role,
        )
        for person in values.people
    )
    own_roles = frozenset(role for person_id, role in wanted if person_id == owner.id)
    check_one_hat(values.assessment_mode, own_roles, coaching=frozenset(COACHING_ROLES))
    present = {(role.person_id, role.role): role for role, _ in people_of(session, trajectory_id)}
    for pair, role in present.items():
        if pair not in wanted:
            session.delete(role)
    for person_id, role_kind in wanted:
        if (person_id, role_kind) not in present:
            session.add(TrajectoryRole(trajectory_id=trajectory_id, person_id=person_id, role=role_kind))
    return wanted.keys() != present.keys()


def _set_blocks(session: Session, trajectory_id: uuid.UUID, values: StudentValues) -> bool:
    """Make the block placements those of the form; tells whether anything changed."""
    present = {
        (block.name, block.starts_on, block.ends_on): block for block in blocks_of(session, trajectory_id)
    }
    wanted = {(clean_name(block.name), block.starts_on, block.ends_on) for block in values.blocks}
    for key, block in present.items():
        if key not in wanted:
            session.delete(block)
    for name, starts_on, ends_on in sorted(wanted - present.keys(), key=lambda key: key[1]):
        session.add(
            BlockPlacement(trajectory_id=trajectory_id, name=name, starts_on=starts_on, ends_on=ends_on)
        )
    return wanted != present.keys()


def _set_presence(session: Session, trajectory_id: uuid.UUID, values: StudentValues) -> bool:
    """Make the stretches with another rhythm those of the form; tells whether anything changed."""
    present = {_presence_values(row): row for row in presence_of(session, trajectory_id)}
    for shown, row in present.items():
        if shown not in values.presence:
            session.delete(row)
    for wanted in dict.fromkeys(values.presence):
        if wanted not in present:
            session.add(
                PresencePeriod(
                    trajectory_id=trajectory_id,
                    label=wanted.label,
                    starts_on=wanted.starts_on,
                    ends_on=wanted.ends_on,
                    weekdays=list(wanted.weekdays),
                )
            )
    return set(values.presence) != present.keys()


def _presence_values(row: PresencePeriod) -> PresenceValues:
    return PresenceValues(
        label=row.label, starts_on=row.starts_on, ends_on=row.ends_on, weekdays=tuple(row.weekdays)
    )


def _values(session: Session, trajectory: Trajectory, student: Person) -> StudentValues:
    institute = session.get(Organisation, trajectory.institute_id) if trajectory.institute_id else None
    return StudentValues(
        name=student.name,
        call_name=student.call_name,
        sort_name=student.sort_name,
        second_script=student.second_script,
        kind=trajectory.kind,
        programme=trajectory.programme,
        phase=trajectory.phase,
        class_names=trajectory.class_names,
        student_number=trajectory.student_number,
        starts_on=trajectory.starts_on,
        ends_on=trajectory.ends_on,
        weekdays=tuple(trajectory.weekdays),
        workplace=session.get_one(Organisation, trajectory.workplace_id).name,
        institute=institute.name if institute else "",
        assessment_mode=trajectory.assessment_mode,
        notice_given_on=trajectory.notice_given_on,
        state=trajectory.state,
        people=tuple(
            RoleValues(role=role.role, name=person.name) for role, person in people_of(session, trajectory.id)
        ),
        blocks=tuple(
            BlockValues(name=block.name, starts_on=block.starts_on, ends_on=block.ends_on)
            for block in blocks_of(session, trajectory.id)
        ),
        presence=tuple(_presence_values(row) for row in presence_of(session, trajectory.id)),
        criteria_set=trajectory.criteria_set_id,
    )
