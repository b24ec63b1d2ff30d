"""A year of talks as a mentor has it: planned, moved, held, missed, agreed, printed, exported, and the next year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE
from tests.ui.hands import dialog, settle
from tests.ui.reading import painted_in
from tests.ui.whole_job import RESOURCES, Control, Job, Key
from tests.ui.whole_round import said
from tests.ui.whole_year import (
    AGREEMENT,
    FACTS,
    GOAL,
    NOTE,
    SECOND_AGREEMENT,
    STUDENTS,
    TAKE_AWAYS,
    WELLBEING,
    agenda,
    answering,
    at,
    back_to,
    confirm,
    double_click,
    drag,
    make_four_students,
    read_by_others,
    save_sheet,
    starts_shown,
    take,
    take_words,
)
from wpl_desktop import app
from wpl_desktop.domain.series import Scope
from wpl_desktop.ui import language
from wpl_desktop.ui.agenda.agenda_page import AgendaPage
from wpl_desktop.ui.agreements.agreements_page import AgreementsPage
from wpl_desktop.ui.calendar_saving import CalendarDialog
from wpl_desktop.ui.conversation.not_held_dialog import NotHeldDialog
from wpl_desktop.ui.conversation.plan_dialog import PlanDialog
from wpl_desktop.ui.growth_plan.growth_plan_page import GrowthPlanPage
from wpl_desktop.ui.school_year.new_year_dialog import NewYearDialog
from wpl_desktop.ui.school_year.period_dialog import PeriodDialog
from wpl_desktop.ui.school_year.school_year_page import SchoolYearPage

THURSDAY = datetime(2025, 9, 4, 15, 45)  # noqa: DTZ001  (planned times are local)


@pytest.fixture(params=["nl", pytest.param("en", marks=pytest.mark.long)])
def job(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Job]:
    started = Job(qtbot, folder=tmp_path, spoken=str(request.param), prepare=make_four_students)
    started.unlock()
    yield started
    started.end()
    language.install("en", resources=RESOURCES)
    language.set_words({})


def test_a_year_of_talks(
    job: Job, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_examinations(job)
    plan_the_year(job)
    move_in_the_agenda(job)
    hold_one(job, monkeypatch)
    say_what_became_of_it(job)
    miss_one(job)
    hold_a_return_day(job)
    make_a_growth_plan(job, monkeypatch)
    settle_on_the_board(job)
    take_into_a_calendar(job, monkeypatch, capsys)
    lock_and_look(job)
    begin_the_next_year(job)


def add_examinations(job: Job) -> None:
    """The school year is looked at, and the institute's examinations come into it: no talks on those days."""
    hands = job.hands
    hands.press(Key.Key_Comma, held=Control)
    hands.tab_to(job.settings().year.open_button)
    hands.press(Key.Key_Space)
    page = job.page(SchoolYearPage)
    assert job.reads("2025-26")
    assert len(page.school.periods()) > 5
    hands.tab_to(page.academic.add_button)
    hands.press(Key.Key_Space)
    form = dialog(PeriodDialog)
    take(job, form.kind, 1)
    hands.tab_to(form.starts_on)
    hands.type("12012026")
    hands.tab_to(form.ends_on)
    hands.type("30012026")
    assert (form.starts_on.value(), form.ends_on.value()) == (date(2026, 1, 12), date(2026, 1, 30))
    confirm(job)
    assert (date(2026, 1, 12), date(2026, 1, 30)) in [
        (period.starts_on, period.ends_on) for period in job.page(SchoolYearPage).academic.periods()
    ]


def plan_the_year(job: Job) -> None:
    """Every week with each of the four, one after the other, in one dialog and by keys."""
    hands = job.hands
    job.go_to(1)
    hands.press(Key.Key_N, held=Control)
    form = dialog(PlanDialog)
    assert form.when.starts_at() == THURSDAY
    for chip in form.others.chips():
        hands.tab_to(chip)
        hands.press(Key.Key_Space)
    hands.tab_to(form.repeat.often)
    hands.press(Key.Key_Down)
    job.wait(lambda: form.days.isVisible() and bool(form.days.months()))
    hands.press(Key.Key_Return)
    assert hands.clicks == 0
    page = agenda(job)
    for name in STUDENTS:
        assert len(starts_shown(page, name.split()[0])) == 1
    # In the week of the examinations there is nobody.
    at_week_of(job, date(2026, 1, 15))
    assert page.view.week.content.blocks == ()


def at_week_of(job: Job, day: date) -> None:
    """Turn the pages of the agenda up to a week."""
    page = agenda(job)
    week = page.view.week
    job.hands.tab_to(week)
    while day not in week.content.days and day > week.content.days[0]:
        job.hands.press(Key.Key_PageDown)
    while day not in week.content.days:
        job.hands.press(Key.Key_PageUp)


