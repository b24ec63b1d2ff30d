"""Who takes part in a round: how far each sheet is, how it came in, and the ways to fill it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.words import capital
from wpl_desktop.services.round_steps import RoundStepsView, SheetStep
from wpl_desktop.texts import strand_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.rounds.round_content import StepAction, sheet_actions, warns_not_blind
from wpl_desktop.ui.rounds.round_step_row import Act, StepPart, action_button, actions_row, menu_button
from wpl_desktop.ui.rounds.round_words import came_in_words, state_words, voice
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, muted_label, small_heading
from wpl_desktop.ui.widgets.shapes import ShapeMark

#: Under this width the buttons stand below both parts of a sheet.
COLUMNS_FROM: Final = 860
#: Under this width even the parts do not fit beside the name.
_PARTS_FROM: Final = 560
_WHO: Final = 136
_PART: Final = 208
_WIDEST: Final = 16_777_215
_SHAPE: Final = 12
#: From so many ways to fill in a sheet on, one stands open and the others in a menu.
_MENU_FROM: Final = 3


class SheetLines(StepPart):
    """One line for each who takes part; nothing of what stands in a sheet (R5)."""

    def __init__(self, view: RoundStepsView, *, act: Act, joint: bool = False) -> None:
        super().__init__()
        self._heading = _Heading()
        self.lines = [
            SheetLine(view, one, act=act, actions=sheet_actions(view, one, joint=joint))
            for one in view.perspectives
        ]
        self.warning = QWidget()
        self._assemble()
        self.warning.setVisible(warns_not_blind(view) and not joint)

    def set_room(self, width: int) -> None:
        """Both parts beside each other under their headings, or below."""
        has_columns = width >= theme.scaled(_PARTS_FROM)
        self._heading.setVisible(has_columns)
        for line in self.lines:
            line.set_room(columns=has_columns, beside=width >= theme.scaled(COLUMNS_FROM))

    def _assemble(self) -> None:
        row = QHBoxLayout(self.warning)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(8))
        row.addWidget(IconMark("info", size=16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(muted_label(not_blind_words()), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(12))
        column.addWidget(self._heading)
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.warning)


def not_blind_words() -> str:
    """What happens when somebody else's sheet is typed in before the own one is ready (R5)."""
    return QCoreApplication.translate(
        "SheetLines",
        "Your own sheet is not ready yet. A sheet that you type in for somebody else now gets the words “not blind”.",
    )


def _set_width(widget: QWidget, width: int | None) -> None:
    """One width, or as wide as there is room."""
    widget.setMinimumWidth(width or 0)
    widget.setMaximumWidth(width or _WIDEST)


class SheetLine(QWidget):
    """The line of one perspective: shape, word and name, both parts, and what can be done."""

    def __init__(
        self, view: RoundStepsView, perspective: Perspective, *, act: Act, actions: Sequence[StepAction]
    ) -> None:
        super().__init__()
        self.perspective = perspective
        self._who = QWidget()
        self.parts = [_Part(view.sheet(perspective, strand)) for strand in Strand]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        name = view.people.get(perspective, "")
        about = name or voice(perspective)
        explained = not_blind_words() if warns_not_blind(view) else ""
        shown = actions if len(actions) < _MENU_FROM else actions[:1]
        buttons = [action_button(action, act) for action in shown]
        for button in buttons:
            button.setAccessibleName(f"{button.text()}, {about}")
        if len(actions) >= _MENU_FROM:
            text = QCoreApplication.translate("SheetLines", "Type in")
            buttons.append(menu_button(text, actions[1:], act=act, about=about, explained=explained))
        self.buttons = buttons
        self._actions = actions_row(buttons)
        self._assemble(name)

    def set_room(self, *, columns: bool, beside: bool) -> None:
        """Both parts in `columns` after the name, and the buttons `beside` them; or below each other."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._said.setDirection(directions.LeftToRight if columns else directions.TopToBottom)
        self._row.setSpacing(theme.scaled(16 if beside else 6))
        self._said.setSpacing(theme.scaled(16 if columns else 6))
        _set_width(self._who, theme.scaled(_WHO) if columns else None)
        for part in self.parts:
            part.heading.setVisible(not columns)
            _set_width(part, theme.scaled(_PART) if columns else None)

    def _assemble(self, name: str) -> None:
        mark = QWidget()
        beside = QVBoxLayout(mark)
        beside.setContentsMargins(0, theme.scaled(4), 0, 0)
        beside.addWidget(ShapeMark(SHAPES[self.perspective], size=theme.scaled(_SHAPE)))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(capital(voice(self.perspective)), role="strong"))
        if name:
            texts.addWidget(muted_label(name))
        who = QHBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(theme.scaled(10))
        who.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(texts, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._said.addWidget(self._who, 0, Qt.AlignmentFlag.AlignTop)
        for part in self.parts:
            self._said.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._said.addStretch(1)
        self._row.addLayout(self._said, 1)
        self._row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        self._actions.setVisible(bool(self.buttons))


class _Heading(QWidget):
    """The names of both parts above the lines."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(16))
        before = QWidget()
        before.setFixedWidth(theme.scaled(_WHO))
        row.addWidget(before)
        for strand in Strand:
            name = small_heading(strand_name(strand, translate, words()))
            name.setFixedWidth(theme.scaled(_PART))
            row.addWidget(name)
        row.addStretch(1)


class _Part(QWidget):
    """How far one part of a sheet is, and how it came in."""

    def __init__(self, sheet: SheetStep) -> None:
        super().__init__()
        self.heading = small_heading(strand_name(sheet.strand, translate, words()))
        self.state = Label(state_words(sheet), tone="text" if sheet.ready else "muted")
        self.came_in = muted_label(came_in_words(sheet))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.heading, self.state, self.came_in):
            column.addWidget(label)
        self.came_in.setVisible(bool(self.came_in.text()))
