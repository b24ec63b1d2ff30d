"""Whether the window and a report speak the words of the installation, and nobody ever sees a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tests import factory
from tests.factory import FixedClock
from tests.reports.reading import written
from tests.ui.reading import clipped_in, words_in
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.trajectories import RoleValues
from wpl_desktop.ui import language, screenshots, theme
from wpl_desktop.ui.widgets.table import Table

RESOURCES = Path(__file__).parents[2] / "resources"
LOOKED_AT = {
    "students",
    "score-sheet-student-part",
    "score-sheet-workplace-part",
    "printing",
    "student-dialog",
    "plan-dialog",
    "hold-dialog",
    "round-dialog",
    "report-texts",
}
# The year in a school and the school year keep their name everywhere.
OF_SCHOOLS = {
    "nl": re.compile(r"\b(klas|klassen|school|hogeschool|trialoog)\b|mentor|leerling|trialooggesprek", re.I),
    "en": re.compile(r"\b(class|school(?! year)|trialogue|pupils?)\b|mentor", re.I),
}
BRACE = re.compile(r"\{\w*\}")


@pytest.fixture(scope="module")
def care(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Services]:
    """The profile of a ward with a student, a conversation and a scored round."""
    services = factory.make_services(
        tmp_path_factory.mktemp("care"),
        vocabulary="care",
        workplace="Woonzorgcentrum De Linde",
        controller="De Linde vzw",
        # Then every report says that it is missing: also a text with a word for the three parties.
        privacy_contact="",
    )
    trajectory_id = factory.add_student(
        services,
        programme="Bachelor verpleegkunde",
        class_names="Geriatrie",
        workplace="Woonzorgcentrum De Linde",
        institute="Scheldestad",
        people=(
            RoleValues(role=Role.COACH, name="Mehmet Yıldız"),
            RoleValues(role=Role.INSTITUTE_SUPERVISOR, name="Nadège Okonkwo-Maes"),
        ),
    )
    factory.add_conversation(services, trajectory_id, key="midterm_trialogue")
    round_id = factory.add_round(services, trajectory_id)
    for perspective in (Perspective.WORKPLACE, Perspective.STUDENT):
        for strand in Strand:
            factory.score_all(services, round_id, perspective=perspective, strand=strand)
    yield services
    services.close()


@pytest.fixture(params=["nl", "en"])
def spoken(request: pytest.FixtureRequest, care: Services) -> Iterator[str]:
    """The language of the window, with the words of care."""
    before = language.language()
    language.install(request.param, resources=RESOURCES)
    language.set_words(care.profile.values().words(request.param))
    yield request.param
    language.install(before, resources=RESOURCES)
    language.set_words({})


def test_no_word_of_schools_and_no_placeholder_is_on_a_screen_of_care(
    care: Services, spoken: str, tmp_path: Path
) -> None:
    seen: dict[str, set[str]] = {}
    clipped: dict[str, list[str]] = {}
    for name, widget in screenshots.every_view(care, folder=tmp_path, clock=FixedClock()):
        if name in LOOKED_AT:
            seen[name] = set(words_in(widget))
            clipped[name] = clipped_in(widget)
    assert set(seen) == LOOKED_AT
    own = "werkbegeleider" if spoken == "nl" else "work supervisor"
    assert any(own in text for text in seen["students"])
    assert any(own in text for text in seen["plan-dialog"])
    for name, texts in seen.items():
        assert [text for text in texts if OF_SCHOOLS[spoken].search(text)] == [], name
        assert [text for text in texts if BRACE.search(text)] == [], name
        assert clipped[name] == [], name


def test_the_head_of_a_column_takes_the_room_it_needs(care: Services, spoken: str, tmp_path: Path) -> None:
    """`Afdeling, werkbegeleider` does not fit where `Klas, mentor` does."""
    views = screenshots.every_view(care, folder=tmp_path, clock=FixedClock())
    for name, widget in views:
        if name != "students":
            continue
        (table,) = widget.findChildren(Table)
        metrics = QFontMetrics(theme.font("label_strong"))
        heads = [column.title for column in table.table_model.columns]
        assert {"nl": "Afdeling, werkbegeleider", "en": "Ward, work supervisor"}[spoken] in heads
        for number, head in enumerate(heads):
            if table.isColumnHidden(number):
                continue
            room = QRect(0, 0, table.columnWidth(number), 1000)
            needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), head)
            assert needed.width() <= room.width(), head
            assert needed.height() <= table.horizontalHeader().height(), head


def test_no_word_of_schools_and_no_placeholder_is_in_a_report_of_care(care: Services, spoken: str) -> None:
    (choice,) = care.reporting.choices()
    report = care.reporting.evaluation_report(choice.round_id, language=spoken)
    text = written(report, translate=language.translator_for(spoken)).text()
    assert ("driehoeksgesprek" if spoken == "nl" else "three-way meeting") in text
    assert OF_SCHOOLS[spoken].findall(text) == []
    assert BRACE.findall(text) == []


@pytest.mark.parametrize("code", ["nl", "en"])
def test_before_a_profile_is_open_the_words_of_the_first_vocabulary_stand_there(code: str) -> None:
    before = language.language()
    language.set_words({})
    language.install(code, resources=RESOURCES)
    try:
        assert language.chosen({"nl": "{Mentor}", "en": "{Mentor}"}) == "Mentor"
        assert language.filled("{class_word}") == {"nl": "klas", "en": "class"}[code]
    finally:
        language.install(before, resources=RESOURCES)
