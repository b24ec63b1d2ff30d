"""What belongs to a whole year of talks: who takes part, what is said, and the hands that a year needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget

from tests import factory
from tests.reports.reading import pages_of
from tests.ui.hands import dialog, settle
from tests.ui.whole_job import Control, Job, Key
from wpl_desktop.domain.series import Scope
from wpl_desktop.ui.agenda.agenda_page import AgendaPage
from wpl_desktop.ui.agenda.week_content import minute_of
from wpl_desktop.ui.agenda.week_view import WeekView
from wpl_desktop.ui.series_scope import ScopeDialog
from wpl_desktop.ui.sheet_printing import SheetDialog

Found = TypeVar("Found", bound=QWidget)

STUDENTS: Final = ("Yasmine El Idrissi", "Femke Dierckx", "Nguyễn Thị Hạnh", "Łukasz Wójcik")
#: The first days of school; the students come on Mondays, Tuesdays and Thursdays.
FIRST_WEEK: Final = datetime(2025, 9, 3, 16)  # noqa: DTZ001  (a wall clock has no zone)
#: The agenda begins with how it goes; what comes after it is a note of the coach.
WELLBEING: Final = "Slaapt slecht en zegt dat liever niet hardop"
NOTE: Final = "Wil vrijdag zelf de kring openen"
AGREEMENT: Final = "Het bordplan vooraf tonen"
SECOND_AGREEMENT: Final = "Een les laten meekijken"
TAKE_AWAYS: Final = ("Ik vraag eerder hulp", "Mijn timing maak ik zichtbaar")
FACTS: Final = "Drie keer zonder voorbereiding, op 6, 13 en 20 oktober"
GOAL: Final = "Elke les een voorbereiding, de avond ervoor gedeeld"
_A_WHILE: Final = 20
_TRIES: Final = 200
_MOST_TABS: Final = 40


def make_four_students(job: Job) -> None:
    """A closed profile at the start of a school year."""
    job.clock.moment = FIRST_WEEK
    _, services = factory.make_profile(job.data_dir, clock=job.clock, language=job.spoken)
    for name in STUDENTS:
        factory.add_student(services, name=name, weekdays=(1, 2, 4))
    services.close()


def at(job: Job, moment: str) -> None:
    """Let time go on up to this moment; it never goes back."""
    wanted = datetime.fromisoformat(moment)
    assert wanted > job.clock.moment
    job.clock.moment = wanted


def back_to(job: Job, target: QWidget) -> None:
    """Press Shift+Tab until `target` has the focus."""
    for _ in range(_MOST_TABS):
        if target.hasFocus():
            return
        job.hands.press(Key.Key_Backtab)
    message = f"{target.accessibleName()} cannot be reached by Shift+Tab"
    raise AssertionError(message)


def take(job: Job, box: QComboBox, number: int) -> None:
    """Choose a line of a list by keys."""
    job.hands.tab_to(box)
    job.hands.press(*[Key.Key_Up] * box.currentIndex(), *[Key.Key_Down] * number)
    assert box.currentIndex() == number


def take_words(job: Job, box: QComboBox, words: str) -> None:
    """Choose the line of a list that begins with these words."""
    lines = [box.itemText(number) for number in range(box.count())]
    take(job, box, next(number for number, line in enumerate(lines) if line.startswith(words)))


def answering(job: Job, scope: Scope, act: Callable[[], object]) -> None:
    """Do what asks how much of a series is meant, and answer by its digit."""
    said: list[Scope | None] = []

    def answer(tries: int = _TRIES) -> None:
        shown = cast("QWidget | None", QApplication.activeModalWidget())
        if isinstance(shown, ScopeDialog) and shown.isVisible():
            settle()
            job.hands.press(str(list(Scope).index(scope) + 1))
            said.append(shown.scope)
            # A question that nobody answers would wait for ever.
            shown.reject()
        elif tries:
            QTimer.singleShot(_A_WHILE, lambda: answer(tries - 1))

    QTimer.singleShot(0, answer)
    act()
    settle()
    assert said == [scope]


def place_of(week: WeekView, moment: datetime) -> QPoint:
    """Where a moment is on the screen."""
    places = week.places()
    day = (moment.date() - week.content.days[0]).days
    x = places.frame.x(day) + places.frame.day_width / 2
    y = places.frame.y(minute_of(moment)) + places.head - week.verticalScrollBar().value()
    return QPointF(x, y + 3).toPoint()


def drag(week: WeekView, start: datetime, end: datetime) -> None:
    """Press on a moment, go to another in steps, and let go."""
    viewport = week.viewport()
    begin, finish = place_of(week, start), place_of(week, end)
    for point in (begin, finish):
        assert viewport.rect().contains(point), "one has to scroll to see it"
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    for part in range(1, 5):
        QTest.mouseMove(viewport, begin + (finish - begin) * part / 4)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=finish)


def double_click(week: WeekView, moment: datetime) -> None:
    """Double-click on a moment."""
    point = place_of(week, moment)
    assert week.viewport().rect().contains(point), "one has to scroll to see it"
    QTest.mouseDClick(week.viewport(), Qt.MouseButton.LeftButton, pos=point)


def agenda(job: Job) -> AgendaPage:
    """The agenda, from its place in the rail."""
    job.go_to(3)
    return job.page(AgendaPage)


def starts_shown(page: AgendaPage, name: str) -> list[datetime]:
    """When the talks with one student are, in the week that is shown."""
    return [block.starts_at for block in page.view.week.content.blocks if name in _names(block)]


def _names(block: Any) -> str:
    return " ".join(str(one) for one in (block.name, *block.students))


def save_sheet(job: Job, target: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Save the sheet that is offered, close its dialog, and give the words of the PDF."""
    form = dialog(SheetDialog)
    job.wait(form.save_button.isEnabled)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    job.hands.click(form.save_button)
    job.wait(lambda: str(target) in form.said())
    job.hands.press(Key.Key_Escape)
    return " ".join(" ".join(pages_of(target.read_bytes())).split())


def read_by_others(data: bytes) -> list[tuple[str, datetime, str]]:
    """Uid, local start and state of every talk in a calendar file, as two programs that are not ours read it."""
    (found,) = vobject.readComponents(data.decode())
    by_vobject = sorted(
        (event.uid.value, event.dtstart.value.replace(tzinfo=None), event.status.value)
        for event in found.vevent_list
    )
    by_ical = sorted(
        (event.uid, cast("datetime", event.dtstart).replace(tzinfo=None), event.status)
        for event in IcsCalendarStream.calendar_from_ics(data.decode()).events
    )
    assert by_vobject == by_ical
    return by_vobject


def confirm(job: Job) -> None:
    """Ctrl+Enter: do what the dialog is for."""
    job.hands.press(Key.Key_Return, held=Control)
