"""Search: what is found, in which order, with which words marked, and what must not be found."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.domain.conversations import AgendaItem, Agreement, Conversation, ConversationType
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.services.search import GroupKind, Hit, HitKind
from wpl_desktop.storage.search import INDEX


def hits(services: Services, query: str, *, limit: int = 5) -> list[Hit]:
    return [hit for group in services.search.find(query, limit=limit) for hit in group.hits]


def students(services: Services, query: str) -> list[str]:
    return [hit.student for hit in hits(services, query) if hit.kind is HitKind.STUDENT]


def texts(services: Services, query: str, *, limit: int = 5) -> list[str]:
    return [hit.snippet.text for hit in hits(services, query, limit=limit) if hit.kind is not HitKind.STUDENT]


def hold(services: Services, trajectory_id: UUID, summary: str, **values: object) -> UUID:
    row = factory.add_conversation(services, trajectory_id, **values)
    services.conversations.hold(row, summary=summary)
    return row.id


def agree(services: Services, trajectory_id: UUID, **values: object) -> None:
    with services.database.transaction() as session:
        session.add(Agreement(**{"trajectory_id": trajectory_id, "party": Party.STUDENT, **values}))  # type: ignore[arg-type]


def write_note(services: Services, conversation_id: UUID, note: str) -> None:
    """A note at the first point of the agenda that is not about wellbeing."""
    with services.database.transaction() as session:
        item = session.scalars(
            select(AgendaItem)
            .where(AgendaItem.conversation_id == conversation_id, AgendaItem.wellbeing.is_(False))
            .order_by(AgendaItem.position)
        ).first()
        assert item is not None
        item.note = note


@pytest.fixture
def lukasz(services: Services) -> UUID:
    return factory.add_student(services)


@pytest.fixture
def yasmine(services: Services) -> UUID:
    return factory.add_student(
        services,
        name="Yasmine El Idrissi",
        second_script="ياسمين الإدريسي",
        class_names="L5",
        phase=3,
        programme="Flextraject",
    )


class TestStudents:
    @pytest.mark.parametrize("query", ["lukasz", "woj", "WÓJCIK łuk", "l2", "bachelor", "lukasz l2", "2 woj"])
    def test_are_found_by_name_class_programme_and_phase(
        self, services: Services, lukasz: UUID, yasmine: UUID, query: str
    ) -> None:
        assert students(services, query) == ["Łukasz Wójcik"]

    @pytest.mark.parametrize("query", ["idrissi", "ادريسي", "الإدريسي", "ياسمين"])
    def test_are_found_in_both_scripts(self, services: Services, yasmine: UUID, query: str) -> None:
        assert students(services, query) == ["Yasmine El Idrissi"]

    def test_one_letter_finds_names_only(self, services: Services, lukasz: UUID, yasmine: UUID) -> None:
        hold(services, lukasz, "Legde rustig uit wat er gebeurde.")
        # Both are in a class that begins with an L.
        assert [(hit.kind, hit.student) for hit in hits(services, "l")] == [
            (HitKind.STUDENT, "Łukasz Wójcik")
        ]
        assert texts(services, "le") == ["Legde rustig uit wat er gebeurde."]

    def test_a_name_comes_before_a_class_and_names_by_the_alphabet(self, services: Services) -> None:
        for name, class_names in (("Zita Maes", "Bas"), ("Bas Zwart", "L1"), ("Bas Çelik", "L1")):
            factory.add_student(services, name=name, class_names=class_names)
        assert students(services, "bas") == ["Bas Çelik", "Bas Zwart", "Zita Maes"]

    def test_running_comes_before_closed(self, services: Services) -> None:
        closed = factory.add_student(services, name="Ann Aerts")
        factory.add_student(services, name="Ann Zoete")
        assert students(services, "ann") == ["Ann Aerts", "Ann Zoete"]
        with services.database.transaction() as session:
            session.get_one(Trajectory, closed).state = TrajectoryState.CLOSED
        assert students(services, "ann") == ["Ann Zoete", "Ann Aerts"]

    def test_are_no_more_than_asked_for(self, services: Services) -> None:
        for number in range(4):
            factory.add_student(services, name=f"Ann Maes {number}")
        assert len(hits(services, "ann", limit=3)) == 3

    def test_a_new_name_is_found_and_the_old_one_not(self, services: Services, lukasz: UUID) -> None:
        with services.database.transaction() as session:
            person = session.scalars(select(Person).where(Person.party == Party.STUDENT)).one()
            person.name, person.call_name = "Lucas Dąbrowski", "Lucas"
        assert students(services, "dabrow") == ["Lucas Dąbrowski"]
        assert hits(services, "wojcik") == []


class TestWhatWasWritten:
    def test_opens_where_it_stands(self, services: Services, lukasz: UUID, clock: FixedClock) -> None:
        held = hold(services, lukasz, "Vertelde over een moeilijk oudergesprek.", place="leraarskamer")
        write_note(services, held, "Het oudergesprek samen voorbereiden\nen daarna nabespreken.")
        agree(services, lukasz, text="Oudergesprek oefenen", due_on=date(2026, 2, 3))
        groups = services.search.find("oudergesprek")
        assert [group.kind for group in groups] == [
            GroupKind.CONVERSATIONS,
            GroupKind.NOTES,
            GroupKind.AGREEMENTS,
        ]
        (talk,), (note,), (agreement,) = (group.hits for group in groups)
        assert (talk.kind, talk.conversation_id, talk.title["en"]) == (
            HitKind.CONVERSATION,
            held,
            "Weekly coaching conversation",
        )
        assert (note.kind, note.conversation_id, note.in_conversation) == (HitKind.NOTE, held, talk.title)
        assert note.snippet.text == "Het oudergesprek samen voorbereiden en daarna nabespreken."
        assert note.snippet.marks == ((4, 16),)
        assert (agreement.kind, agreement.trajectory_id, agreement.day) == (
            HitKind.AGREEMENT,
            lukasz,
            date(2026, 2, 3),
        )
        assert {hit.student for hit in (talk, note, agreement)} == {"Łukasz Wójcik"}
        assert texts(services, "leraarsk") == ["leraarskamer"]

    def test_every_word_must_be_there_in_any_order(self, services: Services, lukasz: UUID) -> None:
        hold(services, lukasz, "Stelt vragen die de klas doen denken.")
        assert texts(services, "denk vra") == ["Stelt vragen die de klas doen denken."]
        assert texts(services, "denk zwijgen") == []

    def test_a_word_may_name_the_student(self, services: Services, lukasz: UUID, yasmine: UUID) -> None:
        hold(services, lukasz, "Portfolio bekeken.")
        hold(services, yasmine, "Portfolio besproken.")
        assert texts(services, "yasmine portfolio") == ["Portfolio besproken."]
        assert texts(services, "portfolio wojcik") == ["Portfolio bekeken."]
        # The name alone does not bring up everything of the student.
        assert texts(services, "yasmine idrissi") == []

    def test_the_newest_come_first(self, services: Services, lukasz: UUID) -> None:
        for day in (5, 19, 12):
            hold(
                services,
                lukasz,
                f"Kring van {day} januari.",
                starts_at=datetime(2026, 1, day, 15, 45),  # noqa: DTZ001
            )
        assert texts(services, "kring", limit=2) == ["Kring van 19 januari.", "Kring van 12 januari."]

    def test_a_moved_conversation_moves_its_notes(self, services: Services, lukasz: UUID) -> None:
        days = (datetime(2026, 1, 12, 15, 45), datetime(2026, 1, 13, 15, 45))  # noqa: DTZ001
        first, second = (factory.add_conversation(services, lukasz, starts_at=day) for day in days)
        write_note(services, first.id, "kring een")
        write_note(services, second.id, "kring twee")
        assert texts(services, "kring") == ["kring twee", "kring een"]
        with services.database.transaction() as session:
            session.get_one(Conversation, first.id).starts_at = datetime(2026, 1, 20, 15, 45)  # noqa: DTZ001
        assert texts(services, "kring") == ["kring een", "kring twee"]

    def test_scores_and_report_texts_lead_to_their_round(self, services: Services, lukasz: UUID) -> None:
        round_id = factory.add_round(services, lukasz)
        factory.score_all(
            services, round_id, comment="Beschrijft wat leerlingen doen", evidence="lesvoorbereiding 3"
        )
        services.evaluations.save_report_texts(round_id, ReportTexts(strong="Vertrouwt op de klas"))
        comment = hits(services, "beschrijft", limit=1)[0]
        assert (comment.kind, comment.round_id, comment.perspective, comment.strand) == (
            HitKind.COMMENT,
            round_id,
            Perspective.WORKPLACE,
            Strand.STUDENT_PART,
        )
        assert len(texts(services, "beschrijft", limit=20)) == 9
        assert texts(services, "lesvoorb", limit=1) == ["lesvoorbereiding 3"]
        (report,) = hits(services, "vertrouwt")
        assert (report.kind, report.round_id) == (HitKind.REPORT_TEXT, round_id)

    def test_an_agreement_is_found_by_its_owner(self, services: Services, lukasz: UUID) -> None:
        with services.database.reading() as session:
            person_id = session.scalars(select(Person.id).where(Person.name == "Mehmet Yıldız")).one()
        agree(services, lukasz, text="Lokaal regelen", party=Party.WORKPLACE, person_id=person_id)
        (hit,) = hits(services, "yildiz lokaal")
        assert (hit.owner, hit.snippet.text) == ("Mehmet Yıldız", "Lokaal regelen")

    def test_a_rewritten_note_is_found_by_its_new_words_only(self, services: Services, lukasz: UUID) -> None:
        held = hold(services, lukasz, "Sprak over tekenles.")
        with services.database.transaction() as session:
            session.get_one(Conversation, held).summary = "Sprak over turnles."
        assert texts(services, "turnles") == ["Sprak over turnles."]
        assert hits(services, "tekenles") == []
        with services.database.transaction() as session:
            talk = session.get_one(Conversation, held)
            talk.summary, talk.place = " ", ""
        assert hits(services, "turnles") == []


class TestWhatMustNotBeFound:
    def test_what_is_hidden_takes_no_place_of_what_is_not(self, services: Services, lukasz: UUID) -> None:
        before = factory.add_round(services, lukasz, held_on=date(2025, 10, 6))
        factory.score_all(services, before, comment="Zij durft meer")
        newest = factory.add_round(services, lukasz, number=2)
        factory.score_all(services, newest, comment="Ik durf meer", perspective=Perspective.STUDENT)
        assert texts(services, "durf", limit=1) == ["Zij durft meer"]

    def test_a_discreet_conversation_by_its_kind(self, services: Services, lukasz: UUID) -> None:
        with services.database.reading() as session:
            kind = session.scalars(select(ConversationType).where(ConversationType.discreet)).first()
        assert kind is not None
        held = hold(services, lukasz, "Afgesproken dat we dit volgen.", key=kind.key)
        write_note(services, held, "Dit volgen we samen.")
        talk, note = hits(services, "volgen")
        assert talk.title == note.in_conversation == kind.short_name != kind.name
        assert note.title == {}

    def test_what_another_wrote_before_it_may_be_seen(
        self, services: Services, lukasz: UUID, clock: FixedClock
    ) -> None:
        round_id = factory.add_round(services, lukasz)
        factory.score_all(services, round_id, comment="Ik durf meer", perspective=Perspective.STUDENT)
        assert hits(services, "durf") == []
        factory.score_all(services, round_id, comment="Zij durft meer")
        assert {hit.perspective for hit in hits(services, "durf")} == {Perspective.WORKPLACE}

    def test_what_was_deleted(self, services: Services, lukasz: UUID) -> None:
        held = hold(services, lukasz, "Sprak over tekenles.")
        write_note(services, held, "Meer over tekenles.")
        assert len(texts(services, "tekenles")) == 2
        row = services.conversations.of_student(lukasz)[0]
        services.removal.delete_conversation(row)
        assert hits(services, "tekenles") == []
        services.history.undo()
        assert len(texts(services, "tekenles")) == 2
        services.history.redo()
        assert hits(services, "tekenles") == []

    def test_a_deleted_student_leaves_nothing_in_the_index(self, services: Services, lukasz: UUID) -> None:
        hold(services, lukasz, "Sprak over tekenles.")
        factory.score_all(services, factory.add_round(services, lukasz), comment="Tekent goed")
        services.removal.delete_student(lukasz)
        with services.database.reading() as session:
            assert session.connection().exec_driver_sql(f"select count(*) from {INDEX}").scalar_one() == 0
        services.history.undo()
        assert students(services, "wojcik") == ["Łukasz Wójcik"]
        assert len(texts(services, "teken", limit=20)) == 10

    def test_a_transaction_that_was_rolled_back(self, services: Services, lukasz: UUID) -> None:
        held = hold(services, lukasz, "Sprak over tekenles.")
        with services.database.transaction() as session:
            session.get_one(Conversation, held).summary = "Sprak over turnles."
            session.flush()
            session.rollback()
        assert texts(services, "tekenles") == ["Sprak over tekenles."]
        assert hits(services, "turnles") == []

    @pytest.mark.parametrize("query", ["", "  ", '"', "*", "- '", "NOT", 'a" OR "b', "(lukasz", "sprak*"])
    def test_signs_of_the_engine_are_no_words(self, services: Services, lukasz: UUID, query: str) -> None:
        hold(services, lukasz, "Sprak over tekenles.")
        found = texts(services, query)
        assert found == (["Sprak over tekenles."] if query == "sprak*" else [])


class TestOlderProfile:
    @pytest.mark.parametrize(
        "emptied",
        [(INDEX, "search_entries", "search_state"), (INDEX, "search_entries")],
        ids=["made before there was one", "filled past the flushes"],
    )
    def test_gets_its_index_when_it_is_opened(
        self,
        services: Services,
        pristine: Pristine,
        data_dir: Path,
        lukasz: UUID,
        emptied: tuple[str, ...],
    ) -> None:
        hold(services, lukasz, "Sprak over tekenles.")
        with services.database.transaction() as session:
            connection = session.connection()
            for table in emptied:
                connection.exec_driver_sql(f"delete from {table}")
        assert hits(services, "tekenles") == []
        services.close()
        again = pristine.open_in(data_dir)
        try:
            assert texts(again, "tekenles") == ["Sprak over tekenles."]
            again.check()
        finally:
            again.close()

    def test_a_rebuilt_index_says_what_the_kept_one_said(self, services: Services, lukasz: UUID) -> None:
        held = hold(services, lukasz, "Sprak over tekenles.", place="lokaal 3")
        write_note(services, held, "Meer over tekenles.")
        factory.score_all(services, factory.add_round(services, lukasz), comment="Tekent", evidence="schrift")

        def kept() -> set[tuple[str, str]]:
            with services.database.reading() as session:
                rows = session.connection().exec_driver_sql(
                    f"select record_id, words from search_entries join {INDEX} on search_index.rowid = number"
                )
                return {tuple(row) for row in rows}

        before = kept()
        assert len(before) == 12
        services.search.rebuild()
        assert kept() == before
