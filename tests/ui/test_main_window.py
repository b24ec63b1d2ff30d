"""The frame: rail, top bar, status line, shortcuts, way back, lock and remembered size."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wpl_desktop.ui import theme
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.page import Page, PageEntry
from wpl_desktop.ui.places import NewAction

NOW = datetime(2025, 10, 16, 15, 31)  # noqa: DTZ001 - local time, as shown


class NotebookPage(Page):
    """A page with one field that writes down what the frame does to it."""

    shows = frozenset({"note"})

    def __init__(self, title: str, *, back: str | None = None) -> None:
        super().__init__()
        self.calls: list[str] = []
        self._title = title
        self._back = back
        self._place: dict[str, object] = {}
        self.line = QLineEdit()
        self.line.setAccessibleName("Note")
        QVBoxLayout(self).addWidget(self.line)

    def open(self, **arguments: object) -> bool:
        self.calls.append(f"open {sorted(arguments.items())}")
        self._place = arguments
        return False

    def refresh(self) -> None:
        self.calls.append("refresh")

    def title(self) -> str:
        return self._title

    def place(self) -> dict[str, object]:
        return self._place

    def set_title(self, title: str) -> None:
        self._title = title
        self.heading_changed.emit()

    def subtitle(self) -> str:
        return "2025-26"

    def initials(self) -> str:
        return "ŁW" if self._back else ""

    @property
    def back_target(self) -> str | None:
        return self._back

    def focus_first(self) -> None:
        self.line.setFocus()


class Memory:
    """Settings in memory."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def set(self, key: str, value: str) -> None:
        self.values[key] = value


class Desk:
    """A window with four pages, of which one stands outside the rail and one at its bottom."""

    def __init__(self, qtbot: QtBot, **options: Any) -> None:
        self.made: list[str] = []
        self.changes = Changes()
        self.services = object()
        entries = (
            self._entry("students", "Students"),
            self._entry("printing", "Print"),
            self._entry("student", "Łukasz", back="students", in_rail=False, belongs_to="students"),
            self._entry("settings", "Settings", at_bottom=True, shortcut="Ctrl+,"),
        )
        new = (
            NewAction(
                label=lambda: "Add student", icon="plus", target="students", arguments={"new": "student"}
            ),
        )
        options.setdefault("idle_minutes", 0)
        self.window = MainWindow(
            services=self.services,
            changes=self.changes,
            now=lambda: NOW,
            pages=entries,
            new_actions=options.pop("new_actions", new),
            **options,
        )
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()

    def page(self, name: str) -> NotebookPage:
        page = self.window.show_page(name)
        assert isinstance(page, NotebookPage)
        return page

    def _entry(self, name: str, title: str, *, back: str | None = None, **options: Any) -> PageEntry:
        def make() -> Page:
            self.made.append(name)
            return NotebookPage(title, back=back)

        return PageEntry(name=name, icon="students", label=lambda: title, factory=make, **options)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_pages_are_made_when_first_shown_and_only_once(desk: Desk) -> None:
    assert desk.made == []
    page = desk.page("students")
    desk.page("printing")
    assert desk.page("students") is page
    assert desk.made == ["students", "printing"]
    assert page.services is desk.services
    assert page.calls == ["open []", "refresh"]


def test_arguments_reach_the_page_each_time(desk: Desk) -> None:
    page = desk.page("students")
    desk.window.show_page("students", student="a")
    assert page.calls[-1] == "open [('student', 'a')]"


def test_an_unknown_page_is_an_error(desk: Desk) -> None:
    with pytest.raises(KeyError):
        desk.window.show_page("nowhere")


def test_the_rail_holds_the_pages_and_marks_the_open_one(qtbot: QtBot, desk: Desk) -> None:
    qtbot.mouseClick(desk.window.rail.item("printing"), Qt.MouseButton.LeftButton)
    assert desk.window.current_name() == "printing"
    assert desk.window.rail.item("printing").is_marked()
    desk.window.show_page("student")
    assert desk.window.rail.item("students").is_marked()
    assert not desk.window.rail.item("printing").is_marked()
    with pytest.raises(KeyError):
        desk.window.rail.item("student")


def test_the_settings_stand_above_the_lock_and_are_not_counted(qtbot: QtBot, desk: Desk) -> None:
    rail = desk.window.rail
    qtbot.waitExposed(desk.window)
    places = [rail.item(name).geometry().top() for name in ("students", "printing", "settings", "lock")]
    assert places == sorted(places)
    assert places[2] - places[1] > rail.item("printing").height() * 2
    assert rail.item("settings").toolTip() == "Ctrl+,"
    page = desk.page("students")
    qtbot.waitUntil(page.line.hasFocus)
    qtbot.keyClick(page.line, "3", Qt.KeyboardModifier.ControlModifier)
    assert desk.window.current_name() == "students"
    qtbot.keyClick(page.line, ",", Qt.KeyboardModifier.ControlModifier)
    assert desk.window.current_name() == "settings"
    assert rail.item("settings").is_marked()


