"""Looks for names of others in what one student takes along; says so quietly and forbids nothing."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from wpl_desktop.services.other_names import names_in
from wpl_desktop.services.talks import Talks


class NamesWatch:
    """Knows the names that do not belong in a talk with several students; asked for at the first letter."""

    def __init__(self, talks: Callable[[], Talks]) -> None:
        self._talks = talks
        self._known: tuple[uuid.UUID, frozenset[str]] | None = None

    def found(self, conversation_id: uuid.UUID, text: str) -> list[str]:
        """The names of others in a text, as they are written there."""
        if not text.strip():
            return []
        if self._known is None or self._known[0] != conversation_id:
            self._known = (conversation_id, self._talks().names_to_avoid(conversation_id))
        return names_in(text, self._known[1])

    def forget(self) -> None:
        """Ask again: somebody may have come or gone."""
        self._known = None
