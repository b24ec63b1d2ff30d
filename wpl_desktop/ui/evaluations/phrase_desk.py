"""The own phrases at a text: offered below it, put in on a choice, and kept from it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.sheets import CriterionView
from wpl_desktop.texts import error_message
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.evaluations.phrase_list import PhraseList
from wpl_desktop.ui.evaluations.phrases_dialog import PhrasesDialog
from wpl_desktop.ui.evaluations.score_body import ScoreBody
from wpl_desktop.ui.language import translate


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where the phrases are wanted: whose sheet, and on which criterion."""

    trajectory_id: uuid.UUID
    criterion: CriterionView


class PhraseDesk(QObject):
    """Between the list of phrases, the text it belongs to and the bank."""

    def __init__(self, body: ScoreBody, *, services: Callable[[], Services], parent: QWidget) -> None:
        super().__init__(parent)
        self._body = body
        self._services = services
        self._page = parent
        self._place: _Place | None = None
        self.list = PhraseList(parent)
        self.dialog: PhrasesDialog | None = None
        self.list.chosen.connect(body.insert_phrase)
        self.list.keep_wanted.connect(self._on_keep_wanted)
        self.list.manage_wanted.connect(self._on_manage_wanted)

    def open(self, trajectory_id: uuid.UUID, criterion: CriterionView) -> None:
        """Offer the phrases below the text that was written in last; never on the joint screen."""
        if joint_screen.is_on():
            return
        self._place = _Place(trajectory_id=trajectory_id, criterion=criterion)
        try:
            phrases = self._services().phrases.offered(trajectory_id, criterion_id=criterion.id)
        except (DomainError, EnvironmentTrouble) as error:
            self.list.say(error_message(error, translate))
            return
        self.list.open_below(self._body.text_field(), phrases, keepable=self._body.phrase_to_keep())

    def _on_keep_wanted(self, text: str) -> None:
        if self._place is None:
            return
        phrases = self._services().phrases
        try:
            phrases.keep(text, criterion_code=self._place.criterion.code, origin=self._page)
            offered = phrases.offered(self._place.trajectory_id, criterion_id=self._place.criterion.id)
        except (DomainError, EnvironmentTrouble) as error:
            self.list.say(error_message(error, translate))
            return
        self.list.show_kept(offered)

    def _on_manage_wanted(self) -> None:
        self.list.hide()
        self.dialog = PhrasesDialog(self._services(), parent=self._page)
        self.dialog.open()
