"""Keeps what is agreed by itself, each on the version it was decided on; a change elsewhere overwrites nothing."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, refused
from wpl_desktop.domain.trialogue import needs_reason
from wpl_desktop.services.side_by_side import AgreedValues, CriterionSideBySide, SideBySide, SideBySideView
from wpl_desktop.ui.drafts import Drafts


@dataclass(frozen=True, kw_only=True)
class AgreedKey:
    """Which criterion of which strand of which round."""

    round_id: uuid.UUID
    strand: Strand
    criterion_id: uuid.UUID


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is on disk for one criterion, and its version (0: nothing yet)."""

    values: AgreedValues
    version: int


class AgreedKeeper(QObject):
    """Levels go to the disk at once, words within 2 s, a level outside the range once its reason is there."""

    kept = Signal()
    failed = Signal(Exception)
    #: Refused for good: the error and the values, which are kept nowhere else any more.
    refused = Signal(Exception, object)
    #: Somebody else changed it meanwhile: the key; both stay within reach until one is chosen.
    collided = Signal(object)

    def __init__(self, service: Callable[[], SideBySide], *, origin: QObject) -> None:
        """Nothing to keep yet.

        Args:
            service: the service, once there is one.
            origin: the page that asks; it owns this object and is not told of its own changes.
        """
        super().__init__(origin)
        self._service = service
        self._origin = origin
        self._kept: dict[AgreedKey, Kept] = {}
        # Not for the disk yet: a level that waits for its reason, or one's own side of a collision.
        self._mine: dict[AgreedKey, AgreedValues] = {}
        self._theirs: dict[AgreedKey, Kept] = {}
        self._drafts = Drafts[AgreedKey, AgreedValues](self._keep, parent=self)
        self._drafts.kept.connect(self.kept)
        self._drafts.failed.connect(self.failed)
        self._drafts.refused.connect(self._on_refused)

    def show(self, view: SideBySideView) -> None:
        """Take over what is kept; what waits keeps the version it was decided on."""
        waiting = self._drafts.waiting()
        for criterion in view.criteria:
            key = AgreedKey(round_id=view.round_id, strand=view.strand, criterion_id=criterion.id)
            if key not in waiting and key not in self._mine:
                self._kept[key] = Kept(values=criterion.agreed, version=criterion.version)

    def values(self, key: AgreedKey) -> AgreedValues:
        """What the screen shows: what was decided last, on disk or not."""
        return self._mine.get(key) or self._on_its_way(key)

    def counted(self, key: AgreedKey) -> AgreedValues:
        """What is agreed as far as it is kept: a level that waits for its reason is not yet."""
        return self._on_its_way(key)

    def waits_for_reason(self, key: AgreedKey) -> bool:
        """Whether what the screen shows is kept only once there is a reason (R6)."""
        return key in self._mine and key not in self._theirs

    def theirs(self, key: AgreedKey) -> AgreedValues | None:
        """What somebody else made of it meanwhile; None when nobody did."""
        found = self._theirs.get(key)
        return found.values if found is not None else None

    def change(
        self, key: AgreedKey, values: AgreedValues, *, criterion: CriterionSideBySide, at_once: bool
    ) -> None:
        """Keep what was decided; outside the range only its words, until there is a reason (R6)."""
        if key in self._theirs:
            self._mine[key] = values
            return
        lacks_reason = not values.reason.strip() and needs_reason(values.mark, given=criterion.marks)
        if lacks_reason and not values.difference_stands:
            before = self._on_its_way(key)
            self._mine[key] = values
            if values.positions != before.positions:
                self._drafts.later(key, replace(before, positions=values.positions))
            return
        self._mine.pop(key, None)
        keep = self._drafts.now if at_once else self._drafts.later
        keep(key, values)

    def take_theirs(self, key: AgreedKey) -> None:
        """End a collision with what is kept."""
        self._mine.pop(key, None)
        self._kept[key] = self._theirs.pop(key)

    def keep_mine(self, key: AgreedKey, *, criterion: CriterionSideBySide) -> None:
        """End a collision with what was decided here."""
        self._kept[key] = self._theirs.pop(key)
        self.change(key, self._mine.pop(key), criterion=criterion, at_once=True)

    def flush(self) -> bool:
        """Keep everything that waits; True when nothing waits any more, and no collision is open."""
        return self._drafts.flush() and not self._theirs

    def _on_its_way(self, key: AgreedKey) -> AgreedValues:
        waiting = self._drafts.waiting().get(key)
        if waiting is not None:
            return waiting
        found = self._kept.get(key)
        return found.values if found is not None else AgreedValues()

    def _keep(self, key: AgreedKey, values: AgreedValues) -> None:
        known = self._kept.get(key)
        try:
            version = self._service().save_agreed(
                key.round_id,
                strand=key.strand,
                criterion_id=key.criterion_id,
                values=values,
                expected_version=known.version if known is not None else 0,
                origin=self._origin,
            )
        except DomainError as error:
            if error.code != "changed_meanwhile" or not self._collide(key, values):
                raise
            return
        self._kept[key] = Kept(values=values, version=version)

    def _collide(self, key: AgreedKey, values: AgreedValues) -> bool:
        """Lay both beside each other; True when it came to the same after all."""
        view = self._service().view(key.round_id, strand=key.strand)
        found = next((one for one in view.criteria if one.id == key.criterion_id), None)
        if found is None:
            raise refused("not_found")
        now = Kept(values=found.agreed, version=found.version)
        if now.values == values:
            self._kept[key] = now
            return True
        self._theirs[key] = now
        self._mine.setdefault(key, values)
        return False

    def _on_refused(self, error: DomainError, values: AgreedValues) -> None:
        if error.code == "changed_meanwhile":
            for key in self._theirs:
                self.collided.emit(key)
        else:
            self.refused.emit(error, values)
