"""How students are found by typing, and what the list says about a round."""

import pytest

from tests.factory import add_round, add_student
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.students.student_words import matching, ready_perspectives, waiting_words

THREE = tuple(Perspective)
TWO = (Perspective.STUDENT, Perspective.WORKPLACE)


def test_every_typed_word_must_occur_somewhere(services: Services) -> None:
    lukasz = add_student(services, name="Łukasz Wójcik", class_names="L2")
    zoe = add_student(services, name="Zoë Van den Broeck", class_names="L6")
    texts = services.student_list.search_texts(TrajectoryState.RUNNING)

    assert matching([zoe, lukasz], "l2 luk", search_texts=texts) == [lukasz]
    assert matching([zoe, lukasz], "l2 zoe", search_texts=texts) == []
    assert matching([zoe, lukasz], "  ", search_texts=texts) == [zoe, lukasz]


@pytest.mark.parametrize(
    ("perspectives", "ready", "final", "words"),
    [
        (THREE, set(), False, "nobody ready yet"),
        (THREE, {Perspective.STUDENT}, False, "waiting for workplace and institute"),
        (THREE, {Perspective.STUDENT, Perspective.INSTITUTE}, False, "waiting for workplace"),
        (THREE, set(THREE), False, "all three ready"),
        (TWO, set(TWO), False, "both ready"),
        (TWO, set(), True, "final"),
    ],
)
def test_a_round_says_what_it_waits_for(
    perspectives: tuple[Perspective, ...], ready: set[Perspective], final: bool, words: str
) -> None:
    assert waiting_words(perspectives, ready=ready, final=final) == words


def test_the_list_counts_where_two_names_would_not_fit() -> None:
    assert waiting_words(THREE, ready={Perspective.STUDENT}, final=False, brief=True) == "1 of 3 ready"


def test_the_conditions_at_the_workplace_alone_make_nobody_ready(services: Services) -> None:
    trajectory_id = add_student(services)
    round_id = add_round(services, trajectory_id)
    services.evaluations.mark_ready(round_id, perspective=Perspective.WORKPLACE, strand=Strand.WORKPLACE_PART)

    assert ready_perspectives(services.rounds.of_student(trajectory_id)[0]) == frozenset()
