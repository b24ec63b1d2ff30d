"""Undo, redo and the bin: what the journal lets the user take back and put back."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.conversations import ConversationType
from wpl_desktop.domain.criteria import Criterion
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import MarkKind, Round, RoundKind, Sheet
from wpl_desktop.domain.finalising import RoundVersion
from wpl_desktop.domain.history import BIN_KEEPS, UNDO_WITHIN, BinItem, Step, StepKind, days_left
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services.evaluations import note_what_was_seen
from wpl_desktop.storage import kept, undo
from wpl_desktop.storage.database import Database
from wpl_desktop.storage.journal import DELETE, EDIT, INSERT, REDO, UNDO, UPDATE, journal_table
from wpl_desktop.storage.undo import JournalRow

#: What an action with several kinds of rows was about: the first of these that is among them.
_KINDS: Final[dict[str, StepKind]] = {
    "SchoolYear": StepKind.SCHOOL_YEAR,
    "Trajectory": StepKind.STUDENT,
    "Conversation": StepKind.CONVERSATION,
    "Round": StepKind.ROUND,
    "Agreed": StepKind.AGREED,
    "Score": StepKind.SCORE,
    "Sheet": StepKind.SHEET,
    "RoundReport": StepKind.REPORT_TEXTS,
    "AgreementReview": StepKind.AGREEMENT,
    "Agreement": StepKind.AGREEMENT,
    "AgendaItem": StepKind.AGENDA,
    "ConversationParticipant": StepKind.CONVERSATION,
    "TrajectoryRole": StepKind.STUDENT,
    "BlockPlacement": StepKind.STUDENT,
    "PresencePeriod": StepKind.STUDENT,
    "KeptPhrase": StepKind.PHRASE,
    "DismissedSuggestion": StepKind.SUGGESTION,
    "CalendarPeriod": StepKind.SCHOOL_YEAR,
    "LessonHour": StepKind.LESSON_HOUR,
    "GrowthPlan": StepKind.GROWTH_PLAN,
    "GrowthGoal": StepKind.GROWTH_PLAN,
}
#: What an entity hangs on, by which column.
_PARENTS: Final[dict[str, tuple[str, str]]] = {
    "Score": ("sheet_id", "Sheet"),
    "Sheet": ("round_id", "Round"),
    "Agreed": ("round_id", "Round"),
    "RoundReport": ("round_id", "Round"),
    "AcceptedGap": ("round_id", "Round"),
    "RoundVersion": ("round_id", "Round"),
    "Signature": ("version_id", "RoundVersion"),
    "DismissedSuggestion": ("trajectory_id", "Trajectory"),
    "Round": ("trajectory_id", "Trajectory"),
    "Conversation": ("trajectory_id", "Trajectory"),
    "Agreement": ("trajectory_id", "Trajectory"),
    "BlockPlacement": ("trajectory_id", "Trajectory"),
    "PresencePeriod": ("trajectory_id", "Trajectory"),
    "GrowthPlan": ("trajectory_id", "Trajectory"),
    "GrowthGoal": ("plan_id", "GrowthPlan"),
    "TrajectoryRole": ("trajectory_id", "Trajectory"),
    "AgendaItem": ("conversation_id", "Conversation"),
    "ConversationParticipant": ("conversation_id", "Conversation"),
    "AgreementReview": ("conversation_id", "Conversation"),
    "Trajectory": ("student_id", "Person"),
}
#: What the bin lists; all else goes and comes with one of these.
_ROOTS: Final = ("Trajectory", "Conversation", "Round", "Agreement", "GrowthPlan")
_OF_A_ROUND: Final = frozenset({"Round", "Sheet", "Score", "Agreed", "RoundReport"})


class History:
    """Takes the last actions back, and puts back what was deleted.

    Undo is a line: the newest action first, and none is skipped. What is fixed (a new profile, its facts, a round
    made final) is not on the line. It bars nothing of other rows; a row that no longer is as an action left it is
    not touched: the action is refused and stays where it is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def undo(self) -> Step | None:
        """Take back the newest action of the last 24 hours; says which, None when there is none.

        Raises `DomainError` (`round_final`, `before_version`, `changed_meanwhile`, `place_taken`, `reference_gone`).
        """
        since = self._database.clock.now() - UNDO_WITHIN
        with self._database.reading() as session:
            rows = undo.next_to_undo(session, since=since)
        return self._take_back(rows, step=UNDO)

    def redo(self) -> Step | None:
        """Do again what was taken back last, if nothing was done since; says what, None when there is nothing.

        Raises `DomainError` as `undo`.
        """
        since = self._database.clock.now() - UNDO_WITHIN
        with self._database.reading() as session:
            rows = undo.next_to_redo(session, since=since)
        return self._take_back(rows, step=REDO)

    def bin(self) -> list[BinItem]:
        """What was deleted in the last 30 days and is still gone, newest first."""
        now = self._database.clock.now()
        with self._database.reading() as session:
            lines = _deleted(session, since=now - BIN_KEEPS)
            family = _Family(session, [row for rows in lines.values() for row in rows])
            family.read_students()
            kinds = {kind.id: kind for kind in session.scalars(select(ConversationType))}
            roots = [min(rows, key=_root_place) for rows in lines.values()]
            return [_bin_item(kinds, family, root, now=now) for root in reversed(roots) if _is_root(root)]

    def restore(self, transaction_id: uuid.UUID) -> None:
        """Put back everything that was deleted in one action; what changed since elsewhere stays as it is now.

        Raises `DomainError`: `not_found` when it is no longer in the bin, `reference_gone` when it belongs to
        something that was deleted too, `place_taken` when something new stands in its place, `round_final`.
        """
        self._check_in_bin(transaction_id)
        with self._database.reverting(transaction_id, step=UNDO) as session:
            rows = undo.rows_of(session, transaction_id)
            _check_rounds_open(session, _Family(session, rows), rows)
            undo.take_back(session, rows, keep_later=True)

    def remove(self, transaction_id: uuid.UUID) -> None:
        """Remove one line of the bin for good. Raises `DomainError` (`not_found`)."""
        self._check_in_bin(transaction_id)
        self._purge_transactions({transaction_id})

    def empty_bin(self) -> None:
        """Remove everything in the bin for good."""
        self._purge_transactions(self._in_bin())

    def purge_old(self) -> None:
        """Take the content of what was deleted more than 30 days ago out of the journal; the facts stay (P23)."""
        with self._database.reading() as session:
            records = undo.deleted_before(session, self._database.clock.now() - BIN_KEEPS)
        self._purge(records)

    def _take_back(self, rows: Sequence[JournalRow], *, step: str) -> Step | None:
        if not rows:
            return None
        with self._database.reverting(rows[0].transaction_id, step=step) as session:
            family = _Family(session, rows)
            family.read_students()
            _check_rounds_open(session, family, rows)
            described = _described(session, family, rows)
            undo.take_back(session, rows)
            _note_what_was_seen(session, family, rows)
        return described

    def _check_in_bin(self, transaction_id: uuid.UUID) -> None:
        if transaction_id not in self._in_bin():
            raise refused("not_found")

    def _in_bin(self) -> set[uuid.UUID]:
        """The lines of `bin`, by the action that deleted them."""
        with self._database.reading() as session:
            lines = _deleted(session, since=self._database.clock.now() - BIN_KEEPS)
        return {transaction_id for transaction_id, rows in lines.items() if any(map(_is_root, rows))}

    def _purge_transactions(self, transaction_ids: Collection[uuid.UUID]) -> None:
        with self._database.reading() as session:
            records = {
                (row.entity, row.record_id)
                for transaction_id in transaction_ids
                for row in undo.rows_of(session, transaction_id)
                if row.action == DELETE
            }
            # With what was deleted of it before: nobody could put that back any more.
            missing = undo.gone(session, undo.with_what_hung_on(session, records))
        self._purge(missing)

    def _purge(self, records: Collection[tuple[str, uuid.UUID]]) -> None:
        if records:
            with self._database.transaction(undoable=False) as session:
                undo.purge(session, records)
                # Snapshots, PDFs and drafts of what nobody can put back any more go too (P23).
                kept.forget_all_of(session, [key for _, key in records])


