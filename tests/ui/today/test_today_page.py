"""The first page, by clicking and typing on it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QWidget

from tests.factory import FixedClock, add_conversation, add_round, add_student
from tests.ui.reading import clipped_in, nameless_in
from tests.ui.today.conftest import RESOURCES, Requests, show_page
from wpl_desktop.domain.conversations import AgreementState, Conversation, NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.ui import theme
from wpl_desktop.ui.agreement_dialog import AgreementDialog
from wpl_desktop.ui.today.lines import AgreementRowLine, NotSpokenLine, RoundLine, TalkLine, ToPlanLine
from wpl_desktop.ui.today.today_page import TodayPage

NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)
HANH = "Nguyễn Thị Hạnh"


@pytest.fixture
def soon(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A trialogue in a quarter of an hour."""
    return plan(services, trajectory_id, NOW + timedelta(minutes=15), key="midterm_trialogue")


def plan(
    services: Services, trajectory_id: uuid.UUID, starts_at: datetime, *, key: str = "coaching_conversation"
) -> ConversationRow:
    return add_conversation(services, trajectory_id, starts_at=starts_at, key=key)


def agree(services: Services, trajectory_id: uuid.UUID, *agreements: tuple[str, date | None]) -> None:
    row = plan(services, trajectory_id, NOW - timedelta(days=1))
    services.conversations.hold(
        row,
        summary="noted",
        agreements=[
            AgreementValues(party=Party.STUDENT, text=text, due_on=due_on) for text, due_on in agreements
        ],
    )


def mark_ready(services: Services, round_id: uuid.UUID, *perspectives: Perspective) -> None:
    for perspective in perspectives:
        services.evaluations.mark_ready(round_id, perspective=perspective, strand=Strand.STUDENT_PART)


def talks(page: TodayPage) -> list[TalkLine]:
    return [line for line in page.view.talks.lines() if isinstance(line, TalkLine)]


def agreements(page: TodayPage) -> list[AgreementRowLine]:
    return [line for line in page.view.agreements.lines() if isinstance(line, AgreementRowLine)]


def rounds(page: TodayPage) -> list[RoundLine]:
    return [line for line in page.view.rounds.lines() if isinstance(line, RoundLine)]


def silent(page: TodayPage) -> list[NotSpokenLine]:
    return [line for line in page.view.not_spoken.lines() if isinstance(line, NotSpokenLine)]


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    where = widget.rect().center()
    if isinstance(widget, QCheckBox):
        where.setX(8)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
    QApplication.processEvents()


def instead_of(row: ConversationRow) -> dict[str, object]:
    """What a new date for a coaching talk begins with."""
    return {
        "trajectory_id": row.trajectory_id,
        "type_key": "coaching_conversation",
        "minutes": row.minutes,
        "instead_of": row.id,
    }


def choose(menu: QMenu | None, text: str) -> None:
    """Press the line of an open menu that begins with these words."""
    assert menu is not None
    assert menu.isVisible()
    (action,) = [action for action in menu.actions() if action.text().startswith(text)]
    assert action.isEnabled()
    action.trigger()
    menu.close()
    QApplication.processEvents()


def states(services: Services) -> set[AgreementState]:
    return {
        row.state
        for student in services.student_list.names()
        for row in services.conversations.agreements_of(student.trajectory_id)
    }


def test_an_empty_profile_says_what_this_is_for_and_holds_the_button_that_starts(
    page: TodayPage, requests: Requests
) -> None:
    show_page(page)
    assert page.view.nobody.button.hasFocus()
    assert not page.view.columns.isVisible()
    assert not page.view.tip_card.isVisible()
    QTest.keyClick(page.view.nobody.button, Qt.Key.Key_Space)
    assert requests == [("student_dialog", {})]


def test_when_everything_is_closed_it_says_so(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID, soon: ConversationRow
) -> None:
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(detail, replace(detail.values, state=TrajectoryState.CLOSED))
    show_page(page)
    assert page.view.nobody_running.isVisible()
    assert page.view.nobody_running.button.hasFocus()
    assert not page.view.columns.isVisible()


