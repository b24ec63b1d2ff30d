"""Rows of the demo, gathered with the moments they have in the story and written table by table."""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import ColumnDefault, Table, insert
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from wpl_desktop.domain.base import Base, Record


class Rows:
    """Collects rows without the journal, which would tell of a year that was typed in within one second."""

    def __init__(self) -> None:
        self._waiting: dict[type[Record], list[dict[str, Any]]] = {}

    def add(
        self, kind: type[Record], made: datetime, changed: datetime | None = None, /, **values: Any
    ) -> uuid.UUID:
        """One row as it was `made` and last `changed` (UTC); gives its id, a fresh one unless given."""
        record_id: uuid.UUID = values.get("id") or uuid7()
        self._waiting.setdefault(kind, []).append(
            {
                **_defaults(kind.__tablename__),
                **values,
                "id": record_id,
                "created_at": made,
                "updated_at": max(made, changed or made),
                "version": 1,
            }
        )
        return record_id

    def write(self, session: Session) -> None:
        """Write everything in the order in which the tables refer to each other, and start anew."""
        kinds = {cast("Table", kind.__table__).name: kind for kind in self._waiting}
        for table in Base.metadata.sorted_tables:
            if table.name in kinds:
                rows = self._waiting[kinds[table.name]]
                is_chained = any(key.column.table is table for key in table.foreign_keys)
                # An agreement names the later one that took over, so the newest go in first.
                session.execute(insert(table), rows[::-1] if is_chained else rows)
        self._waiting.clear()


@lru_cache(maxsize=32)
def _defaults(table: str) -> dict[str, Any]:
    """What a column holds when nothing is said of it; one without a default must be given or may be empty."""
    return {
        column.name: column.default.arg if isinstance(column.default, ColumnDefault) else None
        for column in Base.metadata.tables[table].columns
    }
