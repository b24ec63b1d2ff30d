"""Who speaks for a perspective in a trajectory: the student, or whoever of the institute follows it."""

from __future__ import annotations

import uuid

from sqlalchemy.orm import Session

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import Role, party_of
from wpl_desktop.services.trajectories import people_of, trajectory_rows


def speaker_for(session: Session, trajectory_id: uuid.UUID, perspective: Perspective) -> Person | None:
    """The student, or of the institute the supervisor before anybody else; None where nobody has such a role.

    The workplace is spoken for by whoever fills in its sheet, who is the owner of the profile: ask for the others.
    """
    if perspective is Perspective.STUDENT:
        return trajectory_rows(session, trajectory_id)[1]
    of_institute = [
        (role.role, person)
        for role, person in people_of(session, trajectory_id)
        if party_of(role.role) is Party.INSTITUTE
    ]
    of_institute.sort(key=lambda pair: pair[0] is not Role.INSTITUTE_SUPERVISOR)
    return of_institute[0][1] if of_institute else None
