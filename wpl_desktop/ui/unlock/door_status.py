"""The status line of the unlock window: encrypted, the last back-up, and no network."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.unlock.words import last_backup
from wpl_desktop.ui.widgets.status_line import StatusItem, StatusLine


class DoorStatus(StatusLine):
    """Says what is safe before anything is unlocked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = StatusItem("lock")
        self._backup = StatusItem("disk")
        self._network = StatusItem("info", self.tr("Nothing goes over the network"))
        self.left.addWidget(self._kept)
        self.left.addWidget(self._backup)
        self.right.addWidget(self._network)

    def set_kept(self, kept: bool) -> None:
        """Say whether there is a profile on this computer."""
        if kept:
            self._kept.set_text(self.tr("Encrypted on this computer"), icon="lock")
        else:
            self._kept.set_text(self.tr("Nothing is kept yet"), icon="info")
            self._backup.set_text("", icon="disk")

    def set_backups(self, made: list[tuple[datetime, Path]], *, today: date) -> None:
        """Say when the newest of these back-ups was made."""
        self._backup.set_text(last_backup(made[0][0] if made else None, today=today), icon="disk")

    def set_making_backup(self) -> None:
        """Say that the back-up is being made now."""
        self._backup.set_text(self.tr("Making the back-up…"), icon="disk")

    def texts(self) -> tuple[str, ...]:
        """The words from left to right, as far as they are shown."""
        items = (self._kept, self._backup, self._network)
        return tuple(item.text() for item in items if not item.isHidden())
