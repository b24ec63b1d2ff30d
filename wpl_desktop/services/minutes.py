"""What the papers of conversations say: minutes, preparation, and the agendas of a week and a month."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.conversations import (
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    Hat,
    stays_with_mentor,
)
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.talk_sheets import (
    Attendee,
    MinutesSheet,
    MonthSheet,
    PaperHead,
    PreparationSheet,
    SheetAgreement,
    SheetEarlier,
    SheetItem,
    Signer,
    TalkFacts,
    WeekSheet,
)
from wpl_desktop.domain.trajectories import Role, Trajectory
from wpl_desktop.services import agenda_sheets
from wpl_desktop.services.agreements import AgreementRow
from wpl_desktop.services.report_choices import number_of
from wpl_desktop.services.report_ground import Ground
from wpl_desktop.services.rounding_off import local_of
from wpl_desktop.services.school_calendar import SchoolCalendar
from wpl_desktop.services.talk_rows import talks_of
from wpl_desktop.services.talk_views import ItemView, TalkView, talk_view
from wpl_desktop.services.trajectories import people_of, trajectory_rows
from wpl_desktop.storage.database import Database

#: The first part of a document's number and of its file's name, by language: never what the talk was about (P21).
_MINUTES: Final = {"nl": ("V", "gespreksverslag"), "en": ("V", "minutes")}
_PREPARATION: Final = {"nl": ("P", "voorbereiding"), "en": ("P", "preparation")}
_WEEK: Final = {"nl": "weekagenda", "en": "week-agenda"}
_MONTH: Final = {"nl": "maandagenda", "en": "month-agenda"}
#: Each has an own take-away there, which nobody signs; what was agreed elsewhere does not lie on that table.
_AMONG_OTHERS: Final = frozenset({Hat.PEERS, Hat.PROGRAMME})


class Minutes:
    """Gathers what the papers of conversations show; changes nothing. Every method may be called on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def minutes(self, conversation_id: uuid.UUID, language: str) -> MinutesSheet:
        """The minutes of one talk. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            found = _Found(session, conversation_id, language=language, now=self._database.clock.local())
            return found.minutes(self._head_of_talk(found, _MINUTES))

    def preparation(self, conversation_id: uuid.UUID, language: str) -> PreparationSheet:
        """One talk to prepare. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            found = _Found(session, conversation_id, language=language, now=self._database.clock.local())
            return found.preparation(self._head_of_talk(found, _PREPARATION))

    def week(self, day: date, language: str) -> WeekSheet:
        """The mentor's own week that `day` is in."""
        monday = day - timedelta(days=day.weekday())
        bands = SchoolCalendar(self._database).bands(monday, monday + timedelta(days=6))
        year, number, _ = monday.isocalendar()
        stem = f"{year}-W{number:02}"
        with self._database.reading() as session:
            ground = Ground(session, language=language)
            head = self._head(
                ground, day=monday + timedelta(days=3), number=f"A-{stem}", stem=f"{_WEEK[language]}_{stem}"
            )
            return agenda_sheets.week_sheet(session, ground, head=head, monday=monday, bands=bands)

    def month(self, day: date, language: str) -> MonthSheet:
        """The mentor's own month that `day` is in."""
        first = day.replace(day=1)
        span = agenda_sheets.weeks_of_month(first)
        bands = SchoolCalendar(self._database).bands(*span)
        stem = f"{first:%Y-%m}"
        with self._database.reading() as session:
            ground = Ground(session, language=language)
            head = self._head(
                ground, day=first + timedelta(days=14), number=f"A-{stem}", stem=f"{_MONTH[language]}_{stem}"
            )
            return agenda_sheets.month_sheet(session, ground, head=head, first=first, bands=bands)

    def _head(self, ground: Ground, *, day: date, number: str, stem: str) -> PaperHead:
        return PaperHead(
            language=ground.language,
            demo=ground.profile.demo,
            document_number=number,
            file_stem=stem,
            printed_at=self._database.clock.local().replace(microsecond=0),
            school_year=school_year_of(day),
            words=ground.words,
        )

    def _head_of_talk(self, found: _Found, names: Mapping[str, tuple[str, str]]) -> PaperHead:
        letter, document = names[found.ground.language]
        year = school_year_of(found.trajectory.starts_on)
        student, day = f"S{found.student_number}", found.conversation.starts_at.date()
        return self._head(
            found.ground,
            day=found.trajectory.starts_on,
            number=f"{letter}-{year[2:].replace('-', '')}-{student}-{day:%m%d}",
            stem=f"{document}_{year}_{student}_{day.isoformat()}",
        )


