"""How what is typed on a sheet goes to disk, and what two writers of one row wrote; nothing is overwritten unseen."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Collected
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import ScoreView, SheetView
from wpl_desktop.ui.drafts import Drafts
from wpl_desktop.ui.evaluations.score_values import RowKey, SheetKey, values_of, with_values

CHANGED_MEANWHILE: Final = "changed_meanwhile"


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Two texts of one row: what is kept now, by another writer, and what was typed here."""

    kept: ScoreView
    typed: ScoreValues


class SheetKeeping(QObject):
    """Keeps rows over the version that was on screen; a row that became another one waits for a choice."""

    kept = Signal()
    failed = Signal(Exception)
    #: Refused for good: the error and the values, which are kept nowhere else any more.
    refused = Signal(Exception, object)
    #: A row was written by somebody else too: the row.
    conflicted = Signal(RowKey)

    def __init__(
        self,
        services: Callable[[], Services],
        *,
        origin: object,
        collected: Collected | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Nothing to keep yet.

        Args:
            services: gives the services once there are some.
            origin: the page that writes, which needs no news of it.
            collected: how somebody else's sheet comes in here.
            parent: the object that owns this one.
        """
        super().__init__(parent)
        self._services = services
        self._origin = origin
        self._collected = collected
        self._versions: dict[RowKey, int] = {}
        self._conflicts: dict[RowKey, Conflict] = {}
        self._drafts = Drafts[RowKey, ScoreValues](self._keep, parent=self)
        self._drafts.kept.connect(self.kept)
        self._drafts.failed.connect(self.failed)
        self._drafts.refused.connect(self._on_refused)

    def shown(self, key: SheetKey, view: SheetView) -> dict[uuid.UUID, ScoreView]:
        """The rows of a sheet as they are to be shown: with what was typed and is not on disk."""
        waiting = self._drafts.waiting()
        scores: dict[uuid.UUID, ScoreView] = {}
        for criterion_id, score in view.scores.items():
            row = RowKey(sheet=key, criterion_id=criterion_id)
            conflict = self._conflicts.get(row)
            if conflict is not None and conflict.typed == values_of(score):
                del self._conflicts[row]
                conflict = None
            if conflict is not None:
                self._conflicts[row] = replace(conflict, kept=score)
                scores[criterion_id] = with_values(score, conflict.typed)
                continue
            if row not in waiting:
                self._versions[row] = score.version
            scores[criterion_id] = with_values(score, waiting.get(row))
        return scores

    def keep(self, row: RowKey, values: ScoreValues, *, at_once: bool) -> None:
        """Keep a row now or soon; one with two texts changes what was typed and stays undecided."""
        conflict = self._conflicts.get(row)
        if conflict is not None:
            self._conflicts[row] = replace(conflict, typed=values)
        elif at_once:
            self._drafts.now(row, values)
        else:
            self._drafts.later(row, values)

    def conflict(self, row: RowKey) -> Conflict | None:
        """The two texts of a row; None where there is one."""
        return self._conflicts.get(row)

    def conflicts(self, key: SheetKey) -> list[RowKey]:
        """The rows of a sheet that wait for a choice."""
        return [row for row in self._conflicts if row.sheet == key]

    def take_kept(self, row: RowKey) -> None:
        """Let go of what was typed: what the other wrote stays."""
        conflict = self._conflicts.pop(row, None)
        if conflict is not None:
            self._versions[row] = conflict.kept.version

    def keep_typed(self, row: RowKey) -> None:
        """Keep what was typed, over the text that was seen beside it."""
        conflict = self._conflicts.pop(row, None)
        if conflict is not None:
            self._versions[row] = conflict.kept.version
            self._drafts.now(row, conflict.typed)

    def flush(self) -> bool:
        """Put everything on disk that waits; False while something could not be, or waits for a choice."""
        return self._drafts.flush() and not self._conflicts

    def is_settled(self, key: SheetKey) -> bool:
        """The same for one sheet: what another one waits for does not hold this one up."""
        return self._drafts.flush() and not self.conflicts(key)

    def _keep(self, row: RowKey, values: ScoreValues) -> None:
        try:
            self._versions[row] = self._services().evaluations.save_score(
                row.sheet.round_id,
                values,
                perspective=row.sheet.perspective,
                strand=row.sheet.strand,
                criterion_id=row.criterion_id,
                collected=self._collected,
                expected_version=self._versions.get(row, 0),
                origin=self._origin,
            )
        except DomainError as error:
            if error.code != CHANGED_MEANWHILE:
                raise
            kept = (
                self._services()
                .evaluations.sheet(
                    row.sheet.round_id, perspective=row.sheet.perspective, strand=row.sheet.strand
                )
                .scores[row.criterion_id]
            )
            if values_of(kept) == values:
                # Both wrote the same.
                self._versions[row] = kept.version
                return
            self._conflicts[row] = Conflict(kept=kept, typed=values)
            raise

    def _on_refused(self, error: DomainError, values: ScoreValues) -> None:
        if error.code != CHANGED_MEANWHILE:
            self.refused.emit(error, values)
            return
        for row, conflict in list(self._conflicts.items()):
            if conflict.typed == values:
                self.conflicted.emit(row)
