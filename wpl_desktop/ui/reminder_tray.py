"""Small news outside the window, where the desktop has a place for it; never with a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSystemTrayIcon

from wpl_desktop.ui import icons


class TrayNotifier:
    """Shows notifications through an icon that is made for the first one."""

    def __init__(self, clicked: Callable[[], None]) -> None:
        """Wait; `clicked` is what happens when somebody clicks on a notification or on the icon."""
        self._clicked = clicked
        self._icon: QSystemTrayIcon | None = None

    def __call__(self, title: str, text: str) -> bool:
        """Show a notification; False where the desktop has no place for it."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return False
        if self._icon is None:
            self._icon = QSystemTrayIcon(icons.icon("agenda"))
            self._icon.setToolTip(title)
            self._icon.messageClicked.connect(self._clicked)
            self._icon.activated.connect(self._clicked)
        self._icon.show()
        self._icon.showMessage(title, text, icons.icon("agenda"))
        return True

    def hide(self) -> None:
        """Take the icon away: nothing of the program stays on the desktop."""
        icon, self._icon = self._icon, None
        if icon is not None:
            icon.hide()
            icon.deleteLater()
