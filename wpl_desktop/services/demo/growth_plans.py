"""The growth plan of the demo: made in a concern talk that was held, with what became of its goals by now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from wpl_desktop.domain.growth_plans import GoalOutcome, GrowthGoal, GrowthPlan
from wpl_desktop.services.demo.story import Chapter, Story

_NOON = time(12)
#: How long a talk about a growth plan takes at most; it is written down by then.
_WRITTEN_AFTER = timedelta(hours=1)
_DAY_IN_TEXT = re.compile(r"\{(\d{4}-\d\d-\d\d)\}")


def add_growth_plans(story: Story, chapter: Chapter, *, starts: Mapping[str, datetime]) -> None:
    """Add the growth plans of a chapter whose talk was held; made-up students have none."""
    for values in chapter.get("growth_plans", ()):
        starts_at = starts[values["conversation"]]
        if story.year.has_come(starts_at):
            _add_plan(story, values, starts_at=starts_at)


def _add_plan(story: Story, values: Mapping[str, Any], *, starts_at: datetime) -> None:
    year, student = story.year, values["student"]
    written = year.utc(starts_at + _WRITTEN_AFTER)
    plan_id = story.rows.add(
        GrowthPlan,
        written,
        trajectory_id=story.ids[f"{student} trajectory"],
        conversation_id=story.ids[f"{values['conversation']} {student}"],
        made_on=starts_at.date(),
        facts=_text(story, values["facts"]),
        with_student=_text(story, values["with_student"]),
        with_workplace=_text(story, values["with_workplace"]),
        with_institute=_text(story, values["with_institute"]),
        informed=_text(story, values["informed"]),
        told_on=year.day(values["told_on"]),
        review_on=year.day(values["review_on"]),
    )
    for position, goal in enumerate(values["goals"], start=1):
        reached_on = year.day(goal["reached_on"])
        is_reached = reached_on <= year.now.date()
        story.rows.add(
            GrowthGoal,
            written,
            year.utc(datetime.combine(reached_on, _NOON)) if is_reached else None,
            plan_id=plan_id,
            position=position,
            text=_text(story, goal["text"]),
            support=_text(story, goal["support"]),
            due_on=year.day(goal["due"]),
            consequence=_text(story, goal["consequence"]),
            outcome=GoalOutcome.REACHED if is_reached else GoalOutcome.OPEN,
            outcome_on=reached_on if is_reached else None,
            outcome_words=_text(story, goal["outcome_words"]) if is_reached else "",
        )


def _text(story: Story, words: Mapping[str, str]) -> str:
    """One text with its {days} in the year that is told of, written 28-08-2025."""
    return _DAY_IN_TEXT.sub(lambda found: f"{story.year.day(found[1]):%d-%m-%Y}", story.text(words))
