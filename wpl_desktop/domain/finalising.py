"""What becomes of a round at its end: gaps that are accepted, versions, signatures and the code on the paper."""

from __future__ import annotations

import base64
import enum
import hashlib
import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party


class GapKind(enum.Enum):
    """What may be missing when a round becomes final; each is accepted with a reason (R12).

    `sheet_not_ready` and `not_scored` are about one perspective, `not_agreed` and `difference_without_words` about
    one strand, `not_side_by_side` and `text_missing` (strong, grown, next step, advice) about the round as a whole.
    """

    SHEET_NOT_READY = "sheet_not_ready"
    NOT_SCORED = "not_scored"
    NOT_SIDE_BY_SIDE = "not_side_by_side"
    NOT_AGREED = "not_agreed"
    DIFFERENCE_WITHOUT_WORDS = "difference_without_words"
    TEXT_MISSING = "text_missing"


class AcceptedGap(Record):
    """One gap that was accepted when an edition of a round became final, and why; printed with the report.

    `subjects` are the codes of criteria, or for texts their names (`strong`, `grown`, `next_step`, `advice`).
    """

    __tablename__ = "accepted_gaps"

    round_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("rounds.id"), index=True)
    edition: Mapped[int]
    kind: Mapped[GapKind]
    perspective: Mapped[Perspective | None] = mapped_column(default=None)
    strand: Mapped[Strand | None] = mapped_column(default=None)
    subjects: Mapped[list[str]] = mapped_column(default_factory=list[str])
    reason: Mapped[str]


class RoundVersion(Record):
    """One edition of a round that was made final; it stays as it was when the round is opened again.

    `content_hash` is the SHA-256 (hex) of the kept snapshot, `code` what stands on the paper (`code_of`). Reopening
    sets `reopened_at` and `reopen_reason`: what was signed then no longer holds, and edition n + 1 begins.
    """

    __tablename__ = "round_versions"
    __table_args__ = (UniqueConstraint("round_id", "edition"),)

    round_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("rounds.id"), index=True)
    edition: Mapped[int]
    finalised_at: Mapped[datetime]
    content_hash: Mapped[str]
    code: Mapped[str] = mapped_column(index=True)
    reopened_at: Mapped[datetime | None] = mapped_column(default=None)
    reopen_reason: Mapped[str] = mapped_column(default="")


class Signature(Record):
    """What one party said on this screen about one version: seen and discussed, or not signed with a reason (6.4).

    It is no qualified electronic signature and is never called one. Without such a row the paper has a block for
    the pen. `role` is the function in words, `place` a town, `signed_at` the moment.
    """

    __tablename__ = "signatures"
    __table_args__ = (UniqueConstraint("version_id", "party"),)

    version_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("round_versions.id"), index=True)
    party: Mapped[Party]
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    signed_at: Mapped[datetime]
    refused: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")


_CODE_BYTES = 10
_GROUP = 4
#: What is read wrong most often, as it was meant: the code has no 0, 1, 8 and 9.
_MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B", "9": "G"})


def content_hash(snapshot: bytes) -> str:
    """The SHA-256 of a snapshot, in hexadecimal."""
    return hashlib.sha256(snapshot).hexdigest()


def code_of(hash_of_content: str) -> str:
    """The code on the paper: 16 letters and digits (80 bits) of the hash in groups of four, `ABCD-EFGH-…`."""
    letters = base64.b32encode(bytes.fromhex(hash_of_content)[:_CODE_BYTES]).decode("ascii")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def typed_code(text: str) -> str:
    """A code as somebody typed it, in the form in which it is kept; refused with `code_unreadable`."""
    letters = "".join(letter for letter in text.upper().translate(_MISREAD) if letter.isalnum())
    if len(letters) != _CODE_BYTES * 8 // 5 or not letters.isascii():
        raise refused("code_unreadable", field="code")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def required_reason(text: str, *, field: str = "reason") -> str:
    """A typed reason without blanks around it; refused with `reason_missing` when nothing was typed."""
    reason = text.strip()
    if not reason:
        raise refused("reason_missing", field=field)
    return reason


def check_signing(*, name: str, place: str, is_refused: bool, reason: str) -> None:
    """6.4: who signs on screen gives name and place; who does not sign gives a reason, which blocks nothing.

    Refused with `name_missing`, `place_missing` or `reason_missing`.
    """
    if not name.strip():
        raise refused("name_missing", field="name")
    if is_refused:
        required_reason(reason)
    elif not place.strip():
        raise refused("place_missing", field="place")


def is_current(version: RoundVersion) -> bool:
    """Whether this edition still holds: it was not opened again."""
    return version.reopened_at is None


def print_day(finalised_at: datetime) -> date:
    """Finals print the date of finalising, whenever they are printed."""
    return finalised_at.astimezone().date()
