"""The growth plan on paper: one page when it is short, all of it when it is long, and a form for a pen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.paper_sample import on_paper
from tests.reports.reading import Written, fonts
from wpl_desktop.domain.growth_plan_paper import GrowthPlanPaper, PaperGoal, PlanWords, Seer
from wpl_desktop.domain.growth_plans import GoalOutcome, weeks_to_last_round
from wpl_desktop.domain.paper_sheets import SheetHead
from wpl_desktop.domain.people import Party
from wpl_desktop.reports.growth_plan import write_growth_plan
from wpl_desktop.services import content
from wpl_desktop.texts import untranslated

MADE = date(2026, 2, 5)


def plan() -> PlanWords:
    """A plan as short as most are: one goal reached, one that goes on."""
    return PlanWords(
        made_on=MADE,
        talk_on=date(2026, 2, 3),
        time_at_start=weeks_to_last_round(date(2026, 6, 9), from_on=MADE, number=3),
        facts="12-12-2025: the learning task was not handed in.",
        columns=(
            (Party.STUDENT, "Says late that it is too much."),
            (Party.WORKPLACE, "There was no fixed hour."),
            (Party.INSTITUTE, ""),
        ),
        goals=(
            PaperGoal(
                text="Show a week plan every Monday",
                support="The mentor looks at it on Tuesday.",
                due_on=date(2026, 3, 24),
                consequence="Then the head teacher decides.",
                outcome=GoalOutcome.REACHED,
                outcome_on=date(2026, 3, 24),
                outcome_words="Also after the holiday.",
            ),
            PaperGoal(text="Hand in the task", support="A shorter one.", due_on=None, consequence=""),
        ),
        informed="The head teacher: since Friday.",
        told_on=MADE,
        review_on=date(2026, 3, 24),
        closed_on=None,
        closing="",
    )


def paper(
    words: PlanWords | None, *, language: str = "en", demo: bool = True, name: str = "Zoë"
) -> GrowthPlanPaper:
    head = SheetHead(
        language=language,
        demo=demo,
        document_number="P-2526-S4",
        file_stem="sheet_2025-26_S4",
        printed_at=datetime.fromisoformat("2026-02-05T17:00"),
        school_year="2025-26",
        student_name=name,
        second_script="",
        programme="In-service trainee",
        phase=2,
        workplace="Basisschool De Vlinderboom",
        institute="Hogeschool Scheldestad",
        criteria_edition="",
        words=content.words("", language),
    )
    seers = (
        Seer(party=Party.STUDENT, name=name),
        Seer(party=Party.WORKPLACE, name="Griet Vanhaverbeke"),
        Seer(party=Party.INSTITUTE, name=""),
    )
    return GrowthPlanPaper(head=head, seers=seers, plan=words)


def printed(found: GrowthPlanPaper) -> Written:
    return on_paper(lambda target: write_growth_plan(found, target, translate=untranslated))


def text_of(found: GrowthPlanPaper) -> str:
    return " ".join(printed(found).text().split())


def test_everything_is_on_one_page_when_it_is_short() -> None:
    written = printed(paper(plan()))
    [page] = written.pages()
    said = " ".join(page.split())
    for words in (
        "Growth plan",
        "In-service trainee · phase 2 · Basisschool De Vlinderboom",
        "Made on 5 February 2026, after the conversation of 3 February 2026.",
        "Until round 3 on 9 June 2026 there are 17 weeks.",
        "12-12-2025: the learning task was not handed in.",
        "Says late that it is too much.",
        "The mentor looks at it on Tuesday.",
        "24/03/2026",
        "Then the head teacher decides.",
        "Reached on 24/03/2026: Also after the holiday.",
        "The student was told on 5 February 2026.",
        "The head teacher: since Friday.",
        "We look back together on 24 March 2026.",
        "Griet Vanhaverbeke",
        "Seen and discussed",
        "date hour",
        "Confidential",
        "DEMO",
        "Page 1 of 1",
    ):
        assert words in said
    assert all(fonts(written.reader()).values())


def test_a_real_plan_has_no_demo_mark() -> None:
    assert "DEMO" not in text_of(paper(plan(), demo=False))


def test_less_than_six_weeks_is_said() -> None:
    late = replace(plan(), time_at_start=weeks_to_last_round(date(2026, 3, 12), from_on=MADE, number=3))
    sentence = "there are 5 weeks. That is less than six: talk about what can still be done."
    assert sentence in text_of(paper(late))
    assert "less than six" not in text_of(paper(plan()))
    assert "No last round is planned yet." in text_of(paper(replace(plan(), time_at_start=None)))


def test_what_is_not_filled_in_gets_a_line_for_a_pen() -> None:
    said = text_of(paper(replace(plan(), told_on=None, review_on=None, informed="")))
    assert "The student was told on We look back together on Seen" in said


def test_what_it_ended_with() -> None:
    said = text_of(paper(replace(plan(), closed_on=date(2026, 5, 7), closing="Both were reached.")))
    assert "Closed on 7 May 2026. Both were reached." in said


def test_the_form_is_one_page_without_anybodys_words() -> None:
    written = printed(paper(None))
    [page] = written.pages()
    said = " ".join(page.split())
    for words in ("Zoë", "Facts", "What lies with whom", "at most three", "Seen and discussed", "1 2 3"):
        assert words in said
    assert "Made on" not in said
    assert "Until" not in said


def test_other_trades_have_their_own_words() -> None:
    assert "no names of pupils" in text_of(paper(plan()))
    head = replace(paper(plan()).head, words=content.words("care", "en"))
    assert "pupils" not in text_of(replace(paper(plan()), head=head))


def test_cells_of_a_hundred_and_fifty_words_flow_on_and_none_is_lost() -> None:
    def many(start: str) -> str:
        return " ".join(f"{start}{number}" for number in range(150))

    goals = tuple(
        PaperGoal(
            text=many(f"t{number}x"),
            support=many(f"s{number}x"),
            due_on=MADE,
            consequence=many(f"c{number}x"),
            outcome=GoalOutcome.PARTLY,
            outcome_on=MADE,
            outcome_words=many(f"o{number}x"),
        )
        for number in range(3)
    )
    columns = tuple((party, many(f"{party.value}x")) for party in Party)
    written = printed(paper(replace(plan(), goals=goals, columns=columns)))
    assert len(written.pages()) > 2
    found = set(written.text().split())
    wanted = {word for goal in goals for word in f"{goal.text} {goal.support} {goal.consequence}".split()}
    wanted |= {word for _, text in columns for word in text.split()}
    assert wanted - found == set()


def test_fields_of_five_thousand_characters_are_complete() -> None:
    long = " ".join(f"w{number:05d}" for number in range(714))[:5_000].rsplit(" ", 1)[0]
    goal = PaperGoal(text=long, support=long, due_on=None, consequence=long, outcome_words="")
    full = replace(
        plan(),
        facts=long,
        columns=tuple((party, long) for party in Party),
        goals=(goal, goal, goal),
        informed=long,
        closed_on=MADE,
        closing=long,
    )
    written = printed(paper(full))
    words = written.text().split()
    assert words.count("w00000") == words.count(long.split()[-1]) == 15
    assert all("Confidential" in page for page in written.pages())


def test_an_arabic_name_is_shaped_and_read() -> None:
    written = printed(paper(plan(), name="ياسمين الإدريسي"))
    assert written.missing == ()
    assert "ياسمين" in written.text()


@pytest.mark.parametrize(
    "text",
    [
        "R&D <b>bold</b> & < > \" '",
        "{braces} {0} {} %s %(name)s {student}",
        "a\x00b\x1bc\ud800",
        "ياسمين قالت: R&D مهم 12.5",
        "\u202eomgekeerd \u2066def\u2069",
        "x" * 3000,
        "\n" * 300,
        "",
    ],
)
def test_hostile_text_is_written_everywhere(text: str) -> None:
    goal = PaperGoal(
        text=text,
        support=text,
        due_on=MADE,
        consequence=text,
        outcome=GoalOutcome.DROPPED,
        outcome_words=text,
    )
    hostile = replace(
        plan(),
        facts=text,
        columns=tuple((party, text) for party in Party),
        goals=(goal,) * 3,
        informed=text,
        closed_on=MADE,
        closing=text,
    )
    found = paper(hostile, name=text)
    head = replace(found.head, second_script=text, programme=text, workplace=text, institute=text)
    assert printed(replace(found, head=head)).data.startswith(b"%PDF-")


@settings(max_examples=15)
@given(st.text(max_size=300))
def test_any_text_is_written(text: str) -> None:
    assert printed(paper(replace(plan(), facts=text))).data.startswith(b"%PDF-")


def test_same_data_give_the_same_bytes_and_the_file_names_nobody() -> None:
    first = printed(paper(plan()))
    assert first.data == printed(paper(plan())).data
    assert "Zoë" not in repr(dict(first.reader().metadata or {}))
