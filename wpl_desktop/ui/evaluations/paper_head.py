"""The head of a paper sheet: who wrote it, the date on it, the version of the criteria, and whether it is blind."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.sheets import SheetView
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.moments import DayEdit
from wpl_desktop.ui.widgets.shapes import ShapeMark

_BESIDE_FROM = 700


class PaperHead(QWidget):
    """Whose paper this is; knows nothing of saving."""

    changed = Signal()
    left = Signal()
    own_sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self._marks = {perspective: ShapeMark(shape, size=10) for perspective, shape in SHAPES.items()}
        self._whose = Label(role="strong")
        self.written_by = QLineEdit()
        self.written_on = DayEdit()
        self.by_field = Field(self.tr("Written by"), self.written_by)
        self.on_field = Field(self.tr("Date on the paper"), self.written_on)
        self._edition = Label(role="strong", wrap=False)
        self._compare = Label(role="secondary", tone="muted")
        self._notice = Hint("")
        self.own_sheet = quiet_button(self.tr("To your own sheet"))
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self.written_by.textEdited.connect(self._on_changed)
        self.written_by.editingFinished.connect(self.left)
        self.written_on.dateChanged.connect(self._on_changed)
        self.written_on.editingFinished.connect(self.left)
        self.own_sheet.clicked.connect(self.own_sheet_wanted)

    def show_sheet(self, view: SheetView, *, person: str, today: date) -> None:
        """Say whose paper this is; `person` is who writes it unless something else is kept."""
        self._loading = True
        for perspective, mark in self._marks.items():
            mark.setVisible(perspective is view.perspective)
        self._whose.setText(self._whose_words(view))
        self.written_by.setText(view.written_by or person)
        self.written_by.setCursorPosition(0)
        self.written_on.set_value(view.written_on or today)
        self._edition.setText(self.tr("Criteria {edition}").format(edition=view.edition))
        self._compare.setText(
            self.tr("The same version stands at the top of the paper? Another one has other level texts.")
        )
        self._loading = False

    def show_blindness(self, view: SheetView, *, own_ready: bool) -> None:
        """Say whether this is blind (R5), and how it can be."""
        words, avoidable = self._notice_words(view, own_ready=own_ready)
        self._notice.set_text(words)
        self._notice.setVisible(bool(words))
        self.own_sheet.setVisible(avoidable)

    def set_locked(self, locked: bool, *, view: SheetView) -> None:
        """Make the fields read-only; then only what is kept in `view` is shown."""
        self.written_by.setReadOnly(locked)
        self.written_on.setEnabled(not locked)
        # What is only proposed is not shown as if it were kept.
        self.by_field.setVisible(not locked or bool(view.written_by))
        self.on_field.setVisible(not locked or view.written_on is not None)
        self._compare.setVisible(not locked)

    def notice_text(self) -> str:
        """What is said about being blind; empty when nothing is."""
        return "" if self._notice.isHidden() else self._notice.text()

    def edition_text(self) -> str:
        """The version of the criteria to compare with the paper."""
        return self._edition.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= theme.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._fields.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    # Internals

    def _assemble(self) -> None:
        whose = QHBoxLayout()
        whose.setSpacing(theme.scaled(6))
        for mark in self._marks.values():
            whose.addWidget(mark)
        whose.addWidget(self._whose, 1)
        edition = QVBoxLayout()
        edition.setSpacing(0)
        edition.addWidget(self._edition)
        edition.addWidget(self._compare)
        edition.addStretch(1)
        self.written_on.setMinimumWidth(theme.scaled(140))
        self._fields.setSpacing(theme.scaled(16))
        self._fields.addWidget(self.by_field, 2)
        self._fields.addWidget(self.on_field, 0)
        self._fields.addLayout(edition, 3)
        notice = QHBoxLayout()
        notice.setSpacing(theme.scaled(8))
        notice.addWidget(self._notice, 1)
        notice.addWidget(self.own_sheet, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addLayout(whose)
        column.addLayout(self._fields)
        column.addLayout(notice)
        self._notice.hide()
        self.own_sheet.hide()

    def _on_changed(self) -> None:
        if not self._loading:
            self.changed.emit()

    def _whose_words(self, view: SheetView) -> str:
        if view.perspective is Perspective.STUDENT:
            return filled(self.tr("Paper sheet of the {student}: {name}"), name=view.student_name)
        if view.perspective is Perspective.INSTITUTE:
            return filled(self.tr("Paper sheet of the {institute_supervisor}"))
        return self.tr("Your own sheet on paper")

    def _notice_words(self, view: SheetView, *, own_ready: bool) -> tuple[str, bool]:
        """The sentence, and whether it can still be avoided."""
        if view.final:
            return self.tr("This round is final: you can read it, not change it."), False
        if view.perspective is Perspective.WORKPLACE:
            return "", False
        if not view.blind:
            return self.tr("Not blind: this is recorded and printed with the sheet."), False
        if view.ready_at is not None:
            return "", False
        if view.revealed:
            return (
                self.tr("The views are side by side already: what you type now is kept as “not blind”."),
                False,
            )
        if not own_ready:
            words = self.tr(
                "Not blind: your own sheet is not ready yet. Make it ready first, or type on: it is then printed as "
                "“not blind”."
            )
            return words, True
        return "", False
