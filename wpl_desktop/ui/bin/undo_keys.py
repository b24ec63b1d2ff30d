"""Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y in the window: the last action, unless a field takes back what was typed in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import translate, words

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

_UNDO = QKeySequence("Ctrl+Z")
_REDO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


class UndoKeys(QObject):
    """Takes back and does again; says in the status line what, and nothing louder."""

    # The words, the icon before them, and whether they ask for attention.
    said = Signal(str, str, bool)

    def __init__(self, window: QWidget, *, services: object, flush: Callable[[], bool]) -> None:
        """Listen to the keys of a window.

        Args:
            window: whose keys.
            services: the services of the profile.
            flush: has the page on screen keep what is being typed; False when it could not.
        """
        super().__init__(window)
        self._services = services
        self._flush = flush
        self._field: QWidget | None = None
        QShortcut(_UNDO, window).activated.connect(self.undo)
        for keys in _REDO:
            QShortcut(keys, window).activated.connect(self.redo)
        application = cast("QApplication", QApplication.instance())
        application.focusChanged.connect(self._on_focus)

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if pressed == _UNDO:
            of_the_field = _can(watched, redo=False)
        elif pressed in _REDO:
            of_the_field = _can(watched, redo=True)
        else:
            return False
        if not of_the_field:
            # A field claims the key also when it has nothing to take back; then it is the window's.
            event.ignore()
        return not of_the_field

    # Slots

    def undo(self) -> None:
        """Take back the last action."""
        self._run(redo=False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._run(redo=True)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A dialog that closes takes its field with it, and the focus moves while that happens.
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = new if isinstance(new, QLineEdit | QPlainTextEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    # Internals

    def _run(self, *, redo: bool) -> None:
        # Needs the records of the profile, which the unlock window is painted without.
        from wpl_desktop.texts import error_message, step_name

        if joint_screen.is_on():
            # It might be about somebody else than who is looking along.
            self.said.emit(self.tr("No undo on a shared screen"), "info", False)
            return
        if not self._flush():
            return
        history = cast("Services", self._services).history
        try:
            step = history.redo() if redo else history.undo()
        except (DomainError, EnvironmentTrouble) as error:
            self.said.emit(error_message(error, translate), "warning", True)
            return
        if step is None:
            nothing = self.tr("Nothing to do again") if redo else self.tr("Nothing to undo")
            self.said.emit(nothing, "info", False)
            return
        sentence = self.tr("Done again: {what}") if redo else self.tr("Undone: {what}")
        what = step_name(step, translate, words())
        self.said.emit(sentence.format(what=what), "undo", False)


def _can(field: QObject, *, redo: bool) -> bool:
    """Whether a field has something of its own to take back or do again."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() if redo else field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit) and not field.isReadOnly():
        document = field.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()
    return False
