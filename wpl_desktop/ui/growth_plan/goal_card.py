"""One goal of a growth plan: what, with whose support, by when, what if not, and what became of it."""

from __future__ import annotations

import uuid
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from wpl_desktop.domain.growth_plans import GoalDay, GoalOutcome, GoalPart
from wpl_desktop.services.growth_plan_views import GoalRow
from wpl_desktop.texts_talks import goal_outcome_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.growth_plan.plan_fields import PartDay, PartText, QuietBox
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import Label


class GoalCard(Card):
    """A goal in two columns, which go below each other in a narrow window."""

    typed = Signal(object, object)
    ticked = Signal(object, object)
    left = Signal()
    settled = Signal(object, object)
    remove_requested = Signal(object)

    def __init__(self, goal: GoalRow, *, number: int, today: date) -> None:
        super().__init__()
        self.goal_id: uuid.UUID = goal.id
        self._today = today
        name = self.tr("Goal {number}").format(number=number)
        self._heading = Label(name, role="strong")
        self.remove_button = IconButton("trash", name=self.tr("Remove {goal}").format(goal=name.lower()))
        self.text = PartText(
            GoalPart.TEXT, self.tr("What will be seen?"), hint=self.tr("One thing, small enough to see.")
        )
        self.support = PartText(
            GoalPart.SUPPORT,
            self.tr("Which support, and by whom?"),
            hint=self.tr("A goal without support is no goal."),
        )
        self.consequence = PartText(
            GoalPart.CONSEQUENCE,
            self.tr("What if it does not work out?"),
            hint=self.tr("In plain words, and who decides."),
        )
        self.due = PartDay(GoalDay.DUE_ON, self.tr("By a day"), proposal=today)
        self.outcome = QuietBox(
            [(outcome, goal_outcome_name(outcome, translate)) for outcome in GoalOutcome],
            name=self.tr("What became of {goal}").format(goal=name.lower()),
        )
        self.outcome_day = PartDay(GoalDay.OUTCOME_ON, self.tr("On a day"), proposal=today)
        self.outcome_words = PartText(GoalPart.OUTCOME_WORDS, self.tr("What became of it, in words"))
        self._rows = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(3)]
        self._assemble()
        self._connect()
        self.set_goal(goal, proposal=today, is_open=True)

    def texts(self) -> list[PartText]:
        """The texts in reading order."""
        return [self.text, self.support, self.consequence, self.outcome_words]

    def days(self) -> list[PartDay]:
        """The days in reading order."""
        return [self.due, self.outcome_day]

    def set_goal(self, goal: GoalRow, *, proposal: date, is_open: bool) -> None:
        """Show what is kept; `proposal` is the day by which, when one is ticked."""
        for text in self.texts():
            text.set_text(getattr(goal, text.part.value), record_id=goal.id)
            text.set_open(is_open)
        self.due.set_value(goal.due_on, proposal=proposal, record_id=goal.id)
        self.outcome_day.set_value(goal.outcome_on, proposal=self._today, record_id=goal.id)
        for day in self.days():
            day.set_open(is_open)
        self.outcome.set_value(goal.outcome)
        self.outcome.setEnabled(is_open)
        self.remove_button.setVisible(is_open)
        has_ended = goal.outcome is not GoalOutcome.OPEN
        self.outcome_day.setVisible(has_ended)
        self.outcome_words.setVisible(has_ended)

    def set_wide(self, wide: bool) -> None:
        """Side by side, or below each other."""
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(direction)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.remove_button)
        first, second, third = self._rows
        for row in self._rows:
            row.setSpacing(theme.scaled(16))
        first.addWidget(self.text, 1)
        first.addWidget(self.support, 1)
        second.addWidget(self.consequence, 1)
        by = QVBoxLayout()
        by.setSpacing(theme.scaled(6))
        by.addWidget(Label(self.tr("When?"), role="button"))
        by.addWidget(self.due)
        by.addStretch(1)
        second.addLayout(by, 1)
        ended = QVBoxLayout()
        ended.setSpacing(theme.scaled(6))
        label = Label(self.tr("What became of it?"), role="button")
        label.setBuddy(self.outcome)
        ended.addWidget(label)
        ended.addWidget(self.outcome, 0, Qt.AlignmentFlag.AlignLeft)
        ended.addWidget(self.outcome_day)
        ended.addStretch(1)
        third.addLayout(ended, 1)
        third.addWidget(self.outcome_words, 1)
        self.column.addLayout(head)
        for row in self._rows:
            self.column.addLayout(row)
        self.column.setSpacing(theme.scaled(12))

    def _connect(self) -> None:
        for text in self.texts():
            text.typed.connect(self.typed)
            text.left.connect(self.left)
        for day in self.days():
            day.typed.connect(self.typed)
            day.ticked.connect(self.ticked)
        self.outcome.chosen.connect(self._on_chosen)
        self.remove_button.clicked.connect(self._on_remove)

    def _on_chosen(self, outcome: GoalOutcome) -> None:
        self.settled.emit(self.goal_id, outcome)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self.goal_id)
