"""The key file as it lies on the disk: its shape, and the label that is shown before anything is unlocked.

Apart from the lock itself, because the first window waits for this and for nothing of what opens a lock.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from wpl_desktop.domain.errors import NotAProfile, ProfileNewer
from wpl_desktop.paths import KEY_FILE

FORMAT = 1
PROGRAM = "wpl-desktop"
#: In characters, blanks at both ends not counted.
SHORTEST_PASSPHRASE = 12

#: A key file from elsewhere may not ask for more than this: 1 GiB would stop a school laptop.
_MOST_MEMORY_KIB = 512 * 1024
_MOST_ITERATIONS = 20
_MOST_LANES = 16


@dataclass(frozen=True, kw_only=True)
class ProfileLabel:
    """What the unlock window shows before anything is unlocked; never anything of a student."""

    profile_id: str
    owner: str
    place: str
    language: str
    demo: bool


def label(folder: Path) -> ProfileLabel:
    """What the unlock window may show of a profile. Raises `NotAProfile` or `ProfileNewer`."""
    return label_in(read(folder))


def label_in(values: Mapping[str, Any]) -> ProfileLabel:
    """The label among the values of a key file that was checked."""
    return ProfileLabel(
        profile_id=str(values["profile_id"]),
        owner=str(values.get("owner", "")),
        place=str(values.get("place", "")),
        language=str(values.get("language", "nl")),
        demo=values.get("demo") is True,
    )


def read(folder: Path) -> dict[str, Any]:
    """The key file's content, checked for shape. Raises `NotAProfile` or `ProfileNewer`."""
    try:
        values = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise NotAProfile(detail=type(error).__name__) from error
    return check(values)


def check(values: object) -> dict[str, Any]:
    """`values` if they have the shape of a key file. Raises `NotAProfile` or `ProfileNewer`."""
    if not isinstance(values, dict):
        raise NotAProfile(detail="shape")
    known = cast("dict[str, Any]", values)
    if known.get("program") != PROGRAM or not isinstance(known.get("format"), int):
        raise NotAProfile(detail="shape")
    if known["format"] > FORMAT:
        raise ProfileNewer(detail=f"key file format {known['format']}")
    try:
        # The id names folders: only as this program writes it, in hexadecimal digits.
        if not re.fullmatch(r"[0-9a-f]{32}", known["profile_id"]):
            raise ValueError("not an id of ours")
        for slot in slots(known):
            if not isinstance(slot["kind"], str):
                raise ValueError("no kind")
            for name in ("salt", "nonce", "wrapped"):
                decoded(slot[name])
            _check_cost(slot)
    except (KeyError, TypeError, ValueError) as error:
        raise NotAProfile(detail="shape") from error
    return known


def slots(values: dict[str, Any]) -> list[dict[str, Any]]:
    """The wrapped keys; `ValueError` when there is none."""
    found = values["slots"]
    if not isinstance(found, list) or not found:
        raise ValueError("no slots")
    return cast("list[dict[str, Any]]", found)


def decoded(text: str) -> bytes:
    """The bytes behind one value of a slot; `ValueError` or `TypeError` when it is not base64."""
    return base64.b64decode(text, validate=True)


def _check_cost(slot: dict[str, Any]) -> None:
    cost = (slot["memory_kib"], slot["iterations"], slot["lanes"])
    if slot["kdf"] != "argon2id" or not all(isinstance(number, int) and number > 0 for number in cost):
        raise ValueError("unknown key derivation")
    if cost[0] > _MOST_MEMORY_KIB or cost[1] > _MOST_ITERATIONS or cost[2] > _MOST_LANES:
        raise ValueError("key derivation too costly")
