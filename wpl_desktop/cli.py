"""The same program without a window: for scripts, school IT and tests."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wpl_desktop import paths
from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble, WrongPassphrase, refused
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services import open_profile, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.profile_entries import ProfileEntry
from wpl_desktop.services.reporting import ReportChoice
from wpl_desktop.texts import Translate, error_message, trajectory_kind_name

if TYPE_CHECKING:
    from wpl_desktop.domain.evaluation_report import EvaluationReport

DONE, REFUSED, USAGE = 0, 1, 2

TranslatorFor = Callable[[str], Translate]


class CommandLine:
    """One command being carried out: its options, where the data live, the clock and the languages."""

    def __init__(
        self, options: argparse.Namespace, *, data_dir: Path, clock: Clock, translator_for: TranslatorFor
    ) -> None:
        self.options = options
        self.data_dir = data_dir
        self.clock = clock
        self.translator_for = translator_for
        self.language: str = options.lang or "nl"

    def open(self) -> Services:
        """Open the one profile that is meant. Raises `DomainError` or `EnvironmentTrouble`."""
        entry = self.entry()
        if entry.trouble is not None:
            raise entry.trouble
        self.language = self.options.lang or entry.language
        key = self._unlock(entry)
        backups = paths.DataDir(self.data_dir).backups_of(entry.name)
        return open_profile(entry.folder, key, clock=self.clock, backups=backups)

    def entry(self) -> ProfileEntry:
        """The profile that is meant: the named one, or the only one there is."""
        found = profiles.profiles_in(self.data_dir)
        wanted = self.options.profile
        chosen = [entry for entry in found if not wanted or wanted in {entry.name, entry.owner}]
        if not chosen:
            raise refused("profile_unknown")
        if len(chosen) > 1:
            raise refused("several_profiles", names=", ".join(entry.name for entry in chosen))
        return chosen[0]

    def _unlock(self, entry: ProfileEntry) -> bytes:
        given = self._given_passphrase()
        if given is None and not entry.demo:
            raise refused("no_passphrase")
        try:
            return profiles.unlock(
                entry.folder, passphrase=profiles.DEMO_PASSPHRASE if given is None else given
            )
        except WrongPassphrase:
            # A passphrase in the environment may be meant for another profile; the demo's is published.
            if not entry.demo:
                raise
            return profiles.unlock(entry.folder, passphrase=profiles.DEMO_PASSPHRASE)

    def _given_passphrase(self) -> str | None:
        file: Path | None = self.options.passphrase_file
        if file is None:
            return os.environ.get("WPL_PASSPHRASE")
        return profiles.passphrase_in(file)


def run(options: argparse.Namespace, *, data_dir: Path, clock: Clock, translator_for: TranslatorFor) -> int:
    """Carry out `options.command`; gives the exit code (0 done, 1 refused with one line on stderr)."""
    _speak_utf_8()
    line = CommandLine(options, data_dir=data_dir, clock=clock, translator_for=translator_for)
    try:
        COMMANDS[options.command](line)
    except (DomainError, EnvironmentTrouble) as error:
        print(error_message(error, translator_for(line.language)), file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"{error.strerror}: {error.filename}", file=sys.stderr)
        return REFUSED
    return DONE


def _speak_utf_8() -> None:
    """Names in every script reach a file or another program, also where the console knows fewer letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def demo(line: CommandLine) -> None:
    """Make the demo profile, or remove it; nothing to do when there is one, or none.

    Another demo is asked for while there is one: refused (`demo_exists`).
    """
    from wpl_desktop.services.demo import demo_entry, make_demo, remove_demos

    if line.options.remove:
        remove_demos(line.data_dir)
    elif demo_entry(line.data_dir) is None:
        _, services = make_demo(
            line.data_dir,
            clock=line.clock,
            language=line.language,
            students=line.options.students,
            first_year=line.options.year,
        )
        services.close()
    elif line.options.students is not None or line.options.year is not None:
        raise refused("demo_exists")


def students(line: CommandLine) -> None:
    """List the students: one line each, or objects with `--json`."""
    services = line.open()
    try:
        rows = services.student_list.names()
    finally:
        services.close()
    translate = line.translator_for(line.language)
    if line.options.json:
        objects = [
            {
                "id": str(row.trajectory_id),
                "name": row.name,
                "call_name": row.call_name,
                "workplace": row.workplace,
                "phase": row.phase,
            }
            for row in rows
        ]
        print(json.dumps(objects, ensure_ascii=False, indent=1))
        return
    for row in rows:
        programme = row.programme or trajectory_kind_name(row.kind, translate)
        print("\t".join((row.name, programme, "" if row.phase is None else str(row.phase), row.workplace)))


