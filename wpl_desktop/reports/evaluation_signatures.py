"""Who signs the evaluation report: with a pen, or as was said on the screen (6.2: 13, 6.4)."""

from __future__ import annotations

from wpl_desktop.domain.evaluation_report import Signatory, Statement
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.reports import style
from wpl_desktop.reports.dates import long_date, time_of_day
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import (
    Context,
    Section,
    Wording,
    programme_words,
    small_word,
)
from wpl_desktop.reports.style import LEFT, RIGHT, TEXT_WIDTH, TOP, WRITING, Face, TextStyle
from wpl_desktop.reports.text import Span, clean, one_line, rich
from wpl_desktop.texts import party_name, role_name

_SIGNATURE_ROW = 38.6
_STATEMENT_ROW = 24.0
_STATEMENT_X = 87.0
_NAME = TextStyle(10.5, 12.6, Face.BOLD)
_SAID = TextStyle(9, 11.8)


def write_signatures(context: Context) -> None:
    """A row for each party: a block for the pen, or what was said on screen; signing means seen."""
    document, translate, report = context.document, context.translate, context.report
    by_pen = [signatory for signatory in report.signatories if signatory.statement is None]
    note = translate("Report", "on paper; to sign means ‘seen’")
    if not by_pen:
        note = translate("Report", "to sign means ‘seen’")
    document.y += 5.0
    document.heading(
        translate("Report", "Signatures"),
        number=context.number(Section.SIGNATURES),
        note=note,
        keep=_SIGNATURE_ROW if by_pen else _STATEMENT_ROW,
    )
    for signatory in report.signatories:
        if signatory.statement is None:
            _write_for_the_pen(context, signatory)
        else:
            _write_statement(context, signatory, signatory.statement)
    if by_pen:
        _write_not_signed(context)
    if code_is_printed(context):
        lines = document.type.wrap(what_code_is_for(context), style.TABLE_NOTE, TEXT_WIDTH)
        document.flow(lines, style.TABLE_NOTE, first=5.6)
        document.y += 2.0


def _write_not_signed(context: Context) -> None:
    document, translate = context.document, context.translate
    document.need(8.0)
    baseline = document.y + 5.6
    document.tick_box(LEFT, baseline, ticked=False)
    x = LEFT + 5.4
    x += document.label(x, baseline, translate("Report", "Not signed by"), style.SENTENCE).width_mm + 2.0
    document.rule(document.y + 6.6, x=x, to=103.0, colour=WRITING)
    x = 106.0 + document.label(106.0, baseline, translate("Report", "reason"), style.SENTENCE).width_mm + 2.0
    document.rule(document.y + 6.6, x=x, to=RIGHT, colour=WRITING)
    document.y += 8.0


def _who(context: Context, signatory: Signatory) -> Cell:
    """Party, name, role and the sentence that is signed."""
    kit = context.document.type
    label, role = signatory_words(context, signatory)
    cell = Cell(LEFT).fill([kit.fitted(label, style.LABEL, 56.0)], style.LABEL, first=5.4)
    cell.fill(kit.wrap(one_line(signatory.name), _NAME, 56.0), _NAME, first=10.6)
    if role:
        cell.fill(kit.wrap(role, style.SECTION_NOTE, 56.0), style.SECTION_NOTE, first=cell.lowest + 4.4)
    sentence = kit.wrap(clean(signatory.sentence).strip(), style.SENTENCE, 56.0)
    return cell.fill(sentence, style.SENTENCE, first=cell.lowest + 6.0)


def _write_for_the_pen(context: Context, signatory: Signatory) -> None:
    document, translate = context.document, context.translate
    cell = _who(context, signatory)
    height = max(_SIGNATURE_ROW, cell.lowest + 4.0)
    document.need(min(height, style.BOTTOM - TOP - 20.0))
    top = document.y
    for index, word in enumerate(
        (translate("Report", "Place"), translate("Report", "Date"), translate("Report", "Hour"))
    ):
        document.label(87.0, top + 4.8 + 11.4 * index, word, style.SMALL_LABEL)
        document.rule(top + 12.0 + 11.4 * index, x=87.0, to=122.0, colour=WRITING)
    document.box(128.0, top + 1.8, width=62.0, height=35.0, border=WRITING)
    word = translate("Report", "Signature")
    if signatory.role is Role.HEAD_TEACHER:
        word = translate("Report", "Signature and stamp")
    document.label(130.0, top + 5.4, word, style.SMALL_LABEL)
    document.row([cell], height=height)
    document.rule(document.y)


def _write_statement(context: Context, signatory: Signatory, statement: Statement) -> None:
    """What was said on screen; it is called what it is, and there is no box that looks like a signature."""
    kit, width = context.document.type, RIGHT - _STATEMENT_X
    said = Cell(_STATEMENT_X)
    first, *rest, last = statement_lines(context, statement)
    said.fill(kit.wrap(first, _SAID.bold(), width), _SAID, first=5.4)
    for text in rest:
        said.fill(kit.wrap(text, _SAID, width), _SAID, first=said.lowest + 4.6)
    said.fill(kit.wrap(last, style.SECTION_NOTE, width), style.SECTION_NOTE, first=said.lowest + 5.4)
    who = _who(context, signatory)
    height = max(_STATEMENT_ROW, who.lowest + 4.0, said.lowest + 4.0)
    context.document.row([who, said], height=height)
    context.document.rule(context.document.y)


def statement_lines(wording: Wording, statement: Statement) -> list[str]:
    """What was said, by whom, where and when, and in plain words what such a statement is."""
    translate, language = wording.translate, wording.report.language
    name = ", ".join(filter(None, (one_line(statement.name), one_line(statement.role))))
    day, time = long_date(statement.said_at.date(), language), time_of_day(statement.said_at, language)
    where = ", ".join(filter(None, (one_line(statement.place), day, time)))
    recorded = translate("Report", "Recorded on the screen; this is not an electronic signature.")
    if not statement.refused:
        return [translate("Report", "Seen and discussed"), name, where, recorded]
    refused = translate("Report", "Not signed, reason: {reason}").format(
        reason=clean(statement.reason).strip()
    )
    return [refused, name, where, recorded]


def signatory_words(wording: Wording, signatory: Signatory) -> tuple[str, str]:
    """Who signs, and in which role."""
    report, translate = wording.report, wording.translate
    if signatory.role is Role.HEAD_TEACHER:
        role = role_name(signatory.role, translate, report.words)
        return translate("Report", "School management"), translate("Report", "{role} · optional").format(
            role=small_word(role)
        )
    if signatory.party is Party.STUDENT:
        return party_name(Party.STUDENT, translate, report.words), programme_words(report, translate)
    role = "" if signatory.role is None else role_name(signatory.role, translate, report.words)
    return party_name(signatory.party, translate, report.words), small_word(role)


def code_is_printed(wording: Wording) -> bool:
    """Only what is final has a code: a draft can still be another thing tomorrow."""
    return bool(wording.report.code) and not wording.report.draft


def what_code_is_for(wording: Wording) -> list[Span]:
    """The code in the foot of every page, explained once."""
    return rich(
        wording.translate(
            "Report",
            "{code}: whoever has the profile can type in this code of version {edition} and see whether this paper and "
            "what is kept still agree.",
        ),
        code=Span(wording.report.code, Face.BOLD, style.INK),
        edition=str(wording.report.edition),
    )