def move_in_the_agenda(job: Job) -> None:
    """One alone by dragging, then one with all later ones by keys; what was done last is taken back."""
    hands = job.hands
    at_week_of(job, date(2025, 9, 18))
    week = agenda(job).view.week
    planned = starts(job)
    tuesday = datetime(2025, 9, 16, 14, 0)  # noqa: DTZ001
    answering(job, Scope.ONE, lambda: drag(week, planned[0], tuesday))
    assert starts(job) == sorted([tuesday, *planned[1:]])
    hands.press(Key.Key_Home, Key.Key_M, Key.Key_Left, *[Key.Key_Down] * 4)
    answering(job, Scope.LATER, lambda: hands.press(Key.Key_Return))
    monday = datetime(2025, 9, 15, 15, 0)  # noqa: DTZ001
    assert starts(job) == sorted([monday, *planned[1:]])
    hands.press(Key.Key_PageDown)
    assert starts(job)[0] == monday + timedelta(weeks=1)
    hands.press(Key.Key_Z, held=Control)
    assert starts(job) == [moment + timedelta(weeks=1) for moment in planned]
    hands.press(Key.Key_PageUp)
    assert starts(job) == sorted([tuesday, *planned[1:]])


def starts(job: Job) -> list[datetime]:
    """When there are talks in the week that is shown."""
    return sorted(block.starts_at for block in job.page(AgendaPage).view.week.content.blocks)


