"""The question before texts of a draft are thrown away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label


class AskDialog(QDialog):
    """Asks once; Cancel is the default."""

    def __init__(self, title: str, text: str, *, action: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(theme.scaled(480))
        self.cancel = Button(self.tr("Cancel"), height=36)
        self.remove = Button(action, icon="trash", height=36)
        self._title = Label(title, role="section")
        self._text = Label(text)
        self._column = QVBoxLayout(self)
        self._assemble()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel.clicked.connect(self.reject)
        self.remove.clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # As high as the wrapped sentences need at this width.
        self.resize(self.width(), self._column.heightForWidth(self.width()))

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.scaled(12))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.remove)
        self.cancel.setDefault(True)
        margin = theme.scaled(24)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.scaled(16))
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addLayout(buttons)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
