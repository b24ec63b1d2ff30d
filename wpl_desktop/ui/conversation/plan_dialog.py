"""The dialog that plans a conversation or moves one: with whom, what kind, when, how often and where."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from wpl_desktop.domain.conversations import Hat
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.series import Scope, SeriesRule
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, ParticipantChoice, PlanValues, TypeChoice
from wpl_desktop.services.plan_choices import CONCERN
from wpl_desktop.services.student_list import ListedStudent
from wpl_desktop.texts import error_message
from wpl_desktop.ui.conversation.plan_days import StudentDays
from wpl_desktop.ui.conversation.plan_form import PlanForm
from wpl_desktop.ui.conversation.plan_words import concern_lines, warning_lines
from wpl_desktop.ui.language import chosen, filled, long_day, translate
from wpl_desktop.ui.widgets.long_box import fill_box

USUAL_TYPE = "coaching_conversation"
PREVIEW_WIDTH = 312
# Less than this and the preview goes below the fields.
LEAST_WIDTH = 800
DAYS_WAIT_MS = 120
PROPOSALS = 3
# Those who come together without having been chosen: a group that is no bigger than this (section 3).
MOST_TOGETHER = {Hat.PEERS: 8, Hat.PROGRAMME: 24}


class PlanDialog(PlanForm):
    """Plans a conversation, a series or a group talk, or moves `conversation`; all at once can be taken back.

    `trajectory_ids` come besides `trajectory_id`. `instead_of` is a talk that was not held and gets a new date here.
    `scope` says how much of a series a move means. `conversation_id` is the one that was planned or moved; None after
    several.
    """

    def __init__(
        self,
        services: Services,
        *,
        parent: QWidget | None = None,
        trajectory_id: uuid.UUID | None = None,
        trajectory_ids: Sequence[uuid.UUID] = (),
        starts_at: datetime | None = None,
        minutes: int | None = None,
        type_key: str = "",
        instead_of: uuid.UUID | None = None,
        conversation: ConversationRow | None = None,
        scope: Scope | None = None,
    ) -> None:
        students = services.student_list.names()
        scopes = services.series.scopes(conversation.id) if conversation else (Scope.ONE,)
        super().__init__(parent, students=students, scopes=scopes)
        self.conversation_id: uuid.UUID | None = conversation.id if conversation else None
        self._services = services
        self._moved = conversation
        self._before = services.conversations.one(instead_of) if instead_of is not None else None
        self._by_hand: set[str] = set()
        self._types: list[TypeChoice] = services.conversations.types()
        # The one who was asked for first, in whatever way.
        several = tuple(trajectory_ids)
        known = conversation or self._before
        main = trajectory_id or (known.trajectory_id if known else None) or next(iter(several), None)
        self._students: list[ListedStudent] = students
        self._scopes = scopes
        moving = conversation is not None
        self.setWindowTitle(self.tr("Move conversation") if moving else self.tr("Plan a conversation"))
        for kind in self._types:
            self.type_box.add_type(chosen(kind.name), kind.hat)
        if self._before is not None:
            self.reason.setText(
                self.tr("In the place of the conversation of {day}.").format(
                    day=long_day(self._before.starts_at.date())
                )
            )
        self.reason.setVisible(self._before is not None)
        self.finish()
        self._load(main, type_key=type_key)
        if starts_at is not None:
            self.when.set_start(starts_at)
            self._by_hand.add("moment")
        if minutes is not None:
            self.when.set_minutes(minutes)
            self._by_hand.add("minutes")
        if several:
            self.others.choose(several, together=self._type().hat in MOST_TOGETHER)
            self._by_hand.add("others")
        if scope in self._scopes:
            self.scope_box.setCurrentIndex(self._scopes.index(scope))
        self._connect()
        self._fill_moment()
        self._check()
        (self.day if moving or self._before else self.student).setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> PlanValues:
        """What the fields say now of the first student; call only while there is a student to choose."""
        return PlanValues(
            trajectory_id=self._trajectory_id(),
            type_id=self._type().id,
            starts_at=self.when.starts_at(),
            minutes=self.minutes.value(),
            place=self.place.text(),
            participant_ids=self.participants.chosen(),
            others=self.others.chosen() if self.others.is_together() else (),
            instead_of=self._before.id if self._before is not None else None,
        )

    def plans(self) -> list[PlanValues]:
        """What is planned: one talk, or one for each student who comes in turn."""
        first = self.values()
        if self._moved is not None or self.others.is_together():
            return [first]
        left_out = self.participants.unticked()
        found = [first]
        for number, trajectory_id in enumerate(self.others.chosen(), start=1):
            people = [person for person in self._people_of(trajectory_id) if person.usual]
            found.append(
                replace(
                    first,
                    trajectory_id=trajectory_id,
                    starts_at=first.starts_at + number * timedelta(minutes=first.minutes),
                    participant_ids=tuple(
                        person.person_id for person in people if person.person_id not in left_out
                    ),
                    instead_of=None,
                )
            )
        return found

    def field_error(self, name: str) -> str | None:
        """What stands below a field (`starts_at`, `minutes`, `until` …), None when nothing does."""
        if name in {"often", "until"}:
            return self.repeat.field(name).error()
        form = self.when.form if name in {"starts_at", "time", "minutes"} else self._form
        return form.field(name).error()

    # Events

    def accept(self) -> None:
        if not self._students:
            return
        self.when.form.set_errors({})
        self.repeat.set_errors({})
        self.set_message("")
        try:
            self._carry_out()
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()

    # Loading

    def _load(self, trajectory_id: uuid.UUID | None, *, type_key: str) -> None:
        known = {student.trajectory_id for student in self._students}
        if trajectory_id is not None and trajectory_id not in known:
            # Closed, and asked for all the same.
            self._students.append(_not_running(self._services, trajectory_id))
        fill_box(self.student, [student.name for student in self._students])
        ids = [student.trajectory_id for student in self._students]
        if trajectory_id is not None and trajectory_id in ids:
            self.student.setCurrentIndex(ids.index(trajectory_id))
        keys = [kind.key for kind in self._types]
        wanted = type_key if type_key in keys else USUAL_TYPE
        self.type_box.setCurrentIndex(keys.index(wanted) if wanted in keys else 0)
        row = self._moved or self._before
        if row is not None:
            self._load_row(row)
        if not self._students:
            self.set_message(
                filled(self.tr("Add a {student} first: a conversation is always with somebody."))
            )
            self.primary.set_available(False, reason=self.message())
            self.others.hide()
        else:
            self.others.set_main(self._trajectory_id())
            if self._before is not None:
                self.others.choose(self._services.conversations.group_members(self._before), together=True)
        if self._moved is not None:
            self.others.hide()
            self.repeat.hide()
        self._fill_for_type()

    def _load_row(self, row: ConversationRow) -> None:
        """Begin with what a talk is: the one that moves, or the one that gets a new date."""
        self.student.setEnabled(False)
        self.type_box.setCurrentIndex([kind.id for kind in self._types].index(row.type_id))
        self.when.set_minutes(row.minutes)
        self.place.setText(row.place)
        self._by_hand |= {"minutes", "place", "others"}
        if self._moved is not None:
            self.when.set_start(row.starts_at)
            self._by_hand.add("moment")

    def _connect(self) -> None:
        self.student.currentIndexChanged.connect(self._on_student)
        self.others.changed.connect(self._on_others)
        self.type_box.currentIndexChanged.connect(self._on_type)
        self.when.changed.connect(self._on_changed)
        self.repeat.changed.connect(self._on_repeat)
        self.participants.changed.connect(self._on_participant)
        self.place.textEdited.connect(lambda: self._by_hand.add("place"))
        self._days_later.timeout.connect(self.show_days)

    # Slots

    def _on_student(self) -> None:
        self._by_hand.discard("participants")
        self.others.set_main(self._trajectory_id())
        self._fill_others()
        self._fill_moment()
        self._fill_place()
        self._fill_participants()
        self._check()

    def _on_others(self) -> None:
        self._by_hand.add("others")
        self._fill_moment()
        self._check()

    def _on_type(self) -> None:
        self._fill_for_type()
        self._check()

    def _on_changed(self, what: str) -> None:
        self._by_hand.add(what)
        self._check()

    def _on_repeat(self) -> None:
        self._check()

    def _on_participant(self) -> None:
        self._by_hand.add("participants")
        self._check()

    # Internals

    @property
    def participant_boxes(self) -> list[QCheckBox]:
        """The boxes of those who may take part."""
        return self.participants.boxes

    def show_days(self) -> None:
        """Show the days of the series as the fields say it now."""
        rule = self._rule_or_none()
        self.days.setVisible(rule is not None)
        if rule is None or not self._students:
            return
        plans = self.plans()
        try:
            found = self._services.series.preview_many(plans, rule, self.repeat.until.end())
        except DomainError:
            # Said at its field when it is planned.
            self.days.hide()
            return
        several = len(plans) > 1
        self.days.set_days(
            [
                StudentDays(self.others.name_of(values.trajectory_id) if several else "", days)
                for values, days in zip(plans, found, strict=True)
            ]
        )

    def _carry_out(self) -> None:
        if self._moved is not None:
            scope = self._scopes[self.scope_box.currentIndex()]
            if scope is Scope.ONE:
                self._services.conversations.move(self._moved, self.values(), origin=self)
            else:
                self._services.series.move(self._moved, self.values(), scope=scope, origin=self)
            return
        plans, rule = self.plans(), self.repeat.rule()
        if rule is None and len(plans) == 1:
            self.conversation_id = self._services.conversations.plan(plans[0], origin=self)
        else:
            self._services.series.plan_many(plans, rule, self.repeat.until.end(), origin=self)

    def _rule_or_none(self) -> SeriesRule | None:
        rule = self.repeat.rule()
        try:
            return rule if rule is not None and rule.text else None
        except DomainError:
            return None

    def _fill_moment(self) -> None:
        """The first moment for everybody who comes, and three to choose from, unless it was chosen by hand."""
        if not self._students:
            return
        conversations, minutes = self._services.conversations, max(self.minutes.value(), 1)
        others = self.others.chosen()
        if "moment" not in self._by_hand:
            whole = minutes if self.others.is_together() else minutes * (1 + len(others))
            self.when.set_start(
                conversations.suggested_start(self._trajectory_id(), others=others, minutes=whole)
            )
        found = conversations.free_starts(self._trajectory_id(), minutes=minutes, limit=PROPOSALS + 1)
        now = self.when.starts_at()
        self.when.set_proposals([start for start in found if start != now][:PROPOSALS] if not others else [])

    def _fill_for_type(self) -> None:
        kind = self._type()
        self.strip.set_hat(kind.hat)
        self.preview.set_type(kind)
        if "minutes" not in self._by_hand:
            self.when.set_minutes(kind.minutes)
        self._fill_place()
        if self._students:
            self._fill_others()
            if "participants" not in self._by_hand:
                self._fill_participants()

    def _fill_others(self) -> None:
        """Among peers and on a return day the students of one institute come together, if they are a group at all."""
        is_concern = self._type().key == CONCERN
        self.others.setVisible(self._moved is None and len(self._students) > 1 and not is_concern)
        if is_concern:
            # What goes wrong is one student's.
            self.others.choose((), together=False)
            return
        most = MOST_TOGETHER.get(self._type().hat, 0)
        if "others" in self._by_hand:
            self.others.choose(self.others.chosen(), together=bool(most))
            return
        found: list[uuid.UUID] = []
        if most:
            found = self._services.conversations.companions(self._trajectory_id(), limit=most)
        self.others.choose(found if len(found) < most else (), together=bool(most))

    def _fill_place(self) -> None:
        """Where one sat the last time for a talk under the same hat: a day at the institute says nothing of others."""
        if "place" in self._by_hand or not self._students:
            return
        rows = self._services.conversations.of_student(self._trajectory_id())
        hat = self._type().hat
        self.place.setText(next((row.place for row in rows if row.place and row.hat is hat), ""))

    def _fill_participants(self) -> None:
        people = self._people_of(self._trajectory_id())
        row = self._moved or self._before
        if row is not None and self._type().id == row.type_id:
            expected = frozenset(row.participant_ids)
        else:
            expected = frozenset(person.person_id for person in people if person.usual)
        self.participants.set_people(people, expected=expected, before=self.place)
        self.guard(self.participants)

    def _people_of(self, trajectory_id: uuid.UUID) -> list[ParticipantChoice]:
        kind = self._type()
        return self._services.conversations.participants(trajectory_id, hat=kind.hat, type_key=kind.key)

    def _check(self) -> None:
        """Say when the conversation is in words, and warn about clashes and absence; nothing is refused."""
        starts_at = self.when.starts_at()
        self.when.show_moment()
        self.others.show_times(starts_at, minutes=self.minutes.value())
        self.repeat.set_day(starts_at.date())
        lines: list[str] = []
        if self._students:
            moved = self._moved.id if self._moved else None
            for values in self.plans():
                found = self._services.conversations.warnings(values, moved=moved)
                lines += warning_lines(found, day=starts_at.date(), hat=self._type().hat)
        self.warning.set_text("\n".join(dict.fromkeys(lines)))
        self.warning.setVisible(bool(lines))
        is_concern = self._type().key == CONCERN and bool(self._students)
        if is_concern:
            self.care.set_text(
                "\n".join(concern_lines(self.participants.people(), taking_part=self.participants.chosen()))
            )
        self.care.setVisible(is_concern)
        self.primary.setText(self._verb())
        if self.repeat.is_repeated() and self._students:
            self.repeat.propose_until(
                self._services.series.last_day(
                    (self._trajectory_id(), *self.others.chosen()), starts_at.date()
                )
            )
            self._days_later.start()
        else:
            self.days.hide()

    def _verb(self) -> str:
        if self._moved is not None:
            return self.tr("Move conversation")
        many = self.repeat.is_repeated() or (self.others.chosen() and not self.others.is_together())
        return self.tr("Plan conversations") if many else self.tr("Plan conversation")

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        field = error.field if isinstance(error, DomainError) else ""
        if field in {"starts_at", "minutes"}:
            self.when.form.set_errors({field: message})
            self.show_field(self.when.form.field(field))
            return
        if field in {"until", "rule"}:
            self.repeat.set_errors({field: message})
            self.show_field(self.repeat.field("until" if field == "until" else "often"))
            return
        self.set_message(message)
        if isinstance(error, DomainError) and error.code == "changed_meanwhile":
            self._read_moved_again()

    def _read_moved_again(self) -> None:
        """After a change elsewhere: what is typed here stays, and pressing the button once more repeats it."""
        if self._moved is None:
            return
        rows = self._services.conversations.of_student(self._trajectory_id())
        self._moved = next((row for row in rows if row.id == self.conversation_id), self._moved)

    def _trajectory_id(self) -> uuid.UUID:
        return self._students[self.student.currentIndex()].trajectory_id

    def _type(self) -> TypeChoice:
        return self._types[self.type_box.currentIndex()]


def _not_running(services: Services, trajectory_id: uuid.UUID) -> ListedStudent:
    """Somebody who is not in the list of those who are running."""
    values = services.trajectories.detail(trajectory_id).values
    return ListedStudent(
        trajectory_id=trajectory_id,
        name=values.name,
        call_name=values.call_name,
        kind=values.kind,
        programme=values.programme,
        phase=values.phase,
        workplace=values.workplace,
    )
