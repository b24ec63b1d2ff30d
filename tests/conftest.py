"""What every test stands on: no screen, no network, nobody's own data, and the same examples each time."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.services.bundle import Services

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

NETWORK_EVENTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
LOCAL_FAMILIES = {"AF_UNIX"}


class NetworkUsedError(Exception):
    """Something reached for the network; no subclass of OSError, so that no retry or fallback hides it."""


class NetworkGuard:
    """An audit hook that refuses name look-ups and connections of this process and remembers them (P19)."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Called by the interpreter itself for every event, so also below libraries that we do not know."""
        if event == "socket.getaddrinfo":
            self._refuse(f"look-up of {arguments[0]!r}")
        elif event in NETWORK_EVENTS:
            family = getattr(arguments[0], "family", None)
            if getattr(family, "name", "") not in LOCAL_FAMILIES:
                self._refuse(f"{event} to {arguments[1]!r}")

    def _refuse(self, what: str) -> None:
        self.attempts.append(what)
        raise NetworkUsedError(what)


_guard = NetworkGuard()
sys.addaudithook(_guard)


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[NetworkGuard]:
    """Fails the test that reached for the network, even when the program swallowed the refusal."""
    _guard.attempts.clear()
    yield _guard
    assert _guard.attempts == []


@pytest.fixture(autouse=True)
def nobodys_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A forgotten `--data-dir` ends in an empty folder, never in the data of whoever runs the tests."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in (
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("WPL_PASSPHRASE", "WPL_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    return home


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
