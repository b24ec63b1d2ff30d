"""What is done from the agenda: planning, moving, calling off, opening, printing and files."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.series import Scope
from wpl_desktop.services.agenda import TalkDetail
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.unplanned import Unplanned
from wpl_desktop.texts import error_message
from wpl_desktop.ui import icons
from wpl_desktop.ui.agenda.agenda_reading import AgendaReading
from wpl_desktop.ui.agenda.agenda_words import proposal_words, unplanned_words
from wpl_desktop.ui.agenda.side_panel import TalkStep
from wpl_desktop.ui.agenda.tool_row import MONTH, WEEK
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.series_scope import ask_scope

if TYPE_CHECKING:
    from wpl_desktop.services import Services
    from wpl_desktop.ui.agenda.agenda_page import AgendaPage

_PROPOSALS: Final = 3


class AgendaSteps(QObject):
    """Does for the page what its views ask for."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page = page

    # Planning

    def plan(self, moment: datetime | None = None, minutes: int | None = None) -> None:
        """Plan a talk at a moment; without one where the cursor is."""
        arguments: dict[str, object] = {"starts_at": moment} if moment is not None else self._page.subject()
        if minutes is not None and minutes != 30:
            arguments["minutes"] = minutes
        self._open("plan_dialog", arguments)

    def plan_any(self) -> None:
        """Plan a talk from nowhere."""
        self._open("plan_dialog", {})

    def plan_dropped(self, token: object, moment: object) -> None:
        """Plan what was dragged in where it was let go."""
        if isinstance(token, Unplanned) and isinstance(moment, datetime):
            self._plan_unplanned(token, moment)

    def propose(self, row: Unplanned, *, at: QWidget) -> None:
        """Offer moments that are free for both, and to look for one in the week."""
        menu = QMenu(at)
        today = self._services().clock.local().date()
        for moment in AgendaReading(self._services()).proposals(row, most=_PROPOSALS):
            action = menu.addAction(icons.icon("agenda"), proposal_words(moment, today=today))
            action.triggered.connect(lambda _=False, moment=moment: self._plan_unplanned(row, moment))
        menu.addSeparator()
        choose = menu.addAction(icons.icon("target"), self.tr("Choose in the week…"))
        choose.triggered.connect(lambda: self._pick_up(row))
        other = menu.addAction(icons.icon("edit"), self.tr("Another moment…"))
        other.triggered.connect(lambda: self._plan_unplanned(row, None))
        menu.aboutToHide.connect(menu.deleteLater)
        actions = menu.actions()
        if actions:
            menu.setActiveAction(actions[0])
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def choose_unplanned(self, rows: Sequence[Unplanned], *, at: QWidget) -> None:
        """Choose which of the talks without a day gets one."""
        menu = QMenu(at)
        for row in rows:
            action = menu.addAction(icons.icon("user"), f"{row.student.name}: {unplanned_words(row)}")
            action.triggered.connect(lambda _=False, row=row: self.propose(row, at=at))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    # Changing

    def change(self, key: object, starts_at: object, minutes: int) -> None:
        """Give a talk another moment or length, and of its series as much as is meant."""
        if not isinstance(key, uuid.UUID) or not isinstance(starts_at, datetime):
            return
        services = self._services()
        version = self._version(key)
        if version is None:
            self._page.refresh()
            return
        scope = self._scope(key, verb=self.tr("Move"))
        if scope is None:
            self._page.refresh()
            return
        self._page.select(key, day=starts_at.date())
        self._try(
            lambda: services.series.reschedule(
                key, version=version, starts_at=starts_at, minutes=minutes, scope=scope, origin=self._page
            )
        )

    def call_off(self, key: object) -> None:
        """Take a planned talk out of the agenda, and of its series as much as is meant."""
        if not isinstance(key, uuid.UUID):
            return
        services = self._services()
        version = self._version(key)
        scope = self._scope(key, verb=self.tr("Call off")) if version is not None else None
        if version is None or scope is None:
            return
        if self._try(lambda: services.series.call_off(key, version=version, scope=scope, origin=self._page)):
            self._page.view.said.say(self.tr("Called off. Ctrl+Z takes it back."))

    # Opening

    def take(self, step: TalkStep, detail: TalkDetail) -> None:
        """Do something with the chosen talk."""
        talk = detail.talk
        trajectory_id = talk.student.trajectory_id
        steps: dict[TalkStep, Callable[[], None]] = {
            TalkStep.START: lambda: self._open("conversation", {"conversation_id": talk.id, "begin": True}),
            TalkStep.OPEN: lambda: self.open_talk(talk.id),
            TalkStep.FILL_IN: lambda: self._fill_in(detail),
            TalkStep.PLAN_AGAIN: lambda: self._open(
                "plan_dialog", {"trajectory_id": trajectory_id, "instead_of": talk.id}
            ),
            TalkStep.MOVE: lambda: self._change_in_dialog(detail),
            TalkStep.NOT_HELD: lambda: self._open("not_held_dialog", {"conversation_id": talk.id}),
            TalkStep.CALL_OFF: lambda: self.call_off(talk.id),
            TalkStep.STUDENT: lambda: self._open("student", {"trajectory_id": trajectory_id}),
            TalkStep.PREPARATION: lambda: self._print_preparation(talk.id),
            TalkStep.FILE: lambda: self._open("calendar_dialog", {"conversation_id": talk.id}),
            TalkStep.SERIES_FILE: lambda: self._open("calendar_dialog", {"series_id": detail.series_id}),
            TalkStep.ONLY_STUDENT: lambda: self._page.show_list_of(trajectory_id),
        }
        steps[step]()

    def open_talk(self, key: object) -> None:
        """Go into a talk."""
        self._open("conversation", {"conversation_id": key})

    def open_agreements(self) -> None:
        """Go to the agreements."""
        self._open("agreements", {})

    def add_student(self) -> None:
        """Add the first student."""
        self._open("student_dialog", {})

    def save_file(self) -> None:
        """A calendar file of everything."""
        self._open("calendar_dialog", {})

    def print_days(self) -> None:
        """The week or the month that is shown, on paper; from the list the week of the chosen talk."""
        from wpl_desktop.ui.talk_printing import offer_month, offer_week

        detail = self._page.view.talk.detail()
        shown = self._page.view.shown_view()
        if shown == MONTH:
            offer_month(self._page, self._services(), self._page.day())
        elif shown == WEEK or detail is None:
            offer_week(self._page, self._services(), self._page.day())
        else:
            offer_week(self._page, self._services(), detail.talk.starts_at.date())

    # Internals

    def _services(self) -> Services:
        return cast("Services", self._page.services)

    def _open(self, name: str, arguments: dict[str, object]) -> None:
        self._page.open_requested.emit(name, arguments)

    def _version(self, key: uuid.UUID) -> int | None:
        """The version that is on the screen: what was changed elsewhere since is refused, not overwritten."""
        view = self._page.view
        shown = view.week.blocks.get(key) if view.shown_view() == WEEK else view.list.list.current()
        return shown.version if shown is not None and shown.id == key else None

    def _scope(self, key: uuid.UUID, *, verb: str) -> Scope | None:
        try:
            scopes = self._services().series.scopes(key)
        except DomainError as error:
            self._page.show_trouble(error_message(error, translate))
            return None
        return ask_scope(self._page, scopes, verb=verb)

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            self._page.show_trouble(error_message(error, translate))
            return False
        self._page.done()
        return True

    def _plan_unplanned(self, row: Unplanned, moment: datetime | None) -> None:
        arguments: dict[str, object] = {
            "trajectory_id": row.student.trajectory_id,
            "type_key": row.type_key,
            "minutes": row.minutes,
        }
        if moment is not None:
            arguments["starts_at"] = moment
        if row.instead_of is not None:
            arguments["instead_of"] = row.instead_of
        self._open("plan_dialog", arguments)

    def _pick_up(self, row: Unplanned) -> None:
        """Let the keys choose a moment in the week, from a proposal on."""
        moments = AgendaReading(self._services()).proposals(row, most=1)
        page = self._page
        start = moments[0] if moments else page.view.week.cursor_at or self._services().clock.local()
        page.select(None, day=start.date())
        page.view.show_view(WEEK)
        page.refresh()
        page.view.week.pick_up(row, starts_at=start, minutes=row.minutes, title=row.student.call_name)

    def _row(self, detail: TalkDetail) -> ConversationRow | None:
        rows = self._services().conversations.of_student(detail.talk.student.trajectory_id)
        return next((row for row in rows if row.id == detail.talk.id), None)

    def _fill_in(self, detail: TalkDetail) -> None:
        row = self._row(detail)
        if row is not None:
            self._open(
                "hold_dialog",
                {"trajectory_id": detail.talk.student.trajectory_id, "conversation": row},
            )

    def _change_in_dialog(self, detail: TalkDetail) -> None:
        row = self._row(detail)
        scope = self._scope(detail.talk.id, verb=self.tr("Change")) if row is not None else None
        if scope is not None:
            self._open(
                "plan_dialog",
                {
                    "trajectory_id": detail.talk.student.trajectory_id,
                    "conversation": row,
                    "scope": scope,
                },
            )

    def _print_preparation(self, conversation_id: uuid.UUID) -> None:
        from wpl_desktop.ui.talk_printing import offer_preparation

        offer_preparation(self._page, self._services(), conversation_id)
