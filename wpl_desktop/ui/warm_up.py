"""What is made ready while nobody uses the window, so that a page's first visit is as quick as the next."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.idle import IdleWatch

# Between two steps, and after the last key or movement of the pointer.
REST_MILLISECONDS: Final = 300
#: Small steps are taken together, but after this long none is begun before there was another rest.
SLICE_MILLISECONDS: Final = 30


class WarmUp(QObject):
    """Takes the steps in slices of some tens of milliseconds in the thread of the window."""

    def __init__(self, steps: Iterator[object], *, parent: QObject) -> None:
        """Begin after a first rest; `steps` does a part each time it is asked for the next."""
        super().__init__(parent)
        self._steps = steps
        self._watch = IdleWatch(theme.running_application(), milliseconds=REST_MILLISECONDS, parent=self)
        self._watch.idle.connect(self._on_rest)

    def stop(self) -> None:
        """Do nothing any more: what the steps need is going away."""
        self._watch.pause()

    def _on_rest(self) -> None:
        # What is made while somebody looks along would be of the joint screen.
        if not joint_screen.is_on():
            until = time.perf_counter() + SLICE_MILLISECONDS / 1000
            try:
                while time.perf_counter() < until:
                    next(self._steps)
            except StopIteration:
                return
            except (DomainError, EnvironmentTrouble):
                # The page that meets it says so.
                return
        self._watch.set_milliseconds(REST_MILLISECONDS)
