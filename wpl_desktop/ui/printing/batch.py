"""Reports of all students, one after the other on a worker: what is written is whole, and what is not says why."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.reports.text import Typesetter
from wpl_desktop.ui.printing.documents import Reading, behind_each_other, report_data
from wpl_desktop.ui.printing.pdf_file import FileNotWrittenError, Trouble, write_whole

if TYPE_CHECKING:
    from wpl_desktop.services.finalising import PreparedDocument
    from wpl_desktop.services.report_choices import ReportChoice
    from wpl_desktop.texts import Translate
    from wpl_desktop.ui.background import Progress

# After these nothing can be written any more, whatever comes next.
ENDS_ALL = frozenset({Trouble.FOLDER_GONE, Trouble.DISK_FULL})


class Existing(enum.Enum):
    """What becomes of files that are there already."""

    REPLACE = "replace"
    KEEP_BOTH = "keep_both"
    SKIP = "skip"


class Ending(enum.Enum):
    """How it ended for one student."""

    WRITTEN = "written"
    NO_ROUND = "no_round"
    EMPTY = "empty"
    THERE_ALREADY = "there_already"
    REFUSED = "refused"
    NOT_WRITTEN = "not_written"
    STOPPED = "stopped"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One student's report; `choice` is None when the student has no such round."""

    student_name: str
    choice: ReportChoice | None
    file_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How it ended for one student; `file` is what was written, `error` why it was not."""

    student_name: str
    ending: Ending
    file: Path | None = None
    error: DomainError | EnvironmentTrouble | FileNotWrittenError | None = None


@dataclass(frozen=True, kw_only=True)
class BatchResult:
    """How it ended for everybody, in the order of the list; `trouble` is what ended it before its time."""

    outcomes: tuple[Outcome, ...]
    trouble: Trouble | None = None
    stopped: bool = False

    def written(self) -> int:
        """How many reports were written."""
        return sum(outcome.ending is Ending.WRITTEN for outcome in self.outcomes)


def keep_nothing(document: PreparedDocument, data: bytes) -> None:
    """What becomes of a final report that was written for the first time when nobody keeps it."""
    del document, data


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What is to be written and how: `read` gives a report, or None when nothing was filled in in its round.

    `keep` hears, on the worker, of each final report that was written for the first time.
    """

    wanted: tuple[Wanted, ...]
    read: Callable[[ReportChoice], Reading | None]
    translate: Translate
    keep: Callable[[PreparedDocument, bytes], None] = keep_nothing
    # Most words of a report stand in the next one too.
    _typesetter: Typesetter = field(default_factory=Typesetter, init=False)
    _stop: Event = field(default_factory=Event, init=False)

    def stop(self) -> None:
        """End after the report that is being made now; may be called from any thread."""
        self._stop.set()

    def to_folder(self, folder: Path, *, existing: Existing, progress: Progress) -> BatchResult:
        """A file for each student in `folder`; a file that nobody was asked about is never replaced."""
        outcomes: list[Outcome] = []
        trouble: Trouble | None = None
        for number, wanted in enumerate(self.wanted):
            progress.step(number, len(self.wanted))
            if trouble is not None or self._stop.is_set():
                outcomes.append(Outcome(student_name=wanted.student_name, ending=Ending.STOPPED))
                continue
            outcome = self._written(wanted, folder, existing)
            outcomes.append(outcome)
            if isinstance(outcome.error, FileNotWrittenError) and outcome.error.trouble in ENDS_ALL:
                trouble = outcome.error.trouble
        return BatchResult(outcomes=tuple(outcomes), trouble=trouble, stopped=self._stop.is_set())

    def to_file(self, target: Path, *, progress: Progress) -> BatchResult:
        """All reports in one file, each on a sheet of its own; all of them or, when it is stopped, none."""
        parts: list[bytes] = []
        outcomes: list[Outcome] = []
        for number, wanted in enumerate(self.wanted):
            progress.step(number, len(self.wanted))
            if self._stop.is_set():
                return self._without_file(outcomes)
            data, outcome = self._made(wanted)
            if data is not None:
                parts.append(data)
                outcome = Outcome(student_name=wanted.student_name, ending=Ending.WRITTEN, file=target)
            outcomes.append(outcome)
        if parts:
            try:
                write_whole(target, behind_each_other(parts))
            except FileNotWrittenError as error:
                return self._without_file(outcomes, error)
        return BatchResult(outcomes=tuple(outcomes))

    def _without_file(self, outcomes: list[Outcome], error: FileNotWrittenError | None = None) -> BatchResult:
        """Nothing was written: what was made for the file counts no more."""
        ending = Ending.STOPPED if error is None else Ending.NOT_WRITTEN
        reached = [
            Outcome(student_name=outcome.student_name, ending=ending, error=error)
            if outcome.ending is Ending.WRITTEN
            else outcome
            for outcome in outcomes
        ]
        left = [
            Outcome(student_name=wanted.student_name, ending=Ending.STOPPED)
            for wanted in self.wanted[len(outcomes) :]
        ]
        return BatchResult(
            outcomes=(*reached, *left), trouble=error.trouble if error else None, stopped=error is None
        )

    def _written(self, wanted: Wanted, folder: Path, existing: Existing) -> Outcome:
        name = wanted.student_name
        target = folder / wanted.file_name
        if wanted.choice is not None and existing is Existing.SKIP and target.exists():
            return Outcome(student_name=name, ending=Ending.THERE_ALREADY, file=target)
        data, outcome = self._made(wanted)
        if data is None:
            return outcome
        if existing is not Existing.REPLACE:
            target = free_name(target)
        try:
            write_whole(target, data)
        except FileNotWrittenError as error:
            return Outcome(student_name=name, ending=Ending.NOT_WRITTEN, file=target, error=error)
        return Outcome(student_name=name, ending=Ending.WRITTEN, file=target)

    def _made(self, wanted: Wanted) -> tuple[bytes | None, Outcome]:
        """The PDF of one student, or None with the reason."""
        name = wanted.student_name
        if wanted.choice is None:
            return None, Outcome(student_name=name, ending=Ending.NO_ROUND)
        try:
            reading = self.read(wanted.choice)
        except (DomainError, EnvironmentTrouble) as error:
            return None, Outcome(student_name=name, ending=Ending.REFUSED, error=error)
        if reading is None:
            return None, Outcome(student_name=name, ending=Ending.EMPTY)
        return self._data(reading), Outcome(student_name=name, ending=Ending.WRITTEN)

    def _data(self, reading: Reading) -> bytes:
        """The PDF that is kept of a report, or a new one."""
        if reading.kept is not None:
            return reading.kept
        data, _ = report_data(reading.report, translate=self.translate, typesetter=self._typesetter)
        if reading.document is not None:
            self.keep(reading.document, data)
        return data


def free_name(file: Path) -> Path:
    """The file itself, or its name with a number when something stands there already."""
    free, number = file, 1
    while free.exists():
        number += 1
        free = file.with_name(f"{file.stem}-{number}{file.suffix}")
    return free


def there_already(batch: Batch, folder: Path) -> list[str]:
    """Which files of a batch are in a folder already."""
    names = [wanted.file_name for wanted in batch.wanted if wanted.choice is not None]
    return [name for name in names if (folder / name).exists()]
