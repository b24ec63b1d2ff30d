"""The band at the top of a conversation's page: the hat, who takes part, from when to when, and the clock."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from wpl_desktop.domain.conversations import Hat
from wpl_desktop.domain.talk_timing import TalkTiming, clock_face
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.clock_face import ClockFace
from wpl_desktop.ui.conversation.hats import HatStrip
from wpl_desktop.ui.widgets.buttons import Button, IconButton, quiet_button
from wpl_desktop.ui.widgets.content import side_margin
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label

#: One key begins, pauses and goes on.
CLOCK_KEY: Final = "F8"
# Below this width what is at the right stands under the words.
_FACTS_BESIDE_FROM: Final = 960
_LEAST_WIDTH: Final = 320
_FACE_TONES: Final = {Hat.COACH: "on_soft", Hat.EVALUATE: "amber"}


class TalkStrip(HatStrip):
    """Icon, headline and explanation at the left; people, times and the clock at the right."""

    begin_requested = Signal()
    pause_requested = Signal()
    times_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._seconds = 0
        self._running = False
        self._people = Label(wrap=False)
        # With times that can be said otherwise it is a button, else words.
        self.times = quiet_button("", icon="clock", muted=True)
        self._time = Label(wrap=False)
        self._time_mark = IconMark("clock")
        self.face = ClockFace("+0:00:00", role="title", tone="text", right=True)
        self._word = Label(role="secondary", wrap=False)
        self.start = Button(self.tr("Start"), kind="plain", icon="play")
        self.start.setToolTip(self.tr("Start the clock ({key})").format(key=CLOCK_KEY))
        self.pause = IconButton("pause", name="")
        self._clock = QWidget()
        self._assemble_facts()
        self.start.clicked.connect(self.begin_requested)
        self.pause.clicked.connect(self._on_pause)
        self.times.clicked.connect(self.times_requested)
        self.set_clock(None, offered=False)

    def facts(self) -> tuple[str, str]:
        """Who takes part, and from when to when."""
        return self._people.text(), self._time.text()

    def set_facts(self, people: str, time: str, *, correctable: bool) -> None:
        """Show who takes part, and from when to when; `correctable` once it may have gone differently."""
        self._people.setText(people)
        self._time.setText(time)
        self.times.setText(time)
        self.times.setToolTip(self.tr("Say when it really began and ended"))
        self.times.setAccessibleName(self.tr("{time}: say when it really began and ended").format(time=time))
        self.times.setVisible(correctable)
        self._time.setVisible(not correctable)
        self._time_mark.setVisible(not correctable)

    def set_length(self, minutes: int) -> None:
        """How long the talk was planned for."""
        self._seconds = minutes * 60

    def set_clock(self, timing: TalkTiming | None, *, offered: bool) -> None:
        """Show the clock, or the button that starts it when that is `offered`."""
        self.start.setVisible(offered and timing is None)
        self._clock.setVisible(offered and timing is not None)
        if timing is None:
            return
        self._running = timing.running
        self.pause.set_icon("pause" if timing.running else "play")
        name = self.tr("Pause the clock ({key})") if timing.running else self.tr("Go on ({key})")
        self.pause.set_name(name.format(key=CLOCK_KEY))
        self.face.set_tone(_FACE_TONES.get(self.hat(), "text"))
        self._show_word(is_over=timing.total > self._seconds)
        self.show_seconds(timing)

    def show_seconds(self, timing: TalkTiming) -> None:
        """Paint the time that is left, or what came on top of it; nothing else moves."""
        left = self._seconds - timing.total
        # What is left is rounded up, so that a talk of 30 minutes begins at 30:00.
        face = clock_face(left + 0.999) if left > 0 else f"+{clock_face(-left)}"
        if face.startswith("+") != self.face.text().startswith("+"):
            self._show_word(is_over=face.startswith("+"))
        self.face.set_text(face)

    def word(self) -> str:
        """What the digits mean."""
        return self._word.text()

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [self.times, self.start, self.pause]

    def minimumSizeHint(self) -> QSize:
        # It goes on below: what stands beside each other in a wide window keeps nobody from making it narrow.
        return QSize(theme.scaled(_LEAST_WIDTH), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= theme.scaled(_FACTS_BESIDE_FROM)
        self._parts.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side, down = side_margin(self.width()), theme.scaled(8)
        self._parts.setContentsMargins(side, down, side, down)
        self._parts.activate()

    def _show_word(self, *, is_over: bool) -> None:
        self._word.setText(self.tr("extra") if is_over else self.tr("left"))

    def _on_pause(self) -> None:
        (self.pause_requested if self._running else self.begin_requested).emit()

    def _assemble_facts(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(theme.scaled(8))
        facts.addWidget(IconMark("people"))
        facts.addWidget(self._people)
        facts.addSpacing(theme.scaled(12))
        facts.addWidget(self._time_mark)
        facts.addWidget(self._time)
        facts.addWidget(self.times)
        clock = QHBoxLayout(self._clock)
        clock.setContentsMargins(0, 0, 0, 0)
        clock.setSpacing(theme.scaled(6))
        clock.addWidget(self.face)
        clock.addWidget(self._word)
        clock.addWidget(self.pause)
        facts.addWidget(self._clock)
        facts.addWidget(self.start)
        facts.addStretch(1)
        self._parts.addLayout(facts)
