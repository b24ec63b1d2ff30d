"""Text on a page: labels by line of the type scale that wrap instead of eliding."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wpl_desktop.ui import theme

Tone = Literal["text", "muted", "accent", "amber"]
# Palette roles, so that a label follows light and dark without being told.
_ROLES: dict[Tone, QPalette.ColorRole] = {
    "text": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "amber": QPalette.ColorRole.BrightText,
}


class Label(QLabel):
    """Plain text (never markup) in one role and tone."""

    def __init__(
        self,
        text: str = "",
        *,
        role: theme.FontRole = "base",
        tone: Tone = "text",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)
        self.set_tone(tone)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour of the text."""
        self.setForegroundRole(_ROLES[tone])


def section_label(text: str, *, parent: QWidget | None = None) -> Label:
    """The heading of a section, 16 px."""
    return Label(text, role="section", parent=parent)


def small_heading(text: str, *, parent: QWidget | None = None) -> Label:
    """The muted 12 px heading above a list or a block."""
    return Label(text, role="label_strong", tone="muted", parent=parent)


def display_label(text: str, *, parent: QWidget | None = None) -> Label:
    """The large heading of unlock, first run and cards, 24 px."""
    return Label(text, role="display", parent=parent)


def muted_label(text: str, *, parent: QWidget | None = None) -> Label:
    """A secondary line, 13 px and muted."""
    return Label(text, role="secondary", tone="muted", parent=parent)
