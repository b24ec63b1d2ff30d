"""A set of criteria between the tables and its shape as data, and which set new trajectories get."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import (
    CoachingQuestion,
    CriteriaSet,
    Criterion,
    Indicator,
    Level,
    LevelText,
    Strand,
    Tip,
    Weight,
    check_level_count,
    check_same_set,
)
from wpl_desktop.domain.criteria_content import CONTENT_FORMAT
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Round
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState


def default_criteria_set(session: Session) -> uuid.UUID:
    """The set that new trajectories get: the one chosen, else the newest."""
    chosen = session.scalars(select(Profile.criteria_set_id)).first()
    if chosen is not None:
        return chosen
    # Sets of one moment: ids grow with time too.
    newest = select(CriteriaSet.id).order_by(CriteriaSet.created_at.desc(), CriteriaSet.id.desc()).limit(1)
    return session.scalars(newest).one()


def choose_criteria_set(session: Session, trajectory: Trajectory, wanted: uuid.UUID) -> None:
    """Give a trajectory another version of the criteria, if it may have one (R13).

    Raises `DomainError`: `criteria_set_fixed` while it is running, and `criteria_set_scored` once it has rounds:
    their levels belong to their own scale and are never converted (2.2).
    """
    if trajectory.criteria_set_id == wanted:
        return
    check_same_set(
        trajectory_set=trajectory.criteria_set_id,
        wanted_set=wanted,
        closed=trajectory.state is TrajectoryState.CLOSED,
    )
    if session.get(CriteriaSet, wanted) is None:
        raise refused("not_found", field="criteria_set")
    if session.scalars(select(Round.id).where(Round.trajectory_id == trajectory.id).limit(1)).first():
        raise refused("criteria_set_scored", field="criteria_set")
    trajectory.criteria_set_id = wanted


def install_criteria(session: Session, data: Mapping[str, Any]) -> CriteriaSet:
    """Copy a set of criteria (the shape of resources/content/criteria.json) into the tables, where it is frozen."""
    levels: Mapping[str, list[dict[str, Any]]] = data["levels"]
    level_count = len(levels[Strand.STUDENT_PART.value])
    check_level_count(level_count)
    criteria_set = CriteriaSet(
        key=data["key"],
        edition=data["version"],
        name=data["name"],
        level_count=level_count,
        expected_level=data["expected_level"],
    )
    session.add(criteria_set)
    session.flush()
    for strand in Strand:
        session.add_all(
            Level(criteria_set_id=criteria_set.id, strand=strand, level=level["level"], label=level["label"])
            for level in levels[strand.value]
        )
    for position, values in enumerate(data["criteria"], start=1):
        _install_criterion(session, criteria_set, position=position, values=values)
    session.flush()
    return criteria_set


def _install_criterion(
    session: Session, criteria_set: CriteriaSet, *, position: int, values: Mapping[str, Any]
) -> None:
    criterion = Criterion(
        criteria_set_id=criteria_set.id,
        position=position,
        code=values["code"],
        key=values["key"],
        weight=Weight(values["weight"]),
        name=values["name"],
        description=values["description"],
        reading_hint=values["reading_hint"] or {},
    )
    session.add(criterion)
    session.flush()
    for strand in Strand:
        session.add_all(
            LevelText(criterion_id=criterion.id, strand=strand, level=level["level"], text=level["text"])
            for level in values["level_texts"][strand.value]
        )
    session.add_all(
        Indicator(
            criterion_id=criterion.id, position=number, strand=Strand(item["strand"]), text=item["text"]
        )
        for number, item in enumerate(values["indicators"], start=1)
    )
    session.add_all(
        CoachingQuestion(criterion_id=criterion.id, position=number, text=item["text"])
        for number, item in enumerate(values["questions"], start=1)
    )
    session.add_all(
        Tip(
            criterion_id=criterion.id,
            position=number,
            audience=item["audience"],
            situation=item["situation"],
            text=item["text"],
        )
        for number, item in enumerate(values["tips"], start=1)
    )


def content_of(session: Session, set_id: uuid.UUID) -> dict[str, Any]:
    """A set in the shape of resources/content/criteria.json. Raises `DomainError` (`not_found`)."""
    found = session.get(CriteriaSet, set_id)
    if found is None:
        raise refused("not_found")
    levels = session.scalars(select(Level).where(Level.criteria_set_id == set_id).order_by(Level.level)).all()
    criteria = session.scalars(
        select(Criterion).where(Criterion.criteria_set_id == set_id).order_by(Criterion.position)
    ).all()
    parts = _Parts(session, set_id)
    return {
        "format": CONTENT_FORMAT,
        "version": found.edition,
        "key": found.key,
        "name": dict(found.name),
        "expected_level": found.expected_level,
        "levels": {
            strand.value: [
                {"level": level.level, "label": dict(level.label)}
                for level in levels
                if level.strand is strand
            ]
            for strand in Strand
        },
        "criteria": [parts.content_of(criterion) for criterion in criteria],
    }


class _Parts:
    """Everything below the criteria of one set, read at once."""

    def __init__(self, session: Session, set_id: uuid.UUID) -> None:
        ids = select(Criterion.id).where(Criterion.criteria_set_id == set_id)
        self._level_texts = session.scalars(
            select(LevelText).where(LevelText.criterion_id.in_(ids)).order_by(LevelText.level)
        ).all()
        self._indicators = session.scalars(
            select(Indicator).where(Indicator.criterion_id.in_(ids)).order_by(Indicator.position)
        ).all()
        self._questions = session.scalars(
            select(CoachingQuestion)
            .where(CoachingQuestion.criterion_id.in_(ids))
            .order_by(CoachingQuestion.position)
        ).all()
        self._tips = session.scalars(
            select(Tip).where(Tip.criterion_id.in_(ids)).order_by(Tip.position)
        ).all()

    def content_of(self, criterion: Criterion) -> dict[str, Any]:
        """One criterion with everything below it."""
        return {
            "code": criterion.code,
            "key": criterion.key,
            "weight": criterion.weight.value,
            "name": dict(criterion.name),
            "description": dict(criterion.description),
            "reading_hint": dict(criterion.reading_hint) or None,
            "level_texts": {
                strand.value: [
                    {"level": row.level, "text": dict(row.text)}
                    for row in self._level_texts
                    if row.criterion_id == criterion.id and row.strand is strand
                ]
                for strand in Strand
            },
            "indicators": [
                {"strand": row.strand.value, "text": dict(row.text)}
                for row in self._indicators
                if row.criterion_id == criterion.id
            ],
            "questions": [
                {"text": dict(row.text)} for row in self._questions if row.criterion_id == criterion.id
            ],
            "tips": [
                {"audience": row.audience, "situation": row.situation, "text": dict(row.text)}
                for row in self._tips
                if row.criterion_id == criterion.id
            ],
        }
