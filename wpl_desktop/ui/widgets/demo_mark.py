"""The striped mark that says: these people do not exist."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box

_HEIGHT = 20
_STRIPES = 16
_PERIOD = 14.0


class DemoMark(QWidget):
    """Stripes and the word DEMO."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self.tr("DEMO")
        self.setAccessibleName(self.tr("Demo: invented people"))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = theme.scaled(_STRIPES) + metrics.horizontalAdvance(self._text) + 2 * theme.scaled(8)
        return QSize(width, max(theme.scaled(_HEIGHT), metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded_box(painter, box, fill=tokens.amber_soft, line=None, radius=4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(box, 4, 4)
        painter.setClipPath(clip)
        stripes = theme.scaled(_STRIPES)
        painter.setClipRect(QRectF(0, 0, stripes, self.height()), Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(tokens.amber_line, _PERIOD / 2 / 1.414))
        offset = -float(self.height())
        while offset < stripes + self.height():
            painter.drawLine(QPointF(offset, self.height() + 2.0), QPointF(offset + self.height() + 4, -2.0))
            offset += _PERIOD / 1.414
        painter.restore()
        rounded_box(painter, box, fill=None, line=tokens.amber_line, radius=4)
        painter.setPen(tokens.amber)
        painter.setFont(self._font())
        painter.drawText(box.adjusted(stripes, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()

    def _font(self) -> QFont:
        font = theme.font("label_strong")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        return font
