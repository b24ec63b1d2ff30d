"""How the evaluation report opens: student, place, the facts of the trajectory, and what the report is (6.2: 1–2)."""

from __future__ import annotations

from wpl_desktop.reports import style
from wpl_desktop.reports.dates import long_date, short_date, time_of_day, weekday_names
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import Context, Wording, programme_words, report_title
from wpl_desktop.reports.style import ACCENT, LEFT, RIGHT, STATUS_TINT, TEXT_WIDTH
from wpl_desktop.reports.text import clean, one_line
from wpl_desktop.texts import role_name

_META_COLUMNS = (25.0, 111.0)
_META_LABEL = 26.0
_META_PITCH = 5.4


def write_heading(context: Context) -> None:
    """Title, student, place, the facts of the trajectory, and the status line."""
    document, report = context.document, context.report
    width = TEXT_WIDTH - (35.0 if report.draft else 0.0)
    document.put(LEFT, 29.5, document.type.fitted(heading_title(context), style.TITLE, width))
    _write_name(context)
    document.flow(document.type.wrap(place_words(context), style.PLACE, TEXT_WIDTH), style.PLACE, first=6.0)
    document.y += 6.3
    top, rest = document.y, document.y
    for x, facts in zip(_META_COLUMNS, (left_facts(context), right_facts(context)), strict=True):
        document.y = top
        _write_facts(context, x, facts, width=RIGHT - x if x > LEFT else _META_COLUMNS[1] - x - 3.0)
        rest = max(rest, document.y)
    document.y = rest + 3.4
    _write_status(context)


def heading_title(wording: Wording) -> str:
    """What stands largest on the first page."""
    if wording.report.is_final_form:
        return report_title(wording.report, wording.translate)
    return wording.translate("Report", "Midterm report")


def place_words(wording: Wording) -> str:
    """Workplace with its address, and the institute."""
    report = wording.report
    place = ", ".join(filter(None, (one_line(report.workplace), one_line(report.workplace_address))))
    return " · ".join(filter(None, (place, one_line(report.institute))))


def _write_name(context: Context) -> None:
    document, report = context.document, context.report
    document.y = 29.5
    name = one_line(report.student_name)
    lines = document.type.wrap(name, style.NAME, TEXT_WIDTH)
    if len(lines) == 1:
        lines = [document.type.line(name, style.NAME)]
    document.flow(lines, style.NAME, first=8.7)
    if report.second_script:
        second = document.type.wrap(one_line(report.second_script), style.SECOND_SCRIPT, TEXT_WIDTH)
        beside = lines[-1].width_mm + 5.0
        if len(lines) == len(second) == 1 and beside + second[0].width_mm <= TEXT_WIDTH:
            document.put(
                LEFT + beside, document.y, document.type.line(report.second_script, style.SECOND_SCRIPT)
            )
        else:
            document.flow(second, style.SECOND_SCRIPT, first=7.0)


Facts = list[tuple[str, str]]


def left_facts(wording: Wording) -> Facts:
    """The facts of the trajectory, with their labels."""
    report, translate = wording.report, wording.translate
    language = report.language
    facts: Facts = []
    programme = programme_words(report, translate)
    if programme:
        facts.append((translate("Report", "Programme"), programme))
    if report.student_number:
        facts.append((translate("Report", "Student number"), report.student_number))
    period = translate("Report", "{first} to {last}").format(
        first=short_date(report.starts_on, language), last=short_date(report.ends_on, language)
    )
    facts.append((translate("Report", "Period"), period))
    presence = weekday_names(report.weekdays, language)
    if report.has_blocks:
        blocks = wording.words(translate("Report", "{block_placement}s full-time"))
        presence = f"{presence}; {blocks}" if presence else blocks
    if presence:
        facts.append((translate("Report", "Present"), presence))
    facts.append((translate("Report", "Conversation"), _conversation(wording)))
    return facts


def _conversation(wording: Wording) -> str:
    report, language = wording.report, wording.report.language
    start, end = report.conversation_starts_at, report.conversation_ends_at
    day = long_date(start.date() if start else report.held_on, language)
    if start is None or end is None:
        return day
    return wording.translate("Report", "{day}, {start}–{end}").format(
        day=day, start=time_of_day(start, language), end=time_of_day(end, language)
    )


def right_facts(wording: Wording) -> Facts:
    """Classes, people and rubric, with their labels."""
    report, translate = wording.report, wording.translate
    facts: Facts = []
    if report.class_names:
        facts.append((wording.words("{Class_word}"), report.class_names))
    by_role: dict[str, list[str]] = {}
    for person in report.people:
        label = role_name(person.role, translate, report.words)
        by_role.setdefault(label, []).append(one_line(person.name))
    facts.extend((label, ", ".join(names)) for label, names in by_role.items())
    edition = translate("Report", "version {edition}").format(edition=report.criteria_edition)
    facts.append((translate("Report", "Rubric"), edition))
    return facts


def _write_facts(context: Context, x: float, facts: Facts, *, width: float) -> None:
    document = context.document
    value_style = style.TextStyle(9, 11.7)
    for label, value in facts:
        lines = document.type.wrap(one_line(value), value_style, width - _META_LABEL)
        label_line = document.type.fitted(label, style.LABEL, _META_LABEL - 0.8)
        height = _META_PITCH + (len(lines) - 1) * value_style.line_height
        document.row(
            [
                Cell(x).fill([label_line], style.LABEL, first=3.6),
                Cell(x + _META_LABEL).fill(lines, value_style, first=3.55),
            ],
            height=height,
        )


def _write_status(context: Context) -> None:
    document = context.document
    lines = document.type.wrap(clean(context.report.status_line).strip(), style.BODY, TEXT_WIDTH - 9.0)
    height = len(lines) * style.BODY.line_height + 4.6
    if height < 60.0:
        document.need(height)
        document.box(LEFT, document.y, width=TEXT_WIDTH, height=height, fill=STATUS_TINT)
        document.box(LEFT, document.y, width=1.3, height=height, fill=ACCENT)
    top = document.y
    document.flow(lines, style.BODY, x=30.0, first=5.45)
    document.y = max(document.y + 3.8, top + height if height < 60.0 else 0.0)
