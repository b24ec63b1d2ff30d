"""Whether the shipped content is complete in both languages and keeps the rules of the domain."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wpl_desktop.services import content
from wpl_desktop.services.content import filled_in

CONTENT = Path(__file__).resolve().parents[1] / "resources" / "content"
FILES = ("criteria", "conversation_types", "vocabularies", "demo", "texts")
LANGUAGES = {"nl", "en"}
STRANDS = ("student_part", "workplace_part")
NON_LEVELS = {"not_observed", "no_opportunity"}
HATS = {"coach", "evaluate", "peers", "programme", "institute"}
SITUATIONS = {"new", "more", "apply", "solve", "change"}
AUDIENCES = {"student", "mentor", "both"}
PLACEHOLDERS = {"controller", "contact", "retention", "purpose"}
WORDS_IN_TEXTS = {"workplace", "pupils", "trialogue_meeting"}
VOCABULARIES = ("education_be", "education_nl", "care")
FILLED = ("criteria", "conversation_types")
# Lessons, parents and the teacher in training stay: they have no neutral word.
WORDS_OF_SCHOOLS = {
    "nl": re.compile(r"(?<!\w)(klas|school|hogeschool|trialoog)|mentor|leerling", re.IGNORECASE),
    "en": re.compile(r"\b(class|school|trialogue|pupil)|mentor", re.IGNORECASE),
}
#: Criterion, strand, level, language and how the level reads in a school in Belgium.
WORDING = [
    ("C1", "workplace_part", 3, "nl", "Er is vaste tijd, en de mentor stelt vragen voor hij of zij advies geeft."),
    ("C3", "student_part", 4, "nl",
     "Maakt onveiligheid bespreekbaar, ook als dat lastig is, en draagt bij aan afspraken in klas of team."),
    ("C5", "student_part", 3, "nl", "Zoekt uit zichzelf leerkansen in klas én school en rondt opgenomen taken af."),
    ("C5", "student_part", 4, "en",
     "Leads something that moves class or school forward, while guarding own limits and learning goals."),
    ("C6", "workplace_part", 4, "nl", "School en opleiding ontwerpen leertaken samen en de school leert zelf mee."),
    ("C8", "student_part", 4, "nl",
     "Verbindt mensen en informatie, maakt verschillen bespreekbaar en helpt de trialoog vooruit."),
    ("C9", "workplace_part", 4, "en",
     "Mentor and team are themselves prepared for guiding and let tasks grow with progress."),
]  # fmt: skip
FORBIDDEN_DUTCH = re.compile(r"cijfer|gemiddelde|score-?totaal|onvoldoende", re.IGNORECASE)
REAL_NAMES = re.compile(
    r"\bAP\b|\bAP Hogeschool|\bHvA\b|Odisee|UGent|\bUCLL\b|UvA\b|Leerpunt|Stedendriehoek|Artesis|Thomas More"
)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
EXAMPLE_DOMAINS = ("example.org", "example.com", "example.net", "example")
IDENTIFIER = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$")
PROPER_NAMES = {"name", "call_name", "sort_name", "second_script", "city"}
WORDS_IN_LEVEL_TEXT = 30
WORDS_ON_CARD = 60

# Two intakes fall on the Friday of the first staff week, before the rhythm of fixed school days starts.
DONE_OUTSIDE_SCHOOL_DAYS = {"B-01", "C-01"}


def load(name: str) -> Any:
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def criteria() -> Any:
    return load("criteria")


@pytest.fixture(scope="module")
def types() -> Any:
    return load("conversation_types")["types"]


@pytest.fixture(scope="module")
def vocabularies() -> Any:
    return load("vocabularies")["vocabularies"]


@pytest.fixture(scope="module")
def demo() -> Any:
    return load("demo")


def pairs(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every dictionary in which a language is a key, with its place in the file."""
    if isinstance(value, dict):
        if LANGUAGES & set(value):
            yield path, value
            return
        for key, child in value.items():
            yield from pairs(child, f"{path}/{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from pairs(child, f"{path}/{index}")


def texts_of(value: Any, language: str) -> Iterator[tuple[str, str]]:
    for path, pair in pairs(value):
        side = pair[language]
        if isinstance(side, dict):
            for key, word in side.items():
                yield f"{path}/{language}/{key}", word
        else:
            yield f"{path}/{language}", side


def loose_strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string that stands outside a pair of languages, with the key it belongs to."""
    if isinstance(value, dict):
        if LANGUAGES & set(value):
            return
        for child_key, child in value.items():
            yield from loose_strings(child, child_key)
    elif isinstance(value, list):
        for child in value:
            yield from loose_strings(child, key)
    elif isinstance(value, str):
        yield key, value


def by_id(rows: Any) -> dict[str, Any]:
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


def days_of(rows: Any, kind: str) -> list[tuple[str, str]]:
    return [(row["date"], row["end"] or row["date"]) for row in rows if row["kind"] == kind]


def inside(day: str, spans: list[tuple[str, str]]) -> bool:
    return any(first <= day <= last for first, last in spans)


# Every file


@pytest.mark.parametrize("name", FILES)
def test_file_is_utf_8_with_format_and_version(name: str) -> None:
    raw = (CONTENT / f"{name}.json").read_text(encoding="utf-8")
    data = json.loads(raw)
    assert data["format"] == 1
    assert data["version"] == "1.0"
    assert raw == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", FILES)
def test_every_text_exists_in_both_languages(name: str) -> None:
    found = list(pairs(load(name)))
    assert found
    for path, pair in found:
        assert set(pair) == LANGUAGES, path
    for language in LANGUAGES:
        for path, text in texts_of(load(name), language):
            assert isinstance(text, str), path
            assert text == text.strip() != "", path
            assert "  " not in text, path


@pytest.mark.parametrize("name", FILES)
def test_no_prose_stands_outside_the_language_pairs(name: str) -> None:
    prose = [
        (key, text)
        for key, text in loose_strings(load(name))
        if key not in PROPER_NAMES and not IDENTIFIER.match(text)
    ]
    assert prose == []


@pytest.mark.parametrize("name", FILES)
def test_no_forbidden_dutch_words(name: str) -> None:
    assert [hit for hit in texts_of(load(name), "nl") if FORBIDDEN_DUTCH.search(hit[1])] == []


@pytest.mark.parametrize("name", FILES)
def test_no_real_addresses_or_institutes(name: str) -> None:
    raw = (CONTENT / f"{name}.json").read_text(encoding="utf-8")
    assert [mail for mail in MAIL.findall(raw) if mail.rpartition("@")[2] not in EXAMPLE_DOMAINS] == []
    assert REAL_NAMES.findall(raw) == []


def test_the_search_for_forbidden_content_finds_what_it_looks_for() -> None:
    assert FORBIDDEN_DUTCH.search("Het gemiddelde is onvoldoende.")
    assert REAL_NAMES.search("met dank aan Odisee")
    assert MAIL.search("mail naar iemand@school.be.")


# Criteria


def test_nine_criteria_with_codes_in_order(criteria: Any) -> None:
    rows = criteria["criteria"]
    assert [row["code"] for row in rows] == [f"C{number}" for number in range(1, 10)]
    assert len({row["key"] for row in rows}) == len(rows)
    assert {row["weight"] for row in rows} <= {"student", "workplace", "shared"}


def test_levels_are_contiguous_and_equal_everywhere(criteria: Any) -> None:
    expected = [row["level"] for row in criteria["levels"]["student_part"]]
    assert expected == list(range(1, len(expected) + 1))
    assert criteria["expected_level"] in expected
    for strand in STRANDS:
        assert [row["level"] for row in criteria["levels"][strand]] == expected
        for row in criteria["criteria"]:
            assert [text["level"] for text in row["level_texts"][strand]] == expected, (row["code"], strand)


def test_level_texts_fit_the_form(criteria: Any) -> None:
    """At most 30 words each (6.5), and no two levels of a criterion say the same."""
    for row in criteria["criteria"]:
        for strand in STRANDS:
            for language in LANGUAGES:
                for vocabulary in VOCABULARIES:
                    words = [
                        filled_in(text["text"], language, vocabulary=vocabulary)
                        for text in row["level_texts"][strand]
                    ]
                    assert len(set(words)) == len(words), (row["code"], strand)
                    assert all(len(text.split()) <= WORDS_IN_LEVEL_TEXT for text in words), row["code"]


def test_only_practice_uncertainty_has_a_reading_hint(criteria: Any) -> None:
    """R11: C2 must not be read upside down."""
    assert [row["code"] for row in criteria["criteria"] if row["reading_hint"]] == ["C2"]


def test_every_criterion_has_indicators_questions_and_tips(criteria: Any) -> None:
    for row in criteria["criteria"]:
        assert {indicator["strand"] for indicator in row["indicators"]} == set(STRANDS), row["code"]
        assert len(row["questions"]) == 3, row["code"]
        assert row["tips"], row["code"]
        for tip in row["tips"]:
            assert tip["audience"] in AUDIENCES, row["code"]
            assert tip["situation"] in SITUATIONS, row["code"]
            assert all(len(tip["text"][language].split()) <= WORDS_ON_CARD for language in LANGUAGES)


# Role and place words


@pytest.mark.parametrize("name", FILLED)
@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_placeholder_is_a_word_of_every_vocabulary(name: str, vocabulary: str) -> None:
    for path, pair in pairs(load(name)):
        for language in LANGUAGES:
            text = filled_in(pair, language, vocabulary=vocabulary)
            assert "{" not in text, path
            assert "}" not in text, path


def test_one_text_of_both_languages_has_placeholders(criteria: Any, types: Any) -> None:
    for rows in (criteria, types):
        for language in LANGUAGES:
            assert [text for _, text in texts_of(rows, language) if "{" in text]


@pytest.mark.parametrize("name", FILLED)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_role_or_place_word_of_schools_stands_in_a_text_of_care(name: str, language: str) -> None:
    found = [
        (path, text)
        for path, pair in pairs(load(name))
        if WORDS_OF_SCHOOLS[language].search(text := filled_in(pair, language, vocabulary="care"))
    ]
    assert found == []


def test_the_search_for_words_of_schools_finds_them_in_schools() -> None:
    for language in LANGUAGES:
        texts = [
            filled_in(pair, language, vocabulary="education_be")
            for name in FILLED
            for _, pair in pairs(load(name))
        ]
        assert len([text for text in texts if WORDS_OF_SCHOOLS[language].search(text)]) > 40


@pytest.mark.parametrize(
    ("vocabulary", "language", "placeholders", "expected"),
    [
        ("education_be", "nl", "{mentor} {class_word} {the_trialogue}", "mentor klas de trialoog"),
        ("education_nl", "nl", "{mentor} {in_class}", "werkplekbegeleider in de groep"),
        ("care", "nl", "{Mentors} {in_class} {the_trialogue}", "Werkbegeleiders op de afdeling het driehoeksgesprek"),
        ("care", "en", "{Mentor} {in_class} {trialogue_meeting}", "Work supervisor on the ward three-way meeting"),
        ("care", "nl", "{At_workplace}", "In de zorginstelling"),
    ],
)  # fmt: skip
def test_words_fit_their_sentence(vocabulary: str, language: str, placeholders: str, expected: str) -> None:
    assert filled_in({language: placeholders}, language, vocabulary=vocabulary) == expected


@pytest.mark.parametrize(("code", "strand", "level", "language", "expected"), WORDING)
def test_in_schools_in_belgium_the_levels_read_as_they_were_written(
    criteria: Any, code: str, strand: str, level: int, language: str, expected: str
) -> None:
    row = next(row for row in criteria["criteria"] if row["code"] == code)
    text = next(text["text"] for text in row["level_texts"][strand] if text["level"] == level)
    assert filled_in(text, language, vocabulary="education_be") == expected


def test_in_schools_in_belgium_the_conversations_read_as_they_were_written(types: Any) -> None:
    names = [filled_in(row["name"], "nl", vocabulary="education_be") for row in types]
    assert names == [
        "Start-/kennismakingsgesprek",
        "Wekelijks coachingsgesprek",
        "Tussentijds trialooggesprek",
        "Eindgesprek / evaluatiegesprek",
        "Intervisie",
        "Zorggesprek: als het moeilijk of misloopt",
        "Terugkomdag",
        "Lesnabespreking",
        "Check met opleiding zonder mentor",
    ]


# Conversation types


def test_agenda_minutes_add_up(types: Any) -> None:
    assert len(types) == 9
    assert len({row["key"] for row in types}) == len(types)
    for row in types:
        assert sum(item["minutes"] for item in row["agenda"]) == row["minutes"], row["key"]
        assert all(item["minutes"] > 0 for item in row["agenda"]), row["key"]


def test_hats_are_known(types: Any) -> None:
    assert {row["hat"] for row in types} == HATS


def test_a_concern_conversation_shows_as_an_ordinary_one(types: Any) -> None:
    discreet = [row for row in types if row["discreet"]]
    assert [row["key"] for row in discreet] == ["concern_conversation"]
    assert discreet[0]["short_name"] == {"nl": "gesprek", "en": "conversation"}


# Vocabularies


def test_vocabularies_have_equal_keys(vocabularies: Any) -> None:
    assert [row["key"] for row in vocabularies] == ["education_be", "education_nl", "care"]
    expected = list(vocabularies[0]["words"]["nl"])
    for row in vocabularies:
        for language in LANGUAGES:
            assert list(row["words"][language]) == expected, (row["key"], language)


def test_vocabulary_words_are_lower_case_and_tell_roles_apart(vocabularies: Any) -> None:
    roles = {
        "mentor",
        "class_mentor",
        "school_mentor",
        "institute_supervisor",
        "assessor",
        "head_teacher",
        "confidential_adviser",
    }
    for row in vocabularies:
        for language in LANGUAGES:
            words = row["words"][language]
            assert all(word == word.lower() for word in words.values())
            assert len({words[role] for role in roles}) == len(roles), (row["key"], language)


def test_mentor_is_no_role_word_outside_flanders(vocabularies: Any) -> None:
    """In Dutch secondary schools 'mentor' means a pupils' tutor (warning 24)."""
    for row in vocabularies[1:]:
        assert not [word for word in row["words"]["nl"].values() if "mentor" in word], row["key"]


# Texts


def test_placeholders_are_known_and_equal_in_both_languages() -> None:
    for path, pair in pairs(load("texts")):
        fields = {language: set(re.findall(r"\{(\w*)\}", text)) for language, text in pair.items()}
        assert fields["nl"] == fields["en"], path
        assert fields["nl"] <= PLACEHOLDERS | WORDS_IN_TEXTS, path


def test_privacy_lines_name_controller_rights_and_no_consent() -> None:
    lines = {row["key"]: row["text"] for row in load("texts")["privacy_lines"]}
    assert list(lines) == [
        "controller", "purpose", "basis", "retention",
        "access", "rectification", "erasure", "restriction", "complaint",
    ]  # fmt: skip
    assert "{controller}" in lines["controller"]["nl"]
    assert "{contact}" in lines["controller"]["nl"]
    assert "{retention}" in lines["retention"]["nl"]
    assert "Toestemming is niet de grondslag" in lines["basis"]["nl"]


def test_texts_of_a_report_speak_the_words_of_the_installation() -> None:
    lines = content.privacy_lines(
        "nl",
        vocabulary="care",
        controller="De {mentor} vzw",
        contact="Sofie",
        purpose="leren",
        retention="juni",
    )
    assert "de taak van zorginstelling en opleiding" in lines[2]
    assert lines[0] == "Verwerkingsverantwoordelijke: De {mentor} vzw. Contact: Sofie."
    stamp = content.signature_sentence("head_teacher", "nl", vocabulary="education_be")
    assert stamp == "Voor kennisneming, met stempel van de school."


def test_every_party_has_a_signature_sentence() -> None:
    assert list(load("texts")["signatures"]) == ["student", "workplace", "institute", "head_teacher"]


def test_lost_laptop_page_is_five_short_lines_with_the_72_hours() -> None:
    page = load("texts")["lost_laptop"]
    assert len(page["lines"]) == 5
    for language in LANGUAGES:
        assert any("72" in line[language] for line in page["lines"])
        assert all(len(line[language].split()) <= WORDS_IN_LEVEL_TEXT for line in page["lines"])


# Demo year


def test_demo_is_marked_fictional(demo: Any) -> None:
    assert demo["fictional"] is True
    assert demo["vocabulary"] in {row["key"] for row in load("vocabularies")["vocabularies"]}


def test_demo_people_and_students_refer_to_each_other(demo: Any, vocabularies: Any) -> None:
    organisations = by_id(demo["organisations"])
    people = by_id(demo["people"])
    students = by_id(demo["students"])
    assert demo["main_user"] in people
    for person in people.values():
        assert organisations[person["organisation"]]["kind"] == person["party"]
        assert person["role"] in vocabularies[0]["words"]["nl"]
    for student in students.values():
        assert people[student["class_mentor"]]["party"] == "workplace"
        assert people[student["mentor"]]["party"] == "workplace"
        assert people[student["institute_supervisor"]]["role"] == "institute_supervisor"
        assert people[student["assessor"]]["role"] == "assessor"
        assert organisations[student["workplace"]]["kind"] == "workplace"
        assert organisations[student["institute"]]["kind"] == "institute"
        assert student["kind"] in {"student", "in_service_trainee"}
        assert set(student["weekdays"]) <= set(range(1, 8))


def test_demo_conversations_and_agreements_refer_to_each_other(demo: Any, types: Any) -> None:
    conversations = by_id(demo["conversations"])
    agreements = by_id(demo["agreements"])
    people = by_id(demo["people"])
    students = by_id(demo["students"])
    organisations = by_id(demo["organisations"])
    kinds = {row["key"] for row in types}
    made: list[str] = []
    for row in conversations.values():
        assert row["type"] in kinds, row["id"]
        assert set(row["students"]) <= set(students), row["id"]
        assert set(row["people"]) <= set(people), row["id"]
        assert row["at"] in organisations, row["id"]
        assert row["status"] in {"done", "not_held"}, row["id"]
        assert (row["not_held_reason"] is None) == (row["status"] == "done"), row["id"]
        assert row["not_held_reason"] in {None, "workplace", "student", "other"}, row["id"]
        made += row["agreements"]
    assert sorted(made) == sorted(agreements)
    for row in agreements.values():
        assert row["id"] in conversations[row["conversation"]]["agreements"]
        assert row["owner"] in set(people) | set(students), row["id"]
        assert row["due"] >= conversations[row["conversation"]]["date"], row["id"]
        assert (row["done_on"] is not None) == (row["status"] == "done"), row["id"]
        assert (row["continued_by"] in agreements) == (row["status"] == "continued"), row["id"]


def test_demo_questions_tasks_and_plans_refer_to_each_other(demo: Any, criteria: Any) -> None:
    codes = {row["code"] for row in criteria["criteria"]}
    students = by_id(demo["students"])
    tasks = by_id(demo["tasks"])
    conversations = by_id(demo["conversations"])
    agreements = by_id(demo["agreements"])
    for row in by_id(demo["learning_questions"]).values():
        assert row["student"] in students, row["id"]
        assert set(row["criteria"]) <= codes, row["id"]
        assert (row["closed"] is None) == (row["status"] == "open"), row["id"]
        assert row["closed"] is None or row["opened"] <= row["closed"], row["id"]
    for row in tasks.values():
        assert row["student"] in students, row["id"]
        assert row["kind"] in {"learning_task", "functional_assignment"}, row["id"]
        assert row["status"] in {"submitted", "done", "dropped", "not_submitted"}, row["id"]
        assert (row["done_on"] is not None) == (row["status"] in {"submitted", "done"}), row["id"]
        assert row["replaced_by"] is None or tasks[row["replaced_by"]]["student"] == row["student"]
        assert row["start"] <= row["due"], row["id"]
    for plan in demo["growth_plans"]:
        for conversation in [plan["conversation"], *plan["reviews"]]:
            assert conversations[conversation]["type"] == "concern_conversation"
            assert conversations[conversation]["students"] == [plan["student"]]
        assert 1 <= len(plan["goals"]) <= 3
        assert {goal["agreement"] for goal in plan["goals"]} | set(plan["support"]) <= set(agreements)


def test_demo_rounds_have_one_meeting_per_student_inside_their_dates(demo: Any) -> None:
    conversations = by_id(demo["conversations"])
    assert [row["number"] for row in demo["rounds"]] == [1, 2, 3]
    for row in demo["rounds"]:
        assert row["opens"] < row["ready_by"] < row["trialogues"]["start"] <= row["trialogues"]["end"]
        assert set(row["meetings"]) == {student["id"] for student in demo["students"]}
        for student, meeting in row["meetings"].items():
            assert conversations[meeting]["students"] == [student]
            assert conversations[meeting]["round"] == row["number"]
            assert conversations[meeting]["status"] == "done"
            assert row["trialogues"]["start"] <= conversations[meeting]["date"] <= row["trialogues"]["end"]


def test_demo_scores_are_complete_and_follow_the_rules(demo: Any, criteria: Any) -> None:
    """R2, R6: non-levels are no numbers; an agreed level lies within the range of the given levels."""
    levels = {row["level"] for row in criteria["levels"]["student_part"]}
    seen: set[tuple[str, int, str, str]] = set()
    for row in demo["scores"]:
        place = (row["student"], row["round"], row["criterion"], row["strand"])
        assert place not in seen
        seen.add(place)
        views = [row["student_view"], row["workplace_view"], row["institute_view"]]
        assert all(view in levels | NON_LEVELS for view in views), place
        assert row["agreed"] in levels | NON_LEVELS | {"difference_stands"}, place
        if row["strand"] == "workplace_part":
            assert "no_opportunity" not in [*views, row["agreed"]], place
        if row["agreed"] in levels:
            given = [view for view in views if view in levels]
            assert min(given) <= row["agreed"] <= max(given), place
    expected = {
        (student["id"], number, row["code"], strand)
        for student in demo["students"]
        for number in (1, 2, 3)
        for row in criteria["criteria"]
        for strand in STRANDS
    }
    assert seen == expected


def test_demo_evidence_belongs_to_a_score(demo: Any) -> None:
    scores = {(row["student"], row["round"], row["criterion"], row["strand"]): row for row in demo["scores"]}
    differences = {place for place, row in scores.items() if row["agreed"] == "difference_stands"}
    worded: set[tuple[str, int, str, str]] = set()
    for row in demo["evidence"]:
        place = (row["student"], row["round"], row["criterion"], row["strand"])
        assert place in scores
        assert row["perspective"] in {"student", "workplace", "institute", "agreed"}
        assert row["source"] in {"observed", "portfolio", "conversation", "told_by_others"}
        if row["perspective"] == "agreed":
            worded.add(place)
    assert differences
    assert worded == differences


def test_demo_syntheses_have_three_sentences_for_every_student(demo: Any) -> None:
    students = [row["id"] for row in demo["students"]]
    assert [row["student"] for row in demo["syntheses"]] == students
    assert [row["student"] for row in demo["midterm_summaries"]] == students
    for row in [*demo["syntheses"], *demo["midterm_summaries"]]:
        for part in ("strong", "grown", "next_step"):
            assert len(row[part]["nl"].split()) <= WORDS_IN_LEVEL_TEXT, (row["student"], part)


def test_demo_conversations_fall_on_days_the_student_is_at_school(demo: Any) -> None:
    students = by_id(demo["students"])
    organisations = by_id(demo["organisations"])
    blocks = days_of(demo["calendar"], "block_placement")
    holidays = days_of(demo["calendar"], "holiday")
    outside: set[str] = set()
    for row in demo["conversations"]:
        if row["status"] != "done" or organisations[row["at"]]["kind"] == "institute":
            continue
        assert not inside(row["date"], holidays), row["id"]
        for student in row["students"]:
            period = students[student]["period"]
            assert period["start"] <= row["date"] <= period["end"], row["id"]
            weekday = date.fromisoformat(row["date"]).isoweekday()
            if weekday not in students[student]["weekdays"] and not inside(row["date"], blocks):
                outside.add(row["id"])
    assert outside == DONE_OUTSIDE_SCHOOL_DAYS


def test_demo_days_at_college_are_in_the_calendar(demo: Any) -> None:
    organisations = by_id(demo["organisations"])
    for row in demo["conversations"]:
        if organisations[row["at"]]["kind"] == "institute":
            assert inside(row["date"], days_of(demo["calendar"], row["type"])), row["id"]
