"""How tests read a PDF back: its text, fonts and pages."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pypdf
import pypdfium2
import pytest

from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.reports.evaluation import write_evaluation
from wpl_desktop.texts import Translate, untranslated


@dataclass(frozen=True)
class Written:
    """A report as written: its bytes, and the characters that no font had."""

    data: bytes
    missing: tuple[str, ...]

    def pages(self) -> list[str]:
        """The text of each page."""
        return pages_of(self.data)

    def text(self) -> str:
        """All text, with every run of blanks and line ends as one blank."""
        return " ".join(" ".join(self.pages()).split())

    def letters(self) -> str:
        """All text without any blanks, for texts that are broken over lines."""
        return "".join(self.text().split())

    def reader(self) -> pypdf.PdfReader:
        """The file, for its structure."""
        return pypdf.PdfReader(io.BytesIO(self.data))


def pages_of(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    document = cast(Any, pypdfium2.PdfDocument(data))
    texts: list[str] = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


def written(report: EvaluationReport, *, translate: Translate = untranslated) -> Written:
    """The report as PDF."""
    target = io.BytesIO()
    missing = write_evaluation(report, target, translate=translate)
    return Written(target.getvalue(), missing)


def fonts(reader: pypdf.PdfReader) -> dict[str, bool]:
    """Every font that a page may use, and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        resources = cast(Any, page["/Resources"])
        for reference in cast(Any, resources.get("/Font", {})).values():
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor")
            embedded = descriptor is not None and "/FontFile2" in descriptor.get_object()
            found[str(font["/BaseFont"])] = embedded
    return found


def program(name: str, *, package: str) -> str:
    """Where a program is that looks at PDFs.

    On a system with apt `tools/set_up.sh` installs it, so that its absence is a failure; elsewhere the test is
    skipped.
    """
    found = shutil.which(name)
    if found is None and shutil.which("apt-get") is not None:
        pytest.fail(f"{name} is missing: `tools/set_up.sh system` installs {package}")
    if found is None:
        pytest.skip(f"{name} is not installed; it is part of {package}")
    return found


def drawn_text(data: bytes, folder: Path) -> str:
    """The text as Poppler reads it, which honours what shaped letters stand for."""
    pdftotext = program("pdftotext", package="poppler-utils")
    source = folder / "report.pdf"
    source.write_bytes(data)
    done = subprocess.run(
        [pdftotext, "-enc", "UTF-8", "-layout", str(source), "-"], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode("utf-8")
