"""Conversations: planning, moving, holding, cancelling, and the agreements that come out of them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.conversations import AgendaItem, AgreementState, ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues

MONDAY = datetime(2026, 1, 26, 15, 45)  # noqa: DTZ001  (planned times are local)


@pytest.fixture
def trajectory_id(services: Services) -> UUID:
    return factory.add_student(services)


@pytest.fixture
def row(services: Services, trajectory_id: UUID) -> ConversationRow:
    """A planned coaching conversation."""
    return factory.add_conversation(services, trajectory_id, starts_at=MONDAY)


def newest(services: Services, trajectory_id: UUID) -> ConversationRow:
    return services.conversations.of_student(trajectory_id)[0]


def plan_of(row: ConversationRow, trajectory_id: UUID, **values: Any) -> PlanValues:
    """The plan that a row shows, with something else in it."""
    plan = PlanValues(
        trajectory_id=trajectory_id,
        type_id=row.type_id,
        starts_at=row.starts_at,
        minutes=row.minutes,
        place=row.place,
        participant_ids=row.participant_ids,
    )
    return replace(plan, **values)


def agenda_of(services: Services, row: ConversationRow) -> list[tuple[int, int]]:
    with services.database.reading() as session:
        items = session.execute(
            select(AgendaItem.position, AgendaItem.minutes)
            .where(AgendaItem.conversation_id == row.id)
            .order_by(AgendaItem.position)
        )
        return [(item.position, item.minutes) for item in items]


class TestTypes:
    """The shipped kinds of conversation."""

    def test_have_an_agenda_that_fills_their_minutes(self, services: Services) -> None:
        types = services.conversations.types()
        assert len(types) >= 6
        for kind in types:
            assert sum(minutes for minutes, _ in kind.agenda) in {0, kind.minutes}, kind.key
            assert {"nl", "en"} <= kind.name.keys()

    def test_coaching_and_evaluating_wear_different_hats(self, services: Services) -> None:
        hats = {kind.key: kind.hat for kind in services.conversations.types()}
        assert (hats["coaching_conversation"], hats["final_evaluation"]) == (Hat.COACH, Hat.EVALUATE)


class TestPlanning:
    """When, where, with whom."""

    def test_keeps_the_plan_with_the_agenda_of_its_type(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        row = factory.add_conversation(services, trajectory_id, starts_at=MONDAY, place=" lokaal 3 ")
        assert (row.state, row.starts_at, row.place, row.summary) == (
            ConversationState.PLANNED,
            MONDAY,
            "lokaal 3",
            "",
        )
        assert row.participants == ("Griet Vanhaverbeke",)
        kind = next(kind for kind in services.conversations.types() if kind.id == row.type_id)
        assert [minutes for _, minutes in agenda_of(services, row)] == [minutes for minutes, _ in kind.agenda]

    @pytest.mark.parametrize(
        ("values", "code", "field"),
        [
            ({"minutes": 0}, "minutes_out_of_range", "minutes"),
            ({"minutes": 481}, "minutes_out_of_range", "minutes"),
            ({"starts_at": MONDAY.replace(year=2025, month=8, day=27)}, "outside_trajectory", "starts_at"),
            ({"starts_at": MONDAY.replace(month=7, day=1)}, "outside_trajectory", "starts_at"),
        ],
    )
    def test_refusals(
        self, services: Services, trajectory_id: UUID, values: dict[str, Any], code: str, field: str
    ) -> None:
        with pytest.raises(DomainError) as refusal:
            factory.add_conversation(services, trajectory_id, **values)
        assert (refusal.value.code, refusal.value.field) == (code, field)
        assert services.conversations.of_student(trajectory_id) == []

    def test_the_last_day_of_the_trajectory_is_one_of_its_days(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        factory.add_conversation(services, trajectory_id, starts_at=datetime(2026, 6, 30, 16))  # noqa: DTZ001

    @pytest.mark.parametrize(
        ("today", "weekdays", "suggested"),
        [
            (datetime(2026, 1, 22, 9), (1, 2, 4), datetime(2026, 1, 26, 15, 45)),  # noqa: DTZ001
            (datetime(2026, 1, 25, 9), (1, 2, 4), datetime(2026, 1, 26, 15, 45)),  # noqa: DTZ001
            (datetime(2026, 1, 26, 9), (1, 2, 4), datetime(2026, 1, 27, 15, 45)),  # noqa: DTZ001
            (datetime(2025, 8, 1, 9), (1, 2, 4), datetime(2025, 8, 28, 15, 45)),  # noqa: DTZ001
            (datetime(2026, 1, 22, 9), (), datetime(2026, 1, 23, 15, 45)),  # noqa: DTZ001
        ],
    )
    def test_a_start_is_suggested_on_a_day_at_school(
        self,
        services: Services,
        clock: FixedClock,
        today: datetime,
        weekdays: tuple[int, ...],
        suggested: datetime,
    ) -> None:
        clock.moment = today
        trajectory_id = factory.add_student(services, weekdays=weekdays)
        assert services.conversations.suggested_start(trajectory_id) == suggested

    def test_the_suggestion_remembers_the_hour(self, services: Services, trajectory_id: UUID) -> None:
        factory.add_conversation(services, trajectory_id, starts_at=MONDAY.replace(hour=12, minute=30))
        assert services.conversations.suggested_start(trajectory_id).strftime("%H:%M") == "12:30"

    def test_a_day_at_the_institute_begins_in_the_morning_and_is_no_hour_for_a_talk(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        suggested = services.conversations.suggested_start
        factory.add_conversation(services, trajectory_id, starts_at=MONDAY.replace(hour=12, minute=30))
        assert suggested(trajectory_id, minutes=360).strftime("%H:%M") == "09:00"
        day = MONDAY.replace(hour=8, minute=45) + timedelta(days=2)
        factory.add_conversation(services, trajectory_id, key="return_day", starts_at=day, minutes=360)
        assert suggested(trajectory_id, minutes=360).strftime("%H:%M") == "08:45"
        assert suggested(trajectory_id, minutes=30).strftime("%H:%M") == "12:30"


class TestWarnings:
    """They refuse nothing."""

    @pytest.mark.parametrize(
        ("offset", "who"),
        [
            (0, ["Griet Vanhaverbeke", "Łukasz Wójcik"]),
            (29, ["Griet Vanhaverbeke", "Łukasz Wójcik"]),
            (-29, ["Griet Vanhaverbeke", "Łukasz Wójcik"]),
            (30, []),
            (-30, []),
        ],
    )
    def test_clashes_per_person(
        self, services: Services, trajectory_id: UUID, row: ConversationRow, offset: int, who: list[str]
    ) -> None:
        plan = plan_of(row, trajectory_id, starts_at=MONDAY + timedelta(minutes=offset), minutes=30)
        assert [clash.person for clash in services.conversations.warnings(plan).clashes] == who

    def test_of_another_student_only_the_shared_colleague_clashes(
        self, services: Services, row: ConversationRow
    ) -> None:
        other = factory.add_student(services, name="Zoë Van den Broeck")
        (clash,) = services.conversations.warnings(plan_of(row, other)).clashes
        assert (clash.person, clash.starts_at, clash.minutes) == ("Griet Vanhaverbeke", MONDAY, row.minutes)

    def test_a_long_conversation_that_began_hours_ago_still_clashes(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        row = factory.add_conversation(
            services, trajectory_id, starts_at=MONDAY.replace(hour=9, minute=0), minutes=480
        )
        plan = plan_of(row, trajectory_id, starts_at=MONDAY.replace(hour=16, minute=59), minutes=10)
        assert len(services.conversations.warnings(plan).clashes) == 2

    def test_a_conversation_does_not_clash_with_itself(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        plan = plan_of(row, trajectory_id)
        assert services.conversations.warnings(plan, moved=row.id).clashes == ()

    def test_what_was_held_or_cancelled_clashes_no_more(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        services.conversations.mark_not_held(row, cause=NotHeldCause.OTHER)
        assert services.conversations.warnings(plan_of(row, trajectory_id)).clashes == ()

    @pytest.mark.parametrize(("days", "absent"), [(0, False), (1, False), (2, True), (5, True)])
    def test_a_day_without_the_student(
        self, services: Services, trajectory_id: UUID, row: ConversationRow, days: int, absent: bool
    ) -> None:
        plan = plan_of(row, trajectory_id, starts_at=MONDAY + timedelta(days=days))
        assert bool(services.conversations.warnings(plan).absences) is absent


class TestMoving:
    """Of what is still planned."""

    def test_changes_when_where_and_with_whom(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        choices = services.conversations.participants(trajectory_id, hat=Hat.EVALUATE)
        people = tuple(choice.person_id for choice in choices)
        later = MONDAY + timedelta(days=1)
        services.conversations.move(
            row, plan_of(row, trajectory_id, starts_at=later, place="teamlokaal", participant_ids=people)
        )
        moved = newest(services, trajectory_id)
        assert (moved.id, moved.starts_at, moved.place) == (row.id, later, "teamlokaal")
        assert set(moved.participant_ids) == set(people)

    def test_keeps_the_order_in_which_people_were_chosen(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        choices = services.conversations.participants(trajectory_id, hat=Hat.EVALUATE)
        people = tuple(sorted((choice.person_id for choice in choices), reverse=True))
        services.conversations.move(row, plan_of(row, trajectory_id, participant_ids=()))
        again = newest(services, trajectory_id)
        services.conversations.move(again, plan_of(again, trajectory_id, participant_ids=people))
        assert newest(services, trajectory_id).participant_ids == people

    def test_to_another_type_brings_its_agenda_and_hat(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        final = next(kind for kind in services.conversations.types() if kind.key == "final_evaluation")
        services.conversations.move(row, plan_of(row, trajectory_id, type_id=final.id, minutes=final.minutes))
        moved = newest(services, trajectory_id)
        assert moved.hat is Hat.EVALUATE
        assert [minutes for _, minutes in agenda_of(services, moved)] == [
            minutes for minutes, _ in final.agenda
        ]

    def test_of_the_same_type_keeps_the_notes_on_the_agenda(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        with services.database.transaction() as session:
            item = session.scalars(select(AgendaItem).limit(1)).one()
            item.note = "eerst dit"
        services.conversations.move(row, plan_of(row, trajectory_id, starts_at=MONDAY + timedelta(days=1)))
        with services.database.reading() as session:
            assert session.get_one(AgendaItem, item.id).note == "eerst dit"

    @pytest.mark.parametrize(
        ("values", "code"),
        [
            ({"minutes": 0}, "minutes_out_of_range"),
            ({"starts_at": MONDAY.replace(year=2027)}, "outside_trajectory"),
        ],
    )
    def test_refusals(
        self,
        services: Services,
        trajectory_id: UUID,
        row: ConversationRow,
        values: dict[str, Any],
        code: str,
    ) -> None:
        with pytest.raises(DomainError, match=code):
            services.conversations.move(row, plan_of(row, trajectory_id, **values))
        assert newest(services, trajectory_id) == row


class TestWhatBecameOfIt:
    """Held, not held, and taking that back."""

    def test_held_with_a_note_and_agreements(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        griet = row.participant_ids[0]
        services.conversations.hold(
            row,
            summary="  Koos zelf voor plan B. ",
            agreements=[
                AgreementValues(
                    party=Party.WORKPLACE, text=" agenda delen ", due_on=date(2026, 2, 2), person_id=griet
                ),
                AgreementValues(party=Party.STUDENT, text="plan maken"),
            ],
        )
        held = newest(services, trajectory_id)
        assert (held.state, held.summary) == (ConversationState.HELD, "Koos zelf voor plan B.")
        agreed = services.conversations.agreements_of(trajectory_id)
        assert [(one.owner, one.text, one.due_on, one.conversation_id) for one in agreed] == [
            ("Griet Vanhaverbeke", "agenda delen", date(2026, 2, 2), row.id),
            ("", "plan maken", None, row.id),
        ]

    def test_an_empty_agreement_keeps_the_whole_as_it_was(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        with pytest.raises(DomainError) as refusal:
            services.conversations.hold(
                row,
                summary="een notitie",
                agreements=[
                    AgreementValues(party=Party.STUDENT, text="plan maken"),
                    AgreementValues(party=Party.STUDENT, text="  "),
                ],
            )
        assert (refusal.value.code, refusal.value.field) == ("agreement_missing", "agreements")
        assert newest(services, trajectory_id) == row
        assert services.conversations.agreements_of(trajectory_id) == []

    @pytest.mark.parametrize("cause", NotHeldCause)
    def test_not_held_has_a_cause(
        self, services: Services, trajectory_id: UUID, row: ConversationRow, cause: NotHeldCause
    ) -> None:
        services.conversations.mark_not_held(row, cause=cause)
        cancelled = newest(services, trajectory_id)
        assert (cancelled.state, cancelled.not_held_cause) == (ConversationState.NOT_HELD, cause)

    def test_without_a_cause_it_is_refused(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        with pytest.raises(DomainError) as refusal:
            services.conversations.mark_not_held(row, cause=None)
        assert (refusal.value.code, refusal.value.field) == ("cause_missing", "cause")
        assert newest(services, trajectory_id) == row

    @pytest.mark.parametrize("then", ["hold", "mark_not_held", "move"])
    def test_what_is_settled_is_not_settled_again(
        self, services: Services, trajectory_id: UUID, row: ConversationRow, then: str
    ) -> None:
        services.conversations.hold(row, summary="gehouden")
        held = newest(services, trajectory_id)
        actions = {
            "hold": lambda: services.conversations.hold(held, summary="opnieuw"),
            "mark_not_held": lambda: services.conversations.mark_not_held(held, cause=NotHeldCause.OTHER),
            "move": lambda: services.conversations.move(held, plan_of(held, trajectory_id)),
        }
        with pytest.raises(DomainError, match="already_settled"):
            actions[then]()
        assert newest(services, trajectory_id) == held

    def test_taking_it_back_keeps_note_and_agreements(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        services.conversations.hold(
            row, summary="een notitie", agreements=[AgreementValues(party=Party.STUDENT, text="plan maken")]
        )
        services.conversations.plan_again(newest(services, trajectory_id))
        again = newest(services, trajectory_id)
        assert (again.state, again.summary) == (ConversationState.PLANNED, "een notitie")
        assert len(services.conversations.agreements_of(trajectory_id)) == 1

    def test_taking_back_not_held_takes_the_cause_away(
        self, services: Services, trajectory_id: UUID, row: ConversationRow
    ) -> None:
        services.conversations.mark_not_held(row, cause=NotHeldCause.WORKPLACE)
        services.conversations.plan_again(newest(services, trajectory_id))
        assert newest(services, trajectory_id).not_held_cause is None

    @pytest.mark.parametrize("then", ["hold", "mark_not_held", "move", "plan_again"])
    def test_an_old_row_is_refused(
        self, services: Services, trajectory_id: UUID, row: ConversationRow, then: str
    ) -> None:
        services.conversations.move(row, plan_of(row, trajectory_id, place="elders"))
        actions = {
            "hold": lambda: services.conversations.hold(row, summary="oud"),
            "mark_not_held": lambda: services.conversations.mark_not_held(row, cause=NotHeldCause.OTHER),
            "move": lambda: services.conversations.move(row, plan_of(row, trajectory_id)),
            "plan_again": lambda: services.conversations.plan_again(row),
        }
        with pytest.raises(DomainError, match="changed_meanwhile"):
            actions[then]()
        assert newest(services, trajectory_id).place == "elders"


class TestListing:
    """A student's conversations and agreements."""

    def test_newest_first_and_only_of_this_student(self, services: Services, trajectory_id: UUID) -> None:
        other = factory.add_student(services, name="Zoë Van den Broeck")
        factory.add_conversation(services, other)
        for day in (2, 5, 3):
            factory.add_conversation(services, trajectory_id, starts_at=MONDAY.replace(month=2, day=day))
        rows = services.conversations.of_student(trajectory_id)
        assert [row.starts_at.day for row in rows] == [5, 3, 2]

    def test_a_concern_conversation_is_an_ordinary_one_in_the_list(
        self, services: Services, trajectory_id: UUID
    ) -> None:
        row = factory.add_conversation(services, trajectory_id, key="concern_conversation")
        assert not any("zorg" in word.lower() or "concern" in word.lower() for word in row.name.values())

    def test_open_agreements_come_first_then_by_date(
        self, services: Services, trajectory_id: UUID, row: ConversationRow, clock: FixedClock
    ) -> None:
        dates = {"later": date(2026, 3, 1), "soon": date(2026, 2, 1), "done": date(2026, 1, 1), "ever": None}
        services.conversations.hold(
            row,
            summary="",
            agreements=[
                AgreementValues(party=Party.STUDENT, text=text, due_on=due_on)
                for text, due_on in dates.items()
            ],
        )
        done = next(one for one in services.conversations.agreements_of(trajectory_id) if one.text == "done")
        services.conversations.settle(done, AgreementState.DONE)
        texts = [one.text for one in services.conversations.agreements_of(trajectory_id)]
        assert texts == ["soon", "later", "ever", "done"]

    @pytest.mark.parametrize("state", [AgreementState.DONE, AgreementState.DROPPED])
    def test_settling_and_taking_it_back(
        self, services: Services, trajectory_id: UUID, row: ConversationRow, state: AgreementState
    ) -> None:
        services.conversations.hold(
            row, summary="", agreements=[AgreementValues(party=Party.INSTITUTE, text="opgave bezorgen")]
        )
        (agreement,) = services.conversations.agreements_of(trajectory_id)
        services.conversations.settle(agreement, state)
        (settled,) = services.conversations.agreements_of(trajectory_id)
        assert settled.state is state
        with pytest.raises(DomainError, match="changed_meanwhile"):
            services.conversations.settle(agreement, AgreementState.OPEN)
        services.conversations.settle(settled, AgreementState.OPEN)
        assert services.conversations.agreements_of(trajectory_id)[0].state is AgreementState.OPEN


def test_what_is_gone_is_not_found(services: Services, trajectory_id: UUID, row: ConversationRow) -> None:
    gone = replace(row, id=UUID(int=0))
    with pytest.raises(DomainError, match="not_found"):
        services.conversations.hold(gone, summary="")
    with services.database.reading() as session:
        assert session.scalars(select(func.count()).select_from(AgendaItem)).one() > 0
