"""Whether every change is written down with before and after, in its own transaction, and told once."""

import uuid
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.base import Change, Notice
from wpl_desktop.domain.criteria import CriteriaSet, Criterion
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import BlockPlacement, Trajectory
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage.journal import ImmutableRecordError, journal_table


@pytest.fixture
def trajectory_id(services: Services) -> Any:
    return factory.add_student(services)


@pytest.fixture
def told(services: Services, trajectory_id: Any) -> list[Notice]:
    """What a listener hears from now on."""
    notices: list[Notice] = []
    services.subscribe(notices.append)
    return notices


def rows(services: Services, entity: str) -> list[Any]:
    with services.database.reading() as session:
        return list(
            session.execute(
                select(journal_table)
                .where(journal_table.c.entity == entity)
                .order_by(journal_table.c.sequence)
            )
        )


def test_an_insert_keeps_what_came(services: Services, trajectory_id: Any, clock: FixedClock) -> None:
    (row,) = rows(services, "Trajectory")
    assert (row.action, row.record_id, row.before, row.at) == ("insert", trajectory_id, None, clock.now())
    assert (row.after["class_names"], row.after["starts_on"]) == ("L2", "2025-08-28")
    assert (row.after["weekdays"], row.after["kind"]) == ([1, 2, 4], "student")
    assert not {"version", "created_at", "updated_at"} & row.after.keys()


def test_an_update_keeps_only_what_changed(services: Services, trajectory_id: Any, clock: FixedClock) -> None:
    clock.pass_time(days=1)
    with services.database.transaction() as session:
        trajectory = session.get_one(Trajectory, trajectory_id)
        trajectory.class_names = "L5"
        trajectory.ends_on = date(2026, 8, 31)
        trajectory.phase = 2
    row = rows(services, "Trajectory")[-1]
    assert row.action == "update"
    assert row.before == {"class_names": "L2", "ends_on": "2026-06-30"}
    assert row.after == {"class_names": "L5", "ends_on": "2026-08-31"}


def test_what_is_only_marked_as_changed_was_what_it_is(services: Services, trajectory_id: Any) -> None:
    with services.database.transaction() as session:
        flag_modified(session.get_one(Trajectory, trajectory_id), "weekdays")
    row = rows(services, "Trajectory")[-1]
    assert row.before == row.after == {"weekdays": [1, 2, 4]}


def test_what_was_made_a_moment_before_was_as_it_was_made(services: Services, trajectory_id: Any) -> None:
    with services.database.transaction() as session:
        person = Person(name="Mehmet", party=Party.WORKPLACE)
        session.add(person)
        session.flush()
        person.call_name = "Memo"
        session.flush()
        person.call_name = "Mo"
    changes = [(row.before, row.after) for row in rows(services, "Person")[-2:]]
    assert changes == [
        ({"call_name": ""}, {"call_name": "Memo"}),
        ({"call_name": "Memo"}, {"call_name": "Mo"}),
    ]


def test_a_delete_keeps_what_went(services: Services, trajectory_id: Any) -> None:
    with services.database.transaction() as session:
        block = BlockPlacement(
            trajectory_id=trajectory_id,
            name="Blokstage 1",
            starts_on=date(2025, 11, 17),
            ends_on=date(2025, 11, 28),
        )
        session.add(block)
    with services.database.transaction() as session:
        session.delete(session.get_one(BlockPlacement, block.id))
    inserted, deleted = rows(services, "BlockPlacement")
    assert (deleted.action, deleted.after) == ("delete", None)
    assert deleted.before == {**inserted.after, "created_at": "2026-01-22T15:30:00+00:00"}


def test_a_step_is_an_edit_unless_it_is_fixed(services: Services, trajectory_id: Any) -> None:
    with services.database.transaction(undoable=False) as session:
        session.get_one(Trajectory, trajectory_id).class_names = "L5"
    assert [(row.step, row.reverts) for row in rows(services, "Trajectory")] == [
        ("edit", None),
        ("fixed", None),
    ]
    assert [row.step for row in rows(services, "Profile")] == ["fixed"]


