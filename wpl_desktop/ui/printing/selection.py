"""Which reports there are to choose from, and which one follows from a click."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Container
from dataclasses import replace
from typing import TYPE_CHECKING

from wpl_desktop.domain.evaluations import RoundKind

if TYPE_CHECKING:
    from wpl_desktop.services.report_choices import ReportChoice, ReportSubject


class Form(enum.Enum):
    """The two forms of an evaluation report; which one follows from the kind of the round (6.2)."""

    MIDTERM = "midterm"
    FINAL = "final"


class ReportState(enum.Enum):
    """How far a report is: planned ahead, somebody is still scoring, everybody is ready, or it is final.

    A version that was opened again is superseded.
    """

    PLANNED = "planned"
    DRAFT = "draft"
    READY = "ready"
    FINAL = "final"
    SUPERSEDED = "superseded"


def form_of(choice: ReportChoice) -> Form:
    """The form in which a round is printed."""
    return Form.FINAL if choice.kind is RoundKind.FINAL else Form.MIDTERM


def state_of(choice: ReportChoice) -> ReportState:
    """How far a round is."""
    if choice.final:
        return ReportState.FINAL
    if choice.ready:
        return ReportState.READY
    return ReportState.DRAFT if choice.begun else ReportState.PLANNED


def find_round(student: ReportSubject | None, round_id: object) -> ReportChoice | None:
    """The report of a round, if the student has it."""
    rounds = student.rounds if student is not None else ()
    return next((choice for choice in rounds if choice.round_id == round_id), None)


def only_rounds(student: ReportSubject, rounds: Container[uuid.UUID]) -> ReportSubject:
    """The student with the reports of these rounds only."""
    return replace(student, rounds=tuple(choice for choice in student.rounds if choice.round_id in rounds))


def round_like(student: ReportSubject, like: ReportChoice | None) -> ReportChoice | None:
    """The student's round that is most like the one shown: same number, else same form, else the newest."""
    if like is not None:
        for choice in student.rounds:
            if choice.round_number == like.round_number:
                return choice
        newest = newest_of_form(student, form_of(like))
        if newest is not None:
            return newest
    return student.newest


def newest_of_form(student: ReportSubject, form: Form) -> ReportChoice | None:
    """The student's newest round that has begun and is printed in this form; one planned ahead if need be."""
    found = [choice for choice in student.rounds if form_of(choice) is form]
    begun = [choice for choice in found if choice.begun]
    return begun[-1] if begun else next(iter(found), None)


def same_round(student: ReportSubject, like: ReportChoice) -> ReportChoice | None:
    """The same document of another student: the round of that number and form; a final report whatever its number."""
    if form_of(like) is Form.FINAL:
        return newest_of_form(student, Form.FINAL)
    found = (choice for choice in student.rounds if choice.round_number == like.round_number)
    return next((choice for choice in found if form_of(choice) is form_of(like)), None)
