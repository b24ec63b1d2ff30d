"""A real profile and a page on screen for the tests of the students."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import make_services
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import joint_screen, language
from wpl_desktop.ui.students.student_tab import StudentTab
from wpl_desktop.ui.students.students_page import StudentsPage

Requests = list[tuple[str, dict[str, object]]]
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


@pytest.fixture
def joint() -> Iterator[None]:
    """Somebody looks along."""
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)


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


def show_tab(tab: StudentTab, services: Services, trajectory_id: uuid.UUID) -> Requests:
    """Show a student in the tab; gives what the tab asks the frame to open, as it comes."""
    found: Requests = []
    tab.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    tab.load(services, trajectory_id)
    tab.show()
    tab.activateWindow()
    tab.setFocus()
    QApplication.processEvents()
    return found
