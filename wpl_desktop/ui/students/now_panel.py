"""Beside a timeline: the next step, what is open, and when one last spoke."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.words import capital
from wpl_desktop.services.timeline_entries import AgreementStep, RoundEvent, StudentTimeline, Talk
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, clock_time, day_and_month, weekday_and_day
from wpl_desktop.ui.students.timeline_words import agreement_facts, round_waits_words
from wpl_desktop.ui.widgets.buttons import Button, plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.card import Card, ListBox
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label

WIDTH = 320
_MOST_AGREEMENTS = 3


class NowPanel(QWidget):
    """Three short blocks about one student; asks for pages and dialogs by signal and reads nothing by itself."""

    open_requested = Signal(str, dict)
    move_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[Button] = []
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.scaled(4))

    def show_timeline(self, timeline: StudentTimeline) -> None:
        """Show this student's now."""
        self.buttons = []
        self._parts = []
        _clear(self._column)
        self._head(self.tr("Now"))
        self._put(self._next(timeline))
        self._column.addSpacing(theme.scaled(12))
        self._head(self.tr("Open"))
        self._put(self._open(timeline))
        self._column.addSpacing(theme.scaled(12))
        self._head(self.tr("Last conversation"))
        self._put(self._last(timeline))
        self._column.addStretch(1)
        # A layout shows what is new with the next events: until then the column would be empty for a moment.
        for part in self._parts:
            part.show()

    # Internals

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)

    def _head(self, text: str) -> None:
        label = section_label(text)
        label.setMinimumHeight(theme.scaled(32))
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._put(label)

    def _next(self, timeline: StudentTimeline) -> Card:
        card = Card(padding=(12, 16))
        card.column.setSpacing(theme.scaled(2))
        talk = timeline.next_talk
        if talk is None:
            if timeline.closed:
                card.add(muted_label(self.tr("This trajectory is closed.")))
                return card
            card.add(muted_label(self.tr("No conversation planned yet.")))
            plan = primary_button(self.tr("Plan conversation"))
            plan.clicked.connect(
                lambda: self.open_requested.emit("plan_dialog", {"trajectory_id": timeline.trajectory_id})
            )
            card.column.addSpacing(theme.scaled(8))
            card.column.addLayout(self._button_row(plan))
            return card
        card.add(muted_label(self.tr("Next step")))
        card.add(Label(f"{capital(weekday_and_day(talk.on))}, {clock_time(talk.starts_at)}", role="strong"))
        card.add(Label(chosen(talk.name)))
        prepare = plain_button(self.tr("Prepare"), icon="note")
        move = quiet_button(self.tr("Move"))
        prepare.clicked.connect(
            lambda: self.open_requested.emit("conversation", {"conversation_id": talk.id})
        )
        move.clicked.connect(lambda: self.move_requested.emit(talk.id))
        card.column.addSpacing(theme.scaled(8))
        card.column.addLayout(self._button_row(prepare, move))
        return card

    def _button_row(self, *buttons: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(8))
        for button in buttons:
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        return row

    def _open(self, timeline: StudentTimeline) -> ListBox:
        box = ListBox()
        for waiting in timeline.waiting:
            box.add_row(self._waiting_row(waiting))
        box.add_row(self._agreements_row(timeline.open_agreements, today=timeline.today))
        return box

    def _waiting_row(self, event: RoundEvent) -> QWidget:
        row = _Row("evaluations")
        row.words.addWidget(Label(round_waits_words(event)))
        if Perspective.WORKPLACE not in event.ready:
            text = self.tr("Fill in")
            button = quiet_button(text)
            button.setAccessibleName(f"{text}, {round_waits_words(event)}")
            arguments = {
                "round_id": event.round_id,
                "perspective": Perspective.WORKPLACE,
                "strand": Strand.STUDENT_PART,
            }
            button.clicked.connect(lambda: self.open_requested.emit("score_sheet", arguments))
            self.buttons.append(button)
            row.across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _agreements_row(self, agreements: Sequence[AgreementStep], *, today: date) -> QWidget:
        row = _Row("check")
        if not agreements:
            row.words.addWidget(Label(self.tr("No open agreements")))
            return row
        if len(agreements) == 1:
            row.words.addWidget(Label(self.tr("1 open agreement")))
        else:
            row.words.addWidget(Label(self.tr("{count} open agreements").format(count=len(agreements))))
        for step in agreements[:_MOST_AGREEMENTS]:
            row.words.addSpacing(theme.scaled(4))
            row.words.addWidget(Label(step.text, role="secondary"))
            facts = Label(agreement_facts(step), role="secondary", tone="muted")
            if step.due_on is not None and step.due_on < today:
                facts.set_tone("amber")
                row.words.addLayout(_with_clock(facts))
            else:
                row.words.addWidget(facts)
        return row

    def _last(self, timeline: StudentTimeline) -> Card:
        card = Card(padding=(12, 16))
        card.column.setSpacing(theme.scaled(2))
        held = [talk for talk in timeline.talks if talk.state is ConversationState.HELD]
        if held:
            last = held[0].on
            day, days = day_and_month(last, full=True), (timeline.today - last).days
            # Rounded off before its day: then there is only the day to say.
            card.add(
                Label(self.tr("{day}, {ago}").format(day=day, ago=self._ago(days)) if days >= 0 else day)
            )
        else:
            card.add(muted_label(self.tr("No conversation has taken place yet.")))
        if timeline.talks:
            card.add(muted_label(self._how_many(timeline.talks, held=len(held))))
        return card

    def _ago(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        if days == 1:
            return self.tr("yesterday")
        return self.tr("{days} days ago").format(days=days)

    def _how_many(self, talks: Sequence[Talk], *, held: int) -> str:
        """How many of the planned conversations took place: a fact, and nobody's fault."""
        if held < len(talks):
            text = self.tr("{held} of the {all} planned conversations took place.")
            return text.format(held=held, all=len(talks))
        if held == 1:
            return self.tr("The planned conversation took place.")
        return self.tr("All {all} planned conversations took place.").format(all=held)


class _Row(QWidget):
    """An icon and words in the box of what is open; put words into `words`, a button into `across`."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.across = QHBoxLayout(self)
        down, edge = theme.scaled(10), theme.scaled(12)
        self.across.setContentsMargins(edge, down, edge, down)
        self.across.setSpacing(theme.scaled(12))
        self.across.addWidget(IconMark(icon, tone="on_soft"), 0, Qt.AlignmentFlag.AlignTop)
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        self.across.addLayout(self.words, 1)


def _with_clock(label: Label) -> QHBoxLayout:
    """A date that has passed: amber, and always with an icon."""
    row = QHBoxLayout()
    row.setSpacing(theme.scaled(6))
    row.addWidget(IconMark("clock", tone="amber", size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return row


def _clear(layout: QLayout) -> None:
    """Take everything out of a layout, its widgets too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _clear(inner)
            inner.deleteLater()
