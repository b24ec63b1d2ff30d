"""The laptop in somebody else's hands: nothing of others on it, and no way back but the owner's passphrase."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests import factory
from tests.factory import PASSPHRASE, FixedClock, make_profile
from tests.ui.reading import words_in
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import StorageFull
from wpl_desktop.domain.evaluations import Perspective, RoundKind, level_mark
from wpl_desktop.paths import DataDir
from wpl_desktop.services import profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.profiles import ProfileEntry
from wpl_desktop.ui import language
from wpl_desktop.ui.desktop import Desktop
from wpl_desktop.ui.evaluations.handed_page import FILL_IN, READY, SKIP
from wpl_desktop.ui.hand_over_window import HandOverWindow
from wpl_desktop.ui.main_window import MainWindow

RESOURCES = Path(__file__).parents[2] / "resources"
PROJECT = Path(__file__).parents[2]
OTHER, MINE = "Łukasz Wójcik", "Phan Thị Hạnh"
OF_MENTOR, OF_INSTITUTE = "dat schreef de mentor", "dat schreef de trajectbegeleider"
SECRET = "niemand luistert hier ooit"
PROMISED_SECONDS = 2.0
STUDENT = Perspective.STUDENT
Unlocked = Callable[[], Desktop]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a profile of two students; the mentor and the institute have filled in their sheets."""
    folder = tmp_path_factory.mktemp("kept")
    _, services = make_profile(folder)
    for name in (OTHER, MINE):
        trajectory_id = factory.add_student(services, name=name)
        round_id = factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C2", "C3", "C6"))
        for strand in Strand:
            factory.score_all(
                services, round_id, strand=strand, mark=level_mark(4), comment=OF_MENTOR, evidence=OF_MENTOR
            )
            factory.score_all(
                services, round_id, perspective=Perspective.INSTITUTE, strand=strand, comment=OF_INSTITUTE
            )
    services.close()
    return folder


