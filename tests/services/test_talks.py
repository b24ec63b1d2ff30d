"""The page of one conversation, as data: notes, ticks, what becomes of agreements, and guidance."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from tests import factory
from wpl_desktop.domain.conversations import (
    Agreement,
    AgreementOutcome,
    AgreementState,
    ConversationState,
    NotHeldCause,
)
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreements import AgreementRow, AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues

# The clock of the tests stands at Thursday 22 January 2026, half past three.
BEFORE = datetime.fromisoformat("2026-01-15T15:45")
NOW = datetime.fromisoformat("2026-01-22T15:00")
LATER = datetime.fromisoformat("2026-01-29T15:45")


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A talk of today, after one of last week that left two agreements."""
    before = factory.add_conversation(services, trajectory_id, starts_at=BEFORE)
    agreements = [
        AgreementValues(party=Party.STUDENT, text="Hulpteken", due_on=date(2026, 1, 20)),
        AgreementValues(party=Party.WORKPLACE, text="Graadvergadering"),
    ]
    services.conversations.hold(before, summary="", agreements=agreements)
    return factory.add_conversation(services, trajectory_id, starts_at=NOW)


def agreement(services: Services, trajectory_id: uuid.UUID, text: str) -> AgreementRow:
    rows = services.conversations.agreements_of(trajectory_id)
    return next(row for row in rows if row.text == text)


def said(services: Services, talk_id: uuid.UUID) -> dict[str, tuple[AgreementOutcome | None, bool]]:
    view = services.talks.view(talk_id)
    return {found.row.text: (found.outcome, found.is_past) for found in view.earlier}


def review(
    services: Services, talk_id: uuid.UUID, text: str, outcome: AgreementOutcome, **values: Any
) -> None:
    view = services.talks.view(talk_id)
    row = next(found.row for found in view.earlier if found.row.text == text)
    services.talks.review(talk_id, row, outcome, **values)


def say_all(services: Services, talk_id: uuid.UUID) -> None:
    """Say of what was not said yet that it goes on."""
    rows = [found.row for found in services.talks.view(talk_id).unsaid]
    services.talks.review_all(talk_id, rows, AgreementOutcome.GOES_ON)


def settled_days(services: Services, trajectory_id: uuid.UUID) -> dict[str, date | None]:
    with services.database.reading() as session:
        found = session.scalars(select(Agreement).where(Agreement.trajectory_id == trajectory_id))
        return {row.text: row.settled_on for row in found}


def test_the_page_shows_agenda_people_and_what_was_left_open(
    services: Services, talk: ConversationRow
) -> None:
    view = services.talks.view(talk.id)
    assert view.student_name == "Łukasz Wójcik"
    assert view.people == ("Łukasz", "Griet")
    assert [item.minutes for item in view.items] == [3, 4, 12, 6, 3, 2]
    assert [item.wellbeing for item in view.items] == [True, False, False, False, False, False]
    assert [found.row.text for found in view.earlier] == ["Hulpteken", "Graadvergadering"]
    assert view.made_here == ()
    assert view.held_before == BEFORE.date()
    assert view.next_talk is None
    assert not view.in_group


def test_owners_begin_with_the_student_and_end_with_whole_parties(
    services: Services, talk: ConversationRow
) -> None:
    owners = services.talks.view(talk.id).owners
    assert (owners[0].party, owners[0].person_id, owners[0].name) == (Party.STUDENT, None, "Łukasz")
    assert {owner.name for owner in owners[1:4]} == {
        "Mehmet Yıldız",
        "Griet Vanhaverbeke",
        "Nadège Okonkwo-Maes",
    }
    assert [(owner.party, owner.person_id) for owner in owners[-2:]] == [
        (Party.WORKPLACE, None),
        (Party.INSTITUTE, None),
    ]


