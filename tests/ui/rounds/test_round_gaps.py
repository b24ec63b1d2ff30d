"""What the checklist says of names that must not be in a report: for each place where one may stand."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from wpl_desktop.services.round_checklist import NamedOther, NamePlace
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.rounds.round_gaps import other_names_words


def test_every_place_has_words_of_its_own(qtbot: QtBot) -> None:
    del qtbot
    found = [NamedOther(name="Yasmine", where=where, subject="C1") for where in NamePlace]
    lines = other_names_words(found)
    assert len(lines) == len(NamePlace)
    assert all("Yasmine" in line for line in lines)
    assert any("a goal of the growth plan" in line for line in lines)


def test_who_looks_along_reads_no_name(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    monkeypatch.setattr(joint_screen, "is_on", lambda: True)
    [line] = other_names_words([NamedOther(name="Yasmine", where=NamePlace.GROWTH_GOAL)])
    assert "Yasmine" not in line
    assert "a goal of the growth plan" in line
