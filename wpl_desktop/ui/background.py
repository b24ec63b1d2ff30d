"""Work outside the GUI thread: reading and building files, with progress and cancel."""

import gc
import sys
from collections.abc import Callable
from threading import Event
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

Result = TypeVar("Result")

# How long a worker may compute before the window gets its turn; Python's own 5 ms, some dozens of times in a row,
# are felt as a jerk.
TURN_SECONDS: Final = 0.001

# What runs now; a job must outlive the call that started it even when nobody keeps it.
_running: set["Job"] = set()
# How often Python looks for garbage in rings, as it was before the first of these jobs.
_usual_thresholds: list[tuple[int, int, int]] = []


class CancelledError(Exception):
    """The task stopped because it was asked to; not a failure."""


class Progress:
    """How a task tells how far it is, and hears that it should stop."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._cancelled = Event()

    def step(self, done: int, total: int) -> None:
        """Say that `done` of `total` parts are finished.

        Raises:
            CancelledError: the job was cancelled; let it through.
        """
        self.check()
        self._report(done, total)

    def check(self) -> None:
        """Stop here when the job was cancelled; raises `CancelledError`."""
        if self._cancelled.is_set():
            raise CancelledError

    def cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the task to stop at its next step."""
        self._cancelled.set()


class Job(QObject):
    """A task that was started; lives on the GUI thread."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._is_running = True

    def cancel(self) -> None:
        """Stop as soon as possible; neither `done` nor `failed` will be called any more."""
        if self._progress is not None:
            self._progress.cancel()

    def is_running(self) -> bool:
        """Whether the task has not ended yet."""
        return self._is_running


def run(
    task: Callable[[Progress], Result],
    *,
    context: QObject,
    done: Callable[[Result], None],
    failed: Callable[[Exception], None],
    progress: Callable[[int, int], None] | None = None,
) -> Job:
    """Run a task on a worker thread and hand its result to the GUI thread.

    Args:
        task: gets a `Progress`; must not touch widgets.
        context: nothing is called any more once this object has been deleted.
        done: gets the result.
        failed: gets the exception.
        progress: gets how many parts of how many are finished.
    """
    return _Delivery(context=context, done=done, failed=failed, progress=progress).start(task)


class _Delivery(Job, Generic[Result]):
    """The GUI side of a job: receives from the worker and calls back."""

    _arrived = Signal(object, object)
    _advanced = Signal(int, int)

    def __init__(
        self,
        *,
        context: QObject,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        super().__init__()
        self._context = context
        self._done = done
        self._failed = failed
        self._on_progress = progress
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)

    def start(self, task: Callable[[Progress], Result]) -> Job:
        """Hand the task to the thread pool."""
        sys.setswitchinterval(TURN_SECONDS)
        progress = Progress(self._advanced.emit)
        self._progress = progress
        _running.add(self)
        _sweep_nothing()

        def work() -> None:
            try:
                result = task(progress)
            except Exception as error:  # noqa: BLE001 - whatever it is, the GUI thread must hear of it
                self._arrived.emit(None, error)
            else:
                self._arrived.emit(result, None)

        QThreadPool.globalInstance().start(QRunnable.create(work))
        return self

    @Slot(object, object)
    def _on_arrived(self, result: Result, error: Exception | None) -> None:
        _running.discard(self)
        if not _running:
            _sweep_again()
        self._is_running = False
        cancelled = self._progress is not None and self._progress.cancelled()
        if isValid(self._context) and not cancelled:
            if error is None:
                self._done(result)
            else:
                self._failed(error)
        self.ended.emit()

    @Slot(int, int)
    def _on_advanced(self, done: int, total: int) -> None:
        cancelled = self._progress is not None and self._progress.cancelled()
        if self._on_progress is not None and isValid(self._context) and not cancelled:
            self._on_progress(done, total)


def _sweep_nothing() -> None:
    """Look for no garbage: a ring with a closed window in it would be taken apart on the worker, which kills Qt."""
    if not _usual_thresholds:
        _usual_thresholds.append(gc.get_threshold())
        gc.set_threshold(0)


def _sweep_again() -> None:
    """No worker computes any more: what is found from now on is found on the GUI thread."""
    if _usual_thresholds:
        gc.set_threshold(*_usual_thresholds.pop())
