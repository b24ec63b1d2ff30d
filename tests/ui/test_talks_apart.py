"""Where coach and assessor are apart (0.1): no page and no paper shows the assessor what the coach wrote."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.factory import Pristine
from tests.reports.reading import Written
from tests.services import test_talk_privacy as told
from tests.services.test_hats import set_apart
from tests.ui.test_joint_talks import found_on
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.texts import untranslated
from wpl_desktop.ui import language
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.talk_printing import minutes_file, preparation_file

COACHS = (
    *(told.WELLBEING, told.COACHING, told.COACHING_LINE),
    *(told.CONCERN, told.CONCERN_LINE, told.PLAN),
)


@pytest.fixture(scope="module")
def profile(
    pristine: Pristine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Services, uuid.UUID]]:
    """The story of the privacy tests, whose owner assesses the first student apart; read only."""
    services = pristine.open_in(tmp_path_factory.mktemp("apart"))
    student, _ = told.tell(services)
    set_apart(services, student, owner=Role.ASSESSOR)
    yield services, student
    services.close()


@pytest.fixture
def window(qtbot: QtBot, profile: tuple[Services, uuid.UUID]) -> Iterator[MainWindow]:
    services, _ = profile
    made = MainWindow(services=services, changes=Changes(), now=services.clock.local)
    qtbot.addWidget(made)
    language.set_words(services.profile.values().words("en"))
    made.resize(1366, 768)
    made.show()
    yield made
    language.set_words({})


def test_on_no_page(window: MainWindow, profile: tuple[Services, uuid.UUID]) -> None:
    services, student = profile
    pages: list[tuple[str, dict[str, object]]] = [
        *(
            ("student", {"trajectory_id": student, "tab": tab})
            for tab in ("timeline", "evaluations", "conversations", "data")
        ),
        *(
            ("conversation", {"conversation_id": row.id})
            for row in services.conversations.of_student(student)
        ),
        *((name, {}) for name in ("today", "agenda", "agreements", "bin", "school_year")),
        ("growth_plan", {"trajectory_id": student}),
    ]
    for name, arguments in pages:
        window.show_page(name, **arguments)
        assert window.current_name() == name
        assert found_on(window, COACHS) == set(), (name, arguments)
    # What is for all three parties is there.
    window.show_page("agreements")
    assert found_on(window, (told.AGREED, told.CONCERN_AGREED)) == {told.AGREED, told.CONCERN_AGREED}


def test_on_no_paper_of_a_talk(profile: tuple[Services, uuid.UUID]) -> None:
    services, student = profile
    read = ""
    for row in services.conversations.of_student(student):
        for make in (minutes_file, preparation_file):
            read += Written(make(services, row.id, "nl", untranslated).data, ()).text()
    assert {word for word in COACHS if word in read} == set()
    assert told.TAKE_AWAY in read
    assert told.NAME in read
