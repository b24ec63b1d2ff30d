"""What the first page says of talks, rounds, agreements and silences, and what each line offers to do."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.evaluations import Perspective, has_begun
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.services.overview import NotSpoken, WaitingRound
from wpl_desktop.services.talk_rows import RoundState, StudentName, Talk
from wpl_desktop.services.unplanned import Unplanned
from wpl_desktop.texts import cause_name, party_name, perspective_name
from wpl_desktop.ui.language import (
    chosen,
    clock_time,
    day_and_month,
    filled,
    translate,
    weekday_and_day,
    words,
)

_SOON = timedelta(hours=1)


class TalkAction(enum.Enum):
    """The one thing to do with a talk in the list."""

    START = "start"
    PREPARE = "prepare"
    FILL_IN = "fill_in"
    LOOK = "look"
    REPORT = "report"
    PLAN_AGAIN = "plan_again"


class RoundAction(enum.Enum):
    """The one thing to do with a round that has begun."""

    SCORE = "score"
    REMIND = "remind"
    SIDE_BY_SIDE = "side_by_side"
    LOOK = "look"


def talk_name(talk: Talk) -> str:
    """What kind of talk it is, and of which round."""
    name = capital(chosen(talk.name))
    if talk.round is None:
        return name
    return QCoreApplication.translate("TodayWords", "{conversation}, round {number}").format(
        conversation=name, number=talk.round.number
    )


def talk_title(talk: Talk) -> str:
    """With whom a talk is; a talk with several students is called by its kind."""
    return talk_name(talk) if talk.students > 1 else talk.student.name


def talk_under_title(talk: Talk) -> str:
    """The kind of talk, or with how many students."""
    return filled("{count} {students}", count=talk.students) if talk.students > 1 else talk_name(talk)


def talk_length(talk: Talk) -> str:
    """How long a talk is and who takes part besides student and owner."""
    if not talk.people:
        return QCoreApplication.translate("TodayWords", "{minutes} minutes").format(minutes=talk.minutes)
    return QCoreApplication.translate("TodayWords", "{minutes} minutes, with {people}").format(
        minutes=talk.minutes, people=_listed(talk.people)
    )


def when_words(talk: Talk, *, now: datetime) -> str:
    """When the next talk is, as one says it now."""
    time = clock_time(talk.starts_at)
    if talk.ends_at <= now:
        text = QCoreApplication.translate("TodayWords", "Did it take place? At {time}")
    elif talk.starts_at <= now:
        time = clock_time(talk.ends_at)
        text = QCoreApplication.translate("TodayWords", "Going on now, until {time}")
    elif talk.starts_at - now <= _SOON:
        return _soon(time, minutes=-(-(talk.starts_at - now).seconds // 60))
    elif talk.starts_at.date() == now.date():
        text = QCoreApplication.translate("TodayWords", "Today at {time}")
    elif talk.starts_at.date() == now.date() + timedelta(days=1):
        text = QCoreApplication.translate("TodayWords", "Tomorrow at {time}")
    else:
        text = QCoreApplication.translate("TodayWords", "{day} at {time}")
    return text.format(time=time, day=capital(weekday_and_day(talk.starts_at.date())))


def talk_action(talk: Talk, *, now: datetime, again_at: datetime | None = None) -> TalkAction:
    """The one thing to do with a talk in the list; `again_at` is its new date when it was not held."""
    if talk.state is ConversationState.PLANNED:
        if talk.ends_at <= now:
            return TalkAction.FILL_IN
        return TalkAction.START if talk.starts_at.date() == now.date() else TalkAction.PREPARE
    if talk.state is ConversationState.NOT_HELD:
        return TalkAction.LOOK if talk.students > 1 or again_at is not None else TalkAction.PLAN_AGAIN
    # Of a talk between student and institute only that it took place is kept here (section 3).
    if not talk.has_note and talk.hat is not Hat.INSTITUTE:
        return TalkAction.FILL_IN
    return TalkAction.REPORT if talk.round is not None else TalkAction.LOOK


def talk_action_words(action: TalkAction) -> str:
    """The words on the button of a talk."""
    return {
        TalkAction.START: QCoreApplication.translate("TodayWords", "Start"),
        TalkAction.PREPARE: QCoreApplication.translate("TodayWords", "Prepare"),
        TalkAction.FILL_IN: QCoreApplication.translate("TodayWords", "Fill in"),
        TalkAction.LOOK: QCoreApplication.translate("TodayWords", "Look"),
        TalkAction.REPORT: QCoreApplication.translate("TodayWords", "View report"),
        TalkAction.PLAN_AGAIN: QCoreApplication.translate("TodayWords", "Plan again"),
    }[action]


def talk_state(talk: Talk, *, now: datetime, again_at: datetime | None = None) -> str:
    """What became of a talk and its new date, or for whom its round waits; nothing when there is nothing to say."""
    if talk.state is ConversationState.HELD:
        if talk_action(talk, now=now) is TalkAction.FILL_IN:
            return QCoreApplication.translate("TodayWords", "held, no note yet")
        return QCoreApplication.translate("TodayWords", "held")
    if talk.state is ConversationState.NOT_HELD:
        cause = cause_name(talk.not_held_cause, translate) if talk.not_held_cause else ""
        text = QCoreApplication.translate("TodayWords", "not held ({cause})").format(cause=cause)
        return text if again_at is None else f"{text}, {new_date_words(again_at)}"
    if talk.starts_at <= now < talk.ends_at:
        return QCoreApplication.translate("TodayWords", "going on now")
    if talk.starts_at <= now:
        return QCoreApplication.translate("TodayWords", "did it take place?")
    if talk.round is None or not has_begun(talk.round.held_on, today=now.date()):
        return ""
    return round_words(talk.round, student=talk.student)


def new_date_words(again_at: datetime) -> str:
    """When a talk that was not held is now."""
    return QCoreApplication.translate("TodayWords", "new date: {day}").format(
        day=day_and_month(again_at.date())
    )


def missed_words(row: Unplanned) -> str:
    """Which talk has no new date yet: its kind, its day and why; a fact, and nobody's fault."""
    if row.missed_on is None:
        return capital(chosen(row.name))
    return QCoreApplication.translate(
        "TodayWords", "{conversation}, {day} did not go ahead ({cause})"
    ).format(
        conversation=capital(chosen(row.name)),
        day=day_and_month(row.missed_on, full=True),
        cause=cause_name(row.cause, translate) if row.cause else "",
    )


