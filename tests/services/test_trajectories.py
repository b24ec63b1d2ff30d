"""Students and their trajectories: adding, changing, listing, and every refusal with the field it is about."""

import uuid
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import event, func, select

from tests import factory
from tests.factory import FixedClock, student_values
from wpl_desktop.domain.base import Notice
from wpl_desktop.domain.conversations import Hat
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import OrganisationKind, Party, Person
from wpl_desktop.domain.trajectories import AssessmentMode, Role, TrajectoryKind, TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.student_list import StudentRow
from wpl_desktop.services.trajectories import BlockValues, RoleValues, StudentValues


def names(services: Services) -> list[str]:
    return [row.name for row in services.student_list.names()]


def listed(services: Services) -> list[StudentRow]:
    """The lines of the list."""
    students = services.student_list
    return students.rows(students.order(TrajectoryState.RUNNING))


def queries_of(services: Services, action: Any) -> int:
    """How many statements an action sends."""
    statements: list[str] = []

    def remember(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(services.database.engine, "before_cursor_execute", remember)
    try:
        action()
    finally:
        event.remove(services.database.engine, "before_cursor_execute", remember)
    return len(statements)


class TestAdding:
    """A new student with trajectory, people and blocks."""

    def test_keeps_everything_as_given(self, services: Services) -> None:
        values = student_values(
            name="Nguyễn Thị Hạnh",
            call_name="Hạnh",
            sort_name="Nguyễn Thị Hạnh",
            second_script="阮氏幸",
            kind=TrajectoryKind.IN_SERVICE_TRAINEE,
            student_number="r0123456",
            weekdays=(1, 4),
            assessment_mode=AssessmentMode.SEPARATED,
            notice_given_on=date(2025, 8, 28),
            blocks=(
                BlockValues(name="Blokstage 1", starts_on=date(2025, 11, 17), ends_on=date(2025, 11, 28)),
            ),
        )
        detail = services.trajectories.detail(services.trajectories.add_student(values))
        (criteria_set,) = services.criteria_sets.sets()
        assert detail.values == replace(values, criteria_set=criteria_set.id)
        assert (detail.state, detail.criteria_edition) == (TrajectoryState.RUNNING, "1.0")

    def test_fills_in_proposals_and_cleans_names(self, services: Services) -> None:
        trajectory_id = factory.add_student(services, name="  Zoë   Van den\tBroeck ", weekdays=(4, 1, 4))
        values = services.trajectories.detail(trajectory_id).values
        assert (values.name, values.call_name, values.sort_name) == (
            "Zoë Van den Broeck",
            "Zoë",
            "Van den Broeck, Zoë",
        )
        assert values.weekdays == (1, 4)

    def test_sorts_as_the_netherlands_do_in_their_vocabulary(self, services: Services) -> None:
        profile = services.profile.values()
        services.profile.change(replace(profile, vocabulary="education_nl"))
        trajectory_id = factory.add_student(services, name="Zoë Van den Broeck")
        assert services.trajectories.detail(trajectory_id).values.sort_name == "Broeck, Zoë van den"

    def test_never_doubles_colleagues_or_schools(self, services: Services) -> None:
        for name in ("Yasmine El Idrissi", "Łukasz Wójcik"):
            factory.add_student(services, name=name)
        assert [choice.name for choice in services.people.colleagues()] == [
            "Nadège Okonkwo-Maes",
            "Griet Vanhaverbeke",
            "Mehmet Yıldız",
        ]
        assert services.people.organisations(OrganisationKind.WORKPLACE) == ["Basisschool De Vlinderboom"]
        assert services.people.organisations(OrganisationKind.INSTITUTE) == ["Hogeschool Scheldestad"]

    def test_leaves_out_roles_without_a_name(self, services: Services) -> None:
        people = (
            RoleValues(role=Role.CLASS_MENTOR, name="  "),
            RoleValues(role=Role.ASSESSOR, name="Wim Goossens"),
        )
        trajectory_id = factory.add_student(services, people=people)
        assert services.trajectories.detail(trajectory_id).values.people == (people[1],)
        assert {choice.party for choice in services.people.colleagues()} == {Party.WORKPLACE, Party.INSTITUTE}

    def test_knows_no_institute_where_there_is_none(self, services: Services) -> None:
        trajectory_id = factory.add_student(
            services, kind=TrajectoryKind.STARTER, institute="", phase=None, programme=""
        )
        assert services.trajectories.detail(trajectory_id).values.institute == ""
        round_id = factory.add_round(services, trajectory_id)
        assert services.rounds.of_student(trajectory_id)[0].perspectives == (
            Perspective.STUDENT,
            Perspective.WORKPLACE,
        )
        with pytest.raises(DomainError, match="not_found"):
            factory.score_all(services, round_id, perspective=Perspective.INSTITUTE)


REFUSALS = {
    "no name": ({"name": " "}, "name_missing", "name"),
    "a name of nothing visible": ({"name": "\u202e\x00"}, "name_missing", "name"),
    "no workplace": ({"workplace": ""}, "name_missing", "workplace"),
    "the end before the start": ({"ends_on": date(2025, 8, 27)}, "period_reversed", "ends_on"),
    "a day that does not exist": ({"weekdays": (1, 8)}, "weekday_unknown", "weekdays"),
    "phase nought": ({"phase": 0}, "phase_out_of_range", "phase"),
    "phase ten": ({"phase": 10}, "phase_out_of_range", "phase"),
    "a block outside the year": (
        {"blocks": (BlockValues(name="", starts_on=date(2025, 8, 1), ends_on=date(2025, 9, 5)),)},
        "block_outside",
        "blocks",
    ),
    "a block that ends before it starts": (
        {"blocks": (BlockValues(name="", starts_on=date(2025, 12, 1), ends_on=date(2025, 11, 5)),)},
        "period_reversed",
        "blocks",
    ),
}


@pytest.mark.parametrize(("values", "code", "field"), REFUSALS.values(), ids=REFUSALS)
class TestRefusals:
    """What is wrong, at which field; nothing is half kept."""

    def test_when_adding(self, services: Services, values: dict[str, Any], code: str, field: str) -> None:
        with pytest.raises(DomainError) as refusal:
            factory.add_student(services, **values)
        assert (refusal.value.code, refusal.value.field) == (code, field)
        assert names(services) == []
        assert len(services.people.colleagues()) == 1

    def test_when_changing(self, services: Services, values: dict[str, Any], code: str, field: str) -> None:
        detail = services.trajectories.detail(factory.add_student(services))
        with pytest.raises(DomainError) as refusal:
            services.trajectories.change_student(detail, replace(detail.values, **values))
        assert (refusal.value.code, refusal.value.field) == (code, field)
        assert services.trajectories.detail(detail.trajectory_id) == detail


class TestChanging:
    """What a form showed into what it shows now."""

    def test_keeps_the_new_values_and_the_identity(self, services: Services) -> None:
        detail = services.trajectories.detail(factory.add_student(services))
        wanted = replace(
            detail.values,
            name="Łukasz Wójcik-Nowak",
            sort_name="Wójcik-Nowak, Łukasz",
            phase=3,
            institute="",
            people=(RoleValues(role=Role.COACH, name="Joëlle Mbuyi-Ilunga"), detail.values.people[1]),
            blocks=(BlockValues(name="Blok", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 20)),),
        )
        services.trajectories.change_student(detail, wanted)
        changed = services.trajectories.detail(detail.trajectory_id)
        assert changed.student_id == detail.student_id
        assert replace(changed.values, people=()) == replace(wanted, people=())
        assert set(changed.values.people) == set(wanted.people)

    def test_to_the_same_changes_nothing(self, services: Services) -> None:
        detail = services.trajectories.detail(factory.add_student(services))
        told: list[Notice] = []
        services.subscribe(told.append)
        services.trajectories.change_student(detail, detail.values)
        assert services.trajectories.detail(detail.trajectory_id) == detail
        assert told == []

    @pytest.mark.parametrize(
        "values", [{"name": "Łukasz W."}, {"class_names": "L5"}, {"programme": "Bachelor"}], ids=str
    )
    def test_from_an_old_form_is_refused(self, services: Services, values: dict[str, Any]) -> None:
        old = services.trajectories.detail(factory.add_student(services))
        services.trajectories.change_student(old, replace(old.values, **values))
        with pytest.raises(DomainError, match="changed_meanwhile"):
            services.trajectories.change_student(old, replace(old.values, phase=1))
        assert services.trajectories.detail(old.trajectory_id).values == replace(old.values, **values)

    def test_names_the_page_that_asked(self, services: Services) -> None:
        told: list[Notice] = []
        services.subscribe(told.append)
        page = object()
        services.trajectories.add_student(student_values(), origin=page)
        (notice,) = told
        assert notice.origin is page
        assert {"Person", "Trajectory", "TrajectoryRole", "Organisation"} <= notice.entities


