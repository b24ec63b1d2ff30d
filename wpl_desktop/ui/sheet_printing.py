"""How the recovery sheet comes on paper: made in memory and sent to the printer, or saved where one chooses."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.language import translate

_PRINT_DPI = 300
_POINTS_PER_INCH = 72


def sheet_pdf(*, code: str, name: str, language: str, made_on: date) -> bytes:
    """The recovery sheet as a PDF of one page; never in a file, which would keep the code on the disk."""
    from wpl_desktop.reports.recovery_sheet import write_recovery_sheet

    target = BytesIO()
    write_recovery_sheet(
        code=code,
        profile_name=name,
        made_on=made_on,
        language=language,
        translate=translate,
        target=target,
    )
    return target.getvalue()


def save_sheet(target: Path, *, code: str, name: str, language: str, made_on: date) -> None:
    """Save the sheet as a PDF file. Raises `OSError`."""
    target.write_bytes(sheet_pdf(code=code, name=name, language=language, made_on=made_on))
    target.chmod(0o600)


def print_sheet(parent: QWidget, *, code: str, name: str, language: str, made_on: date) -> bool:
    """Ask for a printer and print the sheet; tells whether it was sent."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(QCoreApplication.translate("SheetStep", "Recovery sheet"))
    if QPrintDialog(printer, parent).exec() == 0:
        return False
    painter = QPainter()
    if not painter.begin(printer):
        return False
    image = page_image(sheet_pdf(code=code, name=name, language=language, made_on=made_on))
    page = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.translate(-printer.pageRect(QPrinter.Unit.DevicePixel).topLeft())
    size = image.size().scaled(page.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(page.x(), page.y(), size.width(), size.height()), image)
    return painter.end()


def page_image(pdf: bytes) -> QImage:
    """The first page of a PDF as it is printed."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[0].render(scale=_PRINT_DPI / _POINTS_PER_INCH, prefer_bgrx=True)
        picture = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        # The picture must outlive the memory it was drawn in.
        return picture.copy()
