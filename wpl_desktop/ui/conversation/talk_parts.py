"""Everything between the hat and the bar of a conversation's page, filled from one view of the talk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.services.talk_views import Guidance, TalkView
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.conversation.agenda_list import AgendaList
from wpl_desktop.ui.conversation.earlier_agreements import EarlierAgreements
from wpl_desktop.ui.conversation.group_strip import GroupStrip
from wpl_desktop.ui.conversation.guidance_parts import QuestionPanel
from wpl_desktop.ui.conversation.made_agreements import MadeAgreement, MadeAgreements
from wpl_desktop.ui.conversation.note_column import NoteColumn
from wpl_desktop.ui.conversation.note_key import NoteKey
from wpl_desktop.ui.conversation.talk_columns import TalkColumns
from wpl_desktop.ui.conversation.talk_words import (
    USUAL_TERM,
    item_id_of,
    note_sections,
    nothing_to_write,
    owner_choices,
    owner_name,
)
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.widgets.card import Tip
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import MessageLine

# Questions and tips are for those who coach or evaluate; among peers others lead.
_GUIDED: Final = frozenset({Hat.COACH, Hat.EVALUATE})


class TalkParts(QWidget):
    """Agenda and tip, notes, agreements and a question; tells nobody anything by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # What the Tab key visits before and after these parts.
        self.before: list[QWidget] = []
        self.after: list[QWidget] = []
        self.agenda = AgendaList()
        self.tip = Tip("", "")
        self.notes = NoteColumn()
        self.group = GroupStrip()
        self.nothing = EmptyState("", action=self.tr("Back to planned"))
        self.trouble = MessageLine()
        self.earlier = EarlierAgreements()
        self.made = MadeAgreements()
        self.question = QuestionPanel()
        self.columns = TalkColumns(
            _column(self.agenda, self.tip),
            _column(self.trouble, self.group, self.nothing, self.notes, spacing=8),
            _column(self.earlier, self.made, self.question),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.trouble.hide()
        self.nothing.hide()
        self.question.criterion_changed.connect(self._show_tip)
        self.earlier.rows_changed.connect(self.set_tab_order)
        self.made.rows_changed.connect(self.set_tab_order)
        self.notes.editor.method.rows_changed.connect(self.set_tab_order)

    def show_talk(
        self,
        view: TalkView,
        *,
        active: NoteKey | None,
        waiting: Callable[[NoteKey], str | None],
        today: date,
        asked: bool,
    ) -> None:
        """Show a talk with one note open; `waiting` gives what was typed in a note and is not on disk.

        `asked`: it was to be rounded off, and what is missing for that is said at its place.
        """
        enabled = view.row.state is not ConversationState.NOT_HELD
        is_new = self.agenda.set_items(view.items, enabled=enabled)
        self.agenda.set_active(item_id_of(view, active))
        # The others of a group are not for a screen that one of them sees too.
        members = () if joint_screen.is_on() else view.group
        is_new |= self.group.set_members(members, current=view.row.id)
        is_new |= self._show_notes(view, active=active, waiting=waiting, today=today)
        is_new |= self._show_agreements(view, enabled=enabled, today=today)
        planned = view.row.state is ConversationState.PLANNED
        self.earlier.set_unsaid([found.row.id for found in view.unsaid] if planned else (), asked=asked)
        guided = enabled and view.row.hat in _GUIDED and bool(view.guidance)
        self.question.setVisible(guided)
        self.question.set_guidance(view.guidance)
        # A tip is for the mentor's eyes, not for a screen that the student sees too.
        self.tip.setVisible(guided and not joint_screen.is_on())
        if is_new:
            self.set_tab_order()

    def show_trouble(self, text: str) -> None:
        """Say what could not be kept, or take that away with an empty text."""
        self.trouble.set_text(text)
        self.trouble.setVisible(bool(text))

    def show_earlier(self) -> None:
        """Scroll to the agreements of before."""
        self.columns.ensureWidgetVisible(self.earlier, 0, theme.scaled(16))

    def leave(self) -> None:
        """Another talk comes: nothing half-typed of this one may stay on the screen."""
        self.show_trouble("")
        self.made.stop_editing()
        self.made.quick.clear()
        self.columns.verticalScrollBar().setValue(0)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in reading order."""
        after = (self.notes, self.earlier, self.made, self.question)
        stops = [stop for part in after for stop in part.tab_stops()]
        return [*self.agenda.tab_stops(), *self.group.tab_stops(), self.nothing.button, *stops]

    def set_tab_order(self) -> None:
        """Make the keyboard order the reading order; a widget made later would come last."""
        stops = [*self.before, *self.tab_stops(), *self.after]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_notes(
        self,
        view: TalkView,
        *,
        active: NoteKey | None,
        waiting: Callable[[NoteKey], str | None],
        today: date,
    ) -> bool:
        reason = nothing_to_write(view)
        self.nothing.set_text(reason)
        self.nothing.setVisible(bool(reason))
        self.nothing.button.setVisible(view.row.state is ConversationState.NOT_HELD)
        sections = [
            section if (text := waiting(section.key)) is None else replace(section, text=text.strip())
            for section in note_sections(view)
        ]
        keys = [section.key for section in sections]
        # A talk in a group has one note, whatever line of the agenda it is at.
        opened = active if active in keys else keys[-1] if view.in_group and keys else None
        planned = view.row.state is ConversationState.PLANNED
        return self.notes.set_sections(
            sections,
            active=opened,
            preparing=planned and view.row.starts_at.date() > today,
            labels=view.feedback_labels,
        )

    def _show_agreements(self, view: TalkView, *, enabled: bool, today: date) -> bool:
        next_day = view.next_talk.starts_at.date() if view.next_talk else None
        earlier_new = self.earlier.set_agreements(
            [(found, owner_name(found.row, view)) for found in view.earlier],
            held_before=view.held_before,
            today=today,
            enabled=enabled,
        )
        made_new = self.made.set_agreements(
            [MadeAgreement(row=row, owner=owner_name(row, view)) for row in view.made_here],
            owners=owner_choices(view),
            usual_day=next_day or view.row.starts_at.date() + USUAL_TERM,
            with_day=next_day is not None,
            enabled=enabled,
        )
        return earlier_new or made_new

    def _show_tip(self, guidance: Guidance) -> None:
        self.tip.set_text(self.tr("Tip with {code}").format(code=guidance.code), chosen(guidance.tip))


def _column(*parts: QWidget, spacing: int = 16) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.scaled(spacing))
    for part in parts:
        column.addWidget(part)
    return holder