def test_with_nothing_planned_it_offers_to_plan(
    page: TodayPage, requests: Requests, trajectory_id: uuid.UUID
) -> None:
    show_page(page)
    assert page.view.nothing_planned.button.hasFocus()
    assert not page.view.next_card.isVisible()
    assert not page.view.talks.isVisible()
    assert page.view.agreements.nothing.isVisible()
    assert page.view.rounds.nothing.isVisible()
    click(page.view.nothing_planned.button)
    assert requests == [("plan_dialog", {})]


def test_the_date_is_in_the_heading(page: TodayPage) -> None:
    assert (page.title(), page.subtitle()) == ("Today", "Thursday 22 January")


def test_the_card_leads_into_the_next_talk(
    page: TodayPage, requests: Requests, soon: ConversationRow
) -> None:
    show_page(page)
    card = page.view.next_card
    assert card.when.text() == "Soon at 15:45, in 15 minutes"
    assert card.name.text() == "Łukasz Wójcik"
    assert card.length.text() == "60 minutes, with Nadège Okonkwo-Maes"
    assert not card.print_button.isVisible()
    assert card.start_button.hasFocus()
    QTest.keyClick(card.start_button, Qt.Key.Key_Space)
    click(card.prepare_button)
    assert requests == [
        ("conversation", {"conversation_id": soon.id, "begin": True}),
        ("conversation", {"conversation_id": soon.id}),
    ]


