"""The clock of a talk: looks at the time once a second, keeps what went by, and tells nobody but its faces."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.domain.talk_timing import TalkTiming
from wpl_desktop.services.bundle import Services

TICK_MILLISECONDS: Final = 1_000
#: A power cut costs no more than this.
KEPT_EVERY: Final = timedelta(seconds=5)
#: However short a talk is, the laptop may be locked for so long without its clock standing still.
_SHORTEST_GAP: Final = timedelta(minutes=15)


class TalkClock(QObject):
    """Counts while a talk is on; `ticked` each second, `turned` when it starts, pauses or stops."""

    ticked = Signal()
    turned = Signal()

    def __init__(self, services: Callable[[], Services], *, parent: QObject) -> None:
        """Nothing to count yet; `services` gives the bundle once there is one."""
        super().__init__(parent)
        self._services = services
        self._talk_id: uuid.UUID | None = None
        self._longest = _SHORTEST_GAP
        self._kept_at: datetime | None = None
        self.timing: TalkTiming | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def is_running(self) -> bool:
        """Whether it counts now."""
        return self.timing is not None and self.timing.running

    def show_talk(self, talk_id: uuid.UUID | None, *, minutes: int, line: int) -> None:
        """Take up the clock of a talk where it was kept last; None: no talk is on, and nothing counts."""
        if talk_id != self._talk_id:
            self.leave()
            self._talk_id = talk_id
            self._longest = max(timedelta(minutes=minutes), _SHORTEST_GAP)
            self.timing = self._services().talks.timing(talk_id) if talk_id is not None else None
            self._kept_at = None
        if self.timing is not None and self.timing.at != line:
            self._advance()
            self.timing = self.timing.moved(line)
            self.keep()
        self.look()
        self._turn()

    def begin(self, line: int, *, afresh: bool) -> None:
        """Begin to count at a line of the agenda, or go on after a pause unless it is `afresh`."""
        if self._talk_id is None:
            return
        now = self._services().clock.now()
        timing = TalkTiming(seen_at=now, at=line) if afresh or self.timing is None else self.timing
        self.timing = timing.resumed(now)
        self.keep()
        self._turn()

    def pause(self) -> None:
        """Stand still until `begin`."""
        if self.timing is None:
            return
        self._advance()
        self.timing = self.timing.paused()
        self.keep()
        self._turn()

    def look(self) -> None:
        """Count what went by since the last look."""
        if self.timing is None:
            return
        was_running = self.timing.running
        self._advance()
        due = self._kept_at is None or self.timing.seen_at - self._kept_at >= KEPT_EVERY
        if was_running and (due or self.timing.seen_at < (self._kept_at or self.timing.seen_at)):
            self.keep()
        self.ticked.emit()
        if was_running and not self.timing.running:
            self._turn()

    def keep(self) -> None:
        """Put what was counted on disk."""
        if self._talk_id is None or self.timing is None:
            return
        try:
            self._services().talks.keep_timing(self._talk_id, self.timing)
        except EnvironmentTrouble:
            # What is typed says so when the disk is full; a clock is no reason to interrupt a talk.
            return
        self._kept_at = self.timing.seen_at

    def rest(self) -> None:
        """Nobody sees it: the talk goes on, and is looked at again by `wake`. After a lock nothing may be written."""
        if self._timer.isActive():
            self._timer.stop()
            self._advance()
            self.keep()

    def wake(self) -> None:
        """It is seen again: count what went by meanwhile."""
        if self.timing is not None:
            self.look()
            self._turn()

    def leave(self) -> None:
        """Another talk comes."""
        self.rest()
        self._talk_id, self.timing = None, None

    def _advance(self) -> None:
        if self.timing is not None:
            self.timing = self.timing.advanced(self._services().clock.now(), longest=self._longest)

    def _turn(self) -> None:
        if self.is_running() and not self._timer.isActive():
            self._timer.start()
        elif not self.is_running():
            self._timer.stop()
        self.turned.emit()
