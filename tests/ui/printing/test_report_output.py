"""What was not asked about is not replaced."""

from __future__ import annotations

from pathlib import Path

from wpl_desktop.ui.printing.report_output import as_pdf


def test_a_name_with_its_ending_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "verslag.PDF").touch()
    assert as_pdf(tmp_path / "verslag.PDF") == tmp_path / "verslag.PDF"


def test_a_name_without_ending_gets_one(tmp_path: Path) -> None:
    assert as_pdf(tmp_path / "verslag") == tmp_path / "verslag.pdf"
    assert as_pdf(tmp_path / "verslag.v1") == tmp_path / "verslag.v1.pdf"


def test_a_file_nobody_asked_about_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "verslag.pdf").touch()
    (tmp_path / "verslag-2.pdf").touch()
    assert as_pdf(tmp_path / "verslag") == tmp_path / "verslag-3.pdf"
