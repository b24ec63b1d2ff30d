"""What the window remembers on this computer: small choices in one JSON file, nothing of a student."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any, Final, Protocol, cast

_LOGGER: Final = logging.getLogger("wpl_desktop")


#: For whom the laptop was handed over and when it crashed or was locked: ids only, read before a profile is open.
HAND_OVER_KEY: Final = "hand_over"


class WindowSettings(Protocol):
    """Where the window remembers small things about itself, none of them about people."""

    def get(self, key: str) -> str | None:
        """The value kept under a key, if any."""
        ...

    def set(self, key: str, value: str) -> None:
        """Keep a value."""
        ...


class SettingsFile:
    """Words under keys, kept over restarts; made when the first one is kept, and never in the way.

    A file that cannot be read counts as empty, one that cannot be written is left: nothing here is worth
    stopping for.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)

    def get(self, key: str) -> str | None:
        """The value kept under a key, if any."""
        return self._values.get(key)

    def set(self, key: str, value: str) -> None:
        """Keep a value, at once."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._write()

    def remove(self, key: str) -> None:
        """Forget a value; it may be gone already."""
        if self._values.pop(key, None) is not None:
            self._write()

    def _write(self) -> None:
        # Replaced as a whole: half a file would forget everything.
        temporary = self._file.with_name(f".{self._file.name}.{os.urandom(4).hex()}.part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            temporary.write_text(json.dumps(self._values, indent=1, sort_keys=True), encoding="utf-8")
            temporary.chmod(0o600)
            temporary.replace(self._file)
        except OSError as error:
            _LOGGER.warning("settings not kept: %s", type(error).__name__)


def _read(file: Path) -> dict[str, str]:
    try:
        values: object = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    known = cast("dict[str, Any]", values)
    return {key: value for key, value in known.items() if isinstance(value, str)}
