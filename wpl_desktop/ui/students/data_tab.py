"""The tab *Data*: everything that is known of a trajectory, to read, to change, to close and to put in the bin."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.trajectories import StudentDetail, StudentValues
from wpl_desktop.texts import (
    assessment_mode_name,
    error_message,
    role_name,
    trajectory_kind_name,
    trajectory_state_name,
)
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, translate, words
from wpl_desktop.ui.students.form_editors import OptionalDate
from wpl_desktop.ui.students.student_facts import (
    Fact,
    block_lines,
    days_text,
    period_text,
    presence_lines,
)
from wpl_desktop.ui.students.student_tab import StudentTab
from wpl_desktop.ui.widgets.buttons import plain_button, quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label

# Under this width the cards stand in one column.
_TWO_COLUMNS_FROM = 860
_GAP = 24
_NOTHING = "–"


class FactsCard(Card):
    """A heading and facts, what they are called at the left."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.facts: tuple[Fact, ...] = ()
        self._labels: list[Label] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.scaled(16))
        self._grid.setVerticalSpacing(theme.scaled(8))
        self._grid.setColumnStretch(1, 1)
        self.column.addWidget(section_label(title))
        self.column.addLayout(self._grid)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts; one without text shows a dash."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.facts = tuple(facts)
        self._labels = []
        metrics = QFontMetrics(theme.font("secondary"))
        widest = max((metrics.horizontalAdvance(fact.label) for fact in facts), default=0) + 2
        self._grid.setColumnMinimumWidth(0, min(widest, theme.scaled(176)))
        for number, fact in enumerate(facts):
            name, text = muted_label(fact.label), Label(fact.text or _NOTHING)
            name.setMaximumWidth(theme.scaled(176))
            # Both first lines on one height.
            name.setContentsMargins(0, theme.scaled(1), 0, 0)
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, number, 1)
            self._labels += [name, text]


