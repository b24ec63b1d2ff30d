"""What is looked at before a round becomes final: gaps, the student's response, names that must not be in it."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Perspective,
    Round,
    RoundKind,
    RoundReport,
    Sheet,
    gaps,
    in_round,
    is_scored,
    not_ready,
    taking_part,
)
from wpl_desktop.domain.finalising import GapKind
from wpl_desktop.services.growth_plan_views import goals_for_report
from wpl_desktop.services.hats import is_kept_from_advice
from wpl_desktop.services.other_names import names_in, names_of_others
from wpl_desktop.services.report_agreements import agreements_for_report
from wpl_desktop.services.round_views import RoundViews, views_of
from wpl_desktop.services.sheets import criteria_of, ready_by_part
from wpl_desktop.services.sight import is_visible
from wpl_desktop.services.trajectories import trajectory_rows

#: Who is asked about which strand: the student's view of the workplace is voluntary, so never a gap (R9).
_ASKED = {
    Strand.STUDENT_PART: tuple(Perspective),
    Strand.WORKPLACE_PART: (Perspective.WORKPLACE, Perspective.INSTITUTE),
}
_TEXTS: tuple[str, ...] = ("strong", "grown", "next_step")
_ADVICE = "advice"
_RESPONSE = "student_response"


class NamePlace(enum.Enum):
    """Where in a round somebody is named."""

    COMMENT = "comment"
    EVIDENCE = "evidence"
    POSITIONS = "positions"
    AGREED_REASON = "agreed_reason"
    TEXT = "text"
    AGREEMENT = "agreement"
    GROWTH_GOAL = "growth_goal"
    REVEAL_REASON = "reveal_reason"
    GAP_REASON = "gap_reason"


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One gap that is accepted with a reason (R12); `subjects` are codes of criteria or names of texts."""

    kind: GapKind
    perspective: Perspective | None = None
    strand: Strand | None = None
    subjects: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the reason is given under: it stays while the gap grows or shrinks."""
        parts = (self.kind, self.perspective, self.strand)
        return "-".join(part.value for part in parts if part is not None)


@dataclass(frozen=True, kw_only=True)
class NamedOther:
    """Another student who is named in a text of the round, as it stands there.

    `subject` is the code of a criterion, or for `TEXT` the name of the text (`strong` … `student_response`).
    """

    name: str
    where: NamePlace
    subject: str = ""
    perspective: Perspective | None = None
    strand: Strand | None = None


@dataclass(frozen=True, kw_only=True)
class Checklist:
    """What is looked at before a round becomes final.

    `says_anything` is False while nobody gave a mark or wrote a text. `response_missing` stands in the way: in a
    round of the final form the student responds, or *no response* is ticked (6.2: 11). A name does not, once it was
    looked at.
    """

    trajectory_id: uuid.UUID
    student_name: str
    call_name: str
    round_number: int
    round_kind: RoundKind
    edition: int
    final: bool
    says_anything: bool
    gaps: tuple[Gap, ...]
    response_missing: bool
    other_names: tuple[NamedOther, ...]


def read_checklist(session: Session, found: Round, *, open_to_all: bool = False) -> Checklist:
    """The checklist of a round; a few queries, whatever its size.

    Who is named in a view that may not be seen yet is left out (R5), unless it is read as `open_to_all`.
    """
    return _Reader(session, found, open_to_all=open_to_all).checklist()


def names_in_reasons(session: Session, found: Round, reasons: Mapping[str, str]) -> list[NamedOther]:
    """Other students who are named in the reasons for gaps, which are printed too."""
    names = names_of_others(session, found.trajectory_id)
    return list(_named(reasons.values(), names, where=NamePlace.GAP_REASON))


class _Reader:
    """One checklist being read: what every step needs of the round."""

    def __init__(self, session: Session, found: Round, *, open_to_all: bool) -> None:
        self.open_to_all = open_to_all
        self.session = session
        self.found = found
        self.trajectory, self.student = trajectory_rows(session, found.trajectory_id)
        # Of criteria that are no longer in focus the marks are printed too, so names are looked for everywhere.
        self.codes = {criterion.id: criterion.code for criterion in criteria_of(session, self.trajectory)}
        asked = set(in_round(self.codes.values(), focus=found.focus))
        self.asked = {key: code for key, code in self.codes.items() if code in asked}
        self.part = taking_part(found.perspectives)
        self.views: RoundViews = views_of(session, found)
        texts = session.scalars(select(RoundReport).where(RoundReport.round_id == found.id)).one_or_none()
        self.texts = texts or RoundReport(round_id=found.id)
        self.is_kept_from_advice = is_kept_from_advice(session, self.trajectory.id)

    def checklist(self) -> Checklist:
        """The checklist as a whole."""
        needs_response = self.found.kind is RoundKind.FINAL and not self.texts.no_response
        return Checklist(
            trajectory_id=self.trajectory.id,
            student_name=self.student.name,
            call_name=self.student.call_name,
            round_number=self.found.number,
            round_kind=self.found.kind,
            edition=self.found.edition,
            final=self.found.finalised_at is not None,
            says_anything=bool(self.views.heard) or self._is_agreed() or any(self._texts().values()),
            gaps=tuple(self._gaps()),
            response_missing=needs_response and not self.texts.student_response.strip(),
            other_names=tuple(dict.fromkeys(self._other_names())),
        )

    def _gaps(self) -> Iterator[Gap]:
        """In the order of the work; what follows from a gap is not asked again.

        A sheet that is empty and not ready is one gap, not another for each criterion; a round that was never put
        side by side and in which nothing was agreed is one too.
        """
        late = not_ready(self.part, ready=self._ready())
        empty = [perspective for perspective in late if self._is_empty(perspective)]
        for perspective in late:
            yield Gap(kind=GapKind.SHEET_NOT_READY, perspective=perspective)
        for strand, asked in _ASKED.items():
            for perspective in asked:
                open_codes = self._not_scored(strand, perspective)
                if perspective in self.part and perspective not in empty and open_codes:
                    yield Gap(
                        kind=GapKind.NOT_SCORED, perspective=perspective, strand=strand, subjects=open_codes
                    )
        if self.found.revealed_at is None:
            yield Gap(kind=GapKind.NOT_SIDE_BY_SIDE)
        if self.found.revealed_at is not None or self._is_agreed():
            yield from self._gaps_in_agreed(GapKind.NOT_AGREED)
        yield from self._gaps_in_agreed(GapKind.DIFFERENCE_WITHOUT_WORDS)
        missing = tuple(name for name, text in self._wanted_texts().items() if not text)
        if missing:
            yield Gap(kind=GapKind.TEXT_MISSING, subjects=missing)

    def _gaps_in_agreed(self, kind: GapKind) -> Iterator[Gap]:
        for strand in Strand:
            codes: list[str] = []
            for criterion_id, code in self.asked.items():
                agreed = self.views.report_agreed(strand, criterion_id)
                without_words = agreed.difference_stands and not agreed.positions.strip()
                is_gap = without_words if kind is GapKind.DIFFERENCE_WITHOUT_WORDS else not agreed.is_settled
                codes += [code] if is_gap else []
            if codes:
                yield Gap(kind=kind, strand=strand, subjects=tuple(codes))

    def _ready(self) -> set[Perspective]:
        """Who is ready with the student's part."""
        return set(
            self.session.scalars(
                select(Sheet.perspective).where(
                    Sheet.round_id == self.found.id,
                    Sheet.strand == Strand.STUDENT_PART,
                    Sheet.ready_at.is_not(None),
                )
            )
        )

    def _not_scored(self, strand: Strand, perspective: Perspective) -> tuple[str, ...]:
        marks = dict.fromkeys(self.asked.values(), NOT_YET_SCORED)
        for criterion_id, code in self.asked.items():
            score = self.views.scores.get((strand, criterion_id, perspective))
            if score is not None:
                marks[code] = score.mark
        return tuple(gaps(marks))

    def _is_empty(self, perspective: Perspective) -> bool:
        """Whether nothing was scored on any strand that this perspective is asked about."""
        return all(
            len(self._not_scored(strand, perspective)) == len(self.asked)
            for strand, asked in _ASKED.items()
            if perspective in asked
        )

    def _is_agreed(self) -> bool:
        """Whether anything was agreed, or a difference stands."""
        return any(
            is_scored(row.mark) or row.difference_stands
            for rows in self.views.agreed.values()
            for row in rows.values()
        )

    def _texts(self) -> dict[str, str]:
        """What is written for the report; an advice that somebody else gives apart is not read (0.1)."""
        advice = () if self.is_kept_from_advice else (_ADVICE,)
        return {name: getattr(self.texts, name).strip() for name in (*_TEXTS, *advice, _RESPONSE)}

    def _wanted_texts(self) -> dict[str, str]:
        """The texts of the report that somebody should have written: the response is a question of its own."""
        wanted = list(_TEXTS)
        if self._has_advice():
            wanted.append(_ADVICE)
        return {name: text for name, text in self._texts().items() if name in wanted}

    def _has_advice(self) -> bool:
        """Whether this report gives advice: in the final form, unless the assessor gives it elsewhere (0.1)."""
        return self.found.kind is RoundKind.FINAL and not self.is_kept_from_advice

    def _may_be_seen(self) -> set[tuple[Strand, Perspective]]:
        """Whose view of which part may be read now (R5)."""
        ready = ready_by_part(self.session, [self.found.id])
        return {
            (strand, perspective)
            for strand in Strand
            for perspective in self.part
            if self.open_to_all
            or is_visible(self.found, perspective, ready=ready.get((self.found.id, strand), set()))
        }

    def _other_names(self) -> Iterator[NamedOther]:
        """In every text that is printed, whoever wrote it."""
        names = names_of_others(self.session, self.trajectory.id)
        open_views = self._may_be_seen()
        for (strand, criterion_id, perspective), score in self.views.scores.items():
            if (strand, perspective) not in open_views:
                continue
            code = self.codes.get(criterion_id, "")
            for where, text in ((NamePlace.COMMENT, score.comment), (NamePlace.EVIDENCE, score.evidence)):
                for name in names_in(text, names):
                    yield NamedOther(
                        name=name, where=where, subject=code, perspective=perspective, strand=strand
                    )
        for strand, rows in self.views.agreed.items():
            for criterion_id, row in rows.items():
                code = self.codes.get(criterion_id, "")
                for where, text in (
                    (NamePlace.POSITIONS, row.positions),
                    (NamePlace.AGREED_REASON, row.reason),
                ):
                    for name in names_in(text, names):
                        yield NamedOther(name=name, where=where, subject=code, strand=strand)
        for subject, text in self._texts().items():
            yield from _named([text], names, where=NamePlace.TEXT, subject=subject)
        yield from _named([self.found.reveal_reason], names, where=NamePlace.REVEAL_REASON)
        agreements = [row.text for row in agreements_for_report(self.session, self.found)]
        yield from _named(agreements, names, where=NamePlace.AGREEMENT)
        if self.found.kind is RoundKind.FINAL:
            goals = goals_for_report(self.session, self.trajectory.id, until=self.found.finalised_at)
            for goal in goals:
                texts = (goal.text, goal.support, goal.outcome_words)
                yield from _named(texts, names, where=NamePlace.GROWTH_GOAL)


def _named(
    texts: Collection[str], names: Collection[str], *, where: NamePlace, subject: str = ""
) -> Iterator[NamedOther]:
    for text in texts:
        for name in names_in(text, names):
            yield NamedOther(name=name, where=where, subject=subject)
