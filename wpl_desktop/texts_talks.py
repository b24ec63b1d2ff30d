"""English names of what belongs to conversations: series, scopes, calendars and growth plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wpl_desktop.domain.growth_plans import GoalOutcome, TimeLeft
from wpl_desktop.domain.school_year import CalendarSide, HolidaySet, PeriodKind
from wpl_desktop.domain.series import Scope
from wpl_desktop.domain.words import VocabularyWords, fill

if TYPE_CHECKING:
    from wpl_desktop.texts import Translate


def scope_name(scope: Scope, translate: Translate) -> str:
    """How much of a series a change means."""
    return {
        Scope.ONE: translate("Texts", "Only this one"),
        Scope.LATER: translate("Texts", "This one and the later ones"),
        Scope.ALL: translate("Texts", "All that are still planned"),
    }[scope]


def goal_outcome_name(outcome: GoalOutcome, translate: Translate) -> str:
    """What became of a goal of a growth plan."""
    return {
        GoalOutcome.OPEN: translate("Texts", "In progress"),
        GoalOutcome.REACHED: translate("Texts", "Reached"),
        GoalOutcome.PARTLY: translate("Texts", "Partly reached"),
        GoalOutcome.NOT_YET: translate("Texts", "Not yet reached"),
        GoalOutcome.DROPPED: translate("Texts", "Let go"),
    }[outcome]


def time_to_grow(left: TimeLeft | None, translate: Translate, *, day: str) -> str:
    """How long there is until the last round, and whether growth can still be shown by then (domain.md 4).

    `day` is that of the last round, as the reader writes days.
    """
    if left is None:
        return translate(
            "Texts",
            "No last round is planned yet. Growth takes at least six weeks to show: plan the round after that.",
        )
    name = translate("Texts", "the final conversation")
    if left.number is not None:
        name = translate("Texts", "round {round}").format(round=left.number)
    if left.is_over:
        return translate("Texts", "The last round is over: {last} was on {day}.").format(last=name, day=day)
    sentence = {
        0: translate("Texts", "Until {last} on {day} there is less than a week."),
        1: translate("Texts", "Until {last} on {day} there is 1 week."),
    }.get(left.weeks, translate("Texts", "Until {last} on {day} there are {weeks} weeks."))
    sentence = sentence.format(last=name, day=day, weeks=left.weeks)
    if left.is_enough:
        return sentence
    late = translate("Texts", "That is less than six: talk about what can still be done.")
    return f"{sentence} {late}"


def period_kind_name(kind: PeriodKind, translate: Translate, words: VocabularyWords) -> str:
    """What a stretch of days is in a calendar."""
    return {
        PeriodKind.HOLIDAY: translate("Texts", "Holiday"),
        PeriodKind.PUBLIC_HOLIDAY: translate("Texts", "Public holiday"),
        PeriodKind.FREE: translate("Texts", "Day off"),
        PeriodKind.STAFF: translate("Texts", "Staff day"),
        PeriodKind.TERM: translate("Texts", "Term"),
        PeriodKind.EXAMS: translate("Texts", "Examinations"),
        PeriodKind.RETURN_DAY: translate("Texts", "Return day"),
        PeriodKind.TRIALOGUES: translate("Texts", "Trialogue meetings"),
        PeriodKind.OTHER: translate("Texts", "Something else"),
        PeriodKind.BLOCK_PLACEMENT: fill(translate("Texts", "{Block_placement}"), words),
        PeriodKind.PRESENCE: translate("Texts", "Other days"),
    }[kind]


def holiday_set_name(holiday_set: HolidaySet, translate: Translate) -> str:
    """Whose holidays these are."""
    return {
        HolidaySet.FLANDERS: translate("Texts", "Flanders"),
        HolidaySet.NETHERLANDS_NORTH: translate("Texts", "Netherlands, North"),
        HolidaySet.NETHERLANDS_MIDDLE: translate("Texts", "Netherlands, Middle"),
        HolidaySet.NETHERLANDS_SOUTH: translate("Texts", "Netherlands, South"),
    }[holiday_set]


def calendar_side_name(side: CalendarSide, translate: Translate, words: VocabularyWords) -> str:
    """One of the two calendars that run side by side."""
    return {
        CalendarSide.SCHOOL: fill(translate("Texts", "{Workplace}"), words),
        CalendarSide.ACADEMIC: fill(translate("Texts", "{Institute}"), words),
    }[side]


def talk_refusals(translate: Translate) -> dict[str, str]:
    """What is said of a plan or a series that cannot be, by code."""
    return {
        "series_without_end": translate("Errors", "Fill in until when it repeats."),
        "series_reversed": translate("Errors", "The last day is before the first conversation."),
        "series_too_long": translate("Errors", "A series lasts at most two school years, here until {last}."),
        "series_too_many": translate("Errors", "A series has at most {most} conversations. End it earlier."),
        "series_empty": translate(
            "Errors", "There is no day on which it can be. Choose other days or a later end."
        ),
        "series_rule_unknown": translate("Errors", "Choose at least one day of the week."),
        "series_day_taken": translate(
            "Errors", "This series has a conversation on that day already. Choose another day."
        ),
        "not_not_held": translate("Errors", "This conversation was not marked as not held."),
        "coach_notes_stay": translate(
            "Errors",
            "What you noted here while coaching stays with you. Plan another conversation, or take your notes out "
            "first.",
        ),
    }
