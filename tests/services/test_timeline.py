"""The timeline of one student: everything that exists, in order, and nothing that may not be seen."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock
from tests.reveal import mark_everybody_ready, reveal
from tests.statements import counted_statements
from wpl_desktop.domain.conversations import (
    AgendaItem,
    AgreementState,
    ConversationState,
    NotHeldCause,
)
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Perspective, RoundKind, Source
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import AgreementValues, ConversationRow
from wpl_desktop.services.timeline_entries import (
    AgreementStep,
    Evidence,
    Landmark,
    Milestone,
    RoundEvent,
    RoundStep,
    StudentTimeline,
    Talk,
)
from wpl_desktop.services.trajectories import BlockValues

TODAY = factory.THURSDAY
MONDAY = datetime(2026, 1, 12, 15, 45)  # noqa: DTZ001  (planned times are local)


@pytest.fixture
def trajectory_id(services: Services) -> UUID:
    return factory.add_student(services)


def timeline_of(services: Services, trajectory_id: UUID, *, joint: bool = False) -> StudentTimeline:
    return services.timeline.of_student(trajectory_id, joint=joint)


def talk_held(services: Services, trajectory_id: UUID, *, summary: str, key: str) -> ConversationRow:
    row = factory.add_conversation(services, trajectory_id, key=key, starts_at=MONDAY)
    services.conversations.hold(row, summary=summary)
    return row


def note_on_agenda(services: Services, conversation_id: UUID, note: str, *, wellbeing: bool) -> None:
    with services.database.transaction() as session:
        items = select(AgendaItem).where(AgendaItem.conversation_id == conversation_id)
        item = next(item for item in session.scalars(items) if not item.note)
        item.note, item.wellbeing = note, wellbeing


def steps_of(timeline: StudentTimeline) -> set[tuple[RoundStep, date]]:
    entries = (*timeline.planned, *timeline.past)
    return {(entry.step, entry.on) for entry in entries if isinstance(entry, RoundEvent)}


def evidence_of(timeline: StudentTimeline) -> set[tuple[Perspective, str]]:
    return {(entry.perspective, entry.code) for entry in timeline.past if isinstance(entry, Evidence)}


def test_plans_come_soonest_first_and_the_past_newest_first(services: Services, trajectory_id: UUID) -> None:
    for days in (14, 7, -7, -14):
        row = factory.add_conversation(services, trajectory_id, starts_at=TODAY + timedelta(days=days))
        if days < 0:
            services.conversations.hold(row, summary="")
    timeline = timeline_of(services, trajectory_id)

    ahead = [entry.on for entry in timeline.planned if isinstance(entry, Talk)]
    assert ahead == [TODAY.date() + timedelta(days=days) for days in (7, 14)]
    assert [talk.on for talk in timeline.talks] == [TODAY.date() - timedelta(days=days) for days in (7, 14)]
    assert timeline.next_talk is not None
    assert timeline.next_talk.on == TODAY.date() + timedelta(days=7)


def test_a_plan_of_which_the_day_has_passed_is_still_a_plan_but_not_the_next_step(
    services: Services, trajectory_id: UUID
) -> None:
    factory.add_conversation(services, trajectory_id, starts_at=MONDAY)
    timeline = timeline_of(services, trajectory_id)

    assert [entry.on for entry in timeline.planned if isinstance(entry, Talk)] == [MONDAY.date()]
    assert timeline.next_talk is None


def test_a_talk_that_was_not_held_says_why(services: Services, trajectory_id: UUID) -> None:
    row = factory.add_conversation(services, trajectory_id, starts_at=MONDAY)
    services.conversations.mark_not_held(row, cause=NotHeldCause.WORKPLACE)
    (talk,) = timeline_of(services, trajectory_id).talks

    assert (talk.state, talk.cause) == (ConversationState.NOT_HELD, NotHeldCause.WORKPLACE)


def test_a_concern_conversation_is_called_a_conversation(services: Services, trajectory_id: UUID) -> None:
    kind = next(kind for kind in services.conversations.types() if "concern" in kind.key)
    talk_held(services, trajectory_id, summary="", key=kind.key)
    (talk,) = timeline_of(services, trajectory_id).talks

    assert talk.name == kind.short_name
    assert talk.name != kind.name


def test_an_agreement_stands_on_the_day_of_its_talk_and_on_the_day_it_was_done(
    services: Services, trajectory_id: UUID
) -> None:
    row = factory.add_conversation(services, trajectory_id, starts_at=MONDAY)
    agreed = [
        AgreementValues(party=Party.STUDENT, text="Les filmen"),
        AgreementValues(party=Party.WORKPLACE, text="Meekijken", due_on=date(2026, 2, 1)),
    ]
    services.conversations.hold(row, summary="", agreements=agreed)
    rows = {row.text: row for row in services.conversations.agreements_of(trajectory_id)}
    services.conversations.settle(rows["Les filmen"], AgreementState.DONE)
    timeline = timeline_of(services, trajectory_id)

    steps = {(step.text, step.state, step.on) for step in timeline.past if isinstance(step, AgreementStep)}
    assert steps == {
        ("Les filmen", AgreementState.OPEN, MONDAY.date()),
        ("Les filmen", AgreementState.DONE, TODAY.date()),
        ("Meekijken", AgreementState.OPEN, MONDAY.date()),
    }
    assert [step.text for step in timeline.open_agreements] == ["Meekijken"]


def test_a_round_far_ahead_is_a_plan_and_waits_for_nobody(services: Services, trajectory_id: UUID) -> None:
    factory.add_round(services, trajectory_id, held_on=TODAY.date() + timedelta(days=15))
    timeline = timeline_of(services, trajectory_id)

    assert steps_of(timeline) == {(RoundStep.PLANNED, TODAY.date() + timedelta(days=15))}
    assert timeline.waiting == ()


def test_a_round_is_opened_filled_in_and_made_final(
    services: Services, trajectory_id: UUID, clock: FixedClock
) -> None:
    round_id = factory.add_round(services, trajectory_id, kind=RoundKind.START)
    assert [step.round_id for step in timeline_of(services, trajectory_id).waiting] == [round_id]
    clock.pass_time(days=1)
    factory.score_all(services, round_id)
    mark_everybody_ready(services, round_id)
    assert timeline_of(services, trajectory_id).waiting == ()
    clock.pass_time(days=1)
    factory.finalise(services, round_id)

    assert steps_of(timeline_of(services, trajectory_id)) == {
        (RoundStep.OPENED, TODAY.date()),
        (RoundStep.FILLED_IN, TODAY.date() + timedelta(days=1)),
        (RoundStep.FINAL, TODAY.date() + timedelta(days=2)),
    }


def test_a_talk_knows_the_round_it_belongs_to(services: Services, trajectory_id: UUID) -> None:
    row = talk_held(services, trajectory_id, summary="", key="coaching_conversation")
    round_id = factory.add_round(services, trajectory_id, number=2, conversation_id=row.id)
    (talk,) = timeline_of(services, trajectory_id).talks

    assert talk.report_of == (round_id, 2)


def test_evidence_of_the_others_appears_with_the_reveal(services: Services, trajectory_id: UUID) -> None:
    round_id = factory.add_round(services, trajectory_id)
    for perspective in Perspective:
        factory.score_all(services, round_id, perspective=perspective, evidence="Gezien in de les.")
    mark_everybody_ready(services, round_id)
    seen = {perspective for perspective, _ in evidence_of(timeline_of(services, trajectory_id))}
    assert seen == {Perspective.WORKPLACE}
    assert evidence_of(timeline_of(services, trajectory_id, joint=True)) == set()

    reveal(services, round_id)
    for joint in (False, True):
        seen = {
            perspective for perspective, _ in evidence_of(timeline_of(services, trajectory_id, joint=joint))
        }
        assert seen == set(Perspective)


def test_the_others_stay_hidden_after_the_reveal_while_the_own_sheet_is_not_ready(
    services: Services, trajectory_id: UUID
) -> None:
    round_id = factory.add_round(services, trajectory_id)
    factory.score_all(services, round_id, perspective=Perspective.STUDENT, comment="Ik vraag veel.")
    reveal(services, round_id)

    assert evidence_of(timeline_of(services, trajectory_id)) == set()


def test_evidence_says_how_one_knows(services: Services, trajectory_id: UUID) -> None:
    round_id = factory.add_round(services, trajectory_id)
    factory.score_all(
        services,
        round_id,
        strand=Strand.WORKPLACE_PART,
        evidence="Overleg stond in het rooster.",
        source=Source.OBSERVED,
    )
    found = [entry for entry in timeline_of(services, trajectory_id).past if isinstance(entry, Evidence)]

    assert {(entry.strand, entry.source, entry.on) for entry in found} == {
        (Strand.WORKPLACE_PART, Source.OBSERVED, TODAY.date())
    }
    assert len(found) == 9


def test_a_joint_screen_reads_no_note_of_a_coaching_talk(services: Services, trajectory_id: UUID) -> None:
    row = talk_held(services, trajectory_id, summary="Onzeker over de klas.", key="coaching_conversation")
    note_on_agenda(services, row.id, "Oefent het begin van de les.", wellbeing=False)

    (own,) = timeline_of(services, trajectory_id).talks
    assert own.note == "Onzeker over de klas.\nOefent het begin van de les."
    (joint,) = timeline_of(services, trajectory_id, joint=True).talks
    assert (joint.note, joint.on) == ("", MONDAY.date())


def test_a_joint_screen_reads_no_note_of_a_concern(services: Services, trajectory_id: UUID) -> None:
    key = next(kind.key for kind in services.conversations.types() if "concern" in kind.key)
    talk_held(services, trajectory_id, summary="Gaat het niet goed thuis?", key=key)

    assert timeline_of(services, trajectory_id, joint=True).talks[0].note == ""


def test_what_was_said_about_wellbeing_is_never_in_the_timeline(
    services: Services, trajectory_id: UUID
) -> None:
    row = talk_held(services, trajectory_id, summary="", key="coaching_conversation")
    note_on_agenda(services, row.id, "Slaapt slecht.", wellbeing=True)

    assert timeline_of(services, trajectory_id).talks[0].note == ""


def test_landmarks_of_the_trajectory(services: Services) -> None:
    block = BlockValues(name="Blok 1", starts_on=date(2026, 1, 5), ends_on=date(2026, 3, 13))
    trajectory_id = factory.add_student(services, notice_given_on=date(2025, 9, 2), blocks=(block,))
    timeline = timeline_of(services, trajectory_id)

    def landmarks(entries: tuple[object, ...]) -> list[Milestone]:
        return [entry.what for entry in entries if isinstance(entry, Landmark)]

    assert landmarks(timeline.past) == [Milestone.BLOCK_STARTS, Milestone.NOTICE_GIVEN, Milestone.STARTS]
    assert landmarks(timeline.planned) == [Milestone.BLOCK_ENDS, Milestone.ENDS]


def test_another_students_things_are_not_there(services: Services, trajectory_id: UUID) -> None:
    other = factory.add_student(services, name="Nguyễn Thị Hạnh")
    row = factory.add_conversation(services, other, starts_at=MONDAY)
    agreed = [AgreementValues(party=Party.STUDENT, text="Les filmen")]
    services.conversations.hold(row, summary="Van een ander", agreements=agreed)
    factory.score_all(services, factory.add_round(services, other), evidence="Van een ander")
    timeline = timeline_of(services, trajectory_id)

    assert {type(entry) for entry in (*timeline.planned, *timeline.past)} == {Landmark}


def test_a_student_who_is_gone_is_refused(services: Services, trajectory_id: UUID) -> None:
    with pytest.raises(DomainError):
        timeline_of(services, UUID(int=1))


def test_the_number_of_queries_does_not_grow(services: Services, trajectory_id: UUID) -> None:
    def count() -> int:
        with counted_statements(services) as seen:
            timeline_of(services, trajectory_id)
        return len(seen)

    few = count()
    for week in range(6):
        row = factory.add_conversation(services, trajectory_id, starts_at=MONDAY - timedelta(weeks=week))
        agreed = [AgreementValues(party=Party.STUDENT, text=f"Afspraak {week}")]
        services.conversations.hold(row, summary="Goed gesprek.", agreements=agreed)
    for number in (1, 2):
        round_id = factory.add_round(services, trajectory_id, number=number)
        factory.score_all(services, round_id, comment="Gezien.")

    assert count() == few
    assert few <= 11
