"""The sheet about the workplace is printed when somebody said something about it (R9, R10)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.reading import written
from tests.reports.sample import final_report
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportAgreed, ReportScore
from wpl_desktop.domain.evaluations import NOT_OBSERVED, NOT_YET_SCORED, Mark, Perspective, level_mark

HEADING = "Conditions at the workplace"


def report_with(marks: dict[Perspective, Mark], *, agreed: Mark = NOT_YET_SCORED) -> EvaluationReport:
    """A final report in which every criterion's workplace part has these marks."""
    report = final_report("en")
    return replace(
        report,
        criteria=tuple(
            replace(
                criterion,
                workplace_part=replace(
                    criterion.workplace_part,
                    scores={seen: ReportScore(mark=marks.get(seen, NOT_YET_SCORED)) for seen in Perspective},
                    agreed=ReportAgreed(mark=agreed),
                    earlier=(),
                ),
            )
            for criterion in report.criteria
        ),
    )


@pytest.mark.parametrize(
    ("marks", "agreed", "is_printed"),
    [
        ({}, NOT_YET_SCORED, False),
        ({Perspective.STUDENT: NOT_OBSERVED}, NOT_YET_SCORED, False),  # may be a view that was withheld
        ({Perspective.STUDENT: level_mark(3)}, NOT_YET_SCORED, True),
        ({Perspective.WORKPLACE: NOT_OBSERVED}, NOT_YET_SCORED, True),
        ({Perspective.WORKPLACE: level_mark(2)}, NOT_YET_SCORED, True),
        ({}, level_mark(3), True),
    ],
)
def test_sheet_is_there_when_somebody_spoke(
    marks: dict[Perspective, Mark], agreed: Mark, is_printed: bool
) -> None:
    pages = written(report_with(marks, agreed=agreed)).pages()
    assert any(HEADING in page for page in pages) is is_printed


def test_r10_sheet_can_be_left_out() -> None:
    pages = written(replace(final_report("en"), include_conditions=False)).pages()
    assert not any(HEADING in page for page in pages)
