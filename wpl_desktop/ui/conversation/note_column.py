"""The notes of a conversation: one is open to write in, the others are folded to their first lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.services.method_cards import MethodChoice
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.method_panel import MethodPanel
from wpl_desktop.ui.conversation.note_key import NoteKey
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import press_with_enter, quiet_button
from wpl_desktop.ui.widgets.chip import Chip
from wpl_desktop.ui.widgets.fields import IconMark, MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.text_area import TextArea

# Folded notes show this much; the whole text is one click away.
_FIRST_LETTERS: Final = 160
_LEAST_LINES: Final = 8
_MOST_LINES: Final = 30


@dataclass(frozen=True, kw_only=True)
class NoteSection:
    """One note: its heading, what may be said in it (`hint`), and whether it is shown while folded and empty."""

    key: NoteKey
    title: str
    text: str
    hint: str = ""
    invitation: str = ""
    done: bool = False
    always_shown: bool = False
    #: Optional: one may go on without it (wellbeing).
    skippable: bool = False
    method: MethodChoice | None = None


class NoteCard(QAbstractButton):
    """A folded note: its heading and first lines; a click, Space or Enter opens it."""

    def __init__(self, section: NoteSection, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = section.key
        self._mark = IconMark("check", tone="accent")
        self._title = Label(section.title, role="strong")
        self._text = Label(tone="muted")
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.scaled(16), theme.scaled(8), theme.scaled(16), theme.scaled(8))
        column.setSpacing(theme.scaled(2))
        column.addLayout(head)
        column.addWidget(self._text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_section(section)

    def first_lines(self) -> str:
        """The words shown below the heading."""
        return self._text.text()

    def set_section(self, section: NoteSection) -> None:
        """Show another text or tick."""
        words = " ".join(section.text.split())
        if len(words) > _FIRST_LETTERS:
            words = words[:_FIRST_LETTERS].rsplit(" ", 1)[0] + "…"
        words = words or section.invitation
        self._mark.setVisible(section.done)
        self._text.setText(words)
        self._text.setVisible(bool(words))
        # In line with the heading, which stands after the tick.
        self._text.setContentsMargins(theme.scaled(26) if section.done else 0, 0, 0, 0)
        self.setAccessibleName(f"{section.title}: {words}" if words else section.title)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_with_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        fill = tokens.hover if self.underMouse() else tokens.surface
        rounded_box(painter, self.rect(), fill=fill, line=tokens.line)
        painter.end()


class NoteEditor(QWidget):
    """The note that is open: heading, what to mind, the text, and the house rule below it."""

    typed = Signal(object, str)
    left = Signal()
    done_requested = Signal()
    leave_requested = Signal()
    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: NoteKey | None = None
        self._filling = False
        self._title = Label(role="section")
        self._preparation = Chip(self.tr("Preparation"))
        self._hint = muted_label("")
        self.text_area = TextArea(name="", least_lines=_LEAST_LINES, most_lines=_MOST_LINES)
        self._message = MessageLine(icon="info")
        self.skip = quiet_button(self.tr("Skip"), icon="chevron-right", muted=True)
        self.method = MethodPanel()
        self._warning = MessageLine(icon="info")
        rule = filled(self.tr("No names of {pupils}, nothing about health."))
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._preparation, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.scaled(16), theme.scaled(12), theme.scaled(16), theme.scaled(12))
        column.setSpacing(theme.scaled(8))
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._message)
        column.addWidget(self.method)
        column.addWidget(self.text_area)
        column.addWidget(self._warning)
        column.addWidget(muted_label(rule))
        self.text_area.installEventFilter(self)
        self.text_area.textChanged.connect(self._on_text_changed)
        self.skip.clicked.connect(self.skip_requested)
        self._message.hide()
        self._warning.hide()

    def key(self) -> NoteKey | None:
        """Which note is open."""
        return self._key

    def title(self) -> str:
        """The heading of the note that is open."""
        return self._title.text()

    def hint(self) -> str:
        """What is to be minded in this note; empty when nothing special is."""
        return self._hint.text()

    def is_preparing(self) -> bool:
        """Whether it is said that this is preparation."""
        return not self._preparation.isHidden()

    def message(self) -> str:
        """What is said above the text; empty when nothing is."""
        return self._message.text()

    def warning(self) -> str:
        """What is quietly said below the text; empty when nothing is."""
        return self._warning.text()

    def set_section(self, section: NoteSection, *, preparing: bool, labels: Sequence[str]) -> bool:
        """Open a note; the same one keeps its cursor. Tells whether the parts around it were made anew."""
        is_other = section.key != self._key
        if is_other:
            self.set_message("")
            self.set_warning("")
        self.skip.setVisible(section.skippable and not section.done)
        is_new = self.method.set_choice(section.method, labels=labels)
        self._key = section.key
        self._title.setText(section.title)
        self._hint.setText(section.hint)
        self._hint.setVisible(bool(section.hint))
        self._preparation.setVisible(preparing)
        self.text_area.setAccessibleName(section.title)
        self.text_area.setPlaceholderText(section.invitation)
        # Blanks at the end are not kept, and not a reason to move the cursor.
        if section.text != self.text_area.text().strip():
            self.set_text(section.text)
        if is_other:
            # One goes on writing where the note ends.
            self.text_area.moveCursor(QTextCursor.MoveOperation.End)
        return is_new

    def set_text(self, text: str) -> None:
        """Replace the text; the cursor stays where it is as far as there is text."""
        self._filling = True
        cursor = self.text_area.textCursor()
        place = cursor.position()
        self.text_area.set_text(text)
        cursor = self.text_area.textCursor()
        cursor.setPosition(min(place, self.text_area.document().characterCount() - 1))
        self.text_area.setTextCursor(cursor)
        self._filling = False

    def set_message(self, text: str) -> None:
        """Say something about the text, or take that away with an empty one."""
        self._message.set_text(text)
        self._message.setVisible(bool(text))

    def set_warning(self, text: str) -> None:
        """Say quietly below the text what one may think over, or take that away with an empty one."""
        self._warning.set_text(text)
        self._warning.setVisible(bool(text))

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [self.skip, *self.method.tab_stops(), self.text_area]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text_area and event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        elif watched is self.text_area and isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.accent)
        painter.end()

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress:
            return False
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and with_control:
            self.done_requested.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
            return True
        return False

    def _on_text_changed(self) -> None:
        if not self._filling and self._key is not None:
            self.typed.emit(self._key, self.text_area.text())


class NoteColumn(QWidget):
    """All notes in the order of the agenda; exactly one is open, unless there is nothing to write."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = NoteEditor()
        self.cards: list[NoteCard] = []
        self._sections: list[NoteSection] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.scaled(8))
        self._column.addWidget(self.editor)

    def set_sections(
        self,
        sections: Sequence[NoteSection],
        *,
        active: NoteKey | None,
        preparing: bool,
        labels: Sequence[str] = (),
    ) -> bool:
        """Show these notes with one of them open; tells whether something was made anew.

        `labels` are the owner's own words on the card for feedback.
        """
        is_new = [section.key for section in sections] != [section.key for section in self._sections]
        self._sections = list(sections)
        if is_new:
            for card in self.cards:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = [self._card(section) for section in sections]
        for card, section in zip(self.cards, sections, strict=True):
            card.set_section(section)
            shown = bool(section.text) or section.done or section.always_shown
            card.setVisible(shown and section.key != active)
        return self._open(active, preparing=preparing, labels=labels) or is_new

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        stops: list[QWidget] = []
        for card in self.cards:
            stops.append(card)
            if card.key == self.editor.key():
                stops += self.editor.tab_stops()
        return stops

    def _open(self, active: NoteKey | None, *, preparing: bool, labels: Sequence[str]) -> bool:
        number = next((place for place, found in enumerate(self._sections) if found.key == active), None)
        self.editor.setVisible(number is not None)
        if number is None:
            return False
        if self._column.indexOf(self.editor) != number:
            self._column.removeWidget(self.editor)
            self._column.insertWidget(number, self.editor)
        return self.editor.set_section(self._sections[number], preparing=preparing, labels=labels)

    def _card(self, section: NoteSection) -> NoteCard:
        card = NoteCard(section)
        card.clicked.connect(lambda: self.opened.emit(card.key))
        self._column.addWidget(card)
        return card
