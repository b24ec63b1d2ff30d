"""Which note of a conversation is meant."""

from __future__ import annotations

import uuid
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NoteKey:
    """That of one item of the agenda, or without one the note of the whole conversation."""

    conversation_id: uuid.UUID
    item_id: uuid.UUID | None = None
