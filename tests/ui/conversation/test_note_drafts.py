"""Two texts in one note, and notes that wait."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtTest import QSignalSpy

from wpl_desktop.domain.errors import StorageFull, refused
from wpl_desktop.ui.conversation.note_drafts import NoteDrafts, NoteKey, merged


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


def test_what_could_not_be_kept_waits_and_what_is_refused_does_not() -> None:
    talk = uuid.uuid4()
    full, gone, fine = (NoteKey(conversation_id=talk, item_id=uuid.uuid4()) for _ in range(3))
    kept: list[NoteKey] = []
    disk_is_full = True

    def keep(key: NoteKey, text: str) -> None:
        if key == gone:
            raise refused("not_found")
        if key == full and disk_is_full:
            raise StorageFull(detail=text)
        kept.append(key)

    drafts = NoteDrafts(keep)
    failed = QSignalSpy(drafts.failed)
    for key in (gone, fine, full):
        drafts.later(key, "tekst")
    assert not drafts.flush()
    assert failed.count() == 2
    assert kept == [fine]
    assert [drafts.waiting(key) for key in (gone, fine, full)] == [None, None, "tekst"]
    disk_is_full = False
    assert drafts.flush()
    assert kept == [fine, full]


def test_a_talk_that_is_gone_leaves_nothing_waiting() -> None:
    gone, other = (NoteKey(conversation_id=uuid.uuid4()) for _ in range(2))
    kept: list[NoteKey] = []
    drafts = NoteDrafts(lambda key, _text: kept.append(key))
    drafts.later(gone, "weg")
    drafts.later(other, "blijft")
    drafts.forget(gone.conversation_id)
    assert drafts.flush()
    assert kept == [other]
