"""The dialog of a talk that did not go ahead, by keyboard and by clicking."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests import factory
from tests.ui.hands import Hands
from tests.ui.reading import clipped_in, nameless_in, words_in
from wpl_desktop.domain.conversations import Conversation, ConversationState, NotHeldCause
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.ui import joint_screen, language, theme
from wpl_desktop.ui.conversation.not_held_dialog import Again, NotHeldDialog

RESOURCES = Path(__file__).parents[3] / "resources"
NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)
HANH = "Nguyễn Thị Hạnh"
Requests = list[tuple[str, dict[str, object]]]


@pytest.fixture(autouse=True)
def words(services: Services) -> Iterator[None]:
    language.set_words(services.profile.values().words("en"))
    yield
    language.set_words({})


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    return factory.add_conversation(services, trajectory_id, starts_at=NOW - timedelta(hours=2))


@pytest.fixture
def group(services: Services, trajectory_id: uuid.UUID) -> list[ConversationRow]:
    """A return day of two students; the first is Łukasz."""
    group_id = uuid.uuid4()
    rows = [
        factory.add_conversation(services, found, starts_at=NOW - timedelta(days=1), key="return_day")
        for found in (trajectory_id, factory.add_student(services, name=HANH))
    ]
    with services.database.transaction() as session:
        for row in rows:
            session.get_one(Conversation, row.id).group_id = group_id
    return [services.talks.view(row.id).row for row in rows]


def opened(services: Services, row: ConversationRow, window: QWidget) -> tuple[NotHeldDialog, Requests]:
    dialog = NotHeldDialog(services, conversation_id=row.id, parent=window)
    found: Requests = []
    dialog.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog, found


def now_of(services: Services, row: ConversationRow) -> ConversationRow:
    return services.talks.view(row.id).row


def test_two_keys_mark_it_and_nothing_else_comes(
    services: Services, talk: ConversationRow, window: QWidget
) -> None:
    dialog, requests = opened(services, talk, window)
    Hands().press("1", Qt.Key.Key_Return)
    row = now_of(services, talk)
    assert (row.state, row.not_held_cause) == (ConversationState.NOT_HELD, NotHeldCause.WORKPLACE)
    assert row.again_at is None
    assert requests == []
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("key", "cause"),
    [("1", NotHeldCause.WORKPLACE), ("2", NotHeldCause.STUDENT), ("3", NotHeldCause.OTHER)],
)
def test_each_cause_has_its_key(
    services: Services, talk: ConversationRow, window: QWidget, key: str, cause: NotHeldCause
) -> None:
    dialog, _ = opened(services, talk, window)
    Hands().press(key)
    assert dialog.cause.value() is cause


def test_the_new_date_is_planned_in_the_same_step(
    services: Services, talk: ConversationRow, window: QWidget
) -> None:
    """One transaction: undo takes back both."""
    dialog, _ = opened(services, talk, window)
    before = len(services.conversations.of_student(talk.trajectory_id))
    start = services.conversations.free_starts(talk.trajectory_id, minutes=talk.minutes)[0]
    hands = Hands()
    hands.press("1", Qt.Key.Key_Tab, Qt.Key.Key_Down)
    assert dialog.again.value() == start
    hands.press(Qt.Key.Key_Return)
    assert now_of(services, talk).again_at == start
    assert len(services.conversations.of_student(talk.trajectory_id)) == before + 1
    services.history.undo()
    assert now_of(services, talk).state is ConversationState.PLANNED
    assert len(services.conversations.of_student(talk.trajectory_id)) == before


def test_a_talk_called_off_beforehand_gets_a_day_after_its_own(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    row = factory.add_conversation(services, trajectory_id, starts_at=NOW + timedelta(days=11))
    dialog, _ = opened(services, row, window)
    proposed = [option.value for option in dialog.again.options() if isinstance(option.value, datetime)]
    assert len(proposed) == 3
    assert min(proposed).date() > row.starts_at.date()


def test_another_day_is_chosen_where_talks_are_planned(
    services: Services, talk: ConversationRow, window: QWidget
) -> None:
    dialog, requests = opened(services, talk, window)
    dialog.again.set_value(Again.OTHER)
    Hands().press("2", Qt.Key.Key_Return)
    assert now_of(services, talk).state is ConversationState.NOT_HELD
    assert requests == [
        (
            "plan_dialog",
            {
                "trajectory_id": talk.trajectory_id,
                "type_key": "coaching_conversation",
                "minutes": talk.minutes,
                "instead_of": talk.id,
            },
        )
    ]


def test_without_a_cause_it_says_so_there_and_keeps_everything(
    services: Services, talk: ConversationRow, window: QWidget
) -> None:
    dialog, _ = opened(services, talk, window)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "Choose why the conversation was not held." in set(words_in(dialog))
    assert now_of(services, talk).state is ConversationState.PLANNED
    Hands().press("3", Qt.Key.Key_Return)
    assert now_of(services, talk).not_held_cause is NotHeldCause.OTHER


def test_the_words_blame_nobody(services: Services, talk: ConversationRow, window: QWidget) -> None:
    dialog, _ = opened(services, talk, window)
    said = " ".join(words_in(dialog)).lower()
    assert not {word for word in ("fault", "missed", "blame", "absent", "late", "failed") if word in said}


def test_of_a_group_all_rows_or_only_this_student(
    services: Services, group: list[ConversationRow], window: QWidget
) -> None:
    first, second = group
    dialog, _ = opened(services, first, window)
    # Whoever organises such a day says when there is another.
    assert [option.value for option in dialog.again.options()] == [Again.NOTHING, Again.OTHER]
    dialog.whole.setFocus()
    Hands().press(Qt.Key.Key_Right)
    assert dialog.whole.value() is False
    dialog.cause.setFocus()
    Hands().press("2", Qt.Key.Key_Return)
    assert now_of(services, first).state is ConversationState.NOT_HELD
    assert now_of(services, second).state is ConversationState.PLANNED
    services.history.undo()
    opened(services, now_of(services, first), window)
    Hands().press("3", Qt.Key.Key_Return)
    assert {now_of(services, row).state for row in group} == {ConversationState.NOT_HELD}


def test_a_single_talk_asks_nothing_about_a_group(
    services: Services, talk: ConversationRow, window: QWidget
) -> None:
    dialog, _ = opened(services, talk, window)
    assert not dialog.whole.isVisible()


def test_a_note_that_goes_with_it_is_said_before(
    services: Services, talk: ConversationRow, window: QWidget
) -> None:
    dialog, _ = opened(services, talk, window)
    assert not dialog.kept.isVisible()
    services.conversations.keep_note(talk, "voorbereid")
    dialog, _ = opened(services, talk, window)
    assert dialog.kept.isVisible()


def test_what_changed_meanwhile_is_said_and_a_second_try_works(
    services: Services, talk: ConversationRow, window: QWidget
) -> None:
    dialog, _ = opened(services, talk, window)
    services.conversations.keep_note(talk, "elders")
    hands = Hands()
    hands.press("1", Qt.Key.Key_Return)
    assert dialog.message()
    hands.press(Qt.Key.Key_Return)
    assert now_of(services, talk).state is ConversationState.NOT_HELD


def test_on_the_joint_screen_nobody_else_of_a_group_is_named(
    services: Services, group: list[ConversationRow], window: QWidget
) -> None:
    joint_screen.set_on(True)
    try:
        dialog, _ = opened(services, group[0], window)
        assert not any("Hạnh" in text for text in words_in(dialog))
    finally:
        joint_screen.set_on(False)


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 740, 1.0), (1366, 740, 1.5), (720, 420, 1.0)])
def test_nothing_is_clipped_or_nameless(
    services: Services,
    qapp: QApplication,
    group: list[ConversationRow],
    window: QWidget,
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    window.resize(width, height)
    dialog, _ = opened(services, group[0], window)
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []


@pytest.mark.parametrize("vocabulary", ["education_be", "care"])
def test_no_cause_speaks_of_another_workplace(
    services: Services, talk: ConversationRow, window: QWidget, vocabulary: str
):
    language.set_words(content.words(vocabulary, "en"))
    dialog, _ = opened(services, talk, window)
    said = " ".join(words_in(dialog)).casefold()
    assert "class" not in said
    assert "somebody to replace" in said
