"""A real profile and the first page on screen."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import FixedClock, make_services
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language
from wpl_desktop.ui.today.today_page import TodayPage

RESOURCES = Path(__file__).parents[3] / "resources"
Requests = list[tuple[str, dict[str, object]]]


@pytest.fixture
def services(tmp_path: Path, qapp: QApplication, clock: FixedClock) -> Iterator[Services]:
    """An open profile without students, in English."""
    language.install("en", resources=RESOURCES)
    opened = make_services(tmp_path, clock=clock)
    language.set_words(opened.profile.values().words("en"))
    yield opened
    opened.close()
    language.set_words({})


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> TodayPage:
    """The page as the frame has it, before anything is read; `show_page` shows it."""
    made = TodayPage()
    qtbot.addWidget(made)
    made.set_services(services)
    return made


@pytest.fixture
def requests(page: TodayPage) -> Requests:
    """What the page asks the frame to open."""
    found: Requests = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    return found


def show_page(page: TodayPage, *, width: int = 1278, height: int = 684) -> TodayPage:
    """What the frame does when it opens the page."""
    page.resize(width, height)
    page.open()
    page.refresh()
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.focus_first()
    return page


def round_target(round_id: uuid.UUID) -> dict[str, object]:
    """The arguments that open the report of a round."""
    return {"round_id": round_id}
