"""The head of a student's page: who, where and when in one line, and what one can begin from there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.students.student_facts import Fact
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label, muted_label

_HEIGHT = 48
_WIDEST_FACT = 280


class FactBox(QWidget):
    """What something is called, and below it what it is; as wide as its words up to a limit, then it wraps."""

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact = fact
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(muted_label(fact.label))
        column.addWidget(Label(fact.text))
        small, base = QFontMetrics(theme.font("secondary")), QFontMetrics(theme.font("base"))
        longest_word = max((base.horizontalAdvance(word) for word in fact.text.split()), default=0)
        wanted = max(small.horizontalAdvance(fact.label), base.horizontalAdvance(fact.text))
        self.setFixedWidth(max(min(wanted, theme.scaled(_WIDEST_FACT)), longest_word) + 2)


class StudentHeader(QWidget):
    """Avatar, facts and buttons; the facts go on below when the window is narrow."""

    plan_requested = Signal()
    print_requested = Signal()
    growth_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: list[FactBox] = []
        self._avatar = Avatar("", size=48)
        self._facts = QWidget()
        self._flow = FlowLayout(self._facts, gap=theme.scaled(24), line_gap=theme.scaled(4))
        self.plan_button = plain_button(self.tr("Plan conversation"), icon="agenda")
        self.print_button = IconButton("print", name=self.tr("Print"), kind="plain")
        self.growth_button = IconButton("seed", name=self.tr("Growth plan"), kind="plain")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._facts.setSizePolicy(policy)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(12))
        row.addWidget(self._avatar, 0, top)
        row.addSpacing(theme.scaled(12))
        row.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        # In the middle of the first line of facts, also when there are more lines.
        buttons.setContentsMargins(0, theme.scaled(8), 0, 0)
        buttons.setSpacing(theme.scaled(12))
        buttons.addWidget(self.plan_button, 0, top)
        buttons.addWidget(self.print_button, 0, top)
        buttons.addWidget(self.growth_button, 0, top)
        row.addLayout(buttons)
        # In its dialog others can be chosen.
        self.plan_button.setVisible(not joint_screen.is_on())
        # Opened on purpose only, and not by the way while the student looks along.
        self.growth_button.setVisible(not joint_screen.is_on())
        self.setMinimumHeight(theme.scaled(_HEIGHT))
        self.plan_button.clicked.connect(self.plan_requested)
        self.print_button.clicked.connect(self.print_requested)
        self.growth_button.clicked.connect(self.growth_requested)

    def show_student(self, initials: str, facts: Sequence[Fact], *, can_print: bool) -> None:
        """Show these facts; without a round that has begun there is nothing to print."""
        self._avatar.set_initials(initials)
        self.print_button.set_available(can_print, reason=self.tr("There is no round yet to print."))
        if can_print:
            self.print_button.setToolTip(self.print_button.accessibleName())
        if [box.fact for box in self.facts] == list(facts):
            return
        while (item := self._flow.takeAt(0)) is not None:
            box = item.widget()
            if box is not None:
                box.hide()
                box.deleteLater()
        self.facts = [FactBox(fact) for fact in facts]
        for box in self.facts:
            self._flow.addWidget(box)
        self._flow.invalidate()
        self._facts.updateGeometry()
