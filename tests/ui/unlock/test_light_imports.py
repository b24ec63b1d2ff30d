"""The unlock window is there before anything heavy is imported (trap 6)."""

import subprocess
import sys
from pathlib import Path

import wpl_desktop.ui.unlock

HEAVY = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "icalendar", "pypdfium2")


def test_no_module_of_the_unlock_window_imports_anything_heavy() -> None:
    folder = Path(wpl_desktop.ui.unlock.__file__).parent
    names = [f"wpl_desktop.ui.unlock.{file.stem}" for file in folder.glob("*.py") if file.stem != "__init__"]
    assert len(names) > 10
    code = f"import sys, {', '.join(names)}; print([name for name in {HEAVY!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
