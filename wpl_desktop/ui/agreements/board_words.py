"""What the board of agreements says: its heads, whose an agreement is, from which talk, and by when."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.people import Party, folded
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agreement_board import BoardGroup, Due, Holder
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.texts import agreement_state_name, party_name
from wpl_desktop.ui.language import chosen, day_and_month, translate, words


class Answer(enum.Enum):
    """What becomes of an agreement."""

    DONE = "done"
    GOES_ON = "goes_on"
    LET_GO = "let_go"


#: The answer that an agreement has been given already.
_ANSWERED: Final = {
    AgreementState.DONE: Answer.DONE,
    AgreementState.CONTINUED: Answer.GOES_ON,
    AgreementState.DROPPED: Answer.LET_GO,
}
#: Two digits and one of the longest names of months.
_WIDEST_DAY: Final = date(2026, 9, 28)


def answer_words(answer: Answer) -> str:
    """The word on the segment of an answer."""
    return {
        Answer.DONE: QCoreApplication.translate("AgreementBoard", "Done"),
        Answer.GOES_ON: QCoreApplication.translate("AgreementBoard", "Goes on"),
        Answer.LET_GO: QCoreApplication.translate("AgreementBoard", "Let go"),
    }[answer]


def answer_of(line: AgreementLine) -> Answer | None:
    """What became of an agreement; None while it is open."""
    return _ANSWERED.get(line.row.state)


def group_words(group: BoardGroup) -> str:
    """The head above agreements that stand together."""
    if group.holder is not None:
        return _holder_words(group.holder)
    return {
        Due.BEFORE_TODAY: QCoreApplication.translate("AgreementBoard", "Before today"),
        Due.THIS_WEEK: QCoreApplication.translate("AgreementBoard", "This week"),
        Due.LATER: QCoreApplication.translate("AgreementBoard", "Later"),
        Due.UNDATED: QCoreApplication.translate("AgreementBoard", "Without a date"),
        Due.SETTLED: QCoreApplication.translate("AgreementBoard", "Settled"),
    }[group.due or Due.UNDATED]


def holder_words(line: AgreementLine) -> str:
    """Whose an agreement is: the student by name, *you*, somebody by name, or a whole party."""
    if line.is_students:
        return line.student.name
    if line.is_own:
        return QCoreApplication.translate("AgreementBoard", "You")
    return line.row.owner or party_name(line.row.party, translate, words())


def for_words(line: AgreementLine) -> str:
    """For whom somebody else than the student does it."""
    if line.is_students:
        return ""
    return QCoreApplication.translate("AgreementBoard", "for {student}").format(student=line.student.name)


def origin_words(line: AgreementLine) -> str:
    """From which talk an agreement is: its discreet name and its day."""
    if line.talk is None:
        return ""
    return f"{capital(chosen(line.talk.name))}, {unbroken(line.talk.on)}"


def when_words(line: AgreementLine) -> str:
    """By when it is due, or when it was settled."""
    if line.row.state is not AgreementState.OPEN:
        state = agreement_state_name(line.row.state, translate)
        if line.settled_on is None or line.row.state is AgreementState.CONTINUED:
            return state
        return f"{state} {unbroken(line.settled_on)}"
    if line.row.due_on is None:
        return ""
    return QCoreApplication.translate("AgreementBoard", "by {day}").format(day=unbroken(line.row.due_on))


def widest_when() -> str:
    """As wide as `when_words` of an open agreement gets."""
    return QCoreApplication.translate("AgreementBoard", "by {day}").format(day=unbroken(_WIDEST_DAY))


def is_past(line: AgreementLine, *, today: date) -> bool:
    """Whether the day by which it was agreed lies behind us; said with a date and never with a count."""
    due_on = line.row.due_on
    return line.row.state is AgreementState.OPEN and due_on is not None and due_on < today


def about_words(line: AgreementLine) -> str:
    """Whose an agreement is, for whom, and from which talk."""
    return ", ".join(part for part in (holder_words(line), for_words(line), origin_words(line)) if part)


def spoken_words(line: AgreementLine) -> str:
    """All of a line, for who has it read out."""
    parts = (line.row.text, holder_words(line), for_words(line), when_words(line), origin_words(line))
    return ", ".join(part for part in parts if part)


def matching(
    groups: Sequence[BoardGroup], text: str, *, search_texts: Mapping[uuid.UUID, str]
) -> list[BoardGroup]:
    """What is left of groups when every word of `text` must occur; a head without agreements goes."""
    wanted = folded(text).split()
    found: list[BoardGroup] = []
    for group in groups:
        ids = tuple(key for key in group.ids if all(word in search_texts.get(key, "") for word in wanted))
        if ids:
            found.append(replace(group, ids=ids))
    return found


def unbroken(day: date) -> str:
    """`9 Dec`, never broken in two."""
    return day_and_month(day).replace(" ", "\u00a0")


def _holder_words(holder: Holder) -> str:
    if holder.is_owner:
        return QCoreApplication.translate("AgreementBoard", "You")
    party = party_name(holder.party, translate, words())
    if not holder.name:
        return party
    return holder.name if holder.party is Party.STUDENT else f"{holder.name} ({party.lower()})"
