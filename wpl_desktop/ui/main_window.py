"""The frame around the pages: rail, top bar with its search, status line, shortcuts and lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.bin.undo_keys import UndoKeys
from wpl_desktop.ui.changes import Changes, StalePages
from wpl_desktop.ui.errors import explain
from wpl_desktop.ui.idle import IdleWatch
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.new_menu import NewMenu
from wpl_desktop.ui.page import Keeping, Page, PageEntry
from wpl_desktop.ui.places import DIALOGS, NEW_ACTIONS, PAGES, DialogEntry, NewAction
from wpl_desktop.ui.search.search_box import SHORTCUT, SearchBox
from wpl_desktop.ui.search.search_rows import Command
from wpl_desktop.ui.settings_file import WindowSettings
from wpl_desktop.ui.trail import Place, Trail
from wpl_desktop.ui.widgets.buttons import Button, IconButton
from wpl_desktop.ui.widgets.rail import Rail
from wpl_desktop.ui.widgets.top_bar import TopBar
from wpl_desktop.ui.window_status import WindowStatus

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.search import HitGroup

DEFAULT_IDLE_MINUTES: Final = 10
LOCK_ITEM: Final = "lock"
#: Lines of a sort in the list of the search.
FOUND_AT_ONCE: Final = 4
_GEOMETRY_KEY: Final = "main_window/geometry"
_FIRST_SIZE: Final = (1366, 768)
# A laptop of 1366 x 768 at 150 % has 910 x 512 logical pixels, less a task bar and a title bar.
_LEAST_SIZE: Final = (720, 420)


class MainWindow(QMainWindow):
    """The window; pages are made when they are first shown and get the services untouched."""

    lock_requested = Signal()
    demo_removal_requested = Signal()
    #: A round and a perspective: the laptop goes to that person.
    hand_over_requested = Signal(object, object)
    page_shown = Signal(str)
    #: A page, its arguments and the trajectory of the student who looks along (F9).
    joint_requested = Signal(str, dict, object)

    def __init__(
        self,
        *,
        services: object,
        changes: Changes,
        now: Callable[[], datetime],
        settings: WindowSettings | None = None,
        pages: Sequence[PageEntry] = PAGES,
        dialogs: Sequence[DialogEntry] = DIALOGS,
        new_actions: Sequence[NewAction] = NEW_ACTIONS,
        idle_minutes: float = DEFAULT_IDLE_MINUTES,
    ) -> None:
        """A window without a page; call `show_page` for the first one.

        Args:
            services: handed to every page.
            changes: where changes of data are announced.
            now: the clock, in the user's local time.
            settings: remembers size and place between sessions.
            pages: the pages there are, in the order of the rail.
            dialogs: what pages may ask for besides pages.
            new_actions: the lines of the New menu.
            idle_minutes: without use the window asks to be locked after this time; 0 never.
        """
        super().__init__()
        self.setWindowTitle(self.tr("WPL Desktop"))
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        self._services = services
        self._now = now
        self._settings = settings
        self._entries = {entry.name: entry for entry in pages}
        self._dialogs = {entry.name: entry for entry in dialogs}
        self._new_actions = tuple(new_actions)
        self._pages: dict[str, Page] = {}
        # Pages that were on screen; others may be there already, and have read nothing.
        self._opened: set[Page] = set()
        self._current = ""
        self._trail = Trail()
        self._may_lose = False
        self.rail = Rail(name=self.tr("Pages"))
        self.top_bar = TopBar()
        self.search = SearchBox(find=self._find, show=self._on_open_requested, today=lambda: now().date())
        self.joint_button = IconButton("screen", name=self.tr("Joint screen (F9)"), height=36)
        self.new_button = Button(self.tr("New"), kind="primary", icon="plus", height=36)
        self._stack = QStackedWidget()
        self._foot = QVBoxLayout()
        self.status = WindowStatus()
        self._stale = StalePages(changes, visible=self.current_page, parent=self)
        changes.changed.connect(self._on_saved)
        self._idle = IdleWatch(
            theme.running_application(), milliseconds=round(idle_minutes * 60_000), parent=self
        )
        self._undo = UndoKeys(self, services=services, flush=self._flush_page)
        self._assemble()
        self._add_rail_items()
        self._add_new_menu()
        self._add_shortcuts()
        self._connect()
        self._restore_geometry()

    # What the program tells the window

    def show_page(self, name: str, **arguments: object) -> Page:
        """Open a page; with arguments it shows what they ask for.

        The way back then leads to where one was, but not from a page of the rail that was opened for itself.

        Raises:
            KeyError: there is no page with this name.
        """
        left = self.here()
        # What was said is about the page before.
        self.status.show_saved()
        page = self._open(name, arguments)
        if left is None or (self._entries[self._current].in_rail and (not arguments or left.page == name)):
            self._trail.begin()
        elif left != self.here() and (left.arguments or self._entries[left.page].in_rail):
            self._trail.leave(left)
        self._show_heading()
        self.page_shown.emit(self._current)
        return page

    def prepare(self, name: str) -> None:
        """Make a page before anybody asks for it; it reads nothing yet."""
        self._page(self._entries[name])

    def show_dialog(self, name: str, **arguments: object) -> QDialog:
        """Open a dialog over the window; it is gone when it is closed.

        Raises:
            KeyError: there is no dialog with this name.
        """
        dialog = self._dialogs[name].make(self._services, self, self._on_open_requested, arguments)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The keys of the window are out of reach while the dialog is open.
        QShortcut(QKeySequence("Ctrl+L"), dialog).activated.connect(self.lock_requested)
        dialog.open()
        return dialog

    def flush(self) -> bool:
        """Have every page and open dialog keep what is still being typed; False when one could not."""
        dialogs = [dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()]
        keeping = [widget for widget in (*dialogs, *self._pages.values()) if isinstance(widget, Keeping)]
        # Every one of them, also after one that could not.
        kept = [widget.flush() for widget in keeping]
        is_kept = all(kept)
        if is_kept:
            self._may_lose = False
        return is_kept

    def leave(self) -> None:
        """Close whatever could not be kept: the window is being locked."""
        self._may_lose = True
        self.close()

    def current_page(self) -> Page | None:
        """The page on screen, if any."""
        return self._pages.get(self._current)

    def current_name(self) -> str:
        """The name of the page on screen; empty before the first."""
        return self._current

    def here(self) -> Place | None:
        """The page on screen and what it shows, to come back to; None before the first."""
        page = self.current_page()
        return None if page is None else Place(page=self._current, arguments=page.place())

    def set_backup(self, at: datetime | None) -> None:
        """Say when the last back-up was made, in local time; None: there is none."""
        self.status.set_backup(at, today=self._now().date())

    def set_profile(self, name: str, demo: bool) -> None:
        """Say whose profile is open, and whether it is the demo."""
        self.status.set_profile(name, demo=demo)

    def is_demo(self) -> bool:
        """Whether what is open is the demo."""
        return self.status.is_demo()

    def say(self, text: str, *, icon: str = "info", attention: bool = False) -> None:
        """Say something small in the status line."""
        self.status.say(text, icon=icon, attention=attention)

    def add_banner(self, banner: QWidget) -> None:
        """Put a line below every page; it shows itself when it has something to say."""
        self._foot.addWidget(banner)

    def look_again(self) -> None:
        """Have every page show the data as they are now, this one at once."""
        self._stale.mark_all()
        page = self.current_page()
        if page is not None:
            self._stale.refresh_if_stale(page)

    def set_idle_minutes(self, minutes: float) -> None:
        """Ask for the lock after this long without use; 0 never."""
        self._idle.set_milliseconds(round(minutes * 60_000))

    def status_texts(self) -> tuple[str, ...]:
        """The words of the status line from left to right, as far as they are shown."""
        return self.status.texts()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_lose and not self.flush():
            # Said once; to close again is the answer.
            self._may_lose = True
            event.ignore()
            QTimer.singleShot(0, self, self._explain_not_kept)
            return
        if self._settings is not None:
            geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
            self._settings.set(_GEOMETRY_KEY, geometry)
        super().closeEvent(event)

    # Slots

    def _on_new(self, new: NewAction) -> None:
        page = self.current_page()
        subject = page.subject() if page is not None and new.begins_with_subject else {}
        self._on_open_requested(new.target, {**subject, **new.arguments})

    def _on_rail(self, name: str) -> None:
        if name == LOCK_ITEM:
            self.lock_requested.emit()
        else:
            self.show_page(name)

    def _on_search(self) -> None:
        if not joint_screen.is_on():
            self.search.begin()

    def _on_back(self) -> None:
        page, place = self.current_page(), self._trail.back()
        if place is None and page is not None and page.back_target is not None:
            place = Place(page=page.back_target, arguments=page.back_arguments)
        if place is None:
            return
        kept = self._pages.get(place.page)
        # A page that still shows it stays as it was, with what was open and how far it was scrolled.
        self._open(place.page, place.arguments if kept is None or kept.place() != place.arguments else {})
        self._show_heading()
        self.page_shown.emit(self._current)

    def _on_open_requested(self, name: str, arguments: dict[str, object]) -> None:
        if name in self._dialogs:
            self.show_dialog(name, **arguments)
        else:
            self.show_page(name, **arguments)

    def _on_saved(self) -> None:
        self.status.set_saved(self._now())

    def _on_joint(self) -> None:
        page = self.current_page()
        trajectory_id = page.subject().get("trajectory_id") if page is not None else None
        if page is None or trajectory_id is None:
            self.say(self._choose_first())
        elif page.joint:
            self.joint_requested.emit(self._current, page.place(), trajectory_id)
        else:
            self.joint_requested.emit("student", {"trajectory_id": trajectory_id}, trajectory_id)

    def _on_undo_said(self, text: str, icon: str, attention: bool) -> None:
        self.say(text, icon=icon, attention=attention)

    def _on_remember_requested(self, key: str, value: str) -> None:
        if self._settings is not None:
            self._settings.set(key, value)

    def _choose_first(self) -> str:
        return filled(self.tr("Choose a {student} first: the joint screen shows nobody else."))

    def _show_heading(self) -> None:
        page = self.current_page()
        if page is None:
            return
        if page.subject().get("trajectory_id") is not None:
            self.status.unsay(self._choose_first())
        # On a screen that the student sees too nothing of anybody else may come up.
        self.search.setVisible(not joint_screen.is_on())
        self.joint_button.setVisible(page.joint and not joint_screen.is_on())
        title = page.title()
        self.top_bar.set_heading(
            title,
            subtitle=page.subtitle(),
            initials=page.initials(),
            can_go_back=bool(self._trail) or page.back_target is not None,
        )

    def _explain_not_kept(self) -> None:
        explain(
            self,
            self.tr("Not everything is kept yet"),
            self.tr(
                "What you typed last could not be kept; the page says why. Everything saved before is safe.\n\n"
                "Solve it and it is kept by itself, or close once more to leave without it."
            ),
        )

    # Internals

    def _assemble(self) -> None:
        self.top_bar.right.addWidget(self.joint_button)
        self.top_bar.right.addWidget(self.new_button)
        self.top_bar.set_foldable(self.search)
        centre = QWidget()
        grid = QGridLayout(centre)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0, 3, 1)
        grid.addWidget(self.top_bar, 0, 1)
        grid.addWidget(self._stack, 1, 1)
        grid.addLayout(self._foot, 2, 1)
        grid.addWidget(self.status, 3, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        self.setCentralWidget(centre)

    def _add_rail_items(self) -> None:
        for entry in self._entries.values():
            if entry.in_rail:
                self.rail.add(entry.name, entry.label(), icon=entry.icon, at_bottom=entry.at_bottom)
        self.rail.add(LOCK_ITEM, self.tr("Lock"), icon="lock", tooltip="Ctrl+L", at_bottom=True)

    def _add_new_menu(self) -> None:
        # Only what has a page to go to can be made.
        known = {*self._entries, *self._dialogs}
        usable = [action for action in self._new_actions if action.target in known]
        self.new_button.setVisible(bool(usable))
        menu = NewMenu(usable, run=self._on_new, parent=self.new_button)
        self.addActions(menu.with_keys())
        self.new_button.setMenu(menu)
        self.search.set_commands((*self._page_commands(), *(self._new_command(new) for new in usable)))

    def _page_commands(self) -> Iterator[Command]:
        for entry in self._entries.values():
            if entry.in_rail or entry.in_commands:
                yield Command(
                    label=entry.label(),
                    icon=entry.icon,
                    run=lambda name=entry.name: self._on_open_requested(name, {}),
                )

    def _new_command(self, new: NewAction) -> Command:
        keys = QKeySequence(new.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        return Command(label=new.label(), icon=new.icon, run=lambda: self._on_new(new), keys=keys)

    def _add_shortcuts(self) -> None:
        number = 0
        for entry in self._entries.values():
            if not entry.in_rail:
                continue
            number += not entry.at_bottom
            keys = entry.shortcut or ("" if entry.at_bottom else f"Ctrl+{number}")
            self.rail.item(entry.name).setToolTip(
                QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            )
            QShortcut(QKeySequence(keys), self).activated.connect(
                lambda name=entry.name: self.show_page(name)
            )
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_requested)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._on_back)
        QShortcut(QKeySequence(SHORTCUT), self).activated.connect(self._on_search)
        QShortcut(QKeySequence("F9"), self).activated.connect(self._on_joint)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_rail)
        self.top_bar.back_requested.connect(self._on_back)
        self._idle.idle.connect(self.lock_requested)
        self.joint_button.clicked.connect(self._on_joint)
        self._undo.said.connect(self._on_undo_said)

    def _find(self, query: str) -> list[HitGroup]:
        return cast("Services", self._services).search.find(query, limit=FOUND_AT_ONCE)

    def _open(self, name: str, arguments: dict[str, object]) -> Page:
        """Put a page on screen; the way back is not its business."""
        entry = self._entries[name]
        page = self._page(entry)
        is_new = page not in self._opened
        self._opened.add(page)
        self._current = name
        was_read = bool(arguments or is_new) and page.open(**arguments)
        if is_new:
            self._stale.watch(page)
        if was_read:
            self._stale.mark_read(page)
        elif is_new:
            page.refresh()
        else:
            self._stale.refresh_if_stale(page)
        self._stack.setCurrentWidget(page)
        self.rail.mark(entry.belongs_to or entry.name)
        page.focus_first()
        return page

    def _page(self, entry: PageEntry) -> Page:
        if entry.name not in self._pages:
            page = entry.factory()
            page.set_services(self._services)
            if self._settings is not None:
                page.recall(self._settings.get)
            page.open_requested.connect(self._on_open_requested)
            page.saved.connect(self._on_saved)
            page.heading_changed.connect(self._show_heading)
            page.backed_up.connect(self.set_backup)
            page.back_requested.connect(self._on_back)
            page.lock_requested.connect(self.lock_requested)
            page.demo_removal_requested.connect(self.demo_removal_requested)
            page.hand_over_requested.connect(self.hand_over_requested)
            page.remember_requested.connect(self._on_remember_requested)
            self._stack.addWidget(page)
            self._pages[entry.name] = page
        return self._pages[entry.name]

    def _flush_page(self) -> bool:
        page = self.current_page()
        return page is None or page.flush()

    def _restore_geometry(self) -> None:
        kept = self._settings.get(_GEOMETRY_KEY) if self._settings is not None else None
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
