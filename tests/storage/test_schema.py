"""Whether a file that is newer, foreign or damaged is refused in the right words and left as it was."""

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.domain.errors import EnvironmentTrouble, NotAProfile, ProfileDamaged, ProfileNewer
from wpl_desktop.paths import DATABASE_FILE
from wpl_desktop.services import open_profile
from wpl_desktop.storage import schema
from wpl_desktop.storage.database import make_engine

Damage = Callable[[Path, bytes], None]


def hashes(folder: Path) -> dict[str, str]:
    """What is in the files of a profile; a lock file is no content."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.suffix != ".lock"
    }


def run_on(file: Path, key: bytes, *statements: str) -> None:
    engine = make_engine(file, key, pooled=False)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def emptied(file: Path, _key: bytes) -> None:
    file.write_bytes(b"")


def cut(file: Path, _key: bytes) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def cut_within_a_page(file: Path, _key: bytes) -> None:
    file.write_bytes(file.read_bytes()[:1000])


def first_page_flipped(file: Path, _key: bytes) -> None:
    content = bytearray(file.read_bytes())
    content[100] ^= 1
    file.write_bytes(bytes(content))


def noise(file: Path, _key: bytes) -> None:
    file.write_bytes(hashlib.sha512(b"noise").digest() * 1000)


def a_text(file: Path, _key: bytes) -> None:
    file.write_text("this is a letter to the parents\n" * 500, encoding="utf-8")


def plain_sqlite(file: Path, _key: bytes) -> None:
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("create table people (name text)")
    connection.commit()
    connection.close()


def another_key(file: Path, _key: bytes) -> None:
    file.unlink()
    run_on(file, bytes(range(32)), "create table people (name text)")


def another_program(file: Path, key: bytes) -> None:
    file.unlink()
    run_on(file, key, "create table people (name text)")


def no_revision(file: Path, key: bytes) -> None:
    run_on(file, key, "delete from alembic_version")


def two_revisions(file: Path, key: bytes) -> None:
    run_on(file, key, "insert into alembic_version values ('0000')")


def newer(file: Path, key: bytes) -> None:
    run_on(file, key, "update alembic_version set version_num = '9999'")


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (emptied, ProfileDamaged),
        (cut, ProfileDamaged),
        (cut_within_a_page, ProfileDamaged),
        (first_page_flipped, ProfileDamaged),
        (noise, ProfileDamaged),
        (a_text, ProfileDamaged),
        (plain_sqlite, ProfileDamaged),
        (another_key, ProfileDamaged),
        (another_program, NotAProfile),
        (no_revision, NotAProfile),
        (two_revisions, NotAProfile),
        (newer, ProfileNewer),
    ],
)
def test_is_refused_and_left_as_it_was(
    pristine: Pristine, data_dir: Path, damage: Damage, error: type[EnvironmentTrouble]
) -> None:
    folder = pristine.copy_to(data_dir)
    damage(folder / DATABASE_FILE, pristine.key)
    before = hashes(folder)
    with pytest.raises(error):
        pristine.open_in(data_dir)
    assert hashes(folder) == before
    assert not (data_dir / "backups").exists()


def test_a_wrong_key_is_refused_like_a_foreign_file(pristine: Pristine, data_dir: Path) -> None:
    """Trap 4: the engine cannot tell them apart."""
    folder = pristine.copy_to(data_dir)
    before = hashes(folder)
    with pytest.raises(ProfileDamaged):
        open_profile(folder, bytes(32), clock=FixedClock(), backups=data_dir / "backups")
    assert hashes(folder) == before


def test_opening_and_closing_changes_nothing(pristine: Pristine, data_dir: Path) -> None:
    """The control of the tests above: hashes can stay the same."""
    folder = pristine.copy_to(data_dir)
    before = hashes(folder)
    pristine.open_in(data_dir).close()
    assert hashes(folder) == before


def test_writing_changes_the_hash(pristine: Pristine, data_dir: Path) -> None:
    """The other control: hashes can differ."""
    folder = pristine.copy_to(data_dir)
    before = hashes(folder)
    services = pristine.open_in(data_dir)
    factory.add_student(services)
    services.close()
    assert hashes(folder).keys() == before.keys()
    assert hashes(folder)[DATABASE_FILE] != before[DATABASE_FILE]


def test_damage_further_on_is_found_by_the_check(pristine: Pristine, data_dir: Path) -> None:
    folder = pristine.copy_to(data_dir)
    file = folder / DATABASE_FILE
    content = bytearray(file.read_bytes())
    content[len(content) - 2000] ^= 1
    file.write_bytes(bytes(content))
    services = pristine.open_in(data_dir)
    try:
        with pytest.raises(ProfileDamaged):
            services.check()
    finally:
        services.close()


def test_a_sound_profile_passes_the_check(pristine: Pristine, data_dir: Path) -> None:
    services = pristine.open_in(data_dir)
    factory.add_student(services)
    services.check()
    services.close()


def test_an_empty_database_has_no_revision_and_a_made_one_the_newest(
    tmp_path: Path, pristine: Pristine, data_dir: Path
) -> None:
    empty = make_engine(tmp_path / "new.db", pristine.key, pooled=False)
    assert schema.state_of(empty) == schema.SchemaState(None)
    empty.dispose()
    folder = pristine.copy_to(data_dir)
    engine = make_engine(folder / DATABASE_FILE, pristine.key, pooled=False)
    assert schema.state_of(engine).is_current
    engine.dispose()
