"""People and the organisations they belong to; names as their owners write them (P04: and nothing more)."""

from __future__ import annotations

import enum
import unicodedata
import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.errors import refused


class Party(enum.Enum):
    """The three parties of the trialogue."""

    STUDENT = "student"
    WORKPLACE = "workplace"
    INSTITUTE = "institute"


class OrganisationKind(enum.Enum):
    """What an organisation is to a trajectory."""

    WORKPLACE = "workplace"
    INSTITUTE = "institute"


class Organisation(Record):
    """A school or other workplace, or a training institute."""

    __tablename__ = "organisations"

    kind: Mapped[OrganisationKind]
    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")


class Person(Record):
    """Somebody in a trajectory: the student, a mentor, somebody of the institute.

    `name` is written as its owner writes it and its case is never changed; `call_name` is how one speaks to
    them; `sort_name` decides the order in lists (Belgium and the Netherlands differ); `second_script` is the
    same name in another script. P04: no date of birth, number, address, nationality, religion, health, family.
    """

    __tablename__ = "people"

    name: Mapped[str]
    call_name: Mapped[str] = mapped_column(default="")
    sort_name: Mapped[str] = mapped_column(default="", index=True)
    second_script: Mapped[str] = mapped_column(default="")
    party: Mapped[Party]
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"), default=None)


def clean_name(text: str) -> str:
    """A name as written: composed (NFC), without control characters or doubled blanks; case is left alone."""
    visible = "".join(
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp", "Zs"} else character
        for character in unicodedata.normalize("NFC", text)
        if unicodedata.category(character) not in {"Cs", "Co"} and character not in BIDI_OVERRIDES
    )
    # Composed again: what was taken out may have stood between a letter and its mark.
    return unicodedata.normalize("NFC", " ".join(visible.split()))


BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def required_name(text: str, *, field: str) -> str:
    """A cleaned name; refused with `name_missing` when nothing is left."""
    name = clean_name(text)
    if not name:
        raise refused("name_missing", field=field)
    return name


def suggested_call_name(name: str) -> str:
    """The first word of a name: a proposal the user sees and may change (a family name may come first)."""
    return clean_name(name).split(" ")[0]


#: Words before a Dutch family name. Belgium sorts on them (V for Van den Broeck), the Netherlands does not.
NAME_PREFIXES = frozenset(
    (
        "van",
        "de",
        "den",
        "der",
        "het",
        "'t",
        "ten",
        "ter",
        "te",
        "in",
        "op",
        "von",
        "'s",
        "d'",
        "el",
        "al",
        "le",
        "la",
    )
)


def suggested_sort_name(name: str, *, netherlands: bool = False) -> str:
    """A proposal for the sort name: `Van den Broeck, Zoë` (Belgium) or `Broeck, Zoë van den` (Netherlands).

    Only a proposal [B54]: in many names the family name comes first, and the user decides.
    """
    words = clean_name(name).split(" ")
    if len(words) < 2:
        return " ".join(words)
    first, rest = words[0], words[1:]
    if not netherlands:
        return f"{' '.join(rest)}, {first}"
    prefixes: list[str] = []
    while len(rest) > 1 and rest[0].lower() in NAME_PREFIXES:
        prefixes.append(rest.pop(0).lower())
    return f"{' '.join(rest)}, {' '.join([first, *prefixes])}"


_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "’": "'"}
)


def folded(text: str) -> str:
    """`text` as somebody types it who leaves out capitals and marks: `Łukasz` is `lukasz`, `Yıldız` `yildiz`."""
    if text.isascii():
        # Nothing to leave out; most names of a long list are done here.
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).translate(_PLAIN_LETTERS)


def list_order(sort_name: str, name: str) -> tuple[str, str, str]:
    """The place of somebody in a list: Çelik among the C and de Smet among the D, as in a paper register.

    Databases order letters each in their own way, most of them ç after z; so lists are put in order here.
    """
    return folded(sort_name), sort_name, name


def initials(name: str, *, call_name: str = "") -> str:
    """Two letters at most for the round mark beside a name: of its first word, and of the call name or second word.

    `Zoë Van den Broeck` gives ZV; `Nguyễn Thị Hạnh`, called Hạnh, gives NH.
    """
    words = [word for word in clean_name(name).split(" ") if word[:1].isalpha()]
    second = [word for word in words[1:] if word == call_name][:1] or words[1:2]
    return "".join(word[0] if word[0].isupper() else word[0].upper() for word in [*words[:1], *second]) or "?"
