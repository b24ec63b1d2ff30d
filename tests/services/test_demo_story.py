"""The demo year as it stands on one day: what lies behind is told, what lies ahead is planned and empty."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.base import Base, Record
from wpl_desktop.domain.conversations import (
    AgendaItem,
    Agreement,
    AgreementOutcome,
    AgreementReview,
    AgreementState,
    Conversation,
    ConversationState,
    ConversationType,
    NotHeldCause,
)
from wpl_desktop.domain.evaluations import (
    Agreed,
    MarkKind,
    Perspective,
    Round,
    RoundReport,
    Score,
    Sheet,
    Source,
)
from wpl_desktop.domain.people import Organisation, Person
from wpl_desktop.domain.trajectories import BlockPlacement, Trajectory
from wpl_desktop.paths import DataDir
from wpl_desktop.services import content, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import demo_entry, make_demo
from wpl_desktop.services.demo import making as demo_making
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.storage import vault
from wpl_desktop.storage.journal import journal_table

DATA = content.shipped("demo")
TODAY = "2026-01-22T15:30"
WHOLE = "2026-09-21T12:00"
S1, S2, S3, S4 = (row["name"] for row in DATA["students"])
GROUP_TALKS = [talk["id"] for talk in DATA["conversations"] if len(talk["students"]) > 1]
Told = Callable[..., Services]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """Makes the demo as it stands at a moment; closed afterwards."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "ITERATIONS", 1)
    made: list[Services] = []

    def tell(now: str = TODAY, *, language: str = "nl", **values: Any) -> Services:
        clock = FixedClock(datetime.fromisoformat(now))
        shutil.rmtree(tmp_path / "demo", ignore_errors=True)
        made.append(make_demo(tmp_path / "demo", clock=clock, language=language, **values)[1])
        return made[-1]

    yield tell
    for services in made:
        services.close()


def every(session: Session, kind: type[Record]) -> list[Any]:
    return list(session.scalars(select(kind).order_by(kind.id)))


def all_of(services: Services, kind: type[Record]) -> list[Any]:
    """Every row of a table, oldest first."""
    with services.database.reading() as session:
        return every(session, kind)


def student_of(services: Services) -> dict[Any, str]:
    """The names of the students by trajectory."""
    with services.database.reading() as session:
        rows = session.execute(
            select(Trajectory.id, Person.name).join(Person, Person.id == Trajectory.student_id)
        )
        return {row.id: row.name for row in rows}


def phases(services: Services, number: int) -> dict[str, tuple[int, int, bool, bool]]:
    """By student: sheets that are ready, scores, whether revealed, whether final, of one round."""
    names = student_of(services)
    with services.database.reading() as session:
        return {
            names[found.trajectory_id]: (
                session.scalar(
                    select(func.count()).where(Sheet.round_id == found.id, Sheet.ready_at.is_not(None))
                )
                or 0,
                session.scalar(
                    select(func.count(Score.id))
                    .join(Sheet, Sheet.id == Score.sheet_id)
                    .where(Sheet.round_id == found.id)
                )
                or 0,
                found.revealed_at is not None,
                found.finalised_at is not None,
            )
            for found in session.scalars(select(Round).where(Round.number == number))
        }


