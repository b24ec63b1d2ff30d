"""Rounds and score sheets: opening, scoring, readiness and finality, each with its rule and its refusals."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests import factory, reveal
from tests.factory import FixedClock
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    ROUND_OPENS_BEFORE,
    Collected,
    Mark,
    MarkKind,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    Source,
    level_mark,
)
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts, ScoreValues
from wpl_desktop.services.sheets import late_perspectives

S, W, I = Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE  # noqa: E741  (● ■ ▲)
STUDENT_PART, WORKPLACE_PART = Strand.STUDENT_PART, Strand.WORKPLACE_PART
CODES = tuple(f"C{number}" for number in range(1, 10))


@pytest.fixture
def trajectory_id(services: Services) -> UUID:
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: UUID) -> UUID:
    return factory.add_round(services, trajectory_id)


def save(
    services: Services,
    round_id: UUID,
    mark: Mark,
    *,
    code: str = "C1",
    perspective: Perspective = W,
    strand: Strand = STUDENT_PART,
    **values: Any,
) -> None:
    sheet = services.evaluations.sheet(round_id, perspective=perspective, strand=strand)
    services.evaluations.save_score(
        round_id,
        ScoreValues(mark=mark, **values),
        perspective=perspective,
        strand=strand,
        criterion_id=next(criterion.id for criterion in sheet.criteria if criterion.code == code),
    )


def keep(
    services: Services,
    round_id: UUID,
    mark: Mark,
    *,
    perspective: Perspective = W,
    collected: Collected | None = None,
    expected_version: int | None = None,
) -> int:
    """The first row of the student's part, with all that a page can say about it; gives its version."""
    sheet = services.evaluations.sheet(round_id, perspective=perspective, strand=STUDENT_PART)
    return services.evaluations.save_score(
        round_id,
        ScoreValues(mark=mark),
        perspective=perspective,
        strand=STUDENT_PART,
        criterion_id=sheet.criteria[0].id,
        collected=collected,
        expected_version=expected_version,
    )


def late(services: Services, round_id: UUID) -> tuple[Perspective, ...]:
    with services.database.reading() as session:
        return late_perspectives(session.get_one(Round, round_id))


def score_of(
    services: Services,
    round_id: UUID,
    *,
    code: str = "C1",
    perspective: Perspective = W,
    strand: Strand = STUDENT_PART,
) -> Any:
    sheet = services.evaluations.sheet(round_id, perspective=perspective, strand=strand)
    return next(sheet.scores[criterion.id] for criterion in sheet.criteria if criterion.code == code)


def sheet_record(services: Services, round_id: UUID, perspective: Perspective) -> Sheet:
    with services.database.reading() as session:
        return session.scalars(
            select(Sheet).where(
                Sheet.round_id == round_id, Sheet.perspective == perspective, Sheet.strand == STUDENT_PART
            )
        ).one()


