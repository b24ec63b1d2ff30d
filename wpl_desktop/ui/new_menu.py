"""The menu under *New*: what can be made from anywhere, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.places import NewAction


class NewMenu(QMenu):
    """One line for each thing that can be made; icons follow the colours of the theme."""

    def __init__(
        self, actions: Sequence[NewAction], *, run: Callable[[NewAction], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        for new in actions:
            action = QAction(new.label(), self)
            action.setData(new.icon)
            if new.shortcut:
                action.setShortcut(QKeySequence(new.shortcut))
            action.triggered.connect(lambda _checked=False, new=new: run(new))
            self.addAction(action)
        self._colour()

    def with_keys(self) -> list[QAction]:
        """The lines that have a key, which the window must know too."""
        return [action for action in self.actions() if not action.shortcut().isEmpty()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        for action in self.actions():
            action.setIcon(icons.icon(str(action.data()), color=theme.tokens().muted))
