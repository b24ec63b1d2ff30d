"""The people around a student, found by name and role, and never doubled."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.people import (
    Organisation,
    OrganisationKind,
    Party,
    Person,
    clean_name,
    list_order,
    suggested_call_name,
    suggested_sort_name,
)
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class PersonChoice:
    """Somebody to choose in a dialog."""

    id: uuid.UUID
    name: str
    party: Party


class People:
    """Reads who there is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def colleagues(self) -> list[PersonChoice]:
        """Everybody of the workplace and the institutes, by sort name; no students."""
        with self._database.reading() as session:
            rows = session.execute(
                select(Person.id, Person.name, Person.sort_name, Person.party).where(
                    Person.party != Party.STUDENT
                )
            )
            return [
                PersonChoice(id=row.id, name=row.name, party=row.party)
                for row in sorted(rows, key=lambda row: list_order(row.sort_name, row.name))
            ]

    def organisations(self, kind: OrganisationKind) -> list[str]:
        """The names of the workplaces or institutes there are."""
        with self._database.reading() as session:
            return list(
                session.scalars(
                    select(Organisation.name).where(Organisation.kind == kind).order_by(Organisation.name)
                )
            )


def find_or_add_person(session: Session, name: str, *, party: Party, netherlands: bool) -> Person:
    """The colleague of this name and party, added when there is none yet."""
    cleaned = clean_name(name)
    found = session.scalars(select(Person).where(Person.name == cleaned, Person.party == party)).first()
    if found is not None:
        return found
    person = Person(
        name=cleaned,
        call_name=suggested_call_name(cleaned),
        sort_name=suggested_sort_name(cleaned, netherlands=netherlands),
        party=party,
    )
    session.add(person)
    session.flush()
    return person


def find_or_add_organisation(
    session: Session, name: str, *, kind: OrganisationKind, address: str = ""
) -> Organisation:
    """The organisation of this name and kind, added when there is none yet."""
    cleaned = clean_name(name)
    found = session.scalars(
        select(Organisation).where(Organisation.name == cleaned, Organisation.kind == kind)
    ).first()
    if found is not None:
        return found
    organisation = Organisation(kind=kind, name=cleaned, address=clean_name(address))
    session.add(organisation)
    session.flush()
    return organisation