@pytest.fixture
def data_dir(kept: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return Path(shutil.copytree(kept, tmp_path / "data"))


@pytest.fixture
def entry(data_dir: Path) -> ProfileEntry:
    return profiles.profiles_in(data_dir)[0]


@pytest.fixture
def unlocked(qtbot: QtBot, data_dir: Path, entry: ProfileEntry, qapp: QApplication) -> Iterator[Unlocked]:
    """Starts the program on the folder and types the passphrase; puts everything away afterwards."""
    started: list[Desktop] = []

    def begin() -> Desktop:
        flow = Desktop(data_dir=data_dir, language="en", clock=FixedClock(), resources=RESOURCES)
        started.append(flow)
        flow.start()
        unlock(qtbot, flow)
        return flow

    yield begin
    for flow in started:
        if flow.main_window() is not None:
            flow.lock()
        qtbot.waitUntil(lambda flow=flow: not flow._is_putting_away, timeout=20_000)
        window = flow.unlock_window()
        if window is not None:
            window.blockSignals(True)
            window.close()
            window.deleteLater()
    language.install("en", resources=RESOURCES)
    language.set_words({})


def unlock(qtbot: QtBot, flow: Desktop, passphrase: str = PASSPHRASE) -> None:
    window = flow.unlock_window()
    card = window.unlock_card() if window is not None else None
    assert card is not None
    QTest.keyClicks(card.passphrase.line, passphrase)
    if passphrase == PASSPHRASE:
        with qtbot.waitSignal(flow.opened, timeout=30_000):
            QTest.keyClick(card.passphrase.line, Qt.Key.Key_Return)
    else:
        QTest.keyClick(card.passphrase.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: card.passphrase.error() is not None, timeout=30_000)


def main_of(flow: Desktop) -> MainWindow:
    found = flow.main_window()
    assert found is not None
    return found


def services_of(flow: Desktop) -> Services:
    assert flow._services is not None
    return flow._services


def round_of(services: Services, name: str = MINE) -> uuid.UUID:
    student = next(row for row in services.student_list.names() if row.name == name)
    return services.rounds.of_student(student.trajectory_id)[0].id


def handed_over(flow: Desktop, perspective: Perspective = STUDENT) -> HandOverWindow:
    main_of(flow).hand_over_requested.emit(round_of(services_of(flow)), perspective)
    assert flow._hand_over is not None
    window = flow._hand_over.window()
    assert window is not None
    QTest.qWaitForWindowActive(window)
    return window


def is_locked(flow: Desktop) -> bool:
    return flow.main_window() is None and flow.unlock_window() is not None


def fill_in_workplace_part(window: HandOverWindow) -> None:
    page = window.page
    page.welcome.begin.click()
    page.own.bar.ready.click()
    page.intro.buttons[FILL_IN].click()
    QTest.keyClicks(page.about.list.rows()[0].picker, "1")
    QTest.keyClicks(page.about.body.comment, SECRET)


def everything_on(window: QWidget) -> str:
    """All words of a window, also of what is not shown now, and what stands in fields."""
    words = list(words_in(window))
    for widget in window.findChildren(QWidget):
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        words.append(str(widget.property("text") or ""))
        if isinstance(widget, QLineEdit):
            words.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            words.append(widget.toPlainText())
    return "\n".join(words)


# What is on it


@pytest.mark.parametrize("perspective", [STUDENT, Perspective.INSTITUTE])
def test_nothing_of_others_is_on_any_step(unlocked: Unlocked, perspective: Perspective) -> None:
    window = handed_over(unlocked(), perspective)
    strange = [OTHER, OF_MENTOR]
    if perspective is STUDENT:
        strange.append(OF_INSTITUTE)
    found = ""
    for step in window.page.steps():
        window.page.show_step(step)
        for sheet in (window.page.own, window.page.about):
            for number, row in enumerate(sheet.list.rows()):
                sheet._open(number)
                # The mentor's is 4 everywhere.
                assert row.score().mark != level_mark(4)
        found += everything_on(window)
    assert [words for words in strange if words in found] == []
    assert MINE.split(maxsplit=1)[0] in found
    if perspective is not STUDENT:
        # The control: the own words are there.
        assert OF_INSTITUTE in found


def test_the_main_window_and_its_dialogs_are_gone(unlocked: Unlocked) -> None:
    flow = unlocked()
    main = main_of(flow)
    dialog = QDialog(main)
    dialog.open()
    window = handed_over(flow)
    assert not main.isVisible()
    assert not dialog.isVisible()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown == [window]
    assert window.isFullScreen()
    assert window.windowModality() is Qt.WindowModality.ApplicationModal


def test_its_only_key_locks(unlocked: Unlocked, qtbot: QtBot) -> None:
    flow = unlocked()
    window = handed_over(flow)
    keys = [found.key().toString() for found in window.findChildren(QShortcut) if found.isEnabled()]
    assert keys == ["Ctrl+L"]
    assert all(action.shortcut().isEmpty() for action in window.findChildren(QAction))
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_locked(flow), timeout=5_000)


