"""How a growth plan comes on paper: the plan itself, or the form to fill in by hand."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.language import filled, translator_for
from wpl_desktop.ui.sheet_printing import (
    PaperFile,
    SheetDialog,
    ask_for_upright_printer,
    offer_sheet,
    paper_file,
)

if TYPE_CHECKING:
    from wpl_desktop.domain.growth_plan_paper import GrowthPlanPaper
    from wpl_desktop.services.bundle import Services


def plan_file(services: Services, plan_id: uuid.UUID, language: str) -> PaperFile:
    """A growth plan as PDF, as it is at this moment. Raises `DomainError` (`not_found`, `notes_apart`)."""
    return _file(services.growth_plans.paper(plan_id, language))


def blank_file(services: Services, trajectory_id: uuid.UUID, language: str) -> PaperFile:
    """The form to fill in by hand as PDF. Raises `DomainError` (`not_found`)."""
    return _file(services.growth_plans.blank(trajectory_id, language))


def plan_dialog(parent: QWidget, services: Services, plan_id: uuid.UUID) -> SheetDialog:
    """The dialog in which a plan is printed or saved."""
    return SheetDialog(
        parent,
        title=QCoreApplication.translate("PlanPrinting", "Growth plan"),
        what=filled(
            QCoreApplication.translate(
                "PlanPrinting",
                "A4: the plan as it is now, with a place where {student}, {mentor} and {institute_supervisor} sign for "
                "having seen it. The file is not called after anybody.",
            )
        ),
        make=lambda language: plan_file(services, plan_id, language),
        choose_printer=ask_for_upright_printer,
    )


def blank_dialog(parent: QWidget, services: Services, trajectory_id: uuid.UUID) -> SheetDialog:
    """The dialog in which the form is printed or saved."""
    return SheetDialog(
        parent,
        title=QCoreApplication.translate("PlanPrinting", "Growth plan to fill in by hand"),
        what=QCoreApplication.translate("PlanPrinting", "A4, one page: the same with lines to write on."),
        make=lambda language: blank_file(services, trajectory_id, language),
        choose_printer=ask_for_upright_printer,
    )


def print_plan(parent: QWidget, services: Services, plan_id: uuid.UUID) -> None:
    """Ask in which language, and print a plan or save it as PDF."""
    offer_sheet(plan_dialog(parent, services, plan_id))


def print_blank(parent: QWidget, services: Services, trajectory_id: uuid.UUID) -> None:
    """Ask in which language, and print the form or save it as PDF."""
    offer_sheet(blank_dialog(parent, services, trajectory_id))


def _file(paper: GrowthPlanPaper) -> PaperFile:
    from wpl_desktop.reports.growth_plan import write_growth_plan

    return paper_file(
        lambda target: write_growth_plan(paper, target, translate=translator_for(paper.head.language)),
        file_stem=paper.head.file_stem,
    )
