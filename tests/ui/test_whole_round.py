"""A year with one round as a mentor does it: apart, handed over, side by side, final, signed, reopened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from tests.reports.reading import pages_of
from tests.ui.hands import dialog, settle, shown_words, top
from tests.ui.whole_job import RESOURCES, Alt, Control, Job, Key, Shift
from tests.ui.whole_round import (
    CODES,
    GAP_REASON,
    INSTITUTE_LEVELS,
    INSTITUTE_WORDS,
    OTHER_STUDENT,
    OUTSIDE_REASON,
    OWN_LEVELS,
    OWN_WORDS,
    PLACE,
    POSITIONS,
    REFUSAL,
    REOPEN_REASON,
    STRONG,
    STUDENT,
    STUDENT_LEVELS,
    STUDENT_SECRET,
    STUDENT_WORDS,
    SUPERVISOR,
    choose_from_menu,
    do,
    everything_on,
    files_with,
    give,
    make_two_students,
    nothing_of_others,
    pages_about,
    said,
)
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.ui import language
from wpl_desktop.ui.evaluations.handed_page import FILL_IN
from wpl_desktop.ui.evaluations.paper_page import PaperPage
from wpl_desktop.ui.hand_over_window import HandOverWindow
from wpl_desktop.ui.printing.report_texts_dialog import ReportTextsDialog
from wpl_desktop.ui.rounds.board_page import BoardPage
from wpl_desktop.ui.rounds.code_dialog import CodeDialog
from wpl_desktop.ui.rounds.finalise_dialog import FinaliseDialog
from wpl_desktop.ui.rounds.reopen_dialog import ReopenDialog
from wpl_desktop.ui.rounds.reveal_dialog import RevealDialog
from wpl_desktop.ui.rounds.round_dialog import RoundDialog
from wpl_desktop.ui.rounds.round_page import RoundPage
from wpl_desktop.ui.rounds.signature_dialog import SignatureDialog
from wpl_desktop.ui.side_by_side.side_by_side_page import SideBySidePage


@pytest.fixture(params=["nl", pytest.param("en", marks=pytest.mark.long)])
def job(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Job]:
    started = Job(qtbot, folder=tmp_path, spoken=str(request.param), prepare=make_two_students)
    started.unlock()
    yield started
    started.end()
    language.install("en", resources=RESOURCES)
    language.set_words({})


def test_a_year_with_one_round(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    open_for_two_at_once(job)
    fill_in_own_sheet(job)
    try_to_reveal_too_early(job)
    hand_over_to_the_student(job)
    type_over_the_paper_of_the_institute(job)
    reveal(job)
    agree(job)
    write_a_text(job)
    finalise(job, expects_refusal=True)
    sign(job)
    first = job.folder / "first.pdf"
    read = save(job, first, monkeypatch)
    code = check_first_print(read, job)
    restart(job)
    again = job.folder / "again.pdf"
    save(job, again, monkeypatch)
    assert again.read_bytes() == first.read_bytes()
    find_by_its_code(job, code)
    reopen(job)
    finalise(job)
    second = job.folder / "second.pdf"
    check_second_print(save(job, second, monkeypatch), code)
    older = job.folder / "older.pdf"
    save(job, older, monkeypatch, edition=1)
    assert older.read_bytes() == first.read_bytes()
    job.close()
    assert files_with(job.data_dir, (STUDENT, STUDENT.split()[1], STUDENT_SECRET, STUDENT_WORDS)) == []


def open_for_two_at_once(job: Job) -> None:
    """From the board, with the keyboard: both rows, one dialog, and the round in which everything is asked."""
    hands = job.hands
    job.go_to(4)
    board = job.page(BoardPage)
    assert board.no_round.button.isVisible()
    hands.tab_to(board.table)
    hands.press(Key.Key_Home, held=Control)
    hands.press(Key.Key_Down, held=Shift)
    assert len(board.table.chosen_keys()) == 2
    hands.press(Key.Key_Return, held=Control)
    form = dialog(RoundDialog)
    assert job.reads(STUDENT)
    assert job.reads(OTHER_STUDENT)
    hands.click(form.kind.findChildren(QAbstractButton)[-1])
    assert form.values().kind is RoundKind.FINAL
    hands.press(Key.Key_Return, held=Control)
    board = job.page(BoardPage)
    assert [str(board.table.board.index(row, 1).data()) for row in range(2)] != ["", ""]
    open_round_of_the_student(job)


def open_round_of_the_student(job: Job) -> None:
    """From the board, by the cell of the round."""
    board = job.page(BoardPage)
    names = [str(board.table.board.index(row, 0).data()) for row in range(2)]
    hands = job.hands
    hands.tab_to(board.table)
    hands.press(Key.Key_Home, held=Control)
    hands.press(*[Key.Key_Down] * names.index(STUDENT), Key.Key_Right, Key.Key_Return)
    assert job.page(RoundPage).title() == STUDENT


def fill_in_own_sheet(job: Job) -> None:
    """Both parts by keys; the button that is now holds the keyboard."""
    hands = job.hands
    hands.press(Key.Key_Space)
    sheet = job.sheet()
    give(job, OWN_LEVELS)
    hands.tab_to(sheet.body.comment)
    hands.type(OWN_WORDS)
    hands.press(Key.Key_Escape)
    hands.click(sheet.bar.ready)
    hands.press(Key.Key_PageDown, held=Control)
    hands.press(*[Key.Key_Up] * (len(OWN_LEVELS) - 1))
    give(job, OWN_LEVELS)
    hands.click(sheet.bar.ready)
    back_to_the_round(job)


def back_to_the_round(job: Job) -> None:
    """By the way back of the frame."""
    job.hands.press(Key.Key_Left, held=Alt)
    assert job.page(RoundPage).title() == STUDENT


def try_to_reveal_too_early(job: Job) -> None:
    """Who is missing is said by name, and Enter waits."""
    do(job, "reveal")
    asked = dialog(RevealDialog)
    assert asked.is_waiting()
    for who in (STUDENT, SUPERVISOR):
        assert who.split()[0] in shown_words().replace(STUDENT, "", 1), shown_words()
    job.hands.press(Key.Key_Return)
    assert not job.page(RoundPage).steps.isHidden()
    nothing_of_others([STUDENT_WORDS, INSTITUTE_WORDS])


def hand_over_to_the_student(job: Job) -> None:
    """The student fills in, does not share the second part, and only the passphrase leads back."""
    hands = job.hands
    do(job, "hand:student")
    window = top()
    assert isinstance(window, HandOverWindow)
    page = window.page
    nothing_of_others([OWN_WORDS, OTHER_STUDENT])
    hands.press(Key.Key_Return)
    assert page.current() is page.own
    give(job, STUDENT_LEVELS)
    hands.tab_to(page.own.body.comment)
    hands.type(STUDENT_WORDS)
    hands.click(page.own.bar.ready)
    hands.click(page.intro.buttons[FILL_IN])
    hands.press("1")
    hands.tab_to(page.about.body.comment)
    hands.type(STUDENT_SECRET)
    hands.click(page.about.bar.ready)
    assert not page.sharing.done.isEnabled()
    hands.click(said("SharingCard", "Do not share"))
    hands.click(page.sharing.done)
    assert page.current() is page.thanks
    hands.press(Key.Key_L, held=Control)
    job.wait(lambda: job.flow.unlock_window() is not None)
    job.wait(job.unlock_window().isActiveWindow)
    assert job.flow.main_window() is None
    hands.type("dit is ze niet")
    hands.press(Key.Key_Return)
    card = job.unlock_card()
    job.wait(lambda: card.passphrase.error() is not None)
    assert job.flow.main_window() is None
    job.unlock()
    assert job.page(RoundPage).title() == STUDENT
    nothing_on_any_page(job, STUDENT_WORDS, STUDENT_SECRET)


def nothing_on_any_page(job: Job, *secrets: str) -> None:
    """R5 on every page that says something of the round, and in what the search finds."""
    hands = job.hands
    for _ in pages_about(job):
        nothing_of_others(secrets)
    for words in secrets:
        hands.press(Key.Key_K, held=Control)
        hands.type(" ".join(words.split()[-2:]))
        settle()
        popup = job.main().search.popup()
        if popup is not None:
            assert words not in "\n".join(everything_on(popup))
        hands.press(Key.Key_Escape, Key.Key_Escape)


def type_over_the_paper_of_the_institute(job: Job) -> None:
    """In the order of the paper, with who wrote it; it was blind, for the own sheet was ready."""
    hands = job.hands
    choose_from_menu(job, "paper:institute")
    page = job.page(PaperPage)
    assert page.head.written_by.text() == SUPERVISOR
    for level in INSTITUTE_LEVELS:
        hands.press(level)
        hands.type(INSTITUTE_WORDS if level == "3" else "")
        hands.press(Key.Key_Return, Key.Key_Return)
    give_paper_conditions(job)
    assert page.bar.ready.hasFocus()
    hands.press(Key.Key_Space)
    assert job.page(RoundPage).title() == STUDENT
    nothing_on_any_page(job, STUDENT_WORDS, STUDENT_SECRET, INSTITUTE_WORDS)


def give_paper_conditions(job: Job) -> None:
    for _ in CODES:
        job.hands.press("3", Key.Key_Return)


def reveal(job: Job) -> None:
    """Now that all are ready it is one act."""
    do(job, "reveal")
    asked = dialog(RevealDialog)
    assert not asked.is_waiting()
    job.hands.click(asked.primary)
    assert job.page(SideBySidePage).columns.isVisible()


def agree(job: Job) -> None:
    """One level by its key, a difference that stands with its words, one level outside the range with a reason."""
    hands = job.hands
    page = job.page(SideBySidePage)
    # The control: what was looked for before is there now.
    assert INSTITUTE_WORDS in "\n".join(everything_on(page))
    assert [row.criterion.code for row in page.list.rows()] == list(CODES)
    hands.press("4", Key.Key_Down, "d")
    assert page.block.positions.hasFocus()
    hands.type(POSITIONS)
    hands.press(Key.Key_Escape, Key.Key_Down, "1")
    assert page.block.reason.isVisible()
    assert page.bar.progress_text().split()[0] == "2"
    hands.tab_to(page.block.reason)
    hands.type(OUTSIDE_REASON)
    hands.press(Key.Key_Escape)
    assert page.bar.progress_text().split()[0] == "3"
    hands.press(*[Key.Key_Down] * (len(CODES) - 3))
    assert STUDENT_WORDS in "\n".join(everything_on(page))
    hands.click(page.head.strand.findChildren(QAbstractButton)[1])
    assert STUDENT_SECRET not in "\n".join(everything_on(page))
    page.focus_first()
    hands.press("3")
    assert page.bar.progress_text().split()[0] == "1"
    back_to_the_round(job)


def write_a_text(job: Job) -> None:
    do(job, "texts")
    form = dialog(ReportTextsDialog)
    hands = job.hands
    hands.tab_to(form.strong)
    hands.type(STRONG)
    hands.click(form.close_button)


def finalise(job: Job, *, expects_refusal: bool = False) -> None:
    """Every gap takes a reason of its own, and where the student did not respond there is a tick."""
    do(job, "finalise")
    form = dialog(FinaliseDialog)
    hands = job.hands
    assert form.rows
    if expects_refusal:
        hands.click(form.primary)
        assert form.isVisible()
        assert form.rows[0].reason.hasFocus()
    for row in form.rows:
        hands.tab_to(row.reason)
        if not row.reason.text():
            hands.type(GAP_REASON)
    if expects_refusal:
        hands.click(form.primary)
        assert form.isVisible()
        assert form.no_response.hasFocus()
        hands.press(Key.Key_Space)
    hands.click(form.primary)
    assert job.page(RoundPage).title() == STUDENT


def sign(job: Job) -> None:
    """The student on this screen, in turn; the institute does not, and says why."""
    hands = job.hands
    do(job, "sign:student")
    form = dialog(SignatureDialog)
    hands.tab_to(form.place)
    hands.type(PLACE)
    hands.press(Key.Key_Return, held=Control)
    do(job, "refuse:institute")
    form = dialog(SignatureDialog)
    hands.press(Key.Key_Return, held=Control)
    assert form.isVisible()
    assert form.field_error("reason")
    hands.type(REFUSAL)
    hands.press(Key.Key_Return, held=Control)
    assert REFUSAL in shown_words(job.page(RoundPage))


def save(job: Job, target: Path, monkeypatch: pytest.MonkeyPatch, *, edition: int | None = None) -> str:
    """Print the version that holds, or an older one, to a file; gives its words without spaces."""
    do(job, "print" if edition is None else f"print:{edition}")
    page = job.printing()
    job.wait(page.preview.is_complete)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    job.hands.click(page.save_button)
    job.wait(lambda: str(target) in page.work.text())
    back_to_the_round(job)
    return without_spaces(" ".join(pages_of(target.read_bytes())))


def without_spaces(words: str) -> str:
    return "".join(words.split())


def check_first_print(read: str, job: Job) -> str:
    """How each sheet came in, what was said and agreed, why there are gaps, and the code; gives the code."""
    codes = re.findall(r"[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}", shown_words(job.page(RoundPage)))
    assert len(codes) == 1
    code = codes[0]
    ways = (
        said("Report", "filled in on screen, by themselves"),
        said("Report", "on paper, written by {who} on {day}", who=SUPERVISOR, day="").rstrip(),
    )
    expected = (STUDENT, code, *ways, OWN_WORDS, STUDENT_WORDS, INSTITUTE_WORDS, POSITIONS)
    for words in (*expected, OUTSIDE_REASON, GAP_REASON, STRONG, REFUSAL, PLACE):
        assert without_spaces(words) in read, words
    assert without_spaces(said("Report", "not blind")) not in read
    assert without_spaces(STUDENT_SECRET) not in read
    assert without_spaces(OTHER_STUDENT) not in read
    return code


def check_second_print(read: str, code: str) -> None:
    assert code not in read
    assert without_spaces(REFUSAL) not in read
    assert without_spaces(GAP_REASON) in read


def restart(job: Job) -> None:
    """Close the program and start it again, as the next morning."""
    job.close()
    job.clock.pass_time(days=1)
    job.start()
    job.unlock()
    job.go_to(4)
    open_round_of_the_student(job)


def find_by_its_code(job: Job, code: str) -> None:
    """As somebody types it who holds the paper: small letters, no dashes."""
    hands = job.hands
    do_code = job.page(RoundPage).code_button
    hands.tab_to(do_code)
    hands.press(Key.Key_Space)
    form = dialog(CodeDialog)
    hands.type(code.lower().replace("-", ""))
    hands.press(Key.Key_Return)
    assert form.who.text() == STUDENT
    found = form.found()
    assert found is not None
    assert (found.is_current, found.matches, found.still_so) == (True, True, True)
    hands.press(Key.Key_Escape)


def reopen(job: Job) -> None:
    """Not without a reason; what was signed no longer holds."""
    hands = job.hands
    do(job, "reopen")
    form = dialog(ReopenDialog)
    hands.press(Key.Key_Return, held=Control)
    assert form.reason_field.error()
    hands.type(REOPEN_REASON)
    hands.press(Key.Key_Return, held=Control)
    page = job.page(RoundPage)
    assert REOPEN_REASON in shown_words(page)
    do(job, "texts")
    texts = dialog(ReportTextsDialog)
    hands.tab_to(texts.strong)
    hands.type(" (verbeterd)")
    hands.click(texts.close_button)
