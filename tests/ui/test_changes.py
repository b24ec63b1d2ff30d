"""Who refreshes when something changed."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.changes import Changes, StalePages
from wpl_desktop.ui.page import Page


class CountingPage(Page):
    """A page that counts how often it was refreshed."""

    shows = frozenset({"student", "note"})

    def __init__(self) -> None:
        super().__init__()
        self.refreshed = 0

    def title(self) -> str:
        return "Counting"

    def refresh(self) -> None:
        self.refreshed += 1


class House:
    """Two pages, the first of them visible."""

    def __init__(self, qtbot: QtBot) -> None:
        self.changes = Changes()
        self.first, self.second = CountingPage(), CountingPage()
        self.owner = QObject()
        self.visible: Page | None = self.first
        self.stale = StalePages(self.changes, visible=lambda: self.visible, parent=self.owner)
        for page in (self.first, self.second):
            qtbot.addWidget(page)
            self.stale.watch(page)


@pytest.fixture
def house(qtbot: QtBot) -> House:
    return House(qtbot)


def test_the_visible_page_refreshes_now_and_the_other_when_shown(house: House) -> None:
    house.changes.announce(["student"])
    assert (house.first.refreshed, house.second.refreshed) == (1, 0)
    assert house.stale.is_stale(house.second)
    house.stale.refresh_if_stale(house.second)
    house.stale.refresh_if_stale(house.second)
    assert house.second.refreshed == 1


def test_a_page_that_shows_something_else_is_left_alone(house: House) -> None:
    house.changes.announce(["evaluation"])
    assert (house.first.refreshed, house.second.refreshed) == (0, 0)
    assert not house.stale.is_stale(house.second)


def test_the_page_that_typed_is_not_refreshed_under_the_cursor(house: House) -> None:
    house.changes.announce(["note"], origin=house.first)
    assert house.first.refreshed == 0
    assert not house.stale.is_stale(house.first)
    assert house.stale.is_stale(house.second)


def test_many_changes_make_one_refresh(house: House) -> None:
    for name in ("student", "note", "student"):
        house.changes.announce([name], origin=house.first)
    house.stale.refresh_if_stale(house.second)
    assert house.second.refreshed == 1


def test_while_nothing_is_visible_every_page_waits(house: House) -> None:
    house.visible = None
    house.changes.announce(["student"])
    assert (house.first.refreshed, house.second.refreshed) == (0, 0)
    assert house.stale.is_stale(house.first)


def test_no_names_is_no_news(qtbot: QtBot) -> None:
    changes = Changes()
    with qtbot.assertNotEmitted(changes.changed):
        changes.announce([])
