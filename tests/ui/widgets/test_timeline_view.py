"""The list of what happened: where the parts of a row stand, and what is painted."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.widgets.timeline_layout import TimelineRow, row_places
from wpl_desktop.ui.widgets.timeline_view import TimelineView, _TimelineDelegate

LONG = "Bracht zelf een vastgelopen klasgesprek in en onderscheidde wat ze zag van wat ze dacht. " * 3


def row(number: int = 0, **values: Any) -> TimelineRow:
    defaults: dict[str, Any] = {
        "key": number,
        "group": "October 2025",
        "day": "13 Oct",
        "icon": "talk",
        "title": f"Talk {number}",
    }
    return TimelineRow(**{**defaults, **values})


def parts(places: object) -> Iterator[tuple[str, QRect]]:
    for name in ("day", "node", "title", "detail", "body", "chip", "action"):
        rect = getattr(places, name)
        if not rect.isNull():
            yield name, rect


@pytest.mark.parametrize("width", [420, 520, 886])
@pytest.mark.parametrize("title", ["Talk", LONG])
def test_parts_of_a_row_never_overlap(width: int, title: str, look: None) -> None:
    whole = row(title=title, detail="Griet, Joëlle, Nadège", body=LONG, chip="report", action="Prepare")
    places = row_places(whole, width=width, with_head=True)
    found = dict(parts(places))

    assert set(found) == {"day", "node", "title", "detail", "body", "chip", "action"}
    names = sorted(found)
    for number, name in enumerate(names):
        for other in names[number + 1 :]:
            assert not found[name].intersects(found[other]), (name, other)
        assert QRect(0, 0, width, places.height).contains(found[name]), name


def test_what_does_not_fit_makes_the_row_higher(look: None) -> None:
    short = row_places(row(), width=600, with_head=False).height
    headed = row_places(row(), width=600, with_head=True).height
    long = row_places(row(body=LONG), width=600, with_head=False).height

    assert short < headed
    assert short + 40 < long


def test_the_words_of_a_group_stand_above_its_first_row_only(qtbot: QtBot) -> None:
    view = TimelineView(name="Timeline")
    qtbot.addWidget(view)
    view.set_rows([row(1), row(2), row(3, group="September 2025")])

    assert [view.timeline_model.starts_group(number) for number in range(3)] == [True, False, True]


def test_only_rows_in_view_are_painted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: set[int] = set()
    paint = _TimelineDelegate.paint

    def noting(delegate, painter, option, index) -> None:
        painted.add(index.row())
        paint(delegate, painter, option, index)

    monkeypatch.setattr(_TimelineDelegate, "paint", noting)
    view = TimelineView(name="Timeline")
    qtbot.addWidget(view)
    view.resize(886, 500)
    view.set_rows([row(number) for number in range(500)])
    view.show()
    QApplication.processEvents()
    view.grab()

    assert painted
    assert max(painted) < 20


def test_another_width_lays_the_rows_out_anew(qtbot: QtBot) -> None:
    view = TimelineView(name="Timeline")
    qtbot.addWidget(view)
    view.resize(886, 500)
    view.set_rows([row(1, body=LONG)])
    view.show()
    QApplication.processEvents()
    wide = view.visualRect(view.timeline_model.index(0, 0)).height()
    view.resize(400, 500)
    QApplication.processEvents()

    assert view.visualRect(view.timeline_model.index(0, 0)).height() > wide
