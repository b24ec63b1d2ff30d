"""What an evaluation report shows: gathered from one round, worded in one language, with the rules that bear on it."""

import dataclasses
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from tests import factory
from tests.factory import FixedClock
from tests.reveal import agree, side_by_side
from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportCriterion
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Agreed,
    Difference,
    Mark,
    MarkKind,
    Perspective,
    RoundKind,
    Source,
    level_mark,
)
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Role, TrajectoryKind
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.services.evaluations import ReportTexts, ScoreValues
from wpl_desktop.services.report_choices import ReportFormat
from wpl_desktop.services.reporting import retention_date

S, W, I = Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE  # noqa: E741  (● ■ ▲)
STUDENT_PART, WORKPLACE_PART = Strand.STUDENT_PART, Strand.WORKPLACE_PART
CELLS = {".": NOT_YET_SCORED, "-": NOT_OBSERVED, "x": NO_OPPORTUNITY}


@pytest.fixture
def trajectory_id(services: Services) -> UUID:
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: UUID) -> UUID:
    return factory.add_round(services, trajectory_id)


def mark(written: str) -> Mark:
    return CELLS.get(written) or level_mark(int(written))


def score(
    services: Services, round_id: UUID, marks: str, *, strand: Strand = STUDENT_PART, code: str = "C1"
) -> None:
    """Three voices and what was agreed on one criterion: `2 3 - 3`; `d` for a difference that stands."""
    criterion_id = None
    for perspective, written in zip(Perspective, marks.split()[:3], strict=True):
        sheet = services.evaluations.sheet(round_id, perspective=perspective, strand=strand)
        criterion_id = next(criterion.id for criterion in sheet.criteria if criterion.code == code)
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=mark(written)),
            perspective=perspective,
            strand=strand,
            criterion_id=criterion_id,
        )
    assert criterion_id is not None
    settled = marks.split()[3]
    agreed = NOT_YET_SCORED if settled == "d" else mark(settled)
    with services.database.transaction() as session:
        session.add(
            Agreed(
                round_id=round_id,
                criterion_id=criterion_id,
                strand=strand,
                kind=agreed.kind,
                level=agreed.level,
                difference_stands=settled == "d",
            )
        )


def report_of(
    services: Services, round_id: UUID, *, language: str = "nl", include_conditions: bool = True
) -> EvaluationReport:
    """The report once the views lie side by side: before that it shows one voice (R5, tested below)."""
    with side_by_side(services, round_id):
        return services.reporting.evaluation_report(
            round_id, language=language, include_conditions=include_conditions
        )


def criterion_of(report: EvaluationReport, code: str = "C1") -> ReportCriterion:
    return next(criterion for criterion in report.criteria if criterion.code == code)


