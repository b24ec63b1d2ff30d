"""Words that several parts of the unlock window need: initials, the last back-up and what went wrong."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.ui.language import translate, when


def explained(error: DomainError | EnvironmentTrouble) -> str:
    """The sentence of an error: what happened, what is safe and what to do."""
    # The names of roles and levels in `texts` need SQLAlchemy, which must not delay the window (trap 6).
    from wpl_desktop.texts import error_message

    return error_message(error, translate)


def initials(name: str) -> str:
    """At most two letters for the avatar: of the first and the last word."""
    parts = name.split()
    if not parts:
        return ""
    picked = parts[0][:1] if len(parts) == 1 else parts[0][:1] + parts[-1][:1]
    return picked.upper()


def last_backup(made_at: datetime | None, *, today: date) -> str:
    """What the status line says about the newest back-up."""
    if made_at is None:
        return QCoreApplication.translate("UnlockWindow", "No back-up yet")
    return QCoreApplication.translate("UnlockWindow", "Last back-up {when}").format(
        when=when(made_at, today=today)
    )
