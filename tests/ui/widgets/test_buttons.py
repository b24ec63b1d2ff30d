"""What the keyboard does with a button that has the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.widgets.buttons import Button

Key = Qt.Key
Modifier = Qt.KeyboardModifier


@pytest.mark.parametrize("holder", [QWidget, QDialog])
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_and_space_press_it_once(qtbot: QtBot, holder: type[QWidget], key: Qt.Key) -> None:
    pressed, _ = pressed_by(qtbot, holder(), key, Modifier.NoModifier)
    assert pressed == 1


def test_ctrl_enter_is_left_to_what_is_around_it(qtbot: QtBot) -> None:
    pressed, passed_on = pressed_by(qtbot, QWidget(), Key.Key_Return, Modifier.ControlModifier)
    assert pressed == 0
    assert passed_on


def pressed_by(qtbot: QtBot, holder: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> tuple[int, bool]:
    """How often a key pressed a button, and whether the key was left to others."""
    presses: list[bool] = []
    button = _Button()
    if isinstance(holder, QDialog):
        # As the forms do: there Qt presses the button.
        button.setAutoDefault(True)
    button.clicked.connect(lambda: presses.append(True))
    QVBoxLayout(holder).addWidget(button)
    qtbot.addWidget(holder)
    holder.show()
    button.setFocus()
    QTest.keyClick(button, key, modifier)
    return len(presses), button.passed_on


class _Button(Button):
    """Notices whether the last key was used."""

    passed_on = False

    def __init__(self) -> None:
        super().__init__("Start conversation")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self.passed_on = not event.isAccepted()
