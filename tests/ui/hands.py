"""The hands of a user: clicks and keys on the window that is on top, counted and timed as a person would need."""

from __future__ import annotations

from typing import Final, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

Found = TypeVar("Found", bound=QWidget)
Key = Qt.Key
Modifier = Qt.KeyboardModifier

# The keystroke-level model (Card, Moran and Newell, 1980), in seconds: a key of somebody who types with some
# practice, pointing and clicking, and the pause before something new.
KEY_SECONDS: Final = 0.28
CLICK_SECONDS: Final = 1.3
PAUSE_SECONDS: Final = 1.35
# One goes through a form with these without a thought.
_MOVES: Final = frozenset({Key.Key_Tab, Key.Key_Backtab, Key.Key_Up, Key.Key_Down})
_MOST_TABS: Final = 40


class Hands:
    """Does what a user does, only with what is on the screen, and counts it."""

    def __init__(self) -> None:
        self.start_counting()

    def start_counting(self) -> None:
        """Forget what was counted up to now."""
        self.letters = self.keys = self.clicks = self._pauses = 0

    def actions(self) -> int:
        """Clicks and keys since `start_counting`; letters of a typed text are not among them."""
        return self.clicks + self.keys

    def seconds(self) -> float:
        """How long a person needs for what was counted."""
        keys = self.letters + self.keys
        return keys * KEY_SECONDS + self.clicks * CLICK_SECONDS + self._pauses * PAUSE_SECONDS

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press keys one after another, wherever the focus is at that moment; a letter stands for its key."""
        for key in keys:
            self.keys += 1
            self._pauses += key not in _MOVES
            if isinstance(key, str):
                QTest.keyClicks(focused(), key, held)
            else:
                QTest.keyClick(focused(), key, held)
            settle()

    def type(self, text: str) -> None:
        """Type a text where the focus is, letters that are on no keyboard too."""
        self.letters += len(text)
        self._pauses += 1
        if text.isascii():
            QTest.keyClicks(focused(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(focused(), event)
        settle()

    def click(self, widget: QWidget | str) -> None:
        """Click on a widget, or on the one button on the screen that says so."""
        target = button(widget) if isinstance(widget, str) else widget
        assert target.isVisible()
        assert target.isEnabled()
        assert not target.visibleRegion().isEmpty(), "one has to scroll to see it"
        self.clicks += 1
        self._pauses += 1
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        settle()

    def tab_to(self, target: QWidget) -> None:
        """Press Tab until `target` has the focus: it must be reachable without a mouse."""
        for _ in range(_MOST_TABS):
            if target.hasFocus():
                return
            self.press(Key.Key_Tab)
        message = f"{target.accessibleName()} cannot be reached by Tab"
        raise AssertionError(message)


def settle() -> None:
    """Let what was asked for happen, and give the keyboard back as every desktop does when a dialog is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if cast("QWidget | None", QApplication.activeWindow()) is None:
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        for window in shown[:1]:
            window.activateWindow()
        QApplication.processEvents()
    modal = cast("QWidget | None", QApplication.activeModalWidget())
    if modal is not None and not modal.isActiveWindow():
        # What blocks the other windows has the keyboard, on every desktop.
        modal.activateWindow()
        QApplication.processEvents()


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = cast("QWidget | None", QApplication.focusWidget())
    assert widget is not None
    return widget


def top() -> QWidget:
    """The dialog or window that takes clicks now."""
    widget = _on_top()
    if widget is None:
        # The one before it went away after the last look.
        settle()
        widget = _on_top()
    assert widget is not None
    return widget


def _on_top() -> QWidget | None:
    return cast("QWidget | None", QApplication.activeModalWidget() or QApplication.activeWindow())


def dialog(kind: type[Found]) -> Found:
    """The dialog on top, which must be one of this kind."""
    shown = top()
    assert isinstance(shown, kind), type(shown)
    return shown


def button(text: str) -> QAbstractButton:
    """The one button on top of the screen with these words."""
    found = [
        candidate
        for candidate in top().findChildren(QAbstractButton)
        if candidate.isVisible() and candidate.text() == text
    ]
    assert len(found) == 1, f"{len(found)} buttons say {text!r}: {buttons()}"
    return found[0]


def buttons() -> list[str]:
    """The words on every button on top of the screen."""
    return [candidate.text() for candidate in top().findChildren(QAbstractButton) if candidate.isVisible()]


def shown_words(parent: QWidget | None = None) -> str:
    """Everything that can be read on labels and buttons on top of the screen."""
    texts = [
        cast("object", widget.property("text"))
        for widget in (parent or top()).findChildren(QWidget)
        if widget.isVisible()
    ]
    return "\n".join(text for text in texts if isinstance(text, str))
