"""Whether undo, redo and the bin give back exactly what was, and refuse what they cannot."""

import random
import tempfile
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock, Pristine
from tests.services.test_removal import add_everything
from tests.statements import counted_statements
from wpl_desktop.domain.base import Notice
from wpl_desktop.domain.conversations import AgendaItem, Agreement, AgreementState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import NOT_OBSERVED, Perspective, RoundKind, level_mark
from wpl_desktop.domain.history import Step, StepKind
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts, ScoreValues
from wpl_desktop.services.sheets import SheetView
from wpl_desktop.storage.journal import journal_table
from wpl_desktop.storage.undo import entities

_MOVING = frozenset({"version", "updated_at"})
Tables = dict[str, dict[uuid.UUID, dict[str, Any]]]


def tables(services: Services) -> Tables:
    """All that is kept, but for what counts changes."""
    with services.database.reading() as session:
        return {
            name: {
                row["id"]: {column: value for column, value in row.items() if column not in _MOVING}
                for row in session.execute(select(kind.__table__)).mappings()
            }
            for name, kind in entities().items()
        }


def steps(services: Services) -> list[str]:
    """The steps of the journal in their order, each once."""
    with services.database.reading() as session:
        table = journal_table.c
        rows = session.execute(select(table.transaction_id, table.step).order_by(table.sequence))
        return list({row.transaction_id: row.step for row in rows}.values())


def own_sheet(services: Services, round_id: uuid.UUID) -> SheetView:
    """The sheet of the workplace on the student's part."""
    return services.evaluations.sheet(round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART)


def score(services: Services, round_id: uuid.UUID, *, code: str = "C2", **values: Any) -> None:
    """One row of the own sheet."""
    criterion = next(found for found in own_sheet(services, round_id).criteria if found.code == code)
    services.evaluations.save_score(
        round_id,
        replace(ScoreValues(mark=level_mark(3)), **values),
        perspective=Perspective.WORKPLACE,
        strand=Strand.STUDENT_PART,
        criterion_id=criterion.id,
    )


def refusal_of(action: Callable[[], object]) -> str:
    """The code with which an action is refused."""
    with pytest.raises(DomainError) as refusal:
        action()
    return refusal.value.code


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services, name="Yasmine El Idrissi")


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    return factory.add_round(services, trajectory_id)


