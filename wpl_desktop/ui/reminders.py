"""Reminders without a network: a look at the clock each minute, a quiet line in the window, a notification outside."""

from __future__ import annotations

import math
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.services.reminders import STILL_NEWS, Coming, Reminder, ReminderKind
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import clock_time, filled
from wpl_desktop.ui.reminder_banner import ReminderBanner
from wpl_desktop.ui.reminder_tray import TrayNotifier

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.ui.changes import Changes
    from wpl_desktop.ui.main_window import MainWindow
    from wpl_desktop.ui.settings_file import WindowSettings

Notify = Callable[[str, str], bool]
"""Shows a title and a sentence outside the window; tells whether that was possible."""

LOOK_EVERY_MILLISECONDS: Final = 60_000
#: While the profile is locked so much is known of what comes: longer than any holiday.
KNOWN_AHEAD: Final = timedelta(days=30)
#: Which day's overview was put away in which profile.
DAY_KEY: Final = "reminders/day"
_SHOWS: Final = frozenset({"Conversation", "Agreement", "Round", "Sheet", "Profile", "Trajectory"})

_Key = tuple[uuid.UUID | None, datetime | None]


@dataclass
class _Open:
    """The profile that is open, and the window that it is open in."""

    services: Services
    main: MainWindow
    memory: WindowSettings
    banner: ReminderBanner
    #: What the banner stands for now.
    shown: tuple[Reminder, ...] = ()


@dataclass
class _Known:
    """What was said already, by talk and start: a clock that is set back repeats nothing, a talk that moved is new."""

    told: set[_Key] = field(default_factory=set[_Key])
    #: Those that came after their talk had begun: the computer slept, or nothing could be said before.
    late: set[_Key] = field(default_factory=set[_Key])
    put_away: set[_Key] = field(default_factory=set[_Key])


