"""A report as it was is written in one form, and read back with every value and type it had."""

from __future__ import annotations

import json
import uuid
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import factory
from tests.reveal import agree, mark_everybody_ready
from wpl_desktop.domain.evaluation_report import (
    EarlierRound,
    ReportAgreed,
    ReportAgreement,
    ReportGap,
    ReportPerson,
    ReportScore,
    ReportSheet,
    Signatory,
    StrandView,
)
from wpl_desktop.domain.evaluations import Difference, Mark, MarkKind, Perspective, Source, level_mark
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.report_snapshot import plain, reports_in, snapshot_of, typed

MARKS = st.one_of(
    st.integers(1, 5).map(level_mark),
    st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.LEVEL]).map(Mark),
)
PERSPECTIVES = st.sampled_from(Perspective)
SHORT = st.text(max_size=8)
AGREED = st.builds(ReportAgreed, mark=MARKS, difference_stands=st.booleans(), positions=SHORT, reason=SHORT)
SCORES = st.builds(
    ReportScore, mark=MARKS, comment=SHORT, evidence=SHORT, source=st.none() | st.sampled_from(Source)
)
EARLIER = st.builds(
    EarlierRound,
    number=st.integers(1, 3),
    marks=st.dictionaries(PERSPECTIVES, MARKS, max_size=3),
    agreed=AGREED,
)
STRANDS = st.builds(
    StrandView,
    scores=st.dictionaries(PERSPECTIVES, SCORES, max_size=3),
    agreed=AGREED,
    earlier=st.lists(EARLIER, max_size=2).map(tuple),
    difference=st.none() | st.sampled_from(Difference),
    under_reservation=st.frozensets(st.none() | PERSPECTIVES),
    level_text=SHORT,
)
PARTS = {
    StrandView: STRANDS,
    ReportAgreement: st.from_type(ReportAgreement),
    ReportGap: st.from_type(ReportGap),
    ReportPerson: st.from_type(ReportPerson),
    ReportSheet: st.from_type(ReportSheet),
    Signatory: st.from_type(Signatory),
}


def assert_same(one: Any, other: Any) -> None:
    """Equal, and of the same types all the way down, in the same order."""
    assert type(one) is type(other)
    if is_dataclass(one):
        for field in fields(one):
            assert_same(getattr(one, field.name), getattr(other, field.name))
    elif isinstance(one, dict):
        found: dict[Any, Any] = one
        assert list(found) == list(other)
        for key, value in found.items():
            assert_same(value, other[key])
    elif isinstance(one, tuple):
        for each, twin in zip(one, other, strict=True):
            assert_same(each, twin)
    else:
        assert one == other


@pytest.mark.parametrize("kind", PARTS)
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_every_part_comes_back_as_it_was(kind: type[Any], data: st.DataObject) -> None:
    part = data.draw(PARTS[kind])
    back = typed(kind, json.loads(json.dumps(plain(part))))
    assert back == part
    assert_same(back, part)


@pytest.fixture
def round_id(services: Services) -> uuid.UUID:
    """A round in which everybody said something, something was agreed, and a difference stands."""
    found = factory.add_round(services, factory.add_student(services))
    factory.score_all(services, found, comment="Zij zei: “اللغة” – Łódź", evidence="map 3")
    mark_everybody_ready(services, found)
    services.rounds.reveal(found)
    agree(services, found, "C1", mark=level_mark(3))
    agree(services, found, "C2", positions="de ene 2, de andere 4")
    return found


def test_a_real_report_comes_back_as_it_was(services: Services, round_id: uuid.UUID) -> None:
    reports = [services.reporting.evaluation_report(round_id, language=language) for language in ("nl", "en")]
    back = reports_in(snapshot_of(reports))
    assert list(back) == ["en", "nl"]
    for report in reports:
        assert_same(back[report.language], report)


def test_the_same_reports_always_give_the_same_bytes(services: Services, round_id: uuid.UUID) -> None:
    report = services.reporting.evaluation_report(round_id, language="nl")
    other = services.reporting.evaluation_report(round_id, language="en")
    assert snapshot_of([report, other]) == snapshot_of([other, report])
    assert snapshot_of([report]) != snapshot_of([replace(report, strong=f"{report.strong}.")])


def test_a_snapshot_of_another_program_is_read(services: Services, round_id: uuid.UUID) -> None:
    """What a later program added has its default, and what it dropped is left out."""
    report = services.reporting.evaluation_report(round_id, language="nl")
    found = json.loads(snapshot_of([report]))
    del found["nl"]["late"]
    found["nl"]["moon"] = "full"
    assert reports_in(json.dumps(found).encode())["nl"] == report


def test_the_first_snapshots_are_read_for_ever() -> None:
    """A field that is added later needs a default: the paper of an old version is drawn from what was kept."""
    report = reports_in((Path(__file__).parent / "snapshot_1.json").read_bytes())["nl"]
    assert (report.student_name, report.round_number, report.edition) == ("Łukasz Wójcik", 1, 1)
    assert report.criteria[0].student_part.agreed.mark == level_mark(3)
    assert report.criteria[1].student_part.agreed.positions == "de ene 2, de andere 4"
    assert factory.rendered(report).startswith(b"%PDF")


def test_a_set_has_one_order() -> None:
    assert plain(frozenset(Party)) == sorted(party.value for party in Party)


def test_what_no_report_holds_is_not_guessed() -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        typed(ReportPerson, {"role": "no role", "name": "Zoë"})
