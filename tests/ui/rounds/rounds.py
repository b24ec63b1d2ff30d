"""What tests of a round's page and dialogs ask of them: a page on screen, and a round in one of its states."""

from __future__ import annotations

import uuid
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.rounds.round_page import RoundPage
from wpl_desktop.ui.widgets.buttons import Button

Shown = TypeVar("Shown", bound=QDialog)
WIDE = (1278, 684)


class RoundOnScreen:
    """The page of a round, and what it asked the frame for."""

    def __init__(self, qtbot: QtBot, services: Services, *, size: tuple[int, int] = WIDE) -> None:
        self.page = RoundPage()
        self.asked: list[tuple[str, dict[str, object]]] = []
        self.handed: list[tuple[object, object]] = []
        qtbot.addWidget(self.page)
        self.page.set_services(services)
        self.page.open_requested.connect(lambda name, arguments: self.asked.append((name, arguments)))
        self.page.hand_over_requested.connect(lambda *who: self.handed.append(who))
        self.page.resize(*size)

    def show(self, round_id: uuid.UUID) -> RoundOnScreen:
        """Open a round as the frame does."""
        self.page.open(round_id=round_id)
        self.page.show()
        self.page.focus_first()
        return self

    def button(self, key: str) -> Button:
        """The button of an action; `KeyError` when it is not there to be pressed."""
        for button in self.page.findChildren(Button):
            if button.objectName() == key and button.isVisibleTo(self.page):
                return button
        raise KeyError(key)

    def usable(self) -> set[str]:
        """Which actions can be pressed now."""
        return {
            button.objectName()
            for button in self.page.findChildren(Button)
            if button.objectName() and button.isVisibleTo(self.page) and not _is_gone(button, self.page)
        }

    def primaries(self) -> list[str]:
        """The buttons that stand out."""
        return [key for key in sorted(self.usable()) if self.button(key).kind() == "primary"]


def _is_gone(button: Button, page: RoundPage) -> bool:
    """Whether it belongs to a step that was replaced and waits to be deleted."""
    return not any(row.isAncestorOf(button) for row in page.rows.values())


def open_dialog(qtbot: QtBot, dialog: Shown) -> Shown:
    """A dialog on screen."""
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def asked_of(dialog: Any) -> list[tuple[str, dict[str, object]]]:
    """What a dialog asks the frame for from now on."""
    asked: list[tuple[str, dict[str, object]]] = []
    dialog.open_requested.connect(lambda name, arguments: asked.append((name, arguments)))
    return asked


def ready(services: Services, round_id: uuid.UUID, *perspectives: Perspective) -> None:
    """These perspectives have filled in and are ready with both parts."""
    for perspective in perspectives:
        for strand in Strand:
            services.evaluations.mark_ready(round_id, perspective=perspective, strand=strand)


def make_final(services: Services, round_id: uuid.UUID) -> None:
    """The round is final, its gaps accepted."""
    reasons = {gap.key: "zo afgesproken" for gap in services.finalising.checklist(round_id).gaps}
    services.finalising.finalise(
        round_id, reasons=reasons, names_seen=True, language="nl", render=lambda _report: b"%PDF-"
    )


def filled_round(services: Services, trajectory_id: uuid.UUID, **values: Any) -> uuid.UUID:
    """A round in which everybody scored everything and is ready."""
    round_id = factory.add_round(services, trajectory_id, **values)
    ready_first = (Perspective.WORKPLACE, Perspective.STUDENT, Perspective.INSTITUTE)
    for perspective in ready_first:
        for strand in Strand:
            factory.score_all(services, round_id, perspective=perspective, strand=strand)
        ready(services, round_id, perspective)
    return round_id


def words_of(widget: QWidget) -> str:
    """Everything that is said on a widget, as one text."""
    from tests.ui.reading import words_in

    return "\n".join(words_in(widget))
