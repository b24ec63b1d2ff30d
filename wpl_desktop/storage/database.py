"""The encrypted database of one profile: connections, pragmas, transactions and who is told what changed."""

from __future__ import annotations

import errno
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import Any, Protocol, cast

from filelock import FileLock, Timeout
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import NullPool, QueuePool

from wpl_desktop.domain.base import Listener
from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.errors import EnvironmentTrouble, ProfileDamaged, ProfileInUse, StorageFull, refused
from wpl_desktop.paths import DATABASE_FILE, LOCK_FILE
from wpl_desktop.storage import journal, search

_WRITING = "wpl_writing"
#: How long closing waits for a worker that is still reading; one report takes a fraction of this.
_LONGEST_READING_SECONDS = 10

#: What every connection is told first (traps 4 and 5). `foreign_keys` does nothing inside a transaction.
PRAGMAS = (
    "cipher_log_level = NONE",
    "temp_store = MEMORY",
    "journal_mode = WAL",
    "synchronous = FULL",
    "busy_timeout = 5000",
    "cache_size = -65536",
    "trusted_schema = OFF",
    "secure_delete = ON",
)

_SQLITE_FULL, _SQLITE_READONLY, _SQLITE_CANTOPEN, _SQLITE_IOERR = 13, 8, 14, 10
_SQLITE_BUSY, _SQLITE_LOCKED = 5, 6


class ClosedDatabaseError(RuntimeError):
    """A worker went on reading while the profile was closed: nobody waits for its answer any more."""


class DriverConnection(Protocol):
    """What is used of the driver's own connection."""

    isolation_level: str | None

    def execute(self, statement: str) -> Any:
        """Run one statement."""
        ...

    def backup(self, target: DriverConnection) -> None:
        """Copy the whole database, page by page."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def make_engine(file: Path, key: bytes, *, foreign_keys: bool = True, pooled: bool = True) -> Engine:
    """An engine on one SQLCipher file with the raw 32-byte `key`.

    Every connection leaves transactions to SQLAlchemy's `begin` event (trap 2). Migrations take
    `foreign_keys=False`: rebuilding a parent table would empty its children (trap 1).
    """
    engine = create_engine(
        URL.create("sqlite+pysqlcipher", password=f"x'{key.hex()}'", database=str(file)),
        poolclass=QueuePool if pooled else NullPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: DriverConnection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    del prepare, begin
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine whose transactions take the write lock at once."""
    return engine.execution_options(**{_WRITING: True})


