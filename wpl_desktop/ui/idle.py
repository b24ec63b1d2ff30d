"""Notices that nobody has used the program for a while."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Says once that there was no key or pointer movement in any window of the program for some time.

    It filters the events of windows, not of the whole application: all input passes a window first,
    and a filter in Python over every event of every widget would slow the program down.
    """

    idle = Signal()

    def __init__(self, application: QGuiApplication, *, milliseconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_milliseconds(milliseconds)
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())

    def set_milliseconds(self, milliseconds: int) -> None:
        """Wait this long from now on; 0 never becomes idle."""
        self._timer.stop()
        if milliseconds:
            self._timer.start(milliseconds)

    def pause(self) -> None:
        """Stop watching, for instance while the program is locked."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Restarting costs a system call; once a second is precise enough for minutes of waiting.
        if event.type() in _INPUT and self._timer.isActive():
            elapsed = self._timer.interval() - self._timer.remainingTime()
            if elapsed > min(1000, self._timer.interval() // 10):
                self._timer.start()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            # Installing a filter a second time only moves it to the front.
            window.installEventFilter(self)
