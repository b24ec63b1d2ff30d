"""Making a round final: gaps with reasons, one paper for ever, opening again, signatures and the code."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

import wpl_desktop
from tests import factory
from tests.factory import FixedClock
from tests.reveal import agree, mark_everybody_ready
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Agreed,
    Collected,
    Perspective,
    Round,
    RoundKind,
    level_mark,
)
from wpl_desktop.domain.finalising import AcceptedGap, GapKind, RoundVersion, Signature
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import AssessmentMode, Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts, ScoreValues
from wpl_desktop.services.finalising import Gap, NamedOther, NamePlace
from wpl_desktop.services.report_choices import ReportFormat
from wpl_desktop.services.trajectories import RoleValues
from wpl_desktop.storage import kept
from wpl_desktop.storage.kept import kept_table

S, W, I = Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE  # noqa: E741
STUDENT_PART, WORKPLACE_PART = Strand.STUDENT_PART, Strand.WORKPLACE_PART
CODES = tuple(f"C{number}" for number in range(1, 10))
TEXTS = ReportTexts(strong="Vraagt door.", grown="Kiest bewijs.", next_step="Eén doel.", advice="Ga door.")


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    """A student with the three parties."""
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    """An open round in which nobody did anything yet."""
    return factory.add_round(services, trajectory_id)


def complete(services: Services, round_id: uuid.UUID, texts: ReportTexts = TEXTS) -> None:
    """Everything that can be asked: sheets, reveal, agreements on both strands, texts."""
    for perspective in Perspective:
        for strand in Strand:
            factory.score_all(services, round_id, perspective=perspective, strand=strand)
    mark_everybody_ready(services, round_id)
    services.rounds.reveal(round_id)
    for code in CODES:
        agree(services, round_id, code, mark=level_mark(3))
    agree_on_workplace(services, round_id)
    services.evaluations.save_report_texts(round_id, texts)


def agree_on_workplace(services: Services, round_id: uuid.UUID) -> None:
    with services.database.transaction() as session:
        for criterion_id in session.scalars(select(Criterion.id)):
            mark = level_mark(3)
            session.add(
                Agreed(
                    round_id=round_id,
                    criterion_id=criterion_id,
                    strand=WORKPLACE_PART,
                    kind=mark.kind,
                    level=mark.level,
                )
            )


def gaps_of(services: Services, round_id: uuid.UUID) -> list[Gap]:
    return list(services.finalising.checklist(round_id).gaps)


def finalise(services: Services, round_id: uuid.UUID, reasons: Mapping[str, str], **values: Any) -> None:
    options: dict[str, Any] = {"names_seen": False, "language": "nl", "render": factory.rendered}
    services.finalising.finalise(round_id, reasons=reasons, **{**options, **values})


def bytes_of(services: Services, round_id: uuid.UUID, **values: Any) -> bytes:
    options: dict[str, Any] = {"language": "nl", "render": factory.rendered}
    return services.finalising.document(round_id, **{**options, **values}).data


def another_program(report: EvaluationReport) -> bytes:
    """What a later program would make of the same report."""
    return b"%PDF of a later program " + report.code.encode()


def refusal(code: str, field: str = "") -> Any:
    return pytest.raises(DomainError, check=lambda error: (error.code, error.field) == (code, field))


class TestChecklist:
    """R12: what is missing, in lines that each take one reason."""

    def test_r12_an_untouched_round_has_few_lines(self, services: Services, round_id: uuid.UUID) -> None:
        """A sheet that is empty and not ready is one gap, and a round that was never put side by side too."""
        checklist = services.finalising.checklist(round_id)
        assert list(checklist.gaps) == [
            *(Gap(kind=GapKind.SHEET_NOT_READY, perspective=each) for each in Perspective),
            Gap(kind=GapKind.NOT_SIDE_BY_SIDE),
            Gap(kind=GapKind.TEXT_MISSING, subjects=("strong", "grown", "next_step")),
        ]
        assert not checklist.says_anything
        assert len({gap.key for gap in checklist.gaps}) == len(checklist.gaps)

    def test_a_complete_round_has_none(self, services: Services, round_id: uuid.UUID) -> None:
        complete(services, round_id)
        checklist = services.finalising.checklist(round_id)
        assert (checklist.gaps, checklist.response_missing, checklist.other_names) == ((), False, ())
        assert (checklist.student_name, checklist.round_number, checklist.says_anything) == (
            "Łukasz Wójcik", 1, True,
        )  # fmt: skip

    def test_r12_criteria_without_a_mark_are_one_line_for_each_voice_and_strand(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        complete(services, round_id)
        for perspective, strand, codes in (
            (S, STUDENT_PART, {"C2", "C9"}),
            (I, WORKPLACE_PART, {"C5"}),
            (S, WORKPLACE_PART, {"C1", "C2"}),
        ):
            clear(services, round_id, perspective=perspective, strand=strand, codes=codes)
        assert gaps_of(services, round_id) == [
            Gap(kind=GapKind.NOT_SCORED, perspective=S, strand=STUDENT_PART, subjects=("C2", "C9")),
            Gap(kind=GapKind.NOT_SCORED, perspective=I, strand=WORKPLACE_PART, subjects=("C5",)),
        ]

    def test_r9_the_students_silence_about_the_workplace_is_never_a_gap(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        complete(services, round_id)
        clear(services, round_id, perspective=S, strand=WORKPLACE_PART, codes=set(CODES))
        assert gaps_of(services, round_id) == []

    def test_r12_a_light_round_asks_its_focus_only(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        light = factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C2", "C9"))
        factory.score_all(services, light)
        clear(services, light, perspective=W, strand=STUDENT_PART, codes={"C9"})
        assert Gap(kind=GapKind.NOT_SCORED, perspective=W, strand=STUDENT_PART, subjects=("C9",)) in gaps_of(
            services, light
        )

    def test_what_was_not_agreed_and_a_difference_without_words(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        complete(services, round_id)
        with services.database.transaction() as session:
            rows = list(
                session.scalars(
                    select(Agreed).where(Agreed.round_id == round_id, Agreed.strand == STUDENT_PART)
                )
            )
            codes = {row.id: row.code for row in session.scalars(select(Criterion))}
            for row in rows:
                if codes[row.criterion_id] == "C4":
                    session.delete(row)
                if codes[row.criterion_id] == "C7":
                    row.kind, row.level, row.difference_stands = NOT_YET_SCORED.kind, None, True
        assert gaps_of(services, round_id) == [
            Gap(kind=GapKind.NOT_AGREED, strand=STUDENT_PART, subjects=("C4",)),
            Gap(kind=GapKind.DIFFERENCE_WITHOUT_WORDS, strand=STUDENT_PART, subjects=("C7",)),
        ]

    def test_without_institute_nobody_asks_it(self, services: Services, trajectory_id: uuid.UUID) -> None:
        two = factory.add_round(services, trajectory_id, with_institute=False)
        assert {gap.perspective for gap in gaps_of(services, two)} == {S, W, None}

    @pytest.mark.parametrize(
        ("kind", "mode", "missing"),
        [
            (RoundKind.MIDTERM, AssessmentMode.SHARED, ()),
            (RoundKind.FINAL, AssessmentMode.SHARED, ("advice",)),
            (RoundKind.FINAL, AssessmentMode.SEPARATED, ()),
        ],
    )
    def test_advice_is_asked_in_the_final_form_where_it_is_given(
        self, services: Services, kind: RoundKind, mode: AssessmentMode, missing: tuple[str, ...]
    ) -> None:
        people = (RoleValues(role=Role.SCHOOL_MENTOR, name="Griet Vanhaverbeke"),)
        student = factory.add_student(services, assessment_mode=mode, people=people)
        found = factory.add_round(services, student, kind=kind)
        services.evaluations.save_report_texts(found, replace(TEXTS, advice=""))
        texts = [gap.subjects for gap in gaps_of(services, found) if gap.kind is GapKind.TEXT_MISSING]
        assert texts == ([missing] if missing else [])

    @pytest.mark.parametrize(
        ("kind", "texts", "missing"),
        [
            (RoundKind.START, TEXTS, False),
            (RoundKind.MIDTERM, TEXTS, False),
            (RoundKind.FINAL, TEXTS, True),
            (RoundKind.FINAL, replace(TEXTS, student_response="   "), True),
            (RoundKind.FINAL, replace(TEXTS, student_response="Gelezen."), False),
            (RoundKind.FINAL, replace(TEXTS, no_response=True), False),
        ],
    )
    def test_a_final_round_asks_for_the_students_response(
        self,
        services: Services,
        trajectory_id: uuid.UUID,
        kind: RoundKind,
        texts: ReportTexts,
        missing: bool,
    ) -> None:
        """6.2, section 11."""
        found = factory.add_round(services, trajectory_id, kind=kind)
        complete(services, found, texts)
        assert services.finalising.checklist(found).response_missing is missing
        if missing:
            with refusal("response_missing", "student_response"):
                finalise(services, found, {})
        else:
            finalise(services, found, {})
        assert services.rounds.of_student(trajectory_id)[0].final is not missing


def clear(
    services: Services, round_id: uuid.UUID, *, perspective: Perspective, strand: Strand, codes: set[str]
) -> None:
    """Take marks away, as if they had never been given."""
    evaluations = services.evaluations
    evaluations.mark_ready(round_id, perspective=perspective, strand=strand, ready=False)
    for criterion in evaluations.sheet(round_id, perspective=perspective, strand=strand).criteria:
        if criterion.code in codes:
            evaluations.save_score(
                round_id, ScoreValues(), perspective=perspective, strand=strand, criterion_id=criterion.id
            )
    evaluations.mark_ready(round_id, perspective=perspective, strand=strand)


class TestNames:
    """Names of other students must not come into somebody's report (6.2)."""

    @pytest.fixture(autouse=True)
    def another(self, services: Services) -> None:
        """Somebody else in the same profile."""
        factory.add_student(services, name="Yasmine El Idrissi")

    def test_are_found_wherever_something_is_printed(self, services: Services, round_id: uuid.UUID) -> None:
        complete(services, round_id, replace(TEXTS, student_response="Samen met Yasmine."))
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=WORKPLACE_PART)
        services.evaluations.save_score(
            round_id,
            ScoreValues(
                mark=level_mark(3), comment="Zoals bij Idrissi", evidence="yasmine in kleine letters"
            ),
            perspective=W,
            strand=WORKPLACE_PART,
            criterion_id=sheet.criteria[2].id,
        )
        with services.database.transaction() as session:
            agreed = session.scalars(select(Agreed).where(Agreed.strand == STUDENT_PART)).first()
            assert agreed is not None
            agreed.positions, agreed.reason = "Yasmine vindt 2", "om Yasmine"
        found = services.finalising.checklist(round_id).other_names
        assert set(found) == {
            NamedOther(
                name="Idrissi",
                where=NamePlace.COMMENT,
                subject="C3",
                perspective=W,
                strand=WORKPLACE_PART,
            ),
            NamedOther(name="Yasmine", where=NamePlace.POSITIONS, subject="C1", strand=STUDENT_PART),
            NamedOther(name="Yasmine", where=NamePlace.AGREED_REASON, subject="C1", strand=STUDENT_PART),
            NamedOther(name="Yasmine", where=NamePlace.TEXT, subject="student_response"),
        }

    def test_r5_in_a_view_that_is_not_open_yet_they_stay_unsaid_and_are_asked_about(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        for perspective in Perspective:
            factory.score_all(services, round_id, perspective=perspective)
        named = services.evaluations.sheet(round_id, perspective=S, strand=STUDENT_PART).criteria[0].id
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=level_mark(2), comment="Samen met Yasmine"),
            perspective=S,
            strand=STUDENT_PART,
            criterion_id=named,
            collected=Collected.OWN_SCREEN,
        )
        checklist = services.finalising.checklist(round_id)
        assert "Yasmine" not in repr(checklist)
        reasons = {gap.key: "zo afgesproken" for gap in checklist.gaps}
        with refusal("names_not_checked", "names_seen"):
            finalise(services, round_id, reasons)
        mark_everybody_ready(services, round_id)
        services.rounds.reveal(round_id)
        assert [one.subject for one in services.finalising.checklist(round_id).other_names] == ["C1"]

    def test_are_looked_at_first(self, services: Services, round_id: uuid.UUID) -> None:
        complete(services, round_id, replace(TEXTS, strong="Helpt Yasmine."))
        with refusal("names_not_checked", "names_seen"):
            finalise(services, round_id, {})
        finalise(services, round_id, {}, names_seen=True)

    def test_in_a_reason_too(self, services: Services, round_id: uuid.UUID) -> None:
        complete(services, round_id, replace(TEXTS, grown=""))
        (gap,) = gaps_of(services, round_id)
        with refusal("names_not_checked", "names_seen"):
            finalise(services, round_id, {gap.key: "Yasmine had voorrang."})


