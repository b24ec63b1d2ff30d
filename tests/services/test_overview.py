"""What a day begins with: which talk is next, what is in the lists and in which order, and what it costs to ask."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.factory import FixedClock, add_conversation, add_round, add_student
from tests.statements import counted_statements
from wpl_desktop.domain.conversations import (
    AgendaItem,
    AgreementState,
    Conversation,
    ConversationState,
    NotHeldCause,
)
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, Round
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.services.overview import MOST_COUNTED
from wpl_desktop.services.talk_rows import Talk

NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)
MONDAY = datetime(2026, 1, 19, 9, 0)  # noqa: DTZ001


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return add_student(services)


def plan(services: Services, trajectory_id: uuid.UUID, starts_at: datetime, **values: Any) -> ConversationRow:
    return add_conversation(services, trajectory_id, starts_at=starts_at, **values)


def hold(services: Services, trajectory_id: uuid.UUID, starts_at: datetime, **values: Any) -> ConversationRow:
    row = plan(services, trajectory_id, starts_at, key=values.pop("key", "coaching_conversation"))
    services.conversations.hold(row, summary=values.pop("summary", "noted"), **values)
    return row


def close(services: Services, trajectory_id: uuid.UUID) -> None:
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(detail, replace(detail.values, state=TrajectoryState.CLOSED))


def agree(
    services: Services,
    trajectory_id: uuid.UUID,
    *texts: str,
    due_on: date | None = None,
    person_id: uuid.UUID | None = None,
    party: Party = Party.STUDENT,
) -> None:
    values = [AgreementValues(party=party, text=text, due_on=due_on, person_id=person_id) for text in texts]
    hold(services, trajectory_id, NOW - timedelta(days=1), agreements=values)


def make_group(services: Services, starts_at: datetime, *trajectories: uuid.UUID) -> None:
    group_id = uuid.uuid4()
    rows = [plan(services, found, starts_at, key="return_day") for found in trajectories]
    with services.database.transaction() as session:
        for row in rows:
            session.get_one(Conversation, row.id).group_id = group_id


def mark_ready(services: Services, round_id: uuid.UUID, *perspectives: Perspective) -> None:
    for perspective in perspectives:
        services.evaluations.mark_ready(round_id, perspective=perspective, strand=Strand.STUDENT_PART)


def shown(services: Services, *, without: uuid.UUID | None = None) -> list[datetime]:
    return [talk.starts_at for talk in services.overview.weeks(most=12, without=without).talks]


def talk_at(services: Services, starts_at: datetime) -> Talk:
    return next(talk for talk in services.overview.weeks(most=12).talks if talk.starts_at == starts_at)


def test_without_students_there_is_nothing_and_nothing_fails(services: Services) -> None:
    overview = services.overview
    assert overview.states() == frozenset()
    assert overview.next_talk() is None
    assert overview.weeks(most=12).talks == ()
    assert overview.agreements(most=8).rows == ()
    assert overview.waiting_rounds(most=6).rows == ()
    assert overview.not_spoken(weeks=4, most=4).rows == ()


def test_the_states_tell_whether_anything_runs(services: Services, trajectory_id: uuid.UUID) -> None:
    assert services.overview.states() == {TrajectoryState.RUNNING}
    close(services, trajectory_id)
    assert services.overview.states() == {TrajectoryState.CLOSED}


def test_the_next_talk_is_the_first_planned_one(services: Services, trajectory_id: uuid.UUID) -> None:
    plan(services, trajectory_id, NOW + timedelta(days=3))
    wanted = plan(services, trajectory_id, NOW + timedelta(minutes=15))
    found = services.overview.next_talk()
    assert found is not None
    assert found.id == wanted.id
    assert found.student.name == "Łukasz Wójcik"


@pytest.mark.parametrize("minutes", [10, 300], ids=["going on", "earlier today, not marked"])
def test_what_began_today_and_is_not_marked_comes_before_what_is_to_come(
    services: Services, trajectory_id: uuid.UUID, minutes: int
) -> None:
    plan(services, trajectory_id, NOW + timedelta(minutes=15))
    begun = plan(services, trajectory_id, NOW - timedelta(minutes=minutes))
    found = services.overview.next_talk()
    assert found is not None
    assert found.id == begun.id
    services.conversations.hold(begun, summary="")
    found = services.overview.next_talk()
    assert found is not None
    assert found.starts_at == NOW + timedelta(minutes=15)


def test_a_talk_of_yesterday_a_closed_trajectory_or_peers_is_not_next(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    plan(services, trajectory_id, NOW - timedelta(days=1))
    plan(services, trajectory_id, NOW + timedelta(days=1), key="peer_consultation")
    plan(services, trajectory_id, NOW + timedelta(days=1), key="institute_check_in")
    gone = add_student(services, name="Yasmine El Idrissi")
    plan(services, gone, NOW + timedelta(hours=1))
    close(services, gone)
    assert services.overview.next_talk() is None


def test_the_next_talk_names_the_others_but_not_student_and_owner(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    plan(services, trajectory_id, NOW + timedelta(hours=1), key="midterm_trialogue")
    found = services.overview.next_talk()
    assert found is not None
    assert found.people == ("Nadège Okonkwo-Maes",)


def test_the_weeks_run_from_monday_to_the_sunday_after_next_in_order(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    first, last = MONDAY, MONDAY + timedelta(days=13, hours=14)
    for moment in (last, first, NOW, first - timedelta(hours=12), last + timedelta(hours=2)):
        plan(services, trajectory_id, moment)
    assert shown(services) == [first, NOW, last]


def test_the_talk_on_the_card_is_not_in_the_list_too(services: Services, trajectory_id: uuid.UUID) -> None:
    row = plan(services, trajectory_id, NOW + timedelta(minutes=15))
    plan(services, trajectory_id, NOW + timedelta(days=1))
    assert shown(services, without=row.id) == [NOW + timedelta(days=1)]


def test_of_many_talks_those_around_today_are_shown_and_the_rest_is_counted(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    earlier = [MONDAY + timedelta(hours=number) for number in range(6)]
    later = [NOW + timedelta(hours=1 + number) for number in range(20)]
    for moment in (*earlier, *later):
        plan(services, trajectory_id, moment)
    weeks = services.overview.weeks(most=12)
    assert [talk.starts_at for talk in weeks.talks] == [*earlier[-4:], *later[:8]]
    assert (weeks.earlier, weeks.later) == (2, 12)
    weeks = services.overview.weeks(most=12, more_earlier=20, more_later=20)
    assert [talk.starts_at for talk in weeks.talks] == [*earlier, *later]
    assert (weeks.earlier, weeks.later) == (0, 0)


def test_a_week_with_little_to_come_shows_more_of_what_was(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    earlier = [MONDAY + timedelta(hours=number) for number in range(11)]
    for moment in (*earlier, NOW):
        plan(services, trajectory_id, moment)
    assert shown(services) == [*earlier, NOW]


def test_a_talk_with_several_students_is_one_line(services: Services, trajectory_id: uuid.UUID) -> None:
    others = [add_student(services, name=name) for name in ("Yasmine El Idrissi", "Nguyễn Thị Hạnh")]
    make_group(services, NOW + timedelta(days=1), trajectory_id, *others)
    plan(services, trajectory_id, NOW + timedelta(days=1))
    several = [talk.students for talk in services.overview.weeks(most=12).talks]
    assert sorted(several) == [1, 3]
    close(services, trajectory_id)
    (left,) = services.overview.weeks(most=12).talks
    assert left.student.trajectory_id in others


def test_who_of_a_group_has_it_at_another_moment_or_has_had_it_is_a_line_of_its_own(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    others = [add_student(services, name=name) for name in ("Yasmine El Idrissi", "Nguyễn Thị Hạnh")]
    together, later = NOW + timedelta(days=1), NOW + timedelta(days=2)
    make_group(services, together, trajectory_id, *others)
    with services.database.transaction() as session:
        first = session.query(Conversation).order_by(Conversation.id).first()
        assert first is not None
        first.starts_at = later
    assert [(talk.starts_at, talk.students) for talk in services.overview.weeks(most=12).talks] == [
        (together, 2),
        (later, 1),
    ]
    with services.database.transaction() as session:
        session.get_one(Conversation, first.id).starts_at = together
        session.get_one(Conversation, first.id).state = ConversationState.HELD
    found = services.overview.weeks(most=12).talks
    assert {(talk.state, talk.students) for talk in found} == {
        (ConversationState.HELD, 1),
        (ConversationState.PLANNED, 2),
    }


def test_a_concern_conversation_has_its_discreet_name(services: Services, trajectory_id: uuid.UUID) -> None:
    plan(services, trajectory_id, NOW + timedelta(days=1), key="concern_conversation")
    assert talk_at(services, NOW + timedelta(days=1)).name["nl"] == "gesprek"


def test_a_note_is_the_summary_or_one_at_an_agenda_item(services: Services, trajectory_id: uuid.UUID) -> None:
    moments = [MONDAY + timedelta(hours=number) for number in range(3)]
    summaries = ("", "kort genoteerd", "")
    held = [
        hold(services, trajectory_id, moment, summary=summary)
        for moment, summary in zip(moments, summaries, strict=True)
    ]
    with services.database.transaction() as session:
        item = session.query(AgendaItem).filter(AgendaItem.conversation_id == held[-1].id).first()
        assert item is not None
        item.note = "bij één punt"
    assert [talk_at(services, moment).has_note for moment in moments] == [False, True, True]


def test_a_round_belongs_to_the_talk_it_names_or_to_the_nearest_that_evaluates(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    coaching = plan(services, trajectory_id, NOW + timedelta(days=1))
    trialogue = plan(services, trajectory_id, NOW + timedelta(days=2), key="midterm_trialogue")
    named = add_round(services, trajectory_id, number=1, conversation_id=trialogue.id)
    add_round(services, trajectory_id, number=2, held_on=date(2026, 1, 24))
    final = plan(services, trajectory_id, NOW + timedelta(days=4), key="final_evaluation")
    far = add_student(services, name="Yasmine El Idrissi")
    plan(services, far, NOW + timedelta(days=3), key="midterm_trialogue")
    add_round(services, far, number=1, held_on=date(2026, 3, 1))
    mark_ready(services, named, Perspective.STUDENT)
    found = {talk.id: talk.round for talk in services.overview.weeks(most=12).talks}
    assert found[coaching.id] is None
    state = found[trialogue.id]
    assert state is not None
    assert (state.number, state.ready) == (1, {Perspective.STUDENT})
    assert state.missing == (Perspective.WORKPLACE, Perspective.INSTITUTE)
    near = found[final.id]
    assert near is not None
    assert near.number == 2
    assert talk_at(services, NOW + timedelta(days=3)).round is None


def test_open_agreements_come_by_date_and_those_without_one_last(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    agree(services, trajectory_id, "zonder datum")
    agree(services, trajectory_id, "later", due_on=date(2026, 3, 1))
    agree(services, trajectory_id, "voorbij", due_on=date(2026, 1, 5))
    gone = add_student(services, name="Yasmine El Idrissi")
    agree(services, gone, "van een afgesloten traject", due_on=date(2026, 1, 6))
    close(services, gone)
    found = services.overview.agreements(most=8)
    assert [line.row.text for line in found.rows] == ["voorbij", "later", "zonder datum"]
    assert found.more == 0
    found = services.overview.agreements(most=2)
    assert [line.row.text for line in found.rows] == ["voorbij", "later"]
    assert found.more == 1


def test_a_settled_agreement_stays_only_while_it_is_kept(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    agree(services, trajectory_id, "een", "twee", due_on=date(2026, 2, 1))
    first = services.overview.agreements(most=8).rows[0]
    services.conversations.settle(first.row, AgreementState.DONE)
    kept = services.overview.agreements(most=8, keep=[first.row.id])
    assert [line.row.state for line in kept.rows] == [AgreementState.DONE, AgreementState.OPEN]
    assert len(services.overview.agreements(most=8).rows) == 1


def test_whose_agreement_it_is(services: Services, trajectory_id: uuid.UUID) -> None:
    row = plan(services, trajectory_id, NOW)
    people = services.conversations.participants(trajectory_id, hat=row.hat)
    own = next(person for person in people if person.name == "Griet Vanhaverbeke")
    agree(services, trajectory_id, "a", due_on=date(2026, 2, 1), person_id=own.person_id, party=own.party)
    agree(services, trajectory_id, "b", due_on=date(2026, 2, 2))
    agree(services, trajectory_id, "c", due_on=date(2026, 2, 3), party=Party.INSTITUTE)
    lines = services.overview.agreements(most=8).rows
    assert [(line.is_own, line.is_students) for line in lines] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_no_more_than_a_hundred_are_counted(services: Services, trajectory_id: uuid.UUID) -> None:
    agree(services, trajectory_id, *(f"nummer {number}" for number in range(MOST_COUNTED + 5)))
    assert services.overview.agreements(most=2).more == MOST_COUNTED


def test_a_round_waits_from_two_weeks_before_until_it_is_final(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    later = add_student(services, name="Yasmine El Idrissi")
    add_round(services, trajectory_id, number=1, held_on=NOW.date() + timedelta(days=14))
    add_round(services, later, number=1, held_on=NOW.date() + timedelta(days=15))
    (row,) = services.overview.waiting_rounds(most=6).rows
    assert row.student.trajectory_id == trajectory_id
    assert row.institute == "Nadège"
    with services.database.transaction() as session:
        session.get_one(Round, row.state.id).finalised_at = services.clock.now()
    assert services.overview.waiting_rounds(most=6).rows == ()


def test_only_the_newest_round_that_has_begun_waits(services: Services, trajectory_id: uuid.UUID) -> None:
    add_round(services, trajectory_id, number=1, held_on=date(2025, 10, 14))
    add_round(services, trajectory_id, number=2, held_on=date(2026, 1, 20))
    add_round(services, trajectory_id, number=3, held_on=date(2026, 6, 2))
    assert [row.state.number for row in services.overview.waiting_rounds(most=6).rows] == [2]


def test_rounds_come_newest_first_and_by_name(services: Services, trajectory_id: uuid.UUID) -> None:
    others = [add_student(services, name=name) for name in ("Ayşe Çelik", "Zoë Aerts")]
    add_round(services, trajectory_id, held_on=date(2026, 1, 29))
    for other in others:
        add_round(services, other, held_on=date(2026, 1, 20))
    found = services.overview.waiting_rounds(most=6)
    assert [row.student.name for row in found.rows] == ["Łukasz Wójcik", "Zoë Aerts", "Ayşe Çelik"]
    assert services.overview.waiting_rounds(most=2).more == 1


def test_not_spoken_counts_talks_with_the_mentor_that_were_held(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    hold(services, trajectory_id, NOW - timedelta(weeks=5))
    hold(services, trajectory_id, NOW - timedelta(weeks=1), key="peer_consultation")
    plan(services, trajectory_id, NOW + timedelta(days=1))
    (row,) = services.overview.not_spoken(weeks=4, most=4).rows
    assert row.last_on == NOW.date() - timedelta(weeks=5)
    assert row.missed_on is None
    assert services.overview.not_spoken(weeks=6, most=4).rows == ()
    hold(services, trajectory_id, NOW - timedelta(weeks=2))
    assert services.overview.not_spoken(weeks=4, most=4).rows == ()


def test_not_spoken_says_what_came_of_a_later_talk(services: Services, trajectory_id: uuid.UUID) -> None:
    before = plan(services, trajectory_id, NOW - timedelta(weeks=8))
    services.conversations.mark_not_held(before, cause=NotHeldCause.STUDENT)
    hold(services, trajectory_id, NOW - timedelta(weeks=7))
    (row,) = services.overview.not_spoken(weeks=4, most=4).rows
    assert row.missed_on is None
    for weeks in (6, 5):
        missed = plan(services, trajectory_id, NOW - timedelta(weeks=weeks))
        services.conversations.mark_not_held(missed, cause=NotHeldCause.WORKPLACE)
    (row,) = services.overview.not_spoken(weeks=4, most=4).rows
    assert (row.missed_on, row.cause) == (NOW.date() - timedelta(weeks=5), NotHeldCause.WORKPLACE)


def test_who_began_this_week_or_is_gone_is_not_missed(services: Services) -> None:
    add_student(services, name="Pas begonnen", starts_on=NOW.date() - timedelta(days=3))
    add_student(services, name="Al weg", ends_on=NOW.date() - timedelta(days=1))
    close(services, add_student(services, name="Afgesloten"))
    assert services.overview.not_spoken(weeks=4, most=4).rows == ()


def test_the_longest_silence_comes_first(services: Services, trajectory_id: uuid.UUID) -> None:
    longer = add_student(services, name="Yasmine El Idrissi")
    never = add_student(services, name="Nguyễn Thị Hạnh", starts_on=date(2025, 8, 28))
    hold(services, trajectory_id, NOW - timedelta(weeks=5))
    hold(services, longer, NOW - timedelta(weeks=9))
    found = services.overview.not_spoken(weeks=4, most=2)
    assert [row.student.trajectory_id for row in found.rows] == [never, longer]
    assert found.rows[0].last_on is None
    assert found.more == 1


def test_the_tip_is_for_the_mentor_and_another_one_tomorrow(services: Services, clock: FixedClock) -> None:
    found = set[str]()
    for _ in range(30):
        tip = services.overview.tip_of_the_day()
        assert tip is not None
        assert tip.criterion["nl"]
        found.add(tip.text["nl"])
        again = services.overview.tip_of_the_day()
        assert again == tip
        clock.pass_time(days=1)
    assert len(found) > 9
    assert not any(text.startswith("Portfolio in vijf minuten") for text in found)


def test_more_students_cost_no_more_queries(services: Services, trajectory_id: uuid.UUID) -> None:
    def ask() -> int:
        with counted_statements(services) as statements:
            overview = services.overview
            overview.next_talk()
            overview.weeks(most=12)
            overview.agreements(most=8)
            overview.waiting_rounds(most=6)
            overview.not_spoken(weeks=4, most=4)
        return len(statements)

    def fill(found: uuid.UUID) -> None:
        plan(services, found, NOW + timedelta(days=1), key="midterm_trialogue")
        agree(services, found, "iets", due_on=date(2026, 2, 1))
        add_round(services, found)

    fill(trajectory_id)
    few = ask()
    for name in ("Yasmine El Idrissi", "Nguyễn Thị Hạnh", "Zoë Van den Broeck", "Ayşe Yıldız"):
        fill(add_student(services, name=name))
    assert ask() == few
    assert talk_at(services, NOW + timedelta(days=1)).state is ConversationState.PLANNED