class TestOpening:
    """A round with a sheet for each voice and strand."""

    @pytest.mark.parametrize(
        ("institute", "with_institute", "voices"),
        [
            ("Hogeschool Scheldestad", True, (S, W, I)),
            ("Hogeschool Scheldestad", False, (S, W)),
            ("", True, (S, W)),
        ],
    )
    def test_who_takes_part(
        self, services: Services, institute: str, with_institute: bool, voices: tuple[Perspective, ...]
    ) -> None:
        """2.3: without an institute the third column disappears."""
        trajectory_id = factory.add_student(services, institute=institute)
        round_id = factory.add_round(services, trajectory_id, with_institute=with_institute)
        (row,) = services.rounds.of_student(trajectory_id)
        assert (row.id, row.perspectives, row.ready, row.final) == (round_id, voices, frozenset(), False)
        for voice in voices:
            for strand in Strand:
                sheet = services.evaluations.sheet(round_id, perspective=voice, strand=strand)
                assert sheet.perspectives == voices

    def test_r12_a_light_round_shows_its_focus_only(self, services: Services, trajectory_id: UUID) -> None:
        round_id = factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C9", "C2"))
        (row,) = services.rounds.of_student(trajectory_id)
        assert row.focus == ("C2", "C9")
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
        assert [criterion.code for criterion in sheet.criteria] == ["C2", "C9"]

    @pytest.mark.parametrize(
        ("values", "code", "field"),
        [
            ({"number": 1}, "round_exists", "number"),
            ({"number": 2, "focus": ("C1",)}, "focus_count", "focus"),
            ({"number": 2, "focus": CODES[:5]}, "focus_count", "focus"),
            ({"number": 2, "focus": ("C1", "C99")}, "focus_unknown", "focus"),
            ({"number": 2, "focus": ("C1", "C2"), "kind": RoundKind.FINAL}, "focus_in_final_round", "focus"),
        ],
    )
    def test_refusals(
        self,
        services: Services,
        trajectory_id: UUID,
        round_id: UUID,
        values: dict[str, Any],
        code: str,
        field: str,
    ) -> None:
        with pytest.raises(DomainError) as refusal:
            factory.add_round(services, trajectory_id, **values)
        assert (refusal.value.code, refusal.value.field) == (code, field)
        assert [row.id for row in services.rounds.of_student(trajectory_id)] == [round_id]

    def test_a_new_round_is_proposed(
        self, services: Services, trajectory_id: UUID, clock: FixedClock
    ) -> None:
        proposed = services.rounds.new_values(trajectory_id)
        assert (proposed.number, proposed.kind, proposed.held_on, proposed.with_institute) == (
            1,
            RoundKind.START,
            clock.local().date() + ROUND_OPENS_BEFORE,
            True,
        )
        services.rounds.open(trajectory_id, proposed)
        second = services.rounds.new_values(trajectory_id)
        assert (second.number, second.kind) == (2, RoundKind.MIDTERM)

    def test_r13_a_round_has_the_criteria_of_its_trajectory(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        names = services.rounds.criteria_names(trajectory_id)
        assert tuple(code for code, _ in names) == CODES
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
        assert [(criterion.code, criterion.name) for criterion in sheet.criteria] == names
        assert services.trajectories.detail(trajectory_id).criteria_edition == "1.0"


class TestSheet:
    """Everything a score sheet shows."""

    def test_r3_carries_phase_and_round(self, services: Services, round_id: UUID) -> None:
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
        assert (sheet.student_name, sheet.phase, sheet.round_number, sheet.round_kind, sheet.held_on) == (
            "Łukasz Wójcik",
            2,
            1,
            RoundKind.MIDTERM,
            date(2026, 1, 22),
        )
        assert sheet.expected_level == 3

    @pytest.mark.parametrize(("strand", "third"), [(STUDENT_PART, "Achieved"), (WORKPLACE_PART, "In place")])
    def test_words_of_the_levels_belong_to_the_strand(
        self, services: Services, round_id: UUID, strand: Strand, third: str
    ) -> None:
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=strand)
        assert len(sheet.level_labels) == 4
        assert sheet.level_labels[2]["en"].startswith(third)
        for criterion in sheet.criteria:
            assert len(criterion.level_texts) == 4
            assert criterion.indicators

    def test_r11_the_hint_stands_with_practice_uncertainty_on_the_students_part(
        self, services: Services, round_id: UUID
    ) -> None:
        hints = {
            strand: [
                criterion.code
                for criterion in services.evaluations.sheet(round_id, perspective=W, strand=strand).criteria
                if criterion.reading_hint
            ]
            for strand in Strand
        }
        assert hints == {STUDENT_PART: ["C2"], WORKPLACE_PART: []}

    def test_shows_the_same_voice_one_round_before(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        save(services, round_id, level_mark(2))
        save(services, round_id, level_mark(4), perspective=I)
        second = factory.add_round(services, trajectory_id, number=2)
        sheet = services.evaluations.sheet(second, perspective=W, strand=STUDENT_PART)
        assert sheet.last_round == 1
        assert score_of(services, second).last == level_mark(2)
        assert score_of(services, second, perspective=S).last == NOT_YET_SCORED
        assert services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART).last_round is None

    def test_of_an_unknown_round_is_not_found(self, services: Services) -> None:
        with pytest.raises(DomainError, match="not_found"):
            services.evaluations.sheet(uuid4(), perspective=W, strand=STUDENT_PART)


