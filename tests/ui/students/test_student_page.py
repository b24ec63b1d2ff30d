"""The page of one student: head, tabs, the joint screen, and a student who is not there any more."""

import uuid
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import add_round, add_student
from tests.ui.conftest import RESOURCES
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.trajectories import RoleValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.students.student_page import CONVERSATIONS, DATA, EVALUATIONS, TIMELINE, StudentPage

NAME, SECOND = "Yasmine El Idrissi", "ياسمين الإدريسي"


@pytest.fixture
def yasmine(services: Services) -> uuid.UUID:
    return add_student(services, name=NAME, second_script=SECOND, class_names="L5")


def opened(qtbot: QtBot, services: Services, *, width: int = 1278, **arguments: object) -> StudentPage:
    """What the frame does the first time."""
    page = StudentPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.resize(width, 684)
    page.open(**arguments)
    page.refresh()
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.focus_first()
    return page


def requests_of(page: StudentPage) -> list[tuple[str, dict[str, object]]]:
    found: list[tuple[str, dict[str, object]]] = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    return found


def test_the_head_says_who_where_and_when(qtbot: QtBot, services: Services, yasmine: uuid.UUID) -> None:
    page = opened(qtbot, services, trajectory_id=yasmine, tab=DATA)
    facts = [(box.fact.label, box.fact.text) for box in page.header.facts]

    assert page.title() == NAME
    assert page.subtitle() == SECOND
    assert facts == [
        ("Programme", "Bachelor lager onderwijs, phase 2"),
        ("Class and class mentor", "L5, Mehmet Yıldız"),
        ("Institute supervisor", "Nadège Okonkwo-Maes"),
        ("At school", "Mon, Tue, Thu"),
        ("Period", "28 Aug to 30 Jun 2026"),
    ]
    assert page.subject() == {"trajectory_id": yasmine}
    assert page.place() == {"trajectory_id": yasmine, "tab": DATA}
    assert page.back_target == "students"


def test_what_is_not_known_takes_no_room_in_the_head(qtbot: QtBot, services: Services) -> None:
    key = add_student(
        services,
        programme="",
        phase=None,
        class_names="",
        weekdays=(),
        people=(RoleValues(role=Role.COACH, name="Griet Vanhaverbeke"),),
    )
    page = opened(qtbot, services, trajectory_id=key, tab=DATA)

    assert [(box.fact.label, box.fact.text) for box in page.header.facts][:2] == [
        ("Mentor", "Griet Vanhaverbeke"),
        ("At school", "no fixed days"),
    ]


def test_the_buttons_of_the_head_plan_and_print(qtbot: QtBot, services: Services, yasmine: uuid.UUID) -> None:
    page = opened(qtbot, services, trajectory_id=yasmine, tab=DATA)
    found = requests_of(page)
    assert not page.header.print_button.isEnabled()
    round_id = add_round(services, yasmine)
    page.refresh()
    QTest.mouseClick(page.header.plan_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.header.print_button, Qt.MouseButton.LeftButton)

    assert found == [("plan_dialog", {"trajectory_id": yasmine}), ("printing", {"round_id": round_id})]


def test_tabs_are_opened_by_keys_and_remembered(qtbot: QtBot, services: Services, yasmine: uuid.UUID) -> None:
    page = opened(qtbot, services, trajectory_id=yasmine)
    assert page.tab_bar.values() == [TIMELINE, EVALUATIONS, CONVERSATIONS, DATA]
    assert page.tab_bar.value() == TIMELINE
    page.tab_bar.setFocus()
    QTest.keyClick(page.tab_bar, Qt.Key.Key_Right)
    assert page.tab_bar.value() == EVALUATIONS
    QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.tab_bar.value() == CONVERSATIONS
    QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.tab_bar.value() == TIMELINE
    QTest.keyClick(
        page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.tab_bar.value() == DATA
    other = opened(qtbot, services, trajectory_id=add_student(services, name="Zoë Zwart"))

    assert other.tab_bar.value() == DATA
    assert other.title() == "Zoë Zwart"


def test_a_change_is_shown_in_the_open_tab_and_later_in_the_others(
    qtbot: QtBot, services: Services, yasmine: uuid.UUID
) -> None:
    from wpl_desktop.ui.students.conversations_tab import ConversationsTab
    from wpl_desktop.ui.students.data_tab import DataTab

    page = opened(qtbot, services, trajectory_id=yasmine, tab=CONVERSATIONS)
    page.open(trajectory_id=yasmine, tab=DATA)
    detail = services.trajectories.detail(yasmine)
    services.trajectories.change_student(detail, replace(detail.values, name="Yasmine Idrissi"))
    page.refresh()
    (data,) = page.findChildren(DataTab)
    assert page.title() == "Yasmine Idrissi"
    assert data.name_card.facts[0].text == "Yasmine Idrissi"
    other = add_student(services, name="Zoë Zwart")
    page.open(trajectory_id=other, tab=CONVERSATIONS)
    (conversations,) = page.findChildren(ConversationsTab)
    found = requests_of(page)
    conversations.nothing_yet.button.click()

    assert found == [("plan_dialog", {"trajectory_id": other})]


def test_a_student_who_is_gone_is_said_with_the_way_back(
    qtbot: QtBot, services: Services, yasmine: uuid.UUID
) -> None:
    page = opened(qtbot, services, trajectory_id=yasmine, tab=DATA)
    found = requests_of(page)
    services.removal.delete_student(yasmine)
    page.refresh()
    page.focus_first()
    assert page.gone.isVisible()
    assert not page.tab_bar.isVisible()
    assert page.subject() == {}
    assert page.title() == "Student"
    assert page.gone.button.hasFocus()
    QTest.keyClick(page.gone.button, Qt.Key.Key_Space)

    assert found == [("students", {})]


def test_without_a_student_the_page_leads_to_the_list(qtbot: QtBot, services: Services) -> None:
    assert opened(qtbot, services).gone.isVisible()


@pytest.mark.usefixtures("joint")
def test_on_the_joint_screen_there_is_no_data_and_no_way_to_the_others(
    qtbot: QtBot, services: Services, yasmine: uuid.UUID
) -> None:
    page = opened(qtbot, services, trajectory_id=yasmine, tab=DATA)

    assert StudentPage.joint
    assert page.tab_bar.values() == [TIMELINE, EVALUATIONS, CONVERSATIONS]
    assert page.tab_bar.value() == TIMELINE
    assert page.back_target is None


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tab", [CONVERSATIONS, DATA])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, services: Services, yasmine: uuid.UUID, scale: float, tab: str
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    page = opened(qtbot, services, width=1234, trajectory_id=yasmine, tab=tab)

    assert clipped_in(page) == []
    assert nameless_in(page) == []
