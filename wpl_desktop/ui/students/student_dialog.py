"""The form of one student: name, trajectory, people; for adding and for changing."""

from __future__ import annotations

import uuid
from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from wpl_desktop.domain.base import first_year_of
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.people import OrganisationKind, suggested_call_name, suggested_sort_name
from wpl_desktop.domain.trajectories import AssessmentMode, TrajectoryKind, TrajectoryState
from wpl_desktop.services.trajectories import HIGHEST_PHASE, PresenceValues, StudentDetail, StudentValues
from wpl_desktop.texts import assessment_mode_name, error_message, trajectory_kind_name, trajectory_state_name
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.students.form_editors import (
    BlocksEditor,
    CriteriaSetBox,
    OptionalDate,
    PeopleEditor,
    WeekdayPicker,
    complete_with,
)
from wpl_desktop.ui.students.merging import merged
from wpl_desktop.ui.students.presence_editor import PatternButton, PresenceEditor, exams, start_up
from wpl_desktop.ui.widgets.buttons import plain_button, quiet_button
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.moments import DayEdit

if TYPE_CHECKING:
    from wpl_desktop.services import Services

_WIDTH = 760
_FIELDS = frozenset(field.name for field in fields(StudentValues))
_MORE_FIELDS = frozenset(
    {"student_number", "assessment_mode", "notice_given_on", "state", "blocks", "presence", "criteria_set"}
)


