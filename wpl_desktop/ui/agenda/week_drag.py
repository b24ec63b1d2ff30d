"""The mouse in the week: choosing, planning in an empty place, moving a talk, stretching its lower edge."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from wpl_desktop.domain.conversations import LONGEST_MINUTES
from wpl_desktop.services.agenda import AgendaBlock
from wpl_desktop.ui.agenda.agenda_words import block_title
from wpl_desktop.ui.agenda.week_content import Ghost, minute_of, moment_at
from wpl_desktop.ui.agenda.week_layout import STEP, snapped

if TYPE_CHECKING:
    from wpl_desktop.ui.agenda.week_view import WeekView

_GRIP: Final = 7
_USUAL_MINUTES: Final = 30


class _Kind(enum.Enum):
    PLAN = "plan"
    MOVE = "move"
    STRETCH = "stretch"


@dataclass
class _Drag:
    kind: _Kind
    origin: QPointF
    grabbed: datetime
    block: AgendaBlock | None = None
    begun: bool = False


class WeekDrag:
    """What the mouse does now in one week."""

    def __init__(self, view: WeekView) -> None:
        self._view = view
        self._drag: _Drag | None = None

    def press(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer; the beginning of a drag, perhaps."""
        view, position = self._view, event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        moment = view.moment_under(position)
        if moment is None:
            return
        folded = view.folded_under(position)
        place = view.block_under(position)
        if place is None and folded is not None:
            view.choose_folded(folded)
            return
        if place is None:
            at = snapped_moment(moment, down=True)
            self._drag = _Drag(kind=_Kind.PLAN, origin=position, grabbed=at)
            view.choose(None, at=at)
            return
        block = view.blocks[place.key]
        at_edge = view.rect_of(place).bottom() - position.y() <= _GRIP
        kind = _Kind.STRETCH if at_edge else _Kind.MOVE
        self._drag = _Drag(kind=kind, origin=position, grabbed=moment, block=block)
        view.choose(block.id)

    def move(self, event: QMouseEvent) -> None:
        """Show what letting go here would do."""
        drag, view, position = self._drag, self._view, event.position()
        if drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_grip(position)
            return
        if not drag.begun:
            far = (position - drag.origin).manhattanLength() >= QApplication.startDragDistance()
            if not far:
                return
            if drag.block is not None and not view.may_move(drag.block):
                self._drag = None
                return
            drag.begun = True
        moment = view.moment_under(self._within(position))
        if moment is not None:
            view.set_ghost(self._ghost(drag, moment))
            view.show_minutes(minute_of(moment), STEP)

    def release(self, event: QMouseEvent) -> None:
        """Do it."""
        del event
        drag, self._drag = self._drag, None
        if drag is not None and drag.begun:
            self._view.finish()

    def cancel(self) -> bool:
        """Forget the drag; tells whether there was one."""
        drag, self._drag = self._drag, None
        if drag is None or not drag.begun:
            return False
        self._view.set_ghost(None)
        return True

    def double_click(self, event: QMouseEvent) -> None:
        """Open a talk, plan in an empty place."""
        view, position = self._view, event.position()
        moment = view.moment_under(position)
        if moment is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place, folded = view.block_under(position), view.folded_under(position)
        if place is not None:
            view.opened.emit(place.key)
        elif folded is not None:
            view.more_requested.emit(moment)
        else:
            view.plan_requested.emit(snapped_moment(moment, down=True), _USUAL_MINUTES)

    def _show_grip(self, position: QPointF) -> None:
        place = self._view.block_under(position)
        at_edge = place is not None and self._view.rect_of(place).bottom() - position.y() <= _GRIP
        shape = Qt.CursorShape.SizeVerCursor if at_edge else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def _within(self, position: QPointF) -> QPointF:
        """A place among the hours, also when the pointer is beside or above them."""
        places = self._view.places()
        right = places.frame.x(places.frame.days) - 1
        bottom = self._view.viewport().height() - 2
        return QPointF(
            min(max(position.x(), places.frame.gutter + 1), right),
            min(max(position.y(), places.head + 1), bottom),
        )

    def _ghost(self, drag: _Drag, moment: datetime) -> Ghost:
        if drag.block is None:
            return _planning(drag.grabbed, moment)
        block = drag.block
        base = Ghost(starts_at=block.starts_at, minutes=block.minutes, title=block_title(block), key=block.id)
        if drag.kind is _Kind.STRETCH:
            return replace(base, minutes=_stretched(block.starts_at, moment))
        moved = block.starts_at + (moment - drag.grabbed)
        return replace(base, starts_at=moment_at(moment.date(), _minute_on(moved, moment)))


def snapped_moment(moment: datetime, *, down: bool = False) -> datetime:
    """The nearest quarter of an hour of the same day, or the last one before."""
    minute = minute_of(moment)
    return moment_at(moment.date(), minute // STEP * STEP if down else snapped(minute))


def _planning(grabbed: datetime, moment: datetime) -> Ghost:
    """From where the drag began to where it is now, in quarters of an hour, on the day where it began."""
    now = moment_at(grabbed.date(), minute_of(moment))
    first, last = min(grabbed, now), max(grabbed, now)
    first = snapped_moment(first, down=True)
    minutes = snapped((last - first) / timedelta(minutes=1))
    return Ghost(starts_at=first, minutes=min(max(minutes, STEP), LONGEST_MINUTES))


def _stretched(starts_at: datetime, moment: datetime) -> int:
    end = snapped(minute_of(moment))
    return min(max(end - minute_of(starts_at), STEP), LONGEST_MINUTES)


def _minute_on(moved: datetime, moment: datetime) -> int:
    """The minute since midnight of the day of `moment`, snapped."""
    midnight = datetime.combine(moment.date(), time())
    return snapped((moved - midnight) / timedelta(minutes=1))
