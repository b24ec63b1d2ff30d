"""The steps of one person's own sheet on the mentor's laptop: welcome, two parts, who gets the second, thank you."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Collected, Perspective
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.hand_over import HandedRound
from wpl_desktop.services.sheets import ScoreView
from wpl_desktop.texts import error_message
from wpl_desktop.ui.drafts import Drafts
from wpl_desktop.ui.evaluations.handed_cards import CardStep, ChoiceCard, ThanksCard, WelcomeCard
from wpl_desktop.ui.evaluations.handed_export import HandedExport
from wpl_desktop.ui.evaluations.handed_sharing import SharingCard
from wpl_desktop.ui.evaluations.handed_sheet import HandedSheet
from wpl_desktop.ui.evaluations.handed_words import (
    about_workplace_paragraphs,
    welcome_paragraphs,
    welcome_title,
)
from wpl_desktop.ui.evaluations.score_values import RowKey, SheetKey
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.widgets.fields import MessageLine

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

Step = TypeVar("Step", bound=QWidget)

_PREPARE_MILLISECONDS: Final = 150

BACK: Final = "back"
FILL_IN: Final = "fill_in"
LATER: Final = "later"
READY: Final = "ready"
SKIP: Final = "skip"


class HandedPage(QWidget):
    """Leads through one sheet; the part that the student may withhold stays in memory until it is shared (R9)."""

    lock_requested = Signal()
    saved = Signal()
    #: Another step is on the screen.
    step_changed = Signal()

    def __init__(self, services: Services, view: HandedRound, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._view = view
        self._before_leaving: QWidget | None = None
        self._is_finished = False
        self.drafts = Drafts[RowKey, ScoreValues](self._keep, parent=self)
        self.welcome = WelcomeCard(welcome_title(view), welcome_paragraphs(view), is_ready=view.ready)
        self.stack = QStackedWidget()
        self.trouble = MessageLine()
        self._assemble()
        self._connect()

    # The steps; each is made when it is first asked for

    @cached_property
    def own(self) -> HandedSheet:
        """The part about the student."""
        sheet = self._sheet(Strand.STUDENT_PART)
        sheet.back_requested.connect(partial(self.show_step, self.welcome))
        sheet.next_requested.connect(self._on_own_done)
        return sheet

    @cached_property
    def intro(self) -> ChoiceCard:
        """Before the voluntary part."""
        card = self._added(self._intro_card())
        card.answered.connect(self._on_intro)
        return card

    @cached_property
    def about(self) -> HandedSheet:
        """The part about the workplace."""
        sheet = self._sheet(Strand.WORKPLACE_PART)
        before = self.intro if self._view.may_withhold else self.own
        sheet.back_requested.connect(partial(self.show_step, before))
        sheet.next_requested.connect(self._on_about_done)
        return sheet

    @cached_property
    def sharing(self) -> SharingCard:
        """Who gets the voluntary part."""
        card = self._added(SharingCard(has_institute=self._view.has_institute, export=self._export))
        card.back_requested.connect(partial(self.show_step, self.about))
        card.finished.connect(self._on_sharing_done)
        return card

    @cached_property
    def end(self) -> ChoiceCard:
        """Whether they are ready, when there is nothing to share."""
        card = self._added(self._end_card())
        card.answered.connect(self._on_end)
        return card

    @cached_property
    def leaving(self) -> ChoiceCard:
        """Whether they are ready or go on later."""
        card = self._added(self._leaving_card())
        card.buttons[READY].setVisible(not self._view.ready)
        card.answered.connect(self._on_leaving)
        return card

    @cached_property
    def thanks(self) -> ThanksCard:
        """Thank you."""
        card = self._added(ThanksCard(owner=self._view.owner))
        card.lock_requested.connect(self.lock_requested)
        return card

    def steps(self) -> tuple[QWidget, ...]:
        """Every step in the order in which one may come by it."""
        return (
            self.welcome,
            self.own,
            self.intro,
            self.about,
            self.sharing,
            self.end,
            self.leaving,
            self.thanks,
        )

    # What the window asks

    def is_asking(self) -> bool:
        """Whether the question about leaving, or the thank you, is on the screen."""
        return self._is_finished or ("leaving" in self.__dict__ and self.current() is self.leaving)

    def saves_itself(self) -> bool:
        """Whether a part that is kept as one types is on the screen."""
        shown = self.current()
        return isinstance(shown, HandedSheet) and not (self._view.may_withhold and shown is not self.own)

    def current(self) -> QWidget | None:
        """The step on the screen."""
        return self.stack.currentWidget()

    def has_unshared(self) -> bool:
        """Whether something is filled in that is kept nowhere yet, and lost when one leaves now."""
        was_shown = "about" in self.__dict__
        return self._view.may_withhold and was_shown and not self._is_finished and self.about.is_changed()

    def flush(self) -> bool:
        """Put on disk what may be there; True when nothing of it waits any more."""
        return self.drafts.flush()

    def leave(self) -> None:
        """Somebody wants to close the window: ask whether they are ready or go on later."""
        if self._is_finished:
            self.lock_requested.emit()
            return
        if self.current() is self.leaving:
            return
        is_kept = self.flush()
        self._before_leaving = self.current()
        unshared, not_kept = self.leaving.paragraphs[1:]
        unshared.setVisible(self.has_unshared())
        not_kept.setVisible(not is_kept)
        self.show_step(self.leaving)

    def show_step(self, step: QWidget) -> None:
        """Put one of the steps on the screen."""
        self._say("")
        self.stack.setCurrentWidget(step)
        if isinstance(step, CardStep):
            step.fit()
        self.focus_first()
        self.step_changed.emit()

    def focus_first(self) -> None:
        """Put the keyboard where the step starts."""
        step = self.current()
        if isinstance(step, HandedSheet | WelcomeCard | ChoiceCard | SharingCard | ThanksCard):
            step.focus_first()

    # Slots

    def _on_begun(self) -> None:
        if not self._view.ready:
            self.show_step(self.own)
        elif self._done(lambda: self._services.hand_over.reopen(*self._which(), origin=self)):
            self._view = replace(self._view, ready=False)
            self.show_step(self.own)

    def _on_read(self) -> None:
        self.own.set_locked()
        self.show_step(self.own)

    def _on_own_done(self) -> None:
        if self._view.ready:
            self._is_finished = True
            self.show_step(self.thanks)
        elif self.flush():
            self.show_step(self.intro if self._view.may_withhold else self.about)

    def _on_about_done(self) -> None:
        if self._view.may_withhold:
            self.show_step(self.sharing)
        elif self.flush():
            self.show_step(self.end)

    def _on_intro(self, answer: str) -> None:
        if answer == BACK:
            self.show_step(self.own)
        elif answer == FILL_IN:
            self.show_step(self.about)
        else:
            self.show_step(self.sharing if self.has_unshared() else self.end)

    def _on_end(self, answer: str) -> None:
        if answer == READY:
            self._finish(None)
        else:
            self.show_step(self.intro if self._view.may_withhold else self.about)

    def _on_sharing_done(self, with_everybody: bool) -> None:
        self._finish(self.about.values() if with_everybody else None)

    def _on_leaving(self, answer: str) -> None:
        before = self._before_leaving or self.own
        if answer == LATER:
            self.lock_requested.emit()
        elif answer == BACK or self._view.ready:
            self.show_step(before)
        elif not self._view.may_withhold:
            self._finish(None)
        elif self.has_unshared():
            self.show_step(self.sharing)
        else:
            self.show_step(self.end if before is self.end else self.intro)

    def _on_changed(
        self, strand: Strand, criterion_id: uuid.UUID, values: ScoreValues, at_once: bool
    ) -> None:
        if strand is Strand.WORKPLACE_PART and self._view.may_withhold:
            # R9: in no file, no journal and no draft until it is shared.
            if "sharing" in self.__dict__:
                self.sharing.forget_left()
            return
        keep = self.drafts.now if at_once else self.drafts.later
        round_id, perspective = self._which()
        sheet = SheetKey(round_id=round_id, perspective=perspective, strand=strand)
        keep(RowKey(sheet=sheet, criterion_id=criterion_id), values)

    def _on_kept(self) -> None:
        self._say("")
        self.saved.emit()

    def _on_failed(self, error: DomainError | EnvironmentTrouble) -> None:
        self._say(self.tr("Not saved yet. {reason}").format(reason=error_message(error, translate)))

    def _on_refused(self, error: DomainError, values: ScoreValues) -> None:
        words = self.tr("This was not kept. {reason}").format(reason=error_message(error, translate))
        self.own.trouble.say_refused(words, values)

    # Internals

    def _sheet(self, strand: Strand) -> HandedSheet:
        part = self._view.parts[strand]
        voluntary = strand is Strand.WORKPLACE_PART and self._view.may_withhold
        if voluntary and not self._view.shared_before():
            # Silence is no answer to begin with: nothing is filled in until the student does so.
            part = replace(part, scores={key: _unsaid(score) for key, score in part.scores.items()})
        if self._view.ready:
            words = self.tr("Close")
        elif strand is Strand.STUDENT_PART:
            words = filled(self.tr("Next: the {workplace}"))
        else:
            words = self.tr("Next: who gets this") if voluntary else self.tr("Next: ready")
        sheet = self._added(HandedSheet(part, next_words=words))
        sheet.changed.connect(partial(self._on_changed, strand))
        sheet.left_text.connect(self.flush)
        return sheet

    def _intro_card(self) -> ChoiceCard:
        return ChoiceCard(
            filled(self.tr("And the {workplace}?")),
            about_workplace_paragraphs(),
            [
                (BACK, self.tr("Back"), "chevron-left"),
                (FILL_IN, self.tr("Fill in"), "edit"),
                (SKIP, self.tr("Skip this part"), "chevron-right"),
            ],
            icon="people",
        )

    def _end_card(self) -> ChoiceCard:
        if self._view.may_withhold:
            said = filled(self.tr("You skip the part about the {workplace}: nothing of it is kept."))
        else:
            said = self.tr("Both parts are kept.")
        return ChoiceCard(
            self.tr("Are you ready?"),
            [said, self.tr("Until everybody's sheets lie side by side you can still open yours again.")],
            [(BACK, self.tr("Back"), "chevron-left"), (READY, self.tr("Ready"), "check")],
            icon="check",
        )

    def _leaving_card(self) -> ChoiceCard:
        return ChoiceCard(
            self.tr("Ready, or go on later?"),
            [
                self.tr(
                    "When you stop now, the laptop is locked. {name} opens it for you again later."
                ).format(name=self._view.owner),
                filled(
                    self.tr(
                        "What you filled in about the {workplace} is not shared yet. It goes away when you stop now."
                    )
                ),
                self.tr("What you typed last could not be kept yet. It goes away when you stop now."),
            ],
            [
                (BACK, self.tr("Back to my sheet"), "chevron-left"),
                (LATER, self.tr("Go on later"), "lock"),
                (READY, self.tr("I am ready"), "check"),
            ],
            icon="lock",
        )

    def _assemble(self) -> None:
        self.stack.addWidget(self.welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.trouble)
        self._say("")

    def _connect(self) -> None:
        self.welcome.begun.connect(self._on_begun)
        self.welcome.read_wanted.connect(self._on_read)
        self.drafts.kept.connect(self._on_kept)
        self.drafts.failed.connect(self._on_failed)
        self.drafts.refused.connect(self._on_refused)
        # While the welcome is read the sheets are made: then nobody waits for them.
        for number, prepare in enumerate((lambda: self.own, lambda: self.about), start=1):
            QTimer.singleShot(number * _PREPARE_MILLISECONDS, self, prepare)

    def _added(self, step: Step) -> Step:
        self.stack.addWidget(step)
        return step

    def _say(self, text: str) -> None:
        self.trouble.set_text(text)
        self.trouble.setVisible(bool(text))

    def _which(self) -> tuple[uuid.UUID, Perspective]:
        return self._view.round_id, self._view.perspective

    def _keep(self, row: RowKey, values: ScoreValues) -> None:
        self._services.evaluations.save_score(
            row.sheet.round_id,
            values,
            perspective=row.sheet.perspective,
            strand=row.sheet.strand,
            criterion_id=row.criterion_id,
            collected=Collected.OWN_SCREEN,
            origin=self,
        )

    def _finish(self, shared: Mapping[uuid.UUID, ScoreValues] | None) -> None:
        if self.flush() and self._done(
            lambda: self._services.hand_over.finish(*self._which(), shared=shared, origin=self)
        ):
            self._is_finished = True
            if "about" in self.__dict__:
                self.about.wipe()
            self.show_step(self.thanks)

    def _done(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            self._say(error_message(error, translate))
            return False
        return True

    def _export(self) -> HandedExport:
        return HandedExport(self._services, self._view.round_id, self.about.values())


def _unsaid(score: ScoreView) -> ScoreView:
    return replace(score, mark=NOT_YET_SCORED, comment="", evidence="", source=None)
