"""The week, by dragging and by keys."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.factory import FixedClock, add_conversation, add_student
from tests.ui.agenda.conftest import Requests, show_page
from tests.ui.reading import painted_in
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.series import Scope
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues
from wpl_desktop.services.talk_plans import PlanValues as Values
from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda import agenda_steps
from wpl_desktop.ui.agenda.agenda_page import AgendaPage
from wpl_desktop.ui.agenda.agenda_words import block_word_choices
from wpl_desktop.ui.agenda.fitting import Fitting
from wpl_desktop.ui.agenda.week_content import minute_of
from wpl_desktop.ui.agenda.week_view import UNPLANNED_MIME, WeekView

NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)
Key = Qt.Key


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """Tuesday at ten, half an hour; it was not said yet whether it was held."""
    return add_conversation(
        services, trajectory_id, starts_at=NOW.replace(day=20, hour=10, minute=0), minutes=30
    )


def starts(services: Services, trajectory_id: uuid.UUID) -> list[tuple[datetime, int]]:
    rows = services.conversations.of_student(trajectory_id)
    return sorted((row.starts_at, row.minutes) for row in rows)


def at(week: WeekView, moment: datetime) -> QPoint:
    """A place in the viewport for a moment."""
    places = week.places()
    week.show_minutes(minute_of(moment), 60)
    day = (moment.date() - week.content.days[0]).days
    x = places.frame.x(day) + places.frame.day_width / 2
    y = week.places().frame.y(minute_of(moment)) + week.places().head - week.verticalScrollBar().value()
    return QPointF(x, y + 3).toPoint()


def drag(week: WeekView, start: QPoint, end: QPoint) -> None:
    """Press, go there in steps, and let go."""
    viewport = week.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 5):
        QTest.mouseMove(viewport, start + (end - start) * part / 4)
    assert week.ghost is not None or week.selected is not None
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def press(week: WeekView, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(week, key, held)
    QApplication.processEvents()


def plan_series(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    from wpl_desktop.services.series import SeriesRule

    kind = next(kind for kind in services.conversations.types() if kind.key == "coaching_conversation")
    values = Values(
        trajectory_id=trajectory_id,
        type_id=kind.id,
        starts_at=NOW.replace(day=29, hour=10, minute=0),
        minutes=30,
    )
    return services.series.plan(values, SeriesRule(weekdays=(4,)), NOW.date() + timedelta(days=30))


def test_dragging_in_an_empty_place_plans_there(
    page: AgendaPage, requests: Requests, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    day = NOW.replace(day=21, hour=13, minute=0)
    drag(week, at(week, day), at(week, day + timedelta(minutes=57)))
    assert requests == [("plan_dialog", {"starts_at": day, "minutes": 60})]
    assert week.ghost is None


def test_a_talk_goes_where_it_is_dragged_on_another_day(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    drag(week, at(week, talk.starts_at), at(week, NOW.replace(day=22, hour=11, minute=50)))
    assert starts(services, trajectory_id) == [(NOW.replace(hour=11, minute=45), 30)]
    # It stays chosen, and the panel tells its new moment.
    assert week.selected == talk.id
    assert page.view.talk.when.text.text() == "Thursday 22 January"
    services.history.undo()
    assert starts(services, trajectory_id) == [(talk.starts_at, 30)]


def test_its_lower_edge_stretches_it(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    place = next(place for place in week.places().placed if place.key == talk.id)
    edge = week.rect_of(place).bottomLeft().toPoint() + QPoint(40, -2)
    drag(week, edge, at(week, NOW.replace(day=20, hour=11, minute=0)))
    assert starts(services, trajectory_id) == [(talk.starts_at, 60)]


def test_escape_takes_a_drag_back(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    QTest.mousePress(week.viewport(), Qt.MouseButton.LeftButton, pos=at(week, talk.starts_at))
    QTest.mouseMove(week.viewport(), at(week, NOW.replace(day=22, hour=12)))
    assert week.ghost is not None
    press(week, Key.Key_Escape)
    assert week.ghost is None
    QTest.mouseRelease(week.viewport(), Qt.MouseButton.LeftButton, pos=at(week, NOW.replace(hour=12)))
    assert starts(services, trajectory_id) == [(talk.starts_at, 30)]


def test_what_was_held_does_not_move_and_says_so(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    services.conversations.hold(talk, summary="")
    week = show_page(page).view.week
    drag(week, at(week, talk.starts_at), at(week, NOW.replace(day=22, hour=12)))
    assert starts(services, trajectory_id) == [(talk.starts_at, 30)]
    assert page.view.said.label.text() == "This conversation is over: it stays where it is."
    press(week, Key.Key_M)
    assert week.ghost is None
    press(week, Key.Key_Delete)
    assert len(starts(services, trajectory_id)) == 1


def test_enter_arrows_enter_moves_a_talk(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    assert week.selected == talk.id
    press(week, Key.Key_Return, Key.Key_Right, Key.Key_Down, Key.Key_Down)
    assert "Wednesday 21 January, 10:30" in week.accessibleDescription()
    assert starts(services, trajectory_id) == [(talk.starts_at, 30)]
    press(week, Key.Key_Return)
    assert starts(services, trajectory_id) == [(NOW.replace(day=21, hour=10, minute=30), 30)]


def test_the_keys_move_a_talk_into_another_week(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    press(week, Key.Key_F2, Key.Key_PageDown, Key.Key_Left, Key.Key_Left)
    assert week.content.days[0].isoformat() == "2026-01-19"
    press(week, Key.Key_Return)
    assert starts(services, trajectory_id) == [(NOW.replace(day=23, hour=10, minute=0), 30)]


def test_shift_and_arrows_stretch_and_escape_leaves_it(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    shift = Qt.KeyboardModifier.ShiftModifier
    press(week, Key.Key_Down, Key.Key_Down, Key.Key_Up, held=shift)
    assert week.ghost is not None
    press(week, Key.Key_Escape)
    assert starts(services, trajectory_id) == [(talk.starts_at, 30)]
    press(week, Key.Key_Down, held=shift)
    press(week, Key.Key_Return)
    assert starts(services, trajectory_id) == [(talk.starts_at, 45)]


def test_enter_twice_goes_into_a_talk(page: AgendaPage, requests: Requests, talk: ConversationRow) -> None:
    week = show_page(page).view.week
    press(week, Key.Key_Return, Key.Key_Return)
    assert requests == [("conversation", {"conversation_id": talk.id})]


def test_the_arrows_walk_over_talks_and_empty_places(
    page: AgendaPage, requests: Requests, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    press(week, Key.Key_Down)
    assert week.selected is None
    assert week.accessibleDescription() == "Tuesday 20 January, 10:30, free"
    press(week, Key.Key_Up)
    assert week.selected == talk.id
    press(week, Key.Key_Right)
    assert week.cursor_at == NOW.replace(day=21, hour=10, minute=0)
    assert page.subject() == {"starts_at": week.cursor_at}
    press(week, Key.Key_N)
    assert requests == [("plan_dialog", {"starts_at": NOW.replace(day=21, hour=10, minute=0)})]
    press(week, Key.Key_Left)
    assert week.selected == talk.id
    press(week, *[Key.Key_Left] * 2)
    assert week.content.days[0].isoformat() == "2026-01-12"
    assert week.cursor_at is not None
    assert week.cursor_at.date().isoformat() == "2026-01-16"


def test_later_than_the_usual_hours_can_be_reached(page: AgendaPage, talk: ConversationRow) -> None:
    week = show_page(page).view.week
    press(week, Key.Key_M, *[Key.Key_Down] * 44)
    assert week.places().frame.last >= 21 * 60 + 30
    assert week.ghost is not None
    assert (week.ghost.starts_at.hour, week.ghost.starts_at.minute) == (21, 0)


def test_delete_calls_off_and_undo_brings_it_back(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page).view.week
    press(week, Key.Key_Delete)
    assert starts(services, trajectory_id) == []
    assert week.selected is None
    services.history.undo()
    page.refresh()
    assert len(week.content.blocks) == 1


def test_a_series_asks_how_much_of_it_moves(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_series(services, trajectory_id)
    before = starts(services, trajectory_id)
    assert len(before) > 2
    week = show_page(page, day=before[0][0].date()).view.week
    asked: list[tuple[Scope, ...]] = []

    def answer(parent: object, scopes: tuple[Scope, ...], *, verb: str) -> Scope | None:
        del parent, verb
        asked.append(tuple(scopes))
        return Scope.LATER if len(asked) > 1 else None

    monkeypatch.setattr(agenda_steps, "ask_scope", answer)
    press(week, Key.Key_Home, Key.Key_M, Key.Key_Down, Key.Key_Return)
    assert starts(services, trajectory_id) == before
    press(week, Key.Key_M, Key.Key_Down, Key.Key_Return)
    assert Scope.LATER in asked[-1]
    later = [(moment + timedelta(minutes=15), minutes) for moment, minutes in before]
    assert starts(services, trajectory_id) == later
    assert page.view.talk.series.text.text() != ""


def test_what_waits_for_a_date_is_dragged_into_the_week(
    page: AgendaPage, services: Services, requests: Requests, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    services.conversations.mark_not_held(talk, cause=NotHeldCause.OTHER)
    week = show_page(page).view.week
    (row,) = page.view.unplanned.rows()
    row.drag_begun.emit(row)
    target = at(week, NOW.replace(day=23, hour=12, minute=10))
    mime = row.mime()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.MoveAction
    for event in (
        QDragEnterEvent(target, actions, mime, buttons, keys),
        QDragMoveEvent(target, actions, mime, buttons, keys),
    ):
        QApplication.sendEvent(week.viewport(), event)
        assert event.isAccepted()
    assert week.ghost is not None
    assert week.ghost.title == "Łukasz"
    QApplication.sendEvent(
        week.viewport(),
        QDropEvent(QPointF(target), Qt.DropAction.MoveAction, mime, buttons, keys),
    )
    (found,) = requests
    assert found[0] == "plan_dialog"
    assert found[1]["starts_at"] == NOW.replace(day=23, hour=12, minute=15)
    assert found[1]["instead_of"] == talk.id


def test_what_comes_from_elsewhere_is_not_taken(page: AgendaPage, talk: ConversationRow) -> None:
    week = show_page(page).view.week
    data = QMimeData()
    data.setData(UNPLANNED_MIME, QByteArray(b"99"))
    target = at(week, NOW.replace(hour=12))
    event = QDragEnterEvent(
        target,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.accept()
    QApplication.sendEvent(week.viewport(), event)
    assert not event.isAccepted()
    assert week.ghost is None


def test_the_weekend_is_there_when_something_is_on_it(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    assert len(show_page(page).view.week.content.days) == 5
    add_conversation(services, trajectory_id, starts_at=NOW.replace(day=24, hour=10))
    page.refresh()
    assert len(page.view.week.content.days) == 6


def test_on_a_free_weekend_the_week_to_come_is_shown(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, clock: FixedClock, talk: ConversationRow
) -> None:
    clock.pass_time(days=2)
    days = show_page(page).view.week.content.days
    assert (days[0], len(days)) == (date(2026, 1, 26), 5)
    add_conversation(services, trajectory_id, starts_at=NOW.replace(day=25, hour=10))
    page.view.tools.today.click()
    assert page.view.week.content.days[-1] == date(2026, 1, 25)


def test_an_early_talk_makes_no_other_week_begin_early(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    usual = show_page(page, day=talk.starts_at.date() + timedelta(weeks=1)).view.week.places().frame.first
    early = add_conversation(services, trajectory_id, starts_at=talk.starts_at.replace(hour=5))
    page.open(conversation_id=early.id)
    assert page.view.week.places().frame.first == 5 * 60
    page.open(day=talk.starts_at.date() + timedelta(weeks=1))
    assert page.view.week.places().frame.first == usual


def test_a_refresh_keeps_what_was_chosen_and_how_far_it_was_scrolled(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    week = show_page(page, height=420).view.week
    week.choose(talk.id)
    week.verticalScrollBar().setValue(week.verticalScrollBar().maximum() // 3)
    before = week.verticalScrollBar().value()
    add_conversation(services, trajectory_id, starts_at=NOW.replace(hour=9, minute=0))
    page.refresh()
    assert week.selected == talk.id
    assert abs(week.verticalScrollBar().value() - before) <= 60


def test_every_talk_is_told_to_who_cannot_see_it(page: AgendaPage, talk: ConversationRow) -> None:
    week = show_page(page).view.week
    assert [text for text in painted_in(week) if text] == [
        "Łukasz, coaching, Tuesday 20 January, 10:00 to 10:30"
    ]
    child = QAccessible.queryAccessibleInterface(week).child(0)
    assert child is not None
    assert child.state().focused
    assert not child.rect().isEmpty()


def test_a_thousand_talks_in_one_week_still_have_their_place(
    page: AgendaPage, services: Services, requests: Requests
) -> None:
    ids = [add_student(services, name=f"Student Nummer{number}") for number in range(12)]
    kind = next(kind for kind in services.conversations.types() if kind.key == "lesson_debrief")
    for one in ids:
        services.conversations.plan(
            PlanValues(trajectory_id=one, type_id=kind.id, starts_at=NOW.replace(hour=16), minutes=15)
        )
    week = show_page(page).view.week
    places = week.places()
    assert len(places.placed) + sum(len(group.keys) for group in places.folded) == 12
    assert places.folded
    week.choose_folded(0)
    press(week, Key.Key_Return)
    assert page.view.shown_view() == "list"
    assert page.view.list.list.count() == 12


def test_a_talk_that_comes_under_the_cursor_is_chosen(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    """An empty place drawn over a talk would hide its words, and Enter would plan a second one there."""
    week = show_page(page, day=talk.starts_at.date() + timedelta(weeks=1)).view.week
    week.choose(None, at=talk.starts_at + timedelta(weeks=1))
    page.open(day=talk.starts_at.date())
    assert (week.selected, page.selected()) == (talk.id, talk.id)
    empty = talk.starts_at + timedelta(hours=3)
    week.choose(None, at=empty)
    new = add_conversation(services, trajectory_id, starts_at=empty, minutes=30)
    page.refresh()
    assert (week.selected, page.selected()) == (new.id, new.id)


def test_the_line_of_now_goes_through_no_words(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    """A line through a name says in this view that the talk did not go ahead."""
    now = services.clock.local()
    add_conversation(services, trajectory_id, starts_at=now - timedelta(minutes=30), minutes=60)
    week = show_page(page).view.week
    week.show_minutes(minute_of(now) - 60, 120)
    place = week.places().placed[0]
    image = week.viewport().grab().toImage()
    top = week.places().head - week.verticalScrollBar().value()
    y = round(week.places().frame.y(minute_of(now)) + top)
    inside = week.rect_of(place)
    line = theme.tokens().text
    assert image.pixelColor(round(inside.right()) + 6, y) == line
    seen = [image.pixelColor(x, y) for x in range(round(inside.left()) + 8, round(inside.right()) - 8)]
    assert line not in seen


def test_in_little_room_what_became_of_a_talk_is_said_before_its_kind(
    page: AgendaPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    services.conversations.hold(talk, summary="")
    week = show_page(page).view.week
    choices = block_word_choices(week.content.blocks[0])
    assert choices == ("coaching, held", "held")
    fitting = Fitting()
    room = {words: fitting.fit(words, role="secondary", room=999)[1] for words in choices}
    assert fitting.longest(choices, role="secondary", room=room[choices[0]]) == choices[0]
    assert fitting.longest(choices, role="secondary", room=room[choices[0]] - 1) == "held"
    assert fitting.longest(choices, role="secondary", room=3) == "held"
