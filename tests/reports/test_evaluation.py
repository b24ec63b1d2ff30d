"""The evaluation report: what it must say, what it may never say, and how it stands on paper."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest

from tests.reports.reading import Written, drawn_text, fonts, program, written
from tests.reports.sample import (
    HANH,
    agreed,
    criteria,
    final_report,
    midterm_report,
    scored,
    workplace_evidence,
)
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Mark, Perspective, RoundKind, level_mark
from wpl_desktop.reports.evaluation import write_evaluation
from wpl_desktop.texts import untranslated

NUMBERED = re.compile(
    r"(?<!\S)(\d+) (Summary|Three perspectives|Two perspectives|Growth over|How this round|In words, per"
    r"|Agreements and|Conditions at|Response of|Advice|Signatures)"
)


@pytest.fixture(scope="module")
def final() -> Written:
    """The final report in English."""
    return written(final_report("en"))


@pytest.fixture(scope="module")
def midterm() -> Written:
    """The draft of the midterm report in English."""
    return written(midterm_report("en"))


def sections(report: Written) -> list[tuple[str, str]]:
    """Numbers and first words of the section headings, in order."""
    return [(number, name.split()[0]) for number, name in NUMBERED.findall(report.text())]


def test_final_report_has_its_sections_numbered_without_gaps(final: Written) -> None:
    found = sections(final)
    assert [name for _, name in found] == [
        "Summary",
        "Three",
        "Growth",
        "In",
        "Agreements",
        "Conditions",
        "Response",
        "Advice",
        "Signatures",
    ]
    assert [int(number) for number, _ in found] == list(range(1, 10))
    assert len(final.pages()) == 6


def test_midterm_report_has_the_sections_of_the_midterm_form_only(midterm: Written) -> None:
    assert [name for _, name in sections(midterm)] == [
        "Summary",
        "Three",
        "Growth",
        "In",
        "Response",
        "Signatures",
    ]
    assert "Annex" not in midterm.text()


def test_first_page_says_everything_a_head_teacher_reads(final: Written) -> None:
    first = " ".join(final.pages()[0].split())
    for text in (
        "Nguyễn Thị Hạnh",
        "Basisschool De Vlinderboom",
        "The programme decides on the result.",
        "phase 3",
        "round 3",
        "Brengt energie en ideeën",
        "Positief advies aan de opleiding.",
        "Strong",
    ):
        assert text in first, text


def test_every_page_has_its_furniture(final: Written) -> None:
    pages = final.pages()
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "E-2526-S3 · version 1" in page
        assert "Confidential" in page
        assert "DEMO · fictitious data" in page
        assert "DRAFT" not in page
        assert "Nguyễn Thị Hạnh" in page


def test_draft_says_so_twice_on_every_page(midterm: Written) -> None:
    assert all(page.count("DRAFT") == 2 for page in midterm.pages())
    assert "version 0.1" in midterm.text()


def test_without_demo_data_there_is_no_demo_tag() -> None:
    assert "DEMO" not in written(replace(final_report("en"), demo=False)).text()


def test_file_says_title_language_and_subject_but_never_the_student(final: Written) -> None:
    reader = final.reader()
    information = reader.metadata
    assert information is not None
    assert information.title == "Final report workplace learning"
    assert "E-2526-S3" in str(information.subject)
    assert reader.root_object["/Lang"] == "en-GB"
    assert "Hạnh" not in repr(dict(information))


def test_all_fonts_are_embedded(final: Written) -> None:
    found = fonts(final.reader())
    assert found
    assert all(found.values()), found


def test_same_data_give_the_same_bytes() -> None:
    arabic = replace(final_report("en"), student_name="ياسمين الإدريسي 😀", second_script="لا لإ")
    first = written(arabic)
    # Other letters in between would show in the bytes if anything were kept from one document to the next.
    written(replace(final_report("en"), student_name="إل ل ا ạ̃ كتاب"))
    assert written(arabic).data == first.data
    assert written(final_report("en")).data == written(final_report("en")).data != first.data


def test_nothing_adds_up_the_levels(final: Written, midterm: Written) -> None:
    for report in (final, midterm):
        text = report.text().lower()
        for word in ("total", "average", "percent", "%", "score:", "passed", "failed"):
            assert word not in text, word
        assert not re.search(r"/ ?(10|20|100)\b", text)


def test_levels_that_are_none_are_words_and_never_a_number(final: Written) -> None:
    page = " ".join(final.pages()[1].split())
    assert "– not observed" in page
    report = final_report("en")
    for criterion in report.criteria:
        assert Perspective.INSTITUTE in criterion.student_part.scores
    # C3 was not observed by the institute in any round: the words of its strip never give it a level.
    words = strip_words(final, 1)
    assert "R3 student 4, workplace 3, institute –, together 3." in words
    assert "institute 0" not in words


def strip_words(report: Written, page: int) -> str:
    """The text layer of the dot strips."""
    return " ".join(report.pages()[page].split())


def test_strips_say_in_words_what_they_show(final: Written) -> None:
    words = strip_words(final, 1)
    assert "R1 student 4, workplace 2, institute 2, together 2." in words
    assert "R1 student 4, workplace 2, institute 2, difference stands." in words
    assert "R1 student 3, workplace ×, institute –, together ×." in words
    assert words.count("R1 student") == words.count("R2 student") == words.count("R3 student") == 9


def test_no_name_is_cut_above_its_strip(tmp_path: Path) -> None:
    name = "Practice uncertainty (not knowing how to act)"
    report = final_report("en")
    assert name in {criterion.name for criterion in report.criteria}
    text = drawn_text(written(report).data, tmp_path)
    assert "…" not in text
    page = next(page for page in written(report).pages() if "Growth over" in page)
    strips = " ".join(page.partition("Growth over")[2].split())
    assert name in strips


def test_reservation_stands_under_the_word_and_is_explained_once(midterm: Written) -> None:
    first = " ".join(midterm.pages()[0].split())
    # By rule R8 all criteria but C5 and C8; the explanation once.
    assert first.count("with reservation") == 7
    assert first.count("With reservation: on this criterion") == 1
    assert "2 * Developing" in " ".join(midterm.pages()[1].split())


def test_reservation_is_not_mentioned_where_there_is_none(final: Written) -> None:
    assert "reservation" not in final.text()


def test_difference_that_stands_fills_no_cell_and_gives_both_positions(midterm: Written) -> None:
    first = " ".join(midterm.pages()[0].split())
    assert "Difference stands both positions are in part 4" in first
    assert "Mentor: niet aan mentor of opleiding." in midterm.text()
    assert chosen_cells(midterm) == 8


def chosen_cells(report: Written) -> int:
    """How many cells of the summary's scales are filled with the accent, which marks the chosen level."""
    stream = report.reader().pages[0].get_contents()
    assert stream is not None
    content = stream.get_data().decode("latin1")
    accent = ".043137 .431373 .458824 RG"
    return content.count(accent)


