"""When a conversation is: day, time and minutes, the moment in words, and three proposals to choose from."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import LONGEST_MINUTES
from wpl_desktop.domain.words import capital
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import clock_time, long_day, short_day
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import muted_label
from wpl_desktop.ui.widgets.moments import DayEdit, QuarterEdit

MINUTES_STEP = 5


class WhenFields(QWidget):
    """Day, time and minutes side by side; `changed` tells what was changed by hand: `moment` or `minutes`."""

    changed = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.day = DayEdit()
        self.time = QuarterEdit()
        self.minutes = QSpinBox()
        # Wider than what is allowed: a wrong length is explained, not silently made right.
        self.minutes.setRange(0, 2 * LONGEST_MINUTES)
        self.minutes.setSingleStep(MINUTES_STEP)
        self.moment = muted_label("")
        self.proposals: list[Button] = []
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=theme.scaled(8), line_gap=theme.scaled(8))
        suggestions = muted_label(self.tr("Suggestions"))
        suggestions.setMinimumHeight(theme.scaled(32))
        suggestions.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._flow.addWidget(suggestions)
        self.form = FormLayout()
        self._assemble()
        self.day.dateChanged.connect(lambda: self._on_changed("moment"))
        self.time.timeChanged.connect(lambda: self._on_changed("moment"))
        self.minutes.valueChanged.connect(lambda: self._on_changed("minutes"))

    def starts_at(self) -> datetime:
        """The moment chosen, local."""
        return datetime.combine(self.day.value(), self.time.value())

    def set_start(self, moment: datetime) -> None:
        """Choose a moment without a signal."""
        with self._by_the_program():
            self.day.set_value(moment.date())
            self.time.set_value(moment)

    def set_minutes(self, minutes: int) -> None:
        """Choose a length without a signal."""
        with self._by_the_program():
            self.minutes.setValue(minutes)

    def show_moment(self) -> None:
        """Say the moment in words."""
        starts_at = self.starts_at()
        ends_at = starts_at + timedelta(minutes=self.minutes.value())
        self.moment.setText(
            self.tr("{day}, {start} to {end}").format(
                day=capital(long_day(starts_at.date())), start=clock_time(starts_at), end=clock_time(ends_at)
            )
        )

    def set_proposals(self, starts: Sequence[datetime]) -> None:
        """Offer these moments; none takes no room."""
        for button in self.proposals:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.proposals = []
        before: QWidget = self.minutes
        for start in starts:
            text = self.tr("{day} {time}").format(day=short_day(start.date()), time=clock_time(start))
            button = Button(text, height=32)
            button.setAccessibleName(self.tr("Choose {moment}").format(moment=text))
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, start=start: self._on_proposal(start))
            button.installEventFilter(self)
            # One stop for the Tab key; the arrows go from one to the next.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.proposals else Qt.FocusPolicy.StrongFocus)
            self._flow.addWidget(button)
            QWidget.setTabOrder(before, button)
            self.proposals.append(button)
            before = button
        self._chips.setVisible(bool(starts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
            if step:
                at = next((number for number, button in enumerate(self.proposals) if button is watched), 0)
                self.proposals[(at + step) % len(self.proposals)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _assemble(self) -> None:
        moment = self.form.add_fields(
            {
                "starts_at": Field(self.tr("Day"), self.day),
                "time": Field(self.tr("Time"), self.time),
                "minutes": Field(self.tr("Minutes"), self.minutes),
            }
        )
        moment.setStretch(0, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addLayout(self.form)
        column.addWidget(self.moment)
        column.addWidget(self._chips)

    def _on_changed(self, what: str) -> None:
        if not self._filling:
            self.changed.emit(what)

    def _on_proposal(self, start: datetime) -> None:
        self.set_start(start)
        self.changed.emit("moment")

    @contextmanager
    def _by_the_program(self) -> Generator[None]:
        """What changes in here was not changed by hand."""
        self._filling = True
        try:
            yield
        finally:
            self._filling = False
