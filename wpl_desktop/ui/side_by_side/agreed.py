"""The block *Together*: what the parties agree on one criterion; never filled in by the program (R6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Mark, MarkKind, Perspective, levels_of
from wpl_desktop.services.side_by_side import AgreedValues, CriterionSideBySide
from wpl_desktop.ui import theme
from wpl_desktop.ui.mark_cells import cell_value, mark_of_cell, signs_of
from wpl_desktop.ui.side_by_side.detail import PADDING, RESERVED
from wpl_desktop.ui.side_by_side.switch import AgreedPicker, AgreeSwitch
from wpl_desktop.ui.side_by_side.words import agreed_words
from wpl_desktop.ui.style import RADIUS, rounded_box
from wpl_desktop.ui.widgets.buttons import Button, plain_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.shapes import ShapeMark
from wpl_desktop.ui.widgets.text_area import TextArea

_LABEL: Final = 104


class AgreedBlock(QWidget):
    """Takes the choice and its words; knows nothing of saving."""

    mark_picked = Signal(object)
    difference_pressed = Signal()
    typed = Signal()
    left = Signal()
    theirs_wanted = Signal()
    mine_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self._labels: tuple[str, ...] = ()
        self._shape: object = None
        self._criterion: CriterionSideBySide | None = None
        self._title = Label(self.tr("Together"), role="section", wrap=False)
        self.switch = AgreeSwitch()
        # One cell until the first criterion says how many levels there are.
        self.picker = AgreedPicker(("",), name=self.tr("Agreed level"))
        self.difference = Button(self.tr("difference stands"), icon="swap")
        self.positions = TextArea(name=self.tr("In words"), least_lines=2, most_lines=5)
        self.reason = TextArea(
            name=self.tr("Reason"), placeholder=self.tr("What made you agree on this?"), most_lines=3
        )
        self._words_label = Label(self.tr("In words"), role="secondary", tone="muted")
        self._reason_label = Label(self.tr("Reason"), role="secondary", tone="muted")
        self._words_asked = MessageLine()
        self._reason_asked = MessageLine()
        self._final = Label(
            self.tr("This round is final: you can read it, not change it."), role="secondary", tone="muted"
        )
        self._collision = Hint("", icon="warning")
        self.take_theirs = plain_button(self.tr("Take what is there"))
        self.keep_mine = plain_button(self.tr("Keep my text"))
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices, gap=theme.scaled(6), line_gap=theme.scaled(8))
        self._reason_row = QWidget()
        self._words_row = QWidget()
        self._collision_row = QWidget()
        self._assemble()
        self._connect()

    def show_criterion(
        self,
        criterion: CriterionSideBySide,
        *,
        labels: Sequence[str],
        strand: Strand,
        perspectives: Sequence[Perspective],
        values: AgreedValues,
    ) -> None:
        """Show a criterion; nobody's undo reaches into the words of another one."""
        self._criterion = criterion
        self._labels = tuple(labels)
        self.switch.set_perspectives(perspectives)
        # – and × are offered where somebody had no level to give.
        with_signs = any(mark.level is None for mark in (*criterion.marks, values.mark)) and (
            len(levels_of(criterion.marks)) < len(criterion.marks)
            or values.mark.kind in {MarkKind.NOT_OBSERVED, MarkKind.NO_OPPORTUNITY}
        )
        self._make_picker(strand, with_signs=with_signs)
        self._loading = True
        self.positions.set_text(values.positions)
        self.reason.set_text(values.reason)
        self.positions.document().clearUndoRedoStacks()
        self.reason.document().clearUndoRedoStacks()
        self._loading = False

    def show_values(
        self,
        values: AgreedValues,
        *,
        asks_reason: bool,
        waits: bool,
        locked: bool,
        theirs: AgreedValues | None,
    ) -> None:
        """Show what was agreed. `asks_reason`: the level lies outside the range; `waits`: it is not kept yet (R6)."""
        criterion = self._criterion
        if criterion is None:
            return
        self._loading = True
        self.positions.set_text(values.positions)
        self.reason.set_text(values.reason)
        self._loading = False
        level = values.mark.level
        levels = {one: voice.said.mark.level for one, voice in criterion.voices.items()}
        self.switch.show_state(
            usable=[one for one, given in levels.items() if given is not None],
            marked=[one for one, given in levels.items() if given is not None and given == level],
            locked=locked,
        )
        self.picker.set_value(cell_value(values.mark))
        self.picker.setEnabled(not locked)
        self.difference.setAccessibleDescription(self.tr("chosen") if values.difference_stands else "")
        self.difference.set_kind("primary" if values.difference_stands else "plain")
        self.difference.setEnabled(not locked)
        self.renew(criterion)
        self._show_words(values, locked=locked)
        self._show_reason(values, asks=asks_reason, waits=waits, locked=locked)
        self._show_collision(theirs)
        self._final.setVisible(locked)

    def renew(self, criterion: CriterionSideBySide) -> None:
        """Show again whether what is agreed stands under reservation (R8)."""
        self._criterion = criterion
        title = self.tr("Together")
        self._title.setText(f"{title}{RESERVED}" if criterion.agreed_reserved else title)

    def is_reserved(self) -> bool:
        """Whether what is agreed carries the mark of R8."""
        return self._title.text().endswith(RESERVED)

    def offers(self, mark: Mark) -> bool:
        """Whether a mark can be chosen here."""
        values = [self.picker.cell_name(number).split()[0] for number in range(self.picker.cell_count())]
        sign = {MarkKind.NOT_OBSERVED: "–", MarkKind.NO_OPPORTUNITY: "×"}.get(mark.kind, str(mark.level))
        return self.picker.isEnabled() and sign in values

    def message(self) -> str:
        """What is asked for now: words or a reason; empty when nothing is."""
        asked = (self._words_asked, self._reason_asked)
        return " ".join(line.text() for line in asked if line.isVisibleTo(self) and line.text())

    def ask_for_words(self) -> None:
        """After a choice: words that it needs (R6) get the keyboard, and where the page scrolls it is in sight."""
        if any(line.isVisible() and line.text() for line in (self._words_asked, self._reason_asked)):
            # So that no letter of them is taken for a command.
            self.words_to_write().setFocus(Qt.FocusReason.TabFocusReason)
        self._come_into_view()

    def words_to_write(self) -> TextArea:
        """Where to write: the reason while it is asked for and empty, else what was said about it."""
        asked = self.reason.isVisible() and not self.reason.text().strip()
        return self.reason if asked else self.positions

    def _come_into_view(self) -> None:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self, 0, 0)
            above = above.parentWidget()

    def collision_text(self) -> str:
        """What somebody else made of it meanwhile; empty when nobody did."""
        return "" if self._collision_row.isHidden() else self._collision.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setClipRect(self.rect())
        # The lower corners are those of the card.
        rounded_box(painter, self.rect().adjusted(0, -2 * RADIUS, 0, 0), fill=tokens.soft, line=None)
        painter.fillRect(0, 0, self.width(), 1, tokens.line)
        painter.end()

    # Internals

    def _assemble(self) -> None:
        for area in (self.positions, self.reason):
            area.setFont(theme.font("trialogue"))
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, theme.scaled(4), 0, 0)
        row.setSpacing(theme.scaled(4))
        row.addWidget(ShapeMark("diamond", size=16))
        row.addWidget(self._title, 1)
        first = self._line(together, self._choices)
        self._flow.addWidget(self.switch)
        self._flow.addWidget(self.picker)
        self._flow.addWidget(self.difference)
        words = QVBoxLayout()
        words.setSpacing(theme.scaled(4))
        words.addWidget(self.positions)
        words.addWidget(self._words_asked)
        reason = QVBoxLayout()
        reason.setSpacing(theme.scaled(4))
        reason.addWidget(self.reason)
        reason.addWidget(self._reason_asked)
        self._reason_row.setLayout(self._line(self._reason_label, reason))
        self._words_row.setLayout(self._line(self._words_label, words))
        collision = QVBoxLayout(self._collision_row)
        collision.setContentsMargins(0, 0, 0, 0)
        collision.setSpacing(theme.scaled(8))
        collision.addWidget(self._collision)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=theme.scaled(12), line_gap=theme.scaled(8))
        flow.addWidget(self.keep_mine)
        flow.addWidget(self.take_theirs)
        collision.addWidget(buttons)
        side, down = theme.scaled(PADDING), theme.scaled(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, down, side, down)
        column.setSpacing(theme.scaled(8))
        column.addLayout(first)
        column.addWidget(self._reason_row)
        column.addWidget(self._words_row)
        column.addWidget(self._collision_row)
        column.addWidget(self._final)

    def _line(self, label: QWidget, content: QWidget | QVBoxLayout) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.scaled(12))
        label.setFixedWidth(theme.scaled(_LABEL))
        if isinstance(label, Label):
            label.setContentsMargins(0, theme.scaled(8), 0, 0)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(content, QWidget):
            line.addWidget(content, 1)
        else:
            line.addLayout(content, 1)
        return line

    def _connect(self) -> None:
        self.switch.pressed_for.connect(self._on_pressed_for)
        self.picker.picked.connect(self._on_picked)
        self.difference.clicked.connect(self.difference_pressed)
        self.positions.textChanged.connect(self._on_typed)
        self.reason.textChanged.connect(self._on_typed)
        self.take_theirs.clicked.connect(self.theirs_wanted)
        self.keep_mine.clicked.connect(self.mine_wanted)

    def _make_picker(self, strand: Strand, *, with_signs: bool) -> None:
        shape = (self._labels, strand, with_signs)
        if shape == self._shape:
            return
        self._shape = shape
        old = self.picker
        self.picker = AgreedPicker(
            self._labels, extras=signs_of(strand) if with_signs else (), name=self.tr("Agreed level")
        )
        self.picker.picked.connect(self._on_picked)
        self._flow.removeWidget(self.difference)
        self._flow.removeWidget(old)
        self._flow.addWidget(self.picker)
        self._flow.addWidget(self.difference)
        had_focus = old.hasFocus()
        old.hide()
        old.deleteLater()
        self.picker.show()
        before: QWidget = self.switch
        for stop in (*self.switch.segments(), self.picker, self.difference, self.reason, self.positions):
            QWidget.setTabOrder(before, stop)
            before = stop
        if had_focus:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self, values: AgreedValues, *, locked: bool) -> None:
        stands = values.difference_stands
        # A field that asks for something and cannot be typed in would only puzzle.
        self._words_row.setVisible(not locked or bool(values.positions.strip()))
        self.positions.setReadOnly(locked)
        self.positions.setPlaceholderText(
            self.tr("Where each of you stands, and when you look again")
            if stands
            else self.tr("If you like: what you said about it")
        )
        asked = stands and not values.positions.strip() and not locked
        self._words_asked.set_text(
            self.tr("Write down both positions; until then this is not discussed yet.") if asked else ""
        )
        self._words_asked.setVisible(asked)

    def _show_reason(self, values: AgreedValues, *, asks: bool, waits: bool, locked: bool) -> None:
        self._reason_row.setVisible(asks)
        self.reason.setReadOnly(locked)
        levels = levels_of(self._criterion.marks) if self._criterion is not None else []
        text = ""
        if waits and values.mark != NOT_YET_SCORED:
            agreed = agreed_words(values, self._labels)
            text = self.tr("{agreed} is not kept yet: nobody gave a level. Write down why.").format(
                agreed=agreed
            )
            if levels:
                text = self.tr(
                    "{agreed} is not kept yet: it lies outside what was given ({given}). Write down why."
                ).format(agreed=agreed, given=_range(levels))
        self._reason_asked.set_text(text)
        self._reason_asked.setVisible(bool(text))

    def _show_collision(self, theirs: AgreedValues | None) -> None:
        self._collision_row.setVisible(theirs is not None)
        if theirs is None:
            return
        parts = [agreed_words(theirs, self._labels), theirs.positions.strip(), theirs.reason.strip()]
        there = " · ".join(part for part in parts if part) or self.tr("nothing")
        self._collision.set_text(
            self.tr("This was changed elsewhere and nothing was overwritten. There now: {there}").format(
                there=there
            )
        )

    def _on_pressed_for(self, perspective: Perspective) -> None:
        if self._criterion is None:
            return
        mark = self._criterion.voices[perspective].said.mark
        # A second press lets go, as on the level itself.
        self.mark_picked.emit(NOT_YET_SCORED if self.picker.value == mark.level else mark)

    def _on_picked(self, value: object) -> None:
        self.mark_picked.emit(mark_of_cell(value))

    def _on_typed(self) -> None:
        if not self._loading:
            self.typed.emit()


def _range(levels: Sequence[int]) -> str:
    lowest, highest = min(levels), max(levels)
    return str(lowest) if lowest == highest else f"{lowest}–{highest}"
