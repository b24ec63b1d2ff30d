"""Boxes to choose one of many."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.widgets.long_box import fill_box

NAMES = [f"Student {number}" for number in range(500)]


class Counting(QStyledItemDelegate):
    """Counts how often somebody asks for the size of an entry."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.asked += 1
        return super().sizeHint(option, index)


def test_not_every_entry_is_measured(qtbot: QtBot) -> None:
    box, delegate = QComboBox(), Counting()
    qtbot.addWidget(box)
    box.view().setItemDelegate(delegate)
    fill_box(box, NAMES)
    box.setCurrentIndex(400)
    box.show()
    box.showPopup()
    box.hidePopup()
    assert 0 < delegate.asked < 100


def test_what_was_typed_is_found_among_the_entries(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.setEditable(True)
    fill_box(box, NAMES)
    assert (box.count(), box.findText("Student 321")) == (500, 321)
    completer = box.completer()
    assert completer is not None
    completer.setCompletionPrefix("student 49")
    assert completer.completionCount() == 11


def test_a_long_name_does_not_make_the_box_wider(qtbot: QtBot) -> None:
    short, long = QComboBox(), QComboBox()
    for box, names in ((short, ["An"]), (long, ["An", "n" * 200])):
        qtbot.addWidget(box)
        fill_box(box, names)
    assert long.sizeHint().width() == short.sizeHint().width()
