"""The first page: the next talk, these weeks, what was agreed, who is waited for, and one card."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.overview import WaitingRound
from wpl_desktop.texts import error_message
from wpl_desktop.ui.language import translate, weekday_and_day
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.today.lines import NotSpokenLine, RoundLine, TalkLine, ToPlanLine
from wpl_desktop.ui.today.open_agreements import OpenAgreements
from wpl_desktop.ui.today.parts import Section
from wpl_desktop.ui.today.talk_doing import TalkDoing
from wpl_desktop.ui.today.today_view import TodayView
from wpl_desktop.ui.today.today_words import RoundAction, TalkAction, reminder

if TYPE_CHECKING:
    from wpl_desktop.services import Services

_TALKS: Final = 12
_ROUNDS: Final = 6
_SILENT: Final = 4
_TO_PLAN: Final = 3
#: How many lines each *show* adds.
_MORE: Final = 20
_WEEKS_KEY: Final = "today/not_spoken_weeks"
_TIP_KEY: Final = "today/tip_put_away_on"
_MINUTE: Final = 60_000


def _nothing_kept(key: str) -> str | None:
    del key
    return None


class TodayPage(Page):
    """What now, with whom, and by when: one line for each thing, and one button on each line."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory",
            "Person",
            "TrajectoryRole",
            "Conversation",
            "ConversationParticipant",
            "AgendaItem",
            "Agreement",
            "Round",
            "Sheet",
            "Profile",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Callable[[str], str | None] = _nothing_kept
        self._day: date | None = None
        self._put_away_on = ""
        self._shown_at: datetime | None = None
        self._is_old = False
        self.view = TodayView(self)
        self.agreements = OpenAgreements(self.view.agreements, services=self._bundle, parent=self)
        self.doing = TalkDoing(services=self._bundle, parent=self)
        self._begin_short()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._connect()

    # What the frame asks

    def title(self) -> str:
        """The word for this page."""
        return self.tr("Today")

    def subtitle(self) -> str:
        """The day of the week and the date."""
        return weekday_and_day(self._today())

    def recall(self, kept: Callable[[str], str | None]) -> None:
        self._kept = kept

    def open(self, **arguments: object) -> bool:
        """Nothing can be asked of this page but to be shown; it starts with as many lines as fit."""
        del arguments
        self._begin_short()
        return False

    def refresh(self) -> None:
        """Read everything again; the focus stays at the same button of the same line."""
        focused = self._focus_name()
        self._is_old = False
        self._day = self._today()
        self.setUpdatesEnabled(False)
        try:
            states = self._bundle().overview.states()
            running = TrajectoryState.RUNNING in states
            self.view.nobody.setVisible(not states)
            self.view.nobody_running.setVisible(bool(states) and not running)
            self.view.columns.setVisible(running)
            self.view.trouble.hide()
            if running:
                self._show_talks()
                self.agreements.show()
                self._show_rounds()
                self._show_not_spoken()
                self._show_tip()
            self.view.order_keys()
        finally:
            self.setUpdatesEnabled(True)
        self._focus_again(focused)
        self.heading_changed.emit()

    def focus_first(self) -> None:
        """The way into the next talk, or the button that starts."""
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        if self._is_old and not event.spontaneous():
            self.refresh()
        else:
            self._on_minute()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._minute.stop()
            # What was ticked is gone from the list when one comes back.
            self._is_old = self._is_old or self.agreements.leave()

    # Slots

    def _on_minute(self) -> None:
        """Say the time again; read again only when the day or the talk on the card is another one."""
        if self._day is None:
            return
        now = self._now()
        if now.date() != self._day or self._has_begun_since(now):
            self.refresh()
        elif self.view.next_card.isVisibleTo(self):
            self.view.next_card.show_time(now)

    def _on_not_held(self) -> None:
        talk = self.view.next_card.talk()
        if talk is not None:
            self.doing.not_held(talk)

    def _on_fill_in(self) -> None:
        talk = self.view.next_card.talk()
        if talk is not None:
            self.doing.act(talk, TalkAction.FILL_IN)

    def _on_print(self) -> None:
        talk = self.view.next_card.talk()
        if talk is not None and talk.round is not None:
            self.open_requested.emit("printing", {"round_id": talk.round.id})

    def _on_conversation(self) -> None:
        talk = self.view.next_card.talk()
        if talk is not None:
            self.open_requested.emit("conversation", {"conversation_id": talk.id})

    def _on_start(self) -> None:
        talk = self.view.next_card.talk()
        if talk is not None:
            self.open_requested.emit("conversation", {"conversation_id": talk.id, "begin": True})

    def _on_plan(self, trajectory_id: object = None) -> None:
        arguments = {"trajectory_id": trajectory_id} if isinstance(trajectory_id, uuid.UUID) else {}
        self.open_requested.emit("plan_dialog", arguments)

    def _on_all_agreements(self) -> None:
        self.open_requested.emit("agreements", {})

    def _on_agreements_changed(self) -> None:
        self.view.trouble.hide()
        self.saved.emit()
        focused = self._focus_name()
        self.agreements.show()
        self.view.order_keys()
        self._focus_again(focused)

    def _on_agreement_refused(self, text: str) -> None:
        # Read again: a tick that was not kept must not stay.
        self.refresh()
        self.view.trouble.set_text(text)
        self.view.trouble.show()

    def _on_add(self) -> None:
        self.open_requested.emit("student_dialog", {})

    def _on_round(self, row: WaitingRound, action: RoundAction) -> None:
        if action is RoundAction.SCORE:
            self.open_requested.emit(
                "score_sheet",
                {
                    "round_id": row.state.id,
                    "perspective": Perspective.WORKPLACE,
                    "strand": Strand.STUDENT_PART,
                },
            )
        elif action in {RoundAction.SIDE_BY_SIDE, RoundAction.LOOK}:
            self._put_side_by_side(row)
        else:
            sender = self._bundle().overview.owner_call_name()
            QGuiApplication.clipboard().setText(reminder(row, sender=sender, today=self._today()))
            for line in self.view.rounds.lines():
                if isinstance(line, RoundLine) and line.row is row:
                    line.answer(self.tr("Text copied: paste it into your message."))

    def _put_side_by_side(self, row: WaitingRound) -> None:
        """The one act of R5, and the page that shows what it brings."""
        try:
            self._bundle().rounds.reveal(row.state.id, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self.view.trouble.set_text(error_message(error, translate))
            self.view.trouble.show()
            return
        self.open_requested.emit(
            "student", {"trajectory_id": row.student.trajectory_id, "tab": "evaluations"}
        )

    def _on_weeks(self) -> None:
        self.remember_requested.emit(_WEEKS_KEY, str(self.view.weeks.currentData()))
        self._silent_lines = _SILENT
        self._show_not_spoken()
        self.view.order_keys()

    def _on_tip_put_away(self) -> None:
        self._put_away_on = self._today().isoformat()
        self.remember_requested.emit(_TIP_KEY, self._put_away_on)
        self._show_tip()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more_talks(self) -> None:
        self._more_later += _MORE
        self._show_longer(self.view.talks, self._show_talks)

    def _on_earlier_talks(self) -> None:
        self._more_earlier += _MORE
        self._show_longer(self.view.talks, self._show_talks, at=0)

    def _on_more_agreements(self) -> None:
        self._show_longer(self.view.agreements, lambda: self.agreements.show_more(_MORE))

    def _on_more_rounds(self) -> None:
        self._round_lines += _MORE
        self._show_longer(self.view.rounds, self._show_rounds)

    def _on_more_to_plan(self) -> None:
        self._to_plan_lines += _MORE
        self._show_longer(self.view.to_plan, self._show_not_spoken)

    def _on_more_not_spoken(self) -> None:
        self._silent_lines += _MORE
        self._show_longer(self.view.not_spoken, self._show_not_spoken)

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _now(self) -> datetime:
        return self._bundle().clock.local()

    def _today(self) -> date:
        return self._now().date()

    def _begin_short(self) -> None:
        self._more_earlier = self._more_later = 0
        self.agreements.begin_short()
        self._round_lines = _ROUNDS
        self._silent_lines = _SILENT
        self._to_plan_lines = _TO_PLAN

    def _connect(self) -> None:
        view = self.view
        self._minute.timeout.connect(self._on_minute)
        view.nobody.triggered.connect(self._on_add)
        view.nobody_running.triggered.connect(self._on_add)
        view.nothing_planned.triggered.connect(self._on_plan)
        view.next_card.not_held_requested.connect(self._on_not_held)
        view.next_card.print_requested.connect(self._on_print)
        view.next_card.prepare_requested.connect(self._on_conversation)
        view.next_card.start_requested.connect(self._on_start)
        view.next_card.fill_in_requested.connect(self._on_fill_in)
        view.talks.more_requested.connect(self._on_more_talks)
        view.talks.earlier_requested.connect(self._on_earlier_talks)
        view.agreements.more_requested.connect(self._on_more_agreements)
        view.rounds.more_requested.connect(self._on_more_rounds)
        view.to_plan.more_requested.connect(self._on_more_to_plan)
        view.not_spoken.more_requested.connect(self._on_more_not_spoken)
        view.weeks.activated.connect(self._on_weeks)
        view.all_agreements.clicked.connect(self._on_all_agreements)
        self.agreements.changed.connect(self._on_agreements_changed)
        self.agreements.refused.connect(self._on_agreement_refused)
        for part in (self.agreements, self.doing):
            part.open_requested.connect(self.open_requested)
        view.tip_card.put_away.connect(self._on_tip_put_away)

    def _show_talks(self) -> None:
        overview, now = self._bundle().overview, self._now()
        talk = overview.next_talk()
        self.view.next_card.setVisible(talk is not None)
        self.view.nothing_planned.setVisible(talk is None)
        if talk is not None:
            self.view.next_card.show_talk(talk, now=now)
        weeks = overview.weeks(
            most=_TALKS,
            more_earlier=self._more_earlier,
            more_later=self._more_later,
            without=talk.id if talk is not None else None,
        )
        lines = [TalkLine(found, now=now, again_at=weeks.new_dates.get(found.id)) for found in weeks.talks]
        for line in lines:
            line.chosen.connect(self.doing.act)
            line.more_requested.connect(self.doing.show_more)
        self.view.talks.set_lines(
            lines,
            nothing=self.tr("Nothing else is planned this week or the next."),
            earlier=weeks.earlier,
            more=weeks.later,
        )
        self.view.talks.setVisible(talk is not None or bool(lines))
        self._shown_at = now

    def _show_rounds(self) -> None:
        found = self._bundle().overview.waiting_rounds(most=self._round_lines)
        numbers = {row.state.number for row in found.rows}
        one = len(numbers) == 1
        title = self.tr("Round {number}").format(number=min(numbers)) if one else self.tr("Rounds")
        self.view.rounds.set_heading(title)
        lines = [
            RoundLine(row, under="" if one else self.tr("Round {number}").format(number=row.state.number))
            for row in found.rows
        ]
        for line in lines:
            line.chosen.connect(self._on_round)
        self.view.rounds.set_lines(
            lines, nothing=self.tr("No round is waiting for anybody."), more=found.more
        )

    def _show_not_spoken(self) -> None:
        kept = self._kept(_WEEKS_KEY)
        if kept is not None and kept.isdecimal():
            self.view.choose_weeks(int(kept))
        weeks = cast("int", self.view.weeks.currentData())
        found = self._bundle().overview.not_spoken(weeks=weeks, most=self._silent_lines)
        lines = [NotSpokenLine(row, today=self._today()) for row in found.rows]
        for line in lines:
            line.plan_requested.connect(self.doing.plan_instead)
        self.view.not_spoken.set_lines(
            lines,
            nothing=self.tr("You spoke to everybody in the last {weeks} weeks.").format(weeks=weeks),
            more=found.more,
        )
        self._show_to_plan({row.student.trajectory_id for row in found.rows})

    def _show_to_plan(self, shown: Collection[uuid.UUID]) -> None:
        """Talks without a new date, but for those of students who have a line for it already."""
        found = self._bundle().overview.to_plan(most=self._to_plan_lines, without=shown)
        lines = [ToPlanLine(row) for row in found.rows]
        for line in lines:
            line.plan_requested.connect(self.doing.plan_instead)
        self.view.to_plan.set_lines(lines, nothing="", more=found.more)
        self.view.to_plan.setVisible(bool(lines))

    def _show_tip(self) -> None:
        put_away = self._today().isoformat() in (self._put_away_on, self._kept(_TIP_KEY))
        tip = None if put_away else self._bundle().overview.tip_of_the_day()
        self.view.tip.setVisible(tip is not None)
        if tip is not None:
            self.view.tip_card.show_tip(tip)

    def _has_begun_since(self, now: datetime) -> bool:
        """Whether a talk in the list began after it was shown: another one may belong on the card, and its words."""
        shown_at = self._shown_at
        return shown_at is not None and any(
            isinstance(line, TalkLine) and shown_at < line.talk.starts_at <= now
            for line in self.view.talks.lines()
        )

    def _show_longer(self, section: Section, show: Callable[[], None], *, at: int | None = None) -> None:
        """Show more lines, and put the focus on the first of the new ones."""
        before = len(section.lines())
        show()
        self.view.order_keys()
        lines = section.lines()
        new = lines[before if at is None else at :][:1]
        for line in new:
            for widget in line.focus_widgets()[:1]:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        view = self.view
        for empty in (view.nobody, view.nobody_running, view.nothing_planned):
            if not empty.isHidden() and (empty is not view.nothing_planned or not view.columns.isHidden()):
                return empty.button
        return view.next_card.main_button()

    def _focus_name(self) -> str:
        """What names the widget that has the focus, over a fresh list."""
        focused = cast("QWidget | None", self.window().focusWidget())
        if focused is None or not focused.hasFocus() or not self.isAncestorOf(focused):
            return ""
        return focused.objectName()

    def _focus_again(self, name: str) -> None:
        if name:
            (self.view.find_by_name(name) or self._first()).setFocus(Qt.FocusReason.OtherFocusReason)
