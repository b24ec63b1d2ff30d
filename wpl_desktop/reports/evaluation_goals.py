"""The goals of a growth plan in the final report: goals, support given, outcome, and nothing else of it (6.2: 10)."""

from __future__ import annotations

from collections.abc import Iterator

from wpl_desktop.domain.evaluation_report import ReportGoal
from wpl_desktop.reports import style
from wpl_desktop.reports.dates import short_date
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import Context, Section, Wording
from wpl_desktop.reports.style import LEFT, RIGHT
from wpl_desktop.reports.text import clean
from wpl_desktop.texts_talks import goal_outcome_name

_SUPPORT_X = 82.0
_OUTCOME_X = 138.0


def goals_title(wording: Wording) -> str:
    """What the section is called."""
    return wording.translate("Report", "Growth plan")


def goal_outcome(wording: Wording, goal: ReportGoal) -> str:
    """What became of a goal, since when, and in whose words."""
    name = goal_outcome_name(goal.outcome, wording.translate)
    if goal.outcome_on is not None:
        day = short_date(goal.outcome_on, wording.report.language)
        name = wording.translate("Report", "{outcome} on {day}").format(outcome=name, day=day)
    return ": ".join(filter(None, (name, clean(goal.outcome_words).strip())))


def write_goals(context: Context) -> None:
    """A row for each goal; the note says that the student knows."""
    document, translate = context.document, context.translate
    document.y += 3.0
    document.heading(
        goals_title(context),
        number=context.number(Section.GROWTH_PLAN),
        note=context.words(translate("Report", "here with the {student}'s knowledge")),
        keep=20.0,
    )

    def head() -> None:
        for x, label in (
            (LEFT, translate("Report", "Goal")),
            (_SUPPORT_X, translate("Report", "Support given")),
            (_OUTCOME_X, translate("Report", "Outcome")),
        ):
            document.label(x, document.y + 4.4, label, style.COLUMN_HEAD)
        document.rule(document.y + 5.8)
        document.y += 5.8

    head()
    for goal in context.report.growth_goals:
        cells = [
            _cell(context, clean(goal.text).strip(), x=LEFT, right=_SUPPORT_X - 4.0),
            _cell(context, clean(goal.support).strip(), x=_SUPPORT_X, right=_OUTCOME_X - 4.0),
            _cell(context, goal_outcome(context, goal), x=_OUTCOME_X, right=RIGHT),
        ]
        document.row(cells, height=max(cell.lowest for cell in cells) + 1.9, after_break=head)
        document.rule(document.y)


def goal_lines(wording: Wording) -> Iterator[str]:
    """The same as lines to paste."""
    support = wording.translate("Report", "Support given")
    outcome = wording.translate("Report", "Outcome")
    for goal in wording.report.growth_goals:
        yield clean(goal.text).strip()
        if goal.support.strip():
            yield f"{support}: {clean(goal.support).strip()}"
        yield f"{outcome}: {goal_outcome(wording, goal)}"
        yield ""


def _cell(context: Context, text: str, *, x: float, right: float) -> Cell:
    lines = context.document.type.wrap(text, style.TABLE, right - x)
    return Cell(x).fill(lines, style.TABLE, first=4.5)
