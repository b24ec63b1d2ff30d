"""What belongs to a year with one round: who takes part, what they say, and whether any of it shows too early."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from tests import factory
from tests.ui.hands import settle, top
from tests.ui.reading import words_in
from tests.ui.whole_job import Job, Key
from wpl_desktop.ui.evaluations.paper_page import PaperPage
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.rounds.round_page import RoundPage
from wpl_desktop.ui.widgets.level_row import LevelPicker

STUDENT, OTHER_STUDENT = "Łukasz Wójcik", "Femke Dierckx"
OWNER, SUPERVISOR = "Griet Vanhaverbeke", "Nadège Okonkwo-Maes"
CODES: Final = tuple(f"C{number}" for number in range(1, 10))
#: Nobody else gives a 4: any other level on the screen is somebody else's.
OWN_LEVELS, STUDENT_LEVELS, INSTITUTE_LEVELS = "4" * 9, "223" * 3, "322" * 3
OWN_WORDS = "Vraagt uit zichzelf om een nabespreking"
STUDENT_WORDS = "Ik durf nog niet alles te vragen"
STUDENT_SECRET = "Niemand luistert hier ooit naar mij"
INSTITUTE_WORDS = "Het portfolio loopt achter"
POSITIONS = "De student ziet 2, wij zien 4: we kijken er in maart opnieuw naar"
OUTSIDE_REASON = "Pas na de bladen gezien, in de les van vrijdag"
GAP_REASON = "Dat bespreken we in de volgende ronde"
STRONG = "Je bereidt je lessen zorgvuldig voor"
REFUSAL = "De opleiding tekent alleen op papier"
REOPEN_REASON = "Er stond een fout in de zin over wat sterk is"
PLACE = "Antwerpen"
_OTHERS_LEVELS = frozenset(map(int, STUDENT_LEVELS + INSTITUTE_LEVELS))


def make_two_students(job: Job) -> None:
    """A closed profile with two students, as after the first weeks of a school year."""
    _, services = factory.make_profile(job.data_dir, clock=job.clock, language=job.spoken)
    for name in (STUDENT, OTHER_STUDENT):
        factory.add_student(services, name=name)
    services.close()


def said(context: str, source: str, **values: object) -> str:
    """What a button says in the language of the program."""
    return filled(QCoreApplication.translate(context, source), **values)


def action(page: RoundPage, key: str) -> QAbstractButton:
    """The button of one action on the page of a round."""
    found = [one for one in page.findChildren(QAbstractButton) if one.objectName() == key and one.isVisible()]
    assert len(found) == 1, (key, len(found))
    return found[0]


def do(job: Job, key: str) -> None:
    """Go to the button of an action on the page of the round by keyboard, and press it."""
    page = job.page(RoundPage)
    job.hands.tab_to(action(page, key))
    job.hands.press(Key.Key_Space)


def choose_from_menu(job: Job, key: str, *, down: int = 1) -> None:
    """Open the menu of a button on the page of the round and take a line of it."""
    do(job, key)
    menu = cast("QMenu | None", QApplication.activePopupWidget())
    assert menu is not None
    for pressed in [Key.Key_Down] * down + [Key.Key_Return]:
        QTest.keyClick(menu, pressed)
    settle()


def give(job: Job, levels: str) -> None:
    """One level a row, from the row that has the keyboard down."""
    for number, level in enumerate(levels):
        if number:
            job.hands.press(Key.Key_Down)
        job.hands.press(level)


def everything_on(window: QWidget) -> Iterator[str]:
    """All words of a window, also of what is not shown now, and what stands in fields."""
    yield from words_in(window)
    for widget in _of_no_paper(window):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        yield str(widget.property("text") or "")
        if isinstance(widget, QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()


def _of_no_paper(window: QWidget) -> Iterator[QWidget]:
    """The widgets of a window but for the paper that the owner typed over, which stays open behind other pages."""
    papers = [paper for paper in window.findChildren(PaperPage) if not paper.isVisible()]
    for widget in window.findChildren(QWidget):
        if not any(paper.isAncestorOf(widget) for paper in papers):
            yield widget


def nothing_of_others(secrets: Sequence[str]) -> None:
    """R5: no word and no level of another perspective anywhere in the window on top, shown or not."""
    everything = "\n".join(everything_on(top()))
    found = [words for words in secrets if words in everything]
    assert found == [], f"{found} on {top()}"
    picked = {picker.value for picker in _of_no_paper(top()) if isinstance(picker, LevelPicker)}
    assert picked.isdisjoint(_OTHERS_LEVELS), picked


def pages_about(job: Job) -> Iterator[Page]:
    """Every page of the main window that says something of the round, one after the other."""
    window = job.main()
    board = window.current_page()
    assert isinstance(board, RoundPage)
    about = board.place()
    round_id, whose = about["round_id"], board.subject()
    for name, arguments in (
        ("round", about),
        ("evaluations", {}),
        ("today", {}),
        *(("student", {**whose, "tab": tab}) for tab in ("evaluations", "timeline", "data")),
        *(
            (name, {**about, "perspective": perspective, "strand": strand})
            for name in ("score_sheet",)
            for perspective, strand in _hidden_sheets()
        ),
        *(("side_by_side", {**about, "strand": strand}) for strand in _strands()),
        ("printing", {"round_id": round_id}),
    ):
        page = window.show_page(name, **arguments)
        settle()
        yield page
    window.show_page("round", **about)
    settle()


def _strands() -> list[object]:
    from wpl_desktop.domain.criteria import Strand

    return list(Strand)


def _hidden_sheets() -> list[tuple[object, object]]:
    """The sheets of who filled them in themselves, and one's own."""
    from wpl_desktop.domain.evaluations import Perspective

    return [
        (perspective, strand)
        for perspective in (Perspective.STUDENT, Perspective.WORKPLACE)
        for strand in _strands()
    ]


def files_with(folder: Path, words: Sequence[str]) -> list[tuple[str, str]]:
    """Which files of a folder hold which words as bytes."""
    return [
        (file.name, one)
        for file in folder.rglob("*")
        if file.is_file()
        for one in words
        if one.encode() in file.read_bytes() or one.encode("utf-16-le") in file.read_bytes()
    ]
