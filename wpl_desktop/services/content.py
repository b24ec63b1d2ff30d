"""The texts and words shipped as data: vocabularies, what a school may edit, and their language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from wpl_desktop import paths
from wpl_desktop.domain.words import fill, in_language

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """Role and place words of one kind of workplace: `name[language]` and `words[language][key]`."""

    key: str
    name: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=8)
def _load(file: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(file.read_text(encoding="utf-8")))


def shipped(name: str) -> dict[str, Any]:
    """One file of resources/content, read once."""
    return _load(paths.resources() / "content" / f"{name}.json")


def vocabularies() -> list[Vocabulary]:
    """Every vocabulary there is, the first being the default."""
    return [Vocabulary(**values) for values in shipped("vocabularies")["vocabularies"]]


def words(vocabulary: str, language: str) -> Mapping[str, str]:
    """The role and place words of one vocabulary in one language; an unknown vocabulary gives the default's."""
    known = {entry.key: entry for entry in vocabularies()}
    return known.get(vocabulary, vocabularies()[0]).words[language]


def filled_in(text: Mapping[str, str], language: str, *, vocabulary: str) -> str:
    """A text kept in several languages in one of them, with the words of a vocabulary in its {placeholders}."""
    return fill(in_language(text, language), words(vocabulary, language))


def text(key: str, language: str) -> str:
    """One of the texts that a school may edit (texts.json), such as `device_warning` or `default_purpose`.

    `status_line` and `pupil_prompt` have {placeholders} of the vocabulary, for `fill`.
    """
    return cast("dict[str, str]", shipped("texts")[key])[language]


def signature_sentence(party: str, language: str, *, vocabulary: str) -> str:
    """The sentence above a party's signature (6.4)."""
    sentences = cast("dict[str, dict[str, str]]", shipped("texts")["signatures"])
    return filled_in(sentences[party], language, vocabulary=vocabulary)


def privacy_lines(language: str, *, vocabulary: str, **values: str) -> tuple[str, ...]:
    """The privacy lines of the annex (6.2 section 14) with controller, contact, purpose and retention filled in."""
    known = words(vocabulary, language)
    lines = cast("list[dict[str, dict[str, str]]]", shipped("texts")["privacy_lines"])
    return tuple(fill(line["text"][language], known, **values) for line in lines)


def page(key: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The title and lines of a page such as `lost_laptop` (P26)."""
    values = cast("dict[str, Any]", shipped("texts")[key])
    return values["title"][language], tuple(line[language] for line in values["lines"])
