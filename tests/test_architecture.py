"""The house rules that a machine can check: who imports whom, what start-up costs, what enters no file."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "wpl_desktop"
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
LONGEST_FILE = 450

CONTRACTS = (
    "wpl_desktop.ui is not allowed to import wpl_desktop.app",
    "wpl_desktop.reports is not allowed to import wpl_desktop.services",
    "wpl_desktop.ui.unlock is not allowed to import wpl_desktop.ui.students",
    "wpl_desktop.services -> PySide6",
    "wpl_desktop.cli -> sqlalchemy",
    "wpl_desktop.cli -> wpl_desktop.storage",
    "wpl_desktop.services -> alembic",
    "wpl_desktop.texts -> reportlab",
    "wpl_desktop.ui.widgets is not allowed to import wpl_desktop.domain",
    "- wpl_desktop.unplaced",
    "No cycles are allowed in wpl_desktop.domain",
)
BROKEN_HOUSE = {
    "__init__": "",
    "__main__": "",
    "app": "",
    "paths": "",
    "unplaced": "",
    "cli": "import sqlalchemy.exc\nfrom wpl_desktop import storage",
    "texts": "import reportlab",
    "domain/__init__": "",
    "domain/people": "from wpl_desktop.domain import rounds",
    "domain/rounds": "from wpl_desktop.domain import people",
    "storage/__init__": "import alembic",
    "services/__init__": "from alembic import command\nfrom PySide6.QtCore import QObject",
    "reports/__init__": "from wpl_desktop.services import Services",
    "ui/__init__": "from wpl_desktop.app import main",
    "ui/widgets/__init__": "from wpl_desktop.domain import people",
    "ui/unlock/__init__": "import wpl_desktop.ui.students",
    "ui/students/__init__": "",
}
NETWORK = {
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "telnetlib",
    "urllib.request",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtWebEngineWidgets",
}
PROMISE = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:home|root|Users|work|opt|mnt|srv)/\w|\b[A-Z]:\\\\?Users\\")
HOST = re.compile(r"\w+://|\b[\w-]+\.(?:com|org|net|io|be|nl|eu)\b")
TEXT_SUFFIXES = {
    ".cfg",
    ".ini",
    ".json",
    ".lock",
    ".md",
    ".py",
    ".qss",
    ".sh",
    ".spec",
    ".svg",
    ".toml",
    ".ts",
    ".txt",
}


def modules(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    """The Python files below a folder, parsed."""
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Every import as (module, name), name empty for a plain `import`, also those inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package in full"
            yield from ((node.module or "", alias.name) for alias in node.names)


def text_files() -> list[Path]:
    """The files of the project that a person reads, this one (which holds the patterns) left out."""
    top = [path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXT_SUFFIXES | {""}]
    folders = ("wpl_desktop", "resources", "migrations", "tests", "benchmarks", "docs", "tools", ".ci")
    below = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in TEXT_SUFFIXES | {""}
    ]
    return sorted(path for path in top + below if path.is_file() and path != Path(__file__).resolve())


def said(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def may_declare(module: str, name: str) -> bool:
    """Whether `domain` may import this of SQLAlchemy: declarations, types, constraints."""
    if module.startswith("sqlalchemy.orm") or module == "sqlalchemy.types":
        return name not in {"Session", "sessionmaker", "scoped_session"}
    found = getattr(sqlalchemy, name, None)
    return (
        module == "sqlalchemy"
        and isinstance(found, type)
        and issubclass(found, SchemaItem | TypeEngine | sqlalchemy.MetaData)
    )


def test_the_contracts_are_kept() -> None:
    done = subprocess.run([LINT_IMPORTS, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contracts_notice_a_broken_house(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, text in BROKEN_HOUSE.items():
        path = tmp_path / "wpl_desktop" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert [contract for contract in CONTRACTS if contract not in done.stdout] == []


def test_domain_declares_and_nothing_more() -> None:
    strangers = [
        f"{path}: {module} {name}"
        for path, tree in modules(PACKAGE / "domain")
        for module, name in imports(tree)
        if not (
            module.split(".")[0] in sys.stdlib_module_names
            or module.split(".")[0] == "uuid_utils"
            or module.startswith("wpl_desktop.domain")
            or (module == "wpl_desktop" and name == "domain")
            or may_declare(module, name)
        )
    ]
    assert strangers == []


@pytest.mark.parametrize("module", ["wpl_desktop.app", "wpl_desktop.ui.unlock"])
def test_the_first_window_waits_for_nothing_heavy(module: str) -> None:
    late = ["sqlalchemy", "alembic", "sqlcipher3", "reportlab", "openpyxl", "icalendar"]
    code = f"import sys, {module}; print([name for name in {late} if name in sys.modules])"
    assert said(code) == "[]"


def test_app_imports_no_qt_at_module_level() -> None:
    code = "import sys, wpl_desktop.app; print('PySide6' in sys.modules)"
    assert said(code) == "False"


def test_nothing_can_reach_the_network() -> None:
    """P19: the program has no door to the outside, not even an unused one."""
    doors = [
        f"{path}: {module} {name}"
        for path, tree in modules(PACKAGE)
        for module, name in imports(tree)
        if {module, f"{module}.{name}", module.split(".")[0]} & NETWORK
    ]
    assert doors == []


def test_no_star_imports() -> None:
    """Of Qt they cost 135 ms at start-up."""
    stars = [str(path) for path, tree in modules(PACKAGE) for _, name in imports(tree) if name == "*"]
    assert stars == []


def test_no_file_has_grown_too_long() -> None:
    lengths = {
        path.relative_to(ROOT): path.read_text(encoding="utf-8").count("\n") for path in PACKAGE.rglob("*.py")
    }
    assert {str(path): lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


@pytest.mark.parametrize("pattern", [PROMISE, MACHINE_PATH], ids=["promises", "paths of a machine"])
def test_files_hold_no(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in text_files()
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "name", ["requirements.lock", "pyproject.toml", "Makefile", "tools/set_up.sh", "build.spec", ".ci/run"]
)
def test_the_set_up_names_no_host(name: str) -> None:
    assert HOST.findall((ROOT / name).read_text(encoding="utf-8")) == []
