"""What was typed and waits to be kept."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy

from wpl_desktop.domain.errors import StorageFull, refused
from wpl_desktop.ui.drafts import Drafts, merged


def test_what_could_not_be_kept_waits_and_what_is_refused_does_not() -> None:
    kept: list[str] = []
    disk_is_full = True

    def keep(key: str, text: str) -> None:
        if key == "gone":
            raise refused("not_found")
        if key == "full" and disk_is_full:
            raise StorageFull(detail=text)
        kept.append(key)

    drafts = Drafts[str, str](keep)
    failed, refusals, told = (QSignalSpy(one) for one in (drafts.failed, drafts.refused, drafts.kept))
    for key in ("gone", "fine", "full"):
        drafts.later(key, "tekst")
    assert not drafts.flush()
    assert (failed.count(), refusals.count(), told.count()) == (1, 1, 0)
    assert refusals.at(0)[1] == "tekst"
    assert kept == ["fine"]
    assert drafts.waiting() == {"full": "tekst"}
    disk_is_full = False
    assert drafts.flush()
    assert told.count() == 1
    assert kept == ["fine", "full"]


def test_what_was_refused_is_no_success_of_the_others() -> None:
    def keep(key: str, _text: str) -> None:
        if key == "gone":
            raise refused("not_found")

    drafts = Drafts[str, str](keep)
    told = QSignalSpy(drafts.kept)
    drafts.later("gone", "weg")
    assert not drafts.now("fine", "goed")
    assert told.count() == 0
    assert drafts.waiting() == {}


def test_whoever_hears_of_a_refusal_may_let_go_of_it() -> None:
    def keep(key: str, text: str) -> None:
        raise refused("not_found", field=f"{key} {text}")

    drafts = Drafts[str, str](keep)
    drafts.refused.connect(lambda _error, _value: drafts.forget("gone"))
    assert not drafts.now("gone", "weg")
    assert drafts.waiting() == {}


def test_what_is_gone_does_not_wait() -> None:
    kept: list[str] = []
    drafts = Drafts[str, str](lambda key, _text: kept.append(key))
    drafts.later("gone", "weg")
    drafts.later("other", "blijft")
    drafts.forget("gone")
    assert drafts.flush()
    assert kept == ["other"]


@pytest.mark.parametrize(
    ("mine", "other", "both"),
    [
        ("hier", "daar", "hier\n\ndaar"),
        ("eerst en dan meer", "eerst", "eerst en dan meer"),
        ("eerst", "eerst en dan meer", "eerst en dan meer"),
        ("", "daar", "daar"),
        ("hier ", "", "hier"),
    ],
)
def test_nothing_of_two_texts_is_lost(mine: str, other: str, both: str) -> None:
    assert merged(mine, other) == both
