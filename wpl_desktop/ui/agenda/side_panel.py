"""The chosen talk beside the agenda: who, when, where, with which hat, and what to do with it."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.people import initials
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agenda import TalkDetail
from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.agenda.agenda_words import talk_became, talk_hat, talk_heading, talk_kind, talk_time
from wpl_desktop.ui.language import filled, weekday_and_day
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button, primary_button
from wpl_desktop.ui.widgets.card import Card, Hint
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, muted_label

_HAT_ICONS: Final = {
    Hat.COACH: "coach",
    Hat.EVALUATE: "evaluate",
    Hat.PEERS: "people",
    Hat.PROGRAMME: "cap",
    Hat.INSTITUTE: "cap",
}


class TalkStep(enum.Enum):
    """What can be done with the chosen talk."""

    START = "start"
    OPEN = "open"
    FILL_IN = "fill_in"
    PLAN_AGAIN = "plan_again"
    MOVE = "move"
    NOT_HELD = "not_held"
    CALL_OFF = "call_off"
    STUDENT = "student"
    PREPARATION = "preparation"
    FILE = "file"
    SERIES_FILE = "series_file"
    ONLY_STUDENT = "only_student"


class Fact(QWidget):
    """An icon, a line, and a muted line below it."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = IconMark(icon)
        self.text = Label("")
        self.under = muted_label("")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.under)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(12))
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, text: str, under: str = "") -> None:
        """Show these words, or nothing at all without."""
        self.text.setText(text)
        self.under.setText(under)
        self.under.setVisible(bool(under))
        self.setVisible(bool(text))


