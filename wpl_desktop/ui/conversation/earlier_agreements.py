"""Last time: the agreements that were open when the talk began, and what the talk says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import AgreementOutcome
from wpl_desktop.services.agreements import AgreementRow
from wpl_desktop.services.earlier_agreements import EarlierAgreement
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.talk_words import USUAL_TERM, unbroken_day
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label
from wpl_desktop.ui.widgets.moments import DayEdit
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

_DAY_WIDTH: Final = 136


class EarlierRow(QWidget):
    """One agreement with its switch *done*, *goes on*, *let go*; what goes on may get another date."""

    reviewed = Signal(object, object, object)
    day_made = Signal()

    def __init__(self, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._agreement: AgreementRow | None = None
        self._filling = False
        self._text = Label()
        self._who = muted_label("")
        self.switch = SegmentedSwitch(
            [
                (AgreementOutcome.DONE, self.tr("Done")),
                (AgreementOutcome.GOES_ON, self.tr("Goes on")),
                (AgreementOutcome.DROPPED, self.tr("Let go")),
            ],
            name=self.tr("What became of it"),
            small=True,
        )
        self.other_day = quiet_button(self.tr("Another date"), icon="agenda")
        # Made when it is asked for: a calendar for each agreement would keep the page waiting.
        self.day: DayEdit | None = None
        self._column = QVBoxLayout(self)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self.switch.chosen.connect(self._on_chosen)
        self.other_day.clicked.connect(self._on_other_day)

    def text(self) -> str:
        """What was agreed."""
        return self._text.text()

    def who(self) -> str:
        """Whose it is and by when."""
        return self._who.text()

    def set_agreement(self, view: EarlierAgreement, *, owner: str, enabled: bool) -> None:
        """Show an agreement and what this talk says of it."""
        self._agreement = view.row
        due_on = view.row.due_on
        self._text.setText(view.row.text)
        self._who.setText(f"{owner}, {unbroken_day(due_on)}" if due_on else owner)
        self._fit()
        self.switch.set_value(view.outcome)
        self.switch.setAccessibleName(self.tr("What became of: {text}").format(text=view.row.text))
        usable = enabled and not view.is_past
        self.switch.setEnabled(usable)
        self.switch.setToolTip(self.tr("A later conversation spoke of it too.") if view.is_past else "")
        goes_on = usable and view.outcome is AgreementOutcome.GOES_ON
        self.other_day.setVisible(goes_on and (self.day is None or self.day.isHidden()))
        if self.day is not None:
            self.day.setVisible(goes_on and not self.day.isHidden())
            self._filling = True
            self.day.set_value(due_on or self._today + USUAL_TERM)
            self._filling = False

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        stops: list[QWidget] = [*self.switch.findChildren(QRadioButton), self.other_day]
        return stops if self.day is None else [*stops, self.day]

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Internals

    def _fit(self) -> None:
        """The switch beside the name, or below one that would be broken into pieces."""
        name = QFontMetrics(self._who.font()).horizontalAdvance(self._who.text())
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._said.spacing()
        beside = name + self.switch.sizeHint().width() <= room
        direction = QBoxLayout.Direction
        self._said.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _assemble(self) -> None:
        self._said.setSpacing(theme.scaled(8))
        self._said.addWidget(self._who, 1, Qt.AlignmentFlag.AlignVCenter)
        self._said.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight)
        self._column.setContentsMargins(*(theme.scaled(px) for px in (12, 10, 12, 10)))
        self._column.setSpacing(theme.scaled(6))
        self._column.addWidget(self._text)
        self._column.addLayout(self._said)
        self._column.addWidget(self.other_day, 0, Qt.AlignmentFlag.AlignRight)
        self.other_day.hide()

    def _on_chosen(self, outcome: object) -> None:
        if isinstance(outcome, AgreementOutcome):
            self.reviewed.emit(self._agreement, outcome, None)

    def _on_other_day(self) -> None:
        if self.day is None:
            self.day = self._make_day()
        self.day.show()
        self.other_day.hide()
        self.day_made.emit()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day_changed(self) -> None:
        if not self._filling and self.day is not None:
            self.reviewed.emit(self._agreement, AgreementOutcome.GOES_ON, self.day.value())

    def _make_day(self) -> DayEdit:
        due_on = self._agreement.due_on if self._agreement is not None else None
        day = DayEdit(due_on or self._today + USUAL_TERM)
        day.setAccessibleName(self.tr("By when"))
        day.setFixedWidth(theme.scaled(_DAY_WIDTH))
        self._column.addWidget(day, 0, Qt.AlignmentFlag.AlignRight)
        day.dateChanged.connect(self._on_day_changed)
        return day


class EarlierAgreements(QWidget):
    """The heading with the day of the talk before, and a row for each agreement."""

    reviewed = Signal(object, object, object)
    rows_changed = Signal()
    all_go_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[EarlierRow] = []
        self._unsaid: tuple[object, ...] = ()
        self._missing = MessageLine(icon="info")
        self.all_go_on = quiet_button(self.tr("Everything goes on"), icon="check")
        self.all_go_on.setToolTip(self.tr("All that was not said yet stays open until the next conversation"))
        self._ids: list[object] = []
        self._day = muted_label("")
        self._nothing = muted_label(self.tr("Nothing was left open."))
        self._list = ListBox()
        title = section_label(self.tr("Last time"))
        title.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        head.addWidget(title, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._day, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.all_go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addLayout(head)
        column.addWidget(self._missing)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self.all_go_on.clicked.connect(self.all_go_on_requested)
        self.set_unsaid((), asked=False)

    def missing(self) -> str:
        """What is said to be missing; empty when nothing is, or nobody asked."""
        return "" if self._missing.isHidden() else self._missing.text()

    def set_unsaid(self, agreement_ids: Sequence[object], *, asked: bool) -> None:
        """Which agreements are still to be said; `asked` once the talk was to be rounded off without it."""
        self._unsaid = tuple(agreement_ids)
        self.all_go_on.setVisible(bool(agreement_ids))
        self._missing.setVisible(asked and bool(agreement_ids))
        self._missing.set_text(self.tr("Still to say: done, goes on or let go?"))

    def focus_unsaid(self) -> None:
        """Put the keyboard on the first agreement of which nothing is said."""
        for row, agreement_id in zip(self.rows, self._ids, strict=True):
            if agreement_id in self._unsaid:
                row.switch.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def set_agreements(
        self,
        shown: Sequence[tuple[EarlierAgreement, str]],
        *,
        held_before: date | None,
        today: date,
        enabled: bool,
    ) -> bool:
        """Show agreements, each with whose it is; tells whether the rows were made anew."""
        ids: list[object] = [view.row.id for view, _ in shown]
        is_new = ids != self._ids
        if is_new:
            self._ids = ids
            self._list.clear()
            self.rows = [self._row(today) for _ in shown]
        for row, (view, owner) in zip(self.rows, shown, strict=True):
            row.set_agreement(view, owner=owner, enabled=enabled)
        self._day.setText(unbroken_day(held_before) if held_before else "")
        self._list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        return is_new

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [self.all_go_on, *(stop for row in self.rows for stop in row.tab_stops())]

    def _row(self, today: date) -> EarlierRow:
        row = EarlierRow(today=today)
        row.reviewed.connect(self.reviewed)
        row.day_made.connect(self.rows_changed)
        self._list.add_row(row)
        return row
