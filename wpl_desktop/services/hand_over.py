"""One person's own sheets of one round while the laptop is theirs, and silence that looks like silence (R9)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import CriteriaSet, Strand, Tip
from wpl_desktop.domain.errors import DomainError, refused
from wpl_desktop.domain.evaluations import (
    NOT_OBSERVED,
    Collected,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    check_mark,
    in_round,
    is_scored,
    says_something,
)
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE, ScoreValues
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.sheets import SheetView, criteria_of, round_row, sheet_row, sheet_views
from wpl_desktop.services.speakers import speaker_for
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage import undo
from wpl_desktop.storage.database import Database

_SILENCE: Final = ScoreValues(mark=NOT_OBSERVED)


@dataclass(frozen=True, kw_only=True)
class HandedRound:
    """What one person sees of one round on somebody else's laptop: their own sheets and nothing of others.

    `person` and `call_name` are of who fills in (empty when nobody of the institute is known), `owner` is whose
    laptop it is. `parts` are the person's own two sheets, with tips for the student. `ready` is whether both are;
    `revealed` whether the views lie side by side, after which a sheet that is ready stays as it is.
    """

    round_id: uuid.UUID
    trajectory_id: uuid.UUID
    perspective: Perspective
    person: str
    call_name: str
    owner: str
    student: str
    student_call_name: str
    round_number: int
    round_kind: RoundKind
    held_on: date
    has_institute: bool
    ready: bool
    revealed: bool
    parts: Mapping[Strand, SheetView]

    @property
    def may_withhold(self) -> bool:
        """R9: whether the part about the workplace is voluntary and kept only when it is shared."""
        return self.perspective is Perspective.STUDENT

    def shared_before(self) -> bool:
        """Whether something about the workplace was shared earlier, before the sheet was opened again."""
        part = self.parts[Strand.WORKPLACE_PART]
        return any(
            score.mark.level is not None or score.comment or score.evidence or score.source is not None
            for score in part.scores.values()
        )


class HandOver:
    """Reads and ends the own sheets of the student or the institute on the mentor's laptop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, round_id: uuid.UUID, perspective: Perspective) -> HandedRound:
        """What that person may see of the round. Raises `DomainError` (`not_found`, `own_sheet_stays`)."""
        if perspective is OWN_PERSPECTIVE:
            raise refused("own_sheet_stays")
        with self._database.reading() as session:
            found = round_row(session, round_id)
            trajectory, student = trajectory_rows(session, found.trajectory_id)
            person = speaker_for(session, trajectory.id, perspective)
            tips = _tips_for_students(session, trajectory)
            views = sheet_views(session, round_id, perspective=perspective, viewer=perspective)
            parts = {strand: _with_tips(view, tips=tips) for strand, view in views.items()}
            return HandedRound(
                round_id=found.id,
                trajectory_id=trajectory.id,
                perspective=perspective,
                person=person.name if person is not None else "",
                call_name=person.call_name if person is not None else "",
                owner=profile_rows(session)[1].name,
                student=student.name,
                student_call_name=student.call_name,
                round_number=found.number,
                round_kind=found.kind,
                held_on=found.held_on,
                has_institute=Perspective.INSTITUTE.value in found.perspectives,
                ready=all(part.ready_at is not None for part in parts.values()),
                revealed=found.revealed_at is not None,
                parts=parts,
            )

    def check_open(self, round_id: uuid.UUID, perspective: Perspective) -> None:
        """Refuse to hand over a sheet that nobody else fills in here any more.

        Raises `DomainError`: `not_found` (also for who does not take part), `own_sheet_stays` for the owner's,
        `round_final`, and `already_revealed` for one that is ready while the views lie side by side.
        """
        with self._database.reading() as session:
            _checked(session, round_id, perspective)

    def is_open_to(self, round_id: uuid.UUID, perspective: Perspective) -> bool:
        """Whether the laptop can be handed over for this sheet; `check_open` says why not."""
        try:
            self.check_open(round_id, perspective)
        except DomainError:
            return False
        return True

    def reopen(self, round_id: uuid.UUID, perspective: Perspective, *, origin: object = None) -> None:
        """Open both own sheets again, before the reveal. Raises as `check_open`."""
        with self._database.transaction(origin=origin, undoable=False) as session:
            _checked(session, round_id, perspective)
            for strand in Strand:
                sheet_row(session, round_id, perspective=perspective, strand=strand).ready_at = None

    def finish(
        self,
        round_id: uuid.UUID,
        perspective: Perspective,
        *,
        shared: Mapping[uuid.UUID, ScoreValues] | None = None,
        origin: object = None,
    ) -> None:
        """*Klaar*: both sheets ready at one moment, in one transaction that the owner cannot undo.

        Of the student, `shared` is what is shared about the workplace, by criterion; None shares nothing, and
        what is stored then is the same whatever the reason (R9). The institute's rows are there already. Raises
        as `check_open`, and `DomainError` for a mark that does not exist there.
        """
        with self._database.transaction(origin=origin, undoable=False) as session:
            found = _checked(session, round_id, perspective)
            own = sheet_row(session, round_id, perspective=perspective, strand=Strand.STUDENT_PART)
            about_workplace = sheet_row(
                session, round_id, perspective=perspective, strand=Strand.WORKPLACE_PART
            )
            self._note_own_screen(session, found, own)
            _note_alike(found, about_workplace, own)
            if perspective is Perspective.STUDENT:
                _write_workplace_part(session, found, about_workplace, shared or {})
            own.ready_at = about_workplace.ready_at = self._database.clock.now()

    def withhold(self, round_id: uuid.UUID, *, origin: object = None) -> None:
        """R9: end the student's view of the workplace without one, whatever the reason; one transaction.

        Every criterion of the round becomes *not observed*, without texts, and the sheet ready. Raises as
        `check_open`.
        """
        with self._database.transaction(origin=origin) as session:
            found = _checked(session, round_id, Perspective.STUDENT)
            own = sheet_row(session, round_id, perspective=Perspective.STUDENT, strand=Strand.STUDENT_PART)
            silent = sheet_row(
                session, round_id, perspective=Perspective.STUDENT, strand=Strand.WORKPLACE_PART
            )
            _note_alike(found, silent, own)
            _write_workplace_part(session, found, silent, {})
            silent.ready_at = self._database.clock.now()

    def _note_own_screen(self, session: Session, found: Round, sheet: Sheet) -> None:
        """Record who filled in a sheet, and that it was done here, also when nothing was filled in.

        Somebody who says *Klaar* here makes a sheet that was typed over before their own: from then on it is read
        as what others filled in themselves, and both parts alike (R5, R9). Whether it was blind stays as it was.
        """
        person = speaker_for(session, found.trajectory_id, sheet.perspective)
        sheet.author_id = person.id if person is not None else None
        sheet.collected = Collected.OWN_SCREEN
        if sheet.collected_on is None:
            sheet.collected_on = self._database.clock.local().date()
            sheet.blind = found.revealed_at is None


