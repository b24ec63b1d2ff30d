"""Measures the score sheet: from a keystroke to its commit, opening a row, and switching the strand."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import factory
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

PROJECT = Path(__file__).parents[1]
ROUNDS = 30
LIMITS = {
    "level to commit": 20.0,
    "open another row": 100.0,
    "switch strand": 100.0,
    "letter to screen": 16.0,
}


def milliseconds(action: Callable[[], None], *, times: int = ROUNDS) -> list[float]:
    """How long an action takes until everything it asked for is painted, each time."""
    found: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        found.append((time.perf_counter() - started) * 1000)
    return found


def main() -> int:
    """Print the median and the worst of each; 1 when a median is over its limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    theme.install(application, resources=PROJECT / "resources", scheme="light", text_scale=1.0)
    with tempfile.TemporaryDirectory() as folder:
        services = factory.make_services(Path(folder))
        round_id = factory.add_round(services, factory.add_student(services))
        page = ScoreSheetPage()
        page.set_services(services)
        page.open(round_id=round_id)
        page.resize(1278, 684)
        page.show()
        page.activateWindow()
        QTest.qWaitForWindowActive(page)
        page.focus_first()
        levels = iter("1234" * ROUNDS)
        steps = iter(([Qt.Key.Key_Down] * 8 + [Qt.Key.Key_Up] * 8) * ROUNDS)

        def score() -> None:
            QTest.keyClicks(page.focusWidget(), next(levels))

        def switch() -> None:
            on_first = page.head.strand.value() is Strand.STUDENT_PART
            key = Qt.Key.Key_PageDown if on_first else Qt.Key.Key_PageUp
            QTest.keyClick(page.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
            QCoreApplication.processEvents()

        def step() -> None:
            QTest.keyClick(page.focusWidget(), next(steps))
            QCoreApplication.processEvents()

        def write() -> None:
            QTest.keyClicks(page.body.comment, "a")
            QCoreApplication.processEvents()

        measured = {
            "level to commit": milliseconds(score),
            "open another row": milliseconds(step),
            "switch strand": milliseconds(switch),
        }
        page.body.comment.setFocus()
        measured["letter to screen"] = milliseconds(write)
        page.close()
        services.close()
    for name, values in measured.items():
        print(f"{name}: median {statistics.median(values):.1f} ms, worst {max(values):.1f} ms")
    return int(any(statistics.median(values) > LIMITS[name] for name, values in measured.items()))


if __name__ == "__main__":
    raise SystemExit(main())
