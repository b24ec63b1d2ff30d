"""Whose Ctrl+Z it is, what is said after it, and where it does nothing."""

import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import joint_screen, language
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.page import Page, PageEntry

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class ClassPage(Page):
    """A page with a field, a text and a student whose class it keeps when it is asked to."""

    shows = frozenset({"Trajectory"})

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName("Class")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Note")
        self.can_keep = True
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.text)

    def title(self) -> str:
        return "Class"

    def refresh(self) -> None:
        self.line.setText(self.kept())

    def flush(self) -> bool:
        if self.can_keep and self.line.text() != self.kept():
            services = self.services
            assert isinstance(services, Services)
            with services.database.transaction(origin=self) as session:
                session.query(Trajectory).one().class_names = self.line.text()
        return self.can_keep

    def kept(self) -> str:
        services = self.services
        assert isinstance(services, Services)
        with services.database.reading() as session:
            return session.query(Trajectory).one().class_names


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    """Yasmine, in class L2 and since a moment in L5."""
    found = factory.add_student(services, name="Yasmine El Idrissi")
    with services.database.transaction() as session:
        session.get_one(Trajectory, found).class_names = "L5"
    return found


@pytest.fixture
def window(services: Services, trajectory_id: uuid.UUID, qtbot: QtBot) -> Iterator[MainWindow]:
    """The frame with one page, told of changes as the program tells it."""
    language.set_words(services.profile.values().words("en"))
    changes = Changes()
    services.subscribe(lambda notice: changes.announce(notice.entities, origin=notice.origin))
    made = MainWindow(
        services=services,
        changes=changes,
        now=services.clock.local,
        pages=(PageEntry(name="class", icon="students", label=lambda: "Class", factory=ClassPage),),
        dialogs=(),
        new_actions=(),
    )
    qtbot.addWidget(made)
    made.show()
    made.show_page("class")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    joint_screen.set_on(False)


def page_of(window: MainWindow) -> ClassPage:
    """The page on screen."""
    page = window.current_page()
    assert isinstance(page, ClassPage)
    return page


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    """Press keys with the focus on a widget."""
    widget.setFocus()
    QTest.keyClick(widget, key, modifiers)


def test_takes_back_shows_it_and_says_so(window: MainWindow) -> None:
    page = page_of(window)
    press(window.rail.item("class"), Qt.Key.Key_Z)
    assert page.line.text() == "L2"
    assert window.status_texts()[0] == "Undone: student, Yasmine"


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL)])
def test_does_it_again(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    page = page_of(window)
    press(window.rail.item("class"), Qt.Key.Key_Z)
    press(window.rail.item("class"), key, modifiers)
    assert page.line.text() == "L5"
    assert window.status_texts()[0] == "Done again: student, Yasmine"


@pytest.mark.parametrize("name", ["line", "text"])
def test_a_field_takes_back_its_own_letters_first(window: MainWindow, name: str) -> None:
    page = page_of(window)
    field: QLineEdit | QPlainTextEdit = getattr(page, name)
    before = page.line.text()
    field.setFocus()
    QTest.keyClicks(field, "x")
    press(field, Qt.Key.Key_Z)
    assert (page.line.text(), page.text.toPlainText()) == (before, "")
    assert page.kept() == "L5"
    press(field, Qt.Key.Key_Z)
    assert (page.line.text(), page.kept()) == ("L2", "L2")


def test_what_is_being_typed_is_kept_first(window: MainWindow) -> None:
    page = page_of(window)
    QTest.keyClicks(page.line, "6")
    press(window.rail.item("class"), Qt.Key.Key_Z)
    assert page.kept() == "L2"
    assert page.line.text() == "L2"


def test_what_cannot_be_kept_keeps_the_rest_as_it_is(window: MainWindow) -> None:
    page = page_of(window)
    page.can_keep = False
    press(window.rail.item("class"), Qt.Key.Key_Z)
    assert page.kept() == "L5"


def test_nothing_to_undo_is_said_quietly(window: MainWindow, clock: FixedClock) -> None:
    clock.pass_time(days=2)
    press(window.rail.item("class"), Qt.Key.Key_Z)
    assert window.status_texts()[0] == "Nothing to undo"
    assert page_of(window).kept() == "L5"


def test_nothing_to_do_again_is_said_quietly(window: MainWindow) -> None:
    press(window.rail.item("class"), Qt.Key.Key_Y)
    assert window.status_texts()[0] == "Nothing to do again"


def test_a_refusal_is_said(window: MainWindow, services: Services, trajectory_id: uuid.UUID) -> None:
    with services.database.transaction(undoable=False) as session:
        session.get_one(Trajectory, trajectory_id).class_names = "L6"
    press(window.rail.item("class"), Qt.Key.Key_Z)
    assert "Nothing was overwritten" in window.status_texts()[0]
    assert page_of(window).line.text() == "L6"


def test_on_a_shared_screen_nothing_is_taken_back(window: MainWindow) -> None:
    joint_screen.set_on(True)
    press(window.rail.item("class"), Qt.Key.Key_Z)
    assert window.status_texts()[0] == "No undo on a shared screen"
    assert page_of(window).kept() == "L5"


def test_a_field_that_goes_with_its_dialog_leaves_the_keys_as_they_are(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    field = QLineEdit(dialog)
    dialog.open()
    field.setFocus()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    text = page_of(window).text
    text.setFocus()
    QTest.keyClicks(text, "Kort")
    press(text, Qt.Key.Key_Z)
    assert text.toPlainText() == ""
