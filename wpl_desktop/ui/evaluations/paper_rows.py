"""The rows of a paper sheet in the paper's order: tick, line of evidence, line of what is needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Mark, Perspective, Source
from wpl_desktop.services.sheets import CriterionView, ScoreView
from wpl_desktop.texts import source_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, translate
from wpl_desktop.ui.mark_cells import AZERTY_DIGITS, cell_value, mark_of_cell, signs_of
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.labels import Label, small_heading
from wpl_desktop.ui.widgets.level_row import LevelPicker

_CODE: Final = 28
_NAME: Final = 204
_SOURCE: Final = 128
_SIDE: Final = 12
_GAP: Final = 10
_ROW_GAP: Final = 2
#: Narrower than this the lines stand below the ticks.
_BESIDE_FROM: Final = 840


def line_names(strand: Strand, perspective: Perspective) -> tuple[str, ...]:
    """What is printed above the lines: one on the workplace's part, two on the student's."""
    if strand is Strand.WORKPLACE_PART:
        return (translate("PaperRow", "This helps, or this I miss"),)
    evidence = translate("PaperRow", "Evidence: how can you tell?")
    if perspective is Perspective.STUDENT:
        return (evidence, translate("PaperRow", "What do I need?"))
    return (evidence, translate("PaperRow", "Comment"))


class PaperRow(QWidget):
    """One criterion; a tick goes on to the next place of the paper, Enter too."""

    picked = Signal(Mark)
    typed = Signal()
    source_chosen = Signal()
    left = Signal()
    #: To the row before (-1) or the next one (1).
    step_requested = Signal(int)

    def __init__(
        self,
        criterion: CriterionView,
        *,
        strand: Strand,
        perspective: Perspective,
        level_names: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name = f"{criterion.code} {chosen(criterion.name)}"
        self.criterion = criterion
        self._strand = strand
        self._perspective = perspective
        self._loading = False
        self._code = Label(criterion.code, role="secondary_strong", tone="muted", wrap=False)
        self._name = Label(chosen(criterion.name), role="button")
        self.picker = LevelPicker(level_names, extras=signs_of(strand), name=name)
        self.lines = tuple(self._line(name, place) for place in line_names(strand, perspective))
        self.source: QComboBox | None = None
        self._source_kept: QComboBox | None = None
        self._beside = QHBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._assemble()
        self._show_source()
        self.picker.picked.connect(self._on_picked)
        self.setAccessibleName(name)

    def set_perspective(self, perspective: Perspective) -> None:
        """Become the row of somebody else's paper; what stands in it is for `set_score`."""
        if perspective is self._perspective:
            return
        self._perspective = perspective
        for line, place in zip(self.lines, line_names(self._strand, perspective), strict=True):
            line.setAccessibleName(f"{self.accessibleName()}, {place}")
            line.setPlaceholderText(place)
        self._show_source()

    def forget_typing(self) -> None:
        """Another paper: Ctrl+Z in a line may not bring back what was typed for somebody else."""
        self._loading = True
        for line in self.lines:
            # Also with the same text this empties the history of the line.
            line.setText("")
        self._loading = False

    def set_score(self, score: ScoreView) -> None:
        """Show what is kept or typed, without touching a text that is the same."""
        self._loading = True
        self.picker.set_value(cell_value(score.mark))
        for line, text in zip(self.lines, self._texts_of(score), strict=True):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        if self.source is not None:
            self.source.setCurrentIndex(max(self.source.findData(score.source), 0))
        self._loading = False

    def set_locked(self, locked: bool) -> None:
        """Make the row read-only; texts can still be selected."""
        self.picker.setEnabled(not locked)
        for line, place in zip(self.lines, line_names(self._strand, self._perspective), strict=True):
            line.setReadOnly(locked)
            # Nothing is asked where nothing can be typed.
            line.setPlaceholderText("" if locked else place)
        if self.source is not None:
            self.source.setEnabled(not locked)

    def mark(self) -> Mark:
        """The tick that stands there."""
        value = self.picker.value
        return NOT_YET_SCORED if value is None else mark_of_cell(value)

    def evidence(self) -> str:
        """The line of evidence; there is none on the workplace's part."""
        return self.lines[0].text() if len(self.lines) > 1 else ""

    def comment(self) -> str:
        """The last line: what is needed, or what helps."""
        return self.lines[-1].text()

    def chosen_source(self) -> Source | None:
        """How the institute knows, if that was ticked."""
        return self.source.currentData() if self.source is not None else None

    def editors(self) -> tuple[QWidget, ...]:
        """Where the keyboard goes in this row, in the paper's order."""
        source = () if self.source is None else (self.source,)
        return (self.picker, *self.lines, *source)

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            if isinstance(watched, QLineEdit):
                # In a narrow line one reads the beginning, not the end.
                watched.setCursorPosition(0)
            self.left.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    # Slots

    def _on_picked(self, value: object) -> None:
        self.picked.emit(NOT_YET_SCORED if value is None else mark_of_cell(value))

    def _on_edited(self) -> None:
        if not self._loading:
            self.typed.emit()

    def _on_source(self) -> None:
        if not self._loading:
            self.source_chosen.emit()

    # Internals

    def _assemble(self) -> None:
        self._code.setFixedWidth(theme.scaled(_CODE))
        self._name.setFixedWidth(theme.scaled(_NAME))
        self._name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        tick = QHBoxLayout()
        tick.setSpacing(theme.scaled(4))
        tick.addWidget(self._code)
        tick.addWidget(self._name)
        tick.addWidget(self.picker)
        tick.addStretch(0)
        self._beside.setSpacing(theme.scaled(_GAP))
        for line in self.lines:
            self._beside.addWidget(line, 1)
        self._row.setContentsMargins(
            theme.scaled(_SIDE), theme.scaled(_ROW_GAP), theme.scaled(_SIDE), theme.scaled(_ROW_GAP)
        )
        self._row.setSpacing(theme.scaled(_GAP))
        self._row.addLayout(tick)
        self._row.addLayout(self._beside, 1)
        for widget in self.editors():
            widget.installEventFilter(self)

    def _show_source(self) -> None:
        """Only the institute says how it knows, and only on the student's part."""
        wanted = self._perspective is Perspective.INSTITUTE and self._strand is Strand.STUDENT_PART
        if wanted and self._source_kept is None:
            self._source_kept = self._source_box(f"{self.criterion.code} {chosen(self.criterion.name)}")
            self._source_kept.setFixedWidth(theme.scaled(_SOURCE))
            self._source_kept.installEventFilter(self)
            self._beside.addWidget(self._source_kept)
        self.source = self._source_kept if wanted else None
        if self._source_kept is not None:
            self._source_kept.setVisible(wanted)

    def _arrange(self, width: int) -> None:
        beside = width >= theme.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._row.setSpacing(theme.scaled(_GAP if beside else 4))

    def _line(self, name: str, place: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(f"{name}, {place}")
        line.setPlaceholderText(place)
        line.setMinimumWidth(theme.scaled(96))
        line.textChanged.connect(self._on_edited)
        return line

    def _source_box(self, name: str) -> QComboBox:
        box = QComboBox()
        word = self.tr("source")
        box.setAccessibleName(f"{name}, {word}")
        box.addItem(word, None)
        for source in Source:
            box.addItem(source_name(source, translate), source)
        box.currentIndexChanged.connect(self._on_source)
        return box

    def _texts_of(self, score: ScoreView) -> tuple[str, ...]:
        return (score.evidence, score.comment) if len(self.lines) > 1 else (score.comment,)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Enter goes on as Tab does; a tick goes on by itself; ↑ and ↓ go to the row above and below."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and watched is not self.source:
            self.step_requested.emit(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on(watched)
            return True
        if watched is self.picker and self.picker.isEnabled():
            return self._on_tick(event)
        return False

    def _on_tick(self, event: QKeyEvent) -> bool:
        """A digit or sign ticks and goes on; a Belgian keyboard needs no Shift for its digits."""
        level = AZERTY_DIGITS.get(event.text())
        if level is not None and level <= self.picker.count():
            self.picker.pick(level)
        elif event.text().lower() in self._keys():
            self.picker.keyPressEvent(event)
        else:
            return False
        self.lines[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _keys(self) -> set[str]:
        signs = {cell.key for cell in signs_of(self._strand)}
        return signs | {str(level) for level in range(1, self.picker.count() + 1)}

    def _go_on(self, watched: QObject) -> None:
        places = (self.picker, *self.lines)
        if watched in places[:-1]:
            following = places[places.index(watched) + 1]
            following.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.step_requested.emit(1)


class PaperBlock(QWidget):
    """One part of the sheet: its heading, the words above the lines, and a row for each criterion."""

    def __init__(self, heading: str, remark: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PaperRow] = []
        self._heading = small_heading(heading)
        self._heading.setWordWrap(False)
        self._remark = Label(remark, role="secondary", tone="muted")
        self._box = ListBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        top = QHBoxLayout()
        top.setSpacing(theme.scaled(12))
        top.addWidget(self._heading)
        top.addWidget(self._remark, 1)
        column.addLayout(top)
        column.addWidget(self._box)

    def set_rows(self, rows: Sequence[PaperRow]) -> None:
        """Show these rows, and let go of the ones before."""
        self._box.clear()
        self.rows = list(rows)
        for row in self.rows:
            self._box.add_row(row)

    def set_remark(self, text: str) -> None:
        """Change the words beside the heading."""
        self._remark.setText(text)

    def remark(self) -> str:
        """The words beside the heading."""
        return self._remark.text()


def legend_words(level_names: Sequence[str], *, strand: Strand) -> str:
    """What the ticks mean, as on the paper: `1 Not yet visible · 2 Developing …`."""
    levels = [f"{number} {name}" for number, name in enumerate(level_names, start=1)]
    signs = [f"{cell.sign} {cell.name}" for cell in signs_of(strand)]
    return " · ".join([*levels, *signs])
