"""Whether a paper and the record agree, by the code that stands on the paper."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.finalising import CodeCheck
from wpl_desktop.texts import error_message
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.language import clock_time, day_with_year, translate
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import Field, IconMark
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

WIDTH = 560


class CodeDialog(FormDialog):
    """Says whose report a code belongs to, whether that version holds, and whether the record still says the same."""

    open_requested = Signal(str, dict)

    def __init__(
        self, services: Services, *, round_id: uuid.UUID | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=WIDTH)
        self._services = services
        self._round_id = round_id
        self._found: CodeCheck | None = None
        self.setWindowTitle(self.tr("Check a code"))
        self.code = QLineEdit()
        self.code.setPlaceholderText("ABCD-EFGH-IJKL-MNOP")
        self.code_field = Field(
            self.tr("Code on the paper"),
            self.code,
            helper=self.tr(
                "16 letters and digits, at the bottom of each page. Capitals and dashes do not matter."
            ),
        )
        self.answer = Card()
        self.who = Label("", role="strong")
        self.which = muted_label("")
        self.lines: list[Label] = []
        self._facts = QVBoxLayout()
        self.open_button = plain_button(self.tr("Open the report"), icon="file", height=36)
        self.primary.setText(self.tr("Check"))
        self.cancel.setText(self.tr("Close"))
        self._assemble()
        self.finish()
        self.code.textEdited.connect(self._on_typed)
        self.open_button.clicked.connect(self._on_open)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def found(self) -> CodeCheck | None:
        """What the record says of the code that was checked last; None when nothing does."""
        return self._found

    # Events

    def accept(self) -> None:
        """Look the code up; an unknown one is said at the field, and the dialog stays."""
        self.code_field.set_error(None)
        self.set_message("")
        self._show(None)
        try:
            found = self._services.finalising.check(self.code.text())
            if joint_screen.is_on() and found.round_id != self._round_id:
                # Whose paper it is may be nobody's business who looks along.
                self.code_field.set_error(self.tr("Not on the joint screen. Stop it first with F9."))
                return
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        self._show(found)
        # Ready for the code of the next paper; the report is one Tab away.
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()

    # Slots

    def _on_typed(self) -> None:
        self.code_field.set_error(None)
        self._show(None)

    def _on_open(self) -> None:
        if self._found is not None:
            arguments: dict[str, object] = {
                "round_id": self._found.round_id,
                "edition": self._found.edition,
            }
            super().accept()
            self.open_requested.emit("printing", arguments)

    # Internals

    def _assemble(self) -> None:
        self.body.addWidget(self.code_field)
        self.answer.add(self.who)
        self.answer.add(self.which)
        self._facts.setSpacing(theme.scaled(6))
        self.answer.column.addLayout(self._facts)
        self.answer.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.answer.hide()
        self.body.addWidget(self.answer)
        self.body.addStretch(1)

    def _show(self, found: CodeCheck | None) -> None:
        self._found = found
        self.answer.setVisible(found is not None)
        while (item := self._facts.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.lines = []
        if found is None:
            return
        made = found.version.finalised_at
        self.who.setText(found.student_name)
        self.which.setText(
            self.tr("Round {number}, version {edition}, made final on {day} {time}").format(
                number=found.round_number,
                edition=found.edition,
                day=day_with_year(made.date()),
                time=clock_time(made),
            )
        )
        for text, good in self._says(found):
            self._add_fact(text, good=good)
        self.grow()

    def _says(self, found: CodeCheck) -> list[tuple[str, bool]]:
        current = (
            self.tr("This is the version that holds.")
            if found.is_current
            else self.tr("This version was opened again: a later one holds or is being made.")
        )
        kept = (
            self.tr("What was kept of it is intact.")
            if found.matches
            else self.tr("What was kept of it is no longer what the paper was made from.")
        )
        same = (
            self.tr("The round says the same today.")
            if found.still_so
            else self.tr("The round says something else today.")
        )
        return [(current, found.is_current), (kept, found.matches), (same, found.still_so)]

    def _add_fact(self, text: str, *, good: bool) -> None:
        label = Label(text, tone="text" if good else "amber")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(8))
        mark = IconMark("check" if good else "warning", tone="accent" if good else "amber")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._facts.addWidget(line)
        line.show()
        self.lines.append(label)

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field == "code":
            self.code_field.set_error(message)
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.code.selectAll()
        else:
            self.set_message(message)
