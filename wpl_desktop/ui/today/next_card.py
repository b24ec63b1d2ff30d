"""The card of the next talk: when, with whom, who is ready for it, and the ways into it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.evaluations import has_begun
from wpl_desktop.domain.people import initials
from wpl_desktop.services.talk_rows import Talk
from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.today.parts import Marks
from wpl_desktop.ui.today.today_words import (
    round_words,
    talk_length,
    talk_name,
    talk_title,
    talk_under_title,
    when_words,
)
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import Button, plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import Label

_PADDING: Final = 16
_USUAL_WIDTH: Final = 782
# In less room the kind of talk stands under the name.
_NAME_BESIDE_FROM: Final = 560
_GAP: Final = 8


class NextCard(Card):
    """The talk that comes next, is going on, or was planned earlier today and not marked yet."""

    not_held_requested = Signal()
    print_requested = Signal()
    prepare_requested = Signal()
    start_requested = Signal()
    fill_in_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=_PADDING, parent=parent)
        self._talk: Talk | None = None
        self._shapes: Marks | None = None
        self._width = theme.scaled(_USUAL_WIDTH)
        self._avatar = Avatar("", size=48, parent=self)
        self.when = Label("", role="secondary_strong", tone="accent", parent=self)
        self.name = Label("", role="title", parent=self)
        self.kind = Label("", role="secondary", tone="muted", parent=self)
        self.length = Label("", role="secondary", tone="muted", parent=self)
        self.round = Label("", role="secondary")
        self.not_held_button = quiet_button(self.tr("Did not go ahead…"), muted=True)
        self.print_button = plain_button(self.tr("Print sheet"), icon="print")
        self.prepare_button = plain_button(self.tr("Prepare"), icon="note")
        self.start_button = primary_button(self.tr("Start conversation"), icon="play")
        self.fill_in_button = primary_button(self.tr("Fill in"))
        self._marks = QHBoxLayout()
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    def talk(self) -> Talk | None:
        """The talk on the card."""
        return self._talk

    def show_talk(self, talk: Talk, *, now: datetime) -> None:
        """Show a talk as it is at `now`, local."""
        self._talk = talk
        several = talk.students > 1
        letters = (
            str(talk.students) if several else initials(talk.student.name, call_name=talk.student.call_name)
        )
        self._avatar.set_initials(letters)
        self.name.setText(talk_title(talk))
        self.kind.setText(talk_under_title(talk))
        self.length.setText(talk_length(talk))
        self._show_round(talk, now=now)
        for button in self.buttons():
            button.setAccessibleName(f"{button.text()}, {talk_title(talk)}, {talk_name(talk)}")
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """Say again when the talk is, and offer what fits that moment; the focus stays where it is."""
        if self._talk is None:
            return
        over = self._talk.ends_at <= now
        to_come = self._talk.starts_at.date() > now.date()
        self.when.setText(when_words(self._talk, now=now))
        if over and self.start_button.hasFocus():
            self.fill_in_button.show()
            self.fill_in_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fill_in_button.setVisible(over)
        # Before its day a talk is only prepared: its clock does not start yet.
        self.start_button.setVisible(not over and not to_come)
        self.prepare_button.setVisible(now < self._talk.starts_at)
        self.prepare_button.set_kind("primary" if to_come else "plain")
        self.print_button.setVisible(self._talk.round is not None and not over)
        self._arrange()

    def fit(self, width: int) -> None:
        """Arrange the card for a column of this width; it never asks for more than fits there."""
        self._width = width
        self._arrange()

    def buttons(self) -> list[Button]:
        """The buttons from left to right, those that are hidden now as well."""
        return [
            self.not_held_button,
            self.print_button,
            self.prepare_button,
            self.start_button,
            self.fill_in_button,
        ]

    def main_button(self) -> Button:
        """The one that does what the card is for."""
        if not self.fill_in_button.isHidden():
            return self.fill_in_button
        return self.prepare_button if self.start_button.isHidden() else self.start_button

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.accent)
        painter.end()

    # Internals

    def _assemble(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.when)
        names.addWidget(self.name)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.addStretch(1)
        for label in (self.kind, self.length):
            facts.addWidget(label)
        facts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(16))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.scaled(_GAP))
        self._head.addLayout(names, 1)
        self._head.addLayout(facts, 1)
        head.addWidget(self._avatar)
        head.addLayout(self._head, 1)
        self.round.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._marks.setSpacing(theme.scaled(_GAP))
        self._ready = QWidget()
        ready = QHBoxLayout(self._ready)
        ready.setContentsMargins(0, 0, 0, 0)
        ready.setSpacing(theme.scaled(_GAP))
        ready.addLayout(self._marks)
        ready.addWidget(self.round, 1)
        self._buttons = QWidget()
        self._button_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._buttons)
        self._button_row.setContentsMargins(0, 0, 0, 0)
        self._button_row.setSpacing(theme.scaled(_GAP))
        self._button_row.addStretch(1)
        for button in self.buttons():
            self._button_row.addWidget(button)
        self._actions.setSpacing(theme.scaled(_GAP))
        self._actions.addWidget(self._ready, 1)
        self._actions.addWidget(self._buttons)
        self.column.setSpacing(theme.scaled(16))
        self.column.addLayout(head)
        self.column.addLayout(self._actions)

    def _connect(self) -> None:
        self.not_held_button.clicked.connect(self._on_not_held)
        self.print_button.clicked.connect(self._on_print)
        self.prepare_button.clicked.connect(self._on_prepare)
        self.start_button.clicked.connect(self._on_start)
        self.fill_in_button.clicked.connect(self._on_fill_in)

    def _on_not_held(self) -> None:
        self.not_held_requested.emit()

    def _on_print(self) -> None:
        self.print_requested.emit()

    def _on_prepare(self) -> None:
        self.prepare_requested.emit()

    def _on_start(self) -> None:
        self.start_requested.emit()

    def _on_fill_in(self) -> None:
        self.fill_in_requested.emit()

    def _show_round(self, talk: Talk, *, now: datetime) -> None:
        if self._shapes is not None:
            self._marks.removeWidget(self._shapes)
            self._shapes.hide()
            self._shapes.deleteLater()
            self._shapes = None
        begun = talk.round is not None and has_begun(talk.round.held_on, today=now.date())
        self.round.setText("")
        if talk.round is not None and begun:
            self._shapes = Marks(talk.round)
            self._marks.addWidget(self._shapes)
            self.round.setText(round_words(talk.round, student=talk.student))

    def _arrange(self) -> None:
        """Who is ready beside the buttons, or above them where there is no room; then the buttons below each other."""
        directions = QBoxLayout.Direction
        beside = self._width >= theme.scaled(_NAME_BESIDE_FROM)
        self._head.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        for label in (self.kind, self.length):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        room = self._width - 2 * theme.scaled(_PADDING)
        gap = theme.scaled(_GAP)
        wanted = sum(button.sizeHint().width() + gap for button in self.buttons() if not button.isHidden())
        is_wide = wanted - gap <= room
        self._button_row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        if self._shapes is not None:
            words = self.round.fontMetrics().horizontalAdvance(self.round.text())
            wanted += self._shapes.sizeHint().width() + gap + words
        beside = self._shapes is None or wanted <= room
        self._actions.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