class TestTheWholeYear:
    """Before the first round of a new year: last year, everything done and final."""

    def test_holds_everything_of_the_data(self, told: Told) -> None:
        services = told(WHOLE)
        names = {row["name"] for row in (*DATA["people"], *DATA["students"])}
        assert {person.name for person in all_of(services, Person)} == names
        assert len(all_of(services, Organisation)) == 2
        assert [row.name for row in services.student_list.names()] == [S1, S3, S4, S2]
        assert len(all_of(services, BlockPlacement)) == 4 * 3
        talks = all_of(services, Conversation)
        single = sum(len(talk["students"]) == 1 for talk in DATA["conversations"])
        assert len(talks) == single + 4 * len(GROUP_TALKS)
        assert Counter(talk.state for talk in talks) == {
            ConversationState.HELD: len(talks) - 2,
            ConversationState.NOT_HELD: 2,
        }
        assert {talk.not_held_cause for talk in talks} == {None, NotHeldCause.WORKPLACE}
        assert len(all_of(services, Agreement)) == len(DATA["agreements"])
        assert len(all_of(services, Score)) == 3 * len(DATA["scores"])
        assert len(all_of(services, Agreed)) == len(DATA["scores"])

    def test_every_word_that_was_written_is_somewhere(self, told: Told) -> None:
        services = told(WHOLE)
        notes = {talk.summary for talk in all_of(services, Conversation)}
        assert notes >= {
            talk["note"]["nl"] for talk in DATA["conversations"] if talk["students"] and talk["note"]
        }
        scores = all_of(services, Score)
        said = {score.comment for score in scores} | {score.evidence for score in scores}
        said |= {agreed.positions for agreed in all_of(services, Agreed)}
        assert said == {"", *(row["text"]["nl"] for row in DATA["evidence"])}
        assert {score.source for score in scores if score.evidence} == {Source.PORTFOLIO}
        reports = all_of(services, RoundReport)
        assert len(reports) == 8
        assert {report.advice for report in reports} == {
            "",
            *(row["advice"]["nl"] for row in DATA["syntheses"]),
        }
        assert Counter(report.student_response for report in reports)[""] == 7

    def test_all_rounds_are_final_and_read_as_reports(self, told: Told) -> None:
        services = told(WHOLE)
        assert all(
            phase == (6, 54, True, True)
            for number in (1, 2, 3)
            for phase in phases(services, number).values()
        )
        reports = [
            services.reporting.evaluation_report(choice.round_id, language="nl")
            for choice in services.reporting.choices()
        ]
        assert len(reports) == 12
        assert all(report.demo for report in reports)
        final = [report for report in reports if report.round_number == 3]
        assert all(report.student_response or report.no_response for report in final)

    def test_positions_stand_where_the_difference_does(self, told: Told) -> None:
        stands = [row for row in all_of(told(WHOLE), Agreed) if row.difference_stands]
        assert len(stands) == 2
        assert all("Verschil blijft staan" in row.positions for row in stands)
        assert all(row.kind is MarkKind.NOT_YET_SCORED for row in stands)

    def test_a_group_talk_is_one_row_for_each_student(self, told: Told) -> None:
        talks = all_of(told(WHOLE), Conversation)
        groups = Counter(talk.group_id for talk in talks if talk.group_id is not None)
        assert list(groups.values()) == [4] * len(GROUP_TALKS)
        assert {talk.place for talk in talks if talk.group_id} == {"Hogeschool Scheldestad"}
        assert {talk.place for talk in talks if not talk.group_id} == {""}

    def test_agreements_that_went_on_name_their_successor(self, told: Told) -> None:
        services = told(WHOLE)
        agreements = {agreement.id: agreement for agreement in all_of(services, Agreement)}
        chain = [row for row in agreements.values() if row.state is AgreementState.CONTINUED]
        assert [agreements[row.continued_by_id].text for row in chain] == [
            "Vast uur dinsdag 15.45-16.15 vrijwaren",
            "Vervanger in L6 op dinsdag laatste uur, zodat gesprek doorgaat",
        ]
        assert all(row.settled_on is not None for row in agreements.values())

    def test_talks_say_what_became_of_agreements(self, told: Told) -> None:
        services = told(WHOLE)
        agreements = {agreement.id: agreement for agreement in all_of(services, Agreement)}
        talks = {talk.id: talk for talk in all_of(services, Conversation)}
        reviews = all_of(services, AgreementReview)
        for review in reviews:
            agreement, day = agreements[review.agreement_id], talks[review.conversation_id].starts_at.date()
            assert talks[review.conversation_id].trajectory_id == agreement.trajectory_id
            if review.outcome is AgreementOutcome.DONE:
                assert (agreement.state, agreement.settled_on) == (AgreementState.DONE, day)
            else:
                assert agreement.due_on < day <= agreement.settled_on
        done = {agreements[row.agreement_id].text for row in reviews if row.outcome is AgreementOutcome.DONE}
        assert done == {
            "Hulpteken gebruiken en achteraf noteren wat de twijfel was",
            "Weekplanning elke maandag tonen (doel 1)",
        }


