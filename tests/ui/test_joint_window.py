"""The joint screen (F9): one student in large type, and nothing of others, of coaching notes or of wellbeing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.factory import FixedClock
from tests.ui.reading import shown, words_in
from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.errors import StorageFull
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.ui import joint_screen, language, theme
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.joint_window import LARGER, Frame, JointMode, JointWindow
from wpl_desktop.ui.main_window import MainWindow

RESOURCES = Path(__file__).parents[2] / "resources"
TABS = ("timeline", "evaluations", "conversations", "data")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The demo year, in January."""
    _, services = make_demo(tmp_path_factory.mktemp("demo"), clock=FixedClock(), language="nl")
    yield services
    services.close()


@pytest.fixture
def mode(qtbot: QtBot, demo: Services) -> Iterator[JointMode]:
    changes = Changes()
    main = MainWindow(services=demo, changes=changes, now=demo.clock.local)
    qtbot.addWidget(main)
    language.set_words(demo.profile.values().words("en"))
    made = JointMode(main, Frame(services=demo, changes=changes, now=demo.clock.local))
    main.resize(1366, 768)
    main.show()
    main.show_page("today")
    yield made
    made.end(back=False)
    changes.setParent(main)
    language.set_words({})
    assert not joint_screen.is_on()


def student(demo: Services, call_name: str) -> uuid.UUID:
    return next(row.trajectory_id for row in demo.student_list.names() if row.call_name == call_name)


def main_of(mode: JointMode) -> MainWindow:
    found = mode.parent()
    assert isinstance(found, MainWindow)
    return found


def begun(mode: JointMode, page: str, **arguments: object) -> JointWindow:
    """The joint window, by F9 on a page of the main window."""
    main = main_of(mode)
    main.show_page(page, **arguments)
    main.activateWindow()
    QTest.keyClick(main, Qt.Key.Key_F9)
    QTest.qWait(20)
    window = mode.window()
    assert window is not None
    return window


def everything_on(window: MainWindow) -> str:
    """All words of a window, what is painted by views and what stands in fields too."""
    QTest.qWait(60)
    fields = [field.text() for field in shown(window, QLineEdit)]
    areas = [area.toPlainText() for area in shown(window, QPlainTextEdit)]
    return "\n".join((*words_in(window), *fields, *areas))


def secrets_of(demo: Services, trajectory_id: uuid.UUID) -> set[str]:
    """The coaching notes of one student, and what was said about wellbeing."""
    notes: set[str] = set()
    for row in demo.conversations.of_student(trajectory_id):
        view = demo.talks.view(row.id)
        for item in view.items:
            if item.note and (item.wellbeing or row.hat is Hat.COACH):
                notes.add(item.note)
        if row.hat is Hat.COACH and row.summary:
            notes.add(row.summary)
    return notes


def places_of(demo: Services, trajectory_id: uuid.UUID) -> Iterator[tuple[str, dict[str, object]]]:
    """Every page that can be asked for about a student."""
    for tab in TABS:
        yield "student", {"trajectory_id": trajectory_id, "tab": tab}
    for row in demo.conversations.of_student(trajectory_id):
        yield "conversation", {"conversation_id": row.id}
    for found in demo.rounds.of_student(trajectory_id):
        yield "score_sheet", {"round_id": found.id}
        yield "printing", {"round_id": found.id}


def test_nothing_of_others_no_coaching_note_and_no_wellbeing_on_any_page(
    demo: Services, mode: JointMode
) -> None:
    mine = student(demo, "Łukasz")
    others = {row.name for row in demo.student_list.names() if row.trajectory_id != mine}
    secrets = secrets_of(demo, mine)
    assert len(others) == 3
    assert secrets
    window = begun(mode, "student", trajectory_id=mine)
    for name, arguments in places_of(demo, mine):
        window.show_page(name, **arguments)
        words = everything_on(window)
        assert {other for other in others if other in words} == set(), (name, arguments)
        assert {note for note in secrets if note[:40] in words} == set(), (name, arguments)
    # The control: the main window does show them.
    mode.end()
    main = main_of(mode)
    main.show_page("students")
    seen = everything_on(main)
    for row in demo.conversations.of_student(mine):
        if row.state is ConversationState.HELD and row.hat is Hat.COACH:
            main.show_page("conversation", conversation_id=row.id)
            seen += everything_on(main)
    assert {note for note in secrets if note[:40] in seen}
    main.show_page("student", trajectory_id=mine, tab="timeline")
    timeline = everything_on(main)
    assert {note for note in secrets if note[:40] in timeline}
    main.show_page("today")
    assert {other for other in others if other in everything_on(main)}


@pytest.mark.parametrize("page", ["today", "students", "settings", "bin"])
def test_pages_of_everybody_are_refused(demo: Services, mode: JointMode, page: str) -> None:
    window = begun(mode, "student", trajectory_id=student(demo, "Zoë"))
    window.show_page(page)
    assert window.current_name() == "student"
    assert any("F9" in text for text in window.status_texts())


