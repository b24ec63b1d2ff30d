"""The growth plan on paper: facts, three columns, at most three goals, who knows, and who has seen it (6.5 nr 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.growth_plan_paper import GrowthPlanPaper, PaperGoal, PlanWords
from wpl_desktop.domain.growth_plans import MOST_GOALS, GoalOutcome
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.words import fill
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import language_tag, long_date, short_date, time_of_day
from wpl_desktop.reports.document import Cell, Document
from wpl_desktop.reports.furniture import Furniture
from wpl_desktop.reports.pen import DocumentInfo
from wpl_desktop.reports.style import (
    ACCENT,
    LEFT,
    RIGHT,
    STATUS_TINT,
    TEXT_WIDTH,
    WRITING,
    Face,
    TextStyle,
)
from wpl_desktop.reports.text import Span, Text, clean, one_line
from wpl_desktop.texts import Translate, party_name
from wpl_desktop.texts_talks import goal_outcome_name, time_to_grow

_GAP = 4.0
_THIRD = (TEXT_WIDTH - 2 * _GAP) / 3
_COLUMNS = tuple(LEFT + index * (_THIRD + _GAP) for index in range(3))
#: Left edge and width of what stands in a row of goals: number, goal, support, by when, what if not.
_NUMBER = LEFT
_GOAL = (31.0, 46.0)
_SUPPORT = (80.0, 45.0)
_DUE = (128.0, 18.5)
_IF_NOT = (149.0, 41.0)
#: From line to line for a pen.
_PITCH = 8.4
_SIGNATURE = 31.0
_NUMERAL = TextStyle(10, 12, Face.BOLD, ACCENT)
_SMALL_NAME = TextStyle(9.5, 11.6, Face.BOLD)
_SHAPES = {
    Party.STUDENT: Perspective.STUDENT,
    Party.WORKPLACE: Perspective.WORKPLACE,
    Party.INSTITUTE: Perspective.INSTITUTE,
}


def write_growth_plan(
    paper: GrowthPlanPaper, target: BinaryIO | Path, *, translate: Translate
) -> tuple[str, ...]:
    """Write a growth plan as PDF (A4), or the form for a pen; the same data give the same bytes.

    One page when it is short, and as many as it needs when it is not. Gives the characters that no font had.
    """
    sheet = _Sheet(paper, translate)
    sheet.heading()
    if paper.plan is None:
        sheet.blank()
    else:
        sheet.filled(paper.plan)
    sheet.signatures()
    info = DocumentInfo(
        title=sheet.title, subject=one_line(paper.head.document_number), language=language_tag(sheet.language)
    )
    return sheet.document.write(target, info)


class _Sheet:
    """One growth plan being laid out."""

    def __init__(self, paper: GrowthPlanPaper, translate: Translate) -> None:
        self.paper = paper
        self.head = paper.head
        self.language = paper.head.language
        self.translate = translate
        self.title = translate("GrowthPlanPaper", "Growth plan")
        self.document = Document(self._furniture())
        self.type = self.document.type

    def words(self, template: str, **values: object) -> str:
        """A translated template with the role and place words of the installation filled in."""
        return fill(template, self.head.words, **values)

    # Head

    def heading(self) -> None:
        """Title, student, programme and places."""
        document, head = self.document, self.head
        document.put(LEFT, 29.5, self.type.fitted(self.title, style.TITLE, TEXT_WIDTH))
        document.y = 29.5
        name = self.type.fitted(one_line(head.student_name), style.NAME, TEXT_WIDTH)
        document.put(LEFT, 38.2, name)
        second, left = one_line(head.second_script), TEXT_WIDTH - name.width_mm - 5.0
        if second and left > 15.0:
            line = self.type.fitted(second, style.SECOND_SCRIPT, left)
            document.put(LEFT + name.width_mm + 5.0, 38.2, line)
        phase = (
            "" if head.phase is None else self.translate("Report", "phase {phase}").format(phase=head.phase)
        )
        facts = (head.programme, phase, head.workplace, head.institute)
        place = " · ".join(filter(None, (one_line(fact) for fact in facts)))
        document.y = 38.2
        document.flow(self.type.wrap(place, style.PLACE, TEXT_WIDTH), style.PLACE, first=6.0)
        document.y += 4.0

    def signatures(self) -> None:
        """A box for everybody who has seen it, with date and hour."""
        document, translate = self.document, self.translate
        document.y += 4.5
        document.heading(
            translate("GrowthPlanPaper", "Seen"),
            note=translate("GrowthPlanPaper", "to sign means ‘seen’, not ‘agreed with everything’"),
            keep=_SIGNATURE + 3.0,
        )
        top = document.y + 3.0
        for x, seer in zip(_COLUMNS, self.paper.seers, strict=False):
            document.box(x, top, width=_THIRD, height=_SIGNATURE, border=WRITING)
            label = self._party(seer.party)
            document.put(x + 2.0, top + 4.4, self.type.fitted(label, style.SMALL_LABEL, _THIRD - 4.0))
            name = self.type.fitted(one_line(seer.name), _SMALL_NAME, _THIRD - 4.0)
            document.put(x + 2.0, top + 9.2, name)
            seen = self.type.fitted(
                translate("GrowthPlanPaper", "Seen and discussed"), style.SECTION_NOTE, _THIRD - 4.0
            )
            document.put(x + 2.0, top + 13.4, seen)
            document.rule(top + _SIGNATURE - 6.6, x=x + 2.0, to=x + _THIRD - 2.0, colour=WRITING)
            below = top + _SIGNATURE - 2.6
            document.label(x + 2.0, below, translate("GrowthPlanPaper", "date"), style.SMALL_LABEL)
            document.label(x + 31.0, below, translate("GrowthPlanPaper", "hour"), style.SMALL_LABEL)
        document.y = top + _SIGNATURE

    # A plan

    def filled(self, plan: PlanWords) -> None:
        """The plan as it was written."""
        translate = self.translate
        self._about(plan)
        self._section(translate("GrowthPlanPaper", "Facts"), self._facts_note())
        self._paragraph(plan.facts)
        self._three_columns(plan)
        self._goals(plan.goals)
        self._who_knows(plan)
        if plan.closed_on is not None:
            self._section(translate("GrowthPlanPaper", "Closed"), "")
            text = translate("GrowthPlanPaper", "Closed on {day}.").format(day=self._day(plan.closed_on))
            self._paragraph("\n".join(filter(None, (text, clean(plan.closing).strip()))))

    def _who_knows(self, plan: PlanWords) -> None:
        """The student first, then the others; and the day on which one looks back."""
        translate = self.translate
        self._section(self._knows_title(), "")
        half = LEFT + TEXT_WIDTH / 2
        told, review = plan.told_on, plan.review_on
        if told is None and review is None:
            self._lines_for_pen((self._told_label(), half - 2.0), (self._review_label(), RIGHT))
        elif told is None:
            self._lines_for_pen((self._told_label(), RIGHT))
        elif review is None:
            self._lines_for_pen((self._review_label(), RIGHT))
        said: list[str] = []
        if told is not None:
            text = translate("GrowthPlanPaper", "The {student} was told on {day}.")
            said.append(self.words(text, day=self._day(told)))
        if plan.informed.strip():
            said.append(clean(plan.informed).strip())
        if review is not None:
            text = translate("GrowthPlanPaper", "We look back together on {day}.")
            said.append(text.format(day=self._day(review)))
        if said:
            self._paragraph("\n".join(said))

    def _about(self, plan: PlanWords) -> None:
        """When it was made and how long there was, in the tinted box that every report has."""
        document = self.document
        made = self.translate("GrowthPlanPaper", "Made on {day}.").format(day=self._day(plan.made_on))
        if plan.talk_on is not None and plan.talk_on != plan.made_on:
            made = self.translate(
                "GrowthPlanPaper", "Made on {day}, after the conversation of {talk}."
            ).format(day=self._day(plan.made_on), talk=self._day(plan.talk_on))
        left = plan.time_at_start
        day = "" if left is None else self._day(left.last_on)
        text = f"{made} {time_to_grow(left, self.translate, day=day)}"
        lines = self.type.wrap(text, style.BODY, TEXT_WIDTH - 9.0)
        height = len(lines) * style.BODY.line_height + 4.6
        document.box(LEFT, document.y, width=TEXT_WIDTH, height=height, fill=STATUS_TINT)
        document.box(LEFT, document.y, width=1.3, height=height, fill=ACCENT)
        top = document.y
        document.flow(lines, style.BODY, x=30.0, first=5.45)
        document.y = top + height

    def _three_columns(self, plan: PlanWords) -> None:
        self._section(self.translate("GrowthPlanPaper", "What lies with whom"), "", keep=30.0)
        self._column_heads()
        cells = [
            Cell(x).fill(
                self.type.wrap(clean(text).strip() or "–", style.TABLE, _THIRD), style.TABLE, first=4.6
            )
            for x, (_, text) in zip(_COLUMNS, plan.columns, strict=True)
        ]
        self._row(cells, head=self._column_heads)

    def _goals(self, goals: Sequence[PaperGoal]) -> None:
        self._section(self.translate("GrowthPlanPaper", "Goals"), self._goals_note(), keep=30.0)
        self._goal_heads()
        for number, goal in enumerate(goals, start=1):
            cells = [
                Cell(_NUMBER).fill([self.type.line(str(number), _NUMERAL)], _NUMERAL, first=4.7),
                self._cell(_GOAL, goal.text),
                self._cell(_SUPPORT, goal.support),
                self._cell(_DUE, "" if goal.due_on is None else short_date(goal.due_on, self.language)),
                self._cell(_IF_NOT, goal.consequence),
            ]
            has_ended = goal.outcome is not GoalOutcome.OPEN
            self._row(cells, head=self._goal_heads, rule=not has_ended)
            if has_ended:
                lines = self.type.wrap(self._outcome(goal), style.TABLE, RIGHT - _GOAL[0])
                self._row([Cell(_GOAL[0]).fill(lines, style.TABLE, first=4.0)], head=self._goal_heads)

    def _outcome(self, goal: PaperGoal) -> Text:
        name = goal_outcome_name(goal.outcome, self.translate)
        if goal.outcome_on is not None:
            name = self.translate("GrowthPlanPaper", "{outcome} on {day}").format(
                outcome=name, day=short_date(goal.outcome_on, self.language)
            )
        words = clean(goal.outcome_words).strip()
        return [Span(name, Face.BOLD), Span(f": {words}" if words else ".")]

    def _cell(self, place: tuple[float, float], text: str) -> Cell:
        x, width = place
        return Cell(x).fill(
            self.type.wrap(clean(text).strip() or "–", style.TABLE, width), style.TABLE, first=4.6
        )

    # The form for a pen

    def blank(self) -> None:
        """The same with lines to write on."""
        document, translate = self.document, self.translate
        self._section(translate("GrowthPlanPaper", "Facts"), self._facts_note())
        self._lines(3)
        self._section(translate("GrowthPlanPaper", "What lies with whom"), "")
        self._column_heads()
        for index in range(3):
            for x in _COLUMNS:
                document.rule(document.y + _PITCH * (index + 1), x=x, to=x + _THIRD, colour=WRITING)
        document.y += 3 * _PITCH
        self._section(translate("GrowthPlanPaper", "Goals"), self._goals_note())
        self._goal_heads()
        for number in range(1, MOST_GOALS + 1):
            document.label(_NUMBER, document.y + 6.0, str(number), _NUMERAL)
            for index in (1, 2):
                for x, width in (_GOAL, _SUPPORT, _DUE, _IF_NOT):
                    document.rule(document.y + _PITCH * index, x=x, to=x + width, colour=WRITING)
            document.y += 2 * _PITCH
        self._section(self._knows_title(), "")
        self._lines_for_pen((self._told_label(), LEFT + TEXT_WIDTH / 2 - 2.0), (self._review_label(), RIGHT))
        self._lines_for_pen((translate("GrowthPlanPaper", "Others who know, and since when"), RIGHT))

    def _lines(self, count: int) -> None:
        for _ in range(count):
            self.document.y += _PITCH
            self.document.rule(self.document.y, colour=WRITING)

    def _lines_for_pen(self, *parts: tuple[str, float]) -> None:
        """Labels with a line to write on behind each, side by side; a part says how far its line goes."""
        document = self.document
        document.need(_PITCH)
        x = LEFT
        for label, right in parts:
            line = self.type.fitted(label, style.SENTENCE, (right - x) * 0.7)
            document.put(x, document.y + _PITCH - 1.2, line)
            document.rule(document.y + _PITCH, x=x + line.width_mm + 2.5, to=right, colour=WRITING)
            x = right + 4.0
        document.y += _PITCH

    # Parts of both

    def _section(self, title: str, note: str, *, keep: float = 14.0) -> None:
        self.document.y += 4.2
        self.document.heading(title, note=note, keep=keep)

    def _paragraph(self, text: str) -> None:
        lines = self.type.wrap(clean(text).strip() or "–", style.BODY, TEXT_WIDTH)
        self.document.flow(lines, style.BODY, first=5.6)
        self.document.y += 1.4

    def _row(self, cells: Sequence[Cell], *, head: Callable[[], None], rule: bool = True) -> None:
        """A row that goes on on the next page where it must, below its head."""
        document = self.document
        document.row(cells, height=max(cell.lowest for cell in cells) + 2.2, after_break=head)
        if rule:
            document.rule(document.y)

    def _column_heads(self) -> None:
        document = self.document
        for x, party in zip(_COLUMNS, _SHAPES, strict=True):
            marks.shape(document, _SHAPES[party], x + 1.0, document.y + 3.4, size=2.2, solid=True)
            line = self.type.fitted(self._party(party), style.TABLE.bold(), _THIRD - 4.0)
            document.put(x + 3.6, document.y + 4.4, line)
        document.y += 6.0
        document.rule(document.y)

    def _goal_heads(self) -> None:
        document, translate = self.document, self.translate
        heads = (
            (_GOAL, translate("GrowthPlanPaper", "Goal")),
            (_SUPPORT, translate("GrowthPlanPaper", "Support, and by whom")),
            (_DUE, translate("GrowthPlanPaper", "By")),
            (_IF_NOT, translate("GrowthPlanPaper", "If it does not work out, and who decides")),
        )
        cells = [
            Cell(x).fill(self.type.wrap(text, style.COLUMN_HEAD, width), style.COLUMN_HEAD, first=3.8)
            for (x, width), text in heads
        ]
        for cell in cells:
            for baseline, line in cell.lines:
                document.put(cell.x, document.y + baseline, line)
        document.y += max(cell.lowest for cell in cells) + 1.6
        document.rule(document.y)

    def _facts_note(self) -> str:
        return self.words(
            self.translate("GrowthPlanPaper", "what was seen or heard, with the day; no names of {pupils}")
        )

    def _goals_note(self) -> str:
        return self.translate("GrowthPlanPaper", "at most three")

    def _told_label(self) -> str:
        return self.words(self.translate("GrowthPlanPaper", "The {student} was told on"))

    def _review_label(self) -> str:
        return self.translate("GrowthPlanPaper", "We look back together on")

    def _knows_title(self) -> str:
        return self.translate("GrowthPlanPaper", "Who knows, and when we look back")

    def _party(self, party: Party) -> str:
        return party_name(party, self.translate, self.head.words)

    def _day(self, day: date) -> str:
        return long_date(day, self.language)

    def _furniture(self) -> Furniture:
        head, translate = self.head, self.translate

        def page(number: int, count: int) -> str:
            return translate("Report", "Page {number} of {count}").format(number=number, count=count)

        return Furniture(
            title=self.title,
            name=one_line(head.student_name),
            right=translate("Report", "School year {year}").format(year=head.school_year),
            confidential=translate("Report", "Confidential"),
            number=one_line(head.document_number),
            demo=translate("Report", "DEMO · fictitious data") if head.demo else "",
            printed=f"{short_date(head.printed_at.date(), head.language)} "
            f"{time_of_day(head.printed_at, head.language)}",
            page=page,
        )
