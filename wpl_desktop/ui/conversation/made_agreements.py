"""New agreements: what was agreed in this talk, and the quick line *who, what, by when* below it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.services.agreements import AgreementRow, AgreementValues
from wpl_desktop.services.talk_views import OwnerChoice
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.talk_words import by_when
from wpl_desktop.ui.style import ERROR_PROPERTY
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.chip import Chip
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, section_label
from wpl_desktop.ui.widgets.moments import DayEdit

_DAY_WIDTH: Final = 128

Owners = Sequence[tuple[OwnerChoice, str]]


@dataclass(frozen=True, kw_only=True)
class MadeAgreement:
    """One agreement of this talk with the name of whose it is."""

    row: AgreementRow
    owner: str


class AgreementDetails(QWidget):
    """Whose an agreement is and, when ticked, by when."""

    def __init__(self, action: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Who"))
        self.has_day = QCheckBox(self.tr("by"))
        self.has_day.setAccessibleName(self.tr("With a date"))
        self.day = DayEdit()
        self.day.setAccessibleName(self.tr("By when"))
        self.day.setFixedWidth(theme.scaled(_DAY_WIDTH))
        self.day.setEnabled(False)
        self.keep = plain_button(action, icon="check")
        last = QHBoxLayout()
        last.setSpacing(theme.scaled(8))
        last.addWidget(self.has_day)
        last.addWidget(self.day)
        last.addStretch(1)
        last.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(self.who)
        column.addLayout(last)
        self.has_day.toggled.connect(self.day.setEnabled)

    def set_names(self, names: list[str]) -> None:
        """Who may be chosen; the same names keep the choice."""
        if names != [self.who.itemText(number) for number in range(self.who.count())]:
            self.who.clear()
            self.who.addItems(names)

    def set_values(self, owner: int, *, day: date, with_day: bool) -> None:
        """Choose somebody by place in the list, and a day."""
        self.who.setCurrentIndex(owner)
        self.day.set_value(day)
        self.has_day.setChecked(with_day)


class AgreementForm(QWidget):
    """One line for what was agreed; who and by when unfold while there are words in it. Enter keeps it."""

    submitted = Signal(object)
    cancelled = Signal()
    unfolded = Signal()

    def __init__(self, action: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._owners: list[OwnerChoice] = []
        self._names: list[str] = []
        self._usual_day = date.min
        self._with_day = False
        # Made at the first word: its calendar would keep the page waiting.
        self._details: AgreementDetails | None = None
        self.what = QLineEdit()
        self.what.setAccessibleName(self.tr("New agreement"))
        self.what.setPlaceholderText(self.tr("Who, what, by when"))
        self.what.installEventFilter(self)
        self._message = MessageLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.scaled(px) for px in (12, 8, 12, 8)))
        self._column.setSpacing(theme.scaled(8))
        self._column.addWidget(self.what)
        self._column.addWidget(self._message)
        self._message.hide()
        self.what.textEdited.connect(self._on_edited)

    @property
    def details(self) -> AgreementDetails:
        """Who and by when; made when first asked for."""
        if self._details is None:
            self._details = self._make_details()
            self.unfolded.emit()
        return self._details

    def set_owners(self, owners: Owners, *, usual_day: date, with_day: bool) -> None:
        """Who may be chosen; the first is the usual one, as is the day when it is ticked."""
        self._owners = [owner for owner, _ in owners]
        self._names = [name for _, name in owners]
        self._usual_day, self._with_day = usual_day, with_day
        if self._details is not None:
            self._details.set_names(self._names)

    def set_values(self, row: AgreementRow) -> None:
        """Fill in an agreement, to write it differently."""
        wanted = (row.party, row.person_id)
        known = [(owner.party, owner.person_id) for owner in self._owners]
        self.what.setText(row.text)
        self.details.set_values(
            known.index(wanted) if wanted in known else 0,
            day=row.due_on or self._usual_day,
            with_day=row.due_on is not None,
        )
        self.details.show()

    def values(self) -> AgreementValues:
        """What is filled in."""
        owner = self._owners[self.details.who.currentIndex()]
        return AgreementValues(
            party=owner.party,
            person_id=owner.person_id,
            text=self.what.text().strip(),
            due_on=self.details.day.value() if self.details.has_day.isChecked() else None,
        )

    def is_used(self) -> bool:
        """Whether something was typed."""
        return bool(self.what.text().strip())

    def clear(self) -> None:
        """Make it empty and small again, with the usual day."""
        # Unlike `clear` this leaves nothing in the field for Ctrl+Z, which then is about the agreement.
        self.what.setText("")
        if self._details is not None:
            self._details.set_values(0, day=self._usual_day, with_day=self._with_day)
            self._details.hide()
        self.set_error("")

    def error(self) -> str:
        """What is said to be wrong here; empty when nothing is."""
        return self._message.text()

    def set_error(self, text: str) -> None:
        """Say what is wrong, or take that away with an empty text."""
        self._message.set_text(text)
        self._message.setVisible(bool(text))
        self.what.setProperty(ERROR_PROPERTY, bool(text))
        self.what.setAccessibleDescription(text)
        self.what.update()

    def submit(self) -> None:
        """Hand over what is filled in."""
        self.submitted.emit(self.values())

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        if self._details is None:
            return [self.what]
        return [self.what, *self._parts(self._details), self._details.keep]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.submit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
        return super().eventFilter(watched, event)

    def _make_details(self) -> AgreementDetails:
        details = AgreementDetails(self._action)
        details.set_names(self._names)
        details.set_values(0, day=self._usual_day, with_day=self._with_day)
        for part in self._parts(details):
            part.installEventFilter(self)
        details.keep.clicked.connect(self.submit)
        self._column.addWidget(details)
        return details

    def _parts(self, details: AgreementDetails) -> list[QWidget]:
        return [details.who, details.has_day, details.day]

    def _on_edited(self) -> None:
        self.details.setVisible(self.is_used())
        self.set_error("")


class MadeRow(QWidget):
    """One agreement of this talk: its words, who and by when, with a way to change and to remove it."""

    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(self, made: MadeAgreement, *, enabled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agreement = made.row
        self._text = Label(made.row.text)
        self.edit = IconButton("edit", name=self.tr("Change: {text}").format(text=made.row.text))
        self.remove = IconButton("trash", name=self.tr("Remove: {text}").format(text=made.row.text))
        facts = QHBoxLayout()
        facts.setSpacing(theme.scaled(8))
        facts.addWidget(Chip(made.owner, icon="user"))
        if made.row.due_on is not None:
            facts.addWidget(Chip(by_when(made.row.due_on), icon="agenda"))
        facts.addStretch(1)
        for button in (self.edit, self.remove):
            button.setVisible(enabled)
            facts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.scaled(12), theme.scaled(10), theme.scaled(8), theme.scaled(6))
        column.setSpacing(theme.scaled(2))
        column.addWidget(self._text)
        column.addLayout(facts)
        self.edit.clicked.connect(self.edit_requested)
        self.remove.clicked.connect(self.remove_requested)

    def text(self) -> str:
        """What was agreed."""
        return self._text.text()


class MadeAgreements(QWidget):
    """The agreements of this talk with the quick line at the end."""

    added = Signal(object)
    changed = Signal(object, object)
    removed = Signal(object)
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[MadeRow] = []
        self._shown: list[MadeAgreement] = []
        self._enabled = True
        self._edited: AgreementRow | None = None
        self._title = section_label(self.tr("New agreements"))
        self.quick = AgreementForm(self.tr("Add"))
        self.editor = AgreementForm(self.tr("Done"))
        self._list = ListBox()
        self._list.add_row(self.quick)
        self._list.add_row(self.editor)
        self.editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(self._title)
        column.addWidget(self._list)
        for form in (self.quick, self.editor):
            form.unfolded.connect(self.rows_changed)
        self.quick.submitted.connect(self._on_submitted)
        self.quick.cancelled.connect(self.quick.clear)
        self.editor.submitted.connect(self._on_edited)
        self.editor.cancelled.connect(self.stop_editing)

    def set_agreements(
        self,
        made: Sequence[MadeAgreement],
        *,
        owners: Owners,
        usual_day: date,
        with_day: bool,
        enabled: bool,
    ) -> bool:
        """Show what was agreed; tells whether the rows were made anew."""
        for form in (self.quick, self.editor):
            form.set_owners(owners, usual_day=usual_day, with_day=with_day)
        if not self.quick.is_used():
            self.quick.clear()
        self.quick.setVisible(enabled)
        self.setVisible(enabled or bool(made))
        is_new = list(made) != self._shown or enabled != self._enabled
        if is_new:
            self._shown, self._enabled = list(made), enabled
            if self._edited is not None and self._edited.id not in {found.row.id for found in made}:
                self.stop_editing()
            self._fill()
        return is_new

    def commit_pending(self) -> bool:
        """Hand over what was typed and not entered yet; False when it could not be kept."""
        if self._edited is not None and self.editor.is_used():
            self.editor.submit()
        if self.quick.is_used():
            self.quick.submit()
        return not (self.quick.error() or self.editor.error())

    def stop_editing(self) -> None:
        """Leave an agreement as it was."""
        edited, self._edited = self._edited, None
        self.editor.clear()
        self.editor.hide()
        for row in self.rows:
            row.show()
            if edited is not None and row.agreement.id == edited.id:
                row.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_quick(self) -> None:
        """Put the keyboard on the quick line."""
        self.quick.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        stops: list[QWidget] = []
        for row in self.rows:
            stops += [row.edit, row.remove]
            if self._edited is not None and row.agreement.id == self._edited.id:
                stops += self.editor.tab_stops()
        return [*stops, *self.quick.tab_stops()]

    def _fill(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, made in enumerate(self._shown):
            row = MadeRow(made, enabled=self._enabled)
            row.edit_requested.connect(lambda row=row: self._edit(row))
            row.remove_requested.connect(lambda row=row: self.removed.emit(row.agreement))
            self._list.insert_row(number, row)
            self.rows.append(row)
        edited = self._edited
        if edited is not None:
            self._edited = next(made.row for made in self._shown if made.row.id == edited.id)
            self._show_editor(self._edited.id)

    def _edit(self, row: MadeRow) -> None:
        if self._edited is not None:
            self.stop_editing()
        self._edited = row.agreement
        self.editor.set_values(row.agreement)
        self._show_editor(row.agreement.id)
        self.editor.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows_changed.emit()

    def _show_editor(self, agreement_id: uuid.UUID) -> None:
        number = next(place for place, row in enumerate(self.rows) if row.agreement.id == agreement_id)
        self.rows[number].hide()
        self._list.insert_row(number, self.editor)
        self.editor.show()

    def _on_submitted(self, values: AgreementValues) -> None:
        if self.quick.is_used():
            self.added.emit(values)

    def _on_edited(self, values: AgreementValues) -> None:
        if self._edited is not None:
            self.changed.emit(self._edited, values)
