"""Rounding off: what must be said first, from when to when, a group at once, and what is let go of."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.conversations import AgreementOutcome, AgreementState, ConversationState, Hat
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.talk_timing import TalkTiming
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.method_cards import FREE, MethodCard, methods_of
from wpl_desktop.storage.journal import journal_table
from wpl_desktop.storage.kept import kept_table

NOW = datetime.fromisoformat("2026-01-22T15:00")


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A talk of today, after one of last week that left an agreement."""
    before = factory.add_conversation(services, trajectory_id, starts_at=NOW - timedelta(days=7))
    agreement = AgreementValues(party=Party.STUDENT, text="Hulpteken", due_on=date(2026, 1, 20))
    services.conversations.hold(before, summary="", agreements=[agreement])
    return factory.add_conversation(services, trajectory_id, starts_at=NOW)


@pytest.fixture
def group(services: Services) -> list[uuid.UUID]:
    """A peer consultation of today with three students; the ids of their rows, in the order of their names."""
    first, *others = [
        factory.add_student(services, name=name) for name in ("Adam Aerts", "Bo Bos", "Cé Claes")
    ]
    row = factory.add_conversation(
        services, first, key="peer_consultation", starts_at=NOW, others=tuple(others)
    )
    return [member.conversation_id for member in services.talks.view(row.id).group]


def now_of(services: Services, talk: ConversationRow) -> ConversationRow:
    return services.talks.view(talk.id).row


def say_all(services: Services, talk: ConversationRow) -> None:
    rows = [found.row for found in services.talks.view(talk.id).unsaid]
    services.talks.review_all(talk.id, rows, AgreementOutcome.GOES_ON)


def moments(services: Services, talk_id: uuid.UUID) -> tuple[datetime | None, datetime | None]:
    view = services.talks.view(talk_id)
    return view.started_at, view.ended_at


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def test_a_talk_says_of_each_open_agreement_what_became_of_it(
    services: Services, talk: ConversationRow
) -> None:
    [unsaid] = services.talks.view(talk.id).unsaid
    with pytest.raises(DomainError, match="agreements_unsaid") as refusal:
        services.conversations.hold(talk, summary="toch")
    assert refusal.value.field == "agreements"
    assert (now_of(services, talk).state, now_of(services, talk).summary) == (ConversationState.PLANNED, "")
    services.conversations.hold(talk, summary="", settled=[(unsaid.row, AgreementState.OPEN)])
    assert now_of(services, talk).state is ConversationState.HELD
    assert [found.outcome for found in services.talks.view(talk.id).earlier] == [AgreementOutcome.GOES_ON]


def test_everything_goes_on_in_one_step(services: Services, talk: ConversationRow) -> None:
    services.talks.add_agreement(
        services.talks.view(talk.id).earlier[0].row.conversation_id or talk.id,
        AgreementValues(party=Party.WORKPLACE, text="Graad"),
    )
    assert len(services.talks.view(talk.id).unsaid) == 2
    say_all(services, talk)
    assert services.talks.view(talk.id).unsaid == ()
    services.history.undo()
    assert len(services.talks.view(talk.id).unsaid) == 2


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("coaching_conversation", True),
        ("midterm_trialogue", True),
        ("concern_conversation", True),
        ("lesson_debrief", False),
        ("institute_check_in", False),
        ("return_day", False),
    ],
)
def test_who_coaches_or_evaluates_asks_for_it_and_a_debrief_does_not(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow, key: str, asked: bool
) -> None:
    other = factory.add_conversation(
        services, trajectory_id, key=key, starts_at=talk.starts_at + timedelta(hours=2)
    )
    assert services.talks.view(other.id).earlier
    assert bool(services.talks.view(other.id).unsaid) is asked


def test_begin_and_end_are_recorded(services: Services, talk: ConversationRow, clock: FixedClock) -> None:
    services.talks.start(talk.id)
    begun = clock.now()
    clock.pass_time(minutes=3)
    services.talks.start(talk.id)
    assert moments(services, talk.id) == (begun, None)
    clock.pass_time(minutes=30)
    say_all(services, talk)
    services.conversations.hold(now_of(services, talk), summary="")
    assert moments(services, talk.id) == (begun, clock.now())


