"""The board of agreements, by clicking and typing on it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import FixedClock
from tests.statements import counted_statements
from tests.ui.hands import Hands
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreement_board import Arrangement
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.agreement_dialog import AgreementDialog
from wpl_desktop.ui.agreements.agreements_page import AgreementsPage
from wpl_desktop.ui.agreements.board_model import Place

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = date(2026, 1, 22)  # a Thursday
YESTERDAY = datetime(2026, 1, 21, 15, 45)  # noqa: DTZ001  (planned times are local)
Requests = list[tuple[str, dict[str, object]]]


@pytest.fixture
def words(services: Services) -> Iterator[None]:
    language.set_words(services.profile.values().words("en"))
    yield
    language.set_words({})


@pytest.fixture
def page(qtbot: QtBot, services: Services, words: None) -> AgreementsPage:
    made = AgreementsPage()
    qtbot.addWidget(made)
    made.set_services(services)
    return made


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A talk of yesterday with three agreements: of before today, of this week and without a date."""
    row = factory.add_conversation(services, trajectory_id, starts_at=YESTERDAY)
    add(services, row, "Hulpteken gebruiken", due_on=date(2026, 1, 13))
    add(services, row, "Op de agenda zetten", due_on=date(2026, 1, 23), party=Party.WORKPLACE)
    add(services, row, "Leertaak bezorgen", party=Party.INSTITUTE)
    return row


def add(
    services: Services,
    row: ConversationRow,
    text: str,
    *,
    due_on: date | None = None,
    party: Party = Party.STUDENT,
) -> uuid.UUID:
    return services.talks.add_agreement(row.id, AgreementValues(party=party, text=text, due_on=due_on))


def show(page: AgreementsPage, *, width: int = 1278, height: int = 684, **arguments: object) -> Requests:
    """What the frame does when it opens the page; gives what the page asks to be opened, as it comes."""
    found: Requests = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    page.resize(width, height)
    if not page.open(**arguments):
        page.refresh()
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.focus_first()
    return found


def rows(page: AgreementsPage) -> list[str]:
    """What stands in the first column, heads among it."""
    board = page.table.board
    return [str(board.index(row, Place.WHAT).data()) for row in range(board.rowCount())]


def shown_line(page: AgreementsPage, text: str) -> AgreementLine:
    board = page.table.board
    line = board.line_at(rows(page).index(text))
    assert line is not None
    return line


def click(page: AgreementsPage, text: str, place: Place) -> None:
    box = page.table.visualRect(page.table.board.index(rows(page).index(text), place))
    # The first answer begins after a gap.
    at = box.center() + QPoint(6, 0)
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()


def state(services: Services, line: AgreementLine) -> AgreementState:
    (found,) = services.agreement_board.lines([line.row.id])
    return found.row.state


def test_by_date_with_heads_that_blame_nobody(page: AgreementsPage, talk: ConversationRow) -> None:
    show(page)
    assert rows(page) == [
        "Before today",
        "Hulpteken gebruiken",
        "This week",
        "Op de agenda zetten",
        "Without a date",
        "Leertaak bezorgen",
    ]
    assert page.table.current_key() == shown_line(page, "Hulpteken gebruiken").row.id
    spoken = page.table.board.index(1, Place.WHAT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Hulpteken gebruiken, Łukasz Wójcik, by 13\u00a0Jan, Weekly coaching conversation, 21\u00a0Jan"
    )


