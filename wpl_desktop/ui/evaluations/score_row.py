"""One row of the score sheet, and how a mark is written in its level buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Mark,
    MarkKind,
)
from wpl_desktop.services.sheets import ScoreView
from wpl_desktop.texts import mark_sign, mark_word
from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.mark_cells import cell_value, mark_of_cell, signs_of
from wpl_desktop.ui.style import RING_WIDTH, rounded_box
from wpl_desktop.ui.widgets.level_row import LevelPicker
from wpl_desktop.ui.widgets.level_square import SMALL, paint_level_square

# With the hairline below: 36, and 38 for the open row.
ROW_HEIGHT: Final = 35
OPEN_ROW_HEIGHT: Final = 37
_LEFT: Final = 16
_RIGHT: Final = 12
_CODE: Final = 28
_NAME: Final = 228
_MOST_NAME: Final = 256
_NAME_GAP: Final = 8
_LEAST_WORD: Final = 84
_LEAST_COMMENT: Final = 64
_MOST_WORD: Final = 128
_GAP: Final = 16
_SMALL_GAP: Final = 8
_ARROW: Final = 18
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, kw_only=True)
class NameWidths:
    """How wide the column of names is in every row of a sheet, in pixels: at least, and with room enough."""

    least: int
    wanted: int


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Left edge and width of each column of a row, in pixels; a width of 0 hides the column."""

    code: tuple[int, int]
    name: tuple[int, int]
    picker: tuple[int, int]
    word: tuple[int, int]
    comment: tuple[int, int]
    last: tuple[int, int]
    arrow: tuple[int, int]


def name_widths(names: Sequence[str]) -> NameWidths:
    """The width of the longest single word, and of the longest name that may stand on one line."""
    metrics = QFontMetrics(theme.font("strong"))

    def widths(texts: Sequence[str]) -> list[int]:
        return [metrics.horizontalAdvance(text) + theme.scaled(_NAME_GAP) + 1 for text in texts]

    words = [word for name in names for word in name.split()]
    lines = [width for width in widths(names) if width <= theme.scaled(_MOST_NAME)]
    return NameWidths(least=max(widths(words), default=0), wanted=max([theme.scaled(_NAME), *lines]))


def row_columns(
    width: int, *, name: NameWidths, picker: int, word: int, last: int, measure: float = 1.0
) -> Columns:
    """Divide the width of a row; when it is narrow the comment goes first, then the last round, then words wrap.

    Args:
        width: of the whole row.
        name: the least and the preferred width of the name.
        picker: width of the level buttons.
        word: width of the level's word.
        last: width of the last round's mark; 0 in a first round.
        measure: the reader's text size, 1.0 for 14 px.
    """

    def sized(pixels: int) -> int:
        return round(pixels * measure)

    fixed = sized(_LEFT) + sized(_CODE) + sized(_GAP) + sized(_ARROW) + sized(_RIGHT) + picker
    room = width - fixed - word
    for smaller in (last, sized(SMALL), 0):
        # First the words beside the last mark go, then the mark itself.
        last = min(last, smaller)
        if room - last - sized(_SMALL_GAP) >= name.least:
            break
    room -= last + sized(_SMALL_GAP)
    if room < name.least:
        shorter = max(word + room - name.least, sized(_LEAST_WORD))
        room += word - shorter
        word = shorter
    room = max(room, name.least)
    names = min(name.wanted, room)
    comment = room - names - sized(_GAP)
    if comment < sized(_LEAST_COMMENT):
        # Without a comment its room goes to the name, so that the right edge stays where it is.
        comment, names = 0, room
    left = sized(_LEFT)
    code_column = (left, sized(_CODE))
    left += sized(_CODE)
    name_column = (left, names)
    left += names
    picker_column = (left, picker)
    left += picker + sized(_SMALL_GAP)
    word_column = (left, word)
    left += word + sized(_GAP) // 2
    arrow_column = (width - sized(_RIGHT) - sized(_ARROW), sized(_ARROW))
    last_column = (arrow_column[0] - sized(_SMALL_GAP) - last, last)
    return Columns(
        code=code_column,
        name=name_column,
        picker=picker_column,
        word=word_column,
        comment=(left, comment),
        last=last_column,
        arrow=arrow_column,
    )


