"""The trialogue sheet: what was said and agreed, and room to write where nothing was."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

import pypdfium2
import pytest

from tests.reports.paper_sample import emptied, on_paper, trialogue_sheet
from tests.reports.reading import Written, fonts
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportScore
from wpl_desktop.domain.evaluations import Perspective, level_mark
from wpl_desktop.domain.paper_sheets import TrialogueSheet
from wpl_desktop.reports.text import one_line
from wpl_desktop.reports.trialogue import PITCH, write_trialogue
from wpl_desktop.texts import untranslated

#: Points of a page in a millimetre.
MM = 72 / 25.4
#: A drawn line or box, as the reader of PDF files numbers the kinds of things on a page.
_PATH = 2


def paper(sheet: TrialogueSheet) -> Written:
    return on_paper(lambda target: write_trialogue(sheet, target, translate=untranslated))


def said(sheet: TrialogueSheet, code: str, seen: Perspective, **values: object) -> TrialogueSheet:
    """The sheet with other values in one score of the student's part."""
    return replace(
        sheet,
        criteria=tuple(
            replace(
                each,
                student_part=replace(
                    each.student_part,
                    scores={
                        **each.student_part.scores,
                        seen: replace(each.student_part.scores[seen], **values),
                    },
                ),
            )
            if each.code == code
            else each
            for each in sheet.criteria
        ),
    )


def agreed(sheet: TrialogueSheet, code: str, **values: object) -> TrialogueSheet:
    """The sheet with other values in what was agreed on one criterion of the student's part."""
    return replace(
        sheet,
        criteria=tuple(
            replace(
                each,
                student_part=replace(each.student_part, agreed=replace(each.student_part.agreed, **values)),
            )
            if each.code == code
            else each
            for each in sheet.criteria
        ),
    )


def test_the_students_part_in_front_and_the_workplace_on_the_back() -> None:
    written = paper(trialogue_sheet())
    front, back = written.pages()
    assert "Student's part · round 2 (midterm) · 3 February 2026" in front
    assert "Conditions at the workplace" in back
    assert "voluntary" in back
    assert "voluntary" not in front
    codes = re.findall(r"\bC[1-9]\b", front.split("C2: ")[0])
    assert codes == [f"C{number}" for number in range(1, 10)], "in print always in the order of the set"
    assert all(fonts(written.reader()).values())


def test_what_was_said_and_agreed_stands_in_its_column() -> None:
    front = " ".join(paper(trialogue_sheet()).pages()[0].split())
    assert "difference stands Student: meldde problemen aan collega" in front
    assert "2* Developing" in front, "R8: the reservation stands beside the level"
    assert "* with reservation because of the conditions at the workplace" in front
    assert "talk needed" not in front
    assert "close together" in front


def test_r7_fewer_than_two_levels_have_no_label() -> None:
    words = ("unanimous", "close together", "talk needed")
    text = paper(emptied(trialogue_sheet(), views=True, agreed=True)).text()
    assert not any(word in text for word in words)


def test_r5_before_the_reveal_there_are_only_boxes() -> None:
    blank = emptied(trialogue_sheet(), views=True, agreed=True)
    front = paper(replace(blank, is_revealed=False, sheets=())).pages()[0]
    assert front.count("difference stands") == 9
    table = front.split("1 not yet visible")[0]
    assert not any(word in table for word in ("Developing", "Achieved", "Ik bereid", "not blind"))


def test_where_nothing_was_agreed_there_is_a_line_for_the_hand() -> None:
    assert PITCH >= 8.0
    full = paper(trialogue_sheet()).pages()[0]
    open_still = paper(emptied(trialogue_sheet(), views=False, agreed=True)).pages()[0]
    # The words beside the tick box, once for each criterion; before that once, for the difference that stands.
    assert (full.count("difference stands"), open_still.count("difference stands")) == (1, 9)
    assert "Ik bereid" in open_still, "what was said is there all the same"


def test_a_blank_sheet_fits_on_its_two_sides() -> None:
    for language in ("nl", "en"):
        blank = emptied(trialogue_sheet(language), views=True, agreed=True)
        assert len(paper(blank).pages()) == 2


