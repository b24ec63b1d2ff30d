"""A score sheet on screen, on a real encrypted profile, for every test of the score sheet."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import factory
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

WIDE = (1278, 684)


class OpenSheet(Protocol):
    """Shows a page of this size with these arguments and puts the keyboard on it."""

    def __call__(self, *, size: tuple[int, int] = WIDE, **arguments: object) -> ScoreSheetPage: ...


@pytest.fixture(scope="module")
def sheet_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """One profile for all tests of a file; every test has a student of its own."""
    made = factory.make_services(tmp_path_factory.mktemp("profile"))
    yield made
    made.close()


@pytest.fixture
def round_id(sheet_services: Services) -> uuid.UUID:
    return factory.add_round(sheet_services, factory.add_student(sheet_services))


@pytest.fixture
def open_sheet(qtbot: QtBot, sheet_services: Services, monkeypatch: pytest.MonkeyPatch) -> OpenSheet:
    monkeypatch.setattr(language._Current, "language", "en")

    def opened(*, size: tuple[int, int] = WIDE, **arguments: object) -> ScoreSheetPage:
        page = ScoreSheetPage()
        qtbot.addWidget(page)
        page.set_services(sheet_services)
        page.resize(*size)
        page.open(**arguments)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        page.focus_first()
        QTest.qWait(20)
        return page

    return opened


@pytest.fixture
def page(open_sheet: OpenSheet, round_id: uuid.UUID) -> ScoreSheetPage:
    return open_sheet(round_id=round_id)
