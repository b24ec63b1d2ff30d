"""How sheets come on paper: made in memory and sent to the printer, or saved where one chooses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QCoreApplication, QRectF, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.language import language as window_language
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PRINT_DPI = 300
_POINTS_PER_INCH = 72


@dataclass(frozen=True, kw_only=True)
class PaperFile:
    """A sheet as a PDF; `file_stem` is what its file is called, without the ending and without a student's name."""

    data: bytes
    file_stem: str


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


def paper_file(write: Callable[[BinaryIO], object], *, file_stem: str) -> PaperFile:
    """What `write` writes, made in memory and not on the disk."""
    target = BytesIO()
    write(target)
    return PaperFile(data=target.getvalue(), file_stem=file_stem)


def offer_sheet(dialog: SheetDialog) -> None:
    """Open the dialog of a sheet; closed, it is gone."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


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
    _draw(painter, printer, sheet_pdf(code=code, name=name, language=language, made_on=made_on))
    return painter.end()


def print_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Draw every page of a PDF on a printer; tells whether it took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    _draw(painter, printer, pdf)
    return painter.end()


def _draw(painter: QPainter, printer: QPrinter, pdf: bytes) -> None:
    from PySide6.QtPrintSupport import QPrinter

    page = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.translate(-printer.pageRect(QPrinter.Unit.DevicePixel).topLeft())
    for number, image in enumerate(page_images(pdf)):
        if number:
            printer.newPage()
        size = image.size().scaled(page.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(page.x(), page.y(), size.width(), size.height()), image)


def page_image(pdf: bytes) -> QImage:
    """The first page of a PDF as it is printed."""
    return next(page_images(pdf))


def page_images(pdf: bytes) -> Iterator[QImage]:
    """Every page of a PDF as it is printed, one at a time."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            bitmap = document[number].render(scale=_PRINT_DPI / _POINTS_PER_INCH, prefer_bgrx=True)
            picture = QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            # The picture must outlive the memory it was drawn in.
            yield picture.copy()


def write_file(target: Path, data: bytes) -> None:
    """Write a file for its owner only: the whole of it, or nothing. Raises `OSError`."""
    part = target.with_name(f".{target.name}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def ask_for_file(parent: QWidget, proposal: Path) -> Path | None:
    """Let the user choose where a PDF goes; None when nothing is saved."""
    title = QCoreApplication.translate("SheetDialog", "Save as PDF")
    kinds = QCoreApplication.translate("SheetDialog", "PDF files (*.pdf)")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not name:
        return None
    file = Path(name)
    return file if file.suffix.lower() == ".pdf" else file.with_name(f"{file.name}.pdf")


def ask_for_printer(parent: QWidget, file_stem: str) -> QPrinter | None:
    """Let the user choose a printer for a sheet that lies down; None when nothing is printed."""
    return _chosen_printer(parent, file_stem, lies_down=True)


def ask_for_upright_printer(parent: QWidget, file_stem: str) -> QPrinter | None:
    """Let the user choose a printer for a sheet that stands up; None when nothing is printed."""
    return _chosen_printer(parent, file_stem, lies_down=False)


def _chosen_printer(parent: QWidget, file_stem: str, *, lies_down: bool) -> QPrinter | None:
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    orientations = QPageLayout.Orientation
    printer.setPageOrientation(orientations.Landscape if lies_down else orientations.Portrait)
    # The name is shown in print queues, which others can read.
    printer.setDocName(file_stem)
    return printer if QPrintDialog(printer, parent).exec() else None


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


class SheetDialog(QDialog):
    """A sheet that lies down, about to leave: in which language, and on paper or as a file."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        what: str,
        make: Callable[[str], PaperFile],
        choose_file: Callable[[QWidget, Path], Path | None] = ask_for_file,
        choose_printer: Callable[[QWidget, str], QPrinter | None] = ask_for_printer,
        knows_printer: Callable[[], bool] = has_printer,
    ) -> None:
        """Offer one sheet.

        Args:
            parent: what the dialog belongs to.
            title: what the sheet is called.
            what: what stands on it, in one sentence.
            make: makes the sheet in a language.
            choose_file: asks where a PDF goes.
            choose_printer: asks for a printer, for a document of this name.
            knows_printer: whether there is a printer to ask for.
        """
        super().__init__(parent)
        self._make = make
        self._choose_file = choose_file
        self._choose_printer = choose_printer
        self.setWindowTitle(title)
        self.setFixedWidth(theme.scaled(480))
        self._title = Label(title, role="section")
        self._what = muted_label(what)
        self.languages = SegmentedSwitch(
            [("nl", self.tr("Dutch")), ("en", self.tr("English"))],
            name=self.tr("Language of the sheet"),
            value=window_language(),
        )
        self._said = Hint("", icon="info")
        self.cancel = Button(self.tr("Close"), height=36)
        self.save_button = Button(self.tr("Save as PDF…"), icon="disk", height=36)
        self.print_button = Button(self.tr("Print…"), kind="primary", icon="print", height=36)
        self.print_button.set_available(
            knows_printer(), reason=self.tr("This computer knows no printer. Save the sheet as PDF.")
        )
        self._assemble()
        self._connect()

    def said(self) -> str:
        """What became of the sheet, or why nothing did; empty at first."""
        return self._said.text()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_height()

    # Slots

    def _on_save(self) -> None:
        file = self._file()
        target = self._choose_file(self, documents_folder() / f"{file.file_stem}.pdf")
        if target is None:
            return
        try:
            write_file(target, file.data)
        except OSError:
            self._say(
                self.tr(
                    "Not saved: you may not write there, the disk is full, or the file is open elsewhere. Choose "
                    "another place."
                )
            )
            return
        self._say(self.tr("Saved: {file}").format(file=target))

    def _on_print(self) -> None:
        file = self._file()
        printer = self._choose_printer(self, file.file_stem)
        if printer is None:
            return
        if not print_pages(file.data, printer):
            self._say(
                self.tr("Not printed: the printer does not answer. Look whether it is on, and print again.")
            )
            return
        self.accept()

    # Internals

    def _assemble(self) -> None:
        self._said.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.scaled(12))
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        self._column = QVBoxLayout(self)
        column = self._column
        margin = theme.scaled(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.scaled(16))
        # Qt's own smallest height supposes narrower sentences than these.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._title)
        column.addWidget(self._what)
        column.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)

    def _file(self) -> PaperFile:
        return self._make(str(self.languages.value()))

    def _say(self, text: str) -> None:
        self._said.set_text(text)
        self._said.show()
        self._fit_height()

    def _fit_height(self) -> None:
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))


def documents_folder() -> Path:
    """The user's documents, else their own folder."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    # A folder that is not there would open the dialog in whatever folder the program was started.
    return documents if documents.is_absolute() and documents.is_dir() else Path.home()
