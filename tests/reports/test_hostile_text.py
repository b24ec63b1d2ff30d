"""Whatever somebody types: it flows over pages, never raises, and never vanishes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.reading import drawn_text, written
from tests.reports.sample import agreed, final_report, midterm_report, scored
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportAgreement
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.reports.evaluation import write_evaluation
from wpl_desktop.texts import untranslated

STUDENT, WORKPLACE, INSTITUTE = Perspective


def with_text(report: EvaluationReport, text: str) -> EvaluationReport:
    """The report with the same text in every place where somebody types."""
    report = scored(report, "C1", STUDENT, comment=text, evidence=text)
    report = scored(report, "C2", WORKPLACE, comment=text, evidence=text)
    report = agreed(report, "C5", difference_stands=True, positions=text, reason=text)
    agreements: tuple[ReportAgreement, ...] = tuple(
        replace(each, text=text, owner=text) for each in report.agreements
    )
    return replace(
        report,
        student_name=text,
        second_script=text,
        student_number=text,
        programme=text,
        workplace=text,
        workplace_address=text,
        institute=text,
        class_names=text,
        people=tuple(replace(each, name=text) for each in report.people),
        status_line=text,
        strong=text,
        grown=text,
        next_step=text,
        advice=text,
        student_response=text,
        agreements=agreements,
        signatories=tuple(replace(each, name=text, sentence=text) for each in report.signatories),
        privacy_lines=(text,),
        privacy_complete=False,
        words=dict.fromkeys(report.words, text),
    )


@pytest.mark.parametrize(
    "text",
    [
        "R&D <b>bold</b> & < > \" '",
        "<img src=/etc/passwd> <para> </para> &amp; &#60;",
        "{braces} {0} {} %s %(name)s \\n",
        "a\x00b\x1bc\x7fd",
        "\ud800 half a pair \udfff",
        "😀 👩‍🏫 🇧🇪 ✓ ☐ ★",
        "Łukasz Wójcik, İstanbul Yıldız, Ελληνικά, Пример, 王小明, Nguyễn Thị Hạnh",
        "ياسمين الإدريسي (2026) قالت: R&D مهم 12.5 ☐",
        "שלום עולם – 12-05-2026",
        "a\u0301\u0302\u0303\u0304" * 20,
        "\u202eabc\u202c \u2066def\u2069 \u200f\u200e\ufeff",
        "x" * 300,
        "\n" * 30,
        "",
        " \t \u00a0 ",
        "\ue000\uf8ff\U0010ffff\uffff",
        "हिन्दी ภาษาไทย ქართული",
    ],
)
def test_hostile_text_is_written_everywhere(text: str) -> None:
    for report in (final_report("en"), midterm_report("en")):
        assert written(with_text(report, text)).data.startswith(b"%PDF-")


@settings(max_examples=15)
@given(st.text(max_size=400), st.sampled_from([final_report("en"), midterm_report("en")]))
def test_any_text_is_written(text: str, report: EvaluationReport) -> None:
    target = io.BytesIO()
    missing = write_evaluation(with_text(report, text), target, translate=untranslated)
    assert target.getvalue().startswith(b"%PDF-")
    assert len(set(missing)) == len(missing)


@settings(max_examples=12)
@given(st.text(alphabet="abcdeéïłžğ&<>{}%/\\ ", min_size=1, max_size=300))
def test_what_was_typed_can_be_read_in_the_file(text: str) -> None:
    report = scored(final_report("en"), "C1", WORKPLACE, comment=f"begin{text}end")
    assert "".join(f"begin{text}end".split()) in written(report).letters()


def test_comment_of_five_thousand_characters_is_complete() -> None:
    words = [f"word{number}" for number in range(640)]
    comment = " ".join(words)
    assert len(comment) > 5000
    shown = written(scored(final_report("en"), "C1", WORKPLACE, comment=comment))
    found = [word for word in shown.text().split() if word.startswith("word") and word[4:].isdigit()]
    assert found == words
    assert len(shown.pages()) > 6


def test_response_of_the_student_over_several_pages_is_complete() -> None:
    words = [f"word{number}" for number in range(1500)]
    shown = written(replace(final_report("en"), student_response=" ".join(words)))
    stripped = [word.strip("“”") for word in shown.text().split()]
    assert [word for word in stripped if word.startswith("word") and word[4:].isdigit()] == words


def test_two_hundred_lines_stay_two_hundred_lines() -> None:
    text = "\n".join(f"line{number}." for number in range(200))
    pages = written(replace(final_report("en"), advice=text)).pages()
    lines = [line for page in pages[4:] for line in page.split("\r\n") if line.startswith("line")]
    assert lines == text.split("\n")


def test_long_word_is_broken_and_not_cut() -> None:
    shown = written(scored(final_report("en"), "C1", WORKPLACE, comment="y" * 300))
    assert "y" * 300 in shown.letters()


def test_markup_is_text() -> None:
    shown = written(scored(final_report("en"), "C1", WORKPLACE, comment="<b>R&D</b> <img src=/etc/passwd>"))
    assert "<b>R&D</b> <img src=/etc/passwd>" in shown.text()
    assert "root:" not in shown.text()


def test_override_of_direction_cannot_turn_a_name_around() -> None:
    shown = written(replace(final_report("en"), student_name="Ann\u202eeeL\u202c Peeters"))
    assert "AnneeL Peeters" in shown.text()


def test_what_no_font_has_is_reported_and_shows_a_box(tmp_path: Path) -> None:
    shown = written(scored(final_report("en"), "C1", WORKPLACE, comment="say हि end"))
    assert shown.missing == ("ह", "ि")
    # The box is drawn; who copies the text gets the characters themselves.
    assert "say हि end" in drawn_text(shown.data, tmp_path)
    assert written(final_report("en")).missing == ()


def test_half_a_surrogate_pair_is_seen() -> None:
    shown = written(scored(final_report("en"), "C1", WORKPLACE, comment="before \ud83d after"))
    assert "before \ufffd after" in shown.text()


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Wójcik",
        "Mehmet Yıldız",
        "Nguyễn Thị Hạnh",
        "Ελένη",
        "Олена",
        "王小明",
        "ياسمين الإدريسي",
        "שרה",
    ],
)
def test_names_are_printed_as_written(name: str, tmp_path: Path) -> None:
    shown = written(replace(final_report("en"), student_name=name))
    assert shown.missing == ()
    assert name in drawn_text(shown.data, tmp_path)
