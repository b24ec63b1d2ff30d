"""The common ground of every record: identity, version, time and the types that a column may have."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar, dataclass_transform

from sqlalchemy import JSON, Enum, MetaData, Text, Uuid
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    declared_attr,
    mapped_column,
    relationship,
)
from sqlalchemy.orm.decl_api import DCTransformDeclarative
from sqlalchemy.types import DateTime, TypeDecorator
from uuid_utils.compat import uuid7


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: always with zone UTC in Python, without one in the table (portable over databases)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: object) -> datetime | None:
        """Refuse a moment without zone, which nobody could read back."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: object) -> datetime | None:
        """Give the moment its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class LocalDateTime(TypeDecorator[datetime]):
    """A planned time as on the school's clock: never with a zone, so it stays put when the clock changes."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: object) -> datetime | None:
        """Refuse a time with zone: it would move when the clock changes."""
        if value is not None and value.tzinfo is not None:
            raise ValueError("a planned time is local, without zone")
        return value


def _enum_values(enumeration: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in enumeration]


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(mapped_column, relationship))
class _RecordMeta(DCTransformDeclarative):
    """Tells type checkers what `Base` does at run time: every record is made with keywords only."""


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False, metaclass=_RecordMeta):
    """The registry of all tables; constraints have names, which batch migrations need."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        uuid.UUID: Uuid(),
        datetime: UtcDateTime(),
        dict[str, str]: JSON(),
        list[int]: JSON(),
        list[str]: JSON(),
        enum.Enum: Enum(enum.Enum, native_enum=False, length=40, values_callable=_enum_values),
    }


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Record(Base):
    """Anything that is kept: a UUIDv7, when it was made and changed, and a version against lost updates.

    `created_at` and `updated_at` are set by storage from the injected clock; `version` grows by one with each
    change, and a change to an older version is refused.
    """

    __abstract__ = True

    #: Rows that are written once and never changed or deleted (shipped criteria, the journal's own past).
    immutable: ClassVar[bool] = False

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default_factory=uuid7)
    created_at: Mapped[datetime] = mapped_column(default=EPOCH, init=False)
    updated_at: Mapped[datetime] = mapped_column(default=EPOCH, init=False)
    version: Mapped[int] = mapped_column(init=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version} if hasattr(cls, "__table__") else {}


@dataclass(frozen=True)
class Change:
    """One row that an action changed: the entity's name, its id and what happened (insert, update, delete)."""

    entity: str
    id: uuid.UUID
    action: str


@dataclass(frozen=True)
class Notice:
    """What one transaction changed and who asked for it; every page decides whether it must look again."""

    changes: tuple[Change, ...]
    origin: object

    @property
    def entities(self) -> frozenset[str]:
        """Names of the entities that changed, as pages declare them in `shows`."""
        return frozenset(change.entity for change in self.changes)


Listener = Callable[[Notice], None]


def school_year_begins(day: date) -> date:
    """The first day of the school year that `day` falls in: a year turns on 1 August (a start in August counts)."""
    return date(day.year if day.month >= 8 else day.year - 1, 8, 1)


def first_year_of(day: date) -> int:
    """The calendar year in which the school year of `day` begins: 2025 for 2025-26."""
    return school_year_begins(day).year


def school_year_of(day: date) -> str:
    """The school year a day falls in, written `2025-26`."""
    first = first_year_of(day)
    return f"{first}-{(first + 1) % 100:02d}"
