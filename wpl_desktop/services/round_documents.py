"""The papers of versions: made from the snapshot, kept, and the same to the byte each time."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportCriterion, Statement
from wpl_desktop.domain.evaluations import Round
from wpl_desktop.domain.finalising import RoundVersion, code_of, content_hash
from wpl_desktop.domain.people import Party
from wpl_desktop.services.report_choices import ReportFormat
from wpl_desktop.services.report_ground import Ground
from wpl_desktop.services.report_snapshot import reports_in, snapshot_of
from wpl_desktop.services.reporting import gathered, without_conditions
from wpl_desktop.services.round_versions import (
    current_version,
    document_name,
    local_moment,
    new_version,
    on_paper,
    report_of_version,
    statements_of,
    version_of_edition,
)
from wpl_desktop.services.sheets import round_row
from wpl_desktop.storage import kept

#: The languages in which a snapshot is made, whichever is printed first.
LANGUAGES = ("nl", "en")
#: What a paper and the record of its round must agree on.
_OF_THE_RECORD = (
    "student_name", "kind", "round_number", "held_on", "perspectives", "sheets", "strong", "grown",
    "next_step", "student_response", "no_response", "reveal_reason",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class KeptDocument:
    """The PDF of a version: the same bytes each time; `file_stem` is a name for a file, without a student's name."""

    data: bytes
    file_stem: str
    report: EvaluationReport


@dataclass(frozen=True, kw_only=True)
class PreparedDocument:
    """A document of a version as far as reading goes; may be passed between threads.

    `data` is None until it was rendered from `report` and kept. `snapshot` is what the version will be made of,
    where a round was made final by a program that made none; None when the version is there.
    """

    round_id: uuid.UUID
    version_id: uuid.UUID | None
    report: EvaluationReport
    data: bytes | None
    snapshot: bytes | None

    @property
    def file_stem(self) -> str:
        """A name for a file, without a student's name (6.3)."""
        return self.report.file_stem


def checked_final(found: Round) -> Round:
    """The round itself. Raises `DomainError` (`round_not_final`) for a draft."""
    if found.finalised_at is None:
        raise refused("round_not_final")
    return found


def ensured(session: Session, found: Round, *, at: datetime) -> RoundVersion:
    """The version of a round that is final, made of the records as they are when an older program made none."""
    version = current_version(session, checked_final(found))
    if version is None:
        version = new_version(session, found, snapshot_of_round(session, found), at=at)
    return version


def prepared_document(
    session: Session, round_id: uuid.UUID, *, edition: int | None, chosen: ReportFormat
) -> PreparedDocument:
    """A document as far as it goes without writing. Raises `DomainError` (`round_not_final`, `not_found`)."""
    found = round_row(session, round_id)
    if edition is None or (edition == found.edition and found.finalised_at is not None):
        version = current_version(session, checked_final(found))
    else:
        version = version_of_edition(session, round_id, edition)
        if version is None:
            raise refused("not_found")
    if version is None:
        snapshot = snapshot_of_round(session, found)
        code = code_of(content_hash(snapshot))
        report = on_paper(snapshot, language=chosen.language, code=code, statements={})
    else:
        snapshot = None
        report = report_of_version(session, version, language=chosen.language)
    if not chosen.include_conditions and report.is_final_form:
        report = without_conditions(report)
    return PreparedDocument(
        round_id=round_id,
        version_id=version.id if version is not None else None,
        report=report,
        data=kept.kept(session, document_name(version.id, report)) if version is not None else None,
        snapshot=snapshot,
    )


def kept_document(session: Session, prepared: PreparedDocument, data: bytes, *, at: datetime) -> bytes:
    """Keep what was rendered of a document; gives the bytes that hold: those of who was first."""
    version = _version_of(session, prepared, at=at)
    if version is None:
        return data
    name = document_name(version.id, prepared.report)
    there = kept.kept(session, name)
    if there is None:
        kept.keep(session, name, data, at=at)
    return data if there is None else there


def _version_of(session: Session, prepared: PreparedDocument, *, at: datetime) -> RoundVersion | None:
    """The version whose document was prepared, made now where there was none; None when it is another by now."""
    if prepared.version_id is not None:
        version = session.get(RoundVersion, prepared.version_id)
        if version is None or statements_of(session, version) != _said(prepared.report):
            return None
        return version
    found = session.get(Round, prepared.round_id)
    if found is None or found.finalised_at is None or prepared.snapshot is None:
        return None
    version = current_version(session, found)
    if version is None:
        version = new_version(session, found, prepared.snapshot, at=at)
    return version if version.code == prepared.report.code else None


def snapshot_of_round(session: Session, found: Round) -> bytes:
    """The snapshot of a round that is final, from the records as they are."""
    return snapshot_of(report_of_records(session, found, language=language) for language in LANGUAGES)


def report_of_records(
    session: Session, found: Round, *, language: str, open_to_all: bool = False
) -> EvaluationReport:
    return gathered(
        session,
        found.id,
        ground=Ground(session, language=language),
        # Counts for a draft only, which is no version and comes on no paper from here.
        printed_at=local_moment(found.updated_at),
        chosen=ReportFormat(language=language),
        open_to_all=open_to_all,
    )


def _said(report: EvaluationReport) -> dict[Party, Statement]:
    return {each.party: each.statement for each in report.signatories if each.statement is not None}


def is_still_so(session: Session, found: Round, snapshot: bytes) -> bool:
    """Whether the records of the round say today what a snapshot says.

    Looked at is what was scored, agreed and written, and by whom; not what goes on after a report (agreements that
    are done, words and privacy lines of the profile, what became of other rounds), nor what differs between a draft
    and a version. An advice that one of the two keeps apart (0.1) is nothing to compare.
    """
    then = reports_in(snapshot)[LANGUAGES[0]]
    now = report_of_records(session, found, language=LANGUAGES[0], open_to_all=True)
    is_apart = then.advice_apart or now.advice_apart
    return (
        all(getattr(then, name) == getattr(now, name) for name in _OF_THE_RECORD)
        and _marks(then) == _marks(now)
        and (is_apart or then.advice == now.advice)
        # Older programs made final without a reveal; opening such a round again is one.
        and then.revealed_on in {None, now.revealed_on}
    )


def _marks(report: EvaluationReport) -> list[ReportCriterion]:
    """What was said and agreed on each criterion in this round, without the words around it."""
    return [
        replace(
            each,
            name="",
            reading_hint="",
            student_part=replace(each.student_part, earlier=(), level_text=""),
            workplace_part=replace(each.workplace_part, earlier=(), level_text=""),
        )
        for each in report.criteria
    ]
