"""The step into the next school year: who goes on, who closes, what is taken over, and that it is one step."""

import uuid
from datetime import date, datetime

import pytest

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.new_school_year import Decision, NextStudent
from wpl_desktop.services.trajectories import BlockValues, StudentValues

JUNE = datetime(2026, 6, 25, 16)  # noqa: DTZ001  (a wall clock has no zone)


@pytest.fixture
def june(clock: FixedClock) -> FixedClock:
    """The last days of the school year."""
    clock.moment = JUNE
    return clock


def values_of(services: Services) -> list[tuple[TrajectoryState, StudentValues]]:
    """Every trajectory, running first, by the state it has."""
    students = services.student_list
    return [
        (state, services.trajectories.detail(row.trajectory_id).values)
        for state in TrajectoryState
        for row in students.rows(students.order(state))
    ]


def begin(services: Services, decisions: dict[uuid.UUID, Decision], **choices: bool) -> tuple[int, int]:
    year = services.school_calendar.new_year.next_year(2026)
    done = services.school_calendar.new_year.begin(year, decisions, **choices)
    return done.gone_on, done.closed


def students(services: Services) -> list[NextStudent]:
    return list(services.school_calendar.new_year.next_year(2026).students)


def test_who_goes_on_has_the_same_people_and_days_one_phase_further(
    services: Services, june: FixedClock
) -> None:
    del june
    block = BlockValues(name="Blok", starts_on=date(2025, 11, 17), ends_on=date(2025, 11, 28))
    key = factory.add_student(services, blocks=(block,), notice_given_on=date(2025, 8, 28))
    old = services.trajectories.detail(key).values
    assert begin(services, {key: Decision.GOES_ON}) == (1, 0)
    [(_, new)] = [pair for pair in values_of(services) if pair[0] is TrajectoryState.RUNNING]
    assert (new.starts_on, new.ends_on) == (date(2026, 9, 1), date(2027, 6, 30))
    assert (new.phase, new.class_names, new.notice_given_on, new.blocks) == (3, "", None, ())
    assert (new.people, new.weekdays, new.workplace, new.institute) == (
        old.people,
        old.weekdays,
        old.workplace,
        old.institute,
    )
    assert services.trajectories.detail(key).state is TrajectoryState.CLOSED
    assert services.school_calendar.years.year(2026).is_kept


def test_it_is_one_step_and_undo_takes_all_of_it_back(services: Services, june: FixedClock) -> None:
    del june
    keys = [factory.add_student(services, name=name) for name in ("An Aerts", "Bo Baert", "Cé Claes")]
    before = values_of(services)
    begin(services, {keys[0]: Decision.GOES_ON, keys[1]: Decision.GOES_ON}, keep_classes=True)
    running = [values for state, values in values_of(services) if state is TrajectoryState.RUNNING]
    assert [(values.name, values.class_names) for values in running] == [
        ("An Aerts", "L2"),
        ("Bo Baert", "L2"),
    ]
    step = services.history.undo()
    assert step is not None
    assert step.kind.value == "school_year"
    assert values_of(services) == before
    assert not services.school_calendar.years.year(2026).is_kept


def test_who_ends_before_the_new_year_closes_unless_one_says_otherwise(
    services: Services, june: FixedClock
) -> None:
    del june
    ends = factory.add_student(services, name="An Aerts")
    runs_on = factory.add_student(services, name="Bo Baert", ends_on=date(2027, 1, 29))
    proposed = {student.trajectory_id: (student.proposed, student.runs_on) for student in students(services)}
    assert proposed == {ends: (Decision.CLOSES, False), runs_on: (Decision.GOES_ON, True)}
    assert begin(services, {}) == (0, 1)
    # What lasts into the new year by itself is left as it is.
    assert services.trajectories.detail(runs_on).state is TrajectoryState.RUNNING
    assert services.trajectories.detail(runs_on).values.ends_on == date(2027, 1, 29)


def test_nobody_is_taken_over_twice(services: Services, june: FixedClock) -> None:
    del june
    key = factory.add_student(services)
    begin(services, {key: Decision.GOES_ON})
    assert students(services) == []
    assert begin(services, {}) == (0, 0)
    # Somebody opened the old one again: it closes, and no second one is made.
    detail = services.trajectories.detail(key)
    services.trajectories.change_student(
        detail, factory.student_values(state=TrajectoryState.RUNNING, criteria_set=None)
    )
    [again] = students(services)
    assert again.is_there
    assert begin(services, {key: Decision.GOES_ON}) == (0, 1)
    assert len(values_of(services)) == 2


def test_an_older_view_changes_nothing(services: Services, june: FixedClock) -> None:
    del june
    key = factory.add_student(services)
    steps = services.school_calendar.new_year
    year = steps.next_year(2026)
    services.trajectories.change_student(
        services.trajectories.detail(key), factory.student_values(class_names="L4")
    )
    with pytest.raises(DomainError, match="changed_meanwhile"):
        steps.begin(year, {})
    assert services.trajectories.detail(key).state is TrajectoryState.RUNNING
    assert not services.school_calendar.years.year(2026).is_kept


def test_which_year_is_to_begin(services: Services, clock: FixedClock) -> None:
    steps = services.school_calendar.new_year
    factory.add_student(services)
    for moment, expected in (
        (datetime(2026, 1, 22), 2026),  # noqa: DTZ001
        (datetime(2026, 7, 31), 2026),  # noqa: DTZ001
        # Since August, while somebody of last year is still running.
        (datetime(2026, 8, 25), 2026),  # noqa: DTZ001
        (datetime(2026, 10, 1), 2026),  # noqa: DTZ001
    ):
        clock.moment = moment
        assert steps.proposed_year() == expected
    steps.begin(steps.next_year(2026), {})
    assert steps.proposed_year() == 2027


def test_open_agreements_are_counted_and_stay_where_they_are(services: Services, june: FixedClock) -> None:
    del june
    key = factory.add_student(services)
    [student] = students(services)
    assert (student.trajectory_id, student.open_agreements, student.phase) == (key, 0, 2)
