"""The frame of a question that is asked before something is taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label


class QuestionDialog(QDialog):
    """Asks once and is gone after that; Cancel is the default."""

    def __init__(self, heading: str, text: str, *, action: str, cancel: str, parent: QWidget | None) -> None:
        """A question.

        Args:
            heading: what it is about; the title of the window too.
            text: what will happen.
            action: the button that does it.
            cancel: the button that does nothing.
            parent: what the dialog belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setFixedWidth(theme.scaled(480))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = Label(heading, role="section")
        self._text = Label(text)
        self.cancel = Button(cancel, height=36)
        self.remove = Button(action, icon="trash", height=36)
        self._column = QVBoxLayout(self)
        self._assemble()
        self.cancel.clicked.connect(self.reject)
        self.remove.clicked.connect(self.accept)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # As high as the wrapped sentences need at this width.
        self.resize(self.width(), self._column.heightForWidth(self.width()))

    # Internals

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
        self._column.addWidget(self.heading)
        self._column.addWidget(self._text)
        self._column.addLayout(buttons)
        # Enter presses the button that has the focus; before anybody moves it, that is Cancel.
        for button in (self.cancel, self.remove):
            button.setAutoDefault(True)
        self.cancel.setDefault(True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
