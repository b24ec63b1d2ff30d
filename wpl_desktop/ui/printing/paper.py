"""Printing a report on paper: the system's dialog, and the pages drawn on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from wpl_desktop.ui.printing.documents import ReportFile, page_picture, printed_width

if TYPE_CHECKING:
    from wpl_desktop.ui.background import Progress


class NotPrintedError(Exception):
    """The printer did not take the pages."""


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_for_printer(parent: QWidget, file: ReportFile) -> QPrinter | None:
    """Let the user choose a printer, pages and copies in the system's dialog; None when nothing is printed."""
    printer = make_printer(file)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, len(file.pages))
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def make_printer(file: ReportFile) -> QPrinter:
    """A printer set to what a report needs: A4, to the edge of the paper, named without a student."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    # The name is shown in print queues, which others can read.
    printer.setDocName(file.report.file_stem)
    return printer


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, counted from 0, in order."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return list(range(count))
    ranges = printer.pageRanges()
    if ranges.isEmpty():
        first, last = printer.fromPage() or 1, printer.toPage() or count
        return [number for number in range(count) if first <= number + 1 <= last]
    return [number for number in range(count) if ranges.contains(number + 1)]


def print_pages(file: ReportFile, printer: QPrinter, *, progress: Progress) -> int:
    """Draw the chosen pages on the printer, on the calling thread; gives how many were printed.

    Raises:
        NotPrintedError: the printer does not take them.
        CancelledError: it was asked to stop; the printer drops what it had.
    """
    numbers = chosen_pages(printer, len(file.pages))
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrintedError
    try:
        for done, number in enumerate(numbers):
            progress.step(done, len(numbers))
            if done and not printer.newPage():
                raise NotPrintedError
            picture = page_picture(file, number, width=printed_width(file.pages[number]))
            painter.drawImage(_place(printer, picture), picture)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(numbers)


def _place(printer: QPrinter, picture: QImage) -> QRectF:
    """Where a page lands on the sheet: as large as on paper, made smaller only for smaller paper."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(sheet.width() / picture.width(), sheet.height() / picture.height())
    width, height = picture.width() * scale, picture.height() * scale
    return QRectF((sheet.width() - width) / 2, (sheet.height() - height) / 2, width, height)
