"""The card of the day: one tip, which can be put away until tomorrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.services.overview import TipOfTheDay
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import Label

_BUTTON_PADDING: Final = 12


class TipCard(Card):
    """One tip with the criterion it is about."""

    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="tip", parent=parent)
        self.criterion = Label("", role="strong")
        self.text = Label("")
        self.not_now_button = quiet_button(self.tr("Not now"), muted=True)
        words = QVBoxLayout()
        words.setSpacing(theme.scaled(4))
        words.setContentsMargins(0, 0, theme.scaled(_BUTTON_PADDING), 0)
        words.addWidget(self.criterion)
        words.addWidget(self.text)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.not_now_button)
        # The words of the button, not its edge, stand under the text.
        above, side = theme.scaled(12), theme.scaled(16)
        self.column.setContentsMargins(side, above, side - theme.scaled(_BUTTON_PADDING), theme.scaled(8))
        self.column.setSpacing(theme.scaled(8))
        self.column.addLayout(words)
        self.column.addLayout(foot)
        self.not_now_button.clicked.connect(self._on_not_now)

    def show_tip(self, tip: TipOfTheDay) -> None:
        """Show a tip."""
        self.criterion.setText(chosen(tip.criterion))
        self.text.setText(chosen(tip.text))

    def _on_not_now(self) -> None:
        self.put_away.emit()
