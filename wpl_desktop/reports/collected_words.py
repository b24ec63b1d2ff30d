"""How a sheet came into the profile, as one sentence: printed, because who typed it matters (design warning 7)."""

from __future__ import annotations

from collections.abc import Mapping

from wpl_desktop.domain.evaluation_report import ReportSheet
from wpl_desktop.domain.evaluations import Collected
from wpl_desktop.reports.dates import short_date
from wpl_desktop.reports.text import one_line
from wpl_desktop.texts import Translate, perspective_name


def collected_words(
    sheet: ReportSheet, *, translate: Translate, words: Mapping[str, str], language: str
) -> str:
    """`Student: op papier ingevuld door … op 2 juni, overgetypt op 3 juni, niet blind.` (R5)."""
    parts = [_how(sheet, translate, language)]
    if not sheet.blind:
        parts.append(translate("Report", "not blind"))
    return f"{perspective_name(sheet.perspective, translate, words)}: {', '.join(parts)}."


def _how(sheet: ReportSheet, translate: Translate, language: str) -> str:
    day = "" if sheet.collected_on is None else short_date(sheet.collected_on, language)
    if sheet.collected is Collected.PAPER:
        typed = translate("Report", "typed over on {day}").format(day=day) if day else ""
        return ", ".join(filter(None, (_on_paper(sheet, translate, language), typed)))
    if sheet.collected is Collected.TYPED_FOR:
        how = translate("Report", "typed in by somebody else")
    else:
        how = translate("Report", "filled in on screen, by themselves")
    return translate("Report", "{how} on {day}").format(how=how, day=day) if day else how


def _on_paper(sheet: ReportSheet, translate: Translate, language: str) -> str:
    """Who wrote it, and when, as it stands on the paper."""
    who = one_line(sheet.written_by)
    day = "" if sheet.written_on is None else short_date(sheet.written_on, language)
    if who and day:
        return translate("Report", "on paper, written by {who} on {day}").format(who=who, day=day)
    if who:
        return translate("Report", "on paper, written by {who}").format(who=who)
    if day:
        return translate("Report", "on paper, written on {day}").format(day=day)
    return translate("Report", "on paper")