def test_final_report_fills_one_cell_for_each_criterion(final: Written) -> None:
    assert chosen_cells(final) == 9


def test_sheets_say_how_they_were_collected_and_that_they_were_not_blind(midterm: Written) -> None:
    assert "Student: on paper, typed over on 02/02/2026, not blind." in midterm.text()
    assert "Workplace: on screen" not in midterm.text()


def test_conditions_stand_alone_and_can_be_left_out(final: Written) -> None:
    with_them = [page for page in final.pages() if "Conditions at the workplace" in page]
    assert len(with_them) == 1
    assert "Van 3 naar 4: begeleiding" in " ".join(with_them[0].split())
    assert not re.search(r"^\d ?(Response|Agreements|In words)", with_them[0], re.MULTILINE)
    without = written(replace(final_report("en"), include_conditions=False))
    assert "Conditions at the workplace" not in without.text()
    assert "begeleiding door het team" not in without.text()
    assert [int(number) for number, _ in sections(without)] == list(range(1, 9))


def test_long_texts_about_the_workplace_stay_on_the_sheet_of_the_workplace() -> None:
    long = "Het vaste gespreksuur viel weg. " * 12
    report = workplace_evidence(final_report("en"), "C2", Perspective.WORKPLACE, long)
    pages = [page for page in written(report).pages() if "gespreksuur" in page]
    assert len(pages) == 1
    assert "".join(long.split()) in "".join(pages[0].split())
    without = written(replace(report, include_conditions=False))
    assert "gespreksuur" not in without.text()


