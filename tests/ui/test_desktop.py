"""The flow of the window: unlock, work, lock, unlock again, and close with a back-up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests.factory import PASSPHRASE, FixedClock, add_conversation, add_round, add_student, make_profile
from wpl_desktop.paths import DataDir
from wpl_desktop.services import open_profile, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.services.profiles import ProfileEntry
from wpl_desktop.ui import desktop as desktop_module
from wpl_desktop.ui import language, windows
from wpl_desktop.ui.conversation.hold_dialog import HoldDialog
from wpl_desktop.ui.desktop import Desktop
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.printing.report_texts_dialog import ReportTextsDialog
from wpl_desktop.ui.settings.settings_page import SettingsPage
from wpl_desktop.ui.trail import Place
from wpl_desktop.ui.unlock.first_run import FirstRun
from wpl_desktop.ui.unlock.restore_card import RestoreCard
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow

RESOURCES = Path(__file__).parents[2] / "resources"
STUDENT = "Łukasz Wójcik"
Start = Callable[..., Desktop]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def entry(tmp_path: Path, clock: FixedClock) -> ProfileEntry:
    """A closed profile with one student."""
    made, services = make_profile(tmp_path, clock=clock)
    add_student(services, name=STUDENT)
    services.close()
    return made


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, clock: FixedClock, qapp: QApplication) -> Iterator[Start]:
    """Starts the flow on the folder of the test, and puts everything away afterwards."""
    started: list[Desktop] = []

    def begin(*, speak: str | None = "en", **given: str) -> Desktop:
        flow = Desktop(data_dir=tmp_path, language=speak, clock=clock, resources=RESOURCES)
        started.append(flow)
        flow.start(**given)
        return flow

    yield begin
    for flow in started:
        if flow.main_window() is not None:
            with qtbot.waitSignal(flow.finished, timeout=20_000):
                main_of(flow).close()
        # The back-up that locking began still tells the unlock window how it ended.
        qtbot.waitUntil(lambda flow=flow: not flow._is_putting_away, timeout=20_000)
        window = flow.unlock_window()
        if window is not None:
            window.blockSignals(True)
            window.close()
            window.deleteLater()
    language.install("en", resources=RESOURCES)
    language.set_words({})


def main_of(flow: Desktop) -> MainWindow:
    window = flow.main_window()
    assert window is not None
    return window


def unlock_of(flow: Desktop) -> UnlockWindow:
    window = flow.unlock_window()
    assert window is not None
    return window


def unlock(qtbot: QtBot, flow: Desktop) -> MainWindow:
    card = unlock_of(flow).unlock_card()
    assert card is not None
    QTest.keyClicks(card.passphrase.line, PASSPHRASE)
    with qtbot.waitSignal(flow.opened, timeout=30_000):
        QTest.keyClick(card.passphrase.line, Qt.Key.Key_Return)
    return main_of(flow)


def said(flow: Desktop) -> str:
    card = unlock_of(flow).unlock_card()
    assert card is not None
    return card.subtitle_label.text()


def backups(entry: ProfileEntry, data_dir: Path) -> list[Path]:
    return [file for _made_at, file in profiles.backups_of(data_dir, entry.name)]


def test_unlocking_shows_what_today_brings(qtbot: QtBot, start: Start, entry: ProfileEntry) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    assert flow.unlock_window() is None
    assert main.isVisible()
    assert main.current_name() == "today"
    assert "Griet Vanhaverbeke" in main.status_texts()
    assert language.words()["mentor"] == "mentor"


def test_locking_backs_up_lets_go_of_the_profile_and_says_when(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path, clock: FixedClock
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    gone: list[bool] = []
    main.destroyed.connect(lambda: gone.append(True))
    language.set_words({"mentor": "work supervisor"})
    clock.moment = clock.moment.replace(hour=12, minute=20)
    main.lock_requested.emit()
    qtbot.waitUntil(lambda: flow.unlock_window() is not None, timeout=5_000)
    assert said(flow) == "Locked at 12:20. Your last note is kept."
    assert not main.isVisible()
    qtbot.waitUntil(lambda: bool(gone), timeout=5_000)
    texts = unlock_of(flow).status.texts
    qtbot.waitUntil(lambda: "Last back-up today 12:20" in texts(), timeout=20_000)
    assert len(backups(entry, tmp_path)) == 1
    assert language.filled("{mentor}") == "mentor"
    key = profiles.unlock(entry.folder, passphrase=PASSPHRASE)
    services = open_profile(entry.folder, key, clock=clock, backups=tmp_path)
    assert [row.name for row in services.student_list.names()] == [STUDENT]
    services.close()


def test_after_locking_one_unlocks_again(qtbot: QtBot, start: Start, entry: ProfileEntry) -> None:
    flow = start()
    first = unlock(qtbot, flow)
    qtbot.waitUntil(first.isActiveWindow, timeout=5_000)
    QTest.keyClick(first, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: flow.unlock_window() is not None, timeout=5_000)
    # At once, while the back-up may still be running.
    second = unlock(qtbot, flow)
    assert second is not first
    assert second.isVisible()


def test_who_locks_in_a_talk_comes_back_into_it(qtbot: QtBot, start: Start, entry: ProfileEntry) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    page = main.current_page()
    services = cast("Services", page.services if page is not None else None)
    talk = add_conversation(services, services.student_list.names()[0].trajectory_id)
    main.show_page("conversation", conversation_id=talk.id)
    flow.lock()
    again = unlock(qtbot, flow)
    assert again.here() == Place(page="conversation", arguments={"conversation_id": talk.id})
    # From any other page one begins with today.
    again.show_page("students")
    flow.lock()
    assert unlock(qtbot, flow).current_name() == "today"


def test_a_profile_that_cannot_be_shown_is_let_go_of_and_the_card_says_why(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path, clock: FixedClock
) -> None:
    flow = start()
    key = profiles.unlock(entry.folder, passphrase=PASSPHRASE)
    services = open_profile(entry.folder, key, clock=clock, backups=tmp_path)
    # A damage that opening does not notice.
    with services.database.transaction() as session:
        session.execute(text("DROP TABLE profile"))
    window = unlock_of(flow)
    card = window.unlock_card()
    assert card is not None
    card.set_busy(True)
    window.opened.emit(entry, services)
    assert flow.main_window() is None
    assert "damaged" in " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
    assert not card.passphrase.line.isReadOnly()
    # Not locked any more.
    open_profile(entry.folder, key, clock=clock, backups=tmp_path).close()


def test_nothing_of_a_student_is_left_in_a_window_after_locking(
    qtbot: QtBot, start: Start, entry: ProfileEntry, qapp: QApplication
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    gone: list[bool] = []
    main.destroyed.connect(lambda: gone.append(True))
    flow.lock()
    qtbot.waitUntil(lambda: bool(gone), timeout=5_000)
    assert not [widget for widget in qapp.allWidgets() if STUDENT in str(widget.property("text"))]


def test_a_form_that_is_open_is_closed_and_that_is_said(
    qtbot: QtBot, start: Start, entry: ProfileEntry
) -> None:
    flow = start()
    form = QDialog(unlock(qtbot, flow))
    form.open()
    flow.lock()
    assert "closed unsaved" in said(flow)
    assert not form.isVisible()


def services_of(main: MainWindow) -> Services:
    page = main.current_page()
    assert page is not None
    return cast("Services", page.services)


def scoring(main: MainWindow) -> ScoreSheetPage:
    """A score sheet in which a comment was just typed."""
    services = services_of(main)
    (student,) = services.student_list.names()
    page = cast(
        "ScoreSheetPage", main.show_page("score_sheet", round_id=add_round(services, student.trajectory_id))
    )
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, "typed just now")
    return page


def allow_writing(main: MainWindow, allowed: bool) -> None:
    """Let the one connection write or not, as on a stick that is pulled out or locked."""
    services = services_of(main)
    with services.database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if allowed else 'ON'}")


def what_closing_says(qtbot: QtBot, main: MainWindow) -> str:
    """Close the window, read the title of the dialog that appears and close that."""
    read: list[str] = []

    def close_dialog() -> None:
        dialog = cast("QDialog", QApplication.activeModalWidget())
        read.append(dialog.windowTitle())
        dialog.accept()

    QTimer.singleShot(200, close_dialog)
    main.close()
    qtbot.waitUntil(lambda: bool(read), timeout=5_000)
    return read[0]


def test_locking_says_when_the_last_words_could_not_be_kept(
    qtbot: QtBot, start: Start, entry: ProfileEntry
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    scoring(main)
    allow_writing(main, False)
    flow.lock()
    assert "could not be kept" in said(flow)


def test_closing_is_refused_once_while_the_last_words_cannot_be_kept(
    qtbot: QtBot, start: Start, entry: ProfileEntry
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    page = scoring(main)
    allow_writing(main, False)
    assert what_closing_says(qtbot, main) == "Not everything is kept yet"
    assert main.isVisible()
    assert page.trouble.isVisible()
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        main.close()


def test_words_that_were_kept_after_all_are_asked_about_anew(
    qtbot: QtBot, start: Start, entry: ProfileEntry
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    page = scoring(main)
    allow_writing(main, False)
    what_closing_says(qtbot, main)
    allow_writing(main, True)
    assert main.flush()
    QTest.keyClicks(page.body.comment, " and more")
    allow_writing(main, False)
    assert what_closing_says(qtbot, main) == "Not everything is kept yet"
    assert main.isVisible()
    allow_writing(main, True)


@pytest.mark.parametrize("name", ["hold_dialog", "report_texts"])
def test_what_is_typed_in_a_dialog_survives_the_lock(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path, clock: FixedClock, name: str
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    services = services_of(main)
    (student,) = services.student_list.names()
    round_id = add_round(services, student.trajectory_id)
    row = add_conversation(services, student.trajectory_id)
    arguments: dict[str, object] = {"round_id": round_id}
    if name == "hold_dialog":
        arguments = {"conversation": row, "trajectory_id": student.trajectory_id}
    dialog = main.show_dialog(name, **arguments)
    field = dialog.note if isinstance(dialog, HoldDialog) else cast("ReportTextsDialog", dialog).strong
    QTest.keyClicks(field, "typed just now")
    flow.lock()
    assert said(flow).endswith("Your last note is kept.")
    card = unlock_of(flow).unlock_card()
    assert card is not None
    again = unlock(qtbot, flow)
    services = services_of(again)
    notes = [row.summary for row in services.conversations.of_student(student.trajectory_id)]
    kept = notes[0] if name == "hold_dialog" else services.evaluations.report_texts(round_id).strong
    assert kept == "typed just now"


def test_the_lock_key_works_in_a_dialog_too(qtbot: QtBot, start: Start, entry: ProfileEntry) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    dialog = main.show_dialog("student_dialog")
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5_000)
    with qtbot.waitSignal(flow.locked, timeout=5_000):
        QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "closed unsaved" in said(flow)


def test_a_backup_that_fails_is_said_plainly_and_nothing_is_lost(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path
) -> None:
    DataDir(tmp_path).backups.write_text("a file where the folder should be", encoding="utf-8")
    flow = start()
    unlock(qtbot, flow)
    flow.lock()
    card = unlock_of(flow).unlock_card()
    assert card is not None
    qtbot.waitUntil(lambda: card.hint() != "", timeout=20_000)
    assert "Everything you typed is kept, but no back-up could be made." in card.hint()
    assert "no room on the disk" in card.hint()
    DataDir(tmp_path).backups.unlink()
    assert unlock(qtbot, flow).isVisible()


def test_closing_backs_up_and_ends(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path, clock: FixedClock
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        main.close()
    assert flow.main_window() is None
    assert len(backups(entry, tmp_path)) == 1
    key = profiles.unlock(entry.folder, passphrase=PASSPHRASE)
    open_profile(entry.folder, key, clock=clock, backups=tmp_path).close()


def test_closing_the_unlock_window_ends(qtbot: QtBot, start: Start, entry: ProfileEntry) -> None:
    flow = start()
    with qtbot.waitSignal(flow.finished, timeout=5_000):
        unlock_of(flow).close()


def test_closing_right_after_locking_waits_for_the_backup(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path
) -> None:
    flow = start()
    unlock(qtbot, flow)
    flow.lock()
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        unlock_of(flow).close()
    assert len(backups(entry, tmp_path)) == 1


def test_a_passphrase_that_was_given_is_tried_at_once(
    qtbot: QtBot, start: Start, entry: ProfileEntry
) -> None:
    flow = start(passphrase=PASSPHRASE)
    with qtbot.waitSignal(flow.opened, timeout=30_000):
        pass
    assert main_of(flow).isVisible()


def test_a_wrong_passphrase_that_was_given_is_said(qtbot: QtBot, start: Start, entry: ProfileEntry) -> None:
    flow = start(passphrase="not the right one")
    card = unlock_of(flow).unlock_card()
    assert card is not None
    qtbot.waitUntil(lambda: card.passphrase.error() is not None, timeout=30_000)


def test_the_profile_that_was_asked_for_is_chosen(
    start: Start, entry: ProfileEntry, tmp_path: Path, clock: FixedClock
) -> None:
    make_profile(tmp_path, clock=clock, owner_name="Anna Peeters")[1].close()
    for asked in (entry.name, "Griet Vanhaverbeke"):
        card = unlock_of(start(profile=asked)).unlock_card()
        assert card is not None
        assert card.entry().name == entry.name


def test_the_profile_used_last_is_chosen_next_time(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path, clock: FixedClock
) -> None:
    make_profile(tmp_path, clock=clock, owner_name="Anna Peeters")[1].close()
    flow = start(profile=entry.name)
    main = unlock(qtbot, flow)
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        main.close()
    card = unlock_of(start()).unlock_card()
    assert card is not None
    assert card.entry().name == entry.name


def test_what_is_remembered_holds_nothing_of_a_student_or_owner(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path
) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        main.close()
    kept = json.loads(DataDir(tmp_path).settings_file.read_text(encoding="utf-8"))
    assert set(kept) == {"language", "profile", "main_window/geometry"}
    assert (kept["language"], kept["profile"]) == ("en", entry.name)


def test_without_a_profile_the_first_run_is_shown_and_nothing_is_written(
    start: Start, tmp_path: Path
) -> None:
    flow = start()
    assert unlock_of(flow).findChildren(FirstRun)
    assert list(tmp_path.iterdir()) == []


def test_another_language_keeps_what_was_typed(qtbot: QtBot, start: Start) -> None:
    flow = start()
    page = unlock_of(flow).findChildren(FirstRun)[0]
    page.answers().owner_name = "Griet Vanhaverbeke"
    page.begin.vocabularies.set_value("care")
    code = page.answers().recovery_code
    page.begin.languages.set_value("nl")
    page.begin.languages.chosen.emit("nl")
    qtbot.waitUntil(lambda: language.language() == "nl", timeout=5_000)
    again = unlock_of(flow).findChildren(FirstRun)[0]
    assert again is not page
    answers = again.answers()
    assert (answers.owner_name, answers.vocabulary, answers.language) == ("Griet Vanhaverbeke", "care", "nl")
    assert answers.recovery_code == code
    assert answers.proposed_purpose() == "begeleiding en advies bij werkplekleren"


def test_the_only_profile_being_the_demo_opens_at_once(
    qtbot: QtBot, start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    make_demo(tmp_path, clock=clock, language="en")[1].close()
    flow = start()
    with qtbot.waitSignal(flow.opened, timeout=30_000):
        pass
    assert main_of(flow).isVisible()
    flow.lock()
    assert said(flow).startswith("Locked at")
    qtbot.waitUntil(lambda: not flow._is_putting_away, timeout=20_000)
    QTest.qWait(300)
    assert flow.main_window() is None


@pytest.mark.parametrize("beside", [False, True])
def test_a_demo_is_removed_from_its_settings_and_leaves_nothing(
    qtbot: QtBot, start: Start, tmp_path: Path, clock: FixedClock, beside: bool
) -> None:
    made, services = make_demo(tmp_path, clock=clock, language="en", students=1)
    services.back_up()
    services.close()
    own = [make_profile(tmp_path, clock=clock)[1]] if beside else []
    for services in own:
        services.close()
    flow = start(profile=made.name)
    card = unlock_of(flow).unlock_card()
    assert card is not None
    with qtbot.waitSignal(flow.opened, timeout=30_000):
        if beside:
            card.unlock_button.click()
    main = main_of(flow)
    page = main.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.demo.remove_button.click()
    page.demo.confirm_button.click()
    qtbot.waitUntil(lambda: flow.main_window() is None, timeout=10_000)
    window = unlock_of(flow)
    assert window.isVisible()
    assert bool(window.findChildren(FirstRun)) != beside
    assert [found.folder for found in profiles.profiles_in(tmp_path)] == [services.folder for services in own]
    assert not any(made.name in str(path) for path in tmp_path.rglob("*"))
    assert made.name not in DataDir(tmp_path).settings_file.read_text(encoding="utf-8")


def test_changes_reach_the_page_that_is_shown(qtbot: QtBot, start: Start, entry: ProfileEntry) -> None:
    flow = start()
    main = unlock(qtbot, flow)
    page = main.current_page()
    assert page is not None
    seen: list[bool] = []
    page.refresh = lambda: seen.append(True)
    services = cast("Services", page.services)
    add_student(services, name="Zoë Van den Broeck")
    assert seen


def test_the_program_ends_when_its_window_is_closed(
    qtbot: QtBot, entry: ProfileEntry, tmp_path: Path, clock: FixedClock, qapp: QApplication
) -> None:
    def close() -> None:
        for window in qapp.topLevelWidgets():
            if isinstance(window, UnlockWindow) and window.isVisible():
                window.close()

    QTimer.singleShot(500, qapp, close)
    code = desktop_module.run(data_dir=tmp_path, language="en", clock=clock, resources=RESOURCES)
    assert code == 0


def test_putting_back_right_after_locking_waits_for_the_newest_backup(
    qtbot: QtBot, start: Start, entry: ProfileEntry, tmp_path: Path
) -> None:
    flow = start()
    unlock(qtbot, flow)
    flow.lock()
    window = unlock_of(flow)
    button = next(found for found in window.findChildren(QPushButton) if found.text() == "Put a back-up back")
    button.click()
    assert window.findChild(RestoreCard) is None
    qtbot.waitUntil(lambda: window.findChild(RestoreCard) is not None, timeout=20_000)
    assert len(backups(entry, tmp_path)) == 1


@pytest.mark.parametrize(
    ("screen", "too_large"),
    [
        ((1366, 728), True),  # a school laptop with a task bar
        ((1366, 768), True),  # the same without one: the title bar has to fit too
        ((911, 512), True),  # at 150 %
        ((1920, 1040), False),
    ],
)
def test_a_window_that_does_not_fit_takes_the_whole_screen(screen: tuple[int, int], too_large: bool) -> None:
    assert windows.is_too_large(QSize(1366, 768), within=QSize(*screen)) is too_large
