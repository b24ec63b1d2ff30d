"""What every page is to the frame around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol, cast, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget


@runtime_checkable
class Keeping(Protocol):
    """A page or dialog that can keep what is being typed when the window is locked or closed."""

    def flush(self) -> bool:
        """Keep what is being typed; False when it could not be."""
        ...


class Page(QWidget):
    """A page of the main window.

    A page says which entities it shows; the frame calls `refresh()` when one of them has changed,
    at once while the page is visible and otherwise when it is shown again. A page that caused
    the change itself is not refreshed.
    """

    # Names of entities whose change makes this page stale.
    shows: ClassVar[frozenset[str]] = frozenset()
    # Whether the page may be shown on a screen that the student sees too (F9); it then asks `joint_screen`
    # what to leave out.
    joint: ClassVar[bool] = False

    open_requested = Signal(str, dict)
    saved = Signal()
    # The title, subtitle, avatar or way back is another one now.
    heading_changed = Signal()
    # A back-up was made: the moment, local.
    backed_up = Signal(object)
    back_requested = Signal()
    lock_requested = Signal()
    # A round and a perspective: that person fills in their own sheet on this laptop.
    hand_over_requested = Signal(object, object)
    # The demo has to go from this computer, and this page with it.
    demo_removal_requested = Signal()
    # A key and a value: a small choice about this computer, to be found again next time.
    remember_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services: object = None

    def set_services(self, services: object) -> None:
        """Take the bundle of services; called once, before anything is shown."""
        self.services = services

    def recall(self, kept: Callable[[str], str | None]) -> None:
        """Take up what was remembered on this computer: `kept` gives the words under a key, if any; called once."""
        del kept

    def open(self, **arguments: object) -> bool:
        """Take up what the arguments ask for; called by the frame each time the page is opened.

        True: everything was read for it, as the data are now. After False the frame has a page that is new or shows
        old data `refresh()`; no page reads twice.
        """
        del arguments
        return False

    def title(self) -> str:
        """The title in the top bar."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """The muted words after the title."""
        return ""

    def initials(self) -> str:
        """Initials for the avatar before the title; empty for none."""
        return ""

    def subject(self) -> dict[str, object]:
        """What something new that is made from here is about: arguments for its dialog, as `trajectory_id`."""
        return {}

    def place(self) -> dict[str, object]:
        """Arguments with which the page shows again what it shows now; `subject()` unless it has a place of its own."""
        return self.subject()

    @property
    def back_target(self) -> str | None:
        """The page above this one, where the way back leads for who came from nowhere; None: there is none."""
        return None

    @property
    def back_arguments(self) -> dict[str, object]:
        """Arguments for the page above this one."""
        return {}

    def refresh(self) -> None:
        """Show the data as they are now."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Write what is still being typed, before the window is locked or closed; False when it could not be."""
        return True

    def focus_first(self) -> None:
        """Put the keyboard focus where the page starts."""
        last = cast("QWidget | None", self.focusWidget())
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()


@dataclass(frozen=True, kw_only=True)
class PageEntry:
    """A page as the frame knows it before it exists; without `in_rail` it is opened only from other pages."""

    name: str
    icon: str
    label: Callable[[], str]
    factory: Callable[[], Page]
    shortcut: str = ""
    in_rail: bool = True
    # Apart from the working pages, above Lock; not counted in Ctrl+1, Ctrl+2 …
    at_bottom: bool = False
    # Opened from the search box too, although it is not in the rail; it needs no arguments.
    in_commands: bool = False
    # The page in the rail that stays marked while this one is open.
    belongs_to: str = ""
