"""R5 whatever the order: nobody's view comes to the owner before the reveal, and *blind* is never said wrongly."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Collected,
    Mark,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    level_mark,
)
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues

STUDENT, WORKPLACE, INSTITUTE = Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE
PART, CONDITIONS = Strand.STUDENT_PART, Strand.WORKPLACE_PART
TYPED, PAPER, THEMSELVES = Collected.TYPED_FOR, Collected.PAPER, Collected.OWN_SCREEN
#: Every text that is written begins with it, so that one search finds them all.
WORD = "merkzin"
Part = tuple[Perspective, Strand]
Marks = dict[tuple[Part, uuid.UUID], Mark]
PARTS: list[Part] = [(one, strand) for one in Perspective for strand in Strand]


@dataclass(frozen=True)
class Act:
    """One thing that somebody does to the round."""

    name: str
    whose: Perspective = WORKPLACE
    strand: Strand = PART
    criterion: int = 0
    level: int = 2
    how: Collected | None = None
    yes: bool = True


@dataclass
class _State:
    """What is kept of the round, read past every service."""

    revealed: bool
    ready: set[Part]
    came_in: set[Part]
    blind: set[Part]
    marks: Marks


@dataclass
class _Year:
    """A round, and what a second memory knows of how its sheets came in."""

    services: Services
    trajectory_id: uuid.UUID
    round_id: uuid.UUID
    criteria: list[uuid.UUID]
    written: dict[str, Part] = field(default_factory=dict[str, Part])
    #: By whom a text was written who is not the owner, on this laptop.
    theirs: set[str] = field(default_factory=set[str])
    early: set[Part] = field(default_factory=set[Part])
    changed_late: set[Part] = field(default_factory=set[Part])

    def do(self, act: Act) -> bool:
        """Do one thing and tell whether it was done; what is refused changes nothing."""
        before = self.state()
        done = False
        with suppress(DomainError):
            self._do(act)
            done = True
        after = self.state()
        if not done:
            assert after == before
            return False
        for part in PARTS:
            if before.revealed and _of(after.marks, part) != _of(before.marks, part):
                self.changed_late.add(part)
            if act.name in {"score", "note_paper"} and act.how is not THEMSELVES:
                is_first = part in after.came_in - before.came_in
                if is_first and part[0] is not WORKPLACE and (WORKPLACE, part[1]) not in before.ready:
                    self.early.add(part)
                elif is_first:
                    self.early.discard(part)
        if act.name in {"finish", "withhold"} and (STUDENT, PART) not in self.early:
            # It came in with the own part, whose answer replaces what was typed (R9).
            self.early.discard((STUDENT, CONDITIONS))
        return True

    def _do(self, act: Act) -> None:
        evaluations, hand_over, history = (
            self.services.evaluations,
            self.services.hand_over,
            self.services.history,
        )
        match act.name:
            case "score":
                evaluations.save_score(
                    self.round_id,
                    self._values(act),
                    perspective=act.whose,
                    strand=act.strand,
                    criterion_id=self.criteria[act.criterion],
                    collected=act.how,
                )
            case "note_paper":
                evaluations.note_paper(self.round_id, act.whose, written_by="Sam", written_on=None)
            case "ready":
                evaluations.mark_ready(self.round_id, perspective=act.whose, strand=act.strand, ready=act.yes)
            case "all_ready":
                evaluations.mark_all_ready(self.round_id, perspective=act.whose, ready=act.yes)
            case "finish":
                shared = {self.criteria[act.criterion]: self._values(act)} if act.yes else None
                hand_over.finish(self.round_id, act.whose, shared=shared)
            case "reopen":
                hand_over.reopen(self.round_id, act.whose)
            case "withhold":
                hand_over.withhold(self.round_id)
            case "reveal":
                self.services.rounds.reveal(self.round_id, reason="De trein wacht niet" if act.yes else "")
            case "undo":
                history.undo()
            case "redo":
                history.redo()
            case name:
                raise ValueError(name)

    def _values(self, act: Act) -> ScoreValues:
        strand = CONDITIONS if act.name == "finish" else act.strand
        text = f"{WORD}{len(self.written):03}{act.whose.value}"
        self.written[text] = (act.whose, strand)
        if act.name == "finish" or (act.how is THEMSELVES and act.whose is not WORKPLACE):
            self.theirs.add(text)
        return ScoreValues(mark=level_mark(act.level), comment=text, evidence=text)

    def state(self) -> _State:
        """What is kept now."""
        with self.services.database.reading() as session:
            scored = session.get_one(Round, self.round_id)
            sheets = list(session.scalars(select(Sheet).where(Sheet.round_id == self.round_id)))
            parts = {sheet.id: (sheet.perspective, sheet.strand) for sheet in sheets}
            scores = session.scalars(select(Score).where(Score.sheet_id.in_(parts)))
            return _State(
                revealed=scored.revealed_at is not None,
                ready={parts[sheet.id] for sheet in sheets if sheet.ready_at is not None},
                came_in={parts[sheet.id] for sheet in sheets if sheet.collected_on is not None},
                blind={parts[sheet.id] for sheet in sheets if sheet.blind},
                marks={(parts[score.sheet_id], score.criterion_id): score.mark for score in scores},
            )

    def check(self) -> None:
        """Both halves of R5."""
        state = self.state()
        wrong = (self.early & state.came_in | self.changed_late) & state.blind
        assert not wrong, f"{wrong} cannot be called blind"
        report = self.report()
        for name, shown, joint in self.everything_read(report):
            leaked = [
                text
                for text, part in self.written.items()
                if text in shown
                and not _may_be_shown(part, state, joint=joint)
                # The owner reads again what the owner typed over, on that sheet alone.
                and not (name == "sheet" and text not in self.theirs)
            ]
            assert not leaked, f"{name} shows {leaked}"
        self._check_levels(state, report)

    def everything_read(self, report: EvaluationReport) -> Iterator[tuple[str, str, bool]]:
        """Who reads, everything that is given, and whether the student looks along."""
        services, round_id, student = self.services, self.round_id, self.trajectory_id
        for one in Perspective:
            yield "sheet", repr(services.evaluations.sheets(round_id, perspective=one)), False
        for joint in (False, True):
            for strand in Strand:
                yield (
                    "side by side",
                    repr(services.side_by_side.view(round_id, strand=strand, joint=joint)),
                    joint,
                )
            yield "timeline", repr(services.timeline.of_student(student, joint=joint)), joint
        yield "search", repr(services.search.find(WORD, limit=50)), False
        yield "report", repr(report), False
        yield "trialogue sheet", repr(services.paper_sheets.trialogue(round_id, "nl")), True
        yield "steps", repr(services.round_steps.view(round_id)), True

    def report(self) -> EvaluationReport:
        """The draft as it would be printed now."""
        return self.services.reporting.evaluation_report(self.round_id, language="nl")

    def _check_levels(self, state: _State, report: EvaluationReport) -> None:
        """The levels of a view that may not be seen, which have no words to be known by."""
        services, round_id = self.services, self.round_id
        for strand in Strand:
            closed = {one for one in Perspective if not _may_be_shown((one, strand), state, joint=False)}
            for cell in _growth_cells(services, self.trajectory_id, strand, joint=False):
                assert closed.isdisjoint(cell)
            if not state.revealed:
                assert all(
                    not cell for cell in _growth_cells(services, self.trajectory_id, strand, joint=True)
                )
            talk = services.side_by_side.view(round_id, strand=strand)
            assert all(closed.isdisjoint(criterion.voices) for criterion in talk.criteria)
            for criterion in report.criteria:
                view = criterion.student_part if strand is PART else criterion.workplace_part
                for one in closed & view.scores.keys():
                    assert view.scores[one].mark == NOT_YET_SCORED, (one, strand)
        for one in Perspective:
            for sheet in services.evaluations.sheets(round_id, perspective=one).values():
                if sheet.hidden:
                    assert all(score.mark == NOT_YET_SCORED for score in sheet.scores.values())


def _of(marks: Marks, part: Part) -> dict[uuid.UUID, Mark]:
    return {key[1]: mark for key, mark in marks.items() if key[0] == part and mark != NOT_YET_SCORED}


def _may_be_shown(part: Part, state: _State, *, joint: bool) -> bool:
    """R5 in its own words: after the reveal, once one's own part is ready; one's own always, but not to others."""
    if part[0] is WORKPLACE:
        return state.revealed or not joint
    return state.revealed and (WORKPLACE, part[1]) in state.ready


def _growth_cells(
    services: Services, trajectory_id: uuid.UUID, strand: Strand, *, joint: bool
) -> list[set[Perspective]]:
    growth = services.growth.of_student(trajectory_id, strand=strand, joint=joint)
    return [set(cell.marks) for found in growth.rounds for cell in found.cells.values()]


others = some.sampled_from((STUDENT, INSTITUTE))
anybody = some.sampled_from(tuple(Perspective))
strands = some.sampled_from(tuple(Strand))
numbers = some.integers(min_value=0, max_value=1)
levels = some.integers(min_value=1, max_value=4)
acts = some.one_of(
    some.builds(Act, some.just("score"), strand=strands, criterion=numbers, level=levels),
    some.builds(
        Act,
        some.just("score"),
        whose=others,
        strand=strands,
        criterion=numbers,
        level=levels,
        how=some.sampled_from((TYPED, PAPER, THEMSELVES)),
    ),
    some.builds(Act, some.just("ready"), whose=anybody, strand=strands, yes=some.booleans()),
    some.builds(Act, some.just("all_ready"), whose=anybody),
    some.builds(Act, some.just("note_paper"), whose=others),
    some.builds(Act, some.just("finish"), whose=others, level=levels, yes=some.booleans()),
    some.builds(Act, some.sampled_from(("reopen",)), whose=others),
    some.builds(Act, some.sampled_from(("withhold", "undo", "redo", "undo"))),
    some.builds(Act, some.just("reveal"), yes=some.booleans()),
)
READY = Act("all_ready")


@settings(max_examples=6, phases=[Phase.explicit, Phase.generate])
@given(done=some.lists(acts, min_size=5, max_size=10))
@example(done=[Act("score", STUDENT, how=PAPER), READY, Act("score", STUDENT, how=PAPER, level=4)])
@example(done=[READY, Act("reveal"), Act("score", STUDENT, how=TYPED), Act("undo"), Act("redo")])
# Typed over first, then handed over: what the student shares is the student's, on a sheet that was on paper.
@example(done=[Act("score", STUDENT, how=PAPER), Act("finish", STUDENT)])
# Side by side with the own second part still open: the others' second part waits for it.
@example(done=[Act("ready"), Act("finish", STUDENT), Act("reveal")])
@example(done=[READY, Act("note_paper", STUDENT), Act("finish", STUDENT), Act("reopen", STUDENT)])
@example(done=[READY, Act("finish", STUDENT), Act("reveal"), Act("ready", yes=False), Act("ready")])
def test_r5_holds_in_whatever_order_things_are_done(pristine: Pristine, done: list[Act]) -> None:
    clock = FixedClock()
    with tempfile.TemporaryDirectory() as folder:
        services = pristine.open_in(Path(folder), clock=clock)
        try:
            year = _begun(services)
            # Long enough ago to stay when somebody takes back.
            clock.pass_time(days=2)
            for act in done:
                if year.do(act):
                    year.check()
        finally:
            services.close()


def test_the_check_sees_what_is_shown(services: Services) -> None:
    """The control: after the reveal every reader gives every view, else the search above would find nothing ever."""
    year = _begun(services)
    for one, strand in PARTS:
        year.do(Act("score", one, strand, how=None if one is WORKPLACE else TYPED))
        year.do(Act("ready", one, strand))
    year.do(Act("reveal", yes=False))
    year.check()
    for name, shown, _ in year.everything_read(year.report()):
        if name in {"timeline", "search", "report", "trialogue sheet"}:
            assert [text for text in year.written if text not in shown] == [], name


@pytest.mark.parametrize("strand", list(Strand))
def test_the_second_memory_sees_a_wrong_word(services: Services, strand: Strand) -> None:
    """The control of the other half: a sheet that says blind though it was typed in too early is noticed."""
    year = _begun(services)
    year.do(Act("score", STUDENT, strand, how=PAPER))
    year.check()
    with services.database.transaction() as session:
        for sheet in session.scalars(select(Sheet).where(Sheet.round_id == year.round_id)):
            sheet.blind = True
    with pytest.raises(AssertionError, match="cannot be called blind"):
        year.check()


def _begun(services: Services) -> _Year:
    trajectory_id = factory.add_student(services)
    round_id = factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C2", "C3"))
    sheet = services.evaluations.sheet(round_id, perspective=WORKPLACE, strand=PART)
    return _Year(
        services=services,
        trajectory_id=trajectory_id,
        round_id=round_id,
        criteria=[criterion.id for criterion in sheet.criteria],
    )
