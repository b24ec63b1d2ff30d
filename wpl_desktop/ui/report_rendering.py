"""The PDF of a report of a round, for whoever keeps it: written in memory, never to a file."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable

from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.ui.language import translator_for

#: reportlab keeps state of its own: one document at a time, whichever thread writes it.
writing = threading.Lock()


def renderer(language: str) -> Callable[[EvaluationReport], bytes]:
    """What writes a report in `language` as PDF; made on the GUI thread, used on any."""
    translate = translator_for(language)

    def render(report: EvaluationReport) -> bytes:
        # Loads reportlab, which nobody waits for before there is something to write.
        from wpl_desktop.reports.evaluation import write_evaluation

        target = io.BytesIO()
        with writing:
            write_evaluation(report, target, translate=translate)
        return target.getvalue()

    return render
