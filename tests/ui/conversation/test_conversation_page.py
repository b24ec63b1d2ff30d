"""Holding a conversation on its page, by real clicks and keys."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import FixedClock
from tests.ui import reading
from wpl_desktop.domain.conversations import AgreementOutcome, AgreementState, ConversationState, NotHeldCause
from wpl_desktop.domain.errors import StorageFull
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.talk_views import TalkView
from wpl_desktop.services.talks import Talks
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.conversation.conversation_page import ConversationPage
from wpl_desktop.ui.conversation.hold_dialog import HoldDialog
from wpl_desktop.ui.conversation.talk_words import owner_name
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

RESOURCES = Path(__file__).parents[3] / "resources"
LATER = datetime.fromisoformat("2026-01-29T15:45")


def view_of(services: Services, talk: ConversationRow) -> TalkView:
    return services.talks.view(talk.id)


def notes_of(services: Services, talk: ConversationRow) -> list[str]:
    return [item.note for item in view_of(services, talk).items]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def choose(switch: SegmentedSwitch, word: str) -> None:
    """Click the segment with this word."""
    click(next(found for found in switch.findChildren(QRadioButton) if found.text() == word))


def asked(page: ConversationPage) -> list[tuple[str, dict[str, Any]]]:
    """What the page asks to be opened, from now on."""
    found: list[tuple[str, dict[str, Any]]] = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    return found


def test_the_heading_says_who_what_and_when(page: ConversationPage) -> None:
    assert (page.title(), page.initials()) == ("Łukasz Wójcik", "ŁW")
    assert page.subtitle() == "Weekly coaching conversation, Thursday 22 January 2026"
    assert page.strip.headline() == "You are coaching"
    assert page.strip.facts() == ("Łukasz, Griet", "15:00 to 15:30")
    assert page.parts.agenda.total() == "30 minutes"


def test_the_page_above_is_that_of_the_student(
    page: ConversationPage, talk: ConversationRow, trajectory_id: uuid.UUID
) -> None:
    assert (page.back_target, page.back_arguments) == ("student", {"trajectory_id": trajectory_id})
    assert page.subject() == {"trajectory_id": trajectory_id}
    assert page.place() == {"conversation_id": talk.id}


def test_the_first_item_is_open_and_the_keyboard_is_in_its_note(page: ConversationPage) -> None:
    page.focus_first()
    editor = page.parts.notes.editor
    assert editor.text_area.hasFocus()
    assert editor.title() == "How are you? (wellbeing, brief)"
    assert editor.hint() == "Only for this conversation, never in a score or a report."
    assert [row.is_active() for row in page.parts.agenda.rows] == [True] + [False] * 5


def test_a_note_is_on_disk_without_a_button(
    page: ConversationPage, services: Services, talk: ConversationRow, qtbot: QtBot
) -> None:
    saved = QSignalSpy(page.saved)
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, "gaat goed")
    assert notes_of(services, talk)[0] == ""
    qtbot.waitUntil(lambda: notes_of(services, talk)[0] == "gaat goed", timeout=5_000)
    assert saved.count() == 1


def test_a_note_is_on_disk_when_its_field_is_left(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, "gaat goed")
    page.parts.made.focus_quick()
    assert notes_of(services, talk)[0] == "gaat goed"


def test_flush_keeps_the_note_and_the_agreement_that_was_not_entered(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    QTest.keyClicks(page.parts.made.quick.what, "een les per week")
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, "gaat goed")
    assert page.flush()
    assert notes_of(services, talk)[0] == "gaat goed"
    assert [row.text for row in view_of(services, talk).made_here] == ["een les per week"]
    assert page.parts.made.quick.what.text() == ""


def test_what_cannot_be_kept_is_said_and_kept_later(
    page: ConversationPage, services: Services, talk: ConversationRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_values: object) -> int:
        raise StorageFull(detail="test")

    page.focus_first()
    with monkeypatch.context() as patched:
        patched.setattr(Talks, "save_note", full)
        QTest.keyClicks(page.parts.notes.editor.text_area, "gaat goed")
        assert not page.flush()
        assert page.parts.trouble.text().startswith("Not saved yet.")
        page.refresh()
        assert page.parts.notes.editor.text_area.text() == "gaat goed"
    assert page.flush()
    assert notes_of(services, talk)[0] == "gaat goed"
    assert page.parts.trouble.isHidden()


def test_space_ticks_and_goes_on_and_arrows_go_through_the_agenda(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    rows = page.parts.agenda.rows
    rows[0].box.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert rows[2].box.hasFocus()
    assert rows[2].is_active()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert [item.done for item in view_of(services, talk).items] == [True, True] + [False] * 4
    press(Qt.Key.Key_Return)
    assert page.parts.notes.editor.text_area.hasFocus()
    assert page.parts.notes.editor.key() is not None


def test_ctrl_enter_ticks_the_item_and_opens_the_next_note(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    page.focus_first()
    for word in ("goed", "gedaan"):
        QTest.keyClicks(page.parts.notes.editor.text_area, word)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    items = view_of(services, talk).items
    assert [(item.note, item.done) for item in items[:3]] == [("goed", True), ("gedaan", True), ("", False)]
    assert page.parts.notes.editor.text_area.hasFocus()
    assert page.parts.agenda.rows[2].is_active()
    shown = [card.first_lines() for card in page.parts.notes.cards if not card.isHidden()]
    assert shown == ["goed", "gedaan", "One note for the whole conversation is enough."]


def test_a_folded_note_opens_by_a_click_and_esc_leads_to_the_agenda(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    click(page.parts.notes.cards[-1])
    assert page.parts.notes.editor.title() == "Summed up"
    QTest.keyClicks(page.parts.notes.editor.text_area, "kort gesprek")
    click(page.parts.agenda.rows[3])
    assert view_of(services, talk).row.summary == "kort gesprek"
    assert page.parts.notes.editor.title() == "Options and choice"
    press(Qt.Key.Key_Escape)
    assert page.parts.agenda.rows[3].box.hasFocus()


def test_two_minutes_are_enough(page: ConversationPage, services: Services, talk: ConversationRow) -> None:
    click(page.parts.notes.cards[-1])
    QTest.keyClicks(page.parts.notes.editor.text_area, "liep goed")
    click(page.parts.earlier.all_go_on)
    click(page.bar.held)
    row = view_of(services, talk).row
    assert (row.state, row.summary) == (ConversationState.HELD, "liep goed")
    assert page.bar.state.text() == "Held"
    assert page.bar.held.isHidden()
    # Still open for what comes to mind afterwards.
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, ", echt")
    assert page.flush()
    assert view_of(services, talk).row.summary == "liep goed, echt"
    page.bar.plan_again_action.trigger()
    assert view_of(services, talk).row.state is ConversationState.PLANNED
    assert not page.bar.held.isHidden()


def test_an_agreement_of_before_is_said_done_or_goes_on_until_another_day(
    page: ConversationPage, services: Services, talk: ConversationRow, trajectory_id: uuid.UUID
) -> None:
    first, second = page.parts.earlier.rows
    assert [row.switch.value() for row in (first, second)] == [None, None]
    assert (first.who(), second.who()) == ("Łukasz, 20\u00a0Jan", "Workplace")
    choose(first.switch, "Done")
    choose(second.switch, "Goes on")
    click(second.other_day)
    assert second.day is not None
    second.day.set_value(date(2026, 2, 5))
    rows = {row.text: row for row in services.conversations.agreements_of(trajectory_id)}
    assert rows["Hulpteken gebruiken"].state is AgreementState.DONE
    assert rows["Op de agenda van de graad zetten"].due_on == date(2026, 2, 5)
    assert second.who() == "Workplace, 5\u00a0Feb"
    assert [found.outcome for found in view_of(services, talk).earlier] == [
        AgreementOutcome.DONE,
        AgreementOutcome.GOES_ON,
    ]


def test_enter_adds_an_agreement_of_the_student_by_the_next_talk(
    page: ConversationPage, services: Services, talk: ConversationRow, trajectory_id: uuid.UUID
) -> None:
    factory.add_conversation(services, trajectory_id, starts_at=LATER)
    page.refresh()
    quick = page.parts.made.quick
    quick.what.setFocus()
    for text in ("een les", "twee lessen"):
        QTest.keyClicks(quick.what, text)
        press(Qt.Key.Key_Return)
    made = view_of(services, talk).made_here
    assert [(row.party, row.text, row.due_on) for row in made] == [
        (Party.STUDENT, "een les", LATER.date()),
        (Party.STUDENT, "twee lessen", LATER.date()),
    ]
    assert quick.what.hasFocus()
    assert quick.details.isHidden()


def test_whose_an_agreement_is_can_be_chosen_and_written_differently(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    quick = page.parts.made.quick
    QTest.keyClicks(quick.what, "bellen")
    quick.details.who.setCurrentText("You")
    QTest.keyClick(quick.details.has_day, Qt.Key.Key_Space)
    click(quick.details.keep)
    [row] = view_of(services, talk).made_here
    assert (row.owner, row.due_on) == ("Griet Vanhaverbeke", talk.starts_at.date() + timedelta(days=7))
    click(page.parts.made.rows[0].edit)
    editor = page.parts.made.editor
    assert (editor.what.text(), editor.details.who.currentText()) == ("bellen", "You")
    editor.what.setText("mailen")
    press(Qt.Key.Key_Return)
    assert [found.text() for found in page.parts.made.rows] == ["mailen"]
    assert editor.isHidden()
    QApplication.processEvents()
    assert page.parts.made.rows[0].isVisible()


def test_an_agreement_without_words_is_refused_at_its_place(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    services.talks.add_agreement(talk.id, AgreementValues(party=Party.STUDENT, text="bellen"))
    page.refresh()
    click(page.parts.made.rows[0].edit)
    page.parts.made.editor.what.setText(" ")
    press(Qt.Key.Key_Return)
    assert page.parts.made.editor.error() == "Write down what was agreed."
    press(Qt.Key.Key_Escape)
    assert [row.text for row in view_of(services, talk).made_here] == ["bellen"]
    assert page.parts.made.editor.isHidden()


def test_an_agreement_that_was_changed_elsewhere_is_not_overwritten_unseen(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    services.talks.add_agreement(talk.id, AgreementValues(party=Party.STUDENT, text="bellen"))
    page.refresh()
    click(page.parts.made.rows[0].edit)
    page.parts.made.editor.what.setText("mailen")
    [row] = view_of(services, talk).made_here
    services.agreement_board.change(row, AgreementValues(party=Party.STUDENT, text="schrijven"))
    press(Qt.Key.Key_Return)
    assert page.parts.made.editor.error()
    assert [found.text for found in view_of(services, talk).made_here] == ["schrijven"]
    press(Qt.Key.Key_Return)
    assert [found.text for found in view_of(services, talk).made_here] == ["mailen"]


def test_an_agreement_is_removed(page: ConversationPage, services: Services, talk: ConversationRow) -> None:
    services.talks.add_agreement(talk.id, AgreementValues(party=Party.STUDENT, text="bellen"))
    page.refresh()
    click(page.parts.made.rows[0].remove)
    assert view_of(services, talk).made_here == ()
    assert page.parts.made.rows == []


def test_the_arrows_go_through_the_questions_and_on_to_the_next_criterion(page: ConversationPage) -> None:
    question = page.parts.question
    assert question.heading() == "Question with C2 1 of 3"
    first = question.question()
    for _ in range(3):
        click(question.forward)
    assert question.heading() == "Question with C3 1 of 3"
    for _ in range(3):
        click(question.back)
    assert question.question() == first


def test_both_texts_stay_when_a_note_was_written_elsewhere_too(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, "hier")
    item = view_of(services, talk).items[0]
    services.talks.save_note(item.id, "daar", version=item.version)
    assert page.flush()
    assert notes_of(services, talk)[0] == "hier\n\ndaar"
    assert page.parts.notes.editor.text_area.text() == "hier\n\ndaar"
    assert page.parts.notes.editor.message()
    QTest.keyClicks(page.parts.notes.editor.text_area, "!")
    assert page.flush()
    assert notes_of(services, talk)[0] == "hier!\n\ndaar"


def test_what_was_half_typed_stays_with_its_own_talk(
    page: ConversationPage, services: Services, talk: ConversationRow, trajectory_id: uuid.UUID
) -> None:
    other = factory.add_conversation(services, trajectory_id, starts_at=LATER)
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, "van vandaag")
    QTest.keyClicks(page.parts.made.quick.what, "bellen")
    page.open(conversation_id=other.id)
    assert page.parts.notes.editor.text_area.text() == ""
    assert notes_of(services, other) == [""] * 6
    assert notes_of(services, talk)[0] == "van vandaag"
    assert [row.text for row in view_of(services, talk).made_here] == ["bellen"]


def test_a_talk_to_come_can_be_prepared(
    page: ConversationPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    other = factory.add_conversation(services, trajectory_id, starts_at=LATER, key="midterm_trialogue")
    page.open(conversation_id=other.id)
    assert page.strip.headline() == "You evaluate together"
    assert page.parts.notes.editor.is_preparing()
    assert page.bar.held.kind() == "plain"
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, "bewijs meenemen")
    assert page.flush()
    assert notes_of(services, other)[0] == "bewijs meenemen"


def test_of_a_talk_that_was_not_held_nothing_can_be_written(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    services.conversations.mark_not_held(view_of(services, talk).row, cause=NotHeldCause.STUDENT)
    page.refresh()
    assert page.parts.nothing.text() == "Did not go ahead: student. Nothing is kept of it."
    assert page.parts.notes.editor.isHidden()
    assert page.parts.made.isHidden()
    assert not page.parts.agenda.rows[0].box.isEnabled()
    click(page.parts.nothing.button)
    assert view_of(services, talk).row.state is ConversationState.PLANNED
    assert page.parts.notes.editor.text_area.hasFocus()


def test_among_peers_there_is_one_note_for_the_own_take_away(
    page: ConversationPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    other = factory.add_conversation(services, trajectory_id, starts_at=LATER, key="return_day")
    page.open(conversation_id=other.id)
    assert page.parts.notes.editor.title() == "What Łukasz takes away"
    assert len(page.parts.notes.cards) == 1
    assert page.parts.question.isHidden()
    click(page.parts.agenda.rows[2])
    assert page.parts.notes.editor.title() == "What Łukasz takes away"
    QTest.keyClicks(page.parts.notes.editor.text_area, "een les over breuken")
    assert page.flush()
    assert view_of(services, other).row.summary == "een les over breuken"


def test_of_the_talk_with_the_institute_only_that_it_took_place_is_kept(
    page: ConversationPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    other = factory.add_conversation(services, trajectory_id, starts_at=LATER, key="institute_check_in")
    page.open(conversation_id=other.id)
    assert page.parts.nothing.text() == "Only that it took place is kept here."
    assert page.parts.notes.editor.isHidden()


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_no_coaching_notes(
    services: Services, talk: ConversationRow, request: pytest.FixtureRequest
) -> None:
    item = view_of(services, talk).items[2]
    services.talks.save_note(item.id, "onzeker voor de klas", version=item.version)
    version = services.talks.save_summary(talk.id, "kwetsbaar", version=talk.version)
    page: ConversationPage = request.getfixturevalue("page")
    words = " ".join(reading.words_in(page))
    assert "onzeker" not in words
    assert "kwetsbaar" not in words
    assert page.parts.notes.editor.isHidden()
    assert page.parts.tip.isHidden()
    assert page.parts.earlier.rows[0].text() == "Hulpteken gebruiken"
    assert len(page.parts.agenda.rows) == 6
    assert page.parts.nothing.text() == "Coaching notes are hidden while somebody looks along."
    assert version > talk.version


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_no_note_of_a_talk_among_supervisors(
    services: Services, trajectory_id: uuid.UUID, request: pytest.FixtureRequest
) -> None:
    page: ConversationPage = request.getfixturevalue("page")
    other = factory.add_conversation(services, trajectory_id, starts_at=LATER, key="institute_check_in")
    services.talks.save_summary(other.id, "twijfels over de slaagkans", version=other.version)
    page.open(conversation_id=other.id)
    assert "twijfels" not in " ".join(reading.words_in(page))
    assert page.parts.notes.editor.isHidden()


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_what_is_evaluated_together_but_no_wellbeing(
    services: Services, trajectory_id: uuid.UUID, request: pytest.FixtureRequest
) -> None:
    page: ConversationPage = request.getfixturevalue("page")
    other = factory.add_conversation(services, trajectory_id, starts_at=LATER, key="midterm_trialogue")
    item = view_of(services, other).items[0]
    services.talks.save_note(item.id, "drie bewijzen", version=item.version)
    page.open(conversation_id=other.id)
    assert page.parts.notes.editor.text_area.text() == "drie bewijzen"


def test_the_bar_leads_to_the_next_talk_or_plans_one(
    page: ConversationPage, services: Services, talk: ConversationRow, trajectory_id: uuid.UUID
) -> None:
    wanted = asked(page)
    click(page.bar.plan_next)
    later = factory.add_conversation(services, trajectory_id, starts_at=LATER)
    page.refresh()
    click(page.bar.next_talk)
    click(page.bar.not_held)
    assert [name for name, _ in wanted] == ["plan_dialog", "conversation", "not_held_dialog"]
    assert wanted[1][1] == {"conversation_id": later.id}
    assert wanted[2][1] == {"conversation_id": talk.id}


def test_a_deleted_talk_leads_back_to_the_student(
    page: ConversationPage, services: Services, talk: ConversationRow, trajectory_id: uuid.UUID
) -> None:
    wanted = asked(page)
    page.focus_first()
    QTest.keyClicks(page.parts.notes.editor.text_area, "weg")
    page.bar.delete_action.trigger()
    assert wanted == [("student", {"trajectory_id": trajectory_id, "tab": "conversations"})]
    assert talk.id not in {row.id for row in services.conversations.of_student(trajectory_id)}
    assert page.flush()


def test_a_talk_that_is_gone_says_so_and_holds_the_way_back(page: ConversationPage) -> None:
    back = QSignalSpy(page.back_requested)
    page.open(conversation_id=uuid.uuid4())
    assert page.title() == "Conversation"
    assert "no longer there" in page.gone.text()
    assert page.parts.isHidden()
    assert page.bar.isHidden()
    page.focus_first()
    press(Qt.Key.Key_Space)
    assert back.count() == 1
    assert (page.back_target, page.back_arguments) == ("students", {})


def test_tab_goes_in_reading_order(page: ConversationPage) -> None:
    page.parts.agenda.rows[0].box.setFocus()
    first, second = page.parts.earlier.rows
    stops = [
        page.parts.notes.editor.skip,
        page.parts.notes.editor.text_area,
        page.parts.notes.cards[-1],
        page.parts.earlier.all_go_on,
        first.switch,
        second.switch,
        page.parts.made.quick.what,
        page.parts.question.back,
        page.parts.question.forward,
        page.bar.plan_next,
    ]
    for wanted in stops:
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused is wanted or wanted.isAncestorOf(focused)


@pytest.mark.parametrize(
    ("width", "scale", "columns"), [(1278, 1.0, 3), (1234, 1.5, 2), (822, 1.0, 2), (640, 1.0, 1)]
)
def test_nothing_is_clipped_however_narrow_and_large(
    services: Services,
    talk: ConversationRow,
    qapp: QApplication,
    qtbot: QtBot,
    width: int,
    scale: float,
    columns: int,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    services.talks.add_agreement(
        talk.id, AgreementValues(party=Party.STUDENT, text="een les", due_on=date(2026, 2, 1))
    )
    page = ConversationPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.resize(width, 560)
    page.open(conversation_id=talk.id)
    page.show()
    qapp.processEvents()
    QTest.keyClicks(page.parts.made.quick.what, "nog een")
    choose(page.parts.earlier.rows[0].switch, "Goes on")
    qapp.processEvents()
    assert page.parts.columns.columns() == columns
    assert reading.clipped_in(page) == []
    assert reading.nameless_in(page) == []


def test_the_dialog_after_a_talk_leads_to_its_page_in_the_window(
    services: Services, talk: ConversationRow, trajectory_id: uuid.UUID, clock: FixedClock, qtbot: QtBot
) -> None:
    window = MainWindow(services=services, changes=Changes(), now=clock.local, idle_minutes=0)
    qtbot.addWidget(window)
    window.show_page("settings")
    dialog = window.show_dialog("hold_dialog", trajectory_id=trajectory_id, conversation=talk)
    assert isinstance(dialog, HoldDialog)
    QTest.keyClicks(dialog.note, "liep uit")
    click(dialog.open_page)
    assert window.current_name() == "conversation"
    page = window.current_page()
    assert isinstance(page, ConversationPage)
    click(page.parts.notes.cards[-1])
    assert page.parts.notes.editor.text_area.text() == "liep uit"


def test_another_note_opens_with_the_cursor_where_its_text_ends(page: ConversationPage) -> None:
    page.focus_first()
    editor = page.parts.notes.editor
    first = editor.key()
    QTest.keyClicks(editor.text_area, "Begonnen met het bord en de taken van de ochtend")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.key() != first
    QTest.keyClicks(editor.text_area, "Kort")
    click(next(card for card in page.parts.notes.cards if card.key == first))
    assert editor.key() == first
    assert editor.text_area.textCursor().atEnd()
    assert editor.text_area.text().endswith("ochtend")


def test_after_an_agreement_the_quick_line_has_nothing_of_its_own_to_take_back(
    page: ConversationPage,
) -> None:
    quick = page.parts.made.quick.what
    quick.setFocus()
    QTest.keyClicks(quick, "Het bordplan vooraf tonen")
    press(Qt.Key.Key_Return)
    assert len(page.parts.made.rows) == 1
    assert quick.hasFocus()
    assert not quick.isUndoAvailable()


def test_when_the_student_looks_along_the_keyboard_is_on_the_active_line(
    joint: None, page: ConversationPage
) -> None:
    del joint
    page.parts.agenda.activated.emit(page.parts.agenda.rows[1].item_id)
    page.focus_first()
    assert page.parts.agenda.rows[1].is_active()
    assert page.parts.agenda.rows[1].box.hasFocus()


@pytest.mark.parametrize(("owner", "below"), [("Mo", False), ("Bénédicte Van Cauwenberghe", True)])
def test_a_long_name_has_its_own_line_above_what_became_of_it(
    services: Services,
    qtbot: QtBot,
    talk: ConversationRow,
    page: ConversationPage,
    owner: str,
    below: bool,
) -> None:
    row = page.parts.earlier.rows[0]
    row.set_agreement(view_of(services, talk).earlier[0], owner=owner, enabled=True)
    row.resize(368, row.heightForWidth(368))
    QApplication.processEvents()
    assert row.who().startswith(owner)
    who = next(label for label in reading.shown(row, QLabel) if label.text() == row.who())
    assert (row.switch.y() > who.geometry().bottom()) == below
    assert who.height() < 2 * who.fontMetrics().height()


def test_an_agreement_of_the_student_is_under_the_call_name(
    services: Services, talk: ConversationRow, trajectory_id: uuid.UUID
) -> None:
    view = view_of(services, talk)
    row = view.earlier[0].row
    assert owner_name(replace(row, owner=view.student_name, party=Party.STUDENT), view) == view.call_name
    assert owner_name(replace(row, owner="Griet", party=Party.WORKPLACE), view) == "Griet"


def test_in_a_narrow_window_what_has_no_room_in_the_bar_is_under_its_dots(
    services: Services, qtbot: QtBot, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    language.install("nl", resources=RESOURCES)
    try:
        concern = factory.add_conversation(
            services, trajectory_id, key="concern_conversation", starts_at=LATER + timedelta(days=1)
        )
        page = ConversationPage()
        qtbot.addWidget(page)
        page.set_services(services)
        page.resize(632, 420)
        page.open(conversation_id=concern.id)
        page.show()
        QApplication.processEvents()
        assert reading.clipped_in(page.bar) == []
        assert page.bar.not_held.isHidden()
        assert page.bar.not_held_action.isVisible()
        found = asked(page)
        page.bar.not_held_action.trigger()
        assert found == [("not_held_dialog", {"conversation_id": concern.id})]
        page.resize(1278, 684)
        QApplication.processEvents()
        assert not page.bar.not_held.isHidden()
        assert not page.bar.not_held_action.isVisible()
    finally:
        language.install("en", resources=RESOURCES)
