"""The panel beside the students' list: the next step first, then the facts, then what was agreed."""

from __future__ import annotations

import uuid
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.people import initials
from wpl_desktop.domain.words import capital
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.services.dossier import AgreedRound
from wpl_desktop.services.rounds import RoundRow
from wpl_desktop.services.trajectories import StudentDetail
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, clock_time, filled, long_day
from wpl_desktop.ui.students.student_facts import (
    Shown,
    agreed_cells,
    agreed_title,
    class_fact,
    days_text,
    period_text,
    supervisor_fact,
)
from wpl_desktop.ui.students.student_words import ready_perspectives, round_title, waiting_words
from wpl_desktop.ui.widgets.agreed_levels import AgreedLevels
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label, small_heading
from wpl_desktop.ui.widgets.shapes import ShapeMark

WIDTH = 368


class _Line(QFrame):
    """A hairline over the width of the panel's text."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Mid)


class StudentPreview(Card):
    """Shows one student; asks for pages and dialogs by signal and never reads or writes by itself."""

    open_requested = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._trajectory_id: uuid.UUID | None = None
        self._round: RoundRow | None = None
        self._today = date.min
        self._whole = False
        self.agreed_levels: AgreedLevels | None = None
        self._scroll = QScrollArea()
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self.open_button = primary_button(self.tr("Open dossier"), height=36)
        self.plan_button = plain_button(self.tr("Plan conversation"), icon="agenda", height=36)
        self.print_button = IconButton("print", name=self.tr("Print"), kind="plain", height=36)
        self._foot = QWidget()
        self._assemble()
        self.show_nothing("")

    # What the page says

    def trajectory_id(self) -> uuid.UUID | None:
        """Whose panel this is now; None for nobody's."""
        return self._trajectory_id

    def show_nothing(self, text: str) -> None:
        """Show only a sentence: nobody is chosen."""
        self._trajectory_id = None
        _clear(self._column)
        self._column.addWidget(muted_label(text))
        self._column.addStretch(1)
        self._foot.hide()

    def show_student(self, shown: Shown) -> None:
        """Show this student."""
        if shown.detail.trajectory_id != self._trajectory_id:
            self._scroll.verticalScrollBar().setValue(0)
        self._trajectory_id = shown.detail.trajectory_id
        self._round = shown.last_round
        self._today = shown.today
        _clear(self._column)
        self._add_head(shown.detail)
        self._column.addWidget(_Line())
        self._add_next(shown.next_conversation)
        self._column.addWidget(_Line())
        self._add_facts(shown.detail)
        self._add_round(shown.last_round, agreed=shown.agreed)
        self._column.addStretch(1)
        reason = self.tr("There is no round yet to print.")
        self.print_button.set_available(shown.last_round is not None, reason=reason)
        if shown.last_round is not None:
            self.print_button.setToolTip(self.print_button.accessibleName())
        self._foot.show()

    def show_whole(self, whole: bool) -> None:
        """Take the height of everything (below the list) or scroll inside (beside it)."""
        self._whole = whole
        self._fit()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(0, theme.scaled(588)))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(theme.scaled(WIDTH), theme.scaled(240)))

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # New lines count once they are shown, which is when the layout asks for its place again.
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Slots

    def _on_scroll_range(self, least: int, most: int) -> None:
        # The scroll bar takes its room from the margin, so that the right edge stays where it is.
        margin = theme.scaled(16)
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most > least else 0
        self._column.setContentsMargins(margin, margin, max(0, margin - bar), margin)

    def _on_open(self) -> None:
        self.open_requested.emit("student", {"trajectory_id": self._trajectory_id})

    def _on_plan(self) -> None:
        self.open_requested.emit("plan_dialog", {"trajectory_id": self._trajectory_id})

    def _on_print(self) -> None:
        if self._round is not None:
            self.open_requested.emit("printing", {"round_id": self._round.id})

    # Internals

    def _assemble(self) -> None:
        self._column.setSpacing(theme.scaled(12))
        self._on_scroll_range(0, 0)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        # Else the smallest height is that of the narrowest panel, in which every line wraps.
        self._body.setMinimumHeight(1)
        self._body.installEventFilter(self)
        self._scroll.viewport().setAutoFillBackground(False)
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(*(theme.scaled(16),) * 4)
        buttons.setSpacing(theme.scaled(8))
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.plan_button)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._foot)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range)
        self.open_button.clicked.connect(self._on_open)
        self.plan_button.clicked.connect(self._on_plan)
        self.print_button.clicked.connect(self._on_print)

    def _fit(self) -> None:
        needed = self._body.heightForWidth(self.width() - 2) if self._whole else 0
        self._scroll.setMinimumHeight(max(needed, theme.scaled(120)))

    def _add_head(self, detail: StudentDetail) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(section_label(detail.values.name))
        if detail.values.second_script:
            second = muted_label(detail.values.second_script)
            # A right-to-left name stands under the name, at the left.
            second.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            names.addWidget(second)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(16))
        head.addWidget(Avatar(initials(detail.values.name, call_name=detail.values.call_name), size=48))
        head.addLayout(names, 1)
        self._column.addLayout(head)

    def _add_next(self, row: ConversationRow | None) -> None:
        icon = IconMark("agenda", tone="on_soft" if row else "muted")
        lines = QVBoxLayout()
        lines.setSpacing(theme.scaled(2))
        if row is None:
            lines.addWidget(muted_label(self.tr("No conversation planned yet.")))
        else:
            day = capital(long_day(row.starts_at.date()))
            lines.addWidget(Label(f"{day}, {clock_time(row.starts_at)}"))
            text = self.tr("{name}, {minutes} minutes")
            lines.addWidget(muted_label(text.format(name=chosen(row.name), minutes=row.minutes)))
            lines.addSpacing(theme.scaled(6))
            lines.addLayout(self._next_buttons(row))
        block = QHBoxLayout()
        block.setSpacing(theme.scaled(8))
        block.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        block.addLayout(lines, 1)
        self._column.addLayout(block)

    def _next_buttons(self, row: ConversationRow) -> QHBoxLayout:
        has_come = row.starts_at.date() <= self._today
        self.prepare_button = plain_button(self.tr("Prepare"))
        self.held_button = plain_button(self.tr("It took place…"))
        self.move_button = quiet_button(self.tr("Move"))
        self.prepare_button.clicked.connect(
            lambda: self.open_requested.emit("conversation", {"conversation_id": row.id})
        )
        self.held_button.clicked.connect(lambda: self._ask_hold(row))
        self.move_button.clicked.connect(lambda: self._ask_move(row))
        self.prepare_button.setVisible(not has_come)
        self.held_button.setVisible(has_come)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.scaled(4))
        for button in (self.prepare_button, self.held_button, self.move_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _add_facts(self, detail: StudentDetail) -> None:
        values = detail.values
        self._add_section(filled("{At_workplace}"), days_text(values), muted=period_text(values))
        for fact in (class_fact(values), supervisor_fact(values)):
            if fact is not None:
                self._add_section(fact.label, fact.text)

    def _add_section(self, title: str, text: str, *, muted: str = "") -> None:
        box = QVBoxLayout()
        box.setSpacing(theme.scaled(2))
        box.addWidget(small_heading(title))
        box.addWidget(Label(text))
        if muted:
            box.addWidget(muted_label(muted))
        self._column.addLayout(box)

    def _add_round(self, row: RoundRow | None, *, agreed: AgreedRound | None) -> None:
        self.agreed_levels = None
        if agreed is None:
            text = self.tr("No round yet.")
            if row is not None:
                state = waiting_words(row.perspectives, ready=ready_perspectives(row), final=row.final)
                text = f"{round_title(row.number)}: {state}"
            self._add_section(self.tr("Last round"), text)
            return
        title = agreed_title(agreed)
        self.agreed_levels = AgreedLevels(agreed_cells(agreed), count=len(agreed.labels), name=title)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(10))
        head.addWidget(ShapeMark("diamond"))
        head.addWidget(small_heading(title), 1)
        self._column.addLayout(head)
        self._column.addWidget(self.agreed_levels)

    def _ask_hold(self, row: ConversationRow) -> None:
        self.open_requested.emit("hold_dialog", {"conversation": row, "trajectory_id": self._trajectory_id})

    def _ask_move(self, row: ConversationRow) -> None:
        self.open_requested.emit("plan_dialog", {"trajectory_id": self._trajectory_id, "conversation": row})


def _clear(layout: QLayout) -> None:
    """Take everything out of a layout, its widgets too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _clear(inner)
            inner.deleteLater()
