"""The search of the top bar: keys, list, what opens, narrow bars, and a screen that others see."""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import FixedClock
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.page import Page, PageEntry
from wpl_desktop.ui.places import NewAction
from wpl_desktop.ui.search.search_box import FULL_WIDTH, SearchPopup
from wpl_desktop.ui.widgets.labels import Label

NOTE = "Stelde een mooie vraag over breuken"


class OpenedPage(Page):
    """A page with one field that writes down with what it was opened."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.opened: list[dict[str, object]] = []
        self.line = QLineEdit()
        self.line.setAccessibleName("Note")
        QVBoxLayout(self).addWidget(self.line)

    def open(self, **arguments: object) -> bool:
        self.opened.append(arguments)
        return False

    def title(self) -> str:
        return self.name

    def subtitle(self) -> str:
        return "Basisschool De Vlinderboom, 2025-26"

    def refresh(self) -> None:
        pass

    def focus_first(self) -> None:
        self.line.setFocus()


class Desk:
    """A window on a real profile, with pages that only say what they were opened with."""

    def __init__(self, qtbot: QtBot, services: Services, clock: FixedClock) -> None:
        names = ("students", "printing", "student", "conversation", "score_sheet")
        self.window = MainWindow(
            services=services,
            changes=Changes(),
            now=clock.local,
            pages=[
                PageEntry(
                    name=name,
                    icon="students",
                    label=lambda name=name: name.capitalize(),
                    factory=lambda name=name: OpenedPage(name),
                    in_rail=name in ("students", "printing"),
                )
                for name in names
            ],
            new_actions=[
                NewAction(
                    label=lambda: "Plan conversation",
                    icon="agenda",
                    target="printing",
                    arguments={"new": True},
                    shortcut="Ctrl+N",
                )
            ],
            idle_minutes=0,
        )
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.qtbot = qtbot
        self.box = self.window.search
        self.line = self.box.line
        self.page = self.window.show_page("students")
        qtbot.waitUntil(self.page.line.hasFocus)  # type: ignore[attr-defined]

    def begin(self) -> None:
        self.qtbot.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(self.line.hasFocus)

    def type(self, text: str) -> None:
        """Types, also what no key of the test has, and waits for the list."""
        self.begin()
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.line, event)
        self.box.search_now()

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.line, key)

    def popup(self) -> SearchPopup:
        found = self.box.popup()
        assert found is not None
        return found

    def texts(self) -> list[str]:
        return [row.text for row in self.popup().list.rows()]

    def current(self) -> str:
        row = self.popup().list.current_row()
        assert row is not None
        return row.text

    def opened(self) -> tuple[str, dict[str, object]]:
        """The page on screen and with what it was opened last."""
        page: Any = self.window.current_page()
        return page.name, page.opened[-1]


@pytest.fixture
def conversation_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    row = factory.add_conversation(services, trajectory_id)
    services.conversations.hold(row, summary=NOTE)
    return row.id


@pytest.fixture
def desk(qtbot: QtBot, services: Services, clock: FixedClock, conversation_id: uuid.UUID) -> Desk:
    factory.add_student(
        services, name="Yasmine El Idrissi", second_script="ياسمين الإدريسي", class_names="L5"
    )
    return Desk(qtbot, services, clock)


@pytest.fixture
def joint() -> Iterator[None]:
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)


class TestField:
    def test_has_the_measures_of_the_design(self, desk: Desk, qapp: QApplication) -> None:
        qapp.processEvents()
        assert desk.line.size().toTuple() == (312, 36)
        right = desk.line.mapTo(desk.window, QPoint(desk.line.width(), 0)).x()
        assert desk.window.new_button.mapTo(desk.window, QPoint(0, 0)).x() - right == 12

    def test_everything_has_a_name_and_is_whole(self, desk: Desk, qapp: QApplication) -> None:
        qapp.processEvents()
        assert nameless_in(desk.window.top_bar) == []
        assert clipped_in(desk.window.top_bar) == []

    def test_says_at_once_what_can_be_typed(self, desk: Desk) -> None:
        desk.begin()
        assert desk.popup().sentence.isVisible()
        assert "what you want to do" in desk.popup().sentence.text()
        assert desk.texts() == []

    def test_keeps_the_focus_while_the_list_is_open_and_gives_it_back(self, desk: Desk) -> None:
        desk.type("yas")
        assert desk.line.hasFocus()
        desk.press(Qt.Key.Key_Escape)
        assert desk.box.popup() is None
        assert desk.page.line.hasFocus()  # type: ignore[attr-defined]
        assert desk.line.text() == ""

    def test_the_list_closes_when_something_else_is_clicked(self, desk: Desk) -> None:
        desk.type("yas")
        desk.page.line.setFocus()  # type: ignore[attr-defined]
        assert desk.box.popup() is None

    def test_typing_searches_after_a_moment(self, desk: Desk) -> None:
        desk.begin()
        desk.qtbot.keyClicks(desk.line, "yas")
        desk.qtbot.waitUntil(lambda: desk.texts() == ["Students", "Yasmine El Idrissi"])


class TestList:
    def test_shows_students_commands_and_what_was_written_under_headings(self, desk: Desk) -> None:
        desk.type("st")
        assert desk.texts() == ["Go to and do", "Students", "Conversations", NOTE]
        desk.line.clear()
        desk.type("l")
        assert desk.texts() == ["Students", "Łukasz Wójcik"]

    def test_says_where_and_when_and_marks_the_words(self, desk: Desk, services: Services) -> None:
        desk.type("lukasz vraag breuk")
        row = desk.popup().list.current_row()
        assert row is not None
        assert [row.text[start:end] for start, end in row.marks] == ["vraag", "breuk"]
        assert row.second == "Łukasz Wójcik, Weekly coaching conversation"
        assert row.right
        assert row.spoken == f"{row.text}, {row.second}, {row.right}"

    def test_arrows_pass_headings_and_go_round(self, desk: Desk) -> None:
        desk.type("st")
        assert desk.current() == "Students"
        desk.press(Qt.Key.Key_Down)
        assert desk.current() == NOTE
        desk.press(Qt.Key.Key_Down)
        assert desk.current() == "Students"
        desk.press(Qt.Key.Key_Up)
        assert desk.current() == NOTE

    def test_says_when_nothing_is_found_and_what_was_searched(self, desk: Desk) -> None:
        desk.type("zzz")
        assert desk.popup().sentence.text().startswith("Nothing found for “zzz”. Searched: names,")
        desk.press(Qt.Key.Key_Return)
        assert desk.window.current_name() == "students"

    def test_lies_inside_the_window_below_the_field(self, desk: Desk, qapp: QApplication) -> None:
        desk.type("st")
        qapp.processEvents()
        place = desk.popup().geometry()
        assert desk.window.rect().contains(place)
        assert place.top() > desk.line.mapTo(desk.window, QPoint(0, desk.line.height())).y()
        assert place.width() >= 480
        assert desk.popup().list.verticalScrollBar().maximum() == 0


class TestOpening:
    def test_a_student_opens_the_page(self, desk: Desk, trajectory_id: uuid.UUID) -> None:
        desk.type("lukasz")
        desk.press(Qt.Key.Key_Return)
        assert desk.opened() == ("student", {"trajectory_id": trajectory_id})
        assert desk.box.popup() is None
        assert desk.line.text() == ""

    def test_enter_does_not_wait_for_the_list(self, desk: Desk, trajectory_id: uuid.UUID) -> None:
        desk.begin()
        desk.qtbot.keyClicks(desk.line, "lukas")
        desk.press(Qt.Key.Key_Return)
        assert desk.opened() == ("student", {"trajectory_id": trajectory_id})

    def test_a_click_opens_what_was_written(self, desk: Desk, conversation_id: uuid.UUID) -> None:
        desk.type("breuken")
        view = desk.popup().list
        middle = view.visualRect(view.model().index(1, 0)).center()
        desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert desk.opened() == ("conversation", {"conversation_id": conversation_id})

    def test_a_click_on_a_heading_opens_nothing(self, desk: Desk) -> None:
        desk.type("breuken")
        view = desk.popup().list
        middle = view.visualRect(view.model().index(0, 0)).center()
        desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert desk.window.current_name() == "students"
        assert desk.line.hasFocus()

    def test_a_comment_opens_its_sheet(
        self, desk: Desk, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        round_id = factory.add_round(services, trajectory_id)
        factory.score_all(services, round_id, comment="Kijkt eerst rond")
        desk.type("kijkt")
        desk.press(Qt.Key.Key_Return)
        assert desk.opened() == (
            "score_sheet",
            {"round_id": round_id, "perspective": Perspective.WORKPLACE, "strand": Strand.STUDENT_PART},
        )

    def test_an_agreement_opens_the_talk_in_which_it_was_made(
        self, desk: Desk, services: Services, conversation_id: uuid.UUID
    ) -> None:
        services.talks.add_agreement(
            conversation_id, AgreementValues(party=Party.STUDENT, text="Weekplanning tonen")
        )
        desk.type("weekplanning")
        desk.press(Qt.Key.Key_Return)
        assert desk.opened() == ("conversation", {"conversation_id": conversation_id})

    def test_words_of_a_command_do_it(self, desk: Desk) -> None:
        desk.type("conv plan")
        assert desk.texts() == ["Go to and do", "Plan conversation"]
        row = desk.popup().list.current_row()
        assert row is not None
        assert row.right == "Ctrl+N"
        desk.press(Qt.Key.Key_Return)
        assert desk.opened() == ("printing", {"new": True})


class TestRoom:
    def test_a_narrow_bar_has_a_button_that_takes_the_room_of_the_title(
        self, desk: Desk, qapp: QApplication
    ) -> None:
        desk.window.resize(720, 420)
        qapp.processEvents()
        assert desk.line.isHidden()
        assert desk.box.button.isVisible()
        assert clipped_in(desk.window.top_bar) == []
        desk.begin()
        qapp.processEvents()
        assert desk.line.width() == theme.scaled(FULL_WIDTH)
        assert not any(label.text() for label in desk.window.top_bar.findChildren(Label) if label.isVisible())
        assert desk.window.rect().contains(desk.popup().geometry())
        desk.press(Qt.Key.Key_Escape)
        assert desk.line.isHidden()
        assert desk.window.top_bar.title() == "students"
        assert nameless_in(desk.window.top_bar) == []

    @pytest.mark.parametrize("width", [720, 800, 860, 920, 980, 1040, 1100, 1366])
    def test_the_words_after_the_title_are_whole_or_end_in_dots(
        self, desk: Desk, qapp: QApplication, width: int
    ) -> None:
        desk.window.resize(width, 500)
        qapp.processEvents()
        assert clipped_in(desk.window.top_bar) == []
        assert desk.window.top_bar.subtitle() == "Basisschool De Vlinderboom, 2025-26"

    def test_comes_back_in_a_wide_bar(self, desk: Desk, qapp: QApplication) -> None:
        desk.window.resize(720, 420)
        qapp.processEvents()
        desk.window.resize(1366, 768)
        qapp.processEvents()
        assert desk.line.isVisible()
        assert desk.box.button.isHidden()


def test_does_not_exist_on_a_screen_that_others_see(desk: Desk, joint: None) -> None:
    desk.window.show_page("printing")
    assert desk.box.isHidden()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert desk.box.isHidden()
    assert desk.box.popup() is None


def test_the_year_is_said_of_what_is_long_ago(desk: Desk, clock: FixedClock) -> None:
    desk.type("breuken")
    row = desk.popup().list.current_row()
    assert row is not None
    year = str(date(2026, 1, 1).year)
    assert year not in row.right
    clock.pass_time(days=400)
    desk.box.search_now()
    again = desk.popup().list.current_row()
    assert again is not None
    assert year in again.right
