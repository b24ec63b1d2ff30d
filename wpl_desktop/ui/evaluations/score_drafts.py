"""What was typed on score sheets and is not on disk yet, and when it goes there."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import ScoreView

# Every keystroke is on disk within 2 s, with room for the commit itself.
PAUSE_MILLISECONDS: Final = 1_000
LATEST_MILLISECONDS: Final = 1_700
RETRY_MILLISECONDS: Final = 3_000


@dataclass(frozen=True, kw_only=True)
class SheetKey:
    """Which sheet: one perspective's view of one strand in one round."""

    round_id: uuid.UUID
    perspective: Perspective
    strand: Strand


def values_of(score: ScoreView) -> ScoreValues:
    """A row as it should be kept, from the row as it is shown."""
    return ScoreValues(mark=score.mark, comment=score.comment, evidence=score.evidence, source=score.source)


def with_values(score: ScoreView, values: ScoreValues | None) -> ScoreView:
    """A score with what was typed since and is not on disk yet; None changes nothing."""
    if values is None:
        return score
    return replace(
        score, mark=values.mark, comment=values.comment, evidence=values.evidence, source=values.source
    )


Keep = Callable[[SheetKey, uuid.UUID, ScoreValues], None]


class ScoreDrafts(QObject):
    """Holds rows until they are kept; what could not be kept stays here and is tried again."""

    kept = Signal()
    failed = Signal(Exception)
    #: Refused for good: the error and the values, which are kept nowhere else any more.
    refused = Signal(Exception, object)

    def __init__(self, keep: Keep, parent: QObject | None = None) -> None:
        """Nothing to keep yet.

        Args:
            keep: writes one row in one commit; may raise `DomainError` or `EnvironmentTrouble`.
            parent: the object that owns this one.
        """
        super().__init__(parent)
        self._keep = keep
        self._waiting: dict[tuple[SheetKey, uuid.UUID], ScoreValues] = {}
        self._pause = self._timer(PAUSE_MILLISECONDS)
        self._latest = self._timer(LATEST_MILLISECONDS)
        self._retry = self._timer(RETRY_MILLISECONDS)

    def waiting(self, sheet: SheetKey) -> dict[uuid.UUID, ScoreValues]:
        """The rows of a sheet that are not on disk, by criterion."""
        return {criterion: values for (key, criterion), values in self._waiting.items() if key == sheet}

    def later(self, sheet: SheetKey, criterion_id: uuid.UUID, values: ScoreValues) -> None:
        """Keep a row soon: after a pause in the typing, and within 2 s of its first unsaved key."""
        self._waiting[(sheet, criterion_id)] = values
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def now(self, sheet: SheetKey, criterion_id: uuid.UUID, values: ScoreValues) -> bool:
        """Keep a row, and everything that waits, at once; True when all of it is on disk."""
        self._waiting[(sheet, criterion_id)] = values
        return self.flush()

    def flush(self) -> bool:
        """Keep everything that waits; True when nothing waits any more."""
        self._pause.stop()
        self._latest.stop()
        self._retry.stop()
        if not self._waiting:
            return True
        everything = True
        for (sheet, criterion_id), values in list(self._waiting.items()):
            try:
                self._keep(sheet, criterion_id, values)
            except EnvironmentTrouble as error:
                # The rest would meet the same trouble; what was typed stays and is tried again.
                self._retry.start()
                self.failed.emit(error)
                return False
            except DomainError as error:
                # Refused for good (the round was made final meanwhile): trying again would not help.
                everything = False
                self.refused.emit(error, values)
            del self._waiting[(sheet, criterion_id)]
        if not everything:
            return False
        self.kept.emit()
        return True

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
