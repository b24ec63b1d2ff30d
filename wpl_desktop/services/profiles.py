"""Profiles before they are open: which there are, making one, unlocking one, and putting a back-up back."""

from __future__ import annotations

import codecs
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wpl_desktop import paths
from wpl_desktop.domain.errors import EnvironmentTrouble, refused
from wpl_desktop.services.profile_entries import NewProfile, ProfileEntry
from wpl_desktop.storage import key_file

if TYPE_CHECKING:
    from wpl_desktop.domain.clock import Clock
    from wpl_desktop.services.backup_entries import BackupEntry
    from wpl_desktop.services.bundle import Services

# What opens a lock (`vault`) is imported by the functions that need it: the first window waits only for labels.

SHORTEST_PASSPHRASE = key_file.SHORTEST_PASSPHRASE
"""In characters."""
DEMO_PASSPHRASE = "demo"  # published on purpose: the demo is fictional

#: Seconds to wait after the third, fourth … wrong passphrase in a row.
_DELAYS = (2, 5, 10, 30, 60)


def profiles_in(data_dir: Path) -> list[ProfileEntry]:
    """The profiles of a data folder by owner's name; a folder that cannot be read is listed with its trouble."""
    root = paths.DataDir(data_dir).profiles
    if not root.is_dir():
        return []
    folders = [folder for folder in root.iterdir() if folder.is_dir() and not folder.name.startswith(".")]
    return sorted(
        (_entry(folder) for folder in folders), key=lambda entry: (entry.owner.casefold(), entry.name)
    )


def unlock(folder: Path, *, passphrase: str) -> bytes:
    """The 32-byte data key of a profile. Raises `WrongPassphrase`, `NotAProfile` or `ProfileNewer`."""
    from wpl_desktop.storage import vault

    return vault.unlock(folder, passphrase=passphrase)


def unlock_with_recovery_code(folder: Path, *, code: str, new_passphrase: str) -> bytes:
    """The data key by the recovery sheet, after which `new_passphrase` opens the profile.

    Raises `DomainError` (`wrong_recovery_code`, `passphrase_short`), `NotAProfile` or `ProfileNewer`.
    """
    from wpl_desktop.storage import vault

    vault.check_passphrase(new_passphrase)
    key = vault.unlock_with_recovery_code(folder, code=code)
    vault.change_passphrase(folder, key=key, passphrase=new_passphrase)
    return key


def seconds_to_wait(failures: int) -> int:
    """How long to wait after `failures` wrong passphrases in a row: nothing for the first two, then longer."""
    return 0 if failures < 3 else _DELAYS[min(failures - 3, len(_DELAYS) - 1)]


def new_recovery_code() -> str:
    """A fresh code for the recovery sheet."""
    from wpl_desktop.storage import vault

    return vault.new_recovery_code()


def is_same_code(typed: str, code: str) -> bool:
    """Whether a code was typed back right; blanks, hyphens, small letters and look-alikes do not matter."""
    from wpl_desktop.storage import vault

    return vault.normal_recovery_code(typed) == vault.normal_recovery_code(code)


def check_passphrase(passphrase: str, repeated: str) -> None:
    """Refuse a short passphrase (`passphrase_short`) and one that was repeated differently."""
    from wpl_desktop.storage import vault

    vault.check_passphrase(passphrase)
    if passphrase != repeated:
        raise refused("passphrase_differs", field="repeated")


def passphrase_in(file: Path) -> str:
    """The first line of a file that a script or editor wrote: UTF-8, UTF-16 with its mark, else Windows-1252."""
    data = file.read_bytes()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    lines = text.splitlines()
    return lines[0] if lines else ""


def create_profile(
    data_dir: Path, new: NewProfile, *, passphrase: str, recovery_code: str, clock: Clock
) -> tuple[ProfileEntry, Services]:
    """Make an encrypted profile with the shipped criteria in it, and open it.

    Raises `DomainError` for a name that is missing or a short passphrase, and `StorageFull`. What was half made
    is removed again.
    """
    import uuid  # asks the system for its own name while it is imported

    from wpl_desktop.services.making import make_profile  # needs SQLAlchemy

    layout = paths.DataDir(data_dir)
    profile_id = uuid.uuid4().hex
    folder = layout.profile(profile_id[:12])
    services = make_profile(
        folder,
        new,
        passphrase=passphrase,
        recovery_code=recovery_code,
        profile_id=profile_id,
        clock=clock,
        backups=layout.backups_of(folder.name),
    )
    return _entry(folder), services


def read_backup(file: Path) -> BackupEntry:
    """Whose back-up a file is, and when it was made. Raises `BackupUnusable` or `ProfileNewer`."""
    from wpl_desktop.services.backup_entries import BackupEntry
    from wpl_desktop.storage import backups  # needs SQLAlchemy

    label, made_at = backups.read_label(file)
    return BackupEntry(
        file=file, name=label.profile_id[:12], owner=label.owner, place=label.place, made_at=made_at
    )


def backups_of(data_dir: Path, name: str) -> list[tuple[datetime, Path]]:
    """The back-ups that the program made of one profile: local time and file, newest first."""
    from wpl_desktop.storage import backups  # needs SQLAlchemy

    return [
        (backup.made_at, backup.file) for backup in backups.existing(paths.DataDir(data_dir).backups_of(name))
    ]


def put_back(data_dir: Path, file: Path, *, clock: Clock) -> tuple[ProfileEntry, Path | None]:
    """Put a back-up back as the profile it is of; gives the profile and where the safety copy of the old one is.

    Raises `BackupUnusable`, `ProfileNewer`, `ProfileInUse` or `StorageFull`; the profile is then as it was.
    """
    from wpl_desktop.storage import backups  # needs SQLAlchemy

    layout = paths.DataDir(data_dir)
    name = read_backup(file).name
    stamp = clock.local().strftime("%Y-%m-%dT%H%M%S")
    safety = backups.put_back(
        file, folder=layout.profile(name), safety=layout.backups_of(name) / f"before-restore-{stamp}"
    )
    return _entry(layout.profile(name)), safety


def _entry(folder: Path) -> ProfileEntry:
    try:
        label = key_file.label(folder)
    except EnvironmentTrouble as trouble:
        return ProfileEntry(name=folder.name, folder=folder, trouble=trouble)
    return ProfileEntry(
        name=folder.name,
        folder=folder,
        owner=label.owner,
        place=label.place,
        language=label.language,
        demo=label.demo,
    )
