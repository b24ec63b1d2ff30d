"""The quiet suggestions of the year: when each comes, that it stays away once dismissed, and that nothing prints it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from tests import factory, reveal
from tests.factory import FixedClock
from tests.statements import counted_statements
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import Perspective, RoundKind, level_mark
from wpl_desktop.domain.suggestions import Suggestion, SuggestionKind
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo

TODAY = date(2026, 1, 22)
S, W, INSTITUTE = Perspective


def current(services: Services, kind: SuggestionKind) -> list[Suggestion]:
    return [one for one in services.suggestions.current() if one.kind is kind]


def talk(services: Services, key: uuid.UUID, *, days: int, kind: str = "midterm_trialogue") -> uuid.UUID:
    moment = datetime(2026, 1, 22, 15, 45) + timedelta(days=days)  # noqa: DTZ001  (planned times are local)
    return factory.add_conversation(services, key, key=kind, starts_at=moment).id


def hold(services: Services, key: uuid.UUID, talk_id: uuid.UUID) -> None:
    row = next(row for row in services.conversations.of_student(key) if row.id == talk_id)
    services.conversations.hold(row, summary="")


def cancel(services: Services, key: uuid.UUID, *, days: int, cause: NotHeldCause) -> None:
    talk_id = talk(services, key, days=days, kind="coaching_conversation")
    row = next(row for row in services.conversations.of_student(key) if row.id == talk_id)
    services.conversations.mark_not_held(row, cause=cause)


class TestOpenRound:
    """Milestone a."""

    def test_a_talk_within_two_weeks_without_a_round(self, services: Services) -> None:
        key = factory.add_student(services)
        talk_id = talk(services, key, days=14)
        [found] = services.suggestions.current()
        assert (found.kind, found.trajectory_id, found.conversation_id) == (
            SuggestionKind.OPEN_ROUND,
            key,
            talk_id,
        )
        assert (found.student, found.day) == ("Łukasz Wójcik", date(2026, 2, 5))

    def test_not_for_a_talk_further_ahead_a_coaching_talk_or_a_closed_trajectory(
        self, services: Services
    ) -> None:
        key = factory.add_student(services)
        talk(services, key, days=15)
        talk(services, key, days=7, kind="coaching_conversation")
        closed = factory.add_student(services, name="Zoë Zwart", state=TrajectoryState.CLOSED)
        talk(services, closed, days=7)
        assert services.suggestions.current() == []

    def test_gone_with_a_round_that_names_the_talk_or_lies_near_it(self, services: Services) -> None:
        named, near = (factory.add_student(services, name=name) for name in ("An Aerts", "Bo Baert"))
        talk_id = talk(services, named, days=14)
        talk(services, near, days=14)
        assert len(current(services, SuggestionKind.OPEN_ROUND)) == 2
        factory.add_round(services, named, held_on=TODAY + timedelta(days=60), conversation_id=talk_id)
        factory.add_round(services, near, held_on=TODAY + timedelta(days=20))
        assert current(services, SuggestionKind.OPEN_ROUND) == []


class TestNotReady:
    """Milestone b."""

    def test_from_three_working_days_before_the_talk(self, services: Services, clock: FixedClock) -> None:
        key = factory.add_student(services)
        round_id = factory.add_round(services, key, held_on=date(2026, 1, 29))
        services.evaluations.mark_ready(round_id, perspective=W, strand=Strand.STUDENT_PART)
        clock.moment = datetime(2026, 1, 25, 9)  # noqa: DTZ001
        assert services.suggestions.current() == []
        clock.moment = datetime(2026, 1, 26, 9)  # noqa: DTZ001
        [found] = services.suggestions.current()
        assert (found.kind, found.round_id, found.round_number) == (SuggestionKind.NOT_READY, round_id, 1)
        assert found.missing == (S, INSTITUTE)
        clock.moment = datetime(2026, 1, 30, 9)  # noqa: DTZ001
        assert services.suggestions.current() == []

    def test_the_day_that_was_agreed_counts(self, services: Services) -> None:
        key = factory.add_student(services)
        factory.add_round(services, key, held_on=TODAY + timedelta(days=60), ready_by=TODAY)
        factory.add_round(
            services, key, number=2, held_on=TODAY + timedelta(days=60), ready_by=TODAY + timedelta(days=1)
        )
        assert [found.round_number for found in services.suggestions.current()] == [1]

    def test_nobody_is_missed_when_all_are_ready_or_the_views_lie_side_by_side(
        self, services: Services
    ) -> None:
        ready, revealed = (
            factory.add_round(services, factory.add_student(services, name=name)) for name in ("An", "Bo")
        )
        assert len(services.suggestions.current()) == 2
        reveal.mark_everybody_ready(services, ready)
        reveal.reveal(services, revealed)
        assert services.suggestions.current() == []


class TestPlanTalk:
    """Milestone c."""

    def agreed_at_1(self, services: Services, *, kind: RoundKind = RoundKind.MIDTERM) -> uuid.UUID:
        key = factory.add_student(services)
        round_id = factory.add_round(services, key, kind=kind)
        reveal.mark_everybody_ready(services, round_id)
        reveal.reveal(services, round_id)
        reveal.agree(services, round_id, "C3", mark=level_mark(1))
        reveal.agree(services, round_id, "C4", mark=level_mark(2))
        reveal.agree(services, round_id, "C5", positions="nog apart")
        return key

    def test_only_when_two_weeks_went_by(self, services: Services, clock: FixedClock) -> None:
        self.agreed_at_1(services)
        clock.pass_time(days=14)
        assert services.suggestions.current() == []
        clock.pass_time(days=1)
        [found] = services.suggestions.current()
        assert (found.kind, found.criteria, found.round_number) == (SuggestionKind.PLAN_TALK, ("C3",), 1)

    def test_the_last_round_asks_nothing(self, services: Services, clock: FixedClock) -> None:
        self.agreed_at_1(services, kind=RoundKind.FINAL)
        clock.pass_time(days=30)
        assert services.suggestions.current() == []

    def test_a_talk_since_answers_it_and_so_does_one_that_is_planned(
        self, services: Services, clock: FixedClock
    ) -> None:
        key = self.agreed_at_1(services)
        # The talk of that day is the one in which it was agreed.
        hold(services, key, talk(services, key, days=0))
        clock.pass_time(days=20)
        assert len(services.suggestions.current()) == 1
        planned = talk(services, key, days=25, kind="coaching_conversation")
        assert services.suggestions.current() == []
        row = next(row for row in services.conversations.of_student(key) if row.id == planned)
        services.conversations.mark_not_held(row, cause=NotHeldCause.OTHER)
        assert len(services.suggestions.current()) == 1
        hold(services, key, talk(services, key, days=10, kind="coaching_conversation"))
        assert services.suggestions.current() == []


class TestNotHeld:
    """Milestone d."""

    def test_from_the_second_one_on_with_the_sheet_of_the_conditions(self, services: Services) -> None:
        key = factory.add_student(services)
        first = factory.add_round(services, key, held_on=TODAY + timedelta(days=60))
        cancel(services, key, days=-7, cause=NotHeldCause.WORKPLACE)
        assert services.suggestions.current() == []
        cancel(services, key, days=-3, cause=NotHeldCause.STUDENT)
        [found] = services.suggestions.current()
        assert (found.kind, found.round_id, found.criteria) == (SuggestionKind.NOT_HELD, first, ("C4",))
        assert found.causes == ((NotHeldCause.WORKPLACE, 1), (NotHeldCause.STUDENT, 1))
        assert (found.count, found.day) == (2, TODAY - timedelta(days=3))

    def test_those_of_another_school_year_do_not_count(self, services: Services) -> None:
        key = factory.add_student(services, starts_on=date(2025, 2, 1))
        factory.add_round(services, key, held_on=TODAY + timedelta(days=60))
        for days in (-7, -200):
            cancel(services, key, days=days, cause=NotHeldCause.OTHER)
        assert services.suggestions.current() == []

    def test_nothing_is_asked_when_the_conditions_are_ready_already(self, services: Services) -> None:
        key = factory.add_student(services)
        first = factory.add_round(services, key, held_on=TODAY + timedelta(days=60))
        second = factory.add_round(services, key, number=2, held_on=TODAY + timedelta(days=90))
        for days in (-7, -3):
            cancel(services, key, days=days, cause=NotHeldCause.OTHER)
        services.evaluations.mark_ready(first, perspective=W, strand=Strand.WORKPLACE_PART)
        assert [found.round_id for found in services.suggestions.current()] == [second]
        services.evaluations.mark_ready(second, perspective=W, strand=Strand.WORKPLACE_PART)
        assert services.suggestions.current() == []


class TestDismiss:
    """Put away with a click, for good, and taken back with another (P17)."""

    def test_it_does_not_come_back_unless_it_is_undone(self, services: Services, clock: FixedClock) -> None:
        key = factory.add_student(services)
        talk(services, key, days=7)
        [found] = services.suggestions.current()
        services.suggestions.dismiss(found)
        services.suggestions.dismiss(found)
        assert services.suggestions.current() == []
        services.history.undo()
        assert services.suggestions.current() == [found]
        services.history.redo()
        clock.pass_time(days=1)
        assert services.suggestions.current() == []

    def test_others_of_the_same_student_and_kind_stay(self, services: Services) -> None:
        key = factory.add_student(services)
        talk(services, key, days=3)
        later = talk(services, key, days=9)
        services.suggestions.dismiss(services.suggestions.current()[0])
        assert [found.conversation_id for found in services.suggestions.current()] == [later]


def test_the_nearest_day_comes_first_and_no_more_than_asked_for(services: Services) -> None:
    for name, days in (("An Aerts", 9), ("Bo Baert", 2), ("Cis Claes", 5)):
        talk(services, factory.add_student(services, name=name), days=days)
    assert [found.student for found in services.suggestions.current(limit=2)] == ["Bo Baert", "Cis Claes"]


def test_many_students_take_as_many_queries_as_one(services: Services) -> None:
    def fill(name: str) -> None:
        key = factory.add_student(services, name=name)
        talk(services, key, days=7)
        factory.add_round(services, key, conversation_id=talk(services, key, days=0))
        for days in (-7, -3):
            cancel(services, key, days=days, cause=NotHeldCause.WORKPLACE)

    fill("An Aerts")
    services.suggestions.current()
    with counted_statements(services) as one:
        assert len(services.suggestions.current()) == 3
    for number in range(8):
        fill(f"Student {number}")
    with counted_statements(services) as nine:
        assert len(services.suggestions.current()) == 27
    assert len(one) == len(nine)


def test_p17_reports_search_and_timeline_know_nothing_of_them(tmp_path: Path, clock: FixedClock) -> None:
    """With every suggestion shown and with every one put away, the same stands everywhere."""
    _, services = make_demo(tmp_path, clock=clock, language="nl")
    try:
        suggested = services.suggestions.current()
        assert {found.kind for found in suggested} >= {SuggestionKind.NOT_READY, SuggestionKind.NOT_HELD}
        before = everything(services)
        for found in suggested:
            services.suggestions.dismiss(found)
        assert services.suggestions.current() == []
        assert everything(services) == before
    finally:
        services.close()


def everything(services: Services) -> tuple[object, ...]:
    """Every report, timeline and what search finds for each student."""
    keys = services.student_list.order(TrajectoryState.RUNNING)
    reports: list[EvaluationReport] = [
        services.reporting.evaluation_report(choice.round_id, language="nl")
        for choice in services.reporting.choices()
    ]
    names = [row.name for row in services.student_list.rows(keys)]
    return (
        [replace(report, printed_at=datetime(2026, 1, 22)) for report in reports],  # noqa: DTZ001
        [services.timeline.of_student(key) for key in keys],
        [services.search.find(words, limit=50) for words in (*names, "klaar", "ronde", "gesprek")],
    )
