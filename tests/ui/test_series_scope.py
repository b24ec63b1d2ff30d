"""Which talks of a series are meant, asked by keys; and a series in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.reading import nameless_in
from wpl_desktop.domain.series import Scope
from wpl_desktop.ui.series_scope import ScopeDialog, ask_scope
from wpl_desktop.ui.series_words import series_words

ALL = (Scope.ONE, Scope.LATER, Scope.ALL)
TUESDAY = datetime.fromisoformat("2025-09-09T15:45")


@pytest.fixture
def dialog(window: QWidget) -> Iterator[ScopeDialog]:
    made = ScopeDialog(ALL, verb="Move conversation", parent=window)
    made.open()
    QApplication.processEvents()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("keys", "scope"),
    [
        ([Qt.Key.Key_Return], Scope.ONE),
        ([Qt.Key.Key_Down, Qt.Key.Key_Return], Scope.LATER),
        ([Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return], Scope.ALL),
        ([Qt.Key.Key_3], Scope.ALL),
        ([Qt.Key.Key_Escape], None),
        ([Qt.Key.Key_Up, Qt.Key.Key_Return], None),
    ],
)
def test_keys_choose(dialog: ScopeDialog, keys: list[Qt.Key], scope: Scope | None) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)
    assert dialog.scope is scope
    assert not dialog.isVisible()


def test_everything_has_a_name(dialog: ScopeDialog) -> None:
    assert list(nameless_in(dialog)) == []


def test_one_scope_asks_nothing(window: QWidget) -> None:
    assert ask_scope(window, (Scope.ONE,), verb="Move") is Scope.ONE


def test_the_answer_comes_back(window: QWidget) -> None:
    def answer() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, ScopeDialog)
        QTest.mouseClick(shown.buttons[1], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    assert ask_scope(window, ALL, verb="Move") is Scope.LATER


@pytest.mark.parametrize(
    ("rule", "until", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", None, "every week on Tuesday at 15:45"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU",
            date(2026, 6, 26),
            "every two weeks on Monday and Tuesday at 15:45, until 26 Jun 2026",
        ),
        ("FREQ=WEEKLY;INTERVAL=5;BYDAY=TU", None, "every 5 weeks on Tuesday at 15:45"),
        ("FREQ=MONTHLY;BYDAY=1TU", None, "the first Tuesday of each month at 15:45"),
        ("FREQ=MONTHLY;BYDAY=-1TU", None, "the last Tuesday of each month at 15:45"),
        ("FREQ=YEARLY", None, "comes back"),
    ],
)
def test_in_words(rule: str, until: date | None, words: str) -> None:
    assert series_words(rule, starts_at=TUESDAY, until=until) == words
