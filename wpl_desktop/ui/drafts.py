"""What was typed and is not on disk yet, and when it goes there."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble

# Every keystroke is on disk within 2 s, with room for the commit itself.
PAUSE_MILLISECONDS: Final = 1_000
LATEST_MILLISECONDS: Final = 1_700
RETRY_MILLISECONDS: Final = 3_000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def merged(mine: str, other: str) -> str:
    """One text out of two that were written at the same time; nothing of either is lost."""
    mine, other = mine.strip(), other.strip()
    if other in mine:
        return mine
    return other if mine in other else f"{mine}\n\n{other}"


class Drafts(QObject, Generic[Key, Value]):
    """Holds values by key until they are kept; what could not be kept stays here and is tried again."""

    kept = Signal()
    failed = Signal(Exception)
    #: Refused for good: the error and the value, which is kept nowhere else any more.
    refused = Signal(Exception, object)

    def __init__(self, keep: Callable[[Key, Value], None], parent: QObject | None = None) -> None:
        """Nothing to keep yet.

        Args:
            keep: writes one value in one commit; may raise `DomainError` or `EnvironmentTrouble`.
            parent: the object that owns this one.
        """
        super().__init__(parent)
        self._keep = keep
        self._waiting: dict[Key, Value] = {}
        self._pause = self._timer(PAUSE_MILLISECONDS)
        self._latest = self._timer(LATEST_MILLISECONDS)
        self._retry = self._timer(RETRY_MILLISECONDS)

    def waiting(self) -> dict[Key, Value]:
        """What is not on disk, in the order in which it was typed first."""
        return dict(self._waiting)

    def later(self, key: Key, value: Value) -> None:
        """Keep a value soon: after a pause in the typing, and within 2 s of its first unsaved key."""
        self._waiting[key] = value
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def now(self, key: Key, value: Value) -> bool:
        """Keep a value, and everything that waits, at once; True when all of it is on disk."""
        self._waiting[key] = value
        return self.flush()

    def forget(self, key: Key) -> None:
        """Let go of what was typed for something that is no longer there."""
        self._waiting.pop(key, None)

    def flush(self) -> bool:
        """Keep everything that waits; True when nothing waits any more."""
        for timer in (self._pause, self._latest, self._retry):
            timer.stop()
        if not self._waiting:
            return True
        everything = True
        for key, value in list(self._waiting.items()):
            try:
                self._keep(key, value)
            except EnvironmentTrouble as error:
                # The rest would meet the same trouble; what was typed stays and is tried again.
                self._retry.start()
                self.failed.emit(error)
                return False
            except DomainError as error:
                # Refused for good (it is gone or final meanwhile): trying again would not help.
                everything = False
                self.refused.emit(error, value)
            # Whoever heard of the refusal may have let go of it already.
            self._waiting.pop(key, None)
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
