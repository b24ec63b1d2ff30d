"""The journal: what every action changed, before and after, written in the action's own transaction."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Integer, Table, Text, Uuid, event, insert, inspect
from sqlalchemy.orm import InstanceState, Session, UOWTransaction
from uuid_utils.compat import uuid7

from wpl_desktop.domain.base import Base, Change, Notice, Record, UtcDateTime
from wpl_desktop.domain.clock import Clock

INSERT, UPDATE, DELETE = "insert", "update", "delete"
#: An edit can be taken back; an undo or redo takes back another step; what is fixed stays, and so does all before it.
EDIT, UNDO, REDO, FIXED = "edit", "undo", "redo", "fixed"

#: Undo, the bin, history (P10) and the log without content (P23) all read from this one table.
journal_table = Table(
    "journal",
    Base.metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("transaction_id", Uuid, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("entity", Text, nullable=False),
    Column("record_id", Uuid, nullable=False),
    Column("action", Text, nullable=False),
    Column("before", JSON, nullable=True),
    Column("after", JSON, nullable=True),
    # What kind of step the transaction was, and for undo and redo the transaction that it takes back.
    Column("step", Text, nullable=False, server_default=FIXED),
    Column("reverts", Uuid, nullable=True),
)
Index("ix_journal_record", journal_table.c.entity, journal_table.c.record_id)
Index("ix_journal_at", journal_table.c.at)

#: Kept for every row but no part of what a user did.
_HOUSEKEEPING = frozenset({"created_at", "updated_at", "version"})


class ImmutableRecordError(RuntimeError):
    """Our own mistake: something tried to change a row that is written once."""


@contextmanager
def recording(session: Session, *, clock: Clock) -> Generator[list[Change], None, None]:
    """Journal every flush of `session`; the list given fills with what changed."""
    transaction_id = uuid7()
    recorded: list[Change] = []

    def before_flush(flushed: Session, _context: UOWTransaction, _instances: object) -> None:
        moment = clock.now()
        for record in flushed.new:
            if isinstance(record, Record):
                record.created_at = record.updated_at = moment
        for record in flushed.dirty:
            if isinstance(record, Record) and flushed.is_modified(record):
                _check_changeable(record)
                record.updated_at = moment
        for record in flushed.deleted:
            if isinstance(record, Record):
                _check_changeable(record)

    def after_flush(flushed: Session, _context: UOWTransaction) -> None:
        rows = [
            *(_row(record, INSERT, before=None, after=_values(record)) for record in _records(flushed.new)),
            *(_update_row(record) for record in _records(flushed.dirty) if _changed(record)),
            *(
                _row(record, DELETE, before=_values(record), after=None)
                for record in _records(flushed.deleted)
            ),
        ]
        if rows:
            moment = clock.now()
            flushed.execute(
                insert(journal_table),
                [{**row, "transaction_id": transaction_id, "at": moment} for row in rows],
            )
            recorded.extend(Change(row["entity"], row["record_id"], row["action"]) for row in rows)

    event.listen(session, "before_flush", before_flush)
    event.listen(session, "after_flush", after_flush)
    try:
        yield recorded
    finally:
        event.remove(session, "before_flush", before_flush)
        event.remove(session, "after_flush", after_flush)


def notice(changes: list[Change], *, origin: object) -> Notice:
    """What is told after the commit, once."""
    return Notice(tuple(dict.fromkeys(changes)), origin)


def _check_changeable(record: Record) -> None:
    if record.immutable:
        raise ImmutableRecordError(f"{type(record).__name__} is written once")


def _records(instances: Any) -> Iterator[Record]:
    """The records among what a session holds; shipped rows are described by their set and not journalled."""
    return (instance for instance in instances if isinstance(instance, Record) and not instance.immutable)


def _state(record: Record) -> InstanceState[Record]:
    return inspect(record)


def _columns(record: Record) -> list[str]:
    return [
        attribute.key
        for attribute in _state(record).mapper.column_attrs
        if attribute.key not in _HOUSEKEEPING
    ]


def _values(record: Record) -> dict[str, Any]:
    return {name: _plain(getattr(record, name)) for name in _columns(record)}


def _changes(record: Record) -> dict[str, tuple[Any, Any]]:
    changed: dict[str, tuple[Any, Any]] = {}
    for name in _columns(record):
        history = _state(record).attrs[name].history
        if history.has_changes():
            changed[name] = (_only(history.deleted), _only(history.added))
    return changed


def _changed(record: Record) -> bool:
    return bool(_changes(record))


def _only(values: Any) -> Any:
    return _plain(values[0]) if values else None


def _update_row(record: Record) -> dict[str, Any]:
    changed = _changes(record)
    return _row(
        record,
        UPDATE,
        before={name: before for name, (before, _) in changed.items()},
        after={name: after for name, (_, after) in changed.items()},
    )


def _row(
    record: Record, action: str, *, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "entity": type(record).__name__,
        "record_id": record.id,
        "action": action,
        "before": before,
        "after": after,
    }


def _plain(value: Any) -> Any:
    """A column's value as JSON can keep it; dates and ids in their standard text."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    return value
