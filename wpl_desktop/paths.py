"""Where resources, migrations and the user's data live; the only module that knows the folder layout."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parent


def _beside_or_inside(name: str) -> Path:
    """A data folder: inside the package in a wheel or a frozen program, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def resources() -> Path:
    """The folder of content, translations, icons, fonts and style."""
    return _beside_or_inside("resources")


def migrations() -> Path:
    """The folder of the Alembic environment and its versions."""
    return _beside_or_inside("migrations")


def default_data_dir() -> Path:
    """Where this user's data live when nothing else is asked for."""
    from platformdirs import user_data_path

    return user_data_path("WPL Desktop", appauthor=False)


class DataDir(NamedTuple):
    """The layout below one data folder."""

    root: Path

    @property
    def profiles(self) -> Path:
        """One folder for each profile."""
        return self.root / "profiles"

    @property
    def backups(self) -> Path:
        """One folder of back-ups for each profile, apart from the profiles."""
        return self.root / "backups"

    @property
    def log_file(self) -> Path:
        """The log, which holds no content."""
        return self.root / "logs" / "wpl-desktop.log"

    @property
    def settings_file(self) -> Path:
        """What the window remembers on this computer; nothing of a student."""
        return self.root / "settings.json"

    @classmethod
    def around(cls, profile: Path) -> DataDir:
        """The data folder that the folder of a profile lies in."""
        return cls(profile.parent.parent)

    def profile(self, name: str) -> Path:
        """The folder of one profile."""
        return self.profiles / name

    def backups_of(self, name: str) -> Path:
        """The folder of one profile's back-ups."""
        return self.backups / name


DATABASE_FILE = "profile.db"
KEY_FILE = "key.json"
LOCK_FILE = "profile.lock"


def is_profile(folder: Path) -> bool:
    """Whether a folder looks like a profile: it has both a database and a key file."""
    return (folder / DATABASE_FILE).is_file() and (folder / KEY_FILE).is_file()
