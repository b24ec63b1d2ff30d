"""Whether moments have a zone, planned times have none, and every record has its identity."""

import uuid
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from wpl_desktop.domain.base import Base, Change, LocalDateTime, Notice, Record, UtcDateTime, school_year_of
from wpl_desktop.domain.clock import SystemClock
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.words import in_language
from wpl_desktop.storage import tables

LOCAL = datetime(2026, 1, 22, 15, 45)  # noqa: DTZ001
WINTER = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 7, 31), "2024-25"),
        (date(2025, 8, 1), "2025-26"),
        (date(2025, 8, 28), "2025-26"),
        (date(2026, 6, 30), "2025-26"),
        (date(2099, 9, 1), "2099-00"),
    ],
)
def test_a_school_year_turns_on_the_first_of_august(day: date, year: str) -> None:
    assert school_year_of(day) == year


@pytest.mark.parametrize(
    ("words", "language", "text"),
    [
        ({"nl": "Bereikt", "en": "Achieved"}, "en", "Achieved"),
        ({"nl": "Bereikt"}, "en", "Bereikt"),
        ({"nl": "Bereikt", "en": ""}, "en", "Bereikt"),
        ({"fr": "Atteint"}, "en", "Atteint"),
        ({}, "nl", ""),
    ],
)
def test_a_text_in_a_language_or_the_next_best(words: dict[str, str], language: str, text: str) -> None:
    assert in_language(words, language) == text


def test_a_moment_is_kept_in_utc_and_comes_back_with_its_zone() -> None:
    stored = UtcDateTime().process_bind_param(LOCAL.replace(tzinfo=WINTER), None)
    assert stored == datetime(2026, 1, 22, 14, 45)  # noqa: DTZ001
    assert UtcDateTime().process_result_value(stored, None) == LOCAL.replace(tzinfo=WINTER)
    assert UtcDateTime().process_bind_param(None, None) is None
    assert UtcDateTime().process_result_value(None, None) is None


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(LOCAL, None)


def test_a_planned_time_has_no_zone() -> None:
    assert LocalDateTime().process_bind_param(LOCAL, None) == LOCAL
    with pytest.raises(ValueError, match="local"):
        LocalDateTime().process_bind_param(LOCAL.replace(tzinfo=UTC), None)


def test_the_systems_clock_tells_both_times() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.local().tzinfo is None


def test_every_record_has_identity_and_version() -> None:
    for mapper in Base.registry.mappers:
        assert issubclass(mapper.class_, Record)
        columns = mapper.local_table.columns
        assert {"id", "created_at", "updated_at", "version"} <= set(columns.keys()), mapper.class_.__name__
        assert mapper.version_id_col is columns["version"]


def test_ids_are_version_7_and_grow() -> None:
    people = [Person(name="Zoë", party=Party.STUDENT) for _ in range(20)]
    ids = [person.id for person in people]
    assert {identity.version for identity in ids} == {7}
    assert ids == sorted(ids)
    assert all(isinstance(identity, uuid.UUID) for identity in ids)


def test_records_of_one_content_are_not_equal() -> None:
    """Ids go into sets, records never (design: no ceremony)."""
    one, other = (Person(name="Zoë", party=Party.STUDENT) for _ in range(2))
    assert one != other
    assert "Zoë" not in repr(one)


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgresql"])
def test_tables_can_be_made_in_another_engine(dialect: object) -> None:
    for table in tables.metadata.sorted_tables:
        statement = str(CreateTable(table).compile(dialect=dialect))  # type: ignore[arg-type]
        assert table.name in statement


def test_every_constraint_has_a_name() -> None:
    """Batch migrations can only rebuild what has a name."""
    engine = create_engine("sqlite://")
    tables.metadata.create_all(engine)
    engine.dispose()
    nameless = [
        f"{table.name}: {constraint}"
        for table in tables.metadata.tables.values()
        for constraint in table.constraints
        if not constraint.name
    ]
    assert nameless == []


def test_a_notice_names_what_changed() -> None:
    one = uuid.uuid4()
    notice = Notice((Change("Person", one, "update"), Change("Trajectory", one, "insert")), None)
    assert notice.entities == {"Person", "Trajectory"}
