"""Agreements as they are listed over all students: whose each is, for whom, and from which talk it came."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import Agreement, Conversation, ConversationType
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.words import Words
from wpl_desktop.services.agreements import AgreementRow
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.talk_rows import StudentName, student_names


@dataclass(frozen=True, kw_only=True)
class TalkOrigin:
    """The talk that an agreement came out of; `name` is discreet where its type asks for it."""

    id: uuid.UUID
    name: Words
    on: date


@dataclass(frozen=True, kw_only=True)
class AgreementLine:
    """One agreement for a list over all students; `is_own` is the owner's, `is_students` the student's own.

    `settled_on` is None while it is open; `talk` is None when it did not come out of one.
    """

    row: AgreementRow
    student: StudentName
    is_own: bool
    is_students: bool
    settled_on: date | None = None
    talk: TalkOrigin | None = None


def agreement_lines(session: Session, ids: Sequence[uuid.UUID]) -> list[AgreementLine]:
    """The agreements with these ids, in this order; those that are gone are left out. Three queries."""
    rows = session.execute(
        select(
            Agreement.id,
            Agreement.version,
            Agreement.trajectory_id,
            Agreement.conversation_id,
            Agreement.party,
            Agreement.person_id,
            Agreement.text,
            Agreement.due_on,
            Agreement.state,
            Agreement.settled_on,
            Person.name.label("owner"),
            Conversation.starts_at,
            ConversationType.name.label("kind"),
            ConversationType.short_name.label("short_kind"),
            ConversationType.discreet,
        )
        .outerjoin(Person, Person.id == Agreement.person_id)
        .outerjoin(Conversation, Conversation.id == Agreement.conversation_id)
        .outerjoin(ConversationType, ConversationType.id == Conversation.type_id)
        .where(Agreement.id.in_(ids))
    ).all()
    owner_id = profile_rows(session)[0].owner_id
    names = student_names(session, {row.trajectory_id for row in rows})
    found: dict[uuid.UUID, AgreementLine] = {}
    for row in rows:
        student = names[row.trajectory_id]
        origin = None
        if row.conversation_id is not None:
            kind = row.short_kind if row.discreet else row.kind
            origin = TalkOrigin(id=row.conversation_id, name=kind, on=row.starts_at.date())
        found[row.id] = AgreementLine(
            row=AgreementRow(
                id=row.id,
                version=row.version,
                conversation_id=row.conversation_id,
                party=row.party,
                owner=row.owner or "",
                text=row.text,
                due_on=row.due_on,
                state=row.state,
                person_id=row.person_id,
            ),
            student=student,
            is_own=row.person_id == owner_id,
            is_students=row.person_id == student.student_id
            or (row.person_id is None and row.party is Party.STUDENT),
            settled_on=row.settled_on,
            talk=origin,
        )
    return [found[key] for key in ids if key in found]
