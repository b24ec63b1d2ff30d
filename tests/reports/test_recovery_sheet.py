"""The recovery sheet: one page with the whole code, in groups that can be typed over."""

from __future__ import annotations

import io
from datetime import date

import pypdf

from tests.reports.reading import fonts, pages_of
from wpl_desktop.reports.recovery_sheet import write_recovery_sheet
from wpl_desktop.texts import untranslated

CODE = "K7QM-2HXD-9VNA-RT4C-8WPE-6JYF"


def sheet(code: str = CODE, name: str = "Basisschool De Vlinderboom") -> bytes:
    """The sheet as PDF."""
    target = io.BytesIO()
    write_recovery_sheet(
        code=code,
        profile_name=name,
        made_on=date(2026, 1, 26),
        language="en",
        translate=untranslated,
        target=target,
    )
    return target.getvalue()


def test_one_page_with_every_group_and_what_it_is_for() -> None:
    (page,) = pages_of(sheet())
    for group in CODE.split("-"):
        assert group in page
    flat = " ".join(page.split())
    assert "Basisschool De Vlinderboom" in flat
    assert "made on 26 January 2026" in flat
    assert "when the passphrase is forgotten" in flat
    assert "closed envelope" in flat


def test_code_without_hyphens_is_cut_in_fours() -> None:
    (page,) = pages_of(sheet(code=CODE.replace("-", "")))
    for group in CODE.split("-"):
        assert group in page


def test_code_is_not_in_what_the_file_says_about_itself() -> None:
    reader = pypdf.PdfReader(io.BytesIO(sheet()))
    assert reader.metadata is not None
    assert "K7QM" not in repr(dict(reader.metadata))
    assert all(fonts(reader).values())


def test_any_name_and_code_fit_on_one_page() -> None:
    assert len(pages_of(sheet(code="ABCD" * 12, name="ياسمين " * 30))) == 1
    assert len(pages_of(sheet(code="", name=""))) == 1
