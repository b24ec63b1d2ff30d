"""The agenda: week, list and month of all talks, and what is still to be planned."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.services.agenda import Wanted
from wpl_desktop.services.unplanned import Unplanned
from wpl_desktop.ui.agenda.agenda_reading import AgendaReading
from wpl_desktop.ui.agenda.agenda_steps import AgendaSteps
from wpl_desktop.ui.agenda.agenda_view import AgendaView
from wpl_desktop.ui.agenda.agenda_words import (
    month_title,
    proposal_words,
    waiting_words,
    warning_lines,
    week_number,
    week_title,
)
from wpl_desktop.ui.agenda.month_view import month_days, other_month
from wpl_desktop.ui.agenda.side_panel import TalkStep
from wpl_desktop.ui.agenda.tool_row import LIST, MONTH, WEEK
from wpl_desktop.ui.agenda.unplanned import UnplannedRow
from wpl_desktop.ui.agenda.week_content import Ghost, moment_at
from wpl_desktop.ui.page import Page

if TYPE_CHECKING:
    from wpl_desktop.services import Services

_VIEW_KEY: Final = "agenda/view"
_VIEWS: Final = {"1": WEEK, "2": MONTH, "3": LIST}
_UNPLANNED: Final = 5
_MINUTE: Final = 60_000
_NOON: Final = 12 * 60


class AgendaPage(Page):
    """All talks in their time. It names several students, so it is never shown on a joint screen (F9)."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory",
            "Person",
            "TrajectoryRole",
            "Conversation",
            "ConversationParticipant",
            "ConversationSeries",
            "BlockPlacement",
            "PresencePeriod",
            "SchoolYear",
            "CalendarPeriod",
            "LessonHour",
            "Round",
            "Sheet",
            "Profile",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._selected: uuid.UUID | None = None
        self._is_shown_once = False
        self._only: uuid.UUID | None = None
        self._unplanned: list[Unplanned] = []
        self.view = AgendaView()
        self.steps = AgendaSteps(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._connect()

    # What the frame asks

    def title(self) -> str:
        """The word for this page."""
        return self.tr("Agenda")

    def recall(self, kept: Callable[[str], str | None]) -> None:
        view = kept(_VIEW_KEY)
        if view in (WEEK, MONTH, LIST):
            self.view.show_view(view)

    def subject(self) -> dict[str, object]:
        """The student of the chosen talk, or the empty place under the cursor."""
        detail = self.view.talk.detail()
        if self._selected is not None and detail is not None and detail.talk.students == 1:
            return {"trajectory_id": detail.talk.student.trajectory_id}
        at = self.view.week.cursor_at
        if self.view.shown_view() == WEEK and at is not None and self._selected is None:
            return {"starts_at": at}
        return {}

    def place(self) -> dict[str, object]:
        """The page stays as it was left."""
        return {}

    def open(self, **arguments: object) -> bool:
        """Show a `day`, a talk (`conversation_id`), a `view` or the talks with one student (`trajectory_id`)."""
        view, day = arguments.get("view"), arguments.get("day")
        wanted, only = arguments.get("conversation_id"), arguments.get("trajectory_id")
        if isinstance(view, str) and view in (WEEK, MONTH, LIST):
            self.view.show_view(view)
        if isinstance(day, date):
            self._day = day
            self._only = None
        if isinstance(wanted, uuid.UUID):
            found = self._bundle().agenda.day_of(wanted)
            if found is not None:
                self._day, self._selected, self._only = found, wanted, None
                self.view.show_view(LIST if self.view.shown_view() == LIST else WEEK)
        if isinstance(only, uuid.UUID):
            self._show_only(only)
        if not arguments:
            return False
        self.refresh()
        return True

    def refresh(self) -> None:
        """Read what is shown again; what was chosen and how far it was scrolled stay."""
        services = self._bundle()
        self.setUpdatesEnabled(False)
        try:
            students = bool(services.overview.states())
            self.view.show_state(students=students, talks=not services.agenda.is_empty())
            self._read_view()
            self._read_unplanned()
            self._show_detail()
        finally:
            self.setUpdatesEnabled(True)
        self.heading_changed.emit()

    def focus_first(self) -> None:
        """The view, or the button that starts it."""
        if self.view.nobody.isVisibleTo(self):
            self.view.nobody.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.view.no_talks.isVisibleTo(self):
            self.view.no_talks.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.keyboard_view().setFocus(Qt.FocusReason.OtherFocusReason)

    # What the steps ask

    def selected(self) -> uuid.UUID | None:
        """The talk that is chosen."""
        return self._selected

    def select(self, conversation_id: uuid.UUID | None, *, day: date | None = None) -> None:
        """Choose a talk, on the day where it is now."""
        self._selected = conversation_id
        self._day = day or self._day

    def done(self) -> None:
        """Something was changed here: say so, and show it."""
        self.view.trouble.hide()
        self.saved.emit()
        self.refresh()

    def show_trouble(self, text: str) -> None:
        """Say what went wrong, and show the data as they are."""
        self.refresh()
        self.view.trouble.set_text(text)
        self.view.trouble.show()

    def day(self) -> date:
        """The day that is looked at."""
        return self._day or self._day_to_come()

    def show_list_of(self, trajectory_id: uuid.UUID) -> None:
        """Show all talks with one student."""
        self.view.show_view(LIST)
        self._show_only(trajectory_id)
        self.refresh()
        self.focus_first()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        self._on_minute()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.text()
        if held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _VIEWS:
            self._on_view(_VIEWS[key])
        elif event.key() == Qt.Key.Key_T:
            self._on_today()
        elif event.key() == Qt.Key.Key_N:
            self.steps.plan()
        else:
            super().keyPressEvent(event)

    # Slots

    def _on_minute(self) -> None:
        if self.services is not None:
            self.view.week.set_now(self._now())

    def _on_view(self, name: str) -> None:
        self.view.show_view(name)
        self.remember_requested.emit(_VIEW_KEY, name)
        if name == LIST:
            self._is_shown_once = False
        self.refresh()
        self.view.keyboard_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_step(self, step: int) -> None:
        shown = self.view.shown_view()
        if shown == WEEK:
            self._day = self.day() + timedelta(weeks=step)
        else:
            self._day = other_month(self.day(), step)
        self._go()

    def _on_today(self) -> None:
        self._day = self._day_to_come()
        self.view.week.cursor_at = None
        self._go()

    def _on_day(self, day: object) -> None:
        """The week of a day of the month."""
        if isinstance(day, date):
            self._day = day
            self._selected = None
            self.view.week.cursor_at = moment_at(day, _NOON)
            self._on_view(WEEK)

    def _on_other_month(self, day: object) -> None:
        if isinstance(day, date):
            self._day = day
            self._read_view()

    def _on_more(self, moment: object) -> None:
        """Show what has no room in the week in the list."""
        if isinstance(moment, datetime):
            self.view.list.clear()
            self._day = moment.date()
            self._on_view(LIST)
            number = self._bundle().agenda.number_before(moment, self._wanted())
            self.view.list.list.go_to(number, at_top=True)

    def _on_selected(self, key: object) -> None:
        self._selected = key if isinstance(key, uuid.UUID) else None
        self._show_detail()

    def _on_wanted(self) -> None:
        self._is_shown_once = False
        self._read_list()
        self._show_detail()

    def _on_plan(self, moment: object, minutes: int) -> None:
        if isinstance(moment, datetime):
            self.steps.plan(moment, minutes)

    def _on_plan_on(self, day: object) -> None:
        if isinstance(day, date):
            self.steps.plan(datetime.combine(day, time(15, 45)))

    def _on_drag_begun(self, row: object) -> None:
        if isinstance(row, UnplannedRow):
            self._on_view(WEEK)
            ghost = Ghost(
                starts_at=self._now(),
                minutes=row.row.minutes,
                title=row.row.student.call_name,
                token=row.row,
            )
            self.view.week.offer(str(row.number), ghost)

    def _on_proposals(self, row: object) -> None:
        if isinstance(row, UnplannedRow):
            self.steps.propose(row.row, at=row)

    def _on_unplanned_menu(self) -> None:
        self.steps.choose_unplanned(self._unplanned, at=self.view.tools.unplanned)

    def _on_said(self, text: str) -> None:
        self.view.said.say(text, stays=self.view.week.ghost is not None)

    def _on_filter(self) -> None:
        self._on_view(LIST)
        self.view.list.filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _reading(self) -> AgendaReading:
        return AgendaReading(self._bundle())

    def _now(self) -> datetime:
        return self._bundle().clock.local()

    def _today(self) -> date:
        return self._now().date()

    def _day_to_come(self) -> date:
        """Today; for the week on a free weekend the Monday after it."""
        today = self._today()
        return self._reading().day_to_come(today) if self.view.shown_view() == WEEK else today

    def _go(self) -> None:
        self._is_shown_once = False
        self._read_view()
        self._show_detail()

    def _show_only(self, trajectory_id: uuid.UUID) -> None:
        name = self._bundle().student_list.name(trajectory_id)
        if name:
            self.view.show_view(LIST)
            self.view.list.only(trajectory_id, name)
            self._is_shown_once = False

    def _wanted(self) -> Wanted:
        return self.view.list.wanted(kinds=self._reading().kinds())

    def _read_view(self) -> None:
        shown = self.view.shown_view()
        if shown == WEEK:
            self._read_week()
        elif shown == MONTH:
            self._read_month()
        else:
            self._read_list()

    def _read_week(self) -> None:
        content = self._reading().week(self.day())
        week = self.view.week
        week.set_now(self._now())
        week.set_content(content)
        if self._selected is not None:
            week.select(self._selected)
        self._selected = week.selected
        self.view.tools.set_title(week_title(content.days), week_number(content.days[0]))

    def _read_month(self) -> None:
        day = self.day()
        days = month_days(day)
        talks, bands = self._reading().month(days[0], days[-1])
        self.view.month.set_month(day, talks=talks, bands=bands, now=self._now())
        self.view.tools.set_title(month_title(day))

    def _read_list(self) -> None:
        agenda, wanted = self._bundle().agenda, self._wanted()
        count = agenda.count(wanted)
        shown = self.view.list.list
        number = agenda.number_of(self._selected, wanted) if self._selected is not None else None
        if number is None:
            number = agenda.number_before(datetime.combine(self.day(), time()), wanted)
        shown.set_rows(
            lambda offset, limit: agenda.page(offset=offset, limit=limit, wanted=wanted),
            count=count,
            current=number,
        )
        self.view.list.show_found(count > 0)
        if not self._is_shown_once:
            self._is_shown_once = True
            with QSignalBlocker(shown):
                # What is chosen is shown once, when all is read.
                shown.go_to(number, at_top=True)
        current = shown.current()
        self._selected = current.id if current is not None else None
        self.view.tools.set_title(self.tr("{count} conversations").format(count=count))

    def _read_unplanned(self) -> None:
        found, more = self._bundle().agenda.unplanned(most=_UNPLANNED)
        proposal = ""
        if found:
            first = found[0]
            moments = self._reading().proposals(first, most=1)
            if moments:
                proposal = self.tr("{moment} is free for you and for {student}.").format(
                    moment=proposal_words(moments[0], today=self._today()), student=first.student.call_name
                )
        self._unplanned = found
        self.view.unplanned.show_rows(found, more=more, proposal=proposal)

    def _show_detail(self) -> None:
        detail = self._bundle().agenda.detail(self._selected) if self._selected is not None else None
        if detail is not None and self.view.shown_view() != MONTH:
            reading = self._reading()
            self.view.talk.show_talk(
                detail,
                now=self._now(),
                round_line=reading.round_line(detail, waiting=waiting_words(detail.talk)),
                series_line=reading.series_line(detail),
                warnings=warning_lines(reading.warnings(detail)),
            )
        self.view.show_talk(detail is not None and self.view.shown_view() != MONTH)

    def _connect(self) -> None:
        view, tools, week = self.view, self.view.tools, self.view.week
        self._minute.timeout.connect(self._on_minute)
        tools.step_requested.connect(self._on_step)
        tools.today_requested.connect(self._on_today)
        tools.view_chosen.connect(self._on_view)
        tools.print.clicked.connect(self.steps.print_days)
        tools.file.clicked.connect(self.steps.save_file)
        tools.agreements.clicked.connect(self.steps.open_agreements)
        tools.unplanned.clicked.connect(self._on_unplanned_menu)
        view.nobody.triggered.connect(self.steps.add_student)
        view.no_talks.triggered.connect(self.steps.plan_any)
        week.selected_changed.connect(self._on_selected)
        week.opened.connect(self.steps.open_talk)
        week.plan_requested.connect(self._on_plan)
        week.drop_requested.connect(self.steps.plan_dropped)
        week.change_requested.connect(self.steps.change)
        week.call_off_requested.connect(self.steps.call_off)
        week.weeks_requested.connect(self._on_step)
        week.more_requested.connect(self._on_more)
        week.said.connect(self._on_said)
        view.month.day_chosen.connect(self._on_day)
        view.month.day_changed.connect(self._on_other_month)
        view.month.months_requested.connect(self._on_step)
        view.month.plan_requested.connect(self._on_plan_on)
        view.list.wanted_changed.connect(self._on_wanted)
        view.list.list.selected_changed.connect(self._on_selected)
        view.list.list.opened.connect(self.steps.open_talk)
        view.list.list.call_off_requested.connect(self.steps.call_off)
        view.talk.step_requested.connect(self._on_talk_step)
        view.unplanned.proposals_requested.connect(self._on_proposals)
        view.unplanned.drag_begun.connect(self._on_drag_begun)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_filter)

    def _on_talk_step(self, step: object) -> None:
        detail = self.view.talk.detail()
        if isinstance(step, TalkStep) and detail is not None:
            self.steps.take(step, detail)
