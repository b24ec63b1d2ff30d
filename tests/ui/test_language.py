"""The language of the window: the program's own words, and Qt's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from wpl_desktop.ui import language

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def the_language_before_again(qapp: QApplication) -> Iterator[None]:
    del qapp
    before = language.language()
    yield
    language.install(before, resources=RESOURCES)


def test_the_file_dialogs_of_qt_speak_the_language_of_the_window() -> None:
    language.install("nl", resources=RESOURCES)
    assert language.translate("QFileDialog", "Look in:") == "Zoeken in:"
    assert language.translate("MainWindow", "Joint screen (F9)") == "Gezamenlijk scherm (F9)"


def test_nothing_of_the_language_before_is_left() -> None:
    language.install("nl", resources=RESOURCES)
    language.install("en", resources=RESOURCES)
    assert language.translate("QFileDialog", "Look in:") == "Look in:"
    assert language.translate("MainWindow", "Joint screen (F9)") == "Joint screen (F9)"
