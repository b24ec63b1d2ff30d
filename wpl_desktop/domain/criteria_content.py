"""What a whole set of criteria must be as data before it may become a version: every mistake with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from wpl_desktop.domain.criteria import FEWEST_LEVELS, MOST_LEVELS, Strand, Weight
from wpl_desktop.domain.words import LANGUAGES

Path = tuple[str | int, ...]
"""Where a value stands in the content: `("criteria", 2, "name", "nl")`."""

#: The shape of resources/content/criteria.json.
CONTENT_FORMAT: Final = 1
MOST_CRITERIA: Final = 15
MOST_ITEMS: Final = 20
#: The blank paper form has room for this many words a level (6.5); more is advised against, not refused.
WORDS_IN_LEVEL_TEXT: Final = 30
AUDIENCES: Final = ("student", "mentor", "both")
SITUATIONS: Final = ("new", "more", "apply", "solve", "change")
WEIGHTS: Final = tuple(weight.value for weight in Weight)
STRANDS: Final = tuple(strand.value for strand in Strand)

LONGEST_NAME: Final = 120
LONGEST_LABEL: Final = 40
LONGEST_CRITERION: Final = 80
LONGEST_TEXT: Final = 600

#: Codes of mistakes in the shape: what has them is no set of criteria at all, not even a draft of one.
SHAPE_CODES: Final = frozenset(
    {
        "criteria_wants_object",
        "criteria_wants_list",
        "criteria_wants_text",
        "criteria_wants_number",
        "criteria_key_missing",
        "criteria_key_unknown",
        "criteria_level_number",
        "criteria_levels_differ",
        "criteria_level_texts",
        "level_count",
    }
)

_SET_KEYS = ("format", "version", "key", "name", "expected_level", "levels", "criteria")
_CRITERION_KEYS = (
    "code", "key", "weight", "name", "description", "reading_hint",
    "level_texts", "indicators", "questions", "tips",
)  # fmt: skip
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_EDITION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,18}[A-Za-z0-9])?")
_CODE = re.compile(r"C[1-9][0-9]?")
_BRACED = re.compile(r"\{(\w+)\}")
_BLANKS = re.compile(r"[ \t\r\n]+")
# Marks that turn the reading direction of what follows, and of what stands around it.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, kw_only=True)
class ContentProblem:
    """One mistake: where it is, what is wrong as a code, and the values that its sentence needs."""

    path: Path
    code: str
    values: tuple[tuple[str, str], ...] = ()


def problems(content: object, *, placeholders: Collection[str]) -> list[ContentProblem]:
    """Everything that keeps `content` from being a version, in the order of the content; anything may be passed.

    `placeholders` are the words of the vocabularies that may stand in {braces}.
    """
    check = _Check(frozenset(placeholders))
    check.content(content)
    return check.found


def shape_problems(content: object) -> list[ContentProblem]:
    """The mistakes that not even a draft may have."""
    return [problem for problem in problems(content, placeholders=()) if problem.code in SHAPE_CODES]


def advice(content: Mapping[str, Any]) -> list[ContentProblem]:
    """Level texts that are longer than a paper form has room for; `content` has the right shape."""
    found: list[ContentProblem] = []
    for position, criterion in enumerate(content["criteria"]):
        for strand in STRANDS:
            for number, level in enumerate(criterion["level_texts"][strand]):
                for language in LANGUAGES:
                    count = len(level["text"][language].split())
                    if count > WORDS_IN_LEVEL_TEXT:
                        path = ("criteria", position, "level_texts", strand, number, "text", language)
                        values = (("count", str(count)), ("most", str(WORDS_IN_LEVEL_TEXT)))
                        found.append(ContentProblem(path=path, code="criteria_text_wordy", values=values))
    return found


def is_edition(text: str) -> bool:
    """Whether this can be the name of a version: `1.0`, `2026 b`."""
    return _EDITION.fullmatch(text) is not None


def cleaned(value: Any) -> Any:
    """The same with one space where there were several or a new line, and no reading hint where it is blank."""
    if isinstance(value, str):
        return _BLANKS.sub(" ", value).strip(" ")
    if isinstance(value, list):
        return [cleaned(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        tidy = {key: cleaned(item) for key, item in cast("dict[str, Any]", value).items()}
        hint = tidy.get("reading_hint")
        if isinstance(hint, dict) and all(text == "" for text in cast("dict[str, Any]", hint).values()):
            tidy["reading_hint"] = None
        return tidy
    return value


class _Check:
    """Walks through the content once and notes what is wrong."""

    def __init__(self, placeholders: frozenset[str]) -> None:
        self.found: list[ContentProblem] = []
        self._placeholders = placeholders

    def content(self, value: object) -> None:
        """The whole set."""
        whole = self._object(value, (), keys=_SET_KEYS)
        if whole is None:
            return
        if whole.get("format", CONTENT_FORMAT) != CONTENT_FORMAT:
            self._note(("format",), "criteria_choice", choices=CONTENT_FORMAT)
        self._pattern(whole, (), "version", pattern=_EDITION, code="criteria_edition")
        self._pattern(whole, (), "key", pattern=_IDENTIFIER, code="criteria_key")
        self._words(whole, (), "name", most=LONGEST_NAME, fills=False)
        count = self._levels(whole)
        self._expected_level(whole, count=count)
        codes: set[str] = set()
        keys: set[str] = set()
        for number, criterion in self._items(whole, (), "criteria", fewest=1, most=MOST_CRITERIA):
            path = ("criteria", number)
            row = self._object(criterion, path, keys=_CRITERION_KEYS)
            if row is not None:
                self._pattern(row, path, "code", pattern=_CODE, code="criteria_code")
                self._pattern(row, path, "key", pattern=_IDENTIFIER, code="criteria_key")
                self._once(row, path, "code", seen=codes)
                self._once(row, path, "key", seen=keys)
                self._criterion(row, path, count=count)

    def _levels(self, whole: Mapping[str, Any]) -> int | None:
        """How many levels the scale has; None when that cannot be said."""
        if "levels" not in whole:
            return None
        levels = self._object(whole["levels"], ("levels",), keys=STRANDS)
        counts: list[int] = []
        for strand in STRANDS:
            if levels is None or strand not in levels:
                continue
            path = ("levels", strand)
            rows = self._items(levels, ("levels",), strand, fewest=0, most=None)
            if isinstance(levels[strand], list):
                counts.append(len(rows))
                if not FEWEST_LEVELS <= len(rows) <= MOST_LEVELS:
                    self._note(path, "level_count", fewest=FEWEST_LEVELS, most=MOST_LEVELS)
                elif len(rows) != counts[0]:
                    self._note(path, "criteria_levels_differ", wanted=counts[0])
            self._level_rows(rows, path, text="label", most=LONGEST_LABEL)
        return counts[0] if len(counts) == len(STRANDS) and counts[0] == counts[1] else None

    def _level_rows(self, rows: list[tuple[int, Any]], path: Path, *, text: str, most: int) -> None:
        for number, item in rows:
            at = (*path, number)
            row = self._object(item, at, keys=("level", text))
            if row is not None:
                level = self._number(row, at, "level")
                if level is not None and level != number + 1:
                    self._note((*at, "level"), "criteria_level_number", wanted=number + 1)
                self._words(row, at, text, most=most, fills=text != "label")

    def _expected_level(self, whole: Mapping[str, Any], *, count: int | None) -> None:
        level = self._number(whole, (), "expected_level")
        if level is not None and count is not None and not 1 <= level <= count:
            self._note(("expected_level",), "criteria_expected_level", most=count)

    def _criterion(self, row: Mapping[str, Any], path: Path, *, count: int | None) -> None:
        self._choice(row, path, "weight", choices=WEIGHTS)
        self._words(row, path, "name", most=LONGEST_CRITERION)
        self._words(row, path, "description", most=LONGEST_TEXT)
        if row.get("reading_hint") not in (None, {}):
            self._words(row, path, "reading_hint", most=LONGEST_TEXT)
        if "level_texts" in row:
            at = (*path, "level_texts")
            strands = self._object(row["level_texts"], at, keys=STRANDS)
            for strand in STRANDS:
                if strands is not None and strand in strands:
                    rows = self._items(strands, at, strand, fewest=0, most=None)
                    if isinstance(strands[strand], list) and count is not None and len(rows) != count:
                        self._note((*at, strand), "criteria_level_texts", wanted=count)
                    self._level_rows(rows, (*at, strand), text="text", most=LONGEST_TEXT)
        for name, keys in (
            ("indicators", ("strand", "text")),
            ("questions", ("text",)),
            ("tips", ("audience", "situation", "text")),
        ):
            self._texts(row, path, name, keys=keys)

    def _texts(self, row: Mapping[str, Any], path: Path, name: str, *, keys: tuple[str, ...]) -> None:
        choices = {"strand": STRANDS, "audience": AUDIENCES, "situation": SITUATIONS}
        for number, item in self._items(row, path, name, fewest=0, most=MOST_ITEMS):
            at = (*path, name, number)
            entry = self._object(item, at, keys=keys)
            if entry is not None:
                for key in keys:
                    if key in choices:
                        self._choice(entry, at, key, choices=choices[key])
                self._words(entry, at, "text", most=LONGEST_TEXT)

    # Single values

    def _object(self, value: object, path: Path, *, keys: tuple[str, ...]) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            self._note(path, "criteria_wants_object", names=", ".join(keys))
            return None
        row = cast("dict[str, Any]", value)
        for key in keys:
            if key not in row:
                self._note(path, "criteria_key_missing", name=key)
        for key in row:
            if key not in keys:
                self._note((*path, key), "criteria_key_unknown", name=_short(key), names=", ".join(keys))
        return row

    def _items(
        self, row: Mapping[str, Any], path: Path, name: str, *, fewest: int, most: int | None
    ) -> list[tuple[int, Any]]:
        if name not in row:
            return []
        value = row[name]
        at = (*path, name)
        if not isinstance(value, list):
            self._note(at, "criteria_wants_list")
            return []
        items = cast("list[Any]", value)
        if len(items) < fewest:
            self._note(at, "criteria_too_few", fewest=fewest)
        if most is not None and len(items) > most:
            self._note(at, "criteria_too_many", most=most)
        return list(enumerate(items[: most or MOST_ITEMS]))

    def _number(self, row: Mapping[str, Any], path: Path, name: str) -> int | None:
        value = row.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if name in row:
            self._note((*path, name), "criteria_wants_number")
        return None

    def _text(self, row: Mapping[str, Any], path: Path, name: str) -> str | None:
        value = row.get(name)
        if isinstance(value, str):
            return value
        if name in row:
            self._note((*path, name), "criteria_wants_text")
        return None

    def _pattern(
        self, row: Mapping[str, Any], path: Path, name: str, *, pattern: re.Pattern[str], code: str
    ) -> None:
        text = self._text(row, path, name)
        if text is not None and pattern.fullmatch(text) is None:
            self._note((*path, name), code)

    def _once(self, row: Mapping[str, Any], path: Path, name: str, *, seen: set[str]) -> None:
        value = row.get(name)
        if isinstance(value, str):
            if value in seen:
                self._note((*path, name), "criteria_twice", what=_short(value))
            seen.add(value)

    def _choice(self, row: Mapping[str, Any], path: Path, name: str, *, choices: tuple[str, ...]) -> None:
        text = self._text(row, path, name)
        if text is not None and text not in choices:
            self._note((*path, name), "criteria_choice", choices=", ".join(choices))

    def _words(self, row: Mapping[str, Any], path: Path, name: str, *, most: int, fills: bool = True) -> None:
        if name not in row:
            return
        words = self._object(row[name], (*path, name), keys=LANGUAGES)
        for language in LANGUAGES if words is not None else ():
            text = self._text(words or {}, (*path, name), language)
            if text is not None:
                self._prose(text, (*path, name, language), most=most, fills=fills)

    def _prose(self, text: str, path: Path, *, most: int, fills: bool) -> None:
        if not text.strip():
            self._note(path, "criteria_text_missing")
        elif len(text) > most:
            self._note(path, "criteria_text_long", most=most)
        elif not all(_is_readable(sign) for sign in text):
            self._note(path, "criteria_text_signs")
        else:
            known = self._placeholders if fills else frozenset[str]()
            rest = _BRACED.sub(lambda found: "" if found[1] in known else found[0], text)
            strange = re.search(r"[{}][^{}\s]*\}?", rest)
            if strange is not None:
                self._note(path, "criteria_placeholder", found=_short(strange[0]))

    def _note(self, path: Path, code: str, **values: object) -> None:
        found = tuple((name, str(value)) for name, value in values.items())
        self.found.append(ContentProblem(path=path, code=code, values=found))


def _is_readable(sign: str) -> bool:
    """Not a control sign, half a character, or a mark that turns the reading direction; new lines are cleaned."""
    return sign in "\t\r\n" or (sign not in _TURNING and unicodedata.category(sign) not in {"Cc", "Cs"})


def _short(text: str) -> str:
    """What was found, as far as it fits in a sentence and can be shown."""
    shown = "".join(sign if _is_readable(sign) and sign not in "\t\r\n" else "?" for sign in text[:40])
    return shown + ("…" if len(text) > len(shown) else "")
