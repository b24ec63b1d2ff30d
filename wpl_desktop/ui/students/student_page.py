"""The page of one student: who it is at the top, and below it one tab at a time."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import initials
from wpl_desktop.services.trajectories import StudentDetail
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.students.student_facts import head_facts, last_begun
from wpl_desktop.ui.students.student_header import StudentHeader
from wpl_desktop.ui.students.student_memory import memory_of
from wpl_desktop.ui.students.student_tab import StudentTab
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.tab_bar import PADDING, TabBar

if TYPE_CHECKING:
    from wpl_desktop.services import Services

TIMELINE, EVALUATIONS, CONVERSATIONS, DATA = "timeline", "evaluations", "conversations", "data"
# What stands in Data concerns the trajectory and not the talk: it is not shown when the student looks along.
_NOT_JOINT: Final = frozenset({DATA})


def _timeline() -> StudentTab:
    from wpl_desktop.ui.students.timeline_tab import TimelineTab

    return TimelineTab()


def _evaluations() -> StudentTab:
    from wpl_desktop.ui.students.evaluations_tab import EvaluationsTab

    return EvaluationsTab()


def _conversations() -> StudentTab:
    from wpl_desktop.ui.students.conversations_tab import ConversationsTab

    return ConversationsTab()


def _data() -> StudentTab:
    from wpl_desktop.ui.students.data_tab import DataTab

    return DataTab()


_TABS: Final[dict[str, Callable[[], StudentTab]]] = {
    TIMELINE: _timeline,
    EVALUATIONS: _evaluations,
    CONVERSATIONS: _conversations,
    DATA: _data,
}


class _Head(QWidget):
    """The header and the tabs, with a hairline over the whole width below them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.tokens().line)
        painter.end()


