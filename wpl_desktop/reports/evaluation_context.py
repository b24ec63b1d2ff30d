"""What all sections of the evaluation report share: its words and section numbers, and the document."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import (
    EvaluationReport,
    ReportAgreed,
    ReportCriterion,
    StrandView,
)
from wpl_desktop.domain.evaluations import Mark, Perspective, RoundKind, is_scored
from wpl_desktop.domain.words import fill
from wpl_desktop.reports.document import Document
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.text import clean, one_line
from wpl_desktop.texts import Translate, mark_sign, mark_word, perspective_name, round_kind_name

#: Longer than this, what stands beside a score moves to the text per criterion.
LONGEST_BESIDE_SCORE = 180


class Section(enum.Enum):
    """A numbered section (6.2)."""

    SUMMARY = "summary"
    SCORES = "scores"
    GROWTH = "growth"
    NARRATIVE = "narrative"
    AGREEMENTS = "agreements"
    GROWTH_PLAN = "growth_plan"
    CONDITIONS = "conditions"
    RESPONSE = "response"
    ADVICE = "advice"
    SIGNATURES = "signatures"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One report being put into words, on paper or not. `numbers` has the sections that this report has."""

    report: EvaluationReport
    translate: Translate
    numbers: Mapping[Section, int]

    def words(self, template: str, **values: object) -> str:
        """A translated template with the role and place words of the installation filled in."""
        return fill(template, self.report.words, **values)

    def number(self, section: Section) -> str:
        """The number of a section as printed; empty when the report has none."""
        return str(self.numbers[section]) if section in self.numbers else ""

    @property
    def criteria(self) -> tuple[ReportCriterion, ...]:
        """The criteria of this round: all, or those in focus (R12)."""
        return criteria_of(self.report)

    def was_agreed(self, strand: Strand) -> bool:
        """Whether anything was agreed on a strand in this round; else nothing speaks of what is ‘still open’."""
        return any(view_of(criterion, strand).agreed.is_settled for criterion in self.criteria)

    def columns(self, strand: Strand) -> tuple[Voice, ...]:
        """The voices of a score table: who was heard, and what was agreed; a draft keeps that column for the pen."""
        heard: tuple[Voice, ...] = self.report.heard
        return (*heard, AGREED) if self.report.draft or self.was_agreed(strand) else heard

    def known_rounds(self, strand: Strand) -> tuple[int, ...]:
        """The numbers of the rounds before this one of which anything is known on a strand, oldest first.

        On the workplace's part that takes a level: all that was not filled in appears as not observed there.
        """
        says = _is_level if strand is Strand.WORKPLACE_PART else is_scored
        known = {
            earlier.number
            for criterion in self.criteria
            for earlier in view_of(criterion, strand).earlier
            if earlier.agreed.is_settled or any(map(says, earlier.marks.values()))
        }
        return tuple(number for number in self.report.earlier_rounds if number in known)

    def sign_and_word(self, mark: Mark, strand: Strand) -> str:
        """`3 Bereikt`, `– Niet waargenomen`."""
        return f"{mark_sign(mark)} {self.mark_word(mark, strand)}".strip()

    def mark_word(self, mark: Mark, strand: Strand) -> str:
        """The word of a mark on one strand, on one line."""
        return one_line(mark_word(mark, self.report.scale[strand], self.translate))

    def agreed_words(self, agreed: ReportAgreed, strand: Strand) -> str:
        """What was agreed in words: the level, or that the difference stands."""
        if agreed.difference_stands:
            return self.translate("Report", "difference stands")
        return self.sign_and_word(agreed.mark, strand)

    def quoted(self, text: str) -> str:
        """A text between quotation marks, unless it begins with one."""
        if text[:1] in "“‘\"'«„":
            return text
        return self.translate("Report", "“{text}”").format(text=text)

    def round_name(self, number: int) -> str:
        """`ronde 3`."""
        return self.translate("Report", "round {round}").format(round=number)

    def voice_name(self, voice: Voice) -> str:
        """`Student`, `Werkplek`, `Opleiding`, `Samen`."""
        return self._voice_names[voice]

    @cached_property
    def _voice_names(self) -> Mapping[Voice, str]:
        # Worded once: a report names its voices some hundreds of times.
        names = {seen: perspective_name(seen, self.translate, self.report.words) for seen in Perspective}
        return {**names, AGREED: self.translate("Report", "Together")}


@dataclass(frozen=True, kw_only=True)
class Context(Wording):
    """One report being written on paper; `growth_apart`: the dot strips begin a page."""

    document: Document
    growth_apart: bool = False


