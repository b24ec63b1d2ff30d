"""The laptop in somebody else's hands: what they see, who may, and silence that stays alike (R9)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from tests import factory
from tests.reveal import mark_everybody_ready, reveal
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import (
    NOT_OBSERVED,
    Collected,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    Source,
    level_mark,
)
from wpl_desktop.domain.people import Person
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.hand_over import HandedRound

STUDENT, WORKPLACE, INSTITUTE = Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE
SECRET = "niemand luistert hier ooit"


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services, name="Phan Thị Hạnh", call_name="Hạnh")


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    return factory.add_round(services, trajectory_id)


def workplace_part(view: HandedRound) -> dict[uuid.UUID, ScoreValues]:
    """A view of the workplace that somebody might not want to share."""
    return {
        criterion.id: ScoreValues(mark=level_mark(1), comment=SECRET, evidence=SECRET, source=Source.OBSERVED)
        for criterion in view.parts[Strand.WORKPLACE_PART].criteria
    }


def code_of(services: Services, round_id: uuid.UUID, perspective: Perspective) -> str:
    try:
        services.hand_over.check_open(round_id, perspective)
    except DomainError as error:
        return error.code
    return ""


def sheets(services: Services, round_id: uuid.UUID, perspective: Perspective) -> dict[Strand, Sheet]:
    with services.database.reading() as session:
        rows = session.scalars(
            select(Sheet).where(Sheet.round_id == round_id, Sheet.perspective == perspective)
        )
        return {row.strand: row for row in rows}


def test_it_shows_the_own_sheets_and_names_and_tips_for_students(
    services: Services, round_id: uuid.UUID
) -> None:
    view = services.hand_over.view(round_id, STUDENT)
    assert (view.person, view.call_name, view.owner) == ("Phan Thị Hạnh", "Hạnh", "Griet Vanhaverbeke")
    assert {len(part.criteria) for part in view.parts.values()} == {9}
    assert all(part.perspective is STUDENT for part in view.parts.values())
    tips = {criterion.code: criterion.tip for criterion in view.parts[Strand.STUDENT_PART].criteria}
    assert tips["C6"]["en"].startswith("After a {return_day}")
    mentors = services.evaluations.sheet(round_id, perspective=WORKPLACE, strand=Strand.STUDENT_PART)
    assert tips["C6"] != next(found.tip for found in mentors.criteria if found.code == "C6")
    assert services.hand_over.view(round_id, INSTITUTE).person == "Nadège Okonkwo-Maes"


def test_it_shows_nothing_of_the_others(services: Services, round_id: uuid.UUID) -> None:
    factory.score_all(services, round_id, comment="zegt alleen Griet")
    factory.score_all(services, round_id, perspective=INSTITUTE, comment="zegt alleen Nadège")
    shown = repr(services.hand_over.view(round_id, STUDENT))
    assert "zegt alleen Griet" not in shown
    assert "zegt alleen Nadège" not in shown
    assert "zegt alleen Nadège" in repr(services.hand_over.view(round_id, INSTITUTE))


def test_who_stopped_midway_finds_what_they_filled_in(services: Services, round_id: uuid.UUID) -> None:
    view = services.hand_over.view(round_id, STUDENT)
    first = view.parts[Strand.STUDENT_PART].criteria[0].id
    save(services, round_id, first, ScoreValues(mark=level_mark(2), comment="ik durf al meer"))
    again = services.hand_over.view(round_id, STUDENT).parts[Strand.STUDENT_PART]
    assert (again.scores[first].mark, again.scores[first].comment) == (level_mark(2), "ik durf al meer")


def save(services: Services, round_id: uuid.UUID, criterion_id: uuid.UUID, values: ScoreValues) -> None:
    services.evaluations.save_score(
        round_id,
        values,
        perspective=STUDENT,
        strand=Strand.STUDENT_PART,
        criterion_id=criterion_id,
        collected=Collected.OWN_SCREEN,
    )


# Who may


def test_the_own_sheet_is_never_handed_over(services: Services, round_id: uuid.UUID) -> None:
    assert code_of(services, round_id, WORKPLACE) == "own_sheet_stays"
    assert not services.hand_over.is_open_to(round_id, WORKPLACE)
    assert services.hand_over.is_open_to(round_id, STUDENT)


def test_who_does_not_take_part_gets_no_sheet(services: Services) -> None:
    alone = factory.add_round(services, factory.add_student(services, institute="", people=()))
    assert code_of(services, alone, INSTITUTE) == "not_found"
    assert not services.hand_over.view(alone, STUDENT).has_institute


def test_a_final_round_is_closed(services: Services, round_id: uuid.UUID) -> None:
    with services.database.transaction() as session:
        session.get_one(Round, round_id).finalised_at = services.clock.now()
    assert code_of(services, round_id, STUDENT) == "round_final"


def test_a_ready_sheet_opens_again_until_the_reveal(services: Services, round_id: uuid.UUID) -> None:
    services.hand_over.finish(round_id, STUDENT)
    assert services.hand_over.view(round_id, STUDENT).ready
    services.hand_over.reopen(round_id, STUDENT)
    assert not services.hand_over.view(round_id, STUDENT).ready
    services.hand_over.finish(round_id, STUDENT)
    mark_everybody_ready(services, round_id)
    reveal(services, round_id)
    assert code_of(services, round_id, STUDENT) == "already_revealed"
    with pytest.raises(DomainError, match="already_revealed"):
        services.hand_over.reopen(round_id, STUDENT)


def test_who_comes_after_the_reveal_is_not_blind(services: Services, round_id: uuid.UUID) -> None:
    """R5."""
    services.evaluations.mark_ready(round_id, perspective=WORKPLACE, strand=Strand.STUDENT_PART)
    services.rounds.reveal(round_id, reason="ziek")
    assert code_of(services, round_id, STUDENT) == ""
    services.hand_over.finish(round_id, STUDENT)
    assert not any(sheet.blind for sheet in sheets(services, round_id, STUDENT).values())


# Ready


def test_both_sheets_are_ready_at_one_moment_and_by_that_person(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    for perspective, name in ((STUDENT, "Phan Thị Hạnh"), (INSTITUTE, "Nadège Okonkwo-Maes")):
        services.hand_over.finish(round_id, perspective)
        found = sheets(services, round_id, perspective)
        assert len({sheet.ready_at for sheet in found.values()}) == 1
        assert all(sheet.ready_at is not None and sheet.blind for sheet in found.values())
        assert {sheet.collected for sheet in found.values()} == {Collected.OWN_SCREEN}
        (author,) = {sheet.author_id for sheet in found.values()}
        with services.database.reading() as session:
            assert session.get_one(Person, author).name == name


def test_the_institute_keeps_what_it_said_about_the_workplace(
    services: Services, round_id: uuid.UUID
) -> None:
    factory.score_all(services, round_id, perspective=INSTITUTE, strand=Strand.WORKPLACE_PART)
    services.hand_over.finish(round_id, INSTITUTE)
    part = services.hand_over.view(round_id, INSTITUTE).parts[Strand.WORKPLACE_PART]
    assert {score.mark for score in part.scores.values()} == {level_mark(3)}


def test_the_owner_cannot_undo_that_somebody_is_ready(services: Services, round_id: uuid.UUID) -> None:
    services.hand_over.finish(round_id, STUDENT)
    # The newest step that can be undone is that the round was opened.
    with pytest.raises(DomainError, match="changed_meanwhile"):
        services.history.undo()
    assert services.hand_over.view(round_id, STUDENT).ready


# R9


def test_r9_what_is_shared_is_stored_as_any_sheet(services: Services, round_id: uuid.UUID) -> None:
    view = services.hand_over.view(round_id, STUDENT)
    said = workplace_part(view)
    first = next(iter(said))
    del said[first]
    services.hand_over.finish(round_id, STUDENT, shared=said)
    part = services.hand_over.view(round_id, STUDENT).parts[Strand.WORKPLACE_PART]
    assert part.scores[first].mark == NOT_OBSERVED
    assert all(part.scores[key].mark == level_mark(1) for key in said)
    assert all(part.scores[key].comment == SECRET for key in said)


def test_r9_a_level_that_does_not_exist_stores_nothing(services: Services, round_id: uuid.UUID) -> None:
    view = services.hand_over.view(round_id, STUDENT)
    first = view.parts[Strand.WORKPLACE_PART].criteria[0].id
    with pytest.raises(DomainError, match="level_unknown"):
        services.hand_over.finish(round_id, STUDENT, shared={first: ScoreValues(mark=level_mark(6))})
    assert not services.hand_over.view(round_id, STUDENT).ready


@pytest.fixture(scope="module")
def three_ways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Services]]:
    """The same student in three profiles: the part was skipped, withheld, or taken along for the institute."""
    made = {
        way: factory.make_services(tmp_path_factory.mktemp(way)) for way in ("skip", "withhold", "institute")
    }
    yield made
    for services in made.values():
        services.close()


def filled_in(services: Services, way: str) -> uuid.UUID:
    """A round in which the student filled in the own part, and ended the other one in one of three ways."""
    trajectory_id = factory.add_student(services, name="Phan Thị Hạnh", call_name="Hạnh")
    round_id = factory.add_round(services, trajectory_id, kind=RoundKind.START, focus=("C2", "C3", "C4"))
    view = services.hand_over.view(round_id, STUDENT)
    for criterion in view.parts[Strand.STUDENT_PART].criteria:
        save(services, round_id, criterion.id, ScoreValues(mark=level_mark(2), comment="over mij"))
    if way == "institute":
        # What the print or the locked file is made from goes through the services too.
        said = {key: (row.mark, row.comment) for key, row in workplace_part(view).items()}
        assert SECRET in repr(services.paper_sheets.student_view(round_id, "nl", said=said))
    services.hand_over.finish(round_id, STUDENT)
    return round_id


def test_r9_silence_is_stored_alike_whatever_its_reason(three_ways: dict[str, Services]) -> None:
    found = {way: stored(services, filled_in(services, way)) for way, services in three_ways.items()}
    assert found["skip"] == found["withhold"] == found["institute"]
    rows, journal = found["skip"]
    silent = [row for row in rows if row["strand"] is Strand.WORKPLACE_PART]
    assert [row["code"] for row in silent] == ["C2", "C3", "C4"]
    assert {(row["kind"], row["level"]) for row in silent} == {(NOT_OBSERVED.kind, None)}
    assert {(row["comment"], row["evidence"], row["source"]) for row in silent} == {("", "", None)}
    assert len(journal) > len(silent)
    for services in three_ways.values():
        assert SECRET not in everything_in(services)
        assert '"level": 1' not in everything_in(services)


def test_r9_the_search_for_what_was_shared_would_find_it(services: Services, round_id: uuid.UUID) -> None:
    """The control of the test above."""
    view = services.hand_over.view(round_id, STUDENT)
    services.hand_over.finish(round_id, STUDENT, shared=workplace_part(view))
    assert SECRET in everything_in(services)
    assert '"level": 1' in everything_in(services)


def test_r9_what_was_shared_and_is_withheld_later_is_gone_from_the_history_too(
    services: Services, round_id: uuid.UUID
) -> None:
    view = services.hand_over.view(round_id, STUDENT)
    services.hand_over.finish(round_id, STUDENT, shared=workplace_part(view))
    services.hand_over.reopen(round_id, STUDENT)
    assert services.hand_over.view(round_id, STUDENT).shared_before()
    services.hand_over.finish(round_id, STUDENT)
    assert not services.hand_over.view(round_id, STUDENT).shared_before()
    assert SECRET not in everything_in(services)


def test_r9_a_view_that_was_shared_and_withdrawn_leaves_the_rows_of_silence(tmp_path: Path) -> None:
    """Rows, versions, moments and the journal: as of a student who never shared anything."""
    found: list[list[tuple[Any, ...]]] = []
    for way in ("silent", "shared"):
        clock = factory.FixedClock()
        services = factory.make_services(tmp_path / way, clock=clock)
        round_id = factory.add_round(services, factory.add_student(services))
        said = workplace_part(services.hand_over.view(round_id, STUDENT))
        services.hand_over.finish(round_id, STUDENT, shared=said if way == "shared" else None)
        clock.pass_time(days=1)
        services.hand_over.reopen(round_id, STUDENT)
        clock.pass_time(days=1)
        # *Share* with nothing filled in is silence too.
        services.hand_over.finish(round_id, STUDENT, shared=dict.fromkeys(said, ScoreValues()))
        found.append(without_ids(services, "sheets", "scores", "journal", "kept"))
        assert SECRET not in everything_in(services)
        services.close()
    assert found[0] == found[1]


def test_r9_what_is_not_shared_again_is_gone_from_the_history(
    services: Services, round_id: uuid.UUID
) -> None:
    said = workplace_part(services.hand_over.view(round_id, STUDENT))
    services.hand_over.finish(round_id, STUDENT, shared=said)
    services.hand_over.reopen(round_id, STUDENT)
    first = next(iter(said))
    instead = ScoreValues(mark=level_mark(4), comment="ik mag veel vragen")
    services.hand_over.finish(round_id, STUDENT, shared={first: instead})
    part = services.hand_over.view(round_id, STUDENT).parts[Strand.WORKPLACE_PART]
    assert part.scores[first].comment == instead.comment
    assert SECRET not in everything_in(services)


def test_r9_what_was_typed_in_and_taken_back_is_gone_too(services: Services, round_id: uuid.UUID) -> None:
    criteria = services.hand_over.view(round_id, STUDENT).parts[Strand.WORKPLACE_PART].criteria
    for criterion in criteria[:2]:
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=level_mark(1), comment=SECRET),
            perspective=STUDENT,
            strand=Strand.WORKPLACE_PART,
            criterion_id=criterion.id,
        )
    services.history.undo()
    assert SECRET in everything_in(services)
    services.hand_over.withhold(round_id)
    assert SECRET not in everything_in(services)
    for _ in range(3):
        services.history.undo()
    services.history.redo()
    assert SECRET not in everything_in(services)


@pytest.mark.parametrize("own_first", [True, False])
def test_r9_paper_without_that_part_is_stored_alike(
    services: Services, round_id: uuid.UUID, own_first: bool
) -> None:
    services.evaluations.note_paper(round_id, STUDENT, written_by="Hạnh", written_on=None)
    if own_first:
        services.evaluations.mark_ready(round_id, perspective=STUDENT, strand=Strand.STUDENT_PART)
    services.hand_over.withhold(round_id)
    part = services.hand_over.view(round_id, STUDENT).parts[Strand.WORKPLACE_PART]
    assert {score.mark for score in part.scores.values()} == {NOT_OBSERVED}
    assert part.ready_at is not None
    assert sheets(services, round_id, STUDENT)[Strand.WORKPLACE_PART].collected is Collected.PAPER
    (silent,) = {score.comment for score in part.scores.values()}
    assert silent == ""


def stored(services: Services, round_id: uuid.UUID) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    """Rows of the student's sheets and what the journal says of them, without ids."""
    with services.database.reading() as session:
        codes = {row.id: row.code for row in session.execute(select(Criterion.id, Criterion.code))}
        found = session.execute(
            select(Sheet, Score).join(Score, Score.sheet_id == Sheet.id).where(Sheet.round_id == round_id)
        ).all()
        values: list[dict[str, Any]] = [
            {
                "strand": sheet.strand,
                "code": codes[score.criterion_id],
                **{name: getattr(sheet, name) for name in ("collected", "collected_on", "blind", "ready_at")},
                "author": sheet.author_id is not None,
                **{name: getattr(score, name) for name in ("kind", "level", "comment", "evidence", "source")},
                "version": (sheet.version, score.version),
            }
            for sheet, score in found
        ]
        journal = [
            (row.entity, row.action, row.step, shape(row.before), shape(row.after))
            for row in session.execute(
                text("SELECT entity, action, step, before, after FROM journal ORDER BY sequence")
            )
        ]
    values.sort(key=lambda row: (row["strand"].value, row["code"]))
    return values, journal


def shape(content: str | None) -> str:
    """What a row of the journal says, without the ids that differ between profiles."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "id", content or "")


def without_ids(services: Services, *tables: str) -> list[tuple[Any, ...]]:
    """Every row of these tables, in the order in which they were made, without ids that differ by themselves."""
    with services.database.reading() as session:
        return [
            (
                table,
                *(
                    (name, shape(str(value)))
                    for name, value in row.items()
                    if name not in {"id", "sequence", "reverts"} and not name.endswith("_id")
                ),
            )
            for table in tables
            for row in session.execute(text(f'SELECT * FROM "{table}" ORDER BY rowid')).mappings()
        ]


def everything_in(services: Services) -> str:
    """Every column of every table, decrypted."""
    lines: list[str] = []
    with services.database.reading() as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for table in tables:
            lines += [repr(tuple(row)) for row in session.execute(text(f'SELECT * FROM "{table}"'))]
    return "\n".join(lines)
