"""The students of a talk with several: whose take-away is written now, and who has one."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from wpl_desktop.services.talk_views import GroupMember
from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.chip import FilterChip
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import muted_label


class GroupStrip(QWidget):
    """A chip for each student, one of them chosen; a tick on who already has a take-away."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[GroupMember, ...] = ()
        self._current: uuid.UUID | None = None
        self._group = QButtonGroup(self)
        self._hint = muted_label(self.tr("Each one's own take-away. Ctrl+PgDn goes to the next."))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=theme.scaled(8), line_gap=theme.scaled(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(self._hint)
        column.addWidget(self._chips)
        self._group.idClicked.connect(self._on_clicked)
        self.hide()

    def chips(self) -> list[FilterChip]:
        """The chips in their order."""
        return [button for button in self._group.buttons() if isinstance(button, FilterChip)]

    def set_members(self, members: Sequence[GroupMember], *, current: uuid.UUID) -> bool:
        """Show the students of a talk; tells whether the chips were made anew. Fewer than two: nothing to choose."""
        self._current = current
        is_new = tuple(members) != self._members
        if is_new:
            self._members = tuple(members)
            self._fill()
        for chip, member in zip(self.chips(), self._members, strict=True):
            chip.setChecked(member.conversation_id == current)
        self.setVisible(len(members) > 1)
        return is_new

    def step(self, step: int) -> None:
        """Go to the student before or after the chosen one, around the end."""
        ids = [member.conversation_id for member in self._members]
        if len(ids) > 1 and self._current is not None and self._current in ids:
            self.chosen.emit(ids[(ids.index(self._current) + step) % len(ids)])

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return list(self.chips())

    def _fill(self) -> None:
        for chip in self.chips():
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        while self._flow.count():
            self._flow.takeAt(0)
        for number, member in enumerate(self._members):
            chip = FilterChip(member.call_name, icon="check" if member.has_take_away else None)
            if member.has_take_away:
                chip.setAccessibleDescription(self.tr("Has a take-away"))
            self._group.addButton(chip, number)
            self._flow.addWidget(chip)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._members[number].conversation_id)
