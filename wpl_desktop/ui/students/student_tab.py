"""What every tab of a student's page is to the page around it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.services.bundle import Services


class StudentTab(QWidget):
    """One tab of a student's page; `load` shows the student as they are now and may be called again."""

    open_requested = Signal(str, dict)
    saved = Signal()

    # Names of entities whose change makes this tab stale.
    shows: ClassVar[frozenset[str]] = frozenset()

    def label(self) -> str:
        """The words on the tab."""
        raise NotImplementedError

    def load(self, services: Services, trajectory_id: uuid.UUID) -> None:
        """Show one student; keeps the place, the filter and what is chosen when it is the same student again."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Write what is still being typed; False when it could not be."""
        return True