class TestUndo:
    """Taking back the last action."""

    def test_takes_back_in_turn_and_says_what(self, services: Services, round_id: uuid.UUID) -> None:
        before = tables(services)
        score(services, round_id)
        scored = tables(services)
        score(services, round_id, code="C3", comment="Helder.")
        assert services.history.undo() == Step(kind=StepKind.SCORE, student="Yasmine", criterion="C3")
        assert tables(services) == scored
        assert services.history.undo() == Step(kind=StepKind.SCORE, student="Yasmine", criterion="C2")
        assert tables(services) == before
        assert services.history.undo() == Step(kind=StepKind.ROUND, student="Yasmine")
        assert services.history.undo() == Step(kind=StepKind.STUDENT, student="Yasmine")
        assert services.history.undo() is None
        assert services.student_list.names() == []

    def test_of_nothing(self, services: Services) -> None:
        before = tables(services)
        assert (services.history.undo(), services.history.redo()) == (None, None)
        assert tables(services) == before

    def test_reaches_back_one_day(self, services: Services, round_id: uuid.UUID, clock: FixedClock) -> None:
        score(services, round_id)
        clock.pass_time(hours=24, seconds=1)
        assert services.history.undo() is None
        score(services, round_id, mark=NOT_OBSERVED)
        clock.pass_time(hours=23)
        assert services.history.undo() == Step(kind=StepKind.SCORE, student="Yasmine", criterion="C2")
        assert services.history.undo() is None

    def test_takes_a_typed_sentence_back_at_once(
        self, services: Services, round_id: uuid.UUID, clock: FixedClock
    ) -> None:
        score(services, round_id)
        before = tables(services)
        for text in ("He", "Hel", "Helder."):
            clock.pass_time(seconds=2)
            score(services, round_id, comment=text)
        services.history.undo()
        assert tables(services) == before
        services.history.redo()
        scores = own_sheet(services, round_id).scores.values()
        assert "Helder." in {view.comment for view in scores}

    def test_is_itself_kept_and_told(self, services: Services, trajectory_id: uuid.UUID) -> None:
        notices: list[Notice] = []
        services.subscribe(notices.append)
        services.history.undo()
        services.history.redo()
        assert steps(services)[-3:] == ["edit", "undo", "redo"]
        assert [notice.origin for notice in notices] == [None, None]
        assert all("Trajectory" in notice.entities for notice in notices)

    def test_does_not_touch_what_is_fixed(self, services: Services, round_id: uuid.UUID) -> None:
        values = services.profile.values()
        services.profile.change(replace(values, owner_name="Griet V."))
        assert services.history.undo() == Step(kind=StepKind.ROUND, student="Yasmine")
        assert services.profile.values().owner_name == "Griet V."

    def test_of_a_round_that_is_final_is_refused(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        factory.score_all(services, round_id)
        factory.finalise(services, round_id)
        before = tables(services)
        assert refusal_of(services.history.undo) == "round_final"
        assert tables(services) == before

    def test_of_what_was_changed_by_what_is_fixed_is_refused(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        with services.database.transaction() as session:
            session.get_one(Trajectory, trajectory_id).class_names = "L5"
        with services.database.transaction(undoable=False) as session:
            session.get_one(Trajectory, trajectory_id).class_names = "L6"
        assert refusal_of(services.history.undo) == "changed_meanwhile"
        assert services.trajectories.detail(trajectory_id).values.class_names == "L6"

    def test_says_what_kind_of_action_it_was(self, services: Services, trajectory_id: uuid.UUID) -> None:
        row = factory.add_conversation(services, trajectory_id)
        assert services.history.undo() == Step(kind=StepKind.CONVERSATION, student="Yasmine")
        services.history.redo()
        round_id = factory.add_round(services, trajectory_id, conversation_id=row.id)
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="Sterk."))
        assert services.history.undo() == Step(kind=StepKind.REPORT_TEXTS, student="Yasmine")
        services.evaluations.mark_ready(
            round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
        )
        assert services.history.undo() == Step(kind=StepKind.SHEET, student="Yasmine")
        services.removal.delete_conversation(row)
        assert services.history.undo() == Step(kind=StepKind.CONVERSATION, student="Yasmine")
        services.removal.delete_student(trajectory_id)
        assert services.history.undo() == Step(kind=StepKind.STUDENT, student="Yasmine")

    def test_of_several_students_names_none(self, services: Services, trajectory_id: uuid.UUID) -> None:
        other = factory.add_student(services)
        with services.database.transaction() as session:
            for found in (trajectory_id, other):
                session.get_one(Trajectory, found).class_names = "L5"
        assert services.history.undo() == Step(kind=StepKind.STUDENT)


class TestRedo:
    """Doing again what was taken back."""

    def test_brings_back_in_turn(self, services: Services, round_id: uuid.UUID) -> None:
        score(services, round_id)
        score(services, round_id, code="C3")
        done = tables(services)
        services.history.undo()
        services.history.undo()
        assert services.history.redo() == Step(kind=StepKind.SCORE, student="Yasmine", criterion="C2")
        assert services.history.redo() == Step(kind=StepKind.SCORE, student="Yasmine", criterion="C3")
        assert tables(services) == done
        assert services.history.redo() is None

    def test_can_be_undone_again(self, services: Services, round_id: uuid.UUID) -> None:
        before = tables(services)
        score(services, round_id)
        for _ in range(3):
            services.history.undo()
            assert tables(services) == before
            services.history.redo()
        assert services.history.undo() == Step(kind=StepKind.SCORE, student="Yasmine", criterion="C2")
        assert tables(services) == before

    def test_is_over_with_a_new_edit(self, services: Services, round_id: uuid.UUID) -> None:
        score(services, round_id)
        services.history.undo()
        score(services, round_id, code="C4")
        assert services.history.redo() is None


