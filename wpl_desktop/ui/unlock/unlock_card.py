"""The card that opens a profile: who you are, your passphrase, and the ways out when that does not work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.errors import refused
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.parts import DoorCard
from wpl_desktop.ui.unlock.words import explained, initials
from wpl_desktop.ui.widgets.buttons import Button, primary_button, quiet_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from wpl_desktop.services.profiles import ProfileEntry
    from wpl_desktop.ui.unlock.tries import Tries

_FIELD_AND_SENTENCE = 64


class UnlockCard(DoorCard):
    """Profiles, a passphrase and one button; errors stand under the field and change nothing else."""

    unlock_requested = Signal(object, str)
    recovery_requested = Signal(object)
    restore_requested = Signal()
    lost_laptop_requested = Signal()
    profile_chosen = Signal(object)

    def __init__(
        self,
        entries: Sequence[ProfileEntry],
        *,
        chosen: str,
        tries: Tries,
        locked_line: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """A card for at least one profile.

        Args:
            entries: the profiles from top to bottom.
            chosen: the name of the one that is chosen first; the first one when there is none with this name.
            tries: counts wrong passphrases.
            locked_line: what stands under the title instead of the invitation.
            hint: something to mind, above the profiles.
        """
        super().__init__(_title(), subtitle=locked_line, parent=parent)
        self._entries = {entry.name: entry for entry in entries}
        self._tries = tries
        self._trouble = Hint("", icon="warning")
        self._restore = Button(self.tr("Put a back-up back"), icon="restore", height=36)
        self._hint = Hint(hint)
        self._picker = OptionList([_option(entry) for entry in entries], name=self.tr("Profile"))
        self._passphrase_label = Label(role="button")
        self.passphrase = PassphraseField(name="")
        self._demo_line = Label(
            self.tr("The demo year is made up. It opens without a passphrase."), tone="muted"
        )
        self.unlock_button = primary_button("", height=40)
        self.recovery_button = quiet_button(self.tr("Use the recovery sheet"), icon="key")
        self.lost_button = quiet_button(self.tr("Laptop lost?"), icon="laptop")
        self._countdown = QTimer(self)
        self._countdown.setInterval(500)
        self._long_wait = QTimer(self)
        self._long_wait.setSingleShot(True)
        self._long_wait.setInterval(500)
        self._busy = False
        self._demo_refused = False
        if not locked_line:
            self.set_subtitle(
                self.tr("Choose your profile and type your passphrase.")
                if len(entries) > 1
                else self.tr("Type your passphrase.")
            )
        self._assemble()
        self._connect()
        self._picker.set_value(chosen if chosen in self._entries else entries[0].name)
        self._show_entry()

    # What the window asks and tells

    def entry(self) -> ProfileEntry:
        """The chosen profile."""
        return self._entries[str(self._picker.value())]

    def focus_first(self) -> None:
        """Put the focus where one goes on: the passphrase, or the button when none is asked."""
        if not self.passphrase.isHidden():
            self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.unlock_button.isHidden():
            self.unlock_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While a passphrase is tried nothing else can be asked."""
        self._busy = busy
        self.passphrase.line.setReadOnly(busy)
        # A try takes a fifth of a second: only what takes longer is worth a word.
        if busy:
            self._long_wait.start()
        else:
            self._long_wait.stop()
            self._show_button()

    def refuse(self) -> None:
        """Say that the passphrase was wrong, and nothing else; the field keeps the focus, all selected."""
        if self.entry().demo:
            self._demo_refused = True
            self._show_entry()
        self._show_refusal()
        self.focus_first()
        self.passphrase.line.selectAll()

    def show_trouble(self, text: str, *, can_restore: bool) -> None:
        """Say that something around the program is in the way of this profile."""
        self._trouble.set_text(text)
        self._trouble.show()
        self._restore.setVisible(can_restore)
        self.focus_first()
        self.passphrase.line.selectAll()

    def set_hint(self, text: str) -> None:
        """Say something to mind above the profiles."""
        self._hint.set_text(text)
        self._hint.setVisible(bool(text))

    def hint(self) -> str:
        """What there is to mind, if anything."""
        return self._hint.text()

    # Slots

    def _on_submit(self) -> None:
        if self._busy or self.entry().trouble is not None:
            return
        if self._is_open_demo():
            self.unlock_requested.emit(self.entry(), "")
        elif self._tries.seconds_left(self.entry().name):
            self._show_refusal()
            self.passphrase.line.selectAll()
        elif not self.passphrase.text():
            self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.unlock_requested.emit(self.entry(), self.passphrase.text())

    def _on_chosen(self) -> None:
        self.passphrase.clear()
        self._demo_refused = False
        self._show_entry()
        self.profile_chosen.emit(self.entry())

    def _on_typed(self) -> None:
        # The sentence goes when one types anew, except while there is still something to wait for.
        if not self._tries.seconds_left(self.entry().name):
            self.passphrase.set_error(None)

    # Internals

    def _assemble(self) -> None:
        below = theme.scaled(16)
        self._hint.setVisible(bool(self._hint.text()))
        self._trouble.hide()
        # Room for one sentence under the field, so that nothing moves when it appears.
        self.passphrase.setMinimumHeight(theme.scaled(_FIELD_AND_SENTENCE))
        inside = self.passphrase.layout()
        if inside is not None:
            inside.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(below)
        column.addWidget(self._hint)
        column.addWidget(self._picker)
        column.addWidget(self._trouble)
        column.addWidget(self._restore)
        self.body.addLayout(column)
        self.body.addSpacing(theme.scaled(20))
        self.body.addWidget(self._passphrase_label)
        self.body.addSpacing(theme.scaled(6))
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self._demo_line)
        self.body.addSpacing(theme.scaled(12))
        self.body.addWidget(self.unlock_button)
        self.body.addSpacing(below)
        self.add_links([self.recovery_button, self.lost_button])
        for first, second in zip(
            (self._picker, self._restore, self.passphrase.line, self.passphrase.toggle, self.unlock_button),
            (
                self._restore,
                self.passphrase.line,
                self.passphrase.toggle,
                self.unlock_button,
                self.recovery_button,
            ),
            strict=True,
        ):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._picker.chosen.connect(self._on_chosen)
        self.passphrase.submitted.connect(self._on_submit)
        self.passphrase.text_changed.connect(self._on_typed)
        self.unlock_button.clicked.connect(self._on_submit)
        self.recovery_button.clicked.connect(lambda: self.recovery_requested.emit(self.entry()))
        self.lost_button.clicked.connect(self.lost_laptop_requested)
        self._restore.clicked.connect(self.restore_requested)
        self._countdown.timeout.connect(self._show_refusal)
        self._long_wait.timeout.connect(self._show_button)

    def _show_entry(self) -> None:
        entry = self.entry()
        asks = entry.trouble is None and not self._is_open_demo()
        self._trouble.setVisible(entry.trouble is not None)
        self._restore.setVisible(entry.trouble is not None)
        if entry.trouble is not None:
            self._trouble.set_text(explained(entry.trouble))
        label = self.tr("Passphrase of {name}").format(name=entry.owner)
        self._passphrase_label.setText(label)
        self._passphrase_label.setBuddy(self.passphrase.line)
        self.passphrase.line.setAccessibleName(label)
        self._passphrase_label.setVisible(asks)
        self.passphrase.setVisible(asks)
        self._demo_line.setVisible(self._is_open_demo())
        self.unlock_button.setVisible(entry.trouble is None)
        self.recovery_button.setVisible(asks)
        self._countdown.stop()
        self.passphrase.set_error(None)
        if asks and self._tries.seconds_left(entry.name):
            self._show_refusal()
        self._show_button()

    def _show_refusal(self) -> None:
        seconds = self._tries.seconds_left(self.entry().name)
        text = explained(refused("wrong_passphrase"))
        if seconds:
            text = self.tr("This is not the right passphrase. Try again in {seconds} seconds.").format(
                seconds=seconds
            )
            self._countdown.start()
        else:
            self._countdown.stop()
        self.passphrase.set_error(text)
        self._show_button()

    def _show_button(self) -> None:
        waits = bool(self._tries.seconds_left(self.entry().name)) and not self._is_open_demo()
        self.unlock_button.set_available(
            not self._busy and not waits, reason=self.tr("Wait before the next try.") if waits else ""
        )
        if self._busy:
            self.unlock_button.setText(self.tr("One moment…"))
        else:
            self.unlock_button.setText(
                self.tr("Open the demo year") if self._is_open_demo() else self.tr("Unlock")
            )

    def _is_open_demo(self) -> bool:
        return self.entry().demo and not self._demo_refused


def _title() -> str:
    return "WPL Desktop"


def _option(entry: ProfileEntry) -> Option:
    if entry.trouble is not None and not entry.owner:
        return Option(value=entry.name, title=entry.name, subtitle=_unreadable(), initials="?")
    return Option(
        value=entry.name,
        title=entry.owner,
        subtitle=_demo_place(entry.place) if entry.demo else entry.place,
        initials=initials(entry.owner),
    )


def _unreadable() -> str:
    return QCoreApplication.translate("UnlockCard", "Cannot be opened")


def _demo_place(place: str) -> str:
    return QCoreApplication.translate("UnlockCard", "{place}, demo").format(place=place)
