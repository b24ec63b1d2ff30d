"""Measures the agenda with 5,000 talks: a week painted, a talk moved, the list scrolled, beside Qt's own views."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStringListModel
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QListView

from tests import factory
from wpl_desktop.domain.conversations import Conversation, ConversationParticipant
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.talk_plans import plan_ground
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.agenda.agenda_page import AgendaPage
from wpl_desktop.ui.agenda.week_view import WeekView

PROJECT = Path(__file__).parents[1]
TALKS = 5_000
STUDENTS = 40
#: So many of them are in the one full week.
FULL_WEEK = 400
ROUNDS = 25
LIMITS = {
    "usual week painted": 30.0,
    "full week painted": 30.0,
    "moving one": 20.0,
    "list scrolled": 16.0,
}


def milliseconds(action: Callable[[], object]) -> float:
    """How long an action takes; what was asked for before it is done first."""
    QCoreApplication.processEvents()
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def fill(services: Services, *, first: datetime) -> list[uuid.UUID]:
    """Plan the talks, most of them over a year and many of them in one week; gives ids of the usual ones."""
    students = [factory.add_student(services, name=f"Student Nummer{number}") for number in range(STUDENTS)]
    kind = next(kind for kind in services.conversations.types() if kind.key == "coaching_conversation")
    with services.database.transaction() as session:
        grounds = {student: plan_ground(session, [student], kind.id) for student in students}
        talks: list[Conversation] = []
        for number in range(TALKS):
            full = number < FULL_WEEK
            day = first + timedelta(days=number % 5 if full else 7 + number % 250)
            starts_at = day.replace(hour=8 + number % 9, minute=number // 9 % 4 * 15)
            talks.append(
                Conversation(
                    trajectory_id=students[number % STUDENTS],
                    type_id=kind.id,
                    hat=kind.hat,
                    starts_at=starts_at,
                    minutes=30,
                )
            )
        session.add_all(talks)
        session.flush()
        for talk in talks:
            ((_, person),) = grounds[talk.trajectory_id].students
            session.add(ConversationParticipant(conversation_id=talk.id, person_id=person.id))
        return [talk.id for talk in talks[FULL_WEEK : FULL_WEEK + ROUNDS]]


def graphics_week(week: WeekView) -> QGraphicsView:
    """The same blocks as items of Qt's graphics view."""
    scene = QGraphicsScene()
    for place in week.places().placed:
        scene.addRect(place.rect, brush=QColor("#DDF0F0"))
        block = week.blocks[place.key]
        text = scene.addText(", ".join(block.students))
        text.setPos(place.rect.topLeft())
    view = QGraphicsView(scene)
    # The view does not keep its scene.
    scene.setParent(view)
    view.resize(week.size())
    view.show()
    return view


def plain_list(count: int) -> QListView:
    """As many lines in Qt's own list, all of them in memory."""
    view = QListView()
    view.setModel(QStringListModel([f"Student Nummer{number}, coaching, 15:45" for number in range(count)]))
    view.setUniformItemSizes(True)
    view.resize(902, 600)
    view.show()
    return view


def measure(
    services: Services, page: AgendaPage, ids: list[uuid.UUID], *, first: datetime
) -> dict[str, list[float]]:
    """Every action in turn, so that all of them meet the same moments of the machine."""
    times: dict[str, list[float]] = {}

    def note(name: str, action: Callable[[], object]) -> None:
        times.setdefault(name, []).append(milliseconds(action))

    week, rows = page.view.week, page.view.list.list
    page.open(view="week", day=first.date())
    peer = graphics_week(week)
    page.open(view="list")
    listed = plain_list(rows.count())
    step = 0
    for number in range(ROUNDS):
        page.open(view="week", day=first.date())
        note("full week painted", week.viewport().grab)
        note("full week as QGraphicsView", peer.viewport().grab)
        page.open(view="week", day=(first + timedelta(days=14)).date())
        note("usual week painted", week.viewport().grab)
        note("another week read and painted", lambda: page.open(day=(first + timedelta(days=21)).date()))
        found = services.agenda.detail(ids[number])
        if found is None:
            message = "a talk went away"
            raise RuntimeError(message)
        moment = found.talk.starts_at + timedelta(minutes=15)
        version, key = found.version, ids[number]
        note(
            "moving one",
            lambda key=key, version=version, moment=moment: services.series.reschedule(
                key, version=version, starts_at=moment, minutes=30, origin=page
            ),
        )
        page.open(view="list")
        step = (step + 7) % (rows.verticalScrollBar().maximum() // 500)
        for part in range(4):
            value = step * 500 + part * 120
            note(
                "list scrolled",
                lambda value=value: (rows.verticalScrollBar().setValue(value), rows.viewport().grab()),
            )
            note(
                "QListView scrolled",
                lambda value=value: (listed.verticalScrollBar().setValue(value), listed.viewport().grab()),
            )
    peer.close()
    listed.close()
    return times


def main() -> int:
    """Print the median and the worst of each and the ratios; 1 when a median is over its limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    theme.install(application, resources=PROJECT / "resources", scheme="light", text_scale=1.0)
    language.install("nl", resources=PROJECT / "resources")
    first = datetime(2025, 9, 1)  # noqa: DTZ001  (planned times are local; a Monday)
    with tempfile.TemporaryDirectory() as folder:
        services = factory.make_services(Path(folder))
        language.set_words(services.profile.values().words("nl"))
        ids = fill(services, first=first)
        page = AgendaPage()
        page.set_services(services)
        page.resize(1278, 684)
        page.show()
        page.open(day=first.date())
        times = measure(services, page, ids, first=first)
        page.close()
        services.close()
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(f"{name}: median {medians[name]:.1f} ms, worst {max(values):.1f} ms")
    print(f"week / QGraphicsView: {medians['full week painted'] / medians['full week as QGraphicsView']:.2f}")
    print(f"list / QListView: {medians['list scrolled'] / medians['QListView scrolled']:.2f}")
    return int(any(medians[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    raise SystemExit(main())
