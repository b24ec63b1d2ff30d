"""The bank of own phrases: what a mentor wants to be able to write again."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.errors import refused

#: A phrase is a sentence or two; what is longer is a text about somebody.
MOST_LETTERS = 500


class KeptPhrase(Record):
    """One phrase that was kept by hand; `criterion_code` is where it was kept, empty for everywhere."""

    __tablename__ = "kept_phrases"

    text: Mapped[str]
    criterion_code: Mapped[str] = mapped_column(default="")


def clean_phrase(text: str) -> str:
    """A phrase on one line; refused with `phrase_empty` or `phrase_long`."""
    phrase = " ".join(text.split())
    if not phrase:
        raise refused("phrase_empty", field="text")
    if len(phrase) > MOST_LETTERS:
        raise refused("phrase_long", field="text", most=MOST_LETTERS)
    return phrase
