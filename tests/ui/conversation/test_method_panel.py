"""Method cards beside a note, and the talk with several students."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from tests import factory
from tests.ui import reading
from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.ui.conversation.conversation_page import ConversationPage

TODAY = datetime.fromisoformat("2026-01-22T13:00")


@pytest.fixture
def group(services: Services, page: ConversationPage, trajectory_id: uuid.UUID) -> list[uuid.UUID]:
    """A peer consultation of today with Łukasz and two others, on the page; the ids of their rows."""
    others = tuple(factory.add_student(services, name=name) for name in ("Yasmine Berrada", "Zoë Adams"))
    row = factory.add_conversation(
        services, trajectory_id, key="peer_consultation", starts_at=TODAY, others=others
    )
    page.open(conversation_id=row.id)
    QApplication.processEvents()
    return [member.conversation_id for member in services.talks.view(row.id).group]


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # pyright: ignore[reportArgumentType, reportCallIssue]


def choose(page: ConversationPage, word: str) -> None:
    """Click a method."""
    switch = page.parts.notes.editor.method.switch
    assert switch is not None
    click(next(found for found in switch.findChildren(QRadioButton) if found.text() == word))


def type_here(page: ConversationPage, text: str) -> None:
    QTest.keyClicks(page.parts.notes.editor.text_area, text)


def test_the_card_lies_at_the_line_where_it_helps(page: ConversationPage) -> None:
    panel = page.parts.notes.editor.method
    assert not panel.isVisible()
    click(page.parts.agenda.rows[2])
    assert panel.isVisible()
    assert panel.lines() == ["Goal", "Reality", "Options", "Action", "Support"]
    click(panel.fold)
    assert panel.lines() == []
    click(panel.fold)
    click(page.parts.agenda.rows[3])
    assert not panel.isVisible()


def test_another_method_is_kept_with_the_talk_and_none_is_one_too(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    click(page.parts.agenda.rows[2])
    panel = page.parts.notes.editor.method
    choose(page, "STARRT")
    assert panel.lines() == ["Situation", "Task", "Action", "Result", "Reflection", "Transfer"]
    type_here(page, "groepswerk")
    choose(page, "Free")
    assert panel.lines() == []
    choice = services.talks.view(talk.id).methods
    assert choice is not None
    assert choice.chosen == "free"
    # What was being written stays.
    assert services.talks.view(talk.id).items[2].note == "groepswerk"


def test_the_four_labels_become_own_words_in_their_place(
    page: ConversationPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    debrief = factory.add_conversation(services, trajectory_id, key="lesson_debrief", starts_at=TODAY)
    page.open(conversation_id=debrief.id)
    click(page.parts.agenda.rows[1])
    panel = page.parts.notes.editor.method
    assert panel.lines()[:4] == ["Behaviour", "Effect", "Feeling", "Wanted"]
    click(panel.edit)
    assert panel.body is not None
    first = panel.body.fields[0]
    assert first.hasFocus()
    first.setText("Gebeurtenis")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert panel.lines()[:4] == ["Gebeurtenis", "Effect", "Feeling", "Wanted"]
    assert services.talks.view(debrief.id).feedback_labels == ("Gebeurtenis", "", "", "")
    click(panel.edit)
    panel.body.fields[1].setText("niet bewaard")
    QTest.keyClick(panel.body.fields[1], Qt.Key.Key_Escape)
    assert panel.lines()[1] == "Effect"
    services.history.undo()
    page.refresh()
    assert panel.lines()[0] == "Behaviour"


def test_wellbeing_comes_first_and_can_be_skipped(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    editor = page.parts.notes.editor
    assert editor.hint() == "Only for this conversation, never in a score or a report."
    click(editor.skip)
    assert page.parts.agenda.rows[1].is_active()
    assert editor.text_area.hasFocus()
    assert not editor.skip.isVisible()
    QTest.keyClick(editor.text_area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [item.done for item in services.talks.view(talk.id).items[:3]] == [False, True, False]
    page.open(conversation_id=uuid.uuid4())
    page.open(conversation_id=talk.id)
    assert page.parts.agenda.rows[2].is_active()


def test_each_student_of_a_group_has_an_own_take_away(
    page: ConversationPage, services: Services, group: list[uuid.UUID]
) -> None:
    assert [chip.text() for chip in page.parts.group.chips()] == ["Zoë", "Yasmine", "Łukasz"]
    page.focus_first()
    start = page.place()["conversation_id"]
    for words in ("een", "twee", "drie"):
        type_here(page, words)
        QTest.keyClick(
            page.parts.notes.editor.text_area, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier
        )
    assert page.place()["conversation_id"] == start
    assert sorted(services.talks.view(talk_id).row.summary for talk_id in group) == ["drie", "een", "twee"]
    QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    click(page.bar.held)
    assert [services.talks.view(talk_id).row.state for talk_id in group] == [ConversationState.HELD] * 3
    services.history.undo()
    assert [services.talks.view(talk_id).row.state for talk_id in group] == [ConversationState.PLANNED] * 3


def test_names_of_others_are_warned_of_and_never_refused(
    page: ConversationPage, services: Services, group: list[uuid.UUID], trajectory_id: uuid.UUID
) -> None:
    own = next(found for found in group if services.talks.view(found).trajectory_id == trajectory_id)
    page.open(conversation_id=own)
    editor = page.parts.notes.editor
    type_here(page, "Net als Yasmine vooraf oefenen, zei Mehmet")
    assert editor.warning() == "Yasmine, Mehmet: here stands only what Łukasz takes away."
    assert page.flush()
    assert services.talks.view(own).row.summary.startswith("Net als Yasmine")
    editor.text_area.selectAll()
    editor.text_area.insertPlainText("Vooraf oefenen, als in de les van Griet met Łukasz")
    assert not editor._warning.isVisible()  # pyright: ignore[reportPrivateUsage]


def test_a_consultation_has_its_steps_with_minutes_and_no_place_for_the_case(
    page: ConversationPage, group: list[uuid.UUID]
) -> None:
    panel = page.parts.notes.editor.method
    assert panel.lines() == ["Question", "Exploring", "Core", "Advice", "Looking back"]
    assert len(page.parts.agenda.rows) == 7
    assert [card.key.item_id for card in page.parts.notes.cards] == [None]
    assert reading.clipped_in(page) == []
    assert reading.nameless_in(page) == []
    choose(page, "Incident")
    assert panel.lines()[0] == "Incident"
    assert group


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_no_others_of_the_group(request: pytest.FixtureRequest) -> None:
    page: ConversationPage = request.getfixturevalue("page")
    request.getfixturevalue("group")
    words = " ".join(reading.words_in(page))
    assert "Yasmine" not in words
    assert "Zoë" not in words


def test_a_concern_talk_leads_to_its_growth_plan(
    page: ConversationPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    assert not page.bar.growth_plan.isVisible()
    concern = factory.add_conversation(services, trajectory_id, key="concern_conversation", starts_at=TODAY)
    page.open(conversation_id=concern.id)
    wanted: list[tuple[str, dict[str, object]]] = []
    page.open_requested.connect(lambda name, arguments: wanted.append((name, arguments)))
    click(page.bar.growth_plan)
    page.bar.calendar_action.trigger()
    assert wanted == [
        ("growth_plan", {"trajectory_id": trajectory_id, "conversation_id": concern.id}),
        ("calendar_dialog", {"conversation_id": concern.id}),
    ]


def test_before_the_talk_its_preparation_is_printed_and_then_its_minutes(
    page: ConversationPage, monkeypatch: pytest.MonkeyPatch, talk: ConversationRow
) -> None:
    printed: list[tuple[str, object]] = []
    for name in ("offer_preparation", "offer_minutes"):
        monkeypatch.setattr(
            f"wpl_desktop.ui.talk_printing.{name}",
            lambda _parent, _services, talk_id, name=name: printed.append((name, talk_id)),
        )
    assert page.bar.print.text() == "Print conversation sheet"
    click(page.bar.print)
    page.talk_actions.begin()
    assert page.bar.print.text() == "Print minutes"
    click(page.bar.print)
    assert printed == [("offer_preparation", talk.id), ("offer_minutes", talk.id)]
    assert talk.starts_at + timedelta(days=1) > TODAY
