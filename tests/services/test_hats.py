"""Separated assessment: coaching notes and the assessor's advice are held apart at every door (0.1)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime

import pytest

from tests import factory
from tests.reports.reading import written
from tests.reveal import mark_everybody_ready
from wpl_desktop.domain.conversations import Hat, NotHeldCause
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.trajectories import AssessmentMode, Role
from wpl_desktop.reports.evaluation_text import whole_text
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.services.timeline_entries import Talk
from wpl_desktop.services.trajectories import RoleValues
from wpl_desktop.texts import untranslated

OWNER = "Griet Vanhaverbeke"
NOTE = "Struisvogelpolitiek"
ITEM_NOTE = "Kameleongedrag"
ADVICE = "Zeepaardjesadvies"
LAST_WEEK = datetime.fromisoformat("2026-01-15T15:45")


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A coaching talk that was held, with a note at an item and one of the whole."""
    planned = factory.add_conversation(services, trajectory_id, starts_at=LAST_WEEK, place="Lokaal 12")
    item = next(item for item in services.talks.view(planned.id).items if not item.wellbeing)
    services.talks.save_note(item.id, ITEM_NOTE, version=item.version)
    services.conversations.hold(planned, summary=NOTE)
    return row_of(services, trajectory_id)


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    """A final round with an advice."""
    found = factory.add_round(services, trajectory_id, kind=RoundKind.FINAL, held_on=date(2026, 1, 22))
    factory.score_all(services, found, comment="Gezien in de klas.")
    mark_everybody_ready(services, found)
    services.rounds.reveal(found)
    services.evaluations.save_report_texts(found, ReportTexts(strong="Rustig.", advice=ADVICE))
    return found


