"""The rows of the board of agreements: heads and agreements by their keys; lines that may come later."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from wpl_desktop.services.agreement_board import BoardGroup
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.ui.agreements.board_words import (
    Answer,
    answer_of,
    answer_words,
    for_words,
    group_words,
    holder_words,
    is_past,
    origin_words,
    spoken_words,
    when_words,
)

AnyIndex = QModelIndex | QPersistentModelIndex


class Place(IntEnum):
    """The columns; each answer is a cell of its own, so that arrows and Enter reach it."""

    WHAT = 0
    WHO = 1
    WHEN = 2
    DONE = 3
    GOES_ON = 4
    LET_GO = 5


ANSWERS: Final = {Place.DONE: Answer.DONE, Place.GOES_ON: Answer.GOES_ON, Place.LET_GO: Answer.LET_GO}


class BoardModel(QAbstractTableModel):
    """Heads and agreements; sorting and filtering are done by whoever fills it."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[BoardGroup | uuid.UUID, ...] = ()
        self._numbers: dict[uuid.UUID, int] = {}
        self._lines: dict[uuid.UUID, AgreementLine] = {}
        #: The columns that are folded away now: their words go below those of the agreement.
        self.folded: frozenset[Place] = frozenset()
        self.today = date.min

    def set_groups(self, groups: Sequence[BoardGroup], *, today: date) -> None:
        """Show these groups; what was known of their agreements stays known."""
        self.beginResetModel()
        entries: list[BoardGroup | uuid.UUID] = []
        for group in groups:
            entries += [group, *group.ids]
        self._entries = tuple(entries)
        self._numbers = {
            entry: number for number, entry in enumerate(entries) if not isinstance(entry, BoardGroup)
        }
        self.today = today
        self.endResetModel()

    def forget(self) -> None:
        """Know nothing of any agreement any more."""
        self._lines = {}

    def add_lines(self, lines: Sequence[AgreementLine]) -> None:
        """Know what stands in these lines."""
        self._lines.update({line.row.id: line for line in lines})

    def unknown_keys(self, first: int, last: int) -> list[uuid.UUID]:
        """The agreements from row `first` to `last`, both included, of which nothing has come yet."""
        shown = self._entries[max(0, first) : last + 1]
        return [key for key in shown if not isinstance(key, BoardGroup) and key not in self._lines]

    def row_of(self, key: uuid.UUID) -> int | None:
        """The number of the row of an agreement, counted from 0."""
        return self._numbers.get(key)

    def key_at(self, row: int) -> uuid.UUID | None:
        """The agreement of a row; None for a head."""
        entry = self._entries[row]
        return None if isinstance(entry, BoardGroup) else entry

    def head_at(self, row: int) -> str:
        """The words of a head; empty for an agreement."""
        entry = self._entries[row]
        return group_words(entry) if isinstance(entry, BoardGroup) else ""

    def line_at(self, row: int) -> AgreementLine | None:
        """What is known of the agreement of a row."""
        key = self.key_at(row)
        return None if key is None else self._lines.get(key)

    def below(self, line: AgreementLine) -> str:
        """What stands below the words of an agreement: its talk, and what has no column of its own."""
        parts: list[str] = []
        if Place.WHO in self.folded:
            parts += [holder_words(line), for_words(line)]
        if Place.WHEN in self.folded:
            parts.append(when_words(line))
        return ", ".join(part for part in (*parts, origin_words(line)) if part)

    def is_past(self, line: AgreementLine) -> bool:
        """Whether the day by which it was agreed lies behind us."""
        return is_past(line, today=self.today)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Place)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        # The keyboard goes from agreement to agreement, over their heads.
        if not index.isValid() or self.key_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        if not index.isValid() or role not in wanted:
            return None
        place = Place(index.column())
        head = self.head_at(index.row())
        if head:
            is_shown = place is Place.WHAT and role != Qt.ItemDataRole.ToolTipRole
            return head if is_shown else None
        line = self.line_at(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.row.text if place is Place.WHAT else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(line, place)
        return self._spoken(line, place)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        place = Place(section)
        if place in ANSWERS:
            return answer_words(ANSWERS[place])
        return {
            Place.WHAT: QCoreApplication.translate("AgreementBoard", "What"),
            Place.WHO: QCoreApplication.translate("AgreementBoard", "Who"),
            Place.WHEN: QCoreApplication.translate("AgreementBoard", "By when"),
        }[place]

    def _shown(self, line: AgreementLine, place: Place) -> str:
        if place in ANSWERS:
            return answer_words(ANSWERS[place])
        return {
            Place.WHAT: line.row.text,
            Place.WHO: holder_words(line),
            Place.WHEN: when_words(line),
        }[place]

    def _spoken(self, line: AgreementLine, place: Place) -> str:
        if place not in ANSWERS:
            return spoken_words(line) if place is Place.WHAT else self._shown(line, place)
        word = answer_words(ANSWERS[place])
        if answer_of(line) is ANSWERS[place]:
            word = QCoreApplication.translate("AgreementBoard", "{answer}, chosen").format(answer=word)
        return f"{word}: {line.row.text}"
