"""The words around a set of criteria: its facts, the places in it, and what is wrong there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.criteria_content import AUDIENCES, SITUATIONS, WEIGHTS, Path
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.words import LANGUAGES, capital, fill
from wpl_desktop.services.criteria_sets import CriteriaSetRow
from wpl_desktop.texts import error_message, perspective_name
from wpl_desktop.ui.language import chosen, filled, translate, words


def language_name(language: str) -> str:
    """The name of a language in that language: the same in every window."""
    return {"nl": "Nederlands", "en": "English"}[language]


def edition_words(edition: str) -> str:
    """`version 1.0`."""
    return translate("Criteria", "version {edition}").format(edition=edition)


def level_words(count: int) -> str:
    """`4 levels`."""
    return translate("Criteria", "{count} levels").format(count=count)


def use_words(row: CriteriaSetRow) -> str:
    """Who uses a version: `in use for 4 students`."""
    parts: list[str] = []
    if row.running == 1:
        parts.append(filled(translate("Criteria", "in use for 1 {student}")))
    elif row.running:
        parts.append(filled(translate("Criteria", "in use for {count} {students}"), count=row.running))
    if row.closed:
        parts.append(filled(translate("Criteria", "{count} closed"), count=row.closed))
    return ", ".join(parts) or translate("Criteria", "not in use")


def weight_name(weight: str) -> str:
    """In whose hands a criterion mostly is."""
    return {
        "student": filled(translate("Criteria", "Mostly the {student}")),
        "workplace": filled(translate("Criteria", "Mostly the {workplace}")),
        "shared": translate("Criteria", "Shared"),
    }[weight]


def audience_name(audience: str) -> str:
    """Whom a tip is for."""
    return {
        "student": filled("{Student}"),
        "mentor": filled("{Mentor}"),
        "both": translate("Criteria", "Both"),
    }[audience]


def situation_name(situation: str) -> str:
    """In which moment of need a tip helps."""
    return {
        "new": translate("Criteria", "First time"),
        "more": translate("Criteria", "Wants to know more"),
        "apply": translate("Criteria", "Before a conversation"),
        "solve": translate("Criteria", "It does not go well"),
        "change": translate("Criteria", "Something changes"),
    }[situation]


def choices_of(name: str) -> tuple[tuple[str, str], ...]:
    """What can be chosen for `weight`, `audience` or `situation`, each with its name."""
    values, name_of = {
        "weight": (WEIGHTS, weight_name),
        "audience": (AUDIENCES, audience_name),
        "situation": (SITUATIONS, situation_name),
    }[name]
    return tuple((value, name_of(value)) for value in values)


def part_name(content: Mapping[str, Any], position: int | None) -> str:
    """A part of a set for the list: the scale, or a criterion with its code."""
    if position is None:
        return translate("Criteria", "Name and levels")
    criterion = content["criteria"][position]
    name = chosen(criterion["name"]).strip() or translate("Criteria", "without a name")
    return f"{criterion['code']} {name}"


def place_words(content: Mapping[str, Any], path: Path) -> str:
    """Where a value stands, in few words: `C3 · Workplace, level 2 · en`."""
    position = path[1] if path[:1] == ("criteria",) and len(path) > 1 else None
    rest = path if position is None else path[2:]
    parts: list[str] = []
    if isinstance(position, int):
        parts.append(content["criteria"][position]["code"])
    if rest:
        parts.append(_field_words(content, rest, position=position))
    if path and path[-1] in LANGUAGES:
        parts.append(str(path[-1]))
    return " · ".join(part for part in parts if part)


def _field_words(content: Mapping[str, Any], rest: Path, *, position: str | int | None) -> str:
    name = str(rest[0])
    number = rest[1] + 1 if len(rest) > 1 and isinstance(rest[1], int) else 0
    if name in ("levels", "level_texts") and len(rest) > 2:
        return translate("Criteria", "{whose}, level {level}").format(
            whose=_short_strand(str(rest[1])), level=int(rest[2]) + 1
        )
    if name == "indicators" and number:
        rows = content["criteria"][position][name][:number]
        strand = rows[-1]["strand"]
        return translate("Criteria", "{whose}, indicator {number}").format(
            whose=_short_strand(strand), number=[row["strand"] for row in rows].count(strand)
        )
    return {
        "name": translate("Criteria", "Name"),
        "description": translate("Criteria", "Description"),
        "reading_hint": translate("Criteria", "Reading hint"),
        "questions": translate("Criteria", "Question {number}").format(number=number),
        "tips": translate("Criteria", "Tip {number}").format(number=number),
        "expected_level": translate("Criteria", "May be expected now"),
    }.get(name, "")


def _short_strand(strand: str) -> str:
    perspective = Perspective.STUDENT if strand == Strand.STUDENT_PART.value else Perspective.WORKPLACE
    return perspective_name(perspective, translate, words())


def problem_words(code: str, values: Mapping[str, str]) -> str:
    """One sentence: what is wrong at a place, and what belongs there."""
    sentences = {
        "criteria_wants_object": translate("Criteria", "Here belongs a group between { and } with: {names}."),
        "criteria_wants_list": translate("Criteria", "Here belongs a list in [square brackets]."),
        "criteria_wants_text": translate("Criteria", "Here belongs a text in quotes."),
        "criteria_wants_number": translate("Criteria", "Here belongs a whole number."),
        "criteria_key_missing": translate("Criteria", "Here “{name}” is missing."),
        "criteria_key_unknown": translate("Criteria", "“{name}” is not known here. Known are: {names}."),
        "criteria_choice": translate("Criteria", "Here belongs one of: {choices}."),
        "criteria_text_missing": translate("Criteria", "Fill in this text."),
        "criteria_text_long": translate("Criteria", "This text has at most {most} characters."),
        "criteria_text_wordy": translate(
            "Criteria", "{count} words: the paper form has room for {most} or fewer."
        ),
        "criteria_text_signs": translate(
            "Criteria", "There is a sign in this text that cannot be seen. Type the text again."
        ),
        "criteria_placeholder": translate(
            "Criteria", "“{found}” is not one of the words that may stand in braces here."
        ),
        "criteria_too_few": translate("Criteria", "At least {fewest} is needed here."),
        "criteria_too_many": translate("Criteria", "There is room for {most} here."),
        "level_count": translate("Criteria", "A scale has {fewest} to {most} levels."),
        "criteria_levels_differ": translate("Criteria", "Both parts have the same number of levels: {wanted}."),
        "criteria_level_texts": translate("Criteria", "Here belong {wanted} texts, one for each level."),
        "criteria_level_number": translate("Criteria", "This is level {wanted}: levels count up from 1."),
        "criteria_expected_level": translate("Criteria", "Choose a level from 1 to {most}."),
        "criteria_code": translate("Criteria", "A criterion is called C with a number: C1, C2 and so on."),
        "criteria_twice": translate("Criteria", "“{what}” is there already; each has its own."),
        "criteria_key": translate("Criteria", "Here belong small letters, digits, - and _ only."),
        "criteria_edition": translate("Criteria", "A version is named with letters and digits, such as 2.0."),
        "criteria_file_large": translate("Criteria", "The file is larger than {most} MB: this is no set of criteria."),
        "criteria_file_utf8": translate("Criteria", "Here is no readable text: the file is not UTF-8."),
        "criteria_file_other": translate("Criteria", "Here belongs “format”: “{format}”. This is something else."),
        "criteria_file_version": translate("Criteria", "Here belongs “format_version”: {version}."),
        "criteria_file_newer": translate(
            "Criteria", "The file was made by a newer version of WPL Desktop. Install that one to read it."
        ),
        "criteria_file_values": translate("Criteria", "The file has more than {most} values."),
        "criteria_file_deep": translate("Criteria", "The groups stand more than {most} deep in each other."),
        "criteria_file_number": translate("Criteria", "This number is too long."),
        "criteria_file_twice": translate("Criteria", "“{name}” stands here for the second time."),
        "criteria_file_text": translate("Criteria", "Here belongs a text that is closed with a quote on this line."),
        "criteria_file_wants_value": translate("Criteria", "Here belongs a text, a number, a list or a group."),
        "criteria_file_wants_name": translate("Criteria", "Here belongs a name in quotes."),
        "criteria_file_wants_sign": translate("Criteria", "Here belongs “{sign}”."),
        "criteria_file_wants_signs": translate("Criteria", "Here belongs “{first}” or “{last}”."),
        "criteria_file_wants_end": translate("Criteria", "Here the file should end."),
    }  # fmt: skip
    return fill(sentences[code], {}, **values)


def file_trouble(error: DomainError) -> str:
    """Why a file was refused: on which line, what belongs there, and that nothing was changed."""
    values = dict(error.values)
    if "line" not in values:
        return error_message(error, translate)
    return translate("Criteria", "Line {line}: {what} Nothing was changed.").format(
        line=values["line"], what=capital(problem_words(error.code, values))
    )
