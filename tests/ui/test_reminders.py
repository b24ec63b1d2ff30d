"""Reminders by a clock that the test holds: once each, in the window with a name, outside of it and locked without."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import FixedClock
from tests.ui.hands import settle
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.conversations import Conversation
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.ui import joint_screen, language
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.reminder_banner import ReminderBanner
from wpl_desktop.ui.reminder_tray import TrayNotifier
from wpl_desktop.ui.reminders import LOOK_EVERY_MILLISECONDS, Reminders
from wpl_desktop.ui.settings_file import SettingsFile

TALK = datetime(2026, 1, 22, 16, 0)  # noqa: DTZ001  (a wall clock has no zone)
MINUTE = timedelta(minutes=1)
IN_TEN = "In 10 minutes: conversation with Łukasz"
IN_TEN_NAMELESS = "In 10 minutes you have a conversation."


class Outside:
    """The place for notifications of a desktop that has one, or of one that has none."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.is_there = True

    def __call__(self, title: str, text: str) -> bool:
        assert title == "WPL Desktop"
        if self.is_there:
            self.said.append(text)
        return self.is_there


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    return factory.add_conversation(services, trajectory_id, starts_at=TALK)


@pytest.fixture
def changes(services: Services) -> Changes:
    made = Changes()
    services.subscribe(lambda notice: made.announce(notice.entities, origin=notice.origin))
    return made


@pytest.fixture
def main(qtbot: QtBot, services: Services, changes: Changes) -> Iterator[MainWindow]:
    language.set_words(services.profile.values().words("en"))
    window = MainWindow(services=services, changes=changes, now=services.clock.local)
    qtbot.addWidget(window)
    window.show()
    window.show_page("students")
    yield window
    language.set_words({})


@pytest.fixture
def reminders(clock: FixedClock, outside: Outside) -> Iterator[Reminders]:
    """Of a program in which no profile is open yet; a quarter of an hour before it is time to say anything."""
    clock.moment = TALK - 30 * MINUTE
    made = Reminders(now=clock.local, notify=outside)
    yield made
    made.stop()


Begin = Callable[[], ReminderBanner]


@pytest.fixture
def begin(
    reminders: Reminders, main: MainWindow, services: Services, changes: Changes, tmp_path: Path
) -> Begin:
    """Opens the profile as far as reminders notice it, with everything of the day put away."""

    def do() -> ReminderBanner:
        memory = SettingsFile(tmp_path / "settings.json")
        day = services.clock.local().date()
        memory.set("reminders/day", f"{services.folder.name} {day.isoformat()}")
        reminders.begin(main, services=services, changes=changes, memory=memory)
        return main.findChildren(ReminderBanner)[-1]

    return do


def at(clock: FixedClock, moment: datetime, reminders: Reminders) -> None:
    """The clock says this, however it came to say so, and is looked at."""
    clock.moment = moment
    reminders.look()


