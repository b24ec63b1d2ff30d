"""The bin: what was deleted in the last thirty days, to be put back or removed for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.history import BIN_KEEPS
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.bin.bin_row import BinRow
from wpl_desktop.ui.bin.remove_dialog import RemoveDialog
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


# Below this width the buttons stand under the words.
_NARROW: Final = 640


class BinPage(Page):
    """Names of several people stand below each other, so it is not for a shared screen."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {"Trajectory", "Conversation", "Round", "Agreement", "Person"}
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        days = BIN_KEEPS.days
        self.explanation = muted_label(
            filled(
                self.tr("What you delete stays here for {days} days. After that it is gone for good."),
                days=days,
            )
        )
        self.empty_button = Button(self.tr("Empty the bin…"), kind="muted", icon="trash")
        self.message = MessageLine()
        self.list = ListBox()
        self.nothing = EmptyState(
            filled(
                self.tr(
                    "The bin is empty. A conversation, an agreement, a round or a {student} that you delete stays here "
                    "for {days} days and can be put back with one press."
                ),
                days=days,
            ),
            icon="trash",
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._area = QScrollArea()
        self._assemble()
        self.empty_button.clicked.connect(self._on_empty)

    # What the frame asks

    def title(self) -> str:
        """The title in the top bar."""
        return self.tr("Bin")

    @property
    def back_target(self) -> str | None:
        """The settings, from where one comes here."""
        return "settings"

    def refresh(self) -> None:
        """Show what is in the bin now; the focus stays at its place in the list."""
        place = next((number for number, row in enumerate(self.rows()) if row.restore.hasFocus()), None)
        self.list.clear()
        self._say("")
        items = self._bundle().history.bin()
        for item in items:
            row = BinRow(item)
            row.restore_requested.connect(lambda row=row: self._on_restore(row))
            row.removal_requested.connect(lambda row=row: self._on_remove(row))
            row.set_narrow(self._is_narrow())
            self.list.add_row(row)
        self.list.setVisible(bool(items))
        self.explanation.setVisible(bool(items))
        self.empty_button.setVisible(bool(items))
        self.nothing.setVisible(not items)
        if place is not None and items:
            self.rows()[min(place, len(items) - 1)].restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Start with what was deleted last."""
        if self.rows():
            self.rows()[0].restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[BinRow]:
        """The lines from top to bottom."""
        return [row for row in self.list.rows() if isinstance(row, BinRow)]

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._is_narrow()
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for row in self.rows():
            row.set_narrow(narrow)

    # Slots

    def _on_restore(self, row: BinRow) -> None:
        row.restore.setFocus(Qt.FocusReason.OtherFocusReason)
        history = self._bundle().history
        self._try(lambda: history.restore(row.item.transaction_id), say=row.show_trouble)

    def _on_remove(self, row: BinRow) -> None:
        history = self._bundle().history
        dialog = RemoveDialog(row.title.text(), parent=self)
        dialog.accepted.connect(
            lambda: self._try(lambda: history.remove(row.item.transaction_id), say=row.show_trouble)
        )
        dialog.open()

    def _on_empty(self) -> None:
        dialog = RemoveDialog(self.tr("Everything in the bin"), parent=self)
        dialog.accepted.connect(lambda: self._try(self._bundle().history.empty_bin, say=self._say))
        dialog.open()

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _is_narrow(self) -> bool:
        return self.width() < theme.scaled(_NARROW)

    def _try(self, act: Callable[[], None], *, say: Callable[[str], None]) -> None:
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            say(error_message(error, translate))
            return
        self.saved.emit()
        self.refresh()

    def _say(self, text: str) -> None:
        self.message.set_text(text)
        self.message.setVisible(bool(text))

    def _assemble(self) -> None:
        self._head.setSpacing(theme.scaled(16))
        self._head.addWidget(self.explanation, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignRight)
        content = ContentArea()
        # Else the smallest height is that of the narrowest page, in which every label wraps.
        content.setMinimumHeight(1)
        content.body.setSpacing(theme.scaled(16))
        content.body.addLayout(self._head)
        content.body.addWidget(self.message)
        content.body.addWidget(self.list)
        content.body.addWidget(self.nothing)
        content.body.addStretch(1)
        self.message.hide()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