class StudentDialog(FormDialog):
    """Adds a student, or changes the one of `trajectory_id`; errors stand at their field."""

    def __init__(
        self, services: Services, *, parent: QWidget | None = None, trajectory_id: uuid.UUID | None = None
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.trajectory_id = trajectory_id
        self._services = services
        self._detail: StudentDetail | None = None
        self._base = services.trajectories.new_student_values()
        self._netherlands = services.profile.values().vocabulary == "education_nl"
        self._shown = self._base
        self._own_call_name = False
        self._own_sort_name = False
        today = services.clock.local().date()
        self.name = QLineEdit()
        self.call_name = QLineEdit()
        self.sort_name = QLineEdit()
        self.second_script = QLineEdit()
        self.kind = QComboBox()
        self.programme = QLineEdit()
        self.phase = QComboBox()
        self.class_names = QLineEdit()
        self.starts_on = DayEdit(self._base.starts_on)
        self.ends_on = DayEdit(self._base.ends_on)
        self.weekdays = WeekdayPicker()
        self.pattern = PatternButton()
        self.workplace = QLineEdit()
        self.institute = QLineEdit()
        self.people = PeopleEditor([choice.name for choice in services.people.colleagues()])
        self.more_button = quiet_button(self.tr("More"), icon="chevron-down", muted=True)
        self.student_number = QLineEdit()
        self.assessment_mode = QComboBox()
        self.state = QComboBox()
        self.notice_given_on = OptionalDate(self.tr("Handed over on"), today=today)
        self.blocks = BlocksEditor(today=today)
        self.presence = PresenceEditor(proposed=self._proposed_presence, today=today)
        self.criteria_set = CriteriaSetBox(services.criteria_sets.sets())
        self.fields = FormLayout()
        self._more = QWidget()
        self._more_form = FormLayout(self._more)
        self.reload_button = plain_button(self.tr("Load again"), icon="restore")
        self._fill_choices()
        self._build_form()
        self.body.addLayout(self.fields)
        self.reload_button.hide()
        self.bar.left.addWidget(self.reload_button)
        self.finish()
        self._connect()
        self._load()

    # Events

    def accept(self) -> None:
        """Keep the student; the dialog stays open when something is not right yet."""
        self.set_message("")
        self.fields.set_errors({})
        self._more_form.set_errors({})
        values = self.values()
        try:
            if self._detail is None:
                self.trajectory_id = self._services.trajectories.add_student(values, origin=self)
            else:
                self._services.trajectories.change_student(self._detail, values, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
        else:
            super().accept()

    def has_unsaved(self) -> bool:
        """Whether the form says something else than when it was opened."""
        return self.values() != self._shown

    # What is in the form

    def values(self) -> StudentValues:
        """The form as it is now."""
        return StudentValues(
            name=self.name.text(),
            call_name=self.call_name.text(),
            sort_name=self.sort_name.text(),
            second_script=self.second_script.text(),
            kind=list(TrajectoryKind)[self.kind.currentIndex()],
            programme=self.programme.text(),
            phase=self.phase.currentIndex() or None,
            class_names=self.class_names.text(),
            student_number=self.student_number.text(),
            starts_on=self.starts_on.value(),
            ends_on=self.ends_on.value(),
            weekdays=self.weekdays.value(),
            workplace=self.workplace.text(),
            institute=self.institute.text(),
            assessment_mode=self._mode(),
            notice_given_on=self.notice_given_on.value(),
            state=list(TrajectoryState)[self.state.currentIndex()],
            people=self.people.value(),
            blocks=self.blocks.value(),
            presence=self.presence.value(),
            criteria_set=self.criteria_set.value(),
        )

    def show_values(self, values: StudentValues) -> None:
        """Put values in the form."""
        # A proposal is only replaced while nobody has chosen a name of their own.
        self._own_call_name = bool(values.call_name) and values.call_name != suggested_call_name(values.name)
        self._own_sort_name = bool(values.sort_name) and values.sort_name != self._proposed_sort_name(
            values.name
        )
        self.name.setText(values.name)
        if values.call_name:
            self.call_name.setText(values.call_name)
        if values.sort_name:
            self.sort_name.setText(values.sort_name)
        self.second_script.setText(values.second_script)
        self.kind.setCurrentIndex(list(TrajectoryKind).index(values.kind))
        self.programme.setText(values.programme)
        self.phase.setCurrentIndex(values.phase or 0)
        self.class_names.setText(values.class_names)
        self.starts_on.set_value(values.starts_on)
        self.ends_on.set_value(values.ends_on)
        self.weekdays.set_value(values.weekdays)
        self.workplace.setText(values.workplace)
        self.institute.setText(values.institute)
        self.people.set_value(values.people)
        self.student_number.setText(values.student_number)
        self.assessment_mode.setCurrentIndex(list(AssessmentMode).index(values.assessment_mode))
        self.notice_given_on.set_value(values.notice_given_on)
        self.state.setCurrentIndex(list(TrajectoryState).index(values.state))
        self.blocks.set_value(values.blocks)
        self.presence.set_value(values.presence)
        self.criteria_set.set_value(values.criteria_set)

    # Slots

    def _on_name(self, text: str) -> None:
        if not self._own_call_name:
            self.call_name.setText(suggested_call_name(text))
        if not self._own_sort_name:
            self.sort_name.setText(self._proposed_sort_name(text))

    def _on_call_name(self, text: str) -> None:
        self._own_call_name = bool(text.strip())

    def _on_sort_name(self, text: str) -> None:
        self._own_sort_name = bool(text.strip())

    def _on_mode(self) -> None:
        if self._mode() is AssessmentMode.SHARED:
            text = self.tr("The three parties look side by side; whoever coaches also evaluates.")
        else:
            text = self.tr("Whoever coaches does not evaluate; an assessor does that apart.")
        self._more_form.field("assessment_mode").set_helper(text)

    def _on_more(self) -> None:
        self._show_more(self._more.isHidden())

    def _on_reload(self) -> None:
        if self._detail is None:
            return
        mine = self.values()
        try:
            fresh = self._services.trajectories.detail(self._detail.trajectory_id)
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        self.show_values(merged(self._base, mine, fresh.values))
        self._detail, self._base = fresh, fresh.values
        self.reload_button.hide()
        self.set_message(self.tr("Loaded again; what you had changed still stands here. Look and keep it."))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rows_changed(self) -> None:
        self.guard(self.form)
        self._set_tab_order()
        # The new row has its place only after the layout has been asked for it.
        QTimer.singleShot(0, self, self._show_focused)

    # Internals

    def _fill_choices(self) -> None:
        for kind in TrajectoryKind:
            self.kind.addItem(trajectory_kind_name(kind, translate))
        for mode in AssessmentMode:
            self.assessment_mode.addItem(assessment_mode_name(mode, translate))
        for state in TrajectoryState:
            self.state.addItem(trajectory_state_name(state, translate))
        self.phase.addItems(["–", *(str(phase) for phase in range(1, HIGHEST_PHASE + 1))])
        people = self._services.people
        complete_with(self.workplace, people.organisations(OrganisationKind.WORKPLACE))
        complete_with(self.institute, people.organisations(OrganisationKind.INSTITUTE))

    def _build_form(self) -> None:
        form = self.fields
        form.add_field("name", filled(self.tr("Name, as the {student} writes it")), self.name)
        form.add_fields(
            {
                "call_name": Field(self.tr("Call name"), self.call_name),
                "sort_name": Field(self.tr("Sorted under"), self.sort_name),
                "second_script": Field(self.tr("Name in another script"), self.second_script),
            }
        )
        form.add_fields(
            {
                "kind": Field(self.tr("Status"), self.kind),
                "programme": Field(self.tr("Programme"), self.programme),
                "phase": Field(self.tr("Phase"), self.phase),
            }
        )
        form.add_fields(
            {
                "class_names": Field(filled("{Class_word}"), self.class_names),
                "starts_on": Field(self.tr("From"), self.starts_on),
                "ends_on": Field(self.tr("To and including"), self.ends_on),
            }
        )
        days = QWidget()
        days_row = QHBoxLayout(days)
        days_row.setContentsMargins(0, 0, 0, 0)
        days_row.addWidget(self.weekdays, 1)
        days_row.addWidget(self.pattern)
        days.setFocusProxy(self.weekdays)
        form.add_field("weekdays", filled(self.tr("Days {at_workplace}")), days)
        form.add_fields(
            {
                "workplace": Field(filled("{Workplace}"), self.workplace),
                "institute": Field(
                    filled("{Institute}"),
                    self.institute,
                    helper=filled(self.tr("Empty: without {institute}, with two perspectives.")),
                ),
            }
        )
        form.add_field("people", filled(self.tr("People around the {student}")), self.people)
        row = QHBoxLayout()
        row.addWidget(self.more_button)
        row.addStretch(1)
        form.addLayout(row)
        more = self._more_form
        more.setContentsMargins(0, 0, 0, 0)
        more.add_fields(
            {
                "student_number": Field(filled(self.tr("Number of the {student}")), self.student_number),
                "assessment_mode": Field(self.tr("Coaching and evaluating"), self.assessment_mode),
            }
        )
        more.add_fields(
            {
                "notice_given_on": Field(self.tr("Privacy notice"), self.notice_given_on),
                "state": Field(self.tr("Trajectory"), self.state),
            }
        )
        more.add_field("blocks", filled("{Block_placement}"), self.blocks)
        more.add_field(
            "presence",
            filled(self.tr("Periods with other days {at_workplace}")),
            self.presence,
            helper=filled(self.tr("No day chosen: the {student} is not there in that period.")),
        )
        more.add_field("criteria_set", self.tr("Version of the criteria"), self.criteria_set)
        more.field("criteria_set").setVisible(self.criteria_set.count() > 1)
        form.addWidget(self._more)
        form.addStretch(1)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_name)
        self.call_name.textEdited.connect(self._on_call_name)
        self.sort_name.textEdited.connect(self._on_sort_name)
        self.assessment_mode.currentIndexChanged.connect(self._on_mode)
        self.more_button.clicked.connect(self._on_more)
        self.people.changed.connect(self._on_rows_changed)
        self.blocks.changed.connect(self._on_rows_changed)
        self.presence.changed.connect(self._on_rows_changed)
        self.pattern.chosen.connect(self.weekdays.set_value)
        self.reload_button.clicked.connect(self._on_reload)

    def _load(self) -> None:
        if self.trajectory_id is None:
            title = filled(self.tr("Add {student}"))
            self.primary.setText(title)
        else:
            self._detail = self._services.trajectories.detail(self.trajectory_id)
            self._base = self._detail.values
            title = self.tr("Edit details of {name}").format(name=self._base.name)
            self.primary.setText(self.tr("Keep changes"))
            self.criteria_set.setEnabled(False)
            self._more_form.field("criteria_set").set_helper(
                self.tr("Stays the same until the trajectory closes: levels are never converted.")
            )
        self.setWindowTitle(title)
        self.show_values(self._base)
        self._on_mode()
        self._shown = self.values()
        self._show_more(False)
        self._set_tab_order()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_more(self, more: bool) -> None:
        self._more.setVisible(more)
        self.more_button.setText(self.tr("Less") if more else self.tr("More"))
        self.more_button.set_icon("chevron-up" if more else "chevron-down")

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        field = error.field if isinstance(error, DomainError) else ""
        text = error_message(error, translate)
        form = self._more_form if field in _MORE_FIELDS else self.fields
        if field in _MORE_FIELDS:
            self._show_more(True)
        if field in _FIELDS:
            form.set_errors({field: text})
            # The field has just grown by its sentence.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.show_field(form.field(field))
        else:
            self.set_message(text)
        changed = isinstance(error, DomainError) and error.code == "changed_meanwhile"
        self.reload_button.setVisible(changed)
        if changed:
            self.reload_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_focused(self) -> None:
        focused = cast("QWidget | None", self.focusWidget())
        if focused is not None and self.form.isAncestorOf(focused):
            self.show_field(focused)

    def _mode(self) -> AssessmentMode:
        return list(AssessmentMode)[self.assessment_mode.currentIndex()]

    def _proposed_presence(self, key: str) -> PresenceValues:
        """The start-up or light presence as the calendar of the year has it."""
        starts_on, ends_on = self.starts_on.value(), self.ends_on.value()
        plan = self._services.school_calendar.years.year(first_year_of(starts_on))
        if key == "start":
            return start_up(plan, starts_on=starts_on, ends_on=ends_on)
        return exams(plan, starts_on=starts_on, ends_on=ends_on, weekdays=self.weekdays.value())

    def _proposed_sort_name(self, name: str) -> str:
        return suggested_sort_name(name, netherlands=self._netherlands)

    def _set_tab_order(self) -> None:
        """Rows come and go: put every editor back in reading order."""
        order: list[QWidget] = [
            self.name,
            self.call_name,
            self.sort_name,
            self.second_script,
            self.kind,
            self.programme,
            self.phase,
            self.class_names,
            self.starts_on,
            self.ends_on,
            *self.weekdays.chips.values(),
            self.weekdays.weekend_button,
            self.pattern.button,
            self.workplace,
            self.institute,
        ]
        for person in self.people.rows:
            order += [person.role, person.name, person.remove_button]
        order += [self.people.add_button, self.more_button, self.student_number, self.assessment_mode]
        order += [self.notice_given_on.tick, self.notice_given_on.edit, self.state]
        for block in self.blocks.rows:
            order += [block.name, block.first, block.last, block.remove_button]
        order += [
            self.blocks.add_button,
            *self.presence.order(),
            self.criteria_set,
            self.reload_button,
            self.cancel,
            self.primary,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
