"""One user at one computer: the program as it starts for everybody, and what is on the screen now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE, FixedClock
from tests.ui.hands import Hands, settle, shown_words, top
from tests.ui.whole_job_words import WORDS
from wpl_desktop.ui.bin.bin_page import BinPage
from wpl_desktop.ui.conversation.conversation_page import ConversationPage
from wpl_desktop.ui.desktop import Desktop
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.printing.printing_page import PrintingPage
from wpl_desktop.ui.rounds.round_page import RoundPage
from wpl_desktop.ui.settings.settings_page import SettingsPage
from wpl_desktop.ui.students.student_page import StudentPage
from wpl_desktop.ui.students.students_page import StudentsPage
from wpl_desktop.ui.today.today_page import TodayPage
from wpl_desktop.ui.unlock.unlock_card import UnlockCard
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow

Shown = TypeVar("Shown", bound=Page)

RESOURCES = Path(__file__).parents[2] / "resources"
WAIT = 30_000
Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
Alt = Qt.KeyboardModifier.AltModifier


class Job:
    """Goes on from step to step; each page is asked for by what it is and must be the one on the screen."""

    def __init__(
        self,
        qtbot: QtBot,
        *,
        folder: Path,
        spoken: str,
        prepare: Callable[[Job], None] | None = None,
    ) -> None:
        """Start the program in an empty folder, or in what `prepare` made there."""
        self.qtbot = qtbot
        self.folder = folder
        self.data_dir = folder / "data"
        self.spoken = spoken
        self.words = WORDS[spoken]
        self.clock = FixedClock()
        self.hands = Hands()
        if prepare is not None:
            prepare(self)
        self.flow = self.start()

    def start(self) -> Desktop:
        """Start the program as it starts for everybody: in Dutch, until another language was chosen."""
        self.flow = Desktop(data_dir=self.data_dir, language=None, clock=self.clock, resources=RESOURCES)
        self.flow.start()
        self.wait(self.unlock_window().isActiveWindow)
        return self.flow

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program work until something is so."""
        self.qtbot.waitUntil(until, timeout=WAIT)
        settle()

    def unlock_window(self) -> UnlockWindow:
        window = self.flow.unlock_window()
        assert window is not None
        return window

    def unlock_card(self) -> UnlockCard:
        card = self.unlock_window().unlock_card()
        assert card is not None
        return card

    def main(self) -> MainWindow:
        window = self.flow.main_window()
        assert window is not None
        return window

    def today(self) -> TodayPage:
        return self.page(TodayPage)

    def students(self) -> StudentsPage:
        return self.page(StudentsPage)

    def student(self) -> StudentPage:
        return self.page(StudentPage)

    def conversation(self) -> ConversationPage:
        return self.page(ConversationPage)

    def round(self) -> RoundPage:
        return self.page(RoundPage)

    def sheet(self) -> ScoreSheetPage:
        return self.page(ScoreSheetPage)

    def printing(self) -> PrintingPage:
        return self.page(PrintingPage)

    def settings(self) -> SettingsPage:
        return self.page(SettingsPage)

    def bin(self) -> BinPage:
        return self.page(BinPage)

    def page(self, kind: type[Shown]) -> Shown:
        """The page in the window on top, which must be one of this kind."""
        window = top().window()
        assert isinstance(window, MainWindow), type(window)
        page = window.current_page()
        assert isinstance(page, kind), type(page)
        return page

    def go_to(self, number: int) -> None:
        """Go to a page of the rail by its key."""
        self.hands.press(str(number), held=Control)

    def find(self, text: str, *, down: int = 0) -> None:
        """Ctrl+K, type, and take a line of what is found."""
        self.hands.press(Key.Key_K, held=Control)
        self.hands.type(text)
        search = self.main().search
        self.wait(lambda: (popup := search.popup()) is not None and popup.list.current_row() is not None)
        self.hands.press(*[Key.Key_Down] * down)
        self.hands.press(Key.Key_Return)

    def reads(self, text: str) -> bool:
        """Whether a text stands on the screen, in a field that is written in too."""
        fields = [area.toPlainText() for area in top().findChildren(QPlainTextEdit) if area.isVisible()]
        return text in "\n".join((shown_words(), *fields))

    def close(self) -> None:
        """Close the window with its cross and wait for the back-up."""
        with self.qtbot.waitSignal(self.flow.finished, timeout=WAIT):
            self.main().close()

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        with self.qtbot.waitSignal(self.flow.opened, timeout=WAIT):
            self.hands.type(passphrase)
            self.hands.press(Key.Key_Return)
        self.wait(self.main().isActiveWindow)

    def lock(self) -> None:
        self.hands.press(Key.Key_L, held=Control)
        self.wait(lambda: self.flow.unlock_window() is not None)
        self.wait(self.unlock_window().isActiveWindow)

    def end(self) -> None:
        """Put away whatever a failed test left on the screen."""
        if self.flow.main_window() is not None:
            self.close()
        window = self.flow.unlock_window()
        if window is not None:
            window.blockSignals(True)
            window.close()
            window.deleteLater()
