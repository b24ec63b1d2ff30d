"""The week: talks in their hours, planned, moved and stretched by dragging and by keys."""

from __future__ import annotations

import uuid
from collections.abc import Hashable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.services.agenda import AgendaBlock
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda import agenda_access, week_drag, week_keys
from wpl_desktop.ui.agenda.agenda_words import block_spoken, slot_spoken
from wpl_desktop.ui.agenda.block_painting import BlockLook, block_look
from wpl_desktop.ui.agenda.fitting import Fitting
from wpl_desktop.ui.agenda.week_content import Ghost, WeekContent, minute_of, moment_at, moment_in_week
from wpl_desktop.ui.agenda.week_layout import Folded, Placed
from wpl_desktop.ui.agenda.week_painting import WeekScene, paint_week
from wpl_desktop.ui.agenda.week_places import HOUR, USUAL_MINUTES, WeekPlaces, tip_of_head, week_places

#: What is dragged in from the list of what is still to be planned.
UNPLANNED_MIME: Final = "application/x-wpl-unplanned"
_EDGE: Final = 16


class WeekView(QAbstractScrollArea):
    """One week. A key of a block is the id of its talk; moments are local."""

    #: The talk under the cursor: its id, or None.
    selected_changed = Signal(object)
    opened = Signal(object)
    #: A moment and minutes.
    plan_requested = Signal(object, int)
    #: What was dragged in, and the moment where it was let go.
    drop_requested = Signal(object, object)
    #: A block, its new moment and its new minutes.
    change_requested = Signal(object, object, int)
    call_off_requested = Signal(object)
    #: So many weeks on.
    weeks_requested = Signal(int)
    #: A moment with more talks than there is room for.
    more_requested = Signal(object)
    #: What to do now, quietly.
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = WeekContent(days=(date.min,))
        self.now = datetime.combine(date.min, time())
        self.selected: uuid.UUID | None = None
        self.folded: int | None = None
        self.cursor_at: datetime | None = None
        self.ghost: Ghost | None = None
        self.blocks: dict[Hashable, AgendaBlock] = {}
        self._places: WeekPlaces | None = None
        self._offers: dict[str, Ghost] = {}
        self._fitting = Fitting()
        self._looks: dict[Hashable, BlockLook] = {}
        self._looks_of: object = None
        self.drag = week_drag.WeekDrag(self)
        agenda_access.install()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setAccessibleName(self.tr("Week"))
        self.verticalScrollBar().setSingleStep(theme.scaled(HOUR) // 2)

    # What the page tells the view

    def set_content(self, content: WeekContent) -> None:
        """Show a week as it is now; the talk that was chosen stays chosen, and the hours stay where they are."""
        is_same_week = content.days[0] == self.content.days[0]
        self.content = content
        self.blocks = {block.id: block for block in content.blocks}
        self._looks_of = None
        self._fitting.forget()
        self.folded = None
        if self.selected not in self.blocks:
            self._choose(None)
        if self.ghost is not None and self.ghost.key is not None and not self.ghost.by_keys:
            self.ghost = None
        if self.cursor_at is not None and self.ghost is None and self._day_number(self.cursor_at) is None:
            self.cursor_at = moment_in_week(self.cursor_at, content.days)
        self._forget_places()
        if not is_same_week:
            self._tell()
        week_keys.stand_on_what_came(self)

    def set_now(self, now: datetime) -> None:
        """Say what time it is."""
        self.now = now
        self.viewport().update()

    def select(self, key: uuid.UUID | None) -> None:
        """Choose a talk of this week, or none; nobody is told."""
        self.selected = key if key in self.blocks else None
        if self.selected is not None:
            self.folded = None
            self.cursor_at = self.blocks[self.selected].starts_at
            self.show_minutes(minute_of(self.cursor_at), self.blocks[self.selected].minutes)
        self.viewport().update()

    # What keys and mouse ask

    def places(self) -> WeekPlaces:
        """Where everything stands in the room there is now."""
        if self._places is None:
            self._places = week_places(
                self.content, self.viewport().size(), ghost=self.ghost, cursor_at=self.cursor_at
            )
            self._fit_scroll_bar(self._places)
        return self._places

    def choose(self, key: uuid.UUID | None, *, at: datetime | None = None) -> None:
        """Choose a talk, or the empty place at a moment."""
        self.folded = None
        if at is not None:
            self.cursor_at = at
        self._choose(key)
        if key is not None:
            block = self.blocks[key]
            self.cursor_at = block.starts_at
            self.show_minutes(minute_of(block.starts_at), block.minutes)
        elif at is not None:
            self.show_minutes(minute_of(at), USUAL_MINUTES)
        self._tell()

    def choose_folded(self, number: int) -> None:
        """Stand on the talks that have no room of their own."""
        self._choose(None)
        self.folded = number
        group = self.places().folded[number]
        self.cursor_at = moment_at(self.content.days[group.day], group.start)
        self.show_minutes(group.start, 60)
        self._tell()

    def set_ghost(self, ghost: Ghost | None) -> None:
        """Show what is about to be, or nothing."""
        self.ghost = ghost
        if ghost is not None and self._day_number(ghost.starts_at) is not None:
            self._make_room(minute_of(ghost.starts_at), ghost.minutes)
            if ghost.by_keys:
                self.show_minutes(minute_of(ghost.starts_at), ghost.minutes)
        self._tell()

    def finish(self) -> None:
        """Do what the ghost says."""
        ghost, self.ghost = self.ghost, None
        self.viewport().update()
        if ghost is None:
            return
        if ghost.token is not None:
            self.drop_requested.emit(ghost.token, ghost.starts_at)
        elif ghost.key is None:
            self.plan_requested.emit(ghost.starts_at, ghost.minutes)
        else:
            block = self.blocks.get(ghost.key)
            same = block is not None and (block.starts_at, block.minutes) == (ghost.starts_at, ghost.minutes)
            if block is not None and same:
                self.said.emit("")
            else:
                self.change_requested.emit(ghost.key, ghost.starts_at, ghost.minutes)

    def pick_up(self, token: object, *, starts_at: datetime, minutes: int, title: str) -> None:
        """Let the keys choose a moment for something that has none yet."""
        self.set_ghost(Ghost(starts_at=starts_at, minutes=minutes, title=title, token=token, by_keys=True))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(self.tr("Arrows choose the moment, Enter plans it, Esc leaves it."))

    def offer(self, name: str, ghost: Ghost) -> None:
        """What a drag with this name brings; its moment is that of the pointer."""
        self._offers[name] = ghost

    def may_move(self, block: AgendaBlock) -> bool:
        """Whether a talk can still be moved; says so when it cannot."""
        if block.state is ConversationState.PLANNED:
            return True
        self.said.emit(self.tr("This conversation is over: it stays where it is."))
        return False

    def moment_under(self, position: QPointF) -> datetime | None:
        """The moment at a place in the view, None beside the hours."""
        places = self.places()
        number = places.frame.day_at(position.x())
        if number is None or position.y() < places.head:
            return None
        minute = places.frame.minute_at(position.y() - places.head + self.verticalScrollBar().value())
        return moment_at(self.content.days[number], minute)

    def block_under(self, position: QPointF) -> Placed | None:
        """The talk at a place in the view."""
        places = self.places()
        if position.y() < places.head:
            return None
        inside = QPointF(position.x(), position.y() - places.head + self.verticalScrollBar().value())
        found = [place for place in places.placed if place.rect.contains(inside)]
        chosen = (place for place in found if place.key == self.selected)
        return next(chosen, found[-1] if found else None)

    def folded_under(self, position: QPointF) -> int | None:
        """The number of talks without room at a place in the view."""
        places = self.places()
        inside = QPointF(position.x(), position.y() - places.head + self.verticalScrollBar().value())
        if position.y() < places.head:
            return None
        return next((n for n, group in enumerate(places.folded) if group.rect.contains(inside)), None)

    def rect_of(self, place: Placed | Folded) -> QRectF:
        """Where a talk is on the viewport."""
        return place.rect.translated(0, self.places().head - self.verticalScrollBar().value())

    def show_minutes(self, minute: int, minutes: int) -> None:
        """Scroll until a stretch of the day can be seen."""
        self._make_room(minute, minutes)
        places, bar = self.places(), self.verticalScrollBar()
        visible = self.viewport().height() - places.head
        top, bottom = places.frame.y(minute), places.frame.y(minute + minutes)
        if bottom + _EDGE > bar.value() + visible:
            bar.setValue(round(bottom + _EDGE - visible))
        if top - _EDGE < bar.value():
            bar.setValue(round(top - _EDGE))

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        places = self.places()
        painter = QPainter(self.viewport())
        is_slot = self.selected is None and self.folded is None
        scene = WeekScene(
            content=self.content,
            places=places,
            looks=self._block_looks(places),
            fitting=self._fitting,
            now=self.now,
            top=self.verticalScrollBar().value(),
            selected=self.selected,
            folded=self.folded,
            slot=self.cursor_at if is_slot and self._day_number(self.cursor_at) is not None else None,
            ghost=self.ghost,
            focused=self.hasFocus(),
        )
        paint_week(painter, scene, rect=QRectF(self.viewport().rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_places()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._looks_of = None
            self._fitting.forget()
            self._forget_places()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        del dx, dy
        self.viewport().update()

    def viewportSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.scaled(902), theme.scaled(608))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not week_keys.press(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.selected is None and self.cursor_at is None:
            week_keys.stand_somewhere(self)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.ghost is not None and self.ghost.by_keys:
            self.set_ghost(None)
            self.said.emit("")
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.drag.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.drag.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.drag.double_click(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        offered = self._offered(event)
        moment = self.moment_under(event.position())
        if offered is None or moment is None:
            self.set_ghost(None)
            event.ignore()
            return
        self.set_ghost(replace(offered, starts_at=week_drag.snapped_moment(moment)))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        del event
        self.set_ghost(None)

    def dropEvent(self, event: QDropEvent) -> None:
        if self.ghost is not None and self._offered(event) is not None:
            event.acceptProposedAction()
            self.finish()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    # What is said to who cannot see it

    def spoken_count(self) -> int:
        """How many talks there are."""
        return len(self.content.blocks)

    def spoken(self, number: int) -> str:
        """A talk in words."""
        return block_spoken(self.content.blocks[number])

    def spoken_rect(self, number: int) -> QRectF:
        """Where a talk is on the viewport; empty for one without room."""
        key = self.content.blocks[number].id
        found = next((place for place in self.places().placed if place.key == key), None)
        return self.rect_of(found) if found is not None else QRectF()

    def spoken_current(self) -> int | None:
        """The number of the talk under the cursor."""
        keys = [block.id for block in self.content.blocks]
        return keys.index(self.selected) if self.selected is not None and self.selected in keys else None

    def cursor_words(self) -> str:
        """What the cursor stands on, or where the ghost is."""
        if self.ghost is not None:
            return (
                slot_spoken(self.ghost.starts_at) if not self.ghost.title else self._ghost_words(self.ghost)
            )
        if self.selected is not None:
            return block_spoken(self.blocks[self.selected])
        if self.folded is not None:
            count = len(self.places().folded[self.folded].keys)
            return self.tr("{count} more conversations: Enter shows them in the list").format(count=count)
        return slot_spoken(self.cursor_at) if self.cursor_at is not None else ""

    # Internals

    def _block_looks(self, places: WeekPlaces) -> dict[Hashable, BlockLook]:
        """The words and colours of every talk that has a place, made once for one palette."""
        if self._looks_of is not theme.tokens():
            self._looks_of = theme.tokens()
            self._looks = {}
        for place in places.placed:
            if place.key not in self._looks:
                self._looks[place.key] = block_look(self.blocks[place.key])
        return self._looks

    def _ghost_words(self, ghost: Ghost) -> str:
        return self.tr("{title}, {moment}, {minutes} minutes").format(
            title=ghost.title, moment=slot_spoken(ghost.starts_at), minutes=ghost.minutes
        )

    def _choose(self, key: uuid.UUID | None) -> None:
        if key != self.selected:
            self.selected = key
            self.selected_changed.emit(key)
        self.viewport().update()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.cursor_words())
        agenda_access.tell(self)
        self.viewport().update()

    def _day_number(self, moment: datetime | None) -> int | None:
        if moment is None:
            return None
        number = (moment.date() - self.content.days[0]).days
        return number if 0 <= number < len(self.content.days) else None

    def _forget_places(self) -> None:
        self._places = None
        if self.isVisible():
            self.places()
        self.viewport().update()

    def _make_room(self, minute: int, minutes: int) -> None:
        """Show earlier or later hours when something is to stand there."""
        frame = self.places().frame
        if minute < frame.first or minute + minutes > frame.last:
            self._forget_places()

    def _fit_scroll_bar(self, places: WeekPlaces) -> None:
        bar = self.verticalScrollBar()
        visible = round(self.viewport().height() - places.head)
        hidden = max(0, round(places.frame.height) - visible)
        first, before = bar.property("first_minute"), bar.value()
        bar.setPageStep(max(visible, 1))
        bar.setRange(0, hidden)
        if isinstance(first, int) and first != places.frame.first:
            # The same hour stays where it was when earlier ones come before it.
            bar.setValue(before + round((first - places.frame.first) * places.frame.hour / 60))
        bar.setProperty("first_minute", places.frame.first)

    def _offered(self, event: QDropEvent) -> Ghost | None:
        if not event.mimeData().hasFormat(UNPLANNED_MIME):
            return None
        name = bytes(event.mimeData().data(UNPLANNED_MIME).data()).decode("ascii", errors="replace")
        return self._offers.get(name)

    def _show_tip(self, event: QHelpEvent) -> None:
        position = QPointF(event.pos())
        place = self.block_under(position)
        text = (
            block_spoken(self.blocks[place.key])
            if place is not None
            else tip_of_head(self.content, self.places(), position)
        )
        QToolTip.showText(event.globalPos(), text, self.viewport())