class _Family:
    """What a record hangs on, from the rows of the journal and, where they do not tell, from the tables."""

    def __init__(self, session: Session, rows: Sequence[JournalRow]) -> None:
        self._session = session
        self._told: dict[tuple[str, uuid.UUID], dict[str, Any]] = {}
        self._there: dict[tuple[str, uuid.UUID], Record] = {}
        for row in rows:
            self._told.setdefault((row.entity, row.record_id), {}).update(row.values)

    def read_students(self) -> None:
        """Read the students that many rows hang on at once, where `value` would ask for one at a time."""
        named = {
            uuid.UUID(values["trajectory_id"])
            for values in self._told.values()
            if values.get("trajectory_id")
        }
        for trajectory, student in self._session.execute(
            select(Trajectory, Person)
            .join(Person, Person.id == Trajectory.student_id)
            .where(Trajectory.id.in_(named))
        ):
            self._there["Trajectory", trajectory.id] = trajectory
            self._there["Person", student.id] = student

    def value(self, entity: str, record_id: uuid.UUID, column: str) -> Any:
        """What a column holds, or held; None when that is not known any more."""
        told = self._told.get((entity, record_id), {})
        if column in told:
            return told[column]
        there = self._there.get((entity, record_id))
        return getattr(there or self._session.get(undo.entities()[entity], record_id), column, None)

    def above(self, entity: str, record_id: uuid.UUID, wanted: str) -> uuid.UUID | None:
        """The record of entity `wanted` that this one hangs on, at any distance, or is; None without one."""
        while entity != wanted:
            column, parent = _PARENTS.get(entity, ("", ""))
            found = self.value(entity, record_id, column) if column else None
            if found is None:
                return None
            entity, record_id = parent, uuid.UUID(str(found))
        return record_id

    def student(self, entity: str, record_id: uuid.UUID, *, column: str = "call_name") -> str:
        """How the student of a record is called; empty when nobody knows."""
        person_id = self.above(entity, record_id, "Person")
        return "" if person_id is None else str(self.value("Person", person_id, column) or "")


