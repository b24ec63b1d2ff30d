"""What a growth plan says on paper, worded before paper is involved; and the form to fill in by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wpl_desktop.domain.growth_plans import GoalOutcome, TimeLeft
from wpl_desktop.domain.paper_sheets import SheetHead
from wpl_desktop.domain.people import Party


@dataclass(frozen=True, kw_only=True)
class PaperGoal:
    """One goal: what, with whose support, by when, what if not, and what became of it."""

    text: str
    support: str
    due_on: date | None
    consequence: str
    outcome: GoalOutcome = GoalOutcome.OPEN
    outcome_on: date | None = None
    outcome_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Seer:
    """Who signs for having seen the plan; the name is empty where nobody is known."""

    party: Party
    name: str


@dataclass(frozen=True, kw_only=True)
class PlanWords:
    """What is written in a plan; `time_at_start` is None where no last round is planned."""

    made_on: date
    talk_on: date | None
    time_at_start: TimeLeft | None
    facts: str
    columns: tuple[tuple[Party, str], ...]
    goals: tuple[PaperGoal, ...]
    informed: str
    told_on: date | None
    review_on: date | None
    closed_on: date | None
    closing: str


@dataclass(frozen=True, kw_only=True)
class GrowthPlanPaper:
    """A growth plan for paper; `plan` is None on the form that is filled in by hand."""

    head: SheetHead
    seers: tuple[Seer, ...]
    plan: PlanWords | None
