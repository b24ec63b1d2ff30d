"""The joint screen (F9): one student's pages in large type, in a window that has no way to anybody else."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from shiboken6 import isValid

from wpl_desktop.ui import joint_screen, theme, windows
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.places import PAGES
from wpl_desktop.ui.trail import Place
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from wpl_desktop.ui.changes import Changes
    from wpl_desktop.ui.page import Page

#: How much larger everything is for who looks along from a chair further away (mockups, presentation size).
LARGER: Final = 1.25
# Dialogs in which others can be chosen, or are named when times clash.
_OF_EVERYBODY: Final = frozenset({"plan_dialog", "student_dialog", "new_year_dialog"})


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What the window behind was made of, to make another one beside it."""

    services: object
    changes: Changes
    now: Callable[[], datetime]


class JointWindow(MainWindow):
    """Shows pages of one student; whatever leads to somebody else is refused quietly."""

    ended = Signal()

    def __init__(self, frame: Frame, *, trajectory_id: uuid.UUID, demo: bool) -> None:
        super().__init__(
            services=frame.services,
            changes=frame.changes,
            now=frame.now,
            # Without a rail there are no keys to other pages, and nothing new begins here.
            pages=[replace(entry, in_rail=False) for entry in PAGES],
            new_actions=(),
            idle_minutes=0,
        )
        self._trajectory_id = trajectory_id
        self._shown: Place | None = None
        self.stop = Button(self.tr("Stop"), icon="screen", height=36)
        self.rail.hide()
        self.set_profile("", demo=demo)
        self.top_bar.right.addWidget(Chip(self.tr("Joint screen"), icon="people"))
        self.top_bar.right.addWidget(self.stop)
        self.stop.setToolTip(self.tr("F9 ends it"))
        self.stop.clicked.connect(self.ended)

    def _on_joint(self) -> None:
        self.ended.emit()

    def _open(self, name: str, arguments: dict[str, object]) -> Page:
        page = super()._open(name, arguments)
        if page.joint and page.subject().get("trajectory_id", self._trajectory_id) == self._trajectory_id:
            self._shown = Place(page=name, arguments=page.place())
            return page
        # Nothing of it has been painted yet: that comes with the next events.
        before = self._shown or Place(page="student", arguments={"trajectory_id": self._trajectory_id})
        self._refuse()
        return super()._open(before.page, before.arguments)

    def _on_open_requested(self, name: str, arguments: dict[str, object]) -> None:
        if name in _OF_EVERYBODY:
            self._refuse()
        else:
            super()._on_open_requested(name, arguments)

    def _refuse(self) -> None:
        self.say(self.tr("Not on the joint screen. Stop it first with F9."))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self.ended.emit()


class JointMode(QObject):
    """Puts the joint window in the place of the main window, and back."""

    def __init__(self, main: MainWindow, frame: Frame) -> None:
        super().__init__(main)
        self._main = main
        self._frame = frame
        self._window: JointWindow | None = None
        main.joint_requested.connect(self.begin)

    def window(self) -> JointWindow | None:
        """The joint window while it is shown."""
        return self._window

    def begin(self, name: str, arguments: dict[str, object], trajectory_id: uuid.UUID) -> None:
        """Show one page of one student in large type instead of the main window."""
        if self._window is not None or not self._main.flush():
            return
        joint_screen.set_on(True)
        theme.enlarge(LARGER)
        window = JointWindow(self._frame, trajectory_id=trajectory_id, demo=self._main.is_demo())
        self._window = window
        window.ended.connect(self.end, Qt.ConnectionType.QueuedConnection)
        window.lock_requested.connect(self._main.lock_requested)
        window.setGeometry(self._main.geometry())
        try:
            window.show_page(name, **arguments)
        except Exception:
            # Whatever it is: else the main window would stay in large type, and F9 would do nothing any more.
            self.end(back=False)
            raise
        windows.show(window, maximized=self._main.isMaximized())
        self._main.hide()
        window.activateWindow()

    def flush(self) -> bool:
        """Have the joint window keep what is being typed; True without one."""
        return self._window is None or self._window.flush()

    def end(self, *, back: bool = True) -> None:
        """Take the joint window away; `back` brings the main window to the same page.

        What could not be kept stays on the joint screen, where the page says why; only the lock does not wait.
        """
        if back and not self.flush():
            return
        window, self._window = self._window, None
        if window is None or not isValid(window):
            return
        here = window.here()
        place, is_maximized = window.geometry(), window.isMaximized()
        window.blockSignals(True)
        window.leave()
        window.deleteLater()
        joint_screen.set_on(False)
        theme.enlarge(1.0)
        if back:
            self._main.setGeometry(place)
            if here is not None:
                self._main.show_page(here.page, **here.arguments)
            self._main.look_again()
            windows.show(self._main, maximized=is_maximized)
            self._main.activateWindow()