class TestHeading:
    """6.2: sections 0 and 1."""

    def test_r3_names_phase_round_and_school_year(self, services: Services, round_id: UUID) -> None:
        report = report_of(services, round_id)
        assert (report.student_name, report.phase, report.round_number, report.kind, report.school_year) == (
            "Łukasz Wójcik",
            2,
            1,
            RoundKind.MIDTERM,
            "2025-26",
        )

    def test_names_everybody_with_their_role(self, services: Services, round_id: UUID) -> None:
        report = report_of(services, round_id)
        assert [(person.role, person.name) for person in report.people] == [
            (Role.CLASS_MENTOR, "Mehmet Yıldız"),
            (Role.SCHOOL_MENTOR, "Griet Vanhaverbeke"),
            (Role.INSTITUTE_SUPERVISOR, "Nadège Okonkwo-Maes"),
        ]
        assert (report.workplace, report.workplace_address, report.institute) == (
            "Basisschool De Vlinderboom",
            "Antwerpen",
            "Hogeschool Scheldestad",
        )
        assert (report.weekdays, report.class_names, report.criteria_edition) == ((1, 2, 4), "L2", "1.0")

    def test_is_a_draft_until_the_round_is_final(
        self, services: Services, round_id: UUID, clock: FixedClock
    ) -> None:
        clock.moment = clock.moment.replace(microsecond=123456)
        report = report_of(services, round_id)
        assert report.draft
        assert report.printed_at == clock.moment.replace(microsecond=0)
        factory.score_all(services, round_id)
        factory.finalise(services, round_id)
        assert not report_of(services, round_id).draft

    @pytest.mark.parametrize(
        ("kind", "language", "number", "stem"),
        [
            (RoundKind.MIDTERM, "nl", "T-2526-S1-R1", "tussentijds_2025-26_S1_R1_v1"),
            (RoundKind.MIDTERM, "en", "M-2526-S1-R1", "midterm_2025-26_S1_R1_v1"),
            (RoundKind.FINAL, "nl", "E-2526-S1-R1", "eindverslag_2025-26_S1_R1_v1"),
            (RoundKind.FINAL, "en", "F-2526-S1-R1", "final-report_2025-26_S1_R1_v1"),
        ],
    )
    def test_numbers_hold_no_name(
        self, services: Services, trajectory_id: UUID, kind: RoundKind, language: str, number: str, stem: str
    ) -> None:
        report = report_of(services, factory.add_round(services, trajectory_id, kind=kind), language=language)
        assert (report.document_number, report.file_stem) == (number, stem)
        assert report.is_final_form is (kind is RoundKind.FINAL)

    @pytest.mark.parametrize(
        ("kind", "language", "stem"),
        [
            (RoundKind.FINAL, "nl", "eindverslag_2025-26_S1_R1_v1_zonder-werkplek"),
            (RoundKind.FINAL, "en", "final-report_2025-26_S1_R1_v1_without-workplace"),
            (RoundKind.MIDTERM, "nl", "tussentijds_2025-26_S1_R1_v1"),
        ],
    )
    def test_a_copy_without_the_workplace_does_not_replace_the_whole_report(
        self, services: Services, trajectory_id: UUID, kind: RoundKind, language: str, stem: str
    ) -> None:
        """The midterm form has no such section, so both are the same report."""
        round_id = factory.add_round(services, trajectory_id, kind=kind)
        assert report_of(services, round_id, language=language, include_conditions=False).file_stem == stem

    def test_two_students_have_two_numbers(self, services: Services, round_id: UUID) -> None:
        other = factory.add_round(services, factory.add_student(services, name="Zoë Van den Broeck"))
        stems = {report_of(services, each).file_stem for each in (round_id, other)}
        assert len(stems) == 2

    @pytest.mark.parametrize("held", [True, False])
    def test_times_are_those_of_the_conversation_that_was_held(
        self, services: Services, trajectory_id: UUID, held: bool
    ) -> None:
        starts_at = datetime(2026, 1, 26, 15, 45)  # noqa: DTZ001
        row = factory.add_conversation(
            services, trajectory_id, key="midterm_trialogue", starts_at=starts_at, minutes=60
        )
        if held:
            services.conversations.hold(row, summary="")
        report = report_of(services, factory.add_round(services, trajectory_id, conversation_id=row.id))
        assert report.conversation_starts_at == (starts_at if held else None)
        assert report.conversation_ends_at == (starts_at.replace(hour=16) if held else None)
        assert report.held_on == (starts_at.date() if held else date(2026, 1, 22))


