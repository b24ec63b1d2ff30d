"""The lines of the lists on the first page: a talk, an agreement, a round that waits, somebody not spoken to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from wpl_desktop.domain.conversations import AgreementState, ConversationState
from wpl_desktop.domain.people import initials
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.services.overview import NotSpoken, WaitingRound
from wpl_desktop.services.talk_rows import StudentName, Talk
from wpl_desktop.services.unplanned import Unplanned
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import clock_time, day_and_month, day_in_week
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.today.line import Line, LineWords
from wpl_desktop.ui.today.parts import ready_words
from wpl_desktop.ui.today.today_words import (
    missed_words,
    owner_words,
    round_action,
    round_action_words,
    round_words,
    silence_words,
    talk_action,
    talk_action_words,
    talk_state,
    talk_title,
    talk_under_title,
)
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button
from wpl_desktop.ui.widgets.chip import Chip


class TalkLine(Line):
    """One talk of these weeks, or one with several students."""

    chosen = Signal(object, object)
    more_requested = Signal(object)

    def __init__(
        self,
        talk: Talk,
        *,
        now: datetime,
        again_at: datetime | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`again_at` is the new date of a talk that was not held."""
        self.talk = talk
        self.action = talk_action(talk, now=now, again_at=again_at)
        day, time = day_in_week(talk.starts_at.date()), clock_time(talk.starts_at)
        self.button = plain_button(talk_action_words(self.action))
        self.button.setAccessibleName(f"{self.button.text()}, {talk_title(talk)}, {day} {time}")
        self.button.setObjectName(f"talk:{talk.id}")
        self.more: IconButton | None = None
        if talk.state is ConversationState.PLANNED:
            self.more = _more_button(f"{talk_title(talk)}, {day} {time}", name=f"more-talk:{talk.id}")
            self.more.clicked.connect(self._on_more)
        several = talk.students > 1
        super().__init__(
            LineWords(
                title=talk_title(talk),
                under=talk_under_title(talk),
                state=talk_state(talk, now=now, again_at=again_at),
                day=day,
                time=time,
                initials="" if several else _letters(talk.student),
                icon="people" if several else "",
            ),
            action=self.button,
            more=self.more,
            parent=parent,
        )
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.talk, self.action)

    def _on_more(self) -> None:
        self.more_requested.emit(self)


class AgreementRowLine(Line):
    """One agreement with a box that settles it and a menu with the other answers.

    Settled it stays in its place, so that it can be taken back.
    """

    settled = Signal(object, object)
    more_requested = Signal(object)

    def __init__(self, line: AgreementLine, *, today: date, parent: QWidget | None = None) -> None:
        self.line = line
        done = line.row.state is not AgreementState.OPEN
        due_on = line.row.due_on
        self.tick = QCheckBox()
        self.tick.setChecked(done)
        # As high as a button, so that it is easily hit; the box itself stands at its left.
        self.tick.setFixedSize(theme.scaled(30), theme.scaled(32))
        self.tick.setObjectName(f"agreement:{line.row.id}")
        by = "" if due_on is None else self.tr("by {day}").format(day=day_and_month(due_on))
        is_late = due_on is not None and due_on < today and not done
        self.chip = Chip(by, kind="amber", icon="clock") if is_late else None
        who = owner_words(line)
        self.more = _more_button(line.row.text, name=f"more-agreement:{line.row.id}")
        super().__init__(
            LineWords(
                title=line.row.text,
                under=self._under(who),
                state="" if is_late else by,
                plain=True,
                struck=done,
            ),
            action=self.chip,
            more=self.more,
            tick=self.tick,
            parent=parent,
        )
        self.tick.setAccessibleName(self.tr("Done: {agreement}").format(agreement=line.row.text))
        self.tick.clicked.connect(self._on_tick)
        self.more.clicked.connect(self._on_more)

    def _under(self, who: str) -> str:
        """Whose it is, and what became of it."""
        return {
            AgreementState.OPEN: who,
            AgreementState.DROPPED: self.tr("{who}, let go").format(who=who),
        }.get(self.line.row.state, self.tr("{who}, done").format(who=who))

    def _on_more(self) -> None:
        self.more_requested.emit(self)

    def _on_tick(self, checked: bool) -> None:
        self.settled.emit(self.line, AgreementState.DONE if checked else AgreementState.OPEN)


