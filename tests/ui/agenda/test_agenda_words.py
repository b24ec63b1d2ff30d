"""The agenda speaks in the words of the workplace."""

from __future__ import annotations

import uuid

import pytest

from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.talk_plans import Absence, PlanWarnings
from wpl_desktop.ui import language
from wpl_desktop.ui.agenda.agenda_words import warning_lines


@pytest.mark.parametrize(
    ("vocabulary", "place"), [("education_be", "at school"), ("care", "at the care organisation")]
)
def test_who_is_away_is_not_at_the_workplace_by_its_own_name(services: Services, vocabulary: str, place: str):
    language.set_words(content.words(vocabulary, "en"))
    holiday = {"nl": "Herfstvakantie", "en": "Autumn holiday"}
    away = tuple(
        Absence(trajectory_id=uuid.uuid4(), name=name, why=why)
        for name, why in (("Yasmine", None), ("Zoë", holiday))
    )
    assert warning_lines(PlanWarnings(absences=away)) == [
        f"Yasmine is not {place} that day.",
        f"Zoë is not {place} that day: Autumn holiday.",
    ]
