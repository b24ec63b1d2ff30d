"""Which agreements may stand in an evaluation report: not those of the concern track, unless they were chosen."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import AgreementState, Conversation, ConversationType
from wpl_desktop.domain.evaluations import Round, RoundKind
from wpl_desktop.services.agreements import AgreementRow, agreement_rows
from wpl_desktop.services.growth_plan_views import talks_for_report

#: What was let go, or taken over by another agreement, is no longer agreed.
_NO_LONGER = frozenset({AgreementState.DROPPED, AgreementState.CONTINUED})


def agreements_for_report(session: Session, scored: Round) -> list[AgreementRow]:
    """The agreements that the report of a round prints, in their order; of a final round those of before it.

    What was agreed in a discreet talk stays in the concern track (6.2: 10). In the final form it may stand in the
    report together with the goals of the growth plan, where these were chosen with the student's knowledge.
    """
    until = scored.finalised_at
    discreet = set(
        session.scalars(
            select(Conversation.id)
            .join(ConversationType, ConversationType.id == Conversation.type_id)
            .where(Conversation.trajectory_id == scored.trajectory_id, ConversationType.discreet)
        )
    )
    if discreet and scored.kind is RoundKind.FINAL:
        discreet -= talks_for_report(session, scored.trajectory_id, until=until)
    return [
        row
        for row in agreement_rows(session, scored.trajectory_id, made_until=until)
        if row.state not in _NO_LONGER and row.conversation_id not in discreet
    ]
