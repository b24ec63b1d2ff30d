"""A profile for every test of these dialogs, copied from one that is made once: making one takes a second."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from tests import factory
from wpl_desktop.services import open_profile
from wpl_desktop.services.bundle import Services


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The folder and key of a closed profile without students."""
    entry, services = factory.make_profile(tmp_path_factory.mktemp("blank"))
    key = services.key
    services.close()
    return entry.folder, key


@pytest.fixture
def services(blank: tuple[Path, bytes], tmp_path: Path) -> Iterator[Services]:
    folder, key = blank
    shutil.copytree(folder, tmp_path / folder.name)
    opened = open_profile(
        tmp_path / folder.name, key, clock=factory.FixedClock(), backups=tmp_path / "backups"
    )
    yield opened
    opened.close()


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """The main window's place: what a dialog must fit in. Deleted at once, dialogs and all, with the test."""
    parent = QWidget()
    parent.resize(1366, 740)
    parent.show()
    yield parent
    delete(parent)
    qapp.processEvents()
