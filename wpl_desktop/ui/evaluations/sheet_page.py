"""What every page of one sheet tells the frame: whose sheet, of which round, and where the way back leads."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.people import initials
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.sheets import SheetView
from wpl_desktop.texts import round_kind_name
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.page import Page


class SheetPage(Page):
    """A page about one sheet; what it shows on it is the business of who inherits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SheetView | None = None

    def title(self) -> str:
        """The student's name."""
        return self._view.student_name if self._view else ""

    def subtitle(self) -> str:
        """Which round this is."""
        if self._view is None:
            return ""
        words = QCoreApplication.translate("ScoreSheetPage", "Evaluation round {number}, {kind}")
        return words.format(
            number=self._view.round_number, kind=round_kind_name(self._view.round_kind, translate)
        )

    def subject(self) -> dict[str, object]:
        return {"trajectory_id": self._view.trajectory_id} if self._view else {}

    def initials(self) -> str:
        """The student's initials."""
        return initials(self._view.student_name, call_name=self._view.call_name) if self._view else ""

    @property
    def back_target(self) -> str | None:
        """The rounds of the student; without a sheet the page of all students."""
        return "student" if self._view is not None else "students"

    @property
    def back_arguments(self) -> dict[str, object]:
        """Which student, and the tab with the rounds."""
        return {**self.subject(), "tab": "evaluations"} if self._view is not None else {}

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        # Nothing that was typed waits while somebody looks elsewhere.
        self.flush()
        super().hideEvent(event)

    # Internals

    def _services(self) -> Services:
        return cast("Services", self.services)
