"""Opening a profile with its key, outside the GUI thread and not before the last one is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wpl_desktop import paths
from wpl_desktop.services import open_profile
from wpl_desktop.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wpl_desktop.domain.clock import Clock
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.profiles import ProfileEntry


class Opening(QObject):
    """Opens one profile at a time; what is asked while another one is being opened is not done."""

    # The profile and its services, or the exception that was in the way.
    opened = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, *, data_dir: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._clock = clock
        self._is_held = self._is_busy = self._is_given_up = False
        self._waiting: Callable[[], None] | None = None

    def is_held(self) -> bool:
        """Whether a profile that was open is still being put away."""
        return self._is_held

    def hold(self) -> None:
        """Open nothing until `release`."""
        self._is_held = True

    def release(self) -> None:
        """Do what was asked for last in the meantime."""
        self._is_held = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def when_free(self, action: Callable[[], None]) -> None:
        """Do something that needs the profile put away: now, or as soon as it is."""
        if self._is_held:
            self._waiting = action
        else:
            action()

    def give_up(self) -> None:
        """Nobody waits any more: what is still opened is closed again."""
        self._is_given_up = True

    def open(self, entry: ProfileEntry, key: bytes) -> None:
        """Open a profile with its key, now or as soon as the last one is put away."""
        self.when_free(lambda: self._open(entry, key))

    def _open(self, entry: ProfileEntry, key: bytes) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        backups = paths.DataDir(self._data_dir).backups_of(entry.name)
        # A newer program first brings the profile up to date, which may take a while.
        background.run(
            lambda _progress: open_profile(entry.folder, key, clock=self._clock, backups=backups),
            context=self,
            done=lambda services: self._on_opened(entry, services),
            failed=lambda error: self._on_failed(entry, error),
        )

    def _on_opened(self, entry: ProfileEntry, services: Services) -> None:
        self._is_busy = False
        if self._is_given_up:
            services.close()
        else:
            self.opened.emit(entry, services)

    def _on_failed(self, entry: ProfileEntry, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(entry, error)
