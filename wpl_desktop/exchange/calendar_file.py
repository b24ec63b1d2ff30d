"""Talks as a calendar file (RFC 5545) that every calendar takes in; importing it again changes instead of doubles."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO, Final
from zoneinfo import ZoneInfo

from wpl_desktop.domain.calendar_events import CalendarEvent

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

    from wpl_desktop.texts import Translate

# Since 1996 the clocks of the whole Union change on the same two nights; both zones are an hour before UTC.
_ZONES: Final = frozenset({"Europe/Amsterdam", "Europe/Brussels"})
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)
_LAST_SUNDAY: Final = {"FREQ": "YEARLY", "BYDAY": "-1SU"}
# Signs that a line of a calendar cannot hold: control signs and halves of signs.
_UNWRITABLE: Final = frozenset({"Cc", "Cs"})
#: After so many talks one hears how far it is.
_STEP: Final = 50


def write_calendar(
    events: Sequence[CalendarEvent],
    *,
    zone: str,
    alarm_minutes: int | None,
    product: str,
    translate: Translate,
    target: BinaryIO,
    step: Callable[[int, int], None] | None = None,
) -> None:
    """Write talks as one calendar; the same talks give the same bytes.

    Args:
        events: the talks, in any order.
        zone: the time zone of their local times: `Europe/Brussels` or `Europe/Amsterdam`.
        alarm_minutes: how long before a talk the calendar warns; None or 0: never.
        product: which program wrote it (PRODID).
        translate: gives the few words, in the language of whoever reads them.
        target: takes the file: UTF-8, lines folded and ended by CR LF.
        step: hears how many talks of how many are done; it may stop the work by raising.

    Raises:
        ValueError: a zone of which the clock changes are not known here.
    """
    from icalendar import Calendar

    calendar = Calendar()
    _put(
        calendar,
        {"PRODID": product, "VERSION": "2.0", "CALSCALE": "GREGORIAN", "METHOD": "PUBLISH"},
    )
    calendar.add_component(_time_zone(zone))
    in_order = sorted(events, key=lambda event: (event.starts_at, event.uid))
    for number, event in enumerate(in_order):
        if step is not None and number % _STEP == 0:
            step(number, len(in_order))
        entry = _entry(event, zone=ZoneInfo(zone), translate=translate)
        if alarm_minutes and event.planned and not event.cancelled:
            entry.add_component(_alarm(alarm_minutes, translate))
        calendar.add_component(entry)
    target.write(calendar.to_ical(sorted=False))


def _entry(event: CalendarEvent, *, zone: ZoneInfo, translate: Translate) -> Event:
    from icalendar import Event

    entry = Event()
    changed_at = event.changed_at.astimezone(UTC).replace(microsecond=0)
    place = one_line(event.place)
    _put(
        entry,
        {
            "UID": event.uid,
            "DTSTAMP": changed_at,
            "LAST-MODIFIED": changed_at,
            "SEQUENCE": event.sequence,
            "DTSTART": event.starts_at.replace(tzinfo=zone),
            "DTEND": event.ends_at.replace(tzinfo=zone),
            "STATUS": "CANCELLED" if event.cancelled else "CONFIRMED",
            "SUMMARY": _title(event, translate),
            **({"LOCATION": place} if place else {}),
            "CLASS": "PRIVATE",
            "TRANSP": "TRANSPARENT" if event.cancelled else "OPAQUE",
        },
    )
    return entry


def _title(event: CalendarEvent, translate: Translate) -> str:
    """*Gesprek*, whatever kind of talk it is; call names only where somebody chose them."""
    names = [name for name in map(one_line, event.names) if name]
    if not names:
        return translate("CalendarFile", "Conversation")
    return translate("CalendarFile", "Conversation with {names}").replace("{names}", ", ".join(names))


def _alarm(minutes: int, translate: Translate) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    words = translate("CalendarFile", "Conversation")
    _put(alarm, {"ACTION": "DISPLAY", "DESCRIPTION": words, "TRIGGER": -timedelta(minutes=minutes)})
    return alarm


def _time_zone(zone: str) -> Timezone:
    """The two rules of a zone, so that a calendar that does not know its name has the same times."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    if zone not in _ZONES:
        raise ValueError(zone)
    found = Timezone()
    _put(found, {"TZID": zone})
    for kind, name, begins, month, before, after in (
        (TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), 3, _WINTER, _SUMMER),  # noqa: DTZ001  (by the old clock)
        (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), 10, _SUMMER, _WINTER),  # noqa: DTZ001
    ):
        rule = kind()
        _put(
            rule,
            {
                "DTSTART": begins,
                "RRULE": {**_LAST_SUNDAY, "BYMONTH": month},
                "TZNAME": name,
                "TZOFFSETFROM": before,
                "TZOFFSETTO": after,
            },
        )
        found.add_component(rule)
    return found


def _put(component: Any, values: Mapping[str, object]) -> None:
    """Give a part of the calendar its properties, in this order."""
    for name, value in values.items():
        component.add(name, value)


def one_line(text: str) -> str:
    """A text as one line without signs that end one: what somebody types never becomes a line of the file."""
    words = " ".join(text.split())
    return "".join(sign for sign in words if unicodedata.category(sign) not in _UNWRITABLE)
