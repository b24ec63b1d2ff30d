"""The board of students × rounds and its quiet suggestions, by typing and clicking."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from tests import factory, reveal
from tests.statements import counted_statements
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, Round, RoundKind, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.rounds.board_page import BoardPage
from wpl_desktop.ui.rounds.board_suggestions import FIRST

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = date(2026, 1, 22)
W = Perspective.WORKPLACE
Requests = list[tuple[str, dict[str, object]]]


@pytest.fixture
def words(services: Services) -> Iterator[None]:
    language.set_words(services.profile.values().words("en"))
    yield
    language.set_words({})


@pytest.fixture
def page(qtbot: QtBot, services: Services, words: None) -> BoardPage:
    made = BoardPage()
    qtbot.addWidget(made)
    made.set_services(services)
    return made


@pytest.fixture
def three(services: Services) -> dict[str, uuid.UUID]:
    """Three students: one in the middle of a round, one with a planned round, one without any."""
    keys = {name: factory.add_student(services, name=name) for name in ("An Aerts", "Bo Baert", "Cis Claes")}
    begun = factory.add_round(services, keys["An Aerts"], kind=RoundKind.START, held_on=date(2026, 2, 4))
    services.evaluations.mark_ready(begun, perspective=W, strand=Strand.STUDENT_PART)
    factory.add_round(services, keys["Bo Baert"], kind=RoundKind.START, held_on=date(2026, 2, 12))
    return keys


def show(page: BoardPage, *, width: int = 1278, height: int = 684) -> Requests:
    """What the frame does when it opens the page; gives what the page asks to be opened, as it comes."""
    found: Requests = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    page.resize(width, height)
    page.open()
    page.refresh()
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.focus_first()
    return found


def names_shown(page: BoardPage) -> list[str]:
    board = page.table.board
    return [str(board.index(row, 0).data()) for row in range(board.rowCount())]


def states_shown(page: BoardPage, column: int = 1) -> list[str]:
    board = page.table.board
    return [str(board.index(row, column).data()) for row in range(board.rowCount())]


def spoken(page: BoardPage, row: int, column: int = 1) -> str:
    return str(page.table.board.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def go_to(page: BoardPage, row: int, column: int) -> None:
    page.table.setCurrentIndex(page.table.board.index(row, column))


def choose(page: BoardPage, word: str) -> None:
    segment = next(found for found in page.switch.findChildren(QRadioButton) if found.text() == word)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


class TestTable:
    """What stands in the table, in words and never only in colour."""

    def test_each_round_says_how_far_it_is(self, page: BoardPage, three: dict[str, uuid.UUID]) -> None:
        show(page)
        assert names_shown(page) == list(three)
        assert states_shown(page) == ["1 of 3 ready", "planned", "no round yet"]
        assert "Workplace ready" in spoken(page, 0).replace("workplace", "Workplace")
        assert "student not ready yet" in spoken(page, 0)
        assert "ready by" in spoken(page, 1)
        head = str(page.table.board.headerData(1, Qt.Orientation.Horizontal))
        assert head == "Round 1, start, 4–12 Feb"

    def test_side_by_side_and_final_with_its_version(
        self, page: BoardPage, services: Services, three: dict[str, uuid.UUID]
    ) -> None:
        rounds = {name: services.rounds.of_student(key) for name, key in three.items()}
        reveal.reveal(services, rounds["An Aerts"][0].id)
        with services.database.transaction(undoable=False) as session:
            found = session.get_one(Round, rounds["Bo Baert"][0].id)
            found.finalised_at, found.edition = services.clock.now(), 2
        show(page)
        assert states_shown(page)[:2] == ["side by side", "final v2"]
        assert "0 of 9 together" in spoken(page, 0)

    def test_only_what_is_in_view_is_read(self, page: BoardPage, services: Services) -> None:
        for number in range(40):
            factory.add_student(services, name=f"Student {number:02}")
        show(page)
        known = [row for row in range(40) if page.table.board.board_row(row) is not None]
        assert len(known) < 40
        with counted_statements(services) as statements:
            page.table.viewport().repaint()
        assert statements == []
        QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert page.table.board.board_row(39) is not None

    def test_a_change_elsewhere_keeps_who_was_chosen(
        self, page: BoardPage, services: Services, three: dict[str, uuid.UUID]
    ) -> None:
        show(page)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        factory.add_student(services, name="Aa Aa")
        page.refresh()
        assert page.table.chosen_keys() == [three["Bo Baert"], three["Cis Claes"]]
        assert page.table.current_key() == three["Cis Claes"]
        QTest.keyClick(page.table, Qt.Key.Key_Up)
        QTest.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        assert page.table.chosen_keys() == [three["An Aerts"], three["Bo Baert"]]

    def test_open_with_a_student_makes_that_row_current(
        self, page: BoardPage, three: dict[str, uuid.UUID]
    ) -> None:
        page.open(trajectory_id=three["Cis Claes"])
        page.refresh()
        assert page.subject() == {"trajectory_id": three["Cis Claes"]}


class TestKeyboard:
    """Everything without a mouse."""

    def test_arrows_go_over_the_cells_and_enter_opens_the_round(
        self, page: BoardPage, services: Services, three: dict[str, uuid.UUID]
    ) -> None:
        asked = show(page)
        assert page.table.hasFocus()
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(page.table, key)
        [planned] = services.rounds.of_student(three["Bo Baert"])
        # One that has not begun can be opened and filled in all the same.
        assert asked == [("round", {"round_id": planned.id})]

    def test_enter_on_a_name_and_on_an_empty_place(
        self, page: BoardPage, three: dict[str, uuid.UUID]
    ) -> None:
        asked = show(page)
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        go_to(page, 2, 1)
        QTest.keyClick(page.table, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        assert asked == [
            ("student", {"trajectory_id": three["An Aerts"], "tab": "evaluations"}),
            ("round_dialog", {"trajectory_id": three["Cis Claes"]}),
        ]

    def test_several_are_chosen_and_a_round_is_opened_for_them(
        self, page: BoardPage, three: dict[str, uuid.UUID]
    ) -> None:
        asked = show(page)
        QTest.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert page.open_round.text() == "Open a round for 3…"
        QTest.mouseClick(page.open_round, Qt.MouseButton.LeftButton)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        assert page.open_round.text() == "Open a round…"
        QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert asked == [
            ("round_dialog", {"trajectory_ids": tuple(three.values())}),
            ("round_dialog", {"trajectory_id": three["Bo Baert"]}),
        ]

    def test_a_click_with_ctrl_adds_one(self, page: BoardPage, three: dict[str, uuid.UUID]) -> None:
        show(page)
        for row in (0, 2):
            place = page.table.visualRect(page.table.board.index(row, 0)).center()
            held = Qt.KeyboardModifier.ControlModifier if row else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, held, place)
        assert page.table.chosen_keys() == [three["An Aerts"], three["Cis Claes"]]

    def test_letters_filter_and_arrows_go_on_in_the_table(
        self, page: BoardPage, three: dict[str, uuid.UUID]
    ) -> None:
        show(page)
        QTest.keyClicks(page.table, "c")
        assert page.filter_line.hasFocus()
        QTest.keyClicks(page.filter_line, "is")
        assert names_shown(page) == ["Cis Claes"]
        QTest.keyClick(page.filter_line, Qt.Key.Key_Escape)
        assert len(names_shown(page)) == 3
        QTest.keyClick(page.filter_line, Qt.Key.Key_Down)
        assert page.table.current_key() is not None
        QTest.keyClicks(page.filter_line, "nobody")
        assert page.not_found.isVisible()
        assert not page.open_round.isEnabled()
        QTest.mouseClick(page.not_found.button, Qt.MouseButton.LeftButton)
        assert len(names_shown(page)) == 3


class TestAround:
    """Filter, code and empty states."""

    def test_only_those_who_wait_for_somebody(self, page: BoardPage, three: dict[str, uuid.UUID]) -> None:
        show(page)
        choose(page, "Waiting for somebody")
        assert names_shown(page) == ["An Aerts"]
        choose(page, "All")
        assert len(names_shown(page)) == 3

    def test_nobody_waits(self, page: BoardPage, services: Services) -> None:
        factory.add_student(services)
        show(page)
        choose(page, "Waiting for somebody")
        assert page.nobody_waits.isVisible()
        assert not page.table.isVisible()
        QTest.mouseClick(page.nobody_waits.button, Qt.MouseButton.LeftButton)
        assert names_shown(page) == ["Łukasz Wójcik"]

    def test_a_code_on_paper_is_checked_from_here(self, page: BoardPage, three: dict[str, uuid.UUID]) -> None:
        asked = show(page)
        QTest.mouseClick(page.check_code, Qt.MouseButton.LeftButton)
        assert asked == [("code_dialog", {})]

    def test_without_students_it_teaches_and_starts(self, page: BoardPage) -> None:
        asked = show(page)
        assert page.nobody.isVisible()
        assert page.nobody.button.hasFocus()
        QTest.keyClick(page.nobody.button, Qt.Key.Key_Return)
        assert asked == [("student_dialog", {})]

    def test_without_a_round_it_teaches_and_opens_the_first(
        self, page: BoardPage, services: Services
    ) -> None:
        key = factory.add_student(services)
        asked = show(page)
        assert page.no_round.isVisible()
        assert page.table.isVisible()
        QTest.mouseClick(page.no_round.button, Qt.MouseButton.LeftButton)
        assert asked == [("round_dialog", {"trajectory_id": key})]

    def test_it_names_several_students_so_the_joint_screen_never_shows_it(self) -> None:
        assert not BoardPage.joint


def add_talk(services: Services, key: uuid.UUID, *, days: int, kind: str = "midterm_trialogue") -> None:
    moment = datetime(2026, 1, 22, 15, 45) + timedelta(days=days)  # noqa: DTZ001  (planned times are local)
    row = factory.add_conversation(services, key, key=kind, starts_at=moment)
    if days < 0:
        services.conversations.mark_not_held(row, cause=NotHeldCause.WORKPLACE)


class TestSuggestions:
    """At most three, each with one action, each put away for good (P17)."""

    @pytest.fixture
    def five(self, services: Services) -> list[uuid.UUID]:
        keys = [factory.add_student(services, name=f"Student {number}") for number in range(5)]
        for number, key in enumerate(keys):
            add_talk(services, key, days=number + 1)
        return keys

    def test_three_are_shown_and_the_rest_unfolds(self, page: BoardPage, five: list[uuid.UUID]) -> None:
        show(page)
        assert len(page.suggestions.rows()) == FIRST
        assert page.suggestions.more_button.text() == "2 more"
        QTest.mouseClick(page.suggestions.more_button, Qt.MouseButton.LeftButton)
        assert len(page.suggestions.rows()) == len(five)
        assert not page.suggestions.more_button.isVisible()
        assert page.suggestions.rows()[FIRST].action.hasFocus()
        page.open()
        page.refresh()
        assert len(page.suggestions.rows()) == FIRST

    def test_a_low_window_begins_with_one(self, page: BoardPage, five: list[uuid.UUID]) -> None:
        show(page, height=400)
        assert len(page.suggestions.rows()) == 1
        assert page.suggestions.more_button.text() == "4 more"
        page.resize(1278, 684)
        assert len(page.suggestions.rows()) == FIRST

    def test_put_away_the_next_takes_its_place_and_undo_brings_it_back(
        self, page: BoardPage, services: Services, five: list[uuid.UUID]
    ) -> None:
        show(page)
        saved: list[None] = []
        page.saved.connect(lambda: saved.append(None))
        first = page.suggestions.rows()[0]
        assert "Student 0" in first.words.text()
        QTest.mouseClick(first.away, Qt.MouseButton.LeftButton)
        assert ["Student 0" in row.words.text() for row in page.suggestions.rows()] == [False] * FIRST
        assert page.suggestions.rows()[0].away.hasFocus()
        assert saved == [None]
        services.history.undo()
        page.refresh()
        assert "Student 0" in page.suggestions.rows()[0].words.text()

    def test_without_any_nothing_is_there(self, page: BoardPage, three: dict[str, uuid.UUID]) -> None:
        show(page)
        assert not page.suggestions.isVisible()

    def test_the_last_one_put_away_gives_the_keyboard_to_the_table(
        self, page: BoardPage, services: Services, three: dict[str, uuid.UUID]
    ) -> None:
        add_talk(services, three["Cis Claes"], days=5)
        show(page)
        QTest.mouseClick(page.suggestions.rows()[0].away, Qt.MouseButton.LeftButton)
        assert not page.suggestions.isVisible()
        assert page.table.hasFocus()

    def test_each_leads_to_one_thing(self, page: BoardPage, services: Services) -> None:
        to_open, late = (factory.add_student(services, name=name) for name in ("An Aerts", "Bo Baert"))
        add_talk(services, to_open, days=9)
        round_id = factory.add_round(services, late, held_on=TODAY)
        for days in (-7, -3):
            add_talk(services, late, days=days, kind="coaching_conversation")
        asked = show(page)
        texts = [row.words.text() for row in page.suggestions.rows()]
        assert "Not ready yet: student, workplace and institute." in texts[0]
        assert "2 conversations did not take place this school year (2 because of the workplace)" in texts[1]
        assert "there is no round yet" in texts[2]
        for row in page.suggestions.rows():
            QTest.mouseClick(row.action, Qt.MouseButton.LeftButton)
        sheet = {"round_id": round_id, "perspective": W, "strand": Strand.WORKPLACE_PART}
        assert asked == [
            ("round", {"round_id": round_id}),
            ("score_sheet", sheet),
            ("round_dialog", {"trajectory_id": to_open}),
        ]

    def test_a_criterion_agreed_at_1_is_a_question(
        self, page: BoardPage, services: Services, clock: factory.FixedClock
    ) -> None:
        key = factory.add_student(services)
        round_id = factory.add_round(services, key)
        reveal.mark_everybody_ready(services, round_id)
        reveal.reveal(services, round_id)
        reveal.agree(services, round_id, "C3", mark=level_mark(1))
        clock.pass_time(days=15)
        asked = show(page)
        [row] = page.suggestions.rows()
        assert "C3 stands at 1" in row.words.text()
        assert row.words.text().endswith("Plan a conversation?")
        QTest.mouseClick(row.action, Qt.MouseButton.LeftButton)
        assert asked == [("plan_dialog", {"trajectory_id": key})]


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("size", [(1278, 684), (632, 336)], ids=["wide", "small"])
def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot,
    services: Services,
    three: dict[str, uuid.UUID],
    words: None,
    qapp: QApplication,
    text_scale: float,
    size: tuple[int, int],
) -> None:
    add_talk(services, three["Cis Claes"], days=5)
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=text_scale)
    page = BoardPage()
    qtbot.addWidget(page)
    page.set_services(services)
    show(page, width=size[0], height=size[1])
    if text_scale == 1.0 or size[0] > 1000:
        assert clipped_in(page) == []
    assert nameless_in(page) == []
