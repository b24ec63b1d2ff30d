"""Measures the pages a mentor lives in with 100 and with 1,000 students: painted, and how much they grow."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog

from wpl_desktop.domain.clock import SystemClock
from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.paths import DataDir
from wpl_desktop.services import open_profile
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.demo import make_demo
from wpl_desktop.services.profiles import DEMO_PASSPHRASE, profiles_in, unlock
from wpl_desktop.ui import language, theme, windows
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.hand_over_window import HandOverWindow
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.readiness import make_ready

PROJECT = Path(__file__).parents[1]
SIZES = (100, 1_000)
ROUNDS = 9
PAINTED = 100.0
GROWTH = 1.5
KEY = 50.0
ENTITIES = frozenset({"Person", "Trajectory", "Conversation", "Agreement", "Round", "Sheet", "Score"})


@dataclass
class Subject:
    """One size of profile with its window and the records that are opened."""

    services: Services
    window: MainWindow
    changes: Changes
    targets: Iterator[tuple[object, object, object]]
    #: Rounds that were put side by side, each time of another student.
    laid: Iterator[uuid.UUID]
    #: Planned talks as they are rounded off, each time of another student.
    planned: Iterator[ConversationRow]
    #: Rounds in which the student may still fill in a sheet here.
    open: Iterator[uuid.UUID]
    times: dict[str, list[float]] = field(default_factory=dict[str, list[float]])


def opened(stack: ExitStack, size: int, kept: Path | None) -> Services:
    """The services of a demo of this size: a copy of one made before, or a new one."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    if kept is not None and (kept / str(size)).is_dir():
        shutil.copytree(kept / str(size), folder, dirs_exist_ok=True)
        (entry,) = profiles_in(folder)
        services = open_profile(
            entry.folder,
            unlock(entry.folder, passphrase=DEMO_PASSPHRASE),
            clock=SystemClock(),
            backups=DataDir(folder).backups_of(entry.folder.name),
        )
    else:
        _, services = make_demo(folder, clock=SystemClock(), language="nl", students=size)
    stack.callback(services.close)
    return services


def targets(services: Services) -> Iterator[tuple[object, object, object]]:
    """A student, one of the rounds and one of the conversations, each time of another student."""
    choices = {choice.trajectory_id: choice.round_id for choice in services.reporting.choices()}
    while True:
        for trajectory_id, round_id in choices.items():
            yield trajectory_id, round_id, services.conversations.of_student(trajectory_id)[0].id


def laid_rounds(services: Services) -> Iterator[uuid.UUID]:
    """One round of each student that was put side by side."""
    final = {choice.trajectory_id: choice.round_id for choice in services.reporting.choices() if choice.final}
    return cycle(final.values())


def planned_talks(services: Services) -> Iterator[ConversationRow]:
    """One planned talk of each student that has one."""
    today = services.clock.local().date()
    blocks = services.agenda.span(today, today + timedelta(weeks=2))
    planned = {block.trajectory_id: block.id for block in blocks if block.state is ConversationState.PLANNED}
    return cycle(services.conversations.one(key) for key in islice(planned.values(), ROUNDS + 1))


def open_rounds(services: Services) -> Iterator[uuid.UUID]:
    """One round of each student for which the laptop can be handed over."""
    newest = {choice.trajectory_id: choice.round_id for choice in services.reporting.choices()}
    found = (
        round_id
        for round_id in newest.values()
        if services.hand_over.is_open_to(round_id, Perspective.STUDENT)
    )
    return cycle(islice(found, ROUNDS + 1))


def handed_over(subject: Subject, round_id: uuid.UUID) -> HandOverWindow:
    """The window that somebody else gets, at its first card."""
    view = subject.services.hand_over.view(round_id, Perspective.STUDENT)
    window = HandOverWindow(subject.services, view, now=subject.services.clock.local, demo=True)
    window.resize(1366, 768)
    window.show()
    return window


def timed(action: Callable[[], object]) -> float:
    """Milliseconds until an action is done and everything that it asked for is painted."""
    started = time.perf_counter()
    action()
    QCoreApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def rested(services: Services, window: MainWindow) -> list[float]:
    """Milliseconds of each step that the program takes while nobody uses it."""
    steps: list[float] = []
    started = time.perf_counter()
    for _ in make_ready(services, prepare=window.prepare):
        steps.append((time.perf_counter() - started) * 1000)
        QCoreApplication.processEvents()
        started = time.perf_counter()
    return steps


