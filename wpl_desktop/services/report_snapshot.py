"""A report as it was when its round became final: written in one fixed form, and read back as it was."""

from __future__ import annotations

import enum
import json
import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from wpl_desktop.domain.evaluation_report import EvaluationReport

_UNIONS = frozenset({Union, types.UnionType})


def snapshot_of(reports: Iterable[EvaluationReport]) -> bytes:
    """The same report in several languages as one snapshot; the same reports always give the same bytes."""
    found = {report.language: plain(report) for report in reports}
    written = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.encode()


def reports_in(snapshot: bytes) -> dict[str, EvaluationReport]:
    """The reports of a snapshot by language, equal to those it was made of.

    What a later program added to a report has its default; what it no longer knows is left out.
    """
    found = cast("dict[str, Any]", json.loads(snapshot))
    return {language: typed(EvaluationReport, data) for language, data in found.items()}


def plain(value: Any) -> Any:
    """A value as JSON can keep it: mappings as pairs in their own order, sets as sorted lists."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        pairs = cast("Mapping[Any, Any]", value).items()
        return [[plain(key), plain(held)] for key, held in pairs]
    if isinstance(value, tuple):
        return [plain(item) for item in cast("tuple[Any, ...]", value)]
    if isinstance(value, frozenset):
        return sorted((plain(item) for item in cast("frozenset[Any]", value)), key=json.dumps)
    return value


def typed(kind: Any, data: Any) -> Any:
    """A value of `kind` from what `plain` made of it."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        (only,) = (each for each in arguments if each is not types.NoneType)
        return None if data is None else typed(only, data)
    if origin is tuple:
        return tuple(typed(arguments[0], item) for item in data)
    if origin is frozenset:
        return frozenset(typed(arguments[0], item) for item in data)
    if origin is Mapping:
        return {typed(arguments[0], key): typed(arguments[1], held) for key, held in data}
    return _single(kind, data)


def _single(kind: Any, data: Any) -> Any:
    """A value that holds no others of a kind to be told apart: an enum, a day, a moment, a record, a text, a number."""
    if is_dataclass(kind):
        return cast("Any", kind)(
            **{name: typed(hint, data[name]) for name, hint in _fields(kind) if name in data}
        )
    if issubclass(kind, enum.Enum):
        return kind(data)
    if issubclass(kind, date):
        return kind.fromisoformat(data)
    return data


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))
