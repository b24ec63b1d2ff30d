"""Three perspectives side by side on one strand of a round, and what was agreed on each criterion."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import CriteriaSet, Criterion, LevelText, Strand
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluation_report import ReportScore, reservations
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Agreed,
    Difference,
    Mark,
    Perspective,
    Round,
    RoundKind,
    check_agreed,
    check_mark,
    difference_of,
    in_round,
    not_ready,
    taking_part,
)
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.domain.trialogue import AgendaGroup, AgendaPoint, agenda, is_discussed
from wpl_desktop.domain.words import Words
from wpl_desktop.services.round_views import RoundViews, views_of
from wpl_desktop.services.sheets import level_labels, ready_by_round, round_row
from wpl_desktop.services.sight import is_visible
from wpl_desktop.services.trajectories import people_of, trajectory_rows
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class AgreedValues:
    """What the parties agreed on one criterion (R6): a mark, or that the difference stands, never both.

    `positions` are both positions in words, `reason` why a level lies outside what was given.
    """

    mark: Mark = NOT_YET_SCORED
    difference_stands: bool = False
    positions: str = ""
    reason: str = ""

    @property
    def is_discussed(self) -> bool:
        """Whether the criterion has been settled; a difference that stands needs its words."""
        return is_discussed(self.mark, difference_stands=self.difference_stands, positions=self.positions)


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What one perspective said on one criterion; `reserved` is the mark of R8 on its level."""

    said: ReportScore
    reserved: bool = False


@dataclass(frozen=True, kw_only=True)
class CriterionSideBySide:
    """One criterion with everybody's view on one strand.

    `voices` has a key for everybody whose view may be seen. `agreed` is what was agreed, `version` that of its row
    (0: none yet), `agreed_reserved` the mark of R8 on it.
    """

    id: uuid.UUID
    code: str
    name: Words
    level_texts: tuple[Words, ...]
    voices: Mapping[Perspective, Voice]
    difference: Difference | None
    agreed: AgreedValues
    agreed_reserved: bool
    version: int

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that were given, in the order of the perspectives."""
        return tuple(voice.said.mark for voice in self.voices.values())


@dataclass(frozen=True, kw_only=True)
class SideBySideView:
    """One strand of a round side by side; criteria in the order of the set, `agenda` in the order of the talk.

    `missing` are those who are not ready on this strand, `hidden` those whose view may not be seen (R5): as long as
    there are any, nothing that was agreed is shown either. `names` are call names, empty where nobody is known.
    """

    trajectory_id: uuid.UUID
    round_id: uuid.UUID
    student_name: str
    call_name: str
    round_number: int
    round_kind: RoundKind
    held_on: date
    strand: Strand
    perspectives: tuple[Perspective, ...]
    names: Mapping[Perspective, str]
    level_labels: tuple[Words, ...]
    revealed: bool
    final: bool
    missing: tuple[Perspective, ...]
    hidden: frozenset[Perspective]
    criteria: tuple[CriterionSideBySide, ...]
    agenda: tuple[tuple[AgendaGroup, tuple[str, ...]], ...]

    @property
    def is_open(self) -> bool:
        """Whether everybody's view may be seen here."""
        return not self.hidden