def test_a_page_tells_of_a_backup_asks_for_the_lock_and_has_things_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    desk = Desk(qtbot, settings=memory)
    page = desk.page("settings")
    page.backed_up.emit(NOW)
    assert "Back-up today 15:31" in desk.window.status_texts()
    page.remember_requested.emit("scheme", "dark")
    assert memory.values["scheme"] == "dark"
    with qtbot.waitSignal(desk.window.lock_requested):
        page.lock_requested.emit()


def test_the_top_bar_says_what_is_open_and_leads_back(qtbot: QtBot, desk: Desk) -> None:
    desk.page("students")
    bar = desk.window.top_bar
    assert (bar.title(), bar.subtitle()) == ("Students", "2025-26")
    assert bar.back.isHidden()
    assert bar.avatar.isHidden()
    page = desk.page("student")
    assert bar.title() == "Łukasz"
    assert bar.avatar.initials() == "ŁW"
    page.set_title("Łukasz Wójcik")
    assert bar.title() == "Łukasz Wójcik"
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert desk.window.current_name() == "students"


def test_the_way_back_leads_along_the_places_one_came_from(desk: Desk) -> None:
    window = desk.window
    window.show_page("printing")
    window.show_page("student", student="a")
    window.show_page("student", student="b")
    window.show_page("printing", student="b")
    back: list[tuple[str, dict[str, object]]] = []
    while not window.top_bar.back.isHidden():
        window.top_bar.back.click()
        here = window.here()
        assert here is not None
        back.append((here.page, here.arguments))
    assert back[:2] == [("student", {"student": "b"}), ("student", {"student": "a"})]
    assert [name for name, _ in back[2:]] == ["printing"]


def test_a_page_of_the_rail_opened_for_itself_is_a_beginning(desk: Desk) -> None:
    window = desk.window
    window.show_page("printing")
    window.show_page("student", student="a")
    window.show_page("students")
    assert window.top_bar.back.isHidden()
    window.top_bar.back_requested.emit()
    assert window.current_name() == "students"


def test_going_back_leaves_a_page_that_still_shows_it_as_it_was(desk: Desk) -> None:
    page = desk.page("student")
    desk.window.show_page("student", student="a")
    desk.window.show_page("printing", student="a")
    desk.window.top_bar.back.click()
    assert desk.window.current_page() is page
    assert page.calls.count("open [('student', 'a')]") == 1


def test_who_came_from_nowhere_goes_to_the_page_above(desk: Desk) -> None:
    desk.window.show_page("student")
    desk.window.top_bar.back.click()
    assert desk.window.current_name() == "students"


def test_a_page_asks_for_the_way_back_and_for_the_end_of_the_demo(qtbot: QtBot, desk: Desk) -> None:
    desk.page("students")
    page = desk.page("student")
    with qtbot.waitSignal(desk.window.demo_removal_requested):
        page.demo_removal_requested.emit()
    page.back_requested.emit()
    assert desk.window.current_name() == "students"


def test_a_page_opens_another_page(desk: Desk) -> None:
    page = desk.page("students")
    page.open_requested.emit("student", {"student": "a"})
    assert desk.window.current_name() == "student"
    found = desk.window.current_page()
    assert isinstance(found, NotebookPage)
    assert found.calls[0] == "open [('student', 'a')]"


