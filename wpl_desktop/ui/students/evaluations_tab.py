"""The tab *Evaluations*: every criterion over the rounds as dot strips, never as a line, a mean or a sum."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from itertools import pairwise
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.growth import GrowthRound, StudentGrowth
from wpl_desktop.texts import error_message, strand_name
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.language import chosen, filled, translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.students.growth_printing import print_growth
from wpl_desktop.ui.students.growth_words import (
    REVEAL,
    ROUND,
    SHEET,
    SIDE_BY_SIDE,
    cell_title,
    may_open_sheet,
    signs,
    strip_content,
    together_word,
    voice,
)
from wpl_desktop.ui.students.student_tab import StudentTab
from wpl_desktop.ui.style import RADIUS
from wpl_desktop.ui.widgets.buttons import IconButton, quiet_button
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.level_square import SMALL, paint_level_square
from wpl_desktop.ui.widgets.shapes import ShapeMark
from wpl_desktop.ui.widgets.strip_table import StripTable
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

# Head, foot and some rows: with less the table is not scrolled but the tab.
_LEAST_TABLE = 280


class EvaluationsTab(StudentTab):
    """Who stood where in which round; what is done next with a round begins in its head."""

    shows: ClassVar[frozenset[str]] = frozenset({"Trajectory", "Round", "Sheet", "Score", "Agreed"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._trajectory_id: uuid.UUID | None = None
        self._growth: StudentGrowth | None = None
        self.switch = SegmentedSwitch(
            [(strand, strand_name(strand, translate, words())) for strand in Strand],
            name=self.tr("Which part"),
        )
        self.table = StripTable(name=self.tr("Criteria by round"))
        self.foot = _Foot()
        self.shapes = _Legend()
        self.signs = _Legend()
        self.levels = _Legend()
        self.bar_words = muted_label(self.tr("Bar below the cell: the level you agreed on together."))
        self.print_button = quiet_button(self.tr("Print growth sheet"), icon="print")
        self.new_button = quiet_button(self.tr("New round…"), icon="plus")
        self.remove_button = IconButton("trash", name=self.tr("Move the chosen round to the bin"))
        self.no_rounds = EmptyState(
            filled(
                self.tr(
                    "In a round each looks separately first: {student}, workplace and institute. Here you then see "
                    "for each criterion where everybody stands."
                )
            ),
            action=self.tr("Open a round"),
        )
        self._scroll = QScrollArea()
        self._content = ContentArea(top=12, bottom=8)
        self._whole = QWidget()
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._legend_box = QWidget()
        self._legend = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._legend_box)
        self._column = QVBoxLayout(self._whole)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    # What the page asks

    def label(self) -> str:
        """The words on the tab."""
        return self.tr("Evaluations")

    def load(self, services: Services, trajectory_id: uuid.UUID) -> None:
        """Show one student; strand and cell stay when it is the same student again."""
        other = trajectory_id != self._trajectory_id
        self._services = services
        self._trajectory_id = trajectory_id
        if other:
            self.switch.set_value(Strand.STUDENT_PART)
        self._show()
        if other and self._growth is not None and self._growth.rounds:
            begun = [number for number, found in enumerate(self._growth.rounds) if found.begun]
            self.table.select(0, begun[-1] if begun else 0)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Slots

    def _on_strand(self) -> None:
        self._show()

    def _on_cell(self, row: int, column: int) -> None:
        growth = self._growth
        if growth is None or not (0 <= row < len(growth.criteria) and 0 <= column < len(growth.rounds)):
            return
        code, _ = growth.criteria[row]
        found = growth.rounds[column]
        self.remove_button.setVisible(not found.final and not growth.closed and not joint_screen.is_on())
        self.remove_button.set_name(self.tr("Move round {number} to the bin").format(number=found.number))
        spoken = self.table.model.content.lines[row].cells[column].spoken
        title = cell_title(code, found.number)
        cell = found.cells.get(code)
        differs = cell is not None and cell.difference_stands
        text = cell.positions if cell is not None and differs else spoken.removeprefix(f"{title}: ")
        if cell is not None and found.begun and found.hidden and not differs:
            later = self.tr("The levels of the others appear when the round is put side by side.")
            text = f"{text}. {later}"
        self.foot.show_cell(title, text or self.tr("The difference stands."), differs=differs)
        self._fit_table()
        self._keep_in_view()

    def _on_activated(self, row: int, column: int) -> None:
        del row
        if self._growth is not None and 0 <= column < len(self._growth.rounds):
            self._open_sheet(self._growth.rounds[column])

    def _on_action(self, round_id: object, name: str) -> None:
        growth = self._growth
        found = next((each for each in growth.rounds if each.id == round_id), None) if growth else None
        if found is None:
            return
        if name == SHEET:
            self._open_sheet(found)
        elif name == SIDE_BY_SIDE:
            self.open_requested.emit(name, {"round_id": found.id, "strand": self.switch.value()})
        else:
            places = {REVEAL: "reveal_dialog", ROUND: "round"}
            self.open_requested.emit(places[name], {"round_id": found.id})

    def _on_print(self) -> None:
        if self._services is not None and self._trajectory_id is not None:
            print_growth(self, self._services, self._trajectory_id)

    def _on_remove(self) -> None:
        found = self._chosen_round()
        if found is not None and self._services is not None:
            self._do(self._services.removal.delete_round, found.id)

    def _on_new(self) -> None:
        self.open_requested.emit("round_dialog", {"trajectory_id": self._trajectory_id})

    # Internals

    def _assemble(self) -> None:
        self._legend.setContentsMargins(0, 0, 0, 0)
        self._legend.setSpacing(theme.scaled(16))
        self._legend.addWidget(self.shapes)
        self._legend.addWidget(self.signs)
        self._tools.setSpacing(theme.scaled(12))
        self._tools.addWidget(self.switch)
        self._tools.addStretch(1)
        self._tools.addWidget(self._legend_box)
        self.table.column.addWidget(self.foot)
        self._below.setSpacing(theme.scaled(16))
        self._below.addWidget(self.levels)
        self._below.addWidget(self.bar_words, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.scaled(4))
        for button in (self.remove_button, self.new_button, self.print_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._below.addLayout(buttons)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.scaled(8))
        self._column.addLayout(self._tools)
        self._column.addWidget(self.table, 1000)
        self._column.addLayout(self._below)
        self._column.addStretch(1)
        body = self._content.body
        body.addWidget(self._whole, 1)
        body.addWidget(self.no_rounds)
        body.addStretch(0)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.setFocusProxy(self.table.rounds)

    def _connect(self) -> None:
        self.switch.chosen.connect(self._on_strand)
        self.table.cell_changed.connect(self._on_cell)
        self.table.cell_activated.connect(self._on_activated)
        self.table.action_clicked.connect(self._on_action)
        self.new_button.clicked.connect(self._on_new)
        self.print_button.clicked.connect(self._on_print)
        self.remove_button.clicked.connect(self._on_remove)
        self.no_rounds.triggered.connect(self._on_new)

    def _show(self) -> None:
        if self._services is None or self._trajectory_id is None:
            return
        strand = cast("Strand", self.switch.value())
        joint = joint_screen.is_on()
        growth = self._services.growth.of_student(self._trajectory_id, strand=strand, joint=joint)
        self._growth = growth
        self._whole.setVisible(bool(growth.rounds))
        self.no_rounds.setVisible(not growth.rounds)
        self.no_rounds.button.setVisible(not growth.closed)
        self.new_button.setVisible(not growth.closed)
        if not growth.rounds:
            return
        self._show_legends(growth)
        self.print_button.set_available(
            any(found.revealed for found in growth.rounds),
            reason=self.tr("No round has been put side by side yet, so there is nothing to print."),
        )
        self.table.set_content(strip_content(growth, joint=joint))
        self._on_cell(*self.table.current_cell())
        self._arrange()
        # The buttons of the rounds are made later than the table, and read before it.
        last = self.switch.findChildren(QRadioButton)[-1]
        order = [last, *self.table.head.buttons_in_order(), self.table.rounds]
        order += [self.remove_button, self.new_button, self.print_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _do(self, action: Callable[[uuid.UUID], None], round_id: uuid.UUID) -> None:
        """Do something with a round; what is refused is said below the rows."""
        try:
            action(round_id)
        except (DomainError, EnvironmentTrouble) as error:
            self.foot.show_cell("", error_message(error, translate), differs=True)
            return
        self.saved.emit()

    def _chosen_round(self) -> GrowthRound | None:
        _, column = self.table.current_cell()
        rounds = self._growth.rounds if self._growth is not None else ()
        return rounds[column] if 0 <= column < len(rounds) else None

    def _show_legends(self, growth: StudentGrowth) -> None:
        marks = [(ShapeMark(SHAPES[one]), voice(one)) for one in growth.perspectives]
        marks.append((ShapeMark("diamond"), together_word()))
        self.shapes.show_items([(mark, Label(text, role="secondary", wrap=False)) for mark, text in marks])
        items: list[tuple[QWidget, Label]] = [
            (
                Label(sign, role="secondary", tone="muted", wrap=False),
                Label(text, role="secondary", tone="muted", wrap=False),
            )
            for sign, text in signs(growth.strand)
        ]
        differs = Label(self.tr("difference stands"), role="secondary", tone="amber", wrap=False)
        items.append((IconMark("swap", tone="amber"), differs))
        self.signs.show_items(items)
        count = len(growth.level_labels)
        self.levels.show_items(
            [
                (
                    _Square(number, count=count),
                    Label(chosen(label), role="secondary", tone="muted", wrap=False),
                )
                for number, label in enumerate(growth.level_labels, start=1)
            ]
        )

    def _open_sheet(self, found: GrowthRound) -> None:
        if may_open_sheet(found, joint=joint_screen.is_on()):
            arguments = {
                "round_id": found.id,
                "perspective": Perspective.WORKPLACE,
                "strand": self.switch.value(),
            }
            self.open_requested.emit("score_sheet", arguments)

    def _arrange(self) -> None:
        """What does not fit beside each other stands below."""
        room = self.width() - 2 * side_margin(self.width())
        directions = QBoxLayout.Direction
        legend = self.shapes.sizeHint().width() + self.signs.sizeHint().width() + theme.scaled(16)
        beside = self.switch.sizeHint().width() + legend + theme.scaled(24) <= room
        if beside and self._column.indexOf(self._legend_box) >= 0:
            self._tools.addWidget(self._legend_box)
        elif not beside and self._column.indexOf(self._legend_box) < 0:
            self._column.insertWidget(2, self._legend_box, 0, Qt.AlignmentFlag.AlignLeft)
        self._legend.setDirection(directions.LeftToRight if legend <= room else directions.TopToBottom)
        buttons = self.new_button.sizeHint().width() + self.print_button.sizeHint().width()
        below = self.levels.sizeHint().width() + buttons + theme.scaled(32 + 240)
        self._below.setDirection(directions.LeftToRight if below <= room else directions.TopToBottom)
        self._fit_table()

    def _fit_table(self) -> None:
        """No higher than its rows; where there is no room for some of them the whole tab scrolls, and only the tab."""
        foot = self.foot.heightForWidth(max(1, self.table.width() - 2))
        wanted = self.table.contents_height() + foot
        gap = theme.scaled(8)
        room = self.height() - theme.scaled(12 + 8) - self.switch.sizeHint().height() - gap
        room -= self._below.sizeHint().height() + gap
        if self._column.indexOf(self._legend_box) >= 0:
            room -= self._legend_box.sizeHint().height() + gap
        self.table.setMaximumHeight(wanted)
        self.table.setMinimumHeight(wanted if room < theme.scaled(_LEAST_TABLE) else min(wanted, room))

    def _keep_in_view(self) -> None:
        """Where the tab scrolls, the row with the keyboard stays on screen."""
        view = self.table.rounds
        rect = view.visualRect(view.currentIndex())
        place = view.viewport().mapTo(self._content, rect.center())
        self._scroll.ensureVisible(place.x(), place.y(), 0, rect.height())


class _Legend(QWidget):
    """Signs with their words in a row."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(6))

    def show_items(self, items: list[tuple[QWidget, Label]]) -> None:
        """Show other signs."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (mark, label) in enumerate(items):
            if number:
                self._row.addSpacing(theme.scaled(12))
            self._row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
            self._row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
            # A layout would show them with the next events, after a moment without them.
            mark.show()
            label.show()
        self._row.addStretch(1)


class _Square(QWidget):
    """A small level square of the legend."""

    def __init__(self, level: int, *, count: int) -> None:
        super().__init__()
        self._level = level
        self._count = count
        side = theme.scaled(SMALL)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_level_square(painter, rect=self.rect().toRectF(), value=self._level, count=self._count)
        painter.end()


class _Foot(QWidget):
    """The line below the rows: the chosen cell in words, and where a difference stands both positions."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = IconMark("swap", tone="amber")
        self.title = Label(role="secondary_strong", wrap=False)
        self.text = Label(role="secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.scaled(16), theme.scaled(10), theme.scaled(16), theme.scaled(10))
        row.setSpacing(theme.scaled(8))
        for widget in (self.icon, self.title):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(theme.scaled(8))
        row.addWidget(self.text, 1)

    def show_cell(self, title: str, text: str, *, differs: bool) -> None:
        """Say what a cell shows; amber, with an icon, where a difference stands."""
        self.icon.setVisible(differs)
        self.title.set_tone("amber" if differs else "text")
        self.title.setText(title)
        self.text.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = RADIUS - 1
        path = QPainterPath()
        path.addRoundedRect(self.rect().adjusted(0, -2 * radius, 0, 0).toRectF(), radius, radius)
        painter.setClipRect(self.rect())
        painter.fillPath(path, theme.tokens().sunken)
        painter.end()
