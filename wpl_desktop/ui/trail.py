"""Where one was before: the short history that the way back leads along."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

_LONGEST: Final = 20


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page by name, and the arguments with which it shows the same again."""

    page: str
    arguments: dict[str, object] = field(default_factory=dict[str, object])


class Trail:
    """The places one came along since the last beginning; the oldest of many are forgotten."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    def __bool__(self) -> bool:
        return bool(self._places)

    def leave(self, place: Place) -> None:
        """Remember the place that was left for another one."""
        self._places = [*self._places[1 - _LONGEST :], place]

    def begin(self) -> None:
        """Forget all of it: from here there is no way back."""
        self._places.clear()

    def back(self) -> Place | None:
        """The place one came from, which is then forgotten; None where there is none."""
        return self._places.pop() if self._places else None
