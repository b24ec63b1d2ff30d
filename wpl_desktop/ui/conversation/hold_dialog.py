"""The dialog after a conversation: it went ahead, with one note and agreements, or it did not, and why."""

from __future__ import annotations

import uuid
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import AgreementState, NotHeldCause, stays_with_mentor
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.people import Party, initials
from wpl_desktop.domain.words import capital
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementRow, ConversationRow
from wpl_desktop.texts import cause_name, error_message, party_name
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.conversation.agreement_rows import NewAgreementRow, NewAgreements, OpenAgreements, Owner
from wpl_desktop.ui.conversation.hats import HatStrip
from wpl_desktop.ui.language import chosen, clock_time, language, long_day, translate, words
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label
from wpl_desktop.ui.widgets.switch import SegmentedSwitch
from wpl_desktop.ui.widgets.text_area import TextArea


class HoldDialog(FormDialog):
    """Says what became of one planned conversation; `plan_again_requested` follows when that was asked for.

    `page_requested` asks for the page of the conversation, with its agenda and a note for each item.
    """

    plan_again_requested = Signal(object)
    page_requested = Signal(object)

    def __init__(
        self,
        services: Services,
        *,
        trajectory_id: uuid.UUID,
        conversation: ConversationRow,
        went_ahead: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=800)
        self._went_ahead = went_ahead
        self._services = services
        self._trajectory_id = trajectory_id
        self._row = conversation
        self._has_item_notes = services.talks.has_item_notes(conversation.id)
        self._student = services.trajectories.detail(trajectory_id).values
        self.setWindowTitle(self.tr("After the conversation"))
        self._make_fields()
        self._assemble()
        self.finish()
        self._connect()
        self.note.set_text(conversation.summary)
        self._show_part()
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
        self._clear_errors()
        if self.went_ahead.value() is True:
            self._accept_held()
        elif self._typed_text():
            self.ask_first(self._accept_not_held)
        else:
            self._accept_not_held()

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
        self.went_ahead = SegmentedSwitch(
            [(True, self.tr("Went ahead"), "check"), (False, self.tr("Did not go ahead"), "close")],
            name=self.tr("What became of the conversation"),
            value=self._went_ahead,
        )
        self.open_page = quiet_button(self.tr("Open with agenda"), icon="agenda")
        self.when = muted_label("")
        self.note = TextArea(name=self.tr("Note"), least_lines=4, most_lines=10)
        self.note_part = self._note_part()
        self.open_agreements = OpenAgreements(self._open_rows())
        self.new_agreements = NewAgreements(self._owners(), held_on=self._row.starts_at.date())
        self.cause = SegmentedSwitch(
            [(cause, capital(cause_name(cause, translate))) for cause in NotHeldCause],
            name=self.tr("Why not?"),
        )
        self.cause.set_value(None)
        self.cause_message = MessageLine()
        self.cause_message.hide()
        self.plan_again = QCheckBox(self.tr("Plan a new moment next"))
        self.lost_note = Hint(
            self.tr(
                "Nothing is kept of a conversation that did not go ahead: your note would be thrown away."
            )
        )

    def _assemble(self) -> None:
        self.head.addWidget(self.strip)
        self.body.addLayout(self._heading())
        choice = QHBoxLayout()
        choice.addWidget(self.went_ahead)
        choice.addStretch(1)
        choice.addWidget(self.open_page)
        self.body.addLayout(choice)
        self.held_part = QWidget()
        self.body.addWidget(self.held_part)
        self.not_held_part = QWidget()
        self.body.addWidget(self.not_held_part)
        self.body.addStretch(1)
        self._assemble_held(QVBoxLayout(self.held_part))
        self._assemble_not_held(QVBoxLayout(self.not_held_part))

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
            column.addWidget(section_label(self.tr("Open agreements")))
            column.addWidget(self.open_agreements)
            column.addSpacing(theme.scaled(12))
        column.addWidget(section_label(self.tr("New agreements")))
        column.addWidget(self.new_agreements)

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

    def _assemble_not_held(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(section_label(self.tr("Why not?")))
        column.addWidget(self.cause)
        column.addWidget(self.cause_message)
        column.addSpacing(theme.scaled(8))
        column.addWidget(self.plan_again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lost_note)

    def _connect(self) -> None:
        self.went_ahead.chosen.connect(self._show_part)
        self.cause.chosen.connect(self.cause_message.hide)
        self.open_page.clicked.connect(self._on_open_page)
        self.new_agreements.row_added.connect(self._on_row_added)

    # Slots

    def _show_part(self) -> None:
        held = self.went_ahead.value() is True
        self.held_part.setVisible(held)
        self.not_held_part.setVisible(not held)
        self.lost_note.setVisible(self._typed_text())
        self.primary.setText(self.tr("Save conversation") if held else self.tr("Mark as not gone ahead"))
        self.set_message("")

    def _on_open_page(self) -> None:
        # What was typed here goes along as the note of the talk.
        if self.flush():
            super().reject()
            self.page_requested.emit(self._row.id)

    def _on_row_added(self, row: NewAgreementRow) -> None:
        self.guard(row)
        # The new row has its place only after this event.
        QTimer.singleShot(0, row, lambda: self.show_field(row))

    # Internals

    def _accept_held(self) -> None:
        incomplete = [row for row in self.new_agreements.used_rows() if not row.is_complete()]
        if incomplete:
            for row in incomplete:
                row.set_error(self.tr("Write down what was agreed, or untick the date."))
            incomplete[0].what.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            self._services.conversations.hold(
                self._row,
                summary=self.note.text(),
                agreements=self.new_agreements.values(),
                settled=self.open_agreements.settled(),
                origin=self,
            )
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()

    def _accept_not_held(self) -> None:
        cause = self.cause.value()
        try:
            self._services.conversations.mark_not_held(
                self._row, cause=cause if isinstance(cause, NotHeldCause) else None, origin=self
            )
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()
        if self.plan_again.isChecked():
            self.plan_again_requested.emit(self._trajectory_id)

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field == "cause":
            self.cause_message.set_text(message)
            self.cause_message.show()
            self.cause.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_message(message)
        if isinstance(error, DomainError) and error.code == "changed_meanwhile":
            self._read_again()

    def _read_again(self) -> None:
        """After a change elsewhere: show it; what was typed stays, and saving once more is a new decision."""
        rows = self._services.conversations.of_student(self._trajectory_id)
        self._row = next((row for row in rows if row.id == self._row.id), self._row)
        self._show_when()

    def _clear_errors(self) -> None:
        self.set_message("")
        self.cause_message.hide()
        for row in self.new_agreements.rows:
            row.set_error("")

    def _focus_first(self) -> None:
        writing = self.new_agreements.rows[0].what if self.note_part.isHidden() else self.note
        held = self.went_ahead.value() is True
        (writing if held else self.cause).setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_text(self) -> bool:
        typed = bool(self.note.text().strip()) or self.new_agreements.has_text()
        return typed or self._has_item_notes

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
        rows = self._services.conversations.agreements_of(self._trajectory_id)
        return [row for row in rows if row.state is AgreementState.OPEN]

    def _owners(self) -> list[tuple[Owner, str]]:
        owners: list[tuple[Owner, str]] = [
            ((party, None), party_name(party, translate, words())) for party in Party
        ]
        people = self._services.conversations.participants(self._trajectory_id, hat=self._row.hat)
        owners += [((person.party, person.person_id), person.name) for person in people]
        return owners