class RoundLine(Line):
    """One round that has begun: who is ready and the one thing to do."""

    chosen = Signal(object, object)

    def __init__(self, row: WaitingRound, *, under: str = "", parent: QWidget | None = None) -> None:
        """`under` goes before the words, for a list with rounds of several numbers."""
        self.row = row
        self.action = round_action(row.state)
        words = round_words(row.state, student=row.student, institute=row.institute)
        self.button = plain_button(round_action_words(self.action))
        self.button.setAccessibleName(f"{self.button.text()}, {row.student.name}")
        self.button.setObjectName(f"round:{row.state.id}")
        ready = {perspective: perspective in row.state.ready for perspective in row.state.perspectives}
        super().__init__(
            LineWords(
                title=row.student.name,
                under=f"{under}, {words}" if under else words,
                initials=_letters(row.student),
            ),
            action=self.button,
            shapes=[(SHAPES[perspective], is_ready) for perspective, is_ready in ready.items()],
            parent=parent,
        )
        self.setToolTip(
            "\n".join(ready_words(perspective, ready=is_ready) for perspective, is_ready in ready.items())
        )
        self.button.clicked.connect(self._on_clicked)

    def answer(self, text: str) -> None:
        """Say in this line what came of the button."""
        self.say(replace(self.said(), under=text))

    def _on_clicked(self) -> None:
        self.chosen.emit(self.row, self.action)


class NotSpokenLine(Line):
    """Somebody who was not spoken to for a while; a fact, and nobody's fault."""

    plan_requested = Signal(object, object)

    def __init__(self, row: NotSpoken, *, today: date, parent: QWidget | None = None) -> None:
        self.row = row
        self.button = plain_button("", icon="agenda")
        self.button.setObjectName(f"silent:{row.student.trajectory_id}")
        super().__init__(
            LineWords(
                title=row.student.name,
                under=silence_words(row, today=today),
                initials=_letters(row.student),
            ),
            action=self.button,
            parent=parent,
        )
        self.button.setText(self.tr("Plan conversation"))
        self.button.setAccessibleName(f"{self.button.text()}, {row.student.name}")
        self.button.clicked.connect(self._on_plan)

    def _on_plan(self) -> None:
        self.plan_requested.emit(self.row.student.trajectory_id, self.row.missed_id)


class ToPlanLine(Line):
    """A talk that was not held and has no new date."""

    plan_requested = Signal(object, object)

    def __init__(self, row: Unplanned, *, parent: QWidget | None = None) -> None:
        self.row = row
        self.button = plain_button("", icon="agenda")
        self.button.setObjectName(f"to-plan:{row.instead_of}")
        super().__init__(
            LineWords(title=row.student.name, under=missed_words(row), initials=_letters(row.student)),
            action=self.button,
            parent=parent,
        )
        self.button.setText(self.tr("New date"))
        self.button.setAccessibleName(f"{self.button.text()}, {row.student.name}")
        self.button.clicked.connect(self._on_plan)

    def _on_plan(self) -> None:
        self.plan_requested.emit(self.row.student.trajectory_id, self.row.instead_of)


def _more_button(about: str, *, name: str) -> IconButton:
    words = QCoreApplication.translate("TodayLines", "More")
    button = IconButton("dots", name=words)
    button.setAccessibleName(f"{words}, {about}")
    button.setObjectName(name)
    return button


def _letters(student: StudentName) -> str:
    return initials(student.name, call_name=student.call_name)
