"""The page of one conversation: agenda, notes, agreements of before and new ones, with the hat always in sight."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import AgreementOutcome
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.people import initials
from wpl_desktop.domain.words import capital
from wpl_desktop.services.agreements import AgreementRow, AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.talk_views import TalkView
from wpl_desktop.texts import error_message
from wpl_desktop.ui.conversation import talk_words
from wpl_desktop.ui.conversation.hats import TalkStrip
from wpl_desktop.ui.conversation.note_keeper import NoteKeeper
from wpl_desktop.ui.conversation.note_key import NoteKey
from wpl_desktop.ui.conversation.talk_bar import TalkBar
from wpl_desktop.ui.conversation.talk_parts import TalkParts
from wpl_desktop.ui.language import chosen, long_day, translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState


class ConversationPage(Page):
    """One conversation at a time; what is typed is kept by itself within 2 s."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Conversation",
            "ConversationParticipant",
            "AgendaItem",
            "Agreement",
            "AgreementReview",
            "Person",
            "Round",
            "Trajectory",
        }
    )
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: uuid.UUID | None = None
        self._view: TalkView | None = None
        self._active: NoteKey | None = None
        self.keeper = NoteKeeper(lambda: self._services().talks, origin=self)
        self.strip = TalkStrip()
        self.parts = TalkParts()
        self.bar = TalkBar()
        self.gone = EmptyState(
            self.tr("This conversation is no longer there. What was deleted stays in the bin for 30 days."),
            action=self.tr("Back"),
            icon="chevron-left",
        )
        self._gone_area = ContentArea()
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show the conversation `conversation_id`."""
        conversation_id = arguments.get("conversation_id")
        if not isinstance(conversation_id, uuid.UUID):
            return False
        self.flush()
        if conversation_id != self._id:
            self._id, self._view, self._active = conversation_id, None, None
            self.parts.leave()
        self.refresh()
        return True

    def title(self) -> str:
        """The student's name."""
        return self._view.student_name if self._view else self.tr("Conversation")

    def subtitle(self) -> str:
        """What kind of conversation it is, and its day."""
        if self._view is None:
            return ""
        row = self._view.row
        return self.tr("{conversation}, {day}").format(
            conversation=capital(chosen(row.name)), day=long_day(row.starts_at.date())
        )

    def initials(self) -> str:
        """The student's initials."""
        return initials(self._view.student_name, call_name=self._view.call_name) if self._view else ""

    def subject(self) -> dict[str, object]:
        return {"trajectory_id": self._view.trajectory_id} if self._view else {}

    def place(self) -> dict[str, object]:
        return {"conversation_id": self._id} if self._id is not None else {}

    @property
    def back_target(self) -> str | None:
        """The page of the student; without a conversation that of all of them."""
        return "student" if self._view is not None else "students"

    @property
    def back_arguments(self) -> dict[str, object]:
        """Which student."""
        return self.subject()

    def refresh(self) -> None:
        """Show the conversation as it is kept now; what waits to be kept goes first and is never overwritten."""
        if self._id is None:
            return
        self.keeper.flush()
        try:
            view = self._services().talks.view(self._id)
        except DomainError:
            self._show_gone()
            return
        except EnvironmentTrouble as error:
            self.parts.show_trouble(error_message(error, translate))
            return
        self._show(view)

    def focus_first(self) -> None:
        """Put the keyboard in the open note, else on the agenda, else on the first button."""
        if self._view is None:
            self.gone.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        stops = [self.parts.notes.editor.text_area, *self.parts.tab_stops(), *self.bar.tab_stops()]
        # Of the agenda only the active line is in the keyboard order.
        tabbed = [stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
        first = next((stop for stop in tabbed if stop.isVisibleTo(self) and stop.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Put everything that was typed on disk now; True when nothing is left waiting."""
        notes_kept = self.keeper.flush()
        return self.parts.made.commit_pending() and notes_kept

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.flush()
        super().hideEvent(event)

    # Slots of the agenda and the notes

    def _on_activated(self, item_id: uuid.UUID) -> None:
        if self._id is not None:
            self._go_to(NoteKey(conversation_id=self._id, item_id=item_id))

    def _on_note_requested(self, item_id: uuid.UUID) -> None:
        self._on_activated(item_id)
        if self.parts.notes.editor.isVisibleTo(self):
            self._focus_editor()
        else:
            self.parts.agenda.focus_line(item_id)

    def _on_note_opened(self, key: NoteKey) -> None:
        self._go_to(key)
        self._focus_editor()

    def _on_ticked(self, item_id: uuid.UUID, done: bool) -> None:
        if self._view is None:
            return
        key = NoteKey(conversation_id=self._view.row.id, item_id=item_id)
        if not self._try(lambda: self.keeper.tick(key, done=done)):
            return
        if not done:
            self._active = key
        elif key == self._active:
            self._active = talk_words.place_after(self._view, key)
        self._after_change()

    def _on_note_done(self) -> None:
        """Ctrl+Enter in a note: tick its item and go on with the next one."""
        key = self.parts.notes.editor.key()
        if key is None or self._view is None:
            return
        if any(item.id == key.item_id and not item.done for item in self._view.items):
            self._on_ticked(cast("uuid.UUID", key.item_id), True)
        else:
            self._go_to(talk_words.place_after(self._view, key))
        self._focus_editor()

    def _on_note_left(self) -> None:
        """Esc in a note: back to its line in the agenda."""
        key = self.parts.notes.editor.key()
        if key is not None and key.item_id is not None:
            self.parts.agenda.focus_line(key.item_id)

    def _on_both_kept(self, key: NoteKey, text: str) -> None:
        editor = self.parts.notes.editor
        if editor.key() == key:
            editor.set_text(text)
            editor.set_message(self.tr("Something was written here elsewhere too; both texts are kept."))

    def _on_kept(self) -> None:
        self.parts.show_trouble("")
        self.saved.emit()

    # Slots of the agreements

    def _on_reviewed(self, row: AgreementRow, outcome: AgreementOutcome, due_on: date | None) -> None:
        talk_id = self._id
        if talk_id is not None and self._try(
            lambda: self._services().talks.review(talk_id, row, outcome, due_on=due_on, origin=self)
        ):
            self._after_change()

    def _on_agreement_added(self, values: AgreementValues) -> None:
        if self._id is None:
            return
        quick = self.parts.made.quick
        try:
            self._services().talks.add_agreement(self._id, values, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            quick.set_error(error_message(error, translate))
            return
        quick.clear()
        self._after_change()
        self.parts.made.focus_quick()

    def _on_agreement_changed(self, row: AgreementRow, values: AgreementValues) -> None:
        try:
            self._services().talks.change_agreement(row, values, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            # Shown as it is now; what was typed stays, and Enter once more is a new decision.
            self.refresh()
            self.parts.made.editor.set_error(error_message(error, translate))
            return
        self.parts.made.stop_editing()
        self._after_change()

    def _on_agreement_removed(self, row: AgreementRow) -> None:
        if self._try(lambda: self._services().removal.delete_agreement(row, origin=self)):
            self._after_change()
            self.parts.made.focus_quick()

    # Slots of the bar

    def _on_held(self) -> None:
        row = self._row_now()
        if row is not None and self._try(
            lambda: self._services().conversations.hold(row, summary=row.summary, origin=self)
        ):
            self._active = NoteKey(conversation_id=row.id)
            self._after_change()
            self.bar.focus_first()

    def _on_plan_again(self) -> None:
        row = self._row_now()
        if row is not None and self._try(lambda: self._services().conversations.plan_again(row, origin=self)):
            self._active = None
            self._after_change()
            self.focus_first()

    def _on_not_held(self) -> None:
        row = self._row_now()
        if row is not None and self._view is not None:
            arguments = {"conversation": row, "trajectory_id": self._view.trajectory_id, "went_ahead": False}
            self.open_requested.emit("hold_dialog", arguments)

    def _on_move(self) -> None:
        row = self._row_now()
        if row is not None and self._view is not None:
            arguments = {"conversation": row, "trajectory_id": self._view.trajectory_id}
            self.open_requested.emit("plan_dialog", arguments)

    def _on_delete(self) -> None:
        row = self._row_now()
        if row is None or self._view is None:
            return
        trajectory_id = self._view.trajectory_id
        if self._try(lambda: self._services().removal.delete_conversation(row, origin=self)):
            self.keeper.forget(row.id)
            self._id, self._view = None, None
            self.saved.emit()
            self.open_requested.emit("student", {"trajectory_id": trajectory_id, "tab": "conversations"})

    def _on_next(self) -> None:
        if self._view is not None and self._view.next_talk is not None:
            arguments: dict[str, object] = {"conversation_id": self._view.next_talk.id}
            self.open_requested.emit("conversation", arguments)

    def _on_plan_next(self) -> None:
        self.open_requested.emit("plan_dialog", self.subject())

    # Internals

    def _assemble(self) -> None:
        self._gone_area.body.addWidget(self.gone)
        self._gone_area.body.addStretch(1)
        self._gone_area.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.strip)
        page.addWidget(self.parts, 1)
        page.addWidget(self._gone_area, 1)
        page.addWidget(self.bar)

    def _connect(self) -> None:
        agenda, notes, made, bar = self.parts.agenda, self.parts.notes, self.parts.made, self.bar
        agenda.activated.connect(self._on_activated)
        agenda.note_requested.connect(self._on_note_requested)
        agenda.ticked.connect(self._on_ticked)
        notes.opened.connect(self._on_note_opened)
        notes.editor.typed.connect(self.keeper.later)
        notes.editor.left.connect(self.keeper.flush)
        notes.editor.done_requested.connect(self._on_note_done)
        notes.editor.leave_requested.connect(self._on_note_left)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._show_error)
        self.keeper.both_kept.connect(self._on_both_kept)
        self.parts.earlier.reviewed.connect(self._on_reviewed)
        made.added.connect(self._on_agreement_added)
        made.changed.connect(self._on_agreement_changed)
        made.removed.connect(self._on_agreement_removed)
        bar.held_requested.connect(self._on_held)
        bar.plan_again_requested.connect(self._on_plan_again)
        bar.not_held_requested.connect(self._on_not_held)
        bar.move_requested.connect(self._on_move)
        bar.delete_requested.connect(self._on_delete)
        bar.next_requested.connect(self._on_next)
        bar.plan_requested.connect(self._on_plan_next)
        self.parts.nothing.triggered.connect(self._on_plan_again)
        self.gone.triggered.connect(self.back_requested)

    def _services(self) -> Services:
        return cast("Services", self.services)

    def _today(self) -> date:
        return self._services().clock.local().date()

    def _show(self, view: TalkView) -> None:
        self._view = view
        if self._active is None:
            self._active = talk_words.first_place(view)
        self.keeper.show(view)
        self._show_found(True)
        self.strip.set_hat(view.row.hat)
        self.strip.set_facts(", ".join(view.people), talk_words.time_span(view.row))
        self._show_parts(view)
        is_to_come = view.row.starts_at.date() > self._today()
        self.bar.set_talk(view, is_to_come=is_to_come)
        self.heading_changed.emit()

    def _show_parts(self, view: TalkView) -> None:
        self.parts.show_talk(view, active=self._active, waiting=self.keeper.waiting, today=self._today())

    def _show_gone(self) -> None:
        self._view = None
        if self._id is not None:
            self.keeper.forget(self._id)
        self._show_found(False)
        self.heading_changed.emit()

    def _show_found(self, found: bool) -> None:
        for part in (self.strip, self.parts, self.bar):
            part.setVisible(found)
        self._gone_area.setVisible(not found)

    def _go_to(self, key: NoteKey) -> None:
        if self._view is None or key == self._active:
            return
        self.keeper.flush()
        self._active = key
        self.refresh()

    def _focus_editor(self) -> None:
        editor = self.parts.notes.editor
        if editor.isVisibleTo(self):
            editor.text_area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_now(self) -> ConversationRow | None:
        """The conversation with the version it has after everything typed was kept; None when that failed."""
        if self._id is None or not self.flush():
            return None
        self.refresh()
        return self._view.row if self._view is not None else None

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something with what is kept; False when it was refused, which is said on the page as it is now."""
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            self.refresh()
            self._show_error(error)
            return False
        return True

    def _after_change(self) -> None:
        self.parts.show_trouble("")
        self.saved.emit()
        self.refresh()

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        reason = error_message(error, translate)
        self.parts.show_trouble(self.tr("Not saved yet. {reason}").format(reason=reason))
