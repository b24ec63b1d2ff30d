"""What the papers of conversations show: minutes, preparation, and the agendas of a week and a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from wpl_desktop.domain.conversations import AgreementOutcome, ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.school_year import PeriodKind
from wpl_desktop.domain.trajectories import Role


@dataclass(frozen=True, kw_only=True)
class PaperHead:
    """What stands around every sheet; texts are in `language`, `printed_at` is local.

    `file_stem` is the name of the file without its ending, without a student's name and without what the talk is
    about (6.3, P21). `words` is the vocabulary of the profile, for role and place words.
    """

    language: str
    demo: bool
    document_number: str
    file_stem: str
    printed_at: datetime
    school_year: str
    words: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, kw_only=True)
class TalkFacts:
    """Whose talk it is, what it is called, when and where; `starts_at` is local.

    `class_names` is the class at the workplace. `round_number` is that of the round which an evaluating talk is about.
    """

    student_name: str
    second_script: str
    programme: str
    phase: int | None
    class_names: str
    workplace: str
    workplace_address: str
    institute: str
    type_name: str
    hat: Hat
    round_number: int | None
    starts_at: datetime
    minutes: int
    place: str

    @property
    def ends_at(self) -> datetime:
        """When the talk should be over, local."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Somebody who takes part: never another student of a talk with several. `role` is None for the student."""

    name: str
    party: Party
    role: Role | None = None


@dataclass(frozen=True, kw_only=True)
class SheetItem:
    """One line of the agenda; `note` is empty where it may not be on paper (P07), and always for wellbeing."""

    minutes: int
    title: str
    wellbeing: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetAgreement:
    """Who does what by when; `owner` is a name, empty for a whole party."""

    party: Party
    owner: str
    text: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class SheetEarlier:
    """An agreement that was open when the talk began, and what the talk said of it (None: nothing)."""

    agreement: SheetAgreement
    outcome: AgreementOutcome | None


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signs for one party; `made_it` for the one who wrote the minutes down."""

    name: str
    party: Party
    role: Role | None = None
    made_it: bool = False


@dataclass(frozen=True, kw_only=True)
class MinutesSheet:
    """The minutes of one talk: to write on before it is held, and as it went afterwards.

    `started_at` and `ended_at` are local. `has_notes` when what was noted may be on this paper: in talks in which one
    evaluates or speaks of a concern, and the own take-away of a talk with several students; never when one coaches
    (P07), nor a coach's note on the paper of an assessor apart (0.1). `only_seen` when everybody signs for having seen
    it and for nothing else. `signers` is empty where nobody signs.
    """

    head: PaperHead
    talk: TalkFacts
    state: ConversationState
    not_held_cause: NotHeldCause | None
    started_at: datetime | None
    ended_at: datetime | None
    people: tuple[Attendee, ...]
    items: tuple[SheetItem, ...]
    has_notes: bool
    summary: str
    in_group: bool
    earlier: tuple[SheetEarlier, ...]
    made: tuple[SheetAgreement, ...]
    next_at: datetime | None
    only_seen: bool
    signers: tuple[Signer, ...]

    @property
    def is_held(self) -> bool:
        """Whether the talk has been."""
        return self.state is ConversationState.HELD

    @property
    def is_written(self) -> bool:
        """Whether anything that was noted stands on this paper."""
        return self.has_notes and bool(self.summary.strip() or any(item.note.strip() for item in self.items))


@dataclass(frozen=True, kw_only=True)
class PreparationSheet:
    """One talk to prepare, for the student and everybody else who takes part: nothing of it is a note."""

    head: PaperHead
    talk: TalkFacts
    people: tuple[Attendee, ...]
    items: tuple[SheetItem, ...]
    preparation: str
    agreements: tuple[SheetAgreement, ...]


@dataclass(frozen=True, kw_only=True)
class SheetBand:
    """A stretch of days with a name; `students` are call names where it is not everybody's."""

    kind: PeriodKind
    name: str
    starts_on: date
    ends_on: date
    students: tuple[str, ...] = ()

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


@dataclass(frozen=True, kw_only=True)
class SheetTalk:
    """One talk in an agenda; `name` is discreet where the type asks for it.

    `students` are full names on the mentor's own week, and call names on a month. `people` are the others besides
    students and owner. `ready` says of each perspective whether it is ready for round `round_number`.
    """

    starts_at: datetime
    minutes: int
    students: tuple[str, ...]
    name: str
    short_name: str
    hat: Hat
    place: str
    state: ConversationState
    not_held_cause: NotHeldCause | None = None
    people: tuple[str, ...] = ()
    round_number: int | None = None
    ready: tuple[tuple[Perspective, bool], ...] = ()

    @property
    def ends_at(self) -> datetime:
        """When the talk should be over, local."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, kw_only=True)
class SheetDue:
    """An open agreement that has this day; `student` is a call name."""

    student: str
    agreement: SheetAgreement


@dataclass(frozen=True, kw_only=True)
class WeekSheet:
    """The mentor's own week, Monday to Sunday; `talks`, `next_week` and `due` are in order of time.

    `bands` are those that touch the week.
    """

    head: PaperHead
    owner_name: str
    workplace: str
    monday: date
    bands: tuple[SheetBand, ...]
    talks: tuple[SheetTalk, ...]
    next_week: tuple[SheetTalk, ...]
    due: tuple[SheetDue, ...]


@dataclass(frozen=True, kw_only=True)
class MonthSheet:
    """The mentor's own month, with the days of the weeks in which it begins and ends.

    `first` is the first day of the month. `talks` and `bands` are those of all the weeks that are shown.
    """

    head: PaperHead
    owner_name: str
    workplace: str
    first: date
    bands: tuple[SheetBand, ...]
    talks: tuple[SheetTalk, ...]