def test_student_sees_that_a_view_of_the_workplace_is_voluntary(final: Written) -> None:
    (sheet,) = [page for page in final.pages() if "Conditions at the workplace" in page]
    assert "The student's view of the workplace is voluntary." in " ".join(sheet.split())


def test_two_perspectives_leave_no_empty_column() -> None:
    two = (Perspective.STUDENT, Perspective.WORKPLACE)
    report = replace(
        final_report("en"),
        perspectives=two,
        institute="",
        people=(),
        signatories=(),
        agreements=(),
        criteria=criteria(HANH, language="en", perspectives=two),
    )
    text = written(report).text()
    assert "Two perspectives, round 3" in text
    assert "Institute" not in text
    assert "institute" not in text
    assert "The programme decides and gives its reasons." not in text


@pytest.mark.parametrize("level_count", [3, 5])
def test_scale_may_have_three_or_five_levels(level_count: int) -> None:
    words = ("Not yet", "Nearly", "Good", "Very good", "Outstanding")[:level_count]
    report = replace(all_at(final_report("en"), level_count), scale=dict.fromkeys(Strand, words))
    shown = written(report)
    assert shown.text().count(words[-1]) >= 9 * 4
    first = "".join(shown.pages()[0].split())
    scale = "".join(str(level) for level in range(1, level_count + 1))
    assert first.count(f"{scale}{words[-1].replace(' ', '')}") == 9


def test_light_round_shows_the_criteria_in_focus_only() -> None:
    report = final_report("en")
    report = replace(
        report,
        kind=RoundKind.START,
        criteria=tuple(replace(each, in_focus=each.code in {"C1", "C6"}) for each in report.criteria),
    )
    text = written(report).text()
    assert "Not in view: C2, C3, C4, C5, C7, C8, C9." in text
    assert "Collaboration" not in text


def test_sections_without_content_are_left_out() -> None:
    report = replace(final_report("en"), agreements=(), advice="", strong="", grown="", next_step="")
    report = agreed(without_texts(report), "C9", reason="")
    names = [name for _, name in sections(written(report))]
    assert names == ["Summary", "Three", "Growth", "Conditions", "Response", "Signatures"]


def test_no_response_is_ticked_only_when_there_is_none() -> None:
    silent = replace(final_report("en"), student_response="", no_response=True)
    open_still = replace(final_report("en"), student_response="", no_response=False)
    assert "no response" in written(silent).text()
    assert "no response" in written(open_still).text()
    assert cross_strokes(written(silent)) - cross_strokes(written(final_report("en"))) == 2
    assert cross_strokes(written(open_still)) == cross_strokes(written(final_report("en")))


def cross_strokes(report: Written) -> int:
    """Strokes as thick as those of a cross in a tick box."""
    found = 0
    for page in report.reader().pages:
        stream = page.get_contents()
        assert stream is not None
        thick = False
        for line in stream.get_data().decode("latin1").splitlines():
            if re.fullmatch(r"[\d.]+ w", line):
                thick = line == "1.1 w"
            found += thick and line.endswith(" l S")
    return found


def test_privacy_warning_stays_until_privacy_is_filled_in() -> None:
    for report in (final_report("en"), midterm_report("en")):
        assert "Privacy is incomplete" not in written(report).text()
        assert "Privacy is incomplete" in written(replace(report, privacy_complete=False)).text()


def test_mark_that_was_not_given_is_neither_a_level_nor_a_sign() -> None:
    report = scored(final_report("en"), "C3", Perspective.STUDENT, mark=NOT_YET_SCORED)
    report = agreed(report, "C3", mark=Mark())
    first = " ".join(written(report).pages()[0].split())
    assert "Safety 1 2 3 4 still open" in first
    assert chosen_cells(written(report)) == 8


def test_signature_rows_print_name_role_and_sentence(final: Written) -> None:
    page = " ".join(next(page for page in final.pages() if "Signatures" in page).split())
    for text in (
        "Griet Vanhaverbeke",
        "school mentor",
        "Seen and discussed. Signing does not mean I agree with everything.",
        "Signature and stamp",
        "Not signed by",
    ):
        assert text in page, text
    assert page.count("Hour") == 4


