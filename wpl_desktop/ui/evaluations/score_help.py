"""What stands beside the score sheet: what the open criterion is about, how to read it, and one tip."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.domain.evaluations import MarkKind
from wpl_desktop.services.sheets import CriterionView
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import Hint, Tip
from wpl_desktop.ui.widgets.labels import Label, section_label, small_heading

WIDTH: Final = 288
_POINT_LEFT: Final = 14


class ScoreHelp(QWidget):
    """The right column; as a panel over a narrow sheet it gets a surface and an edge of its own."""

    #: The text of the round before, to be taken over.
    last_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._floats = False
        self._title = section_label("")
        self._description = Label(role="secondary")
        self._hint = Hint("")
        self._look = Hint(
            self.tr("No opportunity says something about the workplace: look at its conditions too.")
        )
        self._heading = small_heading(self.tr("What to look for"))
        self._points = QVBoxLayout()
        self._points.setContentsMargins(0, 0, 0, 0)
        self._points.setSpacing(0)
        self._labels: list[_Point] = []
        self._tip = Tip(self.tr("Tip"), "")
        self._last_heading = small_heading("")
        self._last_text = Label(role="secondary", tone="muted")
        self.last_button = quiet_button(self.tr("Take over this text"), icon="copy")
        self._fact = Label(role="secondary", tone="muted")
        self._inside = QWidget()
        self._scroll = QScrollArea()
        self._outer = QVBoxLayout(self)
        self._assemble()

    def set_criterion(self, criterion: CriterionView | None) -> None:
        """Show what belongs to a criterion; None shows nothing."""
        self._inside.setVisible(criterion is not None)
        if criterion is None:
            return
        self._title.setText(f"{criterion.code} {chosen(criterion.name)}")
        self._description.setText(chosen(criterion.description))
        hint = chosen(criterion.reading_hint) if criterion.reading_hint else ""
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        tip = chosen(criterion.tip) if criterion.tip else ""
        self._tip.set_text(self.tr("Tip"), tip)
        self._tip.setVisible(bool(tip))
        self._set_points([chosen(indicator) for indicator in criterion.indicators])
        self.set_fact("")
        self._scroll.verticalScrollBar().setValue(0)

    def set_mark(self, kind: MarkKind) -> None:
        """Point at the workplace's part when there was no opportunity (R2)."""
        self._look.setVisible(kind is MarkKind.NO_OPPORTUNITY)

    def set_fact(self, text: str) -> None:
        """Say what is known about this criterion this year; empty for nothing."""
        self._fact.setText(text)
        self._fact.setVisible(bool(text))

    def fact_text(self) -> str:
        """The fact shown, empty when there is none."""
        return "" if self._fact.isHidden() else self._fact.text()

    def set_last(self, comment: str, *, heading: str, may_take: bool) -> None:
        """Show the comment of the round before under its heading; it is copied only on a click."""
        for widget in (self._last_heading, self._last_text):
            widget.setVisible(bool(comment))
        self.last_button.setVisible(bool(comment) and may_take)
        self._last_heading.setText(heading)
        self._last_text.setText(comment)

    def last_text(self) -> str:
        """The comment of the round before that is shown, empty when there is none."""
        return "" if self._last_text.isHidden() else self._last_text.text()

    def hint_text(self) -> str:
        """The reading hint shown, empty when there is none (R11)."""
        return "" if self._hint.isHidden() else self._hint.text()

    def title_text(self) -> str:
        """The heading shown."""
        return self._title.text()

    def lie_over(self, room: QRect, *, width: int) -> None:
        """Take the right side of a room, above what is there."""
        self.setFixedWidth(width)
        self.setGeometry(room.right() + 1 - width, room.top(), width, room.height())
        self.raise_()

    def set_floating(self, floats: bool) -> None:
        """Stand over the sheet as a panel, or beside it as a column."""
        self._floats = floats
        padding = theme.scaled(16) if floats else 0
        self._outer.setContentsMargins(padding, padding, padding, padding)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH), theme.scaled(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._floats:
            painter = QPainter(self)
            tokens = theme.tokens()
            rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line_strong)
            painter.end()

    def _assemble(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, theme.scaled(4), 0, 0)
        column.setSpacing(theme.scaled(12))
        for widget in (self._title, self._description, self._hint, self._look, self._fact):
            column.addWidget(widget)
        look_for = QVBoxLayout()
        look_for.setSpacing(theme.scaled(4))
        look_for.addWidget(self._heading)
        look_for.addLayout(self._points)
        column.addLayout(look_for)
        column.addWidget(self._tip)
        last = QVBoxLayout()
        last.setSpacing(theme.scaled(4))
        last.addWidget(self._last_heading)
        last.addWidget(self._last_text)
        last.addWidget(self.last_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(last)
        column.addStretch(1)
        self.last_button.clicked.connect(self._on_last_wanted)
        self.set_last("", heading="", may_take=False)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page shows through: beside the sheet the column has no ground of its own.
        self._scroll.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._outer.addWidget(self._scroll)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(theme.scaled(WIDTH))
        self._look.hide()
        self._fact.hide()

    def _on_last_wanted(self) -> None:
        self.last_wanted.emit(self._last_text.text())

    def _set_points(self, texts: list[str]) -> None:
        while len(self._labels) < len(texts):
            point = _Point()
            self._labels.append(point)
            self._points.addWidget(point)
        for number, point in enumerate(self._labels):
            point.setVisible(number < len(texts))
            point.setText(texts[number] if number < len(texts) else "")
        self._heading.setVisible(bool(texts))


class _Point(Label):
    """One thing to look for, with a dash before it."""

    def __init__(self) -> None:
        super().__init__(role="secondary")
        self.setContentsMargins(theme.scaled(_POINT_LEFT), theme.scaled(3), 0, theme.scaled(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = theme.scaled(3) + self.fontMetrics().height() // 2
        painter.fillRect(
            theme.scaled(2), middle, theme.scaled(5), max(1, theme.scaled(1.5)), theme.tokens().muted
        )
        painter.end()