class TestScores:
    """6.2: sections 3–6 and 8."""

    def test_three_voices_and_what_was_agreed(self, services: Services, round_id: UUID) -> None:
        score(services, round_id, "2 3 - 3")
        view = criterion_of(report_of(services, round_id)).student_part
        assert [view.scores[who].mark for who in Perspective] == [level_mark(2), level_mark(3), NOT_OBSERVED]
        assert view.agreed.mark == level_mark(3)
        assert view.level_text

    @pytest.mark.parametrize(
        ("marks", "label"),
        [
            ("3 3 3 3", Difference.UNANIMOUS),
            ("2 3 - 3", Difference.CLOSE),
            ("4 2 2 .", Difference.TALK_NEEDED),
            ("3 x - 3", None),
            (". . . .", None),
        ],
    )
    def test_r7_the_difference(
        self, services: Services, round_id: UUID, marks: str, label: Difference | None
    ) -> None:
        score(services, round_id, marks)
        assert criterion_of(report_of(services, round_id)).student_part.difference is label

    @pytest.mark.parametrize(
        ("own", "workplace_part", "marked"),
        [
            ("2 2 2 2", "3 2 - .", {S, W, I, None}),
            ("2 3 1 3", "3 2 - .", set()),
            ("2 3 1 .", "3 2 - .", {S, I}),
            ("2 3 1 d", "3 2 - .", set()),
            ("2 3 1 2", "3 2 - .", {S, I, None}),
            ("2 2 2 2", "3 2 2 3", set()),
            ("2 2 2 2", "3 3 3 2", {S, W, I, None}),
            ("2 2 2 2", "1 3 3 .", set()),
            ("2 2 2 2", "1 - - .", set()),
            ("3 4 - 3", "1 1 1 1", set()),
            ("- x . .", "1 1 1 1", set()),
        ],
    )
    def test_r8_reservations(
        self,
        services: Services,
        round_id: UUID,
        own: str,
        workplace_part: str,
        marked: set[Perspective | None],
    ) -> None:
        score(services, round_id, own)
        score(services, round_id, workplace_part, strand=WORKPLACE_PART)
        criterion = criterion_of(report_of(services, round_id))
        assert criterion.student_part.under_reservation == marked
        assert criterion.workplace_part.under_reservation == frozenset()
        assert [criterion.student_part.scores[who].mark for who in Perspective] == [
            mark(cell) for cell in own.split()[:3]
        ]

    def test_r9_a_withheld_view_leaves_no_trace(self, services: Services, trajectory_id: UUID) -> None:
        """Withheld and not observed are the same row; nor does the student's own view move any reservation."""
        round_id = factory.add_round(services, trajectory_id)
        score(services, round_id, "2 2 2 2")
        score(services, round_id, "- 3 3 .", strand=WORKPLACE_PART)
        silent = criterion_of(report_of(services, round_id))
        sheet = services.evaluations.sheet(round_id, perspective=S, strand=WORKPLACE_PART)
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=level_mark(1)),
            perspective=S,
            strand=WORKPLACE_PART,
            criterion_id=sheet.criteria[0].id,
        )
        spoken = criterion_of(report_of(services, round_id))
        assert spoken.student_part == silent.student_part
        assert silent.workplace_part.scores[S].mark.kind is MarkKind.NOT_OBSERVED

    @pytest.mark.parametrize("student_part", [".", "2"])
    def test_r9_withheld_and_never_asked_for_are_the_same_report(
        self, services: Services, trajectory_id: UUID, student_part: str
    ) -> None:
        """With or without a sheet of the student's own part, in this round and as an earlier one."""
        reports: list[list[tuple[object, ...]]] = []
        for number, withheld in enumerate((".", "-"), start=1):
            round_id = factory.add_round(services, trajectory_id, number=number)
            score(services, round_id, f"{student_part} 3 . .")
            score(services, round_id, f"{withheld} 3 . .", strand=WORKPLACE_PART)
            report = report_of(services, round_id)
            reports.append(
                [
                    (report.silent, report.heard),
                    *((each.student_part.scores, each.workplace_part.scores) for each in report.criteria),
                ]
            )
        assert reports[0] == reports[1]
        third = factory.add_round(services, trajectory_id, number=3)
        for criterion in report_of(services, third).criteria:
            first, second = criterion.workplace_part.earlier
            assert first.marks == second.marks

    @pytest.mark.parametrize("included", [True, False])
    def test_r10_the_workplaces_part_may_be_left_out(
        self, services: Services, round_id: UUID, included: bool
    ) -> None:
        assert report_of(services, round_id, include_conditions=included).include_conditions is included

    def test_r11_the_hint_comes_along(self, services: Services, round_id: UUID) -> None:
        report = report_of(services, round_id)
        assert [criterion.code for criterion in report.criteria if criterion.reading_hint] == ["C2"]

    def test_r12_what_lies_outside_the_focus_is_marked(self, services: Services, trajectory_id: UUID) -> None:
        report = report_of(services, factory.add_round(services, trajectory_id, focus=("C2", "C9")))
        assert [criterion.code for criterion in report.criteria if criterion.in_focus] == ["C2", "C9"]
        assert len(report.criteria) == 9

    def test_without_institute_there_are_two_voices(self, services: Services) -> None:
        trajectory_id = factory.add_student(
            services, name="Zoë Van den Broeck", institute="", kind=TrajectoryKind.STARTER
        )
        report = report_of(services, factory.add_round(services, trajectory_id))
        assert report.perspectives == (S, W)
        assert set(criterion_of(report).student_part.scores) == {S, W}
        assert [one.party for one in report.signatories] == [Party.STUDENT, Party.WORKPLACE]

    @pytest.mark.parametrize(
        ("strand", "marks", "silent"),
        [
            (STUDENT_PART, ". 3 . .", (S, I)),
            (WORKPLACE_PART, ". 3 . .", (S, I)),
            (STUDENT_PART, "3 . . .", (W, I)),
            (STUDENT_PART, "- 3 . .", (I,)),
            (STUDENT_PART, "x 3 - .", ()),
            (WORKPLACE_PART, "2 3 - .", ()),
            (WORKPLACE_PART, "- 3 - .", (S,)),
            (STUDENT_PART, ". . . .", ()),
            (STUDENT_PART, ". . . 3", ()),
        ],
    )
    def test_who_said_nothing_at_all_is_silent(
        self,
        services: Services,
        round_id: UUID,
        strand: Strand,
        marks: str,
        silent: tuple[Perspective, ...],
    ) -> None:
        """A single mark on either strand ends the silence; while nobody has said anything, nobody is silent."""
        score(services, round_id, marks, strand=strand, code="C4")
        report = report_of(services, round_id)
        assert report.silent == silent
        assert report.heard == tuple(who for who in Perspective if who not in silent)
        assert report.perspectives == (S, W, I)

    @pytest.mark.parametrize("said", [{"comment": "Gezien."}, {"evidence": "Kijkwijzer"}])
    def test_a_text_without_a_mark_is_said_as_well(
        self, services: Services, round_id: UUID, said: dict[str, Any]
    ) -> None:
        score(services, round_id, ". 3 . .")
        factory.score_all(services, round_id, perspective=S, mark=NOT_YET_SCORED, **said)
        assert report_of(services, round_id).silent == (I,)

    def test_who_spoke_in_an_earlier_round_only_is_silent_now(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        score(services, round_id, "3 3 3 3")
        second = factory.add_round(services, trajectory_id, number=2)
        score(services, second, ". 3 . .")
        assert report_of(services, second).silent == (S, I)
        assert report_of(services, round_id).silent == ()

    def test_growth_shows_every_earlier_round(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        score(services, round_id, "2 2 - 2")
        second = factory.add_round(services, trajectory_id, number=2)
        score(services, second, "3 3 - 3")
        third = factory.add_round(services, trajectory_id, number=3, kind=RoundKind.FINAL)
        report = report_of(services, third)
        assert report.earlier_rounds == (1, 2)
        earlier = criterion_of(report).student_part.earlier
        assert [(one.number, one.marks[W], one.agreed.mark) for one in earlier] == [
            (1, level_mark(2), level_mark(2)),
            (2, level_mark(3), level_mark(3)),
        ]
        assert report_of(services, round_id).earlier_rounds == ()

    def test_texts_and_sources_come_along(self, services: Services, round_id: UUID) -> None:
        factory.score_all(services, round_id, comment="a", evidence="b", source=Source.PORTFOLIO)
        seen = criterion_of(report_of(services, round_id)).student_part.scores[W]
        assert (seen.comment, seen.evidence, seen.source) == ("a", "b", Source.PORTFOLIO)

    def test_r5_how_the_sheets_came_in(self, services: Services, round_id: UUID) -> None:
        factory.score_all(services, round_id, perspective=S)
        sheets = {sheet.perspective: sheet for sheet in report_of(services, round_id).sheets}
        assert not sheets[S].blind
        assert sheets[W].blind


class TestClosing:
    """6.2: sections 9, 11–14."""

    def test_agreements_that_were_let_go_are_left_out(self, services: Services, trajectory_id: UUID) -> None:
        row = factory.add_conversation(services, trajectory_id)
        services.conversations.hold(
            row,
            summary="",
            agreements=[
                AgreementValues(party=Party.STUDENT, text=text) for text in ("blijft", "klaar", "valt weg")
            ],
        )
        for agreement in services.conversations.agreements_of(trajectory_id):
            state = {"klaar": AgreementState.DONE, "valt weg": AgreementState.DROPPED}.get(agreement.text)
            if state is not None:
                services.conversations.settle(agreement, state)
        report = report_of(services, factory.add_round(services, trajectory_id))
        assert [agreement.text for agreement in report.agreements] == ["blijft", "klaar"]

    def test_words_of_the_round(self, services: Services, round_id: UUID) -> None:
        texts = ReportTexts(strong="1", grown="2", next_step="3", advice="4", student_response="5")
        services.evaluations.save_report_texts(round_id, texts)
        report = report_of(services, round_id)
        assert dataclasses.asdict(texts) == {
            field.name: getattr(report, field.name) for field in dataclasses.fields(texts)
        }

    def test_the_owner_signs_for_the_workplace(self, services: Services, round_id: UUID) -> None:
        """6.4: also when somebody else is the class mentor."""
        assert [(one.party, one.name, one.role) for one in report_of(services, round_id).signatories] == [
            (Party.STUDENT, "Łukasz Wójcik", None),
            (Party.WORKPLACE, "Griet Vanhaverbeke", Role.SCHOOL_MENTOR),
            (Party.INSTITUTE, "Nadège Okonkwo-Maes", Role.INSTITUTE_SUPERVISOR),
        ]

    @pytest.mark.parametrize("missing", ["controller", "privacy_contact", "purpose"])
    def test_p01_without_controller_contact_or_purpose_there_is_a_warning(
        self, services: Services, round_id: UUID, missing: str
    ) -> None:
        assert report_of(services, round_id).privacy_complete
        assert any(
            "Schoolbestuur De Vlinderboom" in line for line in report_of(services, round_id).privacy_lines
        )
        services.profile.change(dataclasses.replace(services.profile.values(), **{missing: " "}))
        report = report_of(services, round_id)
        assert (report.privacy_complete, report.privacy_lines) == (False, ())

    @pytest.mark.parametrize(("language", "day"), [("nl", "31 augustus 2027"), ("en", "31 August 2027")])
    def test_retention_stands_in_the_privacy_lines(
        self, services: Services, round_id: UUID, language: str, day: str
    ) -> None:
        assert any(day in line for line in report_of(services, round_id, language=language).privacy_lines)

    @pytest.mark.parametrize(
        ("ends_on", "until"),
        [
            (date(2026, 6, 30), date(2027, 8, 31)),
            (date(2026, 8, 31), date(2027, 8, 31)),
            (date(2026, 9, 1), date(2028, 8, 31)),
            (date(2026, 1, 31), date(2027, 8, 31)),
        ],
    )
    def test_retention_is_the_end_of_the_next_school_year(self, ends_on: date, until: date) -> None:
        assert retention_date(ends_on) == until

    def test_words_are_in_the_language_and_vocabulary(self, services: Services, round_id: UUID) -> None:
        dutch, english = (report_of(services, round_id, language=language) for language in ("nl", "en"))
        assert dutch.scale[STUDENT_PART][2] == "Bereikt"
        assert english.scale[STUDENT_PART][2] == "Achieved"
        assert dutch.words["mentor"] != ""
        assert dutch.status_line != english.status_line


class TestChoices:
    """Which reports there are."""

    def test_are_by_sort_name_and_round(self, services: Services) -> None:
        for name in ("Łukasz Wójcik", "Yasmine El Idrissi"):
            trajectory_id = factory.add_student(services, name=name)
            for number in (2, 1):
                factory.add_round(services, trajectory_id, number=number)
        assert [(choice.call_name, choice.round_number) for choice in services.reporting.choices()] == [
            ("Yasmine", 1),
            ("Yasmine", 2),
            ("Łukasz", 1),
            ("Łukasz", 2),
        ]

    def test_students_without_a_round_have_none(self, services: Services, trajectory_id: UUID) -> None:
        assert services.reporting.choices() == []


def test_gathering_changes_nothing(services: Services, round_id: UUID) -> None:
    factory.score_all(services, round_id)
    one = report_of(services, round_id)
    before = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
    assert report_of(services, round_id) == one
    assert services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART) == before


def test_the_demos_reports_have_the_reservations_of_the_dossier(tmp_path: Path) -> None:
    """5.11: the criteria of the student that are read under reservation, in every round of the demo year."""
    clock = FixedClock(datetime.fromisoformat("2026-09-21T12:00"))
    _, services = make_demo(tmp_path, clock=clock, language="nl")
    try:
        reserved = {
            (choice.call_name, choice.round_number): " ".join(
                criterion.code
                for criterion in report_of(services, choice.round_id).criteria
                if criterion.student_part.under_reservation
            )
            for choice in services.reporting.choices()
        }
        assert {key: codes for key, codes in reserved.items() if codes} == {
            ("Yasmine", 1): "C6",
            ("Łukasz", 1): "C2 C3 C5 C7 C8",
            ("Hạnh", 1): "C9",
            ("Zoë", 1): "C2 C4 C6 C7 C9",
            ("Zoë", 2): "C1 C2 C3 C4 C6 C7 C9",
        }
        assert len(reserved) == 12
        assert all(report_of(services, choice.round_id).demo for choice in services.reporting.choices())
    finally:
        services.close()


class TestBlind:
    """R5: paper shows no more than the screen."""

    def test_r5_a_draft_shows_nobody_else_before_the_reveal(self, services: Services, round_id: UUID) -> None:
        score(services, round_id, "2 3 1 .")
        for perspective in Perspective:
            services.evaluations.mark_ready(round_id, perspective=perspective, strand=STUDENT_PART)
        report = services.reporting.evaluation_report(round_id, language="nl")
        marks = {who: found.mark for who, found in criterion_of(report).student_part.scores.items()}
        assert marks == {S: NOT_YET_SCORED, W: level_mark(3), I: NOT_YET_SCORED}
        assert set(report.silent) == {S, I}
        services.rounds.reveal(round_id)
        report = services.reporting.evaluation_report(round_id, language="nl")
        marks = {who: found.mark for who, found in criterion_of(report).student_part.scores.items()}
        assert marks == {S: level_mark(2), W: level_mark(3), I: level_mark(1)}

    def test_r5_nor_what_was_agreed(self, services: Services, round_id: UUID) -> None:
        """Of an old profile, or after the own sheet was opened again: both positions would give the views away."""
        for perspective in Perspective:
            factory.score_all(services, round_id, perspective=perspective)
        agree(services, round_id, "C1", positions="de ene 2, de andere 4")
        later = factory.add_round(services, services.rounds.trajectory_of(round_id), number=9)
        for each in (round_id, later):
            assert "de andere 4" not in repr(services.reporting.evaluation_report(each, language="nl"))
        with side_by_side(services, round_id):
            assert "de andere 4" in repr(services.reporting.evaluation_report(round_id, language="nl"))

    def test_r5_a_round_that_was_never_revealed_is_nobodys_past(
        self, services: Services, trajectory_id: UUID, round_id: UUID
    ) -> None:
        score(services, round_id, "2 3 1 .")
        second = factory.add_round(services, trajectory_id, number=2)
        report = services.reporting.evaluation_report(second, language="nl")
        (before,) = criterion_of(report).student_part.earlier
        assert set(before.marks.values()) == {NOT_YET_SCORED}


class TestSeries:
    """Reports that are read one after the other."""

    def test_are_the_same_as_one_by_one(self, services: Services) -> None:
        rounds = [
            factory.add_round(services, factory.add_student(services, name=name)) for name in ("Anna", "Zoë")
        ]
        for round_id in rounds:
            score(services, round_id, "2 3 - 3")
        series = services.reporting.series(ReportFormat(language="nl", include_conditions=False))
        for round_id in rounds:
            with side_by_side(services, round_id):
                found = series.report(round_id)
            assert found == report_of(services, round_id, include_conditions=False)

    def test_read_the_criteria_and_the_profile_once(self, services: Services) -> None:
        rounds = [
            factory.add_round(services, factory.add_student(services, name=name)) for name in ("Anna", "Zoë")
        ]
        series = services.reporting.series(ReportFormat(language="nl"))
        statements: list[str] = []

        def note(*arguments: object) -> None:
            statements.append(str(arguments[2]))

        event.listen(services.database.engine, "before_cursor_execute", note)
        try:
            for round_id in rounds:
                series.report(round_id)
        finally:
            event.remove(services.database.engine, "before_cursor_execute", note)
        read = re.findall(r"FROM (\w+)", " ".join(statements))
        assert {table: read.count(table) for table in ("criteria", "level_texts", "profile", "sheets")} == {
            "criteria": 1,
            "level_texts": 1,
            "profile": 1,
            "sheets": 6,
        }

    def test_a_later_series_sees_another_profile(self, services: Services, round_id: UUID) -> None:
        before = report_of(services, round_id)
        values = services.profile.values()
        services.profile.change(dataclasses.replace(values, controller="Een ander bestuur"))
        assert report_of(services, round_id).privacy_lines != before.privacy_lines
