"""The settings: one page of parts below each other, in which everything saves itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.paths import DataDir
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.settings.about_section import AboutSection
from wpl_desktop.ui.settings.backup_section import BackupSection
from wpl_desktop.ui.settings.bin_section import BinSection
from wpl_desktop.ui.settings.criteria_section import CriteriaSection
from wpl_desktop.ui.settings.demo_section import DemoSection
from wpl_desktop.ui.settings.key_section import KeySection
from wpl_desktop.ui.settings.look_section import LockSection, LookSection
from wpl_desktop.ui.settings.profile_sections import PrivacySection, TextSection, YouSection
from wpl_desktop.ui.settings.reminder_section import ReminderSection
from wpl_desktop.ui.settings.section import SectionLinks
from wpl_desktop.ui.settings.year_section import YearSection
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.content import PAGE_MARGIN, ContentArea, side_margin

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.profile import ProfileValues

COLUMN_WIDTH: Final = 782
# Texts are kept within two seconds after the first change that was not kept yet.
AUTOSAVE_MILLISECONDS: Final = 1500
_GAP: Final = 24
SCHEME_KEY: Final = "scheme"


class SettingsPage(Page):
    """What is typed is kept within two seconds and when a field is left; what is chosen, at once."""

    shows: ClassVar[frozenset[str]] = frozenset({"Profile", "Person", "Organisation", "CriteriaSet"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: ProfileValues | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MILLISECONDS)
        self.trouble = Hint("", icon="warning")
        self.you = YouSection()
        self.privacy = PrivacySection()
        self.look = LookSection()
        self.locking = LockSection()
        self.reminders = ReminderSection()
        self.year = YearSection()
        self.criteria = CriteriaSection()
        self.key = KeySection()
        self.backups = BackupSection()
        self.bin = BinSection()
        self.demo = DemoSection()
        self.about = AboutSection()
        self._sections = (
            self.you, self.privacy, self.look, self.locking, self.reminders, self.year, self.criteria,
            self.key, self.backups, self.bin, self.demo, self.about,
        )  # fmt: skip
        self._area = QScrollArea()
        self._assemble()
        self._connect()

    # What the frame asks

    def title(self) -> str:
        """The title in the top bar."""
        return self.tr("Settings")

    def subtitle(self) -> str:
        """Why there is no button to save."""
        return self.tr("Everything here saves itself")

    def refresh(self) -> None:
        """Show the profile as it is kept; what is being typed is kept first."""
        if self._timer.isActive():
            self._keep()
        services = self._bundle()
        values = services.profile.values()
        self._kept = values
        for section in (self.you, self.privacy, self.look, self.locking):
            section.show_values(values)
        self.reminders.show_services(services)
        self.criteria.show_services(services)
        self.key.show_services(services, demo=values.demo)
        self.backups.show_services(services)
        self.demo.start_over()
        self.demo.setVisible(values.demo)
        self.links.set_shown(self.demo, values.demo)
        self.about.set_log(DataDir.around(services.folder).log_file)

    def flush(self) -> bool:
        """Keep what is being typed; False when a part of it could not be kept."""
        return self._keep()

    def focus_first(self) -> None:
        """Start with the name."""
        self.you.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = side_margin(self.width())
        left = margin + theme.scaled(COLUMN_WIDTH + _GAP)
        size = self.links.sizeHint()
        self.links.setGeometry(left, theme.scaled(PAGE_MARGIN), size.width(), size.height())
        self.links.setVisible(left + size.width() + margin <= self.width())

    # Slots

    def _on_link(self, section: object) -> None:
        """Bring a part to the top, and the keyboard to its first field."""
        for candidate in self._sections:
            if candidate is section:
                self._area.verticalScrollBar().setValue(candidate.y() - theme.scaled(PAGE_MARGIN))
                first = next(
                    (
                        widget
                        for widget in candidate.findChildren(QWidget)
                        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
                    ),
                    None,
                )
                if first is not None and first.isEnabled():
                    first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_bin(self) -> None:
        self.open_requested.emit("bin", {})

    def _on_year(self) -> None:
        self.open_requested.emit("school_year", {})

    def _on_criteria(self) -> None:
        self.open_requested.emit("criteria", {})

    def _on_reminders(self, minutes: object) -> None:
        try:
            self._bundle().reminders.set_minutes(cast("int", minutes), origin=self)
        except EnvironmentTrouble as error:
            self.trouble.set_text(error_message(error, translate))
            self.trouble.show()
        else:
            self.saved.emit()

    def _on_scheme(self, scheme: str) -> None:
        self.remember_requested.emit(SCHEME_KEY, scheme)

    def _keep(self) -> bool:
        """Keep what stands in the fields; a value that is refused keeps nothing else from being kept."""
        self._timer.stop()
        if self._kept is None:
            return True
        wanted = self._wanted(self._kept)
        refused: dict[str, str] = {}
        trouble = ""
        while wanted != self._kept and not trouble:
            try:
                self._bundle().profile.change(wanted, origin=self)
            except DomainError as error:
                message = error_message(error, translate)
                if error.field in refused or error.field not in self.you.names:
                    trouble = message
                else:
                    refused[error.field] = message
                    wanted = replace(wanted, **{error.field: getattr(self._kept, error.field)})
            except EnvironmentTrouble as error:
                trouble = error_message(error, translate)
            else:
                self._kept = wanted
                self.saved.emit()
        for name in self.you.names:
            self.you.show_error(name, refused.get(name))
        self.trouble.set_text(trouble)
        self.trouble.setVisible(bool(trouble))
        return not refused and not trouble

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _wanted(self, values: ProfileValues) -> ProfileValues:
        for section in (self.you, self.privacy, self.look, self.locking):
            values = section.merged(values)
        return values

    def _assemble(self) -> None:
        content = ContentArea()
        # Else the smallest height is that of the narrowest page, in which every label wraps.
        content.setMinimumHeight(1)
        column = QVBoxLayout()
        column.setSpacing(theme.scaled(16))
        for widget in (self.trouble, *self._sections):
            widget.setMaximumWidth(theme.scaled(COLUMN_WIDTH))
            column.addWidget(widget)
        self.trouble.hide()
        row = QHBoxLayout()
        row.addLayout(column, 1000)
        row.addStretch(1)
        content.body.addLayout(row)
        content.body.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        # Beside the column and above the scrolled area: it stays where it is.
        self.links = SectionLinks(self._sections, self)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._keep)
        texts: tuple[TextSection, ...] = (self.you, self.privacy)
        for section in texts:
            section.typed.connect(self._on_typed)
            section.left.connect(self._keep)
        self.look.chosen.connect(self._keep)
        self.locking.chosen.connect(self._keep)
        self.reminders.chosen.connect(self._on_reminders)
        self.look.scheme_chosen.connect(self._on_scheme)
        self.look.lock_requested.connect(self.lock_requested)
        self.backups.backed_up.connect(self.backed_up)
        self.bin.bin_requested.connect(self._on_bin)
        self.year.year_requested.connect(self._on_year)
        self.criteria.criteria_requested.connect(self._on_criteria)
        self.demo.removal_requested.connect(self.demo_removal_requested)
        self.links.chosen.connect(self._on_link)
