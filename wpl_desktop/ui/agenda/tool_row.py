"""The row above the agenda: which week or month, what the colours mean, week, month or list, paper and files."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda.block_painting import block_colours
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button, quiet_button
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

WEEK, MONTH, LIST = "week", "month", "list"
_MARK: Final = 14
_LEGEND_FROM: Final = 1150
_ONE_ROW_FROM: Final = 900


class Legend(QWidget):
    """What the colours of the blocks mean, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (self.tr("coaching"), filled("{trialogue}"), self.tr("dragging"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("secondary"))
        words = sum(metrics.horizontalAdvance(word) for word in self._words)
        each = theme.scaled(_MARK) + theme.scaled(6) + theme.scaled(16)
        return QSize(words + each * len(self._words), theme.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.tokens()
        font = theme.font("secondary")
        metrics = QFontMetrics(font)
        side, x = theme.scaled(_MARK), 0.0
        for number, word in enumerate(self._words):
            box = QRectF(x, (self.height() - side) / 2, side, side)
            if number == len(self._words) - 1:
                pen = QPen(tokens.accent, 1)
                pen.setDashPattern([3, 2])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            else:
                hat = (Hat.COACH, Hat.EVALUATE)[number]
                fill, bar, _, _ = block_colours(hat=hat, state=ConversationState.PLANNED)
                rounded_box(painter, box, fill=fill, line=None, radius=3)
                painter.fillRect(box.adjusted(0, 0, 4 - side, 0), bar)
            x += side + theme.scaled(6)
            painter.setPen(tokens.muted)
            painter.setFont(font)
            width = metrics.horizontalAdvance(word)
            painter.drawText(QRectF(x, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), word)
            x += width + theme.scaled(16)
        painter.end()


class ToolRow(QWidget):
    """One row, or two where there is no room for one."""

    step_requested = Signal(int)
    today_requested = Signal()
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", name=self.tr("Earlier"), kind="plain")
        self.today = plain_button(self.tr("Today"))
        self.on = IconButton("chevron-right", name=self.tr("Later"), kind="plain")
        self.title = Label("", role="section", wrap=False)
        self.week = Label("", tone="muted", wrap=False)
        self.legend = Legend()
        self.agreements = quiet_button(self.tr("Agreements"), icon="task", muted=True)
        self.file = IconButton("file", name=self.tr("Calendar file…"))
        self.print = IconButton("print", name=self.tr("Print…"))
        self.unplanned = quiet_button("", icon="pin", muted=True)
        self.switch = SegmentedSwitch(
            [(WEEK, self.tr("Week")), (MONTH, self.tr("Month")), (LIST, self.tr("List"))],
            name=self.tr("How the agenda is shown"),
            value=WEEK,
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._assemble()
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_on)
        self.today.clicked.connect(self._on_today)
        self.switch.chosen.connect(self._on_switch)

    def set_title(self, title: str, week: str = "") -> None:
        """Say which days are shown."""
        self.title.setText(title)
        self.week.setText(week)
        self.week.setVisible(bool(week))

    def fit(self, width: int, *, with_legend: bool) -> None:
        """Arrange the row for this width."""
        direction = QBoxLayout.Direction
        one = width >= theme.scaled(_ONE_ROW_FROM)
        self._row.setDirection(direction.LeftToRight if one else direction.TopToBottom)
        self.legend.setVisible(with_legend and width >= theme.scaled(_LEGEND_FROM))

    # Slots

    def _on_back(self) -> None:
        self.step_requested.emit(-1)

    def _on_on(self) -> None:
        self.step_requested.emit(1)

    def _on_today(self) -> None:
        self.today_requested.emit()

    def _on_switch(self, value: object) -> None:
        self.view_chosen.emit(str(value))

    # Internals

    def _assemble(self) -> None:
        self.unplanned.hide()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(8))
        left, right = QHBoxLayout(), QHBoxLayout()
        for row in (left, right):
            row.setSpacing(theme.scaled(8))
        for widget in (self.back, self.today, self.on):
            left.addWidget(widget)
        left.addSpacing(theme.scaled(8))
        left.addWidget(self.title)
        left.addWidget(self.week)
        left.addStretch(1)
        right.addWidget(self.legend)
        right.addWidget(self.unplanned)
        right.addWidget(self.agreements)
        right.addWidget(self.file)
        right.addWidget(self.print)
        right.addStretch(1)
        right.addWidget(self.switch)
        self._row.addLayout(left, 1)
        self._row.addLayout(right)