class TestTheCut:
    """What the data tell is told as far as it has happened."""

    def test_later_talks_are_planned_and_empty(self, told: Told) -> None:
        services = told()
        now = services.clock.local()
        for talk in all_of(services, Conversation):
            assert (talk.state is ConversationState.PLANNED) == (talk.starts_at > now)
            assert talk.starts_at <= now or talk.summary == ""
        held = {talk.id for talk in all_of(services, Conversation) if talk.state is ConversationState.HELD}
        assert {agreement.conversation_id for agreement in all_of(services, Agreement)} <= held
        items = all_of(services, AgendaItem)
        assert {item.conversation_id for item in items if item.done} == held

    @pytest.mark.parametrize(("now", "state"), [("15:44", "planned"), ("15:45", "held")])
    def test_on_the_day_itself_the_hour_decides(self, told: Told, now: str, state: str) -> None:
        talks = all_of(told(f"2026-01-26T{now}"), Conversation)
        (meeting,) = (talk for talk in talks if talk.starts_at.date() == date(2026, 1, 26))
        assert meeting.state.value == state

    def test_agreements_are_open_until_they_are_done(self, told: Told) -> None:
        agreements = {row.text: row for row in all_of(told("2025-11-20T16:00"), Agreement)}
        late = agreements["Łukasz op de agenda van de graadvergadering"]
        assert (late.state, late.settled_on, late.due_on) == (AgreementState.OPEN, None, date(2025, 11, 10))
        first = agreements["Gemeenschappelijk uur mentor en LIO inroosteren"]
        assert first.state is AgreementState.CONTINUED
        assert agreements["Vast uur dinsdag 15.45-16.15 vrijwaren"].state is AgreementState.OPEN
        assert (
            agreements["Hulpteken gebruiken en achteraf noteren wat de twijfel was"].state
            is AgreementState.DONE
        )

    @pytest.mark.parametrize(
        ("now", "wanted"),
        [
            ("2026-01-11T12:00", {S1: (0, 0), S2: (0, 0), S3: (0, 0), S4: (0, 0)}),
            ("2026-01-13T12:00", {S1: (4, 36), S2: (0, 4), S3: (2, 18), S4: (0, 0)}),
            ("2026-01-24T12:00", {S1: (6, 54), S2: (6, 54), S3: (6, 54), S4: (6, 54)}),
        ],
    )
    def test_a_round_before_it_is_talked_about(
        self, told: Told, now: str, wanted: dict[str, tuple[int, int]]
    ) -> None:
        services = told(now)
        found = phases(services, 2)
        assert {name: phase[:2] for name, phase in found.items()} == wanted
        assert {phase[2:] for phase in found.values()} == {(False, False)}
        with services.database.reading() as session:
            later = (
                select(func.count(Agreed.id))
                .join(Round, Round.id == Agreed.round_id)
                .where(Round.number == 2)
            )
            assert session.scalar(later) == 0

    @pytest.mark.parametrize(
        ("now", "number"), [(TODAY, 1), ("2026-03-01T12:00", 2), ("2026-06-20T12:00", 3)]
    )
    def test_one_round_is_left_to_finish(self, told: Told, now: str, number: int) -> None:
        services = told(now)
        names = student_of(services)
        drafts = [
            (names[found.trajectory_id], found.number)
            for found in all_of(services, Round)
            if found.revealed_at is not None and found.finalised_at is None
        ]
        assert drafts == [(S2, number)]

    def test_the_round_that_is_left_can_be_finished(self, told: Told) -> None:
        services = told("2026-06-20T12:00")
        (draft,) = (choice for choice in services.reporting.choices() if not choice.final)
        texts = services.evaluations.report_texts(draft.round_id)
        assert texts.advice
        assert (texts.student_response, texts.no_response) == ("", False)
        gaps = services.finalising.checklist(draft.round_id).gaps
        assert [gap for gap in gaps if gap.perspective is Perspective.WORKPLACE] == []
        services.evaluations.save_report_texts(draft.round_id, ReportTexts(no_response=True))
        factory.finalise(services, draft.round_id)

    def test_sheets_typed_over_are_blind_as_the_own_one_was_first(self, told: Told) -> None:
        services = told()
        ready = [sheet for sheet in all_of(services, Sheet) if sheet.ready_at is not None]
        own = {
            (sheet.round_id, sheet.strand): sheet.ready_at
            for sheet in ready
            if sheet.perspective is Perspective.WORKPLACE
        }
        assert ready
        assert all(sheet.blind for sheet in ready)
        assert all(own[sheet.round_id, sheet.strand] <= sheet.ready_at for sheet in ready)


