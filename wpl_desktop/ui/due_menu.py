"""The menu of an agreement that goes on: until the next talk, in a week, in two weeks, as it was, or another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from wpl_desktop.ui.language import short_day


@dataclass(frozen=True)
class DueChoice:
    """A day by which an agreement may be due, None for none, and how that is said."""

    words: str
    due_on: date | None


def due_choices(*, today: date, due_on: date | None, next_talk_on: date | None) -> list[DueChoice]:
    """The days that are proposed, each once; what was agreed stays possible as long as it lies ahead."""
    week, fortnight = today + timedelta(weeks=1), today + timedelta(weeks=2)
    found: list[DueChoice] = []
    if next_talk_on is not None:
        words = QCoreApplication.translate("DueMenu", "Until the next conversation ({day})")
        found.append(DueChoice(words.format(day=short_day(next_talk_on)), next_talk_on))
    for day, words in (
        (week, QCoreApplication.translate("DueMenu", "One more week ({day})")),
        (fortnight, QCoreApplication.translate("DueMenu", "Two more weeks ({day})")),
    ):
        if day not in {choice.due_on for choice in found}:
            found.append(DueChoice(words.format(day=short_day(day)), day))
    if due_on is None:
        found.append(DueChoice(QCoreApplication.translate("DueMenu", "Without a date"), None))
    elif due_on >= today and due_on not in {choice.due_on for choice in found}:
        words = QCoreApplication.translate("DueMenu", "As it was ({day})")
        found.append(DueChoice(words.format(day=short_day(due_on)), due_on))
    return found


class DueMenu(QMenu):
    """One line for each day; the first is ready to be taken with Enter."""

    day_chosen = Signal(object)
    other_requested = Signal()

    def __init__(self, choices: list[DueChoice], *, heading: str = "", parent: QWidget) -> None:
        """`heading` stands above the days where more than they can be chosen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if heading:
            self.addAction(heading).setEnabled(False)
        for choice in choices:
            action = QAction(choice.words, self)
            action.triggered.connect(lambda _checked=False, choice=choice: self._on_choice(choice))
            self.addAction(action)
        self.addSeparator()
        other = QAction(QCoreApplication.translate("DueMenu", "Another day…"), self)
        other.triggered.connect(self._on_other)
        self.addAction(other)
        self.setActiveAction(next(action for action in self.actions() if action.isEnabled()))

    def _on_choice(self, choice: DueChoice) -> None:
        self.day_chosen.emit(choice.due_on)

    def _on_other(self) -> None:
        self.other_requested.emit()
