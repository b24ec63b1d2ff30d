"""The trialogue sheet of one round, on its way to paper."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.reports.reading import pages_of
from tests.reveal import mark_everybody_ready, reveal
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.evaluations import Perspective, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.sheet_printing import SheetDialog
from wpl_desktop.ui.side_by_side.trialogue_printing import print_trialogue, trialogue_file


@pytest.fixture
def round_id(services: Services) -> uuid.UUID:
    made = factory.add_round(services, factory.add_student(services))
    for perspective in Perspective:
        factory.score_all(services, made, perspective=perspective, mark=level_mark(4))
    mark_everybody_ready(services, made)
    return made


def test_r5_nobodys_view_is_on_paper_before_the_reveal(services: Services, round_id: uuid.UUID) -> None:
    before = pages_of(trialogue_file(services, round_id, "en").data)[0]
    reveal(services, round_id)
    after = pages_of(trialogue_file(services, round_id, "en").data)[0]
    assert (before.count("Strong"), after.count("Strong")) == (0, 27)


def test_the_file_is_called_without_a_name(services: Services, round_id: uuid.UUID) -> None:
    assert trialogue_file(services, round_id, "nl").file_stem == "trialoogblad_2025-26_S1_R1"


def test_the_dialog_is_opened_and_everything_in_it_has_a_name(
    qtbot: QtBot, services: Services, round_id: uuid.UUID
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    print_trialogue(page, services, round_id)
    QApplication.processEvents()
    (dialog,) = page.findChildren(SheetDialog)
    assert dialog.isVisible()
    assert (clipped_in(dialog), nameless_in(dialog)) == ([], [])
    dialog.cancel.click()
    assert not dialog.isVisible()
