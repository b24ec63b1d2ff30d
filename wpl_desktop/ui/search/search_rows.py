"""What the list below the search field says: one line for each thing found or that can be done, under headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.people import initials
from wpl_desktop.domain.search_words import all_begin, marks_in, query_words
from wpl_desktop.domain.words import capital
from wpl_desktop.services.search import GroupKind, Hit, HitGroup, HitKind
from wpl_desktop.texts import party_name
from wpl_desktop.ui.language import chosen, day_with_year, filled, short_day, translate, words

Show = Callable[[str, dict[str, object]], None]
"""Opens a page by name with its arguments."""

_ICONS: Final[Mapping[HitKind, str]] = {
    HitKind.CONVERSATION: "talk",
    HitKind.NOTE: "note",
    HitKind.AGREEMENT: "task",
    HitKind.COMMENT: "evaluations",
    HitKind.REPORT_TEXT: "file",
}


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something that can be done by its words: a page to go to, or something new to make."""

    label: str
    icon: str
    run: Callable[[], None]
    keys: str = ""


@dataclass(frozen=True, kw_only=True)
class SearchRow:
    """One line: its text with the parts to be marked, a second line, what stands at the right, and what it does.

    Without `run` it is a heading.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    second: str = ""
    right: str = ""
    icon: str = ""
    initials: str = ""
    run: Callable[[], None] | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return self.run is None

    @property
    def spoken(self) -> str:
        """Everything the line says, for who does not see it."""
        return ", ".join(part for part in (self.text, self.second, self.right) if part)


def rows_of(
    groups: Sequence[HitGroup], commands: Sequence[Command], *, query: str, show: Show, today: date
) -> list[SearchRow]:
    """The lines for what was found: students, what can be done, and what was written, each under its heading."""
    found = {group.kind: group.hits for group in groups}
    rows: list[SearchRow] = []
    for kind in GroupKind:
        hits = found.get(kind, ())
        if hits:
            rows.append(SearchRow(text=_heading(kind)))
            rows.extend(_hit_row(hit, show=show, today=today) for hit in hits)
        if kind is GroupKind.STUDENTS:
            rows.extend(_command_rows(commands, query=query))
    return rows


def _heading(kind: GroupKind) -> str:
    return filled(
        {
            GroupKind.STUDENTS: "{Students}",
            GroupKind.CONVERSATIONS: QCoreApplication.translate("SearchRows", "Conversations"),
            GroupKind.NOTES: QCoreApplication.translate("SearchRows", "Notes"),
            GroupKind.AGREEMENTS: QCoreApplication.translate("SearchRows", "Agreements"),
        }[kind]
    )


def _command_rows(commands: Sequence[Command], *, query: str) -> Iterator[SearchRow]:
    wanted = query_words(query)
    matching = [command for command in commands if wanted and all_begin(wanted, command.label)]
    if matching:
        yield SearchRow(text=QCoreApplication.translate("SearchRows", "Go to and do"))
    for command in matching:
        yield SearchRow(
            text=command.label,
            marks=marks_in(command.label, wanted),
            right=command.keys,
            icon=command.icon,
            run=command.run,
        )


def _hit_row(hit: Hit, *, show: Show, today: date) -> SearchRow:
    page, arguments = _place(hit)

    def run() -> None:
        show(page, dict(arguments))

    if hit.kind is HitKind.STUDENT:
        return SearchRow(
            text=hit.snippet.text,
            marks=hit.snippet.marks,
            second=_student_facts(hit),
            right=hit.class_names,
            initials=initials(hit.student, call_name=hit.call_name),
            run=run,
        )
    return SearchRow(
        text=hit.snippet.text,
        marks=hit.snippet.marks,
        second=", ".join(part for part in (hit.student, _where(hit)) if part),
        right=_day(hit.day, today=today),
        icon=_ICONS[hit.kind],
        run=run,
    )


def _place(hit: Hit) -> tuple[str, dict[str, object]]:
    """The page that shows what was found, with its arguments."""
    if hit.kind is HitKind.STUDENT:
        return "student", {"trajectory_id": hit.trajectory_id}
    if hit.kind is HitKind.AGREEMENT and hit.conversation_id is None:
        return "student", {"trajectory_id": hit.trajectory_id, "tab": "timeline"}
    if hit.kind is HitKind.COMMENT:
        return "score_sheet", {
            "round_id": hit.round_id,
            "perspective": hit.perspective,
            "strand": hit.strand,
        }
    if hit.kind is HitKind.REPORT_TEXT:
        return "printing", {"round_id": hit.round_id}
    return "conversation", {"conversation_id": hit.conversation_id}


def _student_facts(hit: Hit) -> str:
    phase = QCoreApplication.translate("SearchRows", "phase {number}").format(number=hit.phase)
    closed = QCoreApplication.translate("SearchRows", "closed, {year}")
    parts = (
        hit.second_script,
        hit.programme,
        phase if hit.phase is not None else "",
        closed.format(year=school_year_of(hit.day)) if hit.closed else "",
    )
    return ", ".join(part for part in parts if part)


def _where(hit: Hit) -> str:
    """Where it was written, after the student's name."""
    if hit.kind is HitKind.CONVERSATION:
        return capital(chosen(hit.title))
    if hit.kind is HitKind.NOTE:
        return ", ".join(capital(chosen(name)) for name in (hit.in_conversation, hit.title) if name)
    if hit.kind is HitKind.COMMENT:
        text = QCoreApplication.translate("SearchRows", "round {number}, {code} {criterion}")
        return text.format(number=hit.round_number, code=hit.code, criterion=chosen(hit.title))
    if hit.kind is HitKind.REPORT_TEXT:
        return QCoreApplication.translate("SearchRows", "report of round {number}").format(
            number=hit.round_number
        )
    return hit.owner or (party_name(hit.party, translate, words()) if hit.party else "")


def _day(day: date, *, today: date) -> str:
    return short_day(day) if school_year_of(day) == school_year_of(today) else day_with_year(day)
