"""The growth plan as a file: in the language that was asked for, and called after nobody."""

from __future__ import annotations

import uuid
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.growth_plans import PlanPart
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.growth_plan.plan_printing import blank_dialog, blank_file, plan_dialog, plan_file


def test_the_plan_as_it_is_now(services: Services, plan_id: uuid.UUID) -> None:
    services.growth_plans.save_text(plan_id, PlanPart.FACTS, "Op 12 januari", version=1)
    file = plan_file(services, plan_id, "en")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(file.data)).pages)
    assert "Op 12 januari" in text
    assert file.file_stem == "sheet_2025-26_S1"


def test_the_form_is_the_same_paper_without_words(services: Services, trajectory_id: uuid.UUID) -> None:
    file = blank_file(services, trajectory_id, "nl")
    [page] = PdfReader(BytesIO(file.data)).pages
    assert "Łukasz Wójcik" in page.extract_text()
    assert file.file_stem == "blad_2025-26_S1"


def test_a_plan_that_is_gone(services: Services) -> None:
    with pytest.raises(DomainError):
        plan_file(services, uuid.uuid4(), "nl")


def test_the_dialogs_save_where_one_chooses(
    window: QWidget,
    services: Services,
    plan_id: uuid.UUID,
    trajectory_id: uuid.UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number, dialog in enumerate(
        (plan_dialog(window, services, plan_id), blank_dialog(window, services, trajectory_id))
    ):
        target = tmp_path / f"{number}.pdf"
        monkeypatch.setattr(dialog, "_choose_file", lambda _parent, _proposal, target=target: target)
        dialog.show()
        dialog.save_button.click()
        assert target.read_bytes().startswith(b"%PDF-")
        assert str(target) in dialog.said()
