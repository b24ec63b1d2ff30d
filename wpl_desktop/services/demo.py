"""The demo profile: fictional people of resources/content/demo.json, shifted to the present by whole weeks (P30)."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.conversations import (
    Agreement,
    AgreementState,
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
)
from wpl_desktop.domain.criteria import CriteriaSet, Criterion, Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    Agreed,
    Mark,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    Source,
    default_perspectives,
    level_mark,
)
from wpl_desktop.domain.people import Organisation, OrganisationKind, Party, Person
from wpl_desktop.domain.trajectories import Role, Trajectory, TrajectoryKind, TrajectoryRole
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import PlanValues, copy_agenda
from wpl_desktop.services.profiles import (
    DEMO_PASSPHRASE,
    NewProfile,
    ProfileEntry,
    create_profile,
    new_recovery_code,
    profiles_in,
)

STUDENTS = ("S1", "S3")
ROUND = 1
HELD_CONVERSATIONS = ("A-03", "C-04")
NEXT_CONVERSATION_OF = "S3"
FINAL_FOR = "S1"

_WEEKS_IN_A_SCHOOL_YEAR = timedelta(weeks=52)
_NON_LEVELS: Mapping[object, Mark] = {"not_observed": NOT_OBSERVED, "no_opportunity": NO_OPPORTUNITY}


@dataclass(frozen=True, kw_only=True)
class _Demo:
    """The data being copied: its language, how far it is shifted, and the records made so far by their demo id."""

    data: Mapping[str, Any]
    language: str
    shift: timedelta
    ids: dict[str, uuid.UUID] = field(default_factory=dict[str, uuid.UUID])

    def text(self, words: Mapping[str, str] | None) -> str:
        """One text of the data in the language of the demo."""
        return words[self.language] if words else ""

    def day(self, written: str) -> date:
        """One day of the data, shifted by whole weeks so that its weekday stays."""
        return date.fromisoformat(written) + self.shift


def demo_entry(data_dir: Path) -> ProfileEntry | None:
    """The demo profile of a data folder, if there is one."""
    return next((entry for entry in profiles_in(data_dir) if entry.demo), None)


def make_demo(data_dir: Path, *, clock: Clock, language: str) -> tuple[ProfileEntry, Services]:
    """Make the demo profile and open it: encrypted like any other, with the published passphrase `demo`.

    What was half made is removed again.
    """
    data = content.shipped("demo")
    demo = _Demo(data=data, language=language, shift=shift_to(clock.local().date(), data))
    owner = _by_id(data["people"], data["main_user"])
    school = _by_id(data["organisations"], owner["organisation"])
    entry, services = create_profile(
        data_dir,
        NewProfile(
            owner_name=owner["name"],
            role=Role(owner["role"]),
            workplace=school["name"],
            workplace_address=school["city"],
            controller=data["privacy"]["controller"][language],
            privacy_contact=data["privacy"]["contact"][language],
            purpose=content.text("default_purpose", language),
            vocabulary=data["vocabulary"],
            language=language,
            device_confirmed=True,
            demo=True,
        ),
        passphrase=DEMO_PASSPHRASE,
        recovery_code=new_recovery_code(),
        clock=clock,
    )
    try:
        with services.database.transaction() as session:
            _add_people(session, demo)
            for student in STUDENTS:
                _add_student(session, demo, _by_id(data["students"], student))
            for conversation in HELD_CONVERSATIONS:
                _add_held_conversation(session, demo, _by_id(data["conversations"], conversation))
            for student in STUDENTS:
                _add_round(session, demo, student=student, clock=clock)
        _plan_next(services, demo)
    except BaseException:
        services.close()
        shutil.rmtree(entry.folder, ignore_errors=True)
        raise
    return entry, services


def shift_to(today: date, data: Mapping[str, Any]) -> timedelta:
    """How far the data move: whole school years of 52 weeks, the last one in which the round has been held."""
    held = max(date.fromisoformat(_by_id(data["conversations"], key)["date"]) for key in HELD_CONVERSATIONS)
    shift = timedelta()
    while held + shift + _WEEKS_IN_A_SCHOOL_YEAR <= today:
        shift += _WEEKS_IN_A_SCHOOL_YEAR
    while held + shift > today:
        shift -= _WEEKS_IN_A_SCHOOL_YEAR
    return shift


def _by_id(rows: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == wanted)


def _add_people(session: Session, demo: _Demo) -> None:
    """Everybody but the owner, who came with the profile, as did the school."""
    for values in demo.data["organisations"]:
        kind = OrganisationKind(values["kind"])
        organisation = session.scalars(
            select(Organisation).where(Organisation.name == values["name"])
        ).one_or_none()
        if organisation is None:
            organisation = Organisation(kind=kind, name=values["name"], address=values["city"])
            session.add(organisation)
            session.flush()
        demo.ids[values["id"]] = organisation.id
    for values in demo.data["people"]:
        person = session.scalars(select(Person).where(Person.name == values["name"])).one_or_none()
        if person is None:
            person = _person(
                values, party=Party(values["party"]), organisation_id=demo.ids[values["organisation"]]
            )
            session.add(person)
            session.flush()
        demo.ids[values["id"]] = person.id


def _person(values: Mapping[str, Any], *, party: Party, organisation_id: uuid.UUID | None) -> Person:
    return Person(
        name=values["name"],
        call_name=values["call_name"],
        sort_name=values.get("sort_name", values["name"]),
        second_script=values["second_script"],
        party=party,
        organisation_id=organisation_id,
    )


def _add_student(session: Session, demo: _Demo, values: Mapping[str, Any]) -> None:
    student = _person(values, party=Party.STUDENT, organisation_id=None)
    session.add(student)
    session.flush()
    trajectory = Trajectory(
        student_id=student.id,
        workplace_id=demo.ids[values["workplace"]],
        institute_id=demo.ids[values["institute"]],
        criteria_set_id=session.scalars(select(CriteriaSet.id)).one(),
        kind=TrajectoryKind(values["kind"]),
        programme=demo.text(values["programme"]),
        phase=values["phase"],
        class_names=demo.text(values["class"]),
        starts_on=demo.day(values["period"]["start"]),
        ends_on=demo.day(values["period"]["end"]),
        weekdays=list(values["weekdays"]),
        notice_given_on=demo.day(values["notice_given"]),
    )
    session.add(trajectory)
    session.flush()
    demo.ids[values["id"]] = student.id
    demo.ids[f"{values['id']} trajectory"] = trajectory.id
    for role, key in (
        (Role.CLASS_MENTOR, "class_mentor"),
        (Role.SCHOOL_MENTOR, "mentor"),
        (Role.INSTITUTE_SUPERVISOR, "institute_supervisor"),
        (Role.ASSESSOR, "assessor"),
    ):
        session.add(TrajectoryRole(trajectory_id=trajectory.id, person_id=demo.ids[values[key]], role=role))


def _add_held_conversation(session: Session, demo: _Demo, values: Mapping[str, Any]) -> None:
    (student,) = values["students"]
    kind = session.scalars(select(ConversationType).where(ConversationType.key == values["type"])).one()
    conversation = Conversation(
        trajectory_id=demo.ids[f"{student} trajectory"],
        type_id=kind.id,
        hat=kind.hat,
        starts_at=datetime.combine(demo.day(values["date"]), time.fromisoformat(values["time"])),
        minutes=values["minutes"],
        state=ConversationState.HELD,
        summary=demo.text(values["note"]),
    )
    session.add(conversation)
    session.flush()
    demo.ids[values["id"]] = conversation.id
    copy_agenda(session, conversation)
    session.add_all(
        ConversationParticipant(conversation_id=conversation.id, person_id=demo.ids[person])
        for person in (student, *values["people"])
    )
    for key in values["agreements"]:
        _add_agreement(session, demo, _by_id(demo.data["agreements"], key), conversation=conversation)


def _add_agreement(
    session: Session, demo: _Demo, values: Mapping[str, Any], *, conversation: Conversation
) -> None:
    owner = session.get_one(Person, demo.ids[values["owner"]])
    session.add(
        Agreement(
            trajectory_id=conversation.trajectory_id,
            conversation_id=conversation.id,
            party=owner.party,
            person_id=owner.id,
            text=demo.text(values["text"]),
            due_on=demo.day(values["due"]),
            state=AgreementState.OPEN,
        )
    )


def _add_round(session: Session, demo: _Demo, *, student: str, clock: Clock) -> None:
    values = next(row for row in demo.data["rounds"] if row["number"] == ROUND)
    conversation = session.get_one(Conversation, demo.ids[values["meetings"][student]])
    ready_on = datetime.combine(demo.day(values["ready_by"]), time(16), tzinfo=clock.now().tzinfo)
    held = Round(
        trajectory_id=conversation.trajectory_id,
        number=ROUND,
        kind=RoundKind(values["kind"]),
        held_on=conversation.starts_at.date(),
        perspectives=default_perspectives(has_institute=True),
        conversation_id=conversation.id,
        revealed_at=ready_on,
        finalised_at=clock.now() if student == FINAL_FOR else None,
    )
    session.add(held)
    session.flush()
    criteria = {criterion.code: criterion.id for criterion in session.scalars(select(Criterion))}
    sheets: dict[tuple[Perspective, Strand], Sheet] = {}
    for perspective in Perspective:
        for strand in Strand:
            sheet = Sheet(
                round_id=held.id,
                perspective=perspective,
                strand=strand,
                collected_on=ready_on.date(),
                ready_at=ready_on,
            )
            sheets[perspective, strand] = sheet
    session.add_all(sheets.values())
    session.flush()
    texts = {
        (row["criterion"], row["strand"], row["perspective"]): row
        for row in demo.data["evidence"]
        if row["student"] == student and row["round"] == ROUND
    }
    for row in demo.data["scores"]:
        if row["student"] != student or row["round"] != ROUND:
            continue
        strand = Strand(row["strand"])
        for perspective in Perspective:
            text = texts.get((row["criterion"], row["strand"], perspective.value))
            mark = _mark(row[f"{perspective.value}_view"])
            session.add(
                Score(
                    sheet_id=sheets[perspective, strand].id,
                    criterion_id=criteria[row["criterion"]],
                    kind=mark.kind,
                    level=mark.level,
                    comment=demo.text(text["text"]) if text else "",
                    source=Source(text["source"]) if text else None,
                )
            )
        stands = row["agreed"] == "difference_stands"
        agreed = Mark() if stands else _mark(row["agreed"])
        positions = texts.get((row["criterion"], row["strand"], "agreed"))
        session.add(
            Agreed(
                round_id=held.id,
                criterion_id=criteria[row["criterion"]],
                strand=strand,
                kind=agreed.kind,
                level=agreed.level,
                difference_stands=stands,
                positions=demo.text(positions["text"]) if positions else "",
            )
        )


def _mark(value: object) -> Mark:
    return level_mark(value) if isinstance(value, int) else _NON_LEVELS[value]


def _plan_next(services: Services, demo: _Demo) -> None:
    """One talk that is still to come, so that the list has a next step to show."""
    trajectory_id = demo.ids[f"{NEXT_CONVERSATION_OF} trajectory"]
    kind = next(kind for kind in services.conversations.types() if kind.key == "coaching_conversation")
    usual = services.conversations.participants(trajectory_id, hat=kind.hat)
    services.conversations.plan(
        PlanValues(
            trajectory_id=trajectory_id,
            type_id=kind.id,
            starts_at=services.conversations.suggested_start(trajectory_id),
            minutes=kind.minutes,
            participant_ids=tuple(choice.person_id for choice in usual if choice.usual),
        )
    )
