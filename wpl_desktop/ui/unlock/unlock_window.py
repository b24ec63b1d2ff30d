"""The window before a profile is open: it shows one card at a time and does what the cards ask."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import (
    DomainError,
    EnvironmentTrouble,
    NotAProfile,
    ProfileDamaged,
    WrongPassphrase,
)
from wpl_desktop.services import profiles
from wpl_desktop.ui import background
from wpl_desktop.ui.unlock.door_status import DoorStatus
from wpl_desktop.ui.unlock.opening import Opening
from wpl_desktop.ui.unlock.parts import CentredArea, DoorCard, LinkRow, WaitingCard, show_alone
from wpl_desktop.ui.unlock.tries import Memory, Tries
from wpl_desktop.ui.unlock.unlock_card import UnlockCard
from wpl_desktop.ui.unlock.words import explained
from wpl_desktop.ui.widgets.buttons import quiet_button

if TYPE_CHECKING:
    from wpl_desktop.domain.clock import Clock
    from wpl_desktop.services.profiles import ProfileEntry
    from wpl_desktop.ui.unlock.answers import Answers
    from wpl_desktop.ui.unlock.backup_rows import BackupRow
    from wpl_desktop.ui.unlock.first_run import FirstRun
    from wpl_desktop.ui.unlock.recovery_card import RecoveryCard

# What is not on the first picture is imported when it is asked for: the window is there sooner (trap 6).
_FIRST_SIZE: Final = (1366, 768)
_LEAST_SIZE: Final = (720, 420)

Opened = tuple["ProfileEntry", bytes]
"""A profile and its key, as the worker threads give them."""


class UnlockWindow(QWidget):
    """Unlock, first run, recovery, restore and the page for a lost laptop; ends with an open profile."""

    opened = Signal(object, object)
    language_chosen = Signal(str)
    closed = Signal()
    # Each once: the first picture is on the screen; a profile can be opened without further imports.
    painted = Signal()
    loaded = Signal()

    def __init__(
        self,
        *,
        data_dir: Path,
        clock: Clock,
        memory: Memory,
        language: str,
        answers: Answers | None = None,
    ) -> None:
        """A window without a card; call `show_start`.

        Args:
            data_dir: where profiles and back-ups live.
            clock: the time, for the wait after wrong passphrases and for new profiles.
            memory: remembers wrong passphrases between two starts.
            language: of the texts that are kept as data, `nl` or `en`.
            answers: what was typed in the first run before the window changed its language.
        """
        super().__init__()
        self.setWindowTitle("WPL Desktop")
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        self._data_dir = data_dir
        self._clock = clock
        self._language = language
        self._answers = answers
        self._tries = Tries(memory, now=clock.local)
        self._entries: list[ProfileEntry] = []
        self._card: QWidget | None = None
        self._chosen = ""
        self._line = ""
        self._is_painted = self._is_loaded = False
        self._opening = Opening(data_dir=data_dir, clock=clock, parent=self)
        self._opening.opened.connect(self.opened)
        self._opening.failed.connect(self.show_open_failed)
        self._stack = QStackedWidget()
        self.status = DoorStatus()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)

    # What the program asks and tells

    def show_start(self, *, chosen: str = "", line: str = "", hint: str = "") -> None:
        """Show the unlock card, or the first run when there is no profile.

        Args:
            chosen: the name of the profile that is chosen first.
            line: what stands under the title, such as when the window was locked.
            hint: something to mind.
        """
        self._line = line
        self._entries = profiles.profiles_in(self._data_dir)
        if self._answers is not None:
            self.show_first_run(self._answers)
            self._first_run().begin.focus_language()
        elif self._entries:
            self._show_unlock(chosen=chosen, hint=hint)
        else:
            self._on_new()

    def show_first_run(self, answers: Answers) -> None:
        """Show the first run with what was typed before."""
        from wpl_desktop.ui.unlock.first_run import FirstRun

        self._answers = answers
        page = FirstRun(answers, today=self._clock.local().date(), can_go_back=bool(self._entries))
        page.finished.connect(self._on_first_run_finished)
        page.demo_requested.connect(self._on_demo)
        page.restore_requested.connect(self._on_restore)
        page.language_chosen.connect(self.language_chosen)
        page.cancelled.connect(self._on_first_run_cancelled)
        self._show(page)
        self.status.set_kept(bool(self._entries))
        page.focus_first()

    def try_passphrase(self, passphrase: str) -> None:
        """Try a passphrase that was given from outside, as if it had been typed."""
        card = self.unlock_card()
        if card is not None and card.entry().trouble is None:
            self._on_unlock(card.entry(), passphrase)

    def try_demo(self) -> None:
        """Open the chosen profile when it is the demo: its passphrase is public."""
        card = self.unlock_card()
        if card is not None and card.entry().demo:
            self._on_unlock(card.entry(), "")

    def hold(self) -> None:
        """Open nothing until `release`: the profile that was open is still being put away."""
        self._opening.hold()
        self.status.set_making_backup()

    def release(self, *, hint: str = "") -> None:
        """The profile that was open is put away; `hint` says what did not go well."""
        self._opening.release()
        self._read_last_backup()
        card = self.unlock_card()
        if hint and card is not None:
            card.set_hint(hint)

    def show_open_failed(self, entry: ProfileEntry, error: Exception) -> None:
        """Say on the unlock card why a profile could not be opened; what nobody expected is raised again."""
        card = self.unlock_card()
        if card is None:
            self._entries = profiles.profiles_in(self._data_dir)
            self._show_unlock(chosen=entry.name)
        else:
            card.set_busy(False)
        if not isinstance(error, EnvironmentTrouble):
            raise error
        self._show_trouble(error)

    def unlock_card(self) -> UnlockCard | None:
        """The card that asks for the passphrase, when it is shown."""
        return self._card if isinstance(self._card, UnlockCard) else None

    def answers(self) -> Answers | None:
        """What is typed in the first run, when it is shown."""
        return self._answers

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._opening.give_up()
        self.closed.emit()

    # Unlocking

    def _on_unlock(self, entry: ProfileEntry, passphrase: str) -> None:
        card = self.unlock_card()
        if card is None:
            return
        card.set_busy(True)
        secret = passphrase or (profiles.DEMO_PASSPHRASE if entry.demo else "")
        background.run(
            lambda _progress: profiles.unlock(entry.folder, passphrase=secret),
            context=card,
            done=lambda key: self._on_key(entry, key),
            failed=lambda error: self._on_unlock_failed(entry, error),
        )

    def _on_key(self, entry: ProfileEntry, key: bytes) -> None:
        self._tries.succeeded(entry.name)
        self._opening.open(entry, key)

    def _on_unlock_failed(self, entry: ProfileEntry, error: Exception) -> None:
        card = self.unlock_card()
        if card is None:
            return
        card.set_busy(False)
        if isinstance(error, WrongPassphrase):
            if not entry.demo or card.passphrase.text():
                self._tries.failed(entry.name)
            if card.entry() is entry:
                card.refuse()
        elif isinstance(error, EnvironmentTrouble):
            self._show_trouble(error)
        else:
            raise error

    def _on_made(self, made: Opened) -> None:
        self._opening.open(*made)

    def _show_trouble(self, trouble: EnvironmentTrouble) -> None:
        card = self.unlock_card()
        if card is not None:
            card.set_busy(False)
            card.show_trouble(
                explained(trouble), can_restore=isinstance(trouble, ProfileDamaged | NotAProfile)
            )

    def _show_unlock(self, *, chosen: str = "", hint: str = "") -> None:
        self._answers = None
        self._chosen = chosen or self._chosen
        card = UnlockCard(
            self._entries, chosen=self._chosen, tries=self._tries, locked_line=self._line, hint=hint
        )
        card.unlock_requested.connect(self._on_unlock)
        card.recovery_requested.connect(self._show_recovery)
        card.restore_requested.connect(self._on_restore)
        card.lost_laptop_requested.connect(self._show_lost_laptop)
        card.profile_chosen.connect(self._on_profile_chosen)
        new = quiet_button(self.tr("New profile"), icon="plus", muted=True)
        demo = quiet_button(self.tr("Look at the demo year"), icon="book", muted=True)
        restore = quiet_button(self.tr("Put a back-up back"), icon="restore", muted=True)
        new.clicked.connect(self._on_new)
        demo.clicked.connect(self._on_demo)
        restore.clicked.connect(self._on_restore)
        self._show(card, below=LinkRow([new, demo, restore], spread=False))
        self._read_last_backup()
        card.focus_first()

    def _on_profile_chosen(self, entry: ProfileEntry) -> None:
        self._chosen = entry.name
        self._read_last_backup()

    # First run and demo

    def _on_new(self) -> None:
        from wpl_desktop.ui.unlock.answers import Answers

        self.show_first_run(Answers(language=self._language))

    def _on_first_run_finished(self, answers: Answers) -> None:
        from wpl_desktop.ui.unlock import making

        page = self._first_run()
        page.set_busy(True)
        background.run(
            lambda _progress: making.make_profile(self._data_dir, answers, clock=self._clock),
            context=page,
            done=self._on_made,
            failed=self._on_first_run_failed,
        )

    def _on_first_run_failed(self, error: Exception) -> None:
        page = self._first_run()
        page.set_busy(False)
        if isinstance(error, DomainError):
            page.show_error(error)
        elif isinstance(error, EnvironmentTrouble):
            page.show_trouble(explained(error))
        else:
            raise error

    def _on_first_run_cancelled(self) -> None:
        if self._entries:
            self._show_unlock()
        else:
            self.close()

    def _first_run(self) -> FirstRun:
        return cast("FirstRun", self._card)

    def _on_demo(self) -> None:
        known = next((entry for entry in self._entries if entry.demo and entry.trouble is None), None)
        if known is not None:
            self._show_unlock(chosen=known.name)
            self.try_demo()
            return
        from wpl_desktop.ui.unlock import making

        came_from = self._answers
        wanted = came_from.language if came_from is not None else self._language
        card = WaitingCard(self.tr("The demo year"), self.tr("A made-up school year is being made for you."))
        self._show(card)

        background.run(
            lambda _progress: making.make_demo(self._data_dir, language=wanted, clock=self._clock),
            context=card,
            done=self._on_made,
            failed=lambda error: self._on_demo_failed(error, came_from),
        )

    def _on_demo_failed(self, error: Exception, came_from: Answers | None) -> None:
        if came_from is not None:
            self.show_first_run(came_from)
            self._on_first_run_failed(error)
            return
        self._show_unlock()
        if not isinstance(error, EnvironmentTrouble):
            raise error
        self._show_trouble(error)

    # Recovery, restore and the lost laptop

    def _show_recovery(self, entry: ProfileEntry) -> None:
        from wpl_desktop.ui.unlock.recovery_card import RecoveryCard

        card = RecoveryCard(entry)
        card.submitted.connect(partial(self._on_recovery, card))
        card.back_requested.connect(lambda: self._show_unlock(chosen=entry.name))
        self._show(card)
        card.focus_first()

    def _on_recovery(self, card: RecoveryCard, code: str, passphrase: str) -> None:
        entry = card.entry()
        card.set_busy(True)

        def failed(error: Exception) -> None:
            card.set_busy(False)
            if isinstance(error, DomainError):
                card.show_error(error)
            elif isinstance(error, EnvironmentTrouble):
                card.show_trouble(explained(error))
            else:
                raise error

        background.run(
            lambda _progress: profiles.unlock_with_recovery_code(
                entry.folder, code=code, new_passphrase=passphrase
            ),
            context=card,
            done=lambda key: self._on_key(entry, key),
            failed=failed,
        )

    def _on_restore(self) -> None:
        # Right after a lock the newest back-up is still being made.
        self._opening.when_free(self._show_restore)

    def _show_restore(self) -> None:
        from wpl_desktop.ui.unlock.restore_card import RestoreCard

        card = RestoreCard(self._data_dir, clock=self._clock)
        card.restored.connect(self._on_restored)
        card.back_requested.connect(self._on_restore_left)
        self._show(card)
        card.focus_first()

    def _on_restore_left(self) -> None:
        if self._answers is not None:
            self.show_first_run(self._answers)
        else:
            self._show_unlock()

    def _on_restored(self, entry: ProfileEntry, safety: Path | None, row: BackupRow) -> None:
        from wpl_desktop.ui.unlock.restore_card import when

        self._entries = profiles.profiles_in(self._data_dir)
        self._line = ""
        said = self.tr("The back-up of {moment} was put back. Use the passphrase of that moment.").format(
            moment=when(row)
        )
        if safety is not None:
            said += "\n" + self.tr("The profile as it was before is kept in {folder}").format(folder=safety)
        self._tries.succeeded(entry.name)
        self._show_unlock(chosen=entry.name, hint=said)

    def _show_lost_laptop(self) -> None:
        from wpl_desktop.ui.unlock.lost_laptop_card import LostLaptopCard

        card = LostLaptopCard(language=self._language)
        card.back_requested.connect(self._show_unlock)
        self._show(card)
        card.focus_first()

    # Internals

    def _show(self, card: QWidget, *, below: QWidget | None = None) -> None:
        """Show one card, or the first run over the whole window, and let go of the last one."""
        self._card = card
        if isinstance(card, DoorCard):
            shown: QWidget = CentredArea([card, below] if below is not None else [card])
        else:
            shown = card
        show_alone(self._stack, shown)

    def _on_painted(self) -> None:
        from wpl_desktop.ui.unlock.preload import preload

        self.painted.emit()
        background.run(
            lambda _progress: preload(), context=self, done=lambda _nothing: self._on_loaded(), failed=_raise
        )

    def _on_loaded(self) -> None:
        self._is_loaded = True
        self._read_last_backup()
        self.loaded.emit()

    def _read_last_backup(self) -> None:
        card = self.unlock_card()
        self.status.set_kept(bool(self._entries))
        if card is None or not self._is_loaded or self._opening.is_held():
            return
        name = card.entry().name
        background.run(
            lambda _progress: profiles.backups_of(self._data_dir, name),
            context=card,
            done=self._show_last_backup,
            failed=_raise,
        )

    def _show_last_backup(self, made: list[tuple[datetime, Path]]) -> None:
        self.status.set_backups(made, today=self._clock.local().date())


def _raise(error: Exception) -> None:
    raise error
