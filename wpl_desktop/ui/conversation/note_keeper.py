"""Keeps the notes of conversations by itself, each on the version it was typed on."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.services.talk_views import TalkView
from wpl_desktop.services.talks import Talks
from wpl_desktop.ui.conversation.note_key import NoteKey
from wpl_desktop.ui.drafts import Drafts, merged


class NoteKeeper(QObject):
    """Writes notes and ticks; when somebody else wrote in the same note meanwhile, it becomes both texts."""

    kept = Signal()
    failed = Signal(Exception)
    # A note and the two texts it has become.
    both_kept = Signal(object, str)

    def __init__(self, talks: Callable[[], Talks], *, origin: QObject) -> None:
        """Nothing to keep yet.

        Args:
            talks: the service, once there is one.
            origin: the page that asks; it owns this object and is not told of its own changes.
        """
        super().__init__(origin)
        self._talks = talks
        self._origin = origin
        self._versions: dict[NoteKey, int] = {}
        self._drafts = Drafts[NoteKey, str](self._keep, parent=self)
        self._drafts.kept.connect(self.kept)
        self._drafts.failed.connect(self.failed)
        self._drafts.refused.connect(self._on_refused)

    def waiting(self, key: NoteKey) -> str | None:
        """What was typed in a note and is not on disk; None when nothing waits."""
        return self._drafts.waiting().get(key)

    def later(self, key: NoteKey, text: str) -> None:
        """Keep a note within 2 s."""
        self._drafts.later(key, text)

    def flush(self) -> bool:
        """Keep everything that waits; True when nothing waits any more."""
        return self._drafts.flush()

    def forget(self, conversation_id: uuid.UUID) -> None:
        """Let go of what was typed in a conversation that is no longer there."""
        for key in self._drafts.waiting():
            if key.conversation_id == conversation_id:
                self._drafts.forget(key)

    def show(self, view: TalkView) -> None:
        """Take over the versions of what is shown; a note that waits keeps the version it was typed on."""
        found = {NoteKey(conversation_id=view.row.id): view.row.version}
        for item in view.items:
            found[NoteKey(conversation_id=view.row.id, item_id=item.id)] = item.version
        for key, version in found.items():
            if self.waiting(key) is None:
                self._versions[key] = version

    def tick(self, key: NoteKey, *, done: bool) -> None:
        """Tick the item of a note, or untick it; raises `DomainError` or `EnvironmentTrouble`."""
        if key.item_id is None:
            return
        # The note goes first: after the tick its version would be an old one.
        self._drafts.flush()
        version = self._versions[key]
        self._versions[key] = self._talks().tick(key.item_id, done=done, version=version, origin=self._origin)

    def _on_refused(self, error: DomainError, _text: str) -> None:
        self.failed.emit(error)

    def _keep(self, key: NoteKey, text: str) -> None:
        try:
            self._save(key, text)
        except DomainError as error:
            if error.code != "changed_meanwhile":
                raise
            self._keep_both(key, text)

    def _keep_both(self, key: NoteKey, text: str) -> None:
        view = self._talks().view(key.conversation_id)
        item = next((item for item in view.items if item.id == key.item_id), None)
        other = view.row.summary if item is None else item.note
        self._versions[key] = view.row.version if item is None else item.version
        both = merged(text, other)
        self._save(key, both)
        if both != text.strip():
            self.both_kept.emit(key, both)

    def _save(self, key: NoteKey, text: str) -> None:
        talks, version, origin = self._talks(), self._versions[key], self._origin
        if key.item_id is None:
            saved = talks.save_summary(key.conversation_id, text, version=version, origin=origin)
        else:
            saved = talks.save_note(key.item_id, text, version=version, origin=origin)
        self._versions[key] = saved
