"""Whether a program that is killed while it writes loses nothing of what it said was kept."""

import subprocess
import sys
from pathlib import Path

from tests.factory import Pristine
from wpl_desktop.services.bundle import Services

ROOT = Path(__file__).resolve().parents[2]
COMMITS = 40

WRITER = """
import sys
from pathlib import Path
from tests import factory
from tests.factory import FixedClock
from wpl_desktop.services import open_profile
folder = Path(sys.argv[1])
services = open_profile(folder, bytes.fromhex(sys.argv[2]), clock=FixedClock(), backups=folder.parent)
number = 0
while True:
    number += 1
    factory.add_student(services, name=f"Student {number}")
    print(number, flush=True)
"""


def test_every_acknowledged_commit_is_there_after_a_kill(
    services: Services, pristine: Pristine, data_dir: Path
) -> None:
    services.close()
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(services.folder), services.key.hex()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        acknowledged = 0
        while acknowledged < COMMITS:
            acknowledged = int(writer.stdout.readline())
        writer.kill()
        acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
    assert writer.returncode == -9
    log = services.folder / "profile.db-wal"
    assert log.stat().st_size > 0
    again = pristine.open_in(data_dir)
    try:
        again.check()
        found = {row.name for row in again.student_list.names()}
        assert {f"Student {number}" for number in range(1, acknowledged + 1)} <= found
        assert len(found) <= acknowledged + 1
    finally:
        again.close()
