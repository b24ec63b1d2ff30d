"""The head of the page of growth plans: which plan, how long there still is, and what one can do with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.services.growth_plan_views import PlanPage, PlanView
from wpl_desktop.ui import theme
from wpl_desktop.ui.growth_plan import plan_words
from wpl_desktop.ui.growth_plan.plan_fields import QuietBox
from wpl_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.card import Card, Hint
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label
from wpl_desktop.ui.widgets.moments import DayEdit


class PlanHead(QWidget):
    """Which plan it is, how long there still is, and the buttons."""

    chosen = Signal(object)
    print_requested = Signal()
    blank_requested = Signal()
    begin_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = section_label("")
        self.facts = muted_label("")
        self.time = muted_label("")
        self.short = Hint("", icon="clock")
        self.plans: QuietBox | None = None
        self.begin_button = quiet_button(self.tr("Begin another plan"), icon="plus")
        self.delete_button = quiet_button(self.tr("Delete"), icon="trash", muted=True)
        self.blank_button = quiet_button(self.tr("Empty form…"), icon="print")
        self.print_button = primary_button(self.tr("Print…"), icon="print")
        self._choice = QHBoxLayout()
        self._buttons = QWidget()
        self._assemble()
        self._connect()

    def show_plan(self, page: PlanPage, view: PlanView, *, joint: bool) -> None:
        """Show which plan it is; while the student looks along nothing is deleted."""
        self.title.setText(plan_words.heading(view.row))
        facts, sentence = plan_words.facts(view), plan_words.time_sentence(view)
        is_short = plan_words.is_time_short(view)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        self.time.setText(sentence)
        self.time.setVisible(not is_short)
        self.short.set_text(sentence)
        self.short.setVisible(is_short)
        self._show_choice(page, view)
        self.title.show()
        self.begin_button.setVisible(page.can_begin)
        self.delete_button.setVisible(not joint)
        self.print_button.show()
        self._flow_again()

    def show_empty(self) -> None:
        """Only the form for a pen."""
        for part in (self.title, self.facts, self.time, self.short):
            part.hide()
        self._drop_choice()
        for button in (self.begin_button, self.delete_button, self.print_button):
            button.hide()
        self._flow_again()

    def focus_first(self) -> None:
        """The button that prints."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits, in reading order."""
        choice: list[QWidget] = [] if self.plans is None else [self.plans]
        return [*choice, self.print_button, self.blank_button, self.begin_button, self.delete_button]

    def _assemble(self) -> None:
        self._flow = FlowLayout(self._buttons, gap=theme.scaled(12), line_gap=theme.scaled(8))
        for button in (self.print_button, self.blank_button, self.begin_button, self.delete_button):
            self._flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._choice.setSpacing(theme.scaled(12))
        self._choice.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addLayout(self._choice)
        column.addWidget(self.facts)
        column.addWidget(self.time)
        column.addWidget(self.short)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_requested)
        self.blank_button.clicked.connect(self.blank_requested)
        self.begin_button.clicked.connect(self.begin_requested)
        self.delete_button.clicked.connect(self.delete_requested)

    def _flow_again(self) -> None:
        self._flow.invalidate()
        self._buttons.updateGeometry()

    def _show_choice(self, page: PlanPage, view: PlanView) -> None:
        self._drop_choice()
        if len(page.plans) < 2:
            return
        box = QuietBox(
            [(row.id, plan_words.heading(row)) for row in page.plans], name=self.tr("Which growth plan")
        )
        box.set_value(view.row.id)
        box.chosen.connect(self.chosen)
        self._choice.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        self.plans = box

    def _drop_choice(self) -> None:
        if self.plans is not None:
            self._choice.removeWidget(self.plans)
            self.plans.hide()
            self.plans.deleteLater()
            self.plans = None


class NotTold(Card):
    """Asks before a plan is printed whether the student knows of it; one may print all the same."""

    told = Signal(object)
    print_anyway = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="hint", parent=parent)
        self.question = Label("")
        self.day = DayEdit()
        self.day.setAccessibleName(self.tr("Told on"))
        self.told_button = plain_button(self.tr("Note it and print"), icon="print")
        self.anyway_button = quiet_button(self.tr("Print all the same"))
        answers = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        answers.setSizePolicy(policy)
        row = FlowLayout(answers, gap=theme.scaled(12), line_gap=theme.scaled(8))
        for widget in (self.day, self.told_button, self.anyway_button):
            row.addWidget(widget)
        self.add(self.question)
        self.add(answers)
        self.told_button.clicked.connect(lambda: self.told.emit(self.day.value()))
        self.anyway_button.clicked.connect(self.print_anyway)

    def ask(self, call_name: str, *, today: date) -> None:
        """Ask, and put the keyboard on the day."""
        self.question.setText(
            self.tr(
                "Does {name} know of this plan? Note since when: who it is about hears of it first."
            ).format(name=call_name)
        )
        self.day.set_value(today)
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits, in reading order."""
        return [self.day, self.told_button, self.anyway_button]
