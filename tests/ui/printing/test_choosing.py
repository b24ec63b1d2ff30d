"""Choosing among many, copying as text, what is remembered, and a screen that a student sees too."""

import uuid
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.factory import add_round, add_student
from tests.reveal import reveal
from tests.ui.printing.helpers import (
    Window,
    open_page,
    states,
    student_with_round,
    wait_for_preview,
)
from tests.ui.reading import nameless_in, words_in
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.printing.light_list import LightRow
from wpl_desktop.ui.printing.page_view import Fit
from wpl_desktop.ui.printing.report_words import facts
from wpl_desktop.ui.printing.selection import ReportState

MANY = 12


@pytest.fixture
def joint() -> Iterator[None]:
    """Somebody looks along."""
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)


def actions_of(window: Window) -> list[QAction]:
    menu = window.page.copy_button.menu()
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def test_what_is_typed_narrows_the_list_in_any_script(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, name="Łukasz Wójcik")
    for number in range(MANY):
        add_student(services, name=f"Student Nummer {number:02}")
    page = open_page(qtbot, services).page
    who = page.options.who
    assert who.filter.isVisible()
    assert len(who.list.rows()) == MANY + 1
    QTest.keyClicks(who.filter, "wojcik lu")
    assert [row.title for row in who.list.rows()] == ["Łukasz Wójcik"]
    QTest.keyClick(who.filter, Qt.Key.Key_Down)
    assert wait_for_preview(qtbot, page).report.student_name == "Łukasz Wójcik"
    QTest.keyClicks(who.filter, "zz")
    assert who.nobody.isVisible()
    assert page.options.student_name() == "Łukasz Wójcik"
    QTest.keyClick(who.filter, Qt.Key.Key_Escape)
    assert len(who.list.rows()) == MANY + 1


