"""Agreements: who does what by when, as they are given and listed, and what talks say of them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    Agreement,
    AgreementOutcome,
    AgreementReview,
    AgreementState,
    Conversation,
    required_text,
)
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.services.unchanged import unchanged

_OUTCOMES = {
    AgreementState.OPEN: AgreementOutcome.GOES_ON,
    AgreementState.DONE: AgreementOutcome.DONE,
    AgreementState.DROPPED: AgreementOutcome.DROPPED,
    # Somebody took it over in other words: for the talk that said so it goes on.
    AgreementState.CONTINUED: AgreementOutcome.GOES_ON,
}


@dataclass(frozen=True, kw_only=True)
class AgreementValues:
    """A new agreement: which party does what by when; `person_id` when it is one person's."""

    party: Party
    text: str
    due_on: date | None = None
    person_id: uuid.UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AgreementRow:
    """One agreement of a student; `owner` is the name of the person whose it is, empty for a whole party."""

    id: uuid.UUID
    version: int
    conversation_id: uuid.UUID | None
    party: Party
    owner: str
    text: str
    due_on: date | None
    state: AgreementState
    person_id: uuid.UUID | None = None


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
    found = [agreement_row(row[0], owner=row[1] or "") for row in session.execute(wanted)]
    return sorted(found, key=lambda row: (row.state is not AgreementState.OPEN, *by_date(row)))


def agreement_row(agreement: Agreement, *, owner: str) -> AgreementRow:
    """One agreement as it is listed; `owner` is the name of its person."""
    return AgreementRow(
        id=agreement.id,
        version=agreement.version,
        conversation_id=agreement.conversation_id,
        party=agreement.party,
        owner=owner,
        text=agreement.text,
        due_on=agreement.due_on,
        state=agreement.state,
        person_id=agreement.person_id,
    )


def by_date(row: AgreementRow) -> tuple[date, str]:
    """The place of an agreement in a list: by date, without date last."""
    return row.due_on or date.max, row.id.hex


def new_agreement(conversation: Conversation, values: AgreementValues) -> Agreement:
    """An agreement that comes out of a talk. Raises `DomainError` (`agreement_missing`) without words."""
    return Agreement(
        trajectory_id=conversation.trajectory_id,
        conversation_id=conversation.id,
        party=values.party,
        person_id=values.person_id,
        text=required_text(values.text, code="agreement_missing", field="agreements"),
        due_on=values.due_on,
    )


def settle_agreement(session: Session, row: AgreementRow, state: AgreementState, *, on: date) -> Agreement:
    """Give an agreement a state, settled `on` a day unless it is open again.

    Raises `DomainError` (`not_found`, `changed_meanwhile`).
    """
    agreement = unchanged(session, Agreement, row)
    if agreement.state is not state:
        agreement.state = state
        agreement.settled_on = on if state is not AgreementState.OPEN else None
    return agreement


def set_review(
    session: Session, conversation_id: uuid.UUID, agreement_id: uuid.UUID, outcome: AgreementOutcome
) -> None:
    """Note what a talk said of an agreement, in place of what it said before."""
    review = session.scalars(
        select(AgreementReview).where(
            AgreementReview.conversation_id == conversation_id,
            AgreementReview.agreement_id == agreement_id,
        )
    ).one_or_none()
    if review is None:
        session.add(
            AgreementReview(conversation_id=conversation_id, agreement_id=agreement_id, outcome=outcome)
        )
    else:
        review.outcome = outcome


def outcome_of(state: AgreementState) -> AgreementOutcome:
    """What a talk says that leaves an agreement in this state."""
    return _OUTCOMES[state]


def state_after(outcome: AgreementOutcome) -> AgreementState:
    """The state in which a talk that says this leaves an agreement."""
    return {
        AgreementOutcome.DONE: AgreementState.DONE,
        AgreementOutcome.GOES_ON: AgreementState.OPEN,
        AgreementOutcome.DROPPED: AgreementState.DROPPED,
    }[outcome]


def said_on(conversation: Conversation, *, today: date) -> date:
    """The day on which a talk said something: its own, or `today` when it is still to come."""
    return min(conversation.starts_at.date(), today)
