"""The compound editors of a student's form: days, a date that may be missing, people and block placements."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services.criteria_sets import CriteriaSetRow
from wpl_desktop.services.trajectories import BlockValues, RoleValues
from wpl_desktop.texts import role_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, translate, weekday_name, words
from wpl_desktop.ui.widgets.buttons import IconButton, quiet_button
from wpl_desktop.ui.widgets.chip import FilterChip
from wpl_desktop.ui.widgets.moments import DayEdit

_FRIDAY, _SATURDAY, _SUNDAY = 5, 6, 7


def complete_with(line: QLineEdit, choices: Sequence[str]) -> None:
    """Offer these texts while typing; any other text stays possible."""
    completer = QCompleter(list(dict.fromkeys(choices)), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)


class CriteriaSetBox(QComboBox):
    """The versions of the criteria, the newest first; only a new trajectory can have another one (R13)."""

    def __init__(self, sets: Sequence[CriteriaSetRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids = [row.id for row in sets]
        self.addItems(
            [
                self.tr("{name}, version {edition}").format(name=chosen(row.name), edition=row.edition)
                for row in sets
            ]
        )
        # A long name must not make the whole form wider than the window.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def value(self) -> uuid.UUID | None:
        """The chosen version; None when nothing is."""
        return self._ids[self.currentIndex()] if self.currentIndex() >= 0 else None

    def set_value(self, set_id: uuid.UUID | None) -> None:
        """Choose a version."""
        self.setCurrentIndex(self._ids.index(set_id) if set_id is not None and set_id in self._ids else -1)


class WeekdayPicker(QWidget):
    """A toggle for each weekday; the weekend comes when it is asked for or in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {day: FilterChip(weekday_name(day, short=True)) for day in range(1, _SUNDAY + 1)}
        self.weekend_button = quiet_button(self.tr("Weekend"), icon="plus", muted=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(8))
        for day, chip in self.chips.items():
            chip.setAccessibleName(weekday_name(day))
            chip.setVisible(day <= _FRIDAY)
            layout.addWidget(chip)
        layout.addWidget(self.weekend_button)
        layout.addStretch(1)
        self.setFocusProxy(self.chips[1])
        self.weekend_button.clicked.connect(self._on_weekend)

    def value(self) -> tuple[int, ...]:
        """The chosen ISO weekdays, Monday first."""
        return tuple(day for day, chip in self.chips.items() if chip.isChecked())

    def set_value(self, weekdays: Sequence[int]) -> None:
        """Choose these ISO weekdays."""
        for day, chip in self.chips.items():
            chip.setChecked(day in weekdays)
        if any(day > _FRIDAY for day in weekdays):
            self._show_weekend()

    def _on_weekend(self) -> None:
        self._show_weekend()
        self.chips[_SATURDAY].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_weekend(self) -> None:
        self.chips[_SATURDAY].show()
        self.chips[_SUNDAY].show()
        self.weekend_button.hide()


class OptionalDate(QWidget):
    """A day that may be missing: a tick, and the day once it is ticked."""

    def __init__(self, text: str, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = QCheckBox(text)
        self.edit = DayEdit(today)
        self.edit.setAccessibleName(text)
        self.edit.setVisible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(8))
        layout.addWidget(self.tick)
        layout.addWidget(self.edit)
        layout.addStretch(1)
        self.setMinimumHeight(self.edit.sizeHint().height())
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self.edit.setVisible)

    def value(self) -> date | None:
        """The day, or None while it is not ticked."""
        return self.edit.value() if self.tick.isChecked() else None

    def set_value(self, day: date | None) -> None:
        """Show this day, or none."""
        if day is not None:
            self.edit.set_value(day)
        self.tick.setChecked(day is not None)


