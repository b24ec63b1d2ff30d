"""R5 on the joint screen: who looks along sees no levels of a round before it is put side by side."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.factory import FixedClock
from tests.reveal import mark_everybody_ready, reveal
from tests.ui.reading import words_in
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.ui import joint_screen, language
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage
from wpl_desktop.ui.printing.printing_page import PrintingPage


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Services]:
    _, services = make_demo(tmp_path, clock=FixedClock(), language="nl")
    language.set_words(services.profile.values().words("en"))
    yield services
    language.set_words({})
    services.close()


@pytest.fixture
def hidden(demo: Services) -> tuple[uuid.UUID, uuid.UUID]:
    """A student and a round with levels of the workplace that was not put side by side yet."""
    for row in demo.student_list.names():
        for found in demo.rounds.of_student(row.trajectory_id):
            shown = joint_screen.rounds_to_show(demo, row.trajectory_id)
            if found.id not in shown and demo.reporting.says_anything(found.id):
                return row.trajectory_id, found.id
    raise AssertionError("the demo year has an unfinished round")


@pytest.fixture
def joint() -> Iterator[None]:
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)


def sheet_page(qtbot: QtBot, demo: Services, round_id: uuid.UUID) -> ScoreSheetPage:
    page = ScoreSheetPage()
    qtbot.addWidget(page)
    page.set_services(demo)
    page.resize(1200, 700)
    page.show()
    page.open(round_id=round_id)
    page.focus_first()
    return page


def test_a_sheet_before_the_reveal_says_why_it_is_not_there(
    qtbot: QtBot, demo: Services, hidden: tuple[uuid.UUID, uuid.UUID], joint: None
) -> None:
    trajectory_id, round_id = hidden
    page = sheet_page(qtbot, demo, round_id)
    assert "side by side" in page.apart.text()
    assert page.focusWidget() is page.apart.button
    assert not page.columns.isVisible()
    assert not page.bar.isVisible()
    assert page.list.rows() == []
    assert page.subject() == {"trajectory_id": trajectory_id}
    with qtbot.waitSignal(page.back_requested):
        page.apart.button.click()


def test_after_the_reveal_the_sheet_is_there(
    qtbot: QtBot, demo: Services, hidden: tuple[uuid.UUID, uuid.UUID], joint: None
) -> None:
    _, round_id = hidden
    page = sheet_page(qtbot, demo, round_id)
    mark_everybody_ready(demo, round_id)
    page.refresh()
    assert page.list.rows() == []
    reveal(demo, round_id)
    page.refresh()
    assert page.columns.isVisible()
    assert page.bar.isVisible()
    assert not page.apart.isVisible()
    assert page.list.rows()


def test_alone_the_own_sheet_opens(qtbot: QtBot, demo: Services, hidden: tuple[uuid.UUID, uuid.UUID]) -> None:
    page = sheet_page(qtbot, demo, hidden[1])
    assert page.list.rows()
    assert not page.apart.isVisible()


def test_its_report_is_not_there_either_and_other_rounds_are(
    qtbot: QtBot, demo: Services, hidden: tuple[uuid.UUID, uuid.UUID], joint: None
) -> None:
    trajectory_id, round_id = hidden
    page = PrintingPage()
    qtbot.addWidget(page)
    page.set_services(demo)
    page.resize(1200, 700)
    page.show()
    shown = joint_screen.rounds_to_show(demo, trajectory_id)
    page.open(round_id=round_id)
    choice = page.options.choice()
    if shown:
        assert choice is not None
        assert choice.round_id in shown
        return
    assert choice is None
    assert any("side by side" in words for words in words_in(page))
    assert not page.area.no_round.button.isVisible()
    assert not page.texts_button.isEnabled()
    assert page.preview.file is None
