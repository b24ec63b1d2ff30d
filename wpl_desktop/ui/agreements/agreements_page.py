"""The board of agreements of all students, by date and by person."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreement_board import Arrangement, BoardGroup
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.texts import error_message, party_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.agreement_dialog import AgreementDialog
from wpl_desktop.ui.agreements.board_table import BoardTable
from wpl_desktop.ui.agreements.board_words import Answer, about_words, answer_of, matching
from wpl_desktop.ui.due_menu import DueMenu, due_choices
from wpl_desktop.ui.language import filled, translate, words
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.chip import FilterChip
from wpl_desktop.ui.widgets.content import ContentArea
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.filter_line import FilterLine
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.key_hint import KeyHints
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

if TYPE_CHECKING:
    from wpl_desktop.services import Services

_ARRANGEMENT_KEY: Final = "agreements/arrangement"
# Icon, frame and margins of the filter.
_FILTER_EDGES: Final = 56
_LEAST_FILTER: Final = 240
# The table never gets lower than this; the page scrolls then.
_LEAST_TABLE: Final = 148
# Margins and gaps of the bar below.
_BAR_EDGES: Final = 96
_STATES: Final = {Answer.DONE: AgreementState.DONE, Answer.LET_GO: AgreementState.DROPPED}


class AgreementsPage(Page):
    """Who does what by when, of everybody; it names several students, so it is never on a joint screen (F9)."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {"Agreement", "Conversation", "Trajectory", "Person", "Profile"}
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[BoardGroup] = []
        self._search_texts: Mapping[uuid.UUID, str] | None = None
        # What was answered here stays in its place until one leaves the page or arranges it differently.
        self._answered: dict[uuid.UUID, None] = {}
        self.filter_line = FilterLine()
        self.arrangement = SegmentedSwitch(
            [
                (Arrangement.BY_DATE, self.tr("By date")),
                (Arrangement.BY_PERSON, self.tr("By person")),
            ],
            name=self.tr("How the agreements are arranged"),
        )
        self.party = SegmentedSwitch(
            [(None, self.tr("Everybody")), *((party, _party(party)) for party in Party)],
            name=self.tr("Who is asked"),
        )
        self.settled = FilterChip(self.tr("Settled too"))
        self.trouble = Hint("", icon="warning")
        self.table = BoardTable(name=self.tr("Agreements"), source=self._read_lines)
        self.nothing_yet = EmptyState(
            filled(
                self.tr(
                    "What you agree in a conversation comes here: who does what by when, of every {student}. "
                    "Plan a conversation and write down at its end what you agree."
                )
            ),
            action=self.tr("Plan conversation"),
            icon="agenda",
        )
        self.nothing_open = EmptyState(self.tr("No agreement is open."), action=self.tr("Show settled ones"))
        self.not_found = EmptyState("", action=self.tr("Clear filter"))
        self.hints = KeyHints(
            [
                ("↑ ↓", self.tr("choose")),
                ("1 2 3", self.tr("answer")),
                ("Enter", self.tr("open conversation")),
                ("F2", self.tr("change")),
            ]
        )
        self.change_button = plain_button(self.tr("Change…"), icon="edit", height=36)
        self.open_button = plain_button(self.tr("Open conversation"), icon="talk", height=36)
        self.bar = ActionBar()
        self._tools = QWidget()
        self._assemble()
        self._connect()

    # What the frame asks

    def title(self) -> str:
        """The word for this page."""
        return self.tr("Agreements")

    @property
    def back_target(self) -> str | None:
        """The agenda, of which this page is a part."""
        return "agenda"

    def subject(self) -> dict[str, object]:
        line = self.table.current_line()
        return {} if line is None else {"trajectory_id": line.student.trajectory_id}

    def place(self) -> dict[str, object]:
        return {}

    def recall(self, kept: Callable[[str], str | None]) -> None:
        value = kept(_ARRANGEMENT_KEY)
        if value in {arrangement.value for arrangement in Arrangement}:
            self.arrangement.set_value(Arrangement(value))

    def open(self, **arguments: object) -> bool:
        """Show the board; with `trajectory_id` only what concerns that student, until the filter is cleared."""
        self._answered.clear()
        trajectory_id = arguments.get("trajectory_id")
        if not isinstance(trajectory_id, uuid.UUID):
            return False
        self.filter_line.blockSignals(True)
        self.filter_line.setText(self._bundle().student_list.name(trajectory_id))
        self.filter_line.blockSignals(False)
        self.refresh()
        return True

    def refresh(self) -> None:
        """Read the board again; the current agreement stays current."""
        self.trouble.hide()
        self._search_texts = None
        self.table.forget_lines()
        self._read_groups()
        self._show_groups()

    def focus_first(self) -> None:
        """The agreements, or the button that starts them."""
        for empty in (self.nothing_yet, self.not_found, self.nothing_open):
            if not empty.isHidden():
                empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = self.change_button.sizeHint().width() + self.open_button.sizeHint().width()
        room = self.width() - buttons - theme.scaled(_BAR_EDGES)
        self.hints.setVisible(self.hints.sizeHint().width() <= room)

    # Slots

    def _on_filter(self) -> None:
        self._show_groups()

    def _on_arranged(self, value: object) -> None:
        if isinstance(value, Arrangement):
            self.remember_requested.emit(_ARRANGEMENT_KEY, value.value)
        self._on_choice()

    def _on_choice(self) -> None:
        self._answered.clear()
        self._search_texts = None
        self._read_groups()
        self._show_groups()

    def _on_show_settled(self) -> None:
        self.settled.setChecked(True)
        self.party.set_value(None)
        self._on_choice()
        self.focus_first()

    def _on_clear_filter(self) -> None:
        self.filter_line.clear()
        self.filter_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_filter(self) -> None:
        self.filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_line.selectAll()

    def _on_passed_on(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self.table, event)

    def _on_typed(self, text: str) -> None:
        """Letters typed in the list are looked for."""
        self.filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_line.insert(text)

    def _on_line(self) -> None:
        line = self.table.current_line() if self.table.isVisibleTo(self) else None
        self.change_button.setEnabled(line is not None)
        self.open_button.setEnabled(line is not None and line.talk is not None)

    def _on_plan(self) -> None:
        self.open_requested.emit("plan_dialog", {})

    def _on_open_talk(self) -> None:
        line = self.table.current_line()
        if line is not None and line.talk is not None:
            self.open_requested.emit("conversation", {"conversation_id": line.talk.id})

    def _on_change(self) -> None:
        line = self.table.current_line()
        if line is not None:
            self._open_dialog(line, goes_on=False)

    def _on_answered(self, key: uuid.UUID, answer: Answer) -> None:
        line = self._line(key)
        if line is None:
            return
        if answer_of(line) is answer:
            self._settle(line, AgreementState.OPEN)
        elif answer is Answer.GOES_ON:
            self._ask_until(line)
        else:
            self._settle(line, _STATES[answer])

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _line(self, key: uuid.UUID) -> AgreementLine | None:
        row = self.table.board.row_of(key)
        return None if row is None else self.table.board.line_at(row)

    def _settle(self, line: AgreementLine, state: AgreementState) -> None:
        self._do(line, lambda: self._bundle().conversations.settle(line.row, state, origin=self))

    def _ask_until(self, line: AgreementLine) -> None:
        services = self._bundle()
        choices = due_choices(
            today=services.clock.local().date(),
            due_on=line.row.due_on,
            next_talk_on=services.agreement_board.next_talk_on(line.student.trajectory_id),
        )

        def goes_on(day: date | None) -> None:
            self._do(line, lambda: services.agreement_board.go_on(line.row, due_on=day, origin=self))

        self.menu = DueMenu(choices, parent=self)
        self.menu.day_chosen.connect(goes_on)
        self.menu.other_requested.connect(lambda: self._open_dialog(line, goes_on=True))
        self.menu.popup(self.table.below_answer(line.row.id, Answer.GOES_ON))

    def _open_dialog(self, line: AgreementLine, *, goes_on: bool) -> None:
        dialog = AgreementDialog(
            self._bundle(), line, about=about_words(line), goes_on=goes_on, parent=self, origin=self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._after(line))
        dialog.open()

    def _do(self, line: AgreementLine, act: Callable[[], None]) -> None:
        """Do something with an agreement; what was refused is said, and shown as it is now."""
        try:
            act()
        except (DomainError, EnvironmentTrouble) as error:
            self.refresh()
            self.trouble.set_text(error_message(error, translate))
            self.trouble.show()
            return
        self.trouble.hide()
        self._after(line)

    def _after(self, line: AgreementLine) -> None:
        self._answered[line.row.id] = None
        self._search_texts = None
        self.saved.emit()
        self.table.read_again(line.row.id)
        self._read_groups()
        self._show_groups()

    def _read_groups(self) -> None:
        self._groups = self._bundle().agreement_board.groups(
            cast("Arrangement", self.arrangement.value()),
            party=cast("Party | None", self.party.value()),
            settled=self.settled.isChecked(),
            keep=tuple(self._answered),
        )

    def _read_lines(self, keys: Sequence[uuid.UUID]) -> list[AgreementLine]:
        return self._bundle().agreement_board.lines(keys)

    def _shown_groups(self) -> list[BoardGroup]:
        text = self.filter_line.text()
        if not text.strip():
            return self._groups
        if self._search_texts is None:
            with_settled = self.settled.isChecked() or bool(self._answered)
            self._search_texts = self._bundle().agreement_board.search_texts(settled=with_settled)
        return matching(self._groups, text, search_texts=self._search_texts)

    def _show_groups(self) -> None:
        groups = self._shown_groups()
        text = self.filter_line.text().strip()
        is_empty = not groups and not text
        begun = not is_empty or self._bundle().agreement_board.has_any()
        self.not_found.set_text(self.tr("Nothing found for “{text}”.").format(text=text))
        self._tools.setVisible(begun)
        self.bar.setVisible(begun)
        self.table.setVisible(bool(groups))
        self.not_found.setVisible(not groups and bool(text))
        self.nothing_open.setVisible(is_empty and begun)
        self.nothing_yet.setVisible(not begun)
        self.table.show_groups(groups, today=self._bundle().clock.local().date())
        self._on_line()

    def _on_height(self) -> None:
        """The table is as high as its rows, which are higher where columns fold away below each other."""
        height = self.table.contents_height()
        self.table.setMaximumHeight(height)
        self.table.setMinimumHeight(min(height, theme.scaled(_LEAST_TABLE)))

    def _assemble(self) -> None:
        invitation = filled(self.tr("Filter by words, {student} or who is asked"))
        self.filter_line.setPlaceholderText(invitation)
        self.filter_line.setAccessibleName(self.tr("Filter the agreements"))
        room = QFontMetrics(theme.font("base")).horizontalAdvance(invitation) + theme.scaled(_FILTER_EDGES)
        self.filter_line.setFixedWidth(max(theme.scaled(_LEAST_FILTER), room))
        tools = FlowLayout(self._tools, gap=theme.scaled(12), line_gap=theme.scaled(8))
        for widget in (self.filter_line, self.arrangement, self.party, self.settled):
            tools.addWidget(widget)
        area = ContentArea(top=16, bottom=16)
        area.body.addWidget(self.trouble)
        area.body.addWidget(self._tools)
        # The table takes what its rows need before the empty room below gets anything.
        area.body.addWidget(self.table, 1000)
        for widget in (self.nothing_yet, self.nothing_open, self.not_found):
            area.body.addWidget(widget)
        area.body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(area)
        self.bar.left.addWidget(self.hints)
        self.bar.right.addWidget(self.change_button)
        self.bar.right.addWidget(self.open_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.bar)
        self.trouble.hide()

    def _connect(self) -> None:
        self.filter_line.textChanged.connect(self._on_filter)
        self.filter_line.passed_on.connect(self._on_passed_on)
        self.table.typed.connect(self._on_typed)
        self.table.height_changed.connect(self._on_height)
        self.arrangement.chosen.connect(self._on_arranged)
        self.party.chosen.connect(self._on_choice)
        self.settled.clicked.connect(self._on_choice)
        self.table.answered.connect(self._on_answered)
        self.table.activated_line.connect(self._on_open_talk)
        self.table.change_requested.connect(self._on_change)
        self.table.line_changed.connect(self._on_line)
        self.change_button.clicked.connect(self._on_change)
        self.open_button.clicked.connect(self._on_open_talk)
        self.nothing_yet.triggered.connect(self._on_plan)
        self.nothing_open.triggered.connect(self._on_show_settled)
        self.not_found.triggered.connect(self._on_clear_filter)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_focus_filter)


def _party(party: Party) -> str:
    return party_name(party, translate, words())
