"""For whom a report is: a list of students, narrowed as you type once there are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.domain.people import folded
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.printing.light_list import LightList, LightRow
from wpl_desktop.ui.widgets.filter_line import FilterLine
from wpl_desktop.ui.widgets.labels import muted_label

# With fewer students the whole list is seen at once.
FILTER_FROM: Final = 8
LEAST_ROWS: Final = 3
_TO_LIST: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class StudentChoice(QWidget):
    """The students as rows of which one is chosen; arrow keys in the field above go through the list."""

    chosen = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[LightRow, ...] = ()
        # Folded names; made when somebody first types.
        self._folded: tuple[str, ...] = ()
        self._value: object = None
        self.filter = FilterLine(passes=_TO_LIST)
        self.filter.setPlaceholderText(filled(self.tr("Find a {student}")))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.list = LightList(name=name)
        self.nobody = muted_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(self.filter)
        column.addWidget(self.nobody)
        column.addWidget(self.list, 1)
        self.nobody.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.filter.textChanged.connect(self._show_matching)
        self.filter.passed_on.connect(self._on_passed_on)
        self.list.chosen.connect(self._on_chosen)

    def rows(self) -> tuple[LightRow, ...]:
        """Every student, also those who do not match what is typed."""
        return self._all

    def set_rows(self, rows: Sequence[LightRow]) -> None:
        """Show these students, without a signal; what was chosen stays chosen while it is there."""
        if tuple(rows) != self._all:
            self._all = tuple(rows)
            self._folded = ()
            self.filter.setVisible(len(rows) > FILTER_FROM)
            if len(rows) <= FILTER_FROM:
                self.filter.clear()
            self.list.usual_rows = len(rows) if len(rows) <= FILTER_FROM else LEAST_ROWS
            self._show_matching()
            self.list.setMinimumHeight(self.list.least_height(min(LEAST_ROWS, len(rows))))
            self.list.end_with_last_row()

    def value(self) -> object:
        """Who is chosen, or None; also when what is typed hides the row."""
        return self._value

    def set_value(self, value: object) -> None:
        """Choose somebody without a signal; who is hidden by what is typed is shown again."""
        self._value = value
        if value is not None and not self.list.has_value(value):
            self.filter.clear()
        self.list.set_value(value)

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        return [self.list] if self.filter.isHidden() else [self.filter, self.list]

    def _on_chosen(self, value: object) -> None:
        self._value = value
        self.chosen.emit(value)

    def _on_passed_on(self, event: QKeyEvent) -> None:
        self.list.keyPressEvent(event)

    def _show_matching(self) -> None:
        wanted = folded(self.filter.text()).split()
        rows = self._all
        if wanted:
            self._folded = self._folded or tuple(folded(row.title) for row in self._all)
            rows = tuple(
                row
                for row, name in zip(self._all, self._folded, strict=True)
                if all(word in name for word in wanted)
            )
        self.list.set_rows(rows)
        self.list.set_value(self._value)
        self.nobody.setText(self.tr("Nobody found for “{text}”.").format(text=self.filter.text().strip()))
        self.nobody.setVisible(bool(self._all) and not rows)
