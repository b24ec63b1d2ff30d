"""A code from a paper: whose report it is, and whether the record still says the same."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from tests.ui.rounds.rounds import asked_of, make_final, open_dialog
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.rounds.code_dialog import CodeDialog


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    made = factory.add_round(services, trajectory_id)
    make_final(services, made)
    return made


@pytest.fixture
def code(services: Services, round_id: uuid.UUID) -> str:
    return services.finalising.versions(round_id)[0].code


@pytest.fixture
def dialog(qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget) -> CodeDialog:
    return open_dialog(qtbot, CodeDialog(services, round_id=round_id, parent=window))


@pytest.fixture
def joint() -> Iterator[None]:
    """Somebody looks along."""
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)


def check(dialog: CodeDialog, code: str) -> list[str]:
    """Type a code and press Enter; gives what is said of it."""
    dialog.code.clear()
    QTest.keyClicks(dialog.code, code)
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    return [line.text() for line in dialog.lines]


def test_a_code_says_whose_report_it_is_and_that_all_agrees(
    dialog: CodeDialog, code: str, qtbot: QtBot
) -> None:
    said = check(dialog, code.lower().replace("-", " "))
    qtbot.wait(50)
    assert dialog.who.text() == "Łukasz Wójcik"
    assert dialog.which.text() == "Round 1, version 1, made final on 22 Jan 2026 15:30"
    assert said == [
        "This is the version that holds.",
        "What was kept of it is intact.",
        "The round says the same today.",
    ]
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []


def test_a_paper_of_before_reopening_is_known_as_such(
    dialog: CodeDialog, code: str, services: Services, round_id: uuid.UUID
) -> None:
    services.finalising.reopen(round_id, reason="aanvullen")
    services.evaluations.save_report_texts(round_id, ReportTexts(strong="nu staat er iets"))
    assert check(dialog, code) == [
        "This version was opened again: a later one holds or is being made.",
        "What was kept of it is intact.",
        "The round says something else today.",
    ]


def test_the_report_of_that_version_opens(dialog: CodeDialog, code: str, round_id: uuid.UUID) -> None:
    asked = asked_of(dialog)
    check(dialog, code)
    QTest.keyClick(dialog.open_button, Qt.Key.Key_Return)
    assert asked == [("printing", {"round_id": round_id, "edition": 1})]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ABCD", "A code has 16 letters and digits, in four groups."),
        ("ABCD-EFGH-IJKL-MNOP", "No report in this profile has this code."),
        ("", "A code has 16 letters and digits, in four groups."),
    ],
)
def test_what_is_no_code_is_said_in_the_field(dialog: CodeDialog, typed: str, said: str) -> None:
    assert check(dialog, typed) == []
    assert dialog.code_field.error() == said
    assert dialog.answer.isHidden()
    assert dialog.isVisible()


def test_after_a_check_the_next_code_can_be_typed_at_once(dialog: CodeDialog, code: str) -> None:
    check(dialog, code)
    assert dialog.focusWidget() is dialog.code
    assert dialog.code.selectedText() == code
    QTest.keyClicks(dialog.code, "AB")
    assert dialog.code.text() == "AB"


def test_what_was_found_goes_away_with_the_next_letter(dialog: CodeDialog, code: str) -> None:
    check(dialog, code)
    assert dialog.answer.isVisible()
    QTest.keyClick(dialog.code, Qt.Key.Key_Backspace)
    assert dialog.answer.isHidden()
    assert dialog.found() is None


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_no_report_of_somebody_else(
    dialog: CodeDialog, services: Services, code: str
) -> None:
    other = factory.add_round(services, factory.add_student(services, name="Yasmine El Idrissi"))
    make_final(services, other)
    assert check(dialog, services.finalising.versions(other)[0].code) == []
    assert dialog.code_field.error() == "Not on the joint screen. Stop it first with F9."
    assert dialog.who.text() == ""
    assert len(check(dialog, code)) == 3
