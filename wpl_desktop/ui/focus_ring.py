"""The ring around what has the keyboard focus."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget
from shiboken6 import isValid

from wpl_desktop.ui.style import RING_PROPERTY


class FocusRing(QObject):
    """The ring around whatever button, check box or card has the keyboard focus; one per application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._frame: QFocusFrame | None = None
        application.focusChanged.connect(self._on_focus_changed)

    def follow(self, widget: QWidget | None) -> None:
        """Lie around this widget from now on, if it is one that gets a ring."""
        if self._frame is not None and not isValid(self._frame):
            # The frame lives inside the window of the focused widget and goes with it.
            self._frame = None
        if self._frame is not None:
            self._frame.setWidget(cast("QWidget", None))
        if widget is not None and _wants_ring(widget):
            self._frame = self._frame or QFocusFrame()
            self._frame.setWidget(widget)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        self.follow(new)


def _wants_ring(widget: QWidget) -> bool:
    wish = widget.property(RING_PROPERTY)
    return bool(wish) if wish is not None else isinstance(widget, QAbstractButton)
