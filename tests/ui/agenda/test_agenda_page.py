"""The agenda page: its views, its panel, its empty states, and that all of it can be read."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from tests.factory import add_conversation, add_round, add_student
from tests.statements import counted_statements
from tests.ui.agenda.conftest import RESOURCES, Requests, show_page
from tests.ui.reading import clipped_in, nameless_in, painted_in
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.services.agenda import TalkDetail
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.agenda.agenda_page import AgendaPage
from wpl_desktop.ui.agenda.list_view import PAGE
from wpl_desktop.ui.agenda.month_view import month_days, other_month
from wpl_desktop.ui.agenda.side_panel import TalkStep

NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)
Key = Qt.Key


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A trialogue in a quarter of an hour, in which the owner does not teach."""
    return add_conversation(
        services,
        trajectory_id,
        key="midterm_trialogue",
        starts_at=NOW + timedelta(minutes=15),
        place="Lokaal L3",
    )


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
    QApplication.processEvents()


def focused(page: AgendaPage) -> QWidget:
    widget = page.focusWidget()
    assert widget is not None
    return widget


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_without_students_it_says_what_this_is_for(page: AgendaPage, requests: Requests) -> None:
    show_page(page)
    assert page.view.nobody.button.hasFocus()
    assert not page.view.week.isVisible()
    assert not page.view.tools.isVisible()
    press(page.view.nobody.button, Key.Key_Space)
    assert requests == [("student_dialog", {})]


def test_without_talks_it_offers_to_plan_one(
    page: AgendaPage, requests: Requests, trajectory_id: uuid.UUID
) -> None:
    show_page(page)
    assert page.view.no_talks.button.hasFocus()
    assert page.view.week.isVisible()
    press(page.view.no_talks.button, Key.Key_Space)
    assert requests == [("plan_dialog", {})]


