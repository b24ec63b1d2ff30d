"""The minutes of a conversation: what is on them before and after, and what never is."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest

from tests.reports.paper_sample import on_paper
from tests.reports.reading import Written, fonts, program
from tests.reports.talk_sample import AGREEMENT, ITEMS, PEOPLE, STARTS_AT, facts, held_sheet, minutes_sheet
from wpl_desktop.domain.conversations import AgreementOutcome, ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.talk_sheets import MinutesSheet, SheetAgreement, SheetEarlier, SheetItem
from wpl_desktop.reports.minutes import write_minutes
from wpl_desktop.texts import untranslated

HOSTILE = [
    "<b>R&D</b> " * 40,
    "x" * 3000,
    "لا إله " * 60,
    "\u202eomgekeerd \ud800 " * 20,
    "regel\n" * 90,
    "",
    " ",
]


def paper(sheet: MinutesSheet) -> Written:
    return on_paper(lambda target: write_minutes(sheet, target, translate=untranslated))


def level_rules(written: Written, *, page: int = 0) -> int:
    """How many level lines are drawn on a page."""
    with pypdfium2.PdfDocument(written.data) as document:
        found = [one.get_bounds() for one in cast(Any, document[page]).get_objects() if one.type == 2]
    return sum(1 for left, bottom, right, top in found if right - left > 100 and top - bottom < 4)


class TestBeforeTheTalk:
    def test_the_head_says_who_what_and_when(self) -> None:
        text = paper(minutes_sheet()).text()
        for part in (
            "evaluating together · Tussentijds trialooggesprek, round 2",
            "Yasmine El Idrissi",
            "Monday 26 January 2026",
            "15:45–16:45",
            "BaLO phase 3 · L5 · Basisschool De Vlinderboom, Antwerpen",
            "V-2526-S1-0126",
            "Page 1 of 1",
            "DEMO",
            "Confidential",
        ):
            assert part in text

    def test_everybody_has_a_name_a_role_and_a_box_to_sign(self) -> None:
        text = paper(minutes_sheet()).text()
        assert "Nadège Okonkwo-Maes institute supervisor" in text
        assert "Joëlle Mbuyi-Ilunga class mentor" in text
        # Once among those present and once in a box; the class mentor does not sign for the same party.
        assert [text.count(one.name) for one in PEOPLE[1:]] == [2, 1, 2]
        assert [text.count(word) for word in ("date", "hour")] == [3, 3]
        assert "Written down and discussed" in text

    def test_all_of_it_is_on_one_page_with_lines_by_the_minutes(self) -> None:
        assert len(paper(minutes_sheet()).pages()) == 1
        longer = tuple(replace(item, minutes=2) for item in ITEMS[:-1])
        few = (*longer, replace(ITEMS[-1], minutes=50))
        assert level_rules(paper(minutes_sheet(items=few))) != level_rules(paper(minutes_sheet(items=ITEMS)))

    def test_beside_a_long_title_there_is_still_a_line_to_write_on(self) -> None:
        """An end evaluation with agreements of before: all of its titles take two lines and the page is full."""
        titles = (
            "Opening: advice is no decision, and who decides when",
            "The student shows growth with evidence of each of them",
            "By criterion: what is strong and what differs still",
            "The student evaluates the workplace and the guidance",
            "Decision together, advice and what follows after this",
        )
        items = tuple(
            SheetItem(minutes=minutes, title=title)
            for minutes, title in zip((5, 15, 15, 10, 10), titles, strict=True)
        )
        earlier = tuple(SheetEarlier(agreement=AGREEMENT, outcome=None) for _ in range(3))
        full = paper(minutes_sheet(items=items, earlier=earlier))
        assert len(full.pages()) == 1
        short = tuple(replace(item, minutes=5) for item in items)
        # One line beside each part of ten minutes or more, none beside five minutes.
        assert level_rules(full) - level_rules(paper(minutes_sheet(items=short, earlier=earlier))) == 4

    def test_a_whole_day_is_on_one_page_too(self) -> None:
        items = tuple(SheetItem(minutes=minutes, title="Atelier") for minutes in (30, 90, 105, 45, 60, 30))
        assert len(paper(minutes_sheet(items=items, signers=())).pages()) == 1

    def test_agreements_of_before_have_boxes_for_what_becomes_of_them(self) -> None:
        text = paper(minutes_sheet(earlier=(SheetEarlier(agreement=AGREEMENT, outcome=None),))).text()
        assert "done goes on let go" in " ".join(text.split())
        assert "not spoken of" not in text

    def test_a_talk_without_an_agenda_can_be_printed(self) -> None:
        assert "Agreements" in paper(minutes_sheet(items=())).text()

    def test_the_name_in_another_script_is_never_lost(self) -> None:
        beside = paper(minutes_sheet())
        below = paper(
            minutes_sheet(talk=facts(student_name="Yasmine El Idrissi Ben Abdellah Van den Broeck"))
        )
        for written in (beside, below):
            assert written.missing == ()
            assert "ياسمين" in written.text()

    def test_a_long_place_goes_below_the_hours(self) -> None:
        place = "Kamer van de zorgcoördinator, eerste verdieping"
        assert place in paper(minutes_sheet(talk=facts(place=place))).text()


class TestAfterTheTalk:
    def test_notes_agreements_and_the_next_talk_are_there(self) -> None:
        text = paper(held_sheet()).text()
        for part in (
            "15:50",
            "16:55",
            "Iedereen kende de bedoeling.",
            "Aandeel opleiding bij C6 benoemd.",
            "Opgaven leertaken zes weken vooraf bezorgen",
            "16/02/2026",
            "12 March 2026, 15:45",
        ):
            assert part in text

    def test_what_became_of_an_agreement_is_a_word(self) -> None:
        for outcome, word in (
            (AgreementOutcome.DONE, "04/12/2025 done"),
            (AgreementOutcome.GOES_ON, "04/12/2025 goes on"),
            (AgreementOutcome.DROPPED, "04/12/2025 let go"),
            (None, "04/12/2025 not spoken of"),
        ):
            earlier = tuple(replace(one, outcome=outcome) for one in held_sheet().earlier)
            assert word in " ".join(paper(held_sheet(earlier=earlier)).text().split())

    def test_a_party_without_a_name_is_named_as_a_party(self) -> None:
        made = (SheetAgreement(party=Party.WORKPLACE, owner="", text="Rooster", due_on=None),)
        assert "Workplace Rooster" in paper(held_sheet(made=made)).text()

    def test_that_nothing_was_agreed_is_said(self) -> None:
        assert "Nothing was agreed" in paper(held_sheet(made=())).text()
        assert "Nothing was agreed" not in paper(minutes_sheet()).text()

    def test_times_that_nobody_noted_are_lines_beside_the_planned_hours(self) -> None:
        text = paper(held_sheet(started_at=None, ended_at=None)).text()
        assert "15:45–16:45" in text
        assert "15:50" not in text

    def test_present_is_ticked(self) -> None:
        """The cross in the box of the one who was there is ink where there is none before the talk."""

        def ink(written: Written) -> int:
            with pypdfium2.PdfDocument(written.data) as document:
                picture = cast(Any, document[0].render(scale=4)).to_pil().convert("L")
            pixels = 4 * 72 / 25.4
            box = (int(41.8 * pixels), int(54.2 * pixels), int(45.0 * pixels), int(57.4 * pixels))
            return sum(picture.crop(box).histogram()[:100])

        assert ink(paper(held_sheet())) > ink(paper(minutes_sheet())) + 20

    def test_a_talk_that_was_not_held_says_why_and_asks_for_no_signature(self) -> None:
        sheet = minutes_sheet(
            state=ConversationState.NOT_HELD, not_held_cause=NotHeldCause.WORKPLACE, signers=()
        )
        text = paper(sheet).text()
        assert "This conversation was not held. Reason: workplace." in text
        assert "Invited" in text
        assert "hour" not in text
        assert ITEMS[1].title not in text


class TestWhatIsNeverOnPaper:
    def test_p07_a_coaching_talk_has_lines_and_says_where_its_notes_are_not(self) -> None:
        talk = facts(hat=Hat.COACH, round_number=None, type_name="Coaching")
        sheet = held_sheet(has_notes=False, summary="", items=ITEMS, talk=talk)
        written = paper(sheet)
        assert "Notes of a coaching conversation are on no paper." in written.text()
        assert level_rules(written) > level_rules(paper(held_sheet(talk=talk, items=ITEMS)))

    def test_y12_of_wellbeing_only_the_line_of_the_agenda_is_there(self) -> None:
        items = (SheetItem(minutes=3, title="Hoe gaat het?", wellbeing=True), *ITEMS)
        before = paper(minutes_sheet(items=items)).text()
        assert "Hoe gaat het?" in before
        assert "Nothing of this is put on paper." in before

    def test_concern_minutes_are_only_signed_as_seen(self) -> None:
        text = paper(held_sheet(only_seen=True)).text()
        assert text.count("Only signed as seen") == 3
        assert "Seen and discussed" not in text

    def test_a_group_has_its_own_take_away_and_no_signatures(self) -> None:
        text = paper(minutes_sheet(in_group=True, signers=())).text()
        assert "My own take-away: short, without names of others" in text
        assert "To sign does not mean" not in text

    def test_the_file_says_nobodys_name(self) -> None:
        metadata = repr(dict(paper(held_sheet()).reader().metadata or {}))
        assert "Yasmine" not in metadata
        assert "trialoog" not in metadata


class TestLongAndHostile:
    def test_a_note_of_five_thousand_characters_is_complete_with_a_head_on_each_page(self) -> None:
        words = [f"word{number}" for number in range(640)]
        items = (replace(ITEMS[0], note=" ".join(words)), *ITEMS[1:])
        written = paper(held_sheet(items=items, summary=" ".join(words)))
        found = [word for word in written.text().split() if word.startswith("word") and word[4:].isdigit()]
        assert found == words + words
        pages = written.pages()
        assert len(pages) >= 3
        for number, page in enumerate(pages, start=1):
            assert "Minutes of a conversation Yasmine El Idrissi" in " ".join(page.split())
            assert f"Page {number} of {len(pages)}" in page
        assert "Discussed" in pages[1]

    def test_forty_agreements_flow_on_and_the_signatures_stay_whole(self) -> None:
        made = tuple(replace(AGREEMENT, text=f"Afspraak nummer {number}.") for number in range(40))
        written = paper(held_sheet(made=made))
        assert all(f"Afspraak nummer {number}." in written.text() for number in range(40))
        assert written.pages()[-1].count("hour") == 3

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_text_is_written_everywhere(self, text: str) -> None:
        agreement = replace(AGREEMENT, owner=text, text=text)
        sheet = held_sheet(
            talk=facts(
                student_name=text,
                second_script=text,
                programme=text,
                class_names=text,
                workplace=text,
                workplace_address=text,
                type_name=text,
                place=text,
            ),
            people=tuple(replace(one, name=text) for one in PEOPLE),
            items=tuple(replace(item, title=text, note=text) for item in ITEMS),
            summary=text,
            earlier=(SheetEarlier(agreement=agreement, outcome=None),),
            made=(agreement,),
            signers=tuple(replace(one, name=text) for one in held_sheet().signers),
        )
        for one in (sheet, replace(sheet, state=ConversationState.PLANNED, summary="", has_notes=False)):
            written = paper(one)
            assert written.data.startswith(b"%PDF-")
        if text.startswith("x"):
            assert paper(sheet).letters().count("x") >= 3000 * 9

    def test_braces_of_a_name_stay_as_they_are(self) -> None:
        assert "{mentor} & {0}" in paper(minutes_sheet(talk=facts(student_name="{mentor} & {0}"))).text()


def test_the_file_is_sound_with_every_font_inside(tmp_path: Path) -> None:
    written = paper(held_sheet())
    assert all(fonts(written.reader()).values())
    file = tmp_path / "minutes.pdf"
    file.write_bytes(written.data)
    check = subprocess.run(
        [program("qpdf", package="qpdf"), "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_same_data_give_the_same_bytes() -> None:
    assert paper(held_sheet()).data == paper(held_sheet()).data
    later = facts(starts_at=STARTS_AT + timedelta(days=1))
    assert paper(held_sheet()).data != paper(held_sheet(talk=later)).data
