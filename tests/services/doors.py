"""Opens every door of the services that shows something, with every argument a page would give it."""

from __future__ import annotations

import inspect
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import product
from typing import Any

from wpl_desktop.domain.calendar_events import CalendarChoice
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.agreement_board import Arrangement
from wpl_desktop.services.bundle import Services

#: These need nothing and change something.
_NO_DOORS = {
    "history.undo",
    "history.redo",
    "history.empty_bin",
    "history.purge_old",
    "search.rebuild",
    "search.bring_up_to_date",
}
#: Whoever asks for one of these asks about one student.
_OF_ONE = {"trajectory_id", "round_id", "conversation_id", "plan_id", "agreement_id", "row"}
_ALL_LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Seen:
    """What one door showed: `door` is its name, `about` the trajectory that was asked about, None for everybody."""

    door: str
    about: uuid.UUID | None
    text: str


def everything(services: Services, trajectory_ids: Sequence[uuid.UUID]) -> list[Seen]:
    """What every door shows that is no action, about each of these students and about everybody."""
    seen: list[Seen] = []
    values = _of_everybody(services, trajectory_ids)
    own = {trajectory_id: _of_student(services, trajectory_id) for trajectory_id in trajectory_ids}
    for door, method in _doors(services):
        wanted = inspect.signature(method).parameters
        about_one = bool(_OF_ONE & _required(wanted))
        for about in trajectory_ids if about_one else (None,):
            known = values if about is None else {**values, **own[about]}
            if _required(wanted) <= known.keys():
                seen += [Seen(door, about, _shown(method, one)) for one in _arguments(wanted, known)]
    return seen


def doors_with(seen: Sequence[Seen], word: str) -> set[str]:
    """The doors that show a word."""
    return {one.door for one in seen if word in one.text}


def _doors(services: Services) -> Iterator[tuple[str, Any]]:
    for field in fields(services):
        service = getattr(services, field.name)
        if not type(service).__module__.startswith("wpl_desktop.services"):
            continue
        for name, method in inspect.getmembers(service, inspect.ismethod):
            door = f"{field.name}.{name}"
            is_action = "origin" in inspect.signature(method).parameters
            if not (name.startswith("_") or is_action or door in _NO_DOORS):
                yield door, method


def _required(wanted: Mapping[str, inspect.Parameter]) -> set[str]:
    return {name for name, one in wanted.items() if one.default is inspect.Parameter.empty}


def _arguments(
    wanted: Mapping[str, inspect.Parameter], known: Mapping[str, Sequence[Any]]
) -> Iterator[dict[str, Any]]:
    names = [name for name in wanted if name in known]
    for chosen in product(*(known[name] for name in names)):
        yield dict(zip(names, chosen, strict=True))


def _shown(method: Any, arguments: dict[str, Any]) -> str:
    try:
        return repr(method(**arguments))
    except DomainError as error:
        return f"{error.code} {error}"


def _of_everybody(services: Services, trajectory_ids: Sequence[uuid.UUID]) -> dict[str, Sequence[Any]]:
    now = services.clock.local()
    today = now.date()
    agreements = [
        row.id for student in trajectory_ids for row in services.conversations.agreements_of(student)
    ]
    return {
        "trajectory_ids": (list(trajectory_ids),),
        "language": _ALL_LANGUAGES,
        "strand": tuple(Strand),
        "perspective": (Perspective.WORKPLACE,),
        "joint": (False, True),
        "first": (date(today.year - 1, 8, 1),),
        "last": (date(today.year + 1, 7, 31),),
        "day": tuple(today + timedelta(weeks=weeks) for weeks in range(-3, 4)),
        "now": (now,),
        "until": (now + timedelta(days=30),),
        "most": (50,),
        "weeks": (1,),
        "offset": (0,),
        "limit": (50,),
        "state": tuple(TrajectoryState),
        "settled": (False, True),
        "arrangement": tuple(Arrangement),
        "ids": (agreements,),
        "choice": (CalendarChoice(), CalendarChoice(with_names=True, with_place=True)),
        "include_conditions": (True, False),
    }


def _of_student(services: Services, trajectory_id: uuid.UUID) -> dict[str, Sequence[Any]]:
    talks = services.conversations.of_student(trajectory_id)
    return {
        "trajectory_id": (trajectory_id,),
        "round_id": tuple(found.id for found in services.rounds.of_student(trajectory_id)),
        "conversation_id": tuple(talk.id for talk in talks),
        "row": tuple(talks),
        "agreement_id": tuple(row.id for row in services.conversations.agreements_of(trajectory_id)),
        "plan_id": tuple(row.id for row in services.growth_plans.of_trajectory(trajectory_id)),
    }
