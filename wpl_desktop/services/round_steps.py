"""Where one round stands: who is ready and how each sheet came in, reveal, agreed, final, signed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import (
    ROUND_OPENS_BEFORE,
    Agreed,
    Collected,
    MarkKind,
    Perspective,
    RoundKind,
    RoundReport,
    Score,
    Sheet,
    has_begun,
    in_round,
    taking_part,
)
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.suggestions import LONGEST_NOTICE, ready_day
from wpl_desktop.domain.trajectories import COACHING_ROLES, AssessmentMode, Role, Trajectory, TrajectoryState
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.round_versions import VersionRow, local_moment, versions_of
from wpl_desktop.services.school_calendar import free_days
from wpl_desktop.services.sheets import late_perspectives, round_row
from wpl_desktop.services.trajectories import people_of, trajectory_rows
from wpl_desktop.storage import kept
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class SheetStep:
    """How far one sheet is and how it came in; never what stands in it (R5).

    `scored` of `total` criteria have a mark. `collected` is None while nothing came in; `typed_by` is who sat at the
    keyboard, `written_by` and `written_on` are what stands on the paper. Of the student's view of the workplace only
    `ready` is told (R9): `scored`, `ready_on` and `collected` are None, whatever was or was not kept.
    """

    perspective: Perspective
    strand: Strand
    ready: bool
    ready_on: date | None
    scored: int | None
    total: int
    collected: Collected | None
    collected_on: date | None
    typed_by: str
    written_by: str
    written_on: date | None
    blind: bool


@dataclass(frozen=True, kw_only=True)
class RoundStepsView:
    """One round of one student, step by step.

    `people` are the names of those who take part, empty where nobody is known. `ready_by` is the day on which all
    should be ready, over when `is_overdue`; `opens_on` the day from which a round that was planned waits for people.
    `late` were not ready at the reveal. `discussed` counts per strand on how many of `total` criteria something was
    agreed, or that the difference stands. `texts` of `texts_total` texts of the report are written. `versions` are
    newest first.
    """

    round_id: uuid.UUID
    trajectory_id: uuid.UUID
    student_name: str
    call_name: str
    number: int
    kind: RoundKind
    held_on: date
    ready_by: date
    is_overdue: bool
    opens_on: date
    begun: bool
    focus: tuple[str, ...]
    total: int
    perspectives: tuple[Perspective, ...]
    people: Mapping[Perspective, str]
    sheets: tuple[SheetStep, ...]
    revealed_on: date | None
    reveal_reason: str
    late: tuple[Perspective, ...]
    discussed: Mapping[Strand, int]
    texts: int
    texts_total: int
    has_response: bool
    no_response: bool
    final: bool
    finalised_on: date | None
    edition: int
    versions: tuple[VersionRow, ...]
    closed: bool
    separated: bool

    @property
    def ready(self) -> frozenset[Perspective]:
        """Who is ready with the student's part, which is what a trialogue is about."""
        return frozenset(
            sheet.perspective for sheet in self.sheets if sheet.ready and sheet.strand is Strand.STUDENT_PART
        )

    @property
    def missing(self) -> tuple[Perspective, ...]:
        """Who takes part and is not ready yet."""
        return tuple(one for one in self.perspectives if one not in self.ready)

    @property
    def own_ready(self) -> bool:
        """Whether the owner's own sheet is ready."""
        return OWN_PERSPECTIVE in self.ready

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed any more: the round is final, or the trajectory closed."""
        return self.final or self.closed

    @property
    def current(self) -> VersionRow | None:
        """The version that holds now; None while the round is a draft."""
        newest = self.versions[0] if self.versions else None
        return newest if self.final and newest is not None and newest.is_current else None

    def sheet(self, perspective: Perspective, strand: Strand) -> SheetStep:
        """One of the sheets; `KeyError` when that perspective does not take part."""
        for found in self.sheets:
            if (found.perspective, found.strand) == (perspective, strand):
                return found
        raise KeyError((perspective, strand))


class RoundSteps:
    """Reads the steps of a round; what is typed in a dialog about it is kept here until it is used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, round_id: uuid.UUID) -> RoundStepsView:
        """The steps of one round. Raises `DomainError` (`not_found`)."""
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            return _Steps(session, round_id).view(today=today)

    def draft(self, round_id: uuid.UUID, about: str) -> str:
        """What was typed in the dialog `about` and not used yet; empty when nothing was."""
        with self._database.reading() as session:
            return (kept.kept(session, _draft_name(round_id, about)) or b"").decode()

    def keep_draft(self, round_id: uuid.UUID, about: str, text: str) -> None:
        """Keep what was typed in the dialog `about`, so that it survives the lock; an empty text lets go of it."""
        if text == self.draft(round_id, about):
            return
        with self._database.transaction(undoable=False) as session:
            if text:
                data = text.encode(errors="replace")
                kept.keep(session, _draft_name(round_id, about), data, at=self._database.clock.now())
            else:
                kept.forget(session, _draft_name(round_id, about))


