"""Agreements of all students, by date and by person."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Executable, or_, select
from sqlalchemy.orm import aliased

from wpl_desktop.domain.conversations import (
    Agreement,
    AgreementState,
    Conversation,
    ConversationState,
    required_text,
)
from wpl_desktop.domain.people import Party, Person, folded, list_order
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.services.agreement_lines import AgreementLine, agreement_lines
from wpl_desktop.services.agreements import AgreementRow, AgreementValues, settle_agreement
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.storage.database import Database

#: Who of the workplace is asked first, then the institute, then each student.
_PARTY_ORDER: Final = (Party.WORKPLACE, Party.INSTITUTE, Party.STUDENT)
_WEEK: Final = timedelta(weeks=1)


class Arrangement(enum.Enum):
    """How the board is put together."""

    BY_DATE = "by_date"
    BY_PERSON = "by_person"


class Due(enum.Enum):
    """By when something was agreed, seen from today; what is settled comes after all of it."""

    BEFORE_TODAY = "before_today"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"
    SETTLED = "settled"


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who is asked: somebody of a party by name, or the whole party when the name is empty."""

    party: Party
    person_id: uuid.UUID | None
    name: str
    is_owner: bool = False


@dataclass(frozen=True, kw_only=True)
class BoardGroup:
    """Agreements that stand together under one head: what is due at that time, or what one person is asked."""

    ids: tuple[uuid.UUID, ...]
    due: Due | None = None
    holder: Holder | None = None


class AgreementBoard:
    """Reads the agreements of everybody whose trajectory runs; the board as keys first, its lines in pieces."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has_any(self) -> bool:
        """Whether anything was ever agreed with a student whose trajectory runs."""
        with self._database.reading() as session:
            found = session.scalars(
                select(Agreement.id)
                .join(Trajectory, Trajectory.id == Agreement.trajectory_id)
                .where(Trajectory.state == TrajectoryState.RUNNING)
                .limit(1)
            )
            return found.first() is not None

    def groups(
        self,
        arrangement: Arrangement,
        *,
        party: Party | None = None,
        settled: bool = False,
        keep: Collection[uuid.UUID] = (),
    ) -> list[BoardGroup]:
        """The open agreements under their heads, in order; two queries, however many there are.

        Args:
            arrangement: by date, or by who is asked: a colleague's agreements over several students stand together.
            party: of whom only, None for everybody.
            settled: what was settled as well, after the open ones and the newest first.
            keep: agreements that stay where they were although they are settled now.
        """
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            owner_id = profile_rows(session)[0].owner_id
            # Without the layer that makes records of rows: this is read whole, however long the list is.
            rows = session.connection().execute(_index(party, settled=settled, keep=keep)).all()
        found = [_Entry(*row) for row in rows]
        kept = frozenset(keep)
        if arrangement is Arrangement.BY_DATE:
            return _by_date(found, today=today, kept=kept)
        return _by_person(found, owner_id=owner_id, kept=kept)

    def lines(self, ids: Sequence[uuid.UUID]) -> list[AgreementLine]:
        """The agreements with these ids, in this order; a handful of queries."""
        with self._database.reading() as session:
            return agreement_lines(session, ids)

    def search_texts(self, *, settled: bool = False) -> dict[uuid.UUID, str]:
        """What typed letters are looked for in, folded: the words agreed, the student and whoever is asked."""
        student = aliased(Person)
        wanted = (
            select(Agreement.id, Agreement.text, student.name, student.call_name, Person.name)
            .join(Trajectory, Trajectory.id == Agreement.trajectory_id)
            .join(student, student.id == Trajectory.student_id)
            .outerjoin(Person, Person.id == Agreement.person_id)
            .where(Trajectory.state == TrajectoryState.RUNNING)
        )
        if not settled:
            wanted = wanted.where(Agreement.state == AgreementState.OPEN)
        with self._database.reading() as session:
            rows = session.connection().execute(wanted)
            return {row[0]: folded(" ".join(part or "" for part in row[1:])) for row in rows}

    def next_talk_on(self, trajectory_id: uuid.UUID) -> date | None:
        """The day of the student's next planned conversation after today."""
        tomorrow = self._database.clock.local().replace(hour=0, minute=0) + timedelta(days=1)
        with self._database.reading() as session:
            starts_at = session.scalars(
                select(Conversation.starts_at)
                .where(
                    Conversation.trajectory_id == trajectory_id,
                    Conversation.state == ConversationState.PLANNED,
                    Conversation.starts_at >= tomorrow,
                )
                .order_by(Conversation.starts_at)
                .limit(1)
            ).first()
            return starts_at.date() if starts_at is not None else None

    def go_on(self, row: AgreementRow, *, due_on: date | None, origin: object = None) -> None:
        """Say that an agreement goes on, until another day or without one; what was settled is open again.

        Raises `DomainError` (`not_found`, `changed_meanwhile`).
        """
        with self._database.transaction(origin=origin) as session:
            today = self._database.clock.local().date()
            agreement = settle_agreement(session, row, AgreementState.OPEN, on=today)
            agreement.due_on = due_on

    def change(
        self, row: AgreementRow, values: AgreementValues, *, reopen: bool = False, origin: object = None
    ) -> None:
        """Give an agreement other words, another day or another owner; with `reopen` it is open again.

        Raises `DomainError` (`agreement_missing`, `not_found`, `changed_meanwhile`).
        """
        text = required_text(values.text, code="agreement_missing", field="agreements")
        with self._database.transaction(origin=origin) as session:
            today = self._database.clock.local().date()
            state = AgreementState.OPEN if reopen else row.state
            agreement = settle_agreement(session, row, state, on=today)
            agreement.party, agreement.person_id = values.party, values.person_id
            agreement.text, agreement.due_on = text, values.due_on


