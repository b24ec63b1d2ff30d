"""The timeline of one student, by typing and clicking."""

import uuid
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import factory
from tests.reveal import mark_everybody_ready
from tests.ui.reading import clipped_in, nameless_in, words_in
from tests.ui.students.conftest import RESOURCES, show_tab
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, Source
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementValues, ConversationRow
from wpl_desktop.ui import theme
from wpl_desktop.ui.students.timeline_tab import TimelineTab
from wpl_desktop.ui.students.timeline_words import Filter

TODAY = factory.THURSDAY
MONDAY = datetime(2026, 1, 12, 15, 45)  # noqa: DTZ001  (planned times are local)


@pytest.fixture
def tab(qtbot: QtBot) -> TimelineTab:
    """The tab as the page makes it, at the size it has in a window of 1366 × 768."""
    made = TimelineTab()
    qtbot.addWidget(made)
    made.resize(1278, 576)
    return made


@pytest.fixture
def lifelike(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """One held talk with an agreement, one that was not held, a round with evidence; gives the held talk."""
    missed = factory.add_conversation(services, trajectory_id, starts_at=MONDAY - timedelta(weeks=1))
    services.conversations.mark_not_held(missed, cause=NotHeldCause.WORKPLACE)
    row = factory.add_conversation(services, trajectory_id, starts_at=MONDAY)
    agreed = [AgreementValues(party=Party.STUDENT, text="Een les filmen")]
    services.conversations.hold(row, summary="Durft meer vragen te stellen.\nTweede regel", agreements=agreed)
    round_id = factory.add_round(services, trajectory_id)
    factory.score_all(services, round_id, evidence="Gezien tijdens zwemmen.", source=Source.OBSERVED)
    return row


def titles(tab: TimelineTab) -> list[str]:
    model = tab.view.timeline_model
    return [model.row_at(number).title for number in range(model.rowCount())]


def number_of(tab: TimelineTab, title: str) -> int:
    return titles(tab).index(title)


def click_on(tab: TimelineTab, title: str, part: str) -> None:
    number = number_of(tab, title)
    index = tab.view.timeline_model.index(number, 0)
    tab.view.scrollTo(index)
    place: QPoint = getattr(tab.view.places(number), part).center() + tab.view.visualRect(index).topLeft()
    QTest.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_everything_is_there_newest_first(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    show_tab(tab, services, trajectory_id)
    shown = titles(tab)

    assert shown[0] == "End of the trajectory"
    assert "Round 1 opened" in shown
    assert shown.count("Evidence for C1") == 1
    agreement, talk = shown.index("Agreement made"), shown.index("Weekly coaching conversation")
    assert agreement == talk - 1
    assert shown[-1] == "Start of the trajectory"
    row = tab.view.timeline_model.row_at(talk)
    assert (row.body, row.group, row.day) == ("Durft meer vragen te stellen.", "January 2026", "12 Jan")


def test_a_missed_talk_is_said_without_guilt(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    show_tab(tab, services, trajectory_id)

    details = [tab.view.timeline_model.row_at(number).detail for number in range(len(titles(tab)))]
    assert "not held: workplace" in details
    assert "1 of the 2 planned conversations took place." in words_in(tab.panel)
    assert "12 January, 10 days ago" in words_in(tab.panel)


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        (Filter.TALKS, "Weekly coaching conversation"),
        (Filter.AGREEMENTS, "Agreement made"),
        (Filter.ROUNDS, "Round 1 opened"),
    ],
)
def test_a_chip_shows_one_kind(
    tab: TimelineTab,
    services: Services,
    trajectory_id: uuid.UUID,
    lifelike: ConversationRow,
    wanted: Filter,
    title: str,
) -> None:
    show_tab(tab, services, trajectory_id)
    QTest.mouseClick(tab.chips[wanted], Qt.MouseButton.LeftButton)
    assert set(titles(tab)) == {title}
    assert not tab.chips[Filter.ALL].isChecked()

    QTest.mouseClick(tab.chips[Filter.ALL], Qt.MouseButton.LeftButton)
    assert "Start of the trajectory" in titles(tab)


def test_typed_letters_are_looked_for_without_marks_and_capitals(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    show_tab(tab, services, trajectory_id)
    QTest.keyClick(tab.view, Qt.Key.Key_T)
    assert tab.search_line.hasFocus()
    QTest.keyClicks(tab.search_line, "WEEDE")
    assert titles(tab) == ["Weekly coaching conversation"], "the second line of the note is searched too"

    QTest.keyClick(tab.search_line, Qt.Key.Key_Escape)
    QTest.keyClicks(tab.search_line, "zwemmen c4")
    assert titles(tab) == ["Evidence for C4"]


def test_nothing_found_shows_the_way_back(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    show_tab(tab, services, trajectory_id)
    QTest.keyClicks(tab.search_line, "olifant")
    assert tab.not_found.isVisible()
    assert "olifant" in tab.not_found.text()
    assert not tab.view.isVisible()

    QTest.mouseClick(tab.not_found.button, Qt.MouseButton.LeftButton)
    assert tab.view.isVisible()
    assert not tab.not_found.isVisible()
    assert len(titles(tab)) > 5


def test_enter_opens_what_a_row_is_about(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    requests = show_tab(tab, services, trajectory_id)
    for title in (
        "Weekly coaching conversation",
        "Agreement made",
        "Evidence for C1",
        "Start of the trajectory",
    ):
        tab.view.setCurrentIndex(tab.view.timeline_model.index(number_of(tab, title), 0))
        QTest.keyClick(tab.view, Qt.Key.Key_Return)

    conversation = ("conversation", {"conversation_id": lifelike.id})
    assert requests[:2] == [conversation, conversation]
    name, arguments = requests[2]
    assert name == "score_sheet"
    assert (arguments["perspective"], arguments["strand"]) == (Perspective.WORKPLACE, Strand.STUDENT_PART)
    assert requests[3] == ("student", {"trajectory_id": trajectory_id, "tab": "data"})


def test_the_arrows_walk_over_the_rows(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    show_tab(tab, services, trajectory_id)
    first = tab.view.currentIndex().row()
    QTest.keyClick(tab.view, Qt.Key.Key_Down)
    assert tab.view.currentIndex().row() == first + 1
    QTest.keyClick(tab.view, Qt.Key.Key_End)
    assert tab.view.currentIndex().row() == len(titles(tab)) - 1


def test_prepare_and_move_the_next_talk(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = factory.add_conversation(services, trajectory_id, starts_at=TODAY + timedelta(days=7))
    requests = show_tab(tab, services, trajectory_id)
    click_on(tab, "Weekly coaching conversation", "action")
    prepare, move = tab.panel.buttons
    QTest.mouseClick(prepare, Qt.MouseButton.LeftButton)
    QTest.mouseClick(move, Qt.MouseButton.LeftButton)

    open_it = ("conversation", {"conversation_id": row.id})
    assert requests == [
        open_it,
        open_it,
        ("plan_dialog", {"trajectory_id": trajectory_id, "conversation": row}),
    ]


def test_nothing_planned_offers_to_plan(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    requests = show_tab(tab, services, trajectory_id)
    plan = next(button for button in tab.panel.buttons if button.text() == "Plan conversation")
    QTest.mouseClick(plan, Qt.MouseButton.LeftButton)

    assert requests == [("plan_dialog", {"trajectory_id": trajectory_id})]


def test_an_open_round_is_filled_in_from_the_panel(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = factory.add_round(services, trajectory_id)
    requests = show_tab(tab, services, trajectory_id)
    assert "Round 1: nobody ready yet" in words_in(tab.panel)
    fill = next(button for button in tab.panel.buttons if button.text() == "Fill in")
    QTest.mouseClick(fill, Qt.MouseButton.LeftButton)
    assert requests == [
        (
            "score_sheet",
            {"round_id": round_id, "perspective": Perspective.WORKPLACE, "strand": Strand.STUDENT_PART},
        )
    ]

    mark_everybody_ready(services, round_id)
    tab.load(services, trajectory_id)
    assert "Fill in" not in [button.text() for button in tab.panel.buttons]


def test_the_chip_of_a_talk_opens_the_report_of_its_round(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    number_two = factory.add_round(services, trajectory_id, number=2, conversation_id=lifelike.id)
    requests = show_tab(tab, services, trajectory_id)
    click_on(tab, "Weekly coaching conversation round 2", "chip")

    assert requests == [("printing", {"round_id": number_two})]


def test_many_plans_fold_and_unfold(tab: TimelineTab, services: Services, trajectory_id: uuid.UUID) -> None:
    for week in range(1, 7):
        factory.add_conversation(services, trajectory_id, starts_at=TODAY + timedelta(weeks=week))
    show_tab(tab, services, trajectory_id)
    assert titles(tab)[:5] == [
        *["Weekly coaching conversation"] * 3,
        "4 more planned",
        "Start of the trajectory",
    ]

    tab.view.setCurrentIndex(tab.view.timeline_model.index(3, 0))
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    assert titles(tab).count("Weekly coaching conversation") == 6


def test_filter_and_place_stay_when_the_same_student_is_read_again(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    show_tab(tab, services, trajectory_id)
    QTest.mouseClick(tab.chips[Filter.EVIDENCE], Qt.MouseButton.LeftButton)
    QTest.keyClick(tab.view, Qt.Key.Key_End)
    key = tab.view.current_key()
    tab.load(services, trajectory_id)
    assert (tab.chips[Filter.EVIDENCE].isChecked(), tab.view.current_key()) == (True, key)

    tab.load(services, factory.add_student(services, name="Nguyễn Thị Hạnh", call_name="Hạnh"))
    assert tab.chips[Filter.ALL].isChecked()
    assert tab.search_line.placeholderText() == "Search with Hạnh"


def test_an_empty_student_is_told_what_comes_here(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID
) -> None:
    requests = show_tab(tab, services, trajectory_id)
    assert tab.nothing_yet.isVisible()
    QTest.mouseClick(tab.nothing_yet.button, Qt.MouseButton.LeftButton)
    assert requests == [("plan_dialog", {"trajectory_id": trajectory_id})]

    factory.add_conversation(services, trajectory_id)
    tab.load(services, trajectory_id)
    assert not tab.nothing_yet.isVisible()


def test_a_joint_screen_shows_of_a_coaching_talk_only_that_it_was(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow, joint: None
) -> None:
    show_tab(tab, services, trajectory_id)
    row = tab.view.timeline_model.row_at(number_of(tab, "Weekly coaching conversation"))
    assert row.body == ""
    assert not any(title.startswith("Evidence") for title in titles(tab)), "not before the reveal"
    QTest.keyClicks(tab.search_line, "vragen")
    assert titles(tab) == []


def test_a_row_is_read_out_whole(
    tab: TimelineTab, services: Services, trajectory_id: uuid.UUID, lifelike: ConversationRow
) -> None:
    show_tab(tab, services, trajectory_id)
    index = tab.view.timeline_model.index(number_of(tab, "Evidence for C1"), 0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "22 Jan, Evidence for C1, workplace, observed, Gezien tijdens zwemmen."
    )


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_nothing_is_clipped_and_everything_has_a_name(
    qtbot: QtBot,
    qapp: QApplication,
    services: Services,
    trajectory_id: uuid.UUID,
    lifelike: ConversationRow,
    scale: float,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    made = TimelineTab()
    qtbot.addWidget(made)
    made.resize(1278, 560)
    show_tab(made, services, trajectory_id)

    assert clipped_in(made) == []
    assert nameless_in(made) == []
