"""The first run: four steps beside a panel that says what the program is; nothing is written before the last."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.answers import Answers
from wpl_desktop.ui.unlock.begin_step import BeginStep
from wpl_desktop.ui.unlock.parts import Inside, ScrolledArea
from wpl_desktop.ui.unlock.passphrase_step import PassphraseStep
from wpl_desktop.ui.unlock.school_step import SchoolStep
from wpl_desktop.ui.unlock.sheet_step import SheetStep
from wpl_desktop.ui.unlock.side_panel import SidePanel
from wpl_desktop.ui.unlock.step import Step
from wpl_desktop.ui.unlock.words import explained
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import muted_label

_FORM_WIDTH: Final = 830
_FOOT_HEIGHT: Final = 72
# Below this width the panel at the side gives its room to the form.
_LEAST_WIDTH_WITH_SIDE: Final = 1040
_LEAST_HEIGHT_WITH_SIDE: Final = 620


class FirstRun(QWidget):
    """Asks everything a profile needs; the window makes it."""

    finished = Signal(object)
    demo_requested = Signal()
    restore_requested = Signal()
    language_chosen = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        answers: Answers,
        *,
        today: date,
        can_go_back: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Start with what was typed before.

        Args:
            answers: filled in as one goes.
            today: the day on the recovery sheet.
            can_go_back: whether leaving leads back to the unlock window instead of out of the program.
        """
        super().__init__(parent)
        self._answers = answers
        self._can_go_back = can_go_back
        self._busy = False
        names = (
            self.tr("Begin"),
            self.tr("Your passphrase"),
            self.tr("Recovery sheet"),
            self.tr("You and your workplace"),
        )
        self._side = SidePanel(names)
        places = [
            self.tr("Step {number} of 4, about three minutes together").format(number=number)
            for number in range(1, len(names) + 1)
        ]
        self.begin = BeginStep(place=places[0])
        self.passphrase = PassphraseStep(place=places[1])
        self.sheet = SheetStep(place=places[2], today=today)
        self.school = SchoolStep(place=places[3])
        self._steps: tuple[Step, ...] = (self.begin, self.passphrase, self.sheet, self.school)
        self._stack = QStackedWidget()
        self._areas: list[ScrolledArea] = []
        self._rows: list[QHBoxLayout] = []
        self._trouble = MessageLine()
        self._note = muted_label("")
        self.back_button = Button("", height=40)
        self.next_button = Button("", kind="primary", height=40)
        self._assemble()
        self._connect()
        self._show(0)

    # What the window asks and tells

    def answers(self) -> Answers:
        """What is typed up to now."""
        self._steps[self._stack.currentIndex()].store(self._answers)
        return self._answers

    def focus_first(self) -> None:
        """Put the focus where the step starts."""
        self._steps[self._stack.currentIndex()].focus_first()

    def set_busy(self, busy: bool) -> None:
        """While the profile is made nothing can be changed."""
        self._busy = busy
        self._stack.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self.next_button.setEnabled(not busy)
        self._trouble.hide()
        if busy:
            self.next_button.setText(self.tr("One moment…"))
        else:
            self._show_buttons()

    def show_error(self, error: DomainError) -> None:
        """Go to the step whose field was refused and show it there."""
        for number, step in enumerate(self._steps):
            if step.show_error(error):
                self._show(number, focus=False)
                step.show_error(error)
                self._show_focused()
                return
        self.show_trouble(explained(error))

    def show_trouble(self, text: str) -> None:
        """Say above the buttons what is in the way."""
        self._trouble.set_text(text)
        self._trouble.show()

    def step_number(self) -> int:
        """Which step is shown, from 1."""
        return self._stack.currentIndex() + 1

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self._on_next()
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentIndex():
            self._on_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = event.size()
        has_room = size.width() >= theme.scaled(_LEAST_WIDTH_WITH_SIDE) and size.height() >= theme.scaled(
            _LEAST_HEIGHT_WITH_SIDE
        )
        self._side.setVisible(has_room)
        side, top = theme.scaled(64), theme.scaled(64 if has_room else 24)
        for row in self._rows:
            row.setContentsMargins(side, top, side, theme.scaled(24))

    # Slots

    def _on_next(self) -> None:
        if self._busy:
            return
        self._trouble.hide()
        number = self._stack.currentIndex()
        step = self._steps[number]
        step.store(self._answers)
        if not step.check():
            self._show_focused()
            return
        if number == 0 and self._answers.choice == "demo":
            self.demo_requested.emit()
        elif number == 0 and self._answers.choice == "restore":
            self.restore_requested.emit()
        elif number == len(self._steps) - 1:
            self.finished.emit(self._answers)
        else:
            self._show(number + 1)

    def _on_back(self) -> None:
        if self._busy:
            return
        number = self._stack.currentIndex()
        self._steps[number].store(self._answers)
        if number == 0:
            self.cancelled.emit()
        else:
            self._show(number - 1)

    def _on_language(self, language: str) -> None:
        self.begin.store(self._answers)
        self.language_chosen.emit(language)

    # Internals

    def _show(self, number: int, *, focus: bool = True) -> None:
        self._stack.setCurrentIndex(number)
        self._steps[number].load(self._answers)
        self._areas[number].verticalScrollBar().setValue(0)
        self._side.mark(number)
        self._trouble.hide()
        self._show_buttons()
        if focus:
            self._steps[number].focus_first()

    def _show_focused(self) -> None:
        focused = cast("QWidget | None", self.focusWidget())
        area = self._areas[self._stack.currentIndex()]
        if focused is not None and area.isAncestorOf(focused):
            margin = theme.scaled(80)
            area.ensureWidgetVisible(focused, margin, margin)

    def _show_buttons(self) -> None:
        number = self._stack.currentIndex()
        last = number == len(self._steps) - 1
        if number == 0:
            self.back_button.setText(self.tr("Back") if self._can_go_back else self.tr("Close"))
        else:
            self.back_button.setText(self.tr("Back"))
        self.next_button.setText(self.tr("Make the profile") if last else self.tr("Next"))
        self.next_button.set_icon("check" if last else "chevron-right")
        self.next_button.setProperty("icon_at_end", not last)
        self._note.setText(
            self.tr("Now the profile is written to this computer, encrypted.")
            if last
            else self.tr("Nothing is kept before the last step. You can always go back.")
        )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.begin.language_chosen.connect(self._on_language)
        for step in self._steps:
            step.submitted.connect(self._on_next)

    def _assemble(self) -> None:
        for step in self._steps:
            inside = Inside()
            row = QHBoxLayout(inside)
            self._rows.append(row)
            step.setMaximumWidth(theme.scaled(_FORM_WIDTH))
            row.addWidget(step, 1000)
            row.addStretch(1)
            area = ScrolledArea(inside)
            self._areas.append(area)
            self._stack.addWidget(area)
        foot = _Foot()
        foot.column.addWidget(self._trouble)
        self._trouble.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(12))
        row.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        foot.column.addLayout(row)
        form = QVBoxLayout()
        form.setSpacing(0)
        form.addWidget(self._stack, 1)
        form.addWidget(foot)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._side)
        columns.addLayout(form, 1)


class _Foot(QWidget):
    """The bar with the buttons, with a hairline above."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.scaled(64), theme.scaled(16), theme.scaled(64), theme.scaled(16))
        self.column.setSpacing(theme.scaled(8))
        self.setMinimumHeight(theme.scaled(_FOOT_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens().surface)
        painter.fillRect(0, 0, self.width(), 1, theme.tokens().line)
        painter.end()
