"""Deleting: a conversation, an agreement, a round or a student, each with all that hangs on it, into the bin."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.conversations import Agreement, AgreementState, Conversation, ConversationType
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Round
from wpl_desktop.domain.finalising import RoundVersion
from wpl_desktop.domain.growth_plans import GrowthPlan
from wpl_desktop.domain.people import Person
from wpl_desktop.services.agreements import AgreementRow
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.hats import is_kept_from_notes
from wpl_desktop.services.sheets import round_row
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.services.unchanged import unchanged
from wpl_desktop.storage.calling_off import call_off, tell_who_stay
from wpl_desktop.storage.database import Database
from wpl_desktop.storage.undo import defer_references, references_to


class Removal:
    """Deletes what the user wants gone; for thirty days it can be put back from the bin."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def delete_conversation(self, row: ConversationRow, *, origin: object = None) -> None:
        """Delete a conversation with its agenda and notes; agreements made in it stay, but for those of a discreet one.

        Raises `DomainError`: `not_found`, `changed_meanwhile`, and `round_final` when a report that is final tells
        of it.
        """
        with self._database.transaction(origin=origin) as session:
            delete_talks(session, [unchanged(session, Conversation, row)])

    def delete_agreement(self, row: AgreementRow, *, origin: object = None) -> None:
        """Delete an agreement; what it had taken over is open again.

        Raises `DomainError` (`not_found`, `changed_meanwhile`).
        """
        with self._database.transaction(origin=origin) as session:
            agreement = unchanged(session, Agreement, row)
            _reopen_before(session, [agreement.id])
            _delete(session, agreement)

    def delete_growth_plan(self, plan_id: uuid.UUID, *, version: int, origin: object = None) -> None:
        """Delete a growth plan with its goals.

        Raises `DomainError`: `not_found`, `changed_meanwhile`, and `notes_apart` when it is the coach's (0.1).
        """
        with self._database.transaction(origin=origin) as session:
            plan = session.get(GrowthPlan, plan_id)
            if plan is None:
                raise refused("not_found")
            if is_kept_from_notes(session, plan.trajectory_id):
                raise refused("notes_apart")
            if plan.version != version:
                raise refused("changed_meanwhile")
            _delete(session, plan)

    def delete_round(self, round_id: uuid.UUID, *, origin: object = None) -> None:
        """Delete a round with its sheets, scores, what was agreed and the texts of its report.

        Raises `DomainError` (`not_found`, `round_final`).
        """
        with self._database.transaction(origin=origin) as session:
            found = round_row(session, round_id)
            if found.finalised_at is not None or _was_final(session, round_id):
                raise refused("round_final")
            _delete(session, found)

    def delete_student(self, trajectory_id: uuid.UUID, *, origin: object = None) -> None:
        """Delete a trajectory with all that hangs on it, and the student unless another trajectory is theirs.

        This is not erasure (P11): it stays in the bin for thirty days. Raises `DomainError` (`not_found`).
        """
        with self._database.transaction(origin=origin) as session:
            trajectory, student = trajectory_rows(session, trajectory_id)
            _delete(session, trajectory)
            if not _is_mentioned(session, student):
                session.delete(student)


def check_no_final_round(session: Session, conversation_ids: Collection[uuid.UUID]) -> None:
    """Refuse to unmake talks of which a report that is final tells (`round_final`)."""
    final = select(Round.id).where(
        Round.conversation_id.in_(conversation_ids), Round.finalised_at.is_not(None)
    )
    if session.scalars(final.limit(1)).first() is not None:
        raise refused("round_final")


def delete_talks(session: Session, talks: Sequence[Conversation]) -> None:
    """Delete talks with their agenda and notes; those that stand in a calendar are called off there.

    Agreements stay, but those of a discreet talk go with it: without it nobody would know that they are no agreements
    for a report. Raises `DomainError` (`round_final`).
    """
    if not talks:
        return
    ids = [talk.id for talk in talks]
    check_no_final_round(session, ids)
    call_off(session, talks)
    tell_who_stay(session, talks)
    agreed = session.scalars(
        select(Agreement)
        .join(Conversation, Conversation.id == Agreement.conversation_id)
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .where(Conversation.id.in_(ids), ConversationType.discreet)
    ).all()
    _reopen_before(session, [agreement.id for agreement in agreed])
    _delete(session, *talks, *agreed)


def _reopen_before(session: Session, agreement_ids: Collection[uuid.UUID]) -> None:
    """What these agreements, which go, had taken over is open again."""
    for before in session.scalars(select(Agreement).where(Agreement.continued_by_id.in_(agreement_ids))):
        before.state, before.settled_on = AgreementState.OPEN, None


def _was_final(session: Session, round_id: uuid.UUID) -> bool:
    """Whether an earlier version of a round was made final, and perhaps signed: that paper is out in the world."""
    return (
        session.scalar(select(RoundVersion.id).where(RoundVersion.round_id == round_id).limit(1)) is not None
    )


def _delete(session: Session, *roots: Record) -> None:
    """Delete records with everything that cannot be without them; what only mentions them lets go of them."""
    defer_references(session)
    doomed: dict[uuid.UUID, Record] = {root.id: root for root in roots}
    mentions: list[tuple[Record, str]] = []
    newest: list[Record] = list(roots)
    while newest:
        found: list[Record] = []
        for kind in {type(record) for record in newest}:
            ids = [record.id for record in newest if type(record) is kind]
            for child, column in references_to(kind):
                for record in session.scalars(select(child).where(column.in_(ids))):
                    if column.nullable:
                        mentions.append((record, column.key))
                    elif record.id not in doomed:
                        doomed[record.id] = record
                        found.append(record)
        newest = found
    for record, name in mentions:
        if record.id not in doomed:
            setattr(record, name, None)
    for record in doomed.values():
        session.delete(record)
    session.flush()


def _is_mentioned(session: Session, person: Person) -> bool:
    return any(
        session.execute(select(child.id).where(column == person.id).limit(1)).first() is not None
        for child, column in references_to(Person)
    )
