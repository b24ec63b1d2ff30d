"""What the program is, under which licences, and where its log is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from wpl_desktop import __version__
from wpl_desktop.ui import theme
from wpl_desktop.ui.settings.place_row import PlaceRow
from wpl_desktop.ui.settings.section import Section
from wpl_desktop.ui.widgets.labels import Label, muted_label

# Names of fonts and licences are the same in every language.
_LICENCE: Final = "MIT"
_FONTS: Final = (
    "Noto Sans, Noto Sans Arabic (SIL Open Font License 1.1)",
    "DejaVu Sans (Bitstream Vera)",
    "Droid Sans Fallback (Apache License 2.0)",
)


class AboutSection(Section):
    """Only facts; nothing can be set here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About WPL Desktop"), icon="info", parent=parent)
        self.log = PlaceRow(self.tr("The log, which holds nothing of what you typed"))
        facts = QGridLayout()
        facts.setHorizontalSpacing(theme.scaled(24))
        facts.setVerticalSpacing(theme.scaled(8))
        facts.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(
            (
                (self.tr("Version"), __version__),
                (self.tr("Licence"), _LICENCE),
                (self.tr("Fonts"), "\n".join(_FONTS)),
            )
        ):
            facts.addWidget(muted_label(name), row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(Label(value, role="secondary"), row, 1)
        self.column.addLayout(facts)
        self.column.addWidget(self.log)

    def set_log(self, file: Path) -> None:
        """Say where the log is."""
        self.log.set_path(file, folder=file.parent)
