"""The first run by keyboard: four steps, nothing written before the last, and errors where they are."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import cast

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE
from tests.ui.unlock.conftest import MakeWindow
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services import profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.profiles import ProfileEntry
from wpl_desktop.ui.sheet_printing import page_image, sheet_pdf
from wpl_desktop.ui.unlock.first_run import FirstRun
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow


def first_run(window: UnlockWindow) -> FirstRun:
    return window.findChildren(FirstRun)[-1]


def focused() -> QWidget:
    widget = cast("QWidget | None", QApplication.focusWidget())
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def to_step(page: FirstRun, number: int) -> None:
    """Fill in what the steps before `number` ask for, by keyboard."""
    if number > 1:
        press(Qt.Key.Key_Return)
    if number > 2:
        press(Qt.Key.Key_Space)
        page.passphrase.pair.first.line.setFocus()
        QTest.keyClicks(focused(), PASSPHRASE)
        page.passphrase.pair.second.line.setFocus()
        QTest.keyClicks(focused(), PASSPHRASE)
        press(Qt.Key.Key_Return)
    if number > 3:
        QTest.keyClicks(focused(), "Griet Vanhaverbeke")
        page.sheet.typed.setFocus()
        QTest.keyClicks(focused(), page.answers().recovery_code.lower().replace("-", " "))
        press(Qt.Key.Key_Return)
    assert page.step_number() == number


def tab_to(target: QWidget) -> None:
    """Press Tab until `target` has the focus: it must be reachable without a mouse."""
    for _number in range(20):
        if target.hasFocus():
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"{target.accessibleName()} cannot be reached by Tab")


def test_by_keyboard_only_and_nothing_is_written_before_the_last_step(
    qtbot: QtBot, make_window: MakeWindow, data_dir: Path
) -> None:
    window = make_window()
    assert "Nothing is kept yet" in window.status.texts()
    page = first_run(window)
    press(Qt.Key.Key_Return)
    assert page.passphrase.confirmation.hasFocus()
    press(Qt.Key.Key_Space)
    tab_to(page.passphrase.pair.first.line)
    QTest.keyClicks(focused(), PASSPHRASE)
    tab_to(page.passphrase.pair.second.line)
    QTest.keyClicks(focused(), PASSPHRASE)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(page.sheet.name, "Griet Vanhaverbeke")
    tab_to(page.sheet.typed)
    QTest.keyClicks(focused(), page.answers().recovery_code)
    press(Qt.Key.Key_Return)
    assert page.school.role.hasFocus()
    press(Qt.Key.Key_Down)
    tab_to(page.school.workplace)
    QTest.keyClicks(focused(), "De Vlinderboom")
    assert not data_dir.exists()
    with qtbot.waitSignal(window.opened, timeout=30_000) as caught:
        press(Qt.Key.Key_Return)
    entry, services = cast("tuple[ProfileEntry, Services]", caught.args)
    values = services.profile.values()
    services.close()
    assert (values.owner_name, values.workplace) == ("Griet Vanhaverbeke", "De Vlinderboom")
    assert values.role is Role.HEAD_TEACHER
    assert values.purpose == "guidance and advice in workplace learning"
    assert not values.is_privacy_complete
    assert profiles.unlock(entry.folder, passphrase=PASSPHRASE) == services.key
    code = page.answers().recovery_code
    assert (
        profiles.unlock_with_recovery_code(entry.folder, code=code, new_passphrase=PASSPHRASE) == services.key
    )


def test_without_the_confirmation_one_does_not_go_on(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 2)
    page.passphrase.pair.set_texts(PASSPHRASE, PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert page.step_number() == 2
    assert page.passphrase.confirmation.hasFocus()
    assert "Tick this when it is so." in shown_words(page)
    press(Qt.Key.Key_Space)
    assert "Tick this when it is so." not in shown_words(page)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("short", "short", "at least 12 characters"),
        (PASSPHRASE, PASSPHRASE + "!", "not the same"),
        ("", "", "at least 12 characters"),
    ],
)
def test_a_passphrase_that_will_not_do_is_said_at_its_field(
    make_window: MakeWindow, first: str, second: str, words: str
) -> None:
    page = first_run(make_window())
    to_step(page, 2)
    press(Qt.Key.Key_Space)
    page.passphrase.pair.set_texts(first, second)
    press(Qt.Key.Key_Return)
    assert page.step_number() == 2
    pair = page.passphrase.pair
    wrong = pair.second if first == PASSPHRASE else pair.first
    assert words in (wrong.error() or "")
    assert wrong.line.hasFocus()


def test_the_length_is_counted_while_one_types(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 2)
    QTest.keyClicks(page.passphrase.pair.first.line, "a sent")
    assert "6 of at least 12 characters" in shown_words(page)
    QTest.keyClicks(page.passphrase.pair.first.line, "ence it is")
    assert "16 characters: long enough." in shown_words(page)


def test_the_code_must_be_typed_back(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 3)
    press(Qt.Key.Key_Return)
    assert "Fill in your name" in shown_words(page)
    QTest.keyClicks(focused(), "Griet")
    for typed, said in (("", "Type the code over"), ("AAAA-BBBB", "This is not the code above")):
        page.sheet.typed.setText(typed)
        press(Qt.Key.Key_Return)
        assert page.step_number() == 3
        assert said in shown_words(page)
        assert page.sheet.typed.hasFocus()


def test_the_code_may_be_pasted(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 3)
    QTest.keyClicks(focused(), "Griet")
    QApplication.clipboard().setText(page.answers().recovery_code)
    page.sheet.typed.setFocus()
    page.sheet.typed.paste()
    assert "That is right." in shown_words(page)
    press(Qt.Key.Key_Return)
    assert page.step_number() == 4


def test_back_keeps_what_was_typed(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 4)
    QTest.keyClicks(page.school.workplace, "De Vlinderboom")
    page.school.purpose.setText("leren")
    code = page.answers().recovery_code
    for _step in range(3):
        press(Qt.Key.Key_Escape)
    assert page.step_number() == 1
    for _step in range(3):
        press(Qt.Key.Key_Return)
    assert page.step_number() == 4
    assert (page.school.workplace.text(), page.school.purpose.text()) == ("De Vlinderboom", "leren")
    assert page.answers().recovery_code == code
    assert page.answers().passphrase == PASSPHRASE


def test_a_workplace_without_a_name_is_said_at_its_field(make_window: MakeWindow, data_dir: Path) -> None:
    page = first_run(make_window())
    to_step(page, 4)
    press(Qt.Key.Key_Return)
    assert "Fill in the name of your school." in shown_words(page)
    assert page.school.workplace.hasFocus()
    assert not data_dir.exists()


def test_what_is_missing_for_privacy_is_said_quietly(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 4)
    assert "reports carry a line" in shown_words(page)
    page.school.controller.setText("Schoolbestuur")
    page.school.contact.setText("Sofie Lambrechts")
    assert "reports carry a line" not in shown_words(page)


def test_the_words_of_the_workplace_count_in_the_last_step(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    page.begin.vocabularies.set_value("care")
    to_step(page, 4)
    assert "Name of your care organisation" in shown_words(page)
    assert page.school.findChildren(QComboBox)[0].count() == 4


def test_a_refusal_of_the_service_leads_to_the_step_of_its_field(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 4)
    page.show_error(refused("name_missing", field="owner_name"))
    assert page.step_number() == 3
    assert page.sheet.name.hasFocus()
    page.show_error(refused("something_else"))
    assert "something_else" in shown_words(page)


def test_a_folder_that_cannot_be_written_is_said_and_everything_typed_stays(
    qtbot: QtBot, make_window: MakeWindow, data_dir: Path
) -> None:
    page = first_run(make_window())
    to_step(page, 4)
    data_dir.write_text("a file where the folder should be", encoding="utf-8")
    QTest.keyClicks(page.school.workplace, "De Vlinderboom")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "no room on the disk" in shown_words(page), timeout=30_000)
    assert page.school.workplace.text() == "De Vlinderboom"
    assert page.next_button.isEnabled()


def test_the_demo_is_one_choice_away(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(window.opened, timeout=60_000) as caught:
        press(Qt.Key.Key_Return)
    entry, services = cast("tuple[ProfileEntry, Services]", caught.args)
    services.close()
    assert entry.demo


def test_a_backup_is_one_choice_away_and_back_leads_back(make_window: MakeWindow) -> None:
    window = make_window()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "Choose the moment you want to go back to." in shown_words(window)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert first_run(window).begin.options.value() == "restore"


def test_leaving_the_first_step_closes_the_window(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    with qtbot.waitSignal(window.closed):
        qtbot.mouseClick(first_run(window).back_button, Qt.MouseButton.LeftButton)


def test_leaving_leads_back_to_the_profiles_when_there_are_any(
    qtbot: QtBot, make_window: MakeWindow, entry: ProfileEntry
) -> None:
    window = make_window()
    window._on_new()
    assert first_run(window).back_button.text() == "Back"
    qtbot.mouseClick(first_run(window).back_button, Qt.MouseButton.LeftButton)
    assert window.unlock_card() is not None


def test_every_field_of_every_step_has_a_name(make_window: MakeWindow) -> None:
    page = first_run(make_window())
    to_step(page, 4)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QLineEdit | QComboBox) and not widget.accessibleName()
    ]
    assert nameless == []
    assert all(button.text() for button in page.findChildren(QRadioButton))


def test_the_saved_sheet_holds_the_code_and_only_its_owner_may_read_it(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    page = first_run(make_window())
    to_step(page, 3)
    QTest.keyClicks(focused(), "Griet Vanhaverbeke")
    target = tmp_path / "sheet.pdf"
    page.sheet.save(target)
    text = pypdf.PdfReader(BytesIO(target.read_bytes())).pages[0].extract_text()
    assert all(group in text for group in page.answers().recovery_code.split("-"))
    assert "Griet Vanhaverbeke" in text
    assert target.stat().st_mode & 0o077 == 0
    assert "Saved as sheet.pdf" in shown_words(page)


def test_a_sheet_that_cannot_be_saved_is_said(make_window: MakeWindow, tmp_path: Path) -> None:
    page = first_run(make_window())
    to_step(page, 3)
    QTest.keyClicks(focused(), "Griet")
    page.sheet.save(tmp_path / "no such folder" / "sheet.pdf")
    assert "may not be written" in shown_words(page)


def test_the_printed_page_is_a_whole_a4_with_something_on_it(look: None) -> None:
    from datetime import date

    pdf = sheet_pdf(code="ABCD-EFGH", name="Griet", language="en", made_on=date(2026, 1, 22))
    image = page_image(pdf)
    assert image.height() / image.width() == pytest.approx(297 / 210, abs=0.01)
    assert image.width() > 2400
    ink = {image.pixel(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 10)}
    assert len(ink) > 2


def shown_words(parent: QWidget) -> str:
    texts = (
        cast("object", label.property("text")) for label in parent.findChildren(QWidget) if label.isVisible()
    )
    return " ".join(text for text in texts if isinstance(text, str))
