"""What is said of the next talk at different moments, and of a round without somebody of the institute."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.overview import NotSpoken, WaitingRound
from wpl_desktop.services.talk_rows import RoundState, StudentName, Talk
from wpl_desktop.ui.today.today_words import (
    TalkAction,
    reminder,
    round_words,
    silence_words,
    talk_action,
    talk_state,
    when_words,
)

NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)
STUDENT = StudentName(
    trajectory_id=uuid.UUID(int=1),
    student_id=uuid.UUID(int=2),
    name="Nguyễn Thị Hạnh",
    call_name="Hạnh",
    sort_name="Nguyễn Thị Hạnh",
)
ROUND = RoundState(
    id=uuid.UUID(int=3),
    trajectory_id=STUDENT.trajectory_id,
    conversation_id=None,
    number=2,
    held_on=date(2026, 1, 27),
    perspectives=tuple(Perspective),
    ready=frozenset(),
    revealed=False,
    final=False,
)


def talk(starts_at: datetime, **values: object) -> Talk:
    planned = Talk(
        id=uuid.UUID(int=4),
        student=STUDENT,
        students=1,
        name={"en": "coaching"},
        hat=Hat.COACH,
        starts_at=starts_at,
        minutes=30,
        state=ConversationState.PLANNED,
        not_held_cause=None,
        has_note=False,
        people=(),
        round=None,
    )
    return replace(planned, **values)


@pytest.mark.parametrize(
    ("starts_at", "said"),
    [
        (NOW - timedelta(minutes=30), "Did it take place? At 15:00"),
        (NOW - timedelta(minutes=29), "Going on now, until 15:31"),
        (NOW, "Going on now, until 16:00"),
        (NOW + timedelta(seconds=30), "Soon at 15:30, in 1 minute"),
        (NOW + timedelta(minutes=60), "Soon at 16:30, in 60 minutes"),
        (NOW + timedelta(minutes=61), "Today at 16:31"),
        (NOW + timedelta(days=1), "Tomorrow at 15:30"),
        (NOW + timedelta(days=5), "Tuesday 27 January at 15:30"),
    ],
)
def test_when_the_next_talk_is(starts_at: datetime, said: str) -> None:
    assert when_words(talk(starts_at), now=NOW) == said


def test_just_before_midnight_a_talk_is_soon_and_not_tomorrow() -> None:
    late = NOW.replace(hour=23, minute=50)
    assert when_words(talk(late + timedelta(minutes=20)), now=late) == "Soon at 00:10, in 20 minutes"


def test_of_a_talk_with_the_institute_no_note_is_asked() -> None:
    held = talk(NOW, state=ConversationState.HELD)
    assert talk_action(held, now=NOW) is TalkAction.FILL_IN
    assert talk_action(replace(held, hat=Hat.INSTITUTE), now=NOW) is TalkAction.LOOK


def test_a_round_that_has_not_begun_waits_for_nobody() -> None:
    later = talk(NOW + timedelta(days=5), hat=Hat.EVALUATE, round=ROUND)
    assert talk_state(later, now=NOW) == "waiting for Hạnh, you and the institute"
    far = replace(later, round=replace(ROUND, held_on=date(2026, 3, 1)))
    assert talk_state(far, now=NOW) == ""


def test_a_round_without_institute_is_ready_when_both_are() -> None:
    two = replace(ROUND, perspectives=(Perspective.STUDENT, Perspective.WORKPLACE))
    assert round_words(two, student=STUDENT) == "waiting for Hạnh and you"
    assert round_words(replace(two, ready=frozenset(two.perspectives)), student=STUDENT) == "both ready"


def test_a_reminder_for_two_names_neither_and_one_after_the_day_names_no_day() -> None:
    waiting = replace(ROUND, ready=frozenset({Perspective.WORKPLACE}))
    row = WaitingRound(student=STUDENT, state=waiting, institute="Nadège")
    text = reminder(row, sender="Griet", today=date(2026, 1, 28))
    assert text.startswith("Hello,\n")
    assert "Nadège" not in text
    assert "January" not in text
    own = replace(
        row, state=replace(waiting, ready=frozenset({Perspective.WORKPLACE, Perspective.INSTITUTE}))
    )
    assert reminder(own, sender="Griet", today=NOW.date()).startswith("Hello Hạnh,")


def test_who_was_never_spoken_to_is_counted_from_the_start() -> None:
    row = NotSpoken(student=STUDENT, starts_on=date(2025, 8, 28), last_on=None, missed_on=None, cause=None)
    assert silence_words(row, today=NOW.date()) == "No conversation yet since the start on 28 August."
