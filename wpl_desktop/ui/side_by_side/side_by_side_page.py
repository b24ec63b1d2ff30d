"""The trialogue: the views of a round side by side, criterion by criterion, and what the parties agree."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Mark, Perspective
from wpl_desktop.domain.people import initials
from wpl_desktop.domain.trialogue import needs_reason
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.side_by_side import AgreedValues, CriterionSideBySide, SideBySideView
from wpl_desktop.texts import error_message
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.side_by_side.agreed import AgreedBlock
from wpl_desktop.ui.side_by_side.apart import TalkApart
from wpl_desktop.ui.side_by_side.bar import TalkAgendaBar
from wpl_desktop.ui.side_by_side.columns import DetailCard, TalkColumns, TalkHead
from wpl_desktop.ui.side_by_side.detail import Detail
from wpl_desktop.ui.side_by_side.keeper import AgreedKeeper, AgreedKey
from wpl_desktop.ui.side_by_side.keyboard import TalkKeyboard
from wpl_desktop.ui.side_by_side.keys import letters_of
from wpl_desktop.ui.side_by_side.list import CriteriaList
from wpl_desktop.ui.side_by_side.words import labels_of, part_words, subtitle
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.fields import MessageLine


class SideBySidePage(Page):
    """One strand of one round; a choice is kept at once, words within 2 s. Nothing is ever chosen beforehand."""

    shows: ClassVar[frozenset[str]] = frozenset({"Round", "Sheet", "Score", "Agreed", "Trajectory", "Person"})
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._round_id: uuid.UUID | None = None
        self._strand = Strand.STUDENT_PART
        self._view: SideBySideView | None = None
        self._current: uuid.UUID | None = None
        self.keeper = AgreedKeeper(lambda: self._services().side_by_side, origin=self)
        self.list = CriteriaList()
        self.head = TalkHead(self.list)
        self.detail = Detail()
        self.block = AgreedBlock()
        self.card = DetailCard(self.detail, self.block)
        self.columns = TalkColumns(self.list, self.card)
        self.bar = TalkAgendaBar()
        self.trouble = MessageLine()
        self.apart = TalkApart()
        self.keyboard = TalkKeyboard(self, criteria=self.list, block=self.block)
        self._rest = QWidget()
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show a round: `round_id`, and if wished `strand` (the student's) and `criterion_id`."""
        round_id = arguments.get("round_id")
        if not isinstance(round_id, uuid.UUID):
            return False
        self.flush()
        self.list.forget_order()
        criterion_id = arguments.get("criterion_id")
        self._current = criterion_id if isinstance(criterion_id, uuid.UUID) else None
        self._round_id = round_id
        self._strand = cast("Strand", arguments.get("strand", Strand.STUDENT_PART))
        self._say("")
        self.refresh()
        return True

    def title(self) -> str:
        """The student's name."""
        return self._view.student_name if self._view else ""

    def subtitle(self) -> str:
        """Which round, and how many perspectives."""
        return subtitle(self._view) if self._view else ""

    def subject(self) -> dict[str, object]:
        return {"trajectory_id": self._view.trajectory_id} if self._view else {}

    def place(self) -> dict[str, object]:
        if self._round_id is None:
            return {}
        return {"round_id": self._round_id, "strand": self._strand, "criterion_id": self._current}

    def initials(self) -> str:
        """The student's initials."""
        return initials(self._view.student_name, call_name=self._view.call_name) if self._view else ""

    @property
    def back_target(self) -> str | None:
        """The round; without one the board of all rounds."""
        return "evaluations" if self._round_id is None else "round"

    @property
    def back_arguments(self) -> dict[str, object]:
        """Which round."""
        return {} if self._round_id is None else {"round_id": self._round_id}

    def refresh(self) -> None:
        """Show the round as it is kept now; what waits to be kept goes first and is never overwritten."""
        if self._round_id is None:
            return
        self.flush()
        try:
            view = self._services().side_by_side.view(
                self._round_id, strand=self._strand, joint=joint_screen.is_on()
            )
        except (DomainError, EnvironmentTrouble) as error:
            # What is on screen belongs to another round: nothing may be decided there now.
            shown = self._view
            self.setEnabled(
                shown is not None and (shown.round_id, shown.strand) == (self._round_id, self._strand)
            )
            self._say(error_message(error, translate))
            return
        self.setEnabled(True)
        self._view = view
        self.keyboard.set_state(is_open=view.is_open, locked=view.final)
        self.heading_changed.emit()
        self.head.strand.set_value(view.strand)
        self._show_whether_apart(view)
        if not view.is_open:
            return
        self.keeper.show(view)
        self._show_list(view)
        self._show_current()

    def focus_first(self) -> None:
        """Put the keyboard on the criterion that is talked about, or on the one button there is."""
        if self.apart.isVisibleTo(self):
            self.apart.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_criterion()

    def flush(self) -> bool:
        """Put everything that was decided on disk now; True when nothing is left waiting."""
        return self.keeper.flush()

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keyboard.take(event):
            super().keyPressEvent(event)

    # Slots

    def _on_chosen(self, criterion_id: uuid.UUID) -> None:
        self._go_to(criterion_id)
        self.columns.put_list_away()
        self._focus_criterion()

    def _on_step(self, step: int) -> None:
        order = [criterion.id for criterion in self._ordered()]
        if self._current is None or self._current not in order:
            return
        number = order.index(self._current) + step
        if 0 <= number < len(order):
            self._go_to(order[number])
            self._focus_criterion()

    def _on_mark_picked(self, mark: Mark) -> None:
        self._choose(replace(self._values(), mark=mark, difference_stands=False))

    def _on_difference(self) -> None:
        values = self._values()
        self._choose(replace(values, mark=NOT_YET_SCORED, difference_stands=not values.difference_stands))

    def _on_agree_requested(self, perspective: Perspective) -> None:
        criterion = self._criterion()
        if criterion is not None and perspective in criterion.voices:
            self.block.switch.segment(perspective).click()

    def _on_criterion_requested(self) -> None:
        self.columns.put_list_away()
        self._focus_criterion()

    def _choose(self, values: AgreedValues) -> None:
        self._change(values, at_once=True)
        self._renew_reservation()
        self.block.ask_for_words()

    def _on_typed(self) -> None:
        values = self._values()
        typed = replace(values, positions=self.block.positions.text(), reason=self.block.reason.text())
        if typed != values:
            self._change(typed, at_once=False)

    def _on_theirs(self) -> None:
        self.keeper.take_theirs(self._key())
        self._say("")
        self._show_current()
        self._focus_criterion()

    def _on_mine(self) -> None:
        criterion = self._criterion()
        if criterion is not None:
            self.keeper.keep_mine(self._key(), criterion=criterion)
            self._show_current()
            self._focus_criterion()

    def _on_strand_chosen(self, strand: Strand) -> None:
        if strand is self._strand or self._round_id is None:
            return
        self.flush()
        self._strand = strand
        self.refresh()

    def _on_print(self) -> None:
        if self._round_id is None or not self.flush():
            return
        from wpl_desktop.ui.side_by_side.trialogue_printing import print_trialogue

        print_trialogue(self, self._services(), self._round_id)

    def _on_kept(self) -> None:
        self._say("")
        self.saved.emit()
        self._show_progress()

    def _on_failed(self, error: DomainError | EnvironmentTrouble) -> None:
        self._say(self.tr("Not saved yet. {reason}").format(reason=error_message(error, translate)))

    def _on_refused(self, error: DomainError, _values: AgreedValues) -> None:
        self._say(self.tr("This was not kept. {reason}").format(reason=error_message(error, translate)))
        # What is kept now, not what was decided; after the drafts have let go of it.
        QTimer.singleShot(0, self, self.refresh)

    def _on_collided(self, key: AgreedKey) -> None:
        if key == self._key():
            QTimer.singleShot(0, self, self._show_values)

    def _on_folded(self, folded: bool) -> None:
        self.head.set_list_folded(folded)
        focused = cast("QWidget | None", self.window().focusWidget())
        if focused is not None and (self.list.isAncestorOf(focused) or focused is self.block.picker):
            self._focus_criterion()

    def _on_list_toggled(self) -> None:
        self.columns.toggle_list()
        if self.columns.is_list_shown() and self._current is not None:
            self.list.focus_row(self._current)

    # Internals

    def _assemble(self) -> None:
        content = ContentArea(top=12, bottom=12)
        content.body.setSpacing(8)
        content.body.addWidget(self.head)
        content.body.addWidget(self.columns, 1)
        content.body.addWidget(self.apart)
        content.body.addWidget(self._rest)
        content.body.addWidget(self.trouble)
        self.apart.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for widget in (self.apart, self._rest, self.trouble):
            widget.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(content, 1)
        page.addWidget(self.bar)

    def _connect(self) -> None:
        self.head.strand_chosen.connect(self._on_strand_chosen)
        self.head.list_toggled.connect(self._on_list_toggled)
        self.bar.print_requested.connect(self._on_print)
        self.columns.folded.connect(self._on_folded)
        self.list.picked.connect(self._on_chosen)
        self.block.mark_picked.connect(self._on_mark_picked)
        self.block.difference_pressed.connect(self._on_difference)
        self.block.typed.connect(self._on_typed)
        self.block.theirs_wanted.connect(self._on_theirs)
        self.block.mine_wanted.connect(self._on_mine)
        self.bar.step_requested.connect(self._on_step)
        self.apart.open_requested.connect(self.open_requested)
        self.keyboard.step_requested.connect(self._on_step)
        self.keyboard.strand_requested.connect(self._on_strand_chosen)
        self.keyboard.mark_requested.connect(self._on_mark_picked)
        self.keyboard.difference_requested.connect(self._on_difference)
        self.keyboard.agree_requested.connect(self._on_agree_requested)
        self.keyboard.criterion_requested.connect(self._on_criterion_requested)
        self.keyboard.words_requested.connect(self._focus_words)
        self.keyboard.left.connect(self.flush)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._on_failed)
        self.keeper.refused.connect(self._on_refused)
        self.keeper.collided.connect(self._on_collided)
        buttons = self.bar.findChildren(QAbstractButton)
        self.keyboard.watch(self.block.positions, self.block.reason, self.head.list_button, *buttons)

    def _services(self) -> Services:
        return cast("Services", self.services)

    def _show_whether_apart(self, view: SideBySideView) -> None:
        """R5: nobody's levels before the views are put side by side, not even the own ones."""
        self.columns.setVisible(view.is_open)
        self.bar.setVisible(view.is_open)
        self.head.set_talk_offered(view.is_open)
        self.apart.show_view(view)
        self._rest.setVisible(not view.is_open)

    def _show_list(self, view: SideBySideView) -> None:
        self.list.show_view(view)
        self.keyboard.watch(*self.list.rows())
        self.detail.set_names([(one, view.names.get(one, "")) for one in view.perspectives])
        if self._current not in {criterion.id for criterion in view.criteria}:
            self._current = next((criterion.id for criterion in self._ordered()), None)
        self.bar.show_keys(
            levels=len(view.level_labels), letters=letters_of(view.perspectives), locked=view.final
        )

    def _ordered(self) -> list[CriterionSideBySide]:
        """The criteria from top to bottom."""
        return [row.criterion for row in self.list.rows()]

    def _criterion(self) -> CriterionSideBySide | None:
        if self._view is None:
            return None
        return next((one for one in self._view.criteria if one.id == self._current), None)

    def _key(self, criterion_id: uuid.UUID | None = None) -> AgreedKey:
        wanted = criterion_id or self._current
        return AgreedKey(
            round_id=cast("uuid.UUID", self._round_id),
            strand=self._strand,
            criterion_id=cast("uuid.UUID", wanted),
        )

    def _values(self) -> AgreedValues:
        return self.keeper.values(self._key())

    def _go_to(self, criterion_id: uuid.UUID) -> None:
        if criterion_id != self._current:
            self.flush()
            self._current = criterion_id
            self._show_current()
            self.card.area.verticalScrollBar().setValue(0)

    def _show_current(self) -> None:
        criterion, view = self._criterion(), self._view
        if criterion is None or view is None:
            return
        labels = labels_of(view)
        self.list.select(criterion.id)
        self.detail.show_criterion(criterion, labels=labels, part=part_words(view.strand))
        self.block.show_criterion(
            criterion,
            labels=labels,
            strand=view.strand,
            perspectives=view.perspectives,
            values=self._values(),
        )
        self.keyboard.watch(*self.block.findChildren(QAbstractButton))
        order = [None, *self._ordered(), None]
        number = next(place for place, one in enumerate(order) if one is not None and one.id == criterion.id)
        self.bar.show_steps(order[number - 1], order[number + 1])
        self._show_values()

    def _renew_reservation(self) -> None:
        """R8 follows from what is agreed: after a choice its mark is that of what is kept now."""
        shown, key = self._view, self._key()
        if shown is None or shown.strand is not Strand.STUDENT_PART or self.keeper.waits_for_reason(key):
            return
        try:
            view = self._services().side_by_side.view(
                key.round_id, strand=key.strand, joint=joint_screen.is_on()
            )
        except (DomainError, EnvironmentTrouble):
            # The choice itself has said what is the matter.
            return
        self._view = view
        criterion = self._criterion()
        if criterion is not None:
            self.detail.show_criterion(criterion, labels=labels_of(view), part=part_words(view.strand))
            self.block.renew(criterion)

    def _show_values(self) -> None:
        criterion, view = self._criterion(), self._view
        if criterion is None or view is None:
            return
        values, key = self._values(), self._key()
        self.block.show_values(
            values,
            asks_reason=needs_reason(values.mark, given=criterion.marks),
            waits=self.keeper.waits_for_reason(key),
            locked=view.final,
            theirs=self.keeper.theirs(key),
        )
        self._show_progress()

    def _show_progress(self) -> None:
        criteria = self._view.criteria if self._view else ()
        agreed = {one.id: self.keeper.counted(self._key(one.id)) for one in criteria}
        self.list.show_agreed(agreed)
        done = sum(values.is_discussed for values in agreed.values())
        self.bar.show_progress(done=done, total=len(agreed))

    def _change(self, values: AgreedValues, *, at_once: bool) -> None:
        criterion = self._criterion()
        if criterion is None or self._view is None or self._view.final:
            return
        if not needs_reason(values.mark, given=criterion.marks):
            # A reason belongs to a level outside the range, and goes with it.
            values = replace(values, reason="")
        self.keeper.change(self._key(), values, criterion=criterion, at_once=at_once)
        self._show_values()

    def _focus_criterion(self) -> None:
        if self._current is None or not self.list.rows():
            return
        if self.columns.is_list_shown():
            self.list.focus_row(self._current)
        else:
            self.block.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_words(self) -> None:
        wanted = self.block.words_to_write()
        # What is final and was said without words has no field for them.
        (wanted if wanted.isVisible() else self.bar.print_button).setFocus(Qt.FocusReason.TabFocusReason)
        self.card.area.ensureWidgetVisible(wanted)

    def _say(self, text: str) -> None:
        self.trouble.set_text(text)
        self.trouble.setVisible(bool(text))