def test_the_arrangement_is_remembered(
    qtbot: QtBot, page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    kept: dict[str, str] = {}
    page.remember_requested.connect(kept.__setitem__)
    show(page)
    page.arrangement.setFocus()
    Hands().press(Qt.Key.Key_Right)
    assert rows(page)[::2] == ["Workplace", "Institute", "Łukasz Wójcik"]
    other = AgreementsPage()
    qtbot.addWidget(other)
    other.set_services(services)
    other.recall(kept.get)
    show(other)
    assert other.arrangement.value() is Arrangement.BY_PERSON


def test_a_click_answers_and_the_line_stays_until_one_leaves(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    show(page)
    line = shown_line(page, "Hulpteken gebruiken")
    before = rows(page)
    click(page, "Hulpteken gebruiken", Place.DONE)
    assert state(services, line) is AgreementState.DONE
    assert rows(page) == before
    click(page, "Hulpteken gebruiken", Place.LET_GO)
    assert state(services, line) is AgreementState.DROPPED
    # The same answer once more takes it back.
    click(page, "Hulpteken gebruiken", Place.LET_GO)
    assert state(services, line) is AgreementState.OPEN
    click(page, "Hulpteken gebruiken", Place.DONE)
    page.open()
    page.refresh()
    assert "Hulpteken gebruiken" not in rows(page)


def test_everything_by_keyboard(page: AgreementsPage, services: Services, talk: ConversationRow) -> None:
    requests, hands = show(page), Hands()
    first, second = shown_line(page, "Hulpteken gebruiken"), shown_line(page, "Op de agenda zetten")
    hands.press("1")
    assert state(services, first) is AgreementState.DONE
    # Over the head to the next agreement, and along its answers.
    hands.press(Qt.Key.Key_Down)
    assert page.table.current_key() == second.row.id
    hands.press(*[Qt.Key.Key_Right] * Place.LET_GO, Qt.Key.Key_Space)
    assert state(services, second) is AgreementState.DROPPED
    hands.press(Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert requests == [("conversation", {"conversation_id": talk.id})]


def test_what_goes_on_gets_another_day_and_moves_to_it(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    factory.add_conversation(services, talk.trajectory_id, starts_at=YESTERDAY + timedelta(days=8))
    show(page)
    Hands().press("2")
    assert page.menu.actions()[0].text() == "Until the next conversation (Thu 29 Jan)"
    QTest.keyClick(page.menu, Qt.Key.Key_Return)
    line = shown_line(page, "Hulpteken gebruiken")
    assert line.row.due_on == date(2026, 1, 29)
    assert rows(page)[:4] == ["This week", "Op de agenda zetten", "Later", "Hulpteken gebruiken"]
    assert page.table.current_key() == line.row.id


def test_an_answer_is_taken_back_by_undo(
    page: AgreementsPage, services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    show(page)
    clock.pass_time(minutes=5)
    line = shown_line(page, "Hulpteken gebruiken")
    Hands().press("3")
    services.history.undo()
    page.refresh()
    assert state(services, line) is AgreementState.OPEN
    assert shown_line(page, "Hulpteken gebruiken").row.state is AgreementState.OPEN


def test_an_answer_to_what_was_changed_elsewhere_is_said_and_shown_as_it_is(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    show(page)
    line = shown_line(page, "Hulpteken gebruiken")
    services.agreement_board.go_on(line.row, due_on=date(2026, 3, 1))
    Hands().press("1")
    assert page.trouble.isVisible()
    assert state(services, line) is AgreementState.OPEN
    assert shown_line(page, "Hulpteken gebruiken").row.due_on == date(2026, 3, 1)


def test_words_are_changed_in_a_dialog(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    show(page)
    hands = Hands()
    hands.press(Qt.Key.Key_F2)
    (dialog,) = page.findChildren(AgreementDialog)
    assert dialog.text.hasFocus()
    dialog.text.set_text("   ")
    dialog.accept()
    assert dialog.fields.field("agreements").error() == "Write down what was agreed."
    dialog.text.set_text("Hulpteken afspreken")
    dialog.accept()
    assert "Hulpteken afspreken" in rows(page)
    services.history.undo()
    page.refresh()
    assert "Hulpteken gebruiken" in rows(page)


def test_words_that_are_being_typed_are_kept_when_the_window_is_locked(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    show(page)
    Hands().press(Qt.Key.Key_F2)
    (dialog,) = page.findChildren(AgreementDialog)
    dialog.text.set_text("Half getypt")
    assert dialog.flush()
    assert not dialog.has_unsaved()
    page.refresh()
    assert "Half getypt" in rows(page)


def test_letters_filter_and_a_filter_without_result_says_so(
    page: AgreementsPage, talk: ConversationRow
) -> None:
    show(page)
    hands = Hands()
    hands.type("agenda")
    assert page.filter_line.hasFocus()
    assert rows(page) == ["This week", "Op de agenda zetten"]
    hands.type("xyz")
    assert page.not_found.isVisible()
    assert not page.table.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert len(rows(page)) == 6


def test_one_party_alone_and_what_is_settled_too(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    show(page)
    services.conversations.settle(shown_line(page, "Leertaak bezorgen").row, AgreementState.DONE)
    page.refresh()
    assert "Leertaak bezorgen" not in rows(page)
    page.settled.click()
    QApplication.processEvents()
    assert rows(page)[-2:] == ["Settled", "Leertaak bezorgen"]
    hands = Hands()
    page.party.setFocus()
    hands.press(Qt.Key.Key_Right)
    assert rows(page) == ["Before today", "Hulpteken gebruiken"]


def test_for_one_student_it_opens_filtered_and_can_be_widened(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    other = factory.add_student(services, name="Nguyễn Thị Hạnh")
    row = factory.add_conversation(services, other, starts_at=YESTERDAY)
    add(services, row, "Van Hạnh")
    show(page, trajectory_id=other)
    assert rows(page) == ["Without a date", "Van Hạnh"]
    page.filter_line.clear()
    assert len(rows(page)) == 7


def test_without_agreements_it_says_what_comes_here_and_how(
    page: AgreementsPage, trajectory_id: uuid.UUID
) -> None:
    requests = show(page)
    assert page.nothing_yet.button.hasFocus()
    assert not page.bar.isVisible()
    Hands().press(Qt.Key.Key_Space)
    assert requests == [("plan_dialog", {})]


def test_when_nothing_is_open_the_settled_ones_are_one_key_away(
    page: AgreementsPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = factory.add_conversation(services, trajectory_id, starts_at=YESTERDAY)
    add(services, row, "Klaar")
    show(page)
    services.conversations.settle(shown_line(page, "Klaar").row, AgreementState.DONE)
    page.open()
    page.refresh()
    page.focus_first()
    assert page.nothing_open.button.hasFocus()
    Hands().press(Qt.Key.Key_Space)
    assert rows(page) == ["Settled", "Klaar"]


def test_only_what_is_in_view_is_read(
    page: AgreementsPage, services: Services, talk: ConversationRow
) -> None:
    for number in range(120):
        add(services, talk, f"afspraak {number}")
    show(page)
    board = page.table.board
    assert board.line_at(board.rowCount() - 1) is None
    with counted_statements(services) as statements:
        page.grab()
    assert statements == []
    page.table.scrollToBottom()
    assert board.line_at(board.rowCount() - 1) is not None


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1278, 684, 1.0), (1278, 684, 1.5), (632, 336, 1.0), (632, 336, 1.5)]
)
def test_nothing_is_clipped_or_nameless_however_wide(
    services: Services,
    words: None,
    qtbot: QtBot,
    qapp: QApplication,
    talk: ConversationRow,
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    page = AgreementsPage()
    qtbot.addWidget(page)
    page.set_services(services)
    show(page, width=width, height=height)
    assert clipped_in(page) == []
    assert nameless_in(page) == []
    # Who and when are still said where their columns are folded away.
    line = shown_line(page, "Op de agenda zetten")
    below = page.table.board.below(line)
    assert page.table.isColumnHidden(Place.WHO) == ("Workplace" in below)
    assert page.table.isColumnHidden(Place.WHEN) == ("by 23" in below)


def test_the_table_is_as_high_as_its_rows_whatever_width_it_had_before(
    services: Services, words: None, qtbot: QtBot, talk: ConversationRow
) -> None:
    page = AgreementsPage()
    qtbot.addWidget(page)
    page.set_services(services)
    show(page, width=632, height=684)
    page.resize(1278, 684)
    QApplication.processEvents()
    assert page.table.height() == page.table.contents_height()
