"""What a set of criteria must be before it may become a version: every mistake is found at its place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import criteria
from wpl_desktop.domain import criteria_content, criteria_editing
from wpl_desktop.domain.criteria_content import advice, cleaned, problems, shape_problems
from wpl_desktop.domain.errors import DomainError

PLACEHOLDERS = frozenset({"student", "Student", "mentor", "Mentor", "workplace"})
C1_NAME = ("criteria", 0, "name", "nl")
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def small() -> dict[str, Any]:
    """A complete set with two criteria and three levels, without words to fill in."""
    whole = criteria.with_levels(3, criteria=2)
    for criterion in whole["criteria"]:
        criterion["description"] = {"nl": "Wat telt.", "en": "What counts."}
        criterion["reading_hint"] = None
        criterion["indicators"] = [{"strand": "student_part", "text": {"nl": "Kijkt.", "en": "Looks."}}]
        criterion["questions"] = [{"text": {"nl": "Wat nu?", "en": "What now?"}}]
        criterion["tips"] = [
            {"audience": "mentor", "situation": "apply", "text": {"nl": "Wacht.", "en": "Wait."}}
        ]
    return whole


def put(whole: Any, path: tuple[str | int, ...], value: object) -> None:
    """Replace what stands at a path."""
    for step in path[:-1]:
        whole = whole[step]
    whole[path[-1]] = value


def found(whole: object) -> list[tuple[tuple[str | int, ...], str]]:
    """Where and what, of each mistake."""
    return [(problem.path, problem.code) for problem in problems(whole, placeholders=PLACEHOLDERS)]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_complete_set_has_no_mistakes(count: int) -> None:
    whole = criteria.with_levels(count)
    words = {"student", "Student", "mentor", "mentors", "class_word", "workplace", "institute"}
    unknown = [p for p in problems(whole, placeholders=words) if p.code != "criteria_placeholder"]
    assert unknown == []
    assert found(small()) == []


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("version",), "", "criteria_edition"),
        (("version",), "1/0", "criteria_edition"),
        (("key",), "Own Set", "criteria_key"),
        (("name", "en"), "  ", "criteria_text_missing"),
        (("name", "nl"), "x" * 121, "criteria_text_long"),
        (("name", "nl"), "Van de {mentor}", "criteria_placeholder"),
        (("expected_level",), 4, "criteria_expected_level"),
        (("expected_level",), 0, "criteria_expected_level"),
        (("expected_level",), True, "criteria_wants_number"),
        (("expected_level",), 2.0, "criteria_wants_number"),
        (("levels", "student_part", 1, "level"), 1, "criteria_level_number"),
        (("levels", "workplace_part", 2, "label", "nl"), "x" * 41, "criteria_text_long"),
        (("criteria", 1, "code"), "C1", "criteria_twice"),
        (("criteria", 1, "code"), "D2", "criteria_code"),
        (("criteria", 1, "key"), "learning_by_reflection", "criteria_twice"),
        (("criteria", 0, "weight"), "nobody", "criteria_choice"),
        (C1_NAME, "", "criteria_text_missing"),
        (C1_NAME, 7, "criteria_wants_text"),
        (C1_NAME, "Bel\u0007", "criteria_text_signs"),
        (C1_NAME, "om\u202egekeerd", "criteria_text_signs"),
        (C1_NAME, "half \ud800", "criteria_text_signs"),
        (C1_NAME, "Voor {menter}", "criteria_placeholder"),
        (C1_NAME, "Voor {0.__class__}", "criteria_placeholder"),
        (C1_NAME, "Voor {", "criteria_placeholder"),
        (("criteria", 0, "level_texts", "student_part", 2, "text", "en"), "", "criteria_text_missing"),
        (("criteria", 0, "level_texts", "workplace_part"), [], "criteria_level_texts"),
        (("criteria", 0, "indicators", 0, "strand"), "both", "criteria_choice"),
        (("criteria", 0, "tips", 0, "audience"), "parent", "criteria_choice"),
        (("criteria", 0, "questions"), [{"text": {"nl": "a", "en": "b"}}] * 21, "criteria_too_many"),
        (("criteria", 0, "questions"), "geen", "criteria_wants_list"),
        (("criteria", 0), None, "criteria_wants_object"),
        (("criteria",), [], "criteria_too_few"),
    ],
)  # fmt: skip
def test_a_mistake_is_found_at_its_place(path: tuple[str | int, ...], value: object, code: str) -> None:
    whole = small()
    put(whole, path, value)
    assert (path, code) in found(whole)


def test_what_is_missing_or_too_much_is_named() -> None:
    whole = small()
    del whole["criteria"][0]["weight"]
    whole["criteria"][1]["colour"] = "red"
    assert found(whole) == [
        (("criteria", 0), "criteria_key_missing"),
        (("criteria", 1, "colour"), "criteria_key_unknown"),
    ]


@pytest.mark.parametrize("count", [2, 6])
def test_a_scale_has_three_to_five_levels(count: int) -> None:
    whole = small()
    for strand in ("student_part", "workplace_part"):
        row = whole["levels"][strand][0]
        whole["levels"][strand] = [{**row, "level": number + 1} for number in range(count)]
    assert (("levels", "student_part"), "level_count") in found(whole)


def test_both_strands_have_the_same_number_of_levels() -> None:
    whole = small()
    whole["levels"]["workplace_part"].append({"level": 4, "label": {"nl": "Vier", "en": "Four"}})
    assert found(whole) == [(("levels", "workplace_part"), "criteria_levels_differ")]


def test_known_words_in_braces_may_stand_in_texts() -> None:
    whole = small()
    put(whole, C1_NAME, "{Mentor} en {student}")
    assert found(whole) == []


def test_a_long_level_text_is_advised_against_and_not_refused() -> None:
    whole = small()
    put(whole, ("criteria", 1, "level_texts", "student_part", 0, "text", "nl"), "woord " * 31)
    assert found(cleaned(whole)) == []
    (hint,) = advice(whole)
    assert hint.path == ("criteria", 1, "level_texts", "student_part", 0, "text", "nl")
    assert dict(hint.values) == {"count": "31", "most": "30"}


def test_new_lines_become_spaces_and_a_blank_hint_none() -> None:
    whole = small()
    put(whole, C1_NAME, "  Twee\r\n regels ")
    whole["criteria"][0]["reading_hint"] = {"nl": " ", "en": ""}
    tidy = cleaned(whole)
    assert tidy["criteria"][0]["name"]["nl"] == "Twee regels"
    assert tidy["criteria"][0]["reading_hint"] is None


def test_what_is_only_unfinished_has_the_right_shape() -> None:
    whole = criteria_editing.with_criterion_added(criteria_editing.with_level_added(small()))
    assert found(whole)
    assert shape_problems(whole) == []
    del whole["levels"]["student_part"]
    assert shape_problems(whole)


@given(value=ANYTHING)
def test_anything_may_be_checked(value: object) -> None:
    assert problems(value, placeholders=PLACEHOLDERS)


@given(value=ANYTHING, number=st.integers(0, 6))
def test_anything_may_stand_anywhere(value: object, number: int) -> None:
    whole = small()
    path = [
        ("levels",), ("levels", "student_part", 1), ("criteria",), ("criteria", 0), ("criteria", 1, "level_texts"),
        ("criteria", 0, "tips", 0, "text"), ("criteria", 1, "reading_hint"),
    ][number]  # fmt: skip
    put(whole, path, value)
    expected = [] if path[-1] == "reading_hint" and value in (None, {}) else [path]
    first = [problem.path[: len(path)] for problem in problems(whole, placeholders=PLACEHOLDERS)][:1]
    assert first == expected


def test_a_level_comes_at_the_top_and_goes_anywhere() -> None:
    more = criteria_editing.with_level_added(small())
    assert criteria_editing.level_count(more) == 4
    assert [row["level"] for row in more["criteria"][0]["level_texts"]["workplace_part"]] == [1, 2, 3, 4]
    assert more["criteria"][0]["level_texts"]["workplace_part"][3]["text"] == {"nl": "", "en": ""}
    less = criteria_editing.with_level_removed(more, 1)
    assert [row["level"] for row in less["levels"]["student_part"]] == [1, 2, 3]
    assert less["levels"]["student_part"][0]["label"]["nl"] == "Trap S2/3"
    assert less["expected_level"] == more["expected_level"] - 1
    with pytest.raises(DomainError, match="level_count"):
        criteria_editing.with_level_removed(less, 1)
    most = criteria_editing.with_level_added(more)
    with pytest.raises(DomainError, match="level_count"):
        criteria_editing.with_level_added(most)


def test_criteria_come_go_and_move_with_their_codes() -> None:
    more = criteria_editing.with_criterion_added(small())
    assert [row["code"] for row in more["criteria"]] == ["C1", "C2", "C3"]
    moved = criteria_editing.with_criterion_moved(more, 2, to=0)
    assert moved["criteria"][0]["key"] == "own_1"
    assert [row["code"] for row in moved["criteria"]] == ["C1", "C2", "C3"]
    less = criteria_editing.with_criterion_removed(moved, 1)
    assert [row["code"] for row in less["criteria"]] == ["C1", "C2"]
    with pytest.raises(DomainError, match="criteria_too_few"):
        criteria_editing.with_criterion_removed(criteria_editing.with_criterion_removed(less, 0), 0)
    while len(less["criteria"]) < criteria_content.MOST_CRITERIA:
        less = criteria_editing.with_criterion_added(less)
    with pytest.raises(DomainError, match="criteria_too_many"):
        criteria_editing.with_criterion_added(less)
