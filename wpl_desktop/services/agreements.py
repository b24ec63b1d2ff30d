"""Agreements: who does what by when, as they are given and as they are listed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import Agreement, AgreementState
from wpl_desktop.domain.people import Party, Person


@dataclass(frozen=True, kw_only=True)
class AgreementValues:
    """A new agreement: which party does what by when; `person_id` when it is one person's."""

    party: Party
    text: str
    due_on: date | None = None
    person_id: uuid.UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AgreementRow:
    """One agreement of a student."""

    id: uuid.UUID
    version: int
    conversation_id: uuid.UUID | None
    party: Party
    owner: str
    text: str
    due_on: date | None
    state: AgreementState


def agreement_rows(
    session: Session, trajectory_id: uuid.UUID, *, made_until: datetime | None = None
) -> list[AgreementRow]:
    """A student's agreements: open ones first, then by date, without date last.

    `made_until` leaves out what was agreed later: a report that is final does not grow.
    """
    wanted = (
        select(Agreement, Person.name)
        .outerjoin(Person, Person.id == Agreement.person_id)
        .where(Agreement.trajectory_id == trajectory_id)
    )
    if made_until is not None:
        wanted = wanted.where(Agreement.created_at <= made_until)
    rows = session.execute(wanted).all()
    found = [
        AgreementRow(
            id=row[0].id,
            version=row[0].version,
            conversation_id=row[0].conversation_id,
            party=row[0].party,
            owner=row[1] or "",
            text=row[0].text,
            due_on=row[0].due_on,
            state=row[0].state,
        )
        for row in rows
    ]
    return sorted(
        found, key=lambda row: (row.state is not AgreementState.OPEN, row.due_on or date.max, row.id.hex)
    )