def report(line: CommandLine) -> None:
    """Write evaluation reports as PDF into a folder; prints the files."""
    from wpl_desktop.reports.evaluation import write_evaluation
    from wpl_desktop.services.report_choices import ReportFormat

    services = line.open()
    try:
        language: str = line.options.lang or services.profile.values().language
        translate = line.translator_for(language)
        folder: Path = line.options.out
        folder.mkdir(parents=True, exist_ok=True)
        chosen = ReportFormat(language=language, include_conditions=not line.options.without_conditions)
        series = services.reporting.series(chosen)

        def render(data: EvaluationReport) -> bytes:
            target = io.BytesIO()
            write_evaluation(data, target, translate=translate)
            return target.getvalue()

        for choice in _chosen(services.reporting.choices(), line.options, services):
            if (
                line.options.all
                and not choice.final
                and not services.reporting.says_anything(choice.round_id)
            ):
                _tell_skipped(choice, line.translator_for(line.language))
                continue
            if choice.final:
                document = services.finalising.document(
                    choice.round_id,
                    language=language,
                    include_conditions=chosen.include_conditions,
                    render=render,
                )
                stem, data = document.file_stem, document.data
            else:
                draft = series.report(choice.round_id)
                stem, data = draft.file_stem, render(draft)
            print(_written(folder, stem, data))
    finally:
        services.close()


def _written(folder: Path, stem: str, data: bytes) -> Path:
    """Write a PDF in a folder; a full disk must not leave half a report, nor take the one that was there."""
    file = folder / f"{stem}.pdf"
    _write_whole(file, data, part=folder / f".{stem}.part")
    return file


def _write_whole(file: Path, data: bytes, *, part: Path) -> None:
    """Write all of a file or nothing, for its owner only; `part` is what it is called on the way."""
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as open_file:
            open_file.write(data)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _tell_skipped(choice: ReportChoice, translate: Translate) -> None:
    """One line on stderr for a student of whom there is nothing to print yet."""
    words = translate("CommandLine", "Skipped: {name}, round {number}. Nothing has been filled in yet.")
    print(words.format(name=choice.student_name, number=choice.round_number), file=sys.stderr)


def _chosen(
    choices: list[ReportChoice], options: argparse.Namespace, services: Services
) -> list[ReportChoice]:
    """The reports that are asked for. Raises `DomainError` with the names or numbers there are."""
    rows = [row for state in TrajectoryState for row in services.student_list.names(state)]
    if not rows:
        raise refused("no_students")
    wanted: str | None = options.student
    whose = ", ".join(row.name for row in rows)
    if wanted is not None:
        meant = [row for row in rows if row.name == wanted] or [
            row for row in rows if row.call_name == wanted
        ]
        if len({row.name for row in meant}) != 1:
            raise refused("student_unknown", name=wanted, names=whose)
        whose = meant[0].name
        of_student = {row.trajectory_id for row in meant}
        choices = [choice for choice in choices if choice.trajectory_id in of_student]
        if not choices:
            raise refused("no_round", name=whose)
    number: int | None = options.round
    if number is None:
        newest: dict[uuid.UUID, int] = {}
        for choice in choices:
            # What is planned further ahead has nothing in it yet.
            if choice.begun or choice.trajectory_id not in newest:
                newest[choice.trajectory_id] = choice.round_number
        return [choice for choice in choices if choice.round_number == newest[choice.trajectory_id]]
    numbers = sorted({choice.round_number for choice in choices})
    if number not in numbers:
        raise refused("round_unknown", name=whose, number=number, numbers=", ".join(map(str, numbers)) or "–")
    return [choice for choice in choices if choice.round_number == number]


def calendar(line: CommandLine) -> None:
    """Write every talk into one calendar file, without names and content; prints the file."""
    from wpl_desktop.domain.calendar_events import PRODUCT
    from wpl_desktop.exchange.calendar_file import write_calendar

    services = line.open()
    try:
        data = services.calendar_export.everything()
        target = io.BytesIO()
        write_calendar(
            data.events,
            zone=data.zone,
            alarm_minutes=services.reminders.minutes(),
            product=PRODUCT,
            translate=line.translator_for(line.language),
            target=target,
        )
        services.calendar_export.mark_exported(data)
        file: Path = line.options.out.absolute()
        file.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(file, target.getvalue(), part=file.with_name(f".{file.name}.part"))
        print(file)
    finally:
        services.close()


def backup(line: CommandLine) -> None:
    """Write an encrypted, verified back-up to a file."""
    services = line.open()
    try:
        print(services.back_up(line.options.file.absolute()))
    finally:
        services.close()


def restore(line: CommandLine) -> None:
    """Put a back-up back; prints the profile and where the safety copy is."""
    entry, safety = profiles.put_back(line.data_dir, line.options.file, clock=line.clock)
    print(entry.folder)
    if safety is not None:
        print(safety)


def check(line: CommandLine) -> None:
    """Check every page, the structure and the references of the profile."""
    services = line.open()
    try:
        services.check()
    finally:
        services.close()
    print("ok")


COMMANDS: dict[str, Callable[[CommandLine], None]] = {
    "demo": demo,
    "students": students,
    "report": report,
    "calendar": calendar,
    "backup": backup,
    "restore": restore,
    "check": check,
}
