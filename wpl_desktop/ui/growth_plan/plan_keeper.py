"""Keeps the texts and days of a growth plan by itself, each on the version it was typed on."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.growth_plans import GoalDay, GoalPart, PlanDay, PlanPart
from wpl_desktop.services.growth_plan_views import PlanView
from wpl_desktop.services.growth_plans import GrowthPlans
from wpl_desktop.ui.drafts import Drafts, merged

Part = PlanPart | PlanDay | GoalPart | GoalDay
Value = str | date | None


@dataclass(frozen=True, kw_only=True)
class PartKey:
    """One text or day: of the plan or goal `record_id`."""

    record_id: uuid.UUID
    part: Part


def values_of(view: PlanView) -> dict[PartKey, Value]:
    """Every text and day of a plan as it is kept."""
    plan = view.row.id
    found: dict[PartKey, Value] = {
        PartKey(record_id=plan, part=part): getattr(view, part.value) for part in (*PlanPart, *PlanDay)
    }
    for goal in view.goals:
        for part in (*GoalPart, *GoalDay):
            found[PartKey(record_id=goal.id, part=part)] = getattr(goal, part.value)
    return found


class PlanKeeper(QObject):
    """Writes texts and days; when a text was changed elsewhere meanwhile, it becomes both texts."""

    kept = Signal()
    failed = Signal(Exception)
    # A text and the two it has become.
    both_kept = Signal(object, str)

    def __init__(self, plans: Callable[[], GrowthPlans], *, origin: QObject) -> None:
        """Nothing to keep yet.

        Args:
            plans: the service, once there is one.
            origin: the page that asks; it owns this object and is not told of its own changes.
        """
        super().__init__(origin)
        self._plans = plans
        self._origin = origin
        self._view: PlanView | None = None
        self._versions: dict[uuid.UUID, int] = {}
        self._shown: dict[PartKey, Value] = {}
        self._drafts = Drafts[PartKey, Value](self._keep, parent=self)
        self._drafts.kept.connect(self.kept)
        self._drafts.failed.connect(self.failed)
        self._drafts.refused.connect(self._on_refused)

    def show(self, view: PlanView) -> None:
        """Take over what is kept now; what waits is what it was typed on."""
        waiting = {key.record_id for key in self._drafts.waiting()}
        self._view = view
        for record_id, version in _versions(view).items():
            if record_id not in waiting:
                self._versions[record_id] = version
        for key, value in values_of(view).items():
            if key.record_id not in waiting:
                self._shown[key] = value

    def waiting(self) -> dict[PartKey, Value]:
        """What was typed and is not on disk."""
        return self._drafts.waiting()

    def version(self, record_id: uuid.UUID) -> int:
        """The version of a plan or goal after everything that was kept."""
        return self._versions[record_id]

    def later(self, key: PartKey, value: Value) -> None:
        """Keep a text or day within 2 s."""
        self._drafts.later(key, value)

    def now(self, key: PartKey, value: Value) -> bool:
        """Keep a day at once, and everything that waits."""
        return self._drafts.now(key, value)

    def flush(self) -> bool:
        """Keep everything that waits; True when nothing waits any more."""
        return self._drafts.flush()

    def forget(self) -> None:
        """Let go of what was typed in a plan that is no longer there."""
        for key in self._drafts.waiting():
            self._drafts.forget(key)

    def _on_refused(self, error: DomainError, _value: object) -> None:
        self.failed.emit(error)

    def _keep(self, key: PartKey, value: Value) -> None:
        try:
            self._save(key, value)
        except DomainError as error:
            if error.code != "changed_meanwhile":
                raise
            self._keep_both(key, value)

    def _keep_both(self, key: PartKey, value: Value) -> None:
        """The record is another one now: on its new version, and with the other text where that changed too."""
        if self._view is None:
            return
        row = self._view.row
        page = self._plans().page(row.trajectory_id, plan_id=row.id)
        if page.plan is None or page.plan.row.id != row.id:
            return
        self._versions.update(_versions(page.plan))
        other = values_of(page.plan).get(key)
        if isinstance(value, str) and isinstance(other, str) and other != self._shown.get(key):
            both = merged(value, other)
            self._save(key, both)
            if both != value.strip():
                self.both_kept.emit(key, both)
        else:
            self._save(key, value)

    def _save(self, key: PartKey, value: Value) -> None:
        plans, version, origin = self._plans(), self._versions[key.record_id], self._origin
        record_id, part = key.record_id, key.part
        if isinstance(part, PlanPart):
            saved = plans.save_text(record_id, part, str(value), version=version, origin=origin)
        elif isinstance(part, GoalPart):
            saved = plans.save_goal_text(record_id, part, str(value), version=version, origin=origin)
        else:
            day = value if isinstance(value, date) else None
            if isinstance(part, PlanDay):
                saved = plans.save_day(record_id, part, day, version=version, origin=origin)
            else:
                saved = plans.save_goal_day(record_id, part, day, version=version, origin=origin)
        self._versions[record_id] = saved
        self._shown[key] = value.strip() if isinstance(value, str) else value


def _versions(view: PlanView) -> dict[uuid.UUID, int]:
    return {view.row.id: view.row.version, **{goal.id: goal.version for goal in view.goals}}
