"""A year of weekly conversations with four students, planned by keyboard alone and counted key by key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests import factory
from tests.factory import FixedClock
from tests.ui.hands import Hands, Key, Modifier, dialog, top
from wpl_desktop.domain.conversations import Conversation
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.school_calendar import closed_on
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.conversation.plan_dialog import PlanDialog
from wpl_desktop.ui.main_window import MainWindow

MOST_ACTIONS = 40
NAMES = ("Yasmine El Idrissi", "Femke Dierckx", "Nguyễn Thị Hạnh", "Łukasz Wójcik")
LAST_DAY = date(2026, 6, 30)


@pytest.fixture
def window(qtbot: QtBot, services: Services, clock: FixedClock) -> Iterator[MainWindow]:
    """The whole window on its first page, in the first week of school, with four students who come on the same days."""
    clock.moment = datetime.fromisoformat("2025-09-03T16:00")
    for name in NAMES:
        factory.add_student(services, name=name, weekdays=(1, 2, 4))
    made = MainWindow(services=services, changes=Changes(), now=clock.local)
    made.resize(1366, 740)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    delete(made)


def pressed(hands: Hands) -> int:
    """Every key and every letter: nothing is free."""
    return hands.actions() + hands.letters


def test_a_year_for_four_students_takes_less_than_forty_keys(
    services: Services, window: MainWindow, qtbot: QtBot
) -> None:
    hands = Hands()
    hands.press(Key.Key_N, held=Modifier.ControlModifier)
    form = dialog(PlanDialog)
    for chip in form.others.chips():
        hands.tab_to(chip)
        hands.press(Key.Key_Space)
    hands.tab_to(form.repeat.often)
    hands.press(Key.Key_Down)
    qtbot.waitUntil(lambda: form.days.isVisible() and bool(form.days.months()))
    shown = [int(day) for row in form.days.months() for day in row.split(": ")[1].split(" · ")]
    hands.press(Key.Key_Return)
    assert top() is window
    assert pressed(hands) < MOST_ACTIONS
    assert hands.clicks == 0
    talks = planned(services)
    assert (
        len({talk.series_id for talk in talks}) == len({talk.trajectory_id for talk in talks}) == len(NAMES)
    )
    # What was shown is what was planned, for each of the four.
    for days in by_student(talks):
        assert [day.day for day in sorted(days)] == shown
    check_that_holidays_are_skipped(services, talks)
    check_that_they_follow_each_other(talks)
    services.history.undo()
    assert planned(services) == []


def planned(services: Services) -> list[Conversation]:
    """Everything in the profile, by time."""
    with services.database.reading() as session:
        return sorted(session.query(Conversation), key=lambda talk: talk.starts_at)


def by_student(talks: list[Conversation]) -> Iterator[list[date]]:
    for trajectory_id in {talk.trajectory_id for talk in talks}:
        yield [talk.starts_at.date() for talk in talks if talk.trajectory_id == trajectory_id]


def check_that_holidays_are_skipped(services: Services, talks: list[Conversation]) -> None:
    days = {talk.starts_at.date() for talk in talks}
    with services.database.reading() as session:
        closed = closed_on(session, min(days), LAST_DAY)
    assert not days & closed.keys()
    weeks = {(later - earlier).days for earlier, later in pairwise(sorted(days))}
    # Every week, and a gap wherever there is a holiday.
    assert min(weeks) == 7
    assert max(weeks) > 14
    assert max(days) > LAST_DAY - timedelta(days=8)
    assert len({day.isoweekday() for day in days}) == 1


def check_that_they_follow_each_other(talks: list[Conversation]) -> None:
    first_day = [talk for talk in talks if talk.starts_at.date() == talks[0].starts_at.date()]
    assert [talk.starts_at.time() for talk in first_day] == [
        time(15, 45),
        time(16, 15),
        time(16, 45),
        time(17, 15),
    ]
    for earlier, later in pairwise(talks):
        assert earlier.ends_at <= later.starts_at
