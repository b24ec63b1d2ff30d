"""How the view of the workplace leaves for the institute alone: on a printer or in a locked file, kept nowhere here."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSettings, QStorageInfo, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.ui.language import language, translate

if TYPE_CHECKING:
    from wpl_desktop.domain.paper_sheets import StudentView
    from wpl_desktop.services.bundle import Services

_DPI: Final = 300
_POINTS_PER_INCH: Final = 72
_ENDING: Final = ".pdf"


def ask_for_place(parent: QWidget, file_stem: str) -> Path | None:
    """Let the reader choose where the file goes; the place is proposed by nobody's habit and remembered nowhere."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("HandedExport", "Where should the file go?"),
        str(_first_stick() / f"{file_stem}{_ENDING}"),
        QCoreApplication.translate("HandedExport", "PDF files (*.pdf)"),
    )
    forget_places()
    if not chosen:
        return None
    file = Path(chosen)
    return file if file.suffix.lower() == _ENDING else file.with_name(f"{file.name}{_ENDING}")


def forget_places() -> None:
    """Qt's own file dialog keeps the folders that were chosen, for all programs: not these."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("lastVisited", "history"):
        kept.remove(f"FileDialog/{key}")


class HandedExport:
    """Makes the pages in memory from what is on the screen at this moment."""

    def __init__(
        self, services: Services, round_id: uuid.UUID, values: Mapping[uuid.UUID, ScoreValues]
    ) -> None:
        self._sheets = services.paper_sheets
        self._round_id = round_id
        self._said = {
            criterion_id: (row.mark, "\n".join(filter(None, (row.comment, row.evidence))))
            for criterion_id, row in values.items()
        }

    def print(self, parent: QWidget) -> bool:
        """Ask for a printer and print; tells whether it was sent."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        # The name stands in the queue of the printer, where everybody can read it.
        printer.setDocName("WPL Desktop")
        if QPrintDialog(printer, parent).exec() == 0:
            return False
        return print_pages(self.pages(), printer)

    def save(self, parent: QWidget, *, password: str) -> Path | None:
        """Ask where and write the locked file; None when nothing was chosen.

        Raises `OSError`, and `DomainError` for a password that is too short or too long.
        """
        from wpl_desktop.exchange.locked_file import lock_pdf

        locked = lock_pdf(self.pages(), password)
        file = ask_for_place(parent, self._data().head.file_stem)
        if file is None:
            return None
        file.write_bytes(locked)
        return file

    def pages(self) -> bytes:
        """The pages as a PDF, not locked yet; only ever in memory."""
        from wpl_desktop.reports.student_view import write_student_view

        target = BytesIO()
        write_student_view(self._data(), target, translate)
        return target.getvalue()

    def _data(self) -> StudentView:
        return self._sheets.student_view(self._round_id, language(), said=self._said)


def print_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Draw every page of a PDF on a printer; tells whether it took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    page = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.translate(-printer.pageRect(QPrinter.Unit.DevicePixel).topLeft())
    for number, image in enumerate(_page_images(pdf)):
        if number:
            printer.newPage()
        size = image.size().scaled(page.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(page.x(), page.y(), size.width(), size.height()), image)
    return painter.end()


def _first_stick() -> Path:
    """The first medium that can be taken out, else the user's own folder."""
    for volume in QStorageInfo.mountedVolumes():
        place = volume.rootPath()
        if place.startswith(("/media/", "/run/media/", "/Volumes/")) and not volume.isReadOnly():
            return Path(place)
    return Path.home()


def _page_images(pdf: bytes) -> Iterator[QImage]:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            bitmap = page.render(scale=_DPI / _POINTS_PER_INCH, prefer_bgrx=True)
            # The picture must outlive the memory it was drawn in.
            yield QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()