class StudentPage(Page):
    """One student: each tab is made when it is first opened and read again when it is stale."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "Trajectory",
            "Person",
            "Organisation",
            "TrajectoryRole",
            "BlockPlacement",
            "PresencePeriod",
            "Conversation",
            "ConversationParticipant",
            "AgendaItem",
            "Agreement",
            "AgreementReview",
            "Round",
            "RoundReport",
            "Sheet",
            "Score",
            "Agreed",
            "Profile",
        }
    )
    joint: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trajectory_id: uuid.UUID | None = None
        self._detail: StudentDetail | None = None
        self._round_id: uuid.UUID | None = None
        self._was_read = False
        self._tabs: dict[str, StudentTab] = {}
        # Tabs that show the student as they are now.
        self._fresh: set[str] = set()
        self.header = StudentHeader()
        self.tab_bar = TabBar(name=filled(self.tr("Parts of the page of the {student}")))
        self.gone = EmptyState(
            filled(
                self.tr(
                    "This {student} is not here any more: deleted, or taken back. What was deleted stays in the bin "
                    "for 30 days."
                )
            ),
            action=filled(self.tr("To the {students}")),
        )
        self._head = _Head()
        self._head_row = QVBoxLayout()
        self._tab_row = QVBoxLayout()
        self._stack = QStackedWidget()
        self._scroll = QScrollArea()
        self._nobody = ContentArea()
        self._assemble()
        self._connect()

    # What the frame asks

    def title(self) -> str:
        """The name, as its owner writes it."""
        return self._detail.values.name if self._detail is not None else filled("{Student}")

    def subtitle(self) -> str:
        """The same name in another script."""
        return self._detail.values.second_script if self._detail is not None else ""

    def subject(self) -> dict[str, object]:
        return {} if self._detail is None else {"trajectory_id": self._trajectory_id}

    def place(self) -> dict[str, object]:
        """The student and the open tab."""
        return {**self.subject(), "tab": self.tab_bar.value()} if self._detail is not None else {}

    @property
    def back_target(self) -> str | None:
        """The list; when the student looks along nobody goes back to the others."""
        return None if joint_screen.is_on() else "students"

    def open(self, **arguments: object) -> bool:
        """Show the student of `trajectory_id`, with the tab named `tab` or the one that was open last."""
        trajectory_id, tab = arguments.get("trajectory_id"), arguments.get("tab")
        if isinstance(trajectory_id, uuid.UUID) and trajectory_id != self._trajectory_id:
            self.flush()
            self._trajectory_id = trajectory_id
            self._fresh.clear()
        wanted = tab if isinstance(tab, str) else self._memory_tab()
        self.tab_bar.set_value(wanted)
        # The first time the frame does it itself.
        if self._was_read:
            self.refresh()
            return True
        return False

    def refresh(self) -> None:
        """Read the student and the open tab again; the other tabs when they are opened."""
        self._was_read = True
        self._fresh.clear()
        self._read()
        found = self._detail is not None
        self._head.setVisible(found)
        self._scroll.setVisible(found)
        self._nobody.setVisible(not found)
        if found:
            self._show_tab()
        self.heading_changed.emit()

    def flush(self) -> bool:
        """Have the open tabs write what is still being typed."""
        # Every one of them, also after one that could not.
        kept = [tab.flush() for tab in self._tabs.values()]
        return all(kept)

    def focus_first(self) -> None:
        """The tab's own first place, or the way back when there is nobody."""
        if self._detail is None:
            self.gone.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        tab = self._tabs.get(str(self.tab_bar.value()))
        proxy = tab.focusProxy() if tab is not None else None
        if proxy is not None and proxy.isVisibleTo(self):
            proxy.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tab_bar.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    # Slots

    def _on_tab(self, name: object) -> None:
        memory_of(self._bundle().folder).tab = str(name)
        self._show_tab()

    def _on_plan(self) -> None:
        self.open_requested.emit("plan_dialog", self.subject())

    def _on_print(self) -> None:
        if self._round_id is not None:
            self.open_requested.emit("printing", {"round_id": self._round_id})

    def _on_growth(self) -> None:
        self.open_requested.emit("growth_plan", self.subject())

    def _on_gone(self) -> None:
        self.open_requested.emit("students", {})

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _assemble(self) -> None:
        labels = {
            TIMELINE: self.tr("Timeline"),
            EVALUATIONS: self.tr("Evaluations"),
            CONVERSATIONS: self.tr("Conversations"),
            DATA: self.tr("Data"),
        }
        joint = joint_screen.is_on()
        self.tab_bar.set_tabs(
            [(name, text) for name, text in labels.items() if not (joint and name in _NOT_JOINT)]
        )
        self._head_row.addWidget(self.header)
        self._tab_row.addWidget(self.tab_bar)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, theme.scaled(16), 0, 0)
        column.setSpacing(theme.scaled(4))
        column.addLayout(self._head_row)
        column.addLayout(self._tab_row)
        self._nobody.body.addWidget(self.gone)
        self._nobody.body.addStretch(1)
        self._nobody.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        # Where even the smallest form of a tab does not fit below the head it scrolls; else the tab does so itself.
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._stack)
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._nobody, 1)
        self._set_margins()

    def _connect(self) -> None:
        self.tab_bar.chosen.connect(self._on_tab)
        self.header.plan_requested.connect(self._on_plan)
        self.header.print_requested.connect(self._on_print)
        self.header.growth_requested.connect(self._on_growth)
        self.gone.triggered.connect(self._on_gone)
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.tab_bar.step(by))

    def _set_margins(self) -> None:
        side = side_margin(self.width())
        self._head_row.setContentsMargins(side, 0, side, 0)
        # The words of the tabs begin where the page does; their own room hangs out of it.
        self._tab_row.setContentsMargins(side - theme.scaled(PADDING), 0, side, 0)

    def _memory_tab(self) -> str:
        return memory_of(self._bundle().folder).tab or str(self.tab_bar.value())

    def _read(self) -> None:
        services, trajectory_id = self._bundle(), self._trajectory_id
        self._detail = self._round_id = None
        if trajectory_id is None:
            return
        try:
            self._detail = services.trajectories.detail(trajectory_id)
        except DomainError:
            return
        last = last_begun(services.rounds.of_student(trajectory_id), today=services.clock.local().date())
        self._round_id = last.id if last is not None else None
        values = self._detail.values
        self.header.show_student(
            initials(values.name, call_name=values.call_name),
            head_facts(values),
            can_print=last is not None,
        )

    def _show_tab(self) -> None:
        name = str(self.tab_bar.value())
        tab = self._tab(name)
        if name not in self._fresh and self._trajectory_id is not None:
            tab.load(self._bundle(), self._trajectory_id)
            self._fresh.add(name)
        self._stack.setCurrentWidget(tab)

    def _tab(self, name: str) -> StudentTab:
        if name not in self._tabs:
            tab = _TABS[name]()
            tab.setAccessibleName(tab.label())
            tab.open_requested.connect(self.open_requested)
            tab.saved.connect(self.saved)
            self._stack.addWidget(tab)
            self._tabs[name] = tab
        return self._tabs[name]
