"""How the hat of a conversation is shown: always a word, an icon and a tint together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wpl_desktop.domain.conversations import Hat
from wpl_desktop.domain.words import capital
from wpl_desktop.texts import hat_name
from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, Tone

ICONS = {
    Hat.COACH: "talk",
    Hat.EVALUATE: "evaluate",
    Hat.PEERS: "people",
    Hat.PROGRAMME: "cap",
    Hat.INSTITUTE: "user",
}
HAT_ROLE = Qt.ItemDataRole.UserRole + 1
STRIP_HEIGHT = 48


def headline(hat: Hat) -> str:
    """What one is doing, as a short sentence."""
    if hat is Hat.COACH:
        return QCoreApplication.translate("Hats", "You are coaching")
    if hat is Hat.EVALUATE:
        return QCoreApplication.translate("Hats", "You evaluate together")
    return capital(hat_name(hat, translate))


def explanation(hat: Hat) -> str:
    """What that means for what is said and written."""
    text = {
        Hat.COACH: QCoreApplication.translate("Hats", "Coaching notes never enter a report."),
        Hat.EVALUATE: QCoreApplication.translate("Hats", "Your view is advice; the {institute} decides."),
        Hat.PEERS: QCoreApplication.translate("Hats", "What is said there stays there."),
        Hat.PROGRAMME: QCoreApplication.translate("Hats", "Only what the {student} takes away is kept."),
        Hat.INSTITUTE: QCoreApplication.translate("Hats", "Only that it took place is kept."),
    }[hat]
    return filled(text)


class HatStrip(QWidget):
    """The band at the top of a dialog: icon, headline and explanation on the tint of the hat."""

    def __init__(self, hat: Hat = Hat.COACH, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hat = hat
        self._icon = IconMark(ICONS[hat], size=20)
        self._headline = Label(role="section", tone="accent", wrap=False)
        self._explanation = Label(role="secondary")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(theme.scaled(STRIP_HEIGHT))
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(10))
        row.addWidget(self._icon)
        row.addWidget(self._headline)
        row.addSpacing(theme.scaled(8))
        row.addWidget(self._explanation, 1, Qt.AlignmentFlag.AlignVCenter)
        # What stands at the right, or below when it is narrow.
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(theme.scaled(24), theme.scaled(10), theme.scaled(24), theme.scaled(10))
        self._parts.setSpacing(theme.scaled(10))
        self._parts.addLayout(row, 1)
        self.set_hat(hat)

    def hat(self) -> Hat:
        """The hat shown."""
        return self._hat

    def headline(self) -> str:
        """The words shown first."""
        return self._headline.text()

    def set_hat(self, hat: Hat) -> None:
        """Show another hat."""
        self._hat = hat
        icon_tone = {Hat.COACH: "on_soft", Hat.EVALUATE: "amber"}.get(hat, "muted")
        tones: dict[Hat, Tone] = {Hat.COACH: "accent", Hat.EVALUATE: "amber"}
        self._icon.set_icon(ICONS[hat], tone=icon_tone)
        self._headline.set_tone(tones.get(hat, "text"))
        self._headline.setText(headline(hat))
        self._explanation.setText(explanation(hat))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        fill = {Hat.COACH: tokens.soft, Hat.EVALUATE: tokens.amber_soft}.get(self._hat, tokens.sunken)
        line = {Hat.EVALUATE: tokens.amber_line}.get(self._hat, tokens.line)
        painter = QPainter(self)
        painter.fillRect(self.rect(), fill)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()


class HatBox(QComboBox):
    """Conversation types to choose from, each with the icon and the word of its hat."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_HatDelegate(self))
        self.setIconSize(QSize(theme.scaled(18), theme.scaled(18)))
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)

    def add_type(self, name: str, hat: Hat) -> None:
        """Put a type at the end of the list."""
        self.addItem(icons.icon(ICONS[hat]), name)
        index = self.count() - 1
        self.setItemData(index, hat.value, HAT_ROLE)
        self.setItemData(index, f"{name}, {hat_name(hat, translate)}", Qt.ItemDataRole.AccessibleTextRole)

    def showPopup(self) -> None:
        wanted = max((self._item_width(number) for number in range(self.count())), default=0)
        self.view().setMinimumWidth(max(self.width(), wanted))
        super().showPopup()

    def _item_width(self, number: int) -> int:
        index = self.model().index(number, self.modelColumn(), self.rootModelIndex())
        option = QStyleOptionViewItem()
        return self.itemDelegate().sizeHint(option, index).width()


class _HatDelegate(QStyledItemDelegate):
    """One line of the list: icon and name at the left, the hat's word at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option
        name, word = _texts(index)
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(name)
        width += QFontMetrics(theme.font("secondary")).horizontalAdvance(word)
        return QSize(width + theme.scaled(18 + 12 + 10 + 32 + 24), theme.scaled(36))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = theme.tokens()
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        name, word = _texts(index)
        hat = Hat(index.data(HAT_ROLE))
        painter.save()
        painter.fillRect(rect, tokens.soft if chosen else tokens.surface)
        side, edge = theme.scaled(18), theme.scaled(12)
        box = QRectF(rect.x() + edge, rect.center().y() - side / 2, side, side)
        icons.paint(painter, ICONS[hat], rect=box, color=tokens.on_soft if chosen else tokens.muted)
        left = box.right() + theme.scaled(10)
        text = QRectF(left, rect.y(), rect.right() - edge - left, rect.height())
        painter.setFont(theme.font("strong" if chosen else "base"))
        painter.setPen(tokens.on_soft if chosen else tokens.text)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(theme.font("secondary"))
        painter.setPen(tokens.on_soft if chosen else tokens.muted)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
        painter.restore()


def _texts(index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
    return str(index.data(Qt.ItemDataRole.DisplayRole)), hat_name(Hat(index.data(HAT_ROLE)), translate)
