"""When the last back-up was made, where they lie, one now, and one elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.texts import error_message
from wpl_desktop.ui import background, errors
from wpl_desktop.ui.language import translate, when
from wpl_desktop.ui.settings.place_row import PlaceRow
from wpl_desktop.ui.settings.section import ButtonRow, ResultLine, Section
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label, muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


class BackupSection(Section):
    """Writing a back-up takes a moment: it runs outside the thread of the window."""

    backed_up = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Back-ups"), icon="disk", parent=parent)
        self._services: Services | None = None
        self._is_busy = False
        self.last = Label(role="strong")
        self._kept = muted_label("")
        self.place = PlaceRow(self.tr("They lie on this computer, encrypted, in"))
        self.now_button = Button(self.tr("Make a back-up now"), icon="disk")
        self.elsewhere_button = Button(self.tr("Save a back-up elsewhere…"), icon="folder")
        self.result = ResultLine()
        self.column.addWidget(self.last)
        self.column.addWidget(self._kept)
        self.column.addWidget(self.place)
        self.column.addWidget(ButtonRow((self.now_button, self.elsewhere_button)))
        self.column.addWidget(self.result)
        self.now_button.clicked.connect(self._on_now)
        self.elsewhere_button.clicked.connect(self._on_elsewhere)

    def show_services(self, services: Services) -> None:
        """Work on this profile, and show how its back-ups stand."""
        self._services = services
        days, weeks = services.backups_kept()
        self._kept.setText(
            self.tr(
                "One is made whenever the program locks or closes. The last one of each day stays for {days} days, "
                "the last one of each week for {weeks} weeks."
            ).format(days=days, weeks=weeks)
        )
        self.last.setText(last_backup_words(services.last_backup_at(), today=services.clock.local().date()))
        self.place.set_path(services.backups, folder=services.backups)

    def save_elsewhere(self, target: Path) -> None:
        """Write a back-up into a file of the user's choice."""
        services = self._services
        if services is not None:
            self._run(
                lambda: services.back_up(target),
                done=lambda: self.result.show_done(
                    self.tr("Saved and checked: {file}. It opens with the passphrase of now.").format(
                        file=target.name
                    )
                ),
            )

    # Slots

    def _on_now(self) -> None:
        services = self._services
        if services is not None:
            self._run(services.back_up, done=self._on_made)

    def _on_made(self) -> None:
        services = self._services
        if services is not None:
            self.show_services(services)
            self.result.show_done(self.tr("The back-up is made and checked."))
            self.backed_up.emit(services.last_backup_at())

    def _on_elsewhere(self) -> None:
        if self._services is None:
            return
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Save a back-up"),
            self._services.proposed_backup_name(),
            self.tr("Back-ups of WPL Desktop (*.wplbackup)"),
        )
        if chosen:
            self.save_elsewhere(Path(chosen))

    # Internals

    def _run(self, task: Callable[[], object], *, done: Callable[[], None]) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self.result.show_busy(self.tr("Making a back-up…"))

        def finished(_file: object) -> None:
            self._is_busy = False
            done()

        background.run(lambda _progress: task(), context=self, done=finished, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, EnvironmentTrouble):
            self.result.show_trouble(error_message(error, translate))
        else:
            errors.write_log(errors.describe(type(error), error.__traceback__))
            self.result.show_trouble(
                self.tr("No back-up could be made. Everything you typed is kept in the program.")
            )


def last_backup_words(made_at: datetime | None, *, today: date) -> str:
    """When the newest back-up was made, in words; the moment is local."""
    if made_at is None:
        return translate("BackupSection", "There is no back-up yet.")
    return translate("BackupSection", "Last back-up {when}").format(when=when(made_at, today=today))
