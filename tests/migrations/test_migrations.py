"""Whether migrations and models say the same, and a migration keeps everything or changes nothing (traps 1, 2)."""

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop import paths
from wpl_desktop.domain.errors import ProfileDamaged, StorageFull
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import backups, schema, search, tables
from wpl_desktop.storage.database import make_engine

KEY = bytes(range(32))
FAMILY = """
    op.create_table("parents", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text))
    op.create_table(
        "children",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.Integer),
        sa.ForeignKeyConstraint(["parent_id"], ["parents.id"], ondelete="CASCADE", name="fk_children_parent"),
    )
    op.execute("insert into parents values (1, 'one'), (2, 'two')")
    op.execute("insert into children values (1, 1), (2, 1), (3, 2)")
"""
REBUILD_PARENTS = """
    with op.batch_alter_table("parents", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text, server_default=""))
"""
REBUILD_TRAJECTORIES = """
    with op.batch_alter_table("trajectories", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text, server_default=""))
"""
HALF_WAY = """
    op.create_table("leftovers", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("update people set name = 'nobody'")
    raise RuntimeError("half-way")
"""
ORPHANS = "    op.execute(\"delete from people where party = 'student'\")\n"

AddMigration = Callable[[str], str]


@pytest.fixture
def add_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AddMigration:
    """Adds a migration in a copy of the folder, as if a next version of the program had it."""
    folder = Path(shutil.copytree(paths.migrations(), tmp_path / "migrations"))
    monkeypatch.setattr(paths, "migrations", lambda: folder)

    def add(body: str) -> str:
        before, number = schema.HEAD, f"{len(schema.REVISIONS) + 1:04d}"
        (folder / "versions" / f"{number}_test.py").write_text(
            f"import sqlalchemy as sa\nfrom alembic import op\n\n"
            f"revision, down_revision = {number!r}, {before!r}\n\n\ndef upgrade():\n{body}\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, number))
        monkeypatch.setattr(schema, "HEAD", number)
        return number

    return add


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty encrypted database with foreign keys off, as migrations get it."""
    made = make_engine(tmp_path / "scratch.db", KEY, foreign_keys=False, pooled=False)
    yield made
    made.dispose()


def differences(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_of_the_models}
        )
        return list(compare_metadata(context, tables.metadata))


def is_of_the_models(name: str | None, kind: str, _parents: object) -> bool:
    # The engine keeps the words of the search in tables of its own.
    return kind != "table" or name not in search.INDEX_TABLES


def count(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return connection.execute(text(f"select count(*) from {table}")).scalar_one()


def table_names(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


class TestModels:
    """The migrations that are shipped."""

    def test_are_what_the_migrations_make(self, engine: Engine) -> None:
        schema.migrate(engine, target=schema.HEAD)
        assert differences(engine) == []
        assert table_names(engine) == {*tables.metadata.tables, *search.INDEX_TABLES, "alembic_version"}

    def test_the_comparison_notices_a_difference(self, engine: Engine) -> None:
        schema.migrate(engine, target=schema.HEAD)
        with engine.begin() as connection:
            connection.execute(text("alter table people drop column second_script"))
            connection.execute(text("alter table people add column birthday text"))
        found = {(difference[0], difference[-1].name) for difference in differences(engine)}
        assert found == {("add_column", "second_script"), ("remove_column", "birthday")}

    def test_up_down_and_up_again(self, engine: Engine) -> None:
        schema.migrate(engine, target=schema.HEAD)
        schema.migrate(engine, target="base")
        assert table_names(engine) == {"alembic_version"}
        schema.migrate(engine, target=schema.HEAD)
        assert differences(engine) == []

    def test_every_step_goes_down_and_up(self, engine: Engine) -> None:
        for number, revision in enumerate(schema.REVISIONS):
            schema.migrate(engine, target=revision)
            before = schema.REVISIONS[number - 1] if number else "base"
            schema.migrate(engine, target=before)
            schema.migrate(engine, target=revision)
            assert schema.state_of(engine).revision == revision
        assert differences(engine) == []

    def test_the_program_knows_exactly_the_scripts_there_are(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(paths.migrations()))
        scripts = ScriptDirectory.from_config(config).walk_revisions()
        assert tuple(script.revision for script in scripts)[::-1] == schema.REVISIONS
        assert schema.REVISIONS[-1] == schema.HEAD

    def test_migrations_need_nothing_of_the_program(self) -> None:
        for script in (paths.migrations() / "versions").glob("*.py"):
            assert "wpl_desktop" not in script.read_text(encoding="utf-8"), script.name


class TestParentRebuilt:
    """Trap 1: rebuilding a parent table must not empty its children."""

    def test_keeps_the_children(self, engine: Engine, add_migration: AddMigration) -> None:
        schema.migrate(engine, target=add_migration(FAMILY))
        schema.migrate(engine, target=add_migration(REBUILD_PARENTS))
        assert (count(engine, "parents"), count(engine, "children")) == (2, 3)
        assert "note" in {column["name"] for column in inspect(engine).get_columns("parents")}

    def test_would_empty_them_with_foreign_keys_on(
        self, tmp_path: Path, engine: Engine, add_migration: AddMigration
    ) -> None:
        """The control: the trap is there, and only the engine of the migrations avoids it."""
        schema.migrate(engine, target=add_migration(FAMILY))
        careless = make_engine(tmp_path / "scratch.db", KEY, foreign_keys=True, pooled=False)
        schema.migrate(careless, target=add_migration(REBUILD_PARENTS))
        careless.dispose()
        assert (count(engine, "parents"), count(engine, "children")) == (2, 0)

    def test_keeps_everything_of_a_student(
        self, services: Services, pristine: Pristine, data_dir: Path, add_migration: AddMigration
    ) -> None:
        trajectory_id = factory.add_student(services)
        factory.add_conversation(services, trajectory_id)
        factory.score_all(services, factory.add_round(services, trajectory_id))
        before = [count(services.database.engine, table) for table in sorted(tables.metadata.tables)]
        services.close()
        add_migration(REBUILD_TRAJECTORIES)
        again = pristine.open_in(data_dir)
        try:
            after = [count(again.database.engine, table) for table in sorted(tables.metadata.tables)]
            assert after == before
            assert [row.name for row in again.student_list.names()] == ["Łukasz Wójcik"]
            again.check()
        finally:
            again.close()


class TestFailure:
    """Trap 2: a migration that fails leaves the profile as it was."""

    @pytest.mark.parametrize(
        ("body", "error"),
        [(HALF_WAY, RuntimeError), (ORPHANS, ProfileDamaged)],
        ids=["an error half-way", "broken references at the end"],
    )
    def test_leaves_nothing_behind(
        self,
        services: Services,
        pristine: Pristine,
        data_dir: Path,
        add_migration: AddMigration,
        monkeypatch: pytest.MonkeyPatch,
        body: str,
        error: type[Exception],
    ) -> None:
        factory.add_student(services)
        services.close()
        known, head = schema.REVISIONS, schema.HEAD
        add_migration(body)
        with pytest.raises(error):
            pristine.open_in(data_dir)
        monkeypatch.setattr(schema, "REVISIONS", known)
        monkeypatch.setattr(schema, "HEAD", head)
        again = pristine.open_in(data_dir)
        try:
            assert "leftovers" not in table_names(again.database.engine)
            assert [row.name for row in again.student_list.names()] == ["Łukasz Wójcik"]
        finally:
            again.close()


class TestBackupFirst:
    """Before an older profile is changed it is backed up."""

    def test_the_back_up_holds_the_profile_as_it_was(
        self,
        services: Services,
        pristine: Pristine,
        data_dir: Path,
        add_migration: AddMigration,
        tmp_path: Path,
    ) -> None:
        factory.add_student(services)
        services.close()
        old, new = schema.HEAD, add_migration(FAMILY)
        again = pristine.open_in(data_dir)
        assert schema.state_of(again.database.engine).revision == new
        again.close()
        (made,) = backups.existing(paths.DataDir(data_dir).backups_of(pristine.folder.name))
        with zipfile.ZipFile(made.file) as archive:
            assert json.loads(archive.read("manifest.json"))["revision"] == old
            archive.extract(paths.DATABASE_FILE, tmp_path)
        assert backups.verify_database(tmp_path / paths.DATABASE_FILE, pristine.key) == old

    def test_no_back_up_no_change(
        self, services: Services, pristine: Pristine, data_dir: Path, add_migration: AddMigration
    ) -> None:
        services.close()
        old = schema.HEAD
        add_migration(FAMILY)
        (data_dir / "backups").write_text("in the way", encoding="utf-8")
        with pytest.raises(StorageFull):
            pristine.open_in(data_dir)
        engine = make_engine(services.database.file, pristine.key, pooled=False)
        assert schema.state_of(engine).revision == old
        engine.dispose()

    def test_a_profile_that_is_up_to_date_needs_none(
        self, pristine: Pristine, data_dir: Path, clock: FixedClock
    ) -> None:
        pristine.open_in(data_dir, clock=clock).close()
        assert not (data_dir / "backups").exists()