def test_before_its_day_the_next_talk_is_only_prepared(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = add_conversation(services, trajectory_id, starts_at=NOW + timedelta(days=1))
    show_page(page)
    card = page.view.next_card
    assert not card.start_button.isVisible()
    assert card.prepare_button.hasFocus()
    QTest.keyClick(card.prepare_button, Qt.Key.Key_Space)
    assert requests == [("conversation", {"conversation_id": row.id})]


def test_a_talk_with_a_round_shows_who_is_ready_and_prints_its_sheet(
    page: TodayPage,
    requests: Requests,
    services: Services,
    trajectory_id: uuid.UUID,
    soon: ConversationRow,
) -> None:
    round_id = add_round(services, trajectory_id, conversation_id=soon.id)
    mark_ready(services, round_id, *Perspective)
    show_page(page)
    card = page.view.next_card
    assert card.round.text() == "all three ready"
    assert card.kind.text() == "Mid-term trialogue meeting, round 1"
    click(card.print_button)
    assert requests == [("printing", {"round_id": round_id})]


def test_not_held_opens_the_dialog_of_that_talk(
    page: TodayPage, requests: Requests, soon: ConversationRow
) -> None:
    show_page(page)
    click(page.view.next_card.not_held_button)
    assert requests == [("not_held_dialog", {"conversation_id": soon.id})]


def test_each_minute_the_words_change_and_the_focus_stays(
    page: TodayPage, clock: FixedClock, soon: ConversationRow
) -> None:
    show_page(page)
    card = page.view.next_card
    card.not_held_button.setFocus()
    clock.pass_time(minutes=14)
    tick(page)
    assert card.when.text() == "Soon at 15:45, in 1 minute"
    clock.pass_time(minutes=1)
    tick(page)
    assert card.when.text() == "Going on now, until 16:45"
    assert not card.prepare_button.isVisible()
    assert card.not_held_button.hasFocus()
    card.start_button.setFocus()
    clock.pass_time(hours=1)
    tick(page)
    assert card.when.text() == "Did it take place? At 15:45"
    assert not card.start_button.isVisible()
    assert card.fill_in_button.hasFocus()


def tick(page: TodayPage) -> None:
    """What happens each minute, now."""
    page._minute.timeout.emit()
    QApplication.processEvents()


def test_the_clock_runs_only_while_the_page_is_seen(page: TodayPage, trajectory_id: uuid.UUID) -> None:
    show_page(page)
    assert page._minute.isActive()
    assert page._minute.interval() == 60_000
    page.hide()
    assert not page._minute.isActive()


def test_on_the_next_day_everything_is_read_again(
    page: TodayPage, clock: FixedClock, soon: ConversationRow
) -> None:
    show_page(page)
    clock.pass_time(days=1)
    tick(page)
    assert page.view.nothing_planned.isVisible()
    assert talks(page)[0].said().state == "did it take place?"


def test_a_talk_that_begins_comes_on_the_card(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID, clock: FixedClock, soon: ConversationRow
) -> None:
    other = add_student(services, name=HANH)
    plan(services, other, NOW + timedelta(minutes=30))
    show_page(page)
    assert [line.said().title for line in talks(page)] == [HANH]
    talks(page)[0].button.setFocus()
    clock.pass_time(minutes=31)
    tick(page)
    assert page.view.next_card.name.text() == HANH
    assert [line.said().title for line in talks(page)] == ["Łukasz Wójcik"]


def test_each_talk_has_its_state_and_one_action(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID, soon: ConversationRow
) -> None:
    monday = datetime(2026, 1, 19, 9, 0)  # noqa: DTZ001
    rows = [plan(services, trajectory_id, monday + timedelta(hours=number)) for number in range(4)]
    services.conversations.hold(rows[0], summary="noted")
    services.conversations.hold(rows[1], summary="")
    services.conversations.mark_not_held(rows[2], cause=NotHeldCause.WORKPLACE)
    later = plan(services, trajectory_id, NOW + timedelta(days=1))
    show_page(page)
    assert [(line.said().state, line.button.text()) for line in talks(page)] == [
        ("held", "Look"),
        ("held, no note yet", "Fill in"),
        ("not held (workplace)", "Plan again"),
        ("did it take place?", "Fill in"),
        ("", "Prepare"),
    ]
    for line in talks(page):
        click(line.button)
    assert [name for name, _ in requests] == [
        "conversation",
        "conversation",
        "plan_dialog",
        "hold_dialog",
        "conversation",
    ]
    assert requests[2][1] == instead_of(rows[2])
    assert requests[4][1] == {"conversation_id": later.id}


def test_a_held_trialogue_leads_to_its_report(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    row = plan(services, trajectory_id, NOW - timedelta(days=2), key="midterm_trialogue")
    round_id = add_round(services, trajectory_id, conversation_id=row.id)
    services.conversations.hold(row, summary="noted")
    show_page(page)
    (line,) = talks(page)
    assert line.button.text() == "View report"
    click(line.button)
    assert requests == [("printing", {"round_id": round_id})]


def test_a_return_day_is_one_line_and_a_concern_is_just_a_conversation(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    group_id = uuid.uuid4()
    both = [trajectory_id, add_student(services, name=HANH)]
    rows = [plan(services, found, NOW + timedelta(days=1), key="return_day") for found in both]
    with services.database.transaction() as session:
        for row in rows:
            session.get_one(Conversation, row.id).group_id = group_id
    plan(services, trajectory_id, NOW + timedelta(days=2), key="coaching_conversation")
    plan(services, trajectory_id, NOW + timedelta(days=3), key="concern_conversation")
    show_page(page)
    assert [(line.said().title, line.said().under) for line in talks(page)] == [
        ("Return day", "2 students"),
        ("Łukasz Wójcik", "Conversation"),
    ]
    click(talks(page)[0].button)
    assert requests[0][0] == "conversation"
    assert requests[0][1]["conversation_id"] in {row.id for row in rows}


def test_more_talks_come_when_asked_and_the_focus_goes_to_the_first_of_them(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    for number in range(15):
        plan(services, trajectory_id, NOW + timedelta(hours=1, minutes=30 * number))
    show_page(page)
    assert len(talks(page)) == 12
    assert page.view.talks.more_button.text() == "And 2 more: show"
    click(page.view.talks.more_button)
    assert len(talks(page)) == 14
    assert talks(page)[12].button.hasFocus()
    assert not page.view.talks.more_button.isVisible()


def test_earlier_talks_of_this_week_come_when_asked(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    for number in range(14):
        plan(services, trajectory_id, datetime(2026, 1, 19, 8, 0) + timedelta(hours=number))  # noqa: DTZ001
    show_page(page)
    assert page.view.talks.earlier_button.text() == "2 earlier this week: show"
    click(page.view.talks.earlier_button)
    assert len(talks(page)) == 14
    assert talks(page)[0].button.hasFocus()


def test_a_ticked_agreement_stays_in_its_place_until_the_page_is_left(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    agree(services, trajectory_id, ("first", date(2026, 1, 5)), ("second", date(2026, 2, 5)))
    show_page(page)
    saved: list[bool] = []
    page.saved.connect(lambda: saved.append(True))
    assert agreements(page)[0].chip is not None
    assert agreements(page)[1].said().state == "by 5 Feb"
    click(agreements(page)[0].tick)
    assert states(services) == {AgreementState.DONE, AgreementState.OPEN}
    assert [line.said().struck for line in agreements(page)] == [True, False]
    assert agreements(page)[0].tick.hasFocus()
    assert saved == [True]
    page.refresh()
    assert len(agreements(page)) == 2
    page.hide()
    page.show()
    QApplication.processEvents()
    assert [line.said().title for line in agreements(page)] == ["second"]


def test_a_tick_can_be_taken_back(page: TodayPage, services: Services, trajectory_id: uuid.UUID) -> None:
    agree(services, trajectory_id, ("first", None))
    show_page(page)
    click(agreements(page)[0].tick)
    QTest.keyClick(agreements(page)[0].tick, Qt.Key.Key_Space)
    assert states(services) == {AgreementState.OPEN}
    assert not agreements(page)[0].said().struck


def test_a_tick_that_was_refused_is_gone_and_said(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    agree(services, trajectory_id, ("first", None))
    show_page(page)
    (row,) = services.conversations.agreements_of(trajectory_id)
    services.conversations.settle(row, AgreementState.DROPPED)
    services.conversations.settle(services.conversations.agreements_of(trajectory_id)[0], AgreementState.OPEN)
    click(agreements(page)[0].tick)
    assert page.view.trouble.isVisible()
    assert not agreements(page)[0].tick.isChecked()


def test_the_menu_of_an_agreement_lets_it_go_on_or_go(
    page: TodayPage, services: Services, clock: FixedClock, trajectory_id: uuid.UUID
) -> None:
    agree(services, trajectory_id, ("first", date(2026, 1, 20)))
    plan(services, trajectory_id, NOW + timedelta(days=5))
    show_page(page)
    (line,) = agreements(page)
    assert line.chip is not None
    click(line.more)
    choose(page.agreements.menu, "Until the next conversation")
    (line,) = agreements(page)
    assert line.chip is None
    assert line.said().state == "by 27 Jan"
    assert line.more.hasFocus()
    click(line.more)
    choose(page.agreements.menu, "Let go")
    assert agreements(page)[0].said().under == "Łukasz, let go"
    assert states(services) == {AgreementState.DROPPED}
    clock.pass_time(minutes=5)
    click(agreements(page)[0].more)
    choose(page.agreements.menu, "Open again")
    assert states(services) == {AgreementState.OPEN}
    services.history.undo()
    assert states(services) == {AgreementState.DROPPED}


def test_another_day_is_chosen_in_a_dialog(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    agree(services, trajectory_id, ("first", date(2026, 1, 20)))
    show_page(page)
    click(agreements(page)[0].more)
    choose(page.agreements.menu, "Another day")
    (dialog,) = page.findChildren(AgreementDialog)
    assert dialog.day.hasFocus()
    dialog.day.set_value(date(2026, 3, 2))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert agreements(page)[0].said().state == "by 2 Mar"


def test_all_agreements_are_a_page_of_their_own(
    page: TodayPage, requests: Requests, trajectory_id: uuid.UUID
) -> None:
    show_page(page)
    click(page.view.all_agreements)
    assert requests == [("agreements", {})]


def test_a_planned_talk_has_a_menu_with_what_became_of_it(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID, soon: ConversationRow
) -> None:
    row = plan(services, trajectory_id, NOW + timedelta(hours=2))
    show_page(page)
    (line,) = talks(page)
    assert line.button.text() == "Start"
    assert line.more is not None
    for text in ("It took place", "Did not go ahead", "Move", "Show in the agenda"):
        click(line.more)
        choose(page.doing.menu, text)
    assert requests == [
        ("hold_dialog", {"trajectory_id": trajectory_id, "conversation": row}),
        ("not_held_dialog", {"conversation_id": row.id}),
        ("plan_dialog", {"trajectory_id": trajectory_id, "conversation": row}),
        ("agenda", {"conversation_id": row.id}),
    ]


def test_a_talk_with_a_new_date_says_it_and_is_not_planned_again(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID, soon: ConversationRow
) -> None:
    missed = plan(services, trajectory_id, NOW - timedelta(days=2))
    services.conversations.mark_not_held(
        missed, cause=NotHeldCause.WORKPLACE, again_at=NOW + timedelta(days=5)
    )
    show_page(page)
    line = talks(page)[0]
    assert (line.said().state, line.button.text()) == ("not held (workplace), new date: 27 Jan", "Look")


def test_a_talk_without_a_new_date_stands_still_to_plan_until_it_has_one(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID, soon: ConversationRow
) -> None:
    services.conversations.hold(plan(services, trajectory_id, NOW - timedelta(days=10)), summary="x")
    missed = plan(services, trajectory_id, NOW - timedelta(days=8))
    services.conversations.mark_not_held(missed, cause=NotHeldCause.STUDENT)
    show_page(page)
    (line,) = page.view.to_plan.lines()
    assert isinstance(line, ToPlanLine)
    assert line.said().under == "Weekly coaching conversation, 14 January did not go ahead (student)"
    click(line.button)
    assert requests == [("plan_dialog", instead_of(missed))]
    plan(services, trajectory_id, NOW + timedelta(days=3))
    page.refresh()
    assert not page.view.to_plan.isVisible()


def test_a_round_offers_the_own_sheet_then_a_reminder_then_looking_together(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = add_round(services, trajectory_id)
    mark_ready(services, round_id, Perspective.STUDENT)
    show_page(page)
    assert page.view.rounds.heading.title.text() == "Round 1"
    (line,) = rounds(page)
    assert line.said().under == "waiting for you and Nadège (institute)"
    click(line.button)
    mark_ready(services, round_id, Perspective.WORKPLACE)
    page.refresh()
    (line,) = rounds(page)
    assert (line.said().under, line.button.text()) == ("waiting for Nadège (institute)", "Remind")
    mark_ready(services, round_id, Perspective.INSTITUTE)
    page.refresh()
    (line,) = rounds(page)
    assert line.said().under == "all three ready"
    click(line.button)
    assert requests == [
        (
            "score_sheet",
            {
                "round_id": round_id,
                "perspective": Perspective.WORKPLACE,
                "strand": Strand.STUDENT_PART,
            },
        ),
        ("student", {"trajectory_id": trajectory_id, "tab": "evaluations"}),
    ]
    # The one act of R5: whoever comes later finds it done.
    page.refresh()
    assert rounds(page)[0].button.text() == "Look"
    assert services.growth.of_student(trajectory_id, strand=Strand.STUDENT_PART).rounds[0].hidden == set()


def test_a_reminder_is_copied_and_sends_and_names_nobody_else(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = add_round(services, trajectory_id, held_on=date(2026, 1, 27))
    mark_ready(services, round_id, Perspective.STUDENT, Perspective.WORKPLACE)
    show_page(page)
    click(rounds(page)[0].button)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Hello Nadège,")
    assert "Tuesday 27 January" in text
    assert text.endswith("Griet")
    assert "Łukasz" not in text
    assert "Wójcik" not in text
    assert rounds(page)[0].said().under == "Text copied: paste it into your message."
    assert requests == []


def test_rounds_of_several_numbers_say_which(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    add_round(services, trajectory_id, number=2)
    add_round(services, add_student(services, name=HANH), number=1)
    show_page(page)
    assert page.view.rounds.heading.title.text() == "Rounds"
    assert {line.said().under.partition(",")[0] for line in rounds(page)} == {"Round 1", "Round 2"}


def test_who_was_not_spoken_to_is_offered_a_talk(
    page: TodayPage, requests: Requests, services: Services, trajectory_id: uuid.UUID
) -> None:
    services.conversations.hold(plan(services, trajectory_id, NOW - timedelta(weeks=7)), summary="")
    missed = plan(services, trajectory_id, NOW - timedelta(weeks=5))
    services.conversations.mark_not_held(missed, cause=NotHeldCause.WORKPLACE)
    show_page(page)
    (line,) = silent(page)
    assert line.said().under == (
        "Last conversation on 4 December, 7 weeks ago. 18 December did not go ahead (workplace)."
    )
    click(line.button)
    assert requests == [("plan_dialog", instead_of(missed))]


def test_the_number_of_weeks_is_chosen_and_found_again(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID
) -> None:
    services.conversations.hold(plan(services, trajectory_id, NOW - timedelta(weeks=5)), summary="")
    kept: dict[str, str] = {}
    page.remember_requested.connect(kept.__setitem__)
    page.recall(kept.get)
    show_page(page)
    assert len(silent(page)) == 1
    page.view.weeks.setFocus()
    QTest.keyClick(page.view.weeks, Qt.Key.Key_Down)
    assert silent(page) == []
    assert page.view.not_spoken.nothing.text() == "You spoke to everybody in the last 6 weeks."
    assert page.view.weeks.hasFocus()
    other = TodayPage()
    other.set_services(services)
    other.recall(kept.get)
    show_page(other)
    assert other.view.weeks.currentData() == 6
    other.deleteLater()


def test_the_card_of_the_day_is_put_away_until_tomorrow(
    page: TodayPage, clock: FixedClock, trajectory_id: uuid.UUID
) -> None:
    kept: dict[str, str] = {}
    page.remember_requested.connect(kept.__setitem__)
    show_page(page)
    assert page.view.tip_card.text.text()
    click(page.view.tip_card.not_now_button)
    assert not page.view.tip_card.isVisible()
    assert list(kept.values()) == ["2026-01-22"]
    page.refresh()
    assert not page.view.tip_card.isVisible()
    clock.pass_time(days=1)
    tick(page)
    assert page.view.tip_card.isVisible()


def test_the_focus_survives_a_change_elsewhere(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID, soon: ConversationRow
) -> None:
    plan(services, trajectory_id, NOW + timedelta(days=1))
    wanted = plan(services, trajectory_id, NOW + timedelta(days=2, hours=1))
    show_page(page)
    button = talks(page)[1].button
    button.setFocus()
    plan(services, trajectory_id, NOW + timedelta(days=1, hours=2))
    page.refresh()
    QApplication.processEvents()
    assert talks(page)[2].talk.id == wanted.id
    assert talks(page)[2].button.hasFocus()
    assert talks(page)[2].button is not button


def test_the_tab_key_goes_down_the_left_column_and_then_the_right(
    page: TodayPage, services: Services, trajectory_id: uuid.UUID, soon: ConversationRow
) -> None:
    plan(services, trajectory_id, NOW + timedelta(days=1))
    agree(services, trajectory_id, ("first", None))
    add_round(services, trajectory_id)
    for _ in range(2):
        show_page(page)
    order = [
        page.view.next_card.start_button,
        *(widget for line in talks(page) for widget in line.focus_widgets()),
        page.view.all_agreements,
        agreements(page)[0].tick,
        agreements(page)[0].more,
        rounds(page)[0].button,
        page.view.weeks,
        page.view.tip_card.not_now_button,
    ]
    for widget in order:
        assert widget.hasFocus(), widget.accessibleName() or widget.objectName()
        QTest.keyClick(widget, Qt.Key.Key_Tab)


@pytest.mark.parametrize(("width", "scale"), [(1278, 1.0), (1278, 1.5), (822, 1.0), (640, 1.25)])
def test_nothing_is_clipped_or_nameless_however_wide(
    page: TodayPage, services: Services, qapp: QApplication, width: int, scale: float
) -> None:
    long = "Maximiliaan-Alexander Vandenbroucke-De Keersmaecker van den Eynde"
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    trajectory_id = add_student(services, name=long)
    trialogue = plan(services, trajectory_id, NOW + timedelta(minutes=15), key="midterm_trialogue")
    add_round(services, trajectory_id, conversation_id=trialogue.id)
    plan(services, trajectory_id, NOW + timedelta(days=1), key="midterm_trialogue")
    agree(services, trajectory_id, (f"{long} bellen. " * 4, date(2026, 1, 2)))
    wide = TodayPage()
    wide.set_services(services)
    show_page(wide, width=width, height=600)
    try:
        assert clipped_in(wide) == []
        assert nameless_in(wide) == []
        for section in (wide.view.talks, wide.view.agreements, wide.view.rounds, wide.view.not_spoken):
            for line in section.lines():
                assert line.height() >= line.heightForWidth(line.width())
                assert long in line.accessibleName()
    finally:
        wide.deleteLater()
