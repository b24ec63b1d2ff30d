"""Our calendar files, read by two parsers that are not ours: times that stay, no names, and no line from outside."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from wpl_desktop.domain.calendar_events import PRODUCT, CalendarEvent, zone_of
from wpl_desktop.exchange.calendar_file import one_line, write_calendar
from wpl_desktop.texts import untranslated

BRUSSELS = ZoneInfo("Europe/Brussels")
CHANGED = datetime(2026, 1, 22, 15, 30, 12, 345678, tzinfo=UTC)
QUARTER_TO_FOUR = datetime(2026, 3, 26, 15, 45)  # noqa: DTZ001  (a wall clock has no zone)
# Signs that end a line somewhere, and what would be a line of its own.
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029;,:\\\"'^\x00\ud800\ufeff \t"),
    ),
    max_size=120,
)


def event(**values: Any) -> CalendarEvent:
    defaults: dict[str, Any] = {
        "uid": "01a2019b@wpl-desktop",
        "starts_at": QUARTER_TO_FOUR,
        "minutes": 30,
        "sequence": 0,
        "cancelled": False,
        "changed_at": CHANGED,
    }
    return CalendarEvent(**{**defaults, **values})


def written(*events: CalendarEvent, zone: str = "Europe/Brussels", alarm_minutes: int | None = 15) -> bytes:
    target = io.BytesIO()
    write_calendar(
        events,
        zone=zone,
        alarm_minutes=alarm_minutes,
        product=PRODUCT,
        translate=untranslated,
        target=target,
    )
    return target.getvalue()


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def read_by_vobject(data: bytes) -> list[Any]:
    (calendar,) = vobject.readComponents(data.decode())
    return list(calendar.vevent_list)


def read_by_ical(data: bytes) -> list[Any]:
    return list(IcsCalendarStream.calendar_from_ics(data.decode()).events)


def test_one_talk_says_when_it_is_and_nothing_more() -> None:
    lines = unfolded(written(event()))
    start = lines.index("BEGIN:VEVENT")
    assert lines[:6] == [
        "BEGIN:VCALENDAR",
        "PRODID:-//WPL Desktop//WPL Desktop//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VTIMEZONE",
    ]
    assert lines[start:] == [
        "BEGIN:VEVENT",
        "UID:01a2019b@wpl-desktop",
        "DTSTAMP:20260122T153012Z",
        "LAST-MODIFIED:20260122T153012Z",
        "SEQUENCE:0",
        "DTSTART;TZID=Europe/Brussels:20260326T154500",
        "DTEND;TZID=Europe/Brussels:20260326T161500",
        "STATUS:CONFIRMED",
        "SUMMARY:Conversation",
        "CLASS:PRIVATE",
        "TRANSP:OPAQUE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Conversation",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_names_and_place_stand_there_only_when_they_are_given() -> None:
    lines = unfolded(written(event(names=("Hạnh", "Zoë"), place="Lokaal 3; kelder")))
    assert "SUMMARY:Conversation with Hạnh\\, Zoë" in lines
    assert "LOCATION:Lokaal 3\\; kelder" in lines
    # The warning is on the screen of a telephone that lies on the table.
    assert "DESCRIPTION:Conversation" in lines
    (read,) = read_by_vobject(written(event(names=("Hạnh", "Zoë"), place="Lokaal 3; kelder")))
    assert (read.summary.value, read.location.value) == ("Conversation with Hạnh, Zoë", "Lokaal 3; kelder")


def test_a_cancelled_talk_takes_no_time_and_warns_nobody() -> None:
    data = written(event(cancelled=True, sequence=3))
    lines = unfolded(data)
    assert {"STATUS:CANCELLED", "TRANSP:TRANSPARENT", "SEQUENCE:3"} <= set(lines)
    assert "BEGIN:VALARM" not in lines
    (read,) = read_by_ical(data)
    assert (read.status.value, read.sequence) == ("CANCELLED", 3)


@pytest.mark.parametrize("minutes", [None, 0])
def test_without_a_warning_there_is_none(minutes: int | None) -> None:
    assert b"VALARM" not in written(event(), alarm_minutes=minutes)


def test_lines_are_folded_within_75_bytes_and_end_as_the_standard_says() -> None:
    data = written(event(names=("Nguyễn Thị Hạnh " * 12,), place="ruimte " * 40))
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    (read,) = read_by_vobject(data)
    assert read.location.value == ("ruimte " * 40).strip()
    assert read.summary.value.endswith("Nguyễn Thị Hạnh")


def test_the_same_talks_give_the_same_bytes_in_any_order() -> None:
    one, other = event(), event(uid="b@wpl-desktop", starts_at=QUARTER_TO_FOUR - timedelta(days=1))
    assert written(one, other) == written(other, one)
    assert written(one, other) != written(one)


@pytest.mark.parametrize("zone", ["Europe/Brussels", "Europe/Amsterdam"])
def test_the_rules_of_the_zone_are_those_of_the_zone(zone: str) -> None:
    """A third reader, dateutil, goes by the written rules alone; the clock changes in the night of a Sunday."""
    rules = tzical(io.StringIO(written(zone=zone).decode().replace("\r\n", "\n"))).get(zone)
    assert rules is not None
    known = ZoneInfo(zone)
    moment = datetime(1997, 1, 1, tzinfo=UTC)
    while moment.year < 2038:
        wall = moment.astimezone(known)
        assert moment.astimezone(rules).utcoffset() == wall.utcoffset(), moment
        # Each hour of the days on which it may change, a day otherwise.
        is_night = wall.month in (3, 10) and wall.day >= 24
        moment += timedelta(hours=1 if is_night else 24)


def test_another_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="Europe/London"):
        written(event(), zone="Europe/London")


@pytest.mark.parametrize("first", [datetime(2025, 10, 7, 15, 45), datetime(2026, 3, 10, 15, 45)])  # noqa: DTZ001
def test_a_weekly_series_stays_at_its_time_when_the_clock_changes(first: datetime) -> None:
    week = timedelta(weeks=1)
    data = written(
        *(event(uid=f"{number}@wpl-desktop", starts_at=first + number * week) for number in range(6))
    )
    for read in (
        [found.dtstart.value for found in read_by_vobject(data)],
        [found.dtstart for found in read_by_ical(data)],
    ):
        assert [moment.replace(tzinfo=None) for moment in read] == [first + n * week for n in range(6)]
        assert [moment.utcoffset() for moment in read] == [
            (first + number * week).replace(tzinfo=BRUSSELS).utcoffset() for number in range(6)
        ]
        # The control: the clock did change between the first and the last.
        assert len({moment.utcoffset() for moment in read}) == 2


@given(name=HOSTILE, place=HOSTILE)
def test_no_text_becomes_a_line_of_the_file(name: str, place: str) -> None:
    data = written(event(names=(name,), place=place))
    plain = written(event(names=("A",), place="B" if one_line(place) else ""))
    assert [line.split(":")[0] for line in unfolded(data)] == [line.split(":")[0] for line in unfolded(plain)]
    # Parsers that end a line at any sign that may end one find no other lines either.
    assert len(data.decode().replace("\r\n ", "").splitlines()) == len(unfolded(data))
    (read,) = read_by_vobject(data)
    spoken = one_line(name)
    assert read.summary.value == (f"Conversation with {spoken}" if spoken else "Conversation")
    (other,) = read_by_ical(data)
    assert other.summary == read.summary.value


def test_braces_in_a_name_are_no_placeholder() -> None:
    assert "SUMMARY:Conversation with {names}" in unfolded(written(event(names=("{names}",))))


@pytest.mark.parametrize(
    ("vocabulary", "language", "zone"),
    [
        ("education_be", "nl", "Europe/Brussels"),
        ("education_be", "en", "Europe/Brussels"),
        ("education_nl", "en", "Europe/Amsterdam"),
        ("care", "nl", "Europe/Amsterdam"),
        ("care", "en", "Europe/Brussels"),
    ],
)
def test_the_zone_is_that_of_the_workplace(vocabulary: str, language: str, zone: str) -> None:
    assert zone_of(vocabulary, language) == zone