def test_a_talk_written_up_later_was_as_it_was_planned(
    services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    clock.pass_time(days=2)
    say_all(services, talk)
    services.conversations.hold(now_of(services, talk), summary="")
    begin = utc(talk.starts_at)
    assert moments(services, talk.id) == (begin, begin + timedelta(minutes=talk.minutes))


def test_moments_can_be_corrected_and_the_end_is_never_first(
    services: Services, talk: ConversationRow
) -> None:
    day = talk.starts_at
    services.talks.set_moments(talk.id, started_at=day, ended_at=day + timedelta(minutes=20))
    assert moments(services, talk.id) == (utc(day), utc(day + timedelta(minutes=20)))
    with pytest.raises(DomainError, match="ends_before_start") as refusal:
        services.talks.set_moments(talk.id, started_at=day, ended_at=day - timedelta(minutes=1))
    assert refusal.value.field == "ended_at"
    say_all(services, talk)
    with pytest.raises(DomainError, match="ends_before_start"):
        services.conversations.hold(
            now_of(services, talk), summary="", ended_at=utc(day - timedelta(minutes=1))
        )
    assert moments(services, talk.id) == (utc(day), utc(day + timedelta(minutes=20)))


def test_a_group_is_held_once_for_all_and_keeps_each_ones_own_words(
    services: Services, group: list[uuid.UUID]
) -> None:
    for talk_id, words in zip(group, ("een", "twee", "drie"), strict=True):
        services.talks.save_summary(talk_id, words, version=services.talks.view(talk_id).row.version)
    row = services.talks.view(group[1]).row
    services.conversations.hold(row, summary=row.summary)
    rows = [services.talks.view(talk_id).row for talk_id in group]
    assert [found.state for found in rows] == [ConversationState.HELD] * 3
    assert [found.summary for found in rows] == ["een", "twee", "drie"]
    assert len({moments(services, talk_id) for talk_id in group}) == 1
    services.history.undo()
    assert [services.talks.view(talk_id).row.state for talk_id in group] == [ConversationState.PLANNED] * 3


def test_a_group_knows_its_students_and_who_has_a_take_away(
    services: Services, group: list[uuid.UUID]
) -> None:
    services.talks.save_summary(group[0], "een les", version=services.talks.view(group[0]).row.version)
    members = services.talks.view(group[2]).group
    assert [(member.call_name, member.has_take_away) for member in members] == [
        ("Adam", True),
        ("Bo", False),
        ("Cé", False),
    ]


def test_names_of_everybody_else_do_not_belong_in_a_take_away(
    services: Services, group: list[uuid.UUID]
) -> None:
    names = services.talks.names_to_avoid(group[0])
    assert {"bos", "claes", "mehmet"} <= names
    # One's own name and the owner's are no secret here.
    assert not {"adam", "aerts", "griet"} & names


def test_seconds_survive_a_restart_and_are_no_step_to_undo(
    services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    def journalled() -> int:
        with services.database.reading() as session:
            return session.scalars(select(func.count()).select_from(journal_table)).one()

    before = journalled()
    timing = TalkTiming(seen_at=clock.now(), seconds={0: 3.0, 2: 71.5}, at=2, running=False)
    services.talks.keep_timing(talk.id, timing)
    assert services.talks.timing(talk.id) == timing
    assert journalled() == before


def test_seconds_are_gone_once_the_talk_is_rounded_off_or_its_student_is_no_longer_there(
    services: Services, talk: ConversationRow, clock: FixedClock, trajectory_id: uuid.UUID
) -> None:
    def kept_of(talk_id: uuid.UUID) -> list[str]:
        with services.database.reading() as session:
            return list(
                session.scalars(select(kept_table.c.name).where(kept_table.c.name.like(f"{talk_id}%")))
            )

    other = factory.add_conversation(services, trajectory_id, starts_at=NOW + timedelta(days=1))
    for talk_id in (talk.id, other.id):
        services.talks.keep_timing(talk_id, TalkTiming(seen_at=clock.now(), seconds={1: 5.0}))
    say_all(services, talk)
    services.conversations.hold(now_of(services, talk), summary="")
    assert services.talks.timing(talk.id) is None
    # What looks a second later finds it over.
    services.talks.keep_timing(talk.id, TalkTiming(seen_at=clock.now()))
    assert kept_of(talk.id) == []
    assert kept_of(other.id)
    services.removal.delete_student(trajectory_id)
    services.history.empty_bin()
    assert kept_of(other.id) == []


def test_a_card_is_chosen_for_a_talk_and_the_usual_one_lies_there_first(
    services: Services, talk: ConversationRow
) -> None:
    choice = services.talks.view(talk.id).methods
    assert choice is not None
    assert (choice.chosen, [card.key for card in choice.cards], choice.line) == (
        "grow",
        ["grow", "korthagen", "starrt"],
        3,
    )
    services.talks.choose_method(talk.id, "starrt")
    services.talks.choose_method(talk.id, FREE)
    free = services.talks.view(talk.id).methods
    assert free is not None
    assert (free.chosen, free.card) == (FREE, None)
    services.history.undo()
    back = services.talks.view(talk.id).methods
    assert back is not None
    assert back.chosen in {"starrt", "grow"}
    with pytest.raises(DomainError, match="not_found"):
        services.talks.choose_method(talk.id, "incident")


def test_every_card_has_five_lines_with_a_question_in_both_languages() -> None:
    cards: dict[str, MethodCard] = {}
    for key in ("coaching_conversation", "midterm_trialogue", "peer_consultation", "concern_conversation"):
        choice = methods_of(key, chosen="")
        assert choice is not None
        assert choice.card is not None
        cards |= {card.key: card for card in choice.cards}
    assert set(cards) == {"grow", "korthagen", "starrt", "feedback_4g", "five_steps", "incident"}
    for card in cards.values():
        assert len(card.steps) == 5
        for step in card.steps:
            assert all(step.question[code].rstrip(".").strip() for code in ("nl", "en"))
            assert all(step.label[code] for code in ("nl", "en"))
    assert sum(step.minutes for step in cards["five_steps"].steps) == 60
    assert cards["starrt"].after is not None
    assert methods_of("intake_conversation", chosen="grow") is None


def test_own_words_for_feedback_are_kept_for_the_profile_and_can_be_taken_back(
    services: Services, talk: ConversationRow
) -> None:
    services.talks.set_feedback_labels(["Gebeurtenis", "", " ", "Wens " * 20])
    labels = services.talks.view(talk.id).feedback_labels
    assert labels[:3] == ("Gebeurtenis", "", "")
    assert len(labels[3]) <= 24
    services.history.undo()
    assert services.talks.view(talk.id).feedback_labels == ()
    assert services.talks.view(talk.id).row.hat is Hat.COACH