def measure(subject: Subject) -> None:
    """Go to every page once, each time from another page and with another student."""
    window = subject.window
    trajectory_id, round_id, conversation_id = next(subject.targets)
    steps: dict[str, Callable[[], object]] = {
        "Vandaag": lambda: window.show_page("today"),
        "Studenten": lambda: window.show_page("students"),
        "student: timeline": lambda: window.show_page("student", trajectory_id=trajectory_id, tab="timeline"),
        "student: evaluations": lambda: window.show_page(
            "student", trajectory_id=trajectory_id, tab="evaluations"
        ),
        "conversation": lambda: window.show_page("conversation", conversation_id=conversation_id),
        "score sheet": lambda: window.show_page(
            "score_sheet", round_id=round_id, perspective=Perspective.WORKPLACE
        ),
        "score sheet of the student": lambda: window.show_page(
            "score_sheet", round_id=next(subject.laid), perspective=Perspective.STUDENT
        ),
        "paper of the student": lambda: window.show_page(
            "paper_sheet", round_id=round_id, perspective=Perspective.STUDENT
        ),
        "paper of the institute": lambda: window.show_page(
            "paper_sheet", round_id=next(subject.laid), perspective=Perspective.INSTITUTE
        ),
        "side by side": lambda: window.show_page("side_by_side", round_id=next(subject.laid)),
        "agenda: week": lambda: window.show_page("agenda", view="week"),
        "agenda: month": lambda: window.show_page("agenda", view="month"),
        "agenda: list": lambda: window.show_page("agenda", view="list"),
        "agenda: a conversation": lambda: window.show_page(
            "agenda", view="week", conversation_id=conversation_id
        ),
        "agreements": lambda: window.show_page("agreements"),
        "growth plan": lambda: window.show_page("growth_plan", trajectory_id=trajectory_id),
        "school year": lambda: window.show_page("school_year"),
        "board": lambda: window.show_page("evaluations"),
        "round": lambda: window.show_page("round", round_id=round_id),
        "final round": lambda: window.show_page("round", round_id=next(subject.laid)),
        "criteria": lambda: window.show_page("criteria"),
        "printing": lambda: window.show_page("printing", round_id=round_id),
    }
    for name, step in steps.items():
        window.show_page("settings")
        # As after a change elsewhere: every page reads everything anew.
        subject.changes.announce(ENTITIES)
        QCoreApplication.processEvents()
        subject.times.setdefault(name, []).append(timed(step))
    talk = next(subject.planned)
    dialogs: dict[str, Callable[[], QDialog]] = {
        "planning": lambda: window.show_dialog("plan_dialog", trajectory_id=trajectory_id),
        "rounding off": lambda: window.show_dialog(
            "hold_dialog", trajectory_id=talk.trajectory_id, conversation=talk
        ),
    }
    for name, make in dialogs.items():
        shown: list[QDialog] = []
        taken = timed(lambda make=make, shown=shown: shown.append(make()))
        subject.times.setdefault(name, []).append(taken)
        windows.throw_away(shown[0])
    handed: list[HandOverWindow] = []
    open_id = next(subject.open)
    taken = timed(lambda: handed.append(handed_over(subject, open_id)))
    subject.times.setdefault("handed over: first card", []).append(taken)
    page = handed[0].page
    taken = timed(lambda: page.show_step(page.own))
    subject.times.setdefault("handed over: first sheet", []).append(taken)
    windows.throw_away(handed[0])
    for typed in ("a", "ya", "hanh", "gesprek klas", "nog geen woord dat er is"):
        taken = timed(lambda typed=typed: subject.services.search.find(typed))
        subject.times.setdefault("a key in search", []).append(taken)


def main() -> int:
    """Print the median of each page at both sizes and the growth; 1 when one is over its limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    theme.install(application, resources=PROJECT / "resources", scheme="light", text_scale=1.0)
    language.install("nl", resources=PROJECT / "resources")
    kept = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with ExitStack() as stack:
        subjects: list[Subject] = []
        for size in SIZES:
            services = opened(stack, size, kept)
            changes = Changes()
            window = MainWindow(services=services, changes=changes, now=services.clock.local)
            window.resize(1366, 768)
            window.show()
            first = timed(lambda window=window: window.show_page("today"))
            print(f"{size} students, the first page of all: {first:.0f} ms")
            steps = rested(services, window)
            print(
                f"made ready at rest: {sum(steps):.0f} ms in {len(steps)} steps, longest {max(steps):.0f} ms"
            )
            language.set_words(services.profile.values().words("nl"))
            subjects.append(
                Subject(
                    services,
                    window,
                    changes,
                    targets=targets(services),
                    laid=laid_rounds(services),
                    planned=planned_talks(services),
                    open=open_rounds(services),
                )
            )
        for number in range(ROUNDS + 1):
            # By turns, so that what else the computer does weighs on both.
            for subject in subjects:
                measure(subject)
                if number == 0:
                    # The first visit shows a page that was made ready at rest.
                    first = {name: values[0] for name, values in subject.times.items()}
                    subject.times.clear()
                    print(
                        "first visits:", ", ".join(f"{name} {taken:.0f} ms" for name, taken in first.items())
                    )
        return report(*subjects)


def report(small: Subject, large: Subject) -> int:
    """Print one line for each page; 1 when one is over its limit."""
    too_much = 0
    for name, values in large.times.items():
        few, many = statistics.median(small.times[name]), statistics.median(values)
        limit = KEY if name.startswith("a key") else PAINTED
        met = many <= limit and (many <= GROWTH * few or limit == KEY)
        too_much += not met
        print(f"{name}: {few:.1f} ms, {many:.1f} ms, ratio {many / few:.2f}, worst {max(values):.1f} ms")
    return int(too_much > 0)


if __name__ == "__main__":
    raise SystemExit(main())
