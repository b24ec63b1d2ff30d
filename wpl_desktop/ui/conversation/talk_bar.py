"""The bar below a conversation: what became of it, the next one, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.words import capital
from wpl_desktop.services.talk_views import TalkView
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.conversation.talk_words import state_words
from wpl_desktop.ui.language import clock_time, long_day, short_day
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.chip import Chip
from wpl_desktop.ui.widgets.labels import Label

# Below this width the next talk is named by its short day.
_LONG_DAY_FROM: Final = 1000
_DAY_FROM: Final = 560
_LEAST_WIDTH: Final = 320
_PRINT_FROM: Final = 1140
# With the growth plan beside it there is no room below this for *Did not go ahead…*.
_CROWDED_BELOW: Final = 760


class TalkBar(ActionBar):
    """One primary button at most: *Round off*, while the talk is planned and its day has come."""

    next_requested = Signal()
    plan_requested = Signal()
    not_held_requested = Signal()
    held_requested = Signal()
    move_requested = Signal()
    plan_again_requested = Signal()
    delete_requested = Signal()
    print_requested = Signal()
    preparation_requested = Signal()
    minutes_requested = Signal()
    calendar_requested = Signal()
    growth_plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TalkView | None = None
        self._round_off, self._sheet = self.tr("Round off"), self.tr("Print conversation sheet")
        self._minutes = self.tr("Print minutes")
        self.state = Chip("")
        self._next = Label(role="secondary", tone="muted", wrap=False)
        self.next_talk = IconButton("chevron-right", name="", height=36)
        self.plan_next = quiet_button(self.tr("Plan next conversation"), icon="plus", height=36)
        self.not_held = quiet_button(self.tr("Did not go ahead…"), height=36, muted=True)
        self.growth_plan = plain_button(self.tr("Growth plan"), icon="seed", height=36)
        self.print = plain_button(self._sheet, icon="print", height=36)
        self.held = primary_button(self._round_off, icon="check", height=36)
        self.more = IconButton("dots", name=self.tr("More"), height=36)
        self.move_action = QAction(self.tr("Move…"), self)
        self.not_held_action = QAction(self.not_held.text(), self)
        self.plan_again_action = QAction(self.tr("Back to planned"), self)
        self.preparation_action = QAction(self.tr("Print preparation…"), self)
        self.minutes_action = QAction(self.tr("Print minutes…"), self)
        self.calendar_action = QAction(self.tr("Calendar file…"), self)
        self.delete_action = QAction(self.tr("Delete"), self)
        self._menu = QMenu(self)
        for action in (
            self.move_action,
            self.not_held_action,
            self.plan_again_action,
            self.preparation_action,
            self.minutes_action,
            self.calendar_action,
            self.delete_action,
        ):
            self._menu.addAction(action)
        for widget in (self.state, self._next, self.next_talk, self.plan_next):
            self.left.addWidget(widget)
        for widget in (self.more, self.not_held, self.growth_plan, self.print, self.held):
            self.right.addWidget(widget)
        self.more.clicked.connect(self._open_menu)
        self.next_talk.clicked.connect(self.next_requested)
        self.plan_next.clicked.connect(self.plan_requested)
        self.not_held.clicked.connect(self.not_held_requested)
        self.not_held_action.triggered.connect(self.not_held_requested)
        self.held.clicked.connect(self.held_requested)
        self.move_action.triggered.connect(self.move_requested)
        self.plan_again_action.triggered.connect(self.plan_again_requested)
        self.delete_action.triggered.connect(self.delete_requested)
        self.growth_plan.clicked.connect(self.growth_plan_requested)
        self.print.clicked.connect(self.print_requested)
        self.preparation_action.triggered.connect(self.preparation_requested)
        self.minutes_action.triggered.connect(self.minutes_requested)
        self.calendar_action.triggered.connect(self.calendar_requested)

    def set_talk(self, view: TalkView, *, is_to_come: bool, asked: bool) -> None:
        """Show a conversation; one whose day is still `to come` has no primary button.

        Once it was `asked` to round off a talk, the button says what is still missing for it.
        """
        self._view = view
        planned = view.row.state is ConversationState.PLANNED
        held = view.row.state is ConversationState.HELD
        self.state.set_text(state_words(view.row), kind="on" if held else "plain")
        self.state.setVisible(not planned)
        self.next_talk.setVisible(view.next_talk is not None)
        self.plan_next.setVisible(view.next_talk is None)
        self.held.setVisible(planned)
        self.held.setText(self._missing_words(len(view.unsaid)) if asked and view.unsaid else self._round_off)
        self.growth_plan.setVisible(view.discreet and not joint_screen.is_on())
        self.held.set_kind("plain" if is_to_come else "primary")
        self.move_action.setVisible(planned)
        self.plan_again_action.setVisible(not planned)
        went_ahead = view.row.state is not ConversationState.NOT_HELD
        self.preparation_action.setVisible(planned)
        self.minutes_action.setVisible(went_ahead)
        begun = held or view.started_at is not None
        self.print.setText(self._minutes if begun else self._sheet)
        self.calendar_action.setVisible(went_ahead)
        self._name_next()

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [
            self.next_talk,
            self.plan_next,
            self.more,
            self.not_held,
            self.growth_plan,
            self.print,
            self.held,
        ]

    def focus_first(self) -> None:
        """Put the keyboard on the next conversation, or on planning one."""
        target = self.plan_next if self.next_talk.isHidden() else self.next_talk
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        # What does not fit goes under the dots or gets shorter.
        return QSize(theme.scaled(_LEAST_WIDTH), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_next()

    def _missing_words(self, number: int) -> str:
        return self.tr("{number} still to say").format(number=number)

    def _name_next(self) -> None:
        # In a narrow window what has no room is found under the dots.
        state = self._view.row.state if self._view is not None else ConversationState.NOT_HELD
        went_ahead = state is not ConversationState.NOT_HELD
        crowded = self.width() < theme.scaled(_CROWDED_BELOW) and not self.growth_plan.isHidden()
        self.not_held.setVisible(state is ConversationState.PLANNED and not crowded)
        self.not_held_action.setVisible(state is ConversationState.PLANNED and crowded)
        self.print.setVisible(went_ahead and self.width() >= theme.scaled(_PRINT_FROM))
        next_talk = self._view.next_talk if self._view is not None else None
        # In a very narrow window the arrow alone has to do; its name says which day it is.
        self._next.setVisible(next_talk is not None and self.width() >= theme.scaled(_DAY_FROM))
        if next_talk is None:
            return
        day = next_talk.starts_at.date()
        is_wide = self.width() >= theme.scaled(_LONG_DAY_FROM)
        moment = f"{(long_day if is_wide else short_day)(day)}, {clock_time(next_talk.starts_at)}"
        text = self.tr("Next conversation: {moment}").format(moment=moment) if is_wide else capital(moment)
        self._next.setText(text)
        self.next_talk.set_name(self.tr("Open the conversation of {moment}").format(moment=moment))

    def _open_menu(self) -> None:
        # Above the button: below it is the edge of the window.
        corner = self.more.mapToGlobal(QPoint(0, 0))
        self._menu.popup(corner - QPoint(0, self._menu.sizeHint().height()))
