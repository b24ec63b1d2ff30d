"""The bundle that the window and the command line get: every service of one open profile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from wpl_desktop.domain.base import Listener
from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.errors import NotAProfile, StorageFull
from wpl_desktop.paths import DATABASE_FILE, is_profile
from wpl_desktop.services.agenda import Agenda
from wpl_desktop.services.agreement_board import AgreementBoard
from wpl_desktop.services.calendar_export import CalendarExport
from wpl_desktop.services.conversations import Conversations
from wpl_desktop.services.criteria_sets import CriteriaSets
from wpl_desktop.services.dossier import Dossier
from wpl_desktop.services.evaluations import Evaluations
from wpl_desktop.services.finalising import Finalising
from wpl_desktop.services.growth import Growth
from wpl_desktop.services.growth_plans import GrowthPlans
from wpl_desktop.services.hand_over import HandOver
from wpl_desktop.services.history import History
from wpl_desktop.services.minutes import Minutes
from wpl_desktop.services.overview import Overview
from wpl_desktop.services.paper_sheets import PaperSheets
from wpl_desktop.services.people import People
from wpl_desktop.services.phrases import Phrases
from wpl_desktop.services.profile import ProfileService
from wpl_desktop.services.reminders import Reminders
from wpl_desktop.services.removal import Removal
from wpl_desktop.services.reporting import Reporting
from wpl_desktop.services.round_board import RoundBoard
from wpl_desktop.services.round_steps import RoundSteps
from wpl_desktop.services.rounds import Rounds
from wpl_desktop.services.school_calendar import SchoolCalendar
from wpl_desktop.services.search import Search
from wpl_desktop.services.series import Series
from wpl_desktop.services.side_by_side import SideBySide
from wpl_desktop.services.student_list import StudentList
from wpl_desktop.services.suggestions import Suggestions
from wpl_desktop.services.talks import Talks
from wpl_desktop.services.timeline import Timeline
from wpl_desktop.services.trajectories import Trajectories
from wpl_desktop.storage import backups as backup_files
from wpl_desktop.storage import schema
from wpl_desktop.storage.database import Database, make_engine, take_lock


@dataclass(frozen=True, kw_only=True)
class Services:
    """Every service of one open profile; close it to check, back up and let go of the file."""

    folder: Path
    database: Database
    profile: ProfileService
    people: People
    trajectories: Trajectories
    student_list: StudentList
    dossier: Dossier
    conversations: Conversations
    talks: Talks
    rounds: Rounds
    evaluations: Evaluations
    side_by_side: SideBySide
    finalising: Finalising
    round_board: RoundBoard
    suggestions: Suggestions
    hand_over: HandOver
    criteria_sets: CriteriaSets
    round_steps: RoundSteps
    paper_sheets: PaperSheets
    reporting: Reporting
    search: Search
    removal: Removal
    history: History
    overview: Overview
    timeline: Timeline
    growth: Growth
    phrases: Phrases
    school_calendar: SchoolCalendar
    series: Series
    agenda: Agenda
    growth_plans: GrowthPlans
    minutes: Minutes
    calendar_export: CalendarExport
    agreement_board: AgreementBoard
    reminders: Reminders
    backups: Path
    #: Never in a log or a traceback.
    key: bytes = field(repr=False)
    # One at a time: closing waits for the back-up that was asked for a moment before.
    _backing_up: Lock = field(default_factory=Lock, init=False, repr=False)

    @property
    def clock(self) -> Clock:
        """The clock of the program: what day it is for whoever shows a date."""
        return self.database.clock

    def subscribe(self, listener: Listener) -> None:
        """Tell `listener` after each action what changed."""
        self.database.subscribe(listener)

    def back_up(self, target: Path | None = None) -> Path:
        """Make a verified, encrypted back-up, in the profile's own folder of back-ups unless `target` is given.

        Raises `StorageFull` or `ProfileDamaged`. Own back-ups are then pruned by day and week.
        """
        with self._backing_up:
            made_at = self.database.clock.local()
            file = target or self.backups / backup_files.file_name(made_at)
            backup_files.make(
                self.folder, engine=self.database.engine, key=self.key, target=file, made_at=made_at
            )
            if target is None:
                backup_files.prune(self.backups)
        return file

    def proposed_backup_name(self) -> str:
        """A file name for a back-up elsewhere: the moment, and nobody's name."""
        return backup_files.file_name(self.database.clock.local())

    def backups_kept(self) -> tuple[int, int]:
        """Of how many days and of how many weeks the newest back-up of this profile stays."""
        return backup_files.DAYS_KEPT, backup_files.WEEKS_KEPT

    def last_backup_at(self) -> datetime | None:
        """When the newest back-up of this profile was made, local; None without one."""
        made = backup_files.existing(self.backups)
        return made[0].made_at if made else None

    def check(self) -> None:
        """Check every page, the structure and the references of the profile. Raises `ProfileDamaged`."""
        backup_files.check_pages(self.database.engine)

    def close(self) -> None:
        """Let go of the file and of the lock; safe to call twice."""
        self.database.close()


