"""The arrows of numbers, times and days can be seen and pressed, also in large text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox, QStyle, QStyleOptionSpinBox
from pytestqt.qtbot import QtBot

from wpl_desktop.ui import theme

RESOURCES = Path(__file__).parents[2] / "resources"
Part = QStyle.SubControl


def part(box: QSpinBox, wanted: Part) -> QRect:
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    return box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, wanted, box)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_both_arrows_stand_in_one_column_beside_the_words(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    box = QSpinBox()
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    up, down = part(box, Part.SC_SpinBoxUp), part(box, Part.SC_SpinBoxDown)
    assert (up.left(), up.width(), up.height()) == (down.left(), down.width(), down.height())
    assert up.width() >= theme.scaled(20)
    assert not up.intersects(down)
    assert box.rect().contains(up)
    assert box.rect().contains(down)
    assert part(box, Part.SC_SpinBoxEditField).right() <= up.left()


def test_each_arrow_does_its_own(qapp: QApplication, qtbot: QtBot) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=1.5)
    box = QSpinBox()
    qtbot.addWidget(box)
    box.setValue(30)
    box.resize(box.sizeHint())
    box.show()
    down = part(box, Part.SC_SpinBoxDown)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=down.topLeft() + QPoint(3, down.height() // 2))
    assert box.value() == 29
    up = part(box, Part.SC_SpinBoxUp)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=up.center())
    assert box.value() == 30
