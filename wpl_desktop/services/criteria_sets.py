"""Versions of the criteria as data: looking, drafting, publishing, and which one new trajectories get."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from wpl_desktop.domain.criteria import CriteriaSet
from wpl_desktop.domain.criteria_content import (
    ContentProblem,
    cleaned,
    is_edition,
    problems,
    shape_problems,
)
from wpl_desktop.domain.criteria_editing import level_count
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.domain.words import LANGUAGES, Words, capital
from wpl_desktop.services import content as texts
from wpl_desktop.services.criteria_rows import (
    choose_criteria_set,
    content_of,
    default_criteria_set,
    install_criteria,
)
from wpl_desktop.storage import kept
from wpl_desktop.storage.database import Database

#: Drafts are kept past the journal: a hundred kilobytes of text that is typed, at every pause.
_PREFIX: Final = "criteria_draft/"
_EDITION_NUMBERS = re.compile(r"(\d{1,4})\.(\d{1,4})")


@dataclass(frozen=True, kw_only=True)
class CriteriaSetRow:
    """One version for a list: `running` and `closed` count the trajectories that use it."""

    id: uuid.UUID
    key: str
    name: Words
    edition: str
    level_count: int
    running: int
    closed: int
    is_default: bool


@dataclass(frozen=True, kw_only=True)
class CriteriaDraftRow:
    """One draft for a list; `saved_at` is in UTC."""

    id: uuid.UUID
    name: Words
    edition: str
    level_count: int
    saved_at: datetime


@dataclass(frozen=True, kw_only=True)
class CriteriaDraft:
    """A draft to be edited: `revision` must be named when it is saved."""

    id: uuid.UUID
    revision: int
    content: dict[str, Any]


class CriteriaSets:
    """Versions are frozen from the moment they are published (R13); only drafts change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Versions

    def sets(self) -> list[CriteriaSetRow]:
        """Every version, the newest first."""
        uses = (
            select(Trajectory.criteria_set_id, Trajectory.state, func.count())
            .group_by(Trajectory.criteria_set_id, Trajectory.state)
        )  # fmt: skip
        with self._database.reading() as session:
            default = default_criteria_set(session)
            used = {(row[0], row[1]): row[2] for row in session.execute(uses)}
            newest_first = select(CriteriaSet).order_by(CriteriaSet.created_at.desc(), CriteriaSet.id.desc())
            return [
                CriteriaSetRow(
                    id=row.id,
                    key=row.key,
                    name=dict(row.name),
                    edition=row.edition,
                    level_count=row.level_count,
                    running=used.get((row.id, TrajectoryState.RUNNING), 0),
                    closed=used.get((row.id, TrajectoryState.CLOSED), 0),
                    is_default=row.id == default,
                )
                for row in session.scalars(newest_first)
            ]

    def content(self, set_id: uuid.UUID) -> dict[str, Any]:
        """A version in the shape of resources/content/criteria.json. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return content_of(session, set_id)

    def set_default(self, set_id: uuid.UUID, *, origin: object = None) -> None:
        """Give this version to new trajectories; those that are running keep theirs."""
        with self._database.transaction(origin=origin) as session:
            if session.get(CriteriaSet, set_id) is None:
                raise refused("not_found")
            _profile(session).criteria_set_id = set_id

    def switch(self, trajectory_id: uuid.UUID, set_id: uuid.UUID, *, origin: object = None) -> None:
        """Give a trajectory another version; refused while it is running (R13) and once it has rounds."""
        with self._database.transaction(origin=origin) as session:
            trajectory = session.get(Trajectory, trajectory_id)
            if trajectory is None:
                raise refused("not_found")
            choose_criteria_set(session, trajectory, set_id)

    def placeholders(self) -> frozenset[str]:
        """The words that may stand in {braces}: those that every vocabulary has in every language."""
        shared = set(texts.words("", LANGUAGES[0]))
        for vocabulary in texts.vocabularies():
            for language in LANGUAGES:
                shared &= set(vocabulary.words[language])
        return frozenset(shared | {capital(word) for word in shared})

    def problems(self, content: Mapping[str, Any]) -> list[ContentProblem]:
        """What keeps a draft from being published, in its order."""
        return problems(cleaned(dict(content)), placeholders=self.placeholders())

    # Drafts

    def drafts(self) -> list[CriteriaDraftRow]:
        """Every draft, the one saved last first."""
        with self._database.reading() as session:
            rows = [
                (uuid.UUID(name.removeprefix(_PREFIX)), _unpacked(session, name))
                for name in kept.names(session, _PREFIX)
            ]
        return sorted(
            (
                CriteriaDraftRow(
                    id=draft_id,
                    name=values["content"]["name"],
                    edition=values["content"]["version"],
                    level_count=level_count(values["content"]),
                    saved_at=datetime.fromisoformat(values["saved_at"]),
                )
                for draft_id, values in rows
            ),
            key=lambda row: (row.saved_at, row.id),
            reverse=True,
        )

    def draft(self, draft_id: uuid.UUID) -> CriteriaDraft:
        """One draft. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            values = _unpacked(session, _name(draft_id))
        return CriteriaDraft(id=draft_id, revision=values["revision"], content=values["content"])

    def new_draft(self, from_set: uuid.UUID) -> uuid.UUID:
        """A draft with everything of a version, under the next edition; the version itself stays as it is."""
        with self._database.transaction(undoable=False) as session:
            content = content_of(session, from_set)
            content["version"] = _next_edition(session, content["key"])
            return self._keep_new(session, content)

    def add_draft(self, content: Mapping[str, Any]) -> uuid.UUID:
        """A draft of a set that was read from a file; the edition is another one where it is taken."""
        wrong = self.problems(content)
        if wrong:
            raise refused("criteria_incomplete", count=len(wrong))
        with self._database.transaction(undoable=False) as session:
            whole: dict[str, Any] = cleaned(dict(content))
            if whole["version"] in _editions(session, whole["key"]):
                whole["version"] = _next_edition(session, whole["key"])
            return self._keep_new(session, whole)

    def save_draft(self, draft_id: uuid.UUID, content: Mapping[str, Any], *, expected: int) -> int:
        """Keep a draft as it is typed; gives its new revision.

        Raises `DomainError`: `changed_meanwhile` when `expected` is not the revision that is kept, `not_found`,
        and `criteria_shape` for what is no draft of a set; nothing is written then.
        """
        if shape_problems(content):
            raise refused("criteria_shape")
        with self._database.transaction(undoable=False) as session:
            if _unpacked(session, _name(draft_id))["revision"] != expected:
                raise refused("changed_meanwhile")
            self._keep(session, draft_id, content, revision=expected + 1)
        return expected + 1

    def delete_draft(self, draft_id: uuid.UUID) -> None:
        """Let go of a draft for good; versions stay."""
        with self._database.transaction(undoable=False) as session:
            kept.forget(session, _name(draft_id))

    def publish(
        self, draft_id: uuid.UUID, *, edition: str, for_new: bool = False, origin: object = None
    ) -> uuid.UUID:
        """Make a draft a version of its own, frozen from now on; gives the version's id. The draft goes.

        Args:
            draft_id: the draft; it must be complete.
            edition: how the version is called; no other version of the same set may be called so.
            for_new: whether new trajectories get it from now on.
            origin: who asks, as in `Database.transaction`.

        Raises `DomainError`: `criteria_incomplete`, `criteria_edition` or `criteria_edition_taken`.
        """
        with self._database.transaction(undoable=False, origin=origin) as session:
            content = cleaned(_unpacked(session, _name(draft_id))["content"])
            content["version"] = cleaned(edition)
            if not is_edition(content["version"]):
                raise refused("criteria_edition", field="edition")
            wrong = self.problems(content)
            if wrong:
                raise refused("criteria_incomplete", count=len(wrong))
            if content["version"] in _editions(session, content["key"]):
                raise refused("criteria_edition_taken", field="edition", edition=content["version"])
            # Without a choice the newest is the default: name the one of now, so that only a yes changes it.
            before = default_criteria_set(session)
            made = install_criteria(session, content)
            _profile(session).criteria_set_id = made.id if for_new else before
            kept.forget(session, _name(draft_id))
            return made.id

    # Internals

    def _keep_new(self, session: Session, content: Mapping[str, Any]) -> uuid.UUID:
        draft_id = uuid7()
        self._keep(session, draft_id, content, revision=1)
        return draft_id

    def _keep(
        self, session: Session, draft_id: uuid.UUID, content: Mapping[str, Any], *, revision: int
    ) -> None:
        now = self._database.clock.now()
        values = {"revision": revision, "saved_at": now.isoformat(), "content": dict(content)}
        kept.keep(session, _name(draft_id), json.dumps(values).encode(), at=now)


def _name(draft_id: uuid.UUID) -> str:
    return f"{_PREFIX}{draft_id}"


def _unpacked(session: Session, name: str) -> dict[str, Any]:
    data = kept.kept(session, name)
    if data is None:
        raise refused("not_found")
    return cast("dict[str, Any]", json.loads(data))


def _profile(session: Session) -> Profile:
    return session.scalars(select(Profile)).one()


def _editions(session: Session, key: str) -> set[str]:
    return set(session.scalars(select(CriteriaSet.edition).where(CriteriaSet.key == key)))


def _next_edition(session: Session, key: str) -> str:
    """After 1.0 comes 1.1; after names of another kind the first number that is free."""
    taken = _editions(session, key)
    numbers = [found for name in taken if (found := _EDITION_NUMBERS.fullmatch(name))]
    major, minor = max(((int(found[1]), int(found[2])) for found in numbers), default=(1, 0))
    return f"{major}.{minor + 1}"
