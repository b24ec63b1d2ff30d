"""Unlocking by typing: the right passphrase, the wrong one, and profiles that cannot be opened."""

import json
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE, FixedClock, make_profile
from tests.ui.unlock.conftest import MakeWindow
from wpl_desktop.paths import DATABASE_FILE, KEY_FILE, DataDir
from wpl_desktop.services import open_profile, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.services.profiles import ProfileEntry
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.unlock_card import UnlockCard
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow

WRONG = "not the right sentence"
SAID = "This is not the right passphrase. Try again."


def card_of(window: UnlockWindow) -> UnlockCard:
    card = window.unlock_card()
    assert card is not None
    return card


def type_passphrase(window: UnlockWindow, text: str) -> None:
    line = card_of(window).passphrase.line
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def fail(qtbot: QtBot, window: UnlockWindow, *, times: int = 1) -> None:
    for _number in range(times):
        card_of(window).passphrase.set_error(None)
        type_passphrase(window, WRONG)
        qtbot.waitUntil(lambda: card_of(window).passphrase.error() is not None, timeout=20_000)


def tries_now(window: UnlockWindow, clock: FixedClock, *, seconds: int) -> None:
    clock.pass_time(seconds=seconds)
    QTest.qWait(600)
    assert card_of(window).unlock_button.isEnabled()


