"""Nothing that is older than two seconds is lost when the program is killed while somebody types (P6)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from tests import factory
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, level_mark
from wpl_desktop.services import open_profile, profiles

PROJECT = Path(__file__).parents[3]
PROMISED_SECONDS = 2.0

# What the other process runs: the real page on the real encrypted profile. It prints each thing it did, with the
# moment after it was done, and types on until it is killed.
TYPIST = """
import sys, time, uuid
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests import factory
from wpl_desktop.domain.clock import SystemClock
from wpl_desktop.services import open_profile, profiles
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

folder, round_id, project = Path(sys.argv[1]), uuid.UUID(sys.argv[2]), Path(sys.argv[3])
application = QApplication([])
theme.install(application, resources=project / "resources", scheme="light", text_scale=1.0)
key = profiles.unlock(folder, passphrase=factory.PASSPHRASE)
services = open_profile(folder, key, clock=SystemClock(), backups=folder / "backups")
page = ScoreSheetPage()
page.set_services(services)
page.open(round_id=round_id)
page.resize(1278, 684)
page.show()
page.activateWindow()
QTest.qWaitForWindowActive(page)
page.focus_first()
for row in page.list.rows()[:4]:
    row.picker.setFocus()
    QTest.keyClicks(row.picker, "3")
    print("level", time.monotonic(), flush=True)
page.body.comment.setFocus()
typed = 0
while True:
    QTest.keyClicks(page.body.comment, "abcdefghij"[typed % 10])
    typed += 1
    print("typed", time.monotonic(), typed, flush=True)
    QTest.qWait(40)
"""


@pytest.mark.parametrize("seconds_of_typing", [0.7, 3.1])
def test_a_killed_program_loses_at_most_two_seconds(tmp_path: Path, seconds_of_typing: float) -> None:
    entry, services = factory.make_profile(tmp_path)
    round_id = factory.add_round(services, factory.add_student(services))
    services.close()

    lines, killed_at = _typed_until_killed(entry.folder, round_id, seconds=seconds_of_typing)

    key = profiles.unlock(entry.folder, passphrase=factory.PASSPHRASE)
    services = open_profile(entry.folder, key, clock=factory.FixedClock(), backups=tmp_path / "backups")
    try:
        services.check()
        view = services.evaluations.sheet(
            round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
        )
    finally:
        services.close()
    scores = [view.scores[criterion.id] for criterion in view.criteria]
    levels = [line for line in lines if line[0] == "level"]
    assert len(levels) == 4
    assert [score.mark for score in scores[:4]] == [level_mark(3)] * 4
    old_enough = [
        int(line[2])
        for line in lines
        if line[0] == "typed" and killed_at - float(line[1]) >= PROMISED_SECONDS
    ]
    comment = scores[3].comment
    assert len(comment) >= max(old_enough, default=0)
    assert comment == ("abcdefghij" * 100)[: len(comment)]
    assert bool(old_enough) == (seconds_of_typing > PROMISED_SECONDS)


def _typed_until_killed(
    folder: Path, round_id: uuid.UUID, *, seconds: float
) -> tuple[list[list[str]], float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(folder), str(round_id), str(PROJECT)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=PROJECT,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    lines: list[list[str]] = []
    started: float | None = None
    try:
        for line in process.stdout:
            lines.append(line.split())
            if lines[-1][0] == "typed":
                started = started or time.monotonic()
                if time.monotonic() - started >= seconds:
                    break
        assert started is not None, process.stderr.read()
        killed_at = time.monotonic()
    finally:
        os.kill(process.pid, signal.SIGKILL)
        # What it still printed before it died counts as typed.
        rest, _ = process.communicate()
    lines += [line.split() for line in rest.splitlines() if len(line.split()) in (2, 3)]
    return lines, killed_at