def _described(session: Session, family: _Family, rows: Sequence[JournalRow]) -> Step:
    about = next((entity for entity in _KINDS if any(row.entity == entity for row in rows)), None)
    if about is None:
        return Step(kind=StepKind.OTHER)
    chosen = [row for row in rows if row.entity == about]
    students = {family.student(row.entity, row.record_id) for row in chosen}
    criterion = None
    if about in {"Score", "Agreed"} and len({row.record_id for row in chosen}) == 1:
        criterion_id = family.value(about, chosen[0].record_id, "criterion_id")
        criterion = session.get(Criterion, uuid.UUID(str(criterion_id)))
    return Step(
        kind=StepKind.SERIES
        if about == "Conversation" and _is_of_a_series(family, chosen)
        else _KINDS[about],
        student=students.pop() if len(students) == 1 else "",
        criterion=criterion.code if criterion is not None else "",
    )


def _is_of_a_series(family: _Family, rows: Sequence[JournalRow]) -> bool:
    """Whether several talks of one series were changed, and not one of it or a group on one day."""
    found: set[str] = set()
    for talk_id in dict.fromkeys(row.record_id for row in rows):
        series_id = family.value("Conversation", talk_id, "series_id")
        if series_id is not None and str(series_id) in found:
            return True
        found.add(str(series_id))
    return False


def _check_rounds_open(session: Session, family: _Family, rows: Sequence[JournalRow]) -> None:
    """Refuse to change a round that is final (`round_final`); one that comes back, or goes with its student, may.

    A talk that comes back is another matter too: the round that named it is left as it is.
    """
    with_student = any(row.entity == "Trajectory" and row.action == INSERT for row in rows)
    whole = {
        row.record_id
        for row in rows
        if row.entity == "Round" and (row.action == DELETE or (row.action == INSERT and with_student))
    }
    touched = {
        family.above(row.entity, row.record_id, "Round")
        for row in rows
        if row.entity in _OF_A_ROUND and row.values.keys() != {"conversation_id"}
    }
    for round_id in touched - whole - {None}:
        found = session.get(Round, round_id)
        if found is not None and found.finalised_at is not None:
            raise refused("round_final")
        if found is not None and found.revealed_at is not None and _takes_ready_back(rows, found.revealed_at):
            raise refused("before_reveal")
        if round_id is not None and _is_before_version(session, round_id, rows[0].transaction_id):
            raise refused("before_version")