@dataclass(frozen=True)
class _Entry:
    """One agreement as far as its place on the board goes."""

    id: uuid.UUID
    due_on: date | None
    state: AgreementState
    settled_on: date | None
    party: Party
    person_id: uuid.UUID | None
    person_name: str | None
    person_sort_name: str | None
    student_id: uuid.UUID
    student_name: str
    student_sort_name: str

    @property
    def place(self) -> tuple[date, str]:
        """By date, without one last."""
        return self.due_on or date.max, self.id.hex

    @property
    def settled_place(self) -> tuple[int, str]:
        """The newest first."""
        return -(self.settled_on or date.min).toordinal(), self.id.hex

    def holder(self, owner_id: uuid.UUID) -> tuple[tuple[Any, ...], Holder]:
        """Who is asked, and their place among the others: the owner first, a whole party after its people."""
        if self.party is Party.STUDENT and self.person_id in {None, self.student_id}:
            person_id, name, sort_name = self.student_id, self.student_name, self.student_sort_name
        else:
            person_id, name = self.person_id, self.person_name or ""
            sort_name = self.person_sort_name or ""
        is_owner = person_id == owner_id
        place = (
            not is_owner,
            _PARTY_ORDER.index(self.party),
            person_id is None,
            *list_order(sort_name, name),
            person_id.hex if person_id is not None else "",
        )
        return place, Holder(party=self.party, person_id=person_id, name=name, is_owner=is_owner)


def _index(party: Party | None, *, settled: bool, keep: Collection[uuid.UUID]) -> Executable:
    student = aliased(Person)
    wanted = (
        select(
            Agreement.id,
            Agreement.due_on,
            Agreement.state,
            Agreement.settled_on,
            Agreement.party,
            Agreement.person_id,
            Person.name,
            Person.sort_name,
            student.id,
            student.name,
            student.sort_name,
        )
        .join(Trajectory, Trajectory.id == Agreement.trajectory_id)
        .join(student, student.id == Trajectory.student_id)
        .outerjoin(Person, Person.id == Agreement.person_id)
        .where(Trajectory.state == TrajectoryState.RUNNING)
    )
    if party is not None:
        wanted = wanted.where(Agreement.party == party)
    if settled:
        return wanted
    is_open = Agreement.state == AgreementState.OPEN
    return wanted.where(or_(is_open, Agreement.id.in_(keep)) if keep else is_open)


def _by_date(entries: Sequence[_Entry], *, today: date, kept: Collection[uuid.UUID]) -> list[BoardGroup]:
    next_monday = today - timedelta(days=today.weekday()) + _WEEK
    groups: dict[Due, list[_Entry]] = {due: [] for due in Due}
    for entry in entries:
        if entry.state is not AgreementState.OPEN and entry.id not in kept:
            groups[Due.SETTLED].append(entry)
        elif entry.due_on is None:
            groups[Due.UNDATED].append(entry)
        elif entry.due_on < today:
            groups[Due.BEFORE_TODAY].append(entry)
        else:
            groups[Due.THIS_WEEK if entry.due_on < next_monday else Due.LATER].append(entry)
    for due, found in groups.items():
        found.sort(key=_settled_place if due is Due.SETTLED else _place)
    return [
        BoardGroup(ids=tuple(entry.id for entry in found), due=due) for due, found in groups.items() if found
    ]


def _by_person(
    entries: Sequence[_Entry], *, owner_id: uuid.UUID, kept: Collection[uuid.UUID]
) -> list[BoardGroup]:
    groups: dict[tuple[Any, ...], tuple[Holder, list[_Entry], list[_Entry]]] = {}
    known: dict[tuple[Party, uuid.UUID | None, uuid.UUID | None], tuple[tuple[Any, ...], Holder]] = {}
    for entry in entries:
        # Whose a party's own agreement is depends on the student only where it is the student's.
        asked = (entry.party, entry.person_id, entry.student_id if entry.party is Party.STUDENT else None)
        if asked not in known:
            known[asked] = entry.holder(owner_id)
        place, holder = known[asked]
        _, still_open, settled = groups.setdefault(place, (holder, [], []))
        is_open = entry.state is AgreementState.OPEN or entry.id in kept
        (still_open if is_open else settled).append(entry)
    made: list[BoardGroup] = []
    for place in sorted(groups):
        holder, still_open, settled = groups[place]
        shown = [*sorted(still_open, key=_place), *sorted(settled, key=_settled_place)]
        made.append(BoardGroup(ids=tuple(entry.id for entry in shown), holder=holder))
    return made


def _place(entry: _Entry) -> tuple[date, str]:
    return entry.place


def _settled_place(entry: _Entry) -> tuple[int, str]:
    return entry.settled_place
