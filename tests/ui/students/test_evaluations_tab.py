"""The dot strips of one student, by looking, typing and clicking."""

import uuid
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from tests import factory
from tests.reveal import agree, mark_everybody_ready, reveal
from tests.ui.hands import focused
from tests.ui.reading import clipped_in, nameless_in, words_in
from tests.ui.students.conftest import RESOURCES, show_tab
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NOT_OBSERVED, Mark, Perspective, RoundKind, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import theme
from wpl_desktop.ui.sheet_printing import SheetDialog
from wpl_desktop.ui.students.evaluations_tab import EvaluationsTab
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.strip_content import StripCell

PART = Strand.STUDENT_PART
GIVEN: dict[Perspective, Mark] = {
    Perspective.STUDENT: level_mark(4),
    Perspective.WORKPLACE: level_mark(2),
    Perspective.INSTITUTE: NOT_OBSERVED,
}


@pytest.fixture
def tab(qtbot: QtBot) -> EvaluationsTab:
    """The tab as the page makes it, at the size it has in a window of 1366 × 768."""
    made = EvaluationsTab()
    qtbot.addWidget(made)
    made.resize(1278, 576)
    return made


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    """Round 1, scored by all three and ready; not revealed."""
    made = factory.add_round(services, trajectory_id, kind=RoundKind.START)
    for perspective, mark in GIVEN.items():
        factory.score_all(services, made, perspective=perspective, mark=mark)
    mark_everybody_ready(services, made)
    return made


def cell(tab: EvaluationsTab, code: str, number: int = 1) -> StripCell:
    line = next(line for line in tab.table.model.content.lines if line.code == code)
    return line.cells[number - 1]


def heads(tab: EvaluationsTab) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (found.title, found.detail, found.state, tuple(action.text for action in found.actions))
        for found in tab.table.model.content.rounds
    ]


def head_button(tab: EvaluationsTab, round_id: uuid.UUID, name: str) -> Button:
    return tab.table.head.buttons[round_id, name]


