"""Sentences of the page of growth plans."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wpl_desktop.services.growth_plan_views import PlanRow, PlanView
from wpl_desktop.texts_talks import time_to_grow
from wpl_desktop.ui.language import day_and_month, day_with_year, long_day, translate


def heading(row: PlanRow) -> str:
    """`Plan of 5 February 2026`."""
    text = QCoreApplication.translate("GrowthPlanWords", "Plan of {day}")
    return text.format(day=day_with_year(row.made_on))


def facts(view: PlanView) -> str:
    """Which talk it came out of, and whether it is closed."""
    said: list[str] = []
    if view.talk_on is not None:
        text = QCoreApplication.translate("GrowthPlanWords", "Out of the conversation of {day}.")
        said.append(text.format(day=long_day(view.talk_on)))
    if view.row.closed_on is not None:
        text = QCoreApplication.translate("GrowthPlanWords", "Closed on {day}.")
        said.append(text.format(day=long_day(view.row.closed_on)))
    return " ".join(said)


def time_sentence(view: PlanView) -> str:
    """How long there still is until the last round; of a plan that is closed, how long there was."""
    left = view.time_left if view.row.closed_on is None else view.time_at_start
    day = "" if left is None else day_and_month(left.last_on, full=True)
    return time_to_grow(left, translate, day=day)


def is_time_short(view: PlanView) -> bool:
    """Whether that is something to mind: no last round, or less than six weeks before it, in a plan that runs."""
    return view.row.closed_on is None and (view.time_left is None or not view.time_left.is_enough)
