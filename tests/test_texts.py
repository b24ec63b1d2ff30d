"""Whether every refusal has its own sentence with every placeholder filled, and every state its name."""

import ast
import enum
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wpl_desktop import texts
from wpl_desktop.domain.conversations import AgreementState, ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import (
    DomainError,
    EnvironmentTrouble,
    WrongPassphrase,
    refused,
)
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Collected,
    Difference,
    Mark,
    Perspective,
    RoundKind,
    Source,
    level_mark,
)
from wpl_desktop.domain.history import Step, StepKind
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import AssessmentMode, Role, TrajectoryKind
from wpl_desktop.domain.words import fill
from wpl_desktop.services import content
from wpl_desktop.texts import error_message, mark_sign, mark_word, role_name, step_name, untranslated

PACKAGE = Path(__file__).resolve().parents[1] / "wpl_desktop"
PLACEHOLDER = re.compile(r"\{\w*\}")
LABELS = ("Not yet visible", "Developing", "Achieved", "Strong")

#: Codes that reach `refused` through a variable: (function, argument) and what the callers pass.
INDIRECT = {"required_text": "code"}


def refusals(tree: ast.AST) -> Iterator[tuple[str, frozenset[str]]]:
    """Codes that a module raises, with the names of the values given along."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        keywords = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
        if node.func.id == "refused":
            code = node.args[0]
            if isinstance(code, ast.Constant):
                yield str(code.value), frozenset(keywords.keys() - {"field"})
        elif node.func.id in INDIRECT:
            code = keywords[INDIRECT[node.func.id]]
            assert isinstance(code, ast.Constant), "a code is written where it is given"
            yield str(code.value), frozenset()


@cache
def raised() -> list[tuple[str, frozenset[str]]]:
    found = {
        refusal
        for file in sorted(PACKAGE.rglob("*.py"))
        for refusal in refusals(ast.parse(file.read_text(encoding="utf-8")))
    }
    return sorted(found | {("wrong_passphrase", frozenset())}, key=lambda pair: (pair[0], sorted(pair[1])))


def troubles() -> list[type[EnvironmentTrouble]]:
    return sorted(EnvironmentTrouble.__subclasses__(), key=lambda kind: kind.code)


def test_the_scan_finds_refusals() -> None:
    code = "raise refused('gone', field='x', name=y)\nrequired_text(t, code='empty', field='t')"
    assert set(refusals(ast.parse(code))) == {("gone", frozenset({"name"})), ("empty", frozenset())}
    assert len(raised()) > 25


@pytest.mark.parametrize(("code", "values"), raised(), ids=lambda part: part if isinstance(part, str) else "")
def test_every_refusal_has_a_sentence_of_its_own(code: str, values: frozenset[str]) -> None:
    error = refused(code, **{name: f"<{name}>" for name in values})
    sentence = error_message(error, untranslated)
    assert f"({code})" not in sentence, "the sentence for codes nobody worded"
    assert PLACEHOLDER.findall(sentence) == []
    assert sentence.strip() == sentence
    assert sentence[-1] in ".:)" or sentence.endswith("”.")
    assert all(f"<{name}>" in sentence for name in values), "every value that is given is said"


def test_no_two_refusals_say_the_same() -> None:
    sentences = {code: error_message(refused(code), untranslated) for code, _ in raised()}
    assert len(set(sentences.values())) == len(sentences)


@pytest.mark.parametrize("trouble", troubles(), ids=lambda kind: kind.code)
def test_every_trouble_says_what_is_safe_and_what_to_do(trouble: type[EnvironmentTrouble]) -> None:
    sentences = error_message(trouble(detail="a detail for the log"), untranslated)
    assert "a detail" not in sentences
    assert re.search(r"Nothing was (changed|lost)|was not changed", sentences)
    assert sentences.count(".") >= 3
    assert sentences != error_message(EnvironmentTrouble(), untranslated)


def test_an_unknown_code_still_gives_a_sentence() -> None:
    assert error_message(DomainError("never_worded"), untranslated) == "This cannot be done (never_worded)."


def test_a_wrong_passphrase_gives_no_hint() -> None:
    assert error_message(WrongPassphrase(), untranslated) == "This is not the right passphrase. Try again."


@pytest.mark.parametrize("typed", ["{names}", "{0}", "{", "{name!r}", "100 %"])
def test_what_was_typed_is_no_placeholder(typed: str) -> None:
    sentence = error_message(refused("student_unknown", name=typed, names="Zoë"), untranslated)
    assert f"“{typed}”" in sentence


def test_an_error_never_carries_what_was_typed_into_a_log() -> None:
    """P23."""
    assert str(refused("student_unknown", name="Yasmine", names="Zoë")) == "student_unknown"


def marked(_context: str, text: str) -> str:
    """A translation that can be told from its source."""
    return f"«{text}»"


NAMED: list[tuple[Callable[..., str], type[enum.Enum]]] = [
    (texts.source_name, Source),
    (texts.difference_name, Difference),
    (texts.collected_name, Collected),
    (texts.round_kind_name, RoundKind),
    (texts.hat_name, Hat),
    (texts.conversation_state_name, ConversationState),
    (texts.cause_name, NotHeldCause),
    (texts.agreement_state_name, AgreementState),
    (texts.trajectory_kind_name, TrajectoryKind),
    (texts.assessment_mode_name, AssessmentMode),
]


@pytest.mark.parametrize(("name_of", "kind"), NAMED, ids=lambda part: getattr(part, "__name__", ""))
def test_every_state_has_its_own_translated_name(name_of: Any, kind: type[enum.Enum]) -> None:
    names = [name_of(member, marked) for member in kind]
    assert len(set(names)) == len(kind)
    assert all(name.startswith("«") and len(name) > 2 for name in names)


NAMED_IN_WORDS: list[tuple[Callable[..., str], type[enum.Enum]]] = [
    (texts.perspective_name, Perspective),
    (texts.party_name, Party),
    (texts.strand_name, Strand),
]


@pytest.mark.parametrize(("name_of", "kind"), NAMED_IN_WORDS, ids=lambda part: getattr(part, "__name__", ""))
def test_every_voice_has_its_own_name_in_the_words_of_the_installation(
    name_of: Any, kind: type[enum.Enum]
) -> None:
    names = [name_of(member, marked, {"student": "trainee"}) for member in kind]
    assert len(set(names)) == len(kind)
    assert all(name.startswith("«") and len(name) > 2 for name in names)
    assert sum("rainee" in name for name in names) == 1
    assert not [name for name in names if "tudent" in name]


@pytest.mark.parametrize("vocabulary", [entry.key for entry in content.vocabularies()])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_word_in_every_vocabulary(vocabulary: str, language: str, role: Role) -> None:
    name = role_name(role, untranslated, content.words(vocabulary, language))
    assert name[0].isupper()
    assert "_" not in name
    key = {Role.COACH: "mentor"}.get(role, role.value)
    assert role is Role.OTHER or key in content.words(vocabulary, language)


@pytest.mark.parametrize(
    ("mark", "sign", "word"),
    [
        (NOT_YET_SCORED, "", "still open"),
        (NOT_OBSERVED, "–", "Not observed"),
        (NO_OPPORTUNITY, "×", "No opportunity"),
        (level_mark(1), "1", "Not yet visible"),
        (level_mark(4), "4", "Strong"),
    ],
)
def test_a_mark_is_a_sign_and_a_word(mark: Mark, sign: str, word: str) -> None:
    """R2: what is no level is never a nought."""
    assert (mark_sign(mark), mark_word(mark, LABELS, untranslated)) == (sign, word)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Ask the {mentor}.", "Ask the mentor van Łukasz."),
        ("{Mentor} and {institute_supervisor}", "Mentor van Łukasz and IB"),
        ("{count} of {total}", "2 of {total}"),
        ("no placeholder", "no placeholder"),
    ],
)
def test_placeholders_are_filled_from_the_vocabulary_and_values(text: str, filled: str) -> None:
    words = {"mentor": "mentor van Łukasz", "institute_supervisor": "IB"}
    assert fill(text, words, count=2) == filled


def test_values_win_over_words() -> None:
    assert fill("{mentor}", {"mentor": "mentor"}, mentor="Griet") == "Griet"


@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_of_step_is_named_with_whom_it_was_of(kind: StepKind) -> None:
    def dutch(_context: str, text: str) -> str:
        return f"nl {text}"

    words = {"student": "starter"}
    plain = step_name(Step(kind=kind), dutch, words)
    assert plain.startswith("nl ")
    assert step_name(Step(kind=kind, student="Zoë"), dutch, words) == f"{plain}, Zoë"
    others = {step_name(Step(kind=other), dutch, words) for other in StepKind if other is not kind}
    assert plain not in others


def test_a_score_is_named_with_its_criterion() -> None:
    step = Step(kind=StepKind.SCORE, student="Yasmine", criterion="C2")
    assert step_name(step, untranslated, {}) == "score of C2, Yasmine"