def test_a_few_students_need_no_filter(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    assert not open_page(qtbot, services).page.options.who.filter.isVisible()


def test_only_the_rows_in_view_are_asked_about(qtbot: QtBot, services: Services) -> None:
    for number in range(100):
        add_student(services, name=f"Student Nummer {number:03}")
    page = open_page(qtbot, services).page
    known = [title for title, state in states(page).items() if state]
    assert known[0] == "Student Nummer 000"
    assert len(known) < 80
    page.options.who.list.scrollToBottom()
    assert states(page)["Student Nummer 099"] == "no round"


def test_the_newest_round_that_has_begun_is_shown_first(qtbot: QtBot, services: Services) -> None:
    trajectory_id, _ = student_with_round(services)
    add_round(services, trajectory_id, number=2, kind=RoundKind.FINAL, held_on=date(2026, 6, 4))
    window = open_page(qtbot, services)
    assert wait_for_preview(qtbot, window.page).report.round_number == 1
    assert list(states(window.page).values()) == ["round 1 draft"]


def test_an_empty_round_says_what_to_do(qtbot: QtBot, services: Services) -> None:
    round_id = add_round(services, add_student(services))
    window = open_page(qtbot, services)
    assert window.page.area.nothing_yet.isVisible()
    assert not window.page.print_button.isEnabled()
    assert not window.page.copy_button.isEnabled()
    window.page.area.nothing_yet.button.click()
    name, arguments = window.asked[0]
    assert (name, arguments["round_id"]) == ("score_sheet", round_id)


def test_a_section_is_copied_as_plain_text(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    window = open_page(qtbot, services)
    wait_for_preview(qtbot, window.page)
    titles = [action.text() for action in actions_of(window)]
    assert titles[0] == "The whole report"
    assert "1 Summary" in titles
    words = next(action for action in actions_of(window) if "In words" in action.text())
    words.trigger()
    copied = QGuiApplication.clipboard().text()
    assert "workplace, round 1: Start de nabespreking zelf." in copied
    assert "Signatures" not in copied
    assert window.page.work.text() == f"On the clipboard: {words.text()}"


def test_the_text_is_in_the_language_of_the_report(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    window = open_page(qtbot, services)
    window.page.recall({"printing.language": "nl"}.get)
    window.page.refresh()
    wait_for_preview(qtbot, window.page)
    actions_of(window)[0].trigger()
    assert "Leren door reflectie" in QGuiApplication.clipboard().text()


def test_language_and_zoom_are_remembered(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    window = open_page(qtbot, services)
    kept: dict[str, str] = {}
    window.page.remember_requested.connect(kept.__setitem__)
    window.page.preview.view.set_fit(Fit.WIDTH)
    window.page.preview.view.set_zoom(125)
    window.page.options.languages.chosen.emit("en")
    assert kept == {"printing.zoom": "125", "printing.language": "en"}
    other = Window(services)
    qtbot.addWidget(other)
    other.page.recall(kept.get)
    assert other.page.preview.view.fit() is None
    assert other.page.preview.view.zoom_percent() == 125
    other.page.recall({"printing.zoom": "nonsense", "printing.language": "xx"}.get)
    assert other.page.preview.view.zoom_percent() == 125
    selection = other.page.options.selection()
    assert selection is not None
    assert selection.language == "en"


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_nobody_else(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, name="Anna Eerst")
    _, round_id = student_with_round(services, name="Zoë Later")
    reveal(services, round_id)
    window = open_page(qtbot, services, round_id=round_id)
    assert wait_for_preview(qtbot, window.page).report.student_name == "Zoë Later"
    assert not window.page.options.who.isVisible()
    assert not window.page.all_button.isVisible()
    said = [*words_in(window), *(label.text() for label in window.page.findChildren(QLabel))]
    assert not any("Anna" in words for words in said)
    assert [row.title for row in window.page.options.who.rows()] == ["Zoë Later"]
    assert nameless_in(window.page) == []


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_nobody_until_a_report_is_opened(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, name="Anna Eerst")
    window = open_page(qtbot, services)
    assert window.page.no_students.isVisible()
    assert not window.page.no_students.button.isVisible()
    assert not any("Anna" in words for words in words_in(window))


def test_a_student_is_opened_with_the_newest_report(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, name="Anna Eerst")
    trajectory_id, _ = student_with_round(services, name="Zoë Later")
    window = open_page(qtbot, services, trajectory_id=trajectory_id)
    assert wait_for_preview(qtbot, window.page).report.student_name == "Zoë Later"
    window.page.open(trajectory_id=uuid.uuid4())
    assert window.page.options.student_name() == "Zoë Later"


def test_one_page_is_one_page() -> None:
    assert facts(ReportState.FINAL, pages=1) == "final · A4, 1 page"
    assert facts(ReportState.DRAFT, pages=2) == "draft · A4, 2 pages"


def test_a_long_name_is_written_small_and_only_a_very_long_one_makes_its_row_higher(
    qtbot: QtBot, services: Services
) -> None:
    names = ("Anna", "Bart-Jan van den Nieuwenhuizen", " ".join(["Cornelia"] * 12))
    for name in names:
        add_student(services, name=name)
    who = open_page(qtbot, services).page.options.who.list
    heights = {
        row.title: who.visualRect(who.model().index(number, 0)).height()
        for number, row in enumerate(who.rows())
    }
    one, two, many = (heights[name] for name in names)
    assert one == two < many


def test_a_thousand_rows_of_one_height_are_not_measured(qtbot: QtBot, services: Services) -> None:
    add_student(services)
    who = open_page(qtbot, services).page.options.who.list
    who.set_rows([LightRow(number, f"Student Nummer {number}") for number in range(1_000)])
    assert who.uniformItemSizes()
    who.set_rows([LightRow(number, f"Student {'lange naam ' * 20}{number}") for number in range(2)])
    assert not who.uniformItemSizes()


def test_a_row_with_a_new_state_keeps_its_name_in_sight(qtbot: QtBot, services: Services) -> None:
    add_student(services)
    who = open_page(qtbot, services).page.options.who.list
    who.set_rows([LightRow(1, " ".join(["Bartholomeus"] * 3))])
    before = who.row_height(who.rows()[0], who.viewport().width())
    who.set_source(lambda _: {1: "ronde 3 definitief en nog meer"}, longest="ronde 3 definitief en nog meer")
    assert who.row_height(who.rows()[0], who.viewport().width()) > before
