"""Parts of the dialog about a round: which criteria, who takes part, and rounds that are planned already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.evaluations import FEWEST_FOCUS, MOST_FOCUS
from wpl_desktop.domain.words import Words, capital
from wpl_desktop.services.rounds import RoundRow
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, day_and_month, filled
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.switch import SegmentedSwitch


def group(heading: str, *widgets: QWidget) -> QVBoxLayout:
    """A heading with what belongs to it below."""
    column = QVBoxLayout()
    column.setSpacing(theme.scaled(6))
    column.addWidget(Label(heading, role="button"))
    for widget in widgets:
        column.addWidget(widget)
    return column


class FocusChoice(QWidget):
    """All criteria, or 2 to 4 of them (R12); the final round has all."""

    changed = Signal()

    def __init__(
        self, criteria: Sequence[tuple[str, Words]], *, room: int, parent: QWidget | None = None
    ) -> None:
        """`room` is the width in pixels in which the boxes may stand beside each other."""
        super().__init__(parent)
        self.extent = SegmentedSwitch(
            [
                (False, self.tr("All {count}").format(count=len(criteria))),
                (
                    True,
                    self.tr("Focus on {fewest} to {most}").format(fewest=FEWEST_FOCUS, most=MOST_FOCUS),
                ),
            ],
            name=self.tr("Which criteria"),
        )
        self.all_criteria = muted_label(
            self.tr("All {count}: the final round has all criteria.").format(count=len(criteria))
        )
        self.kept = muted_label(self.tr("What was filled in already on other criteria stays kept."))
        self.boxes_area = QWidget()
        self.message = MessageLine()
        self.message.hide()
        self.boxes = {code: QCheckBox(f"{code}  {chosen(name)}") for code, name in criteria}
        self._is_final = False
        self._is_change = False
        self._place_boxes(room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(6))
        for widget in (self.extent, self.all_criteria, self.kept, self.boxes_area):
            column.addWidget(widget)
        self.extent.chosen.connect(self._on_extent)
        self._show()

    def codes(self) -> tuple[str, ...]:
        """The focus criteria; none for all of them."""
        if not self.has_focus():
            return ()
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_codes(self, codes: Sequence[str], *, is_change: bool) -> None:
        """Show these focus criteria of a round; with `is_change` there may be scores already."""
        self._is_change = is_change
        self.extent.set_value(bool(codes))
        for code, box in self.boxes.items():
            box.setChecked(code in codes)
        self._show()

    def set_final(self, is_final: bool) -> None:
        """The final round has all criteria, whatever was ticked before."""
        self._is_final = is_final
        self._show()

    def has_focus(self) -> bool:
        """Whether only some criteria are in the round."""
        return self.extent.value() is True and not self._is_final

    def set_error(self, text: str) -> None:
        """Say what is wrong with the choice, or take that away with an empty text."""
        self.message.set_text(text)
        self.message.setVisible(bool(text))
        if text:
            next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def too_few_words(self) -> str:
        """What is said when nothing is ticked: an empty choice would mean all criteria."""
        return self.tr("Tick {fewest} to {most} criteria, or choose all of them.").format(
            fewest=FEWEST_FOCUS, most=MOST_FOCUS
        )

    def _on_extent(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.extent.setVisible(not self._is_final)
        self.all_criteria.setVisible(self._is_final)
        self.boxes_area.setVisible(self.has_focus())
        self.kept.setVisible(self.has_focus() and self._is_change)

    def _place_boxes(self, room: int) -> None:
        """Side by side only where the longest names fit: a check box does not wrap."""
        grid = QGridLayout(self.boxes_area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.scaled(16))
        grid.setVerticalSpacing(0)
        boxes = list(self.boxes.values())
        half = (len(boxes) + 1) // 2
        widths = [box.sizeHint().width() for box in boxes]
        both = max(widths[:half], default=0) + max(widths[half:], default=0) + theme.scaled(16)
        rows = half if both <= room else len(boxes)
        for position, box in enumerate(boxes):
            grid.addWidget(box, position % rows, position // rows, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.message, rows, 0, 1, 2)


class TakingPart(QWidget):
    """Who takes part besides the workplace, which always does; at least two in all."""

    def __init__(self, *, has_institute: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_institute = has_institute
        self.with_student = QCheckBox(capital(filled(self.tr("the {student} takes part"))))
        self.with_institute = QCheckBox(capital(filled(self.tr("the {institute} takes part"))))
        self.note = muted_label(
            self.tr("The workplace always takes part.")
            if has_institute
            else filled(
                self.tr(
                    "The workplace always takes part. There is no {institute} in this trajectory: "
                    "there are two perspectives."
                )
            )
        )
        self.message = MessageLine()
        self.message.hide()
        self.with_institute.setEnabled(has_institute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.with_student, self.with_institute):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self.with_institute.setVisible(has_institute)
        column.addWidget(self.message)
        column.addWidget(self.note)

    def set_values(self, *, with_student: bool, with_institute: bool) -> None:
        """Tick who takes part."""
        self.with_student.setChecked(with_student)
        self.with_institute.setChecked(with_institute and self._has_institute)

    def set_error(self, text: str, *, field: str = "") -> None:
        """Say what is wrong, with the focus on the box it is about; an empty text takes it away."""
        self.message.set_text(text)
        self.message.setVisible(bool(text))
        if text:
            box = (
                self.with_institute
                if field == "with_institute" and self._has_institute
                else self.with_student
            )
            box.setFocus(Qt.FocusReason.OtherFocusReason)


class PlannedRounds(Card):
    """Rounds that are there already and have not begun, each with a way to it."""

    chosen = Signal(object)

    def __init__(self, rounds: Sequence[RoundRow], *, parent: QWidget | None = None) -> None:
        super().__init__(kind="tip", padding=(8, 16), parent=parent)
        self.buttons = {row.id: plain_button("") for row in rounds}
        for row in rounds:
            line = QHBoxLayout()
            line.setSpacing(theme.scaled(12))
            planned = self.tr("Round {number} is planned for {day}.").format(
                number=row.number, day=day_and_month(row.held_on)
            )
            button = self.buttons[row.id]
            button.setText(self.tr("Go to round {number}").format(number=row.number))
            button.clicked.connect(partial(self._on_clicked, row))
            line.addWidget(Label(planned), 1, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(button)
            self.column.addLayout(line)

    def _on_clicked(self, row: RoundRow) -> None:
        self.chosen.emit(row.id)
