"""The score sheet: all criteria of one perspective, strand and round as an accordion on one screen."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import CriterionView, ScoreView, SheetView
from wpl_desktop.texts import error_message
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.evaluations.phrase_desk import PhraseDesk
from wpl_desktop.ui.evaluations.score_body import ScoreBody
from wpl_desktop.ui.evaluations.score_help import ScoreHelp
from wpl_desktop.ui.evaluations.score_list import ListScroll, ScoreList
from wpl_desktop.ui.evaluations.score_values import RowKey, SheetKey, values_of
from wpl_desktop.ui.evaluations.sheet_apart import SheetApart
from wpl_desktop.ui.evaluations.sheet_bar import SheetBar
from wpl_desktop.ui.evaluations.sheet_columns import SheetColumns
from wpl_desktop.ui.evaluations.sheet_head import SheetHead
from wpl_desktop.ui.evaluations.sheet_keeping import SheetKeeping
from wpl_desktop.ui.evaluations.sheet_page import SheetPage
from wpl_desktop.ui.evaluations.sheet_rows import SheetRows
from wpl_desktop.ui.evaluations.sheet_trouble import SheetTrouble
from wpl_desktop.ui.evaluations.sheet_words import (
    conflict_words,
    is_own_ready,
    last_heading,
    level_names,
    not_held_words,
)
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.content import ContentArea


class ScoreSheetPage(SheetRows, SheetPage):
    """One sheet at a time; what is typed is kept by itself, levels at once and texts within 2 s."""

    shows: ClassVar[frozenset[str]] = frozenset({"Round", "Sheet", "Score", "Trajectory", "Person"})
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: SheetKey | None = None
        self._shown: SheetKey | None = None
        self._scores: dict[uuid.UUID, ScoreView] = {}
        self._open_row: int | None = None
        self._next_row: int | None = None
        self._own_is_ready = True
        self.keeping = SheetKeeping(self._services, origin=self, parent=self)
        self.head = SheetHead()
        self.body = ScoreBody()
        self.list = ScoreList(self.body)
        self.help = ScoreHelp()
        self.bar = SheetBar()
        self.trouble = SheetTrouble()
        self.area = ListScroll(self.list, self.body)
        self.columns = SheetColumns(head=self.head, area=self.area, help_column=self.help)
        self.desk = PhraseDesk(self.body, services=self._services, parent=self)
        self.phrases = self.desk.list
        self.apart = SheetApart()
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show the sheet of a round: `round_id`, `perspective` (the workplace's) and `strand` (the student's)."""
        round_id = arguments.get("round_id")
        if not isinstance(round_id, uuid.UUID):
            return False
        perspective = arguments.get("perspective", Perspective.WORKPLACE)
        strand = arguments.get("strand", Strand.STUDENT_PART)
        self._show_sheet(
            SheetKey(
                round_id=round_id,
                perspective=cast("Perspective", perspective),
                strand=cast("Strand", strand),
            )
        )
        return True

    def place(self) -> dict[str, object]:
        return {} if self._key is None else vars(self._key)

    def refresh(self) -> None:
        """Show the sheet as it is kept now; what waits to be kept goes first and is never overwritten."""
        if self._key is None:
            return
        self.flush()
        try:
            view = self._services().evaluations.sheet(
                self._key.round_id, perspective=self._key.perspective, strand=self._key.strand
            )
            self._own_is_ready = is_own_ready(view)
        except (DomainError, EnvironmentTrouble) as error:
            # What is on screen belongs to another sheet: nothing may be clicked there now.
            self.setEnabled(self._shown == self._key)
            self.trouble.say(error_message(error, translate))
            return
        self.setEnabled(True)
        self._view = view
        self.heading_changed.emit()
        if not self._show_whether_apart(view):
            return
        self._scores = self.keeping.shown(self._key, view)
        is_other = self._shown != self._key or len(self.list.rows()) != len(view.criteria)
        if is_other:
            self._fill_rows(view)
        for number in range(len(view.criteria)):
            self._update_row(number)
        self.head.show_sheet(view, own_ready=self._own_is_ready)
        self._set_locked(view)
        if is_other and view.criteria:
            row = next(iter(self._gaps()), 0) if self._next_row is None else self._next_row
            self._open(min(row, len(view.criteria) - 1))
        elif self._open_row is not None:
            self.body.reload(self._score(self._open_row))
        self._show_conflicts()
        self._update_bar()

    def focus_first(self) -> None:
        """Put the keyboard on the open row, or on the first row that has no mark yet."""
        if self.apart.isVisibleTo(self):
            self.apart.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._view is None or not self._view.criteria:
            return
        number = self._open_row if self._open_row is not None else next(iter(self._gaps()), 0)
        self._focus_row(number)

    def flush(self) -> bool:
        """Put everything that was typed on disk now; True when nothing is left waiting."""
        return self.keeping.flush()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.columns.put_help_away()
        if self._open_row is not None:
            self._focus_row(self._open_row)

    # Slots

    def _on_strand_chosen(self, strand: Strand) -> None:
        if self._key is not None and strand is not self._key.strand:
            self._show_sheet(replace(self._key, strand=strand), row=self._open_row)
            self.focus_first()

    def _on_perspective_chosen(self, perspective: Perspective) -> None:
        if self._key is not None and perspective is not self._key.perspective:
            self._show_sheet(replace(self._key, perspective=perspective))
            self.focus_first()

    def _on_paper_wanted(self, perspective: Perspective) -> None:
        if self._key is not None:
            self.open_requested.emit(
                "paper_sheet", {"round_id": self._key.round_id, "perspective": perspective}
            )

    def _on_apart(self) -> None:
        if self._view is not None and self._view.hidden:
            self._on_perspective_chosen(Perspective.WORKPLACE)
        else:
            self.back_requested.emit()

    def _on_next(self, page: str) -> None:
        if self._key is not None and self.keeping.is_settled(self._key):
            self.open_requested.emit(page, {"round_id": self._key.round_id})

    def _on_ready(self) -> None:
        if self._key is None or self._view is None or not self.keeping.is_settled(self._key):
            return
        try:
            self._services().evaluations.mark_ready(
                self._key.round_id,
                perspective=self._key.perspective,
                strand=self._key.strand,
                ready=self._view.ready_at is None,
                origin=self,
            )
        except (DomainError, EnvironmentTrouble) as error:
            self.trouble.say(error_message(error, translate))
            return
        self.saved.emit()
        self.refresh()

    def _on_kept(self) -> None:
        self.trouble.say("")
        self.saved.emit()
        if self._view is not None and self._view.blind and not self._own_is_ready:
            # The first mark on a sheet of somebody else decides whether it is blind (R5).
            QTimer.singleShot(0, self, self._show_whether_blind)

    def _on_failed(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        self.trouble.say(self.tr("Not saved yet. {reason}").format(reason=message))

    def _on_refused(self, error: DomainError, values: ScoreValues) -> None:
        message = error_message(error, translate)
        self.trouble.say_refused(self.tr("This was not kept. {reason}").format(reason=message), values)
        # What is kept now, not what was typed; after the drafts have let go of it.
        QTimer.singleShot(0, self, self.refresh)

    def _on_conflicted(self, row: RowKey) -> None:
        if row.sheet == self._key:
            QTimer.singleShot(0, self, self.refresh)

    def _on_decided(self, *, typed: bool) -> None:
        if self._key is None or self._open_row is None:
            return
        row = RowKey(sheet=self._key, criterion_id=self._criteria()[self._open_row].id)
        # Before the choice disappears, and the keyboard with it to some other row.
        self._focus_row(self._open_row)
        (self.keeping.keep_typed if typed else self.keeping.take_kept)(row)
        self.refresh()

    def _on_phrases(self) -> None:
        if self._view is not None and self._open_row is not None:
            self.desk.open(self._view.trajectory_id, self._criteria()[self._open_row])

    # Internals

    def _assemble(self) -> None:
        content = ContentArea(top=16, bottom=4)
        content.body.addWidget(self.columns, 1)
        content.body.addWidget(self.apart)
        content.body.addStretch()
        content.body.addWidget(self.trouble)
        self.body.set_phrases_offered(not joint_screen.is_on())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(content, 1)
        page.addWidget(self.bar)

    def _connect(self) -> None:
        self._connect_rows()
        self.body.left.connect(self.flush)
        self.head.strand_chosen.connect(self._on_strand_chosen)
        self.head.perspective_chosen.connect(self._on_perspective_chosen)
        self.body.phrases_requested.connect(self._on_phrases)
        self.body.conflict.kept_wanted.connect(lambda: self._on_decided(typed=False))
        self.body.conflict.typed_wanted.connect(lambda: self._on_decided(typed=True))
        self.head.paper_wanted.connect(self._on_paper_wanted)
        self.apart.triggered.connect(self._on_apart)
        self.bar.preview_requested.connect(lambda: self._on_next("printing"))
        self.bar.round_requested.connect(lambda: self._on_next("round"))
        self.bar.ready_requested.connect(self._on_ready)
        self.keeping.kept.connect(self._on_kept)
        self.keeping.failed.connect(self._on_failed)
        self.keeping.refused.connect(self._on_refused)
        self.keeping.conflicted.connect(self._on_conflicted)
        for keys, strand in (("Ctrl+PgUp", Strand.STUDENT_PART), ("Ctrl+PgDown", Strand.WORKPLACE_PART)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda strand=strand: self._on_strand_chosen(strand))

    def _show_whether_blind(self) -> None:
        if self._key is None or self._view is None or self._view.round_id != self._key.round_id:
            return
        try:
            kept = self._services().evaluations.sheet(
                self._key.round_id, perspective=self._key.perspective, strand=self._key.strand
            )
        except (DomainError, EnvironmentTrouble) as error:
            self.trouble.say(error_message(error, translate))
            return
        self._view = replace(self._view, blind=kept.blind)
        self.head.show_sheet(self._view, own_ready=self._own_is_ready)

    def _show_whether_apart(self, view: SheetView) -> bool:
        """R5: True when the sheet may be seen on this screen now."""
        shown = self.apart.show_for(view, services=self._services())
        self.columns.setVisible(shown)
        self.bar.setVisible(shown)
        return shown

    def _show_sheet(self, key: SheetKey, *, row: int | None = None) -> None:
        self.flush()
        self._key = key
        self._next_row = row
        self.trouble.clear()
        self.refresh()

    def _fill_rows(self, view: SheetView) -> None:
        self._open_row = None
        self.list.set_criteria(view.criteria, strand=view.strand, level_names=level_names(view))
        self._shown = self._key

    def _criteria(self) -> tuple[CriterionView, ...]:
        return self._view.criteria if self._view else ()

    def _open(self, number: int | None) -> None:
        if number == self._open_row or self._view is None:
            return
        self.flush()
        self._open_row = number
        if number is None:
            self.list.open_at(None)
            return
        self._show_open_row(number, level_names=level_names(self._view))
        self.help.set_fact(not_held_words(self._view, self._view.criteria[number]))
        self._show_conflicts()
        self.help.set_last(
            "" if joint_screen.is_on() else self._score(number).last_comment,
            heading=last_heading(self._view),
            may_take=not self._is_locked(),
        )
        self.area.keep_open_row_in_view()

    def _change(self, number: int, score: ScoreView, *, at_once: bool) -> None:
        if self._key is None:
            return
        criterion_id = self._criteria()[number].id
        self._scores[criterion_id] = score
        row = RowKey(sheet=self._key, criterion_id=criterion_id)
        self.keeping.keep(row, values_of(score), at_once=at_once)
        self._update_row(number)
        if self.keeping.conflict(row) is not None:
            self._show_conflicts()

    def _show_conflicts(self) -> None:
        """The two texts of the open row, and which other rows have two."""
        if self._key is None or self._view is None:
            return
        waiting = {row.criterion_id for row in self.keeping.conflicts(self._key)}
        conflict, code = None, ""
        if self._open_row is not None:
            criterion = self._criteria()[self._open_row]
            code = criterion.code
            conflict = self.keeping.conflict(RowKey(sheet=self._key, criterion_id=criterion.id))
            if self.area.viewport().height() > self.body.sizeHint().height():
                waiting.discard(criterion.id)
        self.body.conflict.show_conflict(conflict, level_names=level_names(self._view), code=code)
        self.trouble.say_conflicts(
            conflict_words([one.code for one in self._criteria() if one.id in waiting])
        )

    def _update_row(self, number: int) -> None:
        score = self._score(number)
        # On the joint screen: the round before may never have been put side by side (R5).
        last_round = self._view.last_round if self._view and not joint_screen.is_on() else None
        label = "" if last_round is None else self.tr("round {number}").format(number=last_round)
        self.list.rows()[number].set_score(score, last_label=label)

    def _update_bar(self) -> None:
        if self._view is None:
            return
        self.bar.show_progress(
            gaps=[self._criteria()[number].code for number in self._gaps()],
            total=len(self._criteria()),
            ready_at=self._view.ready_at,
            final=self._view.final,
            with_round=not joint_screen.is_on(),
        )

    def _is_locked(self) -> bool:
        return self._view is not None and (self._view.final or self._view.ready_at is not None)

    def _set_locked(self, view: SheetView) -> None:
        locked = self._is_locked()
        self.bar.show_keys(
            levels=len(view.level_labels),
            no_opportunity=view.strand is Strand.STUDENT_PART,
            locked=locked,
        )
        for row in self.list.rows():
            row.set_locked(locked)
        self.body.set_locked(locked)
