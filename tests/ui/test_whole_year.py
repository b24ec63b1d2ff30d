"""A year of talks as a mentor has it: planned, moved, held, missed, agreed, printed, exported, and the next year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE
from tests.ui.hands import dialog, settle, shown_words, top
from tests.ui.whole_job import RESOURCES, Alt, Control, Job, Key
from tests.ui.whole_round import said
from tests.ui.whole_year import (
    AGREEMENT,
    FACTS,
    GOAL,
    NOTE,
    SECOND_AGREEMENT,
    STUDENTS,
    TAKE_AWAYS,
    agenda,
    answering,
    at,
    confirm,
    drag,
    make_four_students,
    read_by_others,
    save_sheet,
    starts_shown,
    take,
    take_words,
)
from wpl_desktop import app
from wpl_desktop.domain.conversations import AgreementOutcome
from wpl_desktop.domain.series import Scope
from wpl_desktop.ui import language
from wpl_desktop.ui.agreements.agreements_page import AgreementsPage
from wpl_desktop.ui.calendar_saving import CalendarDialog
from wpl_desktop.ui.conversation.not_held_dialog import NotHeldDialog
from wpl_desktop.ui.conversation.plan_dialog import PlanDialog
from wpl_desktop.ui.growth_plan.growth_plan_page import GrowthPlanPage
from wpl_desktop.ui.school_year.new_year_dialog import NewYearDialog
from wpl_desktop.ui.school_year.period_dialog import PeriodDialog
from wpl_desktop.ui.school_year.school_year_page import SchoolYearPage

FIRST, SECOND, THIRD, FOURTH = (name.split()[0] for name in STUDENTS)
THURSDAY = datetime(2025, 9, 4, 15, 45)  # noqa: DTZ001  (planned times are local)


@pytest.fixture(params=["nl", "en"])
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
    print("so far", shown_words())


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
    """One by dragging, one by keys with all later ones; both taken back, and the first done again."""
    hands = job.hands
    at_week_of(job, date(2025, 9, 18))
    page = agenda(job)
    week = page.view.week
    thursday = datetime(2025, 9, 18, 15, 45)  # noqa: DTZ001
    tuesday = datetime(2025, 9, 16, 14, 0)  # noqa: DTZ001
    before = list(week.content.blocks)
    name = before[0].students[0] if before[0].students else before[0].name
    print(before[0])
    answering(job, Scope.ONE, lambda: drag(week, thursday, tuesday))
    assert tuesday in [block.starts_at for block in week.content.blocks]
    hands.press(Key.Key_Z, held=Control)
    assert list(week.content.blocks) == before