class TestOneStep:
    """What saves itself while it is typed is one step."""

    def change(self, services: Services, trajectory_id: Any, **values: Any) -> uuid.UUID:
        """Change a trajectory; gives the transaction that the journal keeps it under."""
        with services.database.transaction() as session:
            for name, value in values.items():
                setattr(session.get_one(Trajectory, trajectory_id), name, value)
        return rows(services, "Trajectory")[-1].transaction_id

    def test_the_same_field_within_ten_seconds(
        self, services: Services, trajectory_id: Any, clock: FixedClock
    ) -> None:
        first = self.change(services, trajectory_id, class_names="L")
        clock.pass_time(seconds=9)
        second = self.change(services, trajectory_id, class_names="L5")
        clock.pass_time(seconds=9)
        assert self.change(services, trajectory_id, class_names="L56") == second == first

    def test_not_later(self, services: Services, trajectory_id: Any, clock: FixedClock) -> None:
        first = self.change(services, trajectory_id, class_names="L")
        clock.pass_time(seconds=11)
        assert self.change(services, trajectory_id, class_names="L5") != first

    def test_not_another_field(self, services: Services, trajectory_id: Any) -> None:
        first = self.change(services, trajectory_id, class_names="L")
        assert self.change(services, trajectory_id, programme="Lager") != first
        both = self.change(services, trajectory_id, class_names="M", programme="Kleuter")
        assert self.change(services, trajectory_id, programme="Lager") != both

    def test_not_another_record(self, services: Services, trajectory_id: Any) -> None:
        other = factory.add_student(services, name="Yasmine El Idrissi")
        first = self.change(services, trajectory_id, class_names="L")
        assert self.change(services, other, class_names="L") != first

    def test_not_with_something_between(self, services: Services, trajectory_id: Any) -> None:
        first = self.change(services, trajectory_id, class_names="L")
        factory.add_student(services, name="Yasmine El Idrissi")
        assert self.change(services, trajectory_id, class_names="L5") != first

    def test_not_with_what_came_into_being(self, services: Services) -> None:
        added = factory.add_student(services, name="Yasmine El Idrissi")
        (inserted,) = rows(services, "Trajectory")
        assert self.change(services, added, class_names="L5") != inserted.transaction_id


def test_one_action_has_one_transaction_id(services: Services, trajectory_id: Any) -> None:
    factory.add_student(services, name="Yasmine El Idrissi")
    first, second = rows(services, "Trajectory")
    people = [row for row in rows(services, "Person") if row.transaction_id == first.transaction_id]
    assert first.transaction_id != second.transaction_id
    assert "Łukasz Wójcik" in [row.after["name"] for row in people]


def test_a_change_to_the_same_value_is_none(
    services: Services, trajectory_id: Any, told: list[Notice]
) -> None:
    with services.database.transaction() as session:
        session.get_one(Trajectory, trajectory_id).class_names = "L2"
    assert [row.action for row in rows(services, "Trajectory")] == ["insert"]
    assert told == []


def test_journal_and_change_are_rolled_back_together(
    services: Services, trajectory_id: Any, told: list[Notice]
) -> None:
    def half_an_action() -> None:
        with services.database.transaction() as session:
            session.get_one(Trajectory, trajectory_id).class_names = "L5"
            session.flush()
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError):
        half_an_action()
    assert [row.action for row in rows(services, "Trajectory")] == ["insert"]
    assert services.trajectories.detail(trajectory_id).values.class_names == "L2"
    assert told == []


class TestNotice:
    """Who is told what, and when."""

    def test_comes_once_after_the_commit_with_its_origin(
        self, services: Services, trajectory_id: Any, told: list[Notice]
    ) -> None:
        page = object()
        with services.database.transaction(origin=page) as session:
            trajectory = session.get_one(Trajectory, trajectory_id)
            trajectory.class_names = "L5"
            session.flush()
            trajectory.class_names = "L6"
            session.flush()
            assert told == []
        assert told == [Notice((Change("Trajectory", trajectory_id, "update"),), page)]
        assert told[0].entities == {"Trajectory"}

    def test_sees_what_was_committed(self, services: Services, trajectory_id: Any) -> None:
        seen: list[str] = []

        def look(_notice: Notice) -> None:
            seen.append(services.trajectories.detail(trajectory_id).values.class_names)

        services.subscribe(look)
        with services.database.transaction() as session:
            session.get_one(Trajectory, trajectory_id).class_names = "L5"
        assert seen == ["L5"]

    def test_does_not_come_for_reading(
        self, services: Services, trajectory_id: Any, told: list[Notice]
    ) -> None:
        with services.database.transaction() as session:
            session.get_one(Trajectory, trajectory_id)
        services.student_list.names()
        assert told == []

    def test_does_not_come_after_a_refusal(self, services: Services, told: list[Notice]) -> None:
        with pytest.raises(DomainError):
            factory.add_student(services, name=" ")
        assert told == []


def test_shipped_rows_are_written_once(services: Services) -> None:
    def rename() -> None:
        with services.database.transaction() as session:
            criterion = session.scalars(select(Criterion).limit(1)).one()
            criterion.name = {"nl": "Anders"}

    def delete() -> None:
        with services.database.transaction() as session:
            session.delete(session.scalars(select(CriteriaSet)).one())

    with services.database.reading() as session:
        before = [
            criterion.name for criterion in session.scalars(select(Criterion).order_by(Criterion.position))
        ]
    for mistake in (rename, delete):
        with pytest.raises(ImmutableRecordError):
            mistake()
    with services.database.reading() as session:
        after = [
            criterion.name for criterion in session.scalars(select(Criterion).order_by(Criterion.position))
        ]
    assert after == before


def test_shipped_rows_are_not_journalled(services: Services) -> None:
    assert rows(services, "Criterion") == []
    assert [row.action for row in rows(services, "Profile")] == ["insert"]


def test_names_of_records_are_kept_as_written(services: Services) -> None:
    with services.database.transaction() as session:
        session.add(Person(name="Mehmet Yıldız", second_script="ياسمين", party=Party.WORKPLACE))
    row = rows(services, "Person")[-1]
    assert (row.after["name"], row.after["second_script"]) == ("Mehmet Yıldız", "ياسمين")
