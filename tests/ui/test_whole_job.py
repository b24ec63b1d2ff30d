"""The whole job as a mentor does it: from an empty folder to a final report, a lock and a back-up put back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE
from tests.reports.reading import pages_of
from tests.ui.hands import Hands, dialog, top
from tests.ui.whole_job import RESOURCES, WAIT, Alt, Control, Job, Key, Shift
from wpl_desktop.paths import DATABASE_FILE
from wpl_desktop.services import profiles
from wpl_desktop.ui import joint_screen, language
from wpl_desktop.ui.conversation.not_held_dialog import NotHeldDialog
from wpl_desktop.ui.conversation.plan_dialog import PlanDialog
from wpl_desktop.ui.joint_window import JointWindow
from wpl_desktop.ui.rounds.finalise_dialog import FinaliseDialog
from wpl_desktop.ui.rounds.round_dialog import RoundDialog
from wpl_desktop.ui.students.student_dialog import StudentDialog
from wpl_desktop.ui.students.student_page import EVALUATIONS, TIMELINE
from wpl_desktop.ui.unlock.first_run import FirstRun
from wpl_desktop.ui.unlock.restore_card import RestoreCard

OWNER = "Griet Vanhaverbeke"
STUDENT = "Łukasz Wójcik"
SECOND_STUDENT = "Femke Dierckx"
MENTOR = "Mehmet Aslan"
NOTE = "Weinig geslapen, dus kort gehouden"
# Of the note that comes after how it goes: that one is for the conversation only, and is not searched (Y12).
WORD_OF_NOTE = "kring"
SECOND_NOTE = "Wil vrijdag zelf de kring openen"
AGREEMENT = "Het bordplan vooraf tonen"
COMMENT = "Start de nabespreking zelf en luistert naar de groep"
EVIDENCE = "Les breuken van maandag"
GAP_REASON = "De anderen vullen hun blad op papier in"
SUPERVISOR = "Nadia Okonkwo-Maes"
LEVELS: Final = "334231233"
CONDITIONS: Final = "333333332"
# Besides letters. A minute for a student and three for the first run are checked in seconds as well.
MOST_ACTIONS_OF_FIRST_RUN: Final = 25
MOST_ACTIONS_OF_STUDENT: Final = 40
MOST_ACTIONS_OF_NINE_SCORES: Final = 20


@pytest.fixture(params=["nl", "en"])
def job(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Job]:
    started = Job(qtbot, folder=tmp_path, spoken=str(request.param))
    yield started
    started.end()
    language.install("en", resources=RESOURCES)
    language.set_words({})


def test_from_an_empty_folder_to_a_final_report_and_back(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    make_profile(job)
    add_student(job)
    open_the_dossier(job)
    plan_two_conversations(job)
    have_the_first(job)
    mark_the_second_not_held(job)
    delete_the_agreement_and_put_it_back(job)
    take_back_and_do_again(job)
    search(job)
    show_the_student(job)
    open_a_round(job)
    score(job)
    draft = save_report(job, job.folder / "draft.pdf", monkeypatch)
    make_final(job)
    final = save_report(job, job.folder / "final.pdf", monkeypatch)
    check_report(draft, job)
    check_report(final, job)
    assert job.words.draft in draft
    assert job.words.draft not in final
    assert GAP_REASON in final
    assert GAP_REASON not in draft
    lock_and_unlock(job)
    put_a_backup_back(job)


def make_profile(job: Job) -> None:
    """The first run in four steps; only the last one writes."""
    if job.spoken == "en":
        job.hands.click("English")
        job.wait(lambda: language.language() == "en")
        job.wait(job.unlock_window().isActiveWindow)
    assert job.reads(job.words.nothing_kept)
    hands = job.hands
    hands.start_counting()
    page = job.unlock_window().findChildren(FirstRun)[-1]
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Space)
    hands.tab_to(page.passphrase.pair.first.line)
    hands.type(PASSPHRASE)
    hands.tab_to(page.passphrase.pair.second.line)
    hands.type(PASSPHRASE)
    hands.press(Key.Key_Return)
    hands.type(OWNER)
    hands.tab_to(page.sheet.typed)
    hands.type("abcd efgh")
    hands.press(Key.Key_Return)
    assert job.reads(job.words.wrong_code)
    # What was wrong is selected, so that one types over it.
    hands.type(code_on_screen())
    assert not job.reads(job.words.wrong_code)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Tab)
    hands.type("Basisschool De Vlinderboom")
    hands.tab_to(page.school.controller)
    hands.type("Schoolbestuur De Vlinderboom")
    hands.press(Key.Key_Tab)
    hands.type("Sofie Lambrechts")
    assert not job.data_dir.exists() or not profiles.profiles_in(job.data_dir)
    with job.qtbot.waitSignal(job.flow.opened, timeout=WAIT):
        hands.press(Key.Key_Return)
    assert hands.actions() <= MOST_ACTIONS_OF_FIRST_RUN
    assert hands.seconds() < 3 * 60
    job.wait(job.main().isActiveWindow)
    assert [entry.owner for entry in profiles.profiles_in(job.data_dir)] == [OWNER]
    assert OWNER in job.main().status_texts()


def code_on_screen() -> str:
    """The recovery code as one reads it, typed back in small letters."""
    codes = [
        label.text()
        for label in top().findChildren(QLabel)
        if label.isVisible() and re.fullmatch(r"[A-Z0-9]{4}( +[A-Z0-9]{4}){5}", label.text())
    ]
    assert len(codes) == 1
    return " ".join(codes[0].lower().split())


def add_student(job: Job) -> None:
    """By keyboard, from the one button of the first page as long as nothing is kept."""
    hands = job.hands
    assert job.today().view.nobody.button.hasFocus()
    hands.start_counting()
    hands.press(Key.Key_Space)
    form = dialog(StudentDialog)
    hands.type(STUDENT)
    hands.tab_to(form.programme)
    hands.type("Lager onderwijs")
    hands.press(Key.Key_Tab, "2", Key.Key_Tab)
    hands.type("L2")
    hands.tab_to(form.institute)
    hands.type("Hogeschool Scheldestad")
    hands.tab_to(form.people.add_button)
    hands.press(Key.Key_Return)
    hands.type(MENTOR)
    hands.tab_to(form.people.add_button)
    hands.press(Key.Key_Return)
    hands.type(SUPERVISOR)
    hands.press(Key.Key_Return, held=Control)
    assert hands.clicks == 0
    assert hands.actions() <= MOST_ACTIONS_OF_STUDENT
    assert hands.seconds() < 60
    assert job.today().view.nobody.isHidden()
    assert not job.today().view.nothing_planned.isHidden()


def open_the_dossier(job: Job) -> None:
    """From the list, with Enter; nothing happened yet, which the timeline says."""
    job.go_to(2)
    assert job.students().table.model().rowCount() == 1
    assert job.reads(STUDENT)
    job.hands.press(Key.Key_Return)
    assert job.student().title() == STUDENT
    assert job.student().tab_bar.value() == TIMELINE


def plan_two_conversations(job: Job) -> None:
    """The second one first on the moment of the first: that is said, and refused by nobody."""
    hands = job.hands
    hands.press(Key.Key_N, held=Control)
    first = dialog(PlanDialog)
    assert not first.warning.isVisible()
    hands.press(Key.Key_Return, held=Control)
    hands.press(Key.Key_N, held=Control)
    form = dialog(PlanDialog)
    hands.tab_to(form.day)
    proposed = form.day.value()
    hands.press(Key.Key_Down)
    assert form.warning.isVisible()
    assert job.reads(f"{STUDENT} {job.words.clash}")
    hands.press(Key.Key_Up)
    assert form.day.value() == proposed
    assert not form.warning.isVisible()
    hands.press(Key.Key_Return, held=Control)
    assert job.student().title() == STUDENT
    job.clock.pass_time(days=4)


def have_the_first(job: Job) -> None:
    """From the first page: a note, a tick with the next note open, an agreement, and rounded off."""
    hands = job.hands
    job.go_to(1)
    card = job.today().view.next_card
    assert card.name.text() == STUDENT
    hands.start_counting()
    hands.press(Key.Key_Return)
    page = job.conversation()
    agenda = page.parts.agenda
    hands.type(NOTE)
    hands.press(Key.Key_Return, held=Control)
    hands.type(SECOND_NOTE)
    assert [row.box.isChecked() for row in agenda.rows[:2]] == [True, False]
    hands.press(Key.Key_Escape, Key.Key_Space)
    assert [row.box.isChecked() for row in agenda.rows[:2]] == [True, True]
    assert job.reads(NOTE)
    hands.tab_to(page.parts.made.quick.what)
    hands.type(AGREEMENT)
    hands.press(Key.Key_Return)
    assert [row.text() for row in page.parts.made.rows] == [AGREEMENT]
    assert hands.clicks == 0
    hands.click(job.words.round_off)
    assert page.bar.state.text() == job.words.held
    job.clock.pass_time(hours=1, minutes=30)


def mark_the_second_not_held(job: Job) -> None:
    """Not without saying why."""
    hands = job.hands
    hands.click(job.conversation().bar.next_talk)
    hands.click(job.words.did_not_go_ahead)
    form = dialog(NotHeldDialog)
    hands.press(Key.Key_Return, held=Control)
    assert form.isVisible()
    hands.press("2")
    hands.press(Key.Key_Return, held=Control)
    assert job.conversation().bar.state.text() == job.words.not_held
    # The way back is the way one came.
    hands.press(Key.Key_Left, held=Alt)
    assert job.conversation().bar.state.text() == job.words.held
    hands.press(Key.Key_Left, held=Alt)
    assert job.today().isVisible()


def delete_the_agreement_and_put_it_back(job: Job) -> None:
    """Gone at once without a question, and back from the bin behind the settings."""
    hands = job.hands
    job.find(WORD_OF_NOTE)
    made = job.conversation().parts.made
    hands.click(made.rows[0].remove)
    assert made.rows == []
    hands.press(Key.Key_Comma, held=Control)
    settings = job.settings()
    while not settings.bin.open_button.hasFocus():
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)
    assert [row.title.text() for row in job.bin().rows()] == [AGREEMENT]
    assert job.bin().rows()[0].restore.hasFocus()
    hands.press(Key.Key_Space)
    assert job.bin().rows() == []
    assert job.bin().nothing.isVisible()
    job.find(WORD_OF_NOTE)
    assert [row.text() for row in job.conversation().parts.made.rows] == [AGREEMENT]


def take_back_and_do_again(job: Job) -> None:
    """Ctrl+Z takes back the last action, also one of another page, and says what; Ctrl+Shift+Z does it again."""
    hands = job.hands
    made = job.conversation().parts.made
    hands.click(made.rows[0].remove)
    assert made.rows == []
    hands.press(Key.Key_Z, held=Control)
    assert [row.text() for row in made.rows] == [AGREEMENT]
    assert job.words.undone in job.main().status_texts()[0]
    hands.press(Key.Key_Z, held=Control | Shift)
    assert made.rows == []
    assert job.words.done_again in job.main().status_texts()[0]
    hands.press(Key.Key_Z, held=Control)
    assert [row.text() for row in made.rows] == [AGREEMENT]


def search(job: Job) -> None:
    """A word of a note finds the conversation, two letters of a name without its accents the student."""
    job.go_to(1)
    job.find(WORD_OF_NOTE)
    assert job.conversation().title() == STUDENT
    assert job.reads(NOTE)
    job.go_to(1)
    job.find("lukasz")
    assert job.student().title() == STUDENT


def show_the_student(job: Job) -> None:
    """F9 during a talk: the student reads along what was agreed, and nothing of the coaching; F9 again goes back."""
    hands = job.hands
    job.find(WORD_OF_NOTE)
    assert job.reads(NOTE)
    hands.press(Key.Key_F9)
    job.wait(lambda: isinstance(top(), JointWindow))
    assert joint_screen.is_on()
    assert job.reads(AGREEMENT)
    assert not job.reads(NOTE)
    assert not job.main().isVisible()
    hands.press(Key.Key_F9)
    job.wait(lambda: top() is job.main())
    assert not joint_screen.is_on()
    assert job.conversation().title() == STUDENT
    assert job.reads(NOTE)


def open_a_round(job: Job) -> None:
    """From the tab of the evaluations, which explains what a round is as long as there is none."""
    hands = job.hands
    hands.press(Key.Key_Left, held=Alt)
    page = job.student()
    while page.tab_bar.value() != EVALUATIONS:
        hands.press(Key.Key_Tab, held=Control)
    hands.click(job.words.open_a_round)
    dialog(RoundDialog)
    hands.press(Key.Key_Return, held=Control)
    # The page of the round, with the keyboard on the one button of its first step: the own sheet.
    assert job.round().title() == STUDENT
    hands.press(Key.Key_Space)
    assert job.sheet().title()


def score(job: Job) -> None:
    """Nine levels by keyboard, evidence and a comment, the conditions, and ready."""
    hands = job.hands
    page = job.sheet()
    hands.start_counting()
    give_levels(hands, LEVELS)
    assert hands.actions() <= MOST_ACTIONS_OF_NINE_SCORES
    assert page.bar.progress_text().split()[0] == str(len(LEVELS))
    hands.tab_to(page.body.evidence)
    hands.type(EVIDENCE)
    hands.tab_to(page.body.comment)
    hands.type(COMMENT)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_PageDown, held=Control)
    hands.press(*[Key.Key_Up] * (len(LEVELS) - 1))
    give_levels(hands, CONDITIONS)
    hands.press(Key.Key_PageUp, held=Control)
    hands.click(job.words.ready)
    assert not page.list.rows()[0].picker.isEnabled()
    hands.click(job.words.preview)
    job.wait(job.printing().preview.is_complete)


def give_levels(hands: Hands, levels: str) -> None:
    """One level a row, from the top row down."""
    for number, level in enumerate(levels):
        if number:
            hands.press(Key.Key_Down)
        hands.press(level)


def save_report(job: Job, target: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Save what is shown; gives the text of the PDF."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    job.hands.click(job.words.save)
    job.wait(lambda: job.words.saved + str(target) in job.printing().work.text())
    return " ".join(" ".join(pages_of(target.read_bytes())).split())


def make_final(job: Job) -> None:
    """Not without a reason for what is missing, and with a tick where the student did not respond."""
    hands = job.hands
    shown = job.printing().preview.file
    hands.click(f"{job.words.make_final}…")
    form = dialog(FinaliseDialog)
    hands.click(job.words.make_final)
    assert form.reason.hasFocus() or form.rows[0].reason.hasFocus()
    assert form.isVisible()
    hands.click(form.same_reason)
    hands.type(GAP_REASON)
    hands.click(form.no_response)
    hands.click(job.words.make_final)
    preview = job.printing().preview
    job.wait(lambda: preview.file is not shown and preview.is_complete())


def check_report(text: str, job: Job) -> None:
    """The student, the nine criteria, every level that was given and the comment; nothing of the coaching."""
    letters = "".join(text.split())
    kept = json.loads((RESOURCES / "content" / "criteria.json").read_text(encoding="utf-8"))
    names = [criterion["name"][job.spoken] for criterion in kept["criteria"]]
    labels = {str(level["level"]): level["label"][job.spoken] for level in kept["levels"]["student_part"]}
    assert len(names) == len(LEVELS)
    for expected in (STUDENT, *names, *(labels[level] for level in LEVELS), EVIDENCE, COMMENT, AGREEMENT):
        assert "".join(expected.split()) in letters, expected
    for note in (NOTE, SECOND_NOTE):
        assert "".join(note.split()) not in letters


def lock_and_unlock(job: Job) -> None:
    """A wrong passphrase gets one line; the right one brings everything back."""
    job.lock()
    card = job.unlock_card()
    assert card.subtitle_label.text() == job.words.locked
    assert not job.reads(STUDENT)
    job.hands.type("dit is ze niet")
    job.hands.press(Key.Key_Return)
    job.wait(lambda: card.passphrase.error() is not None)
    assert card.passphrase.error() == job.words.wrong_passphrase
    assert job.flow.main_window() is None
    job.unlock()
    job.find(WORD_OF_NOTE)
    assert job.conversation().title() == STUDENT
    assert job.reads(NOTE)
    job.close()


def put_a_backup_back(job: Job) -> None:
    """After a change: the state of before is there again, and that of now is kept beside it."""
    entry = profiles.profiles_in(job.data_dir)[0]
    made = [file for _made_at, file in profiles.backups_of(job.data_dir, entry.name)]
    assert profiles.read_backup(made[0]).owner == OWNER
    job.clock.pass_time(days=1)
    job.start()
    job.unlock()
    hands = job.hands
    job.go_to(2)
    hands.click(job.students().add_button)
    hands.type(SECOND_STUDENT)
    hands.press(Key.Key_Return, held=Control)
    assert job.students().table.model().rowCount() == 2
    job.lock()
    job.wait(lambda: job.words.backed_up in job.unlock_window().status.texts())
    changed = (entry.folder / DATABASE_FILE).read_bytes()
    hands.click(job.words.put_back)
    card = job.unlock_window().findChildren(RestoreCard)[-1]
    job.wait(card.list.isEnabled)
    # Below the one of the lock just now, which holds the change.
    hands.press(Key.Key_Down)
    hands.click(job.words.put_this_back)
    job.wait(lambda: job.unlock_window().unlock_card() is not None)
    assert job.words.was_put_back in job.unlock_card().hint()
    safety = Path(job.unlock_card().hint().rsplit(" ", 1)[1])
    assert (safety / DATABASE_FILE).read_bytes() == changed
    job.unlock()
    job.go_to(2)
    assert job.students().table.model().rowCount() == 1
    assert job.reads(STUDENT)
    assert not job.reads(SECOND_STUDENT)
    job.close()