def test_after_the_reveal_all_shapes_stand_on_their_levels(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    reveal(services, round_id)
    agree(services, round_id, "C4", mark=level_mark(2))
    show_tab(tab, services, trajectory_id)
    found = cell(tab, "C4")

    assert set(found.levels) == {("circle", 4), ("square", 2)}
    assert found.beside == (("triangle", "–"),)
    assert (found.agreed, found.agreed_sign) == (2, "2")
    assert found.spoken == (
        "C4, round 1: student 4 Strong, workplace 2 Developing, institute not observed, together 2 Developing"
    )


def test_before_the_reveal_only_the_own_square_is_there(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    show_tab(tab, services, trajectory_id)
    found = cell(tab, "C4")

    assert (found.levels, found.beside) == ((("square", 2),), ())
    assert found.spoken == "C4, round 1: workplace 2 Developing, student ready, institute ready"
    assert "side by side" in tab.foot.text.text()
    assert not any("4 Strong" in text for text in words_in(tab.foot))


def test_a_joint_screen_shows_no_view_before_the_reveal_and_opens_no_sheet(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, joint: None
) -> None:
    requests = show_tab(tab, services, trajectory_id)
    assert cell(tab, "C4").levels == ()
    assert heads(tab)[0][3] == ("Round",)
    QTest.keyClick(tab.table.rounds, Qt.Key.Key_Return)
    assert requests == []

    reveal(services, round_id)
    tab.load(services, trajectory_id)
    assert len(cell(tab, "C4").levels) == 2
    QTest.keyClick(tab.table.rounds, Qt.Key.Key_Return)
    assert [name for name, _ in requests] == ["score_sheet"]


def test_a_difference_that_stands_is_said_below(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    reveal(services, round_id)
    agree(services, round_id, "C2", positions="Student: ik vraag veel. Werkplek: weinig zichtbaar.")
    show_tab(tab, services, trajectory_id)
    assert not tab.foot.icon.isVisible()
    QTest.keyClick(tab.table.rounds, Qt.Key.Key_Down)

    assert cell(tab, "C2").differs
    assert (cell(tab, "C2").agreed, cell(tab, "C2").agreed_sign) == (None, "")
    assert tab.foot.icon.isVisible()
    assert (tab.foot.title.text(), tab.foot.text.text()) == (
        "C2, round 1",
        "Student: ik vraag veel. Werkplek: weinig zichtbaar.",
    )


def test_heads_say_name_kind_day_and_state(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    factory.add_round(services, trajectory_id, number=2)
    ahead = factory.THURSDAY.date() + timedelta(days=60)
    factory.add_round(services, trajectory_id, number=3, kind=RoundKind.FINAL, held_on=ahead)
    factory.finalise(services, round_id)
    show_tab(tab, services, trajectory_id)

    assert heads(tab) == [
        ("Round 1", "start, 22 Jan", "final", ("Side by side", "Round")),
        ("Round 2", "midterm, 22 Jan", "nobody ready yet", ("Fill in", "Round")),
        ("Round 3", "final, 23 Mar", "planned", ("Fill in", "Round")),
    ]
    assert cell(tab, "C1", 3).empty


def test_the_buttons_of_a_round_lead_to_what_comes_next(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    number_two = factory.add_round(services, trajectory_id, number=2)
    reveal(services, round_id)
    requests = show_tab(tab, services, trajectory_id)
    for key, name in ((round_id, "side_by_side"), (round_id, "round"), (number_two, "sheet")):
        button = head_button(tab, key, name)
        assert "Round" in button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tab.new_button, Qt.MouseButton.LeftButton)

    assert requests == [
        ("side_by_side", {"round_id": round_id, "strand": PART}),
        ("round", {"round_id": round_id}),
        ("score_sheet", {"round_id": number_two, "perspective": Perspective.WORKPLACE, "strand": PART}),
        ("round_dialog", {"trajectory_id": trajectory_id}),
    ]


def test_when_all_are_ready_the_head_asks_before_they_lie_side_by_side(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    """R5: the reveal is one act, in a dialog of its own; here nothing happens yet."""
    requests = show_tab(tab, services, trajectory_id)
    QTest.mouseClick(head_button(tab, round_id, "reveal"), Qt.MouseButton.LeftButton)
    assert requests == [("reveal_dialog", {"round_id": round_id})]
    tab.load(services, trajectory_id)
    assert [shape for shape, _ in cell(tab, "C1").levels] == ["square"]


def test_before_the_reveal_nothing_that_was_agreed_is_shown(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    agree(services, round_id, "C1", positions="Student: vier. Werkplek: twee.")
    show_tab(tab, services, trajectory_id)
    tab.table.select(0, 0)
    assert not cell(tab, "C1").differs
    assert "vier" not in " ".join(words_in(tab))


def test_a_planned_round_can_be_begun(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID
) -> None:
    ahead = factory.THURSDAY.date() + timedelta(days=60)
    planned = factory.add_round(services, trajectory_id, held_on=ahead)
    requests = show_tab(tab, services, trajectory_id)
    assert heads(tab)[0][2:] == ("planned", ("Fill in", "Round"))
    QTest.mouseClick(head_button(tab, planned, "sheet"), Qt.MouseButton.LeftButton)
    assert [name for name, _ in requests] == ["score_sheet"]


def test_the_growth_sheet_is_offered_once_something_lies_side_by_side(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    show_tab(tab, services, trajectory_id)
    assert not tab.print_button.isEnabled()
    assert "side by side" in tab.print_button.toolTip()
    reveal(services, round_id)
    tab.load(services, trajectory_id)
    QTest.mouseClick(tab.print_button, Qt.MouseButton.LeftButton)
    (dialog,) = tab.findChildren(SheetDialog)
    assert dialog.isVisible()
    assert (clipped_in(dialog), nameless_in(dialog)) == ([], [])
    dialog.cancel.click()


def test_the_switch_shows_the_other_strand_and_opens_its_sheet(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    factory.score_all(services, round_id, strand=Strand.WORKPLACE_PART, mark=level_mark(1))
    requests = show_tab(tab, services, trajectory_id)
    assert "no opportunity" in words_in(tab)
    QTest.mouseClick(tab.switch.findChildren(QRadioButton)[1], Qt.MouseButton.LeftButton)

    assert cell(tab, "C4").levels == (("square", 1),)
    assert "no opportunity" not in words_in(tab), "× exists on the student's strand only"
    tab.table.setFocus()
    QTest.keyClick(tab.table.rounds, Qt.Key.Key_Return)
    assert requests[0][1]["strand"] is Strand.WORKPLACE_PART


def test_the_arrows_walk_over_cells_and_rounds(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    factory.add_round(services, trajectory_id, number=2)
    show_tab(tab, services, trajectory_id)
    assert tab.table.current_cell() == (0, 1), "it begins at the newest round that has begun"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(tab.table.rounds, key)

    assert tab.table.current_cell() == (1, 0)
    index = tab.table.rounds.currentIndex()
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("C2, round 1: workplace 2")


def test_the_cell_stays_when_the_same_student_is_read_again(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    factory.add_round(services, trajectory_id, number=2)
    show_tab(tab, services, trajectory_id)
    tab.table.select(5, 0)
    tab.load(services, trajectory_id)

    assert tab.table.current_cell() == (5, 0)


def test_tab_goes_in_reading_order(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    number_two = factory.add_round(services, trajectory_id, number=2)
    reveal(services, round_id)
    show_tab(tab, services, trajectory_id)
    tab.switch.setFocus()
    reached: list[object] = []
    for _ in range(8):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(focused())

    assert reached == [
        head_button(tab, round_id, "side_by_side"),
        head_button(tab, round_id, "round"),
        head_button(tab, number_two, "sheet"),
        head_button(tab, number_two, "round"),
        tab.table.rounds,
        tab.remove_button,
        tab.new_button,
        tab.print_button,
    ]


def test_a_focus_round_says_where_it_did_not_look(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID
) -> None:
    factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C1", "C4"))
    show_tab(tab, services, trajectory_id)

    assert cell(tab, "C2").note == "not in this round"
    assert cell(tab, "C4").note == ""


def test_without_an_institute_there_is_no_triangle(tab: EvaluationsTab, services: Services) -> None:
    trajectory_id = factory.add_student(services, institute="")
    factory.add_round(services, trajectory_id)
    show_tab(tab, services, trajectory_id)

    assert "institute" not in words_in(tab.shapes)
    assert "workplace" in words_in(tab.shapes)


def test_no_rounds_offers_to_open_one(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID
) -> None:
    requests = show_tab(tab, services, trajectory_id)
    assert not tab.table.isVisible()
    QTest.mouseClick(tab.no_rounds.button, Qt.MouseButton.LeftButton)
    assert requests == [("round_dialog", {"trajectory_id": trajectory_id})]

    factory.add_round(services, trajectory_id)
    tab.load(services, trajectory_id)
    assert tab.table.isVisible()
    assert not tab.no_rounds.isVisible()


def test_all_nine_rows_are_seen_at_once_in_the_smallest_window(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    show_tab(tab, services, trajectory_id)

    assert tab.table.rounds.verticalScrollBar().maximum() == 0
    assert tab.table.rounds.horizontalScrollBar().maximum() == 0


def test_more_rounds_than_fit_scroll_and_the_names_stay(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    for number in range(2, 6):
        factory.add_round(services, trajectory_id, number=number)
    show_tab(tab, services, trajectory_id)
    bar = tab.table.rounds.horizontalScrollBar()
    assert bar.maximum() > 0
    tab.table.select(0, 0)
    assert bar.value() == 0
    tab.table.select(0, 4)
    QApplication.processEvents()

    assert bar.value() == bar.maximum()
    assert tab.table.names.viewport().visibleRegion().boundingRect().width() == tab.table.names.width()
    # Buttons come and go with their rounds: the first has left the view.
    assert not head_button(tab, round_id, "round").isVisible()
    tab.table.select(0, 0)
    QApplication.processEvents()
    assert head_button(tab, round_id, "round").isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_nothing_is_clipped_and_everything_has_a_name(
    qtbot: QtBot,
    qapp: QApplication,
    services: Services,
    trajectory_id: uuid.UUID,
    round_id: uuid.UUID,
    scale: float,
) -> None:
    for number in (2, 3):
        factory.add_round(services, trajectory_id, number=number)
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    made = EvaluationsTab()
    qtbot.addWidget(made)
    made.resize(1278, 560)
    show_tab(made, services, trajectory_id)

    assert clipped_in(made) == []
    assert nameless_in(made) == []
    # Both halves show the same rows, down to the last.
    made.table.rounds.verticalScrollBar().setValue(10_000)
    halves = [made.table.names, made.table.rounds]
    assert len({half.rowViewportPosition(8) for half in halves}) == 1


def test_a_round_opened_by_mistake_goes_to_the_bin(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    later = factory.add_round(services, trajectory_id, number=2)
    show_tab(tab, services, trajectory_id)
    tab.table.select(0, 1)
    assert tab.remove_button.toolTip() == "Move round 2 to the bin"
    tab.remove_button.click()
    assert [found.id for found in services.rounds.of_student(trajectory_id)] == [round_id]
    services.history.undo()
    assert later in [found.id for found in services.rounds.of_student(trajectory_id)]


def test_a_final_round_cannot_be_removed(
    tab: EvaluationsTab, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    factory.finalise(services, round_id)
    show_tab(tab, services, trajectory_id)
    assert tab.remove_button.isHidden()
