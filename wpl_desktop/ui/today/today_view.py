"""What stands where on the first page: two columns of sections, or what it says while there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.today.next_card import NextCard
from wpl_desktop.ui.today.parts import Heading, Section
from wpl_desktop.ui.today.tip_card import TipCard
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import MessageLine

# Under this width the right column goes below the left one.
_BESIDE_FROM: Final = 1180
_RIGHT_WIDTH: Final = 424
_COLUMN_GAP: Final = 24
_WEEKS: Final = (2, 3, 4, 6, 8)
_USUAL_WEEKS: Final = 4


class TodayView(QScrollArea):
    """The parts of the page; the page fills them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # From the outside in: what is put into a window as a whole is styled all over again.
        content = ContentArea()
        self._set_up(content)
        self.trouble = MessageLine(parent=content)
        self.nobody = EmptyState(
            filled(
                self.tr(
                    "Here you see each day which conversation comes next, what was agreed and whose sheet is "
                    "still awaited. Begin by adding your first {student}."
                )
            ),
            action=filled(self.tr("Add {student}")),
            icon="plus",
            parent=content,
        )
        self.nobody_running = EmptyState(
            filled(
                self.tr(
                    "No trajectory is running: all of them are closed, and you find them with your {students}. "
                    "Add a {student} to begin again."
                )
            ),
            action=filled(self.tr("Add {student}")),
            icon="plus",
            parent=content,
        )
        self.columns = QWidget(content)
        self._left, self._right = QWidget(self.columns), QWidget(self.columns)
        self.next_card = NextCard(self._left)
        self.nothing_planned = EmptyState(
            self.tr("No conversation is planned. Choose a moment that suits you both."),
            action=self.tr("Plan conversation"),
            icon="agenda",
            parent=self._left,
        )
        self.talks = Section(self.tr("This and next week"), parent=self._left)
        self.to_plan = Section(self.tr("Still to plan"), parent=self._left)
        self.agreements = Section(self.tr("Open agreements"), note=self.tr("by date"), parent=self._left)
        self.all_agreements = quiet_button(self.tr("All agreements"), icon="task", parent=self.agreements)
        self.rounds = Section(self.tr("Rounds"), note=self.tr("who is ready?"), parent=self._right)
        self.not_spoken = Section(self.tr("Not spoken to for a while"), parent=self._right)
        self.weeks = QComboBox(self.not_spoken.heading)
        self.tip = QWidget(self._right)
        self.tip_card = TipCard(self.tip)
        self._fill_in()
        self._assemble(content)

    def choose_weeks(self, weeks: int) -> None:
        """Choose for how long somebody was not spoken to; an unknown number of weeks changes nothing."""
        if weeks in _WEEKS:
            self.weeks.setCurrentIndex(_WEEKS.index(weeks))

    def find_by_name(self, name: str) -> QWidget | None:
        """What takes the keyboard under this name, where it can be seen."""
        return next(
            (
                widget
                for widget in self._in_order()
                if widget.objectName() == name and widget.isVisibleTo(self)
            ),
            None,
        )

    def order_keys(self) -> None:
        """Make the Tab key go down the left column and then the right one; lines come and go."""
        for first, second in pairwise(self._in_order()):
            QWidget.setTabOrder(first, second)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() - 2 * side_margin(self.width())
        beside = width >= theme.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._columns_box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._columns_box.setSpacing(theme.scaled(_COLUMN_GAP if beside else 16))
        right = theme.scaled(_RIGHT_WIDTH)
        self._right.setMinimumWidth(right if beside else 0)
        self._right.setMaximumWidth(right if beside else theme.scaled(_BESIDE_FROM))
        self.next_card.fit(width - right - theme.scaled(_COLUMN_GAP) if beside else width)

    # Internals

    def _set_up(self, content: ContentArea) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def _fill_in(self) -> None:
        self.weeks.setAccessibleName(self.tr("Not spoken to for how long"))
        self.weeks.setObjectName("weeks")
        for number in _WEEKS:
            self.weeks.addItem(self.tr("{weeks} weeks").format(weeks=number), number)
        self.choose_weeks(_USUAL_WEEKS)
        for number, button in enumerate(self.next_card.buttons()):
            button.setObjectName(f"next:{number}")
        for section in self._sections():
            section.more_button.setObjectName(f"more:{section.heading.title.text()}")
        self.all_agreements.setObjectName("all agreements")
        self.tip_card.not_now_button.setObjectName("tip")
        self.to_plan.hide()
        self.trouble.hide()

    def _assemble(self, content: ContentArea) -> None:
        self.not_spoken.heading.row.addWidget(self.weeks)
        self.agreements.heading.row.addWidget(self.all_agreements)
        _stack(self.tip, Heading(self.tr("Card of today"), parent=self.tip), self.tip_card, spacing=4)
        left = _stack(
            self._left, self.next_card, self.nothing_planned, self.talks, self.to_plan, self.agreements
        )
        right = _stack(self._right, self.rounds, self.not_spoken, self.tip)
        for column in (left, right):
            column.addStretch(1)
        self._columns_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.columns)
        self._columns_box.setContentsMargins(0, 0, 0, 0)
        self._columns_box.addWidget(self._left, 1)
        self._columns_box.addWidget(self._right)
        for widget in (self.trouble, self.nobody, self.nobody_running, self.columns):
            content.body.addWidget(widget)
        content.body.addStretch(1)

    def _sections(self) -> tuple[Section, ...]:
        """The sections with lists, down the left column and then the right one."""
        return (self.talks, self.to_plan, self.agreements, self.rounds, self.not_spoken)

    def _in_order(self) -> Iterator[QWidget]:
        yield from self.next_card.buttons()
        yield self.nothing_planned.button
        for section in self._sections():
            if section is self.not_spoken:
                yield self.weeks
            elif section is self.agreements:
                yield self.all_agreements
            yield section.earlier_button
            for line in section.lines():
                yield from line.focus_widgets()
            yield section.more_button
        yield self.tip_card.not_now_button


def _stack(parent: QWidget, *parts: QWidget, spacing: int = 16) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.scaled(spacing))
    for part in parts:
        layout.addWidget(part)
    return layout
