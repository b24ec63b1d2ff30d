"""The settings page: shown as kept, kept by itself, refused inline, and nothing that cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import make_services
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.errors import StorageFull
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import theme
from wpl_desktop.ui.settings.settings_page import AUTOSAVE_MILLISECONDS, SCHEME_KEY, SettingsPage

RESOURCES = Path(__file__).parents[3] / "resources"


def type_over(editor: QWidget, text: str) -> None:
    """Replace what stands in a field by typing, in any script."""
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def choose(switch: QWidget, text: str) -> None:
    """Click on the segment that says so."""
    (segment,) = (button for button in switch.findChildren(QAbstractButton) if button.text() == text)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_it_shows_what_is_kept(page: SettingsPage) -> None:
    assert page.title() == "Settings"
    assert page.you.name.hasFocus()
    assert page.you.name.text() == "Griet Vanhaverbeke"
    assert page.you.role.currentText() == "School mentor"
    assert page.you.workplace.text() == "Basisschool De Vlinderboom"
    assert page.privacy.purpose.text() == "begeleiding en advies bij werkplekleren"
    assert page.look.vocabularies.value() == "education_be"
    assert page.locking.minutes.value() == 10
    assert page.backups.last.text() == "There is no back-up yet."


def test_what_is_typed_is_kept_within_two_seconds(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    with qtbot.waitSignal(page.saved, timeout=2500):
        type_over(page.privacy.contact, "Zoë Özdemir, 李")
    assert AUTOSAVE_MILLISECONDS < 2000
    assert services.profile.values().privacy_contact == "Zoë Özdemir, 李"


def test_leaving_a_field_keeps_it_at_once(page: SettingsPage, services: Services) -> None:
    type_over(page.you.address, "Gent")
    assert services.profile.values().workplace_address == "Antwerpen"
    QTest.keyClick(page.you.address, Qt.Key.Key_Tab)
    assert services.profile.values().workplace_address == "Gent"


def test_the_lock_keeps_the_last_letters(page: SettingsPage, services: Services) -> None:
    type_over(page.privacy.purpose, "advies")
    assert page.flush()
    assert services.profile.values().purpose == "advies"


def test_a_role_is_kept_when_it_is_chosen(page: SettingsPage, services: Services) -> None:
    page.you.role.setFocus()
    QTest.keyClick(page.you.role, Qt.Key.Key_Up)
    assert services.profile.values().role is not Role.SCHOOL_MENTOR


def test_the_wheel_never_changes_the_role(page: SettingsPage, services: Services) -> None:
    role = page.you.role
    role.setFocus()
    for turned in (120, -120):
        event = QWheelEvent(
            QPointF(5, 5), QPointF(role.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, turned),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(role, event)
    assert role.currentText() == "School mentor"
    assert services.profile.values().role is Role.SCHOOL_MENTOR


@pytest.mark.parametrize("name", ["name", "workplace"])
def test_a_missing_name_is_refused_where_it_stands_and_the_rest_is_kept(
    page: SettingsPage, services: Services, name: str
) -> None:
    before = services.profile.values()
    type_over(getattr(page.you, name), "  ")
    type_over(page.privacy.controller, "Schoolbestuur Zuid")
    assert page.flush() is False
    field = "owner_name" if name == "name" else "workplace"
    assert page.you.form.field(field).error() == "Fill in a name."
    assert services.profile.values() == replace(before, controller="Schoolbestuur Zuid")
    type_over(getattr(page.you, name), "Łukasz")
    assert page.flush()
    assert page.you.form.field(field).error() is None
    assert getattr(services.profile.values(), field) == "Łukasz"


def test_a_full_disk_is_said_on_the_page_and_tried_again(
    page: SettingsPage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise StorageFull

    type_over(page.privacy.purpose, "advies")
    with monkeypatch.context() as patched:
        patched.setattr(services.profile, "change", full)
        assert page.flush() is False
    assert page.trouble.isVisible()
    assert page.trouble.text().startswith("There is no room on the disk")
    assert page.flush()
    assert not page.trouble.isVisible()
    assert services.profile.values().purpose == "advies"


def test_the_privacy_line_is_there_until_all_three_are_filled_in(page: SettingsPage) -> None:
    """P01."""
    assert not page.privacy.missing.isVisible()
    type_over(page.privacy.contact, " ")
    assert page.privacy.missing.isVisible()
    assert "reports carry a line" in page.privacy.missing.text()
    type_over(page.privacy.contact, "DPO")
    assert not page.privacy.missing.isVisible()


def test_language_and_words_wait_for_the_next_unlock_and_say_so(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    assert not page.look.lock_button.isVisible()
    choose(page.look.vocabularies, "Care")
    choose(page.look.languages, "English")
    values = services.profile.values()
    assert (values.language, values.vocabulary) == ("en", "care")
    assert page.look.later.text() == "Kept. You see it from the next time you unlock."
    with qtbot.waitSignal(page.lock_requested):
        QTest.mouseClick(page.look.lock_button, Qt.MouseButton.LeftButton)
    choose(page.look.vocabularies, "Education, Belgium")
    choose(page.look.languages, "Nederlands")
    assert not page.look.lock_button.isVisible()


def test_colours_change_at_once_and_are_remembered(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    before = services.profile.values()
    with qtbot.waitSignal(page.remember_requested) as remembered:
        choose(page.look.schemes, "Dark")
    assert remembered.args == [SCHEME_KEY, "dark"]
    assert theme.scheme() == "dark"
    assert page.palette().color(page.backgroundRole()) == theme.tokens().page
    assert services.profile.values() == before


@pytest.mark.parametrize("minutes", [2, 5, 20])
def test_minutes_until_the_lock_are_kept(page: SettingsPage, services: Services, minutes: int) -> None:
    choose(page.locking.minutes, f"{minutes} minutes")
    assert services.profile.values().idle_minutes == minutes


def test_minutes_before_a_conversation_are_kept_and_none_is_never(
    page: SettingsPage, services: Services
) -> None:
    assert page.reminders.minutes.value() == services.reminders.minutes() == 15
    choose(page.reminders.minutes, "5 minutes")
    assert services.reminders.minutes() == 5
    choose(page.reminders.minutes, "Not")
    assert services.reminders.minutes() == 0


def test_what_another_window_changed_is_shown_and_what_is_typed_stays(
    page: SettingsPage, services: Services
) -> None:
    type_over(page.privacy.purpose, "advies")
    services.profile.change(replace(services.profile.values(), idle_minutes=5))
    services.profile.change(replace(services.profile.values(), idle_minutes=10))
    page.refresh()
    assert page.privacy.purpose.text() == "advies"
    assert services.profile.values().purpose == "advies"


def test_links_lead_to_a_part_and_stay_while_the_page_scrolls(page: SettingsPage, qapp: QApplication) -> None:
    assert [button.text() for button in page.links.buttons if button.isVisible()] == [
        "You and your workplace",
        "Privacy",
        "Language, words and colours",
        "Locking",
        "Reminders",
        "School year",
        "Criteria",
        "Passphrase and recovery sheet",
        "Back-ups",
        "Bin",
        "About WPL Desktop",
    ]
    place = page.links.pos()
    QTest.mouseClick(page.links.buttons[7], Qt.MouseButton.LeftButton)
    qapp.processEvents()
    assert page.key.change_button.hasFocus()
    assert not page.key.change_button.visibleRegion().isEmpty()
    assert page.links.pos() == place
    page.resize(1000, 650)
    assert not page.links.isVisible()


@pytest.mark.parametrize(("width", "text_scale"), [(822, 1.0), (632, 1.0), (1234, 1.5), (900, 1.5)])
def test_nothing_is_cut_off_or_lies_beside_the_page(
    qtbot: QtBot, services: Services, qapp: QApplication, width: int, text_scale: float
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=text_scale)
    page = SettingsPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.resize(width, 420)
    page.refresh()
    page.show()
    qapp.processEvents()
    right = page.width()
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            assert widget.mapTo(page, QPoint(widget.width(), 0)).x() <= right, widget
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_everything_that_takes_the_focus_has_a_name_and_is_reached_by_tab(page: SettingsPage) -> None:
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]
    nameless = [
        widget
        for widget in stops
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []
    seen: list[QWidget] = []
    for _ in range(len(stops) + 5):
        focused = page.focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
        assert not focused.visibleRegion().isEmpty(), f"{focused.accessibleName()} is out of sight"
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    content = page.about.parentWidget()
    assert content is not None
    tops = [widget.mapTo(content, QPoint()).y() for widget in seen if widget not in page.links.buttons]
    assert tops == sorted(tops)
    assert page.about.log.line in seen


def test_about_says_where_the_log_is(page: SettingsPage, services: Services) -> None:
    assert page.about.log.line.text() == str(services.folder.parent.parent / "logs" / "wpl-desktop.log")
    assert page.about.log.line.isReadOnly()


def test_the_demo_keeps_its_passphrase_and_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    services = make_services(tmp_path / "demo", demo=True)
    try:
        page = SettingsPage()
        qtbot.addWidget(page)
        page.set_services(services)
        page.refresh()
        page.show()
        assert page.key.demo_note.isVisible()
        assert "published" in page.key.demo_note.text()
        assert not page.key.change_button.isEnabled()
        assert not page.key.sheet_button.isEnabled()
        assert page.key.change_button.toolTip() == page.key.demo_note.text()
    finally:
        services.close()


@pytest.fixture
def demo_page(qtbot: QtBot, tmp_path: Path) -> Iterator[SettingsPage]:
    """The settings of a demo profile."""
    services = make_services(tmp_path / "demo", demo=True)
    page = SettingsPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.resize(1278, 650)
    page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    services.close()


def test_a_demo_is_removed_by_one_button_and_one_question(qtbot: QtBot, demo_page: SettingsPage) -> None:
    section = demo_page.demo
    assert section.isVisible()
    assert not section.question.isVisible()
    with qtbot.assertNotEmitted(section.removal_requested):
        qtbot.mouseClick(section.remove_button, Qt.MouseButton.LeftButton)
    assert section.keep_button.hasFocus(), "Enter keeps"
    assert not section.remove_button.isVisible()
    with qtbot.waitSignal(section.removal_requested):
        qtbot.mouseClick(section.confirm_button, Qt.MouseButton.LeftButton)


def test_a_demo_may_be_kept_after_all(qtbot: QtBot, demo_page: SettingsPage) -> None:
    section = demo_page.demo
    section.remove_button.click()
    with qtbot.assertNotEmitted(section.removal_requested):
        qtbot.mouseClick(section.keep_button, Qt.MouseButton.LeftButton)
    assert section.remove_button.hasFocus()
    assert not section.question.isVisible()


def test_an_own_profile_has_no_such_part(page: SettingsPage) -> None:
    assert not page.demo.isVisible()
    assert page.demo.title() not in [button.text() for button in page.links.buttons if button.isVisible()]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_question_is_whole_at_every_text_size(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, scale: float
) -> None:
    theme.install(qapp, resources=RESOURCES, text_scale=scale)
    services = make_services(tmp_path / "demo", demo=True)
    try:
        page = SettingsPage()
        qtbot.addWidget(page)
        page.set_services(services)
        page.resize(1278, 650)
        page.refresh()
        page.show()
        page.demo.remove_button.click()
        qapp.processEvents()
        assert clipped_in(page.demo) == []
        assert nameless_in(page.demo) == []
    finally:
        services.close()
        theme.install(qapp, resources=RESOURCES, text_scale=1.0)
