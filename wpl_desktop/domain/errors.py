"""What can be refused, as data: whose fault it is and which field it is about; worded in ``texts.py``."""

from __future__ import annotations

from datetime import date


class DomainError(Exception):
    """The user asked for something that cannot be done as asked; shown where the mistake is.

    `field` names the value that is wrong (empty: the whole action); `code` is what ``texts.py`` words.
    """

    def __init__(self, code: str, field: str = "", values: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values

    def __str__(self) -> str:
        """The code only: an error never carries a student's text into a log."""
        return self.code


def refused(code: str, *, field: str = "", **values: object) -> DomainError:
    """A `DomainError` with the values its sentence needs; days are written 28-08-2025, as in every form."""
    return DomainError(code, field, tuple((name, _written(value)) for name, value in values.items()))


def _written(value: object) -> str:
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)


class WrongPassphrase(DomainError):
    """The passphrase or recovery code does not open this profile; says nothing about how close it was."""

    def __init__(self) -> None:
        super().__init__("wrong_passphrase", "passphrase")


class EnvironmentTrouble(Exception):
    """Something around the program is in the way: explained, never logged with content."""

    code = "environment"

    def __init__(self, *, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class NotAProfile(EnvironmentTrouble):
    """The folder or file is not one of this program's profiles."""

    code = "not_a_profile"


class ProfileDamaged(EnvironmentTrouble):
    """The profile's file cannot be read with the right key, or fails its integrity check."""

    code = "profile_damaged"


class ProfileNewer(EnvironmentTrouble):
    """The profile was written by a newer version of the program; it is not touched."""

    code = "profile_newer"


class ProfileInUse(EnvironmentTrouble):
    """Another window or command has the profile open for writing."""

    code = "profile_in_use"


class StorageFull(EnvironmentTrouble):
    """The disk is full or the folder cannot be written."""

    code = "storage_full"


class BackupUnusable(EnvironmentTrouble):
    """A backup is incomplete or fails its check; nothing was replaced."""

    code = "backup_unusable"
