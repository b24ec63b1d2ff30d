"""Taking a step back from the journal: which one is next, and what the rows become again."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import (
    ColumnElement,
    Date,
    DateTime,
    Enum,
    Select,
    Table,
    Uuid,
    delete,
    inspect,
    null,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement
from sqlalchemy.types import TypeEngine

from wpl_desktop.domain.base import LocalDateTime, Record, UtcDateTime
from wpl_desktop.domain.conversations import Conversation, touched
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Perspective, Round, Sheet
from wpl_desktop.storage import tables
from wpl_desktop.storage.calling_off import call_off
from wpl_desktop.storage.journal import (
    CREATED,
    DELETE,
    EDIT,
    FIXED,
    INSERT,
    KEPT_DELETION,
    REDO,
    UNDO,
    UPDATE,
    columns_of,
    journal_table,
    plain,
)

#: SQLite takes 32,766 values in one statement.
_MOST_AT_ONCE = 5_000
_Value = TypeVar("_Value")
_OF_A_ROUND = frozenset({"revealed_at", "finalised_at"})
_OF_WHO_TYPED = frozenset({"author_id", "collected", "collected_on"})
_OF_A_CALENDAR = frozenset({"exported_on", "sequence"})


@dataclass(frozen=True, kw_only=True)
class JournalRow:
    """One change as the journal keeps it; `before` and `after` are both None once its content was purged."""

    transaction_id: uuid.UUID
    at: datetime
    step: str
    entity: str
    record_id: uuid.UUID
    action: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def is_purged(self) -> bool:
        """Whether only the fact is left."""
        return self.before is None and self.after is None

    @property
    def values(self) -> dict[str, Any]:
        """All that the row tells of its record."""
        return {**(self.before or {}), **(self.after or {})}


_NOTHING: list[JournalRow] = []


@cache
def entities() -> dict[str, type[Record]]:
    """The records that the journal keeps, by name."""
    found = (mapper.class_ for mapper in tables.Base.registry.mappers)
    return {kind.__name__: kind for kind in found if issubclass(kind, Record) and not kind.immutable}


def defer_references(session: Session) -> None:
    """Have references checked at the end of this transaction: what hangs together goes and comes together."""
    session.execute(text("PRAGMA defer_foreign_keys = ON"))


def next_to_undo(session: Session, *, since: datetime) -> list[JournalRow]:
    """The newest edit or redo since a moment that was not taken back, in its order; empty when there is none."""
    return next(_unused(session, since=since, steps=frozenset({EDIT, REDO}), until=frozenset()), _NOTHING)


def next_to_redo(session: Session, *, since: datetime) -> list[JournalRow]:
    """The newest undo since a moment, when nothing was edited after it; empty when there is none."""
    return next(_unused(session, since=since, steps=frozenset({UNDO}), until=frozenset({EDIT})), _NOTHING)


def rows_of(session: Session, transaction_id: uuid.UUID) -> list[JournalRow]:
    """What one transaction changed, in its order."""
    table = journal_table.c
    return rows_where(session, table.transaction_id == transaction_id)


def rows_where(session: Session, *conditions: Any) -> list[JournalRow]:
    """The rows of the journal that meet the conditions, in their order."""
    table = journal_table.c
    rows = session.execute(
        select(
            table.transaction_id,
            table.at,
            table.step,
            table.entity,
            table.record_id,
            table.action,
            table.before,
            table.after,
        )
        .where(*conditions)
        .order_by(table.sequence)
    )
    return [JournalRow(**row) for row in rows.mappings()]


def take_back(session: Session, rows: Sequence[JournalRow], *, keep_later: bool = False) -> None:
    """Make the rows of one step what they were before it, last change first.

    A row that no longer is as the step left it is refused (`changed_meanwhile`); with `keep_later` a later change
    of a row that exists is kept. Refused as well: what exists again (`already_back`), what would stand in the place
    of something new (`place_taken`), and what belongs to something that is gone (`reference_gone`).
    """
    defer_references(session)
    present = _present(session, rows)
    try:
        before: str | None = None
        for row in reversed(rows):
            # Rows that go, and rows that come, stand in nobody's way: references are looked at in the end.
            if row.action == UPDATE or row.action != before:
                session.flush()
            before = row.action
            _TAKE_BACK[row.action](session, present, row, keep_later)
        session.flush()
    except IntegrityError as error:
        raise refused("place_taken") from error
    _check_references(session, [row for row in rows if row.action == DELETE])


def existing(session: Session, entity: str, ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Which of these records there are now."""
    kind = entities()[entity]
    found: set[uuid.UUID] = set()
    for some in _portions(ids):
        found.update(session.scalars(select(kind.id).where(kind.id.in_(some))))
    return found


def deleted_before(session: Session, moment: datetime) -> set[tuple[str, uuid.UUID]]:
    """What was deleted for the last time before a moment, does not exist now, and has its content in the journal."""
    table = journal_table.c
    old = {(row.entity, row.record_id) for row in session.execute(_kept_deletions(table.at < moment))}
    if not old:
        return old
    later = {(row.entity, row.record_id) for row in session.execute(_kept_deletions(table.at >= moment))}
    return gone(session, old - later)


