"""With whom a conversation is planned: the other students, one after the other or together, and who takes part."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QVBoxLayout, QWidget

from wpl_desktop.services.conversations import ParticipantChoice
from wpl_desktop.services.student_list import ListedStudent
from wpl_desktop.texts import party_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import clock_time, filled, translate, words
from wpl_desktop.ui.widgets.chip import FilterChip
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.long_box import fill_box
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

#: More students than this are looked for by name instead of standing there side by side.
MOST_CHIPS: Final = 9
IN_TURN, TOGETHER = "in_turn", "together"


class _NameBox(QComboBox):
    """A list to look in by typing; Enter takes the name that was begun, and does not plan yet."""

    def begin(self) -> None:
        """Let names be typed, and listen to what is typed."""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line, completer = self.lineEdit(), self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        if line is not None:
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        )
        if is_enter and self.currentText():
            number = self.findText(self.currentText(), Qt.MatchFlag.MatchContains)
            if number >= 0:
                self.activated.emit(number)
            return True
        return super().eventFilter(watched, event)


class OtherStudents(QWidget):
    """Students besides the first one: each a chip to switch on, and whether they come in turn or together."""

    changed = Signal()

    def __init__(self, students: Sequence[ListedStudent], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._students = {student.trajectory_id: student for student in students}
        self._main: uuid.UUID | None = None
        self._chips: dict[uuid.UUID, FilterChip] = {}
        #: The Tab key comes here from this one.
        self.before: QWidget | None = None
        self.add_box = _NameBox()
        self.mode = SegmentedSwitch(
            [(IN_TURN, self.tr("In turn")), (TOGETHER, self.tr("Together"))],
            name=self.tr("How they come"),
            small=True,
        )
        self._times = muted_label("")
        self._flow_holder = QWidget()
        self._flow = FlowLayout(self._flow_holder, gap=theme.scaled(8), line_gap=theme.scaled(8))
        self._is_few = len(self._students) <= MOST_CHIPS + 1
        self._fill_add_box()
        self._assemble()
        self.add_box.activated.connect(self._on_added)
        self.mode.chosen.connect(self._on_changed)

    def set_main(self, trajectory_id: uuid.UUID) -> None:
        """Whose conversation it is in the first place; nobody is in it twice."""
        self._main = trajectory_id
        if self._is_few:
            for student in self._students.values():
                if student.trajectory_id not in self._chips:
                    self._add_chip(student)
        for found, chip in self._chips.items():
            chip.setVisible(found != trajectory_id)
        self._show_what_counts()

    def choose(self, trajectory_ids: Collection[uuid.UUID], *, together: bool) -> None:
        """Switch on exactly these, without a signal."""
        for trajectory_id in trajectory_ids:
            student = self._students.get(trajectory_id)
            if student is not None and trajectory_id not in self._chips:
                self._add_chip(student)
        for found, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(found in trajectory_ids)
            chip.blockSignals(False)
        self.mode.set_value(TOGETHER if together else IN_TURN)
        self._show_what_counts()

    def chosen(self) -> tuple[uuid.UUID, ...]:
        """Who comes besides the first one, in the order of the chips."""
        return tuple(found for found, chip in self._chips.items() if chip.isChecked() and found != self._main)

    def is_together(self) -> bool:
        """Whether all come to one conversation."""
        return bool(self.chosen()) and self.mode.value() == TOGETHER

    def name_of(self, trajectory_id: uuid.UUID) -> str:
        """The call name of a student."""
        student = self._students.get(trajectory_id)
        return (student.call_name or student.name) if student is not None else ""

    def chips(self) -> list[FilterChip]:
        """The chips that can be seen, from left to right."""
        return [chip for found, chip in self._chips.items() if found != self._main]

    def show_times(self, first: datetime, *, minutes: int) -> None:
        """Say who comes when, where they come in turn."""
        order = [found for found in (self._main, *self.chosen()) if found is not None]
        self._times.setText(
            " · ".join(
                f"{self.name_of(found)} {clock_time(first + number * timedelta(minutes=minutes))}"
                for number, found in enumerate(order)
            )
        )
        self._times.setVisible(len(order) > 1 and not self.is_together())

    # Building

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(Label(self.tr("Also with"), role="button"))
        column.addWidget(self._flow_holder)
        column.addWidget(self.add_box)
        column.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._times)

    def _fill_add_box(self) -> None:
        """A list to look in by typing, where there are too many for chips."""
        self.add_box.setVisible(not self._is_few)
        if self._is_few:
            return
        self.add_box.begin()
        self.add_box.setAccessibleName(filled(self.tr("Add another {student}")))
        fill_box(self.add_box, [student.name for student in self._students.values()])
        self.add_box.setCurrentIndex(-1)
        line = self.add_box.lineEdit()
        if line is not None:
            line.setPlaceholderText(filled(self.tr("Add another {student}")))

    def _add_chip(self, student: ListedStudent) -> None:
        chip = FilterChip(student.call_name or student.name)
        chip.setAccessibleName(student.name)
        chip.toggled.connect(self._on_changed)
        before = next(reversed(self._chips.values()), self.before)
        self._chips[student.trajectory_id] = chip
        self._flow.addWidget(chip)
        if before is not None:
            QWidget.setTabOrder(before, chip)

    # Slots

    def _on_changed(self) -> None:
        self._show_what_counts()
        self.changed.emit()

    def _on_added(self, number: int) -> None:
        student = list(self._students.values())[number] if number >= 0 else None
        self.add_box.setCurrentIndex(-1)
        self.add_box.clearEditText()
        if student is None or student.trajectory_id == self._main:
            return
        if student.trajectory_id not in self._chips:
            self._add_chip(student)
        chip = self._chips[student.trajectory_id]
        chip.show()
        chip.setChecked(True)

    def _show_what_counts(self) -> None:
        self._flow_holder.setVisible(bool(self.chips()))
        self.mode.setVisible(bool(self.chosen()))


class Participants(QWidget):
    """A check box for each colleague of the trajectory."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[QCheckBox] = []
        self._people: list[ParticipantChoice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(
            Label(QCoreApplication.translate("PlanDialog", "Who takes part"), role="button")
        )

    def set_people(
        self, people: Sequence[ParticipantChoice], *, expected: Collection[uuid.UUID], before: QWidget
    ) -> None:
        """Show these people, those who are expected ticked; the Tab key comes here from `before`."""
        for box in self.boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._people, self.boxes = list(people), []
        for person in people:
            box = QCheckBox(f"{person.name} ({party_name(person.party, translate, words())})")
            box.setChecked(person.person_id in expected)
            box.toggled.connect(self.changed)
            self._column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            QWidget.setTabOrder(before, box)
            self.boxes.append(box)
            before = box

    def people(self) -> list[ParticipantChoice]:
        """Who is to choose from."""
        return self._people

    def chosen(self) -> tuple[uuid.UUID, ...]:
        """Who is ticked."""
        return tuple(
            person.person_id for person, box in zip(self._people, self.boxes, strict=True) if box.isChecked()
        )

    def unticked(self) -> frozenset[uuid.UUID]:
        """Who usually takes part but was left out here."""
        return frozenset(person.person_id for person in self._people if person.usual) - {*self.chosen()}
