"""How a week is drawn: lesson hours, lines, blocks, the moment it is now, and the rows above them."""

from __future__ import annotations

import uuid
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen, QPixmap

from wpl_desktop.services.school_calendar import DayPresence, Elsewhere
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda.agenda_words import band_words, presence_words
from wpl_desktop.ui.agenda.block_painting import BlockLook, paint_block, paint_ring
from wpl_desktop.ui.agenda.fitting import Fitting
from wpl_desktop.ui.agenda.week_content import Ghost, WeekContent, minute_of
from wpl_desktop.ui.agenda.week_places import WeekPlaces
from wpl_desktop.ui.language import clock_time, filled, weekday_name
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.tokens import mix
from wpl_desktop.ui.widgets.avatar import paint_avatar

_HATCH: Final = 12
_CIRCLE: Final = 20
_PADDING: Final = 12
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, kw_only=True)
class WeekScene:
    """One week as it is to be drawn; `top` is how far the hours are scrolled."""

    content: WeekContent
    places: WeekPlaces
    looks: Mapping[Hashable, BlockLook]
    fitting: Fitting
    now: datetime
    top: int
    selected: uuid.UUID | None
    folded: int | None
    slot: datetime | None
    ghost: Ghost | None
    focused: bool


def paint_week(painter: QPainter, scene: WeekScene, *, rect: QRectF) -> None:
    """Draw the box, the hours and the rows above them; `rect` is the whole of it."""
    tokens = theme.tokens()
    rounded_box(painter, rect, fill=tokens.surface, line=tokens.line)
    painter.save()
    painter.setClipRect(rect.adjusted(1, scene.places.head, -1, -2))
    painter.translate(0, scene.places.head - scene.top)
    _paint_ground(painter, scene)
    # Below the talks: a line through a name would say that it did not go ahead.
    _paint_now(painter, scene)
    _paint_blocks(painter, scene)
    _paint_ghost(painter, scene)
    painter.restore()
    _paint_heads(painter, scene)
    _paint_presence(painter, scene)
    _paint_bands(painter, scene)


def hatching(ratio: float) -> QBrush:
    """The brush for the hours that the owner teaches."""
    tokens = theme.tokens()
    side = theme.scaled(_HATCH)
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(tokens.sunken)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(mix(tokens.sunken, tokens.line, share=0.45), 1.5))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
    painter.end()
    return QBrush(tile)


