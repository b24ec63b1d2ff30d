"""The way to what was deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.settings.section import ButtonRow, Section
from wpl_desktop.ui.widgets.buttons import Button


class BinSection(Section):
    """One line and one button."""

    bin_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Bin"),
            self.tr("What you deleted in the last 30 days can be put back."),
            icon="trash",
            parent=parent,
        )
        self.open_button = Button(self.tr("Open the bin"), icon="trash")
        self.column.addWidget(ButtonRow((self.open_button,)))
        self.open_button.clicked.connect(self.bin_requested)