class TestScoring:
    """One row, one short commit."""

    @pytest.mark.parametrize(
        "mark", [NOT_YET_SCORED, NOT_OBSERVED, NO_OPPORTUNITY, *map(level_mark, range(1, 5))]
    )
    def test_r1_every_mark_is_kept_as_it_is(self, services: Services, round_id: UUID, mark: Mark) -> None:
        save(services, round_id, mark, comment="ziet het", evidence="les van dinsdag", source=Source.OBSERVED)
        kept = score_of(services, round_id)
        assert (kept.mark, kept.comment, kept.evidence, kept.source) == (
            mark,
            "ziet het",
            "les van dinsdag",
            Source.OBSERVED,
        )

    @pytest.mark.parametrize("mark", [NOT_OBSERVED, NO_OPPORTUNITY, NOT_YET_SCORED])
    def test_r2_what_is_no_level_has_no_number_in_the_table(
        self, services: Services, round_id: UUID, mark: Mark
    ) -> None:
        save(services, round_id, level_mark(3))
        save(services, round_id, mark)
        with services.database.reading() as session:
            (score,) = session.scalars(select(Score))
        assert (score.kind, score.level) == (mark.kind, None)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "  met blanks  ",
            "R&D <tom@x.example> <img src=a>",
            "regel een\nregel twee",
            "ياسمين 🦋",
            "x" * 5000,
        ],
        ids=["empty", "blanks", "markup", "lines", "scripts", "long"],
    )
    def test_texts_are_kept_to_the_letter(self, services: Services, round_id: UUID, text: str) -> None:
        save(services, round_id, level_mark(3), comment=text, evidence=text)
        kept = score_of(services, round_id)
        assert (kept.comment, kept.evidence) == (text, text)

    def test_the_last_word_counts_and_stands_once(self, services: Services, round_id: UUID) -> None:
        for level in (1, 4, 2):
            save(services, round_id, level_mark(level))
        with services.database.reading() as session:
            assert [score.level for score in session.scalars(select(Score))] == [2]

    @pytest.mark.parametrize(
        ("mark", "strand", "code"),
        [
            (level_mark(0), STUDENT_PART, "level_unknown"),
            (level_mark(5), STUDENT_PART, "level_unknown"),
            (NO_OPPORTUNITY, WORKPLACE_PART, "no_opportunity_on_workplace_part"),
        ],
    )
    def test_refusals(
        self, services: Services, round_id: UUID, mark: Mark, strand: Strand, code: str
    ) -> None:
        save(services, round_id, level_mark(2), strand=strand)
        with pytest.raises(DomainError, match=code):
            save(services, round_id, mark, strand=strand)
        assert score_of(services, round_id, strand=strand).mark == level_mark(2)

    def test_the_strands_and_voices_stay_apart(self, services: Services, round_id: UUID) -> None:
        save(services, round_id, level_mark(4), perspective=S)
        save(services, round_id, level_mark(2), perspective=W)
        save(services, round_id, level_mark(1), perspective=W, strand=WORKPLACE_PART)
        assert score_of(services, round_id, perspective=S).mark == level_mark(4)
        assert score_of(services, round_id, perspective=W).mark == level_mark(2)
        assert score_of(services, round_id, strand=WORKPLACE_PART).mark == level_mark(1)
        assert score_of(services, round_id, perspective=I).mark == NOT_YET_SCORED

    def test_r9_a_withheld_view_is_one_that_saw_nothing(self, services: Services) -> None:
        """There is no place to keep that a view was withheld: what is stored is *not observed* and nothing else."""
        assert {kind.value for kind in MarkKind} == {
            "not_yet_scored",
            "level",
            "not_observed",
            "no_opportunity",
        }
        columns = {column.name for table in (Score.__table__, Sheet.__table__) for column in table.columns}
        assert not {name for name in columns if "withheld" in name or "shared" in name or "voluntary" in name}


