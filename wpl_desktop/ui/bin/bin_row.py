"""One line of the bin: what it was, of whom, how long it stays, and the two ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.clock import local_day
from wpl_desktop.domain.history import BinItem, StepKind
from wpl_desktop.texts import bin_item_name, bin_item_origin
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, filled, short_day, translate, words
from wpl_desktop.ui.widgets.buttons import Button, IconButton
from wpl_desktop.ui.widgets.fields import IconMark, MessageLine
from wpl_desktop.ui.widgets.labels import Label

_ICONS = {
    StepKind.STUDENT: "user",
    StepKind.CONVERSATION: "talk",
    StepKind.ROUND: "evaluations",
    StepKind.AGREEMENT: "task",
    StepKind.GROWTH_PLAN: "seed",
}


def title_of(item: BinItem) -> str:
    """What was deleted, in a few words."""
    return bin_item_name(item, translate, words(), name=chosen(item.name or {}))


class BinRow(QWidget):
    """Its two buttons ask the page; what stands in the way is said below them."""

    restore_requested = Signal()
    removal_requested = Signal()

    def __init__(self, item: BinItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.title = Label(title_of(item), role="strong")
        self.origin = Label(self._origin(), role="secondary", tone="muted")
        self.left = Label(self._left(), role="secondary", tone="muted", wrap=False)
        self.restore = Button(self.tr("Put back"), icon="restore")
        self.remove = IconButton(
            "trash", name=self.tr("Remove for good: {what}").format(what=self.title.text())
        )
        self.message = MessageLine()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self.restore.clicked.connect(self.restore_requested)
        self.remove.clicked.connect(self.removal_requested)

    def show_trouble(self, text: str) -> None:
        """Say why it could not be put back or removed."""
        self.message.set_text(text)
        self.message.setVisible(bool(text))

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons below the words instead of beside them."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _origin(self) -> str:
        day = short_day(local_day(self.item.deleted_at))
        parts = (
            bin_item_origin(self.item, translate, words()),
            short_day(self.item.day) if self.item.day is not None else "",
            self.tr("deleted {day}").format(day=day),
        )
        return " · ".join(part for part in parts if part)

    def _left(self) -> str:
        if self.item.days_left == 1:
            return self.tr("last day")
        return filled(self.tr("{days} days left"), days=self.item.days_left)

    def _assemble(self) -> None:
        self.restore.setAccessibleName(self.tr("Put back: {what}").format(what=self.title.text()))
        words_column = QVBoxLayout()
        words_column.setSpacing(theme.scaled(2))
        words_column.addWidget(self.title)
        words_column.addWidget(self.origin)
        what = QHBoxLayout()
        what.setSpacing(theme.scaled(12))
        what.addWidget(IconMark(_ICONS[self.item.kind], size=20), 0, Qt.AlignmentFlag.AlignVCenter)
        what.addLayout(words_column, 1)
        ways_out = QHBoxLayout()
        ways_out.setSpacing(theme.scaled(12))
        ways_out.addStretch(1)
        ways_out.addWidget(self.left)
        ways_out.addWidget(self.restore)
        ways_out.addWidget(self.remove)
        self._line.setSpacing(theme.scaled(12))
        self._line.addLayout(what, 1)
        self._line.addLayout(ways_out)
        column = QVBoxLayout(self)
        margin = theme.scaled(16)
        column.setContentsMargins(margin, theme.scaled(8), theme.scaled(8), theme.scaled(8))
        column.setSpacing(theme.scaled(4))
        column.addLayout(self._line)
        # Below the words, not below the icon.
        self.message.setContentsMargins(theme.scaled(20 + 12), 0, 0, 0)
        column.addWidget(self.message)
        self.message.hide()
