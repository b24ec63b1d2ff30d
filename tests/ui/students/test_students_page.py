"""The page of the students, by typing and clicking."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from tests.factory import add_conversation, add_round, add_student
from tests.ui.students.conftest import show_page
from wpl_desktop.domain.conversations import AgreementState, ConversationState, NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Role, TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementValues
from wpl_desktop.services.trajectories import RoleValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.students.students_page import CLASS, PROGRAMME, StudentsPage
from wpl_desktop.ui.widgets.table import TableRole

LUKASZ, HANH, YASMINE = "Łukasz Wójcik", "Nguyễn Thị Hạnh", "Yasmine El Idrissi"


@pytest.fixture
def three(services: Services) -> dict[str, uuid.UUID]:
    """Three students with names in several scripts; gives their trajectories."""
    own = RoleValues(role=Role.SCHOOL_MENTOR, name="Griet Vanhaverbeke")
    return {
        LUKASZ: add_student(services),
        HANH: add_student(services, name=HANH, call_name="Hạnh", class_names="L3", people=(own,)),
        YASMINE: add_student(
            services, name=YASMINE, second_script="ياسمين الإدريسي", class_names="L5", people=(own,)
        ),
    }


@contextmanager
def counted_queries(services: Services) -> Iterator[list[str]]:
    """The statements that go to the database meanwhile."""
    statements: list[str] = []

    def note(*arguments: object) -> None:
        statements.append(str(arguments[2]))

    event.listen(services.database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(services.database.engine, "before_cursor_execute", note)


def names_shown(page: StudentsPage) -> list[str]:
    model = page.table.table_model
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def cell(page: StudentsPage, row: int, column: int) -> tuple[str, str]:
    index = page.table.table_model.index(row, column)
    return str(index.data()), str(index.data(TableRole.SECOND_LINE))


def requests_of(page: StudentsPage) -> list[tuple[str, dict[str, object]]]:
    found: list[tuple[str, dict[str, object]]] = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    return found


def test_typing_in_the_filter_finds_without_marks(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    for typed, found in (
        ("lukasz", {LUKASZ}),
        ("wojcik", {LUKASZ}),
        ("mehmet", {LUKASZ}),
        ("nguyen", {HANH}),
        ("hanh", {HANH}),
        ("L5", {YASMINE}),
        ("griet", {HANH, YASMINE, LUKASZ}),
        ("lukasz l5", set()),
    ):
        QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.filter_line.hasFocus()
        QTest.keyClicks(page.filter_line, typed)
        assert set(names_shown(page)) == found


def test_a_student_called_yildiz_is_found_without_the_dotless_letter(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    add_student(services, name="Ayşe Yıldız")
    show_page(page)
    QTest.keyClicks(page.filter_line, "yildiz")

    assert names_shown(page) == ["Ayşe Yıldız"]


def test_the_second_script_is_searched(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    page.filter_line.setText("ياسمين")

    assert names_shown(page) == [YASMINE]


def test_letters_typed_in_the_list_go_to_the_filter_and_arrows_back(
    page: StudentsPage, three: dict[str, uuid.UUID]
) -> None:
    show_page(page)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_G)
    assert page.filter_line.hasFocus()
    assert page.filter_line.text() == "g"
    QTest.keyClicks(page.filter_line, "riet")
    before = page.table.current_key()
    QTest.keyClick(page.filter_line, Qt.Key.Key_Down)
    assert page.table.current_key() != before
    QTest.keyClick(page.filter_line, Qt.Key.Key_Escape)

    assert page.filter_line.text() == ""
    assert len(names_shown(page)) == 3


def test_nobody_found_says_so_and_offers_to_clear(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    page.filter_line.setFocus()
    QTest.keyClicks(page.filter_line, "qqq")
    assert page.not_found.isVisible()
    assert "qqq" in page.not_found.text()
    assert not page.table.isVisible()
    QTest.mouseClick(page.not_found.button, Qt.MouseButton.LeftButton)

    assert len(names_shown(page)) == 3
    assert page.filter_line.hasFocus()


def test_without_students_one_sentence_and_one_button(page: StudentsPage) -> None:
    show_page(page)
    found = requests_of(page)
    assert page.nobody.button.hasFocus()
    assert not page.preview.isVisible()
    QTest.keyClick(page.nobody.button, Qt.Key.Key_Space)

    assert found == [("student_dialog", {})]


def test_the_switch_counts_and_shows_closed_trajectories(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    show_page(page)
    running, closed = page.switch.findChildren(QRadioButton)
    assert (running.text(), closed.text()) == ("Running   3", "Closed")
    QTest.mouseClick(closed, Qt.MouseButton.LeftButton)
    assert page.nobody_closed.isVisible()
    assert not page.nobody.isVisible()
    detail = services.trajectories.detail(three[HANH])
    services.trajectories.change_student(detail, replace(detail.values, state=TrajectoryState.CLOSED))
    page.refresh()

    assert (running.text(), closed.text()) == ("Running   2", "Closed   1")
    assert names_shown(page) == [HANH]


def test_a_row_says_who_what_and_when(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    round_id = add_round(services, three[LUKASZ])
    for perspective in (Perspective.STUDENT, Perspective.INSTITUTE):
        services.evaluations.mark_ready(round_id, perspective=perspective, strand=Strand.STUDENT_PART)
    add_conversation(services, three[LUKASZ], starts_at=datetime(2026, 1, 22, 15, 45))  # noqa: DTZ001
    show_page(page)
    row = names_shown(page).index(LUKASZ)

    assert cell(page, row, 2) == ("Bachelor lager onderwijs", "phase 2")
    assert cell(page, row, 3) == ("L2", "Mehmet, Griet")
    assert cell(page, row, 4)[0] == "today"
    assert cell(page, row, 5) == ("Round 1", "waiting for workplace")
    assert cell(page, names_shown(page).index(HANH), 5) == ("", "no round yet")
    assert cell(page, names_shown(page).index(YASMINE), 1)[1] == "ياسمين الإدريسي"


def test_enter_opens_a_round_and_later_its_sheet(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    show_page(page)
    found = requests_of(page)
    page.table.select_key(three[LUKASZ])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert found.pop() == ("round_dialog", {"trajectory_id": three[LUKASZ]})
    round_id = add_round(services, three[LUKASZ])
    QTest.keyClick(page.table, Qt.Key.Key_Return)

    sheet = {"round_id": round_id, "perspective": Perspective.WORKPLACE, "strand": Strand.STUDENT_PART}
    assert found == [("score_sheet", sheet)]


def test_control_enter_plans_for_the_chosen_student(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    found = requests_of(page)
    page.table.select_key(three[HANH])
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert found == [("plan_dialog", {"trajectory_id": three[HANH]})]


def test_the_panel_leads_to_sheets_report_and_dialogs(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    round_id = add_round(services, three[LUKASZ])
    add_conversation(services, three[LUKASZ])
    show_page(page)
    page.table.select_key(three[LUKASZ])
    found = requests_of(page)
    line = page.preview.round_lines[0]
    planned = services.conversations.of_student(three[LUKASZ])[0]
    for button in (
        line.score_button,
        line.report_button,
        page.preview.held_button,
        page.preview.move_button,
        page.preview.plan_button,
        page.preview.round_button,
        page.preview.edit_button,
    ):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for action in line.menu.actions():
        action.trigger()

    of_lukasz = {"trajectory_id": three[LUKASZ]}
    sheets = [
        (Perspective.WORKPLACE, Strand.STUDENT_PART),
        (Perspective.WORKPLACE, Strand.WORKPLACE_PART),
        (Perspective.STUDENT, Strand.STUDENT_PART),
        (Perspective.INSTITUTE, Strand.STUDENT_PART),
    ]
    asked = [
        (arguments["perspective"], arguments["strand"]) for name, arguments in found if name == "score_sheet"
    ]
    others = [request for request in found if request[0] != "score_sheet"]
    assert asked == sheets
    assert others == [
        ("printing", {"round_id": round_id}),
        ("hold_dialog", {"conversation": planned, **of_lukasz}),
        ("plan_dialog", {"conversation": planned, **of_lukasz}),
        ("plan_dialog", of_lukasz),
        ("round_dialog", of_lukasz),
        ("student_dialog", of_lukasz),
        ("report_texts", {"round_id": round_id}),
    ]


def test_an_agreement_is_ticked_and_taken_back(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    row = add_conversation(services, three[LUKASZ])
    agreement = AgreementValues(party=Party.STUDENT, text="Drie open vragen", due_on=date(2026, 1, 19))
    services.conversations.hold(row, summary="Goed gesprek.", agreements=[agreement])
    show_page(page)
    page.table.select_key(three[LUKASZ])
    with qtbot.waitSignal(page.saved):
        page.preview.agreement_lines[0].tick.setFocus()
        QTest.keyClick(page.preview.agreement_lines[0].tick, Qt.Key.Key_Space)
    assert services.conversations.agreements_of(three[LUKASZ])[0].state is AgreementState.DONE
    assert page.preview.agreement_lines[0].tick.hasFocus()
    with qtbot.waitSignal(page.saved):
        QTest.mouseClick(page.preview.agreement_lines[0].undo_button, Qt.MouseButton.LeftButton)

    assert services.conversations.agreements_of(three[LUKASZ])[0].state is AgreementState.OPEN
    assert not page.preview.agreement_lines[0].tick.isChecked()


def test_an_agreement_that_changed_elsewhere_says_so_and_shows_what_is_there_now(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    row = add_conversation(services, three[LUKASZ])
    services.conversations.hold(
        row, summary="Kort.", agreements=[AgreementValues(party=Party.STUDENT, text="Lees")]
    )
    show_page(page)
    page.table.select_key(three[LUKASZ])
    known = services.conversations.agreements_of(three[LUKASZ])[0]
    services.conversations.settle(known, AgreementState.DROPPED)
    page.preview.agreement_lines[0].tick.click()

    assert page.trouble.isVisible()
    assert "another window" in page.trouble.text()
    assert page.preview.agreement_lines == []


def test_a_tick_that_cannot_be_kept_is_taken_back_and_explained(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    row = add_conversation(services, three[LUKASZ])
    services.conversations.hold(
        row, summary="Kort.", agreements=[AgreementValues(party=Party.STUDENT, text="Lees")]
    )
    show_page(page)
    page.table.select_key(three[LUKASZ])
    with services.database.engine.connect() as connection:
        # The one connection there is, from now on as on a stick that may not be written.
        connection.exec_driver_sql("PRAGMA query_only = ON")
    page.preview.agreement_lines[0].tick.click()

    assert page.trouble.isVisible()
    assert "Make room" in page.trouble.text()
    assert not page.preview.agreement_lines[0].tick.isChecked()
    assert services.conversations.agreements_of(three[LUKASZ])[0].state is AgreementState.OPEN


def test_a_marked_conversation_can_be_put_back(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    row = add_conversation(services, three[LUKASZ])
    services.conversations.mark_not_held(row, cause=NotHeldCause.STUDENT)
    show_page(page)
    page.table.select_key(three[LUKASZ])
    QTest.mouseClick(page.preview.conversation_lines[0].again_button, Qt.MouseButton.LeftButton)

    QApplication.processEvents()
    assert services.conversations.of_student(three[LUKASZ])[0].state is ConversationState.PLANNED
    assert page.preview.held_button.isVisible()


def test_painting_scrolling_and_hovering_ask_nothing_of_the_database(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    for number in range(12):
        add_student(services, name=f"Student {number:02}")
    show_page(page)
    with counted_queries(services) as statements:
        page.grab()
        page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum())
        page.table.viewport().repaint()
        QTest.mouseMove(page.table.viewport())
        page.resize(900, 600)
        QApplication.processEvents()
        page.grab()
        assert statements == []
        page.refresh()
        assert statements != []


def test_reading_the_list_takes_as_many_queries_for_many_students_as_for_few(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    show_page(page)
    with counted_queries(services) as few:
        page.refresh()
    for number in range(12):
        add_student(services, name=f"Student {number:02}")
    page.refresh()
    with counted_queries(services) as many:
        page.refresh()

    assert len(many) == len(few)


def test_a_student_who_was_added_becomes_the_chosen_one(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    show_page(page)
    added = add_student(services, name="Zoë Van den Broeck")
    page.refresh()

    assert page.table.current_key() == added


def test_refreshing_keeps_the_chosen_student(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    page.table.select_key(three[YASMINE])
    page.refresh()

    assert page.table.current_key() == three[YASMINE]


def test_the_page_opens_on_a_student_and_begins_something_new(
    page: StudentsPage, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    show_page(page)
    page.filter_line.setText("lukasz")
    page.open(student=three[YASMINE])
    assert page.table.current_key() == three[YASMINE]
    found = requests_of(page)
    page.open(new="student")
    page.open(new="conversation")
    qtbot.waitUntil(lambda: len(found) == 2)

    assert found == [("student_dialog", {}), ("plan_dialog", {"trajectory_id": three[YASMINE]})]


def test_heads_sort_by_name_and_by_next_conversation(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    add_conversation(services, three[YASMINE], starts_at=datetime(2026, 1, 27, 15, 45))  # noqa: DTZ001
    add_conversation(services, three[LUKASZ], starts_at=datetime(2026, 1, 26, 15, 45))  # noqa: DTZ001
    show_page(page)
    by_name = names_shown(page)
    page.table.sort_requested.emit(1, False)
    assert names_shown(page) == by_name[::-1]
    page.table.sort_requested.emit(4, True)

    assert names_shown(page) == [LUKASZ, YASMINE, HANH]


def test_the_panel_goes_below_the_list_when_there_is_no_room_beside_it(
    page: StudentsPage, three: dict[str, uuid.UUID]
) -> None:
    show_page(page)
    assert page.preview.mapTo(page, page.preview.rect().topLeft()).x() > page.table.width()
    page.resize(900, 600)
    QApplication.processEvents()
    assert page.preview.mapTo(page, page.preview.rect().topLeft()).y() > page.table.height()
    assert not page.table.isColumnHidden(PROGRAMME)
    page.resize(650, 500)
    QApplication.processEvents()

    assert page.table.isColumnHidden(PROGRAMME)
    assert not page.table.isColumnHidden(CLASS)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_in_the_panel_is_cut_off(
    services: Services, three: dict[str, uuid.UUID], qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    from tests.ui.conftest import RESOURCES

    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    page = StudentsPage()
    qtbot.addWidget(page)
    page.set_services(services)
    show_page(page, width=1234, height=642)
    for button in (page.preview.plan_button, page.preview.round_button, page.add_button):
        assert button.width() >= button.sizeHint().width()
        assert page.rect().right() > button.mapTo(page, button.rect().topRight()).x()


def test_everything_that_takes_the_focus_has_a_name(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    row = add_conversation(services, three[LUKASZ])
    services.conversations.hold(
        row, summary="Kort.", agreements=[AgreementValues(party=Party.STUDENT, text="Lees")]
    )
    add_round(services, three[LUKASZ])
    show_page(page)
    page.table.select_key(three[LUKASZ])
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]

    assert nameless == []


def test_something_new_is_about_the_chosen_student(page: StudentsPage, services: Services) -> None:
    assert page.subject() == {}
    trajectory_id = add_student(services)
    page.refresh()
    page.table.select_key(trajectory_id)
    assert page.subject() == {"trajectory_id": trajectory_id}