class Year:
    """A profile in which anything may be done; `dice` decides with what."""

    def __init__(self, services: Services, clock: FixedClock, *, dice: random.Random) -> None:
        self.services = services
        self.clock = clock
        self.dice = dice

    def do(self, name: str) -> None:
        """One action, or none where it cannot be done; each well after the one before."""
        self.clock.pass_time(seconds=30)
        with suppress(DomainError):
            getattr(self, name)()

    def students(self) -> Sequence[Any]:
        return self.services.student_list.names()

    def one(self) -> uuid.UUID:
        """Somebody's trajectory."""
        students = self.students()
        return self.dice.choice(students).trajectory_id if students else factory.add_student(self.services)

    def add_student(self) -> None:
        factory.add_student(self.services, name=f"Leerling {self.dice.randrange(1000)}")

    def change_student(self) -> None:
        detail = self.services.trajectories.detail(self.one())
        changed = replace(detail.values, class_names=f"L{self.dice.randrange(6)}", people=())
        self.services.trajectories.change_student(detail, changed)

    def delete_student(self) -> None:
        self.services.removal.delete_student(self.one())

    def plan(self) -> None:
        factory.add_conversation(self.services, self.one())

    def move(self) -> None:
        trajectory_id = self.one()
        row = self.dice.choice(self.services.conversations.of_student(trajectory_id) or [None])
        if row is not None:
            kind = self.dice.choice(self.services.conversations.types())
            plan = factory.PlanValues(
                trajectory_id=trajectory_id, type_id=kind.id, starts_at=row.starts_at, minutes=kind.minutes
            )
            self.services.conversations.move(row, plan)

    def hold(self) -> None:
        for row in self.services.conversations.of_student(self.one())[:1]:
            agreed = [AgreementValues(party=Party.STUDENT, text="Lesvoorbereiding op tijd")]
            self.services.conversations.hold(row, summary="Goed.", agreements=agreed)

    def settle(self) -> None:
        for row in self.services.conversations.agreements_of(self.one())[:1]:
            self.services.conversations.settle(row, AgreementState.DONE)

    def delete_conversation(self) -> None:
        for row in self.services.conversations.of_student(self.one())[:1]:
            self.services.removal.delete_conversation(row)

    def delete_agreement(self) -> None:
        for row in self.services.conversations.agreements_of(self.one())[:1]:
            self.services.removal.delete_agreement(row)

    def open_round(self) -> None:
        trajectory_id = self.one()
        number = len(self.services.rounds.of_student(trajectory_id)) + 1
        factory.add_round(self.services, trajectory_id, number=number, kind=RoundKind.MIDTERM)

    def score(self) -> None:
        for found in self.services.rounds.of_student(self.one())[:1]:
            mark = level_mark(self.dice.randint(1, 4))
            score(self.services, found.id, code=f"C{self.dice.randint(1, 9)}", mark=mark)

    def ready(self) -> None:
        for found in self.services.rounds.of_student(self.one())[:1]:
            self.services.evaluations.mark_ready(
                found.id,
                perspective=self.dice.choice(list(Perspective)),
                strand=Strand.STUDENT_PART,
                ready=self.dice.random() < 0.5,
            )

    def delete_round(self) -> None:
        for found in self.services.rounds.of_student(self.one())[:1]:
            self.services.removal.delete_round(found.id)


EDITS = (
    "add_student", "change_student", "delete_student", "plan", "move", "hold", "settle",
    "delete_conversation", "delete_agreement", "open_round", "score", "ready", "delete_round",
)  # fmt: skip


