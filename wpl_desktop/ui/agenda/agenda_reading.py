"""What the agenda page reads: a week, a month, and what stands beside them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agenda import AgendaDay, TalkDetail
from wpl_desktop.services.school_calendar import Band
from wpl_desktop.services.talk_plans import PlanValues, PlanWarnings
from wpl_desktop.services.unplanned import Unplanned
from wpl_desktop.ui.agenda.agenda_words import round_readiness
from wpl_desktop.ui.agenda.month_view import MOST_OF_DAY
from wpl_desktop.ui.agenda.week_content import WeekContent, days_of_week
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.series_words import series_words

if TYPE_CHECKING:
    from wpl_desktop.services import Services


class AgendaReading:
    """Reads only the days that are shown."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def week(self, day: date) -> WeekContent:
        """The week of a day with everything in it."""
        monday = day - timedelta(days=day.weekday())
        sunday = monday + timedelta(days=6)
        blocks = tuple(self._services.agenda.span(monday, sunday))
        days = days_of_week(day, blocks)
        around = self._services.school_calendar.week(days[0], days[-1])
        return WeekContent(
            days=days,
            blocks=blocks,
            presence=around.presence,
            bands=tuple(around.bands),
            lessons=tuple(around.lessons),
        )

    def day_to_come(self, today: date) -> date:
        """Today, or on a weekend with nothing on it any more the Monday after it."""
        sunday = today + timedelta(days=6 - today.weekday())
        if today.weekday() < 5 or self._services.agenda.span(today, sunday):
            return today
        return sunday + timedelta(days=1)

    def month(self, first: date, last: date) -> tuple[Mapping[date, AgendaDay], Sequence[Band]]:
        """The talks and the bands of the days of a month."""
        days = self._services.agenda.days(first, last, most=MOST_OF_DAY)
        return days, self._services.school_calendar.bands(first, last)

    def kinds(self) -> tuple[tuple[uuid.UUID, str], ...]:
        """What each type is called on the screen."""
        return tuple((key, chosen(name)) for key, name in self._services.agenda.kinds())

    def proposals(self, row: Unplanned, *, most: int) -> list[datetime]:
        """Moments that are free for both; the first day is today."""
        return self._services.conversations.free_starts(
            row.student.trajectory_id, minutes=row.minutes, limit=most
        )

    def warnings(self, detail: TalkDetail) -> PlanWarnings:
        """What is wrong with the time of a planned talk that is still to come."""
        talk = detail.talk
        if talk.state is not ConversationState.PLANNED or talk.ends_at < self._services.clock.local():
            return PlanWarnings()
        values = PlanValues(
            trajectory_id=detail.trajectory_ids[0],
            type_id=detail.type_id,
            starts_at=talk.starts_at,
            minutes=talk.minutes,
            participant_ids=detail.participant_ids,
            others=detail.trajectory_ids[1:],
        )
        return self._services.conversations.warnings(values, moved=talk.id)

    def series_line(self, detail: TalkDetail) -> str:
        """The series that a talk belongs to, in words."""
        if detail.series_id is None:
            return ""
        row = self._services.series.rows([detail.series_id]).get(detail.series_id)
        if row is None:
            return ""
        return capital(series_words(row.rule, starts_at=row.starts_at, until=row.until))

    def round_line(self, detail: TalkDetail, *, waiting: str) -> str:
        """Who is ready for the round of a talk."""
        return round_readiness(detail.talk, waiting=waiting)
