"""The index of what can be searched: kept by the same flushes as the journal, inside the encrypted file."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    Select,
    Table,
    Uuid,
    delete,
    event,
    func,
    insert,
    inspect,
    or_,
    select,
)
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute, Session, UOWTransaction

from wpl_desktop.domain.base import Base, Record
from wpl_desktop.domain.conversations import AgendaItem, Agreement, Conversation
from wpl_desktop.domain.evaluations import Round, RoundReport, Score, Sheet
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.search_words import FOLDING_VERSION, QueryWord, index_words
from wpl_desktop.domain.trajectories import Trajectory

INDEX = "search_index"
#: The table of words and those that the engine keeps for it: no part of the models.
INDEX_TABLES = frozenset({INDEX, *(f"{INDEX}_{part}" for part in ("data", "idx", "content", "config"))})

#: The words come folded and parted by blanks, so the plainest tokenizer does: it parts on blanks and nothing else
#: that occurs. `detail = none` keeps which record has a word, not where: a snippet finds the place itself. Each word
#: begins with the figure of its kind, so that looking in one kind reads nothing of the others; one to three letters
#: after it are found in one step.
_MAKE_INDEX = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5"
    "(words, tokenize = 'ascii', prefix = '2 3 4', detail = 'none', columnsize = 0)"
)
#: What is deleted goes out of the index at once, and does not wait for the next tidying up (trap 13).
_DELETE_AT_ONCE = f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('secure-delete', 1)"
_MEMORY_WHILE_BUILDING = f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('hashsize', 33554432)"
_MEMORY_AS_USUAL = f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('hashsize', 1048576)"

#: Which record has which number in the index. A number is the kind, days since the year 1 and a counter, so that the
#: newest are read first without sorting.
entries_table = Table(
    "search_entries",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("record_id", Uuid, nullable=False, unique=True),
)
#: One row: the folding that the index was made with.
state_table = Table("search_state", Base.metadata, Column("folding", Integer, primary_key=True))

_Item = TypeVar("_Item")
_COUNTER_BITS = 20
_KIND_BITS = 40
#: Begins the word that stands for the student of an entry; a private letter, which no folded text holds.
_STUDENT_MARK = "\ue000"
_AT_ONCE = 500
_WHILE_BUILDING = 5000


class Kind(enum.IntEnum):
    """What an entry is an entry of; the number is its place in the index.

    `NAME` is no entry of its own: a student's entry has the words of the name under this figure too.
    """

    NAME = 0
    STUDENT = 1
    CONVERSATION = 2
    NOTE = 3
    AGREEMENT = 4
    COMMENT = 5
    REPORT = 6


@dataclass(frozen=True, slots=True)
class _Entry:
    record_id: uuid.UUID
    day: int
    words: str


_SOURCES: Mapping[Kind, Select[*tuple[Any, ...]]] = {
    Kind.STUDENT: select(
        Trajectory.id,
        Trajectory.starts_on,
        Trajectory.id,
        Person.name,
        Person.call_name,
        Person.second_script,
        Trajectory.class_names,
        Trajectory.programme,
        Trajectory.phase,
    ).join(Person, Person.id == Trajectory.student_id),
    Kind.CONVERSATION: select(
        Conversation.id,
        Conversation.starts_at,
        Conversation.trajectory_id,
        Conversation.summary,
        Conversation.place,
    ),
    Kind.NOTE: select(
        AgendaItem.id, Conversation.starts_at, Conversation.trajectory_id, AgendaItem.note
    ).join(Conversation, Conversation.id == AgendaItem.conversation_id),
    Kind.AGREEMENT: select(
        Agreement.id,
        func.coalesce(Agreement.due_on, func.date(Agreement.created_at)),
        Agreement.trajectory_id,
        Agreement.text,
        Person.name,
    ).outerjoin(Person, Person.id == Agreement.person_id),
    Kind.COMMENT: select(Score.id, Round.held_on, Round.trajectory_id, Score.comment, Score.evidence)
    .join(Sheet, Sheet.id == Score.sheet_id)
    .join(Round, Round.id == Sheet.round_id),
    Kind.REPORT: select(
        RoundReport.id,
        Round.held_on,
        Round.trajectory_id,
        RoundReport.strong,
        RoundReport.grown,
        RoundReport.next_step,
        RoundReport.advice,
        RoundReport.student_response,
    ).join(Round, Round.id == RoundReport.round_id),
}

#: What has to be looked at again when a record of this name was made or changed.
_REACH: Mapping[str, tuple[tuple[Kind, InstrumentedAttribute[Any]], ...]] = {
    "Person": ((Kind.STUDENT, Trajectory.student_id), (Kind.AGREEMENT, Agreement.person_id)),
    "Trajectory": ((Kind.STUDENT, Trajectory.id),),
    "Conversation": ((Kind.CONVERSATION, Conversation.id), (Kind.NOTE, AgendaItem.conversation_id)),
    "AgendaItem": ((Kind.NOTE, AgendaItem.id),),
    "Agreement": ((Kind.AGREEMENT, Agreement.id),),
    "Round": ((Kind.COMMENT, Sheet.round_id), (Kind.REPORT, RoundReport.round_id)),
    "Sheet": ((Kind.COMMENT, Score.sheet_id),),
    "Score": ((Kind.COMMENT, Score.id),),
    "RoundReport": ((Kind.REPORT, RoundReport.id),),
}
#: Which columns have to do with it; of a record that is not named here, all.
_COLUMNS: Mapping[str, frozenset[str]] = {
    "Agreement": frozenset({"text", "due_on", "person_id"}),
    "Sheet": frozenset({"round_id"}),
    "Conversation": frozenset({"trajectory_id", "starts_at", "summary", "place"}),
    "Round": frozenset({"held_on"}),
    "Score": frozenset({"comment", "evidence"}),
    "AgendaItem": frozenset({"note"}),
}


@contextmanager
def keeping(session: Session) -> Generator[None, None, None]:
    """Keep the index with every flush of `session`, in its own transaction."""

    def after_flush(flushed: Session, _context: UOWTransaction) -> None:
        changed: dict[str, set[uuid.UUID]] = {}
        for record in (*flushed.new, *(record for record in flushed.dirty if _concerns(flushed, record))):
            if isinstance(record, Record) and type(record).__name__ in _REACH:
                changed.setdefault(type(record).__name__, set()).add(record.id)
        gone = {record.id for record in flushed.deleted if isinstance(record, Record)}
        if changed or gone:
            refresh(flushed, changed=changed, gone=gone)

    event.listen(session, "after_flush", after_flush)
    try:
        yield
    finally:
        event.remove(session, "after_flush", after_flush)


def refresh(
    session: Session, *, changed: Mapping[str, Collection[uuid.UUID]], gone: Collection[uuid.UUID] = ()
) -> None:
    """Look again at the records that `changed` (ids by the name of their entity) and forget those that are `gone`."""
    connection = session.connection()
    for ids in _parts(list(gone), _AT_ONCE):
        _forget(connection, _numbers(connection, ids).values())
    for name, changed_ids in changed.items():
        for kind, column in _REACH.get(name, ()):
            for ids in _parts(list(changed_ids), _AT_ONCE):
                entries = _entries(connection, _SOURCES[kind].where(column.in_(ids)), kind)
                _write(connection, kind, list(entries))


def rebuild(session: Session) -> None:
    """Make the whole index anew, in the transaction of `session`: after rows came in past the flushes."""
    connection = session.connection()
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {INDEX}")
    connection.exec_driver_sql(_MAKE_INDEX)
    connection.exec_driver_sql(_DELETE_AT_ONCE)
    connection.exec_driver_sql(_MEMORY_WHILE_BUILDING)
    connection.execute(delete(entries_table))
    for kind, source in _SOURCES.items():
        written = source if kind is Kind.STUDENT else source.where(_has_text(source))
        entries = sorted(_entries(connection, written, kind, with_blank=False), key=lambda entry: entry.day)
        for part in _parts(list(_numbered(kind, entries)), _WHILE_BUILDING):
            _add(connection, part)
    connection.exec_driver_sql(_MEMORY_AS_USUAL)
    connection.execute(delete(state_table))
    connection.execute(insert(state_table).values(folding=FOLDING_VERSION))


def is_current(session: Session) -> bool:
    """Whether the index was made with the folding of this program and knows as many students as there are.

    A profile that comes from before has none; rows that came in past the flushes are missing.
    """
    if session.scalars(select(state_table.c.folding)).one_or_none() != FOLDING_VERSION:
        return False
    number = entries_table.c.number
    of_students = number.between(_first_number(Kind.STUDENT, 0), _first_number(Kind.CONVERSATION, 0) - 1)
    known = session.execute(select(func.count()).select_from(entries_table).where(of_students)).scalar_one()
    return known == session.execute(select(func.count(Trajectory.id))).scalar_one()


def matching(
    session: Session,
    words: Sequence[QueryWord],
    *,
    kind: Kind,
    limit: int,
    students: Sequence[Collection[uuid.UUID]] = (),
) -> list[uuid.UUID]:
    """The records of one kind in which every word begins a word, the newest first; at most `limit`.

    `students[i]` are the trajectories whose student word `i` names: an entry of theirs has that word too, as long as
    one word at least stands in the entry itself.
    """
    rows = session.connection().exec_driver_sql(
        f"SELECT entry.record_id FROM {INDEX} CROSS JOIN {entries_table.name} AS entry"
        f" ON entry.number = {INDEX}.rowid WHERE {INDEX} MATCH ? ORDER BY {INDEX}.rowid DESC LIMIT ?",
        (_expression(words, kind=kind, students=students), limit),
    )
    return [uuid.UUID(row[0]) for row in rows]


def _expression(words: Sequence[QueryWord], *, kind: Kind, students: Sequence[Collection[uuid.UUID]]) -> str:
    own = [" AND ".join(f'"{kind.value}{part}" *' for part in word.beginnings) for word in words]
    if not any(students):
        return " AND ".join(own)
    named = [
        " OR ".join((f"({part})", *(f'"{kind.value}{_student_word(student)}"' for student in sorted(ids))))
        for part, ids in zip(own, students, strict=True)
    ]
    return " AND ".join((*(f"({part})" for part in named), f"({' OR '.join(f'({part})' for part in own)})"))


def _concerns(session: Session, record: object) -> bool:
    """Whether a change of `record` may change what is found; most autosaves change no words."""
    names = _COLUMNS.get(type(record).__name__)
    if names is None:
        return session.is_modified(record)
    return any(_has_changed(record, name) for name in names)


def _has_changed(record: object, name: str) -> bool:
    return inspect(record).attrs[name].history.has_changes()


def _entries(
    connection: Connection, source: Select[*tuple[Any, ...]], kind: Kind, *, with_blank: bool = True
) -> Iterator[_Entry]:
    for row in connection.execute(source):
        words = index_words(*(str(text) for text in row[3:] if text not in (None, "")))
        if words and kind is not Kind.STUDENT:
            words.append(_student_word(row[2]))
        kept = [f"{kind.value}{word}" for word in words]
        if kind is Kind.STUDENT:
            names = index_words(row.name, row.call_name, row.second_script)
            kept.extend(f"{Kind.NAME.value}{word}" for word in names)
        if kept or with_blank:
            yield _Entry(row[0], _day(row[1]), " ".join(kept))


def _has_text(source: Select[*tuple[Any, ...]]) -> ColumnElement[bool]:
    """Most rows of a sheet are a level and no word: these need not be read."""
    return or_(*(column != "" for column in list(source.selected_columns)[3:]))


def _student_word(trajectory_id: uuid.UUID) -> str:
    # Two students with the same letters here would only be found together.
    return f"{_STUDENT_MARK}{trajectory_id.hex[-12:]}"


def _day(value: date | datetime | str) -> int:
    return (date.fromisoformat(value[:10]) if isinstance(value, str) else value).toordinal()


def _first_number(kind: Kind, day: int) -> int:
    return (kind << _KIND_BITS) + (day << _COUNTER_BITS)


def _day_of(number: int) -> int:
    return (number & ((1 << _KIND_BITS) - 1)) >> _COUNTER_BITS


def _numbered(kind: Kind, entries: Iterable[_Entry]) -> Iterator[tuple[int, _Entry]]:
    """The entries, which come by day, each with its number."""
    last = 0
    for entry in entries:
        last = max(last + 1, _first_number(kind, entry.day))
        yield last, entry


def _write(connection: Connection, kind: Kind, entries: Sequence[_Entry]) -> None:
    """Bring the index to what `entries` say; what says the same is left alone."""
    numbers = _numbers(connection, [entry.record_id for entry in entries])
    kept = _kept_words(connection, list(numbers.values()))
    fresh: list[_Entry] = []
    stale: list[int] = []
    for entry in entries:
        number = numbers.get(entry.record_id)
        if number is not None:
            if kept.get(number) == entry.words and _day_of(number) == entry.day:
                continue
            stale.append(number)
        if entry.words:
            fresh.append(entry)
    _forget(connection, stale)
    for entry in fresh:
        _add(connection, [(_next_number(connection, kind, entry.day), entry)])


def _next_number(connection: Connection, kind: Kind, day: int) -> int:
    first = _first_number(kind, day)
    number = entries_table.c.number
    last = connection.execute(
        select(func.max(number)).where(number.between(first, _first_number(kind, day + 1) - 1))
    ).scalar_one()
    return first if last is None else last + 1


def _numbers(connection: Connection, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    rows = connection.execute(
        select(entries_table.c.record_id, entries_table.c.number).where(entries_table.c.record_id.in_(ids))
    )
    return {row.record_id: row.number for row in rows}


def _kept_words(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    if not numbers:
        return {}
    marks = ", ".join("?" * len(numbers))
    rows = connection.exec_driver_sql(
        f"SELECT rowid, words FROM {INDEX} WHERE rowid IN ({marks})",
        tuple(numbers),
    )
    return {row[0]: row[1] for row in rows}


def _forget(connection: Connection, numbers: Collection[int]) -> None:
    if not numbers:
        return
    connection.exec_driver_sql(f"DELETE FROM {INDEX} WHERE rowid = ?", [(number,) for number in numbers])
    connection.execute(delete(entries_table).where(entries_table.c.number.in_(numbers)))


def _add(connection: Connection, numbered: Sequence[tuple[int, _Entry]]) -> None:
    if not numbered:
        return
    connection.execute(
        insert(entries_table),
        [{"number": number, "record_id": entry.record_id} for number, entry in numbered],
    )
    connection.exec_driver_sql(
        f"INSERT INTO {INDEX}(rowid, words) VALUES (?, ?)",
        [(number, entry.words) for number, entry in numbered],
    )


def _parts(items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))
