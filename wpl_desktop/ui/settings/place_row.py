"""Where something lies on this computer: a path that can be copied, and a button that shows the folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.fields import Field


class PlaceRow(QWidget):
    """A path that is read and copied, never changed."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.button = IconButton("folder", name=self.tr("Open the folder"), kind="plain")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(8))
        row.addWidget(Field(label, self.line), 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self.button.clicked.connect(self._on_clicked)

    def set_path(self, path: Path, *, folder: Path) -> None:
        """Show `path`; the button shows `folder`, once there is one."""
        self._folder = folder
        self.line.setText(str(path))
        self.line.setCursorPosition(0)
        self.button.set_available(folder.is_dir(), reason=self.tr("This folder is made when it is needed."))
        self.button.setToolTip(self.button.toolTip() or self.tr("Open the folder"))

    def _on_clicked(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
