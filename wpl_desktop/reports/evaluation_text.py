"""The evaluation report as plain text, section by section: for the forms of an institute's own portal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportCriterion, StrandView
from wpl_desktop.reports.evaluation_closing import (
    advice_basis,
    mark_legend,
    privacy_warning,
    response_signature,
    voice_explained,
    voices_in_report,
)
from wpl_desktop.reports.evaluation_conditions import (
    conditions_intro,
    levels_note,
    long_texts,
    workplace_growth_title,
)
from wpl_desktop.reports.evaluation_context import (
    Section,
    Wording,
    advice_apart,
    demo_words,
    draft_words,
    has_texts,
    report_title,
    round_words,
    section_numbers,
    small_word,
    view_of,
)
from wpl_desktop.reports.evaluation_goals import goal_lines, goals_title
from wpl_desktop.reports.evaluation_ground import gap_words, gaps_of, gaps_title, notes_of_sheets
from wpl_desktop.reports.evaluation_growth import growth_title, strip_row
from wpl_desktop.reports.evaluation_heading import left_facts, place_words, right_facts
from wpl_desktop.reports.evaluation_narrative import agreement_words, said_about
from wpl_desktop.reports.evaluation_scores import (
    mark_of,
    notes_of_students_part,
    scores_title,
    texts_beside_score,
    who_is_silent,
)
from wpl_desktop.reports.evaluation_signatures import (
    code_is_printed,
    signatory_words,
    statement_lines,
    what_code_is_for,
)
from wpl_desktop.reports.evaluation_summary import (
    Listed,
    earlier_marks,
    footnote,
    left_out,
    listed_in_summary,
    listed_remark,
    listed_word,
    not_yet_discussed,
    nothing_yet,
    sentences,
    short_advice,
    where_response_is,
    which_earlier,
    whose_levels,
)
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.text import Span, clean, one_line
from wpl_desktop.texts import Translate

Lines = Iterator[str]


@dataclass(frozen=True)
class TextSection:
    """One section as it may be pasted: its heading on paper, and its lines."""

    title: str
    text: str


def sections(report: EvaluationReport, translate: Translate) -> list[TextSection]:
    """The sections of the report with the data, words and order of the PDF, without anything of its layout.

    Every text says by itself that it is of demo data or of a draft. What a pen fills in on paper is left out.
    """
    mark = _mark(report, translate)
    return [
        TextSection(section.title, "\n\n".join(filter(None, (mark, section.text))))
        for section in _unmarked(report, translate)
    ]


def whole_text(report: EvaluationReport, translate: Translate) -> str:
    """All sections after each other, each under its heading; the marks of draft and demo data stand on top."""
    parts = [f"{section.title}\n\n{section.text}" for section in _unmarked(report, translate)]
    return "\n\n\n".join(filter(None, (_mark(report, translate), *parts)))


def _unmarked(report: EvaluationReport, translate: Translate) -> Iterator[TextSection]:
    wording = Wording(report=report, translate=translate, numbers=section_numbers(report))
    yield TextSection(report_title(report, translate), _pasted(_heading(wording)))
    for section in wording.numbers:
        title, lines = _WRITERS[section](wording)
        yield TextSection(f"{wording.number(section)} {title}", _pasted(lines))
    if report.is_final_form:
        titles = (translate("Report", "Annex"), translate("Report", "Rubric, legend and privacy"))
        yield TextSection(": ".join(titles), _pasted(_annex(wording)))


def _mark(report: EvaluationReport, translate: Translate) -> str:
    draft = ": ".join(filter(None, draft_words(report, translate)))
    return "\n".join(filter(None, (demo_words(report, translate), draft)))


def _pasted(lines: Lines) -> str:
    """Lines with at most one empty one between them."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _plain(spans: list[Span]) -> str:
    return "".join(span.text for span in spans)


def _named(criterion: ReportCriterion) -> str:
    return f"{one_line(criterion.code)} {one_line(criterion.name)}"


def _heading(wording: Wording) -> Lines:
    report, translate = wording.report, wording.translate
    yield one_line(report.student_name)
    yield one_line(report.second_script)
    yield place_words(wording)
    yield ""
    yield round_words(report, translate)
    for label, value in (*left_facts(wording), *right_facts(wording)):
        yield f"{label}: {one_line(value)}"
    yield ""
    yield clean(report.status_line).strip()


