"""A demo goes in one act and leaves nothing; nobody's own profile goes with it (P30)."""

import json
import shutil
from pathlib import Path

import pytest

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.domain.errors import ProfileInUse, StorageFull
from wpl_desktop.paths import DataDir
from wpl_desktop.services import profiles
from wpl_desktop.services.demo import demo_entry, make_demo, remove_demo, remove_demos
from wpl_desktop.services.profiles import ProfileEntry


@pytest.fixture(scope="module")
def closed_demo(tmp_path_factory: pytest.TempPathFactory) -> Pristine:
    """A closed demo to copy."""
    entry, services = make_demo(
        tmp_path_factory.mktemp("demo"), clock=FixedClock(), language="nl", students=1
    )
    services.close()
    return Pristine(entry.folder, services.key)


@pytest.fixture
def entry(closed_demo: Pristine, data_dir: Path) -> ProfileEntry:
    """A demo that was used: with a back-up, one from before a restore, and remembered by the window."""
    services = closed_demo.open_in(data_dir)
    services.back_up()
    name = services.folder.name
    services.close()
    shutil.copytree(services.folder, services.backups / "before-restore-2026-01-01T120000")
    DataDir(data_dir).settings_file.write_text(
        json.dumps({"language": "nl", "profile": name, f"tries/{name}": "1 2026-01-22T15:30:00"}),
        encoding="utf-8",
    )
    found = demo_entry(data_dir)
    assert found is not None
    return found


def traces(data_dir: Path, name: str) -> list[str]:
    """Files and folders that are called by the profile or speak of it."""
    return [
        str(path.relative_to(data_dir))
        for path in data_dir.rglob("*")
        if name in str(path) or (path.is_file() and name.encode() in path.read_bytes())
    ]


def test_nothing_is_left(entry: ProfileEntry, data_dir: Path) -> None:
    assert len(traces(data_dir, entry.name)) > 5
    remove_demos(data_dir)
    assert traces(data_dir, entry.name) == []
    assert profiles.profiles_in(data_dir) == []
    assert sorted(path.name for path in data_dir.rglob("*")) == ["backups", "profiles", "settings.json"]
    assert json.loads(DataDir(data_dir).settings_file.read_text(encoding="utf-8")) == {"language": "nl"}


def test_own_profiles_stay(entry: ProfileEntry, pristine: Pristine, data_dir: Path) -> None:
    services = pristine.open_in(data_dir)
    factory.add_student(services)
    backup = services.back_up()
    services.close()
    before = {path: path.read_bytes() for path in services.folder.rglob("*") if path.is_file()}
    remove_demos(data_dir)
    assert [found.folder for found in profiles.profiles_in(data_dir)] == [services.folder]
    assert {path: path.read_bytes() for path in services.folder.rglob("*") if path.is_file()} == before
    assert backup.is_file()


def test_without_a_demo_nothing_happens(pristine: Pristine, data_dir: Path) -> None:
    folder = pristine.copy_to(data_dir)
    remove_demos(data_dir)
    assert folder.is_dir()


def test_an_open_one_is_left_alone(entry: ProfileEntry, closed_demo: Pristine, data_dir: Path) -> None:
    services = closed_demo.open_in(data_dir)
    with pytest.raises(ProfileInUse):
        remove_demos(data_dir)
    services.check()
    services.close()
    assert demo_entry(data_dir) == entry


def test_another_profile_is_never_removed(pristine: Pristine, data_dir: Path) -> None:
    folder = pristine.copy_to(data_dir)
    (own,) = profiles.profiles_in(data_dir)
    with pytest.raises(ValueError, match="only a demo"):
        remove_demo(data_dir, own)
    assert folder.is_dir()


def test_settings_that_are_no_settings_are_left(entry: ProfileEntry, data_dir: Path) -> None:
    DataDir(data_dir).settings_file.write_text("{half", encoding="utf-8")
    remove_demo(data_dir, entry)
    assert DataDir(data_dir).settings_file.read_text(encoding="utf-8") == "{half"
    assert profiles.profiles_in(data_dir) == []


def test_a_file_that_cannot_go_is_said(
    entry: ProfileEntry, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise PermissionError(13, "in use elsewhere")

    monkeypatch.setattr(shutil, "rmtree", refuses)
    with pytest.raises(StorageFull):
        remove_demo(data_dir, entry)
    assert not (entry.folder / "key.json").exists(), "what cannot be removed cannot be read either"
