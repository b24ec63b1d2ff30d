"""A real encrypted profile for every test of the trialogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import factory
from wpl_desktop.services.bundle import Services


@pytest.fixture(scope="module")
def sheet_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """One profile for all tests of a file; every test has a student of its own."""
    made = factory.make_services(tmp_path_factory.mktemp("profile"))
    yield made
    made.close()