def open_services(folder: Path, key: bytes, *, clock: Clock, backups: Path, fresh: bool = False) -> Services:
    """Take the lock, bring the schema up to date (back-up first) and bundle the services; see `open_profile`.

    Only a `fresh` profile may be empty; an older one that is has lost its content (`ProfileDamaged`).
    """
    if not is_profile(folder):
        raise NotAProfile(detail="no files")
    lock = take_lock(folder)
    try:
        engine = make_engine(folder / DATABASE_FILE, key)
        try:
            _bring_up_to_date(folder, key, clock=clock, backups=backups, fresh=fresh)
        except BaseException:
            engine.dispose()
            raise
    except BaseException:
        lock.release()
        raise
    database = Database(folder, engine=engine, lock=lock, clock=clock)
    search = Search(database)
    try:
        search.bring_up_to_date()
    except BaseException:
        database.close()
        raise
    services = Services(
        folder=folder,
        database=database,
        profile=ProfileService(database),
        people=People(database),
        trajectories=Trajectories(database),
        student_list=StudentList(database),
        dossier=Dossier(database),
        conversations=Conversations(database),
        talks=Talks(database),
        rounds=Rounds(database),
        evaluations=Evaluations(database),
        side_by_side=SideBySide(database),
        finalising=Finalising(database),
        round_board=RoundBoard(database),
        suggestions=Suggestions(database),
        hand_over=HandOver(database),
        criteria_sets=CriteriaSets(database),
        round_steps=RoundSteps(database),
        paper_sheets=PaperSheets(database),
        reporting=Reporting(database),
        search=search,
        removal=Removal(database),
        history=History(database),
        overview=Overview(database),
        timeline=Timeline(database),
        growth=Growth(database),
        phrases=Phrases(database),
        school_calendar=SchoolCalendar(database),
        series=Series(database),
        agenda=Agenda(database),
        growth_plans=GrowthPlans(database),
        minutes=Minutes(database),
        calendar_export=CalendarExport(database),
        agreement_board=AgreementBoard(database),
        reminders=Reminders(database),
        backups=backups,
        key=key,
    )
    _forget_old(services)
    return services


def _forget_old(services: Services) -> None:
    """Empty the bin of what is too old for it; a full disk keeps nobody out of the profile."""
    try:
        services.history.purge_old()
    except StorageFull:
        # The next start tries again.
        return


def _bring_up_to_date(folder: Path, key: bytes, *, clock: Clock, backups: Path, fresh: bool) -> None:
    file = folder / DATABASE_FILE

    def back_up_first() -> None:
        made_at = clock.local()
        engine = make_engine(file, key, pooled=False)
        try:
            backup_files.make(
                folder,
                engine=engine,
                key=key,
                target=backups / backup_files.file_name(made_at),
                made_at=made_at,
            )
        finally:
            engine.dispose()

    schema.bring_up_to_date(file, key, before_change=back_up_first, fresh=fresh)
