"""What goes along when something is deleted, what stays, and what is refused."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from tests import factory
from wpl_desktop.domain.base import Record
from wpl_desktop.domain.conversations import (
    AgendaItem,
    Agreement,
    AgreementOutcome,
    AgreementReview,
    AgreementState,
    Conversation,
)
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Agreed, Perspective, Round, RoundReport, Score, Sheet
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import BlockPlacement, Trajectory, TrajectoryRole
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.services.trajectories import BlockValues
from wpl_desktop.storage.undo import entities


def counts(services: Services) -> dict[str, int]:
    """How many records there are of every kind that is kept."""
    with services.database.reading() as session:
        return {
            name: session.scalar(select(func.count()).select_from(kind)) or 0
            for name, kind in entities().items()
        }


def add_everything(services: Services, **values: Any) -> uuid.UUID:
    """A student with at least one record of every kind that can hang on one; gives the trajectory's id."""
    block = BlockValues(name="Blok 1", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 13))
    trajectory_id = factory.add_student(services, blocks=(block,), **values)
    held = factory.add_conversation(services, trajectory_id)
    agreed = [AgreementValues(party=Party.STUDENT, text=f"Afspraak {number}") for number in (1, 2)]
    services.conversations.hold(held, summary="Een notitie.", agreements=agreed)
    later = factory.add_conversation(services, trajectory_id)
    round_id = factory.add_round(services, trajectory_id, conversation_id=later.id)
    factory.score_all(services, round_id, comment="Een zin.")
    services.evaluations.save_report_texts(round_id, ReportTexts(strong="Sterk."))
    with services.database.transaction() as session:
        first, second = session.scalars(
            select(Agreement).where(Agreement.trajectory_id == trajectory_id).order_by(Agreement.text)
        )
        first.state, first.settled_on, first.continued_by_id = (
            AgreementState.CONTINUED, date(2026, 1, 20), second.id,
        )  # fmt: skip
        session.add(
            AgreementReview(conversation_id=later.id, agreement_id=first.id, outcome=AgreementOutcome.GOES_ON)
        )
        criterion_id = session.scalars(select(Score.criterion_id).limit(1)).one()
        session.add(Agreed(round_id=round_id, criterion_id=criterion_id, strand=Strand.STUDENT_PART))
    return trajectory_id


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return add_everything(services)


def only(services: Services, kind: type[Record], *conditions: Any) -> Any:
    """The one record that meets the conditions."""
    with services.database.reading() as session:
        return session.scalars(select(kind).where(*conditions)).one()


class TestStudent:
    """Deleting a student."""

    def test_takes_everything_of_it_and_leaves_everything_else(self, services: Services) -> None:
        add_everything(services, name="Yasmine El Idrissi")
        before = counts(services)
        trajectory_id = add_everything(services)
        assert all(
            number > before[name] for name, number in counts(services).items() if name in of_a_student()
        )
        services.removal.delete_student(trajectory_id)
        assert counts(services) == before
        assert [row.name for row in services.student_list.names()] == ["Yasmine El Idrissi"]

    def test_also_with_a_final_round(self, services: Services, trajectory_id: uuid.UUID) -> None:
        factory.finalise(services, services.rounds.of_student(trajectory_id)[0].id)
        services.removal.delete_student(trajectory_id)
        assert services.student_list.names() == []

    def test_keeps_somebody_of_another_trajectory(self, services: Services, trajectory_id: uuid.UUID) -> None:
        other = factory.add_student(services, name="Yasmine El Idrissi")
        with services.database.transaction() as session:
            person_id = session.get_one(Trajectory, trajectory_id).student_id
            session.get_one(Trajectory, other).student_id = person_id
        services.removal.delete_student(trajectory_id)
        assert [row.name for row in services.student_list.names()] == ["Łukasz Wójcik"]

    def test_of_nobody(self, services: Services) -> None:
        with pytest.raises(DomainError) as refusal:
            services.removal.delete_student(uuid.uuid4())
        assert refusal.value.code == "not_found"


def of_a_student() -> set[str]:
    """The kinds of record that hang on a student."""
    kinds = (
        Trajectory, TrajectoryRole, BlockPlacement, Person, Conversation, AgendaItem, Agreement,
        AgreementReview, Round, Sheet, Score, Agreed, RoundReport,
    )  # fmt: skip
    return {kind.__name__ for kind in kinds}


