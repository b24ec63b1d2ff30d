"""The three rounds of one made-up student: scores drawn around one number, what was agreed, and the texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

_ROUNDS = (1, 2, 3)
_CRITERIA = ("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9")
_VIEWS = ("student", "workplace", "institute")
_STRANDS = ("student_part", "workplace_part")
#: What one grows in a round, and how far a perspective's view lies from what a student can do.
_GROWTH = 0.45
_BIAS = {"student": -0.15, "workplace": 0.1, "institute": 0.0}
_NOT_SEEN = {"student": 0.0, "workplace": 0.02, "institute": 0.3}
_SOURCES = {
    "student": ("conversation",),
    "workplace": ("observed", "observed", "told_by_others"),
    "institute": ("portfolio", "conversation"),
}
_GOOD_ENOUGH = 3

Fill = Callable[..., dict[str, str]]


class RoundsOfOne:
    """Scores, evidence and report texts of one student in the shape of demo.json."""

    def __init__(
        self, random: Random, words: Mapping[str, Any], *, student: str, level: float, fill: Fill
    ) -> None:
        """`level` is where the student stands half-way, on the scale of 1 to 4; `fill` makes sentences."""
        self._random = random
        self._words = words
        self._student = student
        self._level = level
        self._fill = fill
        #: Where the student and the workplace stand on each criterion.
        self._place = {
            (criterion, strand): random.gauss(level if strand == "student_part" else 2.9, 0.4)
            for criterion in _CRITERIA
            for strand in _STRANDS
        }
        self._evidence: list[dict[str, Any]] = []

    def parts(self) -> dict[str, Any]:
        """Everything that is said of this student in rounds."""
        scores = [
            self._row(number, criterion, strand)
            for number in _ROUNDS
            for criterion in _CRITERIA
            for strand in _STRANDS
        ]
        return {
            "scores": scores,
            "evidence": self._evidence,
            "midterm_summaries": [self._texts(2)],
            "syntheses": [self._synthesis(3)],
        }

    def _row(self, number: int, criterion: str, strand: str) -> dict[str, Any]:
        place = self._place[criterion, strand] + _GROWTH * (number - 2)
        views = {view: self._view(place, view, strand=strand) for view in _VIEWS}
        levels = [value for value in views.values() if isinstance(value, int)]
        for view, value in views.items():
            if isinstance(value, int) and self._random.random() < 1 / 3:
                self._say(number, criterion, strand, view=view, level=value)
        return {
            "student": self._student,
            "round": number,
            "criterion": criterion,
            "strand": strand,
            **{f"{view}_view": value for view, value in views.items()},
            "agreed": self._agreed(number, criterion, strand, levels=levels),
        }

    def _view(self, place: float, view: str, *, strand: str) -> int | str:
        chance = self._random.random()
        if strand == "student_part" and chance < 0.01:
            return "no_opportunity"
        if chance < _NOT_SEEN[view]:
            return "not_observed"
        return min(4, max(1, round(self._random.gauss(place + _BIAS[view], 0.35))))

    def _agreed(self, number: int, criterion: str, strand: str, *, levels: list[int]) -> int | str:
        if not levels:
            return "not_observed"
        if max(levels) - min(levels) > 1 and self._random.random() < 0.3:
            said = {"perspective": "agreed", "source": "conversation", "text": self._words["difference"]}
            self._evidence.append({**self._at(number, criterion, strand), **said})
            return "difference_stands"
        # Talked over, never computed (R6): mostly one follows what two of three saw.
        return max(levels, key=levels.count) if self._random.random() < 0.8 else self._random.choice(levels)

    def _say(self, number: int, criterion: str, strand: str, *, view: str, level: int) -> None:
        how = "high" if level >= _GOOD_ENOUGH else "low"
        texts = (
            self._words["comments"][criterion]
            if strand == "student_part"
            else self._words["workplace_comments"]
        )
        context, said = self._random.choice(self._words["contexts"]), self._random.choice(texts[how])
        joined = {language: context[language] + said[language] for language in said}
        text = {language: words[0].upper() + words[1:] for language, words in self._fill(joined).items()}
        source = self._random.choice(_SOURCES[view])
        self._evidence.append(
            {**self._at(number, criterion, strand), "perspective": view, "source": source, "text": text}
        )

    def _at(self, number: int, criterion: str, strand: str) -> dict[str, Any]:
        return {"student": self._student, "round": number, "criterion": criterion, "strand": strand}

    def _texts(self, number: int) -> dict[str, Any]:
        ordered = sorted(_CRITERIA, key=lambda code: self._place[code, "student_part"])
        return {
            "student": self._student,
            "round": number,
            "strong": self._words["strong"][ordered[-1]],
            "grown": self._words["grown"][self._random.choice(ordered[3:-1])],
            "next_step": self._words["next_step"][ordered[0]],
        }

    def _synthesis(self, number: int) -> dict[str, Any]:
        is_enough = self._level + _GROWTH > 2.3
        answers = self._random.random() < 0.6
        return {
            **self._texts(number),
            "advice": self._random.choice(self._words["advice"])
            if is_enough
            else self._words["advice_not_yet"],
            "student_response": {"text": self._random.choice(self._words["responses"])} if answers else None,
        }
