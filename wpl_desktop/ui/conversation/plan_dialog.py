"""The dialog that plans a conversation or moves one: with whom, what kind, when and where."""

from __future__ import annotations

import uuid
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import LONGEST_MINUTES, Hat
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.words import capital
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import (
    ConversationRow,
    ParticipantChoice,
    PlanValues,
    PlanWarnings,
    TypeChoice,
)
from wpl_desktop.texts import error_message, party_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.agenda_preview import AgendaPreview
from wpl_desktop.ui.conversation.hats import HatBox, HatStrip
from wpl_desktop.ui.language import chosen, clock_time, filled, long_day, translate, words
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.moments import DayEdit, QuarterEdit

USUAL_TYPE = "coaching_conversation"
PREVIEW_WIDTH = 312
MINUTES_STEP = 5
# Conversations of which it matters that the student is at the workplace that day.
AT_WORKPLACE = frozenset({Hat.COACH, Hat.EVALUATE})


class PlanDialog(FormDialog):
    """Plans a conversation, or moves `conversation` of `trajectory_id`; then `conversation_id` says which one."""

    def __init__(
        self,
        services: Services,
        *,
        parent: QWidget | None = None,
        trajectory_id: uuid.UUID | None = None,
        conversation: ConversationRow | None = None,
    ) -> None:
        super().__init__(parent, width=880)
        self.conversation_id: uuid.UUID | None = conversation.id if conversation else None
        self._services = services
        self._moved = conversation
        self._filling = False
        self._by_hand: set[str] = set()
        self._types: list[TypeChoice] = services.conversations.types()
        self._students: list[tuple[uuid.UUID, str]] = []
        self._people: list[ParticipantChoice] = []
        moving = conversation is not None
        self.setWindowTitle(self.tr("Move conversation") if moving else self.tr("Plan a conversation"))
        self.primary.setText(self.tr("Move conversation") if moving else self.tr("Plan conversation"))
        self._make_fields()
        self._assemble()
        self.finish()
        self._load(trajectory_id)
        self._connect()
        (self.day if moving else self.student).setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> PlanValues:
        """What the fields say now; call only while there is a student to choose."""
        return PlanValues(
            trajectory_id=self._students[self.student.currentIndex()][0],
            type_id=self._type().id,
            starts_at=self._starts_at(),
            minutes=self.minutes.value(),
            place=self.place.text(),
            participant_ids=tuple(
                person.person_id
                for person, box in zip(self._people, self.participant_boxes, strict=True)
                if box.isChecked()
            ),
        )

    def field_error(self, name: str) -> str | None:
        """What stands below a field (`starts_at`, `minutes` …), None when nothing does."""
        return self._form.field(name).error()

    # Events

    def accept(self) -> None:
        if not self._students:
            return
        self._form.set_errors({})
        self.set_message("")
        try:
            if self._moved is None:
                self.conversation_id = self._services.conversations.plan(self.values(), origin=self)
            else:
                self._services.conversations.move(self._moved, self.values(), origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()

    # Building

    def _make_fields(self) -> None:
        self.strip = HatStrip()
        self.student = QComboBox()
        self.type_box = HatBox()
        for kind in self._types:
            self.type_box.add_type(chosen(kind.name), kind.hat)
        self.day = DayEdit()
        self.time = QuarterEdit()
        self.minutes = QSpinBox()
        # Wider than what is allowed: a wrong length is explained, not silently made right.
        self.minutes.setRange(0, 2 * LONGEST_MINUTES)
        self.minutes.setSingleStep(MINUTES_STEP)
        self.moment = muted_label("")
        self.warning = Hint("", icon="warning")
        self.place = QLineEdit()
        self.participant_boxes: list[QCheckBox] = []
        self.preview = AgendaPreview()

    def _assemble(self) -> None:
        self.head.addWidget(self.strip)
        columns = QHBoxLayout()
        columns.setSpacing(theme.scaled(32))
        left = QVBoxLayout()
        left.setSpacing(theme.scaled(16))
        self._form = FormLayout()
        self._form.add_field("student", filled(self.tr("{Student}")), self.student)
        self._form.add_field("type", self.tr("Kind of conversation"), self.type_box)
        self._form.add_fields(
            {
                "starts_at": Field(self.tr("Day"), self.day),
                "time": Field(self.tr("Time"), self.time),
                "minutes": Field(self.tr("Minutes"), self.minutes),
            }
        )
        moment = self._form.itemAt(self._form.count() - 1)
        moment_row = moment.layout() if moment is not None else None
        if isinstance(moment_row, QHBoxLayout):
            moment_row.setStretch(0, 2)
        when = QVBoxLayout()
        when.setSpacing(theme.scaled(8))
        when.addLayout(self._form)
        when.addWidget(self.moment)
        when.addWidget(self.warning)
        left.addLayout(when)
        place = FormLayout()
        place.add_field("place", self.tr("Place"), self.place)
        left.addLayout(place)
        self._participants = QVBoxLayout()
        self._participants.setSpacing(0)
        self._participants.addWidget(Label(self.tr("Who takes part"), role="button"))
        left.addLayout(self._participants)
        left.addStretch(1)
        self.preview.setFixedWidth(theme.scaled(PREVIEW_WIDTH))
        columns.addLayout(left, 1)
        columns.addWidget(self.preview)
        self.body.addLayout(columns)

    def _load(self, trajectory_id: uuid.UUID | None) -> None:
        self._students = [(row.trajectory_id, row.name) for row in self._services.student_list.names()]
        if trajectory_id is not None and trajectory_id not in {found for found, _ in self._students}:
            name = self._services.trajectories.detail(trajectory_id).values.name
            self._students.append((trajectory_id, name))
        with self._by_the_program():
            self.student.addItems([name for _, name in self._students])
            keys = [kind.key for kind in self._types]
            self.type_box.setCurrentIndex(keys.index(USUAL_TYPE) if USUAL_TYPE in keys else 0)
            for number, (found, _) in enumerate(self._students):
                if found == trajectory_id:
                    self.student.setCurrentIndex(number)
            if self._moved is not None:
                self._load_moved(self._moved)
        if self._students:
            self._fill_for_student()
        else:
            self.set_message(
                filled(self.tr("Add a {student} first: a conversation is always with somebody."))
            )
            self.primary.set_available(False, reason=self.message())
        self._fill_for_type()
        self._check()

    def _load_moved(self, row: ConversationRow) -> None:
        self.student.setEnabled(False)
        ids = [kind.id for kind in self._types]
        self.type_box.setCurrentIndex(ids.index(row.type_id))
        self.day.set_value(row.starts_at.date())
        self.time.set_value(row.starts_at)
        self.minutes.setValue(row.minutes)
        self.place.setText(row.place)
        self._by_hand |= {"moment", "minutes", "place"}

    def _connect(self) -> None:
        self.student.currentIndexChanged.connect(self._on_student)
        self.type_box.currentIndexChanged.connect(self._on_type)
        self.day.dateChanged.connect(lambda: self._on_changed("moment"))
        self.time.timeChanged.connect(lambda: self._on_changed("moment"))
        self.minutes.valueChanged.connect(lambda: self._on_changed("minutes"))
        self.place.textEdited.connect(lambda: self._by_hand.add("place"))

    # Slots

    def _on_student(self) -> None:
        self._by_hand.discard("participants")
        self._fill_for_student()
        self._check()

    def _on_type(self) -> None:
        self._fill_for_type()
        self._check()

    def _on_changed(self, what: str) -> None:
        if not self._filling:
            self._by_hand.add(what)
            self._check()

    def _on_participant(self) -> None:
        self._by_hand.add("participants")
        self._check()

    # Internals

    def _fill_for_student(self) -> None:
        trajectory_id = self._students[self.student.currentIndex()][0]
        conversations = self._services.conversations
        with self._by_the_program():
            if "moment" not in self._by_hand:
                start = conversations.suggested_start(trajectory_id)
                self.day.set_value(start.date())
                self.time.set_value(start)
        self._fill_place()
        self._fill_participants()

    def _fill_for_type(self) -> None:
        kind = self._type()
        self.strip.set_hat(kind.hat)
        self.preview.set_type(kind)
        if "minutes" not in self._by_hand:
            with self._by_the_program():
                self.minutes.setValue(kind.minutes)
        self._fill_place()
        if "participants" not in self._by_hand and self._students:
            self._fill_participants()

    def _fill_place(self) -> None:
        """Where one sat the last time for a talk under the same hat: a day at the institute says nothing of others."""
        if "place" in self._by_hand or not self._students:
            return
        rows = self._services.conversations.of_student(self._students[self.student.currentIndex()][0])
        hat = self._type().hat
        with self._by_the_program():
            self.place.setText(next((row.place for row in rows if row.place and row.hat is hat), ""))

    def _fill_participants(self) -> None:
        trajectory_id = self._students[self.student.currentIndex()][0]
        people = self._services.conversations.participants(trajectory_id, hat=self._type().hat)
        for box in self.participant_boxes:
            self._participants.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._people = people
        self.participant_boxes = []
        before: QWidget = self.place
        for person in people:
            box = QCheckBox(f"{person.name} ({party_name(person.party, translate, words())})")
            box.setChecked(self._is_expected(person))
            box.toggled.connect(self._on_participant)
            self._participants.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            self.setTabOrder(before, box)
            self.participant_boxes.append(box)
            before = box

    def _is_expected(self, person: ParticipantChoice) -> bool:
        if self._moved is not None and self._type().id == self._moved.type_id:
            return person.person_id in self._moved.participant_ids
        return person.usual

    def _check(self) -> None:
        """Say when the conversation is in words, and warn about clashes and absence; nothing is refused."""
        starts_at = self._starts_at()
        ends_at = starts_at + timedelta(minutes=self.minutes.value())
        self.moment.setText(
            self.tr("{day}, {start} to {end}").format(
                day=capital(long_day(starts_at.date())), start=clock_time(starts_at), end=clock_time(ends_at)
            )
        )
        lines: list[str] = []
        if self._students:
            moved = self._moved.id if self._moved else None
            lines = self._warning_lines(self._services.conversations.warnings(self.values(), moved=moved))
        self.warning.set_text("\n".join(lines))
        self.warning.setVisible(bool(lines))

    def _warning_lines(self, found: PlanWarnings) -> list[str]:
        lines = [
            self.tr("{name} already has a conversation from {start} to {end}.").format(
                name=clash.person,
                start=clock_time(clash.starts_at),
                end=clock_time(clash.starts_at + timedelta(minutes=clash.minutes)),
            )
            for clash in found.clashes
        ]
        if found.student_absent and self._type().hat in AT_WORKPLACE:
            lines.append(
                filled(
                    self.tr("{name} is not {at_workplace} on {day}."),
                    name=self.student.currentText(),
                    day=long_day(self.day.value()),
                )
            )
        return lines

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field in {"starts_at", "minutes"}:
            self._form.set_errors({error.field: message})
            self.show_field(self._form.field(error.field))
            return
        self.set_message(message)
        if isinstance(error, DomainError) and error.code == "changed_meanwhile":
            self._read_moved_again()

    def _read_moved_again(self) -> None:
        """After a change elsewhere: what is typed here stays, and pressing the button once more repeats it."""
        if self._moved is None:
            return
        rows = self._services.conversations.of_student(self.values().trajectory_id)
        self._moved = next((row for row in rows if row.id == self.conversation_id), self._moved)

    def _type(self) -> TypeChoice:
        return self._types[self.type_box.currentIndex()]

    def _starts_at(self) -> datetime:
        return datetime.combine(self.day.value(), self.time.value())

    @contextmanager
    def _by_the_program(self) -> Generator[None]:
        """What changes in here was not changed by hand."""
        self._filling = True
        try:
            yield
        finally:
            self._filling = False
