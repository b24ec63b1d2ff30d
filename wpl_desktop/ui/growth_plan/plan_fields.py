"""The editors of a growth plan: a text under its name, a day that may be missing, and a choice."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.growth_plan.plan_keeper import Part, PartKey
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.moments import DayEdit
from wpl_desktop.ui.widgets.shapes import Shape, ShapeMark
from wpl_desktop.ui.widgets.text_area import TextArea

_MOST_LINES = 14


class PartText(QWidget):
    """One text: its name, what belongs in it, and room to write; tells its key and text, and when it was left."""

    typed = Signal(object, object)
    left = Signal()

    def __init__(
        self, part: Part, name: str, *, hint: str = "", shape: Shape | None = None, least_lines: int = 2
    ) -> None:
        super().__init__()
        self.part = part
        self.record_id: uuid.UUID | None = None
        self._filling = False
        self.area = TextArea(name=name, least_lines=least_lines, most_lines=_MOST_LINES)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        if shape is not None:
            head.addWidget(ShapeMark(shape), 0, Qt.AlignmentFlag.AlignVCenter)
        label = Label(name, role="button")
        label.setBuddy(self.area)
        head.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(6))
        column.addLayout(head)
        if hint:
            self.area.setAccessibleDescription(hint)
            column.addWidget(muted_label(hint))
        column.addWidget(self.area)
        column.addStretch(1)
        self.area.textChanged.connect(self._on_changed)
        self.area.installEventFilter(self)

    def set_text(self, text: str, *, record_id: uuid.UUID) -> None:
        """Show what is kept of a plan or goal; blanks at the end are not, and no reason to move the cursor."""
        self.record_id = record_id
        if text == self.area.text().strip():
            return
        self._filling = True
        cursor = self.area.textCursor()
        place = cursor.position()
        self.area.set_text(text)
        cursor = self.area.textCursor()
        cursor.setPosition(min(place, self.area.document().characterCount() - 1))
        self.area.setTextCursor(cursor)
        self._filling = False

    def set_open(self, is_open: bool) -> None:
        """Whether one may write here."""
        self.area.setReadOnly(not is_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area and event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        if not self._filling and self.record_id is not None:
            self.typed.emit(PartKey(record_id=self.record_id, part=self.part), self.area.text())


class PartDay(QWidget):
    """A day that may be missing: a tick, and the day once it is ticked."""

    ticked = Signal(object, object)
    typed = Signal(object, object)

    def __init__(self, part: Part, text: str, *, proposal: date) -> None:
        super().__init__()
        self.part = part
        self.record_id: uuid.UUID | None = None
        self._filling = False
        self._proposal = proposal
        self.tick = QCheckBox(text)
        self.edit = DayEdit(proposal)
        self.edit.setAccessibleName(text)
        self.edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edit.installEventFilter(self)
        self.edit.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(8))
        row.addWidget(self.tick)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.setMinimumHeight(self.edit.sizeHint().height())
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self._on_ticked)
        self.edit.dateChanged.connect(self._on_changed)

    def value(self) -> date | None:
        """The day, or None while it is not ticked."""
        return self.edit.value() if self.tick.isChecked() else None

    def set_value(self, day: date | None, *, proposal: date, record_id: uuid.UUID) -> None:
        """Show what is kept of a plan or goal; `proposal` is the day to begin with when it is ticked."""
        self._filling = True
        self.record_id = record_id
        self._proposal = proposal
        if self.value() != day:
            if day is not None:
                self.edit.set_value(day)
            self.tick.setChecked(day is not None)
        self.edit.setVisible(day is not None)
        self._filling = False

    def set_open(self, is_open: bool) -> None:
        """Whether one may choose here."""
        self.tick.setEnabled(is_open)
        self.edit.setEnabled(is_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Turning the wheel over a day scrolls the page and never changes it by accident.
        if watched is self.edit and event.type() is QEvent.Type.Wheel and not self.edit.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _on_ticked(self, checked: bool) -> None:
        if self._filling or self.record_id is None:
            return
        if checked:
            self._filling = True
            self.edit.set_value(self._proposal)
            self._filling = False
        self.edit.setVisible(checked)
        self.ticked.emit(PartKey(record_id=self.record_id, part=self.part), self.value())

    def _on_changed(self) -> None:
        if not self._filling and self.record_id is not None and self.tick.isChecked():
            self.typed.emit(PartKey(record_id=self.record_id, part=self.part), self.edit.value())


class QuietBox(QComboBox):
    """A choice that the wheel leaves alone while it has no focus."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], *, name: str) -> None:
        super().__init__()
        self._values = [value for value, _ in choices]
        self.addItems([text for _, text in choices])
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)

    def value(self) -> object:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def set_value(self, value: object) -> None:
        """Choose without a signal."""
        self.setCurrentIndex(self._values.index(value))

    def _on_activated(self, _place: int) -> None:
        self.chosen.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
