"""What was open when a talk began, what it said of it, and whether it may end without having said so."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.clock import local_day
from wpl_desktop.domain.conversations import (
    Agreement,
    AgreementOutcome,
    AgreementReview,
    AgreementState,
    Conversation,
    Hat,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import Person
from wpl_desktop.services.agreements import AgreementRow, agreement_row, by_date

#: A debrief of a lesson is about that lesson: as short as this, a talk does not open with what was agreed before.
LONGEST_DEBRIEF_MINUTES: Final = 15


@dataclass(frozen=True, kw_only=True)
class EarlierAgreement:
    """An agreement that was open when the talk began, and what the talk said of it (None: nothing yet).

    `is_past` when a later talk spoke of it too: what this one said is history then.
    """

    row: AgreementRow
    outcome: AgreementOutcome | None
    is_past: bool

    @property
    def is_unsaid(self) -> bool:
        """Whether this talk still has to say what became of it."""
        return self.outcome is None and not self.is_past and self.row.state is AgreementState.OPEN


def must_say_all(conversation: Conversation) -> bool:
    """Whether a talk says of each open agreement what became of it before it is rounded off (section 3).

    Who coaches or evaluates does. Not a group, in which one student's agreements are not for the others; not a talk
    of which only is kept that it took place; not a debrief, of which there may be one a day in a block placement.
    """
    return (
        conversation.hat in {Hat.COACH, Hat.EVALUATE}
        and conversation.group_id is None
        and conversation.minutes > LONGEST_DEBRIEF_MINUTES
    )


def agreements_around(
    session: Session, conversation: Conversation
) -> tuple[tuple[EarlierAgreement, ...], tuple[AgreementRow, ...]]:
    """What was open when the talk began, and what was agreed in it; the same queries however many there are."""
    origin = aliased(Conversation)
    reviewed_here = select(AgreementReview.agreement_id).where(
        AgreementReview.conversation_id == conversation.id
    )
    found = session.execute(
        select(Agreement, Person.name, origin.starts_at)
        .outerjoin(Person, Person.id == Agreement.person_id)
        .outerjoin(origin, origin.id == Agreement.conversation_id)
        .where(
            Agreement.trajectory_id == conversation.trajectory_id,
            or_(
                Agreement.state == AgreementState.OPEN,
                Agreement.conversation_id == conversation.id,
                Agreement.id.in_(reviewed_here),
            ),
        )
    ).all()
    said = _reviews(session, [row[0].id for row in found])
    earlier: list[EarlierAgreement] = []
    made_here: list[AgreementRow] = []
    for agreement, owner, agreed_at in found:
        row = agreement_row(agreement, owner=owner or "")
        outcomes = said.get(agreement.id, {})
        if agreement.conversation_id == conversation.id:
            made_here.append(row)
        elif conversation.id in outcomes or _is_before(agreement, agreed_at, conversation):
            outcome, moment = outcomes.get(conversation.id, (None, conversation.starts_at))
            is_past = any(later > moment for _, later in outcomes.values())
            earlier.append(EarlierAgreement(row=row, outcome=outcome, is_past=is_past))
    return (
        tuple(sorted(earlier, key=lambda view: by_date(view.row))),
        tuple(sorted(made_here, key=lambda row: row.id.hex)),
    )


def check_all_said(
    session: Session, conversation: Conversation, *, saying: Collection[uuid.UUID] = ()
) -> None:
    """Refuse to round off a talk that has not said what became of each open agreement (`agreements_unsaid`).

    `saying` are the agreements of which it is said in the same action.
    """
    if not must_say_all(conversation):
        return
    earlier, _ = agreements_around(session, conversation)
    unsaid = [view for view in earlier if view.is_unsaid and view.row.id not in saying]
    if unsaid:
        raise refused("agreements_unsaid", field="agreements")


def _is_before(agreement: Agreement, agreed_at: datetime | None, conversation: Conversation) -> bool:
    """Whether an agreement was there when the talk began; one without a talk counts from the day it was made."""
    if agreed_at is not None:
        return agreed_at < conversation.starts_at
    return local_day(agreement.created_at) <= conversation.starts_at.date()


def _reviews(
    session: Session, agreement_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, dict[uuid.UUID, tuple[AgreementOutcome, datetime]]]:
    """What each talk said of these agreements and when it was, by agreement and talk."""
    rows = session.execute(
        select(
            AgreementReview.agreement_id,
            AgreementReview.conversation_id,
            AgreementReview.outcome,
            Conversation.starts_at,
        )
        .join(Conversation, Conversation.id == AgreementReview.conversation_id)
        .where(AgreementReview.agreement_id.in_(agreement_ids))
    )
    said: dict[uuid.UUID, dict[uuid.UUID, tuple[AgreementOutcome, datetime]]] = {}
    for row in rows:
        said.setdefault(row.agreement_id, {})[row.conversation_id] = (row.outcome, row.starts_at)
    return said
