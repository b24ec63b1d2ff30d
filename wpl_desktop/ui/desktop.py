"""The flow of the window: unlock, work, lock, and close with a back-up."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from wpl_desktop import paths
from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.services import profiles
from wpl_desktop.ui import background, errors, language, theme, windows
from wpl_desktop.ui.settings_file import HAND_OVER_KEY, SettingsFile
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow
from wpl_desktop.ui.unlock.words import explained

if TYPE_CHECKING:
    from collections.abc import Callable

    from wpl_desktop.domain.clock import Clock
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.hand_over import HandedRound
    from wpl_desktop.services.profile import ProfileValues
    from wpl_desktop.services.profiles import ProfileEntry
    from wpl_desktop.ui.hand_over_window import HandOverMode
    from wpl_desktop.ui.joint_window import JointMode
    from wpl_desktop.ui.main_window import MainWindow
    from wpl_desktop.ui.reminders import Reminders
    from wpl_desktop.ui.trail import Place
    from wpl_desktop.ui.unlock.answers import Answers
    from wpl_desktop.ui.unlock.closing_note import ClosingNote
    from wpl_desktop.ui.warm_up import WarmUp

_LANGUAGE_KEY: Final = "language"
_PROFILE_KEY: Final = "profile"
# Where the main window keeps its place; the unlock window opens in the same one.
_PLACE_KEY: Final = "main_window/geometry"
_SCHEME_KEY: Final = "scheme"
_FIRST_PAGE: Final = "today"
_TALK_PAGE: Final = "conversation"
# What the frame shows of the profile and what it obeys comes from these.
_OF_THE_PROFILE: Final = frozenset({"Profile", "Person"})


def run(
    *,
    data_dir: Path,
    language: str | None,
    clock: Clock,
    resources: Path,
    profile: str = "",
    passphrase: str = "",
) -> int:
    """Open the window and stay until it is closed; gives the exit code.

    Args:
        data_dir: where profiles, back-ups, settings and the log live.
        language: `nl` or `en`; None takes what was used last.
        clock: the time.
        resources: the folder of translations, icons and fonts.
        profile: the folder's name or the owner of the profile to choose; else the one used last.
        passphrase: tried at once, as if it had been typed.
    """
    application = QApplication.instance() or QApplication(["wpl-desktop"])
    if not isinstance(application, QApplication):
        message = "a window needs an application with widgets"
        raise TypeError(message)
    application.setApplicationName("WPL Desktop")
    application.setQuitOnLastWindowClosed(False)
    errors.install_excepthook()
    theme.install(application, resources=resources, scheme=_kept_scheme(data_dir))
    desktop = Desktop(data_dir=data_dir, language=language, clock=clock, resources=resources)
    # Queued: the event loop must run before it can be left.
    desktop.finished.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    desktop.start(profile=profile, passphrase=passphrase)
    code = application.exec()
    QThreadPool.globalInstance().waitForDone()
    return code


class Desktop(QObject):
    """Shows either the unlock window or the main window, and puts a profile away in between."""

    finished = Signal()
    locked = Signal()
    opened = Signal()

    def __init__(
        self,
        *,
        data_dir: Path,
        language: str | None,
        clock: Clock,
        resources: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._wanted_language = language
        self._clock = clock
        self._resources = resources
        self._settings = SettingsFile(paths.DataDir(data_dir).settings_file)
        self._unlock: UnlockWindow | None = None
        self._main: MainWindow | None = None
        self._services: Services | None = None
        self._entry: ProfileEntry | None = None
        self._profile_language = ""
        self._note: ClosingNote | None = None
        self._joint: JointMode | None = None
        self._hand_over: HandOverMode | None = None
        self._warm_up: WarmUp | None = None
        self._reminders: Reminders | None = None
        # The profile and the talk that was left by locking: somebody sits there waiting.
        self._left: tuple[str, Place] | None = None
        self._is_putting_away = False
        self._is_leaving = False

    def start(self, *, profile: str = "", passphrase: str = "") -> None:
        """Show the first window; see `run`."""
        entries = profiles.profiles_in(self._data_dir)
        wanted = (profile, self._settings.get(_PROFILE_KEY) or "")
        chosen = next((entry for name in wanted for entry in entries if name and _is(entry, name)), None)
        first = chosen or (entries[0] if entries else None)
        spoken = self._settings.get(_LANGUAGE_KEY) or (first.language if first else "nl")
        self._speak(self._wanted_language or spoken)
        window = self._show_unlock()
        window.show_start(chosen=chosen.name if chosen else "")
        windows.show(window, maximized=windows.needs_whole_screen(window))
        if passphrase:
            window.try_passphrase(passphrase)
        elif len(entries) == 1 and self._settings.get(HAND_OVER_KEY) is None:
            # Not while the laptop is in somebody else's hands: the passphrase of the demo is everybody's.
            window.try_demo()

    def unlock_window(self) -> UnlockWindow | None:
        """The window before a profile is open, when it is shown."""
        return self._unlock

    def main_window(self) -> MainWindow | None:
        """The window of an open profile, when there is one."""
        return self._main

    def lock(self) -> None:
        """Put the open profile away and ask for the passphrase again."""
        if self._main is None or self._entry is None:
            return
        # Each of them, also when the first could not.
        modes = [mode for mode in (self._joint, self._hand_over) if mode is not None]
        kept = [keeping.flush() for keeping in (self._main, *modes)]
        is_kept = all(kept)
        is_handed_over = self._hand_over is not None and self._hand_over.window() is not None
        had_form = windows.close_dialogs()
        time = language.clock_time(self._clock.local())
        name = self._entry.name
        here = None if is_handed_over else self._main.here()
        self._left = (name, here) if here is not None and here.page == _TALK_PAGE else None
        place, is_maximized = self._main.geometry(), self._main.isMaximized()
        self._leave_main()
        if not is_kept:
            said = self.tr("Locked at {time}. What you typed last could not be kept; what was saved is safe.")
        elif is_handed_over:
            # The same whatever was filled in, shared or dropped (R9).
            said = self.tr("Locked at {time}. The laptop goes back to its owner.")
        elif had_form:
            said = self.tr(
                "Locked at {time}. What was saved is kept; the form that was open was closed unsaved."
            )
        else:
            said = self.tr("Locked at {time}. Your last note is kept.")
        window = self._show_unlock()
        window.setGeometry(place)
        window.show_start(chosen=name, line=said.format(time=time))
        window.hold()
        windows.show(window, maximized=is_maximized)
        window.activateWindow()
        self._put_away(self._on_locked)
        self.locked.emit()

    def remove_demo(self) -> None:
        """Put the open demo away and take it off this computer, back-ups and all; then show what is left (P30)."""
        from wpl_desktop.services.demo import remove_demo

        entry, services = self._entry, self._services
        if self._main is None or services is None or entry is None or not entry.demo:
            return
        # Reports that are being written end with the one that is being made now.
        self._main.flush()
        windows.close_dialogs()
        place, is_maximized = self._main.geometry(), self._main.isMaximized()
        self._leave_main()
        if self._reminders is not None:
            self._reminders.stop()
        self._services = self._entry = None
        services.close()
        trouble = ""
        try:
            remove_demo(self._data_dir, entry)
        except EnvironmentTrouble as error:
            trouble = explained(error)
        self._settings = SettingsFile(paths.DataDir(self._data_dir).settings_file)
        window = self._show_unlock()
        window.setGeometry(place)
        window.show_start(hint=trouble)
        windows.show(window, maximized=is_maximized)
        window.activateWindow()

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._main and event.type() == QEvent.Type.Close:
            # The window may still refuse; afterwards it is hidden or it is not.
            QTimer.singleShot(0, self, self._on_main_closed)
        return False

    # Slots

    def _on_opened(self, entry: ProfileEntry, services: Services) -> None:
        from wpl_desktop.ui.changes import Changes
        from wpl_desktop.ui.hand_over_window import HandOverMark, HandOverMode
        from wpl_desktop.ui.joint_window import Frame, JointMode
        from wpl_desktop.ui.main_window import MainWindow
        from wpl_desktop.ui.readiness import make_ready
        from wpl_desktop.ui.reminders import Reminders
        from wpl_desktop.ui.warm_up import WarmUp

        try:
            values = services.profile.values()
            backup_at = services.last_backup_at()
        except Exception as error:
            # Whatever it is: without a window nobody else would let go of the profile.
            services.close()
            if self._unlock is None:
                raise
            self._unlock.show_open_failed(entry, error)
            return
        self._speak(self._wanted_language or values.language)
        language.set_words(values.words(language.language()))
        self._settings.set(_PROFILE_KEY, entry.name)
        self._settings.set(_LANGUAGE_KEY, language.language())
        self._services, self._entry = services, entry
        changes = Changes(self)
        services.subscribe(lambda notice: changes.announce(notice.entities, origin=notice.origin))
        main = MainWindow(
            services=services,
            changes=changes,
            now=self._clock.local,
            settings=self._settings,
        )
        changes.changed.connect(self._on_changed)
        main.set_backup(backup_at)
        main.lock_requested.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        # Queued: the page goes with the window before its button has done its work.
        main.demo_removal_requested.connect(self.remove_demo, Qt.ConnectionType.QueuedConnection)
        frame = Frame(services=services, changes=changes, now=self._clock.local)
        self._joint = JointMode(main, frame)
        mark = HandOverMark(self._settings)
        self._hand_over = HandOverMode(
            main, services=services, changes=changes, now=self._clock.local, mark=mark
        )
        main.installEventFilter(self)
        changes.setParent(main)
        self._main = main
        self._profile_language = values.language
        self._obey(values)
        self._show_main(main, handed=mark.take(services))
        self._warm_up = WarmUp(make_ready(services, prepare=main.prepare), parent=main)
        if self._reminders is None:
            self._reminders = Reminders(now=self._clock.local, parent=self)
            self.finished.connect(self._reminders.stop)
        self._reminders.begin(main, services=services, changes=changes, memory=self._settings)
        self.opened.emit()

    def _on_changed(self, names: frozenset[str]) -> None:
        if self._services is not None and names & _OF_THE_PROFILE:
            self._obey(self._services.profile.values())

    def _on_main_closed(self) -> None:
        if self._main is not None and not self._main.isVisible():
            self._leave_main()
            self._is_leaving = True
            self._show_note()
            self._put_away(self._on_put_away_for_good)

    def _on_unlock_closed(self) -> None:
        self._is_leaving = True
        if self._is_putting_away:
            self._show_note()
        else:
            self.finished.emit()

    def _on_locked(self, trouble: str) -> None:
        if self._is_leaving:
            self._on_put_away_for_good(trouble)
        elif self._unlock is not None:
            self._unlock.release(hint=self._backup_failed(trouble) if trouble else "")

    def _on_put_away_for_good(self, trouble: str) -> None:
        if self._note is not None:
            self._note.finish()
        if trouble:
            errors.explain(None, self.tr("The back-up was not made"), self._backup_failed(trouble))
        self.finished.emit()

    def _on_language(self, chosen: str) -> None:
        old = self._unlock
        if old is None:
            return
        answers = old.answers()
        self._wanted_language = None
        self._speak(chosen)
        window = self._show_unlock(answers=answers)
        window.setGeometry(old.geometry())
        window.show_start()
        window.show()

    # Internals

    def _obey(self, values: ProfileValues) -> None:
        """Show whose profile it is, and lock when it says so."""
        if self._main is None:
            return
        self._main.set_profile(values.owner_name, demo=values.demo)
        self._main.set_idle_minutes(values.idle_minutes)
        if values.language != self._profile_language:
            # Chosen in the program: that counts for more than how it was started.
            self._wanted_language = None
            self._profile_language = values.language

    def _speak(self, chosen: str) -> None:
        language.install(chosen, resources=self._resources)

    def _show_unlock(self, *, answers: Answers | None = None) -> UnlockWindow:
        """A fresh unlock window, in the language of now and in the place of the last window."""
        old = self._unlock
        window = UnlockWindow(
            data_dir=self._data_dir,
            clock=self._clock,
            memory=self._settings,
            language=language.language(),
            answers=answers,
        )
        kept = self._settings.get(_PLACE_KEY)
        if kept:
            window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
        window.opened.connect(self._on_opened)
        window.closed.connect(self._on_unlock_closed)
        window.painted.connect(_collect_garbage)
        window.language_chosen.connect(self._on_language, Qt.ConnectionType.QueuedConnection)
        self._unlock = window
        if old is not None:
            windows.throw_away(old)
        return window

    def _show_main(self, main: MainWindow, *, handed: HandedRound | None) -> None:
        from wpl_desktop.ui.hand_over_window import welcome_back

        unlock, self._unlock = self._unlock, None
        if unlock is not None:
            main.setGeometry(unlock.geometry())
        windows.show(main, maximized=unlock is not None and unlock.isMaximized())
        try:
            left, self._left = self._left, None
            if handed is not None:
                welcome_back(main, handed)
            elif left is not None and self._entry is not None and _is(self._entry, left[0]):
                main.show_page(left[1].page, **left[1].arguments)
            else:
                main.show_page(_FIRST_PAGE)
        finally:
            # Also when the page cannot be shown: the profile is open.
            if unlock is not None:
                windows.throw_away(unlock)
        main.activateWindow()

    def _leave_main(self) -> None:
        """Let the pages keep what is being typed, and destroy them."""
        main, self._main = self._main, None
        if main is None:
            return
        if self._warm_up is not None:
            self._warm_up.stop()
        if self._reminders is not None:
            self._reminders.pause()
        if self._joint is not None:
            self._joint.end(back=False)
        if self._hand_over is not None:
            self._hand_over.end()
        main.removeEventFilter(self)
        focused = cast("QWidget | None", main.focusWidget())
        if focused is not None:
            focused.clearFocus()
        main.leave()
        windows.throw_away(main)
        language.set_words({})

    def _put_away(self, done: Callable[[str], None]) -> None:
        """Back up outside the GUI thread, then let go of the profile; `done` gets what went wrong, or nothing."""
        services, self._services = self._services, None
        if services is None:
            done("")
            return
        self._is_putting_away = True

        def close(trouble: str) -> None:
            # Here, because the thread that took the lock of the profile must let go of it.
            services.close()
            self._is_putting_away = False
            done(trouble)

        def failed(error: Exception) -> None:
            if isinstance(error, EnvironmentTrouble):
                close(explained(error))
            else:
                errors.write_log(errors.describe(type(error), error.__traceback__))
                close(self.tr("The program could not write it."))

        background.run(
            lambda _progress: services.back_up(), context=self, done=lambda _file: close(""), failed=failed
        )

    def _backup_failed(self, trouble: str) -> str:
        return self.tr("Everything you typed is kept, but no back-up could be made. {reason}").format(
            reason=trouble
        )

    def _show_note(self) -> None:
        from wpl_desktop.ui.unlock.closing_note import ClosingNote

        self._note = ClosingNote()
        self._note.announce()


def _kept_scheme(data_dir: Path) -> theme.Scheme:
    """Light, dark or what the system says, as it was chosen last on this computer."""
    kept = SettingsFile(paths.DataDir(data_dir).settings_file).get(_SCHEME_KEY)
    return "light" if kept == "light" else "dark" if kept == "dark" else "system"


def _collect_garbage() -> None:
    """From the first picture on; what was made for it stays, and is not looked through each time."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _is(entry: ProfileEntry, name: str) -> bool:
    return name in (entry.name, entry.owner)
