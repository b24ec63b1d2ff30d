"""The tab with everything that is known of a trajectory."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import add_student
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.trajectories import BlockValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.students.data_tab import DataTab, FactsCard


def loaded(qtbot: QtBot, services: Services, trajectory_id: uuid.UUID) -> DataTab:
    tab = DataTab()
    qtbot.addWidget(tab)
    tab.resize(1278, 900)
    tab.show()
    tab.load(services, trajectory_id)
    QApplication.processEvents()
    return tab


def facts_of(card: FactsCard) -> dict[str, str]:
    return {fact.label: fact.text for fact in card.facts}


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_everything_of_a_trajectory_can_be_read(qtbot: QtBot, services: Services) -> None:
    block = BlockValues(name="Blok 1", starts_on=date(2026, 2, 2), ends_on=date(2026, 2, 13))
    tab = loaded(qtbot, services, add_student(services, student_number="s123", blocks=(block,)))

    assert facts_of(tab.name_card)["Sorted under"] == "Wójcik, Łukasz"
    known = facts_of(tab.trajectory_card)
    assert known["Number of the student"] == "s123"
    assert known["At school"] == "Monday, Tuesday, Thursday"
    assert known["Period"] == "28 Aug 2025 to 30 Jun 2026"
    assert known["Block placement"] == "Blok 1: Mon 2 Feb – Fri 13 Feb"
    assert known["Coaching and evaluating"] == "Evaluate together"
    assert facts_of(tab.people_card)["Institute supervisor"] == "Nadège Okonkwo-Maes"


def test_the_notice_is_kept_when_it_is_ticked_and_taken_back(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    tab = loaded(qtbot, services, trajectory_id)
    assert tab.notice is not None
    assert tab.notice.value() is None
    with qtbot.waitSignal(tab.saved):
        tab.notice.tick.click()
    assert services.trajectories.detail(trajectory_id).values.notice_given_on == date(2026, 1, 22)
    assert tab.notice.edit.isVisible()
    with qtbot.waitSignal(tab.saved):
        tab.notice.edit.set_value(date(2025, 9, 1))
    assert services.trajectories.detail(trajectory_id).values.notice_given_on == date(2025, 9, 1)
    with qtbot.waitSignal(tab.saved):
        tab.notice.tick.click()

    assert services.trajectories.detail(trajectory_id).values.notice_given_on is None


def test_showing_another_student_changes_nobody(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    other = add_student(services, name="Zoë Zwart", notice_given_on=date(2025, 9, 1))
    tab = loaded(qtbot, services, trajectory_id)
    with qtbot.assertNotEmitted(tab.saved):
        tab.load(services, other)
        assert tab.notice is not None
        assert tab.notice.edit.isVisible()
        tab.load(services, trajectory_id)
    assert not tab.notice.edit.isVisible()

    assert services.trajectories.detail(other).values.notice_given_on == date(2025, 9, 1)


def test_a_trajectory_is_closed_and_opened_again(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    tab = loaded(qtbot, services, trajectory_id)
    click(tab.state_button)
    assert services.trajectories.detail(trajectory_id).state is TrajectoryState.CLOSED
    assert tab.state_button.text() == "Reopen trajectory"
    click(tab.state_button)

    assert services.trajectories.detail(trajectory_id).state is TrajectoryState.RUNNING


def test_a_change_elsewhere_is_not_overwritten(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    tab = loaded(qtbot, services, trajectory_id)
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(detail, replace(detail.values, class_names="L6"))
    click(tab.state_button)

    assert tab.trouble.isVisible()
    assert facts_of(tab.trajectory_card)["Class"] == "L6"
    assert services.trajectories.detail(trajectory_id).state is TrajectoryState.RUNNING


def test_a_student_goes_to_the_bin_by_name_and_can_come_back(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID
) -> None:
    tab = loaded(qtbot, services, trajectory_id)
    found: list[tuple[str, dict[str, object]]] = []
    tab.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    assert tab.bin_button.text() == "Move Łukasz to the bin"
    click(tab.edit_button)
    click(tab.bin_button)
    assert found == [("student_dialog", {"trajectory_id": trajectory_id}), ("students", {})]
    with pytest.raises(DomainError):
        services.trajectories.detail(trajectory_id)
    services.history.undo()

    assert services.trajectories.detail(trajectory_id).values.name == "Łukasz Wójcik"


def test_the_tab_ends_where_its_cards_end(qtbot: QtBot, services: Services) -> None:
    blocks = tuple(
        BlockValues(name=f"Blok {month}", starts_on=date(2026, month, 2), ends_on=date(2026, month, 13))
        for month in (2, 3, 4)
    )
    tab = loaded(qtbot, services, add_student(services, blocks=blocks))
    tab.resize(1278, 300)
    QApplication.processEvents()
    content = tab.edit_button.parentWidget()
    assert content is not None
    assert content.height() > 300
    cards = max(card.geometry().bottom() for card in content.findChildren(FactsCard))
    # The margin below, and no more.
    assert content.height() - cards <= theme.scaled(40)
