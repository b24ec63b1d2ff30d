"""What tests of the score sheet ask of it: what is on disk, and keys where the focus is."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.sheets import ScoreView, SheetView
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage


def sheet(
    services: Services,
    round_id: uuid.UUID,
    *,
    perspective: Perspective = Perspective.WORKPLACE,
    strand: Strand = Strand.STUDENT_PART,
) -> SheetView:
    return services.evaluations.sheet(round_id, perspective=perspective, strand=strand)


def kept(
    services: Services, round_id: uuid.UUID, code: str, *, strand: Strand = Strand.STUDENT_PART
) -> ScoreView:
    """What is on disk for one criterion of the workplace's own sheet."""
    view = sheet(services, round_id, strand=strand)
    return view.scores[next(criterion.id for criterion in view.criteria if criterion.code == code)]


def press(page: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(page.focusWidget(), key)
        else:
            QTest.keyClick(page.focusWidget(), key)


def open_code(page: ScoreSheetPage) -> str:
    return next(row.accessibleName()[:2] for row in page.list.rows() if row.is_open())
