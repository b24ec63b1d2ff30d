"""The bar at the top of the window: way back, avatar, title, subtitle, the search, and buttons at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.content import side_margin
from wpl_desktop.ui.widgets.labels import Label

HEIGHT = 56


class Foldable(QWidget):
    """Something in the bar that takes less room where there is little, and the room of the title while it is used."""

    #: It takes the room of the title now, or gives it back.
    unfolded = Signal(bool)

    def set_room(self, width: int) -> None:
        """Take at most this width."""
        raise NotImplementedError


class TopBar(QWidget):
    """What is open now; `right` takes the buttons of the frame."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", name=self.tr("Back"))
        self.avatar = Avatar("")
        self._title = Label(role="title", wrap=False)
        self._subtitle = Label(tone="muted", wrap=False)
        self._subtitle_text = ""
        self._is_unfolded = False
        self._foldable: Foldable | None = None
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
        return self._subtitle_text

    def set_foldable(self, widget: Foldable) -> None:
        """Put `widget` before the buttons at the right."""
        self._foldable = widget
        self._row.insertWidget(self._row.count() - 1, widget)
        widget.unfolded.connect(self._make_way)
        self._share_room()

    def set_heading(
        self, title: str, *, subtitle: str = "", initials: str = "", can_go_back: bool = False
    ) -> None:
        """Show what is open."""
        self._title.setText(title)
        self._subtitle_text = subtitle
        self.avatar.set_initials(initials)
        self.avatar.setVisible(bool(initials))
        self.back.setVisible(can_go_back)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_margin(self.width())
        self._row.setContentsMargins(side, 0, side, 1)
        self._row.activate()
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.page)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        painter.end()

    def _share_room(self) -> None:
        """First the title, then the words after it, then the search; words that do not fit end in dots."""
        text = self._subtitle_text
        # Also while the title makes way: that must not look like room to spare.
        others: list[QWidget] = [self._title]
        if self.avatar.initials():
            others.append(self.avatar)
        if not self.back.isHidden():
            others.append(self.back)
        taken = sum(widget.sizeHint().width() + self._row.spacing() for widget in others)
        margins = self._row.contentsMargins()
        taken += self.right.sizeHint().width() + margins.left() + margins.right() + self._row.spacing()
        room = self.width() - taken
        metrics = self._subtitle.fontMetrics()
        # A little more than the letters take: their widths are rounded.
        wanted = metrics.horizontalAdvance(text) + self._row.spacing() + theme.scaled(4)
        if self._foldable is not None and not self._foldable.isHidden():
            self._foldable.set_room(room - wanted)
            room -= (
                min(self._foldable.sizeHint().width(), self._foldable.maximumWidth()) + self._row.spacing()
            )
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
        if self._is_unfolded:
            fitting = ""
        self._subtitle.setText(fitting)
        self._subtitle.setToolTip(text if fitting != text else "")

    def _make_way(self, unfolded: bool) -> None:
        self._is_unfolded = unfolded
        self._title.setVisible(not unfolded)
        self.avatar.setVisible(not unfolded and bool(self.avatar.initials()))
        self._share_room()

    def _assemble(self) -> None:
        self._row.setSpacing(theme.scaled(12))
        self._row.addWidget(self.back)
        self._row.addWidget(self.avatar)
        self._row.addWidget(self._title)
        # The small line stands on the same baseline as the title, which is 3 px lower.
        self._subtitle.setContentsMargins(0, theme.scaled(3), 0, 0)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # At the left beside the title, also in a script that is read from the right.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self._subtitle.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._subtitle, 1)
        self._row.addLayout(self.right)
        self.setMinimumHeight(theme.scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
