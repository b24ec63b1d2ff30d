"""One criterion of the trialogue at large: where each stands, what every level means, and what each one said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.evaluations import Difference, Perspective, is_scored
from wpl_desktop.services.side_by_side import CriterionSideBySide, Voice
from wpl_desktop.texts import difference_name, mark_sign, mark_word, perspective_name, source_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.side_by_side.scale import LevelScale, ScaleLevel
from wpl_desktop.ui.side_by_side.words import mark_words, small, whose
from wpl_desktop.ui.widgets.chip import Chip
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.level_square import paint_level_square
from wpl_desktop.ui.widgets.shapes import Shape, ShapeMark

PADDING: Final = 24
RESERVED: Final = "*"
_WHO: Final = 88
_LEVEL: Final = 180
_ROW: Final = 60
_BELOW_EACH_OTHER: Final = 600


class Detail(QWidget):
    """Title with the label of R7, the big line, and a row for each perspective."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = Label(role="title", tone="muted", wrap=False)
        self._name = Label(role="title")
        self._part = Label(role="secondary", tone="muted", wrap=False)
        self._chips = {
            Difference.TALK_NEEDED: Chip("", kind="amber", icon="talk"),
            Difference.CLOSE: Chip("", kind="plain"),
            Difference.UNANIMOUS: Chip("", kind="on"),
        }
        self.scale = LevelScale()
        self._voices: list[VoiceRow] = []
        self._head = QHBoxLayout()
        self._rows = QVBoxLayout()
        self._footnote = Label(role="label", tone="muted")
        self._assemble()

    def show_criterion(self, criterion: CriterionSideBySide, *, labels: Sequence[str], part: str) -> None:
        """Show one criterion with what everybody said; `part` says which strand it is about."""
        self._code.setText(criterion.code)
        self._name.setText(chosen(criterion.name))
        self._part.setText(part)
        for difference, chip in self._chips.items():
            chip.set_text(difference_name(difference, translate))
            chip.setVisible(difference is criterion.difference)
        self._fit_title()
        marks: list[tuple[Shape, int]] = [
            (SHAPES[perspective], voice.said.mark.level)
            for perspective, voice in criterion.voices.items()
            if voice.said.mark.level is not None
        ]
        self.scale.set_scale(
            [
                ScaleLevel(name=name, text=chosen(text))
                for name, text in zip(labels, criterion.level_texts, strict=True)
            ],
            marks,
            name="; ".join(
                f"{whose(perspective)}: {mark_words(voice.said.mark, labels)}"
                for perspective, voice in criterion.voices.items()
            ),
        )
        self._show_voices(criterion, labels)
        reserved = criterion.agreed_reserved or any(voice.reserved for voice in criterion.voices.values())
        self._footnote.setText(
            self.tr("{sign} with reservation because of the conditions at the workplace").format(
                sign=RESERVED
            )
            if reserved
            else ""
        )
        self._footnote.setVisible(reserved)

    def set_names(self, names: Sequence[tuple[Perspective, str]]) -> None:
        """Who takes part, with their call names; one row for each."""
        while len(self._voices) > len(names):
            row = self._voices.pop()
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._voices) < len(names):
            row = VoiceRow()
            self._voices.append(row)
            self._rows.addWidget(row)
        for row, (perspective, name) in zip(self._voices, names, strict=True):
            row.set_who(perspective, name)
            row.set_narrow(self.width() < theme.scaled(_BELOW_EACH_OTHER))

    def voices(self) -> list[VoiceRow]:
        """The rows from top to bottom."""
        return list(self._voices)

    def difference_text(self) -> str:
        """The label of R7; empty where there is none."""
        return next((chip.text() for chip in self._chips.values() if not chip.isHidden()), "")

    def footnote(self) -> str:
        """What the mark of R8 means; empty where none stands."""
        return self._footnote.text()

    def title(self) -> str:
        """Code and name."""
        return f"{self._code.text()} {self._name.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.scaled(_BELOW_EACH_OTHER)
        self._part.setVisible(not narrow)
        self._fit_title()
        for row in self._voices:
            row.set_narrow(narrow)

    def _fit_title(self) -> None:
        """The label follows the name; a name that does not fit on the line takes all the room and wraps."""
        others = [self._code, self._part, *self._chips.values()]
        taken = sum(
            widget.sizeHint().width() + self._head.spacing() for widget in others if not widget.isHidden()
        )
        room = self.width() - 2 * theme.scaled(PADDING) - taken - self._head.spacing()
        fits = self._name.fontMetrics().horizontalAdvance(self._name.text()) <= room
        self._name.setWordWrap(not fits)
        self._head.setStretchFactor(self._name, 0 if fits else 1)

    def _show_voices(self, criterion: CriterionSideBySide, labels: Sequence[str]) -> None:
        for row, voice in zip(self._voices, criterion.voices.values(), strict=True):
            row.show_voice(voice, labels=labels)

    def _assemble(self) -> None:
        side = theme.scaled(PADDING)
        head = self._head
        head.setSpacing(theme.scaled(12))
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self._code, 0, top)
        head.addWidget(self._name, 0, top)
        for chip in self._chips.values():
            head.addWidget(chip, 0, top)
            chip.hide()
        head.addStretch(1)
        head.addWidget(self._part, 0, top)
        self._part.setContentsMargins(0, theme.scaled(4), 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, theme.scaled(12), side, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(theme.scaled(4))
        column.addWidget(self.scale)
        column.addSpacing(theme.scaled(8))
        column.addLayout(self._rows)
        column.addWidget(self._footnote)
        column.addStretch(1)
        self._footnote.hide()


class VoiceRow(QWidget):
    """What one perspective said: who, the level with its word, the words, and how they know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = {perspective: ShapeMark(shape, size=18) for perspective, shape in SHAPES.items()}
        self._who = Label(role="strong", wrap=False)
        self._name = Label(role="secondary", tone="muted")
        self._square = _Square()
        self._level = Label(role="trialogue")
        self._comment = Label(role="trialogue")
        self._evidence = Label(role="secondary", tone="muted")
        self._source = Chip("")
        self._grid = QGridLayout(self)
        self._texts = QVBoxLayout()
        self._narrow: bool | None = None
        self._assemble()

    def set_who(self, perspective: Perspective, name: str) -> None:
        """Whose row this is."""
        for one, mark in self._marks.items():
            mark.setVisible(one is perspective)
        self._who.setText(perspective_name(perspective, translate, words()))
        self._name.setText(name)
        self._name.setVisible(bool(name))

    def show_voice(self, voice: Voice, *, labels: Sequence[str]) -> None:
        """Show a mark with its texts; a level under reservation carries the mark of R8."""
        said = voice.said
        self._square.set_value(
            said.mark.level if said.mark.level is not None else mark_sign(said.mark), count=len(labels)
        )
        word = mark_word(said.mark, labels, translate)
        self._level.setText(f"{word} {RESERVED}" if voice.reserved else word)
        self._level.set_tone("text" if is_scored(said.mark) else "muted")
        for label, text in ((self._comment, said.comment.strip()), (self._evidence, said.evidence.strip())):
            label.setText(text)
            label.setVisible(bool(text))
        source = source_name(said.source, translate) if said.source is not None else ""
        self._source.set_text(small(source))
        self._source.setVisible(bool(source))

    def text(self) -> str:
        """Everything that stands in the row."""
        parts = (self._who, self._name, self._level, self._comment, self._evidence)
        shown = [part.text() for part in parts if not part.isHidden()]
        return " · ".join([*shown, *([self._source.text()] if not self._source.isHidden() else [])])

    def set_narrow(self, narrow: bool) -> None:
        """Put the words below the level where there is no room beside it."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._grid.removeItem(self._texts)
        self._grid.removeWidget(self._source)
        if narrow:
            self._grid.addLayout(self._texts, 1, 1, 1, 4)
            self._grid.addWidget(self._source, 0, 4, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addLayout(self._texts, 0, 4)
            self._grid.addWidget(self._source, 0, 5, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.tokens().line)
        painter.end()

    def _assemble(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._who)
        who.addWidget(self._name)
        self._texts.setSpacing(theme.scaled(2))
        self._texts.addStretch(1)
        for label in (self._comment, self._evidence):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._texts.addWidget(label)
        self._texts.addStretch(1)
        middle = Qt.AlignmentFlag.AlignVCenter
        marks = QHBoxLayout()
        for mark in self._marks.values():
            marks.addWidget(mark)
        self._level.setAlignment(Qt.AlignmentFlag.AlignLeft | middle)
        self._grid.setContentsMargins(0, theme.scaled(8), 0, theme.scaled(8))
        self._grid.setHorizontalSpacing(theme.scaled(12))
        self._grid.setVerticalSpacing(theme.scaled(4))
        self._grid.addLayout(marks, 0, 0, middle)
        self._grid.addLayout(who, 0, 1, middle)
        self._grid.addWidget(self._square, 0, 2, middle)
        self._grid.addWidget(self._level, 0, 3, middle)
        self._grid.setColumnMinimumWidth(1, theme.scaled(_WHO))
        self._grid.setColumnMinimumWidth(3, theme.scaled(_LEVEL - 36))
        self._grid.setColumnStretch(4, 1)
        self.setMinimumHeight(theme.scaled(_ROW))
        self.set_narrow(False)


class _Square(QWidget):
    """The square of a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._value: int | str = ""
        self._count = 4
        self.setFixedSize(theme.scaled(24), theme.scaled(24))

    def set_value(self, value: int | str, *, count: int) -> None:
        """Show another mark."""
        self._value, self._count = value, count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_level_square(painter, rect=self.rect().toRectF(), value=self._value or None, count=self._count)
        painter.end()
