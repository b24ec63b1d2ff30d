"""Windows as such: whether one fits the screen, and how one goes away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.page import Keeping

# About what a desktop puts above a window, in logical pixels.
TITLE_BAR: Final = 32


def needs_whole_screen(window: QWidget) -> bool:
    """Whether a window with its frame is larger than what the task bar leaves of the screen."""
    # Pictures are taken on a screen that nobody sees and that is smaller than any laptop's.
    if QGuiApplication.platformName() == "offscreen":
        return False
    return is_too_large(window.size(), within=window.screen().availableSize())


def is_too_large(size: QSize, *, within: QSize) -> bool:
    """Whether a window of this size and its title bar do not fit `within`."""
    return size.width() > within.width() or size.height() + theme.scaled(TITLE_BAR) > within.height()


def throw_away(window: QWidget) -> None:
    """Hide a window and destroy it once nothing of it is running any more."""
    window.blockSignals(True)
    window.hide()
    window.deleteLater()


def close_dialogs() -> bool:
    """Close every menu and dialog above the window; tells whether there was a form that keeps nothing by itself."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    dialogs = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]
    for dialog in dialogs:
        dialog.reject()
    return any(not isinstance(dialog, Keeping) for dialog in dialogs)


def show(window: QWidget, *, maximized: bool) -> None:
    """Show a window as the one before it stood."""
    if maximized:
        window.showMaximized()
    else:
        window.show()
