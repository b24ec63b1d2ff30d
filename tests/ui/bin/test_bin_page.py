"""What the bin shows, what its buttons do, and what is asked before something is gone for good."""

import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import FixedClock
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.bin.bin_page import BinPage
from wpl_desktop.ui.bin.remove_dialog import RemoveDialog
from wpl_desktop.ui.settings.settings_page import SettingsPage

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def yasmine(services: Services) -> uuid.UUID:
    """A student with a round, a conversation and nothing deleted."""
    trajectory_id = factory.add_student(services, name="Yasmine El Idrissi")
    factory.add_round(services, trajectory_id)
    factory.add_conversation(services, trajectory_id)
    return trajectory_id


@pytest.fixture
def deleted(services: Services, yasmine: uuid.UUID, clock: FixedClock) -> uuid.UUID:
    """Yasmine's round and, five days later, her conversation lie in the bin."""
    services.removal.delete_round(services.rounds.of_student(yasmine)[0].id)
    clock.pass_time(days=5)
    services.removal.delete_conversation(services.conversations.of_student(yasmine)[0])
    return yasmine


def shown(services: Services, qtbot: QtBot, *, width: int = 1278) -> BinPage:
    """The page as the frame shows it."""
    language.set_words(services.profile.values().words("en"))
    page = BinPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.resize(width, 650)
    page.open()
    page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    QApplication.processEvents()
    return page


def dialog_of(page: BinPage) -> RemoveDialog:
    """The question that is open."""
    return next(dialog for dialog in page.findChildren(RemoveDialog) if dialog.isVisible())


def test_says_what_of_whom_and_how_long(services: Services, deleted: uuid.UUID, qtbot: QtBot) -> None:
    rows = shown(services, qtbot).rows()
    assert [row.title.text() for row in rows] == ["Weekly coaching conversation", "Round 1, midterm"]
    assert [row.left.text() for row in rows] == ["30 days left", "25 days left"]
    assert rows[0].origin.text() == "Yasmine · Mon 26 Jan · deleted Tue 27 Jan"
    assert rows[1].origin.text() == "Yasmine · Thu 22 Jan · deleted Thu 22 Jan"


def test_a_student_says_that_everything_goes_along(
    services: Services, yasmine: uuid.UUID, qtbot: QtBot
) -> None:
    services.removal.delete_student(yasmine)
    (row,) = shown(services, qtbot).rows()
    assert row.title.text() == "Yasmine El Idrissi"
    assert row.origin.text().startswith("student, with everything that was kept")


def test_the_last_day_is_said_so(
    services: Services, deleted: uuid.UUID, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.pass_time(days=24, hours=12)
    assert shown(services, qtbot).rows()[1].left.text() == "last day"


def test_puts_back_with_one_press_and_goes_on_with_the_next(
    services: Services, deleted: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot)
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(page.rows()[0].restore, Qt.Key.Key_Space)
    assert len(services.conversations.of_student(deleted)) == 1
    (row,) = page.rows()
    assert row.title.text() == "Round 1, midterm"
    assert row.restore.hasFocus()


def test_what_stands_in_the_way_is_said_in_the_line(
    services: Services, deleted: uuid.UUID, qtbot: QtBot
) -> None:
    factory.add_round(services, deleted)
    page = shown(services, qtbot)
    row = page.rows()[1]
    row.restore.click()
    assert row.message.text().startswith("Something new stands in its place.")
    assert row.message.isVisible()
    assert len(page.rows()) == 2


def test_removing_for_good_asks_first_and_cancel_keeps_it(
    services: Services, deleted: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot)
    page.rows()[0].remove.click()
    dialog = dialog_of(page)
    assert dialog.heading.text() == "Weekly coaching conversation"
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(services.history.bin()) == 2


def test_removing_for_good(services: Services, deleted: uuid.UUID, qtbot: QtBot) -> None:
    page = shown(services, qtbot)
    page.rows()[0].remove.click()
    dialog_of(page).remove.click()
    assert [row.title.text() for row in page.rows()] == ["Round 1, midterm"]
    assert [item.number for item in services.history.bin()] == [1]


def test_emptying_the_bin(services: Services, deleted: uuid.UUID, qtbot: QtBot) -> None:
    page = shown(services, qtbot)
    page.empty_button.click()
    assert dialog_of(page).heading.text() == "Everything in the bin"
    dialog_of(page).remove.click()
    assert (page.rows(), services.history.bin()) == ([], [])
    assert page.nothing.isVisible()
    assert not page.empty_button.isVisible()


def test_an_empty_bin_says_what_it_is_for(services: Services, qtbot: QtBot) -> None:
    page = shown(services, qtbot)
    assert "a student that you delete stays here for 30 days" in page.nothing.text()
    assert not page.list.isVisible()


@pytest.mark.parametrize("code", ["en", "nl"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1278), (1.5, 1234), (1.5, 600)])
def test_no_word_is_cut_off_and_all_have_names(
    services: Services,
    deleted: uuid.UUID,
    qtbot: QtBot,
    qapp: QApplication,
    code: str,
    scale: float,
    width: int,
) -> None:
    language.install(code, resources=RESOURCES)
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    services.removal.delete_student(deleted)
    page = shown(services, qtbot, width=width)
    assert clipped_in(page) == []
    assert nameless_in(page) == []
    page.rows()[0].remove.click()
    qapp.processEvents()
    assert clipped_in(dialog_of(page)) == []


def test_one_comes_here_from_the_settings(services: Services, qtbot: QtBot) -> None:
    settings = SettingsPage()
    qtbot.addWidget(settings)
    settings.set_services(services)
    with qtbot.waitSignal(settings.open_requested) as asked:
        settings.bin.open_button.click()
    assert asked.args == ["bin", {}]
