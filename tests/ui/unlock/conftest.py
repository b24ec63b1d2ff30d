"""A folder with a closed profile, and the unlock window on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.factory import FixedClock, pristine_profile
from wpl_desktop.services import profiles
from wpl_desktop.services.profiles import ProfileEntry
from wpl_desktop.ui.settings_file import SettingsFile
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow

MakeWindow = Callable[..., UnlockWindow]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "data"


@pytest.fixture
def entry(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> ProfileEntry:
    """A closed profile in the data folder."""
    pristine_profile(tmp_path_factory.getbasetemp()).copy_to(data_dir)
    return profiles.profiles_in(data_dir)[0]


@pytest.fixture
def make_window(qtbot: QtBot, data_dir: Path, clock: FixedClock) -> MakeWindow:
    """Makes the window, shown and ready; the first one has loaded everything."""

    kept: list[UnlockWindow] = []

    def make(**start: str) -> UnlockWindow:
        window = UnlockWindow(
            data_dir=data_dir, clock=clock, memory=SettingsFile(data_dir / "settings.json"), language="en"
        )
        qtbot.addWidget(window)
        kept.append(window)
        with qtbot.waitSignal(window.loaded, timeout=20_000):
            window.show_start(**start)
            window.show()
        return window

    return make
