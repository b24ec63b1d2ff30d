"""The look of the program for every test of the interface: light, normal text size, pictured fonts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from wpl_desktop.ui import theme

RESOURCES = Path(__file__).parents[2] / "resources"
# The offscreen platform says this for every window with a smallest size; it is no fault of the window.
OFFSCREEN_NOISE = "This plugin does not support"


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE, extend=True))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Starts every test light and at 100 %, whatever the test before did."""
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=1.0)
    yield
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=1.0)
