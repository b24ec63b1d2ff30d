"""The agenda and preparation of a conversation type, to read while planning."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.services.conversations import TypeChoice
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, filled
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label, small_heading


class AgendaPreview(QWidget):
    """The agenda with minutes, who takes part and what the student prepares; nothing can be changed here."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = muted_label("")
        self._items = ListBox()
        self._people = Label(role="secondary")
        self._preparation = Label(role="secondary")
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        head.addWidget(section_label(self.tr("Agenda")))
        head.addWidget(self._total, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        column.addLayout(head)
        column.addSpacing(theme.scaled(4))
        column.addWidget(self._items)
        column.addSpacing(theme.scaled(12))
        column.addWidget(small_heading(filled(self.tr("Prepared by the {student}"))))
        column.addWidget(self._preparation)
        column.addSpacing(theme.scaled(8))
        column.addWidget(small_heading(self.tr("Who is usually there")))
        column.addWidget(self._people)
        column.addStretch(1)

    def titles(self) -> list[str]:
        """The lines of the agenda from top to bottom."""
        return [row.property("title") for row in self._items.rows()]

    def set_type(self, kind: TypeChoice) -> None:
        """Show the agenda of another type."""
        self._items.clear()
        for minutes, title in kind.agenda:
            self._items.add_row(self._row(chosen(title), minutes=minutes))
        self._items.setVisible(bool(kind.agenda))
        total = sum(minutes for minutes, _ in kind.agenda)
        self._total.setText(self.tr("{minutes} minutes").format(minutes=total))
        self._people.setText(chosen(kind.participants))
        self._preparation.setText(chosen(kind.preparation))

    def _row(self, title: str, *, minutes: int) -> QWidget:
        row = QWidget()
        row.setProperty("title", title)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(theme.scaled(12), theme.scaled(7), theme.scaled(12), theme.scaled(7))
        layout.setSpacing(theme.scaled(12))
        layout.addWidget(Label(title, role="secondary"), 1)
        length = Label(self.tr("{minutes} min").format(minutes=minutes), role="secondary", wrap=False)
        length.set_tone("muted")
        layout.addWidget(length, 0, Qt.AlignmentFlag.AlignTop)
        return row
