"""What the timeline says of each thing that happened, under which filter it falls and what opens with it."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import AgreementState, ConversationState, Hat
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import folded
from wpl_desktop.services.timeline_entries import (
    AgreementStep,
    Entry,
    Evidence,
    Landmark,
    Milestone,
    RoundEvent,
    RoundStep,
    StudentTimeline,
    Talk,
)
from wpl_desktop.texts import cause_name, party_name, perspective_name, round_kind_name, source_name
from wpl_desktop.ui.language import (
    chosen,
    clock_time,
    day_and_month,
    filled,
    month_and_year,
    short_day,
    translate,
    words,
)
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.students.student_words import round_title, waiting_words
from wpl_desktop.ui.widgets.timeline_layout import TimelineRow

Target = tuple[str, dict[str, object]]
"""A page with its arguments, as `open_requested` carries them."""

_LONGEST = 240
_TALK_ICONS = {
    Hat.COACH: "talk",
    Hat.EVALUATE: "people",
    Hat.PEERS: "people",
    Hat.PROGRAMME: "cap",
    Hat.INSTITUTE: "user",
}


class Filter(enum.Enum):
    """What the timeline is narrowed to."""

    ALL = "all"
    TALKS = "talks"
    AGREEMENTS = "agreements"
    ROUNDS = "rounds"
    EVIDENCE = "evidence"


_KINDS: dict[Filter, type[Entry]] = {
    Filter.TALKS: Talk,
    Filter.AGREEMENTS: AgreementStep,
    Filter.ROUNDS: RoundEvent,
    Filter.EVIDENCE: Evidence,
}


def key_of(entry: Entry) -> tuple[str, object]:
    """What tells one row from all others, also after the timeline was read again."""
    if isinstance(entry, Talk):
        return "talk", entry.id
    if isinstance(entry, AgreementStep):
        return f"agreement {entry.state.value}", entry.id
    if isinstance(entry, RoundEvent):
        return f"round {entry.step.value}", entry.round_id
    if isinstance(entry, Evidence):
        return "evidence", entry.score_id
    return entry.what.value, entry.id


def is_of(entry: Entry, wanted: Filter) -> bool:
    """Whether an entry falls under a filter."""
    return wanted is Filter.ALL or isinstance(entry, _KINDS[wanted])


def target_of(entry: Entry, *, trajectory_id: object, joint: bool) -> Target | None:
    """What opens with an entry; None where there is nothing more to see."""
    if isinstance(entry, Talk):
        return "conversation", {"conversation_id": entry.id}
    if isinstance(entry, AgreementStep):
        if entry.conversation_id is None:
            return "student", {"trajectory_id": trajectory_id, "tab": "conversations"}
        return "conversation", {"conversation_id": entry.conversation_id}
    if isinstance(entry, Evidence):
        return "score_sheet", {
            "round_id": entry.round_id,
            "perspective": entry.perspective,
            "strand": entry.strand,
        }
    if isinstance(entry, RoundEvent):
        return _round_target(entry, trajectory_id=trajectory_id)
    return None if joint else ("student", {"trajectory_id": trajectory_id, "tab": "data"})


def _round_target(entry: RoundEvent, *, trajectory_id: object) -> Target:
    if entry.step is RoundStep.FINAL:
        return "printing", {"round_id": entry.round_id}
    if entry.step is RoundStep.OPENED and Perspective.WORKPLACE not in entry.ready:
        return "score_sheet", {
            "round_id": entry.round_id,
            "perspective": Perspective.WORKPLACE,
            "strand": Strand.STUDENT_PART,
        }
    return "student", {"trajectory_id": trajectory_id, "tab": "evaluations"}


def rows_of(timeline: StudentTimeline) -> list[tuple[Entry, TimelineRow]]:
    """Every entry with its row: what lies ahead first, then month by month."""
    ahead = QCoreApplication.translate("TimelineWords", "Planned")
    return [
        *((entry, _row(entry, group=ahead, ahead=True)) for entry in timeline.planned),
        *((entry, _row(entry, group=month_and_year(entry.on), ahead=False)) for entry in timeline.past),
    ]


def search_text(entry: Entry, row: TimelineRow) -> str:
    """Everything that typed letters are looked for in, folded."""
    more: tuple[str, ...] = ()
    if isinstance(entry, Talk):
        more = (entry.note, *entry.people)
    elif isinstance(entry, Evidence):
        more = (entry.evidence, entry.comment)
    elif isinstance(entry, AgreementStep):
        more = (entry.text, entry.owner)
    return folded(" ".join((row.group, row.day, row.title, row.detail, row.body, row.chip, *more)))


def _row(entry: Entry, *, group: str, ahead: bool) -> TimelineRow:
    if isinstance(entry, Talk):
        return _talk_row(entry, group=group, ahead=ahead)
    if isinstance(entry, AgreementStep):
        return _agreement_row(entry, group=group)
    if isinstance(entry, RoundEvent):
        return _round_row(entry, group=group, ahead=ahead)
    if isinstance(entry, Evidence):
        return _evidence_row(entry, group=group)
    return _landmark_row(entry, group=group, ahead=ahead)


def _talk_row(talk: Talk, *, group: str, ahead: bool) -> TimelineRow:
    title = chosen(talk.name)
    if talk.report_of is not None:
        title = f"{title} {round_title(talk.report_of[1]).lower()}"
    if ahead:
        detail = QCoreApplication.translate("TimelineWords", "{time}, {minutes} minutes").format(
            time=clock_time(talk.starts_at), minutes=talk.minutes
        )
    elif talk.state is ConversationState.NOT_HELD:
        detail = QCoreApplication.translate("TimelineWords", "not held: {cause}").format(
            cause=cause_name(talk.cause, translate) if talk.cause else ""
        )
    else:
        detail = ", ".join(talk.people)
    has_report = talk.report_of is not None and talk.state is ConversationState.HELD
    return TimelineRow(
        key=key_of(talk),
        group=group,
        day=day_and_month(talk.on),
        icon=_TALK_ICONS[talk.hat],
        title=title,
        detail=detail,
        body=_first_line(talk.note),
        chip=QCoreApplication.translate("TimelineWords", "report") if has_report else "",
        action=QCoreApplication.translate("TimelineWords", "Prepare") if ahead else "",
        ahead=ahead,
    )


def _agreement_row(step: AgreementStep, *, group: str) -> TimelineRow:
    title = {
        AgreementState.OPEN: QCoreApplication.translate("TimelineWords", "Agreement made"),
        AgreementState.DONE: QCoreApplication.translate("TimelineWords", "Agreement done"),
        AgreementState.DROPPED: QCoreApplication.translate("TimelineWords", "Agreement let go"),
        AgreementState.CONTINUED: QCoreApplication.translate("TimelineWords", "Agreement goes on"),
    }[step.state]
    return TimelineRow(
        key=key_of(step),
        group=group,
        day=day_and_month(step.on),
        icon="check",
        title=title,
        detail=agreement_facts(step) if step.state is AgreementState.OPEN else _owner(step),
        body=_first_line(step.text),
    )


def _owner(step: AgreementStep) -> str:
    return step.owner or party_name(step.party, translate, words())


def agreement_facts(step: AgreementStep) -> str:
    """Who does it, and by when."""
    if step.due_on is None:
        return _owner(step)
    by = QCoreApplication.translate("TimelineWords", "by {day}").format(day=short_day(step.due_on))
    return f"{_owner(step)}, {by}"


def _round_row(event: RoundEvent, *, group: str, ahead: bool) -> TimelineRow:
    title = round_title(event.number)
    if event.step is RoundStep.OPENED:
        title = QCoreApplication.translate("TimelineWords", "{round} opened").format(round=title)
    elif event.step is RoundStep.FILLED_IN:
        title = _filled_in(event, title)
    elif event.step is RoundStep.FINAL:
        title = QCoreApplication.translate("TimelineWords", "{round} made final").format(round=title)
    shapes: Sequence[Perspective] = ()
    if event.step is RoundStep.FILLED_IN:
        shapes = [one for one in event.perspectives if one in event.ready]
    return TimelineRow(
        key=key_of(event),
        group=group,
        day=day_and_month(event.on),
        icon="evaluations",
        title=title,
        detail=round_kind_name(event.kind, translate),
        shapes=tuple(SHAPES[one] for one in shapes),
        ahead=ahead,
    )


def _filled_in(event: RoundEvent, title: str) -> str:
    if set(event.perspectives) <= event.ready:
        if len(event.perspectives) == len(Perspective):
            text = QCoreApplication.translate("TimelineWords", "{round} filled in by all three")
        else:
            text = QCoreApplication.translate("TimelineWords", "{round} filled in by both")
        return text.format(round=title)
    names = [
        perspective_name(one, translate, words()).lower() for one in event.perspectives if one in event.ready
    ]
    both = QCoreApplication.translate("TimelineWords", " and ").join(names)
    text = QCoreApplication.translate("TimelineWords", "{round} filled in by {who}")
    return text.format(round=title, who=both)


def round_waits_words(event: RoundEvent) -> str:
    """`Ronde 2 wacht op opleiding`."""
    state = waiting_words(event.perspectives, ready=event.ready, final=False)
    return QCoreApplication.translate("TimelineWords", "{round}: {state}").format(
        round=round_title(event.number), state=state
    )


def _evidence_row(found: Evidence, *, group: str) -> TimelineRow:
    if found.evidence:
        title = QCoreApplication.translate("TimelineWords", "Evidence for {code}")
    else:
        title = QCoreApplication.translate("TimelineWords", "Comment on {code}")
    facts = [perspective_name(found.perspective, translate, words()).lower()]
    if found.strand is Strand.WORKPLACE_PART:
        facts.append(QCoreApplication.translate("TimelineWords", "about the workplace"))
    if found.source is not None:
        facts.append(source_name(found.source, translate).lower())
    return TimelineRow(
        key=key_of(found),
        group=group,
        day=day_and_month(found.on),
        icon="note",
        title=title.format(code=found.code),
        detail=", ".join(facts),
        detail_shape=SHAPES[found.perspective],
        body=_first_line(found.evidence or found.comment),
    )


def _landmark_row(landmark: Landmark, *, group: str, ahead: bool) -> TimelineRow:
    block = landmark.name or filled("{block_placement}")
    title = {
        Milestone.STARTS: QCoreApplication.translate("TimelineWords", "Start of the trajectory"),
        Milestone.ENDS: QCoreApplication.translate("TimelineWords", "End of the trajectory"),
        Milestone.NOTICE_GIVEN: QCoreApplication.translate("TimelineWords", "Privacy notice given"),
        Milestone.BLOCK_STARTS: QCoreApplication.translate("TimelineWords", "Start of {block}"),
        Milestone.BLOCK_ENDS: QCoreApplication.translate("TimelineWords", "End of {block}"),
    }[landmark.what]
    icons = {
        Milestone.NOTICE_GIVEN: "shield",
        Milestone.BLOCK_STARTS: "agenda",
        Milestone.BLOCK_ENDS: "agenda",
    }
    return TimelineRow(
        key=key_of(landmark),
        group=group,
        day=day_and_month(landmark.on),
        icon=icons.get(landmark.what, "pin"),
        title=title.replace("{block}", block),
        ahead=ahead,
    )


def _first_line(text: str) -> str:
    """The first line that says something; what is longer is read where it opens."""
    line = next((part.strip() for part in text.splitlines() if part.strip()), "")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
