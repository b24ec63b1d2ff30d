"""Making a round final, opening it again, its versions, signatures and the code on the paper."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluation_report import EvaluationReport, Statement
from wpl_desktop.domain.evaluations import Round, not_ready, taking_part
from wpl_desktop.domain.finalising import (
    AcceptedGap,
    GapKind,
    RoundVersion,
    Signature,
    check_signing,
    content_hash,
    required_reason,
    typed_code,
)
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services.report_choices import ReportFormat
from wpl_desktop.services.round_checklist import (
    Checklist,
    Gap,
    NamedOther,
    NamePlace,
    names_in_reasons,
    read_checklist,
)
from wpl_desktop.services.round_documents import (
    LANGUAGES,
    KeptDocument,
    PreparedDocument,
    checked_final,
    ensured,
    is_still_so,
    kept_document,
    prepared_document,
    report_of_records,
)
from wpl_desktop.services.round_versions import (
    SignatureRow,
    VersionRow,
    current_version,
    document_name,
    report_of_version,
    snapshot_of_version,
    version_of_code,
    versions_of,
)
from wpl_desktop.services.sheets import ready_perspectives, round_row
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage import kept
from wpl_desktop.storage.database import Database

__all__ = [
    "Checklist",
    "CodeCheck",
    "Finalising",
    "Gap",
    "KeptDocument",
    "NamePlace",
    "NamedOther",
    "PreparedDocument",
    "SignatoryRow",
    "SignatureRow",
    "VersionRow",
]

Render = Callable[[EvaluationReport], bytes]
"""Makes the PDF of a report."""


@dataclass(frozen=True, kw_only=True)
class SignatoryRow:
    """Who signs a round: the party, the name on the paper, the role (None for the student), what was said on screen."""

    party: Party
    name: str
    role: Role | None
    statement: Statement | None


@dataclass(frozen=True, kw_only=True)
class CodeCheck:
    """What the record says of a paper with a code.

    `matches`: the kept snapshot still has the hash from which the code was made. `still_so`: marks, texts and how
    the sheets came in are today what the paper says; after reopening they may differ.
    """

    version: VersionRow
    round_id: uuid.UUID
    trajectory_id: uuid.UUID
    student_name: str
    round_number: int
    edition: int
    is_current: bool
    matches: bool
    still_so: bool


class Finalising:
    """Making a round final, opening it again, its versions, signatures and the code on the paper."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def checklist(self, round_id: uuid.UUID) -> Checklist:
        """What is looked at before a round becomes final (R12). Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return read_checklist(session, round_row(session, round_id))

    def finalise(
        self,
        round_id: uuid.UUID,
        *,
        reasons: Mapping[str, str],
        names_seen: bool,
        language: str,
        render: Render,
        origin: object = None,
    ) -> None:
        """End the draft of a round: from now on it is read-only, and its paper is always the same.

        Args:
            round_id: the round.
            reasons: why each gap of the checklist is accepted, by its key.
            names_seen: whether the names of other students in it were looked at.
            language: the report that is kept at once; others are when they are asked for.
            render: makes the PDF of a report.
            origin: who asks for it.

        Raises:
            DomainError: `round_final`; `reason_missing` with the key of the gap as its field; `response_missing`
                in a final round without the student's response or a ticked *no response* (6.2: 11);
                `names_not_checked` when another student is named in it.
        """
        with self._database.transaction(origin=origin, undoable=False) as session:
            found = _open_round(session, round_id)
            # It is the reveal too, if nothing was: all that will be printed is looked through.
            checklist = read_checklist(session, found, open_to_all=True)
            accepted = {
                gap: required_reason(reasons.get(gap.key, ""), field=gap.key) for gap in checklist.gaps
            }
            if checklist.response_missing:
                raise refused("response_missing", field="student_response")
            given = {gap.key: reason for gap, reason in accepted.items()}
            if not names_seen and (checklist.other_names or names_in_reasons(session, found, given)):
                raise refused("names_not_checked", field="names_seen")
            now = self._database.clock.now()
            if found.revealed_at is None:
                found.revealed_at = now
                found.reveal_reason = given[Gap(kind=GapKind.NOT_SIDE_BY_SIDE).key]
                part = taking_part(found.perspectives)
                ready = ready_perspectives(session, round_id)
                found.late = [one.value for one in not_ready(part, ready=ready)]
            found.finalised_at = now
            session.add_all(_accepted_gap(found, gap, reason) for gap, reason in accepted.items())
            session.flush()
            version = ensured(session, found, at=now)
            report = report_of_version(session, version, language=language)
            kept.keep(session, document_name(version.id, report), render(report), at=now)

    def reopen(self, round_id: uuid.UUID, *, reason: str, origin: object = None) -> None:
        """Begin edition n + 1 of a round that is final; edition n stays as it is, what was signed holds no more.

        Raises `DomainError`: `round_not_final`, `reason_missing`.
        """
        typed = required_reason(reason)
        with self._database.transaction(origin=origin, undoable=False) as session:
            found = _final_round(session, round_id)
            version = ensured(session, found, at=self._database.clock.now())
            version.reopened_at = self._database.clock.now()
            version.reopen_reason = typed
            # Older programs made final without a reveal: what everybody has read is not blind any more (R5).
            found.revealed_at = found.revealed_at or found.finalised_at
            found.edition += 1
            found.finalised_at = None

    def versions(self, round_id: uuid.UUID) -> list[VersionRow]:
        """The versions of a round, newest first; a round of an older program gets its version now."""
        self._ensure(round_id)
        with self._database.reading() as session:
            return versions_of(session, round_id)

    def document(
        self,
        round_id: uuid.UUID,
        *,
        edition: int | None = None,
        language: str,
        include_conditions: bool = True,
        render: Render,
    ) -> KeptDocument:
        """The PDF of a version, the one that holds when no `edition` is given; the first time it is made and kept.

        Raises `DomainError`: `round_not_final` for a draft, `not_found` for an edition that there is not.
        """
        chosen = ReportFormat(language=language, include_conditions=include_conditions)
        prepared = self.prepared(round_id, edition=edition, chosen=chosen)
        data = prepared.data
        if data is None:
            data = self.keep_document(prepared, render(prepared.report))
        return KeptDocument(data=data, file_stem=prepared.file_stem, report=prepared.report)

    def prepared(
        self, round_id: uuid.UUID, *, edition: int | None = None, chosen: ReportFormat
    ) -> PreparedDocument:
        """The same as far as it goes without writing, on any thread. Raises as `document`."""
        with self._database.reading() as session:
            return prepared_document(session, round_id, edition=edition, chosen=chosen)

    def keep_document(self, prepared: PreparedDocument, data: bytes, *, origin: object = None) -> bytes:
        """Keep what was rendered of a document; gives the bytes that hold: those of who was first.

        What was prepared and has changed since (another version, a signature) is left: it is made anew when asked.
        """
        with self._database.transaction(origin=origin, undoable=False) as session:
            return kept_document(session, prepared, data, at=self._database.clock.now())

    def signatories(self, round_id: uuid.UUID) -> tuple[SignatoryRow, ...]:
        """Who signs a round (6.4), by name as on its paper, and what they said on this screen about it."""
        with self._database.reading() as session:
            found = round_row(session, round_id)
            version = current_version(session, found)
            if version is not None:
                report = report_of_version(session, version, language=LANGUAGES[0])
            else:
                report = report_of_records(session, found, language=LANGUAGES[0])
            return tuple(
                SignatoryRow(party=each.party, name=each.name, role=each.role, statement=each.statement)
                for each in report.signatories
            )

    def sign(
        self,
        round_id: uuid.UUID,
        *,
        party: Party,
        name: str,
        role: str,
        place: str,
        is_refused: bool = False,
        reason: str = "",
        origin: object = None,
    ) -> None:
        """Record what one party says on this screen about the version that holds, with the moment (6.4).

        It is no qualified signature. With `is_refused` the reason is kept, and nothing is blocked by it. Raises
        `DomainError`: `round_not_final`, `name_missing`, `place_missing`, `reason_missing`, `already_signed`, and
        `not_found` for a party that has no place on the paper.
        """
        check_signing(name=name, place=place, is_refused=is_refused, reason=reason)
        with self._database.transaction(origin=origin, undoable=False) as session:
            version = ensured(session, _final_round(session, round_id), at=self._database.clock.now())
            if _signature(session, version, party) is not None:
                raise refused("already_signed")
            on_paper = report_of_version(session, version, language=LANGUAGES[0]).signatories
            if party not in {each.party for each in on_paper}:
                raise refused("not_found")
            session.add(
                Signature(
                    version_id=version.id,
                    party=party,
                    name=name.strip(),
                    role=role.strip(),
                    place=place.strip(),
                    signed_at=self._database.clock.now(),
                    refused=is_refused,
                    reason=reason.strip() if is_refused else "",
                )
            )

    def withdraw_signature(self, round_id: uuid.UUID, *, party: Party, origin: object = None) -> None:
        """Take back what one party said on this screen: the paper has a block for the pen again.

        Raises `DomainError`: `round_not_final`, `not_found`.
        """
        with self._database.transaction(origin=origin, undoable=False) as session:
            version = ensured(session, _final_round(session, round_id), at=self._database.clock.now())
            signature = _signature(session, version, party)
            if signature is None:
                raise refused("not_found")
            session.delete(signature)

    def check(self, code: str) -> CodeCheck:
        """Whether paper and record agree, by the code on the paper. Raises `code_unreadable`, `code_unknown`."""
        typed = typed_code(code)
        with self._database.reading() as session:
            version = version_of_code(session, typed)
            if version is None:
                raise refused("code_unknown", field="code")
            found = round_row(session, version.round_id)
            trajectory, student = trajectory_rows(session, found.trajectory_id)
            snapshot = snapshot_of_version(session, version)
            row = next(row for row in versions_of(session, found.id) if row.id == version.id)
            return CodeCheck(
                version=row,
                round_id=found.id,
                trajectory_id=trajectory.id,
                student_name=student.name,
                round_number=found.number,
                edition=version.edition,
                is_current=row.is_current,
                matches=content_hash(snapshot) == version.content_hash,
                still_so=is_still_so(session, found, snapshot),
            )

    def _ensure(self, round_id: uuid.UUID) -> None:
        """Give a round that an older program made final its version."""
        with self._database.reading() as session:
            found = round_row(session, round_id)
            if found.finalised_at is None or current_version(session, found) is not None:
                return
        with self._database.transaction(undoable=False) as session:
            ensured(session, _final_round(session, round_id), at=self._database.clock.now())


def _open_round(session: Session, round_id: uuid.UUID) -> Round:
    found = round_row(session, round_id)
    if found.finalised_at is not None:
        raise refused("round_final")
    return found


def _final_round(session: Session, round_id: uuid.UUID) -> Round:
    return checked_final(round_row(session, round_id))


def _accepted_gap(found: Round, gap: Gap, reason: str) -> AcceptedGap:
    return AcceptedGap(
        round_id=found.id,
        edition=found.edition,
        kind=gap.kind,
        perspective=gap.perspective,
        strand=gap.strand,
        subjects=list(gap.subjects),
        reason=reason,
    )


def _signature(session: Session, version: RoundVersion, party: Party) -> Signature | None:
    return session.scalars(
        select(Signature).where(Signature.version_id == version.id, Signature.party == party)
    ).one_or_none()
