"""Tasks on a worker thread: results, failures, progress, cancel and receivers that are gone."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from wpl_desktop.ui.background import CancelledError, Progress, run


class Receiver(QObject):
    """Writes down what arrives and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[QThread] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(QThread.currentThread())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(QThread.currentThread())

    def progress(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        self.threads.add(QThread.currentThread())


def test_the_result_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    receiver, workers = Receiver(), []

    def task(progress: Progress) -> str:
        workers.append(threading.current_thread())
        for number in range(1, 4):
            progress.step(number, 3)
        return "made"

    job = run(task, context=receiver, done=receiver.done, failed=receiver.failed, progress=receiver.progress)
    gc.collect()
    qtbot.waitUntil(lambda: receiver.results == ["made"])
    assert receiver.steps == [(1, 3), (2, 3), (3, 3)]
    assert receiver.threads == {receiver.thread()}
    assert workers[0] is not threading.main_thread()
    assert not job.is_running()


def test_an_exception_arrives_as_it_is(qtbot: QtBot) -> None:
    receiver = Receiver()

    def task(progress: Progress) -> None:
        del progress
        raise LookupError("nothing there")

    run(task, context=receiver, done=receiver.done, failed=receiver.failed)
    qtbot.waitUntil(lambda: bool(receiver.errors))
    assert isinstance(receiver.errors[0], LookupError)
    assert receiver.results == []


def test_a_cancelled_task_stops_and_says_nothing(qtbot: QtBot) -> None:
    receiver, started, seen = Receiver(), threading.Event(), []

    def task(progress: Progress) -> str:
        started.set()
        try:
            for number in range(100_000):
                progress.step(number, 100_000)
                threading.Event().wait(0.001)
        except CancelledError:
            seen.append("cancelled")
            raise
        return "too late"

    job = run(task, context=receiver, done=receiver.done, failed=receiver.failed)
    assert started.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert seen == ["cancelled"]
    assert (receiver.results, receiver.errors) == ([], [])


def test_a_receiver_that_is_gone_is_not_called(qtbot: QtBot) -> None:
    context, receiver, release = QWidget(), Receiver(), threading.Event()

    def task(progress: Progress) -> str:
        del progress
        release.wait(5)
        return "for nobody"

    job = run(task, context=context, done=receiver.done, failed=receiver.failed)
    delete(context)
    with qtbot.waitSignal(job.ended):
        release.set()
    assert receiver.results == []


def test_a_failing_callback_is_not_swallowed(qtbot: QtBot) -> None:
    receiver = Receiver()

    def broken(result: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        job = run(lambda progress: 1, context=receiver, done=broken, failed=receiver.failed)
        qtbot.waitUntil(lambda: not job.is_running())
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_checking_raises_only_after_cancel() -> None:
    progress = Progress(lambda done, total: None)
    progress.check()
    progress.cancel()
    assert progress.cancelled()
    with pytest.raises(CancelledError):
        progress.check()


class Witness:
    """Part of a ring with a closed window; writes down on which thread it is taken apart."""

    def __init__(self, window: QWidget, seen: list[threading.Thread]) -> None:
        self.window = window
        self.ring = self
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.current_thread())


def test_no_window_is_taken_apart_on_the_worker(qtbot: QtBot) -> None:
    seen: list[threading.Thread] = []
    receiver, usual = Receiver(), gc.get_threshold()

    def make_much(_progress: Progress) -> int:
        # Enough for Python to look for garbage many times over.
        return len([[number] for number in range(200_000)])

    gc.collect()
    Witness(QWidget(), seen)
    job = run(make_much, context=receiver, done=receiver.done, failed=receiver.failed)
    other = run(make_much, context=receiver, done=receiver.done, failed=receiver.failed)
    qtbot.waitUntil(lambda: not job.is_running() and not other.is_running())
    assert gc.get_threshold() == usual
    gc.collect()
    assert seen == [threading.main_thread()]
    assert receiver.results == [200_000, 200_000]
