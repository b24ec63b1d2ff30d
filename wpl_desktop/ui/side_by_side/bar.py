"""The bar below the trialogue: how many criteria were discussed, the keys, and the criteria before and after."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wpl_desktop.services.side_by_side import CriterionSideBySide
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.key_hint import KeyHints
from wpl_desktop.ui.widgets.labels import Label

_GAP: Final = 12


class TalkAgendaBar(ActionBar):
    """Count and paper at the left, keys in the middle while there is room, the two steps at the right."""

    step_requested = Signal(int)
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Label(role="section", wrap=False)
        self._word = Label(self.tr("discussed"), role="secondary", tone="muted", wrap=False)
        self._keys: list[KeyHints] = []
        self._shape: object = None
        self._print_name = self.tr("Print the trialogue sheet")
        self.print_button = Button(self._print_name, kind="quiet", icon="print", height=36)
        self.print_button.setAccessibleName(self._print_name)
        self.before = Button("", icon="chevron-left", height=36)
        self.after = Button("", kind="primary", icon="chevron-right", icon_at_end=True, height=36)
        self._steps: dict[int, CriterionSideBySide | None] = {-1: None, 1: None}
        self.left.addWidget(self._count)
        self.left.addWidget(self._word)
        self.left.addWidget(self.print_button)
        self.right.addWidget(self.before)
        self.right.addWidget(self.after)
        self.print_button.clicked.connect(self.print_requested)
        self.before.clicked.connect(lambda: self.step_requested.emit(-1))
        self.after.clicked.connect(lambda: self.step_requested.emit(1))

    def show_progress(self, *, done: int, total: int) -> None:
        """Say how many criteria were discussed."""
        self._count.setText(self.tr("{done} of {total}").format(done=done, total=total))
        self._arrange()

    def show_steps(self, before: CriterionSideBySide | None, after: CriterionSideBySide | None) -> None:
        """Which criteria stand before and after in the list; None at its ends."""
        self._steps = {-1: before, 1: after}
        for button, criterion, word in (
            (self.before, before, self.tr("Previous: {criterion}")),
            (self.after, after, self.tr("Next: {criterion}")),
        ):
            button.setVisible(criterion is not None)
            name = "" if criterion is None else _name(criterion)
            button.setAccessibleName(word.format(criterion=name))
        self._arrange()

    def show_keys(self, *, levels: int, letters: str, locked: bool) -> None:
        """Show the keys; `letters` agree with a perspective. What is final has only the list to go through."""
        shape = (levels, letters, locked)
        if shape == self._shape:
            return
        self._shape = shape
        for hints in self._keys:
            self.right.removeWidget(hints)
            hints.hide()
            hints.deleteLater()
        parts = [[("↑ ↓", self.tr("criterion"))]]
        if not locked:
            parts += [
                [(f"1 – {levels}", self.tr("together"))],
                [(letters, self.tr("agree with"))],
                [("d", self.tr("difference"))],
                [("Tab", self.tr("words"))],
            ]
        self._keys = [KeyHints(part) for part in parts]
        for number, hints in enumerate(self._keys):
            self.right.insertWidget(number, hints)
        self._arrange()

    def progress_text(self) -> str:
        """How far the talk is, in words."""
        return f"{self._count.text()} {self._word.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The count and the buttons always stay; first the keys make room, then the words on the buttons.
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        gap = theme.scaled(_GAP)
        free = self.width() - margins.left() - margins.right() - theme.scaled(24)
        free -= self._count.sizeHint().width() + self._word.sizeHint().width() + 3 * gap
        for whole_print, whole_steps in ((True, True), (False, True), (False, False)):
            self._name_print(whole=whole_print)
            self._name_steps(whole=whole_steps)
            taken = self.print_button.sizeHint().width() + self._steps_width()
            if taken <= free:
                break
        free -= taken
        for hints in self._keys:
            free -= hints.sizeHint().width() + gap
            hints.setVisible(free > 0)

    def _name_print(self, *, whole: bool) -> None:
        self.print_button.setText(self._print_name if whole else "")
        self.print_button.setToolTip("" if whole else self._print_name)

    def _name_steps(self, *, whole: bool) -> None:
        for button, criterion in ((self.before, self._steps[-1]), (self.after, self._steps[1])):
            if criterion is not None:
                name = _name(criterion)
                button.setText(name if whole else criterion.code)
                button.setToolTip("" if whole else name)

    def _steps_width(self) -> int:
        gap = theme.scaled(_GAP)
        return sum(
            button.sizeHint().width() + gap
            for button, criterion in ((self.before, self._steps[-1]), (self.after, self._steps[1]))
            if criterion is not None
        )


def _name(criterion: CriterionSideBySide) -> str:
    return f"{criterion.code} {chosen(criterion.name)}"