def test_table_rows_are_not_split_between_pages() -> None:
    report = final_report("en")
    for criterion in report.criteria:
        for seen in Perspective:
            ends = [f"{end}{criterion.code}{seen.value}" for end in ("from", "to")]
            report = scored(report, criterion.code, seen, evidence=ends[0] + " lorem" * 20 + f" {ends[1]}")
    pages = [page.replace("\r\n", "") for page in written(report).pages()]
    for criterion in report.criteria:
        words = [f"{end}{criterion.code}{seen.value}" for seen in Perspective for end in ("from", "to")]
        found = [{number for number, page in enumerate(pages) if word in page} for word in words]
        assert len(found[0]) == 1
        assert found == found[:1] * len(words)


def test_poppler_reads_arabic_names_in_the_right_order(tmp_path: Path) -> None:
    report = replace(final_report("en"), second_script="ياسمين الإدريسي")
    assert "ياسمين الإدريسي" in drawn_text(written(report).data, tmp_path)


def test_qpdf_finds_nothing_wrong(final: Written, tmp_path: Path) -> None:
    qpdf = program("qpdf", package="qpdf")
    source = tmp_path / "report.pdf"
    source.write_bytes(final.data)
    subprocess.run([qpdf, "--check", str(source)], capture_output=True, check=True, timeout=60)


def test_writes_to_a_path_what_it_writes_to_a_stream(final: Written, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    write_evaluation(final_report("en"), target, translate=untranslated)
    assert target.read_bytes() == final.data


def grey_of(colour: tuple[int, int, int]) -> float:
    """How light a colour is on a copier: 0 black, 255 white."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_chosen_level_stands_out_without_colour(final: Written) -> None:
    document = pypdfium2.PdfDocument(final.data)
    page = document[0]
    bitmap = cast(Any, page.render(scale=4))
    picture = bitmap.to_pil().convert("L")
    for each in (bitmap, page, document):
        each.close()
    row = [
        picture.getpixel((int(x * 4 * 72 / 25.4), int(144.0 * 4 * 72 / 25.4)))
        for x in (94.0, 101.9, 109.8, 117.7)
    ]
    chosen, *others = sorted(int(each) for each in row if isinstance(each, int | float))
    assert chosen < 110
    assert min(others) > 240


def test_inks_are_dark_and_tints_are_light_in_grey() -> None:
    from wpl_desktop.reports import style

    def grey(colour: style.Colour) -> float:
        red, green, blue = (round(255 * part) for part in colour)
        return grey_of((red, green, blue))

    assert max(map(grey, (style.INK, style.MUTED, style.ACCENT))) < 110
    assert min(map(grey, (style.BLOCK_TINT, style.STATUS_TINT, style.AGREED_EARLIER, style.WATERMARK))) > 220
    assert grey(style.AGREED_NOW) < grey(style.AGREED_EARLIER) - 10


def all_at(report: EvaluationReport, level: int) -> EvaluationReport:
    """The report with one level in every cell and no earlier rounds."""
    mark = level_mark(level)
    changed = report.criteria
    for part in ("student_part", "workplace_part"):
        views = [getattr(each, part) for each in changed]
        views = [
            replace(
                view,
                scores={seen: replace(score, mark=mark) for seen, score in view.scores.items()},
                agreed=replace(view.agreed, mark=mark),
                earlier=(),
            )
            for view in views
        ]
        changed = tuple(replace(each, **{part: view}) for each, view in zip(changed, views, strict=True))
    return replace(report, criteria=changed, earlier_rounds=())


def without_texts(report: EvaluationReport) -> EvaluationReport:
    """The report without anything said in words about the student's part."""
    return replace(
        report,
        criteria=tuple(
            replace(
                each,
                student_part=replace(
                    each.student_part,
                    scores={
                        seen: replace(score, comment="") for seen, score in each.student_part.scores.items()
                    },
                    earlier=tuple(
                        replace(
                            earlier,
                            agreed=replace(earlier.agreed, positions="", reason="", difference_stands=False),
                        )
                        for earlier in each.student_part.earlier
                    ),
                ),
            )
            for each in report.criteria
        ),
    )


def test_no_word_of_a_level_is_broken_in_the_annex() -> None:
    """`ontwikkeling` is wider than `Bereikt`: the column follows the words of the set."""
    report = final_report("nl")
    label = report.scale[Strand.STUDENT_PART][1]
    assert label == "In ontwikkeling"
    annex = written(agreed(report, "C1", mark=level_mark(2))).pages()[-1].split()
    assert label.split()[-1] in annex[annex.index("C1") : annex.index("C2")]
