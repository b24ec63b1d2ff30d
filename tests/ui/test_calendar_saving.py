"""The dialog that saves a calendar file: neutral unless one chooses otherwise, and errors where one is."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.hands import Hands, Key, settle
from tests.ui.reading import clipped_in, nameless_in, words_in
from wpl_desktop.domain.conversations import Conversation
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.ui import calendar_saving, joint_screen, theme
from wpl_desktop.ui.calendar_saving import CalendarDialog

MONDAY = datetime(2026, 1, 26, 15, 45)  # noqa: DTZ001  (a wall clock has no zone)
Opened = Callable[..., CalendarDialog]


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    return factory.add_conversation(services, trajectory_id, starts_at=MONDAY, place="Lokaal 3")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "gesprekken.ics"


@pytest.fixture
def proposals() -> list[str]:
    """The names under which a file was proposed."""
    return []


@pytest.fixture
def opened(services: Services, window: QWidget, target: Path, proposals: list[str]) -> Iterator[Opened]:
    """Opens the dialog; the place that is chosen is `target`, unless the test chooses another."""
    dialogs: list[CalendarDialog] = []

    def make(*, chosen: Path | None = target, **arguments: Any) -> CalendarDialog:
        def choose(_parent: QWidget, proposal: Path) -> Path | None:
            proposals.append(proposal.name)
            return chosen

        dialog = CalendarDialog(services, choose_file=choose, parent=window, **arguments)
        dialog.open()
        settle()
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.close()


def titles(dialog: CalendarDialog) -> list[str]:
    return [option.title for option in dialog.what.options()]


def test_it_saves_the_talk_that_one_was_looking_at(
    services: Services, talk: ConversationRow, opened: Opened, target: Path
) -> None:
    factory.add_conversation(services, talk.trajectory_id, starts_at=MONDAY + timedelta(weeks=1))
    dialog = opened(conversation_id=talk.id)
    assert titles(dialog) == ["This conversation", "All conversations"]
    assert dialog.what.options()[0].subtitle == "Mon 26 Jan 15:45"
    assert not dialog.with_names.isChecked()
    assert not dialog.with_place.isChecked()
    dialog.primary.click()
    text = target.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Conversation\n" in text
    assert "TRIGGER:-PT15M" in text
    assert [secret for secret in ("Łukasz", "Lokaal", "Griet") if secret in text] == []
    assert target.stat().st_mode & 0o777 == 0o600
    assert dialog.said() == f"Saved: {target.parent.name}/{target.name}"
    assert dialog.isVisible()
    with services.database.reading() as session:
        assert session.get_one(Conversation, talk.id).exported_on is not None


def test_the_file_is_proposed_without_a_name(
    talk: ConversationRow, opened: Opened, proposals: list[str]
) -> None:
    opened(conversation_id=talk.id).primary.click()
    assert proposals == ["conversations.ics"]


def test_names_only_after_one_has_read_who_reads_them(
    talk: ConversationRow, opened: Opened, target: Path
) -> None:
    dialog = opened(conversation_id=talk.id)
    assert not dialog.readers.isVisible()
    dialog.with_names.click()
    assert dialog.readers.isVisible()
    assert "Whoever can look into this calendar" in dialog.readers.text()
    dialog.with_place.click()
    dialog.alarm.set_value(0)
    dialog.primary.click()
    text = target.read_text(encoding="utf-8")
    assert "SUMMARY:Conversation with Łukasz" in text
    assert "LOCATION:Lokaal 3" in text
    assert "VALARM" not in text


def test_everything_from_nowhere(
    services: Services, talk: ConversationRow, opened: Opened, target: Path
) -> None:
    other = factory.add_student(services, name="Bea Twee")
    factory.add_conversation(services, other, starts_at=MONDAY + timedelta(days=1))
    dialog = opened()
    assert titles(dialog) == ["All conversations"]
    dialog.primary.click()
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 2


def test_many_talks_are_made_into_a_file_beside_the_window(
    talk: ConversationRow,
    opened: Opened,
    target: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Five thousand take seconds: the window answers meanwhile, and says how far it is."""
    monkeypatch.setattr(calendar_saving, "AT_ONCE", 0)
    dialog = opened()
    dialog.primary.click()
    assert not target.exists()
    assert not dialog.primary.isEnabled()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert target.name in dialog.said()


def test_who_leaves_while_a_file_is_made_gets_none(
    talk: ConversationRow, opened: Opened, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_saving, "AT_ONCE", 0)
    dialog = opened()
    dialog.primary.click()
    dialog.reject()
    qtbot.wait(300)
    assert not target.exists()


def test_the_warning_begins_with_what_one_is_reminded_of(
    services: Services, talk: ConversationRow, opened: Opened
) -> None:
    services.reminders.set_minutes(20)
    assert opened().alarm.value() == 20
    services.reminders.set_minutes(0)
    assert opened().alarm.value() == 0


def test_without_a_talk_it_says_so(opened: Opened, target: Path) -> None:
    dialog = opened()
    dialog.primary.click()
    assert "no conversation yet" in dialog.message()
    assert not target.exists()


def test_no_place_chosen_is_no_file_and_no_mark(
    services: Services, talk: ConversationRow, opened: Opened
) -> None:
    dialog = opened(chosen=None, conversation_id=talk.id)
    dialog.primary.click()
    assert (dialog.message(), dialog.said()) == ("", "")
    with services.database.reading() as session:
        assert session.get_one(Conversation, talk.id).exported_on is None


def test_a_disk_that_takes_nothing_is_said_in_the_dialog(
    talk: ConversationRow, opened: Opened, tmp_path: Path
) -> None:
    dialog = opened(chosen=tmp_path / "nowhere" / "x.ics", conversation_id=talk.id)
    dialog.primary.click()
    assert dialog.message().startswith("Not saved:")
    assert dialog.said() == ""
    assert list(tmp_path.glob("*.part")) == []


def test_a_talk_that_went_away_meanwhile(services: Services, talk: ConversationRow, opened: Opened) -> None:
    dialog = opened(conversation_id=talk.id)
    services.removal.delete_conversation(talk)
    dialog.primary.click()
    assert dialog.message() == "This does not exist any more."


def test_who_looks_along_takes_nobody_elses_times_along(talk: ConversationRow, opened: Opened) -> None:
    joint_screen.set_on(True)
    try:
        assert titles(opened(conversation_id=talk.id)) == ["This conversation"]
    finally:
        joint_screen.set_on(False)


def test_by_keyboard_alone(talk: ConversationRow, opened: Opened, window: QWidget, target: Path) -> None:
    window.activateWindow()
    dialog = opened(conversation_id=talk.id)
    hands = Hands()
    dialog.what.setFocus()
    hands.press(Key.Key_Down)
    hands.tab_to(dialog.with_place)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Return)
    assert "LOCATION:Lokaal 3" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1366, 740)), (1.5, (720, 420))])
def test_all_of_it_can_be_read(
    talk: ConversationRow, opened: Opened, window: QWidget, scale: float, size: tuple[int, int]
) -> None:
    theme.install(
        theme.running_application(),
        resources=Path(__file__).parents[2] / "resources",
        scheme="light",
        text_scale=scale,
    )
    window.resize(*size)
    dialog = opened(conversation_id=talk.id)
    dialog.with_names.click()
    dialog.primary.click()
    settle()
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []
    assert "Which conversations?" in set(words_in(dialog))
