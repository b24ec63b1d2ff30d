"""A method card beside a note: which method, its five lines with a question each; it can always be put away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from wpl_desktop.services.method_cards import FREE, MethodCard, MethodChoice, MethodStep
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

#: The labels of feedback that may be one's own words: the four G's, not the question after them.
OWN_LABELS: Final = 4
_LONGEST_LABEL: Final = 24
_LABEL_WIDTH: Final = 104


class _CardBody(QWidget):
    """The sunken box with the lines of one card."""

    labels_changed = Signal(object)
    editing_ended = Signal()

    def __init__(self, card: MethodCard, labels: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: list[Label] = []
        self.fields: list[QLineEdit] = []
        self._questions: list[Label] = []
        self._card = card
        self._labels = list(labels)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*(theme.scaled(px) for px in (12, 8, 12, 8)))
        self._grid.setHorizontalSpacing(theme.scaled(12))
        self._grid.setVerticalSpacing(theme.scaled(4))
        self._grid.setColumnStretch(1, 1)
        steps = [*card.steps, *([card.after] if card.after is not None else [])]
        for row, step in enumerate(steps):
            self._add(row, step, is_after=step is card.after)

    def edit(self) -> None:
        """Make the labels fields, with the first one selected."""
        if self.fields:
            return
        for row, label in enumerate(self.labels[:OWN_LABELS]):
            field = QLineEdit(label.text())
            field.setMaxLength(_LONGEST_LABEL)
            field.setPlaceholderText(chosen(self._card.steps[row].label))
            field.setAccessibleName(self.tr("Label {number}").format(number=row + 1))
            field.setMinimumWidth(theme.scaled(_LABEL_WIDTH))
            field.installEventFilter(self)
            label.hide()
            # Beside the middle of the field.
            self._questions[row].setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(field, row, 0)
            # At once: what is shown later does not take the keyboard.
            field.show()
            self.fields.append(field)
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[0].selectAll()

    def finish(self, *, keep: bool) -> None:
        """Make the fields labels again; `keep` hands over what was written."""
        fields, self.fields = self.fields, []
        if not fields:
            return
        texts = [field.text().strip() for field in fields]
        usual = [chosen(step.label) for step in self._card.steps[:OWN_LABELS]]
        shown = [label.text() for label in self.labels[:OWN_LABELS]]
        for field, label, question in zip(fields, self.labels, self._questions, strict=False):
            label.show()
            question.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            field.hide()
            field.deleteLater()
        self.editing_ended.emit()
        if keep and texts != shown:
            # The usual word is no own word: it follows the language.
            own = ["" if text == word else text for text, word in zip(texts, usual, strict=True)]
            self.labels_changed.emit(own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self.fields and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
                self.finish(keep=event.key() != Qt.Key.Key_Escape)
                return True
        elif watched in self.fields and event.type() is QEvent.Type.FocusOut:
            to = self.window().focusWidget()
            if to not in self.fields:
                self.finish(keep=True)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=theme.tokens().sunken, line=None)
        painter.end()

    def _add(self, row: int, step: MethodStep, *, is_after: bool) -> None:
        own = self._labels[row] if row < len(self._labels) and self._card.own_labels else ""
        label = Label(
            own or chosen(step.label), role="secondary_strong", tone="muted" if is_after else "text"
        )
        label.setFixedWidth(theme.scaled(_LABEL_WIDTH))
        question = Label(chosen(step.question), role="secondary", tone="muted" if is_after else "text")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(question, row, 1)
        if step.minutes:
            length = muted_label(self.tr("{minutes} min").format(minutes=step.minutes))
            length.setWordWrap(False)
            self._grid.addWidget(length, row, 2, top | Qt.AlignmentFlag.AlignRight)
        self.labels.append(label)
        self._questions.append(question)


class MethodPanel(QWidget):
    """The switch between the methods of a kind of talk, and the card of the chosen one."""

    chosen = Signal(str)
    labels_changed = Signal(object)
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[MethodChoice, tuple[str, ...]] | None = None
        self._folded = False
        self.switch: SegmentedSwitch | None = None
        self.body: _CardBody | None = None
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.scaled(8))
        self.edit = IconButton("edit", name=self.tr("Write the labels in your own words"))
        self.fold = IconButton("chevron-up", name="")
        title = muted_label(self.tr("Method"))
        title.setWordWrap(False)
        self._head.addWidget(title, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addStretch(1)
        self._head.addWidget(self.edit)
        self._head.addWidget(self.fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.scaled(6))
        self._column.addLayout(self._head)
        self.edit.clicked.connect(self._on_edit)
        self.fold.clicked.connect(self._on_fold)
        self.hide()

    def lines(self) -> list[str]:
        """The labels of the card that is open, in order; none without a card."""
        if self.body is None or self.body.isHidden():
            return []
        return [label.text() for label in self.body.labels]

    def set_choice(self, choice: MethodChoice | None, *, labels: Sequence[str]) -> bool:
        """Show the methods of a talk, with one's own labels; None: none belong here. Tells what was made anew."""
        self.setVisible(choice is not None)
        wanted = (choice, tuple(labels)) if choice is not None else None
        if wanted == self._shown or choice is None:
            return False
        self._shown = wanted
        self._make_switch(choice)
        self._make_body(choice.card, labels)
        return True

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        switch = self.switch.findChildren(QRadioButton) if self.switch is not None else []
        fields = self.body.fields if self.body is not None else []
        return [*switch, self.edit, self.fold, *fields]

    def _make_switch(self, choice: MethodChoice) -> None:
        if self.switch is not None:
            had_focus = self.switch.isAncestorOf(self.window().focusWidget() or self)
            self._head.removeWidget(self.switch)
            self.switch.hide()
            self.switch.deleteLater()
        else:
            had_focus = False
        names: list[tuple[object, str]] = [(card.key, chosen(card.name)) for card in choice.cards]
        self.switch = SegmentedSwitch(
            [*names, (FREE, self.tr("Free"))], name=self.tr("Method"), value=choice.chosen, small=True
        )
        self.switch.chosen.connect(self._on_chosen)
        self._head.insertWidget(1, self.switch)
        if had_focus:
            self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, method: object) -> None:
        self.chosen.emit(str(method))

    def _make_body(self, card: MethodCard | None, labels: Sequence[str]) -> None:
        if self.body is not None:
            self._column.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
            self.body = None
        if card is not None:
            self.body = _CardBody(card, labels)
            self.body.labels_changed.connect(self.labels_changed)
            self.body.editing_ended.connect(self.rows_changed)
            self._column.addWidget(self.body)
        self.edit.setVisible(card is not None and card.own_labels and not self._folded)
        self._show_fold()

    def _show_fold(self) -> None:
        self.fold.setVisible(self.body is not None)
        self.fold.set_icon("chevron-down" if self._folded else "chevron-up")
        self.fold.set_name(self.tr("Show the card") if self._folded else self.tr("Put the card away"))
        if self.body is not None:
            self.body.setVisible(not self._folded)

    def _on_fold(self) -> None:
        self._folded = not self._folded
        card = self._shown[0].card if self._shown is not None else None
        self.edit.setVisible(card is not None and card.own_labels and not self._folded)
        self._show_fold()

    def _on_edit(self) -> None:
        if self.body is not None:
            self.body.edit()
            self.rows_changed.emit()
