"""The shape of the database and how an older profile reaches it: newer refused, back-up first, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from wpl_desktop import paths
from wpl_desktop.domain.errors import NotAProfile, ProfileDamaged, ProfileNewer
from wpl_desktop.storage.database import for_writing, make_engine, trouble_with_database

#: Every revision this program knows, oldest first; compared at start instead of importing Alembic (trap 6).
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
HEAD = REVISIONS[-1]


@dataclass(frozen=True)
class SchemaState:
    """Where a database stands; `revision` is None while it is empty."""

    revision: str | None

    @property
    def is_current(self) -> bool:
        """Whether nothing has to be done."""
        return self.revision == HEAD


def state_of(engine: Engine) -> SchemaState:
    """Read where a database stands. Raises `ProfileDamaged`, `NotAProfile` or `ProfileNewer`; changes nothing."""
    try:
        with engine.connect() as connection:
            tables = set(inspect(connection).get_table_names())
            if not tables:
                return SchemaState(None)
            if "alembic_version" not in tables:
                raise NotAProfile(detail="no revision")
            revisions = connection.execute(text("select version_num from alembic_version")).scalars().all()
    except DatabaseError as error:
        raise trouble_with_database(error) from error
    if len(revisions) != 1:
        raise NotAProfile(detail=f"{len(revisions)} revisions")
    revision = revisions[0]
    if revision not in REVISIONS:
        raise ProfileNewer(detail=f"revision {revision}")
    return SchemaState(str(revision))


def bring_up_to_date(file: Path, key: bytes, *, before_change: Callable[[], None], fresh: bool) -> None:
    """Migrate the database at `file` to HEAD in one transaction; `before_change` makes the back-up first.

    Migrations get an engine of their own with foreign keys off (trap 1); broken references are looked for before
    the commit. An error leaves the file as it was.
    """
    if not fresh and file.stat().st_size == 0:
        # Only to connect would already write a first page into it.
        raise ProfileDamaged(detail="empty")
    engine = make_engine(file, key, foreign_keys=False, pooled=False)
    try:
        state = state_of(engine)
        if state.is_current:
            return
        if state.revision is not None:
            before_change()
        elif not fresh:
            raise ProfileDamaged(detail="empty")
        migrate(engine, target=HEAD)
    finally:
        engine.dispose()


def migrate(engine: Engine, *, target: str) -> None:
    """Run the migrations up (or, for tests, down) to `target` on `engine`, all or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(paths.migrations()).replace("%", "%%"))
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        if target == "base" or _is_older(connection, target):
            command.downgrade(config, target)
        else:
            command.upgrade(config, target)
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise ProfileDamaged(detail=f"{len(broken)} broken references")


def _is_older(connection: Connection, target: str) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    current = connection.execute(text("select version_num from alembic_version")).scalar_one_or_none()
    return (
        current in REVISIONS
        and target in REVISIONS
        and REVISIONS.index(target) < REVISIONS.index(str(current))
    )
