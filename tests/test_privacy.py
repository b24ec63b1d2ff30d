"""Whether a student's data stay inside the encrypted profile: in no file, no log and no report they are not for."""

import dataclasses
import logging
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import create_engine, event, select, text

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop import log
from wpl_desktop.domain.conversations import (
    AgendaItem,
    AgreementOutcome,
    Conversation,
    Hat,
    NotHeldCause,
)
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Perspective, RoundKind, Source, level_mark
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.search_words import index_words
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.paths import DATABASE_FILE, KEY_FILE, DataDir
from wpl_desktop.services import profiles
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.storage import tables

#: Distinctive texts in every field of a student that takes free text.
SECRETS = {
    "name": "Yasmine El Idrissi",
    "call name": "Yasmientje",
    "second script": "ياسمين الإدريسي",
    "student number": "r0812345",
    "coaching note": "kiest haar woorden heel zorgvuldig",
    "agreement": "twee oudergesprekken samen voorbereiden",
    "comment": "stelt zelf de vraag waar het spannend wordt",
    "evidence": "nabespreking van dinsdag met drie werkjes",
    "own words": "ik wil eerst kijken en dan pas kiezen",
    "advice": "verder met een eigen leervraag",
}
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def fill(services: Services) -> uuid.UUID:
    """A student with every secret in its place; gives the round's id."""
    trajectory_id = factory.add_student(
        services,
        name=SECRETS["name"],
        call_name=SECRETS["call name"],
        second_script=SECRETS["second script"],
        student_number=SECRETS["student number"],
    )
    row = factory.add_conversation(services, trajectory_id)
    services.conversations.hold(
        row,
        summary=SECRETS["coaching note"],
        agreements=[AgreementValues(party=Party.STUDENT, text=SECRETS["agreement"])],
    )
    round_id = factory.add_round(services, trajectory_id, kind=RoundKind.FINAL)
    factory.score_all(
        services, round_id, comment=SECRETS["comment"], evidence=SECRETS["evidence"], source=Source.OBSERVED
    )
    services.evaluations.save_report_texts(
        round_id, ReportTexts(advice=SECRETS["advice"], student_response=SECRETS["own words"])
    )
    return round_id


def look_at_everything(services: Services, round_id: uuid.UUID) -> list[Any]:
    """Read and change the student's data in every way a page does; gives all that was read."""
    (student,) = [row for row in services.student_list.names() if row.name == SECRETS["name"]]
    trajectory_id = student.trajectory_id
    later = services.clock.local() + timedelta(days=60)
    talk = services.talks.view(factory.add_conversation(services, trajectory_id, starts_at=later).id)
    services.talks.save_note(talk.items[0].id, SECRETS["coaching note"], version=talk.items[0].version)
    services.talks.review(talk.row.id, talk.earlier[0].row, AgreementOutcome.GOES_ON)
    criterion_id = (
        services.evaluations.sheet(round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART)
        .criteria[0]
        .id
    )
    read: list[Any] = [
        services.talks.view(talk.row.id),
        services.timeline.of_student(trajectory_id),
        services.timeline.of_student(trajectory_id, joint=True),
        services.growth.of_student(trajectory_id, strand=Strand.STUDENT_PART),
        services.phrases.of_this_year(trajectory_id, criterion_id=criterion_id),
        services.dossier.agreed(trajectory_id),
        services.student_list.rows(services.student_list.order(TrajectoryState.RUNNING)),
        services.overview.weeks(most=5),
        services.overview.agreements(most=5),
        services.overview.waiting_rounds(most=5),
        services.overview.not_spoken(weeks=1, most=5),
        services.reporting.evaluation_report(round_id, language="nl"),
    ]
    services.removal.delete_conversation(services.conversations.of_student(trajectory_id)[0])
    read += [services.history.bin(), services.history.undo(), services.history.redo()]
    services.history.restore(services.history.bin()[0].transaction_id)
    return [
        dataclasses.asdict(one)
        for found in read
        for one in (found if isinstance(found, list) else (found,))
        if one is not None
    ]


def _hits(services: Services) -> list[Any]:
    """What the search finds of every secret."""
    return [
        dataclasses.asdict(group) for secret in SECRETS.values() for group in services.search.find(secret)
    ]