def row_of(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    [row] = services.conversations.of_student(trajectory_id)
    return row


def set_apart(services: Services, trajectory_id: uuid.UUID, *, owner: Role) -> None:
    """Coach and assessor are apart from now on, and this is what the owner of the profile is."""
    detail = services.trajectories.detail(trajectory_id)
    others = tuple(person for person in detail.values.people if person.name != OWNER)
    values = replace(
        detail.values,
        assessment_mode=AssessmentMode.SEPARATED,
        people=(*others, RoleValues(role=owner, name=OWNER)),
    )
    services.trajectories.change_student(detail, values)


def found(services: Services, word: str) -> list[str]:
    return [hit.snippet.text for group in services.search.find(word) for hit in group.hits]


class TestTheAssessorSeesNoCoachingNotes:
    @pytest.fixture(autouse=True)
    def _apart(self, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow) -> None:
        # The control: until then every door shows them.
        assert talk.summary == NOTE
        assert found(services, NOTE)
        assert found(services, ITEM_NOTE)
        set_apart(services, trajectory_id, owner=Role.ASSESSOR)

    def test_on_the_screen(self, services: Services, trajectory_id: uuid.UUID) -> None:
        row = row_of(services, trajectory_id)
        assert row.notes_apart
        assert row.summary == ""
        view = services.talks.view(row.id)
        assert view.row.summary == ""
        assert not any(item.note for item in view.items)

    def test_in_the_search(self, services: Services) -> None:
        assert found(services, NOTE) == []
        assert found(services, ITEM_NOTE) == []
        assert found(services, f"{NOTE} Łukasz") == []
        assert found(services, "Lokaal"), "the talk itself is found by what may be seen"

    def test_in_the_timeline(self, services: Services, trajectory_id: uuid.UUID) -> None:
        talks = [
            entry for entry in services.timeline.of_student(trajectory_id).past if isinstance(entry, Talk)
        ]
        assert [entry.note for entry in talks] == [""]

    def test_in_report_and_text(self, services: Services, round_id: uuid.UUID) -> None:
        everything = printed(services, round_id)
        assert NOTE not in everything
        assert ITEM_NOTE not in everything
        assert ADVICE in everything, "the advice is the assessor's own"

    def test_cannot_write_among_them(self, services: Services, trajectory_id: uuid.UUID) -> None:
        view = services.talks.view(row_of(services, trajectory_id).id)
        item = view.items[0]
        attempts = [
            lambda: services.talks.save_note(item.id, "van mij", version=item.version),
            lambda: services.talks.save_summary(view.row.id, "van mij", version=view.row.version),
        ]
        for attempt in attempts:
            with pytest.raises(DomainError) as caught:
                attempt()
            assert caught.value.code == "notes_apart"

    def test_another_type_of_talk_does_not_bring_them_over(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        services.conversations.plan_again(row_of(services, trajectory_id))
        row = row_of(services, trajectory_id)
        kinds = {kind.hat: kind.id for kind in services.conversations.types()}
        values = PlanValues(
            trajectory_id=trajectory_id,
            type_id=kinds[Hat.EVALUATE],
            starts_at=row.starts_at,
            minutes=row.minutes,
        )
        with pytest.raises(DomainError) as caught:
            services.conversations.move(row, values)
        assert caught.value.code == "notes_apart"
        services.conversations.move(row, replace(values, type_id=row.type_id, place="Lokaal 3"))
        assert NOTE not in repr(row_of(services, trajectory_id))

    def test_marking_a_talk_not_held_keeps_what_the_coach_noted(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        services.conversations.plan_again(row_of(services, trajectory_id))
        services.conversations.mark_not_held(row_of(services, trajectory_id), cause=NotHeldCause.OTHER)
        set_together(services, trajectory_id)
        assert row_of(services, trajectory_id).summary == NOTE

    def test_marking_a_talk_held_keeps_what_the_coach_noted(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        services.conversations.plan_again(row_of(services, trajectory_id))
        services.conversations.hold(row_of(services, trajectory_id), summary="")
        set_together(services, trajectory_id)
        assert row_of(services, trajectory_id).summary == NOTE


class TestTheCoachSeesNoAdvice:
    @pytest.fixture(autouse=True)
    def _apart(self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID) -> None:
        assert services.evaluations.report_texts(round_id).advice == ADVICE
        assert found(services, ADVICE)
        set_apart(services, trajectory_id, owner=Role.SCHOOL_MENTOR)

    def test_on_the_screen(self, services: Services, round_id: uuid.UUID) -> None:
        texts = services.evaluations.report_texts(round_id)
        assert texts.advice_apart
        assert texts.advice == ""
        assert texts.strong == "Rustig."

    def test_in_the_search(self, services: Services) -> None:
        assert found(services, ADVICE) == []
        assert found(services, f"{ADVICE} Łukasz") == []
        assert found(services, "Rustig") == ["Rustig."]

    def test_in_the_timeline(self, services: Services, trajectory_id: uuid.UUID) -> None:
        assert ADVICE not in repr(services.timeline.of_student(trajectory_id))

    def test_in_report_and_text(self, services: Services, round_id: uuid.UUID) -> None:
        assert ADVICE not in printed(services, round_id)
        assert services.reporting.evaluation_report(round_id, language="nl").advice_apart

    def test_in_the_checklist(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        """Whom the advice names is not told either."""
        factory.add_student(services, name="Yasmine El Idrissi")
        set_together(services, trajectory_id)
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="Rustig.", advice="Als Yasmine"))
        assert services.finalising.checklist(round_id).other_names
        set_apart(services, trajectory_id, owner=Role.SCHOOL_MENTOR)
        assert services.finalising.checklist(round_id).other_names == ()

    def test_writing_the_other_texts_leaves_it_as_it_is(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="Helder."))
        set_together(services, trajectory_id)
        texts = services.evaluations.report_texts(round_id)
        assert (texts.strong, texts.advice) == ("Helder.", ADVICE)

    def test_own_notes_stay(
        self, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
    ) -> None:
        assert row_of(services, trajectory_id).summary == talk.summary == NOTE


def test_nobody_is_both_where_they_are_apart(services: Services) -> None:
    people = (
        RoleValues(role=Role.SCHOOL_MENTOR, name=OWNER),
        RoleValues(role=Role.ASSESSOR, name=OWNER),
    )
    with pytest.raises(DomainError) as caught:
        factory.add_student(services, assessment_mode=AssessmentMode.SEPARATED, people=people)
    assert (caught.value.code, caught.value.field) == ("both_hats", "assessment_mode")
    factory.add_student(services, assessment_mode=AssessmentMode.SHARED, people=people)


def set_together(services: Services, trajectory_id: uuid.UUID) -> None:
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(
        detail, replace(detail.values, assessment_mode=AssessmentMode.SHARED)
    )


def printed(services: Services, round_id: uuid.UUID) -> str:
    """What the paper and the copied text of a report say."""
    report = services.reporting.evaluation_report(round_id, language="nl")
    return f"{written(report).letters()} {whole_text(report, untranslated)}"
