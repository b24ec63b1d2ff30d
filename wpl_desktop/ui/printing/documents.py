"""Reports as PDF bytes in memory and as pictures of their pages; everything here runs on worker threads."""

from __future__ import annotations

import io
import math
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtGui import QImage

from wpl_desktop.ui import report_rendering

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from wpl_desktop.domain.evaluation_report import EvaluationReport
    from wpl_desktop.reports.text import Typesetter
    from wpl_desktop.services.finalising import PreparedDocument
    from wpl_desktop.texts import Translate
    from wpl_desktop.ui.background import Progress

POINTS_PER_INCH: Final = 72
PRINT_RESOLUTION: Final = 300

# PDFium keeps state of its own and may be used by one thread at a time.
_pdfium: Final = Lock()


@dataclass(frozen=True, kw_only=True)
class PageSize:
    """The size of one page in points."""

    width: float
    height: float

    def pixels(self, width: int) -> tuple[int, int]:
        """Width and height of the picture that is `width` pixels wide, as PDFium rounds it."""
        return width, math.ceil(self.height * self.scale(width))

    def scale(self, width: int) -> float:
        """Pixels for each point in a picture of this width; a little less, because PDFium rounds up."""
        return (width - 0.01) / self.width


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A report as it was read. `document` is what is known of its paper when its round is final; None for a draft."""

    report: EvaluationReport
    document: PreparedDocument | None = None

    @property
    def kept(self) -> bytes | None:
        """The PDF that is kept of it: it is never written again."""
        return self.document.data if self.document is not None else None


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A report as it was written: in memory only, because a preview leaves nothing on the disk (P20).

    `missing` are the characters that no font had. `to_keep` is what is still to be kept of a final report: writing
    is not for a worker.
    """

    report: EvaluationReport
    data: bytes
    pages: tuple[PageSize, ...]
    missing: tuple[str, ...]
    to_keep: PreparedDocument | None = None

    @property
    def file_name(self) -> str:
        """The name to propose for a file; holds no name of a student (6.3)."""
        return f"{self.report.file_stem}.pdf"


def report_data(
    report: EvaluationReport, *, translate: Translate, typesetter: Typesetter | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """The PDF of a report, and the characters that no font had; `typesetter` is shared by reports in a row."""
    # Loads reportlab, which takes longer than everything else on this page together.
    from wpl_desktop.reports.evaluation import write_evaluation

    with report_rendering.writing:
        target = io.BytesIO()
        missing = write_evaluation(report, target, translate=translate, typesetter=typesetter)
    return target.getvalue(), missing


def write_report(reading: Reading, *, translate: Translate, progress: Progress) -> ReportFile:
    """Take the PDF that is kept of a report, or write it to memory, and measure its pages."""
    progress.check()
    data, missing = reading.kept, tuple[str, ...]()
    if data is None:
        data, missing = report_data(reading.report, translate=translate)
    progress.check()
    with _opened(data) as document:
        pages = tuple(_size(document, number) for number in range(len(document)))
    return ReportFile(
        report=reading.report,
        data=data,
        pages=pages,
        missing=missing,
        to_keep=reading.document if reading.kept is None else None,
    )


def behind_each_other(parts: Sequence[bytes]) -> bytes:
    """Several PDFs as one; each begins on a sheet of its own, also when both sides of the paper are printed.

    An empty page after an odd number of pages keeps two students off the two sides of one sheet.
    """
    from pypdfium2 import PdfDocument

    with _pdfium, cast("Any", PdfDocument).new() as whole:
        for part in parts:
            with PdfDocument(part) as document:
                if len(whole) % 2:
                    whole.new_page(*whole.get_page_size(len(whole) - 1))
                whole.import_pages(document)
        target = io.BytesIO()
        whole.save(target)
    return target.getvalue()


def page_picture(file: ReportFile, number: int, *, width: int) -> QImage:
    """One page (0 is the first) as an opaque picture, `width` pixels wide."""
    with _opened(file.data) as document:
        page = document[number]
        try:
            scale = file.pages[number].scale(width)
            bitmap = page.render(scale=scale, may_draw_forms=False, prefer_bgrx=True)
            try:
                picture = QImage(
                    bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
                )
                # The picture must not lean on memory that PDFium takes back.
                return picture.copy()
            finally:
                bitmap.close()
        finally:
            page.close()


def printed_width(size: PageSize) -> int:
    """How many pixels wide a page is drawn for a printer."""
    return round(size.width / POINTS_PER_INCH * PRINT_RESOLUTION)


@contextmanager
def _opened(data: bytes) -> Generator[PdfDocument]:
    from pypdfium2 import PdfDocument

    with _pdfium, PdfDocument(data) as document:
        yield document


def _size(document: PdfDocument, number: int) -> PageSize:
    page = document[number]
    try:
        width, height = page.get_size()
    finally:
        page.close()
    return PageSize(width=width, height=height)
