"""The agreements in the dialog after a conversation: what became of the open ones, and new ones by row."""

from __future__ import annotations

import uuid
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.people import Party
from wpl_desktop.services.conversations import AgreementRow, AgreementValues
from wpl_desktop.texts import party_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.talk_words import USUAL_TERM
from wpl_desktop.ui.language import short_day, translate, words
from wpl_desktop.ui.style import ERROR_PROPERTY
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, section_label
from wpl_desktop.ui.widgets.moments import DayEdit
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

WHO_WIDTH = 184
DAY_WIDTH = 136

Owner = tuple[Party, uuid.UUID | None]
"""Whose agreement it is: a party, or one person of it."""


class OpenAgreements(QWidget):
    """The open agreements of a student, each with a switch *done*, *goes on*, *let go*; nothing is chosen for you."""

    def __init__(self, agreements: list[AgreementRow], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agreements = agreements
        self.switches: list[SegmentedSwitch] = []
        self.all_go_on = quiet_button(self.tr("Everything goes on"), icon="check")
        self._message = MessageLine(icon="info")
        self._message.hide()
        self._list = ListBox()
        title = section_label(self.tr("Open agreements"))
        title.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(title, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.all_go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addLayout(head)
        column.addWidget(self._message)
        column.addWidget(self._list)
        for agreement in agreements:
            self._add(agreement)
        self.all_go_on.clicked.connect(self._on_all_go_on)

    def settled(self) -> list[tuple[AgreementRow, AgreementState]]:
        """The agreements of which something was said, with what became of them."""
        return [
            (agreement, state)
            for agreement, switch in zip(self._agreements, self.switches, strict=True)
            if isinstance(state := switch.value(), AgreementState)
        ]

    def ask_for_unsaid(self) -> bool:
        """Say what is missing, at the first agreement of which nothing was said; False when nothing is."""
        unsaid = [switch for switch in self.switches if switch.value() is None]
        self._message.set_text(self.tr("Still to say: done, goes on or let go?"))
        self._message.setVisible(bool(unsaid))
        if unsaid:
            unsaid[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(unsaid)

    def missing(self) -> str:
        """What is said to be missing; empty when nothing is, or nobody asked."""
        return "" if self._message.isHidden() else self._message.text()

    def _on_all_go_on(self) -> None:
        for switch in self.switches:
            if switch.value() is None:
                switch.set_value(AgreementState.OPEN)
        self._on_said()

    def _on_said(self) -> None:
        everything = all(switch.value() is not None for switch in self.switches)
        self.all_go_on.setEnabled(not everything)
        if everything:
            self._message.hide()

    def _add(self, agreement: AgreementRow) -> None:
        switch = SegmentedSwitch(
            [
                (AgreementState.DONE, self.tr("Done")),
                (AgreementState.OPEN, self.tr("Goes on")),
                (AgreementState.DROPPED, self.tr("Let go")),
            ],
            name=self.tr("What became of: {text}").format(text=agreement.text),
            small=True,
        )
        # Each must be said: what was chosen beforehand would only be agreed with.
        switch.set_value(None)
        switch.chosen.connect(self._on_said)
        owner = agreement.owner or party_name(agreement.party, translate, words())
        by_when = f"{owner}, {short_day(agreement.due_on)}" if agreement.due_on else owner
        lines = QVBoxLayout()
        lines.setSpacing(theme.scaled(2))
        lines.addWidget(Label(agreement.text))
        lines.addWidget(Label(by_when, role="secondary", tone="muted"))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(theme.scaled(12), theme.scaled(8), theme.scaled(12), theme.scaled(8))
        layout.setSpacing(theme.scaled(16))
        layout.addLayout(lines, 1)
        layout.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._list.add_row(row)
        self.switches.append(switch)


class NewAgreementRow(QWidget):
    """One new agreement: who, what and, when ticked, by when."""

    used = Signal()

    def __init__(
        self, owners: list[tuple[Owner, str]], *, first_day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._owners = [owner for owner, _ in owners]
        self.who = QComboBox()
        self.who.addItems([name for _, name in owners])
        self.who.setAccessibleName(self.tr("Who"))
        self.who.setFixedWidth(theme.scaled(WHO_WIDTH))
        self.what = QLineEdit()
        self.what.setAccessibleName(self.tr("What was agreed"))
        self.what.setPlaceholderText(self.tr("What was agreed"))
        self.has_day = QCheckBox(self.tr("by"))
        self.has_day.setAccessibleName(self.tr("With a date"))
        self.day = DayEdit(first_day)
        self.day.setAccessibleName(self.tr("By when"))
        self.day.setFixedWidth(theme.scaled(DAY_WIDTH))
        self._message = MessageLine()
        policy = self.day.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.day.setSizePolicy(policy)
        self.day.hide()
        self._message.hide()
        fields = QHBoxLayout()
        fields.setSpacing(theme.scaled(12))
        for field in (self.who, self.what, self.has_day, self.day):
            fields.addWidget(field, 1 if field is self.what else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        column.addLayout(fields)
        column.addWidget(self._message)
        self.has_day.toggled.connect(self.day.setVisible)
        self.has_day.toggled.connect(self.used)
        self.what.textEdited.connect(self.used)

    def is_used(self) -> bool:
        """Whether something was filled in here."""
        return bool(self.what.text().strip()) or self.has_day.isChecked()

    def is_complete(self) -> bool:
        """Whether it says what was agreed."""
        return bool(self.what.text().strip())

    def values(self) -> AgreementValues:
        """What is filled in."""
        party, person_id = self._owners[self.who.currentIndex()]
        due_on = self.day.value() if self.has_day.isChecked() else None
        return AgreementValues(party=party, person_id=person_id, text=self.what.text().strip(), due_on=due_on)

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


class NewAgreements(QWidget):
    """Rows for new agreements; there is always one empty row at the end."""

    row_added = Signal(object)

    def __init__(
        self, owners: list[tuple[Owner, str]], *, held_on: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._owners = owners
        self._first_day = held_on + USUAL_TERM
        self.rows: list[NewAgreementRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.scaled(8))
        self._add_row()

    def used_rows(self) -> list[NewAgreementRow]:
        """The rows in which something was filled in."""
        return [row for row in self.rows if row.is_used()]

    def has_text(self) -> bool:
        """Whether something was typed."""
        return any(row.is_complete() for row in self.rows)

    def values(self) -> list[AgreementValues]:
        """The new agreements from top to bottom."""
        return [row.values() for row in self.rows if row.is_complete()]

    def _add_row(self) -> None:
        row = NewAgreementRow(self._owners, first_day=self._first_day)
        row.used.connect(self._on_used)
        before = self.rows[-1] if self.rows else None
        self.rows.append(row)
        self._column.addWidget(row)
        if before is not None:
            # A widget made later comes last for the Tab key unless told otherwise.
            for first, second in (
                (before.day, row.who),
                (row.who, row.what),
                (row.what, row.has_day),
                (row.has_day, row.day),
            ):
                self.setTabOrder(first, second)
            self.row_added.emit(row)

    def _on_used(self) -> None:
        if self.rows[-1].is_used():
            self._add_row()
