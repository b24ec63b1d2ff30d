"""Changing the passphrase and the recovery sheet, and making back-ups, as somebody at the keyboard does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.factory import PASSPHRASE, RECOVERY_CODE, FixedClock
from wpl_desktop.domain.errors import DomainError, StorageFull
from wpl_desktop.paths import KEY_FILE
from wpl_desktop.services import profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import vault
from wpl_desktop.ui.settings.backup_section import last_backup_words
from wpl_desktop.ui.settings.passphrase_dialog import PassphraseDialog
from wpl_desktop.ui.settings.recovery_dialog import RecoveryDialog
from wpl_desktop.ui.settings.settings_page import SettingsPage

NEW = "vier gele fietsen in de gang"
NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (local time, as shown)
Shown = TypeVar("Shown", bound=QDialog)

pytestmark = pytest.mark.usefixtures("cheap")


def opened(qtbot: QtBot, kind: type[Shown]) -> Shown:
    """The dialog that was just opened."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, kind)
    return dialog


def change_passphrase(qtbot: QtBot, page: SettingsPage, *typed: str) -> PassphraseDialog:
    """Open the dialog and type in its fields one after another, then Enter."""
    QTest.mouseClick(page.key.change_button, Qt.MouseButton.LeftButton)
    dialog = opened(qtbot, PassphraseDialog)
    assert dialog.present.field.line.hasFocus()
    for field, text in zip((dialog.present, dialog.new, dialog.repeated), typed, strict=True):
        field.field.line.setFocus()
        QTest.keyClicks(field.field.line, text)
    QTest.keyClick(dialog.repeated.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.is_busy(), timeout=10_000)
    return dialog


def ask_new_sheet(qtbot: QtBot, page: SettingsPage, passphrase: str) -> RecoveryDialog:
    """Open the dialog and give the passphrase."""
    QTest.mouseClick(page.key.sheet_button, Qt.MouseButton.LeftButton)
    dialog = opened(qtbot, RecoveryDialog)
    QTest.keyClicks(dialog.present.field.line, passphrase)
    QTest.keyClick(dialog.present.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.is_busy(), timeout=10_000)
    return dialog


def wait_until_gone(qtbot: QtBot, dialog: QDialog) -> None:
    """Closed, and not kept by the window with the secrets that were in it."""
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=10_000)


def save_at(monkeypatch: pytest.MonkeyPatch, target: str) -> list[str]:
    """The file dialog answers with this file; gives the names it was asked to propose."""
    proposed: list[str] = []

    def answer(_parent: object, _title: str, name: str, _filter: str) -> tuple[str, str]:
        proposed.append(name)
        return target, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def test_the_passphrase_is_changed(qtbot: QtBot, page: SettingsPage, services: Services) -> None:
    dialog = change_passphrase(qtbot, page, PASSPHRASE, NEW, NEW)
    wait_until_gone(qtbot, dialog)
    assert profiles.unlock(services.folder, passphrase=NEW) == services.key
    assert page.key.result.text().startswith("The passphrase is changed.")
    assert not page.key.result.is_trouble()


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        (("fout", NEW, NEW), "present", "This is not the right passphrase. Try again."),
        (
            (PASSPHRASE, "kort", "kort"),
            "new",
            "Use at least 12 characters: a sentence is easier than a word.",
        ),
        ((PASSPHRASE, NEW, NEW + "!"), "repeated", "The two passphrases are not the same."),
    ],
)
def test_a_refused_passphrase_is_explained_at_its_field(
    qtbot: QtBot,
    page: SettingsPage,
    services: Services,
    typed: tuple[str, str, str],
    field: str,
    message: str,
) -> None:
    before = (services.folder / KEY_FILE).read_bytes()
    dialog = change_passphrase(qtbot, page, *typed)
    shown = getattr(dialog, field).field
    assert dialog.isVisible()
    assert shown.error() == message
    assert shown.line.hasFocus()
    assert (services.folder / KEY_FILE).read_bytes() == before
    QTest.keyClick(shown.line, Qt.Key.Key_Escape)
    wait_until_gone(qtbot, dialog)
    assert page.key.result.text() == ""


