"""One part of the settings: a card with a heading, some words and what can be set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import IconMark, MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label, small_heading


class Section(Card):
    """A heading over the content, which a subclass adds to `column`."""

    def __init__(self, title: str, text: str = "", *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 24), parent=parent)
        self.column.setSpacing(theme.scaled(16))
        heading = QHBoxLayout()
        heading.setSpacing(theme.scaled(12))
        heading.addWidget(IconMark(icon, size=20), 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(section_label(title), 1)
        self.column.addLayout(heading)
        self._title = title
        self.setAccessibleName(title)
        if text:
            self.column.addWidget(muted_label(text))

    def title(self) -> str:
        """The words of the heading."""
        return self._title


class SectionLinks(QWidget):
    """The headings of the page as a list beside it; each leads to its part."""

    chosen = Signal(object)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = tuple(sections)
        self.buttons = tuple(Button(section.title(), kind="muted") for section in sections)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The words of a quiet button stand this far from its edge: heading and links line up.
        heading = small_heading(self.tr("On this page"))
        heading.setContentsMargins(theme.scaled(12), 0, 0, theme.scaled(4))
        column.addWidget(heading)
        for button, section in zip(self.buttons, sections, strict=True):
            button.clicked.connect(lambda _checked=False, section=section: self.chosen.emit(section))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_shown(self, section: Section, shown: bool) -> None:
        """Have a link to a part that is shown, and none to one that is not."""
        self.buttons[self._sections.index(section)].setVisible(shown)


class ResultLine(QWidget):
    """What came of the last action in a part: done, or what went wrong; takes no room before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("check", size=16)
        self._done = Label(role="secondary", tone="muted")
        self._trouble = MessageLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(6))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._done, 1)
        row.addWidget(self._trouble, 1)
        self.clear()

    def text(self) -> str:
        """The words shown."""
        return self._trouble.text() or self._done.text()

    def is_trouble(self) -> bool:
        """Whether the words say that something went wrong."""
        return bool(self._trouble.text())

    def clear(self) -> None:
        """Say nothing."""
        self._show(done="", trouble="")

    def show_done(self, text: str) -> None:
        """Say what was done."""
        self._show(done=text, trouble="")

    def show_busy(self, text: str) -> None:
        """Say what is being done."""
        self._show(done=text, trouble="")
        self._mark.hide()

    def show_trouble(self, text: str) -> None:
        """Say what went wrong, what is safe and what to do."""
        self._show(done="", trouble=text)

    def _show(self, *, done: str, trouble: str) -> None:
        self._done.setText(done)
        self._trouble.set_text(trouble)
        self._mark.setVisible(bool(done))
        self._done.setVisible(bool(done))
        self._trouble.setVisible(bool(trouble))
        self.setVisible(bool(done or trouble))


class ButtonRow(QWidget):
    """Buttons side by side from the left; below each other where there is no room."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(12))
        for button in self._buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(button.sizeHint().width() for button in self._buttons)
        needed += self._row.spacing() * (len(self._buttons) - 1)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if needed <= self.width() else direction.TopToBottom)