def left_in(services: Services) -> set[str]:
    """Which secrets stand in the pages inside the encryption, as text or as a word of the search."""
    pages = decrypted(services.database.file, services.key)
    found = {kind for kind, secret in SECRETS.items() if secret.encode() in pages}
    # The index leaves out what a word has in common with the word before it.
    ends = {word[4:].encode() for secret in SECRETS.values() for word in index_words(secret) if len(word) > 8}
    return found | {f"search: {end.decode()}" for end in ends if end in pages}


def found_in(folders: Iterable[Path]) -> set[str]:
    """Which secrets stand as bytes in any file below the folders, in any encoding, or in a file's name."""
    found: set[str] = set()
    for file in (file for folder in folders for file in folder.rglob("*")):
        data = file.read_bytes() if file.is_file() else b""
        found |= {
            f"{kind} in {file.name} as {encoding}"
            for kind, secret in SECRETS.items()
            for encoding in ENCODINGS
            if secret.encode(encoding) in data
        }
        found |= {f"{kind} in a file's name" for kind, secret in SECRETS.items() if secret in file.name}
    return found


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Pristine:
    """The closed profile that is copied."""
    return factory.pristine_profile(tmp_path_factory.getbasetemp())


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """The data folder of this test."""
    return tmp_path / "data"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of this test only."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setenv("SQLITE_TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def services(pristine: Pristine, data_dir: Path, temporary: Path) -> Iterator[Services]:
    """An open profile whose temporary files are watched; the log is on."""
    log.start(DataDir(data_dir).log_file)
    opened = pristine.open_in(data_dir)
    yield opened
    opened.close()


