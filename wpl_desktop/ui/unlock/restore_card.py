"""The card that puts a back-up back: choose one, see whose it is and when it was made, and do it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QWidget

from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.services import profiles
from wpl_desktop.ui import background, theme
from wpl_desktop.ui.language import clock_time, long_day
from wpl_desktop.ui.unlock.backup_rows import BackupRow, own_backups, read_file
from wpl_desktop.ui.unlock.parts import WIDE_CARD_WIDTH, DoorCard
from wpl_desktop.ui.unlock.words import explained
from wpl_desktop.ui.widgets.buttons import Button, primary_button, quiet_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.option_list import Option, OptionList

if TYPE_CHECKING:
    from wpl_desktop.domain.clock import Clock
    from wpl_desktop.services.profiles import ProfileEntry

_LIST_HEIGHT = 200


def when(row: BackupRow) -> str:
    """`Thursday 16 October 2025, 09:00`."""
    return f"{long_day(row.made_at.date())}, {clock_time(row.made_at)}"


class RestoreCard(DoorCard):
    """The back-ups of this computer, or a file from elsewhere; the profile of now is kept beside."""

    restored = Signal(object, object, object)
    back_requested = Signal()

    def __init__(self, data_dir: Path, *, clock: Clock, parent: QWidget | None = None) -> None:
        """A card that starts reading which back-ups there are.

        `restored` gives the profile, the folder of the safety copy (or None) and the row that was put back.
        """
        super().__init__("", width=WIDE_CARD_WIDTH, parent=parent)
        self.title_label.setText(self.tr("Put a back-up back"))
        self.set_subtitle(self.tr("Choose the moment you want to go back to."))
        self._data_dir = data_dir
        self._clock = clock
        self._rows: list[BackupRow] = []
        self._busy = True
        self.list = OptionList(name=self.tr("Back-ups"))
        self._area = QScrollArea()
        self._empty = muted_label("")
        self.file_button = Button(self.tr("Choose a file…"), icon="folder", height=36)
        self._chosen = Label()
        self._safe = Hint(
            self.tr(
                "The profile as it is now is not thrown away: it is kept beside your back-ups. "
                "The passphrase becomes the one of that moment."
            ),
            icon="shield",
        )
        self._trouble = MessageLine()
        self.restore_button = primary_button(self.tr("Put this back-up back"), height=40)
        self.back_button = quiet_button(self.tr("Back"), icon="chevron-left")
        self._assemble()
        self._connect()
        self._load()

    def focus_first(self) -> None:
        """Put the focus on the list, or on the file button while there is none."""
        target = self.list if self._rows else self.file_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_button.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, Button) else self.restore_button).click()
        else:
            super().keyPressEvent(event)

    # Slots

    def _on_file(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Choose a back-up"), "", self.tr("Back-ups of WPL Desktop (*.wplbackup)")
        )
        if name:
            self.read(Path(name))

    def read(self, file: Path) -> None:
        """Read whose a file from elsewhere is, and choose it when it is a back-up."""
        self._set_busy(True)
        background.run(
            lambda _progress: read_file(file),
            context=self,
            done=self._on_file_read,
            failed=self._on_failed,
        )

    def _on_file_read(self, row: BackupRow) -> None:
        self._show_rows([row, *(known for known in self._rows if known.file != row.file)], chosen=row)
        self.focus_first()

    def _on_loaded(self, rows: list[BackupRow]) -> None:
        self._show_rows(rows, chosen=rows[0] if rows else None)
        self.focus_first()

    def _on_restore(self) -> None:
        row = self._row()
        if row is None or self._busy:
            return
        self._set_busy(True)
        # Who left now would not hear that the profile was replaced.
        self.back_button.setEnabled(False)
        background.run(
            lambda _progress: profiles.put_back(self._data_dir, row.file, clock=self._clock),
            context=self,
            done=self._on_restored,
            failed=self._on_failed,
        )

    def _on_restored(self, result: tuple[ProfileEntry, Path | None]) -> None:
        entry, safety = result
        self.restored.emit(entry, safety, self._row())

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.back_button.setEnabled(True)
        if not isinstance(error, EnvironmentTrouble):
            raise error
        self._trouble.set_text(explained(error))
        self._trouble.show()

    # Internals

    def _assemble(self) -> None:
        self._area.setWidget(self.list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty.setText(self.tr("Looking for back-ups…"))
        gap = theme.scaled(12)
        self._chosen.hide()
        self._trouble.hide()
        self._area.hide()
        for widget in (self._empty, self._area, self.file_button):
            self.body.addWidget(widget)
            self.body.addSpacing(theme.scaled(8))
        self.body.setAlignment(self.file_button, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(theme.scaled(8))
        for widget in (self._chosen, self._safe, self._trouble, self.restore_button):
            self.body.addWidget(widget)
            self.body.addSpacing(gap)
        self.add_links([self.back_button])

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.file_button.clicked.connect(self._on_file)
        self.restore_button.clicked.connect(self._on_restore)
        self.back_button.clicked.connect(self.back_requested)

    def _load(self) -> None:
        self._set_busy(True)
        background.run(
            lambda _progress: own_backups(self._data_dir),
            context=self,
            done=self._on_loaded,
            failed=self._on_failed,
        )

    def _show_rows(self, rows: Sequence[BackupRow], *, chosen: BackupRow | None) -> None:
        self._rows = list(rows)
        self.list.set_options(
            [
                Option(
                    value=row.file,
                    title=when(row),
                    subtitle=", ".join(part for part in (row.owner, row.place) if part),
                )
                for row in self._rows
            ],
            value=chosen.file if chosen is not None else None,
        )
        wanted = self.list.sizeHint().height()
        self._area.setFixedHeight(min(wanted, theme.scaled(_LIST_HEIGHT)))
        self._area.setVisible(bool(self._rows))
        self._empty.setText(
            self.tr(
                "There are no back-ups on this computer. Choose a file, for instance on a USB stick of the school."
            )
        )
        self._empty.setVisible(not self._rows)
        self._area.verticalScrollBar().setValue(0)
        self._set_busy(False)
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self._row()
        self._trouble.hide()
        self._chosen.setVisible(row is not None)
        self._safe.setVisible(row is not None)
        if row is not None:
            self._chosen.setText(
                self.tr("The back-up of {name}, made on {moment}.").format(name=row.owner, moment=when(row))
                if row.owner
                else self.tr("This back-up cannot be read.")
            )
        self.restore_button.setEnabled(row is not None and not self._busy)

    def _row(self) -> BackupRow | None:
        return next((row for row in self._rows if row.file == self.list.value()), None)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if busy:
            self._trouble.hide()
        self.restore_button.setEnabled(not busy and self._row() is not None)
        self.file_button.setEnabled(not busy)
        self.list.setEnabled(not busy)
