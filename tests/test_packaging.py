"""The wheel: it carries its data, and runs where there is no checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder with nothing of ours in its environment."""
    environment = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    environment |= {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PIP_NO_INDEX": "1",
    }
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the working tree, built without fetching anything."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    done = run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("wpl_desktop-*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment outside the checkout with the wheel in it and the dependencies of this one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    assert run(sys.executable, "-m", "venv", "--without-pip", folder / "env", folder=folder).returncode == 0
    scripts = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / Path(sys.executable).name
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    done = run(*pip, "install", "--no-deps", "--no-index", wheel, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    # A folder that a .pth file names joins the path; its own .pth files (they name the checkout) stay unread.
    asked = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder)
    borrowed = Path(asked.stdout.strip()) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts


def test_the_wheel_carries_resources_and_migrations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "migrations"):
        expected = {
            f"wpl_desktop/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert expected, folder
        assert expected - names == set()


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert len(tops) == 2
    assert all(top == "wpl_desktop" or top.endswith(".dist-info") for top in tops)


def test_it_runs_where_there_is_no_checkout(elsewhere: Path, tmp_path: Path) -> None:
    python = elsewhere / Path(sys.executable).name
    code = "import wpl_desktop.paths as p; print(p.PACKAGE, p.resources(), p.migrations(), sep='\\n')"
    seen = run(python, "-c", code, folder=tmp_path)
    assert seen.returncode == 0, seen.stderr
    assert all(Path(line).is_relative_to(elsewhere.parent) for line in seen.stdout.split("\n") if line)
    tested = run(elsewhere / "wpl-desktop", "--self-test", folder=tmp_path)
    assert tested.returncode == 0, tested.stdout + tested.stderr
