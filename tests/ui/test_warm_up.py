"""Steps that are taken while nobody uses the window."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests import factory
from wpl_desktop.domain.errors import StorageFull
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import joint_screen, warm_up
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.readiness import make_ready
from wpl_desktop.ui.warm_up import WarmUp


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "REST_MILLISECONDS", 5)


def steps(taken: list[int]) -> Iterator[object]:
    for number in range(3):
        yield taken.append(number)


def test_every_step_is_taken_in_order(qtbot: QtBot) -> None:
    taken: list[int] = []
    owner = QObject()
    WarmUp(steps(taken), parent=owner)
    qtbot.waitUntil(lambda: taken == [0, 1, 2])


def test_stopped_it_takes_no_step_more(qtbot: QtBot) -> None:
    taken: list[int] = []
    owner = QObject()
    begun = WarmUp((taken.append(number) for number in count()), parent=owner)
    qtbot.waitUntil(lambda: len(taken) > 0)
    begun.stop()
    until_now = list(taken)
    qtbot.wait(50)
    assert taken == until_now


def test_between_two_slices_the_window_answers(qtbot: QtBot) -> None:
    taken: list[int] = []
    seen: list[int] = []
    owner = QObject()
    begun = WarmUp((taken.append(number) for number in count()), parent=owner)
    answers = QTimer(owner)
    answers.timeout.connect(lambda: seen.append(len(taken)))
    answers.start(1)
    qtbot.waitUntil(lambda: len({number for number in seen if number}) >= 3)
    begun.stop()


def test_nothing_is_made_while_somebody_looks_along(qtbot: QtBot) -> None:
    taken: list[int] = []
    owner = QObject()
    joint_screen.set_on(True)
    try:
        WarmUp(steps(taken), parent=owner)
        qtbot.wait(60)
        assert taken == []
    finally:
        joint_screen.set_on(False)
    qtbot.waitUntil(lambda: taken == [0, 1, 2])


def test_what_the_disk_refuses_is_left_to_the_page_that_meets_it(qtbot: QtBot) -> None:
    asked: list[int] = []

    def refuse() -> Iterator[object]:
        yield asked.append(1)
        raise StorageFull(detail="full")

    owner = QObject()
    WarmUp(refuse(), parent=owner)
    qtbot.waitUntil(lambda: asked == [1])
    qtbot.wait(60)
    assert asked == [1]


def test_pages_made_ready_read_when_they_are_shown(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    factory.add_round(services, trajectory_id)
    window = MainWindow(services=services, changes=Changes(), now=services.clock.local)
    qtbot.addWidget(window)
    window.show()
    window.show_page("today")
    for _ in make_ready(services, prepare=window.prepare):
        pass
    assert window.flush()
    page = window.show_page("student", trajectory_id=trajectory_id)
    assert page.title() == services.trajectories.detail(trajectory_id).values.name
    assert window.show_page("students").subject() == {"trajectory_id": trajectory_id}


def test_an_empty_profile_is_made_ready_too(qtbot: QtBot, services: Services) -> None:
    made: list[str] = []
    for _ in make_ready(services, prepare=made.append):
        pass
    assert "students" in made
