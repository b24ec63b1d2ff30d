"""The list with what narrows it: words, what became of a talk, its kind, and one student."""

from __future__ import annotations

import uuid
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agenda import Wanted
from wpl_desktop.texts import conversation_state_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda.list_view import AgendaList
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.widgets.chip import FilterChip
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.filter_line import FilterLine
from wpl_desktop.ui.widgets.flow import FlowLayout

_FILTER: Final = 250
#: Everything besides coaching and evaluating.
_OTHER_HATS: Final = frozenset({Hat.PEERS, Hat.PROGRAMME, Hat.INSTITUTE})


class ListPane(QWidget):
    """The filters and the list below them."""

    wanted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trajectory_id: uuid.UUID | None = None
        self.filter_line = FilterLine()
        self.states = {
            state: FilterChip(capital(conversation_state_name(state, translate)))
            for state in ConversationState
        }
        self.kinds = {
            frozenset({Hat.COACH}): FilterChip(self.tr("Coaching")),
            frozenset({Hat.EVALUATE}): FilterChip(self.tr("Evaluating")),
            _OTHER_HATS: FilterChip(self.tr("Other")),
        }
        self.student = FilterChip("", icon="user")
        self.list = AgendaList()
        self.not_found = EmptyState(
            self.tr("No conversation fits these filters."), action=self.tr("Clear filters")
        )
        self._tools = QWidget()
        self._assemble()
        self._connect()

    def wanted(self, *, kinds: tuple[tuple[uuid.UUID, str], ...]) -> Wanted:
        """What is asked for; `kinds` is what each type is called on the screen."""
        states = frozenset(state for state, chip in self.states.items() if chip.isChecked())
        hats = frozenset(hat for some, chip in self.kinds.items() if chip.isChecked() for hat in some)
        return Wanted(
            trajectory_id=self._trajectory_id if self.student.isChecked() else None,
            states=states,
            hats=hats,
            text=self.filter_line.text().strip(),
            kinds=kinds,
        )

    def only(self, trajectory_id: uuid.UUID, name: str) -> None:
        """Show the talks with one student."""
        self.clear()
        self._trajectory_id = trajectory_id
        self.student.setText(self.tr("Only {name}").format(name=name))
        self.student.blockSignals(True)
        self.student.setChecked(True)
        self.student.blockSignals(False)
        self.student.show()

    def clear(self) -> None:
        """Narrow nothing; nobody is told."""
        for widget in (self.filter_line, *self._chips()):
            widget.blockSignals(True)
        self.filter_line.clear()
        for chip in self._chips():
            chip.setChecked(False)
        for widget in (self.filter_line, *self._chips()):
            widget.blockSignals(False)
        self.student.hide()

    def show_found(self, found: bool) -> None:
        """The list, or that there is nothing."""
        self.list.setVisible(found)
        self.not_found.setVisible(not found)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Else the list takes the second line of filters in a low window.
        self._tools.setMinimumHeight(self._tools.heightForWidth(self.width()))

    # Slots

    def _on_changed(self) -> None:
        self.wanted_changed.emit()

    def _on_clear(self) -> None:
        self.clear()
        self.wanted_changed.emit()
        self.filter_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_passed_on(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self.list, event)

    # Internals

    def _chips(self) -> list[FilterChip]:
        return [*self.states.values(), *self.kinds.values(), self.student]

    def _assemble(self) -> None:
        words = filled(self.tr("Filter by name, kind or place"))
        self.filter_line.setPlaceholderText(words)
        self.filter_line.setAccessibleName(words)
        self.filter_line.setFixedWidth(theme.scaled(_FILTER))
        tools = FlowLayout(self._tools, gap=theme.scaled(8), line_gap=theme.scaled(8))
        tools.addWidget(self.filter_line)
        for chip in self._chips():
            tools.addWidget(chip)
        self.student.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(12))
        column.addWidget(self._tools)
        column.addWidget(self.list, 1)
        column.addWidget(self.not_found)
        column.addStretch(0)
        self.not_found.hide()

    def _connect(self) -> None:
        self.filter_line.textChanged.connect(self._on_changed)
        self.filter_line.passed_on.connect(self._on_passed_on)
        for chip in self._chips():
            chip.toggled.connect(self._on_changed)
        self.not_found.triggered.connect(self._on_clear)
