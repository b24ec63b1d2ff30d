"""The one body of the score sheet that moves to the open row: level cards, evidence, source and comment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.domain.evaluations import Mark, Source
from wpl_desktop.services import content
from wpl_desktop.services.sheets import CriterionView, ScoreView
from wpl_desktop.texts import source_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.sheet_conflict import SheetConflict
from wpl_desktop.ui.language import chosen, filled, language, translate
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.level_cards import LevelCards, LevelText
from wpl_desktop.ui.widgets.switch import SegmentedSwitch
from wpl_desktop.ui.widgets.text_area import TextArea

_SIDE: Final = 16
_LABEL_WIDTH: Final = 72
_SIDE_BY_SIDE_FROM: Final = 760
_MOST_LINES: Final = 5
_SOURCE_ICONS: Final = {Source.OBSERVED: "eye"}


def labelled(label: Label, editor: QWidget) -> QHBoxLayout:
    """An editor with its label at the left, aligned with its first line."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.scaled(8))
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(editor, 1)
    return line


class ScoreBody(QWidget):
    """Shows one criterion's levels and takes its texts; knows nothing of rows or of saving."""

    level_picked = Signal(int)
    typed = Signal()
    source_changed = Signal()
    left = Signal()
    phrases_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self._locked = False
        self._source: Source | None = None
        self.cards = LevelCards(name=self.tr("What each level means"))
        self.evidence = QLineEdit()
        # P05 and P06 at the moment of writing, in a few words; the whole of it in the tool tips.
        self.evidence.setPlaceholderText(self.tr("What you saw, no names"))
        self.evidence.setToolTip(filled(content.text("pupil_prompt", language())))
        self.source = SegmentedSwitch(
            [(source, source_name(source, translate), _SOURCE_ICONS.get(source, "")) for source in Source],
            name=self.tr("Source"),
            small=True,
        )
        self.comment = TextArea(
            name=self.tr("Comment"),
            placeholder=self.tr("Nothing about health, family, origin or belief"),
            most_lines=_MOST_LINES,
        )
        self.comment.setToolTip(content.text("sensitive_data_prompt", language()))
        self.phrases = IconButton("book", name=self.tr("Own phrases (Ctrl+Space)"))
        # Its key works in every text; Tab goes on to the next row.
        self.phrases.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.conflict = SheetConflict()
        self._written_last: QLineEdit | TextArea = self.comment
        self._labels = {
            "evidence": Label(self.tr("Evidence"), role="secondary", tone="muted", wrap=False),
            "source": Label(self.tr("Source"), role="secondary", tone="muted", wrap=False),
            "comment": Label(self.tr("Comment"), role="secondary", tone="muted", wrap=False),
        }
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    def load(self, criterion: CriterionView, score: ScoreView, *, level_names: tuple[str, ...]) -> None:
        """Show a criterion and what was written there; nobody's undo reaches into another row."""
        self._loading = True
        self.cards.set_cards(
            [
                LevelText(level=level, name=name, text=chosen(text))
                for level, (name, text) in enumerate(
                    zip(level_names, criterion.level_texts, strict=True), start=1
                )
            ]
        )
        for card in self.cards.findChildren(QRadioButton):
            # The level buttons of the row are the keyboard's way; Tab goes from there to the texts.
            card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            card.setEnabled(not self._locked)
        self.evidence.setText(score.evidence)
        # In a narrow field one reads the beginning, not the end.
        self.evidence.setCursorPosition(0)
        self.comment.set_text(score.comment)
        self.comment.document().clearUndoRedoStacks()
        self._loading = False
        self.set_mark(score.mark)
        self._set_source(score.source)

    def reload(self, score: ScoreView) -> None:
        """Show what is kept now, without touching a text that is the same."""
        self._loading = True
        if self.evidence.text() != score.evidence:
            self.evidence.setText(score.evidence)
        self.comment.set_text(score.comment)
        self._loading = False
        self.set_mark(score.mark)
        self._set_source(score.source)

    def set_mark(self, mark: Mark) -> None:
        """Mark the card of the level."""
        self.cards.set_value(mark.level)

    def set_locked(self, locked: bool) -> None:
        """Make everything read-only; texts can still be selected and copied."""
        self._locked = locked
        self.evidence.setReadOnly(locked)
        self.comment.setReadOnly(locked)
        self.source.setEnabled(not locked)
        self.phrases.setEnabled(not locked)
        for card in self.cards.findChildren(QRadioButton):
            card.setEnabled(not locked)

    def evidence_text(self) -> str:
        """The evidence line as typed."""
        return self.evidence.text()

    def comment_text(self) -> str:
        """The comment as typed."""
        return self.comment.text()

    def chosen_source(self) -> Source | None:
        """How the one who scores knows, if that was chosen."""
        return self._source

    def text_field(self) -> QWidget:
        """The text in which a phrase is put: the evidence line or the comment, whichever was written in last."""
        return self._written_last

    def phrase_to_keep(self) -> str:
        """What could be kept as a phrase: what is selected in that text, or else all of it."""
        field = self._written_last
        if isinstance(field, QLineEdit):
            return field.selectedText() or field.text()
        return field.textCursor().selection().toPlainText() or field.text()

    def insert_phrase(self, phrase: str) -> None:
        """Put a phrase where the cursor stands, as if it had been typed; undo takes it back."""
        field = self._written_last
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.insert(phrase)
            # Qt tells of what was typed, not of what was inserted.
            self._on_typed()
        else:
            field.insertPlainText(phrase)

    def add_to_comment(self, text: str) -> None:
        """Put a text behind the comment, on a line of its own; undo takes it back."""
        self.comment.moveCursor(QTextCursor.MoveOperation.End)
        self.comment.insertPlainText(f"\n{text}" if self.comment.text().strip() else text)
        self.comment.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_phrases_offered(self, offered: bool) -> None:
        """Show or hide the way to the own phrases."""
        self.phrases.setVisible(offered)

    def set_tab_order_after(self, first: QWidget) -> None:
        """Let Tab come from `first` (the row's level buttons) to the texts of this body."""
        before = first
        choice = (self.conflict.take, self.conflict.keep)
        for widget in (self.evidence, *self.source.findChildren(QRadioButton), self.comment, *choice):
            QWidget.setTabOrder(before, widget)
            before = widget

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit | TextArea):
            self._written_last = watched
        if (
            isinstance(watched, QRadioButton)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        ):
            self._choose_source(None)
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: object) -> None:
        # A click between the fields is not a click on the row.
        del event

    def minimumSizeHint(self) -> QSize:
        # The height follows from the width; a smallest one for some other width would make the list scroll.
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= theme.scaled(_SIDE_BY_SIDE_FROM)
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if beside else directions.TopToBottom
        if self._pair.direction() != wanted:
            self._pair.setDirection(wanted)
            self._labels["source"].setMinimumWidth(0 if beside else self._label_width())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens().soft)
        painter.end()

    # Internals

    def _assemble(self) -> None:
        for key, editor in (("evidence", self.evidence), ("comment", self.comment)):
            editor.setAccessibleName(self._labels[key].text())
            self._labels[key].setBuddy(editor)
        for label in self._labels.values():
            label.setMinimumHeight(theme.scaled(32))
        for key in ("evidence", "comment"):
            self._labels[key].setMinimumWidth(self._label_width())
        self.source.set_value(None)
        self._pair.setSpacing(theme.scaled(16))
        self._pair.addLayout(labelled(self._labels["evidence"], self.evidence), 1)
        self._pair.addLayout(labelled(self._labels["source"], self.source))
        column = QVBoxLayout(self)
        side = theme.scaled(_SIDE)
        column.setContentsMargins(side, theme.scaled(2), side, theme.scaled(12))
        column.setSpacing(theme.scaled(6))
        column.addWidget(self.cards)
        column.addSpacing(theme.scaled(2))
        column.addLayout(self._pair)
        comment = labelled(self._labels["comment"], self.comment)
        comment.addWidget(self.phrases, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(comment)
        column.addWidget(self.conflict)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        self.cards.picked.connect(self.level_picked)
        self.evidence.textEdited.connect(self._on_typed)
        self.comment.textChanged.connect(self._on_typed)
        self.source.chosen.connect(self._choose_source)
        self.phrases.clicked.connect(self.phrases_requested)
        shortcut = QShortcut(QKeySequence("Ctrl+Space"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.phrases_requested)
        for widget in (self.evidence, self.comment, *self.source.findChildren(QRadioButton)):
            widget.installEventFilter(self)

    def _on_typed(self) -> None:
        if not self._loading:
            self.typed.emit()

    def _choose_source(self, source: object) -> None:
        changed = source is not self._source
        self._set_source(source if isinstance(source, Source) else None)
        if changed:
            self.source_changed.emit()

    def _set_source(self, source: Source | None) -> None:
        self._source = source
        self.source.set_value(source)

    def _label_width(self) -> int:
        widest = max(self._labels[key].sizeHint().width() for key in ("evidence", "comment"))
        return max(theme.scaled(_LABEL_WIDTH), widest)
