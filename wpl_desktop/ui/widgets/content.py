"""The column a page's content stands in: as wide as the design, centred in a wide window."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.ui import theme

CONTENT_WIDTH: Final = 1230
PAGE_MARGIN: Final = 24


def side_margin(width: int) -> int:
    """The margin left and right of the content in an area of this width, so that every edge lines up."""
    return max(theme.scaled(PAGE_MARGIN), (width - theme.scaled(CONTENT_WIDTH)) // 2)


class ContentArea(QWidget):
    """A widget whose column keeps the page margins; put the page's parts into `body`."""

    def __init__(
        self, *, top: int = PAGE_MARGIN, bottom: int = PAGE_MARGIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._top = top
        self._bottom = bottom
        self.body = QVBoxLayout(self)
        self.body.setSpacing(theme.scaled(16))
        self._set_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()
        # Lay out now: waiting for the next event would show the old margins for a moment.
        self.body.activate()

    def _set_margins(self) -> None:
        side = side_margin(self.width())
        self.body.setContentsMargins(side, theme.scaled(self._top), side, theme.scaled(self._bottom))
