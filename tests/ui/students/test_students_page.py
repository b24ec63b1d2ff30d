"""The page of the students, by typing and clicking."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from tests.factory import add_conversation, add_round, add_student
from tests.services.test_dossier import agree
from tests.ui.students.conftest import show_page
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NO_OPPORTUNITY, Perspective, level_mark
from wpl_desktop.domain.trajectories import Role, TrajectoryState
from wpl_desktop.services.bundle import Services
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


def choose(qtbot: QtBot, page: StudentsPage, key: uuid.UUID) -> None:
    """Choose a student and wait for the panel."""
    page.table.select_key(key)
    qtbot.waitUntil(lambda: page.preview.trajectory_id() == key)


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


def test_enter_and_a_double_click_open_the_dossier(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    found = requests_of(page)
    page.table.select_key(three[LUKASZ])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.filter_line.setFocus()
    QTest.keyClicks(page.filter_line, "hanh")
    QTest.keyClick(page.filter_line, Qt.Key.Key_Return)

    assert found == [("student", {"trajectory_id": three[key]}) for key in (LUKASZ, HANH)]


def test_control_enter_plans_for_the_chosen_student(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    found = requests_of(page)
    page.table.select_key(three[HANH])
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert found == [("plan_dialog", {"trajectory_id": three[HANH]})]


def test_the_panel_leads_to_the_dossier_a_plan_and_paper(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    round_id = add_round(services, three[LUKASZ])
    planned = add_conversation(services, three[LUKASZ])
    show_page(page)
    choose(qtbot, page, three[LUKASZ])
    found = requests_of(page)
    preview = page.preview
    assert not preview.held_button.isVisible()
    buttons = (preview.prepare_button, preview.move_button, preview.open_button, preview.plan_button)
    for button in (*buttons, preview.print_button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    of_lukasz = {"trajectory_id": three[LUKASZ]}
    assert found == [
        ("conversation", {"conversation_id": planned.id}),
        ("plan_dialog", {"conversation": planned, **of_lukasz}),
        ("student", of_lukasz),
        ("plan_dialog", of_lukasz),
        ("printing", {"round_id": round_id}),
    ]


def test_a_talk_that_has_come_asks_whether_it_took_place(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    planned = add_conversation(services, three[LUKASZ], starts_at=datetime(2026, 1, 20, 15, 45))  # noqa: DTZ001
    show_page(page)
    choose(qtbot, page, three[LUKASZ])
    found = requests_of(page)
    assert not page.preview.prepare_button.isVisible()
    QTest.mouseClick(page.preview.held_button, Qt.MouseButton.LeftButton)

    assert found == [("hold_dialog", {"conversation": planned, "trajectory_id": three[LUKASZ]})]


def test_without_a_round_there_is_nothing_to_print_and_it_says_why(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    show_page(page)
    choose(qtbot, page, three[HANH])
    assert not page.preview.print_button.isEnabled()
    assert "no round" in page.preview.print_button.toolTip()
    add_round(services, three[HANH])
    page.refresh()

    assert page.preview.print_button.isEnabled()


def test_the_panel_shows_what_was_agreed_last(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    round_id = add_round(services, three[LUKASZ])
    agree(services, round_id, {"C1": level_mark(3), "C2": NO_OPPORTUNITY, "C4": None})
    show_page(page)
    choose(qtbot, page, three[LUKASZ])
    shown = page.preview.agreed_levels
    assert shown is not None
    assert "ound 1" in shown.accessibleName()
    assert [cell.value for cell in shown.cells[:4]] == [3, "×", None, None]
    assert shown.legend_words()[-2:] == ["Difference stands", "No opportunity"]
    choose(qtbot, page, three[HANH])

    assert page.preview.agreed_levels is None


def test_the_panel_waits_until_the_arrow_keys_rest(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    show_page(page)
    before = page.preview.trajectory_id()
    with counted_queries(services) as statements:
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        assert statements == []
    assert page.preview.trajectory_id() == before
    key = page.table.current_key()
    qtbot.waitUntil(lambda: page.preview.trajectory_id() == key)

    assert key not in (None, before)


def test_only_the_rows_in_view_are_read_and_painting_reads_none(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    for number in range(60):
        add_student(services, name=f"Student {number:02}")
    show_page(page)
    model = page.table.table_model
    assert model.rowCount() == 63
    assert len(model.unknown_keys(0, 62)) > 30
    bar = page.table.verticalScrollBar()
    with counted_queries(services) as statements:
        bar.setValue(bar.maximum())
        assert statements != []
        statements.clear()
        page.grab()
        assert statements == []
        QTest.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        # Known already.
        assert statements == []

    assert names_shown(page)[-1] == LUKASZ
    assert model.unknown_keys(20, 40) != []


def test_painting_scrolling_and_hovering_ask_nothing_of_the_database(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID]
) -> None:
    for number in range(9):
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
        add_student(services, name=f"Anna Zz{number:02}")
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
    page.table.sort_requested.emit(3, False)
    assert names_shown(page) == [YASMINE, HANH, LUKASZ]
    add_round(services, three[HANH])
    page.table.sort_requested.emit(5, True)

    assert names_shown(page)[0] == HANH


def test_what_was_chosen_is_there_again_after_the_lock(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    add_student(services, name="Hanne Hens")
    show_page(page)
    page.table.sort_requested.emit(1, False)
    page.filter_line.setText("han")
    page.table.select_key(three[HANH])
    again = StudentsPage()
    qtbot.addWidget(again)
    again.set_services(services)
    show_page(again)

    assert again.filter_line.text() == "han"
    assert again.table.current_key() == three[HANH]
    assert names_shown(again) == names_shown(page)
    assert again.table.sorted_by() == (1, False)


def test_with_only_closed_trajectories_the_page_says_what_to_do(
    page: StudentsPage, services: Services
) -> None:
    add_student(services, state=TrajectoryState.CLOSED)
    show_page(page)
    found = requests_of(page)
    assert page.nobody_running.isVisible()
    assert page.nobody_running.button.hasFocus()
    assert not page.preview.isVisible()
    QTest.keyClick(page.nobody_running.button, Qt.Key.Key_Space)

    assert found == [("student_dialog", {})]


def test_an_empty_list_of_closed_ones_leads_back(page: StudentsPage, three: dict[str, uuid.UUID]) -> None:
    show_page(page)
    QTest.mouseClick(page.switch.findChildren(QRadioButton)[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.nobody_closed.button, Qt.MouseButton.LeftButton)

    assert len(names_shown(page)) == 3
    assert page.table.hasFocus()


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
    for button in (page.preview.plan_button, page.preview.open_button, page.add_button):
        assert button.width() >= button.sizeHint().width()
        assert page.rect().right() > button.mapTo(page, button.rect().topRight()).x()


def test_everything_that_takes_the_focus_has_a_name(
    page: StudentsPage, services: Services, three: dict[str, uuid.UUID], qtbot: QtBot
) -> None:
    add_conversation(services, three[LUKASZ])
    add_round(services, three[LUKASZ])
    show_page(page)
    choose(qtbot, page, three[LUKASZ])
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