def hold_one(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one of the year: its clock, a note, an agreement, rounded off, and the minutes without the note."""
    hands = job.hands
    at(job, "2025-09-04T15:45")
    open_at_edge(job, THURSDAY.date(), Key.Key_Home)
    page = job.conversation()
    hands.press(Key.Key_F8)
    hands.type(WELLBEING)
    hands.press(Key.Key_Return, held=Control)
    hands.type(NOTE)
    job.clock.pass_time(minutes=12)
    hands.press(Key.Key_F8)
    assert page.strip.face.text() == "18:00"
    hands.tab_to(page.parts.made.quick.what)
    hands.type(AGREEMENT)
    hands.press(Key.Key_Return)
    hands.click(page.bar.held)
    assert page.bar.state.text() == job.words.held
    hands.click(page.bar.print)
    read = save_sheet(job, job.folder / "minutes.pdf", monkeypatch)
    for words in (STUDENTS[1], AGREEMENT):
        assert words in read
    for words in (NOTE, WELLBEING):
        assert "".join(words.split()) not in "".join(read.split())


def open_at_edge(job: Job, day: date, edge: Key) -> None:
    """Go into the first or the last talk of a week, from the agenda and by keys."""
    at_week_of(job, day)
    job.hands.press(edge, Key.Key_O)
    assert job.conversation().isVisible()


def say_what_became_of_it(job: Job) -> None:
    """A week later it stands there first, and the talk is not rounded off before it was said."""
    hands = job.hands
    at(job, "2025-09-11T15:45")
    open_at_edge(job, date(2025, 9, 11), Key.Key_Home)
    page = job.conversation()
    assert page.title() == STUDENTS[1]
    assert job.reads(AGREEMENT)
    hands.click(page.bar.held)
    assert page.bar.state.isHidden()
    assert page.parts.earlier.missing()
    assert page.bar.held.text() != said("TalkBar", "Round off")
    hands.click(page.parts.earlier.all_go_on)
    hands.tab_to(page.parts.made.quick.what)
    hands.type(SECOND_AGREEMENT)
    hands.press(Key.Key_Return)
    hands.click(page.bar.held)
    assert page.bar.state.text() == job.words.held


def miss_one(job: Job) -> None:
    """The last one of that day did not go ahead; it gets a new date in the same step, and counts no guilt."""
    hands = job.hands
    open_at_edge(job, date(2025, 9, 11), Key.Key_End)
    page = job.conversation()
    hands.click(page.bar.not_held)
    form = dialog(NotHeldDialog)
    hands.press("1")
    hands.tab_to(form.again)
    hands.press(Key.Key_Down)
    again = form.again.value()
    assert isinstance(again, datetime)
    confirm(job)
    assert job.conversation().bar.state.text().split(":")[0] == job.words.not_held.split(":")[0]
    at_week_of(job, again.date())
    assert again in starts(job)


def hold_a_return_day(job: Job) -> None:
    """All four together: each one's own take-away, by keys, and nobody else's."""
    hands = job.hands
    at(job, "2025-10-02T09:00")
    job.go_to(1)
    hands.press(Key.Key_N, held=Control)
    form = dialog(PlanDialog)
    take_words(job, form.type_box, said("Vocabulary", "{Return_day}"))
    assert form.others.is_together()
    assert len(form.others.chosen()) == len(STUDENTS) - 1
    hands.tab_to(form.time)
    hands.type("0900")
    moment = form.when.starts_at()
    confirm(job)
    open_by_mouse(job, moment)
    at(job, (moment + timedelta(hours=5)).isoformat())
    page = job.conversation()
    page.refresh()
    for words in TAKE_AWAYS:
        hands.type(words)
        hands.press(Key.Key_PageDown, held=Control)
    assert [bool(chip.accessibleDescription()) for chip in page.parts.group.chips()] == [
        True,
        True,
        False,
        False,
    ]
    assert not job.reads(TAKE_AWAYS[0])
    hands.click(page.bar.held)
    assert page.bar.state.text() == job.words.held


def open_by_mouse(job: Job, moment: datetime) -> None:
    """Double-click on a talk in the agenda."""
    at_week_of(job, moment.date())
    double_click(agenda(job).view.week, moment)
    settle()
    assert job.conversation().isVisible()


def make_a_growth_plan(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """A concern talk is called *conversation* in the agenda; its growth plan has a print of its own."""
    hands = job.hands
    at(job, "2025-10-20T09:00")
    job.go_to(1)
    hands.press(Key.Key_N, held=Control)
    form = dialog(PlanDialog)
    take_words(job, form.type_box, {"nl": "Zorggesprek", "en": "Concern"}[job.spoken])
    hands.tab_to(form.time)
    hands.type("1000")
    moment = form.when.starts_at()
    confirm(job)
    at_week_of(job, moment.date())
    (block,) = [one for one in agenda(job).view.week.content.blocks if one.starts_at == moment]
    assert block.name[job.spoken] == {"nl": "gesprek", "en": "conversation"}[job.spoken]
    open_by_mouse(job, moment)
    hands.click(job.conversation().bar.growth_plan)
    page = job.page(GrowthPlanPage)
    hands.press(Key.Key_Space)
    hands.type(FACTS)
    assert page.form is not None
    hands.tab_to(page.form.add_goal)
    hands.press(Key.Key_Space)
    hands.type(GOAL)
    hands.tab_to(page.form.told.tick)
    hands.press(Key.Key_Space)
    back_to(job, page.head.print_button)
    hands.press(Key.Key_Space)
    read = "".join(save_sheet(job, job.folder / "plan.pdf", monkeypatch).split())
    for words in (FACTS, GOAL):
        assert "".join(words.split()) in read


def settle_on_the_board(job: Job) -> None:
    """Everything that was agreed and is open, of everybody; one is done."""
    hands = job.hands
    hands.click(agenda(job).view.tools.agreements)
    page = job.page(AgreementsPage)
    for words in (AGREEMENT, SECOND_AGREEMENT):
        assert words in "\n".join(painted_in(page.table))
    hands.press("1")


def take_into_a_calendar(
    job: Job, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the window, and once it is closed from the command line: the same file, which others read."""
    target, again = job.folder / "window.ics", job.folder / "line.ics"
    job.hands.click(agenda(job).view.tools.file)
    form = dialog(CalendarDialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    confirm(job)
    job.wait(lambda: bool(form.said()))
    job.hands.press(Key.Key_Escape)
    job.close()
    monkeypatch.setenv("WPL_PASSPHRASE", PASSPHRASE)
    capsys.readouterr()
    code = app.main(["--data-dir", str(job.data_dir), "--lang", job.spoken, "calendar", "--out", str(again)])
    assert (code, capsys.readouterr().out) == (0, f"{again}\n")
    assert again.read_bytes() == target.read_bytes()
    found = read_by_others(target.read_bytes())
    assert len({uid for uid, _, _ in found}) == len(found) > 100
    # Winter and summer time alike.
    assert {start.time() for _, start, _ in found if start.month in (11, 4)} <= {
        start.time() for _, start, _ in found if start.month == 10
    }
    text = target.read_text(encoding="utf-8")
    assert [word for name in STUDENTS for word in name.split() if word in text] == []
    job.start()
    job.unlock()


def lock_and_look(job: Job) -> None:
    """After a lock everything is there."""
    job.lock()
    assert not job.reads(STUDENTS[1])
    job.unlock()
    job.find("kring")
    assert job.conversation().title() == STUDENTS[1]
    assert job.reads(NOTE)


def begin_the_next_year(job: Job) -> None:
    """Everybody goes on; the calendar is that of the new year, and one step takes it all back."""
    hands = job.hands
    at(job, "2026-08-24T09:00")
    hands.press(Key.Key_Comma, held=Control)
    hands.tab_to(job.settings().year.open_button)
    hands.press(Key.Key_Space)
    hands.tab_to(job.page(SchoolYearPage).new_year_button)
    hands.press(Key.Key_Space)
    form = dialog(NewYearDialog)
    hands.click(form.all_on)
    confirm(job)
    assert job.page(SchoolYearPage).subtitle() == "2026-27"
    job.go_to(2)
    assert job.students().table.model().rowCount() == len(STUDENTS)
