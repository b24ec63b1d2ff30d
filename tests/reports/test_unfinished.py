"""The evaluation report while not everybody has filled in their sheet, or nothing was agreed yet."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.reports.reading import Written, written
from tests.reports.sample import criteria, final_report, midterm_report, scored
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportSheet
from wpl_desktop.domain.evaluations import Collected, Perspective, Source

STUDENT, WORKPLACE, INSTITUTE = Perspective

#: Student's part and workplace's part of one round: student, workplace, institute, agreed.
SOLO = ".3.. .2.."
DUO = "43.. -3.."
OPEN = "433. 333."
NOBODY = ".... ...."
SETTLED = "4333 3333"


def report_of(*rounds: str, draft: bool = False, silent: tuple[Perspective, ...] = ()) -> EvaluationReport:
    """The final report with the same marks on all nine criteria, oldest round first."""
    table = "\n".join(f"C{number} {' '.join(rounds)}" for number in range(1, 10))
    return replace(
        final_report("en"),
        draft=draft,
        round_number=len(rounds),
        earlier_rounds=tuple(range(1, len(rounds))),
        agreements=(),
        criteria=criteria(table, language="en"),
        silent=silent,
    )


def solo(*earlier: str, draft: bool = False) -> EvaluationReport:
    """The commonest case: only the workplace has filled in its sheets."""
    return report_of(*earlier, SOLO, draft=draft, silent=(STUDENT, INSTITUTE))


def page(report: Written, number: int) -> str:
    """The text of one page on one line; the first is 1."""
    return " ".join(report.pages()[number - 1].split())


def page_with(report: Written, words: str) -> str:
    """The text of the only page on which these words stand."""
    (found,) = [text for text in (" ".join(each.split()) for each in report.pages()) if words in text]
    return found


def table_head(report: Written, words: str) -> str:
    """The head of the score table on the page with these words."""
    found = re.search(r"Criterion (.*?) C1 ", page_with(report, words))
    assert found is not None
    return found[1]


SCORES, CONDITIONS = "Evidence, source and reason", "What it rests on"


@pytest.mark.parametrize("draft", [True, False])
def test_only_who_spoke_has_a_column_a_shape_and_a_place_in_the_strips(draft: bool) -> None:
    report = written(solo(draft=draft))
    together = "Together " if draft else ""
    assert table_head(report, SCORES) == f"Workplace {together}{SCORES}"
    assert table_head(report, CONDITIONS) == f"Workplace {together}{CONDITIONS}"
    scores = page_with(report, SCORES)
    assert "One perspective, round 1" in scores
    assert scores.count("R1 workplace 3.") == 9
    legend = page_with(report, "Rubric, legend and privacy")
    assert "how the student sees it" not in legend
    assert "having asked the team" in legend
    assert ("agreed in conversation, not computed" in legend) is draft


@pytest.mark.parametrize(
    ("rounds", "silent", "title"),
    [
        (SOLO, (STUDENT, INSTITUTE), "One perspective, round 1"),
        (DUO, (INSTITUTE,), "Two perspectives, round 1"),
        (OPEN, (), "Three perspectives, round 1"),
        (NOBODY, (), "Three perspectives, round 1"),
    ],
)
def test_title_counts_who_is_shown(rounds: str, silent: tuple[Perspective, ...], title: str) -> None:
    assert title in page(written(report_of(rounds, silent=silent)), 2)


@pytest.mark.parametrize(
    ("silent", "line"),
    [
        (
            (STUDENT, INSTITUTE),
            "The student and the institute have not filled in anything in this round yet.",
        ),
        ((INSTITUTE,), "The institute has not filled in anything in this round yet."),
        ((), ""),
    ],
)
def test_one_line_says_who_is_silent(silent: tuple[Perspective, ...], line: str) -> None:
    report = written(replace(report_of(SOLO), silent=silent))
    assert report.text().count("filled in anything in this round yet") == bool(line)
    assert line in page_with(report, SCORES)


def test_summary_shows_the_workplace_alone_and_says_so() -> None:
    first = page(written(solo()), 1)
    assert "How the workplace sees it, round 1" in first
    assert first.count("1 2 3 4 Achieved") == 9
    assert "Not yet discussed together: this is the workplace's view only." in first
    assert "Agreed together" not in first
    assert "earlier:" not in first
    for report in (solo(), solo(draft=True), solo(NOBODY), solo(SOLO)):
        assert "open" not in written(report).text()


def test_summary_is_that_of_all_as_soon_as_anything_was_agreed() -> None:
    table = "\n".join(f"C{number} {'4333' if number == 5 else '433.'} 333." for number in range(1, 10))
    report = written(replace(report_of(OPEN), criteria=criteria(table, language="en")))
    first = page(report, 1)
    assert "Agreed together, round 1" in first
    assert first.count("1 2 3 4 still open") == 8
    assert first.count("1 2 3 4 Achieved") == 1
    assert "view only" not in first
    assert table_head(report, SCORES) == f"Student Workplace Institute Together {SCORES}"
    # On the workplace's part nothing was agreed: its table does without the column.
    assert table_head(report, CONDITIONS) == f"Student Workplace Institute {CONDITIONS}"


def test_difference_that_stands_is_an_end_too() -> None:
    table = "\n".join(f"C{number} {'422d' if number == 5 else '433.'} 333." for number in range(1, 10))
    first = page(written(replace(report_of(OPEN), criteria=criteria(table, language="en"))), 1)
    assert "Agreed together, round 1" in first
    assert "Difference stands" in first


def test_summary_is_one_sentence_when_the_workplace_said_nothing_either() -> None:
    sentence = (
        "Nothing has been agreed together in this round yet, and the workplace has not filled in anything."
    )
    for report in (report_of(NOBODY), report_of("4... ....", silent=(WORKPLACE, INSTITUTE))):
        first = page(written(report), 1)
        assert sentence in first
        assert "Criterion" not in first
        assert "1 2 3 4" not in first


def test_draft_keeps_the_column_for_the_pen_but_nothing_in_it() -> None:
    report = written(report_of(OPEN, draft=True))
    assert table_head(report, SCORES) == f"Student Workplace Institute Together {SCORES}"
    assert "open" not in report.text()


def test_final_report_has_no_column_for_what_was_not_agreed() -> None:
    report = written(report_of(OPEN))
    assert table_head(report, SCORES) == f"Student Workplace Institute {SCORES}"
    assert "Together" not in report.text()
    assert "agreed level" not in report.text()


def test_evidence_gets_the_room_of_the_columns_that_are_missing() -> None:
    """What needs several lines beside four columns stands on one beside one column."""
    evidence = "Looks back with the class on what they made, and asks for it."
    narrow, wide = (
        written(scored(report, "C1", WORKPLACE, evidence=evidence, source=Source.OBSERVED))
        for report in (report_of(SETTLED), solo())
    )

    def lines(report: Written) -> list[str]:
        return report.pages()[1].splitlines()

    assert not any(evidence in line for line in lines(narrow))
    assert any(evidence in line for line in lines(wide))


def test_texts_per_criterion_do_not_speak_of_what_was_not_agreed() -> None:
    comment = "Asks for help in time."
    alone, agreed = (
        written(scored(report, "C3", WORKPLACE, comment=comment)) for report in (solo(), report_of(SETTLED))
    )
    for report, label in ((alone, False), (agreed, True)):
        narrative = page_with(report, "In words, per criterion").partition("In words, per criterion")[2]
        assert comment in narrative
        assert ("together" in narrative) is label


def test_earlier_column_shows_the_workplaces_own_levels() -> None:
    first = page(written(solo(".2.. .2..")), 1)
    assert "earlier: round 1" in first
    assert first.count("Achieved 2") == 9


def test_earlier_column_is_left_out_when_there_is_nothing_to_show() -> None:
    for earlier in (NOBODY, OPEN):
        assert "earlier:" not in page(written(report_of(earlier, SETTLED)), 1)
    assert "earlier:" not in page(written(solo("4... ....")), 1)
    assert "earlier: round 1" in page(written(report_of(SETTLED, SETTLED)), 1)
    assert "earlier: round 2" in page(written(report_of(NOBODY, SETTLED, SETTLED)), 1)


def test_strips_leave_out_rounds_of_which_nothing_is_known() -> None:
    report = written(solo(NOBODY))
    scores = page_with(report, SCORES)
    assert "How this round looks" in scores
    assert "R1" not in scores
    assert scores.count("R2 workplace 3.") == 9
    assert "earlier" not in scores
    three = written(solo(SOLO, NOBODY))
    assert "Growth over two rounds" in page_with(three, SCORES)
    assert "R2" not in page_with(three, SCORES)


def test_strips_of_the_workplace_leave_out_rounds_without_any_level() -> None:
    """All that was not filled in appears as not observed on that sheet, so that says nothing yet."""
    conditions = page_with(written(solo("4... -...")), CONDITIONS)
    assert "R1" not in conditions
    assert conditions.count("R2 workplace 2.") == 9


def test_strips_keep_who_spoke_in_an_earlier_round() -> None:
    scores = page_with(written(solo(SETTLED)), SCORES)
    assert scores.count("R1 student 4, workplace 3, institute 3, together 3.") == 9
    assert scores.count("R2 workplace 3.") == 9
    assert "student workplace institute together round 2 earlier agreed level" in scores


def test_sheet_of_a_silent_perspective_is_not_remarked_upon() -> None:
    sheets = tuple(
        ReportSheet(perspective=seen, collected=Collected.PAPER, collected_on=None, blind=False)
        for seen in Perspective
    )
    text = written(replace(solo(), sheets=sheets)).text()
    assert "Workplace: on paper, not blind." in text
    assert text.count("not blind") == 1


def test_reservation_follows_the_level_that_is_shown() -> None:
    """R8: without agreement the workplace's own level carries it in the summary and in the table."""
    report = written(report_of(".2.. .2..", silent=(STUDENT, INSTITUTE)))
    assert page(report, 1).count("with reservation: see the workplace's part") == 9
    assert page(report, 1).count("With reservation: on this criterion") == 1
    assert page_with(report, SCORES).count("2* Developing") == 9
    # Where the voice that is shown is high enough, the first page has nothing to explain.
    other = written(report_of("23.. .2..", silent=(INSTITUTE,)))
    assert "reservation" not in page(other, 1).lower()
    assert page_with(other, SCORES).count("2* Developing") == 9
    assert "with reservation because of the conditions" in page_with(other, SCORES)


def test_difference_that_stands_carries_no_reservation() -> None:
    """5.11: C8 of the second round, where the workplace's part is low and no level was agreed."""
    (criterion,) = [each for each in midterm_report("en").criteria if each.code == "C8"]
    assert criterion.student_part.agreed.difference_stands
    assert criterion.student_part.under_reservation == frozenset()
    row = re.search(r"C8 (.*?) C9", page_with(written(midterm_report("en")), SCORES))
    assert row is not None
    assert "*" not in row[1]


def test_two_perspectives_of_which_one_spoke() -> None:
    two = (STUDENT, WORKPLACE)
    table = "\n".join(f"C{number} {SOLO}" for number in range(1, 10))
    report = replace(
        solo(), perspectives=two, silent=(STUDENT,), criteria=criteria(table, language="en", perspectives=two)
    )
    scores = page_with(written(report), SCORES)
    assert "One perspective, round 1" in scores
    assert "The student has not filled in anything in this round yet." in scores
    assert "institute" not in scores.lower()
