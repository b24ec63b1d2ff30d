"""The open agreements on the first page: a tick that settles one, and a menu with the other answers."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.texts import error_message
from wpl_desktop.ui.agreement_dialog import AgreementDialog
from wpl_desktop.ui.due_menu import DueMenu, due_choices
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.today.lines import AgreementRowLine
from wpl_desktop.ui.today.parts import Section
from wpl_desktop.ui.today.today_words import owner_words

if TYPE_CHECKING:
    from wpl_desktop.services import Services

_FIRST: Final = 8


class OpenAgreements(QObject):
    """Fills the section and does what is answered there; what was settled stays in its place until the page is left."""

    #: Something was answered and kept.
    changed = Signal()
    #: Why an answer was not kept.
    refused = Signal(str)
    open_requested = Signal(str, dict)

    def __init__(self, section: Section, *, services: Callable[[], Services], parent: QWidget) -> None:
        super().__init__(parent)
        self._section = section
        self._services = services
        self._page = parent
        self._settled: dict[uuid.UUID, None] = {}
        self._lines = _FIRST
        self.menu: DueMenu | None = None

    def begin_short(self) -> None:
        """Show as many lines as fit from now on."""
        self._lines = _FIRST

    def show_more(self, count: int) -> None:
        """Show so many lines more."""
        self._lines += count
        self.show()

    def show(self) -> None:
        """Read the agreements again."""
        services = self._services()
        found = services.overview.agreements(most=self._lines, keep=tuple(self._settled))
        lines = [AgreementRowLine(row, today=services.clock.local().date()) for row in found.rows]
        for line in lines:
            line.settled.connect(self._on_settled)
            line.more_requested.connect(self._on_more)
        self._section.set_lines(lines, nothing=self.tr("No agreement is open."), more=found.more)

    def leave(self) -> bool:
        """Let go of what was settled; whether there was any, so that the list is old now."""
        was_any = bool(self._settled)
        self._settled.clear()
        return was_any

    # Slots

    def _on_settled(self, line: AgreementLine, state: AgreementState) -> None:
        self._settle(line, state)

    def _on_more(self, shown: AgreementRowLine) -> None:
        line, services = shown.line, self._services()
        choices = due_choices(
            today=services.clock.local().date(),
            due_on=line.row.due_on,
            next_talk_on=services.agreement_board.next_talk_on(line.student.trajectory_id),
        )

        def goes_on(day: date | None) -> None:
            self._do(line, lambda: services.agreement_board.go_on(line.row, due_on=day, origin=self._page))

        menu = DueMenu(choices, heading=self.tr("Goes on"), parent=self._page)
        menu.day_chosen.connect(goes_on)
        menu.other_requested.connect(lambda: self._change(line))
        menu.addSeparator()
        if line.row.state is not AgreementState.DROPPED:
            let_go = menu.addAction(self.tr("Let go"))
            let_go.triggered.connect(lambda: self._settle(line, AgreementState.DROPPED))
        if line.row.state is not AgreementState.OPEN:
            again = menu.addAction(self.tr("Open again"))
            again.triggered.connect(lambda: self._settle(line, AgreementState.OPEN))
        if line.talk is not None:
            arguments = {"conversation_id": line.talk.id}
            talk = menu.addAction(self.tr("Open conversation"))
            talk.triggered.connect(lambda: self.open_requested.emit("conversation", arguments))
        self.menu = menu
        menu.popup(shown.more.mapToGlobal(shown.more.rect().bottomLeft()))

    # Internals

    def _settle(self, line: AgreementLine, state: AgreementState) -> None:
        conversations = self._services().conversations
        self._do(line, lambda: conversations.settle(line.row, state, origin=self._page))

    def _change(self, line: AgreementLine) -> None:
        dialog = AgreementDialog(
            self._services(),
            line,
            about=owner_words(line),
            goes_on=True,
            parent=self._page,
            origin=self._page,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.changed)
        dialog.open()

    def _do(self, line: AgreementLine, act: Callable[[], None]) -> None:
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            self.refused.emit(error_message(error, translate))
            return
        self._settled[line.row.id] = None
        self.changed.emit()
