"""The bank of own phrases: look through, change, take out and add; every change is kept by itself."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.phrases import Phrase, matching
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.drafts import Drafts
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.style import FIELD_FRAME_PROPERTY
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import Button, plain_button, quiet_button
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

_WIDTH: Final = 600
_HEIGHT: Final = 560
_ID: Final = Qt.ItemDataRole.UserRole


class PhrasesDialog(QDialog):
    """A list with a search line; what is chosen there can be changed below it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._phrases: list[Phrase] = []
        self._shown: uuid.UUID | None = None
        self._deleted: Phrase | None = None
        self._may_lose = False
        self._loading = False
        self._drafts = Drafts[uuid.UUID | None, str](self._keep, parent=self)
        self.setWindowTitle(self.tr("Own phrases"))
        self.line = QLineEdit()
        self.list = QListWidget()
        self.text = TextArea(name="", least_lines=2, most_lines=4)
        self.field = Field(self.tr("Phrase"), self.text)
        self.add = plain_button(self.tr("Add phrase"), icon="plus")
        self.delete = plain_button(self.tr("Delete"), icon="trash")
        self.undo = quiet_button(self.tr("Undo"), icon="undo")
        self.close_button = Button(self.tr("Close"), kind="primary", height=36)
        self.empty = EmptyState(
            self.tr("Here stand sentences that you want to use again. Keep one at a comment, or write one."),
            action=self.tr("Add phrase"),
            icon="plus",
        )
        self._none = muted_label(self.tr("No phrase of yours has these words."))
        self._said = Label(role="secondary", tone="muted")
        self._assemble()
        self._connect()
        self._load()
        room = self.screen().availableSize()
        self.resize(
            min(theme.scaled(_WIDTH), room.width() - 32), min(theme.scaled(_HEIGHT), room.height() - 64)
        )

    def shown_texts(self) -> list[str]:
        """The phrases that are listed now."""
        return [self.list.item(number).text() for number in range(self.list.count())]

    def flush(self) -> bool:
        """Keep what is being typed, before the window is locked; False when it could not be."""
        return self._drafts.flush()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    # Slots

    def accept(self) -> None:
        """Keep what was typed and close; what was refused is said once, to close again is the answer."""
        if self._may_close():
            super().accept()

    def reject(self) -> None:
        """Escape closes too: everything was kept while it was typed."""
        self.accept()

    def _on_chosen(self) -> None:
        if self._loading:
            return
        wanted = self._current_id()
        self._drafts.flush()
        self._show(next((phrase for phrase in self._phrases if phrase.id == wanted), None))

    def _on_query(self) -> None:
        self._drafts.flush()
        self._fill()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _on_typed(self) -> None:
        if self._loading:
            return
        self.field.set_error(None)
        self._may_lose = False
        if self._shown is None and not self.text.text().strip():
            self._drafts.forget(None)
            return
        self._drafts.later(self._shown, self.text.text())

    def _on_add(self) -> None:
        self._drafts.flush()
        self.line.clear()
        self.list.setCurrentRow(-1)
        self._show(None)
        self.empty.hide()
        self._set_parts_visible(True)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_delete(self) -> None:
        phrase = next((found for found in self._phrases if found.id == self._shown), None)
        if phrase is None or phrase.id is None:
            return
        self._drafts.forget(phrase.id)
        try:
            self._services.phrases.delete(phrase.id, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self.field.set_error(error_message(error, translate))
            return
        self._deleted = phrase
        self._load()
        self._say(self.tr("Deleted: {phrase}").format(phrase=phrase.text))
        self.undo.show()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        phrase = self._deleted
        if phrase is None:
            return
        try:
            back = self._services.phrases.keep(phrase.text, criterion_code=phrase.criterion_code, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._say(error_message(error, translate))
            return
        self._deleted = None
        self._say("")
        self._load(chosen=back)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: DomainError) -> None:
        self.field.set_error(error_message(error, translate))

    def _on_kept(self) -> None:
        self.field.set_error(None)
        self._may_lose = False

    # Internals

    def _assemble(self) -> None:
        self.line.setPlaceholderText(self.tr("Search"))
        self.line.setAccessibleName(self.tr("Search own phrases"))
        self.list.setAccessibleName(self.tr("Own phrases"))
        self.list.setWordWrap(True)
        self.list.setFont(theme.font("base"))
        self.list.setSpacing(theme.scaled(3))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty(FIELD_FRAME_PROPERTY, "list")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        top = QHBoxLayout()
        top.setSpacing(theme.scaled(12))
        top.addWidget(self.line, 1)
        top.addWidget(self.add)
        below = QHBoxLayout()
        below.setSpacing(theme.scaled(12))
        below.addWidget(self.delete)
        below.addWidget(self._said, 1)
        below.addWidget(self.undo)
        body = QVBoxLayout()
        margin = theme.scaled(24)
        body.setContentsMargins(margin, margin, margin, theme.scaled(16))
        body.setSpacing(theme.scaled(12))
        body.addLayout(top)
        body.addWidget(self.empty)
        body.addWidget(self._none)
        body.addWidget(self.list, 1)
        body.addWidget(self.field)
        body.addLayout(below)
        body.addStretch()
        foot = ActionBar()
        foot.right.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(foot)
        self.field.set_helper(
            filled(
                self.tr("One or two sentences, without the name of a {student}: it is offered for everybody.")
            )
        )
        self._say("")

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_query)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.text.textChanged.connect(self._on_typed)
        self.add.clicked.connect(self._on_add)
        self.empty.triggered.connect(self._on_add)
        self.delete.clicked.connect(self._on_delete)
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.accept)
        self._drafts.kept.connect(self._on_kept)
        self._drafts.refused.connect(self._on_refused)
        self._drafts.failed.connect(self._on_refused)

    def _load(self, *, chosen: uuid.UUID | None = None) -> None:
        self._phrases = self._services.phrases.all()
        self.empty.setVisible(not self._phrases)
        self._set_parts_visible(bool(self._phrases))
        self._fill(chosen=chosen)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._on_chosen()

    def _fill(self, *, chosen: uuid.UUID | None = None) -> None:
        """List what has the words of the search line; the phrase that is being changed stays chosen."""
        wanted = chosen or self._shown
        found = matching(self._phrases, self.line.text())
        self._loading = True
        self.list.clear()
        for phrase in found:
            item = QListWidgetItem(phrase.text, self.list)
            item.setData(_ID, phrase.id)
            item.setToolTip(phrase.criterion_code)
        ids = [phrase.id for phrase in found]
        self.list.setCurrentRow(ids.index(wanted) if wanted in ids else -1)
        self._loading = False
        self._none.setVisible(bool(self._phrases) and not found)

    def _show(self, phrase: Phrase | None) -> None:
        self._shown = phrase.id if phrase is not None else None
        self._loading = True
        self.text.set_text(phrase.text if phrase is not None else "")
        self.text.document().clearUndoRedoStacks()
        self._loading = False
        self.field.set_error(None)
        self.delete.set_available(phrase is not None, reason=self.tr("Choose a phrase first."))

    def _keep(self, phrase_id: uuid.UUID | None, text: str) -> None:
        phrases = self._services.phrases
        if phrase_id is None:
            kept = phrases.keep(text, origin=self)
            if self._shown is None:
                self._shown = kept
                self.delete.set_available(True)
        else:
            phrases.change(phrase_id, text, origin=self)
        self._phrases = phrases.all()
        self._fill()

    def _current_id(self) -> uuid.UUID | None:
        item = cast("QListWidgetItem | None", self.list.currentItem())
        return None if item is None else cast("uuid.UUID | None", item.data(_ID))

    def _set_parts_visible(self, visible: bool) -> None:
        for widget in (self.list, self.field, self.delete, self.line, self.add):
            widget.setVisible(visible)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self.undo.hide()

    def _may_close(self) -> bool:
        if self._drafts.flush() and self.field.error() is None:
            return True
        allowed, self._may_lose = self._may_lose, True
        if not allowed:
            self.close_button.setText(self.tr("Close without this text"))
        return allowed
