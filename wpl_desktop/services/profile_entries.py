"""What is known of a profile before it is open, and what is asked to make one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wpl_desktop.domain.errors import EnvironmentTrouble
    from wpl_desktop.domain.trajectories import Role


class ProfileEntry(NamedTuple):
    """One profile as the unlock window shows it; `trouble` is why it cannot be opened, if so."""

    name: str
    folder: Path
    owner: str = ""
    place: str = ""
    language: str = "nl"
    demo: bool = False
    trouble: EnvironmentTrouble | None = None


class NewProfile(NamedTuple):
    """What the first run asks (P01, P25); texts as typed. `role` is the owner's role at the workplace."""

    owner_name: str
    role: Role
    workplace: str
    workplace_address: str = ""
    controller: str = ""
    privacy_contact: str = ""
    purpose: str = ""
    vocabulary: str = "education_be"
    language: str = "nl"
    device_confirmed: bool = False
    demo: bool = False
