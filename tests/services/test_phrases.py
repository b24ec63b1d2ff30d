"""Own phrases: what the workplace wrote this school year, this criterion first, and never a name of somebody else."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Perspective, level_mark
from wpl_desktop.domain.people import folded
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.other_names import names_somebody
from wpl_desktop.services.phrases import Phrase, matching

OWN = Perspective.WORKPLACE


def write(
    services: Services,
    round_id: uuid.UUID,
    code: str,
    *,
    comment: str = "",
    evidence: str = "",
    perspective: Perspective = OWN,
) -> uuid.UUID:
    """Write texts on one criterion; gives its id."""
    view = services.evaluations.sheet(round_id, perspective=perspective, strand=Strand.STUDENT_PART)
    criterion = next(found for found in view.criteria if found.code == code)
    services.evaluations.save_score(
        round_id,
        ScoreValues(mark=level_mark(2), comment=comment, evidence=evidence),
        perspective=perspective,
        strand=Strand.STUDENT_PART,
        criterion_id=criterion.id,
    )
    return criterion.id


def texts_for(services: Services, trajectory_id: uuid.UUID, criterion_id: uuid.UUID) -> list[str]:
    return [phrase.text for phrase in services.phrases.of_this_year(trajectory_id, criterion_id=criterion_id)]


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return factory.add_student(services)


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    return factory.add_round(services, trajectory_id)


def test_this_criterion_comes_first_then_the_newest(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    c2 = write(services, round_id, "C2", comment="Vraagt op tijd hulp.")
    write(services, round_id, "C5", comment="Neemt een rol op in het team.", evidence="Trok de werkgroep.")
    found = texts_for(services, trajectory_id, c2)
    assert found[0] == "Vraagt op tijd hulp."
    assert set(found[1:]) == {"Neemt een rol op in het team.", "Trok de werkgroep."}


def test_the_same_text_is_listed_once(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    write(services, round_id, "C1", comment="Blikt zelf terug. ")
    c2 = write(services, round_id, "C2", comment="blikt zelf terug.")
    assert len(texts_for(services, trajectory_id, c2)) == 1


def test_only_this_school_year_and_only_own_texts(services: Services, trajectory_id: uuid.UUID) -> None:
    before = factory.add_student(
        services, name="Hugo Peeters", starts_on=date(2024, 8, 28), ends_on=date(2025, 7, 31)
    )
    old = factory.add_round(services, before, held_on=date(2025, 7, 31))
    write(services, old, "C1", comment="Van vorig jaar.")
    now = factory.add_round(services, trajectory_id, held_on=date(2025, 8, 28))
    write(services, now, "C1", comment="Van de student.", perspective=Perspective.STUDENT)
    c1 = write(services, now, "C1", comment="Van dit jaar.")
    assert texts_for(services, trajectory_id, c1) == ["Van dit jaar."]


def test_no_phrase_names_another_student(
    services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    """P06 and the wrong name in a report: a text about somebody else is not offered."""
    other = factory.add_student(services, name="Zoë Van den Broeck")
    factory.add_student(services, name="Nguyễn Thị Hạnh")
    others_round = factory.add_round(services, other)
    write(services, others_round, "C1", comment="Zoë vraagt zelf hulp.")
    write(services, others_round, "C2", comment="De spelkoffers van HẠNH waren klaar.")
    write(services, others_round, "C3", comment="Met ‘Broeck’ besproken.")
    write(services, others_round, "C4", comment="Van wachten naar kiezen, in de klas.")
    c1 = write(services, round_id, "C1", comment="Łukasz koos zelf een ander plan.")
    assert set(texts_for(services, trajectory_id, c1)) == {
        "Łukasz koos zelf een ander plan.",
        "Van wachten naar kiezen, in de klas.",
    }
    # The control: for Zoë her own name is no obstacle, and Łukasz is somebody else.
    assert "Zoë vraagt zelf hulp." in texts_for(services, other, c1)
    assert "Łukasz koos zelf een ander plan." not in texts_for(services, other, c1)


@given(
    name=st.sampled_from(["Łukasz", "Zoë", "D’Hondt", "Mbuyi-Ilunga", "El Idrissi"]),
    before=st.text(max_size=5),
)
def test_a_name_is_found_wherever_it_stands(name: str, before: str) -> None:
    words = {folded(part) for part in name.replace("’", " ").replace("-", " ").split() if len(part) > 2}
    assert names_somebody(f"{before} ({name}, klas 2)", words)
    assert not names_somebody("zonder iemand", words)


def test_search_finds_beginnings_of_words_without_capitals_and_marks() -> None:
    phrases = [
        Phrase(text="Eén les per week vanuit het midden.", criterion_code="C2"),
        Phrase(text="Vraagt ‘waarom’ in overleg.", criterion_code="C1"),
    ]
    assert matching(phrases, "een WEEK") == phrases[:1]
    assert matching(phrases, "mid les") == phrases[:1]
    assert matching(phrases, "idden") == []
    assert matching(phrases, "") == phrases


class TestBank:
    """Phrases that were kept by hand."""

    def test_kept_ones_come_first_and_each_text_once(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        c2 = write(services, round_id, "C2", comment="Vraagt op tijd hulp.", evidence="les van 12/1")
        services.phrases.keep("Kiest zelf een volgende stap.", criterion_code="C5")
        services.phrases.keep("vraagt  op tijd hulp.", criterion_code="C2")
        offered = services.phrases.offered(trajectory_id, criterion_id=c2)
        assert [phrase.text for phrase in offered] == [
            "vraagt op tijd hulp.",
            "Kiest zelf een volgende stap.",
            "les van 12/1",
        ]
        assert [phrase.id is not None for phrase in offered] == [True, True, False]
        assert matching(offered, "zelf stap") == offered[1:2]

    def test_the_same_phrase_is_kept_once(self, services: Services) -> None:
        first = services.phrases.keep("Plant vooruit.")
        assert services.phrases.keep(" plant  VOORUIT. ") == first
        assert [phrase.text for phrase in services.phrases.all()] == ["Plant vooruit."]

    def test_change_and_delete_can_be_undone(self, services: Services) -> None:
        kept = services.phrases.keep("Plant vooruit.")
        services.phrases.change(kept, "Plant drie weken vooruit.")
        assert [phrase.text for phrase in services.phrases.all()] == ["Plant drie weken vooruit."]
        services.phrases.delete(kept)
        assert services.phrases.all() == []
        services.history.undo()
        assert [phrase.text for phrase in services.phrases.all()] == ["Plant drie weken vooruit."]

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("  ", "phrase_empty"),
            ("x" * 501, "phrase_long"),
            ("Łukasz vraagt hulp.", "phrase_names_student"),
            ("Besproken met Wójcik.", "phrase_names_student"),
        ],
    )
    def test_refusals(self, services: Services, trajectory_id: uuid.UUID, text: str, code: str) -> None:
        assert services.trajectories.detail(trajectory_id).values.name == "Łukasz Wójcik"
        kept = services.phrases.keep("Plant vooruit.")
        for act in (
            lambda: services.phrases.keep(text),
            lambda: services.phrases.change(kept, text),
        ):
            with pytest.raises(DomainError, match=code) as refusal:
                act()
            assert refusal.value.field == "text"
        assert [phrase.text for phrase in services.phrases.all()] == ["Plant vooruit."]

    def test_p06_a_phrase_that_names_a_later_student_is_not_offered_for_another(
        self, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
    ) -> None:
        services.phrases.keep("Zoë vraagt hulp.")
        c1 = write(services, round_id, "C1")
        assert [one.text for one in services.phrases.offered(trajectory_id, criterion_id=c1)] == [
            "Zoë vraagt hulp."
        ]
        factory.add_student(services, name="Zoë Van den Broeck")
        assert services.phrases.offered(trajectory_id, criterion_id=c1) == []

    def test_what_is_gone_is_not_found(self, services: Services) -> None:
        for act in (
            lambda: services.phrases.change(uuid.uuid4(), "Iets."),
            lambda: services.phrases.delete(uuid.uuid4()),
        ):
            with pytest.raises(DomainError, match="not_found"):
                act()