def _paint_ground(painter: QPainter, scene: WeekScene) -> None:
    tokens, frame = theme.tokens(), scene.places.frame
    today = _today_number(scene)
    if today is not None:
        tint = mix(tokens.surface, tokens.soft, share=0.35)
        painter.fillRect(QRectF(frame.x(today), 0, frame.day_width, frame.height), tint)
    brush = hatching(painter.device().devicePixelRatioF())
    painter.setFont(theme.font("label"))
    for lesson in scene.content.lessons:
        number = next(
            (n for n, day in enumerate(scene.content.days) if day.isoweekday() == lesson.weekday), None
        )
        if number is None or _is_free(scene, number):
            continue
        top, bottom = frame.y(lesson.from_minute), frame.y(lesson.to_minute)
        box = QRectF(frame.x(number) + 1, top, frame.day_width - 1, bottom - top)
        painter.fillRect(box, brush)
        painter.setPen(tokens.muted)
        words = lesson.label or QCoreApplication.translate("AgendaWords", "lesson")
        _write(
            painter,
            box.adjusted(theme.scaled(_PADDING), theme.scaled(6), -4, 0),
            words,
            role="label",
            align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
        )
    faint = mix(tokens.surface, tokens.line, share=0.6)
    painter.setFont(theme.font("label"))
    room = QRectF(0, 0, frame.gutter - theme.scaled(8), theme.scaled(16))
    for hour in range(frame.first // 60 + 1, frame.last // 60 + (frame.last % 60 > 0)):
        y = round(frame.y(hour * 60))
        painter.fillRect(QRectF(frame.gutter, y, frame.width - frame.gutter, 1), faint)
        painter.setPen(tokens.muted)
        room.moveTop(y - room.height() / 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{hour}:00")
    for day in range(frame.days):
        painter.fillRect(QRectF(round(frame.x(day)), 0, 1, frame.height), tokens.line)


def _paint_blocks(painter: QPainter, scene: WeekScene) -> None:
    moving = scene.ghost.key if scene.ghost is not None else None
    chosen: QRectF | None = None
    bottom = scene.top + painter.device().height()
    for place in scene.places.placed:
        if place.rect.bottom() < scene.top or place.rect.top() > bottom:
            continue
        if place.key == scene.selected:
            chosen = place.rect
        elif place.key == moving:
            _paint_faint(painter, scene, place.key, place.rect)
        else:
            paint_block(painter, scene.looks[place.key], rect=place.rect, fitting=scene.fitting)
    for number, group in enumerate(scene.places.folded):
        _paint_folded(painter, group.rect, len(group.keys))
        if number == scene.folded:
            paint_ring(painter, group.rect, strong=scene.focused)
    if chosen is not None and scene.selected is not None:
        # Last, so that its ring is whole.
        if scene.selected == moving:
            _paint_faint(painter, scene, scene.selected, chosen)
        else:
            paint_block(painter, scene.looks[scene.selected], rect=chosen, fitting=scene.fitting)
        paint_ring(painter, chosen, strong=scene.focused)
    if scene.slot is not None and scene.focused and scene.ghost is None:
        number = (scene.slot.date() - scene.content.days[0]).days
        box = scene.places.frame.box(number, minute_of(scene.slot), 30)
        rounded_box(painter, box, fill=None, line=theme.tokens().accent, width=2, radius=4)


def _paint_faint(painter: QPainter, scene: WeekScene, key: Hashable, rect: QRectF) -> None:
    """A talk that is being moved, where it still is."""
    painter.setOpacity(0.45)
    paint_block(painter, scene.looks[key], rect=rect, fitting=scene.fitting)
    painter.setOpacity(1.0)


def _paint_folded(painter: QPainter, rect: QRectF, count: int) -> None:
    tokens = theme.tokens()
    rounded_box(painter, rect, fill=tokens.sunken, line=tokens.line, radius=4)
    painter.setPen(tokens.text)
    painter.setFont(theme.font("secondary_strong"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"+{count}")


def _paint_now(painter: QPainter, scene: WeekScene) -> None:
    number = _today_number(scene)
    frame = scene.places.frame
    minute = minute_of(scene.now)
    if number is None or not frame.first <= minute <= frame.last:
        return
    text, y = theme.tokens().text, round(frame.y(minute))
    painter.fillRect(QRectF(frame.x(number), y, frame.day_width, 2), text)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(text)
    painter.drawEllipse(QPointF(frame.x(number), y + 1), theme.scaled(4), theme.scaled(4))
    painter.restore()


def _paint_ghost(painter: QPainter, scene: WeekScene) -> None:
    ghost = scene.ghost
    if ghost is None:
        return
    number = (ghost.starts_at.date() - scene.content.days[0]).days
    if not 0 <= number < len(scene.content.days):
        return
    tokens = theme.tokens()
    box = scene.places.frame.box(
        number, minute_of(ghost.starts_at), ghost.minutes, least_height=theme.scaled(22)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(tokens.accent, 1.5)
    pen.setDashPattern([2.5, 2])
    painter.setPen(pen)
    painter.setBrush(tokens.surface)
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    painter.setPen(tokens.on_soft)
    words = clock_time(ghost.starts_at)
    if ghost.title:
        words = f"{ghost.title}, {words}"
    two = box.height() >= theme.scaled(40)
    line = box.adjusted(theme.scaled(8), theme.scaled(2), -4, 0)
    line.setHeight(theme.scaled(18))
    _write(painter, line, words, role="secondary_strong", align=_MIDDLE)
    if two:
        minutes = QCoreApplication.translate("AgendaWords", "{minutes} minutes").format(minutes=ghost.minutes)
        _write(painter, line.translated(0, line.height()), minutes, role="secondary", align=_MIDDLE)
    painter.restore()


def _paint_heads(painter: QPainter, scene: WeekScene) -> None:
    tokens, places = theme.tokens(), scene.places
    today = _today_number(scene)
    for number, day in enumerate(scene.content.days):
        box = QRectF(places.frame.x(number), 1, places.frame.day_width, places.heads - 1)
        is_today = number == today
        if is_today:
            painter.fillRect(
                box.adjusted(1, 0, -1 if number == places.frame.days - 1 else 0, -1), tokens.soft
            )
        box = box.adjusted(theme.scaled(_PADDING), 0, -theme.scaled(_PADDING), 0)
        painter.setPen(tokens.on_soft if is_today else tokens.muted)
        name = weekday_name(day.isoweekday(), short=True)
        left = _write(painter, box, name, role="base", align=_MIDDLE) + theme.scaled(6)
        painter.setPen(tokens.on_soft if is_today else tokens.text)
        box.setLeft(box.left() + left)
        left = _write(painter, box, str(day.day), role="section", align=_MIDDLE) + theme.scaled(6)
        word = QCoreApplication.translate("AgendaWords", "today")
        box.setLeft(box.left() + left)
        if is_today and QFontMetrics(theme.font("label_strong")).horizontalAdvance(word) <= box.width():
            painter.setFont(theme.font("label_strong"))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
    _underline(painter, scene, places.heads)


def _paint_presence(painter: QPainter, scene: WeekScene) -> None:
    tokens, places = theme.tokens(), scene.places
    top, height = places.heads, places.presence
    if not height:
        return
    painter.setPen(tokens.muted)
    _label(
        painter,
        scene,
        top=top,
        height=height,
        text=filled("{At_workplace}"),
    )
    for number, day in enumerate(scene.content.days):
        box = QRectF(places.frame.x(number), top, places.frame.day_width, height)
        box.adjust(theme.scaled(_PADDING), 0, -4, 0)
        presence = scene.content.presence.get(day)
        words = presence_words(presence, scene.content.bands, day)
        if words:
            painter.setPen(tokens.muted)
            _write(painter, box, words, role="label", align=_MIDDLE)
        elif presence is not None:
            _paint_circles(painter, box, presence)
    _underline(painter, scene, top + height)


def _paint_circles(painter: QPainter, box: QRectF, presence: DayPresence) -> None:
    side, gap = theme.scaled(_CIRCLE), theme.scaled(4)
    count, names = presence.count, presence.at_workplace
    if count == len(names) and count * (side + gap) - gap <= box.width():
        circle = QRectF(box.left(), box.center().y() - side / 2, side, side)
        for student in names:
            paint_avatar(painter, student.call_name[:1].upper(), rect=circle)
            circle.translate(side + gap, 0)
    else:
        painter.setPen(theme.tokens().text)
        _write(painter, box, filled("{count} {students}", count=count), role="label_strong", align=_MIDDLE)


def _paint_bands(painter: QPainter, scene: WeekScene) -> None:
    places = scene.places
    if not places.bands:
        return
    tokens, frame = theme.tokens(), places.frame
    top = places.heads + places.presence
    row = (places.bands - theme.scaled(4)) / max(1, places.bar_rows)
    painter.setPen(tokens.muted)
    text = QCoreApplication.translate("AgendaWords", "Period")
    if places.bars_left_out:
        text = f"{text} +{places.bars_left_out}"
    _label(painter, scene, top=top, height=row + theme.scaled(4), text=text)
    for bar in places.bars:
        if bar.row >= places.bar_rows:
            continue
        left = frame.x(bar.first) + theme.scaled(4)
        right = frame.x(bar.last + 1) - (theme.scaled(4) if bar.ends else 1)
        box = QRectF(left, top + theme.scaled(4) + bar.row * row, right - left, row - theme.scaled(4))
        painter.save()
        painter.setClipRect(box)
        # What goes on after the days shown is open at that side.
        wide = box.adjusted(0 if bar.begins else -8, 0, 0 if bar.ends else 8, 0)
        rounded_box(painter, wide, fill=tokens.sunken, line=tokens.line, radius=4)
        painter.restore()
        painter.setPen(tokens.text)
        words = band_words(scene.content.bands[bar.key], until=not bar.ends)
        _write(painter, box.adjusted(theme.scaled(8), 0, -4, 0), words, role="label", align=_MIDDLE)
    _underline(painter, scene, top + places.bands)


def _label(painter: QPainter, scene: WeekScene, *, top: float, height: float, text: str) -> None:
    box = QRectF(4, top, scene.places.frame.gutter - theme.scaled(8) - 4, height)
    _write(
        painter, box, text, role="label", align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    )


def _underline(painter: QPainter, scene: WeekScene, y: float) -> None:
    tokens, frame = theme.tokens(), scene.places.frame
    painter.fillRect(QRectF(1, y - 1, frame.width - 1, 1), tokens.line)
    if y == scene.places.head:
        for day in range(frame.days):
            bottom = scene.places.heads + scene.places.presence
            painter.fillRect(QRectF(round(frame.x(day)), 1, 1, bottom - 1), tokens.line)


def _today_number(scene: WeekScene) -> int | None:
    number = (scene.now.date() - scene.content.days[0]).days
    return number if 0 <= number < len(scene.content.days) else None


def _is_free(scene: WeekScene, number: int) -> bool:
    """Whether nobody teaches on a day: the school is closed."""
    presence = scene.content.presence.get(scene.content.days[number])
    return presence is not None and presence.elsewhere is Elsewhere.HOLIDAY


def _write(
    painter: QPainter, rect: QRectF, text: str, *, role: theme.FontRole, align: Qt.AlignmentFlag
) -> float:
    """Draw one line, shortened where there is no room; gives its width."""
    font = theme.font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.setFont(font)
    painter.drawText(rect, align, shown)
    return metrics.horizontalAdvance(shown)