class TestConversation:
    """Deleting a conversation."""

    def test_leaves_its_agreements_and_the_round(self, services: Services, trajectory_id: uuid.UUID) -> None:
        rows = services.conversations.of_student(trajectory_id)
        before = counts(services)
        for row in rows:
            services.removal.delete_conversation(row)
        after = counts(services)
        changed = {name for name, number in after.items() if number != before[name]}
        assert changed == {"Conversation", "AgendaItem", "ConversationParticipant", "AgreementReview"}
        assert after["Conversation"] == 0
        agreements = services.conversations.agreements_of(trajectory_id)
        assert [agreement.conversation_id for agreement in agreements] == [None, None]
        assert only(services, Round).conversation_id is None

    def test_of_which_a_final_report_tells_is_refused(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        row = factory.add_conversation(services, trajectory_id)
        round_id = factory.add_round(services, trajectory_id, conversation_id=row.id)
        factory.score_all(services, round_id)
        factory.finalise(services, round_id)
        with pytest.raises(DomainError, match="round_final"):
            services.removal.delete_conversation(row)
        services.removal.delete_student(trajectory_id)
        assert services.student_list.names() == []

    def test_that_changed_meanwhile(self, services: Services, trajectory_id: uuid.UUID) -> None:
        row = services.conversations.of_student(trajectory_id)[0]
        with pytest.raises(DomainError) as refusal:
            services.removal.delete_conversation(replace(row, version=row.version - 1))
        assert refusal.value.code == "changed_meanwhile"

    def test_that_is_gone(self, services: Services, trajectory_id: uuid.UUID) -> None:
        row = services.conversations.of_student(trajectory_id)[0]
        services.removal.delete_conversation(row)
        with pytest.raises(DomainError) as refusal:
            services.removal.delete_conversation(row)
        assert refusal.value.code == "not_found"


def test_what_a_deleted_agreement_had_taken_over_is_open_again(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    second = next(
        row for row in services.conversations.agreements_of(trajectory_id) if row.text == "Afspraak 2"
    )
    services.removal.delete_agreement(second)
    first = only(services, Agreement)
    assert (first.text, first.state, first.settled_on, first.continued_by_id) == (
        "Afspraak 1", AgreementState.OPEN, None, None,
    )  # fmt: skip


def test_an_agreement_goes_with_what_was_said_of_it(services: Services, trajectory_id: uuid.UUID) -> None:
    first = next(
        row for row in services.conversations.agreements_of(trajectory_id) if row.text == "Afspraak 1"
    )
    services.removal.delete_agreement(first)
    after = counts(services)
    assert (after["Agreement"], after["AgreementReview"], after["Conversation"]) == (1, 0, 2)


class TestRound:
    """Deleting a round."""

    def test_takes_sheets_scores_and_texts(self, services: Services, trajectory_id: uuid.UUID) -> None:
        services.removal.delete_round(services.rounds.of_student(trajectory_id)[0].id)
        after = counts(services)
        gone = ("Round", "Sheet", "Score", "Agreed", "RoundReport")
        assert [after[name] for name in gone] == [0] * 5
        assert (after["Conversation"], after["Trajectory"]) == (2, 1)

    def test_that_is_final_is_refused(self, services: Services, trajectory_id: uuid.UUID) -> None:
        round_id = services.rounds.of_student(trajectory_id)[0].id
        factory.finalise(services, round_id)
        with pytest.raises(DomainError) as refusal:
            services.removal.delete_round(round_id)
        assert refusal.value.code == "round_final"
        sheet = services.evaluations.sheet(
            round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
        )
        assert {score.comment for score in sheet.scores.values()} == {"Een zin."}


def test_whoever_is_told_hears_all_kinds_at_once(services: Services, trajectory_id: uuid.UUID) -> None:
    notices: list[Any] = []
    services.subscribe(notices.append)
    page = object()
    services.removal.delete_student(trajectory_id, origin=page)
    (notice,) = notices
    assert notice.origin is page
    assert notice.entities >= of_a_student()
