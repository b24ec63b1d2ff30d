"""The student's own view of the workplace's part, as a paper for the institute that is kept nowhere else (R9)."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.paper_sheets import StudentView, StudentViewLine
from wpl_desktop.domain.words import fill
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import language_tag, long_date, short_date, time_of_day
from wpl_desktop.reports.document import Cell, Document
from wpl_desktop.reports.evaluation_context import small_word
from wpl_desktop.reports.furniture import Furniture
from wpl_desktop.reports.pen import DocumentInfo
from wpl_desktop.reports.style import ACCENT, INDENT, INK, LEFT, MUTED, RIGHT, STATUS_TINT, TEXT_WIDTH
from wpl_desktop.reports.text import clean, one_line
from wpl_desktop.texts import Translate, mark_sign, mark_word, round_kind_name

_SCALE_X = 93.0
_ROW = 9.4


def write_student_view(data: StudentView, target: BinaryIO | Path, translate: Translate) -> tuple[str, ...]:
    """Write the view as PDF (A4): each criterion with the level, its word and what the student wrote.

    What was left open is printed as open, with empty boxes: only on the own paper, for of it nothing is kept (R9).
    Gives the characters that no font had.
    """
    head = data.head
    document = Document(_furniture(data, translate))
    title = _title(translate)
    document.label(LEFT, 29.5, title, style.TITLE)
    document.put(LEFT, 38.2, document.type.fitted(one_line(head.student_name), style.NAME, TEXT_WIDTH))
    place = " · ".join(filter(None, (one_line(head.workplace), one_line(head.institute))))
    document.put(LEFT, 44.2, document.type.fitted(place, style.PLACE, TEXT_WIDTH))
    document.put(LEFT, 49.4, document.type.fitted(_facts(data, translate), style.PLACE, TEXT_WIDTH))
    document.y = 54.0
    _write_status(document, data, translate)
    _write_lines(document, data, translate)
    _write_levels(document, data)
    info = DocumentInfo(
        title=title, subject=one_line(head.document_number), language=language_tag(head.language)
    )
    return document.write(target, info)


def _title(translate: Translate) -> str:
    return translate("Report", "My view of the workplace")


def _furniture(data: StudentView, translate: Translate) -> Furniture:
    head = data.head

    def page(number: int, count: int) -> str:
        return translate("Report", "Page {number} of {count}").format(number=number, count=count)

    return Furniture(
        title=_title(translate),
        name=one_line(head.student_name),
        right=_round_words(data, translate),
        confidential=translate("Report", "Confidential"),
        number=one_line(head.document_number),
        demo=translate("Report", "DEMO · fictitious data") if head.demo else "",
        printed=f"{short_date(head.printed_at.date(), head.language)} {time_of_day(head.printed_at, head.language)}",
        page=page,
    )


def _round_words(data: StudentView, translate: Translate) -> str:
    return translate("Report", "School year {year} · round {round} ({kind})").format(
        year=data.head.school_year,
        round=data.round.number,
        kind=round_kind_name(data.round.kind, translate),
    )


def _facts(data: StudentView, translate: Translate) -> str:
    """Programme and phase, the day on which this was written, and the version of the criteria."""
    head = data.head
    phase = "" if head.phase is None else translate("Report", "phase {phase}").format(phase=head.phase)
    rubric = translate("Report", "rubric {edition} · {language}").format(
        edition=head.criteria_edition, language=head.language
    )
    day = long_date(head.printed_at.date(), head.language)
    return " · ".join(filter(None, (one_line(head.programme), phase, day, rubric)))


def _write_status(document: Document, data: StudentView, translate: Translate) -> None:
    text = fill(
        translate(
            "Report",
            "The {student} wrote this and decides who gets it. It was not kept in the program: this paper, or the "
            "locked file it was saved in, is the only copy.",
        ),
        data.head.words,
    )
    lines = document.type.wrap(text, style.BODY, TEXT_WIDTH - 9.0)
    height = len(lines) * style.BODY.line_height + 4.6
    document.box(LEFT, document.y, width=TEXT_WIDTH, height=height, fill=STATUS_TINT)
    document.box(LEFT, document.y, width=1.3, height=height, fill=ACCENT)
    top = document.y
    document.flow(lines, style.BODY, x=30.0, first=5.45)
    document.y = top + height + 4.0


def _write_lines(document: Document, data: StudentView, translate: Translate) -> None:
    document.heavy_rule(document.y)
    for index, line in enumerate(data.lines):
        _write_line(document, data, line, translate)
        is_last = index == len(data.lines) - 1
        document.rule(document.y, width=0.9 if is_last else 0.4, colour=INK if is_last else style.RULE)


def _write_line(document: Document, data: StudentView, line: StudentViewLine, translate: Translate) -> None:
    """One criterion: the row with its level stays whole, and what was written flows below it."""
    kit, count = document.type, len(data.level_words)
    comment = clean(line.comment).strip()
    document.need(_ROW + (9.0 if comment else 0.0))
    top = document.y
    mark = line.mark
    code = kit.fitted(one_line(line.code), style.CRITERION.bold().coloured(ACCENT), 7.4)
    name = kit.fitted(one_line(line.name), style.CRITERION, _SCALE_X - INDENT - 2.0, smallest=7.5)
    word_x = _SCALE_X + marks.scale_width(count) + 2.9
    word = one_line(mark_word(mark, data.level_words, translate))
    word_style = style.CRITERION.bold()
    if mark.level is None:
        word, word_style = f"{mark_sign(mark)} {small_word(word)}".lstrip(), style.CRITERION.coloured(MUTED)
    marks.scale(document, _SCALE_X, top + 2.1, level_count=count, chosen=mark.level)
    document.row(
        [
            Cell(LEFT, [(5.9, code)]),
            Cell(INDENT, [(5.9, name)]),
            Cell(word_x, [(5.9, kit.fitted(word, word_style, RIGHT - word_x, smallest=7.0))]),
        ],
        height=_ROW,
    )
    if comment:
        lines = kit.wrap(comment, style.BODY, RIGHT - INDENT)
        document.flow(lines, style.BODY, x=INDENT, first=3.4)
        document.y += 3.0


def _write_levels(document: Document, data: StudentView) -> None:
    words = [f"{level} {small_word(one_line(word))}" for level, word in enumerate(data.level_words, start=1)]
    lines = document.type.wrap("\u00a0\u00a0 ".join(words), style.NOTE, TEXT_WIDTH)
    document.flow(lines, style.NOTE, first=5.0)
