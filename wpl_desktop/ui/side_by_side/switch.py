"""Whom one agrees with, and the agreed level itself: both let go of a choice that is pressed again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.ui import theme
from wpl_desktop.ui.side_by_side.words import agree_words, whose
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.level_row import CELL_HEIGHT, MARGIN, LevelPicker

_PADDING: Final = 6
_HEIGHT: Final = 30


class AgreeSwitch(QWidget):
    """One segment for each perspective; those whose level is the agreed one are marked, also two at once."""

    pressed_for = Signal(Perspective)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: dict[Perspective, AgreeSegment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.setAccessibleName(self.tr("Agree with"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_perspectives(self, perspectives: Sequence[Perspective]) -> None:
        """Who takes part: two or three."""
        if tuple(perspectives) == tuple(self._segments):
            return
        for segment in self._segments.values():
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = {}
        for perspective in perspectives:
            segment = AgreeSegment(whose(perspective), name=agree_words(perspective))
            segment.clicked.connect(
                lambda _checked=False, perspective=perspective: self.pressed_for.emit(perspective)
            )
            self._segments[perspective] = segment
            self._row.addWidget(segment)

    def segment(self, perspective: Perspective) -> AgreeSegment:
        """The segment of a perspective that takes part."""
        return self._segments[perspective]

    def segments(self) -> list[AgreeSegment]:
        """All of them, from left to right."""
        return list(self._segments.values())

    def show_state(
        self, *, usable: Collection[Perspective], marked: Collection[Perspective], locked: bool
    ) -> None:
        """Who gave a level one can agree with, and whose level is the agreed one; nobody else has a segment."""
        first = True
        for perspective, segment in self._segments.items():
            who = whose(perspective)
            segment.setText(self.tr("agree with {who}").format(who=who) if first else who)
            segment.setEnabled(perspective in usable and not locked)
            segment.setChecked(perspective in marked)
            segment.setVisible(perspective in usable)
            first = first and perspective not in usable
        self.setVisible(bool(usable))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        tokens = theme.tokens()
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line)
        painter.end()


class AgreeSegment(QAbstractButton):
    """One perspective in the switch; a check button to the keyboard and to screen readers."""

    def __init__(self, text: str, *, name: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        # What is marked follows from what was agreed, not from the press itself.
        return

    def sizeHint(self) -> QSize:
        # Room for the bold text, so that nothing moves when the choice does.
        metrics = QFontMetrics(theme.font("strong"))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.scaled(_PADDING)
        return QSize(width, max(theme.scaled(_HEIGHT), metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(-0.5, -0.5, 0.5, 0.5)
        if self.isChecked():
            rounded_box(painter, box, fill=tokens.soft, line=tokens.accent, width=1.5)
        elif not self.isEnabled():
            rounded_box(painter, QRectF(self.rect()), fill=tokens.sunken, line=None, radius=5)
        elif self.underMouse():
            rounded_box(painter, QRectF(self.rect()), fill=tokens.hover, line=None, radius=5)
        painter.setFont(theme.font("strong" if self.isChecked() else "base"))
        color = tokens.on_soft if self.isChecked() else tokens.text if self.isEnabled() else tokens.muted
        painter.setPen(color)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class AgreedPicker(LevelPicker):
    """The levels of the set; a second press on the chosen cell lets go of it."""

    def sizeHint(self) -> QSize:
        # As high as its neighbours, with room for the focus ring.
        return QSize(super().sizeHint().width(), theme.scaled(CELL_HEIGHT) + 2 * MARGIN)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        chosen = self.chosen_cell()
        if chosen is not None and event.button() is Qt.MouseButton.LeftButton:
            rect = self.cell_rect(chosen)
            if rect.left() <= event.position().x() < rect.right():
                self.pick(None)
                return
        super().mousePressEvent(event)