def _summary(wording: Wording) -> tuple[str, Lines]:
    return wording.translate("Report", "Summary"), _summary_lines(wording)


def _summary_lines(wording: Wording) -> Lines:
    for label, text in sentences(wording):
        yield f"{label}: {text}"
    yield ""
    listed = listed_in_summary(wording)
    if listed is None:
        yield nothing_yet(wording)
    else:
        yield ", ".join(filter(None, (whose_levels(wording, listed), which_earlier(wording, listed))))
        for criterion in wording.criteria:
            yield _listed(wording, criterion, listed)
        yield ""
        yield not_yet_discussed(wording, listed)
        yield _plain(footnote(wording, listed))
    yield left_out(wording)
    if Section.ADVICE in wording.numbers:
        yield ""
        advice = wording.translate("Report", "Advice")
        yield f"{advice}: {short_advice(wording)}"
        yield where_response_is(wording)


def _listed(wording: Wording, criterion: ReportCriterion, listed: Listed) -> str:
    """`C1 Leren door reflectie: 3 Bereikt, onder voorbehoud (eerder: 2 · 3)`."""
    view = criterion.student_part
    level = mark_of(view, listed.voice).level
    stands = listed.voice is AGREED and view.agreed.difference_stands
    word = listed_word(wording, view, listed.voice)
    word = word if stands or level is None else f"{level} {word}"
    said = ", ".join(filter(None, (word, listed_remark(wording, view, listed.voice))))
    earlier = one_line(earlier_marks(wording, view, listed=listed))
    return f"{_named(criterion)}: {said} ({earlier})" if earlier else f"{_named(criterion)}: {said}"


def _scores(wording: Wording) -> tuple[str, Lines]:
    return scores_title(wording), _scores_lines(wording)


def _scores_lines(wording: Wording) -> Lines:
    yield from _table(wording, Strand.STUDENT_PART)
    for note in notes_of_students_part(wording):
        yield _plain(note)
    for note in notes_of_sheets(wording):
        yield _plain(note)
    if wording.report.silent:
        yield who_is_silent(wording)
    yield from _gaps(wording, Strand.STUDENT_PART)


def _gaps(wording: Wording, strand: Strand) -> Lines:
    gaps = gaps_of(wording, strand)
    if gaps:
        yield ""
        yield gaps_title(wording)
    for gap in gaps:
        yield f"{gap_words(wording, gap)} {clean(gap.reason).strip()}"


def _table(wording: Wording, strand: Strand) -> Lines:
    """Each criterion with what every voice gave and what it rests on."""
    for criterion in wording.criteria:
        view = view_of(criterion, strand)
        yield _named(criterion)
        beside = dict(texts_beside_score(wording, view, strand))
        for voice in wording.columns(strand):
            given = (
                ""
                if voice is AGREED and not wording.was_agreed(strand)
                else _given(wording, view, voice, strand)
            )
            said = "; ".join(filter(None, (given, beside.get(voice, ""))))
            if said:
                yield f"{wording.voice_name(voice)}: {said}"
        yield ""


def _given(wording: Wording, view: StrandView, voice: Voice, strand: Strand) -> str:
    if voice is AGREED and view.agreed.difference_stands:
        return wording.translate("Report", "difference stands")
    sign = "*" if voice in view.under_reservation else ""
    return wording.sign_and_word(mark_of(view, voice), strand) + sign


def _growth(wording: Wording) -> tuple[str, Lines]:
    return growth_title(wording, Strand.STUDENT_PART), _strips(wording, Strand.STUDENT_PART)


def _strips(wording: Wording, strand: Strand) -> Lines:
    """The words of the dot strips: where the marks of each criterion stood in each round."""
    for criterion in wording.criteria:
        yield _named(criterion)
        for number in (*wording.known_rounds(strand), wording.report.round_number):
            row = strip_row(wording, view_of(criterion, strand), number)
            yield f"{row.label}: {row.words}"
        yield ""


def _narrative(wording: Wording) -> tuple[str, Lines]:
    return wording.translate("Report", "In words, per criterion"), _narrative_lines(wording)


def _narrative_lines(wording: Wording) -> Lines:
    for criterion in wording.criteria:
        if not has_texts(criterion.student_part):
            continue
        name = _named(criterion)
        if wording.was_agreed(Strand.STUDENT_PART):
            words = wording.agreed_words(criterion.student_part.agreed, Strand.STUDENT_PART)
            name = f"{name} ({small_word(wording.voice_name(AGREED))} {words})"
        yield name
        for said in said_about(wording, criterion):
            who = small_word(wording.voice_name(said.voice))
            yield f"{who}, {wording.round_name(said.round_number)}: {clean(said.text).strip()}"
        yield ""


