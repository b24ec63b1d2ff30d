"""Which version of the criteria new trajectories get, and the way to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.language import chosen, filled
from wpl_desktop.ui.settings.section import ButtonRow, Section
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label, muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


class CriteriaSection(Section):
    """One line and one button."""

    criteria_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Criteria"), icon="evaluations", parent=parent)
        self.current = Label(role="strong")
        self._explanation = muted_label("")
        self.open_button = Button(self.tr("Look at the criteria"), icon="file")
        self.column.addWidget(self.current)
        self.column.addWidget(self._explanation)
        self.column.addWidget(ButtonRow((self.open_button,)))
        self.open_button.clicked.connect(self.criteria_requested)

    def show_services(self, services: Services) -> None:
        """Show which version of this profile is given to new trajectories."""
        row = next(row for row in services.criteria_sets.sets() if row.is_default)
        self.current.setText(
            self.tr("{name}, version {edition}").format(name=chosen(row.name), edition=row.edition)
        )
        self._explanation.setText(
            filled(self.tr("New {students} get this version. Whoever has begun keeps the version of then."))
        )
