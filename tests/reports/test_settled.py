"""A report that was made final: its code, how its sheets came in, what stayed open, and who said what on screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.reading import written
from tests.reports.sample import final_report, midterm_report, settled_report
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportGap
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.finalising import GapKind
from wpl_desktop.reports.evaluation_text import whole_text
from wpl_desktop.texts import untranslated

CODE = "ABCD-EFGH-JKLM-NPQR"


def texts_of(report: EvaluationReport) -> tuple[str, str]:
    """What the paper says and what the text to copy says, each on one line."""
    return written(report).text(), " ".join(whole_text(report, untranslated).split())


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_page_of_a_final_report_has_its_code_and_the_day_it_became_final() -> None:
    pages = written(settled_report("en")).pages()
    assert all(f"Final since 4 June 2026 · code {CODE}" in page for page in pages)
    assert all("version 1" in page for page in pages)


def test_what_the_code_is_for_is_said_once_and_with_the_version() -> None:
    for text in texts_of(settled_report("en")):
        assert text.count("type in this code of version 1") == 1


def test_a_draft_has_no_code_even_when_one_is_given() -> None:
    for text in texts_of(replace(midterm_report("en"), code=CODE)):
        assert CODE not in text


def test_r5_how_each_sheet_came_in_and_the_reveal() -> None:
    for text in texts_of(settled_report("en")):
        assert (
            "Student: on paper, written by Nguyễn Thị Hạnh on 01/06/2026, typed over on 02/06/2026." in text
        )
        assert "Workplace: filled in on screen, by themselves on 01/06/2026." in text
        assert "Institute: typed in by somebody else on 03/06/2026, not blind." in text
        assert "Put side by side on 3 June 2026. Not ready by then: institute." in text
        assert "Reason: De trajectbegeleider was ziek." in text


def test_r12_gaps_stand_with_their_reasons() -> None:
    paper, text = texts_of(settled_report("en"))
    for said in (paper, text):
        assert "What stayed open, and why" in said
        assert "Not ready: institute. Ziek in de week van het gesprek." in said
        assert "Not written: grown, next step. Staat in het gespreksverslag." in said
        assert "Nothing agreed together on C3, C7." in said


def test_without_gaps_there_is_no_such_heading() -> None:
    for text in texts_of(final_report("en")):
        assert "What stayed open" not in text


def test_r10_gaps_of_the_workplace_stay_on_its_own_sheet() -> None:
    gap = "not filled in by workplace: C9."
    page = next(
        page for page in written(settled_report("en")).pages() if "Conditions at the workplace" in page
    )
    assert gap in " ".join(page.split())
    for text in texts_of(replace(settled_report("en"), include_conditions=False)):
        assert gap not in text
        assert "Wordt nog met de directie bekeken." not in text


def test_r9_the_students_silence_about_the_workplace_is_no_gap() -> None:
    gap = ReportGap(
        kind=GapKind.NOT_SCORED,
        perspective=Perspective.STUDENT,
        strand=Strand.WORKPLACE_PART,
        subjects=("C1",),
        reason="Zei niets.",
    )
    for text in texts_of(replace(final_report("en"), gaps=(gap,))):
        assert "Zei niets." not in text
    other = replace(gap, strand=Strand.STUDENT_PART)
    for text in texts_of(replace(final_report("en"), gaps=(other,))):
        assert "Not filled in by student: C1. Zei niets." in text


def test_what_was_said_on_screen_is_called_what_it_is() -> None:
    for text in texts_of(settled_report("en")):
        assert "Seen and discussed Nguyễn Thị Hạnh, student Antwerpen, 4 June 2026, 16:50" in text
        assert "Not signed, reason: Ik was er niet bij toen" in text
        assert text.count("Recorded on the screen; this is not an electronic signature.") == 2
    signed_page = next(page for page in written(settled_report("en")).pages() if "Signatures" in page)
    assert signed_page.count("Place") == 2, "two rows for the pen are left"
    assert "Not signed by" in signed_page


def test_when_all_said_it_on_screen_nothing_waits_for_a_pen() -> None:
    report = settled_report("en")
    statement = report.signatories[0].statement
    all_said = tuple(replace(each, statement=statement) for each in report.signatories)
    page = next(
        page for page in written(replace(report, signatories=all_said)).pages() if "Signatures" in page
    )
    assert "Not signed by" not in page
    assert "on paper; to sign" not in page
    assert "Hour" not in page


def test_r0_an_advice_that_is_given_apart_is_nowhere_in_the_report() -> None:
    report = replace(settled_report("en"), advice_apart=True)
    assert report.advice
    for text in texts_of(report):
        assert "Positief advies" not in text
        assert text.count("The assessor gives the advice apart from this report.") == 2
        assert "The advice rests on" not in text


@pytest.mark.parametrize(
    "text", ["<b>R&D</b> " * 100, "woord " * 1000, "لا إله " * 100, "\u202eom \ud800 " * 60, "regel\n" * 120]
)
def test_long_and_hostile_reasons_flow_on(text: str) -> None:
    report = settled_report("en")
    first, *rest = report.signatories
    assert first.statement is not None
    refusal = replace(first, statement=replace(first.statement, refused=True, reason=text))
    found = written(
        replace(
            report,
            signatories=(refusal, *rest),
            reveal_reason=text,
            gaps=tuple(replace(gap, reason=text) for gap in report.gaps),
        )
    )
    for word in ("<b>R&D</b>", "woord", "regel"):
        if text.startswith(word):
            assert found.letters().count(word) >= text.count(word) * 6
    assert f"code {CODE}" in found.pages()[-1]


def test_no_page_is_left_with_a_line_or_two() -> None:
    """A short text per criterion takes the dot strips along, instead of standing alone on its page."""
    report = final_report("en")
    bare = replace(
        report,
        agreements=(),
        criteria=tuple(
            replace(
                each,
                student_part=replace(
                    each.student_part,
                    earlier=tuple(
                        replace(one, agreed=replace(one.agreed, positions="", reason=""))
                        for one in each.student_part.earlier
                    ),
                    scores={
                        seen: replace(score, comment="" if each.code != "C1" else score.comment)
                        for seen, score in each.student_part.scores.items()
                    },
                ),
            )
            for each in report.criteria
        ),
    )
    pages = written(bare).pages()
    page = next(page for page in pages if "In words, per criterion" in page)
    assert "Growth over three rounds" in page
    full = next(page for page in written(report).pages() if "In words, per criterion" in page)
    assert "Growth over three rounds" not in full


def test_a_final_report_is_the_same_to_the_byte() -> None:
    assert written(settled_report("nl")).data == written(settled_report("nl")).data
