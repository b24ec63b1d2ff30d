"""The settings page of an open profile, in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import vault
from wpl_desktop.ui import language
from wpl_desktop.ui.settings.settings_page import SettingsPage

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(autouse=True)
def english(look: None) -> Iterator[None]:
    """The window speaks English, so that tests read what is in the source."""
    del look
    language.install("en", resources=RESOURCES)
    yield
    language.install("en", resources=RESOURCES)
    language.set_words({})


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """New keys are derived with the least memory."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "ITERATIONS", 1)


@pytest.fixture
def page(qtbot: QtBot, services: Services, qapp: QApplication) -> SettingsPage:
    """The page as the frame shows it."""
    language.set_words(services.profile.values().words("en"))
    shown = SettingsPage()
    qtbot.addWidget(shown)
    shown.set_services(services)
    shown.resize(1278, 650)
    shown.open()
    shown.refresh()
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.focus_first()
    qapp.processEvents()
    return shown
