"""What was typed in notes and is not on disk yet, and when it goes there."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble

# Every keystroke is on disk within 2 s, with room for the commit itself.
PAUSE_MILLISECONDS: Final = 1_000
LATEST_MILLISECONDS: Final = 1_700
RETRY_MILLISECONDS: Final = 3_000


@dataclass(frozen=True, kw_only=True)
class NoteKey:
    """Which note: that of one item of the agenda, or without one the note of the whole conversation."""

    conversation_id: uuid.UUID
    item_id: uuid.UUID | None = None


Keep = Callable[[NoteKey, str], None]


def merged(mine: str, other: str) -> str:
    """One note out of two that were written at the same time; nothing of either is lost."""
    mine, other = mine.strip(), other.strip()
    if other in mine:
        return mine
    return other if mine in other else f"{mine}\n\n{other}"


class NoteDrafts(QObject):
    """Holds notes until they are kept; what could not be kept stays here and is tried again."""

    kept = Signal()
    failed = Signal(Exception)

    def __init__(self, keep: Keep, parent: QObject | None = None) -> None:
        """Nothing to keep yet.

        Args:
            keep: writes one note in one commit; may raise `DomainError` or `EnvironmentTrouble`.
            parent: the object that owns this one.
        """
        super().__init__(parent)
        self._keep = keep
        self._waiting: dict[NoteKey, str] = {}
        self._pause = self._timer(PAUSE_MILLISECONDS)
        self._latest = self._timer(LATEST_MILLISECONDS)
        self._retry = self._timer(RETRY_MILLISECONDS)

    def waiting(self, key: NoteKey) -> str | None:
        """What was typed in a note and is not on disk; None when nothing waits."""
        return self._waiting.get(key)

    def later(self, key: NoteKey, text: str) -> None:
        """Keep a note soon: after a pause in the typing, and within 2 s of its first unsaved key."""
        self._waiting[key] = text
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def forget(self, conversation_id: uuid.UUID) -> None:
        """Let go of what was typed in a conversation that is no longer there."""
        for key in [key for key in self._waiting if key.conversation_id == conversation_id]:
            del self._waiting[key]

    def flush(self) -> bool:
        """Keep everything that waits; True when nothing waits any more."""
        for timer in (self._pause, self._latest, self._retry):
            timer.stop()
        if not self._waiting:
            return True
        everything = True
        for key, text in list(self._waiting.items()):
            try:
                self._keep(key, text)
            except EnvironmentTrouble as error:
                # The rest would meet the same trouble; what was typed stays and is tried again.
                self._retry.start()
                self.failed.emit(error)
                return False
            except DomainError as error:
                # Refused for good (the conversation is gone): trying again would not help.
                everything = False
                self.failed.emit(error)
            del self._waiting[key]
        if everything:
            self.kept.emit()
        return everything

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
