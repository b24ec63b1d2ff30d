"""The days until which an agreement may go on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.due_menu import DueMenu, due_choices

TODAY = date(2026, 1, 22)


@pytest.mark.parametrize(
    ("due_on", "next_talk_on", "days"),
    [
        (None, None, [date(2026, 1, 29), date(2026, 2, 5), None]),
        (date(2026, 1, 15), None, [date(2026, 1, 29), date(2026, 2, 5)]),
        (
            date(2026, 3, 1),
            date(2026, 2, 2),
            [date(2026, 2, 2), date(2026, 1, 29), date(2026, 2, 5), date(2026, 3, 1)],
        ),
        # Each day once.
        (date(2026, 2, 5), date(2026, 1, 29), [date(2026, 1, 29), date(2026, 2, 5)]),
    ],
)
def test_the_next_talk_comes_first_and_a_day_that_lies_ahead_stays_possible(
    due_on: date | None, next_talk_on: date | None, days: list[date | None]
) -> None:
    choices = due_choices(today=TODAY, due_on=due_on, next_talk_on=next_talk_on)
    assert [choice.due_on for choice in choices] == days


def test_enter_takes_the_first_day_and_not_the_heading(qtbot: QtBot, window: QWidget) -> None:
    choices = due_choices(today=TODAY, due_on=None, next_talk_on=date(2026, 2, 2))
    menu = DueMenu(choices, heading="Goes on", parent=window)
    menu.popup(window.mapToGlobal(window.rect().center()))
    with qtbot.waitSignal(menu.day_chosen) as chosen:
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 2, 2)]
