"""A PDF behind a password: what a student gives to the institute alone leaves as such a file (R9)."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from wpl_desktop.domain.errors import refused

#: The file leaves by mail and may be tried forever.
SHORTEST_PASSWORD = 10
#: The format keeps no more than this of a password, in bytes.
_LONGEST = 127


def lock_pdf(pdf: bytes, password: str) -> bytes:
    """The same PDF, encrypted with AES-256: any reader opens it with the password, and nobody without.

    Raises `DomainError`: `password_short`, or `password_long` when the format would keep a part of it only.
    """
    from pypdf import PdfReader, PdfWriter

    # As the format asks (SASLprep): the same letters typed on another keyboard open the file too.
    typed = unicodedata.normalize("NFKC", password)
    if len(typed.strip()) < SHORTEST_PASSWORD:
        raise refused("password_short", field="password", fewest=SHORTEST_PASSWORD)
    if len(typed.encode("utf-8", "surrogatepass")) > _LONGEST:
        raise refused("password_long", field="password")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.encrypt(user_password=typed, algorithm="AES-256")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
