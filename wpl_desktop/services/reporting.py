"""What a report shows, gathered from the records of one round in the language of the report."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.clock import local_day
from wpl_desktop.domain.conversations import Conversation, ConversationState, Slot
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import (
    EarlierRound,
    EvaluationReport,
    ReportAgreement,
    ReportCriterion,
    ReportPerson,
    ReportSheet,
    Signatory,
    StrandView,
    reservations,
)
from wpl_desktop.domain.evaluations import (
    Perspective,
    Round,
    RoundKind,
    RoundReport,
    Sheet,
    difference_of,
    taking_part,
)
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import COACHING_ROLES, AssessmentMode, Role
from wpl_desktop.services import content
from wpl_desktop.services.growth_plan_views import goals_for_report
from wpl_desktop.services.hats import is_kept_from_advice
from wpl_desktop.services.report_agreements import agreements_for_report
from wpl_desktop.services.report_choices import (
    ReportChoice,
    ReportFormat,
    ReportSubject,
    SubjectName,
    file_numbers,
    number_of,
    says_anything,
    subject_names,
    subject_rows,
    trajectory_of,
)
from wpl_desktop.services.report_ground import CriterionTexts, Ground
from wpl_desktop.services.round_versions import (
    accepted_gaps,
    current_version,
    local_moment,
    statements_of,
    with_statements,
)
from wpl_desktop.services.round_views import views_of
from wpl_desktop.services.sheets import late_perspectives, ready_by_part, round_row
from wpl_desktop.services.sight import is_visible
from wpl_desktop.services.trajectories import blocks_of, people_of, trajectory_rows
from wpl_desktop.storage.database import Database


class Reporting:
    """Gathers what reports show; changes nothing. Every method may be called on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> list[SubjectName]:
        """Students with rounds, and running ones without, by sort name: quick for a thousand of them."""
        with self._database.reading() as session:
            return subject_names(session)

    def subjects(self, trajectory_ids: Collection[uuid.UUID] | None = None) -> list[ReportSubject]:
        """The same students with their rounds: all of them, or those of these trajectories."""
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            return subject_rows(session, today=today, trajectory_ids=trajectory_ids)

    def trajectory_of(self, round_id: uuid.UUID) -> uuid.UUID | None:
        """Whose round it is; None when there is no such round."""
        with self._database.reading() as session:
            return trajectory_of(session, round_id)

    def file_numbers(self) -> dict[uuid.UUID, tuple[int, str]]:
        """What files are called by instead of a name: a number for each student, and the school year."""
        with self._database.reading() as session:
            return file_numbers(session)

    def choices(self) -> list[ReportChoice]:
        """Every round of every student as a report to choose, by sort name and round."""
        return [choice for subject in self.subjects() for choice in subject.rounds]

    def says_anything(self, round_id: uuid.UUID) -> bool:
        """Whether anybody gave a mark, wrote a text or agreed on anything in a round."""
        with self._database.reading() as session:
            return says_anything(session, round_id)

    def evaluation_report(
        self, round_id: uuid.UUID, *, language: str, include_conditions: bool = True
    ) -> EvaluationReport:
        """Everything the evaluation report of one round prints, in `language` (6.2).

        `include_conditions` False leaves the workplace's part out of copies that leave the trialogue (R10).
        Coaching notes and wellbeing are not read at all (P07). Raises `DomainError` (`not_found`).
        """
        chosen = ReportFormat(language=language, include_conditions=include_conditions)
        return self.series(chosen).report(round_id)

    def series(self, chosen: ReportFormat) -> ReportSeries:
        """Reports that are read one after the other, in the format that was chosen."""
        return ReportSeries(self._database, chosen)


class ReportSeries:
    """Reads reports one by one, on any one thread at a time; what is the same in all of them is read once."""

    def __init__(self, database: Database, chosen: ReportFormat) -> None:
        self._database = database
        self._chosen = chosen
        self._ground: Ground | None = None

    def report(self, round_id: uuid.UUID) -> EvaluationReport:
        """The report of one round, as `Reporting.evaluation_report` gives it."""
        with self._database.reading() as session:
            if self._ground is None:
                self._ground = Ground(session, language=self._chosen.language)
            printed_at = self._database.clock.local().replace(microsecond=0)
            return gathered(
                session, round_id, ground=self._ground, printed_at=printed_at, chosen=self._chosen
            )


