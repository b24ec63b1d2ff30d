"""The laptop is somebody else's for a while: their own sheet in the whole screen, and no way back but the lock."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import initials
from wpl_desktop.services.hand_over import HandedRound
from wpl_desktop.texts import error_message
from wpl_desktop.ui import windows
from wpl_desktop.ui.evaluations.handed_page import HandedPage
from wpl_desktop.ui.evaluations.handed_words import done_words, heading, subheading
from wpl_desktop.ui.language import clock_time, translate
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.settings_file import HAND_OVER_KEY
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.demo_mark import DemoMark
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.ui.changes import Changes
    from wpl_desktop.ui.settings_file import SettingsFile

_LEAST_SIZE: Final = (720, 420)


class HandOverMark:
    """Remembers on this computer, without a name, for whom the laptop was handed over: a crash comes back there."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def set(self, round_id: uuid.UUID, perspective: Perspective) -> None:
        """The laptop goes to this person now."""
        self._settings.set(HAND_OVER_KEY, f"{round_id} {perspective.value}")

    def take(self, services: Services) -> HandedRound | None:
        """Whose sheet it was, once, when it is of this profile; None when the laptop was not handed over."""
        kept = self._settings.get(HAND_OVER_KEY)
        if kept is None:
            return None
        try:
            round_id, perspective = kept.split()
            view = services.hand_over.view(uuid.UUID(round_id), Perspective(perspective))
        except (ValueError, DomainError):
            # Of another profile, which still wants it, or of a round that is no longer there.
            return None
        self._settings.remove(HAND_OVER_KEY)
        return view


class HandOverWindow(QWidget):
    """One person's sheet in the whole screen: no rail, no search, nothing new, no undo beyond a text."""

    lock_requested = Signal()

    def __init__(
        self, services: Services, view: HandedRound, *, now: Callable[[], datetime], demo: bool
    ) -> None:
        """A window for one person; nothing of anybody else is read for it.

        Args:
            services: of the open profile.
            view: what the person may see.
            now: the clock, in the user's local time.
            demo: whether the people are made up.
        """
        super().__init__()
        self.setWindowTitle(self.tr("WPL Desktop"))
        self.setMinimumSize(*_LEAST_SIZE)
        # Above every other window of the program, and the only one that takes keys and clicks.
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._now = now
        self.top_bar = TopBar()
        self.saved_label = Label(role="label", tone="muted", wrap=False)
        self.later = plain_button(self.tr("Go on later"), icon="lock", height=36)
        self.page = HandedPage(services, view)
        self._assemble(view, demo=demo)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self._on_lock_key)
        self.later.clicked.connect(self.page.leave)
        self.page.lock_requested.connect(self.lock_requested)
        self.page.saved.connect(self._on_saved)
        self.page.step_changed.connect(self._on_step)
        self._on_step()

    def flush(self) -> bool:
        """Put on disk what may be there; True when nothing of it waits any more."""
        return self.page.flush()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        # Nobody gets behind this window by closing it, however it is asked.
        event.ignore()
        self.page.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.page.leave()
        else:
            super().keyPressEvent(event)

    # Slots

    def _on_lock_key(self) -> None:
        # What is not shared yet goes away: that is asked once, with nothing of it on the screen.
        if self.page.has_unshared() and not self.page.is_asking():
            self.page.leave()
        else:
            self.lock_requested.emit()

    def _on_saved(self) -> None:
        self.saved_label.setText(self.tr("Saved {time}").format(time=clock_time(self._now())))
        self._on_step()

    def _on_step(self) -> None:
        self.later.setVisible(not self.page.is_asking())
        self.saved_label.setVisible(self.page.saves_itself() and bool(self.saved_label.text()))

    # Internals

    def _assemble(self, view: HandedRound, *, demo: bool) -> None:
        self.top_bar.set_heading(
            heading(view),
            subtitle=subheading(view),
            initials=initials(view.person, call_name=view.call_name) if view.person else "",
        )
        if demo:
            self.top_bar.right.addWidget(DemoMark())
        self.top_bar.right.addWidget(self.saved_label)
        self.top_bar.right.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.page, 1)


class HandOverMode(QObject):
    """Puts that window in the place of the main window; only the lock takes it away."""

    def __init__(
        self,
        main: MainWindow,
        *,
        services: Services,
        changes: Changes,
        now: Callable[[], datetime],
        mark: HandOverMark,
    ) -> None:
        """Wait for the main window to ask.

        Args:
            main: the window that asks, and is hidden meanwhile; owns this object.
            services: of the open profile.
            changes: what tells pages that something changed; they are not told meanwhile.
            now: the clock, in the user's local time.
            mark: remembers for the next unlock, also after a crash.
        """
        super().__init__(main)
        self._main = main
        self._services = services
        self._changes = changes
        self._now = now
        self._mark = mark
        self._window: HandOverWindow | None = None
        main.hand_over_requested.connect(self.begin)

    def window(self) -> HandOverWindow | None:
        """The window while the laptop is handed over."""
        return self._window

    def begin(self, round_id: uuid.UUID, perspective: Perspective) -> None:
        """Hand the laptop over for one sheet, or say in the main window why not."""
        if self._window is not None:
            return
        if not self._main.flush():
            words = self.tr("Not handed over: what you typed last could not be kept yet.")
            self._main.say(words, icon="warning", attention=True)
            return
        try:
            self._services.hand_over.check_open(round_id, perspective)
            view = self._services.hand_over.view(round_id, perspective)
        except (DomainError, EnvironmentTrouble) as error:
            self._main.say(error_message(error, translate), icon="warning", attention=True)
            return
        windows.close_dialogs()
        window = HandOverWindow(self._services, view, now=self._now, demo=self._main.is_demo())
        window.lock_requested.connect(self._main.lock_requested)
        # After the lock everything is read anew; until then pages would read about others behind this window.
        self._changes.blockSignals(True)
        self._window = window
        self._mark.set(round_id, perspective)
        window.setGeometry(self._main.geometry())
        window.showFullScreen()
        self._main.hide()
        window.activateWindow()
        window.page.focus_first()

    def flush(self) -> bool:
        """Have the sheet keep what may be kept; True without one."""
        return self._window is None or self._window.flush()

    def end(self) -> None:
        """Take the window away: the program is being locked."""
        window, self._window = self._window, None
        if window is not None and isValid(window):
            windows.throw_away(window)


def welcome_back(main: MainWindow, view: HandedRound) -> None:
    """Show the round for which the laptop was handed over, and quietly say how it stands."""
    main.show_page("round", round_id=view.round_id)
    main.say(done_words(view), icon="check" if view.ready else "info")
