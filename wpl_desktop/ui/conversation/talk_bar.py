"""The bar below a conversation: what became of it, the next one, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.words import capital
from wpl_desktop.services.talk_views import TalkView
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.talk_words import state_words
from wpl_desktop.ui.language import clock_time, long_day, short_day
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import IconButton, primary_button, quiet_button
from wpl_desktop.ui.widgets.chip import Chip
from wpl_desktop.ui.widgets.labels import Label

# Below this width the next talk is named by its short day.
_LONG_DAY_FROM: Final = 1000
_DAY_FROM: Final = 560


class TalkBar(ActionBar):
    """One primary button at most: *Round off*, while the talk is planned and its day has come."""

    next_requested = Signal()
    plan_requested = Signal()
    not_held_requested = Signal()
    held_requested = Signal()
    move_requested = Signal()
    plan_again_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TalkView | None = None
        self.state = Chip("")
        self._next = Label(role="secondary", tone="muted", wrap=False)
        self.next_talk = IconButton("chevron-right", name="", height=36)
        self.plan_next = quiet_button(self.tr("Plan next conversation"), icon="plus", height=36)
        self.not_held = quiet_button(self.tr("Did not go ahead…"), height=36, muted=True)
        self.held = primary_button(self.tr("Round off"), icon="check", height=36)
        self.more = IconButton("dots", name=self.tr("More"), height=36)
        self.move_action = QAction(self.tr("Move…"), self)
        self.plan_again_action = QAction(self.tr("Back to planned"), self)
        self.delete_action = QAction(self.tr("Delete"), self)
        self._menu = QMenu(self)
        for action in (self.move_action, self.plan_again_action, self.delete_action):
            self._menu.addAction(action)
        for widget in (self.state, self._next, self.next_talk, self.plan_next):
            self.left.addWidget(widget)
        for widget in (self.more, self.not_held, self.held):
            self.right.addWidget(widget)
        self.more.clicked.connect(self._open_menu)
        self.next_talk.clicked.connect(self.next_requested)
        self.plan_next.clicked.connect(self.plan_requested)
        self.not_held.clicked.connect(self.not_held_requested)
        self.held.clicked.connect(self.held_requested)
        self.move_action.triggered.connect(self.move_requested)
        self.plan_again_action.triggered.connect(self.plan_again_requested)
        self.delete_action.triggered.connect(self.delete_requested)

    def set_talk(self, view: TalkView, *, is_to_come: bool) -> None:
        """Show a conversation; one whose day is still `to come` has no primary button."""
        self._view = view
        planned = view.row.state is ConversationState.PLANNED
        held = view.row.state is ConversationState.HELD
        self.state.set_text(state_words(view.row), kind="on" if held else "plain")
        self.state.setVisible(not planned)
        self.next_talk.setVisible(view.next_talk is not None)
        self.plan_next.setVisible(view.next_talk is None)
        self.not_held.setVisible(planned)
        self.held.setVisible(planned)
        self.held.set_kind("plain" if is_to_come else "primary")
        self.move_action.setVisible(planned)
        self.plan_again_action.setVisible(not planned)
        self._name_next()

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [self.next_talk, self.plan_next, self.more, self.not_held, self.held]

    def focus_first(self) -> None:
        """Put the keyboard on the next conversation, or on planning one."""
        target = self.plan_next if self.next_talk.isHidden() else self.next_talk
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_next()

    def _name_next(self) -> None:
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
