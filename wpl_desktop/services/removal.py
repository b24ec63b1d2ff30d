"""Deleting: a conversation, an agreement, a round or a student, each with all that hangs on it, into the bin."""

from __future__ import annotations

import uuid

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.conversations import Agreement, AgreementState, Conversation
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Round
from wpl_desktop.domain.finalising import RoundVersion
from wpl_desktop.domain.people import Person
from wpl_desktop.services.agreements import AgreementRow
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.sheets import round_row
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.services.unchanged import unchanged
from wpl_desktop.storage.database import Database
from wpl_desktop.storage.undo import defer_references, references_to


class Removal:
    """Deletes what the user wants gone; for thirty days it can be put back from the bin."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def delete_conversation(self, row: ConversationRow, *, origin: object = None) -> None:
        """Delete a conversation with its agenda and notes; agreements made in it stay.

        Raises `DomainError`: `not_found`, `changed_meanwhile`, and `round_final` when a report that is final tells
        of it.
        """
        with self._database.transaction(origin=origin) as session:
            conversation = unchanged(session, Conversation, row)
            if session.scalars(_final_rounds_of(conversation)).first() is not None:
                raise refused("round_final")
            _delete(session, conversation)

    def delete_agreement(self, row: AgreementRow, *, origin: object = None) -> None:
        """Delete an agreement; what it had taken over is open again.

        Raises `DomainError` (`not_found`, `changed_meanwhile`).
        """
        with self._database.transaction(origin=origin) as session:
            agreement = unchanged(session, Agreement, row)
            for before in session.scalars(select(Agreement).where(Agreement.continued_by_id == agreement.id)):
                before.state, before.settled_on = AgreementState.OPEN, None
            _delete(session, agreement)

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


def _final_rounds_of(conversation: Conversation) -> Select[uuid.UUID]:
    return select(Round.id).where(Round.conversation_id == conversation.id, Round.finalised_at.is_not(None))


def _was_final(session: Session, round_id: uuid.UUID) -> bool:
    """Whether an earlier version of a round was made final, and perhaps signed: that paper is out in the world."""
    return (
        session.scalar(select(RoundVersion.id).where(RoundVersion.round_id == round_id).limit(1)) is not None
    )


def _delete(session: Session, root: Record) -> None:
    """Delete a record with everything that cannot be without it; what only mentions it lets go of it."""
    defer_references(session)
    doomed: dict[uuid.UUID, Record] = {root.id: root}
    mentions: list[tuple[Record, str]] = []
    newest: list[Record] = [root]
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
