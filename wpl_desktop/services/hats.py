"""Who is kept from what where coach and assessor are apart: coaching notes here, the assessor's advice there (0.1)."""

from __future__ import annotations

import uuid

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import Conversation, stays_with_mentor
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.trajectories import AssessmentMode, Role, Trajectory, TrajectoryRole


def without_notes() -> Select[uuid.UUID]:
    """The trajectories in which the owner of the profile assesses apart from the coach: no coaching notes there."""
    return (
        select(Trajectory.id)
        .join(TrajectoryRole, TrajectoryRole.trajectory_id == Trajectory.id)
        .where(
            Trajectory.assessment_mode == AssessmentMode.SEPARATED,
            TrajectoryRole.role == Role.ASSESSOR,
            TrajectoryRole.person_id.in_(select(Profile.owner_id)),
        )
    )


def without_advice() -> Select[uuid.UUID]:
    """The trajectories in which somebody else assesses apart: the assessor's advice is not for the coach."""
    return select(Trajectory.id).where(
        Trajectory.assessment_mode == AssessmentMode.SEPARATED, Trajectory.id.not_in(without_notes())
    )


def is_kept_from_notes(session: Session, trajectory_id: uuid.UUID) -> bool:
    """Whether coaching notes of this trajectory are not for the owner of the profile."""
    return session.scalar(without_notes().where(Trajectory.id == trajectory_id).limit(1)) is not None


def are_notes_apart(session: Session, conversation: Conversation) -> bool:
    """Whether what is noted in a conversation is the coach's alone, and the owner of the profile is the assessor."""
    return stays_with_mentor(conversation.hat) and is_kept_from_notes(session, conversation.trajectory_id)


def check_notes_open(session: Session, conversation: Conversation) -> None:
    """Refuse to write a note among those of the coach (`notes_apart`)."""
    if are_notes_apart(session, conversation):
        raise refused("notes_apart")


def is_kept_from_advice(session: Session, trajectory_id: uuid.UUID) -> bool:
    """Whether the advice on this student is somebody else's, and not for the owner of the profile."""
    return session.scalar(without_advice().where(Trajectory.id == trajectory_id)) is not None


def check_one_hat(mode: AssessmentMode, roles: frozenset[Role], *, coaching: frozenset[Role]) -> None:
    """0.1: nobody is coach and assessor of the same student where the two are apart (`both_hats`).

    `roles` are those of the owner of the profile in the trajectory.
    """
    if mode is AssessmentMode.SEPARATED and Role.ASSESSOR in roles and roles & coaching:
        raise refused("both_hats", field="assessment_mode")
