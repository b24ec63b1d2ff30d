"""A set of criteria as a file: written to be read by people too, and read with distrust, line by line."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Collection, Mapping
from typing import Any, Final, NoReturn, cast

from wpl_desktop.domain.criteria_content import CONTENT_FORMAT, Path, cleaned, problems
from wpl_desktop.domain.errors import DomainError, refused

FORMAT: Final = "wpl-criteria"
FORMAT_VERSION: Final = 1
SUFFIX: Final = ".wplcriteria"

MOST_BYTES: Final = 2_000_000
# A set of 15 criteria and 5 levels has some six thousand values, at most eight deep.
MOST_VALUES: Final = 30_000
DEEPEST: Final = 12
LONGEST_NUMBER: Final = 15

_BLANK = re.compile(r"[ \t\r\n]*")
_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_WORD = re.compile(r"(?:true|false|null)\b")


def write_criteria(content: Mapping[str, Any]) -> bytes:
    """A set (the shape of resources/content/criteria.json) as a file: UTF-8, indented, its format first."""
    whole: dict[str, Any] = {"format": FORMAT, "format_version": FORMAT_VERSION}
    whole |= {name: value for name, value in content.items() if name != "format"}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def read_criteria(data: bytes, *, placeholders: Collection[str]) -> dict[str, Any]:
    """The set in a file, complete and checked; nothing of the file is run or believed.

    Args:
        data: the bytes of the file.
        placeholders: the words of the vocabularies that may stand in {braces}.

    Raises:
        DomainError: the file cannot be used; its `values` have the `line` and what is expected there.
    """
    if len(data) > MOST_BYTES:
        _refuse("criteria_file_large", line=_line_of_byte(data, MOST_BYTES), most=MOST_BYTES // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse("criteria_file_utf8", line=_line_of_byte(data, error.start))
    scanner = _Scanner(text)
    whole = scanner.document()
    content = _content_of(whole, scanner)
    wrong = problems(content, placeholders=placeholders)
    if wrong:
        first = wrong[0]
        raise DomainError(first.code, "file", (("line", str(scanner.line_of(first.path))), *first.values))
    return content


def _content_of(whole: Any, scanner: _Scanner) -> dict[str, Any]:
    """What the file says, without its own head. Raises `DomainError` for another kind of file."""
    if not isinstance(whole, dict):
        _refuse("criteria_file_other", line=1, format=FORMAT)
    row = cast("dict[str, Any]", whole)
    if row.get("format") != FORMAT:
        _refuse("criteria_file_other", line=scanner.line_of(("format",)), format=FORMAT)
    version = row.get("format_version")
    line = scanner.line_of(("format_version",))
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        _refuse("criteria_file_version", line=line, version=FORMAT_VERSION)
    if version > FORMAT_VERSION:
        _refuse("criteria_file_newer", line=line, version=FORMAT_VERSION)
    rest = {name: value for name, value in row.items() if name not in {"format", "format_version"}}
    return cast("dict[str, Any]", cleaned({"format": CONTENT_FORMAT, **rest}))


def _line_of_byte(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _refuse(code: str, *, line: int, **values: object) -> NoReturn:
    raise refused(code, field="file", line=line, **values)


class _Scanner:
    """Reads JSON strictly, within limits, and remembers on which line each value begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._count = 0
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._lines: dict[Path, int] = {}

    def document(self) -> Any:
        """The one value of the text. Raises `DomainError`."""
        value = self._value(())
        self._skip()
        if self._at != len(self._text):
            self._refuse("criteria_file_wants_end")
        return value

    def line_of(self, path: Path) -> int:
        """The line on which the value at `path` begins, or the nearest one around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _value(self, path: Path) -> Any:
        self._skip()
        self._lines[path] = self._line()
        self._count += 1
        if self._count > MOST_VALUES:
            self._refuse("criteria_file_values", most=MOST_VALUES)
        sign = self._text[self._at : self._at + 1]
        if sign in ("{", "["):
            if len(path) >= DEEPEST:
                self._refuse("criteria_file_deep", most=DEEPEST)
            self._at += 1
            return self._object(path) if sign == "{" else self._list(path)
        if sign == '"':
            return self._string()
        if found := _WORD.match(self._text, self._at):
            self._at = found.end()
            return {"true": True, "false": False, "null": None}[found[0]]
        if found := _NUMBER.match(self._text, self._at):
            if len(found[0]) > LONGEST_NUMBER:
                self._refuse("criteria_file_number")
            self._at = found.end()
            return json.loads(found[0])
        return self._refuse("criteria_file_wants_value")

    def _object(self, path: Path) -> dict[str, Any]:
        row: dict[str, Any] = {}
        if self._takes("}"):
            return row
        while True:
            self._skip()
            if self._text[self._at : self._at + 1] != '"':
                self._refuse("criteria_file_wants_name")
            start = self._at
            name = self._string()
            if name in row:
                self._at = start
                self._refuse("criteria_file_twice", name=name[:40].encode(errors="replace").decode())
            if not self._takes(":"):
                self._refuse("criteria_file_wants_sign", sign=":")
            row[name] = self._value((*path, name))
            if self._takes("}"):
                return row
            if not self._takes(","):
                self._refuse("criteria_file_wants_signs", first=",", last="}")

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        if self._takes("]"):
            return items
        while True:
            items.append(self._value((*path, len(items))))
            if self._takes("]"):
                return items
            if not self._takes(","):
                self._refuse("criteria_file_wants_signs", first=",", last="]")

    def _string(self) -> str:
        found = _TEXT.match(self._text, self._at)
        if found is None:
            self._refuse("criteria_file_text")
        self._at = found.end()
        return cast("str", json.loads(found[0]))

    def _takes(self, sign: str) -> bool:
        self._skip()
        if self._text.startswith(sign, self._at):
            self._at += 1
            return True
        return False

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        if found is not None:
            self._at = found.end()

    def _line(self) -> int:
        return bisect_right(self._breaks, self._at - 1) + 1

    def _refuse(self, code: str, **values: object) -> NoReturn:
        _refuse(code, line=self._line(), **values)
