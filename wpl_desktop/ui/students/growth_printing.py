"""How the growth sheet of one student comes on paper."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.language import filled, translator_for
from wpl_desktop.ui.sheet_printing import PaperFile, SheetDialog, offer_sheet, paper_file

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


def growth_file(services: Services, trajectory_id: uuid.UUID, language: str) -> PaperFile:
    """The growth sheet as PDF, as it is at this moment. Raises `DomainError` (`not_found`)."""
    from wpl_desktop.reports.growth_sheet import write_growth_sheet

    data = services.paper_sheets.growth(trajectory_id, language)
    return paper_file(
        lambda target: write_growth_sheet(data, target, translate=translator_for(language)),
        file_stem=data.head.file_stem,
    )


def growth_dialog(parent: QWidget, services: Services, trajectory_id: uuid.UUID) -> SheetDialog:
    """The dialog in which the sheet is printed or saved."""
    return SheetDialog(
        parent,
        title=QCoreApplication.translate("GrowthPrinting", "Growth sheet"),
        what=filled(
            QCoreApplication.translate(
                "GrowthPrinting",
                "A4, lying down: every criterion over the rounds that were put side by side, only beside the "
                "{student}'s own past. The conditions at the workplace are on a page of their own.",
            )
        ),
        make=lambda language: growth_file(services, trajectory_id, language),
    )


def print_growth(parent: QWidget, services: Services, trajectory_id: uuid.UUID) -> None:
    """Ask in which language, and print the growth sheet or save it as PDF."""
    offer_sheet(growth_dialog(parent, services, trajectory_id))
