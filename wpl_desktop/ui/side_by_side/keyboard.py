"""The keyboard of the trialogue: who listens to which key, and what the page is asked for."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Mark, Perspective
from wpl_desktop.ui.side_by_side.agreed import AgreedBlock
from wpl_desktop.ui.side_by_side.keys import STEPS, Command, Commands, command_of
from wpl_desktop.ui.side_by_side.list import CriteriaList


class TalkKeyboard(QObject):
    """Turns keys into requests. Levels and letters count on the list and on the levels, never on another button."""

    step_requested = Signal(int)
    strand_requested = Signal(Strand)
    mark_requested = Signal(Mark)
    difference_requested = Signal()
    agree_requested = Signal(Perspective)
    #: Out of what one is typing, back to the criterion.
    criterion_requested = Signal()
    #: From the criterion to the words about it.
    words_requested = Signal()
    #: The keyboard left something: what was typed there goes to the disk.
    left = Signal()

    def __init__(self, page: QWidget, *, criteria: CriteriaList, block: AgreedBlock) -> None:
        super().__init__(page)
        self._page = page
        self._criteria = criteria
        self._block = block
        self._open = False
        self._locked = False

    def set_state(self, *, is_open: bool, locked: bool) -> None:
        """Whether there is a talk at all, and whether something may still be agreed in it."""
        self._open, self._locked = is_open, locked

    def watch(self, *widgets: QWidget) -> None:
        """Hear the keys of these before they do."""
        for widget in widgets:
            widget.installEventFilter(self)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; in a text only Escape is no text."""
        if not self._open:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.criterion_requested.emit()
            return True
        focused = cast("QWidget | None", self._page.window().focusWidget())
        command = None if isinstance(focused, QPlainTextEdit) else command_of(event)
        if command is None or not (command.is_way or self._listens(focused)):
            return False
        self._obey(command)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key is Qt.Key.Key_Tab and watched in self._criteria.rows():
                self.words_requested.emit()
                return True
            if key in STEPS:
                # Buttons would move the keyboard among themselves.
                return self.take(event)
        elif event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _listens(self, focused: QWidget | None) -> bool:
        """On a button a letter is a slip: only the list and the levels take one."""
        places = (self._page, self._criteria, self._block.picker, *self._criteria.rows())
        return focused is None or focused in places

    def _obey(self, command: Command) -> None:
        if command.kind is Commands.STEP:
            self.step_requested.emit(command.step)
        elif command.strand is not None:
            self.strand_requested.emit(command.strand)
        elif self._locked:
            return
        elif command.kind is Commands.CLEAR:
            self.mark_requested.emit(NOT_YET_SCORED)
        elif command.kind is Commands.DIFFERENCE:
            self.difference_requested.emit()
        elif command.perspective is not None:
            self.agree_requested.emit(command.perspective)
        elif self._block.offers(command.mark):
            self.mark_requested.emit(command.mark)
