"""Whether the index keeps nothing of what was deleted: read as bytes in a database that is not encrypted (trap 13)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3
from filelock import FileLock
from sqlalchemy import URL, create_engine, select, update

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.conversations import Conversation
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.search_words import index_words, query_words
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.search import Search
from wpl_desktop.storage import schema, search, tables
from wpl_desktop.storage.database import PRAGMAS, Database
from wpl_desktop.storage.search import INDEX, Kind

NOTE = "Sprak openhartig over tekenlesvoorbereidingen"
#: The index leaves out what a word has in common with the word before it.
PARTS = [word[3:].encode() for word in index_words(NOTE) if len(word) > 6]


@pytest.fixture
def plain(services: Services, tmp_path: Path) -> Iterator[Database]:
    """A copy of a profile with two students, in a file that anybody can read."""
    for name in ("Łukasz Wójcik", "Yasmine El Idrissi"):
        trajectory_id = factory.add_student(services, name=name)
        services.conversations.hold(
            factory.add_conversation(services, trajectory_id),
            summary=NOTE if name.startswith("Ł") else "Portfolio besproken",
        )
    folder = tmp_path / "plain"
    folder.mkdir()
    engine = create_engine(URL.create("sqlite", database=str(folder / "profile.db")), module=sqlcipher3)
    schema.migrate(engine, target=schema.HEAD)
    with services.database.reading() as session, engine.begin() as connection:
        for pragma in PRAGMAS:
            if "journal_mode" not in pragma and "synchronous" not in pragma:
                connection.exec_driver_sql(f"PRAGMA {pragma}")
        for table in tables.metadata.sorted_tables:
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
            if rows and table.name not in {"search_entries", "journal"}:
                connection.execute(table.insert(), rows)
    database = Database(folder, engine=engine, lock=FileLock(folder / "lock"), clock=FixedClock())
    Search(database).rebuild()
    yield database
    engine.dispose()


def found_in(database: Database) -> set[bytes]:
    """Which parts of the note's words stand in a file of the database."""
    data = b"".join(file.read_bytes() for file in database.folder.iterdir())
    return {part for part in PARTS if part in data}


def test_the_words_of_a_deleted_note_leave_the_file(plain: Database) -> None:
    assert found_in(plain) == set(PARTS)
    with plain.transaction() as session:
        talk = session.scalars(select(Conversation).where(Conversation.summary == NOTE)).one()
        talk.summary = ""
    with plain.transaction() as session:
        # The journal keeps it for undo; that is emptied elsewhere.
        session.execute(tables.metadata.tables["journal"].delete())
    assert found_in(plain) == set()


def test_without_the_deletion_at_once_they_would_stay(plain: Database) -> None:
    """The control: the engine by itself only writes down that something is gone."""
    with plain.transaction() as session:
        connection = session.connection()
        connection.exec_driver_sql(f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('secure-delete', 0)")
        connection.exec_driver_sql(f"DELETE FROM {INDEX}")
        session.execute(update(Conversation).values(summary=""))
    assert found_in(plain) != set()


def test_a_deleted_student_is_in_no_list_of_the_index(plain: Database) -> None:
    with plain.reading() as session:
        assert len(search.matching(session, query_words("wojcik"), kind=Kind.NAME, limit=5)) == 1
    with plain.transaction() as session:
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        person = session.scalars(select(Person).where(Person.name == "Łukasz Wójcik")).one()
        trajectory = session.scalars(select(Trajectory).where(Trajectory.student_id == person.id)).one()
        for talk in session.scalars(select(Conversation).where(Conversation.trajectory_id == trajectory.id)):
            session.delete(talk)
        session.delete(trajectory)
    with plain.reading() as session:
        assert search.matching(session, query_words("wojcik"), kind=Kind.NAME, limit=5) == []
        kept = session.connection().exec_driver_sql(f"SELECT words FROM {INDEX}").scalars().all()
    assert sorted(word for words in kept for word in words.split() if word.startswith("0")) == [
        "0el",
        "0idrissi",
        "0yasmine",
    ]


def test_an_index_of_another_folding_is_not_current(services: Services) -> None:
    with services.database.transaction() as session:
        assert search.is_current(session)
        session.execute(search.state_table.update().values(folding=0))
        assert not search.is_current(session)
    services.search.bring_up_to_date()
    with services.database.reading() as session:
        assert search.is_current(session)


def test_what_says_the_same_is_not_written_again(services: Services) -> None:
    trajectory_id = factory.add_student(services)
    row = factory.add_conversation(services, trajectory_id, place="lokaal 3")
    with services.database.transaction() as session:
        before = session.connection().exec_driver_sql("SELECT total_changes()").scalar_one()
        search.refresh(session, changed={"Conversation": [row.id], "Trajectory": [trajectory_id]})
        assert session.connection().exec_driver_sql("SELECT total_changes()").scalar_one() == before
