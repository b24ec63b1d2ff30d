"""Makes profiles, students and rounds with valid defaults, so that a test names only what it is about."""

from __future__ import annotations

import atexit
import io
import shutil
import tempfile
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import Mark, Perspective, RoundKind, level_mark
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.paths import DataDir
from wpl_desktop.services import open_profile, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.finalising import Render
from wpl_desktop.services.profiles import NewProfile, ProfileEntry
from wpl_desktop.services.rounds import RoundValues
from wpl_desktop.services.trajectories import RoleValues, StudentValues
from wpl_desktop.texts import untranslated

PASSPHRASE = "een zin om te oefenen"
RECOVERY_CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"
THURSDAY = datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001  (a wall clock has no zone)


@dataclass
class FixedClock:
    """A clock that a test sets and moves; local time equals UTC."""

    moment: datetime = THURSDAY

    def now(self) -> datetime:
        """The moment in UTC, with its zone."""
        return self.moment.replace(tzinfo=UTC)

    def local(self) -> datetime:
        """The wall clock, without zone."""
        return self.moment

    def pass_time(self, **duration: float) -> None:
        """Move on by `timedelta(**duration)`."""
        self.moment += timedelta(**duration)


def new_profile(**values: Any) -> NewProfile:
    """What the first run asks, filled in."""
    defaults: dict[str, Any] = {
        "owner_name": "Griet Vanhaverbeke",
        "role": Role.SCHOOL_MENTOR,
        "workplace": "Basisschool De Vlinderboom",
        "workplace_address": "Antwerpen",
        "controller": "Schoolbestuur De Vlinderboom",
        "privacy_contact": "Sofie Lambrechts",
        "purpose": "begeleiding en advies bij werkplekleren",
        "device_confirmed": True,
    }
    return NewProfile(**{**defaults, **values})


def make_profile(
    data_dir: Path, *, clock: FixedClock | None = None, **values: Any
) -> tuple[ProfileEntry, Services]:
    """A real encrypted profile, open."""
    return profiles.create_profile(
        data_dir,
        new_profile(**values),
        passphrase=PASSPHRASE,
        recovery_code=RECOVERY_CODE,
        clock=clock or FixedClock(),
    )


def make_services(data_dir: Path, *, clock: FixedClock | None = None, **values: Any) -> Services:
    """The services of a real encrypted profile: a copy of one that was made before with the same values."""
    return _pristine_with(tuple(sorted(values.items()))).open_in(data_dir, clock=clock)


@dataclass(frozen=True)
class Pristine:
    """A closed profile without students, to be copied: making one costs as much as a hundred copies."""

    folder: Path
    key: bytes

    def copy_to(self, data_dir: Path) -> Path:
        """The folder of a copy in another data folder."""
        return Path(shutil.copytree(self.folder, DataDir(data_dir).profile(self.folder.name)))

    def open_in(self, data_dir: Path, *, clock: FixedClock | None = None) -> Services:
        """The services of a copy in another data folder, or of the copy that is already there."""
        layout = DataDir(data_dir)
        folder = layout.profile(self.folder.name)
        if not folder.exists():
            self.copy_to(data_dir)
        return open_profile(
            folder, self.key, clock=clock or FixedClock(), backups=layout.backups_of(folder.name)
        )


@lru_cache(maxsize=1)
def pristine_profile(base: Path) -> Pristine:
    """The one profile of a test run that copies are made of; `base` is a folder of this run."""
    entry, services = make_profile(base / "pristine")
    services.close()
    return Pristine(entry.folder, services.key)


@cache
def _pristine_with(values: tuple[tuple[str, Any], ...]) -> Pristine:
    folder = Path(tempfile.mkdtemp(prefix="wpl-pristine-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    entry, services = make_profile(folder, **dict(values))
    services.close()
    return Pristine(entry.folder, services.key)


def student_values(**values: Any) -> StudentValues:
    """A student's form, filled in for the school year 2025-26."""
    defaults: dict[str, Any] = {
        "name": "Łukasz Wójcik",
        "programme": "Bachelor lager onderwijs",
        "phase": 2,
        "class_names": "L2",
        "starts_on": date(2025, 8, 28),
        "ends_on": date(2026, 6, 30),
        "weekdays": (1, 2, 4),
        "workplace": "Basisschool De Vlinderboom",
        "institute": "Hogeschool Scheldestad",
        "people": (
            RoleValues(role=Role.CLASS_MENTOR, name="Mehmet Yıldız"),
            RoleValues(role=Role.SCHOOL_MENTOR, name="Griet Vanhaverbeke"),
            RoleValues(role=Role.INSTITUTE_SUPERVISOR, name="Nadège Okonkwo-Maes"),
        ),
    }
    return StudentValues(**{**defaults, **values})


def add_student(services: Services, **values: Any) -> uuid.UUID:
    """A student with a running trajectory; gives the trajectory's id."""
    return services.trajectories.add_student(student_values(**values))


def add_conversation(services: Services, trajectory_id: uuid.UUID, **values: Any) -> ConversationRow:
    """A planned coaching conversation with the owner, on the first suggested day."""
    key = values.pop("key", "coaching_conversation")
    kind = next(kind for kind in services.conversations.types() if kind.key == key)
    usual = services.conversations.participants(trajectory_id, hat=kind.hat)
    plan = PlanValues(
        trajectory_id=trajectory_id,
        type_id=kind.id,
        starts_at=services.conversations.suggested_start(trajectory_id),
        minutes=kind.minutes,
        participant_ids=tuple(choice.person_id for choice in usual if choice.usual),
    )
    conversation_id = services.conversations.plan(replace(plan, **values))
    rows = services.conversations.of_student(trajectory_id)
    return next(row for row in rows if row.id == conversation_id)


def add_round(services: Services, trajectory_id: uuid.UUID, **values: Any) -> uuid.UUID:
    """An open round with all criteria and perspectives; gives its id."""
    defaults: dict[str, Any] = {"number": 1, "kind": RoundKind.MIDTERM, "held_on": date(2026, 1, 22)}
    return services.rounds.open(trajectory_id, RoundValues(**{**defaults, **values}))


def score_all(
    services: Services,
    round_id: uuid.UUID,
    *,
    perspective: Perspective = Perspective.WORKPLACE,
    strand: Strand = Strand.STUDENT_PART,
    mark: Mark | None = None,
    **values: Any,
) -> None:
    """The same mark and texts on every criterion of one sheet."""
    sheet = services.evaluations.sheet(round_id, perspective=perspective, strand=strand)
    for criterion in sheet.criteria:
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=mark or level_mark(3), **values),
            perspective=perspective,
            strand=strand,
            criterion_id=criterion.id,
        )


def rendered(report: EvaluationReport) -> bytes:
    """The PDF of a report, in the words of the source."""
    from wpl_desktop.reports.evaluation import write_evaluation

    target = io.BytesIO()
    write_evaluation(report, target, translate=untranslated)
    return target.getvalue()


def finalise(
    services: Services, round_id: uuid.UUID, *, language: str = "nl", render: Render = rendered
) -> None:
    """Make a round final: every gap is accepted with a reason, and a response that is missing is *no response*."""
    checklist = services.finalising.checklist(round_id)
    if checklist.response_missing:
        texts = services.evaluations.report_texts(round_id)
        services.evaluations.save_report_texts(round_id, replace(texts, no_response=True))
    services.finalising.finalise(
        round_id,
        reasons={gap.key: "Daar was geen tijd voor." for gap in checklist.gaps},
        names_seen=True,
        language=language,
        render=render,
    )
