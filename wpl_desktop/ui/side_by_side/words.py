"""The words of the trialogue: headings, whose view, what was agreed, and why nothing is shown yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Mark, Perspective, is_scored
from wpl_desktop.domain.trialogue import AgendaGroup
from wpl_desktop.services.side_by_side import AgreedValues, CriterionSideBySide, SideBySideView
from wpl_desktop.texts import difference_name, mark_sign, mark_word, perspective_name
from wpl_desktop.ui.language import chosen, filled, translate, words


def group_name(group: AgendaGroup) -> str:
    """A heading of the list."""
    return {
        AgendaGroup.TALK_NEEDED: QCoreApplication.translate("SideBySidePage", "Talk needed"),
        AgendaGroup.CLOSE: QCoreApplication.translate("SideBySidePage", "Close together"),
        AgendaGroup.UNANIMOUS: QCoreApplication.translate("SideBySidePage", "Unanimous"),
        AgendaGroup.ONE_LEVEL: QCoreApplication.translate("SideBySidePage", "One level given"),
        AgendaGroup.NO_LEVEL: QCoreApplication.translate("SideBySidePage", "No level given"),
    }[group]


def whose(perspective: Perspective) -> str:
    """A perspective in the middle of a line: `student`, `werkplek`."""
    return small(perspective_name(perspective, translate, words()))


def small(text: str) -> str:
    """A word that begins a line, as it stands inside one."""
    return text[:1].lower() + text[1:]


def agree_words(perspective: Perspective) -> str:
    """What a press on somebody's shape says."""
    return filled(
        {
            Perspective.STUDENT: QCoreApplication.translate("SideBySidePage", "agree with the {student}"),
            Perspective.WORKPLACE: QCoreApplication.translate("SideBySidePage", "agree with the workplace"),
            Perspective.INSTITUTE: QCoreApplication.translate("SideBySidePage", "agree with the institute"),
        }[perspective]
    )


def labels_of(view: SideBySideView) -> tuple[str, ...]:
    """The words of the levels, level 1 first."""
    return tuple(chosen(label) for label in view.level_labels)


def mark_words(mark: Mark, labels: Sequence[str]) -> str:
    """A mark with its sign and word: `2 In ontwikkeling`."""
    sign = mark_sign(mark)
    word = mark_word(mark, labels, translate)
    return f"{sign} {word}" if sign else word


def agreed_words(values: AgreedValues, labels: Sequence[str]) -> str:
    """What was agreed, in words; empty while nothing was."""
    if values.difference_stands:
        return QCoreApplication.translate("SideBySidePage", "the difference stands")
    return mark_words(values.mark, labels) if is_scored(values.mark) else ""


def spoken(criterion: CriterionSideBySide, values: AgreedValues, labels: Sequence[str]) -> str:
    """A line of the list as it is read out."""
    parts = [f"{criterion.code} {chosen(criterion.name)}"]
    if criterion.difference is not None:
        parts.append(difference_name(criterion.difference, translate))
    parts += [
        f"{whose(perspective)} {mark_words(voice.said.mark, labels)}"
        for perspective, voice in criterion.voices.items()
    ]
    agreed = agreed_words(values, labels)
    if agreed:
        parts.append(QCoreApplication.translate("SideBySidePage", "together {agreed}").format(agreed=agreed))
    return ", ".join(parts)


def subtitle(view: SideBySideView) -> str:
    """Which round, and how many look."""
    if len(view.perspectives) == 2:
        text = QCoreApplication.translate("SideBySidePage", "Round {number}, two perspectives side by side")
    else:
        text = QCoreApplication.translate("SideBySidePage", "Round {number}, three perspectives side by side")
    return text.format(number=view.round_number)


def apart_words(view: SideBySideView) -> str:
    """Why nobody's levels are shown yet, and for whom one waits (R5)."""
    if view.revealed:
        own = QCoreApplication.translate(
            "SideBySidePage",
            "Your own sheet of this part is not ready yet. Mark it ready; then you see each other's.",
        )
        return filled(own)
    text = QCoreApplication.translate(
        "SideBySidePage", "First each looks separately. Here you lay the views side by side and talk."
    )
    if not view.missing:
        ready = QCoreApplication.translate("SideBySidePage", "Everybody is ready.")
        return f"{text}\n{ready}"
    who = _listed([_with_article(perspective) for perspective in view.missing])
    waiting = QCoreApplication.translate("SideBySidePage", "Not ready yet: {who}.").format(who=who)
    return f"{text}\n{waiting}"


def _with_article(perspective: Perspective) -> str:
    return filled(
        {
            Perspective.STUDENT: QCoreApplication.translate("SideBySidePage", "the {student}"),
            Perspective.WORKPLACE: QCoreApplication.translate("SideBySidePage", "you yourself (workplace)"),
            Perspective.INSTITUTE: QCoreApplication.translate("SideBySidePage", "the institute"),
        }[perspective]
    )


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return QCoreApplication.translate("SideBySidePage", "{first} and {last}").format(
        first=", ".join(names[:-1]), last=names[-1]
    )


def part_words(strand: Strand) -> str:
    """Which part a criterion is about, at its title."""
    return filled(
        {
            Strand.STUDENT_PART: QCoreApplication.translate("SideBySidePage", "{student}'s part"),
            Strand.WORKPLACE_PART: QCoreApplication.translate("SideBySidePage", "workplace's part"),
        }[strand]
    )
