"""The parts of the agenda page: the row of tools, one of the three views, and the panel beside or below it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda.list_pane import ListPane
from wpl_desktop.ui.agenda.month_view import MonthView
from wpl_desktop.ui.agenda.side_panel import TalkPanel
from wpl_desktop.ui.agenda.tool_row import LIST, MONTH, WEEK, ToolRow
from wpl_desktop.ui.agenda.unplanned import UnplannedPanel
from wpl_desktop.ui.agenda.week_view import WeekView
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.widgets.card import Card, Hint
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.labels import Label, muted_label

_SIDE: Final = 304
_BESIDE_FROM: Final = 1000
_LOW_BELOW: Final = 400
_SAID_FOR: Final = 6_000


class SaidLine(Card):
    """A quiet sentence over the foot of the view; it goes away by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(padding=(6, 12), parent=parent)
        self.label = Label("", role="secondary", wrap=False)
        self.add(self.label)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = parent
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, *, stays: bool = False) -> None:
        """Show a sentence for a while, or until the next one when it `stays`; none without words."""
        self._timer.stop()
        self.label.setText(text)
        self.setVisible(bool(text))
        self.label.setWordWrap(False)
        wide = self._over.width() - theme.scaled(32)
        if self.sizeHint().width() > wide:
            self.label.setWordWrap(True)
            self.resize(wide, self.heightForWidth(wide))
        else:
            self.resize(self.sizeHint())
        self.move(
            QPoint(
                (self._over.width() - self.width()) // 2,
                self._over.height() - self.height() - theme.scaled(12),
            )
        )
        self.raise_()
        if text and not stays:
            self._timer.start(_SAID_FOR)


class AgendaView(QWidget):
    """Everything on the page, put together; what it does is said by the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = ToolRow()
        self.trouble = Hint("", icon="warning")
        self.week = WeekView()
        self.month = MonthView()
        self.list = ListPane()
        self.talk = TalkPanel()
        self.nothing_chosen = muted_label(
            self.tr("Choose a conversation to see it here. Drag in an empty place to plan one, or press N.")
        )
        self.unplanned = UnplannedPanel()
        self.nobody = EmptyState(
            filled(
                self.tr(
                    "Here you see the talks with your {students}, week by week. Begin by adding the first {student}."
                )
            ),
            action=filled(self.tr("Add {student}")),
            icon="plus",
        )
        self.no_talks = EmptyState(
            self.tr(
                "Nothing is planned yet. Plan one conversation, or a whole year of them at once; "
                "holidays are skipped."
            ),
            action=self.tr("Plan conversation"),
            icon="plus",
        )
        self._stack = QStackedWidget()
        self._side = QScrollArea()
        self._side_content = QWidget()
        self._side_column = QVBoxLayout(self._side_content)
        self._body = QHBoxLayout()
        self._content = ContentArea(top=16, bottom=16)
        self._below = QVBoxLayout()
        self.is_narrow = False
        self._assemble()
        self.said = SaidLine(self._stack)

    def show_view(self, name: str) -> None:
        """Show the week, the month or the list."""
        self._stack.setCurrentWidget({WEEK: self.week, MONTH: self.month, LIST: self.list}[name])
        self.tools.switch.set_value(name)
        self._fit()

    def shown_view(self) -> str:
        """Which of the three is shown."""
        shown = self._stack.currentWidget()
        return WEEK if shown is self.week else MONTH if shown is self.month else LIST

    def keyboard_view(self) -> QAbstractScrollArea:
        """What takes the arrow keys in the view that is shown."""
        views: dict[str, QAbstractScrollArea] = {WEEK: self.week, MONTH: self.month, LIST: self.list.list}
        return views[self.shown_view()]

    def show_state(self, *, students: bool, talks: bool) -> None:
        """The agenda, or what it is for while there is nothing in it."""
        self.nobody.setVisible(not students)
        self.no_talks.setVisible(students and not talks)
        self.tools.setVisible(students)
        self._stack.setVisible(students)
        self._has_students = students
        self._fit()

    def show_talk(self, chosen: bool) -> None:
        """The card of the chosen talk, or how one is chosen."""
        self._has_talk = chosen
        self._fit()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Internals

    def _fit(self) -> None:
        """The panel beside the view, or below it as one line where the window is narrow."""
        narrow = self.width() < theme.scaled(_BESIDE_FROM)
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            (self._below if narrow else self._side_column).insertWidget(0, self.talk)
        self.talk.set_compact(narrow)
        month = self.shown_view() == MONTH
        # A line of the list says as much as the panel in one line does.
        is_low_list = self.shown_view() == LIST and self.height() < theme.scaled(_LOW_BELOW)
        self.talk.setVisible(self._has_talk and not (narrow and (month or is_low_list)))
        rows = len(self.unplanned.rows())
        self.nothing_chosen.setVisible(not self._has_talk and not month)
        self._side.setVisible(not narrow and self._has_students and (rows > 0 or not month))
        self.tools.unplanned.setText(self.tr("Still to plan ({count})").format(count=rows))
        self.tools.unplanned.setVisible(narrow and rows > 0)
        room = self._content.width() - 2 * self._content.body.contentsMargins().left()
        self.tools.fit(room, with_legend=self.shown_view() == WEEK)

    def _assemble(self) -> None:
        self._has_talk = False
        self._has_students = True
        for view in (self.week, self.month, self.list):
            self._stack.addWidget(view)
        self._side_content.setMinimumHeight(1)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(theme.scaled(20))
        self._side_column.addWidget(self.talk)
        self._side_column.addWidget(self.nothing_chosen)
        self._side_column.addWidget(self.unplanned)
        self._side_column.addStretch(1)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setWidget(self._side_content)
        self._side.setFixedWidth(theme.scaled(_SIDE))
        self._body.setSpacing(theme.scaled(24))
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._side)
        body = self._content.body
        body.setSpacing(theme.scaled(12))
        for widget in (self.nobody, self.tools, self.trouble, self.no_talks):
            body.addWidget(widget)
        body.addLayout(self._body, 1)
        body.addLayout(self._below)
        self._content.setMinimumHeight(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)
        for widget in (self.trouble, self.talk, self.nobody, self.no_talks):
            widget.hide()
