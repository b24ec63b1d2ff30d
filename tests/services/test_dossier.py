"""What was agreed last on the student's part."""

import uuid
from collections.abc import Mapping
from datetime import date

from tests import factory
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_YET_SCORED,
    Agreed,
    Mark,
    Perspective,
    RoundKind,
    level_mark,
)
from wpl_desktop.services.bundle import Services


def agree(
    services: Services,
    round_id: uuid.UUID,
    marks: Mapping[str, Mark | None],
    *,
    strand: Strand = Strand.STUDENT_PART,
) -> None:
    """Write down what was agreed, by code; None where the difference stands."""
    sheet = services.evaluations.sheet(round_id, perspective=Perspective.WORKPLACE, strand=strand)
    ids = {criterion.code: criterion.id for criterion in sheet.criteria}
    with services.database.transaction() as session:
        for code, mark in marks.items():
            kept = mark or NOT_YET_SCORED
            session.add(
                Agreed(
                    round_id=round_id,
                    criterion_id=ids[code],
                    strand=strand,
                    kind=kept.kind,
                    level=kept.level,
                    difference_stands=mark is None,
                )
            )


def test_nothing_agreed_is_nothing(services: Services) -> None:
    key = factory.add_student(services)
    assert services.dossier.agreed(key) is None
    round_id = factory.add_round(services, key)
    factory.score_all(services, round_id)
    agree(services, round_id, {"C1": NOT_YET_SCORED})
    agree(services, round_id, {"C1": level_mark(3)}, strand=Strand.WORKPLACE_PART)

    assert services.dossier.agreed(key) is None


def test_the_newest_round_with_something_agreed_with_all_its_criteria(services: Services) -> None:
    key = factory.add_student(services)
    first = factory.add_round(services, key, number=1)
    agree(services, first, {"C1": level_mark(2), "C2": NO_OPPORTUNITY, "C3": None})
    factory.add_round(services, key, number=2)
    agreed = services.dossier.agreed(key)

    assert agreed is not None
    assert agreed.number == 1
    assert len(agreed.labels) == 4
    assert [level.code for level in agreed.levels] == [f"C{number}" for number in range(1, 10)]
    assert [level.mark for level in agreed.levels[:2]] == [level_mark(2), NO_OPPORTUNITY]
    assert [level.difference_stands for level in agreed.levels[:4]] == [False, False, True, False]


def test_a_focus_round_has_its_own_criteria_only(services: Services) -> None:
    key = factory.add_student(services)
    focus = ("C2", "C5")
    round_id = factory.add_round(
        services, key, number=1, kind=RoundKind.START, focus=focus, held_on=date(2026, 1, 22)
    )
    agree(services, round_id, {"C5": level_mark(4)})
    agreed = services.dossier.agreed(key)

    assert agreed is not None
    assert [level.code for level in agreed.levels] == list(focus)
