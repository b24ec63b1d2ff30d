"""A PDF behind a password: closed without it, and open with it in whatever reader."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pypdf
import pytest
from pypdf.errors import FileNotDecryptedError

from tests.reports.paper_sample import on_paper, student_view
from tests.reports.reading import program
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.exchange.locked_file import SHORTEST_PASSWORD, lock_pdf
from wpl_desktop.reports.student_view import write_student_view
from wpl_desktop.texts import error_message, untranslated

PASSWORD = "één zin voor Nadège"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return on_paper(lambda target: write_student_view(student_view(), target, untranslated)).data


def test_without_the_password_nothing_is_read(pdf: bytes) -> None:
    locked = lock_pdf(pdf, PASSWORD)
    assert pypdf.PdfReader(io.BytesIO(locked)).is_encrypted
    for secret in ("Hạnh".encode(), b"Nguy", b"workplace", PASSWORD.encode()):
        assert secret not in locked
    with pytest.raises(FileNotDecryptedError):
        len(pypdf.PdfReader(io.BytesIO(locked)).pages)
    wrong = pypdf.PdfReader(io.BytesIO(locked))
    assert wrong.decrypt("een andere zin") == pypdf.PasswordType.NOT_DECRYPTED


def test_with_the_password_it_is_the_same_paper(pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(lock_pdf(pdf, PASSWORD)), password=PASSWORD)
    plain = pypdf.PdfReader(io.BytesIO(pdf))
    assert [page.extract_text() for page in reader.pages] == [page.extract_text() for page in plain.pages]


def test_another_reader_opens_it_and_finds_aes_256(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(lock_pdf(pdf, PASSWORD))
    qpdf = program("qpdf", package="qpdf")
    opened = subprocess.run(
        [qpdf, f"--password={PASSWORD}", "--show-encryption", str(file)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "stream encryption method: AESv3" in opened.stdout
    checked = subprocess.run(
        [qpdf, f"--password={PASSWORD}", "--check", str(file)], capture_output=True, check=False, timeout=60
    )
    assert checked.returncode == 0
    refused = subprocess.run(
        [qpdf, "--password=een andere zin", "--check", str(file)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert refused.returncode != 0


def test_the_same_letters_typed_otherwise_open_it(pdf: bytes) -> None:
    """An é of one character and an e with its accent after it are one password."""
    locked = lock_pdf(pdf, "e\u0301e\u0301n zin voor Nade\u0300ge")
    assert pypdf.PdfReader(io.BytesIO(locked)).decrypt(PASSWORD) != pypdf.PasswordType.NOT_DECRYPTED


@pytest.mark.parametrize("password", ["", "kort", " " * 30, "x" * (SHORTEST_PASSWORD - 1)])
def test_too_short_a_password_is_refused(pdf: bytes, password: str) -> None:
    with pytest.raises(DomainError) as caught:
        lock_pdf(pdf, password)
    assert (caught.value.code, caught.value.field) == ("password_short", "password")
    assert str(SHORTEST_PASSWORD) in error_message(caught.value, untranslated)


def test_a_password_of_which_a_part_would_be_lost_is_refused(pdf: bytes) -> None:
    with pytest.raises(DomainError) as caught:
        lock_pdf(pdf, "é" * 64)
    assert caught.value.code == "password_long"
    lock_pdf(pdf, "é" * 63)
