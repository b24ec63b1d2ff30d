"""The recovery sheet: one page with the code that opens a profile when the passphrase is forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.reports import style
from wpl_desktop.reports.dates import language_tag, long_date
from wpl_desktop.reports.document import Document
from wpl_desktop.reports.furniture import Furniture
from wpl_desktop.reports.pen import DocumentInfo
from wpl_desktop.reports.style import ACCENT, INK, LEFT, MUTED, RIGHT, TEXT_WIDTH, WRITING, Face, TextStyle
from wpl_desktop.reports.text import one_line
from wpl_desktop.texts import Translate

_GROUP = 4
_GROUPS_IN_ROW = 3
_CODE = TextStyle(26, 32, Face.BOLD)
_PLACE_OF_GROUP = TextStyle(7.5, 9, colour=MUTED)
_ROW = 19.0
_STEP = TextStyle(11, 15)


def write_recovery_sheet(
    *,
    code: str,
    profile_name: str,
    made_on: date,
    language: str,
    translate: Translate,
    target: BinaryIO | Path,
) -> tuple[str, ...]:
    """Write one page (A4) with the recovery code in groups of four, what it is for and how to keep it (P18).

    `code` may hold blanks and hyphens; letters and digits are printed as they are. Gives the characters that no
    font had, each once.
    """
    title = translate("Report", "Recovery sheet")
    document = Document(_furniture(title, profile_name, made_on, language, translate))
    document.label(LEFT, 29.5, title, style.TITLE)
    document.put(LEFT, 38.2, document.type.fitted(one_line(profile_name), style.NAME, TEXT_WIDTH))
    made = translate("Report", "made on {day}").format(day=long_date(made_on, language))
    document.label(LEFT, 44.2, made, style.PLACE)
    document.y = 50.0
    purpose = translate(
        "Report",
        "With this code you open your profile when the passphrase is forgotten. It does the same as the "
        "passphrase: whoever has this sheet and the computer can read everything. Without passphrase and without "
        "this sheet nobody can open the profile again, and we cannot either.",
    )
    document.flow(document.type.wrap(purpose, _STEP, TEXT_WIDTH), _STEP, first=6.0)
    document.y += 9.0
    _write_code(document, code)
    _write_advice(document, translate)
    _write_place(document, translate)
    info = DocumentInfo(title=title, subject="", language=language_tag(language))
    return document.write(target, info)


def _furniture(
    title: str, profile_name: str, made_on: date, language: str, translate: Translate
) -> Furniture:
    return Furniture(
        title=title,
        name=one_line(profile_name),
        right="",
        confidential=translate("Report", "Secret: keep under lock and key"),
        number="",
        demo="",
        printed=long_date(made_on, language),
        page=lambda number, count: translate("Report", "Page {number} of {count}").format(
            number=number, count=count
        ),
    )


def _groups(code: str) -> list[str]:
    """The code in groups: as it was written, or in fours where it was not."""
    written = one_line(code).replace("-", " ").split()
    if len(written) > 1:
        return written
    plain = "".join(written)
    return [plain[start : start + _GROUP] for start in range(0, len(plain), _GROUP)] or [""]


def _write_code(document: Document, code: str) -> None:
    groups = _groups(code)
    rows = -(-len(groups) // _GROUPS_IN_ROW)
    width = TEXT_WIDTH / _GROUPS_IN_ROW
    document.box(LEFT, document.y, width=TEXT_WIDTH, height=rows * _ROW + 5.0, border=INK, border_width=0.9)
    for index, group in enumerate(groups):
        row, column = divmod(index, _GROUPS_IN_ROW)
        middle = LEFT + width * (column + 0.5)
        baseline = document.y + 5.0 + row * _ROW + 8.5
        document.put_centred(middle, baseline, document.type.fitted(group, _CODE, width - 6.0, smallest=9.0))
        document.put_centred(middle, baseline + 5.0, document.type.line(str(index + 1), _PLACE_OF_GROUP))
    document.y += rows * _ROW + 5.0


def _write_advice(document: Document, translate: Translate) -> None:
    document.y += 7.0
    document.heading(translate("Report", "Keep it well"))
    steps = (
        translate("Report", "Print this sheet now. Do not photograph it and do not save it on a computer."),
        translate("Report", "Put it in a closed envelope and in the school's safe or locked cupboard."),
        translate("Report", "Keep it away from the computer: who steals one must not have the other."),
        translate("Report", "Tell one person at school that it exists and where it lies."),
        translate(
            "Report",
            "Did you have to use it? Choose a new passphrase straight away.",
        ),
    )
    document.y += 2.0
    for number, step in enumerate(steps, start=1):
        document.label(LEFT, document.y + 6.4, str(number), _STEP.bold().coloured(ACCENT))
        document.flow(document.type.wrap(step, _STEP, TEXT_WIDTH - 8.0), _STEP, x=LEFT + 8.0, first=6.4)


def _write_place(document: Document, translate: Translate) -> None:
    document.y += 16.0
    labels = (translate("Report", "Lies with"), translate("Report", "Since"))
    for label, x, to in zip(labels, (LEFT, 125.0), (118.0, RIGHT), strict=True):
        document.label(x, document.y - 7.0, label, style.SMALL_LABEL)
        document.rule(document.y, x=x, to=to, colour=WRITING)
