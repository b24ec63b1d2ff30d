"""The rounds of a student: opening one, changing it before it is final, and putting the views side by side."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import Conversation, ConversationState, Hat
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import (
    ROUND_OPENS_BEFORE,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    check_focus,
    check_reveal,
    default_round_kind,
    has_begun,
    not_ready,
    says_something,
    taking_part,
)
from wpl_desktop.domain.people import Person, list_order
from wpl_desktop.domain.trajectories import Period, Trajectory, check_inside_trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE
from wpl_desktop.services.sheets import criteria_of, ready_perspectives, round_row
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database

_FEWEST_PERSPECTIVES = 2


@dataclass(frozen=True, kw_only=True)
class RoundValues:
    """What the dialog *Open a round* gives. Empty `focus` means all criteria (R12).

    `ready_by` None: three working days before `held_on`. The workplace, whose profile this is, always takes part.
    """

    number: int
    kind: RoundKind
    held_on: date
    focus: tuple[str, ...] = ()
    with_institute: bool = True
    conversation_id: uuid.UUID | None = None
    ready_by: date | None = None
    with_student: bool = True


@dataclass(frozen=True, kw_only=True)
class RoundRow:
    """One round of a student: who takes part and how far each strand of each perspective is."""

    id: uuid.UUID
    number: int
    kind: RoundKind
    held_on: date
    perspectives: tuple[Perspective, ...]
    focus: tuple[str, ...]
    ready: frozenset[tuple[Perspective, Strand]]
    final: bool


@dataclass(frozen=True, kw_only=True)
class RoundSubject:
    """Whose round it is or will be, and the number that comes next.

    `has_institute` is False where two perspectives are all there are (2.3).
    """

    trajectory_id: uuid.UUID
    name: str
    has_institute: bool
    next_number: int


class Rounds:
    """Reads and changes rounds; what is scored in them is the business of `Evaluations`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_student(self, trajectory_id: uuid.UUID) -> list[RoundRow]:
        """A student's rounds, oldest first."""
        with self._database.reading() as session:
            return _round_rows(session, trajectory_id)

    def planned(self, trajectory_id: uuid.UUID) -> list[RoundRow]:
        """A student's rounds that have not begun: nobody is waited for yet, but they may be filled in."""
        today = self._database.clock.local().date()
        return [
            row
            for row in self.of_student(trajectory_id)
            if not (row.final or row.ready or has_begun(row.held_on, today=today))
        ]

    def subjects(self, trajectory_ids: Sequence[uuid.UUID]) -> list[RoundSubject]:
        """Whose trajectories these are, in the order of the names. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            last = _last_numbers(session, trajectory_ids)
            return [
                RoundSubject(
                    trajectory_id=trajectory.id,
                    name=name,
                    has_institute=trajectory.institute_id is not None,
                    next_number=last.get(trajectory.id, 0) + 1,
                )
                for trajectory, name in _named(session, trajectory_ids)
            ]

    def new_values(self, trajectory_id: uuid.UUID) -> RoundValues:
        """What the dialog starts with: the next number and its usual kind, the institute if there is one.

        The next planned talk in which they evaluate together, and that has no round yet, gives the day; without
        one it is in two weeks, so that everybody has the time a round opens before its talk (section 4, a).
        """
        now = self._database.clock.local()
        with self._database.reading() as session:
            trajectory, _ = trajectory_rows(session, trajectory_id)
            number = _last_numbers(session, [trajectory_id]).get(trajectory_id, 0) + 1
            talk = _next_talk(session, trajectory_id, now=now)
            return RoundValues(
                number=number,
                kind=default_round_kind(number),
                held_on=_in_two_weeks(trajectory, now.date()) if talk is None else talk.starts_at.date(),
                with_institute=trajectory.institute_id is not None,
                conversation_id=None if talk is None else talk.id,
            )

    def values(self, round_id: uuid.UUID) -> RoundValues:
        """What the dialog shows of a round that is there. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            found = round_row(session, round_id)
            part = taking_part(found.perspectives)
            return RoundValues(
                number=found.number,
                kind=found.kind,
                held_on=found.held_on,
                focus=tuple(found.focus),
                with_institute=Perspective.INSTITUTE in part,
                conversation_id=found.conversation_id,
                ready_by=found.ready_by,
                with_student=Perspective.STUDENT in part,
            )

    def trajectory_of(self, round_id: uuid.UUID) -> uuid.UUID:
        """Whose round it is. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return round_row(session, round_id).trajectory_id

    def criteria_names(self, trajectory_id: uuid.UUID) -> list[tuple[str, Words]]:
        """Codes and names of the criteria of a trajectory's set, in their order."""
        with self._database.reading() as session:
            trajectory, _ = trajectory_rows(session, trajectory_id)
            return [(criterion.code, criterion.name) for criterion in criteria_of(session, trajectory)]

    def common_criteria(self, trajectory_ids: Sequence[uuid.UUID]) -> list[tuple[str, Words]]:
        """Codes and names of the criteria that all these trajectories have, as the first one's set words them."""
        with self._database.reading() as session:
            sets = list(
                session.scalars(
                    select(Trajectory.criteria_set_id).where(Trajectory.id.in_(trajectory_ids)).distinct()
                )
            )
            rows = session.execute(
                select(Criterion.criteria_set_id, Criterion.code, Criterion.name)
                .where(Criterion.criteria_set_id.in_(sets))
                .order_by(Criterion.position)
            ).all()
        codes = [{row.code for row in rows if row.criteria_set_id == one} for one in sets]
        return [
            (row.code, row.name)
            for row in rows
            if row.criteria_set_id == sets[0] and all(row.code in known for known in codes)
        ]

    def open(self, trajectory_id: uuid.UUID, values: RoundValues, *, origin: object = None) -> uuid.UUID:
        """Open a round; gives its id.

        Raises `DomainError`: `round_exists`, `outside_trajectory`, `ready_after_talk`, `too_few_perspectives`, and
        those of the focus (R12).
        """
        with self._database.transaction(origin=origin) as session:
            trajectory, _ = trajectory_rows(session, trajectory_id)
            return _open(session, trajectory, values)

    def open_many(
        self, trajectory_ids: Sequence[uuid.UUID], values: RoundValues, *, origin: object = None
    ) -> list[uuid.UUID]:
        """Open a round with the same values for each student, all or none; gives their ids in the same order.

        Each gets the number that comes next; nobody's conversation is linked. Raises `DomainError` as `open`, with
        `outside_trajectories` and the names of those whose trajectory does not contain the day.
        """
        with self._database.transaction(origin=origin) as session:
            named = _named(session, trajectory_ids)
            outside = [
                name
                for trajectory, name in named
                if values.held_on not in Period(starts_on=trajectory.starts_on, ends_on=trajectory.ends_on)
            ]
            if outside:
                raise refused("outside_trajectories", field="held_on", names=", ".join(outside))
            found = {trajectory.id: trajectory for trajectory, _ in named}
            last = _last_numbers(session, trajectory_ids)
            return [
                _open(
                    session,
                    found[key],
                    replace(values, number=last.get(key, 0) + 1, conversation_id=None),
                )
                for key in dict.fromkeys(trajectory_ids)
            ]

    def change(self, round_id: uuid.UUID, values: RoundValues, *, origin: object = None) -> None:
        """Change what a round is, as long as it is not final; scores outside a new focus stay kept.

        Raises `DomainError` as `open`, `round_final`, and `perspective_has_said` for one that filled in something
        and can no longer be left out.
        """
        with self._database.transaction(origin=origin) as session:
            found = round_row(session, round_id)
            if found.finalised_at is not None:
                raise refused("round_final")
            trajectory, _ = trajectory_rows(session, found.trajectory_id)
            if values.number != found.number:
                _check_number(session, trajectory.id, values.number)
            before = taking_part(found.perspectives)
            part = _checked(trajectory, values, before=before)
            _take_out(session, round_id, [one for one in before if one not in part])
            _add_sheets(session, round_id, [one for one in part if one not in before])
            found.number, found.kind = values.number, values.kind
            found.held_on, found.ready_by = values.held_on, values.ready_by
            found.focus = _focus(session, trajectory, values)
            found.perspectives = [one.value for one in part]
            found.conversation_id = values.conversation_id

    def reveal(self, round_id: uuid.UUID, *, reason: str = "", origin: object = None) -> None:
        """Put the views of a round side by side: one act, once, that is never undone (R5).

        Before all are ready it takes a `reason`, which is kept and printed. Raises `DomainError`: `own_not_ready`,
        or `not_all_ready` with who is missing.
        """
        with self._database.transaction(origin=origin, undoable=False) as session:
            found = round_row(session, round_id)
            # A round that an older program made final is open to all without it, and stays what its paper says.
            if found.revealed_at is not None or found.finalised_at is not None:
                return
            ready = ready_perspectives(session, round_id)
            part = taking_part(found.perspectives)
            check_reveal(own=OWN_PERSPECTIVE, taking_part=part, ready=ready, reason=reason)
            late = not_ready(part, ready=ready)
            found.late = [one.value for one in late]
            found.reveal_reason = reason.strip() if late else ""
            found.revealed_at = self._database.clock.now()


