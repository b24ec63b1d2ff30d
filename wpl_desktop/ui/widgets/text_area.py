"""A text box of several lines that grows with what is written in it."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import FIELD_FRAME_PROPERTY

_SIDE = 9
_TOP = 5


class TextArea(QPlainTextEdit):
    """Plain text; Tab goes to the next field, the height follows the lines between two limits."""

    def __init__(
        self,
        *,
        name: str,
        placeholder: str = "",
        least_lines: int = 1,
        most_lines: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self._most_lines = most_lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(theme.font("base"))
        self.setProperty(FIELD_FRAME_PROPERTY, True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(theme.scaled(_SIDE) - 1, theme.scaled(_TOP) - 1, theme.scaled(_SIDE) - 4, 2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace what is written; the same text leaves the cursor where it is."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(240), self._height_for(self._least_lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(80), self._height_for(self._least_lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # Wrapping is known only after this event; a height set inside it would be lost.
            QTimer.singleShot(0, self, self._fit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _height_for(self, lines: int) -> int:
        return max(theme.scaled(32), self.fontMetrics().lineSpacing() * lines + 2 * theme.scaled(_TOP) + 2)

    def _fit(self) -> None:
        # A plain text document counts its height in lines, not in pixels.
        lines = max(1, int(self.document().size().height()))
        shown = min(max(lines, self._least_lines), self._most_lines)
        overflow = lines > self._most_lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if overflow else policy.ScrollBarAlwaysOff)
        if self.height() != self._height_for(shown):
            self.setFixedHeight(self._height_for(shown))
