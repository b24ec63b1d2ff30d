"""How many wrong passphrases there were in a row, and how long the next try has to wait; survives a restart."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from wpl_desktop.services import profiles


class Memory(Protocol):
    """Where the count is kept between two starts."""

    def get(self, key: str) -> str | None:
        """The value kept under a key, if any."""
        ...

    def set(self, key: str, value: str) -> None:
        """Keep a value."""
        ...

    def remove(self, key: str) -> None:
        """Forget a value."""
        ...


class Tries:
    """Counts per profile, by the name of its folder."""

    def __init__(self, memory: Memory, *, now: Callable[[], datetime]) -> None:
        """`now` gives local time without zone."""
        self._memory = memory
        self._now = now

    def failed(self, name: str) -> None:
        """One more wrong passphrase."""
        count, _last = self._kept(name)
        self._memory.set(_key(name), f"{count + 1} {self._now().isoformat(timespec='seconds')}")

    def succeeded(self, name: str) -> None:
        """The right passphrase: the count starts anew."""
        self._memory.remove(_key(name))

    def count(self, name: str) -> int:
        """Wrong passphrases in a row."""
        return self._kept(name)[0]

    def seconds_left(self, name: str) -> int:
        """How long the next try still has to wait, in whole seconds; 0 when it need not."""
        count, last = self._kept(name)
        delay = profiles.seconds_to_wait(count)
        if last is None or not delay:
            return 0
        # A clock that was set back does not make the wait longer than it was, nor shorter.
        passed = max(0.0, (self._now() - last).total_seconds())
        return max(0, math.ceil(delay - passed))

    def _kept(self, name: str) -> tuple[int, datetime | None]:
        count, _space, moment = (self._memory.get(_key(name)) or "").partition(" ")
        try:
            return int(count), datetime.fromisoformat(moment)
        except ValueError:
            return 0, None


def _key(name: str) -> str:
    return f"tries/{name}"
