"""The fields of the dialog that plans a conversation and where they stand; what they do is in the dialog itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.domain.series import Scope
from wpl_desktop.services.student_list import ListedStudent
from wpl_desktop.texts_talks import scope_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.agenda_preview import AgendaPreview
from wpl_desktop.ui.conversation.hats import HatBox, HatStrip
from wpl_desktop.ui.conversation.plan_days import DaysPreview
from wpl_desktop.ui.conversation.plan_people import OtherStudents, Participants
from wpl_desktop.ui.conversation.plan_series import RepeatFields
from wpl_desktop.ui.conversation.plan_when import WhenFields
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import FormLayout
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import muted_label

PREVIEW_WIDTH = 312
# Less than this and the preview goes below the fields.
LEAST_WIDTH = 800
BELOW_MARGINS = 64
DAYS_WAIT_MS = 120


class PlanForm(FormDialog):
    """Fields on the left, what they lead to on the right; below each other where there is no room."""

    def __init__(
        self, parent: QWidget | None, *, students: Sequence[ListedStudent], scopes: Sequence[Scope]
    ) -> None:
        super().__init__(parent, width=896)
        self._make_fields(students, scopes)
        self._assemble()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= theme.scaled(LEAST_WIDTH)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        beside = theme.scaled(PREVIEW_WIDTH)
        self._side.setFixedWidth(
            beside if is_wide else max(beside, self.width() - theme.scaled(BELOW_MARGINS))
        )

    # Building

    def _make_fields(self, students: Sequence[ListedStudent], scopes: Sequence[Scope]) -> None:
        self.strip = HatStrip()
        self.reason = muted_label("")
        self.student = QComboBox()
        self.others = OtherStudents(students)
        self.others.before = self.student
        self.type_box = HatBox()
        self.when = WhenFields()
        self.day, self.time, self.minutes = self.when.day, self.when.time, self.when.minutes
        self.moment = self.when.moment
        self.repeat = RepeatFields()
        self.scope_box = QComboBox()
        self.scope_box.addItems([scope_name(scope, translate) for scope in scopes])
        self.warning = Hint("", icon="warning")
        self.care = Hint("")
        self.place = QLineEdit()
        self.participants = Participants()
        self.preview = AgendaPreview()
        self.days = DaysPreview()
        self._days_later = QTimer(self)
        self._days_later.setSingleShot(True)
        self._days_later.setInterval(DAYS_WAIT_MS)

    def _assemble(self) -> None:
        self.head.addWidget(self.strip)
        left = QVBoxLayout()
        left.setSpacing(theme.scaled(16))
        left.addWidget(self.reason)
        self._form = FormLayout()
        self._form.add_field("student", filled(self.tr("{Student}")), self.student)
        self._form.addWidget(self.others)
        self._form.add_field("type", self.tr("Kind of conversation"), self.type_box)
        left.addLayout(self._form)
        when = QVBoxLayout()
        when.setSpacing(theme.scaled(8))
        when.addWidget(self.when)
        when.addWidget(self.warning)
        left.addLayout(when)
        left.addWidget(self.repeat)
        last = FormLayout()
        last.add_field("scope", self.tr("Which ones"), self.scope_box).setVisible(self.scope_box.count() > 1)
        last.add_field("place", self.tr("Place"), self.place)
        left.addLayout(last)
        left.addWidget(self.participants)
        left.addWidget(self.care)
        left.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.days)
        side.addWidget(self.preview, 1)
        self._side.setFixedWidth(theme.scaled(PREVIEW_WIDTH))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.scaled(32))
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._columns)
        self.days.hide()
