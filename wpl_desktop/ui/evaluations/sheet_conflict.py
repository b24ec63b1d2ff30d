"""Two texts of one row beside each other: what is kept now and what was typed here, with the choice between them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.texts import mark_sign, mark_word, source_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.score_values import values_of
from wpl_desktop.ui.evaluations.sheet_keeping import Conflict
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, small_heading

_BESIDE_FROM: Final = 560


class SheetConflict(QWidget):
    """Says that nothing was overwritten, shows both and asks which one stays."""

    kept_wanted = Signal()
    typed_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = MessageLine()
        self.kept = _Version(self.tr("What is kept now"))
        self.typed = _Version(self.tr("What you typed"))
        self.take = plain_button(self.tr("Take what is there"))
        self.keep = plain_button(self.tr("Keep what I typed"))
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self.take.clicked.connect(self.kept_wanted)
        self.keep.clicked.connect(self.typed_wanted)

    def show_conflict(self, conflict: Conflict | None, *, level_names: tuple[str, ...], code: str) -> None:
        """Show the two texts of a row; None takes the choice away."""
        if conflict is not None:
            self._line.set_text(
                self.tr(
                    "{code} was changed elsewhere. Nothing was overwritten: choose which one stays."
                ).format(code=code)
            )
            self.kept.show_values(values_of(conflict.kept), level_names=level_names)
            self.typed.show_values(conflict.typed, level_names=level_names)
        self.setVisible(conflict is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= theme.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _assemble(self) -> None:
        for card, button in ((self.kept, self.take), (self.typed, self.keep)):
            card.column.addStretch(1)
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._pair.addWidget(card, 1)
        self._pair.setSpacing(theme.scaled(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.scaled(4), 0, 0)
        column.setSpacing(theme.scaled(6))
        column.addWidget(self._line)
        column.addLayout(self._pair)
        self.setAccessibleName(self.tr("Two texts of one row"))
        self.hide()


class _Version(Card):
    """One of the two: level in number and word, evidence, source and comment."""

    def __init__(self, heading: str) -> None:
        super().__init__(padding=(10, 12))
        self._heading = small_heading(heading)
        self._mark = Label(role="strong")
        self._texts = Label(role="secondary")
        self.column.setSpacing(theme.scaled(4))
        for widget in (self._heading, self._mark, self._texts):
            self.column.addWidget(widget)

    def text(self) -> str:
        """Everything shown, in reading order."""
        return f"{self._heading.text()}\n{self._mark.text()}\n{self._texts.text()}"

    def show_values(self, values: ScoreValues, *, level_names: tuple[str, ...]) -> None:
        """Show one text of the row."""
        self._mark.setText(
            f"{mark_sign(values.mark)} {mark_word(values.mark, level_names, translate)}".strip()
        )
        lines: list[str] = []
        if values.comment.strip():
            lines.append(self.tr("Comment: {text}").format(text=values.comment.strip()))
        if values.evidence.strip():
            lines.append(self.tr("Evidence: {text}").format(text=values.evidence.strip()))
        if values.source is not None:
            lines.append(self.tr("Source: {text}").format(text=source_name(values.source, translate)))
        self._texts.setText("\n".join(lines) or self.tr("No comment and no evidence."))
