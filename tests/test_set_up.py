"""The ground the program stands on: the lock, Qt on this interpreter, the make targets, the network guard."""

import os
import re
import socket
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QObject

from tests.conftest import NetworkGuard, NetworkUsedError

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?: ; (?P<marker>.+?))? \\$", re.MULTILINE)
SYSTEMS = (("linux", "Linux"), ("win32", "Windows"), ("darwin", "Darwin"))


def lock() -> str:
    """The text of the lock."""
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def declared() -> list[Requirement]:
    """Every range of pyproject, those of the extras included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


def test_the_lock_pins_everything_with_hashes_and_names_no_host() -> None:
    blocks = re.split(r"\n(?=\S)", lock().strip())
    assert len(blocks) > 40
    for block in blocks:
        first, *rest = block.splitlines()
        assert PINNED.match(first + "\n"), first
        assert rest, first
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in rest), first


@pytest.mark.parametrize("requirement", declared(), ids=lambda requirement: requirement.name)
def test_the_lock_is_within_the_ranges(requirement: Requirement) -> None:
    pins = {match["name"]: match["version"] for match in PINNED.finditer(lock())}
    assert pins[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize(("platform", "system"), SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_serves_every_system_and_python(platform: str, system: str, python: str) -> None:
    environment = {
        "sys_platform": platform,
        "platform_system": system,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    served = {
        match["name"]
        for match in PINNED.finditer(lock())
        if match["marker"] is None or Requirement(f"x ; {match['marker']}").marker.evaluate(environment)  # pyright: ignore[reportOptionalMemberAccess]
    }
    assert {canonicalize_name(requirement.name) for requirement in declared()} <= served
    assert ("colorama" in served) == (platform == "win32")


def test_what_runs_here_is_what_is_locked() -> None:
    pins = {match["name"]: match["version"] for match in PINNED.finditer(lock())}
    for name in ("pyside6-essentials", "sqlalchemy", "sqlcipher3", "reportlab"):
        assert version(name) == pins[name]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no reference count there")
def test_qt_calls_leave_none_alone() -> None:
    """PySide6 6.12.0 drops a reference of None in every void call: the program dies after some 30,000."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 500


def test_make_without_a_target_lists_them_all() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert phony is not None
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    shown = subprocess.run(
        ["make"], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    ).stdout
    listed = set(re.findall(r"^make ([a-z]+) ", shown, re.MULTILINE))
    assert listed == set(phony[1].split()) - {"system"}
    assert {"demo", "test"} <= listed


def test_a_network_address_is_refused_and_remembered(network_guard: NetworkGuard) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as stream, pytest.raises(NetworkUsedError):
        stream.connect(("127.0.0.1", 9))
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as datagram, pytest.raises(NetworkUsedError):
        datagram.sendto(b"x", ("::1", 9))
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo("localhost", 9)
    assert len(network_guard.attempts) == 3
    network_guard.attempts.clear()


def test_nobodys_data_is_near(nobodys_data: Path) -> None:
    from wpl_desktop.paths import default_data_dir

    if sys.platform == "linux":
        assert default_data_dir().is_relative_to(nobodys_data)