def test_the_next_planned_talk_is_the_first_after_this_one(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    factory.add_conversation(services, trajectory_id, starts_at=LATER + timedelta(days=7))
    wanted = factory.add_conversation(services, trajectory_id, starts_at=LATER)
    found = services.talks.view(talk.id).next_talk
    assert found is not None
    assert (found.id, found.starts_at) == (wanted.id, LATER)


def test_a_conversation_that_is_gone_is_refused(services: Services) -> None:
    with pytest.raises(DomainError, match="not_found"):
        services.talks.view(uuid.uuid4())


def test_notes_and_ticks_are_kept_on_the_version_they_were_made_on(
    services: Services, talk: ConversationRow
) -> None:
    item = services.talks.view(talk.id).items[2]
    version = services.talks.save_note(item.id, " Groepswerk liep uit. \n", version=item.version)
    version = services.talks.tick(item.id, done=True, version=version)
    kept = services.talks.view(talk.id).items[2]
    assert (kept.note, kept.done, kept.version) == ("Groepswerk liep uit.", True, version)
    with pytest.raises(DomainError, match="changed_meanwhile"):
        services.talks.save_note(item.id, "oud", version=item.version)
    assert services.talks.view(talk.id).items[2].note == "Groepswerk liep uit."


def test_the_one_note_is_kept_before_and_after_the_talk(services: Services, talk: ConversationRow) -> None:
    version = services.talks.save_summary(talk.id, "voorbereid", version=talk.version)
    row = services.talks.view(talk.id).row
    assert row.version == version
    say_all(services, talk.id)
    services.conversations.hold(row, summary=row.summary)
    held = services.talks.view(talk.id).row
    services.talks.save_summary(talk.id, "gehouden", version=held.version)
    assert services.talks.view(talk.id).row.summary == "gehouden"
    with pytest.raises(DomainError, match="changed_meanwhile"):
        services.talks.save_summary(talk.id, "oud", version=version)


def test_nothing_is_kept_of_a_talk_that_was_not_held(services: Services, talk: ConversationRow) -> None:
    item = services.talks.view(talk.id).items[0]
    version = services.talks.save_note(item.id, "moe", version=item.version)
    services.conversations.mark_not_held(services.talks.view(talk.id).row, cause=NotHeldCause.STUDENT)
    assert [found.note for found in services.talks.view(talk.id).items if found.note] == []
    with pytest.raises(DomainError, match="already_settled"):
        services.talks.save_note(item.id, "toch", version=version + 1)


@pytest.mark.parametrize(
    ("outcome", "state", "settled_on"),
    [
        (AgreementOutcome.DONE, AgreementState.DONE, NOW.date()),
        (AgreementOutcome.DROPPED, AgreementState.DROPPED, NOW.date()),
        (AgreementOutcome.GOES_ON, AgreementState.OPEN, None),
    ],
)
def test_what_a_talk_says_of_an_agreement_stays_with_the_talk(
    services: Services,
    trajectory_id: uuid.UUID,
    talk: ConversationRow,
    outcome: AgreementOutcome,
    state: AgreementState,
    settled_on: date | None,
) -> None:
    review(services, talk.id, "Hulpteken", outcome)
    assert agreement(services, trajectory_id, "Hulpteken").state is state
    assert settled_days(services, trajectory_id)["Hulpteken"] == settled_on
    say_all(services, talk.id)
    services.conversations.hold(services.talks.view(talk.id).row, summary="")
    assert said(services, talk.id) == {
        "Hulpteken": (outcome, False),
        "Graadvergadering": (AgreementOutcome.GOES_ON, False),
    }


def test_what_was_said_can_be_said_differently(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    review(services, talk.id, "Hulpteken", AgreementOutcome.DONE)
    review(services, talk.id, "Hulpteken", AgreementOutcome.GOES_ON, due_on=date(2026, 2, 5))
    row = agreement(services, trajectory_id, "Hulpteken")
    assert (row.state, row.due_on) == (AgreementState.OPEN, date(2026, 2, 5))
    assert settled_days(services, trajectory_id)["Hulpteken"] is None
    assert said(services, talk.id)["Hulpteken"] == (AgreementOutcome.GOES_ON, False)


def test_after_a_later_talk_what_was_said_before_is_history(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    review(services, talk.id, "Hulpteken", AgreementOutcome.GOES_ON)
    later = factory.add_conversation(services, trajectory_id, starts_at=LATER)
    review(services, later.id, "Hulpteken", AgreementOutcome.DONE)
    assert said(services, talk.id)["Hulpteken"] == (AgreementOutcome.GOES_ON, True)
    assert said(services, later.id)["Hulpteken"] == (AgreementOutcome.DONE, False)


def test_an_agreement_said_done_before_its_talk_is_settled_today(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    later = factory.add_conversation(services, trajectory_id, starts_at=LATER)
    review(services, later.id, "Hulpteken", AgreementOutcome.DONE)
    assert settled_days(services, trajectory_id)["Hulpteken"] == date(2026, 1, 22)


def test_agreements_of_a_later_talk_were_not_there_yet(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    later = factory.add_conversation(services, trajectory_id, starts_at=LATER)
    services.talks.add_agreement(later.id, AgreementValues(party=Party.STUDENT, text="Nieuw"))
    assert "Nieuw" not in said(services, talk.id)
    assert [row.text for row in services.talks.view(later.id).made_here] == ["Nieuw"]


def test_the_dialog_after_a_talk_leaves_the_same_trace(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    rows = [agreement(services, trajectory_id, text) for text in ("Hulpteken", "Graadvergadering")]
    states = (AgreementState.DONE, AgreementState.OPEN)
    services.conversations.hold(talk, summary="", settled=list(zip(rows, states, strict=True)))
    assert said(services, talk.id) == {
        "Hulpteken": (AgreementOutcome.DONE, False),
        "Graadvergadering": (AgreementOutcome.GOES_ON, False),
    }


def test_a_new_agreement_is_written_differently(services: Services, talk: ConversationRow) -> None:
    values = AgreementValues(party=Party.STUDENT, text=" Eén les ", due_on=date(2026, 2, 1))
    services.talks.add_agreement(talk.id, values)
    [row] = services.talks.view(talk.id).made_here
    assert row.text == "Eén les"
    services.agreement_board.change(row, AgreementValues(party=Party.WORKPLACE, text="Twee lessen"))
    [changed] = services.talks.view(talk.id).made_here
    assert (changed.party, changed.text, changed.due_on) == (Party.WORKPLACE, "Twee lessen", None)
    with pytest.raises(DomainError, match="changed_meanwhile"):
        services.agreement_board.change(row, values)
    with pytest.raises(DomainError, match="agreement_missing"):
        services.agreement_board.change(changed, AgreementValues(party=Party.STUDENT, text="  "))


def test_each_talk_begins_with_the_next_criterion(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    later = factory.add_conversation(services, trajectory_id, starts_at=LATER)
    codes = [found.code for found in services.talks.view(talk.id).guidance]
    assert (codes[0], len(codes)) == ("C2", 9)
    assert services.talks.view(later.id).guidance[0].code == "C3"
    assert all(len(found.questions) == 3 and found.tip for found in services.talks.view(talk.id).guidance)


def test_the_focus_of_the_round_that_is_on_decides(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    factory.add_round(services, trajectory_id, focus=("C4", "C8"), kind=RoundKind.MIDTERM, held_on=NOW.date())
    factory.add_round(
        services, trajectory_id, number=2, focus=("C1", "C9"), held_on=NOW.date() + timedelta(days=60)
    )
    assert {found.code for found in services.talks.view(talk.id).guidance} == {"C4", "C8"}


def test_another_kind_of_talk_keeps_what_was_prepared_but_for_wellbeing(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    items = services.talks.view(talk.id).items
    services.talks.save_note(items[0].id, "slaapt slecht", version=items[0].version)
    services.talks.save_note(items[2].id, "groepswerk", version=items[2].version)
    services.conversations.move(services.talks.view(talk.id).row, as_kind(services, talk, "lesson_debrief"))
    view = services.talks.view(talk.id)
    assert view.row.summary == "groepswerk"
    assert not any(item.note for item in view.items)


@pytest.mark.parametrize("key", ["midterm_trialogue", "return_day"])
def test_what_was_noted_while_coaching_comes_under_no_other_hat(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow, key: str
) -> None:
    """P07: there it would be printed, and seen by who looks along."""
    items = services.talks.view(talk.id).items
    version = services.talks.save_note(items[2].id, "groepswerk", version=items[2].version)
    with pytest.raises(DomainError, match="coach_notes_stay"):
        services.conversations.move(services.talks.view(talk.id).row, as_kind(services, talk, key))
    assert services.talks.view(talk.id).items[2].note == "groepswerk"
    services.talks.save_note(items[2].id, "", version=version)
    services.conversations.move(services.talks.view(talk.id).row, as_kind(services, talk, key))
    assert services.talks.view(talk.id).type_key == key


def as_kind(services: Services, talk: ConversationRow, key: str) -> PlanValues:
    """The same talk as one of another kind."""
    kinds = {kind.key: kind for kind in services.conversations.types()}
    return PlanValues(trajectory_id=talk.trajectory_id, type_id=kinds[key].id, starts_at=LATER, minutes=60)


@pytest.mark.parametrize("key", ["peer_consultation", "return_day"])
def test_among_peers_only_the_own_take_away_is_kept(
    services: Services, trajectory_id: uuid.UUID, key: str
) -> None:
    talk = factory.add_conversation(services, trajectory_id, key=key, starts_at=NOW)
    assert services.talks.view(talk.id).in_group


def test_a_long_history_takes_no_more_queries(
    services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
) -> None:
    counted: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        counted.append(statement)

    event.listen(services.database.engine, "before_cursor_execute", count)
    services.talks.view(talk.id)
    few = len(counted)
    for week in range(1, 8):
        row = factory.add_conversation(services, trajectory_id, starts_at=BEFORE - timedelta(weeks=week))
        made = AgreementValues(party=Party.STUDENT, text=f"afspraak {week}")
        services.conversations.hold(row, summary="x", agreements=[made])
    counted.clear()
    view = services.talks.view(talk.id)
    assert len(view.earlier) == 9
    assert len(counted) == few
    assert view.row.state is ConversationState.PLANNED
