"""The tab with all conversations of one student."""

import uuid
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import add_conversation
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementValues
from wpl_desktop.ui.students.conversations_tab import ConversationsTab
from wpl_desktop.ui.widgets.table import TableRole

WHEN, WHAT, WITH, STATE, NOTE, ACTION = range(6)


def loaded(qtbot: QtBot, services: Services, trajectory_id: uuid.UUID) -> ConversationsTab:
    tab = ConversationsTab()
    qtbot.addWidget(tab)
    tab.resize(1278, 560)
    tab.show()
    tab.load(services, trajectory_id)
    QApplication.processEvents()
    return tab


def column(tab: ConversationsTab, number: int) -> list[tuple[str, str]]:
    model = tab.table.table_model
    cells = [model.index(row, number) for row in range(model.rowCount())]
    return [(str(index.data()), str(index.data(TableRole.SECOND_LINE))) for index in cells]


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 15, 45)  # noqa: DTZ001


def test_planned_ones_stand_on_top_and_the_others_newest_first(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    for month, day in ((1, 12), (1, 5)):
        services.conversations.hold(
            add_conversation(services, trajectory_id, starts_at=at(month, day)), summary=""
        )
    for month, day in ((2, 9), (1, 26)):
        add_conversation(services, trajectory_id, starts_at=at(month, day))
    tab = loaded(qtbot, services, trajectory_id)

    assert [text for text, _ in column(tab, WHEN)] == [
        "Mon 26 Jan 2026",
        "Mon 9 Feb 2026",
        "Mon 12 Jan 2026",
        "Mon 5 Jan 2026",
    ]


def test_a_row_says_what_came_of_it_and_what_one_can_do(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    held = add_conversation(services, trajectory_id, starts_at=at(1, 12), key="midterm_trialogue")
    agreements = [AgreementValues(party=Party.STUDENT, text=text) for text in ("Lees", "Schrijf")]
    services.conversations.hold(held, summary="Eerste regel.\nTweede regel.", agreements=agreements)
    missed = add_conversation(services, trajectory_id, starts_at=at(1, 8))
    services.conversations.mark_not_held(missed, cause=NotHeldCause.WORKPLACE)
    add_conversation(services, trajectory_id, starts_at=at(1, 20))
    add_conversation(services, trajectory_id, starts_at=at(1, 26))
    tab = loaded(qtbot, services, trajectory_id)

    assert column(tab, STATE) == [
        ("not noted yet", ""),
        ("planned", ""),
        ("held", "2 agreements"),
        ("not held: workplace", ""),
    ]
    assert [text for text, _ in column(tab, ACTION)] == ["Fill in", "Prepare", "Look", "Look"]
    assert column(tab, NOTE)[2] == ("", "Eerste regel.")
    assert column(tab, WHAT)[2][1] == "evaluating together"
    # Whose profile this is goes without saying.
    assert column(tab, WITH)[2][0] == "you, Nadège Okonkwo-Maes"


def test_enter_and_a_click_on_the_last_word_open_the_conversation(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    first = add_conversation(services, trajectory_id, starts_at=at(1, 26))
    second = add_conversation(services, trajectory_id, starts_at=at(1, 27))
    tab = loaded(qtbot, services, trajectory_id)
    found: list[tuple[str, dict[str, object]]] = []
    tab.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    box = tab.table.visualRect(tab.table.table_model.index(1, ACTION))
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    beside = tab.table.visualRect(tab.table.table_model.index(0, WHAT))
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=beside.topLeft() + QPoint(5, 5))

    assert found == [("conversation", {"conversation_id": row.id}) for row in (first, second)]


@pytest.mark.usefixtures("joint")
def test_on_the_joint_screen_notes_that_stay_with_the_mentor_are_not_there(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    for key, day in (("institute_check_in", 11), ("coaching_conversation", 12), ("midterm_trialogue", 13)):
        row = add_conversation(services, trajectory_id, starts_at=at(1, day), key=key)
        services.conversations.hold(row, summary=f"Notitie {day}")
    tab = loaded(qtbot, services, trajectory_id)

    assert [second for _, second in column(tab, NOTE)] == ["Notitie 13", "", ""]


def test_loading_again_keeps_the_chosen_row(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    rows = [add_conversation(services, trajectory_id, starts_at=at(1, day)) for day in (26, 27, 28)]
    tab = loaded(qtbot, services, trajectory_id)
    assert tab.table.current_key() == rows[0].id
    tab.table.select_key(rows[2].id)
    tab.load(services, trajectory_id)

    assert tab.table.current_key() == rows[2].id


def test_without_conversations_one_sentence_and_one_button(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    tab = loaded(qtbot, services, trajectory_id)
    assert tab.nothing_yet.isVisible()
    assert not tab.table.isVisible()
    with qtbot.waitSignal(tab.open_requested) as signal:
        tab.nothing_yet.button.click()

    assert signal.args == ["plan_dialog", {"trajectory_id": trajectory_id}]
