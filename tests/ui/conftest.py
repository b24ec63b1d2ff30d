"""The look of the program for every test of the interface: light, normal text size, pictured fonts."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from tests import factory
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language, theme

RESOURCES = Path(__file__).parents[2] / "resources"
# The offscreen platform says this for every window with a smallest size; it is no fault of the window.
OFFSCREEN_NOISE = "This plugin does not support"


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE, extend=True))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Starts every test in English, light and at 100 %, whatever the test before did."""
    language.install("en", resources=RESOURCES)
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=1.0)
    yield
    # What the test closed is gone now, not at some later test that would have to dress it again.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=1.0)


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    """A student with a running trajectory."""
    return factory.add_student(services)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """The main window's place: what a dialog must fit in. Deleted at once, dialogs and all, with the test."""
    parent = QWidget()
    parent.resize(1366, 740)
    parent.show()
    yield parent
    delete(parent)
    qapp.processEvents()
