"""The page for who lost the laptop (P26): what to do now, readable without unlocking anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wpl_desktop.services import content
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.parts import WIDE_CARD_WIDTH, DoorCard
from wpl_desktop.ui.widgets.buttons import primary_button
from wpl_desktop.ui.widgets.labels import Label


class LostLaptopCard(DoorCard):
    """The numbered lines of the page `lost_laptop`, and the way back."""

    back_requested = Signal()

    def __init__(self, *, language: str, parent: QWidget | None = None) -> None:
        title, lines = content.page("lost_laptop", language)
        super().__init__(title, width=WIDE_CARD_WIDTH, parent=parent)
        self.back_button = primary_button(self.tr("Back"), icon="chevron-left", height=40)
        for number, line in enumerate(lines, start=1):
            row = QHBoxLayout()
            row.setSpacing(theme.scaled(12))
            row.addWidget(
                Label(f"{number}", role="strong", tone="accent", wrap=False), 0, Qt.AlignmentFlag.AlignTop
            )
            row.addWidget(Label(line), 1)
            self.body.addLayout(row)
            self.body.addSpacing(theme.scaled(12))
        self.body.addSpacing(theme.scaled(12))
        self.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.back_button.clicked.connect(self.back_requested)

    def focus_first(self) -> None:
        """Put the focus on the way back."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
