"""A real profile and the agenda on screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import FixedClock, make_services
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language
from wpl_desktop.ui.agenda.agenda_page import AgendaPage

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
def page(qtbot: QtBot, services: Services) -> AgendaPage:
    """The page as the frame has it, before anything is read; `show_page` shows it."""
    made = AgendaPage()
    qtbot.addWidget(made)
    made.set_services(services)
    return made


@pytest.fixture
def requests(page: AgendaPage) -> Requests:
    """What the page asks the frame to open."""
    found: Requests = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    return found


def show_page(page: AgendaPage, *, width: int = 1278, height: int = 684, **arguments: object) -> AgendaPage:
    """What the frame does when it opens the page."""
    page.resize(width, height)
    if not page.open(**arguments):
        page.refresh()
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.focus_first()
    QApplication.processEvents()
    return page