def test_ctrl_z_takes_back_only_in_a_text(unlocked: Unlocked) -> None:
    flow = unlocked()
    services = services_of(flow)
    window = handed_over(flow)
    page = window.page
    page.welcome.begin.click()
    QTest.keyClicks(page.own.body.comment, "eerst dit")
    page.own.body.comment.setFocus()
    QTest.keyClick(page.own.body.comment, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.own.body.comment.text() != "eerst dit"
    picker = page.own.list.rows()[0].picker
    QTest.keyClicks(picker, "3")
    QTest.keyClick(picker, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    part = services.hand_over.view(round_of(services), STUDENT).parts[Strand.STUDENT_PART]
    assert part.scores[part.criteria[0].id].mark == level_mark(3)


def test_it_does_not_begin_while_something_could_not_be_kept(
    unlocked: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = unlocked()
    main = main_of(flow)
    services = services_of(flow)
    page: Any = main.show_page("score_sheet", round_id=round_of(services, OTHER))

    def full(*_arguments: object, **_named: object) -> None:
        raise StorageFull

    with monkeypatch.context() as broken:
        broken.setattr(services.evaluations, "save_score", full)
        QTest.keyClicks(page.body.comment, "nog niet bewaard")
        main.hand_over_requested.emit(round_of(services), STUDENT)
        assert main.isVisible()
        assert any("Not handed over" in words for words in main.status_texts())
    assert flow._hand_over is not None
    assert flow._hand_over.window() is None


def test_a_sheet_that_is_not_handed_over_is_said_and_nothing_begins(unlocked: Unlocked) -> None:
    flow = unlocked()
    main = main_of(flow)
    main.hand_over_requested.emit(round_of(services_of(flow)), Perspective.WORKPLACE)
    assert main.isVisible()
    assert any("you do not hand it over" in words for words in main.status_texts())


# No way back but the lock


@pytest.mark.parametrize("how", ["close", "escape", "button"])
def test_closing_asks_and_never_shows_the_program(unlocked: Unlocked, qtbot: QtBot, how: str) -> None:
    flow = unlocked()
    window = handed_over(flow)
    for _ in range(3):
        if how == "close":
            assert not window.close()
        elif how == "escape":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        else:
            window.later.click()
        assert window.isVisible()
        assert window.page.current() is window.page.leaving
        assert not main_of(flow).isVisible()
    window.page.leaving.buttons["later"].click()
    qtbot.waitUntil(lambda: is_locked(flow), timeout=5_000)


def test_escape_in_a_text_goes_to_the_row_and_from_there_it_asks(unlocked: Unlocked) -> None:
    window = handed_over(unlocked())
    page = window.page
    page.welcome.begin.click()
    page.own.body.comment.setFocus()
    QTest.keyClick(page.own.body.comment, Qt.Key.Key_Escape)
    assert page.current() is page.own
    row = page.own.list.rows()[0].keyboard_target()
    assert window.focusWidget() is row
    QTest.keyClick(row, Qt.Key.Key_Escape)
    assert page.current() is page.leaving


def test_a_wrong_passphrase_does_not_let_in(unlocked: Unlocked, qtbot: QtBot) -> None:
    flow = unlocked()
    window = handed_over(flow)
    window.page.show_step(window.page.thanks)
    window.page.thanks.lock.click()
    qtbot.waitUntil(lambda: is_locked(flow), timeout=5_000)
    unlock(qtbot, flow, "de naam van de hond")
    assert is_locked(flow)


def test_after_the_thank_you_the_owner_comes_back_to_the_round(unlocked: Unlocked, qtbot: QtBot) -> None:
    flow = unlocked()
    page = handed_over(flow).page
    page.welcome.begin.click()
    page.own.bar.ready.click()
    page.intro.buttons[SKIP].click()
    page.end.buttons[READY].click()
    page.thanks.lock.click()
    qtbot.waitUntil(lambda: is_locked(flow), timeout=5_000)
    unlock(qtbot, flow)
    main = main_of(flow)
    here = main.here()
    assert here is not None
    assert (here.page, here.arguments["round_id"]) == ("round", round_of(services_of(flow)))
    assert any("has filled in the sheet" in words for words in main.status_texts())
    # Once: the next time it is the day's page again.
    flow.lock()
    unlock(qtbot, flow)
    assert main_of(flow).current_name() == "today"


def test_the_idle_lock_works_and_keeps_what_was_typed(unlocked: Unlocked, qtbot: QtBot) -> None:
    flow = unlocked()
    window = handed_over(flow)
    window.page.welcome.begin.click()
    QTest.keyClicks(window.page.own.body.comment, "ik was nog bezig")
    main_of(flow).set_idle_minutes(0.001)
    qtbot.waitUntil(lambda: is_locked(flow), timeout=5_000)
    unlock(qtbot, flow)
    services = services_of(flow)
    view = services.hand_over.view(round_of(services), STUDENT)
    assert "ik was nog bezig" in {row.comment for row in view.parts[Strand.STUDENT_PART].scores.values()}
    assert any("not ready yet" in words for words in main_of(flow).status_texts())


def test_pages_behind_it_are_not_read_meanwhile(unlocked: Unlocked, monkeypatch: pytest.MonkeyPatch) -> None:
    flow = unlocked()
    page = main_of(flow).current_page()
    read: list[bool] = []
    monkeypatch.setattr(page, "refresh", lambda: read.append(True))
    window = handed_over(flow)
    window.page.welcome.begin.click()
    QTest.keyClicks(window.page.own.list.rows()[0].picker, "3")
    assert read == []


# R9


def test_r9_locking_drops_what_is_not_shared_and_says_the_same_in_every_case(
    unlocked: Unlocked, qtbot: QtBot, data_dir: Path, entry: ProfileEntry
) -> None:
    flow = unlocked()
    said: list[str] = []
    for with_secret in (True, False):
        window = handed_over(flow)
        if with_secret:
            fill_in_workplace_part(window)
            QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
            # Asked once, with nothing of it on the screen.
            assert window.page.current() is window.page.leaving
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: is_locked(flow), timeout=5_000)
        door = flow.unlock_window()
        card = door.unlock_card() if door is not None else None
        assert card is not None
        said.append(card.subtitle_label.text())
        unlock(qtbot, flow)
    assert said[0] == said[1]
    assert SECRET not in everything_in(services_of(flow))
    files = [file.read_bytes() for file in data_dir.rglob("*") if file.is_file()]
    assert not any(SECRET.encode() in content for content in files)


def everything_in(services: Services) -> str:
    lines: list[str] = []
    with services.database.reading() as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for table in tables:
            lines += [repr(tuple(row)) for row in session.execute(text(f'SELECT * FROM "{table}"'))]
    return "\n".join(lines)


# After a crash


def test_the_mark_holds_no_name(unlocked: Unlocked, data_dir: Path) -> None:
    handed_over(unlocked())
    remembered = DataDir(data_dir).settings_file.read_text(encoding="utf-8")
    assert json.loads(remembered)["hand_over"].endswith(" student")
    for name in (MINE, "Hạnh", "Griet", json.dumps(MINE)[1:-1]):
        assert name not in remembered


TYPIST = """
import sys, time, uuid
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests import factory
from wpl_desktop.domain.clock import SystemClock
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.ui import theme
from wpl_desktop.ui.desktop import Desktop

data_dir, project = Path(sys.argv[1]), Path(sys.argv[2])
application = QApplication([])
theme.install(application, resources=project / "resources", scheme="light", text_scale=1.0)
flow = Desktop(data_dir=data_dir, language="en", clock=SystemClock(), resources=project / "resources")
flow.start(passphrase=factory.PASSPHRASE)
while flow.main_window() is None:
    QTest.qWait(20)
services = flow._services
mine = next(row for row in services.student_list.names() if row.name == sys.argv[3])
round_id = services.rounds.of_student(mine.trajectory_id)[0].id
flow.main_window().hand_over_requested.emit(round_id, Perspective.STUDENT)
page = flow._hand_over.window().page
page.welcome.begin.click()
QTest.keyClicks(page.own.list.rows()[0].picker, "2")
typed = 0
while True:
    QTest.keyClicks(page.own.body.comment, "abcdefghij"[typed % 10])
    typed += 1
    print("typed", time.monotonic(), typed, flush=True)
    QTest.qWait(40)
"""


def test_after_a_crash_it_is_locked_and_nothing_older_than_two_seconds_is_lost(
    unlocked: Unlocked, qtbot: QtBot, data_dir: Path, entry: ProfileEntry
) -> None:
    lines, killed_at = typed_until_killed(data_dir, seconds=3.1)
    flow = Desktop(data_dir=data_dir, language="en", clock=FixedClock(), resources=RESOURCES)
    flow.start()
    assert is_locked(flow)
    door = flow.unlock_window()
    assert door is not None
    door.blockSignals(True)
    door.close()
    door.deleteLater()
    flow = unlocked()
    services = services_of(flow)
    assert main_of(flow).current_name() == "round"
    part = services.hand_over.view(round_of(services), STUDENT).parts[Strand.STUDENT_PART]
    score = part.scores[part.criteria[0].id]
    assert score.mark == level_mark(2)
    old_enough = [count for moment, count in lines if killed_at - moment >= PROMISED_SECONDS]
    assert old_enough
    assert len(score.comment) >= max(old_enough)


def test_the_profile_of_somebody_else_does_not_take_the_mark(
    unlocked: Unlocked, data_dir: Path, qtbot: QtBot
) -> None:
    flow = unlocked()
    handed_over(flow)
    flow.lock()
    settings = DataDir(data_dir).settings_file
    before = json.loads(settings.read_text(encoding="utf-8"))["hand_over"]
    # As after a back-up without this round was put back.
    key = f"{uuid.uuid4()} student"
    flow._settings.set("hand_over", key)
    unlock(qtbot, flow)
    assert main_of(flow).current_name() == "today"
    assert before != key
    assert flow._settings.get("hand_over") == key


def typed_until_killed(data_dir: Path, *, seconds: float) -> tuple[list[tuple[float, int]], float]:
    """What another process typed and when, and when it was killed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(data_dir), str(PROJECT), MINE],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=PROJECT,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    lines: list[tuple[float, int]] = []
    try:
        for line in process.stdout:
            _, moment, count = line.split()
            lines.append((float(moment), int(count)))
            if lines[-1][0] - lines[0][0] >= seconds:
                break
        killed_at = time.monotonic()
        assert lines, process.stderr.read()
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    return lines, killed_at
