"""The program without a window: every command, its exit code and its one clear line."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests import factory
from tests.factory import PASSPHRASE, Pristine
from wpl_desktop import app
from wpl_desktop.paths import DATABASE_FILE, KEY_FILE
from wpl_desktop.services import profiles
from wpl_desktop.services.demo import make_demo
from wpl_desktop.storage import key_file, vault

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., tuple[int, str, str]]
#: The students of the demo, in the order of lists.
STUDENTS = ["Yasmine El Idrissi", "Nguyễn Thị Hạnh", "Zoë Van den Broeck", "Łukasz Wójcik"]


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Pristine:
    """A closed profile without students."""
    return factory.pristine_profile(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def shared_demo(tmp_path_factory: pytest.TempPathFactory) -> Pristine:
    """A closed demo profile."""
    data_dir = tmp_path_factory.mktemp("demo")
    entry, services = make_demo(data_dir, clock=factory.FixedClock(), language="nl")
    services.close()
    return Pristine(entry.folder, services.key)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """The data folder of this test."""
    return tmp_path / "data"


@pytest.fixture
def demo(shared_demo: Pristine, data_dir: Path) -> Path:
    """The data folder with a demo in it."""
    shared_demo.copy_to(data_dir)
    return data_dir


@pytest.fixture
def run(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process; gives exit code, output and errors."""

    def command(*arguments: object) -> tuple[int, str, str]:
        try:
            code = app.main(["--data-dir", str(data_dir), *map(str, arguments)])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def one_line(text: str) -> str:
    """The one line that a refusal is."""
    assert text.count("\n") == 1, text
    return text.strip()


