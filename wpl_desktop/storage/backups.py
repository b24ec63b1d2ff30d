"""Encrypted, verified back-ups of a profile, kept by day and week, and how one is put back."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
import zipfile
import zlib
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from wpl_desktop.domain.errors import BackupUnusable, NotAProfile, ProfileDamaged, ProfileNewer
from wpl_desktop.paths import DATABASE_FILE, KEY_FILE, LOCK_FILE
from wpl_desktop.storage import key_file, schema
from wpl_desktop.storage.database import (
    DriverConnection,
    driver_errors,
    make_engine,
    take_lock,
    trouble_with_database,
    trouble_with_driver,
    trouble_with_file,
)

SUFFIX = ".wplbackup"
FORMAT = 1
MANIFEST = "manifest.json"
_NAME = "%Y-%m-%dT%H%M%S"

_READ_AT_ONCE = 1 << 20

#: What reading a file that is no back-up may raise; RuntimeError stands for members that are encrypted, packed in
#: an unknown way or nested without end.
_NOT_A_BACKUP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IsADirectoryError,
    KeyError,
    RuntimeError,
    TypeError,
    ValueError,
)

DAYS_KEPT = 14
WEEKS_KEPT = 12


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One back-up file: when it was made (local) and where it is."""

    made_at: datetime
    file: Path


def make(folder: Path, *, engine: Engine, key: bytes, target: Path, made_at: datetime) -> Backup:
    """Copy a profile into one file and verify the copy before it counts.

    The database is copied by SQLite's backup API (trap 5) under the same key, opened again and checked. Raises
    `StorageFull` or `ProfileDamaged`; a half-made file is never left at `target`.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _work_folder(target.parent) as work:
            copy = work / DATABASE_FILE
            _copy_database(engine, copy=copy, key=key)
            revision = verify_database(copy, key)
            shutil.copyfile(folder / KEY_FILE, work / KEY_FILE)
            whole = work / target.name
            _pack(work, whole=whole, revision=revision, made_at=made_at)
            whole.chmod(0o600)
            whole.replace(target)
    except OSError as error:
        raise trouble_with_file(error) from error
    return Backup(made_at=made_at, file=target)


def file_name(made_at: datetime) -> str:
    """The name of a back-up made at a local time; never with anybody's name."""
    return f"{made_at.strftime(_NAME)}{SUFFIX}"


def existing(folder: Path) -> list[Backup]:
    """The back-ups in a folder, newest first; files with other names are left alone."""
    found: list[Backup] = []
    for file in folder.glob(f"*{SUFFIX}"):
        try:
            made_at = datetime.strptime(file.name.removesuffix(SUFFIX), _NAME)  # noqa: DTZ007  (local by design)
        except ValueError:
            continue
        found.append(Backup(made_at=made_at, file=file))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def to_keep(backups: Iterable[Backup], *, days: int = DAYS_KEPT, weeks: int = WEEKS_KEPT) -> list[Backup]:
    """Which back-ups stay: the newest of each of the last `days` days and `weeks` weeks that have one."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    by_day: dict[object, Backup] = {}
    by_week: dict[object, Backup] = {}
    for backup in newest_first:
        by_day.setdefault(backup.made_at.date(), backup)
        by_week.setdefault(backup.made_at.isocalendar()[:2], backup)
    kept = {backup.file for backup in (*list(by_day.values())[:days], *list(by_week.values())[:weeks])}
    return [backup for backup in newest_first if backup.file in kept]


def prune(folder: Path) -> None:
    """Remove the back-ups that need not be kept by day or week."""
    backups = existing(folder)
    kept = {backup.file for backup in to_keep(backups)}
    for backup in backups:
        if backup.file not in kept:
            backup.file.unlink(missing_ok=True)


def verify_database(file: Path, key: bytes) -> str:
    """Check every page of a database and give its revision. Raises `ProfileDamaged`, `NotAProfile`, `ProfileNewer`."""
    engine = make_engine(file, key, pooled=False)
    try:
        state = schema.state_of(engine)
        check_pages(engine)
    finally:
        engine.dispose()
    if state.revision is None:
        raise NotAProfile(detail="empty")
    return state.revision


def check_pages(engine: Engine) -> None:
    """Check the seal of every page and the structure above them. Raises `ProfileDamaged`."""
    try:
        with engine.connect() as connection:
            broken = connection.execute(text("PRAGMA cipher_integrity_check")).all()
            structure = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            references = connection.execute(text("PRAGMA foreign_key_check")).all()
    except DatabaseError as error:
        raise trouble_with_database(error) from error
    if broken or structure != ["ok"] or references:
        raise ProfileDamaged(detail=f"{len(broken)} pages, {len(references)} references")


def read_label(file: Path) -> tuple[key_file.ProfileLabel, datetime]:
    """Whose back-up a file is and when it was made (local), after its check sums were compared.

    Raises `BackupUnusable` or `ProfileNewer`.
    """
    with _opened(file) as archive:
        values = _checked_key_file(archive)
        # Made by this program, which writes the wall clock of the place; a zone would be somebody else's.
        made_at = datetime.fromisoformat(json.loads(archive.read(MANIFEST))["made_at"]).replace(tzinfo=None)
    return key_file.label_in(values), made_at


def put_back(file: Path, *, folder: Path, safety: Path) -> Path | None:
    """Make `folder` what the back-up holds; what was there is moved to `safety` first.

    Gives the folder of the safety copy, or None when there was nothing. Any error leaves `folder` as it was.
    Raises `BackupUnusable`, `ProfileNewer`, `ProfileInUse` or `StorageFull`.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _work_folder(folder.parent) as work:
            with _opened(file) as archive:
                _checked_key_file(archive)
                for name in (DATABASE_FILE, KEY_FILE):
                    with archive.open(name) as source, (work / name).open("xb") as target:
                        shutil.copyfileobj(source, target)
                    (work / name).chmod(0o600)
            return _swap(work, folder=folder, safety=safety)
    except zipfile.BadZipFile as error:
        raise BackupUnusable(detail=type(error).__name__) from error
    except OSError as error:
        raise trouble_with_file(error) from error