class TestBlindFirst:
    """R5 on one computer: who typed what, and in which order."""

    @pytest.mark.parametrize(
        ("own_ready", "blind"), [(True, True), (False, False)], ids=["own sheet ready", "own sheet open"]
    )
    def test_r5_a_sheet_typed_for_somebody_else(
        self, services: Services, round_id: UUID, own_ready: bool, blind: bool
    ) -> None:
        if own_ready:
            services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        save(services, round_id, level_mark(3), perspective=S)
        sheet = sheet_record(services, round_id, S)
        assert (sheet.collected, sheet.blind, sheet.collected_on) == (
            Collected.TYPED_FOR,
            blind,
            date(2026, 1, 22),
        )

    def test_r5_getting_ready_later_does_not_make_it_blind(self, services: Services, round_id: UUID) -> None:
        save(services, round_id, level_mark(3), perspective=S)
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        save(services, round_id, level_mark(2), perspective=S)
        assert not sheet_record(services, round_id, S).blind
        assert not services.evaluations.sheet(round_id, perspective=S, strand=STUDENT_PART).blind

    def test_r5_one_strand_does_not_stand_for_the_other(self, services: Services, round_id: UUID) -> None:
        services.evaluations.mark_ready(round_id, perspective=W, strand=WORKPLACE_PART)
        save(services, round_id, level_mark(3), perspective=S)
        assert not sheet_record(services, round_id, S).blind

    def test_r5_ones_own_sheet_is_ones_own(self, services: Services, round_id: UUID) -> None:
        save(services, round_id, level_mark(3))
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        sheet = sheet_record(services, round_id, W)
        assert (sheet.collected, sheet.blind) == (Collected.OWN_SCREEN, True)
        assert sheet.author_id is not None

    @pytest.mark.parametrize(
        ("values", "blind"),
        [
            (ScoreValues(mark=level_mark(1)), False),
            (ScoreValues(mark=level_mark(3), comment="duidelijker"), True),
        ],
        ids=["another level", "other words"],
    )
    def test_r5_levels_changed_after_seeing_somebody_elses_are_not_blind(
        self, services: Services, round_id: UUID, values: ScoreValues, blind: bool
    ) -> None:
        evaluations = services.evaluations
        save(services, round_id, level_mark(3))
        evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        save(services, round_id, level_mark(1), perspective=S)
        evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART, ready=False)
        first = evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART).criteria[0].id
        evaluations.save_score(round_id, values, perspective=W, strand=STUDENT_PART, criterion_id=first)
        assert sheet_record(services, round_id, W).blind is blind
        assert sheet_record(services, round_id, S).blind
        own = next(
            sheet
            for sheet in services.reporting.evaluation_report(round_id, language="nl").sheets
            if sheet.perspective is W
        )
        assert own.blind is blind

    @pytest.mark.parametrize("collected", [None, Collected.PAPER])
    def test_r5_typed_in_before_the_own_sheet_is_ready_is_not_blind(
        self, services: Services, round_id: UUID, collected: Collected | None
    ) -> None:
        keep(services, round_id, level_mark(3), perspective=S, collected=collected)
        assert not sheet_record(services, round_id, S).blind
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        keep(services, round_id, level_mark(3), perspective=I, collected=collected)
        assert sheet_record(services, round_id, I).blind

    def test_r5_somebody_at_this_laptop_is_blind_and_shows_the_owner_nothing(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        keep(services, round_id, level_mark(1), perspective=S, collected=Collected.OWN_SCREEN)
        sheet = sheet_record(services, round_id, S)
        assert (sheet.collected, sheet.blind, sheet.collected_on) == (
            Collected.OWN_SCREEN,
            True,
            date(2026, 1, 22),
        )
        with services.database.reading() as session:
            assert sheet.author_id == session.get_one(Trajectory, trajectory_id).student_id
        seen = services.evaluations.sheet(round_id, perspective=S, strand=STUDENT_PART)
        assert seen.hidden
        assert {score.mark for score in seen.scores.values()} == {NOT_YET_SCORED}
        keep(services, round_id, level_mark(3))
        keep(services, round_id, level_mark(2))
        assert sheet_record(services, round_id, W).blind

    def test_r5_it_stays_hidden_until_the_reveal_also_when_the_own_sheet_is_ready(
        self, services: Services, round_id: UUID
    ) -> None:
        keep(services, round_id, level_mark(1), perspective=S, collected=Collected.OWN_SCREEN)
        reveal.mark_everybody_ready(services, round_id)
        assert services.evaluations.sheet(round_id, perspective=S, strand=STUDENT_PART).hidden
        services.rounds.reveal(round_id)
        shown = services.evaluations.sheet(round_id, perspective=S, strand=STUDENT_PART)
        assert not shown.hidden
        assert score_of(services, round_id, perspective=S).mark == level_mark(1)

    @pytest.mark.parametrize("collected", [None, Collected.PAPER])
    def test_r5_nobody_types_over_what_somebody_filled_in_themselves(
        self, services: Services, round_id: UUID, collected: Collected | None
    ) -> None:
        keep(services, round_id, level_mark(1), perspective=S, collected=Collected.OWN_SCREEN)
        with pytest.raises(DomainError, match="filled_in_themselves"):
            keep(services, round_id, level_mark(4), perspective=S, collected=collected)
        with pytest.raises(DomainError, match="filled_in_themselves"):
            services.evaluations.note_paper(round_id, S, written_by="Łukasz", written_on=None)
        with services.database.reading() as session:
            assert [score.level for score in session.scalars(select(Score))] == [1]
        assert sheet_record(services, round_id, S).collected is Collected.OWN_SCREEN

    def test_r5_what_the_owner_typed_in_may_be_read_back(self, services: Services, round_id: UUID) -> None:
        keep(services, round_id, level_mark(4), perspective=S, collected=Collected.PAPER)
        assert not services.evaluations.sheet(round_id, perspective=S, strand=STUDENT_PART).hidden
        assert score_of(services, round_id, perspective=S).mark == level_mark(4)

    @pytest.mark.parametrize("perspective", [S, W, I])
    @pytest.mark.parametrize("collected", [None, Collected.OWN_SCREEN, Collected.PAPER])
    def test_r5_a_mark_changed_after_the_reveal_is_not_blind(
        self, services: Services, round_id: UUID, perspective: Perspective, collected: Collected | None
    ) -> None:
        factory.score_all(services, round_id)
        reveal.mark_everybody_ready(services, round_id)
        services.rounds.reveal(round_id)
        evaluations = services.evaluations
        evaluations.mark_ready(round_id, perspective=perspective, strand=STUDENT_PART, ready=False)
        evaluations.mark_ready(round_id, perspective=perspective, strand=STUDENT_PART)
        assert sheet_record(services, round_id, perspective).blind
        evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        evaluations.mark_ready(round_id, perspective=perspective, strand=STUDENT_PART, ready=False)
        keep(services, round_id, level_mark(1), perspective=perspective, collected=collected)
        assert not sheet_record(services, round_id, perspective).blind

    def test_r5_other_words_after_the_reveal_change_no_mark(self, services: Services, round_id: UUID) -> None:
        keep(services, round_id, level_mark(3))
        reveal.mark_everybody_ready(services, round_id)
        services.rounds.reveal(round_id)
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART, ready=False)
        save(services, round_id, level_mark(3), comment="duidelijker")
        assert sheet_record(services, round_id, W).blind

    def test_r5_who_was_not_ready_at_a_reveal_with_a_reason_is_late(
        self, services: Services, round_id: UUID, clock: FixedClock
    ) -> None:
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        services.evaluations.mark_ready(round_id, perspective=I, strand=STUDENT_PART)
        assert late(services, round_id) == ()
        services.rounds.reveal(round_id, reason="De student is ziek.")
        clock.pass_time(hours=1)
        services.evaluations.mark_ready(round_id, perspective=S, strand=STUDENT_PART)
        assert late(services, round_id) == (S,)

    def test_r5_nobody_is_late_when_all_were_ready(self, services: Services, round_id: UUID) -> None:
        reveal.mark_everybody_ready(services, round_id)
        services.rounds.reveal(round_id, reason="niet nodig")
        assert late(services, round_id) == ()

    def test_r5_the_round_before_of_somebody_at_this_laptop_stays_hidden_too(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        keep(services, round_id, level_mark(1), perspective=S, collected=Collected.OWN_SCREEN)
        second = factory.add_round(services, trajectory_id, number=2)
        assert score_of(services, second, perspective=S).last == NOT_YET_SCORED
        reveal.reveal(services, round_id)
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        assert score_of(services, second, perspective=S).last == level_mark(1)

    def test_ready_may_be_taken_back(
        self, services: Services, trajectory_id: UUID, round_id: UUID, clock: FixedClock
    ) -> None:
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        (row,) = services.rounds.of_student(trajectory_id)
        assert row.ready == {(W, STUDENT_PART)}
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
        assert sheet.ready_at == clock.now()
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART, ready=False)
        assert services.rounds.of_student(trajectory_id)[0].ready == frozenset()