def _draft_name(round_id: uuid.UUID, about: str) -> str:
    return f"{round_id}/draft/{about}"


class _Steps:
    """One round being read: the rows that every step needs."""

    def __init__(self, session: Session, round_id: uuid.UUID) -> None:
        self.session = session
        self.found = round_row(session, round_id)
        self.trajectory, self.student = trajectory_rows(session, self.found.trajectory_id)
        criteria = session.execute(
            select(Criterion.id, Criterion.code).where(
                Criterion.criteria_set_id == self.trajectory.criteria_set_id
            )
        ).all()
        shown = set(in_round([row.code for row in criteria], focus=self.found.focus))
        self.criteria = [row.id for row in criteria if row.code in shown]
        self.perspectives = taking_part(self.found.perspectives)

    def view(self, *, today: date) -> RoundStepsView:
        """The steps as a whole."""
        found = self.found
        rows = self._sheet_rows()
        texts, total, response, no_response = self._texts()
        free = free_days(self.session, found.held_on - LONGEST_NOTICE, found.held_on)
        ready_by = ready_day(found.ready_by, held_on=found.held_on, free=free)
        sheets = tuple(_sheet_step(row, total=len(self.criteria)) for row in rows)
        return RoundStepsView(
            round_id=found.id,
            trajectory_id=self.trajectory.id,
            student_name=self.student.name,
            call_name=self.student.call_name or self.student.name,
            number=found.number,
            kind=found.kind,
            held_on=found.held_on,
            ready_by=ready_by,
            is_overdue=ready_by < today,
            opens_on=found.held_on - ROUND_OPENS_BEFORE,
            begun=has_begun(found.held_on, today=today) or any(one.ready or one.scored for one in sheets),
            focus=tuple(found.focus),
            total=len(self.criteria),
            perspectives=self.perspectives,
            people=self._people(),
            sheets=sheets,
            revealed_on=_day(found.revealed_at),
            reveal_reason=found.reveal_reason,
            late=late_perspectives(found),
            discussed=self._discussed(),
            texts=texts,
            texts_total=total,
            has_response=response,
            no_response=no_response,
            final=found.finalised_at is not None,
            finalised_on=_day(found.finalised_at),
            edition=found.edition,
            versions=tuple(versions_of(self.session, found.id)),
            closed=self.trajectory.state is TrajectoryState.CLOSED,
            separated=self.trajectory.assessment_mode is AssessmentMode.SEPARATED,
        )

    def _sheet_rows(self) -> Sequence[Any]:
        """The sheets of who takes part, with how many marks each has; never which marks."""
        rows = self.session.execute(
            select(
                Sheet.perspective,
                Sheet.strand,
                Sheet.collected,
                Sheet.collected_on,
                Sheet.written_by,
                Sheet.written_on,
                Sheet.blind,
                Sheet.ready_at,
                func.coalesce(Person.call_name, "").label("typed_by"),
                func.count(Score.id).label("scored"),
            )
            .outerjoin(Person, Person.id == Sheet.author_id)
            .outerjoin(
                Score,
                and_(
                    Score.sheet_id == Sheet.id,
                    Score.kind != MarkKind.NOT_YET_SCORED,
                    Score.criterion_id.in_(self.criteria),
                ),
            )
            .where(Sheet.round_id == self.found.id)
            .group_by(Sheet.id)
        ).all()
        order = {(one, strand): at for at, (one, strand) in enumerate(_pairs(self.perspectives))}
        part = [row for row in rows if (row.perspective, row.strand) in order]
        return sorted(part, key=lambda row: order[row.perspective, row.strand])

    def _people(self) -> dict[Perspective, str]:
        """How one speaks to the student, the owner or else the first mentor, and the one of the institute."""
        people = [(role.role, person) for role, person in people_of(self.session, self.trajectory.id)]
        mentors = [person for role, person in people if role in COACHING_ROLES]
        owner = profile_rows(self.session)[1]
        mentor = next((one for one in mentors if one.id == owner.id), mentors[0] if mentors else owner)
        institute = next((person for role, person in people if role is Role.INSTITUTE_SUPERVISOR), None)
        names = {
            Perspective.STUDENT: self.student.call_name or self.student.name,
            Perspective.WORKPLACE: mentor.call_name or mentor.name,
            Perspective.INSTITUTE: (institute.call_name or institute.name) if institute is not None else "",
        }
        return {one: names[one] for one in self.perspectives}

    def _discussed(self) -> dict[Strand, int]:
        rows = self.session.execute(
            select(Agreed.strand, func.count(Agreed.id).label("count"))
            .where(
                Agreed.round_id == self.found.id,
                Agreed.criterion_id.in_(self.criteria),
                (Agreed.kind != MarkKind.NOT_YET_SCORED) | Agreed.difference_stands,
            )
            .group_by(Agreed.strand)
        )
        counts: dict[Strand, int] = {row.strand: row[1] for row in rows}
        return {strand: counts.get(strand, 0) for strand in Strand}

    def _texts(self) -> tuple[int, int, bool, bool]:
        """How many texts of the report are written, of how many, and what became of the student's response."""
        texts = self.session.scalars(
            select(RoundReport).where(RoundReport.round_id == self.found.id)
        ).one_or_none() or RoundReport(round_id=self.found.id)
        wanted = [texts.strong, texts.grown, texts.next_step]
        # Only the final form has an advice (6.2: 12); an assessor who stands apart gives it apart (0.1).
        if self.found.kind is RoundKind.FINAL and not _is_separated(self.trajectory):
            wanted.append(texts.advice)
        written = sum(bool(text.strip()) for text in wanted)
        return written, len(wanted), bool(texts.student_response.strip()), texts.no_response


