"""One's own sheet on the mentor's laptop, step by step; the part that may be withheld is in memory only (R9)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, text

from tests import factory
from tests.ui.evaluations.score_sheets import press
from tests.ui.reading import clipped_in, nameless_in, words_in
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import StorageFull
from wpl_desktop.domain.evaluations import NOT_OBSERVED, Perspective, RoundKind, Score, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations import handed_export
from wpl_desktop.ui.evaluations.handed_page import BACK, FILL_IN, LATER, READY, SKIP, HandedPage
from wpl_desktop.ui.evaluations.handed_sharing import Sharing
from wpl_desktop.ui.evaluations.handed_sheet import HandedSheet

RESOURCES = Path(__file__).parents[3] / "resources"
STUDENT, INSTITUTE = Perspective.STUDENT, Perspective.INSTITUTE
SECRET = "niemand luistert hier ooit"
PASSWORD = "een woord van mij"
Handed = Callable[..., HandedPage]


@pytest.fixture
def round_id(sheet_services: Services) -> uuid.UUID:
    student = factory.add_student(sheet_services, name="Phan Thị Hạnh", call_name="Hạnh")
    return factory.add_round(sheet_services, student, kind=RoundKind.START, focus=("C2", "C3", "C6"))


@pytest.fixture
def handed(qtbot: QtBot, sheet_services: Services, round_id: uuid.UUID) -> Handed:
    def shown(perspective: Perspective = STUDENT, *, size: tuple[int, int] = (1366, 712)) -> HandedPage:
        page = HandedPage(sheet_services, sheet_services.hand_over.view(round_id, perspective))
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        page.focus_first()
        return page

    return shown


def fill_in(sheet: HandedSheet, level: str, comment: str = "") -> None:
    """A level on every row, and a comment on the last."""
    for number, row in enumerate(sheet.list.rows()):
        sheet._focus_row(number)
        QTest.keyClicks(row.picker, level)
    if comment:
        QTest.keyClicks(sheet.body.comment, comment)


def is_empty(sheet: HandedSheet) -> bool:
    return all(values == ScoreValues() for values in sheet.values().values())


def at_sharing(page: HandedPage) -> HandedPage:
    """The page where the student decides about a view of the workplace that was filled in."""
    page.welcome.begin.click()
    fill_in(page.own, "2", "over mij")
    page.own.bar.ready.click()
    page.intro.buttons[FILL_IN].click()
    fill_in(page.about, "1", SECRET)
    page.about.bar.ready.click()
    assert page.current() is page.sharing
    return page


def choose(page: HandedPage, sharing: Sharing) -> None:
    page.sharing.choice.set_value(sharing)
    page.sharing.choice.chosen.emit(sharing)


def everything_in(services: Services) -> str:
    """Every column of every table, decrypted."""
    lines: list[str] = []
    with services.database.reading() as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for table in tables:
            lines += [repr(tuple(row)) for row in session.execute(text(f'SELECT * FROM "{table}"'))]
    return "\n".join(lines)


def scores_kept(services: Services) -> int:
    with services.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Score)) or 0


# The way through


def test_it_begins_with_whose_sheet_it_is_and_what_happens_with_it(handed: Handed) -> None:
    page = handed()
    words = "\n".join(words_in(page))
    for said in (
        "Hello Hạnh",
        "round 1",
        "3 criteria",
        "Griet Vanhaverbeke",
        "voluntary",
        "leaving a row open",
    ):
        assert said in words
    assert page.focusWidget() is page.welcome.begin


def test_it_goes_from_the_own_part_to_the_workplace_to_ready_by_keyboard(
    handed: Handed, sheet_services: Services, round_id: uuid.UUID
) -> None:
    page = handed()
    press(page, Qt.Key.Key_Return, "3", Qt.Key.Key_Down, "x")
    page.own.bar.ready.setFocus()
    press(page, Qt.Key.Key_Return)
    assert page.current() is page.intro
    page.intro.buttons[SKIP].setFocus()
    press(page, Qt.Key.Key_Return)
    assert page.current() is page.end
    page.end.buttons[READY].setFocus()
    press(page, Qt.Key.Key_Return)
    assert page.current() is page.thanks
    assert "Griet Vanhaverbeke" in "\n".join(words_in(page))
    assert sheet_services.hand_over.view(round_id, STUDENT).ready


def test_a_level_is_on_disk_at_once_and_a_text_within_two_seconds(
    handed: Handed, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    page = handed()
    page.welcome.begin.click()
    press(page, "3")

    def first() -> str:
        part = sheet_services.hand_over.view(round_id, STUDENT).parts[Strand.STUDENT_PART]
        score = part.scores[part.criteria[0].id]
        return f"{score.mark.level} {score.comment}"

    assert first() == "3 "
    QTest.keyClicks(page.own.body.comment, "ik vraag meer")
    qtbot.waitUntil(lambda: first() == "3 ik vraag meer", timeout=2_000)


def test_the_thank_you_has_one_button_and_it_locks(handed: Handed, qtbot: QtBot) -> None:
    page = at_sharing(handed())
    choose(page, Sharing.EVERYBODY)
    page.sharing.done.click()
    assert page.focusWidget() is page.thanks.lock
    with qtbot.waitSignal(page.lock_requested):
        page.thanks.lock.click()


def test_the_institute_fills_in_both_parts_and_both_are_kept(
    handed: Handed, sheet_services: Services, round_id: uuid.UUID
) -> None:
    page = handed(INSTITUTE)
    assert "Hello Nadège" in "\n".join(words_in(page))
    page.welcome.begin.click()
    page.own.bar.ready.click()
    assert page.current() is page.about
    assert page.about.head.notice_text() == ""
    fill_in(page.about, "4", "vanop de opleiding")
    page.about.bar.ready.click()
    page.end.buttons[READY].click()
    part = sheet_services.hand_over.view(round_id, INSTITUTE).parts[Strand.WORKPLACE_PART]
    assert {score.mark for score in part.scores.values()} == {level_mark(4)}
    assert part.ready_at is not None


def test_a_sheet_that_is_ready_is_read_or_opened_again(
    handed: Handed, sheet_services: Services, round_id: uuid.UUID
) -> None:
    sheet_services.hand_over.finish(round_id, STUDENT)
    page = handed()
    page.welcome.read.click()
    press(page, "4")
    assert not page.own.list.rows()[0].picker.isEnabled()
    assert is_empty(page.own)
    again = handed()
    again.welcome.begin.click()
    press(again, "4")
    view = sheet_services.hand_over.view(round_id, STUDENT)
    assert not view.ready
    assert level_mark(4) in {score.mark for score in view.parts[Strand.STUDENT_PART].scores.values()}


def test_what_cannot_be_kept_is_said_and_nothing_is_ready(
    handed: Handed, sheet_services: Services, round_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = handed()
    page.welcome.begin.click()

    def full(*_arguments: object, **_named: object) -> None:
        raise StorageFull

    with monkeypatch.context() as broken:
        broken.setattr(sheet_services.evaluations, "save_score", full)
        press(page, "3")
        assert "Not saved yet" in page.trouble.text()
        page.leave()
        assert page.leaving.paragraphs[2].isVisible()
        page.leaving.buttons[BACK].click()
    assert page.flush()
    assert page.trouble.text() == ""


# No way to others


def test_there_are_no_phrases_no_keys_and_no_other_view(handed: Handed) -> None:
    page = handed()
    page.welcome.begin.click()
    assert [found.key().toString() for found in page.findChildren(QShortcut) if found.isEnabled()] == []
    for sheet in (page.own, page.about):
        assert sheet.body.phrases.isHidden()
        assert sheet.head.strand.isHidden()
        assert sheet.head.whose.isHidden()


def test_the_own_last_round_is_shown_and_nobody_elses(sheet_services: Services, qtbot: QtBot) -> None:
    student = factory.add_student(sheet_services)
    before = factory.add_round(sheet_services, student, number=1)
    factory.score_all(sheet_services, before, perspective=STUDENT, comment="dat zei ik toen")
    factory.score_all(sheet_services, before, comment="dat zei de mentor toen")
    now = factory.add_round(sheet_services, student, number=2)
    factory.score_all(sheet_services, now, comment="dat zegt de mentor nu")
    page = HandedPage(sheet_services, sheet_services.hand_over.view(now, STUDENT))
    qtbot.addWidget(page)
    page.resize(1366, 712)
    page.show()
    page.welcome.begin.click()
    words = "\n".join(words_in(page))
    assert "dat zei ik toen" in words
    assert "Your comment in round 1" in words
    assert "de mentor" not in words


# R9


def test_r9_no_answer_is_chosen_and_all_weigh_the_same(handed: Handed) -> None:
    page = at_sharing(handed())
    assert page.sharing.choice.value() is None
    assert not page.sharing.done.isEnabled()
    rows = page.sharing.choice.findChildren(QWidget)
    assert page.focusWidget() not in rows
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is rows[0]
    assert page.sharing.choice.value() is None
    assert len({(row.width(), row.height()) for row in rows}) == 1
    assert len(page.sharing.choice.options()) == 3


def test_r9_without_an_institute_there_are_two_answers(sheet_services: Services, qtbot: QtBot) -> None:
    alone = factory.add_round(sheet_services, factory.add_student(sheet_services, institute=""))
    page = HandedPage(sheet_services, sheet_services.hand_over.view(alone, STUDENT))
    qtbot.addWidget(page)
    values = [option.value for option in page.sharing.choice.options()]
    assert values == [Sharing.EVERYBODY, Sharing.NOBODY]


def test_r9_it_is_said_beside_the_form_that_it_is_kept_only_when_shared(handed: Handed) -> None:
    page = at_sharing(handed())
    page.sharing.back.click()
    assert "kept only when you share it" in page.about.head.notice_text()
    assert page.own.head.notice_text() == ""


def test_r9_nothing_is_stored_before_it_is_shared(
    handed: Handed, sheet_services: Services, qtbot: QtBot
) -> None:
    page = handed()
    page.welcome.begin.click()
    page.own.bar.ready.click()
    page.intro.buttons[FILL_IN].click()
    before = scores_kept(sheet_services)
    secret = "dit zeg ik nog tegen niemand"
    fill_in(page.about, "1", secret)
    # Longer than anything that saves itself waits.
    qtbot.wait(2_100)
    assert page.flush()
    assert page.drafts.waiting() == {}
    assert scores_kept(sheet_services) == before
    assert secret in {values.comment for values in page.about.values().values()}
    assert secret not in everything_in(sheet_services)


def test_r9_what_is_shared_is_kept(handed: Handed, sheet_services: Services, round_id: uuid.UUID) -> None:
    page = at_sharing(handed())
    choose(page, Sharing.EVERYBODY)
    page.sharing.done.click()
    part = sheet_services.hand_over.view(round_id, STUDENT).parts[Strand.WORKPLACE_PART]
    assert {score.mark for score in part.scores.values()} == {level_mark(1)}
    assert SECRET in {score.comment for score in part.scores.values()}


def test_r9_for_the_institute_alone_a_locked_file_leaves_and_nothing_stays(
    handed: Handed,
    sheet_services: Services,
    round_id: uuid.UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    secret = "een stokje van mij"
    monkeypatch.setattr(handed_export, "ask_for_place", lambda _parent, stem: stick / f"{stem}.pdf")
    page = handed()
    page.welcome.begin.click()
    page.own.bar.ready.click()
    page.intro.buttons[FILL_IN].click()
    fill_in(page.about, "1", secret)
    page.about.bar.ready.click()
    choose(page, Sharing.INSTITUTE)
    assert not page.sharing.done.isEnabled()
    QTest.keyClicks(page.sharing.password.line, "kort")
    page.sharing.save_button.click()
    assert page.sharing.password.error() is not None
    assert list(stick.iterdir()) == []
    page.sharing.password.line.setText(PASSWORD)
    page.sharing.save_button.click()
    (file,) = stick.iterdir()
    assert "Hạnh" not in file.name
    assert PdfReader(file).is_encrypted
    locked = PdfReader(file)
    locked.decrypt(PASSWORD)
    written = " ".join(leaf.extract_text() for leaf in locked.pages)
    assert secret in written
    assert page.sharing.password.text() == ""
    page.sharing.done.click()
    part = sheet_services.hand_over.view(round_id, STUDENT).parts[Strand.WORKPLACE_PART]
    assert {score.mark for score in part.scores.values()} == {NOT_OBSERVED}
    assert secret not in everything_in(sheet_services)
    assert is_empty(page.about)
    assert secret not in page.about.body.comment.text()


def test_r9_a_change_after_it_left_has_to_leave_again(
    handed: Handed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_export, "ask_for_place", lambda _parent, stem: tmp_path / f"{stem}.pdf")
    page = at_sharing(handed())
    choose(page, Sharing.INSTITUTE)
    page.sharing.password.line.setText(PASSWORD)
    page.sharing.save_button.click()
    assert page.sharing.done.isEnabled()
    page.sharing.back.click()
    press(page, Qt.Key.Key_Escape, "2")
    page.about.bar.ready.click()
    assert not page.sharing.done.isEnabled()


def test_r9_a_place_that_cannot_be_written_is_said_and_nothing_is_ready(
    handed: Handed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "pulled out" / "view.pdf"
    monkeypatch.setattr(handed_export, "ask_for_place", lambda _parent, _stem: gone)
    page = at_sharing(handed())
    choose(page, Sharing.INSTITUTE)
    page.sharing.password.line.setText(PASSWORD)
    page.sharing.save_button.click()
    assert "Choose another place" in page.sharing.said()
    assert not page.sharing.done.isEnabled()


def test_r9_leaving_midway_asks_clearly_and_drops_it(handed: Handed, qtbot: QtBot) -> None:
    page = at_sharing(handed())
    page.leave()
    asked = page.leaving.paragraphs[1]
    assert asked.isVisible()
    assert "goes away when you stop now" in asked.text()
    page.leaving.buttons[BACK].click()
    assert page.current() is page.sharing
    page.leave()
    with qtbot.waitSignal(page.lock_requested):
        page.leaving.buttons[LATER].click()


def test_r9_ready_while_leaving_asks_first_who_gets_it(
    handed: Handed, sheet_services: Services, round_id: uuid.UUID
) -> None:
    page = at_sharing(handed())
    page.sharing.back.click()
    page.leave()
    page.leaving.buttons[READY].click()
    assert page.current() is page.sharing
    assert not sheet_services.hand_over.view(round_id, STUDENT).ready


def test_without_anything_unshared_leaving_does_not_speak_of_it(handed: Handed) -> None:
    page = handed()
    page.leave()
    assert not page.leaving.paragraphs[1].isVisible()
    page.leaving.buttons[READY].click()
    assert page.current() is page.intro


def test_r9_what_was_shared_and_opened_again_is_still_there_and_silence_is_not(
    handed: Handed, sheet_services: Services, round_id: uuid.UUID
) -> None:
    page = at_sharing(handed())
    choose(page, Sharing.EVERYBODY)
    page.sharing.done.click()
    assert not is_empty(handed().about)
    sheet_services.hand_over.finish(round_id, STUDENT)
    assert is_empty(handed().about)


# Looks


@pytest.mark.parametrize(("size", "text_scale"), [((1366, 712), 1.0), ((1366, 712), 1.5), ((720, 364), 1.0)])
def test_nothing_is_cut_and_everything_has_a_name(
    handed: Handed, size: tuple[int, int], text_scale: float
) -> None:
    theme.install(theme.running_application(), resources=RESOURCES, text_scale=text_scale)
    page = handed(size=size)
    for step in page.steps():
        page.show_step(step)
        QTest.qWait(30)
        assert clipped_in(page) == []
        assert nameless_in(page) == []


def test_the_print_holds_what_is_on_the_screen(handed: Handed, tmp_path: Path) -> None:
    page = at_sharing(handed())
    export = page._export()
    written = " ".join(leaf.extract_text() for leaf in PdfReader(BytesIO(export.pages())).pages)
    assert SECRET in written
    # The other rows were left open, which is no answer.
    assert "observed" not in written
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert handed_export.print_pages(export.pages(), printer)
    assert (tmp_path / "printed.pdf").stat().st_size > 1_000
