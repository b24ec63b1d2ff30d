"""The report as plain text says what the PDF says, in its order, without anything of its layout."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.reports.reading import written
from tests.reports.sample import final_report, midterm_report, scored
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.reports.evaluation_text import sections, whole_text
from wpl_desktop.reports.text import one_line
from wpl_desktop.texts import untranslated


def words_of(report: EvaluationReport) -> list[str]:
    """What people typed, chose or are called, as far as the report shows it."""
    found = [report.student_name, report.workplace, report.status_line, report.strong, report.grown]
    found += [report.next_step, report.advice, report.student_response, *report.privacy_lines]
    found += [person.name for person in report.people]
    found += [signatory.name for signatory in report.signatories]
    found += [signatory.sentence for signatory in report.signatories]
    for criterion in report.criteria:
        found.append(criterion.name)
        for view in (criterion.student_part, criterion.workplace_part):
            found += [view.agreed.reason, view.agreed.positions]
            for score in view.scores.values():
                found += [score.comment, score.evidence]
        found.append(criterion.student_part.level_text)
    found += [agreement.text for agreement in report.agreements]
    found += [word for words in report.scale.values() for word in words]
    return [one_line(text) for text in found if text.strip()]


def squeezed(text: str) -> str:
    return "".join(text.split()).lower()


@pytest.mark.parametrize("report", [final_report("en"), final_report("nl")], ids=["en", "nl"])
def test_everything_the_final_report_says_is_in_the_text(report: EvaluationReport) -> None:
    text, paper = squeezed(whole_text(report, untranslated)), squeezed(written(report).text())
    said = [words for words in words_of(report) if squeezed(words) in paper]
    assert len(said) > 50
    assert [words for words in said if squeezed(words) not in text] == []


def test_the_midterm_report_has_its_own_sections() -> None:
    report = midterm_report("en")
    text, paper = squeezed(whole_text(report, untranslated)), squeezed(written(report).text())
    assert [
        words for words in words_of(report) if squeezed(words) in paper and squeezed(words) not in text
    ] == []
    assert not any(section.title.startswith("Annex") for section in sections(report, untranslated))


def test_sections_have_the_numbers_and_order_of_the_paper() -> None:
    report = final_report("en")
    paper = re.sub(r"\s+", " ", written(report).text())
    places = [paper.find(one_line(section.title.split(":")[0])) for section in sections(report, untranslated)]
    assert len(places) > 8
    assert -1 not in places
    # The first heading stands in the furniture of every page.
    assert places[1:] == sorted(places[1:])


def test_every_text_says_by_itself_that_it_is_of_demo_data_or_a_draft() -> None:
    marked = sections(replace(final_report("en"), demo=True, draft=True), untranslated)
    for section in marked:
        assert section.text.startswith("DEMO · fictitious data\nDRAFT: not yet discussed and signed\n\n")
    whole = whole_text(replace(final_report("en"), demo=True, draft=True), untranslated)
    assert whole.count("DEMO") == whole.count("DRAFT") == 1
    bare = replace(final_report("en"), demo=False, draft=False)
    assert "DEMO" not in whole_text(bare, untranslated)
    assert "DRAFT" not in whole_text(bare, untranslated)


def test_conditions_can_be_left_out() -> None:
    report = final_report("en")
    left_out = whole_text(replace(report, include_conditions=False), untranslated)
    words = report.scale[Strand.WORKPLACE_PART][2]
    assert f"3 {words}" in whole_text(report, untranslated)
    assert f"3 {words}" not in left_out
    assert "workplace's part" not in left_out


def test_no_character_of_layout_is_left() -> None:
    text = whole_text(final_report("nl"), untranslated)
    assert not set(text) & set("\t\u00a0●■▲◆│─*")
    assert "\n\n\n\n" not in text
    assert all(line == line.strip() for line in text.split("\n"))


def test_braces_and_markup_of_a_comment_stay_as_they_were_typed() -> None:
    odd = "{mentor} <b>R&D</b> & 50 %"
    report = scored(final_report("en"), "C2", Perspective.WORKPLACE, comment=odd)
    assert odd in whole_text(report, untranslated)


def test_no_response_is_said() -> None:
    report = replace(final_report("en"), student_response="", no_response=True)
    response = next(each for each in sections(report, untranslated) if "Response" in each.title)
    assert "no response" in response.text
