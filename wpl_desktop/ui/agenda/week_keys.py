"""The keys of the week: walking over talks and empty places, moving and stretching, planning, other weeks."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from wpl_desktop.domain.conversations import LONGEST_MINUTES
from wpl_desktop.services.agenda import AgendaBlock
from wpl_desktop.ui.agenda.agenda_words import block_title
from wpl_desktop.ui.agenda.week_content import Ghost, minute_of, moment_at
from wpl_desktop.ui.agenda.week_layout import DAY_MINUTES, STEP

if TYPE_CHECKING:
    from wpl_desktop.ui.agenda.week_view import WeekView

_SLOT: Final = 30
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS: Final = {
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
}


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Something that the arrows stand on: a talk, a number of talks without room, or an empty half hour."""

    start: int
    key: uuid.UUID | None = None
    folded: int | None = None


def press(view: WeekView, event: QKeyEvent) -> bool:
    """Do what a key asks of the week; tells whether it was one of its keys."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    if key == Qt.Key.Key_Escape:
        return _leave(view)
    if held == Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _stretch(view, STEP if key == Qt.Key.Key_Down else -STEP)
    if held != Qt.KeyboardModifier.NoModifier:
        return False
    if key in _ARROWS:
        days, minutes = _ARROWS[key]
        if view.ghost is not None:
            _move_ghost(view, days=days, minutes=minutes * STEP)
        elif days:
            _walk_days(view, days)
        else:
            _walk(view, minutes)
        return True
    if key in _ENTER:
        return _enter(view)
    found = _OTHER_KEYS.get(key)
    if found is not None:
        found(view)
    return found is not None


def stand_somewhere(view: WeekView) -> None:
    """Put the cursor on the first talk that is still to come in this week, else on a usual moment."""
    coming = [block for block in view.content.blocks if block.ends_at >= view.now]
    blocks = coming or list(view.content.blocks)
    day = view.now.date() if view.now.date() in view.content.days else view.content.days[0]
    shown = {place.key for place in view.places().placed}
    first = next((block for block in blocks if block.id in shown), None)
    if first is not None:
        view.choose(first.id)
    else:
        view.choose(None, at=moment_at(day, 12 * 60))


def stand_on_what_came(view: WeekView) -> None:
    """Where a talk has come under the cursor, in this week or in another one, the cursor is on the talk."""
    at = view.cursor_at
    if at is None or view.selected is not None or view.ghost is not None:
        return
    shown = {place.key for place in view.places().placed}
    until = at + timedelta(minutes=_SLOT)
    found = (block for block in view.content.blocks if block.starts_at < until and at < block.ends_at)
    first = next((block for block in found if block.id in shown), None)
    if first is not None:
        view.choose(first.id)


def stops(view: WeekView, day: int) -> list[Stop]:
    """What the arrows stand on in a day, in the order of the clock."""
    places = view.places()
    found = [
        Stop(start=minute_of(view.blocks[place.key].starts_at), key=view.blocks[place.key].id)
        for place in places.placed
        if place.day == day
    ]
    found += [
        Stop(start=group.start, folded=number)
        for number, group in enumerate(places.folded)
        if group.day == day
    ]
    busy = [
        (minute_of(view.blocks[place.key].starts_at), view.blocks[place.key].minutes)
        for place in places.placed
        if place.day == day
    ]
    found += [
        Stop(start=start)
        for start in range(places.frame.first, min(places.frame.last, DAY_MINUTES - _SLOT) + 1, _SLOT)
        if start < places.frame.last
        and not any(other < start + _SLOT and start < other + minutes for other, minutes in busy)
    ]
    return sorted(found, key=lambda stop: (stop.start, stop.folded is not None))


def begin_moving(view: WeekView) -> None:
    """Take up the chosen talk: arrows move it, Enter keeps it there, Esc leaves it."""
    block = view.blocks.get(view.selected)
    if block is None or not view.may_move(block):
        return
    view.set_ghost(_ghost_of(block))
    view.said.emit(
        QCoreApplication.translate(
            "WeekView", "Arrows move it, Shift and arrows stretch it, Enter keeps it, Esc leaves it."
        )
    )


def _ghost_of(block: AgendaBlock) -> Ghost:
    return Ghost(
        starts_at=block.starts_at,
        minutes=block.minutes,
        title=block_title(block),
        key=block.id,
        by_keys=True,
    )


def _leave(view: WeekView) -> bool:
    """Take back what is being moved; tells whether something was."""
    if view.drag.cancel():
        return True
    if view.ghost is None:
        return False
    view.set_ghost(None)
    view.said.emit("")
    return True


def _stretch(view: WeekView, minutes: int) -> bool:
    ghost = view.ghost
    if ghost is None:
        begin_moving(view)
        ghost = view.ghost
    if ghost is not None:
        start = minute_of(ghost.starts_at)
        longest = min(LONGEST_MINUTES, DAY_MINUTES - start)
        view.set_ghost(replace(ghost, minutes=min(max(ghost.minutes + minutes, STEP), longest)))
    return True


def _move_ghost(view: WeekView, *, days: int, minutes: int) -> None:
    ghost = view.ghost
    if ghost is None:
        return
    moved = ghost.starts_at + timedelta(days=days, minutes=minutes)
    if not days and moved.date() != ghost.starts_at.date():
        return
    first, last = view.content.days[0], view.content.days[-1]
    weeks = 0
    if moved.date() < first:
        weeks, moved = -1, datetime.combine(first - timedelta(days=3), moved.time())
    elif moved.date() > last:
        weeks, moved = 1, datetime.combine(first + timedelta(days=7), moved.time())
    view.set_ghost(replace(ghost, starts_at=moved, by_keys=True))
    if weeks:
        view.weeks_requested.emit(weeks)
        view.set_ghost(view.ghost)


def _walk(view: WeekView, step: int) -> None:
    """To the next stop of the day."""
    if view.cursor_at is None:
        stand_somewhere(view)
        return
    day = (view.cursor_at.date() - view.content.days[0]).days
    found = stops(view, day)
    if not found:
        return
    current = _current(view, found)
    if current is None:
        minute = minute_of(view.cursor_at)
        later = [number for number, stop in enumerate(found) if stop.start > minute]
        number = (later[0] if later else len(found)) if step > 0 else (later[0] if later else len(found)) - 1
    else:
        number = current + step
    if 0 <= number < len(found):
        _stand(view, found[number], day)


def _walk_days(view: WeekView, step: int) -> None:
    """To the same time on another day; from the first and last day to another week."""
    at = view.cursor_at
    if at is None:
        stand_somewhere(view)
        return
    day = (at.date() - view.content.days[0]).days + step
    if not 0 <= day < len(view.content.days):
        view.weeks_requested.emit(step)
        day = len(view.content.days) - 1 if step < 0 else 0
    minute = minute_of(at)
    found = stops(view, day)
    talks = [
        stop
        for stop in found
        if stop.key is not None and stop.start <= minute < stop.start + view.blocks[stop.key].minutes
    ]
    nearest = min(found, key=lambda stop: abs(stop.start - minute), default=None)
    target = talks[0] if talks else nearest
    if target is not None:
        _stand(view, target, day)


def _stand(view: WeekView, stop: Stop, day: int) -> None:
    if stop.key is not None:
        view.choose(stop.key)
    elif stop.folded is not None:
        view.choose_folded(stop.folded)
    else:
        view.choose(None, at=moment_at(view.content.days[day], stop.start))


def _current(view: WeekView, found: list[Stop]) -> int | None:
    """The number of the stop under the cursor."""
    if view.selected is not None or view.folded is not None:
        wanted = (view.selected, view.folded)
        return next((n for n, stop in enumerate(found) if (stop.key, stop.folded) == wanted), None)
    minute = minute_of(view.cursor_at) if view.cursor_at is not None else -1
    empty = (n for n, stop in enumerate(found) if stop.key is None and stop.folded is None)
    return next((n for n in empty if found[n].start == minute), None)


def _enter(view: WeekView) -> bool:
    """Keep what is being moved; take up a planned talk; open one that is over; plan in an empty place."""
    ghost, block = view.ghost, view.blocks.get(view.selected)
    if ghost is not None:
        unmoved = block is not None and ghost == _ghost_of(block)
        view.finish()
        if unmoved and block is not None:
            # Enter twice, without moving it, goes into the talk.
            view.opened.emit(block.id)
    elif block is not None and block.state is block.state.PLANNED:
        begin_moving(view)
    elif block is not None:
        view.opened.emit(block.id)
    elif view.folded is not None:
        view.more_requested.emit(view.cursor_at)
    else:
        _plan(view)
    return True


def _plan(view: WeekView) -> None:
    if view.cursor_at is not None:
        view.plan_requested.emit(view.cursor_at, _SLOT)


def _open(view: WeekView) -> None:
    if view.selected is not None:
        view.opened.emit(view.selected)


def _call_off(view: WeekView) -> None:
    block = view.blocks.get(view.selected)
    if block is not None and view.may_move(block):
        view.call_off_requested.emit(block.id)


def _weeks(view: WeekView, step: int) -> None:
    if view.ghost is not None:
        view.ghost = replace(view.ghost, starts_at=view.ghost.starts_at + timedelta(weeks=step))
    elif view.cursor_at is not None:
        view.cursor_at += timedelta(weeks=step)
    view.weeks_requested.emit(step)


def _previous(view: WeekView) -> None:
    _weeks(view, -1)


def _next(view: WeekView) -> None:
    _weeks(view, 1)


def _day_edge(view: WeekView, *, last: bool) -> None:
    """To the first or the last talk of the week."""
    shown = {place.key for place in view.places().placed}
    keys = [block.id for block in view.content.blocks if block.id in shown]
    if keys and view.ghost is None:
        view.choose(keys[-1 if last else 0])


def _home(view: WeekView) -> None:
    _day_edge(view, last=False)


def _end(view: WeekView) -> None:
    _day_edge(view, last=True)


_OTHER_KEYS: Final[dict[int, Callable[[WeekView], None]]] = {
    int(Qt.Key.Key_M): begin_moving,
    int(Qt.Key.Key_F2): begin_moving,
    int(Qt.Key.Key_N): _plan,
    int(Qt.Key.Key_O): _open,
    int(Qt.Key.Key_Delete): _call_off,
    int(Qt.Key.Key_PageUp): _previous,
    int(Qt.Key.Key_PageDown): _next,
    int(Qt.Key.Key_Home): _home,
    int(Qt.Key.Key_End): _end,
}
