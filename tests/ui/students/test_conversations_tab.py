"""The tab with all conversations of one student."""

import uuid
from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import add_conversation
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.series import SeriesRule
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementValues, PlanValues
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


def choose(tab: ConversationsTab, text: str) -> None:
    """Open the menu of the current row and press the line with these words."""
    box = tab.table.visualRect(tab.table.currentIndex())
    tab.table.customContextMenuRequested.emit(box.center())
    assert tab.menu is not None
    (action,) = [action for action in tab.menu.actions() if action.text() == text]
    action.trigger()
    tab.menu.close()
    QApplication.processEvents()


def test_what_else_can_be_done_is_in_the_menu_of_the_row(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = add_conversation(services, trajectory_id, starts_at=at(1, 26))
    tab = loaded(qtbot, services, trajectory_id)
    found: list[tuple[str, dict[str, object]]] = []
    tab.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    for text in ("Open", "It took place…", "Did not go ahead…", "Move…", "Show in the agenda"):
        choose(tab, text)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tab.activateWindow()
    QApplication.processEvents()
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_F2)
    about = {"trajectory_id": trajectory_id, "conversation": row}

    assert found == [
        ("conversation", {"conversation_id": row.id}),
        ("hold_dialog", about),
        ("not_held_dialog", {"conversation_id": row.id}),
        ("plan_dialog", about),
        ("agenda", {"conversation_id": row.id}),
        ("plan_dialog", about),
    ]


def test_a_talk_that_was_not_held_gets_a_new_date_once(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    missed = add_conversation(services, trajectory_id, starts_at=at(1, 12))
    services.conversations.mark_not_held(missed, cause=NotHeldCause.STUDENT)
    tab = loaded(qtbot, services, trajectory_id)
    found: list[tuple[str, dict[str, object]]] = []
    tab.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    choose(tab, "New date…")

    assert found == [
        (
            "plan_dialog",
            {
                "trajectory_id": trajectory_id,
                "type_key": "coaching_conversation",
                "minutes": 30,
                "instead_of": missed.id,
            },
        )
    ]
    other = add_conversation(services, trajectory_id, starts_at=at(1, 13))
    services.conversations.mark_not_held(other, cause=NotHeldCause.WORKPLACE, again_at=at(2, 3))
    tab.load(services, trajectory_id)
    tab.table.select_key(other.id)

    assert column(tab, STATE)[1] == ("not held: workplace", "new date: 3 Feb")
    with pytest.raises(ValueError, match="not enough values"):
        choose(tab, "New date…")


def test_a_series_says_how_it_comes_back(qtbot: QtBot, services: Services, trajectory_id: uuid.UUID) -> None:
    kind = next(kind for kind in services.conversations.types() if kind.key == "coaching_conversation")
    values = PlanValues(trajectory_id=trajectory_id, type_id=kind.id, starts_at=at(2, 2), minutes=30)
    services.series.plan(values, SeriesRule(weekdays=(1,)), date(2026, 2, 28))
    add_conversation(services, trajectory_id, starts_at=at(1, 26))
    tab = loaded(qtbot, services, trajectory_id)
    kinds = [second for _, second in column(tab, WHAT)]

    assert kinds[0] == "coaching"
    assert set(kinds[1:]) == {"coaching, every week on Monday at 15:45"}


def test_a_talk_that_was_held_before_its_day_is_no_longer_planned(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    early = add_conversation(services, trajectory_id, starts_at=at(2, 2))
    services.conversations.hold(early, summary="")
    add_conversation(services, trajectory_id, starts_at=at(2, 9))
    tab = loaded(qtbot, services, trajectory_id)

    assert [text for text, _ in column(tab, STATE)] == ["planned", "held"]


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
