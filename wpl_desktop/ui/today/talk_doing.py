"""What can be done with a talk from the first page: start it, say what became of it, plan or move it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.talk_rows import Talk
from wpl_desktop.ui.today.lines import TalkLine
from wpl_desktop.ui.today.today_words import TalkAction

if TYPE_CHECKING:
    from wpl_desktop.services import Services


class TalkDoing(QObject):
    """Knows which page or dialog each of these things is done on."""

    open_requested = Signal(str, dict)

    def __init__(self, *, services: Callable[[], Services], parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._page = parent
        self.menu: QMenu | None = None

    def act(self, talk: Talk, action: TalkAction) -> None:
        """Do the one thing that the line of a talk offers."""
        planned = talk.state is ConversationState.PLANNED
        if action is TalkAction.FILL_IN and planned and talk.students == 1:
            self.hold(talk)
        elif action is TalkAction.PLAN_AGAIN:
            self.plan_instead(talk.student.trajectory_id, talk.id)
        elif action is TalkAction.REPORT and talk.round is not None:
            self.open_requested.emit("printing", {"round_id": talk.round.id})
        else:
            self.open_requested.emit("conversation", {"conversation_id": talk.id})

    def plan_instead(self, trajectory_id: uuid.UUID, conversation_id: uuid.UUID | None) -> None:
        """Plan a talk in the place of one that was not held; without one just the next."""
        arguments: dict[str, object] = {"trajectory_id": trajectory_id}
        if conversation_id is not None:
            kind = self._services().overview.kind_of(conversation_id)
            if kind is not None:
                key, minutes = kind
                arguments |= {"type_key": key, "minutes": minutes, "instead_of": conversation_id}
        self.open_requested.emit("plan_dialog", arguments)

    def show_more(self, line: TalkLine) -> None:
        """What else can be done with a planned talk."""
        talk = line.talk
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices: list[tuple[str, Callable[[], None]]] = []
        if talk.students == 1:
            choices.append((self.tr("It took place…"), lambda: self.hold(talk)))
        choices.append((self.tr("Did not go ahead…"), lambda: self.not_held(talk)))
        choices.append((self.tr("Move…"), lambda: self.move(talk)))
        choices.append(
            (
                self.tr("Show in the agenda"),
                lambda: self.open_requested.emit("agenda", {"conversation_id": talk.id}),
            )
        )
        for text, act in choices:
            menu.addAction(text).triggered.connect(act)
        menu.setActiveAction(menu.actions()[0])
        self.menu = menu
        if line.more is not None:
            menu.popup(line.more.mapToGlobal(line.more.rect().bottomLeft()))

    def hold(self, talk: Talk) -> None:
        """Say that it went ahead and what was agreed: the path of two minutes."""
        row = self._row_of(talk)
        if row is not None:
            self.open_requested.emit("hold_dialog", {"trajectory_id": row.trajectory_id, "conversation": row})

    def not_held(self, talk: Talk) -> None:
        """Say why it did not go ahead, with a new date if wanted."""
        self.open_requested.emit("not_held_dialog", {"conversation_id": talk.id})

    def move(self, talk: Talk) -> None:
        """Plan it at another moment."""
        row = self._row_of(talk)
        if row is not None:
            self.open_requested.emit("plan_dialog", {"trajectory_id": row.trajectory_id, "conversation": row})

    def _row_of(self, talk: Talk) -> ConversationRow | None:
        rows = self._services().conversations.of_student(talk.student.trajectory_id)
        return next((row for row in rows if row.id == talk.id), None)
