"""What the board of rounds says: heads, the state of each round, and the quiet suggestions above it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import folded
from wpl_desktop.domain.suggestions import Suggestion, SuggestionKind
from wpl_desktop.services.round_board import BoardCell, BoardHead, BoardRow
from wpl_desktop.texts import perspective_name, round_kind_name
from wpl_desktop.ui.language import day_and_month, filled, short_day, translate, words


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a suggestion leads to: the words on its button, and the page or dialog with its arguments."""

    text: str
    target: str
    arguments: dict[str, object]


def matching(
    keys: Sequence[uuid.UUID], text: str, *, search_texts: Mapping[uuid.UUID, str]
) -> list[uuid.UUID]:
    """Those of `keys` in whose (folded) search text every word of `text` occurs, in any script."""
    wanted = folded(text).split()
    return [key for key in keys if all(word in search_texts.get(key, "") for word in wanted)]


def head_title(number: int) -> str:
    """`Ronde 1`."""
    return QCoreApplication.translate("BoardWords", "Round {number}").format(number=number)


def head_detail(head: BoardHead) -> str:
    """`start, 13–23 okt`."""
    days = head_days(head)
    return f"{round_kind_name(head.kind, translate)}, {days}" if head.kind is not None else days


def head_days(head: BoardHead) -> str:
    """`13–23 okt`: all there is room for in a narrow head."""
    first, last = head.first_on, head.last_on
    if first == last:
        return day_and_month(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_and_month(last)}"
    return f"{day_and_month(first)} – {day_and_month(last)}"


def state_words(cell: BoardCell) -> str:
    """`2 van 3 klaar`, `naast elkaar`, `definitief v1`; `gepland` as long as nobody is waited for."""
    if cell.final:
        return QCoreApplication.translate("BoardWords", "final v{edition}").format(edition=cell.edition)
    if cell.revealed:
        return QCoreApplication.translate("BoardWords", "side by side")
    if not cell.begun:
        return QCoreApplication.translate("BoardWords", "planned")
    return QCoreApplication.translate("BoardWords", "{ready} of {all} ready").format(
        ready=len(cell.perspectives) - len(cell.missing), all=len(cell.perspectives)
    )


def under_words(cell: BoardCell) -> str:
    """`do 29 jan`, and while they talk how far that is: `do 29 jan, 6 van 9 samen`."""
    day = short_day(cell.held_on)
    if cell.final or not cell.revealed:
        return day
    return QCoreApplication.translate("BoardWords", "{day}, {agreed} of {all} together").format(
        day=day, agreed=cell.agreed, all=cell.criteria
    )


def spoken_words(row: BoardRow, number: int) -> str:
    """A cell in full, for who does not see it or points at it."""
    cell = row.cells.get(number)
    title = f"{row.name}, {head_title(number)}"
    if cell is None:
        return f"{title}: {no_round_words()}"
    parts = [round_kind_name(cell.kind, translate), under_words(cell), state_words(cell)]
    if not (cell.final or cell.revealed):
        parts.append(
            QCoreApplication.translate("BoardWords", "ready by {day}").format(day=short_day(cell.ready_by))
        )
        parts.extend(_ready_words(cell, one) for one in cell.perspectives)
    return f"{title}: {', '.join(parts)}"


def no_round_words() -> str:
    """What is said where there is no round."""
    return QCoreApplication.translate("BoardWords", "no round yet")


def suggestion_words(suggestion: Suggestion) -> str:
    """One suggestion as a sentence: a fact, and at most a question."""
    day = short_day(suggestion.day) if suggestion.day is not None else ""
    values: dict[str, object] = {"name": suggestion.student, "day": day, "number": suggestion.round_number}
    if suggestion.kind is SuggestionKind.OPEN_ROUND:
        text = QCoreApplication.translate(
            "BoardWords", "{name}: you evaluate together on {day}, and there is no round yet."
        )
    elif suggestion.kind is SuggestionKind.NOT_READY:
        text = QCoreApplication.translate(
            "BoardWords", "{name}, round {number}: talk on {day}. Not ready yet: {who}."
        )
        values["who"] = _listed([_voice(one) for one in suggestion.missing])
    elif suggestion.kind is SuggestionKind.PLAN_TALK:
        text = QCoreApplication.translate(
            "BoardWords",
            "{name}: {criteria} stands at 1 together since round {number}, and you have not talked since. "
            "Plan a conversation?",
        )
        values["criteria"] = _listed(list(suggestion.criteria))
    else:
        text = QCoreApplication.translate(
            "BoardWords",
            "{name}: {count} conversations did not take place this school year ({causes}). "
            "That belongs with {criterion}, conditions at the workplace.",
        )
        values["count"] = suggestion.count
        values["causes"] = ", ".join(_cause_words(*found) for found in suggestion.causes)
        values["criterion"] = _listed(list(suggestion.criteria))
    return filled(text, **values)


def suggestion_step(suggestion: Suggestion) -> Step:
    """The one thing that a suggestion leads to."""
    about: dict[str, object] = {"trajectory_id": suggestion.trajectory_id}
    round_id = suggestion.round_id
    steps: Final = {
        SuggestionKind.OPEN_ROUND: Step(
            text=QCoreApplication.translate("BoardWords", "Open round"),
            target="round_dialog",
            arguments=about,
        ),
        SuggestionKind.NOT_READY: Step(
            text=QCoreApplication.translate("BoardWords", "Look at round"),
            target="round",
            arguments={"round_id": round_id},
        ),
        SuggestionKind.PLAN_TALK: Step(
            text=QCoreApplication.translate("BoardWords", "Plan conversation"),
            target="plan_dialog",
            arguments=about,
        ),
        SuggestionKind.NOT_HELD: Step(
            text=QCoreApplication.translate("BoardWords", "Open sheet"),
            target="score_sheet",
            arguments={
                "round_id": round_id,
                "perspective": Perspective.WORKPLACE,
                "strand": Strand.WORKPLACE_PART,
            },
        ),
    }
    return steps[suggestion.kind]


def _voice(perspective: Perspective) -> str:
    return perspective_name(perspective, translate, words()).lower()


def _ready_words(cell: BoardCell, perspective: Perspective) -> str:
    if perspective not in cell.ready:
        text = QCoreApplication.translate("BoardWords", "{who} not ready yet")
    elif perspective in cell.ready_with_conditions:
        text = QCoreApplication.translate("BoardWords", "{who} ready, with the conditions too")
    else:
        text = QCoreApplication.translate("BoardWords", "{who} ready")
    return text.format(who=_voice(perspective))


def _cause_words(cause: NotHeldCause, number: int) -> str:
    """`2 door de werkplek`: a fact, and nobody's fault."""
    text = {
        NotHeldCause.WORKPLACE: QCoreApplication.translate("BoardWords", "{number} because of the workplace"),
        NotHeldCause.STUDENT: QCoreApplication.translate("BoardWords", "{number} because of the {student}"),
        NotHeldCause.OTHER: QCoreApplication.translate("BoardWords", "{number} for another reason"),
    }[cause]
    return filled(text, number=number)


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return QCoreApplication.translate("BoardWords", "{first} and {last}").format(
        first=", ".join(parts[:-1]), last=parts[-1]
    )
