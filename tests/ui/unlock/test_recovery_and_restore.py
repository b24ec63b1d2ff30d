"""The ways back in: the recovery sheet with a new passphrase, and a back-up of an earlier moment."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE, RECOVERY_CODE, FixedClock, add_student, make_profile
from tests.ui.unlock.conftest import MakeWindow
from wpl_desktop.domain.errors import WrongPassphrase
from wpl_desktop.paths import DATABASE_FILE
from wpl_desktop.services import profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.profiles import ProfileEntry
from wpl_desktop.ui.unlock.recovery_card import RecoveryCard
from wpl_desktop.ui.unlock.restore_card import RestoreCard
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow

NEW = "another sentence to open with"


def recovery(qtbot: QtBot, window: UnlockWindow) -> RecoveryCard:
    card = window.unlock_card()
    assert card is not None
    qtbot.mouseClick(card.recovery_button, Qt.MouseButton.LeftButton)
    return window.findChildren(RecoveryCard)[-1]


def restore(qtbot: QtBot, window: UnlockWindow) -> RestoreCard:
    window._show_restore()
    card = window.findChildren(RestoreCard)[-1]
    qtbot.waitUntil(card.list.isEnabled, timeout=20_000)
    return card


def fill(card: RecoveryCard, *, code: str, first: str, second: str) -> None:
    card.code.setText(code)
    card.pair.set_texts(first, second)
    QTest.keyClick(card.pair.second.line, Qt.Key.Key_Return)


def test_the_code_opens_the_profile_under_a_new_passphrase(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    card = recovery(qtbot, window)
    assert card.code.hasFocus()
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        fill(card, code=RECOVERY_CODE.lower(), first=NEW, second=NEW)
    services = cast("Services", (caught.args or [])[1])
    services.close()
    assert profiles.unlock(entry.folder, passphrase=NEW) == services.key
    with pytest.raises(WrongPassphrase):
        profiles.unlock(entry.folder, passphrase=PASSPHRASE)


def test_a_wrong_code_is_said_at_its_field_and_the_passphrase_stays(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    card = recovery(qtbot, make_window())
    fill(card, code="ABCD-EFGH", first=NEW, second=NEW)
    qtbot.waitUntil(lambda: card.code_field.error() is not None, timeout=20_000)
    assert "not the code" in (card.code_field.error() or "")
    assert card.back_button.isEnabled()
    assert card.pair.text() == NEW
    assert card.open_button.isEnabled()
    assert profiles.unlock(entry.folder, passphrase=PASSPHRASE)


@pytest.mark.parametrize(
    ("code", "first", "second", "words"),
    [
        ("", NEW, NEW, "Type the code"),
        (RECOVERY_CODE, "short", "short", "at least 12"),
        (RECOVERY_CODE, NEW, NEW + "!", "not the same"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_tried(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry, code: str, first: str, second: str, words: str
) -> None:
    card = recovery(qtbot, make_window())
    fill(card, code=code, first=first, second=second)
    said = (card.code_field.error(), card.pair.first.error(), card.pair.second.error())
    assert [words in (text or "") for text in said].count(True) == 1
    assert card.open_button.isEnabled()


def test_nobody_leaves_while_the_passphrase_is_being_changed(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    card = recovery(qtbot, window)
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        fill(card, code=RECOVERY_CODE, first=NEW, second=NEW)
        QTest.keyClick(card.code, Qt.Key.Key_Escape)
        assert window.unlock_card() is None
    cast("Services", (caught.args or [])[1]).close()


def test_nobody_leaves_while_a_backup_is_being_put_back(
    qtbot: QtBot, make_window: MakeWindow, data_dir: Path, clock: FixedClock
) -> None:
    _entry, services = make_profile(data_dir, clock=clock)
    services.back_up()
    services.close()
    window = make_window()
    card = restore(qtbot, window)
    card.restore_button.click()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert window.unlock_card() is None
    qtbot.waitUntil(lambda: window.unlock_card() is not None, timeout=20_000)
    shown = window.unlock_card()
    assert shown is not None
    assert "was put back" in shown.hint()


def test_escape_leads_back(qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry) -> None:
    window = make_window()
    QTest.keyClick(recovery(qtbot, window).code, Qt.Key.Key_Escape)
    assert window.unlock_card() is not None


def with_backup(data_dir: Path, clock: FixedClock) -> tuple[ProfileEntry, Path]:
    """A profile with a back-up from before its first student."""
    entry, services = make_profile(data_dir, clock=clock)
    file = services.back_up()
    clock.pass_time(days=1)
    add_student(services)
    services.close()
    return entry, file


def test_a_backup_is_put_back_and_the_profile_of_now_is_kept(
    qtbot: QtBot, make_window: MakeWindow, data_dir: Path, clock: FixedClock
) -> None:
    entry, _file = with_backup(data_dir, clock)
    before = (entry.folder / DATABASE_FILE).read_bytes()
    window = make_window()
    card = restore(qtbot, window)
    words = shown_words(card)
    assert "Thursday 22 January 2026, 15:30" in words
    assert "The back-up of Griet Vanhaverbeke" in words
    assert "is not thrown away" in words
    qtbot.mouseClick(card.restore_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.unlock_card() is not None, timeout=20_000)
    unlock = window.unlock_card()
    assert unlock is not None
    assert "was put back" in unlock.hint()
    safety = Path(unlock.hint().rpartition(" in ")[2])
    assert (safety / DATABASE_FILE).read_bytes() == before
    QTest.keyClicks(unlock.passphrase.line, PASSPHRASE)
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        QTest.keyClick(unlock.passphrase.line, Qt.Key.Key_Return)
    services = cast("Services", (caught.args or [])[1])
    assert services.student_list.names() == []
    services.close()


def test_a_backup_from_elsewhere_comes_into_an_empty_folder(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, data_dir: Path, clock: FixedClock
) -> None:
    entry, file = with_backup(tmp_path / "other computer", clock)
    window = make_window()
    card = restore(qtbot, window)
    assert "There are no back-ups on this computer." in shown_words(card)
    assert not card.restore_button.isEnabled()
    card.read(file)
    qtbot.waitUntil(card.restore_button.isEnabled, timeout=20_000)
    assert "The back-up of Griet Vanhaverbeke" in shown_words(card)
    QTest.keyClick(card, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.unlock_card() is not None, timeout=20_000)
    assert [known.name for known in profiles.profiles_in(data_dir)] == [entry.name]
    unlock = window.unlock_card()
    assert unlock is not None
    assert "kept in" not in unlock.hint()


def test_a_file_that_is_no_backup_is_said_and_changes_nothing(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, data_dir: Path, clock: FixedClock
) -> None:
    entry, file = with_backup(data_dir, clock)
    half = tmp_path / "half.wplbackup"
    half.write_bytes(file.read_bytes()[:2000])
    before = (entry.folder / DATABASE_FILE).read_bytes()
    card = restore(qtbot, make_window())
    card.read(half)
    qtbot.waitUntil(lambda: "incomplete or damaged" in shown_words(card), timeout=20_000)
    assert card.restore_button.isEnabled()
    assert (entry.folder / DATABASE_FILE).read_bytes() == before


def test_a_backup_that_became_damaged_is_not_put_back(
    qtbot: QtBot, make_window: MakeWindow, data_dir: Path, clock: FixedClock
) -> None:
    entry, file = with_backup(data_dir, clock)
    before = (entry.folder / DATABASE_FILE).read_bytes()
    card = restore(qtbot, make_window())
    file.write_bytes(file.read_bytes()[:-5000])
    qtbot.mouseClick(card.restore_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Your profile was not changed" in shown_words(card), timeout=20_000)
    assert (entry.folder / DATABASE_FILE).read_bytes() == before


def shown_words(parent: QWidget) -> str:
    texts = (
        cast("object", label.property("text")) for label in parent.findChildren(QWidget) if label.isVisible()
    )
    return " ".join(text for text in texts if isinstance(text, str))