def _kept_deletions(when: ColumnElement[bool]) -> Select[str, uuid.UUID]:
    return select(journal_table.c.entity, journal_table.c.record_id).where(KEPT_DELETION, when)


def gone(session: Session, records: Collection[tuple[str, uuid.UUID]]) -> set[tuple[str, uuid.UUID]]:
    """Which of these records do not exist now."""
    missing: set[tuple[str, uuid.UUID]] = set()
    for entity in {entity for entity, _ in records}:
        ids = {record_id for name, record_id in records if name == entity}
        missing.update((entity, record_id) for record_id in ids - existing(session, entity, ids))
    return missing


def with_what_hung_on(
    session: Session, records: Collection[tuple[str, uuid.UUID]]
) -> set[tuple[str, uuid.UUID]]:
    """These records and all that, as the journal tells, could not be without them, whenever that was deleted."""
    found = set(records)
    newest = found
    while newest:
        hung: set[tuple[str, uuid.UUID]] = set()
        for entity in {entity for entity, _ in newest}:
            ids = {str(record_id) for name, record_id in newest if name == entity}
            for child, column in references_to(entities()[entity]):
                if not column.nullable:
                    hung.update(_told_of(session, child.__name__, column.key, ids))
        newest = hung - found
        found |= newest
    return found


def _told_of(
    session: Session, entity: str, column: str, values: Collection[str]
) -> Iterator[tuple[str, uuid.UUID]]:
    """The records of which the journal keeps that a column held one of these values."""
    table = journal_table.c
    for some in _portions(values):
        told = or_(*(side[column].as_string().in_(some) for side in (table.before, table.after)))
        for record_id in session.scalars(
            select(table.record_id).where(table.entity == entity, told).distinct()
        ):
            yield entity, record_id


def references_to(kind: type[Record]) -> Iterator[tuple[type[Record], KeyedColumnElement[Any]]]:
    """The columns of all entities that name a record of this kind."""
    for child in entities().values():
        for column in child.__table__.columns:
            if any(key.column.table is kind.__table__ for key in column.foreign_keys):
                yield child, column


def purge(session: Session, records: Collection[tuple[str, uuid.UUID]]) -> None:
    """Take the content of these records out of the whole journal; that something was changed, and when, stays."""
    table = journal_table.c
    for entity in {entity for entity, _ in records}:
        for some in _portions([record_id for name, record_id in records if name == entity]):
            session.execute(
                update(journal_table)
                .where(table.entity == entity, table.record_id.in_(some))
                .values(before=null(), after=null())
            )


def purge_gone(session: Session, kind: type[Record], *, column: str, parent_id: uuid.UUID) -> None:
    """Take out of the journal what it tells of records of a kind that hung on `parent_id` and exist no more."""
    told = set(_told_of(session, kind.__name__, column, {str(parent_id)}))
    purge(session, gone(session, told))


def tell_as_made(session: Session, records: Sequence[Record]) -> None:
    """Let the rows and the journal tell of these records that they were made as they are now, and nothing more.

    For what must leave no sign of having been otherwise (R9): after `purge` one sees that something was changed.
    """
    session.flush()
    table = journal_table.c
    for record in records:
        kind = type(record)
        own = cast("Table", kind.__table__)
        told = (table.entity == kind.__name__, table.record_id == record.id)
        values = {name: plain(getattr(record, name)) for name in columns_of(kind)}
        session.execute(delete(journal_table).where(*told, table.action != INSERT))
        session.execute(update(journal_table).where(*told).values(after=values))
        session.connection().execute(
            update(own).where(own.c.id == record.id).values(version=1, updated_at=own.c.created_at)
        )


def _unused(
    session: Session, *, since: datetime, steps: frozenset[str], until: frozenset[str]
) -> Iterator[list[JournalRow]]:
    """Steps of these kinds that no later step has taken back, newest first, up to a step of another kind.

    A redo stands for the edit it brought back, so whatever was taken back once is used up.
    """
    table = journal_table.c
    older = select(table.sequence).where(table.at < since).order_by(table.at.desc(), table.sequence.desc())
    first = session.scalars(older.limit(1)).first() or 0
    used: set[uuid.UUID] = set()
    for row in session.execute(
        select(table.transaction_id, table.step, table.reverts)
        .where(table.sequence > first, table.step != FIXED)
        .order_by(table.sequence.desc())
    ):
        if row.reverts is not None:
            used.add(row.reverts)
        if row.step in until:
            return
        if row.step in steps and row.transaction_id not in used:
            used.add(row.transaction_id)
            rows = rows_of(session, row.transaction_id)
            # What was removed for good cannot be taken back any more.
            if not any(changed.is_purged for changed in rows):
                yield rows


_Present = dict[tuple[str, uuid.UUID], Record]


