"""Boxes: a surface with a hairline, a list of rows in one box, a tip and a hint."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label

CardKind = Literal["surface", "tip", "hint"]


class Card(QWidget):
    """A box of radius 6 with a column of widgets."""

    def __init__(
        self,
        *,
        kind: CardKind = "surface",
        padding: int | tuple[int, int] = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: CardKind = kind
        vertical, horizontal = (padding, padding) if isinstance(padding, int) else padding
        across, down = theme.scaled(horizontal), theme.scaled(vertical)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(across, down, across, down)
        self.column.setSpacing(theme.scaled(8))

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        fill, line = {
            "surface": (tokens.surface, tokens.line),
            "tip": (tokens.soft, None),
            "hint": (tokens.amber_soft, tokens.amber_line),
        }[self._kind]
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=fill, line=line)
        painter.end()


class ListBox(QWidget):
    """Rows in one surface box, with hairlines between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(1)
        # Not asked of the layout: Python would know its items at their place after they are gone (decision 67).
        self._widgets: list[QWidget] = []

    def add_row(self, widget: QWidget) -> None:
        """Put a row at the end."""
        self.insert_row(len(self.rows()), widget)

    def insert_row(self, position: int, widget: QWidget) -> None:
        """Put a row at a position; one that is already in the list moves there."""
        rows = [row for row in self.rows() if row is not widget]
        rows.insert(position, widget)
        self._widgets = rows
        self._rows.insertWidget(position, widget)

    def rows(self) -> list[QWidget]:
        """The rows from top to bottom."""
        return [row for row in self._widgets if isValid(row) and row.parent() is self]

    def clear(self) -> None:
        """Remove all rows and let go of them."""
        for widget in self.rows():
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line)
        painter.setPen(tokens.line)
        visible = [row for row in self.rows() if not row.isHidden()]
        for row in visible[:-1]:
            y = row.geometry().bottom() + 1
            painter.drawLine(1, y, self.width() - 2, y)
        painter.end()


class Tip(Card):
    """A friendly piece of advice: a bulb, a heading and some words."""

    def __init__(self, title: str, text: str, *, icon: str = "bulb", parent: QWidget | None = None) -> None:
        super().__init__(kind="tip", padding=(12, 16), parent=parent)
        self._title = Label(title, role="secondary_strong", tone="accent")
        self._text = Label(text, role="secondary")
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        head.addWidget(IconMark(icon, tone="on_soft"))
        head.addWidget(self._title, 1)
        self.column.setSpacing(theme.scaled(4))
        self.column.addLayout(head)
        self.column.addWidget(self._text)

    def set_text(self, title: str, text: str) -> None:
        """Show another tip."""
        self._title.setText(title)
        self._text.setText(text)


class Hint(Card):
    """Something to mind: amber, always with an icon and words."""

    def __init__(self, text: str, *, icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(kind="hint", padding=(8, 12), parent=parent)
        self._text = Label(text, role="secondary")
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(8))
        row.addWidget(IconMark(icon, tone="amber"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.column.addLayout(row)

    def text(self) -> str:
        """The words shown."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text.setText(text)
