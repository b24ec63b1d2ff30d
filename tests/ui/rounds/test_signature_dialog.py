"""Signing on the screen, one party at a time: called what it is, and refusing blocks nothing (6.4)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from tests.ui.rounds.rounds import make_final, open_dialog
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.finalising import SignatureRow
from wpl_desktop.ui.rounds.signature_dialog import SignatureDialog


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    made = factory.add_round(services, trajectory_id)
    make_final(services, made)
    return made


@pytest.fixture(autouse=True)
def new_session() -> Iterator[None]:
    """No test knows the place of the test before."""
    SignatureDialog._last_place = ""
    yield
    SignatureDialog._last_place = ""


def signed(services: Services, round_id: uuid.UUID) -> tuple[SignatureRow, ...]:
    current = services.round_steps.view(round_id).current
    assert current is not None
    return current.signatures


def ask(
    qtbot: QtBot,
    services: Services,
    round_id: uuid.UUID,
    *,
    window: QWidget,
    party: Party = Party.STUDENT,
    refused: bool = False,
) -> SignatureDialog:
    dialog = SignatureDialog(services, round_id=round_id, party=party, refused=refused, parent=window)
    return open_dialog(qtbot, dialog)


def test_it_is_called_what_it_is(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    assert "no (qualified) electronic signature" in dialog.nature.text()
    assert "Signing does not mean I agree with everything." in dialog.sentence.text()
    assert dialog.name.text() == "Łukasz Wójcik"
    assert dialog.focusWidget() is dialog.place


def test_name_and_place_are_asked_and_the_moment_is_recorded(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.primary.click()
    assert dialog.field_error("place") == "Fill in the place."
    assert signed(services, round_id) == ()
    dialog.place.setText("Antwerpen")
    dialog.name.setText(" ")
    dialog.primary.click()
    assert dialog.field_error("name") == "Fill in a name."
    dialog.name.setText("Łukasz Wójcik")
    dialog.primary.click()
    assert not dialog.isVisible()
    (found,) = signed(services, round_id)
    assert (found.party, found.place, found.refused) == (Party.STUDENT, "Antwerpen", False)
    assert found.signed_at == services.clock.local()


def test_the_place_is_remembered_for_who_comes_next(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.place.setText("Antwerpen")
    dialog.primary.click()
    following = ask(qtbot, services, round_id, window=window, party=Party.WORKPLACE)
    assert following.place.text() == "Antwerpen"
    assert following.name.text() == "Griet Vanhaverbeke"
    assert following.role.text()


def test_who_does_not_sign_gives_a_reason(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window, party=Party.INSTITUTE, refused=True)
    assert dialog.focusWidget() is dialog.reason
    assert dialog.windowTitle() == "Does not sign"
    dialog.primary.click()
    qtbot.wait(20)
    assert dialog.field_error("reason") == "Write down the reason."
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []
    dialog.reason.set_text("eerst intern bespreken")
    dialog.primary.click()
    (found,) = signed(services, round_id)
    assert (found.refused, found.reason) == (True, "eerst intern bespreken")
    again = ask(qtbot, services, round_id, window=window, party=Party.INSTITUTE)
    assert again.windowTitle() == "Does not sign"


def test_a_reason_that_was_typed_is_not_kept_when_one_signs_after_all(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window, refused=True)
    dialog.reason.set_text("toch wel")
    dialog.said.set_value(False)
    dialog.said.chosen.emit(False)
    assert dialog.windowTitle() == "Sign on the screen"
    assert dialog.primary.text() == "I have seen and discussed this"
    dialog.place.setText("Gent")
    dialog.primary.click()
    assert signed(services, round_id)[0].reason == ""


def test_what_was_said_can_be_read_and_taken_back(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    services.finalising.sign(round_id, party=Party.STUDENT, name="Łukasz", role="", place="Gent")
    dialog = ask(qtbot, services, round_id, window=window)
    assert dialog.is_said()
    assert "Łukasz, Gent" in dialog.statement.text()
    assert "Thursday 22 January 2026, 15:30" in dialog.statement.text()
    assert dialog.name.isHidden() or not dialog.name.isVisible()
    dialog.take_back.click()
    assert not dialog.isVisible()
    assert signed(services, round_id) == ()


def test_somebody_who_signed_meanwhile_is_not_overwritten(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.place.setText("Gent")
    services.finalising.sign(round_id, party=Party.STUDENT, name="Łukasz", role="", place="Antwerpen")
    dialog.primary.click()
    assert "signed already" in dialog.message()
    assert signed(services, round_id)[0].place == "Antwerpen"
