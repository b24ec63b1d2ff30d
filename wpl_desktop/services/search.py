"""Search over everything: students, conversations, notes, what was written on score sheets, and agreements."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.clock import local_day
from wpl_desktop.domain.conversations import (
    AgendaItem,
    Agreement,
    Conversation,
    ConversationType,
    stays_with_mentor,
)
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import Perspective, Round, RoundReport, Score, Sheet
from wpl_desktop.domain.people import Party, Person, list_order
from wpl_desktop.domain.search_words import (
    QueryWord,
    Snippet,
    all_begin,
    marks_in,
    query_words,
    snippet_of,
)
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.domain.words import Words
from wpl_desktop.services.hats import without_advice, without_notes
from wpl_desktop.services.sheets import ready_by_part
from wpl_desktop.services.sight import is_visible
from wpl_desktop.storage import search as index
from wpl_desktop.storage.database import Database
from wpl_desktop.storage.search import Kind

_MOST_STUDENTS = 2000
#: A word that names more students than these names nobody in particular.
_MOST_NAMED = 40
#: How many times as much as is shown is read, step by step: some of it may not be shown.
_READ_AHEAD = (1, 8, 64, 512)


class HitKind(enum.Enum):
    """What was found; it decides what opens."""

    STUDENT = "student"
    CONVERSATION = "conversation"
    NOTE = "note"
    AGREEMENT = "agreement"
    COMMENT = "comment"
    REPORT_TEXT = "report_text"


class GroupKind(enum.Enum):
    """Under which heading it is shown, in this order."""

    STUDENTS = "students"
    CONVERSATIONS = "conversations"
    NOTES = "notes"
    AGREEMENTS = "agreements"


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing that was found: what the line shows of it, and the ids that open it.

    `title` is the name of the conversation, of the point of its agenda or of the criterion; `snippet` is a stretch of
    the text as it was written, for a student the name. `in_conversation` names the talk of a note.
    """

    kind: HitKind
    trajectory_id: uuid.UUID
    student: str
    call_name: str
    day: date
    snippet: Snippet
    title: Words = field(default_factory=dict[str, str])
    in_conversation: Words = field(default_factory=dict[str, str])
    code: str = ""
    owner: str = ""
    party: Party | None = None
    second_script: str = ""
    programme: str = ""
    phase: int | None = None
    class_names: str = ""
    closed: bool = False
    conversation_id: uuid.UUID | None = None
    round_id: uuid.UUID | None = None
    round_number: int | None = None
    perspective: Perspective | None = None
    strand: Strand | None = None


@dataclass(frozen=True, kw_only=True)
class HitGroup:
    """What was found of one sort, the best or newest first."""

    kind: GroupKind
    hits: tuple[Hit, ...]


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """What is looked for: the words, which students each of them names, and how many hits."""

    words: Sequence[QueryWord]
    named: Sequence[frozenset[uuid.UUID]]
    limit: int


