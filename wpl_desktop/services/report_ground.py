"""What the reports of one profile have in common: its words, its criteria with their texts, its places."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import CriteriaSet, LevelText, Strand
from wpl_desktop.domain.people import Organisation, Party
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.domain.words import Words, fill, in_language
from wpl_desktop.services import content
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.sheets import criteria_of, level_labels


@dataclass(frozen=True, kw_only=True)
class CriterionTexts:
    """One criterion in the language of the reports; what its levels mean is still in every language."""

    id: uuid.UUID
    code: str
    name: str
    reading_hint: str
    level_texts: Mapping[tuple[Strand, int], Words]


@dataclass(frozen=True, kw_only=True)
class CriteriaTexts:
    """A set of criteria in the language of the reports; `scale` gives the level words of a strand from 1 up."""

    edition: str
    expected_level: int
    scale: Mapping[Strand, tuple[str, ...]]
    criteria: tuple[CriterionTexts, ...]


class Ground:
    """Read once and shared by reports that are gathered one after the other, each in a session of its own."""

    def __init__(self, session: Session, *, language: str) -> None:
        self.language = language
        self.profile, self.owner, _ = profile_rows(session)
        self.words = content.words(self.profile.vocabulary, language)
        self.status_line = fill(content.text("status_line", language), self.words)
        self._sentences: dict[Party, str] = {}
        self._organisations: dict[uuid.UUID, Organisation] = {}
        self._criteria: dict[uuid.UUID, CriteriaTexts] = {}

    @property
    def privacy_complete(self) -> bool:
        """Whether the privacy lines can be printed; a report without them carries a warning (P01)."""
        return all((self.profile.controller, self.profile.privacy_contact, self.profile.purpose))

    def filled_in(self, text: Words) -> str:
        """A text of the tables in the language of the reports, with the words of the profile."""
        return fill(in_language(text, self.language), self.words)

    def sentence(self, party: Party) -> str:
        """The sentence above a party's signature (6.4)."""
        if party not in self._sentences:
            self._sentences[party] = content.signature_sentence(
                party.value, self.language, vocabulary=self.profile.vocabulary
            )
        return self._sentences[party]

    def organisation(self, session: Session, organisation_id: uuid.UUID) -> Organisation:
        """A workplace or an institute."""
        if organisation_id not in self._organisations:
            self._organisations[organisation_id] = session.get_one(Organisation, organisation_id)
        return self._organisations[organisation_id]

    def criteria(self, session: Session, trajectory: Trajectory) -> CriteriaTexts:
        """The criteria by which a trajectory is looked at, in their order."""
        if trajectory.criteria_set_id not in self._criteria:
            self._criteria[trajectory.criteria_set_id] = self._read_criteria(session, trajectory)
        return self._criteria[trajectory.criteria_set_id]

    def _read_criteria(self, session: Session, trajectory: Trajectory) -> CriteriaTexts:
        found = session.get_one(CriteriaSet, trajectory.criteria_set_id)
        criteria = criteria_of(session, trajectory)
        level_texts: dict[uuid.UUID, dict[tuple[Strand, int], Words]] = {}
        for row in session.execute(
            select(LevelText.criterion_id, LevelText.strand, LevelText.level, LevelText.text).where(
                LevelText.criterion_id.in_([criterion.id for criterion in criteria])
            )
        ):
            level_texts.setdefault(row.criterion_id, {})[row.strand, row.level] = row.text
        return CriteriaTexts(
            edition=found.edition,
            expected_level=found.expected_level,
            scale={
                strand: tuple(self.filled_in(label) for label in level_labels(session, found.id, strand))
                for strand in Strand
            },
            criteria=tuple(
                CriterionTexts(
                    id=criterion.id,
                    code=criterion.code,
                    name=self.filled_in(criterion.name),
                    reading_hint=self.filled_in(criterion.reading_hint),
                    level_texts=level_texts.get(criterion.id, {}),
                )
                for criterion in criteria
            ),
        )
