"""The week on paper: what each day holds, what became of it, and that nothing is lost when it is full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.reports.paper_sample import on_paper
from tests.reports.reading import Written, fonts
from tests.reports.talk_sample import AGREEMENT, BANDS, MONDAY, coaching, talk, week_sheet
from wpl_desktop.domain.conversations import ConversationState, NotHeldCause
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.school_year import PeriodKind
from wpl_desktop.domain.talk_sheets import SheetBand, SheetDue, WeekSheet
from wpl_desktop.reports.week_agenda import write_week_agenda
from wpl_desktop.texts import untranslated


def paper(sheet: WeekSheet) -> Written:
    return on_paper(lambda target: write_week_agenda(sheet, target, translate=untranslated))


def test_days_talks_bands_and_what_comes_next_are_on_one_page() -> None:
    written = paper(week_sheet())
    text = " ".join(written.text().split())
    for part in (
        "26 – 30 January 2026",
        "week 5",
        "Trialogen ronde 2 until Thu 5 Feb",
        "Examenperiode hogeschool until Sat 31 Jan",
        "26 Mon 15:45–16:45 Yasmine El Idrissi Tussentijds trialooggesprek",
        "with Joëlle Mbuyi-Ilunga, Nadège Okonkwo-Maes",
        "ready for round 2 student workplace institute",
        "No conversations planned",
        "Thu 5 Feb, 15:45 Zoë Van den Broeck, gesprek",
        "Mon 26 Jan Nadège Okonkwo-Maes · Yasmine Opgaven leertaken zes weken vooraf bezorgen",
        "Griet Vanhaverbeke · Basisschool De Vlinderboom",
        "Page 1 of 1",
        "DEMO",
    ):
        assert part in text
    assert all(fonts(written.reader()).values())


def test_the_weekend_is_there_only_with_a_talk() -> None:
    assert "31 January" not in paper(week_sheet()).text()
    sheet = week_sheet(talks=(coaching(5, "Nguyễn Thị Hạnh"),))
    assert "26 – 31 January 2026" in paper(sheet).text()


def test_a_talk_that_was_not_held_has_its_reason() -> None:
    held = coaching(0, "Nguyễn Thị Hạnh", state=ConversationState.HELD)
    missed = replace(held, state=ConversationState.NOT_HELD, not_held_cause=NotHeldCause.WORKPLACE)
    text = " ".join(paper(week_sheet(talks=(missed,))).text().split())
    assert "was held was not held, reason workplace" in text
    assert "reason workplace" not in " ".join(paper(week_sheet(talks=(held,))).text().split())
    assert (
        paper(week_sheet(talks=(held,))).data
        != paper(week_sheet(talks=(replace(held, state=ConversationState.PLANNED),))).data
    )


def test_a_day_without_talks_says_what_it_is() -> None:
    day = SheetBand(kind=PeriodKind.PUBLIC_HOLIDAY, name="Wapenstilstand", starts_on=MONDAY, ends_on=MONDAY)
    text = paper(week_sheet(bands=(day,), talks=())).text()
    # Once as a band and once in its day.
    assert text.count("Wapenstilstand") == 2
    assert text.count("No conversations planned") == 4


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (MONDAY + timedelta(days=2), MONDAY + timedelta(days=2), "Wed 28 Jan"),
        (MONDAY + timedelta(days=1), MONDAY + timedelta(days=3), "Tue 27 Jan – Thu 29 Jan"),
        (MONDAY + timedelta(days=1), date(2026, 3, 1), "from Tue 27 Jan to Sun 1 Mar"),
        (date(2026, 1, 1), MONDAY + timedelta(days=1), "until Tue 27 Jan"),
    ],
)
def test_a_band_says_how_far_it_goes(first: date, last: date, words: str) -> None:
    band = replace(BANDS[0], starts_on=first, ends_on=last)
    assert f"Examenperiode hogeschool {words}" in " ".join(paper(week_sheet(bands=(band,))).text().split())


def test_a_band_of_a_few_names_them_and_of_many_says_how_many() -> None:
    few = replace(BANDS[0], students=("Zoë", "Hạnh"))
    many = replace(BANDS[0], students=tuple(f"Naam{number}" for number in range(30)))
    assert "Zoë, Hạnh" in paper(week_sheet(bands=(few,))).text()
    text = paper(week_sheet(bands=(many,))).text()
    assert "30 students" in text
    assert "Naam1" not in text


def test_an_agreement_of_the_student_names_the_student_once() -> None:
    agreement = replace(AGREEMENT, party=Party.STUDENT, owner="Yasmine El Idrissi", due_on=MONDAY)
    sheet = week_sheet(talks=(), due=(SheetDue(student="Yasmine", agreement=agreement),))
    assert "El Idrissi" not in paper(sheet).text()


def test_a_talk_with_several_names_everybody() -> None:
    names = tuple(f"Student nummer {number:02}" for number in range(25))
    text = " ".join(
        paper(week_sheet(talks=(talk(students=names, ready=(), round_number=None),))).text().split()
    )
    assert all(name in text for name in names)


def test_forty_talks_on_one_day_flow_on_and_the_day_stands_on_each_page() -> None:
    talks = tuple(coaching(0, f"Student nummer {number:02}") for number in range(40))
    written = paper(week_sheet(talks=talks))
    pages = written.pages()
    assert [f"Student nummer {number:02}" in written.text() for number in range(40)] == [True] * 40
    of_monday = [page for page in pages if "Student nummer" in page]
    assert len(of_monday) >= 4
    assert all("Mon" in page and "week 5" in page for page in of_monday)


def test_a_long_next_week_and_many_agreements_lose_nothing() -> None:
    following = tuple(coaching(7, f"Volgende {number:02}") for number in range(60))
    due = tuple(
        SheetDue(student="Zoë", agreement=replace(AGREEMENT, text=f"Afspraak {number:02}."))
        for number in range(50)
    )
    text = paper(week_sheet(next_week=following, due=due)).text()
    assert all(f"Volgende {number:02}" in text for number in range(60))
    assert all(f"Afspraak {number:02}." in text for number in range(50))


@pytest.mark.parametrize(
    "text", ["<b>R&D</b> " * 40, "x" * 3000, "لا إله " * 60, "\u202e \ud800", "regel\n" * 90, ""]
)
def test_hostile_text_is_written_everywhere(text: str) -> None:
    one = talk(students=(text, text), name=text, short_name=text, place=text, people=(text, text))
    sheet = week_sheet(
        owner_name=text,
        workplace=text,
        bands=tuple(replace(band, name=text, students=(text,)) for band in BANDS),
        talks=(one, one),
        next_week=(one,),
        due=(SheetDue(student=text, agreement=replace(AGREEMENT, owner=text, text=text)),),
    )
    assert paper(sheet).data.startswith(b"%PDF-")


def test_same_data_give_the_same_bytes_and_the_file_names_nobody() -> None:
    first = paper(week_sheet())
    assert first.data == paper(week_sheet()).data
    metadata = repr(dict(first.reader().metadata or {}))
    assert "Yasmine" not in metadata
    assert "Griet" not in metadata
