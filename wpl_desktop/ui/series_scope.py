"""Asks how much of a series a change means: this talk, this one and later ones, or all that are still planned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.series import Scope
from wpl_desktop.texts_talks import scope_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label


def ask_scope(parent: QWidget | None, scopes: Sequence[Scope], *, verb: str) -> Scope | None:
    """How much of a series is meant; None when the user thinks better of it.

    `verb` heads the question as words on a button do (*Move conversation*). Asks nothing when there is one scope only.
    """
    if len(scopes) == 1:
        return scopes[0]
    dialog = ScopeDialog(scopes, verb=verb, parent=parent)
    dialog.exec()
    scope = dialog.scope
    dialog.deleteLater()
    return scope


class ScopeDialog(QDialog):
    """One button for each scope, the smallest first and in focus; the arrows and digits choose too."""

    def __init__(self, scopes: Sequence[Scope], *, verb: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(verb)
        self.setFixedWidth(theme.scaled(440))
        self.scope: Scope | None = None
        self._scopes = list(scopes)
        self.buttons = [Button(scope_name(scope, translate), height=40) for scope in scopes]
        self.cancel = Button(QCoreApplication.translate("ScopeDialog", "Cancel"), kind="quiet", height=36)
        self._column = QVBoxLayout(self)
        self._assemble()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.width(), self._column.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; the arrows go through the buttons."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        stops = [*self.buttons, self.cancel]
        if step:
            at = next((number for number, button in enumerate(stops) if button.hasFocus()), 0)
            stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.buttons):
            self._choose(number)
            return
        super().keyPressEvent(event)

    # Internals

    def _assemble(self) -> None:
        margin = theme.scaled(24)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.scaled(8))
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(Label(self.tr("This conversation comes back"), role="section"))
        self._column.addWidget(
            Label(self.tr("Which ones do you mean? What was held stays as it is."), role="secondary")
        )
        self._column.addSpacing(theme.scaled(4))
        for number, button in enumerate(self.buttons):
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, number=number: self._choose(number))
            self._column.addWidget(button)
        self.cancel.setAutoDefault(True)
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        self._column.addLayout(row)
        self.buttons[0].setDefault(True)
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, number: int) -> None:
        self.scope = self._scopes[number]
        self.accept()
