"""Made-up students: as many as asked, the same each time, different from each other, and within the rules."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from typing import Any

import pytest
from sqlalchemy import select

from tests.factory import FixedClock
from wpl_desktop.domain.conversations import AgreementState, ConversationState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    Agreed,
    Mark,
    MarkKind,
    Perspective,
    Round,
    Score,
    Sheet,
    check_agreed,
    check_mark,
)
from wpl_desktop.domain.people import Person, clean_name
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.services.demo.crowd import cast_of, students

DATA = content.shipped("demo")
WORDS = content.shipped("demo_crowd")
MADE_UP = 40
COUNT = 4 + MADE_UP
LEVELS = 4


@pytest.fixture(scope="module")
def chapters() -> list[dict[str, Any]]:
    """The present year of every made-up student."""
    return [dict(student.present) for student in students(DATA, MADE_UP)]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A demo with made-up students in the middle of June."""
    clock = FixedClock(datetime.fromisoformat("2026-06-20T12:00"))
    _, services = make_demo(tmp_path_factory.mktemp("crowd"), clock=clock, language="en", students=COUNT)
    yield services
    services.close()


def texts_in(value: object) -> Iterator[str]:
    """Every text below a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


class TestVariety:
    """What makes them fit to test with."""

    def test_names_differ_in_kind(self, chapters: list[dict[str, Any]]) -> None:
        values = [chapter["students"][0] for chapter in chapters]
        names = [row["name"] for row in values]
        assert len(set(names)) >= 0.9 * MADE_UP
        assert all(clean_name(name) == name == unicodedata.normalize("NFC", name) for name in names)
        assert any(row["second_script"] for row in values)
        assert any(row["sort_name"] == row["name"] for row in values), "a family name that comes first"
        assert any(row["sort_name"].startswith(("van ", "Van ", "de ", "De ")) for row in values)
        assert all(row["call_name"] in row["name"] for row in values)

    def test_trajectories_differ(self, chapters: list[dict[str, Any]]) -> None:
        values = [chapter["students"][0] for chapter in chapters]
        assert {row["phase"] for row in values} == {None, 1, 2, 3}
        assert {row["kind"] for row in values} == {"student", "in_service_trainee"}
        assert len({row["class"]["nl"] for row in values}) >= 7
        assert len({tuple(row["weekdays"]) for row in values}) >= 4
        assert len({row["workplace"] for row in values}) > 1
        assert len({row["institute"] for row in values}) > 1
        assert {bool(chapter["calendar"]) for chapter in chapters} == {True, False}

    def test_notes_are_not_one_sentence(self, chapters: list[dict[str, Any]]) -> None:
        notes = [talk["note"] for chapter in chapters for talk in chapter["conversations"] if talk["note"]]
        for language in ("nl", "en"):
            assert len({note[language] for note in notes}) > 0.7 * len(notes)
        assert not any("{" in text or "  " in text for text in texts_in(chapters))

    def test_a_third_of_the_levels_is_explained(self, chapters: list[dict[str, Any]]) -> None:
        said = sum(row["perspective"] != "agreed" for chapter in chapters for row in chapter["evidence"])
        levels = sum(
            isinstance(row[f"{view.value}_view"], int)
            for chapter in chapters
            for row in chapter["scores"]
            for view in Perspective
        )
        assert 0.28 < said / levels < 0.38

    def test_views_hang_together(self, chapters: list[dict[str, Any]]) -> None:
        """Two people rarely lie two levels apart, and who grows scores higher in June than in October."""
        rows = [row for chapter in chapters for row in chapter["scores"]]
        apart = [
            abs(one - other)
            for row in rows
            for one, other in combinations([row[f"{view.value}_view"] for view in Perspective], 2)
            if isinstance(one, int) and isinstance(other, int)
        ]
        assert sum(gap >= 2 for gap in apart) < 0.1 * len(apart)
        assert sum(gap == 0 for gap in apart) > 0.4 * len(apart)
        high = {
            number: sum(
                isinstance(row["agreed"], int) and row["agreed"] >= 3
                for row in rows
                if row["round"] == number
            )
            for number in (1, 2, 3)
        }
        assert high[1] < high[2] < high[3]

    def test_every_kind_of_mark_occurs(self, chapters: list[dict[str, Any]]) -> None:
        rows = [row for chapter in chapters for row in chapter["scores"]]
        given = Counter(row[f"{view.value}_view"] for row in rows for view in Perspective)
        assert set(given) == {1, 2, 3, 4, "not_observed", "no_opportunity"}
        assert {"difference_stands", 1, 2, 3, 4} <= {row["agreed"] for row in rows}


class TestSameness:
    """The same number gives the same data."""

    def test_twice_the_same(self, chapters: list[dict[str, Any]]) -> None:
        again = list(students(DATA, MADE_UP))
        assert [student.present for student in again] == chapters
        assert cast_of(DATA, MADE_UP) == cast_of(DATA, MADE_UP)

    def test_more_students_leave_the_first_as_they_are(self, chapters: list[dict[str, Any]]) -> None:
        longer = next(iter(students(DATA, 2 * MADE_UP))).present
        assert longer["scores"] == chapters[0]["scores"]
        assert longer["students"][0]["name"] == chapters[0]["students"][0]["name"]

    def test_who_is_further_was_there_last_year(self) -> None:
        for student in students(DATA, MADE_UP):
            phase = student.present["students"][0]["phase"]
            assert (student.before is None) == (phase in {None, 1})
            if student.before is not None:
                before = student.before["students"][0]
                assert (before["name"], before["phase"]) == (
                    student.present["students"][0]["name"],
                    phase - 1,
                )


class TestWritten:
    """In a profile, within the rules of the domain."""

    def test_as_many_as_were_asked_for(self, crowd: Services) -> None:
        rows = crowd.student_list.names()
        assert len(rows) == COUNT
        closed = crowd.student_list.names(TrajectoryState.CLOSED)
        assert 0 < len(closed) < MADE_UP
        assert {row.name for row in closed} < {row.name for row in rows}
        with crowd.database.reading() as session:
            owners = session.execute(select(Trajectory.student_id, Trajectory.starts_on)).all()
            assert len(set(owners)) == len(owners)
        crowd.check()

    def test_each_has_all_the_scores_of_a_year(self, crowd: Services) -> None:
        with crowd.database.reading() as session:
            rows = session.execute(
                select(Round.trajectory_id, Score.id)
                .join(Sheet, Sheet.round_id == Round.id)
                .join(Score, Score.sheet_id == Sheet.id)
            ).all()
        assert set(Counter(row.trajectory_id for row in rows).values()) == {3 * 3 * 2 * 9}

    def test_marks_are_allowed_and_agreed_ones_lie_between(self, crowd: Services) -> None:
        with crowd.database.reading() as session:
            given: dict[Any, list[Mark]] = {}
            for score, sheet in session.execute(select(Score, Sheet).join(Sheet, Sheet.id == Score.sheet_id)):
                check_mark(score.mark, strand=sheet.strand, level_count=LEVELS)
                given.setdefault((sheet.round_id, score.criterion_id, sheet.strand), []).append(score.mark)
            agreed = list(session.scalars(select(Agreed)))
        for row in agreed:
            check_agreed(row.mark, given=given[row.round_id, row.criterion_id, row.strand], reason=row.reason)
            assert row.difference_stands == (row.mark.kind is MarkKind.NOT_YET_SCORED)
        assert {row.strand for row in agreed} == set(Strand)

    def test_agreements_and_talks_are_in_every_state(self, crowd: Services) -> None:
        rows = [row for row in crowd.student_list.names() if row.name not in {"Zoë Van den Broeck"}]
        agreements = [
            agreement for row in rows for agreement in crowd.conversations.agreements_of(row.trajectory_id)
        ]
        found = Counter(agreement.state for agreement in agreements)
        assert {AgreementState.OPEN, AgreementState.DONE, AgreementState.DROPPED} <= set(found)
        assert found[AgreementState.DONE] > found[AgreementState.OPEN] > 0
        talks = [talk for row in rows for talk in crowd.conversations.of_student(row.trajectory_id)]
        assert {talk.state for talk in talks} == {ConversationState.HELD, ConversationState.NOT_HELD}
        assert {talk.not_held_cause for talk in talks if talk.not_held_cause} != set()
        assert len({talk.name["en"] for talk in talks}) >= 7

    def test_everybody_speaks_the_language_of_the_profile(self, crowd: Services) -> None:
        with crowd.database.reading() as session:
            comments = set(session.scalars(select(Score.comment)))
            assert len(session.scalars(select(Person.id)).all()) == COUNT + 7 + len(
                cast_of(DATA, MADE_UP)["people"]
            )
        dutch = {text["nl"] for by in WORDS["comments"].values() for texts in by.values() for text in texts}
        assert not any(comment.endswith(tuple(dutch)) for comment in comments)


def test_all_words_are_there_in_both_languages() -> None:
    def pairs(value: object) -> Iterator[dict[str, str]]:
        if isinstance(value, dict):
            if set(value) == {"nl", "en"}:
                yield value
            else:
                for part in value.values():
                    yield from pairs(part)
        elif isinstance(value, list):
            for part in value:
                yield from pairs(part)

    found = list(pairs(WORDS))
    assert len(found) > 150
    empty = WORDS["contexts"][-1]
    assert all(all(pair.values()) for pair in found if pair != empty)
    assert all(pair["nl"].count("{") == pair["en"].count("{") for pair in found)
