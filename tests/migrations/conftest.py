"""An open profile for every test: a copy of one pristine profile, really encrypted and empty of students."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.services.bundle import Services


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Pristine:
    """The closed profile that is copied."""
    return factory.pristine_profile(tmp_path_factory.getbasetemp())


@pytest.fixture
def clock() -> FixedClock:
    """A clock that a test may move; it starts on a Thursday in January."""
    return FixedClock()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """The data folder of this test."""
    return tmp_path / "data"


@pytest.fixture
def services(pristine: Pristine, data_dir: Path, clock: FixedClock) -> Iterator[Services]:
    """The services of an open copy, closed afterwards."""
    opened = pristine.open_in(data_dir, clock=clock)
    yield opened
    opened.close()
