"""Whether an open profile is the only writer, keeps what it promised and says what is in the way."""

import resource
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.domain.errors import (
    DomainError,
    EnvironmentTrouble,
    NotAProfile,
    ProfileInUse,
    StorageFull,
)
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.paths import DATABASE_FILE, KEY_FILE, LOCK_FILE
from wpl_desktop.services import open_profile
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import database
from wpl_desktop.storage.database import ClosedDatabaseError, for_writing, make_engine
from wpl_desktop.storage.journal import journal_table

ROOT = Path(__file__).resolve().parents[2]

PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": 2,
    "busy_timeout": 5000,
    "cache_size": -65536,
    "trusted_schema": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "cipher_log_level": "NONE",
}

OPENER = """
import sys
from pathlib import Path
from tests.factory import FixedClock
from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.services import open_profile
folder = Path(sys.argv[1])
try:
    open_profile(folder, bytes.fromhex(sys.argv[2]), clock=FixedClock(), backups=folder.parent).close()
    print("open")
except EnvironmentTrouble as trouble:
    print(trouble.code)
"""


def names(services: Services) -> list[str]:
    return [row.name for row in services.student_list.names()]


def opened_elsewhere(services: Services) -> str:
    """What another process says when it tries to open the same profile."""
    done = subprocess.run(
        [sys.executable, "-c", OPENER, str(services.folder), services.key.hex()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """No file can grow beyond `size` bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(("pragma", "value"), PRAGMAS.items())
@pytest.mark.parametrize("inside", [False, True], ids=["outside a transaction", "inside one"])
def test_every_connection_has_the_settings(
    services: Services, pragma: str, value: int | str, inside: bool
) -> None:
    """Traps 3–5."""
    if inside:
        with services.database.transaction() as session:
            assert session.execute(text(f"PRAGMA {pragma}")).scalar_one() == value
    else:
        with services.database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            assert driver.isolation_level is None, "trap 2: SQLAlchemy says when a transaction begins"
            assert driver.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_the_guard_on_references_cannot_be_lifted_inside_a_transaction(services: Services) -> None:
    """Trap 3: why the pragma is given on connecting."""
    with services.database.transaction() as session:
        session.execute(text("PRAGMA foreign_keys = OFF"))
        assert session.execute(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_a_transaction_commits_at_the_end(services: Services, pristine: Pristine, data_dir: Path) -> None:
    with services.database.transaction() as session:
        session.add(Person(name="Łukasz Wójcik", party=Party.WORKPLACE))
    services.close()
    again = pristine.open_in(data_dir)
    try:
        assert "Łukasz Wójcik" in [choice.name for choice in again.people.colleagues()]
    finally:
        again.close()


def test_an_error_leaves_nothing_behind(services: Services) -> None:
    def half_an_action() -> None:
        with services.database.transaction() as session:
            session.add(Person(name="Łukasz Wójcik", party=Party.WORKPLACE))
            session.flush()
            raise RuntimeError("half-way")

    before = _counts(services)
    with pytest.raises(RuntimeError, match="half-way"):
        half_an_action()
    assert _counts(services) == before
    factory.add_student(services)
    assert names(services) == ["Łukasz Wójcik"]


def _counts(services: Services) -> tuple[int, int]:
    with services.database.reading() as session:
        people = session.scalars(select(func.count()).select_from(Person)).one()
        journal = session.execute(select(func.count()).select_from(journal_table)).scalar_one()
    return people, journal


@pytest.mark.parametrize("at_once", [True, False], ids=["flushed", "at the commit"])
def test_a_broken_reference_is_refused(services: Services, at_once: bool) -> None:
    trajectory_id = factory.add_student(services)

    def refer_to_nobody() -> None:
        with services.database.transaction() as session:
            trajectory = session.get_one(Trajectory, trajectory_id)
            trajectory.student_id = uuid.uuid4()
            if at_once:
                session.flush()

    with pytest.raises(DomainError, match="in_use"):
        refer_to_nobody()
    assert names(services) == ["Łukasz Wójcik"]


def test_what_is_still_used_cannot_be_deleted(services: Services) -> None:
    trajectory_id = factory.add_student(services)

    def delete_the_trajectory() -> None:
        with services.database.transaction() as session:
            session.delete(session.get_one(Trajectory, trajectory_id))

    with pytest.raises(DomainError, match="in_use"):
        delete_the_trajectory()
    assert names(services) == ["Łukasz Wójcik"]


def test_a_lost_update_is_refused(services: Services) -> None:
    trajectory_id = factory.add_student(services)

    def overwrite(stale: Trajectory) -> None:
        with services.database.transaction() as session:
            session.add(stale)
            stale.class_names = "L6"

    with services.database.reading() as session:
        stale = session.get_one(Trajectory, trajectory_id)
    with services.database.transaction() as session:
        session.get_one(Trajectory, trajectory_id).class_names = "L5"
    with pytest.raises(DomainError, match="changed_meanwhile"):
        overwrite(stale)
    assert services.trajectories.detail(trajectory_id).values.class_names == "L5"


def test_the_version_grows_with_each_change_only(services: Services) -> None:
    trajectory_id = factory.add_student(services)
    versions: list[int] = []
    for class_names in ("L2", "L5", "L5", "L6"):
        with services.database.transaction() as session:
            trajectory = session.get_one(Trajectory, trajectory_id)
            trajectory.class_names = class_names
        versions.append(trajectory.version)
    assert [version - versions[0] for version in versions] == [0, 1, 1, 2]


def test_moments_come_from_the_injected_clock(services: Services, clock: FixedClock) -> None:
    trajectory_id = factory.add_student(services)
    made_at = clock.now()
    clock.pass_time(days=3)
    with services.database.transaction() as session:
        session.get_one(Trajectory, trajectory_id).class_names = "L5"
    with services.database.reading() as session:
        trajectory = session.get_one(Trajectory, trajectory_id)
    assert (trajectory.created_at, trajectory.updated_at) == (made_at, clock.now())
    assert trajectory.updated_at.utcoffset() is not None


class TestLock:
    """One profile, one opener: windows and commands alike."""

    def test_a_second_opener_is_refused(self, services: Services, data_dir: Path, pristine: Pristine) -> None:
        with pytest.raises(ProfileInUse):
            pristine.open_in(data_dir)
        factory.add_student(services)
        assert names(services) == ["Łukasz Wójcik"]

    def test_another_process_is_refused_until_the_profile_is_closed(self, services: Services) -> None:
        assert opened_elsewhere(services) == "profile_in_use"
        services.close()
        assert opened_elsewhere(services) == "open"

    def test_a_lock_file_left_behind_locks_nobody_out(self, pristine: Pristine, data_dir: Path) -> None:
        folder = pristine.copy_to(data_dir)
        (folder / LOCK_FILE).write_text("left by a crash", encoding="utf-8")
        pristine.open_in(data_dir).close()

    def test_opening_that_fails_lets_go_of_the_lock(self, pristine: Pristine, data_dir: Path) -> None:
        folder = pristine.copy_to(data_dir)
        with pytest.raises(EnvironmentTrouble):
            open_profile(folder, bytes(32), clock=FixedClock(), backups=data_dir / "backups")
        pristine.open_in(data_dir).close()

    @pytest.mark.parametrize("missing", [DATABASE_FILE, KEY_FILE])
    def test_half_a_profile_is_none(self, pristine: Pristine, data_dir: Path, missing: str) -> None:
        folder = pristine.copy_to(data_dir)
        (folder / missing).unlink()
        with pytest.raises(NotAProfile):
            pristine.open_in(data_dir)
        assert not (folder / missing).exists()

    def test_a_writer_that_ignores_the_lock_is_named_as_such(
        self, services: Services, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        impatient = ["busy_timeout = 20" if "busy" in pragma else pragma for pragma in database.PRAGMAS]
        monkeypatch.setattr(database, "PRAGMAS", impatient)
        services.database.engine.dispose()
        other = make_engine(services.database.file, services.key, pooled=False)
        with for_writing(other).begin(), pytest.raises(ProfileInUse):
            factory.add_student(services)
        other.dispose()
        factory.add_student(services)
        assert names(services) == ["Łukasz Wójcik"]


class TestFullDisk:
    """Nothing that was kept is lost, and the program says so in its own words."""

    def test_when_the_log_cannot_grow(self, services: Services) -> None:
        factory.add_student(services, name="Yasmine El Idrissi")
        log = services.database.file.with_name(DATABASE_FILE + "-wal")
        with files_no_longer_than(log.stat().st_size), pytest.raises(StorageFull):
            factory.add_student(services, class_names="x" * 200_000)
        assert names(services) == ["Yasmine El Idrissi"]
        factory.add_student(services, name="Zoë Van den Broeck")
        services.check()
        assert names(services) == ["Yasmine El Idrissi", "Zoë Van den Broeck"]

    def test_when_the_database_has_no_page_left(
        self, services: Services, pristine: Pristine, data_dir: Path
    ) -> None:
        factory.add_student(services, name="Yasmine El Idrissi")

        def write_a_book() -> None:
            with services.database.transaction() as session:
                pages = session.execute(text("PRAGMA page_count")).scalar_one()
                session.execute(text(f"PRAGMA max_page_count = {pages}"))
                session.add(Person(name="x" * 1_000_000, party=Party.WORKPLACE))

        with pytest.raises(StorageFull):
            write_a_book()
        services.close()
        again = pristine.open_in(data_dir)
        try:
            again.check()
            assert names(again) == ["Yasmine El Idrissi"]
        finally:
            again.close()

    def test_closing_keeps_the_log_for_the_next_time(
        self, services: Services, pristine: Pristine, data_dir: Path
    ) -> None:
        factory.add_student(services, class_names="x" * 500_000)
        with files_no_longer_than(services.database.file.stat().st_size):
            services.close()
        again = pristine.open_in(data_dir)
        try:
            again.check()
            assert names(again) == ["Łukasz Wójcik"]
        finally:
            again.close()

    def test_when_the_folder_is_in_the_way(self, tmp_path: Path) -> None:
        (tmp_path / "profiles").write_text("a file where a folder should be", encoding="utf-8")
        with pytest.raises(StorageFull):
            factory.make_profile(tmp_path)


def test_errors_show_no_parameters(services: Services) -> None:
    """P23: what was typed is in no error text, also of the statement that failed."""
    distinctive = "een naam die nergens mag opduiken"

    def double_a_person() -> None:
        with services.database.transaction() as session:
            taken = session.scalars(select(Person.id).limit(1)).one()
            session.add(Person(id=taken, name=distinctive, party=Party.WORKPLACE))

    with pytest.raises(DomainError) as refusal:
        double_a_person()
    cause = refusal.value.__cause__
    assert isinstance(cause, IntegrityError)
    assert "INSERT INTO people" in str(cause)
    assert distinctive not in f"{refusal.value!r}{cause!r}{cause}"


def test_closing_writes_the_log_back_and_may_be_repeated(services: Services) -> None:
    factory.add_student(services)
    services.close()
    services.close()
    assert [file.name for file in services.folder.iterdir() if file.suffix.startswith(".db-")] == []


def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    _, services = factory.make_profile(tmp_path)
    try:
        factory.add_student(services)
        files = [services.folder, *services.folder.iterdir()]
        assert {DATABASE_FILE, f"{DATABASE_FILE}-wal", KEY_FILE} <= {file.name for file in files}
        assert [file.name for file in files if file.stat().st_mode & 0o077 and file.name != LOCK_FILE] == []
    finally:
        services.close()


def test_closing_waits_for_a_worker_that_reads_and_lets_no_other_begin(services: Services) -> None:
    reads, may_end = threading.Event(), threading.Event()
    ended: list[str] = []

    def read() -> None:
        with services.database.reading() as session:
            session.scalars(select(Person.name)).all()
            reads.set()
            assert may_end.wait(20)
            ended.append("read")

    def close() -> None:
        services.close()
        ended.append("closed")

    def read_for_ever() -> None:
        while closer.is_alive():
            names(services)

    worker, closer = threading.Thread(target=read), threading.Thread(target=close)
    worker.start()
    assert reads.wait(10)
    closer.start()
    with pytest.raises(ClosedDatabaseError):
        read_for_ever()
    assert ended == []
    may_end.set()
    for thread in (worker, closer):
        thread.join(10)
    assert ended == ["read", "closed"]
    assert opened_elsewhere(services) == "open"
