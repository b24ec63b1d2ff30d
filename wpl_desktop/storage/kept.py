"""Files kept whole inside the encrypted database: PDFs of final reports, snapshots, drafts of criteria."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Column, LargeBinary, Table, Text, delete, insert, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import Base, UtcDateTime

#: Past the journal on purpose: it would keep every PDF twice. What belongs to a record begins with the record's id.
kept_table = Table(
    "kept",
    Base.metadata,
    Column("name", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("kept_at", UtcDateTime, nullable=False),
)

#: SQLite takes 32,766 values in one statement.
_MOST_AT_ONCE = 5_000


def keep(session: Session, name: str, data: bytes, *, at: datetime) -> None:
    """Keep `data` under a name, in the place of what was there."""
    forget(session, name)
    session.execute(insert(kept_table).values(name=name, data=data, kept_at=at))


def kept(session: Session, name: str) -> bytes | None:
    """What is kept under a name; None when nothing is."""
    return session.scalar(select(kept_table.c.data).where(kept_table.c.name == name))


def names(session: Session, prefix: str) -> list[str]:
    """The names that begin with `prefix`, in their order."""
    column = kept_table.c.name
    return list(
        session.scalars(select(column).where(column.startswith(prefix, autoescape=True)).order_by(column))
    )


def forget_all_of(session: Session, record_ids: Collection[uuid.UUID]) -> None:
    """Let go of everything that belongs to one of these records; one look at the names, however many there are."""
    gone = {str(record_id) for record_id in record_ids}
    doomed = [name for name in session.scalars(select(kept_table.c.name)) if name.partition("/")[0] in gone]
    for start in range(0, len(doomed), _MOST_AT_ONCE):
        some = doomed[start : start + _MOST_AT_ONCE]
        session.execute(delete(kept_table).where(kept_table.c.name.in_(some)))


def forget(session: Session, name: str) -> None:
    """Let go of what is kept under a name, if anything is."""
    session.execute(delete(kept_table).where(kept_table.c.name == name))
