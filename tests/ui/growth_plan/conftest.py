"""A student with a concern talk and a growth plan, and its page in a window."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from tests import factory
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.growth_plan.growth_plan_page import GrowthPlanPage


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A concern talk of last week."""
    moment = datetime.fromisoformat("2026-01-15T15:45")
    return factory.add_conversation(services, trajectory_id, key="concern_conversation", starts_at=moment)


@pytest.fixture
def plan_id(services: Services, trajectory_id: uuid.UUID, talk: ConversationRow) -> uuid.UUID:
    """A plan that came out of that talk."""
    return services.growth_plans.begin(trajectory_id, conversation_id=talk.id)


@pytest.fixture
def empty_page(services: Services, trajectory_id: uuid.UUID, qapp: QApplication) -> Iterator[GrowthPlanPage]:
    """The page, opened for the student."""
    made = GrowthPlanPage()
    made.set_services(services)
    made.resize(theme.scaled(1278), 684)
    made.open(trajectory_id=trajectory_id)
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    delete(made)
    qapp.processEvents()


@pytest.fixture
def page(plan_id: uuid.UUID, empty_page: GrowthPlanPage, qapp: QApplication) -> GrowthPlanPage:
    """The page with the plan on it."""
    empty_page.open(trajectory_id=empty_page.subject()["trajectory_id"], plan_id=plan_id)
    qapp.processEvents()
    return empty_page


@pytest.fixture
def joint() -> Iterator[None]:
    """Somebody looks along; ask for it before `page`."""
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)
