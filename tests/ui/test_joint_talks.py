"""Talks on the joint screen (F9): of a return day only the one student, nothing of the concern track by the way."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import Pristine
from tests.services import test_talk_privacy as told
from tests.ui.reading import shown, words_in
from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.ui import joint_screen, language
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.joint_window import Frame, JointMode, JointWindow
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.places import DIALOGS

TABS = ("timeline", "evaluations", "conversations", "data")
OTHERS = (told.OTHER_NAME, told.OTHER_CALL_NAME, told.OTHER_TAKE_AWAY)
MENTORS_OWN = (told.WELLBEING, told.COACHING, told.COACHING_LINE, told.CONCERN, told.CONCERN_LINE)


@pytest.fixture(scope="module")
def profile(
    pristine: Pristine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Services, uuid.UUID]]:
    """The story of the privacy tests, and its first student; read only."""
    services = pristine.open_in(tmp_path_factory.mktemp("joint"))
    yield services, told.tell(services)[0]
    services.close()


@pytest.fixture
def main(qtbot: QtBot, profile: tuple[Services, uuid.UUID]) -> Iterator[MainWindow]:
    services, _ = profile
    window = MainWindow(services=services, changes=Changes(), now=services.clock.local)
    qtbot.addWidget(window)
    language.set_words(services.profile.values().words("en"))
    window.resize(1366, 768)
    window.show()
    yield window
    language.set_words({})


@pytest.fixture
def joint(main: MainWindow, profile: tuple[Services, uuid.UUID]) -> Iterator[JointWindow]:
    """The joint window of the student."""
    services, student = profile
    mode = JointMode(main, Frame(services=services, changes=Changes(main), now=services.clock.local))
    mode.begin("student", {"trajectory_id": student}, student)
    window = mode.window()
    assert window is not None
    yield window
    mode.end(back=False)


def everything_on(window: QWidget) -> str:
    """All words of a window, what stands in fields and what is painted too."""
    QTest.qWait(40)
    fields = [field.text() for field in shown(window, QLineEdit)]
    areas = [area.toPlainText() for kind in (QPlainTextEdit, QTextEdit) for area in shown(window, kind)]
    return "\n".join((*words_in(window), *fields, *areas))


def found_on(window: QWidget, words: tuple[str, ...]) -> set[str]:
    text = everything_on(window)
    return {word for word in words if word in text}


def talks_of(profile: tuple[Services, uuid.UUID]) -> list[ConversationRow]:
    services, student = profile
    return services.conversations.of_student(student)


def dialog_of(
    parent: QWidget, profile: tuple[Services, uuid.UUID], name: str, talk: ConversationRow
) -> QDialog:
    """A dialog about one talk, as the joint window would open it."""
    services, student = profile
    arguments: dict[str, object] = {"conversation_id": talk.id}
    if name == "hold_dialog":
        arguments = {"trajectory_id": student, "conversation": talk}
    entry = next(entry for entry in DIALOGS if entry.name == name)
    dialog = entry.make(services, parent, lambda _name, _arguments: None, arguments)
    dialog.show()
    return dialog


def test_no_page_shows_others_or_what_is_the_mentors_own(
    joint: JointWindow, profile: tuple[Services, uuid.UUID]
) -> None:
    _, student = profile
    for tab in TABS:
        joint.show_page("student", trajectory_id=student, tab=tab)
        assert found_on(joint, (*OTHERS, *MENTORS_OWN, told.PLAN)) == set(), tab
    for talk in talks_of(profile):
        joint.show_page("conversation", conversation_id=talk.id)
        assert joint.current_name() == "conversation"
        assert found_on(joint, (*OTHERS, *MENTORS_OWN, told.PLAN)) == set(), talk


def test_the_main_window_shows_them(main: MainWindow, profile: tuple[Services, uuid.UUID]) -> None:
    """The control."""
    seen: set[str] = set()
    for talk in talks_of(profile):
        if talk.state is ConversationState.HELD:
            main.show_page("conversation", conversation_id=talk.id)
            seen |= found_on(main, (*OTHERS, *MENTORS_OWN))
    assert seen >= {told.OTHER_CALL_NAME, told.WELLBEING, told.COACHING, told.CONCERN, told.CONCERN_LINE}
    assert told.OTHER_TAKE_AWAY not in seen


@pytest.mark.parametrize("name", ["not_held_dialog", "hold_dialog", "calendar_dialog"])
def test_no_dialog_does_either(joint: JointWindow, profile: tuple[Services, uuid.UUID], name: str) -> None:
    assert joint_screen.is_on()
    for talk in talks_of(profile):
        dialog = dialog_of(joint, profile, name, talk)
        assert found_on(dialog, (*OTHERS, *MENTORS_OWN, told.PLAN)) == set(), talk
        dialog.reject()


@pytest.mark.parametrize("name", ["plan_dialog", "student_dialog", "new_year_dialog"])
def test_what_names_everybody_does_not_open(joint: JointWindow, name: str) -> None:
    page = joint.current_page()
    assert page is not None
    page.open_requested.emit(name, {})
    assert joint.current_name() == "student"
    assert any("F9" in text for text in joint.status_texts())


@pytest.mark.parametrize("page", ["agenda", "agreements", "school_year"])
def test_pages_of_everybody_are_refused(joint: JointWindow, page: str) -> None:
    joint.show_page(page)
    assert joint.current_name() == "student"


def test_the_growth_plan_is_opened_on_purpose_only(
    joint: JointWindow, profile: tuple[Services, uuid.UUID]
) -> None:
    """It is made together with the student; nothing leads to it while somebody looks along."""
    services, student = profile
    concern = next(talk for talk in talks_of(profile) if services.talks.view(talk.id).discreet)
    for page, arguments in (
        ("student", {"trajectory_id": student}),
        ("conversation", {"conversation_id": concern.id}),
    ):
        joint.show_page(page, **arguments)
        assert "Growth plan" not in {button.text() for button in shown(joint, QAbstractButton)}
    joint.show_page("growth_plan", trajectory_id=student)
    assert found_on(joint, (*OTHERS, *MENTORS_OWN)) == set()
    assert found_on(joint, (told.PLAN,))