class ScoreRow(QWidget):
    """Number, name, level buttons, word, first words of the comment and last round's mark of one criterion."""

    head_clicked = Signal()
    picked = Signal(Mark)

    def __init__(self, parent: QWidget | None = None) -> None:
        """A row without a criterion; call `set_criterion` first."""
        super().__init__(parent)
        self._code = ""
        self._name = ""
        self._name_widths = NameWidths(least=0, wanted=0)
        self._level_names: tuple[str, ...] = ()
        self._strand = Strand.STUDENT_PART
        self._word_width = 0
        self._score = ScoreView()
        self._last_label = ""
        self._open = False
        self._locked = False
        self._heights: dict[tuple[int, str, bool], int] = {}
        self.picker = self._new_picker()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_criterion(
        self, *, code: str, name: str, level_names: Sequence[str], strand: Strand, name_widths: NameWidths
    ) -> None:
        """Become the row of a criterion on a strand; a score follows with `set_score`.

        Args:
            code: the criterion's short name, `C2`.
            name: the criterion's name in the language of the window.
            level_names: the word of each level, lowest first.
            strand: decides which signs there are besides the levels.
            name_widths: of the column of names, the same for every row of a sheet.
        """
        self._code, self._name, self._name_widths = code, name, name_widths
        self._level_names, self._strand = tuple(level_names), strand
        marks = (NOT_YET_SCORED, NOT_OBSERVED, NO_OPPORTUNITY)
        words = [*level_names, *(mark_word(mark, (), translate) for mark in marks)]
        widest = max(map(QFontMetrics(theme.font("secondary")).horizontalAdvance, words))
        self._word_width = min(widest + 2, theme.scaled(_MOST_WORD))
        old = self.picker
        self.picker = self._new_picker()
        if old.hasFocus():
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        old.deleteLater()
        self.setAccessibleName(f"{code} {name}")
        self._heights.clear()
        self._place_picker()
        self.updateGeometry()

    def set_score(self, score: ScoreView, *, last_label: str) -> None:
        """Show a score; `last_label` says which round the last mark is from, empty without one."""
        self._score = score
        if last_label != self._last_label:
            self._last_label = last_label
            self._heights.clear()
            self._place_picker()
        self.picker.set_value(cell_value(score.mark))
        self.setAccessibleDescription(self.word())
        self.update()

    def score(self) -> ScoreView:
        """The score shown."""
        return self._score

    def word(self) -> str:
        """The word beside the mark: the level's, that of a sign, or *still open*."""
        return mark_word(self._score.mark, self._level_names, translate)

    def is_open(self) -> bool:
        """Whether the body stands below this row."""
        return self._open

    def set_open(self, is_open: bool) -> None:
        """Show the row as the head of the open body, or as closed."""
        if is_open != self._open:
            self._open = is_open
            self.updateGeometry()
            self.update()

    def set_locked(self, locked: bool) -> None:
        """Make the marks read-only; the row itself then takes the keyboard, so that it can still be read."""
        self._locked = locked
        self.picker.setEnabled(not locked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if locked else Qt.FocusPolicy.NoFocus)

    def keyboard_target(self) -> QWidget:
        """What has the focus when this row has it."""
        return self if self._locked else self.picker

    def columns(self) -> Columns:
        """Where the columns are at the present width."""
        return self._columns(self.width())

    # Events

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        key = (width, self.word(), self._open)
        if key not in self._heights:
            self._heights[key] = self._measure_height(width)
        return self._heights[key]

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(918), self.heightForWidth(theme.scaled(918)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(320), theme.scaled(ROW_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_picker()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.head_clicked.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        columns = self.columns()
        painter = QPainter(self)
        if self._open:
            painter.fillRect(self.rect(), tokens.soft)
        elif self.underMouse():
            painter.fillRect(self.rect(), tokens.hover)
        painter.setFont(theme.font("secondary_strong"))
        painter.setPen(tokens.on_soft if self._open else tokens.muted)
        painter.drawText(self._box(columns.code), Qt.AlignmentFlag.AlignVCenter, self._code)
        painter.setFont(theme.font("strong" if self._open else "button"))
        painter.setPen(tokens.text)
        painter.drawText(self._box((columns.name[0], self._name_room(columns))), _WRAPPED, self._name)
        painter.setFont(theme.font("secondary"))
        scored = self._score.mark.kind is not MarkKind.NOT_YET_SCORED
        painter.setPen(tokens.text if scored else tokens.muted)
        painter.drawText(self._box(columns.word), _WRAPPED, self.word())
        if columns.comment[1] and not self._open:
            self._paint_comment(painter, columns)
        if columns.last[1]:
            self._paint_last(painter, columns)
        arrow = QRectF(columns.arrow[0], (self.height() - columns.arrow[1]) / 2, *(2 * [columns.arrow[1]]))
        icons.paint(painter, "chevron-up" if self._open else "chevron-down", rect=arrow, color=tokens.muted)
        if self.hasFocus():
            rounded_box(painter, self.rect(), fill=None, line=tokens.accent, width=RING_WIDTH, radius=4)
        painter.end()

    # Internals

    def _new_picker(self) -> LevelPicker:
        picker = LevelPicker(
            self._level_names, extras=signs_of(self._strand), name=f"{self._code} {self._name}", parent=self
        )
        picker.picked.connect(self._on_picked)
        picker.setEnabled(not self._locked)
        picker.show()
        return picker

    def _place_picker(self) -> None:
        left, width = self.columns().picker
        height = min(self.height(), self.picker.sizeHint().height())
        self.picker.setGeometry(left, (self.height() - height) // 2, width, height)

    def _measure_height(self, width: int) -> int:
        columns = self._columns(width)
        name = QFontMetrics(theme.font("strong")).boundingRect(
            QRect(0, 0, self._name_room(columns), 1000), _WRAPPED, self._name
        )
        word = QFontMetrics(theme.font("secondary")).boundingRect(
            QRect(0, 0, columns.word[1], 1000), _WRAPPED, self.word()
        )
        least = theme.scaled(OPEN_ROW_HEIGHT if self._open else ROW_HEIGHT)
        return max(least, name.height() + theme.scaled(2), word.height() + theme.scaled(2))

    def _columns(self, width: int) -> Columns:
        last = 0
        if self._last_label:
            words = QFontMetrics(theme.font("label")).horizontalAdvance(self._last_label)
            last = theme.scaled(SMALL + _SMALL_GAP) + words + 2
        return row_columns(
            width,
            name=self._name_widths,
            picker=self.picker.sizeHint().width(),
            word=self._word_width,
            last=last,
            measure=theme.scaled(1000) / 1000,
        )

    def _name_room(self, columns: Columns) -> int:
        return columns.name[1] - theme.scaled(_NAME_GAP)

    def _box(self, column: tuple[int, int]) -> QRect:
        return QRect(column[0], 0, column[1], self.height())

    def _paint_comment(self, painter: QPainter, columns: Columns) -> None:
        words = " ".join(self._score.comment.split())
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, columns.comment[1])
        painter.setPen(theme.tokens().muted)
        painter.drawText(self._box(columns.comment), Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_last(self, painter: QPainter, columns: Columns) -> None:
        sign = mark_sign(self._score.last)
        if not sign:
            return
        side = theme.scaled(SMALL)
        left = columns.last[0]
        square = QRectF(left, (self.height() - side) / 2, side, side)
        paint_level_square(painter, rect=square, value=sign, count=len(self._level_names), outlined=True)
        if columns.last[1] <= side:
            return
        painter.setFont(theme.font("label"))
        painter.setPen(theme.tokens().muted)
        text_left = left + side + theme.scaled(_SMALL_GAP)
        text = QRect(text_left, 0, columns.arrow[0] - text_left, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._last_label)

    def _on_picked(self, value: object) -> None:
        self.picked.emit(mark_of_cell(value))
