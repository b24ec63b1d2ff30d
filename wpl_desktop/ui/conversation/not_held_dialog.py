"""The dialog of a talk that did not go ahead: why, and if wanted a new date, in one step."""

from __future__ import annotations

import enum
import uuid
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.conversations import Hat, NotHeldCause
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.words import capital
from wpl_desktop.services.bundle import Services
from wpl_desktop.texts import error_message
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import chosen, clock_time, filled, long_day, translate, weekday_and_day
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

_WIDTH: Final = 560
_PROPOSALS: Final = 3
_CAUSES: Final = {
    Qt.Key.Key_1: NotHeldCause.WORKPLACE,
    Qt.Key.Key_2: NotHeldCause.STUDENT,
    Qt.Key.Key_3: NotHeldCause.OTHER,
}


class Again(enum.Enum):
    """What comes in the place of the talk, when it is none of the moments that are proposed."""

    NOTHING = "nothing"
    OTHER = "other"


class NotHeldDialog(FormDialog):
    """Marks one planned talk as not held; a new date is planned with it, and another one where talks are planned."""

    open_requested = Signal(str, dict)

    def __init__(
        self, services: Services, *, conversation_id: uuid.UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.setWindowTitle(self.tr("Did not go ahead"))
        self._services = services
        self._view = services.talks.view(conversation_id)
        self._starts = self._free_starts()
        self._make_fields()
        self._assemble()
        self.finish()
        self.cause.chosen.connect(self._on_cause)
        self.whole.chosen.connect(self._show_kept)
        self._show_kept()
        self.cause.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cause = _CAUSES.get(Qt.Key(event.key()))
        if cause is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._choose(cause)
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        """Mark the talk, and plan the new one in the same step; *another day* opens the dialog for that."""
        self.set_message("")
        self._cause_field.set_error(None)
        cause, again = self.cause.value(), self.again.value()
        whole = self.whole.value() is True
        try:
            self._services.conversations.mark_not_held(
                self._view.row,
                cause=cause if isinstance(cause, NotHeldCause) else None,
                again_at=again if isinstance(again, datetime) else None,
                whole_group=whole,
                origin=self,
            )
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()
        if again is Again.OTHER:
            self.open_requested.emit(
                "plan_dialog",
                {
                    "trajectory_id": self._view.trajectory_id,
                    "type_key": self._view.type_key,
                    "minutes": self._view.row.minutes,
                    "instead_of": self._view.row.id,
                },
            )

    # Building

    def _make_fields(self) -> None:
        self.cause = OptionList(
            [
                Option(
                    value=NotHeldCause.WORKPLACE,
                    title=self.tr("Something at the workplace"),
                    subtitle=self.tr("Somebody to replace, no room, no time."),
                    trailing="1",
                ),
                Option(
                    value=NotHeldCause.STUDENT,
                    title=filled(self.tr("Something on the side of the {student}")),
                    subtitle=self.tr("Examinations, transport, something unexpected."),
                    trailing="2",
                ),
                Option(
                    value=NotHeldCause.OTHER,
                    title=self.tr("Something else"),
                    subtitle=self.tr("A strike, snow, somebody else who could not come."),
                    trailing="3",
                ),
            ],
            name=self.tr("What came in between?"),
        )
        self.whole = SegmentedSwitch(
            [
                (True, self.tr("For the whole group")),
                (False, self.tr("Only for {student}").format(student=self._view.call_name)),
            ],
            name=self.tr("For whom?"),
            value=True,
        )
        self.again = OptionList(
            [
                Option(value=Again.NOTHING, title=self.tr("No new date now")),
                *(Option(value=start, title=_moment(start)) for start in self._starts),
                Option(value=Again.OTHER, title=self.tr("Another day…")),
            ],
            name=self.tr("New date"),
            value=Again.NOTHING,
        )
        self.kept = Hint("")
        self.primary.setText(self.tr("Mark as not gone ahead"))

    def _assemble(self) -> None:
        row = self._view.row
        ends_at = row.starts_at + timedelta(minutes=row.minutes)
        when = self.tr("{conversation}, {day}, {start} to {end}").format(
            conversation=capital(chosen(row.name)),
            day=long_day(row.starts_at.date()),
            start=clock_time(row.starts_at),
            end=clock_time(ends_at),
        )
        self.body.addWidget(Label(self._who(), role="title"))
        self.body.addWidget(muted_label(when))
        self._whole_field = Field(self.tr("For whom?"), self.whole)
        self._whole_field.setVisible(self._in_group())
        self.body.addWidget(self._whole_field)
        self._cause_field = Field(self.tr("What came in between?"), self.cause)
        self.body.addWidget(self._cause_field)
        self._again_field = Field(self.tr("New date"), self.again)
        self.body.addWidget(self._again_field)
        self.body.addWidget(self.kept)
        self.body.addStretch(1)

    # Slots

    def _on_cause(self) -> None:
        self._cause_field.set_error(None)

    def _show_kept(self) -> None:
        """What was noted beforehand goes with the talk: said before it happens."""
        noted = bool(self._view.row.summary) or any(item.note for item in self._view.items)
        whole = self.whole.value() is True and self._in_group()
        noted = noted or (whole and any(member.has_take_away for member in self._view.group))
        self.kept.set_text(
            self.tr("Nothing is kept of a conversation that did not go ahead: your note goes with it.")
        )
        self.kept.setVisible(noted)

    # Internals

    def _in_group(self) -> bool:
        return len(self._view.group) > 1

    def _who(self) -> str:
        if not self._in_group() or joint_screen.is_on():
            return self._view.student_name
        return ", ".join(member.call_name for member in self._view.group)

    def _free_starts(self) -> list[datetime]:
        row = self._view.row
        if row.hat in {Hat.PEERS, Hat.PROGRAMME}:
            # Others say when such a day is.
            return []
        tomorrow = self._services.clock.local().date() + timedelta(days=1)
        return self._services.conversations.free_starts(
            self._view.trajectory_id,
            minutes=row.minutes,
            # A talk that is called off beforehand gets a date after its own.
            first=max(tomorrow, row.starts_at.date() + timedelta(days=1)),
            limit=_PROPOSALS,
        )

    def _choose(self, cause: NotHeldCause) -> None:
        self.cause.set_value(cause)
        self.cause.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_cause()

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field == "cause":
            self._cause_field.set_error(message)
            self.cause.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_message(message)
        if isinstance(error, DomainError) and error.code == "changed_meanwhile":
            # Shown as it is now; doing it once more is a new decision.
            self._view = self._services.talks.view(self._view.row.id)


def _moment(start: datetime) -> str:
    return QCoreApplication.translate("NotHeldDialog", "{day} at {time}").format(
        day=capital(weekday_and_day(start.date())), time=clock_time(start)
    )
