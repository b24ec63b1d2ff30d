"""What the writers of the demo share: its language, its year, the rows so far and what the profile was made with."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import AgendaTemplateItem, ConversationType
from wpl_desktop.domain.criteria import CriteriaSet, Criterion
from wpl_desktop.domain.people import Party
from wpl_desktop.services.demo.rows import Rows
from wpl_desktop.services.demo.year import Year

#: The shape of resources/content/demo.json, also for the students that are made up on the spot.
Chapter = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Story:
    """The demo being written; `ids` and `parties` know every person and thing by its key in the data."""

    language: str
    year: Year
    main_user: str
    criteria_set_id: uuid.UUID
    criteria: Mapping[str, uuid.UUID]
    types: Mapping[str, ConversationType]
    agendas: Mapping[str, list[AgendaTemplateItem]]
    rows: Rows = field(default_factory=Rows)
    ids: dict[str, uuid.UUID] = field(default_factory=dict[str, uuid.UUID])
    parties: dict[str, Party] = field(default_factory=dict[str, Party])

    @classmethod
    def begin(cls, session: Session, *, language: str, year: Year, main_user: str) -> Story:
        """A story about nobody yet, on the criteria and conversation types of a fresh profile."""
        types = {kind.key: kind for kind in session.scalars(select(ConversationType))}
        return cls(
            language=language,
            year=year,
            main_user=main_user,
            criteria_set_id=session.scalars(select(CriteriaSet.id)).one(),
            criteria={criterion.code: criterion.id for criterion in session.scalars(select(Criterion))},
            types=types,
            agendas={
                key: list(
                    session.scalars(
                        select(AgendaTemplateItem)
                        .where(AgendaTemplateItem.type_id == kind.id)
                        .order_by(AgendaTemplateItem.position)
                    )
                )
                for key, kind in types.items()
            },
        )

    def text(self, words: Mapping[str, str] | None) -> str:
        """One text of the data in the language of the demo."""
        return words[self.language] if words else ""
