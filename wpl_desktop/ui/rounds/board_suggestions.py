"""The quiet suggestions above the board: at most three, each with one action and a way to put it away (P17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.suggestions import Suggestion
from wpl_desktop.ui import theme
from wpl_desktop.ui.rounds.board_words import Step, suggestion_step, suggestion_words
from wpl_desktop.ui.widgets.buttons import plain_button, quiet_button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.labels import Label, small_heading

#: So many are shown, and so many more each time they are unfolded.
FIRST: Final = 3
MORE: Final = 20
#: Nobody reads on to the hundredth line.
MOST: Final = 100
# Under this width the buttons stand below the words.
_BESIDE_FROM: Final = 760


class SuggestionRow(QWidget):
    """One suggestion: its sentence, what it leads to, and *Do not show again*."""

    step_requested = Signal(object)
    put_away = Signal(object)

    def __init__(self, suggestion: Suggestion, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestion = suggestion
        self.step: Step = suggestion_step(suggestion)
        self.words = Label(suggestion_words(suggestion))
        self.action = plain_button("")
        self.away = quiet_button("", muted=True)
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.scaled(side) for side in (16, 6, 8, 6)))
        self._column.setSpacing(theme.scaled(4))
        self._row.setSpacing(theme.scaled(8))
        self._row.addWidget(self.action)
        self._row.addWidget(self.away)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(theme.scaled(16))
        self._beside.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(self._beside)
        self._column.addLayout(self._row)
        self._name_buttons()

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the buttons below the words, or beside them."""
        wanted = self._column if is_narrow else self._beside
        other = self._beside if is_narrow else self._column
        other.removeItem(self._row)
        wanted.removeItem(self._row)
        wanted.addLayout(self._row)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _name_buttons(self) -> None:
        self.action.setText(self.step.text)
        self.away.setText(self.tr("Do not show again"))
        for button in (self.action, self.away):
            button.setAccessibleName(f"{button.text()}: {self.words.text()}")
        self.action.clicked.connect(self._on_action)
        self.away.clicked.connect(self._on_away)

    def _on_action(self) -> None:
        self.step_requested.emit(self.step)

    def _on_away(self) -> None:
        self.put_away.emit(self.suggestion)


class SuggestionList(QWidget):
    """The suggestions, and how many more there are; nothing at all without any."""

    step_requested = Signal(object)
    put_away = Signal(object)
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = small_heading(self.tr("Perhaps now"))
        self._box = ListBox()
        self.more_button = quiet_button("", icon="chevron-down", muted=True)
        self._rows: list[SuggestionRow] = []
        self._is_narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        column.addWidget(self._heading)
        column.addWidget(self._box)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.clicked.connect(self.more_requested)

    def rows(self) -> list[SuggestionRow]:
        """The rows that are shown, from top to bottom."""
        return list(self._rows)

    def set_suggestions(self, found: Sequence[Suggestion], *, shown: int) -> None:
        """Show the first `shown` of what was found, which is up to `MOST` more."""
        wanted = list(found[:shown])
        if [row.suggestion for row in self._rows] != wanted:
            self._box.clear()
            self._rows = [self._made(suggestion) for suggestion in wanted]
        more = len(found) - len(wanted)
        self.more_button.setVisible(more > 0)
        text = self.tr("{count} more") if more < MOST else self.tr("More than {count} more")
        self.more_button.setText(text.format(count=min(more, MOST)))
        self.setVisible(bool(wanted))

    def set_width(self, width: int) -> None:
        """Lay the rows out for a page of this width."""
        is_narrow = width < theme.scaled(_BESIDE_FROM)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for row in self._rows:
                row.set_narrow(is_narrow)

    def focus_after(self, position: int) -> bool:
        """Put the keyboard on the row that came in the place of one that went; False when none is left."""
        if not self._rows:
            return False
        self._rows[min(position, len(self._rows) - 1)].away.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _made(self, suggestion: Suggestion) -> SuggestionRow:
        row = SuggestionRow(suggestion, parent=self._box)
        row.set_narrow(self._is_narrow)
        row.step_requested.connect(self.step_requested)
        row.put_away.connect(self.put_away)
        self._box.add_row(row)
        row.show()
        return row
