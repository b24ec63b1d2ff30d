"""The lines of the panel beside the students' list: a round, a conversation, an agreement."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import AgreementState, ConversationState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.conversations import AgreementRow, ConversationRow
from wpl_desktop.services.evaluations import RoundRow
from wpl_desktop.texts import cause_name, party_name, perspective_name, round_kind_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, filled, short_day, translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.students.student_words import (
    moment_words,
    ready_perspectives,
    round_title,
    waiting_words,
)
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button, quiet_button
from wpl_desktop.ui.widgets.chip import Chip
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.shapes import ShapeMark

_SUMMARY_LENGTH = 160


class RoundLine(QWidget):
    """One round: who is ready, and the ways to its sheets and its report."""

    sheet_requested = Signal(object, object)
    report_requested = Signal()
    texts_requested = Signal()

    def __init__(self, row: RoundRow, *, newest: bool, room: int, parent: QWidget | None = None) -> None:
        """A line for a panel with `room` pixels; buttons that do not fit beside the words go below them."""
        super().__init__(parent)
        title = round_title(row.number)
        ready = ready_perspectives(row)
        state = waiting_words(row.perspectives, ready=ready, final=row.final)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(6))
        marks = [self._shape(perspective, ready=perspective in ready) for perspective in row.perspectives]
        in_head = [Label(title, role="strong", wrap=False), *marks]
        for widget in in_head:
            head.addWidget(widget)
        head.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(muted_label(f"{round_kind_name(row.kind, translate)}, {state}"))
        score_text = self.tr("Look") if row.final else self.tr("Score")
        self.score_button = plain_button(score_text) if newest else quiet_button(score_text)
        self.report_button = quiet_button(self.tr("Report"))
        self.more_button = IconButton("dots", name=self.tr("More of {round}").format(round=title))
        self.menu = self._menu(row)
        in_row = (self.score_button, self.report_button, self.more_button)
        for button in in_row[:2]:
            button.setAccessibleName(f"{button.text()}, {title}")
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in in_row:
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        # A layout counts nothing that has not been shown yet, so the widgets are asked themselves.
        wanted = sum(widget.sizeHint().width() for widget in (*in_head, *in_row))
        beside = wanted + len(in_head) * theme.scaled(6) <= room
        if not beside:
            buttons.addStretch(1)
        directions = QBoxLayout.Direction
        layout = QBoxLayout(directions.LeftToRight if beside else directions.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(4))
        layout.addLayout(lines, 1)
        layout.addLayout(buttons)
        self.score_button.clicked.connect(self._on_score)
        self.report_button.clicked.connect(self._on_report)
        self.more_button.clicked.connect(self._on_more)

    # Slots

    def _on_score(self) -> None:
        self.sheet_requested.emit(Perspective.WORKPLACE, Strand.STUDENT_PART)

    def _on_report(self) -> None:
        self.report_requested.emit()

    def _on_more(self) -> None:
        self.menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    # Internals

    def _shape(self, perspective: Perspective, *, ready: bool) -> ShapeMark:
        name = perspective_name(perspective, translate, words())
        text = self.tr("{who}: ready") if ready else self.tr("{who}: not ready yet")
        mark = ShapeMark(SHAPES[perspective], filled=ready, name=text.format(who=name))
        mark.setToolTip(text.format(who=name))
        return mark

    def _menu(self, row: RoundRow) -> QMenu:
        menu = QMenu(self)
        sheets = [(Perspective.WORKPLACE, Strand.WORKPLACE_PART, self.tr("Conditions at the workplace"))]
        if Perspective.STUDENT in row.perspectives:
            sheets.append((Perspective.STUDENT, Strand.STUDENT_PART, self.tr("Own sheet of the {student}")))
        if Perspective.INSTITUTE in row.perspectives:
            sheets.append(
                (Perspective.INSTITUTE, Strand.STUDENT_PART, self.tr("Own sheet of the {institute}"))
            )
        for perspective, strand, text in sheets:
            action = menu.addAction(filled(text))
            action.triggered.connect(
                lambda _checked=False, perspective=perspective, strand=strand: self.sheet_requested.emit(
                    perspective, strand
                )
            )
        menu.addSeparator()
        menu.addAction(self.tr("Texts of the report…")).triggered.connect(self._on_texts)
        return menu

    def _on_texts(self) -> None:
        self.texts_requested.emit()


class ConversationLine(QWidget):
    """One conversation: when and what; a planned one can be marked and moved, a marked one put back."""

    held_requested = Signal()
    move_requested = Signal()
    plan_again_requested = Signal()

    def __init__(self, row: ConversationRow, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        planned = row.state is ConversationState.PLANNED
        when = moment_words(row.starts_at, today=today)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(when, role="strong" if planned else "base"))
        for text in self._details(row):
            lines.addWidget(muted_label(text))
        self.held_button = plain_button(self.tr("It took place…"))
        self.move_button = quiet_button(self.tr("Move"))
        self.again_button = IconButton("undo", name=self.tr("Put back as planned"))
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(4))
        head.addLayout(lines, 1)
        head.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(8))
        layout.addLayout(head)
        layout.addWidget(self._planned_buttons())
        self._buttons.setVisible(planned)
        self.again_button.setVisible(not planned)
        for button in (self.held_button, self.move_button, self.again_button):
            button.setAccessibleName(f"{button.text() or button.toolTip()}, {when}")
        self.held_button.clicked.connect(self._on_held)
        self.move_button.clicked.connect(self._on_move)
        self.again_button.clicked.connect(self._on_again)

    # Slots

    def _on_held(self) -> None:
        self.held_requested.emit()

    def _on_move(self) -> None:
        self.move_requested.emit()

    def _on_again(self) -> None:
        self.plan_again_requested.emit()

    # Internals

    def _planned_buttons(self) -> QWidget:
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(4))
        row.addWidget(self.held_button)
        row.addWidget(self.move_button)
        row.addStretch(1)
        return self._buttons

    def _details(self, row: ConversationRow) -> list[str]:
        name = chosen(row.name)
        if row.state is ConversationState.PLANNED:
            return [self.tr("{name}, {minutes} minutes").format(name=name, minutes=row.minutes)]
        if row.state is ConversationState.HELD:
            summary = row.summary
            if len(summary) > _SUMMARY_LENGTH:
                summary = summary[: _SUMMARY_LENGTH - 1].rstrip() + "…"
            return [name, *([summary] if summary else [])]
        cause = cause_name(row.not_held_cause, translate) if row.not_held_cause else ""
        return [name, self.tr("not held: {cause}").format(cause=cause)]


class AgreementLine(QWidget):
    """One agreement with a tick for done; ticked it can be taken back."""

    settled = Signal(object, object)

    def __init__(self, row: AgreementRow, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        done = row.state is AgreementState.DONE
        self.tick = QCheckBox()
        self.tick.setAccessibleName(self.tr("Done: {agreement}").format(agreement=row.text))
        self.tick.setChecked(done)
        self.undo_button = quiet_button(self.tr("Undo"))
        self.undo_button.setAccessibleName(self.tr("Undo: {agreement}").format(agreement=row.text))
        self.undo_button.setVisible(done)
        lines = QVBoxLayout()
        lines.setSpacing(theme.scaled(2))
        lines.setContentsMargins(0, theme.scaled(6), 0, 0)
        lines.addWidget(Label(row.text, tone="muted" if done else "text"))
        lines.addLayout(self._facts(today=today, done=done))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(10))
        layout.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(lines, 1)
        layout.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        self.tick.clicked.connect(self._on_tick)
        self.undo_button.clicked.connect(self._on_undo)

    # Slots

    def _on_tick(self, checked: bool) -> None:
        self.settled.emit(self.row, AgreementState.DONE if checked else AgreementState.OPEN)

    def _on_undo(self) -> None:
        self.settled.emit(self.row, AgreementState.OPEN)

    # Internals

    def _facts(self, *, today: date, done: bool) -> QHBoxLayout:
        facts = QHBoxLayout()
        facts.setSpacing(theme.scaled(8))
        who = self.row.owner or party_name(self.row.party, translate, words())
        if done:
            facts.addWidget(muted_label(self.tr("{who}, done").format(who=who)), 1)
            return facts
        if self.row.due_on is None:
            facts.addWidget(muted_label(who), 1)
            return facts
        by = self.tr("by {day}").format(day=short_day(self.row.due_on))
        if self.row.due_on >= today:
            facts.addWidget(muted_label(f"{who}, {by}"), 1)
            return facts
        facts.addWidget(Label(who, role="secondary", tone="muted", wrap=False))
        facts.addWidget(Chip(by, kind="amber", icon="clock"))
        facts.addStretch(1)
        return facts
