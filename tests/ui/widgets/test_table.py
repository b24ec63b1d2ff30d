"""The table that asks for its rows: when, how many, and never while it paints."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.widgets.table import ROW_HEIGHT, Cell, Column, Row, Table
from wpl_desktop.ui.widgets.table_lines import heights, roles_that_fit

MANY = 500


class Source:
    """Gives rows and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[object]] = []

    def __call__(self, keys: Sequence[object]) -> list[Row]:
        self.asked.append(list(keys))
        return [Row(key=key, cells=(Cell(text=f"Name {key}"), Cell(text="Open"))) for key in keys]

    def given(self) -> set[object]:
        return {key for keys in self.asked for key in keys}


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def table(qtbot: QtBot, source: Source) -> Table:
    made = Table([Column(title="Name"), Column(title="", width=80, kind="action")], name="Names")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.set_source(source)
    made.show()
    made.activateWindow()
    made.set_keys(range(MANY))
    made.setFocus()
    QApplication.processEvents()
    return made


def test_only_what_is_in_view_is_asked_for(table: Table, source: Source) -> None:
    assert table.table_model.rowCount() == MANY
    assert set(range(5)) <= source.given()
    assert len(source.given()) < 40


def test_scrolling_asks_for_what_comes_into_view_and_painting_for_nothing(
    table: Table, source: Source
) -> None:
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert MANY - 1 in source.given()
    assert MANY // 2 not in source.given()
    source.asked.clear()
    table.grab()
    table.verticalScrollBar().setValue(0)
    table.grab()

    assert source.asked == []


def test_the_row_one_moves_to_is_known_before_it_is_read_out(table: Table, source: Source) -> None:
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.current_key() == MANY - 1
    cell = table.table_model.index(MANY - 1, 0)

    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"Name {MANY - 1}"
    assert QAccessible.queryAccessibleInterface(table).rect().isValid()


def test_other_keys_are_shown_with_what_is_known_until_it_is_forgotten(table: Table, source: Source) -> None:
    source.asked.clear()
    table.set_keys([3, 1])
    assert source.asked == []
    assert table.current_key() == 3
    table.forget_rows()
    table.set_keys([3, 1])

    assert source.asked == [[3, 1]]


def test_what_is_not_known_yet_says_nothing(table: Table) -> None:
    assert table.table_model.index(MANY // 2, 0).data() is None


def test_a_click_on_the_action_does_it_once(table: Table, qtbot: QtBot) -> None:
    done: list[object] = []
    table.row_activated.connect(done.append)
    spot = table.visualRect(table.table_model.index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert done == [2]
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert done == [2]
    name = table.visualRect(table.table_model.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert done == [2]
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name)

    assert done == [2, 1]


def test_a_head_sorts_by_keyboard_and_says_so(qtbot: QtBot) -> None:
    columns = [
        Column(title="", width=40),
        Column(title="Name", sortable=True),
        Column(title="Day", sortable=True),
    ]
    table = Table(columns, name="Names")
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    table.activateWindow()
    table.set_rows([Row(key="a", cells=(Cell(text="A"), Cell(text="Ann"), Cell(text="Mon")))])
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    asked: list[tuple[int, bool]] = []
    table.sort_requested.connect(lambda column, ascending: asked.append((column, ascending)))
    head = table.horizontalHeader()
    QTest.keyClick(table, Qt.Key.Key_Backtab)
    assert head.hasFocus()
    assert head.accessibleName() == "Sort by Name"
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert head.accessibleName() == "Name, sorted upwards"
    QTest.keyClick(head, Qt.Key.Key_Return)
    assert head.accessibleName() == "Name, sorted downwards"
    QTest.keyClick(head, Qt.Key.Key_Left)
    QTest.keyClick(head, Qt.Key.Key_Right)
    assert head.accessibleName() == "Sort by Day"
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert asked == [(1, True), (1, False), (2, True)]
    QTest.keyClick(head, Qt.Key.Key_Down)
    assert table.hasFocus()


def test_a_head_without_anything_to_sort_takes_no_focus(table: Table) -> None:
    QTest.keyClick(table, Qt.Key.Key_Backtab)
    assert not table.horizontalHeader().hasFocus()


def test_what_a_wide_window_has_left_over_is_shared(qtbot: QtBot) -> None:
    table = Table([Column(title="Name"), Column(title="Class", width=100)], name="Names")
    qtbot.addWidget(table)
    table.resize(260, 300)
    table.show()
    narrow = table.columnWidth(1)
    table.resize(900, 300)
    QApplication.processEvents()
    assert table.columnWidth(1) > narrow
    assert table.columnWidth(0) > table.columnWidth(1)


def test_both_lines_of_a_cell_stay_in_their_row() -> None:
    """A class that wraps in a narrow column may not push the mentor out of the row: the type gets smaller."""
    room = QSize(62, ROW_HEIGHT)
    assert roles_that_fit("L6", "Griet", room=room, strong=False) == ("base", "secondary")
    long = "L6 and learning support"
    roles = roles_that_fit(long, "Griet", room=room, strong=False)
    assert roles != ("base", "secondary")
    assert sum(heights(long, "Griet", width=room.width(), roles=roles)) <= room.height()
