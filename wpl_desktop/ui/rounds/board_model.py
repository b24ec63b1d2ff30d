"""What the board of rounds shows: students by their keys, a column for each round, and cells that may come later."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from wpl_desktop.services.round_board import BoardCell, BoardHead, BoardRow
from wpl_desktop.ui.rounds.board_words import (
    head_detail,
    head_title,
    no_round_words,
    spoken_words,
    state_words,
)

AnyIndex = QModelIndex | QPersistentModelIndex
#: The column with the names; the rounds come after it.
NAMES = 0


class BoardModel(QAbstractTableModel):
    """Students × rounds; sorting and filtering are done by whoever fills it."""

    def __init__(self, *, names_title: str) -> None:
        super().__init__()
        self._names_title = names_title
        self._keys: tuple[uuid.UUID, ...] = ()
        self._numbers: dict[uuid.UUID, int] = {}
        self._heads: tuple[BoardHead, ...] = ()
        self._rows: dict[uuid.UUID, BoardRow] = {}

    def set_content(self, heads: Sequence[BoardHead], keys: Sequence[uuid.UUID]) -> None:
        """Show these rounds and these students; what was known of them stays known."""
        self.beginResetModel()
        self._heads = tuple(heads)
        self._keys = tuple(keys)
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        self.endResetModel()

    def forget(self) -> None:
        """Know nothing of any student any more."""
        self._rows = {}

    def add_rows(self, rows: Sequence[BoardRow]) -> None:
        """Know what stands in these rows."""
        self._rows.update({row.trajectory_id: row for row in rows})

    def unknown_keys(self, first: int, last: int) -> list[uuid.UUID]:
        """The keys of the rows from `first` to `last`, both included, of which nothing has come yet."""
        return [key for key in self._keys[max(0, first) : last + 1] if key not in self._rows]

    def row_of(self, key: uuid.UUID) -> int | None:
        """The number of the row of a student, counted from 0."""
        return self._numbers.get(key)

    def key_at(self, row: int) -> uuid.UUID:
        """The student of a row; `IndexError` outside the table."""
        return self._keys[row]

    def board_row(self, row: int) -> BoardRow | None:
        """What is known of the student of a row."""
        return self._rows.get(self._keys[row])

    def head(self, column: int) -> BoardHead:
        """The round of a column after that of the names."""
        return self._heads[column - 1]

    def cell(self, index: AnyIndex) -> BoardCell | None:
        """The round in a cell; None where there is none, or where it has not come yet."""
        row = self.board_row(index.row())
        if row is None or index.column() == NAMES:
            return None
        return row.cells.get(self.head(index.column()).number)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.board_row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if index.column() == NAMES:
            wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.name if role in wanted else None
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(index)
            return state_words(cell) if cell is not None else no_round_words()
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken_words(row, self.head(index.column()).number)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if section == NAMES:
            return self._names_title
        head = self.head(section)
        return f"{head_title(head.number)}, {head_detail(head)}"
