"""The page of one conversation: agenda, notes, agreements of before and new ones, with the hat always in sight."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.people import initials
from wpl_desktop.domain.words import capital
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.talk_views import TalkView
from wpl_desktop.texts import error_message
from wpl_desktop.ui.conversation import talk_words
from wpl_desktop.ui.conversation.agreement_actions import AgreementActions
from wpl_desktop.ui.conversation.names_watch import NamesWatch
from wpl_desktop.ui.conversation.note_keeper import NoteKeeper
from wpl_desktop.ui.conversation.note_key import NoteKey
from wpl_desktop.ui.conversation.talk_actions import TalkActions
from wpl_desktop.ui.conversation.talk_bar import TalkBar
from wpl_desktop.ui.conversation.talk_parts import TalkParts
from wpl_desktop.ui.conversation.talk_strip import TalkStrip
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
            "Profile",
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
        # Whether it was to be rounded off before everything was said.
        self._asked = False
        self.keeper = NoteKeeper(lambda: self.bundle().talks, origin=self)
        self.strip = TalkStrip()
        self.parts = TalkParts()
        self.bar = TalkBar()
        self.parts.before, self.parts.after = self.strip.tab_stops(), self.bar.tab_stops()
        self.gone = EmptyState(
            self.tr("This conversation is no longer there. What was deleted stays in the bin for 30 days."),
            action=self.tr("Back"),
            icon="chevron-left",
        )
        self._gone_area = ContentArea()
        self._names = NamesWatch(lambda: self.bundle().talks)
        self.talk_actions = TalkActions(self)
        self.agreement_actions = AgreementActions(self)
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show the conversation `conversation_id`; with `begin` its clock starts, once its day has come."""
        conversation_id = arguments.get("conversation_id")
        if not isinstance(conversation_id, uuid.UUID):
            return False
        self.flush()
        if conversation_id != self._id:
            self._id, self._view, self._active = conversation_id, None, None
            self._asked = False
            self._names.forget()
            self.parts.leave()
        self.refresh()
        if arguments.get("begin"):
            self.talk_actions.begin()
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
            view = self.bundle().talks.view(self._id)
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
        self.talk_actions.clock.keep()
        return self.parts.made.commit_pending() and notes_kept

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.flush()
        self.talk_actions.clock.rest()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.talk_actions.clock.wake()

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
        if not self.attempt(lambda: self.keeper.tick(key, done=done)):
            return
        if not done:
            self._active = key
        elif key == self._active:
            self._active = talk_words.place_after(self._view, key)
        self.after_change()

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

    def _on_note_skipped(self) -> None:
        """What is optional is left as it is, without a tick."""
        key = self.parts.notes.editor.key()
        if key is not None and self._view is not None:
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

    # Slots of the card and the group

    def _on_method(self, method: str) -> None:
        talk_id = self._id
        if talk_id is not None and self.attempt(
            lambda: self.bundle().talks.choose_method(talk_id, method, origin=self)
        ):
            self.after_change()

    def _on_labels(self, labels: list[str]) -> None:
        if self.attempt(lambda: self.bundle().talks.set_feedback_labels(labels, origin=self)):
            self.after_change()

    def _on_member(self, conversation_id: uuid.UUID) -> None:
        """Another student of the group: the same talk, the own take-away."""
        self.open(conversation_id=conversation_id)
        self._focus_editor()

    def _on_typed(self, key: NoteKey, text: str) -> None:
        self.keeper.later(key, text)
        if self._view is None or not self._view.in_group:
            return
        names = self._names.found(key.conversation_id, text)
        editor = self.parts.notes.editor
        editor.set_warning(
            self.tr("{names}: here stands only what {name} takes away.").format(
                names=", ".join(names), name=self._view.call_name
            )
            if names
            else ""
        )

    # For who acts on the whole talk

    def bundle(self) -> Services:
        """Every service of the open profile."""
        return cast("Services", self.services)

    def view(self) -> TalkView | None:
        """The talk as it is shown."""
        return self._view

    def view_now(self) -> TalkView | None:
        """The talk as it is after everything typed was kept; None when that failed."""
        if self._id is None or not self.flush():
            return None
        self.refresh()
        return self._view

    def line(self) -> int:
        """The number of the line of the agenda that the talk is at; 0: at none."""
        return talk_words.line_of(self._view, self._active) if self._view is not None else 0

    def is_today_or_before(self) -> bool:
        """Whether the day of the talk has come."""
        return self._view is not None and self._view.row.starts_at.date() <= self._today()

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something with what is kept; False when it was refused, which is said on the page as it is now."""
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            self.refresh()
            self._show_error(error)
            return False
        return True

    def after_change(self) -> None:
        """Something was kept: show it."""
        self.parts.show_trouble("")
        self.saved.emit()
        self.refresh()

    def ask_for_unsaid(self) -> None:
        """The talk cannot be rounded off yet: say what is missing, and go there."""
        self._asked = True
        self.refresh()
        self.parts.earlier.focus_unsaid()
        # Its place is known only when what is missing has been laid out.
        QTimer.singleShot(0, self, self.parts.show_earlier)

    def go_on_writing(self) -> None:
        """Put the keyboard in the open note."""
        self._focus_editor()

    def rest_on_the_whole(self) -> None:
        """The talk is over: what comes to mind afterwards is about the whole."""
        if self._id is not None:
            self._active = NoteKey(conversation_id=self._id)
        self.after_change()
        self.bar.focus_first()

    def begin_anew(self) -> None:
        """The talk is planned again: go to where it begins."""
        self._active = None
        self.after_change()
        self.focus_first()

    def leave_deleted(self, view: TalkView) -> None:
        """The talk is in the bin: back to its student."""
        self.keeper.forget(view.row.id)
        self._id, self._view = None, None
        self.saved.emit()
        self.open_requested.emit("student", {"trajectory_id": view.trajectory_id, "tab": "conversations"})

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
        agenda, notes = self.parts.agenda, self.parts.notes
        agenda.activated.connect(self._on_activated)
        agenda.note_requested.connect(self._on_note_requested)
        agenda.ticked.connect(self._on_ticked)
        notes.opened.connect(self._on_note_opened)
        notes.editor.typed.connect(self._on_typed)
        notes.editor.left.connect(self.keeper.flush)
        notes.editor.done_requested.connect(self._on_note_done)
        notes.editor.leave_requested.connect(self._on_note_left)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._show_error)
        self.keeper.both_kept.connect(self._on_both_kept)
        editor = notes.editor
        editor.skip_requested.connect(self._on_note_skipped)
        editor.method.chosen.connect(self._on_method)
        editor.method.labels_changed.connect(self._on_labels)
        self.parts.group.chosen.connect(self._on_member)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.parts.group.step, step))
        self.gone.triggered.connect(self.back_requested)

    def _today(self) -> date:
        return self.bundle().clock.local().date()

    def _show(self, view: TalkView) -> None:
        self._view = view
        if self._active is None:
            self._active = talk_words.first_place(view)
        self.keeper.show(view)
        self._show_found(True)
        self.strip.set_hat(view.row.hat)
        self._asked = self._asked and bool(view.unsaid)
        self._show_parts(view)
        is_to_come = not self.is_today_or_before()
        self.talk_actions.show_clock(view, line=self.line(), is_to_come=is_to_come)
        self.bar.set_talk(view, is_to_come=is_to_come, asked=self._asked)
        self.heading_changed.emit()

    def _show_parts(self, view: TalkView) -> None:
        self.parts.show_talk(
            view, active=self._active, waiting=self.keeper.waiting, today=self._today(), asked=self._asked
        )

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

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        reason = error_message(error, translate)
        self.parts.show_trouble(self.tr("Not saved yet. {reason}").format(reason=reason))