@settings(max_examples=6)
@given(
    actions=some.lists(
        some.one_of(some.sampled_from(EDITS), some.sampled_from(("undo", "redo"))), min_size=4, max_size=24
    ),
    seed=some.integers(0, 999),
)
def test_any_edits_undone_and_redone_leave_what_the_others_made(
    pristine: Pristine, actions: list[str], seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock()
        services = pristine.open_in(Path(folder), clock=clock)
        try:
            check_line(services, Year(services, clock, dice=random.Random(seed)), actions)
        finally:
            services.close()


def check_line(services: Services, year: Year, actions: list[str]) -> None:
    """Do the actions, and keep beside them what the tables should be after each undo and redo."""
    past: list[Tables] = []
    future: list[Tables] = []
    now = tables(services)
    for name in ("add_student", "open_round", "plan", *actions):
        if name in {"undo", "redo"}:
            source, target = (past, future) if name == "undo" else (future, past)
            year.clock.pass_time(seconds=30)
            done = services.history.undo() if name == "undo" else services.history.redo()
            assert (done is None) == (not source)
            if source:
                target.append(now)
                now = source.pop()
            assert tables(services) == now
        else:
            written = len(steps(services))
            year.do(name)
            # An action may be two: a student is added where there is none yet.
            made = len(steps(services)) - written
            if made == 1:
                past.append(now)
                future.clear()
                now = tables(services)
            elif made:
                past.clear()
                return


class TestBin:
    """What was deleted and can be put back."""

    def test_lists_what_was_deleted_newest_first(
        self, services: Services, round_id: uuid.UUID, trajectory_id: uuid.UUID, clock: FixedClock
    ) -> None:
        row = factory.add_conversation(services, trajectory_id, starts_at=clock.local() + timedelta(days=4))
        services.removal.delete_conversation(row)
        clock.pass_time(days=3)
        services.removal.delete_round(round_id)
        clock.pass_time(hours=1)
        first, second = services.history.bin()
        assert (first.kind, first.number, first.round_kind, first.day) == (
            StepKind.ROUND, 1, RoundKind.MIDTERM, date(2026, 1, 22),
        )  # fmt: skip
        assert (first.student, first.days_left) == ("Yasmine", 30)
        assert (second.kind, second.student, second.days_left) == (StepKind.CONVERSATION, "Yasmine", 27)
        assert second.name == row.name
        assert second.day == date(2026, 1, 26)

    def test_a_student_is_one_line(self, services: Services) -> None:
        add_everything(services, name="Yasmine El Idrissi")
        services.removal.delete_student(services.student_list.names()[0].trajectory_id)
        (item,) = services.history.bin()
        assert (item.kind, item.text, item.student) == (StepKind.STUDENT, "Yasmine El Idrissi", "Yasmine")

    def test_many_lines_ask_no_more_than_one(self, services: Services) -> None:
        def delete_talk_of(name: str) -> None:
            trajectory_id = factory.add_student(services, name=name)
            services.removal.delete_conversation(factory.add_conversation(services, trajectory_id))

        delete_talk_of("Noor Peeters")
        with counted_statements(services) as one:
            services.history.bin()
        for name in ("Milan Claes", "Aya Jacobs", "Wout Maes"):
            delete_talk_of(name)
        with counted_statements(services) as four:
            assert [item.student for item in services.history.bin()] == ["Wout", "Aya", "Milan", "Noor"]
        assert len(four) == len(one)

    def test_holds_thirty_days(self, services: Services, round_id: uuid.UUID, clock: FixedClock) -> None:
        services.removal.delete_round(round_id)
        clock.pass_time(days=29, hours=23)
        assert [item.days_left for item in services.history.bin()] == [1]
        clock.pass_time(hours=2)
        assert services.history.bin() == []

    def test_does_not_hold_what_an_undo_took_away(self, services: Services, round_id: uuid.UUID) -> None:
        services.history.undo()
        assert services.rounds.of_student(services.student_list.names()[0].trajectory_id) == []
        assert services.history.bin() == []

    def test_gives_back_everything_of_a_student(self, services: Services, clock: FixedClock) -> None:
        trajectory_id = add_everything(services)
        before = tables(services)
        clock.pass_time(days=1)
        services.removal.delete_student(trajectory_id)
        clock.pass_time(days=20)
        services.history.restore(services.history.bin()[0].transaction_id)
        assert tables(services) == before
        assert services.history.bin() == []

    def test_gives_back_also_after_other_edits(self, services: Services) -> None:
        trajectory_id = add_everything(services)
        row = next(r for r in services.conversations.of_student(trajectory_id) if r.summary)
        services.removal.delete_conversation(row)
        first, second = services.conversations.agreements_of(trajectory_id)
        services.removal.delete_agreement(first)
        with services.database.transaction() as session:
            session.get_one(Agreement, second.id).text = "Anders verwoord"
        item = services.history.bin()[1]
        services.history.restore(item.transaction_id)
        assert [r.id for r in services.conversations.of_student(trajectory_id) if r.summary] == [row.id]
        (agreement,) = services.conversations.agreements_of(trajectory_id)
        assert (agreement.text, agreement.conversation_id) == ("Anders verwoord", row.id)
        assert [line.kind for line in services.history.bin()] == [StepKind.AGREEMENT]

    def test_what_was_put_back_is_no_step_to_undo_any_more(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        services.removal.delete_round(round_id)
        services.history.restore(services.history.bin()[0].transaction_id)
        assert services.history.undo() == Step(kind=StepKind.ROUND, student="Yasmine")
        assert services.rounds.of_student(trajectory_id) == []

    def test_what_was_put_back_and_deleted_again_is_there_once(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        for _ in range(2):
            services.removal.delete_round(round_id)
            (item,) = services.history.bin()
            services.history.restore(item.transaction_id)
        assert services.history.bin() == []

    def test_what_was_deleted_again_by_redo_is_there(self, services: Services, round_id: uuid.UUID) -> None:
        services.removal.delete_round(round_id)
        services.history.undo()
        assert services.history.bin() == []
        services.history.redo()
        (item,) = services.history.bin()
        services.history.restore(item.transaction_id)
        assert services.evaluations.report_texts(round_id) == ReportTexts()

    def test_refuses_what_belongs_to_something_deleted(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        services.removal.delete_round(round_id)
        services.removal.delete_student(trajectory_id)
        student, deleted = services.history.bin()
        assert deleted.student == "Yasmine"
        before = tables(services)
        assert refusal_of(lambda: services.history.restore(deleted.transaction_id)) == "reference_gone"
        assert tables(services) == before
        services.history.restore(student.transaction_id)
        services.history.restore(deleted.transaction_id)
        assert [found.id for found in services.rounds.of_student(trajectory_id)] == [round_id]

    def test_refuses_what_something_new_stands_in_for(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        services.removal.delete_round(round_id)
        factory.add_round(services, trajectory_id)
        (item,) = services.history.bin()
        assert refusal_of(lambda: services.history.restore(item.transaction_id)) == "place_taken"

    def test_refuses_what_it_does_not_hold(self, services: Services, round_id: uuid.UUID) -> None:
        services.removal.delete_round(round_id)
        (item,) = services.history.bin()
        services.history.undo()
        assert refusal_of(lambda: services.history.restore(item.transaction_id)) == "not_found"
        assert refusal_of(lambda: services.history.remove(uuid.uuid4())) == "not_found"


def everything_kept(services: Services) -> str:
    """The plain content of every table, in small letters."""
    with services.database.reading() as session:
        connection = session.connection()
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        return "\n".join(
            str(tuple(row)).casefold()
            for name in names.all()
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')
        )


class TestForGood:
    """What is removed for good leaves its content nowhere (trap 13)."""

    @pytest.fixture
    def kept(self, services: Services) -> uuid.UUID:
        """Somebody who stays."""
        return factory.add_student(services, name="Mehmet Kaplan")

    @pytest.fixture
    def deleted(self, services: Services, kept: uuid.UUID, clock: FixedClock) -> uuid.UUID:
        """The action that deleted Yasmine, with all that there was of her."""
        trajectory_id = add_everything(services, name="Yasmine El Idrissi")
        detail = services.trajectories.detail(trajectory_id)
        services.trajectories.change_student(detail, replace(detail.values, name="Yasmine Idrissi"))
        clock.pass_time(days=1)
        services.removal.delete_student(trajectory_id)
        return services.history.bin()[0].transaction_id

    def assert_gone(self, services: Services) -> None:
        content = everything_kept(services)
        for word in ("Yasmine", "Idrissi", "Een notitie", "Afspraak 1", "Een zin", "Sterk."):
            assert word.casefold() not in content, word
        assert "mehmet" in content
        with services.database.reading() as session:
            actions = session.scalars(select(journal_table.c.action)).all()
        # That something was changed, and what was done, stays.
        assert actions.count("delete") > 10

    def test_one_line(self, services: Services, deleted: uuid.UUID) -> None:
        assert "yasmine" in everything_kept(services)
        services.history.remove(deleted)
        self.assert_gone(services)
        assert services.history.bin() == []

    def test_the_whole_bin(self, services: Services, deleted: uuid.UUID) -> None:
        services.history.empty_bin()
        self.assert_gone(services)

    def test_what_was_taken_from_it_before_goes_along(
        self, services: Services, kept: uuid.UUID, clock: FixedClock
    ) -> None:
        """A note that another kind of talk had no line for, a talk and a round that were deleted on their own."""
        trajectory_id = add_everything(services, name="Yasmine El Idrissi")
        talk = services.conversations.of_student(trajectory_id)[0]
        item = services.talks.view(talk.id).items[0]
        services.talks.save_note(item.id, "Niet voor andere ogen", version=item.version)
        with services.database.transaction() as session:
            session.delete(session.get_one(AgendaItem, item.id))
        for other in services.conversations.of_student(trajectory_id):
            services.removal.delete_conversation(other)
        services.removal.delete_round(services.rounds.of_student(trajectory_id)[0].id)
        services.removal.delete_student(trajectory_id)
        student = services.history.bin()[0]
        assert student.kind is StepKind.STUDENT
        services.history.remove(student.transaction_id)
        self.assert_gone(services)
        assert "andere ogen" not in everything_kept(services)
        assert services.history.bin() == []

    def test_after_thirty_days_by_itself(
        self, services: Services, deleted: uuid.UUID, clock: FixedClock
    ) -> None:
        clock.pass_time(days=29)
        services.history.purge_old()
        assert "yasmine" in everything_kept(services)
        clock.pass_time(days=2)
        services.history.purge_old()
        self.assert_gone(services)

    def test_when_the_profile_is_opened(
        self, services: Services, deleted: uuid.UUID, clock: FixedClock, pristine: Pristine, data_dir: Path
    ) -> None:
        services.close()
        clock.pass_time(days=31)
        again = pristine.open_in(data_dir, clock=clock)
        try:
            self.assert_gone(again)
        finally:
            again.close()

    def test_leaves_what_was_put_back(
        self, services: Services, deleted: uuid.UUID, clock: FixedClock
    ) -> None:
        services.history.restore(deleted)
        clock.pass_time(days=40)
        services.history.purge_old()
        services.history.empty_bin()
        with services.database.reading() as session:
            texts = str(session.scalars(select(journal_table.c.before)).all())
        assert "Yasmine Idrissi" in texts

    def test_leaves_what_was_deleted_again_a_moment_ago(
        self, services: Services, deleted: uuid.UUID, clock: FixedClock
    ) -> None:
        clock.pass_time(days=20)
        services.history.restore(deleted)
        services.removal.delete_student(
            next(row.trajectory_id for row in services.student_list.names() if row.name.startswith("Yas"))
        )
        clock.pass_time(days=20)
        services.history.purge_old()
        assert [item.text for item in services.history.bin()] == ["Yasmine Idrissi"]

    def test_is_not_undone(self, services: Services, kept: uuid.UUID) -> None:
        trajectory_id = factory.add_student(services, name="Yasmine El Idrissi")
        services.removal.delete_student(trajectory_id)
        services.history.empty_bin()
        # Neither the deletion nor what was done before to what is gone; the step before that is next.
        assert services.history.undo() == Step(kind=StepKind.STUDENT, student="Mehmet")
