"""Own earlier phrases: what the workplace wrote on score sheets this school year, to be used again on a click."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_begins
from wpl_desktop.domain.criteria import Criterion
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Perspective, Round, Score, Sheet
from wpl_desktop.domain.people import folded
from wpl_desktop.domain.phrases import KeptPhrase, clean_phrase
from wpl_desktop.services.other_names import (
    names_in,
    names_of_others,
    names_of_students,
    names_somebody,
)
from wpl_desktop.storage.database import Database

#: The newest texts that are looked through: a mentor's whole year, and a bound for a whole institute's.
MOST_TEXTS = 3_000


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One text that was written before, and on which criterion it was written last."""

    text: str
    criterion_code: str
    #: Set for a phrase that was kept by hand.
    id: uuid.UUID | None = None


class Phrases:
    """The bank of own phrases: what was kept by hand, and what was written this school year."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offered(self, trajectory_id: uuid.UUID, *, criterion_id: uuid.UUID) -> list[Phrase]:
        """What may be put in a text on a criterion: kept phrases first, then those of this year, each once.

        A phrase in which another student is named is left out: it would end in the wrong report.
        """
        written = self.of_this_year(trajectory_id, criterion_id=criterion_id)
        with self._database.reading() as session:
            code = session.get_one(Criterion, criterion_id).code
            names = names_of_others(session, trajectory_id)
            kept = [phrase for phrase in _kept(session) if not names_somebody(phrase.text, names)]
        kept.sort(key=lambda phrase: phrase.criterion_code != code)
        known = {folded(phrase.text) for phrase in kept}
        return [*kept, *(phrase for phrase in written if folded(phrase.text) not in known)]

    def all(self) -> list[Phrase]:
        """Every phrase that was kept by hand, newest first."""
        with self._database.reading() as session:
            return _kept(session)

    def keep(self, text: str, *, criterion_code: str = "", origin: object = None) -> uuid.UUID:
        """Keep a phrase; one that is there already is kept once. Gives its id.

        Raises `DomainError`: `phrase_empty`, `phrase_long`, or `phrase_names_student` with the name.
        """
        with self._database.transaction(origin=origin) as session:
            phrase = _checked(session, text)
            for known in _kept(session):
                if folded(known.text) == folded(phrase) and known.id is not None:
                    return known.id
            row = KeptPhrase(text=phrase, criterion_code=criterion_code)
            session.add(row)
            session.flush()
            return row.id

    def change(self, phrase_id: uuid.UUID, text: str, *, origin: object = None) -> None:
        """Give a kept phrase other words. Raises `DomainError` as `keep`, and `not_found`."""
        with self._database.transaction(origin=origin) as session:
            row = _phrase_row(session, phrase_id)
            row.text = _checked(session, text)

    def delete(self, phrase_id: uuid.UUID, *, origin: object = None) -> None:
        """Take a phrase out of the bank. Raises `DomainError` (`not_found`)."""
        with self._database.transaction(origin=origin) as session:
            session.delete(_phrase_row(session, phrase_id))

    def of_this_year(self, trajectory_id: uuid.UUID, *, criterion_id: uuid.UUID) -> list[Phrase]:
        """Comments and evidence of the workplace since the school year began: this criterion first, newest first.

        A text in which another student is named is left out: it would end in the wrong report.
        """
        with self._database.reading() as session:
            code = session.get_one(Criterion, criterion_id).code
            first_day = school_year_begins(self._database.clock.local().date())
            found = _distinct(_texts(session, since=first_day))
            names = names_of_others(session, trajectory_id)
            usable = [phrase for phrase in found if not names_somebody(phrase.text, names)]
            return sorted(usable, key=lambda phrase: phrase.criterion_code != code)


def matching(phrases: Iterable[Phrase], query: str) -> list[Phrase]:
    """The phrases in which every word of `query` begins a word, whatever its capitals and marks."""
    wanted = folded(query).split()
    return [phrase for phrase in phrases if _begins_words(folded(phrase.text), wanted)]


def _kept(session: Session) -> list[Phrase]:
    rows = session.execute(
        select(KeptPhrase.id, KeptPhrase.text, KeptPhrase.criterion_code).order_by(KeptPhrase.id.desc())
    )
    return [Phrase(text=row.text, criterion_code=row.criterion_code, id=row.id) for row in rows]


def _checked(session: Session, text: str) -> str:
    """A phrase on one line in which no student is named: it is offered for every student."""
    phrase = clean_phrase(text)
    named = names_in(phrase, names_of_students(session))
    if named:
        raise refused("phrase_names_student", field="text", name=named[0])
    return phrase


def _phrase_row(session: Session, phrase_id: uuid.UUID) -> KeptPhrase:
    row = session.get(KeptPhrase, phrase_id)
    if row is None:
        raise refused("not_found")
    return row


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
