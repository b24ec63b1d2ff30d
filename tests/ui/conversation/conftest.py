"""A talk of today after one that left agreements, and its page in a window."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from tests import factory
from wpl_desktop.domain.people import Party
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.conversation.conversation_page import ConversationPage


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A coaching talk of today (Thursday 22 January 2026), after one of last week with two agreements."""
    before = factory.add_conversation(
        services, trajectory_id, starts_at=datetime.fromisoformat("2026-01-15T15:45")
    )
    agreements = [
        AgreementValues(party=Party.STUDENT, text="Hulpteken gebruiken", due_on=date(2026, 1, 20)),
        AgreementValues(party=Party.WORKPLACE, text="Op de agenda van de graad zetten"),
    ]
    services.conversations.hold(before, summary="", agreements=agreements)
    return factory.add_conversation(
        services, trajectory_id, starts_at=datetime.fromisoformat("2026-01-22T15:00")
    )


@pytest.fixture
def page(services: Services, talk: ConversationRow, qapp: QApplication) -> Iterator[ConversationPage]:
    """The page of that talk, as wide as in the window of a school laptop."""
    made = ConversationPage()
    made.set_services(services)
    made.resize(theme.scaled(1278), 684)
    made.open(conversation_id=talk.id)
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    delete(made)
    qapp.processEvents()


@pytest.fixture
def joint() -> Iterator[None]:
    """Somebody looks along; ask for it before `page`."""
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)
