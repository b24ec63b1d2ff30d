"""Which back-ups there are to put back: those of this computer, and what a file from elsewhere is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wpl_desktop import paths
from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.services import profiles


@dataclass(frozen=True, kw_only=True)
class BackupRow:
    """One back-up as the list shows it; `made_at` is the local time at which it was made."""

    file: Path
    made_at: datetime
    owner: str
    place: str


def own_backups(data_dir: Path) -> list[BackupRow]:
    """Every back-up of every profile that was ever on this computer, newest first.

    Reads files: call it outside the GUI thread.
    """
    root = paths.DataDir(data_dir).backups
    found: list[BackupRow] = []
    for folder in sorted(root.iterdir()) if root.is_dir() else []:
        made = profiles.backups_of(data_dir, folder.name) if folder.is_dir() else []
        owner, place = _whose([file for _made_at, file in made])
        found.extend(
            BackupRow(file=file, made_at=made_at, owner=owner, place=place) for made_at, file in made
        )
    return sorted(found, key=lambda row: row.made_at, reverse=True)


def read_file(file: Path) -> BackupRow:
    """What a file from elsewhere is. Raises `BackupUnusable` or `ProfileNewer`; reads the whole file."""
    entry = profiles.read_backup(file)
    return BackupRow(file=file, made_at=entry.made_at, owner=entry.owner, place=entry.place)


def _whose(files: list[Path]) -> tuple[str, str]:
    # All back-ups in one folder are of one profile; the first that can be read says whose.
    for file in files:
        try:
            entry = profiles.read_backup(file)
        except EnvironmentTrouble:
            continue
        return entry.owner, entry.place
    return "", ""