class TestBytes:
    """P18: a student's name cannot be found as bytes in the data folder, back-ups, temporary files or logs."""

    def test_stand_in_no_file_while_open_or_closed(
        self, services: Services, data_dir: Path, temporary: Path
    ) -> None:
        round_id = fill(services)
        # Its snapshot and PDF are kept too.
        factory.finalise(services, round_id)
        log = services.database.file.with_name(f"{DATABASE_FILE}-wal")
        assert log.stat().st_size > 0
        assert found_in([data_dir, temporary]) == set()
        backup = services.back_up()
        services.reporting.evaluation_report(round_id, language="nl")
        with services.database.reading() as session:
            # A sort too big for the memory would go to a temporary file.
            session.execute(text("select * from journal order by after, before")).all()
        assert found_in([data_dir, temporary]) == set()
        services.close()
        assert backup.is_relative_to(data_dir)
        assert found_in([data_dir, temporary]) == set()

    def test_stand_in_no_file_after_every_page_read_and_changed_them(
        self, services: Services, data_dir: Path, temporary: Path
    ) -> None:
        """Search, the talk, the timeline, growth, Today, undo and the bin: none writes beside the profile."""
        read = list(_texts([look_at_everything(services, fill(services)), _hits(services)]))
        seen = {kind for kind, secret in SECRETS.items() if any(secret in text for text in read)}
        assert seen >= {"name", "call name", "coaching note", "agreement", "comment", "evidence", "own words"}
        assert services.database.file.with_name(f"{DATABASE_FILE}-wal").stat().st_size > 0
        assert found_in([data_dir, temporary]) == set()
        services.close()
        assert found_in([data_dir, temporary]) == set()

    def test_stand_nowhere_inside_either_once_removed_for_good(
        self, services: Services, data_dir: Path
    ) -> None:
        """Not in the journal, not in the words of the search, not in a page that was let go of (trap 13)."""
        shipped = left_in(services)
        other = factory.add_student(services, name="Mehmet Kaplan")
        round_id = fill(services)
        look_at_everything(services, round_id)
        # The kept snapshot is in clear inside the database.
        factory.finalise(services, round_id)
        (yasmine,) = [row for row in services.student_list.names() if row.trajectory_id != other]
        services.removal.delete_student(yasmine.trajectory_id)
        services.close()
        kept = left_in(services)
        assert kept >= {"name", "call name", "agreement", "search: rgesprekken"}
        again = Pristine(services.folder, services.key).open_in(data_dir / "again")
        again.history.empty_bin()
        again.close()
        # Words of the shipped texts stand there for everybody.
        assert left_in(again) == shipped
        assert b"Mehmet Kaplan" in decrypted(again.database.file, again.key)

    def test_stand_in_no_file_after_a_back_up_was_put_back(
        self, services: Services, data_dir: Path, temporary: Path
    ) -> None:
        fill(services)
        backup = services.back_up()
        services.close()
        _, safety = profiles.put_back(data_dir, backup, clock=FixedClock())
        assert safety is not None
        assert safety.is_relative_to(data_dir)
        assert found_in([data_dir, temporary]) == set()

    def test_are_found_in_an_unencrypted_copy(self, services: Services, tmp_path: Path) -> None:
        """Trap 13, the control: the same rows in the same tables without encryption give every secret away."""
        fill(services)
        folder = tmp_path / "plain"
        folder.mkdir()
        plain = create_engine(f"sqlite:///{folder / DATABASE_FILE}")
        tables.metadata.create_all(plain)
        with services.database.reading() as session, plain.begin() as connection:
            for table in tables.metadata.sorted_tables:
                rows = [dict(row) for row in session.execute(select(table)).mappings()]
                if rows:
                    connection.execute(table.insert(), rows)
        plain.dispose()
        assert {finding.split(" in ")[0] for finding in found_in([folder])} == set(SECRETS)

    @pytest.mark.parametrize("encoding", ENCODINGS)
    def test_the_search_finds_what_is_planted(self, tmp_path: Path, encoding: str) -> None:
        (tmp_path / "below").mkdir()
        (tmp_path / "below" / "draft.tmp").write_bytes(b"\0\1" + SECRETS["name"].encode(encoding) + b"\2")
        assert found_in([tmp_path]) == {f"name in draft.tmp as {encoding}"}

    def test_the_file_is_no_database_without_the_key(self, services: Services) -> None:
        fill(services)
        services.close()
        connection = sqlite3.connect(services.database.file)
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute("select count(*) from sqlite_master")
        connection.close()

    def test_the_key_file_names_the_owner_only(self, services: Services) -> None:
        fill(services)
        label = (services.folder / KEY_FILE).read_text(encoding="utf-8")
        assert "Griet Vanhaverbeke" in label
        assert [secret for secret in SECRETS.values() if secret in label] == []

    def test_deleted_content_leaves_the_pages(
        self, services: Services, pristine: Pristine, data_dir: Path
    ) -> None:
        """`secure_delete` inside the encryption too: looked at in the pages as they are when opened with the key."""
        secret = "een naam die weer verdwijnt"
        with services.database.transaction() as session:
            person = Person(name=secret, party=Party.WORKPLACE)
            session.add(person)
        services.close()
        assert secret.encode() in decrypted(services.database.file, services.key)
        again = pristine.open_in(data_dir)
        with again.database.transaction() as session:
            session.delete(session.get_one(Person, person.id))
            session.flush()
            session.execute(text("delete from journal where entity = 'Person'"))
        again.close()
        pages = decrypted(services.database.file, services.key)
        assert b"Basisschool De Vlinderboom" in pages
        assert secret.encode() not in pages


def decrypted(file: Path, key: bytes) -> bytes:
    """The pages inside the encryption: 4,096 bytes, of which the last 80 hold the start value and the seal."""
    data, plain = file.read_bytes(), b""
    for start in range(0, len(data), 4096):
        page = data[start : start + 4096]
        # The first page begins with the salt.
        body, start_value = page[0 if start else 16 : -80], page[-80:-64]
        opener = Cipher(algorithms.AES(key), modes.CBC(start_value)).decryptor()
        plain += opener.update(body) + opener.finalize()
    return plain


