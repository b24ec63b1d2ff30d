"""The versions of a round that were made final: snapshot, code, accepted gaps, signatures, and PDFs that are kept."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportGap, Signatory, Statement
from wpl_desktop.domain.evaluations import Perspective, Round
from wpl_desktop.domain.finalising import (
    AcceptedGap,
    GapKind,
    RoundVersion,
    Signature,
    code_of,
    content_hash,
)
from wpl_desktop.domain.people import Party
from wpl_desktop.services.report_snapshot import plain, reports_in
from wpl_desktop.storage import kept

#: What is kept of a version stands under `{id}/report/…`.
_REPORT = "report"
_KINDS, _PERSPECTIVES, _STRANDS = list(GapKind), [None, *Perspective], [None, *Strand]


@dataclass(frozen=True, kw_only=True)
class SignatureRow:
    """What one party said on screen about a version; `signed_at` is local."""

    party: Party
    name: str
    role: str
    place: str
    signed_at: datetime
    refused: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class VersionRow:
    """One edition of a round that was made final; moments are local. Reopened, its signatures hold no more."""

    id: uuid.UUID
    edition: int
    finalised_at: datetime
    code: str
    reopened_at: datetime | None
    reopen_reason: str
    signatures: tuple[SignatureRow, ...]

    @property
    def is_current(self) -> bool:
        """Whether this edition still holds."""
        return self.reopened_at is None


def local_moment(moment: datetime) -> datetime:
    """A moment in UTC on the clock at this place, as reports print it."""
    return moment.astimezone().replace(microsecond=0, tzinfo=None)


def gap_place(
    kind: GapKind, *, perspective: Perspective | None, strand: Strand | None
) -> tuple[int, int, int]:
    """The place of a gap in a list: by kind, then by who, then by strand."""
    return _KINDS.index(kind), _PERSPECTIVES.index(perspective), _STRANDS.index(strand)


def accepted_gaps(session: Session, found: Round) -> tuple[ReportGap, ...]:
    """The gaps with which the edition of a round was made final; none while it is a draft (R12)."""
    if found.finalised_at is None:
        return ()
    rows = session.scalars(
        select(AcceptedGap).where(AcceptedGap.round_id == found.id, AcceptedGap.edition == found.edition)
    )
    gaps = (
        ReportGap(
            kind=row.kind,
            perspective=row.perspective,
            strand=row.strand,
            subjects=tuple(row.subjects),
            reason=row.reason,
        )
        for row in rows
    )
    return tuple(
        sorted(gaps, key=lambda gap: gap_place(gap.kind, perspective=gap.perspective, strand=gap.strand))
    )


def current_version(session: Session, found: Round) -> RoundVersion | None:
    """The version of a round that holds; None while it is a draft, or was made final by an older program."""
    if found.finalised_at is None:
        return None
    return version_of_edition(session, found.id, found.edition)


def version_of_edition(session: Session, round_id: uuid.UUID, edition: int) -> RoundVersion | None:
    """One edition of a round that was made final, if it was."""
    return session.scalars(
        select(RoundVersion).where(RoundVersion.round_id == round_id, RoundVersion.edition == edition)
    ).one_or_none()


def version_of_code(session: Session, code: str) -> RoundVersion | None:
    """The version whose paper carries a code, if there is one."""
    return session.scalars(
        select(RoundVersion).where(RoundVersion.code == code).order_by(RoundVersion.edition.desc())
    ).first()


def versions_of(session: Session, round_id: uuid.UUID) -> list[VersionRow]:
    """The versions of a round, newest first."""
    found = list(
        session.scalars(
            select(RoundVersion)
            .where(RoundVersion.round_id == round_id)
            .order_by(RoundVersion.edition.desc())
        )
    )
    signatures = _signatures(session, [version.id for version in found])
    return [version_view(version, signatures.get(version.id, ())) for version in found]


def version_view(version: RoundVersion, signatures: Sequence[Signature]) -> VersionRow:
    """One version as it is listed."""
    return VersionRow(
        id=version.id,
        edition=version.edition,
        finalised_at=local_moment(version.finalised_at),
        code=version.code,
        reopened_at=local_moment(version.reopened_at) if version.reopened_at is not None else None,
        reopen_reason=version.reopen_reason,
        signatures=tuple(
            SignatureRow(
                party=row.party,
                name=row.name,
                role=row.role,
                place=row.place,
                signed_at=local_moment(row.signed_at),
                refused=row.refused,
                reason=row.reason,
            )
            for row in signatures
        ),
    )


def new_version(session: Session, found: Round, snapshot: bytes, *, at: datetime) -> RoundVersion:
    """The version of a round that is final now, with the snapshot it will always be printed from."""
    if found.finalised_at is None:
        raise refused("round_not_final")
    digest = content_hash(snapshot)
    version = RoundVersion(
        round_id=found.id,
        edition=found.edition,
        finalised_at=found.finalised_at,
        content_hash=digest,
        code=code_of(digest),
    )
    session.add(version)
    session.flush()
    kept.keep(session, _snapshot_name(version.id), snapshot, at=at)
    return version


def snapshot_of_version(session: Session, version: RoundVersion) -> bytes:
    """The snapshot of a version. Raises `DomainError` (`not_found`) when it is gone."""
    snapshot = kept.kept(session, _snapshot_name(version.id))
    if snapshot is None:
        raise refused("not_found")
    return snapshot


def report_of_version(session: Session, version: RoundVersion, *, language: str) -> EvaluationReport:
    """The report of a version as it was when it became final, with its code and what was said on screen since."""
    return on_paper(
        snapshot_of_version(session, version),
        language=language,
        code=version.code,
        statements=statements_of(session, version),
    )


def on_paper(
    snapshot: bytes, *, language: str, code: str, statements: Mapping[Party, Statement]
) -> EvaluationReport:
    """The report of a snapshot in one language; the code and what was said since are no part of the snapshot."""
    report = reports_in(snapshot)[language]
    return replace(report, code=code, signatories=with_statements(report.signatories, statements))


def statements_of(session: Session, version: RoundVersion | None) -> dict[Party, Statement]:
    """What was said on screen about a version, by party (6.4)."""
    if version is None:
        return {}
    return {
        row.party: Statement(
            name=row.name,
            role=row.role,
            place=row.place,
            said_at=local_moment(row.signed_at),
            refused=row.refused,
            reason=row.reason,
        )
        for row in _signatures(session, [version.id]).get(version.id, ())
    }


def with_statements(
    signatories: Sequence[Signatory], statements: Mapping[Party, Statement]
) -> tuple[Signatory, ...]:
    """The signature rows with what was said on screen in the place of the pen."""
    return tuple(replace(each, statement=statements.get(each.party)) for each in signatories)


def document_name(version_id: uuid.UUID, report: EvaluationReport) -> str:
    """Under which name the PDF of a report is kept: by version, language, parts, and what was said on screen.

    So a reprint is the same to the byte until somebody signs, and what was printed before that stays too.
    """
    said = [[plain(each.party), plain(each.statement)] for each in report.signatories if each.statement]
    digest = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]
    part = "whole" if report.include_conditions else "without_conditions"
    return f"{version_id}/{_REPORT}/{report.language}/{part}/{len(said)}-{digest}"


def _snapshot_name(version_id: uuid.UUID) -> str:
    return f"{version_id}/{_REPORT}/snapshot"


def _signatures(session: Session, version_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Signature]]:
    """Signatures by version, in the order in which they were given."""
    found: dict[uuid.UUID, list[Signature]] = {}
    rows = select(Signature).where(Signature.version_id.in_(version_ids)).order_by(Signature.signed_at)
    for row in session.scalars(rows):
        found.setdefault(row.version_id, []).append(row)
    return found