class TestUsage:
    """Exit code 2 is for what cannot be understood."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ["unknown"],
            ["report"],
            ["report", "--all"],
            ["report", "--all", "--student", "Hạnh", "--out", "x"],
            ["report", "--all", "--round", "one", "--out", "x"],
            ["report", "--all", "--lang", "fr", "--out", "x"],
            ["calendar"],
            ["backup"],
            ["restore"],
            ["--lang", "fr", "students"],
            ["students", "--xml"],
        ],
        ids=" ".join,
    )
    def test_a_mistake(self, run: Run, arguments: list[str]) -> None:
        code, out, errors = run(*arguments)
        assert (code, out) == (2, "")
        assert "usage: wpl-desktop" in errors

    @pytest.mark.parametrize(("option", "word"), [("--help", "screenshots"), ("--version", "WPL Desktop 0.")])
    def test_help_and_version(self, run: Run, option: str, word: str) -> None:
        code, out, errors = run(option)
        assert (code, errors) == (0, "")
        assert word in out


class TestDemo:
    """`demo` makes it, once, and it opens without a passphrase."""

    def test_is_made_and_kept(self, run: Run, data_dir: Path) -> None:
        assert run("demo") == (0, "", "")
        (folder,) = (data_dir / "profiles").iterdir()
        before = (folder / DATABASE_FILE).read_bytes()
        assert run("demo") == (0, "", "")
        assert [found.name for found in (data_dir / "profiles").iterdir()] == [folder.name]
        assert (folder / DATABASE_FILE).read_bytes() == before

    @pytest.mark.parametrize(("language", "programme"), [("nl", "Bachelor lager"), ("en", "Bachelor")])
    def test_speaks_the_language_asked(self, run: Run, language: str, programme: str) -> None:
        assert run("--lang", language, "demo")[0] == 0
        code, out, errors = run("students")
        assert (code, errors) == (0, "")
        assert programme in out

    @pytest.mark.parametrize("count", [1, 7])
    def test_as_many_students_as_asked(self, run: Run, count: int) -> None:
        assert run("demo", "--students", count)[0] == 0
        listed = run("students")[1].splitlines()
        assert len(listed) == count
        assert run("check") == (0, "ok\n", "")

    def test_a_whole_year(self, run: Run, tmp_path: Path) -> None:
        assert run("demo", "--year", "2019", "--students", 2) == (0, "", "")
        code, out, _ = run("report", "--all", "--lang", "en", "--out", tmp_path / "out")
        assert code == 0
        files = [Path(line).name for line in out.splitlines()]
        assert len(files) == 2
        assert all("final-report" in name and "2019-20" in name for name in files)

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--students", "0"],
            ["--students", "-3"],
            ["--students", "four"],
            ["--students", "99999"],
            ["--year", "1999"],
            ["--year", "2999"],
            ["--year", "last"],
        ],
        ids=" ".join,
    )
    def test_what_there_cannot_be_is_a_mistake(self, run: Run, data_dir: Path, arguments: list[str]) -> None:
        code, out, errors = run("demo", *arguments)
        assert (code, out) == (2, "")
        assert arguments[0] in errors
        assert not (data_dir / "profiles").exists()

    @pytest.mark.usefixtures("demo")
    @pytest.mark.parametrize("option", ["--students", "--year"])
    def test_another_one_is_not_put_over_it(self, run: Run, option: str) -> None:
        code, out, errors = run("demo", option, "2019")
        assert (code, out) == (1, "")
        assert "demo --remove" in errors

    def test_goes_in_one_act(self, run: Run, demo: Path) -> None:
        (folder,) = (demo / "profiles").iterdir()
        run("backup", folder.parent / f"{folder.name}.wplbackup")
        assert run("demo", "--remove") == (0, "", "")
        assert not folder.exists()
        assert run("demo", "--remove") == (0, "", "")
        assert run("students")[0] == 1

    @pytest.mark.usefixtures("demo")
    def test_a_report_of_the_newest_round_that_has_begun(
        self, run: Run, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(app, "SystemClock", factory.FixedClock)
        code, out, _ = run("report", "--all", "--out", tmp_path / "out")
        assert code == 0
        assert all("tussentijds" in Path(line).name for line in out.splitlines())

    def test_a_folder_that_cannot_be_made_is_refused(self, run: Run, data_dir: Path) -> None:
        data_dir.write_text("a file in the way", encoding="utf-8")
        code, out, errors = run("demo")
        assert (code, out) == (1, "")
        assert one_line(errors)


class TestStudents:
    """`students`, for people and for programs."""

    @pytest.mark.usefixtures("demo")
    def test_lines(self, run: Run) -> None:
        code, out, errors = run("students")
        assert (code, errors) == (0, "")
        assert [line.split("\t")[0] for line in out.splitlines()] == STUDENTS
        assert all(len(line.split("\t")) == 4 for line in out.splitlines())

    @pytest.mark.usefixtures("demo")
    def test_objects(self, run: Run) -> None:
        code, out, errors = run("students", "--json")
        assert (code, errors) == (0, "")
        first, second, *_ = json.loads(out)
        assert first == {
            "id": first["id"],
            "name": "Yasmine El Idrissi",
            "call_name": "Yasmine",
            "workplace": "Basisschool De Vlinderboom",
            "phase": 3,
        }
        assert second["call_name"] == "Hạnh"

    def test_none_is_an_empty_list(
        self, run: Run, pristine: Pristine, data_dir: Path, passphrase: Path
    ) -> None:
        pristine.copy_to(data_dir)
        assert run("--passphrase-file", passphrase, "students", "--json") == (0, "[]\n", "")
        assert run("--passphrase-file", passphrase, "students") == (0, "", "")


def test_report_of_all_skips_empty_rounds_with_a_line(
    run: Run, pristine: Pristine, data_dir: Path, passphrase: Path, tmp_path: Path
) -> None:
    services = pristine.open_in(data_dir)
    for name in ("Anna Vol", "Bea Leeg"):
        round_id = factory.add_round(services, factory.add_student(services, name=name))
        if name == "Anna Vol":
            factory.score_all(services, round_id)
    services.close()
    out_dir = tmp_path / "out"
    code, out, errors = run(
        "--lang", "en", "--passphrase-file", passphrase, "report", "--all", "--out", out_dir
    )
    assert code == 0
    assert [Path(line) for line in out.splitlines()] == list(out_dir.iterdir())
    assert one_line(errors) == "Skipped: Bea Leeg, round 1. Nothing has been filled in yet."


@pytest.mark.usefixtures("demo")
class TestReport:
    """`report` writes PDF files without names in their names."""

    def test_of_everybody(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # The demo was made on another day; on this one its second round has not begun yet.
        monkeypatch.setattr(app, "SystemClock", lambda: factory.FixedClock(datetime(2026, 1, 9, 12, 0)))  # noqa: DTZ001
        out_dir = tmp_path / "new" / "reports"
        code, out, errors = run("report", "--all", "--out", out_dir)
        assert (code, errors) == (0, "")
        files = [Path(line) for line in out.splitlines()]
        assert sorted(files) == sorted(out_dir.iterdir())
        assert len(files) == len(STUDENTS)
        for file in files:
            assert file.read_bytes().startswith(b"%PDF-")
            assert not any(name in file.name for name in ("Yasmine", "Hạnh", "Nguy"))

    @pytest.mark.parametrize("name", ["Nguyễn Thị Hạnh", "Hạnh"])
    def test_of_one_by_name_or_call_name(self, run: Run, tmp_path: Path, name: str) -> None:
        code, out, errors = run("report", "--student", name, "--round", 1, "--out", tmp_path / "out")
        assert (code, errors) == (0, "")
        assert len(out.splitlines()) == 1

    def test_in_another_language(self, run: Run, tmp_path: Path) -> None:
        code, out, _ = run("report", "--student", "Hạnh", "--round", 2, "--lang", "en", "--out", tmp_path)
        assert code == 0
        assert "midterm" in out

    def test_an_unknown_student_lists_the_names(self, run: Run, tmp_path: Path) -> None:
        code, out, errors = run("--lang", "en", "report", "--student", "Zita", "--out", tmp_path / "out")
        assert (code, out) == (1, "")
        assert one_line(errors) == f"No student is called “Zita”. There are: {', '.join(STUDENTS)}."
        assert not list((tmp_path / "out").glob("*"))

    @pytest.mark.parametrize("number", [0, 4, -1])
    def test_a_round_that_is_not_there_lists_the_numbers(self, run: Run, tmp_path: Path, number: int) -> None:
        code, out, errors = run(
            "--lang", "en", "report", "--student", "Hạnh", f"--round={number}", "--out", tmp_path / "out"
        )
        assert (code, out) == (1, "")
        assert one_line(errors) == f"Nguyễn Thị Hạnh has no round {number}. There are: 1, 2, 3."

    @pytest.mark.parametrize("number", [0, 7])
    def test_nobodys_round_is_refused_with_the_numbers_there_are(
        self, run: Run, tmp_path: Path, number: int
    ) -> None:
        code, out, errors = run("report", "--all", f"--round={number}", "--out", tmp_path / "out")
        assert (code, out) == (1, "")
        assert one_line(errors)
        assert "1" in errors
        assert list((tmp_path / "out").glob("*")) == []

    def test_a_folder_that_is_a_file_is_refused(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("in the way", encoding="utf-8")
        code, out, errors = run("report", "--all", "--out", tmp_path / "out")
        assert (code, out) == (1, "")
        assert one_line(errors)


class TestReportWithoutContent:
    """What there is nothing to print of."""

    def test_no_students(self, run: Run, pristine: Pristine, data_dir: Path, passphrase: Path) -> None:
        pristine.copy_to(data_dir)
        code, _, errors = run(
            "--lang", "en", "--passphrase-file", passphrase, "report", "--all", "--out", data_dir / "out"
        )
        assert (code, one_line(errors)) == (1, "There are no students in this profile yet.")

    def test_no_round(self, run: Run, pristine: Pristine, data_dir: Path, passphrase: Path) -> None:
        services = pristine.open_in(data_dir)
        factory.add_student(services)
        services.close()
        code, _, errors = run(
            *("--lang", "en", "--passphrase-file", passphrase),
            *("report", "--student", "Łukasz", "--out", data_dir / "out"),
        )
        assert (code, one_line(errors)) == (1, "Łukasz Wójcik has no round yet.")


@pytest.mark.usefixtures("demo")
class TestCalendar:
    """`calendar` writes every talk into one file, and nobody's name."""

    def test_everything_in_one_file_of_ones_own(self, run: Run, tmp_path: Path) -> None:
        target = tmp_path / "new" / "gesprekken.ics"
        code, out, errors = run("calendar", "--out", target, "--lang", "en")
        assert (code, out, errors) == (0, f"{target}\n", "")
        assert [file.name for file in target.parent.iterdir()] == ["gesprekken.ics"]
        if os.name == "posix":
            assert target.stat().st_mode & 0o777 == 0o600
        text = target.read_text(encoding="utf-8")
        assert text.count("BEGIN:VEVENT") > 40
        assert set(re.findall(r"SUMMARY:(.*)", text)) == {"Conversation"}
        words = {word for name in STUDENTS for word in name.split()}
        assert {word for word in words if word in text} == set()

    def test_again_gives_the_same_in_the_place_of_the_old_one(self, run: Run, tmp_path: Path) -> None:
        target = tmp_path / "gesprekken.ics"
        target.write_text("an older one", encoding="utf-8")
        assert run("calendar", "--out", target)[0] == 0
        first = target.read_bytes()
        assert run("calendar", "--out", target)[0] == 0
        assert target.read_bytes() == first

    def test_a_place_that_takes_no_file_is_refused_in_one_line(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way", encoding="utf-8")
        code, out, errors = run("calendar", "--out", tmp_path / "file" / "gesprekken.ics")
        assert (code, out) == (1, "")
        assert one_line(errors)
        assert [found.name for found in tmp_path.glob("**/*.part")] == []

    def test_a_folder_is_no_file(self, run: Run, tmp_path: Path) -> None:
        code, out, errors = run("calendar", "--out", tmp_path)
        assert (code, out) == (1, "")
        assert one_line(errors)


class TestBackupAndCheck:
    """`backup`, `restore` and `check`."""

    def test_a_round_trip(self, run: Run, demo: Path, tmp_path: Path) -> None:
        file = tmp_path / "stick" / "copy.wplbackup"
        assert run("backup", file) == (0, f"{file}\n", "")
        assert run("check") == (0, "ok\n", "")
        code, out, errors = run("restore", file)
        assert (code, errors) == (0, "")
        folder, safety = map(Path, out.splitlines())
        assert (folder / KEY_FILE).is_file()
        assert (safety / DATABASE_FILE).is_file()
        assert safety.is_relative_to(demo / "backups")
        assert run("students")[0] == 0

    def test_onto_another_computer(
        self, run: Run, tmp_path: Path, shared_demo: Pristine, data_dir: Path
    ) -> None:
        file = tmp_path / "copy.wplbackup"
        services = shared_demo.open_in(tmp_path / "elsewhere")
        services.back_up(file)
        services.close()
        code, out, _ = run("restore", file)
        assert (code, len(out.splitlines())) == (0, 1)
        assert run("students")[1].startswith("Yasmine El Idrissi")

    @pytest.mark.usefixtures("demo")
    @pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 not a back-up"])
    def test_what_is_no_back_up_is_refused(self, run: Run, tmp_path: Path, content: bytes | None) -> None:
        file = tmp_path / "copy.wplbackup"
        if content is not None:
            file.write_bytes(content)
        code, out, errors = run("--lang", "en", "restore", file)
        assert (code, out) == (1, "")
        assert one_line(errors).startswith("This back-up is incomplete or damaged.")

    def test_restoring_what_is_open_is_refused(
        self, run: Run, shared_demo: Pristine, data_dir: Path, tmp_path: Path
    ) -> None:
        services = shared_demo.open_in(data_dir)
        try:
            file = services.back_up(tmp_path / "copy.wplbackup")
            code, _, errors = run("--lang", "en", "restore", file)
            assert (code, one_line(errors).split(",")[0]) == (1, "This profile is already open")
            code, _, errors = run("--lang", "en", "students")
            assert (code, one_line(errors).split(",")[0]) == (1, "This profile is already open")
        finally:
            services.close()

    def test_damage_is_found(self, run: Run, demo: Path) -> None:
        (folder,) = (demo / "profiles").iterdir()
        data = bytearray((folder / DATABASE_FILE).read_bytes())
        data[len(data) - 2000] ^= 1
        (folder / DATABASE_FILE).write_bytes(bytes(data))
        code, out, errors = run("--lang", "en", "check")
        assert (code, out) == (1, "")
        assert one_line(errors).startswith("This profile is damaged")

    def test_a_newer_key_file_is_named_as_such(self, run: Run, demo: Path) -> None:
        (folder,) = (demo / "profiles").iterdir()
        values = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))
        (folder / KEY_FILE).write_text(json.dumps({**values, "format": 99}), encoding="utf-8")
        code, _, errors = run("--lang", "en", "students")
        assert (code, one_line(errors)[:50]) == (1, "This profile was made by a newer version of WPL De")


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


