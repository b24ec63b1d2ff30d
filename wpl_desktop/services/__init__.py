"""What a user can do: one public method is one action and one transaction; the only door to storage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wpl_desktop.domain.clock import Clock
    from wpl_desktop.services.bundle import Services


def open_profile(folder: Path, key: bytes, *, clock: Clock, backups: Path) -> Services:
    """Open the profile in `folder` with its 32-byte data key; `backups` is where its back-ups are kept.

    Raises `ProfileInUse`, `ProfileNewer`, `NotAProfile`, `ProfileDamaged` or `StorageFull`; the profile is then
    left as it was.
    """
    # The unlock window is painted before any of this is imported (trap 6).
    from wpl_desktop.services.bundle import open_services

    return open_services(folder, key, clock=clock, backups=backups)
