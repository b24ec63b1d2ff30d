"""The cards before, between and after the sheets while the laptop is somebody else's: one decision each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button, plain_button, primary_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label, display_label

_WIDTH: Final = 640
_PADDING: Final = 32
_MARGIN: Final = 24


class CardStep(QScrollArea):
    """One card in the middle of the window; it scrolls when it is higher. Put what it asks into `body`."""

    def __init__(self, title: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_label = display_label(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.scaled(12))
        self._card = Card(padding=_PADDING)
        self._card.setMaximumWidth(theme.scaled(_WIDTH))
        self._card.column.setSpacing(theme.scaled(16))
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(12))
        if icon:
            head.addWidget(IconMark(icon, tone="on_soft", size=28), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title_label, 1)
        self._card.column.addLayout(head)
        self._card.column.addLayout(self.body)
        self._inside = QWidget()
        self._place = QVBoxLayout(self._inside)
        margin = theme.scaled(_MARGIN)
        self._place.setContentsMargins(margin, margin, margin, margin)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 1000)
        row.addStretch(1)
        self._place.addStretch(1)
        self._place.addLayout(row)
        self._place.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def add_text(self, text: str) -> Label:
        """A paragraph."""
        label = Label(text)
        self.body.addWidget(label)
        return label

    def add_buttons(self, *buttons: Button) -> None:
        """The way on, in the order of reading."""
        row = FlowLayout(gap=theme.scaled(12), line_gap=theme.scaled(8))
        for button in buttons:
            row.addWidget(button)
        self.body.addSpacing(theme.scaled(8))
        self.body.addLayout(row)

    def fit(self) -> None:
        """Be as high as the words need at this width."""
        self._place.activate()
        width = self.viewport().width()
        self._inside.setMinimumHeight(self._place.heightForWidth(width) if width > 0 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class WelcomeCard(CardStep):
    """Whose sheet this is, which round, and what happens with it; one that is ready is read or opened again."""

    begun = Signal()
    read_wanted = Signal()

    def __init__(self, title: str, paragraphs: Sequence[str], *, is_ready: bool) -> None:
        super().__init__(title, icon="user")
        for paragraph in paragraphs:
            self.add_text(paragraph)
        self.begin = primary_button(self.tr("Begin"), icon="chevron-right", height=40)
        self.read = plain_button(self.tr("Read my sheet"), icon="eye", height=40)
        self._is_ready = is_ready
        if is_ready:
            self.begin.setText(self.tr("Open my sheet again"))
            self.begin.set_kind("plain")
            self.begin.set_icon("undo")
            self.add_buttons(self.read, self.begin)
        else:
            self.add_buttons(self.begin)
        self.begin.clicked.connect(self.begun)
        self.read.clicked.connect(self.read_wanted)

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
        first = self.read if self._is_ready else self.begin
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class ChoiceCard(CardStep):
    """A question with answers of equal weight, none of them chosen beforehand."""

    #: The value of the answer that was clicked.
    answered = Signal(str)

    def __init__(
        self,
        title: str,
        paragraphs: Sequence[str],
        answers: Sequence[tuple[str, str, str]],
        *,
        icon: str = "",
    ) -> None:
        """A card with one button for each answer.

        Args:
            title: the question.
            paragraphs: what one has to know to answer it.
            answers: value, words and icon of each button.
            icon: what stands before the title.
        """
        super().__init__(title, icon=icon)
        self.paragraphs = [self.add_text(paragraph) for paragraph in paragraphs]
        self.buttons: dict[str, Button] = {}
        for value, words, picture in answers:
            button = plain_button(words, icon=picture or None, height=40)
            button.clicked.connect(lambda _checked=False, value=value: self.answered.emit(value))
            self.buttons[value] = button
        self.add_buttons(*self.buttons.values())

    def focus_first(self) -> None:
        """Put the keyboard on the first answer; Enter alone answers nothing that cannot be taken back."""
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)


class ThanksCard(CardStep):
    """Thank you, and whose laptop it is: the only button locks."""

    lock_requested = Signal()

    def __init__(self, *, owner: str) -> None:
        super().__init__(self.tr("Thank you. Your sheet is ready."), icon="check")
        self.add_text(
            self.tr("What you chose to share is kept. Give the laptop back to {name}.").format(name=owner)
        )
        self.lock = primary_button(self.tr("Lock the laptop"), icon="lock", height=40)
        self.lock.clicked.connect(self.lock_requested)
        self.add_buttons(self.lock)

    def focus_first(self) -> None:
        """Put the keyboard on the button."""
        self.lock.setFocus(Qt.FocusReason.OtherFocusReason)
