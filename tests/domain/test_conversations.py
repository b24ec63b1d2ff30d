"""Whether slots overlap when they share a minute, and what a conversation needs."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.conversations import (
    ConversationState,
    NotHeldCause,
    Slot,
    check_minutes,
    check_not_held,
    required_text,
)
from wpl_desktop.domain.errors import DomainError

DAY = datetime(2026, 1, 22)  # noqa: DTZ001  (planned times are local)


def slot(written: str) -> Slot:
    """`15:45-16:15`."""
    starts, ends = (datetime.strptime(part, "%H:%M") for part in written.split("-"))  # noqa: DTZ007
    starts_at = DAY.replace(hour=starts.hour, minute=starts.minute)
    return Slot(starts_at=starts_at, minutes=int((ends - starts).total_seconds()) // 60)


slots = st.builds(
    lambda start, minutes: Slot(starts_at=DAY + timedelta(minutes=start), minutes=minutes),
    st.integers(0, 1439),
    st.integers(1, 480),
)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("15:45-16:15", "15:45-16:15", True),
        ("15:45-16:15", "16:14-16:30", True),
        ("15:45-16:15", "16:15-16:30", False),
        ("15:45-16:15", "15:30-15:45", False),
        ("15:45-16:15", "15:30-15:46", True),
        ("15:45-16:15", "15:50-16:00", True),
        ("15:50-16:00", "15:45-16:15", True),
        ("09:00-10:00", "15:45-16:15", False),
    ],
)
def test_overlap(one: str, other: str, overlap: bool) -> None:
    assert slot(one).overlaps(slot(other)) is overlap
    assert slot(other).overlaps(slot(one)) is overlap


@given(slots, slots)
def test_overlap_is_a_shared_minute(one: Slot, other: Slot) -> None:
    def minutes(whose: Slot) -> set[datetime]:
        return {whose.starts_at + timedelta(minutes=number) for number in range(whose.minutes)}

    assert one.overlaps(other) is bool(minutes(one) & minutes(other))


def test_overlap_over_midnight() -> None:
    late = Slot(starts_at=DAY.replace(hour=23, minute=30), minutes=60)
    early = Slot(starts_at=DAY + timedelta(days=1, minutes=15), minutes=30)
    assert late.overlaps(early)


@pytest.mark.parametrize(
    ("minutes", "allowed"), [(-30, False), (0, False), (1, True), (30, True), (480, True), (481, False)]
)
def test_minutes(minutes: int, allowed: bool) -> None:
    if allowed:
        check_minutes(minutes)
        return
    with pytest.raises(DomainError) as refusal:
        check_minutes(minutes)
    assert (refusal.value.code, refusal.value.field) == ("minutes_out_of_range", "minutes")
    assert refusal.value.values == (("most", "480"),)


@pytest.mark.parametrize("state", ConversationState)
@pytest.mark.parametrize("cause", [None, *NotHeldCause])
def test_not_held_and_only_not_held_has_a_cause(state: ConversationState, cause: NotHeldCause | None) -> None:
    if (state is ConversationState.NOT_HELD) is (cause is not None):
        check_not_held(state, cause)
        return
    with pytest.raises(DomainError, match="cause_missing"):
        check_not_held(state, cause)


@pytest.mark.parametrize(("typed", "kept"), [("  iets  ", "iets"), ("a\nb", "a\nb"), ("R&D <b>", "R&D <b>")])
def test_a_text_that_is_required(typed: str, kept: str) -> None:
    assert required_text(typed, code="agreement_missing", field="text") == kept


@pytest.mark.parametrize("typed", ["", "  ", "\n\t"])
def test_a_text_that_is_missing(typed: str) -> None:
    with pytest.raises(DomainError) as refusal:
        required_text(typed, code="agreement_missing", field="agreements")
    assert (refusal.value.code, refusal.value.field) == ("agreement_missing", "agreements")
