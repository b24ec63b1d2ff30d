"""What a page asks of the database when it is opened: the same once for what is new, old or another record."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests import factory, reveal
from tests.statements import counted_statements
from wpl_desktop.domain.base import first_year_of
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.places import PAGES

#: What a page may ask besides, to find what its arguments are about and where somebody left.
BESIDES = 6
#: So many statements at most show one sheet or one round, whoever's it is.
MOST = {
    "round": 13,
    "score_sheet": 14,
    "paper_sheet": 22,
    "side_by_side": 16,
    "agenda": 43,
    "agreements": 7,
    "conversation": 20,
    "growth_plan": 4,
    "school_year": 9,
}
NAMES = [entry.name for entry in PAGES]


@pytest.fixture
def arguments(services: Services, trajectory_id: uuid.UUID) -> dict[str, dict[str, object]]:
    """What each page is opened with; pages that are not here are opened without."""
    conversation_id = factory.add_conversation(services, trajectory_id).id
    round_id = factory.add_round(services, trajectory_id)
    laid = factory.add_round(services, trajectory_id, number=2)
    reveal.reveal(services, laid)
    return {
        "student": {"trajectory_id": trajectory_id, "tab": "evaluations"},
        "conversation": {"conversation_id": conversation_id},
        "round": {"round_id": round_id},
        "score_sheet": {
            "round_id": round_id,
            "perspective": Perspective.STUDENT,
            "strand": Strand.WORKPLACE_PART,
        },
        "paper_sheet": {"round_id": round_id, "perspective": Perspective.INSTITUTE},
        "side_by_side": {"round_id": laid},
        "printing": {"round_id": laid},
        "growth_plan": {"trajectory_id": trajectory_id, "conversation_id": conversation_id},
        "agenda": {"conversation_id": conversation_id},
        "agreements": {"trajectory_id": trajectory_id},
        "school_year": {"first_year": first_year_of(services.clock.local().date())},
    }


def asked(services: Services, act: Callable[[], object]) -> int:
    """How many statements the window itself asks meanwhile."""
    with counted_statements(services, here_only=True) as statements:
        act()
    return len(statements)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_once_however_it_is_opened(
    qtbot: QtBot, services: Services, arguments: dict[str, dict[str, object]], name: str
) -> None:
    changes = Changes()
    window = MainWindow(services=services, changes=changes, now=services.clock.local)
    qtbot.addWidget(window)
    window.show()
    other = "bin" if name == "settings" else "settings"
    window.show_page(other)
    wanted = arguments.get(name, {})
    first = asked(services, lambda: window.show_page(name, **wanted))
    page = window.current_page()
    assert page is not None
    once = asked(services, page.refresh)
    window.show_page(other)
    changes.announce(page.shows)
    stale = asked(services, lambda: window.show_page(name, **wanted))
    assert stale <= once + BESIDES
    assert first <= once + BESIDES
    assert stale <= MOST.get(name, stale)


def test_every_page_reads_something_of_its_own(
    qtbot: QtBot, services: Services, arguments: dict[str, dict[str, object]]
) -> None:
    window = MainWindow(services=services, changes=Changes(), now=services.clock.local)
    qtbot.addWidget(window)
    for name in NAMES:
        assert asked(services, lambda name=name: window.show_page(name, **arguments.get(name, {}))) > 0
