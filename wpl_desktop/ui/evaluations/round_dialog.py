"""The dialog that opens a round: its number, what it is for, which criteria and who takes part."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import FEWEST_FOCUS, MOST_FOCUS, RoundKind, default_round_kind
from wpl_desktop.domain.words import capital
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.services.evaluations import RoundValues
from wpl_desktop.texts import error_message, round_kind_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, filled, short_day, translate
from wpl_desktop.ui.widgets.fields import Field, FormLayout, MessageLine
from wpl_desktop.ui.widgets.form_dialog import MARGIN, FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.moments import DayEdit
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

WIDTH = 720
SCROLL_BAR = 12
MOST_ROUNDS = 99


class RoundDialog(FormDialog):
    """Opens a round for one student; afterwards `round_id` says which one."""

    round_opened = Signal(object)

    def __init__(
        self, services: Services, *, trajectory_id: uuid.UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=WIDTH)
        self.round_id: uuid.UUID | None = None
        self._services = services
        self._trajectory_id = trajectory_id
        self._name = services.trajectories.detail(trajectory_id).values.name
        self._start = services.evaluations.new_round_values(trajectory_id)
        self._criteria = services.evaluations.criteria_names(trajectory_id)
        self._conversations = self._evaluation_conversations()
        self._by_hand: set[str] = set()
        self.setWindowTitle(self.tr("Open a round"))
        self._make_fields()
        self._make_focus()
        self.primary.setText(self.tr("Open round"))
        self._assemble()
        self.finish()
        self._connect()
        self._load()

    def values(self) -> RoundValues:
        """What the fields say now; the final round has all criteria, whatever was ticked before (R12)."""
        focus = tuple(code for code, box in self.focus_boxes.items() if box.isChecked())
        linked = self.conversation.currentIndex()
        return RoundValues(
            number=self.number.value(),
            kind=self._kind(),
            held_on=self.held_on.value(),
            focus=focus if self._has_focus() else (),
            with_institute=self.with_institute.isChecked(),
            conversation_id=self._conversations[linked - 1].id if linked > 0 else None,
        )

    def field_error(self, name: str) -> str | None:
        """What stands below a field (`number`, `held_on`), None when nothing does."""
        return self._form.field(name).error()

    # Events

    def accept(self) -> None:
        self._form.set_errors({})
        self.focus_message.hide()
        self.set_message("")
        values = self.values()
        if self._has_focus() and not values.focus:
            # An empty choice would mean all criteria.
            self._show_focus_error(
                self.tr("Tick {fewest} to {most} criteria, or choose all of them.").format(
                    fewest=FEWEST_FOCUS, most=MOST_FOCUS
                )
            )
            return
        try:
            self.round_id = self._services.evaluations.open_round(self._trajectory_id, values, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()
        self.round_opened.emit(self.round_id)

    # Building

    def _make_fields(self) -> None:
        self.number = QSpinBox()
        self.number.setRange(1, MOST_ROUNDS)
        self.held_on = DayEdit()
        self.kind = SegmentedSwitch(
            [(kind, capital(round_kind_name(kind, translate))) for kind in RoundKind],
            name=self.tr("What the round is for"),
        )
        self.explanation = muted_label("")
        self.with_institute = QCheckBox(capital(filled(self.tr("the {institute} takes part"))))
        self.conversation = QComboBox()
        self.conversation.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.conversation.setMinimumContentsLength(16)
        self.conversation.addItem(self.tr("Not linked"))
        for row in self._conversations:
            name = capital(chosen(row.name))
            self.conversation.addItem(f"{name}, {short_day(row.starts_at.date())} {row.starts_at.year}")

    def _make_focus(self) -> None:
        self.extent = SegmentedSwitch(
            [
                (False, self.tr("All {count}").format(count=len(self._criteria))),
                (
                    True,
                    self.tr("Focus on {fewest} to {most}").format(fewest=FEWEST_FOCUS, most=MOST_FOCUS),
                ),
            ],
            name=self.tr("Which criteria"),
        )
        self.focus = QWidget()
        self.all_criteria = muted_label(
            self.tr("All {count}: the final round has all criteria.").format(count=len(self._criteria))
        )
        self.focus_message = MessageLine()
        self.focus_message.hide()
        grid = QGridLayout(self.focus)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.scaled(16))
        grid.setVerticalSpacing(0)
        self.focus_boxes = {code: QCheckBox(f"{code}  {chosen(name)}") for code, name in self._criteria}
        boxes = list(self.focus_boxes.values())
        # Side by side only where the longest names fit: a check box does not wrap.
        half = (len(boxes) + 1) // 2
        widths = [box.sizeHint().width() for box in boxes]
        both = max(widths[:half], default=0) + max(widths[half:], default=0) + theme.scaled(16)
        rows = half if both <= theme.scaled(WIDTH - 2 * MARGIN) - SCROLL_BAR else len(boxes)
        for position, box in enumerate(boxes):
            grid.addWidget(box, position % rows, position // rows, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.focus_message, rows, 0, 1, 2)

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(self._name, role="title"))
        head.addWidget(
            muted_label(self.tr("A round is a moment at which everybody scores, each apart first."))
        )
        self.body.addLayout(head)
        self._form = FormLayout()
        self._form.add_fields(
            {
                "number": Field(self.tr("Round"), self.number),
                "held_on": Field(self.tr("Date"), self.held_on),
            }
        )
        self.body.addLayout(self._form)
        self.body.addLayout(_group(self.tr("What the round is for"), self.kind, self.explanation))
        self.body.addLayout(_group(self.tr("Which criteria"), self.extent, self.all_criteria, self.focus))
        self.body.addWidget(self.with_institute, 0, Qt.AlignmentFlag.AlignLeft)
        link = FormLayout()
        link.add_field("conversation_id", self.tr("Belongs to the conversation"), self.conversation)
        self.body.addLayout(link)
        self.body.addStretch(1)

    def _load(self) -> None:
        self.number.setValue(self._start.number)
        self.kind.set_value(self._start.kind)
        self.held_on.set_value(self._start.held_on)
        self.with_institute.setChecked(self._start.with_institute)
        if not self._start.with_institute:
            self.with_institute.setEnabled(False)
            self.with_institute.setToolTip(filled(self.tr("There is no {institute} in this trajectory.")))
        self._by_hand.clear()
        self._show_kind()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def _connect(self) -> None:
        self.number.valueChanged.connect(self._on_number)
        self.kind.chosen.connect(self._on_kind)
        self.held_on.dateChanged.connect(lambda: self._by_hand.add("held_on"))
        self.extent.chosen.connect(self._show_kind)
        self.conversation.currentIndexChanged.connect(self._on_conversation)

    # Slots

    def _on_number(self, number: int) -> None:
        if "kind" not in self._by_hand:
            self.kind.set_value(default_round_kind(number))
            self._show_kind()

    def _on_kind(self) -> None:
        self._by_hand.add("kind")
        self._show_kind()

    def _on_conversation(self, position: int) -> None:
        """The round is usually held on the day of its conversation."""
        if position > 0 and "held_on" not in self._by_hand:
            self.held_on.set_value(self._conversations[position - 1].starts_at.date())
            self._by_hand.discard("held_on")

    # Internals

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
        self.extent.setVisible(kind is not RoundKind.FINAL)
        self.all_criteria.setVisible(kind is RoundKind.FINAL)
        self.focus.setVisible(self._has_focus())
        self.grow()

    def _kind(self) -> RoundKind:
        kind = self.kind.value()
        return kind if isinstance(kind, RoundKind) else self._start.kind

    def _has_focus(self) -> bool:
        return self.extent.value() is True and self._kind() is not RoundKind.FINAL

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        field = error.field if isinstance(error, DomainError) else ""
        if field in {"number", "held_on"}:
            self._form.set_errors({field: message})
            self.show_field(self._form.field(field))
        elif field == "focus":
            self._show_focus_error(message)
        else:
            self.set_message(message)

    def _show_focus_error(self, message: str) -> None:
        self.focus_message.set_text(message)
        self.focus_message.show()
        next(iter(self.focus_boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_field(self.focus_message)

    def _evaluation_conversations(self) -> list[ConversationRow]:
        """The conversations in which this student is evaluated together, newest first."""
        return [
            row
            for row in self._services.conversations.of_student(self._trajectory_id)
            if row.hat is Hat.EVALUATE and row.state is not ConversationState.NOT_HELD
        ]


def _group(heading: str, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.scaled(6))
    column.addWidget(Label(heading, role="button"))
    for widget in widgets:
        column.addWidget(widget)
    return column
