"""The two columns of the score sheet: the list under its head, and the help that folds away in a narrow window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.score_help import WIDTH as HELP_WIDTH
from wpl_desktop.ui.evaluations.score_help import ScoreHelp
from wpl_desktop.ui.evaluations.score_list import ListScroll
from wpl_desktop.ui.evaluations.sheet_head import SheetHead

# A window of 1180 px without the rail and the margins of the page: below it the help folds away.
_HELP_BESIDE_FROM: Final = 1044
_COLUMN_GAP: Final = 24


class SheetColumns(QWidget):
    """Head and list at the left; the help stands beside them or, when asked for, lies over them."""

    def __init__(
        self, *, head: SheetHead, area: ListScroll, help_column: ScoreHelp, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._head = head
        self._area = area
        self._help = help_column
        self._help_wanted = False
        sheet = QVBoxLayout()
        sheet.setSpacing(theme.scaled(12))
        sheet.addWidget(head)
        sheet.addWidget(area, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(_COLUMN_GAP))
        self._row.addLayout(sheet, 1)
        self._row.addWidget(help_column)
        head.help_toggled.connect(self.toggle_help)

    def toggle_help(self) -> None:
        """Bring the folded help, or put it away; beside the list it always stands."""
        self._help_wanted = not self._help_wanted
        self._place_help()

    def put_help_away(self) -> None:
        """Put away the help that lies over the list."""
        if self._help_wanted:
            self.toggle_help()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_help()

    def _place_help(self) -> None:
        beside = self.width() >= theme.scaled(_HELP_BESIDE_FROM)
        self._head.set_help_folded(not beside)
        if beside and self._row.indexOf(self._help) < 0:
            self._row.addWidget(self._help)
        elif not beside:
            self._row.removeWidget(self._help)
        self._help.set_floating(not beside)
        self._help.setVisible(beside or self._help_wanted)
        if beside:
            self._help_wanted = False
            self._help.setFixedWidth(theme.scaled(HELP_WIDTH))
            return
        # Folded away it lies over the right side of the list, from below the head to above the bar.
        room = QRect(self._area.mapTo(self, self._area.rect().topLeft()), self._area.size())
        self._help.lie_over(room, width=min(theme.scaled(HELP_WIDTH + 32), room.width()))
