"""Saving and printing: the bytes that are shown, whole or not at all, and every page on the paper."""

import errno
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.printing.helpers import WAIT, answer, open_page, student_with_round, wait_for_preview
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.background import CancelledError, Progress
from wpl_desktop.ui.printing import pdf_file
from wpl_desktop.ui.printing.documents import ReportFile
from wpl_desktop.ui.printing.paper import NotPrintedError, chosen_pages, make_printer, print_pages
from wpl_desktop.ui.printing.pdf_file import FileNotWrittenError, Trouble, write_whole


def printer_to(target: Path, file: ReportFile) -> QPrinter:
    """A printer that keeps its pages in a PDF file."""
    printer = make_printer(file)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def darkest_of(path: Path, number: int) -> tuple[int, int]:
    """The darkest and the lightest byte on a page, to see whether there is ink on paper."""
    with PdfDocument(path.read_bytes()) as document:
        page = document[number]
        bitmap = page.render(scale=1.0, may_draw_forms=False, prefer_bgrx=True)
        colours = bytes(bitmap.buffer)[0::4]
        bitmap.close()
        page.close()
    return min(colours), max(colours)


def test_the_saved_pdf_has_the_bytes_that_are_shown(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    student_with_round(services, name="Łukasz Wójcik")
    page = open_page(qtbot, services).page
    shown = wait_for_preview(qtbot, page)
    target = tmp_path / "verslag van Łukasz.pdf"
    proposals = answer(page, target=target)
    QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.work.text().startswith("Saved"), timeout=WAIT)
    assert target.read_bytes() == shown.data
    assert proposals[0].name == shown.file_name
    assert "jcik" not in proposals[0].name
    assert sorted(tmp_path.glob("*")) == sorted([tmp_path / "data", target])


def test_the_folder_is_remembered_and_the_ending_is_added(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    student_with_round(services)
    page = open_page(qtbot, services).page
    target = tmp_path / "rapport"
    proposals = answer(page, target=target)
    for _ in range(2):
        page.save_button.click()
        qtbot.waitUntil(lambda: page.work.text().startswith("Saved"), timeout=WAIT)
    assert proposals[1].parent == tmp_path
    assert (tmp_path / "rapport.pdf").is_file()


def test_a_folder_that_is_gone_is_said_in_plain_words(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    student_with_round(services)
    page = open_page(qtbot, services).page
    answer(page, target=tmp_path / "verdwenen" / "verslag.pdf")
    page.save_button.click()
    qtbot.waitUntil(lambda: page.work.text().startswith("Not saved"), timeout=WAIT)
    assert "does not exist any more" in page.work.text()
    assert page.save_button.isEnabled()


def test_cancelling_the_dialog_saves_nothing(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    student_with_round(services)
    page = open_page(qtbot, services).page
    before = page.work.text()
    proposals = answer(page, target=None)
    page.save_button.click()
    assert len(proposals) == 1
    assert page.work.text() == before
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "verslag.pdf"
    target.write_bytes(b"the old one")

    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(pdf_file.os, "fsync", no_room)
    with pytest.raises(FileNotWrittenError) as caught:
        write_whole(target, b"the new one")
    assert caught.value.trouble is Trouble.DISK_FULL
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_may_not_be_written_is_another_trouble(tmp_path: Path) -> None:
    target = tmp_path / "map.pdf"
    target.mkdir()
    with pytest.raises(FileNotWrittenError) as caught:
        write_whole(target, b"pdf")
    assert caught.value.trouble is Trouble.NOT_ALLOWED
    assert list(tmp_path.iterdir()) == [target]


def test_every_page_is_printed_with_ink_on_it(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    student_with_round(services, kind=RoundKind.FINAL)
    page = open_page(qtbot, services).page
    shown = wait_for_preview(qtbot, page)
    target = tmp_path / "papier.pdf"
    answer(page, printer=lambda file: printer_to(target, file))
    QTest.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    assert page.work.text() == f"Printing: page 1 of {len(shown.pages)}"
    assert page.work.stop.isVisible()
    assert not page.print_button.isEnabled()
    qtbot.waitUntil(lambda: not page.output.is_printing(), timeout=6 * WAIT)
    assert page.work.text() == f"Sent to the printer: {len(shown.pages)} pages."
    assert page.print_button.isEnabled()
    with PdfDocument(target.read_bytes()) as document:
        assert len(document) == len(shown.pages)
        paper = document[0]
        width, height = paper.get_size()
        paper.close()
    assert (round(width), round(height)) == (595, 842)
    for number in range(len(shown.pages)):
        darkest, lightest = darkest_of(target, number)
        assert darkest < 90
        assert lightest == 255


def test_only_the_chosen_pages_are_printed(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    student_with_round(services, kind=RoundKind.FINAL)
    file = wait_for_preview(qtbot, open_page(qtbot, services).page)
    printer = printer_to(tmp_path / "deel.pdf", file)
    assert chosen_pages(printer, 5) == [0, 1, 2, 3, 4]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, 5) == [1, 2]
    seen: list[tuple[int, int]] = []
    assert print_pages(file, printer, progress=Progress(lambda done, total: seen.append((done, total)))) == 2
    assert seen == [(0, 2), (1, 2)]


def test_printing_stops_when_asked(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    student_with_round(services, kind=RoundKind.FINAL)
    page = open_page(qtbot, services).page
    file = wait_for_preview(qtbot, page)
    answer(page, printer=lambda shown: printer_to(tmp_path / "half.pdf", shown))
    page.print_button.click()
    QTest.mouseClick(page.work.stop, Qt.MouseButton.LeftButton)
    assert page.work.text() == "Printing was stopped."
    assert page.print_button.isEnabled()

    progress = Progress(lambda _done, _total: None)
    progress.cancel()
    with pytest.raises(CancelledError):
        print_pages(file, printer_to(tmp_path / "niets.pdf", file), progress=progress)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_said(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    student_with_round(services)
    page = open_page(qtbot, services).page
    file = wait_for_preview(qtbot, page)
    nowhere = tmp_path / "weg" / "papier.pdf"
    with pytest.raises(NotPrintedError):
        print_pages(file, printer_to(nowhere, file), progress=Progress(lambda _done, _total: None))
    answer(page, printer=lambda shown: printer_to(nowhere, shown))
    page.print_button.click()
    qtbot.waitUntil(lambda: not page.output.is_printing(), timeout=WAIT)
    assert page.work.text().startswith("Not printed: the printer does not answer.")


def test_without_a_printer_the_way_out_is_named(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    page = open_page(qtbot, services).page
    answer(page, has_printer=False)
    page.print_button.click()
    assert page.work.text().startswith("This computer knows no printer. Save the report as PDF")


def test_the_name_in_the_print_queue_holds_no_student(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, name="Łukasz Wójcik")
    file = wait_for_preview(qtbot, open_page(qtbot, services).page)
    assert make_printer(file).docName() == file.report.file_stem
    assert "jcik" not in make_printer(file).docName()
