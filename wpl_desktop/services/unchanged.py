"""Whether a record still is what was read of it: two changes at the same time never overwrite each other."""

from __future__ import annotations

import uuid
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.errors import refused

_Kind = TypeVar("_Kind", bound=Record)


class ReadRow(Protocol):
    """What was read of a record: whose it is, and which version."""

    @property
    def id(self) -> uuid.UUID:
        """The record's id."""
        ...

    @property
    def version(self) -> int:
        """The version that was read."""
        ...


def unchanged(session: Session, kind: type[_Kind], row: ReadRow) -> _Kind:
    """The record that `row` was read from. Raises `DomainError` (`not_found`, `changed_meanwhile`)."""
    found = session.get(kind, row.id)
    if found is None:
        raise refused("not_found")
    if found.version != row.version:
        raise refused("changed_meanwhile")
    return found
