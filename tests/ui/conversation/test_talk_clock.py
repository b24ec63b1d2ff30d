"""The clock of a talk on its page: begin, pause, past the end, after a lock; and nothing else moves with it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.factory import FixedClock
from wpl_desktop.domain.conversations import AgreementOutcome, ConversationState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.ui.conversation.conversation_page import ConversationPage


class Watcher(QObject):
    """Counts what is painted and laid out again."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.seen.append(type(watched).__name__)
        return False


def press(page: ConversationPage, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)
    QApplication.processEvents()


def look(page: ConversationPage) -> None:
    """A second went by."""
    page.talk_actions.clock.look()
    QApplication.processEvents()


def again(page: ConversationPage, services: Services, talk: ConversationRow) -> ConversationPage:
    """The page as it is after the window was locked, or the laptop lost its power."""
    made = ConversationPage()
    made.set_services(services)
    made.resize(page.size())
    made.open(conversation_id=talk.id)
    return made


def test_one_key_begins_pauses_and_goes_on(
    page: ConversationPage, services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    assert page.strip.start.isVisible()
    page.focus_first()
    press(page, Qt.Key.Key_F8)
    assert services.talks.view(talk.id).started_at == clock.now()
    assert not page.strip.start.isVisible()
    assert (page.strip.face.text(), page.strip.word()) == ("30:00", "left")
    clock.pass_time(minutes=5, seconds=12)
    look(page)
    assert page.strip.face.text() == "24:48"
    assert page.parts.agenda.rows[0].clock() == "05:12 going on"
    press(page, Qt.Key.Key_F8)
    clock.pass_time(minutes=10)
    look(page)
    assert page.strip.face.text() == "24:48"
    QTest.mouseClick(page.strip.pause, Qt.MouseButton.LeftButton)
    clock.pass_time(seconds=8)
    look(page)
    assert page.strip.face.text() == "24:40"


def test_each_line_has_its_own_time(page: ConversationPage, clock: FixedClock) -> None:
    page.talk_actions.begin()
    clock.pass_time(seconds=90)
    QTest.mouseClick(page.parts.agenda.rows[2], Qt.MouseButton.LeftButton)
    clock.pass_time(seconds=30)
    look(page)
    rows = page.parts.agenda.rows
    assert [row.clock() for row in rows[:3]] == ["", "", "00:30 going on"]
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert rows[0].clock() == "01:30 going on"


def test_past_the_end_it_goes_on_counting(page: ConversationPage, clock: FixedClock) -> None:
    page.talk_actions.begin()
    for _ in range(4):
        clock.pass_time(minutes=8)
        look(page)
    clock.pass_time(seconds=10)
    look(page)
    assert (page.strip.face.text(), page.strip.word()) == ("+02:10", "extra")


def test_a_lock_pauses_nothing_and_a_power_cut_costs_five_seconds(
    page: ConversationPage, services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    page.talk_actions.begin()
    for _ in range(63):
        clock.pass_time(seconds=1)
        look(page)
    kept = services.talks.timing(talk.id)
    assert kept is not None
    assert kept.total >= 63 - 5
    clock.pass_time(minutes=4)
    later = again(page, services, talk)
    assert later.strip.face.text() == "24:57"
    # The laptop was shut, and opened in the evening.
    clock.pass_time(hours=4)
    evening = again(later, services, talk)
    assert evening.talk_actions.clock.is_running() is False
    later.deleteLater()
    evening.deleteLater()


def test_a_clock_that_is_set_back_gives_no_negative_time(page: ConversationPage, clock: FixedClock) -> None:
    page.talk_actions.begin()
    clock.pass_time(seconds=20)
    look(page)
    clock.pass_time(hours=-2)
    look(page)
    assert page.strip.face.text() == "29:40"
    clock.pass_time(seconds=5)
    look(page)
    assert page.strip.face.text() == "29:35"


def test_a_second_paints_the_clock_and_nothing_else(page: ConversationPage, clock: FixedClock) -> None:
    page.talk_actions.begin()
    for _ in range(5):
        QApplication.processEvents()
    watcher = Watcher()
    QApplication.instance().installEventFilter(watcher)  # pyright: ignore[reportOptionalMemberAccess]
    try:
        clock.pass_time(seconds=1)
        look(page)
    finally:
        QApplication.instance().removeEventFilter(watcher)  # pyright: ignore[reportOptionalMemberAccess]
    assert "ClockFace" in watcher.seen, watcher.seen
    # What lies under the digits is painted with them; no note, no agreement, and nothing is laid out anew.
    assert not {"NoteEditor", "TextArea", "EarlierRow", "NoteCard", "QLineEdit", "Chip"} & set(watcher.seen)


def test_the_clock_is_gone_when_the_talk_is_rounded_off(
    page: ConversationPage, services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    page.talk_actions.begin()
    begun = clock.now()
    clock.pass_time(minutes=20)
    page.talk_actions.all_go_on()
    QTest.mouseClick(page.bar.held, Qt.MouseButton.LeftButton)
    view = services.talks.view(talk.id)
    assert (view.row.state, view.started_at, view.ended_at) == (
        ConversationState.HELD,
        begun,
        begun + timedelta(minutes=20),
    )
    assert not page.strip.start.isVisible()
    assert not page.strip.face.isVisible()
    assert services.talks.timing(talk.id) is None


def test_begin_and_end_are_said_otherwise_in_a_small_window(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    page.talk_actions.all_go_on()
    page.talk_actions.hold()
    QTest.mouseClick(page.strip.times, Qt.MouseButton.LeftButton)
    times = page.talk_actions.times
    assert times is not None
    assert times.isVisible()
    times.end.setTime(times.begin.time().addSecs(-60))
    QTest.keyClick(times, Qt.Key.Key_Return)
    assert times.isVisible()
    assert times.error() == "The end lies before the beginning."
    times.begin.set_value(datetime.combine(talk.starts_at.date(), time(15, 2)))
    times.end.set_value(datetime.combine(talk.starts_at.date(), time(15, 28)))
    QTest.keyClick(times, Qt.Key.Key_Return)
    assert not times.isVisible()
    assert page.strip.facts()[1] == "15:02 to 15:28"
    assert services.talks.moments(talk.id)[1].time() == time(15, 28)


def test_start_elsewhere_begins_at_once_and_leads_into_the_note(
    page: ConversationPage, services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    page.open(conversation_id=talk.id, begin=True)
    assert services.talks.view(talk.id).started_at == clock.now()
    assert page.talk_actions.clock.is_running()
    assert page.parts.notes.editor.text_area.hasFocus()


def test_before_its_day_nothing_begins(
    page: ConversationPage, services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    clock.pass_time(days=-1)
    page.open(conversation_id=talk.id, begin=True)
    assert services.talks.view(talk.id).started_at is None
    assert not page.talk_actions.clock.is_running()


def test_taking_back_the_start_takes_the_clock_away(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    page.talk_actions.begin()
    services.history.undo()
    page.refresh()
    assert page.strip.start.isVisible()
    assert page.talk_actions.clock.timing is None
    assert services.talks.view(talk.id).started_at is None


@pytest.mark.usefixtures("joint")
def test_who_looks_along_sees_the_clock_too(request: pytest.FixtureRequest) -> None:
    page: ConversationPage = request.getfixturevalue("page")
    page.talk_actions.begin()
    assert page.strip.face.text() == "30:00"


def test_rounding_off_says_what_is_missing_and_goes_there(
    page: ConversationPage, services: Services, talk: ConversationRow
) -> None:
    QTest.mouseClick(page.bar.held, Qt.MouseButton.LeftButton)
    assert services.talks.view(talk.id).row.state is ConversationState.PLANNED
    assert page.bar.held.text() == "2 still to say"
    assert page.parts.earlier.missing() == "Still to say: done, goes on or let go?"
    first, second = page.parts.earlier.rows
    assert first.switch.isAncestorOf(QApplication.focusWidget() or page)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Space)
    assert page.bar.held.text() == "1 still to say"
    view = services.talks.view(talk.id)
    assert view.earlier[0].outcome is AgreementOutcome.DONE
    QTest.mouseClick(page.bar.held, Qt.MouseButton.LeftButton)
    assert second.switch.isAncestorOf(QApplication.focusWidget() or page)
    QTest.mouseClick(page.parts.earlier.all_go_on, Qt.MouseButton.LeftButton)
    assert page.bar.held.text() == "Round off"
    assert page.bar.held.hasFocus()
    QTest.keyClick(page.bar.held, Qt.Key.Key_Return)
    assert services.talks.view(talk.id).row.state is ConversationState.HELD


def test_while_another_page_is_shown_the_talk_goes_on_and_nothing_is_written(
    page: ConversationPage, services: Services, talk: ConversationRow, clock: FixedClock
) -> None:
    page.talk_actions.begin()
    clock.pass_time(seconds=7)
    page.hide()
    kept = services.talks.timing(talk.id)
    assert kept is not None
    assert kept.total == 7
    clock.pass_time(minutes=2)
    assert not any(timer.isActive() for timer in page.talk_actions.clock.findChildren(QTimer))
    assert services.talks.timing(talk.id) == kept
    page.show()
    assert page.strip.face.text() == "27:53"
