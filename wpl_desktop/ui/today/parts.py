"""What the sections of the first page are made of: headings, lines with one button, and a way to more of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.overview import MOST_COUNTED
from wpl_desktop.services.talk_rows import RoundState
from wpl_desktop.texts import perspective_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.today.line import Line
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.shapes import ShapeMark

_SHORT_ROW: Final = 44
_MORE_ROW: Final = 40
_GAP: Final = 12


def ready_words(perspective: Perspective, *, ready: bool) -> str:
    """Whether one perspective is ready, for who points at its shape or has it read out."""
    name = perspective_name(perspective, translate, words())
    if ready:
        return QCoreApplication.translate("TodayParts", "{who}: ready").format(who=name)
    return QCoreApplication.translate("TodayParts", "{who}: not ready yet").format(who=name)


class Marks(QWidget):
    """The shapes of one round beside each other: filled when that perspective is ready."""

    def __init__(self, state: RoundState, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(8))
        for perspective in state.perspectives:
            ready = perspective in state.ready
            text = ready_words(perspective, ready=ready)
            mark = ShapeMark(SHAPES[perspective], size=12, filled=ready, name=text)
            mark.setToolTip(text)
            row.addWidget(mark)


class Heading(QWidget):
    """The heading of a section, with muted words after it and room for a choice at the end."""

    def __init__(self, title: str, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, role="section", wrap=False, parent=self)
        note_label = Label(note, tone="muted", wrap=False, parent=self)
        note_label.setVisible(bool(note))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.scaled(8))
        self.row.addWidget(self.title)
        self.row.addWidget(note_label)
        self.row.addStretch(1)
        self.setMinimumHeight(theme.scaled(32))


class Section(QWidget):
    """A heading with a list below it; without rows one sentence, and with more of them a way to those."""

    more_requested = Signal()
    earlier_requested = Signal()

    def __init__(self, title: str, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(title, note=note, parent=self)
        self.list = ListBox(self)
        self._earlier_row, self._nothing_row, self._more_row = (QWidget(self.list) for _ in range(3))
        self.nothing = Label("", tone="muted", parent=self._nothing_row)
        self.earlier_button = quiet_button("", icon="chevron-up", parent=self._earlier_row)
        self.more_button = quiet_button("", icon="chevron-down", parent=self._more_row)
        _lay_out(self._nothing_row, self.nothing, stretch=True)
        _lay_out(self._earlier_row, self.earlier_button)
        _lay_out(self._more_row, self.more_button)
        for row in (self._earlier_row, self._nothing_row, self._more_row):
            self.list.add_row(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(4))
        layout.addWidget(self.heading)
        layout.addWidget(self.list)
        self._lines: list[Line] = []
        self.earlier_button.clicked.connect(self._on_earlier)
        self.more_button.clicked.connect(self._on_more)

    def lines(self) -> list[Line]:
        """The rows of the list, from top to bottom."""
        return list(self._lines)

    def set_heading(self, title: str) -> None:
        """Show another heading."""
        self.heading.title.setText(title)

    def set_lines(self, lines: Sequence[Line], *, nothing: str, more: int = 0, earlier: int = 0) -> None:
        """Show these rows; `more` and `earlier` are how many follow and come before, `nothing` is said without any."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = list(lines)
        for number, line in enumerate(self._lines, start=1):
            self.list.insert_row(number, line)
            if self.isVisible():
                # Else it comes with the page; a line that is not shown takes no focus.
                line.show()
        self.nothing.setText(nothing)
        self._nothing_row.setVisible(not lines and not earlier and not more)
        self.earlier_button.setText(_more_words(earlier, earlier=True))
        self._earlier_row.setVisible(bool(earlier))
        self.more_button.setText(_more_words(more, earlier=False))
        self._more_row.setVisible(bool(more))

    def _on_more(self) -> None:
        self.more_requested.emit()

    def _on_earlier(self) -> None:
        self.earlier_requested.emit()


def _lay_out(row: QWidget, widget: QWidget, *, stretch: bool = False) -> None:
    layout = QHBoxLayout(row)
    side = theme.scaled(_GAP)
    above = theme.scaled(_GAP if stretch else 4)
    layout.setContentsMargins(side if stretch else 0, above, side, above)
    layout.addWidget(widget, 1 if stretch else 0)
    if not stretch:
        layout.addStretch(1)
    row.setMinimumHeight(theme.scaled(_SHORT_ROW if stretch else _MORE_ROW))


def _more_words(count: int, *, earlier: bool) -> str:
    if earlier and count < MOST_COUNTED:
        text = QCoreApplication.translate("TodayParts", "{count} earlier this week: show")
    elif earlier:
        text = QCoreApplication.translate("TodayParts", "More than {count} earlier this week: show")
    elif count < MOST_COUNTED:
        text = QCoreApplication.translate("TodayParts", "And {count} more: show")
    else:
        text = QCoreApplication.translate("TodayParts", "And more than {count} more: show")
    return text.format(count=count)
