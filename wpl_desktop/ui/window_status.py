"""The status line of an open profile: saved, encrypted, the last back-up, and whose it is."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.language import clock_time, when
from wpl_desktop.ui.widgets.demo_mark import DemoMark
from wpl_desktop.ui.widgets.status_line import StatusItem, StatusLine


class WindowStatus(StatusLine):
    """Says what is safe; small news stands where it is saved otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._news = StatusItem("check")
        self._saved = ""
        self._encrypted = StatusItem("lock", self.tr("Encrypted"))
        self._backup = StatusItem("disk")
        self._profile = StatusItem("user")
        self._demo = DemoMark()
        for item in (self._news, self._encrypted, self._backup):
            self.left.addWidget(item)
        self.right.addWidget(self._profile)
        self.right.addWidget(self._demo)
        self._demo.hide()

    def say(self, text: str, *, icon: str = "info", attention: bool = False) -> None:
        """Say something small."""
        self._news.set_text(text, icon=icon, attention=attention)

    def unsay(self, text: str) -> None:
        """Take these words away, unless something else was said since."""
        if self._news.text() == text:
            self.say("")

    def set_saved(self, at: datetime) -> None:
        """Say when something was last saved, in local time."""
        self._saved = self.tr("Saved {time}").format(time=clock_time(at))
        self.show_saved()

    def show_saved(self) -> None:
        """Small news is over: say again when something was last saved, if anything was."""
        self.say(self._saved, icon="check")

    def set_backup(self, at: datetime | None, *, today: date) -> None:
        """Say when the last back-up was made, in local time; None: there is none."""
        if at is None:
            self._backup.set_text(self.tr("No back-up yet"), icon="warning", attention=True)
        else:
            self._backup.set_text(self.tr("Back-up {when}").format(when=when(at, today=today)), icon="disk")

    def set_profile(self, name: str, *, demo: bool) -> None:
        """Say whose profile is open, and whether it is the demo."""
        self._profile.set_text(name, icon="user")
        self._demo.setVisible(demo)

    def is_demo(self) -> bool:
        """Whether what is open is the demo."""
        return not self._demo.isHidden()

    def texts(self) -> tuple[str, ...]:
        """The words from left to right, as far as they are shown."""
        items = (self._news, self._encrypted, self._backup, self._profile)
        return tuple(item.text() for item in items if not item.isHidden())
