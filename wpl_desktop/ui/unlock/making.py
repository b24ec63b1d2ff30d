"""Making a profile from the first run's answers, or the demo: what the worker threads do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wpl_desktop.services import profiles

if TYPE_CHECKING:
    from wpl_desktop.domain.clock import Clock
    from wpl_desktop.services.profiles import ProfileEntry
    from wpl_desktop.ui.unlock.answers import Answers

# Both close what they made: whatever way one comes in, the profile is then opened by the same step.


def make_profile(data_dir: Path, answers: Answers, *, clock: Clock) -> tuple[ProfileEntry, bytes]:
    """A new profile and its key. Raises `DomainError` or `StorageFull`."""
    entry, services = profiles.create_profile(
        data_dir,
        answers.new_profile(),
        passphrase=answers.passphrase,
        recovery_code=answers.recovery_code,
        clock=clock,
    )
    services.close()
    return entry, services.key


def make_demo(data_dir: Path, *, language: str, clock: Clock) -> tuple[ProfileEntry, bytes]:
    """The demo profile and its key. Raises `StorageFull`."""
    from wpl_desktop.services import demo

    entry, services = demo.make_demo(data_dir, clock=clock, language=language)
    services.close()
    return entry, services.key
