"""Who is in the demo: organisations, people, and each student's trajectory with its roles and block placements."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from wpl_desktop.domain.people import Organisation, OrganisationKind, Party, Person, suggested_sort_name
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.trajectories import (
    BlockPlacement,
    Role,
    Trajectory,
    TrajectoryKind,
    TrajectoryRole,
    TrajectoryState,
)
from wpl_desktop.services.demo.calendar import add_presence
from wpl_desktop.services.demo.story import Chapter, Story

#: The day on which the school mentor made the profile, some days before the first staff meeting.
FIRST_DAY = "2025-08-25"
_TIME = time(10)


def take_over(session: Session, story: Story, data: Chapter) -> None:
    """Know the owner and the school that came with the profile, and have them made when the year began."""
    moment = first_moment(story)
    for kind in (Person, Organisation, Profile):
        session.execute(update(kind).values(created_at=moment, updated_at=moment))
    owner = story.main_user
    story.ids[owner] = session.scalars(select(Person.id)).one()
    story.parties[owner] = Party.WORKPLACE
    school = next(row["organisation"] for row in data["people"] if row["id"] == owner)
    story.ids[school] = session.scalars(select(Organisation.id)).one()


def add_people(story: Story, data: Chapter) -> None:
    """Add the organisations and people that are not known yet."""
    moment = first_moment(story)
    for values in data["organisations"]:
        if values["id"] not in story.ids:
            story.ids[values["id"]] = story.rows.add(
                Organisation,
                moment,
                kind=OrganisationKind(values["kind"]),
                name=values["name"],
                address=values["city"],
            )
    for values in data["people"]:
        if values["id"] not in story.ids:
            _add_person(story, values, party=Party(values["party"]), organisation=values["organisation"])


def add_student(
    story: Story,
    values: Mapping[str, Any],
    *,
    calendar: list[dict[str, Any]],
    state: TrajectoryState = TrajectoryState.RUNNING,
) -> None:
    """Add a student, when not known yet, with a trajectory for the year, its roles and its block placements."""
    if values["id"] not in story.ids:
        _add_person(story, values, party=Party.STUDENT, organisation=None)
    moment = first_moment(story)
    trajectory_id = story.rows.add(
        Trajectory,
        moment,
        student_id=story.ids[values["id"]],
        workplace_id=story.ids[values["workplace"]],
        institute_id=story.ids[values["institute"]],
        criteria_set_id=story.criteria_set_id,
        kind=TrajectoryKind(values["kind"]),
        programme=story.text(values["programme"]),
        phase=values["phase"],
        class_names=story.text(values["class"]),
        starts_on=story.year.exact_day(values["period"]["start"]),
        ends_on=story.year.ends_on,
        weekdays=list(values["weekdays"]),
        state=state,
        notice_given_on=story.year.exact_day(values["notice_given"]),
    )
    story.ids[f"{values['id']} trajectory"] = trajectory_id
    for role, key in (
        (Role.CLASS_MENTOR, "class_mentor"),
        (Role.SCHOOL_MENTOR, "mentor"),
        (Role.INSTITUTE_SUPERVISOR, "institute_supervisor"),
        (Role.ASSESSOR, "assessor"),
    ):
        story.rows.add(
            TrajectoryRole, moment, trajectory_id=trajectory_id, person_id=story.ids[values[key]], role=role
        )
    add_presence(story, values, trajectory_id=trajectory_id, made=moment)
    for entry in calendar:
        if entry["kind"] == "block_placement":
            story.rows.add(
                BlockPlacement,
                moment,
                trajectory_id=trajectory_id,
                name=story.text(entry["title"]),
                starts_on=story.year.day(entry["date"]),
                # A holiday that begins earlier shortens it: what comes after is already in the calendar.
                ends_on=story.year.exact_day(entry["end"]),
            )


def _add_person(
    story: Story, values: Mapping[str, Any], *, party: Party, organisation: str | None
) -> uuid.UUID:
    person_id = story.rows.add(
        Person,
        first_moment(story),
        name=values["name"],
        call_name=values["call_name"],
        sort_name=values.get("sort_name") or suggested_sort_name(values["name"]),
        second_script=values["second_script"],
        party=party,
        organisation_id=story.ids[organisation] if organisation else None,
    )
    story.ids[values["id"]] = person_id
    story.parties[values["id"]] = party
    return person_id


def first_moment(story: Story) -> datetime:
    """The moment at which the school mentor made the profile."""
    return story.year.utc(datetime.combine(story.year.exact_day(FIRST_DAY), _TIME))
