"""The box a page shows while it has no data: what it is for and the button that starts it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import Label


class EmptyState(Card):
    """One sentence and at most one button in a box of 96 px."""

    triggered = Signal()

    def __init__(
        self, text: str, *, action: str = "", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=(12, 16), parent=parent)
        self._text = Label(text, role="base", tone="muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(action, icon=icon)
        self.setMinimumHeight(theme.scaled(96))
        self.column.addStretch(1)
        self.column.addWidget(self._text)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        # Only now: shown without a parent it would be a window of its own for a moment.
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self._on_clicked)

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._text.setText(text)

    def _on_clicked(self) -> None:
        self.triggered.emit()