def test_the_panel_tells_of_the_chosen_talk(
    page: AgendaPage, services: Services, requests: Requests, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    add_round(services, trajectory_id, conversation_id=talk.id)
    show_page(page)
    panel = page.view.talk
    assert panel.isVisible()
    assert panel.name.text() == "Łukasz Wójcik"
    assert panel.kind.text() == "Mid-term trialogue meeting round 1"
    assert (panel.when.text.text(), panel.when.under.text()) == (
        "Thursday 22 January",
        "15:45 to 16:45, 60 minutes",
    )
    assert panel.people.text.text() == "Nadège Okonkwo-Maes"
    assert panel.place.text.text() == "Lokaal L3"
    assert panel.hat.text.text() == "Evaluating together"
    assert panel.hat.under.text().startswith("Still waiting for")
    assert panel.start.text() == "Start"
    QTest.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert requests == [("conversation", {"conversation_id": talk.id, "begin": True})]


def test_before_its_day_a_talk_is_only_prepared(
    page: AgendaPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = add_conversation(services, trajectory_id, starts_at=NOW + timedelta(days=5))
    show_page(page, conversation_id=row.id)
    panel = page.view.talk
    assert (panel.start.text(), panel.prepare.isVisible()) == ("Prepare", False)
    panel.start.click()
    assert requests == [("conversation", {"conversation_id": row.id})]


def test_what_has_a_new_date_is_not_planned_once_more(
    page: AgendaPage, requests: Requests, services: Services, talk: ConversationRow
) -> None:
    again = datetime.combine(talk.starts_at.date() + timedelta(days=1), talk.starts_at.time())
    services.conversations.mark_not_held(talk, cause=NotHeldCause.STUDENT, again_at=again)
    show_page(page, conversation_id=talk.id)
    panel = page.view.talk
    assert panel.became.under.text() == "New date: Friday 23 January"
    assert panel.start.text() == "Look"
    panel.start.click()
    assert requests == [("conversation", {"conversation_id": talk.id})]


def test_what_is_over_and_not_marked_is_filled_in(
    page: AgendaPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = add_conversation(services, trajectory_id, starts_at=NOW - timedelta(hours=3), minutes=30)
    show_page(page, conversation_id=row.id)
    assert page.view.talk.start.text() == "Fill in"
    page.view.talk.start.click()
    assert requests[0][0] == "hold_dialog"
    assert requests[0][1]["conversation"] == row


def test_what_was_not_held_is_planned_again(
    page: AgendaPage, requests: Requests, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    services.conversations.mark_not_held(talk, cause=NotHeldCause.STUDENT)
    show_page(page, conversation_id=talk.id)
    assert page.view.talk.became.text.text() == "Not held (student)"
    page.view.talk.start.click()
    assert requests == [("plan_dialog", {"trajectory_id": trajectory_id, "instead_of": talk.id})]


def test_what_is_chosen_in_the_menu_outlives_its_own_choice(page: AgendaPage, talk: ConversationRow) -> None:
    """A page that is read again fills the menu anew: never while Qt is still busy with one of its lines."""
    panel = show_page(page, conversation_id=talk.id).view.talk
    action = next(one for one in panel.menu.actions() if one.text() == "All conversations with this student")
    action.trigger()
    assert isValid(action)
    QApplication.processEvents()
    assert page.view.shown_view() == "list"


def test_a_clash_is_told_and_nothing_refused(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    other = add_conversation(services, trajectory_id, starts_at=talk.starts_at + timedelta(minutes=30))
    show_page(page, conversation_id=other.id)
    assert page.view.talk.warning.isVisible()
    assert "Łukasz Wójcik has another conversation at 15:45." in page.view.talk.warning.text()


def test_the_menu_offers_what_fits_the_talk(
    page: AgendaPage, services: Services, requests: Requests, talk: ConversationRow
) -> None:
    show_page(page)
    assert "Call off" in entries(page.view.talk.menu)
    page.view.talk.step_requested.emit(TalkStep.NOT_HELD)
    page.view.talk.step_requested.emit(TalkStep.FILE)
    page.view.talk.step_requested.emit(TalkStep.MOVE)
    assert requests[:2] == [
        ("not_held_dialog", {"conversation_id": talk.id}),
        ("calendar_dialog", {"conversation_id": talk.id}),
    ]
    assert requests[2][0] == "plan_dialog"
    assert requests[2][1]["conversation"] == services.conversations.of_student(talk.trajectory_id)[0]
    services.conversations.hold(talk, summary="")
    page.refresh()
    assert "Call off" not in entries(page.view.talk.menu)


def test_a_concern_conversation_reads_as_any_other(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = add_conversation(services, trajectory_id, key="concern_conversation", starts_at=NOW)
    show_page(page, conversation_id=row.id)
    for view in ("week", "list", "month"):
        page.open(view=view)
        said = "\n".join((*painted_in(page.view.keyboard_view()), page.view.talk.kind.text())).lower()
        assert "concern" not in said
    assert page.view.talk.kind.text() == "Conversation"


def test_keys_go_to_other_weeks_and_back_to_today(page: AgendaPage, talk: ConversationRow) -> None:
    show_page(page)
    press(focused(page), Key.Key_PageDown, Key.Key_PageDown)
    assert page.view.tools.title.text() == "2 to 6 February 2026"
    assert page.view.tools.week.text() == "week 6"
    press(focused(page), Key.Key_T)
    assert page.view.tools.title.text() == "19 to 23 January 2026"


def test_digits_change_the_view_and_it_is_remembered(page: AgendaPage, talk: ConversationRow) -> None:
    kept: dict[str, str] = {}
    page.remember_requested.connect(kept.__setitem__)
    show_page(page)
    press(focused(page), Key.Key_3)
    assert page.view.shown_view() == "list"
    press(focused(page), Key.Key_2)
    assert page.view.shown_view() == "month"
    other = AgendaPage()
    other.set_services(page.services)
    other.recall(kept.get)
    assert other.view.shown_view() == "month"
    other.deleteLater()


def test_the_month_leads_to_the_week_of_a_day(page: AgendaPage, talk: ConversationRow) -> None:
    show_page(page, view="month")
    month = page.view.month
    assert month.current == NOW.date()
    assert any("Łukasz" in text for text in painted_in(month))
    press(month, Key.Key_Down, Key.Key_Down)
    assert page.view.tools.title.text() == "February 2026"
    press(month, Key.Key_Return)
    assert page.view.shown_view() == "week"
    assert page.view.tools.title.text() == "2 to 6 February 2026"
    page.open(view="month")
    QTest.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=month.cell(0).center().toPoint())
    assert page.view.shown_view() == "week"
    assert page.day() == month.days[0]


def test_months_are_six_weeks_and_follow_each_other() -> None:
    days = month_days(date(2026, 2, 10))
    assert (len(days), days[0].isoweekday()) == (42, 1)
    assert date(2026, 2, 1) in days
    assert date(2026, 2, 28) in days
    assert other_month(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert other_month(date(2026, 1, 31), -1) == date(2025, 12, 31)
    assert other_month(date(2025, 12, 15), 13) == date(2027, 1, 15)


def test_the_list_starts_at_today_and_reads_only_what_is_on_the_screen(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    for number in range(3 * PAGE):
        add_conversation(
            services, trajectory_id, starts_at=NOW + timedelta(days=number // 2 - 30, hours=number % 2)
        )
    show_page(page, view="list")
    rows = page.view.list.list
    assert rows.count() == 3 * PAGE
    current = rows.current()
    assert current is not None
    assert current.starts_at.date() == NOW.date()
    with counted_statements(services) as statements:
        rows.viewport().grab()
    assert statements == []
    press(rows, Key.Key_Home)
    first = rows.current()
    assert first is not None
    assert first.starts_at.date() == NOW.date() - timedelta(days=30)
    assert page.view.talk.when.text.text() == "Tuesday 23 December"
    press(rows, Key.Key_Down, Key.Key_PageDown, Key.Key_End)
    last = rows.current()
    assert last is not None
    assert last.starts_at.date() == NOW.date() + timedelta(days=29)


def test_the_week_and_the_month_are_painted_without_the_database(
    page: AgendaPage, services: Services, talk: ConversationRow
) -> None:
    show_page(page)
    for view in ("week", "month"):
        page.open(view=view)
        with counted_statements(services) as statements:
            page.view.keyboard_view().grab()
        assert statements == []


def test_the_list_is_narrowed_and_widened_again(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    other = add_student(services, name="Zoë Van den Broeck")
    row = add_conversation(services, other, starts_at=NOW + timedelta(days=1))
    show_page(page, view="list")
    pane = page.view.list
    QTest.keyClicks(pane.filter_line, "zoe coach")
    assert pane.list.count() == 1
    current = pane.list.current()
    assert current is not None
    assert current.id == row.id
    QTest.keyClicks(pane.filter_line, "xx")
    assert pane.not_found.isVisible()
    assert not pane.list.isVisible()
    pane.not_found.button.click()
    assert pane.list.count() == 2
    for chip in pane.kinds.values():
        if chip.text() == "Evaluating":
            chip.click()
    assert pane.list.count() == 1
    page.steps.take(TalkStep.ONLY_STUDENT, require(services, row.id))
    assert pane.student.text() == "Only Zoë Van den Broeck"
    assert pane.list.count() == 1
    pane.student.click()
    assert pane.list.count() == 2


def require(services: Services, conversation_id: uuid.UUID) -> TalkDetail:
    found = services.agenda.detail(conversation_id)
    assert found is not None
    return found


def test_enter_on_what_waits_offers_moments_that_are_free(
    page: AgendaPage, services: Services, requests: Requests, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    services.conversations.mark_not_held(talk, cause=NotHeldCause.WORKPLACE)
    show_page(page)
    (row,) = page.view.unplanned.rows()
    assert "22 January did not go ahead (workplace)." in row.accessibleName()
    assert "is free for you and for Łukasz." in page.view.unplanned.hint.text()
    row.setFocus()
    press(row, Key.Key_Return)
    menu = next(menu for menu in row.findChildren(QMenu) if menu.isVisible())
    free = services.conversations.free_starts(trajectory_id, minutes=60, limit=3)
    assert len(entries(menu)) == len(free) + 2
    press(menu, Key.Key_Return)
    (found,) = requests
    assert found[1]["starts_at"] == free[0]
    assert found[1]["instead_of"] == talk.id
    assert found[1]["type_key"] == "midterm_trialogue"


def test_what_waits_is_given_a_moment_by_the_arrows(
    page: AgendaPage, services: Services, requests: Requests, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    services.conversations.mark_not_held(talk, cause=NotHeldCause.WORKPLACE)
    show_page(page)
    (row,) = page.view.unplanned.rows()
    press(row, Key.Key_Return)
    menu = next(menu for menu in row.findChildren(QMenu) if menu.isVisible())
    menu.close()
    next(action for action in menu.actions() if action.text().startswith("Choose in")).trigger()
    ghost = page.view.week.ghost
    assert ghost is not None
    press(page.view.week, Key.Key_Down, Key.Key_Return)
    assert requests[0][1]["starts_at"] == ghost.starts_at + timedelta(minutes=15)


def test_a_talk_that_changed_meanwhile_is_said_and_shown_as_it_is(
    page: AgendaPage, services: Services, talk: ConversationRow
) -> None:
    show_page(page)
    services.conversations.mark_not_held(talk, cause=NotHeldCause.OTHER)
    page.steps.change(talk.id, NOW + timedelta(days=1), 60)
    assert page.view.trouble.isVisible()
    assert page.view.week.blocks[talk.id].state.value == "not_held"


@pytest.mark.parametrize("digit", [Key.Key_1, Key.Key_3])
def test_what_was_moved_elsewhere_since_it_was_shown_is_not_overwritten(
    page: AgendaPage, services: Services, talk: ConversationRow, digit: Qt.Key
) -> None:
    show_page(page, conversation_id=talk.id)
    press(focused(page), digit)
    later = talk.starts_at + timedelta(hours=2)
    services.series.reschedule(talk.id, version=talk.version, starts_at=later, minutes=30)
    page.steps.call_off(talk.id)
    assert "Nothing was overwritten" in page.view.trouble.text()
    assert services.conversations.one(talk.id).starts_at == later
    # What is shown now is what is there: doing it once more is a new decision.
    page.steps.call_off(talk.id)
    assert services.conversations.of_student(talk.trajectory_id) == []


def test_it_stays_off_the_joint_screen_and_watches_all_it_shows() -> None:
    assert not AgendaPage.joint
    assert {"Conversation", "ConversationSeries", "CalendarPeriod", "LessonHour"} <= AgendaPage.shows


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1278, 684, 1.0), (1278, 684, 1.25), (1234, 640, 1.5), (632, 336, 1.0)],
)
@pytest.mark.parametrize("view", ["week", "month", "list"])
def test_everything_can_be_read_and_named(
    qapp: QApplication,
    services: Services,
    trajectory_id: uuid.UUID,
    talk: ConversationRow,
    width: int,
    height: int,
    scale: float,
    view: str,
) -> None:
    add_student(services, name="Zoë Van den Broeck")
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    page = AgendaPage()
    page.set_services(services)
    show_page(page, width=width, height=height, view=view)
    assert clipped_in(page) == []
    assert nameless_in(page) == []
    page.close()
    page.deleteLater()


def test_in_a_low_window_the_list_keeps_its_filters_and_some_lines(
    services: Services, page: AgendaPage, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    language.install("nl", resources=RESOURCES)
    try:
        low = AgendaPage()
        low.set_services(services)
        show_page(low, width=632, height=336, view="list")
        assert clipped_in(low) == []
        assert low.view.list.list.viewport().height() >= 2 * theme.scaled(44)
        low.close()
        low.deleteLater()
    finally:
        language.install("en", resources=RESOURCES)
