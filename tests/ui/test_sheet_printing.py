"""How a sheet leaves the program: saved whole or not at all, or drawn page by page on a printer."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from tests.reports.paper_sample import growth_sheet, on_paper
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.reports.growth_sheet import write_growth_sheet
from wpl_desktop.texts import untranslated
from wpl_desktop.ui.sheet_printing import PaperFile, SheetDialog, print_pages, write_file


def make(language: str) -> PaperFile:
    sheet = growth_sheet(language)
    data = on_paper(lambda target: write_growth_sheet(sheet, target, translate=untranslated)).data
    return PaperFile(data=data, file_stem=f"groeiblad_{language}")


def pages_in(file: Path) -> int:
    with pypdfium2.PdfDocument(file.read_bytes()) as document:
        return len(document)


def dialog_for(
    qtbot: QtBot, *, file: Path | None = None, printer: QPrinter | None = None, knows: bool = True
) -> SheetDialog:
    dialog = SheetDialog(
        None,
        title="Growth sheet",
        what="A4, lying down.",
        make=make,
        choose_file=lambda _parent, proposal: file / proposal.name if file is not None else None,
        choose_printer=lambda _parent, _name: printer,
        knows_printer=lambda: knows,
    )
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    return dialog


def test_saving_writes_the_sheet_in_the_chosen_language(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, file=tmp_path)
    dialog.languages.findChildren(QRadioButton)[0].click()
    dialog.save_button.click()
    saved = tmp_path / "groeiblad_nl.pdf"
    assert saved.read_bytes() == make("nl").data
    assert str(saved) in dialog.said()
    assert [file.name for file in tmp_path.iterdir()] == ["groeiblad_nl.pdf"]
    if sys.platform != "win32":
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_what_cannot_be_saved_says_so_and_the_dialog_stays(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, file=tmp_path / "gone")
    dialog.save_button.click()
    assert dialog.said().startswith("Not saved")
    assert dialog.isVisible()


def test_choosing_nothing_does_nothing(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    dialog.save_button.click()
    dialog.print_button.click()
    assert dialog.isVisible()
    assert dialog.said() == ""


def test_printing_draws_every_page_lying_down(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    dialog = dialog_for(qtbot, printer=printer)
    dialog.print_button.click()
    assert not dialog.isVisible()
    assert pages_in(target) == 2
    with pypdfium2.PdfDocument(target.read_bytes()) as document:
        width, height = document[0].get_size()
    assert width > height


def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, qtlog: Any, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    dialog = dialog_for(qtbot, printer=printer)
    # Qt also writes in its log that the painter did not begin.
    with qtlog.disabled():
        assert not print_pages(make("en").data, printer)
        dialog.print_button.click()
    assert dialog.said().startswith("Not printed")


def test_without_a_printer_the_button_says_why(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, knows=False)
    assert not dialog.print_button.isEnabled()
    assert "Save the sheet as PDF" in dialog.print_button.toolTip()


def test_a_file_that_was_there_stays_whole_when_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.mkdir()
    with pytest.raises(OSError, match=r"sheet\.pdf"):
        write_file(target, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


def test_nothing_is_clipped_and_everything_has_a_name(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    assert (clipped_in(dialog), nameless_in(dialog)) == ([], [])
