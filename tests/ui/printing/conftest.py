"""An open profile for every test of the printing page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factory import FixedClock, make_services
from wpl_desktop.services import open_profile
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language


@pytest.fixture(scope="session")
def profile_without_students(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Folder and key of a real encrypted profile, closed; making one takes longer than most tests."""
    made = make_services(tmp_path_factory.mktemp("profile"))
    made.close()
    return made.folder, made.key


@pytest.fixture
def services(profile_without_students: tuple[Path, bytes], tmp_path: Path) -> Iterator[Services]:
    """An open profile of this test alone, without students."""
    folder, key = profile_without_students
    own = tmp_path / "data" / "profile"
    shutil.copytree(folder, own)
    opened = open_profile(own, key, clock=FixedClock(), backups=tmp_path / "data" / "backups")
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def english(look: None) -> Iterator[None]:
    """The window speaks English, so that tests read what is in the source."""
    del look
    before = language.language()
    resources = Path(__file__).parents[3] / "resources"
    language.install("en", resources=resources)
    yield
    language.install(before, resources=resources)
