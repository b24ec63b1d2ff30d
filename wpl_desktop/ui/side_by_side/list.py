"""The list of the trialogue: criteria under their headings, each with its strip and what was agreed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.domain.evaluations import Mark, Perspective, is_scored
from wpl_desktop.domain.trialogue import AgendaGroup
from wpl_desktop.services.side_by_side import AgreedValues, CriterionSideBySide, SideBySideView
from wpl_desktop.texts import mark_sign
from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.side_by_side.words import group_name, labels_of, spoken, whose
from wpl_desktop.ui.style import RING_PROPERTY, rounded_box
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.level_strip import paint_strip
from wpl_desktop.ui.widgets.shapes import Shape, ShapeMark, paint_shape, shape_color

WIDTH: Final = 400
_ROW: Final = 44
LEFT: Final = 16
_RIGHT: Final = 12
_CODE: Final = 28
_CELL: Final = 34
_MANY_LEVELS: Final = 5
_NARROW_CELL: Final = 30
_STRIP: Final = 28
_BAR: Final = 4
_SHAPE: Final = 11
_DIAMOND: Final = 12
_GAP: Final = 6
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class CriterionRow(QRadioButton):
    """One criterion: code, name, who gave no level, what was agreed, and the strip."""

    def __init__(self, criterion: CriterionSideBySide, *, labels: Sequence[str]) -> None:
        super().__init__()
        self.criterion = criterion
        self._name = ""
        self._labels: tuple[str, ...] = ()
        self._agreed = AgreedValues()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A row draws its own edge when it has the keyboard.
        self.setProperty(RING_PROPERTY, False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_criterion(criterion, labels=labels)

    def show_criterion(self, criterion: CriterionSideBySide, *, labels: Sequence[str]) -> None:
        """Show a criterion with its marks as they are now, and what was agreed."""
        self.criterion = criterion
        self._labels = tuple(labels)
        self._name = chosen(criterion.name)
        self._agreed = criterion.agreed
        self._tell()

    def show_agreed(self, agreed: AgreedValues) -> None:
        """Show what was agreed."""
        if agreed != self._agreed:
            self._agreed = agreed
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(spoken(self.criterion, self._agreed, self._labels))
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: object) -> bool:
        del pos
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        name = self._name_height(self._name_room(width))
        return max(theme.scaled(_ROW), name + self._second_line(width) + theme.scaled(6))

    def sizeHint(self) -> QSize:
        width = theme.scaled(WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(240), theme.scaled(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The page knows what every key does, also the arrows.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        selected = self.isChecked()
        if selected or self.underMouse():
            painter.fillRect(self.rect(), tokens.soft if selected else tokens.hover)
        if selected:
            painter.fillRect(0, 0, theme.scaled(_BAR), self.height(), tokens.accent)
        painter.setFont(theme.font("secondary_strong"))
        painter.setPen(tokens.on_soft if selected else tokens.muted)
        second = self._second_line(self.width())
        high = self.height() - second
        code = QRect(theme.scaled(LEFT), 0, theme.scaled(_CODE), high)
        painter.drawText(code, Qt.AlignmentFlag.AlignVCenter, self.criterion.code)
        painter.setFont(theme.font("strong" if selected else "base"))
        painter.setPen(tokens.text)
        left = theme.scaled(LEFT + _CODE)
        painter.drawText(QRect(left, 0, self._name_room(self.width()), high), _WRAPPED, self._name)
        strip = self._strip()
        paint_strip(painter, strip, levels=self._levels(), count=len(self._labels), selected=selected)
        if second:
            self._paint_signs(painter, right=None, middle=high + second / 2 - theme.scaled(4))
        else:
            self._paint_signs(painter, right=strip.x() - theme.scaled(_GAP), middle=self.height() / 2)
        if self.hasFocus():
            rounded_box(painter, self.rect(), fill=None, line=tokens.accent, width=2, radius=4)
        painter.end()

    # Internals

    def _levels(self) -> list[tuple[Shape, int]]:
        return [
            (SHAPES[perspective], voice.said.mark.level)
            for perspective, voice in self.criterion.voices.items()
            if voice.said.mark.level is not None
        ]

    def _without_level(self) -> list[tuple[Perspective, Mark]]:
        return [
            (perspective, voice.said.mark)
            for perspective, voice in self.criterion.voices.items()
            if voice.said.mark.level is None
        ]

    def _strip(self) -> QRectF:
        cell = _NARROW_CELL if len(self._labels) >= _MANY_LEVELS else _CELL
        width = theme.scaled(cell) * len(self._labels) + 2
        high = theme.scaled(_STRIP)
        left = self.width() - theme.scaled(_RIGHT) - width
        return QRectF(left, (self.height() - high) / 2, width, high)

    def _signs_width(self) -> int:
        """How much room the signs before the strip take."""
        metrics = QFontMetrics(theme.font("secondary"))
        width = 0
        for _, mark in self._without_level():
            width += theme.scaled(_SHAPE + 7) + metrics.horizontalAdvance(mark_sign(mark))
        if self._agreed.difference_stands:
            width += theme.scaled(18 + 4)
        elif is_scored(self._agreed.mark):
            width += theme.scaled(_DIAMOND + 8) + metrics.horizontalAdvance("0") + theme.scaled(6)
        return width

    def _free(self, width: int) -> int:
        """Between the code and the strip."""
        cell = _NARROW_CELL if len(self._labels) >= _MANY_LEVELS else _CELL
        strip = theme.scaled(cell) * len(self._labels) + 2
        return width - theme.scaled(LEFT + _CODE + _RIGHT + _GAP) - strip

    def _fits_beside(self, width: int) -> bool:
        """Whether the signs have room beside the name, in two lines at most and without breaking a word."""
        room = self._free(width) - self._signs_width()
        metrics = QFontMetrics(theme.font("strong"))
        longest = max(metrics.horizontalAdvance(word) for word in self._name.split() or [""])
        return longest <= room and self._name_height(room) < 3 * metrics.lineSpacing()

    def _name_room(self, width: int) -> int:
        free = self._free(width)
        return max(1, free - self._signs_width() if self._fits_beside(width) else free)

    def _second_line(self, width: int) -> int:
        return 0 if not self._signs_width() or self._fits_beside(width) else theme.scaled(20)

    def _name_height(self, room: int) -> int:
        metrics = QFontMetrics(theme.font("strong"))
        area = QRect(0, 0, max(1, room), 10_000)
        return metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), self._name).height()

    def _paint_signs(self, painter: QPainter, *, right: float | None, middle: float) -> None:
        """Who gave no level, and what was agreed: to the left of `right`, or from the name on."""
        left = theme.scaled(LEFT + _CODE) if right is None else right - self._signs_width()
        left = self._paint_missing(painter, left=left, middle=middle)
        tokens = theme.tokens()
        if self._agreed.difference_stands:
            side = theme.scaled(18)
            color = tokens.together if self._agreed.is_discussed else tokens.amber
            icons.paint(painter, "swap", rect=QRectF(left + 2, middle - side / 2, side, side), color=color)
        elif is_scored(self._agreed.mark):
            size = theme.scaled(_DIAMOND)
            center = QPointF(left + size * 0.6 + 2, middle)
            paint_shape(painter, "diamond", center=center, size=size, color=tokens.together)
            painter.setFont(theme.font("strong"))
            painter.setPen(tokens.together)
            room = QRectF(left + size * 1.2 + theme.scaled(5), middle - size, size * 2, size * 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, mark_sign(self._agreed.mark))

    def _paint_missing(self, painter: QPainter, *, left: float, middle: float) -> float:
        font = theme.font("secondary")
        metrics = QFontMetrics(font)
        size = theme.scaled(_SHAPE)
        painter.setFont(font)
        for perspective, mark in self._without_level():
            shape = SHAPES[perspective]
            center = QPointF(left + size / 2, middle)
            # An outline: nothing has been said.
            paint_shape(
                painter,
                shape,
                center=center,
                size=size * 0.9,
                color=shape_color(shape),
                filled=is_scored(mark),
            )
            sign = mark_sign(mark)
            left += size + theme.scaled(3)
            painter.setPen(theme.tokens().muted)
            across = metrics.horizontalAdvance(sign)
            painter.drawText(
                QRectF(left, middle - size, across + 1, size * 2), Qt.AlignmentFlag.AlignVCenter, sign
            )
            left += across + theme.scaled(4)
        return left


class CriteriaList(QWidget):
    """The rows in the order of the talk; it never reorders by itself, so nothing jumps under a hand."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[uuid.UUID, CriterionRow] = {}
        self._shown: object = None
        # The order of the talk, made when a round is opened.
        self._order: Sequence[tuple[AgendaGroup, Sequence[str]]] = ()
        self._order_of: object = None
        self._floats = False
        self._group = QButtonGroup(self)
        self._head = QWidget()
        legend = QWidget()
        self._legend = FlowLayout(legend, gap=theme.scaled(14), line_gap=theme.scaled(4))
        self._above = QVBoxLayout()
        self._framed = QVBoxLayout(self._head)
        self._framed.addLayout(self._above)
        self._framed.addWidget(legend)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._headings = {group: self._heading(group) for group in AgendaGroup}
        self._in_legend: tuple[Perspective, ...] = ()
        self.area = QScrollArea()
        self._assemble()

    def rows(self) -> list[CriterionRow]:
        """The rows from top to bottom."""
        return list(self._rows.values())

    def headings(self) -> list[str]:
        """The headings from top to bottom."""
        return [
            label.text()
            for label in self._inside.findChildren(Label)
            if not label.isHidden() and label.text()
        ]

    def forget_order(self) -> None:
        """Another visit begins: the next view is shown in its own order."""
        self._order_of = None

    def show_view(self, view: SideBySideView) -> None:
        """Show a strand of a round in the order in which it was shown first."""
        by_code = {criterion.code: criterion for criterion in view.criteria}
        order_of = (view.round_id, view.strand, tuple(by_code))
        if self._order_of != order_of:
            self._order, self._order_of = view.agenda, order_of
        self._set_criteria(
            [(group, [by_code[code] for code in found]) for group, found in self._order],
            labels=labels_of(view),
            perspectives=view.perspectives,
        )

    def _set_criteria(
        self,
        groups: Sequence[tuple[AgendaGroup, Sequence[CriterionSideBySide]]],
        *,
        labels: Sequence[str],
        perspectives: Sequence[Perspective],
    ) -> None:
        """Show criteria under their headings; rows that are there already stay."""
        shown = (
            tuple((group, tuple(criterion.id for criterion in found)) for group, found in groups),
            tuple(labels),
            tuple(perspectives),
        )
        if shown == self._shown:
            for _, found in groups:
                for criterion in found:
                    self._rows[criterion.id].show_criterion(criterion, labels=labels)
            return
        self._shown = shown
        spare = self._take_rows()
        self._fill_legend(perspectives)
        for group, found in groups:
            heading = self._headings[group]
            self._column.addWidget(heading)
            heading.show()
            for criterion in found:
                row = spare.pop() if spare else self._new_row(criterion, labels=labels)
                row.show_criterion(criterion, labels=labels)
                self._rows[criterion.id] = row
                self._column.addWidget(row)
                # Now, not with the next event: the keyboard goes to one of them at once.
                row.show()
        for row in spare:
            self._group.removeButton(row)
            row.deleteLater()
        self._column.addStretch(1)

    def show_agreed(self, agreed: Mapping[uuid.UUID, AgreedValues]) -> None:
        """Show what was agreed on each criterion."""
        for criterion_id, values in agreed.items():
            if criterion_id in self._rows:
                self._rows[criterion_id].show_agreed(values)

    def set_top(self, widget: QWidget) -> None:
        """Put something above the legend."""
        self._above.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def take_top(self, widget: QWidget) -> None:
        """Give back what stands above the legend."""
        self._above.removeWidget(widget)

    def set_floating(self, floats: bool) -> None:
        """Lie over what is there, with an edge that says so, or stand beside it."""
        self._floats = floats
        self.update()

    def select(self, criterion_id: uuid.UUID) -> None:
        """Mark the line that is talked about, and bring it into view."""
        row = self._rows[criterion_id]
        row.setChecked(True)
        for other in self._rows.values():
            # One stop for Tab; the arrows go through the list.
            policy = Qt.FocusPolicy.StrongFocus if other is row else Qt.FocusPolicy.ClickFocus
            other.setFocusPolicy(policy)
        self.area.ensureWidgetVisible(row, 0, theme.scaled(_ROW // 2))

    def focus_row(self, criterion_id: uuid.UUID) -> None:
        """Put the keyboard on a line."""
        self._rows[criterion_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        line = tokens.line_strong if self._floats else tokens.line
        rounded_box(painter, self.rect(), fill=tokens.surface, line=line)
        y = self._head.geometry().bottom() + 1
        painter.fillRect(1, y, self.width() - 2, 1, tokens.line)
        painter.end()

    def _assemble(self) -> None:
        side = theme.scaled(LEFT)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._framed.setSpacing(theme.scaled(10))
        self._framed.setContentsMargins(side, theme.scaled(10), side, theme.scaled(10))
        self._column.setContentsMargins(0, 0, 0, theme.scaled(4))
        self._column.setSpacing(0)
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What it lies on paints the ground.
        self.area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(1)
        column.addWidget(self._head)
        column.addWidget(self.area, 1)

    def _new_row(self, criterion: CriterionSideBySide, *, labels: Sequence[str]) -> CriterionRow:
        row = CriterionRow(criterion, labels=labels)
        self._group.addButton(row)
        row.clicked.connect(lambda: self.picked.emit(row.criterion.id))
        return row

    def _heading(self, group: AgendaGroup) -> Label:
        heading = Label(group_name(group), role="label_strong", tone="muted", wrap=False, parent=self._inside)
        side = theme.scaled(LEFT)
        heading.setContentsMargins(side, theme.scaled(6), side, theme.scaled(2))
        return heading

    def _take_rows(self) -> list[CriterionRow]:
        """Empty the column; the rows are used again, so that another student's list is quickly there."""
        rows = list(reversed(self._rows.values()))
        self._rows.clear()
        while self._column.count():
            self._column.takeAt(0)
        for widget in (*self._headings.values(), *rows):
            widget.hide()
        return rows

    def _fill_legend(self, perspectives: Sequence[Perspective]) -> None:
        if tuple(perspectives) == self._in_legend:
            return
        self._in_legend = tuple(perspectives)
        while self._legend.count():
            item = self._legend.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for perspective in perspectives:
            self._legend.addWidget(_LegendItem(ShapeMark(SHAPES[perspective], size=12), whose(perspective)))
        self._legend.addWidget(_LegendItem(ShapeMark("diamond", size=12), self.tr("together")))


class _LegendItem(QWidget):
    """A shape and its word."""

    def __init__(self, mark: ShapeMark, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(5))
        row.addWidget(mark)
        row.addWidget(Label(words, role="secondary", wrap=False))
