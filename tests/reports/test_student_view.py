"""The student's own view of the workplace as a paper for the institute (R9)."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.paper_sample import on_paper, student_view
from tests.reports.reading import Written, fonts
from wpl_desktop.domain.evaluations import NOT_OBSERVED, NOT_YET_SCORED
from wpl_desktop.domain.paper_sheets import StudentView
from wpl_desktop.reports.student_view import write_student_view
from wpl_desktop.texts import untranslated


def paper(view: StudentView) -> Written:
    return on_paper(lambda target: write_student_view(view, target, untranslated))


def test_it_says_whose_when_and_by_which_criteria() -> None:
    written = paper(student_view())
    text = written.text()
    for part in (
        "My view of the workplace",
        "Nguyễn Thị Hạnh",
        "round 3 (final)",
        "phase 3",
        "4 June 2026",
        "rubric 1.0",
        "It was not kept in the program",
    ):
        assert part in text, part
    assert len(written.pages()) == 1
    assert all(fonts(written.reader()).values())


def test_each_level_has_its_word_and_comments_stand_below() -> None:
    text = paper(student_view()).text()
    assert "C1 Learning through reflection" in text
    assert text.count("In place") == 7
    assert "Er was te weinig tijd na de les." in text


def test_what_was_left_open_is_no_word_of_the_student() -> None:
    first, *rest = student_view().lines
    open_still, seen = (
        replace(student_view(), lines=(replace(first, mark=mark), *rest))
        for mark in (NOT_YET_SCORED, NOT_OBSERVED)
    )
    assert "– not observed" in paper(seen).text()
    assert paper(open_still).text().count("not observed") == paper(seen).text().count("not observed") - 1
    assert "still open" in paper(open_still).text()


def test_long_and_hostile_comments_flow_on() -> None:
    long = "<img src=/etc/passwd> R&D \u202e " + "woord " * 1500
    first, *rest = student_view().lines
    written = paper(replace(student_view(), lines=(replace(first, comment=long), *rest)))
    assert len(written.pages()) >= 2
    assert written.letters().count("woord") == 1500
    assert "<img src=/etc/passwd>" in written.text()


def test_the_file_names_nobody() -> None:
    assert "Hạnh" not in repr(dict(paper(student_view()).reader().metadata or {}))


def test_three_and_five_levels() -> None:
    for count in (3, 5):
        words = tuple(f"Word{level}" for level in range(1, count + 1))
        lines = tuple(replace(line, mark=NOT_OBSERVED) for line in student_view().lines)
        text = paper(replace(student_view(), level_words=words, lines=lines)).text()
        assert f"{count} word{count}" in text
        assert f"word{count + 1}" not in text
