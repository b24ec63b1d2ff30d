"""What is said in talks and in the concern track is seen where it belongs, and at no other door (P07, Y12, 0.1)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from sqlalchemy import func, select

from tests import factory
from tests.factory import FixedClock, Pristine
from tests.reveal import mark_everybody_ready
from tests.services.doors import Seen, doors_with, everything
from tests.services.test_growth_plan_silence import WORD as PLAN
from tests.services.test_growth_plan_silence import write_plan
from tests.services.test_hats import set_apart
from tests.test_privacy import decrypted
from wpl_desktop.domain.calendar_events import CalendarChoice
from wpl_desktop.domain.conversations import AgreementState, Conversation
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.growth_plans import GoalPart, GrowthPlan, PlanPart
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.search_words import index_words
from wpl_desktop.domain.series import Scope, SeriesRule
from wpl_desktop.domain.talk_timing import TalkTiming
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.reports.evaluation_text import whole_text
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.services.round_checklist import NamePlace
from wpl_desktop.storage import tables
from wpl_desktop.texts import untranslated

NAME, CALL_NAME = "Zwaluwina Kraaijenveld", "Zwaluwtje"
OTHER_NAME, OTHER_CALL_NAME = "Bartholomea Ooievaar", "Ooitje"
WELLBEING = "Schildpadtempo"
COACHING = "Struisvogelpolitiek"
COACHING_LINE = "Kameleongedrag"
AGREED = "Lievevrouwebeestje"
CONCERN = "Onweersvlieg"
CONCERN_LINE = "Donderpad"
CONCERN_AGREED = "Wandelendetak"
TAKE_AWAY = "Zeepaardjesstal"
OTHER_TAKE_AWAY = "Kwikstaartdans"
#: What nobody should read in a list: the kind of a discreet talk.
KIND_WORDS = ("Zorggesprek", "Concern conversation", "concern_conversation")

_TALK = {"talks.view"}
_SUMMED_UP = {*_TALK, "conversations.of_student", "conversations.one", "timeline.of_student"}
_ON_PAPER = {"minutes.minutes"}
_PLAN = {"growth_plans.page", "growth_plans.paper"}
#: An agreement is for all three parties, and comes back until something is said of it.
_AGREEMENT = {
    *("talks.view", "talks.earlier", "timeline.of_student", "conversations.agreements_of"),
    *("agreement_board.lines", "overview.agreements", "overview.agreement"),
    *("minutes.minutes", "minutes.preparation"),
}
#: Word by word the doors that show it, and no others.
SHOWN = {
    WELLBEING: _TALK,
    COACHING: _SUMMED_UP,
    COACHING_LINE: {*_TALK, "timeline.of_student"},
    CONCERN: {*_SUMMED_UP, *_ON_PAPER},
    CONCERN_LINE: {*_TALK, *_ON_PAPER, "timeline.of_student"},
    TAKE_AWAY: {*_SUMMED_UP, *_ON_PAPER},
    OTHER_TAKE_AWAY: {*_SUMMED_UP, *_ON_PAPER},
    AGREED: {*_AGREEMENT, "minutes.week", "reporting.evaluation_report"},
    CONCERN_AGREED: _AGREEMENT,
    PLAN: _PLAN,
}
#: Who plans a talk, holds it or prints its own paper must know what it is.
_NAMES_THE_KIND = {
    *("conversations.types", "talks.view", "overview.kind_of", "minutes.minutes", "minutes.preparation")
}


@dataclass(frozen=True)
class Story:
    """A profile in which a word stands in each place where somebody may write in a talk."""

    services: Services
    student: uuid.UUID
    other: uuid.UUID
    seen: list[Seen]

    def doors(self, word: str) -> set[str]:
        """The doors that show a word."""
        return doors_with(self.seen, word)


@pytest.fixture(scope="module")
def story(pristine: Pristine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Read only."""
    services = pristine.open_in(tmp_path_factory.mktemp("story"))
    student, other = tell(services)
    yield Story(services, student, other, everything(services, (student, other)))
    services.close()


