"""Own earlier phrases: what the workplace wrote on score sheets this school year, to be used again on a click."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_begins
from wpl_desktop.domain.criteria import Criterion
from wpl_desktop.domain.evaluations import Perspective, Round, Score, Sheet
from wpl_desktop.domain.people import NAME_PREFIXES, Party, Person, folded
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.storage.database import Database

#: The newest texts that are looked through: a mentor's whole year, and a bound for a whole institute's.
MOST_TEXTS = 3_000
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: A shorter part of a name is a word of every sentence.
_SHORTEST_NAME = 3


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One text that was written before, and on which criterion it was written last."""

    text: str
    criterion_code: str


class Phrases:
    """Reads what was written before; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_this_year(self, trajectory_id: uuid.UUID, *, criterion_id: uuid.UUID) -> list[Phrase]:
        """Comments and evidence of the workplace since the school year began: this criterion first, newest first.

        A text in which another student is named is left out: it would end in the wrong report.
        """
        with self._database.reading() as session:
            code = session.get_one(Criterion, criterion_id).code
            first_day = school_year_begins(self._database.clock.local().date())
            found = _distinct(_texts(session, since=first_day))
            names = _names_of_others(session, trajectory_id)
            usable = [phrase for phrase in found if not names_somebody(phrase.text, names)]
            return sorted(usable, key=lambda phrase: phrase.criterion_code != code)


def matching(phrases: Iterable[Phrase], query: str) -> list[Phrase]:
    """The phrases in which every word of `query` begins a word, whatever its capitals and marks."""
    wanted = folded(query).split()
    return [phrase for phrase in phrases if _begins_words(folded(phrase.text), wanted)]


def names_somebody(text: str, names: Collection[str]) -> bool:
    """Whether one of `names` (folded words) stands in a text as a name, so with a capital."""
    return any(
        part[:1].isupper() and folded(part) in names
        for word in _WORD.findall(text)
        for part in (word, *re.split(r"['’-]", word))
    )


def _begins_words(text: str, wanted: list[str]) -> bool:
    words = f" {text}"
    return all(f" {part}" in words or f"'{part}" in words or f"-{part}" in words for part in wanted)


def _texts(session: Session, *, since: date) -> list[tuple[str, str]]:
    """Newest first, each text with the code of its criterion."""
    rows = session.execute(
        select(Score.comment, Score.evidence, Criterion.code)
        .join(Sheet, Sheet.id == Score.sheet_id)
        .join(Round, Round.id == Sheet.round_id)
        .join(Criterion, Criterion.id == Score.criterion_id)
        .where(
            Sheet.perspective == Perspective.WORKPLACE,
            Round.held_on >= since,
            or_(Score.comment != "", Score.evidence != ""),
        )
        .order_by(Score.id.desc())
        .limit(MOST_TEXTS)
    )
    return [(text, row.code) for row in rows for text in (row.comment, row.evidence) if text.strip()]


def _distinct(texts: Iterable[tuple[str, str]]) -> list[Phrase]:
    found: dict[str, Phrase] = {}
    for text, code in texts:
        found.setdefault(folded(text.strip()), Phrase(text=text.strip(), criterion_code=code))
    return list(found.values())


def _names_of_others(session: Session, trajectory_id: uuid.UUID) -> frozenset[str]:
    """The words of the names of every other student; what this student is called too is no secret here."""
    own_id = session.scalars(select(Trajectory.student_id).where(Trajectory.id == trajectory_id)).one()
    own: set[str] = set()
    others: set[str] = set()
    for row in session.execute(
        select(Person.id, Person.name, Person.call_name).where(Person.party == Party.STUDENT)
    ):
        words = own if row.id == own_id else others
        words.update(_words_of_name(f"{row.name} {row.call_name}"))
    return frozenset(others - own)


def _words_of_name(name: str) -> set[str]:
    """What a sentence may call somebody by; `van` and `de` are words of every sentence."""
    parts = {folded(part) for word in _WORD.findall(name) for part in (word, *re.split(r"['’-]", word))}
    return {part for part in parts - NAME_PREFIXES if len(part) >= _SHORTEST_NAME}