class SideBySide:
    """Reads the views of a round together and keeps what was agreed; computes no level from levels (R6)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, round_id: uuid.UUID, *, strand: Strand, joint: bool = False) -> SideBySideView:
        """One strand of a round side by side. Raises `DomainError` (`not_found`).

        `joint`: the student looks along, so nobody's marks are read before the reveal (R5).
        """
        with self._database.reading() as session:
            return _view(session, round_row(session, round_id), strand=strand, joint=joint)

    def save_agreed(
        self,
        round_id: uuid.UUID,
        *,
        strand: Strand,
        criterion_id: uuid.UUID,
        values: AgreedValues,
        expected_version: int | None = None,
        origin: object = None,
    ) -> int:
        """Keep what was agreed on one criterion; gives the version of its row (0 while there is nothing to keep).

        A difference that stands has no mark. With `expected_version` (0: no row yet) other than what is kept,
        nothing is written. Raises `DomainError` (`round_final`, `not_revealed`, `changed_meanwhile`, `not_found`,
        `level_unknown`, `no_opportunity_on_workplace_part`, `agreed_outside_range`), and `own_not_ready` while the
        own sheet of this part is not.
        """
        mark = NOT_YET_SCORED if values.difference_stands else values.mark
        with self._database.transaction(origin=origin) as session:
            found = round_row(session, round_id)
            _check_open(found)
            if _hidden(session, found, strand, joint=False):
                # What is refused as outside the range would tell where the others stand (R5).
                raise refused("own_not_ready")
            level_count = _level_count(session, criterion_id)
            row = session.scalars(
                select(Agreed).where(
                    Agreed.round_id == round_id, Agreed.criterion_id == criterion_id, Agreed.strand == strand
                )
            ).one_or_none()
            if expected_version is not None and expected_version != (row.version if row else 0):
                raise refused("changed_meanwhile")
            check_mark(mark, strand=strand, level_count=level_count)
            given = views_of(session, found).marks(strand, criterion_id).values()
            check_agreed(mark, given=given, reason=values.reason)
            if row is None and values == AgreedValues():
                return 0
            if row is None:
                row = Agreed(round_id=round_id, criterion_id=criterion_id, strand=strand)
                session.add(row)
            row.kind, row.level = mark.kind, mark.level
            row.difference_stands = values.difference_stands
            row.positions = values.positions
            row.reason = values.reason
            session.flush()
            return row.version


def _check_open(found: Round) -> None:
    if found.finalised_at is not None:
        raise refused("round_final")
    if found.revealed_at is None:
        raise refused("not_revealed")


def _level_count(session: Session, criterion_id: uuid.UUID) -> int:
    count = session.scalars(
        select(CriteriaSet.level_count)
        .join(Criterion, Criterion.criteria_set_id == CriteriaSet.id)
        .where(Criterion.id == criterion_id)
    ).one_or_none()
    if count is None:
        raise refused("not_found")
    return count


def _view(session: Session, found: Round, *, strand: Strand, joint: bool) -> SideBySideView:
    trajectory, student = trajectory_rows(session, found.trajectory_id)
    part = taking_part(found.perspectives)
    hidden = {one: _hidden(session, found, one, joint=joint) for one in Strand}
    rows = session.execute(
        select(Criterion.id, Criterion.code, Criterion.name)
        .where(Criterion.criteria_set_id == trajectory.criteria_set_id)
        .order_by(Criterion.position)
    ).all()
    shown = set(in_round([row.code for row in rows], focus=found.focus))
    found_set = session.get_one(CriteriaSet, trajectory.criteria_set_id)
    reader = _Reader(
        strand=strand,
        part=part,
        hidden=hidden,
        views=views_of(session, found),
        texts=_level_texts(session, trajectory.criteria_set_id, strand),
        expected_level=found_set.expected_level,
    )
    criteria = tuple(
        reader.criterion(row.id, code=row.code, name=row.name) for row in rows if row.code in shown
    )
    last = _last_agreed(session, found, strand)
    return SideBySideView(
        trajectory_id=trajectory.id,
        round_id=found.id,
        student_name=student.name,
        call_name=student.call_name,
        round_number=found.number,
        round_kind=found.kind,
        held_on=found.held_on,
        strand=strand,
        perspectives=part,
        names=_names(session, trajectory.id, student),
        level_labels=level_labels(session, trajectory.criteria_set_id, strand)[: found_set.level_count],
        revealed=found.revealed_at is not None or found.finalised_at is not None,
        final=found.finalised_at is not None,
        missing=not_ready(part, ready=_ready(session, found, strand)),
        hidden=hidden[strand],
        criteria=criteria,
        agenda=agenda(
            [
                AgendaPoint(
                    code=criterion.code,
                    marks=criterion.marks,
                    last_agreed=last.get(criterion.id, NOT_YET_SCORED),
                )
                for criterion in criteria
            ]
        ),
    )


@dataclass(frozen=True, kw_only=True)
class _Reader:
    """What was said in one round, and by whom it may be seen."""

    strand: Strand
    part: Sequence[Perspective]
    hidden: Mapping[Strand, Collection[Perspective]]
    views: RoundViews
    texts: Mapping[uuid.UUID, tuple[Words, ...]]
    expected_level: int

    def criterion(self, criterion_id: uuid.UUID, *, code: str, name: Words) -> CriterionSideBySide:
        """One criterion as it may be seen."""
        said = {
            one: self.views.report_score(self.strand, criterion_id, one)
            for one in self.part
            if one not in self.hidden[self.strand]
        }
        is_open = not self.hidden[self.strand]
        row = self.views.agreed[self.strand].get(criterion_id) if is_open else None
        reserved = self._reserved(criterion_id) if is_open else frozenset[Perspective | None]()
        return CriterionSideBySide(
            id=criterion_id,
            code=code,
            name=name,
            level_texts=self.texts.get(criterion_id, ()),
            voices={one: Voice(said=score, reserved=one in reserved) for one, score in said.items()},
            difference=difference_of(score.mark for score in said.values()),
            agreed=AgreedValues()
            if row is None
            else AgreedValues(
                mark=row.mark,
                difference_stands=row.difference_stands,
                positions=row.positions,
                reason=row.reason,
            ),
            agreed_reserved=None in reserved,
            version=0 if row is None else row.version,
        )

    def _reserved(self, criterion_id: uuid.UUID) -> frozenset[Perspective | None]:
        """R8: on the student's part, by what may be seen of the workplace's."""
        if self.strand is Strand.WORKPLACE_PART:
            return frozenset()
        conditions = Strand.WORKPLACE_PART
        by = self.views.marks(conditions, criterion_id)
        return reservations(
            self.views.marks(Strand.STUDENT_PART, criterion_id),
            agreed=self.views.report_agreed(Strand.STUDENT_PART, criterion_id),
            workplace_part_agreed=self.views.report_agreed(conditions, criterion_id).mark,
            workplace_part_by={one: mark for one, mark in by.items() if one not in self.hidden[conditions]},
            expected_level=self.expected_level,
        )


def _ready(session: Session, found: Round, strand: Strand) -> set[Perspective]:
    return ready_by_round(session, [found.id], strand=strand).get(found.id, set())


def _hidden(session: Session, found: Round, strand: Strand, *, joint: bool) -> frozenset[Perspective]:
    ready = _ready(session, found, strand)
    return frozenset(
        one for one in taking_part(found.perspectives) if not is_visible(found, one, ready=ready, joint=joint)
    )


def _level_texts(
    session: Session, criteria_set_id: uuid.UUID, strand: Strand
) -> dict[uuid.UUID, tuple[Words, ...]]:
    texts: dict[uuid.UUID, list[Words]] = {}
    for row in session.execute(
        select(LevelText.criterion_id, LevelText.text)
        .join(Criterion, Criterion.id == LevelText.criterion_id)
        .where(Criterion.criteria_set_id == criteria_set_id, LevelText.strand == strand)
        .order_by(LevelText.level)
    ):
        texts.setdefault(row.criterion_id, []).append(row.text)
    return {criterion_id: tuple(found) for criterion_id, found in texts.items()}


def _last_agreed(session: Session, found: Round, strand: Strand) -> dict[uuid.UUID, Mark]:
    """What was agreed in the round before, by criterion."""
    before = (
        select(Round.id)
        .where(Round.trajectory_id == found.trajectory_id, Round.number < found.number)
        .order_by(Round.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Agreed.criterion_id, Agreed.kind, Agreed.level).where(
            Agreed.round_id == before, Agreed.strand == strand
        )
    )
    return {row.criterion_id: Mark(row.kind, row.level) for row in rows}


def _names(session: Session, trajectory_id: uuid.UUID, student: Person) -> dict[Perspective, str]:
    """How each is called in the talk: the workplace is spoken for by whose profile this is."""
    owner = session.scalars(select(Person.call_name).join(Profile, Profile.owner_id == Person.id)).one()
    roles = people_of(session, trajectory_id)
    institute = next(
        (person.call_name for role, person in roles if role.role is Role.INSTITUTE_SUPERVISOR), ""
    )
    return {
        Perspective.STUDENT: student.call_name,
        Perspective.WORKPLACE: owner,
        Perspective.INSTITUTE: institute,
    }
