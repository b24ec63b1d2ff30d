"""The question before something is removed for good: nothing brings it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label


class RemoveDialog(QDialog):
    """Asks once; Cancel is the default."""

    def __init__(self, what: str, *, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove for good"))
        self.setFixedWidth(theme.scaled(480))
        self.what = Label(what, role="section")
        self._text = Label(
            self.tr(
                "After this it cannot be put back any more. It goes from this profile at once; in back-ups it stays "
                "until they are too old to be kept."
            )
        )
        self.cancel = Button(self.tr("Cancel"), height=36)
        self.remove = Button(self.tr("Remove for good"), icon="trash", height=36)
        self._column = QVBoxLayout(self)
        self._assemble()
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
        margin = theme.scaled(24)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.scaled(16))
        # Qt's own smallest height supposes narrower sentences than these.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self.what)
        self._column.addWidget(self._text)
        self._column.addLayout(buttons)
        # Enter presses the button that has the focus; before anybody moves it, that is Cancel.
        for button in (self.cancel, self.remove):
            button.setAutoDefault(True)
        self.cancel.setDefault(True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
