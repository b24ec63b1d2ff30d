"""The bar of tabs: keys, values, and words that stay where they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.widgets.tab_bar import TabBar


@pytest.fixture
def bar(qtbot: QtBot) -> TabBar:
    made = TabBar(name="Parts")
    qtbot.addWidget(made)
    made.set_tabs([("a", "Timeline"), ("b", "Evaluations"), ("c", "Data")])
    made.resize(600, made.sizeHint().height())
    made.show()
    return made


def chosen_in(bar: TabBar) -> list[object]:
    found: list[object] = []
    bar.chosen.connect(found.append)
    return found


def test_arrows_and_clicks_open_a_tab_and_say_so(bar: TabBar) -> None:
    found = chosen_in(bar)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    bar.step(1)
    bar.step(-1)

    assert found == ["b", "c", "a", "c"]
    assert bar.value() == "c"


def test_setting_a_value_says_nothing_and_an_unknown_one_does_nothing(bar: TabBar) -> None:
    found = chosen_in(bar)
    bar.set_value("b")
    assert bar.value() == "b"
    bar.set_value("nowhere")
    bar.set_tabs([("x", "One")])

    assert bar.value() == "x"
    assert bar.values() == ["x"]
    assert found == []


def test_no_tab_moves_when_another_is_opened(bar: TabBar) -> None:
    before = [bar.tabRect(number) for number in range(bar.count())]
    bar.set_value("b")
    bar.grab()

    assert [bar.tabRect(number) for number in range(bar.count())] == before


def test_a_screen_reader_hears_the_tabs(bar: TabBar) -> None:
    interface = QAccessible.queryAccessibleInterface(bar)

    assert interface.role() == QAccessible.Role.PageTabList
    assert [interface.child(number).text(QAccessible.Text.Name) for number in range(3)] == [
        "Timeline",
        "Evaluations",
        "Data",
    ]


def test_without_tabs_there_is_no_value(qtbot: QtBot) -> None:
    empty = TabBar(name="Parts")
    qtbot.addWidget(empty)
    empty.step(1)

    assert empty.value() is None