class TalkPanel(Card):
    """The card of one talk; in a narrow window it is one line with the buttons after it."""

    step_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self._detail: TalkDetail | None = None
        self._compact = False
        self.avatar = Avatar("")
        self.name = Label("", role="section")
        self.kind = muted_label("")
        self.when = Fact("clock")
        self.people = Fact("people")
        self.place = Fact("pin")
        self.hat = Fact("coach")
        self.series = Fact("restore")
        self.became = Fact("info")
        self.warning = Hint("", icon="warning")
        self.start = primary_button("", icon="play")
        self.prepare = plain_button(self.tr("Prepare"))
        self.more = IconButton("dots", name=self.tr("More"), kind="plain")
        self.menu = QMenu(self)
        self._head = QHBoxLayout()
        self._buttons = QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._assemble()
        self.start.clicked.connect(self._on_start)
        self.prepare.clicked.connect(self._on_prepare)
        self.more.setMenu(self.menu)
        self.menu.triggered.connect(self._on_menu)

    def detail(self) -> TalkDetail | None:
        """The talk on the card."""
        return self._detail

    def show_talk(
        self,
        detail: TalkDetail,
        *,
        now: datetime,
        round_line: str = "",
        series_line: str = "",
        warnings: Sequence[str] = (),
    ) -> None:
        """Show a talk; `warnings` are what whoever planned it should know."""
        self._detail = detail
        talk = detail.talk
        several = talk.students > 1
        self.avatar.set_initials(
            str(talk.students) if several else initials(talk.student.name, call_name=talk.student.call_name)
        )
        self.name.setText(talk_heading(talk))
        self.kind.setText(talk_kind(talk))
        self.when.say(capital(weekday_and_day(talk.starts_at.date())), talk_time(talk))
        self.people.say(", ".join(talk.people))
        self.place.say(detail.place)
        self.hat.mark.set_icon(_HAT_ICONS[talk.hat])
        self.hat.say(talk_hat(talk), round_line)
        self.series.say(series_line)
        again = ""
        if detail.again_at is not None:
            again = self.tr("New date: {day}").format(day=weekday_and_day(detail.again_at.date()))
        self.became.say(talk_became(talk), again)
        self.warning.set_text("\n".join(warnings))
        self._first = self._first_step(detail, now=now)
        words, icon = {
            TalkStep.START: (self.tr("Start"), "play"),
            TalkStep.OPEN: (self.tr("Look"), "eye"),
            TalkStep.FILL_IN: (self.tr("Fill in"), "check"),
            TalkStep.PLAN_AGAIN: (self.tr("Plan again"), "agenda"),
        }[self._first]
        if self._first is TalkStep.OPEN and talk.state is ConversationState.PLANNED:
            words, icon = self.tr("Prepare"), "note"
        self.start.setText(words)
        self.start.set_icon(icon)
        self.prepare.setVisible(self._first is TalkStep.START and talk.starts_at > now)
        for button in (self.start, self.prepare, self.more):
            words = button.text() or self.tr("More")
            button.setAccessibleName(f"{words}, {talk_heading(talk)}, {talk_kind(talk)}")
        self._fill_menu(detail)
        self._arrange()

    def set_compact(self, compact: bool) -> None:
        """Show only one line, below the agenda."""
        self._compact = compact
        self._arrange()

    # Slots

    def _on_start(self) -> None:
        self.step_requested.emit(self._first)

    def _on_prepare(self) -> None:
        self.step_requested.emit(TalkStep.OPEN)

    def _on_menu(self, action: QAction) -> None:
        # Later: what is done reads the page again, and that fills the menu anew while Qt is still busy with it.
        QTimer.singleShot(0, self, partial(self.step_requested.emit, TalkStep(action.data())))

    # Internals

    def _first_step(self, detail: TalkDetail, *, now: datetime) -> TalkStep:
        talk = detail.talk
        if talk.state is ConversationState.NOT_HELD and detail.again_at is None:
            return TalkStep.PLAN_AGAIN
        if talk.state is not ConversationState.PLANNED or talk.starts_at.date() > now.date():
            # Before its day a talk is only prepared: its clock does not start yet.
            return TalkStep.OPEN
        if talk.ends_at <= now and talk.students == 1:
            return TalkStep.FILL_IN
        return TalkStep.START

    def _fill_menu(self, detail: TalkDetail) -> None:
        talk = detail.talk
        self.menu.clear()
        planned = talk.state is ConversationState.PLANNED
        single = talk.students == 1
        wanted: list[tuple[TalkStep, str, str] | None] = []
        if planned:
            wanted += [
                (TalkStep.MOVE, self.tr("Change…"), "edit"),
                (TalkStep.NOT_HELD, self.tr("Did not go ahead…"), "swap"),
                (TalkStep.CALL_OFF, self.tr("Call off"), "trash"),
                None,
                (TalkStep.PREPARATION, self.tr("Print preparation…"), "print"),
            ]
        else:
            wanted.append((TalkStep.OPEN, self.tr("Open conversation"), "talk"))
        wanted.append((TalkStep.FILE, self.tr("Calendar file…"), "file"))
        if detail.series_id is not None:
            wanted.append((TalkStep.SERIES_FILE, self.tr("Calendar file of the series…"), "file"))
        if single:
            wanted += [
                None,
                (TalkStep.STUDENT, filled(self.tr("Open {student}")), "user"),
                (TalkStep.ONLY_STUDENT, filled(self.tr("All conversations with this {student}")), "search"),
            ]
        for line in wanted:
            if line is None:
                self.menu.addSeparator()
                continue
            step, text, icon = line
            self.menu.addAction(icons.icon(icon), text).setData(step.value)

    def _arrange(self) -> None:
        """All facts, or in a narrow window only who and when."""
        detail = self._detail
        compact = self._compact
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if compact else directions.TopToBottom)
        self.avatar.setVisible(not compact)
        facts = (self.when, self.people, self.place, self.hat, self.series, self.became)
        for fact in facts:
            fact.setVisible(not compact and bool(fact.text.text()))
        self.warning.setVisible(bool(self.warning.text()))
        if detail is not None:
            self.kind.setText(
                f"{self.when.text.text()}, {self.when.under.text()}" if compact else talk_kind(detail.talk)
            )
        side = theme.scaled(12 if compact else 16)
        self.column.setContentsMargins(
            side, theme.scaled(8) if compact else side, side, theme.scaled(8) if compact else side
        )

    def _assemble(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.kind)
        self._head.setSpacing(theme.scaled(12))
        self._head.addWidget(self.avatar)
        self._head.addLayout(names, 1)
        self._buttons.setSpacing(theme.scaled(8))
        self._buttons.addWidget(self.start)
        self._buttons.addWidget(self.prepare)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.more)
        self._line.setSpacing(theme.scaled(12))
        self._line.addLayout(self._head, 1)
        for fact in (self.when, self.people, self.place, self.hat, self.series, self.became):
            self._line.addWidget(fact)
        self._line.addLayout(self._buttons)
        self.column.setSpacing(theme.scaled(12))
        self.column.addLayout(self._line)
        self.column.addWidget(self.warning)
        self.warning.hide()
        self._first = TalkStep.OPEN