def _checked(session: Session, round_id: uuid.UUID, perspective: Perspective) -> Round:
    found = round_row(session, round_id)
    if perspective is OWN_PERSPECTIVE:
        raise refused("own_sheet_stays")
    if found.finalised_at is not None:
        raise refused("round_final")
    ready: list[datetime | None] = [
        sheet_row(session, round_id, perspective=perspective, strand=strand).ready_at for strand in Strand
    ]
    if found.revealed_at is not None and all(ready):
        raise refused("already_revealed")
    return found


def _note_alike(found: Round, sheet: Sheet, own: Sheet) -> None:
    """The sheet about the workplace came in as the own one did; else it could tell when it was thought about."""
    sheet.author_id = own.author_id
    sheet.collected, sheet.collected_on = own.collected, own.collected_on
    sheet.written_by, sheet.written_on = own.written_by, own.written_on
    sheet.blind = own.blind and found.revealed_at is None


def _write_workplace_part(
    session: Session, found: Round, sheet: Sheet, shared: Mapping[uuid.UUID, ScoreValues]
) -> None:
    """A row for every criterion of the round: what was shared, and silence where nothing was."""
    trajectory, _ = trajectory_rows(session, found.trajectory_id)
    level_count = session.get_one(CriteriaSet, trajectory.criteria_set_id).level_count
    criteria = criteria_of(session, trajectory)
    codes = set(in_round([criterion.code for criterion in criteria], focus=found.focus))
    present = {
        score.criterion_id: score
        for score in session.scalars(select(Score).where(Score.sheet_id == sheet.id))
    }
    withdrawn: list[Score] = []
    for criterion in criteria:
        if criterion.code not in codes:
            continue
        values = shared.get(criterion.id, _SILENCE)
        mark = values.mark if is_scored(values.mark) else NOT_OBSERVED
        check_mark(mark, strand=Strand.WORKPLACE_PART, level_count=level_count)
        score = present.get(criterion.id)
        if score is None:
            score = Score(sheet_id=sheet.id, criterion_id=criterion.id)
            session.add(score)
        elif says_something(score, strand=sheet.strand, perspective=sheet.perspective):
            withdrawn.append(score)
        score.kind, score.level = mark.kind, mark.level
        score.comment, score.evidence, score.source = values.comment, values.evidence, values.source
    # What was shared before the sheet was opened again: neither the row nor the journal tells what it was.
    undo.tell_as_made(session, withdrawn)
    undo.purge_gone(session, Score, column="sheet_id", parent_id=sheet.id)


def _tips_for_students(session: Session, trajectory: Trajectory) -> dict[uuid.UUID, Words]:
    """The first tip for students of each criterion that has one."""
    ids = [criterion.id for criterion in criteria_of(session, trajectory)]
    tips = session.scalars(
        select(Tip).where(Tip.criterion_id.in_(ids), Tip.audience == "student").order_by(Tip.position.desc())
    )
    return {tip.criterion_id: tip.text for tip in tips}


def _with_tips(view: SheetView, *, tips: Mapping[uuid.UUID, Words]) -> SheetView:
    return replace(
        view,
        criteria=tuple(
            replace(
                criterion, tip=tips.get(criterion.id, {}) if view.perspective is Perspective.STUDENT else {}
            )
            for criterion in view.criteria
        ),
    )
