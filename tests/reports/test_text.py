"""Setting text: cleaning, breaking into lines, and the order of mixed directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.reports import direction
from wpl_desktop.reports.style import BODY, POINTS_PER_MM, Face, TextStyle
from wpl_desktop.reports.text import Line, Span, Typesetter, clean, one_line, rich, shortened

WIDTH = 60.0


def shown(line: Line) -> str:
    """What a line draws."""
    return "".join(item.run.text for item in line.placed)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\tb", "a b"),
        ("a  b", "a b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("e\u0301", "é"),
        ("a\u202eb\u200bc\u00ad", "abc"),
        ("\ud800", "\ufffd"),
        ("a\x00b", "ab"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_cleaning(typed: str, printed: str) -> None:
    assert clean(typed) == printed


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="abcdefghij -/éł中文字。", max_size=300))
def test_lines_fit_and_keep_every_letter(text: str) -> None:
    lines = Typesetter().wrap(text, BODY, WIDTH)
    assert all(line.width_mm <= WIDTH + 0.01 for line in lines)
    letters = "".join(shown(line) for line in lines).replace(" ", "")
    assert letters == one_line(text).replace(" ", "")


def test_words_break_at_blanks_and_between_letters_at_hyphens() -> None:
    kit = Typesetter()
    lines = kit.wrap("wiskunde-instructie op 28-08-2025", BODY, 24.0)
    assert [shown(line) for line in lines] == ["wiskunde-", "instructie op", "28-08-2025"]


def test_line_ends_are_kept_and_empty_lines_too() -> None:
    assert [shown(line) for line in Typesetter().wrap("a\n\nb", BODY, WIDTH)] == ["a", "", "b"]


def test_spans_keep_their_face_and_stay_together_without_a_blank() -> None:
    lines = Typesetter().wrap([Span("C2", Face.BOLD), Span(": text")], BODY, WIDTH)
    assert [item.run.text for item in lines[0].placed] == ["C2", ": text"]
    assert lines[0].placed[0].run.font != lines[0].placed[1].run.font


def test_fitted_text_becomes_smaller_before_it_is_cut() -> None:
    kit, style = Typesetter(), TextStyle(10, 12)
    whole = kit.line("Handelingsverlegenheid", style)
    smaller = kit.fitted("Handelingsverlegenheid", style, whole.width_mm * 0.8)
    assert shown(smaller) == "Handelingsverlegenheid"
    assert smaller.placed[0].size == pytest.approx(8)
    cut = kit.fitted("Handelingsverlegenheid", style, whole.width_mm * 0.3)
    assert shown(cut).endswith("…")
    assert cut.width_mm <= whole.width_mm * 0.3


def test_arabic_is_shaped_and_stands_from_right_to_left() -> None:
    kit = Typesetter()
    line = kit.line("ياسمين", BODY)
    apart = sum(kit.line(letter, BODY).width for letter in "ياسمين")
    assert line.width < apart
    assert kit.missing == {}


def test_paragraph_that_starts_in_arabic_ends_at_the_right() -> None:
    first, last = Typesetter().wrap("ياسمين الإدريسي " * 4, BODY, WIDTH)[:2]
    for line in (first, last):
        right = line.placed[-1].dx + line.placed[-1].run.advance * line.placed[-1].size
        assert right / POINTS_PER_MM == pytest.approx(WIDTH, abs=0.1)


@pytest.mark.parametrize(
    ("text", "right_to_left", "order"),
    [
        ("abc", False, ["abc"]),
        ("ab אב cd", False, ["ab ", "אב", " cd"]),
        ("אב ab", True, ["ab", "אב "]),
        ("אב 12 גד", True, [" גד", "12", "אב "]),
        ("אב 12.5 ab", False, ["12.5", "אב ", " ab"]),
        ("", False, []),
    ],
)
def test_order_of_directions(text: str, right_to_left: bool, order: list[str]) -> None:
    found = direction.visual_order(text, right_to_left=right_to_left)
    assert [text[start:end] for start, end, _ in found] == order


@given(st.text(alphabet="ab אב12.()", max_size=40), st.booleans())
def test_order_keeps_every_character_once(text: str, right_to_left: bool) -> None:
    found = direction.visual_order(text, right_to_left=right_to_left)
    places = sorted(place for start, end, _ in found for place in range(start, end))
    assert places == list(range(len(text)))


def test_rich_text_leaves_braces_of_values_alone() -> None:
    spans = rich("{level} = good", level=Span("{3}", Face.BOLD))
    assert [span.text for span in spans] == ["{3}", " = good"]
    assert [span.text for span in rich("{who} } {level}", level="3")] == ["{who}", " } ", "3"]


def test_shortened_text_ends_with_an_ellipsis() -> None:
    assert shortened("one two three", most=8) == "one two…"
    assert shortened("one\ntwo", most=8) == "one two"