def _agreements(wording: Wording) -> tuple[str, Lines]:
    return wording.translate("Report", "Agreements and follow-up"), _agreement_lines(wording)


def _agreement_lines(wording: Wording) -> Lines:
    by = small_word(wording.translate("Report", "By"))
    for agreement in wording.report.agreements:
        owner, due, state = agreement_words(wording, agreement)
        how_far = ", ".join(filter(None, (f"{by} {due}" if due else "", small_word(state))))
        yield f"{owner}: {clean(agreement.text).strip()} ({how_far})"


def _goals(wording: Wording) -> tuple[str, Lines]:
    return goals_title(wording), goal_lines(wording)


def _conditions(wording: Wording) -> tuple[str, Lines]:
    return wording.translate("Report", "Conditions at the workplace"), _conditions_lines(wording)


def _conditions_lines(wording: Wording) -> Lines:
    yield conditions_intro(wording)
    yield ""
    yield from _table(wording, Strand.WORKPLACE_PART)
    yield one_line(_plain(levels_note(wording)))
    for code, voice, text in long_texts(wording):
        yield f"{code} {voice}: {text}"
    yield from _gaps(wording, Strand.WORKPLACE_PART)
    yield ""
    yield workplace_growth_title(wording)
    yield from _strips(wording, Strand.WORKPLACE_PART)


def _response(wording: Wording) -> tuple[str, Lines]:
    return wording.translate("Report", "Response of the student"), _response_lines(wording)


def _response_lines(wording: Wording) -> Lines:
    response = clean(wording.report.student_response).strip()
    if response:
        yield wording.quoted(response)
    elif wording.report.no_response:
        yield wording.translate("Report", "no response")
    yield response_signature(wording)


def _advice(wording: Wording) -> tuple[str, Lines]:
    title = wording.translate("Report", "Advice")
    if wording.report.advice_apart:
        return title, iter((advice_apart(wording),))
    return title, iter((clean(wording.report.advice).strip(), advice_basis(wording)))


def _signatures(wording: Wording) -> tuple[str, Lines]:
    return wording.translate("Report", "Signatures"), _signature_lines(wording)


def _signature_lines(wording: Wording) -> Lines:
    for signatory in wording.report.signatories:
        label, role = signatory_words(wording, signatory)
        yield f"{label}: " + ", ".join(filter(None, (one_line(signatory.name), role)))
        yield clean(signatory.sentence).strip()
        if signatory.statement is not None:
            yield from statement_lines(wording, signatory.statement)
        yield ""
    if code_is_printed(wording):
        yield _plain(what_code_is_for(wording))
    if not wording.report.is_final_form:
        yield from _warning(wording)


def _annex(wording: Wording) -> Lines:
    for criterion in wording.criteria:
        text = clean(criterion.student_part.level_text).strip()
        if text:
            level = wording.sign_and_word(criterion.student_part.agreed.mark, Strand.STUDENT_PART)
            yield f"{_named(criterion)}, {level}: {text}"
    yield ""
    for what, explained in mark_legend(wording):
        yield f"{one_line(what)}: {explained}" if explained else one_line(what)
    for voice in voices_in_report(wording):
        yield f"{wording.voice_name(voice)}: {voice_explained(wording, voice)}"
    yield wording.translate("Report", "Each level stands by itself.")
    yield ""
    yield " ".join(one_line(line) for line in wording.report.privacy_lines)
    yield from _warning(wording)


def _warning(wording: Wording) -> Lines:
    if not wording.report.privacy_complete:
        yield _plain(privacy_warning(wording))


_WRITERS: dict[Section, Callable[[Wording], tuple[str, Lines]]] = {
    Section.SUMMARY: _summary,
    Section.SCORES: _scores,
    Section.GROWTH: _growth,
    Section.NARRATIVE: _narrative,
    Section.AGREEMENTS: _agreements,
    Section.GROWTH_PLAN: _goals,
    Section.CONDITIONS: _conditions,
    Section.RESPONSE: _response,
    Section.ADVICE: _advice,
    Section.SIGNATURES: _signatures,
}
