"""Typing over a sheet on paper, in the order of the paper and by keyboard alone."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Collected, MarkKind, Perspective
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import ScoreView, SheetView
from wpl_desktop.texts import error_message, strand_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.paper_head import PaperHead
from wpl_desktop.ui.evaluations.paper_rows import PaperBlock, PaperRow, legend_words
from wpl_desktop.ui.evaluations.score_values import RowKey, SheetKey, values_of
from wpl_desktop.ui.evaluations.sheet_apart import SheetApart
from wpl_desktop.ui.evaluations.sheet_bar import SheetBar
from wpl_desktop.ui.evaluations.sheet_conflict import SheetConflict
from wpl_desktop.ui.evaluations.sheet_keeping import SheetKeeping
from wpl_desktop.ui.evaluations.sheet_page import SheetPage
from wpl_desktop.ui.evaluations.sheet_trouble import SheetTrouble
from wpl_desktop.ui.evaluations.sheet_words import conflict_words, is_own_ready, level_names, writer_of
from wpl_desktop.ui.language import translate, words
from wpl_desktop.ui.widgets.content import ContentArea

_Place = tuple[Strand, uuid.UUID]


class PaperPage(SheetPage):
    """Both parts of one person's paper below each other; what is typed is kept by itself."""

    shows: ClassVar[frozenset[str]] = frozenset({"Round", "Sheet", "Score", "Trajectory", "Person"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._round_id: uuid.UUID | None = None
        self._perspective = Perspective.STUDENT
        self._views: dict[Strand, SheetView] = {}
        self._scores: dict[_Place, ScoreView] = {}
        self._shown: tuple[uuid.UUID, Perspective] | None = None
        self._rows_of: Perspective | None = None
        self._head_typed = False
        self.keeping = SheetKeeping(self._services, origin=self, collected=Collected.PAPER, parent=self)
        self.head = PaperHead()
        self.blocks = {strand: PaperBlock(strand_name(strand, translate, words()), "") for strand in Strand}
        self.conflict = SheetConflict()
        self.trouble = SheetTrouble()
        self.apart = SheetApart()
        self.bar = SheetBar()
        self.area = QScrollArea()
        self._inside = QWidget()
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show the paper of a round and a person: `round_id` and `perspective` (the student's)."""
        round_id = arguments.get("round_id")
        if not isinstance(round_id, uuid.UUID):
            return False
        self.flush()
        self._round_id = round_id
        self._perspective = cast("Perspective", arguments.get("perspective", Perspective.STUDENT))
        self._head_typed = False
        self.trouble.clear()
        self.refresh()
        return True

    def place(self) -> dict[str, object]:
        if self._round_id is None:
            return {}
        return {"round_id": self._round_id, "perspective": self._perspective}

    def refresh(self) -> None:
        """Show the sheet as it is kept now; what waits to be kept goes first."""
        if self._round_id is None:
            return
        self.flush()
        try:
            self._views = self._services().evaluations.sheets(self._round_id, perspective=self._perspective)
        except (DomainError, EnvironmentTrouble) as error:
            self.setEnabled(False)
            self.trouble.say(error_message(error, translate))
            return
        self.setEnabled(True)
        view = self._view = self._views[Strand.STUDENT_PART]
        self.heading_changed.emit()
        hidden = next((one for one in self._views.values() if one.hidden), view)
        shown = self.apart.show_for(hidden, services=self._services())
        for widget in (self.area, self.bar):
            widget.setVisible(shown)
        if not shown:
            return
        if not self._has_same_rows():
            self._fill_rows()
        if self._rows_of is not self._perspective:
            self._hand_rows_over()
        if self._shown != (self._round_id, self._perspective):
            self._begin_paper()
        for strand, part in self._views.items():
            for criterion_id, score in self.keeping.shown(self._key(strand), part).items():
                self._scores[strand, criterion_id] = score
            for row in self.blocks[strand].rows:
                row.set_score(self._scores[strand, row.criterion.id])
        if not self._head_typed:
            self.head.show_sheet(
                view,
                person=view.written_by or writer_of(self._services(), view),
                today=self._services().database.clock.local().date(),
            )
        self.head.show_blindness(self._least_blind(), own_ready=is_own_ready(view, strands=tuple(Strand)))
        self._lock()
        self._show_conflicts()
        self._update_bar()

    def focus_first(self) -> None:
        """Put the keyboard on the first row without a tick; the head is filled in already."""
        if self.apart.isVisibleTo(self):
            self.apart.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        rows = self._all_rows()
        first = next((row for _, row in rows if row.mark().kind is MarkKind.NOT_YET_SCORED), None)
        if first is None and rows:
            first = rows[0][1]
        if first is not None:
            first.editors()[0 if first.picker.isEnabled() else 1].setFocus(Qt.FocusReason.OtherFocusReason)
            # In a low window the head stands above it; once the layout is up to date.
            QTimer.singleShot(0, self, partial(self._show_focused, first.height()))

    def flush(self) -> bool:
        """Put everything that was typed on disk now; True when nothing is left waiting."""
        kept = self.keeping.flush()
        return self._keep_head() and kept

    # Slots

    def _on_changed(self, strand: Strand, row: PaperRow, _mark: object = None, *, at_once: bool) -> None:
        place = (strand, row.criterion.id)
        self._scores[place] = replace(
            self._scores[place], mark=row.mark(), evidence=row.evidence(), comment=row.comment()
        )
        if row.source is not None:
            self._scores[place] = replace(self._scores[place], source=row.chosen_source())
        key = RowKey(sheet=self._key(strand), criterion_id=row.criterion.id)
        self.keeping.keep(key, values_of(self._scores[place]), at_once=at_once)
        self._show_conflicts()
        self._update_bar()

    def _on_step(self, row: PaperRow, step: int) -> None:
        rows = [found for _, found in self._all_rows()]
        number = rows.index(row) + step
        if 0 <= number < len(rows):
            following = rows[number]
            target = following.picker if following.picker.isEnabled() else following.lines[0]
            target.setFocus(Qt.FocusReason.TabFocusReason)
        elif number == len(rows) and not self.bar.ready.isHidden():
            self.bar.ready.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_kept(self) -> None:
        self.trouble.say("")
        self.saved.emit()
        if self._view is not None and self._view.collected_on is None:
            # The first row decides whether the sheet is blind, and that it came in on paper (R5).
            self._head_typed = True
            QTimer.singleShot(0, self, self._after_first)

    def _after_first(self) -> None:
        self._keep_head()
        self.refresh()

    def _on_failed(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        self.trouble.say(self.tr("Not saved yet. {reason}").format(reason=message))

    def _on_refused(self, error: DomainError, values: ScoreValues) -> None:
        message = error_message(error, translate)
        self.trouble.say_refused(self.tr("This was not kept. {reason}").format(reason=message), values)
        QTimer.singleShot(0, self, self.refresh)

    def _on_head_changed(self) -> None:
        self._head_typed = True
        self.head.on_field.set_error(None)

    def _on_ready(self) -> None:
        if self._round_id is None:
            return
        if self._is_ready():
            self._set_ready(ready=False)
            return
        self._head_typed = True
        if not self.flush():
            return
        if self._set_ready(ready=True):
            self.open_requested.emit("round", {"round_id": self._round_id})

    def _on_decided(self, *, typed: bool) -> None:
        rows = self._conflict_rows()
        if rows:
            (self.keeping.keep_typed if typed else self.keeping.take_kept)(rows[0])
            self.refresh()
            self._focus_row(rows[0])

    def _on_own_sheet(self) -> None:
        if self._round_id is not None and self.flush():
            self.open_requested.emit("score_sheet", {"round_id": self._round_id})

    def _on_to_round(self) -> None:
        if self._round_id is not None and self.flush():
            self.open_requested.emit("round", {"round_id": self._round_id})

    # Internals

    def _assemble(self) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.scaled(12))
        # The head scrolls along: in a low window it would leave no room for the rows.
        for widget in (self.head, *self.blocks.values()):
            inside.addWidget(widget)
        inside.addStretch(1)
        # Its height follows from its width; the least height of narrow lines would be far too much.
        self._inside.setMinimumHeight(1)
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.bar.preview.hide()
        content = ContentArea(top=16, bottom=4)
        content.body.setSpacing(theme.scaled(12))
        for widget in (self.apart, self.conflict, self.trouble):
            content.body.addWidget(widget)
        content.body.addWidget(self.area, 1)
        content.body.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(content, 1)
        page.addWidget(self.bar)

    def _connect(self) -> None:
        self.head.changed.connect(self._on_head_changed)
        self.head.left.connect(self._keep_head)
        self.head.own_sheet_wanted.connect(self._on_own_sheet)
        self.apart.triggered.connect(self._on_own_sheet)
        self.bar.ready_requested.connect(self._on_ready)
        self.bar.round_requested.connect(self._on_to_round)
        self.conflict.kept_wanted.connect(lambda: self._on_decided(typed=False))
        self.conflict.typed_wanted.connect(lambda: self._on_decided(typed=True))
        self.keeping.kept.connect(self._on_kept)
        self.keeping.failed.connect(self._on_failed)
        self.keeping.refused.connect(self._on_refused)
        self.keeping.conflicted.connect(lambda: QTimer.singleShot(0, self, self.refresh))

    def _key(self, strand: Strand) -> SheetKey:
        return SheetKey(
            round_id=cast("uuid.UUID", self._round_id), perspective=self._perspective, strand=strand
        )

    def _begin_paper(self) -> None:
        """Nothing of the paper before stays: no values, and nothing that Ctrl+Z could bring back."""
        self._scores = {}
        self._shown = None if self._round_id is None else (self._round_id, self._perspective)
        self.area.verticalScrollBar().setValue(0)
        for block in self.blocks.values():
            for row in block.rows:
                row.forget_typing()

    def _has_same_rows(self) -> bool:
        return all(
            [row.criterion.id for row in self.blocks[strand].rows] == [one.id for one in view.criteria]
            for strand, view in self._views.items()
        )

    def _fill_rows(self) -> None:
        self._rows_of = None
        for strand, view in self._views.items():
            names = level_names(view)
            rows = [
                PaperRow(criterion, strand=strand, perspective=self._perspective, level_names=names)
                for criterion in view.criteria
            ]
            self.blocks[strand].set_rows(rows)
            for row in rows:
                self._connect_row(strand, row)
        self.bar.show_keys(
            levels=len(self._views[Strand.STUDENT_PART].level_labels),
            no_opportunity=True,
            locked=False,
            with_enter=True,
        )

    def _hand_rows_over(self) -> None:
        """The same rows for the paper of this person."""
        self._rows_of = self._perspective
        before: QWidget = self.head.own_sheet
        for strand, block in self.blocks.items():
            names = level_names(self._views[strand])
            block.set_remark(self._remark(strand, legend_words(names, strand=strand)))
            for row in block.rows:
                row.set_perspective(self._perspective)
                for editor in row.editors():
                    QWidget.setTabOrder(before, editor)
                    before = editor
        QWidget.setTabOrder(before, self.bar.ready)

    def _connect_row(self, strand: Strand, row: PaperRow) -> None:
        row.picked.connect(partial(self._on_changed, strand, row, at_once=True))
        row.source_chosen.connect(partial(self._on_changed, strand, row, at_once=True))
        row.typed.connect(partial(self._on_changed, strand, row, at_once=False))
        row.step_requested.connect(partial(self._on_step, row))
        row.left.connect(partial(self._on_left, row))

    def _on_left(self, row: PaperRow) -> None:
        self.keeping.flush()
        self._show_focused(row.height())

    def _show_focused(self, margin: int) -> None:
        """Scroll to where the keyboard is, with room above and below, in pixels."""
        focused = cast("QWidget | None", self.focusWidget())
        if focused is not None and self._inside.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused, 0, margin + theme.scaled(8))

    def _remark(self, strand: Strand, legend: str) -> str:
        if strand is Strand.WORKPLACE_PART and self._perspective is Perspective.STUDENT:
            return self.tr("Voluntary: leaving it empty is fine. {legend}").format(legend=legend)
        return legend

    def _least_blind(self) -> SheetView:
        return next(
            (view for view in self._views.values() if not view.blind), next(iter(self._views.values()))
        )

    def _all_rows(self) -> list[tuple[Strand, PaperRow]]:
        return [(strand, row) for strand, block in self.blocks.items() for row in block.rows]

    def _is_ready(self) -> bool:
        return all(view.ready_at is not None for view in self._views.values())

    def _lock(self) -> None:
        for strand, view in self._views.items():
            for row in self.blocks[strand].rows:
                row.set_locked(view.final or view.ready_at is not None)
        part = self._views[Strand.STUDENT_PART]
        self.head.set_locked(part.final or self._is_ready(), view=part)

    def _update_bar(self) -> None:
        view = self._views.get(Strand.STUDENT_PART)
        if view is None:
            return
        rows = self.blocks[Strand.STUDENT_PART].rows
        self.bar.show_progress(
            gaps=[row.criterion.code for row in rows if row.mark().kind is MarkKind.NOT_YET_SCORED],
            total=len(rows),
            ready_at=view.ready_at if self._is_ready() else None,
            final=view.final or (self._is_ready() and view.revealed),
        )

    def _keep_head(self) -> bool:
        """Record who wrote the paper and when, once something of it was typed; False when that could not be."""
        if self._round_id is None or not self._head_typed or not self._views:
            return True
        view = self._views[Strand.STUDENT_PART]
        typed: tuple[str, date | None] = (self.head.written_by.text().strip(), self.head.written_on.value())
        if view.final or self._is_ready() or (view.written_by, view.written_on) == typed:
            return True
        try:
            self._services().evaluations.note_paper(
                self._round_id, self._perspective, written_by=typed[0], written_on=typed[1], origin=self
            )
        except DomainError as error:
            self.head.on_field.set_error(error_message(error, translate))
            return False
        except EnvironmentTrouble as error:
            self._on_failed(error)
            return False
        for strand, part in self._views.items():
            self._views[strand] = replace(part, written_by=typed[0], written_on=typed[1])
        self.saved.emit()
        return True

    def _set_ready(self, *, ready: bool) -> bool:
        round_id = cast("uuid.UUID", self._round_id)
        try:
            if ready and self._is_silent():
                self._services().hand_over.withhold(round_id, origin=self)
            self._services().evaluations.mark_all_ready(
                round_id, perspective=self._perspective, ready=ready, origin=self
            )
        except (DomainError, EnvironmentTrouble) as error:
            self.trouble.say(error_message(error, translate))
            return False
        self.saved.emit()
        self.refresh()
        return True

    def _is_silent(self) -> bool:
        """R9: the student left the part about the workplace empty, which is as good an answer as any."""
        if self._perspective is not Perspective.STUDENT:
            return False
        rows = self.blocks[Strand.WORKPLACE_PART].rows
        return all(row.mark().level is None and not row.comment().strip() for row in rows)

    def _conflict_rows(self) -> list[RowKey]:
        return [row for strand in self._views for row in self.keeping.conflicts(self._key(strand))]

    def _show_conflicts(self) -> None:
        rows = self._conflict_rows()
        codes = {row.criterion.id: row.criterion.code for _, row in self._all_rows()}
        conflict = self.keeping.conflict(rows[0]) if rows else None
        names = level_names(self._views[rows[0].sheet.strand]) if rows else ()
        self.conflict.show_conflict(
            conflict, level_names=names, code=codes[rows[0].criterion_id] if rows else ""
        )
        self.trouble.say_conflicts(conflict_words([codes[row.criterion_id] for row in rows[1:]]))

    def _focus_row(self, key: RowKey) -> None:
        for strand, row in self._all_rows():
            if strand is key.sheet.strand and row.criterion.id == key.criterion_id:
                row.picker.setFocus(Qt.FocusReason.OtherFocusReason)
