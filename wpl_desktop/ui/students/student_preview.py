"""The panel beside the students' list: one student, next step first."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import AgreementState, ConversationState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import initials
from wpl_desktop.domain.trajectories import TrajectoryKind
from wpl_desktop.domain.words import capital
from wpl_desktop.services.conversations import AgreementRow, ConversationRow
from wpl_desktop.services.evaluations import RoundRow
from wpl_desktop.services.trajectories import StudentDetail
from wpl_desktop.texts import trajectory_kind_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import (
    chosen,
    clock_time,
    day_with_year,
    filled,
    long_day,
    short_day,
    translate,
    weekday_name,
)
from wpl_desktop.ui.students.preview_lines import AgreementLine, ConversationLine, RoundLine
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label, small_heading

WIDTH = 368
_RECENT = 3


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Everything the panel shows of one student, read at once."""

    detail: StudentDetail
    rounds: Sequence[RoundRow]
    conversations: Sequence[ConversationRow]
    agreements: Sequence[AgreementRow]
    today: date


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
    agreement_settled = Signal(object, object)
    plan_again_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._trajectory_id: uuid.UUID | None = None
        self._settled: set[uuid.UUID] = set()
        self._today = date.min
        self._whole = False
        self.agreement_lines: list[AgreementLine] = []
        self.round_lines: list[RoundLine] = []
        self.conversation_lines: list[ConversationLine] = []
        self._scroll = QScrollArea()
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._agreements = QVBoxLayout()
        self.plan_button = primary_button(self.tr("Plan conversation"), height=36)
        self.round_button = plain_button(self.tr("Open round"), height=36)
        self.edit_button = IconButton("edit", name=self.tr("Edit details"), kind="plain", height=36)
        self._foot = QWidget()
        self._assemble()
        self.show_nothing("")

    # What the page says

    def show_nothing(self, text: str) -> None:
        """Show only a sentence: nobody is chosen."""
        self._trajectory_id = None
        self._empty()
        self._column.addWidget(muted_label(text))
        self._column.addStretch(1)
        self._foot.hide()

    def show_student(self, shown: Shown) -> None:
        """Show this student."""
        if shown.detail.trajectory_id != self._trajectory_id:
            self._settled.clear()
            self._scroll.verticalScrollBar().setValue(0)
        self._trajectory_id = shown.detail.trajectory_id
        self._today = shown.today
        self._empty()
        planned = sorted(
            (row for row in shown.conversations if row.state is ConversationState.PLANNED),
            key=lambda row: row.starts_at,
        )
        upcoming = next((row for row in planned if row.starts_at.date() >= shown.today), None)
        others = [row for row in planned if row is not upcoming]
        recent = [row for row in shown.conversations if row.state is not ConversationState.PLANNED]
        self._add_head(shown.detail)
        self._column.addWidget(_Line())
        self._add_next(upcoming)
        self._column.addWidget(_Line())
        self._add_facts(shown.detail)
        self._add_rounds(shown.rounds)
        self._add_conversations([*others, *recent[:_RECENT]])
        self._add_agreements(shown.agreements)
        self._column.addStretch(1)
        self._foot.show()

    def show_agreements(self, rows: Sequence[AgreementRow], *, settled: uuid.UUID) -> None:
        """Show the agreements again after one was settled here; it stays, so that it can be taken back."""
        self._settled.add(settled)
        self._fill_agreements(rows)
        for line in self.agreement_lines:
            if line.row.id == settled:
                line.tick.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _on_plan(self) -> None:
        self.open_requested.emit("plan_dialog", {"trajectory_id": self._trajectory_id})

    def _on_round(self) -> None:
        self.open_requested.emit("round_dialog", {"trajectory_id": self._trajectory_id})

    def _on_edit(self) -> None:
        self.open_requested.emit("student_dialog", {"trajectory_id": self._trajectory_id})

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
        buttons.addWidget(self.plan_button)
        buttons.addWidget(self.round_button)
        buttons.addStretch(1)
        buttons.addWidget(self.edit_button)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._foot)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range)
        self.plan_button.clicked.connect(self._on_plan)
        self.round_button.clicked.connect(self._on_round)
        self.edit_button.clicked.connect(self._on_edit)

    def _fit(self) -> None:
        needed = self._body.heightForWidth(self.width() - 2) if self._whole else 0
        self._scroll.setMinimumHeight(max(needed, theme.scaled(120)))

    def _empty(self) -> None:
        self.agreement_lines = []
        self.round_lines = []
        self.conversation_lines = []
        _clear(self._column)

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
        words = QVBoxLayout()
        words.setSpacing(theme.scaled(2))
        if row is None:
            words.addWidget(muted_label(self.tr("No conversation planned yet.")))
        else:
            day = long_day(row.starts_at.date())
            words.addWidget(Label(f"{capital(day)}, {clock_time(row.starts_at)}"))
            text = self.tr("{name}, {minutes} minutes")
            words.addWidget(muted_label(text.format(name=chosen(row.name), minutes=row.minutes)))
            words.addSpacing(theme.scaled(6))
            words.addLayout(self._next_buttons(row))
        block = QHBoxLayout()
        block.setSpacing(theme.scaled(8))
        block.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        block.addLayout(words, 1)
        self._column.addLayout(block)

    def _next_buttons(self, row: ConversationRow) -> QHBoxLayout:
        self.held_button = plain_button(self.tr("It took place…"))
        self.move_button = quiet_button(self.tr("Move"))
        self.held_button.clicked.connect(lambda: self._ask_hold(row))
        self.move_button.clicked.connect(lambda: self._ask_move(row))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.scaled(4))
        buttons.addWidget(self.held_button)
        buttons.addWidget(self.move_button)
        buttons.addStretch(1)
        return buttons

    def _add_facts(self, detail: StudentDetail) -> None:
        values = detail.values
        days = ", ".join(weekday_name(day) for day in values.weekdays) or self.tr("no fixed days")
        period = self.tr("{first} to {last}").format(
            first=day_with_year(values.starts_on), last=day_with_year(values.ends_on)
        )
        facts = [days, period]
        if values.kind is not TrajectoryKind.STUDENT:
            facts.append(trajectory_kind_name(values.kind, translate))
        facts.extend(
            f"{block.name or filled('{Block_placement}')}: {short_day(block.starts_on)} – "
            f"{short_day(block.ends_on)}"
            for block in values.blocks
        )
        box = self._section(filled("{At_workplace}"), spacing=2)
        box.addWidget(Label(facts[0]))
        for fact in facts[1:]:
            box.addWidget(muted_label(fact))

    def _add_rounds(self, rows: Sequence[RoundRow]) -> None:
        box = self._section(self.tr("Rounds"), spacing=8)
        if not rows:
            box.addWidget(muted_label(self.tr("No round yet.")))
        newest = rows[-1].number if rows else 0
        room = theme.scaled(WIDTH) - 2 * theme.scaled(16) - 2
        for row in reversed(rows):
            line = RoundLine(row, newest=row.number == newest and not row.final, room=room)
            line.sheet_requested.connect(partial(self._ask_sheet, row.id))
            line.report_requested.connect(
                lambda row=row: self.open_requested.emit("printing", {"round_id": row.id})
            )
            line.texts_requested.connect(
                lambda row=row: self.open_requested.emit("report_texts", {"round_id": row.id})
            )
            self.round_lines.append(line)
            box.addWidget(line)

    def _add_conversations(self, rows: Sequence[ConversationRow]) -> None:
        if not rows:
            return
        box = self._section(self.tr("Conversations"), spacing=8)
        for row in rows:
            line = ConversationLine(row, today=self._today)
            line.held_requested.connect(lambda row=row: self._ask_hold(row))
            line.move_requested.connect(lambda row=row: self._ask_move(row))
            line.plan_again_requested.connect(lambda row=row: self.plan_again_requested.emit(row))
            self.conversation_lines.append(line)
            box.addWidget(line)

    def _add_agreements(self, rows: Sequence[AgreementRow]) -> None:
        self._agreements = QVBoxLayout()
        self._agreements.setSpacing(theme.scaled(4))
        box = self._section(self.tr("Open agreements"), spacing=4)
        box.addLayout(self._agreements)
        self._fill_agreements(rows)

    def _fill_agreements(self, rows: Sequence[AgreementRow]) -> None:
        _clear(self._agreements)
        shown = [row for row in rows if row.state is AgreementState.OPEN or row.id in self._settled]
        # By date and not by state, so that a line that was just ticked stays where it is.
        shown.sort(key=lambda row: (row.due_on or date.max, row.id.hex))
        self.agreement_lines = [AgreementLine(row, today=self._today) for row in shown]
        for line in self.agreement_lines:
            line.settled.connect(self.agreement_settled)
            self._agreements.addWidget(line)
        if not shown:
            self._agreements.addWidget(muted_label(self.tr("No open agreements.")))

    def _section(self, title: str, *, spacing: int) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.scaled(spacing))
        box.addWidget(small_heading(title))
        self._column.addLayout(box)
        return box

    def _ask_sheet(self, round_id: uuid.UUID, perspective: Perspective, strand: Strand) -> None:
        arguments = {"round_id": round_id, "perspective": perspective, "strand": strand}
        self.open_requested.emit("score_sheet", arguments)

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
