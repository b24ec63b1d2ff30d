"""The sheet to prepare a conversation with: always one page, and nothing of it is a note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.paper_sample import on_paper
from tests.reports.reading import Written, fonts
from tests.reports.talk_sample import AGREEMENT, ITEMS, PEOPLE, facts, preparation_sheet
from wpl_desktop.domain.talk_sheets import PreparationSheet, SheetItem
from wpl_desktop.reports.preparation import write_preparation
from wpl_desktop.texts import untranslated


def paper(sheet: PreparationSheet) -> Written:
    return on_paper(lambda target: write_preparation(sheet, target, translate=untranslated))


def test_it_says_who_when_where_about_what_and_what_to_bring() -> None:
    written = paper(preparation_sheet(talk=facts(place="lokaal 3")))
    text = " ".join(written.text().split())
    for part in (
        "Monday 26 January 2026",
        "15:45–16:45",
        "place lokaal 3",
        "Nadège Okonkwo-Maes institute supervisor",
        "20 Drie perspectieven naast elkaar, grootste verschillen eerst",
        "Alle drie vullen jullie apart in",
        "Opgaven leertaken zes weken vooraf bezorgen 16/02/2026",
        "without names of pupils",
        "Page 1 of 1",
        "DEMO",
    ):
        assert part in text
    assert all(fonts(written.reader()).values())


def test_without_preparation_and_agreements_their_headings_are_not_there() -> None:
    text = paper(preparation_sheet(preparation="", agreements=())).text()
    assert "What you bring or think of" not in text
    assert "Agreements that are open" not in text
    assert "My preparation" in text


def test_what_has_no_room_is_counted_and_there_stays_room_to_write() -> None:
    agreements = tuple(replace(AGREEMENT, text=f"Afspraak nummer {number}.") for number in range(40))
    written = paper(preparation_sheet(agreements=agreements))
    shown = [number for number in range(40) if f"Afspraak nummer {number}." in written.text()]
    assert shown == list(range(len(shown)))
    assert f"and {40 - len(shown)} more, on the list of agreements" in written.text()
    assert len(written.pages()) == 1


def test_a_long_agenda_stays_on_the_page() -> None:
    items = tuple(SheetItem(minutes=5, title=f"Punt {number}.") for number in range(60))
    written = paper(preparation_sheet(items=items, agreements=()))
    shown = sum(1 for number in range(60) if f"Punt {number}." in written.text())
    assert f"and {60 - shown} more parts" in written.text()
    assert len(written.pages()) == 1


@pytest.mark.parametrize(
    "text", ["<b>R&D</b> " * 40, "x" * 3000, "لا إله " * 60, "\u202e \ud800", "regel\n" * 90]
)
def test_hostile_text_stays_on_one_page(text: str) -> None:
    sheet = preparation_sheet(
        talk=facts(student_name=text, second_script=text, workplace=text, type_name=text, place=text),
        people=tuple(replace(one, name=text) for one in PEOPLE),
        items=tuple(replace(item, title=text) for item in ITEMS),
        preparation=text,
        agreements=(replace(AGREEMENT, owner=text, text=text),) * 5,
    )
    assert len(paper(sheet).pages()) == 1


def test_same_data_give_the_same_bytes_and_the_file_names_nobody() -> None:
    first = paper(preparation_sheet())
    assert first.data == paper(preparation_sheet()).data
    assert "Yasmine" not in repr(dict(first.reader().metadata or {}))