class DataTab(StudentTab):
    """Facts in cards; every change is kept at once."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {"Trajectory", "Person", "Organisation", "TrajectoryRole", "BlockPlacement", "PresencePeriod"}
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._detail: StudentDetail | None = None
        self.edit_button = plain_button(self.tr("Edit details"), icon="edit")
        self.state_button = quiet_button("")
        self.trouble = MessageLine()
        self.name_card = FactsCard(self.tr("Name"))
        self.trajectory_card = FactsCard(self.tr("Trajectory"))
        self.people_card = FactsCard(self.tr("People"))
        self.notice: OptionalDate | None = None
        self.bin_button = plain_button("", icon="trash")
        self._notice_card = Card()
        self._bin_card = Card()
        self._bin_text = muted_label("")
        self._content = ContentArea(top=16)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self.setFocusProxy(self.edit_button)
        self.edit_button.clicked.connect(self._on_edit)
        self.state_button.clicked.connect(self._on_state)
        self.bin_button.clicked.connect(self._on_bin)

    # What the page asks

    def label(self) -> str:
        """The words on the tab."""
        return self.tr("Data")

    def load(self, services: Services, trajectory_id: uuid.UUID) -> None:
        """Show what is known of one student."""
        self._services = services
        self.trouble.hide()
        detail = services.trajectories.detail(trajectory_id)
        self._detail = detail
        values = detail.values
        self.name_card.set_facts(self._name_facts(values))
        self.trajectory_card.set_facts(self._trajectory_facts(detail))
        self.people_card.set_facts(_people_facts(values) or [Fact(label=self.tr("Nobody yet"), text="")])
        self._show_notice(values.notice_given_on, today=services.clock.local().date())
        running = detail.state is TrajectoryState.RUNNING
        self.state_button.setText(self.tr("Close trajectory") if running else self.tr("Reopen trajectory"))
        self.state_button.set_icon("check" if running else "restore")
        self.bin_button.setText(
            self.tr("Move {name} to the bin").format(name=values.call_name or values.name)
        )
        self._bin_text.setText(
            self.tr(
                "{name} goes to the bin with all conversations, agreements, rounds and reports. "
                "It can be put back from there for 30 days."
            ).format(name=values.name)
        )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.width() - 2 * side_margin(self.width())
        directions = QBoxLayout.Direction
        wide = inner >= theme.scaled(_TWO_COLUMNS_FROM)
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    # Slots

    def _on_edit(self) -> None:
        if self._detail is not None:
            self.open_requested.emit("student_dialog", {"trajectory_id": self._detail.trajectory_id})

    def _on_state(self) -> None:
        if self._detail is not None:
            running = self._detail.state is TrajectoryState.RUNNING
            state = TrajectoryState.CLOSED if running else TrajectoryState.RUNNING
            self._change(replace(self._detail.values, state=state))

    def _on_notice(self) -> None:
        if self._detail is None or self.notice is None:
            return
        values = replace(self._detail.values, notice_given_on=self.notice.value())
        if values != self._detail.values:
            self._change(values)

    def _on_bin(self) -> None:
        if self._services is None or self._detail is None:
            return
        try:
            self._services.removal.delete_student(self._detail.trajectory_id, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._refuse(error)
            return
        self.saved.emit()
        self.open_requested.emit("students", {})

    # Internals

    def _assemble(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.scaled(8))
        tools.addWidget(self.edit_button)
        tools.addWidget(self.state_button)
        tools.addStretch(1)
        self._notice_card.add(section_label(self.tr("Privacy")))
        self._bin_card.add(section_label(self.tr("Bin")))
        self._bin_card.add(self._bin_text)
        row = QHBoxLayout()
        row.addWidget(self.bin_button)
        row.addStretch(1)
        self._bin_card.column.addLayout(row)
        self._columns.setSpacing(theme.scaled(_GAP))
        for cards in (
            (self.name_card, self.trajectory_card),
            (self.people_card, self._notice_card, self._bin_card),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.scaled(16))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._content.body.addLayout(tools)
        self._content.body.addWidget(self.trouble)
        self._content.body.addLayout(self._columns)
        self._content.body.addStretch(1)
        self.trouble.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Else the smallest height is that of the narrowest tab, in which every label wraps.
        self._content.setMinimumHeight(1)
        scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _name_facts(self, values: StudentValues) -> list[Fact]:
        facts = [
            Fact(label=self.tr("As written"), text=values.name),
            Fact(label=self.tr("Call name"), text=values.call_name),
            Fact(label=self.tr("Sorted under"), text=values.sort_name),
        ]
        if values.second_script:
            facts.append(Fact(label=self.tr("In another script"), text=values.second_script))
        return facts

    def _trajectory_facts(self, detail: StudentDetail) -> list[Fact]:
        values = detail.values
        phase = str(values.phase) if values.phase is not None else ""
        return [
            Fact(label=self.tr("State"), text=trajectory_state_name(detail.state, translate)),
            Fact(label=self.tr("Status"), text=trajectory_kind_name(values.kind, translate)),
            Fact(label=self.tr("Programme"), text=values.programme),
            Fact(label=self.tr("Phase"), text=phase),
            Fact(label=filled("{Class_word}"), text=values.class_names),
            Fact(label=filled(self.tr("Number of the {student}")), text=values.student_number),
            Fact(label=filled("{Workplace}"), text=values.workplace),
            Fact(label=filled("{Institute}"), text=values.institute),
            Fact(label=self.tr("Period"), text=period_text(values)),
            Fact(label=filled("{At_workplace}"), text=days_text(values)),
            Fact(label=filled("{Block_placement}"), text="\n".join(block_lines(values))),
            Fact(label=self.tr("Other days"), text="\n".join(presence_lines(values))),
            Fact(
                label=self.tr("Coaching and evaluating"),
                text=assessment_mode_name(values.assessment_mode, translate),
            ),
            Fact(
                label=self.tr("Criteria"),
                text=self.tr("version {edition}").format(edition=detail.criteria_edition),
            ),
        ]

    def _show_notice(self, day: date | None, *, today: date) -> None:
        if self.notice is None:
            self.notice = OptionalDate(self.tr("Privacy notice handed over on"), today=today)
            self._notice_card.add(self.notice)
            self._notice_card.add(
                muted_label(filled(self.tr("The {student} knows what is kept here, and may see it.")))
            )
            self.notice.tick.toggled.connect(self._on_notice)
            self.notice.edit.dateChanged.connect(self._on_notice)
        if self.notice.value() != day:
            for editor in (self.notice.tick, self.notice.edit):
                editor.blockSignals(True)
            self.notice.set_value(day)
            # Its own listener was not told.
            self.notice.edit.setVisible(day is not None)
            for editor in (self.notice.tick, self.notice.edit):
                editor.blockSignals(False)

    def _change(self, values: StudentValues) -> None:
        services, detail = self._services, self._detail
        if services is None or detail is None:
            return
        try:
            services.trajectories.change_student(detail, values, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._refuse(error)
            return
        self.load(services, detail.trajectory_id)
        self.saved.emit()

    def _refuse(self, error: DomainError | EnvironmentTrouble) -> None:
        if self._services is not None and self._detail is not None:
            try:
                self.load(self._services, self._detail.trajectory_id)
            except DomainError:
                # Gone: the page says so as soon as it hears of it.
                self._detail = None
        self.trouble.set_text(error_message(error, translate))
        self.trouble.show()


def _people_facts(values: StudentValues) -> list[Fact]:
    return [
        Fact(label=role_name(person.role, translate, words()), text=person.name) for person in values.people
    ]
