"""Saying what became of a conversation, by real clicks and keys."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QWidget

from tests import factory
from tests.ui.hands import Hands, settle
from wpl_desktop.domain.conversations import (
    AgreementOutcome,
    AgreementState,
    Conversation,
    ConversationState,
    Hat,
)
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementValues, ConversationRow, PlanValues
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.conversation.hold_dialog import HoldDialog
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def planned(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A planned conversation after one that left two agreements."""
    first = factory.add_conversation(
        services, trajectory_id, starts_at=datetime.fromisoformat("2026-01-19T15:45")
    )
    services.conversations.hold(
        first,
        summary="",
        agreements=[
            AgreementValues(party=Party.STUDENT, text="Hulpteken gebruiken", due_on=date(2026, 1, 23)),
            AgreementValues(party=Party.WORKPLACE, text="Op de agenda van de graad zetten"),
        ],
    )
    return factory.add_conversation(services, trajectory_id)


@pytest.fixture
def dialog(
    services: Services, trajectory_id: uuid.UUID, planned: ConversationRow, window: QWidget
) -> HoldDialog:
    made = HoldDialog(services, parent=window, trajectory_id=trajectory_id, conversation=planned)
    made.open()
    QApplication.processEvents()
    return made


def press(key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def choose(switch: SegmentedSwitch, word: str) -> None:
    """Click the segment with this word."""
    segment = next(found for found in switch.findChildren(QRadioButton) if found.text() == word)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def say_all(dialog: HoldDialog) -> None:
    """Say of what was not said yet that it goes on."""
    QTest.mouseClick(dialog.open_agreements.all_go_on, Qt.MouseButton.LeftButton)


def state_of(services: Services, trajectory_id: uuid.UUID, planned: ConversationRow) -> ConversationRow:
    rows = services.conversations.of_student(trajectory_id)
    return next(row for row in rows if row.id == planned.id)


def test_a_note_and_one_agreement_are_saved_by_keyboard_alone(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    assert dialog.note.hasFocus()
    QTest.keyClicks(dialog.note, "Groepswerk liep uit.")
    # Everything of before goes on, in one press; then who and what of the new one.
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    hands = Hands()
    hands.tab_to(dialog.new_agreements.rows[0].what)
    row = dialog.new_agreements.rows[0]
    assert row.what.hasFocus()
    QTest.keyClicks(row.what, "Een les vanuit het midden")
    QTest.keyClick(row.what, Qt.Key.Key_Tab)
    QTest.keyClick(row.has_day, Qt.Key.Key_Space)
    QTest.keyClick(row.has_day, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    held = state_of(services, trajectory_id, planned)
    assert (held.state, held.summary) == (ConversationState.HELD, "Groepswerk liep uit.")
    made = [
        row for row in services.conversations.agreements_of(trajectory_id) if row.conversation_id == held.id
    ]
    [agreement] = made
    assert (agreement.party, agreement.text) == (Party.STUDENT, "Een les vanuit het midden")
    # A week after the conversation, until another day is picked.
    assert agreement.due_on == date(2026, 2, 2)


def test_enter_in_the_note_starts_a_line_and_ctrl_enter_saves(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    QTest.keyClicks(dialog.note, "een")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.note, "twee")
    assert dialog.isVisible()
    say_all(dialog)
    QTest.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state_of(services, trajectory_id, planned).summary == "een\ntwee"


def test_of_each_open_agreement_it_is_said_what_became_of_it(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    first, second = dialog.open_agreements.switches
    assert [first.value(), second.value()] == [None, None]
    choose(first, "Done")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.open_agreements.missing() == "Still to say: done, goes on or let go?"
    assert second.isAncestorOf(QApplication.focusWidget() or dialog)
    assert state_of(services, trajectory_id, planned).state is ConversationState.PLANNED
    choose(second, "Goes on")
    assert dialog.open_agreements.missing() == ""
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    states = {row.text: row.state for row in services.conversations.agreements_of(trajectory_id)}
    assert states == {
        "Hulpteken gebruiken": AgreementState.DONE,
        "Op de agenda van de graad zetten": AgreementState.OPEN,
    }


def test_a_new_empty_row_follows_the_last_used_one(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    rows = dialog.new_agreements.rows
    assert len(rows) == 1
    QTest.keyClicks(rows[0].what, "een")
    assert len(rows) == 2
    QTest.keyClicks(rows[1].what, "twee")
    names = [rows[1].who.itemText(number) for number in range(rows[1].who.count())]
    assert names[:3] == ["Student", "Workplace", "Institute"]
    rows[1].who.setCurrentIndex(names.index("Mehmet Yıldız"))
    assert len(rows) == 3
    rows[0].what.setFocus()
    QApplication.processEvents()
    for wanted in (rows[0].has_day, rows[1].who, rows[1].what):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
    say_all(dialog)
    QTest.keyClick(rows[1].what, Qt.Key.Key_Return)
    made = {
        row.text: row.owner
        for row in services.conversations.agreements_of(trajectory_id)
        if row.conversation_id == planned.id
    }
    assert made == {"een": "", "twee": "Mehmet Yıldız"}


def test_a_date_without_words_is_explained_in_its_row(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    QTest.keyClicks(dialog.note, "Kort gesprek.")
    row = dialog.new_agreements.rows[0]
    QTest.mouseClick(row.has_day, Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert row.error() == "Write down what was agreed, or untick the date."
    assert row.what.hasFocus()
    assert dialog.note.text() == "Kort gesprek."
    assert state_of(services, trajectory_id, planned).state is ConversationState.PLANNED
    QTest.keyClicks(row.what, "Hulpteken")
    say_all(dialog)
    QTest.keyClick(row.what, Qt.Key.Key_Return)
    assert state_of(services, trajectory_id, planned).state is ConversationState.HELD


def test_escape_asks_inside_the_dialog_before_text_is_lost(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    QTest.keyClicks(dialog.note, "Een zin.")
    QTest.keyClick(dialog.note, Qt.Key.Key_Escape)
    assert dialog.question.isVisible()
    assert dialog.keep_writing.hasFocus()
    assert QApplication.activeModalWidget() in {dialog, None}
    QTest.keyClick(dialog.keep_writing, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.question.isVisible()
    assert dialog.note.hasFocus()
    QTest.keyClick(dialog.note, Qt.Key.Key_Escape)
    QTest.keyClick(dialog.keep_writing, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.note.text() == "Een zin."
    QTest.keyClick(dialog.note, Qt.Key.Key_Escape)
    QTest.mouseClick(dialog.throw_away, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert state_of(services, trajectory_id, planned).state is ConversationState.PLANNED


def test_closing_the_window_asks_too(dialog: HoldDialog) -> None:
    QTest.keyClicks(dialog.new_agreements.rows[0].what, "iets")
    dialog.close()
    assert dialog.isVisible()
    assert dialog.question.isVisible()


def test_ctrl_enter_does_nothing_while_the_question_stands(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    QTest.keyClicks(dialog.note, "Een zin.")
    QTest.keyClick(dialog.note, Qt.Key.Key_Escape)
    QTest.keyClick(dialog.keep_writing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state_of(services, trajectory_id, planned).state is ConversationState.PLANNED
    assert dialog.isVisible()


def test_escape_without_text_just_closes(dialog: HoldDialog) -> None:
    choose(dialog.open_agreements.switches[0], "Done")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_a_conversation_moved_meanwhile_keeps_what_was_typed(
    dialog: HoldDialog, services: Services, trajectory_id: uuid.UUID, planned: ConversationRow
) -> None:
    services.conversations.move(
        planned,
        PlanValues(
            trajectory_id=trajectory_id,
            type_id=planned.type_id,
            starts_at=datetime.fromisoformat("2026-01-27T12:15"),
            minutes=30,
        ),
    )
    QTest.keyClicks(dialog.note, "Een zin.")
    choose(dialog.open_agreements.switches[0], "Done")
    say_all(dialog)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "Nothing was overwritten" in dialog.message()
    assert dialog.note.text() == "Een zin."
    assert "12:15" in dialog.when.text()
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert state_of(services, trajectory_id, planned).summary == "Een zin."
    done = [row.state for row in services.conversations.agreements_of(trajectory_id)]
    assert done.count(AgreementState.DONE) == 1


def test_the_hat_says_what_happens_to_notes(
    services: Services, trajectory_id: uuid.UUID, dialog: HoldDialog, window: QWidget
) -> None:
    assert dialog.strip.headline() == "You are coaching"
    trialogue = factory.add_conversation(services, trajectory_id, key="midterm_trialogue")
    other = HoldDialog(services, parent=window, trajectory_id=trajectory_id, conversation=trialogue)
    assert other.strip.headline() == "You evaluate together"


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_the_dialog_fits_in_the_window_and_scrolls(
    services: Services,
    trajectory_id: uuid.UUID,
    planned: ConversationRow,
    window: QWidget,
    qapp: QApplication,
    text_scale: float,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=text_scale)
    dialog = HoldDialog(services, parent=window, trajectory_id=trajectory_id, conversation=planned)
    dialog.open()
    for _ in range(6):
        QTest.keyClicks(dialog.new_agreements.rows[-1].what, "nog iets")
        QApplication.processEvents()
    assert dialog.height() <= 740
    assert dialog.form.width() <= dialog.width()
    assert dialog.rect().contains(dialog.primary.mapTo(dialog, dialog.primary.rect().bottomRight()))
    last = dialog.new_agreements.rows[-1]
    assert dialog.form.rect().contains(last.mapTo(dialog.form, last.rect().bottomRight()))


@pytest.mark.parametrize(("way", "place"), [("open_page", "conversation"), ("not_held", "not_held_dialog")])
def test_it_leads_to_another_place_of_the_talk_and_the_note_goes_along(
    dialog: HoldDialog,
    services: Services,
    trajectory_id: uuid.UUID,
    planned: ConversationRow,
    way: str,
    place: str,
) -> None:
    wanted: list[tuple[str, dict[str, object], int]] = []
    dialog.open_requested.connect(lambda name, arguments: wanted.append((name, arguments, dialog.result())))
    QTest.keyClicks(dialog.note, "liep uit")
    QTest.keyClicks(dialog.new_agreements.rows[0].what, "Kijkwijzer bespreken")
    QTest.mouseClick(getattr(dialog, way), Qt.MouseButton.LeftButton)
    # Only after this dialog has gone: never a dialog over a dialog.
    assert wanted == [(place, {"conversation_id": planned.id}, QDialog.DialogCode.Rejected)]
    assert not dialog.isVisible()
    kept = state_of(services, trajectory_id, planned)
    assert (kept.state, kept.summary) == (
        ConversationState.PLANNED,
        "liep uit\n– Kijkwijzer bespreken",
    )


@pytest.mark.parametrize("hat", [Hat.COACH, Hat.INSTITUTE])
def test_who_looks_along_does_not_see_a_note_that_stays_with_the_mentor(
    services: Services, trajectory_id: uuid.UUID, planned: ConversationRow, window: QWidget, hat: Hat
) -> None:
    with services.database.transaction() as session:
        session.get_one(Conversation, planned.id).hat = hat
    planned = state_of(services, trajectory_id, planned)
    services.conversations.keep_note(planned, "onzeker")
    row = state_of(services, trajectory_id, planned)
    joint_screen.set_on(True)
    try:
        dialog = HoldDialog(services, parent=window, trajectory_id=trajectory_id, conversation=row)
        dialog.open()
        QApplication.processEvents()
        assert not dialog.note.isVisible()
        QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    finally:
        joint_screen.set_on(False)
    assert state_of(services, trajectory_id, planned).summary == "onzeker"


def test_a_talk_was_as_it_was_planned_until_it_is_said_otherwise(
    dialog: HoldDialog, services: Services, planned: ConversationRow
) -> None:
    say_all(dialog)
    begin = planned.starts_at
    assert (dialog.begin.value(), dialog.end.value()) == (
        begin.time(),
        (begin + timedelta(minutes=planned.minutes)).time(),
    )
    dialog.end.set_value(begin - timedelta(minutes=5))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.end_message.text() == "The end lies before the beginning."
    assert dialog.end.hasFocus()
    dialog.end.set_value(begin + timedelta(minutes=50))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert services.talks.moments(planned.id) == (begin, begin + timedelta(minutes=50))


def test_what_was_said_on_the_page_is_not_asked_again(
    services: Services, trajectory_id: uuid.UUID, planned: ConversationRow, window: QWidget
) -> None:
    first, second = services.talks.earlier(planned.id)
    services.talks.review(planned.id, first.row, AgreementOutcome.DONE)
    dialog = HoldDialog(services, parent=window, trajectory_id=trajectory_id, conversation=planned)
    [asked] = dialog.open_agreements.switches
    assert second.row.text in asked.accessibleName()


def test_it_was_there_and_this_was_agreed_in_three_clicks_or_by_keys_alone(
    services: Services, trajectory_id: uuid.UUID, planned: ConversationRow, window: QWidget
) -> None:
    hands = Hands()
    dialog = HoldDialog(services, parent=window, trajectory_id=trajectory_id, conversation=planned)
    dialog.open()
    settle()
    # The click that opened it is the first of the three.
    hands.start_counting()
    hands.click(dialog.open_agreements.all_go_on)
    dialog.new_agreements.rows[0].what.setFocus()
    hands.type("Kijkwijzer bespreken")
    hands.click(dialog.primary)
    assert hands.clicks <= 2
    assert state_of(services, trajectory_id, planned).state is ConversationState.HELD
    other = factory.add_conversation(services, trajectory_id, starts_at=planned.starts_at + timedelta(days=1))
    dialog = HoldDialog(services, parent=window, trajectory_id=trajectory_id, conversation=other)
    dialog.open()
    settle()
    hands.start_counting()
    hands.type("Kort gesproken")
    hands.tab_to(dialog.open_agreements.all_go_on)
    hands.press(Qt.Key.Key_Space)
    hands.tab_to(dialog.new_agreements.rows[0].what)
    hands.type("Les geven in L3")
    hands.press(Qt.Key.Key_Return)
    assert state_of(services, trajectory_id, other).state is ConversationState.HELD
    assert hands.keys <= 12
    assert hands.seconds() < 120
