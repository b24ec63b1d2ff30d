"""How long from starting Python to a painted unlock window, against a minimal PySide6 window.

The minimal window has what unlocking needs, as Qt gives it in the Fusion style: a label, a field and a button, centred.
An empty widget, without a single letter, is measured beside it. Run it with the Python of the program:
`python benchmarks/start_up.py [rounds]`. All are started by turns, so that a busy computer is busy for all; the middle
of all rounds counts. It also says how long opening the profile takes after the key is known, until its first page is
usable.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
PASSPHRASE = "a sentence for measuring"
GOAL_RATIO = 1.5
GOAL_OPEN_MILLISECONDS = 400

WINDOW = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.done)
    def done(self):
        print(time.time(), flush=True)
        os._exit(0)
application = QApplication([])
window = Window()
{content}
window.resize(1366, 768)
window.show()
application.exec()
"""
EMPTY = WINDOW.format(content="")
MINIMAL = WINDOW.format(
    content="""
from PySide6.QtCore import Qt
application.setStyle("Fusion")
column = QVBoxLayout(window)
for widget in (QLabel("Passphrase"), QLineEdit(), QPushButton("Unlock")):
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
"""
)

PROGRAM = """
import os, sys, time
from wpl_desktop import app
from wpl_desktop.ui import desktop
start = desktop.Desktop.start
def measured(self, **arguments):
    start(self, **arguments)
    self.unlock_window().painted.connect(done)
def done():
    print(time.time(), flush=True)
    os._exit(0)
desktop.Desktop.start = measured
app.main(["--data-dir", sys.argv[1]])
"""

OPENING = """
import os, sys, time
from wpl_desktop import app
from wpl_desktop.ui import desktop
from wpl_desktop.ui.unlock import unlock_window
from PySide6.QtCore import QTimer
start, on_key = desktop.Desktop.start, unlock_window.UnlockWindow._on_key
moments = []
def measured_start(self, **arguments):
    start(self, **arguments)
    self.opened.connect(lambda: QTimer.singleShot(0, done))
    QTimer.singleShot(3000, lambda: self.unlock_window().try_passphrase(sys.argv[2]))
def measured_key(self, entry, key):
    moments.append(time.time())
    on_key(self, entry, key)
def done():
    print(time.time() - moments[0], flush=True)
    os._exit(0)
desktop.Desktop.start = measured_start
unlock_window.UnlockWindow._on_key = measured_key
app.main(["--data-dir", sys.argv[1]])
"""


def main() -> int:
    """Measure, print and give 0 when both goals are met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        # Both as they are installed, with bytecode; it is not left among the sources.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        _make_profile(Path(folder))
        empty: list[float] = []
        minimal: list[float] = []
        program: list[float] = []
        _start(MINIMAL)  # the first of each only warms the disk
        _start(PROGRAM, folder)
        _output(OPENING, folder, PASSPHRASE)
        for _round in range(rounds):
            empty.append(_start(EMPTY))
            minimal.append(_start(MINIMAL))
            program.append(_start(PROGRAM, folder))
        opening = 1000 * float(_output(OPENING, folder, PASSPHRASE))
    ratio = median(program) / median(minimal)
    print(f"empty window     {median(empty):5.0f} ms  (ratio {median(program) / median(empty):.2f})")
    print(f"minimal window   {median(minimal):5.0f} ms")
    print(f"unlock window    {median(program):5.0f} ms")
    print(f"ratio            {ratio:5.2f}  (goal: at most {GOAL_RATIO})")
    print(f"key to page      {opening:5.0f} ms  (goal: at most {GOAL_OPEN_MILLISECONDS})")
    return 0 if ratio <= GOAL_RATIO and opening <= GOAL_OPEN_MILLISECONDS else 1


def _make_profile(data_dir: Path) -> None:
    from wpl_desktop.domain.clock import SystemClock
    from wpl_desktop.domain.trajectories import Role
    from wpl_desktop.services import profiles

    new = profiles.NewProfile(
        owner_name="Griet Vanhaverbeke",
        role=Role.SCHOOL_MENTOR,
        workplace="De Vlinderboom",
        device_confirmed=True,
    )
    _entry, services = profiles.create_profile(
        data_dir,
        new,
        passphrase=PASSPHRASE,
        recovery_code=profiles.new_recovery_code(),
        clock=SystemClock(),
    )
    services.close()


def _start(code: str, *arguments: str) -> float:
    """Milliseconds from starting Python to what `code` prints as its moment."""
    before = time.time()
    return 1000 * (float(_output(code, *arguments)) - before)


def _output(code: str, *arguments: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
