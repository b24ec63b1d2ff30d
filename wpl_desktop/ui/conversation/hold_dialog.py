"""The dialog after a conversation that went ahead: one note, what was agreed, and when it was."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import stays_with_mentor
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.people import Party, initials
from wpl_desktop.domain.words import capital
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementRow, ConversationRow
from wpl_desktop.services.rounding_off import utc_of
from wpl_desktop.texts import error_message, party_name
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.conversation.agreement_rows import NewAgreementRow, NewAgreements, OpenAgreements, Owner
from wpl_desktop.ui.conversation.hats import HatStrip
from wpl_desktop.ui.language import chosen, clock_time, language, long_day, translate, words
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.fields import IconMark, MessageLine
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label
from wpl_desktop.ui.widgets.moments import QuarterEdit
from wpl_desktop.ui.widgets.text_area import TextArea


class HoldDialog(FormDialog):
    """Says what became of one planned conversation.

    `open_requested` asks for its page, with the agenda and a note for each item, or for the dialog of a talk that did
    not go ahead; what was typed here goes along as the note of the talk.
    """

    open_requested = Signal(str, dict)

    def __init__(
        self,
        services: Services,
        *,
        trajectory_id: uuid.UUID,
        conversation: ConversationRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=800)
        self._services = services
        self._trajectory_id = trajectory_id
        self._row = conversation
        self._must_say_all = services.talks.must_say_all(conversation.id)
        self._student = services.trajectories.detail(trajectory_id).values
        self.setWindowTitle(self.tr("After the conversation"))
        self._make_fields()
        self._assemble()
        self.finish()
        self._connect()
        self.note.set_text(conversation.summary)
        self._show_moments()
        self._focus_first()

    def flush(self) -> bool:
        """Keep what was typed as the note of the planned talk, before the window is locked; False when it could not.

        New agreements become lines of that note: the form itself is gone when the window is unlocked again.
        """
        agreements = [f"– {values.text}" for values in self.new_agreements.values()]
        note = "\n".join(text for text in (self.note.text().strip(), *agreements) if text)
        if note == self._row.summary:
            return True
        try:
            self._services.conversations.keep_note(self._row, note, origin=self)
        except (DomainError, EnvironmentTrouble):
            return False
        self._read_again()
        return True

    # Events

    def accept(self) -> None:
        """Mark it held with its note and agreements, unless something of it is still to be said."""
        self._clear_errors()
        incomplete = [row for row in self.new_agreements.used_rows() if not row.is_complete()]
        if incomplete:
            for row in incomplete:
                row.set_error(self.tr("Write down what was agreed, or untick the date."))
            incomplete[0].what.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._must_say_all and self.open_agreements.ask_for_unsaid():
            return
        day = self._row.starts_at.date()
        try:
            self._services.conversations.hold(
                self._row,
                summary=self.note.text(),
                agreements=self.new_agreements.values(),
                settled=self.open_agreements.settled(),
                started_at=utc_of(datetime.combine(day, self.begin.value())),
                ended_at=utc_of(datetime.combine(day, self.end.value())),
                origin=self,
            )
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()

    def has_unsaved(self) -> bool:
        """Whether leaving would lose text; a note that was kept at an earlier lock stays."""
        return self.note.text().strip() != self._row.summary or self.new_agreements.has_text()

    def stop_asking(self) -> None:
        """Give the buttons back, and the focus to where one was writing."""
        super().stop_asking()
        self._focus_first()

    # Building

    def _make_fields(self) -> None:
        self.strip = HatStrip(self._row.hat)
        self.not_held = quiet_button(self.tr("Did not go ahead…"), icon="close", muted=True)
        self.open_page = quiet_button(self.tr("Open with agenda"), icon="agenda")
        self.when = muted_label("")
        self.begin, self.end = QuarterEdit(), QuarterEdit()
        self.begin.setAccessibleName(self.tr("Began at"))
        self.end.setAccessibleName(self.tr("Ended at"))
        self.end_message = MessageLine()
        self.end_message.hide()
        self.note = TextArea(name=self.tr("Note"), least_lines=4, most_lines=10)
        self.note_part = self._note_part()
        self.open_agreements = OpenAgreements(self._open_rows())
        self.new_agreements = NewAgreements(self._owners(), held_on=self._row.starts_at.date())
        self.primary.setText(self.tr("Save conversation"))

    def _assemble(self) -> None:
        self.head.addWidget(self.strip)
        self.body.addLayout(self._heading())
        ways = QHBoxLayout()
        ways.addWidget(self.open_page)
        ways.addWidget(self.not_held)
        ways.addStretch(1)
        self.body.addLayout(ways)
        column = QVBoxLayout()
        self.body.addLayout(column)
        self.body.addStretch(1)
        self._assemble_held(column)

    def _heading(self) -> QHBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(self._student.name, role="title"))
        lines.addWidget(self.when)
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(12))
        row.addWidget(
            Avatar(initials(self._student.name, call_name=self._student.call_name), size=48),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        row.addLayout(lines, 1)
        self._show_when()
        return row

    def _assemble_held(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(self.note_part)
        if self.open_agreements.switches:
            column.addWidget(self.open_agreements)
            column.addSpacing(theme.scaled(12))
        else:
            self.open_agreements.hide()
        column.addWidget(section_label(self.tr("New agreements")))
        column.addWidget(self.new_agreements)
        column.addSpacing(theme.scaled(12))
        column.addLayout(self._moments())
        column.addWidget(self.end_message)

    def _moments(self) -> QHBoxLayout:
        """From when to when it was: as it was planned or recorded, until it is said otherwise."""
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(8))
        row.addWidget(IconMark("clock"))
        for text, field in ((self.tr("From"), self.begin), (self.tr("to"), self.end)):
            row.addWidget(Label(text, role="secondary", tone="muted", wrap=False))
            row.addWidget(field)
        row.addStretch(1)
        return row

    def _note_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, theme.scaled(12))
        column.setSpacing(theme.scaled(8))
        column.addWidget(section_label(self.tr("Note")))
        column.addWidget(muted_label(content.text("sensitive_data_prompt", language())))
        column.addWidget(self.note)
        # What stays with the mentor is not for a screen that the student sees too.
        if self._row.notes_apart or (joint_screen.is_on() and stays_with_mentor(self._row.hat)):
            part.hide()
        return part

    def _connect(self) -> None:
        self.open_page.clicked.connect(self._on_open_page)
        self.not_held.clicked.connect(self._on_not_held)
        self.new_agreements.row_added.connect(self._on_row_added)

    # Slots

    def _on_open_page(self) -> None:
        self._go_to("conversation")

    def _on_not_held(self) -> None:
        self._go_to("not_held_dialog")

    def _on_row_added(self, row: NewAgreementRow) -> None:
        self.guard(row)
        # The new row has its place only after this event.
        QTimer.singleShot(0, row, lambda: self.show_field(row))

    # Internals

    def _go_to(self, name: str) -> None:
        """Leave for another place of this talk; never a dialog over a dialog, and nothing that was typed is lost."""
        if self.flush():
            self.done(QDialog.DialogCode.Rejected)
            self.open_requested.emit(name, {"conversation_id": self._row.id})

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field == "ended_at":
            self.end_message.set_text(message)
            self.end_message.show()
            self.end.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_message(message)
        if isinstance(error, DomainError) and error.code == "changed_meanwhile":
            self._read_again()

    def _read_again(self) -> None:
        """After a change elsewhere: show it; what was typed stays, and saving once more is a new decision."""
        rows = self._services.conversations.of_student(self._trajectory_id)
        self._row = next((row for row in rows if row.id == self._row.id), self._row)
        self._show_when()
        self._show_moments()

    def _clear_errors(self) -> None:
        self.set_message("")
        self.end_message.hide()
        for row in self.new_agreements.rows:
            row.set_error("")

    def _focus_first(self) -> None:
        writing = self.new_agreements.rows[0].what if self.note_part.isHidden() else self.note
        writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_when(self) -> None:
        ends_at = self._row.starts_at + timedelta(minutes=self._row.minutes)
        self.when.setText(
            self.tr("{conversation}, {day}, {start} to {end}").format(
                conversation=capital(chosen(self._row.name)),
                day=long_day(self._row.starts_at.date()),
                start=clock_time(self._row.starts_at),
                end=clock_time(ends_at),
            )
        )

    def _open_rows(self) -> list[AgreementRow]:
        return [found.row for found in self._services.talks.earlier(self._row.id) if found.is_unsaid]

    def _show_moments(self) -> None:
        """As they were recorded, else as it was planned."""
        started_at, ended_at = self._services.talks.moments(self._row.id)
        self.begin.set_value(started_at)
        self.end.set_value(ended_at)

    def _owners(self) -> list[tuple[Owner, str]]:
        owners: list[tuple[Owner, str]] = [
            ((party, None), party_name(party, translate, words())) for party in Party
        ]
        people = self._services.conversations.participants(self._trajectory_id, hat=self._row.hat)
        owners += [((person.party, person.person_id), person.name) for person in people]
        return owners