def round_words(state: RoundState, *, student: StudentName, institute: str = "") -> str:
    """For whom a round waits; `institute` is how one speaks to its supervisor there."""
    if state.final:
        return QCoreApplication.translate("TodayWords", "final")
    if not state.missing:
        if len(state.perspectives) == len(Perspective):
            return QCoreApplication.translate("TodayWords", "all three ready")
        return QCoreApplication.translate("TodayWords", "both ready")
    who = [_waited_for(perspective, student, institute) for perspective in state.missing]
    return QCoreApplication.translate("TodayWords", "waiting for {who}").format(who=_listed(who))


def round_action(state: RoundState) -> RoundAction:
    """The one thing to do with a round: the own sheet first, then whoever is waited for, then looking together."""
    if Perspective.WORKPLACE in state.missing:
        return RoundAction.SCORE
    if state.missing:
        return RoundAction.REMIND
    return RoundAction.LOOK if state.revealed else RoundAction.SIDE_BY_SIDE


def round_action_words(action: RoundAction) -> str:
    """The words on the button of a round."""
    return {
        RoundAction.SCORE: QCoreApplication.translate("TodayWords", "Score"),
        RoundAction.REMIND: QCoreApplication.translate("TodayWords", "Remind"),
        RoundAction.SIDE_BY_SIDE: QCoreApplication.translate("TodayWords", "Put side by side"),
        RoundAction.LOOK: QCoreApplication.translate("TodayWords", "Look"),
    }[action]


def reminder(row: WaitingRound, *, sender: str, today: date) -> str:
    """A message for whoever a round waits for; it names nobody but the reader and the sender."""
    names = {Perspective.STUDENT: row.student.call_name, Perspective.INSTITUTE: row.institute}
    readers = [name for perspective in row.state.missing if (name := names.get(perspective, ""))]
    name = f" {readers[0]}" if len(readers) == 1 and len(row.state.missing) == 1 else ""
    if row.state.held_on > today:
        text = QCoreApplication.translate(
            "TodayWords",
            "Hello{name},\n\nFor round {number} I am still waiting for your sheet. We meet on {day}. "
            "Will you fill it in before then, three working days ahead if you can?\n\nKind regards,\n{sender}",
        )
    else:
        text = QCoreApplication.translate(
            "TodayWords",
            "Hello{name},\n\nFor round {number} I am still waiting for your sheet. "
            "Will you fill it in this week?\n\nKind regards,\n{sender}",
        )
    return text.format(
        name=name, number=row.state.number, day=weekday_and_day(row.state.held_on), sender=sender
    )


def owner_words(line: AgreementLine) -> str:
    """Who does what was agreed, and for whom when it is somebody else."""
    if line.is_students:
        return line.student.call_name
    if line.is_own:
        who = QCoreApplication.translate("TodayWords", "You")
    else:
        who = line.row.owner or party_name(line.row.party, translate, words())
    return QCoreApplication.translate("TodayWords", "{who}, for {student}").format(
        who=who, student=line.student.call_name
    )


def silence_words(row: NotSpoken, *, today: date) -> str:
    """Since when somebody was not spoken to, and what came of a later talk."""
    if row.last_on is None:
        first = QCoreApplication.translate(
            "TodayWords", "No conversation yet since the start on {day}."
        ).format(day=day_and_month(row.starts_on, full=True))
    else:
        first = QCoreApplication.translate(
            "TodayWords", "Last conversation on {day}, {weeks} weeks ago."
        ).format(day=day_and_month(row.last_on, full=True), weeks=(today - row.last_on).days // 7)
    if row.missed_on is None:
        return first
    cause = cause_name(row.cause, translate) if row.cause else ""
    second = QCoreApplication.translate("TodayWords", "{day} did not go ahead ({cause}).").format(
        day=day_and_month(row.missed_on, full=True), cause=cause
    )
    return f"{first} {second}"


def _soon(time: str, *, minutes: int) -> str:
    if minutes == 1:
        return QCoreApplication.translate("TodayWords", "Soon at {time}, in 1 minute").format(time=time)
    return QCoreApplication.translate("TodayWords", "Soon at {time}, in {minutes} minutes").format(
        time=time, minutes=minutes
    )


def _waited_for(perspective: Perspective, student: StudentName, institute: str) -> str:
    if perspective is Perspective.WORKPLACE:
        return QCoreApplication.translate("TodayWords", "you")
    if perspective is Perspective.STUDENT:
        return student.call_name
    if not institute:
        return QCoreApplication.translate("TodayWords", "the institute")
    word = perspective_name(perspective, translate, words()).lower()
    return f"{institute} ({word})"


def _listed(names: Sequence[str]) -> str:
    """`a, b and c`."""
    last = QCoreApplication.translate("TodayWords", " and ").join(names[-2:])
    return ", ".join([*names[:-2], last])
