"""Made-up students for tests and measurements: varied, plausible, and the same each time (P30).

Names, sentences and schools come from resources/content/demo_crowd.json; chance only puts them together. What a
student is like is one number, and everybody's levels are drawn around it, so that the views hang together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from wpl_desktop.services import content
from wpl_desktop.services.demo.crowd_rounds import RoundsOfOne
from wpl_desktop.services.demo.story import Chapter

_SEED = 2025
#: How many students one person of each role has about.
_STUDENTS_OF = {"mentor": 40, "class_mentor": 3, "institute_supervisor": 25, "assessor": 60}
_PARTY_OF = {
    "mentor": "workplace",
    "class_mentor": "workplace",
    "institute_supervisor": "institute",
    "assessor": "institute",
}
_STUDENTS_AT_A_SCHOOL = 12
_CLASSES = ("K1", "K2", "K3", "L1", "L2", "L3", "L4", "L5", "L6")
_WEEKDAYS = ((1, 2, 4), (1, 2, 4), (1, 2, 3), (2, 4, 5), (1, 3, 4), (1, 2, 4, 5), (4, 5))
_TIMES = ("08:15", "10:20", "12:20", "12:45", "15:35", "15:45", "16:00", "16:30")
#: Type of talk, its length and the first and last day it may be on, before holidays.
_TALKS = (
    ("intake_conversation", 45, "2025-08-28", "2025-09-12"),
    ("coaching_conversation", 30, "2025-09-15", "2025-10-03"),
    ("midterm_trialogue", 60, "2025-10-13", "2025-10-23"),
    ("coaching_conversation", 30, "2025-11-03", "2025-11-14"),
    ("lesson_debrief", 15, "2025-11-17", "2025-11-28"),
    ("coaching_conversation", 30, "2025-12-01", "2025-12-19"),
    ("midterm_trialogue", 60, "2026-01-26", "2026-02-05"),
    ("coaching_conversation", 30, "2026-02-09", "2026-02-27"),
    ("lesson_debrief", 15, "2026-03-02", "2026-03-20"),
    ("coaching_conversation", 30, "2026-03-23", "2026-04-03"),
    ("institute_check_in", 20, "2026-04-20", "2026-04-30"),
    ("coaching_conversation", 30, "2026-05-04", "2026-05-22"),
    ("final_evaluation", 60, "2026-06-01", "2026-06-12"),
)
_EVALUATIONS = ("midterm_trialogue", "final_evaluation")
#: Below this a student is in difficulty: one coaching talk becomes a concern conversation.
_IN_DIFFICULTY = 1.75


def cast_of(data: Chapter, count: int) -> dict[str, Any]:
    """The schools, institutes and people around `count` made-up students."""
    words = content.shipped("demo_crowd")
    random = Random(_SEED)
    schools = [
        {"id": f"school {number}", "kind": "workplace", "name": _numbered(name, number, words), "city": city}
        for number in range(_at_least_one(count, _STUDENTS_AT_A_SCHOOL))
        for name, city in [words["schools"][number % len(words["schools"])]]
    ]
    institutes = [
        {"id": f"institute {number}", "kind": "institute", "name": name, "city": ""}
        for number, name in enumerate(words["institutes"])
    ]
    known = {row["name"]: row["id"] for row in data["organisations"]}
    for row in institutes:
        row["id"] = known.get(row["name"], row["id"])
    people = [
        {
            "id": f"{role} {number}",
            "party": _PARTY_OF[role],
            "organisation": home["id"],
            **_name(random, words),
        }
        for role, share in _STUDENTS_OF.items()
        for number in range(_at_least_one(count, share))
        for homes in [institutes if _PARTY_OF[role] == "institute" else schools]
        for home in [homes[number % len(homes)]]
    ]
    return {"organisations": [*schools, *institutes], "people": people}


def students(data: Chapter, count: int) -> Iterator[MadeUp]:
    """Each made-up student as one chapter or two, in the shape of demo.json."""
    cast = cast_of(data, count)
    for number in range(1, count + 1):
        present = _Student(data, cast, number=number, count=count)
        yield MadeUp(present.chapter(), present.last_year())


class MadeUp(NamedTuple):
    """One made-up student: this school year, and the last one for who was at the school then already."""

    present: Chapter
    before: Chapter | None


class _Student:
    """One made-up student; the same number gives the same student, however many there are."""

    def __init__(self, data: Chapter, cast: Mapping[str, Any], *, number: int, count: int) -> None:
        self._data = data
        self._cast = cast
        self._number = number
        self._words = content.shipped("demo_crowd")
        self._random = Random(f"{_SEED} {number}")
        self._id = f"K{number}"
        self._is_trainee = self._random.random() < 0.12
        self._weekdays = self._random.choice(_WEEKDAYS)
        self._class = self._random.choice(_CLASSES)
        self._phase = None if self._is_trainee else self._random.choice((1, 1, 2, 2, 2, 3, 3))
        self._level = self._random.gauss(2.5, 0.5)
        self._name = _name(self._random, self._words)
        self._shares = {role: _at_least_one(count, share) for role, share in _STUDENTS_OF.items()}
        self._roles = {role: f"{role} {number % share}" for role, share in self._shares.items()}

    def last_year(self) -> dict[str, Any] | None:
        """The year before, in a lower phase and with other mentors; None for who is new at the school."""
        if self._phase is None or self._phase == 1:
            return None
        self._random = Random(f"{_SEED} {self._number} before")
        self._phase -= 1
        self._class = self._random.choice(_CLASSES)
        self._level -= 0.3
        self._roles = {role: f"{role} {(self._number + 1) % share}" for role, share in self._shares.items()}
        return self.chapter()

    def chapter(self) -> dict[str, Any]:
        """The student with a year of talks, agreements and rounds."""
        talks = [self._talk(position, *values) for position, values in enumerate(_TALKS)]
        meetings = [talk["id"] for talk in talks if talk["type"] in _EVALUATIONS]
        rounds = [
            {**row, "meetings": {self._id: meeting}}
            for row, meeting in zip(self._data["rounds"], meetings, strict=True)
        ]
        agreements = [
            agreement
            for talk in talks
            if talk["status"] != "not_held"
            for agreement in self._agreements(talk)
        ]
        return {
            "organisations": self._cast["organisations"],
            "people": self._cast["people"],
            "students": [self._values()],
            "calendar": self._data["calendar"] if self._random.random() < 0.7 else [],
            "rounds": rounds,
            "conversations": talks,
            "agreements": agreements,
            **RoundsOfOne(
                self._random, self._words, student=self._id, level=self._level, fill=self._filled
            ).parts(),
        }

    def _values(self) -> dict[str, Any]:
        institute = next(
            row["organisation"]
            for row in self._cast["people"]
            if row["id"] == self._roles["institute_supervisor"]
        )
        school = next(
            row["organisation"] for row in self._cast["people"] if row["id"] == self._roles["class_mentor"]
        )
        trainee = self._words["in_service_programme"]
        return {
            "id": self._id,
            **self._name,
            "programme": trainee if self._is_trainee else self._random.choice(self._words["programmes"]),
            "phase": self._phase,
            "kind": "in_service_trainee" if self._is_trainee else "student",
            "class": {"nl": self._class, "en": self._class},
            "workplace": school,
            "institute": institute,
            "period": {"start": "2025-08-28"},
            "weekdays": self._weekdays,
            "notice_given": "2025-08-28" if self._random.random() < 0.5 else "2025-08-29",
            **self._roles,
        }

    def _talk(self, position: int, kind: str, minutes: int, first: str, last: str) -> dict[str, Any]:
        is_evaluation = kind in _EVALUATIONS
        if kind == "coaching_conversation" and position in {7, 9} and self._level < _IN_DIFFICULTY:
            kind, minutes = "concern_conversation", 45
        cancelled = not is_evaluation and self._random.random() < 0.09
        return {
            "id": f"{self._id} talk {position}",
            "type": kind,
            "date": self._day(first, last),
            "time": self._random.choice(_TIMES),
            "minutes": minutes,
            "students": [self._id],
            "people": self._people(kind),
            "at": "",
            "status": "not_held" if cancelled else "done",
            "not_held_reason": self._random.choice(("workplace", "workplace", "student", "other"))
            if cancelled
            else None,
            "note": None if cancelled else self._note(kind),
        }

    def _people(self, kind: str) -> list[str]:
        roles = {
            "lesson_debrief": ("class_mentor",),
            "institute_check_in": ("mentor", "institute_supervisor"),
            "midterm_trialogue": ("class_mentor", "mentor", "institute_supervisor"),
            "concern_conversation": ("mentor", "institute_supervisor"),
            "final_evaluation": ("class_mentor", "mentor", "institute_supervisor", "assessor"),
        }.get(kind, ("class_mentor",) if self._random.random() < 0.6 else ("mentor",))
        return [self._roles[role] for role in roles]

    def _day(self, first: str, last: str) -> str:
        """One of the student's own days between two days of the year that was written."""
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
        days = [begin + timedelta(days=offset) for offset in range((end - begin).days + 1)]
        own = [day for day in days if day.isoweekday() in self._weekdays]
        return self._random.choice(own or days).isoformat()

    def _note(self, kind: str) -> dict[str, str]:
        said = self._words["notes"][kind]
        parts = [self._random.choice(said["first"])]
        if self._random.random() < 0.8:
            parts += self._random.sample(said["then"], k=self._random.randint(1, 2))
        return self._filled(*parts)

    def _agreements(self, talk: Mapping[str, Any]) -> list[dict[str, Any]]:
        """None to two agreements: most done in time, some late, a few let go or never done."""
        count = self._random.choice((0, 0, 1, 1, 2))
        return [
            self._agreement(talk, number, values)
            for number, values in enumerate(self._random.sample(self._words["agreements"], k=count))
        ]

    def _agreement(self, talk: Mapping[str, Any], number: int, values: Mapping[str, Any]) -> dict[str, Any]:
        made = date.fromisoformat(talk["date"])
        due = made + timedelta(days=self._random.choice((7, 10, 14, 21, 28)))
        chance = self._random.random()
        late = timedelta(days=self._random.randint(1, 20) if chance > 0.7 else -self._random.randint(0, 5))
        return {
            "id": f"{talk['id']} agreement {number}",
            "conversation": talk["id"],
            "owner": self._roles.get(values["owner"], self._id),
            "text": self._filled(values["text"]),
            "due": due.isoformat() if self._random.random() < 0.93 else None,
            "status": "dropped" if 0.85 < chance <= 0.93 else "done",
            "done_on": None if chance > 0.93 else max(made, due + late).isoformat(),
            "continued_by": None,
        }

    def _filled(self, *parts: Mapping[str, str]) -> dict[str, str]:
        """Sentences about this student, one after the other, in both languages."""
        topic = self._random.choice(self._words["topics"])
        return {
            language: " ".join(part[language] for part in parts).format(
                call=self._name["call_name"], topic=topic[language], **{"class": self._class}
            )
            for language in ("nl", "en")
        }


def _name(random: Random, words: Mapping[str, Any]) -> dict[str, Any]:
    """A name as its owner would write it, with call name, sort name and perhaps a second script."""
    found = words["names"]
    origin = random.choices(found, weights=[entry["weight"] for entry in found])[0]
    given, given_script = random.choice(origin["given"])
    family, family_script = random.choice(origin["family"])
    is_family_first = origin.get("family_first", False)
    name = f"{family} {given}" if is_family_first else f"{given} {family}"
    has_script = bool(given_script) and random.random() < 0.7
    return {
        "name": name,
        "call_name": given.rsplit(" ", maxsplit=1)[-1] if is_family_first else given,
        "sort_name": name if is_family_first else f"{family}, {given}",
        "second_script": f"{given_script} {family_script}" if has_script else "",
    }


def _numbered(name: str, number: int, words: Mapping[str, Any]) -> str:
    """A school's name; when all names are used, its next branch."""
    branch = number // len(words["schools"])
    return f"{name}, vestiging {branch + 1}" if branch else name


def _at_least_one(count: int, share: int) -> int:
    return max(1, -(-count // share))