class Search:
    """Finds what was written, by the beginnings of its words, without capitals and marks, in any script."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, query: str, *, limit: int = 5) -> list[HitGroup]:
        """What has every word of `query` (the beginning of each suffices), at most `limit` of a sort.

        Under the notes of conversations come what was written on score sheets and for reports.

        One letter finds students only. A word may also name the student of a note. What another perspective said in
        a round is found once it may be seen (R5). A query without words finds nothing.
        """
        words = query_words(query)
        if not words:
            return []
        with self._database.reading() as session:
            students = _students(session, words, limit=limit)
            found = {GroupKind.STUDENTS: students}
            if not _is_one_letter(words):
                asked = _Asked(words=words, named=_named(session, words), limit=limit)
                found[GroupKind.CONVERSATIONS] = _hits(session, asked, Kind.CONVERSATION)
                found[GroupKind.NOTES] = [
                    *_hits(session, asked, Kind.NOTE),
                    *_newest(
                        [*_hits(session, asked, Kind.COMMENT), *_hits(session, asked, Kind.REPORT)], limit
                    ),
                ]
                found[GroupKind.AGREEMENTS] = _hits(session, asked, Kind.AGREEMENT)
        return [HitGroup(kind=kind, hits=tuple(found[kind])) for kind in GroupKind if found.get(kind)]

    def rebuild(self) -> None:
        """Make the index anew: after rows came into the profile past the flushes, as a bulk insert does."""
        with self._database.transaction() as session:
            index.rebuild(session)

    def bring_up_to_date(self) -> None:
        """Make the index anew when there is none, or one that another version of the program made."""
        with self._database.reading() as session:
            is_current = index.is_current(session)
        if not is_current:
            self.rebuild()


def _is_one_letter(words: Sequence[QueryWord]) -> bool:
    return len(words) == 1 and len(words[0].text) == 1 and not words[0].unspaced


def _named(session: Session, words: Sequence[QueryWord]) -> list[frozenset[uuid.UUID]]:
    """Whose name each of several words begins; nobody's when it is too many people's."""
    if len(words) == 1:
        return []
    found = [index.matching(session, [word], kind=Kind.NAME, limit=_MOST_NAMED + 1) for word in words]
    return [frozenset(ids if len(ids) <= _MOST_NAMED else ()) for ids in found]


def _students(session: Session, words: Sequence[QueryWord], *, limit: int) -> list[Hit]:
    """Students whose name, class or programme has every word: by name first, running before closed, then by name."""
    ids = index.matching(session, words, kind=Kind.NAME, limit=_MOST_STUDENTS)
    named = frozenset(ids)
    if len(ids) < limit and not _is_one_letter(words):
        ids = list({*ids, *index.matching(session, words, kind=Kind.STUDENT, limit=_MOST_STUDENTS)})
    rows = session.execute(
        select(
            Trajectory.id,
            Trajectory.state,
            Trajectory.starts_on,
            Person.name,
            Person.sort_name,
        )
        .join(Person, Person.id == Trajectory.student_id)
        .where(Trajectory.id.in_(ids))
    )
    ranked = sorted(
        (
            row.id not in named,
            row.state is not TrajectoryState.RUNNING,
            list_order(row.sort_name, row.name),
            -row.starts_on.toordinal(),
            row.id,
        )
        for row in rows
    )
    shown = [row[-1] for row in ranked[:limit]]
    details = {
        trajectory.id: _student_hit(trajectory, person, words=words)
        for trajectory, person in session.execute(
            select(Trajectory, Person)
            .join(Person, Person.id == Trajectory.student_id)
            .where(Trajectory.id.in_(shown))
        )
    }
    return _in_order(details, shown)


def _student_hit(trajectory: Trajectory, person: Person, *, words: Sequence[QueryWord]) -> Hit:
    return Hit(
        kind=HitKind.STUDENT,
        trajectory_id=trajectory.id,
        student=person.name,
        call_name=person.call_name,
        day=trajectory.starts_on,
        snippet=Snippet(person.name, marks_in(person.name, words)),
        second_script=person.second_script,
        programme=trajectory.programme,
        phase=trajectory.phase,
        class_names=trajectory.class_names,
        closed=trajectory.state is not TrajectoryState.RUNNING,
    )


def _hits(session: Session, asked: _Asked, kind: Kind) -> list[Hit]:
    hits: list[Hit] = []
    # Mostly all that is found may be shown; only else more is read.
    for limit in (asked.limit * times for times in _READ_AHEAD):
        ids = index.matching(session, asked.words, kind=kind, limit=limit, students=asked.named)
        hits = _READERS[kind](session, asked, ids)[: asked.limit] if ids else []
        if len(hits) == asked.limit or len(ids) < limit:
            break
    return hits


def _newest(hits: Sequence[Hit], limit: int) -> list[Hit]:
    return sorted(hits, key=lambda hit: hit.day, reverse=True)[:limit]


def _in_order(found: Mapping[uuid.UUID, Hit], ids: Sequence[uuid.UUID]) -> list[Hit]:
    return [found[record_id] for record_id in ids if record_id in found]


def _conversations(session: Session, asked: _Asked, ids: Sequence[uuid.UUID]) -> list[Hit]:
    rows = session.execute(
        select(Conversation, ConversationType, Person.name, Person.call_name)
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .join(Trajectory, Trajectory.id == Conversation.trajectory_id)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Conversation.id.in_(ids))
    )
    kept_from = set(session.scalars(without_notes()))
    found: dict[uuid.UUID, Hit] = {}
    for talk, kind, name, call_name in rows:
        summary = talk.summary
        if talk.trajectory_id in kept_from and stays_with_mentor(talk.hat):
            summary = ""
            if not all_begin(asked.words, talk.place, name, call_name):
                continue
        found[talk.id] = Hit(
            kind=HitKind.CONVERSATION,
            trajectory_id=talk.trajectory_id,
            student=name,
            call_name=call_name,
            day=talk.starts_at.date(),
            snippet=_best_snippet(asked.words, summary, talk.place),
            title=_type_name(kind),
            conversation_id=talk.id,
        )
    return _in_order(found, ids)


def _notes(session: Session, asked: _Asked, ids: Sequence[uuid.UUID]) -> list[Hit]:
    rows = session.execute(
        select(AgendaItem, Conversation, ConversationType, Person.name, Person.call_name)
        .join(Conversation, Conversation.id == AgendaItem.conversation_id)
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .join(Trajectory, Trajectory.id == Conversation.trajectory_id)
        .join(Person, Person.id == Trajectory.student_id)
        # What is said about wellbeing is for that conversation only (Y12).
        .where(AgendaItem.id.in_(ids), AgendaItem.wellbeing.is_(False))
    )
    kept_from = set(session.scalars(without_notes()))
    found: dict[uuid.UUID, Hit] = {}
    for item, talk, kind, name, call_name in rows:
        if talk.trajectory_id in kept_from and stays_with_mentor(talk.hat):
            continue
        found[item.id] = Hit(
            kind=HitKind.NOTE,
            trajectory_id=talk.trajectory_id,
            student=name,
            call_name=call_name,
            day=talk.starts_at.date(),
            snippet=snippet_of(item.note, asked.words),
            title={} if kind.discreet else item.title,
            in_conversation=_type_name(kind),
            conversation_id=talk.id,
        )
    return _in_order(found, ids)


def _agreements(session: Session, asked: _Asked, ids: Sequence[uuid.UUID]) -> list[Hit]:
    student = Person.__table__.alias("student")
    rows = session.execute(
        select(Agreement, Person.name, student.c.name, student.c.call_name)
        .outerjoin(Person, Person.id == Agreement.person_id)
        .join(Trajectory, Trajectory.id == Agreement.trajectory_id)
        .join(student, student.c.id == Trajectory.student_id)
        .where(Agreement.id.in_(ids))
    )
    found: dict[uuid.UUID, Hit] = {}
    for agreement, owner, name, call_name in rows:
        found[agreement.id] = Hit(
            kind=HitKind.AGREEMENT,
            trajectory_id=agreement.trajectory_id,
            student=name,
            call_name=call_name,
            day=agreement.due_on or local_day(agreement.created_at),
            snippet=snippet_of(agreement.text, asked.words),
            owner=owner or "",
            party=agreement.party,
            conversation_id=agreement.conversation_id,
        )
    return _in_order(found, ids)


def _comments(session: Session, asked: _Asked, ids: Sequence[uuid.UUID]) -> list[Hit]:
    rows = session.execute(
        select(Score, Sheet, Round, Criterion, Person.name, Person.call_name)
        .join(Sheet, Sheet.id == Score.sheet_id)
        .join(Round, Round.id == Sheet.round_id)
        .join(Criterion, Criterion.id == Score.criterion_id)
        .join(Trajectory, Trajectory.id == Round.trajectory_id)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Score.id.in_(ids))
    ).all()
    ready = ready_by_part(session, {row.Round.id for row in rows})
    found: dict[uuid.UUID, Hit] = {}
    for score, sheet, scored, criterion, name, call_name in rows:
        if not is_visible(scored, sheet.perspective, ready=ready.get((scored.id, sheet.strand), set())):
            continue
        found[score.id] = Hit(
            kind=HitKind.COMMENT,
            trajectory_id=scored.trajectory_id,
            student=name,
            call_name=call_name,
            day=scored.held_on,
            snippet=_best_snippet(asked.words, score.comment, score.evidence),
            title=criterion.name,
            code=criterion.code,
            round_id=scored.id,
            round_number=scored.number,
            perspective=sheet.perspective,
            strand=sheet.strand,
        )
    return _in_order(found, ids)


def _report_texts(session: Session, asked: _Asked, ids: Sequence[uuid.UUID]) -> list[Hit]:
    rows = session.execute(
        select(RoundReport, Round, Person.name, Person.call_name)
        .join(Round, Round.id == RoundReport.round_id)
        .join(Trajectory, Trajectory.id == Round.trajectory_id)
        .join(Person, Person.id == Trajectory.student_id)
        .where(RoundReport.id.in_(ids))
    )
    kept_from = set(session.scalars(without_advice()))
    found: dict[uuid.UUID, Hit] = {}
    for report, scored, name, call_name in rows:
        texts = (report.strong, report.grown, report.next_step, report.student_response)
        if scored.trajectory_id not in kept_from:
            texts = (*texts, report.advice)
        elif not all_begin(asked.words, *texts, name, call_name):
            # It is the advice that has the words.
            continue
        found[report.id] = Hit(
            kind=HitKind.REPORT_TEXT,
            trajectory_id=scored.trajectory_id,
            student=name,
            call_name=call_name,
            day=scored.held_on,
            snippet=_best_snippet(asked.words, *texts),
            round_id=scored.id,
            round_number=scored.number,
        )
    return _in_order(found, ids)


_READERS: Mapping[Kind, Callable[[Session, _Asked, Sequence[uuid.UUID]], list[Hit]]] = {
    Kind.CONVERSATION: _conversations,
    Kind.NOTE: _notes,
    Kind.AGREEMENT: _agreements,
    Kind.COMMENT: _comments,
    Kind.REPORT: _report_texts,
}


def _type_name(kind: ConversationType) -> Words:
    """A discreet conversation is called by its short name, which says no more than that there was a talk."""
    return kind.short_name if kind.discreet else kind.name


def _best_snippet(words: Sequence[QueryWord], *texts: str) -> Snippet:
    """A stretch of the text that has most of the words; of the first that is not empty when none has any."""
    snippets = [snippet_of(text, words) for text in texts if text.strip()]
    return max(snippets, key=lambda snippet: len(snippet.marks), default=Snippet(""))
