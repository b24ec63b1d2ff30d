"""Method cards: an aid beside a conversation of five lines with a question each; shipped as data, never a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

from wpl_desktop.domain.words import Words
from wpl_desktop.services import content

#: The choice of no card.
FREE: Final = "free"


@dataclass(frozen=True, kw_only=True)
class MethodStep:
    """One line of a card: its label, the question, and how many minutes it takes (0: not said)."""

    label: Words
    question: Words
    minutes: int


@dataclass(frozen=True, kw_only=True)
class MethodCard:
    """Five steps, and sometimes a question `after` them. With `own_labels` the first labels may be one's own words."""

    key: str
    name: Words
    steps: tuple[MethodStep, ...]
    after: MethodStep | None
    own_labels: bool


@dataclass(frozen=True, kw_only=True)
class MethodChoice:
    """The cards that suit a kind of talk, the key of the one that was chosen (`FREE`: none), and where it helps.

    `line` is the position of an item of the agenda; 0: the talk as a whole.
    """

    cards: tuple[MethodCard, ...]
    chosen: str
    line: int

    @property
    def card(self) -> MethodCard | None:
        """The card on the table; None when the talk is free."""
        return next((card for card in self.cards if card.key == self.chosen), None)


def methods_of(type_key: str, *, chosen: str) -> MethodChoice | None:
    """The cards of a kind of talk with what was `chosen`, else the usual one; None where no card belongs."""
    found = _types().get(type_key)
    if found is None:
        return None
    known = _cards()
    keys = cast("list[str]", found["cards"])
    return MethodChoice(
        cards=tuple(known[key] for key in keys),
        chosen=chosen if chosen in (*keys, FREE) else found["usual"],
        line=found["line"],
    )


def is_method_of(type_key: str, method: str) -> bool:
    """Whether a card, or none (`FREE`), can be chosen in this kind of talk."""
    found = _types().get(type_key)
    return found is not None and method in (*found["cards"], FREE)


def _types() -> Mapping[str, Any]:
    return content.shipped("method_cards")["types"]


@cache
def _cards() -> Mapping[str, MethodCard]:
    return {values["key"]: _card(values) for values in content.shipped("method_cards")["cards"]}


def _card(values: Mapping[str, Any]) -> MethodCard:
    after = values.get("after")
    return MethodCard(
        key=values["key"],
        name=values["name"],
        steps=tuple(_step(step) for step in values["steps"]),
        after=_step(after) if after is not None else None,
        own_labels=values.get("own_labels", False),
    )


def _step(values: Mapping[str, Any]) -> MethodStep:
    return MethodStep(label=values["label"], question=values["question"], minutes=values.get("minutes", 0))
