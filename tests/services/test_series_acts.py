"""Anything done with series and groups, in any order: what was held stays, calendars hear of it, all is undone."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.domain.calendar_events import CalendarEvent
from wpl_desktop.domain.conversations import Conversation, ConversationState, NotHeldCause
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.series import ConversationSeries, Scope, SeriesRule
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues

#: A Thursday in January; talks lie before it and after it.
TODAY: Final = factory.THURSDAY
TUESDAY: Final = datetime(2026, 1, 13, 15, 45)  # noqa: DTZ001  (planned times are local)
UNTIL: Final = date(2026, 3, 24)
STUDENTS: Final = ("Łukasz Wójcik", "Zoë Peeters", "Hạnh Nguyễn")
RULES: Final = (
    SeriesRule(weekdays=(2,)),
    SeriesRule(weekdays=(1, 4)),
    SeriesRule(weekdays=(2,), frequency_weeks=2),
)
#: Undo unmakes what was entered, never what a calendar was told.
OF_CALENDARS: Final = frozenset({"sequence", "exported_on", "version", "updated_at"})
_numbers = itertools.count()


class Acts:
    """One profile and everything that may be done with its talks; each act picks what it is about by a number."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.students = [factory.add_student(services, name=name) for name in STUDENTS]
        self.told: dict[str, CalendarEvent] = {}

    def rows(self) -> list[ConversationRow]:
        """Every talk, in the order of their days."""
        found = [row for one in self.students for row in self.services.conversations.of_student(one)]
        return sorted(found, key=lambda row: (row.starts_at, row.id))

    def pick(
        self, number: int, state: ConversationState = ConversationState.PLANNED
    ) -> ConversationRow | None:
        rows = [row for row in self.rows() if row.state is state]
        return rows[number % len(rows)] if rows else None

    def values(
        self, number: int, *, key: str = "coaching_conversation", together: bool = False
    ) -> PlanValues:
        kind = next(kind for kind in self.services.conversations.types() if kind.key == key)
        first = number % len(self.students)
        return PlanValues(
            trajectory_id=self.students[first],
            type_id=kind.id,
            starts_at=TUESDAY + timedelta(days=number % 21, minutes=15 * (number % 7)),
            minutes=30,
            others=tuple(one for one in self.students if one != self.students[first]) if together else (),
        )

    # What can be done

    def plan_one(self, number: int, _other: int) -> None:
        self.services.conversations.plan(self.values(number))

    def plan_group(self, number: int, _other: int) -> None:
        self.services.conversations.plan(self.values(number, key="return_day", together=True))

    def plan_series(self, number: int, other: int) -> None:
        self.services.series.plan(self.values(number), RULES[other % len(RULES)], UNTIL)

    def plan_group_series(self, number: int, other: int) -> None:
        values = self.values(number, key="peer_consultation", together=True)
        self.services.series.plan(values, RULES[other % len(RULES)], UNTIL)

    def plan_several(self, number: int, other: int) -> None:
        plans = [self.values(number), self.values(number + 1)]
        self.services.series.plan_many(plans, RULES[other % len(RULES)], UNTIL)

    def move(self, number: int, other: int) -> None:
        row = self.pick(number)
        if row is None:
            return
        self.services.series.reschedule(
            row.id,
            version=row.version,
            starts_at=row.starts_at + timedelta(days=other % 19 - 9, minutes=15 * (other % 5)),
            minutes=30 + 5 * (other % 3),
            scope=self._scope(row, other),
        )

    def call_off(self, number: int, other: int) -> None:
        row = self.pick(number)
        if row is not None:
            self.services.series.call_off(row.id, version=row.version, scope=self._scope(row, other))

    def delete(self, number: int, _other: int) -> None:
        rows = self.rows()
        if rows:
            self.services.removal.delete_conversation(rows[number % len(rows)])

    def hold(self, number: int, _other: int) -> None:
        row = self.pick(number)
        if row is not None:
            self.services.conversations.hold(row, summary="Was er")

    def not_held(self, number: int, other: int) -> None:
        row = self.pick(number)
        if row is not None:
            again = row.starts_at + timedelta(days=other % 9) if other % 2 else None
            self.services.conversations.mark_not_held(
                row, cause=NotHeldCause.STUDENT, again_at=again, whole_group=other % 3 > 0
            )

    def plan_again(self, number: int, other: int) -> None:
        row = self.pick(number, (ConversationState.HELD, ConversationState.NOT_HELD)[other % 2])
        if row is not None:
            self.services.conversations.plan_again(row)

    def export(self, _number: int, _other: int) -> None:
        """Somebody takes everything into a calendar, which hears of each talk what it must."""
        data = self.services.calendar_export.everything()
        self.services.calendar_export.mark_exported(data)
        now = {event.uid: event for event in data.events}
        check_told(self.told, now)
        self.told = now

    def undo(self, _number: int, _other: int) -> None:
        self.services.history.undo()

    def redo(self, _number: int, _other: int) -> None:
        self.services.history.redo()

    def _scope(self, row: ConversationRow, number: int) -> Scope:
        scopes = self.services.series.scopes(row.id)
        return scopes[number % len(scopes)]


