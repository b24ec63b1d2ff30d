"""What a talk that was not held leaves: a fact beside guidance, perhaps a new date, and nothing in a report."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

import pytest

from tests import factory
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow

NOW = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (planned times are local; a Thursday)


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services, starts_on=date(2025, 6, 1))


def miss(
    services: Services,
    trajectory_id: uuid.UUID,
    starts_at: datetime,
    *,
    again_at: datetime | None = None,
    cause: NotHeldCause = NotHeldCause.WORKPLACE,
) -> ConversationRow:
    row = factory.add_conversation(services, trajectory_id, starts_at=starts_at)
    services.conversations.mark_not_held(row, cause=cause, again_at=again_at)
    return row


def fact(services: Services, round_id: uuid.UUID) -> list[tuple[date, NotHeldCause]]:
    sheet = services.evaluations.sheet(
        round_id, perspective=Perspective.WORKPLACE, strand=Strand.WORKPLACE_PART
    )
    return [(talk.on, talk.cause) for talk in sheet.not_held]


def test_the_fact_has_the_days_of_the_school_year_of_the_round_in_order(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = factory.add_round(services, trajectory_id)
    for day in (date(2026, 1, 13), date(2025, 9, 30), date(2025, 6, 17)):
        miss(services, trajectory_id, datetime.combine(day, NOW.time()))
    factory.add_conversation(services, trajectory_id, starts_at=NOW)
    assert fact(services, round_id) == [
        (date(2025, 9, 30), NotHeldCause.WORKPLACE),
        (date(2026, 1, 13), NotHeldCause.WORKPLACE),
    ]


def test_p17_a_report_is_the_same_with_and_without_talks_that_were_not_held(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    """A signal is not printed: nothing of it is in the report, with the conditions at the workplace or without."""
    round_id = factory.add_round(services, trajectory_id)
    factory.score_all(services, round_id)
    factory.score_all(services, round_id, strand=Strand.WORKPLACE_PART)

    def reports() -> list[object]:
        return [
            services.reporting.evaluation_report(round_id, language="nl", include_conditions=conditions)
            for conditions in (False, True)
        ]

    before = reports()
    for weeks in range(1, 4):
        miss(services, trajectory_id, NOW - timedelta(weeks=weeks))
    assert len(fact(services, round_id)) == 3
    assert reports() == before


def test_a_week_knows_the_new_date_of_what_was_not_held(services: Services, trajectory_id: uuid.UUID) -> None:
    again_at = NOW + timedelta(days=4)
    replaced = miss(services, trajectory_id, NOW - timedelta(days=2), again_at=again_at)
    miss(services, trajectory_id, NOW - timedelta(days=1))
    assert services.overview.weeks(most=12).new_dates == {replaced.id: again_at}


def test_still_to_plan_is_what_has_no_new_date_and_no_later_talk_of_its_kind(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    def waiting() -> list[uuid.UUID | None]:
        return [row.instead_of for row in services.overview.to_plan(most=3).rows]

    miss(services, trajectory_id, NOW - timedelta(weeks=3))
    newest = miss(services, trajectory_id, NOW - timedelta(weeks=2), cause=NotHeldCause.STUDENT)
    assert waiting() == [newest.id]
    assert services.overview.to_plan(most=3, without={trajectory_id}).rows == ()
    miss(services, trajectory_id, NOW - timedelta(days=1))
    # That one is in the list of this week, and has taken the place of the one before.
    assert waiting() == []


def test_a_new_date_begins_with_the_kind_and_length_of_the_talk(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    row = factory.add_conversation(services, trajectory_id, key="midterm_trialogue", minutes=50)
    assert services.overview.kind_of(row.id) == ("midterm_trialogue", 50)
    assert services.overview.kind_of(uuid.uuid4()) is None
