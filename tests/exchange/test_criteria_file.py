"""A set of criteria as a file: it comes back as it went, and anything else is refused with its line."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import criteria
from wpl_desktop.domain.criteria_content import problems
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.words import LANGUAGES, capital
from wpl_desktop.exchange import criteria_file
from wpl_desktop.exchange.criteria_file import read_criteria, write_criteria
from wpl_desktop.services import content

WORDS = content.words("", LANGUAGES[0])
PLACEHOLDERS = frozenset(WORDS) | {capital(word) for word in WORDS}
WHOLE = write_criteria(criteria.with_levels(3, criteria=2))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def read(data: bytes) -> dict[str, Any]:
    return read_criteria(data, placeholders=PLACEHOLDERS)


def refusal(data: bytes) -> tuple[str, int]:
    """Why and on which line a file is refused."""
    with pytest.raises(DomainError) as caught:
        read(data)
    return caught.value.code, int(dict(caught.value.values)["line"])


def line_of(data: bytes, part: str) -> int:
    """The line of a file on which a part first stands."""
    return next(n for n, line in enumerate(data.decode().splitlines(), start=1) if part in line)


@pytest.mark.parametrize(
    "whole", [criteria.shipped(), criteria.with_levels(3), criteria.with_levels(5)], ids=["shipped", "3", "5"]
)
def test_what_is_written_is_read_back_the_same(whole: dict[str, Any]) -> None:
    data = write_criteria(whole)
    assert read(data) == whole
    assert data.decode().splitlines()[1:3] == ['  "format": "wpl-criteria",', '  "format_version": 1,']


def test_a_byte_order_mark_and_other_line_ends_do_no_harm() -> None:
    assert read(b"\xef\xbb\xbf" + WHOLE.replace(b"\n", b"\r\n")) == read(WHOLE)


def test_every_vocabulary_has_the_words_of_the_default_one() -> None:
    for vocabulary in content.vocabularies():
        for language in LANGUAGES:
            assert set(WORDS) == set(vocabulary.words[language])


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "criteria_file_wants_value", 1),
        (b"\n\n  ", "criteria_file_wants_value", 3),
        (b"[1,\n2]", "criteria_file_other", 1),
        (b'"text"', "criteria_file_other", 1),
        (b"{}", "criteria_file_other", 1),
        (b'{"a": 1}', "criteria_file_other", 1),
        (b'{\n"format": "something",\n"format_version": 1}', "criteria_file_other", 2),
        (b'{\n"format": "wpl-criteria",\n"format_version": 2}', "criteria_file_newer", 3),
        (b'{\n"format": "wpl-criteria",\n"format_version": true}', "criteria_file_version", 3),
        (b'{\n"format": "wpl-criteria"}', "criteria_file_version", 1),
        (b'{\n"a": 1,\n"a": 2}', "criteria_file_twice", 3),
        (b'{\n"a": NaN}', "criteria_file_wants_value", 2),
        (b'{\n"a": -Infinity}', "criteria_file_wants_value", 2),
        (b'{\n"a": 12345678901234567890}', "criteria_file_number", 2),
        (b'{\n"a": 1e999999999999999}', "criteria_file_number", 2),
        (b'{\n"a" 1}', "criteria_file_wants_sign", 2),
        (b'{\n"a": 1\n"b": 2}', "criteria_file_wants_signs", 3),
        (b'{\n"a": [1 2]}', "criteria_file_wants_signs", 2),
        (b'{\n"a": 1,\n}', "criteria_file_wants_name", 3),
        (b"{\nname: 1}", "criteria_file_wants_name", 2),
        (b'{"a": "never closed\n}', "criteria_file_text", 1),
        (b'{\n"a": "bad \\q"}', "criteria_file_text", 2),
        (b"{}\nmore", "criteria_file_wants_end", 2),
        (b"[" * 100_000, "criteria_file_deep", 1),
        (b"[\n" * 20, "criteria_file_deep", 13),
        (b"[" + b"1,\n" * 40_000 + b"1]", "criteria_file_values", 30_000),
        (b'{\n"a": "\xff"}', "criteria_file_utf8", 2),
        ('{"a": 1}'.encode("utf-16"), "criteria_file_utf8", 1),
        (b"\n" * 10 + b" " * 2_000_000, "criteria_file_large", 11),
    ],
)
def test_what_is_broken_or_hostile_is_refused_with_its_line(data: bytes, code: str, line: int) -> None:
    assert refusal(data) == (code, line)


@pytest.mark.parametrize(
    ("part", "instead", "code"),
    [
        ('"weight": "student"', '"weight": "nobody"', "criteria_choice"),
        ("Zo ziet C2 W3/3 eruit.", "", "criteria_text_missing"),
        ("Zo ziet C2 W3/3 eruit.", "Zo \\u202e", "criteria_text_signs"),
        ("Zo ziet C2 W3/3 eruit.", "Voor {wie}", "criteria_placeholder"),
        ('"code": "C2"', '"code": "C1"', "criteria_twice"),
        ('"code": "C2"', '"code": "C2", "colour": "red"', "criteria_key_unknown"),
        ('"expected_level": 3', '"expected_level": 4', "criteria_expected_level"),
        ('"key": "own-3"', '"key": ["own-3"]', "criteria_wants_text"),
    ],
)
def test_a_mistake_in_the_content_has_the_line_of_the_value(part: str, instead: str, code: str) -> None:
    assert refusal(WHOLE.replace(part.encode(), instead.encode(), 1)) == (code, line_of(WHOLE, part))


def test_what_is_missing_has_the_line_of_what_it_is_missing_from() -> None:
    lines = WHOLE.decode().splitlines()
    number = line_of(WHOLE, '"weight"')
    data = "\n".join(lines[: number - 1] + lines[number:]).encode()
    assert refusal(data) == ("criteria_key_missing", line_of(WHOLE, '"criteria"') + 1)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_line(data: bytes) -> None:
    assert refusal(data)[1] >= 1


@given(value=JSON)
def test_any_json_is_refused_with_a_line_inside_the_file(value: object) -> None:
    data = json.dumps(value, indent=1).encode()
    assert 1 <= refusal(data)[1] <= data.count(b"\n") + 1


@given(value=JSON)
def test_json_is_read_as_everybody_reads_it(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert criteria_file._Scanner(text).document() == json.loads(text)


@given(position=st.integers(0, len(WHOLE) - 1), sign=st.binary(min_size=0, max_size=3))
def test_a_file_with_some_bytes_changed_is_valid_or_refused_with_a_line(position: int, sign: bytes) -> None:
    data = WHOLE[:position] + sign + WHOLE[position + len(sign) + 1 :]
    whole: dict[str, Any] | None = None
    line = 0
    try:
        whole = read(data)
    except DomainError as error:
        line = int(dict(error.values)["line"])
    if whole is None:
        assert 1 <= line <= data.count(b"\n") + 1
    else:
        assert problems(whole, placeholders=PLACEHOLDERS) == []
