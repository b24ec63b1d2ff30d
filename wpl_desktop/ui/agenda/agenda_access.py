"""What screen readers hear of the painted views of the agenda: one entry for each talk or day."""

from __future__ import annotations

from typing import Final, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget
from shiboken6 import isValid

from wpl_desktop.ui.widgets.painted_part import NOTHING, PaintedPart, state_of

_installed: list[bool] = []


@runtime_checkable
class Spoken(Protocol):
    """What a painted view tells about itself."""

    def spoken_count(self) -> int:
        """How many entries there are."""
        ...

    def spoken(self, number: int) -> str:
        """An entry in words."""
        ...

    def spoken_rect(self, number: int) -> QRectF:
        """Where an entry is on the viewport; empty when it is not there."""
        ...

    def spoken_current(self) -> int | None:
        """The number of the entry under the cursor."""
        ...

    def cursor_words(self) -> str:
        """What the cursor stands on, an empty place too."""
        ...


def install() -> None:
    """Teach Qt to describe these views entry by entry; does its work once."""
    if not _installed:
        _installed.append(True)

        def describe(key: str, thing: QObject) -> QAccessibleInterface | None:
            del key
            if isinstance(thing, QAbstractScrollArea) and isinstance(thing, Spoken):
                return _ViewInterface(cast(QAbstractScrollArea, thing))
            return None

        QAccessible.installFactory(describe)


def tell(view: QAbstractScrollArea) -> None:
    """Say what the cursor of a view stands on now."""
    if QAccessible.isActive() and isinstance(view, Spoken) and view.hasFocus():
        number = view.spoken_current()
        if number is not None:
            event = QAccessibleEvent(view, QAccessible.Event.Focus)
            event.setChild(number)
            QAccessible.updateAccessibility(event)
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, view.cursor_words()))


class _ViewInterface(QAccessibleWidget):
    """The view: a list of entries."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._entries: Final[dict[int, _EntryInterface]] = {}

    def childCount(self) -> int:
        return cast(Spoken, self._view).spoken_count() if isValid(self._view) else 0

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return NOTHING
        if index not in self._entries:
            self._entries[index] = _EntryInterface(self._view, index)
        return self._entries[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, _EntryInterface) else -1

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        if isValid(self._view) and self._view.hasFocus():
            number = cast(Spoken, self._view).spoken_current()
            if number is not None:
                return self.child(number)
        return NOTHING


class _EntryInterface(PaintedPart):
    """One entry."""

    def __init__(self, view: QAbstractScrollArea, number: int) -> None:
        super().__init__(view, number)
        self._view = view

    def words(self) -> str:
        return cast(Spoken, self._view).spoken(self.number)

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return super().isValid() and self.number < cast(Spoken, self._view).spoken_count()

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        box = cast(Spoken, self._view).spoken_rect(self.number).toRect()
        return box.translated(self._view.viewport().mapToGlobal(QPoint(0, 0)))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        if not self.isValid():
            return QAccessible.State()
        is_current = cast(Spoken, self._view).spoken_current() == self.number
        return state_of(
            selectable=True,
            selected=is_current,
            focusable=True,
            focused=is_current and self._view.hasFocus(),
        )
