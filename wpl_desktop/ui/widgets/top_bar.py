"""The bar at the top of the window: way back, avatar, title, subtitle, and buttons at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.content import side_margin
from wpl_desktop.ui.widgets.labels import Label

HEIGHT = 56


class TopBar(QWidget):
    """What is open now; `right` takes the buttons of the frame."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", name=self.tr("Back"))
        self.avatar = Avatar("")
        self._title = Label(role="title", wrap=False)
        self._subtitle = Label(tone="muted", wrap=False)
        self.right = QHBoxLayout()
        self.right.setSpacing(theme.scaled(12))
        self._row = QHBoxLayout(self)
        self._assemble()
        self.back.clicked.connect(self.back_requested)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def subtitle(self) -> str:
        """The muted words shown after the title."""
        return self._subtitle.text()

    def set_heading(
        self, title: str, *, subtitle: str = "", initials: str = "", can_go_back: bool = False
    ) -> None:
        """Show what is open."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setToolTip(subtitle)
        self.avatar.set_initials(initials)
        self.avatar.setVisible(bool(initials))
        self.back.setVisible(can_go_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_margin(self.width())
        self._row.setContentsMargins(side, 0, side, 1)
        self._row.activate()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.page)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        painter.end()

    def _assemble(self) -> None:
        self._row.setSpacing(theme.scaled(12))
        self._row.addWidget(self.back)
        self._row.addWidget(self.avatar)
        self._row.addWidget(self._title)
        # The small line stands on the same baseline as the title, which is 3 px lower.
        self._subtitle.setContentsMargins(0, theme.scaled(3), 0, 0)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._subtitle.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._subtitle, 1)
        self._row.addLayout(self.right)
        self.setMinimumHeight(theme.scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
