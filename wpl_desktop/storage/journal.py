"""The journal: what every action changed, before and after, written in the action's own transaction."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    Index,
    Integer,
    Table,
    Text,
    Uuid,
    event,
    insert,
    inspect,
    text,
    update,
)
from sqlalchemy.orm import InstanceState, Session, UOWTransaction
from uuid_utils.compat import uuid7

from wpl_desktop.domain.base import EPOCH, Base, Change, Notice, Record, UtcDateTime
from wpl_desktop.domain.clock import Clock

INSERT, UPDATE, DELETE = "insert", "update", "delete"
#: An edit can be taken back; an undo or redo takes back another step; what is fixed is never taken back.
EDIT, UNDO, REDO, FIXED = "edit", "undo", "redo", "fixed"
#: What is typed saves itself every second or two: such changes of one field belong to one step.
ONE_STEP_WITHIN: Final = timedelta(seconds=10)

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
#: Deletions whose content is still kept, in the words of the index below: by these SQLite knows that it serves.
KEPT_DELETION: Final = text("action = 'delete' AND before IS NOT NULL")
#: The bin is emptied at every start: what is too old for it is found without reading the journal.
Index("ix_journal_deleted", journal_table.c.at, sqlite_where=KEPT_DELETION)

#: Kept for every row but no part of what a user did.
_HOUSEKEEPING = frozenset({"created_at", "updated_at", "version"})
#: What is deleted takes along when it was made, so that it can be put back as it was.
CREATED: Final = "created_at"


class ImmutableRecordError(RuntimeError):
    """Our own mistake: something tried to change a row that is written once."""


@dataclass
class Recording:
    """What one transaction has written into the journal so far."""

    step: str = EDIT
    reverts: uuid.UUID | None = None
    transaction_id: uuid.UUID = field(default_factory=uuid7)
    rows: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    at: datetime = EPOCH

    def only_update(self) -> dict[str, Any] | None:
        """The one row, when this is an edit that did nothing but change one record once."""
        if self.step != EDIT or [row["action"] for row in self.rows] != [UPDATE]:
            return None
        return self.rows[0]

    def changes(self) -> list[Change]:
        """What changed, in the order of the journal."""
        return [Change(row["entity"], row["record_id"], row["action"]) for row in self.rows]


@contextmanager
def recording(session: Session, recorded: Recording, *, clock: Clock) -> Generator[None, None, None]:
    """Journal every flush of `session` as one step, into `recorded` too."""

    def before_flush(flushed: Session, _context: UOWTransaction, _instances: object) -> None:
        moment = clock.now()
        for record in flushed.new:
            if isinstance(record, Record):
                # What is put back keeps the moment at which it was first made.
                record.created_at = moment if record.created_at == EPOCH else record.created_at
                record.updated_at = moment
        for record in flushed.dirty:
            if isinstance(record, Record) and flushed.is_modified(record):
                _check_changeable(record)
                record.updated_at = moment
        for record in flushed.deleted:
            if isinstance(record, Record):
                _check_changeable(record)

    def after_flush(flushed: Session, _context: UOWTransaction) -> None:
        # In the order in which a flush writes, and updates by id: taken back from the end, no two rows ever
        # claim one place.
        dirty = sorted(_records(flushed.dirty), key=lambda record: record.id)
        changed = [(record, _changes(record, recorded.rows)) for record in dirty]
        rows = [
            *(_update_row(record, changes) for record, changes in changed if changes),
            *(_row(record, INSERT, before=None, after=_values(record)) for record in _records(flushed.new)),
            *(
                _row(record, DELETE, before=_values(record, with_creation=True), after=None)
                for record in _records(flushed.deleted)
            ),
        ]
        if rows:
            recorded.at = clock.now()
            shared = {
                "transaction_id": recorded.transaction_id,
                "at": recorded.at,
                "step": recorded.step,
                "reverts": recorded.reverts,
            }
            flushed.execute(insert(journal_table), [{**row, **shared} for row in rows])
            recorded.rows.extend(rows)

    event.listen(session, "before_flush", before_flush)
    event.listen(session, "after_flush", after_flush)
    try:
        yield
    finally:
        event.remove(session, "before_flush", before_flush)
        event.remove(session, "after_flush", after_flush)


def join_previous(session: Session, recorded: Recording, *, previous: Recording | None) -> None:
    """Make an edit of one field part of the step before it, when that changed the same field a moment ago."""
    own, last = recorded.only_update(), previous.only_update() if previous is not None else None
    if previous is None or own is None or last is None:
        return
    same = (own["entity"], own["record_id"]) == (last["entity"], last["record_id"])
    if same and own["after"].keys() == last["after"].keys() and recorded.at - previous.at <= ONE_STEP_WITHIN:
        session.execute(
            update(journal_table)
            .where(journal_table.c.transaction_id == recorded.transaction_id)
            .values(transaction_id=previous.transaction_id)
        )
        recorded.transaction_id = previous.transaction_id


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


def columns_of(entity: type[Record]) -> list[str]:
    """The columns of an entity that the journal keeps."""
    return [attribute.key for attribute in inspect(entity).column_attrs if attribute.key not in _HOUSEKEEPING]


def _values(record: Record, *, with_creation: bool = False) -> dict[str, Any]:
    values = {name: plain(getattr(record, name)) for name in columns_of(type(record))}
    return {**values, CREATED: plain(record.created_at)} if with_creation else values


def _changes(record: Record, written: list[dict[str, Any]]) -> dict[str, tuple[Any, Any]]:
    """Before and after of each column that a flush changes; `written` are the rows of this transaction so far."""
    known: dict[str, Any] = {}
    for row in written:
        if row["record_id"] == record.id:
            known.update(row["after"] or {})
    changed: dict[str, tuple[Any, Any]] = {}
    for name in columns_of(type(record)):
        history = _state(record).attrs[name].history
        if history.has_changes():
            after = plain(history.added[0]) if history.added else None
            # Nobody tells what it was when the record was made in this transaction with the column's default, or
            # when a form marks it as changed for what hangs on it: then it is as it was written, or as it is.
            before = plain(history.deleted[0]) if history.deleted else known.get(name, after)
            changed[name] = (before, after)
    return changed


def _update_row(record: Record, changed: dict[str, tuple[Any, Any]]) -> dict[str, Any]:
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


def plain(value: Any) -> Any:
    """A column's value as JSON can keep it; dates and ids in their standard text."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    return value