def _pairs(perspectives: Sequence[Perspective]) -> list[tuple[Perspective, Strand]]:
    return [(one, strand) for one in perspectives for strand in Strand]


def _is_separated(trajectory: Trajectory) -> bool:
    return trajectory.assessment_mode is AssessmentMode.SEPARATED


def _sheet_step(row: Any, *, total: int) -> SheetStep:
    if row.perspective is Perspective.STUDENT and row.strand is Strand.WORKPLACE_PART:
        # Voluntary and perhaps withheld: more than ready or not would give that away (R9).
        return SheetStep(
            perspective=row.perspective,
            strand=row.strand,
            ready=row.ready_at is not None,
            ready_on=None,
            scored=None,
            total=total,
            collected=None,
            collected_on=None,
            typed_by="",
            written_by="",
            written_on=None,
            blind=True,
        )
    came_in = row.collected_on is not None or row.ready_at is not None or row.scored > 0
    return SheetStep(
        perspective=row.perspective,
        strand=row.strand,
        ready=row.ready_at is not None,
        ready_on=_day(row.ready_at),
        scored=row.scored,
        total=total,
        collected=row.collected if came_in else None,
        collected_on=row.collected_on,
        typed_by=row.typed_by,
        written_by=row.written_by,
        written_on=row.written_on,
        blind=row.blind,
    )


def _day(moment: datetime | None) -> date | None:
    return local_moment(moment).date() if moment is not None else None
