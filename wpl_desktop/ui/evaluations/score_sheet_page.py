"""The score sheet: all criteria of one perspective, strand and round as an accordion on one screen."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Mark, MarkKind, Perspective
from wpl_desktop.domain.people import initials
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import CriterionView, ScoreView, SheetView
from wpl_desktop.texts import error_message, round_kind_name
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.drafts import Drafts
from wpl_desktop.ui.evaluations.phrase_list import PhraseList
from wpl_desktop.ui.evaluations.score_body import ScoreBody
from wpl_desktop.ui.evaluations.score_help import ScoreHelp
from wpl_desktop.ui.evaluations.score_list import ListScroll, ScoreList
from wpl_desktop.ui.evaluations.score_values import RowKey, SheetKey, values_of, with_values
from wpl_desktop.ui.evaluations.sheet_bar import SheetBar
from wpl_desktop.ui.evaluations.sheet_columns import SheetColumns
from wpl_desktop.ui.evaluations.sheet_head import SheetHead
from wpl_desktop.ui.evaluations.sheet_trouble import SheetTrouble
from wpl_desktop.ui.evaluations.sheet_words import apart_words, is_own_ready, last_heading, level_names
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState


class ScoreSheetPage(Page):
    """One sheet at a time; what is typed is kept by itself, levels at once and texts within 2 s."""

    shows: ClassVar[frozenset[str]] = frozenset({"Round", "Sheet", "Score", "Trajectory", "Person"})
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: SheetKey | None = None
        self._view: SheetView | None = None
        self._shown: SheetKey | None = None
        self._scores: dict[uuid.UUID, ScoreView] = {}
        self._open_row: int | None = None
        self._next_row: int | None = None
        self._own_is_ready = True
        self.drafts = Drafts[RowKey, ScoreValues](self._keep, parent=self)
        self.head = SheetHead()
        self.body = ScoreBody()
        self.list = ScoreList(self.body)
        self.help = ScoreHelp()
        self.bar = SheetBar()
        self.trouble = SheetTrouble()
        self.area = ListScroll(self.list, self.body)
        self.columns = SheetColumns(head=self.head, area=self.area, help_column=self.help)
        self.phrases = PhraseList(self)
        self.apart = EmptyState(apart_words(), action=self.tr("Back"), icon="chevron-left")
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> None:
        """Show the sheet of a round: `round_id`, `perspective` (the workplace's) and `strand` (the student's)."""
        round_id = arguments.get("round_id")
        if not isinstance(round_id, uuid.UUID):
            return
        perspective = arguments.get("perspective", Perspective.WORKPLACE)
        strand = arguments.get("strand", Strand.STUDENT_PART)
        self._show_sheet(
            SheetKey(
                round_id=round_id,
                perspective=cast("Perspective", perspective),
                strand=cast("Strand", strand),
            )
        )

    def title(self) -> str:
        """The student's name."""
        return self._view.student_name if self._view else ""

    def subtitle(self) -> str:
        """Which round this is."""
        if self._view is None:
            return ""
        return self.tr("Evaluation round {number}, {kind}").format(
            number=self._view.round_number, kind=round_kind_name(self._view.round_kind, translate)
        )

    def subject(self) -> dict[str, object]:
        return {"trajectory_id": self._view.trajectory_id} if self._view else {}

    def place(self) -> dict[str, object]:
        return {} if self._key is None else vars(self._key)

    def initials(self) -> str:
        """The student's initials."""
        return initials(self._view.student_name, call_name=self._view.call_name) if self._view else ""

    @property
    def back_target(self) -> str | None:
        """The rounds of the student; without a sheet the page of all students."""
        return "student" if self._view is not None else "students"

    @property
    def back_arguments(self) -> dict[str, object]:
        """Which student, and the tab with the rounds."""
        return {**self.subject(), "tab": "evaluations"} if self._view is not None else {}

    def refresh(self) -> None:
        """Show the sheet as it is kept now; what waits to be kept goes first and is never overwritten."""
        if self._key is None:
            return
        self.flush()
        try:
            view = self._services().evaluations.sheet(
                self._key.round_id, perspective=self._key.perspective, strand=self._key.strand
            )
            self._own_is_ready = is_own_ready(self._services(), view)
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
        waiting = self.drafts.waiting()
        self._scores = {
            criterion_id: with_values(score, waiting.get(RowKey(sheet=self._key, criterion_id=criterion_id)))
            for criterion_id, score in view.scores.items()
        }
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
        return self.drafts.flush()

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.columns.put_help_away()
        if self._open_row is not None:
            self._focus_row(self._open_row)

    # Slots

    def _on_head_clicked(self, number: int) -> None:
        if number == self._open_row:
            self._open(None)
        else:
            self._focus_row(number)

    def _on_step(self, step: int) -> None:
        number = 0 if self._open_row is None else self._open_row + step
        if 0 <= number < len(self.list.rows()):
            self._focus_row(number)

    def _on_picked(self, number: int, mark: Mark) -> None:
        self._change(number, replace(self._score(number), mark=mark), at_once=True)
        if number == self._open_row:
            self.body.set_mark(mark)
            self.help.set_mark(mark.kind)
        self._update_bar()

    def _on_level_asked(self, level: int) -> None:
        if self._open_row is None:
            return
        picker = self.list.rows()[self._open_row].picker
        if picker.isEnabled() and level <= picker.count():
            picker.pick(level)

    def _on_typed(self) -> None:
        self._take_texts(at_once=False)

    def _on_source_changed(self) -> None:
        self._take_texts(at_once=True)

    def _on_strand_chosen(self, strand: Strand) -> None:
        if self._key is not None and strand is not self._key.strand:
            self._show_sheet(replace(self._key, strand=strand), row=self._open_row)
            self.focus_first()

    def _on_perspective_chosen(self, perspective: Perspective) -> None:
        if self._key is not None and perspective is not self._key.perspective:
            self._show_sheet(replace(self._key, perspective=perspective))
            self.focus_first()

    def _on_preview(self) -> None:
        if self._key is not None and self.flush():
            self.open_requested.emit("printing", {"round_id": self._key.round_id})

    def _on_ready(self) -> None:
        if self._key is None or self._view is None or not self.flush():
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

    def _on_phrases(self) -> None:
        if self._view is None or self._open_row is None or joint_screen.is_on():
            return
        phrases = self._services().phrases.of_this_year(
            self._view.trajectory_id, criterion_id=self._criteria()[self._open_row].id
        )
        self.phrases.open_below(self.body.text_field(), phrases)

    # Internals

    def _assemble(self) -> None:
        content = ContentArea(top=16, bottom=4)
        content.body.addWidget(self.columns, 1)
        content.body.addWidget(self.apart)
        content.body.addWidget(self.trouble)
        self.apart.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.apart.hide()
        self.body.set_phrases_offered(not joint_screen.is_on())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(content, 1)
        page.addWidget(self.bar)

    def _connect(self) -> None:
        self.list.row_entered.connect(self._open)
        self.list.head_clicked.connect(self._on_head_clicked)
        self.list.picked.connect(self._on_picked)
        self.list.step_requested.connect(self._on_step)
        self.list.level_typed.connect(self._on_level_asked)
        self.body.level_picked.connect(self._on_level_asked)
        self.body.typed.connect(self._on_typed)
        self.body.source_changed.connect(self._on_source_changed)
        self.body.left.connect(self.flush)
        self.head.strand_chosen.connect(self._on_strand_chosen)
        self.head.perspective_chosen.connect(self._on_perspective_chosen)
        self.body.phrases_requested.connect(self._on_phrases)
        self.phrases.chosen.connect(self.body.insert_phrase)
        self.help.last_wanted.connect(self.body.add_to_comment)
        self.apart.triggered.connect(self.back_requested)
        self.bar.preview_requested.connect(self._on_preview)
        self.bar.ready_requested.connect(self._on_ready)
        self.drafts.kept.connect(self._on_kept)
        self.drafts.failed.connect(self._on_failed)
        self.drafts.refused.connect(self._on_refused)
        for keys, strand in (("Ctrl+PgUp", Strand.STUDENT_PART), ("Ctrl+PgDown", Strand.WORKPLACE_PART)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda strand=strand: self._on_strand_chosen(strand))

    def _services(self) -> Services:
        return cast("Services", self.services)

    def _keep(self, row: RowKey, values: ScoreValues) -> None:
        self._services().evaluations.save_score(
            row.sheet.round_id,
            values,
            perspective=row.sheet.perspective,
            strand=row.sheet.strand,
            criterion_id=row.criterion_id,
            origin=self,
        )

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
        """R5: who looks along sees no levels before the reveal, not even the own ones; True when they are shown."""
        shown = joint_screen.may_show(self._services(), student=view.trajectory_id, round_id=view.round_id)
        self.columns.setVisible(shown)
        self.bar.setVisible(shown)
        self.apart.setVisible(not shown)
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

    def _score(self, number: int) -> ScoreView:
        return self._scores[self._criteria()[number].id]

    def _criteria(self) -> tuple[CriterionView, ...]:
        return self._view.criteria if self._view else ()

    def _open(self, number: int | None) -> None:
        if number == self._open_row or self._view is None:
            return
        self.flush()
        self._open_row = number
        rows = self.list.rows()
        if number is None:
            self.list.open_at(None)
            return
        criterion = self._view.criteria[number]
        score = self._scores[criterion.id]
        self.body.load(criterion, score, level_names=level_names(self._view))
        self.list.open_at(number)
        self.body.set_tab_order_after(rows[number].keyboard_target())
        self.help.set_criterion(criterion)
        self.help.set_mark(score.mark.kind)
        self.help.set_last(
            "" if joint_screen.is_on() else score.last_comment,
            heading=last_heading(self._view),
            may_take=not self._is_locked(),
        )
        self.area.keep_open_row_in_view()

    def _focus_row(self, number: int) -> None:
        self.list.rows()[number].keyboard_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._open(number)

    def _gaps(self) -> list[int]:
        return [
            number
            for number in range(len(self._criteria()))
            if self._score(number).mark.kind is MarkKind.NOT_YET_SCORED
        ]

    def _take_texts(self, *, at_once: bool) -> None:
        if self._open_row is None:
            return
        score = replace(
            self._score(self._open_row),
            evidence=self.body.evidence_text(),
            comment=self.body.comment_text(),
            source=self.body.chosen_source(),
        )
        self._change(self._open_row, score, at_once=at_once)

    def _change(self, number: int, score: ScoreView, *, at_once: bool) -> None:
        if self._key is None:
            return
        criterion_id = self._criteria()[number].id
        self._scores[criterion_id] = score
        keep = self.drafts.now if at_once else self.drafts.later
        keep(RowKey(sheet=self._key, criterion_id=criterion_id), values_of(score))
        self._update_row(number)

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
