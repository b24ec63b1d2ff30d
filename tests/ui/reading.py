"""What can be read in a window: its words, the words of which a part falls off, and what nobody can name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar, cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableView,
    QWidget,
)

Kind = TypeVar("Kind", bound=QWidget)
# Rounding of letters: one pixel less is never seen.
_SLACK: Final = 1


def words_in(window: QWidget) -> Iterator[str]:
    """Every text that is shown or read out: labels, buttons, lists, column heads, names, tips and menus."""
    yield window.windowTitle()
    for widget in (window, *shown(window, QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(number) for number in range(widget.count()))
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTableView):
            yield from _column_heads(widget)
        menu = cast("QMenu | None", widget.menu()) if isinstance(widget, QPushButton) else None
        if menu is not None:
            yield from (action.text() for action in menu.actions())
        if isinstance(widget, QAbstractScrollArea):
            yield from painted_in(widget)


def painted_in(view: QAbstractScrollArea) -> Iterator[str]:
    """What a view that paints its rows says of each of them to who cannot see them."""
    interface = QAccessible.queryAccessibleInterface(view)
    for number in range(interface.childCount() if interface is not None else 0):
        child = interface.child(number)
        if child is not None:
            yield from (child.text(QAccessible.Text.Name), child.text(QAccessible.Text.Description))


def clipped_in(window: QWidget) -> list[str]:
    """Each label, button and list of which a part of the words cannot be seen, with why."""
    found: list[str] = []
    for widget in shown(window, QWidget):
        text, why = "", ""
        if isinstance(widget, QLabel) and widget.text():
            text, why = widget.text(), _of_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            text, why = widget.text(), _of_button(widget)
        elif isinstance(widget, QComboBox):
            text, why = widget.currentText(), _of_list(widget)
        elif isinstance(widget, QLineEdit) and not widget.text():
            text, why = widget.placeholderText(), _of_invitation(widget)
        if text:
            why = why or _cut_by_a_parent(widget, window)
        if why:
            found.append(f"{type(widget).__name__} {text!r}: {why}")
    return found


def nameless_in(window: QWidget) -> list[str]:
    """Each widget that takes the keyboard and of which a screen reader has nothing to say."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in shown(window, QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        # The line inside a spin box is Qt's own and is never read out by itself.
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
        and not _spoken_name(widget)
    ]


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def shown(window: QWidget, kind: type[Kind]) -> list[Kind]:
    """The widgets of a kind in a window that are on the screen, or would be after scrolling."""
    return [widget for widget in window.findChildren(kind) if widget.isVisibleTo(window)]


def _column_heads(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def _of_label(label: QLabel) -> str:
    room = label.contentsRect().width() - 2 * label.margin()
    parts = label.text().split() if label.wordWrap() else label.text().splitlines()
    widest = max((label.fontMetrics().horizontalAdvance(part) for part in parts), default=0)
    if widest > room + _SLACK:
        return f"{widest} px of words in {room} px"
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
    if needed > label.height() + _SLACK:
        return f"{needed} px of lines in {label.height()} px"
    return ""


def _of_button(button: QAbstractButton) -> str:
    if button.hasHeightForWidth():
        # It wraps its words.
        needed = button.heightForWidth(button.width())
        return f"{needed} px of lines in {button.height()} px" if needed > button.height() + _SLACK else ""
    wanted = button.sizeHint()
    if wanted.width() > button.width() + _SLACK or wanted.height() > button.height() + _SLACK:
        return f"{wanted.toTuple()} px wanted, {button.size().toTuple()} px there"
    return ""


def _of_list(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    words = box.fontMetrics().horizontalAdvance(box.currentText())
    return f"{words} px of words in {room} px" if words > room + _SLACK else ""


def _of_invitation(line: QLineEdit) -> str:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    words = line.fontMetrics().horizontalAdvance(line.placeholderText())
    return f"{words} px of words in {room} px" if words > room + _SLACK else ""


def _cut_by_a_parent(widget: QWidget, window: QWidget) -> str:
    """Whether a widget sticks out of what it stands in; what can be scrolled to is not cut."""
    scrolls = False
    parent = cast("QWidget | None", widget.parentWidget())
    while parent is not None and parent is not window:
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        area = cast("QWidget | None", parent.parentWidget())
        is_view = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        scrolls = scrolls or is_view
        if place.left() < -_SLACK or place.right() > parent.width() + _SLACK:
            return f"sticks out of {type(parent).__name__} sideways"
        if not scrolls and (place.top() < -_SLACK or place.bottom() > parent.height() + _SLACK):
            return f"sticks out of {type(parent).__name__} up or down"
        parent = area
    return ""
