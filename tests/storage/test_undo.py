"""How what is too old for the bin is found: by its own index, however long the journal is."""

from datetime import timedelta
from typing import Any

from sqlalchemy import event

from tests import factory
from wpl_desktop.domain.history import BIN_KEEPS
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import undo


def plans_of(services: Services, moment: Any) -> list[str]:
    """How SQLite goes about each query of `deleted_before`."""
    asked: list[tuple[str, Any]] = []

    def remember(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    with services.database.reading() as session:
        event.listen(services.database.engine, "before_cursor_execute", remember)
        undo.deleted_before(session, moment)
        event.remove(services.database.engine, "before_cursor_execute", remember)
        connection = session.connection()
        return [
            row[3]
            for statement, parameters in asked
            if "journal" in statement
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


def test_what_is_too_old_is_found_by_its_index(services: Services) -> None:
    now = services.clock.now()
    assert len(plans_of(services, now - BIN_KEEPS)) == 1
    services.removal.delete_student(factory.add_student(services))
    plans = plans_of(services, now + timedelta(seconds=1))
    assert len(plans) == 2
    assert [plan for plan in plans if "USING INDEX ix_journal_deleted" not in plan] == []