def test_focus_goes_to_the_page(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page("students")
    qtbot.waitUntil(page.line.hasFocus)


def test_shortcuts_switch_pages_lock_and_go_back(qtbot: QtBot, desk: Desk) -> None:
    page = desk.page("students")
    qtbot.waitUntil(page.line.hasFocus)
    qtbot.keyClick(page.line, "2", Qt.KeyboardModifier.ControlModifier)
    assert desk.window.current_name() == "printing"
    desk.window.show_page("student")
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.window.current_name() == "printing"
    with qtbot.waitSignal(desk.window.lock_requested):
        qtbot.keyClick(desk.window.focusWidget(), "l", Qt.KeyboardModifier.ControlModifier)


def test_the_lock_in_the_rail_asks_for_the_lock(qtbot: QtBot, desk: Desk) -> None:
    desk.page("students")
    with qtbot.waitSignal(desk.window.lock_requested):
        qtbot.mouseClick(desk.window.rail.item("lock"), Qt.MouseButton.LeftButton)
    assert desk.window.current_name() == "students"


def test_new_opens_the_page_that_makes_it(desk: Desk) -> None:
    page = desk.page("students")
    actions = desk.window.new_button.menu().actions()
    assert [action.text() for action in actions] == ["Add student"]
    actions[0].trigger()
    assert page.calls[-1] == "open [('new', 'student')]"


def test_ctrl_n_makes_the_first_thing(qtbot: QtBot) -> None:
    action = NewAction(
        label=lambda: "Plan",
        icon="agenda",
        target="students",
        arguments={"new": "conversation"},
        shortcut="Ctrl+N",
    )
    desk = Desk(qtbot, new_actions=(action,))
    page = desk.page("printing")
    qtbot.waitUntil(page.line.hasFocus)
    qtbot.keyClick(page.line, "n", Qt.KeyboardModifier.ControlModifier)
    assert desk.window.current_name() == "students"


def test_something_new_begins_with_what_the_page_is_about(qtbot: QtBot) -> None:
    action = NewAction(label=lambda: "Plan", icon="agenda", target="printing", begins_with_subject=True)
    desk = Desk(qtbot, new_actions=(action,))
    page = desk.page("students")
    page.subject = lambda: {"trajectory_id": 7}
    desk.window.new_button.menu().actions()[0].trigger()
    assert "open [('trajectory_id', 7)]" in desk.page("printing").calls


def test_what_has_no_page_cannot_be_made(qtbot: QtBot) -> None:
    desk = Desk(qtbot, new_actions=(NewAction(label=lambda: "Card", icon="plus", target="support"),))
    assert desk.window.new_button.isHidden()


def test_the_status_line_says_when_something_was_saved(desk: Desk) -> None:
    page = desk.page("students")
    desk.window.set_profile("Griet Vanhaverbeke", True)
    desk.window.set_backup(NOW.replace(hour=9, minute=0))
    page.saved.emit()
    assert desk.window.status_texts() == (
        "Saved 15:31",
        "Encrypted",
        "Back-up today 09:00",
        "Griet Vanhaverbeke",
    )


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (None, "No back-up yet"),
        (NOW.replace(day=15), "Back-up yesterday 15:31"),
        (NOW.replace(month=5, day=1), "Back-up 1 May 2025"),
    ],
)
def test_the_status_line_says_how_old_the_backup_is(desk: Desk, at: datetime | None, text: str) -> None:
    desk.window.set_backup(at)
    assert text in desk.window.status_texts()


def test_a_change_refreshes_the_visible_page_now_and_the_other_when_shown(desk: Desk) -> None:
    hidden, visible = desk.page("students"), desk.page("printing")
    desk.changes.announce(["note"])
    assert visible.calls.count("refresh") == 2
    assert hidden.calls.count("refresh") == 1
    desk.page("students")
    assert hidden.calls.count("refresh") == 2


def test_the_window_asks_for_the_lock_when_nobody_uses_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    with qtbot.waitSignal(desk.window.lock_requested, timeout=2000):
        desk.window.set_idle_minutes(0.05 / 60)


def test_using_the_window_puts_the_lock_off(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    page = desk.page("students")
    qtbot.waitUntil(page.line.hasFocus)
    locks: list[bool] = []
    desk.window.lock_requested.connect(lambda: locks.append(True))
    desk.window.set_idle_minutes(0.4 / 60)
    handle = desk.window.windowHandle()
    for _ in range(6):
        qtbot.wait(100)
        QTest.mouseMove(handle, QPoint(300, 300))
        QTest.keyClick(handle, Qt.Key.Key_A)
    assert locks == []
    qtbot.waitUntil(lambda: bool(locks), timeout=2000)


def test_the_size_is_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    desk = Desk(qtbot, settings=memory)
    desk.window.resize(760, 600)
    desk.window.close()
    again = Desk(qtbot, settings=memory)
    assert (again.window.width(), again.window.height()) == (760, 600)


def test_a_damaged_memory_is_no_reason_to_stop(qtbot: QtBot) -> None:
    memory = Memory()
    memory.values["main_window/geometry"] = "no base64 at all"
    desk = Desk(qtbot, settings=memory)
    assert desk.window.width() >= 720


def test_the_measures_of_the_design(qtbot: QtBot, desk: Desk, qapp: QApplication) -> None:
    desk.window.resize(1366, 768)
    desk.page("students")
    qapp.processEvents()
    assert desk.window.rail.width() == 88
    assert desk.window.rail.item("students").height() == 60
    assert desk.window.top_bar.height() == 56
    assert desk.window.status.height() == 28


def test_dark_reaches_the_whole_frame(qtbot: QtBot, desk: Desk, qapp: QApplication) -> None:
    desk.page("students")
    theme.set_scheme("dark")
    qapp.processEvents()
    image = desk.window.grab().toImage()
    tokens = theme.tokens()
    assert image.pixelColor(44, desk.window.height() - 200) == tokens.rail
    assert image.pixelColor(600, 5) == tokens.page
    icon = desk.window.new_button.menu().actions()[0].icon().pixmap(24).toImage()
    assert icon.pixelColor(12, 12) == tokens.muted
    assert image.pixelColor(600, desk.window.height() - 4) == tokens.rail


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.page("student")
    nameless = [
        widget
        for widget in desk.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not _spoken_name(widget)
    ]
    assert nameless == []


def _spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
