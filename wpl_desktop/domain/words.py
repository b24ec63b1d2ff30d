"""Texts in several languages, and role and place words that fill their placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping

LANGUAGES = ("nl", "en")

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

Words = dict[str, str]
"""One text in every language of the program: ``{"nl": …, "en": …}``."""

VocabularyWords = Mapping[str, str]
"""Role and place words of the installation in one language: `mentor`, `institute_supervisor`, `class_word` …"""


def in_language(words: Mapping[str, str], language: str) -> str:
    """The text in `language`, else in Dutch (the first language), else the first there is."""
    return words.get(language) or words.get("nl") or next(iter(words.values()), "")


def fill(text: str, words: VocabularyWords, **values: object) -> str:
    """`text` with its {placeholders} filled from the vocabulary and `values`; `{Mentor}` starts with a capital.

    What nothing fills stays as it stands, as do braces that are no placeholder: a school may write them.
    """
    known = {key: str(value) for key, value in {**words, **values}.items()}
    for key, word in words.items():
        known.setdefault(capital(key), capital(word))
    return _PLACEHOLDER.sub(lambda found: known.get(found[1], found[0]), text)


def capital(text: str) -> str:
    """The text with a capital first; the rest is left as it is written."""
    return text[:1].upper() + text[1:]