class TestTwoWriters:
    """Two windows or an old copy: the second is told and nothing is overwritten."""

    def test_each_change_has_its_version(self, services: Services, round_id: UUID) -> None:
        assert score_of(services, round_id).version == 0
        first = keep(services, round_id, level_mark(2), expected_version=0)
        assert score_of(services, round_id).version == first
        second = keep(services, round_id, level_mark(3), expected_version=first)
        assert second > first
        assert keep(services, round_id, level_mark(3), expected_version=second) == second

    @pytest.mark.parametrize("known", ["no row yet", "older"])
    def test_an_old_copy_overwrites_nothing(self, services: Services, round_id: UUID, known: str) -> None:
        older = keep(services, round_id, level_mark(2))
        keep(services, round_id, level_mark(3))
        version = 0 if known == "no row yet" else older
        with pytest.raises(DomainError, match="changed_meanwhile"):
            keep(services, round_id, level_mark(4), expected_version=version)
        assert score_of(services, round_id).mark == level_mark(3)

    def test_undo_in_between_is_another_version(
        self, services: Services, round_id: UUID, clock: FixedClock
    ) -> None:
        first = keep(services, round_id, level_mark(2))
        clock.pass_time(minutes=5)
        second = keep(services, round_id, level_mark(3), expected_version=first)
        services.history.undo()
        assert score_of(services, round_id).mark == level_mark(2)
        with pytest.raises(DomainError, match="changed_meanwhile"):
            keep(services, round_id, level_mark(4), expected_version=second)

    def test_a_row_that_undo_took_away_is_not_there(self, services: Services, round_id: UUID) -> None:
        first = keep(services, round_id, level_mark(2), expected_version=0)
        services.history.undo()
        with pytest.raises(DomainError, match="changed_meanwhile"):
            keep(services, round_id, level_mark(4), expected_version=first)
        assert keep(services, round_id, level_mark(4), expected_version=0) > 0


