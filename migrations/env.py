"""The Alembic environment: runs on the connection it is given, inside its transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from wpl_desktop.storage import search, tables


def render_item(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """Write a type of ours as what it is in the table: a migration must not need the program of its day."""
    del autogen_context
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl).__name__}()"
    return False


def is_compared(name: str | None, kind: str, parent_names: Any) -> bool:
    """Leave the words of the search out: the engine keeps them in tables of its own, which no model describes."""
    del parent_names
    return kind != "table" or name not in search.INDEX_TABLES


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render_item,
    include_name=is_compared,
)
with context.begin_transaction():
    context.run_migrations()
