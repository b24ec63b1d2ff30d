"""A real profile and a page on screen for the tests of the students."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import make_services
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language
from wpl_desktop.ui.students.students_page import StudentsPage

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def services(tmp_path: Path, qapp: QApplication) -> Iterator[Services]:
    """An open profile without students, in English."""
    language.install("en", resources=RESOURCES)
    opened = make_services(tmp_path)
    language.set_words(opened.profile.values().words("en"))
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> StudentsPage:
    """The page as the frame has it, before anything is read; `show_page` shows it."""
    made = StudentsPage()
    qtbot.addWidget(made)
    made.set_services(services)
    return made


def show_page(page: StudentsPage, *, width: int = 1278, height: int = 684) -> StudentsPage:
    """What the frame does when it opens the page."""
    page.resize(width, height)
    page.open()
    page.refresh()
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.focus_first()
    return page