class TestPaper:
    """What stands on the paper besides the marks."""

    def test_who_wrote_it_and_when_stand_with_both_parts(
        self, services: Services, round_id: UUID, clock: FixedClock
    ) -> None:
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        services.evaluations.note_paper(
            round_id, S, written_by=" Łukasz Wójcik ", written_on=date(2026, 1, 20)
        )
        for strand in Strand:
            view = services.evaluations.sheet(round_id, perspective=S, strand=strand)
            assert (view.collected, view.collected_on, view.written_by, view.written_on) == (
                Collected.PAPER,
                clock.local().date(),
                "Łukasz Wójcik",
                date(2026, 1, 20),
            )
            # R5: each part after the owner's own.
            assert view.blind is (strand is STUDENT_PART)

    def test_paper_stays_paper_when_it_is_corrected_on_the_sheet(
        self, services: Services, round_id: UUID
    ) -> None:
        keep(services, round_id, level_mark(3), perspective=S, collected=Collected.PAPER)
        keep(services, round_id, level_mark(2), perspective=S)
        assert sheet_record(services, round_id, S).collected is Collected.PAPER

    def test_a_day_to_come_is_refused_at_the_date(self, services: Services, round_id: UUID) -> None:
        with pytest.raises(DomainError, match="paper_later") as refusal:
            services.evaluations.note_paper(round_id, S, written_by="", written_on=date(2026, 1, 23))
        assert refusal.value.field == "written_on"
        assert sheet_record(services, round_id, S).collected_on is None

    def test_both_parts_become_ready_in_one_step(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        services.evaluations.mark_all_ready(round_id, perspective=S)
        (row,) = services.rounds.of_student(trajectory_id)
        assert row.ready == {(S, STUDENT_PART), (S, WORKPLACE_PART)}
        services.history.undo()
        assert services.rounds.of_student(trajectory_id)[0].ready == frozenset()


def test_d_talks_not_held_stand_with_the_workplaces_part_only(
    services: Services, trajectory_id: UUID, round_id: UUID
) -> None:
    """Section 4, d: it bears on C4's workplace part."""
    for day, cause in (
        (8, NotHeldCause.WORKPLACE),
        (13, NotHeldCause.STUDENT),
        (15, NotHeldCause.WORKPLACE),
    ):
        row = factory.add_conversation(
            services,
            trajectory_id,
            starts_at=datetime(2026, 1, day, 15, 30),  # noqa: DTZ001  (a wall clock)
        )
        services.conversations.mark_not_held(row, cause=cause)
    factory.add_conversation(services, trajectory_id)
    part = services.evaluations.sheet(round_id, perspective=W, strand=WORKPLACE_PART)
    assert [(talk.on.day, talk.cause) for talk in part.not_held] == [
        (8, NotHeldCause.WORKPLACE),
        (13, NotHeldCause.STUDENT),
        (15, NotHeldCause.WORKPLACE),
    ]
    assert services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART).not_held == ()
    other = factory.add_round(services, factory.add_student(services, name="Zoë Van den Broeck"))
    assert services.evaluations.sheet(other, perspective=W, strand=WORKPLACE_PART).not_held == ()


