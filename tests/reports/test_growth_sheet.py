"""The growth sheet: who stood where in which round, read as words and looked at as pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pypdfium2
import pytest

from tests.reports.paper_sample import growth_sheet, on_paper
from tests.reports.reading import Written, fonts
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportAgreed
from wpl_desktop.domain.evaluations import NOT_OBSERVED, NOT_YET_SCORED, Perspective, level_mark
from wpl_desktop.domain.paper_sheets import GrowthPlace, GrowthSheet
from wpl_desktop.reports.growth_sheet import write_growth_sheet
from wpl_desktop.texts import untranslated

A4_LYING = (842, 595)


def paper(sheet: GrowthSheet) -> Written:
    return on_paper(lambda target: write_growth_sheet(sheet, target, translate=untranslated))


def changed(sheet: GrowthSheet, code: str, *, strand: Strand, place: GrowthPlace | None) -> GrowthSheet:
    """The sheet with another place in the last round of one criterion."""
    lines = {
        each: tuple(
            replace(line, places=(*line.places[:-1], place)) if (each, line.code) == (strand, code) else line
            for line in found
        )
        for each, found in sheet.lines.items()
    }
    return replace(sheet, lines=lines)


def test_each_strand_lies_on_a_page_of_its_own() -> None:
    written = paper(growth_sheet())
    pages = written.pages()
    assert len(pages) == 2
    assert "Student's part" in pages[0]
    assert "Conditions at the workplace" not in pages[0]
    assert "Conditions at the workplace" in pages[1]
    for number, page in enumerate(pages, start=1):
        assert all(text in page for text in ("Nguyễn Thị Hạnh", "phase 3", f"Page {number} of 2", "DEMO"))
    box = written.reader().pages[0].mediabox
    assert (round(box.width), round(box.height)) == A4_LYING
    assert all(fonts(written.reader()).values())


def test_the_picture_is_said_in_words_too() -> None:
    first = " ".join(paper(growth_sheet()).pages()[0].split())
    assert "student 4 strong, workplace 2 developing, institute 2 developing, difference stands." in first
    assert "student 3 achieved, workplace × no opportunity, institute – not observed, together ×." in first


def test_r6_a_difference_that_stood_is_there_with_both_positions() -> None:
    first = " ".join(paper(growth_sheet()).pages()[0].split())
    assert "C4, round 1 Student: ‘ik vraag veel.’ Mentor en opleiding" in first


def test_r5_a_round_that_was_not_put_side_by_side_is_only_named() -> None:
    assert (
        "Not put side by side yet, and therefore not on this sheet: round 4."
        in paper(replace(growth_sheet(), not_yet=(4,))).text()
    )
    empty = replace(growth_sheet(), rounds=(), lines=dict.fromkeys(Strand, ()))
    assert "No round has been put side by side yet." in paper(empty).text()
    assert len(paper(empty).pages()) == 1


def test_r9_silence_alone_makes_no_page_about_the_workplace() -> None:
    """A view that was withheld looks like one that was never asked for."""
    sheet = growth_sheet()
    silent = GrowthPlace(marks={Perspective.STUDENT: NOT_OBSERVED}, agreed=ReportAgreed())
    lines = tuple(
        replace(line, places=tuple(silent for _ in line.places))
        for line in sheet.lines[Strand.WORKPLACE_PART]
    )
    quiet = replace(sheet, lines={**sheet.lines, Strand.WORKPLACE_PART: lines})
    assert len(paper(quiet).pages()) == 1
    spoken = changed(
        quiet,
        "C1",
        strand=Strand.WORKPLACE_PART,
        place=GrowthPlace(marks={Perspective.WORKPLACE: level_mark(2)}, agreed=ReportAgreed()),
    )
    assert len(paper(spoken).pages()) == 2


def test_r9_only_of_the_students_view_it_says_that_open_looks_like_not_observed() -> None:
    text = paper(growth_sheet()).text()
    assert "What the student left open appears as ‘not observed’." in text
    assert "What was not filled in" not in text


def test_r12_what_a_light_round_did_not_look_at_is_said() -> None:
    sheet = changed(growth_sheet(), "C2", strand=Strand.STUDENT_PART, place=None)
    assert "not in this round" in paper(sheet).pages()[0]


@pytest.mark.parametrize("count", [3, 5])
def test_other_numbers_of_levels(count: int) -> None:
    sheet = growth_sheet()
    scale = {strand: tuple(f"Word{level}" for level in range(1, count + 1)) for strand in Strand}
    top = GrowthPlace(
        marks={seen: level_mark(count) for seen in Perspective}, agreed=ReportAgreed(mark=level_mark(count))
    )
    lines = {
        strand: tuple(replace(line, places=tuple(top for _ in line.places)) for line in found)
        for strand, found in sheet.lines.items()
    }
    text = paper(replace(sheet, scale=scale, lines=lines)).pages()[0]
    assert f"student {count} word{count}" in text
    assert f"word{count + 1}" not in text


def test_many_rounds_go_on_on_another_page_and_none_is_lost() -> None:
    sheet = growth_sheet()
    rounds = tuple(replace(sheet.rounds[0], number=number) for number in range(1, 7))
    lines = {
        strand: tuple(replace(line, places=line.places * 2) for line in found)
        for strand, found in sheet.lines.items()
    }
    pages = paper(replace(sheet, rounds=rounds, lines=lines)).pages()
    assert len(pages) == 4
    assert ("Round 4" in pages[0], "Round 5" in pages[0], "Round 6" in pages[1]) == (True, False, True)


@pytest.mark.parametrize(
    "text", ["<b>R&D</b> " * 40, "x" * 3000, "لا إله " * 60, "\u202eomgekeerd \ud800 " * 20, "regel\n" * 90]
)
def test_long_and_hostile_positions_flow_on(text: str) -> None:
    place = GrowthPlace(
        marks={}, agreed=ReportAgreed(mark=NOT_YET_SCORED, difference_stands=True, positions=text)
    )
    written = paper(changed(growth_sheet(), "C3", strand=Strand.STUDENT_PART, place=place))
    assert len(written.pages()) >= 2
    if text.startswith("x"):
        assert written.letters().count("x") >= 3000
    if text.startswith("<b>"):
        assert written.letters().count("<b>R&D</b>") == 40


def test_without_an_institute_there_is_no_third_voice() -> None:
    sheet = replace(growth_sheet(), perspectives=(Perspective.STUDENT, Perspective.WORKPLACE))
    lines = {
        strand: tuple(
            replace(
                line,
                places=tuple(
                    None
                    if place is None
                    else replace(
                        place,
                        marks={
                            one: mark for one, mark in place.marks.items() if one is not Perspective.INSTITUTE
                        },
                    )
                    for place in line.places
                ),
            )
            for line in found
        )
        for strand, found in sheet.lines.items()
    }
    assert "institute" not in paper(replace(sheet, lines=lines)).pages()[0]


def test_same_data_give_the_same_bytes_and_the_file_names_nobody() -> None:
    first = paper(growth_sheet())
    assert first.data == paper(growth_sheet()).data
    assert "Hạnh" not in repr(dict(first.reader().metadata or {}))


def test_the_agreed_level_is_seen_without_colour() -> None:
    """In grey the bar below the cell is as dark as text."""
    with pypdfium2.PdfDocument(paper(growth_sheet()).data) as document:
        picture = cast(Any, document[0].render(scale=4)).to_pil().convert("L")
    pixels = 4 * 72 / 25.4
    # In the second cell of C1, round 1, left of its shapes: the only dark thing is the bar.
    shades: list[int] = [
        picture.getpixel((int(97.0 * pixels), int(y / 10 * pixels))) for y in range(446, 556)
    ]
    assert min(shades) < 60