def gathered(
    session: Session,
    round_id: uuid.UUID,
    *,
    ground: Ground,
    printed_at: datetime,
    chosen: ReportFormat,
    open_to_all: bool = False,
) -> EvaluationReport:
    """The report of one round; `printed_at` (local) counts while it is a draft, `chosen` in `ground`'s language.

    With `open_to_all` it tells what everybody said, as when the round was final. Raises `DomainError` (`not_found`).
    """
    gatherer = _Gatherer(session, round_id, ground=ground, open_to_all=open_to_all)
    report = gatherer.report(printed_at=printed_at)
    return report if chosen.include_conditions else without_conditions(report)


def without_conditions(report: EvaluationReport) -> EvaluationReport:
    """The copy that leaves the trialogue: nothing of the workplace's part, in a file with a name of its own (R10)."""
    chosen = ReportFormat(language=report.language, include_conditions=False)
    return replace(
        report,
        include_conditions=False,
        file_stem=chosen.stem_of_copy(report.file_stem, report.kind),
        gaps=tuple(gap for gap in report.gaps if gap.strand is not Strand.WORKPLACE_PART),
    )


class _Gatherer:
    """One report being gathered: the session, the round and the ground that every step needs."""

    def __init__(self, session: Session, round_id: uuid.UUID, *, ground: Ground, open_to_all: bool) -> None:
        self.open_to_all = open_to_all
        self.session = session
        self.ground = ground
        self.language = ground.language
        self.found = round_row(session, round_id)
        self.trajectory, self.student = trajectory_rows(session, self.found.trajectory_id)
        self.profile = ground.profile
        self.criteria_set = ground.criteria(session, self.trajectory)
        self.perspectives = taking_part(self.found.perspectives)
        before = list(
            session.scalars(
                select(Round)
                .where(Round.trajectory_id == self.trajectory.id, Round.number < self.found.number)
                .order_by(Round.number)
            )
        )
        self.ready = ready_by_part(session, [self.found.id, *(earlier.id for earlier in before)])
        self.views = views_of(session, self.found, hidden=self._hidden(self.found))
        self.earlier = [
            # A round that was never put side by side is nobody's past yet, also where the student looks along.
            views_of(session, earlier, hidden=self._hidden(earlier, joint=True))
            for earlier in before
        ]
        self.people = people_of(session, self.trajectory.id)
        self.sheets = list(session.scalars(select(Sheet).where(Sheet.round_id == self.found.id)))
        self.version = current_version(session, self.found)

    def report(self, *, printed_at: datetime) -> EvaluationReport:
        """The report as a whole."""
        found, trajectory = self.found, self.trajectory
        school_year = school_year_of(trajectory.starts_on)
        number = number_of(self.session, trajectory.id)
        texts = self.session.scalars(
            select(RoundReport).where(RoundReport.round_id == found.id)
        ).one_or_none()
        texts = texts or RoundReport(round_id=found.id)
        conversation = self._conversation()
        is_separated = trajectory.assessment_mode is AssessmentMode.SEPARATED
        advice_apart = is_separated and is_kept_from_advice(self.session, trajectory.id)
        workplace = self.ground.organisation(self.session, trajectory.workplace_id)
        return EvaluationReport(
            language=self.language,
            kind=found.kind,
            draft=found.finalised_at is None,
            demo=self.profile.demo,
            document_number=f"{self._letter()}-{school_year[2:].replace('-', '')}-S{number}-R{found.number}",
            file_stem=ReportFormat(language=self.language).file_stem(
                found.kind,
                school_year=school_year,
                student=number,
                round_number=found.number,
                edition=found.edition,
            ),
            edition=found.edition,
            printed_at=printed_at if found.finalised_at is None else local_moment(found.finalised_at),
            school_year=school_year,
            round_number=found.number,
            student_name=self.student.name,
            second_script=self.student.second_script,
            student_number=trajectory.student_number,
            programme=trajectory.programme,
            phase=trajectory.phase,
            workplace=workplace.name,
            workplace_address=workplace.address,
            institute=self.ground.organisation(self.session, trajectory.institute_id).name
            if trajectory.institute_id
            else "",
            class_names=trajectory.class_names,
            people=tuple(ReportPerson(role=role.role, name=person.name) for role, person in self.people),
            starts_on=trajectory.starts_on,
            ends_on=trajectory.ends_on,
            weekdays=tuple(trajectory.weekdays),
            has_blocks=bool(blocks_of(self.session, trajectory.id)),
            held_on=conversation.starts_at.date() if conversation else found.held_on,
            conversation_starts_at=conversation.starts_at if conversation else None,
            conversation_ends_at=conversation.ends_at if conversation else None,
            criteria_edition=self.criteria_set.edition,
            status_line=self.ground.status_line,
            strong=texts.strong,
            grown=texts.grown,
            next_step=texts.next_step,
            advice="" if advice_apart else texts.advice,
            advice_apart=advice_apart,
            student_response=texts.student_response,
            no_response=texts.no_response,
            perspectives=self.perspectives,
            silent=self.views.silent(),
            scale=self.criteria_set.scale,
            expected_level=self.criteria_set.expected_level,
            criteria=self._criteria(),
            earlier_rounds=tuple(view.found.number for view in self.earlier),
            sheets=self._sheets(),
            include_conditions=True,
            agreements=tuple(
                ReportAgreement(
                    party=row.party, owner=row.owner, text=row.text, due_on=row.due_on, state=row.state
                )
                for row in agreements_for_report(self.session, found)
            ),
            signatories=self._signatories(),
            privacy_lines=self._privacy_lines(),
            privacy_complete=self.ground.privacy_complete,
            words=self.ground.words,
            code=self.version.code if self.version is not None else "",
            gaps=accepted_gaps(self.session, found),
            revealed_on=local_day(found.revealed_at) if found.revealed_at is not None else None,
            reveal_reason=found.reveal_reason,
            late=late_perspectives(found),
            growth_goals=goals_for_report(self.session, trajectory.id, until=found.finalised_at)
            if found.kind is RoundKind.FINAL
            else (),
        )

    def _hidden(self, scored: Round, *, joint: bool = False) -> list[tuple[Strand, Perspective]]:
        """Whose view of which part may not be on paper before the reveal, no more than on the screen (R5)."""
        if self.open_to_all and not joint:
            return []
        return [
            (strand, perspective)
            for strand in Strand
            for perspective in taking_part(scored.perspectives)
            if not is_visible(
                scored,
                perspective,
                ready=self.ready.get((scored.id, strand), set()),
                joint=joint,
            )
        ]

    def _is_final(self) -> bool:
        return self.found.kind is RoundKind.FINAL

    def _letter(self) -> str:
        return (
            {"nl": "E", "en": "F"}[self.language]
            if self._is_final()
            else {"nl": "T", "en": "M"}[self.language]
        )

    def _conversation(self) -> Slot | None:
        """When the evaluation conversation of this round was, if it was held; its note is left unread (P07)."""
        row = self.session.execute(
            select(Conversation.starts_at, Conversation.minutes).where(
                Conversation.id == self.found.conversation_id, Conversation.state == ConversationState.HELD
            )
        ).one_or_none()
        return Slot(starts_at=row.starts_at, minutes=row.minutes) if row is not None else None

    def _criteria(self) -> tuple[ReportCriterion, ...]:
        return tuple(
            ReportCriterion(
                code=criterion.code,
                name=criterion.name,
                student_part=self._strand_view(criterion, Strand.STUDENT_PART),
                workplace_part=self._strand_view(criterion, Strand.WORKPLACE_PART),
                reading_hint=criterion.reading_hint,
                in_focus=not self.found.focus or criterion.code in self.found.focus,
            )
            for criterion in self.criteria_set.criteria
        )

    def _strand_view(self, criterion: CriterionTexts, strand: Strand) -> StrandView:
        marks = self.views.marks(strand, criterion.id)
        agreed = self.views.report_agreed(strand, criterion.id)
        level = agreed.mark.level
        return StrandView(
            scores={
                perspective: self.views.report_score(strand, criterion.id, perspective)
                for perspective in self.perspectives
            },
            agreed=agreed,
            earlier=tuple(
                EarlierRound(
                    number=view.found.number,
                    marks=view.marks(strand, criterion.id),
                    agreed=view.report_agreed(strand, criterion.id),
                )
                for view in self.earlier
            ),
            difference=difference_of(marks.values()),
            under_reservation=reservations(
                marks,
                agreed=agreed,
                workplace_part_agreed=self.views.report_agreed(Strand.WORKPLACE_PART, criterion.id).mark,
                workplace_part_by=self.views.marks(Strand.WORKPLACE_PART, criterion.id),
                expected_level=self.criteria_set.expected_level,
            )
            if strand is Strand.STUDENT_PART
            else frozenset(),
            level_text=""
            if level is None
            else self.ground.filled_in(criterion.level_texts.get((strand, level), {})),
        )

    def _sheets(self) -> tuple[ReportSheet, ...]:
        """How each perspective's sheet of the student's part came in; blind only if both strands were (R5)."""
        seen = {row.perspective for row in self.sheets if not row.blind}
        sheets = self._student_part()
        return tuple(
            ReportSheet(
                perspective=perspective,
                collected=sheets[perspective].collected,
                collected_on=sheets[perspective].collected_on,
                blind=perspective not in seen,
                written_by=sheets[perspective].written_by,
                written_on=sheets[perspective].written_on,
            )
            for perspective in self.perspectives
            if perspective in sheets
        )

    def _student_part(self) -> dict[Perspective, Sheet]:
        return {row.perspective: row for row in self.sheets if row.strand is Strand.STUDENT_PART}

    def _signatories(self) -> tuple[Signatory, ...]:
        """Who signs (6.4): the student, the owner or else the first mentor, and the institute if it takes part."""
        mentors = [(role.role, person.name) for role, person in self.people if role.role in COACHING_ROLES]
        own = [pair for pair in mentors if pair[1] == self.ground.owner.name]
        mentor = (own or mentors or [(self.profile.owner_role, self.ground.owner.name)])[0]
        signatories = [
            Signatory(
                party=Party.STUDENT,
                name=self.student.name,
                role=None,
                sentence=self.ground.sentence(Party.STUDENT),
            ),
            Signatory(
                party=Party.WORKPLACE,
                name=mentor[1],
                role=mentor[0],
                sentence=self.ground.sentence(Party.WORKPLACE),
            ),
        ]
        if Perspective.INSTITUTE in self.perspectives:
            supervisors = [
                person.name for role, person in self.people if role.role is Role.INSTITUTE_SUPERVISOR
            ]
            signatories.append(
                Signatory(
                    party=Party.INSTITUTE,
                    name=supervisors[0] if supervisors else "",
                    role=Role.INSTITUTE_SUPERVISOR,
                    sentence=self.ground.sentence(Party.INSTITUTE),
                )
            )
        said = statements_of(self.session, self.version)
        return with_statements(signatories, said)

    def _privacy_lines(self) -> tuple[str, ...]:
        if not self.ground.privacy_complete:
            return ()
        kept_until = format_date(
            retention_date(self.trajectory.ends_on),
            locale={"nl": "nl_BE", "en": "en_GB"}[self.language],
            format="long",
        )
        return content.privacy_lines(
            self.language,
            vocabulary=self.profile.vocabulary,
            controller=self.profile.controller,
            contact=self.profile.privacy_contact,
            purpose=self.profile.purpose,
            retention=kept_until,
        )


def retention_date(ends_on: date) -> date:
    """Until when the school keeps its copy: 31 August of the school year after the trajectory (section 7)."""
    return date(ends_on.year + (2 if ends_on.month > 8 else 1), 8, 31)