#: Everything that can be done, by name.
ACTS: Final[dict[str, Callable[[Acts, int, int], None]]] = {
    name: getattr(Acts, name)
    for name in (
        "plan_one",
        "plan_group",
        "plan_series",
        "plan_group_series",
        "plan_several",
        "move",
        "call_off",
        "delete",
        "hold",
        "not_held",
        "plan_again",
        "export",
        "undo",
        "redo",
    )
}
MAY_CHANGE_HELD: Final = frozenset({"delete", "plan_again", "undo", "redo"})
_numbers_of_acts = st.integers(0, 999)
several_acts = st.lists(
    st.tuples(st.sampled_from(sorted(ACTS)), _numbers_of_acts, _numbers_of_acts), min_size=4, max_size=16
)


def talk_rows(services: Services) -> dict[UUID, dict[str, Any]]:
    """Every talk with all its columns."""
    with services.database.reading() as session:
        return {
            talk.id: {column.key: getattr(talk, column.key) for column in Conversation.__table__.columns}
            for talk in session.scalars(select(Conversation))
        }


def entered(services: Services) -> list[tuple[object, ...]]:
    """All that was entered by hand: what an undo brings back."""
    rows: list[tuple[object, ...]] = [
        (talk_id, *(value for name, value in sorted(talk.items()) if name not in OF_CALENDARS))
        for talk_id, talk in talk_rows(services).items()
    ]
    with services.database.reading() as session:
        rows += [
            (one.id, one.trajectory_id, one.rule, one.starts_at, one.minutes, one.until)
            for one in session.scalars(select(ConversationSeries))
        ]
    return sorted(rows, key=str)


def check_told(before: dict[str, CalendarEvent], now: dict[str, CalendarEvent]) -> None:
    """RFC 5545: nothing that was told disappears without a word, and what changed has a higher number."""
    assert before.keys() <= now.keys()
    for uid, event in before.items():
        after = now[uid]
        assert after.sequence >= event.sequence, (event, after)
        is_same = (after.starts_at, after.minutes, after.cancelled) == (
            event.starts_at,
            event.minutes,
            event.cancelled,
        )
        assert is_same or after.sequence > event.sequence, (event, after)


def check_days(services: Services) -> None:
    """Of one series there are no two talks on one day, but for those that were moved alone or not held."""
    days = Counter(
        (talk["series_id"], talk["starts_at"].date())
        for talk in talk_rows(services).values()
        if talk["series_id"] is not None
        and talk["state"] is not ConversationState.NOT_HELD
        and talk["starts_at"].date() == talk["series_on"]
    )
    assert [day for day, count in days.items() if count > 1] == []


def check_groups(services: Services) -> None:
    """The rows of one talk that are in the same state are at the same moment."""
    moments: dict[tuple[UUID, ConversationState], set[tuple[datetime, int]]] = {}
    for talk in talk_rows(services).values():
        if talk["group_id"] is not None and talk["state"] is ConversationState.PLANNED:
            key = (talk["group_id"], talk["state"])
            moments.setdefault(key, set()).add((talk["starts_at"], talk["minutes"]))
    assert [found for found in moments.values() if len(found) > 1] == []


@dataclass
class Watch:
    """What must never become less."""

    sequences: dict[UUID, int] = field(default_factory=dict[UUID, int])

    def look(self, services: Services) -> None:
        for talk_id, talk in talk_rows(services).items():
            if talk["exported_on"] is not None:
                assert talk["sequence"] >= self.sequences.get(talk_id, 0), talk
                self.sequences[talk_id] = talk["sequence"]


def held_rows(services: Services) -> dict[UUID, dict[str, Any]]:
    """The talks that were held; that one stands in a calendar changes nothing about it."""
    return {
        talk_id: {name: value for name, value in talk.items() if name != "exported_on"}
        for talk_id, talk in talk_rows(services).items()
        if talk["state"] is ConversationState.HELD
    }


def run(acts: Acts, name: str, number: int, other: int) -> None:
    """Do one act; a refusal says why and changes nothing."""
    before = talk_rows(acts.services)
    try:
        ACTS[name](acts, number, other)
    except DomainError:
        assert talk_rows(acts.services) == before


# A found example is short enough to read; making it shorter takes minutes.
@settings(phases=(Phase.explicit, Phase.reuse, Phase.generate), max_examples=5)
@given(several_acts)
def test_in_any_order(pristine: Pristine, tmp_path_factory: Any, steps: list[tuple[str, int, int]]) -> None:
    folder: Path = tmp_path_factory.mktemp("acts")
    clock = FixedClock(TODAY - timedelta(days=2))
    services = pristine.open_in(folder, clock=clock)
    try:
        acts = Acts(services)
        # Longer ago than an undo reaches: the students stay.
        clock.moment = TODAY
        in_any_order(acts, steps)
    finally:
        services.close()


def in_any_order(acts: Acts, steps: list[tuple[str, int, int]]) -> None:
    services, watch = acts.services, Watch()
    first = entered(services)
    for name, number, other in steps:
        held = held_rows(services)
        run(acts, name, number, other)
        if name not in MAY_CHANGE_HELD:
            now = held_rows(services)
            assert {talk_id: now.get(talk_id) for talk_id in held} == held
        check_days(services)
        check_groups(services)
        watch.look(services)
        check_told(acts.told, {event.uid: event for event in services.calendar_export.everything().events})
    last = entered(services)
    undone = 0
    while services.history.undo() is not None:
        undone += 1
    assert entered(services) == first
    for _ in range(undone):
        assert services.history.redo() is not None
    check_days(services)
    if not any(name == "undo" for name, _, _ in steps):
        assert entered(services) == last
    acts.export(0, 0)