class TestMoments:
    """Every row carries the moment it has in the story."""

    @pytest.mark.parametrize("now", [TODAY, WHOLE])
    def test_are_in_order_and_never_ahead_of_the_clock(self, told: Told, now: str) -> None:
        services = told(now)
        with services.database.reading() as session:
            kinds = [mapper.class_ for mapper in Base.registry.mappers if not mapper.class_.immutable]
            for kind in kinds:
                for row in every(session, kind):
                    assert row.created_at <= row.updated_at <= services.clock.now()
                    assert row.version == 1
                    if kind not in {Person, Organisation}:
                        assert row.created_at.year in {2025, 2026}

    def test_a_final_report_holds_what_was_agreed_until_then(self, told: Told) -> None:
        services = told(WHOLE)
        names = student_of(services)
        (first,) = (
            choice
            for choice in services.reporting.choices()
            if names[choice.trajectory_id] == S1 and choice.round_number == 1
        )
        report = services.reporting.evaluation_report(first.round_id, language="nl")
        assert [row.text for row in report.agreements] == ["Yasmine op teamlijst en in de mailgroep zetten"]
        for found in all_of(services, Round):
            made = [
                agreement.created_at
                for agreement in all_of(services, Agreement)
                if agreement.conversation_id == found.conversation_id
            ]
            assert all(moment <= found.finalised_at for moment in made)
            assert found.finalised_at.date() == found.held_on

    def test_ids_grow_with_the_story(self, told: Told) -> None:
        services = told(WHOLE)
        names = student_of(services)
        for name in names.values():
            own = [talk for talk in all_of(services, Conversation) if names[talk.trajectory_id] == name]
            assert [talk.starts_at for talk in own] == sorted(talk.starts_at for talk in own)

    def test_nothing_of_it_can_be_undone(self, told: Told) -> None:
        services = told()
        with services.database.reading() as session:
            entities = set(session.scalars(select(journal_table.c.entity)))
        assert entities == {"Organisation", "Person", "Profile"}


class TestTheProfile:
    """The demo is a profile like any other, with its published passphrase."""

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_speaks_one_language(self, told: Told, language: str) -> None:
        services = told(language=language)
        values = services.profile.values()
        assert (values.demo, values.language) == (True, language)
        assert all_of(services, Trajectory)[0].programme == DATA["students"][0]["programme"][language]
        assert all_of(services, Conversation)[0].summary == DATA["conversations"][0]["note"][language]
        services.check()

    def test_is_listed_and_opens_with_demo(self, told: Told) -> None:
        services = told()
        data_dir = DataDir.around(services.folder).root
        entry = demo_entry(data_dir)
        assert entry is not None
        assert profiles.profiles_in(data_dir) == [entry]
        assert profiles.unlock(entry.folder, passphrase=profiles.DEMO_PASSPHRASE) == services.key

    @pytest.mark.parametrize(("count", "names"), [(1, [S1]), (2, [S1, S2]), (3, [S1, S3, S2])])
    def test_may_be_smaller(self, told: Told, count: int, names: list[str]) -> None:
        services = told(WHOLE, students=count)
        assert [row.name for row in services.student_list.names()] == names
        assert len(all_of(services, Round)) == 3 * count

    def test_an_earlier_year_on_demand(self, told: Told) -> None:
        services = told("2026-11-21T12:00", first_year=2019)
        assert {row.ends_on for row in all_of(services, Trajectory)} == {date(2020, 8, 31)}
        assert {found.held_on.year for found in all_of(services, Round)} == {2019, 2020}
        assert all(found.finalised_at for found in all_of(services, Round))

    def test_is_found_by_the_search(self, told: Told) -> None:
        (group,) = told(WHOLE).search.find("spelkoffers", limit=1)[:1]
        assert group.hits

    def test_half_a_demo_is_none(self, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def breaks(*_: object, **__: object) -> None:
            raise RuntimeError("half-way")

        monkeypatch.setattr(demo_making, "add_rounds", breaks)
        with pytest.raises(RuntimeError, match="half-way"):
            told()
        assert demo_entry(tmp_path / "demo") is None
        assert profiles.profiles_in(tmp_path / "demo") == []

    def test_days_agree_with_each_other(self, told: Told) -> None:
        services = told("2026-11-21T12:00")
        names = student_of(services)
        talks = {talk.id: talk for talk in all_of(services, Conversation)}
        with services.database.reading() as session:
            evaluating = set(
                session.scalars(
                    select(ConversationType.id).where(
                        ConversationType.key.in_(("midterm_trialogue", "final_evaluation"))
                    )
                )
            )
        for found in all_of(services, Round):
            meeting = talks[found.conversation_id]
            assert (meeting.trajectory_id, meeting.type_id in evaluating) == (found.trajectory_id, True)
            assert meeting.starts_at.date() == found.held_on
        for trajectory in all_of(services, Trajectory):
            own = [talk.starts_at.date() for talk in talks.values() if talk.trajectory_id == trajectory.id]
            assert trajectory.starts_on <= min(own) <= max(own) <= trajectory.ends_on
            assert (
                trajectory.starts_on <= trajectory.notice_given_on <= trajectory.starts_on + timedelta(days=1)
            )
        assert set(names.values()) == {S1, S2, S3, S4}