@pytest.fixture(scope="module")
def apart(pristine: Pristine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The same where the owner of the profile has become the assessor of the first student."""
    services = pristine.open_in(tmp_path_factory.mktemp("apart"))
    student, other = tell(services)
    set_apart(services, student, owner=Role.ASSESSOR)
    yield Story(services, student, other, everything(services, (student, other)))
    services.close()


def tell(services: Services) -> tuple[uuid.UUID, uuid.UUID]:
    """Two students; the first has a coaching talk, a concern talk with a growth plan, and rounds.

    Both have a return day together. Gives their trajectories.
    """
    student = factory.add_student(services, name=NAME, call_name=CALL_NAME)
    other = factory.add_student(services, name=OTHER_NAME, call_name=OTHER_CALL_NAME)
    _coaching_talk(services, student)
    _return_day(services, student, other)
    _concern_talk(services, student)
    for key, day in (("concern_conversation", "2026-01-29"), ("coaching_conversation", "2026-02-05")):
        factory.add_conversation(services, student, key=key, starts_at=_at(day))
    for number, kind in ((1, RoundKind.MIDTERM), (2, RoundKind.FINAL)):
        round_id = factory.add_round(
            services, student, number=number, kind=kind, held_on=date(2026, 1, 19 + number)
        )
        factory.score_all(services, round_id, comment="Gezien in de klas.")
        mark_everybody_ready(services, round_id)
        services.rounds.reveal(round_id)
    factory.add_round(services, other)
    write_plan(services, student)
    gone = factory.add_conversation(
        services, student, key="concern_conversation", starts_at=_at("2026-02-12")
    )
    services.removal.delete_conversation(gone)
    return student, other


def _coaching_talk(services: Services, student: uuid.UUID) -> None:
    talk = factory.add_conversation(services, student, starts_at=_at("2026-01-08"))
    _note(services, talk, wellbeing=WELLBEING, line=COACHING_LINE)
    agreed = AgreementValues(party=Party.STUDENT, text=AGREED, due_on=date(2026, 1, 22))
    services.conversations.hold(_again(services, talk), summary=COACHING, agreements=[agreed])


def _concern_talk(services: Services, student: uuid.UUID) -> None:
    talk = factory.add_conversation(
        services, student, key="concern_conversation", starts_at=_at("2026-01-15")
    )
    _note(services, talk, wellbeing="", line=CONCERN_LINE)
    agreed = AgreementValues(party=Party.STUDENT, text=CONCERN_AGREED, due_on=date(2026, 1, 22))
    services.conversations.hold(
        _again(services, talk),
        summary=CONCERN,
        agreements=[agreed],
        settled=[(found.row, AgreementState.OPEN) for found in services.talks.earlier(talk.id)],
    )


def _return_day(services: Services, student: uuid.UUID, other: uuid.UUID) -> None:
    talk = factory.add_conversation(
        services, student, key="return_day", starts_at=_at("2026-01-13"), others=(other,)
    )
    services.conversations.hold(talk, summary=TAKE_AWAY)
    [of_other] = services.conversations.of_student(other)
    services.talks.save_summary(of_other.id, OTHER_TAKE_AWAY, version=of_other.version)


def _note(services: Services, talk: ConversationRow, *, wellbeing: str, line: str) -> None:
    """A note at the line of wellbeing and one at another line."""
    items = services.talks.view(talk.id).items
    for text, is_wellbeing in ((wellbeing, True), (line, False)):
        found = next((item for item in items if item.wellbeing is is_wellbeing), None)
        if text:
            assert found is not None
            services.talks.save_note(found.id, text, version=found.version)


def _again(services: Services, talk: ConversationRow) -> ConversationRow:
    return services.conversations.one(talk.id)


def _at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T15:45")


class TestOnePlaceOnly:
    """Every door of the services is opened, with every argument a page would give it."""

    @pytest.mark.parametrize("word", SHOWN)
    def test_what_is_written_is_seen_where_it_belongs(self, story: Story, word: str) -> None:
        """The control besides: there it is seen."""
        assert story.doors(word) == SHOWN[word]

    def test_enough_doors_are_opened(self, story: Story) -> None:
        opened = {one.door for one in story.seen}
        assert {door.partition(".")[0] for door in opened} >= {
            *("agenda", "agreement_board", "calendar_export", "conversations", "evaluations", "finalising"),
            *(
                "growth",
                "growth_plans",
                "history",
                "minutes",
                "overview",
                "paper_sheets",
                "phrases",
                "reminders",
            ),
            *("reporting", "round_board", "school_calendar", "series", "side_by_side", "student_list"),
            *("suggestions", "talks", "timeline", "trajectories"),
        }
        failed = {one.door for one in story.seen if one.text.startswith("not_found")}
        assert failed == set()

    def test_a_discreet_talk_is_called_a_talk_in_every_list(self, story: Story) -> None:
        for word in KIND_WORDS:
            assert story.doors(word) - _NAMES_THE_KIND == set()
        with_talks = {"agenda.span", "agenda.page", "overview.weeks", "timeline.of_student", "history.bin"}
        assert with_talks <= {one.door for one in story.seen if "'nl': 'gesprek'" in one.text}

    def test_who_looks_along_sees_nothing_of_coaching_concern_and_wellbeing(self, story: Story) -> None:
        shown = repr(story.services.timeline.of_student(story.student, joint=True))
        assert AGREED in shown
        for word in (WELLBEING, COACHING, COACHING_LINE, CONCERN, CONCERN_LINE, PLAN, *KIND_WORDS):
            assert word not in shown

    def test_nothing_of_another_student(self, story: Story) -> None:
        """A talk with several students says who they are, to whoever holds it, and of each only the own words."""
        names = {story.student: (OTHER_NAME, OTHER_CALL_NAME), story.other: (NAME, CALL_NAME)}
        words = {story.student: OTHER_TAKE_AWAY, story.other: TAKE_AWAY}
        for about in (story.student, story.other):
            shown = [one for one in story.seen if one.about == about]
            assert {one.door for one in shown if words[about] in one.text} == set()
            named = {one.door for one in shown for name in names[about] if name in one.text}
            assert named == {"talks.view", "calendar_export.of_conversation"}
        assert {one.door for one in story.seen if one.about == story.student and NAME in one.text} >= _TALK

    def test_a_calendar_has_names_only_when_asked(self, story: Story) -> None:
        export = story.services.calendar_export
        for data in (export.everything(), *map(export.of_conversation, _talk_ids(story))):
            assert not any(event.names or event.place for event in data.events)
            assert not any(name in repr(data) for name in (CALL_NAME, OTHER_CALL_NAME))
        assert CALL_NAME in repr(export.everything(choice=CalendarChoice(with_names=True)))

    def test_the_search_finds_all_but_wellbeing_and_the_plan(self, story: Story) -> None:
        found = {
            word: bool([hit for group in story.services.search.find(word) for hit in group.hits])
            for word in (
                WELLBEING,
                PLAN,
                "Zorggesprek",
                COACHING,
                COACHING_LINE,
                CONCERN_LINE,
                AGREED,
                TAKE_AWAY,
            )
        }
        assert [word for word, is_found in found.items() if not is_found] == [WELLBEING, PLAN, "Zorggesprek"]

    def test_file_names_say_neither_who_nor_what(self, story: Story) -> None:
        """P21: they stand in folders and in the queue of a printer that everybody sees."""
        services = story.services
        [plan] = services.growth_plans.of_trajectory(story.student)
        heads = [
            services.growth_plans.paper(plan.id, "nl").head,
            *(services.minutes.minutes(talk_id, "nl").head for talk_id in _talk_ids(story)),
            *(services.minutes.preparation(talk_id, "nl").head for talk_id in _talk_ids(story)),
        ]
        assert len(heads) > 10
        for head in heads:
            said = f"{head.file_stem} {head.document_number}".lower()
            for word in (*NAME.split(), CALL_NAME, "zorg", "groei", "concern"):
                assert word.lower() not in said


class TestApart:
    """0.1: the owner of the profile assesses; what coaches wrote, the concern track included, is at no door."""

    @pytest.mark.parametrize("word", [WELLBEING, COACHING, COACHING_LINE, CONCERN, CONCERN_LINE, PLAN])
    def test_at_no_door(self, apart: Story, word: str) -> None:
        assert apart.doors(word) == set()
        assert apart.services.search.find(word) == []
        assert apart.services.search.find(f"{word} {CALL_NAME}") == []

    def test_what_is_for_all_stays(self, apart: Story) -> None:
        for word in (AGREED, CONCERN_AGREED, TAKE_AWAY):
            assert "talks.view" in apart.doors(word)

    def test_an_agreement_of_the_concern_track_does_not_come_into_the_report(self, apart: Story) -> None:
        """Also when the coach chose the plan for it before."""
        services = apart.services
        with services.database.transaction() as session:
            plan = session.scalars(select(GrowthPlan)).one()
            plan.in_report = True
        assert agreed_in_reports(services, apart.student) == {AGREED}


class TestReports:
    """6.2: 10. Agreements of a discreet talk stand in no evaluation report, unless the plan was chosen for it."""

    @pytest.fixture
    def student(self, services: Services) -> uuid.UUID:
        return tell(services)[0]

    def test_by_default_in_none(self, services: Services, student: uuid.UUID) -> None:
        assert agreed_in_reports(services, student) == {AGREED}
        final = _final(services, student)
        report = services.reporting.evaluation_report(final, language="nl")
        assert CONCERN_AGREED not in whole_text(report, untranslated)
        assert AGREED in whole_text(report, untranslated)

    def test_with_the_plan_in_the_final_one_only(self, services: Services, student: uuid.UUID) -> None:
        choose_plan(services, student)
        assert agreed_in_reports(services, student) == {AGREED, CONCERN_AGREED}
        midterm = services.rounds.of_student(student)[0]
        assert midterm.kind is RoundKind.MIDTERM
        assert agreed_in(services, midterm.id) == {AGREED}

    def test_of_a_talk_before_the_plan_was_made_never(self, services: Services, student: uuid.UUID) -> None:
        """The plan was made in another talk, and later."""
        choose_plan(services, student)
        with services.database.transaction() as session:
            plan = session.scalars(select(GrowthPlan)).one()
            plan.made_on, plan.conversation_id = date(2026, 1, 20), None
        assert agreed_in_reports(services, student) == {AGREED}

    def test_a_final_one_stays_as_it_was(
        self, services: Services, student: uuid.UUID, clock: FixedClock
    ) -> None:
        final = _final(services, student)
        factory.finalise(services, final)
        kept = services.finalising.document(final, language="nl", render=factory.rendered)
        clock.pass_time(hours=1)
        choose_plan(services, student)
        again = services.finalising.document(final, language="nl", render=factory.rendered)
        assert again.data == kept.data
        assert agreed_in(services, final) == {AGREED}

    def test_one_that_was_final_before_keeps_what_it_said(
        self, services: Services, student: uuid.UUID
    ) -> None:
        """An older program printed them: that paper is out in the world and stays the same to the byte."""
        choose_plan(services, student)
        final = _final(services, student)
        factory.finalise(services, final)
        kept = services.finalising.document(final, language="nl", render=factory.rendered)
        with services.database.transaction() as session:
            session.scalars(select(GrowthPlan)).one().in_report = False
        again = services.finalising.document(final, language="nl", render=factory.rendered)
        assert again.data == kept.data
        assert CONCERN_AGREED in whole_text(again.report, untranslated)

    def test_deleting_the_talk_does_not_let_them_in(self, services: Services, student: uuid.UUID) -> None:
        talk = next(row for row in services.conversations.of_student(student) if row.summary == CONCERN)
        services.removal.delete_conversation(talk)
        assert agreed_in_reports(services, student) == {AGREED}
        services.history.undo()
        assert {row.text for row in services.conversations.agreements_of(student)} == {AGREED, CONCERN_AGREED}
        assert agreed_in_reports(services, student) == {AGREED}


class TestNamesOfOthers:
    """Before a round becomes final, the goals that come into its report are read through for names too."""

    @pytest.mark.parametrize("part", [GoalPart.TEXT, GoalPart.SUPPORT, GoalPart.OUTCOME_WORDS])
    def test_in_a_goal_that_is_printed(self, services: Services, part: GoalPart) -> None:
        student, _ = tell(services)
        page = services.growth_plans.page(student)
        assert page.plan is not None
        [goal] = page.plan.goals
        services.growth_plans.save_goal_text(
            goal.id, part, f"Samen met {OTHER_CALL_NAME}.", version=goal.version
        )
        final = _final(services, student)
        assert services.finalising.checklist(final).other_names == ()
        choose_plan(services, student)
        [named] = services.finalising.checklist(final).other_names
        assert (named.name, named.where) == (OTHER_CALL_NAME, NamePlace.GROWTH_GOAL)
        midterm = services.rounds.of_student(student)[0]
        assert services.finalising.checklist(midterm.id).other_names == ()

    def test_it_cannot_be_made_final_unseen(self, services: Services) -> None:
        student, _ = tell(services)
        page = services.growth_plans.page(student)
        assert page.plan is not None
        [goal] = page.plan.goals
        services.growth_plans.save_goal_text(
            goal.id, GoalPart.TEXT, f"Zoals {OTHER_CALL_NAME}.", version=goal.version
        )
        choose_plan(services, student)
        final = _final(services, student)
        checklist = services.finalising.checklist(final)
        services.evaluations.save_report_texts(final, ReportTexts(no_response=True))
        with pytest.raises(DomainError) as refusal:
            services.finalising.finalise(
                final,
                reasons={gap.key: "Geen tijd." for gap in checklist.gaps},
                names_seen=False,
                language="nl",
                render=factory.rendered,
            )
        assert refusal.value.code == "names_not_checked"


class TestRemovedForGood:
    """P11: of a student who is gone nothing of the talks stays, also not beside the records."""

    def test_series_called_off_timers_plans_and_groups(self, services: Services) -> None:
        student, other = tell(services)
        series_id = _weekly(services, student)
        gone = next(row for row in services.conversations.of_student(student) if row.series_id == series_id)
        services.calendar_export.mark_exported(services.calendar_export.everything())
        services.series.call_off(gone.id, version=gone.version, scope=Scope.ONE)
        timed = next(row for row in services.conversations.of_student(student) if row.series_id == series_id)
        services.talks.keep_timing(timed.id, _timing(services))
        services.talks.set_feedback_labels(["Doen", "Gevolg", "Gevoel", "Wens"])
        plan_id = services.growth_plans.of_trajectory(student)[0].id
        talks = [row.id for row in services.conversations.of_student(student)]
        ids = [student, series_id, gone.id, plan_id, *talks]
        assert _tables_with(services, ids) >= {
            *("conversation_series", "called_off", "kept", "growth_plans", "growth_goals", "conversations"),
            *("agenda_items", "agreements", "agreement_reviews", "journal", "search_entries"),
        }
        services.removal.delete_student(student)
        services.history.empty_bin()
        assert _tables_with(services, ids) - {"journal"} == set()
        [left] = services.conversations.of_student(other)
        assert left.summary == OTHER_TAKE_AWAY
        services.close()
        pages = decrypted(services.database.file, services.key)
        words = (
            *(NAME, CALL_NAME, WELLBEING, COACHING, COACHING_LINE, AGREED),
            *(CONCERN, CONCERN_LINE, CONCERN_AGREED, TAKE_AWAY, PLAN),
        )
        assert [word for word in words if word.encode() in pages] == []
        assert [word for word in words if index_words(word)[0][5:].encode() in pages] == []
        assert OTHER_TAKE_AWAY.encode() in pages


class TestNothingIsFlooded:
    """A clock that is kept every few seconds is no history."""

    def test_a_talk_of_an_hour_leaves_one_small_thing_and_no_step(self, services: Services) -> None:
        student = factory.add_student(services, name=NAME, call_name=CALL_NAME)
        talk = factory.add_conversation(services, student, starts_at=_at("2026-01-22"))
        told: list[object] = []
        services.subscribe(told.append)
        before = _rows_of(services, "journal")
        for _ in range(720):
            services.talks.keep_timing(talk.id, _timing(services))
        assert _rows_of(services, "journal") == before
        assert _rows_of(services, "kept") == 1
        assert told == []
        assert services.conversations.one(talk.id).version == talk.version
        services.conversations.hold(services.conversations.one(talk.id), summary="")
        assert _rows_of(services, "kept") == 0
        services.talks.keep_timing(talk.id, _timing(services))
        assert _rows_of(services, "kept") == 0

    def test_a_note_that_is_typed_is_one_step(self, services: Services, clock: FixedClock) -> None:
        student = factory.add_student(services, name=NAME, call_name=CALL_NAME)
        plan_id = services.growth_plans.begin(student)
        [row] = services.growth_plans.of_trajectory(student)
        version = row.version
        for number in range(30):
            clock.pass_time(seconds=2)
            text = PLAN[: 1 + number % len(PLAN)]
            version = services.growth_plans.save_text(plan_id, PlanPart.FACTS, text, version=version)
        services.history.undo()
        page = services.growth_plans.page(student)
        assert page.plan is not None
        assert page.plan.facts == ""


def agreed_in(services: Services, round_id: uuid.UUID) -> set[str]:
    """The agreements that the report of one round prints."""
    report = services.reporting.evaluation_report(round_id, language="nl")
    return {agreement.text for agreement in report.agreements}


def agreed_in_reports(services: Services, student: uuid.UUID) -> set[str]:
    """The agreements that any report of a student prints."""
    return {text for found in services.rounds.of_student(student) for text in agreed_in(services, found.id)}


def choose_plan(services: Services, student: uuid.UUID) -> None:
    """Put the growth plan, made in the concern talk, into the final report."""
    with services.database.transaction() as session:
        plan = session.scalars(select(GrowthPlan).where(GrowthPlan.trajectory_id == student)).one()
        plan.conversation_id = session.scalars(
            select(Conversation.id).where(Conversation.summary == CONCERN)
        ).one()
    [row] = services.growth_plans.of_trajectory(student)
    services.growth_plans.set_in_report(row.id, chosen=True, version=row.version)


def _final(services: Services, student: uuid.UUID) -> uuid.UUID:
    return next(found.id for found in services.rounds.of_student(student) if found.kind is RoundKind.FINAL)


def _talk_ids(story: Story) -> list[uuid.UUID]:
    return [row.id for row in story.services.conversations.of_student(story.student)]


def _weekly(services: Services, student: uuid.UUID) -> uuid.UUID:
    kind = next(kind for kind in services.conversations.types() if kind.key == "coaching_conversation")
    values = PlanValues(
        trajectory_id=student,
        type_id=kind.id,
        starts_at=datetime.fromisoformat("2026-03-03T15:45"),
        minutes=30,
    )
    return services.series.plan(values, SeriesRule(weekdays=(2,)), date(2026, 3, 31))


def _timing(services: Services) -> TalkTiming:
    return TalkTiming(seen_at=services.clock.now(), running=True, at=1, seconds={1: 3.0, 2: 61.5})


def _tables_with(services: Services, ids: list[uuid.UUID]) -> set[str]:
    """The tables in which one of these ids stands, in any column."""
    wanted = [text for each in ids for text in (str(each), each.hex)]
    with services.database.reading() as session:
        return {
            table.name
            for table in tables.metadata.sorted_tables
            if any(text in repr(row) for row in session.execute(select(table)) for text in wanted)
        }


def _rows_of(services: Services, name: str) -> int:
    with services.database.reading() as session:
        table = tables.metadata.tables[name]
        return session.execute(select(func.count()).select_from(table)).scalar_one()