class TestListing:
    """The students' list."""

    def test_is_in_order_of_the_sort_names(self, services: Services) -> None:
        for name in ("Zoë Van den Broeck", "Yasmine El Idrissi", "Łukasz Wójcik", "anna de smet"):
            factory.add_student(services, name=name)
        assert names(services) == [
            "anna de smet",
            "Yasmine El Idrissi",
            "Zoë Van den Broeck",
            "Łukasz Wójcik",
        ]

    def test_letters_with_marks_and_small_letters_stand_in_their_place_in_every_list(
        self, services: Services
    ) -> None:
        order = [
            "Zoë Adams",
            "Ali Çelik",
            "Eva de Smet",
            "An Éloy",
            "Jan Özdemir",
            "Łukasz Wójcik",
            "Piet Zwart",
        ]
        for name in reversed(order):
            factory.add_round(services, factory.add_student(services, name=name, people=()))
        assert names(services) == order
        assert [choice.student_name for choice in services.reporting.choices()] == order

    def test_colleagues_stand_in_the_same_order(self, services: Services) -> None:
        people = [RoleValues(role=Role.COACH, name=name) for name in ("An Éloy", "Piet Zwart", "Bo Dam")]
        factory.add_student(services, people=tuple(people))
        found = [choice.name for choice in services.people.colleagues()]
        assert found == ["Bo Dam", "An Éloy", "Griet Vanhaverbeke", "Piet Zwart"]

    def test_shows_mentors_workplace_and_phase(self, services: Services) -> None:
        factory.add_student(services)
        (row,) = listed(services)
        assert row.mentors == ("Mehmet", "Griet")
        assert (row.workplace, row.phase, row.class_names) == ("Basisschool De Vlinderboom", 2, "L2")
        assert (row.next_conversation, row.last_round) == (None, None)

    def test_shows_the_next_planned_conversation_from_today(
        self, services: Services, clock: FixedClock
    ) -> None:
        trajectory_id = factory.add_student(services)
        today = clock.local().replace(hour=9, minute=0)
        later = factory.add_conversation(services, trajectory_id, starts_at=today.replace(month=2))
        first = factory.add_conversation(services, trajectory_id, starts_at=today)
        past = factory.add_conversation(services, trajectory_id, starts_at=today.replace(day=8))

        def next_start() -> datetime | None:
            (row,) = listed(services)
            return row.next_conversation.starts_at if row.next_conversation else None

        assert next_start() == first.starts_at
        services.conversations.hold(first, summary="")
        assert next_start() == later.starts_at
        services.conversations.hold(later, summary="")
        assert next_start() is None
        assert past.starts_at < today

    def test_names_a_concern_conversation_discreetly(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        factory.add_conversation(services, trajectory_id, key="concern_conversation")
        (row,) = listed(services)
        assert row.next_conversation is not None
        shown = {*row.next_conversation.name.values(), *row.next_conversation.short_name.values()}
        assert not any("zorg" in word.lower() or "concern" in word.lower() for word in shown)

    def test_shows_the_newest_round_and_who_is_ready(self, services: Services) -> None:
        from wpl_desktop.domain.criteria import Strand

        trajectory_id = factory.add_student(services)
        factory.add_round(services, trajectory_id, number=1)
        second = factory.add_round(services, trajectory_id, number=2)
        services.evaluations.mark_ready(second, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART)
        (row,) = listed(services)
        assert row.last_round is not None
        assert (row.last_round.number, row.last_round.ready, row.last_round.final) == (
            2,
            {Perspective.WORKPLACE},
            False,
        )

    def test_asks_as_much_for_fifty_as_for_five(self, services: Services) -> None:
        def fill(first: int, last: int) -> None:
            for number in range(first, last):
                trajectory_id = factory.add_student(services, name=f"Student {number:02d}")
                factory.add_conversation(services, trajectory_id)
                factory.add_round(services, trajectory_id)

        fill(0, 5)
        for few in (services.student_list.names, services.reporting.choices, services.people.colleagues):
            few()
        actions = (services.student_list.names, services.reporting.choices, services.people.colleagues)
        five = [queries_of(services, action) for action in actions]
        fill(5, 50)
        assert len(services.student_list.names()) == 50
        assert [queries_of(services, action) for action in actions] == five
        assert max(five) <= 8

    def test_closed_trajectories_have_their_own_list(self, services: Services) -> None:
        factory.add_student(services)
        assert services.student_list.names(TrajectoryState.CLOSED) == []


class TestNewForm:
    """What an empty form starts with."""

    def test_in_an_empty_profile(self, services: Services) -> None:
        values = services.trajectories.new_student_values()
        assert (values.name, values.starts_on, values.ends_on) == ("", date(2025, 9, 1), date(2026, 6, 30))
        assert values.workplace == "Basisschool De Vlinderboom"
        assert values.people == (RoleValues(role=Role.SCHOOL_MENTOR, name="Griet Vanhaverbeke"),)

    @pytest.mark.parametrize(
        ("today", "first"),
        [
            (datetime(2026, 6, 30), 2025),  # noqa: DTZ001
            (datetime(2026, 7, 1), 2026),  # noqa: DTZ001
            (datetime(2026, 12, 31), 2026),  # noqa: DTZ001
        ],
    )
    def test_in_summer_the_next_year_begins(
        self, services: Services, clock: FixedClock, today: datetime, first: int
    ) -> None:
        clock.moment = today
        assert services.trajectories.new_student_values().starts_on.year == first

    def test_takes_over_from_the_newest_student(self, services: Services) -> None:
        factory.add_student(services, programme="Bachelor kleuteronderwijs", weekdays=(3, 5))
        values = services.trajectories.new_student_values()
        assert (values.programme, values.weekdays, values.institute) == (
            "Bachelor kleuteronderwijs",
            (3, 5),
            "Hogeschool Scheldestad",
        )
        services.trajectories.add_student(replace(values, name="Zoë Van den Broeck"))


@pytest.mark.parametrize(
    "ask",
    [
        lambda services: services.trajectories.detail(uuid.uuid4()),
        lambda services: services.conversations.suggested_start(uuid.uuid4()),
        lambda services: services.rounds.new_values(uuid.uuid4()),
        lambda services: services.rounds.criteria_names(uuid.uuid4()),
        lambda services: factory.add_round(services, uuid.uuid4()),
        lambda services: services.reporting.evaluation_report(uuid.uuid4(), language="nl"),
        lambda services: services.finalising.checklist(uuid.uuid4()),
    ],
)
def test_what_is_gone_is_not_found(services: Services, ask: Any) -> None:
    with pytest.raises(DomainError, match="not_found"):
        ask(services)


def test_students_are_no_colleagues(services: Services) -> None:
    factory.add_student(services)
    assert "Łukasz Wójcik" not in [choice.name for choice in services.people.colleagues()]
    with services.database.reading() as session:
        assert session.scalars(select(func.count()).select_from(Person)).one() == 4


def test_usual_participants_are_the_owner_and_when_evaluating_the_institute(services: Services) -> None:
    trajectory_id = factory.add_student(services)

    def usual(hat: Hat) -> set[str]:
        choices = services.conversations.participants(trajectory_id, hat=hat)
        return {choice.name for choice in choices if choice.usual}

    assert usual(Hat.COACH) == {"Griet Vanhaverbeke"}
    assert usual(Hat.EVALUATE) == {"Griet Vanhaverbeke", "Nadège Okonkwo-Maes"}


def test_a_form_of_values_is_frozen() -> None:
    values: StudentValues = student_values()
    with pytest.raises(AttributeError):
        values.name = "Another"  # type: ignore[misc]


class TestClosing:
    """A trajectory that is over leaves the list of those that go on, and can come back."""

    def test_closed_students_are_listed_apart(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        detail = services.trajectories.detail(trajectory_id)
        closed = replace(detail.values, state=TrajectoryState.CLOSED)
        services.trajectories.change_student(detail, closed)
        assert services.student_list.names() == []
        (row,) = services.student_list.names(TrajectoryState.CLOSED)
        assert row.trajectory_id == trajectory_id

    def test_an_older_form_overwrites_no_people(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        older = services.trajectories.detail(trajectory_id)
        services.trajectories.change_student(older, replace(older.values, people=()))
        with pytest.raises(DomainError, match="changed_meanwhile"):
            services.trajectories.change_student(older, older.values)
