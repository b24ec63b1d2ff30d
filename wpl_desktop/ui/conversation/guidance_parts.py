"""What helps during the talk: one tip, and one coaching question at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.services.talk_views import Guidance
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label


class QuestionPanel(QWidget):
    """The questions of the criteria in play, one at a time; the arrows go on to the next criterion."""

    criterion_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guidance: list[Guidance] = []
        self._places: list[tuple[int, int]] = []
        self._place = 0
        self._title = section_label("")
        self._title.setWordWrap(False)
        self._count = muted_label("")
        self.back = IconButton("chevron-left", name=self.tr("Question before"))
        self.forward = IconButton("chevron-right", name=self.tr("Next question"))
        self._question = Label()
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.back)
        head.addWidget(self.forward)
        card = Card(padding=(12, 16))
        card.add(self._question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        column.addLayout(head)
        column.addWidget(card)
        self.back.clicked.connect(lambda: self._step(-1))
        self.forward.clicked.connect(lambda: self._step(1))

    def question(self) -> str:
        """The question shown."""
        return self._question.text()

    def heading(self) -> str:
        """Which criterion it belongs to, and which of its questions it is."""
        return f"{self._title.text()} {self._count.text()}"

    def set_guidance(self, guidance: Sequence[Guidance]) -> None:
        """Show the questions of other criteria from the first one on; the same ones stay where they are."""
        if list(guidance) == self._guidance:
            return
        self._guidance = list(guidance)
        self._places = [
            (number, question)
            for number, criterion in enumerate(guidance)
            for question in range(len(criterion.questions))
        ]
        self._place = 0
        self._show()

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [self.back, self.forward]

    def _step(self, step: int) -> None:
        self._place = (self._place + step) % len(self._places)
        self._show()

    def _show(self) -> None:
        if not self._places:
            return
        number, question = self._places[self._place]
        criterion = self._guidance[number]
        self._title.setText(self.tr("Question with {code}").format(code=criterion.code))
        self._title.setToolTip(chosen(criterion.name))
        self._count.setText(
            self.tr("{number} of {total}").format(number=question + 1, total=len(criterion.questions))
        )
        self._question.setText(chosen(criterion.questions[question]))
        self.criterion_changed.emit(criterion)