class Rows(QWidget):
    """Rows of editors with a button to remove each and one to add another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = quiet_button("", icon="plus")
        self.box = QVBoxLayout()
        self.box.setSpacing(theme.scaled(8))
        self.below = QHBoxLayout()
        self.below.addWidget(self.add_button)
        self.below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(8))
        layout.addLayout(self.box)
        layout.addLayout(self.below)
        self.setFocusProxy(self.add_button)

    def drop(self, row: QWidget) -> None:
        """Take a row away; the keyboard goes on at the button below."""
        self.box.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class PersonRow(QWidget):
    """Somebody around the student: role and name."""

    def __init__(self, person: RoleValues, *, colleagues: Sequence[str]) -> None:
        super().__init__()
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Role"))
        self.role.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.role.setMinimumWidth(theme.scaled(220))
        for role in Role:
            self.role.addItem(role_name(role, translate, words()), role)
        self.role.setCurrentIndex(list(Role).index(person.role))
        self.name = QLineEdit(person.name)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Name"))
        complete_with(self.name, colleagues)
        self.remove_button = IconButton("close", name=self.tr("Remove this person"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(8))
        layout.addWidget(self.role)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.remove_button)

    def value(self) -> RoleValues:
        """The role and the name as typed."""
        return RoleValues(role=list(Role)[self.role.currentIndex()], name=self.name.text())


class PeopleEditor(Rows):
    """The people around a student."""

    def __init__(self, colleagues: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button.setText(self.tr("Add person"))
        self._colleagues = tuple(colleagues)
        self.rows: list[PersonRow] = []
        self.add_button.clicked.connect(self._on_add)

    def value(self) -> tuple[RoleValues, ...]:
        """Everybody with a name."""
        return tuple(row.value() for row in self.rows if row.value().name.strip())

    def set_value(self, people: Sequence[RoleValues]) -> None:
        """Show these people."""
        for row in list(self.rows):
            self._on_remove(row)
        for person in people:
            self._add(person)

    def _on_add(self) -> None:
        used = {row.value().role for row in self.rows}
        common = (Role.CLASS_MENTOR, Role.INSTITUTE_SUPERVISOR, Role.SCHOOL_MENTOR)
        role = next((role for role in common if role not in used), Role.CLASS_MENTOR)
        row = self._add(RoleValues(role=role, name=""))
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, person: RoleValues) -> PersonRow:
        row = PersonRow(person, colleagues=self._colleagues)
        row.remove_button.clicked.connect(lambda: self._on_remove(row))
        self.rows.append(row)
        self.box.addWidget(row)
        self.changed.emit()
        return row

    def _on_remove(self, row: PersonRow) -> None:
        self.rows.remove(row)
        self.drop(row)


class BlockRow(QWidget):
    """One block placement: name, first and last day."""

    def __init__(self, block: BlockValues) -> None:
        super().__init__()
        self.name = QLineEdit(block.name)
        self.name.setAccessibleName(self.tr("Name of the block"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.first = DayEdit(block.starts_on)
        self.first.setAccessibleName(self.tr("First day"))
        self.last = DayEdit(block.ends_on)
        self.last.setAccessibleName(self.tr("Last day"))
        self.remove_button = IconButton("close", name=self.tr("Remove this block"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(8))
        layout.addWidget(self.name, 1)
        layout.addWidget(self.first)
        layout.addWidget(self.last)
        layout.addWidget(self.remove_button)

    def value(self) -> BlockValues:
        """The block as typed."""
        return BlockValues(name=self.name.text(), starts_on=self.first.value(), ends_on=self.last.value())


class BlocksEditor(Rows):
    """The block placements of a student."""

    def __init__(self, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button.setText(self.tr("Add block"))
        self._today = today
        self.rows: list[BlockRow] = []
        self.add_button.clicked.connect(self._on_add)

    def value(self) -> tuple[BlockValues, ...]:
        """Every block."""
        return tuple(row.value() for row in self.rows)

    def set_value(self, blocks: Sequence[BlockValues]) -> None:
        """Show these blocks."""
        for row in list(self.rows):
            self._on_remove(row)
        for block in blocks:
            self._add(block)

    def _on_add(self) -> None:
        row = self._add(BlockValues(name="", starts_on=self._today, ends_on=self._today))
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, block: BlockValues) -> BlockRow:
        row = BlockRow(block)
        row.remove_button.clicked.connect(lambda: self._on_remove(row))
        self.rows.append(row)
        self.box.addWidget(row)
        self.changed.emit()
        return row

    def _on_remove(self, row: BlockRow) -> None:
        self.rows.remove(row)
        self.drop(row)
