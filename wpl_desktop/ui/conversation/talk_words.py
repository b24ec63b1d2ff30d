"""What the page of a conversation says: whose an agreement is, which notes there are, what became of the talk."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import ConversationState, Hat, stays_with_mentor
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agreements import AgreementRow
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.talk_views import ItemView, OwnerChoice, TalkView
from wpl_desktop.texts import cause_name, party_name
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.conversation.note_column import NoteSection
from wpl_desktop.ui.conversation.note_key import NoteKey
from wpl_desktop.ui.language import chosen, clock_time, day_and_month, filled, translate, words

#: By when an agreement is proposed, where nothing says otherwise.
USUAL_TERM: Final = timedelta(days=7)


def owner_name(row: AgreementRow, view: TalkView) -> str:
    """Whose an agreement is: the student by call name, *you*, somebody by name, or a whole party."""
    if row.person_id == view.owner_id:
        return QCoreApplication.translate("Talk", "You")
    if row.owner and row.owner != view.student_name:
        return row.owner
    return view.call_name if row.party is Party.STUDENT else party_name(row.party, translate, words())


def owner_choices(view: TalkView) -> list[tuple[OwnerChoice, str]]:
    """Who may take an agreement upon them, with the words for the list."""
    you = QCoreApplication.translate("Talk", "You")
    return [
        (
            owner,
            you
            if owner.person_id == view.owner_id
            else owner.name or party_name(owner.party, translate, words()),
        )
        for owner in view.owners
    ]


def real_span(view: TalkView) -> str:
    """From when to when it really was, as far as that is known; else as it was planned."""
    if view.started_at is None:
        return time_span(view.row)
    begin = clock_time(local(view.started_at))
    if view.ended_at is None:
        return QCoreApplication.translate("Talk", "since {start}").format(start=begin)
    end = clock_time(local(view.ended_at))
    return QCoreApplication.translate("Talk", "{start} to {end}").format(start=begin, end=end)


def local(moment: datetime) -> datetime:
    """A moment in UTC on the clocks of this place."""
    return moment.astimezone().replace(tzinfo=None)


def time_span(row: ConversationRow) -> str:
    """`15:45 to 16:15`."""
    return QCoreApplication.translate("Talk", "{start} to {end}").format(
        start=clock_time(row.starts_at), end=clock_time(row.starts_at + timedelta(minutes=row.minutes))
    )


def state_words(row: ConversationRow) -> str:
    """What became of the conversation; empty while it is planned."""
    if row.state is ConversationState.HELD:
        return QCoreApplication.translate("Talk", "Held")
    if row.not_held_cause is None:
        return ""
    return QCoreApplication.translate("Talk", "Did not go ahead: {cause}").format(
        cause=cause_name(row.not_held_cause, translate)
    )


def by_when(day: date) -> str:
    """`by 9 Dec`."""
    return QCoreApplication.translate("Talk", "by {day}").format(day=unbroken_day(day))


def unbroken_day(day: date) -> str:
    """`9 Dec`: where a line is short and the weekday says nothing; never broken in two."""
    return day_and_month(day).replace(" ", "\u00a0")


def notes_are_hidden(view: TalkView) -> bool:
    """Whether no note may be on the screen: the student looks along and it stays with the mentor, or it is not ours."""
    return view.row.notes_apart or (joint_screen.is_on() and stays_with_mentor(view.row.hat))


def nothing_to_write(view: TalkView) -> str:
    """Why there are no notes on this page; empty when there are."""
    if view.row.state is ConversationState.NOT_HELD:
        return QCoreApplication.translate("Talk", "{state}. Nothing is kept of it.").format(
            state=state_words(view.row)
        )
    if view.row.hat is Hat.INSTITUTE and not _has_notes(view):
        return QCoreApplication.translate("Talk", "Only that it took place is kept here.")
    if view.row.notes_apart:
        return filled(
            QCoreApplication.translate(
                "Talk",
                "Coach and assessor are apart for this {student}: what is noted here is for the coach.",
            )
        )
    if notes_are_hidden(view):
        return QCoreApplication.translate("Talk", "Coaching notes are hidden while somebody looks along.")
    return ""


def note_sections(view: TalkView) -> list[NoteSection]:
    """The notes of the page in reading order: one for each item of the agenda, and the one of the whole talk.

    In a talk with several students there is only the student's own take-away.
    """
    if nothing_to_write(view):
        return []
    if view.in_group:
        return [_take_away(view)]
    shown = [
        _item_section(view, item, number)
        for number, item in enumerate(view.items, start=1)
        if not (item.wellbeing and joint_screen.is_on())
    ]
    return [*shown, _summary(view)]


def first_place(view: TalkView) -> NoteKey:
    """Where to begin: at the first item that is not done, after a talk that was held at the note of the whole."""
    whole = NoteKey(conversation_id=view.row.id)
    if view.row.state is not ConversationState.PLANNED:
        return whole
    begun = any(item.done for item in view.items)
    # What is optional and was gone past is not asked for again.
    return next((key for key, item in _places(view) if not (item.done or (item.wellbeing and begun))), whole)


def place_after(view: TalkView, key: NoteKey) -> NoteKey:
    """Where to go on after an item is done: at the next one that is not, at the end at the note of the whole."""
    whole = NoteKey(conversation_id=view.row.id)
    places = _places(view)
    number = next((place for place, (found, _) in enumerate(places) if found == key), len(places))
    return next((found for found, item in places[number + 1 :] if not item.done), whole)


def item_id_of(view: TalkView, key: NoteKey | None) -> uuid.UUID | None:
    """The line of the agenda a note belongs to; None for the note of the whole talk."""
    known = {item.id for item in view.items}
    return key.item_id if key is not None and key.item_id in known else None


def _places(view: TalkView) -> list[tuple[NoteKey, ItemView]]:
    return [(NoteKey(conversation_id=view.row.id, item_id=item.id), item) for item in view.items]


def _has_notes(view: TalkView) -> bool:
    return bool(view.row.summary) or any(item.note for item in view.items)


def line_of(view: TalkView, key: NoteKey | None) -> int:
    """The number of the line of the agenda that a note belongs to; 0 for the note of the whole talk."""
    item_id = item_id_of(view, key)
    return next((number for number, item in enumerate(view.items, start=1) if item.id == item_id), 0)


def _item_section(view: TalkView, item: ItemView, number: int) -> NoteSection:
    hint = (
        QCoreApplication.translate("Talk", "Only for this conversation, never in a score or a report.")
        if item.wellbeing
        else ""
    )
    return NoteSection(
        key=NoteKey(conversation_id=view.row.id, item_id=item.id),
        title=chosen(item.title),
        text=item.note,
        hint=hint,
        done=item.done,
        skippable=item.wellbeing,
        method=view.methods if view.methods is not None and view.methods.line == number else None,
    )


def _summary(view: TalkView) -> NoteSection:
    return NoteSection(
        key=NoteKey(conversation_id=view.row.id),
        title=QCoreApplication.translate("Talk", "Summed up"),
        text=view.row.summary,
        invitation=QCoreApplication.translate("Talk", "One note for the whole conversation is enough."),
        always_shown=True,
    )


def _take_away(view: TalkView) -> NoteSection:
    return NoteSection(
        key=NoteKey(conversation_id=view.row.id),
        title=QCoreApplication.translate("Talk", "What {name} takes away").format(
            name=capital(view.call_name)
        ),
        text=view.row.summary,
        hint=filled(
            QCoreApplication.translate(
                "Talk", "Only what this {student} takes away, nothing about the others."
            )
        ),
        always_shown=True,
        method=view.methods,
    )