def _in_two_weeks(trajectory: Trajectory, today: date) -> date:
    """A working day two weeks from today, within the trajectory where that is still possible."""
    day = today + ROUND_OPENS_BEFORE
    day -= timedelta(days=max(0, day.isoweekday() - 5))
    return max(today, min(day, trajectory.ends_on))


def _open(session: Session, trajectory: Trajectory, values: RoundValues) -> uuid.UUID:
    _check_number(session, trajectory.id, values.number)
    part = _checked(trajectory, values)
    opened = Round(
        trajectory_id=trajectory.id,
        number=values.number,
        kind=values.kind,
        held_on=values.held_on,
        ready_by=values.ready_by,
        focus=_focus(session, trajectory, values),
        perspectives=[one.value for one in part],
        conversation_id=values.conversation_id,
    )
    session.add(opened)
    session.flush()
    _add_sheets(session, opened.id, part)
    return opened.id


def _check_number(session: Session, trajectory_id: uuid.UUID, number: int) -> None:
    if session.scalar(select(exists().where(Round.trajectory_id == trajectory_id, Round.number == number))):
        raise refused("round_exists", field="number", number=number)


def _checked(
    trajectory: Trajectory, values: RoundValues, *, before: Collection[Perspective] = ()
) -> tuple[Perspective, ...]:
    """Who takes part, once the days and they are as they should be.

    An institute that took part `before` stays, also where the trajectory has none any more.
    """
    has_institute = trajectory.institute_id is not None or Perspective.INSTITUTE in before
    check_inside_trajectory(values.held_on, trajectory, field="held_on")
    if values.ready_by is not None and values.ready_by > values.held_on:
        raise refused("ready_after_talk", field="ready_by")
    wanted = {
        Perspective.STUDENT: values.with_student,
        Perspective.WORKPLACE: True,
        Perspective.INSTITUTE: values.with_institute and has_institute,
    }
    part = tuple(one for one in Perspective if wanted[one])
    if len(part) < _FEWEST_PERSPECTIVES:
        raise refused("too_few_perspectives", field="with_institute")
    return part