def section_numbers(report: EvaluationReport) -> dict[Section, int]:
    """The sections that a report has, in order, with their printed numbers.

    The final form has those of 6.2 as far as there is content, the midterm form 0–6, 9, 11 and 13.
    """
    present = {
        Section.NARRATIVE: any(has_texts(criterion.student_part) for criterion in criteria_of(report)),
        Section.AGREEMENTS: bool(report.agreements),
        Section.GROWTH_PLAN: report.is_final_form and bool(report.growth_goals),
        Section.CONDITIONS: report.include_conditions and report.is_final_form and _has_conditions(report),
        Section.ADVICE: report.is_final_form and (report.advice_apart or bool(report.advice.strip())),
    }
    sections = [section for section in Section if present.get(section, True)]
    return {section: number for number, section in enumerate(sections, start=1)}


def _has_conditions(report: EvaluationReport) -> bool:
    """Whether anybody said something about the workplace's part.

    *Not observed* by the student does not count: it may stand for a view that was withheld (R9).
    """
    return any(
        view.agreed.is_settled
        or any(
            score.mark.level is not None or (voice is not Perspective.STUDENT and is_scored(score.mark))
            for voice, score in view.scores.items()
        )
        for view in (criterion.workplace_part for criterion in criteria_of(report))
    )


def criteria_of(report: EvaluationReport) -> tuple[ReportCriterion, ...]:
    """The criteria of the round, in the order of the set."""
    in_focus = tuple(criterion for criterion in report.criteria if criterion.in_focus)
    return in_focus or report.criteria


def view_of(criterion: ReportCriterion, strand: Strand) -> StrandView:
    """One strand of a criterion."""
    return criterion.student_part if strand is Strand.STUDENT_PART else criterion.workplace_part


def _is_level(mark: Mark) -> bool:
    """Whether a mark is a level, which not observed and no opportunity are not (R2)."""
    return mark.level is not None


def has_texts(view: StrandView) -> bool:
    """Whether somebody wrote something that belongs in the text per criterion."""
    scores = view.scores.values()
    return (
        any(clean(score.comment).strip() or is_long(score.evidence) for score in scores)
        or view.agreed.difference_stands
        or bool(view.agreed.positions.strip())
        or is_long(view.agreed.reason)
        or any(earlier.agreed.positions.strip() or earlier.agreed.reason.strip() for earlier in view.earlier)
    )


def is_long(text: str) -> bool:
    """Whether a text is too long to stand beside a score."""
    return len(one_line(text)) > LONGEST_BESIDE_SCORE


def phase_words(report: EvaluationReport, translate: Translate) -> str:
    """`fase 3`; empty when the trajectory has no phases."""
    return "" if report.phase is None else translate("Report", "phase {phase}").format(phase=report.phase)


def programme_words(report: EvaluationReport, translate: Translate) -> str:
    """`Bachelor lager onderwijs, fase 3`, as far as they are known."""
    return ", ".join(filter(None, (one_line(report.programme), phase_words(report, translate))))


def report_title(report: EvaluationReport, translate: Translate) -> str:
    """What the report calls itself on every page."""
    if report.is_final_form:
        return translate("Report", "Final report workplace learning")
    return translate("Report", "Midterm report workplace learning")


def round_words(report: EvaluationReport, translate: Translate) -> str:
    """`Schooljaar 2025-26 · ronde 2 (tussentijds)`."""
    return translate("Report", "School year {year} · round {round} ({kind})").format(
        year=report.school_year, round=report.round_number, kind=round_kind_name(report.kind, translate)
    )


def demo_words(report: EvaluationReport, translate: Translate) -> str:
    """The mark of demo data; empty on a real report (P30)."""
    return translate("Report", "DEMO · fictitious data") if report.demo else ""


def draft_words(report: EvaluationReport, translate: Translate) -> tuple[str, str]:
    """The mark of a draft, and what it means; both empty once the report is final."""
    if not report.draft:
        return "", ""
    return translate("Report", "DRAFT"), translate("Report", "not yet discussed and signed")


def small_word(word: str) -> str:
    """A word of a list as it stands inside a line; words that are all capitals stay."""
    return word if word.isupper() else word[:1].lower() + word[1:]


def moment_words(report: EvaluationReport, translate: Translate) -> str:
    """When in the year the levels are meant (R3)."""
    return {
        RoundKind.START: translate("Report", "at the start of the year"),
        RoundKind.MIDTERM: translate("Report", "half-way through the year"),
        RoundKind.FINAL: translate("Report", "at the end of the year"),
    }[report.kind]


def advice_apart(wording: Wording) -> str:
    """0.1: that the advice is not in this report; nothing of it is printed then, whatever is kept."""
    return wording.words(
        wording.translate("Report", "The {assessor} gives the advice apart from this report.")
    )