def _swap(work: Path, *, folder: Path, safety: Path) -> Path | None:
    existed = folder.is_dir()
    if existed:
        safety = _free(safety)
        # Nobody may have the profile open while its files are exchanged.
        take_lock(folder).release()
        safety.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / LOCK_FILE).unlink(missing_ok=True)
        shutil.move(folder, safety)
    try:
        work.replace(folder)
    except OSError:
        if existed:
            shutil.move(safety, folder)
        raise
    return safety if existed else None


def _free(folder: Path) -> Path:
    """The folder itself, or with a number behind it: moving into one that is there would nest the profile."""
    number = 1
    free = folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    return free


@contextmanager
def _work_folder(parent: Path) -> Generator[Path, None, None]:
    """A folder of our own beside the target, so that the last step is a rename; gone afterwards."""
    work = parent / f".work-{secrets.token_hex(6)}"
    work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _copy_database(engine: Engine, *, copy: Path, key: bytes) -> None:
    target_engine = make_engine(copy, key, pooled=False)
    try:
        with engine.connect() as source, target_engine.connect() as target:
            cast("DriverConnection", source.connection.driver_connection).backup(
                cast("DriverConnection", target.connection.driver_connection)
            )
    except DatabaseError as error:
        raise trouble_with_database(error) from error
    except driver_errors(engine) as error:
        raise trouble_with_driver(error) from error
    finally:
        target_engine.dispose()


def _pack(work: Path, *, whole: Path, revision: str, made_at: datetime) -> None:
    manifest = {
        "program": key_file.PROGRAM,
        "format": FORMAT,
        "revision": revision,
        "made_at": made_at.isoformat(timespec="seconds"),
        "sha256": {name: _digest(work / name) for name in (DATABASE_FILE, KEY_FILE)},
    }
    with zipfile.ZipFile(whole, "x", zipfile.ZIP_STORED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        for name in (DATABASE_FILE, KEY_FILE):
            archive.write(work / name, name)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _opened(file: Path) -> Generator[zipfile.ZipFile, None, None]:
    """A back-up whose manifest and check sums agree."""
    try:
        with zipfile.ZipFile(file) as archive:
            _check_manifest(archive)
            yield archive
    except FileNotFoundError as error:
        raise BackupUnusable(detail="missing") from error
    except _NOT_A_BACKUP as error:
        raise BackupUnusable(detail=type(error).__name__) from error


def _check_manifest(archive: zipfile.ZipFile) -> None:
    manifest: Any = json.loads(archive.read(MANIFEST))
    if manifest["program"] != key_file.PROGRAM:
        raise BackupUnusable(detail="program")
    if manifest["format"] > FORMAT or manifest["revision"] not in schema.REVISIONS:
        raise ProfileNewer(detail=f"back-up {manifest['revision']}")
    for name in (DATABASE_FILE, KEY_FILE):
        digest = hashlib.sha256()
        with archive.open(name) as opened:
            while part := opened.read(_READ_AT_ONCE):
                digest.update(part)
        if digest.hexdigest() != manifest["sha256"][name]:
            raise BackupUnusable(detail=f"check sum of {name}")


def _checked_key_file(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        return key_file.check(json.loads(archive.read(KEY_FILE)))
    except NotAProfile as error:
        raise BackupUnusable(detail="key file") from error
