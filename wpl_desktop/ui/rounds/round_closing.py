"""The end of a round on its page: the versions that were made final, and who signed the one that holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.services.finalising import VersionRow
from wpl_desktop.services.round_steps import RoundStepsView
from wpl_desktop.ui import theme
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.rounds.round_content import parties, signing_actions, version_actions
from wpl_desktop.ui.rounds.round_step_row import BESIDE_FROM, Act, StepPart, action_button, actions_row
from wpl_desktop.ui.rounds.round_words import party_heading, signature_words, version_words
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.shapes import ShapeMark

_SHAPE: Final = 12


def version_lines(view: RoundStepsView, *, act: Act, joint: bool = False) -> list[StepPart]:
    """The versions, the newest first, each to be printed."""
    return [
        ClosingLine(
            version_words(version),
            _code_words(version),
            buttons=[
                action_button(action, act) for action in version_actions(view, version.edition, joint=joint)
            ],
        )
        for version in view.versions
    ]


def signature_lines(view: RoundStepsView, *, act: Act) -> list[StepPart]:
    """The parties in their turn, with what each said on this screen; not signed yet until then."""
    return [_signature_line(view, party, act=act) for party in parties(view)]


def _signature_line(view: RoundStepsView, party: Party, *, act: Act) -> ClosingLine:
    said = view.current.signatures if view.current is not None else ()
    heading = party_heading(view, party)
    buttons = [action_button(action, act) for action in signing_actions(view, party)]
    for button in buttons:
        button.setAccessibleName(f"{button.text()}, {heading}")
    signature = next((one for one in said if one.party is party), None)
    mark = ShapeMark(SHAPES[Perspective(party.value)], size=theme.scaled(_SHAPE))
    return ClosingLine(heading, signature_words(signature), buttons=buttons, mark=mark)


def _code_words(version: VersionRow) -> str:
    return QCoreApplication.translate("ClosingLine", "Code on the paper: {code}").format(code=version.code)


class ClosingLine(StepPart):
    """One version or one party: what it is, what is known of it, and what can be done."""

    def __init__(
        self, title: str, detail: str, *, buttons: Sequence[Button], mark: QWidget | None = None
    ) -> None:
        super().__init__()
        self.title = Label(title)
        self.detail = muted_label(detail)
        self.buttons = list(buttons)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        said = QHBoxLayout()
        said.setSpacing(theme.scaled(10))
        if mark is not None:
            said.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(texts, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(12))
        self._row.addLayout(said, 1)
        actions = actions_row(self.buttons)
        self._row.addWidget(actions, 0, Qt.AlignmentFlag.AlignTop)
        actions.setVisible(bool(self.buttons))

    def set_room(self, width: int) -> None:
        """The buttons beside the words, or below."""
        directions = QBoxLayout.Direction
        wide = width >= theme.scaled(BESIDE_FROM)
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