def test_the_window_does_not_freeze_and_enter_twice_changes_once(
    qtbot: QtBot, page: SettingsPage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    real: Callable[..., None] = vault.change_passphrase

    def counted(folder: Path, *, key: bytes, passphrase: str) -> None:
        calls.append(passphrase)
        real(folder, key=key, passphrase=passphrase)

    monkeypatch.setattr(vault, "change_passphrase", counted)
    QTest.mouseClick(page.key.change_button, Qt.MouseButton.LeftButton)
    dialog = opened(qtbot, PassphraseDialog)
    for field, text in ((dialog.present, PASSPHRASE), (dialog.new, NEW), (dialog.repeated, NEW)):
        field.field.line.setText(text)
    dialog.accept()
    assert dialog.is_busy()
    assert dialog.primary.text() == "Being changed…"
    dialog.accept()
    dialog.reject()
    assert dialog.isVisible()
    wait_until_gone(qtbot, dialog)
    assert calls == [NEW]


def test_a_full_disk_leaves_the_old_passphrase_and_says_so(
    qtbot: QtBot, page: SettingsPage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise StorageFull

    monkeypatch.setattr(vault, "change_passphrase", full)
    dialog = change_passphrase(qtbot, page, PASSPHRASE, NEW, NEW)
    assert dialog.isVisible()
    assert dialog.message().startswith("There is no room on the disk")
    assert profiles.unlock(services.folder, passphrase=PASSPHRASE) == services.key
    dialog.reject()


def test_a_new_sheet_counts_once_its_code_is_typed_over(
    qtbot: QtBot, page: SettingsPage, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask_new_sheet(qtbot, page, PASSPHRASE)
    code = dialog.code()
    assert len(code.split("-")) == 6
    proposed = save_at(monkeypatch, str(tmp_path / "blad.pdf"))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert proposed == ["recovery sheet.pdf"]
    assert dialog.output.text().startswith("Saved as blad.pdf.")
    text = PdfReader(tmp_path / "blad.pdf").pages[0].extract_text()
    assert all(group in text for group in code.split("-"))
    assert "Griet Vanhaverbeke" in text
    # Not typed over yet: the old one counts.
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.typed_error() == "Type the code over: so you know that the sheet can be read."
    QTest.keyClicks(dialog.typed, RECOVERY_CODE)
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.typed_error() == "This is not the code above. Look at the sheet and type it again."
    assert vault.unlock_with_recovery_code(services.folder, code=RECOVERY_CODE) == services.key
    dialog.typed.clear()
    QTest.keyClicks(dialog.typed, code.lower().replace("-", " "))
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    wait_until_gone(qtbot, dialog)
    assert vault.unlock_with_recovery_code(services.folder, code=code) == services.key
    with pytest.raises(DomainError, match="wrong_recovery_code"):
        vault.unlock_with_recovery_code(services.folder, code=RECOVERY_CODE)
    assert "The old code opens this profile no more" in page.key.result.text()


def test_no_code_is_shown_for_a_wrong_passphrase(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    dialog = ask_new_sheet(qtbot, page, "fout")
    assert dialog.code() == ""
    assert dialog.present.field.error() == "This is not the right passphrase. Try again."
    assert not dialog.save_button.isVisible()
    dialog.reject()


def test_escape_keeps_the_old_sheet(qtbot: QtBot, page: SettingsPage, services: Services) -> None:
    dialog = ask_new_sheet(qtbot, page, PASSPHRASE)
    assert dialog.code()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait_until_gone(qtbot, dialog)
    assert vault.unlock_with_recovery_code(services.folder, code=RECOVERY_CODE) == services.key
    assert page.key.result.text() == ""


def test_a_sheet_that_cannot_be_saved_is_said(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask_new_sheet(qtbot, page, PASSPHRASE)
    save_at(monkeypatch, str(tmp_path / "gone" / "blad.pdf"))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.output.is_trouble()
    assert dialog.output.text().startswith("There is no room on the disk")
    dialog.reject()


def test_a_backup_now_is_made_and_told(
    qtbot: QtBot, page: SettingsPage, services: Services, clock: FixedClock
) -> None:
    assert not page.backups.place.button.isEnabled()
    with qtbot.waitSignal(page.backed_up, timeout=20_000) as told:
        QTest.mouseClick(page.backups.now_button, Qt.MouseButton.LeftButton)
        QTest.mouseClick(page.backups.now_button, Qt.MouseButton.LeftButton)
    assert told.args == [clock.local()]
    assert len(list(services.backups.glob("*.wplbackup"))) == 1
    assert page.backups.last.text() == "Last back-up today 15:30"
    assert page.backups.result.text() == "The back-up is made and checked."
    assert page.backups.place.button.isEnabled()


def test_a_backup_elsewhere_can_be_put_back(
    qtbot: QtBot, page: SettingsPage, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    proposed = save_at(monkeypatch, str(stick / "kopie.wplbackup"))
    QTest.mouseClick(page.backups.elsewhere_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.backups.result.text().startswith("Saved and checked"), timeout=20_000)
    assert proposed == ["2026-01-22T153000.wplbackup"]
    assert [file.name for file in stick.iterdir()] == ["kopie.wplbackup"]
    assert profiles.read_backup(stick / "kopie.wplbackup").owner == "Griet Vanhaverbeke"
    # The status line is about the program's own back-ups.
    assert page.backups.last.text() == "There is no back-up yet."


def test_a_backup_that_fails_is_said_and_can_be_tried_again(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    page.backups.save_elsewhere(tmp_path / "file" / "kopie.wplbackup")
    qtbot.waitUntil(page.backups.result.is_trouble, timeout=20_000)
    assert page.backups.result.text().startswith("There is no room on the disk")
    with qtbot.waitSignal(page.backed_up, timeout=20_000):
        QTest.mouseClick(page.backups.now_button, Qt.MouseButton.LeftButton)
    assert not page.backups.result.is_trouble()


@pytest.mark.parametrize(
    ("made_at", "words"),
    [
        (None, "There is no back-up yet."),
        (NOW.replace(hour=9, minute=5), "Last back-up today 09:05"),
        (NOW.replace(day=21), "Last back-up yesterday 15:30"),
        (NOW.replace(day=5), "Last back-up 5 Jan 2026"),
    ],
)
def test_words_for_the_last_backup(made_at: datetime | None, words: str) -> None:
    assert last_backup_words(made_at, today=NOW.date()) == words
