"""What the settings do to the rest of the window: the lock, the name, the language and the colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE, FixedClock, Pristine
from wpl_desktop.paths import DataDir
from wpl_desktop.ui import desktop as desktop_module
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.desktop import Desktop
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.settings.settings_page import SettingsPage
from wpl_desktop.ui.settings_file import SettingsFile

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def flow(qtbot: QtBot, pristine: Pristine, data_dir: Path) -> Iterator[Desktop]:
    """The program on a closed profile, started in English."""
    pristine.copy_to(data_dir)
    made = Desktop(data_dir=data_dir, language="en", clock=FixedClock(), resources=RESOURCES)
    made.start()
    yield made
    window = made.main_window()
    if window is not None:
        with qtbot.waitSignal(made.finished, timeout=20_000):
            window.close()


def settings_of(qtbot: QtBot, flow: Desktop) -> tuple[MainWindow, SettingsPage]:
    """Unlock and open the settings with Ctrl+comma."""
    unlock = flow.unlock_window()
    assert unlock is not None
    card = unlock.unlock_card()
    assert card is not None
    QTest.keyClicks(card.passphrase.line, PASSPHRASE)
    with qtbot.waitSignal(flow.opened, timeout=30_000):
        QTest.keyClick(card.passphrase.line, Qt.Key.Key_Return)
    window = flow.main_window()
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = window.current_page()
    assert isinstance(page, SettingsPage)
    return window, page


def choose(switch: QWidget, text: str) -> None:
    """Click on the segment that says so."""
    (segment,) = (button for button in switch.findChildren(QAbstractButton) if button.text() == text)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_another_number_of_minutes_counts_at_once(
    qtbot: QtBot, flow: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = settings_of(qtbot, flow)
    minutes: list[float] = []
    monkeypatch.setattr(window, "set_idle_minutes", minutes.append)
    choose(page.locking.minutes, "5 minutes")
    assert minutes == [5]


def test_the_status_line_knows_the_new_name_and_that_it_is_saved(qtbot: QtBot, flow: Desktop) -> None:
    window, page = settings_of(qtbot, flow)
    page.you.name.selectAll()
    QTest.keyClicks(page.you.name, "Mehmet Yildiz")
    QTest.keyClick(page.you.name, Qt.Key.Key_Tab)
    assert "Mehmet Yildiz" in window.status_texts()
    assert "Saved 15:30" in window.status_texts()


def test_a_backup_now_stands_in_the_status_line(qtbot: QtBot, flow: Desktop) -> None:
    window, page = settings_of(qtbot, flow)
    assert "No back-up yet" in window.status_texts()
    with qtbot.waitSignal(page.backed_up, timeout=20_000):
        QTest.mouseClick(page.backups.now_button, Qt.MouseButton.LeftButton)
    assert "Back-up today 15:30" in window.status_texts()


def test_locking_now_brings_the_other_language(qtbot: QtBot, flow: Desktop) -> None:
    """The language that was chosen counts for more than the one the program was started in."""
    _window, page = settings_of(qtbot, flow)
    choose(page.look.languages, "English")
    choose(page.look.languages, "Nederlands")
    choose(page.look.vocabularies, "Care")
    assert language.language() == "en"
    with qtbot.waitSignal(flow.locked, timeout=20_000):
        QTest.mouseClick(page.look.lock_button, Qt.MouseButton.LeftButton)
    _window, page = settings_of(qtbot, flow)
    assert language.language() == "nl"
    assert language.words()["workplace"] != "school"
    assert page.look.vocabularies.value() == "care"
    assert not page.look.lock_button.isVisible()


def test_the_colours_are_the_same_at_the_next_start(
    qtbot: QtBot, flow: Desktop, data_dir: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    _window, page = settings_of(qtbot, flow)
    choose(page.look.schemes, "Dark")
    assert SettingsFile(DataDir(data_dir).settings_file).get("scheme") == "dark"
    theme.set_scheme("light")

    def leave_at_once(self: Desktop, **_given: str) -> None:
        self.finished.emit()

    monkeypatch.setattr(Desktop, "start", leave_at_once)
    monkeypatch.setattr(desktop_module.errors, "install_excepthook", lambda: None)
    quits_when_closed = qapp.quitOnLastWindowClosed()
    try:
        desktop_module.run(data_dir=data_dir, language=None, clock=FixedClock(), resources=RESOURCES)
    finally:
        qapp.setQuitOnLastWindowClosed(quits_when_closed)
    assert theme.scheme() == "dark"
    assert theme.tokens().page.lightness() < 60
