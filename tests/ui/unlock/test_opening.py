"""Opening a profile with its key outside the GUI thread."""

from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from tests import factory
from wpl_desktop.domain.errors import ProfileInUse
from wpl_desktop.services import open_profile, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.unlock.opening import Opening


def closed(services: Services) -> Services:
    services.close()
    return services


def test_what_is_asked_while_held_is_opened_on_release(qtbot: QtBot, tmp_path: Path) -> None:
    services = closed(factory.make_services(tmp_path))
    entry = profiles.profiles_in(tmp_path)[0]
    parent = QObject()
    opening = Opening(data_dir=tmp_path, clock=factory.FixedClock(), parent=parent)
    got: list[Services] = []
    opening.opened.connect(lambda _entry, opened: got.append(opened))
    opening.hold()
    opening.open(entry, services.key)
    assert opening.is_held()
    opening.release()
    qtbot.waitUntil(lambda: bool(got), timeout=5_000)
    got[0].close()


def test_what_nobody_waits_for_any_more_is_closed_again(qtbot: QtBot, tmp_path: Path) -> None:
    services = closed(factory.make_services(tmp_path))
    entry = profiles.profiles_in(tmp_path)[0]
    parent = QObject()
    opening = Opening(data_dir=tmp_path, clock=factory.FixedClock(), parent=parent)
    got: list[object] = []
    opening.opened.connect(lambda *arguments: got.append(arguments))
    opening.open(entry, services.key)
    opening.give_up()

    def can_be_opened() -> bool:
        QThreadPool.globalInstance().waitForDone()
        try:
            again = open_profile(
                entry.folder, services.key, clock=factory.FixedClock(), backups=tmp_path / "backups"
            )
        except ProfileInUse:
            return False
        again.close()
        return True

    qtbot.waitUntil(can_be_opened, timeout=5_000)
    assert got == []
