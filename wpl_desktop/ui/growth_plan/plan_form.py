"""The form of a growth plan: facts, three columns, goals, who knows, looking back, and the end."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.growth_plans import PlanDay, PlanPart
from wpl_desktop.services import content
from wpl_desktop.services.growth_plan_views import PlanView
from wpl_desktop.ui import theme
from wpl_desktop.ui.growth_plan.goal_card import GoalCard
from wpl_desktop.ui.growth_plan.plan_fields import PartDay, PartText
from wpl_desktop.ui.growth_plan.plan_keeper import PartKey
from wpl_desktop.ui.language import clock_time, filled, language, weekday_and_day
from wpl_desktop.ui.widgets.buttons import plain_button, quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import muted_label, section_label


class PlanForm(QWidget):
    """Everything that is written in one plan; what is typed is told as key and value."""

    typed = Signal(object, object)
    ticked = Signal(object, object)
    left = Signal()
    settled = Signal(object, object)
    goal_added = Signal()
    goal_removed = Signal(object)
    review_requested = Signal()
    talk_requested = Signal()
    report_chosen = Signal(bool)
    close_requested = Signal()
    open_requested = Signal()

    def __init__(self, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._wide = True
        self.goals: list[GoalCard] = []
        self.both_note = MessageLine(icon="info")
        self.facts = PartText(
            PlanPart.FACTS,
            self.tr("What was seen or heard, and when?"),
            hint=self.tr("Facts with a day; no opinions, and nothing that somebody else must say."),
            least_lines=4,
        )
        self.columns = [
            PartText(
                PlanPart.WITH_STUDENT, filled(self.tr("With the {student}")), shape="circle", least_lines=4
            ),
            PartText(PlanPart.WITH_WORKPLACE, self.tr("With the workplace"), shape="square", least_lines=4),
            PartText(PlanPart.WITH_INSTITUTE, self.tr("With the institute"), shape="triangle", least_lines=4),
        ]
        self.add_goal = quiet_button(self.tr("Add goal"), icon="plus")
        self.goal_message = MessageLine()
        self.told = PartDay(
            PlanDay.TOLD_ON, filled(self.tr("The {student} knows of it, told on")), proposal=today
        )
        self.informed = PartText(
            PlanPart.INFORMED,
            self.tr("Who else knows?"),
            hint=self.tr("Names, and since when. Only who has to do something with it."),
        )
        self.review = PartDay(PlanDay.REVIEW_ON, self.tr("We look back on"), proposal=today)
        self.review_button = plain_button(self.tr("Plan the talk to look back"), icon="agenda")
        self.review_talk = quiet_button("", icon="talk")
        self.in_report = QCheckBox(self.tr("Goals, support and outcome go into the final report"))
        self.report_note = muted_label("")
        self.closing = PartText(PlanPart.CLOSING, self.tr("Words to close with"))
        self.close_button = plain_button(self.tr("Close the plan"), icon="check")
        self.open_button = plain_button(self.tr("Open again"), icon="restore")
        self._goal_column = QVBoxLayout()
        self._rows = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(3)]
        self._assemble()
        self._connect()

    def show_plan(self, view: PlanView) -> None:
        """Show what is kept of one plan; the same plan keeps its cursors."""
        plan_id = view.row.id
        is_open = view.row.closed_on is None
        for text in self._texts():
            text.set_text(getattr(view, text.part.value), record_id=plan_id)
            text.set_open(is_open or text in (self.closing, self.informed))
        self._show_goals(view, is_open=is_open)
        self.told.set_value(view.told_on, proposal=self._today, record_id=plan_id)
        self.review.set_value(view.review_on, proposal=view.proposed_review_on, record_id=plan_id)
        self.review.set_open(is_open)
        planned = view.review_talk
        self.review_button.setVisible(is_open and planned is None)
        self.review_talk.setVisible(planned is not None)
        if planned is not None:
            words = self.tr("Planned: {day}, {time}")
            self.review_talk.setText(
                words.format(day=weekday_and_day(planned[1].date()), time=clock_time(planned[1]))
            )
        self.in_report.setChecked(view.in_report)
        self.in_report.setEnabled(view.told_on is not None)
        self.report_note.setText(self._report_words(view))
        self.close_button.setVisible(is_open)
        self.open_button.setVisible(not is_open)

    def say_of_goals(self, text: str) -> None:
        """Say below the goals why one cannot be added, or take that away with an empty text."""
        self.goal_message.set_text(text)
        self.goal_message.setVisible(bool(text))

    def set_both(self, key: PartKey, text: str) -> None:
        """Show a text that has become two, and say so until one types on."""
        texts = [*self._texts(), *(found for card in self.goals for found in card.texts())]
        for found in texts:
            if (found.record_id, found.part) == (key.record_id, key.part):
                found.set_text(text, record_id=key.record_id)
        self.both_note.set_text(self.tr("Something was written here elsewhere too; both texts are kept."))
        self.both_note.show()

    def set_wide(self, wide: bool) -> None:
        """Side by side, or below each other in a narrow window."""
        self._wide = wide
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(direction)
        for card in self.goals:
            card.set_wide(wide)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits, in reading order."""
        stops: list[QWidget] = [self.facts.area, *(column.area for column in self.columns)]
        for card in self.goals:
            stops += [card.remove_button, card.text.area, card.support.area, card.consequence.area]
            stops += [
                card.due.tick,
                card.due.edit,
                card.outcome,
                card.outcome_day.tick,
                card.outcome_day.edit,
            ]
            stops.append(card.outcome_words.area)
        stops += [self.add_goal, self.told.tick, self.told.edit, self.informed.area]
        stops += [self.review.tick, self.review.edit, self.review_button, self.review_talk]
        return [*stops, self.in_report, self.closing.area, self.close_button, self.open_button]

    # Internals

    def _texts(self) -> list[PartText]:
        return [self.facts, *self.columns, self.informed, self.closing]

    def _assemble(self) -> None:
        columns, people, end = self._rows
        for row in self._rows:
            row.setSpacing(theme.scaled(16))
        facts = Card()
        facts.add(section_label(self.tr("Facts")))
        facts.add(self.facts)
        facts.add(muted_label(content.text("sensitive_data_prompt", language())))
        facts.add(muted_label(filled(content.text("pupil_prompt", language()))))
        whom = Card()
        whom.add(section_label(self.tr("What lies with whom")))
        for column in self.columns:
            columns.addWidget(column, 1)
        whom.column.addLayout(columns)
        self._goal_column.setSpacing(theme.scaled(12))
        self.goal_message.hide()
        self.both_note.hide()
        people.addWidget(self._who_card(), 1)
        people.addWidget(self._review_card(), 1)
        end.addWidget(self._report_card(), 1)
        end.addWidget(self._closing_card(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(16))
        column.addWidget(self.both_note)
        column.addWidget(facts)
        column.addWidget(whom)
        column.addLayout(self._goal_head())
        column.addLayout(self._goal_column)
        column.addWidget(self.add_goal, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.goal_message)
        column.addLayout(people)
        column.addLayout(end)

    def _goal_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(theme.scaled(2))
        head.addWidget(section_label(self.tr("Goals")))
        head.addWidget(
            muted_label(self.tr("At most three: each with support, a day, and what follows if not."))
        )
        return head

    def _who_card(self) -> Card:
        card = Card()
        card.add(section_label(self.tr("Who knows")))
        card.add(self.told)
        card.add(self.informed)
        card.column.addStretch(1)
        return card

    def _review_card(self) -> Card:
        card = Card()
        card.add(section_label(self.tr("Looking back")))
        card.add(self.review)
        card.add(muted_label(self.tr("Halfway is a good moment: there is still time to change something.")))
        row = QHBoxLayout()
        row.addWidget(self.review_button)
        row.addWidget(self.review_talk)
        row.addStretch(1)
        card.column.addLayout(row)
        card.column.addStretch(1)
        return card

    def _report_card(self) -> Card:
        card = Card()
        card.add(section_label(self.tr("In the final report")))
        card.add(self.in_report)
        card.add(self.report_note)
        card.column.addStretch(1)
        return card

    def _closing_card(self) -> Card:
        card = Card()
        card.add(section_label(self.tr("Closing")))
        card.add(self.closing)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        card.column.addLayout(row)
        card.column.addStretch(1)
        return card

    def _connect(self) -> None:
        self.typed.connect(self.both_note.hide)
        for text in self._texts():
            text.typed.connect(self.typed)
            text.left.connect(self.left)
        for day in (self.told, self.review):
            day.typed.connect(self.typed)
            day.ticked.connect(self.ticked)
        self.add_goal.clicked.connect(self.goal_added)
        self.review_button.clicked.connect(self.review_requested)
        self.review_talk.clicked.connect(self.talk_requested)
        self.in_report.clicked.connect(self.report_chosen)
        self.close_button.clicked.connect(self.close_requested)
        self.open_button.clicked.connect(self.open_requested)

    def _show_goals(self, view: PlanView, *, is_open: bool) -> None:
        if [card.goal_id for card in self.goals] != [goal.id for goal in view.goals]:
            for card in self.goals:
                self._goal_column.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.goals = [
                GoalCard(goal, number=number, today=self._today)
                for number, goal in enumerate(view.goals, start=1)
            ]
            for card in self.goals:
                self._add_card(card)
        for card, goal in zip(self.goals, view.goals, strict=True):
            card.set_goal(goal, proposal=view.review_on or view.proposed_review_on, is_open=is_open)
        self.add_goal.setVisible(is_open)

    def _add_card(self, card: GoalCard) -> None:
        card.set_wide(self._wide)
        card.typed.connect(self.typed)
        card.ticked.connect(self.ticked)
        card.left.connect(self.left)
        card.settled.connect(self.settled)
        card.remove_requested.connect(self.goal_removed)
        self._goal_column.addWidget(card)

    def _report_words(self, view: PlanView) -> str:
        if view.told_on is None:
            return filled(self.tr("Only when the {student} knows of the plan: note first when that was."))
        return filled(
            self.tr("Off, unless you choose it. Facts, columns and what follows if not stay out of it.")
        )