def _focus(session: Session, trajectory: Trajectory, values: RoundValues) -> list[str]:
    codes = [criterion.code for criterion in criteria_of(session, trajectory)]
    return check_focus(list(values.focus), known=codes, kind=values.kind)


def _add_sheets(session: Session, round_id: uuid.UUID, perspectives: Iterable[Perspective]) -> None:
    for perspective in perspectives:
        session.add_all(Sheet(round_id=round_id, perspective=perspective, strand=strand) for strand in Strand)


def _take_out(session: Session, round_id: uuid.UUID, perspectives: Collection[Perspective]) -> None:
    """Take away the sheets of those who leave, unless one of them said something or is ready."""
    if not perspectives:
        return
    sheets = list(
        session.scalars(select(Sheet).where(Sheet.round_id == round_id, Sheet.perspective.in_(perspectives)))
    )
    scores = list(session.scalars(select(Score).where(Score.sheet_id.in_([sheet.id for sheet in sheets]))))
    strands = {sheet.id: (sheet.strand, sheet.perspective) for sheet in sheets}
    said = {sheet.perspective for sheet in sheets if sheet.ready_at is not None}
    for score in scores:
        strand, perspective = strands[score.sheet_id]
        if says_something(score, strand=strand, perspective=perspective):
            said.add(perspective)
    for perspective in Perspective:
        if perspective in said:
            field = "with_student" if perspective is Perspective.STUDENT else "with_institute"
            raise refused("perspective_has_said", field=field, who=perspective.value)
    for rows in (scores, sheets):
        for row in rows:
            session.delete(row)
        session.flush()


def _named(session: Session, trajectory_ids: Sequence[uuid.UUID]) -> list[tuple[Trajectory, str]]:
    rows = session.execute(
        select(Trajectory, Person.name, Person.sort_name)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Trajectory.id.in_(trajectory_ids))
    ).all()
    if len(rows) < len(set(trajectory_ids)):
        raise refused("not_found")
    return [
        (row[0], row[1]) for row in sorted(rows, key=lambda row: (*list_order(row[2], row[1]), row[0].id))
    ]


def _next_talk(session: Session, trajectory_id: uuid.UUID, *, now: datetime) -> Conversation | None:
    return session.scalars(
        select(Conversation)
        .where(
            Conversation.trajectory_id == trajectory_id,
            Conversation.hat == Hat.EVALUATE,
            Conversation.state == ConversationState.PLANNED,
            Conversation.starts_at >= datetime.combine(now.date(), time()),
            ~exists().where(Round.conversation_id == Conversation.id),
        )
        .order_by(Conversation.starts_at)
        .limit(1)
    ).first()


def _last_numbers(session: Session, trajectory_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    rows = session.execute(
        select(Round.trajectory_id, func.max(Round.number))
        .where(Round.trajectory_id.in_(trajectory_ids))
        .group_by(Round.trajectory_id)
    )
    return {row[0]: row[1] for row in rows}


def _round_rows(session: Session, trajectory_id: uuid.UUID) -> list[RoundRow]:
    ready: dict[uuid.UUID, set[tuple[Perspective, Strand]]] = {}
    for row in session.execute(
        select(Sheet.round_id, Sheet.perspective, Sheet.strand)
        .join(Round, Round.id == Sheet.round_id)
        .where(Round.trajectory_id == trajectory_id, Sheet.ready_at.is_not(None))
    ):
        ready.setdefault(row.round_id, set()).add((row.perspective, row.strand))
    rounds = session.scalars(select(Round).where(Round.trajectory_id == trajectory_id).order_by(Round.number))
    return [
        RoundRow(
            id=found.id,
            number=found.number,
            kind=found.kind,
            held_on=found.held_on,
            perspectives=taking_part(found.perspectives),
            focus=tuple(found.focus),
            ready=frozenset(ready.get(found.id, set())),
            final=found.finalised_at is not None,
        )
        for found in rounds
    ]
