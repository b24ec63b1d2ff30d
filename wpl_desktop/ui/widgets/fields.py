"""Form fields: an editor with its label, a helping line and the error below it."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import ERROR_PROPERTY
from wpl_desktop.ui.widgets.labels import Label

LabelPosition = Literal["above", "left"]
LEFT_LABEL_WIDTH = 72


class IconMark(QWidget):
    """An icon that only decorates: not focusable, not announced, coloured by a token."""

    def __init__(
        self, name: str, *, tone: str = "muted", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, *, tone: str | None = None) -> None:
        """Show another icon, in the same colour unless another token is named."""
        self._name = name
        self._tone = tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.scaled(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        icons.paint(painter, self._name, rect=QRectF(self.rect()), color=getattr(theme.tokens(), self._tone))
        painter.end()


class MessageLine(QWidget):
    """A sentence of 12 px with an icon in front of it, in amber."""

    def __init__(self, *, icon: str = "warning", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconMark(icon, tone="amber", size=16)
        self._label = Label(role="label", tone="amber")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(6))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)

    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._label.setText(text)


class Field(QWidget):
    """One row of a form; the label is the editor's buddy and its accessible name."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        helper: str = "",
        position: LabelPosition = "above",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = Label(
            label, role="button" if position == "above" else "secondary", wrap=position == "above"
        )
        self._helper = Label(helper, role="secondary", tone="muted")
        self._message = MessageLine()
        self._assemble(position)
        self.set_label(label)
        self.set_helper(helper)
        self.set_error(None)

    def label(self) -> str:
        """The text of the label."""
        return self._label.text()

    def set_label(self, text: str) -> None:
        """Change the label and with it the editor's accessible name."""
        self._label.setText(text)
        self._label.setBuddy(self.editor)
        self.editor.setAccessibleName(text)

    def set_helper(self, text: str) -> None:
        """Change the helping line below the editor; an empty one takes no room."""
        self._helper.setText(text)
        self._helper.setVisible(bool(text))
        self._describe()

    def error(self) -> str | None:
        """The error shown, if any."""
        return self._message.text() or None

    def set_error(self, text: str | None) -> None:
        """Show what is wrong and what to do about it, or take the message away."""
        self._message.set_text(text or "")
        self._message.setVisible(bool(text))
        self.editor.setProperty(ERROR_PROPERTY, bool(text))
        self.editor.update()
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self._label.set_tone("text" if self.isEnabled() else "muted")
        super().changeEvent(event)

    def _assemble(self, position: LabelPosition) -> None:
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.scaled(4))
        below.addWidget(self.editor)
        below.addWidget(self._message)
        below.addWidget(self._helper)
        if position == "above":
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.scaled(6))
            column.addWidget(self._label)
            column.addLayout(below)
        else:
            self._label.set_tone("muted")
            self._label.setMinimumWidth(theme.scaled(LEFT_LABEL_WIDTH))
            self._label.setMinimumHeight(theme.scaled(32))
            self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.scaled(8))
            row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(below, 1)

    def _describe(self) -> None:
        self.editor.setAccessibleDescription(self._message.text() or self._helper.text())


class FormLayout(QVBoxLayout):
    """Fields below each other, each under a name by which errors find their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # Qt reads None as "no parent yet" only when nothing is passed.
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self.setSpacing(theme.scaled(16))

    def add_field(self, name: str, label: str, editor: QWidget, *, helper: str = "") -> Field:
        """Add one field over the full width."""
        field = Field(label, editor, helper=helper)
        self._fields[name] = field
        self.addWidget(field)
        return field

    def add_fields(self, fields: Mapping[str, Field]) -> QHBoxLayout:
        """Add fields that stand side by side, in reading order; gives their row."""
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(16))
        for name, field in fields.items():
            self._fields[name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.addLayout(row)
        return row

    def field(self, name: str) -> Field:
        """The field with this name; `KeyError` when there is none."""
        return self._fields[name]

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Show every error at its field, clear the others and focus the first wrong one."""
        first: Field | None = None
        for name, field in self._fields.items():
            field.set_error(errors.get(name))
            if name in errors and first is None:
                first = field
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
