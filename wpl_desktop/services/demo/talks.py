"""The talks of the demo with their agenda, and the agreements that came out of those that were held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from uuid_utils.compat import uuid7

from wpl_desktop.domain.conversations import (
    AgendaItem,
    Agreement,
    AgreementOutcome,
    AgreementReview,
    AgreementState,
    Conversation,
    ConversationParticipant,
    ConversationState,
    Hat,
    NotHeldCause,
)
from wpl_desktop.services.demo.story import Chapter, Story
from wpl_desktop.services.demo.year import placed

#: How long before it a talk is usually put in the calendar.
_PLANNED_AHEAD = timedelta(weeks=3)
_NOON = time(12)
#: Talks in which one comes back to what was agreed.
_LOOKING_BACK = frozenset({Hat.COACH, Hat.EVALUATE})


def add_talks(story: Story, chapter: Chapter) -> dict[str, datetime]:
    """Add the talks of a chapter and what was agreed in them; gives when each begins, local.

    A talk without students is left out: among themselves mentors meet for their own sake, and every talk that is
    kept belongs to one student's trajectory (P04).
    """
    talks = [talk for talk in chapter["conversations"] if talk["students"]]
    starts = placed(talks, year=story.year)
    talks.sort(key=lambda talk: starts[talk["id"]])
    for talk in talks:
        _add_talk(story, talk, starts_at=starts[talk["id"]], organisations=chapter["organisations"])
    _Agreements(story, chapter, talks=talks, starts=starts).add()
    return starts


def _add_talk(
    story: Story, talk: Mapping[str, Any], *, starts_at: datetime, organisations: list[dict[str, Any]]
) -> None:
    group_id = uuid7() if len(talk["students"]) > 1 else None
    first = datetime.combine(story.year.exact_day("2025-08-26"), _NOON)
    planned = story.year.utc(max(first, starts_at - _PLANNED_AHEAD))
    ended = story.year.utc(starts_at + timedelta(minutes=talk["minutes"]))
    state = _state(story, talk, starts_at)
    kind = story.types[talk["type"]]
    elsewhere = [
        row["name"] for row in organisations if row["id"] == talk["at"] and row["kind"] == "institute"
    ]
    for student in talk["students"]:
        conversation_id = story.rows.add(
            Conversation,
            planned,
            None if state is ConversationState.PLANNED else ended,
            trajectory_id=story.ids[f"{student} trajectory"],
            type_id=kind.id,
            hat=kind.hat,
            starts_at=starts_at,
            minutes=talk["minutes"],
            place=elsewhere[0] if elsewhere else "",
            group_id=group_id,
            state=state,
            not_held_cause=NotHeldCause(talk["not_held_reason"])
            if state is ConversationState.NOT_HELD
            else None,
            summary=story.text(talk["note"]) if state is not ConversationState.PLANNED else "",
        )
        story.ids[f"{talk['id']} {student}"] = conversation_id
        for item in story.agendas[talk["type"]]:
            story.rows.add(
                AgendaItem,
                planned,
                ended if state is ConversationState.HELD else None,
                conversation_id=conversation_id,
                position=item.position,
                minutes=item.minutes,
                title=item.title,
                wellbeing=item.wellbeing,
                done=state is ConversationState.HELD,
            )
        for person in (student, *talk["people"]):
            story.rows.add(
                ConversationParticipant,
                planned,
                conversation_id=conversation_id,
                person_id=story.ids[person],
            )


def _state(story: Story, talk: Mapping[str, Any], starts_at: datetime) -> ConversationState:
    if not story.year.has_come(starts_at):
        return ConversationState.PLANNED
    return ConversationState.NOT_HELD if talk["status"] == "not_held" else ConversationState.HELD


class _Agreements:
    """Adds what was agreed in the talks that were held, as it stands at the present of the story."""

    def __init__(
        self,
        story: Story,
        chapter: Chapter,
        *,
        talks: list[dict[str, Any]],
        starts: Mapping[str, datetime],
    ) -> None:
        self._story = story
        self._starts = starts
        self._held = [
            talk for talk in talks if _state(story, talk, starts[talk["id"]]) is ConversationState.HELD
        ]
        held = {talk["id"]: talk for talk in self._held}
        self._made = [
            (held[values["conversation"]], values)
            for values in sorted(chapter["agreements"], key=lambda row: starts[row["conversation"]])
            if values["conversation"] in held
        ]
        self._talk_of = {values["id"]: talk for talk, values in self._made}

    def add(self) -> None:
        """Add the agreements, oldest first, and then what later talks said of them."""
        # Known before they are written: each names the later one that took over.
        self._story.ids.update({values["id"]: uuid7() for _, values in self._made})
        for talk, values in self._made:
            self._add_one(talk, values)
        for talk, values in self._made:
            self._add_reviews(values, made_in=talk)

    def _add_one(self, talk: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        (student,) = talk["students"]
        state, settled_on = self._outcome(values)
        year = self._story.year
        self._story.rows.add(
            Agreement,
            year.utc(self._end(talk)),
            year.utc(datetime.combine(settled_on, _NOON)) if settled_on else None,
            id=self._story.ids[values["id"]],
            trajectory_id=self._story.ids[f"{student} trajectory"],
            conversation_id=self._story.ids[f"{talk['id']} {student}"],
            party=self._story.parties[values["owner"]],
            person_id=self._story.ids[values["owner"]],
            text=self._story.text(values["text"]),
            due_on=year.day(values["due"]) if values["due"] else None,
            state=state,
            settled_on=settled_on,
            continued_by_id=self._story.ids[values["continued_by"]]
            if state is AgreementState.CONTINUED
            else None,
        )

    def _outcome(self, values: Mapping[str, Any]) -> tuple[AgreementState, date | None]:
        """What became of an agreement by now, and since when."""
        year = self._story.year
        successor = self._talk_of.get(values["continued_by"])
        if successor is not None:
            return AgreementState.CONTINUED, self._starts[successor["id"]].date()
        settled_on = year.day(values["done_on"]) if values["done_on"] else None
        if settled_on is None or settled_on > year.now.date():
            return AgreementState.OPEN, None
        done = AgreementState.DROPPED if values["status"] == "dropped" else AgreementState.DONE
        return done, settled_on

    def _add_reviews(self, values: Mapping[str, Any], *, made_in: Mapping[str, Any]) -> None:
        """What each later talk of the student said of it while it was open and its day had come."""
        (student,) = made_in["students"]
        state, settled_on = self._outcome(values)
        due_on = self._story.year.day(values["due"]) if values["due"] else None
        for talk in self._held:
            day = self._starts[talk["id"]].date()
            if (
                talk["students"] != [student]
                or self._starts[talk["id"]] <= self._starts[made_in["id"]]
                or self._story.types[talk["type"]].hat not in _LOOKING_BACK
                or (settled_on is not None and day > settled_on)
            ):
                continue
            if day == settled_on:
                outcome = _OUTCOMES[state]
            elif due_on is not None and day > due_on:
                outcome = AgreementOutcome.GOES_ON
            else:
                continue
            self._story.rows.add(
                AgreementReview,
                self._story.year.utc(self._end(talk)),
                conversation_id=self._story.ids[f"{talk['id']} {student}"],
                agreement_id=self._story.ids[values["id"]],
                outcome=outcome,
            )

    def _end(self, talk: Mapping[str, Any]) -> datetime:
        return self._starts[talk["id"]] + timedelta(minutes=talk["minutes"])


_OUTCOMES = {
    AgreementState.DONE: AgreementOutcome.DONE,
    AgreementState.DROPPED: AgreementOutcome.DROPPED,
    AgreementState.CONTINUED: AgreementOutcome.GOES_ON,
}
