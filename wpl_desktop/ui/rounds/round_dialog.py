"""The dialog about a round: opening one, for one student or several, and changing one before it is final."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import ROUND_OPENS_BEFORE, RoundKind, default_round_kind, has_begun
from wpl_desktop.domain.words import capital
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.services.rounds import RoundRow, RoundValues
from wpl_desktop.texts import error_message, round_kind_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, filled, short_day, translate
from wpl_desktop.ui.rounds.round_parts import FocusChoice, PlannedRounds, TakingPart, group
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.form_dialog import MARGIN, FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.moments import DayEdit
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

WIDTH = 720
SCROLL_BAR = 12
MOST_ROUNDS = 99
_FIELDS: Final = frozenset({"number", "held_on", "ready_by"})
#: So many names are read; a list of more is only counted.
_MOST_NAMES: Final = 8


class RoundDialog(FormDialog):
    """Opens a round for one student (`trajectory_id`) or several, or changes one (`round_id`).

    Afterwards `round_ids` says which ones, and `round_id` which one when there is one. `round_opened` tells of the
    round of one student, `open_requested` of a planned one that somebody chose instead.
    """

    round_opened = Signal(object)
    open_requested = Signal(str, dict)

    def __init__(
        self,
        services: Services,
        *,
        trajectory_id: uuid.UUID | None = None,
        trajectory_ids: Sequence[uuid.UUID] = (),
        round_id: uuid.UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=WIDTH)
        self.round_ids: tuple[uuid.UUID, ...] = ()
        self._services = services
        self._changed_id = round_id
        if round_id is not None:
            trajectory_id = services.rounds.trajectory_of(round_id)
        self._ids = (trajectory_id,) if trajectory_id is not None else tuple(dict.fromkeys(trajectory_ids))
        self._subjects = services.rounds.subjects(self._ids)
        self._start = self._first_values()
        self._conversations = self._evaluation_conversations()
        self._by_hand: set[str] = set()
        self.setWindowTitle(self.tr("Open a round") if round_id is None else self.tr("Change the round"))
        self._make_fields()
        self.primary.setText(self.tr("Open round") if round_id is None else self.tr("Keep changes"))
        self._assemble()
        self.finish()
        self._load()
        self._connect()

    def values(self) -> RoundValues:
        """What the fields say now; the final round has all criteria, whatever was ticked before (R12)."""
        linked = self.conversation.currentIndex()
        return RoundValues(
            number=self.number.value(),
            kind=self._kind(),
            held_on=self.held_on.value(),
            ready_by=self._ready_by(),
            focus=self.focus.codes(),
            with_student=self.taking_part.with_student.isChecked(),
            with_institute=self.taking_part.with_institute.isChecked(),
            conversation_id=self._conversations[linked - 1].id if linked > 0 else None,
        )

    @property
    def round_id(self) -> uuid.UUID | None:
        """The one round that was opened or changed."""
        return self.round_ids[0] if len(self.round_ids) == 1 else None

    def field_error(self, name: str) -> str | None:
        """What stands below a field (`number`, `held_on`, `ready_by`), None when nothing does."""
        return self._form.field(name).error()

    # Events

    def accept(self) -> None:
        self._form.set_errors({})
        self.focus.set_error("")
        self.taking_part.set_error("")
        self.set_message("")
        values = self.values()
        if self.focus.has_focus() and not values.focus:
            self._show_focus_error(self.focus.too_few_words())
            return
        try:
            self._keep(values)
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()
        if self._changed_id is None and len(self.round_ids) == 1:
            self.round_opened.emit(self.round_ids[0])

    # Building

    def _make_fields(self) -> None:
        self.number = QSpinBox()
        self.number.setRange(1, MOST_ROUNDS)
        self.held_on = DayEdit()
        self.ready_by = DayEdit()
        self.opens = muted_label("")
        self.kind = SegmentedSwitch(
            [(kind, capital(round_kind_name(kind, translate))) for kind in RoundKind],
            name=self.tr("What the round is for"),
        )
        self.explanation = muted_label("")
        self.focus = FocusChoice(
            self._services.rounds.common_criteria(self._ids),
            room=theme.scaled(WIDTH - 2 * MARGIN) - SCROLL_BAR,
        )
        self.taking_part = TakingPart(has_institute=any(one.has_institute for one in self._subjects))
        self.planned = PlannedRounds(self._planned())
        self.conversation = QComboBox()
        self.conversation.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.conversation.setMinimumContentsLength(16)
        self.conversation.addItem(self.tr("Not linked"))
        for row in self._conversations:
            name = capital(chosen(row.name))
            self.conversation.addItem(f"{name}, {short_day(row.starts_at.date())} {row.starts_at.year}")

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(self._title(), role="title"))
        head.addWidget(muted_label(self._under_title()))
        self.body.addLayout(head)
        self.body.addWidget(self.planned)
        self.planned.setVisible(bool(self.planned.buttons))
        self._form = FormLayout()
        fields = {
            "number": Field(self.tr("Round"), self.number),
            "held_on": Field(self.tr("Day of the talk"), self.held_on),
            "ready_by": Field(self.tr("Everybody ready by"), self.ready_by),
        }
        self._form.add_fields(fields)
        dates = QVBoxLayout()
        dates.setSpacing(theme.scaled(6))
        dates.addLayout(self._form)
        dates.addWidget(self.opens)
        self.body.addLayout(dates)
        self.body.addLayout(group(self.tr("What the round is for"), self.kind, self.explanation))
        self.body.addLayout(group(self.tr("Which criteria"), self.focus))
        self.body.addLayout(group(self.tr("Who takes part"), self.taking_part))
        link = FormLayout()
        field = link.add_field("conversation_id", self.tr("Belongs to the conversation"), self.conversation)
        self.body.addLayout(link)
        if self._is_for_several():
            # Each of several students gets the number that comes next, and a talk of their own.
            fields["number"].hide()
            field.hide()
        self.body.addStretch(1)

    def _load(self) -> None:
        start = self._start
        self.number.setValue(start.number)
        self.kind.set_value(start.kind)
        self.held_on.set_value(start.held_on)
        self.ready_by.set_value(start.ready_by or self._usual_ready_by(start.held_on))
        self.focus.set_codes(start.focus, is_change=self._changed_id is not None)
        self.taking_part.set_values(with_student=start.with_student, with_institute=start.with_institute)
        for position, row in enumerate(self._conversations, start=1):
            if row.id == start.conversation_id:
                self.conversation.setCurrentIndex(position)
        if self._changed_id is not None:
            # What is there was chosen; it does not follow another field any more.
            self._by_hand.update({"kind", "held_on"})
        if start.ready_by is not None:
            self._by_hand.add("ready_by")
        self._show_kind()
        self._show_opening()
        first = self.held_on if self._is_for_several() else self.number
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def _connect(self) -> None:
        self.number.valueChanged.connect(self._on_number)
        self.kind.chosen.connect(self._on_kind)
        self.held_on.dateChanged.connect(self._on_held_on)
        self.ready_by.dateChanged.connect(self._on_ready_by)
        self.focus.changed.connect(self.grow)
        self.conversation.currentIndexChanged.connect(self._on_conversation)
        self.planned.chosen.connect(self._on_planned)

    # Slots

    def _on_number(self, number: int) -> None:
        if "kind" not in self._by_hand:
            self.kind.set_value(default_round_kind(number))
            self._show_kind()

    def _on_kind(self) -> None:
        self._by_hand.add("kind")
        self._show_kind()

    def _on_held_on(self) -> None:
        self._by_hand.add("held_on")
        self._follow_talk()

    def _on_ready_by(self) -> None:
        self._by_hand.add("ready_by")

    def _on_conversation(self, position: int) -> None:
        """The round is usually held on the day of its conversation."""
        if position > 0 and "held_on" not in self._by_hand:
            self.held_on.set_value(self._conversations[position - 1].starts_at.date())
            self._by_hand.discard("held_on")

    def _on_planned(self, round_id: object) -> None:
        """Go to the round that is there already instead of opening another."""
        self.reject()
        self.open_requested.emit("round", {"round_id": round_id})

    # Internals

    def _first_values(self) -> RoundValues:
        rounds = self._services.rounds
        if self._changed_id is not None:
            return rounds.values(self._changed_id)
        first = rounds.new_values(self._ids[0])
        if not self._is_for_several():
            return first
        has_institute = any(one.has_institute for one in self._subjects)
        return RoundValues(
            number=first.number,
            kind=first.kind,
            held_on=first.held_on,
            with_institute=has_institute,
        )

    def _keep(self, values: RoundValues) -> None:
        rounds = self._services.rounds
        if self._changed_id is not None:
            rounds.change(self._changed_id, values, origin=self)
            self.round_ids = (self._changed_id,)
        elif self._is_for_several():
            self.round_ids = tuple(rounds.open_many(self._ids, values, origin=self))
        else:
            self.round_ids = (rounds.open(self._ids[0], values, origin=self),)

    def _is_for_several(self) -> bool:
        return len(self._ids) > 1

    def _planned(self) -> list[RoundRow]:
        if self._changed_id is not None or self._is_for_several():
            return []
        return self._services.rounds.planned(self._ids[0])

    def _title(self) -> str:
        if not self._is_for_several():
            return self._subjects[0].name
        return filled(self.tr("{count} {students}"), count=len(self._subjects))

    def _under_title(self) -> str:
        if not self._is_for_several():
            return self.tr("A round is a moment at which everybody scores, each apart first.")
        names = ", ".join(one.name for one in self._subjects[:_MOST_NAMES])
        more = len(self._subjects) - _MOST_NAMES
        if more > 0:
            names = self.tr("{names} and {count} more").format(names=names, count=more)
        numbers = {one.next_number for one in self._subjects}
        if len(numbers) == 1:
            return self.tr("{names}. Each gets round {number}.").format(names=names, number=numbers.pop())
        return self.tr("{names}. Each gets the round that comes next.").format(names=names)

    def _follow_talk(self) -> None:
        if "ready_by" not in self._by_hand:
            self.ready_by.set_value(self._usual_ready_by(self.held_on.value()))
            self._by_hand.discard("ready_by")
        self._show_opening()

    def _usual_ready_by(self, held_on: date) -> date:
        return self._services.school_calendar.usual_ready_by(held_on)

    def _ready_by(self) -> date | None:
        """The day that was chosen by hand; the usual one moves with the talk."""
        return self.ready_by.value() if "ready_by" in self._by_hand else None

    def _show_opening(self) -> None:
        held_on = self.held_on.value()
        if has_begun(held_on, today=self._services.clock.local().date()):
            text = self.tr("Everybody can begin right away: the round opens two weeks before the talk.")
        else:
            text = self.tr("The round opens two weeks before the talk, on {day}; earlier is possible too.")
        self.opens.setText(text.format(day=short_day(held_on - ROUND_OPENS_BEFORE)))

    def _show_kind(self) -> None:
        kind = self._kind()
        self.explanation.setText(
            {
                RoundKind.START: self.tr("A light first look, early in the year. A few criteria are enough."),
                RoundKind.MIDTERM: self.tr("Half-way, with time left to adjust."),
                RoundKind.FINAL: filled(
                    self.tr("At the end, with all criteria, the {student}'s response and advice.")
                ),
            }[kind]
        )
        self.focus.set_final(kind is RoundKind.FINAL)
        self.grow()

    def _kind(self) -> RoundKind:
        kind = self.kind.value()
        return kind if isinstance(kind, RoundKind) else self._start.kind

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        field = error.field if isinstance(error, DomainError) else ""
        if field in _FIELDS:
            self._form.set_errors({field: message})
            self.show_field(self._form.field(field))
        elif field == "focus":
            self._show_focus_error(message)
        elif field in {"with_student", "with_institute"}:
            self.taking_part.set_error(message, field=field)
            self.show_field(self.taking_part.message)
        else:
            self.set_message(message)

    def _show_focus_error(self, message: str) -> None:
        self.focus.set_error(message)
        self.show_field(self.focus.message)

    def _evaluation_conversations(self) -> list[ConversationRow]:
        """The conversations in which this student is evaluated together, newest first."""
        if self._is_for_several():
            return []
        return [
            row
            for row in self._services.conversations.of_student(self._ids[0])
            if row.hat is Hat.EVALUATE and row.state is not ConversationState.NOT_HELD
        ]