class _Found:
    """One talk with what its papers need, in the language of the paper."""

    def __init__(self, session: Session, conversation_id: uuid.UUID, *, language: str, now: datetime) -> None:
        self.view: TalkView = talk_view(session, conversation_id, today=now.date())
        self.ground = Ground(session, language=language)
        self.conversation = session.get_one(Conversation, conversation_id)
        self.kind = session.get_one(ConversationType, self.conversation.type_id)
        self.trajectory, self.student = trajectory_rows(session, self.conversation.trajectory_id)
        self.student_number = number_of(session, self.trajectory.id)
        self.people = _people(session, self.ground, self.trajectory, self.conversation, self.student)
        self.facts = self._facts(session)

    def minutes(self, head: PaperHead) -> MinutesSheet:
        """To write on before the talk, and as it went afterwards."""
        view, conversation = self.view, self.conversation
        has_notes = self._has_notes()
        unsigned = conversation.hat in _AMONG_OTHERS or conversation.state is ConversationState.NOT_HELD
        return MinutesSheet(
            head=head,
            talk=self.facts,
            state=conversation.state,
            not_held_cause=conversation.not_held_cause,
            started_at=_local(conversation.started_at),
            ended_at=_local(conversation.ended_at),
            people=tuple(attendee for _, attendee in self.people),
            items=tuple(self._item(item, with_note=has_notes) for item in view.items),
            has_notes=has_notes,
            summary=view.row.summary if has_notes else "",
            in_group=view.in_group,
            earlier=()
            if conversation.hat in _AMONG_OTHERS
            else tuple(
                SheetEarlier(agreement=_agreement(earlier.row), outcome=earlier.outcome)
                for earlier in view.earlier
            ),
            made=tuple(_agreement(row) for row in view.made_here),
            next_at=view.next_talk.starts_at if view.next_talk else None,
            only_seen=self.kind.discreet,
            signers=() if unsigned else self._signers(),
        )

    def preparation(self, head: PaperHead) -> PreparationSheet:
        """What is talked about, and what to bring; agreements that nothing was said of yet."""
        return PreparationSheet(
            head=head,
            talk=self.facts,
            people=tuple(attendee for _, attendee in self.people),
            items=tuple(self._item(item, with_note=False) for item in self.view.items),
            preparation=self.ground.filled_in(self.kind.preparation),
            agreements=tuple(
                _agreement(earlier.row) for earlier in self.view.earlier if earlier.outcome is None
            ),
        )

    def _has_notes(self) -> bool:
        """Whether what was noted may be on paper (P07), and is not kept from an assessor apart (0.1)."""
        if self.view.row.notes_apart:
            return False
        return self.kind.discreet or not stays_with_mentor(self.conversation.hat)

    def _item(self, item: ItemView, *, with_note: bool) -> SheetItem:
        return SheetItem(
            minutes=item.minutes,
            title=self.ground.filled_in(item.title),
            wellbeing=item.wellbeing,
            note=item.note if with_note and not item.wellbeing else "",
        )

    def _facts(self, session: Session) -> TalkFacts:
        conversation, trajectory, ground = self.conversation, self.trajectory, self.ground
        [talk] = talks_of(session, [conversation.id])
        workplace = ground.organisation(session, trajectory.workplace_id)
        institute = (
            ground.organisation(session, trajectory.institute_id).name if trajectory.institute_id else ""
        )
        return TalkFacts(
            student_name=self.student.name,
            second_script=self.student.second_script,
            programme=trajectory.programme,
            phase=trajectory.phase,
            class_names=trajectory.class_names,
            workplace=workplace.name,
            workplace_address=workplace.address,
            institute=institute,
            # What stands behind the colon explains the type to who plans it.
            type_name=ground.filled_in(self.kind.name).partition(":")[0],
            hat=conversation.hat,
            round_number=talk.round.number if talk.round else None,
            starts_at=conversation.starts_at,
            minutes=conversation.minutes,
            place=conversation.place,
        )

    def _signers(self) -> tuple[Signer, ...]:
        """One for each party that takes part: the owner of the profile for theirs, else who was named first."""
        owner_id = self.ground.owner.id
        signers: list[Signer] = []
        for party in Party:
            there = [(key, attendee) for key, attendee in self.people if attendee.party is party]
            there.sort(key=lambda one: one[0] != owner_id)
            for key, attendee in there[:1]:
                signers.append(
                    Signer(name=attendee.name, party=party, role=attendee.role, made_it=key == owner_id)
                )
        return tuple(signers)


def _people(
    session: Session, ground: Ground, trajectory: Trajectory, conversation: Conversation, student: Person
) -> list[tuple[uuid.UUID, Attendee]]:
    """Who takes part, the student first; other students of the same talk are on papers of their own."""
    roles: dict[uuid.UUID, Role] = {ground.owner.id: ground.profile.owner_role}
    # Backwards, so that the role somebody was given first counts.
    roles.update({person.id: role.role for role, person in reversed(people_of(session, trajectory.id))})
    rows = session.execute(
        select(Person.id, Person.name, Person.party)
        .join(ConversationParticipant, ConversationParticipant.person_id == Person.id)
        .where(ConversationParticipant.conversation_id == conversation.id, Person.party != Party.STUDENT)
        .order_by(ConversationParticipant.id)
    )
    return [
        (student.id, Attendee(name=student.name, party=Party.STUDENT)),
        *((row.id, Attendee(name=row.name, party=row.party, role=roles.get(row.id))) for row in rows),
    ]


def _agreement(row: AgreementRow) -> SheetAgreement:
    return SheetAgreement(party=row.party, owner=row.owner, text=row.text, due_on=row.due_on)


def _local(moment: datetime | None) -> datetime | None:
    return None if moment is None else local_of(moment)
