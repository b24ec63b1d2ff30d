"""What the score sheet says when something was not kept, with the texts that were refused to copy away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.fields import MessageLine

_GAP: Final = 12


class SheetTrouble(QWidget):
    """One sentence; a refused text stays within reach until another sheet is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._conflicts = ""
        self._line = MessageLine()
        self.copy = quiet_button(self.tr("Copy your text"), icon="copy")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(_GAP))
        row.addWidget(self._line, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self.copy.clicked.connect(self._on_copy)
        self.clear()

    def text(self) -> str:
        """The sentence shown."""
        return self._line.text()

    def say(self, text: str) -> None:
        """Show a sentence; without one only what was refused stays."""
        if text or not self._texts:
            self._line.set_text(text or self._conflicts)
        self.setVisible(bool(self._line.text()))

    def say_refused(self, text: str, values: ScoreValues) -> None:
        """Show why a row was refused and offer its texts; they are kept nowhere else."""
        self._texts += [part for part in (values.evidence, values.comment) if part.strip()]
        self.copy.setVisible(bool(self._texts))
        self.say(text)

    def say_conflicts(self, text: str) -> None:
        """Show which rows have two texts, until they have one again; other trouble stays."""
        if text or self._line.text() == self._conflicts:
            self._line.set_text(text)
        self._conflicts = text
        self.setVisible(bool(self._line.text()))

    def clear(self) -> None:
        """Nothing is wrong, and nothing refused is left."""
        self._texts.clear()
        self.copy.hide()
        self.say("")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(self._texts))