def _takes_ready_back(rows: Sequence[JournalRow], revealed_at: datetime) -> bool:
    """Whether an undo would make a sheet that was ready at the reveal look as if it had not been (R5)."""
    return any(
        row.entity == "Sheet" and row.action == UPDATE and "ready_at" in row.values and row.at <= revealed_at
        for row in rows
    )


def _is_before_version(session: Session, round_id: uuid.UUID, transaction_id: uuid.UUID) -> bool:
    """Whether a step is older than a version of the round: what stands on a paper is changed by hand only.

    By their places in the journal: the clock of the computer may have been set back in between.
    """
    table = journal_table.c
    step = select(func.min(table.sequence)).where(table.transaction_id == transaction_id)
    later = select(table.sequence).where(
        table.entity == RoundVersion.__name__,
        table.record_id.in_(select(RoundVersion.id).where(RoundVersion.round_id == round_id)),
        table.action == INSERT,
        table.sequence > step.scalar_subquery(),
    )
    return session.scalars(later.limit(1)).first() is not None


def _note_what_was_seen(session: Session, family: _Family, rows: Sequence[JournalRow]) -> None:
    """A mark that becomes what it was is changed too, perhaps after another's was seen (R5)."""
    whole = {row.record_id for row in rows if row.entity == "Sheet" and row.action != UPDATE}
    sheets = {
        family.above(row.entity, row.record_id, "Sheet")
        for row in rows
        if row.entity == "Score" and _is_of_a_mark(row)
    }
    for sheet_id in sheets - whole - {None}:
        sheet = session.get(Sheet, sheet_id)
        if sheet is not None:
            note_what_was_seen(session, sheet)


def _is_of_a_mark(row: JournalRow) -> bool:
    if row.action == UPDATE:
        return not row.values.keys().isdisjoint({"kind", "level"})
    return row.values.get("kind") != MarkKind.NOT_YET_SCORED.value


def _deleted(session: Session, *, since: datetime) -> dict[uuid.UUID, list[JournalRow]]:
    """Rows of deletions by an edit that hold, by transaction, oldest first."""
    table = journal_table.c
    newest: dict[tuple[str, uuid.UUID], JournalRow] = {}
    for row in undo.rows_where(
        session, table.at >= since, table.action == DELETE, table.entity.in_((*_ROOTS, "Person"))
    ):
        newest.pop((row.entity, row.record_id), None)
        newest[row.entity, row.record_id] = row
    missing = undo.gone(session, newest.keys())
    lines: dict[uuid.UUID, list[JournalRow]] = {}
    for key, row in newest.items():
        if key in missing and not row.is_purged and row.step in {EDIT, REDO}:
            lines.setdefault(row.transaction_id, []).append(row)
    return lines


def _is_root(row: JournalRow) -> bool:
    return row.entity in _ROOTS


def _root_place(row: JournalRow) -> int:
    return _ROOTS.index(row.entity) if _is_root(row) else len(_ROOTS)


def _bin_item(
    kinds: Mapping[uuid.UUID, ConversationType], family: _Family, root: JournalRow, *, now: datetime
) -> BinItem:
    values = root.values
    item: dict[str, Any] = {}
    if root.entity == "Trajectory":
        item["text"] = family.student(root.entity, root.record_id, column="name")
    elif root.entity == "Conversation":
        kind = kinds[uuid.UUID(values["type_id"])]
        item["name"] = kind.short_name if kind.discreet else kind.name
        item["day"] = datetime.fromisoformat(values["starts_at"]).date()
    elif root.entity == "Round":
        item["number"], item["round_kind"] = values["number"], RoundKind(values["kind"])
        item["day"] = date.fromisoformat(values["held_on"])
    elif root.entity == "GrowthPlan":
        # Only that it was there: what it says is for those who made it.
        item["day"] = date.fromisoformat(values["made_on"])
    else:
        item["text"] = values["text"]
    return BinItem(
        transaction_id=root.transaction_id,
        kind=_KINDS[root.entity],
        student=family.student(root.entity, root.record_id),
        deleted_at=root.at,
        days_left=days_left(root.at, now=now),
        **item,
    )
