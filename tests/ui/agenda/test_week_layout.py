"""Minutes become rectangles, without any window."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.ui.agenda.week_layout import (
    DAY_MINUTES,
    USUAL_HOURS,
    Entry,
    Frame,
    hours_shown,
    lay_bars,
    lay_out,
    snapped,
)

FRAME = Frame(width=902, gutter=72, days=5, hour=48, first=480, last=1080)
MONDAY = date(2025, 10, 13)
DAYS = [MONDAY + timedelta(days=number) for number in range(5)]


def entry(key: str, start: int, minutes: int, *, day: int = 0) -> Entry:
    return Entry(key=key, day=day, start=start, minutes=minutes)


def laid(*entries: Entry, least_width: float = 48) -> tuple[dict[object, object], list[tuple[object, ...]]]:
    placed, folded = lay_out(entries, FRAME, least_width=least_width, least_height=20)
    return {place.key: place.rect for place in placed}, [group.keys for group in folded]


def test_a_talk_stands_where_the_mockup_has_it() -> None:
    placed, _ = lay_out([entry("Hạnh", 15 * 60 + 45, 60, day=3)], FRAME, least_width=48, least_height=20)
    rect = placed[0].rect
    assert (rect.x(), rect.y(), rect.width(), rect.height()) == (72 + 3 * 166 + 4, 373, 154, 46)


def test_talks_that_overlap_stand_side_by_side_and_others_are_wide() -> None:
    placed, folded = lay_out(
        [entry("a", 540, 60), entry("b", 570, 60), entry("c", 600, 30), entry("d", 700, 30)],
        FRAME,
        least_width=48,
        least_height=20,
    )
    rects = {place.key: place.rect for place in placed}
    assert folded == []
    assert rects["a"].right() < rects["b"].left()
    # The third goes on in the column that the first leaves.
    assert rects["c"].left() == rects["a"].left()
    assert rects["d"].width() == 154


def test_a_quarter_of_an_hour_can_still_be_read() -> None:
    placed, _ = lay_out([entry("a", 540, 15), entry("b", 555, 15)], FRAME, least_width=48, least_height=20)
    assert all(place.rect.height() >= 20 for place in placed)
    assert not placed[0].rect.intersects(placed[1].rect)


def test_what_has_no_room_is_a_number_in_its_hour() -> None:
    rects, folded = laid(*(entry(str(number), 540, 30) for number in range(9)))
    assert len(rects) == 2
    assert [len(keys) for keys in folded] == [7]


def test_what_is_folded_stands_over_no_other_talk() -> None:
    entries = [*(entry(str(number), 540, 30) for number in range(9)), entry("after", 575, 20)]
    placed, folded = lay_out(entries, FRAME, least_width=48, least_height=20)
    after = next(place.rect for place in placed if place.key == "after")
    assert not folded[0].rect.intersects(after)


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(480, 1040), st.integers(5, 240)), min_size=1, max_size=25
    )
)
def test_nothing_lies_over_anything_and_nothing_is_lost(found: list[tuple[int, int, int]]) -> None:
    entries = [
        Entry(key=number, day=day, start=start, minutes=minutes)
        for number, (day, start, minutes) in enumerate(found)
    ]
    placed, folded = lay_out(entries, FRAME, least_width=40, least_height=20)
    keys = [place.key for place in placed] + [key for group in folded for key in group.keys]
    assert sorted(keys, key=str) == sorted(range(len(entries)), key=str)
    for one, other in combinations([*placed, *folded], 2):
        assert not one.rect.intersects(other.rect)
    for place in placed:
        left = FRAME.x(place.day)
        assert left <= place.rect.left() < place.rect.right() <= left + FRAME.day_width


def test_the_usual_hours_are_always_there_and_others_when_needed() -> None:
    assert hours_shown([]) == USUAL_HOURS
    assert hours_shown([(7 * 60 + 15, 8 * 60)]) == (7 * 60, 18 * 60)
    assert hours_shown([(18 * 60, 19 * 60 + 5)]) == (8 * 60, 20 * 60)
    assert hours_shown([], least=700) == (8 * 60, 8 * 60 + 700)
    first, last = hours_shown([(23 * 60, DAY_MINUTES)], least=DAY_MINUTES * 2)
    assert (first, last) == (0, DAY_MINUTES)


def test_a_place_and_its_minute_are_each_other() -> None:
    for minute in range(480, 1080, 5):
        assert FRAME.minute_at(FRAME.y(minute)) == minute
    assert [FRAME.day_at(FRAME.x(day) + 1) for day in range(5)] == list(range(5))
    assert FRAME.day_at(10) is None
    assert FRAME.day_at(903) is None
    assert [snapped(minute) for minute in (541, 547, 548, 552)] == [540, 540, 555, 555]


def test_bands_stack_and_say_whether_they_go_on() -> None:
    bars = lay_bars(
        [
            (MONDAY - timedelta(days=3), MONDAY + timedelta(days=1)),
            (MONDAY + timedelta(days=1), MONDAY + timedelta(days=9)),
            (MONDAY + timedelta(days=2), MONDAY + timedelta(days=2)),
            (MONDAY + timedelta(days=20), MONDAY + timedelta(days=21)),
        ],
        DAYS,
    )
    assert [(bar.key, bar.row, bar.first, bar.last) for bar in bars] == [
        (0, 0, 0, 1),
        (1, 1, 1, 4),
        (2, 0, 2, 2),
    ]
    assert [(bar.begins, bar.ends) for bar in bars] == [(False, True), (True, False), (True, True)]
