"""Wrong passphrases: how long the next try waits, also after a restart."""

from pathlib import Path

import pytest

from tests.factory import FixedClock
from wpl_desktop.ui.settings_file import SettingsFile
from wpl_desktop.ui.unlock.tries import Tries


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def tries(folder: Path, clock: FixedClock) -> Tries:
    return Tries(SettingsFile(folder / "settings.json"), now=clock.local)


def test_two_wrong_ones_cost_nothing_and_then_the_wait_grows(tmp_path: Path, clock: FixedClock) -> None:
    counted = tries(tmp_path, clock)
    waits: list[int] = []
    for _number in range(8):
        counted.failed("a")
        waits.append(counted.seconds_left("a"))
    assert waits == [0, 0, 2, 5, 10, 30, 60, 60]


def test_the_wait_passes_and_the_count_stays(tmp_path: Path, clock: FixedClock) -> None:
    counted = tries(tmp_path, clock)
    for _number in range(5):
        counted.failed("a")
    clock.pass_time(seconds=7)
    assert counted.seconds_left("a") == 3
    clock.pass_time(seconds=3)
    assert counted.seconds_left("a") == 0
    counted.failed("a")
    assert counted.seconds_left("a") == 30


def test_a_restart_does_not_shorten_the_wait(tmp_path: Path, clock: FixedClock) -> None:
    for _number in range(5):
        tries(tmp_path, clock).failed("a")
    assert tries(tmp_path, clock).seconds_left("a") == 10


def test_a_clock_set_back_neither_lengthens_nor_shortens_the_wait(tmp_path: Path, clock: FixedClock) -> None:
    counted = tries(tmp_path, clock)
    for _number in range(5):
        counted.failed("a")
    clock.pass_time(hours=-3)
    assert counted.seconds_left("a") == 10


def test_the_right_one_starts_the_count_anew(tmp_path: Path, clock: FixedClock) -> None:
    counted = tries(tmp_path, clock)
    for _number in range(5):
        counted.failed("a")
    counted.succeeded("a")
    assert (counted.count("a"), counted.seconds_left("a")) == (0, 0)


def test_profiles_are_counted_apart(tmp_path: Path, clock: FixedClock) -> None:
    counted = tries(tmp_path, clock)
    for _number in range(5):
        counted.failed("a")
    assert counted.seconds_left("b") == 0


def test_a_count_that_cannot_be_read_is_no_count(tmp_path: Path, clock: FixedClock) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.set("tries/a", "many of them")
    assert Tries(settings, now=clock.local).seconds_left("a") == 0
