"""No part of a page is ever a window of its own: on a real desktop that flashes up and is gone again."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import FixedClock
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.evaluations.handed_page import HandedPage
from wpl_desktop.ui.main_window import MainWindow


class Watch(QObject):
    """Notes every widget that is shown as a window, dialogs excepted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QDialog)
        ):
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The demo year: rounds that are final, side by side, and still to come."""
    _, made = make_demo(tmp_path_factory.mktemp("demo"), clock=FixedClock(), language="en")
    yield made
    made.close()


@pytest.fixture
def main_window(demo: Services, qtbot: QtBot) -> MainWindow:
    window = MainWindow(services=demo, changes=Changes(), now=FixedClock().local)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


@pytest.fixture
def watch(qapp: QApplication, main_window: MainWindow) -> Iterator[Watch]:
    """Looks from the moment the window stands there."""
    watching = Watch()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


def rounds_of(services: Services) -> dict[str, tuple[uuid.UUID, uuid.UUID]]:
    """One round in each state with its trajectory: `final`, `open` (begun) and `coming`."""
    found: dict[str, tuple[uuid.UUID, uuid.UUID]] = {}
    for one in services.reporting.choices():
        state = "final" if one.final else "open" if one.begun else "coming"
        found.setdefault(state, (one.round_id, one.trajectory_id))
    return found


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def test_a_part_shown_too_early_is_seen(watch: Watch, qtbot: QtBot) -> None:
    part = QLabel("too early")
    qtbot.addWidget(part)
    part.setVisible(True)
    assert watch.seen == ["QLabel"]


@pytest.mark.parametrize("joint", [False, True])
def test_no_part_of_a_page_is_a_window(
    demo: Services, main_window: MainWindow, watch: Watch, joint: bool
) -> None:
    joint_screen.set_on(joint)
    try:
        main_window.show_page("evaluations")
        settle()
        for round_id, _ in rounds_of(demo).values():
            for name in ("round", "side_by_side", "score_sheet", "round"):
                main_window.show_page(name, round_id=round_id)
                settle()
            for perspective in Perspective:
                main_window.show_page("paper_sheet", round_id=round_id, perspective=perspective)
                settle()
    finally:
        joint_screen.set_on(False)
    assert watch.seen == []


def test_no_part_of_a_dialog_is_a_window(demo: Services, main_window: MainWindow, watch: Watch) -> None:
    for round_id, trajectory_id in rounds_of(demo).values():
        about: dict[str, Any] = {"round_id": round_id}
        for name, arguments in (
            ("reveal_dialog", about),
            ("finalise_dialog", about),
            ("reopen_dialog", about),
            ("round_dialog", about),
            ("round_dialog", {"trajectory_id": trajectory_id}),
            ("round_dialog", {"trajectory_ids": (trajectory_id,)}),
            ("signature_dialog", {**about, "party": Party.STUDENT}),
            ("code_dialog", about),
            ("phrases_dialog", {}),
        ):
            dialog = main_window.show_dialog(name, **arguments)
            settle()
            dialog.close()
            settle()
    assert watch.seen == []


def test_no_part_of_the_handed_over_sheet_is_a_window(demo: Services, watch: Watch, qtbot: QtBot) -> None:
    round_id, _ = rounds_of(demo)["coming"]
    page = HandedPage(demo, demo.hand_over.view(round_id, Perspective.STUDENT))
    frame = QDialog()
    qtbot.addWidget(frame)
    QVBoxLayout(frame).addWidget(page)
    frame.show()
    for step in page.steps():
        page.show_step(step)
        settle()
    assert watch.seen == []
