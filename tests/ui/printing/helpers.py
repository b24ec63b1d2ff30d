"""What every test of the printing page needs: students with rounds, a page in a window, and waiting for workers."""

import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import add_round, add_student, score_all
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.printing.documents import ReportFile
from wpl_desktop.ui.printing.printing_page import PrintingPage

WAIT = 20_000


class Window(QWidget):
    """Shows a page as the frame does, and keeps what it asks to be opened."""

    def __init__(self, services: Services, **arguments: object) -> None:
        super().__init__()
        self.asked: list[tuple[str, dict[str, object]]] = []
        self.saves = 0
        self.page = PrintingPage(self)
        self.page.open_requested.connect(lambda name, values: self.asked.append((name, values)))
        self.page.saved.connect(self._on_saved)
        self.page.set_services(services)
        self.page.open(**arguments)
        self.page.refresh()
        self.resize(1278, 684)
        self.page.resize(self.size())

    def _on_saved(self) -> None:
        self.saves += 1


def open_page(qtbot: QtBot, services: Services, **arguments: object) -> Window:
    """A shown page whose preview is complete, or says what is missing."""
    window = Window(services, **arguments)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    if window.page.options.choice() is not None:
        qtbot.waitUntil(
            lambda: window.page.preview.is_complete() or window.page.area.nothing_yet.isVisible(),
            timeout=WAIT,
        )
    return window


def wait_for_preview(qtbot: QtBot, page: PrintingPage) -> ReportFile:
    """Wait until the chosen report is written and the pages in view are drawn."""
    qtbot.waitUntil(page.preview.is_complete, timeout=WAIT)
    assert page.preview.file is not None
    return page.preview.file


def student_with_round(
    services: Services, *, kind: RoundKind = RoundKind.MIDTERM, number: int = 1, **values: object
) -> tuple[uuid.UUID, uuid.UUID]:
    """A student with a scored round; gives the ids of both."""
    trajectory_id = add_student(services, **values)
    round_id = add_round(services, trajectory_id, kind=kind, number=number)
    score_all(services, round_id, comment="Start de nabespreking zelf.")
    return trajectory_id, round_id


def answer(
    page: PrintingPage,
    *,
    target: Path | None = None,
    printer: Callable[[ReportFile], QPrinter | None] | None = None,
    has_printer: bool = True,
) -> list[Path]:
    """Answer the dialogs of the system as a user would; gives the file names that were proposed."""
    proposals: list[Path] = []

    def choose_file(parent: QWidget, proposal: Path) -> Path | None:
        assert parent is page
        proposals.append(proposal)
        return target

    def choose_printer(parent: QWidget, file: ReportFile) -> QPrinter | None:
        assert parent is page
        return printer(file) if printer is not None else None

    page.output.choose_file = choose_file
    page.output.choose_printer = choose_printer
    page.output.has_printer = lambda: has_printer
    return proposals


def type_text(widget: QWidget, text: str) -> None:
    """Type any letters, also those that are on no keyboard."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def choose_student(page: PrintingPage, name: str) -> None:
    """Click the row with this name."""
    view = page.options.who.list
    number = [row.title for row in view.rows()].index(name)
    index = view.model().index(number, 0)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def states(page: PrintingPage) -> dict[str, str]:
    """What stands at the right of each name."""
    view = page.options.who.list
    return {row.title: view.trailing(row) for row in view.rows()}
