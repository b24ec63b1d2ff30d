"""The month on paper: the grid with hours and call names, and the list of what does not fit in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pypdfium2
import pytest

from tests.reports.paper_sample import on_paper
from tests.reports.reading import Written, fonts
from tests.reports.talk_sample import BANDS, coaching, month_sheet, talk
from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.talk_sheets import MonthSheet
from wpl_desktop.reports.month_agenda import write_month_agenda
from wpl_desktop.texts import untranslated

A4_LYING = (842, 595)


def paper(sheet: MonthSheet) -> Written:
    return on_paper(lambda target: write_month_agenda(sheet, target, translate=untranslated))


def test_the_weeks_lie_on_one_page_with_hours_and_call_names() -> None:
    written = paper(month_sheet())
    text = " ".join(written.text().split())
    for part in ("January 2026", "29 Dec", "1 Feb", "15:45 Yasmine", "15:45 Hạnh", "Kerstvakantie", "DEMO"):
        assert part in text
    assert "Page 1 of 1" in text
    box = written.reader().pages[0].mediabox
    assert (round(box.width), round(box.height)) == A4_LYING
    assert all(fonts(written.reader()).values())


@pytest.mark.parametrize(
    ("first", "weeks"), [(date(2026, 2, 1), 5), (date(2027, 2, 1), 4), (date(2026, 8, 1), 6)]
)
def test_months_have_four_to_six_weeks(first: date, weeks: int) -> None:
    written = paper(month_sheet(first=first, bands=(), talks=()))
    assert len(written.pages()) == 1
    with pypdfium2.PdfDocument(written.data) as document:
        found = [one.get_bounds() for one in cast(Any, document[0]).get_objects() if one.type == 2]
    rules = [1 for left, bottom, right, top in found if right - left > 700 and top - bottom < 4]
    # One above each week, one below the last and one above the foot.
    assert len(rules) == weeks + 2


def test_a_day_with_too_many_says_how_many_more_and_lists_all_of_them_overleaf() -> None:
    talks = tuple(coaching(0, f"Naam{number:02}") for number in range(20))
    written = paper(month_sheet(talks=talks))
    first, *rest = written.pages()
    shown = [number for number in range(20) if f"Naam{number:02}" in first]
    assert shown
    assert f"+{20 - len(shown)}" in first
    assert "more overleaf" in first
    overleaf = " ".join(rest)
    assert all(f"Naam{number:02}, coaching" in overleaf for number in range(20))
    assert "Mon 26 Jan" in overleaf


def test_what_fits_needs_no_list() -> None:
    written = paper(month_sheet())
    assert len(written.pages()) == 1
    assert "overleaf" not in written.text()


def test_a_band_for_which_there_is_no_line_is_named_overleaf() -> None:
    bands = tuple(replace(BANDS[0], name=f"Periode {number}") for number in range(5))
    pages = paper(month_sheet(bands=bands)).pages()
    assert ["Periode 0" in pages[0], "Periode 1" in pages[0], "Periode 2" in pages[0]] == [True, True, False]
    assert all(f"Periode {number}, Mon 5 Jan – Sat 31 Jan" in pages[1] for number in (2, 3, 4))


def test_a_talk_with_several_says_what_and_of_how_many() -> None:
    group = talk(students=("A", "B", "C", "D"), short_name="Intervisie", ready=(), round_number=None)
    assert "intervisie (4)" in paper(month_sheet(talks=(group,))).text()
    pair = talk(students=("Zoë", "Hạnh"))
    assert "Zoë + Hạnh" in paper(month_sheet(talks=(pair,))).text()


def test_what_was_not_held_is_struck_out_and_stays_readable() -> None:
    held = coaching(0, "Hạnh", state=ConversationState.HELD)
    missed = replace(held, state=ConversationState.NOT_HELD)
    assert "15:45 Hạnh" in " ".join(paper(month_sheet(talks=(missed,))).text().split())
    assert paper(month_sheet(talks=(held,))).data != paper(month_sheet(talks=(missed,))).data


def test_a_holiday_is_seen_without_colour() -> None:
    """The cell of 2 January has slanted lines: darker than the tint alone, which a copy may lose."""

    def darkest(sheet: MonthSheet) -> int:
        with pypdfium2.PdfDocument(paper(sheet).data) as document:
            picture = cast(Any, document[0].render(scale=4)).to_pil().convert("L")
        pixels = 4 * 72 / 25.4
        box = tuple(int(value * pixels) for value in (200.0, 50.0, 225.0, 60.0))
        return picture.crop(box).getextrema()[0]

    assert darkest(month_sheet(talks=())) < 225
    assert darkest(month_sheet(talks=(), bands=())) > 250


@pytest.mark.parametrize(
    "text", ["<b>R&D</b> " * 40, "x" * 3000, "لا إله " * 60, "\u202e \ud800", "regel\n" * 90, ""]
)
def test_hostile_text_is_written_everywhere(text: str) -> None:
    one = talk(students=(text, text, text), name=text, short_name=text)
    sheet = month_sheet(
        owner_name=text,
        workplace=text,
        bands=tuple(replace(band, name=text, students=(text,)) for band in BANDS * 3),
        talks=(one,) * 12,
    )
    assert paper(sheet).data.startswith(b"%PDF-")


def test_same_data_give_the_same_bytes_and_the_file_names_nobody() -> None:
    first = paper(month_sheet())
    assert first.data == paper(month_sheet()).data
    assert "Yasmine" not in repr(dict(first.reader().metadata or {}))
