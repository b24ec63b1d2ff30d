"""How the trialogue sheet of one round comes on paper."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.language import translator_for
from wpl_desktop.ui.sheet_printing import PaperFile, SheetDialog, offer_sheet, paper_file

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


def trialogue_file(services: Services, round_id: uuid.UUID, language: str) -> PaperFile:
    """The trialogue sheet as PDF, as it is at this moment. Raises `DomainError` (`not_found`)."""
    from wpl_desktop.reports.trialogue import write_trialogue

    data = services.paper_sheets.trialogue(round_id, language)
    return paper_file(
        lambda target: write_trialogue(data, target, translate=translator_for(language)),
        file_stem=data.head.file_stem,
    )


def trialogue_dialog(parent: QWidget, services: Services, round_id: uuid.UUID) -> SheetDialog:
    """The dialog in which the sheet is printed or saved."""
    return SheetDialog(
        parent,
        title=QCoreApplication.translate("TrialoguePrinting", "Trialogue sheet"),
        what=QCoreApplication.translate(
            "TrialoguePrinting",
            "A4, lying down: the views beside each other, with room to write down what you agree. Nobody's view is "
            "on it before the round is put side by side. The conditions at the workplace are on the back.",
        ),
        make=lambda language: trialogue_file(services, round_id, language),
    )


def print_trialogue(parent: QWidget, services: Services, round_id: uuid.UUID) -> None:
    """Ask in which language, and print the trialogue sheet or save it as PDF."""
    offer_sheet(trialogue_dialog(parent, services, round_id))
