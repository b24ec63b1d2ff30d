"""What the agenda says of talks, days, bands and what is still to be planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agenda import AgendaBlock
from wpl_desktop.services.school_calendar import Band, DayPresence, Elsewhere
from wpl_desktop.services.talk_plans import PlanWarnings
from wpl_desktop.services.talk_rows import Talk
from wpl_desktop.services.unplanned import Unplanned
from wpl_desktop.texts import cause_name, conversation_state_name, hat_name, perspective_name
from wpl_desktop.ui.language import (
    chosen,
    clock_time,
    day_and_month,
    day_in_week,
    filled,
    month_and_year,
    translate,
    weekday_and_day,
    words,
)

#: More names than this are a number.
MOST_NAMES = 3


def block_title(block: AgendaBlock) -> str:
    """With whom a talk is."""
    if len(block.students) > MOST_NAMES:
        return filled("{count} {students}", count=len(block.students))
    return ", ".join(block.students)


def block_kind(block: AgendaBlock) -> str:
    """What kind of talk it is, and of which round."""
    name = chosen(block.name)
    if block.round is None:
        return name
    return QCoreApplication.translate("AgendaWords", "{conversation} round {number}").format(
        conversation=name, number=block.round
    )


def block_words(block: AgendaBlock) -> str:
    """The second line of a block: its kind, and what became of it."""
    if block.state is ConversationState.PLANNED:
        return block_kind(block)
    return f"{block_kind(block)}, {conversation_state_name(block.state, translate)}"


def block_word_choices(block: AgendaBlock) -> tuple[str, ...]:
    """The second line from long to short, for where there is little room: what became of it stays to the end."""
    name = chosen(block.name)
    if block.state is ConversationState.PLANNED:
        choices = (block_kind(block), name)
    else:
        state = conversation_state_name(block.state, translate)
        choices = (block_words(block), f"{name}, {state}", state)
    return tuple(dict.fromkeys(choices))


def block_spoken(block: AgendaBlock) -> str:
    """A talk in one sentence, for who cannot see where it stands."""
    parts = [
        block_title(block),
        block_words(block),
        weekday_and_day(block.starts_at.date()),
        from_to(block.starts_at, block.minutes),
        block.place,
    ]
    if block.series_id is not None:
        parts.append(QCoreApplication.translate("AgendaWords", "in a series"))
    return ", ".join(part for part in parts if part)


def from_to(starts_at: datetime, minutes: int) -> str:
    """`15:45 tot 16:45`."""
    return QCoreApplication.translate("AgendaWords", "{start} to {end}").format(
        start=clock_time(starts_at), end=clock_time(starts_at + timedelta(minutes=minutes))
    )


def slot_spoken(starts_at: datetime) -> str:
    """An empty place in the week."""
    return QCoreApplication.translate("AgendaWords", "{day}, {time}, free").format(
        day=weekday_and_day(starts_at.date()), time=clock_time(starts_at)
    )


def week_title(days: Sequence[date]) -> str:
    """`13 tot 17 oktober 2025`, and further apart `29 september tot 3 oktober 2025`."""
    first, last = days[0], days[-1]
    end = f"{day_and_month(last, full=True)} {last.year}"
    if first.year != last.year:
        start = f"{day_and_month(first, full=True)} {first.year}"
    elif first.month != last.month:
        start = day_and_month(first, full=True)
    else:
        start = str(first.day)
    return QCoreApplication.translate("AgendaWords", "{first} to {last}").format(first=start, last=end)


def week_number(day: date) -> str:
    """`week 42`."""
    return QCoreApplication.translate("AgendaWords", "week {number}").format(number=day.isocalendar().week)


def presence_words(presence: DayPresence | None, bands: Sequence[Band], day: date) -> str:
    """Why nobody is at the workplace on a day; nothing when somebody is or nobody knows why."""
    if presence is None or presence.elsewhere is None:
        return ""
    if presence.elsewhere is Elsewhere.HOLIDAY:
        names = (chosen(band.name) for band in bands if band.starts_on <= day <= band.ends_on)
        return next(names, QCoreApplication.translate("AgendaWords", "holiday"))
    return {
        Elsewhere.INSTITUTE: filled(QCoreApplication.translate("AgendaWords", "at the {institute}")),
        Elsewhere.WEEKEND: QCoreApplication.translate("AgendaWords", "weekend"),
        Elsewhere.EXAMS: QCoreApplication.translate("AgendaWords", "examinations"),
        Elsewhere.RETURN_DAY: filled("{return_day}"),
    }.get(presence.elsewhere, "")


def present_spoken(presence: DayPresence) -> str:
    """Who is at the workplace, by name while that is a handful."""
    if presence.count > 2 * MOST_NAMES:
        return filled("{count} {students}", count=presence.count)
    return ", ".join(student.call_name for student in presence.at_workplace)


def band_words(band: Band, *, until: bool) -> str:
    """The name of a band, whose it is, and until when it goes on after the days shown."""
    name = capital(chosen(band.name))
    if band.students:
        whose = (
            ", ".join(band.students)
            if len(band.students) <= MOST_NAMES
            else filled("{count} {students}", count=len(band.students))
        )
        name = f"{name} ({whose})"
    if not until:
        return name
    return QCoreApplication.translate("AgendaWords", "{name}, until {day}").format(
        name=name, day=day_and_month(band.ends_on, full=True)
    )


def talk_heading(talk: Talk) -> str:
    """With whom the chosen talk is."""
    if talk.students > 1:
        return filled("{count} {students}", count=talk.students)
    return talk.student.name


def talk_kind(talk: Talk) -> str:
    """What kind of talk it is, in full, and of which round."""
    name = capital(chosen(talk.name))
    if talk.round is None:
        return name
    return QCoreApplication.translate("AgendaWords", "{conversation} round {number}").format(
        conversation=name, number=talk.round.number
    )


def talk_time(talk: Talk) -> str:
    """`15:45 tot 16:45, 60 minuten`."""
    return QCoreApplication.translate("AgendaWords", "{times}, {minutes} minutes").format(
        times=from_to(talk.starts_at, talk.minutes), minutes=talk.minutes
    )


def talk_hat(talk: Talk) -> str:
    """The hat of a talk, always in words."""
    return capital(hat_name(talk.hat, translate))


def talk_became(talk: Talk) -> str:
    """What became of a talk; nothing while it is planned."""
    if talk.state is ConversationState.PLANNED:
        return ""
    state = capital(conversation_state_name(talk.state, translate))
    if talk.not_held_cause is None:
        return state
    return f"{state} ({cause_name(talk.not_held_cause, translate)})"


def round_readiness(talk: Talk, *, waiting: str) -> str:
    """Who is ready for the round that is talked about; `waiting` says for whom it waits."""
    if talk.round is None or talk.hat is not Hat.EVALUATE:
        return ""
    if talk.round.final:
        return QCoreApplication.translate("AgendaWords", "The round is final.")
    if not talk.round.missing:
        return QCoreApplication.translate("AgendaWords", "All perspectives are ready.")
    return waiting


def unplanned_words(row: Unplanned) -> str:
    """What is to be planned, how long it takes, and why."""
    kind = QCoreApplication.translate("AgendaWords", "{conversation}, {minutes} minutes.").format(
        conversation=capital(chosen(row.name)), minutes=row.minutes
    )
    if row.missed_on is not None:
        cause = cause_name(row.cause, translate) if row.cause is not None else ""
        why = QCoreApplication.translate("AgendaWords", "{day} did not go ahead ({cause}).").format(
            day=day_and_month(row.missed_on, full=True), cause=cause
        )
    elif row.last_on is not None:
        why = QCoreApplication.translate("AgendaWords", "The last one was on {day}.").format(
            day=day_and_month(row.last_on, full=True)
        )
    else:
        why = QCoreApplication.translate("AgendaWords", "There has been none yet.")
    return f"{kind} {why}"


def proposal_words(starts_at: datetime, *, today: date) -> str:
    """`do 12:15`, and beyond this week `do 23 okt 12:15`."""
    day = starts_at.date()
    near = timedelta(0) <= day - today < timedelta(days=6)
    written = day_in_week(day) if near else f"{day_in_week(day)} {day_and_month(day).split(' ', 1)[-1]}"
    return f"{written}, {clock_time(starts_at)}"


def month_title(day: date) -> str:
    """`Oktober 2025`."""
    return month_and_year(day)


def warning_lines(warnings: PlanWarnings) -> list[str]:
    """What whoever plans a talk should know: somebody is busy or away, or the planner teaches."""
    lines = [
        QCoreApplication.translate("AgendaWords", "{person} has another conversation at {time}.").format(
            person=clash.person, time=clock_time(clash.starts_at)
        )
        for clash in warnings.clashes
    ]
    lines += [
        filled(
            QCoreApplication.translate("AgendaWords", "{person} is not {at_workplace} that day."),
            person=absence.name,
        )
        if absence.why is None
        else filled(
            QCoreApplication.translate("AgendaWords", "{person} is not {at_workplace} that day: {why}."),
            person=absence.name,
            why=chosen(absence.why),
        )
        for absence in warnings.absences
    ]
    lines += [
        QCoreApplication.translate("AgendaWords", "You teach then ({lesson}).").format(lesson=lesson.label)
        if lesson.label
        else QCoreApplication.translate("AgendaWords", "You teach then.")
        for lesson in warnings.lessons
    ]
    return lines


def waiting_words(talk: Talk) -> str:
    """For which perspectives the round of a talk waits."""
    if talk.round is None:
        return ""
    names = [perspective_name(one, translate, words()).lower() for one in talk.round.missing]
    return QCoreApplication.translate("AgendaWords", "Still waiting for: {who}.").format(who=", ".join(names))
