"""What undo, redo and the bin leave alone in a round: what is final, what was revealed, and what was seen (R5)."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests import factory
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Collected, Mark, Perspective, Round, Sheet, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues

OWN, OTHER = Perspective.WORKPLACE, Perspective.INSTITUTE
REVEALED = datetime(2026, 1, 22, 15, 0, tzinfo=UTC)


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    return factory.add_round(services, trajectory_id)


def score(services: Services, round_id: uuid.UUID, perspective: Perspective, mark: Mark) -> None:
    """Somebody's first row of the student's part."""
    view = services.evaluations.sheet(round_id, perspective=perspective, strand=Strand.STUDENT_PART)
    services.evaluations.save_score(
        round_id,
        ScoreValues(mark=mark),
        perspective=perspective,
        strand=Strand.STUDENT_PART,
        criterion_id=view.criteria[0].id,
    )


def ready(services: Services, round_id: uuid.UUID, *, is_ready: bool = True) -> None:
    """Say that the own sheet is ready, or take that back by hand."""
    services.evaluations.mark_ready(round_id, perspective=OWN, strand=Strand.STUDENT_PART, ready=is_ready)


def sheet(services: Services, round_id: uuid.UUID, perspective: Perspective) -> Sheet:
    """A sheet of the student's part as it is kept."""
    with services.database.reading() as session:
        return session.scalars(
            select(Sheet).where(
                Sheet.round_id == round_id,
                Sheet.perspective == perspective,
                Sheet.strand == Strand.STUDENT_PART,
            )
        ).one()


def refusal_of(action: Callable[[], object]) -> str:
    """The code with which an action is refused."""
    with pytest.raises(DomainError) as refusal:
        action()
    return refusal.value.code


class TestSeenStaysSeen:
    """R5: who has seen another's marks has seen them, also when these are taken back."""

    def test_r5_a_sheet_typed_too_early_never_becomes_blind_again(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        score(services, round_id, OTHER, level_mark(3))
        assert not sheet(services, round_id, OTHER).blind
        services.history.undo()
        assert not sheet(services, round_id, OTHER).blind
        # Typed once more after the own sheet is ready, as if nothing had been seen before it was.
        score(services, round_id, OWN, level_mark(3))
        ready(services, round_id)
        score(services, round_id, OTHER, level_mark(3))
        assert not sheet(services, round_id, OTHER).blind

    def test_r5_an_own_mark_changed_after_a_look_is_not_blind(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        score(services, round_id, OWN, level_mark(2))
        ready(services, round_id)
        score(services, round_id, OTHER, level_mark(3))
        services.history.undo()
        ready(services, round_id, is_ready=False)
        score(services, round_id, OWN, level_mark(3))
        assert not sheet(services, round_id, OWN).blind
        services.history.undo()
        assert not sheet(services, round_id, OWN).blind

    def test_r5_an_own_mark_taken_back_after_a_look_is_changed_too(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        score(services, round_id, OWN, level_mark(2))
        score(services, round_id, OWN, level_mark(4))
        ready(services, round_id)
        score(services, round_id, OTHER, level_mark(3))
        services.history.undo()
        services.history.undo()
        kept = sheet(services, round_id, OTHER)
        assert (kept.blind, kept.collected, sheet(services, round_id, OWN).blind) == (
            True, Collected.TYPED_FOR, True,
        )  # fmt: skip
        services.history.undo()
        assert not sheet(services, round_id, OWN).blind

    def test_r5_without_a_look_an_own_mark_taken_back_stays_blind(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        score(services, round_id, OWN, level_mark(2))
        score(services, round_id, OWN, level_mark(4))
        services.history.undo()
        services.history.redo()
        assert sheet(services, round_id, OWN).blind

    def test_the_round_itself_can_still_be_taken_back(self, services: Services, round_id: uuid.UUID) -> None:
        """What stayed of a typed row is no change that bars the step before it."""
        score(services, round_id, OTHER, level_mark(3))
        services.history.undo()
        services.history.undo()
        with services.database.reading() as session:
            assert session.get(Round, round_id) is None
        services.history.redo()
        assert not sheet(services, round_id, OTHER).blind

    def test_a_round_put_back_from_the_bin_is_as_blind_as_it_was(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        score(services, round_id, OWN, level_mark(2))
        ready(services, round_id)
        score(services, round_id, OTHER, level_mark(3))
        services.removal.delete_round(round_id)
        services.history.undo()
        assert sheet(services, round_id, OWN).blind
        assert sheet(services, round_id, OTHER).blind


class TestFinal:
    """A round that is final is read-only, for undo and redo too (P10)."""

    def test_its_opening_is_not_taken_back(self, services: Services, round_id: uuid.UUID) -> None:
        with services.database.transaction(undoable=False) as session:
            session.get_one(Round, round_id).finalised_at = REVEALED
        assert refusal_of(services.history.undo) == "round_final"

    def test_its_deletion_is_not_done_again(self, services: Services, round_id: uuid.UUID) -> None:
        services.removal.delete_round(round_id)
        services.history.undo()
        with services.database.transaction(undoable=False) as session:
            session.get_one(Round, round_id).finalised_at = REVEALED
        assert refusal_of(services.history.redo) == "round_final"

    def test_it_goes_and_comes_with_its_student(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        factory.score_all(services, round_id)
        factory.finalise(services, round_id)
        services.removal.delete_student(trajectory_id)
        services.history.undo()
        (found,) = services.rounds.of_student(trajectory_id)
        assert found.final
        services.history.redo()
        services.history.restore(services.history.bin()[0].transaction_id)
        (found,) = services.rounds.of_student(trajectory_id)
        assert found.final

    def test_a_talk_that_comes_back_leaves_it_as_it_is(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        """The talk was deleted while the round was open, and comes back after it was made final."""
        talk = factory.add_conversation(services, trajectory_id)
        round_id = factory.add_round(services, trajectory_id, conversation_id=talk.id)
        factory.score_all(services, round_id)
        services.removal.delete_conversation(talk)
        factory.finalise(services, round_id)
        with services.database.reading() as session:
            before = session.get_one(Round, round_id)
        services.history.undo()
        with services.database.reading() as session:
            after = session.get_one(Round, round_id)
        assert (after.version, after.conversation_id) == (before.version, None)
        assert [row.id for row in services.conversations.of_student(trajectory_id)] == [talk.id]


class TestRevealed:
    """The reveal is one act, which nobody takes back (R5)."""

    def test_stays_when_something_else_of_the_round_is_taken_back(
        self, services: Services, round_id: uuid.UUID
    ) -> None:
        with services.database.transaction() as session:
            found = session.get_one(Round, round_id)
            found.revealed_at, found.focus = REVEALED, ["C2"]
        services.history.undo()
        with services.database.reading() as session:
            found = session.get_one(Round, round_id)
        assert (found.revealed_at, found.focus) == (REVEALED, [])

    def test_bars_the_opening(self, services: Services, round_id: uuid.UUID) -> None:
        with services.database.transaction(undoable=False) as session:
            session.get_one(Round, round_id).revealed_at = REVEALED
        assert refusal_of(services.history.undo) == "changed_meanwhile"