class Reminders(QObject):
    """Lives as long as the program; of a locked profile it knows the times of talks and nothing else."""

    def __init__(
        self, *, now: Callable[[], datetime], notify: Notify | None = None, parent: QObject | None = None
    ) -> None:
        """Wait for a profile.

        Args:
            now: the clock, in the user's local time.
            notify: shows a sentence outside the window; None: through the tray of the desktop, made when needed.
            parent: the object that owns this one.
        """
        super().__init__(parent)
        self._now = now
        self._tray = TrayNotifier(self._bring_to_front)
        self._notify: Notify = notify or self._tray
        self._open: _Open | None = None
        self._known = _Known()
        self._coming: list[Coming] = []
        self._minutes_before = timedelta()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def begin(
        self, main: MainWindow, *, services: Services, changes: Changes, memory: WindowSettings
    ) -> None:
        """Remind of what is in this profile, at the foot of the pages of this window."""
        banner = ReminderBanner()
        main.add_banner(banner)
        banner.open_requested.connect(self._on_open)
        banner.put_away.connect(self._on_put_away)
        changes.changed.connect(self._on_changed)
        self._coming = []
        self._open = _Open(services=services, main=main, memory=memory, banner=banner)
        self._timer.start()
        self.look()

    def pause(self) -> None:
        """The profile is being locked: keep the times of what comes, and let go of everything else."""
        was_open, self._open = self._open, None
        if was_open is None:
            return
        now = self._now()
        try:
            reminders = was_open.services.reminders
            self._minutes_before = timedelta(minutes=reminders.minutes())
            self._coming = reminders.upcoming(now, now + KNOWN_AHEAD)
        except EnvironmentTrouble:
            # Then nothing is said until the profile is open again, where it is explained.
            self._coming = []

    def stop(self) -> None:
        """The program ends, or what it reminded of is gone: forget everything."""
        self._timer.stop()
        self._open = None
        self._coming = []
        self._known = _Known()
        self._tray.hide()

    def look(self) -> None:
        """Say what is due at this moment and was not said yet."""
        now = self._now()
        if self._open is None:
            self._tell_times(now)
        else:
            self._tell(self._open, now)

    # Slots

    def _on_changed(self, names: frozenset[str]) -> None:
        if names & _SHOWS:
            QTimer.singleShot(0, self, self.look)

    def _on_open(self) -> None:
        if self._open is None or not self._open.shown:
            return
        main, first = self._open.main, self._open.shown[0]
        day = self._now().date()
        self._on_put_away()
        if first.kind is ReminderKind.TALK:
            main.show_page("conversation", conversation_id=first.record_id)
        elif first.kind is ReminderKind.TALKS_TODAY:
            main.show_page("agenda", day=day)
        elif first.kind is ReminderKind.AGREEMENTS_TODAY:
            main.show_page("agreements")
        elif first.record_id is not None:
            main.show_page("round", round_id=first.record_id)
        else:
            main.show_page("evaluations")

    def _on_put_away(self) -> None:
        if self._open is None or not self._open.shown:
            return
        first = self._open.shown[0]
        if first.kind is ReminderKind.TALK:
            self._known.put_away.add(_key_of(first))
        else:
            self._open.memory.set(DAY_KEY, self._day_mark(self._open, self._now().date()))
        self.look()

    # Internals

    def _tell_times(self, now: datetime) -> None:
        """While the profile is locked: that there is a talk, and nothing of whom it is with."""
        for coming in self._coming:
            key = (coming.talk_id, coming.starts_at)
            is_due = coming.starts_at - self._minutes_before <= now < coming.starts_at + STILL_NEWS
            if is_due and key not in self._known.told and self._notify_of(coming.starts_at, now):
                self._known.told.add(key)

    def _tell(self, opened: _Open, now: datetime) -> None:
        try:
            soon = opened.services.reminders.soon(now)
            today = [] if self._is_put_away(opened, now.date()) else opened.services.reminders.today(now)
        except EnvironmentTrouble:
            # The page that meets it says so.
            return
        # Somebody else looks at the screen, or has the laptop.
        is_shared = joint_screen.is_on() or not opened.main.isVisible()
        for reminder in soon:
            self._tell_once(reminder, now, is_shared=is_shared)
        current = [reminder for reminder in soon if self._is_current(reminder, now)]
        if current:
            self._show(opened, (current[0],), self._talk_words(current[0], now))
        elif today:
            self._show(opened, tuple(today), self._day_words(today))
        else:
            self._show(opened, (), "")

    def _tell_once(self, reminder: Reminder, now: datetime, *, is_shared: bool) -> None:
        key, starts_at = _key_of(reminder), reminder.starts_at
        if starts_at is None or key in self._known.told:
            return
        was_said = self._notify_of(starts_at, now)
        # On a shared screen the line in the window is not seen either: it waits.
        if was_said or not is_shared:
            self._known.told.add(key)
            if now >= starts_at:
                self._known.late.add(key)

    def _is_current(self, reminder: Reminder, now: datetime) -> bool:
        """Whether the line in the window still says this: until the talk begins, or somebody puts it away."""
        key = _key_of(reminder)
        if key in self._known.put_away or reminder.starts_at is None:
            return False
        return now < reminder.starts_at or key in self._known.late

    def _show(self, opened: _Open, shown: tuple[Reminder, ...], words: str) -> None:
        opened.shown = shown
        opened.banner.show_text(words)

    def _notify_of(self, starts_at: datetime, now: datetime) -> bool:
        return self._notify(self.tr("WPL Desktop"), self._nameless_words(starts_at, now))

    def _nameless_words(self, starts_at: datetime, now: datetime) -> str:
        """What may stand on any screen: a notification is seen by whoever sees the desktop."""
        minutes = _minutes_until(starts_at, now)
        if minutes > 1:
            return self.tr("In {minutes} minutes you have a conversation.").format(minutes=minutes)
        if minutes == 1:
            return self.tr("In one minute you have a conversation.")
        if minutes == 0:
            return self.tr("You have a conversation now.")
        return self.tr("A conversation was to begin at {time}.").format(time=clock_time(starts_at))

    def _talk_words(self, reminder: Reminder, now: datetime) -> str:
        who, starts_at = self._who(reminder), reminder.starts_at or now
        minutes = _minutes_until(starts_at, now)
        if minutes > 1:
            return self.tr("In {minutes} minutes: conversation with {who}").format(minutes=minutes, who=who)
        if minutes == 1:
            return self.tr("In one minute: conversation with {who}").format(who=who)
        if minutes == 0:
            return self.tr("Now: conversation with {who}").format(who=who)
        return self.tr("At {time}: conversation with {who}").format(time=clock_time(starts_at), who=who)

    def _day_words(self, today: list[Reminder]) -> str:
        return self.tr("Today: {what}").format(what=" · ".join(map(self._day_part, today)))

    def _day_part(self, reminder: Reminder) -> str:
        count = reminder.count
        if reminder.kind is ReminderKind.TALKS_TODAY:
            time = clock_time(reminder.starts_at) if reminder.starts_at is not None else ""
            if count == 1:
                words = self.tr("conversation with {who} at {time}")
                return words.format(who=self._who(reminder), time=time)
            words = self.tr("{count} conversations, the first at {time}")
            return words.format(count=count, time=time)
        if reminder.kind is ReminderKind.AGREEMENTS_TODAY:
            if count == 1:
                return self.tr("one agreement is for today")
            return self.tr("{count} agreements are for today").format(count=count)
        if count == 1:
            return self.tr("your view for the round with {who}").format(who=self._who(reminder))
        return self.tr("your view for {count} rounds").format(count=count)

    def _who(self, reminder: Reminder) -> str:
        if len(reminder.names) == 1:
            return reminder.names[0]
        return filled("{count} {students}", count=len(reminder.names))

    def _is_put_away(self, opened: _Open, day: date) -> bool:
        return opened.memory.get(DAY_KEY) == self._day_mark(opened, day)

    def _day_mark(self, opened: _Open, day: date) -> str:
        return f"{opened.services.folder.name} {day.isoformat()}"

    def _bring_to_front(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.isWindow():
                window.raise_()
                window.activateWindow()
                return


def _key_of(reminder: Reminder) -> _Key:
    return reminder.record_id, reminder.starts_at


def _minutes_until(starts_at: datetime, now: datetime) -> int:
    """Whole minutes, upwards; 0 in the minute in which it begins, less after that."""
    return math.ceil((starts_at - now).total_seconds() / 60)