@pytest.mark.usefixtures("talk")
def test_it_is_said_once_outside_and_stays_in_the_window_until_it_begins(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    banner = begin()
    assert banner.isHidden()
    said: list[str] = []
    for minutes in (16, 15, 10, 1, 0):
        at(clock, TALK - minutes * MINUTE, reminders)
        said.append(banner.text())
    assert said == [
        "",
        "In 15 minutes: conversation with Łukasz",
        IN_TEN,
        "In one minute: conversation with Łukasz",
        "",
    ]
    assert outside.said == ["In 15 minutes you have a conversation."]


@pytest.mark.usefixtures("talk")
def test_the_clock_is_looked_at_each_minute(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    begin()
    clock.moment = TALK - 10 * MINUTE
    timer = reminders._timer
    assert timer.isActive()
    assert timer.interval() == LOOK_EVERY_MILLISECONDS == 60_000
    timer.timeout.emit()
    assert outside.said == [IN_TEN_NAMELESS]


@pytest.mark.usefixtures("talk")
@pytest.mark.parametrize("back", [5, 60, 24 * 60])
def test_a_clock_that_is_set_back_repeats_nothing(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside, back: int
) -> None:
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    banner.away_button.click()
    at(clock, TALK - (10 + back) * MINUTE, reminders)
    at(clock, TALK - 10 * MINUTE, reminders)
    assert outside.said == [IN_TEN_NAMELESS]
    assert banner.isHidden()


@pytest.mark.usefixtures("talk")
@pytest.mark.parametrize(("late", "is_said"), [(1, True), (59, True), (61, False)])
def test_nothing_is_lost_within_the_hour_that_a_computer_sleeps(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside, late: int, is_said: bool
) -> None:
    """As well when the clock is set forward, or the computer travels to another time zone."""
    banner = begin()
    at(clock, TALK - 16 * MINUTE, reminders)
    at(clock, TALK + late * MINUTE, reminders)
    assert outside.said == (["A conversation was to begin at 16:00."] if is_said else [])
    assert banner.text() == ("At 16:00: conversation with Łukasz" if is_said else "")


@pytest.mark.usefixtures("talk")
def test_what_came_late_stays_until_it_is_no_news_any_more(
    clock: FixedClock, reminders: Reminders, begin: Begin
) -> None:
    banner = begin()
    at(clock, TALK + MINUTE, reminders)
    at(clock, TALK + 59 * MINUTE, reminders)
    assert banner.text() == "At 16:00: conversation with Łukasz"
    at(clock, TALK + 60 * MINUTE, reminders)
    assert banner.isHidden()


def test_a_talk_that_moved_is_said_again_at_its_new_time(
    clock: FixedClock,
    services: Services,
    talk: ConversationRow,
    reminders: Reminders,
    begin: Begin,
    outside: Outside,
) -> None:
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    services.series.reschedule(
        talk.id, version=talk.version, starts_at=TALK + timedelta(hours=1), minutes=talk.minutes
    )
    settle()
    assert banner.isHidden()
    at(clock, TALK + 50 * MINUTE, reminders)
    assert outside.said == [IN_TEN_NAMELESS, IN_TEN_NAMELESS]
    assert banner.text() == IN_TEN


def test_a_talk_that_was_held_is_over(
    clock: FixedClock, services: Services, talk: ConversationRow, reminders: Reminders, begin: Begin
) -> None:
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    assert banner.text() == IN_TEN
    services.conversations.hold(talk, summary="")
    settle()
    assert banner.isHidden()


def test_open_leads_to_the_talk_and_puts_the_line_away(
    clock: FixedClock, talk: ConversationRow, reminders: Reminders, begin: Begin, main: MainWindow
) -> None:
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    banner.open_button.click()
    assert main.current_name() == "conversation"
    place = main.here()
    assert place is not None
    assert place.arguments["conversation_id"] == talk.id
    at(clock, TALK - 9 * MINUTE, reminders)
    assert banner.isHidden()


def test_two_at_once_come_one_after_the_other(
    clock: FixedClock,
    services: Services,
    talk: ConversationRow,
    reminders: Reminders,
    begin: Begin,
    outside: Outside,
) -> None:
    other = factory.add_student(services, name="Bea Twee")
    factory.add_conversation(services, other, starts_at=TALK + 5 * MINUTE)
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    assert banner.text() == IN_TEN
    banner.away_button.click()
    assert banner.text() == "In 15 minutes: conversation with Bea"
    assert len(outside.said) == 2


def test_a_group_is_so_many_students(
    clock: FixedClock, services: Services, talk: ConversationRow, reminders: Reminders, begin: Begin
) -> None:
    other = factory.add_conversation(services, factory.add_student(services, name="Bea Twee"), starts_at=TALK)
    with services.database.transaction() as session:
        for one in (talk, other):
            session.get_one(Conversation, one.id).group_id = uuid.UUID(int=7)
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    assert banner.text() == "In 10 minutes: conversation with 2 students"


def test_what_kind_of_talk_it_is_is_never_said(
    clock: FixedClock,
    services: Services,
    trajectory_id: uuid.UUID,
    reminders: Reminders,
    begin: Begin,
    outside: Outside,
) -> None:
    factory.add_conversation(services, trajectory_id, key="concern_conversation", starts_at=TALK)
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    assert (banner.text(), outside.said) == (IN_TEN, [IN_TEN_NAMELESS])


# Where there is no place for notifications


@pytest.mark.usefixtures("talk")
def test_without_a_tray_the_line_in_the_window_is_enough(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    outside.is_there = False
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    assert banner.text() == IN_TEN


def test_a_desktop_without_a_tray_is_not_asked_to_show_anything(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    tray = TrayNotifier(lambda: None)
    assert tray("WPL Desktop", IN_TEN_NAMELESS) is False
    tray.hide()


# Locked, or somebody looks along


@pytest.mark.usefixtures("talk")
def test_while_locked_only_times_are_known_and_nobodys_name(
    clock: FixedClock, services: Services, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    begin()
    reminders.pause()
    services.close()
    at(clock, TALK - 16 * MINUTE, reminders)
    assert outside.said == []
    for _ in range(2):
        at(clock, TALK - 10 * MINUTE, reminders)
    assert outside.said == [IN_TEN_NAMELESS]
    assert "Łukasz" not in repr(vars(reminders))


@pytest.mark.usefixtures("talk")
def test_after_unlocking_it_is_in_the_window_and_not_said_again(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    begin()
    reminders.pause()
    at(clock, TALK - 10 * MINUTE, reminders)
    banner = begin()
    assert banner.text() == IN_TEN
    assert outside.said == [IN_TEN_NAMELESS]


@pytest.mark.usefixtures("talk")
def test_locked_without_a_tray_it_waits_for_the_window(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    outside.is_there = False
    begin()
    reminders.pause()
    at(clock, TALK - 10 * MINUTE, reminders)
    at(clock, TALK + 10 * MINUTE, reminders)
    assert begin().text() == "At 16:00: conversation with Łukasz"


@pytest.mark.usefixtures("talk")
@pytest.mark.parametrize("is_there", [True, False])
def test_on_the_joint_screen_no_name_is_said(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside, main: MainWindow, is_there: bool
) -> None:
    outside.is_there = is_there
    banner = begin()
    joint_screen.set_on(True)
    main.hide()
    try:
        at(clock, TALK - 10 * MINUTE, reminders)
        assert not banner.isVisible()
        assert outside.said == ([IN_TEN_NAMELESS] if is_there else [])
    finally:
        joint_screen.set_on(False)
    main.show()
    at(clock, TALK - 9 * MINUTE, reminders)
    assert banner.text() == "In 9 minutes: conversation with Łukasz"
    assert banner.isVisible()
    assert len(outside.said) == is_there


@pytest.mark.usefixtures("talk")
def test_with_reminders_off_nothing_is_said(
    clock: FixedClock, services: Services, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    services.reminders.set_minutes(0)
    banner = begin()
    at(clock, TALK - 10 * MINUTE, reminders)
    reminders.pause()
    at(clock, TALK - 5 * MINUTE, reminders)
    assert (banner.text(), outside.said) == ("", [])


@pytest.mark.usefixtures("talk")
def test_what_was_stopped_says_nothing_any_more(
    clock: FixedClock, reminders: Reminders, begin: Begin, outside: Outside
) -> None:
    begin()
    reminders.pause()
    reminders.stop()
    assert not reminders._timer.isActive()
    at(clock, TALK - 10 * MINUTE, reminders)
    assert outside.said == []


# The day


def test_the_day_begins_with_one_line_that_comes_once(
    clock: FixedClock,
    services: Services,
    talk: ConversationRow,
    reminders: Reminders,
    main: MainWindow,
    changes: Changes,
    tmp_path: Path,
) -> None:
    before = factory.add_conversation(services, talk.trajectory_id, starts_at=TALK - timedelta(weeks=1))
    services.conversations.hold(
        before,
        summary="",
        agreements=[AgreementValues(party=Party.STUDENT, text="Hulpteken", due_on=TALK.date())],
    )
    factory.add_round(services, talk.trajectory_id, held_on=date(2026, 1, 27))
    memory = SettingsFile(tmp_path / "settings.json")
    reminders.begin(main, services=services, changes=changes, memory=memory)
    banner = main.findChildren(ReminderBanner)[-1]
    assert banner.text() == (
        "Today: conversation with Łukasz at 16:00 · one agreement is for today · your view for the round with Łukasz"
    )
    assert clipped_in(main) == []
    assert nameless_in(banner) == []
    # What is about to begin comes first.
    at(clock, TALK - 10 * MINUTE, reminders)
    assert banner.text() == IN_TEN
    banner.away_button.click()
    assert banner.text() == "Today: one agreement is for today · your view for the round with Łukasz"
    banner.away_button.click()
    assert banner.isHidden()
    # Also not when the program is started once more on the same day.
    again = Reminders(now=clock.local, notify=lambda _title, _text: True)
    again.begin(main, services=services, changes=changes, memory=SettingsFile(tmp_path / "settings.json"))
    at(clock, TALK + timedelta(hours=3), again)
    assert main.findChildren(ReminderBanner)[-1].isHidden()
    again.stop()


def test_several_a_day_are_counted(
    services: Services,
    talk: ConversationRow,
    reminders: Reminders,
    main: MainWindow,
    changes: Changes,
    tmp_path: Path,
) -> None:
    factory.add_conversation(services, talk.trajectory_id, starts_at=TALK + timedelta(hours=1))
    reminders.begin(main, services=services, changes=changes, memory=SettingsFile(tmp_path / "settings.json"))
    assert main.findChildren(ReminderBanner)[-1].text() == "Today: 2 conversations, the first at 16:00"


class Abroad(FixedClock):
    """A moment in UTC that is read from a wall clock in the zone of this computer, whatever that is now."""

    def local(self) -> datetime:
        return self.now().astimezone().replace(tzinfo=None)


@pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="the zone of this system cannot be changed by a program"
)
def test_another_time_zone_while_open_moves_no_talk_and_repeats_nothing(
    services: Services,
    talk: ConversationRow,
    main: MainWindow,
    changes: Changes,
    outside: Outside,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Abroad()
    reminders = Reminders(now=clock.local, notify=outside)
    file = services.calendar_export.everything()
    try:
        with monkeypatch.context() as changed:
            changed.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
            time.tzset()
            clock.moment = TALK - 60 * MINUTE - 10 * MINUTE
            assert clock.local() == TALK - 10 * MINUTE
            reminders.begin(main, services=services, changes=changes, memory=SettingsFile(tmp_path / "s"))
            assert outside.said == [IN_TEN_NAMELESS]
            # To London: the wall clock goes back an hour, and the same time comes once more.
            for zone in (
                "GMT0BST,M3.5.0/1,M10.5.0",
                "CET-1CEST,M3.5.0,M10.5.0/3",
                "GMT0BST,M3.5.0/1,M10.5.0",
            ):
                changed.setenv("TZ", zone)
                time.tzset()
                reminders.look()
            clock.moment = TALK - 10 * MINUTE
            assert clock.local() == TALK - 10 * MINUTE
            reminders.look()
            assert outside.said == [IN_TEN_NAMELESS]
            assert services.conversations.one(talk.id).starts_at == TALK
            assert services.calendar_export.everything() == file
    finally:
        time.tzset()
        reminders.stop()
