"""What the dot strips of one student say in shapes, and the same in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NO_OPPORTUNITY, NOT_OBSERVED, Mark, Perspective, is_scored
from wpl_desktop.services.growth import GrowthCell, GrowthRound, StudentGrowth
from wpl_desktop.texts import mark_sign, mark_word, perspective_name, round_kind_name
from wpl_desktop.ui.language import chosen, day_and_month, translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.students.student_words import round_title, waiting_words
from wpl_desktop.ui.widgets.shapes import Shape
from wpl_desktop.ui.widgets.strip_content import (
    StripAction,
    StripCell,
    StripContent,
    StripLine,
    StripRound,
)

SHEET, REVEAL, SIDE_BY_SIDE, ROUND = "sheet", "reveal", "side_by_side", "round"


def strip_content(growth: StudentGrowth, *, joint: bool = False) -> StripContent:
    """The whole table of one strand."""
    labels = [chosen(label) for label in growth.level_labels]
    return StripContent(
        names_title=QCoreApplication.translate("GrowthWords", "Criterion"),
        agreed_title=together_word(),
        level_count=len(labels),
        rounds=tuple(_round(found, joint=joint) for found in growth.rounds),
        lines=tuple(
            StripLine(
                code=code,
                name=chosen(name),
                cells=tuple(_cell(found, code, labels) for found in growth.rounds),
            )
            for code, name in growth.criteria
        ),
    )


def together_word() -> str:
    """The word beside ◆."""
    return QCoreApplication.translate("GrowthWords", "together")


def voice(perspective: Perspective) -> str:
    """The word beside a shape."""
    return perspective_name(perspective, translate, words()).lower()


def signs(strand: Strand) -> tuple[tuple[str, str], ...]:
    """The signs of what is no level with their words; × exists on the student's strand only (2.2)."""
    marks = (NOT_OBSERVED, NO_OPPORTUNITY) if strand is Strand.STUDENT_PART else (NOT_OBSERVED,)
    return tuple((mark_sign(mark), mark_word(mark, (), translate).lower()) for mark in marks)


def cell_title(code: str, number: int) -> str:
    """`C4, ronde 1`."""
    return f"{code}, {round_title(number).lower()}"


def may_open_sheet(found: GrowthRound, *, joint: bool) -> bool:
    """Whether the own sheet opens from here: on a joint screen only what everybody may see (R5)."""
    return not (joint and Perspective.WORKPLACE in found.hidden)


def may_reveal_now(found: GrowthRound) -> bool:
    """Whether everybody is ready and the views are not side by side yet (R5)."""
    return not found.revealed and found.ready >= frozenset(found.perspectives)


def _round(found: GrowthRound, *, joint: bool) -> StripRound:
    title = round_title(found.number)
    detail = f"{round_kind_name(found.kind, translate)}, {day_and_month(found.held_on)}"
    state = waiting_words(found.perspectives, ready=found.ready, final=found.final)
    if not found.begun:
        state = QCoreApplication.translate("GrowthWords", "planned")
    return StripRound(
        key=found.id,
        title=title,
        detail=detail,
        state=state,
        begun=found.begun,
        actions=tuple(
            StripAction(name=name, text=text, spoken=f"{text}, {title}", primary=primary)
            for name, text, primary in _actions(found, joint=joint)
        ),
    )


def _actions(found: GrowthRound, *, joint: bool) -> Iterator[tuple[str, str, bool]]:
    """What one does next with a round, and the way to all there is of it; the last says what stands out."""
    if found.revealed and may_open_sheet(found, joint=joint):
        yield SIDE_BY_SIDE, QCoreApplication.translate("GrowthWords", "Side by side"), False
    elif may_reveal_now(found) and not joint:
        yield REVEAL, QCoreApplication.translate("GrowthWords", "Put side by side…"), True
    elif may_open_sheet(found, joint=joint):
        is_own_open = Perspective.WORKPLACE not in found.ready
        text = (
            QCoreApplication.translate("GrowthWords", "Fill in")
            if is_own_open
            else QCoreApplication.translate("GrowthWords", "Look")
        )
        yield SHEET, text, is_own_open and found.begun
    yield ROUND, QCoreApplication.translate("GrowthWords", "Round"), False


def _cell(found: GrowthRound, code: str, labels: Sequence[str]) -> StripCell:
    title = cell_title(code, found.number)
    if not found.begun:
        text = QCoreApplication.translate("GrowthWords", "not begun yet")
        return StripCell(spoken=f"{title}: {text}", empty=True)
    cell = found.cells.get(code)
    if cell is None:
        text = QCoreApplication.translate("GrowthWords", "not in this round")
        return StripCell(spoken=f"{title}: {text}", note=text)
    return StripCell(
        spoken=f"{title}: {cell_words(found, cell, labels)}",
        levels=tuple((SHAPES[one], mark.level) for one, mark in cell.marks.items() if mark.level is not None),
        beside=_beside(cell.marks),
        agreed=None if cell.difference_stands else cell.agreed.level,
        agreed_sign="" if cell.difference_stands else mark_sign(cell.agreed),
        differs=cell.difference_stands,
    )


def _beside(marks: Mapping[Perspective, Mark]) -> tuple[tuple[Shape, str], ...]:
    return tuple(
        (SHAPES[one], mark_sign(mark))
        for one, mark in marks.items()
        if mark.level is None and is_scored(mark)
    )


def cell_words(found: GrowthRound, cell: GrowthCell, labels: Sequence[str]) -> str:
    """`student 4 Sterk, werkplek 2 In ontwikkeling, samen 2 In ontwikkeling`."""
    parts = [f"{voice(one)} {_mark_words(mark, labels)}" for one, mark in cell.marks.items()]
    parts.extend(_hidden_words(one, ready=found.ready) for one in found.perspectives if one in found.hidden)
    if cell.difference_stands:
        stands = QCoreApplication.translate("GrowthWords", "the difference stands")
        parts.append(f"{stands}: {cell.positions}" if cell.positions else stands)
    elif is_scored(cell.agreed):
        parts.append(f"{together_word()} {_mark_words(cell.agreed, labels)}")
    return ", ".join(parts)


def _hidden_words(perspective: Perspective, *, ready: Collection[Perspective]) -> str:
    """What may be said of a view that may not be seen yet (R5)."""
    if perspective in ready:
        text = QCoreApplication.translate("GrowthWords", "{who} ready")
    else:
        text = QCoreApplication.translate("GrowthWords", "{who} not ready yet")
    return text.format(who=voice(perspective))


def _mark_words(mark: Mark, labels: Sequence[str]) -> str:
    word = mark_word(mark, labels, translate)
    return f"{mark.level} {word}" if mark.level is not None else word.lower()