def test_the_right_passphrase_opens_the_profile(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        type_passphrase(window, PASSPHRASE)
    opened, services = cast("tuple[ProfileEntry, Services]", caught.args)
    assert opened.name == entry.name
    assert services.profile.values().owner_name == "Griet Vanhaverbeke"
    services.close()


def test_the_button_does_the_same_as_enter(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    QTest.keyClicks(card_of(window).passphrase.line, PASSPHRASE)
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        qtbot.mouseClick(card_of(window).unlock_button, Qt.MouseButton.LeftButton)
    cast("Services", (caught.args or [])[1]).close()


def test_after_a_failure_nobody_expected_one_can_try_again(
    make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    card_of(window).set_busy(True)
    with pytest.raises(ZeroDivisionError):
        window.show_open_failed(entry, ZeroDivisionError())
    assert not card_of(window).passphrase.line.isReadOnly()
    assert card_of(window).unlock_button.isEnabled()


def test_a_wrong_passphrase_says_so_under_the_field_and_changes_nothing_else(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    card = card_of(window)
    place = card.geometry()
    fail(qtbot, window)
    assert card.passphrase.error() == SAID
    assert card.passphrase.line.hasFocus()
    assert card.passphrase.line.selectedText() != ""
    assert card.unlock_button.isEnabled()
    assert card_of(window) is card
    assert card.geometry() == place


def test_the_message_goes_when_one_types_anew(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    fail(qtbot, window)
    QTest.keyClicks(card_of(window).passphrase.line, "e")
    assert card_of(window).passphrase.error() is None


def test_an_empty_passphrase_is_not_tried(
    make_window: MakeWindow, entry: ProfileEntry, data_dir: Path
) -> None:
    window = make_window()
    QTest.keyClick(card_of(window).passphrase.line, Qt.Key.Key_Return)
    QTest.qWait(50)
    assert card_of(window).passphrase.error() is None
    assert not (data_dir / "settings.json").exists()


def test_after_three_wrong_ones_one_waits(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry, clock: FixedClock
) -> None:
    window = make_window()
    fail(qtbot, window, times=3)
    card = card_of(window)
    assert card.passphrase.error() == "This is not the right passphrase. Try again in 2 seconds."
    assert not card.unlock_button.isEnabled()
    type_passphrase(window, PASSPHRASE)
    assert not qtbot_opens(qtbot, window)
    tries_now(window, clock, seconds=2)
    assert card.passphrase.error() == SAID
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        QTest.keyClick(card.passphrase.line, Qt.Key.Key_Return)
    cast("Services", (caught.args or [])[1]).close()


def qtbot_opens(qtbot: QtBot, window: UnlockWindow) -> bool:
    with qtbot.waitSignal(window.opened, timeout=700, raising=False) as caught:
        pass
    return bool(caught.signal_triggered)


def test_the_wait_survives_a_restart(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry, clock: FixedClock
) -> None:
    fail(qtbot, make_window(), times=3)
    again = make_window()
    assert "2 seconds" in (card_of(again).passphrase.error() or "")
    assert not card_of(again).unlock_button.isEnabled()
    tries_now(again, clock, seconds=3)


def test_the_passphrase_is_shown_on_request_only(make_window: MakeWindow, entry: ProfileEntry) -> None:
    field = card_of(make_window()).passphrase
    QTest.keyClicks(field.line, WRONG)
    assert field.line.displayText() != WRONG
    QTest.mouseClick(field.toggle, Qt.MouseButton.LeftButton)
    assert field.line.displayText() == WRONG


def test_another_profile_is_picked_with_the_keyboard(
    make_window: MakeWindow, entry: ProfileEntry, data_dir: Path
) -> None:
    make_profile(data_dir, owner_name="Joëlle Mbuyi-Ilunga")[1].close()
    window = make_window(chosen=entry.name)
    card = card_of(window)
    QTest.keyClicks(card.passphrase.line, "abc")
    first = card.findChildren(QAbstractButton)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert card.entry().owner == "Joëlle Mbuyi-Ilunga"
    assert card.passphrase.line.accessibleName() == "Passphrase of Joëlle Mbuyi-Ilunga"
    assert card.passphrase.text() == ""


def test_the_status_line_says_what_is_safe(
    qtbot: QtBot, make_window: MakeWindow, data_dir: Path, clock: FixedClock
) -> None:
    _entry, services = make_profile(data_dir, clock=clock)
    services.back_up()
    services.close()
    window = make_window()
    qtbot.waitUntil(lambda: len(window.status.texts()) == 3, timeout=20_000)
    assert window.status.texts() == (
        "Encrypted on this computer",
        "Last back-up today 15:30",
        "Nothing goes over the network",
    )
    clock.pass_time(days=1)
    window.show_start()
    qtbot.waitUntil(lambda: "Last back-up yesterday 15:30" in window.status.texts(), timeout=20_000)


def test_a_profile_that_is_open_elsewhere_is_said_and_left_alone(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry, data_dir: Path
) -> None:
    key = profiles.unlock(entry.folder, passphrase=PASSPHRASE)
    elsewhere = open_profile(entry.folder, key, clock=FixedClock(), backups=data_dir / "backups")
    try:
        window = make_window()
        type_passphrase(window, PASSPHRASE)
        qtbot.waitUntil(lambda: "already open" in shown_words(window), timeout=20_000)
        assert card_of(window).unlock_button.isEnabled()
    finally:
        elsewhere.close()
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        QTest.keyClick(card_of(window).passphrase.line, Qt.Key.Key_Return)
    cast("Services", (caught.args or [])[1]).close()


def test_a_damaged_profile_is_said_left_alone_and_can_be_put_back(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    file = entry.folder / DATABASE_FILE
    file.write_bytes(b"\x07" * file.stat().st_size)
    before = file.read_bytes()
    window = make_window()
    type_passphrase(window, PASSPHRASE)
    qtbot.waitUntil(lambda: "Nothing was changed" in shown_words(window), timeout=20_000)
    assert file.read_bytes() == before
    offered = [
        button
        for button in card_of(window).findChildren(QAbstractButton)
        if button.text() == "Put a back-up back" and button.isVisible()
    ]
    qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    assert window.unlock_card() is None


@pytest.mark.parametrize(
    ("change", "words"),
    [({"format": 99}, "newer version"), ({"program": "another"}, "not a WPL Desktop profile")],
)
def test_a_profile_that_cannot_be_opened_is_listed_with_its_reason(
    make_window: MakeWindow, entry: ProfileEntry, change: dict[str, object], words: str
) -> None:
    file = entry.folder / KEY_FILE
    values = {**json.loads(file.read_text(encoding="utf-8")), **change}
    file.write_text(json.dumps(values), encoding="utf-8")
    before = file.read_bytes()
    window = make_window()
    assert words in shown_words(window)
    assert card_of(window).passphrase.isHidden()
    assert card_of(window).unlock_button.isHidden()
    window.try_passphrase(PASSPHRASE)
    assert file.read_bytes() == before


def test_the_page_for_a_lost_laptop_needs_no_passphrase(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window(line="Locked at 12:20.")
    qtbot.mouseClick(card_of(window).lost_button, Qt.MouseButton.LeftButton)
    assert "72 hours" in shown_words(window)
    QTest.keyClick(focused(window), Qt.Key.Key_Escape)
    assert "Locked at 12:20." in shown_words(window)


def test_the_demo_opens_by_itself(qtbot: QtBot, make_window: MakeWindow, data_dir: Path) -> None:
    window = make_window()
    with qtbot.waitSignal(window.opened, timeout=60_000) as caught:
        window._on_demo()
    entry, services = cast("tuple[ProfileEntry, Services]", caught.args)
    assert entry.demo
    assert services.student_list.names()
    services.close()
    again = make_window()
    assert card_of(again).passphrase.isHidden()
    with qtbot.waitSignal(again.opened, timeout=20_000) as caught:
        qtbot.mouseClick(card_of(again).unlock_button, Qt.MouseButton.LeftButton)
    cast("Services", (caught.args or [])[1]).close()
    assert len(list(DataDir(data_dir).profiles.iterdir())) == 1


def test_the_demo_beside_an_own_profile_needs_no_typing_either(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry, data_dir: Path, clock: FixedClock
) -> None:
    made, services = make_demo(data_dir, clock=clock, language="en", students=1)
    services.close()
    window = make_window(chosen=entry.name)
    assert not card_of(window).passphrase.isHidden()
    window = make_window(chosen=made.name)
    assert card_of(window).passphrase.isHidden()
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        qtbot.mouseClick(card_of(window).unlock_button, Qt.MouseButton.LeftButton)
    opened, services = cast("tuple[ProfileEntry, Services]", caught.args)
    assert opened.demo
    services.close()


def test_nothing_opens_while_the_last_profile_is_put_away(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    window.hold()
    assert "Making the back-up…" in window.status.texts()
    type_passphrase(window, PASSPHRASE)
    assert not qtbot_opens(qtbot, window)
    with qtbot.waitSignal(window.opened, timeout=20_000) as caught:
        window.release(hint="said plainly")
    assert card_of(window).hint() == "said plainly"
    cast("Services", (caught.args or [])[1]).close()


def test_everything_that_takes_the_focus_has_a_name(make_window: MakeWindow, entry: ProfileEntry) -> None:
    window = make_window()
    for show in (window._on_new, window._show_restore, window._show_lost_laptop, window._show_unlock):
        show()
        nameless = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and isinstance(widget, QAbstractButton | QLineEdit)
            and not widget.accessibleName()
            and not getattr(widget, "text", str)()
        ]
        assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_card_is_never_wider_than_the_window(
    make_window: MakeWindow, entry: ProfileEntry, qapp: object, scale: float
) -> None:
    theme._state.text_scale = scale
    window = make_window()
    window.resize(window.minimumSize())
    QTest.qWait(50)
    assert card_of(window).width() <= window.width()
    assert card_of(window).mapTo(window, card_of(window).rect().topLeft()).x() >= 0


def shown_words(window: UnlockWindow) -> str:
    texts = (
        cast("str", label.property("text")) for label in window.findChildren(QWidget) if label.isVisible()
    )
    return " ".join(text for text in texts if isinstance(text, str))


def focused(window: UnlockWindow) -> QWidget:
    return cast("QWidget | None", window.focusWidget()) or window
