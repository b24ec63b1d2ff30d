"""How fast an evaluation report is made, beside the same marks drawn with the bare canvas of reportlab."""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reportlab.pdfgen.canvas import Canvas

from tests.reports.sample import final_report
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.reports import pen
from wpl_desktop.reports.evaluation import write_evaluation
from wpl_desktop.reports.text import Placed
from wpl_desktop.texts import untranslated

#: The calls that leave something on paper or say how; all others only prepare them.
_REPLAYED = (
    "drawString",
    "line",
    "rect",
    "roundRect",
    "circle",
    "setFont",
    "setFillColorRGB",
    "setStrokeColorRGB",
    "setLineWidth",
    "setDash",
    "saveState",
    "restoreState",
    "translate",
    "rotate",
    "addLiteral",
    "showPage",
)
_GOAL = 2.5

Call = tuple[str, tuple[Any, ...], dict[str, Any]]


class _Recorder:
    """A canvas that writes down each call before it makes it; paths keep their own steps."""

    def __init__(self, canvas: Any, calls: list[Call]) -> None:
        self._canvas = canvas
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._canvas, name)
        if name not in _REPLAYED:
            return real

        def recorded(*arguments: Any, **named: Any) -> Any:
            self._calls.append((name, arguments, named))
            return real(*arguments, **named)

        return recorded

    def beginPath(self) -> Any:  # noqa: N802  (the canvas calls it so)
        """A path that remembers its steps."""
        return _PathRecorder(self._canvas.beginPath())

    def drawPath(self, path: Any, **named: Any) -> None:  # noqa: N802
        """Write down the path's steps with how it is drawn."""
        self._calls.append(("drawPath", tuple(path.steps), named))
        self._canvas.drawPath(path.path, **named)


class _PathRecorder:
    def __init__(self, path: Any) -> None:
        self.path = path
        self.steps: list[tuple[str, tuple[float, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        def recorded(*arguments: float) -> None:
            self.steps.append((name, arguments))
            getattr(self.path, name)(*arguments)

        return recorded


def recorded_calls(report: EvaluationReport) -> list[Call]:
    """Every mark of the real report, in order, as calls of the canvas."""
    calls: list[Call] = []

    class RecordingPen(pen.Pen):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self._canvas = cast(Any, _Recorder(self._canvas, calls))

        def _show(self, left: float, height: float, item: Placed) -> None:
            # The peer has no memory of words it showed before.
            self._canvas.drawString(left, height, item.run.text)

    from wpl_desktop.reports import document

    real = document.Pen
    document.Pen = RecordingPen
    try:
        write_evaluation(report, io.BytesIO(), translate=untranslated)
    finally:
        document.Pen = real
    return calls


def replay(calls: list[Call]) -> bytes:
    """The same marks with nothing but the canvas: same fonts, strings, lines and shapes at the same places."""
    target = io.BytesIO()
    canvas = cast(Any, Canvas)(
        target,
        pagesize=(595.2756, 841.8898),
        pageCompression=1,
        invariant=1,
        initialFontName="WPL-NotoSans-Regular",
    )
    for name, arguments, named in calls:
        if name == "drawPath":
            path = canvas.beginPath()
            for step, places in arguments:
                getattr(path, step)(*places)
            canvas.drawPath(path, **named)
        else:
            getattr(canvas, name)(*arguments, **named)
    canvas.save()
    return target.getvalue()


def real(report: EvaluationReport) -> bytes:
    """The report as the program writes it."""
    target = io.BytesIO()
    write_evaluation(report, target, translate=untranslated)
    return target.getvalue()


def measured(rounds: int) -> tuple[float, float, int]:
    """Medians in seconds of the report and of its peer, taken in turns, and the size of the report in bytes."""
    report = final_report("en")
    calls = recorded_calls(report)
    replay(calls)
    size = len(real(report))
    ours: list[float] = []
    peers: list[float] = []
    for _ in range(rounds):
        for make, times in ((lambda: real(report), ours), (lambda: replay(calls), peers)):
            start = time.perf_counter()
            make()
            times.append(time.perf_counter() - start)
    return statistics.median(ours), statistics.median(peers), size


def main() -> int:
    """Print both times and their ratio; 1 when the goal is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    ours, peer, size = measured(parser.parse_args().rounds)
    ratio = ours / peer
    print(f"final report, 6 pages, {size / 1024:.0f} kB: {ours * 1000:.1f} ms")
    print(f"the same marks with the bare canvas: {peer * 1000:.1f} ms")
    print(f"ratio {ratio:.2f} (goal at most {_GOAL})")
    return 0 if ratio <= _GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
