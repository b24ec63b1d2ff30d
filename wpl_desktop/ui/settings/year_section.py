"""The way to the school year."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.settings.section import ButtonRow, Section
from wpl_desktop.ui.widgets.buttons import Button


class YearSection(Section):
    """One line and one button."""

    year_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("School year"),
            self.tr(
                "Holidays, examinations and return days, your lesson hours, and the step into the next year."
            ),
            icon="agenda",
            parent=parent,
        )
        self.open_button = Button(self.tr("Open the school year"), icon="agenda")
        self.column.addWidget(ButtonRow((self.open_button,)))
        self.open_button.clicked.connect(self.year_requested)