def boxes_under(written: Written, words: str) -> int:
    """How many tick boxes of the page on the back reach into the letters of these words."""
    with cast(Any, pypdfium2.PdfDocument(written.data)) as document:
        page = document[1]
        text = page.get_textpage()
        found = text.search(words).get_next()
        assert found is not None, words
        letters = [text.get_charbox(found[0] + index) for index in range(found[1])]
        left, right = min(box[0] for box in letters), max(box[2] for box in letters)
        bottom, top = min(box[1] for box in letters), max(box[3] for box in letters)
        boxes = [
            bounds
            for each in page.get_objects(filter=[_PATH])
            for bounds in [each.get_bounds()]
            if 4.0 * MM < bounds[2] - bounds[0] < 6.0 * MM and 4.0 * MM < bounds[3] - bounds[1] < 6.0 * MM
        ]
    assert len(boxes) > 9 * 4
    return sum(box[0] < right and box[2] > left and box[1] < top and box[3] > bottom for box in boxes)


@pytest.mark.parametrize("count", [3, 4, 5])
@pytest.mark.parametrize("voices", [2, 3])
def test_a_text_without_a_level_stands_below_the_boxes(count: int, voices: int) -> None:
    scale = {strand: tuple(f"Word{level}" for level in range(1, count + 1)) for strand in Strand}
    blank = emptied(replace(trialogue_sheet(), scale=scale), views=True, agreed=True)
    words = ReportScore(comment="4veel hulp. " + "Overleg in de pauze helpt mij telkens vooruit. " * 2)
    sheet = replace(
        blank,
        perspectives=tuple(Perspective)[:voices],
        criteria=tuple(
            replace(
                each,
                workplace_part=replace(
                    each.workplace_part, scores={**each.workplace_part.scores, Perspective.STUDENT: words}
                ),
            )
            for each in blank.criteria
        ),
    )
    written = paper(sheet)
    assert boxes_under(written, "4veel hulp") == 0
    # The row is no higher for it: front and back of one sheet are enough.
    assert len(written.pages()) == 2


def test_how_each_sheet_came_in_is_said() -> None:
    assert "Student: on paper, typed over on 02/02/2026, not blind." in paper(trialogue_sheet()).text()


def test_r9_the_workplace_part_may_be_silent() -> None:
    silent = replace(
        trialogue_sheet(),
        criteria=tuple(
            replace(each, workplace_part=emptied_part.workplace_part)
            for each, emptied_part in zip(
                trialogue_sheet().criteria,
                emptied(trialogue_sheet(), views=True, agreed=True).criteria,
                strict=True,
            )
        ),
    )
    assert "Missing" not in paper(silent).pages()[1].split("1 missing")[0]


@pytest.mark.parametrize("count", [3, 5])
def test_boxes_follow_the_number_of_levels(count: int) -> None:
    scale = {strand: tuple(f"Word{level}" for level in range(1, count + 1)) for strand in Strand}
    blank = emptied(replace(trialogue_sheet(), scale=scale), views=True, agreed=True)
    front = paper(blank).pages()[0]
    assert f"{count} word{count}" in front
    table = front.split("by when")[1].split("C2: ")[0]
    digits = re.findall(r"(?<!\S)([1-9])(?!\S)", table)
    # Nine rows of four columns, and the legend.
    assert digits.count(str(count)) == 9 * 4 + 1
    assert digits.count(str(count + 1)) == 0


def test_two_voices_have_two_columns() -> None:
    sheet = trialogue_sheet()
    two = (Perspective.STUDENT, Perspective.WORKPLACE)
    criteria = tuple(
        replace(
            each,
            student_part=replace(
                each.student_part, scores={one: each.student_part.scores[one] for one in two}
            ),
            workplace_part=replace(
                each.workplace_part, scores={one: each.workplace_part.scores[one] for one in two}
            ),
        )
        for each in sheet.criteria
    )
    assert "Institute" not in paper(replace(sheet, perspectives=two, criteria=criteria)).text()


@pytest.mark.parametrize(
    "text",
    ["<b>R&D</b> " * 400, "x" * 3000, "لا إله " * 200, "\u202eomgekeerd \ud800 " * 90, "regel\n" * 90],
)
def test_long_and_hostile_texts_are_cut_where_it_is_seen(text: str) -> None:
    sheet = said(trialogue_sheet(), "C1", Perspective.STUDENT, comment=text)
    sheet = agreed(sheet, "C2", reason=text)
    written = paper(sheet)
    assert len(written.pages()) <= 4
    assert "What ends in … was cut" in written.text()
    assert one_line(text).replace(" ", "") not in written.letters()


def test_r11_the_reading_hint_stands_below() -> None:
    assert "C2: Do not read this upside down" in paper(trialogue_sheet()).pages()[0]


def test_same_data_give_the_same_bytes() -> None:
    assert paper(trialogue_sheet()).data == paper(trialogue_sheet()).data
    other = said(trialogue_sheet(), "C1", Perspective.STUDENT, mark=level_mark(4))
    assert paper(other).data != paper(trialogue_sheet()).data
