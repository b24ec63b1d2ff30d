"""Whether one is reminded of a talk, and how long before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.services.reminders import CHOICES
from wpl_desktop.ui.settings.section import Section
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


class ReminderSection(Section):
    """One choice: not, or so many minutes before a talk."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Reminders"), icon="clock", parent=parent)
        self.minutes = SegmentedSwitch(
            [(minutes, self._choice(minutes)) for minutes in CHOICES], name=self.tr("Before a conversation")
        )
        self.column.addWidget(
            Field(
                self.tr("Before a conversation"),
                self.minutes,
                helper=self.tr(
                    "As a line in this window, and as a notification where your computer shows those. A "
                    "notification never has a name, and works while the program is locked too."
                ),
            )
        )
        self.minutes.chosen.connect(self.chosen)

    def show_services(self, services: Services) -> None:
        """Show what is chosen; another number of minutes leaves nothing chosen."""
        self.minutes.set_value(services.reminders.minutes())

    def _choice(self, minutes: int) -> str:
        if not minutes:
            return self.tr("Not")
        return self.tr("{minutes} minutes").format(minutes=minutes)