def _present(session: Session, rows: Sequence[JournalRow]) -> _Present:
    """The records of the rows that exist now, in one query for each entity."""
    found: _Present = {}
    for entity in {row.entity for row in rows}:
        kind = entities()[entity]
        for some in _portions({row.record_id for row in rows if row.entity == entity}):
            for record in session.scalars(select(kind).where(kind.id.in_(some))):
                found[entity, record.id] = record
    return found


def _take_back_insert(session: Session, present: _Present, row: JournalRow, keep_later: bool) -> None:
    record = present.get((row.entity, row.record_id))
    if record is None or not _is_as_left(record, row):
        if keep_later:
            return
        raise refused("changed_meanwhile")
    if isinstance(record, Conversation):
        call_off(session, [record])
    session.delete(record)
    del present[row.entity, row.record_id]


def _take_back_update(_session: Session, present: _Present, row: JournalRow, keep_later: bool) -> None:
    record = present.get((row.entity, row.record_id))
    if record is None or not _is_as_left(record, row):
        if keep_later:
            return
        raise refused("changed_meanwhile")
    stays = _what_happened(record)
    for name, value in _python_values(row.entity, row.before or {}).items():
        if name not in stays:
            setattr(record, name, value)
    if isinstance(record, Conversation) and "sequence" in stays.intersection(row.before or {}):
        touched(record)


def _take_back_delete(session: Session, present: _Present, row: JournalRow, _keep_later: bool) -> None:
    if (row.entity, row.record_id) in present:
        raise refused("already_back")
    kind = entities()[row.entity]
    before = row.before or {}
    record = kind(**_python_values(row.entity, before))
    record.created_at = datetime.fromisoformat(before[CREATED])
    if isinstance(record, Conversation) and record.exported_on is not None:
        # Once for being called off, which its calendar may have heard, and once for coming back.
        touched(record)
        touched(record)
    session.add(record)
    present[row.entity, row.record_id] = record


_TAKE_BACK: dict[str, Callable[[Session, _Present, JournalRow, bool], None]] = {
    INSERT: _take_back_insert,
    UPDATE: _take_back_update,
    DELETE: _take_back_delete,
}


def _what_happened(record: Record) -> frozenset[str]:
    """The columns that say what has happened, which no undo unmakes; all others say what was entered.

    A round stays revealed and final, and one that is final stays as it is. A sheet that was typed in for somebody
    stays that, and what was seen stays seen: *not blind* never becomes *blind* again (R5). A talk that stands in a
    calendar stays there, and what that calendar hears never counts back (RFC 5545).
    """
    if isinstance(record, Conversation):
        return _OF_A_CALENDAR if record.exported_on is not None else frozenset()
    if isinstance(record, Round):
        return _OF_A_ROUND if record.finalised_at is None else frozenset(columns_of(Round))
    if not isinstance(record, Sheet):
        return frozenset()
    is_of_another = record.perspective is not Perspective.WORKPLACE and record.collected_on is not None
    typed = _OF_WHO_TYPED if is_of_another else frozenset[str]()
    return typed if record.blind else typed | {"blind"}


def _is_as_left(record: Record, row: JournalRow) -> bool:
    known = set(columns_of(type(record)))
    if isinstance(record, Sheet | Conversation):
        # What stayed when a later step was taken back is no later change.
        known -= _what_happened(record)
    return all(
        plain(getattr(record, name)) == value for name, value in (row.after or {}).items() if name in known
    )


def _check_references(session: Session, rows: Sequence[JournalRow]) -> None:
    """Refuse rows that came back without what they name (`reference_gone`); one query for each reference."""
    for entity in {row.entity for row in rows}:
        came = [row.values for row in rows if row.entity == entity]
        for column in entities()[entity].__table__.columns:
            for key in column.foreign_keys:
                named = {uuid.UUID(values[column.key]) for values in came if values.get(column.key)}
                for some in _portions(named):
                    there = session.scalars(select(key.column).where(key.column.in_(some))).all()
                    if len(there) < len(some):
                        raise refused("reference_gone")


@cache
def _types(entity: str) -> dict[str, TypeEngine[Any]]:
    columns = inspect(entities()[entity]).column_attrs
    return {attribute.key: attribute.columns[0].type for attribute in columns}


def _python_values(entity: str, values: dict[str, Any]) -> dict[str, Any]:
    types = _types(entity)
    return {
        name: _python(types[name], value)
        for name, value in values.items()
        if name in types and name != CREATED
    }


def _python(kind: TypeEngine[Any], value: Any) -> Any:
    """The value of a column from what the journal keeps of it: the reverse of `plain`."""
    if value is None:
        return None
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class(value)
    if isinstance(kind, UtcDateTime | LocalDateTime | DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Uuid):
        return uuid.UUID(value)
    return value


def _portions(values: Collection[_Value]) -> Iterator[list[_Value]]:
    listed = list(values)
    for start in range(0, len(listed), _MOST_AT_ONCE):
        yield listed[start : start + _MOST_AT_ONCE]
