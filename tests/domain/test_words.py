"""Placeholders are filled from the vocabulary; everything else is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.words import capital, fill, in_language

WORDS = {"mentor": "werkplekbegeleider", "class_word": "groep"}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("De {mentor} vraagt.", "De werkplekbegeleider vraagt."),
        ("{Mentor} en {class_word}", "Werkplekbegeleider en groep"),
        ("{name} in {class_word}", "Łukasz in groep"),
        ("{unknown} blijft", "{unknown} blijft"),
        ("een { losse accolade", "een { losse accolade"),
        ("{0} en {} en {a.b} en {mentor!r}", "{0} en {} en {a.b} en {mentor!r}"),
    ],
)
def test_what_is_known_is_filled(text: str, filled: str) -> None:
    assert fill(text, WORDS, name="Łukasz") == filled


def test_a_value_is_not_filled_again() -> None:
    assert fill("{name}", WORDS, name="{mentor}") == "{mentor}"


@given(st.text())
def test_any_text_can_be_filled(text: str) -> None:
    assert isinstance(fill(text, WORDS), str)


def test_language_falls_back_to_dutch() -> None:
    assert in_language({"nl": "klas", "en": "class"}, "en") == "class"
    assert in_language({"nl": "klas"}, "en") == "klas"


def test_capital_changes_the_first_letter_only() -> None:
    assert capital("coachend, Łukasz") == "Coachend, Łukasz"
    assert capital("") == ""
