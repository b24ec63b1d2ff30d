"""The rounds of the demo: sheets, scores, what was agreed and the texts of the report, as far as they have come."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    Agreed,
    Collected,
    Mark,
    Perspective,
    Round,
    RoundKind,
    RoundReport,
    Score,
    Sheet,
    Source,
    default_perspectives,
    level_mark,
)
from wpl_desktop.services.demo.people import FIRST_DAY
from wpl_desktop.services.demo.story import Chapter, Story

_NON_LEVELS: Mapping[object, Mark] = {"not_observed": NOT_OBSERVED, "no_opportunity": NO_OPPORTUNITY}
#: The own sheet first: what is typed over from paper afterwards is blind (R5).
_READY_AT = {
    Perspective.WORKPLACE: time(15, 30),
    Perspective.STUDENT: time(16),
    Perspective.INSTITUTE: time(16, 15),
}
_FINALISED_AFTER = timedelta(minutes=30)
#: How far an open round is, by the number of the student: who is ready, and how many rows the mentor has begun.
_ALL_BUT_INSTITUTE = frozenset({Perspective.WORKPLACE, Perspective.STUDENT})
_OPEN: tuple[tuple[frozenset[Perspective], int], ...] = (
    (_ALL_BUT_INSTITUTE, 0),
    (frozenset(), 4),
    (frozenset({Perspective.WORKPLACE}), 0),
    (frozenset(), 0),
)


class _Phase(enum.Enum):
    """How far a round has come at the present of the story."""

    AHEAD = enum.auto()
    OPEN = enum.auto()
    READY = enum.auto()
    HELD = enum.auto()


@dataclass(frozen=True, kw_only=True)
class _Scene:
    """One round of one student: its row in the data, when it is talked about, and how far it is."""

    round: Mapping[str, Any]
    student: str
    starts_at: datetime
    minutes: int
    phase: _Phase
    ready_on: datetime
    opened: datetime


def add_rounds(
    story: Story, chapter: Chapter, *, starts: Mapping[str, datetime], drafts: frozenset[str]
) -> None:
    """Add every round of every student of a chapter; of `drafts` the round held last is not finished."""
    minutes = {talk["id"]: talk["minutes"] for talk in chapter["conversations"]}
    for number, student in enumerate(row["id"] for row in chapter["students"]):
        scenes = [
            _scene(story, row, student, starts_at=starts[meeting], minutes=minutes[meeting])
            for row in chapter["rounds"]
            for meeting in [row["meetings"][student]]
        ]
        held = [scene for scene in scenes if scene.phase is _Phase.HELD]
        for scene in scenes:
            is_draft = student in drafts and scene is held[-1] if held else False
            _Writer(story, chapter, scene, is_draft=is_draft).add(progress=_OPEN[number % len(_OPEN)])


def _scene(
    story: Story, values: Mapping[str, Any], student: str, *, starts_at: datetime, minutes: int
) -> _Scene:
    year = story.year
    # Sheets are filled in on free days too; what is held only moves away from them.
    ready_on = datetime.combine(year.exact_day(values["ready_by"]), time())
    opened = datetime.combine(year.exact_day(values["opens"]), time(16))
    if year.has_come(starts_at):
        phase = _Phase.HELD
    elif year.has_come(ready_on + timedelta(hours=17)):
        phase = _Phase.READY
    else:
        phase = _Phase.OPEN if year.has_come(opened) else _Phase.AHEAD
    return _Scene(
        round=values,
        student=student,
        starts_at=starts_at,
        minutes=minutes,
        phase=phase,
        ready_on=ready_on,
        opened=opened,
    )


class _Writer:
    """Adds the rows of one round of one student."""

    def __init__(self, story: Story, chapter: Chapter, scene: _Scene, *, is_draft: bool) -> None:
        self._story = story
        self._chapter = chapter
        self._scene = scene
        self._ended = scene.starts_at + timedelta(minutes=scene.minutes)
        self._finalised = None if is_draft else story.year.utc(self._ended + _FINALISED_AFTER)
        self._planned = story.year.utc(
            min(scene.opened, datetime.combine(story.year.exact_day(FIRST_DAY), time(11)))
        )

        self._said: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
        for row in chapter["evidence"]:
            if self._is_here(row):
                said = self._said.setdefault((row["perspective"], row["strand"]), {})
                said[row["criterion"]] = row

    def add(self, *, progress: tuple[frozenset[Perspective], int]) -> None:
        """Add the round with its sheets; `progress` is how far it is while it is open."""
        is_held = self._scene.phase is _Phase.HELD
        student, number = self._scene.student, self._scene.round["number"]
        meeting = self._scene.round["meetings"][student]
        round_id = self._story.rows.add(
            Round,
            self._planned,
            self._finalised if is_held else None,
            trajectory_id=self._story.ids[f"{student} trajectory"],
            number=number,
            kind=RoundKind(self._scene.round["kind"]),
            held_on=self._scene.starts_at.date(),
            focus=[],
            perspectives=default_perspectives(has_institute=True),
            conversation_id=self._story.ids[f"{meeting} {student}"],
            late=[],
            revealed_at=self._story.year.utc(self._scene.starts_at) if is_held else None,
            finalised_at=self._finalised if is_held else None,
        )
        self._story.ids[f"{student} round {number}"] = round_id
        scores = [row for row in self._chapter["scores"] if self._is_here(row)]
        ready, begun = progress
        for perspective in Perspective:
            for strand in Strand:
                rows = [row for row in scores if row["strand"] == strand.value]
                self._add_sheet(round_id, perspective, strand, rows=rows, ready=ready, begun=begun)
        if is_held:
            self._add_agreed(round_id, scores)
            self._add_texts(round_id)

    def _is_here(self, row: Mapping[str, Any]) -> bool:
        return row["student"] == self._scene.student and row["round"] == self._scene.round["number"]

    def _add_sheet(
        self,
        round_id: uuid.UUID,
        perspective: Perspective,
        strand: Strand,
        *,
        rows: list[dict[str, Any]],
        ready: frozenset[Perspective],
        begun: int,
    ) -> None:
        is_own = perspective is Perspective.WORKPLACE
        is_open = self._scene.phase is _Phase.OPEN
        is_ready = self._scene.phase in {_Phase.READY, _Phase.HELD} or (is_open and perspective in ready)
        moment = self._scene.opened if is_open else self._scene.ready_on
        written = datetime.combine(moment, _READY_AT[perspective])
        if not is_ready:
            is_begun = is_open and is_own and strand is Strand.STUDENT_PART
            rows = rows[:begun] if is_begun else []
        moment = self._story.year.utc(written)
        sheet_id = self._story.rows.add(
            Sheet,
            self._planned,
            moment if is_ready else None,
            round_id=round_id,
            perspective=perspective,
            strand=strand,
            author_id=self._story.ids[self._story.main_user] if is_ready else None,
            collected=Collected.OWN_SCREEN if is_own or not is_ready else Collected.PAPER,
            collected_on=written.date() if is_ready else None,
            blind=True,
            ready_at=moment if is_ready else None,
        )
        evidence = self._evidence(perspective.value, strand)
        for row in rows:
            mark = _mark(row[f"{perspective.value}_view"])
            said = evidence.get(row["criterion"])
            is_kept = said is not None and said["source"] == Source.PORTFOLIO.value
            words = self._story.text(said["text"]) if said is not None else ""
            self._story.rows.add(
                Score,
                moment,
                sheet_id=sheet_id,
                criterion_id=self._story.criteria[row["criterion"]],
                kind=mark.kind,
                level=mark.level,
                comment="" if is_kept else words,
                evidence=words if is_kept else "",
                source=Source(said["source"]) if said is not None else None,
            )

    def _evidence(self, perspective: str, strand: Strand) -> dict[str, dict[str, Any]]:
        return self._said.get((perspective, strand.value), {})

    def _add_agreed(self, round_id: uuid.UUID, scores: list[dict[str, Any]]) -> None:
        positions = {strand.value: self._evidence("agreed", strand) for strand in Strand}
        for row in scores:
            stands = row["agreed"] == "difference_stands"
            mark = Mark() if stands else _mark(row["agreed"])
            said = positions[row["strand"]].get(row["criterion"])
            self._story.rows.add(
                Agreed,
                self._story.year.utc(self._ended),
                round_id=round_id,
                criterion_id=self._story.criteria[row["criterion"]],
                strand=Strand(row["strand"]),
                kind=mark.kind,
                level=mark.level,
                difference_stands=stands,
                positions=self._story.text(said["text"]) if said else "",
            )

    def _add_texts(self, round_id: uuid.UUID) -> None:
        for row in (*self._chapter["midterm_summaries"], *self._chapter["syntheses"]):
            if not self._is_here(row):
                continue
            response = row.get("student_response")
            is_final = self._finalised is not None
            self._story.rows.add(
                RoundReport,
                self._story.year.utc(self._ended),
                round_id=round_id,
                strong=self._story.text(row["strong"]),
                grown=self._story.text(row["grown"]),
                next_step=self._story.text(row["next_step"]),
                advice=self._story.text(row.get("advice")),
                student_response=self._story.text(response["text"]) if response and is_final else "",
                no_response=is_final and response is None,
            )


def _mark(value: object) -> Mark:
    return level_mark(value) if isinstance(value, int) else _NON_LEVELS[value]
