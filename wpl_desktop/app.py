"""The composition root: arguments, log, translators, and the way to the window or the command line."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from wpl_desktop import __version__, log, paths
from wpl_desktop.domain.clock import SystemClock

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from wpl_desktop.texts import Translate


#: What the demo can be asked for.
MOST_STUDENTS = 10_000
FIRST_YEAR = 2000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives the exit code: 0 done, 1 refused, 2 usage."""
    os.umask(0o077)
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = read_arguments(given)
    data_dir: Path = options.data_dir or paths.default_data_dir()
    log.start(paths.DataDir(data_dir).log_file)
    if options.command is None:
        return _run_window(data_dir, options)
    if options.command in {"self-test", "screenshots"}:
        # Both show windows that nobody needs to see.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        return _self_test() if options.command == "self-test" else _screenshots(data_dir, options)

    from wpl_desktop import cli

    return cli.run(options, data_dir=data_dir, clock=SystemClock(), translator_for=translator_for)


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command line; without a command the window is opened. Exits with 2 on a mistake."""
    parser = argparse.ArgumentParser(
        prog="wpl-desktop",
        description="Coaching and evaluating workplace learning. Without a command the window opens.",
        add_help=False,
        allow_abbrev=False,
    )
    _add_options(parser)
    options, rest = parser.parse_known_args(arguments)
    options.subcommand = None
    if rest:
        # Describing eight commands costs milliseconds that the window need not wait for. What holds everywhere
        # (--data-dir, --lang …) may stand before or behind the command: it is taken out already.
        parser.add_argument("-h", "--help", action="help", help="show this help and leave")
        _add_commands(parser)
        options = parser.parse_args(rest, namespace=options)
    options.command = options.command or options.subcommand
    return options


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"WPL Desktop {__version__}")
    parser.add_argument(
        "--self-test", dest="command", action="store_const", const="self-test", help="try every part"
    )
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="where profiles, back-ups and the log live"
    )
    parser.add_argument("--profile", default="", metavar="NAME", help="which profile, when there are several")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="F", help="read the passphrase from this file"
    )
    parser.add_argument(
        "--lang", choices=("nl", "en"), help="language of messages and reports (else the profile's)"
    )


def _add_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="subcommand", metavar="COMMAND")
    demo = commands.add_parser("demo", help="make the demo profile, or remove it")
    demo.add_argument("--students", type=_count, metavar="N", help="how many students (else four)")
    demo.add_argument("--year", type=_past_year, metavar="YYYY", help="the whole school year that began then")
    demo.add_argument("--remove", action="store_true", help="remove the demo and all its back-ups")
    students = commands.add_parser("students", help="list the students")
    students.add_argument("--json", action="store_true", help="as a list of objects")
    report = commands.add_parser("report", help="write evaluation reports as PDF")
    whom = report.add_mutually_exclusive_group(required=True)
    whom.add_argument("--student", metavar="NAME", help="one student, by name or call name")
    whom.add_argument("--all", action="store_true", help="every student")
    report.add_argument("--round", type=int, metavar="N", help="which round (else each student's newest)")
    report.add_argument("--kind", choices=("evaluation",), default="evaluation", help="which report")
    report.add_argument("--without-conditions", action="store_true", help="leave the workplace's part out")
    report.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write into")
    calendar = commands.add_parser(
        "calendar", help="write every conversation into a calendar file, without names"
    )
    calendar.add_argument("--out", type=Path, required=True, metavar="F.ics", help="the file to write")
    backup = commands.add_parser("backup", help="write an encrypted back-up")
    backup.add_argument("file", type=Path, metavar="F")
    restore = commands.add_parser("restore", help="put a back-up back, with a safety copy first")
    restore.add_argument("file", type=Path, metavar="F")
    commands.add_parser("check", help="check every page of the profile")
    screenshots = commands.add_parser("screenshots", help="make a picture of every page")
    screenshots.add_argument("--out", type=Path, required=True, metavar="DIR")


def _count(written: str) -> int:
    """A number of students on the command line."""
    if not written.isascii() or not written.isdecimal() or not 1 <= int(written) <= MOST_STUDENTS:
        raise argparse.ArgumentTypeError(f"{written!r} is no number from 1 to {MOST_STUDENTS}")
    return int(written)


def _past_year(written: str) -> int:
    """The year in which a school year began that is over."""
    from wpl_desktop.domain.base import first_year_of

    last = first_year_of(SystemClock().local().date()) - 1
    if not written.isascii() or not written.isdecimal() or not FIRST_YEAR <= int(written) <= last:
        raise argparse.ArgumentTypeError(
            f"{written!r} is no school year that is over ({FIRST_YEAR} to {last})"
        )
    return int(written)


def translator_for(language: str) -> Translate:
    """Translates into `language` without a window: what the command line and its reports are given."""
    if language == "en":
        from wpl_desktop.texts import untranslated

        return untranslated
    translator = _loaded(language)

    def translate(context: str, text: str) -> str:
        return translator.translate(context, text) or text

    return translate


@lru_cache(maxsize=4)
def _loaded(language: str) -> QTranslator:
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    translator.load(f"wpl_{language}", str(paths.resources() / "translations"))
    return translator


def _run_window(data_dir: Path, options: argparse.Namespace) -> int:
    # Next to nothing that is made before the first picture becomes garbage; desktop.run looks for it afterwards.
    gc.disable()
    # First what needs no Qt: once that is loaded, PySide reads the source of every module that is imported.
    passphrase = read_passphrase(options.passphrase_file) or ""

    from wpl_desktop.ui import desktop

    return desktop.run(
        data_dir=data_dir,
        language=options.lang,
        clock=SystemClock(),
        resources=paths.resources(),
        profile=options.profile,
        passphrase=passphrase,
    )


def _self_test() -> int:
    from wpl_desktop.ui import self_test

    return self_test.run(clock=SystemClock(), resources=paths.resources(), translator_for=translator_for)


def _screenshots(data_dir: Path, options: argparse.Namespace) -> int:
    from wpl_desktop.ui import screenshots

    return screenshots.run(
        out=options.out,
        data_dir=data_dir,
        clock=SystemClock(),
        resources=paths.resources(),
        languages=(options.lang,) if options.lang else ("nl", "en"),
    )


def read_passphrase(file: Path | None) -> str | None:
    """The passphrase of a file (its first line) or of WPL_PASSPHRASE; None when neither is given."""
    from wpl_desktop.services.profiles import passphrase_in

    if file is None:
        return os.environ.get("WPL_PASSPHRASE")
    return passphrase_in(file) if file.is_file() else None
