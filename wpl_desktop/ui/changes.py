"""The notice that something was changed, and the pages that listen to it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from wpl_desktop.ui.page import Page


class Changes(QObject):
    """Tells which entities changed and who did it, once per action."""

    changed = Signal(frozenset, object)

    def announce(self, names: Iterable[str], *, origin: object = None) -> None:
        """Say that entities with these names changed; `origin` is the page that did it, if a page did."""
        found = frozenset(names)
        if found:
            self.changed.emit(found, origin)


class StalePages(QObject):
    """Keeps which pages show old data, and refreshes them now or when they are shown."""

    def __init__(self, changes: Changes, *, visible: Callable[[], Page | None], parent: QObject) -> None:
        """Listen to changes.

        Args:
            changes: where changes are announced.
            visible: gives the page on screen, None while there is none or the window is locked.
            parent: the object that owns this one.
        """
        super().__init__(parent)
        self._pages: list[Page] = []
        self._stale: set[Page] = set()
        self._visible = visible
        changes.changed.connect(self._on_changed)

    def watch(self, page: Page) -> None:
        """From now on this page is kept up to date."""
        self._pages.append(page)

    def mark_all(self) -> None:
        """Every page has to look again: what may be shown is another now."""
        self._stale.update(self._pages)

    def is_stale(self, page: Page) -> bool:
        """Whether the page waits for a refresh."""
        return page in self._stale

    def refresh_if_stale(self, page: Page) -> None:
        """Refresh a page that is about to be seen, when it needs it."""
        if page in self._stale:
            self._stale.discard(page)
            page.refresh()

    def mark_read(self, page: Page) -> None:
        """The page has just read everything by itself."""
        self._stale.discard(page)

    def _on_changed(self, names: frozenset[str], origin: object) -> None:
        visible = self._visible()
        for page in self._pages:
            # Refreshing the page that typed would move the text under the cursor.
            if page is origin or not page.shows & names:
                continue
            if page is visible:
                page.refresh()
            else:
                self._stale.add(page)