def test_another_student_is_refused(demo: Services, mode: JointMode) -> None:
    window = begun(mode, "student", trajectory_id=student(demo, "Zoë"))
    window.show_page("student", trajectory_id=student(demo, "Hạnh"))
    assert window.top_bar.title() == "Zoë Van den Broeck"


def test_dialogs_in_which_others_are_named_do_not_open(demo: Services, mode: JointMode) -> None:
    mine = student(demo, "Zoë")
    window = begun(mode, "student", trajectory_id=mine)
    page = window.current_page()
    assert page is not None
    for name in ("plan_dialog", "student_dialog"):
        page.open_requested.emit(name, {"trajectory_id": mine})
        assert QApplication.activeModalWidget() is None


def test_there_is_no_rail_no_search_and_nothing_new(demo: Services, mode: JointMode) -> None:
    window = begun(mode, "student", trajectory_id=student(demo, "Zoë"))
    assert window.rail.isHidden()
    assert window.search.isHidden()
    assert window.new_button.isHidden()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current_name() == "student"


def test_the_type_is_larger_and_small_again_afterwards(demo: Services, mode: JointMode) -> None:
    before = theme.font("base").pixelSize()
    begun(mode, "student", trajectory_id=student(demo, "Zoë"))
    assert theme.font("base").pixelSize() == round(before * LARGER)
    mode.end()
    assert theme.font("base").pixelSize() == before
    assert not joint_screen.is_on()


def test_f9_comes_back_to_the_same_page(demo: Services, mode: JointMode) -> None:
    mine = student(demo, "Zoë")
    round_id = demo.rounds.of_student(mine)[0].id
    window = begun(mode, "student", trajectory_id=mine)
    window.show_page("score_sheet", round_id=round_id)
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.qWait(50)
    main = main_of(mode)
    assert mode.window() is None
    assert main.isVisible()
    assert main.current_name() == "score_sheet"


def test_what_was_typed_last_is_kept_when_it_ends(demo: Services, mode: JointMode) -> None:
    mine = student(demo, "Łukasz")
    talks = demo.conversations.of_student(mine)
    talk = next(row for row in talks if row.hat is Hat.EVALUATE and row.state is ConversationState.HELD)
    window = begun(mode, "student", trajectory_id=mine)
    window.show_page("conversation", conversation_id=talk.id)
    area = shown(window, QPlainTextEdit)[0]
    area.setFocus()
    QTest.keyClicks(area, "Samen gelezen. ")
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.qWait(50)
    assert mode.window() is None
    view = demo.talks.view(talk.id)
    assert any("Samen gelezen." in text for text in (view.row.summary, *(item.note for item in view.items)))


def test_without_a_student_f9_says_what_to_do(mode: JointMode) -> None:
    main = main_of(mode)
    main.show_page("settings")
    QTest.keyClick(main, Qt.Key.Key_F9)
    assert mode.window() is None
    assert any("joint screen" in text for text in main.status_texts())


def test_the_advice_goes_once_there_is_a_student(demo: Services, mode: JointMode) -> None:
    main = main_of(mode)
    main.show_page("settings")
    QTest.keyClick(main, Qt.Key.Key_F9)
    main.show_page("student", trajectory_id=student(demo, "Yasmine"), tab="timeline")
    assert not any("joint screen" in text for text in main.status_texts())


def test_what_was_said_goes_with_the_page(demo: Services, mode: JointMode) -> None:
    main = main_of(mode)
    main.show_page("settings")
    QTest.keyClick(main, Qt.Key.Key_F9)
    main.say("Put back")
    assert "Put back" in main.status_texts()
    main.show_page("student", trajectory_id=student(demo, "Yasmine"), tab="timeline")
    assert "Put back" not in main.status_texts()


def test_a_demo_stays_marked(demo: Services, mode: JointMode) -> None:
    """P30."""
    main_of(mode).set_profile("Griet", demo=True)
    window = begun(mode, "student", trajectory_id=student(demo, "Zoë"))
    assert window.is_demo()
    assert "Griet" not in window.status_texts()


def test_a_page_that_cannot_be_read_leaves_the_main_window_as_it_was(
    demo: Services, mode: JointMode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_trajectory_id: uuid.UUID) -> None:
        raise StorageFull

    about = student(demo, "Łukasz")
    with monkeypatch.context() as broken:
        broken.setattr(demo.trajectories, "detail", unreadable)
        with pytest.raises(StorageFull):
            mode.begin("student", {"trajectory_id": about}, about)
    assert main_of(mode).isVisible()
    assert not joint_screen.is_on()
    mode.begin("student", {"trajectory_id": about}, about)
    assert mode.window() is not None
