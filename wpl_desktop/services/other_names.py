"""Names of other students in a text: they must not come into somebody's report (6.2)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.people import NAME_PREFIXES, Party, Person, folded
from wpl_desktop.domain.trajectories import Trajectory

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: A shorter part of a name is a word of every sentence.
_SHORTEST_NAME = 3


def names_in(text: str, names: Collection[str]) -> list[str]:
    """Which of `names` (folded words) stand in a text as a name, so with a capital; as they are written there."""
    found = (
        part
        for word in _WORD.findall(text)
        for part in _parts(word)
        if part[:1].isupper() and folded(part) in names
    )
    return list(dict.fromkeys(found))


def names_somebody(text: str, names: Collection[str]) -> bool:
    """Whether one of `names` (folded words) stands in a text as a name, so with a capital."""
    return bool(names_in(text, names))


def names_of_others(session: Session, trajectory_id: uuid.UUID) -> frozenset[str]:
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


def names_of_students(session: Session) -> frozenset[str]:
    """The words of the names of every student: for a text that may come into anybody's report."""
    words: set[str] = set()
    for row in session.execute(select(Person.name, Person.call_name).where(Person.party == Party.STUDENT)):
        words.update(_words_of_name(f"{row.name} {row.call_name}"))
    return frozenset(words)


def names_of_everybody_but(session: Session, own: Collection[uuid.UUID]) -> frozenset[str]:
    """The words of the names of everybody who is known but `own`: for what only one person takes along."""
    theirs: set[str] = set()
    others: set[str] = set()
    for row in session.execute(select(Person.id, Person.name, Person.call_name)):
        words = theirs if row.id in own else others
        words.update(_words_of_name(f"{row.name} {row.call_name}"))
    return frozenset(others - theirs)


def _words_of_name(name: str) -> set[str]:
    """What a sentence may call somebody by; `van` and `de` are words of every sentence."""
    parts = {folded(part) for word in _WORD.findall(name) for part in _parts(word)}
    return {part for part in parts - NAME_PREFIXES if len(part) >= _SHORTEST_NAME}


def _parts(word: str) -> Iterator[str]:
    """A word as a whole, and what stands before and after a mark in it."""
    yield word
    parts = re.split(r"['’-]", word)
    if len(parts) > 1:
        yield from parts
