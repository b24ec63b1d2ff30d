"""What a table shows: columns, rows by their keys, and cells that may come later than their row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
ColumnKind = Literal["text", "avatar", "action"]


class TableRole(IntEnum):
    """What a cell holds besides its first line (the display role)."""

    SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
    STRONG = int(Qt.ItemDataRole.UserRole) + 2
    INITIALS = int(Qt.ItemDataRole.UserRole) + 3
    KEY = int(Qt.ItemDataRole.UserRole) + 4


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its head, its width (0 takes what is left) and whether its head sorts.

    A head that does not fit on one line takes two; a column is never narrower than the longest word of its head.
    A column that may hide does so, from the right, when the table gets too narrow for the others. What stands in an
    *action* column is what activating the row does; a click on it does that.
    """

    title: str
    width: int = 0
    kind: ColumnKind = "text"
    sortable: bool = False
    may_hide: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell: first line, muted second line; in an avatar column the text holds the initials."""

    text: str
    second: str = ""
    strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: the key its owner knows it by and a cell for each column."""

    key: object
    cells: tuple[Cell, ...] = field(default=())


class TableModel(QAbstractTableModel):
    """Rows by their keys; sorting and filtering are done by whoever fills it, and cells may come later."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = tuple(columns)
        self._keys: tuple[object, ...] = ()
        self._numbers: dict[object, int] = {}
        self._rows: dict[object, Row] = {}

    def set_keys(self, keys: Sequence[object]) -> None:
        """Show rows with these keys; what was known of them stays known."""
        self.beginResetModel()
        self._keys = tuple(keys)
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        self.endResetModel()

    def forget(self) -> None:
        """Know nothing of any row any more."""
        self._rows = {}

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Know what stands in these rows."""
        self._rows.update({row.key: row for row in rows})

    def unknown_keys(self, first: int, last: int) -> list[object]:
        """The keys of the rows from `first` to `last`, both included, of which the cells have not come yet."""
        return [key for key in self._keys[max(0, first) : last + 1] if key not in self._rows]

    def row_of(self, key: object) -> int | None:
        """The number of the row with this key, counted from 0."""
        return self._numbers.get(key)

    def key_at(self, row: int) -> object:
        """The key of a row; `IndexError` outside the table."""
        return self._keys[row]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key = self._keys[index.row()]
        if role == TableRole.KEY:
            return key
        row = self._rows.get(key)
        if row is None:
            return None
        cell = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == TableRole.SECOND_LINE:
            return cell.second
        if role == TableRole.STRONG:
            return cell.strong
        if role == TableRole.INITIALS:
            return cell.text if self.columns[index.column()].kind == "avatar" else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # The initials are a picture; the name follows in the next cell.
            spoken = "" if self.columns[index.column()].kind == "avatar" else cell.text
            return f"{spoken}, {cell.second}" if cell.second else spoken
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None
