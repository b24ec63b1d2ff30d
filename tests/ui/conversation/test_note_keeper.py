"""Two texts in one note."""

from __future__ import annotations

import pytest

from wpl_desktop.ui.conversation.note_keeper import merged


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