class TestCoachingNotes:
    """P07: what was noted while coaching reaches no evaluation report."""

    def test_are_in_no_report(self, services: Services) -> None:
        round_id = fill(services)
        with services.database.transaction() as session:
            trajectory_id = session.scalars(select(Conversation.trajectory_id)).first()
        assert trajectory_id is not None
        planted = self._plant(services, trajectory_id)
        assert len(planted) >= 5
        for language in ("nl", "en"):
            report = services.reporting.evaluation_report(round_id, language=language)
            printed = list(_texts(dataclasses.asdict(report)))
            assert [
                note for note in (*planted, SECRETS["coaching note"]) for one in printed if note in one
            ] == []
            assert SECRETS["comment"] in printed

    def test_of_the_evaluation_conversation_itself_are_not_either(self, services: Services) -> None:
        """A round that hangs on a conversation takes its times and nothing of its note."""
        trajectory_id = factory.add_student(services)
        row = factory.add_conversation(services, trajectory_id, key="midterm_trialogue")
        note = "zei dat het thuis moeilijk loopt"
        services.conversations.hold(row, summary=note)
        round_id = factory.add_round(services, trajectory_id, conversation_id=row.id)
        report = services.reporting.evaluation_report(round_id, language="nl")
        assert report.conversation_starts_at == row.starts_at
        assert [one for one in _texts(dataclasses.asdict(report)) if note in one] == []

    def test_are_not_even_read(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        row = factory.add_conversation(services, trajectory_id)
        services.conversations.hold(row, summary=SECRETS["coaching note"])
        round_id = factory.add_round(services, trajectory_id, conversation_id=row.id)
        statements: list[str] = []

        def remember(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            statements.append(statement)

        event.listen(services.database.engine, "before_cursor_execute", remember)
        report = services.reporting.evaluation_report(round_id, language="nl")
        event.remove(services.database.engine, "before_cursor_execute", remember)
        assert report.conversation_starts_at == row.starts_at
        assert any("scores" in statement for statement in statements)
        assert [
            statement for statement in statements if "summary" in statement or "agenda" in statement
        ] == []

    @staticmethod
    def _plant(services: Services, trajectory_id: uuid.UUID) -> list[str]:
        """Notes in every text of coaching conversations, planned, held and not held."""
        planted: list[str] = []
        for number, key in enumerate(("coaching_conversation", "lesson_debrief", "intake_conversation")):
            row = factory.add_conversation(
                services, trajectory_id, key=key, place=f"geheime plek {number}", minutes=20 + number
            )
            planted.append(f"geheime plek {number}")
            if number == 0:
                services.conversations.mark_not_held(row, cause=NotHeldCause.WORKPLACE)
            else:
                services.conversations.hold(row, summary=f"geheime notitie {number}")
                planted.append(f"geheime notitie {number}")
        with services.database.transaction() as session:
            for number, item in enumerate(session.scalars(select(AgendaItem))):
                item.note = f"geheime regel {number}"
                planted.append(item.note)
            hats = set(session.scalars(select(Conversation.hat)))
        assert Hat.COACH in hats
        return planted


def _texts(value: Any) -> Iterator[str]:
    """Every text inside a report."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(key)
            yield from _texts(inner)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from _texts(inner)


def test_only_the_student_of_the_report_is_in_it(services: Services) -> None:
    """6.2: never other students."""
    round_id = fill(services)
    other = factory.add_student(services, name="Zoë Van den Broeck", call_name="Zoetje")
    factory.score_all(services, factory.add_round(services, other), comment="alleen over een ander")
    report = services.reporting.evaluation_report(round_id, language="nl")
    printed = " ".join(_texts(dataclasses.asdict(report)))
    assert SECRETS["name"] in printed
    assert not any(word in printed for word in ("Zoë", "Zoetje", "alleen over een ander"))


def test_file_names_of_reports_hold_no_name(services: Services) -> None:
    """P21, 6.3: file names leak."""
    report = services.reporting.evaluation_report(fill(services), language="nl")
    assert report.file_stem.isascii()
    assert not any(part.lower() in report.file_stem.lower() for part in SECRETS["name"].split())


class TestLog:
    """P23: the log says what went wrong and where, never with which text."""

    def test_holds_no_content_of_an_error(self, services: Services, data_dir: Path) -> None:
        fill(services)
        logger = logging.getLogger("wpl_desktop")
        before = DataDir(data_dir).log_file

        def double_a_person() -> None:
            with services.database.transaction() as session:
                taken = session.scalars(select(Person.id).limit(1)).one()
                session.add(Person(id=taken, name=SECRETS["name"], party=Party.STUDENT))

        with pytest.raises(DomainError) as refusal:
            double_a_person()
        logger.error("%r", refusal.value, exc_info=refusal.value)
        written = before.read_text(encoding="utf-8")
        assert "IntegrityError" in written
        assert "INSERT INTO people" in written
        assert [secret for secret in SECRETS.values() if secret in written] == []

    def test_holds_what_is_logged(self, services: Services, data_dir: Path) -> None:
        """The control: the file that is searched is the one that is written."""
        logging.getLogger("wpl_desktop.services").warning("a line of the test")
        assert "a line of the test" in DataDir(data_dir).log_file.read_text(encoding="utf-8")

    def test_stays_small_and_its_owners(self, services: Services, data_dir: Path) -> None:
        logger = logging.getLogger("wpl_desktop")
        for _ in range(50):
            logger.error("%s", "x" * 20_000)
        files = list(DataDir(data_dir).log_file.parent.iterdir())
        assert 1 < len(files) <= log.LOGS_KEPT + 1
        assert all(file.stat().st_size <= log.LOG_BYTES + 100 for file in files)

    def test_engine_and_driver_write_nothing_of_their_own(
        self, services: Services, data_dir: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        fill(services)
        with pytest.raises(DomainError):
            factory.add_student(services, name="")
        services.close()
        shutil.copyfile(services.folder / KEY_FILE, services.database.file)
        with pytest.raises(Exception, match="DatabaseError"):
            Pristine(services.folder, services.key).open_in(data_dir)
        assert capfd.readouterr() == ("", "")


#: P04 in the words of a column or a field, Dutch and English.
FORBIDDEN_PARTS = [
    "birth",
    "geboorte",
    "dob",
    "age",
    "leeftijd",
    "national",
    "rijksregister",
    "bsn",
    "ssn",
    "identity",
    "nationality",
    "nationaliteit",
    "religion",
    "religie",
    "belief",
    "geloof",
    "health",
    "gezondheid",
    "medical",
    "medisch",
    "diagnosis",
    "diagnose",
    "disability",
    "beperking",
    "family",
    "gezin",
    "marital",
    "burgerlijke",
    "gender",
    "geslacht",
    "sex",
    "ethnic",
    "etnisch",
    "origin",
    "herkomst",
    "photo",
    "foto",
    "picture",
    "phone",
    "telefoon",
    "mobile",
    "gsm",
    "email",
    "mail",
    "home",
    "thuis",
    "private",
    "prive",
]


def _columns() -> Iterator[tuple[str, str]]:
    for table in tables.metadata.tables.values():
        for column in table.columns:
            yield table.name, column.name


def forbidden(names: Iterable[tuple[str, str]]) -> list[str]:
    """Columns with a word of P04 in their name; short words count whole only (`age` is no part of `language`)."""
    return [
        f"{table}.{column}"
        for table, column in names
        if any(part in (column if len(part) > 5 else column.split("_")) for part in FORBIDDEN_PARTS)
    ]


class TestMinimisation:
    """P04: what has no field cannot be kept."""

    def test_no_table_has_a_field_for_it(self) -> None:
        columns = list(_columns())
        assert ("people", "name") in columns
        assert forbidden(columns) == []

    def test_people_have_names_and_nothing_more(self) -> None:
        """An address belongs to an organisation, never to a person."""
        assert {column for table, column in _columns() if table == "people"} == {
            "id",
            "created_at",
            "updated_at",
            "version",
            "name",
            "call_name",
            "sort_name",
            "second_script",
            "party",
            "organisation_id",
        }
        assert {table for table, column in _columns() if column == "address"} == {"organisations"}

    @pytest.mark.parametrize(
        "column", ["date_of_birth", "geboortedatum", "bsn", "nationality", "health_note", "home_phone", "age"]
    )
    def test_the_search_notices_a_forbidden_field(self, column: str) -> None:
        assert forbidden([("people", column)]) == [f"people.{column}"]

    def test_no_field_is_called_private(self) -> None:
        """P08: a note about a student is in principle open to access."""
        assert [
            pair for pair in _columns() if {"private", "hidden", "secret"} & set(pair[1].split("_"))
        ] == []

    def test_a_student_number_is_optional(self, services: Services) -> None:
        trajectory_id = factory.add_student(services, student_number="")
        assert services.trajectories.detail(trajectory_id).values.student_number == ""


def test_a_report_needs_no_words(services: Services) -> None:
    """A report can be made of levels alone: nothing forces a mentor to write about somebody."""
    trajectory_id = factory.add_student(services)
    round_id = factory.add_round(services, trajectory_id)
    factory.score_all(services, round_id, mark=level_mark(3))
    factory.finalise(services, round_id)
    assert not services.reporting.evaluation_report(round_id, language="nl").draft