class TestPassphrase:
    """By file or environment; never as an argument, where others can read it."""

    @pytest.fixture(autouse=True)
    def one_profile(self, pristine: Pristine, data_dir: Path) -> None:
        pristine.copy_to(data_dir)

    @pytest.mark.parametrize(
        "written",
        [
            PASSPHRASE.encode(),
            f"{PASSPHRASE}\n".encode(),
            f"{PASSPHRASE}\r\n".encode(),
            f"{PASSPHRASE}\nremark on a second line\n".encode(),
            b"\xef\xbb\xbf" + PASSPHRASE.encode(),
            f"{PASSPHRASE}\r\n".encode("utf-16"),
        ],
        ids=["bare", "line", "Windows", "two lines", "with a byte order mark", "UTF-16"],
    )
    def test_in_a_file(self, run: Run, tmp_path: Path, written: bytes) -> None:
        file = tmp_path / "passphrase.txt"
        file.write_bytes(written)
        assert run("--passphrase-file", file, "check") == (0, "ok\n", "")

    def test_in_the_environment(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("WPL_PASSPHRASE", PASSPHRASE)
        assert run("check") == (0, "ok\n", "")

    def test_the_file_wins(self, run: Run, monkeypatch: pytest.MonkeyPatch, passphrase: Path) -> None:
        monkeypatch.setenv("WPL_PASSPHRASE", "iets heel anders")
        assert run("--passphrase-file", passphrase, "check")[0] == 0

    @pytest.mark.parametrize(
        ("written", "line"),
        [
            (None, "Give the passphrase with --passphrase-file or in WPL_PASSPHRASE."),
            ("", "This is not the right passphrase. Try again."),
            ("iets heel anders", "This is not the right passphrase. Try again."),
            ("zoë in het bos", "This is not the right passphrase. Try again."),
            (PASSPHRASE.upper(), "This is not the right passphrase. Try again."),
        ],
    )
    def test_missing_or_wrong(self, run: Run, tmp_path: Path, written: str | None, line: str) -> None:
        arguments: list[object] = []
        if written is not None:
            file = tmp_path / "passphrase.txt"
            file.write_text(written, encoding="cp1252")
            arguments = ["--passphrase-file", file]
        code, out, errors = run("--lang", "en", *arguments, "check")
        assert (code, out, one_line(errors)) == (1, "", line)

    def test_a_file_that_is_not_there(self, run: Run, tmp_path: Path) -> None:
        code, out, errors = run("--passphrase-file", tmp_path / "nothing.txt", "check")
        assert (code, out) == (1, "")
        assert "nothing.txt" in one_line(errors)


class TestProfiles:
    """Which profile is meant."""

    def test_none(self, run: Run) -> None:
        code, _, errors = run("--lang", "en", "students")
        assert (code, one_line(errors)) == (
            1,
            "There is no profile here. Make one first, or name another folder.",
        )

    def test_one_of_two(
        self, run: Run, demo: Path, pristine: Pristine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = pristine.copy_to(demo)
        vault.relabel(
            folder,
            key_file.ProfileLabel(
                profile_id=key_file.label(folder).profile_id,
                owner="Mehmet Yıldız",
                place="De Vlinderboom",
                language="nl",
                demo=False,
            ),
        )
        code, _, errors = run("--lang", "en", "students")
        assert code == 1
        assert one_line(errors).startswith("There are several profiles: choose one with --profile (")
        assert all(entry.name in errors for entry in profiles.profiles_in(demo))
        monkeypatch.setenv("WPL_PASSPHRASE", PASSPHRASE)
        assert run("--profile", folder.name, "students") == (0, "", "")
        assert run("--profile", "Mehmet Yıldız", "students") == (0, "", "")
        assert run("--profile", "Griet Vanhaverbeke", "students")[1].startswith("Yasmine El Idrissi")
        assert run("--profile", "nobody", "students")[0] == 1

    @pytest.mark.usefixtures("demo")
    def test_messages_are_in_the_language_of_the_profile_or_as_asked(self, run: Run, tmp_path: Path) -> None:
        arguments = ("report", "--student", "Zita", "--out", tmp_path)
        assert "No student is called" in run("--lang", "en", *arguments)[2]
        assert "Zoë" in run(*arguments)[2]


class TestProcess:
    """As a script calls it."""

    @pytest.mark.usefixtures("demo")
    def test_a_real_process(self, data_dir: Path) -> None:
        def call(*arguments: str, **extra: str) -> subprocess.CompletedProcess[bytes]:
            return subprocess.run(
                [sys.executable, "-m", "wpl_desktop", "--data-dir", str(data_dir), *arguments],
                cwd=ROOT,
                env={**os.environ, **extra},
                capture_output=True,
                check=False,
            )

        listed = call("students", "--json", PYTHONUTF8="1")
        assert (listed.returncode, listed.stderr) == (0, b"")
        assert [student["call_name"] for student in json.loads(listed.stdout)] == [
            "Yasmine",
            "Hạnh",
            "Zoë",
            "Łukasz",
        ]
        refused = call("--lang", "en", "report", "--student", "Nobody", "--out", str(data_dir / "out"))
        assert (refused.returncode, refused.stdout) == (1, b"")
        assert b"Traceback" not in refused.stderr
        assert call("nonsense").returncode == 2

    @pytest.mark.usefixtures("demo")
    def test_two_runs_give_the_same_report_of_a_final_round(self, data_dir: Path, tmp_path: Path) -> None:
        """A reprint of a final is the same to the byte, in another process and on another day."""
        found: list[bytes] = []
        for folder in (tmp_path / "one", tmp_path / "two"):
            done = subprocess.run(
                [
                    *(sys.executable, "-m", "wpl_desktop", "--data-dir", str(data_dir)),
                    *("report", "--student", "Yasmine El Idrissi", "--round", "1", "--out", str(folder)),
                ],
                cwd=ROOT,
                capture_output=True,
                check=True,
            )
            found.append(Path(done.stdout.decode().strip()).read_bytes())
            time.sleep(1.1)
        assert found[0].startswith(b"%PDF")
        assert found[0] == found[1]

    @pytest.mark.usefixtures("demo")
    def test_names_come_whole_from_a_console_that_cannot_show_them(self, data_dir: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "wpl_desktop", "--data-dir", str(data_dir), "students"],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
        assert "Nguyễn Thị Hạnh" in done.stdout.decode()


def test_nothing_is_printed_or_logged_about_students(run: Run, demo: Path, tmp_path: Path) -> None:
    """P23: the log of the command line holds no names."""
    run("students")
    run("report", "--all", "--out", tmp_path / "out")
    run("report", "--student", "Zita", "--out", tmp_path / "out")
    log = demo / "logs" / "wpl-desktop.log"
    assert "Yasmine" not in (log.read_text(encoding="utf-8") if log.exists() else "")


@pytest.mark.parametrize("written", ["", "\n"])
def test_the_window_takes_an_empty_passphrase_file_for_an_empty_passphrase(
    tmp_path: Path, written: str
) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_text(written, encoding="utf-8")
    assert app.read_passphrase(file) == ""


@pytest.mark.parametrize("behind", [False, True])
def test_what_holds_everywhere_stands_before_or_behind_the_command(
    pristine: Pristine, data_dir: Path, passphrase: Path, capsys: pytest.CaptureFixture[str], behind: bool
) -> None:
    pristine.copy_to(data_dir)
    everywhere = ["--data-dir", str(data_dir), "--passphrase-file", str(passphrase), "--lang", "en"]
    assert app.main(["check", *everywhere] if behind else [*everywhere, "check"]) == 0
    assert capsys.readouterr().out == "ok\n"
