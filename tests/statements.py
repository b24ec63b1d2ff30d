"""What is asked of the database meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from wpl_desktop.services.bundle import Services


@contextmanager
def counted_statements(services: Services, *, here_only: bool = False) -> Iterator[list[str]]:
    """The statements that go to the database meanwhile; with `here_only` those of this thread."""
    statements: list[str] = []
    here = threading.get_ident()

    def note(*arguments: object) -> None:
        if not here_only or threading.get_ident() == here:
            statements.append(str(arguments[2]))

    event.listen(services.database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(services.database.engine, "before_cursor_execute", note)