class TestFinalising:
    """One act, whole or not at all."""

    def test_every_gap_takes_a_reason(self, services: Services, round_id: uuid.UUID) -> None:
        factory.score_all(services, round_id)
        found = gaps_of(services, round_id)
        reasons = {gap.key: f"Reden {number}" for number, gap in enumerate(found)}
        for gap in found:
            with refusal("reason_missing", gap.key):
                finalise(services, round_id, {**reasons, gap.key: "  "})
        assert not services.finalising.checklist(round_id).final
        finalise(services, round_id, reasons)
        report = services.finalising.document(round_id, language="nl", render=factory.rendered).report
        assert [(gap.kind, gap.perspective, gap.strand, gap.subjects, gap.reason) for gap in report.gaps] == [
            (gap.kind, gap.perspective, gap.strand, gap.subjects, reasons[gap.key]) for gap in found
        ]

    def test_r5_it_reveals_what_was_not_put_side_by_side(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.score_all(services, round_id)
        reasons = {gap.key: f"Om {gap.kind.value}." for gap in gaps_of(services, round_id)}
        finalise(services, round_id, reasons)
        report = services.reporting.evaluation_report(round_id, language="nl")
        assert (report.revealed_on, report.reveal_reason) == (clock.moment.date(), "Om not_side_by_side.")
        assert report.late == tuple(Perspective)

    def test_finals_print_the_moment_of_finalising(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.finalise(services, round_id)
        then = clock.moment.replace(microsecond=0)
        clock.pass_time(days=9)
        assert services.reporting.evaluation_report(round_id, language="nl").printed_at == then
        document = services.finalising.document(round_id, language="en", render=factory.rendered)
        assert (document.report.printed_at, document.report.draft) == (then, False)
        assert document.file_stem == "midterm_2025-26_S1_R1_v1"

    def test_what_cannot_be_rendered_stays_a_draft(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        def fail(_report: EvaluationReport) -> bytes:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            factory.finalise(services, round_id, render=fail)
        assert not services.rounds.of_student(trajectory_id)[0].final
        with services.database.reading() as session:
            assert session.scalars(select(RoundVersion)).all() == []
            assert session.scalars(select(AcceptedGap)).all() == []
            assert session.execute(select(kept_table.c.name)).all() == []

    def test_is_never_taken_back(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        factory.finalise(services, round_id)
        with pytest.raises(DomainError, match="round_final"):
            services.history.undo()
        with pytest.raises(DomainError, match="round_final"):
            factory.finalise(services, round_id)
        assert services.rounds.of_student(trajectory_id)[0].final


class TestPaper:
    """A reprint is the same to the byte, whatever changed since."""

    def test_over_a_restart_and_another_program(
        self, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        services = factory.make_services(tmp_path, clock=clock)
        round_id = factory.add_round(services, factory.add_student(services))
        factory.score_all(services, round_id, comment="Vraagt door.")
        factory.finalise(services, round_id)
        first = {language: bytes_of(services, round_id, language=language) for language in ("nl", "en")}
        services.close()
        clock.pass_time(days=400)
        monkeypatch.setattr(wpl_desktop, "__version__", "99.0.0")
        services = factory.make_services(tmp_path, clock=clock)
        try:
            for language, data in first.items():
                again = bytes_of(services, round_id, language=language, render=another_program)
                assert again == data
        finally:
            services.close()

    def test_is_not_made_of_todays_records(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        """Another language is asked for later, when the student is called otherwise and the school moved."""
        factory.finalise(services, round_id, language="nl")
        detail = services.trajectories.detail(trajectory_id)
        services.trajectories.change_student(detail, replace(detail.values, name="Iemand Anders", phase=3))
        services.profile.change(replace(services.profile.values(), controller="Een ander bestuur"))
        report = services.finalising.document(round_id, language="en", render=factory.rendered).report
        assert (report.student_name, report.phase, report.language) == ("Łukasz Wójcik", 2, "en")
        assert not any("ander bestuur" in line for line in report.privacy_lines)

    def test_r10_the_copy_without_the_workplaces_part_is_another_paper(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        found = factory.add_round(services, trajectory_id, kind=RoundKind.FINAL)
        factory.score_all(services, found)
        factory.finalise(services, found)
        whole = services.finalising.document(found, language="nl", render=factory.rendered)
        copy = services.finalising.document(
            found, language="nl", include_conditions=False, render=factory.rendered
        )
        assert copy.data != whole.data
        assert (whole.file_stem, copy.file_stem) == (
            "eindverslag_2025-26_S1_R1_v1",
            "eindverslag_2025-26_S1_R1_v1_zonder-werkplek",
        )
        assert any(gap.strand is WORKPLACE_PART for gap in whole.report.gaps)
        assert not any(gap.strand is WORKPLACE_PART for gap in copy.report.gaps)
        assert bytes_of(services, found, include_conditions=False, render=another_program) == copy.data

    def test_what_is_said_on_screen_makes_another_and_the_earlier_stays(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.finalise(services, round_id)
        with_pen = bytes_of(services, round_id, render=another_program)
        clock.pass_time(minutes=10)
        sign(services, round_id, Party.STUDENT)
        assert bytes_of(services, round_id, render=lambda _report: b"signed by the student") == (
            b"signed by the student"
        )
        services.finalising.withdraw_signature(round_id, party=Party.STUDENT)
        assert bytes_of(services, round_id, render=lambda _report: b"never") == with_pen
        sign(services, round_id, Party.WORKPLACE)
        assert bytes_of(services, round_id, render=lambda _report: b"by the workplace") == b"by the workplace"

    def test_a_deleted_student_who_comes_back_has_the_same_paper(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        factory.finalise(services, round_id)
        first = bytes_of(services, round_id)
        services.removal.delete_student(trajectory_id)
        services.history.restore(services.history.bin()[0].transaction_id)
        assert bytes_of(services, round_id, render=another_program) == first

    @pytest.mark.parametrize("way", ["remove", "empty", "old"])
    def test_nothing_is_left_of_somebody_who_is_gone_for_good(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, clock: FixedClock, way: str
    ) -> None:
        stays = factory.add_round(services, factory.add_student(services, name="Yasmine El Idrissi"))
        for each in (round_id, stays):
            factory.finalise(services, each)
            bytes_of(services, each, language="en")
        services.round_steps.keep_draft(round_id, "reveal", "Hij is ziek")
        services.removal.delete_student(trajectory_id)
        assert len(names(services)) == 7
        if way == "remove":
            services.history.remove(services.history.bin()[0].transaction_id)
        elif way == "empty":
            services.history.empty_bin()
        else:
            clock.pass_time(days=31)
            services.history.purge_old()
        (version,) = services.finalising.versions(stays)
        assert len(names(services)) == 3
        assert all(name.startswith(str(version.id)) for name in names(services))

    def test_a_round_of_an_older_program_gets_its_version(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.score_all(services, round_id)
        made_final_by_an_older_program(services, round_id, at=clock.now())
        clock.pass_time(days=30)
        first = bytes_of(services, round_id)
        (version,) = services.finalising.versions(round_id)
        assert version.finalised_at == factory.THURSDAY
        assert bytes_of(services, round_id, render=another_program) == first
        assert services.finalising.check(version.code).matches

    def test_what_was_read_before_somebody_signed_is_not_kept(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        """A worker reads, the window signs, and what the worker made comes too late."""
        factory.finalise(services, round_id)
        chosen = ReportFormat(language="en")
        document = services.finalising.prepared(round_id, chosen=chosen)
        sign(services, round_id, Party.STUDENT)
        before = names(services)
        assert services.finalising.keep_document(document, b"late") == b"late"
        assert names(services) == before

    def test_reading_it_changes_nothing(self, services: Services, round_id: uuid.UUID) -> None:
        made_final_by_an_older_program(services, round_id, at=services.clock.now())
        document = services.finalising.prepared(round_id, chosen=ReportFormat(language="nl"))
        assert names(services) == []
        assert services.finalising.keep_document(document, b"first") == b"first"
        assert services.finalising.keep_document(document, b"second") == b"first"

    def test_a_draft_has_none(self, services: Services, round_id: uuid.UUID) -> None:
        with refusal("round_not_final"):
            bytes_of(services, round_id)
        assert services.finalising.versions(round_id) == []
        with refusal("not_found"):
            bytes_of(services, round_id, edition=1)


def made_final_by_an_older_program(services: Services, round_id: uuid.UUID, *, at: datetime) -> None:
    with services.database.transaction(undoable=False) as session:
        session.get_one(Round, round_id).finalised_at = at


def names(services: Services) -> list[str]:
    with services.database.reading() as session:
        return kept.names(session, "")


def sign(services: Services, round_id: uuid.UUID, party: Party, **values: Any) -> None:
    said: dict[str, Any] = {"name": "Griet V.", "role": "mentor", "place": "Antwerpen"}
    services.finalising.sign(round_id, party=party, **{**said, **values})


class TestReopening:
    """A typed reason; edition n stays and n + 1 begins."""

    def test_takes_a_reason_and_a_final_round(self, services: Services, round_id: uuid.UUID) -> None:
        with refusal("round_not_final"):
            services.finalising.reopen(round_id, reason="fout")
        factory.finalise(services, round_id)
        with refusal("reason_missing", "reason"):
            services.finalising.reopen(round_id, reason="   ")
        assert services.finalising.checklist(round_id).final

    def test_the_versions_stay_as_they_were(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.score_all(services, round_id)
        factory.finalise(services, round_id)
        sign(services, round_id, Party.STUDENT)
        first = bytes_of(services, round_id)
        clock.pass_time(days=2)
        services.finalising.reopen(round_id, reason=" Verkeerd aangekruist. ")
        clock.pass_time(hours=1)
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="Nu wel."))
        assert not services.rounds.of_student(trajectory_id)[0].final
        factory.finalise(services, round_id)
        newest, oldest = services.finalising.versions(round_id)
        assert (newest.edition, newest.reopened_at, newest.signatures, newest.is_current) == (
            2,
            None,
            (),
            True,
        )
        assert (oldest.edition, oldest.reopen_reason, oldest.is_current) == (
            1,
            "Verkeerd aangekruist.",
            False,
        )
        assert [one.party for one in oldest.signatures] == [Party.STUDENT]
        assert bytes_of(services, round_id, edition=1, render=another_program) == first
        second = services.finalising.document(round_id, language="nl", render=factory.rendered)
        assert (second.report.edition, second.report.strong, second.data != first) == (2, "Nu wel.", True)
        assert second.file_stem.endswith("_v2")
        assert second.report.signatories[0].statement is None

    def test_sheets_stay_as_they_are(self, services: Services, round_id: uuid.UUID) -> None:
        complete(services, round_id)
        before = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
        finalise(services, round_id, {})
        services.finalising.reopen(round_id, reason="fout")
        after = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
        assert (after.scores, after.ready_at, after.blind) == (before.scores, before.ready_at, before.blind)

    def test_undo_reaches_neither_it_nor_what_was_before(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="Op het papier."))
        clock.pass_time(minutes=1)
        factory.finalise(services, round_id)
        clock.pass_time(minutes=1)
        services.finalising.reopen(round_id, reason="fout")
        clock.pass_time(minutes=1)
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="Daarna."))
        services.history.undo()
        assert services.evaluations.report_texts(round_id).strong == "Op het papier."
        with refusal("before_version"):
            services.history.undo()
        assert services.evaluations.report_texts(round_id).strong == "Op het papier."
        (row,) = services.rounds.of_student(trajectory_id)
        assert not row.final

    @pytest.mark.parametrize("days", [0, -3], ids=["at once", "clock set back"])
    def test_undo_goes_by_what_came_first(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock, days: int
    ) -> None:
        complete(services, round_id)
        clock.pass_time(days=days)
        finalise(services, round_id, {})
        services.finalising.reopen(round_id, reason="fout")
        with refusal("before_version"):
            services.history.undo()
        assert services.evaluations.report_texts(round_id).strong == TEXTS.strong
        services.evaluations.save_report_texts(round_id, replace(TEXTS, strong="Anders."))
        assert services.history.undo() is not None
        assert services.evaluations.report_texts(round_id).strong == TEXTS.strong

    def test_a_round_of_an_older_program_keeps_what_it_was(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        made_final_by_an_older_program(services, round_id, at=clock.now())
        services.finalising.reopen(round_id, reason="fout")
        assert bytes_of(services, round_id, edition=1).startswith(b"%PDF")

    def test_r5_what_an_older_program_made_final_was_read_by_all(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.score_all(services, round_id)
        made_final_by_an_older_program(services, round_id, at=clock.now())
        (version,) = services.finalising.versions(round_id)
        services.finalising.reopen(round_id, reason="fout")
        assert services.side_by_side.view(round_id, strand=STUDENT_PART).revealed
        sheet = services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART)
        assert services.finalising.check(version.code).still_so
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=level_mark(1)),
            perspective=W,
            strand=STUDENT_PART,
            criterion_id=sheet.criteria[0].id,
        )
        assert not services.evaluations.sheet(round_id, perspective=W, strand=STUDENT_PART).blind
        assert not services.finalising.check(version.code).still_so


class TestSigning:
    """6.4: what is said on this screen, by name, function, place and moment."""

    def test_is_kept_with_its_moment(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.finalise(services, round_id)
        clock.pass_time(hours=2)
        sign(services, round_id, Party.INSTITUTE, name=" Nadège ", role="docent", place="Gent")
        rows = {row.party: row for row in services.finalising.signatories(round_id)}
        assert {party: row.name for party, row in rows.items()} == {
            Party.STUDENT: "Łukasz Wójcik",
            Party.WORKPLACE: "Griet Vanhaverbeke",
            Party.INSTITUTE: "Nadège Okonkwo-Maes",
        }
        said = rows[Party.INSTITUTE].statement
        assert said is not None
        assert (said.name, said.role, said.place, said.said_at, said.refused) == (
            "Nadège", "docent", "Gent", clock.moment, False,
        )  # fmt: skip
        assert rows[Party.STUDENT].statement is None

    def test_refusing_takes_a_reason_and_blocks_nothing(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        factory.finalise(services, round_id)
        with refusal("reason_missing", "reason"):
            sign(services, round_id, Party.STUDENT, is_refused=True)
        sign(services, round_id, Party.STUDENT, place="", is_refused=True, reason="niet akkoord")
        sign(services, round_id, Party.WORKPLACE)
        assert bytes_of(services, round_id).startswith(b"%PDF")
        (version,) = services.finalising.versions(round_id)
        assert {(one.party, one.refused, one.reason) for one in version.signatures} == {
            (Party.STUDENT, True, "niet akkoord"), (Party.WORKPLACE, False, ""),
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("values", "code", "field"),
        [({"name": " "}, "name_missing", "name"), ({"place": ""}, "place_missing", "place")],
    )
    def test_needs_a_name_and_a_place(
        self, services: Services, round_id: uuid.UUID, values: dict[str, Any], code: str, field: str
    ) -> None:
        factory.finalise(services, round_id)
        with refusal(code, field):
            sign(services, round_id, Party.STUDENT, **values)

    def test_of_a_draft_twice_and_of_nobody(self, services: Services, round_id: uuid.UUID) -> None:
        with refusal("round_not_final"):
            sign(services, round_id, Party.STUDENT)
        factory.finalise(services, round_id)
        with refusal("not_found"):
            services.finalising.withdraw_signature(round_id, party=Party.STUDENT)
        sign(services, round_id, Party.STUDENT)
        with refusal("already_signed"):
            sign(services, round_id, Party.STUDENT)
        services.finalising.withdraw_signature(round_id, party=Party.STUDENT)
        with services.database.reading() as session:
            assert session.scalars(select(Signature)).all() == []

    def test_who_has_no_place_on_the_paper_signs_nothing(self, services: Services) -> None:
        alone = factory.add_round(services, factory.add_student(services, institute="", people=()))
        factory.finalise(services, alone)
        with refusal("not_found"):
            sign(services, alone, Party.INSTITUTE)

    def test_belongs_to_the_version(self, services: Services, round_id: uuid.UUID) -> None:
        factory.finalise(services, round_id)
        sign(services, round_id, Party.STUDENT)
        services.finalising.reopen(round_id, reason="fout")
        assert all(row.statement is None for row in services.finalising.signatories(round_id))


class TestCode:
    """Anyone with the profile can see whether paper and record agree."""

    def test_says_that_they_agree(self, services: Services, round_id: uuid.UUID) -> None:
        complete(services, round_id)
        finalise(services, round_id, {})
        (version,) = services.finalising.versions(round_id)
        sloppy = version.code.lower().replace("-", " ").replace("o", "0")
        found = services.finalising.check(sloppy)
        assert (found.student_name, found.round_number, found.edition) == ("Łukasz Wójcik", 1, 1)
        assert (found.is_current, found.matches, found.still_so) == (True, True, True)
        assert found.version == version
        report = services.finalising.document(round_id, language="en", render=factory.rendered).report
        assert report.code == version.code

    def test_says_when_the_record_became_another(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        complete(services, round_id)
        finalise(services, round_id, {})
        (version,) = services.finalising.versions(round_id)
        services.finalising.reopen(round_id, reason="fout")
        found = services.finalising.check(version.code)
        assert (found.is_current, found.matches, found.still_so) == (False, True, True)
        services.evaluations.save_report_texts(round_id, replace(TEXTS, strong="Anders."))
        assert not services.finalising.check(version.code).still_so

    def test_a_later_life_of_the_profile_is_no_difference(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        complete(services, round_id)
        finalise(services, round_id, {})
        (version,) = services.finalising.versions(round_id)
        clock.pass_time(days=50)
        services.profile.change(replace(services.profile.values(), privacy_contact="Iemand anders"))
        factory.add_student(services, name="Anna Eerst")
        assert services.finalising.check(version.code).still_so

    def test_what_becomes_of_an_earlier_round_is_no_difference(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        first = factory.add_round(services, trajectory_id, kind=RoundKind.START)
        second = factory.add_round(services, trajectory_id, number=2)
        for perspective in Perspective:
            factory.score_all(services, first, perspective=perspective)
        mark_everybody_ready(services, first)
        complete(services, second)
        finalise(services, second, {})
        (version,) = services.finalising.versions(second)
        services.rounds.reveal(first)
        assert services.finalising.check(version.code).still_so

    def test_an_advice_that_is_kept_apart_later_is_no_difference(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        complete(services, round_id)
        finalise(services, round_id, {})
        (version,) = services.finalising.versions(round_id)
        detail = services.trajectories.detail(trajectory_id)
        apart = replace(detail.values, assessment_mode=AssessmentMode.SEPARATED)
        services.trajectories.change_student(detail, apart)
        assert services.evaluations.report_texts(round_id).advice_apart
        assert services.finalising.check(version.code).still_so

    def test_says_when_what_is_kept_was_tampered_with(self, services: Services, round_id: uuid.UUID) -> None:
        complete(services, round_id)
        finalise(services, round_id, {})
        (version,) = services.finalising.versions(round_id)
        name = f"{version.id}/report/snapshot"
        with services.database.transaction(undoable=False) as session:
            data = kept.kept(session, name)
            assert data is not None
            found = json.loads(data)
            found["nl"]["strong"] = "Iets anders."
            session.execute(
                update(kept_table).where(kept_table.c.name == name).values(data=json.dumps(found).encode())
            )
        check = services.finalising.check(version.code)
        assert (check.matches, check.still_so) == (False, False)

    @pytest.mark.parametrize(
        ("typed", "code"), [("ABCD", "code_unreadable"), ("AAAA-AAAA-AAAA-AAAA", "code_unknown")]
    )
    def test_that_nobody_knows(self, services: Services, typed: str, code: str) -> None:
        with refusal(code, "code"):
            services.finalising.check(typed)


def test_a_sheet_tells_who_wrote_it(services: Services, round_id: uuid.UUID) -> None:
    services.evaluations.note_paper(round_id, S, written_by="Łukasz", written_on=date(2026, 1, 20))
    (sheet,) = [
        one
        for one in services.reporting.evaluation_report(round_id, language="nl").sheets
        if one.perspective is S
    ]
    assert (sheet.written_by, sheet.written_on) == ("Łukasz", date(2026, 1, 20))
