"""What the papers of conversations may say, and of whom: minutes, preparation, week and month."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests import factory
from tests.factory import FixedClock
from tests.reports.paper_sample import on_paper
from tests.statements import counted_statements
from wpl_desktop.domain.conversations import AgreementOutcome, ConversationState, NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import AssessmentMode, Role
from wpl_desktop.reports.minutes import write_minutes
from wpl_desktop.reports.month_agenda import write_month_agenda
from wpl_desktop.reports.preparation import write_preparation
from wpl_desktop.reports.week_agenda import write_week_agenda
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.services.trajectories import BlockValues, RoleValues
from wpl_desktop.texts import untranslated

OWNER = "Griet Vanhaverbeke"
NOTE = "Struisvogelpolitiek"
ITEM_NOTE = "Kameleongedrag"
WELLBEING = "Schildpadtempo"
TUESDAY = datetime.fromisoformat("2026-01-20T15:45")
MONDAY = date(2026, 1, 19)


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


def held(services: Services, trajectory_id: uuid.UUID, key: str, **values: Any) -> ConversationRow:
    """A talk that was held, with a note at every item, one of the whole, and an agreement."""
    planned = factory.add_conversation(
        services, trajectory_id, **{"key": key, "starts_at": TUESDAY, **values}
    )
    for item in services.talks.view(planned.id).items:
        text = WELLBEING if item.wellbeing else ITEM_NOTE
        services.talks.save_note(item.id, text, version=item.version)
    services.conversations.hold(
        row(services, trajectory_id, planned.id),
        summary=NOTE,
        agreements=[AgreementValues(party=Party.STUDENT, text="Spelkoffers kiezen")],
        started_at=datetime(2026, 1, 20, 15, 50, tzinfo=UTC),
        ended_at=datetime(2026, 1, 20, 16, 55, tzinfo=UTC),
    )
    return row(services, trajectory_id, planned.id)


def row(services: Services, trajectory_id: uuid.UUID, conversation_id: uuid.UUID) -> ConversationRow:
    return next(one for one in services.conversations.of_student(trajectory_id) if one.id == conversation_id)


def minutes_text(services: Services, conversation_id: uuid.UUID) -> str:
    sheet = services.minutes.minutes(conversation_id, "nl")
    return on_paper(lambda target: write_minutes(sheet, target, translate=untranslated)).text()


def preparation_text(services: Services, conversation_id: uuid.UUID) -> str:
    sheet = services.minutes.preparation(conversation_id, "nl")
    return on_paper(lambda target: write_preparation(sheet, target, translate=untranslated)).text()


def agenda_texts(services: Services, day: date) -> str:
    week, month = services.minutes.week(day, "nl"), services.minutes.month(day, "nl")
    return (
        on_paper(lambda target: write_week_agenda(week, target, translate=untranslated)).text()
        + on_paper(lambda target: write_month_agenda(month, target, translate=untranslated)).text()
    )


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


class TestNotesOnPaper:
    @pytest.mark.parametrize(
        ("key", "shared"),
        [
            ("midterm_trialogue", True),
            ("final_evaluation", True),
            ("concern_conversation", True),
            ("peer_consultation", True),
            ("return_day", True),
            ("coaching_conversation", False),
            ("intake_conversation", False),
            ("lesson_debrief", False),
            ("institute_check_in", False),
        ],
    )
    def test_p07_of_each_type_only_what_is_for_everybody_is_printed(
        self, services: Services, trajectory_id: uuid.UUID, key: str, shared: bool
    ) -> None:
        talk = held(services, trajectory_id, key)
        text = minutes_text(services, talk.id)
        assert (NOTE in text, ITEM_NOTE in text) == (shared, shared)
        assert "Spelkoffers kiezen" in text

    @pytest.mark.parametrize("key", ["coaching_conversation", "concern_conversation"])
    def test_y12_wellbeing_keeps_its_line_and_never_a_note(
        self, services: Services, trajectory_id: uuid.UUID, key: str
    ) -> None:
        talk = held(services, trajectory_id, key)
        assert WELLBEING not in minutes_text(services, talk.id)
        sheet = services.minutes.minutes(talk.id, "nl")
        [item] = [item for item in sheet.items if item.wellbeing]
        assert item.title

    def test_no_note_is_on_the_preparation_or_on_an_agenda(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        talk = held(services, trajectory_id, "midterm_trialogue")
        for text in (preparation_text(services, talk.id), agenda_texts(services, TUESDAY.date())):
            assert [word in text for word in (NOTE, ITEM_NOTE, WELLBEING)] == [False, False, False]

    def test_an_assessor_apart_prints_no_notes_of_the_coach(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        talk = held(services, trajectory_id, "concern_conversation")
        assert NOTE in minutes_text(services, talk.id)
        set_apart(services, trajectory_id, owner=Role.ASSESSOR)
        text = minutes_text(services, talk.id)
        assert (NOTE in text, ITEM_NOTE in text) == (False, False)


class TestMinutes:
    def test_before_the_talk_who_and_when_are_known(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        planned = factory.add_conversation(services, trajectory_id, key="midterm_trialogue", place="Lokaal 3")
        sheet = services.minutes.minutes(planned.id, "nl")
        assert sheet.state is ConversationState.PLANNED
        assert (sheet.talk.type_name, sheet.talk.place) == ("Tussentijds trialooggesprek", "Lokaal 3")
        assert sum(item.minutes for item in sheet.items) == sheet.talk.minutes == 60
        assert {(one.name, one.role) for one in sheet.people} == {
            ("Łukasz Wójcik", None),
            (OWNER, Role.SCHOOL_MENTOR),
            ("Nadège Okonkwo-Maes", Role.INSTITUTE_SUPERVISOR),
        }
        assert (sheet.head.document_number, sheet.head.file_stem) == (
            f"V-2526-S1-{planned.starts_at:%m%d}",
            f"gespreksverslag_2025-26_S1_{planned.starts_at.date().isoformat()}",
        )

    def test_each_party_signs_once_and_the_owner_made_it(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        talk = held(services, trajectory_id, "midterm_trialogue")
        sheet = services.minutes.minutes(talk.id, "nl")
        assert [(one.party, one.name, one.made_it) for one in sheet.signers] == [
            (Party.STUDENT, "Łukasz Wójcik", False),
            (Party.WORKPLACE, OWNER, True),
            (Party.INSTITUTE, "Nadège Okonkwo-Maes", False),
        ]

    def test_when_it_was_is_local_and_as_recorded(self, services: Services, trajectory_id: uuid.UUID) -> None:
        talk = held(services, trajectory_id, "midterm_trialogue")
        sheet = services.minutes.minutes(talk.id, "nl")
        moments = [datetime(2026, 1, 20, hour, minute, tzinfo=UTC) for hour, minute in ((15, 50), (16, 55))]
        assert [sheet.started_at, sheet.ended_at] == [
            moment.astimezone().replace(tzinfo=None) for moment in moments
        ]

    def test_agreements_of_before_come_with_what_was_said_of_them(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        held(services, trajectory_id, "coaching_conversation", starts_at=TUESDAY - timedelta(days=7))
        later = factory.add_conversation(services, trajectory_id, starts_at=TUESDAY)
        [earlier] = services.minutes.minutes(later.id, "nl").earlier
        assert (earlier.agreement.text, earlier.outcome) == ("Spelkoffers kiezen", None)
        [open_one] = services.minutes.preparation(later.id, "nl").agreements
        assert open_one == earlier.agreement
        [view] = services.talks.view(later.id).earlier
        services.talks.review(later.id, view.row, outcome=AgreementOutcome.DONE)
        [earlier] = services.minutes.minutes(later.id, "nl").earlier
        assert earlier.outcome is AgreementOutcome.DONE
        assert services.minutes.preparation(later.id, "nl").agreements == ()

    def test_concern_minutes_are_only_seen_and_their_file_says_nothing(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        talk = held(services, trajectory_id, "concern_conversation")
        sheet = services.minutes.minutes(talk.id, "nl")
        assert sheet.only_seen
        assert sheet.talk.type_name == "Zorggesprek"
        for stem in (sheet.head.file_stem, services.minutes.preparation(talk.id, "nl").head.file_stem):
            assert "zorg" not in stem
            assert "Wójcik" not in stem
        assert not services.minutes.minutes(
            held(services, trajectory_id, "lesson_debrief").id, "nl"
        ).only_seen

    def test_a_group_has_only_the_own_take_away_and_no_other_student(self, services: Services) -> None:
        first = factory.add_student(services)
        second = factory.add_student(services, name="Nguyễn Thị Hạnh")
        factory.add_conversation(
            services, first, key="peer_consultation", others=(second,), starts_at=TUESDAY
        )
        for own, text in ((first, "Oogst van Łukasz"), (second, "Oogst van de ander")):
            [mine] = services.conversations.of_student(own)
            services.talks.save_summary(mine.id, text, version=mine.version)
        [mine] = services.conversations.of_student(first)
        sheet = services.minutes.minutes(mine.id, "nl")
        assert (sheet.in_group, sheet.signers, sheet.earlier) == (True, (), ())
        text = minutes_text(services, mine.id) + preparation_text(services, mine.id)
        assert "Oogst van Łukasz" in text
        assert "Oogst van de ander" not in text
        assert "Hạnh" not in text

    def test_a_talk_that_was_not_held_has_its_cause_and_nobody_signs(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        planned = factory.add_conversation(services, trajectory_id, starts_at=TUESDAY)
        services.conversations.mark_not_held(planned, cause=NotHeldCause.WORKPLACE)
        sheet = services.minutes.minutes(planned.id, "nl")
        assert (sheet.not_held_cause, sheet.signers) == (NotHeldCause.WORKPLACE, ())

    def test_the_language_is_that_of_the_paper(self, services: Services, trajectory_id: uuid.UUID) -> None:
        talk = held(services, trajectory_id, "midterm_trialogue")
        sheet = services.minutes.minutes(talk.id, "en")
        assert sheet.talk.type_name == "Mid-term trialogue meeting"
        assert sheet.items[0].title == "Welcome, purpose and roles"
        assert sheet.head.file_stem.startswith("minutes_2025-26_S1_")

    def test_what_is_not_there_is_refused(self, services: Services) -> None:
        for gather in (services.minutes.minutes, services.minutes.preparation):
            with pytest.raises(DomainError, match="not_found"):
                gather(uuid.uuid4(), "nl")


class TestPreparation:
    def test_it_says_what_the_type_asks_for(self, services: Services, trajectory_id: uuid.UUID) -> None:
        planned = factory.add_conversation(services, trajectory_id)
        sheet = services.minutes.preparation(planned.id, "nl")
        assert sheet.preparation.startswith("Eén situatie en één vraag")
        assert "{" not in sheet.preparation
        assert sheet.head.file_stem == f"voorbereiding_2025-26_S1_{planned.starts_at.date().isoformat()}"


class TestWeek:
    def test_it_begins_on_monday_and_holds_this_week_and_the_next(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        for days in (-2, 0, 5, 6, 13):
            factory.add_conversation(services, trajectory_id, starts_at=TUESDAY + timedelta(days=days))
        week = services.minutes.week(date(2026, 1, 25), "nl")
        assert (week.monday, week.head.file_stem) == (MONDAY, "weekagenda_2026-W04")
        assert [talk.starts_at.day for talk in week.talks] == [20, 25]
        assert [talk.starts_at.day for talk in week.next_week] == [26]

    def test_a_talk_has_full_names_others_and_who_is_ready(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        factory.add_conversation(services, trajectory_id, key="midterm_trialogue", starts_at=TUESDAY)
        round_id = factory.add_round(services, trajectory_id, held_on=TUESDAY.date())
        factory.score_all(services, round_id)
        services.evaluations.mark_ready(
            round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
        )
        [talk] = services.minutes.week(MONDAY, "nl").talks
        assert talk.students == ("Łukasz Wójcik",)
        assert talk.people == ("Nadège Okonkwo-Maes",)
        assert talk.round_number == 1
        assert dict(talk.ready) == {
            Perspective.STUDENT: False,
            Perspective.WORKPLACE: True,
            Perspective.INSTITUTE: False,
        }

    def test_a_concern_talk_reads_conversation(self, services: Services, trajectory_id: uuid.UUID) -> None:
        for days in (0, 7):
            factory.add_conversation(
                services, trajectory_id, key="concern_conversation", starts_at=TUESDAY + timedelta(days=days)
            )
        week = services.minutes.week(MONDAY, "nl")
        assert [talk.name for talk in (*week.talks, *week.next_week)] == ["gesprek", "gesprek"]
        assert "zorg" not in agenda_texts(services, MONDAY).lower()

    def test_a_talk_with_several_is_one_line_with_all_of_them(self, services: Services) -> None:
        first = factory.add_student(services)
        second = factory.add_student(services, name="Nguyễn Thị Hạnh")
        factory.add_conversation(services, first, key="return_day", others=(second,), starts_at=TUESDAY)
        [talk] = services.minutes.week(MONDAY, "nl").talks
        assert set(talk.students) == {"Łukasz Wójcik", "Nguyễn Thị Hạnh"}
        [talk] = services.minutes.month(MONDAY, "nl").talks
        assert len(talk.students) == 2

    def test_only_open_agreements_of_these_days_are_there(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        planned = factory.add_conversation(services, trajectory_id, starts_at=TUESDAY - timedelta(days=7))
        for day in (18, 19, 25, 26):
            values = AgreementValues(party=Party.WORKPLACE, text=f"Dag {day}", due_on=date(2026, 1, day))
            services.talks.add_agreement(planned.id, values)
        due = services.minutes.week(MONDAY, "nl").due
        assert [one.agreement.text for one in due] == ["Dag 19", "Dag 25"]
        assert due[0].student == "Łukasz"

    def test_bands_of_the_calendar_are_there(self, services: Services) -> None:
        blocks = (BlockValues(name="Blokstage 1", starts_on=date(2026, 1, 19), ends_on=date(2026, 1, 30)),)
        factory.add_student(services, blocks=blocks)
        names = [band.name for band in services.minutes.week(MONDAY, "nl").bands]
        assert "Blokstage 1" in names
        assert "Kerstvakantie" in [
            band.name for band in services.minutes.week(date(2025, 12, 24), "nl").bands
        ]
        assert "Christmas holiday" in [
            band.name for band in services.minutes.week(date(2025, 12, 24), "en").bands
        ]

    def test_the_number_of_queries_does_not_grow_with_the_talks(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        factory.add_conversation(services, trajectory_id, key="midterm_trialogue", starts_at=TUESDAY)
        services.minutes.week(MONDAY, "nl")
        with counted_statements(services) as few:
            services.minutes.week(MONDAY, "nl")
        for number in range(6):
            other = factory.add_student(services, name=f"Student {number}")
            factory.add_conversation(services, other, key="midterm_trialogue", starts_at=TUESDAY)
            factory.add_round(services, other, held_on=TUESDAY.date())
        factory.add_round(services, trajectory_id, held_on=TUESDAY.date())
        with counted_statements(services) as many:
            assert len(services.minutes.week(MONDAY, "nl").talks) == 7
        # One more: who is ready is asked for once there are rounds.
        assert len(many) <= len(few) + 1


class TestMonth:
    def test_whole_weeks_around_the_month_with_call_names(
        self, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        for day in (date(2025, 12, 28), date(2025, 12, 29), date(2026, 2, 1), date(2026, 2, 2)):
            factory.add_conversation(services, trajectory_id, starts_at=datetime.combine(day, TUESDAY.time()))
        month = services.minutes.month(date(2026, 1, 31), "nl")
        assert (month.first, month.head.file_stem) == (date(2026, 1, 1), "maandagenda_2026-01")
        assert [talk.starts_at.date() for talk in month.talks] == [date(2025, 12, 29), date(2026, 2, 1)]
        assert {talk.students for talk in month.talks} == {("Łukasz",)}

    @pytest.mark.parametrize("month", [1, 7, 8, 12])
    def test_the_school_year_is_that_of_the_month(self, services: Services, month: int) -> None:
        sheet = services.minutes.month(date(2026, month, 28), "nl")
        assert sheet.first == date(2026, month, 1)
        assert sheet.head.school_year == ("2025-26" if month < 8 else "2026-27")


def test_the_first_days_of_january_are_of_the_week_of_the_old_year(
    services: Services, clock: FixedClock
) -> None:
    clock.moment = datetime.fromisoformat("2027-01-01T09:00")
    assert services.minutes.week(date(2027, 1, 1), "nl").head.file_stem == "weekagenda_2026-W53"
