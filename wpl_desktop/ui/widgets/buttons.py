"""Buttons: primary, plain, quiet and icon buttons in three heights."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QPushButton, QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import ICON_PROPERTY, KIND_PROPERTY

ButtonKind = Literal["primary", "plain", "quiet", "muted"]
ButtonHeight = Literal[32, 36, 40]


def press_with_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button when that is what a key asks of it; tells whether it was. In dialogs Qt does so itself."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not (enter and plain) or event.isAutoRepeat() or isinstance(button.window(), QDialog):
        return False
    button.click()
    return True


class Button(QPushButton):
    """A push button of one kind, drawn by the style; the text is its accessible name."""

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = "plain",
        icon: str | None = None,
        icon_at_end: bool = False,
        height: ButtonHeight = 32,
        parent: QWidget | None = None,
    ) -> None:
        # Not with the text: Qt would first see whether that is an icon, and load all that icons need.
        super().__init__(parent)
        self.setText(text)
        self.setProperty("height_step", height)
        self.setProperty("icon_at_end", icon_at_end)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.set_kind(kind)
        self.set_icon(icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_with_enter(self, event):
            super().keyPressEvent(event)

    def kind(self) -> ButtonKind:
        """What kind of button this is."""
        return self.property(KIND_PROPERTY)

    def set_kind(self, kind: ButtonKind) -> None:
        """Make this another kind of button."""
        self.setProperty(KIND_PROPERTY, kind)
        self.setFont(theme.font("strong" if kind == "primary" else "button"))
        self.update()

    def set_icon(self, name: str | None) -> None:
        """Show another icon, or none."""
        self.setProperty(ICON_PROPERTY, name)
        self.updateGeometry()
        self.update()

    def set_available(self, available: bool, *, reason: str = "") -> None:
        """Enable or disable; while disabled the tooltip says the reason."""
        self.setEnabled(available)
        self.setToolTip("" if available else reason)


class IconButton(Button):
    """A square button with an icon only; its name is the tooltip and the accessible name."""

    def __init__(
        self,
        icon: str,
        *,
        name: str,
        kind: ButtonKind = "muted",
        height: ButtonHeight = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind=kind, icon=icon, height=height, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the button does, in the tooltip and to screen readers."""
        self.setToolTip(name)
        self.setAccessibleName(name)


def primary_button(
    text: str, *, icon: str | None = None, height: ButtonHeight = 32, parent: QWidget | None = None
) -> Button:
    """The one button of a region that does what the region is for."""
    return Button(text, kind="primary", icon=icon, height=height, parent=parent)


def plain_button(
    text: str, *, icon: str | None = None, height: ButtonHeight = 32, parent: QWidget | None = None
) -> Button:
    """An ordinary button: surface with a hairline."""
    return Button(text, kind="plain", icon=icon, height=height, parent=parent)


def quiet_button(
    text: str,
    *,
    icon: str | None = None,
    height: ButtonHeight = 32,
    muted: bool = False,
    parent: QWidget | None = None,
) -> Button:
    """A button without a border, for what is rarely needed."""
    return Button(text, kind="muted" if muted else "quiet", icon=icon, height=height, parent=parent)