class TestFinality:
    """What is final is read-only."""

    @pytest.mark.parametrize("mark", [NOT_OBSERVED, NO_OPPORTUNITY, level_mark(1)])
    def test_r12_having_said_something_is_enough(
        self, services: Services, trajectory_id: UUID, round_id: UUID, mark: Mark
    ) -> None:
        factory.score_all(services, round_id, mark=mark)
        factory.finalise(services, round_id)
        assert services.rounds.of_student(trajectory_id)[0].final

    @pytest.mark.parametrize(
        "action",
        [
            lambda services, round_id: save(services, round_id, level_mark(1)),
            lambda services, round_id: save(services, round_id, level_mark(1), perspective=S),
            lambda services, round_id: services.evaluations.mark_ready(
                round_id, perspective=W, strand=STUDENT_PART
            ),
            lambda services, round_id: services.evaluations.save_report_texts(
                round_id, ReportTexts(advice="anders")
            ),
            factory.finalise,
        ],
        ids=["score", "score of another", "ready", "texts", "again"],
    )
    def test_nothing_changes_afterwards(self, services: Services, round_id: UUID, action: Any) -> None:
        factory.score_all(services, round_id)
        factory.finalise(services, round_id)
        before = services.reporting.evaluation_report(round_id, language="nl")
        with pytest.raises(DomainError, match="round_final"):
            action(services, round_id)
        assert services.reporting.evaluation_report(round_id, language="nl") == before
        assert services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART).final


class TestReportTexts:
    """What is written once per round."""

    def test_are_kept_and_empty_at_first(self, services: Services, round_id: UUID) -> None:
        assert services.evaluations.report_texts(round_id) == ReportTexts()
        texts = ReportTexts(
            strong="stelt vragen",
            grown="kiest bewijs",
            next_step="één doel",
            advice="positief advies",
            student_response="herkenbaar",
        )
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="eerst"))
        services.evaluations.save_report_texts(round_id, texts)
        assert services.evaluations.report_texts(round_id) == texts

    def test_a_response_unticks_no_response(self, services: Services, round_id: UUID) -> None:
        services.evaluations.save_report_texts(
            round_id, ReportTexts(student_response="toch iets", no_response=True)
        )
        assert not services.evaluations.report_texts(round_id).no_response


def test_a_closed_table_keeps_the_rule_about_levels(services: Services, round_id: UUID) -> None:
    """The table itself refuses a level without a number, whoever writes it."""
    save(services, round_id, level_mark(3))

    def break_it() -> None:
        with services.database.transaction() as session:
            session.scalars(select(Score)).one().level = None

    with pytest.raises(DomainError):
        break_it()
    with services.database.reading() as session:
        assert session.scalars(select(Score)).one().level == 3
        assert session.scalars(select(Trajectory)).one().phase == 2


class TestReveal:
    """R5: one act, when all who take part are ready."""

    def test_r5_is_refused_while_somebody_is_not_ready(self, services: Services, round_id: UUID) -> None:
        services.evaluations.mark_ready(round_id, perspective=W, strand=STUDENT_PART)
        with pytest.raises(DomainError) as refusal:
            services.rounds.reveal(round_id)
        assert refusal.value.code == "not_all_ready"
        with services.database.reading() as session:
            assert session.scalars(select(Round)).one().revealed_at is None

    def test_r5_is_done_once_and_never_undone(
        self, services: Services, round_id: UUID, clock: FixedClock
    ) -> None:
        for perspective in Perspective:
            services.evaluations.mark_ready(round_id, perspective=perspective, strand=STUDENT_PART)
        services.rounds.reveal(round_id)
        clock.pass_time(days=1)
        services.rounds.reveal(round_id)
        with services.database.reading() as session:
            first = session.scalars(select(Round)).one().revealed_at
        assert first is not None
        assert first.date() == date(2026, 1, 22)
        # What undo finds is the readiness before it, which the reveal has made a fact.
        with pytest.raises(DomainError) as caught:
            services.history.undo()
        assert caught.value.code == "before_reveal"
        with services.database.reading() as session:
            assert session.scalars(select(Round)).one().revealed_at == first
