"""The page of a student's growth plans: written together, printed, and kept out of everything else."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.growth_plans import GoalOutcome, PlanDay
from wpl_desktop.domain.people import initials
from wpl_desktop.services.growth_plan_views import CONCERN, PlanPage, PlanView
from wpl_desktop.texts import error_message
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.growth_plan.plan_form import PlanForm
from wpl_desktop.ui.growth_plan.plan_head import NotTold, PlanHead
from wpl_desktop.ui.growth_plan.plan_keeper import PartKey, PlanKeeper, Value
from wpl_desktop.ui.growth_plan.plan_printing import print_blank, print_plan
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import MessageLine

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.growth_plans import GrowthPlans

#: From this width on parts stand side by side.
BESIDE_FROM = 1000


class GrowthPlanPage(Page):
    """One student's growth plans, one at a time; what is typed is kept by itself within 2 s.

    On a screen at which the student looks along it may be shown: it is the student's own, and made together.
    """

    shows: ClassVar[frozenset[str]] = frozenset(
        {"GrowthPlan", "GrowthGoal", "Trajectory", "TrajectoryRole", "Person", "Round", "Conversation"}
    )
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trajectory_id: uuid.UUID | None = None
        self._conversation_id: uuid.UUID | None = None
        self._plan_id: uuid.UUID | None = None
        self._page: PlanPage | None = None
        self.keeper = PlanKeeper(lambda: self._bundle().growth_plans, origin=self)
        self.head = PlanHead()
        self.not_told = NotTold()
        self.trouble = MessageLine()
        self.form: PlanForm | None = None
        self.nothing = EmptyState("", action=self.tr("Begin a growth plan"), icon="seed")
        self._content = ContentArea(top=16, bottom=24)
        self._scroll = QScrollArea()
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show a growth plan of `trajectory_id`: `plan_id`, else that of `conversation_id`, else the newest."""
        trajectory_id = arguments.get("trajectory_id")
        if not isinstance(trajectory_id, uuid.UUID):
            return False
        self.flush()
        self._trajectory_id = trajectory_id
        plan_id, talk_id = arguments.get("plan_id"), arguments.get("conversation_id")
        self._conversation_id = talk_id if isinstance(talk_id, uuid.UUID) else None
        self._plan_id = plan_id if isinstance(plan_id, uuid.UUID) else None
        self.not_told.hide()
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()
        return True

    def title(self) -> str:
        """The student's name."""
        return self._page.student_name if self._page is not None else self.tr("Growth plan")

    def subtitle(self) -> str:
        """What this page is."""
        return self.tr("Growth plan") if self._page is not None else ""

    def initials(self) -> str:
        """Initials for the avatar before the title."""
        if self._page is None:
            return ""
        return initials(self._page.student_name, call_name=self._page.call_name)

    def subject(self) -> dict[str, object]:
        """Whose plan it is."""
        return {} if self._page is None else {"trajectory_id": self._page.trajectory_id}

    def place(self) -> dict[str, object]:
        """The plan that is shown."""
        view = self._view()
        return self.subject() if view is None else {**self.subject(), "plan_id": view.row.id}

    @property
    def back_target(self) -> str | None:
        """The student; without one all of them, unless a student looks along."""
        if self._page is not None:
            return "student"
        return None if joint_screen.is_on() else "students"

    @property
    def back_arguments(self) -> dict[str, object]:
        """Which student."""
        return self.subject()

    def refresh(self) -> None:
        """Show the plan as it is kept now; what waits to be kept goes first and is never overwritten."""
        if self._trajectory_id is None:
            self._show_nothing()
            return
        self.keeper.flush()
        try:
            self._page = self._bundle().growth_plans.page(
                self._trajectory_id, plan_id=self._plan_id, conversation_id=self._conversation_id
            )
        except DomainError:
            self._page = None
        except EnvironmentTrouble as error:
            self._say(error_message(error, translate))
            return
        view = self._view()
        self._plan_id = None if view is None else view.row.id
        if view is None:
            self.keeper.forget()
            self._show_nothing()
        else:
            self._show_plan(view)
        self.heading_changed.emit()

    def flush(self) -> bool:
        """Put everything that was typed on disk now; True when nothing is left waiting."""
        return self.keeper.flush()

    def focus_first(self) -> None:
        """The facts, or the button that begins a plan."""
        if self.form is not None and self._view() is not None:
            self.form.facts.area.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.nothing.button.isVisibleTo(self):
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.flush()
        super().hideEvent(event)

    # Slots

    def _on_begin(self) -> None:
        trajectory_id = self._trajectory_id
        if trajectory_id is None or not self.keeper.flush():
            return
        talk_id = self._conversation_id

        def begin() -> None:
            self._plan_id = self._bundle().growth_plans.begin(
                trajectory_id, conversation_id=talk_id, origin=self
            )

        if self._try(begin):
            self._after_change()
            self.focus_first()

    def _on_chosen(self, plan_id: object) -> None:
        self.keeper.flush()
        self._plan_id = cast("uuid.UUID", plan_id)
        self.refresh()

    def _on_typed(self, key: PartKey, value: Value) -> None:
        self.keeper.later(key, value)

    def _on_ticked(self, key: PartKey, value: Value) -> None:
        if self.keeper.now(key, value):
            self.refresh()

    def _on_settled(self, goal_id: uuid.UUID, outcome: GoalOutcome) -> None:
        self._change(
            lambda plans: plans.settle_goal(
                goal_id, outcome, version=self.keeper.version(goal_id), origin=self
            )
        )

    def _on_goal_added(self) -> None:
        view, form = self._view(), self.form
        if view is None or form is None or not self.keeper.flush():
            return
        try:
            self._bundle().growth_plans.add_goal(view.row.id, origin=self)
        except DomainError as error:
            form.say_of_goals(error_message(error, translate))
            return
        self._after_change()
        form.goals[-1].text.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_goal_removed(self, goal_id: uuid.UUID) -> None:
        self._change(
            lambda plans: plans.remove_goal(goal_id, version=self.keeper.version(goal_id), origin=self)
        )
        if self.form is not None:
            self.form.add_goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_review(self) -> None:
        """Plan the talk on the day that was chosen, else on the day that is proposed, at the usual hour."""
        view = self._view()
        if view is None or not self.keeper.flush():
            return
        day = max(view.review_on or view.proposed_review_on, self._today())
        usual = self._bundle().conversations.suggested_start(view.row.trajectory_id)
        arguments: dict[str, object] = {
            "trajectory_id": view.row.trajectory_id,
            "type_key": CONCERN,
            "starts_at": datetime.combine(day, usual.time()),
        }
        self.open_requested.emit("plan_dialog", arguments)

    def _on_talk(self) -> None:
        view = self._view()
        if view is not None and view.review_talk is not None:
            arguments: dict[str, object] = {"conversation_id": view.review_talk[0]}
            self.open_requested.emit("conversation", arguments)

    def _on_report_chosen(self, chosen: bool) -> None:
        view = self._view()
        if view is not None:
            plan_id = view.row.id
            self._change(
                lambda plans: plans.set_in_report(
                    plan_id, chosen=chosen, version=self.keeper.version(plan_id), origin=self
                )
            )

    def _on_close(self) -> None:
        view = self._view()
        if view is not None:
            plan_id = view.row.id
            self._change(
                lambda plans: plans.close(plan_id, version=self.keeper.version(plan_id), origin=self)
            )
            self.head.focus_first()

    def _on_open_again(self) -> None:
        view = self._view()
        if view is not None:
            plan_id = view.row.id
            self._change(
                lambda plans: plans.open_again(plan_id, version=self.keeper.version(plan_id), origin=self)
            )

    def _on_delete(self) -> None:
        view = self._view()
        if view is None or not self.keeper.flush():
            return
        plan_id, version = view.row.id, self.keeper.version(view.row.id)
        if self._try(
            lambda: self._bundle().removal.delete_growth_plan(plan_id, version=version, origin=self)
        ):
            self._plan_id = None
            self._after_change()
            self.focus_first()

    def _on_print(self) -> None:
        """Print at once when the student knows; else ask first, in place."""
        view = self._view()
        if view is None or not self.keeper.flush():
            return
        if view.told_on is None:
            self.not_told.ask(self._page.call_name if self._page is not None else "", today=self._today())
        else:
            print_plan(self, self._bundle(), view.row.id)

    def _on_print_anyway(self) -> None:
        view = self._view()
        self.not_told.hide()
        if view is not None:
            print_plan(self, self._bundle(), view.row.id)

    def _on_told(self, day: date) -> None:
        view = self._view()
        self.not_told.hide()
        if view is None:
            return
        if self.keeper.now(PartKey(record_id=view.row.id, part=PlanDay.TOLD_ON), day):
            self.refresh()
            print_plan(self, self._bundle(), view.row.id)

    def _on_blank(self) -> None:
        if self._trajectory_id is not None:
            print_blank(self, self._bundle(), self._trajectory_id)

    def _on_kept(self) -> None:
        self._say("")
        self.saved.emit()

    def _on_both_kept(self, key: PartKey, text: str) -> None:
        if self.form is not None:
            self.form.set_both(key, text)

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _today(self) -> date:
        return self._bundle().clock.local().date()

    def _view(self) -> PlanView | None:
        return self._page.plan if self._page is not None else None

    def _assemble(self) -> None:
        self._content.setMinimumHeight(1)
        for part in (self.nothing, self.head, self.not_told, self.trouble):
            self._content.body.addWidget(part)
            part.hide()
        self._content.body.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _connect(self) -> None:
        self.head.chosen.connect(self._on_chosen)
        self.head.print_requested.connect(self._on_print)
        self.head.blank_requested.connect(self._on_blank)
        self.head.begin_requested.connect(self._on_begin)
        self.head.delete_requested.connect(self._on_delete)
        self.not_told.told.connect(self._on_told)
        self.not_told.print_anyway.connect(self._on_print_anyway)
        self.nothing.triggered.connect(self._on_begin)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._show_error)
        self.keeper.both_kept.connect(self._on_both_kept)

    def _make_form(self) -> PlanForm:
        form = PlanForm(today=self._today())
        form.typed.connect(self._on_typed)
        form.ticked.connect(self._on_ticked)
        form.left.connect(self.keeper.flush)
        form.settled.connect(self._on_settled)
        form.goal_added.connect(self._on_goal_added)
        form.goal_removed.connect(self._on_goal_removed)
        form.review_requested.connect(self._on_review)
        form.talk_requested.connect(self._on_talk)
        form.report_chosen.connect(self._on_report_chosen)
        form.close_requested.connect(self._on_close)
        form.open_requested.connect(self._on_open_again)
        self._content.body.insertWidget(self._content.body.count() - 1, form)
        return form

    def _show_plan(self, view: PlanView) -> None:
        page = cast("PlanPage", self._page)
        if self.form is None:
            self.form = self._make_form()
        self.keeper.show(view)
        self.head.show_plan(page, view, joint=joint_screen.is_on())
        self.form.show_plan(view)
        self.form.say_of_goals("")
        self.nothing.hide()
        self.head.show()
        self.form.show()
        self._arrange()
        for before, after in pairwise(
            [*self.head.tab_stops(), *self.not_told.tab_stops(), *self.form.tab_stops()]
        ):
            QWidget.setTabOrder(before, after)

    def _show_nothing(self) -> None:
        page = self._page
        self.head.setVisible(page is not None and not page.apart)
        self.not_told.hide()
        if self.form is not None:
            self.form.hide()
        self.nothing.set_text(self._empty_words())
        self.nothing.button.setVisible(page is not None and page.can_begin)
        self.nothing.show()
        if page is not None:
            self.head.show_empty()

    def _empty_words(self) -> str:
        page = self._page
        if page is None:
            return filled(
                self.tr("This {student} is not here any more. What was deleted stays in the bin for 30 days.")
            )
        if page.apart and page.plans:
            return self.tr("There is a growth plan. What it says is for the coach: you assess apart.")
        if page.apart:
            return self.tr("Growth plans are made with the coach: you assess apart.")
        return filled(
            self.tr(
                "When it is hard, a growth plan brings facts, what lies with whom, and at most three goals with "
                "support. You begin it, with the {student}; the program never does. It is in no list, and in no "
                "report unless you choose so."
            )
        )

    def _arrange(self) -> None:
        if self.form is not None:
            self.form.set_wide(self.width() >= theme.scaled(BESIDE_FROM))

    def _change(self, act: Callable[[GrowthPlans], object]) -> None:
        """Change what is kept, after everything that was typed; then show it as it is."""
        if self.keeper.flush() and self._try(lambda: act(self._bundle().growth_plans)):
            self._after_change()

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            self.refresh()
            self._show_error(error)
            return False
        return True

    def _after_change(self) -> None:
        self._say("")
        self.saved.emit()
        self.refresh()

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        self._say(self.tr("Not saved yet. {reason}").format(reason=error_message(error, translate)))

    def _say(self, text: str) -> None:
        self.trouble.set_text(text)
        self.trouble.setVisible(bool(text))