def take_lock(folder: Path) -> FileLock:
    """The profile's one lock, taken. Raises `ProfileInUse` when another window or command has it."""
    # Taken on a worker when a migration may run, let go of on the thread of the window.
    lock = FileLock(folder / LOCK_FILE, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise ProfileInUse from error
    except OSError as error:
        raise trouble_with_file(error) from error
    return lock


def trouble_with_file(error: OSError) -> EnvironmentTrouble:
    """A file system's complaint in the words of the program."""
    return StorageFull(detail=errno.errorcode.get(error.errno or 0, "OSError"))


def trouble_with_database(error: DatabaseError) -> EnvironmentTrouble:
    """The engine's complaint in the words of the program."""
    return trouble_with_driver(error.orig)


def trouble_with_driver(error: BaseException | None) -> EnvironmentTrouble:
    """The driver's complaint in the words of the program: a full disk, another writer, or an unreadable file."""
    code = getattr(error, "sqlite_errorcode", None)
    name = type(error).__name__
    if code is None and error is not None:
        text = str(error)
        if "is locked" in text:
            return ProfileInUse(detail=name)
        full = any(part in text for part in ("disk is full", "readonly", "unable to open", "disk I/O"))
        return StorageFull(detail=name) if full else ProfileDamaged(detail=name)
    if cast("int", code) & 0xFF in {_SQLITE_FULL, _SQLITE_READONLY, _SQLITE_CANTOPEN, _SQLITE_IOERR}:
        return StorageFull(detail=name)
    if cast("int", code) & 0xFF in {_SQLITE_BUSY, _SQLITE_LOCKED}:
        return ProfileInUse(detail=name)
    return ProfileDamaged(detail=name)


def driver_errors(engine: Engine) -> type[Exception]:
    """What the driver itself raises where SQLAlchemy does not stand between."""
    return cast("type[Exception]", engine.dialect.loaded_dbapi.Error)


class Database:
    """One open profile: the only writer as long as it is open."""

    def __init__(self, folder: Path, *, engine: Engine, lock: FileLock, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self._engine = engine
        self._writing = for_writing(engine)
        self._lock = lock
        self._listeners: list[Listener] = []
        # What was written last: what is typed right after it may belong to the same step.
        self._last: journal.Recording | None = None
        # Workers read too: none may open the file again after the lock was let go of.
        self._gate = Condition()
        self._reading_now = 0
        self._is_closed = False

    @property
    def file(self) -> Path:
        """The encrypted database file."""
        return self.folder / DATABASE_FILE

    @property
    def engine(self) -> Engine:
        """The engine of this profile, for back-ups and checks."""
        return self._engine

    def subscribe(self, listener: Listener) -> None:
        """Tell `listener` after each commit what changed."""
        self._listeners.append(listener)

    @contextmanager
    def transaction(self, *, origin: object = None, undoable: bool = True) -> Generator[Session, None, None]:
        """One user action: commits at the end, rolls back on any error, then tells the listeners once.

        What is not `undoable` is never taken back. Raises `DomainError` for a lost update (`changed_meanwhile`) or
        a broken reference (`in_use`), and an `EnvironmentTrouble` for a full disk or an unreadable file.
        """
        recorded = journal.Recording(step=journal.EDIT if undoable else journal.FIXED)
        with self._writing_session(recorded, origin=origin) as session:
            yield session

    @contextmanager
    def reverting(self, transaction_id: uuid.UUID, *, step: str) -> Generator[Session, None, None]:
        """A transaction that takes back another, as an undo or a redo; every page hears of it."""
        recorded = journal.Recording(step=step, reverts=transaction_id)
        with self._writing_session(recorded, origin=None) as session:
            yield session

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        """A session that only reads, on any thread; what it loads may be used after it is closed.

        Raises `ClosedDatabaseError` once the profile is closed.
        """
        with self._gate:
            if self._is_closed:
                raise ClosedDatabaseError("the profile was closed meanwhile")
            self._reading_now += 1
        session = Session(self._engine, expire_on_commit=False)
        try:
            yield session
        except DatabaseError as error:
            raise trouble_with_database(error) from error
        finally:
            session.close()
            with self._gate:
                self._reading_now -= 1
                self._gate.notify_all()

    @contextmanager
    def _writing_session(
        self, recorded: journal.Recording, *, origin: object
    ) -> Generator[Session, None, None]:
        session = Session(self._writing, expire_on_commit=False)
        try:
            with journal.recording(session, recorded, clock=self.clock), search.keeping(session):
                yield session
                session.flush()
                journal.join_previous(session, recorded, previous=self._last)
                session.commit()
        except StaleDataError as error:
            raise refused("changed_meanwhile") from error
        except IntegrityError as error:
            raise refused("in_use") from error
        except DatabaseError as error:
            raise trouble_with_database(error) from error
        finally:
            session.close()
        if recorded.rows:
            self._last = recorded
            notice = journal.notice(recorded.changes(), origin=origin)
            for listener in tuple(self._listeners):
                listener(notice)

    def close(self) -> None:
        """Wait for who is still reading, write the log back into the file, let go of the file and of the lock."""
        with self._gate:
            self._is_closed = True
            self._gate.wait_for(lambda: self._reading_now == 0, timeout=_LONGEST_READING_SECONDS)
        try:
            with self._engine.connect() as connection:
                driver = connection.connection.driver_connection
                if driver is not None:
                    cast("DriverConnection", driver).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (DatabaseError, driver_errors(self._engine)):
            # The log stays beside the file and is read at the next start; nothing is lost.
            pass
        finally:
            self._engine.dispose()
            self._lock.release()
