"""Making the demo profile and taking it away again (P30)."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.trajectories import Role, TrajectoryState
from wpl_desktop.paths import KEY_FILE, DataDir
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo.calendar import add_calendar
from wpl_desktop.services.demo.crowd import cast_of, students
from wpl_desktop.services.demo.growth_plans import add_growth_plans
from wpl_desktop.services.demo.people import add_people, add_student, first_moment, take_over
from wpl_desktop.services.demo.rounds import add_rounds
from wpl_desktop.services.demo.story import Chapter, Story
from wpl_desktop.services.demo.talks import add_talks
from wpl_desktop.services.demo.year import year_before, year_of_story
from wpl_desktop.services.profiles import (
    DEMO_PASSPHRASE,
    NewProfile,
    ProfileEntry,
    create_profile,
    new_recovery_code,
    profiles_in,
)
from wpl_desktop.storage.database import take_lock, trouble_with_file

#: Whose round held last is left to finish.
_DRAFT_OF = "S2"
_DRAFT_EVERY = 9
#: Made-up students are written this many at a time: a thousand of them are half a million rows.
_AT_ONCE = 40


def demo_entry(data_dir: Path) -> ProfileEntry | None:
    """The demo profile of a data folder, if there is one."""
    return next((entry for entry in profiles_in(data_dir) if entry.demo), None)


def make_demo(
    data_dir: Path,
    *,
    clock: Clock,
    language: str,
    students: int | None = None,
    first_year: int | None = None,
) -> tuple[ProfileEntry, Services]:
    """Make the demo profile and open it: encrypted like any other, with the published passphrase `demo`.

    Args:
        data_dir: where profiles live.
        clock: what day it is: what lies ahead of it is planned and empty.
        language: `nl` or `en`; one language for everything that is written in it.
        students: how many; the four of the story first, then made-up ones, the same each time. None: the four.
        first_year: the school year that begins in this calendar year, whole when it is over. None: the current
            one, or the whole last one while its first round is still to be held.

    What was half made is removed again.
    """
    data = content.shipped("demo")
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
        year = year_of_story(data, clock=clock, first_year=first_year)
        with services.database.transaction() as session:
            story = Story.begin(session, language=language, year=year, main_user=data["main_user"])
            take_over(session, story, data)
            add_calendar(story, data, made=first_moment(story))
            _write(session, story, data, count=len(data["students"]) if students is None else students)
        services.search.rebuild()
    except BaseException:
        services.close()
        shutil.rmtree(entry.folder, ignore_errors=True)
        raise
    return entry, services


def _write(session: Session, story: Story, data: Chapter, *, count: int) -> None:
    """Write the four students of the story and as many made-up ones as are wanted."""
    is_over = story.year.is_over
    own = _first(data, count)
    _write_chapter(story, own, drafts=frozenset(() if is_over else {_DRAFT_OF}))
    story.rows.write(session)
    made_up = count - len(own["students"])
    if made_up > 0:
        _write_crowd(session, story, data, count=made_up)


def _write_crowd(session: Session, story: Story, data: Chapter, *, count: int) -> None:
    """Write `count` made-up students; who is not in the first phase was there last year too."""
    add_people(story, cast_of(data, count))
    before = replace(story, year=year_before(data, story.year))
    for number, student in enumerate(students(data, count), start=1):
        if student.before is not None:
            _write_chapter(before, student.before, state=TrajectoryState.CLOSED)
        unfinished = not story.year.is_over and number % _DRAFT_EVERY == 0
        own = [row["id"] for row in student.present["students"]]
        _write_chapter(story, student.present, drafts=frozenset(own if unfinished else ()))
        if number % _AT_ONCE == 0:
            story.rows.write(session)
    story.rows.write(session)


def _write_chapter(
    story: Story,
    chapter: Chapter,
    *,
    drafts: frozenset[str] = frozenset(),
    state: TrajectoryState = TrajectoryState.RUNNING,
) -> None:
    add_people(story, chapter)
    for values in chapter["students"]:
        add_student(story, values, calendar=chapter["calendar"], state=state)
    starts = add_talks(story, chapter)
    add_rounds(story, chapter, starts=starts, drafts=drafts)
    add_growth_plans(story, chapter, starts=starts)


def _first(data: Chapter, count: int) -> Chapter:
    """The data about the first `count` students only."""
    kept = {row["id"] for row in data["students"][:count]}
    talks: list[dict[str, Any]] = [
        {**talk, "students": [student for student in talk["students"] if student in kept]}
        for talk in data["conversations"]
    ]
    with_students: set[str] = {talk["id"] for talk in talks if talk["students"]}
    return {
        **data,
        "students": [row for row in data["students"] if row["id"] in kept],
        "conversations": talks,
        "agreements": [row for row in data["agreements"] if row["conversation"] in with_students],
        "growth_plans": [row for row in data["growth_plans"] if row["student"] in kept],
    }


def _by_id(rows: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == wanted)


def remove_demos(data_dir: Path) -> None:
    """Take every demo profile away: its folder, its back-ups, and what the window remembers of it.

    Raises `ProfileInUse` while one is open, and `StorageFull` when a file cannot be removed.
    """
    for entry in [entry for entry in profiles_in(data_dir) if entry.demo]:
        remove_demo(data_dir, entry)


def remove_demo(data_dir: Path, entry: ProfileEntry) -> None:
    """Take one demo profile away, as `remove_demos`; a profile that is no demo is never touched (`ValueError`)."""
    if not entry.demo:
        raise ValueError("only a demo may be removed without further ado")
    layout = DataDir(data_dir)
    # Nobody has it open; the lock is a file of the folder, so it is let go of first.
    take_lock(entry.folder).release()
    try:
        # The key first: were the rest to stay, nobody could read it.
        (entry.folder / KEY_FILE).unlink()
        shutil.rmtree(entry.folder)
        if layout.backups_of(entry.name).exists():
            shutil.rmtree(layout.backups_of(entry.name))
        _forget(layout.settings_file, entry.name)
    except OSError as error:
        raise trouble_with_file(error) from error


def _forget(settings: Path, name: str) -> None:
    """Take out of the window's settings what names the profile."""
    if not settings.is_file():
        return
    try:
        kept: dict[str, Any] = json.loads(settings.read_text(encoding="utf-8"))
    except ValueError:
        return
    left = {key: value for key, value in kept.items() if value != name and name not in key}
    if left != kept:
        settings.write_text(json.dumps(left, indent=1, sort_keys=True), encoding="utf-8")
