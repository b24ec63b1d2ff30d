"""What can be done with a conversation as a whole: its clock, rounding it off, printing it, going on from it."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from wpl_desktop.domain.conversations import AgreementOutcome, ConversationState
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.talk_views import TalkView
from wpl_desktop.texts import error_message
from wpl_desktop.ui.conversation import talk_words
from wpl_desktop.ui.conversation.talk_clock import TalkClock
from wpl_desktop.ui.conversation.talk_strip import CLOCK_KEY
from wpl_desktop.ui.conversation.talk_times import TalkTimes
from wpl_desktop.ui.language import translate

if TYPE_CHECKING:
    from wpl_desktop.ui.conversation.conversation_page import ConversationPage


class TalkActions(QObject):
    """Does what the strip and the bar of a conversation's page ask for."""

    def __init__(self, page: ConversationPage) -> None:
        super().__init__(page)
        self._page = page
        self.clock = TalkClock(page.bundle, parent=self)
        self.times: TalkTimes | None = None
        self._connect()

    def show_clock(self, view: TalkView, *, line: int, is_to_come: bool) -> None:
        """Show the clock of a talk that is on, or what starts it on the day itself."""
        strip = self._page.strip
        is_open = view.row.state is ConversationState.PLANNED and not is_to_come
        is_on = is_open and view.started_at is not None
        # Of a talk with several students there is one clock.
        holder = view.group[0].conversation_id if view.group else view.row.id
        strip.set_length(view.row.minutes)
        self.clock.show_talk(holder if is_on else None, minutes=view.row.minutes, line=line)
        strip.set_clock(self.clock.timing, offered=is_open)
        correctable = view.started_at is not None or view.row.state is ConversationState.HELD
        strip.set_facts(", ".join(view.people), talk_words.real_span(view), correctable=correctable)

    # The clock

    def begin(self) -> None:
        """Begin the talk, or let its clock go on."""
        view = self._page.view_now()
        if view is None or (self._page.strip.start.isHidden() and self.clock.timing is None):
            return
        is_new = view.started_at is None
        if is_new and not self._page.attempt(
            lambda: self._services().talks.start(view.row.id, origin=self._page)
        ):
            return
        if is_new:
            self._page.after_change()
        self.clock.begin(self._page.line(), afresh=is_new)
        if is_new:
            # What was pressed is gone now.
            self._page.go_on_writing()

    def pause(self) -> None:
        """Let the clock stand still."""
        self.clock.pause()

    def toggle(self) -> None:
        """One key: begin, pause, go on."""
        if self.clock.is_running():
            self.pause()
        else:
            self.begin()

    def ask_times(self) -> None:
        """Open the small window in which begin and end can be said otherwise."""
        view = self._page.view_now()
        if view is None:
            return
        if self.times is None:
            self.times = TalkTimes(self._page)
            self.times.changed.connect(self._on_times)
        begin, end = self._moments(view)
        self.times.open_below(self._page.strip.times, begin=begin, end=end)

    # What becomes of it

    def hold(self) -> None:
        """Round the talk off, unless something must still be said: then go there."""
        view = self._page.view_now()
        if view is None:
            return
        if view.unsaid:
            self._page.ask_for_unsaid()
            return
        row = view.row
        if self._page.attempt(
            lambda: self._services().conversations.hold(row, summary=row.summary, origin=self._page)
        ):
            self._page.rest_on_the_whole()

    def all_go_on(self) -> None:
        """Say of everything that was not said yet that it goes on."""
        view = self._page.view_now()
        if view is None or not view.unsaid:
            return
        rows = [found.row for found in view.unsaid]
        outcome = AgreementOutcome.GOES_ON
        if self._page.attempt(
            lambda: self._services().talks.review_all(view.row.id, rows, outcome, origin=self._page)
        ):
            self._page.after_change()
            self._page.bar.held.setFocus()

    def plan_again(self) -> None:
        """Take back what became of the talk."""
        view = self._page.view_now()
        if view is not None and self._page.attempt(
            lambda: self._services().conversations.plan_again(view.row, origin=self._page)
        ):
            self._page.begin_anew()

    def delete(self) -> None:
        """Put the talk in the bin, and go back to the student."""
        view = self._page.view_now()
        if view is not None and self._page.attempt(
            lambda: self._services().removal.delete_conversation(view.row, origin=self._page)
        ):
            self.clock.leave()
            self._page.leave_deleted(view)

    # What it leads to

    def not_held(self) -> None:
        """Say why it did not go ahead."""
        view = self._page.view_now()
        if view is not None:
            self._page.open_requested.emit("not_held_dialog", {"conversation_id": view.row.id})

    def move(self) -> None:
        """Plan it at another moment."""
        view = self._page.view_now()
        if view is not None:
            arguments = {"conversation": view.row, "trajectory_id": view.trajectory_id}
            self._page.open_requested.emit("plan_dialog", arguments)

    def plan_next(self) -> None:
        """Plan the next one with this student."""
        self._page.open_requested.emit("plan_dialog", self._page.subject())

    def open_next(self) -> None:
        """Go to the next conversation with this student."""
        view = self._page.view()
        if view is not None and view.next_talk is not None:
            self._page.open_requested.emit("conversation", {"conversation_id": view.next_talk.id})

    def open_growth_plan(self) -> None:
        """Go to the growth plan that is made in this talk."""
        view = self._page.view_now()
        if view is not None:
            arguments = {"trajectory_id": view.trajectory_id, "conversation_id": view.row.id}
            self._page.open_requested.emit("growth_plan", arguments)

    def save_calendar(self) -> None:
        """Make a calendar file of it."""
        view = self._page.view_now()
        if view is not None:
            self._page.open_requested.emit("calendar_dialog", {"conversation_id": view.row.id})

    def print_sheet(self) -> None:
        """Before the talk: what it is prepared with. Once it has begun: its minutes, with room to write."""
        view = self._page.view_now()
        if view is None:
            return
        begun = view.started_at is not None or view.row.state is ConversationState.HELD
        if begun:
            self.print_minutes()
        else:
            self.print_preparation()

    def print_preparation(self) -> None:
        """Offer the sheet with which a talk is prepared."""
        from wpl_desktop.ui.talk_printing import offer_preparation

        view = self._page.view_now()
        if view is not None:
            offer_preparation(self._page, self._services(), view.row.id)

    def print_minutes(self) -> None:
        """Offer the minutes."""
        from wpl_desktop.ui.talk_printing import offer_minutes

        view = self._page.view_now()
        if view is not None:
            offer_minutes(self._page, self._services(), view.row.id)

    # Slots

    def _on_times(self, begin: time, end: time | None) -> None:
        view = self._page.view()
        if view is None or self.times is None:
            return
        old_begin, _ = self._moments(view)
        day = old_begin.date()
        moments = (datetime.combine(day, begin), datetime.combine(day, end) if end is not None else None)
        try:
            self._services().talks.set_moments(
                view.row.id, started_at=moments[0], ended_at=moments[1], origin=self._page
            )
        except (DomainError, EnvironmentTrouble) as error:
            self.times.set_error(error_message(error, translate))
            return
        self._page.after_change()

    def _on_ticked(self) -> None:
        if self.clock.timing is not None:
            self._page.strip.show_seconds(self.clock.timing)
            self._page.parts.agenda.show_clock(self.clock.timing)

    def _on_turned(self) -> None:
        view = self._page.view()
        is_open = view is not None and view.row.state is ConversationState.PLANNED
        self._page.strip.set_clock(self.clock.timing, offered=is_open and self._page.is_today_or_before())
        self._page.parts.agenda.show_clock(self.clock.timing)

    # Internals

    def _connect(self) -> None:
        strip, bar = self._page.strip, self._page.bar
        strip.begin_requested.connect(self.begin)
        strip.pause_requested.connect(self.pause)
        strip.times_requested.connect(self.ask_times)
        bar.held_requested.connect(self.hold)
        bar.plan_again_requested.connect(self.plan_again)
        bar.not_held_requested.connect(self.not_held)
        bar.move_requested.connect(self.move)
        bar.delete_requested.connect(self.delete)
        bar.next_requested.connect(self.open_next)
        bar.plan_requested.connect(self.plan_next)
        bar.growth_plan_requested.connect(self.open_growth_plan)
        bar.print_requested.connect(self.print_sheet)
        bar.preparation_requested.connect(self.print_preparation)
        bar.minutes_requested.connect(self.print_minutes)
        bar.calendar_requested.connect(self.save_calendar)
        self._page.parts.earlier.all_go_on_requested.connect(self.all_go_on)
        self._page.parts.nothing.triggered.connect(self.plan_again)
        self.clock.ticked.connect(self._on_ticked)
        self.clock.turned.connect(self._on_turned)
        QShortcut(QKeySequence(CLOCK_KEY), self._page).activated.connect(self.toggle)

    def _services(self) -> Services:
        return self._page.bundle()

    def _moments(self, view: TalkView) -> tuple[datetime, datetime | None]:
        """What is shown to be corrected: local; no end while the talk is on."""
        begin = talk_words.local(view.started_at) if view.started_at is not None else view.row.starts_at
        if view.row.state is not ConversationState.HELD:
            return begin, None
        return begin, talk_words.local(view.ended_at) if view.ended_at is not None else begin
